import Foundation
import Testing

/// What a statistician reads out of the three months of bulletins, figure by figure, against `streets.csv`.
@Suite struct ExpectedFiguresTests {
    /// A line of `expected.tsv` that names a figure of a month; others say in words what is to be seen elsewhere.
    struct Expectation: Sendable, CustomTestStringConvertible {
        let line: Int
        let place: String
        let month: String
        let indicator: String
        let value: String
        let bound: String
        let carriedFrom: String

        var testDescription: String { "expected.tsv:\(line) \(place) \(month) \(indicator) \(value)" }

        init?(_ text: Substring, line: Int) {
            let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count >= 4, !fields[2].contains("("), !fields[0].hasSuffix("社区"),
                let match = fields[3].wholeMatch(of: /(≥?)([0-9.]+)%?(?:〔([0-9]+)月〕)?/)
            else { return nil }
            self.line = line
            (place, month, indicator) = (fields[0], fields[1], fields[2])
            value = String(match.2)
            bound = match.1.isEmpty ? "exact" : "atLeast"
            carriedFrom = match.3.map { "2026-0\($0)" } ?? ""
        }
    }

    static let expectations: [Expectation] = {
        let file = Program.root.appending(path: "Tests/TongbaoTests/Bulletins/expected.tsv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").enumerated().dropFirst().compactMap { Expectation($1, line: $0 + 1) }
    }()

    /// The rows of `streets.csv` by place, month and indicator.
    private static let figures = Result {
        let folder = try Program.temporaryFolder()
        let months = ["2026-02", "2026-03", "2026-04"].map { "Tests/TongbaoTests/Bulletins/" + $0 }
        _ = try Program.run(
            arguments: ["report"] + months + ["--region", "平城区", "--quiet", "--out", folder.path, "--no-bom"])
        let text = try String(contentsOf: folder.appending(path: "streets.csv"), encoding: .utf8)
        let rows = text.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return Dictionary(grouping: rows) { $0.count > 3 ? [$0[1], $0[0], $0[3]] : [] }
    }

    @Test(arguments: expectations)
    func `each figure is the one that a statistician reads`(_ expected: Expectation) throws {
        let found = try Self.figures.get()[[expected.place, expected.month, expected.indicator]] ?? []
        let figures = found.map { "\($0[7]) \($0[9]) \($0[11])" }
        #expect(figures.contains("\(expected.value) \(expected.bound) \(expected.carriedFrom)"), "found \(figures)")
    }
}
