import Facts
import Scanning
import Units

/// How many of a thing each of those gets whom the clause before has counted: 为80户老人装上门磁报警器，每户1个; or how many of it
/// they bring together: 700位街坊端来拿手菜，共计132道.
extension SentenceReader {
    /// Reads such a figure by the thing that the clause before gives them.
    func readEach(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard clause.dimension == .count, state.reading.change == .none, let measure = clause.measure,
            clause.before.verbs == nil, clause.before.modifier == nil,
            let last = state.facts.last, let name = unit(last.quantity)?.name, name != measure.name,
            state.reading.per.map({ $0 == "每" + name || $0 == "每人" }) ?? tokens[max(0, state.place - 1)].has(.sum),
            let thing = given(before: clause.left, behind: places[state.facts.count - 1])
        else { return false }
        state.reading.name(
            phrases.string(thing, text: text), by: "item.topic", doubting: "the item is taken from the clause before")
        return true
    }

    /// The object of the verb in the clause that ends before a figure, where both stand behind those whom it counts.
    private func given(before left: Int, behind counted: Int) -> Range<Int>? {
        guard left > counted, tokens[left].endsClause || left + 1 < tokens.count else { return nil }
        var mark = left
        while mark > counted, !tokens[mark].endsClause { mark -= 1 }
        guard mark - 1 > counted + 1 else { return nil }
        let object = phrases.left(endingAt: mark - 1, floor: counted + 1, style: .count)
        guard let verb = object.predicate, verb > counted, verb < object.item.lowerBound,
            object.item.upperBound == mark,
            let thing = object.item.last, !tokens[thing].has(.human), !tokens[thing].has(.body),
            phrases.isNominal(tokens[thing]),
            !phrases.isVerbal(tokens[thing])
        else { return nil }
        return object.item
    }
}
