extension String {
    /// The text with the inner digits of identity numbers (18 places) and telephone numbers replaced by `*`, scalar for
    /// scalar, so that ranges into the text stay right. Bulletins name people; reports show counts.
    ///
    /// `电话13800138000` → `电话138****8000`; `0352-1234567` → `0352-***4567`.
    public var maskingPersonalNumbers: String {
        var scalars = Array(unicodeScalars)
        var position = 0
        var masked = false
        while position < scalars.count {
            guard scalars[position].isASCIIDigit else {
                position += 1
                continue
            }
            let end = scalars[position...].firstIndex { !$0.isASCIIDigit } ?? scalars.count
            if let hidden = hiddenDigits(of: position..<end, in: scalars) {
                for index in hidden { scalars[index] = "*" }
                masked = true
            }
            position = end
        }
        guard masked else { return self }
        return String(String.UnicodeScalarView(scalars))
    }
}

/// Which digits of a run are personal: the birthday and serial of an identity number, the middle of a mobile number, the
/// front of a number behind its area code.
private func hiddenDigits(of run: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int>? {
    let start = run.lowerBound
    switch run.count {
    case 18: return start + 6..<start + 17
    case 17 where run.upperBound < scalars.count && "Xx".unicodeScalars.contains(scalars[run.upperBound]):
        return start + 6..<start + 17
    case 11 where scalars[start] == "1" && ("3"..."9").contains(scalars[start + 1]):
        return start + 3..<start + 7
    case 7, 8:
        guard start >= 4, scalars[start - 1] == "-" || scalars[start - 1] == "－" else { return nil }
        let area = scalars[..<(start - 1)].suffix(4).reversed().prefix { $0.isASCIIDigit }
        guard (3...4).contains(area.count), area.last == "0" else { return nil }
        return start..<run.upperBound - 4
    default: return nil
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
