import Facts
import Scanning
import Units

/// What stands beside a figure and is no part of the name of what it counts: how far a building is, what those who
/// are counted have.
extension SentenceReader {
    private static let stagedParts: WordList = ["主体", "主体结构", "主体工程", "土建", "外立面", "框架", "结构"]

    /// Takes off the phrase behind a figure what says how those that are counted stand, or what they have.
    ///
    /// - Parameter isLight: whether a verb stands before the figure that only carries a doing: 完成90户老年人家庭适老化改造.
    func leaveParts(_ right: inout Range<Int>, isLight: Bool, _ dimension: Dimension?, _ text: Span<UInt8>) {
        guard let first = right.first, let last = right.last else { return }
        if right.count > 1, tokens[last].has(.average) {
            // 12个站点|日均|客流8.6万人次
            right = right.lowerBound..<last
            return
        }
        let nothing = right.lowerBound..<right.lowerBound
        let words = tokens[first].start..<tokens[last].end
        if right.count <= 2, last + 1 < tokens.count, tokens[last + 1].has(.completion),
            SentenceReader.stagedParts.contains(words, of: text)
        {
            // 6栋主体封顶: how far they are
            right = nothing
        } else if dimension == .length, right.count == 1, phrases.closes(at: last + 1),
            SentenceReader.ways.contains(where: { text.has($0.word, at: tokens[last].start) }),
            phrases.scalars(tokens[last]) == 1
        {
            // 栈道有860米长
            right = nothing
        } else if dimension == .household, let household = right.last(where: { isHousehold($0, text) }),
            household < last,
            !isLight, right.allSatisfy({ tokens[$0].kind == .word && !tokens[$0].has(.and) })
        {
            // 300户农民就业, 20户特困老年人家庭适老化改造: what they do, or what is done for them
            right = right.lowerBound..<(household + 1)
        } else if dimension == .count, let site = siteOfWork(right, text) {
            // 完成3个小区供暖管网改造: where it is done, since no such measure word counts a doing
            right = right.lowerBound..<(site + 1)
        } else if dimension == .length, let pause = right.first(where: { tokens[$0].isMark(.pause) }) {
            // 400米健身步道、舞蹈教室: a length is that of one thing
            right = right.lowerBound..<pause
        }
    }

    /// 将违建66处拆除到位, 对生产经营单位812家次进行检查: whether the words behind a figure are what is done to those that stand
    /// before it.
    func isDone(_ right: Range<Int>, to before: NounPhrases.Left) -> Bool {
        guard let first = right.first, let last = before.item.last,
            right.allSatisfy({ phrases.isDoing($0) }), !phrases.isVerbal(tokens[last]),
            // 将城管等6支执法力量下沉到社区: those that are counted stand behind
            tokens[(last + 1)..<first].allSatisfy({ $0.isQuantity || $0.isBound || $0.has(.sum) || $0.has(.light) })
        else { return false }
        // 计划将老旧小区7个改造到位: a verb before it has it not for its object
        return phrases.front(of: before.item).map { front in before.predicate.map { $0 <= front } ?? true } ?? false
    }

    /// 老旧供热管网改造 of 对两个街道的老旧供热管网进行改造, 闲置锅炉房改造 of 把闲置锅炉房改成食堂: what is done to the thing that a word brings
    /// before its verb.
    func doingFronted(by front: Int, _ text: Span<UInt8>) -> String? {
        func verb(behind last: Int) -> Int? {
            var verb = last
            while verb < tokens.count,
                tokens[verb].has(.light) || tokens[verb].has(.aspect) || tokens[verb].wordClass == .adverb
            { verb += 1 }
            guard verb < tokens.count else { return nil }
            let isVerb = phrases.isVerbal(tokens[verb]) || phrases.isPlain(tokens[verb]) || tokens[verb].has(.become)
            return isVerb ? verb : nil
        }
        var thing = phrases.right(startingAt: front + 1, endsAtVerb: true)
        if thing.isEmpty || verb(behind: thing.upperBound) == nil {
            // 对平泉里等两个街道的老旧管网进行改造
            let reach = tokens[front...].prefix(24).prefix { !$0.endsClause }
            guard let light = reach.indices.dropFirst(2).last(where: { tokens[$0].has(.light) }) else { return nil }
            thing = phrases.left(endingAt: light - 1, floor: front + 1, style: .count).item
            guard thing.upperBound == light else { return nil }
        }
        guard !thing.isEmpty, let verb = verb(behind: thing.upperBound) else { return nil }
        // 对中心进行提质改造
        let end = verb + 1 < tokens.count && phrases.isDoing(verb + 1) && phrases.closes(at: verb + 2) ? verb + 1 : verb
        let doing = text.string(of: tokens[verb...end])
        // 改成食堂
        let isChange = ["改成", "改为", "变成", "变为", "打造成", "改造成", "改建成", "改造为", "改建为"].contains(doing)
        return phrases.string(thing, text: text) + (isChange ? "改造" : doing)
    }

    /// Whether a size leads on to a figure of its own, with no more than 分别, 约 or 达 between.
    func leadsOn(behind size: Int) -> Bool {
        var next = size + 1
        while next < tokens.count, next - size < 4, tokens[next].kind == .word,
            tokens[next].wordClass == .adverb
                || !tokens[next].roles.isDisjoint(with: [.reach, .about, .over, .under, .distribute, .sum, .light])
        { next += 1 }
        return next < tokens.count && tokens[next].isQuantity
    }

    /// Sites that works are done in, each of which has parts of its own.
    private static let sites: WordList = [
        "小区", "院落", "楼院", "住宅楼", "居民楼", "楼栋", "楼宇", "家属院", "网格", "单位", "商户", "门店",
    ]

    /// The site before a thing in it and what is done with that, at the end of a clause: 小区|雨污管网|改造, 餐饮单位|净化设施|安装.
    private func siteOfWork(_ phrase: Range<Int>, _ text: Span<UInt8>) -> Int? {
        guard phrase.count > 2, let last = phrase.last, phrases.closes(at: last + 1),
            tokens[last].wordClass == .verbalNoun || tokens[last].wordClass == .verb, !tokens[last].has(.abstract),
            let site = phrase.dropLast(2).last(where: {
                SentenceReader.sites.ends(in: text, at: tokens[$0].end) && !tokens[$0].isMark(.closeQuote)
            }),
            tokens[(site + 1)...last].allSatisfy({ $0.kind == .word && !$0.has(.and) && !$0.has(.de) }),
            phrases.scalars(of: (site + 1)..<last) > 1
        else { return nil }
        return site
    }

    /// Whether a word is for those who make up a household.
    private func isHousehold(_ index: Int, _ text: Span<UInt8>) -> Bool {
        tokens[index].wordClass == .noun
            && (tokens[index].has(.human) || text.has("家庭", before: tokens[index].end)
                || text.has("户", before: tokens[index].end))
    }

    /// 主体完工57所: leaves the stage alone where the phrase before a figure only says what has come to it.
    func leaveStagedPart(_ before: inout NounPhrases.Left, _ text: Span<UInt8>) {
        guard let first = before.item.first, let last = before.item.last, let stage = before.predicate,
            stage > last, tokens[stage].has(.completion),
            SentenceReader.stagedParts.contains(tokens[first].start..<tokens[last].end, of: text)
        else { return }
        before.verbs = stage..<(stage + 1)
        before.item = before.item.upperBound..<before.item.upperBound
    }

    /// 安置房8栋|主体|全部封顶: whether the phrase behind a figure is the part that came to a stage of those named right before it.
    func isStagedPart(_ right: Range<Int>, of before: NounPhrases.Left, _ text: Span<UInt8>) -> Bool {
        guard let first = right.first, let last = right.last, let thing = before.item.last, before.predicate == nil,
            SentenceReader.stagedParts.contains(tokens[first].start..<tokens[last].end, of: text),
            tokens[thing].wordClass == .noun, !phrases.isActor(tokens[thing])
        else { return false }
        return stage(behind: last) != nil
    }

    /// The word for taking a share right before the whole that it is taken of: 占|全部企业; but 占全部企业比重 names itself.
    func share(of whole: Range<Int>, _ text: Span<UInt8>) -> Int? {
        if let first = whole.first, let last = whole.last, tokens[first].has(.share), tokens[last].has(.sizeWrapper) {
            // 占志愿者总数40%
            return first
        }
        guard let first = whole.first, let last = whole.last, !tokens[last].has(.bound) else { return nil }
        var index = whole.lowerBound - 1
        while index >= 0,
            tokens[index].has(.determiner) || tokens[index].has(.aspect) || tokens[index].has(.placeName)
                || tokens[index].isTime || tokens[index].wordClass == .pronoun
        {
            index -= 1
        }
        // 占上周工单总量21.9%: a time tells the whole apart from the name of a share.
        let isWhole =
            !tokens[last].has(.magnitude) || tokens[last].has(.sizeWrapper)
            // 门票收入占其总营收60%: and so does 其.
            || tokens[(index + 1)..<whole.lowerBound].contains { $0.isTime || $0.wordClass == .pronoun }
            // 占总装机容量20%: and so does 总.
            || text.has("总", at: tokens[first].start)
        return index >= 0 && tokens[index].has(.share) && isWhole ? index : nil
    }

    /// What takes a share, before the word for it.
    func partTaking(_ share: Int) -> Range<Int> {
        var last = share - 1
        while last >= 0, tokens[last].kind == .word,
            tokens[last].wordClass == .adverb || !tokens[last].roles.isDisjoint(with: [.about, .over, .under])
        { last -= 1 }
        guard last >= 0, !tokens[last].endsClause, !tokens[last].isQuantity, !tokens[last].isMark(.pause) else {
            return share..<share
        }
        return phrases.left(endingAt: last, floor: 0, style: .rate).item
    }
}
