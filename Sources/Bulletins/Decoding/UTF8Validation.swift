import Scanning

/// Strict UTF-8 (RFC 3629), read at the speed at which Chinese text goes by.
enum UTF8Validation {
    /// Offset of the first byte that is a NUL or no part of well-formed UTF-8; `nil` for good text.
    static func firstFault(in bytes: Span<UInt8>) -> Int? {
        var position = 0
        let end = bytes.count
        while position < end {
            if end - position >= 8 {
                let word = bytes.word(at: position)
                if isTwoIdeographs(word) {
                    position += 6
                    continue
                }
                if isASCII(word) {
                    position += 8
                    continue
                }
            }
            let first = bytes[position]
            // Three-byte sequences without a forbidden second byte: nearly all of Chinese.
            if first >= 0xE1, first != 0xED, first <= 0xEF, end - position >= 3 {
                let second = bytes[position + 1]
                let third = bytes[position + 2]
                if (second & 0xC0) == 0x80, (third & 0xC0) == 0x80 {
                    position += 3
                    continue
                }
                return position
            }
            if first < 0x80 {
                if first == 0 { return position }
                position += 1
                continue
            }
            let length = sequenceLength(in: bytes, at: position)
            if length == 0 { return position }
            position += length
        }
        return nil
    }

    /// Whether eight bytes are ASCII, none of them a NUL.
    @inline(__always)
    private static func isASCII(_ word: UInt64) -> Bool {
        // With the highest bit of each byte clear, the subtraction sets that of a NUL, and of no byte below the first NUL.
        (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0
    }

    /// Whether eight bytes begin with two sequences of three, neither with a first byte that restricts the second.
    @inline(__always)
    private static func isTwoIdeographs(_ word: UInt64) -> Bool {
        guard word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 else { return false }
        let first = word & 0x0F
        let second = word >> 24 & 0x0F
        return first != 0 && first != 0x0D && second != 0 && second != 0x0D
    }

    /// Whether the bytes are UTF-8 but for a few: GB 18030 text hardly ever holds a sequence of three bytes that UTF-8
    /// allows, damaged UTF-8 holds hardly anything else.
    static func isMostlyUTF8(_ bytes: Span<UInt8>) -> Bool {
        var good = 0
        var faults = 0
        var position = 0
        while position < bytes.count {
            let length = bytes[position] < 0x80 ? 1 : sequenceLength(in: bytes, at: position)
            if length == 0 { faults += 1 }
            if length >= 3 { good += 1 }
            position += max(length, 1)
        }
        return good > 0 && good >= 4 * faults
    }

    /// Length of the well-formed sequence of two to four bytes that begins here; 0 where there is none.
    private static func sequenceLength(in bytes: Span<UInt8>, at position: Int) -> Int {
        let first = bytes[position]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if first == 0xE0 { second = 0xA0...0xBF }
            if first == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            length = 4
            if first == 0xF0 { second = 0x90...0xBF }
            if first == 0xF4 { second = 0x80...0x8F }
        default: return 0
        }
        guard bytes.count - position >= length, second.contains(bytes[position + 1]) else { return 0 }
        for offset in 2..<max(length, 2) where bytes[position + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
