import Facts
import Foundation
import Testing

@testable import Extraction

/// One line of a case table: a text and the facts that it holds.
struct ExtractionCase: Sendable, CustomTestStringConvertible {
    let line: Int
    let text: String
    let expected: String

    var testDescription: String { "quantities.tsv:\(line) \(text)" }

    static func load(_ name: String) throws -> [ExtractionCase] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/\(name)")
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { index, line in
            let parts = line.split(separator: "\t")
            guard parts.count == 2, !line.hasPrefix("#") else { return nil }
            return ExtractionCase(line: index + 1, text: String(parts[0]), expected: String(parts[1]))
        }
    }
}

@Suite struct ExtractionTests {
    @Test(arguments: try ExtractionCase.load("quantities.tsv"))
    func `texts hold the facts of their table`(_ example: ExtractionCase) {
        let facts = Extractor().facts(in: example.text).map { fact in
            let upper = fact.upper.map { "..\($0)" } ?? ""
            return "\(fact.qualifier.rawValue) \(fact.value)\(upper) \(fact.unit) \(fact.item)"
        }
        #expect((facts.isEmpty ? "-" : facts.joined(separator: " | ")) == example.expected)
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
