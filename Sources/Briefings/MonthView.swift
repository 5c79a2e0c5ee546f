import Facts
import Indicators
import Metrics
import Reports

/// One month's statistics as the sections of a report share them: which series are shown, what they are called, and how
/// they ran over the months.
struct MonthView: Sendable {
    let statistics: MonthlyStatistics
    let words: Wording
    let cells: StatisticsCells
    /// Series that any part of the region has a figure of, in the catalogue's order.
    let compared: [SeriesStatistics]
    /// Those of the compared series that tables show across streets: all of them or, where they are very many, the
    /// catalogue's and then those that the most streets report. Nobody reads ten thousand columns, and no spreadsheet
    /// program opens them.
    let sideBySide: [SeriesStatistics]
    /// The compared series that may be ranked, those that the most parts reported first.
    let main: [SeriesStatistics]
    /// The streets that any of the compared series has something of, in the gazetteer's order.
    let reportingStreets: [Int]
    /// The months of the trend, the report's month last.
    let months: [Month]
    /// Series that some street reported in two months at least: what there is a trend of.
    let trending: [SeriesStatistics]
    private let histories = RecentHistories()
    private let names: [Series: String]
    private let peers: Peers?

    /// The statistics of the wider region of which the report's is a part, and which part it is.
    struct Peers: Sendable {
        let statistics: MonthlyStatistics
        let street: Int
    }

    /// Longer trends are cut to the latest months: two years, so that each month has its like of the year before.
    static let mostMonths = 24
    /// Series beyond these do not stand side by side.
    static let mostSideBySide = 100

    init(_ statistics: MonthlyStatistics, ledger: Ledger, words: Wording, peers: Peers? = nil) {
        self.peers = peers
        self.statistics = statistics
        self.words = words
        cells = StatisticsCells(words: words, ledger: ledger, year: statistics.month.year)
        compared = statistics.series.filter { series in
            series.series.status == .actual && !series.series.isGrowth
                && series.streets.keptValues.contains { $0.figure != nil }
        }
        // Stocks that were all carried forward are ranked in the months in which they were reported.
        let ranked = compared.enumerated().filter { _, series in
            series.streets.keptValues.contains { $0.rank != nil }
                && series.streets.keptValues.contains(where: \.isReported)
        }
        reportingStreets = Set(compared.flatMap(\.streets.kept)).sorted()
        main = ranked.sorted { left, right in
            let (a, b) = (MonthView.weight(left.element), MonthView.weight(right.element))
            return a != b ? b.lexicographicallyPrecedes(a) : left.offset < right.offset
        }.map(\.element)
        sideBySide = MonthView.sideBySide(of: compared)
        let earliest = statistics.month.advanced(by: 1 - MonthView.mostMonths)
        let first = min(max(statistics.firstMonth ?? statistics.month, earliest), statistics.month)
        var months = [first]
        while let last = months.last, last < statistics.month { months.append(last.advanced(by: 1)) }
        self.months = months
        var names: [Series: String] = [:]
        var units: [String: Set<String>] = [:]
        for series in statistics.series.map(\.series) {
            let name = MonthView.name(of: series, words)
            let unit = series.indicator.unit
            // One name for two units or windows would make two rows look alike.
            let telling = units[name]?.contains(unit) ?? false ? words.label(series.window) : unit
            names[series] = units[name] == nil ? name : name + words("（\(telling)）", " (\(telling))")
            units[name, default: []].insert(unit)
        }
        self.names = names
        trending = sideBySide.filter { one in
            let history = statistics.history(of: one.series, months: first...statistics.month)
            return history?.streets.keptValues.contains { $0.filter(\.isReported).count > 1 } ?? false
        }
    }

    var month: YearMonth { YearMonth(statistics.month) }
    var streets: [StreetDirectory.Street] { statistics.directory.streets }
    var hasTrend: Bool { months.count > 1 }

    func unit(_ series: Series) -> String { series.indicator.unit }

    /// The unit beside a figure; per cent stands with the figure itself.
    func unitBeside(_ series: Series) -> String {
        ["%", "％"].contains(unit(series)) ? "" : unit(series)
    }

    /// The name of a series that the month may lack.
    func title(_ series: Series) -> String { MonthView.name(of: series, words) }

    /// Where the region stands among those beside it; empty where the report is not on a part of a region.
    func standing(_ series: Series) -> Cell? {
        guard let peers, let other = peers.statistics[series] else { return nil }
        return cells.rank(other.streets[peers.street])
    }

    func name(_ series: Series) -> String { names[series] ?? MonthView.name(of: series, words) }

    /// Name, unit and window, for headings.
    func heading(_ series: Series) -> String {
        let notes = [unit(series), words.label(series.window)].filter { !$0.isEmpty }
        return MonthView.name(of: series, words) + words("（", " (") + notes.joined(separator: words("，", ", "))
            + words("）", ")")
    }

    /// The name as it is read aloud; where two series have one name, as it is written.
    func spokenName(_ series: Series) -> String {
        let written = name(series)
        return written == words.title(series) ? words.spokenTitle(series) : written
    }

    /// The series over the months of the trend; `nil` where nothing was reported of it.
    func history(_ series: Series) -> SeriesHistory? {
        guard let first = months.first else { return nil }
        return histories.history(of: series) { statistics.history(of: series, months: first...statistics.month) }
    }

    /// A running figure says so in its name: what it grew by in the month stands among the flows.
    private static func name(of series: Series, _ words: Wording) -> String {
        let title = words.title(series)
        guard series.window == .cumulative else { return title }
        return title + words("（累计）", " (cumulative)")
    }

    private static func sideBySide(of compared: [SeriesStatistics]) -> [SeriesStatistics] {
        guard compared.count > mostSideBySide else { return compared }
        let weights = compared.map { [$0.series.indicator.isAdHoc ? 0 : 1] + weight($0) }
        let chosen = compared.indices.sorted { left, right in
            let (a, b) = (weights[left], weights[right])
            return a != b ? b.lexicographicallyPrecedes(a) : left < right
        }.prefix(mostSideBySide)
        return chosen.sorted().map { compared[$0] }
    }

    /// How many of the compared series do not stand side by side, for a note under the table; `nil` where all of them do.
    var leftOut: String? {
        let left = compared.count - sideBySide.count
        guard left > 0 else { return nil }
        return words(
            "指标共\(compared.count)个，本表列目录内的和报告\(words.part)最多的\(sideBySide.count)个，其余\(left)个见“streets.csv”。",
            "Of \(compared.count) series the \(sideBySide.count) of the catalogue and of the most \(words.parts) stand here; the other \(left) are in streets.csv."
        )
    }

    /// More streets reporting in the month, then more of them over the months, then catalogued ones.
    private static func weight(_ series: SeriesStatistics) -> [Int] {
        let figures = series.streets.keptValues
        return [
            figures.filter(\.isReported).count, figures.filter { $0.figure != nil }.count,
            series.series.indicator.isAdHoc ? 0 : 1,
        ]
    }

    /// The streets that have a figure, best first, as they are ranked.
    func ranking(_ series: SeriesStatistics) -> [Int] {
        series.streets.kept.filter { series.streets[$0].rank != nil }.sorted { left, right in
            let (a, b) = (series.streets[left].rank?.rank ?? 0, series.streets[right].rank?.rank ?? 0)
            return a != b ? a < b : left < right
        }
    }
}

extension MonthView {
    /// The region's figures of one series: its own, or what its streets add up to.
    struct Whole: Sendable {
        let value: Cell
        let before: Cell
        let yearAgo: Cell
        let onMonth: Growth
        let onYear: Growth
        let toDate: Cell
        let lastYear: Cell
        /// Whether the figures are sums over the streets.
        let isSum: Bool
        /// Whether the year so far is one, too.
        let isSumToDate: Bool
        /// Whose figures they are: 全区, or 18个街道中5个.
        let scope: String

        var hasAnything: Bool { ![value, toDate, lastYear].allSatisfy(\.isEmpty) }
    }

    func whole(_ series: SeriesStatistics) -> Whole {
        let unit = unit(series.series)
        let own = series.district
        let isReported = series.streets.keptValues.contains { $0.figure != nil }
        let isAnythingReported = isReported || series.streets.keptValues.contains { $0.toDate.figure != nil }
        let isOwn =
            own.figure != nil || own.toDate.figure != nil && !isReported
            || own.yearBefore.figure != nil && !isAnythingReported
        if isOwn {
            return Whole(
                value: cells.value(own, unit: unit), before: cells.value(own.monthBefore, unit: unit),
                yearAgo: cells.value(own.sameMonthBefore, unit: unit), onMonth: own.onMonth, onYear: own.onYear,
                toDate: cells.value(own.toDate, unit: unit), lastYear: cells.value(own.yearBefore, unit: unit),
                isSum: false, isSumToDate: false, scope: words.whole)
        }
        let (before, onMonth) = sum(of: series, \.monthBefore)
        let (yearAgo, onYear) = sum(of: series, \.sameMonthBefore)
        var value = total(of: series, rows: [])
        value.link = cells.ledger.link(
            toFacts: series.streets.keptValues.flatMap(\.facts), section: "streets")
        // The region that tells the year so far and not the month has both in its row, each as it is known.
        let isOwnToDate = own.toDate.figure != nil
        return Whole(
            value: value, before: before, yearAgo: yearAgo, onMonth: onMonth, onYear: onYear,
            toDate: isOwnToDate ? cells.value(own.toDate, unit: unit) : toDate(of: series),
            lastYear: sum(of: series, \.yearBefore).before, isSum: true, isSumToDate: !isOwnToDate,
            scope: scope(of: series))
    }

    /// What the streets' figures add up to, marked where one of them is itself the difference of running figures.
    func total(of series: SeriesStatistics, rows: [RowSpan]) -> Cell {
        var cell = cells.total(series.total, unit: unit(series.series), rows: rows)
        if case .sum = series.total {
            cell.marks.isDifference = series.streets.keptValues.contains {
                $0.figure != nil && $0.marks.contains(.differenced)
            }
        }
        return cell
    }

    /// What the streets' running figures add up to, with the mark of what is in dispute.
    private func toDate(of series: SeriesStatistics) -> Cell {
        var cell = cells.total(series.totalToDate, unit: unit(series.series), rows: [])
        guard !cell.isEmpty else { return cell }
        let summed = series.streets.keptValues.map(\.toDate).filter { $0.figure != nil }
        cell.marks.isContradicted = summed.contains { $0.marks.contains(.contradicted) }
        cell.link = cells.ledger.link(toFacts: summed.flatMap(\.facts), section: "streets")
        return cell
    }

    /// How many streets are in the sums of a row; where more of them tell the year so far than the month, how many those are.
    private func scope(of series: SeriesStatistics) -> String {
        let places = series.streets.count
        let inMonth = series.streets.keptValues.filter { $0.figure != nil }.count
        guard series.district.toDate.figure == nil else {
            return cells.scope(inMonth, of: places) + words("；累计为\(words.whole)", "; to date \(words.whole)")
        }
        guard case .sum(_, let toDate, _, _) = series.totalToDate else { return cells.scope(inMonth, of: places) }
        guard inMonth > 0, inMonth != toDate else { return cells.scope(toDate, of: places) }
        return cells.scope(inMonth, of: places) + words("；累计\(toDate)个", "; to date \(toDate)")
    }

    /// A year's plan in the row of one series, and what came of it so far.
    struct YearPlanCells: Sendable {
        var plan: Cell
        var completion: Cell
        /// Whose plans they are.
        var scope = ""
        /// How many streets' plans are in the sum; `nil` for the region's own.
        var count: Int?
    }

    /// The region's own plan for the year; where the streets' results are added up, the sum of their plans, which is held
    /// against their results only where the same streets have both.
    func yearPlan(_ series: SeriesStatistics, isSum: Bool) -> YearPlanCells {
        let unit = unit(series.series)
        let streetsReport = series.streets.keptValues.contains { $0.figure != nil || $0.toDate.figure != nil }
        let nothing = YearPlanCells(
            plan: .empty(words("没有全年计划", "no plan for the year")),
            completion: .empty(words("没有可比的计划", "no plan to hold it against")))
        if let own = series.districtYearPlan, own.isOfYear, !isSum || !streetsReport {
            return YearPlanCells(
                plan: cells.value(own.plan, unit: unit), completion: completion(of: own), scope: words.whole)
        }
        guard isSum else { return nothing }
        let plans = series.yearPlans.keptValues.compactMap(\.self)
        guard !plans.isEmpty, plans.allSatisfy(\.isOfYear), let plan = series.sum(plans.map(\.plan)) else {
            return nothing
        }
        var result = nothing
        result.plan = cells.figure(plan.figure, unit: unit)
        result.plan.link = cells.ledger.link(toFacts: plan.facts)
        result.scope = cells.scope(plans.count, of: series.streets.count)
        result.plan.note = result.scope
        result.count = plans.count
        let isAlike = series.streets.kept.allSatisfy { street in
            let figure = series.streets[street]
            return series.yearPlans[street] != nil || figure.figure == nil && figure.toDate.figure == nil
        }
        if isAlike, plans.allSatisfy({ $0.result != nil }), let done = series.sum(plans.compactMap(\.result)) {
            result.completion = completion(
                of: YearPlan(
                    month: statistics.month, plan: plan, result: done, deadline: plans.compactMap(\.deadline).max(),
                    isReachedFromBelow: plans.allSatisfy(\.isReachedFromBelow)))
        }
        return result
    }

    /// Whether any stock is to have some size by a later day.
    var hasStockTargets: Bool {
        statistics.series.contains { series in
            series.districtYearPlan?.deadline != nil
                || series.yearPlans.keptValues.contains { $0?.deadline != nil }
        }
    }

    /// Why a plan has no result beside it.
    func noResult(_ plan: YearPlan) -> String {
        plan.deadline == nil
            ? words("年初至今的结果不全", "the year so far is not known") : words("没有报告现有数", "no figure was reported")
    }

    /// Result by plan, with what is to be known of the result.
    func completion(of plan: YearPlan) -> Cell {
        guard let percent = plan.completion else {
            if plan.result == nil { return .empty(noResult(plan)) }
            return .empty(
                plan.isCeiling
                    ? words("目标是上限，不计完成率", "the plan is a ceiling: no rate") : cells.reason(.restsOnBound))
        }
        var cell = Cell.percent(percent, reason: nil)
        let facts = plan.plan.facts + (plan.result?.facts ?? [])
        cell.link = cells.ledger.link(toFacts: facts)
        if plan.hasOpenBeginning { cell.note = cells.openBeginning }
        return cell
    }

    /// Sums of two periods are compared only where the same streets reported both, none carried forward.
    private func sum(
        of series: SeriesStatistics, _ earlier: KeyPath<StreetFigure, StreetFigure.Earlier>
    ) -> (before: Cell, growth: Growth) {
        let streets = series.streets.keptValues
        guard let total = series.total(of: { $0[keyPath: earlier] }) else {
            let isKnown = streets.contains { $0[keyPath: earlier].figure != nil }
            let unlike = words("两期报告的\(words.part)不同", "not the same \(words.parts) in both periods")
            return (
                .empty(isKnown ? unlike : cells.reason(.notReported)),
                Growth(reason: .notReported, isInPoints: false)
            )
        }
        return (cells.figure(total.figure, unit: unit(series.series)), total.growth)
    }
}
