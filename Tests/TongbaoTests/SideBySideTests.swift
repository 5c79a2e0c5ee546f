import Foundation
import Testing

/// What is read does not depend on how many files are read at one time.
@Suite struct SideBySideTests {
    private static let year = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/corpus/cctv-2023").standardizedFileURL

    @Test func `bulletins read one by one and side by side give the same records`() throws {
        try compare(["Tests/ExtractionTests/Bulletins", "Tests/TongbaoTests/Bulletins/2026-03"])
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: year.path)))
    func `news read one by one and side by side give the same records`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: SideBySideTests.year.path).sorted()
        try compare(names.filter { $0.hasSuffix("7.md") }.prefix(12).map { SideBySideTests.year.path + "/" + $0 })
    }

    @Test func `the speed is told on standard error`() throws {
        let outcome = try Program.run(arguments: ["extract", "--timing", "--quiet", "seeds"])
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains(/^1 file, \d+\.\d\d MB, \d+\.\d\d\d s, \d+\.\d MB\/s\n$/))
        #expect(!outcome.output.contains("MB/s"))
    }

    private func compare(_ paths: [String]) throws {
        let alone = try Program.run(arguments: ["extract", "--all", "--quiet", "--jobs", "1"] + paths)
        let together = try Program.run(arguments: ["extract", "--all", "--quiet", "--jobs", "2"] + paths)
        #expect(alone.status == 0)
        #expect(alone.output.count > 10_000)
        #expect(alone.output == together.output)
    }
}
