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
    public func write(_ report: Report) async throws -> [String] {
        let workbook = "statistics.xlsx"
        // The workbook takes as long as all the other files together, which are written beside it.
        async let written: Void = ReportFolder.write(report, to: folder.path(of: workbook))
        let others = try files.write(report, to: folder)
        try await written
        return [workbook] + others
    }

    @concurrent
    private static func write(_ report: Report, to path: String) async throws {
        try WorkbookWriter(report).write(to: path)
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
