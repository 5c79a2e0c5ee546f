/// A table: what is shown, how it is to be read, and hints for its form. Each writer decides what of a hint it can honour.
public struct Table: Sendable, Hashable {
    /// Whether a table is read or computed with.
    public enum Role: String, Sendable, Hashable {
        /// Read by people: no data is a dash, marks stand beside figures.
        case display
        /// A list for filters, formulas and other programs: no data is blank, one row a record.
        case data
    }

    /// The stable key by which links, charts and files name the table (`streets-wide`).
    public var key: String
    /// Stands above the table (`表1 …`).
    public var title: String
    /// Lines between title and header, as a printed form has them: 表号, 制表机关, 编制单位, 报告期. A tab parts what stands at
    /// the left from what stands at the right.
    public var head: [String]
    /// The one common unit, written top right (`单位：个`).
    public var unitLine: String?
    /// What the table holds, for data dictionaries and text alternatives.
    public var summary: String?
    public var role: Role
    public var columns: [Column]
    public var rows: Rows
    /// Stand under the table (`注：…`).
    public var notes: [String]
    public var layout: TableLayout
    /// Keys of the columns that together name a row; empty where nothing does.
    public var primaryKey: [String]
    /// Rows that come first where not all can be shown: those of the month reported on. Empty where none is before others.
    public var foremost: [RowSpan]

    public init(
        key: String, title: String, head: [String] = [], unitLine: String? = nil, summary: String? = nil,
        role: Role = .display, columns: [Column], rows: Rows, notes: [String] = [], layout: TableLayout = TableLayout(),
        primaryKey: [String] = [], foremost: [RowSpan] = []
    ) {
        self.key = key
        self.title = title
        self.head = head
        self.unitLine = unitLine
        self.summary = summary
        self.role = role
        self.columns = columns
        self.rows = rows
        self.notes = notes
        self.layout = layout
        self.primaryKey = primaryKey
        self.foremost = foremost
    }

    /// The columns that stand under one header with the column at the position (数量, 位次, 占比 of one indicator): tables that
    /// are cut into parts keep them together.
    public func headerGroup(at position: Int) -> Range<Int> {
        let header = columns[position].header
        func belongs(_ column: Column) -> Bool { column.header.count > 1 && column.header[0] == header[0] }
        guard header.count > 1 else { return position..<(position + 1) }
        var (start, end) = (position, position + 1)
        while start > 0, belongs(columns[start - 1]) { start -= 1 }
        while end < columns.count, belongs(columns[end]) { end += 1 }
        return start..<end
    }

    /// The position of the column with the key, from 0.
    public func index(ofColumn key: String) -> Int? {
        columns.firstIndex { $0.key == key }
    }

    /// The number of header lines: the deepest column header.
    public var headerDepth: Int {
        columns.reduce(1) { max($0, $1.header.count) }
    }
}

/// A column of a table.
public struct Column: Sendable, Hashable {
    /// What the cells hold, which decides alignment, schema type and spreadsheet format.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case text
        /// Digits that are a name (division codes, document numbers): always text, never computed with.
        case code
        case number, percent, points, rank, day, month
        /// Sentences; wrapped, and the last to keep its width.
        case prose
    }

    public enum Alignment: String, Sendable, Hashable {
        case leading, centre, trailing
    }

    /// How the size of figures is made visible inside the cells.
    public enum Visual: String, Sendable, Hashable {
        case none, dataBar, colourScale
    }

    /// Unique in the table; the name that formulas, charts and programs use.
    public var key: String
    /// The header from top to bottom. Equal neighbours in one line belong together (`本期` over `数量`, `环比`);
    /// a header shorter than its neighbours' stretches down.
    public var header: [String]
    public var kind: Kind
    public var alignment: Alignment
    public var format: NumberFormat
    /// Wanted width in display columns, a Chinese character counting two; `nil` lets the writer measure.
    public var width: Int?
    /// Whether the column sums others of its row.
    public var isTotal: Bool
    public var visual: Visual
    /// What the column means, for data dictionaries and schemas.
    public var meaning: String?
    /// Whether every row has a value here.
    public var isRequired: Bool
    /// What a person who fills the column in may choose from, other text being allowed; empty where nobody does.
    public var choices: [String] = []

    /// A column; the alignment follows from the kind unless given: figures trail, short values are centred, text leads.
    public init(
        key: String, header: [String], kind: Kind = .text, alignment: Alignment? = nil,
        format: NumberFormat = NumberFormat(), width: Int? = nil, isTotal: Bool = false, visual: Visual = .none,
        meaning: String? = nil, isRequired: Bool = false
    ) {
        self.key = key
        self.header = header
        self.kind = kind
        self.alignment = alignment ?? kind.usualAlignment
        self.format = format
        self.width = width
        self.isTotal = isTotal
        self.visual = visual
        self.meaning = meaning
        self.isRequired = isRequired
    }

    /// The header on one line, for formats that have one only: `数量·环比`; a repeated level is named once.
    public var label: String {
        var levels: [String] = []
        for level in header where !level.isEmpty && levels.last != level { levels.append(level) }
        return levels.joined(separator: "·")
    }
}

extension Column.Kind {
    var usualAlignment: Column.Alignment {
        switch self {
        case .text, .code, .prose: .leading
        case .number, .percent, .points: .trailing
        case .rank, .day, .month: .centre
        }
    }

    /// Whether the cells hold figures that may be compared by size.
    public var isNumeric: Bool {
        switch self {
        case .number, .percent, .points, .rank: true
        case .text, .code, .prose, .day, .month: false
        }
    }
}

/// A row of a table.
public struct Row: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case body
        /// A heading that opens a group of rows: one text in the first cell.
        case heading
        /// Letters and numbers of the columns in a printed form (甲, 乙, 1 … n).
        case columnNumbers
        case subtotal
        case total
    }

    public var kind: Kind
    /// Depth of the outline: 0 for a street, 1 for its communities.
    public var level: Int
    /// Steps by which the first text is set in (其中：…).
    public var indent: Int
    /// One cell for each column, in order; missing ones at the end are empty.
    public var cells: [Cell]

    public init(_ cells: [Cell], kind: Kind = .body, level: Int = 0, indent: Int = 0) {
        self.cells = cells
        self.kind = kind
        self.level = level
        self.indent = indent
    }

    /// The cell of a column, empty where the row ends before it.
    public subscript(column: Int) -> Cell {
        column < cells.count ? cells[column] : .empty()
    }
}

/// The form of a table on the page or the sheet.
public struct TableLayout: Sendable, Hashable {
    public enum Orientation: String, Sendable, Hashable {
        case portrait, landscape
    }

    public var orientation: Orientation
    public var fitsPageWidth: Bool
    public var repeatsHeader: Bool
    /// Leading columns that stay in view when one scrolls or prints across.
    public var frozenColumns: Int
    public var hasFilters: Bool
    /// Whether the table is ruled as a printed form, with a line for signatures under it.
    public var isForm: Bool

    public init(
        orientation: Orientation = .portrait, fitsPageWidth: Bool = true, repeatsHeader: Bool = true,
        frozenColumns: Int = 0, hasFilters: Bool = false, isForm: Bool = false
    ) {
        self.orientation = orientation
        self.fitsPageWidth = fitsPageWidth
        self.repeatsHeader = repeatsHeader
        self.frozenColumns = frozenColumns
        self.hasFilters = hasFilters
        self.isForm = isForm
    }
}
