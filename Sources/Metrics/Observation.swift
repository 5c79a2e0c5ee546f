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
}

/// What two texts are compared by: their pairs of neighbouring letters and digits.
struct TextLikeness {
    /// In order, each as often as it stands in the text.
    private let pairs: [UInt64]
    /// What a text without pairs is compared by.
    private let text: String

    init(_ text: String) {
        self.text = text
        let letters = text.lazy.filter { $0.isLetter || $0.isNumber }.compactMap(\.unicodeScalars.first?.value)
        var pairs: [UInt64] = []
        var last: UInt32?
        for letter in letters {
            if let last { pairs.append(UInt64(last) << 32 | UInt64(letter)) }
            last = letter
        }
        self.pairs = pairs.sorted()
    }

    /// Whether at least nine in ten pairs stand in both (Dice's coefficient).
    func isNearIdentical(to other: TextLikeness) -> Bool {
        let total = pairs.count + other.pairs.count
        guard total > 0 else { return !text.isEmpty && text == other.text }
        // No more pairs can be shared than the shorter text has.
        guard 20 * min(pairs.count, other.pairs.count) >= 9 * total else { return false }
        var (mine, others, shared) = (0, 0, 0)
        while mine < pairs.count, others < other.pairs.count {
            let (left, right) = (pairs[mine], other.pairs[others])
            if left == right { shared += 1 }
            if left <= right { mine += 1 }
            if right <= left { others += 1 }
        }
        return 20 * shared >= 9 * total
    }
}
