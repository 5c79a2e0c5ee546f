import Facts
import Indicators
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

    var section: Section {
        let headlines = figures.headlines.prefix(Overview.mostCards)
        var blocks: [Block] = []
        if !headlines.isEmpty { blocks.append(.cards(headlines.map(\.key))) }
        blocks.append(.findings(findings))
        if !briefing.streets.isEmpty {
            blocks += [.chart(chart), .table(table)]
        }
        return Section(key: "overview", title: words("总览", "Overview"), blocks: blocks)
    }

    private var findings: [Sentence] {
        let documents = Set(texts.map(\.document)).count
        var sentences = [
            Sentence(
                words(
                    "本期采集公报\(documents)份、文章\(texts.count)篇，识读出数据\(ledger.entries.count)条，涉及指标\(indicators)个。",
                    "\(documents) bulletins with \(texts.count) articles gave \(ledger.entries.count) facts on \(indicators) indicators."
                ))
        ]
        let reporting = streets.filter { $0.facts > 0 }.count
        if !briefing.streets.isEmpty {
            sentences.append(
                Sentence(
                    words(
                        "\(briefing.streets.count)个街道中有\(reporting)个报告了数据。",
                        "\(reporting) of \(briefing.streets.count) streets reported figures.")))
        }
        sentences += figures.headlines.prefix(6).map { figure in
            let value = figure.value.displayText(format: figure.format, language: words.language)
            let period = figure.period.isEmpty ? "" : words("（\(figure.period)）", " (\(figure.period))")
            return Sentence(
                words(
                    "\(figure.label)\(value)\(figure.unit)\(period)。",
                    "\(figure.label): \(value) \(figure.unit)\(period)."),
                link: figure.value.link)
        }
        return sentences
    }

    private var indicators: Int { Set(ledger.entries.map(\.reading.series.indicator)).count }

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
        for entry in ledger.entries {
            guard let street = briefing.street(of: entry.fact.place) else { continue }
            streets[street].facts += 1
            streets[street].articles.insert(
                StreetCoverage.Article(document: entry.fact.document, number: entry.fact.article))
            streets[street].indicators.insert(entry.reading.series.indicator)
        }
        return streets
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
            key: "coverage", title: words("表1 各街道数据采集情况", "Table 1 Coverage by street"),
            columns: [
                Column(key: "street", header: [words("街道", "Street")]),
                Column(key: "code", header: [words("代码", "Code")], kind: .code),
                Column(key: "articles", header: [words("文章", "Articles")], kind: .number),
                Column(key: "facts", header: [words("数据", "Facts")], kind: .number, visual: .dataBar),
                Column(key: "indicators", header: [words("指标", "Indicators")], kind: .number),
            ], rows: Rows(rows), layout: TableLayout(frozenColumns: 1))
    }

    private func count(_ number: Int) -> Cell {
        number == 0 ? .empty(words("本期没有报告", "nothing reported")) : .number(number)
    }

    private var chart: Chart {
        let reporting = streets.filter { $0.facts > 0 }.count
        let most = streets.map(\.facts).max() ?? 0
        return Chart(
            key: "coverage-chart", kind: .bar, title: words("图1 各街道数据条数", "Figure 1 Facts by street"),
            table: "coverage",
            source: .columns(["facts"], labels: "street", rows: RowSpan(start: 0, count: briefing.streets.count)),
            valueAxis: words("单位：条", "facts"),
            textAlternative: words(
                "\(briefing.streets.count)个街道中\(reporting)个有数据，最多\(most)条。",
                "\(reporting) of \(briefing.streets.count) streets have facts, at most \(most)."))
    }
}
