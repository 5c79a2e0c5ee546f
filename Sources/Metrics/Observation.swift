public import Facts
public import Indicators

/// One fact as the statistics take it: a figure of a series, at a place, for a period.
public struct Observation: Sendable {
    /// The fact's identity in its ledger or batch, by which figures are traced.
    public let fact: Int
    public let series: Series
    public let location: StreetDirectory.Location
    public let reading: PeriodReading
    public let figure: Figure
    public let published: CalendarDate?
    /// Equal for articles of near-identical text.
    public let article: String
    public let sentence: String
    /// The fact whose part this is (其中).
    public let partOf: Int?
    /// The fact that this one restates in other units.
    public let equivalentTo: Int?
    /// Whether a person decided for this reading.
    public let isDecided: Bool
    /// Whether it is the rest of a result, still to be done (其余2处将于10日前整改): no plan that a result is held against.
    public let isRest: Bool

    public init(
        fact: Int, series: Series, location: StreetDirectory.Location, reading: PeriodReading, figure: Figure,
        published: CalendarDate? = nil, article: String = "", sentence: String = "", partOf: Int? = nil,
        equivalentTo: Int? = nil, isDecided: Bool = false, isRest: Bool = false
    ) {
        self.fact = fact
        self.series = series
        self.location = location
        self.reading = reading
        self.figure = figure
        self.published = published
        self.article = article
        self.sentence = sentence
        self.partOf = partOf
        self.equivalentTo = equivalentTo
        self.isDecided = isDecided
        self.isRest = isRest
    }

    /// The facts of a batch as observations, numbered by their position in it.
    ///
    /// - Parameter excluding: positions of facts that a person rejected.
    public static func observations(
        of facts: some Sequence<Fact>, catalogue: Catalogue, directory: StreetDirectory, decided: Set<Int> = [],
        excluding: Set<Int> = []
    ) -> [Observation] {
        let facts = PackedFacts(facts)
        let observations = FactObservations(
            facts, readings: catalogue.readings(of: facts), directory: directory, decided: decided)
        return observations.filter { !excluding.contains($0.fact) }
    }

    /// Whether two observations of one cell and figure are the same fact told twice.
    func tellsTheSame(as other: Observation) -> Bool {
        figure == other.figure && (article == other.article || TextLikeness.isNearIdentical(sentence, other.sentence))
    }
}

/// Whether two texts are near-identical.
enum TextLikeness {
    /// Whether at least nine in ten pairs of neighbouring letters and digits stand in both (Dice's coefficient).
    static func isNearIdentical(_ left: String, _ right: String) -> Bool {
        let (first, second) = (pairs(left), pairs(right))
        let total = first.values.reduce(0, +) + second.values.reduce(0, +)
        guard total > 0 else { return !left.isEmpty && left == right }
        let shared = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
        return 20 * shared >= 9 * total
    }

    private static func pairs(_ text: String) -> [String: Int] {
        let letters = text.filter { $0.isLetter || $0.isNumber }
        var counts: [String: Int] = [:]
        for (left, right) in zip(letters, letters.dropFirst()) { counts[String([left, right]), default: 0] += 1 }
        return counts
    }
}
