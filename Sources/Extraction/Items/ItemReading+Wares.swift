import Facts
import Scanning
import Units

/// What a speaker sells or gathers, which her own words leave out: 卖蛋烘糕的王大姐…“一晚上卖四五百个”.
extension SentenceReader {
    private static let selling: WordList = ["卖", "卖出", "卖掉", "摘", "收", "做", "炸", "烤", "蒸"]
    private static let trades: WordList = ["卖", "做", "种", "养", "炸", "烤", "蒸", "酿", "编", "磨"]
    private static let noWares: WordList = ["不", "得", "了", "过", "给", "到", "出", "好", "完", "成", "起", "着", "植", "护"]

    /// 蛋烘糕 of 卖蛋烘糕的王大姐, who says further on how many she sells: what stands between a trade's verb and 的.
    func ware(soldBy verbs: Range<Int>, _ text: Span<UInt8>, _ state: State) -> String? {
        guard let verb = verbs.last, SentenceReader.selling.contains(tokens[verb].start..<tokens[verb].end, of: text)
        else { return nil }
        let low = max(state.memory.articleStart, tokens[verb].start - 300)
        var position = tokens[verb].start
        while position > low {
            position = text.scalarStart(before: position)
            guard SentenceReader.trades.begins(in: text, at: position), case let start = position + 3,
                !SentenceReader.noWares.begins(in: text, at: start)
            else { continue }
            var end = start
            while end < text.count, end - start <= 15, !text.has("的", at: end),
                tools.classes[text.scalar(at: end).value] == .other
            { end += text.scalar(at: end).length }
            if (6...15).contains(end - start), text.has("的", at: end) { return text.string(start..<end) }
        }
        return nil
    }
}
