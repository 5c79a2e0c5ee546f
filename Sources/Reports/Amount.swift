/// An exact decimal as a report shows it: `coefficient × 10^exponent`, kept in lowest terms so that equal amounts are
/// equal values.
///
/// It carries figures from the arithmetic to the page; it cannot compute. Binary floating point appears only where a
/// format asks for it (`double`).
public struct Amount: Sendable, Hashable {
    /// The significant digits with their sign, without trailing zeros.
    public let coefficient: Int128
    /// The power of ten; 0 for zero.
    public let exponent: Int

    /// The amount `coefficient × 10^exponent`, brought to lowest terms.
    public init(coefficient: Int128, exponent: Int = 0) {
        var coefficient = coefficient
        var exponent = exponent
        if coefficient == 0 {
            exponent = 0
        } else {
            while coefficient % 10 == 0 {
                coefficient /= 10
                exponent += 1
            }
        }
        self.coefficient = coefficient
        self.exponent = exponent
    }

    public init(_ value: Int) {
        self.init(coefficient: Int128(value))
    }

    public var isNegative: Bool { coefficient < 0 }
    public var isZero: Bool { coefficient == 0 }

    /// The nearest binary number, for formats that know no other (XLSX, chart geometry).
    public var double: Double {
        let exact = Int128(1) << 53
        if coefficient > -exact, coefficient < exact, (-22...22).contains(exponent) {
            // Both operands are exact, so one operation rounds once: the result is the nearest double.
            let power = Amount.powersOfTen[abs(exponent)]
            // `Double` converts a 128-bit integer ten times slower than a 64-bit one.
            let digits = Double(Int64(truncatingIfNeeded: coefficient))
            return exponent < 0 ? digits / power : digits * power
        }
        return Double(description) ?? .nan
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// The amount rounded to at most `places` decimals, half away from zero: the one rounding rule, for display only.
    public func rounded(toPlaces places: Int) -> Amount {
        let excess = -exponent - places
        guard excess > 0 else { return self }
        guard excess <= 38 else { return Amount(0) }
        var divisor: Int128 = 1
        for _ in 0..<excess {
            let (next, overflow) = divisor.multipliedReportingOverflow(by: 10)
            if overflow { return Amount(0) }
            divisor = next
        }
        let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: divisor)
        let roundsAway = remainder.magnitude >= divisor.magnitude - remainder.magnitude
        return Amount(coefficient: quotient + (roundsAway ? coefficient.signum() : 0), exponent: -places)
    }
}

extension Amount {
    /// The decimals that are shown of the amount where its column does not say: all of up to four; of more, which nobody
    /// reports and a division gives (97.7777…), two.
    public var shownPlaces: Int { exponent >= 0 ? 0 : exponent >= -4 ? -exponent : 2 }
}

extension Amount: CustomStringConvertible {
    /// Plain decimal notation, never with a power of ten: `137300`, `-2.1`, `0.05`.
    public var description: String {
        let (whole, fraction) = digits
        return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The digits before and after the point, without a sign.
    var digits: (whole: String, fraction: String) {
        let digits = String(coefficient.magnitude)
        if exponent >= 0 {
            return (digits + String(repeating: "0", count: exponent), "")
        }
        let places = -exponent
        let count = digits.utf8.count
        guard count > places else { return ("0", String(repeating: "0", count: places - count) + digits) }
        return (String(digits.prefix(count - places)), String(digits.suffix(places)))
    }
}
