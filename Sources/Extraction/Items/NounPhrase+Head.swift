import Scanning

/// Phrases behind a number that end in a word which no measure of things counts.
extension NounPhrases {
    /// 发放2.6万份居民|调查问卷, 清理1049辆楼道|违规停放电动自行车: the whole phrase, up to the noun that closes its clause, where it
    /// was ended at a word that is not counted; `nil` where it ends as it should.
    ///
    /// - Parameter countsAny: whether the measure word counts people as well as things.
    func completed(_ phrase: Range<Int>, countsAny: Bool) -> Range<Int>? {
        guard let last = phrase.last, isNoHead(last, countsAny: countsAny) else { return nil }
        // 3处“锦小驿”|改成议事点: a name is whole before what becomes of it
        if tokens[last].isMark(.closeQuote), phrase.upperBound < tokens.count,
            tokens[phrase.upperBound].wordClass == .verb
        {
            return nil
        }
        var end = phrase.upperBound
        while end < tokens.count, end - phrase.upperBound < 6, isInside(tokens[end]) { end += 1 }
        guard end > phrase.upperBound, end >= tokens.count || tokens[end].isMark(.pause) || closes(at: end),
            tokens[end - 1].wordClass == .noun, !tokens[end - 1].has(.human)
        else { return nil }
        return phrase.lowerBound..<end
    }

    /// 发布20个改革|创新案例, 组建31个产|教融合职业教育联合体: the whole phrase, up to the noun that closes its clause, behind a verb of making known or
    /// calling into being, whose object does nothing itself, so that a verb inside it only tells the noun at its end apart; `nil`
    /// where it has none.
    func madeKnown(_ phrase: Range<Int>, by place: Int) -> Range<Int>? {
        guard let last = phrase.last, case let next = phrase.upperBound, next < tokens.count, mayGoOn(next),
            // 出台措施|支持项目: such a noun is whole, and what follows is what it is for
            tokens[last].kind == .word, tokens[last].roles.isDisjoint(with: [.human, .doer, .agent, .body]),
            tokens[last].kinds.isDisjoint(with: [.body, .office, .course, .works, .site, .event]),
            !isActor(tokens[last]), !isKindOfThing(tokens[last]),
            !phrase.contains(where: { tokens[$0].has(.de) || tokens[$0].kinds.contains(.course) }),
            let verb = verbOfShowing(place, behind: next)
        else { return nil }
        var end = phrase.upperBound
        while end < tokens.count, end - phrase.upperBound < 8, mayGoOn(end) { end += 1 }
        // 示范区|参展, 建设单位|公布
        let stop = end
        if !tokens[end - 1].kinds.isDisjoint(with: [.showing, .enrolled]), !isKindOfThing(tokens[end - 1]) { end -= 1 }
        guard end > phrase.upperBound + 1, closes(at: stop) || tokens[stop].isMark(.openBracket),
            (phrase.upperBound..<end - 1).contains(where: { isVerbal(tokens[$0]) || tokens[$0].wordClass == .verb }),
            isKindOfThing(tokens[end - 1]) || verb.contains(.holding) && tokens[end - 1].kinds.contains(.event)
        else { return nil }
        return phrase.lowerBound..<end
    }

    /// Whether a token may stand inside the name of what is made known.
    private func mayGoOn(_ index: Int) -> Bool {
        isInside(tokens[index]) || joinsVerbs(index)
            || tokens[index].kind == .word && tokens[index].wordClass == .adverb && tokens[index].roles.isEmpty
    }

    /// The kinds of the verb of making known, calling into being or holding that a figure stands behind, with nothing between but how many or of
    /// where (公布|全国|首批|258个) or a list (发布案例10个、规范|5个), or that ends its clause (50个…名单|公布).
    private func verbOfShowing(_ place: Int, behind end: Int) -> WordKinds? {
        let shows: WordKinds = [.showing, .holding]
        if place > 0, tokens[place - 1].has(.etc) || tokens[place - 1].isMark(.pause) {
            // but 从加强培育等10个方面提出举措
            let clause = tokens[..<place].suffix(24).reversed().prefix { !$0.endsClause }
            return clause.contains { $0.wordClass == .preposition }
                ? nil : clause.first { $0.kind == .word && !$0.kinds.isDisjoint(with: shows) }?.kinds
        }
        var verb = place - 1
        while verb >= 0, place - verb < 6, tokens[verb].kind == .word, tokens[verb].kinds.isDisjoint(with: shows),
            tokens[verb].wordClass != .verb,
            isNominal(tokens[verb])
                || !tokens[verb].roles.isDisjoint(with: [.determiner, .aspect, .sum, .over, .under, .about])
        { verb -= 1 }
        if verb >= 0, place - verb < 6, !tokens[verb].kinds.isDisjoint(with: shows) { return tokens[verb].kinds }
        var last = end
        while last < tokens.count, last - end < 9, !tokens[last].endsClause { last += 1 }
        guard last > end, tokens[last - 1].kinds.contains(.showing), verb < 0 || tokens[verb].endsClause else {
            return nil
        }
        return tokens[last - 1].kinds
    }

    /// 研究|与|应用|项目: a word that joins two doings.
    private func joinsVerbs(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index].has(.and) || tokens[index].kinds.contains(.partner) else {
            return false
        }
        return isDoing(index - 1) && isDoing(index + 1)
    }

    /// Whether a word is for what papers, plans and lists hold, and what is called into being: 案例, 示范区, 联合体, 项目, 标准.
    private func isKindOfThing(_ token: Token) -> Bool {
        (token.wordClass == .noun || token.wordClass == .suffix)
            && token.roles.isDisjoint(with: [.human, .placeName, .magnitude])
            && (token.kinds.contains(.exemplary) || !token.kinds.isDisjoint(with: [.statement, .works, .paper])
                || token.kinds.contains(.facility) && scalars(token) > 1)
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
