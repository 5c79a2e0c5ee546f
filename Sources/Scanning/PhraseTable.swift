/// A set of phrases, each with a value, that finds the longest one beginning at a place of a UTF-8 text.
///
/// Phrases and all their prefixes are stored under a 64-bit hash of their scalars in one open-addressed table, so that a look-up
/// walks the text scalar by scalar and stops at the first one that no phrase continues. The hash stands for the phrase:
/// among 300,000 entries two share one with a probability of about 10⁻⁹, and then always the same two.
public struct PhraseTable: Sendable {
    /// A phrase found in a text.
    public struct Match: Sendable, Equatable {
        /// Length in UTF-8 bytes.
        public let length: Int
        public let value: Int32
    }

    private struct Slot: Sendable {
        var key: UInt64
        var value: Int32
    }

    /// The value of a prefix that is no phrase itself.
    private static let prefixOnly = Int32.min

    private var slots: [Slot]
    private var count = 0
    /// Whether a phrase begins with the scalar, for the scalars of the basic plane.
    private var starts: [Bool]

    /// - Parameter capacity: how many phrases are expected.
    public init(capacity: Int = 64) {
        var size = 64
        while size < capacity * 4 { size *= 2 }
        slots = Array(repeating: Slot(key: 0, value: 0), count: size)
        starts = Array(repeating: false, count: 0x10000)
    }

    /// Adds a phrase; a later value for the same phrase replaces the earlier one. An empty phrase is passed over.
    ///
    /// - Parameter value: any number but `Int32.min`.
    public mutating func insert(_ phrase: some Sequence<UInt8>, value: Int32) {
        let bytes = Array(phrase)
        guard !bytes.isEmpty else { return }
        insert(bytes.span, value: value)
    }

    /// Adds the phrase that the given bytes spell.
    public mutating func insert(_ bytes: Span<UInt8>, value: Int32) {
        var key = PhraseTable.seed
        var position = 0
        while position < bytes.count {
            let (scalar, length) = bytes.scalar(at: position)
            if position == 0, scalar < 0x10000 { starts[Int(scalar)] = true }
            position += length
            key = PhraseTable.step(key, scalar)
            store(key, position >= bytes.count ? value : PhraseTable.prefixOnly)
        }
    }

    private mutating func store(_ key: UInt64, _ value: Int32) {
        if count * 2 >= slots.count { grow() }
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: key >> 20) & mask
        while slots[index].key != 0 {
            if slots[index].key == key {
                if value != PhraseTable.prefixOnly { slots[index].value = value }
                return
            }
            index = (index + 1) & mask
        }
        slots[index] = Slot(key: key, value: value)
        count += 1
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(key: 0, value: 0), count: old.count * 2)
        let mask = slots.count - 1
        for slot in old where slot.key != 0 {
            var index = Int(truncatingIfNeeded: slot.key >> 20) & mask
            while slots[index].key != 0 { index = (index + 1) & mask }
            slots[index] = slot
        }
    }

    /// The longest phrase that begins at the given place and ends at or before `end`.
    public func longestMatch(in text: Span<UInt8>, at start: Int, end: Int) -> Match? {
        var best: Match?
        forEachMatch(in: text, at: start, end: end) { best = $0 }
        return best
    }

    /// Calls `body` with each phrase that begins at the given place and ends at or before `end`, shortest first.
    @inline(__always)
    public func forEachMatch(in text: Span<UInt8>, at start: Int, end: Int, _ body: (Match) -> Void) {
        var key = PhraseTable.seed
        var position = start
        let mask = slots.count - 1
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            if position == start, scalar >= 0x10000 || !starts[Int(scalar)] { return }
            position += length
            guard position <= end else { return }
            key = PhraseTable.step(key, scalar)
            var index = Int(truncatingIfNeeded: key >> 20) & mask
            while true {
                let slot = slots[index]
                if slot.key == key {
                    if slot.value != PhraseTable.prefixOnly {
                        body(Match(length: position - start, value: slot.value))
                    }
                    break
                }
                if slot.key == 0 { return }
                index = (index + 1) & mask
            }
        }
    }

    /// The value of exactly this phrase.
    public func value(of phrase: String) -> Int32? {
        let bytes = Array(phrase.utf8)
        guard let match = longestMatch(in: bytes.span, at: 0, end: bytes.count), match.length == bytes.count else {
            return nil
        }
        return match.value
    }

    private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    private static func step(_ key: UInt64, _ scalar: UInt32) -> UInt64 {
        var next = (key ^ UInt64(scalar)) &* 0xD6E8_FEB8_6659_FD93
        next ^= next >> 32
        return next | 1
    }
}
