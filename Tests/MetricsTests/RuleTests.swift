import Foundation
import Metrics
import Testing

/// Every rule of the arithmetic has a table of its own in `Cases`, and a test that names it.
@Suite struct RuleTests {
    private func check(_ row: StatisticsCase) throws {
        let answer = try row.answered()
        #expect(answer == row.answer)
    }

    // MARK: What makes two figures the same indicator

    @Test(arguments: try StatisticsCase.load("same-indicator.tsv"))
    func `item, action, dimension, window, change and status make an indicator`(row: StatisticsCase) throws {
        try check(row)
    }

    // MARK: Windows

    @Test(arguments: try StatisticsCase.load("stock.tsv"))
    func `a stock is the latest over months and the sum over streets`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("flow.tsv"))
    func `a flow is the sum of months that tile the period`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("year-to-date.tsv"))
    func `a year's running figure is differenced into months`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("cumulative.tsv"))
    func `a cumulative figure is the latest, a month its difference`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("ratio.tsv"))
    func `a ratio is recomputed from its parts, else listed`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("level.tsv"))
    func `a level is listed and never summed`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("unknown-window.tsv"))
    func `a figure of unknown window is listed and never summed`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("windows-apart.tsv"))
    func `different windows are different series, and parts are never added to wholes`(row: StatisticsCase) throws {
        try check(row)
    }

    @Test(arguments: try StatisticsCase.load("period-not-print-date.tsv"))
    func `a fact belongs to the period that it speaks of, not to the day of print`(row: StatisticsCase) throws {
        try check(row)
    }

    @Test(arguments: try StatisticsCase.load("stocks-over-gaps.tsv"))
    func `a stock is carried over gaps with its month`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("differences-over-gaps.tsv"))
    func `no difference over a gap, and no negative month`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("longer-periods.tsv"))
    func `quarters, half-years and years follow the rule of the window`(row: StatisticsCase) throws { try check(row) }

    // MARK: Same, contradictory, or two events

    @Test(arguments: try StatisticsCase.load("same-fact-twice.tsv"))
    func `the same fact twice counts once, two like events twice`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("contradictions.tsv"))
    func `contradictions are kept, flagged and decided`(row: StatisticsCase) throws { try check(row) }

    // MARK: Qualified numbers

    @Test(arguments: try StatisticsCase.load("qualified-sums.tsv"))
    func `a sum with a bound is a bound`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("qualified-differences.tsv"))
    func `differences and growth of bounds are not computed`(row: StatisticsCase) throws { try check(row) }

    // MARK: Roll-up

    @Test(arguments: try StatisticsCase.load("communities-to-street.tsv"))
    func `a street's own figure stands, else the sum of its communities`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("streets-to-district.tsv"))
    func `the district's own figure stands beside the sum of its streets`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("overlapping-units.tsv"))
    func `units that can overlap between places get no sum`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("joined-places.tsv"))
    func `a place that joins several belongs to none of them`(row: StatisticsCase) throws { try check(row) }

    // MARK: Change, rank, share, summary

    @Test(arguments: try StatisticsCase.load("change.tsv"))
    func `change where both values exist, per cent on a positive base`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("rank.tsv"))
    func `ties share a rank, in the catalogue's direction`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("share.tsv"))
    func `a share is of the sum of those that reported`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("fewest-streets.tsv"))
    func `rank, share and summary need three streets that reported`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("missing.tsv"))
    func `no data is not zero`(row: StatisticsCase) throws { try check(row) }

    @Test(arguments: try StatisticsCase.load("plan-and-result.tsv"))
    func `plan and result are two series with 完成率 between them`(row: StatisticsCase) throws { try check(row) }

    // MARK: All of them

    /// Tables of another form, which `SummaryTests` reads.
    private static let tables = ["summary.tsv"]

    private static func everyCase() throws -> [StatisticsCase] {
        try FileManager.default.contentsOfDirectory(atPath: StatisticsCase.folder.path).sorted()
            .filter { $0.hasSuffix(".tsv") && !tables.contains($0) }.flatMap(StatisticsCase.load)
    }

    @Test func `every table of cases is named by a test`() throws {
        let tests = try String(contentsOfFile: #filePath, encoding: .utf8)
        for file in try FileManager.default.contentsOfDirectory(atPath: StatisticsCase.folder.path)
        where file.hasSuffix(".tsv") {
            #expect(tests.contains("\"\(file)\""), "\(file)")
        }
    }

    /// The order in which facts come, and how often, changes no answer of any table.
    @Test func `order and repetition change no answer`() throws {
        let seed = UInt64(20_260_405)
        var generator = SplitMix(state: seed)
        for row in try Self.everyCase() {
            let observations = try row.observations()
            for _ in 0..<3 {
                let shuffled = (observations + observations).shuffled(using: &generator)
                #expect(try row.answer(from: shuffled) == row.answer, "seed \(seed), \(row.testDescription)")
            }
        }
    }
}
