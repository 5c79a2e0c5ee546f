import Facts
import Indicators

/// The cells of one series at one place, by period.
///
/// Beside what came about in months a flow's history holds the running figures of the same indicator, from which months and
/// years without a figure of their own are computed.
struct PlaceHistory {
    /// In a fixed order. Most places have few periods of a series, among which one is found sooner than by hashing.
    private let periods: [Period]
    /// The cell of each period.
    private let cells: PackedCells
    private let rule: any WindowRule.Type
    private let window: Window

    init(_ observations: [Observation], window: Window) {
        rule = window.rule
        self.window = window
        let grouped = Dictionary(grouping: observations, by: \.reading.period)
        let ofPeriod = grouped.sorted { $0.key.sortKey < $1.key.sortKey }
        periods = ofPeriod.map(\.key)
        cells = PackedCells(
            ofPeriod.lazy.map { period, members in
                Cell(
                    members + PlaceHistory.alsoToDate(period, grouped),
                    // A flow's year to date and its 累计 are of other windows, which have periods of their own.
                    rule: members.first?.series.window.rule ?? window.rule)
            })
    }

    /// What else tells the year to a month: 一季度 is 1—3月, and two such totals may contradict each other.
    private static func alsoToDate(_ period: Period, _ grouped: [Period: [Observation]]) -> [Observation] {
        guard period.kind == .toDate else { return [] }
        return [Period.Kind.month, .quarter, .half, .year, .span].flatMap { kind in
            (grouped[Period(kind, first: period.first, last: period.last)] ?? []).filter(\.reading.isWhole)
        }
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
        case .sumOfTiles: flowValue(period)
        case .carriedForward: latestValue(period)
        case .runningOnly: PeriodValue(reason: valueOfRunning(to: period).figure == nil ? .notReported : .runningOnly)
        }
    }

    private func valueOfRunning(to period: Period) -> PeriodValue {
        period.last.map { ownValue(.running(to: $0)) } ?? PeriodValue(reason: .notReported)
    }

    /// The figure that runs up to the end of a month: as reported, or of a flow what tiles the year so far.
    func valueToDate(_ month: Month) -> PeriodValue {
        switch window {
        case .cumulative: ownValue(.running(to: month))
        case .flow: flowValue(.toDate(month))
        default: PeriodValue(reason: .notReported)
        }
    }

    /// The running figure of a month's end as it was reported.
    func reportedToDate(_ month: Month) -> PeriodValue {
        ownValue(window == .cumulative ? .running(to: month) : .toDate(month))
    }

    /// What came about from January to the end of a month: as reported, the sum of the months, or a running figure less that
    /// of the year before. A running figure of which nothing was heard before this year is taken to begin with it.
    func valueOfYear(to month: Month) -> PeriodValue {
        guard window == .cumulative else { return valueToDate(month) }
        let january = Month(year: month.year, month: 1)
        let ranBefore = periods.contains { $0.kind == .running && $0.last.map { $0 < january } ?? false }
        guard !ranBefore else { return difference(.toDate(month)) ?? PeriodValue(reason: .notReported) }
        var value = valueToDate(month)
        if value.figure != nil { value.marks.insert(.openBeginning) }
        return value
    }

    /// The figure of a whole year: of a running figure the one at the year's end.
    func value(inYear year: Int) -> PeriodValue {
        let own = ownValue(.year(year))
        if own.figure != nil { return own }
        switch window {
        case .flow: return flowValue(.year(year))
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

    /// The reported total of a period, else the sum of the periods that tile it, else the difference of two totals.
    private func flowValue(_ period: Period) -> PeriodValue {
        let own = ownValue(period)
        guard own.reason == .notReported, let first = period.first, let last = period.last else { return own }
        return sumOfTiles(from: first, to: last) ?? difference(period) ?? own
    }

    /// The sum of the periods that tile the months, nothing where a tile is missing. A figure that another contradicts is
    /// no part of a sum that does without it, and is not added to others.
    private func sumOfTiles(from first: Month, to last: Month) -> PeriodValue? {
        let all = tileable
        let settled = all.filter { !(cell(of: $0)?.isContradicted ?? false) }
        guard let tiles = tiles(from: first, to: last, among: settled) ?? tiles(from: first, to: last, among: all)
        else { return nil }
        let values = tiles.map(ownValue)
        // Half a year by another name is as it was reported.
        guard values.count > 1 else { return values.first }
        let facts = values.flatMap(\.facts).sorted()
        let marks = values.reduce(into: Set<Mark>([.computed])) { $0.formUnion($1.marks) }
        guard !marks.contains(.contradicted) else { return PeriodValue(facts: facts, reason: .contradicted) }
        return PeriodValue(figure: FigureSum(values.compactMap(\.figure)).figure, facts: facts, marks: marks)
    }

    /// The fewest periods with figures that together cover the months without gap or overlap: quarters and half-years
    /// before months, and 1—2月 as one period where it was reported as one. `nil` where a month is missing.
    private func tiles(from first: Month, to last: Month, among periods: [Period]) -> [Period]? {
        let length = last.number - first.number + 1
        // best[n] tiles the first n months.
        var best: [[Period]?] = [[]] + [[Period]?](repeating: nil, count: length)
        for period in periods where period.first.map({ $0 >= first }) ?? false {
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
            case .month, .quarter, .half, .year, .toDate: true
            case .span: cell.isWhole
            case .running, .undated: false
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

    /// A total at the end less that before the beginning: of the year so far, else of running figures. `nil` where nothing
    /// runs up to the end.
    private func difference(_ period: Period) -> PeriodValue? {
        guard let first = period.first, let last = period.last else { return nil }
        let before = first.advanced(by: -1)
        if before.year == last.year, let step = step(from: totalOfYear(to: before), to: totalOfYear(to: last)) {
            return step
        }
        let running = ownValue(.running(to: last))
        if let step = step(from: ownValue(.running(to: before)), to: running) { return step }
        let toDate = ownValue(.toDate(last))
        guard running.figure != nil || toDate.figure != nil else { return nil }
        return PeriodValue(facts: toDate.facts, reason: .earlierFigureMissing)
    }

    /// What is known of the whole of the months from January: the events that were told of a month may not be all.
    private func totalOfYear(to month: Month) -> PeriodValue {
        let own = ownValue(.toDate(month))
        guard own.figure == nil else { return own }
        let totals = tileable.filter { cell(of: $0)?.isWhole ?? false }
        guard let tiles = tiles(from: Month(year: month.year, month: 1), to: month, among: totals) else {
            return PeriodValue(reason: .notReported)
        }
        let values = tiles.map(ownValue)
        return PeriodValue(
            figure: FigureSum(values.compactMap(\.figure)).figure, facts: values.flatMap(\.facts).sorted(),
            marks: values.reduce(into: []) { $0.formUnion($1.marks) })
    }

    /// One total less an earlier one; `nil` where either is missing.
    private func step(from before: PeriodValue, to after: PeriodValue) -> PeriodValue? {
        guard let earlier = before.figure, let later = after.figure else { return nil }
        let marks = after.marks.union(before.marks)
        guard !marks.contains(.contradicted) else { return PeriodValue(facts: after.facts, reason: .contradicted) }
        guard earlier.isExact, later.isExact, let step = later.value.subtracting(earlier.value) else {
            return PeriodValue(facts: after.facts, reason: .restsOnBound)
        }
        guard !step.isNegative else { return PeriodValue(facts: after.facts, reason: .runningFigureFell) }
        return PeriodValue(
            figure: Figure(step), facts: Set(before.facts + after.facts).sorted(), marks: marks.union([.differenced]))
    }

    /// Running figures that fall from one report to the next within one year, or at all for 累计.
    var falls: [(period: Period, facts: [Int])] {
        [Period.Kind.toDate, .running].flatMap { kind in falls(of: orderedCells.filter { $0.period.kind == kind }) }
    }

    private func falls(of running: [(period: Period, cell: Cell)]) -> [(period: Period, facts: [Int])] {
        zip(running, running.dropFirst()).compactMap { earlier, later in
            guard earlier.period.first == later.period.first, let before = earlier.cell.figure,
                let after = later.cell.figure,
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
    /// computed from other figures: a sum of months, a quotient
    case computed
    /// the difference of two running figures: 45〔推算〕
    case differenced
    /// a running figure that does not say from when it counts, taken to begin with the year
    case openBeginning
    /// the sum of the communities that reported, a lower bound where not all did
    case communities(reported: Int, of: Int?)
}
