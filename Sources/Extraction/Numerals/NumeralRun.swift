import Scanning

/// A maximal run of digits or Chinese numerals: what must end in exactly one fact or set-aside record.
struct NumeralRun: Sendable, Equatable {
    var start: Int
    var end: Int
    /// Whether the run holds an Arabic digit.
    var hasDigit: Bool
}

extension NumeralRun {
    /// The run that begins with the numeral scalar at `start`, with 几, 数, 多 and 余 on both sides.
    ///
    /// - Parameter floor: where the run before it ended; it does not reach back beyond that.
    static func run(
        in text: Span<UInt8>, at start: Int, floor: Int, end: Int, classes: ScalarClasses
    ) -> NumeralRun {
        var position = start
        var hasDigit = false
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            if kind == .digit {
                // 队伍21支: a Chinese digit and an Arabic one make no number together.
                if !hasDigit, position > start,
                    classes[text.scalar(at: text.scalarStart(before: position)).value] == .hanDigit
                {
                    break
                }
                hasDigit = true
            } else if kind == .hanDigit, hasDigit, position > start,
                classes[text.scalar(at: text.scalarStart(before: position)).value] == .digit
            {
                // 打119一边敲门: nor the other way round.
                break
            } else if !kind.startsNumeral, kind != .vague,
                !isSeparator(scalar, in: text, at: position, length: length, end: end, classes: classes)
            {
                break
            }
            position += length
        }
        var first = start
        while first > floor {
            let before = text.scalarStart(before: first)
            guard before >= floor, classes[text.scalar(at: before).value] == .vague else { break }
            first = before
        }
        return NumeralRun(start: first, end: position, hasDigit: hasDigit)
    }

    /// A point or a comma between digits; a comma only before a group of exactly three, for in half-width text it ends a
    /// clause as well.
    private static func isSeparator(
        _ scalar: UInt32, in text: Span<UInt8>, at position: Int, length: Int, end: Int, classes: ScalarClasses
    ) -> Bool {
        let isPoint = scalar == "." || scalar == "．"
        guard isPoint || scalar == "," || scalar == "，", position > 0 else { return false }
        guard classes[text.scalar(at: text.scalarStart(before: position)).value] == .digit else { return false }
        var digits = 0
        var next = position + length
        while next < end, digits < 4 {
            let (value, size) = text.scalar(at: next)
            guard classes[value] == .digit else { break }
            digits += 1
            next += size
        }
        guard isPoint else { return digits == 3 && groupBefore(in: text, at: position, classes: classes) }
        return digits > 0 && !opensDate(in: text, at: position + length, classes: classes)
    }

    /// 2.5月12日开展宣传, 3.2022年外贸总值: whether the digits behind a point are a month with its day or a year, so that the point closes the
    /// number of an entry.
    static func opensDate(in text: Span<UInt8>, at start: Int, classes: ScalarClasses) -> Bool {
        var position = start
        var digits = 0
        while position < text.count, digits < 5 {
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .digit else { break }
            digits += 1
            position += length
        }
        if digits == 4 {
            return text.has("年", at: position) && (text.has("19", at: start) || text.has("20", at: start))
        }
        guard digits == 1 || digits == 2, text.has("月", at: position), position + 3 < text.count else { return false }
        return classes[text.scalar(at: position + 3).value] == .digit || text.has("底", at: position + 3)
    }

    /// Whether one to three digits stand before the comma, or a group of three after another comma.
    private static func groupBefore(in text: Span<UInt8>, at comma: Int, classes: ScalarClasses) -> Bool {
        var digits = 0
        var position = comma
        while position > 0, digits < 4 {
            let before = text.scalarStart(before: position)
            guard classes[text.scalar(at: before).value] == .digit else { break }
            digits += 1
            position = before
        }
        if digits == 0 || digits > 3 { return false }
        if position > 0, text[position - 1] == UInt8(ascii: ",") { return digits == 3 }
        return position == 0 || text[position - 1] != UInt8(ascii: ".")
    }
}
