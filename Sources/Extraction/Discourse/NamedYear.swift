import Facts
import Scanning

/// The past year that an article has named last, which 全年 and 年末 behind it are of: `2022年，全镇实施项目8个。全年接待游客12万人次。`
struct NamedYear {
    private var year: Int?

    /// Gives 全年, 年末 and 年底 their year, in the order of the text.
    mutating func date(
        _ times: inout [TimeExpression], opening start: Int, published: CalendarDate?, _ text: Span<UInt8>
    ) {
        for index in times.indices {
            times[index] = dated(times[index], text)
            let time = times[index]
            guard time.open == .nothing, time.kind != .present, time.start == start, let from = time.from,
                let to = time.to
            else { continue }
            // 今年 or a stretch of years takes back the year before it.
            let isPast = from.year == to.year && published.map { to < $0 } ?? false
            year = isPast && (text.has("年", before: time.end) || from.month == 1 && to.month == 12) ? from.year : nil
        }
    }

    func dated(_ time: TimeExpression, _ text: Span<UInt8>) -> TimeExpression {
        guard let year else { return time }
        let isWhole = time.open == .year && text.has("全年", at: time.start)
        let isEnd =
            time.kind == .present && time.end - time.start == 6
            && (text.has("年末", at: time.start) || text.has("年底", at: time.start))
        guard isWhole || isEnd else { return time }
        var dated = time
        dated.named = year
        return dated
    }
}
