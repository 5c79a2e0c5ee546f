import Facts
import Scanning
import Units

/// What the words and clauses before a figure name, where its own clause leaves out what is counted.
extension SentenceReader {
    /// 满意率最高的是浮山里街道99.2%: the indicator before 最高的是; empty where the clause leaves it out, nil elsewhere.
    func superlative(_ left: Int, _ text: Span<UInt8>) -> String? {
        var index = left
        while index >= 0, tokens[index].has(.placeName) { index -= 1 }
        guard index < left, index >= 2, tokens[index].has(.reach), tokens[index - 1].has(.de),
            text.has("最", at: tokens[index - 2].start)
        else { return nil }
        guard index >= 3, !tokens[index - 3].endsClause else { return "" }
        let phrase = phrases.left(endingAt: index - 3, floor: 0, style: .rate).item
        return phrases.string(phrase, text: text)
    }

    /// 参训人员 of 在全部参训人员中，85%: those that the clause right before a figure picks from.
    func among(before place: Int, _ text: Span<UInt8>) -> Range<Int>? {
        let mark = place - 1
        guard mark > 2, tokens[mark].endsClause, !tokens[mark].isMark(.sentenceEnd),
            text.has("中", before: tokens[mark - 1].end), tokens[mark - 1].wordClass == .locative,
            let clause = clauseWithoutFigure(endingAt: mark, within: 12), let first = clause.first,
            text.has("在", at: tokens[first].start), phrases.scalars(tokens[first]) == 1
        else { return nil }
        let whole = phrases.left(endingAt: mark - 2, floor: first + 1, style: .count).item
        // 在工作中, 在活动中: when it was
        guard let last = whole.last, last == mark - 2, namesPeople(whole, text) || tokens[last].has(.doer) else {
            return nil
        }
        return whole
    }

    private static let orders: WordList = ["次之", "其次", "居次", "居首", "最多", "最高", "居多", "最少", "紧随其后", "再次", "最低", "靠前"]
    private static let ranks: WordList = ["最", "较", "居前", "靠前", "突出"]

    /// 流动人口较多的社区依次为：甲社区9214人: what the places that a list ranks have so much of.
    func ranked(before place: Int, _ text: Span<UInt8>) -> String? {
        guard
            let de = tokens[..<place].indices.first(where: { index in
                guard index > 2, tokens[index].has(.de), index + 2 < place, tokens[index + 1].has(.agent) else {
                    return false
                }
                // 较|多
                let rank = tokens[phrases.scalars(tokens[index - 1]) == 1 ? index - 2 : index - 1]
                return SentenceReader.ranks.begins(in: text, at: rank.start)
            })
        else { return nil }
        var index = de + 2
        while index < place, tokens[index].wordClass == .adverb || tokens[index].has(.distribute) { index += 1 }
        guard index < place, tokens[index].has(.reach) || tokens[index].has(.stock) else { return nil }
        let last = phrases.scalars(tokens[de - 1]) == 1 ? de - 3 : de - 2
        let noun = phrases.left(endingAt: last, floor: 0, style: .count).item
        return noun.upperBound == last + 1 && !noun.isEmpty ? phrases.string(noun, text: text) : nil
    }

    private static let accounts: WordList = ["情况", "统计", "排名", "明细", "一览"]

    /// 8月份各社区垃圾清运情况：甲社区126吨: what the words before the colon give an account of.
    func accounted(before place: Int, _ text: Span<UInt8>) -> String? {
        guard let colon = tokens[..<place].indices.first(where: { tokens[$0].endsClause }), colon > 1,
            text.has("：", at: tokens[colon].start) || text.has(":", at: tokens[colon].start),
            SentenceReader.accounts.ends(in: text, at: tokens[colon - 1].end)
        else { return nil }
        // 清运情况 may be one word.
        let last = phrases.scalars(tokens[colon - 1]) == 2 ? colon - 2 : colon - 1
        let told = phrases.left(endingAt: last, floor: 0, style: .rate).item
        guard told.upperBound == last + 1, !told.allSatisfy({ phrases.isActor(tokens[$0]) }) else { return nil }
        return phrases.string(told, text: text)
    }

    static let ratings: WordList = ["测评", "考核", "评比", "检查", "考试", "竞赛", "评价", "测试", "评估", "抽查", "暗访"]

    /// 助浴快车 of 满意度最高的“助浴快车”得了98分: what has got so many points.
    func scored(before place: Int, _ text: Span<UInt8>) -> String? {
        var verb = place - 1
        while verb > 0, tokens[verb].has(.aspect) || tokens[verb].wordClass == .adverb { verb -= 1 }
        guard verb > 0, text.has("得", before: tokens[verb].end) || text.has("获", before: tokens[verb].end),
            case let thing = phrases.left(endingAt: verb - 1, floor: 0, style: .count).item,
            let last = thing.last, last == verb - 1, tokens[last].isMark(.closeQuote) || tokens[last].wordClass == .noun
        else { return nil }
        return phrases.string(thing, text: text)
    }

    /// What the sentence names before a figure that is rated in points: 居民满意度测评.
    func ratingBefore(_ place: Int, _ text: Span<UInt8>) -> String? {
        guard
            let last = tokens[..<place].indices.last(where: {
                SentenceReader.ratings.ends(in: text, at: tokens[$0].end)
            })
        else { return nil }
        let item = phrases.left(endingAt: last, floor: 0, style: .rate).item
        guard item.upperBound == last + 1 else { return nil }
        return phrases.string(item, text: text)
    }

    /// What the clause right before a figure ranks: 停车类诉求次之，占27%; 物业类位居第三，518件; 其次是供水类，643件.
    func rankedBefore(_ place: Int, _ text: Span<UInt8>) -> String? {
        var mark = place - 1
        while mark > 0, tokens[mark].kind == .word,
            tokens[mark].wordClass == .adverb || tokens[mark].has(.reach) || tokens[mark].has(.sum)
                || tokens[mark].isBound
        { mark -= 1 }
        guard mark > 1, tokens[mark].endsClause, !tokens[mark].isMark(.sentenceEnd), tokens[mark - 1].kind == .word,
            let clause = clauseWithoutFigure(endingAt: mark, within: 16)
        else { return nil }
        func isOrder(_ index: Int) -> Bool {
            SentenceReader.orders.contains(tokens[index].start..<tokens[index].end, of: text)
        }
        var part = mark..<mark
        if let verb = clause.dropFirst().first(where: {
            text.has("是", at: tokens[$0].start) && phrases.scalars(tokens[$0]) == 1
        }), isOrder(verb - 1) || tokens[verb - 1].has(.de) {
            part = phrases.right(startingAt: verb + 1)
            guard part.upperBound == mark else { return nil }
        } else {
            var last = mark - 2
            if !isOrder(mark - 1) {
                guard text.has("第", at: tokens[mark - 1].start), last > clause.lowerBound,
                    text.has("居", before: tokens[last].end) || text.has("列", before: tokens[last].end)
                else { return nil }
                last -= 1
            }
            guard last >= clause.lowerBound else { return nil }
            part = phrases.left(endingAt: last, floor: clause.lowerBound, style: .rate).item
            guard part.upperBound == last + 1 else { return nil }
        }
        while let first = part.first, tokens[first].has(.placeName) { part.removeFirst() }
        // 中部地区增速最高: how fast, of what was measured before
        guard !part.isEmpty, !part.allSatisfy({ phrases.isActor(tokens[$0]) || tokens[$0].has(.rate) }) else {
            return nil
        }
        return phrases.string(part, text: text)
    }

    /// 绿化养护费 of 绿化养护费谈判谈了好久: the thing that opens a clause without figures, before the first verb.
    private func openerOfClause(endingAt mark: Int, _ text: Span<UInt8>) -> String? {
        guard let clause = clauseWithoutFigure(endingAt: mark, within: 16),
            let verb = clause.first(where: { tokens[$0].kind == .word && tokens[$0].wordClass == .verb }),
            verb > clause.lowerBound, verb < mark - 1, !tokens[clause].contains(where: { $0.has(.de) })
        else { return nil }
        // 业委会把保洁费谈了很久: what it is done to
        let fronting = (clause.lowerBound..<verb).last { tokens[$0].kinds.contains(.fronting) }
        let low = fronting.map { $0 + 1 } ?? clause.lowerBound
        guard low < verb, case let phrase = phrases.left(endingAt: verb - 1, floor: low, style: .rate).item,
            phrase == low..<verb,
            !tokens[phrase].contains(where: {
                phrases.isActor($0) || $0.has(.human) || $0.has(.doer) || $0.has(.body) || $0.has(.placeName)
            })
        else { return nil }
        return phrases.string(phrase, text: text)
    }

    /// 本外币绿色贷款增加较多，达5.35万亿元: the subject of the clause before, where nothing but 达 opens the figure's own.
    func subjectBefore(_ left: Int, _ text: Span<UInt8>) -> String? {
        // 税收稳居第一，去年达到3亿元
        let dated = left
        var left = left
        while left > 1, dated - left < 3, tokens[left].isTime { left -= 1 }
        guard left > 1, tokens[left].endsClause,
            text.has("，", at: tokens[left].start) || text.has(",", at: tokens[left].start),
            tokens[dated + 1].kind == .word,
            tokens[dated + 1].has(.reach) || dated == left && tokens[left + 1].has(.from)
        else { return nil }
        let isFrom = tokens[left + 1].has(.from)
        left = endBeforeAsides(left, text)
        if isFrom {
            // 养护费谈了好久，由6.5元让到5.2元: what the clause is about, which a verb follows
            if let opener = openerOfClause(endingAt: left, text) { return opener }
            // 街巷环境类投诉，由2022年的635件下降到208件
            let clause = phrases.left(endingAt: left - 1, floor: 0, style: .count)
            var subject = clause.item
            if let verb = clause.predicate, verb > 0, let last = subject.last, phrases.isVerbal(tokens[last]) {
                // 个体工商户实现蓬勃发展，从2013年的…增长到…: who has developed
                subject = phrases.left(endingAt: verb - 1, floor: 0, style: .count).item
                return subject.isEmpty ? nil : phrases.string(subject, text: text)
            }
            guard let last = subject.last, last == left - 1, !subject.allSatisfy({ phrases.isActor(tokens[$0]) }) else {
                return nil
            }
            return phrases.string(subject, text: text)
        }
        var start = left
        while start > 0, !tokens[start - 1].endsClause {
            start -= 1
            if tokens[start].isQuantity { return nil }
        }
        if let goal = goalAlone(start..<left, text) { return goal }
        if case let last = endBeforeRank(left - 1, text), last < left - 1,
            // 中部地区增速最高: how fast, of what was measured before
            !(["增速", "增幅", "涨幅", "降幅"] as [StaticString]).contains(where: { text.has($0, before: tokens[last].end) })
        {
            // 满意率全区最高，达92%
            let subject = phrases.left(endingAt: last, floor: start, style: .rate).item
            if subject.upperBound == last + 1, !subject.isEmpty { return phrases.string(subject, text: text) }
        }
        guard
            let verb = (start..<left).first(where: {
                tokens[$0].has(.increase) || tokens[$0].has(.decrease) || tokens[$0].wordClass == .verb
            }), verb > start
        else { return nil }
        var end = verb
        // 生产总值|连续5年|位居全市第二: for how long it has been so
        if let lasting = (start..<end).first(where: { text.has("连续", at: tokens[$0].start) }) { end = lasting }
        while end > start + 1, tokens[end - 1].wordClass == .adverb || tokens[end - 1].wordClass == .conjunction {
            end -= 1
        }
        guard end > start else { return nil }
        let phrase = phrases.left(endingAt: end - 1, floor: start, style: .rate).item
        // 增速转正，为0.9%: a rate alone is that of what was measured before
        guard !phrase.isEmpty, !phrase.allSatisfy({ phrases.isActor(tokens[$0]) || tokens[$0].has(.rate) }) else {
            return nil
        }
        return phrases.string(phrase, text: text)
    }

    /// 新增就业 of 今年新增就业的目标，定在1.2万人: what a clause that only names a goal is the goal of.
    private func goalAlone(_ clause: Range<Int>, _ text: Span<UInt8>) -> String? {
        guard let goal = clause.last, clause.count > 2, tokens[goal - 1].has(.de),
            SentenceReader.goals.contains(tokens[goal].start..<tokens[goal].end, of: text)
        else { return nil }
        let thing = phrases.left(endingAt: goal - 2, floor: clause.lowerBound, style: .rate)
        let first = thing.predicate.map { min($0, thing.item.lowerBound) } ?? thing.item.lowerBound
        guard thing.item.upperBound == goal - 1, !thing.item.isEmpty else { return nil }
        return phrases.string(first..<(goal - 1), text: text)
    }

    /// The noun for growth or decline in the clause that ends at a mark: 增幅, 降幅.
    func rateBefore(_ mark: Int) -> Int? {
        var index = mark - 1
        while index >= 0, !tokens[index].endsClause {
            if tokens[index].has(.magnitude), tokens[index].has(.increase) || tokens[index].has(.decrease) {
                return index
            }
            index -= 1
        }
        return nil
    }

    /// Whether a phrase names people or homes, which 人, 名 and 户 count: 引导22户, 来了六十多人 count nothing else.
    func namesPeople(_ phrase: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard let last = phrase.last else { return false }
        if phrase.contains(where: { tokens[$0].has(.human) || tokens[$0].has(.agent) }) { return true }
        return (["长", "员", "者", "人", "户", "民"] as [StaticString]).contains { text.has($0, before: tokens[last].end) }
    }

    /// Whether 为 or 成 stands between a verb and a figure: what was counted before has become so many.
    func turnsInto(_ place: Int, _ text: Span<UInt8>) -> Bool {
        guard place > 1, tokens[place - 1].kind == .word, tokens[place - 1].end - tokens[place - 1].start == 3,
            phrases.isVerbal(tokens[place - 2])
        else { return false }
        return text.has("为", at: tokens[place - 1].start) || text.has("成", at: tokens[place - 1].start)
    }

    /// 老旧小区 of 改造老旧小区 and of 老旧小区改造, where 开工改造23个 says again what is done.
    static func without(_ verbs: String?, _ topic: String) -> String {
        guard let verbs, !verbs.isEmpty else { return topic }
        for length in stride(from: min(4, topic.count - 2), through: 2, by: -1) {
            if verbs.hasSuffix(topic.prefix(length)) { return String(topic.dropFirst(length)) }
            if verbs.hasSuffix(topic.suffix(length)) { return String(topic.dropLast(length)) }
        }
        return topic
    }

    /// Where a clause begins that holds no more than a place and how it ranks, by the mark that ends it.
    func rankedPlace(endingAt mark: Int, _ text: Span<UInt8>) -> Int? {
        guard mark > 1, ReadingTools.rankings.ends(in: text, at: tokens[mark - 1].end) else { return nil }
        var index = mark - 2
        while index > 0, tokens[index].has(.placeName) { index -= 1 }
        return index < mark - 2 && index > 0 && tokens[index].endsClause ? index : nil
    }

    private static let qualities: WordList = ["质量", "效率", "情况", "质效", "能力", "进度", "成效", "水平", "力度"]
    private static let meansOpeners: WordList = ["以", "在", "通过", "依托", "围绕", "聚焦", "按照", "根据", "随着", "本着", "坚持"]
    private static let effects: WordList = ["有效", "切实", "真正", "极大", "大大", "进一步", "彻底", "充分"]

    /// The mark that ends the last clause before an index which tells more than by what means something was done or what good
    /// it did: 以党建引领为抓手, 在网格员的协助下, 有效解决了居民的烦心事.
    private func endBeforeAsides(_ mark: Int, _ text: Span<UInt8>) -> Int {
        var end = mark
        while end > 1, mark - end < 24 {
            guard !tokens[end].isMark(.sentenceEnd) else { return end }
            guard let clause = clauseWithoutFigure(endingAt: end, within: NounPhrases.longest), !clause.isEmpty,
                clause.lowerBound > 0, tokens[clause.lowerBound - 1].endsClause, isAside(clause, text)
            else { return end }
            end = clause.lowerBound - 1
        }
        return end
    }

    /// The clause that a mark ends, as far back as so many tokens; `nil` where a figure stands in it.
    func clauseWithoutFigure(endingAt mark: Int, within reach: Int) -> Range<Int>? {
        var start = mark
        while start > 0, mark - start < reach, !tokens[start - 1].endsClause {
            start -= 1
            if tokens[start].isQuantity { return nil }
        }
        return start..<mark
    }

    private func isAside(_ clause: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard let first = clause.first, clause.count > 1, tokens[first].kind == .word else { return false }
        let word = tokens[first].start..<tokens[first].end
        if SentenceReader.effects.contains(word, of: text) { return phrases.isVerbal(tokens[first + 1]) }
        guard SentenceReader.meansOpeners.contains(word, of: text) else { return false }
        // 在小区内: where it is may be what is told of
        let last = tokens[clause.upperBound - 1]
        // 通过校门段的时间: a size may be what is told of
        return word.count > 3 && !last.has(.magnitude) || text.has("下", before: last.end)
            || text.has("以", at: word.lowerBound) && tokens[clause].contains { text.has("为", at: $0.start) }
    }

    /// Where the name of a thing ends before a verb for its coming into use and the span since then.
    private func openedBefore(spanEndingAt last: Int, _ text: Span<UInt8>) -> Int? {
        var index = last
        while index > 1, last - index < 5, !SettingAside.openings.ends(in: text, at: tokens[index].end) {
            guard tokens[index].kind == .word || tokens[index].isTime || tokens[index].isQuantity else { return nil }
            index -= 1
        }
        guard index < last, SettingAside.openings.ends(in: text, at: tokens[index].end),
            ["月", "天", "周", "年", "日"].contains(where: { (unit: StaticString) in
                text.has(unit, before: tokens[last].end)
            }), phrases.isNominal(tokens[index - 1])
        else { return nil }
        return index - 1
    }

    private static let leadings: WordList = ["牵头", "主导", "主办", "承办", "负责", "带队", "发力", "跟进"]

    /// The noun phrase at the end of the clause before: 漏水引发的官司，老周调解了一百二十余起.
    func clauseBefore(_ position: Int, _ dimension: Dimension, _ text: Span<UInt8>) -> String? {
        var index = endOfClause(before: position, text)
        // 规上工业企业中，31家实现正增长: of those that the clause before names
        let isAmong =
            index > 0 && tokens[index].wordClass == .locative && phrases.scalars(tokens[index]) == 1
            && text.has("中", at: tokens[index].start) && !tokens[index - 1].has(.placeName)
        if isAmong { index -= 1 }
        // 按时办结率方面，甲街道为100%
        if index > 0, text.has("方面", at: tokens[index].start) {
            index -= 1
            // 办理质量方面，按期办结4251件: how well it is done is not what is counted
            if dimension != .ratio, SentenceReader.qualities.ends(in: text, at: tokens[index].end) { return nil }
        }
        guard index >= 0, position - index < 40, !tellsCircumstance(endingAt: index, before: position, text) else {
            return nil
        }
        if let treated = treated(endingAt: index, dimension, text) { return treated }
        if let told = whatTheyAre(endingAt: index, summedAt: position, dimension, text) { return told }
        var item = subject(endingAt: endBeforeHour(index, text) ?? index, before: position, dimension, text)
        if isMeasureOfOne(item, text), let mark = (0..<index).last(where: { tokens[$0].endsClause }), mark > 0 {
            // 像这样的课堂，社区每季度办一期，至今已办11期: what is held, before how often
            item = subject(endingAt: mark - 1, before: position, dimension, text)
        }
        // 由街道牵头，…: who leads it
        if item.count == 1, let only = item.first,
            SentenceReader.leadings.contains(tokens[only].start..<tokens[only].end, of: text)
        {
            return nil
        }
        guard let last = item.last,
            isAmong || isPointedAt(item, text) || !item.allSatisfy({ phrases.isActor(tokens[$0]) }),
            !isLabel(item),
            // 负责人告诉记者，…: that somebody said it
            !item.contains(where: { $0 < last && tokens[$0].has(.speech) }),
            // 认证工作中，…: when or where it was
            tokens[last].wordClass != .locative || tokens[last].end - tokens[last].start > 3,
            !text.has("工作中", before: tokens[last].end),
            dimension != .person && dimension != .household || namesPeople(item, text)
        else { return nil }
        return phrases.string(item, text: text)
    }

    /// 像她这样的|网格员，全街道共有138名: whether a phrase names those of the sort to which the text points, who do nothing here.
    private func isPointedAt(_ item: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard let first = item.first, first > 1, tokens[first - 1].has(.de) else { return false }
        let pointer = tokens[first - 2]
        return pointer.kind == .word && SentenceReader.sortPointers.contains(pointer.start..<pointer.end, of: text)
    }

    /// 老旧小区 of 对老旧小区进行改造，共12个: the thing that a clause tells to be dealt with, and not what is done with it.
    private func treated(endingAt last: Int, _ dimension: Dimension, _ text: Span<UInt8>) -> String? {
        guard SentenceReader.countable.contains(dimension), phrases.isDoing(last) || phrases.isVerbal(tokens[last])
        else { return nil }
        let start = clauseStart(of: last)
        guard
            let light = (start..<last).last(where: {
                SentenceReader.treatings.contains(tokens[$0].start..<tokens[$0].end, of: text)
            }), light > start + 1,
            let front = (start..<light - 1).last(where: {
                tokens[$0].kind == .word && SentenceReader.fronts.contains(tokens[$0].start..<tokens[$0].end, of: text)
            })
        else { return nil }
        let object = phrases.left(endingAt: light - 1, floor: front + 1, style: .count).item
        return object.upperBound == light && !object.isEmpty ? phrases.string(object, text: text) : nil
    }

    private static let treatings: WordList = ["进行", "开展", "实施", "予以", "给予"]
    private static let fronts: WordList = ["对", "将", "把", "给"]

    /// 独居老人 of 服务对象主要是独居老人，共12人: what those are said to be whom the next clause sums up.
    private func whatTheyAre(
        endingAt last: Int, summedAt position: Int, _ dimension: Dimension, _ text: Span<UInt8>
    ) -> String? {
        guard SentenceReader.countable.contains(dimension), position > 0, position + 1 < tokens.count,
            let sum = tokens[..<(position + 2)].suffix(2).last(where: { $0.has(.sum) }), sum.kind == .word
        else { return nil }
        let start = clauseStart(of: last)
        guard
            let copula = (start..<last).last(where: {
                tokens[$0].kind == .word
                    && (text.has("是", before: tokens[$0].end) || text.has("为", before: tokens[$0].end))
                    && phrases.scalars(tokens[$0]) <= 3
            }),
            case let those = phrases.left(endingAt: last, floor: copula + 1, style: .count).item,
            those == (copula + 1)..<(last + 1), !those.contains(where: { phrases.isVerbal(tokens[$0]) })
        else { return nil }
        return phrases.string(those, text: text)
    }

    private static let superlatives: WordList = [
        "最高", "最低", "最多", "最少", "最大", "最快", "最好", "首位", "前列", "榜首", "前茅", "领先",
    ]
    private static let rankings: WordList = [
        "全区", "全市", "全省", "全县", "全镇", "全国", "全街道", "位居", "排名", "位列", "名列", "稳居", "居", "排", "排在", "列", "在", "中",
    ]

    /// 满意率|全区|最高, 参与率|位居|全区|前列: the last word before those that only rank it, or the last of all where it is not ranked.
    private func endBeforeRank(_ last: Int, _ text: Span<UInt8>) -> Int {
        guard last > 0, SentenceReader.superlatives.contains(tokens[last].start..<tokens[last].end, of: text) else {
            return last
        }
        var end = last - 1
        while end > 0, tokens[end].kind == .word,
            SentenceReader.rankings.contains(tokens[end].start..<tokens[end].end, of: text)
        { end -= 1 }
        return tokens[end].kind == .word && tokens[end].wordClass == .noun && !tokens[end].has(.placeName) ? end : last
    }

    /// Where the words end that the clause before may name a thing with: without marks, without how long it has been open, and without
    /// what is said of it.
    private func endOfClause(before position: Int, _ text: Span<UInt8>) -> Int {
        var index = position
        while index >= 0, !tokens[index].endsClause { index -= 1 }
        index = endBeforeAsides(index, text)
        // 空地划成车位，柳巷社区最多，320个: a clause that only ranks a place
        if let ranked = rankedPlace(endingAt: index, text) { index = ranked }
        while index > 0,
            tokens[index].endsClause || tokens[index].isMark(.openQuote) || tokens[index].isMark(.closeQuote)
        {
            index -= 1
        }
        // 停车场启用两个月，日均停放620辆次: what has been in use for so long
        if index > 2, let begin = openedBefore(spanEndingAt: index, text) { index = begin }
        // 转办件仍然偏多，本周收到27件: the subject, without what is said of it
        var end = index
        while end > 0, tokens[end].kind == .word, !tokens[end].endsClause,
            tokens[end].wordClass == .adverb || tokens[end].wordClass == .adjective || tokens[end].has(.increase)
                || tokens[end].has(.decrease) || tokens[end].wordClass == .idiom
                // 环比|零|增长，同比萎缩0.1%
                || text.has("零", at: tokens[end].start) && tokens[end].end - tokens[end].start == 3
        { end -= 1 }
        end = endBeforeRank(end, text)
        if end < index, tokens[end].kind == .word, phrases.isNominal(tokens[end]) { index = end }
        return index
    }

    /// Whether the clause before tells by what, up to when, why or by whom the figure is told: 从承办单位看, 截至活动结束, 针对群众需求, 数据显示.
    private func tellsCircumstance(endingAt index: Int, before position: Int, _ text: Span<UInt8>) -> Bool {
        // 从承办单位看，…: by what it is told
        if aspects.contains(where: { $0 > index && $0 <= position && $0 - index < 3 }) { return true }
        // 截至活动结束，发放208份: up to when it is told
        let start = clauseStart(of: index)
        if start < tokens.count, text.has("截至", at: tokens[start].start) || text.has("截止", at: tokens[start].start) {
            return true
        }
        // 针对群众健身需求，新建4个: why it is done
        if start < tokens.count, text.has("针对", at: tokens[start].start) { return true }
        // 监测数据显示，…: who says what follows
        return saysSo(index, text)
    }

    /// The noun phrase that ends a clause: what keeps to a level and not the level, and without what is said of it.
    private func subject(
        endingAt index: Int, before position: Int, _ dimension: Dimension, _ text: Span<UInt8>
    ) -> Range<Int> {
        var reading = phrases.left(endingAt: index, floor: 0, style: dimension == .ratio ? .rate : .count)
        if let verb = reading.predicate, verb > 0, verb < reading.item.lowerBound,
            (verb + 1..<reading.item.lowerBound).contains(where: { phrases.countsOne($0, before: index + 1) }),
            case let subject = phrases.left(endingAt: verb - 1, floor: 0, style: .count).item,
            subject.upperBound == verb,
            !subject.isEmpty,
            // 换个灯泡，一共换了37个: but what is done again is done to the same
            !tokens[(index + 1)...].prefix(8).contains(where: {
                $0.kind == .word && text.string(of: [$0]) == text.string(of: tokens[verb...verb])
            })
        {
            // 车位换个方向: of the one thing there are not many, and what follows is told of the subject
            return subject
        }
        let kept = reading.item.dropFirst().first { tokens[$0].has(.state) && tokens[$0].wordClass == .verb }
        let predicate =
            dimension == .ratio
            ? phrases.left(endingAt: index, floor: 0, style: .count).predicate : reading.predicate
        if let verb = kept ?? predicate, tokens[verb].has(.reach) || kept != nil, verb > 0,
            kept != nil || verb < reading.item.lowerBound
        {
            // 吞吐量保持高位，完成67.5万吨, 客流持续处于低位，下降8%: what keeps to a level, and not the level
            var last = verb - 1
            while last > 0, tokens[last].kind == .word, tokens[last].wordClass == .adverb { last -= 1 }
            let subject = phrases.left(endingAt: last, floor: 0, style: .count)
            if subject.item.upperBound == last + 1, !subject.item.isEmpty { reading = subject }
        }
        if let said = reading.item.dropFirst().first(where: { tokens[$0].has(.done) }),
            tokens[said..<reading.item.upperBound].allSatisfy({ $0.wordClass == .adverb || phrases.isVerbal($0) })
        {
            // 整治任务已经排定，共安排62条: what the clause says of it is no part of its name
            reading.item = reading.item.lowerBound..<said
        }
        return reading.item
    }
}
