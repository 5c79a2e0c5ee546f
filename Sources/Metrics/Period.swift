public import Facts

/// The period under which a figure stands in the tables.
public struct Period: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case month, quarter, half, year
        /// from January to the last day
        case toDate
        /// from an open beginning to the last day
        case running
        /// another span, which stands in no month's column
        case span
        /// neither the words nor a date of publication tell: 日期未注明
        case undated
    }

    /// Where the period comes from.
    public enum Basis: String, Sendable, Hashable {
        /// the words of the fact
        case stated
        /// the date of publication, for want of words: marked in the tables
        case published
        case none
    }

    public let kind: Kind
    /// The first month; `nil` for a running figure and where nothing is known.
    public let first: Month?
    public let last: Month?

    public init(_ kind: Kind, first: Month? = nil, last: Month? = nil) {
        self.kind = kind
        self.first = first
        self.last = last
    }

    public static func month(_ month: Month) -> Period { Period(.month, first: month, last: month) }

    /// January to this month.
    public static func toDate(_ month: Month) -> Period {
        Period(.toDate, first: Month(year: month.year, month: 1), last: month)
    }

    public static func running(to month: Month) -> Period { Period(.running, last: month) }

    public static func year(_ year: Int) -> Period {
        Period(.year, first: Month(year: year, month: 1), last: Month(year: year, month: 12))
    }

    public static let undated = Period(.undated)

    /// The quarter in which a month lies.
    public static func quarter(of month: Month) -> Period { block(.quarter, of: month, length: 3) }

    /// The half-year in which a month lies.
    public static func half(of month: Month) -> Period { block(.half, of: month, length: 6) }

    private static func block(_ kind: Kind, of month: Month, length: Int) -> Period {
        let first = Month(year: month.year, month: (month.month - 1) / length * length + 1)
        return Period(kind, first: first, last: first.advanced(by: length - 1))
    }

    /// The month, quarter, half-year or year in which a month lies; `nil` for kinds that are no part of the calendar.
    public static func period(_ kind: Kind, of month: Month) -> Period? {
        switch kind {
        case .month: .month(month)
        case .quarter: .quarter(of: month)
        case .half: .half(of: month)
        case .year: .year(month.year)
        case .toDate, .running, .span, .undated: nil
        }
    }

    /// The period of the same kind and length so many months later, or earlier where negative.
    func shifted(by months: Int) -> Period {
        Period(kind, first: first?.advanced(by: months), last: last?.advanced(by: months))
    }

    /// The period of the same kind just before this one.
    public var previous: Period {
        guard let first, let last else { return self }
        return shifted(by: first.number - last.number - 1)
    }

    /// The period just after this one.
    public var next: Period {
        guard let first, let last else { return self }
        return shifted(by: last.number - first.number + 1)
    }

    /// The same period a year before.
    public var yearBefore: Period { shifted(by: -12) }

    /// Whether a month lies in the period.
    func contains(_ month: Month) -> Bool {
        (first.map { $0 <= month } ?? true) && (last.map { month <= $0 } ?? false)
    }

    /// Orders periods by their ends, the longer ones first.
    var sortKey: (Int, Int, String) { (last?.number ?? 0, first?.number ?? 0, kind.rawValue) }
}

extension Period: CustomStringConvertible {
    /// The key of the period: `2026-04`, `2026-Q2`, `2026-H1`, `2026`, `2026-01/2026-04`.
    public var description: String {
        guard let last else { return kind.rawValue }
        return switch kind {
        case .month: last.description
        case .quarter: "\(last.year)-Q\((last.month - 1) / 3 + 1)"
        case .half: "\(last.year)-H\((last.month - 1) / 6 + 1)"
        case .year: String(last.year)
        case .toDate, .span: "\(first ?? last)/\(last)"
        case .running: "../\(last)"
        case .undated: kind.rawValue
        }
    }
}

/// A fact's period, resolved.
public struct PeriodReading: Sendable, Hashable {
    public let period: Period
    public let basis: Period.Basis
    /// Whether the fact speaks of the whole period, so that it is a total and not one event within it.
    public let isWhole: Bool
    /// The day for which a stock or a running figure stands.
    public let asOf: CalendarDate?

    /// The period of which a fact speaks, not the day on which it was printed. A level that has given way to another is of
    /// no period, unless somebody tells it: the month of publication is that of the other.
    public init(of fact: Fact, window: Window) {
        self.init(
            from: fact.from, to: fact.to, published: fact.isFormerLevel ? nil : fact.published, window: window)
    }

    /// The period between two days or, where neither is known, that of the day of publication.
    public init(from: CalendarDate?, to: CalendarDate?, published: CalendarDate?, window: Window) {
        asOf = to ?? from ?? published
        guard let last = to ?? from else {
            basis = published == nil ? .none : .published
            isWhole = false
            period = published.map { PeriodReading.period(of: window, endingIn: Month($0)) } ?? .undated
            return
        }
        basis = .stated
        guard window != .cumulative else {
            (period, isWhole) = (.running(to: Month(last)), true)
            return
        }
        guard window != .ytd else {
            (period, isWhole) = (.toDate(Month(last)), true)
            return
        }
        let (closed, isWhole) = PeriodReading.closedPeriod(from: from ?? last, to: last)
        self.isWhole = isWhole
        // 一季度志愿服务队48支 is how many there are at its end. What a year's bulletin says stands for the year.
        let isLevelAtEnd = window == .stock && closed.kind != .year
        period = isLevelAtEnd ? .month(Month(last)) : closed
    }

    private static func period(of window: Window, endingIn month: Month) -> Period {
        switch window {
        case .ytd: .toDate(month)
        case .cumulative: .running(to: month)
        default: .month(month)
        }
    }

    private static func closedPeriod(from first: CalendarDate, to last: CalendarDate) -> (Period, Bool) {
        let (start, end) = (Month(first), Month(last))
        let isWhole =
            first.day == 1 && last.day == CalendarDate.days(inMonth: last.month, of: last.year) && start <= end
        if start == end { return (.month(start), isWhole) }
        let length = end.number - start.number + 1
        if isWhole {
            switch length {
            case 3 where start.month % 3 == 1: return (Period(.quarter, first: start, last: end), true)
            case 6 where start.month % 6 == 1: return (Period(.half, first: start, last: end), true)
            case 12 where start.month == 1: return (Period(.year, first: start, last: end), true)
            default: break
            }
        }
        return (Period(.span, first: start, last: end), isWhole)
    }
}
