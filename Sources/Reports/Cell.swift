/// One cell of a table, typed: what it holds, how sure that is, where it leads and how it was made.
public struct Cell: Sendable, Hashable {
    public var value: Value
    /// What few of a report's millions of cells have, kept apart so that the others are small.
    private var beside: Beside?

    /// How the figure is qualified; shown beside it.
    public var marks: Marks {
        get { beside?.content.marks ?? Marks() }
        set { change { $0.marks = newValue } }
    }
    /// What lies behind the figure.
    public var link: Link? {
        get { beside?.content.link }
        set { change { $0.link = newValue } }
    }
    /// How the figure follows from other cells; the value is always stored as well.
    public var formula: Formula? {
        get { beside?.content.formula }
        set { change { $0.formula = newValue } }
    }
    /// The key under which other documents find the cell (`Key.isValid`); a defined name in a workbook.
    public var name: String? {
        get { beside?.content.name }
        set { change { $0.name = newValue } }
    }
    /// A remark on this cell alone: why it is empty, `3 of 12 communities`, why a rank stands on a bound.
    public var note: String? {
        get { beside?.content.note }
        set { change { $0.note = newValue } }
    }

    public init(_ value: Value) {
        self.value = value
    }

    public init(
        _ value: Value, marks: Marks = Marks(), link: Link? = nil, formula: Formula? = nil, name: String? = nil,
        note: String? = nil
    ) {
        self.value = value
        let content = Content(marks: marks, link: link, formula: formula, name: name, note: note)
        beside = content.isNothing ? nil : Beside(content)
    }

    /// Whether the cell is nothing but its value.
    public var isBare: Bool { beside == nil }

    private mutating func change(_ body: (inout Content) -> Void) {
        var content = beside?.content ?? Content()
        body(&content)
        beside = content.isNothing ? nil : Beside(content)
    }

    private struct Content: Hashable {
        var marks = Marks()
        var link: Link?
        var formula: Formula?
        var name: String?
        var note: String?

        var isNothing: Bool { link == nil && note == nil && formula == nil && name == nil && marks == Marks() }
    }

    private final class Beside: Sendable, Hashable {
        let content: Content

        init(_ content: Content) {
            self.content = content
        }

        static func == (left: Beside, right: Beside) -> Bool { left === right || left.content == right.content }

        func hash(into hasher: inout Hasher) {
            hasher.combine(content)
        }
    }

    /// What a cell holds.
    public enum Value: Sendable, Hashable {
        /// No data, which is not zero: a dash in a display table, blank in a data table, a CSV file and a chart's range.
        case empty
        case text(String)
        case number(Amount)
        /// A figure given by its two ends (3至5名).
        case range(Amount, Amount)
        /// Per cent: 64.3 means 64.3 %.
        case percent(Amount)
        /// Percentage points, the change of a rate.
        case points(Amount)
        /// Place among those that reported: `2 / 5`.
        case rank(Int, of: Int)
        case day(Day)
        case month(YearMonth)
    }

    /// A cell without data, and why it has none.
    public static func empty(_ reason: String? = nil) -> Cell { Cell(.empty, note: reason) }
    public static func text(_ text: String) -> Cell { Cell(.text(text)) }
    public static func text(_ text: String, link: Link?) -> Cell { Cell(.text(text), link: link) }
    public static func number(_ amount: Amount) -> Cell { Cell(.number(amount)) }
    public static func number(_ amount: Amount, marks: Marks = Marks(), link: Link? = nil) -> Cell {
        Cell(.number(amount), marks: marks, link: link)
    }
    public static func number(_ value: Int) -> Cell { Cell(.number(Amount(value))) }
    public static func number(_ value: Int, link: Link?) -> Cell { .number(Amount(value), link: link) }
    public static func percent(_ amount: Amount, marks: Marks = Marks(), link: Link? = nil) -> Cell {
        Cell(.percent(amount), marks: marks, link: link)
    }
    public static func points(_ amount: Amount, link: Link? = nil) -> Cell { Cell(.points(amount), link: link) }
    public static func rank(_ rank: Int, of count: Int, marks: Marks = Marks()) -> Cell {
        Cell(.rank(rank, of: count), marks: marks)
    }
    public static func day(_ day: Day) -> Cell { Cell(.day(day)) }
    public static func month(_ month: YearMonth) -> Cell { Cell(.month(month)) }

    public var isEmpty: Bool { value == .empty }

    /// The figure that a chart or a spreadsheet computes with; `nil` for text, dates, ranges and no data.
    public var amount: Amount? {
        switch value {
        case .number(let amount), .percent(let amount), .points(let amount): amount
        case .rank(let rank, _): Amount(rank)
        case .empty, .text, .range, .day, .month: nil
        }
    }
}

/// How a figure is qualified.
public struct Marks: Sendable, Hashable {
    /// Whether the figure is exact or a bound.
    public enum Bound: String, Sendable, Hashable, CaseIterable {
        case exact
        /// 余, 超过: `≥`
        case atLeast
        /// 近, 不足: `≤`
        case atMost
        /// 约, 左右: `≈`
        case about

        /// The sign that stands before the figure; empty for an exact one.
        public var sign: String {
            switch self {
            case .exact: ""
            case .atLeast: "≥"
            case .atMost: "≤"
            case .about: "≈"
            }
        }
    }

    public var bound: Bound
    /// Sources contradict each other (`※`); both sentences stand among the items to check.
    public var isContradicted: Bool
    /// A stock carried forward from an earlier month, which is shown with it (`451〔2月〕`).
    public var carriedFrom: YearMonth?
    /// Whether that month is shown with its year, which is not the report's: `451〔2025年12月〕`.
    public var namesYear: Bool
    /// Whether that month is the oldest of the stocks of which the figure is the sum: `184〔最早2月〕`.
    public var isOldest: Bool
    /// Whether the figure is the difference of two running figures: `45〔推算〕`.
    public var isDifference: Bool

    public init(
        bound: Bound = .exact, isContradicted: Bool = false, carriedFrom: YearMonth? = nil, namesYear: Bool = false,
        isOldest: Bool = false, isDifference: Bool = false
    ) {
        self.bound = bound
        self.isContradicted = isContradicted
        self.carriedFrom = carriedFrom
        self.namesYear = namesYear
        self.isOldest = isOldest
        self.isDifference = isDifference
    }

    public var isPlain: Bool { bound == .exact && !isContradicted && carriedFrom == nil && !isDifference }
}

/// Where a cell or a sentence leads.
public enum Link: Sendable, Hashable {
    /// Rows of another table: the ledger rows from which a figure was made.
    case rows(table: String, RowSpan)
    /// Several runs of rows of another table: those behind a sum. Formats whose links have one target lead to the section
    /// that shows what was added, or to the first run where none is named.
    case runs(table: String, [RowSpan], section: String?)
    /// A sentence of a bulletin.
    case evidence(Evidence.Reference)
    /// A section of this report.
    case section(String)
}

/// A run of rows of one table, counted from 0 over all its rows, totals and headings included.
public struct RowSpan: Sendable, Hashable {
    public let start: Int
    public let count: Int

    public init(start: Int, count: Int) {
        self.start = start
        self.count = count
    }

    public var end: Int { start + count }
    public var range: Range<Int> { start..<end }
}

/// How a figure follows from other cells of its table. Writers that can compute write a live formula beside the stored
/// value; the others show the value.
public enum Formula: Sendable, Hashable {
    /// The sum of these rows of the cell's own column.
    case sumOfRows([RowSpan])
    /// The sum of these columns of the cell's own row.
    case sumOfColumns([String])
    /// One column less another, in the cell's own row.
    case difference(of: String, minus: String)
    /// One column as per cent of another, in the cell's own row (完成率).
    case percentage(of: String, by: String)
    /// The growth in per cent from one column to another, in the cell's own row.
    case growth(of: String, from: String)
}
