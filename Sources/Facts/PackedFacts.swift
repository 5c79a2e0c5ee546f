/// Facts held in little room, some 28 bytes each in memory: what many facts have in common — their wording, their article, their
/// place, their period — is kept once, and of very many facts numbers and sentences lie on the disk.
///
/// A fact is put together when it is asked for, in a microsecond or two.
public struct PackedFacts: Sendable {
    private var keys: [Key] = []
    private var contents = SpooledRecords(blank: Content())
    /// Where the content of each fact lies among the contents; empty where they lie in the facts' own order.
    private var contentPlaces: [Int32] = []
    private var texts: PackedTexts
    private var sentences: PackedTexts
    /// The facts that are parts or restatements of others, by their positions.
    private var referring: [Int: References] = [:]
    private var wordingsKnown = Interner<Wording>()
    private var articlesKnown = Interner<Article>()
    private var placesKnown = Interner<[String]>()
    private var periodsKnown = Interner<StatedPeriod>()
    /// Facts with numbers that a record has no room for, by their positions.
    private var unpacked: [Int: Fact] = [:]

    public init() {
        // A text lies beside its sentence.
        let spool = Spool()
        (texts, sentences) = (PackedTexts(on: spool), PackedTexts(on: spool))
    }

    public init(_ facts: some Sequence<Fact>) {
        self.init()
        for fact in facts { append(fact) }
    }

    public mutating func append(_ fact: Fact) {
        let position = keys.count
        var key = Key(
            wording: wordingsKnown.number(of: Wording(fact)), article: articlesKnown.number(of: Article(fact)),
            place: placesKnown.number(of: fact.place), period: periodsKnown.number(of: StatedPeriod(fact)))
        if fact.partOf != nil || fact.equivalentTo != nil {
            referring[position] = References(partOf: fact.partOf, equivalentTo: fact.equivalentTo)
        }
        var content = Content()
        if key.enter(fact.range), content.enter(fact) {
            content.text = texts.append(fact.text)
            content.sentence = sentences.append(fact.sentence)
        } else {
            unpacked[position] = fact
        }
        if !contentPlaces.isEmpty { contentPlaces.append(Int32(contents.count)) }
        keys.append(key)
        contents.append(content)
    }

    /// The same facts with what is the disk's laid down in another order, that in which they will be asked for: reading on
    /// is a tenth of the cost of reading here and there.
    ///
    /// - Parameter order: the position of every fact once
    public func laid(in order: some Collection<Int32>) -> PackedFacts {
        var facts = self
        let spool = Spool()
        (facts.texts, facts.sentences) = (PackedTexts(on: spool), PackedTexts(on: spool))
        facts.contents = SpooledRecords(blank: Content())
        facts.contentPlaces = [Int32](repeating: 0, count: keys.count)
        for (place, position) in order.enumerated() {
            var content = content(of: Int(position))
            if unpacked[Int(position)] == nil {
                let (text, sentence) = texts.texts(content.text, content.sentence)
                content.text = facts.texts.append(text)
                content.sentence = facts.sentences.append(sentence)
            }
            facts.contents.append(content)
            facts.contentPlaces[Int(position)] = Int32(place)
        }
        return facts
    }

    private func content(of position: Int) -> Content {
        contents[contentPlaces.isEmpty ? position : Int(contentPlaces[position])]
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

    /// What facts are sorted and gathered by: positions among what is kept once, and the place in the document.
    private struct Key: Sendable {
        let wording: Int32
        let article: Int32
        let place: Int32
        let period: Int32
        var start: Int32 = 0
        var end: Int32 = 0

        init(wording: Int32, article: Int32, place: Int32, period: Int32) {
            (self.wording, self.article, self.place, self.period) = (wording, article, place, period)
        }

        /// Enters where the fact stands; says whether there is room for it.
        mutating func enter(_ range: SourceRange) -> Bool {
            guard let start = Int32(exactly: range.start), let end = Int32(exactly: range.end) else { return false }
            (self.start, self.end) = (start, end)
            return true
        }
    }

    /// What a fact alone has.
    private struct Content: BitwiseCopyable, Sendable {
        var coefficient: Int64 = 0
        var text = PackedTexts.Place()
        var sentence = PackedTexts.Place()
        var exponent: Int16 = 0

        /// Enters the fact's number; says whether there is room for it.
        mutating func enter(_ fact: Fact) -> Bool {
            guard fact.upper == nil, let coefficient = Int64(exactly: fact.value.coefficient),
                let exponent = Int16(exactly: fact.value.exponent)
            else { return false }
            (self.coefficient, self.exponent) = (coefficient, exponent)
            return true
        }

        var value: Number { Number(inLowestTerms: Int128(coefficient), exponent: Int(exponent)) }
    }

    private struct References: Sendable {
        let partOf: Int?
        let equivalentTo: Int?
    }
}

extension PackedFacts: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { keys.count }

    public subscript(position: Int) -> Fact {
        if !unpacked.isEmpty, let fact = unpacked[position] { return fact }
        let key = keys[position]
        let content = content(of: position)
        let wording = wordingsKnown[key.wording]
        let article = articlesKnown[key.article]
        let period = periodsKnown[key.period]
        let references = references(of: position)
        let (text, sentence) = texts.texts(content.text, content.sentence)
        return Fact(
            document: article.document, article: article.number, headline: article.headline,
            published: article.published, range: SourceRange(start: Int(key.start), end: Int(key.end)),
            text: text, value: content.value,
            qualifier: wording.qualifier, unit: wording.unit, item: wording.item, place: placesKnown[key.place],
            period: period.words, change: wording.change, status: wording.status, action: wording.action,
            window: wording.window, from: period.from, to: period.to,
            partOf: references.partOf, equivalentTo: references.equivalentTo, per: wording.per,
            comparison: wording.comparison, dimension: wording.dimension, confidence: wording.confidence,
            reason: wording.reason, rule: wording.rule, sentence: sentence)
    }
}

// MARK: - What many facts have in common

extension PackedFacts {
    /// How many wordings there are: facts of one wording differ in their numbers, places, periods and sentences alone.
    public var wordingCount: Int { wordingsKnown.values.count }
    /// The number of a fact's wording, from 0.
    public func wording(of position: Int) -> Int { Int(keys[position].wording) }

    /// The articles, each once, in the order in which they came.
    public var articles: [Article] { articlesKnown.values }
    /// The position of a fact's article among `articles`.
    public func article(of position: Int) -> Int { Int(keys[position].article) }

    /// The chains of places, each once, in the order in which they came.
    public var places: [[String]] { placesKnown.values }
    /// The position of a fact's place among `places`.
    public func place(of position: Int) -> Int { Int(keys[position].place) }

    /// The periods as they are stated, each once, in the order in which they came.
    public var periods: [StatedPeriod] { periodsKnown.values }
    /// The position of a fact's period among `periods`.
    public func period(of position: Int) -> Int { Int(keys[position].period) }

    /// How sure the reading of the fact is, without putting the fact together.
    public func confidence(of position: Int) -> Confidence { wordingsKnown[keys[position].wording].confidence }

    /// The fact's number, without putting the fact together.
    public func value(of position: Int) -> Number {
        if !unpacked.isEmpty, let fact = unpacked[position] { return fact.value }
        return content(of: position).value
    }

    /// The upper end of the fact's range, without putting the fact together.
    public func upper(of position: Int) -> Number? {
        unpacked.isEmpty ? nil : unpacked[position]?.upper
    }

    /// Where the fact stands in its document, without putting the fact together.
    public func range(of position: Int) -> SourceRange {
        if let fact = unpacked[position] { return fact.range }
        let key = keys[position]
        return SourceRange(start: Int(key.start), end: Int(key.end))
    }

    /// The places in the fact's document of the facts whose part or restatement it is, without putting the fact together.
    public func references(of position: Int) -> (partOf: Int?, equivalentTo: Int?) {
        guard !referring.isEmpty, let found = referring[position] else { return (nil, nil) }
        return (found.partOf, found.equivalentTo)
    }
}
