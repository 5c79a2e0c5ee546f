import Foundation
import Testing

/// `tongbao report --ledger`: a month beside the months before it.
@Suite struct LedgerReportTests {
    private let folder: URL
    private var ledger: String { folder.appending(path: "memory.sqlite").path }

    init() throws {
        folder = try Program.temporaryFolder()
    }

    @discardableResult
    private func report(_ name: String?, _ text: String = "", options: [String] = []) throws -> String {
        var paths: [String] = []
        if let name {
            let file = folder.appending(path: name + ".txt")
            try Data(text.utf8).write(to: file)
            paths = [file.path]
        }
        let out = folder.appending(path: "out").path
        let outcome = try Program.run(
            arguments: ["report"] + paths + ["--region", "平城区", "--out", out, "--quiet"] + options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try String(contentsOfFile: out + "/report.txt", encoding: .utf8)
    }

    /// The row of the monthly form that the district's volunteer teams have, its cells apart.
    private func formRow(_ report: String) -> [String] {
        let form = report.split(separator: "【月报表】").last?.split(separator: "\n") ?? []
        let row = form.first { $0.hasPrefix("志愿服务队") } ?? ""
        return row.split(separator: " ").map(String.init)
    }

    @Test func `with a ledger the month is compared with the month and the year before`() throws {
        let with = ["--ledger", ledger]
        try report("2025-04-30", "目前，平城区共有志愿服务队400支。", options: with)
        try report("2026-03-31", "目前，平城区共有志愿服务队440支。", options: with)
        let april = try report("2026-04-30", "目前，平城区共有志愿服务队451支。", options: with)
        #expect(formRow(april).prefix(6) == ["志愿服务队", "支", "451", "440", "+2.5%", "400"])
        #expect(april.contains("+12.8%"))
        // The ledger alone tells the same, of any of its months.
        #expect(try report(nil, options: with) == april)
        let march = try report(nil, options: with + ["--month", "2026-03"])
        #expect(formRow(march).prefix(4) == ["志愿服务队", "支", "440", "—"])
    }

    @Test func `without a ledger nothing is compared and no ledger is left behind`() throws {
        let april = try report("2026-04-30", "目前，平城区共有志愿服务队451支。")
        #expect(formRow(april).prefix(6) == ["志愿服务队", "支", "451", "—", "—", "—"])
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        #expect(!files.contains { $0.contains("sqlite") })
    }

    @Test func `what people decided stands in the report`() throws {
        let with = ["--ledger", ledger]
        try report("2026-04-30", "目前，平城区共有志愿服务队451支。", options: with)
        let decided = try Program.run(arguments: [
            "ledger", "decide", "1", "--set", "数值=452", "--by", "李某", "--on", "2026-05-01", "--ledger", ledger,
        ])
        #expect(decided.status == 0, "\(decided.errors)")
        #expect(formRow(try report(nil, options: with)).prefix(3) == ["志愿服务队", "支", "452"])
        let rejected = try Program.run(arguments: [
            "ledger", "decide", "1", "--reject", "--by", "李某", "--on", "2026-05-02", "--ledger", ledger,
        ])
        #expect(rejected.status == 0, "\(rejected.errors)")
        #expect(formRow(try report(nil, options: with)).isEmpty)
    }

    @Test func `a report from nothing is wrong usage, from an empty ledger it is said`() throws {
        #expect(try Program.run(arguments: ["report", "--out", folder.path]).status == 2)
        let outcome = try Program.run(arguments: ["report", "--out", folder.path, "--ledger", ledger])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("memory.sqlite"))
    }
}
