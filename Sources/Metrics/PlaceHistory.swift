import Facts
import Indicators

/// The cells of one series at one place, by period.
struct PlaceHistory {
    private let cells: [Period: Cell]
    private let rule: any WindowRule.Type
    private let window: Window

    init(_ observations: [Observation], window: Window) {
        let rule = window.rule
        self.rule = rule
        self.window = window
        cells = Dictionary(grouping: observations, by: \.reading.period).mapValues { Cell($0, rule: rule) }
    }

    /// The figure of a month with where it comes from.
    struct MonthValue {
        var figure: Figure?
        var facts: [Int] = []
        var marks: Set<Mark> = []
        var reason: DashReason?
    }

    /// The periods that have cells, with their cells, in a fixed order.
    var orderedCells: [(period: Period, cell: Cell)] {
        cells.map { ($0.key, $0.value) }.sorted {
            ($0.0.last?.number ?? 0, $0.0.first?.number ?? 0, $0.0.kind.rawValue)
                < ($1.0.last?.number ?? 0, $1.0.first?.number ?? 0, $1.0.kind.rawValue)
        }
    }

    /// The months in which the place has a figure of its own.
    var months: [Month] {
        orderedCells.compactMap { [.month, .toDate, .running].contains($0.period.kind) ? $0.period.last : nil }
    }

    func value(in month: Month) -> MonthValue {
        switch rule.monthly {
        case .ownMonth: ownValue(.month(month))
        case .carriedForward: carriedValue(month)
        case .difference: difference(month)
        }
    }

    /// The figure that runs up to the end of a month: as reported, or of a flow the sum of months that tile the year so far.
    func valueToDate(_ month: Month) -> MonthValue {
        switch window {
        case .cumulative: ownValue(.running(to: month))
        case .ytd: ownValue(.toDate(month))
        case .flow: tiled(.toDate(month))
        default: MonthValue(reason: .notReported)
        }
    }

    /// The figure of a whole year.
    func value(inYear year: Int) -> MonthValue {
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
    func ownValue(_ period: Period) -> MonthValue {
        guard let cell = cells[period] else { return MonthValue(reason: .notReported) }
        var marks: Set<Mark> = []
        if cell.isContradicted { marks.insert(.contradicted) }
        if cell.isByPublication { marks.insert(.byPublication) }
        return MonthValue(
            figure: cell.figure, facts: cell.facts, marks: marks, reason: cell.figure == nil ? .severalListed : nil)
    }

    /// The reported total of a period, else the sum of the periods that tile it; nothing where a tile is missing.
    func tiled(_ period: Period) -> MonthValue {
        let own = ownValue(period)
        if own.figure != nil || period.kind == .month { return own }
        let tiles = period.tiles.map { tiled($0) }
        guard !tiles.isEmpty, tiles.allSatisfy({ $0.figure != nil }) else { return MonthValue(reason: .notReported) }
        return MonthValue(
            figure: FigureSum(tiles.compactMap(\.figure)).figure, facts: tiles.flatMap(\.facts).sorted(),
            marks: tiles.reduce(into: [.computed]) { $0.formUnion($1.marks) })
    }

    private func carriedValue(_ month: Month) -> MonthValue {
        let own = ownValue(.month(month))
        if own.reason != .notReported { return own }
        let earlier = cells.keys.filter { $0.kind == .month && ($0.last ?? month) < month }
            .compactMap { period in period.last.map { (period, $0) } }.max { $0.1 < $1.1 }
        guard let (period, origin) = earlier else { return own }
        var carried = ownValue(period)
        carried.marks.insert(.carried(from: origin))
        return carried
    }

    private func difference(_ month: Month) -> MonthValue {
        let running = valueToDate(month)
        guard let later = running.figure else { return MonthValue(reason: .notReported) }
        // January of a year's running figure is the month itself.
        if window == .ytd, month.month == 1 { return running }
        let before = valueToDate(month.advanced(by: -1))
        guard let earlier = before.figure else {
            return MonthValue(facts: running.facts, reason: .earlierFigureMissing)
        }
        guard earlier.isExact, later.isExact, let step = later.value.subtracting(earlier.value) else {
            return MonthValue(facts: running.facts, reason: .restsOnBound)
        }
        guard !step.isNegative else { return MonthValue(facts: running.facts, reason: .runningFigureFell) }
        return MonthValue(
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
    /// entered under the month of publication, for want of words
    case byPublication
    /// computed from other figures: a difference, a sum of months, a quotient
    case computed
    /// the sum of the communities that reported, a lower bound where not all did
    case communities(reported: Int, of: Int?)
}
