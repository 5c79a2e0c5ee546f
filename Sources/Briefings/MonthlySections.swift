import Facts
import FoundationEssentials
import Indicators
import Metrics
import Reports

/// The sections that rest on a month's statistics: streets side by side, the monthly form, the summary over streets.
struct MonthlySections: Sendable {
    let statistics: MonthlyStatistics
    let words: Wording
    let cells: StatisticsCells
    /// Charts beyond these are not read.
    private static let mostCharts = 6

    init(_ statistics: MonthlyStatistics, ledger: Ledger, words: Wording) {
        self.statistics = statistics
        self.words = words
        cells = StatisticsCells(words: words, ledger: ledger)
    }

    var sections: [Section] {
        [
            Section(
                key: "streets", title: words("街道对比", "Streets"), blocks: [.table(comparison)] + charts),
            Section(key: "form", title: words("月报表", "Monthly form"), blocks: [.table(form)]),
            Section(key: "summary", title: words("统计摘要", "Summary"), blocks: [.table(summary)]),
        ]
    }

    /// Series that any street has a figure of.
    private var compared: [SeriesStatistics] {
        statistics.series.filter { series in series.streets.contains { $0.figure != nil } }
    }

    private func unit(_ series: SeriesStatistics) -> String { series.series.indicator.unit }

    /// Indicator, unit and window; numbered, since a heading must be found in other files by its name.
    private func title(_ series: SeriesStatistics, _ number: Int) -> String {
        let notes = [unit(series), words.label(series.series.window)].filter { !$0.isEmpty }
        let name = words.title(series.series) + words("（", " (") + notes.joined(separator: words("，", ", "))
        return "\(number). " + name + words("）", ")")
    }

    // MARK: Streets side by side

    var comparison: Table {
        let streets = statistics.directory.streets
        let span = RowSpan(start: 0, count: streets.count)
        var columns = [
            Column(key: "street", header: [words("街道", "Street")], isRequired: true),
            Column(key: "code", header: [words("代码", "Code")], kind: .code),
        ]
        var rows = streets.map { Row([.text($0.name), $0.code.isEmpty ? .empty() : .text($0.code)]) }
        var total = Row([.text(words("各街道合计", "Sum of streets")), .empty()], kind: .total)
        var own = Row([.text(words("全区所报", "Region as reported")), .empty()], kind: .subtotal)
        for (number, series) in compared.enumerated() {
            let key = "m\(number + 1)"
            let title = title(series, number + 1)
            columns.append(
                Column(key: key, header: [title, words("数量", "Value")], kind: .number, visual: .dataBar))
            for (row, street) in series.streets.enumerated() {
                rows[row].cells.append(cells.value(street, unit: unit(series)))
            }
            total.cells.append(cells.total(series.total, unit: unit(series), rows: span))
            own.cells.append(cells.value(series.district, unit: unit(series)))
            guard series.streets.contains(where: { $0.rank != nil }) else { continue }
            columns.append(Column(key: key + "-rank", header: [title, words("位次", "Rank")], kind: .rank))
            columns.append(
                Column(
                    key: key + "-share", header: [title, words("占比", "Share")], kind: .percent,
                    format: NumberFormat(places: 1)))
            for (row, street) in series.streets.enumerated() {
                rows[row].cells += [cells.rank(street), cells.share(street)]
            }
            total.cells += [.empty(), .empty()]
            own.cells += [.empty(), .empty()]
        }
        return Table(
            key: "streets-wide", title: words("表2 街道对比", "Table 2 Streets side by side"),
            summary: words("一行一街道，一列一指标", "one row a street, one column an indicator"), columns: columns,
            rows: Rows(rows + [total, own]),
            notes: [
                words(
                    "注：报告街道不足\(statistics.fewestStreets)个的指标不排位、不计占比；合计只含已报告的街道，全区所报另列。",
                    "Note: no rank or share where fewer than \(statistics.fewestStreets) streets reported; sums are of the streets that reported, the region's own figure stands apart."
                )
            ],
            layout: TableLayout(orientation: .landscape, frozenColumns: 1, hasFilters: true))
    }

    private var charts: [Block] {
        let ranked = compared.enumerated().filter { $1.streets.contains { $0.rank != nil } }
        return ranked.prefix(MonthlySections.mostCharts).enumerated().map { position, element in
            let (number, series) = element
            let title = title(series, number + 1)
            let reported = series.streets.filter { $0.figure != nil }.count
            return .chart(
                Chart(
                    key: "chart-m\(number + 1)", kind: .bar,
                    title: words("图\(position + 2) \(title)", "Figure \(position + 2) \(title)"), table: "streets-wide",
                    source: .columns(
                        ["m\(number + 1)"], labels: "street", rows: RowSpan(start: 0, count: series.streets.count)),
                    textAlternative: words(
                        "\(title)：\(series.streets.count)个街道中\(reported)个有数据。",
                        "\(title): \(reported) of \(series.streets.count) streets have data.")))
        }
    }

    // MARK: The monthly form

    /// The month as the ministries' printed form has it: the region's own figures.
    private var form: Table {
        let headers: [(String, [String], Column.Kind, NumberFormat)] = [
            ("indicator", [words("指标名称", "Indicator")], .text, NumberFormat()),
            ("unit", [words("计量单位", "Unit")], .text, NumberFormat()),
            ("value", [words("本期", "This month")], .number, NumberFormat()),
            ("before", [words("上期", "Month before")], .number, NumberFormat()),
            ("on-month", [words("环比", "On month")], .percent, NumberFormat(places: 1, showsPlus: true)),
            ("on-year", [words("同比", "On year")], .percent, NumberFormat(places: 1, showsPlus: true)),
            ("to-date", [words("本年累计", "Year to date")], .number, NumberFormat()),
            ("year-before", [words("上年", "Last year")], .number, NumberFormat()),
        ]
        let numbers = words.language == .chinese ? ["甲", "乙"] : ["A", "B"]
        let columnNumbers = headers.indices.map { index in
            Cell.text(index < numbers.count ? numbers[index] : String(index - numbers.count + 1))
        }
        let rows = statistics.series.filter(isReportedByRegion).map { series in
            let unit = unit(series)
            let own = series.district
            return Row([
                .text(words.title(series.series)), .text(unit), cells.value(own, unit: unit),
                cells.before(own, own.onMonth, unit: unit), cells.rate(own.onMonth), cells.rate(own.onYear),
                cells.figure(own.toDate, unit: unit), cells.figure(own.yearBefore, unit: unit),
            ])
        }
        return Table(
            key: "form", title: words("表3 社区治理情况月报表", "Table 3 Monthly form"),
            columns: headers.map { Column(key: $0.0, header: $0.1, kind: $0.2, format: $0.3) },
            rows: Rows([Row(columnNumbers, kind: .columnNumbers)] + rows),
            notes: [
                words(
                    "注：编制单位\(statistics.directory.district)，报告期\(statistics.month)。",
                    "Note: \(statistics.directory.district), \(statistics.month).")
            ],
            layout: TableLayout(orientation: .landscape, frozenColumns: 1, isForm: true))
    }

    private func isReportedByRegion(_ series: SeriesStatistics) -> Bool {
        series.district.figure != nil || series.district.toDate != nil || series.district.yearBefore != nil
    }

    // MARK: The summary over streets

    private var summary: Table {
        func column(_ key: String, _ chinese: String, _ english: String, places: Int? = nil) -> Column {
            Column(
                key: key, header: [words(chinese, english)], kind: .number, format: NumberFormat(places: places))
        }
        let rows = compared.enumerated().map { number, series in
            Row([.text(title(series, number + 1))] + summaryCells(series))
        }
        return Table(
            key: "summary", title: words("表4 各街道统计摘要", "Table 4 Summary over streets"),
            summary: words("四分位数按类型7（QUARTILE.INC），标准差为样本标准差", "quartiles of type 7, sample standard deviation"),
            columns: [
                Column(key: "indicator", header: [words("指标", "Indicator")], isRequired: true),
                column("n", "个数", "n"), column("missing", "缺报", "Missing"), column("sum", "合计", "Sum"),
                column("mean", "均值", "Mean", places: 2), column("minimum", "最小", "Minimum"),
                column("q1", "下四分位", "Lower quartile", places: 2), column("median", "中位数", "Median", places: 2),
                column("q3", "上四分位", "Upper quartile", places: 2), column("maximum", "最大", "Maximum"),
                column("range", "极差", "Range"), column("sd", "标准差", "Standard deviation", places: 2),
                column("cv", "变异系数", "Coefficient of variation", places: 3),
            ], rows: Rows(rows), layout: TableLayout(orientation: .landscape, frozenColumns: 1))
    }

    private func summaryCells(_ series: SeriesStatistics) -> [Cell] {
        guard let summary = series.summary else {
            let reported = series.streets.filter { $0.figure != nil }.count
            let why = series.summaryReason.map(cells.reason)
            return [.number(reported), .number(series.streets.count - reported)]
                + [Cell](repeating: .empty(why), count: 10)
        }
        func cell(_ decimal: Decimal?) -> Cell {
            decimal.flatMap(Amount.init).map {
                .number($0, marks: Marks(bound: summary.restsOnBound ? .about : .exact))
            }
                ?? .empty()
        }
        return [
            .number(summary.count), .number(summary.missing), cell(summary.sum), cell(summary.mean),
            cell(summary.minimum), cell(summary.firstQuartile), cell(summary.median), cell(summary.thirdQuartile),
            cell(summary.maximum), cell(summary.range), cell(summary.standardDeviation),
            cell(summary.coefficientOfVariation),
        ]
    }
}
