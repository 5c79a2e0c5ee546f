import Facts
import Indicators
import Metrics
import Reports

/// The overview: headline figures, what the bulletins cover, and how that spreads over the streets.
struct Overview: Sendable {
    let ledger: Ledger
    let briefing: Briefing
    let words: Wording
    let figures: ReportedFigures
    let texts: [SourceText]
    private let streets: [StreetCoverage]
    /// Cards beyond these are not read.
    private static let mostCards = 12

    init(ledger: Ledger, briefing: Briefing, words: Wording, figures: ReportedFigures, texts: [SourceText]) {
        self.ledger = ledger
        self.briefing = briefing
        self.words = words
        self.figures = figures
        self.texts = texts
        streets = Overview.coverage(ledger, briefing)
    }

    /// The overview of figures as reported, of no month.
    var section: Section {
        let headlines = figures.headlines.prefix(Overview.mostCards)
        return section(cards: headlines.map(\.key), findings: findings, charts: [], coverage: table)
    }

    /// The overview of a month.
    func section(of view: MonthView, headlines: Headlines) -> Section {
        let streets = StreetsSection(view: view, headlines: headlines)
        let trend = TrendSection(view: view)
        var charts = [view.main.first.map(streets.chart), trend.composition].compactMap(\.self)
        if let line = view.main.lazy.compactMap(trend.chart).first { charts.append(line) }
        // A chart stands once in a report: what the overview shows keeps a key of its own.
        for index in charts.indices { charts[index].key += "-overview" }
        return section(
            cards: headlines.cards, findings: Findings(view: view, texts: texts).sentences, charts: charts,
            coverage: coverage(view))
    }

    private func section(cards: [String], findings: [Sentence], charts: [Chart], coverage: Table) -> Section {
        var blocks: [Block] = []
        if !cards.isEmpty { blocks.append(.cards(cards)) }
        blocks.append(.findings(findings))
        blocks += charts.map(Block.chart)
        if !briefing.streets.isEmpty {
            // Where figures can be compared, how many facts there are is no picture worth having.
            let hasPicture = charts.count < 2 && briefing.streets.count >= StreetComparison.fewestRanked
            blocks += hasPicture ? [.chart(chart), .table(coverage)] : [.table(coverage)]
        }
        return Section(key: "overview", title: words("总览", "Overview"), blocks: blocks)
    }

    private var findings: [Sentence] {
        let documents = Set(texts.map(\.document)).count
        var sentences = [
            Sentence(
                words(
                    "共采集通报\(documents)份、文章\(texts.count)篇，识读出数据\(ledger.entries.count)条，涉及指标\(indicators)个。",
                    "\(documents) bulletins with \(texts.count) articles gave \(ledger.entries.count) facts on \(indicators) indicators."
                ))
        ]
        let reporting = streets.filter { $0.facts > 0 }.count
        if !briefing.streets.isEmpty {
            sentences.append(
                Sentence(
                    words(
                        "\(briefing.streets.count)个\(words.part)中有\(reporting)个报告了数据。",
                        "\(reporting) of \(briefing.streets.count) \(words.parts) reported figures.")))
        }
        if !texts.contains(where: { $0.published != nil }) {
            sentences.append(Sentence(words("通报没有注明日期。", "The bulletins bear no date.")))
        }
        sentences += figures.headlines.prefix(8).map { figure in
            let value = figure.value.displayText(
                format: NumberFormat(grouping: words.language == .english), language: words.language)
            // Said once, not with every figure.
            let isUndated = figure.period.isEmpty || figure.period == words("日期未注明", "undated")
            let opens = !isUndated && figure.period.first?.isASCII == false && words.language == .chinese
            let before = opens ? figure.period + "，" : ""
            let after = isUndated || opens ? "" : words("（\(figure.period)）", " (\(figure.period))")
            let whole = figure.place == briefing.region ? words(words.whole, "") : ""
            let label = figures.spokenLabels[figure.key] ?? figure.label
            return Sentence(
                words(
                    "\(before)\(whole)\(label)\(value)\(figure.unit)\(after)。",
                    "\(figure.label): \(value) \(figure.unit)\(after)."),
                link: figure.value.link)
        }
        return sentences
    }

    private var indicators: Int { Set(ledger.groups.map(\.series.indicator)).count }

    /// What the bulletins say of one street.
    private struct StreetCoverage {
        struct Article: Hashable {
            let document: String
            let number: Int
        }
        var facts = 0
        var articles: Set<Article> = []
        var indicators: Set<Indicator> = []
    }

    private static func coverage(_ ledger: Ledger, _ briefing: Briefing) -> [StreetCoverage] {
        var streets = [StreetCoverage](repeating: StreetCoverage(), count: briefing.streets.count)
        let positions = briefing.streetPositions
        for group in ledger.groups {
            guard let street = group.place.lazy.compactMap({ positions[$0] }).first else { continue }
            streets[street].facts += group.rows.count
            streets[street].indicators.insert(group.series.indicator)
            for row in group.rows.range {
                let article = ledger.article(of: row)
                streets[street].articles.insert(
                    StreetCoverage.Article(document: article.document, number: article.number))
            }
        }
        return streets
    }

    /// What each street reported in the month.
    private func coverage(_ view: MonthView) -> Table {
        let rows = zip(view.streets, view.statistics.coverage).map { street, covered in
            Row([
                .text(street.name), street.code.isEmpty ? .empty() : .text(street.code), count(covered.bulletins),
                count(covered.articles), count(covered.communities), count(covered.facts),
            ])
        }
        let communities = words.part == "街道" ? "社区" : "下级"
        return Table(
            key: "coverage", title: words("各\(words.part)数据采集情况", "Coverage by \(words.part)"),
            columns: Array(coverageColumns.prefix(2)) + [
                Column(key: "bulletins", header: [words("通报", "Bulletins")], kind: .number),
                Column(key: "articles", header: [words("文章", "Articles")], kind: .number),
                Column(key: "communities", header: [words(communities, "Places within")], kind: .number),
                Column(key: "facts", header: [words("数据", "Facts")], kind: .number, visual: .dataBar),
            ],
            rows: Rows(rows), layout: TableLayout(frozenColumns: 1))
    }

    private var coverageColumns: [Column] {
        [
            Column(key: "street", header: [words(words.part, words.part.capitalisedFirst)]),
            Column(key: "code", header: [words("代码", "Code")], kind: .code),
            Column(key: "articles", header: [words("文章", "Articles")], kind: .number),
            Column(key: "facts", header: [words("数据", "Facts")], kind: .number, visual: .dataBar),
            Column(key: "indicators", header: [words("指标", "Indicators")], kind: .number),
        ]
    }

    /// Every street of the gazetteer; a street that no bulletin speaks of has no data, not zero facts.
    private var table: Table {
        let rows = zip(briefing.streets, streets).map { street, covered in
            Row([
                .text(street.name), .text(street.code), count(covered.articles.count), count(covered.facts),
                count(covered.indicators.count),
            ])
        }
        return Table(
            key: "coverage", title: words("各\(words.part)数据采集情况", "Coverage by \(words.part)"),
            columns: coverageColumns, rows: Rows(rows), layout: TableLayout(frozenColumns: 1))
    }

    private func count(_ number: Int) -> Cell {
        number == 0 ? .empty(words("本期没有报告", "nothing reported")) : .number(number)
    }

    private var chart: Chart {
        let reporting = streets.filter { $0.facts > 0 }.count
        let most = streets.map(\.facts).max() ?? 0
        return Chart(
            key: "coverage-chart", kind: .bar, title: words("各\(words.part)数据条数", "Facts by \(words.part)"),
            table: "coverage",
            source: .columns(["facts"], labels: "street", rows: RowSpan(start: 0, count: briefing.streets.count)),
            valueAxis: words("单位：条", "facts"),
            textAlternative: words(
                "\(briefing.streets.count)个\(words.part)中\(reporting)个有数据，最多\(most)条。",
                "\(reporting) of \(briefing.streets.count) \(words.parts) have facts, at most \(most)."))
    }
}
