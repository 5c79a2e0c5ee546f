import Facts
import Units

/// What is doubtful in a catalogue that can be read: names that two rows share, circles, units and keys that nobody knows.
public struct CatalogueCheck: Sendable {
    public enum Finding: Sendable, Hashable {
        /// Two rows share a name and a measure word, so that the first always wins.
        case overlap(name: String, line: Int, otherLine: Int)
        /// A row is, by its parents, a kind of itself.
        case cycle(key: String, line: Int)
        case unknownUnit(String, line: Int)
        /// A parent, numerator or denominator names no row.
        case unknownKey(String, line: Int)
    }

    /// The findings in the order of the rows; empty where nothing is doubtful.
    public let findings: [Finding]

    public init(_ catalogue: Catalogue) {
        var findings: [Finding] = []
        var lineOfName: [[String]: Int] = [:]
        for entry in catalogue.entries {
            let indicator = entry.indicator
            var seen: Set<String> = []
            for name in entry.names.map(catalogue.wording.canonicalItem) where seen.insert(name).inserted {
                var others: Set<Int> = []
                for measure in entry.measures {
                    let key = [name, measure]
                    if let line = lineOfName[key] {
                        if line != entry.line, others.insert(line).inserted {
                            findings.append(.overlap(name: name, line: line, otherLine: entry.line))
                        }
                    } else {
                        lineOfName[key] = entry.line
                    }
                }
            }
            if !indicator.unit.isEmpty, catalogue.units.unit(named: indicator.unit) == nil {
                findings.append(.unknownUnit(indicator.unit, line: entry.line))
            }
            let keys = [indicator.parent, indicator.quotient?.numerator, indicator.quotient?.denominator]
            for case let key? in keys where catalogue.entry(key: key) == nil {
                findings.append(.unknownKey(key, line: entry.line))
            }
            if let key = indicator.key, CatalogueCheck.isItsOwnAncestor(key, in: catalogue) {
                findings.append(.cycle(key: key, line: entry.line))
            }
        }
        self.findings = findings
    }

    private static func isItsOwnAncestor(_ key: String, in catalogue: Catalogue) -> Bool {
        var seen: Set<String> = []
        var current = catalogue.entry(key: key)?.indicator.parent
        while let parent = current, seen.insert(parent).inserted {
            if parent == key { return true }
            current = catalogue.entry(key: parent)?.indicator.parent
        }
        return false
    }
}

extension CatalogueCheck.Finding: CustomStringConvertible {
    /// The line, what is doubtful, and the remedy.
    public var description: String {
        switch self {
        case .overlap(let name, let line, let other):
            "line \(other): “\(name)” stands already on line \(line), which always wins; remove it from one of the two"
        case .cycle(let key, let line): "line \(line): \(key) is by its parents a kind of itself; change a parent"
        case .unknownUnit(let unit, let line): "line \(line): the unit “\(unit)” is unknown; use one that is listed"
        case .unknownKey(let key, let line): "line \(line): no row has the key “\(key)”; correct it or add the row"
        }
    }
}
