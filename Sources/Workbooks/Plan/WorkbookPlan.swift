import Reports

/// Where everything of a report will stand in the workbook, known before a cell is written: a figure can then lead to
/// ledger rows on a later sheet, a chart to ranges on any.
struct WorkbookPlan {
    /// A part of a table that stands on one sheet; long ledgers have several.
    struct TablePart {
        let table: Table
        let sheet: String
        /// The table's rows that stand here.
        let rows: Range<Int>
        /// Sheet row of the title; nil on sheets that are a list from the first row on.
        let titleRow: Int?
        let headerRows: ClosedRange<Int>
        /// Sheet row of the first of `rows`.
        let bodyRow: Int
        /// The sheet's columns of each of the table's.
        let spans: [ClosedRange<Int>]
        /// Whether the notes stand under this part.
        let isLast: Bool
        let linksOnlyRowHeaders: Bool

        func sheetRow(of row: Int) -> Int { bodyRow + row - rows.lowerBound }

        var columns: ClosedRange<Int> { 0...max(0, spans.last?.upperBound ?? 0) }
    }

    enum Item {
        case heading(title: String, subtitle: String)
        case text(Sentence, isFinding: Bool)
        case cards([Figure])
        case table(TablePart)
        case chart(Chart, width: Int, height: Int, columns: ClosedRange<Int>, captionRow: Int)
    }

    struct SheetPlan {
        var name: String
        var isStreamed: Bool
        var grid: ColumnGrid
        var items: [(row: Int, item: Item)] = []
        /// The first free row under everything.
        var endRow = 0

        /// Rows that begin a page in print, so that none goes through a chart: as many charts on a page as it surely holds, and
        /// what follows them on the next. Sheets whose charts stand between cards keep together by themselves.
        ///
        /// - Parameter pageHeight: pixels that a page holds at full size; sheets are only ever made smaller in print.
        func pageBreaks(pageHeight: Int) -> [Int] {
            guard !grid.isDashboard else { return [] }
            var breaks: [Int] = []
            var lastChartRow: Int?
            var used = 0
            for (row, item) in items {
                guard case .chart(_, _, let height, _, _) = item else {
                    // Under charts a table begins a page.
                    if lastChartRow != nil, case .table = item { breaks.append(row) }
                    (lastChartRow, used) = (nil, 0)
                    continue
                }
                guard row != lastChartRow else { continue }
                // Its caption and a free row stand under it.
                let needed = (SectionLayout.rows(ofHeight: height) + 2) * SectionLayout.pixelsPerRow
                if row > 0, used == 0 || used + needed > pageHeight {
                    breaks.append(row)
                    used = 0
                }
                used += needed
                lastChartRow = row
            }
            return breaks
        }

        var tableParts: [TablePart] {
            items.compactMap { if case .table(let part) = $0.item { part } else { nil } }
        }
    }

    let report: Report
    let labels: WorkbookLabels
    /// Marked quantities beyond these have no sheet of sentences.
    static let mostSources = 200_000
    private(set) var sheets: [SheetPlan] = []
    private(set) var evidence: EvidencePlan
    /// Nil where there is no evidence to show.
    private(set) var evidenceSheet: String?
    private(set) var chartDataSheet: String
    private var sectionSheets: [String: String] = [:]
    private var parts: [String: [TablePart]] = [:]

    init(_ report: Report, limits: WorkbookWriter.Limits) {
        self.report = report
        labels = WorkbookLabels(language: report.about.language)
        // Of so many sentences the sheet could not be linked to, and the ledger has them beside their figures.
        let hasSources = report.evidence.entries.reduce(0) { $0 + $1.markCount } <= WorkbookPlan.mostSources
        evidence = EvidencePlan(hasSources ? report.evidence : [])
        var names = SheetNames()
        let sectionNames = report.sections.map { names.claim($0.title) }
        for (section, name) in zip(report.sections, sectionNames) where sectionSheets[section.key] == nil {
            sectionSheets[section.key] = name
        }
        evidenceSheet = evidence.sentences.isEmpty ? nil : names.claim(labels.sourcesSheet)
        chartDataSheet = ""
        var remarks = [hasSources ? labels.howToFollowLinks : labels.howToFindSentences]
        for (section, name) in zip(report.sections, sectionNames) {
            var layout = SectionLayout(section: section, name: name, plan: self, limits: limits)
            layout.place(names: &names)
            sheets += layout.sheets
            remarks += layout.remarks
        }
        chartDataSheet = names.claim(labels.chartDataSheet)
        explain(remarks)
        for part in sheets.flatMap(\.tableParts) { parts[part.table.key, default: []].append(part) }
    }

    /// Puts what is to be known of the workbook itself under the first sheet, which explains the report.
    private mutating func explain(_ remarks: [String]) {
        guard var first = sheets.first, !first.isStreamed else { return }
        first.endRow += 1
        for remark in remarks {
            first.items.append((first.endRow, .text(Sentence(remark), isFinding: false)))
            first.endRow += 1
        }
        sheets[0] = first
    }

    // MARK: Where links lead

    /// The sheet and the cells that a link leads to; nil where the workbook does not show them.
    func target(of link: Link) -> (sheet: String, range: CellRange)? {
        switch link {
        case .section(let key):
            return sectionSheets[key].map { ($0, CellRange(rows: 0...0, columns: 0...0)) }
        case .evidence(let reference):
            guard let sheet = evidenceSheet, let row = evidence.row(of: reference) else { return nil }
            // Under the header.
            return (sheet, CellRange(rows: (row + 1)...(row + 1), columns: 0...3))
        case .runs(let key, let runs, let section):
            if let section, let sheet = sectionSheets[section] {
                return (sheet, CellRange(rows: 0...0, columns: 0...0))
            }
            return runs.first.flatMap { target(of: .rows(table: key, $0)) }
        case .rows(let key, let span):
            guard let part = parts[key]?.first(where: { $0.rows.contains(span.start) }), span.count > 0 else {
                return nil
            }
            let end = min(span.end, part.rows.upperBound)
            let rows = part.sheetRow(of: span.start)...part.sheetRow(of: end - 1)
            return (part.sheet, CellRange(rows: rows, columns: part.columns))
        }
    }

    /// The part of the table that holds all these rows; nil where none does.
    func part(ofTable key: String, holding rows: Range<Int>) -> TablePart? {
        parts[key]?.first { $0.rows.lowerBound <= rows.lowerBound && rows.upperBound <= $0.rows.upperBound }
    }
}
