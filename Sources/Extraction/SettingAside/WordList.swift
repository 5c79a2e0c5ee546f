import Scanning

/// Words that a rule looks for at one place of a text.
///
/// Nearly every place holds none of them, and the last bytes of two characters tell so: of sixty-four values that either
/// may have, a list takes up as many as it has words.
struct WordList: Sendable, ExpressibleByArrayLiteral {
    private let words: Words
    /// The last bytes, without their upper bits, of the words' first and second characters; where a word has but one, any
    /// second one will do.
    private let firsts: UInt64
    private let seconds: UInt64
    /// The last bytes of the words.
    private let lasts: UInt64

    init(arrayLiteral words: StaticString...) {
        self.init(words)
    }

    init(_ words: [StaticString]) {
        let words = Words(words)
        firsts = words.openings.bits
        seconds = words.openings.all.reduce(0) { $0 | $1.second }
        lasts = words.endings.bits
        self.words = words
    }

    /// The last characters of the words.
    var lastScalars: [Unicode.Scalar] { words.endings.all.compactMap { "\($0.literal)".unicodeScalars.last } }

    @inline(__always)
    private static func bit(of byte: UInt8) -> UInt64 { 1 << UInt64(byte & 0x3F) }

    /// Whether one of the words begins at the position and ends at or before `end`.
    @inline(__always)
    func begins(in text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        mayBegin(in: text, at: position, end: end) && match(certainlyIn: text, at: position, end: end) != nil
    }

    /// Whether one of the words begins at the position.
    @inline(__always)
    func begins(in text: Span<UInt8>, at position: Int) -> Bool {
        begins(in: text, at: position, end: text.count)
    }

    /// The length of the first word of the list that begins at the position and ends at or before `end`.
    @inline(__always)
    func match(in text: Span<UInt8>, at position: Int, end: Int) -> Int? {
        mayBegin(in: text, at: position, end: end) ? match(certainlyIn: text, at: position, end: end) : nil
    }

    /// The positions in the list of all words that begin at a position, in its order.
    func matches(in text: Span<UInt8>, at position: Int) -> [Int] {
        guard mayBegin(in: text, at: position, end: text.count) else { return [] }
        let head = WordList.head(of: text, at: position)
        let last = text[position + text.scalar(at: position).length - 1]
        return words.openings.all[words.openings.range(of: last)].compactMap {
            $0.head.isBeginning(of: head) && text.has($0.literal, at: position) ? $0.index : nil
        }
    }

    /// Whether one of the words ends at the position and begins at or behind `floor`.
    @inline(__always)
    func ends(in text: Span<UInt8>, at position: Int, floor: Int = 0) -> Bool {
        guard position > floor else { return false }
        return lasts & WordList.bit(of: text[position - 1]) != 0 && ends(certainlyIn: text, at: position, floor: floor)
    }

    /// Whether a range of the text is one of the words.
    @inline(__always)
    func contains(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
        mayBegin(in: text, at: range.lowerBound, end: range.upperBound) && contains(certainly: range, of: text)
    }

    /// Whether a text is one of the words. A set of texts takes some hundreds of instructions to hash Chinese.
    func contains(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        return contains(0..<bytes.count, of: bytes)
    }

    /// Whether a text ends in one of the words.
    func isEnding(of text: String) -> Bool {
        let bytes = text.utf8Span.span
        return ends(in: bytes, at: bytes.count)
    }

    /// Whether one of the words begins in a range, which begins and ends between characters.
    func isFound(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var position = range.lowerBound
        while position < range.upperBound {
            position = skipOthers(text, from: position, to: range.upperBound)
            guard position < range.upperBound else { return false }
            if begins(in: text, at: position) { return true }
            position += text.scalar(at: position).length
        }
        return false
    }

    /// Whether a text holds one of the words.
    func isFound(in text: String) -> Bool {
        let bytes = text.utf8Span.span
        return isFound(in: bytes, 0..<bytes.count)
    }

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

    @inline(__always)
    private func mayBegin(in text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        guard position < end else { return false }
        let last = position + text.scalar(at: position).length - 1
        return firsts & WordList.bit(of: text[last]) != 0
    }

    @inline(never)
    private func match(certainlyIn text: Span<UInt8>, at position: Int, end: Int) -> Int? {
        let second = position + text.scalar(at: position).length
        if second < end, seconds & WordList.bit(of: text[second + text.scalar(at: second).length - 1]) == 0 {
            return nil
        }
        let head = WordList.head(of: text, at: position)
        let shelf = words.openings
        let openings = shelf.all.span
        for index in shelf.range(of: text[second - 1]) where openings[index].head.isBeginning(of: head) {
            let word = openings[index]
            if position + word.length <= end, text.has(word.literal, at: position) { return word.length }
        }
        return nil
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

    @inline(never)
    private func contains(certainly range: Range<Int>, of text: Span<UInt8>) -> Bool {
        let shelf = words.openings
        let openings = shelf.all.span
        let last = text[range.lowerBound + text.scalar(at: range.lowerBound).length - 1]
        for index in shelf.range(of: last)
        where openings[index].length == range.count && text.has(openings[index].literal, at: range.lowerBound) {
            return true
        }
        return false
    }

    @inline(never)
    private func ends(certainlyIn text: Span<UInt8>, at position: Int, floor: Int) -> Bool {
        let tail = WordList.tail(of: text, at: position)
        let shelf = words.endings
        let endings = shelf.all.span
        for index in shelf.range(of: text[position - 1]) where endings[index].tail.isBeginning(of: tail) {
            let word = endings[index]
            if position - word.length >= floor, text.has(word.literal, before: position) { return true }
        }
        return false
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
    let openings: Shelf
    let endings: Shelf

    init(_ words: [StaticString]) {
        let words = words.enumerated().map { Word($1, index: $0) }
        openings = Shelf(words) { $0.first }
        endings = Shelf(words) { $0.last }
    }

    /// Words by a byte of sixty-four values; those of one value keep the order of the list.
    struct Shelf: Sendable {
        let all: [Word]
        /// Where the words of each value begin among all.
        private let starts: [UInt16]
        /// The values that words have, as bits.
        let bits: UInt64

        init(_ words: [Word], by value: (Word) -> UInt8) {
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
        }

        @inline(__always)
        func range(of byte: UInt8) -> Range<Int> {
            let value = Int(byte & 0x3F)
            return Int(starts[value])..<Int(starts[value + 1])
        }
    }
}
