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

extension Number {
    /// How many significant digits reports keep: one more than spreadsheets.
    private static let shownDigits = 16
    /// Decimals beyond these are not kept.
    private static let mostPlaces = 30

    /// A decimal to sixteen significant digits; `nil` for what is no number.
    public init?(shown decimal: Decimal) {
        guard let number = Number(decimal) else { return nil }
        self = number.rounded(toPlaces: Number.shownPlaces(leadingDigit: number.magnitudeOrder - 1))
    }

    /// The first digits of a decimal, as many as a number holds: decimals have up to 39, and quotients mostly have them all.
    /// `nil` for what is no number and where more digits stand before the point.
    init?(_ decimal: Decimal) {
        let text = decimal.description
        if let number = Number(text) {
            self = number
            return
        }
        let mostCharacters = 36
        guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")),
            text.utf8.distance(from: text.startIndex, to: point) < mostCharacters
        else { return nil }
        self.init(String(text.prefix(mostCharacters)))
    }

    /// The decimals that are kept of a number whose leading digit stands at that power of ten.
    private static func shownPlaces(leadingDigit: Int) -> Int {
        min(max(shownDigits - 1 - leadingDigit, 0), mostPlaces)
    }

    /// The number as per cent of a positive one, to sixteen significant digits, half away from zero; `nil` where it takes
    /// more than integers of 128 bits to find them.
    ///
    /// It is the decimal quotient of the two rounded once: of numbers of so few digits no quotient comes so near to the
    /// middle between two that its 38 digits and its sixteen would be rounded differently.
    func percentage(of base: Number) -> Number? {
        let most: Int128 = 1_000_000_000_000_000
        guard coefficient != 0 else { return .zero }
        guard base.coefficient > 0, coefficient.magnitude < UInt128(most), base.coefficient < most,
            (-15...15).contains(exponent), (-15...15).contains(base.exponent)
        else { return nil }
        let dividend = Int128(coefficient.magnitude) * 100
        // The leading digit of the quotient of the coefficients.
        var leading = dividend.digitCount - base.coefficient.digitCount
        let isReached =
            leading >= 0
            ? dividend >= base.coefficient * .power(ofTen: leading)
            : dividend * .power(ofTen: -leading) >= base.coefficient
        if !isReached { leading -= 1 }
        let power = exponent - base.exponent
        let places = Number.shownPlaces(leadingDigit: leading + power)
        guard (0...32).contains(places + power) else { return nil }
        let (quotient, rest) = (dividend * .power(ofTen: places + power))
            .quotientAndRemainder(dividingBy: base.coefficient)
        let magnitude = quotient + (rest * 2 >= base.coefficient ? 1 : 0)
        return Number(coefficient: isNegative ? -magnitude : magnitude, exponent: -places)
    }
}

extension Int128 {
    /// The number of decimal digits of a number that is not negative.
    fileprivate var digitCount: Int {
        var count = 1
        var rest = self
        while rest >= 10 { (rest, count) = (rest / 10, count + 1) }
        return count
    }

    /// `10^exponent`, for exponents of 0 … 38.
    fileprivate static func power(ofTen exponent: Int) -> Int128 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
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
        guard let number = Number(self), number.exponent < -places else { return self }
        var coefficient = number.coefficient
        for _ in number.exponent..<(-places - 1) { coefficient /= 10 }
        let (tenths, rest) = coefficient.quotientAndRemainder(dividingBy: 10)
        return Number(coefficient: tenths + (rest >= 5 ? 1 : rest <= -5 ? -1 : 0), exponent: -places).decimal
    }
}
