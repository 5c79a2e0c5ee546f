public import Facts
public import Indicators
import Metrics
public import Reports

/// What a month's report says: facts in, a neutral report out, which every writer renders.
public struct Briefing: Sendable {
    public var language: Language
    public var region: String?
    /// The streets of the region in the gazetteer's order; all of them are shown.
    public var streets: [Street]
    public var month: YearMonth?
    /// Program and version, for the explanations.
    public var generator: String
    public var catalogue: Catalogue

    /// A street of the gazetteer.
    public struct Street: Sendable, Hashable {
        public var name: String
        /// Division code; empty where it has none.
        public var code: String

        public init(name: String, code: String = "") {
            self.name = name
            self.code = code
        }
    }

    public init(
        language: Language = .chinese, region: String? = nil, streets: [Street] = [], month: YearMonth? = nil,
        generator: String, catalogue: Catalogue = .builtIn
    ) {
        self.language = language
        self.region = region
        self.streets = streets
        self.month = month
        self.generator = generator
        self.catalogue = catalogue
    }

    /// The report on the facts and on the numerals set aside. `texts` are the articles to which figures lead back; a fact
    /// without one keeps its sentence. `decided` are the positions of facts that a person accepted or corrected, which stand
    /// against those that contradict them.
    public func report(
        facts: [Fact], setAside: [SetAside], texts: [SourceText], decided: Set<Int> = []
    ) -> Report {
        let ledger = Ledger(facts, catalogue: catalogue)
        let words = Wording(language: language)
        let trace = Trace(ledger.entries.map(\.fact), texts: texts)
        let figures = ReportedFigures(ledger, briefing: self, words: words)
        let ledgerTable = ledger.table(words, trace: trace)
        let setAsideTable = SetAsideTable(setAside, words: words).table
        let reported = StreetComparison(ledger, briefing: self, words: words)
        let monthly = statistics(of: facts, decided: decided).map { MonthlySections($0, ledger: ledger, words: words) }
        let place = region ?? words("全部", "All places")
        return Report(
            about: About(
                title: words("\(place)统计月报", "\(place): monthly statistics"), subtitle: words.month(month),
                language: language, month: month, region: region, generator: generator, sources: sources(texts)),
            sections: [
                Explanations(briefing: self, words: words).section(sources: sources(texts)),
                Overview(ledger: ledger, briefing: self, words: words, figures: figures, texts: texts).section,
            ] + (monthly?.sections ?? [reported.section]) + [
                Section(key: "figures", title: words("指标一览", "Figures"), blocks: [.table(figures.table)]),
                Section(key: "ledger", title: words("事实台账", "Ledger"), blocks: [.table(ledgerTable)]),
                ToCheck(ledger: ledger, setAside: setAside, words: words, trace: trace).section,
                Section(key: "set-aside", title: words("未采信数字", "Set aside"), blocks: [.table(setAsideTable)]),
                DataDictionary(tables: [ledgerTable, setAsideTable], words: words).section,
            ],
            figures: figures.headlines,
            datasets: [ledgerTable, figures.dataset, monthly?.comparison ?? reported.table, setAsideTable],
            evidence: trace.evidence)
    }

    /// The statistics of the report's month; without a month there are figures as reported, and no arithmetic.
    private func statistics(of facts: [Fact], decided: Set<Int>) -> MonthlyStatistics? {
        guard let month, let region else { return nil }
        let directory = StreetDirectory(
            district: region, streets: streets.map { StreetDirectory.Street(name: $0.name, code: $0.code) })
        return MonthlyStatistics(
            observations: Observation.observations(
                of: facts, catalogue: catalogue, directory: directory, decided: decided),
            directory: directory, month: Month(year: month.year, month: month.month), catalogue: catalogue)
    }

    private func sources(_ texts: [SourceText]) -> [About.Source] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0.document).inserted }.map { text in
            About.Source(name: text.document, title: text.title, published: text.published.map(Day.init))
        }
    }

    /// The street that a place belongs to, by its name in the chain.
    func street(of place: [String]) -> Int? {
        streets.firstIndex { place.contains($0.name) }
    }
}
