import Extraction
import Facts
import Foundation
import Testing

/// The program as a user meets it.
@Suite struct ProgramTests {
    @Test func `the reports of the seed are those that are kept`() throws {
        let folder = try Program.temporaryFolder()
        let outcome = try Program.run(arguments: [
            "report", "seeds", "--region", "平城区", "--out", folder.path, "--quiet",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let kept = Program.root.appending(path: "reports")
        let names = try FileManager.default.contentsOfDirectory(atPath: kept.path).filter { !$0.hasPrefix(".") }
            .sorted()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
        for name in names {
            let written = folder.appending(path: name)
            let expected = kept.appending(path: name)
            if name.hasSuffix(".xlsx") {
                // Compressed bytes depend on the library's version; the parts do not.
                let parts = try [written, expected].map {
                    try Program.run("/usr/bin/unzip", arguments: ["-p", $0.path]).output
                }
                #expect(!parts[0].isEmpty)
                #expect(parts[0] == parts[1], "\(name): run scripts/report and look at what changed")
            } else {
                #expect(
                    try Data(contentsOf: written) == Data(contentsOf: expected),
                    "\(name): run scripts/report and look at what changed")
            }
        }
    }

    @Test func `what cannot be read is named, and the rest is done`() throws {
        let folder = try Program.temporaryFolder()
        let good = folder.appending(path: "good.txt")
        try Data("永泰街道清理野广告50余处。".utf8).write(to: good)
        try Data().write(to: folder.appending(path: "empty.txt"))
        try Data([0, 1, 2, 0xFF, 0, 0]).write(to: folder.appending(path: "binary.txt"))
        try FileManager.default.createDirectory(
            at: folder.appending(path: "nothing"), withIntermediateDirectories: true)
        let outcome = try Program.run(arguments: [
            "extract", folder.path, folder.path + "/nothing", folder.path + "/missing.txt",
        ])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("野广告"))
        for name in ["empty.txt", "binary.txt", "nothing", "missing.txt"] { #expect(outcome.errors.contains(name)) }
    }

    @Test(arguments: [["extract"], ["extract", "--nonsense", "seeds"], ["nonsense"], ["report", "seeds"]])
    func `wrong usage ends with status 2`(arguments: [String]) throws {
        #expect(try Program.run(arguments: arguments).status == 2)
    }

    @Test func `the example for users of the library holds`() throws {
        let extractor = Extractor()
        let facts = extractor.facts(in: "全区组建志愿服务队451支。")
        #expect(facts.map { "\($0.item) \($0.value) \($0.unit)" } == ["志愿服务队 451 支"])
    }
}
