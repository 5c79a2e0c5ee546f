public import Reports

/// Writes a report as an XLSX workbook: one sheet a section, with live formulas, links from figures to their sources,
/// charts, filters and print set-up.
///
/// ```swift
/// try WorkbookWriter(report).write(to: "reports/statistics.xlsx")
/// ```
///
/// The same report gives the same bytes. Text is always a text cell, never a formula. Sheets of more cells than
/// `Limits.cellsInMemory` are written row by row as the report makes them and hold filters instead of table objects; the
/// first sheet says so.
public struct WorkbookWriter: Sendable {
    /// From which size on the workbook is written differently.
    public struct Limits: Sendable {
        /// Cells of one section up to which its sheet is held in memory, which table objects need; about 150 bytes a cell.
        public var cellsInMemory: Int
        /// Rows of a sheet, at most 1,048,576, after which a table continues on the next.
        public var rowsOnSheet: Int

        public init(cellsInMemory: Int = 250_000, rowsOnSheet: Int = 1_048_576) {
            self.cellsInMemory = cellsInMemory
            self.rowsOnSheet = min(max(rowsOnSheet, 20), SheetLimit.rows)
        }
    }

    public let report: Report
    public let limits: Limits

    public init(_ report: Report, limits: Limits = Limits()) {
        self.report = report
        self.limits = limits
    }

    /// Writes the workbook beside its place and moves it there when it is complete; a workbook of that name is replaced.
    ///
    /// - Throws: `WorkbookError` where the folder cannot be written to or the disk is full; nothing is left behind then.
    public func write(to path: String) throws(WorkbookError) {
        let plan = WorkbookPlan(report, limits: limits)
        let fonts = WorkbookFile.Fonts(text: report.style.bodyFont, heading: report.style.headingFont)
        let file = try WorkbookFile(path: path, properties: properties, fonts: fonts)
        let styler = CellStyler(file: file, report: report)
        let context = SheetContext(plan: plan, file: file, styler: styler)
        var chartData = ChartDataSheet(plan: plan)
        for (index, sheetPlan) in plan.sheets.enumerated() {
            let sheet = try file.addSheet(sheetPlan.name, isStreamed: sheetPlan.isStreamed)
            var writer = SheetWriter(plan: sheetPlan, sheet: sheet, context: context)
            try writer.write(chartData: &chartData)
            if index == 0 { sheet.activate() }
        }
        try EvidenceSheet(context: context).write()
        try chartData.write(context: context)
        try file.finish()
    }

    private var properties: WorkbookFile.Properties {
        WorkbookFile.Properties(
            title: report.about.title, author: report.about.organisation ?? report.about.generator,
            company: report.about.organisation ?? "", comments: report.about.generator, created: created)
    }

    /// The workbook's date of creation: the last day that its sources were published, else the first of the month reported
    /// on, else a fixed day; never the clock.
    private var created: Int {
        let lastSource = report.about.sources.compactMap(\.published).max()
        let month = report.about.month.map { Day(year: $0.year, month: $0.month, day: 1) }
        let day = lastSource ?? month ?? Day(year: 2000, month: 1, day: 1)
        return (day.serialNumber - Day.serialNumberOf1970) * 86_400
    }
}

/// What the writers of one workbook's sheets share.
final class SheetContext {
    let plan: WorkbookPlan
    let file: WorkbookFile
    let styler: CellStyler
    /// Names already given, in lower case: a name stands for one range.
    private var names: Set<String> = []

    init(plan: WorkbookPlan, file: WorkbookFile, styler: CellStyler) {
        self.plan = plan
        self.file = file
        self.styler = styler
    }

    var labels: WorkbookLabels { plan.labels }
    var report: Report { plan.report }

    /// Defines the name for the range, unless it is taken or none that a workbook can hold.
    func define(_ name: String, sheet: Sheet, range: CellRange) throws(WorkbookError) {
        guard DefinedName.isValid(name), names.insert(name.lowercased()).inserted else { return }
        try file.define(name, sheet: sheet, range: range)
    }

    func isDefined(_ name: String) -> Bool { names.contains(name.lowercased()) }

    /// A name for a table, from its key: `ledger` → `T_ledger`.
    func claimTableName(_ key: String) -> String {
        let base = Key.make(from: "T_" + key) ?? "T_"
        var name = String(base.prefix(60))
        var number = 2
        while !names.insert(name.lowercased()).inserted {
            name = String(base.prefix(56)) + "_\(number)"
            number += 1
        }
        return name
    }
}

extension Day {
    /// Days since 30 December 1899, as spreadsheets count from 1 March 1900 on; after Howard Hinnant's `days_from_civil`.
    var serialNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let leapDays = shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
        return shiftedYear * 365 + leapDays + dayOfYear - 693_899
    }

    static let serialNumberOf1970 = 25_569
    /// Spreadsheets take 1900 for a leap year; days before this one are written as text.
    static let firstCounted = Day(year: 1900, month: 3, day: 1)
}
