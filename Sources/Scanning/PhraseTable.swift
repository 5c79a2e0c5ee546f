/// A set of phrases, each with a value, that finds the longest one beginning at a place of a UTF-8 text.
///
/// Phrases of one scalar stand in a table of their own. Longer ones and their prefixes are stored under a hash of their
/// scalars in one open-addressed table, so that a look-up walks the text scalar by scalar and stops at the first one that
/// no phrase continues. The hash stands for the phrase: its upper 40 bits are kept, its lower ones say where. A text
/// that holds no phrase is taken for one about once in 10¹¹ look-ups, and then always the same text.
public struct PhraseTable: Sendable {
    /// A phrase found in a text.
    public struct Match: Sendable, Equatable {
        /// Length in UTF-8 bytes.
        public let length: Int
        public let value: Int32

        @inlinable
        init(length: Int, value: Int32) {
            self.length = length
            self.value = value
        }
    }

    /// Of each phrase and prefix, forty bits of its hash over its value and one; the low bits of a mere prefix are 0. A
    /// slot of eight bytes keeps the words of a large lexicon inside a processor's second cache.
    @usableFromInline var slots: [UInt64]
    /// For the hashes of phrases and their prefixes, of two scalars and more, one bit each: most of what a text holds begins
    /// no phrase or continues none, and is turned away here, in a processor's second cache, rather than in the slots.
    @usableFromInline var prefixes: [UInt64]
    /// The whole hashes of what is stored, as it came, for a table that grows.
    private var keys: [UInt64] = []
    private var isFinished = false
    /// What is known of a single scalar of the basic plane: as a phrase its value and two, 1 where it only begins longer ones,
    /// 0 where no phrase begins with it. In pages of 256 scalars, the first of them empty, for most tables need but a few.
    @usableFromInline var singles: [Int32]
    /// Which page stands for the scalars with the same upper byte.
    @usableFromInline var pages: [UInt8]

    /// The scalars of the basic plane with which phrases begin, as bits.
    @usableFromInline var firsts: [UInt64]

    /// Gives back the room that only a growing table needs; no phrase can be added any more.
    public mutating func finish() {
        keys = []
        isFinished = true
    }

    /// - Parameter capacity: how many phrases are expected.
    public init(capacity: Int = 64) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        keys.reserveCapacity(capacity)
        singles = Array(repeating: 0, count: 256)
        pages = Array(repeating: 0, count: 256)
        firsts = Array(repeating: 0, count: 0x10000 / 64)
        prefixes = Array(repeating: 0, count: size / 8)
    }

    /// Adds a phrase; a later value for the same phrase replaces the earlier one. An empty phrase is passed over.
    ///
    /// - Parameter value: a number from 0 to 16,000,000.
    public mutating func insert(_ phrase: some Sequence<UInt8>, value: Int32) {
        let bytes = Array(phrase)
        guard !bytes.isEmpty else { return }
        insert(bytes.span, value: value)
    }

    /// Adds the phrase that the given bytes spell.
    public mutating func insert(_ bytes: Span<UInt8>, value: Int32) {
        precondition(value >= 0 && value <= 16_000_000, "no value for a phrase")
        precondition(!isFinished, "the table is finished")
        var key = PhraseTable.seed
        var position = 0
        while position < bytes.count {
            let (scalar, length) = bytes.scalar(at: position)
            let isWhole = position + length >= bytes.count
            key = PhraseTable.step(key, scalar)
            if position == 0, scalar < 0x10000 {
                noteSingle(scalar, value: isWhole ? value : nil)
            } else {
                store(key, isWhole ? UInt64(value) + 1 : 0)
                let (word, bit) = PhraseTable.bit(of: key, prefixes.count - 1)
                if prefixes[word] & bit == 0 { prefixes[word] |= bit }
            }
            position += length
        }
    }

    private mutating func noteSingle(_ scalar: UInt32, value: Int32?) {
        let place = Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)
        // Of a sorted table nearly every phrase begins as the one before it: what is known need not be written again.
        if place > 255, singles[place] != 0 {
            if let value { singles[place] = value + 2 }
            return
        }
        firsts[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
        if pages[Int(scalar >> 8)] == 0 {
            // The surrogates are no scalars, so that a byte counts all pages there can be.
            pages[Int(scalar >> 8)] = UInt8(singles.count / 256)
            singles += repeatElement(0, count: 256)
        }
        singles[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)] = value.map { $0 + 2 } ?? 1
    }

    /// What is known of a scalar of the basic plane.
    @inlinable
    @inline(__always)
    func single(_ scalar: UInt32) -> Int32 {
        singles[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)]
    }

    private mutating func store(_ key: UInt64, _ value: UInt64) {
        if keys.count * 3 >= slots.count * 2 { grow() }
        let mask = slots.count - 1
        let tag = PhraseTable.tag(of: key)
        var index = PhraseTable.place(of: key, mask)
        while slots[index] != 0 {
            if slots[index] & PhraseTable.tagBits == tag {
                if value != 0 { slots[index] = tag | value }
                return
            }
            index = (index + 1) & mask
        }
        slots[index] = tag | value
        keys.append(key)
    }

    private mutating func grow() {
        let old = self
        slots = Array(repeating: 0, count: old.slots.count * 2)
        let mask = slots.count - 1
        // The fewer bits there are for each prefix, the more texts pass that begin none.
        let isDense = prefixes.count < keys.count / 8
        if isDense { prefixes = Array(repeating: 0, count: slots.count / 8) }
        for key in keys {
            if isDense {
                let (word, bit) = PhraseTable.bit(of: key, prefixes.count - 1)
                prefixes[word] |= bit
            }
            guard let slot = old.slot(of: key) else { continue }
            var index = PhraseTable.place(of: key, mask)
            while slots[index] != 0 { index = (index + 1) & mask }
            slots[index] = slot
        }
    }

    /// The longest phrase that begins at the given place and ends at or before `end`.
    @inlinable
    public func longestMatch(in text: Span<UInt8>, at start: Int, end: Int) -> Match? {
        var best: Match?
        forEachMatch(in: text, at: start, end: end) { best = $0 }
        return best
    }

    /// The value of the phrase that is nothing but the given scalar.
    @inlinable
    @inline(__always)
    package func value(of scalar: UInt32) -> Int32? {
        guard scalar < 0x10000 else { return value(of: Unicode.Scalar(scalar).map { String($0) } ?? "") }
        let single = single(scalar)
        return single > 1 ? single - 2 : nil
    }

    /// Whether a phrase may begin with a scalar; false is certain.
    @inlinable
    @inline(__always)
    public func mayBegin(with scalar: UInt32) -> Bool {
        scalar >= 0x10000 || firsts[Int(scalar >> 6)] &>> UInt64(scalar & 63) & 1 != 0
    }

    /// Passes over scalars of three bytes with which no phrase begins.
    @inlinable
    @inline(__always)
    package func skipOthers(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var position = start
        while end - position >= 8 {
            let word = text.word(at: position)
            guard word & 0xF0 == 0xE0 else { return position }
            let scalar = UInt32(truncatingIfNeeded: (word & 0x0F) << 12 | (word >> 8 & 0x3F) << 6 | (word >> 16 & 0x3F))
            guard !mayBegin(with: scalar) else { return position }
            position += 3
        }
        return position
    }

    /// Whether a phrase may begin at the given place, by its first two scalars; false is certain.
    @inlinable
    @inline(__always)
    public func mayBegin(in text: Span<UInt8>, at start: Int, end: Int) -> Bool {
        guard start < end else { return false }
        let (first, width) = text.scalar(at: start)
        guard first < 0x10000 else { return true }
        guard mayBegin(with: first) else { return false }
        guard start + width < end else { return single(first) > 1 }
        return mayBegin(with: first, text.scalar(at: start + width).value)
    }

    /// Whether a phrase may begin with two scalars, the first of the basic plane; false is certain.
    @inlinable
    @inline(__always)
    package func mayBegin(with first: UInt32, _ second: UInt32) -> Bool {
        let single = single(first)
        guard single == 1 else { return single > 1 }
        let key = PhraseTable.step(PhraseTable.step(PhraseTable.seed, first), second)
        let (word, bit) = PhraseTable.bit(of: key, prefixes.count - 1)
        return prefixes[word] & bit != 0
    }

    /// Calls `body` with each phrase that begins at the given place and ends at or before `end`, shortest first.
    @inlinable
    @inline(__always)
    public func forEachMatch(in text: Span<UInt8>, at start: Int, end: Int, _ body: (Match) -> Void) {
        guard start < end else { return }
        let (first, width) = text.scalar(at: start)
        var position = start + width
        guard position <= end else { return }
        var key = PhraseTable.step(PhraseTable.seed, first)
        if first < 0x10000 {
            let single = single(first)
            if single == 0 { return }
            if single > 1 { body(Match(length: width, value: single - 2)) }
        } else {
            guard let slot = slot(of: key) else { return }
            if slot & 0xFF_FFFF != 0 { body(match(slot, length: width)) }
        }
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            position += length
            guard position <= end else { return }
            key = PhraseTable.step(key, scalar)
            let (word, bit) = PhraseTable.bit(of: key, prefixes.count - 1)
            guard prefixes[word] & bit != 0 else { return }
            guard let slot = slot(of: key) else { return }
            if slot & 0xFF_FFFF != 0 { body(match(slot, length: position - start)) }
        }
    }

    @inlinable
    @inline(__always)
    func slot(of key: UInt64) -> UInt64? {
        let mask = slots.count - 1
        let tag = PhraseTable.tag(of: key)
        var index = PhraseTable.place(of: key, mask)
        while true {
            let slot = slots[index]
            if slot & PhraseTable.tagBits == tag { return slot }
            if slot == 0 { return nil }
            index = (index + 1) & mask
        }
    }

    @inlinable
    @inline(__always)
    func match(_ slot: UInt64, length: Int) -> Match {
        Match(length: length, value: Int32(truncatingIfNeeded: (slot & 0xFF_FFFF) &- 1))
    }

    /// A stretch of text made ready for being asked at each of its scalars which phrases begin there.
    ///
    /// A large table lies outside a processor's caches, and most of a look-up is waiting for it. What is known of each two
    /// scalars is therefore fetched for the whole stretch at once: none of these look-ups waits for another.
    public struct Stretch: Sendable {
        @usableFromInline
        struct Character: Sendable {
            @usableFromInline var scalar: UInt32 = 0
            /// Where it begins in the text.
            @usableFromInline var place = 0
            /// The slot of the scalar with the one behind it; 0 where no phrase begins so.
            @usableFromInline var pair: UInt64 = 0

            init() {}
        }

        /// The number of scalars.
        public fileprivate(set) var count = 0
        /// The scalars, and where they end; the array keeps its length, and holds more than the stretch.
        @usableFromInline var characters: [Character] = []

        public init() {}

        /// Where a scalar begins in the text, or where the last one ends.
        @inlinable
        public func place(_ index: Int) -> Int { characters[index].place }
    }

    /// Makes a stretch ready of the scalars that begin in a range.
    public func prepare(_ text: Span<UInt8>, _ range: Range<Int>, in stretch: inout Stretch) {
        if stretch.characters.count <= range.count {
            stretch.characters = Array(repeating: Stretch.Character(), count: range.count + 1)
        }
        var count = 0
        var characters = stretch.characters.mutableSpan
        var position = range.lowerBound
        var key = PhraseTable.seed
        while position < range.upperBound {
            let (scalar, length) = text.scalar(at: position)
            if count > 0 {
                let pair = PhraseTable.step(key, scalar)
                let (word, bit) = PhraseTable.bit(of: pair, prefixes.count - 1)
                characters[count - 1].pair = prefixes[word] & bit != 0 ? pair : 0
            }
            characters[count].scalar = scalar
            characters[count].place = position
            count += 1
            key = PhraseTable.step(PhraseTable.seed, scalar)
            position += length
        }
        if count > 0 { characters[count - 1].pair = 0 }
        characters[count].place = min(position, range.upperBound)
        for index in 0..<count where characters[index].pair != 0 {
            characters[index].pair = slot(of: characters[index].pair) ?? 0
        }
        stretch.count = count
    }

    /// Calls `body` with the length in scalars and the value of each phrase that begins at a scalar of a stretch and ends
    /// inside it, shortest first.
    @inlinable
    @inline(__always)
    public func forEachMatch(in stretch: borrowing Stretch, at index: Int, _ body: (Int, Int32) -> Void) {
        let first = stretch.characters[index].scalar
        if first < 0x10000 {
            let single = single(first)
            if single > 1 { body(1, single - 2) }
        } else if let slot = slot(of: PhraseTable.step(PhraseTable.seed, first)), slot & 0xFF_FFFF != 0 {
            body(1, match(slot, length: 1).value)
        }
        let pair = stretch.characters[index].pair
        guard pair != 0 else { return }
        if pair & 0xFF_FFFF != 0 { body(2, match(pair, length: 2).value) }
        var key = PhraseTable.step(PhraseTable.step(PhraseTable.seed, first), stretch.characters[index + 1].scalar)
        var end = index + 2
        while end < stretch.count {
            key = PhraseTable.step(key, stretch.characters[end].scalar)
            end += 1
            let (word, bit) = PhraseTable.bit(of: key, prefixes.count - 1)
            guard prefixes[word] & bit != 0, let slot = slot(of: key) else { return }
            if slot & 0xFF_FFFF != 0 { body(end - index, match(slot, length: end - index).value) }
        }
    }

    /// The value of exactly this phrase.
    public func value(of phrase: String) -> Int32? {
        let bytes = phrase.utf8Span.span
        guard let match = longestMatch(in: bytes, at: 0, end: bytes.count), match.length == bytes.count else {
            return nil
        }
        return match.value
    }

    @usableFromInline static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    @usableFromInline static let tagBits: UInt64 = 0xFFFF_FFFF_FF00_0000

    @inlinable
    @inline(__always)
    static func tag(of key: UInt64) -> UInt64 { (key & tagBits) | 1 << 63 }

    @inlinable
    @inline(__always)
    static func place(of key: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: key) & mask }

    /// Where the bit of a prefix stands, by other bits of its hash than its slot.
    @inlinable
    @inline(__always)
    static func bit(of key: UInt64, _ mask: Int) -> (word: Int, bit: UInt64) {
        (Int(truncatingIfNeeded: key >> 38) & mask, 1 << (key >> 32 & 63))
    }

    @inlinable
    @inline(__always)
    static func step(_ key: UInt64, _ scalar: UInt32) -> UInt64 {
        let next = (key ^ UInt64(scalar)) &* 0xD6E8_FEB8_6659_FD93
        return next ^ next >> 32
    }
}
