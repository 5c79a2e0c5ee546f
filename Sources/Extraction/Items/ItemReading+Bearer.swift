import Facts
import Scanning
import Units

/// What bears a bare attribute where nothing was counted: 公园已开放，占地1.8亩; 线路为11号线，长度82公里; 加强人口管理，登记率95%.
extension SentenceReader {
    /// Words that open what a clause says of how its subject stands, or of what has come of it.
    private static let standings: WordList = [
        "是", "为", "位于", "地处", "选址", "选址于", "落户", "落户于", "落地", "坐落", "坐落于", "列入", "列为", "纳入", "作为", "入选", "获批", "采用",
        "由", "经", "流经", "途经", "连接",
        "起于", "始于", "东起", "西起", "南起", "北起", "起自", "横跨", "贯穿", "串联", "紧邻", "毗邻", "全线", "正式", "全面", "全部", "完成", "启动",
        "开工",
        "动工", "竣工", "完工", "通车", "开通", "开业", "开馆", "开园", "开放", "投用", "投产", "启用", "运营", "落成", "建成", "揭牌", "亮相", "交付",
        "封顶",
        "贯通", "迎来", "改扩建", "采取", "表现", "实行", "进入", "原为", "原是", "前身",
    ]

    /// Verbs of taking something up, whose object the rates behind it are of.
    private static let efforts: WordList = [
        "加快", "推进", "抓实", "抓好", "抓牢", "加强", "强化", "推动", "深化", "实施", "开展", "完善", "做好", "做实", "优化", "扩大", "狠抓", "规范",
        "提升", "落实",
        "紧盯", "聚焦",
    ]

    /// What such an object ends in, and a rate is not called by.
    private static let endeavours = ["体系建设", "队伍建设", "专项行动", "专项整治", "建设", "工作", "管理", "力度", "行动", "服务", "保障"]

    /// Nouns that point back to what was named before, and name nothing by themselves.
    private static let pointers: WordList = ["其中", "目前", "同时", "情况", "方面", "问题", "工作", "活动", "措施", "我们", "大家", "这里"]

    /// Whether a phrase is an attribute alone, with no more before it than how it was taken: 面积, 日均客流量, 运行速度.
    func isBareAttribute(_ phrase: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard let last = phrase.last, phrase.count <= 2, tokens[last].kind == .word else { return false }
        // 登记率: the verb is part of the name of a rate.
        if SentenceReader.bareRates.ends(in: text, at: tokens[last].end) { return phrases.scalars(of: phrase) <= 4 }
        guard tokens[last].has(.attribute) || tokens[last].has(.magnitude) else { return false }
        return phrase.dropLast().allSatisfy {
            tokens[$0].has(.average) || tokens[$0].wordClass == .adverb
                || SentenceReader.takings.contains(tokens[$0].start..<tokens[$0].end, of: text)
        }
    }

    private static let bareRates: WordList = ["率"]

    /// How an attribute was taken.
    private static let takings: WordList = [
        "运行", "设计", "运营", "规划", "施工", "建设", "最高", "最大", "单日", "高峰", "年", "年度", "实际", "总",
    ]

    /// What bears an attribute, as the clause of it or the clause before tells, where neither gives a figure before it.
    func bearer(of attribute: Range<Int>, _ text: Span<UInt8>) -> String? {
        let first = attribute.lowerBound
        var start = first
        while start > 0, first - start < NounPhrases.longest, !tokens[start - 1].endsClause {
            start -= 1
            if tokens[start].isQuantity { return nil }
        }
        if let whole = bearerBeforeStage(start..<first, text) { return whole }
        let isFund = SentenceReader.funds.ends(in: text, at: tokens[attribute.upperBound - 1].end)
        guard start > 1, tokens[start - 1].endsClause, !semicolons.contains(start - 1),
            // 党员活动，明年的到会率
            (start..<first).allSatisfy({
                isLeadIn(tokens[$0]) || isFund && raises(tokens[$0])
                    || tokens[$0].has(.de) && $0 > start && (tokens[$0 - 1].isTime || tokens[$0 - 1].wordClass == .time)
            })
        else { return nil }
        let end = start - 1
        var low = end
        while low > 0, end - low < NounPhrases.longest, !tokens[low - 1].endsClause {
            low -= 1
            if tokens[low].isQuantity { return nil }
        }
        let isRate = attribute.last.map { SentenceReader.bareRates.ends(in: text, at: tokens[$0].end) } ?? false
        let opens = low == 0 || tokens[low - 1].isMark(.sentenceEnd) || semicolons.contains(low - 1)
        return (isRate ? objectOfEffort(low..<end, text) : nil) ?? subjectOfStanding(low..<end, text)
            ?? (isFund ? objectOfTreatment(low..<end, text) : nil)
            ?? (isRate ? nil : objectOfMaking(low..<end, ofFund: isFund, text))
            ?? (opens ? topicAlone(low..<end, text) : nil)
    }

    private static let opinions: WordList = [
        "参与率", "同意率", "满意率", "满意度", "知晓率", "支持率", "认可度", "认可率", "赞成率", "投票率", "好评率",
    ]

    /// 居民 of 12名骨干牵头，居民积极建言，参与率92%: those who open the clause before a rate of what people do or think, where nobody is
    /// counted in it.
    func asked(before rate: Range<Int>, _ text: Span<UInt8>) -> String? {
        guard let last = rate.last, rate.count <= 2,
            SentenceReader.opinions.contains(
                tokens[rate.lowerBound].start..<tokens[last].end, of: text)
        else { return nil }
        var mark = rate.lowerBound - 1
        while mark > 0, isLeadIn(tokens[mark]), !tokens[mark].endsClause { mark -= 1 }
        guard mark > 1, tokens[mark].isMark(.clauseEnd), !semicolons.contains(mark) else { return nil }
        guard let clause = clauseWithoutFigure(endingAt: mark, within: 24) else { return nil }
        var start = clause.lowerBound
        while start < mark, tokens[start].has(.determiner) { start += 1 }
        guard start + 1 < mark, tokens[start].kind == .word, tokens[start].has(.doer) || tokens[start].has(.human),
            tokens[start + 1].kind == .word,
            !phrases.isNominal(tokens[start + 1]) || phrases.isVerbal(tokens[start + 1])
        else { return nil }
        return text.string(ofDocument: tokens[start].start..<tokens[start].end)
    }

    private static let funds: WordList = ["资金", "投资", "经费", "专款"]

    /// Who raises money, or how: 背街小巷治理列为实事，街道|投入|资金5230万元.
    private func raises(_ token: Token) -> Bool {
        token.kinds.contains(.raising) || phrases.isActor(token) || token.has(.body)
    }

    /// 巷道提升 of 对巷道进行提升: what is dealt with, and what is done with it.
    private func objectOfTreatment(_ clause: Range<Int>, _ text: Span<UInt8>) -> String? {
        guard
            let toward = clause.first(where: {
                tokens[$0].kind == .word && tokens[$0].end - tokens[$0].start == 3
                    && text.has("对", at: tokens[$0].start)
            }), let light = (toward + 1..<clause.upperBound).first(where: { tokens[$0].has(.light) }),
            let object = thing(endingAt: light - 1, from: toward + 1, text), let doing = clause.last, doing > light,
            phrases.isDoing(doing), phrases.scalars(tokens[doing]) == 2
        else { return nil }
        let treatment = (light + 1)..<clause.upperBound
        return phrases.scalars(of: treatment) > 6 ? nil : object + text.string(of: tokens[treatment])
    }

    /// 党员活动 of 党员活动，明年的到会率要稳在80%以上; 小游园 of 小游园，1800平方米: what a clause without a verb or a figure sets before what is
    /// told of it.
    func topicAlone(_ clause: Range<Int>, _ text: Span<UInt8>) -> String? {
        guard let last = clause.last, let name = thing(endingAt: last, from: clause.lowerBound, text),
            case let phrase = phrases.left(endingAt: last, floor: clause.lowerBound, style: .count).item,
            tokens[clause.lowerBound..<phrase.lowerBound].allSatisfy({ $0.has(.body) || $0.has(.determiner) }),
            !tokens[clause].contains(where: {
                $0.isTime || $0.has(.part) || $0.has(.remainder) || $0.has(.label) || $0.has(.placeName)
            })
        else { return nil }
        return name
    }

    private static let makings: WordList = [
        "建", "修", "新建", "建设", "建成", "建起", "建好", "修建", "新修", "修通", "打造", "改造", "改建", "扩建", "翻修", "翻建", "重建", "铺设", "搭建",
        "盖起",
        "开辟", "更换", "修缮", "整治", "升级",
    ]

    /// 共享车间 of 在旧厂房里建起共享车间，面积1500平方米; 排水口改造 of 改造排水口，投资72万元: what is made at the end of the clause before, which
    /// a size is of; a sum of money is that of making it.
    private func objectOfMaking(_ clause: Range<Int>, ofFund isFund: Bool, _ text: Span<UInt8>) -> String? {
        guard
            let verb = clause.last(where: {
                tokens[$0].kind == .word
                    && SentenceReader.makings.contains(tokens[$0].start..<tokens[$0].end, of: text)
            }), verb + 1 < clause.upperBound
        else { return nil }
        var first = verb + 1
        // 新修了一条步道
        if tokens[first].has(.aspect) { first += 1 }
        while first < clause.upperBound, [.number, .measure].contains(tokens[first].wordClass) { first += 1 }
        // 纳入改造计划, 启动建设项目: nor is what is only planned or done the thing
        guard let object = thing(endingAt: clause.upperBound - 1, from: first, text),
            tokens[clause.upperBound - 1].roles.isDisjoint(with: [.plan, .magnitude]),
            object.unicodeScalars.count > 2 || !tokens[clause.upperBound - 1].has(.abstract)
        else { return nil }
        guard isFund else { return object }
        return phrases.scalars(tokens[verb]) == 2
            ? object + text.string(ofDocument: tokens[verb].start..<tokens[verb].end) : object
    }

    /// Whether a token between a mark and an attribute names nothing: 预计|总投资, 年底前|覆盖率.
    func isLeadIn(_ token: Token) -> Bool {
        token.isTime || token.has(.light) || token.has(.plan) || token.has(.sum) || token.has(.aspect)
            || token.wordClass == .adverb && token.kind == .word
    }

    /// 党群服务中心 of 党群服务中心改扩建后|建筑面积1160平方米: what a stage was gone through by, at the head of the clause.
    private func bearerBeforeStage(_ clause: Range<Int>, _ text: Span<UInt8>) -> String? {
        guard let last = clause.last, text.has("后", before: tokens[last].end), clause.count > 1,
            let stage = clause.dropFirst().first(where: { phrases.isVerbal(tokens[$0]) })
        else { return nil }
        return thing(endingAt: stage - 1, from: clause.lowerBound, text)
    }

    /// 公园 of 公园已开放, 管网改造 of 把管网改造列入民生实事, 11号线 of 最长的线路为11号线.
    private func subjectOfStanding(_ clause: Range<Int>, _ text: Span<UInt8>) -> String? {
        func stands(_ index: Int) -> Bool {
            let token = tokens[index]
            // 火炬传递以活力城市为主题: 为 behind 以 says nothing of the subject.
            if token.end - token.start == 3, text.has("为", at: token.start),
                tokens[clause.lowerBound..<index].contains(where: {
                    $0.kind == .word && $0.end - $0.start == 3 && text.has("以", at: $0.start)
                })
            {
                return false
            }
            return token.kind == .word
                && (!token.roles.isDisjoint(with: [.completion, .opening, .founding, .state])
                    || SentenceReader.standings.contains(token.start..<token.end, of: text))
        }
        var low = clause.lowerBound
        // 项目将开工: 将 right before it moves nothing.
        if let moved = clause.first(where: {
            tokens[$0].kind == .word && tokens[$0].end - tokens[$0].start == 3
                && (text.has("把", at: tokens[$0].start) || text.has("将", at: tokens[$0].start))
        }), moved + 1 < clause.upperBound, !stands(moved + 1) {
            low = moved + 1
        }
        guard low < clause.upperBound, let verb = (low..<clause.upperBound).first(where: stands), verb > low else {
            return nil
        }
        let isCopula = tokens[verb].has(.reach) && tokens[verb].end - tokens[verb].start == 3
        if isCopula, tokens[low..<verb].contains(where: { text.has("最", at: $0.start) }) {
            return thing(endingAt: clause.upperBound - 1, from: verb + 1, text)
        }
        var end = verb
        while end > low,
            tokens[end - 1].isTime || tokens[end - 1].wordClass == .adverb || tokens[end - 1].has(.plan)
                || tokens[end - 1].has(.sum) || tokens[end - 1].wordClass == .conjunction
                // 综合体主体完工: how far it is, and not what
                || text.has("主体", at: tokens[end - 1].start)
        { end -= 1 }
        guard let subject = thing(endingAt: end - 1, from: low, text) else { return nil }
        // 项目是全市最大的光伏电站: what the project is names it.
        return isCopula && subject.unicodeScalars.count <= 2
            ? thing(endingAt: clause.upperBound - 1, from: verb + 1, text) ?? subject : subject
    }

    /// 充电设施 of 加快充电设施建设: what is taken up, without the word for doing so.
    private func objectOfEffort(_ clause: Range<Int>, _ text: Span<UInt8>) -> String? {
        guard
            let verb = clause.prefix(4).first(where: {
                SentenceReader.efforts.contains(tokens[$0].start..<tokens[$0].end, of: text)
            }), verb + 1 < clause.upperBound,
            var name = thing(endingAt: clause.upperBound - 1, from: verb + 1, text)
        else { return nil }
        if let ending = SentenceReader.endeavours.first(where: { name.hasSuffix($0) }) {
            name.removeLast(ending.count)
        }
        return name.unicodeScalars.count >= 2 ? name : nil
    }

    /// A noun phrase that names a thing, and neither a place nor people; nil where another ends there.
    func thing(endingAt last: Int, from low: Int, _ text: Span<UInt8>) -> String? {
        guard last >= low, tokens[last].kind == .word || tokens[last].isMark(.closeQuote) else { return nil }
        let phrase = phrases.left(endingAt: last, floor: low, style: .count).item
        guard phrase.last == last, !phrases.isActor(tokens[last]), !tokens[last].has(.human), !tokens[last].has(.body),
            ![.locative, .adjective, .attributive].contains(tokens[last].wordClass),
            !phrase.contains(where: { tokens[$0].wordClass == .pronoun || tokens[$0].isMark(.pause) })
        else { return nil }
        let name = phrases.string(phrase, text: text)
        return (2...16).contains(name.unicodeScalars.count) && !SentenceReader.pointers.isEnding(of: name) ? name : nil
    }

    /// 客流量 of 天府机场客流量3700万人次，双流机场2500万人次: the attribute that a name shares with its like before, in the same unit.
    func attributeShared(with name: Range<Int>, _ text: Span<UInt8>, _ state: State) -> String? {
        guard let before = state.facts.last, let known = before.phrase, known.count > 1, before.rule == "item.left",
            before.change == .none, state.reading.change == .none,
            before.unitName(self) == state.reading.unitName(self),
            let head = known.last, tokens[head].has(.attribute) || tokens[head].has(.magnitude),
            let own = name.last, !tokens[own].has(.attribute), !tokens[own].has(.magnitude),
            tokens[own].kind == .word, tokens[head - 1].kind == .word,
            text.string(ofDocument: tokens[own].start..<tokens[own].end)
                == text.string(ofDocument: tokens[head - 1].start..<tokens[head - 1].end)
        else { return nil }
        return text.string(ofDocument: tokens[head].start..<tokens[head].end)
    }
}

extension QuantityReading {
    /// The unit of the figure, as the table names it.
    fileprivate func unitName(_ reader: SentenceReader) -> String? { reader.unit(quantity)?.name }
}
