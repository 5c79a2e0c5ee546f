import Reports

/// A small report with every kind of block, cell, mark and link, in both languages. The office, its streets' figures and
/// the bulletin are made up.
enum SampleReport {
    static func make(_ language: Language = .chinese) -> Report {
        let words = Words(language)
        return Report(
            about: About(
                title: words("平城区社区治理统计月报", "Community governance in Pingcheng"),
                subtitle: words("2026年4月", "April 2026"), language: language,
                month: YearMonth(year: 2026, month: 4), region: "平城区", organisation: "平城区统计办",
                generator: "Tongbao 1.0",
                sources: [
                    About.Source(
                        name: "2026-04-08 志愿服务.txt", title: "志愿服务见成效", published: Day(year: 2026, month: 4, day: 8))
                ]),
            sections: [overview(words), streets(words), trend(words), ledger(words)],
            figures: figures(words), datasets: [ledgerTable(words)], evidence: [bulletin],
            style: Style(footer: "平城区统计办"))
    }

    struct Words {
        let language: Language
        init(_ language: Language) { self.language = language }
        func callAsFunction(_ chinese: String, _ english: String) -> String {
            language == .chinese ? chinese : english
        }
    }

    private static func overview(_ words: Words) -> Section {
        Section(
            key: "overview", title: words("总览", "Overview"),
            blocks: [
                .cards(["志愿服务队.全区", "化解率.全区", "共建单位.全区"]),
                .findings([
                    Sentence(
                        words(
                            "4月，全区共有志愿服务队451支，较上月增加12支；开源街道128支，居第1位。",
                            "In April the district had 451 volunteer teams, 12 more than in March; 开源街道 led with 128."),
                        link: .rows(table: "facts", RowSpan(start: 0, count: 1))),
                    Sentence(
                        words(
                            "矛盾纠纷化解率为96.5%，较上月提高1.5个百分点。",
                            "96.5% of disputes were settled, up 1.5 percentage points on March.")),
                ]),
                .paragraphs([
                    Sentence(
                        words(
                            "“—”表示没有数据，不等于0；“≥”表示原文为“余”“多”“超过”等下限；“※”表示来源之间有矛盾，见待核对。",
                            "A dash means no data, which is not zero; ≥ stands for a lower bound; ※ for sources that contradict."
                        ))
                ]),
                .chart(
                    Chart(
                        key: "teams-ranking", kind: .bar, title: words("图1 志愿服务队（支）", "Figure 1 Volunteer teams"),
                        table: "streets",
                        source: .columns(["teams"], labels: "street", rows: RowSpan(start: 0, count: 4)),
                        valueAxis: words("单位：支", "teams"),
                        textAlternative: words(
                            "各街道志愿服务队数：开源街道128支最多，新华街道没有数据。",
                            "Volunteer teams by street: 开源街道 has most with 128, 新华街道 has no data."))),
            ])
    }

    private static func streets(_ words: Words) -> Section {
        func street(_ name: String, _ code: String, _ cells: [Cell]) -> Row {
            Row([.text(name), .text(code)] + cells)
        }
        let ledger = Link.rows(table: "facts", RowSpan(start: 1, count: 1))
        let tooFew = words("只有2个街道报告，不排位", "only 2 streets reported: no ranks")
        let rows = [
            street(
                "开源街道", "140213058",
                [.number(128, link: ledger), .rank(1, of: 3), .percent(Amount(coefficient: 424, exponent: -1))]
                    + [.number(Amount(53), marks: Marks(bound: .atLeast), link: ledger), .empty(tooFew)]),
            street(
                "大庆路街道", "140213059",
                [
                    .number(Amount(97), marks: Marks(carriedFrom: YearMonth(year: 2026, month: 2))),
                    .rank(2, of: 3), .percent(Amount(coefficient: 321, exponent: -1)),
                    .number(Amount(1242), marks: Marks(isContradicted: true)), .empty(tooFew),
                ]),
            street(
                "新华街道", "140213062",
                [
                    .empty(words("本月没有报告", "no report this month")), .empty(), .empty(), .empty(),
                    .empty(tooFew),
                ]),
            street(
                "文瀛湖街道", "140213065",
                [
                    .number(77), .rank(3, of: 3), .percent(Amount(coefficient: 255, exponent: -1)),
                    Cell(.range(Amount(20), Amount(30))), .empty(tooFew),
                ]),
            Row(
                [
                    .text(words("  其中：水岸社区", "  of which 水岸社区")), .empty(), .number(12), .empty(), .empty(),
                    .empty(), .empty(),
                ], level: 1),
            Row(
                [
                    .text(words("合计", "Total")), .empty(),
                    Cell(
                        .number(Amount(302)), formula: .sumOfRows([RowSpan(start: 0, count: 4)]),
                        name: "志愿服务队.合计", note: words("4个街道中3个报告", "3 of 4 streets reported")),
                    .empty(), .empty(), .empty(words("区间不求和", "ranges are not summed")), .empty(),
                ], kind: .total),
        ]
        return Section(
            key: "streets", title: words("街道对比", "Streets"),
            blocks: [
                .table(
                    Table(
                        key: "streets", title: words("表1 各街道主要指标", "Table 1 Indicators by street"),
                        unitLine: words("单位：支、件", "teams, cases"),
                        columns: [
                            Column(key: "street", header: [words("街道", "Street")]),
                            Column(key: "code", header: [words("代码", "Code")], kind: .code),
                            Column(
                                key: "teams", header: [words("志愿服务队", "Volunteer teams"), words("数量", "Number")],
                                kind: .number, visual: .dataBar),
                            Column(
                                key: "teams-rank",
                                header: [words("志愿服务队", "Volunteer teams"), words("位次", "Rank")], kind: .rank),
                            Column(
                                key: "teams-share",
                                header: [words("志愿服务队", "Volunteer teams"), words("占比", "Share")], kind: .percent,
                                format: NumberFormat(places: 1)),
                            Column(
                                key: "disputes", header: [words("化解纠纷", "Disputes"), words("数量", "Number")],
                                kind: .number),
                            Column(
                                key: "disputes-rank", header: [words("化解纠纷", "Disputes"), words("位次", "Rank")],
                                kind: .rank),
                        ],
                        rows: Rows(rows),
                        notes: [words("注：合计为已报告街道之和。", "Note: totals are of the streets that reported.")],
                        layout: TableLayout(orientation: .landscape, frozenColumns: 1, hasFilters: true)))
            ])
    }

    private static func trend(_ words: Words) -> Section {
        let months = [11, 12, 1, 2, 3, 4]
        let counts: [Int?] = [420, 428, nil, 433, 439, 451]
        let rows = zip(months, counts).map { month, count in
            Row([
                .month(YearMonth(year: month > 6 ? 2025 : 2026, month: month)), count.map { .number($0) } ?? .empty(),
            ])
        }
        return Section(
            key: "trend", title: words("月度趋势", "Trend"),
            blocks: [
                .chart(
                    Chart(
                        key: "teams-trend", kind: .line,
                        title: words("图2 志愿服务队逐月变化", "Figure 2 Volunteer teams by month"), table: "trend",
                        source: .columns(["teams"], labels: "month", rows: RowSpan(start: 0, count: 6)),
                        valueAxis: words("单位：支", "teams"),
                        textAlternative: words(
                            "志愿服务队从420支增加到451支，1月没有数据。", "Volunteer teams rose from 420 to 451; no data for January."))),
                .table(
                    Table(
                        key: "trend", title: words("表2 志愿服务队", "Table 2 Volunteer teams"),
                        columns: [
                            Column(key: "month", header: [words("月份", "Month")], kind: .month),
                            Column(key: "teams", header: [words("数量", "Number")], kind: .number),
                        ], rows: Rows(rows))),
            ])
    }

    private static func ledger(_ words: Words) -> Section {
        Section(key: "ledger", title: words("事实台账", "Ledger"), blocks: [.table(ledgerTable(words))])
    }

    static func ledgerTable(_ words: Words) -> Table {
        func reference(_ mark: Int) -> Link { .evidence(Evidence.Reference(evidence: "b1", mark: mark)) }
        return Table(
            key: "facts", title: words("事实台账", "Ledger of facts"), role: .data,
            columns: [
                Column(key: "number", header: [words("序号", "No.")], kind: .number, isRequired: true),
                Column(key: "street", header: [words("街道", "Street")]),
                Column(key: "item", header: [words("事项", "Item")], isRequired: true),
                Column(key: "value", header: [words("数值", "Value")], kind: .number),
                Column(key: "unit", header: [words("单位", "Unit")]),
                Column(key: "published", header: [words("日期", "Published")], kind: .day),
                Column(key: "sentence", header: [words("原句", "Sentence")], kind: .prose),
            ],
            rows: [
                Row([
                    .number(1), .text("全区"), .text("志愿服务队"), .number(451, link: reference(0)), .text("支"),
                    .day(Day(year: 2026, month: 4, day: 8)), .text("全区组建志愿服务队451支。", link: reference(0)),
                ]),
                Row([
                    .number(2), .text("开源街道"), .text("志愿服务队"), .number(128, link: reference(1)), .text("支"),
                    .day(Day(year: 2026, month: 4, day: 8)),
                    .text("=其中开源街道128支，\"红马甲\"们服务居民50余户。", link: reference(1)),
                ]),
                Row([
                    .number(3), .text("开源街道"), .text("居民"),
                    .number(Amount(50), marks: Marks(bound: .atLeast), link: reference(2)), .text("户"), .empty(),
                    .text("<script>alert(1)</script>, 电话13800138000"),
                ]),
            ],
            layout: TableLayout(orientation: .landscape, frozenColumns: 2, hasFilters: true), primaryKey: ["number"])
    }

    private static func figures(_ words: Words) -> [Figure] {
        [
            Figure(
                key: "志愿服务队.全区", label: words("志愿服务队", "Volunteer teams"),
                value: .number(Amount(451), link: .rows(table: "facts", RowSpan(start: 0, count: 1))),
                unit: words("支", "teams"), period: "2026-04", place: "平城区", change: .number(12),
                changeRate: .percent(Amount(coefficient: 27, exponent: -1)), source: "2026-04-08 志愿服务.txt"),
            Figure(
                key: "化解率.全区", label: words("矛盾纠纷化解率", "Disputes settled"),
                value: .percent(Amount(coefficient: 965, exponent: -1)), unit: "", format: NumberFormat(places: 1),
                period: "2026-04", place: "平城区", change: .points(Amount(coefficient: 15, exponent: -1)),
                changeRate: .points(Amount(coefficient: 15, exponent: -1)), source: "2026-04-08 志愿服务.txt"),
            Figure(
                key: "共建单位.全区", label: words("共建单位", "Partner units"),
                value: .number(Amount(765), marks: Marks(bound: .atLeast)), unit: words("家", "units"),
                period: "2026-04", place: "平城区", rank: .rank(2, of: 5), source: "2026-04-08 志愿服务.txt"),
        ]
    }

    private static let bulletin = Evidence(
        key: "b1", title: "志愿服务见成效", source: "2026-04-08 志愿服务.txt", published: Day(year: 2026, month: 4, day: 8),
        text: """
            志愿服务见成效
            全区组建志愿服务队451支。=其中开源街道128支，"红马甲"们服务居民50余户。<b>联系人</b>电话13800138000，身份证140202199001011234。
            """,
        marks: [
            Evidence.Mark(sentence: 8..<22, quantity: 17..<21, label: "志愿服务队"),
            Evidence.Mark(sentence: 22..<52, quantity: 29..<33, label: "开源街道志愿服务队"),
            Evidence.Mark(sentence: 22..<52, quantity: 46..<50, label: "居民"),
        ])
}
