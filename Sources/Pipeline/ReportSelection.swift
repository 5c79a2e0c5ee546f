internal import Facts
internal import Indicators
public import Reports

/// Which streets and indicators a report is about.
struct ReportSelection {
    /// Keys and names of the indicators wanted; empty for all.
    private var keys: Set<String> = []
    private var names: Set<String> = []
    private let catalogue: Catalogue

    /// Finds what is named: an indicator by key, name or alias, or by the words of a fact that the catalogue lacks.
    init(indicators: [String], catalogue: Catalogue, facts: PackedFacts) throws(SelectionError) {
        self.catalogue = catalogue
        guard !indicators.isEmpty else { return }
        let reported = Set(facts.map { catalogue.indicator(for: $0) }.filter(\.isAdHoc).map(\.name))
        for name in indicators {
            let entries = catalogue.entries.filter { $0.indicator.key == name || $0.names.contains(name) }
            guard !entries.isEmpty || reported.contains(name) else {
                throw SelectionError(kind: .unknownIndicator, name: name)
            }
            keys.formUnion(entries.compactMap(\.indicator.key))
            names.insert(name)
        }
    }

    func contains(_ fact: Fact) -> Bool {
        guard !names.isEmpty else { return true }
        let indicator = catalogue.indicator(for: fact)
        return indicator.key.map(keys.contains) ?? names.contains(indicator.name)
    }
}

/// A street that nobody knows or that is not told from others, an indicator that nobody knows, or a month of which
/// nothing is told.
public struct SelectionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was looked for, for programs to match.
    public enum Kind: Sendable, Hashable {
        case unknownStreet, unknownIndicator
        /// The name of several streets, or how their names begin.
        case severalStreets([String])
        /// The bulletins speak of other months only, from the first to the last.
        case otherMonth(first: YearMonth, last: YearMonth)
    }

    public let kind: Kind
    /// The name as it was given.
    public let name: String

    public var description: String {
        switch kind {
        case .unknownStreet: "no street is called “\(name)” here; see tongbao places with the name of the district"
        case .severalStreets(let names): "\(name) may be \(names.joined(separator: "、")); write the whole name"
        case .unknownIndicator:
            "no indicator is called “\(name)”, in the catalogue or the bulletins; see tongbao indicators"
        case .otherMonth(let first, let last):
            "the bulletins tell nothing of \(name); they speak of \(first == last ? "\(first)" : "\(first) to \(last)")"
        }
    }
}
