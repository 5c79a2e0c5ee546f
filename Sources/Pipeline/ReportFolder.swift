internal import Foundation
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

    /// Writes the report in every format, each file whole or not at all, and returns the files' names. Tables of an earlier
    /// report that this one does not have are removed, so that they are not taken for its own.
    ///
    /// - Throws: `OutputError` or `WorkbookError`, with the file and the remedy.
    public func write(_ report: Report) async throws -> [String] {
        let workbook = "statistics.xlsx"
        let earlier = earlierTables
        // The workbook takes as long as all the other files together, which are written beside it.
        async let written: Void = ReportFolder.write(report, to: folder.path(of: workbook))
        let others = try files.write(report, to: folder)
        try await written
        for name in earlier.subtracting(others) {
            try? FileManager.default.removeItem(atPath: folder.path(of: name))
        }
        return [workbook] + others
    }

    /// The tables of the report that the folder holds, as its `datapackage.json` names them; none where that is of another
    /// program.
    private var earlierTables: Set<String> {
        struct Package: Decodable {
            struct Resource: Decodable {
                let path: String
            }
            let name: String
            let resources: [Resource]
        }
        guard let data = FileManager.default.contents(atPath: folder.path(of: "datapackage.json")),
            let package = try? JSONDecoder().decode(Package.self, from: data), package.name.hasPrefix("tongbao")
        else { return [] }
        return Set(package.resources.map(\.path).filter { $0.hasSuffix(".csv") && !$0.contains("/") })
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

    /// Workbooks of streets that stand in the folder `streets` and are not among those just written: of an earlier report,
    /// or an office's own. They are told, not removed.
    public func otherWorkbooks(than written: [String]) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(of: "streets"))) ?? []
        // A hidden file is not ours, nor is one that a spreadsheet program keeps while it shows another (~$永泰街道.xlsx).
        return names.filter { $0.hasSuffix(".xlsx") && !$0.hasPrefix(".") && !$0.hasPrefix("~") }
            .map { "streets/" + $0 }.filter { !written.contains($0) }.sorted()
    }
}
