public import Facts

/// What makes a bulletin the same bulletin when it comes again.
///
/// The manifest's identifier decides, else title and date of publication, else the file's name.
public struct BulletinIdentity: Sendable, Hashable {
    /// How the identity was found; an earlier kind is preferred to a later one.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
        case manifest = "id"
        case title
        case file

        public static func < (left: Kind, right: Kind) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .manifest: 0
            case .title: 1
            case .file: 2
            }
        }
    }

    public let kind: Kind
    /// The identifier, `title (2026-04-03)`, or the file's name.
    public let name: String

    init(kind: Kind, name: String) {
        self.kind = kind
        self.name = name
    }

    /// The identity of a bulletin of which this much is known.
    ///
    /// - Parameter path: the file's path; its last component is the file's name.
    public init(manifestID: String? = nil, title: String? = nil, published: CalendarDate? = nil, path: String) {
        if let manifestID, !manifestID.isEmpty {
            self.init(kind: .manifest, name: manifestID)
        } else if let title, !title.isEmpty, let published {
            self.init(kind: .title, name: "\(title) (\(published))")
        } else {
            let name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
            self.init(kind: .file, name: name)
        }
    }

    /// The identity as the ledger writes it: `id:2026-04-017`, `title:永泰街道四月简报 (2026-04-03)`, `file:page.txt`.
    public var key: String { "\(kind.rawValue):\(name)" }

    /// The identity that a key writes, or `nil` for any other text.
    public init?(key: String) {
        guard let colon = key.firstIndex(of: ":"), let kind = Kind(rawValue: String(key[..<colon])) else { return nil }
        self.init(kind: kind, name: String(key[key.index(after: colon)...]))
    }
}

extension BulletinIdentity: Comparable {
    public static func < (left: BulletinIdentity, right: BulletinIdentity) -> Bool {
        (left.kind, left.name) < (right.kind, right.name)
    }
}

/// A bulletin as it goes into the ledger: what is known of it, its articles, its facts and the numerals set aside.
public struct BulletinRecord: Sendable, Hashable {
    /// Whether the figures were read from a text or typed in by hand.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        case read, typed
    }

    public var identity: BulletinIdentity
    /// The file's path as given.
    public var path: String
    public var title: String?
    public var published: CalendarDate?
    /// The place that the manifest gives for the whole bulletin.
    public var region: String?
    /// Who published it.
    public var source: String?
    public var origin: Origin
    /// Digest of the decoded text (`ContentHash`): decides between unchanged and corrected.
    public var contentHash: String
    /// Version of the extractor that read it: a newer one's reading replaces an older one's.
    public var extractor: String
    /// The decoded text, where it is to be kept.
    public var text: String?
    public var articles: [ArticleRecord]
    public var facts: [Fact]
    public var setAside: [SetAside]

    public init(
        identity: BulletinIdentity, path: String, title: String? = nil, published: CalendarDate? = nil,
        region: String? = nil, source: String? = nil, origin: Origin = .read, contentHash: String,
        extractor: String = "", text: String? = nil, articles: [ArticleRecord] = [], facts: [Fact] = [],
        setAside: [SetAside] = []
    ) {
        self.identity = identity
        self.path = path
        self.title = title
        self.published = published
        self.region = region
        self.source = source
        self.origin = origin
        self.contentHash = contentHash
        self.extractor = extractor
        self.text = text
        self.articles = articles
        self.facts = facts
        self.setAside = setAside
    }
}

/// An article of a bulletin.
public struct ArticleRecord: Sendable, Hashable {
    /// Number of the article inside the document, from 1; 0 where the document has no articles.
    public var number: Int
    public var headline: String?
    public var kicker: String?
    public var byline: String?
    public var published: CalendarDate?
    /// The place that the article is about, widest first.
    public var place: [String]
    /// Where the article stands in the document's decoded text.
    public var range: SourceRange

    public init(
        number: Int, headline: String? = nil, kicker: String? = nil, byline: String? = nil,
        published: CalendarDate? = nil, place: [String] = [], range: SourceRange = SourceRange(start: 0, end: 0)
    ) {
        self.number = number
        self.headline = headline
        self.kicker = kicker
        self.byline = byline
        self.published = published
        self.place = place
        self.range = range
    }
}
