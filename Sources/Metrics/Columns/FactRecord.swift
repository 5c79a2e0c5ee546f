import Facts

/// One fact as the statistics of millions take it: 32 bytes of integers and no word of the text.
///
/// Places, series and periods are numbers. The key has the place in front, then the series, then the period, so that
/// records in the order of their keys are the histories of all places, one after the other.
public struct FactRecord: Sendable {
    /// Place, series and period.
    var key: UInt64
    /// The value's coefficient or, where `isExtended`, the position of its numbers among `FactRecords.extended`.
    var coefficient: Int64
    /// Digests of the sentence (upper half) and of the article.
    var likeness: UInt64
    var detail: UInt64

    // Bits of `key`: 22 for the place, 24 for the series, 18 for the period.
    static let periodBits: UInt64 = 18
    static let seriesBits: UInt64 = 24
    /// The largest numbers that a key holds.
    static let most = (places: 1 << 22, series: 1 << 24, periods: 1 << 18)

    // Bits of `detail`: the exponent, the qualifier, flags, then the day of publication and the day of the figure.
    private static let qualifierShift: UInt64 = 8
    private static let flagShift: UInt64 = 12
    private static let publishedShift: UInt64 = 18
    private static let asOfShift: UInt64 = 41
    private static let dayMask: UInt64 = (1 << 23) - 1

    struct Flags: OptionSet {
        let rawValue: UInt64

        /// It speaks of the whole period.
        static let whole = Flags(rawValue: 1)
        /// A part of another figure, or a restatement of it in other units.
        static let dependent = Flags(rawValue: 2)
        static let decided = Flags(rawValue: 4)
        /// A range, or a value of more digits than the coefficient holds.
        static let extended = Flags(rawValue: 8)
        /// Entered under the month of publication.
        static let byPublication = Flags(rawValue: 16)
    }

    @inline(__always)
    init(
        place: Int64, series: Int64, period: UInt64, coefficient: Int64, exponent: Int64, qualifier: Int64,
        flags: Flags, published: Int64, asOf: Int64, sentence: Int64, article: Int64
    ) {
        key =
            UInt64(truncatingIfNeeded: place) << (Self.periodBits + Self.seriesBits)
            | UInt64(truncatingIfNeeded: series) << Self.periodBits | period
        self.coefficient = coefficient
        likeness = UInt64(bitPattern: sentence) << 32 | UInt64(bitPattern: article) & 0xFFFF_FFFF
        detail =
            UInt64(truncatingIfNeeded: exponent) & 0xFF | UInt64(truncatingIfNeeded: qualifier) << Self.qualifierShift
            | flags.rawValue << Self.flagShift | UInt64(truncatingIfNeeded: published) << Self.publishedShift
            | UInt64(truncatingIfNeeded: asOf) << Self.asOfShift
    }

    var exponent: Int { Int(Int8(truncatingIfNeeded: detail)) }
    var qualifier: Int { Int(detail >> Self.qualifierShift & 0xF) }
    var flags: Flags { Flags(rawValue: detail >> Self.flagShift & 0x3F) }
    /// The day of publication as `day(_:)` counts, 0 where unknown.
    var published: UInt64 { detail >> Self.publishedShift & Self.dayMask }
    /// The day for which the figure stands.
    var asOf: UInt64 { detail >> Self.asOfShift }

    /// Whether two records give one number: coefficient, exponent and qualifier; ranges and long numbers are compared by
    /// their own.
    @inline(__always)
    func hasFigure(of other: FactRecord) -> Bool {
        coefficient == other.coefficient && (detail ^ other.detail) & 0xFFF == 0
            && (flags.rawValue | other.flags.rawValue) & Flags.extended.rawValue == 0
    }

    /// Whether two records come from one sentence or one article.
    @inline(__always)
    func isLike(_ other: FactRecord) -> Bool {
        let difference = likeness ^ other.likeness
        return difference >> 32 == 0 || difference & 0xFFFF_FFFF == 0
    }

    /// A number for the day 20260403 that keeps the order of days and takes 22 bits.
    @inline(__always)
    static func day(_ date: Int64) -> Int64 {
        let (month, day) = (date / 100 % 100, date % 100)
        return (date / 10_000 * 12 + month) * 31 + day
    }
}
