import Facts
import Scanning

/// What beside the plan words tells whether a figure is a result: a word behind it, what a plan is measured against, and how
/// a sentence of a plan looks back.
extension SentenceReader {
    private static let lookingBack: WordList = ["经", "前期", "此前"]
    private static let goingOn: WordList = ["仍", "仍然", "依然", "依旧"]

    /// 经前期征集，共收到建议873条; 占比仍高达37%: whether a sentence in a section of plans looks back, or tells how things stand.
    func tellsOfWhatWas(_ place: Int, _ text: Span<UInt8>) -> Bool {
        if let first = tokens.first(where: { $0.kind == .word }),
            let next = tokens.firstIndex(where: { $0.endsClause }),
            next < place, SentenceReader.lookingBack.contains(first.start..<first.end, of: text)
        {
            return true
        }
        var index = place - 1
        while index >= 0, !tokens[index].endsClause, !tokens[index].isQuantity {
            if tokens[index].has(.plan) { return false }
            if SentenceReader.goingOn.contains(tokens[index].start..<tokens[index].end, of: text) { return true }
            index -= 1
        }
        return false
    }

    /// 18个已经完工: a word behind a figure, in its clause and before any other, that tells that it is done.
    func isDoneBehind(_ place: Int) -> Bool {
        var index = place + 1
        while index < tokens.count, index - place < 5, tokens[index].kind == .word {
            if tokens[index].has(.plan) || tokens[index].has(.de) { return false }
            if tokens[index].has(.done) { return true }
            index += 1
        }
        return false
    }

    private static let goals: WordList = ["目标", "任务"]

    /// 完成全年目标1500人的26.8%, 超出年度目标130个: a figure that is measured against a goal is a result.
    func isMeasuredAgainst(_ goal: Int, _ place: Int, _ text: Span<UInt8>) -> Bool {
        guard SentenceReader.goals.ends(in: text, at: tokens[goal].end) else { return false }
        if goal + 3 <= place, tokens[goal + 1].isQuantity, tokens[goal + 2].has(.de) { return true }
        guard goal + 1 == place else { return false }
        var index = goal - 1
        while index >= 0, goal - index < 4, tokens[index].kind == .word || tokens[index].isTime {
            if text.has("超出", at: tokens[index].start) || text.has("超过", at: tokens[index].start) { return true }
            index -= 1
        }
        return false
    }

    /// 确保全年火灾起数下降20%: a rate that 确保 asks for within a time; 常态化排查，确保排查率达100% tells what is done.
    func isEnsured(_ position: Int, of index: Int, _ text: Span<UInt8>) -> Bool {
        guard text.has("确保", at: tokens[position].start), tokens[position].end - tokens[position].start == 6,
            position + 1 < places[index], !tokens[position + 1].has(.aspect),
            unitDimension(of: quantities[index]) == .ratio
        else { return false }
        let clause = tokens[position..<places[index]]
        return clause.contains(where: \.isTime) && !clause.contains { $0.endsClause || $0.has(.done) }
    }
}
