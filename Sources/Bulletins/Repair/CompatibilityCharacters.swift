import Scanning

/// Characters that look like others and are written by PDF programs in their place: ⻄ for 西, ⼀ for 一, ㎞ for km.
///
/// Without the repair `⼆⼗名` holds no number and `⻄街` is no street. The table follows Unicode: the equivalent unified
/// ideograph of each radical, the compatibility decomposition of each compatibility ideograph and squared abbreviation.
/// Squared and cubed units (㎡) stay, as the table of units knows them.
enum CompatibilityCharacters {
    private static let table: (phrases: PhraseTable, replacements: [[UInt8]]) = {
        var phrases = PhraseTable(capacity: 1000)
        var replacements: [[UInt8]] = []
        let rows = (try? ReadableTable(BuiltInTable.compatibility.bytes))?.rows ?? []
        for row in rows {
            phrases.insert(row["character"].utf8, value: Int32(replacements.count))
            replacements.append(Array(row["replacement"].utf8))
        }
        return (phrases, replacements)
    }()

    /// What should stand in place of the three-byte character at a place; `nil` where it is right as it is.
    static func replacement(at position: Int, in text: Span<UInt8>) -> [UInt8]? {
        guard let match = table.phrases.longestMatch(in: text, at: position, end: position + 3) else { return nil }
        return table.replacements[Int(match.value)]
    }
}
