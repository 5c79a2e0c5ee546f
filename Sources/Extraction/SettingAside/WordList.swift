import Scanning

/// Words that a rule looks for at one place of a text.
///
/// Nearly every place holds none of them, and the last bytes of two characters tell so: of sixty-four values that either
/// may have, a list takes up as many as it has words.
struct WordList: Sendable, ExpressibleByArrayLiteral {
    private let words: [StaticString]
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
        self.words = words
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

    /// What all lists know a character by: one that is looked at by many of them is read once.
    struct Sign: Sendable {
        fileprivate let bit: UInt64

        /// The sign of the character that begins at a position.
        init(of text: Span<UInt8>, at position: Int, end: Int) {
            bit = position < end ? WordList.bit(of: text[position + text.scalar(at: position).length - 1]) : 0
        }

        /// The sign of the character that ends at a position.
        init(of text: Span<UInt8>, before position: Int, floor: Int) {
            bit = position > floor ? WordList.bit(of: text[position - 1]) : 0
        }
    }

    /// Whether one of the words begins at the position, where a character of this sign does, and ends at or before `end`.
    @inline(__always)
    func begins(with sign: Sign, in text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        firsts & sign.bit != 0 && match(certainlyIn: text, at: position, end: end) != nil
    }

    /// Whether one of the words ends at the position, where a character of this sign does, and begins at or behind `floor`.
    @inline(__always)
    func ends(with sign: Sign, in text: Span<UInt8>, at position: Int, floor: Int) -> Bool {
        lasts & sign.bit != 0 && ends(certainlyIn: text, at: position, floor: floor)
    }

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

    /// Whether one of the words ends at the position and begins at or behind `floor`.
    @inline(__always)
    func ends(in text: Span<UInt8>, at position: Int, floor: Int = 0) -> Bool {
        guard position > floor else { return false }
        return lasts & WordList.bit(of: text[position - 1]) != 0 && ends(certainlyIn: text, at: position, floor: floor)
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
            if begins(in: text, at: position) { return true }
            position += text.scalar(at: position).length
        }
        return false
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
        for word in words where position + word.utf8CodeUnitCount <= end && text.has(word, at: position) {
            return word.utf8CodeUnitCount
        }
        return nil
    }

    @inline(never)
    private func ends(certainlyIn text: Span<UInt8>, at position: Int, floor: Int) -> Bool {
        for word in words where position - word.utf8CodeUnitCount >= floor && text.has(word, before: position) {
            return true
        }
        return false
    }
}
