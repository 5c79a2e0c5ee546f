import Reports

/// Places the blocks of one section under each other, on one sheet or, for a ledger with too many rows, on several.
struct SectionLayout {
    let section: Section
    let plan: WorkbookPlan
    let limits: WorkbookWriter.Limits
    private(set) var sheets: [WorkbookPlan.SheetPlan]
    private(set) var remarks: [String] = []
    private let grid: ColumnGrid
    private let isStreamed: Bool
    private var row = 0

    init(section: Section, name: String, plan: WorkbookPlan, limits: WorkbookWriter.Limits) {
        self.section = section
        self.plan = plan
        self.limits = limits
        grid = ColumnGrid(of: section, labels: plan.labels)
        let cells = section.blocks.reduce(0) { cells, block in
            guard case .table(let table) = block else { return cells }
            return cells + table.rows.count * table.columns.count
        }
        isStreamed = cells > limits.cellsInMemory
        sheets = [WorkbookPlan.SheetPlan(name: name, isStreamed: isStreamed, grid: grid)]
    }

    /// A section that is one list for filters and other programs: it begins with its header in the first row.
    private var isList: Bool {
        guard case .table(let table)? = section.blocks.first, table.role == .data else { return false }
        return section.blocks.dropFirst().allSatisfy { if case .paragraphs = $0 { true } else { false } }
    }

    mutating func place(names: inout SheetNames) {
        if isStreamed { remarks.append(plan.labels.streamed(sheets[0].name)) }
        if !isList { placeHeading() }
        for (index, block) in section.blocks.enumerated() {
            switch block {
            case .cards(let keys): place(cards: keys)
            case .findings(let sentences): place(sentences, isFinding: true)
            case .paragraphs(let sentences): place(sentences, isFinding: false)
            case .table(let table): place(table, names: &names)
            case .chart(let chart): place(chart, at: index)
            }
        }
        sheets[sheets.count - 1].endRow = row
    }

    private mutating func add(_ item: WorkbookPlan.Item, rows: Int) {
        sheets[sheets.count - 1].items.append((row, item))
        row += rows
    }

    private mutating func placeHeading() {
        let about = plan.report.about
        let subtitle = [about.title, about.subtitle, about.organisation].compactMap { $0 }.joined(separator: "　")
        add(.heading(title: section.title, subtitle: subtitle), rows: 3)
    }

    private mutating func place(_ sentences: [Sentence], isFinding: Bool) {
        for sentence in sentences { add(.text(sentence, isFinding: isFinding), rows: 1) }
        if !sentences.isEmpty { row += 1 }
    }

    private mutating func place(cards keys: [String]) {
        let figures = keys.compactMap(plan.report.figure)
        let perRow = grid.isDashboard ? ColumnGrid.dashboardColumns / ColumnGrid.dashboardCardColumns : 1
        for start in stride(from: 0, to: figures.count, by: perRow) {
            add(.cards(Array(figures[start..<min(start + perRow, figures.count)])), rows: 4)
        }
    }

    // MARK: Tables

    private mutating func place(_ table: Table, names: inout SheetNames) {
        let titleRows = isList ? 0 : 1 + table.head.count
        let headerRows = isStreamed || table.role == .data ? 1 : table.headerDepth
        let linksOnlyRowHeaders = estimatedLinks(in: table) > SheetLimit.links
        if linksOnlyRowHeaders { remarks.append(plan.labels.fewerLinks(sheets[0].name)) }
        // Room for notes and a signature line under the last part.
        let room = limits.rowsOnSheet - table.notes.count - 4
        var start = 0
        repeat {
            let bodyRow = row + titleRows + headerRows
            let end = min(table.rows.count, start + max(1, room - bodyRow))
            let isLast = end == table.rows.count
            let part = WorkbookPlan.TablePart(
                table: table, sheet: sheets[sheets.count - 1].name, rows: start..<end,
                titleRow: titleRows == 0 ? nil : row,
                headerRows: (row + titleRows)...(row + titleRows + headerRows - 1),
                bodyRow: bodyRow, spans: grid.spans(for: table, language: plan.labels.language), isLast: isLast,
                linksOnlyRowHeaders: linksOnlyRowHeaders)
            let under = isLast ? table.notes.count + (table.layout.isForm ? 2 : 0) + 1 : 0
            // An empty table has one line that says so.
            add(.table(part), rows: titleRows + headerRows + max(1, end - start) + under)
            start = end
            if !isLast { continueOnNextSheet(names: &names) }
        } while start < table.rows.count
        if sheets.count > 1 {
            remarks.append(plan.labels.continued(sheets[0].name, on: sheets.dropFirst().map(\.name)))
        }
    }

    private mutating func continueOnNextSheet(names: inout SheetNames) {
        sheets[sheets.count - 1].endRow = row
        sheets.append(WorkbookPlan.SheetPlan(name: names.claim(sheets[0].name), isStreamed: isStreamed, grid: grid))
        row = 0
    }

    /// Links in the table, from its first rows where there are too many to look at all.
    private func estimatedLinks(in table: Table) -> Int {
        let rows = table.rows.count
        guard rows > 0, rows * table.columns.count > SheetLimit.links else { return 0 }
        let sample = min(rows, 200)
        let links = (0..<sample).reduce(0) { $0 + table.rows[$1].cells.count { $0.link != nil } }
        return links * (rows / sample) + links
    }

    // MARK: Charts

    /// Charts that follow each other stand side by side as far as the sheet is wide, all of a row equally high.
    private mutating func place(_ chart: Chart, at index: Int) {
        let position = chartsBefore(index)
        let slots = grid.chartSlots
        let first = index - position % slots.count
        let row = (first..<(first + slots.count)).prefix { self.chart($0) != nil }.compactMap(self.chart)
        let isFirst = index == first
        if isFirst { chartRow = self.row }
        // A chart alone in its row may have all the width that text has.
        let columns = row.count == 1 && !grid.goesOverPages ? grid.textColumns : slots[position % slots.count]
        let height = row.map(chartHeight).max() ?? 0
        let rowsTaken = SectionLayout.rows(ofHeight: height)
        let width = Int(grid.width(of: columns) * 7.5) - 8
        let item = WorkbookPlan.Item.chart(
            chart, width: width, height: height, columns: columns, captionRow: chartRow + rowsTaken)
        sheets[sheets.count - 1].items.append((chartRow, item))
        self.row = chartRow + rowsTaken + 2
    }

    static let pixelsPerRow = 20
    /// Rows under a chart of so many pixels.
    static func rows(ofHeight height: Int) -> Int { height / pixelsPerRow + 1 }

    /// Where the charts of the current row stand.
    private var chartRow = 0

    private func chart(_ index: Int) -> Chart? {
        guard section.blocks.indices.contains(index), case .chart(let chart) = section.blocks[index] else { return nil }
        return chart
    }

    /// How many charts stand immediately before.
    private func chartsBefore(_ index: Int) -> Int {
        var before = 0
        while chart(index - before - 1) != nil { before += 1 }
        return before
    }

    /// Bars need a line each; the other kinds need height enough to see differences.
    private func chartHeight(_ chart: Chart) -> Int {
        guard chart.kind == .bar, case .columns(let keys, _, let rows) = chart.source else {
            // Two of them on a page turned on its side.
            return grid.isDashboard ? 300 : 260
        }
        return min(2_000, max(260, 90 + rows.count * (14 + 10 * keys.count)))
    }
}
