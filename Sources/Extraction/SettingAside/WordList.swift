import Scanning

/// Words that a rule looks for at one place of a text.
///
/// Nearly every place holds none of them, and the last bytes of two characters tell so: of sixty-four values that either
/// may have, a list takes up as many as it has words.
struct WordList: Sendable, ExpressibleByArrayLiteral {
    private let words: [Word]
    /// The last bytes, without their upper bits, of the words' first and second characters; where a word has but one, any
    /// second one will do.
    private let firsts: UInt64
    private let seconds: UInt64
    /// The last bytes of the words.
    private let lasts: UInt64

    /// A word, with its first and its last four bytes as numbers, which tell most words apart in one step.
    private struct Word: Sendable {
        let literal: StaticString
        let length: Int
        let head: Four
        let tail: Four

        init(_ literal: StaticString) {
            self.literal = literal
            let bytes = Array("\(literal)".utf8)
            length = bytes.count
            head = Four(bytes.prefix(4))
            tail = Four(bytes.suffix(4).reversed())
        }
    }

    /// Up to four bytes as one number, the first one lowest, and which of its bits they are.
    private struct Four: Sendable {
        let bits: UInt32
        let mask: UInt32

        init(_ bytes: some Collection<UInt8>) {
            bits = bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
            mask = bytes.count < 4 ? 1 << UInt32(8 * bytes.count) - 1 : .max
        }

        @inline(__always)
        func isBeginning(of four: UInt32) -> Bool { four & mask == bits }
    }

    init(arrayLiteral words: StaticString...) {
        self.init(words)
    }

    init(_ words: [StaticString]) {
        self.words = words.map { Word($0) }
        var firsts: UInt64 = 0
        var seconds: UInt64 = 0
        var lasts: UInt64 = 0
        for word in words {
            let bytes = Array("\(word)".utf8)
            let second = bytes.span.scalar(at: 0).length
            firsts |= WordList.bit(of: bytes[second - 1])
            seconds |=
                second < bytes.count
                ? WordList.bit(of: bytes[second + bytes.span.scalar(at: second).length - 1]) : .max
            lasts |= WordList.bit(of: bytes[bytes.count - 1])
        }
        self.firsts = firsts
        self.seconds = seconds
        self.lasts = lasts
    }

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
        return words.indices.filter {
            words[$0].head.isBeginning(of: head) && text.has(words[$0].literal, at: position)
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

    /// Whether a text ends in one of the words.
    func isEnding(of text: String) -> Bool {
        let bytes = text.utf8Span.span
        return ends(in: bytes, at: bytes.count)
    }

    /// Whether one of the words begins in a range, which begins and ends between characters.
    func isFound(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var position = range.lowerBound
        while position < range.upperBound {
            let next = position + text.scalar(at: position).length
            if firsts & WordList.bit(of: text[next - 1]) != 0,
                match(certainlyIn: text, at: position, end: text.count) != nil
            {
                return true
            }
            position = next
        }
        return false
    }

    /// Whether a text holds one of the words.
    func isFound(in text: String) -> Bool {
        let bytes = text.utf8Span.span
        return isFound(in: bytes, 0..<bytes.count)
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
        let words = words.span
        for index in words.indices where words[index].head.isBeginning(of: head) {
            let word = words[index]
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
        for word in words where word.length == range.count && text.has(word.literal, at: range.lowerBound) {
            return true
        }
        return false
    }

    @inline(never)
    private func ends(certainlyIn text: Span<UInt8>, at position: Int, floor: Int) -> Bool {
        let tail = WordList.tail(of: text, at: position)
        let words = words.span
        for index in words.indices where words[index].tail.isBeginning(of: tail) {
            let word = words[index]
            if position - word.length >= floor, text.has(word.literal, before: position) { return true }
        }
        return false
    }
}
