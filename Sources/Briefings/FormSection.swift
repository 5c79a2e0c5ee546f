import Facts
import FoundationEssentials
import Indicators
import Metrics
import Reports

/// The month as the ministries' printed form has it: the region's own figures, or the sums of its streets where it has
/// none, beside the months before and the plan.
struct FormSection: Sendable {
    let view: MonthView
    /// The office that makes the form (制表机关); empty where none is known.
    let organisation: String
    /// The form's number (表号).
    let number: String

    private var words: Wording { view.words }

    var section: Section {
        Section(key: "form", title: words("月报表", "Monthly form"), blocks: [.table(table)])
    }

    private var table: Table {
        let signed = NumberFormat(places: 1, showsPlus: true)
        let headers: [(String, [String], Column.Kind, NumberFormat)] = [
            ("indicator", [words("指标名称", "Indicator")], .text, NumberFormat()),
            ("unit", [words("计量单位", "Unit")], .text, NumberFormat()),
            ("value", [words("本期", "This month")], .number, NumberFormat()),
            ("before", [words("上期", "Month before")], .number, NumberFormat()),
            ("on-month", [words("环比", "On month")], .percent, signed),
            ("year-ago", [words("上年同期", "Year before")], .number, NumberFormat()),
            ("on-year", [words("同比", "On year")], .percent, signed),
            ("to-date", [words("本年累计", "Year to date")], .number, NumberFormat()),
            ("year-plan", [words("全年计划", "Plan of year")], .number, NumberFormat()),
            ("year-completion", [words("累计完成率", "Of year’s plan")], .percent, NumberFormat(places: 1)),
            ("last-year", [words("上年全年", "Last year")], .number, NumberFormat()),
            ("plan", [words("本期计划", "Plan of month")], .number, NumberFormat()),
            ("completion", [words("本期完成率", "Of month’s plan")], .percent, NumberFormat(places: 1)),
            ("scope", [words("数据范围", "Scope")], .text, NumberFormat()),
        ]
        let letters = words.language == .chinese ? ["甲", "乙"] : ["A", "B"]
        let columnNumbers = headers.indices.map { index in
            Cell.text(
                index < letters.count
                    ? letters[index] : index == headers.count - 1 ? words("丙", "C") : String(index - letters.count + 1))
        }
        return Table(
            key: "form",
            title: words("\(view.statistics.directory.district)社区治理情况月报表", "Monthly form of community governance"),
            head: head,
            summary: words("本期、上期、上年同期、累计与计划", "this month, the months before, the year to date and the plan"),
            columns: headers.map { Column(key: $0.0, header: $0.1, kind: $0.2, format: $0.3) },
            rows: Rows([Row(columnNumbers, kind: .columnNumbers)] + ordered.map(row)), notes: notes,
            layout: TableLayout(orientation: .landscape, frozenColumns: 1, isForm: true))
    }

    private var head: [String] {
        let blank = words("　　　　　　　　", "____________")
        return [
            words(
                "制表机关：\(organisation.isEmpty ? blank : organisation)\t表　　号：\(number.isEmpty ? blank : number)",
                "Issued by: \(organisation.isEmpty ? blank : organisation)\tForm: \(number.isEmpty ? blank : number)"),
            words(
                "编制单位：\(view.statistics.directory.district)\t报告期别：\(words.month(view.month))",
                "Prepared by: \(view.statistics.directory.district)\tPeriod: \(words.month(view.month))"),
        ]
    }

    private var notes: [String] {
        let compared = words(
            "数据范围为“\(words.whole)”的是\(words.whole)所报，其余为有数据的\(words.part)合计；两期报告的\(words.part)不同的合计不作比较。",
            "Rows of scope “\(words.whole)” are as the region reports, the others are sums of the \(words.parts) that reported; sums over different \(words.parts) are not compared."
        )
        let running = words(
            "带*的只有1月起累计数；〔推算〕为累计数之差。",
            "* cumulative since January only; [computed]: the difference of two running figures.")
        let plans = words(
            "累计完成率是本年1月至报告期的完成数占全年计划的比例，只在同一地区两者都有时计算；累计起点未注明而上年没有报告过的，视作自年初起。",
            "The year’s plan is held against the year so far, where one place has both; a running figure that does not say from when it counts, and of which nothing was reported before, is taken as from January."
        )
        let ofStocks = words(
            "时点数的累计完成率是最近的数占年底目标的比例。",
            "Of a stock the latest figure is held against what is planned for the year’s end.")
        let hasPlans = view.statistics.series.contains(where: \.hasYearPlan)
        return [words("注：", "Note: ") + compared, running] + (hasPlans ? [plans] : [])
            + (view.hasStockTargets ? [ofStocks] : [])
    }

    // MARK: Rows

    private struct Line {
        let series: SeriesStatistics
        let depth: Int
        let isFirstPart: Bool
    }

    /// Series with their parts under them, set in; plans stand beside their results.
    private var ordered: [Line] {
        let shown = view.statistics.series.filter { isShown($0) }
        var children: [Series: [SeriesStatistics]] = [:]
        var roots: [SeriesStatistics] = []
        let wholes = Wholes(shown)
        for series in shown {
            if let parent = parent(of: series.series, among: wholes) {
                children[parent, default: []].append(series)
            } else {
                roots.append(series)
            }
        }
        var lines: [Line] = []
        func add(_ series: SeriesStatistics, depth: Int, isFirst: Bool) {
            lines.append(Line(series: series, depth: depth, isFirstPart: isFirst))
            // A part of a part of itself would go round for ever.
            guard depth < 4 else { return }
            for (index, part) in (children[series.series] ?? []).enumerated() {
                add(part, depth: depth + 1, isFirst: index == 0)
            }
        }
        for root in roots { add(root, depth: 0, isFirst: false) }
        return lines
    }

    private func isShown(_ series: SeriesStatistics) -> Bool {
        guard !series.series.isGrowth else { return false }
        let hasYearPlan = series.hasYearPlan
        guard view.whole(series).hasAnything || hasYearPlan else { return false }
        guard series.series.status == .planned, !hasYearPlan else { return true }
        return !view.statistics.results(of: series.series).contains { view.whole($0).hasAnything }
    }

    /// The series shown, to be found as the wholes of others.
    private struct Wholes {
        private struct Entry: Hashable {
            let key: String
            let window: Window
            let status: Status
        }

        private let all: Set<Series>
        private let catalogued: [Entry: Series]

        init(_ shown: [SeriesStatistics]) {
            all = Set(shown.map(\.series))
            catalogued = Dictionary(
                shown.map(\.series).compactMap { series in
                    series.indicator.key.map { (Entry(key: $0, window: series.window, status: series.status), series) }
                }, uniquingKeysWith: { first, _ in first })
        }

        /// The series of a catalogued indicator, of the window and status of another.
        func series(_ key: String, like other: Series) -> Series? {
            catalogued[Entry(key: key, window: other.window, status: other.status)]
        }

        func contains(_ series: Series) -> Bool { all.contains(series) }
    }

    /// The series whose part this one is: by the catalogue, else by 其中 in the bulletins.
    private func parent(of series: Series, among shown: Wholes) -> Series? {
        if let parent = series.indicator.parent.flatMap({ shown.series($0, like: series) }) { return parent }
        guard let whole = whole(of: series), whole != series, self.whole(of: whole) != series else { return nil }
        return shown.contains(whole) ? whole : nil
    }

    /// The series of whose figures those of this one are parts, by the rows in which both stand.
    private func whole(of series: Series) -> Series? {
        let ledger = view.cells.ledger
        let toDate = series.window == .flow ? ledger.whole(of: series.inWindow(.ytd)) : nil
        return (ledger.whole(of: series) ?? toDate)?.row
    }

    private func row(_ line: Line) -> Row {
        let series = line.series
        let unit = view.unit(series.series)
        let whole = view.whole(series)
        let planned = view.statistics.plan(of: series.series)
        let plan = planned.map(view.whole)
        let isPlan = series.series.status == .planned
        let star = series.series.window == .flow && whole.value.isEmpty && !whole.toDate.isEmpty ? "*" : ""
        var yearPlan = view.yearPlan(series, isSum: whole.isSumToDate)
        if FormSection.percent(whole.toDate, of: yearPlan.plan) == yearPlan.completion.amount,
            !yearPlan.completion.isEmpty
        {
            yearPlan.completion.formula = .percentage(of: "to-date", by: "year-plan")
        }
        let opening = line.isFirstPart ? words("其中：", "of which: ") : ""
        let nothing = Cell.empty(words("没有结果", "no result"))
        var rate = view.cells.rate(whole.onMonth)
        if !rate.isEmpty {
            rate.formula =
                whole.onMonth.isInPoints
                ? .difference(of: "value", minus: "before") : .growth(of: "value", from: "before")
        }
        var yearly = view.cells.rate(whole.onYear)
        if !yearly.isEmpty {
            yearly.formula =
                whole.onYear.isInPoints
                ? .difference(of: "value", minus: "year-ago") : .growth(of: "value", from: "year-ago")
        }
        return Row(
            [
                .text(opening + star + view.name(series.series)), .text(unit), isPlan ? nothing : whole.value,
                whole.before, rate, whole.yearAgo, yearly, whole.toDate, yearPlan.plan,
                yearPlan.completion, whole.lastYear,
                isPlan ? whole.value : plan?.value ?? .empty(words("没有计划", "no plan")),
                completion(whole, plan, isAlike: planned.map { FormSection.isAlike(series, $0) } ?? false),
                .text(scope(whole, yearPlan)),
            ], indent: line.depth)
    }

    /// Whose figures the row holds; the year's plans may be of fewer or of more streets.
    private func scope(_ whole: MonthView.Whole, _ plan: MonthView.YearPlanCells) -> String {
        guard whole.hasAnything || plan.scope.isEmpty else { return plan.scope }
        guard let count = plan.count, plan.scope != whole.scope else { return whole.scope }
        return whole.scope + words("；全年计划\(count)个", "; plan of year \(count)")
    }

    /// Result by plan, where both speak of the same places.
    private func completion(_ whole: MonthView.Whole, _ plan: MonthView.Whole?, isAlike: Bool) -> Cell {
        // What running figures differ by is as good as what was reported of the month.
        var marks = whole.value.marks
        marks.isDifference = false
        guard let plan, whole.isSum == plan.isSum, isAlike || !whole.isSum, marks.isPlain,
            plan.value.marks.isPlain, let percent = FormSection.percent(whole.value, of: plan.value)
        else { return .empty(words("没有可比的计划", "no plan to hold it against")) }
        return Cell(.percent(percent), formula: .percentage(of: "value", by: "plan"))
    }

    /// Whether the same streets have both.
    private static func isAlike(_ result: SeriesStatistics, _ plan: SeriesStatistics) -> Bool {
        (result.streets.kept + plan.streets.kept).allSatisfy {
            (result.streets[$0].figure == nil) == (plan.streets[$0].figure == nil)
        }
    }

    private static func percent(_ part: Cell, of whole: Cell) -> Amount? {
        guard case .number(let part) = part.value, case .number(let whole) = whole.value,
            let above = Number(part.description), let below = Number(whole.description), below > .zero
        else { return nil }
        return Amount(above.decimal / below.decimal * 100)
    }
}
