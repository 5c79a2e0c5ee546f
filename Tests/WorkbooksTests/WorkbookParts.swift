import Foundation
import Reports
import Testing

@testable import Workbooks

/// The parts inside a workbook, read with the system's tools.
struct WorkbookParts {
    let names: [String]
    private let folder: TemporaryFolder

    init(report: Report, limits: WorkbookWriter.Limits = .init()) throws {
        let folder = try TemporaryFolder()
        let path = folder.path("w.xlsx")
        try WorkbookWriter(report, limits: limits).write(to: path)
        try self.init(unpacking: path, into: folder)
    }

    init(unpacking path: String, into folder: TemporaryFolder) throws {
        self.folder = folder
        let parts = folder.path("parts")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-m", "zipfile", "-e", path, parts]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        names = try FileManager.default.subpathsOfDirectory(atPath: parts).filter { $0.contains(".") }.sorted()
    }

    subscript(name: String) -> String {
        (try? String(contentsOfFile: folder.path("parts/" + name), encoding: .utf8)) ?? ""
    }

    /// The part of the sheet with the position, from 1.
    func sheet(_ number: Int) -> String { self["xl/worksheets/sheet\(number).xml"] }

    /// The element `<c r="…">…</c>` of a cell.
    func cell(_ address: String, sheet number: Int) -> Substring? {
        let xml = sheet(number)
        guard let start = xml.range(of: "<c r=\"\(address)\""), let end = xml[start.lowerBound...].firstIndex(of: ">")
        else { return nil }
        if xml[..<end].hasSuffix("/") { return xml[start.lowerBound...end] }
        guard let close = xml[end...].range(of: "</c>") else { return nil }
        return xml[start.lowerBound..<close.upperBound]
    }

    var sheetNames: [String] {
        self["xl/workbook.xml"].components(separatedBy: "<sheet name=\"").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
    }
}

/// A folder that goes when the test is over.
final class TemporaryFolder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("workbooks-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    deinit { try? FileManager.default.removeItem(at: url) }
}
