import Scanning

/// Phrases behind a number that end in a word which no measure of things counts.
extension NounPhrases {
    /// 发放2.6万份居民|调查问卷, 清理1049辆楼道|违规停放电动自行车: the whole phrase, up to the noun that closes its clause, where it
    /// was ended at a word that is not counted; `nil` where it ends as it should.
    ///
    /// - Parameter countsAny: whether the measure word counts people as well as things.
    func completed(_ phrase: Range<Int>, countsAny: Bool) -> Range<Int>? {
        guard let last = phrase.last, isNoHead(last, countsAny: countsAny) else { return nil }
        var end = phrase.upperBound
        while end < tokens.count, end - phrase.upperBound < 6, isInside(tokens[end]) { end += 1 }
        guard end > phrase.upperBound, end >= tokens.count || tokens[end].isMark(.pause) || closes(at: end),
            tokens[end - 1].wordClass == .noun, !tokens[end - 1].has(.human)
        else { return nil }
        return phrase.lowerBound..<end
    }

    /// 3条大型|排洪|沟, 2个破损|自然|教育馆, 4处“共享”|晾晒|区: where the noun ends behind attributes or a name alone, which name nothing that is counted; `nil` where
    /// none is made with the verb, adverb or season that parts it from them.
    func headBehindAttributes(_ attributes: Range<Int>) -> Int? {
        let parted = attributes.upperBound
        guard parted + 1 < tokens.count, tokens[parted].kind == .word, scalars(tokens[parted]) == 2,
            attributes.allSatisfy({
                tokens[$0].kind == .word && [.attributive, .adjective].contains(tokens[$0].wordClass)
            }) || isQuoted(attributes),
            tokens[parted + 1].kind == .word,
            [.noun, .suffix].contains(tokens[parted + 1].wordClass)
                || tokens[parted + 1].wordClass == .verbalNoun && !closes(at: parted + 2)
                    && [.noun, .suffix].contains(tokens[parted + 2].wordClass),
            !tokens[parted + 1].has(.human)
        else { return nil }
        let isPlainVerb =
            (isPlain(tokens[parted]) || isQuoted(attributes) && isVerbal(tokens[parted])) && isShort(parted + 1)
        let isManner =
            tokens[parted].wordClass == .adverb && tokens[parted].roles.isEmpty
            || tokens[parted].wordClass == .time && tokens[parted].has(.manner)
        guard isPlainVerb || isManner else { return nil }
        var end = parted + 2
        while end < tokens.count, isNominal(tokens[end]), !isVerbal(tokens[end]), tokens[end].wordClass != .locative {
            end += 1
        }
        return end
    }

    /// Whether a phrase is nothing but a name in quotation marks.
    private func isQuoted(_ phrase: Range<Int>) -> Bool {
        phrase.count > 2 && tokens[phrase.lowerBound].isMark(.openQuote)
            && tokens[phrase.upperBound - 1].isMark(.closeQuote)
            && !phrase.dropFirst().dropLast().contains { tokens[$0].isMark(.closeQuote) }
    }

    /// Whether a word is none that a number of things counts: a person, a place in a house, how something is, a name.
    private func isNoHead(_ index: Int, countsAny: Bool) -> Bool {
        let token = tokens[index]
        if token.isMark(.closeQuote) { return true }
        if token.has(.human) { return !countsAny }
        return [.locative, .adjective, .attributive].contains(token.wordClass) || token.kinds.contains(.ground)
    }

    private func isInside(_ token: Token) -> Bool {
        token.kind == .word && token.roles.isDisjoint(with: [.de, .and, .part, .reach, .stock, .plan, .aspect, .sum])
            && (isNominal(token) || isVerbal(token) || [.attributive, .adjective, .locative].contains(token.wordClass))
    }
}
