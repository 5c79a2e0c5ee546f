public import Facts
import Scanning

extension CalendarDate {
    /// The day in the last component of a path: `20230808.md`, `2026-04-03-永泰街道.txt`, `2026年4月3日.txt`.
    ///
    /// `nil` where there is none between 1980 and 2099; the first of several. Longer runs of digits are numbers of
    /// another kind.
    public init?(inFileName path: String) {
        let name = Array((path.split(separator: "/").last ?? "").utf8)
        self.init(firstIn: name.span, 0..<name.count, allowsCompact: true)
    }

    /// The day in the datelines of a page: `发布时间：2026-04-03`, or a line of its own.
    ///
    /// `nil` where there is none, or where lines without a word name several days.
    init?(inDatelinesOf blocks: [Block], _ text: Span<UInt8>) {
        var found: CalendarDate?
        for block in blocks where block.kind == .furniture {
            let range = block.range
            guard let day = CalendarDate(firstIn: text, range, allowsCompact: false) else { continue }
            if ["发布时间", "发布日期", "发稿时间"].contains(where: { text.string(range).contains($0) }) {
                self = day
                return
            }
            if let found, found != day { return nil }
            found = day
        }
        guard let found else { return nil }
        self = found
    }

    /// The first day that a range of text writes out in full, with `-`, `/`, `.`, `_` or 年月日 between its parts, or in
    /// Chinese numerals: 二〇二六年四月三日.
    ///
    /// - Parameter allowsCompact: whether eight digits on their own are a day.
    init?(firstIn text: Span<UInt8>, _ range: Range<Int>, allowsCompact: Bool) {
        var position = range.lowerBound
        while position < range.upperBound {
            let (digits, value) = CalendarDate.number(in: text, at: position, before: range.upperBound)
            if digits == 8, allowsCompact,
                let day = CalendarDate.plausible(value / 10000, value / 100 % 100, value % 100)
            {
                self = day
                return
            }
            if digits == 4,
                let day = CalendarDate.spaced(value, in: text, after: position + 4, before: range.upperBound)
            {
                self = day
                return
            }
            if digits == 0, text[position] == 0xE4,
                let day = CalendarDate.chinese(in: text, position..<range.upperBound)
            {
                self = day
                return
            }
            position += max(digits, 1)
        }
        return nil
    }

    /// The day in Chinese numerals at the beginning of a range: 二〇二六年三月三十一日.
    private static func chinese(in text: Span<UInt8>, _ range: Range<Int>) -> CalendarDate? {
        var position = range.lowerBound
        var parts: [Int] = []
        for unit in ["年", "月", "日"] as [StaticString] {
            var digits: [Int] = []
            while position < range.upperBound, digits.count < 5,
                let digit = chineseDigit(text.scalar(at: position).value)
            {
                digits.append(digit)
                position += 3
            }
            guard !digits.isEmpty, position < range.upperBound, text.has(unit, at: position) else { return nil }
            position += unit.utf8CodeUnitCount
            guard let value = parts.isEmpty ? year(of: digits) : count(of: digits) else { return nil }
            parts.append(value)
        }
        return plausible(parts[0], parts[1], parts[2])
    }

    private static func year(of digits: [Int]) -> Int? {
        digits.count == 4 && !digits.contains(10) ? digits.reduce(0) { $0 * 10 + $1 } : nil
    }

    /// 三十一 → 31, 十二 → 12, 二十 → 20.
    private static func count(of digits: [Int]) -> Int? {
        guard let ten = digits.firstIndex(of: 10) else { return digits.count == 1 ? digits[0] : nil }
        guard ten <= 1, digits.count - ten <= 2, !digits[(ten + 1)...].contains(10) else { return nil }
        return (ten == 1 ? digits[0] : 1) * 10 + (digits.count > ten + 1 ? digits[ten + 1] : 0)
    }

    private static func chineseDigit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case "〇", "○", "零": 0
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        case "十": 10
        default: nil
        }
    }

    /// The day whose year ends at a place: `-04-03`, `年4月3日`.
    private static func spaced(
        _ year: Int, in text: Span<UInt8>, after position: Int, before end: Int
    ) -> CalendarDate? {
        let isChinese = text.has("年", at: position)
        guard position < end, isChinese || "-/._".utf8.contains(text[position]) else { return nil }
        let monthStart = position + (isChinese ? 3 : 1)
        let (monthDigits, month) = number(in: text, at: monthStart, before: end)
        let monthEnd = monthStart + monthDigits
        guard (1...2).contains(monthDigits), monthEnd < end,
            isChinese ? text.has("月", at: monthEnd) : text[monthEnd] == text[position]
        else { return nil }
        let dayStart = monthEnd + (isChinese ? 3 : 1)
        let (dayDigits, day) = number(in: text, at: dayStart, before: end)
        guard (1...2).contains(dayDigits), !isChinese || text.has("日", at: dayStart + dayDigits) else { return nil }
        return plausible(year, month, day)
    }

    private static func plausible(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
        (1980...2099).contains(year) ? CalendarDate(year: year, month: month, day: day) : nil
    }

    /// The run of ASCII digits at a place: how many, and their value where they are at most nine.
    private static func number(in text: Span<UInt8>, at start: Int, before end: Int) -> (digits: Int, value: Int) {
        var position = start
        var value = 0
        while position < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[position]) {
            if position - start < 9 { value = value * 10 + Int(text[position] - UInt8(ascii: "0")) }
            position += 1
        }
        return (position - start, value)
    }
}
