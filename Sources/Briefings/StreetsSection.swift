import Facts
import FoundationEssentials
import Indicators
import Metrics
import Reports

/// Streets side by side: all of them in the gazetteer's order, the communities that reported under each, rank and share
/// where they may be, and the plans that figures can be held against.
struct StreetsSection: Sendable {
    let view: MonthView
    let headlines: Headlines
    /// Charts beyond these are not read.
    private static let mostCharts = 6
    /// Bars beyond these are not read.
    static let mostBars = 30

    private var words: Wording { view.words }
    private var series: [SeriesStatistics] { view.sideBySide }

    var section: Section {
        Section(
            key: "streets", title: words("\(words.part)对比", words.part == "street" ? "Streets" : "Communities"),
            blocks: [.table(comparison)] + view.main.prefix(StreetsSection.mostCharts).map { .chart(chart($0)) })
    }

    // MARK: The table

    /// A line of the table: a street, or a place within the street before it.
    private struct Line: Sendable {
        let name: String
        let code: String
        let street: Int
        /// The names that lead from the street to the place; none for the street itself.
        var path: [String] = []

        var level: Int { path.count }

        /// What stands in the line under a series; `nil` where the series has nothing of the place.
        func figure(_ series: SeriesStatistics) -> StreetFigure? {
            path.reduce(series.streets[street]) { figure, name in
                figure?.parts.first { $0.name == name }?.figure
            }
        }
    }

    /// The places within a street of which anything is reported, and those within them.
    private struct Places {
        var hasFigure = false
        var within: [String: Places] = [:]

        mutating func enter(_ parts: [StreetFigure.Part]) {
            for part in parts {
                var place = within[part.name] ?? Places()
                if part.figure.figure != nil { place.hasFigure = true }
                place.enter(part.figure.parts)
                within[part.name] = place
            }
        }
    }

    private var lines: [Line] {
        var places: [Int: Places] = [:]
        for one in series {
            for (street, figure) in zip(one.streets.kept, one.streets.keptValues) where !figure.parts.isEmpty {
                places[street, default: Places()].enter(figure.parts)
            }
        }
        return view.streets.enumerated().flatMap { index, street in
            [Line(name: street.name, code: street.code, street: index)]
                + (places[index].map { lines(within: $0, street: index, path: []) } ?? [])
        }
    }

    private func lines(within places: Places, street: Int, path: [String]) -> [Line] {
        places.within.filter { $0.value.hasFigure }.sorted { $0.key < $1.key }.flatMap { name, inner in
            let path = path + [name]
            return [Line(name: name, code: "", street: street, path: path)]
                + lines(within: inner, street: street, path: path)
        }
    }

    private var comparison: Table {
        let lines = lines
        let spans = StreetsSection.spans(of: lines.map { $0.level == 0 })
        var columns = [
            Column(key: "street", header: [words(words.part, words.part.capitalisedFirst)], isRequired: true),
            Column(key: "code", header: [words("代码", "Code")], kind: .code),
        ]
        var total = Row([.text(words("各\(words.part)合计", "Sum of \(words.parts)")), .empty()], kind: .total)
        var own = Row([.text(words("\(words.whole)所报", "As the region reports")), .empty()], kind: .subtotal)
        var gap = Row([.text(words("所报与合计之差", "Region less sum")), .empty()], kind: .subtotal)
        for (number, one) in series.enumerated() {
            let key = "m\(number + 1)"
            let unit = view.unit(one.series)
            let title = view.heading(one.series)
            columns.append(Column(key: key, header: [title, words("数量", "Value")], kind: .number, visual: .dataBar))
            var sum = view.total(of: one, rows: spans)
            if !sum.isEmpty {
                sum.link = view.cells.ledger.link(toFacts: one.streets.keptValues.flatMap(\.facts), section: "ledger")
            }
            total.cells.append(sum)
            own.cells.append(view.cells.value(one.district, unit: unit))
            gap.cells.append(one.difference.map { .number(Amount($0)) } ?? .empty())
            guard one.streets.keptValues.contains(where: { $0.rank != nil }) else { continue }
            columns.append(Column(key: key + "-rank", header: [title, words("位次", "Rank")], kind: .rank))
            var added = 1
            if one.streets.keptValues.contains(where: { $0.share != nil }) {
                columns.append(
                    Column(
                        key: key + "-share", header: [title, words("占比", "Share")], kind: .percent,
                        format: NumberFormat(places: 1), visual: .colourScale))
                added = 2
            }
            for _ in 0..<added {
                total.cells.append(.empty())
                own.cells.append(.empty())
                gap.cells.append(.empty())
            }
        }
        let sums = [total, own] + (gap.cells.contains { $0.amount != nil } ? [gap] : [])
        return Table(
            key: "comparison", title: words("\(words.part)对比", "\(words.parts.capitalisedFirst) side by side"),
            summary: words("一行一\(words.part)，一列一指标", "one row a \(words.part), one column an indicator"),
            columns: columns, rows: Rows(lines.map(row) + sums),
            notes: [
                words(
                    "注：报告\(words.part)不足\(view.statistics.fewestStreets)个的指标不排位、不计占比；合计只含有数据的\(words.part)，占比是占这个合计的比例，\(words.whole)所报另列，与合计之差含没有报告的\(words.part)；下级各行并入上级的，不重复计入合计。",
                    "Note: no rank or share where fewer than \(view.statistics.fewestStreets) \(words.parts) reported; sums and shares are of those that reported, the region's own figure stands apart and holds those that did not report; rows of a lower level are in the row above them and not added again."
                )
            ] + [view.leftOut].compactMap(\.self),
            // A strip of very small print is no table: a wide one goes over several pages, the names on each.
            layout: TableLayout(
                orientation: .landscape, fitsPageWidth: columns.count <= StreetsSection.mostColumnsOnPage,
                frozenColumns: 1, hasFilters: true))
    }

    private static let mostColumnsOnPage = 16

    /// The cells of one line: of each series the figure and, where any street has them, rank and share.
    private func row(_ line: Line) -> Row {
        let dash = dash
        var row = Row([.text(line.name), line.code.isEmpty ? .empty() : .text(line.code)], level: line.level)
        for one in series {
            row.cells.append(line.level == 0 && !one.streets.keeps(line.street) ? dash : cell(line, one))
            let streets = one.streets.keptValues
            guard streets.contains(where: { $0.rank != nil }) else { continue }
            row.cells.append(line.level == 0 ? view.cells.rank(one.streets[line.street]) : .empty())
            guard streets.contains(where: { $0.share != nil }) else { continue }
            row.cells.append(line.level == 0 ? view.cells.share(one.streets[line.street]) : .empty())
        }
        return row
    }

    /// One for all: of many streets and series most cells are one.
    private var dash: Cell { .empty(view.cells.reason(.notReported)) }

    private func cell(_ line: Line, _ one: SeriesStatistics) -> Cell {
        guard let figure = line.figure(one) else { return .empty(words("没有报告", "nothing reported")) }
        var cell = view.cells.value(figure, unit: view.unit(one.series))
        if line.level == 0 { cell.name = headlines.key(of: one.series, street: line.street) }
        return cell
    }

    /// The runs of rows that are wanted.
    private static func spans(of wanted: [Bool]) -> [RowSpan] {
        var spans: [RowSpan] = []
        for (row, isWanted) in wanted.enumerated() where isWanted {
            if let last = spans.last, last.end == row {
                spans[spans.count - 1] = RowSpan(start: last.start, count: last.count + 1)
            } else {
                spans.append(RowSpan(start: row, count: 1))
            }
        }
        return spans
    }

    // MARK: Plans

    /// Plan beside result: of the month, for the places that have both, and of the year beside the year so far; nil where
    /// nobody planned anything.
    private var plans: Table? {
        var rows: [Row] = []
        for one in view.statistics.series {
            let unit = view.unit(one.series)
            // A running figure stands here itself, not what was computed from it.
            let title = words.title(one.series.withStatus(.actual))
            func addRow(_ name: String, _ period: String, plan: Cell, result: Cell, _ completion: Cell) {
                rows.append(
                    Row([
                        .text(title), .text(unit), .text(name), .text(period), plan, result, completion,
                    ]))
            }
            func addMonth(_ name: String, _ result: StreetFigure, _ planned: StreetFigure, _ completion: Decimal) {
                var rate = Cell.percent(completion, reason: nil)
                rate.formula = .percentage(of: "result", by: "plan")
                addRow(
                    name, words.monthAlone(view.month), plan: view.cells.value(planned, unit: unit),
                    result: view.cells.value(result, unit: unit), rate)
            }
            func addYear(_ name: String, _ plan: YearPlan) {
                var rate = view.completion(of: plan)
                if !rate.isEmpty { rate.formula = .percentage(of: "result", by: "plan") }
                addRow(
                    name, plan.deadline.map(words.end) ?? words.soFar(view.month),
                    plan: view.cells.value(plan.plan, unit: unit),
                    result: plan.result.map { view.cells.value($0, unit: unit) }
                        ?? .empty(view.noResult(plan)), rate)
            }
            let monthly = view.statistics.plan(of: one.series)
            for street in Set(one.completion.kept + one.yearPlans.kept).sorted() {
                let name = view.streets[street].name
                if let completion = one.completion[street], let monthly {
                    addMonth(name, one.streets[street], monthly.streets[street], completion)
                }
                if let plan = one.yearPlans[street] { addYear(name, plan) }
            }
            if let completion = one.districtCompletion, let monthly {
                addMonth(words.whole, one.district, monthly.district, completion)
            }
            if let plan = one.districtYearPlan { addYear(words.whole, plan) }
        }
        guard !rows.isEmpty else { return nil }
        let ofStocks = words(
            "时期为年底或某月底的，计划是届时要达到的数，完成是最近的数。",
            "For the end of a year or a month the plan is what is to be there then, the result the latest figure.")
        return Table(
            key: "plans", title: words("计划完成情况", "Plan and result"),
            columns: [
                Column(key: "indicator", header: [words("指标", "Indicator")]),
                Column(key: "unit", header: [words("单位", "Unit")]),
                Column(key: "place", header: [words("地区", "Place")]),
                Column(key: "period", header: [words("时期", "Period")]),
                Column(key: "plan", header: [words("计划", "Plan")], kind: .number),
                Column(key: "result", header: [words("完成", "Result")], kind: .number),
                Column(
                    key: "completion", header: [words("完成率", "Completion")], kind: .percent,
                    format: NumberFormat(places: 1)),
            ], rows: Rows(rows),
            notes: [
                words(
                    "注：时期为“全年”的，计划是全年的，完成是本年1月至报告期的。",
                    "Note: for a year the plan is of the whole year, the result of the year so far.")
            ] + (view.hasStockTargets ? [ofStocks] : []))
    }

    /// Plans on a page of their own: beside the many columns of the comparison the last of theirs would stand on another.
    var plansSection: Section? {
        plans.map { Section(key: "plans", title: words("计划完成", "Plans"), blocks: [.table($0)]) }
    }

    // MARK: Rankings

    /// The rankings as a list of their own: the charts draw its rows, in which there is no dash.
    var rankingSection: Section {
        Section(
            key: "ranking",
            title: words("\(words.part)位次", words.part == "street" ? "Rankings" : "Rankings of communities"),
            blocks: [.table(ranking)])
    }

    /// The streets of each main series as they are ranked: a file for programs, and what the charts draw.
    var ranking: Table {
        let view = view
        let ranked = view.main.indices.flatMap { position in
            view.ranking(view.main[position]).map { (series: Int32(position), street: Int32($0)) }
        }
        let signed = NumberFormat(places: 1, showsPlus: true)
        return Table(
            key: "ranking", title: words("位次", "Rankings"),
            summary: words(
                "各主要指标的\(words.part)位次，并列者同位",
                "the \(words.parts) of each main indicator by rank, ties sharing the better one"),
            role: .data,
            columns: [
                Column(key: "indicator", header: [words("指标", "Indicator")], isRequired: true),
                Column(key: "street", header: [words(words.part, words.part.capitalisedFirst)], isRequired: true),
                Column(key: "code", header: [words("代码", "Code")], kind: .code),
                Column(key: "rank", header: [words("位次", "Rank")], kind: .rank, isRequired: true),
                Column(
                    key: "rank-bound", header: [words("位次界限", "Bound of the rank")],
                    meaning: words("以界限数排出的位次为 about，否则为 exact", "about where the rank rests on bounds, else exact")),
                Column(key: "value", header: [words("数量", "Value")], kind: .number, isRequired: true),
                Column(key: "unit", header: [words("单位", "Unit")]),
            ] + StatisticsCells.qualificationColumns(words) + [
                Column(
                    key: "share", header: [words("占比", "Share")], kind: .percent, format: NumberFormat(places: 1),
                    meaning: words("占有数据的\(words.part)之和，%", "of the sum of those that reported, %")),
                Column(
                    key: "change", header: [words("较上月增减", "Change on month")], kind: .number,
                    format: NumberFormat(showsPlus: true)),
                Column(
                    key: "change-rate", header: [words("环比", "Growth on month")], kind: .percent, format: signed,
                    meaning: words("%，比率为个百分点", "%, for rates percentage points")),
            ],
            rows: Rows(count: ranked.count) { position in
                let place = ranked[position]
                return StreetsSection.row(of: view.main[Int(place.series)], street: Int(place.street), in: view)
            }, layout: TableLayout(orientation: .landscape, frozenColumns: 2, hasFilters: true),
            primaryKey: ["indicator", "street"])
    }

    /// A street in the ranking of a series.
    private static func row(of one: SeriesStatistics, street: Int, in view: MonthView) -> Row {
        let figure = one.streets[street]
        let (rank, value) = (view.cells.rank(figure), view.cells.value(figure, unit: view.unit(one.series)))
        return Row(
            [
                .text(view.heading(one.series)), .text(view.streets[street].name), .text(view.streets[street].code),
                rank, .text(rank.marks.bound.rawValue), value, .text(view.unit(one.series)),
            ] + view.cells.qualification(value) + [
                view.cells.share(figure), view.cells.change(figure.onMonth), view.cells.rate(figure.onMonth),
            ])
    }

    func chart(_ one: SeriesStatistics) -> Chart {
        var start = 0
        for other in view.main {
            if other.series == one.series { break }
            start += view.ranking(other).count
        }
        let ranked = view.ranking(one)
        let count = min(ranked.count, StreetsSection.mostBars)
        let cut = count < ranked.count ? words("（前\(count)位）", " (first \(count))") : ""
        let name = view.name(one.series)
        let first = ranked.first.map { view.streets[$0].name } ?? ""
        return Chart(
            key: "ranking-\(start)", kind: .bar,
            title: words("各\(words.part)\(name)\(cut)", "\(name) by \(words.part)\(cut)"), table: "ranking",
            source: .columns(["value"], labels: "street", rows: RowSpan(start: start, count: count)),
            valueAxis: words("单位：\(view.unit(one.series))", view.unit(one.series)),
            textAlternative: words(
                "\(view.streets.count)个\(words.part)中\(ranked.count)个有\(name)数据，\(first)居首。",
                "\(ranked.count) of \(view.streets.count) \(words.parts) have figures of \(name); \(first) is first."))
    }

    // MARK: For other programs

    /// One row a street, one column an indicator: figures alone, blank where there are none. The last column says which of
    /// them are bounds, ranges or contradicted.
    var wide: Table {
        let view = view
        let dash = dash
        var taken: Set<String> = []
        let columns = view.compared.map { one in
            var label = view.heading(one.series)
            var number = 2
            while !taken.insert(label).inserted {
                label = view.heading(one.series) + " \(number)"
                number += 1
            }
            return Column(
                key: one.series.indicator.key ?? "m\(taken.count)", header: [label], kind: .number,
                meaning: words("\(view.month)的\(view.name(one.series))", "\(view.name(one.series)) of \(view.month)"))
        }
        return Table(
            key: "streets-wide", title: words("\(words.part)对比", "\(words.parts.capitalisedFirst) side by side"),
            summary: words("一行一\(words.part)，一列一指标", "one row a \(words.part), one column an indicator"),
            role: .data,
            columns: [
                Column(
                    key: "street", header: [words(words.part, words.part.capitalisedFirst)],
                    meaning: words("名称", "name"), isRequired: true),
                Column(
                    key: "code", header: [words("代码", "Code")], kind: .code,
                    meaning: words("区划代码", "division code")),
            ] + columns + [
                Column(
                    key: "remarks", header: [words("界限与矛盾", "Bounds and contradictions")],
                    meaning: words(
                        "不是确数（≥≤≈、区间）或所报不一（※）的数，以“；”相连", "figures that are bounds (≥≤≈, ranges) or contradicted (※)"))
            ],
            rows: Rows(count: view.streets.count) { index in
                let street = view.streets[index]
                let figures = view.compared.map { one in
                    one.streets.keeps(index)
                        ? view.cells.value(one.streets[index], unit: view.unit(one.series)) : dash
                }
                let remarks = zip(columns, figures).filter { $1.isQualified }.map { column, figure in
                    column.label + words("：", ": ") + figure.displayText(language: words.language)
                }
                return Row(
                    [.text(street.name), street.code.isEmpty ? .empty() : .text(street.code)] + figures
                        + [remarks.isEmpty ? .empty() : .text(remarks.joined(separator: words("；", "; ")))])
            }, primaryKey: ["street"])
    }
}

extension Cell {
    /// Whether the figure is a range, a bound or contradicted.
    fileprivate var isQualified: Bool {
        if case .range = value { return true }
        return !isEmpty && (marks.bound != .exact || marks.isContradicted)
    }
}

extension String {
    /// The text with its first letter in upper case, for English headers.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
