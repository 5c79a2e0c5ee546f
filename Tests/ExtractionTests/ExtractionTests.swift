import Facts
import Foundation
import Testing

@testable import Extraction

/// One line of a case table: a text and what is read in it.
struct ExtractionCase: Sendable, CustomTestStringConvertible {
    let table: String
    let line: Int
    let text: String
    let expected: String

    var testDescription: String { "\(table):\(line) \(text)" }

    static func load(_ name: String) throws -> [ExtractionCase] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/\(name)")
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { index, line in
            let parts = line.split(separator: "\t")
            guard parts.count == 2, !line.hasPrefix("#") else { return nil }
            // A ⏎ stands for a line break in the text, a ⇥ for a tab.
            let text = String(parts[0]).replacing("⏎", with: "\n").replacing("⇥", with: "\t")
            return ExtractionCase(table: name, line: index + 1, text: text, expected: String(parts[1]))
        }
    }

    static let published = CalendarDate(year: 2026, month: 4, day: 3)

    /// The text read as a bulletin of 3 April 2026.
    func extraction(published: CalendarDate? = ExtractionCase.published, region: String = "平城区") -> Extraction {
        Extractor().extraction(of: text, published: published, region: region)
    }

    /// The facts of the text, each told in words.
    func facts(
        published: CalendarDate? = ExtractionCase.published, region: String = "平城区", _ words: (Fact) -> [String]
    ) -> String {
        let told = extraction(published: published, region: region).facts.map { words($0).joined(separator: " ") }
        return told.isEmpty ? "-" : told.joined(separator: " | ")
    }
}

@Suite struct ExtractionTests {
    @Test(arguments: try ExtractionCase.load("quantities.tsv"))
    func `quantities: value, unit, qualifier and range`(_ example: ExtractionCase) {
        let told = example.facts { fact in
            ["\(fact.qualifier.rawValue) \(fact.value)\(fact.upper.map { "..\($0)" } ?? "")", fact.unit, fact.item]
        }
        #expect(told == example.expected)
    }

    @Test(arguments: try ExtractionCase.load("items.tsv"))
    func `items: what is counted, and by which rule`(_ example: ExtractionCase) {
        #expect(example.facts { [$0.text, $0.item, $0.rule] } == example.expected)
    }

    @Test(arguments: try ExtractionCase.load("places.tsv"))
    func `places: where a figure belongs`(_ example: ExtractionCase) {
        #expect(example.facts { [$0.text, $0.place.joined(separator: "›")] } == example.expected)
    }

    @Test(arguments: try ExtractionCase.load("places-regions.tsv"))
    func `places: where a figure belongs in a bulletin of another district or city`(_ example: ExtractionCase) throws {
        // The region stands before the text: 武侯区｜今年以来，…
        let parts = example.text.split(separator: "｜", maxSplits: 1)
        let region = String(try #require(parts.first))
        let told = ExtractionCase(
            table: example.table, line: example.line, text: String(try #require(parts.last)), expected: example.expected
        )
        #expect(told.facts(region: region) { [$0.text, $0.place.joined(separator: "›")] } == example.expected)
    }

    @Test(arguments: try ExtractionCase.load("places-national.tsv"))
    func `places in news of the whole country and from abroad`(_ example: ExtractionCase) {
        let told = example.facts(region: "全国") { [$0.text, $0.place.joined(separator: "›")] }
        #expect(told == example.expected)
    }

    @Test(arguments: try ExtractionCase.load("places-unknown.tsv"))
    func `places: where a figure belongs in a text of no told region`(_ example: ExtractionCase) {
        let told = example.facts(region: "") { fact in
            [fact.text, fact.place.isEmpty ? "-" : fact.place.joined(separator: "›")]
        }
        #expect(told == example.expected)
    }

    @Test(arguments: try ExtractionCase.load("periods.tsv"))
    func `periods: the time of a figure, and its days`(_ example: ExtractionCase) {
        let told = example.facts { fact in
            [fact.text, fact.period ?? "-", fact.from?.description ?? "-", fact.to?.description ?? "-"]
        }
        #expect(told == example.expected)
    }

    @Test(arguments: [
        ("过去一年，新建公园6座。", "2025-01-01 2025-12-31"),
        ("这五年，改造老旧小区120个。", "2021-01-01 2025-12-31"),
        // What runs on, or is counted from the day of writing, is not made whole years.
        ("过去一年来，办结诉求80件。", "- 2026-02-03"),
        ("近三年，办结诉求80件。", "- 2026-02-03"),
    ])
    func `periods: years just over, looked back on early in the next`(_ text: String, days: String) throws {
        let published = CalendarDate(year: 2026, month: 2, day: 3)
        let fact = try #require(
            Extractor().extraction(of: text, published: published, region: "平城区").facts.first)
        #expect("\(fact.from?.description ?? "-") \(fact.to?.description ?? "-")" == days)
    }

    @Test(arguments: try ExtractionCase.load("plans.tsv"))
    func `plans: what is a result and what is still to come`(_ example: ExtractionCase) {
        #expect(example.facts { [$0.text, $0.status.rawValue] } == example.expected)
    }

    @Test(arguments: try ExtractionCase.load("plans-undated.tsv"))
    func `plans: what is still to come in a text without a date`(_ example: ExtractionCase) {
        #expect(example.facts(published: nil) { [$0.text, $0.status.rawValue] } == example.expected)
    }

    @Test(arguments: try ExtractionCase.load("windows.tsv"))
    func `windows: stock, flow, and what was done`(_ example: ExtractionCase) {
        let told = example.facts { fact in
            [fact.text, fact.window.rawValue, fact.action ?? "-", fact.partOf == nil ? "-" : "part"]
        }
        #expect(told == example.expected)
    }

    @Test(arguments: try ExtractionCase.load("setting-aside.tsv"))
    func `setting aside: numerals that are no facts`(_ example: ExtractionCase) {
        let told = example.extraction().setAside.map { "\($0.text) \($0.reason.rawValue) \($0.rule)" }
        #expect((told.isEmpty ? "-" : told.joined(separator: " | ")) == example.expected)
    }

    /// A rule without a case is a rule that nobody can look up.
    @Test func `every rule has a case`() throws {
        let tables = try ["items.tsv", "setting-aside.tsv", "quantities.tsv"].flatMap(ExtractionCase.load)
        let seen = Set(
            tables.flatMap { example in
                let extraction = example.extraction()
                return extraction.facts.map(\.rule) + extraction.setAside.map(\.rule)
            })
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Extraction")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        var rules: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(
                of:
                    /[^\["]"((?:item|age|article|clock|condition|contact|date|furniture|name|numbering|ordinal|phrase|rank|reference|slogan|structure|unread|word)(?:\.[a-z-]+)?)"/
            ) {
                rules.insert(String(match.1))
            }
        }
        #expect(rules.count > 40)
        #expect(rules.subtracting(seen).sorted() == [])
    }

    @Test(arguments: 0..<200) func `any text is accounted for, and nothing traps`(seed: Int) {
        var state = UInt64(truncatingIfNeeded: seed &* 2_654_435_761 &+ 12345)
        let pieces = Array("一二三十百万亿半两几数多余0123456789.,，。、；：“”（）个家名年月日第至到—~%增长下降达为了的社区街道清理超近约翻番成倍A+-\n 分之")
        var text = ""
        for _ in 0..<120 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text.append(pieces[Int(state >> 33) % pieces.count])
        }
        let extraction = Extractor().extraction(of: text)
        let scalars = Array(text.unicodeScalars)
        var covered = Array(repeating: 0, count: scalars.count)
        for range in extraction.facts.map(\.range) + extraction.setAside.map(\.range) {
            #expect(range.start >= 0 && range.start < range.end && range.end <= scalars.count, "seed \(seed)")
            for index in range.start..<min(range.end, scalars.count) { covered[index] += 1 }
        }
        for (index, scalar) in scalars.enumerated() where ScalarClasses.shared[scalar.value].startsNumeral {
            #expect(covered[index] == 1, "seed \(seed): \(scalar) at \(index) in \(text)")
        }
    }
}
