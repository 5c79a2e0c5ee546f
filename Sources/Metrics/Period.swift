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

    /// The shorter periods that tile this one, months where there is nothing between.
    var tiles: [Period] {
        guard let first, let last else { return [] }
        func split(_ kind: Kind, months: Int) -> [Period] {
            stride(from: first.number, through: last.number, by: months).map {
                let start = Month(year: 0, month: $0 + 1)
                return Period(kind, first: start, last: start.advanced(by: months - 1))
            }
        }
        switch kind {
        case .year: return split(.half, months: 6)
        case .half: return split(.quarter, months: 3)
        case .quarter: return split(.month, months: 1)
        case .toDate:
            // The largest whole tiles first: 1—7月 is a half and a month.
            var tiles: [Period] = []
            var start = first
            while start <= last {
                let (kind, length) = Period.largestTile(from: start, to: last)
                tiles.append(Period(kind, first: start, last: start.advanced(by: length - 1)))
                start = start.advanced(by: length)
            }
            return tiles
        default: return []
        }
    }

    private static func largestTile(from start: Month, to last: Month) -> (Kind, Int) {
        let length = last.number - start.number + 1
        if (start.month - 1) % 6 == 0, length >= 6 { return (.half, 6) }
        if (start.month - 1) % 3 == 0, length >= 3 { return (.quarter, 3) }
        return (.month, 1)
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

    /// The period of which a fact speaks, not the day on which it was printed.
    public init(of fact: Fact, window: Window) {
        let asOf = fact.to ?? fact.from ?? fact.published
        self.asOf = asOf
        guard let last = fact.to ?? fact.from else {
            basis = fact.published == nil ? .none : .published
            isWhole = false
            period = fact.published.map { PeriodReading.period(of: window, endingIn: Month($0)) } ?? .undated
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
        (period, isWhole) = PeriodReading.closedPeriod(from: fact.from ?? last, to: last)
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
