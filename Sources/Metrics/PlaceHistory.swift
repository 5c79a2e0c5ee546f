import Facts
import Indicators

/// The cells of one series at one place, by period.
struct PlaceHistory {
    /// In a fixed order. Most places have few periods of a series, among which one is found sooner than by hashing.
    private let periods: [Period]
    /// The cell of each period.
    private let cells: PackedCells
    private let rule: any WindowRule.Type
    private let window: Window

    init(_ observations: [Observation], window: Window) {
        let rule = window.rule
        self.rule = rule
        self.window = window
        let ofPeriod = Dictionary(grouping: observations, by: \.reading.period).sorted {
            $0.key.sortKey < $1.key.sortKey
        }
        periods = ofPeriod.map(\.key)
        cells = PackedCells(ofPeriod.lazy.map { Cell($0.value, rule: rule) })
    }

    private func cell(of period: Period) -> Cell? {
        periods.firstIndex(of: period).map { cells[$0] }
    }

    var isEmpty: Bool { cells.isEmpty }

    /// The figure of a period with where it comes from.
    struct PeriodValue {
        var figure: Figure?
        var facts: [Int] = []
        var marks: Set<Mark> = []
        var reason: DashReason?
    }

    /// The periods that have cells, with their cells, in a fixed order.
    var orderedCells: [(period: Period, cell: Cell)] {
        periods.indices.map { (periods[$0], cells[$0]) }
    }

    /// The figure of a month, quarter, half-year or year by the rule of the window.
    func value(in period: Period) -> PeriodValue {
        switch rule.overMonths {
        case .own: ownValue(period)
        case .sumOfTiles: tiled(period)
        case .carriedForward: latestValue(period)
        case .difference: difference(period)
        }
    }

    /// The figure that runs up to the end of a month: as reported, or of a flow the sum of months that tile the year so far.
    func valueToDate(_ month: Month) -> PeriodValue {
        switch window {
        case .cumulative: ownValue(.running(to: month))
        case .ytd: ownValue(.toDate(month))
        case .flow: tiled(.toDate(month))
        default: PeriodValue(reason: .notReported)
        }
    }

    /// What came about from January to the end of a month: as reported, the sum of the months, or a running figure less that
    /// of the year before. A running figure of which nothing was heard before this year is taken to begin with it.
    func valueOfYear(to month: Month) -> PeriodValue {
        guard window == .cumulative else { return valueToDate(month) }
        let january = Month(year: month.year, month: 1)
        let ranBefore = periods.contains { $0.kind == .running && $0.last.map { $0 < january } ?? false }
        guard !ranBefore else { return difference(.toDate(month)) }
        var value = valueToDate(month)
        if value.figure != nil { value.marks.insert(.openBeginning) }
        return value
    }

    /// The figure of a whole year: of a running figure the one at the year's end.
    func value(inYear year: Int) -> PeriodValue {
        let own = ownValue(.year(year))
        if own.figure != nil { return own }
        switch window {
        case .flow: return tiled(.year(year))
        case .ytd: return ownValue(.toDate(Month(year: year, month: 12)))
        case .cumulative: return ownValue(.running(to: Month(year: year, month: 12)))
        case .stock: return ownValue(.month(Month(year: year, month: 12)))
        default: return own
        }
    }

    /// What stands under a period itself.
    func ownValue(_ period: Period) -> PeriodValue {
        guard let cell = cell(of: period) else { return PeriodValue(reason: .notReported) }
        var marks: Set<Mark> = []
        if cell.isContradicted { marks.insert(.contradicted) }
        if cell.isByPublication { marks.insert(.byPublication) }
        return PeriodValue(
            figure: cell.figure, facts: cell.facts, marks: marks, reason: cell.figure == nil ? .severalListed : nil)
    }

    // MARK: Flows

    /// The reported total of a period, else the sum of the periods that tile it; nothing where a tile is missing.
    private func tiled(_ period: Period) -> PeriodValue {
        let own = ownValue(period)
        guard own.reason == .notReported, period.kind != .month, let first = period.first, let last = period.last,
            let tiles = tiles(from: first, to: last), tiles.count > 1
        else { return own }
        let values = tiles.map(ownValue)
        return PeriodValue(
            figure: FigureSum(values.compactMap(\.figure)).figure, facts: values.flatMap(\.facts).sorted(),
            marks: values.reduce(into: [.computed]) { $0.formUnion($1.marks) })
    }

    /// The fewest periods with figures that together cover the months without gap or overlap: quarters and half-years
    /// before months, and 1—2月 as one period where it was reported as one. `nil` where a month is missing.
    private func tiles(from first: Month, to last: Month) -> [Period]? {
        let length = last.number - first.number + 1
        // best[n] tiles the first n months.
        var best: [[Period]?] = [[]] + [[Period]?](repeating: nil, count: length)
        for period in tileable where period.first.map({ $0 >= first }) ?? false {
            guard let start = period.first, let end = period.last, end <= last,
                let before = best[start.number - first.number]
            else { continue }
            let count = end.number - first.number + 1
            if best[count].map({ before.count + 1 < $0.count }) ?? true { best[count] = before + [period] }
        }
        return best[length]
    }

    /// Closed periods with one figure that speaks of the whole of them, or of a month, by their ends.
    private var tileable: [Period] {
        orderedCells.filter { period, cell in
            guard cell.figure != nil else { return false }
            return switch period.kind {
            case .month, .quarter, .half, .year: true
            case .span: cell.isWhole
            case .toDate, .running, .undated: false
            }
        }.map(\.period)
    }

    // MARK: Stocks

    /// The last figure within the period; else the last one before it, carried forward with its month.
    private func latestValue(_ period: Period) -> PeriodValue {
        let own = ownValue(period)
        guard own.reason == .notReported, let first = period.first, let last = period.last else { return own }
        let latest = periods.filter { $0.kind == .month }.compactMap(\.last).filter { $0 <= last }.max()
        guard let latest else { return own }
        var value = ownValue(.month(latest))
        if latest < first { value.marks.insert(.carried(from: latest)) }
        return value
    }

    // MARK: Running figures

    /// The running figure at the end less that before the beginning.
    private func difference(_ period: Period) -> PeriodValue {
        guard let first = period.first, let last = period.last else { return PeriodValue(reason: .notReported) }
        let running = valueToDate(last)
        guard let later = running.figure else { return running }
        // The running figure of a period that begins with the year is the period itself.
        if window == .ytd, first.month == 1, first.year == last.year { return running }
        let before = valueToDate(first.advanced(by: -1))
        guard let earlier = before.figure else {
            return PeriodValue(facts: running.facts, reason: .earlierFigureMissing)
        }
        guard earlier.isExact, later.isExact, let step = later.value.subtracting(earlier.value) else {
            return PeriodValue(facts: running.facts, reason: .restsOnBound)
        }
        guard !step.isNegative else { return PeriodValue(facts: running.facts, reason: .runningFigureFell) }
        return PeriodValue(
            figure: Figure(step), facts: (before.facts + running.facts).sorted(),
            marks: running.marks.union(before.marks).union([.computed]))
    }

    /// Running figures that fall from one report to the next within one year, or at all for 累计.
    var falls: [(period: Period, facts: [Int])] {
        let running = orderedCells.filter { $0.period.kind == .toDate || $0.period.kind == .running }
        return zip(running, running.dropFirst()).compactMap { earlier, later in
            guard earlier.period.kind == later.period.kind, earlier.period.first == later.period.first,
                let before = earlier.cell.figure, let after = later.cell.figure,
                after.value < before.value, !after.isCompatible(with: before)
            else { return nil }
            return (later.period, (earlier.cell.facts + later.cell.facts).sorted())
        }
    }
}

/// A note beside a figure.
public enum Mark: Sendable, Hashable {
    /// carried forward from an earlier month: 451〔2月〕
    case carried(from: Month)
    /// ※ another figure contradicts it
    case contradicted
    /// a district's figure that is smaller than what its streets report
    case belowStreets
    /// entered under the month of publication, for want of words
    case byPublication
    /// computed from other figures: a difference, a sum of months, a quotient
    case computed
    /// a running figure that does not say from when it counts, taken to begin with the year
    case openBeginning
    /// the sum of the communities that reported, a lower bound where not all did
    case communities(reported: Int, of: Int?)
}
