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
        while index < tokens.count, index - place < 9, tokens[index].kind == .word {
            if tokens[index].has(.plan) || tokens[index].has(.de) { return false }
            if tokens[index].has(.done) { return true }
            index += 1
        }
        return false
    }

    private static let tellings: WordList = ["提醒", "告知", "通知", "告诉", "转告", "预告"]

    /// 提醒商户下周将联合检查，共发放告知书60份: whether what is to come is only what somebody was told in a clause before the one
    /// that tells what came of it.
    func isTold(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        var index = position - 1
        while index >= 0, position - index < 10, !tokens[index].endsClause {
            if SentenceReader.tellings.contains(tokens[index].start..<tokens[index].end, of: text) {
                guard index + 1 <= position, let end = (position..<place).first(where: { tokens[$0].endsClause }) else {
                    return false
                }
                return tokens[end..<place].contains { $0.has(.sum) || $0.has(.done) || $0.has(.aspect) }
            }
            index -= 1
        }
        return false
    }

    private static let distributing: WordList = ["每", "各", "所有"]
    private static let measuring: WordList = ["按照", "按", "根据", "依据", "符合", "达到", "满足", "依照", "对照"]

    /// 区里要求每个街道打造2个样板小区, 要求新建不少于3处: what is asked of each, or a bound to be kept.
    /// 要求每月巡河不少于4次 is a rule that stands, and no plan.
    func isRequired(by position: Int, of index: Int, _ reading: QuantityReading, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        let place = places[index]
        guard token.end - token.start == 6, text.has("要求", at: token.start), position + 1 < place,
            !SentenceReader.doings.contains(unitDimension(of: reading.quantity) ?? .count),
            // 不少于2个 is asked for, 清理30余处 done
            tokens[(position + 1)..<place].contains(where: { $0.has(.over) })
                || SentenceReader.distributing.begins(in: text, at: tokens[position + 1].start),
            !tokens[position..<place].contains(where: { $0.endsClause || $0.has(.done) || $0.has(.aspect) }),
            tokens[(position + 1)..<place].contains(where: { phrases.isVerbal($0) })
        else { return false }
        var before = position - 1
        while before >= 0, !tokens[before].endsClause {
            if SentenceReader.measuring.contains(tokens[before].start..<tokens[before].end, of: text) { return false }
            before -= 1
        }
        return true
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
