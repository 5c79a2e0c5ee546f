import Reports

/// The last sheet: the data of charts whose tables show a dash where there is no data. A dash would be drawn as 0; here no
/// data is a blank cell, which is not drawn. The sheet is seen and says what it is for, so that nobody wonders what a
/// report hides.
///
/// It also holds the headline figures that no other sheet shows, so that each has its defined name.
struct ChartDataSheet {
    private let sheet: String
    private let language: Language
    private var columns: [Column] = []
    private static let headerRow = 3

    private struct Column {
        var header: String
        var cells: [Cell]
        var isFirst = false
    }

    init(plan: WorkbookPlan) {
        sheet = plan.chartDataSheet
        language = plan.labels.language
    }

    /// Takes the chart's figures in and says where they will stand.
    mutating func add(_ chart: Chart, table: Table) -> ChartData {
        let (categories, series) = chart.resolved(in: table, language: language)
        let first = Self.headerRow + 1
        let rows = first...(first + categories.count - 1)
        func place(_ column: Column) -> CellRange {
            columns.append(column)
            return CellRange(rows: rows, columns: (columns.count - 1)...(columns.count - 1))
        }
        let isPercent = chart.drawsPercent(in: table)
        // A column left free parts one chart's data from the next.
        if !columns.isEmpty { columns.append(Column(header: "", cells: [])) }
        let categoryRange = place(
            Column(header: chart.title, cells: categories.map { .text($0) }, isFirst: true))
        let values = series.map { series in
            place(
                Column(
                    header: series.name,
                    cells: series.values.map { value in
                        value.map { isPercent ? .percent($0) : .number($0) } ?? .empty()
                    }))
        }
        return ChartData(sheet: sheet, categories: categoryRange, values: values)
    }

    /// Writes the sheet, where there is anything to write.
    func write(context: SheetContext) throws(WorkbookError) {
        let figures = context.report.figures.filter {
            DefinedName.isValid($0.key) && !context.isDefined($0.key)
        }
        guard !columns.isEmpty || !figures.isEmpty else { return }
        let sheet = try context.file.addSheet(sheet, isStreamed: false)
        var columns = columns
        if !figures.isEmpty {
            if !columns.isEmpty { columns.append(Column(header: "", cells: [])) }
            let labels = context.labels.figureColumns
            columns += [
                Column(header: labels[0], cells: figures.map { .text($0.label) }, isFirst: true),
                Column(header: labels[1], cells: figures.map(\.value)),
                Column(header: labels[2], cells: figures.map { .text($0.unit) }),
            ]
        }
        try sheet.setRow(0, height: 26)
        try sheet.write(self.sheet, row: 0, column: 0, style: try context.styler.style(.title))
        let note = figures.isEmpty ? context.labels.chartDataNote : context.labels.chartDataNoteWithFigures
        try sheet.write(note, row: 1, column: 0, style: try context.styler.style(.subtitle))
        let header = try context.styler.style(.header(isForm: false))
        for (index, column) in columns.enumerated() {
            let width = column.header.isEmpty ? 3.0 : column.isFirst ? 26 : 14
            try sheet.setColumns(index...index, width: width)
            guard !column.header.isEmpty else { continue }
            try sheet.write(column.header, row: Self.headerRow, column: index, style: header)
            for (row, cell) in column.cells.enumerated() {
                try write(cell, row: Self.headerRow + 1 + row, column: index, sheet: sheet)
            }
        }
        try sheet.setRow(Self.headerRow, height: 35)
        let firstFigure = columns.count - 2
        for (index, figure) in figures.enumerated() {
            let row = Self.headerRow + 1 + index
            try context.define(
                figure.key, sheet: sheet, range: CellRange(rows: row...row, columns: firstFigure...firstFigure))
        }
        let lastRow = Self.headerRow + (columns.map(\.cells.count).max() ?? 0)
        try sheet.setPage(
            PageSetup(
                isLandscape: true, footer: "&C" + context.labels.pageNumbers,
                repeatedRows: Self.headerRow...Self.headerRow,
                area: CellRange(rows: 0...lastRow, columns: 0...max(0, columns.count - 1))))
    }

    private func write(_ cell: Cell, row: Int, column: Int, sheet: Sheet) throws(WorkbookError) {
        if let number = cell.storedNumber {
            let isPercent = if case .percent = cell.value { true } else { false }
            let style = isPercent ? try sheet.file.style(CellStyle(numberFormat: "0.0%")) : nil
            try sheet.write(number, row: row, column: column, style: style)
        } else if !cell.isEmpty {
            try sheet.write(cell.displayText(language: language), row: row, column: column, style: nil)
        }
    }
}

extension Chart {
    fileprivate func drawsPercent(in table: Table) -> Bool {
        switch source {
        case .columns(let keys, _, _), .rows(_, _, let keys):
            keys.first.flatMap { table.index(ofColumn: $0) }.map { table.columns[$0].kind == .percent } ?? false
        }
    }
}
