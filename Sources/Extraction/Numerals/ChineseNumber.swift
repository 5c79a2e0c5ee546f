import Facts
import Scanning

/// One sign of a Chinese number.
private enum Sign {
    case digit(Int)
    case power(Int)
    /// 廿, 卅
    case tens(Int)
    /// 几, 数
    case some
    /// 余, 多
    case more

    init?(_ scalar: UInt32) {
        if let digit = NumberReader.hanDigit(scalar) {
            self = .digit(digit)
        } else if let power = NumberReader.power(of: scalar) {
            self = .power(power)
        } else {
            switch scalar {
            case "廿": self = .tens(20)
            case "卅": self = .tens(30)
            case "几", "数": self = .some
            case "余", "多": self = .more
            default: return nil
            }
        }
    }
}

/// Lower and upper end of a Chinese number while it is read.
private struct Bounds {
    var lower: Int128
    var upper: Int128

    static let zero = Bounds(lower: 0, upper: 0)

    init(lower: Int128, upper: Int128) {
        self.lower = lower
        self.upper = upper
    }

    init(_ value: Int) { self.init(lower: Int128(value), upper: Int128(value)) }

    func times(_ factor: Int128) -> Bounds? {
        let (low, first) = lower.multipliedReportingOverflow(by: factor)
        let (high, second) = upper.multipliedReportingOverflow(by: factor)
        return first || second ? nil : Bounds(lower: low, upper: high)
    }

    func plus(_ other: Bounds) -> Bounds? {
        let (low, first) = lower.addingReportingOverflow(other.lower)
        let (high, second) = upper.addingReportingOverflow(other.upper)
        return first || second ? nil : Bounds(lower: low, upper: high)
    }

    static func tenTo(_ power: Int) -> Int128 {
        var result: Int128 = 1
        for _ in 0..<power { result *= 10 }
        return result
    }
}

/// A Chinese number as its signs come: 三|千|五|百|万.
///
/// Each digit waits for the power behind it; the powers below 万 add up to a section, and 万, 亿 and 兆 multiply the section into the
/// total.
private struct ChineseNumber {
    /// What a sign is to the number.
    enum Step {
        case taken
        /// It is no part of it.
        case ends
        /// The signs make no number.
        case fails
    }

    private var total = Bounds.zero
    private var section = Bounds.zero
    /// The digit or digits not yet multiplied; two ascending ones are a range (三五百).
    private(set) var pending: Bounds?
    /// The last power of ten, and the highest.
    private var lastPower = 0
    private(set) var topPower = 0
    private var seenZero = false
    private(set) var hasOnlyPowers = true
    /// How many signs have been taken.
    private(set) var signs = 0
    /// Whether 余 or 多 says that there are more.
    private(set) var isOver = false

    /// - Parameters:
    ///   - beforePower: whether a power stands right behind the sign.
    ///   - beforeUnit: whether a unit stands there.
    mutating func take(_ sign: Sign, beforePower: Bool, beforeUnit: Bool) -> Step {
        let step =
            switch sign {
            case .digit(0): takeZero()
            case .digit(let digit): take(digit: Int128(digit))
            case .some: takeSome(beforePower: beforePower)
            case .tens(let value): take(tens: value)
            case .more: takeMore(beforePower: beforePower)
            case .power(let power): take(power: power, beforeUnit: beforeUnit)
            }
        if case .taken = step { signs += 1 }
        return step
    }

    /// 零 links places; at the beginning it is a digit of its own.
    private mutating func takeZero() -> Step {
        if signs > 0, pending != nil { return .ends }
        seenZero = true
        if signs == 0 { pending = .zero }
        hasOnlyPowers = false
        return .taken
    }

    private mutating func take(digit: Int128) -> Step {
        hasOnlyPowers = false
        guard let held = pending, !(held.lower == 0 && held.upper == 0) else {
            pending = Bounds(lower: digit, upper: digit)
            return .taken
        }
        guard held.lower == held.upper, held.lower < digit, held.upper < 10 else { return .ends }
        pending = Bounds(lower: held.lower, upper: digit)
        return .taken
    }

    /// 数 and 几 count two to nine; after 十 they fill the last place, one to nine.
    private mutating func takeSome(beforePower: Bool) -> Step {
        hasOnlyPowers = false
        guard pending == nil else { return .ends }
        pending = Bounds(lower: lastPower == 1 ? 1 : 2, upper: 9)
        if lastPower > 1 { return .ends }
        return signs == 0 && !beforePower ? .fails : .taken
    }

    private mutating func take(tens value: Int) -> Step {
        guard pending == nil else { return .ends }
        hasOnlyPowers = false
        section = Bounds(value)
        lastPower = 1
        return .taken
    }

    /// 三百余 is over three hundred; 五多 is no number.
    private mutating func takeMore(beforePower: Bool) -> Step {
        guard signs > 0 else { return .fails }
        if pending != nil, !beforePower || lastPower == 0 { return .ends }
        isOver = true
        return .taken
    }

    private mutating func take(power: Int, beforeUnit: Bool) -> Step {
        // 百万|千瓦: what begins the unit is no part of the number.
        if signs > 0, pending == nil, power < 4, lastPower >= 4, beforeUnit { return .ends }
        topPower = max(topPower, power)
        if power < 4 {
            // 百千 is no number.
            guard lastPower == 0 || power < lastPower || pending != nil else { return .ends }
            let digit = pending ?? Bounds(1)
            guard let part = digit.times(Bounds.tenTo(power)), let sum = section.plus(part) else { return .fails }
            section = sum
        } else if !multiply(by: power) {
            return .fails
        }
        pending = nil
        lastPower = power
        seenZero = false
        return .taken
    }

    /// 万, 亿 and 兆 multiply what stands before them, and 亿 behind 万 the whole of it; tells whether the number is not too great.
    private mutating func multiply(by power: Int) -> Bool {
        var factor = pending.map { section.plus($0) ?? section } ?? section
        if factor.upper == 0 {
            // 万亿: the multiplier multiplies what stands before it; alone it is one times.
            if total.upper != 0 {
                factor = total
                total = .zero
            } else {
                factor = Bounds(1)
            }
        }
        guard let part = factor.times(Bounds.tenTo(power)) else { return false }
        if power > lastPower, lastPower >= 4, total.upper != 0, let whole = total.plus(factor) {
            guard let product = whole.times(Bounds.tenTo(power)) else { return false }
            total = product
        } else {
            guard let sum = total.plus(part) else { return false }
            total = sum
        }
        section = .zero
        return true
    }

    /// What the signs come to, with the digit that waits still: 一百五 is 150, 三万五 is 35000, for a last digit without 零 fills the place
    /// below.
    func value() -> Bounds? {
        var last = section
        if let digit = pending {
            let isShorthand = lastPower > 1 && !seenZero && digit.lower == digit.upper && digit.upper < 10
            let part = isShorthand ? digit.times(Bounds.tenTo(lastPower - 1)) : digit
            guard let part, let sum = section.plus(part) else { return nil }
            last = sum
        }
        return total.plus(last)
    }
}

/// Chinese numbers: 三百二十余, 二〇二五, 六十三点五, 十来个.
extension NumberReader {
    func readChinese(_ text: Span<UInt8>, at start: Int, end: Int) -> NumberReading? {
        if let digits = digitString(text, at: start, end: end) { return digits }
        var number = ChineseNumber()
        var position = start
        scan: while position < end, number.signs < 40 {
            let (scalar, length) = text.scalar(at: position)
            guard let sign = Sign(scalar) else { break }
            let next = position + length
            let beforeUnit = if case .power = sign { beginsUnit(text, at: next) } else { false }
            switch number.take(sign, beforePower: nextIsPower(text, at: next, end: end), beforeUnit: beforeUnit) {
            case .taken: position = next
            case .ends: break scan
            case .fails: return nil
            }
        }
        guard number.signs > 0, let whole = number.value() else { return nil }
        var reading = NumberReading(
            start: start, end: position, value: Number(coefficient: whole.lower), hasDigit: false, scalars: number.signs
        )
        if number.isOver { reading.qualifier = .over }
        if whole.lower == whole.upper, reading.qualifier == .exact,
            let (fraction, places, after) = decimals(text, at: position, end: end),
            // 十亿亿亿亿点五五五: more digits than a number holds
            let value = Number(coefficient: whole.lower).adding(Number(coefficient: fraction, exponent: -places))
        {
            // 六十三点五
            reading.end = after
            reading.scalars += places + 1
            reading.value = value
            return reading
        }
        if whole.upper != whole.lower {
            reading.upper = Number(coefficient: whole.upper)
            reading.qualifier = .range
        }
        if reading.qualifier == .exact, number.pending == nil {
            takeRoughness(text, &reading, topPower: number.topPower, end: end)
        }
        // 百来件 says that it counts.
        reading.isBareMultiplier = number.hasOnlyPowers && number.topPower > 1 && reading.qualifier != .about
        if reading.multiplier == 0 { reading.multiplier = number.topPower >= 4 ? number.topPower : 0 }
        return reading
    }

    /// 十来个孩子, 三百来名居民: roughly so many; 十来万元 has its multiplier behind it.
    private func takeRoughness(_ text: Span<UInt8>, _ reading: inout NumberReading, topPower: Int, end: Int) {
        let position = reading.end
        guard text.has("来", at: position), position + 6 <= end, isRoughlyCounted(text, at: position + 3) else { return }
        reading.qualifier = .about
        reading.end += 3
        reading.scalars += 1
        if topPower < 4, let (power, length) = multiplier(text, at: reading.end, end: end), power >= 4 {
            reading.value = reading.value.scaled(by: power)
            reading.end += length
            reading.scalars += 1
            reading.multiplier = power
        }
    }

    /// 点五 behind a whole number: the digits, how many they are, and where they end.
    private func decimals(_ text: Span<UInt8>, at start: Int, end: Int) -> (Int128, Int, Int)? {
        guard text.has("点", at: start) else { return nil }
        var position = start + 3
        var value: Int128 = 0
        var places = 0
        while position < end, places < 6, let digit = NumberReader.hanDigit(text.scalar(at: position).value) {
            value = value * 10 + Int128(digit)
            places += 1
            position += 3
        }
        // 七点半 and 八点一刻 are times of day.
        guard places > 0, !text.has("刻", at: position) else { return nil }
        return (value, places, position)
    }

    /// Digits one after another (二〇二五) or with a point (三点五); two ascending ones are left to the range reading.
    private func digitString(_ text: Span<UInt8>, at start: Int, end: Int) -> NumberReading? {
        var position = start
        var coefficient: Int128 = 0
        var digits = 0
        var places = 0
        var seenPoint = false
        var hasZero = false
        while position < end, digits < NumberReader.mostDigits {
            let (scalar, length) = text.scalar(at: position)
            if let digit = NumberReader.hanDigit(scalar) {
                coefficient = coefficient * 10 + Int128(digit)
                digits += 1
                hasZero = hasZero || scalar == "〇"
                if seenPoint { places += 1 }
                position += length
            } else if scalar == "点", !seenPoint, digits == 1 || hasZero {
                // 三点五: a decimal point, unless a time of day or a count of points follows.
                let next = position + length
                guard next < end, NumberReader.hanDigit(text.scalar(at: next).value) != nil else { break }
                seenPoint = true
                position = next
            } else {
                break
            }
        }
        guard seenPoint || digits >= 4 || (digits >= 3 && hasZero) else { return nil }
        if position < end, NumberReader.power(of: text.scalar(at: position).value) != nil {
            if !seenPoint { return nil }
        }
        var reading = NumberReading(
            start: start, end: position, value: Number(coefficient: coefficient, exponent: -places), hasDigit: false)
        reading.scalars = digits + (seenPoint ? 1 : 0)
        if let (power, length) = multiplier(text, at: position, end: end) {
            reading.value = reading.value.scaled(by: power)
            reading.end += length
            reading.multiplier = power
        }
        return reading
    }

    private func nextIsPower(_ text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        position < end && NumberReader.power(of: text.scalar(at: position).value) != nil
    }
}
