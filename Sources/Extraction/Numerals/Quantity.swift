import Facts
import Scanning
import Units

/// A number with its unit and all that belongs to it inside the text: `1200余份`, `5万—50万元`, `三分之一`.
///
/// The order of its parts keeps it within 128 bytes, which are copied without a call.
struct Quantity: Sendable {
    /// What read it.
    enum Rule: Sendable { case number, range, roughRange, fraction, tenths, half, doubling, belowZero }

    var start: Int
    var end: Int
    var value: Number
    var upper: Number?
    var qualifier: Qualifier
    /// Position of the unit in the table; `nil` where it has none.
    var unit: Int?
    /// `%` for 三成, 三分之一, 过半, whose unit the text does not write.
    var impliedPercent = false
    /// 翻番: the number is itself a change.
    var impliedChange: Change = .none
    var isBareMultiplier = false
    /// 元/户, 次/周: so much for each of something else.
    var isPerUnit = false
    var hasDigit: Bool
    var rule: Rule
    /// Where the unit stands, without multiplier and qualifiers; empty range where it has none.
    var unitStart: Int
    var unitEnd: Int
    var scalars: Int
}

/// Reads quantities: a number, its range, its unit and the qualifiers written behind it.
final class QuantityReader: Sendable {
    let numbers: NumberReader
    let units: UnitTable
    let classes: ScalarClasses

    init(numbers: NumberReader, units: UnitTable, classes: ScalarClasses) {
        self.numbers = numbers
        self.units = units
        self.classes = classes
    }

    /// The quantity that begins at `start`, or `nil` where the characters make no number.
    func read(_ text: Span<UInt8>, at start: Int, end: Int) -> Quantity? {
        guard let number = numbers.read(text, at: start, end: end) else { return nil }
        if let fraction = fraction(text, of: number, end: end) ?? strokedFraction(text, of: number, end: end) {
            return fraction
        }
        if let share = tenths(text, number, end: end) { return share }
        var quantity = Quantity(
            start: start, end: number.end, value: number.value, upper: number.upper, qualifier: number.qualifier,
            unit: nil, isBareMultiplier: number.isBareMultiplier, hasDigit: number.hasDigit,
            rule: number.upper == nil ? .number : .roughRange, unitStart: number.end, unitEnd: number.end,
            scalars: number.scalars)
        takeUnit(text, &quantity, end: end)
        takeParts(text, &quantity, end: end)
        takeRange(text, &quantity, first: number, end: end)
        takeSuffix(text, &quantity, end: end)
        return quantity
    }

    // MARK: units

    private func takeUnit(_ text: Span<UInt8>, _ quantity: inout Quantity, end: Int) {
        var position = skipSpace(text, at: quantity.end, end: end)
        if position > quantity.end, classes[text.scalar(at: min(position, end - 1)).value] != .latin,
            quantity.scalars >= 7
        {
            // 0351-5660000 工作日: a unit does not stand apart from a code.
            return
        }
        // 35个|月饼, 12个|月嫂: a noun that begins with 月, and no months
        let isMonthless = text.has("个月", at: position) && QuantityReader.moonWords.begins(in: text, at: position + 3)
        let limit = isMonthless ? position + 3 : end
        guard let match = units.match(in: text, at: position, end: limit),
            !joinsWord(text, at: position, match, end: end)
        else { return }
        // 统一安排: electrical units of one character stand behind digits alone.
        if !quantity.hasDigit, match.length == 3,
            [.power, .voltage, .energy, .frequency].contains(units.units[match.index].dimension)
                || !quantity.hasDigit && text.has("安", at: position),
            !text.has("度", at: position) || quantity.isBareMultiplier || !isWarmth(text, quantity)
        {
            // 室温十五六度 and 也就十六七度 tell how warm it is; 三度 elsewhere is no energy.
            return
        }
        if let duration = splitDuration(text, at: position, end: end) {
            quantity.unit = duration.unit
            // The unit is not written in one piece: its name stands for it.
            quantity.unitStart = duration.end
            quantity.unitEnd = duration.end
            quantity.end = duration.end
            if duration.isHalf {
                quantity.value = quantity.value.adding(Number(coefficient: 5, exponent: -1)) ?? quantity.value
            } else {
                quantity.qualifier = .over
            }
            return
        }
        // 成交量8.25亿手: lots of a market are counted by the million; 两手抓
        if match.length == 3, text.has("手", at: position), quantity.value < Number(10000) { return }
        let taken = withoutSecondary(text, at: position, match) ?? match
        quantity.unit = taken.index
        quantity.unitStart = position
        position += taken.length
        quantity.unitEnd = position
        quantity.end = position
        let isPaid = units.units[match.index].dimension == .money
        if let longer = compoundUnit(text, at: position, of: match, end: end)
            ?? (isPaid ? spokenRate(text, at: position, end: end) : nil)
        {
            quantity.isPerUnit = true
            quantity.unitEnd = longer
            quantity.end = longer
        } else if let longer = alternativeUnit(text, at: position, end: end) {
            quantity.unitEnd = longer
            quantity.end = longer
        }
    }

    /// 8条|次干道: the measure word alone, where the 次 behind it opens the name of what is counted.
    private func withoutSecondary(_ text: Span<UInt8>, at position: Int, _ match: UnitTable.Match) -> UnitTable.Match? {
        let after = position + match.length
        guard match.length > 3, text.has("次", before: after), text.has("干", at: after) else { return nil }
        return units.match(in: text, at: position, end: after - 3)
    }

    private static let warmings: WordList = [
        "零下", "高了", "低了", "升了", "降了", "高出", "高了近", "高了将近", "低了近", "低了将近", "升到", "降到",
    ]

    /// Whether 室温, 气温 or their like stands a few characters before a number, or the number is one of those that only
    /// degrees of warmth have in talk.
    private func isWarmth(_ text: Span<UInt8>, _ quantity: Quantity) -> Bool {
        if quantity.upper != nil, quantity.value > Number(9), quantity.value < Number(46) { return true }
        if QuantityReader.warmings.ends(in: text, at: quantity.start) { return true }
        var position = quantity.start
        for _ in 0..<6 where position > 0 {
            position = text.scalarStart(before: position)
            if text.has("温", at: position) { return true }
            if classes[text.scalar(at: position).value] != .other { return false }
        }
        return false
    }

    /// 3个多小时, 两个多月, 一个半月: what is added stands between the measure word and the unit of time.
    private func splitDuration(
        _ text: Span<UInt8>, at position: Int, end: Int
    ) -> (unit: Int, end: Int, isHalf: Bool)? {
        guard text.has("个", at: position) else { return nil }
        let added = position + 3
        let isHalf = text.has("半", at: added)
        guard isHalf || text.has("多", at: added) || text.has("余", at: added) else { return nil }
        let after = added + 3
        if text.has("月", at: after), after + 3 <= end, let month = units.index(of: "个月") {
            return (month, after + 3, isHalf)
        }
        guard let match = units.match(in: text, at: after, end: end), match.length >= 6,
            units.units[match.index].dimension == .time
        else { return nil }
        return (match.index, after + match.length, isHalf)
    }

    private static let strokes: WordList = ["/", "／"]
    private static let dots: WordList = ["/", "／", "·", "•"]

    /// 元/平方米, 次／分钟, 元/平方米·月: a unit, a stroke and another unit, and once more.
    private func compoundUnit(
        _ text: Span<UInt8>, at position: Int, of first: UnitTable.Match, end: Int
    ) -> Int? {
        if units.units[first.index].dimension == .rate {
            // 元/平方米 is a unit of the table; 元/平方米·月 goes on.
            return QuantityReader.dots.match(in: text, at: position, end: end).flatMap { dot in
                units.match(in: text, at: position + dot, end: end).map { position + dot + $0.length }
            }
        }
        guard let stroke = QuantityReader.strokes.match(in: text, at: position, end: end),
            let base = units.match(in: text, at: position + stroke, end: end)
        else { return nil }
        let next = position + stroke + base.length
        guard let dot = QuantityReader.dots.match(in: text, at: next, end: end),
            let second = units.match(in: text, at: next + dot, end: end)
        else { return next }
        return next + dot + second.length
    }

    /// 140元每公斤, 500元每户: so much money for each.
    private func spokenRate(_ text: Span<UInt8>, at position: Int, end: Int) -> Int? {
        guard text.has("每", at: position) else { return nil }
        return units.match(in: text, at: position + 3, end: end).map { position + 3 + $0.length }
    }

    /// Measure words that tell what else of a mixed lot was counted: 商户、仓库120家（处）.
    private static let loose: WordList = ["处", "个", "把", "户", "家", "块", "张", "只", "人", "件"]

    /// 户（套）, 省（区）, 处(次): another measure word in brackets that official statistics read the figure in as well.
    private func alternativeUnit(_ text: Span<UInt8>, at position: Int, end: Int) -> Int? {
        guard text.has("（", at: position) || text.has("(", at: position) else { return nil }
        let next = position + (text.has("(", at: position) ? 1 : 3)
        guard let match = units.match(in: text, at: next, end: end) else { return nil }
        let close = next + match.length
        guard text.has("）", at: close) || text.has(")", at: close),
            !QuantityReader.loose.contains(next..<close, of: text)
        else { return nil }
        return close + (text.has(")", at: close) ? 1 : 3)
    }

    /// Whether the characters of a unit are the beginning of a longer word, as 人 in 人民币 or P in PPP.
    private func joinsWord(_ text: Span<UInt8>, at position: Int, _ match: UnitTable.Match, end: Int) -> Bool {
        let after = position + match.length
        guard after < end else { return false }
        let first = classes[text.scalar(at: position).value]
        let next = classes[text.scalar(at: after).value]
        if first == .latin { return next == .latin || next == .digit }
        if match.length == 3, text.has("人", at: position) {
            // 4050人员, 2万人民币
            for word in ["员", "民币", "才", "均", "口", "民群众", "民生", "民的", "民共", "民在"] as [StaticString]
            where text.has(word, at: after) { return true }
        }
        guard match.length == 3 else { return false }
        return QuantityReader.words.begins(in: text, at: position)
    }

    private static let moonWords: WordList = ["月饼", "月嫂", "月季花", "月子中心"]

    /// Words that begin with a measure word and are counted without one: 45.2万群众, 双向四车道, 5方面.
    private static let words: WordList = [
        "群众", "群体", "车道", "车位", "车间", "车站", "方面", "方式", "方案", "方向", "口岸", "代表", "门店", "班列", "班组", "队员", "级别", "院校",
        "院士",
        "市民", "市场", "村民", "家庭", "户籍", "组织", "集中", "集体", "发案", "发生", "发放", "提升", "提高", "街乡", "街镇",
        "部门", "部分", "部委", "分享", "篮球", "篮板", "分类", "分局", "分院", "分会", "分店", "分区", "分社", "分公司", "分校", "分别", "分段", "分期",
        "分组",
        "分级", "分层",
        "分部", "分队", "餐厅",
        "餐桌", "餐馆", "餐饮", "餐具", "餐费", "餐车", "餐位", "餐台", "餐点", "餐盒", "讲座", "讲堂", "讲师", "讲台", "讲解", "讲述", "讲话",
        "毛巾", "毛毯", "毛豆", "毛笔", "毛坯", "毛利", "毛衣", "毛线", "毛病", "毛竹", "幕后", "幕布", "幕墙", "拨付", "拨打", "拨款", "拨入", "叠加",
        "笼罩",
        "平台", "平均", "平安", "平城", "平房", "平价", "平时", "平稳", "平整", "平日", "平衡", "平等", "平面", "平层", "平顶", "平行", "平凡", "平息",
        "平移", "平坦", "平民",
        "国际", "国内", "国家", "国产", "国务", "国庆", "国道", "国企", "国资", "国债",
        "封闭", "封面", "封控", "封堵", "封顶", "封存", "封山", "封锁", "封条", "封装", "波动", "波及", "波浪", "波段", "波长", "波音", "波兰",
    ]

    private func skipSpace(_ text: Span<UInt8>, at start: Int, end: Int) -> Int {
        var position = start
        while position < end, position - start < 3, text[position] == 0x20 { position += 1 }
        return position
    }

    // MARK: ranges

    /// 3至5名, 5万—50万元, 5000元至1万元, 三、四个; 几十到几百元, from the least of the one to the most of the other.
    private func takeRange(_ text: Span<UInt8>, _ quantity: inout Quantity, first: NumberReading, end: Int) {
        let isRough = quantity.rule == .roughRange
        guard isRough || quantity.upper == nil && quantity.qualifier == .exact else { return }
        guard let next = rangeSeparator(text, at: quantity.end, end: end, spelled: isRough || quantity.unit != nil)
        else {
            return
        }
        guard let second = numbers.read(text, at: next, end: end), (second.upper != nil) == isRough,
            second.hasDigit == first.hasDigit
        else { return }
        if text.has("、", at: quantity.end), first.hasDigit || first.scalars > 1 || second.scalars > 1 { return }
        var upper = quantity
        upper.start = next
        upper.end = second.end
        upper.unit = nil
        takeUnit(text, &upper, end: end)
        var lower = first.value
        if first.multiplier == 0, second.multiplier > 0, quantity.unit == nil {
            lower = lower.scaled(by: second.multiplier)
        }
        if quantity.unit != nil,
            upper.unit == nil || units.units[upper.unit ?? 0].name != units.units[quantity.unit ?? 0].name
        {
            return
        }
        guard lower < second.value else { return }
        quantity.value = lower
        quantity.upper = second.upper ?? second.value
        quantity.qualifier = .range
        quantity.unit = upper.unit
        quantity.unitStart = upper.unitStart
        quantity.unitEnd = upper.unitEnd
        quantity.end = upper.end
        quantity.rule = .range
    }

    private static let separators: WordList = ["—", "–", "-", "－", "~", "～", "至", "到"]

    private func rangeSeparator(_ text: Span<UInt8>, at position: Int, end: Int, spelled: Bool) -> Int? {
        let place = skipSpace(text, at: position, end: end)
        if let mark = QuantityReader.separators.match(in: text, at: place, end: text.count) {
            var next = place + mark
            if text.has("—", at: next) { next += 3 }
            next = skipSpace(text, at: next, end: end)
            return next < end ? next : nil
        }
        if !spelled, text.has("、", at: place) { return place + 3 }
        return nil
    }

    // MARK: qualifiers behind the quantity

    private static let suffixes: [(StaticString, Qualifier)] = [
        ("及以上", .over), ("及以下", .under), ("以上", .over), ("以下", .under), ("以内", .under), ("左右", .about),
        ("上下", .about), ("有余", .over), ("开外", .over), ("还多", .over),
    ]
    /// Words that begin with 半 and are no half of the unit before them.
    private static let halves: WordList = [
        "半年", "半数", "半径", "半天", "半小时", "半价", "半成", "半个", "半月", "半夜", "半路", "半山", "半身", "半自动", "半开", "半空", "半挂", "半封",
        "半露", "半脱",
        "半边", "半截", "半辈", "半场", "半程", "半日", "半圆", "半岛", "半导", "半决", "半地下", "半独立", "半封闭", "半公", "半职",
    ]
    /// 多 before what most of those counted are or have, or for how long: 其余8户多为租户, 9栋多年漏水的楼; but 三年多年均增长4%.
    private static let mostly: WordList = [
        "多涉及", "多为", "多是", "多属", "多由", "多因", "多来自", "多系", "多集中", "多位于", "多分布", "多已", "多数", "多年", "多日", "多次",
    ]

    /// Words that begin with 多 and bound no number before them: 24栋多层, 8层多腔烘干炉.
    private static let manyfold: WordList = [
        "多层", "多腔", "多功能", "多媒体", "多元", "多彩", "多民族", "多年生", "多语", "多肉", "多级", "多方", "多用途", "多用", "多孔", "多头", "多子", "多重",
        "多部门",
        "多样", "多种",
    ]
    private static let suffixWords = WordList(suffixes.map(\.0))

    private func takeSuffix(_ text: Span<UInt8>, _ quantity: inout Quantity, end: Int) {
        if let unit = quantity.unit, quantity.qualifier == .exact, quantity.upper == nil,
            quantity.unitEnd == quantity.end,
            text.has("半", at: quantity.end), quantity.end + 3 <= end, quantity.value < Number(100),
            ![.ratio, .point].contains(units.units[unit].dimension),
            !QuantityReader.halves.begins(in: text, at: quantity.end),
            let half = quantity.value.adding(Number(coefficient: 5, exponent: -1))
        {
            // 3吨半, 两年半
            quantity.value = half
            quantity.end += 3
        }
        if quantity.unit != nil, quantity.qualifier == .exact,
            text.has("多", at: quantity.end) || text.has("余", at: quantity.end), quantity.end + 3 <= end,
            !text.has("多家", at: quantity.end), !text.has("多次", at: quantity.end),
            !text.has("余款", at: quantity.end), !text.has("余额", at: quantity.end),
            !text.has("余下", at: quantity.end),
            // 41次|余震
            !text.has("余震", at: quantity.end),
            !QuantityReader.manyfold.begins(in: text, at: quantity.end),
            // 16件|多涉及产权: mostly
            !QuantityReader.mostly.begins(in: text, at: quantity.end)
                || quantity.unit.map({ units.units[$0].dimension == .time }) ?? false
        {
            // 两年多, 5公里余
            quantity.qualifier = .over
            quantity.end += 3
        }
        if QuantityReader.suffixWords.begins(in: text, at: quantity.end) {
            for (suffix, qualifier) in QuantityReader.suffixes where text.has(suffix, at: quantity.end) {
                guard quantity.end + suffix.utf8CodeUnitCount <= end else { return }
                quantity.end += suffix.utf8CodeUnitCount
                if quantity.upper == nil { quantity.qualifier = qualifier }
                return
            }
        }
        if quantity.impliedPercent, quantity.qualifier == .exact,
            text.has("强", at: quantity.end) || text.has("弱", at: quantity.end), quantity.end + 3 <= end
        {
            // 四分之一强, 三成弱
            quantity.qualifier = text.has("强", at: quantity.end) ? .over : .under
            quantity.end += 3
        }
        if let unit = quantity.unit, units.units[unit].dimension == .time, text.has("内", at: quantity.end),
            quantity.end + 3 <= end, quantity.upper == nil, quantity.qualifier == .exact
        {
            // 1分钟内
            quantity.end += 3
            quantity.qualifier = .under
        }
    }

    // MARK: fractions and shares

    /// 三分之一, 百分之五点二, 千分之三: a fraction as per cent.
    private func fraction(_ text: Span<UInt8>, of whole: NumberReading, end: Int) -> Quantity? {
        guard text.has("分之", at: whole.end), whole.qualifier == .exact, whole.value != .zero,
            let part = numbers.read(text, at: whole.end + 6, end: end)
        else { return nil }
        guard let percent = FractionArithmetic.percent(part.value, of: whole.value) else { return nil }
        var quantity = Quantity(
            start: whole.start, end: part.end, value: percent,
            upper: part.upper.flatMap { FractionArithmetic.percent($0, of: whole.value) },
            qualifier: part.qualifier, unit: units.index(of: "%"), impliedPercent: true, hasDigit: whole.hasDigit,
            rule: .fraction, unitStart: part.end, unitEnd: part.end, scalars: 3)
        takeSuffix(text, &quantity, end: end)
        return quantity
    }

    private static let beforeFractions: WordList = ["达", "达到", "超", "超过", "过", "约", "近", "占", "有", "的", "不足", "经"]
    private static let behindFractions: WordList = ["以上", "的", "强", "弱", "左右"]

    /// 达2/3以上, 占1/3: a fraction with a stroke, told from a date (2/3) and a page (1/3) by what stands beside it.
    private func strokedFraction(_ text: Span<UInt8>, of part: NumberReading, end: Int) -> Quantity? {
        guard part.hasDigit, part.scalars == 1, text.has("/", at: part.end) || text.has("／", at: part.end) else {
            return nil
        }
        let stroke = text.has("/", at: part.end) ? 1 : 3
        guard let whole = numbers.read(text, at: part.end + stroke, end: end), whole.hasDigit, whole.multiplier == 0,
            whole.qualifier == .exact, part.value < whole.value, whole.value < Number(11),
            !text.has("/", at: whole.end), !text.has("日", at: whole.end), !text.has("页", at: whole.end),
            QuantityReader.beforeFractions.ends(in: text, at: part.start)
                || QuantityReader.behindFractions.begins(in: text, at: whole.end, end: end),
            let percent = FractionArithmetic.percent(part.value, of: whole.value)
        else { return nil }
        var quantity = Quantity(
            start: part.start, end: whole.end, value: percent, upper: nil, qualifier: .exact,
            unit: units.index(of: "%"),
            impliedPercent: true, hasDigit: true, rule: .fraction, unitStart: whole.end, unitEnd: whole.end, scalars: 3)
        takeSuffix(text, &quantity, end: end)
        return quantity
    }

    /// 一到两成, 三至五成
    private func tenthsRange(_ text: Span<UInt8>, _ number: NumberReading, end: Int) -> Quantity? {
        guard number.upper == nil, !number.hasDigit, text.has("到", at: number.end) || text.has("至", at: number.end),
            let second = numbers.read(text, at: number.end + 3, end: end), second.upper == nil, !second.hasDigit,
            number.value < second.value, second.value < Number(11), text.has("成", at: second.end), second.end + 3 <= end
        else { return nil }
        let after = second.end + 3
        return Quantity(
            start: number.start, end: after, value: number.value.scaled(by: 1), upper: second.value.scaled(by: 1),
            qualifier: .range, unit: units.index(of: "%"), impliedPercent: true, hasDigit: false, rule: .tenths,
            unitStart: after, unitEnd: after, scalars: 4)
    }

    /// What stands behind tenths, or behind the first of two.
    private static let tenthMarks: WordList = ["成", "到", "至"]

    private static let wordsOfTenths: WordList = [
        "成立", "成员", "成功", "成果", "成效", "成都", "成年", "成本", "成交", "成品", "成长", "成绩", "成人", "成熟", "成套", "成片", "成型",
    ]

    /// 三成, 五成五, 近八成: tenths as per cent.
    private func tenths(_ text: Span<UInt8>, _ number: NumberReading, end: Int) -> Quantity? {
        guard QuantityReader.tenthMarks.begins(in: text, at: number.end), number.value < Number(11),
            !number.isBareMultiplier, !number.value.isNegative
        else { return nil }
        if let range = tenthsRange(text, number, end: end) { return range }
        guard text.has("成", at: number.end), number.end + 3 <= end else { return nil }
        var after = number.end + 3
        // 三成立 is no share: 成 begins another word.
        if QuantityReader.wordsOfTenths.begins(in: text, at: number.end) { return nil }
        // 住户|七成|为退休职工: a numeral of one character becomes nothing; but 一成为…就
        let isShort = !number.hasDigit && number.value > Number(1) && number.end - number.start == 3
        if text.has("成为", at: number.end), !isShort { return nil }
        var value = number.value.scaled(by: 1)
        if after < end, let digit = NumberReader.hanDigit(text.scalar(at: after).value), digit > 0 {
            value = value.adding(Number(digit)) ?? value
            after += 3
        }
        var quantity = Quantity(
            start: number.start, end: after, value: value, upper: number.upper?.scaled(by: 1),
            qualifier: number.qualifier, unit: units.index(of: "%"), impliedPercent: true, hasDigit: number.hasDigit,
            rule: .tenths, unitStart: after, unitEnd: after, scalars: 2)
        if text.has("半", at: after) {
            // 四成半
            quantity.value = value.adding(Number(5)) ?? value
            quantity.end = after + 3
        } else if text.has("多", at: after) {
            quantity.qualifier = .over
            quantity.end = after + 3
        }
        takeSuffix(text, &quantity, end: end)
        return quantity
    }
}

/// Fractions as per cent in exact decimals.
enum FractionArithmetic {
    /// `part ÷ whole × 100`; where the division does not end, rounded half up to two decimals, as 三分之一 is entered as 33.33.
    static func percent(_ part: Number, of whole: Number) -> Number? {
        guard whole > .zero, whole.exponent >= 0, whole.exponent < 20,
            let hundredfold = part.multiplied(by: Number(10_000))
        else {
            return nil
        }
        var divisor = whole.coefficient
        for _ in 0..<whole.exponent { divisor *= 10 }
        // Up to 12 places end exactly for the denominators that texts use (2, 4, 5, 8, 千, 万).
        guard hundredfold.exponent >= -12 else { return nil }
        let dividend = hundredfold.scaled(by: 12)
        guard dividend.exponent >= 0 else { return nil }
        var scaled = dividend.coefficient
        for _ in 0..<min(dividend.exponent, 30) {
            let (next, overflow) = scaled.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            scaled = next
        }
        if scaled % divisor == 0 { return Number(coefficient: scaled / divisor, exponent: -14) }
        var exact: Int128 = 1
        for _ in 0..<12 { exact *= 10 }
        return Number(coefficient: (scaled / divisor + exact / 2) / exact, exponent: -2)
    }
}
