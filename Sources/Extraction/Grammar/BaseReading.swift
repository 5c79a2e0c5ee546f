import Facts
import Scanning
import Units

/// What a figure is for one of: 每户补贴500元, 每个社区配备社工2名, 各社区各选派志愿者5名, 年接待游客60万人次.
extension SentenceReader {
    func readBase(of index: Int, _ dimension: Dimension, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        guard reading.per == nil, dimension != .time else { return }
        if dimension == .money, let base = itemPriced(at: reading.quantity.start, text) {
            reading.per = base
            return
        }
        var position = places[index] - 1
        while position >= 0, places[index] - position < 12, tokens[position].kind == .word {
            if SentenceReader.rhythms.begins(in: text, at: tokens[position].start) {
                reading.per = text.string(ofDocument: tokens[position].start..<tokens[position].end)
                return
            }
            if isRhythm(position, text) {
                // 年接待游客60万人次, 日就餐130人
                reading.per = text.string(ofDocument: tokens[position].start..<tokens[position].end)
                return
            }
            position -= 1
        }
        // 每个社区…，共选派68名: a total is for all of them.
        if !reading.isTotal, let base = distributed(over: index, text) { reading.per = base }
    }

    static let rhythms: WordList = ["每日", "每天", "每周", "每月", "每年", "每季度", "每晚", "每期", "每次", "年均"]

    /// 年 or 日 by itself right before a doing.
    private func isRhythm(_ position: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        guard token.end - token.start == 3,
            (["年", "日"] as [StaticString]).contains(where: { text.has($0, at: token.start) }),
            position + 1 < tokens.count, phrases.isVerbal(tokens[position + 1]),
            tokens[position + 1].start == token.end
        else { return false }
        guard position > 0 else { return true }
        let before = tokens[position - 1]
        return before.endsClause || before.kind == .word && ![.number, .measure, .pronoun].contains(before.wordClass)
    }

    /// What opens no base: 每逢, 每当, 每到.
    private static let occasions: WordList = ["每逢", "每当", "每到", "每每", "每一"]

    /// 每个 or 各 in the clause of a figure, up to which only figures of the same list stand: 每个网格配备专职网格员1名、兼职2名.
    private func distributed(over index: Int, _ text: Span<UInt8>) -> String? {
        var position = places[index] - 1
        while position >= 0, places[index] - position < 20, !tokens[position].endsClause {
            let token = tokens[position]
            if token.isQuantity,
                !tokens[position..<places[index]].contains(where: { $0.isMark(.pause) || $0.has(.and) })
            {
                return nil
            }
            if token.has(.sum) { return nil }
            if token.kind == .word, text.has("每", at: token.start),
                !SentenceReader.occasions.begins(in: text, at: token.start), position + 1 < tokens.count
            {
                let end = token.end - token.start == 3 ? tokens[position + 1].end : token.end
                return text.string(ofDocument: token.start..<end)
            }
            if token.kind == .word, token.end - token.start == 3, text.has("各", at: token.start),
                position + 1 < places[index], phrases.isVerbal(tokens[position + 1]),
                tokens[position + 1].roles.isDisjoint(with: [.stock, .over, .under, .about]),
                position == 0 || !tokens[position - 1].has(.placeName)
            {
                // 四个街道各打造1条, against 各街道打造12条
                return text.string(ofDocument: token.start..<token.end)
            }
            position -= 1
        }
        return nil
    }

    /// 一顿8元, 一件5元: 一 and a measure word right before a price.
    private func itemPriced(at start: Int, _ text: Span<UInt8>) -> String? {
        guard start >= 6, text.has("一", at: start - 6),
            tools.units.index(of: text.string(ofDocument: start - 3..<start)) != nil
        else {
            return nil
        }
        return text.string(ofDocument: start - 6..<start)
    }

    /// 每餐补2元，80岁以上补3元: the same verb goes on with the same base.
    func sharePer(_ before: QuantityReading, _ reading: inout QuantityReading) {
        // 各社区选派5名，医院选派8名: another's share is its own.
        guard reading.per == nil, let per = before.per, per != "各", let action = reading.action,
            action == before.action,
            unit(reading.quantity)?.name == unit(before.quantity)?.name,
            // 每户发放补贴600元，预计发放412万元: so much is for all of them
            reading.quantity.value < before.quantity.value.scaled(by: 2)
        else { return }
        reading.per = per
    }
}
