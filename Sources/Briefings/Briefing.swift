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
    /// Whether `streets` are only some of the region's: ranks and shares are among them, which the report then says.
    public var isOfSomeStreets = false
    public var month: YearMonth?
    /// Program and version, for the explanations.
    public var generator: String
    public var catalogue: Catalogue
    /// The office that makes the report.
    public var office = Office()

    /// What a printed form says of the office that issues it.
    public struct Office: Sendable, Hashable {
        /// 制表机关; empty where it is not known.
        public var organisation = ""
        /// 表号; empty where the form has none.
        public var formNumber = ""

        public init() {}
    }

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

    /// What a report says to another month, or to another account of the same month.
    public struct Baseline: Sendable {
        /// All facts of the other month or account.
        public var facts: PackedFacts
        /// Positions of facts that a person accepted or corrected.
        public var decided: Set<Int>
        /// The month whose figures are compared.
        public var month: YearMonth
        /// How it is called in the report; `nil` for the month's name.
        public var name: String?

        public init(facts: PackedFacts, decided: Set<Int> = [], month: YearMonth, name: String? = nil) {
            self.facts = facts
            self.decided = decided
            self.month = month
            self.name = name
        }
    }

    /// The report on the facts and on the numerals set aside. `texts` are the articles to which figures lead back; a fact
    /// without one keeps its sentence. `decided` are the positions of facts that a person accepted or corrected, which stand
    /// against those that contradict them. With a baseline a section says what changed.
    public func report(
        facts: PackedFacts, setAside: PackedSetAside, texts: [SourceText], decided: Set<Int> = [],
        against baseline: Baseline? = nil
    ) -> Report {
        report(facts: facts, setAside: setAside, texts: texts, decided: decided, baseline: baseline, peers: nil)
    }

    /// The report on a few facts.
    public func report(facts: [Fact], setAside: [SetAside], texts: [SourceText]) -> Report {
        report(facts: PackedFacts(facts), setAside: PackedSetAside(setAside), texts: texts)
    }

    /// A report on each street that any fact speaks of, in the gazetteer's order, with its communities side by side and its
    /// place among the streets.
    ///
    /// - Parameter communities: the communities of a street, in order, by the street's name; those that only facts name
    ///   follow.
    public func reportsByStreet(
        facts: PackedFacts, setAside: PackedSetAside, texts: [SourceText], decided: Set<Int> = [],
        communities: (String) -> [Street]
    ) -> [(street: Street, report: Report)] {
        let district = statistics(of: facts, readings: catalogue.readings(of: facts), decided: decided)
        let ofStreet = positions(of: facts)
        return streets.enumerated().compactMap { index, street in
            guard let positions = ofStreet[index] else { return nil }
            let own = PackedFacts(positions.lazy.map { facts[$0] })
            let documents = Set(own.articles.map(\.document))
            var briefing = self
            briefing.region = street.name
            briefing.streets = communities(street.name)
            for chain in own.places {
                let place = chain.drop { $0 != street.name }.dropFirst()
                if let name = place.first, !briefing.streets.contains(where: { $0.name == name }) {
                    briefing.streets.append(Street(name: name))
                }
            }
            let report = briefing.report(
                facts: own, setAside: PackedSetAside(setAside.lazy.filter { documents.contains($0.document) }),
                texts: texts.filter { documents.contains($0.document) },
                decided: Set(positions.indices.filter { decided.contains(positions[$0]) }), baseline: nil,
                peers: district.map { MonthView.Peers(statistics: $0, street: index) })
            return (street, report)
        }
    }

    /// The facts of each street and of the places within it, not of streets of that name elsewhere.
    private func positions(of facts: PackedFacts) -> [Int: [Int]] {
        let positions = streetPositions
        let streets = facts.places.map { place -> Int? in
            guard let index = place.firstIndex(where: { positions[$0] != nil }),
                index == 0 || region.map(place[..<index].contains) ?? true
            else { return nil }
            return positions[place[index]]
        }
        var found: [Int: [Int]] = [:]
        for position in facts.indices {
            if let street = streets[facts.place(of: position)] { found[street, default: []].append(position) }
        }
        return found
    }

    private func report(
        facts: PackedFacts, setAside: PackedSetAside, texts: [SourceText], decided: Set<Int>, baseline: Baseline?,
        peers: MonthView.Peers?
    ) -> Report {
        let ledger = Ledger(facts, readings: catalogue.readings(of: facts))
        let words = Wording(language: language, region: region ?? "")
        let trace = Trace(ledger.entries, texts: texts)
        let figures = ReportedFigures(ledger, briefing: self, words: words)
        let overview = Overview(ledger: ledger, briefing: self, words: words, figures: figures, texts: texts)
        let statistics = statistics(
            of: ledger.entries.facts, readings: ledger.entries.readings, decided: decided)
        let view = statistics.map { MonthView($0, ledger: ledger, words: words, peers: peers) }
        let part =
            view.map { month(of: $0, overview: overview, against: baseline, isPart: peers != nil) }
            ?? asReported(ledger, overview, figures, words)
        let ledgerTable = ledger.table(words, trace: trace, month: month)
        let setAsideTable = SetAsideTable(setAside, words: words).table
        let toCheck = ToCheck(
            ledger: ledger, setAside: setAside, words: words, trace: trace, statistics: statistics, decided: decided,
            compared: isOfSomeStreets || peers != nil ? nil : region.map { ($0, Set(streets.map(\.name))) }
        ).table
        let datasets = [ledgerTable] + part.datasets + [toCheck, setAsideTable]
        let place = region ?? words("全部", "All places")
        let sections =
            [Explanations(briefing: self, words: words).section(sources: sources(texts))] + part.sections + [
                Section(key: "figures", title: words("指标一览", "Figures"), blocks: [.table(figures.table)]),
                Section(key: "ledger", title: words("事实台账", "Ledger"), blocks: [.table(ledgerTable)]),
                Section(key: "to-check", title: words("待核对", "To check"), blocks: [.table(toCheck)]),
                Section(key: "set-aside", title: words("未采信数字", "Set aside"), blocks: [.table(setAsideTable)]),
                DataDictionary(tables: datasets, words: words).section,
            ]
        return Report(
            about: About(
                title: words("\(place)统计月报", "\(place): monthly statistics"), subtitle: words.month(month),
                language: language, month: month, region: region,
                organisation: office.organisation.isEmpty ? nil : office.organisation, generator: generator,
                sources: sources(texts)),
            sections: sections.numbered(words), figures: part.figures, datasets: datasets, evidence: trace.evidence)
    }

    /// What a report says beside its ledger.
    private struct Part {
        let sections: [Section]
        let figures: [Reports.Figure]
        let datasets: [Table]
    }

    private func month(
        of view: MonthView, overview: Overview, against baseline: Baseline?, isPart: Bool
    ) -> Part {
        let headlines = Headlines(view)
        let streets = StreetsSection(view: view, headlines: headlines)
        let summary = SummarySection(view: view)
        // A region shows all its streets, whatever they report; a street whose communities report nothing has none to show.
        let form = FormSection(view: view, organisation: office.organisation, number: office.formNumber)
        let trend = TrendSection(view: view)
        let changes = changes(of: view, against: baseline)
        return Part(
            sections: [
                overview.section(of: view, headlines: headlines),
                (isPart || self.streets.isEmpty) && view.compared.isEmpty ? nil : streets.section,
                view.main.isEmpty ? nil : streets.rankingSection,
                streets.plansSection, form.section, trend.section, trend.streetsSection,
                changes?.section, summary.section,
            ].compactMap(\.self),
            figures: headlines.figures,
            datasets: [MonthlyDataset(view: view).table, streets.wide, streets.ranking, summary.dataset]
                + [changes?.table].compactMap(\.self))
    }

    private func changes(of view: MonthView, against baseline: Baseline?) -> ChangesSection? {
        guard let baseline else { return nil }
        var other = self
        other.month = baseline.month
        let readings = catalogue.readings(of: baseline.facts)
        return other.statistics(of: baseline.facts, readings: readings, decided: baseline.decided).map {
            ChangesSection(view: view, baseline: $0, label: baseline.name ?? view.words.month(baseline.month))
        }
    }

    /// Without a month there are figures as reported, and no arithmetic.
    private func asReported(
        _ ledger: Ledger, _ overview: Overview, _ figures: ReportedFigures, _ words: Wording
    ) -> Part {
        let reported = StreetComparison(ledger, briefing: self, words: words)
        // Of no known region there are no streets to put side by side.
        return Part(
            sections: [overview.section] + (streets.isEmpty ? [] : [reported.section]), figures: figures.headlines,
            datasets: [figures.dataset] + (streets.isEmpty ? [] : [reported.table]))
    }

    /// The statistics of the report's month.
    private func statistics(
        of facts: PackedFacts, readings: IndicatorReadings, decided: Set<Int>
    ) -> MonthlyStatistics? {
        guard let month, let region else { return nil }
        let directory = StreetDirectory(
            district: region, streets: streets.map { StreetDirectory.Street(name: $0.name, code: $0.code) })
        return MonthlyStatistics(
            observations: FactObservations(facts, readings: readings, directory: directory, decided: decided),
            directory: directory, month: Month(year: month.year, month: month.month), catalogue: catalogue)
    }

    private func sources(_ texts: [SourceText]) -> [About.Source] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0.document).inserted }.map { text in
            About.Source(name: text.document, title: text.title, published: text.published.map(Day.init))
        }
    }

    /// The streets by their names.
    var streetPositions: [String: Int] {
        Dictionary(streets.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }
}

extension [Section] {
    /// The sections with their display tables and charts numbered through: 表1, 图1. A printed form has a number of its
    /// own, and data tables are lists.
    fileprivate func numbered(_ words: Wording) -> [Section] {
        var tables = 0
        var charts = 0
        return map { section in
            var section = section
            section.blocks = section.blocks.map { block in
                switch block {
                case .table(var table) where table.role == .display && !table.layout.isForm && section.key != "notes":
                    tables += 1
                    table.title = words("表\(tables) ", "Table \(tables) ") + table.title
                    return .table(table)
                case .chart(var chart):
                    charts += 1
                    chart.title = words("图\(charts) ", "Figure \(charts) ") + chart.title
                    return .chart(chart)
                default: return block
                }
            }
            return section
        }
    }
}
