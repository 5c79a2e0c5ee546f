import Scanning

/// Turns UTF-8 offsets of a text into offsets in Unicode scalars, in one pass over the text where they come in order.
///
///     var cursor = ScalarCursor()
///     cursor.scalarOffset(of: 6, in: Array("清理50余处".utf8).span)  // 2
public struct ScalarCursor: Sendable {
    private var offset = 0
    private var scalars = 0

    public init() {}

    /// The number of Unicode scalars before the given UTF-8 offset of a valid text.
    ///
    /// An offset smaller than the one before starts again from the text's beginning; offsets outside the text are
    /// brought inside it.
    public mutating func scalarOffset(of target: Int, in text: Span<UInt8>) -> Int {
        let target = min(max(target, 0), text.count)
        if target < offset { self = ScalarCursor() }
        scalars += ScalarCursor.scalars(in: text, offset..<target)
        offset = target
        return scalars
    }

    /// Goes on from where another cursor in the same text stands, if that is further on.
    package mutating func catchUp(with other: ScalarCursor) {
        if other.offset > offset { self = other }
    }

    /// How many scalars begin in a range: bytes that do not continue one, counted eight at a time.
    private static func scalars(in text: Span<UInt8>, _ range: Range<Int>) -> Int {
        var continuing = 0
        var position = range.lowerBound
        while range.upperBound - position >= 32 {
            // Four words at a time: no byte of the sum of their bits exceeds four.
            let bits =
                continuingBytes(text.word(at: position)) &+ continuingBytes(text.word(at: position + 8))
                &+ continuingBytes(text.word(at: position + 16)) &+ continuingBytes(text.word(at: position + 24))
            continuing &+= Int(truncatingIfNeeded: (bits &* 0x0101_0101_0101_0101) >> 56)
            position += 32
        }
        while range.upperBound - position >= 8 {
            // A multiplication gathers the sum of the bytes in the highest one.
            let bits = continuingBytes(text.word(at: position))
            continuing &+= Int(truncatingIfNeeded: (bits &* 0x0101_0101_0101_0101) >> 56)
            position += 8
        }
        while position < range.upperBound {
            if text[position] & 0xC0 == 0x80 { continuing &+= 1 }
            position += 1
        }
        return range.count - continuing
    }

    /// Of eight bytes, 1 in each that continues a scalar.
    @inline(__always)
    private static func continuingBytes(_ word: UInt64) -> UInt64 {
        (word & ~(word << 1)) >> 7 & 0x0101_0101_0101_0101
    }
}
