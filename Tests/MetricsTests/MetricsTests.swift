import Facts
import Foundation
import Indicators
import Metrics
import Testing

@Suite struct MonthlyStatisticsTests {
    static let directory = StreetDirectory(
        district: "平城区",
        streets: ["永泰街道", "古城街道", "新旺街道", "迎宾街道"].map { StreetDirectory.Street(name: $0, communities: 3) })
    static let april = Month(year: 2026, month: 4)

    /// A fact at a place: one line a fact keeps the tests readable.
    static func fact(
        _ value: Int, _ unit: String, _ item: String, at place: [String], from: String? = nil, to: String? = nil,
        window: Window = .unknown, qualifier: Qualifier = .exact, status: Status = .actual, action: String? = nil,
        document: String = "甲.txt", published: String = "2026-04-20", sentence: String = "", start: Int = 0
    ) -> Fact {
        Fact(
            document: document, published: CalendarDate(published), range: SourceRange(start: start, end: start + 1),
            text: "\(value)\(unit)", value: Number(value), qualifier: qualifier, unit: unit, item: item, place: place,
            status: status, action: action, window: window, from: from.flatMap { CalendarDate($0) },
            to: to.flatMap { CalendarDate($0) }, rule: "test", sentence: sentence)
    }

    static func statistics(_ facts: [Fact], month: Month = april) -> MonthlyStatistics {
        MonthlyStatistics(
            observations: Observation.observations(of: facts, catalogue: .builtIn, directory: directory),
            directory: directory, month: month)
    }

    @Test func `no data is not zero: a silent street is a dash and takes no part in a mean`() throws {
        let statistics = Self.statistics([
            Self.fact(10, "支", "志愿服务队", at: ["平城区", "永泰街道"], document: "1"),
            Self.fact(20, "支", "志愿服务队", at: ["平城区", "古城街道"], document: "2"),
            Self.fact(30, "支", "志愿服务队", at: ["平城区", "新旺街道"], document: "3"),
        ])
        let series = try #require(statistics.series.first)
        #expect(series.streets[3].figure == nil)
        #expect(series.streets[3].reason == .notReported)
        #expect(series.summary?.mean == 20)
        #expect(series.summary?.missing == 1)
        #expect(series.streets.map(\.rank?.rank) == [3, 2, 1, nil])
    }

    @Test func `one reporting street is never first with a hundred per cent`() throws {
        let series = try #require(
            Self.statistics([Self.fact(10, "支", "志愿服务队", at: ["平城区", "永泰街道"])]).series.first)
        #expect(series.streets[0].rank == nil)
        #expect(series.streets[0].rankReason == .tooFewStreets(reported: 1, needed: 3))
        #expect(series.streets[0].share == nil)
        #expect(series.summary == nil)
    }

    @Test func `a stock is carried forward marked and counts not for change`() throws {
        let facts = [
            Self.fact(451, "支", "志愿服务队", at: ["平城区", "永泰街道"], from: "2026-02-28", to: "2026-02-28", window: .stock)
        ]
        let figure = try #require(Self.statistics(facts).series.first).streets[0]
        #expect(figure.figure == Figure(Number(451)))
        #expect(figure.marks.contains(.carried(from: Month(year: 2026, month: 2))))
        #expect(figure.onMonth.absolute == nil)
    }

    @Test func `a flow is the sum of like events and equal ones are suspected`() throws {
        let place = ["平城区", "永泰街道"]
        let statistics = Self.statistics([
            Self.fact(20, "立方米", "垃圾", at: place, window: .flow, action: "清理", document: "1", sentence: "向阳街清理垃圾"),
            Self.fact(20, "立方米", "垃圾", at: place, window: .flow, action: "清理", document: "2", sentence: "西花园外墙边运走一批"),
            Self.fact(
                50, "立方米", "垃圾", at: place, window: .flow, qualifier: .over, action: "清理", document: "3",
                sentence: "泰安里背街小巷"),
        ])
        #expect(statistics.series.first?.streets[0].figure == Figure(Number(90), qualifier: .over))
        #expect(statistics.disagreements.map(\.kind) == [.suspectedDuplicate])
    }

    @Test func `the same fact in two bulletins counts once`() throws {
        let place = ["平城区", "永泰街道"]
        let sentence = "永泰街道调配铲车和清运车辆清理垃圾二十立方米"
        let statistics = Self.statistics([
            Self.fact(20, "立方米", "垃圾", at: place, window: .flow, action: "清理", document: "1", sentence: sentence),
            Self.fact(20, "立方米", "垃圾", at: place, window: .flow, action: "清理", document: "2", sentence: sentence + "。"),
        ])
        #expect(statistics.series.first?.streets[0].figure == Figure(Number(20)))
        #expect(statistics.series.first?.streets[0].facts == [0, 1])
        #expect(statistics.disagreements.isEmpty)
    }

    @Test func `two stocks of one date contradict each other and the later published stands`() throws {
        let place = ["平城区", "永泰街道"]
        let statistics = Self.statistics([
            Self.fact(
                30, "支", "志愿服务队", at: place, to: "2026-04-30", window: .stock, document: "1", published: "2026-05-02"),
            Self.fact(
                33, "支", "志愿服务队", at: place, to: "2026-04-30", window: .stock, document: "2", published: "2026-05-01"),
        ])
        let figure = try #require(statistics.series.first).streets[0]
        #expect(figure.figure == Figure(Number(30)))
        #expect(figure.marks.contains(.contradicted))
        #expect(statistics.disagreements.first?.facts == [0, 1])
    }

    @Test func `50余 and 53 are compatible and the exact one stands`() throws {
        let place = ["平城区", "永泰街道"]
        let statistics = Self.statistics([
            Self.fact(
                50, "支", "志愿服务队", at: place, to: "2026-04-30", window: .stock, qualifier: .over, document: "1"),
            Self.fact(53, "支", "志愿服务队", at: place, to: "2026-04-30", window: .stock, document: "2"),
        ])
        #expect(statistics.series.first?.streets[0].figure == Figure(Number(53)))
        #expect(statistics.disagreements.isEmpty)
    }

    @Test func `a running figure is differenced and a fall publishes no negative month`() throws {
        func events(_ march: Int, _ april: Int) throws -> SeriesStatistics {
            let place = ["平城区", "永泰街道"]
            return try #require(
                Self.statistics([
                    Self.fact(
                        march, "场", "志愿服务活动", at: place, from: "2026-01-01", to: "2026-03-31", window: .ytd,
                        document: "1"),
                    Self.fact(
                        april, "场", "志愿服务活动", at: place, from: "2026-01-01", to: "2026-04-30", window: .ytd,
                        document: "2"),
                ]).series.first)
        }
        #expect(try events(30, 42).streets[0].figure == Figure(Number(12)))
        #expect(try events(30, 42).streets[0].toDate.figure == Figure(Number(42)))
        #expect(try events(42, 30).streets[0].figure == nil)
        #expect(try events(42, 30).streets[0].reason == .runningFigureFell)
    }

    @Test func `communities add up to a lower bound and a street's own figure stands`() throws {
        let communities = [
            Self.fact(2, "支", "志愿服务队", at: ["平城区", "永泰街道", "泰安社区"], document: "1"),
            Self.fact(3, "支", "志愿服务队", at: ["平城区", "永泰街道", "桥北社区"], document: "2"),
        ]
        let rolledUp = try #require(Self.statistics(communities).series.first).streets[0]
        #expect(rolledUp.figure == Figure(Number(5)))
        #expect(rolledUp.marks.contains(.communities(reported: 2, of: 3)))
        #expect(rolledUp.restsOnBound)
        let own = Self.fact(9, "支", "志愿服务队", at: ["平城区", "永泰街道"], document: "3")
        let street = try #require(Self.statistics(communities + [own]).series.first).streets[0]
        #expect(street.figure == Figure(Number(9)))
        #expect(street.communities == Figure(Number(5)))
    }

    @Test func `the district's own figure stands beside the sum of its streets with the difference`() throws {
        let series = try #require(
            Self.statistics([
                Self.fact(451, "支", "志愿服务队", at: ["平城区"], document: "1"),
                Self.fact(200, "支", "志愿服务队", at: ["平城区", "永泰街道"], document: "2"),
                Self.fact(240, "支", "志愿服务队", at: ["平城区", "古城街道"], document: "3"),
            ]).series.first)
        #expect(series.district.figure == Figure(Number(451)))
        #expect(series.total == .sum(Figure(Number(440)), reported: 2, streets: 4, oldest: nil))
        #expect(series.difference == Number(11))
    }

    @Test(arguments: ["党员": "名", "志愿者": "名", "共建单位": "家"])
    func `units that overlap between places get no sum`(item: String, unit: String) throws {
        let series = try #require(
            Self.statistics([Self.fact(5, unit, item, at: ["平城区", "永泰街道"])]).series.first)
        #expect(series.total == .none(.overlappingUnits))
    }

    @Test func `a place string that joins several places belongs to none of them`() {
        let statistics = Self.statistics([Self.fact(5, "支", "志愿服务队", at: ["平城区", "永泰街道、古城街道"])])
        #expect(statistics.joined.count == 1)
        #expect(statistics.series.isEmpty)
    }

    @Test func `a year's figure never stands in a month's column`() throws {
        let fact = Self.fact(
            10, "处", "标杆示范点", at: ["平城区", "永泰街道"], from: "2025-01-01", to: "2025-12-31", window: .flow)
        let street = try #require(Self.statistics([fact]).series.first).streets[0]
        #expect(street.figure == nil)
        #expect(street.yearBefore.figure == Figure(Number(10)))
    }

    @Test func `result by plan is 完成率 where both are there`() throws {
        let place = ["平城区", "永泰街道"]
        let series = Self.statistics([
            Self.fact(8, "部", "加装电梯", at: place, from: "2026-04-01", to: "2026-04-30", document: "1"),
            Self.fact(
                10, "部", "加装电梯", at: place, from: "2026-04-01", to: "2026-04-30", status: .planned, document: "2"),
        ]).series
        #expect(series.count == 2)
        #expect(series.first?.completion.first == 80)
    }

    @Test func `order and repetition do not matter, withdrawing undoes adding`() throws {
        let seed = UInt64(20_260_403)
        var generator = SplitMix(state: seed)
        let facts = (0..<60).map { index in
            Self.fact(
                Int.random(in: 1...5, using: &generator), "支", "志愿服务队",
                at: ["平城区", Self.directory.streets[index % 4].name], to: "2026-04-\(10 + index % 20)", window: .stock,
                document: "\(index)", start: index)
        }
        let all = Observation.observations(of: facts, catalogue: .builtIn, directory: Self.directory)
        func table(_ observations: [Observation]) -> [Figure?] {
            MonthlyStatistics(observations: observations, directory: Self.directory, month: Self.april)
                .series.flatMap { $0.streets.map(\.figure) }
        }
        let expected = table(all)
        for _ in 0..<20 {
            #expect(table(all.shuffled(using: &generator)) == expected, "seed \(seed)")
            #expect(table((all + all).shuffled(using: &generator)) == expected, "seed \(seed)")
        }
        #expect(table(all.filter { $0.fact < 30 }) == table(Array(all.prefix(30))), "seed \(seed)")
    }
}

@Suite struct SummaryTests {
    /// The nearest values that NumPy's binary fractions hold differ from exact decimals in the last of 17 digits.
    private static func agrees(_ decimal: Decimal?, _ expected: String) -> Bool {
        guard expected != "-" else { return decimal == nil }
        guard let decimal, let ours = Double(decimal.description), let theirs = Double(expected) else { return false }
        return abs(ours - theirs) <= 1e-14 * max(abs(theirs), 1)
    }

    @Test(arguments: try Row.load())
    func `the summary agrees with NumPy's to the last digits`(row: Row) throws {
        let summary = try #require(Summary(of: row.values))
        let figures: [(String, Decimal?)] = [
            ("sum", summary.sum), ("mean", summary.mean), ("minimum", summary.minimum),
            ("lower quartile", summary.firstQuartile), ("median", summary.median),
            ("upper quartile", summary.thirdQuartile), ("maximum", summary.maximum), ("range", summary.range),
            ("standard deviation", summary.standardDeviation), ("variation", summary.coefficientOfVariation),
        ]
        for ((name, figure), expected) in zip(figures, row.expected) {
            #expect(Self.agrees(figure, expected), "\(name): \(String(describing: figure)), NumPy \(expected)")
        }
    }

    struct Row: CustomTestStringConvertible, Sendable {
        let line: Int
        let values: [Number]
        let expected: [String]

        var testDescription: String { "summary.tsv:\(line)" }

        static func load() throws -> [Row] {
            let text = try String(contentsOf: StatisticsCase.folder.appending(path: "summary.tsv"), encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.enumerated().compactMap { index, line in
                guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
                let fields = line.split(separator: "\t").map(String.init)
                return Row(
                    line: index + 1, values: fields[0].split(separator: " ").compactMap { Number(String($0)) },
                    expected: Array(fields.dropFirst()))
            }
        }
    }

    @Test func `quartiles are of type 7, the deviation is the sample's`() throws {
        let summary = try #require(Summary(of: [10, 4, 2, 4].map { Number($0) }))
        #expect(summary.firstQuartile == 3.5 && summary.median == 4 && summary.thirdQuartile == 5.5)
        #expect(summary.standardDeviation?.rounded(places: 30).description == "3.464101615137754587054892683012")
        #expect(try #require(Summary(of: [Number(3)])).standardDeviation == nil)
        #expect(Summary(of: []) == nil)
    }

    @Test(arguments: [
        ("2.345", 2, "2.35"), ("2.344999", 2, "2.34"), ("-2.345", 2, "-2.35"), ("0.5", 0, "1"), ("2", 3, "2"),
        ("99.995", 2, "100"), ("33.333333", 1, "33.3"),
    ])
    func `one rounding rule, half up, and only for display`(value: String, places: Int, expected: String) throws {
        #expect(try #require(Number(value)).decimal.rounded(places: places).description == expected)
    }
}

/// A repeatable source of random numbers (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
