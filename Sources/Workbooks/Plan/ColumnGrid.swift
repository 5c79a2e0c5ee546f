import Reports
import Scanning

/// The columns of one sheet: their widths, and which of them each table, card and paragraph takes.
struct ColumnGrid {
    /// In characters of the default font, a Chinese character counting two.
    private(set) var widths: [Double]
    /// Whether the columns are equal and tables spread over several of them, so that cards, charts and small tables line
    /// up.
    let isDashboard: Bool
    /// Whether the sheet is printed over several pages beside each other.
    let goesOverPages: Bool

    static let dashboardColumns = 12
    static let dashboardCardColumns = 3
    private static let dashboardWidth = 9.5
    private static let usualWidth = 8.43
    /// How wide a paragraph should be to read well.
    private static let textWidth = 84.0

    /// Equal columns where the section opens with cards; else columns as its tables need them.
    init(of section: Section, labels: WorkbookLabels) {
        var hasCards = false
        var hasOnlySmallTables = true
        var needs: [Double] = []
        for block in section.blocks {
            switch block {
            case .cards: hasCards = true
            case .table(let table):
                let fits = table.columns.count <= ColumnGrid.dashboardColumns && table.rows.count <= 60
                hasOnlySmallTables = hasOnlySmallTables && fits && table.role == .display
                for (index, need) in ColumnGrid.needs(of: table, language: labels.language).enumerated() {
                    if index < needs.count { needs[index] = max(needs[index], need) } else { needs.append(need) }
                }
            case .findings, .paragraphs, .chart: break
            }
        }
        goesOverPages = section.blocks.contains { block in
            if case .table(let table) = block { !table.layout.fitsPageWidth } else { false }
        }
        isDashboard = (hasCards && hasOnlySmallTables) || needs.isEmpty
        widths =
            isDashboard
            ? Array(repeating: ColumnGrid.dashboardWidth, count: ColumnGrid.dashboardColumns) : needs
        while widths.reduce(0, +) < ColumnGrid.textWidth { widths.append(ColumnGrid.usualWidth) }
    }

    init(widths: [Double]) {
        self.widths = widths
        isDashboard = false
        goesOverPages = false
    }

    var totalWidth: Double { widths.reduce(0, +) }

    /// The columns that a paragraph runs over.
    var textColumns: ClosedRange<Int> {
        guard !isDashboard else { return 0...(widths.count - 1) }
        var used = 0.0
        for (column, width) in widths.enumerated() {
            used += width
            if used >= ColumnGrid.textWidth { return 0...column }
        }
        return 0...max(0, widths.count - 1)
    }

    /// The columns of charts that stand side by side: two on a dashboard, else as many as have the width of text, three at
    /// most.
    var chartSlots: [ClosedRange<Int>] {
        // Further to the right, charts would be cut where the pages of a wide sheet part, and over the first column, which
        // each page repeats, on every one.
        if goesOverPages, textColumns.upperBound > 1 { return [1...textColumns.upperBound] }
        if isDashboard {
            let half = widths.count / 2
            return [0...(half - 1), half...(widths.count - 1)]
        }
        var slots: [ClosedRange<Int>] = []
        var start = 0
        var used = 0.0
        for (column, width) in widths.enumerated() where slots.count < 3 {
            used += width
            guard used >= ColumnGrid.textWidth else { continue }
            slots.append(start...column)
            start = column + 1
            used = 0
        }
        return slots.isEmpty ? [textColumns] : slots
    }

    func width(of columns: ClosedRange<Int>) -> Double {
        columns.reduce(0) { $0 + ($1 < widths.count ? widths[$1] : ColumnGrid.usualWidth) }
    }

    /// The sheet's columns for each column of a table: one each, or on a dashboard shares of the grid by need.
    func spans(for table: Table, language: Language) -> [ClosedRange<Int>] {
        let count = table.columns.count
        guard isDashboard, count > 0 else { return (0..<count).map { $0...$0 } }
        let needs = ColumnGrid.needs(of: table, language: language)
        var shares = needs.map { max(1, Int(($0 / ColumnGrid.dashboardWidth).rounded(.up))) }
        // Too many for the grid: the widest give way; too few: the widest column takes the rest.
        while shares.reduce(0, +) > widths.count, let widest = shares.indices.max(by: { shares[$0] < shares[$1] }),
            shares[widest] > 1
        { shares[widest] -= 1 }
        var spans: [ClosedRange<Int>] = []
        var next = 0
        for share in shares {
            spans.append(next...(next + share - 1))
            next += share
        }
        return spans
    }

    // MARK: Measuring

    /// Rows looked at to measure a column: enough to be right for tables that are read, little for long ledgers.
    private static let sampledRows = 400
    private static let padding = 2.0
    private static let filterButton = 3.0
    private static let widest = 48.0
    private static let widestProse = 64.0

    /// The width that each column of a table wants.
    private static func needs(of table: Table, language: Language) -> [Double] {
        var needs = table.columns.map { headerNeed(of: $0, table: table) }
        for position in 0..<min(table.rows.count, sampledRows) {
            let row = table.rows[position]
            guard row.kind != .heading else { continue }
            for (index, column) in table.columns.enumerated() {
                let text = row[index].displayText(format: column.format, language: language)
                let indent = index == 0 ? Double((row.indent + row.level) * 2) : 0
                let stepIn = column.alignment == .trailing ? 1.0 : 0
                needs[index] = max(needs[index], Double(text.displayWidth) + indent + stepIn + padding)
            }
        }
        return table.columns.indices.map { index in
            let column = table.columns[index]
            if let width = column.width { return Double(width) + padding }
            return min(needs[index], column.kind == .prose ? widestProse : widest)
        }
    }

    /// Headers may take two lines, each level of a printed form's header its own.
    private static func headerNeed(of column: Column, table: Table) -> Double {
        let longest = column.header.map(\.displayWidth).max() ?? 0
        let lines = longest > 12 ? max(12, Double(longest) / 2 + 1) : Double(longest)
        return max(6, lines + padding + (table.layout.hasFilters || table.role == .data ? filterButton : 0))
    }

    /// The lines that a text takes in so many columns' width; an estimate, for fonts differ.
    static func lines(of text: String, width: Double) -> Int {
        let room = max(1, width - 2)
        return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { lines, line in
            lines + max(1, Int((Double(line.displayWidth) / room).rounded(.up)))
        }
    }
}
