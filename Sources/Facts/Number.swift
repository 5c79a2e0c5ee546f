/// An exact decimal number: `coefficient × 10^exponent`, kept in lowest terms so that equal numbers are equal values.
///
/// Bulletins hold decimals, never binary fractions: `13.73万` is 137300 exactly. Arithmetic that could leave the range
/// (about 38 significant digits, powers of ten in ``exponents``) gives `nil` instead of a wrong figure.
public struct Number: Sendable, Hashable {
    /// The powers of ten that a number read from a text, or got by arithmetic, may have.
    public static let exponents = -128...127

    /// The significant digits with their sign, without trailing zeros.
    public let coefficient: Int128
    /// The power of ten; 0 for zero.
    public let exponent: Int

    /// The number `coefficient × 10^exponent`, brought to lowest terms.
    ///
    /// - Parameter exponent: a power of ten that lies in ``exponents`` in lowest terms too.
    public init(coefficient: Int128, exponent: Int = 0) {
        var coefficient = coefficient
        var exponent = exponent
        if coefficient == 0 {
            exponent = 0
        } else if var small = Int64(exactly: coefficient) {
            // Nearly every number; a division of 128 bits takes ten times as long.
            while small % 10 == 0 {
                small /= 10
                exponent += 1
            }
            coefficient = Int128(small)
        } else {
            while coefficient % 10 == 0 {
                coefficient /= 10
                exponent += 1
            }
        }
        self.coefficient = coefficient
        self.exponent = exponent
    }

    /// The number whose coefficient and exponent are those of a number already.
    init(inLowestTerms coefficient: Int128, exponent: Int) {
        self.coefficient = coefficient
        self.exponent = exponent
    }

    public init(_ value: Int) {
        self.init(coefficient: Int128(value))
    }

    public static let zero = Number(0)

    /// `self × 10^power`, for powers that keep the exponent in ``exponents``.
    public func scaled(by power: Int) -> Number {
        coefficient == 0 ? self : Number(coefficient: coefficient, exponent: exponent + power)
    }

    /// The exact sum, or `nil` where it has more digits than a `Number` holds.
    public func adding(_ other: Number) -> Number? {
        let common = min(exponent, other.exponent)
        guard let left = coefficient(at: common), let right = other.coefficient(at: common) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : Number(coefficient: sum, exponent: common)
    }

    /// The exact difference, or `nil` where it has more digits than a `Number` holds.
    public func subtracting(_ other: Number) -> Number? {
        adding(-other)
    }

    /// The exact product, or `nil` where it has more digits than a `Number` holds.
    public func multiplied(by other: Number) -> Number? {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
        guard !overflow else { return nil }
        let number = Number(coefficient: product, exponent: exponent + other.exponent)
        return Number.exponents.contains(number.exponent) ? number : nil
    }

    public static prefix func - (number: Number) -> Number {
        Number(coefficient: -number.coefficient, exponent: number.exponent)
    }

    public var isNegative: Bool { coefficient < 0 }

    /// The number rounded to at most so many decimals, half away from zero.
    public func rounded(toPlaces places: Int) -> Number {
        let excess = -exponent - places
        guard excess > 0 else { return self }
        guard excess <= 38 else { return .zero }
        var tenths = coefficient
        for _ in 1..<excess { tenths /= 10 }
        let (quotient, digit) = tenths.quotientAndRemainder(dividingBy: 10)
        return Number(coefficient: quotient + (digit >= 5 ? 1 : digit <= -5 ? -1 : 0), exponent: -places)
    }

    /// The digits of this number when written with the given power of ten, or `nil` where they do not fit.
    private func coefficient(at power: Int) -> Int128? {
        guard exponent > power, coefficient != 0 else { return coefficient }
        var result = coefficient
        for _ in power..<exponent {
            let (next, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = next
        }
        return result
    }
}

extension Number: Comparable {
    public static func < (left: Number, right: Number) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        let common = min(left.exponent, right.exponent)
        if let left = left.coefficient(at: common), let right = right.coefficient(at: common) { return left < right }
        // Too far apart for one common power of ten: the one with the larger magnitude decides.
        return (left.magnitudeOrder < right.magnitudeOrder) != left.isNegative
    }

    /// The position of the leading digit: 3 for 137, 0 for 0.5.
    package var magnitudeOrder: Int {
        var digits = 0
        var rest = coefficient.magnitude
        while rest > 0 {
            rest /= 10
            digits += 1
        }
        return digits + exponent
    }
}

extension Number: CustomStringConvertible, LosslessStringConvertible {
    /// Plain decimal notation, never with a power of ten: `137300`, `-2.1`, `0.05`.
    public var description: String {
        var digits = String(coefficient.magnitude)
        let sign = isNegative ? "-" : ""
        if exponent >= 0 {
            return sign + digits + String(repeating: "0", count: exponent)
        }
        let places = -exponent
        if digits.utf8.count <= places {
            digits = String(repeating: "0", count: places - digits.utf8.count + 1) + digits
        }
        let point = digits.index(digits.endIndex, offsetBy: -places)
        return sign + digits[..<point] + "." + digits[point...]
    }

    /// The number that plain decimal notation (ASCII digits, optional sign and point) or a JSON number writes.
    ///
    /// Every number's own ``description`` is read as that number again. `nil` for any other text, and for a number of more
    /// significant digits, or with another power of ten, than a `Number` holds.
    public init?(_ text: String) {
        var coefficient: Int128 = 0
        /// Zeros read since the last other digit: they belong to the power of ten unless one more digit follows.
        var zeros = 0
        var places = 0
        var hasDigit = false
        var seenPoint = false
        var power = 0
        var bytes = text.utf8[...]
        let negative = bytes.first == UInt8(ascii: "-")
        if negative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                hasDigit = true
                if seenPoint { places += 1 }
                let digit = Int128(byte - UInt8(ascii: "0"))
                guard digit != 0 else {
                    if coefficient != 0 { zeros += 1 }
                    continue
                }
                guard let next = Number.appending(digit, after: zeros, to: coefficient) else { return nil }
                (coefficient, zeros) = (next, 0)
            case UInt8(ascii: ".") where !seenPoint:
                seenPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard hasDigit, let value = Int(String(bytes) ?? ""), (-10_000...10_000).contains(value) else {
                    return nil
                }
                power = value
                bytes = bytes[bytes.endIndex...]
            default:
                return nil
            }
        }
        let exponent = coefficient == 0 ? 0 : power - places + zeros
        guard hasDigit, Number.exponents.contains(exponent) else { return nil }
        self.init(inLowestTerms: negative ? -coefficient : coefficient, exponent: exponent)
    }

    /// `coefficient`, so many zeros and a digit, written one after the other; `nil` where they are too many.
    private static func appending(_ digit: Int128, after zeros: Int, to coefficient: Int128) -> Int128? {
        guard coefficient != 0 else { return digit }
        var result = coefficient
        for _ in 0...zeros {
            let (next, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = next
        }
        let (sum, overflow) = result.addingReportingOverflow(digit)
        return overflow ? nil : sum
    }
}
