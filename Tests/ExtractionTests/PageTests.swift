import Facts
import Testing

@testable import Extraction

/// Whole pages with their headings, tables and broken lines: what they say beside their sentences.
@Suite struct PageTests {
    @Test(arguments: try ExtractionCase.load("pages.tsv"))
    func `pages: what is counted, where and when`(_ example: ExtractionCase) {
        let told = example.facts { fact in
            [
                fact.text, fact.item.isEmpty ? "-" : fact.item, fact.place.joined(separator: "›"), fact.window.rawValue,
                fact.from.map { "\($0)..\(fact.to.map(String.init(describing:)) ?? "")" } ?? "-",
            ]
        }
        #expect(told == example.expected)
    }
}
