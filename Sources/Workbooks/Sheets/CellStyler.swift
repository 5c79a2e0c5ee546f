import Reports

/// The looks of a workbook: one place for colours, sizes and rules.
final class CellStyler {
    let file: WorkbookFile
    let accent: UInt32
    let palette: [UInt32]
    private let language: Language
    /// Styles of cells by what decides them; a column's cells mostly share a few.
    private var known: [Look: WorkbookFile.Style] = [:]

    init(file: WorkbookFile, report: Report) {
        self.file = file
        language = report.about.language
        let accent = CellStyler.colour(report.style.accent) ?? 0x1F4E79
        self.accent = accent
        let palette = report.style.palette.compactMap(CellStyler.colour)
        self.palette = palette.isEmpty ? [accent] : palette
    }

    /// `RRGGBB` as a number.
    private static func colour(_ text: String) -> UInt32? {
        text.utf8.count == 6 ? UInt32(text, radix: 16) : nil
    }

    private static let muted: UInt32 = 0x595959
    private var tint: UInt32 { Sheet.lightened(accent, by: 0.86) }

    // MARK: Text around tables

    enum Piece: Hashable {
        case title, subtitle, finding, paragraph, tableTitle, unitLine, note, signature, caption, formTitle
        case formHead(isTrailing: Bool)
        case header(isForm: Bool)
        case emphasis
        case cardLabel
        case cardValue(numberFormat: String)
        case cardChange
    }

    private var pieces: [Piece: WorkbookFile.Style] = [:]

    func style(_ piece: Piece) throws(WorkbookError) -> WorkbookFile.Style {
        if let style = pieces[piece] { return style }
        let style = try file.style(look(of: piece))
        pieces[piece] = style
        return style
    }

    private func look(of piece: Piece) -> CellStyle {
        var style = CellStyle()
        switch piece {
        case .title:
            style.isHeading = true
            style.size = 16
            style.colour = accent
        case .subtitle:
            style.size = 10
            style.colour = CellStyler.muted
        case .finding:
            style.wraps = true
            style.size = 12
        case .paragraph:
            style.wraps = true
            style.isAtTop = true
        case .tableTitle:
            style.isHeading = true
            style.size = 12
        case .unitLine:
            style.size = 10
            style.alignment = .trailing
        case .note:
            style.size = 9
            style.colour = CellStyler.muted
            style.wraps = true
            style.isAtTop = true
        case .formTitle:
            style.isHeading = true
            style.size = 16
            style.alignment = .centre
        case .formHead(let isTrailing):
            style.size = 10.5
            if isTrailing { style.alignment = .trailing }
        case .signature: style.size = 10.5
        case .caption:
            style.size = 10
            style.alignment = .centre
        case .header(let isForm):
            style.isHeading = true
            style.alignment = .centre
            style.border = .thin
            style.wraps = true
            if !isForm { style.background = tint }
        case .emphasis:
            style.isBold = true
            style.colour = accent
        case .cardLabel:
            style.border = .gap
            style.shrinks = true
            style.size = 10
            style.colour = CellStyler.muted
            style.background = tint
            style.alignment = .centre
        case .cardValue(let numberFormat):
            style.border = .gap
            style.isHeading = true
            style.size = 20
            style.colour = accent
            style.background = tint
            style.alignment = .centre
            style.numberFormat = numberFormat
        case .cardChange:
            style.border = .gap
            style.shrinks = true
            style.size = 9
            style.colour = CellStyler.muted
            style.background = tint
            style.alignment = .centre
        }
        return style
    }

    // MARK: Cells of tables

    /// Everything that decides how a table's cell looks.
    private struct Look: Hashable {
        var column: Column.Kind
        var alignment: Column.Alignment
        var format: NumberFormat
        var row: Row.Kind
        var value: Value
        var places: Int
        var marks: Marks
        var indent: Int
        var isLinked: Bool
        var surface: Surface

        enum Value: Hashable {
            case empty, text, number, percent, points
            case rank(Int)
            case day, month
        }
    }

    /// What the cell stands on.
    enum Surface: Hashable {
        /// A list whose rows are told apart by a table's stripes, or on a streamed sheet by nothing.
        case list(wraps: Bool)
        case ruled
        case form
    }

    func style(
        for cell: Cell, column: Column, row: Row, indent: Int, isLinked: Bool, surface: Surface
    ) throws(WorkbookError) -> WorkbookFile.Style {
        let (value, places) = kind(of: cell, format: column.format)
        let look = Look(
            column: column.kind, alignment: column.alignment, format: column.format, row: row.kind, value: value,
            places: places, marks: value == .text || value == .empty ? Marks() : cell.marks, indent: indent,
            isLinked: isLinked && value == .text, surface: surface)
        if let style = known[look] { return style }
        let style = try file.style(resolve(look))
        known[look] = style
        return style
    }

    /// The styles of one column's plain cells: those of body rows without marks, links or indent, nearly all cells of a
    /// ledger. They are found by position instead of by hash.
    struct PlainStyles {
        fileprivate let column: Column
        fileprivate let surface: Surface
        private var known: [WorkbookFile.Style?] = Array(repeating: nil, count: 9)

        init(column: Column, surface: Surface) {
            self.column = column
            self.surface = surface
        }

        /// The style of text.
        mutating func text(_ styler: CellStyler) throws(WorkbookError) -> WorkbookFile.Style {
            try style(at: 0, cell: .text(""), styler)
        }

        /// The style of a number with so many decimals.
        mutating func number(_ amount: Amount, _ styler: CellStyler) throws(WorkbookError) -> WorkbookFile.Style {
            try style(at: 1 + amount.shownPlaces, cell: .number(amount), styler)
        }

        /// The style of a day.
        mutating func day(_ day: Day, _ styler: CellStyler) throws(WorkbookError) -> WorkbookFile.Style {
            try style(at: 8, cell: .day(day), styler)
        }

        private mutating func style(
            at slot: Int, cell: @autoclosure () -> Cell, _ styler: CellStyler
        ) throws(WorkbookError) -> WorkbookFile.Style {
            if let style = known[slot] { return style }
            let style = try styler.style(
                for: cell(), column: column, row: Row([]), indent: 0, isLinked: false, surface: surface)
            known[slot] = style
            return style
        }
    }

    private func kind(of cell: Cell, format: NumberFormat) -> (Look.Value, places: Int) {
        switch cell.value {
        case .empty: (.empty, 0)
        case .text, .range: (.text, 0)
        case .number(let amount): (.number, format.places ?? amount.shownPlaces)
        case .percent(let amount): (.percent, format.places ?? amount.shownPlaces)
        case .points(let amount): (.points, format.places ?? amount.shownPlaces)
        case .rank(_, let count): (.rank(count), 0)
        case .day: (cell.storedNumber == nil ? .text : .day, 0)
        case .month: (cell.storedNumber == nil ? .text : .month, 0)
        }
    }

    private func resolve(_ look: Look) -> CellStyle {
        var style = CellStyle()
        style.numberFormat = numberFormat(of: look)
        style.alignment =
            switch look.alignment {
            case .leading: .leading
            case .centre: .centre
            case .trailing: .trailing
            }
        // A figure keeps off the unit that follows it.
        style.indent = look.alignment == .trailing ? 1 : look.indent
        if look.isLinked {
            style.colour = accent
            style.isUnderlined = look.column != .prose
        }
        switch look.surface {
        case .list(let wraps):
            style.wraps = wraps && look.column == .prose
            style.isAtTop = wraps
        case .ruled:
            style.border = .hair
            style.wraps = look.column == .prose || look.column == .text
        case .form:
            style.border = .thin
            style.wraps = look.column == .prose || look.column == .text
        }
        if look.value == .empty { style.colour = CellStyler.muted }
        switch look.row {
        case .body: break
        case .heading:
            style.isHeading = true
            style.background = look.surface == .form ? nil : Sheet.lightened(accent, by: 0.93)
            style.wraps = false
        case .columnNumbers:
            style.alignment = .centre
            style.indent = 0
            style.size = 9
        case .subtotal: style.isBold = true
        case .total:
            style.isBold = true
            if look.surface != .form { style.background = tint }
        }
        return style
    }

    private func numberFormat(of look: Look) -> String {
        switch look.value {
        case .empty: ""
        // Text is text even when somebody edits the cell.
        case .text: look.column == .code ? NumberFormatCode.text : ""
        case .number:
            NumberFormatCode.code(look.format, places: look.places, marks: look.marks, language: language)
        case .percent:
            NumberFormatCode.code(
                look.format, places: look.places, isPercent: true, marks: look.marks, language: language)
        case .points:
            NumberFormatCode.code(
                look.format, places: look.places, suffix: language == .chinese ? "个百分点" : " pp", marks: look.marks,
                language: language)
        case .rank(let count): NumberFormatCode.rank(of: count, marks: look.marks)
        case .day: NumberFormatCode.day
        case .month: NumberFormatCode.month
        }
    }
}
