import Facts
import FoundationEssentials
import Indicators
import Metrics
import Reports

/// The statistical summary over the streets, for each compared series.
struct SummarySection: Sendable {
    let view: MonthView

    private var words: Wording { view.words }

    var section: Section {
        Section(key: "summary", title: words("统计摘要", "Summary"), blocks: [.table(table(role: .display))])
    }

    /// The same for programs.
    var dataset: Table { table(role: .data) }

    private func table(role: Table.Role) -> Table {
        func column(_ key: String, _ chinese: String, _ english: String, places: Int? = nil, meaning: String? = nil)
            -> Column
        {
            Column(
                key: key, header: [words(chinese, english)], kind: .number, format: NumberFormat(places: places),
                meaning: meaning)
        }
        let rows = view.compared.map { series in
            Row(
                [
                    .text(view.name(series.series)), .text(view.unit(series.series)),
                    .text(words.label(series.series.window)),
                ] + cells(series) + (role == .data ? [bound(series)] : []))
        }
        let boundColumn = Column(
            key: "bound", header: [words("界限", "Bound")],
            meaning: words("含有界限数的为 about，否则为 exact", "about where bounds are among the figures, else exact"))
        return Table(
            key: role == .data ? "summary" : "summary-shown",
            title: words("各\(words.part)统计摘要", "Summary over \(words.parts)"),
            summary: words("四分位数按类型7（QUARTILE.INC），标准差为样本标准差", "quartiles of type 7, sample standard deviation"),
            role: role,
            columns: [
                Column(key: "indicator", header: [words("指标", "Indicator")], isRequired: true),
                Column(key: "unit", header: [words("单位", "Unit")]),
                Column(key: "window", header: [words("口径", "Window")]),
                column("n", "个数", "n", meaning: words("有数据的\(words.part)数", "\(words.parts) that reported")),
                column(
                    "missing", "缺报", "Missing", meaning: words("没有数据的\(words.part)数", "\(words.parts) that did not")),
                column("sum", "合计", "Sum"), column("mean", "均值", "Mean", places: 2),
                column("minimum", "最小", "Minimum"), column("q1", "下四分位", "Lower quartile", places: 2),
                column("median", "中位数", "Median", places: 2), column("q3", "上四分位", "Upper quartile", places: 2),
                column("maximum", "最大", "Maximum"), column("range", "极差", "Range"),
                column("sd", "标准差", "Standard deviation", places: 2),
                column("cv", "变异系数", "Coefficient of variation", places: 3),
            ] + (role == .data ? [boundColumn] : []), rows: Rows(rows),
            notes: role == .data
                ? []
                : [
                    words(
                        "注：缺报的\(words.part)不计入；四分位数按QUARTILE.INC，标准差为样本标准差；“≈”表示含有界限数。",
                        "Note: only \(words.parts) that reported; quartiles as QUARTILE.INC, sample standard deviation; ≈ where bounds are among them."
                    )
                ],
            layout: TableLayout(orientation: .landscape, frozenColumns: 1, hasFilters: true))
    }

    private func bound(_ series: SeriesStatistics) -> Cell {
        series.summary.map { .text(($0.restsOnBound ? Marks.Bound.about : .exact).rawValue) } ?? .empty()
    }

    private func cells(_ series: SeriesStatistics) -> [Cell] {
        guard let summary = series.summary else {
            let reported = series.streets.keptValues.filter { $0.figure != nil }.count
            let why = series.summaryReason.map(view.cells.reason)
            return [.number(reported), .number(series.streets.count - reported)]
                + [Cell](repeating: .empty(why), count: 10)
        }
        func cell(_ decimal: Decimal?) -> Cell {
            decimal.flatMap(Amount.init).map {
                .number($0, marks: Marks(bound: summary.restsOnBound ? .about : .exact))
            } ?? .empty()
        }
        var sum = cell(summary.sum)
        if case .sum(let total, _, _, _) = series.total {
            sum = view.cells.figure(total, unit: view.unit(series.series))
        }
        return [
            .number(summary.count), .number(summary.missing), sum, cell(summary.mean),
            cell(summary.minimum), cell(summary.firstQuartile), cell(summary.median), cell(summary.thirdQuartile),
            cell(summary.maximum), cell(summary.range), cell(summary.standardDeviation),
            cell(summary.coefficientOfVariation),
        ]
    }
}
