public import Reports
internal import Workbooks
public import Writers

/// A folder that holds a report in every format.
public struct ReportFolder: Sendable {
    private let folder: OutputFolder

    /// The folder at the path, made where it does not exist.
    public init(_ path: String) throws(OutputError) {
        folder = try OutputFolder(path)
    }

    /// Writes the report in every format, each file whole or not at all, and returns the files' names.
    ///
    /// - Throws: `OutputError` or `WorkbookError`, with the file and the remedy.
    public func write(_ report: Report) throws -> [String] {
        var names: [String] = []
        func write(_ name: String, _ body: (inout FileStream) throws -> Void) throws {
            try folder.write(name, body)
            names.append(name)
        }
        try WorkbookWriter(report).write(to: folder.path(of: "statistics.xlsx"))
        names.append("statistics.xlsx")
        try write("report.txt") { TextWriter().write(report, to: &$0) }
        try write("report.html") { PageWriter().write(report, to: &$0) }
        try write("report.json") { ReportJSONWriter().write(report, to: &$0) }
        let figures = FiguresWriter()
        let tables = report.datasets + [figures.table(report)]
        for table in tables {
            try write(CSVWriter.fileName(of: table)) { CSVWriter().write(table, to: &$0) }
        }
        try write("figures.json") { figures.writeJSON(report, to: &$0) }
        try write("datapackage.json") { DataPackageWriter().write(tables, of: report, to: &$0) }
        return names
    }
}
