/// A list of single characters, written as one string: `"级型式性类"`.
///
/// Each of them has three bytes in UTF-8 (U+0800 … U+FFFF), as common ideographs and their punctuation have. A short list
/// that stands where it is asked costs no more than comparing a number with each of its characters.
@usableFromInline
package struct Ideographs: Sendable, ExpressibleByStringLiteral {
    @usableFromInline let literal: StaticString

    @inlinable
    @inline(__always)
    package init(stringLiteral literal: StaticString) {
        assert(literal.utf8CodeUnitCount.isMultiple(of: 3), "\(literal) holds a character of another length")
        self.literal = literal
    }

    @inlinable
    @inline(__always)
    package func contains(_ scalar: UInt32) -> Bool { index(of: scalar) != nil }

    /// Whether a word is one of the characters and no more.
    @inlinable
    @inline(__always)
    package func contains(_ word: ShortWord) -> Bool {
        word.bits <= 0xFFFF && contains(UInt32(truncatingIfNeeded: word.bits))
    }

    /// The place of a scalar in the list, from 0; `nil` where it is not in it.
    @inlinable
    @inline(__always)
    package func index(of scalar: UInt32) -> Int? {
        literal.withUTF8Buffer { bytes in
            var position = 0
            while position < bytes.count {
                if unsafe bytes.threeByteScalar(at: position) == scalar { return position / 3 }
                position &+= 3
            }
            return nil
        }
    }

    /// The scalars in the order of the list.
    package var scalars: [UInt32] { literal.description.unicodeScalars.map(\.value) }
}

/// Up to four characters in 64 bits, 16 for each and the last one lowest, so that a word is compared and looked up in one
/// step.
///
///     run.word(endingBefore: 0, length: 2) == "社区"
///
/// Each character of a literal has three bytes in UTF-8 (U+0800 … U+FFFF); the literal costs no more than a number.
@usableFromInline
package struct ShortWord: Sendable, Hashable, ExpressibleByStringLiteral {
    @usableFromInline package let bits: UInt64

    @inlinable
    @inline(__always)
    package init(bits: UInt64) { self.bits = bits }

    @inlinable
    @inline(__always)
    package init(stringLiteral literal: StaticString) {
        assert(literal.utf8CodeUnitCount.isMultiple(of: 3), "\(literal) holds a character of another length")
        assert(literal.utf8CodeUnitCount <= 12, "\(literal) is longer than four characters")
        bits = literal.withUTF8Buffer { bytes in
            var bits: UInt64 = 0
            var position = 0
            while position < bytes.count {
                bits = unsafe bits &<< 16 | UInt64(bytes.threeByteScalar(at: position))
                position &+= 3
            }
            return bits
        }
    }

    /// The word of no characters.
    @inlinable
    @inline(__always)
    package static var none: ShortWord { ShortWord(bits: 0) }

    /// The last one of the characters; 0 where there is none.
    @inlinable
    @inline(__always)
    package var last: UInt32 { UInt32(truncatingIfNeeded: bits & 0xFFFF) }

    /// The last characters, 1 … 4 of them.
    @inlinable
    @inline(__always)
    package func suffix(_ length: Int) -> ShortWord { ShortWord(bits: bits & (~0 >> UInt64(64 - 16 * length))) }

    @inlinable
    @inline(__always)
    package func dropLast() -> ShortWord { ShortWord(bits: bits &>> 16) }

    /// The word with one character more, U+0001 … U+FFFF; of four characters the first one is lost.
    @inlinable
    @inline(__always)
    package func appending(_ scalar: UInt32) -> ShortWord { ShortWord(bits: bits &<< 16 | UInt64(scalar)) }

    /// Whether this is one of the characters and no more.
    @inlinable
    @inline(__always)
    package func isAmong(_ list: Ideographs) -> Bool { list.contains(self) }

    @inlinable
    @inline(__always)
    package static func == (left: ShortWord, right: ShortWord) -> Bool { left.bits == right.bits }

    @inlinable
    package func hash(into hasher: inout Hasher) { hasher.combine(bits) }
}

// Scalars that are read from text are numbers. These let them be compared with characters as people read them.

@inlinable
@inline(__always)
package func == (scalar: UInt32, character: Unicode.Scalar) -> Bool { scalar == character.value }

@inlinable
@inline(__always)
package func != (scalar: UInt32, character: Unicode.Scalar) -> Bool { scalar != character.value }

@inlinable
@inline(__always)
package func ~= (character: Unicode.Scalar, scalar: UInt32) -> Bool { scalar == character.value }

@inlinable
@inline(__always)
package func ~= (characters: ClosedRange<Unicode.Scalar>, scalar: UInt32) -> Bool {
    characters.lowerBound.value <= scalar && scalar <= characters.upperBound.value
}

extension UInt32 {
    /// Whether the scalar is one of the characters.
    @inlinable
    @inline(__always)
    package func isAmong(_ list: Ideographs) -> Bool { list.contains(self) }

    /// Whether the scalar is one of the common ideographs, U+4E00 … U+9FFF.
    @inlinable
    @inline(__always)
    package var isIdeograph: Bool { self >= 0x4E00 && self <= 0x9FFF }
}

extension UnsafeBufferPointer<UInt8> {
    /// The scalar of three bytes that begins at a position; the caller has made sure that there is one.
    @inlinable
    @inline(__always)
    func threeByteScalar(at position: Int) -> UInt32 {
        assert(unsafe self[position] & 0xF0 == 0xE0, "a character of another length")
        return unsafe UInt32(self[position] & 0x0F) &<< 12 | UInt32(self[position &+ 1] & 0x3F) &<< 6
            | UInt32(self[position &+ 2] & 0x3F)
    }
}
