import Facts
import Indicators
import Metrics
import Reports
import Testing

@testable import Briefings

/// What streets reported month after month, as the report of the last of them shows it.
@Suite struct `A month's report` {
    private static let streets = ["甲街道", "乙街道", "丙街道", "丁街道"]

    /// A figure of a street (or of 平城区) for months of 2026, January to the last where two are given.
    private static func fact(
        _ value: Int, at place: String, _ item: String, unit: String, window: Window = .flow,
        months: ClosedRange<Int>, day: Int? = nil
    ) -> Fact {
        let first = CalendarDate.first(ofMonth: months.lowerBound, year: 2026)
        let last = CalendarDate.last(ofMonth: months.upperBound, year: 2026)
        return Fact(
            document: "\(place)\(months.upperBound)月\(day ?? 0)", published: last,
            range: SourceRange(start: value, end: value + 1), text: "\(value)\(unit)", value: Number(value), unit: unit,
            item: item, place: place == "平城区" ? [place] : ["平城区", place], window: window,
            from: window == .stock ? last : first, to: last, rule: "test",
            sentence: "\(place)\(months)月\(item)\(value)\(unit)，第\(day ?? 0)次。")
    }

    private static func report(_ facts: [Fact], month: Int) -> Report {
        Briefing(
            region: "平城区", streets: streets.map { Briefing.Street(name: $0) },
            month: YearMonth(year: 2026, month: month), generator: "Tongbao 1.0"
        ).report(facts: facts, setAside: [], texts: [])
    }

    private static func rows(_ report: Report, _ table: String, _ columns: [String]) throws -> [String] {
        let table = try #require(report.table(table))
        let positions = try columns.map { try #require(table.index(ofColumn: $0)) }
        return table.rows.map { row in positions.map { row[$0].displayText() }.joined(separator: " ") }
    }

    private static func findings(_ report: Report) -> [String] {
        report.sections.flatMap(\.blocks).flatMap { block -> [String] in
            if case .findings(let sentences) = block { sentences.map(\.text) } else { [] }
        }
    }

    @Test func `what running figures differ by stands among the months, and says so`() throws {
        let facts = [
            Self.fact(10, at: "甲街道", "文体活动", unit: "场", months: 3...3),
            Self.fact(20, at: "乙街道", "文体活动", unit: "场", window: .ytd, months: 1...2),
            Self.fact(29, at: "乙街道", "文体活动", unit: "场", window: .ytd, months: 1...3),
            Self.fact(50, at: "丙街道", "文体活动", unit: "场", window: .cumulative, months: 2...2),
            Self.fact(57, at: "丙街道", "文体活动", unit: "场", window: .cumulative, months: 3...3),
        ]
        let report = Self.report(facts, month: 3)
        let comparison = try #require(report.table("comparison"))
        #expect(comparison.columns.filter { $0.header.last == "数量" }.map(\.header[0]) == ["文体活动（场，时期数）"])
        #expect(comparison.rows.map { $0[2].displayText() }.prefix(5) == ["10", "9〔推算〕", "7〔推算〕", "—", "26〔推算〕"])
        #expect(
            try Self.rows(report, "form", ["indicator", "value", "to-date"]).dropFirst() == [
                "文体活动 26〔推算〕 —", "文体活动（累计） — 57",
            ])
    }

    @Test func `the year so far is of the streets of the month, or says of which`() throws {
        let facts = [
            Self.fact(3, at: "甲街道", "文体活动", unit: "场", months: 1...1),
            Self.fact(4, at: "甲街道", "文体活动", unit: "场", months: 2...2),
            Self.fact(9, at: "乙街道", "文体活动", unit: "场", window: .ytd, months: 1...2),
        ]
        #expect(
            try Self.rows(Self.report(facts, month: 2), "form", ["indicator", "value", "to-date", "scope"]).last
                == "文体活动 4 16 4个街道中1个；累计2个")
        let other = facts + [Self.fact(8, at: "丙街道", "文体活动", unit: "场", months: 2...2)]
        #expect(
            try Self.rows(Self.report(other, month: 2), "form", ["indicator", "value", "to-date", "scope"]).last
                == "文体活动 12 — 4个街道中2个")
        let own = facts + [Self.fact(99, at: "平城区", "文体活动", unit: "场", window: .ytd, months: 1...2)]
        #expect(
            try Self.rows(Self.report(own, month: 2), "form", ["indicator", "value", "to-date", "scope"]).last
                == "文体活动 4 99 4个街道中1个；累计为全区")
    }

    @Test func `a sum that holds stocks of earlier months says how old they are`() throws {
        let facts = [
            Self.fact(5, at: "甲街道", "志愿服务队", unit: "支", window: .stock, months: 1...1),
            Self.fact(7, at: "乙街道", "志愿服务队", unit: "支", window: .stock, months: 2...2),
        ]
        #expect(
            try Self.rows(Self.report(facts, month: 2), "form", ["indicator", "value"]).last == "志愿服务队 12〔最早1月〕")
    }

    @Test func `a figure that the region told once does not silence its streets`() throws {
        let facts = [
            Self.fact(100, at: "平城区", "文体活动", unit: "场", months: 1...1),
            Self.fact(10, at: "甲街道", "文体活动", unit: "场", months: 1...1),
            Self.fact(12, at: "甲街道", "文体活动", unit: "场", months: 2...2),
        ]
        #expect(
            try Self.rows(Self.report(facts, month: 2), "trend", ["scope", "2026-01", "2026-02"]) == [
                "全区 100 —", "各街道合计 10 12",
            ])
    }

    @Test func `figures of which nothing says what they count are to be checked and stand nowhere else`() throws {
        let facts = zip(Self.streets, [44, 55, 40]).map { street, value in
            Self.fact(value, at: street, "", unit: "", window: .stock, months: 5...5)
        }
        let report = Self.report(facts, month: 5)
        #expect(try Self.rows(report, "form", ["indicator"]).count == 1)
        #expect(try Self.rows(report, "ranking", ["indicator"]).isEmpty)
        #expect(try Self.rows(report, "summary", ["indicator"]).isEmpty)
        #expect(try Self.rows(report, "figures-by-place", ["indicator"]).isEmpty)
        #expect(
            try Self.rows(report, "to-check", ["kind", "place", "period"]) == [
                "未写明指标 丙街道 2026年5月", "未写明指标 乙街道 2026年5月", "未写明指标 甲街道 2026年5月",
            ])
    }

    @Test func `growth as it was reported makes no row of its own`() throws {
        var growth = Self.fact(13, at: "平城区", "矛盾纠纷", unit: "%", window: .ratio, months: 3...3)
        (growth.change, growth.comparison, growth.dimension) = (.increase, "环比", .ratio)
        let facts = [growth, Self.fact(50, at: "平城区", "文体活动", unit: "场", months: 3...3)]
        let report = Self.report(facts, month: 3)
        #expect(try Self.rows(report, "form", ["indicator"]).dropFirst() == ["文体活动"])
        #expect(try Self.rows(report, "trend", ["indicator"]) == ["文体活动"])
    }

    @Test func `the largest changes are not of one thing more or less`() {
        let facts = [
            Self.fact(1, at: "甲街道", "信访件", unit: "件", months: 4...4),
            Self.fact(0, at: "甲街道", "信访件", unit: "件", months: 5...5),
            Self.fact(40, at: "甲街道", "文体活动", unit: "场", months: 4...4),
            Self.fact(50, at: "甲街道", "文体活动", unit: "场", months: 5...5),
        ]
        let changes = Self.findings(Self.report(facts, month: 5)).filter { $0.contains("变化") }
        #expect(changes == ["与上月相比变化最大的是甲街道文体活动，由40场增至50场，增长25.0%。"])
    }

    @Test func `a month of which nothing was told says so`() throws {
        let facts = [
            Self.fact(5, at: "甲街道", "志愿服务队", unit: "支", window: .stock, months: 1...1),
            Self.fact(6, at: "乙街道", "志愿服务队", unit: "支", window: .stock, months: 1...1),
            Self.fact(7, at: "丙街道", "志愿服务队", unit: "支", window: .stock, months: 1...1),
        ]
        let report = Self.report(facts, month: 3)
        #expect(Self.findings(report) == ["没有采集到3月的通报，表中只有沿用以前月份的数字。"])
        #expect(try Self.rows(report, "ranking", ["indicator"]).isEmpty)
    }

    @Test func `the number of matters to be checked is that of the sheet`() {
        let facts = [
            Self.fact(5, at: "甲街道", "文体活动", unit: "场", months: 1...1, day: 1),
            Self.fact(6, at: "甲街道", "文体活动", unit: "场", months: 1...1, day: 2),
            Self.fact(7, at: "甲街道", "文体活动", unit: "场", months: 2...2, day: 1),
            Self.fact(9, at: "甲街道", "文体活动", unit: "场", months: 2...2, day: 2),
        ]
        let findings = Self.findings(Self.report(facts, month: 2))
        #expect(findings.last == "需要核对：所报不一2处（其中2月1处），见“待核对”。")
    }

    @Test(arguments: [
        (Period.month(Month(year: 2026, month: 4)), "2026年4月"), (.toDate(Month(year: 2026, month: 3)), "2026年1—3月"),
        (.toDate(Month(year: 2026, month: 1)), "2026年1月"), (.running(to: Month(year: 2026, month: 3)), "截至2026年3月"),
        (Period(.span, first: Month(year: 2025, month: 11), last: Month(year: 2026, month: 2)), "2025年11月—2026年2月"),
        (.undated, "日期未注明"),
    ])
    func `periods are written as people write them`(period: Period, text: String) {
        #expect(Wording(language: .chinese).period(period) == text)
    }
}
