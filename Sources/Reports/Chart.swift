/// A chart of figures that stand in a table of the report. It names cells rather than holding numbers, so that a workbook
/// can point at its ranges and no chart can disagree with its table.
public struct Chart: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        /// Horizontal bars, longest first: a ranking. The rows are taken in the table's order.
        case bar
        /// Upright columns: a comparison of a few.
        case column
        /// Lines over time.
        case line
        /// Stacked columns: parts that make a whole.
        case stacked
    }

    /// Which cells are drawn.
    public enum Source: Sendable, Hashable {
        /// Each column a series, each row a category named by the column `labels`.
        case columns([String], labels: String, rows: RowSpan)
        /// Each row a series named by the column `labels`, each column a category named by its header.
        case rows([Int], labels: String, columns: [String])
    }

    public var key: String
    public var kind: Kind
    /// Stands below the figure (`图1 …`).
    public var title: String
    /// The key of the table that holds the figures.
    public var table: String
    public var source: Source
    /// What the value axis measures (`单位：个`).
    public var valueAxis: String?
    /// What the chart shows, in a sentence, for those who do not see it.
    public var textAlternative: String
    /// Which colour of the palette each series has, so that a street has one in all charts; in their order where empty.
    public var colours: [Int] = []

    /// How many colours can be told apart in one chart.
    public static let colourCount = 6

    /// The position in the palette of a series' colour.
    public func colour(ofSeries series: Int) -> Int { colours.indices.contains(series) ? colours[series] : series }

    public init(
        key: String, kind: Kind, title: String, table: String, source: Source, valueAxis: String? = nil,
        textAlternative: String
    ) {
        self.key = key
        self.kind = kind
        self.title = title
        self.table = table
        self.source = source
        self.valueAxis = valueAxis
        self.textAlternative = textAlternative
    }

    /// One line or one colour of bars.
    public struct Series: Sendable, Hashable {
        public let name: String
        /// One figure a category; `nil` where there is no data, which is not drawn.
        public let values: [Amount?]
        /// The figures as people read them, marks included.
        public let texts: [String]

        public init(name: String, values: [Amount?], texts: [String]) {
            self.name = name
            self.values = values
            self.texts = texts
        }
    }

    /// The categories and series that the chart draws, read out of its table; series without any figure are kept.
    public func resolved(in table: Table, language: Language = .chinese) -> (categories: [String], series: [Series]) {
        func text(_ row: Int, _ column: Int) -> String {
            table.rows[row][column].displayText(format: table.columns[column].format, language: language)
        }
        func series(_ name: String, _ cells: [(row: Int, column: Int)]) -> Series {
            Series(
                name: name, values: cells.map { table.rows[$0.row][$0.column].amount },
                texts: cells.map { text($0.row, $0.column) })
        }
        switch source {
        case .columns(let keys, let labels, let span):
            let rows = span.range.clamped(to: 0..<table.rows.count)
            guard let label = table.index(ofColumn: labels) else { return ([], []) }
            let columns = keys.compactMap { table.index(ofColumn: $0) }
            return (
                rows.map { text($0, label) },
                columns.map { column in series(table.columns[column].label, rows.map { ($0, column) }) }
            )
        case .rows(let positions, let labels, let keys):
            guard let label = table.index(ofColumn: labels) else { return ([], []) }
            let columns = keys.compactMap { table.index(ofColumn: $0) }
            let rows = positions.filter { (0..<table.rows.count).contains($0) }
            return (
                columns.map { table.columns[$0].label },
                rows.map { row in series(text(row, label), columns.map { (row, $0) }) }
            )
        }
    }
}
