import Scanning

/// Items and predicates in the form in which they are compared: `各类“志愿服务队”` and `志愿服务队` are one.
struct Wording: Sendable {
    private var wordsOfRole: [String: [String]] = [:]

    init(rows: [ReadableTable.Row]) {
        for row in rows {
            wordsOfRole[row["role"], default: []].append(row["word"])
        }
        for role in wordsOfRole.keys {
            // The longest word first, so that 各类 is not taken for 各.
            wordsOfRole[role]?.sort { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
        }
    }

    static let builtIn = Wording(rows: (try? ReadableTable(BuiltInTable.wording.bytes))?.rows ?? [])

    /// The item without quotation marks, spaces, 的, and words that only say that all of them are meant.
    func canonicalItem(_ item: String) -> String {
        var text = Wording.bare(item)[...]
        var searching = true
        while searching {
            searching = false
            if let word = words("breadth").first(where: { text.hasPrefix($0) && text.count > $0.count + 1 }) {
                text = text.dropFirst(word.count)
                searching = true
            } else if let word = words("tail").first(where: { text.hasSuffix($0) && text.count > $0.count + 1 }) {
                text = text.dropLast(word.count)
                searching = true
            }
        }
        return String(text)
    }

    /// The predicate without adverbs, or `nil` where it states a bare level.
    func canonicalAction(_ action: String?) -> String? {
        guard let action else { return nil }
        var text = Wording.bare(action)[...]
        while !words("level").contains(String(text)),
            let word = words("adverb").first(where: { text.hasPrefix($0) && text.count > $0.count })
        {
            text = text.dropFirst(word.count)
        }
        return text.isEmpty || words("level").contains(String(text)) ? nil : String(text)
    }

    /// Whether a canonical predicate only says that an event, a service or a visit took place.
    func saysOnlyThatItHappened(_ action: String) -> Bool {
        words("event").contains(action)
    }

    /// Whether a canonical predicate only says that a doing was brought to its end, in one word or in several: 竣工, 竣工交付.
    func saysOnlyThatItIsDone(_ action: String) -> Bool {
        var rest = action[...]
        while let word = words("completion").first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(word.count) }
        return rest.isEmpty && !action.isEmpty
    }

    /// Whether a canonical predicate says that something comes to be by building.
    func saysThatItIsBuilt(_ action: String) -> Bool {
        words("building").contains(action)
    }

    /// The doing that a phrase says was brought to its end: 完成改造 and 改造完工 of 改造; none where it says no such thing.
    func doingsCompleted(in phrase: String) -> [String] {
        words("completion").flatMap { word -> [String] in
            guard phrase.count > word.count + 1 else { return [] }
            return (phrase.hasPrefix(word) ? [String(phrase.dropFirst(word.count))] : [])
                + (phrase.hasSuffix(word) ? [String(phrase.dropLast(word.count))] : [])
        }
    }

    /// Whether words around a figure say that it is not to be exceeded.
    func setsACeiling(_ clause: some StringProtocol) -> Bool {
        words("ceiling").contains { clause.contains($0) }
    }

    /// The words of each role, as a digest of the catalogue takes them in.
    var digestedFields: [[String]] {
        wordsOfRole.sorted { $0.key < $1.key }.map { [$0.key] + $0.value }
    }

    private func words(_ role: String) -> [String] {
        wordsOfRole[role] ?? []
    }

    private static let dropped: Set<Character> = [
        "“", "”", "‘", "’", "\"", "'", "「", "」", "『", "』", "《", "》", "〈", "〉", "＂", " ", "\u{3000}", "\t", "\n", "\r",
    ]

    /// The text without quotation marks, spaces and 的, brackets and letters in one width.
    private static func bare(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            if dropped.contains(character) { continue }
            if character == "的", result.last != "目", !(rest.first.map { "士确".contains($0) } ?? false) { continue }
            result.append(halfWidth(character))
        }
        return result
    }

    /// Full-width letters, digits and brackets in their ASCII form.
    private static func halfWidth(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
            (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return character }
        return Character(narrow)
    }
}
