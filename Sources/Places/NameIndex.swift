/// Names as UTF-8 bytes, found by longest match at a position of a text.
///
/// A hash table over whole names rather than a trie: 600,000 names cost 24 bytes each beside their text, and a text
/// position that begins no name is turned away by two table look-ups on its first two scalars.
struct NameIndex: Sendable {
    /// A name and the place that bears it; places of one name are linked.
    struct Entry: Sendable {
        var offset: UInt32
        var length: UInt8
        var traits: Traits
        /// The raw value of the place's level.
        var level: UInt8
        var place: Int32
        /// The next entry of the same name, or -1.
        var next: Int32
    }

    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8
        /// A short name (大同), which other words may hold.
        static let short = Traits(rawValue: 1)
        /// A name that means a place only beside another (郊区, 和平).
        static let needsContext = Traits(rawValue: 2)
        /// A name abroad, which is only taken where a word may begin: 沿|海地|区 is no country.
        static let abroad = Traits(rawValue: 4)
        /// The full name of a place that is called by no short one: a county of earlier years (吴江市), whose short name is that of today's.
        static let unshortened = Traits(rawValue: 8)
    }

    /// The longest name that begins at a position.
    struct Match {
        var end: Int
        var entry: Int
    }

    private(set) var text: [UInt8] = []
    private(set) var entries: [Entry] = []
    /// Of each name seven bits of its hash over the number of its first entry, so that most other names are told apart
    /// without a look at it; -1 in an empty slot.
    private var slots: [Int32]
    /// For the hash of a name's first two scalars, the lengths in scalars of the names that begin so, as bits.
    private var lengths: [UInt32]
    /// The scalars of the basic plane with which names begin, as bits.
    private var firsts = [UInt64](repeating: 0, count: 0x10000 / 64)
    /// For the same hash two bits of one word, which turn away nearly all that begins no name before `lengths` is looked at.
    private var begins: [UInt64]
    private let lengthShift: UInt32

    /// An index with room for about so many names; more are taken, slower.
    init(capacity: Int) {
        var slotBits: UInt32 = 6
        while 1 << slotBits < capacity * 3 / 2 { slotBits += 1 }
        let lengthBits = min(max(slotBits + 2, 15), 20)
        slots = Array(repeating: -1, count: 1 << Int(slotBits))
        lengths = Array(repeating: 0, count: 1 << Int(lengthBits))
        begins = Array(repeating: 0, count: 1 << Int(lengthBits - 6))
        lengthShift = 32 - lengthBits
        entries.reserveCapacity(capacity)
    }

    /// Adds bytes that names may be slices of, and returns where they begin.
    mutating func store(_ name: some Collection<UInt8>) -> UInt32 {
        let offset = UInt32(text.count)
        text.append(contentsOf: name)
        return offset
    }

    /// Gives a place a name that `store` has taken in; names of one scalar or over 255 bytes are not indexed, nor are more
    /// than sixteen million.
    mutating func insert(offset: UInt32, length: Int, place: Int32, level: PlaceLevel, traits: Traits) {
        guard length <= 255, length > 0, entries.count <= Self.entryBits else { return }
        let start = Int(offset)
        let end = start + length
        var hash = NameHash()
        var first: UInt32 = 0
        var bigram: UInt32 = 0
        var scalars = 0
        var position = start
        while position < end {
            let (scalar, width) = text.span.scalar(at: position, end: end)
            hash.combine(scalar)
            scalars += 1
            if scalars == 1 { first = scalar }
            if scalars == 2 { bigram = Self.bigram(first, scalar) }
            position += width
        }
        guard scalars >= 2 else { return }
        let lengthSlot = Int(bigram >> lengthShift)
        lengths[lengthSlot] |= 1 << UInt32(min(scalars, 31))
        let (word, bits) = bits(of: bigram)
        begins[word] |= bits
        if first < 0x10000 { firsts[Int(first >> 6)] |= 1 << UInt64(first & 63) }

        let entry = Entry(
            offset: offset, length: UInt8(length), traits: traits, level: level.rawValue, place: place, next: -1)
        var slot = Int(truncatingIfNeeded: hash.value) & (slots.count - 1)
        while slots[slot] >= 0 {
            let other = Int(slots[slot] & Self.entryBits)
            if isEqual(other, text.span, start, end) {
                link(entry, behind: other)
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Self.tag(of: hash) | Int32(entries.count)
        entries.append(entry)
        if entries.count * 8 > slots.count * 7 { grow() }
    }

    /// Puts one more place under a name: the widest stands first, and the name is as good as its best use (河北, a short
    /// name of a province and of a district).
    private mutating func link(_ entry: Entry, behind first: Int) {
        var entry = entry
        let traits = entries[first].traits.intersection(entry.traits)
        if entry.level < entries[first].level {
            swap(&entry, &entries[first])
            entries[first].next = entry.next
        }
        entries[first].traits = traits
        entry.next = entries[first].next
        entries[first].next = Int32(entries.count)
        entries.append(entry)
    }

    private mutating func grow() {
        var larger = [Int32](repeating: -1, count: slots.count * 2)
        for slot in slots where slot >= 0 {
            let entry = entries[Int(slot & Self.entryBits)]
            var index =
                Int(
                    truncatingIfNeeded: hash(of: text.span, Int(entry.offset), Int(entry.offset) + Int(entry.length))
                        .value)
                & (larger.count - 1)
            while larger[index] >= 0 { index = (index + 1) & (larger.count - 1) }
            larger[index] = slot
        }
        slots = larger
    }

    func hash(of bytes: Span<UInt8>, _ start: Int, _ end: Int) -> NameHash {
        var hash = NameHash()
        var position = start
        while position < end {
            let (scalar, width) = bytes.scalar(at: position, end: end)
            hash.combine(scalar)
            position += width
        }
        return hash
    }

    /// The first entry of exactly this name.
    func entry(named bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        find(hash(of: bytes, start, end), bytes, start, end)
    }

    /// Whether a name begins with a scalar of the basic plane.
    func begins(with scalar: UInt16) -> Bool {
        firsts[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
    }

    /// Whether a name may begin with two scalars: false is certain.
    @inline(__always)
    func mayBegin(_ first: UInt32, _ second: UInt32) -> Bool {
        let (word, bits) = bits(of: Self.bigram(first, second))
        return begins[word] & bits == bits
    }

    /// The bits in `begins` of the hash of two scalars, and the word that holds them.
    @inline(__always)
    private func bits(of bigram: UInt32) -> (word: Int, bits: UInt64) {
        let first = bigram &>> lengthShift
        let second = bigram &>> (lengthShift &- 6)
        return (Int(first >> 6), 1 &<< UInt64(first & 63) | 1 &<< UInt64(second & 63))
    }

    /// The longest name that begins at `start`.
    func longestMatch(in bytes: Span<UInt8>, at start: Int, end: Int) -> Match? {
        var hash = NameHash()
        let (first, width) = bytes.scalar(at: start, end: end)
        hash.combine(first)
        var position = start + width
        guard position < end else { return nil }
        let (second, secondWidth) = bytes.scalar(at: position, end: end)
        hash.combine(second)
        position += secondWidth
        var open = lengths[Int(Self.bigram(first, second) >> lengthShift)] >> 2
        var longest: Match?
        while open != 0 {
            if open & 1 != 0, let entry = find(hash, bytes, start, position) {
                longest = Match(end: position, entry: entry)
            }
            open >>= 1
            guard open != 0, position < end else { break }
            let (scalar, width) = bytes.scalar(at: position, end: end)
            hash.combine(scalar)
            position += width
        }
        return longest
    }

    private func find(_ hash: NameHash, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var slot = Int(truncatingIfNeeded: hash.value) & (slots.count - 1)
        let tag = Self.tag(of: hash)
        while slots[slot] >= 0 {
            if slots[slot] & ~Self.entryBits == tag {
                let entry = Int(slots[slot] & Self.entryBits)
                if isEqual(entry, bytes, start, end) { return entry }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func isEqual(_ entry: Int, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard Int(entries[entry].length) == end - start else { return false }
        let offset = Int(entries[entry].offset)
        for index in 0..<(end - start) where text[offset + index] != bytes[start + index] { return false }
        return true
    }

    private static let entryBits: Int32 = 0xFF_FFFF

    @inline(__always)
    private static func tag(of hash: NameHash) -> Int32 { Int32(truncatingIfNeeded: hash.value >> 57) << 24 }

    @inline(__always)
    private static func bigram(_ first: UInt32, _ second: UInt32) -> UInt32 {
        (first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA77)
    }
}

/// A hash of a name, built up scalar by scalar, so that every beginning of a text costs one step.
struct NameHash: Sendable, Hashable {
    private var state: UInt64 = 0x243F_6A88_85A3_08D3

    @inline(__always)
    mutating func combine(_ scalar: UInt32) {
        state = (state ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15
        state ^= state >> 32
    }

    var value: UInt64 { state }
}

extension Span<UInt8> {
    /// The scalar that begins at a position of valid UTF-8, with its width in bytes; what is cut off by `end` or is no
    /// beginning reads as U+FFFD of one byte.
    @inline(__always)
    func scalar(at position: Int, end: Int) -> (scalar: UInt32, width: Int) {
        let first = UInt32(self[position])
        if first >= 0xE0, first < 0xF0, position + 2 < end {
            return (
                (first & 0x0F) << 12 | UInt32(self[position + 1] & 0x3F) << 6 | UInt32(self[position + 2] & 0x3F), 3
            )
        }
        return rareScalar(at: position, end: end)
    }

    /// The same of a scalar that has not three bytes: names hold hardly one.
    @inline(never)
    private func rareScalar(at position: Int, end: Int) -> (scalar: UInt32, width: Int) {
        let first = UInt32(self[position])
        if first < 0x80 { return (first, 1) }
        if first >= 0xC0, first < 0xE0, position + 1 < end {
            return ((first & 0x1F) << 6 | UInt32(self[position + 1] & 0x3F), 2)
        }
        if first >= 0xF0, position + 3 < end {
            let high = (first & 0x07) << 18 | UInt32(self[position + 1] & 0x3F) << 12
            return (high | UInt32(self[position + 2] & 0x3F) << 6 | UInt32(self[position + 3] & 0x3F), 4)
        }
        return (0xFFFD, 1)
    }
}
