public import Facts

/// What a fact counts as once its words are looked up: indicator, place, period and the value in the indicator's unit.
///
/// The ledger keeps the resolution beside the fact, so that statistics need no word of the text. It is looked up again
/// (`Ledger.reindex`) when the catalogue changes.
public struct Resolution: Sendable, Hashable {
    /// Key of the indicator in the catalogue, or the name of an ad-hoc one.
    public var indicator: String
    /// The place as its chain of names, widest first (`平城区 › 永泰街道`); empty where there is none.
    public var place: String
    /// The window by which the figure is aggregated: the fact's own or, where its words do not say, the catalogue's.
    public var window: Window
    public var period: ResolvedPeriod
    /// The value in `unit`.
    public var value: Number
    public var upper: Number?
    /// The unit of the indicator, to which physical units are converted.
    public var unit: String
    /// Digest of the sentence's words: equal for sentences that are alike.
    public var sentenceLikeness: UInt64
    /// Digest of the article's words: equal for articles that are alike.
    public var articleLikeness: UInt64

    public init(
        indicator: String, place: String, window: Window, period: ResolvedPeriod, value: Number, upper: Number? = nil,
        unit: String, sentenceLikeness: UInt64 = 0, articleLikeness: UInt64 = 0
    ) {
        self.indicator = indicator
        self.place = place
        self.window = window
        self.period = period
        self.value = value
        self.upper = upper
        self.unit = unit
        self.sentenceLikeness = sentenceLikeness
        self.articleLikeness = articleLikeness
    }
}

/// The period under which a fact is entered.
public struct ResolvedPeriod: Sendable, Hashable {
    /// Kind of period (`month`, `year`, `point` …); the ledger keeps it as it is and reads nothing into it.
    public var kind: String
    public var from: CalendarDate?
    public var to: CalendarDate?

    public init(kind: String, from: CalendarDate? = nil, to: CalendarDate? = nil) {
        self.kind = kind
        self.from = from
        self.to = to
    }
}

/// Looks up what facts count as: joins the ledger to a catalogue that it knows nothing of.
public protocol FactResolver: Sendable {
    /// Tells the tables behind this resolver from others (a digest, say): facts resolved under other ones are looked up
    /// again.
    var version: String { get }

    /// What people call those tables, such as the file that they come from; empty for those that a program brings along.
    var name: String { get }

    /// What the fact counts as in the bulletin.
    func resolution(of fact: Fact, in bulletin: BulletinSummary) -> Resolution

    /// The same resolver where items count as others, as people decided: `志愿队伍`, or `12345热线工单（受理）` with its predicate.
    func merging(_ items: [String: String]) -> Self
}

/// Takes every fact at its word: the item is the indicator, the chain of names the place, no unit is converted.
public struct LiteralResolver: FactResolver {
    private var mergedItems: [String: String] = [:]

    public init() {}

    public var version: String { "literal" }
    public var name: String { "" }

    public func resolution(of fact: Fact, in bulletin: BulletinSummary) -> Resolution {
        Resolution(
            indicator: indicator(of: fact),
            place: fact.place.joined(separator: Place.separator),
            window: fact.window,
            period: ResolvedPeriod(
                kind: fact.from == nil && fact.to == nil ? "" : "stated", from: fact.from, to: fact.to),
            value: fact.value, upper: fact.upper, unit: fact.unit,
            sentenceLikeness: ContentHash.digest64(fact.sentence),
            articleLikeness: ContentHash.digest64("\(fact.document)\n\(fact.article)"))
    }

    public func merging(_ items: [String: String]) -> LiteralResolver {
        var resolver = self
        resolver.mergedItems = items
        return resolver
    }

    private func indicator(of fact: Fact) -> String {
        func title(_ item: String) -> String { fact.action.map { "\(item)（\($0)）" } ?? item }
        return mergedItems[title(fact.item)] ?? title(mergedItems[fact.item] ?? fact.item)
    }
}
