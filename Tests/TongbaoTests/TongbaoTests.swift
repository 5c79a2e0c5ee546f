import Extraction
import Facts
import Foundation
import Testing

/// The program as a user meets it.
@Suite struct ProgramTests {
    @Test func `the reports of the seed are those that are kept`() throws {
        try KeptReports.check("reports", arguments: ["seeds", "--region", "平城区"])
    }

    /// A dozen bulletins a month, with repetitions, contradictions, corrections and plans; each month is reported with those
    /// before it.
    @Test(arguments: ["2026-02", "2026-03", "2026-04"])
    func `the reports of three months are those that are kept`(month: String) throws {
        let folder = "Tests/TongbaoTests/Bulletins/"
        let months = ["2026-02", "2026-03", "2026-04"].filter { $0 <= month }.map { folder + $0 }
        try KeptReports.check(
            "Tests/TongbaoTests/Golden/" + month, arguments: months + ["--month", month, "--region", "平城区"],
            // One month in every format is enough to be read when the form changes.
            only: month == "2026-04" ? [] : ["report.txt", "streets.csv", "summary.csv", "figures.json"])
    }

    @Test func `the reports of a month in English are those that are kept`() throws {
        let folder = "Tests/TongbaoTests/Bulletins/"
        try KeptReports.check(
            "Tests/TongbaoTests/Golden/2026-03-en",
            arguments: [folder + "2026-02", folder + "2026-03", "--region", "平城区", "--language", "en"],
            only: ["report.txt", "streets-wide.csv", "figures.csv"])
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
