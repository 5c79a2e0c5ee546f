/// A day of the Gregorian calendar, without a time or a zone: bulletins are dated by the day.
public struct CalendarDate: Sendable, Hashable, Comparable {
    public var year: Int { Int(packed >> 9) }
    public var month: Int { Int(packed >> 5 & 15) }
    public var day: Int { Int(packed & 31) }

    /// Year, month and day in four bytes: a ledger holds very many dates.
    private let packed: Int32

    /// The given day, or `nil` where the calendar has no such day or the year is outside 1 … 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.days(inMonth: month, of: year)
        else { return nil }
        self.init(unchecked: year, month, day)
    }

    /// The first day of a month, clamped into the years 1 … 9999; `month` may be any whole number, 0 being December of the year before.
    public static func first(ofMonth month: Int, year: Int) -> CalendarDate {
        let months = year * 12 + month - 1
        let clamped = min(max(months, 12), 9999 * 12 + 11)
        return CalendarDate(unchecked: clamped / 12, clamped % 12 + 1, 1)
    }

    /// The last day of a month; `month` may be any whole number, as in `first(ofMonth:year:)`.
    public static func last(ofMonth month: Int, year: Int) -> CalendarDate {
        let first = first(ofMonth: month, year: year)
        return CalendarDate(unchecked: first.year, first.month, days(inMonth: first.month, of: first.year))
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        packed = Int32(truncatingIfNeeded: (year << 4 | month) << 5 | day)
    }

    /// The number of days in a month, 28 … 31.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The day `count` days later (or earlier, where negative), clamped into the years 1 … 9999.
    public func advanced(byDays count: Int) -> CalendarDate {
        CalendarDate(dayNumber: dayNumber + count)
    }

    /// The number of days from another day to this one.
    public func days(since other: CalendarDate) -> Int {
        dayNumber - other.dayNumber
    }

    /// Days since 1 March of year 0, after Howard Hinnant's `days_from_civil`.
    private var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return shiftedYear * 365 + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400 + dayOfYear
    }

    private init(dayNumber: Int) {
        let smallest = 306  // 1 January of year 1
        let largest = 3_652_364  // 31 December of year 9999
        let number = min(max(dayNumber, smallest), largest)
        let era = number / 146_097
        let dayOfEra = number % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.packed < right.packed
    }
}

extension CalendarDate: LosslessStringConvertible {
    /// ISO 8601: `2026-04-03`.
    public var description: String {
        func padded(_ number: Int, to width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
    }

    /// The day that ISO 8601 (`2026-04-03`) writes, else `nil`.
    public init?(_ text: String) {
        guard text.utf8.count == 10 else { return nil }
        // Year, month and day.
        var numbers = (0, 0, 0)
        for (position, byte) in text.utf8.enumerated() {
            if position == 4 || position == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            let digit = Int(byte - UInt8(ascii: "0"))
            switch position {
            case ..<4: numbers.0 = numbers.0 * 10 + digit
            case ..<7: numbers.1 = numbers.1 * 10 + digit
            default: numbers.2 = numbers.2 * 10 + digit
            }
        }
        self.init(year: numbers.0, month: numbers.1, day: numbers.2)
    }
}

extension CalendarDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CalendarDate(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a date like 2026-04-03: \(text)")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
