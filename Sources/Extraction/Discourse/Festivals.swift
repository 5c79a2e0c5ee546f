import Facts
import Scanning

/// The days of feasts, memorial days and solar terms, and the holidays of each year as they were announced: `去年重阳节` is a day
/// of October, `2025年国庆假期` eight days. They stand in `festivals.csv`, which `scripts/make-festivals` makes again; feasts of the
/// lunar year are known from 2004 to 2040, holidays to 2026.
struct Festivals: Sendable {
    static let builtIn = Festivals(rows: (try? ReadableTable(BuiltInTable.festivals.bytes))?.rows ?? [])

    private typealias Days = (first: CalendarDate, last: CalendarDate)
    /// The days of a name by the year; 0 for a day that is the same each year.
    private var days: [String: [Int: Days]] = [:]

    private init(rows: [ReadableTable.Row]) {
        for row in rows {
            let year = Int(row["year"]) ?? 0
            let (first, last) = (row["first"], row["last"])
            // A day without a year stands in a leap year, which has them all.
            let prefix = year == 0 ? "2004-" : ""
            guard let first = CalendarDate(prefix + first),
                let last = last.isEmpty ? first : CalendarDate(prefix + last)
            else { continue }
            days[row["name"], default: [:]][year] = (first, last)
        }
    }

    /// The expression with the days of the feast or holiday that it names, else as it is.
    ///
    /// Without a year it is the one that was last, or that comes within days: reports tell of what was, and notices of
    /// what is near.
    func dated(_ time: TimeExpression, _ text: Span<UInt8>, _ published: CalendarDate?) -> TimeExpression {
        guard time.end - time.start <= Festivals.longest, time.kind != .running, time.kind != .sinceJanuary else {
            return time
        }
        var words = text.string(time.start..<time.end)[...]
        words.removeAll { Festivals.marks.contains($0) }
        let year = Festivals.year(opening: &words, published)
        for ending in Festivals.endings where words.hasSuffix(ending) {
            let name = String(words.dropLast(ending.count))
            let names = Festivals.spans.contains(ending) ? [name + "假期", name.replacing("节", with: "") + "假期"] : [name]
            guard let known = names.lazy.compactMap({ self.days[$0] }).first else { continue }
            guard let days = Festivals.chosen(known, year, published) else { return time }
            var dated = time
            (dated.from, dated.to, dated.kind, dated.isNarrowed) = (days.first, days.last, .period, false)
            // What is planned for such a day is of the next one.
            if year == nil, known[0] != nil { dated.open = .year }
            return dated
        }
        return time
    }

    /// No expression that names a feast is longer, in bytes.
    private static let longest = 60
    /// How many days before a feast a text speaks of the one to come. A day that is the same each year can be moved once it is
    /// known whether it is told or planned; one of the lunar year cannot.
    private static let (near, nearFixed) = (21, 7)
    private static let marks: Set<Character> = ["“", "”", "\"", " "]
    private static let spans = ["假期", "小长假", "长假", "期间", "假期期间"]
    /// What may stand behind the name, the longest first.
    private static let endings = [
        "假期期间", "小长假", "假期", "长假", "期间", "当天上午", "当天", "当日", "当晚", "这一天", "那一天", "这天", "那天", "夜", "",
    ]

    /// Takes off the year that an expression opens with: 去年, 2025年; `nil` where it names none or the day of publication is not known.
    private static func year(opening words: inout Substring, _ published: CalendarDate?) -> Int? {
        for (word, offset) in [("前年", -2), ("去年", -1), ("今年", 0), ("明年", 1)] where words.hasPrefix(word) {
            words.removeFirst(word.count)
            return published.map { $0.year + offset }
        }
        guard words.count > 5, let year = Int(words.prefix(4)), words.dropFirst(4).first == "年" else { return nil }
        words.removeFirst(5)
        return year
    }

    private static func chosen(_ known: [Int: Days], _ year: Int?, _ published: CalendarDate?) -> Days? {
        func days(in year: Int) -> Days? {
            if let days = known[year] { return days }
            guard let days = known[0], let first = days.first.inYear(year), let last = days.last.inYear(year) else {
                return nil
            }
            return (first, last)
        }
        if let year { return days(in: year) }
        guard let published else { return nil }
        return [published.year + 1, published.year, published.year - 1].lazy.compactMap(days(in:))
            .first { $0.first.days(since: published) <= (known[0] == nil ? near : nearFixed) }
    }
}
