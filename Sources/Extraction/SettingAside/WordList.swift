import Scanning

/// Words that a rule looks for at one place of a text.
///
/// Nearly every place holds none of them, and the last bytes of two characters tell so: of sixty-four values that either
/// may have, a list takes up as many as it has words.
///
/// What a list knows stands in one object, and no more than a call stands where it is asked: there are many hundreds of such
/// places, and a processor's caches hold few of them at a time.
struct WordList: Sendable, ExpressibleByArrayLiteral {
    private let words: Words

    init(arrayLiteral words: StaticString...) {
        self.init(words)
    }

    init(_ words: [StaticString]) {
        self.words = Words(words)
    }

    /// The words of several lists as one, for a test that comes before theirs.
    init(joining lists: [WordList]) {
        self.init(lists.flatMap { $0.words.literals })
    }

    /// The last characters of the words.
    var lastScalars: [Unicode.Scalar] { words.lastScalars }

    /// Whether one of the words begins at the position and ends at or before `end`.
    @inline(__always)
    func begins(in text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        words.begin(in: text, at: position, end: end)
    }

    /// Whether one of the words begins at the position.
    @inline(__always)
    func begins(in text: Span<UInt8>, at position: Int) -> Bool {
        words.begin(in: text, at: position, end: text.count)
    }

    /// The length of the first word of the list that begins at the position and ends at or before `end`.
    @inline(__always)
    func match(in text: Span<UInt8>, at position: Int, end: Int) -> Int? {
        words.match(in: text, at: position, end: end)
    }

    /// The positions in the list of all words that begin at a position, in its order.
    func matches(in text: Span<UInt8>, at position: Int) -> [Int] {
        words.matches(in: text, at: position)
    }

    /// Whether one of the words ends at the position and begins at or behind `floor`.
    @inline(__always)
    func ends(in text: Span<UInt8>, at position: Int, floor: Int = 0) -> Bool {
        words.end(in: text, at: position, floor: floor)
    }

    /// Whether a range of the text is one of the words.
    @inline(__always)
    func contains(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
        words.contain(range, of: text)
    }

    /// Whether a text is one of the words. A set of texts takes some hundreds of instructions to hash Chinese.
    func contains(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        return words.contain(0..<bytes.count, of: bytes)
    }

    /// Whether a text ends in one of the words.
    func isEnding(of text: String) -> Bool {
        let bytes = text.utf8Span.span
        return words.end(in: bytes, at: bytes.count, floor: 0)
    }

    /// Whether one of the words begins in a range, which begins and ends between characters.
    func isFound(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        words.areFound(in: text, range)
    }

    /// Whether a text holds one of the words.
    func isFound(in text: String) -> Bool {
        let bytes = text.utf8Span.span
        return words.areFound(in: bytes, 0..<bytes.count)
    }
}

// MARK: The words of a list

/// Up to four bytes as one number, the first one lowest, and which of its bits they are.
private struct Four: Sendable {
    let bits: UInt32
    let mask: UInt32

    /// - Parameter byte: one of so many bytes.
    init(_ count: Int, _ byte: (Int) -> UInt8) {
        var bits: UInt32 = 0
        for index in 0..<min(count, 4) { bits |= UInt32(byte(index)) << UInt32(8 * index) }
        self.bits = bits
        mask = count < 4 ? 1 << UInt32(8 * count) - 1 : .max
    }

    @inline(__always)
    func isBeginning(of four: UInt32) -> Bool { four & mask == bits }
}

/// A word, with its first and its last four bytes as numbers, which tell most words apart in one step.
private struct Word: Sendable {
    let literal: StaticString
    /// Where it stands in the list.
    let index: Int
    let length: Int
    let head: Four
    let tail: Four
    /// The last bytes of its first character and of its last one, without their upper bits.
    let first: UInt8
    let last: UInt8
    /// The bit of the last byte of its second character; all of them where it has but one.
    let second: UInt64

    init(_ literal: StaticString, index: Int) {
        self = literal.withUTF8Buffer { unsafe Word(literal, $0.span, index: index) }
    }

    private init(_ literal: StaticString, _ bytes: Span<UInt8>, index: Int) {
        self.literal = literal
        self.index = index
        length = bytes.count
        head = Four(bytes.count) { bytes[$0] }
        tail = Four(bytes.count) { bytes[bytes.count - 1 - $0] }
        let end = bytes.scalar(at: 0).length
        first = bytes[end - 1] & 0x3F
        last = bytes[bytes.count - 1] & 0x3F
        second = end < bytes.count ? 1 << UInt64(bytes[end + bytes.scalar(at: end).length - 1] & 0x3F) : .max
    }
}

/// The words of a list, in the order of the last byte of their first characters and in that of their own last one, so that
/// of a long list only a word or two are looked at.
private final class Words: Sendable {
    /// The last bytes, without their upper bits, of the words' first and second characters; where a word has but one, any
    /// second one will do.
    private let firsts: UInt64
    private let seconds: UInt64
    /// The last bytes of the words.
    private let lasts: UInt64
    /// The lengths of the words in bytes, as bits; the longest share one.
    private let lengths: UInt64
    private let openings: Shelf
    private let endings: Shelf

    init(_ words: [StaticString]) {
        let words = words.enumerated().map { Word($1, index: $0) }
        openings = Shelf(words, by: { $0.first }, telling: { $0.head })
        endings = Shelf(words, by: { $0.last }, telling: { $0.tail })
        firsts = openings.bits
        seconds = words.reduce(0) { $0 | $1.second }
        lasts = endings.bits
        lengths = words.reduce(0) { $0 | Words.bit(ofLength: $1.length) }
    }

    var literals: [StaticString] { openings.all.map(\.literal) }

    var lastScalars: [Unicode.Scalar] { endings.all.compactMap { "\($0.literal)".unicodeScalars.last } }

    // MARK: what a place may hold

    // Nearly every place is turned away in the first function, which calls nothing and so saves no register.

    @inline(never)
    func begin(in text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        isOther(text, at: position) ? false : beginsNearly(in: text, at: position, end: end)
    }

    @inline(never)
    private func beginsNearly(in text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        mayBegin(in: text, at: position, end: end) && match(certainlyIn: text, at: position, end: end) != nil
    }

    @inline(never)
    func match(in text: Span<UInt8>, at position: Int, end: Int) -> Int? {
        isOther(text, at: position) ? nil : matchesNearly(in: text, at: position, end: end)
    }

    @inline(never)
    private func matchesNearly(in text: Span<UInt8>, at position: Int, end: Int) -> Int? {
        mayBegin(in: text, at: position, end: end) ? match(certainlyIn: text, at: position, end: end) : nil
    }

    @inline(never)
    func end(in text: Span<UInt8>, at position: Int, floor: Int) -> Bool {
        guard position > floor else { return false }
        guard lasts & Words.bit(of: text[position - 1]) != 0 else { return false }
        return end(certainlyIn: text, at: position, floor: floor)
    }

    @inline(never)
    func contain(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
        guard lengths & Words.bit(ofLength: range.count) != 0, !range.isEmpty, range.upperBound <= text.count,
            lasts & Words.bit(of: text[range.upperBound - 1]) != 0
        else { return false }
        return containsNearly(range, of: text)
    }

    @inline(never)
    private func containsNearly(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
        mayBegin(in: text, at: range.lowerBound, end: range.upperBound) && contain(certainly: range, of: text)
    }

    func areFound(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var position = range.lowerBound
        while position < range.upperBound {
            position = skipOthers(text, from: position, to: range.upperBound)
            guard position < range.upperBound else { return false }
            if text[position] < 0x80, firsts & Words.bit(of: text[position]) == 0 {
                position += 1
                continue
            }
            if beginsNearly(in: text, at: position, end: text.count) { return true }
            position += text.scalar(at: position).length
        }
        return false
    }

    @inline(__always)
    private static func bit(of byte: UInt8) -> UInt64 { 1 << UInt64(byte & 0x3F) }

    @inline(__always)
    private static func bit(ofLength length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

    /// Passes over characters of three bytes with which no word begins, and which no word goes on with the next of them.
    @inline(__always)
    private func skipOthers(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var position = start
        while end - position >= 8 {
            let word = text.word(at: position)
            guard word & 0xF0 == 0xE0 else { return position }
            if firsts &>> (word >> 16 & 0x3F) & 1 != 0 {
                // The next one tells only where its last byte is the third.
                guard word >> 24 & 0xF0 == 0xE0, seconds &>> (word >> 40 & 0x3F) & 1 == 0 else { return position }
            }
            position += 3
        }
        return position
    }

    /// Whether a character of three bytes stands at a position with which no word begins; false is certain of none.
    @inline(__always)
    private func isOther(_ text: Span<UInt8>, at position: Int) -> Bool {
        guard position >= 0, text.count - position >= 8 else { return false }
        let word = text.word(at: position)
        return word & 0xF0 == 0xE0 && firsts &>> (word >> 16 & 0x3F) & 1 == 0
    }

    @inline(__always)
    private func mayBegin(in text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        guard position < end else { return false }
        let second = position + text.scalar(at: position).length
        guard firsts & Words.bit(of: text[second - 1]) != 0 else { return false }
        return second >= end || seconds & Words.bit(of: text[second + text.scalar(at: second).length - 1]) != 0
    }

    // MARK: what it holds

    func matches(in text: Span<UInt8>, at position: Int) -> [Int] {
        guard mayBegin(in: text, at: position, end: text.count) else { return [] }
        let last = text[position + text.scalar(at: position).length - 1]
        return openings.all[openings.range(of: last)].compactMap {
            text.has($0.literal, at: position) ? $0.index : nil
        }
    }

    @inline(never)
    private func match(certainlyIn text: Span<UInt8>, at position: Int, end: Int) -> Int? {
        let second = position + text.scalar(at: position).length
        let head = Words.head(of: text, at: position)
        for index in openings.range(of: text[second - 1]) where openings.fours[index].isBeginning(of: head) {
            let word = openings.all[index]
            if position + word.length <= end, text.has(word.literal, at: position) { return word.length }
        }
        return nil
    }

    @inline(never)
    private func contain(certainly range: Range<Int>, of text: Span<UInt8>) -> Bool {
        let head = Words.head(of: text, at: range.lowerBound)
        let last = text[range.lowerBound + text.scalar(at: range.lowerBound).length - 1]
        for index in openings.range(of: last) where openings.fours[index].isBeginning(of: head) {
            let word = openings.all[index]
            if word.length == range.count, text.has(word.literal, at: range.lowerBound) { return true }
        }
        return false
    }

    @inline(never)
    private func end(certainlyIn text: Span<UInt8>, at position: Int, floor: Int) -> Bool {
        let tail = Words.tail(of: text, at: position)
        for index in endings.range(of: text[position - 1]) where endings.fours[index].isBeginning(of: tail) {
            let word = endings.all[index]
            if position - word.length >= floor, text.has(word.literal, before: position) { return true }
        }
        return false
    }

    /// Up to four bytes from a position on, the first one lowest.
    @inline(__always)
    private static func head(of text: Span<UInt8>, at position: Int) -> UInt32 {
        if text.count - position >= 8 { return UInt32(truncatingIfNeeded: text.word(at: position)) }
        var head: UInt32 = 0
        for index in 0..<min(4, text.count - position) { head |= UInt32(text[position + index]) << UInt32(8 * index) }
        return head
    }

    /// Up to four bytes before a position, the last one lowest.
    @inline(__always)
    private static func tail(of text: Span<UInt8>, at position: Int) -> UInt32 {
        if position >= 8 { return UInt32(truncatingIfNeeded: text.word(at: position - 8).byteSwapped) }
        var tail: UInt32 = 0
        for index in 0..<min(4, position) { tail |= UInt32(text[position - 1 - index]) << UInt32(8 * index) }
        return tail
    }

    /// Words by a byte of sixty-four values; those of one value keep the order of the list.
    struct Shelf: Sendable {
        let all: [Word]
        /// The first or last four bytes of each.
        let fours: [Four]
        /// Where the words of each value begin among all.
        private let starts: [UInt16]
        /// The values that words have, as bits.
        let bits: UInt64

        init(_ words: [Word], by value: (Word) -> UInt8, telling four: (Word) -> Four) {
            var counts = Array(repeating: UInt16(0), count: 65)
            for word in words { counts[Int(value(word)) + 1] += 1 }
            for index in 1...64 { counts[index] += counts[index - 1] }
            starts = counts
            bits = words.reduce(0) { $0 | 1 << UInt64(value($1)) }
            // Each word goes to the next place that its value has, for the places of all values are known.
            var sorted = words
            for word in words {
                sorted[Int(counts[Int(value(word))])] = word
                counts[Int(value(word))] += 1
            }
            all = sorted
            fours = sorted.map(four)
        }

        @inline(__always)
        func range(of byte: UInt8) -> Range<Int> {
            let value = Int(byte & 0x3F)
            return Int(starts[value])..<Int(starts[value + 1])
        }
    }
}
