import Scanning

/// Words that a rule looks for at one place of a text.
///
/// Nearly every place holds none of them, and the last byte of one character tells so: of sixty-four values that it may
/// have, a list takes up as many as it has words.
struct WordList: Sendable, ExpressibleByArrayLiteral {
    private let words: [StaticString]
    /// The last bytes, without their upper bits, of the words' first characters and of the words.
    private let firsts: UInt64
    private let lasts: UInt64

    init(arrayLiteral words: StaticString...) {
        self.words = words
        var firsts: UInt64 = 0
        var lasts: UInt64 = 0
        for word in words {
            let bytes = Array("\(word)".utf8)
            firsts |= WordList.bit(of: bytes[bytes.span.scalar(at: 0).length - 1])
            lasts |= WordList.bit(of: bytes[bytes.count - 1])
        }
        self.firsts = firsts
        self.lasts = lasts
    }

    @inline(__always)
    private static func bit(of byte: UInt8) -> UInt64 { 1 << UInt64(byte & 0x3F) }

    /// Whether one of the words begins at the position and ends at or before `end`.
    @inline(__always)
    func begins(in text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        guard position < end else { return false }
        let last = position + text.scalar(at: position).length - 1
        return firsts & WordList.bit(of: text[last]) != 0 && begins(certainlyIn: text, at: position, end: end)
    }

    /// Whether one of the words ends at the position and begins at or behind `floor`.
    @inline(__always)
    func ends(in text: Span<UInt8>, at position: Int, floor: Int) -> Bool {
        guard position > floor else { return false }
        return lasts & WordList.bit(of: text[position - 1]) != 0 && ends(certainlyIn: text, at: position, floor: floor)
    }

    @inline(never)
    private func begins(certainlyIn text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        for word in words where position + word.utf8CodeUnitCount <= end && text.has(word, at: position) { return true }
        return false
    }

    @inline(never)
    private func ends(certainlyIn text: Span<UInt8>, at position: Int, floor: Int) -> Bool {
        for word in words where position - word.utf8CodeUnitCount >= floor && text.has(word, before: position) {
            return true
        }
        return false
    }
}
