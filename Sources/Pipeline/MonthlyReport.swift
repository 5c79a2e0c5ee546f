internal import Briefings
internal import Bulletins
internal import Extraction
internal import Facts
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
        /// Program and version, for the explanations.
        public var generator: String

        public init(
            language: Language = .chinese, month: YearMonth? = nil, region: String = "",
            gazetteer: Gazetteer = .builtIn,
            generator: String
        ) {
            self.language = language
            self.month = month
            self.region = region
            self.gazetteer = gazetteer
            self.generator = generator
        }
    }

    private let options: Options
    private var facts: [Fact] = []
    private var setAside: [SetAside] = []
    private var texts: [SourceText] = []

    public init(options: Options) {
        self.options = options
    }

    /// The number of facts gathered.
    public var factCount: Int { facts.count }
    /// The number of numerals that are no facts.
    public var setAsideCount: Int { setAside.count }

    /// Takes in one bulletin; the order of the calls is the order of the ledger.
    public mutating func add(_ bulletin: BulletinBatch.Bulletin) {
        facts += bulletin.extraction.facts
        setAside += bulletin.extraction.setAside
        texts += bulletin.document.sourceTexts
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
            month: options.month ?? latestMonth, generator: options.generator)
        return briefing.report(facts: facts, setAside: setAside, texts: texts)
    }

    private var latestMonth: YearMonth? {
        texts.compactMap(\.published).max().map { YearMonth(year: $0.year, month: $0.month) }
    }

    /// The place whose streets the report compares.
    private var region: PlaceID? {
        options.region.isEmpty ? districtNamedMost : options.gazetteer.places(named: options.region).first
    }

    /// The district that the most facts belong to, among those whose streets the gazetteer knows.
    private var districtNamedMost: PlaceID? {
        var counts: [PlaceID: Int] = [:]
        var known: [String: PlaceID?] = [:]
        for name in facts.lazy.flatMap(\.place) {
            let district = known[name] ?? district(named: name)
            known[name] = .some(district)
            if let district { counts[district, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private func district(named name: String) -> PlaceID? {
        options.gazetteer.places(named: name).first { place in
            options.gazetteer.level(of: place) == .county && !options.gazetteer.children(of: place).isEmpty
        }
    }
}
