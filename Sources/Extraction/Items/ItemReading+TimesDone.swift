import Facts
import Scanning

/// Times counted between a verb and what it is done to: 修|四五次|水管, 跑|两趟|医院. What was so often is neither the pipe nor the hospital.
extension SentenceReader {
    private static let turns: WordList = ["次", "回", "趟", "遍"]
    /// What happens, and is not done: 发生两次强烈地震.
    private static let happenings: WordList = ["发生", "出现", "爆发", "遭遇", "经历", "遭受", "报以", "迎来"]

    /// Puts the verb before such a figure into its item.
    ///
    /// - Parameter right: the noun behind the figure, which is its item so far.
    func nameTimesDone(_ right: Range<Int>, _ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.rule == "item.right", let head = right.last,
            case let quantity = state.reading.quantity,
            SentenceReader.turns.contains(quantity.unitStart..<quantity.unitEnd, of: text),
            right.lowerBound == state.place + 1,
            tokens[head].wordClass == .noun, !phrases.isDoing(head),
            tokens[head].roles.isDisjoint(with: [.abstract, .bound, .magnitude, .human]),
            tokens[head].kinds.isDisjoint(with: [.event, .course, .statement])
        else { return }
        var verb = state.place - 1
        if verb > 0, tokens[verb].has(.aspect) { verb -= 1 }
        guard verb >= 0, tokens[verb].kind == .word, tokens[verb].wordClass == .verb,
            phrases.scalars(tokens[verb]) <= 2,
            tokens[verb].roles.isDisjoint(with: [.light, .stock, .reach, .plan, .speech]),
            tokens[verb].kinds.isDisjoint(with: [.convening, .joining]),
            !SentenceReader.happenings.contains(tokens[verb].start..<tokens[verb].end, of: text),
            // 230趟旅客列车: trains are counted so, too
            phrases.scalars(tokens[verb]) == 1 || !text.has("趟", at: quantity.unitStart)
        else { return }
        state.reading.item = text.string(of: tokens[verb...verb]) + state.reading.item
        state.reading.action = nil
    }
}
