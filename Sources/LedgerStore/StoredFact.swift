public import Facts

/// A bulletin that the ledger holds.
public struct BulletinSummary: Sendable, Hashable {
    /// The bulletin's number in this ledger.
    public var id: Int64
    public var identity: BulletinIdentity
    public var path: String
    public var title: String?
    public var published: CalendarDate?
    public var region: String?
    public var source: String?
    public var origin: BulletinRecord.Origin
    public var contentHash: String
    public var extractor: String
    /// When, by whom and why it was withdrawn, where it was.
    public var withdrawal: Withdrawal?

    public init(
        id: Int64, identity: BulletinIdentity, path: String, title: String? = nil, published: CalendarDate? = nil,
        region: String? = nil, source: String? = nil, origin: BulletinRecord.Origin = .read, contentHash: String = "",
        extractor: String = "", withdrawal: Withdrawal? = nil
    ) {
        self.id = id
        self.identity = identity
        self.path = path
        self.title = title
        self.published = published
        self.region = region
        self.source = source
        self.origin = origin
        self.contentHash = contentHash
        self.extractor = extractor
        self.withdrawal = withdrawal
    }
}

/// That a bulletin no longer counts.
public struct Withdrawal: Sendable, Hashable {
    /// ISO 8601, as given by the caller.
    public var at: String
    public var author: String
    public var reason: String

    public init(at: String, author: String, reason: String) {
        self.at = at
        self.author = author
        self.reason = reason
    }
}

/// That a bulletin was taken out of the statistics, or let count again.
public struct WithdrawalStep: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case withdrawn, restored
    }

    public var kind: Kind
    /// ISO 8601, as given by the caller.
    public var at: String
    public var author: String
    public var reason: String

    public init(kind: Kind, at: String, author: String, reason: String) {
        self.kind = kind
        self.at = at
        self.author = author
        self.reason = reason
    }
}

/// A fact in the ledger: what was read, with people's decisions applied to it.
public struct StoredFact: Sendable, Hashable, Identifiable {
    /// The fact's number in this ledger. A new reading of the bulletin gives new numbers.
    public var id: Int64
    /// Number of its bulletin.
    public var bulletin: Int64
    /// The fact as it counts: corrected where a person corrected it.
    public var fact: Fact
    /// What a person decided about it; `nil` where nobody did.
    public var verdict: Verdict?
    /// The fields that a person corrected, as the extractor had read them.
    public var asRead: [Field: String]
    public var resolution: Resolution
    public var origin: BulletinRecord.Origin

    public init(
        id: Int64, bulletin: Int64, fact: Fact, verdict: Verdict? = nil, asRead: [Field: String] = [:],
        resolution: Resolution, origin: BulletinRecord.Origin = .read
    ) {
        self.id = id
        self.bulletin = bulletin
        self.fact = fact
        self.verdict = verdict
        self.asRead = asRead
        self.resolution = resolution
        self.origin = origin
    }
}

/// What a person decided about a fact.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// It stands as read.
    case accepted
    /// It stands with other values.
    case corrected
    /// It does not count.
    case rejected
    /// It repeats another fact and does not count beside it.
    case duplicate

    /// Whether such a fact takes part in statistics.
    public var counts: Bool { self == .accepted || self == .corrected }
}

/// Which facts to read; an empty list of choices means all.
public struct FactFilter: Sendable, Hashable {
    /// Numbers of bulletins.
    public var bulletins: [Int64]
    /// Keys of indicators.
    public var indicators: [String]
    /// Keys of places, as the resolver gave them.
    public var places: [String]
    /// Numbers of facts.
    public var facts: [Int64]
    /// Whether rejected facts and duplicates are given too.
    public var includesRejected: Bool

    public init(
        bulletins: [Int64] = [], indicators: [String] = [], places: [String] = [], facts: [Int64] = [],
        includesRejected: Bool = false
    ) {
        self.bulletins = bulletins
        self.indicators = indicators
        self.places = places
        self.facts = facts
        self.includesRejected = includesRejected
    }

    /// Every fact that counts.
    public static let all = FactFilter()
}
