public import Reports
internal import Workbooks
public import Writers

/// A folder that holds a report in every format.
public struct ReportFolder: Sendable {
    private let folder: OutputFolder
    private let files: ReportFiles

    /// The folder at the path, made where it does not exist.
    ///
    /// - Parameter files: how the files beside the workbook are written.
    public init(_ path: String, files: ReportFiles = ReportFiles()) throws(OutputError) {
        folder = try OutputFolder(path)
        self.files = files
    }

    /// Writes the report in every format, each file whole or not at all, and returns the files' names.
    ///
    /// - Throws: `OutputError` or `WorkbookError`, with the file and the remedy.
    public func write(_ report: Report) throws -> [String] {
        let workbook = "statistics.xlsx"
        try WorkbookWriter(report).write(to: folder.path(of: workbook))
        return [workbook] + (try files.write(report, to: folder))
    }

    /// Writes a workbook for each street into the folder `streets` and returns the files' names.
    ///
    /// - Throws: `OutputError` or `WorkbookError`, with the file and the remedy.
    public func writeWorkbooks(_ reports: [(street: String, report: Report)]) throws -> [String] {
        guard !reports.isEmpty else { return [] }
        let streets = try OutputFolder(folder.path(of: "streets"))
        return try reports.map { street, report in
            // A place of an office's own table may be called anything.
            let name = String(street.map { "/\\:*?\"<>|\0".contains($0) ? "_" : $0 }) + ".xlsx"
            try WorkbookWriter(report).write(to: streets.path(of: name))
            return "streets/" + name
        }
    }
}
