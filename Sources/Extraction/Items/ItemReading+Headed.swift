import Facts
import Scanning
import Units

/// What stands at the head of a clause that 的 closes before a figure: “共享书房”挂了牌的一共46个, 小饭桌在全区备了案的有287家.
extension SentenceReader {
    /// Reads such a figure by the thing that the clause is told of, where it does nothing to others.
    func readHeaded(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard clause.dimension == .count, !clause.measures, state.reading.change == .none,
            clause.before.verbs == nil, let told = clause.before.modifier, told.count > 2,
            told.upperBound + 1 < tokens.count, tokens[told.upperBound].has(.de),
            !tokens[told.upperBound + 1].roles.isDisjoint(with: [.sum, .stock]), let head = head(of: told)
        else { return false }
        state.reading.name(
            phrases.string(head, text: text), by: "item.topic", doubting: "the item is taken from the clause before 的")
        return true
    }

    /// The subject of a clause: a quotation, or a noun for a thing, right before an adverb, a preposition or a verb with 了.
    private func head(of told: Range<Int>) -> Range<Int>? {
        let low = told.last { tokens[$0].has(.de) }.map { $0 + 1 } ?? told.lowerBound
        guard
            let predicate = (low..<told.upperBound).dropFirst().first(where: { index in
                let token = tokens[index]
                return token.kind == .word
                    && (token.wordClass == .adverb || token.wordClass == .preposition
                        || index + 1 < told.upperBound && tokens[index + 1].has(.aspect))
            }),
            case let last = predicate - 1,
            tokens[last].isMark(.closeQuote)
                || tokens[last].kind == .word && phrases.isThing(tokens[last]) && !phrases.isActor(tokens[last])
                    && tokens[last].roles.isDisjoint(with: [.human, .doer, .body])
        else { return nil }
        let head = phrases.left(endingAt: last, floor: low, style: .count)
        guard head.item.upperBound == predicate, head.predicate == nil else { return nil }
        return head.item
    }
}
