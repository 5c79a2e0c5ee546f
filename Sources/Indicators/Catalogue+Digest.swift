internal import Facts
internal import Scanning
internal import Units

extension Catalogue {
    /// A digest of all by which the catalogue reads figures, its rows, units and words: two catalogues with one digest
    /// count every fact alike, but for what people joined. Computed anew each time.
    public var digest: String {
        let words = [entries.map(\.digestedFields), units.units.map(\.digestedFields), wording.digestedFields]
        let text = words.map { $0.map { $0.joined(separator: "\u{1F}") }.joined(separator: "\u{1E}") }
        return SHA256.hexadecimal(Array(text.joined(separator: "\u{1D}").utf8))
    }
}

extension CatalogueEntry {
    fileprivate var digestedFields: [String] {
        let fields = [
            indicator.key ?? "", indicator.name, indicator.english ?? "", indicator.unit, indicator.dimension.rawValue,
            indicator.defaultWindow.rawValue, indicator.aggregation.rawValue, indicator.direction.rawValue,
            indicator.overlapsBetweenPlaces ? "yes" : "", indicator.parent ?? "", indicator.quotient?.numerator ?? "",
            indicator.quotient?.denominator ?? "",
        ]
        return fields + [names, patterns, measures, overlappingItems].map { $0.joined(separator: "\u{1C}") }
    }
}

extension MeasureWord {
    fileprivate var digestedFields: [String] {
        [name, dimension.rawValue, base ?? "", factor?.description ?? ""]
    }
}
