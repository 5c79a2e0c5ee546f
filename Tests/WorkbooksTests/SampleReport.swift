import Reports

/// A small report with one of everything: cards, findings, a comparison with dashes and a total, a printed form, charts,
/// a ledger with evidence.
enum SampleReport {
    static let text = "4月，永泰街道现有小区党支部424个，志愿服务队451支。清理野广告50余处。=1+1不是公式。"

    static func make() -> Report {
        Report(
            about: About(
                title: "城市基层治理月度统计", month: YearMonth(year: 2026, month: 4), region: "平城区",
                organisation: "区委社会工作部", generator: "统报 1.0",
                sources: [.init(name: "a.txt", published: Day(year: 2026, month: 4, day: 3))]),
            sections: [
                Section(
                    key: "about", title: "说明",
                    blocks: [.paragraphs([Sentence("本报告根据1份简报编制。"), Sentence("“—”表示没有数据，不是零。")])]),
                Section(
                    key: "overview", title: "总览",
                    blocks: [
                        .cards(["小区党支部", "志愿服务队", "化解率", "缺"]),
                        .findings([Sentence("4月，永泰街道小区党支部424个，居第1位。", link: .section("streets"))]),
                        .chart(ranking), .chart(trend),
                    ]),
                Section(key: "streets", title: "街道对比", blocks: [.table(streets), .chart(trend)]),
                Section(key: "form", title: "月报表", blocks: [.table(form)]),
                Section(key: "ledger", title: "事实台账", blocks: [.table(ledger)]),
            ],
            figures: [
                Figure(
                    key: "小区党支部", label: "小区党支部",
                    value: .number(424, link: .rows(table: "ledger", RowSpan(start: 0, count: 2))), unit: "个",
                    period: "2026-04", place: "平城区", change: .number(12), changeRate: .percent(amount(29, -1)),
                    rank: .rank(1, of: 3), source: "a.txt"),
                Figure(
                    key: "志愿服务队", label: "志愿服务队",
                    value: .number(Amount(451), marks: Marks(carriedFrom: YearMonth(year: 2026, month: 2))), unit: "支",
                    period: "2026-04", place: "平城区", source: "a.txt"),
                Figure(
                    key: "化解率", label: "矛盾纠纷化解率", value: .percent(amount(986, -1)), unit: "%", period: "2026-04",
                    place: "平城区", source: "a.txt"),
                Figure(
                    key: "缺", label: "未报指标", value: .empty("本月没有街道报告"), unit: "个", period: "2026-04",
                    place: "平城区", source: ""),
                Figure(
                    key: "未列卡片", label: "未列卡片", value: .number(7), unit: "个", period: "2026-04", place: "平城区",
                    source: "a.txt"),
            ],
            evidence: [
                Evidence(
                    key: "a", title: "强基固本", source: "a.txt", published: Day(year: 2026, month: 4, day: 3), text: text,
                    marks: [
                        .init(sentence: 0..<28, quantity: 14..<18, label: "小区党支部"),
                        .init(sentence: 0..<28, quantity: 24..<28, label: "志愿服务队"),
                        .init(sentence: 28..<38, quantity: 33..<37, label: "野广告"),
                    ])
            ])
    }

    static func amount(_ coefficient: Int128, _ exponent: Int) -> Amount {
        Amount(coefficient: coefficient, exponent: exponent)
    }

    static let streets = Table(
        key: "streets", title: "表1　各街道主要指标", unitLine: "单位：个", summary: nil, role: .display,
        columns: [
            Column(key: "street", header: ["街道"]),
            Column(key: "branches", header: ["小区党支部"], kind: .number, visual: .dataBar),
            Column(key: "teams", header: ["志愿服务队"], kind: .number, visual: .colourScale),
            Column(key: "both", header: ["合计"], kind: .number, isTotal: true),
            Column(key: "share", header: ["占比"], kind: .percent),
            Column(key: "rank", header: ["位次"], kind: .rank),
        ],
        rows: Rows([
            Row([
                .text("永泰街道"), .number(424, link: .rows(table: "ledger", RowSpan(start: 0, count: 1))), .number(451),
                Cell(.number(Amount(875)), formula: .sumOfColumns(["branches", "teams"])),
                Cell(.percent(amount(485, -1)), formula: .percentage(of: "branches", by: "both")), .rank(1, of: 3),
            ]),
            Row([
                .text("古城街道"), .number(amount(1373, 2), marks: Marks(bound: .atLeast)), .empty("本月未报"),
                Cell(.number(Amount(137_300)), formula: .sumOfColumns(["branches", "teams"])), .empty(),
                .rank(2, of: 3),
            ]),
            Row([
                .text("新旺街道"), Cell(.number(Amount(0)), marks: Marks(isContradicted: true), note: "两处说法不一"),
                .number(amount(25, -1)), .empty(), .empty(), .rank(3, of: 3),
            ]),
            Row(
                [
                    .text("合计"),
                    Cell(.number(Amount(137_724)), formula: .sumOfRows([RowSpan(start: 0, count: 3)]), name: "合计_党支部"),
                    Cell(.number(amount(4535, -1)), formula: .sumOfRows([RowSpan(start: 0, count: 3)])),
                    // A figure that the formula does not give stays a figure.
                    Cell(.number(Amount(1)), formula: .sumOfRows([RowSpan(start: 0, count: 3)])), .empty(), .empty(),
                ], kind: .total),
        ]),
        notes: ["“≥”表示“余”“以上”；※表示来源说法不一。"],
        layout: TableLayout(orientation: .landscape, frozenColumns: 1))

    static let form = Table(
        key: "form", title: "基层治理情况月报表", unitLine: "单位：个",
        columns: [
            Column(key: "name", header: ["指标名称"]), Column(key: "unit", header: ["计量单位"], alignment: .centre),
            Column(key: "now", header: ["本期", "数量"], kind: .number),
            Column(key: "growth", header: ["本期", "环比"], kind: .percent),
            Column(key: "last", header: ["上期"], kind: .number),
        ],
        rows: Rows([
            Row([.text("甲"), .text("乙"), .text("1"), .text("2"), .text("3")], kind: .columnNumbers),
            Row([
                .text("社区党组织"), .text("个"), .number(110),
                Cell(.percent(Amount(10)), formula: .growth(of: "now", from: "last")), .number(100),
            ]),
            Row([.text("其中：党总支"), .text("个"), .number(7), .empty(), .empty()], indent: 1),
        ]),
        notes: ["本表由系统生成。"], layout: TableLayout(isForm: true))

    static let ledger = Table(
        key: "ledger", title: "事实台账", role: .data,
        columns: [
            Column(key: "number", header: ["序号"], kind: .number),
            Column(key: "code", header: ["区划代码"], kind: .code),
            Column(key: "item", header: ["指标"]),
            Column(key: "value", header: ["数值"], kind: .number),
            Column(key: "date", header: ["日期"], kind: .day),
            Column(key: "sentence", header: ["原文语句"], kind: .prose),
        ],
        rows: Rows([
            row(1, "小区党支部", .number(424), mark: 0, "现有小区党支部424个"),
            row(2, "志愿服务队", .number(451), mark: 1, "志愿服务队451支"),
            row(
                3, "野广告", .number(Amount(50), marks: Marks(bound: .atLeast)), mark: 2,
                "=HYPERLINK(\"http://x\",\"50余处\")"),
            row(4, "无数", .empty(), mark: 9, "@SUM(A1)"),
        ]))

    private static func row(_ number: Int, _ item: String, _ value: Cell, mark: Int, _ sentence: String) -> Row {
        Row([
            Cell(.number(Amount(number)), link: .evidence(.init(evidence: "a", mark: mark))), .text("140213050001"),
            .text(item), value, .day(Day(year: 2026, month: 4, day: 3)), .text(sentence),
        ])
    }

    static let ranking = Chart(
        key: "ranking", kind: .bar, title: "图1　各街道小区党支部", table: "streets",
        source: .columns(["branches"], labels: "street", rows: RowSpan(start: 0, count: 3)), valueAxis: "个",
        textAlternative: "永泰街道最多")

    /// Its range holds a dash.
    static let trend = Chart(
        key: "teams", kind: .line, title: "图2　志愿服务队", table: "streets",
        source: .columns(["branches", "teams"], labels: "street", rows: RowSpan(start: 0, count: 3)),
        textAlternative: "古城街道未报")
}
