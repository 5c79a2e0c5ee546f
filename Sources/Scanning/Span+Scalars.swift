extension Span<UInt8> {
    /// The Unicode scalar that begins at the given byte of valid UTF-8, and its length in bytes.
    ///
    /// On bytes that are not UTF-8 the result is some number and a length that stays inside the text.
    @inlinable
    @inline(__always)
    public func scalar(at index: Int) -> (value: UInt32, length: Int) {
        if index >= 0, count - index >= 4 {
            // Nearly every scalar of Chinese text has three bytes, which are looked at in one step.
            let four = four(at: index)
            if four & 0xF0 == 0xE0 { return ((four & 0x0F) << 12 | four >> 2 & 0xFC0 | four >> 16 & 0x3F, 3) }
            if four & 0x80 == 0 { return (four & 0x7F, 1) }
        }
        return rareScalar(at: index)
    }

    /// The same of a scalar of two bytes or four, or of one near the end of the text: apart, for in each of a thousand places
    /// it would only take room from what is read all the time.
    @usableFromInline
    @inline(never)
    func rareScalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = self[index]
        if first < 0x80 { return (UInt32(first), 1) }
        let available = count - index
        if first >= 0xE0, first < 0xF0, available >= 3 {
            let value =
                UInt32(first & 0x0F) << 12 | UInt32(self[index + 1] & 0x3F) << 6 | UInt32(self[index + 2] & 0x3F)
            return (value, 3)
        }
        if first >= 0xC0, first < 0xE0, available >= 2 {
            return (UInt32(first & 0x1F) << 6 | UInt32(self[index + 1] & 0x3F), 2)
        }
        if first >= 0xF0, available >= 4 {
            let high = UInt32(first & 0x07) << 18 | UInt32(self[index + 1] & 0x3F) << 12
            return (high | UInt32(self[index + 2] & 0x3F) << 6 | UInt32(self[index + 3] & 0x3F), 4)
        }
        return (UInt32(first), 1)
    }

    /// The start of the scalar that ends just before the given byte; the text's start for 0.
    @inlinable
    @inline(__always)
    public func scalarStart(before index: Int) -> Int {
        if index >= 4, index <= count, four(at: index - 4) & 0xC0C0_F000 == 0x8080_E000 { return index - 3 }
        return rareScalarStart(before: index)
    }

    /// The same where the scalar has not three bytes, or begins the text.
    @usableFromInline
    @inline(never)
    func rareScalarStart(before index: Int) -> Int {
        var start = index - 1
        while start > 0, self[start] & 0xC0 == 0x80, index - start < 4 { start -= 1 }
        return Swift.max(start, 0)
    }

    /// Whether the bytes at the given place spell `literal`.
    @inlinable
    @inline(__always)
    public func has(_ literal: StaticString, at index: Int) -> Bool {
        let length = literal.utf8CodeUnitCount
        guard index >= 0, index + length <= count else { return false }
        return literal.withUTF8Buffer { bytes in
            // Chinese characters differ in their last byte far more often than in their first.
            for offset in (0..<length).reversed() where unsafe bytes[offset] != self[index + offset] { return false }
            return true
        }
    }

    /// Whether the bytes just before the given place spell `literal`.
    @inlinable
    @inline(__always)
    public func has(_ literal: StaticString, before index: Int) -> Bool {
        has(literal, at: index - literal.utf8CodeUnitCount)
    }

    /// Where the bytes of `literal` stand first in a range: they are looked for by their last one, eight bytes at a time.
    public func first(_ literal: StaticString, in range: Range<Int>) -> Int? {
        let length = literal.utf8CodeUnitCount
        guard length > 0, range.count >= length, range.upperBound <= count else { return nil }
        let last = literal.withUTF8Buffer { unsafe $0[length - 1] }
        let all = UInt64(last) &* 0x0101_0101_0101_0101
        var position = range.lowerBound + length - 1
        while position < range.upperBound {
            if range.upperBound - position >= 8 {
                let difference = word(at: position) ^ all
                let found = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
                if found == 0 {
                    position += 8
                    continue
                }
                // Right for the lowest of the bytes that are found.
                position += found.trailingZeroBitCount / 8
            }
            if self[position] == last, has(literal, at: position - length + 1) { return position - length + 1 }
            position += 1
        }
        return nil
    }

    /// Four bytes, the first one lowest; the caller has made sure that they are there.
    @inlinable
    @inline(__always)
    func four(at position: Int) -> UInt32 {
        assert(position >= 0 && count - position >= 4)
        return unsafe UInt32(
            littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt32.self))
    }

    /// Eight bytes, the first one lowest; the caller has made sure that they are there.
    @inlinable
    @inline(__always)
    package func word(at position: Int) -> UInt64 {
        assert(position >= 0 && count - position >= 8)
        return unsafe UInt64(
            littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self))
    }

    /// The text of a range of a document, whose bytes are known to be UTF-8 and need not be looked through again.
    ///
    /// A range that cuts a scalar apart gives what `string(_:)` gives.
    @inlinable
    package func string(ofDocument range: Range<Int>) -> String {
        guard !continuesScalar(at: range.lowerBound), !continuesScalar(at: range.upperBound) else {
            return string(range)
        }
        return unsafe String(copying: UTF8Span(unchecked: extracting(range)))
    }

    @inlinable
    func continuesScalar(at index: Int) -> Bool { index < count && self[index] & 0xC0 == 0x80 }

    /// The text of a range of valid UTF-8.
    @inlinable
    public func string(_ range: Range<Int>) -> String {
        unsafe extracting(range).withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
