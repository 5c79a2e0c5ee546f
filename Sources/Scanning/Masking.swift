extension String {
    /// The text with the inner digits of identity, bank card and telephone numbers replaced by `*`, scalar for scalar, so
    /// that ranges into the text stay right. Bulletins name people; reports show counts.
    ///
    /// `电话13800138000` → `电话138****8000`; `0352-1234567` → `0352-***4567`.
    public var maskingPersonalNumbers: String {
        var scalars = Array(unicodeScalars)
        var position = 0
        var masked = false
        while position < scalars.count {
            guard scalars[position].isDigit else {
                position += 1
                continue
            }
            let (hidden, end) = PersonalNumber.hidden(at: position, in: scalars)
            for digit in hidden {
                scalars[digit] = "*"
                masked = true
            }
            position = end
        }
        guard masked else { return self }
        return String(String.UnicodeScalarView(scalars))
    }

    /// A name without the brackets that hold a personal number, and what is left of such numbers masked: no name of a thing
    /// that is counted has them (居民王某（身份证号140202199001011234）等12人).
    public var leavingOutPersonalNumbers: String {
        let digits = unicodeScalars.reduce(0) { $0 + ($1.isDigit ? 1 : 0) }
        // No number of a person is shorter than a telephone's.
        guard digits >= 7, maskingPersonalNumbers != self else { return self }
        var kept = ""
        var rest = self[...]
        while let open = rest.firstIndex(where: { "（(".contains($0) }),
            let close = rest[open...].firstIndex(where: { "）)".contains($0) })
        {
            let bracket = rest[open...close]
            kept += rest[..<open]
            if String(bracket).maskingPersonalNumbers == bracket { kept += bracket }
            rest = rest[rest.index(after: close)...]
        }
        return (kept + rest).maskingPersonalNumbers
    }
}

/// A run of digits in a text, with the spaces and hyphens that part it into groups (`6222 0212 3456 7890 123`), and which of
/// its digits are personal.
private struct PersonalNumber {
    /// Where the digits of the number stand.
    private let digits: [Int]
    private let scalars: [Unicode.Scalar]
    /// The end of the digits.
    private let end: Int

    /// The digits to hide of the number that starts at a digit, and where what comes behind it starts.
    static func hidden(at start: Int, in scalars: [Unicode.Scalar]) -> (digits: ArraySlice<Int>, end: Int) {
        let first = PersonalNumber.run(at: start, in: scalars)
        var groups = [first]
        // No number has more groups than a bank card's.
        while let last = groups.last, groups.count < 6, last.upperBound + 1 < scalars.count,
            scalars[last.upperBound].parts, scalars[last.upperBound + 1].isDigit
        {
            groups.append(PersonalNumber.run(at: last.upperBound + 1, in: scalars))
        }
        let whole = PersonalNumber(digits: groups.flatMap(Array.init), scalars: scalars)
        if PersonalNumber.areOneNumber(groups.map(\.count)), let positions = whole.hiddenPositions {
            return (whole.digits[positions], whole.end)
        }
        let alone = PersonalNumber(digits: Array(first), scalars: scalars)
        return (alone.hiddenPositions.map { alone.digits[$0] } ?? [], first.upperBound)
    }

    private init(digits: [Int], scalars: [Unicode.Scalar]) {
        (self.digits, self.scalars) = (digits, scalars)
        end = (digits.last ?? -1) + 1
    }

    /// Whether digits in groups of such lengths are written as one number: 138 0013 8000, 0352-1234567, a bank card's fours,
    /// an identity number's 6, 8 and 4. 2026-03-31 is none.
    private static func areOneNumber(_ lengths: [Int]) -> Bool {
        switch lengths {
        case [3, 4, 4], [2, 11], [2, 3, 4, 4], [6, 8, 4], [6, 4, 4, 4]: true
        case [3, 8], [4, 7], [4, 8], [3, 7], [4, 3, 4], [4, 4, 4]: true
        default: lengths.count > 3 && lengths.dropLast().allSatisfy { $0 == 4 } && (1...4).contains(lengths.last ?? 0)
        }
    }

    private static func run(at start: Int, in scalars: [Unicode.Scalar]) -> Range<Int> {
        start..<(scalars[start...].firstIndex { !$0.isDigit } ?? scalars.count)
    }

    /// The birthday and serial of an identity number, all but the ends of an account's, the middle of a mobile number, the
    /// front of a number behind its area code or behind 电话.
    private var hiddenPositions: Range<Int>? {
        let count = digits.count
        switch count {
        case 18: return 6..<17
        case 17 where end < scalars.count && "XxＸ".unicodeScalars.contains(scalars[end]): return 6..<17
        case 15...22: return 6..<count - 4
        case 11 where isMobile(from: 0): return 3..<7
        // With the country's code.
        case 13 where value(0) == 8 && value(1) == 6 && isMobile(from: 2): return 5..<9
        case 10...12 where value(0) == 0 && value(1) != 0: return areaCode..<count - 4
        case 7, 8: return isCalled ? 0..<count - 4 : nil
        default: return nil
        }
    }

    private func isMobile(from first: Int) -> Bool { value(first) == 1 && value(first + 1) >= 3 }

    /// The length of an area code with its 0: 010, 02x, 0352.
    private var areaCode: Int { value(1) <= 2 ? 3 : 4 }

    /// Whether a word before a number without an area code says that it is called.
    private var isCalled: Bool {
        guard let first = digits.first else { return false }
        let before = scalars[..<first].suffix(5).filter { !":： ".unicodeScalars.contains($0) }
        return ["电话", "手机", "座机", "号码"].contains { String(String.UnicodeScalarView(before)).hasSuffix($0) }
    }

    private func value(_ index: Int) -> UInt32 {
        let scalar = scalars[digits[index]].value
        return scalar < 0x3A ? scalar - 0x30 : scalar - 0xFF10
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) || ("０"..."９").contains(self) }

    /// Whether the scalar stands between the groups of one number.
    fileprivate var parts: Bool { self == "-" || self == "－" || self == " " }
}
