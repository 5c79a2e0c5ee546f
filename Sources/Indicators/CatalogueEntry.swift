/// One row of the catalogue: an indicator, the names under which bulletins report it, and its units.
public struct CatalogueEntry: Sendable {
    /// Number of the row's line in its file, from 1.
    public let line: Int
    public let indicator: Indicator
    /// The Chinese name and the aliases as written.
    public let names: [String]
    /// Names in which `*` stands for any run of characters.
    public let patterns: [String]
    /// Measure words that mean the same here; the indicator's unit is one of them.
    public let measures: [String]
    /// Patterns of further items whose figures can overlap between places as well.
    public let overlappingItems: [String]
}

/// A name in which `*` stands for any run of characters, none included.
struct NamePattern: Sendable {
    private let parts: [[Character]]

    init(_ text: String) {
        parts = text.split(separator: "*", omittingEmptySubsequences: false).map(Array.init)
    }

    /// Whether the whole name has this shape.
    func matches(_ name: String) -> Bool {
        var rest = Array(name)[...]
        guard parts.count > 1 else { return parts.first.map { $0.elementsEqual(rest) } ?? rest.isEmpty }
        for (index, part) in parts.enumerated() {
            if index == 0 {
                guard rest.starts(with: part) else { return false }
                rest = rest.dropFirst(part.count)
            } else if index == parts.count - 1 {
                return rest.count >= part.count && rest.suffix(part.count).elementsEqual(part)
            } else {
                guard let position = NamePattern.position(of: part, in: rest) else { return false }
                rest = rest[(position + part.count)...]
            }
        }
        return true
    }

    private static func position(of part: [Character], in text: ArraySlice<Character>) -> Int? {
        guard text.count >= part.count else { return nil }
        return (text.startIndex...(text.endIndex - part.count)).first { text[$0...].starts(with: part) }
    }
}
