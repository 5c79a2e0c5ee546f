import Reports
import Testing

@testable import Workbooks

@Suite struct SpreadsheetTests {
    @Test(arguments: [
        (["街道对比"], ["街道对比"]), (["台账", "台账", "台账"], ["台账", "台账 (2)", "台账 (3)"]),
        (["Data", "DATA"], ["Data", "DATA (2)"]),
        (["收支/结余[a]:*?\\"], ["收支／结余［a］：＊？＼"]), (["'引'"], ["’引’"]), ([""], ["工作表"]), (["History"], ["工作表History"]),
        ([String(repeating: "长", count: 40)], [String(repeating: "长", count: 31)]),
        (
            [String(repeating: "长", count: 31), String(repeating: "长", count: 31)],
            [String(repeating: "长", count: 31), String(repeating: "长", count: 27) + " (2)"]
        ),
        ([String(repeating: "𠀀", count: 20)], [String(repeating: "𠀀", count: 15)]),
    ])
    func `sheet names are made valid and unique`(wanted: [String], given: [String]) {
        var names = SheetNames()
        #expect(wanted.map { names.claim($0) } == given)
    }

    @Test(arguments: [
        ("平常", "平常"), ("a\u{0}b", "a\u{FFFD}b"), ("\u{FFFF}", "\u{FFFD}"), ("_x0041_", "_x005F_x0041_"), ("_x", "_x"),
        ("＝1", "＝1"),
    ])
    func `text keeps what a cell can hold`(text: String, expected: String) {
        #expect(CellText.fitting(text) == expected)
    }

    @Test func `text over the limit of a cell is cut with a mark`() {
        let fitting = CellText.fitting(String(repeating: "𠀀", count: 20_000))
        #expect(fitting.utf16.count <= 32_767)
        #expect(fitting.hasSuffix(CellText.cutMark))
        let exact = String(repeating: "字", count: 32_767)
        #expect(CellText.fitting(exact) == exact)
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
    func `columns have letters`(column: Int, letters: String) {
        #expect(CellRange.columnName(column) == letters)
    }

    @Test(arguments: [
        ("小区党支部", true), ("小区党支部.合计", true), ("_a", true), ("a1b", true), ("A1", false), ("XFD1048576", false),
        ("R1C1", false), ("r", false), ("C", false), ("1a", false), ("a b", false), ("a-b", false), ("", false),
        ("TRUE", false), ("false", false), (String(repeating: "长", count: 42), true),
        (String(repeating: "长", count: 43), false),
    ])
    func `defined names follow the grammar`(name: String, isValid: Bool) {
        #expect(DefinedName.isValid(name) == isValid)
    }

    @Test(arguments: [
        (Day(year: 1970, month: 1, day: 1), 25_569), (Day(year: 2026, month: 4, day: 3), 46_115),
        (Day(year: 1900, month: 3, day: 1), 61), (Day(year: 2024, month: 2, day: 29), 45_351),
    ])
    func `days have the numbers that spreadsheets count`(day: Day, number: Int) {
        #expect(day.serialNumber == number)
    }

    @Test(arguments: [
        (NumberFormat(), 2, Marks(), "#,##0.00"), (NumberFormat(grouping: false), 0, Marks(), "0"),
        (NumberFormat(showsPlus: true), 1, Marks(), "+#,##0.0;-#,##0.0;#,##0.0"),
        (NumberFormat(), 0, Marks(bound: .about), "\"≈\"#,##0;\"≈\"-#,##0;\"≈\"#,##0"),
        (
            NumberFormat(), 0, Marks(isContradicted: true, carriedFrom: YearMonth(year: 2026, month: 2)),
            "#,##0\"〔2月〕※\""
        ),
    ])
    func `format codes show figures exactly`(format: NumberFormat, places: Int, marks: Marks, code: String) {
        #expect(NumberFormatCode.code(format, places: places, marks: marks) == code)
    }

    @Test func `header groups join equal neighbours and stretch short headers`() {
        let columns = [["a"], ["b", "c"], ["b", "d"], ["e", "c"]].enumerated().map {
            Column(key: "\($0)", header: $1)
        }
        let groups = HeaderGroup.groups(of: columns, depth: 2).map { "\($0.text) \($0.columns) \($0.levels)" }
        #expect(
            groups == [
                "a 0...0 0...1", "b 1...2 0...0", "e 3...3 0...0", "c 1...1 1...1", "d 2...2 1...1", "c 3...3 1...1",
            ])
    }

    @Test func `sentences that hold several quantities stand once in the evidence`() {
        let plan = EvidencePlan(SampleReport.make().evidence)
        #expect(plan.sentences.count == 2)
        #expect(plan.sentences[0].quantities == [14..<18, 24..<28])
        #expect((0...3).map { plan.row(of: .init(evidence: "a", mark: $0)) } == [0, 0, 1, nil])
        let runs = EvidenceSheet.runs(of: plan.sentences[0], in: Array(SampleReport.text.unicodeScalars))
        #expect(runs.map(\.text).joined() == String(SampleReport.text.prefix(28)))
        #expect(runs.filter(\.isQuantity).map(\.text) == ["424个", "451支"])
    }
}
