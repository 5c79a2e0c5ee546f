import Bulletins
import Facts
import Foundation
import Testing

@testable import Extraction

/// Bulletins with facts that were found by reading, against what the extractor finds in them.
@Suite struct BulletinScoreTests {
    /// Counted over the bulletins of a folder: what the reading promises, and less is a step back.
    @Test(arguments: GoldFolder.allCases)
    func `bulletins read by hand are read alike`(_ folder: GoldFolder) throws {
        var score = Score()
        for bulletin in try GoldBulletin.all(in: folder) {
            let facts = try bulletin.extraction().facts
            score.add(facts: facts, gold: bulletin.gold)
        }
        let floor = folder.floor
        #expect(score.gold >= floor.gold)
        #expect(score.quantity >= floor.quantity, "\(score)")
        #expect(score.item >= floor.item, "\(score)")
        #expect(score.fact >= floor.fact, "\(score)")
    }

    @Test(arguments: GoldFolder.allCases)
    func `every numeral of a bulletin lies in exactly one record`(_ folder: GoldFolder) throws {
        for bulletin in try GoldBulletin.all(in: folder) {
            let extraction = try bulletin.extraction()
            let scalars = Array(bulletin.text.unicodeScalars)
            var covered = Array(repeating: 0, count: scalars.count)
            for range in extraction.facts.map(\.range) + extraction.setAside.map(\.range) {
                for index in range.start..<range.end { covered[index] += 1 }
            }
            for (index, scalar) in scalars.enumerated() where ScalarClasses.shared[scalar.value].startsNumeral {
                #expect(covered[index] == 1, "\(bulletin.name): \(scalar) at \(index)")
            }
        }
    }
}

/// Bulletins of one kind.
enum GoldFolder: String, CaseIterable {
    /// Street news as newspapers and offices write it, on which the rules were made.
    case bulletins = "Bulletins"
    /// Thirty figures in half a page: yearbooks, notices, lists, dialect, tables in text. They are read worse than any
    /// real page, and show where reading still fails.
    case dense = "DenseBulletins"
    /// Street news of many figures that was written later, read worse at first sight, and looked at since.
    case later = "LaterBulletins"
    /// Excerpts of work reports of provinces and cities, with figures that are invented.
    case reports = "WorkReports"
    /// Feature stories of evening papers, which tell more than they list: heads are left out, places come and go.
    case features = "FeatureStories"
    /// Such news that was written when the rules stood, and by which none was made.
    case fresh = "FreshBulletins"
    /// Street news of five cities as their offices and newspapers tell it, in words and figures of our own, on which rules were mended.
    case city = "CityNews"
    /// More of it, which nobody who makes rules reads: how news is read at first sight.
    case heldBack = "HeldBackNews"

    /// How many facts the folder holds at least, and the scores below which reading must not fall.
    var floor: (gold: Int, quantity: Double, item: Double, fact: Double) {
        switch self {
        case .bulletins: (1_900, 0.993, 0.881, 0.848)
        case .dense: (2_000, 0.982, 0.746, 0.65)
        case .later: (6_500, 0.989, 0.838, 0.782)
        case .reports: (330, 0.995, 0.881, 0.861)
        case .features: (510, 0.99, 0.657, 0.498)
        case .fresh: (490, 0.984, 0.808, 0.711)
        case .city: (1_840, 0.985, 0.79, 0.73)
        case .heldBack: (1_130, 0.98, 0.79, 0.64)
        }
    }
}

/// A fact that a reader found.
private struct GoldFact: Decodable {
    var start: Int
    var end: Int
    var value: Decimal
    var upper: Decimal?
    var unit: String
    var qualifier: String
    var change: String
    var status: String
    var item: String
    var place: [String]
    var optional: Bool?
}

private struct GoldBulletin {
    var name: String
    var text: String
    var details: BulletinDetails
    var gold: [GoldFact]

    func extraction() throws -> Extraction {
        let document = try Document(reading: Array(text.utf8), path: name, details: details)
        return Extractor().extract(document)
    }

    static func all(in kind: GoldFolder) throws -> [GoldBulletin] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: kind.rawValue)
        let manifest = try Manifest(
            reading: Array(Data(contentsOf: folder.appending(path: "manifest.csv"))), path: "manifest.csv")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
        return try names.sorted().map { name in
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let lines = try String(
                contentsOf: folder.appending(path: name.replacing(".txt", with: ".jsonl")), encoding: .utf8)
            let gold = try lines.split(separator: "\n").filter { !$0.contains("\"setAside\"") }.map {
                try JSONDecoder().decode(GoldFact.self, from: Data($0.utf8))
            }
            return GoldBulletin(
                name: name, text: text, details: manifest.entry(for: name)?.details ?? BulletinDetails(), gold: gold)
        }
    }
}

/// Counts as a row that could enter a ledger as it stands: the same quantity, an item alike, and qualifier, change,
/// status and narrowest place the same.
private struct Score: CustomStringConvertible {
    var gold = 0
    private var predicted = 0
    private var found = 0
    private var right = 0
    private var items = 0.0

    var quantity: Double { 2 * Double(found) / Double(gold + predicted) }
    var item: Double { items / Double(max(found, 1)) }
    var fact: Double { 2 * Double(right) / Double(gold + predicted) }

    var description: String { "quantity \(quantity), item \(item), fact \(fact)" }

    mutating func add(facts: [Fact], gold all: [GoldFact]) {
        var used: Set<Int> = []
        for expected in all.sorted(by: { !($0.optional ?? false) && ($1.optional ?? false) }) {
            let touching = facts.indices.filter {
                !used.contains($0) && facts[$0].range.start < expected.end && expected.start < facts[$0].range.end
            }
            if expected.optional ?? false {
                used.formUnion(touching)
                continue
            }
            gold += 1
            guard
                let index = touching.first(where: { index in
                    let fact = facts[index]
                    return Decimal(string: fact.value.description) == expected.value
                        && fact.upper.flatMap { Decimal(string: $0.description) } == expected.upper
                        && fact.unit == expected.unit
                })
            else { continue }
            used.insert(index)
            found += 1
            let fact = facts[index]
            let agreement = likeness(fact.item, expected.item)
            items += agreement
            let same =
                fact.qualifier.rawValue == expected.qualifier && fact.change.rawValue == expected.change
                && fact.status.rawValue == expected.status && Score.samePlace(fact.place, expected.place)
            if agreement >= 0.6, same { right += 1 }
        }
        // What only touches an optional fact is neither right nor wrong.
        predicted +=
            facts.indices.filter { index in
                !all.contains {
                    ($0.optional ?? false) && facts[index].range.start < $0.end && $0.start < facts[index].range.end
                }
            }.count
    }

    private static func samePlace(_ left: [String], _ right: [String]) -> Bool {
        func narrow(_ place: [String]) -> String {
            guard var name = place.last, name != "全国" else { return "" }
            for suffix in [
                "特别行政区", "自治区", "自治州", "自治县", "街道办事处", "街道", "街办", "社区", "省", "市", "区", "县", "镇", "乡", "村",
            ] where name.hasSuffix(suffix) {
                name.removeLast(suffix.count)
                break
            }
            return name.replacing("、", with: "")
        }
        let (first, second) = (narrow(left), narrow(right))
        return first == second
            || min(first.count, second.count) >= 2 && (first.hasPrefix(second) || second.hasPrefix(first))
    }
}
