import Foundation
import Scanning
import Testing

/// `tongbao compare` and `tongbao trend`, and the proposals for the catalogue, on a ledger of three months.
@Suite struct FiguresOnTerminalTests {
    private let folder: URL
    private var ledger: String { folder.appending(path: "memory.sqlite").path }

    init() throws {
        folder = try Program.temporaryFolder()
        let bulletins = folder.appending(path: "bulletins")
        try FileManager.default.createDirectory(at: bulletins, withIntermediateDirectories: true)
        let months = ["2026-02-28": [40, 30, 20], "2026-03-31": [44, 30, 22], "2026-04-30": [46, 33, 23]]
        for (day, counts) in months {
            let sentences = zip(["永泰街道", "古城街道", "新旺街道"], counts).map { "目前，\($0)共有志愿服务队\($1)支。" }
            try Data(sentences.joined(separator: "\n").utf8).write(to: bulletins.appending(path: day + ".txt"))
        }
        let outcome = try Program.run(arguments: [
            "ledger", "add", bulletins.path, "--region", "平城区", "--ledger", ledger, "--quiet",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    private func run(_ arguments: [String]) throws -> String {
        let outcome = try Program.run(arguments: arguments + ["--ledger", ledger])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    /// The columns in which a line's bar begins.
    private func barColumn(_ line: Substring) -> Int? {
        line.firstIndex(of: "█").map { line[..<$0].displayWidth }
    }

    @Test func `streets stand side by side with bars that line up`() throws {
        let lines = try run(["compare", "永泰", "古城街道", "新旺"]).split(separator: "\n")
        let bars = lines.filter { $0.contains("█") }
        #expect(bars.map { $0.prefix { $0 != " " } } == ["永泰街道", "古城街道", "新旺街道"])
        #expect(Set(bars.map(barColumn)).count == 1)
        #expect(bars[0].contains("46") && bars[0].contains("1 / 3") && bars[0].contains("+4.5%"))
        #expect(bars.map { $0.filter { $0 == "█" }.count } == [30, 22, 15])
        #expect(lines.contains("志愿服务队（支，时点数）"))
    }

    @Test func `a month, a quarter and an indicator can be asked for`() throws {
        let february = try run(["compare", "永泰", "古城", "--month", "2026-02", "--indicator", "volunteer.team", "--csv"])
        #expect(february.contains("2026-02,永泰街道,140213050,40,"))
        let quarter = try run(["compare", "永泰", "--month", "2026-02", "--by", "quarter", "--csv"])
        #expect(quarter.contains("2026-Q1,永泰街道,140213050,44,"))
    }

    @Test func `an indicator is followed month by month`() throws {
        let trend = try run(["trend", "志愿服务队"]).split(separator: "\n")
        #expect(trend.filter { $0.contains("█") }.map { $0.prefix { $0 != " " } } == ["2026年2月", "2026年3月", "2026年4月"])
        #expect(trend.contains { $0.hasPrefix("各街道合计") })
        let street = try run(["trend", "volunteer.team", "--street", "永泰街道", "--from", "2026-03", "--json"])
        let records = try street.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(records.map { $0["period"] as? String } == ["2026-03", "2026-04"])
        #expect(records.map { $0["value"] as? Int } == [44, 46])
        #expect(records.map { $0["change"] as? Int } == [4, 2])
    }

    @Test func `every place, month and indicator is printed as CSV`() throws {
        let rows = try run(["ledger", "cells"]).split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(rows.count == 10)
        let position = try #require(rows[0].firstIndex(of: "value"))
        let street = rows.filter { $0[0] == "平城区 › 永泰街道" }
        #expect(street.map { $0[8] } == ["2026-02", "2026-03", "2026-04"])
        #expect(street.map { $0[position] } == ["40", "44", "46"])
        #expect(street.allSatisfy { $0[1] == "volunteer.team" && $0[3] == "stock" })
    }

    @Test(arguments: [
        ["compare", "无名街道"], ["compare"], ["compare", "永泰", "--indicator", "无此指标"], ["trend", "无此指标"],
        ["trend", "志愿服务队", "--from", "2026-04", "--to", "2026-03"], ["compare", "永泰", "--csv", "--json"],
    ])
    func `unknown streets and indicators are wrong usage`(arguments: [String]) throws {
        let outcome = try Program.run(arguments: arguments + ["--ledger", ledger])
        #expect(outcome.status == 2)
        #expect(!outcome.errors.isEmpty && outcome.output.isEmpty)
    }

    @Test func `frequent items that the catalogue lacks are proposed as its rows`() throws {
        let bulletin = folder.appending(path: "new.txt")
        try Data("永泰街道现有议事亭5个。古城街道现有议事亭7个。新旺街道现有议事亭3个。".utf8).write(to: bulletin)
        let outcome = try Program.run(arguments: ["indicators", "suggest", bulletin.path])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let rows = outcome.output.split(separator: "\r\n")
        #expect(rows.first?.hasPrefix("key,name,") == true)
        #expect(rows.contains { $0.hasPrefix("议事亭,议事亭,,,,个,个,") })
        // A catalogue with the proposals is sound and knows the item.
        let catalogue = folder.appending(path: "ours.csv")
        try Data(outcome.output.utf8).write(to: catalogue)
        #expect(try Program.run(arguments: ["indicators", "check", "--indicators", catalogue.path]).status == 0)
        let again = try Program.run(arguments: [
            "indicators", "suggest", bulletin.path, "--indicators", catalogue.path,
        ])
        #expect(again.output.split(separator: "\r\n").count == 1)
    }

    @Test func `check finds what is doubtful in a catalogue`() throws {
        let catalogue = folder.appending(path: "faults.csv")
        let rows = [
            "key,name,unit,dimension,window,parent", "a.one,事项,个,count,stock,a.two", "a.two,事项,个,count,stock,a.one",
        ]
        try Data(rows.joined(separator: "\n").utf8).write(to: catalogue)
        let outcome = try Program.run(arguments: ["indicators", "check", "--indicators", catalogue.path])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("line 3") && outcome.output.contains("kind of itself"))
        let unread = try Program.run(arguments: ["indicators", "--indicators", folder.path + "/missing.csv"])
        #expect(unread.status == 1 && unread.errors.contains("missing.csv"))
    }
}
