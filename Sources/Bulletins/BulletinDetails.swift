public import Facts

/// What is known of a bulletin from outside its text: a line of `manifest.csv`, or options of a command.
public struct BulletinDetails: Sendable, Hashable {
    public var published: CalendarDate?
    /// The place that the bulletin is about, widest first.
    public var region: [String]
    public var title: String?
    /// Who published it.
    public var source: String?
    /// The name under which an office files the bulletin.
    public var id: String?

    public init(
        published: CalendarDate? = nil, region: [String] = [], title: String? = nil, source: String? = nil,
        id: String? = nil
    ) {
        self.published = published
        self.region = region
        self.title = title
        self.source = source
        self.id = id
    }

    /// These details, with the gaps filled from others.
    public func completed(by others: BulletinDetails) -> BulletinDetails {
        BulletinDetails(
            published: published ?? others.published, region: region.isEmpty ? others.region : region,
            title: title ?? others.title, source: source ?? others.source, id: id ?? others.id)
    }

    /// The places that a region as people write it names: `大同市/平城区` → 大同市, 平城区.
    public static func region(_ text: String) -> [String] {
        text.split(whereSeparator: { "/／>›＞·| ".contains($0) || $0.isWhitespace }).map(String.init)
    }
}
