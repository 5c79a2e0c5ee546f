import Facts
import Scanning

/// A time expression as the text writes it, with the days that it means where they can be told.
struct TimeExpression: Sendable {
    /// What kind of stretch of time it is, which decides the window of a figure that it governs.
    enum Kind: Sendable {
        /// a closed period or a day: 去年, 2025年, 9月, 8月4日
        case period
        /// from the beginning of a year to now: 今年以来, 1—8月, 前三季度
        case sinceJanuary
        /// from an open beginning to now: 截至目前, 至今, 近年来
        case running
        /// a rough present: 近日, 目前, 如今
        case present
    }

    /// What of its date an expression leaves to the reader.
    ///
    /// endedMonth: 本月 in the first days of a month, which reports use of the one that has ended, and plans of the new one.
    enum Open: Sendable { case nothing, year, month, endedMonth, week }

    var start: Int
    var end: Int
    var kind: Kind
    var from: CalendarDate?
    var to: CalendarDate?
    var open = Open.nothing
    /// Whether it speaks of a part of the stretch that its days cover, or of one without days: 今年春节期间, “五一”假期.
    var isNarrowed = false
    /// Whether it opens the second sentence of a paragraph, behind a short one that may be a heading.
    var isBehindHeading = false
    /// Where the later of two years begins that bound it: 2025年 in 2020年到2025年.
    var later: Int?
    /// The past year that the text named before 全年 or 年末, which what is done belongs to, and no plan.
    var named: Int?

    /// Months of a year, or of one that is not known: 前三季度, 1—8月.
    static func months(_ months: ClosedRange<Int>, of year: Int?, _ named: Range<Int>, _ kind: Kind) -> TimeExpression {
        TimeExpression(
            start: named.lowerBound, end: named.upperBound, kind: kind,
            from: year.map { .first(ofMonth: months.lowerBound, year: $0) },
            to: year.map { .last(ofMonth: months.upperBound, year: $0) })
    }

    /// 6月1日起试点 in a report of the 25th of May: whether all of it is still to come.
    func begins(after day: CalendarDate) -> Bool {
        switch kind {
        case .period: (from ?? to).map { $0 > day } ?? false
        case .running: from.map { $0 > day } ?? false
        case .sinceJanuary, .present: false
        }
    }

    /// 截至6月底, 今年以来, 上半年 in a report of July: whether it is a stretch that has come to its end by the day of publication.
    func isOver(on day: CalendarDate?) -> Bool {
        guard let day, let to, from != to else { return false }
        switch kind {
        case .present: return false
        case .running, .sinceJanuary: return to <= day
        case .period: return to < day
        }
    }

    /// The later of two years that bound it, else the whole: what a level has come to is of that year.
    var laterEnd: TimeExpression {
        guard let later, let to else { return self }
        var end = self
        end.start = later
        end.from = .first(ofMonth: 1, year: to.year)
        return end
    }

    /// The expression with the days that a figure in it can be of: what is done lies before the day of publication, what is
    /// planned behind it.
    ///
    /// 1至11月 in a report of January is of the year before, 全年 there as well; 26日 in a forecast of the 24th is the next one.
    func dated(for status: Status, published: CalendarDate?) -> TimeExpression {
        guard let published, let from, let to else { return self }
        if let named, status == .actual {
            var dated = self
            dated.to = .last(ofMonth: 12, year: named)
            dated.from = from == to ? dated.to : .first(ofMonth: 1, year: named)
            dated.open = .nothing
            return dated
        }
        switch (open, status) {
        case (.year, .actual) where to > published && to.year == published.year:
            // What is under way ends at its last day, and what is still to come begins at its first.
            let distance = (from > published ? from : to).days(since: published)
            return moved { $0.inYear($0.year - 1) }.flatMap { published.days(since: $0.end) < distance ? $0.time : nil }
                ?? self
        case (.year, .planned) where to < published:
            let distance = published.days(since: to)
            return moved { $0.inYear($0.year + 1) }.flatMap { $0.end.days(since: published) < distance ? $0.time : nil }
                ?? self
        case (.endedMonth, .planned): return moved { $0.nextMonth }?.time ?? self
        // 将于28日启动 in a report of the 10th
        case (.month, .planned) where to < published: return moved { $0.nextMonth }?.time ?? self
        case (.week, .planned) where to < published: return moved { $0.advanced(byDays: 7) }?.time ?? self
        default: return self
        }
    }

    /// 去年同期 with its days, which are those of a stretch of the year that it is compared with, a year before or two.
    func sameStretch(as from: CalendarDate?, _ to: CalendarDate, _ text: Span<UInt8>) -> TimeExpression {
        // 同期接待来访326批: in that very stretch
        let back = isBareStretch ? 0 : text.has("前年", at: start) ? 2 : 1
        var moved = self
        moved.kind = .period
        moved.from = from.flatMap { $0.inYear($0.year - back) }
        moved.to = to.inYear(to.year - back)
        moved.isNarrowed = false
        return moved
    }

    /// 30天里 and 10天来, which only tell how many days went by, with the days of a stretch that the text has named before.
    func within(_ stretch: TimeExpression, _ text: Span<UInt8>) -> TimeExpression {
        guard from == nil, text.has("天里", before: end) || text.has("天来", before: end),
            let first = stretch.from, let last = stretch.to, first < last
        else { return self }
        var time = self
        (time.from, time.to, time.kind, time.open) = (first, last, .period, stretch.open)
        return time
    }

    /// Whether it is a month or more, of which statistics are made; a day is none.
    var isStretch: Bool {
        guard kind == .period || kind == .sinceJanuary, let from, let to else { return false }
        return to.days(since: from) >= 27
    }

    /// Whether it is 去年同期 or its like and no time of its sentence has told which stretch that is.
    func isOpenStretch(_ text: Span<UInt8>) -> Bool {
        isNarrowed && (from != nil || isBareStretch) && text.has("同期", before: end)
    }

    /// Whether it is 同期 alone, which says neither which stretch nor of which year.
    private var isBareStretch: Bool { end - start == 6 && from == nil && kind == .period }

    /// The expression with its days in another year or month, and its last day there.
    private func moved(_ move: (CalendarDate) -> CalendarDate?) -> (time: TimeExpression, end: CalendarDate)? {
        guard let from, let to, let first = move(from), let last = move(to) else { return nil }
        var time = self
        time.from = first
        time.to = last
        return (time, last)
    }
}

extension CalendarDate {
    /// The same day of another year; the last of February where it has no 29th.
    func inYear(_ year: Int) -> CalendarDate? {
        CalendarDate(year: year, month: month, day: min(day, CalendarDate.days(inMonth: month, of: year)))
    }

    /// The same day of the next month, and its last day for a last day.
    fileprivate var nextMonth: CalendarDate? {
        let next = month(1)
        return self == month(0).last
            ? next.last : CalendarDate(year: next.first.year, month: next.first.month, day: day)
    }

    /// The days of the month that lies so many months away.
    func month(_ offset: Int) -> (first: CalendarDate, last: CalendarDate) {
        let months = year * 12 + month - 1 + offset
        let (year, month) = (months / 12, months % 12 + 1)
        return (.first(ofMonth: month, year: year), .last(ofMonth: month, year: year))
    }
}
