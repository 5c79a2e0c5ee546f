import Reports
import Workbooks

/// A ledger of 50,000 rows and 20 columns, half text and half figures, made row by row as it is written.
public enum WorkbookCells {
    public static let rows = 50_000
    public static let columns = 20

    private static let items = ["小区党支部", "志愿服务队", "清理野广告", "化解矛盾纠纷", "议事协商会", "服务居民", "走访入户", "网格"]
    private static let streets = ["永泰街道", "古城街道", "新旺街道", "迎宾街道", "振华街道"]
    private static let sentence = "永泰街道组织志愿者清理野广告五十余处、垃圾死角六百余平方米。"

    /// Writes the workbook as a report's ledger.
    public static func write(to path: String) throws {
        var table = Table(key: "ledger", title: "台账", role: .data, columns: [], rows: Rows(count: rows, row: row))
        table.columns = (0..<columns).map { column in
            Column(key: "c\(column)", header: ["列\(column)"], kind: kinds[column % kinds.count], width: 12)
        }
        let report = Report(
            about: About(title: "台账", generator: "benchmark"),
            sections: [Section(key: "ledger", title: "台账", blocks: [.table(table)])])
        try WorkbookWriter(report).write(to: path)
    }

    private static let kinds: [Column.Kind] = [
        .number, .text, .text, .number, .number, .prose, .number, .text, .number, .text,
    ]

    private static func row(_ row: Int) -> Row {
        var cells: [Cell] = []
        cells.reserveCapacity(columns)
        while cells.count < columns {
            cells.append(.number(row))
            cells.append(.text(streets[row % streets.count]))
            cells.append(.text(items[row % items.count]))
            cells.append(.number(Amount(coefficient: Int128(row * 7), exponent: -1)))
            cells.append(.number(row % 1000))
            cells.append(.text(sentence))
            cells.append(.number(row * 13))
            cells.append(.text("个"))
            cells.append(.number(Amount(coefficient: Int128(row), exponent: -2)))
            cells.append(.text("140213050001"))
        }
        return Row(cells)
    }
}
