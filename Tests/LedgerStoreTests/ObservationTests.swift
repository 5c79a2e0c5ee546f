import Facts
import Foundation
import GRDB
import Testing

@testable import LedgerStore

@Suite struct ObservationTests {
    @Test func `columns of every width come back from bytes`() throws {
        let samples: [[Int64]] = [
            [], [5], [7, 7, 7], [0, 255], [-1, 254], [1000, 66_535], [0, 65_536], [.min, .max], [-3, 4_294_967_292],
            [1 << 40, (1 << 40) + 4_294_967_295],
        ]
        for sample in samples {
            let block = ObservationBlock(columns: ObservationBlock.Column.allCases.map { _ in sample })
            let packed = block.packed
            #expect(ObservationBlock(packed: packed) == block)
            for length in 0..<packed.count { #expect(ObservationBlock(packed: Array(packed[..<length])) == nil) }
        }
    }

    @Test func `packed facts say what the rows say, through every kind of change`() throws {
        let folder = try Folder()
        let ledger = try Ledger.open(folder.file("test.sqlite"))
        for number in 0..<9 { try ledger.add(Self.bulletin(number)) }
        #expect(try Self.blocks(ledger) == 1)
        try Self.expectAgreement(ledger)

        try ledger.withdraw("file:3.txt", reason: "", author: "", at: "2026-01-01")
        try Self.expectAgreement(ledger)
        try ledger.restore("file:3.txt", reason: "", author: "王某", at: "2026-05-06")
        let reference = FactReference(bulletin: "file:5.txt", sentence: "第5句", text: "17个", occurrence: 1)
        try ledger.decide([Decision(.reject(reference), at: "2026-01-01", author: "")])
        try Self.expectAgreement(ledger)
        try ledger.add(Self.bulletin(6, content: "corrected"))
        try Self.expectAgreement(ledger)
        try ledger.add(Self.bulletin(7, extractor: "2"))
        try Self.expectAgreement(ledger)
        try ledger.queue.inDatabase { db in try db.execute(sql: "UPDATE fact SET amount = '9' WHERE id = 100") }
        try Self.expectAgreement(ledger)
        #expect(try ledger.check().isEmpty)
    }

    @Test func `check finds packed facts that were tampered with`() throws {
        let folder = try Folder()
        let ledger = try Ledger.open(folder.file("test.sqlite"))
        for number in 0..<9 { try ledger.add(Self.bulletin(number)) }
        #expect(try ledger.check().isEmpty)
        try ledger.queue.inDatabase { db in
            var block = try ledger.storedBlock(0, in: db)
            block.columns[ObservationBlock.Column.valueLow.rawValue][17] += 1
            try db.execute(sql: "UPDATE block SET columns = ? WHERE id = 0", arguments: [Data(block.packed)])
        }
        #expect(try ledger.check().map(\.severity) == [.fault])
        try ledger.queue.inDatabase { db in try db.execute(sql: "DELETE FROM block") }
        #expect(try ledger.check().map(\.severity) == [.fault])
    }

    private static func bulletin(_ number: Int, content: String? = nil, extractor: String = "1") -> BulletinRecord {
        let facts = (0..<1000).map { index in
            var fact = Sample.fact(
                "\(index)个", value: index * 37, item: "指标\(index % 5)", start: index * 4, document: "\(number).txt",
                sentence: "第\(number)句")
            if index % 7 == 0 { fact.upper = Number("12345678901234567890123.5") }
            if index % 11 == 0 { fact.value = Number(coefficient: -98_765_432_109_876_543_210_987, exponent: -3) }
            return fact
        }
        return Sample.bulletin("\(number).txt", content: content, extractor: extractor, facts: facts)
    }

    private static func blocks(_ ledger: Ledger) throws -> Int? {
        try ledger.queue.inDatabase { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM block") }
    }

    private static func expectAgreement(_ ledger: Ledger) throws {
        var packed: [String] = []
        try ledger.readObservations { block, keys in
            for index in 0..<block.count {
                let place = keys.places[Int(block.places[index])]
                let series = keys.series[Int(block.series[index])]
                let period = keys.periods[Int(block.periods[index])]
                let upper = block.upper(at: index)?.description ?? "-"
                packed.append(
                    "\(block.facts[index]) \(block.bulletins[index]) \(place) \(series.indicator) \(series.window) \(period) "
                        + "\(block.value(at: index)) \(upper) \(block.published[index])")
            }
        }
        let rows = try ledger.facts().map { stored in
            let resolution = stored.resolution
            return "\(stored.id) \(stored.bulletin) \(resolution.place) \(resolution.indicator) \(resolution.window) "
                + "\(resolution.period) \(resolution.value) \(resolution.upper?.description ?? "-") 20260403"
        }
        #expect(Set(packed) == Set(rows))
        #expect(packed.count == rows.count)
    }
}
