import Facts
public import FoundationEssentials
import Indicators

/// The plan for a year at one place, beside what came of it from January to the end of a month.
public struct YearPlan: Sendable {
    /// One of the two figures, with the facts behind it.
    public struct Side: Sendable {
        public let figure: Figure
        public let marks: Set<Mark>
        public let facts: [Int]
    }

    /// The last month of the result.
    public let month: Month
    public let plan: Side
    /// What the year brought so far; `nil` where that is not known to the month's end.
    public let result: Side?

    public init(month: Month, plan: Side, result: Side?) {
        self.month = month
        self.plan = plan
        self.result = result
    }

    public var year: Int { month.year }

    /// Result by plan in per cent; `nil` where either is missing, a bound, or the sum of some communities only.
    public var completion: Decimal? {
        guard let result, plan.figure.isExact, result.figure.isExact, plan.figure.value > .zero,
            !PlaceMonth.isPartial(result.marks), !PlaceMonth.isPartial(plan.marks)
        else { return nil }
        return result.figure.value.decimal / plan.figure.value.decimal * 100
    }

    /// Whether the result is a running figure that does not say from when it counts.
    public var hasOpenBeginning: Bool { result?.marks.contains(.openBeginning) ?? false }
}

extension SeriesStatistics {
    /// What several places planned or did together; `nil` where their figures must not be added.
    public func sum(_ sides: [YearPlan.Side]) -> YearPlan.Side? {
        guard SeriesRules.noTotal(of: series) == nil, let figure = FigureSum(sides.map(\.figure)).figure else {
            return nil
        }
        return YearPlan.Side(
            figure: figure, marks: sides.reduce(into: []) { $0.formUnion($1.marks) },
            facts: sides.flatMap(\.facts).sorted())
    }
}

/// The year's plans of one row of a table: of each street and of the district itself.
struct YearPlans {
    var streets: ByStreet<YearPlan?>
    var district: YearPlan?

    /// The plans for the year of a month by the series in whose row they stand: that of the result or, where nothing was
    /// reported of it, the plan's own.
    ///
    /// A plan is held against the year's reported running figure, else against the months that tile the year so far, else
    /// against a running figure from which the years before can be told apart.
    static func byRow(_ places: [Series: SeriesPlaces], period: Period, month: Month) -> [Series: YearPlans] {
        var rows: [Series: YearPlans] = [:]
        for (series, planned) in places where series.status == .planned && series.window == .flow {
            let results = [Window.ytd, .flow, .cumulative].compactMap {
                places[series.withStatus(.actual).inWindow($0)]
            }
            // The streets' plans stand in one row, whichever of them have results.
            let ofStreets =
                results.first { $0.streets.keptValues.contains { $0.hasFigure(in: period) } }?.series ?? series
            let ofDistrict = results.first { $0.district.hasFigure(in: period) }?.series ?? series
            func enter(
                _ place: (SeriesPlaces) -> PlaceMonth, _ slot: WritableKeyPath<YearPlans, YearPlan?>, otherwise: Series
            ) {
                guard let plan = side(place(planned).value { $0.ownValue(.year(month.year)) }) else { return }
                let found = results.compactMap { result in
                    side(place(result).value { $0.valueOfYear(to: month) }).map { (result.series, $0) }
                }.first
                let row = found?.0 ?? otherwise
                let empty = YearPlans(
                    streets: ByStreet(repeating: nil, count: planned.streets.count), district: nil)
                rows[row, default: empty][keyPath: slot] = YearPlan(month: month, plan: plan, result: found?.1)
            }
            for street in planned.streets.kept {
                enter({ $0.streets[street] }, \.streets[street], otherwise: ofStreets)
            }
            enter(\.district, \.district, otherwise: ofDistrict)
        }
        return rows
    }

    private static func side(_ value: PlaceHistory.PeriodValue) -> YearPlan.Side? {
        value.figure.map { YearPlan.Side(figure: $0, marks: value.marks, facts: value.facts) }
    }
}
