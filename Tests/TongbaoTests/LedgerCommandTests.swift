import Foundation
import Indicators
import LedgerStore
import Pipeline
import Testing

/// `tongbao ledger …`: what the commands refuse, and what they leave alone.
@Suite struct LedgerCommandTests {
    private let folder: URL
    private var ledger: String { folder.appending(path: "memory.sqlite").path }

    init() throws {
        folder = try Program.temporaryFolder()
    }

    private func write(_ text: String, to name: String) throws -> String {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    private func run(_ arguments: [String], status: Int32 = 0) throws -> Program.Outcome {
        let outcome = try Program.run(arguments: ["ledger"] + arguments + ["--ledger", ledger])
        #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
        return outcome
    }

    @Test func `of a folder with several bulletins none replaces another one`() throws {
        _ = try run(["add", try write("永泰街道清理野广告50处。", to: "march.txt")])
        for name in ["a", "b", "c"] { _ = try write("\(name)：永泰街道清理野广告51处。", to: "many/\(name).txt") }
        let one = try write("永泰街道清理野广告53处。", to: "one/corrected.txt")
        let figures = try write("地区,事项,数值,单位\n平城区,网格,12,个\n", to: "figures.csv")
        let many = folder.appending(path: "many").path
        let before = try run(["list"]).output
        for paths in [[many], [one, figures], [many, figures]] {
            _ = try run(["add", "--replaces", "1"] + paths, status: 2)
        }
        _ = try run(["add", "--replaces", "1", folder.appending(path: "none").path], status: 1)
        #expect(try run(["list"]).output == before)
        _ = try run(["add", "--replaces", "1", folder.appending(path: "one").path])
        #expect(try run(["list"]).output.contains("file:corrected.txt"))
        #expect(try run(["list"]).output.split(separator: "\n").count == 1)
    }

    @Test func `a ledger counts by one catalogue until it is told to count by another`() throws {
        let catalogue = try write("key,name,unit,dimension,window\nadverts,野广告,处,count,flow\n", to: "our.csv")
        let page = try write("永泰街道清理野广告50处。", to: "page.txt")
        func indicators() throws -> Set<String> {
            Set(try Ledger.open(ledger, access: .readOnly).facts().map(\.resolution.indicator))
        }
        _ = try run(["add", page, "--indicators", catalogue])
        let counted = try indicators()
        // Without the catalogue nothing is counted anew, nor changed.
        let next = try write("古城街道清理野广告7处。", to: "next.txt")
        for arguments in [["add", next], ["decide", "1", "--reject", "--by", "李某"], ["withdraw", "1", "--by", "李某"]] {
            let outcome = try run(arguments, status: 2)
            #expect(outcome.errors.contains("--indicators \(catalogue)"))
        }
        #expect(try indicators() == counted)
        #expect(try run(["list"]).output.split(separator: "\n").count == 1)
        let trend = try Program.run(arguments: ["trend", "野广告", "--ledger", ledger])
        #expect(trend.errors.contains("counts its facts by the catalogue \(catalogue)"))
        _ = try run(["decide", "1", "--accept", "--by", "李某", "--indicators", catalogue])
        #expect(try indicators() == counted)
        _ = try run(["reindex"])
        _ = try run(["add", next])
        #expect(try indicators() != counted)
        // Commands that count nothing take no catalogue.
        for command in [["list"], ["show", "1"], ["check"], ["cells"], ["export", "--out", folder.path]] {
            _ = try run(command + ["--indicators", catalogue], status: 2)
        }
    }

    @Test func `a catalogue of one's own is told from the built-in one`() throws {
        let rows = "key,name,unit,dimension,window\nadverts,野广告,处,count,flow\n"
        let (mine, other) = (
            try Catalogue(Array(rows.utf8)), try Catalogue(Array(rows.replacing("flow", with: "stock").utf8))
        )
        #expect(CatalogueResolver().name.isEmpty)
        #expect(CatalogueResolver(catalogue: mine, name: "our.csv").name == "our.csv")
        #expect(!CatalogueResolver(catalogue: mine).name.isEmpty)
        let versions = [.builtIn, mine, other].map { CatalogueResolver(catalogue: $0).version }
        #expect(Set(versions).count == 3)
        // Comments, line ends and the order of the columns are no part of it; nor is what people joined, which the ledger
        // keeps.
        let same = try Catalogue(Array("# ours\r\nname,key,unit,dimension,window\r\n野广告,adverts,处,count,flow\r\n".utf8))
        #expect(same.digest == mine.digest)
        #expect(mine.joining(["小广告": "野广告"]).digest == mine.digest)
    }

    @Test func `what people decided is listed in the words of tables, in the order of one day`() throws {
        _ = try run(["add", try write("永泰街道清理野广告50处。", to: "page.txt")])
        let by = ["--by", "李某", "--on", "2026-04-03"]
        _ = try run(["decide", "1", "--reject"] + by)
        _ = try run(["decide", "1", "--accept"] + by)
        _ = try run(["decide", "1", "--set", "行为=整治"] + by)
        let decided = try run(["decide", "--list"]).output.split(separator: "\n").map { $0.split(separator: "\t")[2] }
        #expect(decided == ["reject", "accept", "动作=整治"])
        #expect(try run(["show", "1"]).output.contains("[corrected]"))
        _ = try run(["withdraw", "1", "--reason", "错发"] + by)
        _ = try run(["withdraw", "--undo", "1", "--by", "王某", "--on", "2026-04-04", "--reason", "并未错发"])
        let shown = try run(["show", "1"]).output
        #expect(shown.contains("withdrawn 2026-04-03 by 李某: 错发\nrestored 2026-04-04 by 王某: 并未错发\n"))
    }
}
