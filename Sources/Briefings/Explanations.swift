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
                "“—”表示没有数据，不等于0，不参加平均；“≥”表示余、多、超过，“≤”表示近、不足，“≈”表示约；“※”表示来源矛盾；〔2月〕表示沿用该月数字，上年的写明年份，合计含沿用数字的写明其中最早的月份；〔推算〕表示由两期累计数之差得出。",
                "A dash is no data, not zero, and is in no mean; ≥ a lower bound, ≤ an upper bound, ≈ about; ※ sources contradict; [2026-02] carried forward from that month, of a sum the oldest of such; [computed] the difference of two running figures."
            ),
            words(
                "不同口径（时点数、时期数、累计）不相加；显示时四舍五入，计算用全部位数。",
                "Stocks, flows and cumulative figures are never added to each other; rounding is half up, for display only."
            ),
        ] + selection + (briefing.month == nil ? [] : howFiguresAreMade) + [
            words(
                "CSV中以=、+、-、@开头的文字前加了一个撇号，以免被当作公式。",
                "In CSV files text that begins with =, +, - or @ has a leading apostrophe, so that it does not run as a formula."
            ),
            words("由\(briefing.generator)生成。", "Made by \(briefing.generator)."),
        ]
    }

    private var selection: [String] {
        guard briefing.isOfSomeStreets else { return [] }
        return [
            words(
                "本报告只含选定的\(briefing.streets.count)个\(words.part)；合计、位次、占比和统计摘要都只在其间计算。",
                "This report is of \(briefing.streets.count) chosen \(words.parts) alone; totals, ranks, shares and the summary are among them."
            )
        ]
    }

    private var howFiguresAreMade: [String] {
        [
            words(
                "数字归入它所说的月份，而不是刊发的月份；没有写明时期的，归入刊发月份。“由33件降至27件”只有27件是本期的数，33件没有写明时期的不归入任何月份。",
                "A figure belongs to the month that it speaks of, not to that in which it was printed; where it does not say, to the latter. Of “from 33 down to 27” only 27 is of the period; 33 is of no month unless one is told."
            ),
            words(
                "\(words.part)有本级数字的用本级数字；没有的，用下级之和，只是下限。\(words.whole)所报与各\(words.part)合计分别列出，互不替代。",
                "A \(words.part)'s own figure stands; where it has none, what the places within it add up to, a lower bound. The region's own figures and the sums of its \(words.parts) stand apart."
            ),
            words(
                "时点数当月未报的，沿用最近一次并注明月份，不计环比；累计数与上月累计数之差为当月数；比率的增减以百分点计。",
                "A stock not reported in the month is carried forward with its month shown and not compared; a month of a running figure is its difference to the month before; rates change in percentage points."
            ),
            words(
                "报告的\(words.part)不足3个的指标不排位、不计占比；并列者同位。所报不一的依次取后刊发的、确数、所报次数多的、较大的，与文件的先后无关，并列入待核对；\(words.whole)所报小于所属\(words.part)所报的也列入待核对。",
                "No rank or share where fewer than three \(words.parts) reported; ties share a rank. Of figures that contradict each other the later published stands, then the exact one, the one told more often, the larger, in whatever order the files come, and both are to be checked; so is a figure of the region that is less than its \(words.parts) report."
            ),
        ]
    }
}
