import Reports

extension SheetWriter {
    /// Title, header, body, notes and, for a printed form, the line for signatures.
    mutating func write(_ part: WorkbookPlan.TablePart) throws(WorkbookError) {
        if let row = part.titleRow { try writeTitle(of: part, row: row) }
        let surface = surface(of: part)
        let isTable = !sheet.isStreamed && part.table.role == .data && !part.rows.isEmpty
        if part.headerRows.count == 1 {
            try writeSingleHeader(of: part)
        } else {
            try writeHeader(of: part)
        }
        var runs = BodyRuns()
        if part.rows.isEmpty {
            let style = try styler.style(.note)
            try sheet.write(context.labels.noRows, row: part.bodyRow, column: 0, style: style)
        } else {
            runs = try writeBody(of: part, surface: surface)
        }
        try addFilters(to: part, runs: runs, asTable: isTable && runs.isUniform)
        try addVisuals(to: part, runs: runs)
        try addChoices(to: part, runs: runs)
        for (index, column) in part.table.columns.enumerated() where column.kind == .code && !part.rows.isEmpty {
            codeRanges.append(part.bodyRange(columns: part.spans[index]))
        }
        if part.isLast { try writeNotes(of: part) }
    }

    private func surface(of part: WorkbookPlan.TablePart) -> CellStyler.Surface {
        if part.table.layout.isForm { return .form }
        return part.table.role == .display && !sheet.isStreamed ? .ruled : .list(wraps: !sheet.isStreamed)
    }

    // MARK: Above the body

    private func writeTitle(of part: WorkbookPlan.TablePart, row: Int) throws(WorkbookError) {
        let isForm = part.table.layout.isForm
        try sheet.setRow(row, height: isForm ? 30 : 22)
        let style = try styler.style(isForm ? .formTitle : .tableTitle)
        if isForm, part.columns.count > 1 {
            try sheet.merge(CellRange(rows: row...row, columns: part.columns), style: style)
        }
        try sheet.write(part.table.title, row: row, column: 0, style: style)
        if let unit = part.table.unitLine, part.columns.count > 1 {
            let style = try styler.style(.unitLine)
            try sheet.write(unit, row: row, column: part.columns.upperBound, style: style)
        }
        for (index, line) in part.table.head.enumerated() {
            let parts = line.split(separator: "\t").map(String.init)
            guard let first = parts.first else { continue }
            try sheet.write(
                first, row: row + 1 + index, column: 0, style: try styler.style(.formHead(isTrailing: false)))
            guard parts.count > 1, let last = parts.last else { continue }
            try sheet.write(
                last, row: row + 1 + index, column: part.columns.upperBound,
                style: try styler.style(.formHead(isTrailing: true)))
        }
    }

    private func writeSingleHeader(of part: WorkbookPlan.TablePart) throws(WorkbookError) {
        let row = part.headerRows.lowerBound
        let style = try styler.style(.header(isForm: part.table.layout.isForm))
        let labels = part.headers
        var lines = 1
        for (index, label) in labels.enumerated() {
            lines = max(lines, ColumnGrid.lines(of: label, width: grid.width(of: part.spans[index])))
        }
        try sheet.setRow(row, height: Double(min(lines, 6)) * 15 + 5)
        for (index, label) in labels.enumerated() {
            let span = part.spans[index]
            if span.count > 1 { try sheet.merge(CellRange(rows: row...row, columns: span), style: style) }
            try sheet.write(label, row: row, column: span.lowerBound, style: style)
        }
    }

    /// A header of several lines: equal neighbours are joined, short headers stretch down.
    private func writeHeader(of part: WorkbookPlan.TablePart) throws(WorkbookError) {
        let style = try styler.style(.header(isForm: part.table.layout.isForm))
        let first = part.headerRows.lowerBound
        let depth = part.headerRows.count
        let groups = HeaderGroup.groups(of: part.table.columns, depth: depth)
        // A row is as high as the longest label that stands in it alone.
        var lines = Array(repeating: 1, count: depth)
        for group in groups where group.levels.count == 1 {
            let width = group.columns.reduce(0) { $0 + grid.width(of: part.spans[$1]) }
            let level = group.levels.lowerBound
            lines[level] = max(lines[level], ColumnGrid.lines(of: group.text, width: width))
        }
        for (level, lines) in lines.enumerated() {
            try sheet.setRow(first + level, height: Double(lines) * 15 + 5)
        }
        for group in groups {
            let columns =
                part.spans[group.columns.lowerBound].lowerBound...part.spans[group.columns.upperBound].upperBound
            let rows = (first + group.levels.lowerBound)...(first + group.levels.upperBound)
            try sheet.merge(CellRange(rows: rows, columns: columns), style: style)
            try sheet.write(group.text, row: rows.lowerBound, column: columns.lowerBound, style: style)
        }
    }

    // MARK: Body

    private mutating func writeBody(
        of part: WorkbookPlan.TablePart, surface: CellStyler.Surface
    ) throws(WorkbookError) -> BodyRuns {
        var runs = BodyRuns()
        var plain = part.table.columns.map { CellStyler.PlainStyles(column: $0, surface: surface) }
        let isSimple = part.spans.allSatisfy { $0.count == 1 }
        let wraps = !sheet.isStreamed
        for position in part.rows {
            let row = part.table.rows[position]
            let sheetRow = part.sheetRow(of: position)
            runs.append(row, sheetRow: sheetRow)
            let height = wraps ? rowHeight(of: row, in: part) : nil
            if row.level > 0 || height != nil { try sheet.setRow(sheetRow, height: height, level: row.level) }
            let mayBePlain = isSimple && row.kind == .body && row.indent + row.level == 0
            let rowLink = part.linksOnlyRowHeaders ? row.headerLink : nil
            for index in plain.indices {
                if mayBePlain, rowLink == nil || index > 0, index < row.cells.count,
                    row.cells[index].isPlain(apartFromLink: part.linksOnlyRowHeaders),
                    try writePlain(row.cells[index].value, row: sheetRow, column: index, styles: &plain[index])
                {
                    continue
                }
                let link = part.linksOnlyRowHeaders ? (index == 0 ? rowLink : nil) : row[index].link
                try write(row, position: position, column: index, link: link, surface: surface, in: part)
            }
        }
        return runs
    }

    /// The height of a row whose sentences take several lines, for not every program finds it by itself; nil for one line.
    private func rowHeight(of row: Row, in part: WorkbookPlan.TablePart) -> Double? {
        guard row.kind != .heading else { return nil }
        var lines = 1
        for (index, column) in part.table.columns.enumerated() {
            let wraps = column.kind == .prose || (column.kind == .text && part.table.role == .display)
            guard wraps, case .text(let text) = row[index].value else { continue }
            let indent = index == 0 ? Double((row.indent + row.level) * 2) : 0
            lines = max(lines, ColumnGrid.lines(of: text, width: grid.width(of: part.spans[index]) - indent))
        }
        guard lines > 1 else { return nil }
        return min(Double(min(lines, SheetWriter.mostLines)) * 15 + 2, Sheet.maximumRowHeight)
    }

    /// A longer sentence is read in the cell's own field.
    private static let mostLines = 8

    /// Writes a cell that is nothing but its value, if it is of a kind that most are; else says false.
    private func writePlain(
        _ value: Cell.Value, row: Int, column: Int, styles: inout CellStyler.PlainStyles
    ) throws(WorkbookError) -> Bool {
        switch value {
        case .text(let text):
            try sheet.write(text, row: row, column: column, style: try styles.text(styler))
        case .number(let amount):
            try sheet.write(amount.double, row: row, column: column, style: try styles.number(amount, styler))
        case .day(let day) where day >= Day.firstCounted:
            try sheet.write(Double(day.serialNumber), row: row, column: column, style: try styles.day(day, styler))
        default: return false
        }
        return true
    }

    private mutating func write(
        _ row: Row, position: Int, column index: Int, link: Link?, surface: CellStyler.Surface,
        in part: WorkbookPlan.TablePart
    ) throws(WorkbookError) {
        let cell = row[index]
        let column = part.table.columns[index]
        let sheetRow = part.sheetRow(of: position)
        let span = part.spans[index]
        let style = try styler.style(
            for: cell, column: column, row: row, indent: index == 0 ? row.indent + row.level : 0, isLinked: link != nil,
            surface: surface)
        if span.count > 1 {
            try sheet.merge(CellRange(rows: sheetRow...sheetRow, columns: span), style: style)
        }
        if let link { try writeLink(link, row: sheetRow, column: span.lowerBound, style: style) }
        try write(cell, column: column, row: sheetRow, sheetColumn: span.lowerBound, style: style, in: part)
        if cell.formula != nil {
            let formula = LiveFormula(part: part, row: position, column: index, cells: row)
            if let expression = formula.expression, let result = cell.storedNumber {
                try sheet.write(
                    formula: expression, result: result, row: sheetRow, column: span.lowerBound, style: style)
            }
        }
    }

    private func write(
        _ cell: Cell, column: Column, row: Int, sheetColumn: Int, style: WorkbookFile.Style,
        in part: WorkbookPlan.TablePart
    ) throws(WorkbookError) {
        if case .text(let text) = cell.value {
            try sheet.write(text, row: row, column: sheetColumn, style: style)
        } else if let number = cell.storedNumber {
            try sheet.write(number, row: row, column: sheetColumn, style: style)
        } else if !cell.isEmpty || part.table.role == .display {
            let text = cell.displayText(format: column.format, language: context.labels.language)
            try sheet.write(text, row: row, column: sheetColumn, style: style)
        } else if !sheet.isStreamed {
            try sheet.writeBlank(row: row, column: sheetColumn, style: style)
        }
        if let name = cell.name {
            try context.define(
                name, sheet: sheet, range: CellRange(rows: row...row, columns: sheetColumn...sheetColumn))
        }
        // A remark on a figure shows itself; the reason for a dash, of which there may be very many, when it is selected.
        if let note = cell.note, !sheet.isStreamed, part.table.role == .display {
            if cell.isEmpty {
                try sheet.prompt(note, row: row, column: sheetColumn)
            } else {
                try sheet.comment(note, row: row, column: sheetColumn)
            }
        }
    }

    // MARK: Around the body

    private mutating func addFilters(
        to part: WorkbookPlan.TablePart, runs: BodyRuns, asTable: Bool
    ) throws(WorkbookError) {
        guard let lastRow = runs.lastRow else { return }
        // Filters sort and hide what lies under the lowest line of the header; totals stay.
        let range = CellRange(rows: part.headerRows.upperBound...lastRow, columns: part.columns)
        if asTable {
            try sheet.addTable(
                range, name: context.claimTableName(part.table.key), headers: part.headers,
                headerStyle: try styler.style(.header(isForm: false)))
        } else if !hasFilter, part.table.layout.hasFilters || part.table.role == .data,
            part.spans.allSatisfy({ $0.count == 1 })
        {
            hasFilter = true
            try sheet.filter(range)
        }
    }

    private func addVisuals(to part: WorkbookPlan.TablePart, runs: BodyRuns) throws(WorkbookError) {
        guard let rows = runs.comparable, rows.count > 1 else { return }
        for (index, column) in part.table.columns.enumerated() {
            let range = CellRange(rows: rows, columns: part.spans[index].lowerBound...part.spans[index].lowerBound)
            switch column.visual {
            case .none: break
            case .dataBar: try sheet.addDataBars(range, colour: styler.accent)
            case .colourScale: try sheet.addColourScale(range, colour: styler.accent)
            }
        }
    }

    /// Lets people choose where a column is filled in by hand.
    private func addChoices(to part: WorkbookPlan.TablePart, runs: BodyRuns) throws(WorkbookError) {
        guard let lastRow = runs.lastRow else { return }
        for (index, column) in part.table.columns.enumerated() where !column.choices.isEmpty {
            let column = part.spans[index].lowerBound
            try sheet.offer(
                part.table.columns[index].choices, remark: part.table.columns[index].meaning ?? "",
                in: CellRange(rows: part.bodyRow...lastRow, columns: column...column))
        }
    }

    private mutating func writeNotes(of part: WorkbookPlan.TablePart) throws(WorkbookError) {
        var row = part.bodyRow + max(1, part.rows.count)
        for (index, note) in part.table.notes.enumerated() {
            let mark = context.labels.noteMark
            let needsMark = index == 0 && !note.hasPrefix(mark)
            try write(needsMark ? mark + note : note, style: .note, lineHeight: 13, row: row)
            row += 1
        }
        if part.table.layout.isForm {
            try sheet.setRow(row + 1, height: 20)
            try sheet.write(context.labels.signatures, row: row + 1, column: 0, style: try styler.style(.signature))
        }
    }
}

extension WorkbookPlan.TablePart {
    fileprivate func bodyRange(columns: ClosedRange<Int>) -> CellRange {
        CellRange(rows: bodyRow...sheetRow(of: rows.upperBound - 1), columns: columns)
    }

    /// The headers on one line, made unique without regard to case as tables want them.
    fileprivate var headers: [String] {
        var taken: Set<String> = []
        return table.columns.enumerated().map { index, column in
            let base = column.label.isEmpty ? CellRange.columnName(index) : String(column.label.prefix(200))
            var label = base
            var number = 2
            while !taken.insert(label.lowercased()).inserted {
                label = "\(base) (\(number))"
                number += 1
            }
            return label
        }
    }
}

extension Row {
    /// Where the row as a whole leads when its cells cannot: the first cell's own target, else everything its figures
    /// were made from, as far as that lies in one table.
    fileprivate var headerLink: Link? {
        if let own = cells.first?.link { return own }
        var result: Link?
        for link in cells.lazy.compactMap(\.link) {
            switch (result, link) {
            case (nil, _): result = link
            case (.rows(let table, let span), .rows(let other, let more)) where table == other:
                let start = min(span.start, more.start)
                result = .rows(table: table, RowSpan(start: start, count: max(span.end, more.end) - start))
            default: break
            }
        }
        return result
    }
}

extension Cell {
    /// Whether the cell is nothing but its value.
    fileprivate func isPlain(apartFromLink ignoresLink: Bool) -> Bool {
        isBare || (link == nil || ignoresLink) && formula == nil && name == nil && note == nil && marks.isPlain
    }
}

/// Which rows of a body may be compared with each other by size.
struct BodyRuns {
    /// Whether all rows are plain ones, as a table object wants them.
    private(set) var isUniform = true
    /// The last row that is neither a heading nor a total.
    private(set) var lastRow: Int?
    private var first: Int?
    private var last: Int?
    private var isContiguous = true

    mutating func append(_ row: Row, sheetRow: Int) {
        guard row.kind == .body else {
            isUniform = false
            return
        }
        lastRow = sheetRow
        first = first ?? sheetRow
        if let last, last + 1 != sheetRow { isContiguous = false }
        last = sheetRow
    }

    /// The rows of figures, where they stand together: totals would dwarf them.
    var comparable: ClosedRange<Int>? {
        guard isContiguous, let first, let last else { return nil }
        return first...last
    }
}

/// Cells of a header of several lines that are joined into one.
struct HeaderGroup {
    let text: String
    let columns: ClosedRange<Int>
    let levels: ClosedRange<Int>

    /// The groups from top to bottom and left to right. Equal neighbours under one parent belong together; the last line
    /// of a short header stretches down.
    static func groups(of columns: [Column], depth: Int) -> [HeaderGroup] {
        var groups: [HeaderGroup] = []
        for level in 0..<depth {
            var start = 0
            while start < columns.count {
                let header = columns[start].header
                var end = start
                if level + 1 < header.count {
                    while end + 1 < columns.count,
                        columns[end + 1].header.prefix(level + 1) == header.prefix(level + 1),
                        level + 1 < columns[end + 1].header.count
                    { end += 1 }
                }
                if level < header.count || (level == 0 && header.isEmpty) {
                    let bottom = level + 1 >= header.count ? depth - 1 : level
                    let text = level < header.count ? header[level] : ""
                    groups.append(HeaderGroup(text: text, columns: start...end, levels: level...bottom))
                }
                start = end + 1
            }
        }
        return groups
    }
}
