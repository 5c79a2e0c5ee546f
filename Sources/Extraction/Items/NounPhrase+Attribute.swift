import Scanning

/// What stands before a 的 in front of a quantity: a modifier whose head was left out, a threshold, an owner.
extension NounPhrases {
    /// 面向高校毕业生的540个: the clause before 的 picks some of what was counted before.
    func headlessReading(_ range: Range<Int>) -> Left {
        // 体育锻炼人数达到总人口的43%: 达到 takes a share as 占 does, but of no task.
        let reach = range.last {
            tokens[$0].has(.reach) && tokens[$0].roles.isDisjoint(with: [.under, .over, .about])
                && scalars(tokens[$0]) == 2 && $0 > range.lowerBound
        }
        let isPopulation = range.last.map { tokens[$0].has(.magnitude) } ?? false
        if let share = range.last(where: { tokens[$0].has(.share) }) ?? (isPopulation ? reach : nil) {
            // 老年人占常住人口的26.7%: the part is what the share is of.
            var left = Left.empty(at: range.upperBound)
            var end = share
            while end > range.lowerBound, tokens[end - 1].wordClass == .adverb { end -= 1 }
            let subject = nounTail(
                of: range.lowerBound..<end, style: .rate, depths: quoteDepths(range.lowerBound..<end),
                admitsVerbs: false)
            left.item = trimmed(subject)
            return left
        }
        var low = range.lowerBound
        while low < range.upperBound, tokens[low].has(.determiner) || tokens[low].has(.placeName) || tokens[low].isTime
        {
            low += 1
        }
        // 涉及楼道堆物的141条: what they are about, without the verb; 涉及的15栋楼: nothing tells which.
        if low < range.upperBound, tokens[low].kinds.contains(.concern) { low += 1 }
        var left = Left.empty(at: range.upperBound)
        if low < range.upperBound { left.modifier = low..<range.upperBound }
        return left
    }

    /// 月薪6000元以上的212个, 低于18℃的93户: a figure before 的 picks some of what was counted before.
    func threshold(endingAt end: Int, _ style: Style) -> Left {
        guard end > 0, tokens[end - 1].isQuantity else { return .empty(at: end) }
        let low = thresholdStart(endingAt: end)
        var left = Left.empty(at: end)
        // 占总投资4800万元的65%: what the share is taken of
        let isWhole =
            style == .rate
            && tokens[low..<end].contains { !$0.roles.isDisjoint(with: [.share, .reach, .plan, .light]) }
        if !isWhole { left.modifier = low..<end }
        return left
    }

    /// Where the words begin that a figure before 的 belongs to: 月薪|6000元以上.
    func thresholdStart(endingAt end: Int) -> Int {
        var low = end - 1
        while low > 0, end - low < 6, tokens[low - 1].kind == .word, !tokens[low - 1].has(.part),
            !tokens[low - 1].has(.determiner), !tokens[low - 1].has(.de), !tokens[low - 1].has(.stock),
            !isActor(tokens[low - 1])
        { low -= 1 }
        return low
    }

    /// X的N: the modifier stays where it is a plain noun, and goes where it is a clause (跨路局运输的|货物列车).
    func attributed(_ range: Range<Int>, de: Int, style: Style, depths: [Int]) -> Left {
        let head = (de + 1)..<range.upperBound
        let before = range.lowerBound..<de
        if let concern = concerning(before, head, of: range, style: style, depths: depths) { return concern }
        if style == .count, let verb = verbToPeople(before, told: head) {
            var reading = clause(head, style: style, depths: Array(depths.suffix(head.count)))
            if reading.predicate == nil { reading.predicate = verb }
            return reading
        }
        // 社区里的停车收益: where it is, not what it is
        let isClause =
            tokens[de - 1].wordClass == .locative || tokens[de - 1].kinds.contains(.spot)
            || before.contains { index in
                let token = tokens[index]
                return depths[index - range.lowerBound] == 0 && token.kind == .word
                    && (token.wordClass == .verb || token.wordClass == .preposition || token.wordClass == .pronoun
                        || token.wordClass == .adverb || token.has(.transitive) && token.wordClass != .verbalNoun)
            }
        // 参加组织生活的党员比例: which of them the share is of
        let isShare =
            style == .rate && head.count == 2 && tokens[head.upperBound - 1].has(.magnitude)
            && de - range.lowerBound <= 3
        let sizes = isShare || head.allSatisfy { tokens[$0].has(.magnitude) || tokens[$0].has(.bound) }
        if style == .rate, head.count == 1, let toward = before.first(where: { tokens[$0].has(.toward) }),
            toward + 1 < de
        {
            // 居民对社区治安的满意度: of what
            return finished((toward + 1)..<range.upperBound, predicate: nil)
        }
        if sizes, !isClause || style == .rate {
            return sized(range, de: de, style: style)
        }
        var reading = clause(head, style: style, depths: Array(depths.suffix(head.count)))
        if reading.predicate == nil {
            reading.predicate = before.first { tokens[$0].kind == .word && tokens[$0].has(.transitive) }
        }
        if !isClause, reading.item.lowerBound == head.lowerBound, !reading.item.isEmpty,
            let low = attributeStart(before: de, in: range)
        {
            reading.item = low..<reading.item.upperBound
        }
        return withMember(before: de, of: range, reading, style: style, depths: depths)
    }

    /// 慰问|家庭困难的|党员, 街道培训|有就业意愿的|居民: the verb at the head of a clause that is done to the people behind 的, where no people stand
    /// before it; but 慰问老人的|志愿者 do it themselves.
    func verbToPeople(_ before: Range<Int>, told head: Range<Int>) -> Int? {
        guard let people = head.last, tokens[people].has(.human), let last = before.last,
            tokens[last].kind == .word, !tokens[last].has(.human), !isActor(tokens[last]), !tokens[last].has(.body)
        else { return nil }
        var verb = before.lowerBound
        while verb < last, tokens[verb].kind == .word, isActor(tokens[verb]) || tokens[verb].wordClass == .adverb {
            verb += 1
        }
        guard verb < last, tokens[verb].kind == .word, tokens[verb].kinds.contains(.personal),
            !tokens[verb + 1].has(.aspect)
        else { return nil }
        return verb
    }

    /// 涉|“邻里街”的投诉, 用于|河道管护的资金: a thing by what it is about, or for.
    private func concerning(
        _ before: Range<Int>, _ head: Range<Int>, of range: Range<Int>, style: Style, depths: [Int]
    ) -> Left? {
        guard let first = before.first, before.count > 1, tokens[first].kinds.contains(.concern),
            before.dropFirst().allSatisfy({
                depths[$0 - range.lowerBound] > 0 || isNominal(tokens[$0]) || isVerbal(tokens[$0])
                    || tokens[$0].isMark(.pause)
                    || tokens[$0].has(.and)
            }), !before.dropFirst().allSatisfy({ isActor(tokens[$0]) }),
            case let thing = clause(head, style: style, depths: Array(depths.suffix(head.count))),
            thing.item.lowerBound == head.lowerBound, !thing.item.isEmpty
        else { return nil }
        var left = Left(item: (first + 1)..<thing.item.upperBound)
        left.predicate = first > 0 && tokens[first - 1].has(.transitive) ? first - 1 : nil
        return left
    }

    /// 网络零售额占消费品零售总额的|比重: a head that says nothing alone, with the whole before 的.
    private func sized(_ range: Range<Int>, de: Int, style: Style) -> Left {
        var low = de
        while low > range.lowerBound,
            isNominal(tokens[low - 1]) || tokens[low - 1].isMark(.closeQuote)
                || tokens[low - 1].isMark(.openQuote) || style == .rate && tokens[low - 1].wordClass == .verb
                || style == .rate && low - 1 > range.lowerBound && tokens[low - 2].has(.share)
                    && (tokens[low - 1].has(.determiner) || tokens[low - 1].wordClass == .time
                        // 夜间订单占|全天的比重
                        || tokens[low - 1].wordClass == .adverb)
        {
            low -= 1
        }
        return finished(low..<range.upperBound, predicate: low > range.lowerBound ? low - 1 : nil)
    }

    /// Where the nouns begin before 的 that tell which the things are; nil for praise, and for what is done to them.
    private func attributeStart(before de: Int, in range: Range<Int>) -> Int? {
        // 崭新宽敞的书屋
        if de > range.lowerBound, tokens[de - 1].kinds.contains(.praise) { return nil }
        // 列入|今年|计划的小区: nor what a verb before a time has for its object
        if range.lowerBound > 1, tokens[range.lowerBound - 1].isTime,
            tokens[range.lowerBound - 2].wordClass == .verb, tokens[range.lowerBound - 2].has(.transitive)
        {
            return nil
        }
        var low = de
        while low > range.lowerBound, isNominal(tokens[low - 1]), !isActor(tokens[low - 1]),
            // 拆除|私搭乱建的棚房
            // 升级建设的街区: nor of two
            !(isVerbal(tokens[low - 1]) && tokens[low - 1].kinds.contains(.handling)
                && (startsPredicate(low - 1, in: range)
                    || (range.lowerBound..<low).allSatisfy { isVerbal(tokens[$0]) }))
        { low -= 1 }
        return low < de ? low : nil
    }

    /// 歪斜的指示牌|和|影响视线的棚架: takes in the member before 和 where only the last of two has the 的 that was read.
    private func withMember(
        before de: Int, of range: Range<Int>, _ reading: Left, style: Style, depths: [Int]
    ) -> Left {
        guard style == .count, reading.item.lowerBound == de + 1, !reading.item.isEmpty,
            let and = (range.lowerBound..<de).last(where: {
                depths[$0 - range.lowerBound] == 0 && tokens[$0].has(.and)
            }), and > range.lowerBound, and + 1 < de, tokens[and - 1].wordClass == .noun, !isActor(tokens[and - 1]),
            isDoing(and + 1) || isPlain(tokens[and + 1]),
            (range.lowerBound..<and).contains(where: { tokens[$0].has(.de) })
        else { return reading }
        let first = left(endingAt: and - 1, floor: range.lowerBound, style: style)
        guard first.item.upperBound == and, !first.item.isEmpty else { return reading }
        var both = first
        both.item = first.item.lowerBound..<reading.item.upperBound
        return both
    }
}
