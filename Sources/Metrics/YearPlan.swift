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
    /// What the year brought so far or, of a stock, how large it was last; `nil` where that is not known to the month's end.
    public let result: Side?
    /// The month by whose end a stock is to have its size; `nil` for what is to come about in the year.
    public let deadline: Month?
    /// Whether the plan is to be reached from below: of people in need fewer are wished for.
    public let isReachedFromBelow: Bool

    public init(
        month: Month, plan: Side, result: Side?, deadline: Month? = nil, isReachedFromBelow: Bool = true
    ) {
        self.month = month
        self.plan = plan
        self.result = result
        self.deadline = deadline
        self.isReachedFromBelow = isReachedFromBelow
    }

    /// Whether the plan is one for the whole year, or for its end.
    public var isOfYear: Bool { deadline.map { $0.month == 12 } ?? true }

    public var year: Int { month.year }

    /// Result by plan in per cent; `nil` where either is missing, a bound, or the sum of some communities only, and where
    /// the plan is a ceiling. A stock may be meant to be no smaller than the plan, which is then a bound.
    public var completion: Decimal? {
        guard let result, result.figure.isExact, plan.figure.value > .zero, isReachedFromBelow,
            plan.figure.isExact || deadline != nil && plan.figure.qualifier == .over,
            !PlaceMonth.isPartial(result.marks), !PlaceMonth.isPartial(plan.marks)
        else { return nil }
        return result.figure.value.decimal / plan.figure.value.decimal * 100
    }

    /// Whether the plan says how much there may be at most.
    public var isCeiling: Bool { plan.figure.qualifier == .under || !isReachedFromBelow }

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
    /// against a running figure from which the years before can be told apart; where nothing is reported of the indicator
    /// itself, against what says that it was brought to its end (完成改造 of 改造). A stock that is to have some size by a later
    /// month is held against its latest size.
    static func byRow(
        _ places: [Series: SeriesPlaces], completions: [Indicator: [Indicator]], period: Period, month: Month
    ) -> [Series: YearPlans] {
        var rows: [Series: YearPlans] = [:]
        var pending: [(planned: SeriesPlaces, place: Place, plan: YearPlan, results: Results)] = []
        func enter(_ plan: YearPlan, _ place: Place, row: Series, of planned: SeriesPlaces) {
            let empty = YearPlans(streets: ByStreet(repeating: nil, count: planned.streets.count), district: nil)
            rows[row, default: empty][place] = plan
        }
        let planned = places.values.filter {
            $0.series.status == .planned && [.flow, .stock].contains($0.series.window)
        }
        .sorted { $0.series < $1.series }
        for planned in planned {
            let results = Results(of: planned.series, in: places)
            for place in [.district] + planned.streets.kept.map(Place.street) {
                guard let plan = planned.plan(of: place, for: month) else { continue }
                guard let (row, result) = results.latest(of: place, to: month) else {
                    pending.append((planned, place, plan, results))
                    continue
                }
                enter(plan.with(result), place, row: row, of: planned)
            }
        }
        for (planned, place, plan, results) in pending {
            let series = planned.series
            let completing = (completions[series.indicator] ?? []).lazy.map { Results(of: series.of($0), in: places) }
            let found = completing.compactMap { $0.latest(of: place, to: month) }.first
            if let (row, result) = found, rows[row]?[place] == nil {
                enter(plan.with(result), place, row: row, of: planned)
            } else {
                // The streets' plans stand in one row, whichever of them have results.
                let row = results.row(of: place, in: period) ?? series
                enter(plan, place, row: row, of: planned)
            }
        }
        return rows
    }

    /// Whose plan it is.
    enum Place {
        case district
        case street(Int)
    }

    subscript(place: Place) -> YearPlan? {
        get {
            switch place {
            case .district: district
            case .street(let street): streets[street]
            }
        }
        set {
            switch place {
            case .district: district = newValue
            case .street(let street): streets[street] = newValue
            }
        }
    }

    /// The series that tell what came of a planned one, the best first.
    private struct Results {
        private let series: [SeriesPlaces]

        init(of planned: Series, in places: [Series: SeriesPlaces]) {
            let windows: [Window] = planned.window == .stock ? [.stock] : [.flow, .cumulative]
            series = windows.compactMap { places[planned.withStatus(.actual).inWindow($0)] }
        }

        func latest(of place: Place, to month: Month) -> (row: Series, result: YearPlan.Side)? {
            series.lazy.compactMap { one in
                let value = one[place].value {
                    one.series.window == .stock ? $0.value(in: .month(month)) : $0.valueOfYear(to: month)
                }
                return YearPlan.Side(value).map { (one.series, $0) }
            }.first
        }

        func row(of place: Place, in period: Period) -> Series? {
            switch place {
            case .district: series.first { $0.district.hasFigure(in: period) }?.series
            case .street:
                series.first { $0.streets.keptValues.contains { $0.hasFigure(in: period) } }?.series
            }
        }
    }
}

extension YearPlan {
    fileprivate func with(_ result: Side) -> YearPlan {
        YearPlan(
            month: month, plan: plan, result: result, deadline: deadline, isReachedFromBelow: isReachedFromBelow)
    }
}

extension YearPlan.Side {
    fileprivate init?(_ value: PlaceHistory.PeriodValue) {
        guard let figure = value.figure else { return nil }
        self.init(figure: figure, marks: value.marks, facts: value.facts)
    }
}

extension SeriesPlaces {
    fileprivate subscript(place: YearPlans.Place) -> PlaceMonth {
        switch place {
        case .district: district
        case .street(let street): streets[street]
        }
    }

    /// The plan of a place for the year of a month; of a stock, the last size that it is to have in that year and not
    /// before that month.
    fileprivate func plan(of place: YearPlans.Place, for month: Month) -> YearPlan? {
        let history = self[place]
        let ofYear = YearPlan.Side(history.value { $0.ownValue(.year(month.year)) })
        let isReachedFromBelow = series.indicator.direction != .lower
        guard series.window == .stock else {
            return ofYear.map { YearPlan(month: month, plan: $0, result: nil) }
        }
        let end = Month(year: month.year, month: 12)
        var (plan, deadline) = (ofYear, end)
        while plan == nil, deadline >= month {
            plan = YearPlan.Side(history.value { $0.ownValue(.month(deadline)) })
            if plan == nil { deadline = deadline.advanced(by: -1) }
        }
        return plan.map {
            YearPlan(
                month: month, plan: $0, result: nil, deadline: deadline, isReachedFromBelow: isReachedFromBelow)
        }
    }
}
