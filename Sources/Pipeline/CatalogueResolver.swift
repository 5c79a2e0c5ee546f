public import Facts
public import Indicators
public import LedgerStore

/// Looks up for the ledger what facts count as: the catalogue's indicator, the fact's chain of places, the period it
/// speaks of or else the month of its publication.
public struct CatalogueResolver: FactResolver {
    private var catalogue: Catalogue
    public let version: String
    public let name: String

    /// - Parameters:
    ///   - catalogue: facts looked up under another one are looked up again by `Ledger.reindex`.
    ///   - name: what people call the catalogue, such as its file; the built-in one needs none, another one goes by its
    ///     version where it has none.
    public init(catalogue: Catalogue = .builtIn, name: String? = nil) {
        self.catalogue = catalogue
        version = catalogue.digest
        self.name = name ?? (version == Self.builtInVersion ? "" : version)
    }

    private static let builtInVersion = Catalogue.builtIn.digest

    public func resolution(of fact: Fact, in bulletin: BulletinSummary) -> Resolution {
        let reading = catalogue.reading(of: fact)
        let indicator = reading.series.indicator
        return Resolution(
            indicator: indicator.key ?? indicator.name, place: fact.place.joined(separator: " › "),
            window: reading.series.window, period: period(of: fact, in: bulletin), value: reading.value,
            upper: reading.upper, unit: indicator.unit, sentenceLikeness: ContentHash.digest64(fact.sentence.bare),
            articleLikeness: ContentHash.digest64("\(fact.headline ?? fact.document)\n\(fact.article)"))
    }

    public func merging(_ items: [String: String]) -> CatalogueResolver {
        guard !items.isEmpty else { return self }
        var resolver = self
        resolver.catalogue = catalogue.joining(items)
        return resolver
    }

    private func period(of fact: Fact, in bulletin: BulletinSummary) -> ResolvedPeriod {
        if fact.from != nil || fact.to != nil { return ResolvedPeriod(kind: "stated", from: fact.from, to: fact.to) }
        guard !fact.isFormerLevel, let day = fact.published ?? bulletin.published else {
            return ResolvedPeriod(kind: "undated")
        }
        return ResolvedPeriod(
            kind: "published", from: CalendarDate.first(ofMonth: day.month, year: day.year),
            to: CalendarDate.last(ofMonth: day.month, year: day.year))
    }
}

extension String {
    /// The text without white space and punctuation: what two printings of one sentence have in common.
    fileprivate var bare: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
    }
}
