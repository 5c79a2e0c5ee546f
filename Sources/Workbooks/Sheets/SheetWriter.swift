import Reports
import Scanning

/// Writes one sheet as it was planned.
struct SheetWriter {
    let plan: WorkbookPlan.SheetPlan
    let sheet: Sheet
    let context: SheetContext
    /// Links on the sheet so far.
    var links = 0
    /// Ranges of codes, which look like numbers and are none.
    var codeRanges: [CellRange] = []
    var hasFilter = false

    init(plan: WorkbookPlan.SheetPlan, sheet: Sheet, context: SheetContext) {
        self.plan = plan
        self.sheet = sheet
        self.context = context
    }

    var styler: CellStyler { context.styler }
    var grid: ColumnGrid { plan.grid }

    mutating func write(chartData: inout ChartDataSheet) throws(WorkbookError) {
        for (column, width) in grid.widths.enumerated() {
            try sheet.setColumns(column...column, width: width)
        }
        for (row, item) in plan.items {
            switch item {
            case .heading(let title, let subtitle): try write(title: title, subtitle: subtitle, row: row)
            case .text(let sentence, let isFinding): try write(sentence, isFinding: isFinding, row: row)
            case .cards(let figures): try write(cards: figures, row: row)
            case .table(let part): try write(part)
            case .chart(let chart, let width, let height, let columns, let captionRow):
                try write(
                    chart, width: width, height: height, columns: columns, row: row, captionRow: captionRow,
                    chartData: &chartData)
            }
        }
        if !codeRanges.isEmpty { try sheet.allowDigitsAsText(codeRanges) }
        try finish()
    }

    // MARK: Headings and text

    private static let logoHeight = 44.0

    private func write(title: String, subtitle: String, row: Int) throws(WorkbookError) {
        try sheet.setRow(row, height: 26)
        // The office's logo stands once, at the right of the first sheet's title.
        if sheet.name == context.plan.sheets.first?.name, let logo = context.report.style.logo,
            let size = PictureSize.pixels(of: logo), size.height > 0
        {
            try sheet.insert(
                image: logo, row: row, column: max(0, grid.textColumns.upperBound - 1),
                scale: min(1, SheetWriter.logoHeight / Double(size.height)))
        }
        try sheet.write(title, row: row, column: 0, style: try styler.style(.title))
        try sheet.write(subtitle, row: row + 1, column: 0, style: try styler.style(.subtitle))
    }

    private mutating func write(_ sentence: Sentence, isFinding: Bool, row: Int) throws(WorkbookError) {
        let text = isFinding ? "● " + sentence.text : sentence.text
        let lineHeight = isFinding ? 17.0 : 15.0
        try write(
            text, style: isFinding ? .finding : .paragraph, lineHeight: lineHeight, row: row, link: sentence.link)
    }

    /// A text over the width of the page, as high as its lines.
    mutating func write(
        _ text: String, style piece: CellStyler.Piece, lineHeight: Double, row: Int, link: Link? = nil
    ) throws(WorkbookError) {
        let columns = grid.textColumns
        let style = try styler.style(piece)
        let lines = ColumnGrid.lines(of: text, width: grid.width(of: columns))
        try sheet.setRow(row, height: min(Sheet.maximumRowHeight, Double(lines) * lineHeight + 3))
        try sheet.merge(CellRange(rows: row...row, columns: columns), style: style)
        try writeLink(link, row: row, column: 0, style: style)
        try sheet.write(text, row: row, column: columns.lowerBound, style: style)
    }

    /// Makes the cell lead where the link says, where the workbook shows that and the sheet still has links to give.
    mutating func writeLink(
        _ link: Link?, row: Int, column: Int, style: WorkbookFile.Style
    ) throws(WorkbookError) {
        guard let link, links < SheetLimit.links, let target = context.plan.target(of: link) else { return }
        links += 1
        try sheet.link(to: target.range, of: target.sheet, row: row, column: column, style: style)
    }

    // MARK: Cards

    private mutating func write(cards figures: [Figure], row: Int) throws(WorkbookError) {
        for (offset, height) in [20.0, 32, 18, 10].enumerated() { try sheet.setRow(row + offset, height: height) }
        for (index, figure) in figures.enumerated() {
            let columns =
                grid.isDashboard ? ColumnGrid.cardColumns(index) : grid.textColumns
            try write(figure, row: row, columns: columns)
        }
    }

    private mutating func write(_ figure: Figure, row: Int, columns: ClosedRange<Int>) throws(WorkbookError) {
        let column = columns.lowerBound
        func range(_ row: Int) -> CellRange { CellRange(rows: row...row, columns: columns) }
        let label = try styler.style(.cardLabel)
        try sheet.merge(range(row), style: label)
        try sheet.write(figure.label, row: row, column: column, style: label)

        let value = try styler.style(.cardValue(numberFormat: numberFormat(of: figure)))
        try sheet.merge(range(row + 1), style: value)
        try writeLink(figure.value.link, row: row + 1, column: column, style: value)
        if let number = figure.value.storedNumber {
            try sheet.write(number, row: row + 1, column: column, style: value)
        } else {
            let text = figure.value.displayText(format: figure.format, language: context.labels.language)
            let unit = figure.value.isEmpty ? "" : " " + figure.unit
            try sheet.write(text + unit, row: row + 1, column: column, style: value)
        }
        if let note = figure.value.note { try sheet.prompt(note, row: row + 1, column: column) }
        try context.define(
            figure.key, sheet: sheet, range: CellRange(rows: (row + 1)...(row + 1), columns: column...column))

        let change = try styler.style(.cardChange)
        try sheet.merge(range(row + 2), style: change)
        try sheet.write(changeLine(of: figure), row: row + 2, column: column, style: change)
    }

    private func numberFormat(of figure: Figure) -> String {
        let unit = figure.unit.isEmpty ? "" : " " + figure.unit
        let language = context.labels.language
        let marks = figure.value.marks
        return switch figure.value.value {
        case .number(let amount):
            NumberFormatCode.code(
                figure.format, places: figure.format.places ?? amount.shownPlaces, suffix: unit, marks: marks,
                language: language)
        case .percent(let amount):
            NumberFormatCode.code(
                figure.format, places: figure.format.places ?? amount.shownPlaces, isPercent: true, marks: marks,
                language: language)
        case .points(let amount):
            NumberFormatCode.code(
                figure.format, places: figure.format.places ?? amount.shownPlaces,
                suffix: language == .chinese ? "个百分点" : " pp", marks: marks, language: language)
        case .rank(_, let count): NumberFormatCode.rank(of: count, marks: marks)
        case .day: NumberFormatCode.day
        case .month: NumberFormatCode.month
        case .empty, .text, .range: ""
        }
    }

    /// `2026-04　较上期 +12（+3.4%）　位次 2 / 5`, of which what is not known is left out.
    private func changeLine(of figure: Figure) -> String {
        let language = context.labels.language
        let signed = NumberFormat(showsPlus: true)
        var parts = [figure.period].filter { !$0.isEmpty }
        if !figure.change.isEmpty {
            var text = context.labels.againstLast + figure.change.displayText(format: signed, language: language)
            if !figure.changeRate.isEmpty {
                let rate = NumberFormat(places: 1, showsPlus: true)
                text += "（" + figure.changeRate.displayText(format: rate, language: language) + "）"
            }
            parts.append(text)
        }
        if !figure.rank.isEmpty {
            parts.append(context.labels.place + figure.rank.displayText(language: language))
        }
        return parts.joined(separator: "　")
    }

    // MARK: The sheet as a whole

    /// Per cent of the size on the screen, and characters that a page then surely holds: fonts differ in width.
    private static let (scaleOfPart, widestPart) = (62, 160.0)

    /// Columns that begin a page of a sheet that goes over several: columns under one header stay on one page.
    private func columnBreaks(of part: WorkbookPlan.TablePart, repeating repeated: ClosedRange<Int>?) -> [Int] {
        let repeatedWidth = repeated.map { grid.width(of: $0) } ?? 0
        var breaks: [Int] = []
        var used = 0.0
        var index = 0
        while index < part.table.columns.count {
            let group = part.table.headerGroup(at: index)
            let columns = part.spans[group.lowerBound].lowerBound...part.spans[group.upperBound - 1].upperBound
            let width = grid.width(of: columns)
            let first = columns.lowerBound
            if used > 0, used + width > SheetWriter.widestPart, first > (repeated?.upperBound ?? -1) {
                breaks.append(first)
                used = repeatedWidth
            }
            used += width
            index = group.upperBound
        }
        return breaks
    }

    /// More than this on one page is too small to be read: about two thirds of the size on the screen.
    private static let widestPage = 190.0

    /// As many rows as stand on a page at least.
    private static let rowsOnPage = 35

    private func finish() throws(WorkbookError) {
        let parts = plan.tableParts
        let isList = parts.first?.titleRow == nil && !parts.isEmpty
        if !isList { sheet.hideGridLines() }
        sheet.putSummariesFirst()
        // Only the header of a sheet's one table can stay in view, and only near the top.
        if parts.count == 1, let part = parts.first {
            let bottom = part.headerRows.upperBound + 1
            let frozen = min(part.table.layout.frozenColumns, part.spans.count)
            let column = frozen > 0 ? part.spans[frozen - 1].upperBound + 1 : 0
            if bottom <= 10 { try sheet.freeze(row: bottom, column: column) }
        }
        let about = context.report.about
        var page = PageSetup()
        page.isLandscape =
            (!grid.isDashboard && grid.totalWidth > 100)
            || parts.contains { $0.table.layout.orientation == .landscape }
        if !parts.allSatisfy(\.table.layout.fitsPageWidth) {
            page.pagesWide = max(1, Int((grid.totalWidth / SheetWriter.widestPage).rounded(.up)))
        }
        page.header = PageSetup.text("&R", about.title)
        page.footer =
            PageSetup.text("&L", context.report.style.footer ?? about.organisation ?? about.generator)
            + "&C" + context.labels.pageNumbers + PageSetup.text("&R", plan.name)
        // Above the charts that follow a table of one page its header would say nothing.
        let hasCharts = plan.items.contains { if case .chart = $0.item { true } else { false } }
        if let part = parts.first, parts.count == 1, part.table.layout.repeatsHeader,
            !hasCharts || part.rows.count > SheetWriter.rowsOnPage
        {
            page.repeatedRows = part.headerRows
        }
        if page.pagesWide > 1, let part = parts.first, part.table.layout.frozenColumns > 0, !part.spans.isEmpty {
            page.repeatedColumns =
                0...part.spans[min(part.table.layout.frozenColumns, part.spans.count) - 1].upperBound
        }
        if page.pagesWide > 1, let part = parts.first {
            // Where the pages part is said and not found by fitting, so that what stands under one header stays together.
            page.columnBreaks = columnBreaks(of: part, repeating: page.repeatedColumns)
            page.scale = SheetWriter.scaleOfPart
        }
        page.breaks = plan.pageBreaks(pageHeight: page.isLandscape ? 640 : 940)
        let lastColumn = max(grid.textColumns.upperBound, parts.map(\.columns.upperBound).max() ?? 0)
        page.area = CellRange(rows: 0...max(0, min(plan.endRow, SheetLimit.rows) - 1), columns: 0...lastColumn)
        try sheet.setPage(page)
    }
}

extension PageSetup {
    /// A section of a header or footer, short enough for the format's 255 characters with its neighbours.
    fileprivate static func text(_ section: String, _ text: String) -> String {
        section
            + String(text.prefix(50)).split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
    }
}

extension ColumnGrid {
    /// The columns of a card on a dashboard: two for text, with a narrow gap kept by the third's border.
    static func cardColumns(_ index: Int) -> ClosedRange<Int> {
        let first = index * dashboardCardColumns
        return first...(first + dashboardCardColumns - 1)
    }
}
