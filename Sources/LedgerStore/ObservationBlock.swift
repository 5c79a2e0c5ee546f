public import Facts

/// Facts that count, as columns of integers: what statistics need and no word of the text.
///
/// Ten million facts are read in this form at the speed of memory, where rows would take the better part of a minute.
/// Places, series and periods are numbers that `ObservationKeys` explains.
public struct ObservationBlock: Sendable, Hashable {
    /// The columns in the order in which they are stored.
    public enum Column: Int, Sendable, CaseIterable {
        case fact, bulletin, place, series, period, qualifier, flags, published
        case valueLow, valueHigh, valueExponent, upperLow, upperHigh, upperExponent
        case sentenceLikeness, articleLikeness
    }

    /// One array for each column, all of one length.
    var columns: [[Int64]]

    init() {
        columns = Column.allCases.map { _ in [] }
    }

    init(columns: [[Int64]]) {
        self.columns = columns
    }

    public var count: Int { columns[0].count }
    public var isEmpty: Bool { count == 0 }

    /// Numbers of the facts, ascending.
    public var facts: [Int64] { self[.fact] }
    /// Numbers of their bulletins.
    public var bulletins: [Int64] { self[.bulletin] }
    /// Indices into `ObservationKeys.places`.
    public var places: [Int64] { self[.place] }
    /// Indices into `ObservationKeys.series`.
    public var series: [Int64] { self[.series] }
    /// Indices into `ObservationKeys.periods`.
    public var periods: [Int64] { self[.period] }
    /// Positions in `Qualifier.allCases`.
    public var qualifiers: [Int64] { self[.qualifier] }
    /// `ObservationFlags`, raw.
    public var flags: [Int64] { self[.flags] }
    /// Days of publication as the number 20260403, 0 where unknown.
    public var published: [Int64] { self[.published] }
    /// The lower 64 bits of the values' coefficients; all of them unless `.wide` is among the flags.
    public var coefficients: [Int64] { self[.valueLow] }
    /// Powers of ten of the values.
    public var exponents: [Int64] { self[.valueExponent] }
    /// Digests of the sentences' words.
    public var sentenceLikenesses: [Int64] { self[.sentenceLikeness] }
    /// Digests of the articles' words.
    public var articleLikenesses: [Int64] { self[.articleLikeness] }

    /// The value of the fact at an index, exact.
    public func value(at index: Int) -> Number {
        number(.valueLow, .valueHigh, .valueExponent, at: index)
    }

    /// The upper end of the fact at an index, where it is a range.
    public func upper(at index: Int) -> Number? {
        guard self[.flags][index] & ObservationFlags.hasUpper.rawValue != 0 else { return nil }
        return number(.upperLow, .upperHigh, .upperExponent, at: index)
    }

    subscript(column: Column) -> [Int64] { columns[column.rawValue] }

    private func number(_ low: Column, _ high: Column, _ exponent: Column, at index: Int) -> Number {
        let coefficient = Int128(self[high][index]) << 64 | Int128(UInt64(bitPattern: self[low][index]))
        return Number(coefficient: coefficient, exponent: Int(self[exponent][index]))
    }

    mutating func append(_ value: Int64, to column: Column) {
        columns[column.rawValue].append(value)
    }

    mutating func append(_ number: Number, to low: Column, _ high: Column, _ exponent: Column) {
        append(Int64(truncatingIfNeeded: number.coefficient), to: low)
        append(Int64(truncatingIfNeeded: number.coefficient >> 64), to: high)
        append(Int64(number.exponent), to: exponent)
    }
}

/// What statistics must know of a fact beside its numbers.
public struct ObservationFlags: OptionSet, Sendable, Hashable {
    public let rawValue: Int64

    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// It is a part of another fact (其中) and never added to its whole.
    public static let part = ObservationFlags(rawValue: 1)
    /// It restates another fact in other units.
    public static let equivalent = ObservationFlags(rawValue: 2)
    /// It has an upper end.
    public static let hasUpper = ObservationFlags(rawValue: 4)
    /// A person accepted or corrected it.
    public static let decided = ObservationFlags(rawValue: 8)
    /// A person typed it in.
    public static let typed = ObservationFlags(rawValue: 16)
    /// The reading is not of high confidence.
    public static let doubtful = ObservationFlags(rawValue: 32)
    /// The value's coefficient takes more than 64 bits.
    public static let wide = ObservationFlags(rawValue: 64)
}

/// What the numbers in observation blocks stand for. Index 0 of each list stands for nothing.
public struct ObservationKeys: Sendable, Hashable {
    public var series: [SeriesKey]
    /// Keys of places, as the resolver gave them.
    public var places: [String]
    public var periods: [ResolvedPeriod]

    public init(series: [SeriesKey], places: [String], periods: [ResolvedPeriod]) {
        self.series = series
        self.places = places
        self.periods = periods
    }
}

/// What makes two figures the same series.
public struct SeriesKey: Sendable, Hashable {
    /// Key of the indicator, or the name of an ad-hoc one.
    public var indicator: String
    public var dimension: Dimension
    /// The unit of the values.
    public var unit: String
    public var window: Window
    public var change: Change
    public var status: Status
    /// The comparison base of a change (`同比`), empty where there is none.
    public var comparison: String
    /// The base of a figure per head, empty where there is none.
    public var per: String

    public init(
        indicator: String, dimension: Dimension, unit: String, window: Window, change: Change = .none,
        status: Status = .actual, comparison: String = "", per: String = ""
    ) {
        self.indicator = indicator
        self.dimension = dimension
        self.unit = unit
        self.window = window
        self.change = change
        self.status = status
        self.comparison = comparison
        self.per = per
    }
}
