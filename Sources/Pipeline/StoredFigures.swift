public import Briefings
internal import Facts
public import Indicators
public import LedgerStore
public import Metrics
public import Places
public import Reports

/// What a ledger holds, as statistics take it: to put streets side by side and to follow an indicator through time.
public struct StoredFigures: Sendable {
    private let observations: [Observation]
    private let catalogue: Catalogue
    private let gazetteer: Gazetteer
    /// The places of the directory's streets.
    private let parts: [PlaceID]
    public let directory: StreetDirectory
    /// The latest month that a bulletin is about.
    public let latestMonth: Month?

    /// Reads every fact that counts.
    ///
    /// - Parameter region: the district, or a wider place whose parts are to be compared as streets are: a city's counties,
    ///   全国 with its provinces. Empty for the district that the facts name most often.
    /// - Throws: `LedgerError` where the ledger cannot be read.
    public init(
        _ ledger: Ledger, region: String = "", gazetteer: Gazetteer = .builtIn, catalogue: Catalogue = .builtIn
    ) throws {
        let bulletins = try ledger.bulletins()
        let names = DocumentNames(bulletins)
        self.catalogue = catalogue.joining(try ledger.mergedItems())
        var facts: [Fact] = []
        var decided: Set<Int> = []
        try ledger.readFacts { stored in
            var fact = stored.fact
            fact.document = names[stored.bulletin]
            if stored.verdict != nil { decided.insert(facts.count) }
            facts.append(fact)
        }
        let district =
            region.isEmpty
            ? Region.namedMost(in: facts.lazy.map(\.place), gazetteer: gazetteer)
            : Region.place(named: region, in: gazetteer, places: facts.lazy.map(\.place))
        parts = Region.parts(of: district, named: region, in: gazetteer)
        self.gazetteer = gazetteer
        directory = StreetDirectory(
            district: district.map { gazetteer.name(of: $0) } ?? region,
            streets: parts.map { street in
                let communities = gazetteer.children(of: street).count
                return StreetDirectory.Street(
                    name: gazetteer.name(of: street), code: gazetteer.code(of: street),
                    communities: communities > 0 ? communities : nil)
            })
        observations = Observation.observations(
            of: facts, catalogue: self.catalogue, directory: directory, decided: decided)
        latestMonth = MonthsSpokenOf(facts).latest
    }

    /// The positions of the streets that a person calls so: by full or short name, by code or by how the name begins.
    public func streets(named name: String) -> [Int] {
        let named = Region.parts(parts, named: name, in: gazetteer)
        return parts.indices.filter { named.contains(parts[$0]) }
    }

    /// Every series of which there is a figure, in the order of tables.
    public var series: [Series] { Set(observations.lazy.flatMap(\.series.rows)).sorted() }

    /// The series of an indicator: of its key, of one of its names or, failing these, with the text in their title.
    public func series(named name: String) -> [Series] {
        let exact = series.filter { series in
            let indicator = series.indicator
            if indicator.key == name || indicator.name == name || series.title == name { return true }
            guard let entry = indicator.key.flatMap({ catalogue.entry(key: $0) }) else { return false }
            return entry.names.contains(name)
        }
        return exact.isEmpty ? series.filter { $0.title.contains(name) } : exact
    }

    /// Streets side by side in a month, or in the quarter, half-year or year in which it lies.
    ///
    /// - Parameters:
    ///   - streets: positions in the directory
    ///   - series: those wanted; `nil` for all of which one of the streets has a figure
    public func comparison(
        of streets: [Int], series wanted: [Series]?, month: Month, kind: Period.Kind = .month,
        language: Language = .chinese
    ) -> SeriesTables {
        let statistics = MonthlyStatistics(
            observations: observations, directory: directory, kind: kind, month: month, catalogue: catalogue)
        let positions = statistics.series.indices.filter { index in
            let one = statistics.series[index]
            if let wanted { return wanted.contains(one.series) }
            return streets.contains { one.streets[$0].figure != nil }
        }
        return SeriesTables(comparing: streets, in: statistics, series: positions, language: language)
    }

    /// Series through time.
    ///
    /// - Parameters:
    ///   - streets: positions in the directory; none for the district's own figures and the sums of its streets
    ///   - from: the first month; `nil` for the first that has a figure
    ///   - to: the last month; `nil` for the last that has a figure
    public func trend(
        of series: [Series], streets: [Int], kind: Period.Kind = .month, from: Month? = nil, to: Month? = nil,
        language: Language = .chinese
    ) -> SeriesTables {
        let trends = series.map {
            Trend(
                of: $0, kind: kind, from: from, to: to, observations: observations, directory: directory,
                catalogue: catalogue)
        }
        return SeriesTables(trends, streets: streets, language: language)
    }
}
