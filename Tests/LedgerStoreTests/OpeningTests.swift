import Foundation
import GRDB
import Testing

@testable import LedgerStore

@Suite struct OpeningTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private func kind(_ body: () throws -> Void) -> LedgerError.Kind? {
        do {
            try body()
            return nil
        } catch {
            return (error as? LedgerError)?.kind
        }
    }

    @Test func `a missing folder and a missing ledger are told`() throws {
        #expect(kind { _ = try Ledger.open(folder.file("no/such/ledger.sqlite")) } == .missing)
        #expect(kind { _ = try Ledger.open(folder.file("none.sqlite"), access: .readOnly) } == .missing)
        #expect(kind { _ = try Ledger.open(folder.path) } == .failed)
        #expect(!FileManager.default.fileExists(atPath: folder.file("none.sqlite")))
    }

    @Test func `a file that is no ledger is left untouched`() throws {
        let text = folder.file("text.sqlite")
        try Data("not a database at all, only words".utf8).write(to: URL(fileURLWithPath: text))
        let other = folder.file("other.sqlite")
        try DatabaseQueue(path: other).inDatabase { db in try db.execute(sql: "CREATE TABLE note (text)") }
        for path in [text, other] {
            let before = FileManager.default.contents(atPath: path)
            #expect(kind { _ = try Ledger.open(path) } == .notALedger)
            #expect(FileManager.default.contents(atPath: path) == before)
        }
    }

    @Test func `a ledger of a newer version is left untouched`() throws {
        let path = folder.file("newer.sqlite")
        let ledger = try Ledger.open(path)
        try ledger.queue.inDatabase { db in
            try db.execute(sql: "PRAGMA user_version = 99")
            try db.checkpoint(.truncate)
        }
        try ledger.queue.close()
        let before = FileManager.default.contents(atPath: path)
        #expect(kind { _ = try Ledger.open(path) } == .newerVersion)
        #expect(kind { _ = try Ledger.open(path, access: .readOnly) } == .newerVersion)
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test func `in a ledger of version 1 the decisions of one day apply as they were entered`() throws {
        let path = folder.file("earlier.sqlite")
        let ledger = try Ledger.open(path)
        try ledger.add(Sample.bulletin())
        try ledger.add(Sample.bulletin("gone.txt"))
        try ledger.withdraw("file:gone.txt", reason: "错发", author: "王某", at: "2026-04-05")
        let fact = FactReference(bulletin: "file:page.txt", sentence: "永泰街道有志愿服务队451支。", text: "451支")
        try ledger.decide([
            Decision(.reject(fact), at: "2026-04-10", author: "李某"),
            Decision(.accept(fact), at: "2026-04-10", author: "李某"),
        ])
        // Version 1 applied accept before reject.
        try ledger.queue.inDatabase { db in
            try db.execute(sql: "UPDATE fact SET verdict = 'rejected' WHERE verdict = 'accepted'")
            try db.execute(sql: "DROP TABLE withdrawal; PRAGMA user_version = 1")
        }
        try ledger.queue.close()
        let reader = try Ledger.open(path, access: .readOnly)
        #expect(try reader.facts().count == 1)
        #expect(try reader.show("file:gone.txt").withdrawals.isEmpty)
        #expect(try reader.check().isEmpty)
        try reader.export(to: folder.file("export"))
        let writer = try Ledger.open(path)
        #expect(try writer.facts().map(\.verdict) == [.accepted, nil])
        #expect(try writer.show("file:gone.txt").withdrawals.map(\.reason) == ["错发"])
        #expect(try writer.check().isEmpty)
        #expect(try writer.decide([Decision(.reject(fact), at: "2026-04-10", author: "李某")]).count == 1)
        #expect(try writer.facts().count == 1)
    }

    @Test func `an error of the caller's own comes out as it is`() throws {
        struct Stop: Error, Equatable {}
        let ledger = try Ledger.open(folder.file("test.sqlite"))
        try ledger.add(Sample.bulletin())
        #expect(throws: Stop()) { try ledger.readFacts { _ in throw Stop() } }
        #expect(throws: Stop()) { try ledger.readBulletins { _ in throw Stop() } }
        #expect(throws: Stop()) { try ledger.readObservations { _, _ in throw Stop() } }
        #expect(throws: Stop()) { try ledger.readPackedObservations { _, _ in throw Stop() } }
        // SQLite's own are told as the ledger's.
        try ledger.queue.inDatabase { db in try db.execute(sql: "UPDATE fact SET value = '四'") }
        #expect(kind { try ledger.readFacts { _ in } } == .damaged)
    }

    @Test func `damage is found and reported`() throws {
        let path = folder.file("damaged.sqlite")
        let ledger = try Ledger.open(path)
        for number in 0..<50 { try ledger.add(Sample.bulletin("\(number).txt")) }
        try ledger.queue.inDatabase { db in _ = try db.checkpoint(.truncate) }
        try ledger.queue.close()
        var bytes = try #require(FileManager.default.contents(atPath: path))
        for index in stride(from: 8192, to: bytes.count, by: 3) { bytes[index] = 0xA5 }
        try bytes.write(to: URL(fileURLWithPath: path))
        let found = kind {
            let findings = try Ledger.open(path).check()
            #expect(findings.contains { $0.severity == .fault })
        }
        #expect(found == nil || found == .damaged)
    }

    @Test func `a full disk leaves the bulletin out as a whole`() throws {
        let ledger = try Ledger.open(folder.file("full.sqlite"))
        try ledger.add(Sample.bulletin("first.txt"))
        try ledger.queue.inDatabase { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let large = (0..<2000).map {
            Sample.fact("\($0)个", value: $0, item: "网格", start: $0 * 5, document: "large.txt")
        }
        #expect(kind { _ = try ledger.add(Sample.bulletin("large.txt", facts: large)) } == .diskFull)
        #expect(try ledger.bulletins().map(\.path) == ["first.txt"])
        #expect(try ledger.check().isEmpty)
        try ledger.queue.inDatabase { db in try db.execute(sql: "PRAGMA max_page_count = 1000000") }
        try ledger.add(Sample.bulletin("large.txt", facts: large))
        #expect(try ledger.facts().count == 2002)
    }

    @Test func `a ledger opened for reading is read and not written`() throws {
        let path = folder.file("test.sqlite")
        try Ledger.open(path).add(Sample.bulletin())
        let reader = try Ledger.open(path, access: .readOnly)
        #expect(try reader.facts().count == 2)
        #expect(kind { _ = try reader.add(Sample.bulletin("b.txt")) } == .readOnly)
    }

    @Test func `errors name the file and the remedy`() {
        #expect(
            LedgerError.newerVersion("tongbao.sqlite").description
                == "tongbao.sqlite: a newer version of Tongbao wrote this ledger. Install that version; the file was left untouched."
        )
    }

    @Test func `many writers at once lose nothing`() async throws {
        let path = folder.file("shared.sqlite")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    let ledger = try Ledger.open(path)
                    for number in 0..<25 { try ledger.add(Sample.bulletin("\(writer)-\(number).txt")) }
                }
            }
            try await group.waitForAll()
        }
        let ledger = try Ledger.open(path)
        #expect(try ledger.bulletins().count == 100)
        #expect(try ledger.facts().count == 200)
        #expect(try ledger.check().isEmpty)
    }

    @Test func `a file that was left with a hot journal is read`() throws {
        let path = folder.file("hot.sqlite")
        try Ledger.open(path).queue.close()
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = DELETE")
            try db.execute(sql: "PRAGMA cache_spill = 1; PRAGMA cache_size = 1; BEGIN IMMEDIATE")
            for number in 0..<500 {
                try db.execute(sql: "INSERT INTO bulletin (key) VALUES (?)", arguments: ["file:\(number).txt"])
            }
            for suffix in ["", "-journal"] {
                try FileManager.default.copyItem(atPath: path + suffix, toPath: folder.file("copy.sqlite") + suffix)
            }
            try db.execute(sql: "ROLLBACK")
        }
        for access in [Ledger.Access.readOnly, .readWrite] {
            let ledger = try Ledger.open(folder.file("copy.sqlite"), access: access)
            #expect(try ledger.check().isEmpty)
            #expect(try ledger.bulletins().isEmpty)
        }
    }

    @Test func `a process killed while it adds leaves whole bulletins only`() async throws {
        let path = folder.file("killed.sqlite")
        for round in 1...25 {
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, round = round as Int] in
                let process = ProcessInfo.processInfo.processIdentifier
                Thread.detachNewThread {
                    Thread.sleep(forTimeInterval: 0.003 * Double(round))
                    kill(process, SIGKILL)
                }
                while true {
                    let ledger = try Ledger.open(path)
                    for number in 0..<40 { try ledger.add(KilledLoad.bulletin(number)) }
                    for number in 0..<40 { try ledger.add(KilledLoad.bulletin(number, corrected: true)) }
                }
            }
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let ledger = try Ledger.open(path)
            #expect(try ledger.check().isEmpty, "round \(round)")
            let whole = try ledger.counts().values.allSatisfy { $0.facts == 300 && $0.setAside == 1 }
            #expect(whole, "round \(round)")
            try ledger.queue.close()
        }
        let ledger = try Ledger.open(path)
        let undisturbed = try Ledger.open(folder.file("undisturbed.sqlite"))
        for target in [ledger, undisturbed] {
            for number in 0..<40 { try target.add(KilledLoad.bulletin(number)) }
            for number in 0..<40 { try target.add(KilledLoad.bulletin(number, corrected: true)) }
        }
        #expect(try ledger.present() == undisturbed.present())
    }
}

/// Bulletins large enough that a kill falls into the middle of one.
enum KilledLoad {
    static func bulletin(_ number: Int, corrected: Bool = false) -> BulletinRecord {
        let facts = (0..<300).map { index in
            Sample.fact(
                "\(index)个", value: corrected ? index + 1 : index, item: "网格", start: index * 5,
                document: "\(number).txt", sentence: "网格\(index)个。")
        }
        return Sample.bulletin("\(number).txt", content: "\(number) \(corrected)", facts: facts)
    }
}
