import Facts
import Indicators
import Testing

@Suite struct SuggestionTests {
    static func fact(
        _ item: String, unit: String, window: Window = .unknown, action: String? = nil, document: String = "甲.txt",
        dimension: Dimension = .count, sentence: String = "句。"
    ) -> Fact {
        Fact(
            document: document, range: SourceRange(start: 0, end: 1), text: "1", value: Number(1), unit: unit,
            item: item, action: action, window: window, dimension: dimension, rule: "test", sentence: sentence)
    }

    static let facts = [
        fact("议事亭", unit: "个", window: .stock, document: "1", sentence: "现有议事亭5个。"),
        fact("各类议事亭", unit: "个", document: "2", sentence: "各类议事亭遍布街巷，共有3个。"),
        fact("议事亭", unit: "座", window: .stock, document: "3", sentence: "共有议事亭2座。"),
        fact("巾帼志愿服务队", unit: "支", document: "1"), fact("巾帼志愿服务队", unit: "支", document: "1"),
        fact("巾帼志愿服务队", unit: "支", document: "2"), fact("志愿服务队", unit: "支"), fact("志愿服务队", unit: "支"),
        fact("志愿服务队", unit: "支"), fact("罕见之物", unit: "个"),
        fact("楼道", unit: "个", window: .flow, action: "粉刷"), fact("楼道", unit: "个", window: .flow, action: "粉刷"),
        fact("楼道", unit: "个", window: .flow, action: "粉刷"), fact("楼道", unit: "个", window: .flow, action: "粉刷"),
    ]

    @Test func `frequent items that the catalogue lacks are proposed, the most frequent first`() {
        let suggestions = Catalogue.builtIn.suggestions(from: Self.facts)
        #expect(suggestions.map(\.name) == ["粉刷楼道", "议事亭", "巾帼志愿服务队"])
        #expect(suggestions.map(\.facts) == [4, 3, 3])
        #expect(suggestions.map(\.documents) == [1, 3, 2])
        #expect(suggestions.map(\.window) == [.flow, .stock, .stock])
        #expect(suggestions[1].unit == "个" && suggestions[1].measures == ["座"])
        #expect(suggestions[1].example == "共有议事亭2座。")
        #expect(suggestions[2].parent == "volunteer.team")
    }

    @Test func `the proposals do not depend on the order of the facts`() {
        let expected = Catalogue.builtIn.suggestions(from: Self.facts)
        #expect(Catalogue.builtIn.suggestions(from: Self.facts.reversed()) == expected)
    }

    @Test func `a catalogue with the proposals knows the items`() throws {
        let suggestions = Catalogue.builtIn.suggestions(from: Self.facts)
        let rows = [Catalogue.columns.joined(separator: ",")] + suggestions.map { $0.fields.joined(separator: ",") }
        let catalogue = try Catalogue(Array(rows.joined(separator: "\n").utf8))
        for (item, unit, action) in [("议事亭", "座", nil), ("各类议事亭", "个", nil), ("楼道", "个", "粉刷")] {
            let reading = catalogue.reading(of: Self.fact(item, unit: unit, action: action))
            #expect(reading.series.indicator.key != nil, "\(item)")
        }
        #expect(CatalogueCheck(catalogue).findings.allSatisfy { if case .unknownKey = $0 { true } else { false } })
    }
}
