import Facts
import Scanning
import Units

/// Offences, which are called by what is done, how and with what: 乱堆杂物, 遛狗不牵绳, 随地吐痰.
extension SentenceReader {
    /// What is done about offences.
    private static let stopping: WordList = [
        "查处", "纠正", "制止", "劝阻", "处罚", "劝导", "打击", "立案查处", "查获", "取缔", "整治", "清理", "治理",
    ]
    /// Of those, what is done about everything that is counted case by case; in 劝阻转账, 清理楼道堆物 it may be a part of the doing.
    private static let punishing: WordList = ["查处", "纠正", "制止", "处罚", "打击", "立案查处", "查获"]
    private static let occasions: WordList = ["起", "例", "宗", "处", "件", "次", "人次"]
    /// What makes a doing an offence by itself.
    private static let wrongly: WordList = ["乱", "不", "未", "私自", "擅自", "随意", "随地", "任意", "违规", "违法", "非法"]

    /// Names an offence by all that stands between what is done about it and how often it was: 纠正|乱堆杂物|9起.
    func nameOffence(_ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.change == .none, state.place > 2, tokens[state.place - 1].kind == .word,
            let unit = unit(state.reading.quantity)?.name, SentenceReader.occasions.contains(unit),
            ["item.left", "item.doing", "item.verb", "item.completed"].contains(state.reading.rule),
            let (offence, stopping) = offence(text, state)
        else { return }
        let isEpisode = SentenceReader.caseUnits.contains(unit) && SentenceReader.punishing.isEnding(of: stopping)
        guard isEpisode ? state.reading.rule != "item.completed" : isWrong(offence, text) else { return }
        let name = text.string(of: tokens[offence])
        guard name != state.reading.item, (2...12).contains(name.unicodeScalars.count),
            name.hasSuffix(state.reading.item) || state.reading.item.hasSuffix(name)
        else { return }
        state.reading.complete(as: name)
        (state.reading.action, state.reading.verb) = (stopping, nil)
    }

    private func isWrong(_ offence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        tokens[offence].contains { SentenceReader.wrongly.contains($0.start..<$0.end, of: text) }
    }

    /// The words between the verb of what is done about an offence, or the 、 of a list of them, and the figure, with that verb.
    private func offence(_ text: Span<UInt8>, _ state: State) -> (Range<Int>, String)? {
        var first = state.place
        while first > 0, state.place - first < 7, tokens[first - 1].kind == .word {
            let token = tokens[first - 1]
            if SentenceReader.stopping.contains(token.start..<token.end, of: text) {
                guard first < state.place else { return nil }
                return (first..<state.place, text.string(ofDocument: token.start..<token.end))
            }
            // 了, 各类, 辖区: none of them is of the offence
            if token.has(.determiner) || token.has(.placeName) || token.has(.aspect) {
                guard first > 1, case let verb = tokens[first - 2],
                    SentenceReader.stopping.contains(verb.start..<verb.end, of: text), first < state.place
                else { return nil }
                return (first..<state.place, text.string(ofDocument: verb.start..<verb.end))
            }
            guard token.roles.isDisjoint(with: [.de, .and, .etc, .stock, .sum, .part, .body]),
                ![.conjunction, .preposition].contains(token.wordClass)
            else { return nil }
            first -= 1
        }
        guard first > 1, first < state.place, tokens[first - 1].isMark(.pause), tokens[first - 2].isQuantity,
            let last = state.facts.last, let action = last.action, SentenceReader.stopping.isEnding(of: action),
            unit(last.quantity)?.name == unit(state.reading.quantity)?.name
        else { return nil }
        return (first..<state.place, action)
    }
}
