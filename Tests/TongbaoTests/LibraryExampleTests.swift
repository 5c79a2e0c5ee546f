import Extraction
import Facts
import Foundation
import Testing

/// The example of the READMEs for users of the library, compiled as it stands there.
@Suite struct LibraryExampleTests {
    @Test func `the example of the README prints what it says`() {
        var lines: [String] = []
        func print(_ items: Any...) { lines.append(items.map { "\($0)" }.joined(separator: " ")) }

        // README
        let extractor = Extractor()
        for fact in extractor.facts(in: "各社区累计清理野广告50余处。", region: "平城区") {
            print(fact.item, fact.qualifier, fact.value, fact.unit)  // 野广告 over 50 处
        }
        // end

        #expect(lines == ["野广告 over 50 处"])
    }

    @Test(arguments: ["README.md", "README.zh-CN.md"])
    func `the READMEs hold the example that is compiled`(name: String) throws {
        let readme = try String(contentsOf: Program.root.appending(path: name), encoding: .utf8)
        let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
        let example = source.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { $0 != "        // README" }.dropFirst().prefix { $0 != "        // end" }
            .map { $0.dropFirst(8) }.joined(separator: "\n")
        #expect(!example.isEmpty)
        #expect(readme.contains("```swift\nimport Extraction\n\n" + example + "\n```"))
    }
}
