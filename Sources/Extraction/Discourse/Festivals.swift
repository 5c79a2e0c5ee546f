import Facts
import Scanning

/// The days of feasts, memorial days and solar terms, and the holidays of each year as they were announced: `去年重阳节` is a day
/// of October, `2025年国庆假期` eight days. They stand in `festivals.csv`, which `scripts/make-festivals` makes again; feasts of the
/// lunar year are known from 2004 to 2040, holidays to 2026.
struct Festivals: Sendable {
    static let builtIn = Festivals(rows: (try? ReadableTable(BuiltInTable.festivals.bytes))?.rows ?? [])

    private typealias Days = (first: CalendarDate, last: CalendarDate)

    /// What is known of a name.
    private struct Festival {
        /// Its days by the year; 0 for a day that is the same each year.
        var days: [Int: Days] = [:]
        /// Which entry holds the days off that it gives: those of 国庆假期 for 国庆 and 国庆节.
        var holiday: Int?
        /// Whether it is, or follows, a day that is the same each year.
        var isFixed = false

        /// Its days in a year; `nil` where they are not known.
        func days(in year: Int) -> Days? {
            if let days = days[year] { return days }
            guard let days = days[0], let first = days.first.inYear(year), let last = days.last.inYear(year) else {
                return nil
            }
            return (first, last)
        }

        /// Whether two names are of one day, the same each year: 三八 and 妇女节.
        func isSame(as other: Festival) -> Bool {
            guard let day = days[0], let others = other.days[0] else { return false }
            return day == others
        }

        /// The days of two holidays that follow or overlap each other, in the years in which they do.
        func joined(with other: Festival) -> Festival {
            var joined = Festival()
            for (year, days) in days {
                guard let others = other.days[year] else { continue }
                let (early, late) = days.first <= others.first ? (days, others) : (others, days)
                if late.first.days(since: early.last) <= 1 {
                    joined.days[year] = (early.first, max(early.last, late.last))
                }
            }
            return joined
        }
    }

    /// All names, in the order of the table.
    let allNames: [String]
    private var festivals: [Festival] = []
    /// The names, with the place of their entry.
    private var names: PhraseTable

    private init(rows: [ReadableTable.Row]) {
        names = PhraseTable(capacity: 256)
        var ordered: [String] = []
        var places: [String: Int] = [:]
        for row in rows {
            let (name, year) = (row["name"], Int(row["year"]) ?? 0)
            // A day without a year is one of a leap year, which has them all.
            let prefix = year == 0 ? "2004-" : ""
            guard let first = CalendarDate(prefix + row["first"]),
                let last = row["last"].isEmpty ? first : CalendarDate(prefix + row["last"])
            else { continue }
            if places[name] == nil {
                places[name] = festivals.count
                ordered.append(name)
                names.insert(name.utf8, value: Int32(festivals.count))
                festivals.append(Festival())
            }
            festivals[places[name] ?? 0].days[year] = (first, last)
        }
        names.finish()
        allNames = ordered
        for (name, place) in places {
            let feast = name.hasSuffix("假期") ? places[String(name.dropLast(2))] : place
            festivals[place].isFixed = feast.map { festivals[$0].days[0] != nil } ?? false
            festivals[place].holiday =
                name.hasSuffix("假期") ? place : places[name + "假期"] ?? places[name.replacing("节", with: "") + "假期"]
        }
    }

    /// The expression with the days of the feast or holiday that it names, else as it is.
    ///
    /// Without a year it is the one that was last, or that comes within days: reports tell of what was, and notices of what is
    /// near.
    func dated(_ time: TimeExpression, _ text: Span<UInt8>, _ published: CalendarDate?) -> TimeExpression {
        guard time.kind != .running, time.kind != .sinceJanuary,
            // 正月初一至初七, 五一、国庆期间, 国庆黄金周: it is not all of the stretch
            !Festivals.goingOn.begins(in: text, at: time.end), !Festivals.joining.ends(in: text, at: time.start)
        else { return time }
        var position = time.start
        let year = Festivals.year(at: &position, text, published)
        position += Festivals.quotes.match(in: text, at: position, end: time.end) ?? 0
        guard let name = names.longestMatch(in: text, at: position, end: time.end) else { return time }
        position += name.length
        position += Festivals.quotes.match(in: text, at: position, end: time.end) ?? 0
        var (place, second) = (Int(name.value), Int?.none)
        if let word = names.longestMatch(in: text, at: position, end: time.end), Int(word.value) != place {
            let other = Int(word.value)
            position += word.length
            if festivals[other].holiday == other {
                // 国庆|中秋假期
                second = other
                position -= Festivals.holidayLength
            } else if let holiday = festivals[other].holiday, Festivals.spans.begins(in: text, at: position) {
                // 国庆|中秋|期间
                second = holiday
            } else if !festivals[place].isSame(as: festivals[other]) {
                // but “三八”|妇女节
                return time
            }
        }
        // 国庆|假期|前三天
        let off = Festivals.spans.match(in: text, at: position, end: time.end) ?? 0
        let behind = position + off
        let part = Festivals.part(of: text, at: behind, end: time.end).flatMap {
            behind + $0.length == time.end ? Festivals.partsOfHolidays[Int($0.value)] : nil
        }
        let isHoliday = off > 0 || festivals[place].holiday == place
        let spans = isHoliday && (behind == time.end || part != nil)
        let ending = position..<time.end
        guard ending.isEmpty || spans || Festivals.endings.contains(ending, of: text) else { return time }
        if spans {
            guard let holiday = festivals[place].holiday else { return time }
            place = holiday
        }
        let festival = second.map { festivals[place].joined(with: festivals[$0]) } ?? festivals[place]
        guard let days = year.isTold ? year.named.flatMap(festival.days(in:)) : Festivals.nearest(festival, published)
        else { return time }
        var dated = time
        (dated.from, dated.to, dated.kind, dated.isNarrowed) = (days.first, days.last, .period, false)
        if let part {
            let first = part.first < 0 ? days.last : days.first.advanced(byDays: part.first)
            (dated.from, dated.to) = (first, first.advanced(byDays: part.count - 1))
        }
        // What is planned for such a day is of the next one.
        if !year.isTold, festival.isFixed { dated.open = .year }
        return dated
    }

    /// Where the longest name of a feast begins that ends at a position.
    func name(endingAt end: Int, floor: Int, _ text: Span<UInt8>) -> Int? {
        var first: Int?
        var position = end
        while position > floor, end - position < Festivals.longest {
            position = text.scalarStart(before: position)
            if names.longestMatch(in: text, at: position, end: end)?.length == end - position { first = position }
        }
        return first
    }

    /// The first day of a feast that comes next, on the day itself or after it; `nil` for a name or a year that the table lacks.
    func next(_ name: String, after day: CalendarDate) -> CalendarDate? {
        guard let place = names.value(of: name) else { return nil }
        return [day.year, day.year + 1].lazy.compactMap { festivals[Int(place)].days(in: $0)?.first }.first {
            $0 >= day
        }
    }

    /// No name is longer than these bytes: 全民国家安全教育日.
    private static let longest = 30
    /// How many days before a feast a text speaks of the one to come. A day that is the same each year can be moved once it is
    /// known whether it is told or planned; one of the lunar year cannot.
    private static let (near, nearFixed) = (21, 7)
    /// Parts of a holiday: how many days of it, from which one on; -1 for the last day.
    static let partsOfHolidays: [(name: String, first: Int, count: Int)] = {
        var parts = [("首日", 0, 1), ("头一天", 0, 1), ("最后一天", -1, 1), ("首两日", 0, 2), ("首三日", 0, 3)]
        for (offset, number) in ["一", "二", "三", "四", "五", "六", "七"].enumerated() {
            parts.append(("第\(number)天", offset, 1))
        }
        for (offset, number) in ["两", "三", "四", "五", "六", "七"].enumerated() {
            let count = offset + 2
            for opener in ["前", "头"] {
                parts += [("\(opener)\(number)天", 0, count), ("\(opener)\(count)天", 0, count)]
            }
        }
        return parts
    }()
    /// The part of a holiday whose name stands at a position, as its place among all.
    static func part(of text: Span<UInt8>, at position: Int, end: Int) -> PhraseTable.Match? {
        partNames.longestMatch(in: text, at: position, end: end)
    }

    private static let partNames: PhraseTable = {
        var names = PhraseTable(capacity: 64)
        for (index, part) in partsOfHolidays.enumerated() { names.insert(part.name.utf8, value: Int32(index)) }
        names.finish()
        return names
    }()
    /// The bytes of 假期, in which the names of holidays end.
    private static let holidayLength = 6
    private static let goingOn: WordList = ["至", "到", "、", "—", "-", "～", "黄金周"]
    private static let joining: WordList = ["至", "、", "—", "-", "～"]
    private static let quotes: WordList = ["“", "”", "\""]
    private static let spans: WordList = ["假期期间", "小长假期间", "小长假", "假期", "长假", "期间"]
    private static let endings: WordList = ["当天上午", "当天", "当日", "当晚", "这一天", "那一天", "这天", "那天", "夜"]

    /// The year that an expression opens with (去年, 2025年), behind which it goes on; `named` is `nil` where the day of publication,
    /// from which it is counted, is not known.
    private static func year(
        at position: inout Int, _ text: Span<UInt8>, _ published: CalendarDate?
    ) -> (isTold: Bool, named: Int?) {
        for (word, offset) in [("前年", -2), ("去年", -1), ("今年", 0), ("明年", 1)] as [(StaticString, Int)]
        where text.has(word, at: position) {
            position += word.utf8CodeUnitCount
            return (true, published.map { $0.year + offset })
        }
        guard text.has("年", at: position + 4), let year = Int(text.string(position..<position + 4)) else {
            return (false, nil)
        }
        position += 7
        return (true, year)
    }

    /// Its days that were last, or that come within days.
    private static func nearest(_ festival: Festival, _ published: CalendarDate?) -> Days? {
        guard let published else { return nil }
        return [published.year + 1, published.year, published.year - 1].lazy.compactMap(festival.days(in:))
            .first { $0.first.days(since: published) <= (festival.isFixed ? nearFixed : near) }
    }
}
