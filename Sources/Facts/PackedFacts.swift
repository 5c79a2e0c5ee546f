/// Facts held in little room, about 120 bytes each with their sentences: what many facts have in common — their wording,
/// their article, their place, their period — is kept once.
///
/// A ledger of half a million facts is a tenth of what an array of them would be. A fact is put together when it is asked
/// for, in under a microsecond.
public struct PackedFacts: Sendable {
    private var records: [Record] = []
    private var texts = PackedTexts()
    private var sentences = PackedTexts()
    private var wordingsKnown = Interner<Wording>()
    private var articlesKnown = Interner<Article>()
    private var placesKnown = Interner<[String]>()
    private var periodsKnown = Interner<StatedPeriod>()
    /// Facts with numbers that a record has no room for, by their positions.
    private var unpacked: [Int: Fact] = [:]

    public init() {}

    public init(_ facts: some Sequence<Fact>) {
        for fact in facts { append(fact) }
    }

    public mutating func append(_ fact: Fact) {
        var record = Record(
            wording: wordingsKnown.number(of: Wording(fact)), article: articlesKnown.number(of: Article(fact)),
            place: placesKnown.number(of: fact.place), period: periodsKnown.number(of: StatedPeriod(fact)))
        if record.enter(fact) {
            record.text = texts.append(fact.text)
            record.sentence = sentences.append(fact.sentence)
        } else {
            unpacked[records.count] = fact
        }
        records.append(record)
    }

    public mutating func append(contentsOf facts: some Sequence<Fact>) {
        for fact in facts { append(fact) }
    }

    /// What a fact says beside its numbers, its place and its period, and how it was read.
    struct Wording: Hashable, Sendable {
        let qualifier: Qualifier
        let unit: String
        let item: String
        let change: Change
        let status: Status
        let action: String?
        let window: Window
        let per: String?
        let comparison: String?
        let dimension: Dimension
        let confidence: Confidence
        let reason: String?
        let rule: String

        init(_ fact: Fact) {
            (qualifier, unit, item, change) = (fact.qualifier, fact.unit, fact.item, fact.change)
            (status, action, window, per) = (fact.status, fact.action, fact.window, fact.per)
            (comparison, dimension, confidence) = (fact.comparison, fact.dimension, fact.confidence)
            (reason, rule) = (fact.reason, fact.rule)
        }
    }

    /// The article in which a fact stands.
    public struct Article: Hashable, Sendable {
        public let document: String
        public let number: Int
        public let headline: String?
        public let published: CalendarDate?

        init(_ fact: Fact) {
            (document, number) = (fact.document, fact.article)
            (headline, published) = (fact.headline, fact.published)
        }
    }

    /// What a fact says of its period.
    public struct StatedPeriod: Hashable, Sendable {
        public let words: String?
        public let from: CalendarDate?
        public let to: CalendarDate?

        init(_ fact: Fact) {
            (words, from, to) = (fact.period, fact.from, fact.to)
        }
    }

    /// A fact in numbers: positions among what is kept once, and the figures of its own.
    private struct Record: Sendable {
        let wording: Int32
        let article: Int32
        let place: Int32
        let period: Int32
        var start: Int32 = 0
        var end: Int32 = 0
        /// -1 where the fact is no part of another.
        var partOf: Int32 = -1
        /// -1 where the fact restates no other.
        var equivalentTo: Int32 = -1
        var text: Int32 = 0
        var sentence: Int32 = 0
        var coefficient: Int64 = 0
        var exponent: Int16 = 0

        init(wording: Int32, article: Int32, place: Int32, period: Int32) {
            (self.wording, self.article, self.place, self.period) = (wording, article, place, period)
        }

        /// Enters the fact's own figures; says whether there is room for them.
        mutating func enter(_ fact: Fact) -> Bool {
            guard fact.upper == nil, let start = Int32(exactly: fact.range.start),
                let end = Int32(exactly: fact.range.end), let partOf = Record.offset(fact.partOf),
                let equivalentTo = Record.offset(fact.equivalentTo),
                let coefficient = Int64(exactly: fact.value.coefficient),
                let exponent = Int16(exactly: fact.value.exponent)
            else { return false }
            (self.start, self.end, self.partOf, self.equivalentTo) = (start, end, partOf, equivalentTo)
            (self.coefficient, self.exponent) = (coefficient, exponent)
            return true
        }

        private static func offset(_ offset: Int?) -> Int32? {
            guard let offset else { return -1 }
            return offset < 0 ? nil : Int32(exactly: offset)
        }
    }
}

extension PackedFacts: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { records.count }

    public subscript(position: Int) -> Fact {
        let record = records[position]
        if !unpacked.isEmpty, let fact = unpacked[position] { return fact }
        let wording = wordingsKnown[record.wording]
        let article = articlesKnown[record.article]
        let period = periodsKnown[record.period]
        let references = references(of: position)
        return Fact(
            document: article.document, article: article.number, headline: article.headline,
            published: article.published, range: SourceRange(start: Int(record.start), end: Int(record.end)),
            text: texts[record.text],
            value: Number(inLowestTerms: Int128(record.coefficient), exponent: Int(record.exponent)),
            qualifier: wording.qualifier, unit: wording.unit, item: wording.item, place: placesKnown[record.place],
            period: period.words, change: wording.change, status: wording.status, action: wording.action,
            window: wording.window, from: period.from, to: period.to,
            partOf: references.partOf, equivalentTo: references.equivalentTo, per: wording.per,
            comparison: wording.comparison, dimension: wording.dimension, confidence: wording.confidence,
            reason: wording.reason, rule: wording.rule, sentence: sentences[record.sentence])
    }
}

// MARK: - What many facts have in common

extension PackedFacts {
    /// How many wordings there are: facts of one wording differ in their numbers, places, periods and sentences alone.
    public var wordingCount: Int { wordingsKnown.values.count }
    /// The number of a fact's wording, from 0.
    public func wording(of position: Int) -> Int { Int(records[position].wording) }

    /// The articles, each once, in the order in which they came.
    public var articles: [Article] { articlesKnown.values }
    /// The position of a fact's article among `articles`.
    public func article(of position: Int) -> Int { Int(records[position].article) }

    /// The chains of places, each once, in the order in which they came.
    public var places: [[String]] { placesKnown.values }
    /// The position of a fact's place among `places`.
    public func place(of position: Int) -> Int { Int(records[position].place) }

    /// The periods as they are stated, each once, in the order in which they came.
    public var periods: [StatedPeriod] { periodsKnown.values }
    /// The position of a fact's period among `periods`.
    public func period(of position: Int) -> Int { Int(records[position].period) }

    /// How sure the reading of the fact is, without putting the fact together.
    public func confidence(of position: Int) -> Confidence { wordingsKnown[records[position].wording].confidence }

    /// The fact's number, without putting the fact together.
    public func value(of position: Int) -> Number {
        if let fact = unpacked[position] { return fact.value }
        let record = records[position]
        return Number(inLowestTerms: Int128(record.coefficient), exponent: Int(record.exponent))
    }

    /// The upper end of the fact's range, without putting the fact together.
    public func upper(of position: Int) -> Number? {
        unpacked.isEmpty ? nil : unpacked[position]?.upper
    }

    /// Where the fact stands in its document, without putting the fact together.
    public func range(of position: Int) -> SourceRange {
        if let fact = unpacked[position] { return fact.range }
        let record = records[position]
        return SourceRange(start: Int(record.start), end: Int(record.end))
    }

    /// The places in the fact's document of the facts whose part or restatement it is, without putting the fact together.
    public func references(of position: Int) -> (partOf: Int?, equivalentTo: Int?) {
        if !unpacked.isEmpty, let fact = unpacked[position] { return (fact.partOf, fact.equivalentTo) }
        let record = records[position]
        return (
            record.partOf < 0 ? nil : Int(record.partOf), record.equivalentTo < 0 ? nil : Int(record.equivalentTo)
        )
    }
}
