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

    /// How many scalars begin in a range: bytes that do not continue one.
    private static func scalars(in text: Span<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        for index in range where text[index] & 0xC0 != 0x80 { count &+= 1 }
        return count
    }
}
