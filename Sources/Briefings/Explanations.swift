import Reports

/// The explanations: what the report is, where it comes from and how to read its marks.
struct Explanations: Sendable {
    let briefing: Briefing
    let words: Wording

    func section(sources: [About.Source]) -> Section {
        let sourceRows = sources.map { source in
            Row([
                .text(source.name), .optional(source.title),
                source.published.map { .day($0) } ?? .text(words("日期未注明", "undated")),
            ])
        }
        return Section(
            key: "notes", title: words("说明", "Notes"),
            blocks: [
                .paragraphs(paragraphs.map { Sentence($0) }),
                .table(
                    Table(
                        key: "sources", title: words("来源", "Sources"),
                        columns: [
                            Column(key: "name", header: [words("文件", "File")]),
                            Column(key: "title", header: [words("标题", "Title")]),
                            Column(key: "published", header: [words("日期", "Published")], kind: .day),
                        ], rows: Rows(sourceRows))),
            ])
    }

    private var paragraphs: [String] {
        [
            words("报告期：\(words.month(briefing.month))。", "Period: \(words.month(briefing.month))."),
            words(
                "每个数字都来自通报原文，可由台账追溯到原句；未采信的数字列明理由。",
                "Every figure comes from a bulletin and can be traced to its sentence; numerals set aside are listed with reasons."
            ),
            words(
                "“—”表示没有数据，不等于0，不参加平均；“≥”表示余、多、超过，“≤”表示近、不足，“≈”表示约；“※”表示来源矛盾；〔2月〕表示沿用该月数字。",
                "A dash is no data, not zero, and is in no mean; ≥ a lower bound, ≤ an upper bound, ≈ about; ※ sources contradict; [2026-02] carried forward from that month."
            ),
            words(
                "不同口径（时点数、时期数、累计）不相加；显示时四舍五入。",
                "Stocks, flows and cumulative figures are never added to each other; rounding is half up, for display only."
            ),
            words(
                "CSV中以=、+、-、@开头的文字前加了一个撇号，以免被当作公式。",
                "In CSV files text that begins with =, +, - or @ has a leading apostrophe, so that it does not run as a formula."
            ),
            words("由\(briefing.generator)生成。", "Made by \(briefing.generator)."),
        ]
    }
}
