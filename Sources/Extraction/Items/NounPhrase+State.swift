import Scanning

/// A verb between a measure word and a noun that tells how the things counted stand: 5个|新建|小区, 3处|未|验收|工程.
///
/// It looks like a predicate whose subject was left out (12个单元，其中5个|加装电梯): what tells the two apart is a verb or a
/// preposition that governs the figure, or a predicate that follows the noun.
extension NounPhrases {
    /// The noun behind such a verb, or nil where none stands behind the figure.
    ///
    /// - Parameters:
    ///   - first: where the words behind the quantity begin.
    ///   - isObject: whether a verb stands before the quantity, whose object the phrase is.
    func headBehindState(_ first: Int, isObject: Bool) -> Int? {
        let verb = first + (isStateAdverb(first) ? 1 : 0)
        guard verb + 1 < tokens.count, tokens[verb].kind == .word, scalars(tokens[verb]) == 2,
            isVerbal(tokens[verb]) || isPlain(tokens[verb]),
            tokens[verb].roles.isDisjoint(with: [
                .light, .reach, .plan, .causative, .become, .stock, .speech, .cause, .increase, .decrease, .fate,
            ]), tokens[verb].kinds.isDisjoint(with: [.joining, .concern, .directed, .company]),
            tokens[verb + 1].kind == .word, tokens[verb + 1].wordClass == .noun, !tokens[verb + 1].has(.human),
            !tokens[verb + 1].has(.magnitude)
        else { return nil }
        var end = verb + 1
        while end < tokens.count, isNominal(tokens[end]), !isVerbal(tokens[end]) { end += 1 }
        return isGoverned(first, verb, isObject: isObject, closes: closes(at: end) || tokens[end].kind != .word)
            ? verb + 1 : nil
    }

    /// Whether what stands before the figure, or behind the noun, leaves the verb no place as a predicate.
    private func isGoverned(_ first: Int, _ verb: Int, isObject: Bool, closes: Bool) -> Bool {
        let isSorting = verb > first || tokens[verb].kinds.contains(.standing)
        var before = first - 2
        while before > 0, !tokens[before].roles.isDisjoint(with: [.aspect, .sum, .over, .about, .under]) { before -= 1 }
        guard before >= 0, tokens[before].kind == .word else { return isSorting && !closes }
        let carrier = tokens[before]
        guard isObject || isVerbal(carrier) || carrier.has(.stock) else { return isSorting && !closes }
        // 督促3家|整改隐患, 出动5辆|清运垃圾: those who are brought to do it
        guard carrier.kinds.isDisjoint(with: [.steering, .helping, .gathering, .raising, .dispatch, .company]),
            carrier.roles.isDisjoint(with: [.causative, .recipient, .plan])
        else { return false }
        // 有6家|签订协议, but 有6个|新建小区
        return isSorting || !carrier.has(.stock) && closes && !tokens[verb].kinds.contains(.handling)
    }

    /// 老楼46栋，18栋|加装电梯: whether a figure opens its clause and the words behind it are what is done to or by those
    /// counted before, up to the end of the clause.
    func tellsDoing(_ words: Range<Int>, behind first: Int) -> Bool {
        guard let verb = words.first, words.count <= 2, isDoing(verb), scalars(tokens[verb]) == 2,
            tokens[verb].roles.isDisjoint(with: [.abstract, .magnitude, .light]), closes(at: words.upperBound),
            first > 2
        else { return false }
        let before = tokens[first - 2]
        guard before.endsClause && !before.isMark(.sentenceEnd) || before.has(.part) || before.kinds.contains(.steering)
        else { return false }
        guard words.count == 2, let thing = words.last else {
            return tokens[verb].has(.transitive) || tokens[verb].has(.completion) || tokens[verb].has(.opening)
        }
        return tokens[verb].has(.transitive) && tokens[thing].wordClass == .noun && !isActor(tokens[thing])
            && tokens[thing].roles.isDisjoint(with: [.abstract, .bound, .magnitude, .doer, .human])
            && tokens[thing].kinds.isDisjoint(with: [.site, .post, .body, .event, .course])
    }

    private func isStateAdverb(_ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index].kind == .word && scalars(tokens[index]) == 1
            && (!tokens[index].kinds.isDisjoint(with: [.negation, .fresh]) || tokens[index].has(.done))
    }
}
