public import Facts
public import Indicators

/// The facts of a batch as observations, numbered by their positions in it and made as they are asked for: of half a million
/// an array would be a lot.
public struct FactObservations: RandomAccessCollection, Sendable {
    private let facts: PackedFacts
    private let readings: IndicatorReadings
    private let decided: Set<Int>
    /// Where each of the facts' places stands.
    private let locations: [StreetDirectory.Location]
    /// What tells each of the facts' articles from others.
    private let articles: [String]
    /// The facts that others are parts or restatements of, by document and place in it.
    private let positions: [String: [Int: Int]]

    /// - Parameters:
    ///   - readings: of the facts, in their order
    ///   - decided: positions of facts that a person accepted or corrected
    public init(
        _ facts: PackedFacts, readings: IndicatorReadings, directory: StreetDirectory, decided: Set<Int> = []
    ) {
        self.facts = facts
        self.readings = readings
        self.decided = decided
        locations = facts.places.map(directory.location)
        articles = facts.articles.map { "\($0.document)#\($0.number)" }
        positions = FactObservations.positions(of: facts)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { facts.count }

    public subscript(position: Int) -> Observation {
        let fact = facts[position]
        let meaning = readings[position]
        let whole = fact.partOf.flatMap { positions[fact.document]?[$0] }
        let isRest =
            meaning.series.status == .planned && whole.map { readings[$0].series.status == .actual } ?? false
        return Observation(
            fact: position, series: meaning.series, location: locations[facts.place(of: position)],
            reading: PeriodReading(of: fact, window: meaning.series.window),
            // 控制在300人 is planned as 300人以内 is.
            figure: Figure(
                meaning.value, upper: meaning.upper,
                qualifier: meaning.series.status == .planned && fact.qualifier == .exact && fact.isCeiling
                    ? .under : fact.qualifier),
            published: fact.published, article: articles[facts.article(of: position)], sentence: fact.sentence,
            partOf: whole,
            equivalentTo: fact.equivalentTo.flatMap { positions[fact.document]?[$0] },
            isDecided: decided.contains(position), isRest: isRest)
    }

    /// The facts by the documents and places in them to which others point; of several at one place the last.
    private static func positions(of facts: PackedFacts) -> [String: [Int: Int]] {
        var wanted: [String: Set<Int>] = [:]
        for position in facts.indices {
            let references = facts.references(of: position)
            for case let start? in [references.partOf, references.equivalentTo] {
                wanted[facts.articles[facts.article(of: position)].document, default: []].insert(start)
            }
        }
        guard !wanted.isEmpty else { return [:] }
        let starts = facts.articles.map { wanted[$0.document] }
        var positions: [String: [Int: Int]] = [:]
        for position in facts.indices {
            let article = facts.article(of: position)
            let start = facts.range(of: position).start
            guard starts[article]?.contains(start) ?? false else { continue }
            positions[facts.articles[article].document, default: [:]][start] = position
        }
        return positions
    }
}
