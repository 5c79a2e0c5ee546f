import Bulletins
import Facts
import Foundation
import Testing

@testable import Extraction

/// A text to be read whole: a bulletin, or an input on which the extractor once stumbled.
struct WholeText: Sendable, CustomTestStringConvertible {
    let file: URL

    var testDescription: String { file.lastPathComponent }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardizedFileURL

    /// The files of a folder of the repository with one of the endings, by name.
    static func all(in folder: String, endings: [String]) -> [WholeText] {
        let folder = root.appending(path: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { name in endings.contains { name.hasSuffix($0) } }
            .map { WholeText(file: folder.appending(path: $0)) }
    }

    /// A year of evening news, which lies beside a checkout of the office and is no part of the repository.
    static let year = all(in: "../shared/corpus/cctv-2023", endings: [".md"])
}

@Suite struct AccountingTests {
    @Test(
        arguments: WholeText.all(in: "Tests/ExtractionTests/Fuzz", endings: [".bin"])
            + WholeText.all(in: "Tests/ExtractionTests/Bulletins", endings: [".txt"])
            + WholeText.all(in: "seeds", endings: [".txt"]))
    func `every numeral lies in one record, and every record where it says`(text: WholeText) throws {
        let bytes = Array(try Data(contentsOf: text.file))
        for region in [[], ["平城区"]] {
            guard let document = try? Document(reading: bytes, path: "", details: BulletinDetails(region: region))
            else { return }
            #expect(Accounting.faults(of: Extractor().extract(document), in: document) == [])
        }
    }

    /// One file in twelve, for a debug build reads slowly; `scripts/fuzz year` reads them all.
    @Test(.enabled(if: !WholeText.year.isEmpty), arguments: Array(stride(from: 5, to: WholeText.year.count, by: 12)))
    func `news of a year is accounted for`(index: Int) throws {
        let text = WholeText.year[index]
        let document = try Document(reading: Array(try Data(contentsOf: text.file)), path: text.testDescription)
        let extraction = Extractor().extract(document)
        #expect(Accounting.faults(of: extraction, in: document) == [])
        #expect(extraction.facts.count + extraction.setAside.count > 10)
    }

    /// What is looked for within a sentence takes time that grows with its length.
    @Test(arguments: ["每1", "1个", "1分之", "1亿元", "1字", "一个，"])
    func `a sentence that never ends is broken off`(piece: String) {
        let extraction = Extractor().extraction(of: String(repeating: piece, count: 5000))
        let sentences = extraction.facts.map(\.sentence) + extraction.setAside.map(\.sentence)
        // A fraction takes two of the numerals.
        #expect(sentences.count >= 2500)
        #expect(sentences.allSatisfy { $0.utf8.count <= 3010 })
    }

    /// Each of these takes minutes where a rule looks ahead over all that a number may hold.
    @Test(arguments: ["1.", "1,", "1+", "一", "一点", "1来"])
    func `a paragraph of nothing but numerals takes linear time`(piece: String) {
        let extraction = Extractor().extraction(of: String(repeating: piece, count: 50_000))
        #expect(!(extraction.facts.isEmpty && extraction.setAside.isEmpty))
    }

    @Test func `a record that is lost, doubled or moved is a fault`() throws {
        let document = try Document(reading: Array("清理野广告50余处。".utf8), path: "")
        let whole = Extractor().extract(document)
        func faults(_ change: (inout Extraction) -> Void) -> [Accounting.Fault.Kind] {
            var changed = whole
            change(&changed)
            return Accounting.faults(of: changed, in: document).map(\.kind)
        }
        #expect(faults { _ in } == [])
        #expect(faults { $0.facts = [] } == [.missing, .missing])
        #expect(faults { $0.facts += $0.facts } == [.twice, .twice])
        #expect(faults { $0.facts[0].text = "50" } == [.misquoted])
        #expect(faults { $0.facts[0].range.end = 100 } == [.outside, .missing, .missing])
    }
}
