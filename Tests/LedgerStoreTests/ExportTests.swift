import Facts
import Foundation
import LedgerStore
import Testing

@Suite struct ExportTests {
    let folder: Folder
    let ledger: Ledger

    static let presentFiles = [
        "bulletins.csv", "articles.csv", "facts.csv", "set-aside.csv", "decisions.csv", "datapackage.json",
    ]
    static let allFiles = presentFiles + ["history.csv", "withdrawals.csv", "names.csv"]

    init() throws {
        folder = try Folder()
        ledger = try Ledger.open(folder.file("test.sqlite"))
    }

    private func export(_ ledger: Ledger, _ name: String, files: [String] = allFiles) throws -> [String: Data] {
        try ledger.export(to: folder.file(name))
        let pairs = try files.map { file in
            (file, try Data(contentsOf: URL(fileURLWithPath: folder.file(name) + "/" + file)))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// A ledger with a bit of everything: text that spreadsheets and CSV stumble over, decisions, corrections, withdrawals.
    private func fill() throws {
        var odd = Sample.fact("-5%", value: -5, item: "=SUM(A1)", start: 3, sentence: "他说：“好,\r\n真好”\"。")
        odd.action = "'=quoted"
        odd.per = "＋每户"
        try ledger.add(Sample.bulletin("a.txt", facts: [odd]))
        try ledger.add(Sample.bulletin())
        try ledger.add(Sample.bulletin("copy.txt", content: "page.txt"))
        try ledger.add(Sample.bulletin(id: "7", content: "old"))
        try ledger.add(Sample.bulletin(id: "7", content: "new"))
        try ledger.add(Sample.bulletin("empty.txt", facts: []))
        try ledger.add(Sample.bulletin("gone.txt"))
        try ledger.withdraw("file:gone.txt", reason: "错发", author: "王某", at: "2026-04-05")
        let last = try ledger.facts().last
        let reference = try ledger.reference(toFact: try #require(last).id)
        try ledger.decide([
            Decision(.correct(reference, .value, to: "19"), at: "2026-04-06", author: "李某", reason: "核实"),
            Decision(.merge(item: "党支部", into: "小区党支部"), at: "2026-04-07", author: "李某"),
            Decision(
                .reject(FactReference(bulletin: "id:none", sentence: "无", text: "1")), at: "2026-04-08", author: "+"),
        ])
    }

    @Test func `a new ledger made from an export exports the same bytes and is sound`() throws {
        try fill()
        let first = try export(ledger, "first")
        let copy = try Ledger.make(folder.file("copy.sqlite"), fromExport: folder.file("first"))
        let second = try export(copy, "second")
        for file in Self.allFiles {
            let (old, new) = (try lines(first[file]), try lines(second[file]))
            #expect(old.count == new.count, "\(file)")
            for (old, new) in zip(old, new) { #expect(old == new, "\(file)") }
        }
        #expect(try copy.present() == ledger.present())
        #expect(try copy.check().map(\.severity) == [.notice])
        #expect(try copy.add(Sample.bulletin(id: "7", content: "old")).isSuperseded)
        #expect(try copy.bulletins(includingWithdrawn: true).count == 5)
    }

    private func lines(_ data: Data?) throws -> [String] {
        String(decoding: try #require(data), as: UTF8.self).split(separator: "\r\n").map {
            String(reflecting: String($0))
        }
    }

    @Test func `an export that has no table of withdrawals yet is read`() throws {
        try fill()
        _ = try export(ledger, "out")
        try FileManager.default.removeItem(atPath: folder.file("out/withdrawals.csv"))
        let copy = try Ledger.make(folder.file("copy.sqlite"), fromExport: folder.file("out"))
        #expect(try copy.show("file:gone.txt").withdrawals == ledger.show("file:gone.txt").withdrawals)
    }

    @Test func `ledgers with the same present state export the same bytes`() throws {
        let other = try Ledger.open(folder.file("other.sqlite"))
        try other.add(Sample.bulletin("b.txt"))
        try other.add(Sample.bulletin(id: "7", content: "new"))
        try ledger.add(Sample.bulletin(id: "7", content: "old"))
        try ledger.add(Sample.bulletin("mistake.txt"))
        try ledger.withdraw("file:mistake.txt", reason: "", author: "", at: "2026-04-05")
        try ledger.add(Sample.bulletin(id: "7", content: "new"))
        try ledger.add(Sample.bulletin("b.txt"))
        #expect(
            try export(ledger, "one", files: Self.presentFiles) == export(other, "two", files: Self.presentFiles))
    }

    @Test func `the data package lists every file with its columns in order`() throws {
        let files = try export(ledger, "out")
        let bytes = try #require(files["datapackage.json"])
        let package = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(
            resources.compactMap { $0["path"] as? String }.sorted()
                == Self.allFiles.filter { $0.hasSuffix("csv") }.sorted())
        for resource in resources {
            let schema = try #require(resource["schema"] as? [String: Any])
            let fields = try #require(schema["fields"] as? [[String: String]])
            let path = try #require(resource["path"] as? String)
            let header = "\u{FEFF}" + fields.compactMap { $0["name"] }.joined(separator: ",") + "\r\n"
            #expect(files[path] == Data(header.utf8))
        }
    }

    @Test func `cells that a spreadsheet would run are defused`() throws {
        try fill()
        let files = try export(ledger, "out")
        let facts = try #require(files["facts.csv"])
        let text = String(decoding: facts, as: UTF8.self)
        #expect(text.contains(",'=SUM(A1),"))
        #expect(text.contains(",''=quoted,"))
        #expect(text.contains(",'＋每户,"))
        #expect(text.contains(",-5,"))
    }

    @Test(arguments: [
        ("facts.csv", "\u{FEFF}bulletin,article,start\r\nfile:a.txt,x,1\r\n", 2),
        ("bulletins.csv", "bulletin\r\nnothing\r\n", 2),
        ("decisions.csv", "kind\r\n\"accept\r\n", 2),
    ])
    func `a fault in an export is named by file and line, and no ledger is left behind`(
        file: String, content: String, line: Int
    ) throws {
        try fill()
        _ = try export(ledger, "out")
        try Data(content.utf8).write(to: URL(fileURLWithPath: folder.file("out/" + file)))
        #expect {
            _ = try Ledger.make(folder.file("new.sqlite"), fromExport: folder.file("out"))
        } throws: { error in
            let error = error as? LedgerError
            return error?.kind == .badTable && error?.line == line && error?.path.hasSuffix(file) == true
        }
        #expect(!FileManager.default.fileExists(atPath: folder.file("new.sqlite")))
    }

    @Test func `a backup is a ledger of its own and never overwrites a file`() throws {
        try fill()
        try ledger.backup(to: folder.file("backup.sqlite"))
        let backup = try Ledger.open(folder.file("backup.sqlite"), access: .readOnly)
        #expect(try export(backup, "one") == export(ledger, "two"))
        #expect {
            try ledger.backup(to: folder.file("backup.sqlite"))
        } throws: { ($0 as? LedgerError)?.kind == .alreadyThere }
    }
}

extension AddOutcome {
    fileprivate var isSuperseded: Bool { if case .superseded = self { true } else { false } }
}
