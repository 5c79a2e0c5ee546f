import Briefings
import Bulletins
import Extraction
import Facts
import Foundation
import LedgerStore
import Metrics
import Pipeline
import Reports
import Testing
import Writers

/// What holds of a ledger's tables however they came about, on three months of bulletins.
@Suite struct LedgerPropertyTests {
    private let folder: URL
    private let records: [BulletinRecord]
    private let corrections: [BulletinRecord]

    init() async throws {
        folder = try Program.temporaryFolder()
        records = try await Self.read(["2026-02", "2026-03", "2026-04"])
        corrections = try await Self.read(["corrections"])
    }

    private static func read(_ folders: [String]) async throws -> [BulletinRecord] {
        let paths = folders.map { Program.root.appending(path: "Tests/TongbaoTests/Bulletins/\($0)").path }
        var records: [BulletinRecord] = []
        try await BulletinBatch(width: 2).read(BulletinFinder(paths).files) { outcome in
            if case .read(let bulletin) = outcome { records.append(BulletinRecord(bulletin, extractor: "test")) }
        }
        return records
    }

    private func ledger(_ name: String) throws -> Ledger {
        try Ledger.open(folder.appending(path: name).path, resolver: CatalogueResolver())
    }

    /// Every monthly figure of every street, as other programs get it.
    private func tables(_ ledger: Ledger) throws -> String {
        let figures = try StoredFigures(ledger, region: "平城区")
        let streets = Array(figures.directory.streets.indices)
        var text = ""
        for month in 2...4 {
            let tables = figures.comparison(of: streets, series: nil, month: Month(year: 2026, month: month))
            CSVWriter().write(tables.records, to: &text)
        }
        return text
    }

    private func export(_ ledger: Ledger, _ name: String) throws -> [Data] {
        let out = folder.appending(path: name).path
        try ledger.export(to: out)
        return try ["bulletins", "articles", "facts", "set-aside", "decisions"].map {
            try Data(contentsOf: URL(filePath: out + "/\($0).csv"))
        }
    }

    /// Some decisions of each kind, about facts of several bulletins.
    private func decisions(_ ledger: Ledger) throws -> [Decision] {
        let facts = try ledger.facts()
        var decisions = [Decision(.merge(item: "红色议事亭", into: "议事亭"), at: "2026-05-06", author: "李某")]
        for (index, fact) in facts.enumerated() where index.isMultiple(of: 7) {
            let reference = try ledger.reference(toFact: fact.id)
            let action: Decision.Action =
                switch index % 3 {
                case 0: .reject(reference)
                case 1: .accept(reference)
                default: .correct(reference, .value, to: "77")
                }
            decisions.append(Decision(action, at: "2026-05-0\(1 + index % 5)", author: "李某"))
        }
        return decisions
    }

    @Test func `neither order nor repetition of bulletins and decisions changes a table`() throws {
        let seed = UInt64(20_260_403)
        var generator = SplitMix(state: seed)
        let straight = try ledger("straight.sqlite")
        for record in records { try straight.add(record) }
        let before = try tables(straight)
        let decisions = try decisions(straight)
        try straight.decide(decisions)
        let expected = try (tables(straight), export(straight, "straight"))
        #expect(before != expected.0)
        for round in 0..<4 {
            let other = try ledger("\(round).sqlite")
            let order = (records + records.prefix(9)).shuffled(using: &generator)
            let cut = Int.random(in: 0..<order.count, using: &generator)
            for record in order[..<cut] { try other.add(record) }
            try other.decide(decisions.shuffled(using: &generator))
            for record in order[cut...] { try other.add(record) }
            try other.decide(Array(decisions.prefix(3)))
            #expect(try tables(other) == expected.0, "seed \(seed), round \(round)")
            #expect(try export(other, "\(round)") == expected.1, "seed \(seed), round \(round)")
            #expect(try other.check().allSatisfy { $0.severity == .notice }, "seed \(seed), round \(round)")
        }
    }

    @Test func `withdrawing undoes adding, and restoring undoes withdrawing`() throws {
        let seed = UInt64(20_260_404)
        var generator = SplitMix(state: seed)
        let ledger = try ledger("withdrawn.sqlite")
        let extra = records.shuffled(using: &generator).prefix(8)
        let keys = Set(extra.map(\.identity.key))
        for record in records where !keys.contains(record.identity.key) { try ledger.add(record) }
        let without = try tables(ledger)
        for record in extra { try ledger.add(record) }
        let with = try tables(ledger)
        for key in keys.sorted() { try ledger.withdraw(key, reason: "错发", author: "王某", at: "2026-05-05") }
        #expect(try tables(ledger) == without, "seed \(seed)")
        for key in keys.sorted() { try ledger.restore(key, reason: "", author: "王某", at: "2026-05-06") }
        #expect(try tables(ledger) == with, "seed \(seed)")
        #expect(with != without, "seed \(seed)")
    }

    @Test func `a corrected bulletin replaces its predecessor before any arithmetic`() throws {
        func settled(_ ledger: Ledger) throws -> [String] {
            let figures = try StoredFigures(ledger, region: "平城区")
            let tables = figures.comparison(
                of: figures.streets(named: "大庆路街道"), series: figures.series(named: "化解矛盾纠纷"),
                month: Month(year: 2026, month: 4))
            let column = try #require(tables.records.index(ofColumn: "value"))
            return tables.records.rows.map { $0[column].displayText() }.filter { $0 != "—" }
        }
        let ledger = try ledger("corrected.sqlite")
        for record in records { try ledger.add(record) }
        #expect(try settled(ledger) == ["26"])
        for record in corrections { try ledger.add(record) }
        #expect(try settled(ledger) == ["29"])
        // The old text cannot come back by accident.
        for record in records { try ledger.add(record) }
        #expect(try settled(ledger) == ["29"])
    }

    @Test func `bulletins that came under one path lead back to their own texts`() throws {
        let ledger = try ledger("paths.sqlite")
        for (index, record) in records.prefix(3).enumerated() {
            var record = record
            record.path = index < 2 ? "bulletin.txt" : "other.txt"
            for fact in record.facts.indices { record.facts[fact].document = record.path }
            try ledger.add(record)
        }
        var report = MonthlyReport(options: MonthlyReport.Options(region: "平城区", generator: "test"))
        try report.add(ledger)
        let sources = try report.report().about.sources.map(\.name)
        #expect(Set(sources).count == 3)
        #expect(sources.contains("other.txt") && !sources.contains("bulletin.txt"))
    }

    @Test func `of two programs that add at once one waits and none fails`() throws {
        let path = folder.appending(path: "shared.sqlite").path
        let programs = try ["2026-02", "2026-03", "2026-04"].map { month in
            try Program.start(arguments: [
                "ledger", "add", "Tests/TongbaoTests/Bulletins/\(month)", "--ledger", path, "--quiet",
            ])
        }
        for program in programs {
            program.waitUntilExit()
            #expect(program.terminationStatus == 0)
        }
        let shared = try Ledger.open(path, access: .readOnly, resolver: CatalogueResolver())
        let alone = try ledger("alone.sqlite")
        for record in records { try alone.add(record) }
        #expect(try shared.bulletins().map(\.identity) == alone.bulletins().map(\.identity))
        #expect(try tables(shared) == tables(alone))
        #expect(try shared.check().isEmpty)
    }

    @Test func `of districts of one name the one whose streets report is compared`() throws {
        let table = folder.appending(path: "streets.csv")
        let rows = ["130105001,合作路街道办事处,130105,13,1301", "130902001,建设北街街道办事处,130902,13,1309"]
        try Data((["code,name,areaCode,provinceCode,cityCode"] + rows).joined(separator: "\n").utf8).write(to: table)
        let file = folder.appending(path: "2026-04-30.txt")
        try Data("目前，建设北街街道共有志愿服务队5支。".utf8).write(to: file)
        let ledger = folder.appending(path: "district.sqlite").path
        let options = ["--places", table.path, "--ledger", ledger, "--region", "新华区"]
        #expect(try Program.run(arguments: ["ledger", "add", file.path] + options).status == 0)
        let outcome = try Program.run(arguments: ["compare", "建设北街街道", "--csv"] + options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("2026-04,建设北街街道,130902001,5,"))
    }

    @Test func `a street that exists in many cities is the one of the region or of the text`() throws {
        let table = folder.appending(path: "streets.csv")
        let rows = [
            "140213062,新华街道办事处,140213,14,1402", "130105001,新华街道办事处,130105,13,1301", "370102001,新华街道办事处,370102,37,3701",
        ]
        try Data((["code,name,areaCode,provinceCode,cityCode"] + rows).joined(separator: "\n").utf8).write(to: table)
        func place(_ text: String, _ options: [String]) throws -> String {
            let file = folder.appending(path: "street.txt")
            try Data(text.utf8).write(to: file)
            let outcome = try Program.run(arguments: ["extract", file.path, "--places", table.path] + options)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let record = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
            return (record?["place"] as? [String] ?? []).joined(separator: " › ")
        }
        let sentence = "新华街道现有志愿服务队5支。"
        #expect(try place(sentence, ["--region", "平城区"]) == "平城区 › 新华街道")
        #expect(try place(sentence, ["--region", "石家庄市"]) == "石家庄市 › 新华街道")
        #expect(try place("石家庄市新华区召开会议。" + sentence, []).hasSuffix("新华区 › 新华街道"))
    }
}

/// A repeatable source of random numbers (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
