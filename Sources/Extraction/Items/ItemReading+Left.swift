import Facts
import Scanning
import Units

/// What stands before a figure as its item, completed by what the phrase leaves out.
extension SentenceReader {
    /// Takes the phrase before a figure, completed by what it leaves out.
    func takeLeft(
        _ before: NounPhrases.Left, _ style: NounPhrases.Style, _ dimension: Dimension?, _ text: Span<UInt8>,
        _ state: inout State
    ) {
        if nameByDoing(before, dimension, text, &state) { return }
        var before = before
        let host = leaveDoer(&before, dimension, text, &state)
        leaveCompletion(&before, style, text)
        take(before.item, "item.left", text, &state)
        if let season = season(before: before.item, text) { state.reading.item = season + state.reading.item }
        if dimension == .money, nameTier(before.item, text, &state) { return }
        state.reading.item = host + state.reading.item
        leaveSumWord(before, text, &state)
        if dimension == .person { namePopulation(before, text, &state) }
        if dimension == .money {
            namePaid(before, text, &state)
            nameGiven(before, text, &state)
        }
        nameSigners(before, dimension, text, &state)
        complete(before, style, text, &state)
        sizeDoing(before, dimension, text, &state)
        sizePointedOut(before, text, &state)
        if dimension == .score { nameRated(before, text, &state) }
        if state.reading.rule == "item.left", before.item.count == 1, let head = before.item.first {
            completeFitting(before: head, before, text, &state)
            if state.reading.rule == "item.left" { completePeople(before.item, before, text, &state) }
        }
        if state.reading.rule == "item.left", let shared = attributeShared(with: before.item, text, state) {
            state.reading.item += shared
            state.reading.rule = "item.completed"
        }
        addWayOfLength(dimension, text, &state)
        if state.reading.rule == "item.left",
            let examples = examples(before: before.item, behind: before.predicate, text)
        {
            state.reading.item = examples + state.reading.item
        }
        if dimension == .money { nameOfTreasury(before, text, &state) }
        nameCarried(before, text, &state)
        addBase(before, dimension, text, &state)
    }

    private static let seasonsOfThings = WordList(
        joining: [seasonsInNames, ["暑假", "假期", "周末", "节前", "节后", "夜间"]])

    /// 开办|暑期|托管班: a season between a verb and the noun that is its object, where nothing stands that tells when it was done.
    private func season(before object: Range<Int>, _ text: Span<UInt8>) -> String? {
        guard case let index = object.lowerBound - 1, index > 0, !object.isEmpty, tokens[index].isTime,
            SentenceReader.seasonsOfThings.contains(tokens[index].start..<tokens[index].end, of: text),
            phrases.isVerbal(tokens[index - 1]) || tokens[index - 1].has(.stock),
            tokens[object.lowerBound].wordClass == .noun
        else { return nil }
        return text.string(of: tokens[index...index])
    }

    /// 宣讲团累计|宣讲52场: who does it is not what is counted; 夜市累计|接待8万人次: where it is done stays with it, and is returned.
    private func leaveDoer(
        _ before: inout NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: inout State
    ) -> String {
        guard let dimension, SentenceReader.doings.contains(dimension) || dimension == .count,
            let sum = before.item.last(where: { tokens[$0].has(.sum) }), sum + 1 < before.item.upperBound,
            tokens[(sum + 1)..<before.item.upperBound].allSatisfy({ phrases.isVerbal($0) })
        else { return "" }
        state.reading.isTotal = true
        if dimension == .count, let verb = before.item.last, tokens[verb].wordClass == .verb,
            tokens[verb].has(.transitive), phrases.isPatient(sum - 1), sum > before.item.lowerBound
        {
            // 难题先后办成320件: what it is done to
            before.item = before.item.lowerBound..<sum
            before.predicate = verb
            return ""
        }
        let host = before.item.lowerBound..<sum
        before.item = (sum + 1)..<before.item.upperBound
        return dimension == .event ? "" : phrases.string(host, text: text)
    }

    /// 完成|清淤8万立方米, 完成|签约98%: that it is done is no part of it.
    private func leaveCompletion(_ before: inout NounPhrases.Left, _ style: NounPhrases.Style, _ text: Span<UInt8>) {
        guard style == .rate, before.item.count > 1, let first = before.item.first, tokens[first].has(.light),
            text.has("完成", at: tokens[first].start), phrases.scalars(tokens[first]) == 2,
            phrases.isDoing(first + 1), phrases.scalars(tokens[first + 1]) > 1,
            !tokens[before.item.upperBound - 1].has(.bound), !tokens[before.item.upperBound - 1].has(.magnitude)
        else { return }
        before.item = (first + 1)..<before.item.upperBound
    }

    /// 调水工程|已累计|输水600亿立方米: that it is the sum of all years is no part of the name.
    private func leaveSumWord(_ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State) {
        let inner = before.item.dropFirst().dropLast()
        guard let done = inner.first(where: { tokens[$0].has(.done) || tokens[$0].has(.sum) }),
            let words = state.reading.item.firstRange(
                of: text.string(ofDocument: tokens[done].start..<tokens[done].end))
        else { return }
        state.reading.item.removeSubrange(words)
    }

    /// 社区常住1.8万人: those who live there.
    private func namePopulation(_ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State) {
        guard let last = before.item.last,
            let population = SentenceReader.population(
                text.string(ofDocument: tokens[last].start..<tokens[last].end)),
            before.item.dropLast().allSatisfy({ phrases.isActor(tokens[$0]) && !tokens[$0].has(.human) })
        else { return }
        state.reading.item = population
    }

    /// 水费|缴50元, 个人|付3元, 居民踊跃|捐款4万元: money by what is paid, and by who pays it only where nothing else tells.
    private func namePaid(_ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State) {
        guard before.item.count > 1, let last = before.item.last,
            case let words = tokens[last].start..<tokens[last].end
        else { return }
        if text.has("配套", at: words.lowerBound), words.count == 6 {
            // 区财政再|配套320万元: what goes with other money, and not who gives it
            state.reading.item =
                text.has("自筹", before: tokens[last - 1].end) ? state.reading.item + "资金" : "配套资金"
            return
        }
        let isInvesting = SentenceReader.investings.contains(words, of: text)
        guard isInvesting || SentenceReader.payings.contains(words, of: text) else { return }
        let payer = before.item.lowerBound..<last
        if isInvesting {
            // 返乡青年李强投资60万元: who puts it in is not what it is; but 项目投资
            if payer.contains(where: { tokens[$0].has(.human) || tokens[$0].wordClass == .person }) {
                state.reading.item = text.string(ofDocument: words)
            }
        } else if SentenceReader.sums.ends(in: text, at: words.upperBound) {
            // 居民踊跃捐款4万元
            state.reading.item = text.string(ofDocument: words)
        } else if SentenceReader.sums.ends(in: text, at: tokens[last - 1].end) {
            // 水费缴50元
            state.reading.item = phrases.string(payer, text: text)
        } else if namesPeople(payer, text) || SentenceReader.payers.ends(in: text, at: tokens[last - 1].end) {
            // 个人付3元, 物业公司自掏4万元
            state.reading.item += text.has("付", before: words.upperBound) ? "费" : "费用"
        }
    }

    /// 学校和街道|各|出3万元: who gives it, and what they do is no body.
    private func nameGiven(_ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.item == phrases.string(before.item, text: text),
            before.item.allSatisfy({
                phrases.isActor(tokens[$0]) || tokens[$0].has(.and) || tokens[$0].isMark(.pause)
            }), let verb = (before.item.upperBound..<max(state.place, before.item.upperBound)).last,
            SentenceReader.givings.contains(tokens[verb].start..<tokens[verb].end, of: text)
        else { return }
        state.reading.item += "出资"
    }

    /// 在垃圾分类考核中，综合得分为96.8分: a score by what it was given for.
    private func nameRated(_ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.rule == "item.left", before.item.count <= 2,
            SentenceReader.results.isEnding(of: state.reading.item), state.reading.item.unicodeScalars.count <= 4,
            let rated = ratingBefore(before.item.lowerBound, text), rated.unicodeScalars.count <= 10
        else { return }
        state.reading.complete(as: SentenceReader.joined(rated, state.reading.item))
    }

    /// 积水|深达1.3米: which way the length is.
    private func addWayOfLength(_ dimension: Dimension?, _ text: Span<UInt8>, _ state: inout State) {
        guard let way = wayOfLength(state.place, dimension, text), !state.reading.item.isEmpty,
            !state.reading.item.hasSuffix(way),
            !state.reading.item.unicodeScalars.suffix(1).elementsEqual(way.unicodeScalars.prefix(1))
        else { return }
        state.reading.item += way
    }

    /// 市级财政|投入5.2亿元: who pays it is not what it is.
    private func nameOfTreasury(_ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.item.hasSuffix("财政"), let verb = before.predicate, verb >= before.item.upperBound
        else { return }
        let words = text.string(tokens[verb].start..<tokens[verb].end)
        state.reading.item += words.unicodeScalars.count > 1 ? words : SentenceReader.fund(of: words)
    }

    /// 铁路|发送旅客, 中老铁路开通以来累计发送旅客: by whom it is carried.
    private func nameCarried(_ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.rule == "item.left", let verb = before.predicate, verb < before.item.lowerBound,
            SentenceReader.carryings.contains(tokens[verb].start..<tokens[verb].end, of: text),
            let carrier = carrier(before: verb, text)
        else { return }
        state.reading.item = carrier + text.string(tokens[verb].start..<tokens[verb].end) + state.reading.item
        state.reading.rule = "item.completed"
    }

    /// 每户|补助3000元: a short name with what it is for each of.
    private func addBase(
        _ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: inout State
    ) {
        guard let per = state.reading.per, state.reading.rule == "item.left",
            state.reading.item.unicodeScalars.count <= 3,
            dimension == .money || !SentenceReader.rhythms.isEnding(of: per),
            // 每个楼栋设督导员2名: those who are counted are named already, and so are things: 每站配灭火器4具
            dimension != .person || !namesPeople(before.item, text),
            dimension != .count || before.item.isEmpty || phrases.isVerbal(tokens[before.item.upperBound - 1]),
            !isPriced(before.item, state, text),
            !isStated(behind: before.item, text, state)
        else { return }
        if nameSizeOfEach(before, per: per, text, &state) { return }
        state.reading.item = per + state.reading.item
    }

    /// 清洗广告牌46块，冲洗面积3200平方米: an area by what is done to it, where that is told right before it, and is something else
    /// than what was done to the things counted before.
    private func sizeDoing(
        _ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: inout State
    ) {
        guard dimension == .area, state.reading.rule == "item.completed", before.item.count == 1,
            let head = before.item.first, let verb = before.predicate, verb + 1 == head,
            phrases.scalars(tokens[verb]) == 2,
            tokens[verb].kinds.contains(.handling) || phrases.isVerbal(tokens[verb]),
            tokens[verb].roles.isDisjoint(with: [.light, .stock, .reach, .plan]),
            !tokens[verb].kinds.contains(.concern), !tokens[verb].kinds.contains(.addition),
            verb == 0 || tokens[verb - 1].endsClause || tokens[verb - 1].isTime || tokens[verb - 1].has(.sum),
            case let doing = text.string(ofDocument: tokens[verb].start..<tokens[verb].end),
            !state.reading.item.contains(doing)
        else { return }
        let size = text.string(ofDocument: tokens[head].start..<tokens[head].end)
        let owner = String(state.reading.item.dropLast(size.count))
        guard state.reading.item.hasSuffix(size) else { return }
        let isSame = state.facts.last(where: { $0.item == owner })?.action == doing
        state.reading.item = (isSame ? owner : "") + doing + size
    }

    /// 拆的是楼顶的违建，面积3700平方米: a bare size is that of the thing which 的是 points out at the end of the clause before.
    private func sizePointedOut(_ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.rule == "item.left", before.item.count == 1, before.predicate == nil,
            let size = before.item.first, size > 3, tokens[size].has(.attribute) || tokens[size].has(.magnitude),
            tokens[size - 1].endsClause, !tokens[size - 1].isMark(.sentenceEnd),
            case let thing = phrases.left(endingAt: size - 2, floor: 0, style: .count).item,
            let last = thing.last, last == size - 2, tokens[last].kind == .word, tokens[last].wordClass == .noun,
            let clause = clauseWithoutFigure(endingAt: size - 1, within: NounPhrases.longest),
            (clause.lowerBound..<thing.lowerBound).dropFirst().contains(where: {
                tokens[$0 - 1].has(.de) && SentenceReader.copulas.contains(tokens[$0].start..<tokens[$0].end, of: text)
            })
        else { return }
        state.reading.complete(as: phrases.string(thing, text: text) + state.reading.item)
    }

    private static let givings: WordList = ["出", "拿出", "掏", "垫", "凑"]

    private static let results: WordList = ["得分"]

    /// 常住人口 of 常住: what those are called whom a word before 人 tells apart.
    static func population(_ kind: String) -> String? {
        ["常住", "户籍", "流动", "外来", "暂住"].contains(kind) ? kind + "人口" : nil
    }

    /// Nouns that say hardly more than “things”: they stand with the examples before them.
    private static let catchAlls: WordList = [
        "杂物", "物资", "物品", "用品", "设备", "设施", "器材", "资料", "险情", "线索", "矛盾", "行为", "苗木", "乔灌木", "演练", "演出", "赛事",
    ]
    /// Of these, the ones that say enough with a word of their own before them: 普法活动.
    private static let bareCatchAlls: WordList = ["活动", "事项"]

    /// 旧家具、纸箱等杂物13车: the examples before 等 with it, where what they are examples of says too little.
    func examples(before phrase: Range<Int>, behind verb: Int? = nil, _ text: Span<UInt8>) -> String? {
        let etc = phrase.lowerBound - 1
        guard etc > 1, tokens[etc].has(.etc), let last = phrase.last, phrase.count <= 2,
            // 数据中心、工业互联网等投资: nor does an attribute say whose it is.
            phrase.count == 1 && (tokens[last].has(.magnitude) || tokens[last].has(.attribute))
                || SentenceReader.catchAlls.isEnding(of: text.string(of: tokens[phrase.lowerBound...last]))
                || phrase.count == 1
                    && SentenceReader.bareCatchAlls.contains(tokens[last].start..<tokens[last].end, of: text)
        else { return nil }
        var list = phrases.left(endingAt: etc - 1, floor: 0, style: .count).item
        if let verb, etc - verb < 12, verb + 1 < etc, tokens[verb + 1..<etc].contains(where: { $0.isMark(.pause) }),
            tokens[verb + 1..<etc].allSatisfy({ $0.kind == .word || $0.isMark(.pause) })
        {
            // 劝阻|电鱼、洗车等行为: all that stands behind the verb, doings too
            list = (verb + 1)..<etc
        }
        guard list.upperBound == etc, let pause = list.first(where: { tokens[$0].isMark(.pause) }) else { return nil }
        // 沿线栽种国槐、丁香等苗木
        if pause > list.lowerBound,
            let verb = (list.lowerBound..<pause - 1).last(where: {
                tokens[$0].wordClass == .verb && tokens[$0].has(.transitive)
            })
        {
            list = (verb + 1)..<etc
        }
        let examples = phrases.string(list, text: text)
        return examples.unicodeScalars.count <= 20 ? examples + "等" : nil
    }

    private static let carryings: WordList = ["发送", "运送", "承运"]
    private static let carriers: WordList = ["铁路", "公路", "水路", "民航", "航空", "班列", "高铁", "地铁", "公交", "机场"]

    /// The railway or line that carries, before the verb, with a time, an adverb or a forecast at most between.
    private func carrier(before verb: Int, _ text: Span<UInt8>) -> String? {
        var last = verb - 1
        while last >= 0, verb - last <= 6,
            tokens[last].isTime || tokens[last].wordClass == .adverb || tokens[last].has(.sum)
                || tokens[last].has(.plan)
        { last -= 1 }
        guard last >= 0, tokens[last].kind == .word, SentenceReader.carriers.ends(in: text, at: tokens[last].end)
        else { return nil }
        let name = phrases.string(phrases.left(endingAt: last, floor: 0, style: .count).item, text: text)
        return (2...14).contains(name.unicodeScalars.count) ? name : nil
    }

    /// What a price by the piece, the square metre or the month is called by itself.
    private static let fees: WordList = ["费", "租金", "学费", "水费", "价格"]

    /// 物业费每平方米1.2元, 学费每门90元: whether a price has its name before 每, which is told with the base of the rate already.
    private func isPriced(_ phrase: Range<Int>, _ state: State, _ text: Span<UInt8>) -> Bool {
        guard let last = phrase.last, SentenceReader.fees.ends(in: text, at: tokens[last].end) else { return false }
        let between = tokens[phrase.upperBound..<max(phrase.upperBound, state.place)]
        // 清洁费按每户每月5元收取: the rate that it is paid by
        return between.contains { text.has("每", at: $0.start) } && !between.contains { text.has("按", at: $0.start) }
    }

    static let copulas: WordList = ["是", "为"]

    /// 租金是每平方米1.5元: whether 是 or 为 stands between what is paid and for what.
    private func isStated(behind phrase: Range<Int>, _ text: Span<UInt8>, _ state: State) -> Bool {
        tokens[phrase.upperBound..<max(phrase.upperBound, state.place)].contains {
            SentenceReader.copulas.contains($0.start..<$0.end, of: text)
        }
    }
}
