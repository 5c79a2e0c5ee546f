public import Facts
public import FoundationEssentials

extension Number {
    /// The number as a decimal of 38 digits.
    public var decimal: Decimal {
        if let digits = UInt64(exactly: coefficient.magnitude), (-64...64).contains(exponent) {
            return Decimal(sign: isNegative ? .minus : .plus, exponent: exponent, significand: Decimal(digits))
        }
        return Decimal(string: description) ?? .nan
    }
}

extension Decimal {
    /// The square root by Newton's method, to the last digits that decimals hold; `nil` of a negative number.
    var squareRoot: Decimal? {
        guard self >= 0 else { return nil }
        guard self > 0 else { return 0 }
        var root = self > 1 ? self : 1
        for _ in 0..<400 {
            let next = (root + self / root) / 2
            if next >= root { break }
            root = next
        }
        return root
    }

    /// The value for display, rounded half up (away from zero) to so many decimals: the one rounding rule of the reports.
    public func rounded(places: Int) -> Decimal {
        guard let number = Number(description), number.exponent < -places else { return self }
        var coefficient = number.coefficient
        for _ in number.exponent..<(-places - 1) { coefficient /= 10 }
        let (tenths, rest) = coefficient.quotientAndRemainder(dividingBy: 10)
        return Number(coefficient: tenths + (rest >= 5 ? 1 : rest <= -5 ? -1 : 0), exponent: -places).decimal
    }
}
