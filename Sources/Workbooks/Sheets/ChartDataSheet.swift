import Reports

/// A hidden sheet with the data of charts whose tables show dashes: here no data is a blank cell, which is not drawn.
///
/// It also holds the headline figures that no other sheet shows, so that each has its defined name.
struct HelperSheet {
    private let sheet: String
    private let language: Language
    private var columns: [(cells: [Cell], format: NumberFormat)] = []
    private let firstRow = 1

    init(plan: WorkbookPlan) {
        sheet = plan.helperSheet
        language = plan.labels.language
    }

    /// Takes the chart's figures in and says where they will stand.
    mutating func add(_ chart: Chart, table: Table) -> ChartData {
        let (categories, series) = chart.resolved(in: table, language: language)
        let rows = firstRow...(firstRow + categories.count - 1)
        func place(_ title: String, _ cells: [Cell]) -> CellRange {
            let column = columns.count
            columns.append(([.text(title)] + cells, NumberFormat()))
            return CellRange(rows: rows, columns: column...column)
        }
        let isPercent = chart.drawsPercent(in: table)
        let categoryRange = place(chart.title, categories.map { .text($0) })
        let values = series.map { series in
            place(
                series.name,
                series.values.map { value in
                    value.map { isPercent ? .percent($0) : .number($0) } ?? .empty()
                })
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
        sheet.hide()
        for (column, data) in columns.enumerated() {
            for (row, cell) in data.cells.enumerated() { try write(cell, row: row, column: column, sheet: sheet) }
        }
        let first = columns.count
        for (index, figure) in figures.enumerated() {
            let row = index + firstRow
            if index == 0 { try sheet.write(context.labels.figuresTitle, row: 0, column: first, style: nil) }
            try sheet.write(figure.label, row: row, column: first, style: nil)
            try write(figure.value, row: row, column: first + 1, sheet: sheet)
            try sheet.write(figure.unit, row: row, column: first + 2, style: nil)
            let range = CellRange(rows: row...row, columns: (first + 1)...(first + 1))
            try context.define(figure.key, sheet: sheet, range: range)
        }
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
