import Scanning

/// Where the name of people ends: a measure word of people counts those whom the noun behind it names, and what they do or undergo is
/// none of their name (11名裁缝|组成一队, 42名电工|服务居民), unless it tells whose trade it is (12名老人服务志愿者).
extension SentenceReader {
    /// The people that a phrase behind a measure word of people names, without what they do.
    func peopleAlone(_ right: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
        guard right.count > 1, let last = right.last else { return right }
        // 188名网格员|人手一本: what each of them has
        if text.has("人手", at: tokens[last].start), right.upperBound < tokens.count,
            tokens[right.upperBound].isQuantity || text.has("一", at: tokens[right.upperBound].start)
        {
            return right.lowerBound..<last
        }
        var first = right.lowerBound
        // of a list, and behind 的, the last alone has what they do behind it
        if let joint = right.last(where: { tokens[$0].isMark(.pause) || tokens[$0].has(.and) || tokens[$0].has(.de) }) {
            first = joint + 1
        }
        guard first < last, !right.contains(where: { tokens[$0].isMark(.openQuote) || tokens[$0].isMark(.openBracket) })
        else { return right }
        for noun in first..<last where doesSomething(noun + 1) && tokens[noun].wordClass == .noun {
            let isCalled = namesPerson(tokens[noun], text)
            if isCalled ? !hasTrade(last, of: noun, text) : endsInDoing(last, behind: noun, text) {
                return right.lowerBound..<(noun + 1)
            }
        }
        return right
    }

    private func doesSomething(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.kind == .word && phrases.scalars(token) > 1
            && (phrases.isVerbalOrDoing(token) || token.has(.manner) || token.has(.stock)
                || token.kinds.contains(.unpaid)
                || token.wordClass == .adverb)
    }

    private func namesPerson(_ token: Token, _ text: Span<UInt8>) -> Bool {
        phrases.scalars(token) > 1
            && (token.has(.human) || SentenceReader.callings.ends(in: text, at: token.end)
                || SentenceReader.called.ends(in: text, at: token.end))
    }

    /// Whether a phrase that has a verb behind people ends in others, whose trade that is: 老人服务|志愿者; but 电工服务|居民.
    private func hasTrade(_ last: Int, of people: Int, _ text: Span<UInt8>) -> Bool {
        let head = tokens[last]
        guard
            head.has(.human) || head.has(.bound) || head.wordClass == .suffix
                || SentenceReader.callings.ends(in: text, at: head.end)
                || SentenceReader.called.ends(in: text, at: head.end)
                || SentenceReader.trades.ends(in: text, at: head.end)
        else { return false }
        return !SentenceReader.served.ends(in: text, at: head.end) || !tokens[last - 1].has(.transitive)
    }

    /// Whether nothing in a phrase but the noun that a verb follows can be people, though the lexicon does not say that it is.
    private func endsInDoing(_ last: Int, behind noun: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[noun]
        guard token.roles.isDisjoint(with: [.abstract, .bound, .magnitude, .body, .agent, .doer, .placeName]),
            token.kinds.isDisjoint(with: [.site, .facility, .office, .paper, .event])
        else { return false }
        return (phrases.isDoing(last) || tokens[last].has(.stock)) && !tokens[last].has(.human)
            && !tokens[last].kinds.contains(.pursuit) && !SentenceReader.trades.ends(in: text, at: tokens[last].end)
    }

    private static let called: WordList = ["人", "警", "警察", "客", "车主", "业主", "摊主", "房主", "店主", "军属", "家属", "人士", "夫妻"]
    private static let trades: WordList = ["人员", "专员", "标兵", "达人", "主管", "领队", "先锋", "主播", "主持", "导购", "编导", "领导"]
    /// Those to whom things are done, and who have no trade by it.
    private static let served: WordList = [
        "居民", "老人", "群众", "学生", "患者", "孩子", "村民", "市民", "游客", "业主", "儿童", "病人", "顾客", "乘客", "旅客", "考生", "少年",
    ]
}
