internal import Briefings
internal import Bulletins
internal import Extraction
internal import Facts
public import Indicators
public import LedgerStore
public import Places
public import Reports

/// Gathers what bulletins say and makes the month's report of it.
public struct MonthlyReport: Sendable {
    /// What the caller decides about the report.
    public struct Options: Sendable {
        public var language: Language
        /// The month reported on; `nil` for the latest in which a bulletin was published.
        public var month: YearMonth?
        /// The place reported on; empty for the district that the bulletins name most often.
        public var region: String
        public var gazetteer: Gazetteer
        public var catalogue: Catalogue
        /// Program and version, for the explanations.
        public var generator: String

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
    private var facts: [Fact] = []
    private var setAside: [SetAside] = []
    private var texts: [SourceText] = []
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
        facts += bulletin.extraction.facts
        setAside += bulletin.extraction.setAside
        texts += bulletin.document.sourceTexts
    }

    /// Takes in every bulletin that a ledger holds, in the order of publication, as people's decisions left it: corrected
    /// facts are corrected, rejected ones are not there, merged items are one.
    public mutating func add(_ ledger: Ledger) throws(LedgerError) {
        let names = DocumentNames(try ledger.bulletins())
        mergedItems.merge(try ledger.mergedItems()) { _, later in later }
        try ledger.readBulletins { add($0, document: names[$0.summary.id]) }
    }

    private mutating func add(_ bulletin: StoredBulletin, document: String) {
        bulletinCount += 1
        for stored in bulletin.facts where stored.verdict?.counts ?? true {
            var fact = stored.fact
            fact.document = document
            if stored.verdict != nil { decided.insert(facts.count) }
            facts.append(fact)
        }
        setAside += bulletin.setAside.map { numeral in
            var numeral = numeral
            numeral.document = document
            return numeral
        }
        texts += bulletin.sourceTexts(document: document)
    }

    /// The report on all that was added.
    public func report() -> Report {
        let region = region
        let streets = region.map {
            options.gazetteer.children(of: $0).filter { options.gazetteer.level(of: $0) == .street }
        }
        let name = region.map { options.gazetteer.name(of: $0) }
        let briefing = Briefing(
            language: options.language, region: name ?? (options.region.isEmpty ? nil : options.region),
            streets: (streets ?? []).map {
                Briefing.Street(name: options.gazetteer.name(of: $0), code: options.gazetteer.code(of: $0))
            },
            month: options.month ?? latestMonth, generator: options.generator, catalogue: catalogue)
        return briefing.report(facts: facts, setAside: setAside, texts: texts, decided: decided)
    }

    /// The catalogue in which items that people merged are one.
    private var catalogue: Catalogue {
        options.catalogue.joining(mergedItems)
    }

    private var latestMonth: YearMonth? {
        texts.compactMap(\.published).max().map { YearMonth(year: $0.year, month: $0.month) }
    }

    /// The place whose streets the report compares.
    private var region: PlaceID? {
        options.region.isEmpty
            ? Region.namedMost(in: facts, gazetteer: options.gazetteer)
            : Region.place(named: options.region, in: options.gazetteer)
    }
}
