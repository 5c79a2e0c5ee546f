import Facts
import Scanning
import Units

/// What the clause before told of, where the figure's own clause only tells how many there were: 女干部一起出动，共30名;
/// 果皮箱全部摸了底，城区在册541个; 网格员配齐：社区级8人.
extension SentenceReader {
    private static let standings: WordList = ["在册", "登记在册", "在用", "在岗", "在编", "存量"]

    /// Reads a tally by the subject of the clause before, which the tally goes on with.
    func readTallied(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard !clause.measures, state.reading.change == .none, clause.before.verbs == nil,
            SentenceReader.countable.contains(clause.dimension) || SentenceReader.doings.contains(clause.dimension)
                || clause.dimension == .area
        else { return false }
        if let level = clause.before.modifier, isLevel(level, text),
            level.lowerBound > 1, isColon(tokens[level.lowerBound - 1], text),
            let subject = subject(ofClauseEndingAt: level.lowerBound - 1, clause, text, state)
        {
            state.reading.name(
                text.string(of: tokens[level]) + phrases.string(subject, text: text), by: "item.topic",
                doubting: "the item is taken from the clause before")
            return true
        }
        guard clause.before.modifier.map({ stands($0, text) }) ?? true, let mark = markBeforeTally(state.place, text),
            let subject = subject(ofClauseEndingAt: mark, clause, text, state)
        else { return false }
        state.reading.name(
            phrases.string(subject, text: text), by: "item.topic", doubting: "the item is taken from the clause before")
        return true
    }

    /// 社区级8人: whether words tell no more than at which level those are who are counted.
    private func isLevel(_ words: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard let last = words.last, words.count <= 3 else { return false }
        return text.has("级", before: tokens[last].end)
    }

    private func stands(_ words: Range<Int>, _ text: Span<UInt8>) -> Bool {
        words.count == 1
            && SentenceReader.standings.contains(
                tokens[words.lowerBound].start..<tokens[words.lowerBound].end, of: text)
    }

    /// The comma before a clause that holds nothing but where, 共 or 在册, and the figure.
    private func markBeforeTally(_ place: Int, _ text: Span<UInt8>) -> Int? {
        var index = place - 1
        var counts = false
        while index > 1, place - index < 7, !tokens[index].endsClause {
            let token = tokens[index]
            guard token.kind == .word else { return nil }
            if token.has(.sum) || stands(index..<(index + 1), text) {
                counts = true
            } else if !token.isBound, token.roles.isDisjoint(with: [.stock, .reach, .placeName, .determiner, .done]),
                !SentenceReader.areas.contains(token.start..<token.end, of: text)
            {
                return nil
            }
            index -= 1
        }
        guard counts, index > 1, tokens[index].endsClause, !tokens[index].isMark(.sentenceEnd),
            text.has("，", at: tokens[index].start) || text.has(",", at: tokens[index].start)
        else { return nil }
        return index
    }

    /// The subject of the clause that a mark ends, if it is of a kind that the figure can count, and nothing else in the clause is.
    private func subject(
        ofClauseEndingAt mark: Int, _ clause: ElidedClause, _ text: Span<UInt8>, _ state: State
    ) -> Range<Int>? {
        var start = mark
        while start > 0, mark - start < NounPhrases.longest, !tokens[start - 1].endsClause { start -= 1 }
        while start < mark, tokens[start].isTime || tokens[start].wordClass == .adverb && tokens[start].kind == .word {
            start += 1
        }
        guard mark - start > 1,
            !state.facts.indices.contains(where: {
                places[$0] > start && unit(state.facts[$0].quantity)?.name == clause.measure?.name
            }), let predicate = predicate(in: start..<mark, text), !holdsObject(predicate..<mark, text)
        else { return nil }
        var subject = phrases.left(endingAt: predicate - 1, floor: start, style: .count).item
        if subject.isEmpty, SentenceReader.doings.contains(clause.dimension), phrases.isDoing(predicate - 1) {
            // 演出要到6个社区去，一共22场
            subject = (predicate - 1)..<predicate
        }
        guard let last = subject.last, last == predicate - 1, tokens[last].wordClass != .locative else { return nil }
        if clause.dimension == .person {
            // 管委会的女干部: whose they are is no part of their name
            let own = subject.last { tokens[$0].has(.de) }.map { ($0 + 1)..<subject.upperBound } ?? subject
            return namesPeople(own, text) ? own : nil
        }
        let head = tokens[last]
        guard !head.has(.human), !head.has(.agent), !head.has(.body), !head.has(.placeName), head.wordClass != .person,
            head.roles.isDisjoint(with: [.magnitude, .attribute, .label])
        else { return nil }
        return subject
    }

    /// Where the predicate of a clause begins: at the first adverb, preposition or 要 behind a noun and behind all that 的 ends.
    private func predicate(in clause: Range<Int>, _ text: Span<UInt8>) -> Int? {
        let low = clause.last { tokens[$0].has(.de) }.map { $0 + 1 } ?? clause.lowerBound
        return (low..<clause.upperBound).dropFirst().first { index in
            let (token, before) = (tokens[index], tokens[index - 1])
            guard token.kind == .word, before.isMark(.closeQuote) || before.kind == .word && phrases.isNominal(before)
            else { return false }
            return token.wordClass == .adverb || token.wordClass == .preposition
                || token.has(.determiner) && token.wordClass == .pronoun
                || !token.roles.isDisjoint(with: [.demand, .done, .plan])
                || token.wordClass == .verb && before.has(.human)
                // 一起, whose 一 the reader of numbers has taken
                || token.wordClass == .number && text.has("一起", at: token.start)
        }
    }

    /// Whether a predicate has an object of its own that might be what is counted: 都装上了充电桩; but 发到了小区 says where to, and
    /// 摸了底 is one idiom.
    private func holdsObject(_ predicate: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard let last = predicate.last, tokens[last].kind == .word else { return true }
        guard [.noun, .verbalNoun, .place].contains(tokens[last].wordClass) else { return false }
        if phrases.scalars(tokens[last]) == 1 { return false }
        return !predicate.contains { index in
            tokens[index].kind == .word
                && (tokens[index].has(.to) || tokens[index].has(.arrive) || tokens[index].wordClass == .preposition
                    || text.has("到", before: tokens[index].end) || text.has("进", before: tokens[index].end))
        }
    }
}
