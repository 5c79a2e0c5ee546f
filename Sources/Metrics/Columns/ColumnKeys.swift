public import Facts

/// What the numbers of columns stand for, as far as the arithmetic must know: windows of series, periods.
public struct ColumnKeys: Sendable {
    /// A period as it was entered for a fact.
    public struct EnteredPeriod: Sendable {
        public var from: CalendarDate?
        public var to: CalendarDate?
        /// Whether it is the month of publication, for want of words.
        public var isByPublication: Bool

        public init(from: CalendarDate?, to: CalendarDate?, isByPublication: Bool) {
            self.from = from
            self.to = to
            self.isByPublication = isByPublication
        }
    }

    /// An entered period as a series of a window reads it.
    struct Entry {
        /// Position among `periods`.
        var period: UInt64
        var isWhole: Bool
        /// The day for which the figure stands; 0 for that of publication.
        var asOf: Int64
    }

    /// All periods under which figures stand, in the order of time.
    public let periods: [Period]
    /// Windows of the series, by their positions in `Window.allCases`.
    let windows: [Int]
    private let entries: [Entry]
    private let enteredCount: Int
    let isByPublication: [Bool]
    /// For each period the position of the one whose running figure it goes on from; -1 where there is none.
    let previous: [Int]
    let placeCount: Int

    /// Keys of nothing.
    public static let none = ColumnKeys()

    private init() {
        (periods, windows, entries, enteredCount, isByPublication, previous, placeCount) = ([], [], [], 0, [], [], 0)
    }

    /// - Parameters:
    ///   - windows: the window of each series
    ///   - entered: the periods as facts name them by position
    /// - Returns: `nil` where there are more places, series or periods than keys can tell apart (4 million, 16 million,
    ///   260,000).
    public init?(windows: [Window], entered: [EnteredPeriod], placeCount: Int) {
        let cases = Window.allCases
        let readings = cases.map { window in
            entered.map { one in
                PeriodReading(
                    from: one.isByPublication ? nil : one.from, to: one.isByPublication ? nil : one.to,
                    published: one.isByPublication ? one.to ?? one.from : nil, window: window)
            }
        }
        let periods = Set(readings.joined().map(\.period)).sorted { $0.sortKey < $1.sortKey }
        guard placeCount <= FactRecord.most.places, windows.count <= FactRecord.most.series,
            periods.count <= FactRecord.most.periods
        else { return nil }
        let positions = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
        func position(_ period: Period) -> Int { positions[period] ?? 0 }
        entries = readings.joined().map { reading in
            let asOf = reading.basis == .stated ? reading.asOf : nil
            return Entry(
                period: UInt64(position(reading.period)), isWhole: reading.isWhole,
                asOf: asOf.map { FactRecord.day(Int64(($0.year * 100 + $0.month) * 100 + $0.day)) } ?? 0)
        }
        self.periods = periods
        self.windows = windows.map { cases.firstIndex(of: $0) ?? 0 }
        self.placeCount = placeCount
        enteredCount = entered.count
        isByPublication = entered.map(\.isByPublication)
        previous = periods.map { period in
            switch period.kind {
            case .running:
                period.last.flatMap { positions[.running(to: $0.advanced(by: -1))] } ?? -1
            case .toDate:
                period.last.flatMap { $0.month == 1 ? nil : positions[.toDate($0.advanced(by: -1))] } ?? -1
            default: -1
            }
        }
    }

    @inline(__always)
    func entry(ofPeriod entered: Int64, series: Int64) -> Entry {
        entries[windows[Int(series)] * enteredCount + Int(entered)]
    }
}
