import Facts
import Scanning

/// The past year that an article has named last, which 全年 and 年末 behind it are of: `2022年，全镇实施项目8个。全年接待游客12万人次。`
///
/// 这一年 and 当年 point back to whatever year was named last: `2024年，街道稳步发展。这一年，调解纠纷93起。`
struct NamedYear {
    private var year: Int?
    /// The year named last, a past one or not, whatever stands around it.
    private var latest: Int?

    /// Whether 今年 was named last, whose 全年 is the year that runs.
    private var isThisYear = false

    /// Gives 全年, 年末 and 年底 their year, in the order of the text.
    mutating func date(
        _ times: inout [TimeExpression], opening start: Int, published: CalendarDate?, _ text: Span<UInt8>
    ) {
        for index in times.indices {
            times[index] = dated(times[index], text)
            let time = times[index]
            if text.has("今年", at: time.start) { isThisYear = true }
            guard time.open == .nothing, time.kind != .present, let from = time.from, let to = time.to else { continue }
            if from.year == to.year {
                latest = from.year
                if published.map({ from.year < $0.year }) ?? true { isThisYear = false }
            }
            guard time.start == start else { continue }
            // 今年 or a stretch of years takes back the year before it.
            let isPast = from.year == to.year && published.map { to < $0 } ?? false
            year = isPast && (text.has("年", before: time.end) || from.month == 1 && to.month == 12) ? from.year : nil
        }
    }

    func dated(_ time: TimeExpression, _ text: Span<UInt8>) -> TimeExpression {
        if let latest, time.from == nil, NamedYear.pointing.contains(time.start..<time.end, of: text) {
            var dated = time
            dated.kind = .period
            dated.from = .first(ofMonth: 1, year: latest)
            dated.to = .last(ofMonth: 12, year: latest)
            return dated
        }
        if isThisYear, time.open == .year, text.has("全年", at: time.start) {
            // 今年，…，全年播种面积稳定在6亿亩以上
            var dated = time
            dated.open = .nothing
            return dated
        }
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

    private static let pointing: WordList = ["这一年", "这年", "当年", "同年", "这一年里", "这一年来", "那一年", "这一年间"]
}
