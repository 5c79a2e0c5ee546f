internal import Briefings
internal import Bulletins
internal import Extraction
internal import Facts
public import Indicators
public import LedgerStore
internal import Metrics
public import Places
public import Reports

/// Gathers what bulletins say and makes the month's report of it.
public struct MonthlyReport: Sendable {
    /// What the caller decides about the report.
    public struct Options: Sendable {
        public var language: Language
        /// The month reported on; `nil` for the latest that a bulletin is about.
        public var month: YearMonth?
        /// The place reported on; empty for the district that the bulletins name most often.
        public var region: String
        public var gazetteer: Gazetteer
        public var catalogue: Catalogue
        /// Program and version, for the explanations.
        public var generator: String
        /// Names or codes of the streets that the report is about; empty for all.
        public var streets: [String] = []
        /// Names or keys of the indicators that the report is about; empty for all.
        public var indicators: [String] = []
        /// The office's own titles and look.
        public var template = ReportTemplate()
        /// A month that the report's month is compared with, figure by figure.
        public var against: YearMonth?

        public init(
            language: Language = .chinese, month: YearMonth? = nil, region: String = "",
            gazetteer: Gazetteer = .builtIn, catalogue: Catalogue = .builtIn, generator: String
        ) {
            self.language = language
            self.month = month
            self.region = region
            self.gazetteer = gazetteer
            self.catalogue = catalogue
            self.generator = generator
        }
    }

    private let options: Options
    private var facts = PackedFacts()
    private var setAside = PackedSetAside()
    private var texts: [SourceText] = []
    /// What the articles say.
    private var store = TextStore()
    /// Positions of facts that a person accepted or corrected.
    private var decided: Set<Int> = []
    private var mergedItems: [String: String] = [:]

    public init(options: Options) {
        self.options = options
    }

    /// The number of bulletins gathered.
    public private(set) var bulletinCount = 0
    /// The number of facts gathered.
    public var factCount: Int { facts.count }
    /// The number of numerals that are no facts.
    public var setAsideCount: Int { setAside.count }

    /// Takes in one bulletin; the order of the calls is the order of the ledger.
    public mutating func add(_ bulletin: BulletinBatch.Bulletin) {
        bulletinCount += 1
        facts.append(contentsOf: bulletin.extraction.facts)
        setAside.append(contentsOf: bulletin.extraction.setAside)
        texts += bulletin.document.sourceTexts(in: &store)
    }

    /// Takes in every bulletin that a ledger holds, in the order of publication, as people's decisions left it: corrected
    /// facts are corrected, rejected ones are not there, merged items are one.
    ///
    /// - Throws: `LedgerError` where the ledger cannot be read.
    public mutating func add(_ ledger: Ledger) throws {
        let names = DocumentNames(try ledger.bulletins())
        mergedItems.merge(try ledger.mergedItems()) { _, later in later }
        try ledger.readBulletins { add($0, document: names[$0.summary.id]) }
    }

    private mutating func add(_ bulletin: CountedBulletin, document: String) {
        bulletinCount += 1
        for counted in bulletin.facts {
            var fact = counted.fact
            fact.document = document
            if counted.isDecided { decided.insert(facts.count) }
            facts.append(fact)
        }
        for var numeral in bulletin.setAside {
            numeral.document = document
            setAside.append(numeral)
        }
        texts += bulletin.sourceTexts(document: document, in: &store)
    }

    /// The report on all that was added.
    ///
    /// - Parameter other: another account of the same month, such as another ledger's, that the report is compared with.
    /// - Throws: `SelectionError` where a street or an indicator is wanted that nobody knows.
    public func report(against other: (report: MonthlyReport, name: String)? = nil) throws(SelectionError) -> Report {
        try checkMonth()
        let selected = try selected()
        let briefing = try briefing(about: selected.facts)
        var baseline: Briefing.Baseline?
        if let month = briefing.month {
            if let other {
                let theirs = try other.report.selected()
                baseline = Briefing.Baseline(
                    facts: theirs.facts, decided: theirs.decided, month: options.against ?? month, name: other.name)
            } else if let against = options.against {
                baseline = Briefing.Baseline(facts: selected.facts, decided: selected.decided, month: against)
            }
        }
        return options.template.applied(
            to: briefing.report(
                facts: selected.facts, setAside: selected.setAside, texts: selected.texts, decided: selected.decided,
                against: baseline))
    }

    /// A report on each street that the bulletins speak of, in the gazetteer's order, with the street's name.
    ///
    /// - Throws: `SelectionError` where a street or an indicator is wanted that nobody knows.
    public func reportsByStreet() throws(SelectionError) -> [(street: String, report: Report)] {
        let selected = try selected()
        let gazetteer = options.gazetteer
        let streets = region.map { gazetteer.children(of: $0) } ?? []
        return try briefing(about: selected.facts).reportsByStreet(
            facts: selected.facts, setAside: selected.setAside, texts: selected.texts, decided: selected.decided
        ) { name in
            guard let street = streets.first(where: { gazetteer.name(of: $0) == name }) else { return [] }
            return gazetteer.children(of: street).filter { gazetteer.level(of: $0) == .community }.map(briefingStreet)
        }.map { ($0.street.name, options.template.applied(to: $0.report)) }
    }

    private func briefing(about facts: PackedFacts) throws(SelectionError) -> Briefing {
        let region = region
        let name = region.map { options.gazetteer.name(of: $0) }
        var briefing = Briefing(
            language: options.language, region: name ?? (options.region.isEmpty ? nil : options.region),
            streets: try streets(of: region), month: options.month ?? latestMonth, generator: options.generator,
            catalogue: catalogue)
        briefing.isOfSomeStreets = !options.streets.isEmpty
        briefing.office.organisation = options.template.organisation
        briefing.office.formNumber = options.template.formNumber
        return briefing
    }

    private func briefingStreet(_ place: PlaceID) -> Briefing.Street {
        Briefing.Street(name: options.gazetteer.name(of: place), code: options.gazetteer.code(of: place))
    }

    /// The streets wanted, in the gazetteer's order; all of them where none is named.
    private func streets(of region: PlaceID?) throws(SelectionError) -> [Briefing.Street] {
        guard let region else {
            // Streets of no known region are those that the bulletins name.
            for name in options.streets where !placesOfFacts.contains(where: { $0.contains { isCalled($0, name) } }) {
                throw SelectionError(kind: .unknownStreet, name: name)
            }
            return []
        }
        let streets = options.gazetteer.children(of: region).filter { options.gazetteer.level(of: $0) == .street }
        guard !options.streets.isEmpty else { return streets.map(briefingStreet) }
        var wanted: Set<PlaceID> = []
        for name in options.streets {
            let meant = Region.parts(streets, named: name, in: options.gazetteer)
            guard let street = meant.first else { throw SelectionError(kind: .unknownStreet, name: name) }
            guard meant.count == 1 else {
                throw SelectionError(kind: .severalStreets(meant.map { options.gazetteer.name(of: $0) }), name: name)
            }
            wanted.insert(street)
        }
        return streets.filter(wanted.contains).map(briefingStreet)
    }

    /// Whether a person means a street by its name or by that without 街道.
    private func isCalled(_ street: String, _ name: String) -> Bool { street == name || street == name + "街道" }

    /// What was added as far as it is of the streets and indicators wanted; the region's own facts always are.
    private typealias Selected = (
        facts: PackedFacts, setAside: PackedSetAside, texts: [SourceText], decided: Set<Int>
    )

    private func selected() throws(SelectionError) -> Selected {
        guard !options.streets.isEmpty || !options.indicators.isEmpty else { return (facts, setAside, texts, decided) }
        let selection = try ReportSelection(indicators: options.indicators, catalogue: catalogue, facts: facts)
        let all = Set(
            region.map { options.gazetteer.children(of: $0).map { options.gazetteer.name(of: $0) } } ?? [])
        let wanted = Set(try streets(of: region).map(\.name))
        let positions = facts.indices.filter { position in
            let fact = facts[position]
            let isOfWantedStreet =
                region == nil && !options.streets.isEmpty
                ? fact.place.contains { place in options.streets.contains { isCalled(place, $0) } }
                : fact.place.allSatisfy { !all.contains($0) || wanted.contains($0) }
            return isOfWantedStreet && selection.contains(fact)
        }
        let wantedFacts = PackedFacts(positions.lazy.map { facts[$0] })
        let documents = Set(wantedFacts.articles.map(\.document))
        return (
            wantedFacts, PackedSetAside(setAside.lazy.filter { documents.contains($0.document) }),
            texts.filter { documents.contains($0.document) },
            Set(positions.indices.filter { decided.contains(positions[$0]) })
        )
    }

    /// The catalogue in which items that people merged are one.
    private var catalogue: Catalogue {
        options.catalogue.joining(mergedItems)
    }

    /// A month before or after everything that the bulletins speak of is a slip of the pen: its report would be empty, or
    /// show the figures of another month under its name.
    private func checkMonth() throws(SelectionError) {
        guard let month = options.month else { return }
        let days = texts.compactMap(\.published) + facts.periods.flatMap { [$0.from, $0.to].compactMap(\.self) }
        let months = days.map { YearMonth(year: $0.year, month: $0.month) }
        guard let first = months.min(), let last = months.max() else { return }
        guard first <= month, month <= last else {
            throw SelectionError(kind: .otherMonth(first: first, last: last), name: month.description)
        }
    }

    /// The latest month that a bulletin is about.
    public var latestMonth: YearMonth? {
        guard let month = MonthsSpokenOf(facts).latest else {
            return texts.compactMap(\.published).max().map { YearMonth(year: $0.year, month: $0.month) }
        }
        return YearMonth(year: month.year, month: month.month)
    }

    /// Whether the gazetteer has the region that the caller named, if any.
    public var knowsRegion: Bool { options.region.isEmpty || region != nil }

    /// The month that was asked for, where no bulletin tells a figure of it: the report shows what is carried forward.
    public var silentMonth: YearMonth? {
        guard let wanted = options.month else { return nil }
        let month = Month(year: wanted.year, month: wanted.month)
        let isTold = facts.contains { fact in
            let period = PeriodReading(of: fact, window: fact.window).period
            return fact.status == .actual && period.kind != .year && period.last == month
        }
        return isTold ? nil : wanted
    }

    /// Streets of the region that bulletins speak of and the gazetteer lacks, each once: they take no part in the comparison.
    public var unlistedStreets: [String] {
        guard let region else { return [] }
        let name = options.gazetteer.name(of: region)
        var known = Set(options.gazetteer.children(of: region).map { options.gazetteer.name(of: $0) })
        return facts.places.compactMap { places in
            guard let index = places.firstIndex(of: name), index + 1 < places.count,
                // 永泰街道、开源街道: several streets that share a figure are no street.
                case let street = places[index + 1], street.hasSuffix("街道"), !street.contains("、"),
                known.insert(street).inserted,
                !options.gazetteer.places(named: street).contains(where: { options.gazetteer.isPlace($0, in: region) })
            else { return nil }
            return street
        }
    }

    /// The place whose streets the report compares.
    private var region: PlaceID? {
        options.region.isEmpty
            ? Region.namedMost(in: placesOfFacts, gazetteer: options.gazetteer)
            : Region.place(named: options.region, in: options.gazetteer, places: placesOfFacts)
    }

    /// The chain of places of every fact.
    private var placesOfFacts: some Sequence<[String]> {
        facts.indices.lazy.map { facts.places[facts.place(of: $0)] }
    }
}
