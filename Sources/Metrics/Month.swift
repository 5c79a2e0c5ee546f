public import Facts

/// A calendar month.
public struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Months since January of year 0.
    var number: Int { Int(stored) }
    /// In four bytes: every cell of a ledger has its period.
    private let stored: Int32

    /// The month of a year; `month` may be any whole number, 0 being December of the year before.
    public init(year: Int, month: Int) {
        stored = Int32(clamping: year * 12 + month - 1)
    }

    /// The month in which a day lies.
    public init(_ date: CalendarDate) {
        self.init(year: date.year, month: date.month)
    }

    public var year: Int { number / 12 }
    /// 1 … 12
    public var month: Int { number % 12 + 1 }

    /// The month so many months later, or earlier where negative.
    public func advanced(by months: Int) -> Month {
        Month(year: year, month: month + months)
    }

    public static func < (left: Month, right: Month) -> Bool { left.number < right.number }

    /// The key of the month: `2026-04`.
    public var description: String {
        CalendarDate.first(ofMonth: month, year: year).description.dropLast(3).description
    }
}
