import Reports
import Testing

@Suite struct `Reports model` {
    @Test(arguments: [
        ("志愿服务队.全区", true), ("teams", true), ("_1", true), ("志愿_2026.04", true), ("Rate", true), ("RC_", true),
        ("ABCD1", true), ("R1C1x", true), ("A1.全区", true), ("row", true), ("", false), ("1队", false), (".a", false),
        ("A1", false),
        ("xfd1048576", false), ("ZZZ9999999", false), ("R1C1", false), ("r", false), ("C", false), ("rc", false),
        ("R12", false), ("C3", false), ("R1C", false), ("a b", false), ("a-b", false), ("队（支）", false),
        ("€", false), (String(repeating: "a", count: 256), false),
    ])
    func `keys are names and never cell addresses`(text: String, isKey: Bool) {
        #expect(Key.isValid(text) == isKey)
    }

    @Test(
        arguments: [
            ("小区党支部（网格）", "小区党支部_网格"), ("A1", "A1_"), ("R1C1", "R1C1_"), ("c", "c_"), ("12345受理", "_12345受理"),
            ("社区（完成“亲民化”改造）", "社区_完成_亲民化_改造"), ("（）", nil), ("", nil), ("党支部.全区", "党支部.全区"),
        ] as [(String, String?)])
    func `a key is made from any text with a letter`(text: String, key: String?) {
        #expect(Key.make(from: text) == key)
        if let key { #expect(Key.isValid(key)) }
    }

    @Test(
        arguments: [
            (1373, 2, "137300"), (-21, -1, "-2.1"), (5, -2, "0.05"), (0, 5, "0"), (1200, -2, "12"),
        ] as [(Int128, Int, String)])
    func `amounts are plain decimals`(coefficient: Int128, exponent: Int, text: String) {
        let amount = Amount(coefficient: coefficient, exponent: exponent)
        #expect(amount.description == text)
        #expect(amount.double == Double(text))
    }

    @Test(
        arguments: [
            (25, -1, 0, "3"), (-25, -1, 0, "-3"), (24, -1, 0, "2"), (12345, -3, 2, "12.35"), (12345, -3, 5, "12.345"),
            (5, -3, 2, "0.01"), (4, -3, 2, "0"), (1, -60, 2, "0"),
        ] as [(Int128, Int, Int, String)])
    func `halves round away from zero`(coefficient: Int128, exponent: Int, places: Int, text: String) {
        #expect(Amount(coefficient: coefficient, exponent: exponent).rounded(toPlaces: places).description == text)
    }

    @Test(arguments: [
        (Cell.empty(), "—"), (.number(1242), "1,242"), (.number(Amount(50), marks: Marks(bound: .atLeast)), "≥50"),
        (.percent(Amount(coefficient: 643, exponent: -1)), "64.3%"), (.rank(2, of: 5), "2 / 5"),
        (.number(Amount(451), marks: Marks(carriedFrom: YearMonth(year: 2026, month: 2))), "451〔2月〕"),
        (
            .number(Amount(451), marks: Marks(carriedFrom: YearMonth(year: 2025, month: 12), namesYear: true)),
            "451〔2025年12月〕"
        ),
        (
            .number(Amount(184), marks: Marks(carriedFrom: YearMonth(year: 2026, month: 2), isOldest: true)),
            "184〔最早2月〕"
        ),
        (.number(Amount(45), marks: Marks(isDifference: true)), "45〔推算〕"),
        (.number(Amount(9), marks: Marks(bound: .about, isContradicted: true)), "≈9※"),
        (Cell(.range(Amount(3), Amount(5))), "3～5"), (.points(Amount(coefficient: 72, exponent: -1)), "7.2个百分点"),
        (.day(Day(year: 2026, month: 4, day: 3)), "2026-04-03"), (.month(YearMonth(year: 2026, month: 4)), "2026-04"),
    ])
    func `cells read alike in every format`(cell: Cell, text: String) {
        #expect(cell.displayText() == text)
    }

    @Test func `formats fix decimals and show signs`() {
        let format = NumberFormat(places: 1, showsPlus: true)
        #expect(format.text(Amount(5)) == "+5.0")
        #expect(format.text(Amount(coefficient: -1_234_567, exponent: -2)) == "-12,345.7")
        #expect(format.text(Amount(0)) == "0.0")
    }

    @Test func `a chart reads its figures from its table and leaves no data open`() throws {
        let report = SampleReport.make()
        let table = try #require(report.table("streets"))
        let chart = try #require(
            report.sections[0].blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }.first)
        let (categories, series) = chart.resolved(in: table)
        #expect(categories == ["开源街道", "大庆路街道", "新华街道", "文瀛湖街道"])
        #expect(series.map(\.values) == [[Amount(128), Amount(97), nil, Amount(77)]])
        #expect(series.map(\.name) == ["志愿服务队·数量"])
    }
}
