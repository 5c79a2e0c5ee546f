import Reports
import Scanning

/// How a table of the page goes onto paper.
enum PaperLayout {
    case upright
    /// On paper turned on its side.
    case across
    /// Too wide for any paper: in parts one below the other on paper turned on its side, each with the names of its rows.
    case parts([Table])
    /// A list of many columns, which the workbook prints.
    case leftOut

    /// Half-width characters of the printed size on a line of A4 upright, and of the smaller size on paper turned.
    private static let (uprightWidth, acrossWidth) = (112, 186)
    /// A table of so few rows stands on one page.
    static let mostRowsTogether = 25
    /// Tables of more cells are not written a second time, in parts: the workbook prints them.
    private static let mostCells = 10_000
    /// Rows looked at to find out how wide a column is.
    private static let measuredRows = 200

    init(_ table: Table, language: Language) {
        let widths = PaperLayout.widths(of: table, language: language)
        let width = widths.reduce(0, +)
        if width <= PaperLayout.uprightWidth {
            self = .upright
        } else if width <= PaperLayout.acrossWidth || table.layout.isForm {
            self = .across
        } else if table.role == .display, table.columns.count > 2,
            table.rows.count * table.columns.count <= PaperLayout.mostCells
        {
            self = .parts(PaperLayout.parts(of: table, widths: widths))
        } else {
            self = .leftOut
        }
    }

    var turnsPaper: Bool {
        switch self {
        case .across, .parts: true
        case .upright, .leftOut: false
        }
    }

    /// What the columns need: numbers stand on one line, texts wrap.
    private static func widths(of table: Table, language: Language) -> [Int] {
        let rows = table.rows.prefix(measuredRows)
        return table.columns.indices.map { index in
            let column = table.columns[index]
            let most =
                switch column.kind {
                case .prose: 44
                case .text: index == 0 ? 40 : 18
                default: Int.max
                }
            let cells = rows.map {
                min($0[index].displayText(format: column.format, language: language).displayWidth, most)
            }
            let header = min(column.header.last?.displayWidth ?? 0, 8)
            return max(header, cells.max() ?? 0) + 3
        }
    }

    /// The columns in runs that fit, the first column before each; columns under one header stay together.
    private static func parts(of table: Table, widths: [Int]) -> [Table] {
        var runs: [Range<Int>] = []
        var start = 1
        while start < table.columns.count {
            var (end, width) = (start, widths[0])
            while end < table.columns.count {
                let group = table.headerGroup(at: end).upperBound
                let added = widths[end..<group].reduce(0, +)
                guard end == start || width + added <= acrossWidth else { break }
                (end, width) = (group, width + added)
            }
            runs.append(start..<end)
            start = end
        }
        return runs.map { run in
            var part = table
            part.columns = [table.columns[0]] + table.columns[run]
            let rows = table.rows
            part.rows = Rows(count: rows.count) { position in
                var row = rows[position]
                row.cells = [row[0]] + run.map { row[$0] }
                return row
            }
            return part
        }
    }
}
