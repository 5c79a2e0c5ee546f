import Facts
import Testing

@testable import Extraction

/// What a figure counts, where and when stays the same however the sentence is dressed.
@Suite struct ParaphraseTests {
    private func told(_ text: String) -> [[String]] {
        ExtractionCase(table: "", line: 0, text: text, expected: "").extraction().facts.map { fact in
            [
                fact.item, fact.action ?? "-", fact.window.rawValue, fact.status.rawValue, fact.change.rawValue,
                fact.place.joined(separator: "›"), fact.period ?? "-", "\(fact.value)", fact.unit,
            ]
        }
    }

    @Test(arguments: try ExtractionCase.load("paraphrases.tsv"), ["约", "大约", "近", "将近", "超", "超过", "逾", "不少于"])
    func `a number that is qualified counts what the bare number counts`(_ example: ExtractionCase, bound: String) {
        let plain = told(example.text.replacing("*", with: ""))
        #expect("\(plain.count)" == example.expected)
        #expect(told(example.text.replacing("*", with: bound)) == plain)
    }

    @Test(arguments: try ExtractionCase.load("paraphrases.tsv"))
    func `what is said aloud is read as what is written`(_ example: ExtractionCase) {
        let plain = example.text.replacing("*", with: "")
        #expect(told("“\(plain)。”街道负责人介绍。") == told("\(plain)。"))
        #expect(told("街道负责人介绍：“\(plain)。”") == told("\(plain)。"))
    }
}
