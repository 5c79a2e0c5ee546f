import Dispatch
import Facts
import FoundationEssentials
public import Indicators
import Synchronization

/// The statistics of a month, a quarter, a half-year or a year: every series by street, the district's own figures apart.
///
/// The same observations give the same statistics in whatever order they come, and each fact counts once.
public struct MonthlyStatistics: Sendable {
    public let period: Period
    /// The last month of the period.
    public let month: Month
    public let directory: StreetDirectory
    /// In the catalogue's order, then ad-hoc indicators by name.
    public let series: [SeriesStatistics]
    /// One for each street, in the gazetteer's order.
    public let coverage: [Coverage]
    /// What a person should look at: contradictions, suspected duplicates, running figures that fell.
    public let disagreements: [Disagreement]
    /// Facts that stand in no column of the period: undated ones, joined places, places elsewhere.
    public let undated: [Int]
    public let joined: [Int]
    public let elsewhere: [Int]
    /// How many streets must have reported for a rank, a share, a summary or a ranking chart.
    public let fewestStreets: Int
    private let places: [Series: SeriesPlaces]
    /// The plan that each result is held against, and the results of each plan.
    private let planOf: [Series: Series]
    private let resultsOf: [Series: [Series]]
    /// Where each series stands among `series`.
    private let positions: [Series: Int]

    /// - Parameters:
    ///   - fewestStreets: how many streets must have reported for a rank, a share or a summary
    public init(
        observations: [Observation], directory: StreetDirectory, month: Month, catalogue: Catalogue = .builtIn,
        fewestStreets: Int = 3
    ) {
        self.init(
            ordered: MonthlyStatistics.eachOnce(observations), directory: directory, period: .month(month),
            lastMonth: month, catalogue: catalogue, fewestStreets: fewestStreets)
    }

    /// The statistics of a month, of facts that are put together as they are looked at.
    ///
    /// - Parameters:
    ///   - fewestStreets: how many streets must have reported for a rank, a share or a summary
    public init(
        observations: FactObservations, directory: StreetDirectory, month: Month, catalogue: Catalogue = .builtIn,
        fewestStreets: Int = 3
    ) {
        self.init(
            ordered: observations, directory: directory, period: .month(month), lastMonth: month, catalogue: catalogue,
            fewestStreets: fewestStreets)
    }

    /// The statistics of the month, quarter, half-year or year in which a month lies.
    ///
    /// - Parameters:
    ///   - kind: a kind that is a part of the calendar; any other gives the month itself.
    ///   - fewestStreets: how many streets must have reported for a rank, a share or a summary
    public init(
        observations: [Observation], directory: StreetDirectory, kind: Period.Kind, month: Month,
        catalogue: Catalogue = .builtIn, fewestStreets: Int = 3
    ) {
        let period = Period.period(kind, of: month) ?? .month(month)
        self.init(
            ordered: MonthlyStatistics.eachOnce(observations), directory: directory, period: period,
            lastMonth: period.last ?? month, catalogue: catalogue, fewestStreets: fewestStreets)
    }

    /// - Parameter ordered: each fact once, in the order of the facts
    private init<Observations: RandomAccessCollection<Observation> & Sendable>(
        ordered: Observations, directory: StreetDirectory, period: Period, lastMonth: Month, catalogue: Catalogue,
        fewestStreets: Int
    ) where Observations.Index: Sendable {
        self.period = period
        month = lastMonth
        self.directory = directory
        self.fewestStreets = fewestStreets
        let sorted = SortedObservations(ordered, period: period, directory: directory)
        undated = sorted.undated
        joined = sorted.joined
        elsewhere = sorted.elsewhere
        coverage = sorted.coverage
        let rows = SeriesRows.rows(of: sorted.ofSeries)
        let places = MonthlyStatistics.places(rows, of: ordered, directory: directory)
        let byKey = Dictionary(places.map { ($0.series, $0) }, uniquingKeysWith: { first, _ in first })
        self.places = byKey
        let completions = MonthlyStatistics.completions(byKey, in: catalogue)
        let yearPlans = YearPlans.byRow(byKey, completions: completions, period: period, month: lastMonth)
        let planOf = MonthlyStatistics.plans(byKey, completions: completions, period: period)
        self.planOf = planOf
        resultsOf = Dictionary(grouping: planOf.keys.sorted()) { planOf[$0] ?? $0 }
        series = places.compactMap { place in
            var statistics = place.statistics(
                in: period, fewest: fewestStreets, parts: place.quotient(in: catalogue, among: byKey),
                yearPlans: yearPlans[place.series])
            if let plan = planOf[place.series].flatMap({ byKey[$0] }) {
                statistics?.compare(with: plan.figures(in: period))
            }
            return statistics
        }
        disagreements = places.flatMap(\.disagreements) + series.compactMap { $0.shortfall(in: period) }
        positions = Dictionary(
            series.enumerated().map { ($0.element.series, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The statistics of the plan that a result is held against in the period itself; `nil` where there is none.
    public func plan(of result: Series) -> SeriesStatistics? { planOf[result].flatMap { self[$0] } }

    /// The statistics of the results that are held against a plan in the period itself.
    public func results(of plan: Series) -> [SeriesStatistics] {
        (resultsOf[plan] ?? []).compactMap { self[$0] }
    }

    private static func completions(
        _ places: [Series: SeriesPlaces], in catalogue: Catalogue
    ) -> [Indicator: [Indicator]] {
        let planned = places.keys.filter { $0.status == .planned }
        guard !planned.isEmpty else { return [:] }
        let results = places.keys.filter { $0.status == .actual && $0.change == .none && $0.per == nil }.sorted()
        return catalogue.completions(of: planned.sorted().map(\.indicator), among: results.map(\.indicator))
    }

    /// The plan of each result: that of the indicator itself or, where nothing is reported of that, the one that the result
    /// brings to its end. A stock has its plan beside it as one for the year.
    private static func plans(
        _ places: [Series: SeriesPlaces], completions: [Indicator: [Indicator]], period: Period
    ) -> [Series: Series] {
        var plans: [Series: Series] = [:]
        let planned = places.keys.filter { $0.status == .planned }.sorted()
        for plan in planned where places[plan.withStatus(.actual).row] != nil {
            plans[plan.withStatus(.actual).row] = plan
        }
        for plan in planned where !(places[plan.withStatus(.actual).row]?.hasFigure(in: period) ?? false) {
            for result in (completions[plan.indicator] ?? []).map(plan.withStatus(.actual).row.of)
            where places[result] != nil && plans[result] == nil {
                plans[result] = plan
            }
        }
        return plans
    }

    /// The statistics of a series; `nil` where the period has nothing to show of it.
    public subscript(series: Series) -> SeriesStatistics? {
        positions[series.row].map { self.series[$0] }
    }

    /// The places of each series, in the order of the series, computed side by side: no series depends on another.
    private static func places<Observations: RandomAccessCollection<Observation> & Sendable>(
        _ ofSeries: [Series: [Observations.Index]], of observations: Observations, directory: StreetDirectory
    ) -> [SeriesPlaces] where Observations.Index: Sendable {
        let members = ofSeries.map { (series: $0.key, positions: $0.value) }.sorted { $0.series < $1.series }
        let places = Mutex([SeriesPlaces?](repeating: nil, count: members.count))
        DispatchQueue.concurrentPerform(iterations: members.count) { index in
            let (series, positions) = members[index]
            let found = SeriesPlaces(
                series: series, observations: positions.map { observations[$0] }, directory: directory)
            places.withLock { $0[index] = found }
        }
        return places.withLock { $0.compactMap(\.self) }
    }

    /// The observations in the order of their facts, each fact once.
    private static func eachOnce(_ observations: [Observation]) -> [Observation] {
        let isOrdered = zip(observations, observations.dropFirst()).allSatisfy { $0.fact < $1.fact }
        guard !isOrdered else { return observations }
        var seen: Set<Int> = []
        return observations.sorted { $0.fact < $1.fact }.filter { seen.insert($0.fact).inserted }
    }

    /// The first month for which any result stands in a month's column; `nil` where none does.
    public var firstMonth: Month? {
        places.values.lazy.filter { $0.series.status == .actual }.compactMap(\.firstMonth).min()
    }

    /// The series month by month; `nil` where nothing was reported of it.
    public func history(of series: Series, months: ClosedRange<Month>) -> SeriesHistory? {
        places[series]?.history(
            (months.lowerBound.number...months.upperBound.number).map { Month(year: 0, month: $0 + 1) })
    }
}

/// One series with the histories of the district and its streets.
struct SeriesPlaces {
    let series: Series
    let district: PlaceMonth
    let streets: ByStreet<PlaceMonth>
    /// Contradictions, suspected duplicates and falls, place by place.
    let disagreements: [Disagreement]
    /// The dated periods that any place has figures of.
    private let periods: Set<Period>
    /// The facts that a person accepted or corrected.
    private let decided: Set<Int>

    init(series: Series, observations: [Observation], directory: StreetDirectory) {
        self.series = series
        disagreements = SeriesPlaces.disagreements(of: series, observations)
        decided = observations.reduce(into: []) { if $1.isDecided { $0.insert($1.fact) } }
        let dated = observations.filter { $0.reading.period.kind != .undated }
        var ofStreet: [Int: [Observation]] = [:]
        for observation in dated {
            if case .street(let street, _) = observation.location { ofStreet[street, default: []].append(observation) }
        }
        // One by one: a set of a whole sequence makes room for as many periods as there are observations.
        periods = dated.reduce(into: []) { $0.insert($1.reading.period) }
        district = PlaceMonth(dated.filter { $0.location == .district }, series: series, depth: 0, partCount: nil)
        var streets = ByStreet(
            repeating: PlaceMonth([], series: series, depth: 0, partCount: nil), count: directory.streets.count)
        for (street, observations) in ofStreet.sorted(by: { $0.key < $1.key }) {
            streets[street] = PlaceMonth(
                observations, series: series, depth: 0, partCount: directory.streets[street].communities)
        }
        self.streets = streets
    }

    /// The first month in whose column any place has a figure.
    var firstMonth: Month? {
        periods.lazy.filter { [.month, .toDate, .running].contains($0.kind) }.compactMap(\.last).min()
    }

    /// Whether any place has a figure in the period.
    func hasFigure(in period: Period) -> Bool {
        district.hasFigure(in: period) || streets.keptValues.contains { $0.hasFigure(in: period) }
    }

    func history(_ months: [Month]) -> SeriesHistory {
        let figures = streets.mapped { $0.figures(in: months) }
        let mayBeSummed = SeriesRules.noTotal(of: series) == nil
        return SeriesHistory(
            series: series, months: months, district: district.figures(in: months), streets: figures,
            totals: months.indices.map { month in
                mayBeSummed
                    ? FigureSum(
                        figures.keptValues.compactMap { PlaceMonth.bounded($0[month].figure, $0[month].marks) }
                    ).figure : nil
            })
    }

    typealias Parts = (numerator: SeriesPlaces, denominator: SeriesPlaces)

    /// The two series whose quotient this ratio is, where both are there.
    func quotient(in catalogue: Catalogue, among places: [Series: SeriesPlaces]) -> Parts? {
        guard series.window == .ratio, let quotient = series.indicator.quotient,
            let above = catalogue.entry(key: quotient.numerator), let below = catalogue.entry(key: quotient.denominator)
        else { return nil }
        for window in [Window.flow, .stock, .cumulative] {
            if let numerator = places[series.of(above.indicator).inWindow(window)],
                let denominator = places[series.of(below.indicator).inWindow(window)]
            {
                return (numerator, denominator)
            }
        }
        return nil
    }

    /// The months that any place has figures of.
    var months: [Month] {
        periods.flatMap { [$0.first, $0.last].compactMap(\.self) }
    }

    typealias Figures = (streets: ByStreet<StreetFigure>, district: StreetFigure)

    func figures(in period: Period) -> Figures {
        (streets.mapped { $0.figure(in: period) }, district.figure(in: period))
    }

    /// The figures of a ratio: as reported, else recomputed of each place that reported both parts.
    private func figures(in period: Period, parts: (numerator: Figures, denominator: Figures)?) -> Figures {
        var (streets, district) = figures(in: period)
        guard let (above, below) = parts else { return (streets, district) }
        for street in above.streets.kept {
            var figure = streets[street]
            figure.recompute(from: above.streets[street], by: below.streets[street])
            // Also where the parts are bounds, which is why there is none.
            if figure.figure != nil || figure.reason == .restsOnBound { streets[street] = figure }
        }
        district.recompute(from: above.district, by: below.district)
        return (streets, district)
    }

    /// The figures of a period with the total over the streets, or why there is none.
    func table(in period: Period, parts: Parts?) -> (figures: Figures, total: Total) {
        let parts = parts.map { ($0.numerator.figures(in: period), $0.denominator.figures(in: period)) }
        let figures = figures(in: period, parts: parts)
        return (figures, total(of: figures.streets, parts: parts))
    }

    /// The statistics of a period; `nil` where no place has anything to show.
    func statistics(
        in period: Period, fewest: Int, parts: Parts?, yearPlans: YearPlans?
    ) -> SeriesStatistics? {
        let (table, total) = table(in: period, parts: parts)
        var (figures, own) = table
        let spoken = figures.keptValues
        let mayBeSummed = SeriesRules.noTotal(of: series) == nil
        let shown =
            yearPlans != nil
            || (spoken + [own]).contains {
                $0.figure != nil || $0.toDate.figure != nil || $0.yearBefore.figure != nil || !$0.facts.isEmpty
            }
        guard shown else { return nil }
        rank(&figures, fewest: fewest)
        share(&figures, total: total, fewest: fewest)
        let reported = figures.keptValues.compactMap(\.figure)
        let enough = reported.count >= fewest
        var summary: Summary?
        if enough {
            summary = Summary(
                of: reported.map(\.value), missing: figures.count - reported.count,
                isSummable: mayBeSummed, restsOnBound: spoken.contains { $0.restsOnBound })
        }
        if fallsShort(own, of: spoken) { own.marks.insert(.belowStreets) }
        var difference: Number?
        if let mine = own.figure, mine.isExact, case .sum(let sum, _, _, _) = total, sum.isExact {
            difference = mine.value.subtracting(sum.value)
        }
        return SeriesStatistics(
            series: series, streets: figures, district: own, total: total,
            totalToDate: totalToDate(of: figures),
            difference: difference, summary: summary,
            summaryReason: enough ? nil : .tooFewStreets(reported: reported.count, needed: fewest),
            completion: ByStreet(repeating: nil, count: figures.count), districtCompletion: nil,
            yearPlans: yearPlans?.streets ?? ByStreet(repeating: nil, count: figures.count),
            districtYearPlan: yearPlans?.district)
    }

    private func total(
        of figures: ByStreet<StreetFigure>, parts: (numerator: Figures, denominator: Figures)?
    ) -> Total {
        let noTotal = SeriesRules.noTotal(of: series)
        let reported = figures.keptValues.filter { $0.figure != nil }
        if noTotal == .ratio, let parts, let ratio = SeriesPlaces.ratio(of: parts) {
            return .derived(ratio.percent, reported: ratio.streets, streets: figures.count)
        }
        if let noTotal { return .none(noTotal) }
        guard !reported.isEmpty else { return .none(.noFigures) }
        if series.indicator.key != nil, series.indicator.aggregation == .maximum {
            let largest = reported.compactMap(\.figure?.value).max() ?? .zero
            return .derived(largest.decimal, reported: reported.count, streets: figures.count)
        }
        guard let sum = FigureSum(reported.compactMap { PlaceMonth.bounded($0.figure, $0.marks) }).figure else {
            return .none(.tooLong)
        }
        let months = reported.flatMap(\.marks).compactMap { if case .carried(let month) = $0 { month } else { nil } }
        return .sum(sum, reported: reported.count, streets: figures.count, oldest: months.min())
    }

    /// The sum of the running figures of the streets; none where a street of the month's sum has none: beside it what the
    /// others had would be taken for the same streets' year.
    private func totalToDate(of figures: ByStreet<StreetFigure>) -> Total {
        if let noTotal = SeriesRules.noTotal(of: series), series.window != .cumulative { return .none(noTotal) }
        guard !figures.keptValues.contains(where: { $0.figure != nil && $0.toDate.figure == nil }) else {
            return .none(.otherStreets)
        }
        let known = figures.keptValues.compactMap { PlaceMonth.bounded($0.toDate.figure, $0.toDate.marks) }
        guard !known.isEmpty else { return .none(.noFigures) }
        return FigureSum(known).figure.map { .sum($0, reported: known.count, streets: figures.count, oldest: nil) }
            ?? .none(.tooLong)
    }

    /// Sum of numerators by sum of denominators over the streets that have both, which is the mean weighted by denominators.
    private static func ratio(
        of parts: (numerator: Figures, denominator: Figures)
    ) -> (percent: Decimal, streets: Int)? {
        let (numerators, denominators) = (parts.numerator.streets, parts.denominator.streets)
        let pairs = numerators.kept.compactMap { street -> (Number, Number)? in
            let (numerator, denominator) = (numerators[street], denominators[street])
            guard let top = numerator.figure, let bottom = denominator.figure, !numerator.restsOnBound,
                !denominator.restsOnBound
            else { return nil }
            return (top.value, bottom.value)
        }
        let above = pairs.reduce(Decimal(0)) { $0 + $1.0.decimal }
        let below = pairs.reduce(Decimal(0)) { $0 + $1.1.decimal }
        return below > 0 ? (above / below * 100, pairs.count) : nil
    }

    /// Ranks the streets that reported, in the catalogue's direction; a neutral indicator ranks the largest first.
    private func rank(_ figures: inout ByStreet<StreetFigure>, fewest: Int) {
        let reported = figures.kept.filter { figures[$0].figure != nil }
        guard reported.count >= fewest else {
            for index in reported {
                figures[index].rankReason = .tooFewStreets(reported: reported.count, needed: fewest)
            }
            return
        }
        guard series.window != .unknown else {
            for index in reported { figures[index].rankReason = .notComparable }
            return
        }
        let ranks = Ranking.ranks(
            of: reported.compactMap { figures[$0].figure?.value }, lowestFirst: series.indicator.direction == .lower)
        for (index, rank) in zip(reported, ranks) {
            figures[index].rank = Rank(rank: rank, count: reported.count, restsOnBound: figures[index].restsOnBound)
        }
    }

    private func share(_ figures: inout ByStreet<StreetFigure>, total: Total, fewest: Int) {
        let reported = figures.kept.filter { figures[$0].figure != nil }
        for index in reported {
            if reported.count < fewest {
                figures[index].shareReason = .tooFewStreets(reported: reported.count, needed: fewest)
            } else if case .sum(let sum, _, _, _) = total, let figure = figures[index].figure {
                if sum.value > .zero {
                    figures[index].share = figure.value.decimal / sum.value.decimal * 100
                } else {
                    figures[index].shareReason = .baseNotPositive
                }
            } else {
                figures[index].shareReason = .notComparable
            }
        }
    }

    /// Whether a district's own figure is smaller than one of its streets', or than their sum, which no bound explains and
    /// nobody accepted: of what is counted, the whole is no smaller than a part. Figures carried forward are of another day.
    private func fallsShort(_ own: StreetFigure, of streets: [StreetFigure]) -> Bool {
        guard series.change == .none, series.per == nil, own.isReported, let whole = own.figure,
            !own.facts.allSatisfy(decided.contains)
        else { return false }
        let noTotal = SeriesRules.noTotal(of: series)
        guard noTotal == nil || noTotal == .overlappingUnits else { return false }
        let isMaximum = series.indicator.key != nil && series.indicator.aggregation == .maximum
        let parts = streets.filter(\.isReported).compactMap { PlaceMonth.bounded($0.figure, $0.marks) }
        if parts.contains(where: whole.isBelow) { return true }
        guard noTotal == nil, !isMaximum else { return false }
        return FigureSum(parts).figure.map(whole.isBelow) ?? false
    }

    private static func disagreements(of series: Series, _ observations: [Observation]) -> [Disagreement] {
        var result: [Disagreement] = []
        // What runs from an open beginning stands in a row of its own, too, and disagrees there.
        let own = observations.filter { $0.series.window != .cumulative || series.window == .cumulative }
        for (group, members) in Dictionary(grouping: own, by: Place.init) {
            let location = group.location
            let history = PlaceHistory(mayDisagree(members), window: group.undated?.window ?? series.window)
            for (period, cell) in history.orderedCells {
                for (kind, facts) in cell.disagreements {
                    result.append(
                        Disagreement(kind: kind, series: series, location: location, period: period, facts: facts))
                }
            }
            for fall in history.falls {
                result.append(
                    Disagreement(
                        kind: .fall, series: series, location: location, period: fall.period, facts: fall.facts))
            }
        }
        return result.sorted { ($0.facts.first ?? 0, $0.kind.rawValue) < ($1.facts.first ?? 0, $1.kind.rawValue) }
    }

    /// What may disagree: the figures of one place, where they are undated those of one series.
    private struct Place: Hashable {
        let location: StreetDirectory.Location
        let undated: Series?

        init(_ observation: Observation) {
            location = observation.location
            undated = observation.reading.period.kind == .undated ? observation.series : nil
        }
    }

    /// Observations of one place that others may contradict: those of a period that has several, running figures, which
    /// may fall from one period to the next, and totals since January, which running figures may differ from.
    private static func mayDisagree(_ observations: [Observation]) -> [Observation] {
        var counts: [Period: Int] = [:]
        for observation in observations { counts[observation.reading.period, default: 0] += 1 }
        return observations.filter { observation in
            let period = observation.reading.period
            return period.kind == .toDate || period.kind == .running || counts[period] != 1
                || observation.reading.isWhole && period.first?.month == 1
        }
    }
}

extension SeriesStatistics {
    /// A district's figure smaller than what its streets report, with that of the largest of them or, where no street alone
    /// reports more, with those of all: for 待核对.
    fileprivate func shortfall(in period: Period) -> Disagreement? {
        guard district.marks.contains(.belowStreets), let whole = district.figure else { return nil }
        let reported = streets.keptValues.filter(\.isReported)
        let largest = reported.filter { PlaceMonth.bounded($0.figure, $0.marks).map(whole.isBelow) ?? false }
            .max { ($0.figure?.value ?? .zero) < ($1.figure?.value ?? .zero) }
        let against = largest.map { [$0] } ?? reported
        return Disagreement(
            kind: .districtBelowStreets, series: series, location: .district, period: period,
            facts: (district.facts + against.flatMap(\.facts)).sorted())
    }

    /// Enters result by plan for every place that has both.
    ///
    /// A stock is held against what it is to be at a later day, as a plan for the year.
    mutating func compare(with plan: (streets: ByStreet<StreetFigure>, district: StreetFigure)) {
        guard series.window != .stock else { return }
        for street in streets.kept {
            if let rate = SeriesStatistics.completion(of: streets[street], plan: plan.streets[street]) {
                completion[street] = rate
            }
        }
        districtCompletion = SeriesStatistics.completion(of: district, plan: plan.district)
    }

    private static func completion(of result: StreetFigure, plan: StreetFigure) -> Decimal? {
        guard let done = result.figure, let planned = plan.figure, done.isExact, planned.isExact,
            planned.value > .zero, !PlaceMonth.isCarried(result.marks), !PlaceMonth.isCarried(plan.marks)
        else { return nil }
        return done.value.decimal / planned.value.decimal * 100
    }
}
