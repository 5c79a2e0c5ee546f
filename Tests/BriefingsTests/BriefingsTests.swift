import Facts
import Foundation
import Reports
import Testing

@testable import Briefings

/// One article of a made-up bulletin, its line broken in the middle of a sentence, and the facts read from it.
private enum Sample {
    static let text = "志愿服务见成效\n开源街道现有志愿服务队12\n\n支，全区共有451支。热线13800138000。"

    static func fact(
        _ quantity: String, at start: Int, value: Int, item: String = "志愿服务队", place: [String],
        sentence: String = "开源街道现有志愿服务队12支，全区共有451支。", confidence: Confidence = .high
    ) -> Fact {
        Fact(
            document: "a.txt", article: 1, headline: "志愿服务见成效",
            range: SourceRange(start: start, end: start + quantity.unicodeScalars.count), text: quantity,
            value: Number(value), unit: "支", item: item, place: place, window: .stock, confidence: confidence,
            rule: "test", sentence: sentence)
    }

    static let facts = [
        fact("12\n\n支", at: 19, value: 12, place: ["平城区", "开源街道"]),
        fact("451支", at: 29, value: 451, place: ["平城区"]),
    ]

    static func report(_ facts: [Fact] = facts, language: Language = .chinese) -> Report {
        Briefing(
            language: language, region: "平城区",
            streets: [Briefing.Street(name: "开源街道", code: "140213058"), Briefing.Street(name: "新华街道")],
            generator: "Tongbao 1.0"
        ).report(
            facts: facts, setAside: [],
            texts: [SourceText(document: "a.txt", article: 1, title: "志愿服务见成效", start: 0, text: text)])
    }
}

@Suite struct `A briefing` {
    @Test func `leads each figure to its ledger rows and each row to its marked sentence`() throws {
        let report = Sample.report()
        let figure = try #require(report.figure("志愿服务队.开源街道"))
        guard case .rows("facts", let span)? = figure.value.link else {
            Issue.record("no ledger rows")
            return
        }
        let ledger = try #require(report.table("facts"))
        let value = try #require(ledger.index(ofColumn: "value"))
        let cell = ledger.rows[span.start][value]
        #expect(cell.amount == Amount(12))
        guard case .evidence(let reference)? = cell.link else {
            Issue.record("no evidence")
            return
        }
        let evidence = try #require(report.evidence.first { $0.key == reference.evidence })
        let scalars = Array(evidence.text.unicodeScalars)
        let sentence = String(String.UnicodeScalarView(scalars[evidence.marks[reference.mark].sentence]))
        #expect(sentence == "开源街道现有志愿服务队12\n\n支，全区共有451支。")
    }

    @Test func `shows every street, and no data is not zero`() throws {
        let coverage = try #require(Sample.report().table("coverage"))
        #expect(coverage.rows.map { $0[0].displayText() } == ["开源街道", "新华街道"])
        #expect(coverage.rows[1][3].isEmpty)
    }

    @Test func `compares streets, ranks from three on, and adds nothing up`() throws {
        let names = ["甲街道", "乙街道", "丙街道", "丁街道"]
        func table(_ values: [Int?]) throws -> Table {
            let facts = zip(names, values).compactMap { name, value in
                value.map { Sample.fact("\($0)支", at: 0, value: $0, place: ["平城区", name]) }
            }
            let report = Briefing(
                region: "平城区", streets: names.map { Briefing.Street(name: $0) }, generator: "Tongbao 1.0"
            ).report(facts: facts + [Sample.facts[1]], setAside: [], texts: [])
            return try #require(report.table("streets-wide"))
        }
        let ranked = try table([5, 9, nil, 9])
        #expect(ranked.rows.map { $0[2].displayText() } == ["5", "9", "—", "9", "451"])
        #expect(ranked.rows.map { $0[3].displayText() } == ["3 / 3", "1 / 3", "—", "1 / 3", "—"])
        #expect(try table([5, 9, nil, nil]).columns.map(\.key) == ["street", "code", "m1"])
    }

    @Test func `a dated month has statistics: sum, rank, form and summary`() throws {
        let names = ["甲街道", "乙街道", "丙街道", "丁街道"]
        let month = CalendarDate(year: 2026, month: 4, day: 8)
        let facts = zip(names, [5, 9, 9]).map { name, value in
            var fact = Sample.fact("\(value)支", at: value, value: value, place: ["平城区", name])
            fact.published = month
            fact.sentence = "\(name)\(value)支。"
            fact.document = name
            return fact
        }
        let report = Briefing(
            region: "平城区", streets: names.map { Briefing.Street(name: $0) }, month: YearMonth(year: 2026, month: 4),
            generator: "Tongbao 1.0"
        ).report(facts: facts, setAside: [], texts: [])
        #expect(report.sections.map(\.key).contains("form"))
        let streets = try #require(report.table("comparison"))
        #expect(streets.rows.map { $0[2].displayText() } == ["5", "9", "9", "—", "23", "—"])
        #expect(streets.rows.map { $0[3].displayText() } == ["3 / 3", "1 / 3", "1 / 3", "—", "—", "—"])
        #expect(streets.rows[4][2].formula == .sumOfRows([RowSpan(start: 0, count: 4)]))
        let wide = try #require(report.table("streets-wide"))
        #expect(wide.rows.map { $0[2].amount } == [Amount(5), Amount(9), Amount(9), nil])
        let summary = try #require(report.table("summary"))
        let mean = try #require(summary.index(ofColumn: "mean"))
        #expect(summary.rows[0][mean].displayText(format: summary.columns[mean].format) == "7.67")
    }

    @Test func `holds a year's plan against the year so far, and leads to the sentences of both`() throws {
        let text = "今年，甲街道计划新建充电桩120个。1至4月，甲街道新建充电桩45个。"
        func fact(_ quantity: String, at start: Int, value: Int, status: Status, window: Window, to: CalendarDate)
            -> Fact
        {
            var fact = Sample.fact(
                quantity, at: start, value: value, item: "新建充电桩", place: ["平城区", "甲街道"],
                sentence: start < 18 ? "今年，甲街道计划新建充电桩120个。" : "1至4月，甲街道新建充电桩45个。")
            (fact.unit, fact.status, fact.window) = ("个", status, window)
            (fact.from, fact.to) = (CalendarDate.first(ofMonth: 1, year: 2026), to)
            fact.published = CalendarDate(year: 2026, month: 4, day: 30)
            return fact
        }
        func report(_ language: Language) -> Report {
            Briefing(
                language: language, region: "平城区", streets: ["甲街道", "乙街道"].map { Briefing.Street(name: $0) },
                month: YearMonth(year: 2026, month: 4), generator: "Tongbao 1.0"
            ).report(
                facts: [
                    fact(
                        "120个", at: 13, value: 120, status: .planned, window: .flow,
                        to: CalendarDate.last(ofMonth: 12, year: 2026)),
                    fact(
                        "45个", at: 31, value: 45, status: .actual, window: .ytd,
                        to: CalendarDate.last(ofMonth: 4, year: 2026)),
                ], setAside: [],
                texts: [
                    SourceText(
                        document: "a.txt", article: 1, title: "充电桩",
                        published: CalendarDate(year: 2026, month: 4, day: 30),
                        start: 0, text: text)
                ])
        }
        let chinese = report(.chinese)
        let plans = try #require(chinese.table("plans"))
        #expect(
            plans.rows.map { $0.cells.map { $0.displayText(format: NumberFormat()) } } == [
                ["充电桩", "个", "甲街道", "全年（1—4月）", "120", "45", "37.5%"]
            ])
        func sentence(_ cell: Cell) throws -> String {
            guard case .rows(let key, let span)? = cell.link, let ledger = chinese.table(key),
                case .evidence(let reference)? = ledger.rows[span.start].cells.compactMap(\.link).first,
                let evidence = chinese.evidence.first(where: { $0.key == reference.evidence })
            else { return "" }
            let scalars = Array(evidence.text.unicodeScalars)
            return String(String.UnicodeScalarView(scalars[evidence.marks[reference.mark].sentence]))
        }
        #expect(try sentence(plans.rows[0][4]) == "今年，甲街道计划新建充电桩120个。")
        #expect(try sentence(plans.rows[0][5]) == "1至4月，甲街道新建充电桩45个。")
        #expect(plans.rows[0][6].formula == .percentage(of: "result", by: "plan"))

        let form = try #require(chinese.table("form"))
        let row = try #require(form.rows.first { $0[0].displayText().hasPrefix("*充电桩") })
        let columns = try ["to-date", "year-plan", "year-completion"].map { try #require(form.index(ofColumn: $0)) }
        #expect(columns.map { row[$0].displayText(format: form.columns[$0].format) } == ["45", "120", "37.5%"])

        let findings = chinese.sections.flatMap(\.blocks).compactMap { block in
            if case .findings(let sentences) = block { sentences } else { nil }
        }.joined()
        let finding = try #require(findings.first { $0.text.contains("计划") })
        #expect(finding.text == "甲街道2026年充电桩计划120个，1—4月完成45个，占全年计划的37.5%。")
        // Both facts, which stand next to each other in the ledger.
        #expect(finding.link == .rows(table: "facts", RowSpan(start: 0, count: 2)))
        let english = report(.english).sections.flatMap(\.blocks).compactMap { block in
            if case .findings(let sentences) = block { sentences.map(\.text) } else { nil }
        }.joined()
        #expect(
            english.contains(
                "甲街道: Charging piles, 120 个 planned for 2026, 45 个 by the end of 2026-04, 37.5% of the plan."))
    }

    /// Streets with their plans for the year and what came of them until April; `nil` for what nobody reported.
    @Test(
        arguments: [
            ([(100, 30), (50, 30)], ["60", "150", "40.0%"]), ([(100, 30), (50, nil)], ["30", "150", "—"]),
            ([(100, 30), (nil, 20)], ["50", "100", "—"]), ([(nil, 30), (nil, 20)], ["50", "—", "—"]),
        ] as [([(Int?, Int?)], [String])])
    func `a form's sums are held against each other where the same streets have plan and result`(
        streets: [(Int?, Int?)], shown: [String]
    ) throws {
        var facts: [Fact] = []
        for (street, (plan, result)) in zip(["甲街道", "乙街道"], streets) {
            for (value, status, window, month) in [(plan, Status.planned, Window.flow, 12), (result, .actual, .ytd, 4)]
            {
                guard let value else { continue }
                var fact = Sample.fact(
                    "\(value)部", at: facts.count * 10, value: value, item: "加装电梯", place: ["平城区", street],
                    sentence: "\(street)\(status)\(value)部。")
                (fact.unit, fact.status, fact.window, fact.document) = ("部", status, window, street)
                fact.from = CalendarDate.first(ofMonth: 1, year: 2026)
                fact.to = CalendarDate.last(ofMonth: month, year: 2026)
                facts.append(fact)
            }
        }
        let report = Briefing(
            region: "平城区", streets: ["甲街道", "乙街道"].map { Briefing.Street(name: $0) },
            month: YearMonth(year: 2026, month: 4), generator: "Tongbao 1.0"
        ).report(facts: facts, setAside: [], texts: [])
        let form = try #require(report.table("form"))
        let row = try #require(form.rows.first { $0[0].displayText().hasPrefix("*加装电梯") })
        let columns = try ["to-date", "year-plan", "year-completion"].map { try #require(form.index(ofColumn: $0)) }
        #expect(columns.map { row[$0].displayText(format: form.columns[$0].format) } == shown)
    }

    @Test(arguments: [(2025, 12, "45〔2025年12月〕"), (2026, 1, "45〔1月〕")])
    func `names the year of a stock carried from another`(year: Int, month: Int, shown: String) throws {
        var fact = Sample.fact("45支", at: 0, value: 45, place: ["平城区", "甲街道"])
        fact.to = CalendarDate.last(ofMonth: month, year: year)
        let report = Briefing(
            region: "平城区", streets: [Briefing.Street(name: "甲街道")], month: YearMonth(year: 2026, month: 2),
            generator: "Tongbao 1.0"
        ).report(facts: [fact], setAside: [], texts: [])
        let streets = try #require(report.table("comparison"))
        #expect(streets.rows[0][2].displayText() == shown)
    }

    @Test func `puts reports that differ and doubtful readings before a person`() throws {
        let facts = [
            Sample.facts[1], Sample.fact("450支", at: 29, value: 450, place: ["平城区"], confidence: .low),
        ]
        let report = Sample.report(facts)
        let table = try #require(report.table("to-check"))
        #expect(table.rows.map { $0[0].displayText() } == ["所报不一", "所报不一", "识读存疑"])
        #expect(report.figures.isEmpty)
        let figures = try #require(report.table("figures-by-place"))
        #expect(figures.rows[0][2].isEmpty)
    }

    @Test func `puts what weighs most first, and leaves out what is no doubt`() throws {
        func fact(_ item: String, _ number: Int, action: String? = nil, reason: String? = nil) -> Fact {
            var fact = Sample.fact(
                "\(number)个", at: number, value: number, item: item, place: ["平城区"],
                sentence: "全区\(item)\(number)个。", confidence: reason == nil ? .high : .medium)
            (fact.unit, fact.action, fact.reason) = ("个", action, reason)
            return fact
        }
        let short = Wording.shortItem
        let facts = [
            fact("凉亭", 3, reason: short), fact("凉亭", 7, action: "修缮", reason: short),
            fact("网格", 203, reason: short),
            fact("社区", 16), fact("社区", 17),
        ]
        let table = try #require(Sample.report(facts).table("to-check"))
        // 网格 is a name of the catalogue; what it lacks stands once, whatever was done to it.
        let columns = try ["kind", "place", "indicator", "item"].map { try #require(table.index(ofColumn: $0)) }
        #expect(
            table.rows.map { row in columns.map { row[$0].displayText() }.joined(separator: " ") } == [
                "所报不一 平城区 社区 社区", "所报不一 平城区 社区 社区", "识读存疑 平城区 凉亭 凉亭",
                "目录外指标 平城区 凉亭 凉亭",
            ])
        #expect(table.columns.last?.choices == ["采信", "剔除", "重复"])
    }

    @Test func `tells programs of bounds, ranges and contradictions in columns of their own`() throws {
        let names = ["甲街道", "乙街道", "丙街道"]
        let values: [(Int, Int?, Qualifier)] = [(50, 60, .range), (100, nil, .over), (70, nil, .exact)]
        var facts = zip(names, values).map { name, value in
            var fact = Sample.fact("\(value.0)件", at: value.0, value: value.0, place: ["平城区", name])
            (fact.item, fact.unit, fact.document, fact.sentence) = ("清理垃圾", "吨", name, "\(name)清理垃圾\(value.0)吨。")
            (fact.upper, fact.qualifier) = (value.1.map { Number($0) }, value.2)
            (fact.from, fact.to) = (
                CalendarDate(year: 2026, month: 4, day: 1), CalendarDate(year: 2026, month: 4, day: 30)
            )
            fact.window = .flow
            return fact
        }
        var other = facts[2]
        (other.value, other.document, other.sentence) = (Number(71), "另一份", "丙街道本月共清理垃圾71吨。")
        facts.append(other)
        let report = Briefing(
            region: "平城区", streets: names.map { Briefing.Street(name: $0) }, month: YearMonth(year: 2026, month: 4),
            generator: "Tongbao 1.0"
        ).report(facts: facts, setAside: [], texts: [])
        let ranking = try #require(report.table("ranking"))
        let columns = try ["street", "value", "upper", "bound", "contradicted"].map {
            try #require(ranking.index(ofColumn: $0))
        }
        let rows = ranking.rows.map { row in columns.map { row[$0].displayText(language: .chinese) } }
        #expect(rows.contains(["甲街道", "50～60", "60", "exact", "—"]), "\(rows)")
        #expect(rows.contains(["乙街道", "≥100", "—", "atLeast", "—"]), "\(rows)")
        #expect(rows.contains { $0[0] == "丙街道" && $0[4] == "1" }, "\(rows)")
        let wide = try #require(report.table("streets-wide"))
        let remarks = try #require(wide.index(ofColumn: "remarks"))
        #expect(wide.rows.map { $0[remarks].displayText() }.allSatisfy { $0.contains("清理垃圾") })
        let summary = try #require(report.table("summary"))
        let bound = try #require(summary.index(ofColumn: "bound"))
        #expect(summary.rows[0][bound].displayText() == "about")
        let findings = report.sections.flatMap(\.blocks).compactMap { block in
            if case .findings(let sentences) = block { sentences.map(\.text).joined() } else { nil }
        }.joined()
        #expect(findings.contains("吨（所报不一）"), "\(findings)")
    }

    @Test(arguments: [
        (50_000_000, "5000万元"), (120_000_000, "1.2亿元"), (36_000, "3.6万元"), (12_345, "12345元"), (9_000, "9000元"),
    ])
    func `tells sums of money in 万 and 亿 where that loses nothing`(value: Int, told: String) throws {
        var fact = Sample.fact("\(value)元", at: 0, value: value, item: "投入资金", place: ["平城区"])
        (fact.unit, fact.dimension, fact.window) = ("元", .money, .flow)
        (fact.from, fact.to) = (CalendarDate(year: 2026, month: 4, day: 1), CalendarDate(year: 2026, month: 4, day: 30))
        let report = Briefing(
            region: "平城区", streets: [Briefing.Street(name: "甲街道")], month: YearMonth(year: 2026, month: 4),
            generator: "Tongbao 1.0"
        ).report(facts: [fact], setAside: [], texts: [])
        let findings = report.sections.flatMap(\.blocks).compactMap { block in
            if case .findings(let sentences) = block { sentences.map(\.text).joined() } else { nil }
        }.joined()
        #expect(findings.contains("投入资金" + told), "\(findings)")
    }

    @Test func `masks telephone numbers in evidence`() throws {
        let evidence = try #require(Sample.report().evidence.first)
        #expect(evidence.text.contains("138****8000"))
    }

    @Test func `turns every label into English`() {
        let report = Sample.report(language: .english)
        let labels =
            report.sections.map(\.title)
            + (report.tables + report.datasets).flatMap { table in
                // The columns of the comparison are named by what bulletins count and in which units.
                [table.title]
                    + table.columns.filter { !$0.key.hasPrefix("m") || table.key != "streets-wide" }.map(\.label)
            }
        for label in labels {
            #expect(!label.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(label)")
        }
    }

    @Test func `the order of the facts does not matter`() {
        #expect(Sample.report(Sample.facts) == Sample.report(Sample.facts.reversed()))
    }

    @Test func `every doubt of the extractor is said in Chinese`() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Extraction")
        var doubts: Set<String> = []
        for folder in ["Grammar", "Items", "."] {
            let files = try FileManager.default.contentsOfDirectory(atPath: sources.appending(path: folder).path)
            for file in files where file.hasSuffix(".swift") {
                let text = try String(contentsOf: sources.appending(path: "\(folder)/\(file)"), encoding: .utf8)
                for match in text.matches(of: /[^`\/]"((?:the|only|nothing|figures|no) [^"]+)"/) {
                    doubts.insert(String(match.1))
                }
            }
        }
        #expect(doubts.count > 12)
        #expect(doubts.filter { Wording(language: .chinese).doubt($0) == $0 } == [])
    }
}
