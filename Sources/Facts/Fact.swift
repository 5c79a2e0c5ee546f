/// One quantity that a bulletin asserts: a count, a measure, an amount of money, a rate, a share, a score or a change.
public struct Fact: Sendable, Hashable {
    /// The file's path as given.
    public var document: String
    /// Number of the article inside the document, from 1; 0 where the document has no articles.
    public var article: Int
    /// Headline of that article.
    public var headline: String?
    /// Date of the document where known.
    public var published: CalendarDate?
    /// Where the quantity stands in the document's decoded text.
    public var range: SourceRange
    /// The quantity as it stands there: number, multiplier, qualifier suffix and unit (`1200余份`).
    public var text: String
    /// The number with its multiplier applied (`13.73万分` → 137300, `三成` → 30).
    public var value: Number
    /// Upper end of a range (`3至5天` → value 3, upper 5).
    public var upper: Number?
    public var qualifier: Qualifier
    /// The measure word or unit as written, without the multiplier; empty where there is none.
    public var unit: String
    /// What is counted or measured, the noun phrase without the number.
    public var item: String
    /// The place or body that the fact belongs to, widest first; empty where the text names none.
    public var place: [String]
    /// The time expression that governs the fact, as written.
    public var period: String?
    public var change: Change
    public var status: Status
    /// The predicate that tells two counts of one noun apart (`完成“亲民化”改造`); `nil` for a bare level.
    public var action: String?
    public var window: Window
    /// First day of the period, where it can be resolved; `nil` for a running figure without a beginning.
    public var from: CalendarDate?
    /// Last day of the period, where it can be resolved; equal to `from` for a day or a point in time.
    public var to: CalendarDate?
    /// `start` of the fact whose part this is (其中, 包括).
    public var partOf: Int?
    /// `start` of the fact that this one restates in other units (`20箱(400瓶)`).
    public var equivalentTo: Int?
    /// The base of a per-unit figure as written (`每户`, `人均`); such a figure is a level.
    public var per: String?
    /// The comparison base of a change as written (`同比`, `较年初`); of a level from which another has come about, at a time
    /// that nobody tells, what opens it (`由` of `由33件降至27件`).
    public var comparison: String?
    public var dimension: Dimension
    public var confidence: Confidence
    /// Why the reading is not of high confidence.
    public var reason: String?
    /// Name of the rule that decided.
    public var rule: String
    /// The sentence it stands in, line breaks repaired.
    public var sentence: String

    @inlinable
    public init(
        document: String, article: Int = 0, headline: String? = nil, published: CalendarDate? = nil,
        range: SourceRange, text: String, value: Number, upper: Number? = nil, qualifier: Qualifier = .exact,
        unit: String, item: String, place: [String] = [], period: String? = nil, change: Change = .none,
        status: Status = .actual, action: String? = nil, window: Window = .unknown, from: CalendarDate? = nil,
        to: CalendarDate? = nil, partOf: Int? = nil, equivalentTo: Int? = nil, per: String? = nil,
        comparison: String? = nil, dimension: Dimension = .count, confidence: Confidence = .high,
        reason: String? = nil, rule: String, sentence: String
    ) {
        self.document = document
        self.article = article
        self.headline = headline
        self.published = published
        self.range = range
        self.text = text
        self.value = value
        self.upper = upper
        self.qualifier = qualifier
        self.unit = unit
        self.item = item
        self.place = place
        self.period = period
        self.change = change
        self.status = status
        self.action = action
        self.window = window
        self.from = from
        self.to = to
        self.partOf = partOf
        self.equivalentTo = equivalentTo
        self.per = per
        self.comparison = comparison
        self.dimension = dimension
        self.confidence = confidence
        self.reason = reason
        self.rule = rule
        self.sentence = sentence
    }
}

extension Fact {
    private static let openersOfFormerLevels: Set<String> = ["由", "从"]

    /// Whether the figure is the level from which another has come about (33 of 由33件降至27件): it is of some time before
    /// that of the other, and no figure of the period that is reported on.
    public var isFormerLevel: Bool { Fact.isFormerLevel(change: change, comparison: comparison) }

    /// Whether a figure of such a change and comparison base is a level from which another has come about.
    package static func isFormerLevel(change: Change, comparison: String?) -> Bool {
        change == .none && comparison.map(openersOfFormerLevels.contains) ?? false
    }
}

/// A half-open range of Unicode scalars in a document's decoded text, before any repair of line breaks.
public struct SourceRange: Sendable, Hashable, Codable, Comparable {
    public var start: Int
    public var end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    public static func < (left: SourceRange, right: SourceRange) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}

/// How exactly a number is meant.
public enum Qualifier: String, Sendable, Hashable, Codable, CaseIterable {
    case exact
    /// 约, 大约, 左右, 上下
    case about
    /// 余, 多, 超过, 以上, 至少: a lower bound
    case over
    /// 近, 不足, 不到, 以下: an upper bound
    case under
    /// 3至5: two ends
    case range
}

/// Whether the number is a level or itself a change.
public enum Change: String, Sendable, Hashable, Codable, CaseIterable {
    case none, increase, decrease
}

/// Whether the fact is a result or a goal, plan or forecast.
public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    case actual, planned
}

/// The time window of a figure, which decides what may be added to what.
public enum Window: String, Sendable, Hashable, Codable, CaseIterable {
    /// 时点数: what exists at a point in time
    case stock
    /// 时期数: what happened within a period
    case flow
    /// 本年累计: from January to the date
    case ytd
    /// 累计: from an open beginning to the date
    case cumulative
    /// a rate, share or per cent
    case ratio
    /// a standard, a price, a figure per head
    case level
    case unknown
}

/// How sure a reading is.
public enum Confidence: String, Sendable, Hashable, Codable, CaseIterable {
    case high, medium, low
}

/// What kind of quantity a unit measures; across dimensions nothing is ever added.
public enum Dimension: String, Sendable, Hashable, Codable, CaseIterable {
    case count, person, personTime, household, householdTime, organisation, event, document, money
    case length, area, volume, mass, time, energy, power, voltage, temperature, speed, frequency, data, computing
    case freight, ratio, point, multiple, score, level, age, concentration, rate, vehicleLoad, other
}
