import Reports

extension SheetWriter {
    /// The chart, and its title below it. The title of a figure stands under it, that of a table above.
    func write(
        _ chart: Chart, width: Int, height: Int, columns: ClosedRange<Int>, row: Int, captionRow: Int,
        chartData: inout ChartDataSheet
    ) throws(WorkbookError) {
        guard let table = context.report.table(chart.table) else { return }
        let resolved = chart.resolved(in: table, language: context.labels.language)
        guard !resolved.categories.isEmpty, !resolved.series.isEmpty else { return }
        let data = ChartData(chart: chart, table: table, plan: context.plan) ?? chartData.add(chart, table: table)
        let kind: SheetChart.Kind =
            switch chart.kind {
            case .bar: .bar
            case .column: .column
            case .line: .line
            case .stacked: .stackedColumn
            }
        let drawn = try SheetChart(kind, fontName: context.report.style.bodyFont, file: context.file)
        let format = chart.numberFormat(in: table)
        let hasFewFigures = resolved.categories.count * resolved.series.count <= 40
        for (index, series) in resolved.series.enumerated() {
            try drawn.addSeries(
                name: series.name, categories: data.categories, values: data.values[index], sheetName: data.sheet,
                colour: styler.palette[chart.colour(ofSeries: index) % styler.palette.count],
                labelFormat: hasFewFigures && chart.kind != .line ? format : nil)
        }
        let figures = resolved.series.flatMap(\.values).compactMap { $0 }
        drawn.finish(
            valueTitle: chart.valueAxis, valueFormat: format,
            countsInOnes: figures.allSatisfy { $0.exponent >= 0 && $0.double <= 8 },
            startsAtZero: figures.allSatisfy { !$0.isNegative })
        try sheet.insert(
            drawn, row: row, column: columns.lowerBound, width: width, height: height,
            description: chart.textAlternative)
        let style = try styler.style(.caption)
        try sheet.merge(CellRange(rows: captionRow...captionRow, columns: columns), style: style)
        try sheet.write(chart.title, row: captionRow, column: columns.lowerBound, style: style)
    }
}

extension Chart {
    /// How the chart's figures are written, after the first of them.
    func numberFormat(in table: Table) -> String {
        let key: String? =
            switch source {
            case .columns(let keys, _, _): keys.first
            case .rows(_, _, let keys): keys.first
            }
        guard let key, let index = table.index(ofColumn: key) else { return "General" }
        let column = table.columns[index]
        let isPercent = column.kind == .percent
        // As many decimals as a figure has: the format's own way says so with `General`.
        guard let places = column.format.places else { return isPercent ? "0.0%" : "General" }
        return NumberFormatCode.code(NumberFormat(grouping: true), places: places, isPercent: isPercent)
    }
}

/// The ranges that a chart draws.
struct ChartData {
    let sheet: String
    let categories: CellRange
    let values: [CellRange]

    init(sheet: String, categories: CellRange, values: [CellRange]) {
        self.sheet = sheet
        self.categories = categories
        self.values = values
    }

    /// The table's own cells, so that the chart follows when somebody corrects one; nil where a cell of the range holds
    /// text, for a dash or a range would be drawn as 0. In a list no data is a blank cell, which is not drawn.
    init?(chart: Chart, table: Table, plan: WorkbookPlan) {
        switch chart.source {
        case .columns(let keys, let labels, let span):
            guard let part = plan.part(ofTable: table.key, holding: span.range), !span.isEmpty,
                let label = table.index(ofColumn: labels)
            else { return nil }
            let columns = keys.compactMap { table.index(ofColumn: $0) }
            guard span.range.allSatisfy({ table.canBeDrawn(row: $0, columns: columns) }) else { return nil }
            let rows = part.sheetRow(of: span.start)...part.sheetRow(of: span.end - 1)
            func range(_ column: Int) -> CellRange {
                let first = part.spans[column].lowerBound
                return CellRange(rows: rows, columns: first...first)
            }
            self.init(sheet: part.sheet, categories: range(label), values: columns.map(range))
        case .rows(let positions, _, let keys):
            let columns = keys.compactMap { table.index(ofColumn: $0) }
            guard let first = columns.first, let last = columns.last, columns == Array(first...last),
                let top = positions.min(), let bottom = positions.max(),
                let part = plan.part(ofTable: table.key, holding: top..<(bottom + 1)), part.headerRows.count == 1,
                part.spans[first...last].allSatisfy({ $0.count == 1 }),
                positions.allSatisfy({ table.canBeDrawn(row: $0, columns: columns) })
            else { return nil }
            func range(_ row: Int) -> CellRange {
                CellRange(rows: row...row, columns: part.spans[first].lowerBound...part.spans[last].upperBound)
            }
            self.init(
                sheet: part.sheet, categories: range(part.headerRows.lowerBound),
                values: positions.map { range(part.sheetRow(of: $0)) })
        }
    }
}

extension RowSpan {
    fileprivate var isEmpty: Bool { count <= 0 }
}

extension Table {
    /// Whether each of the cells is a number, or a blank where the table leaves no data blank.
    fileprivate func canBeDrawn(row: Int, columns: [Int]) -> Bool {
        guard (0..<rows.count).contains(row) else { return false }
        let cells = rows[row]
        return columns.allSatisfy { cells[$0].storedNumber != nil || role == .data && cells[$0].isEmpty }
    }
}
