import Reports
import Workbooks

/// The report of a large city: 300 streets × 60 indicators × 24 months, with a ledger of 500,000 facts, all made as they
/// are written.
public enum StreetsWorkbook {
    public static let streets = 300
    public static let indicators = 60
    public static let months = 24
    public static let facts = 500_000

    public static func write(to path: String) throws {
        let report = Report(
            about: About(title: "城市基层治理月度统计", month: YearMonth(year: 2026, month: 4), generator: "benchmark"),
            sections: [
                Section(key: "about", title: "说明", blocks: [.paragraphs([Sentence("大城市的月度报告。")])]),
                Section(key: "streets", title: "街道对比", blocks: [.table(comparison), .chart(ranking)]),
                Section(key: "trend", title: "月度趋势", blocks: [.table(trend)]),
                Section(key: "ledger", title: "事实台账", blocks: [.table(ledger)]),
            ])
        try WorkbookWriter(report).write(to: path)
    }

    private static let comparison = Table(
        key: "streets", title: "表1　各街道主要指标",
        columns: [Column(key: "street", header: ["街道"])]
            + (0..<indicators).map {
                Column(key: "i\($0)", header: ["指标\($0)"], kind: .number, visual: $0 == 0 ? .dataBar : .colourScale)
            },
        rows: Rows(count: streets + 1) { row in
            guard row < streets else {
                let sums = (0..<indicators).map { indicator in
                    let total = (0..<streets).reduce(0) { $0 + (value($1, indicator) ?? 0) }
                    return Cell(.number(Amount(total)), formula: .sumOfRows([RowSpan(start: 0, count: streets)]))
                }
                return Row([.text("合计")] + sums, kind: .total)
            }
            let factsAFigure = facts / (streets * indicators)
            return Row(
                [.text("街道\(row)")]
                    + (0..<indicators).map { indicator in
                        let start = (row * indicators + indicator) * factsAFigure
                        let link = Link.rows(table: "ledger", RowSpan(start: start, count: factsAFigure))
                        return value(row, indicator).map { .number($0, link: link) } ?? .empty("未报")
                    })
        },
        layout: TableLayout(orientation: .landscape, fitsPageWidth: false, frozenColumns: 1))

    /// Every seventh figure is missing.
    private static func value(_ street: Int, _ indicator: Int) -> Int? {
        (street + indicator) % 7 == 0 ? nil : street * 31 + indicator * 17
    }

    private static let ranking = Chart(
        key: "ranking", kind: .bar, title: "图1　前二十个街道", table: "streets",
        source: .columns(["i1"], labels: "street", rows: RowSpan(start: 0, count: 20)), textAlternative: "前二十个街道")

    private static let trend = Table(
        key: "trend", title: "表2　逐月", role: .data,
        columns: [Column(key: "street", header: ["街道"]), Column(key: "indicator", header: ["指标"])]
            + (0..<months).map { Column(key: "m\($0)", header: ["第\($0 + 1)月"], kind: .number) },
        rows: Rows(count: streets * indicators) { row in
            let (street, indicator) = (row / indicators, row % indicators)
            return Row(
                [.text("街道\(street)"), .text("指标\(indicator)")]
                    + (0..<months).map { month in value(street, indicator + month).map { .number($0) } ?? .empty() })
        })

    private static let ledger = Table(
        key: "ledger", title: "事实台账", role: .data,
        columns: [
            Column(key: "number", header: ["序号"], kind: .number), Column(key: "street", header: ["街道"]),
            Column(key: "code", header: ["代码"], kind: .code), Column(key: "indicator", header: ["指标"]),
            Column(key: "value", header: ["数值"], kind: .number), Column(key: "unit", header: ["单位"]),
            Column(key: "date", header: ["日期"], kind: .day), Column(key: "sentence", header: ["原文语句"], kind: .prose),
        ],
        rows: Rows(count: facts) { row in
            let figure = row * streets * indicators / facts
            return Row([
                .number(row + 1), .text("街道\(figure / indicators)"), .text("140213050"),
                .text("指标\(figure % indicators)"), .number(row % 997), .text("个"),
                .day(Day(year: 2026, month: 1 + row % 12, day: 1 + row % 28)), .text("第\(row)条事实的原文语句，清理野广告五十余处。"),
            ])
        })
}
