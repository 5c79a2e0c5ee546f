import Facts
import Scanning

/// A number as the text writes it, up to but without its unit.
struct NumberReading: Sendable, Equatable {
    var start: Int
    var end: Int
    var value: Number
    /// Upper end where the number itself is a range: 三五, 数十, 十几.
    var upper: Number?
    /// `over` for 50余 and 百余, `range` where there is an upper end.
    var qualifier: Qualifier = .exact
    /// Whether it is written with Arabic digits.
    var hasDigit: Bool
    /// The power of ten of the multiplier at its end: 4 for 13.73万, 0 for none. A range hands it to its lower end.
    var multiplier: Int = 0
    /// Whether only multipliers stand there: 万亿, 百余.
    var isBareMultiplier = false
    /// Length of the number in scalars.
    var scalars: Int = 0
}

/// Reads numbers: Arabic with separators, Chinese, mixed (13.73万, 3万2千, 三百二十余).
struct NumberReader: Sendable {
    let classes: ScalarClasses

    /// Measure words before which 来 makes a number rough: 40来个.
    private static let roughlyCounted: [StaticString] = [
        "个", "名", "人", "位", "家", "户", "岁", "次", "天", "分", "条", "件", "份", "间", "场", "只", "斤", "元", "块", "公里", "张", "辆",
        "栋",
        "亩", "平", "米", "吨", "项", "套", "棵", "部", "种", "把", "顿", "单", "里", "处", "支", "盆", "本", "篇", "对", "桌", "车", "堂",
        "年", "盏", "口", "所", "回", "遍", "圈", "头", "万", "号人", "幢", "座", "株", "箱", "袋", "桶", "瓶", "盒", "封", "面", "幅", "节",
        "期", "批", "票", "笔", "起", "例", "颗", "杯", "碗", "栏", "厘米", "平方", "毫米", "秒", "度", "趟", "首", "股", "台",
        "艘", "架", "枚", "亿", "盘",
    ]

    /// More digits than any statistic has; a longer run is a code.
    static let mostDigits = 24

    /// The number that begins at `start`, or `nil` where the characters make none.
    func read(_ text: Span<UInt8>, at start: Int, end: Int) -> NumberReading? {
        guard start < end else { return nil }
        let kind = classes[text.scalar(at: start).value]
        if kind == .digit {
            return readArabic(text, at: start, end: end).map { inHundredMillions($0, text, end: end) }
        }
        guard kind.startsNumeral || kind == .vague else { return nil }
        let reading = soleDigit(text, at: start, end: end) ?? readChinese(text, at: start, end: end)
        return reading.map { inHundredMillions($0, text, end: end) }
    }

    /// 1.3个亿, 两个多亿: people say so for 1.3亿. 3个亿元级项目 are three.
    private func inHundredMillions(_ reading: NumberReading, _ text: Span<UInt8>, end: Int) -> NumberReading {
        var next = reading.end
        guard text.has("个", at: next) else { return reading }
        next += 3
        let isMore = text.has("多", at: next)
        if isMore { next += 3 }
        guard text.has("亿", at: next), next + 3 <= end, !text.has("元", at: next + 3), !text.has("级", at: next + 3),
            !text.has("万", at: next + 3),
            reading.multiplier == 0
        else { return reading }
        var scaled = reading
        scaled.value = reading.value.scaled(by: 8)
        scaled.upper = reading.upper?.scaled(by: 8)
        if isMore, reading.qualifier == .exact { scaled.qualifier = .over }
        scaled.multiplier = 8
        scaled.scalars += isMore ? 3 : 2
        scaled.end = next + 3
        return scaled
    }

    /// A Chinese digit with nothing behind it that a number may go on with, as most of them stand.
    private func soleDigit(_ text: Span<UInt8>, at start: Int, end: Int) -> NumberReading? {
        let (scalar, length) = text.scalar(at: start)
        guard let digit = NumberReader.hanDigit(scalar) else { return nil }
        let next = start + length
        if next < end {
            let behind = text.scalar(at: next).value
            switch classes[behind] {
            case .hanDigit, .hanUnit, .vague: return nil
            default: if behind == "点" { return nil }
            }
        }
        return NumberReading(start: start, end: next, value: Number(digit), hasDigit: false, scalars: 1)
    }

    // MARK: Arabic

    private func readArabic(_ text: Span<UInt8>, at start: Int, end: Int) -> NumberReading? {
        var position = start
        var total: Number?
        var reading = NumberReading(start: start, end: start, value: .zero, hasDigit: true)
        var lastPower = Int.max
        while let (value, after, digits) = arabicDigits(text, at: position, end: end) {
            position = after
            reading.scalars += digits
            vagueSuffix(text, &position, end: end, &reading)
            var power = 0
            while let (step, length) = multiplier(text, at: position, end: end) {
                // 5千万, 3万亿: powers multiply; a falling power belongs to the next part (3万2千).
                power += step
                position += length
                reading.scalars += 1
            }
            vagueSuffix(text, &position, end: end, &reading)
            guard power < lastPower,
                let sum = total == nil && power == 0 ? value : (total ?? .zero).adding(value.scaled(by: power))
            else { return nil }
            total = sum
            lastPower = power
            if reading.end == start { reading.multiplier = power }
            reading.end = position
            // 3万2千 goes on; 3万2 does not say what the 2 is.
            guard power > 0, reading.qualifier == .exact, position < end,
                classes[text.scalar(at: position).value] == .digit,
                let (_, next, _) = arabicDigits(text, at: position, end: end),
                let (following, _) = multiplier(text, at: next, end: end), following < power
            else { break }
        }
        guard let total else { return nil }
        reading.value = total
        return reading
    }

    /// The digits at `start` with their separators.
    private func arabicDigits(
        _ text: Span<UInt8>, at start: Int, end: Int
    ) -> (value: Number, end: Int, digits: Int)? {
        var coefficient: Int128 = 0
        var places = 0
        var digits = 0
        var seenPoint = false
        var position = start
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            if let digit = NumberReader.arabicDigit(scalar) {
                guard digits < NumberReader.mostDigits else { return nil }
                coefficient = coefficient * 10 + Int128(digit)
                digits += 1
                if seenPoint { places += 1 }
            } else if scalar == "." || scalar == "．" {
                guard !seenPoint, digits > 0, isDigit(text, at: position + length, end: end),
                    !NumeralRun.opensDate(in: text, at: position + length, classes: classes)
                else { break }
                seenPoint = true
            } else if scalar == "," || scalar == "，" {
                guard !seenPoint, digits > 0,
                    groupOfThree(text, at: position + length, end: end), digits <= 3 || position - start > 3
                else { break }
            } else {
                break
            }
            position += length
        }
        guard digits > 0 else { return nil }
        return (Number(coefficient: coefficient, exponent: -places), position, digits)
    }

    static func arabicDigit(_ scalar: UInt32) -> UInt32? {
        if scalar >= 0x30, scalar <= 0x39 { return scalar - 0x30 }
        if scalar >= 0xFF10, scalar <= 0xFF19 { return scalar - 0xFF10 }
        return nil
    }

    private func isDigit(_ text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        position < end && classes[text.scalar(at: position).value] == .digit
    }

    private func groupOfThree(_ text: Span<UInt8>, at start: Int, end: Int) -> Bool {
        var position = start
        var digits = 0
        while position < end, digits < 4 {
            let (scalar, length) = text.scalar(at: position)
            guard NumberReader.arabicDigit(scalar) != nil else { break }
            digits += 1
            position += length
        }
        return digits == 3
    }

    func isRoughlyCounted(_ text: Span<UInt8>, at position: Int) -> Bool {
        for word in NumberReader.roughlyCounted where text.has(word, at: position) { return true }
        return false
    }

    /// 余, 多 or 来 after digits or a multiplier: a lower bound. 几 there makes no number that can be entered.
    private func vagueSuffix(_ text: Span<UInt8>, _ position: inout Int, end: Int, _ reading: inout NumberReading) {
        if text.has("来", at: position), position + 6 <= end,
            isRoughlyCounted(text, at: position + 3)
        {
            // 40来个孩子: roughly
            position += 3
            reading.scalars += 1
            reading.qualifier = .about
            return
        }
        if let length = plusSign(text, at: position, end: end), reading.hasDigit, reading.scalars >= 2 {
            // 900+人次, 10万+
            position += length
            reading.scalars += 1
            reading.qualifier = .over
            return
        }
        if text.has("余", at: position) || text.has("多", at: position) {
            // 一次|余震
            guard position + 3 <= end, !text.has("余震", at: position) else { return }
            position += 3
            reading.scalars += 1
            reading.qualifier = .over
        }
    }

    /// The length of a + that no other member of a sum follows, as one does in 1+N and 5+2.
    private func plusSign(_ text: Span<UInt8>, at position: Int, end: Int) -> Int? {
        let length = text.has("+", at: position) ? 1 : text.has("＋", at: position) ? 3 : 0
        guard length > 0, position + length <= end else { return nil }
        guard position + length < end else { return length }
        let next = text.scalar(at: position + length).value
        switch next {
        case _ where next.isIdeograph: return NumberReader.hanDigit(next) == nil ? length : nil
        case "\n", " ", "!", ",", ";", ")", "|", "”", "\u{3000}", "、", "。", "！", "，", "；", "）", "｜": return length
        default: return nil
        }
    }

    /// A multiplier character and its power of ten.
    func multiplier(_ text: Span<UInt8>, at position: Int, end: Int) -> (power: Int, length: Int)? {
        guard position < end else { return nil }
        let (scalar, length) = text.scalar(at: position)
        guard let power = NumberReader.power(of: scalar), position + length <= end else { return nil }
        // 千 in 千瓦 and 千米, 兆 in 兆瓦 and 百 in 百帕 belong to the unit; 万 never does.
        guard power < 4 || power == 12 else { return (power, length) }
        return beginsUnit(text, at: position + length) ? nil : (power, length)
    }

    /// Whether a physical unit stands at a position, to which a power of ten before it belongs.
    func beginsUnit(_ text: Span<UInt8>, at position: Int) -> Bool {
        (["瓦", "克", "米", "伏", "卡", "焦", "帕", "赫"] as [StaticString]).contains { text.has($0, at: position) }
    }

    /// The power of ten that 十, 百, 千, 万, 亿 and 兆 stand for.
    static func power(of scalar: UInt32) -> Int? {
        switch scalar {
        case "十", "拾": 1
        case "百", "佰": 2
        case "千", "仟": 3
        case "万": 4
        case "亿": 8
        case "兆": 12
        default: nil
        }
    }

    /// The value of a Chinese digit.
    static func hanDigit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case "〇", "零": 0
        case "一", "壹": 1
        case "二", "贰", "两": 2
        case "三", "叁": 3
        case "四", "肆": 4
        case "五", "伍": 5
        case "六", "陆": 6
        case "七", "柒": 7
        case "八", "捌": 8
        case "九", "玖": 9
        default: nil
        }
    }
}
