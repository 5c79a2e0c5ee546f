import Facts
import Scanning
import Units

/// Measures told in two units or more, and money and lengths whose last digit has none: `1小时40分钟`, `5元8角`, `1米8`.
extension QuantityReader {
    /// A unit, the smaller one that may follow it, and how many of that make one.
    private struct Step {
        let larger: StaticString
        let smaller: WordList
        let factor: Int
    }

    private static let steps = [
        Step(larger: "小时", smaller: ["分钟", "分"], factor: 60), Step(larger: "个小时", smaller: ["分钟", "分"], factor: 60),
        Step(larger: "分", smaller: ["秒钟", "秒"], factor: 60), Step(larger: "分钟", smaller: ["秒钟", "秒"], factor: 60),
        Step(larger: "天", smaller: ["个小时", "小时"], factor: 24), Step(larger: "年", smaller: ["个月"], factor: 12),
    ]
    /// What makes a tenth of a unit that goes before it.
    private static let tenths: [(unit: StaticString, tenth: WordList, isMoney: Bool)] = [
        ("元", ["角", "毛"], true), ("块", ["角", "毛"], true), ("斤", ["两"], false),
    ]

    /// Takes in what is told of a measure in smaller units behind it.
    func takeParts(_ text: Span<UInt8>, _ quantity: inout Quantity, end: Int) {
        guard quantity.unit != nil, quantity.upper == nil, quantity.qualifier == .exact,
            quantity.unitEnd == quantity.end,
            quantity.unitStart < quantity.unitEnd, quantity.end < end
        else { return }
        let next = text.has("零", at: quantity.end) && !quantity.hasDigit ? quantity.end + 3 : quantity.end
        guard next < end, let part = numbers.read(text, at: next, end: end), part.hasDigit == quantity.hasDigit,
            part.upper == nil, part.qualifier == .exact, part.multiplier == 0, part.scalars <= 3
        else { return }
        if takeSmallerUnit(text, &quantity, part, end: end) || takeTenths(text, &quantity, part, end: end) {
            return
        }
        takeLastDigits(text, &quantity, part, end: end)
    }

    /// 1小时40分钟, 2分15秒, 3年6个月: one stretch of time, in the smallest of its units.
    private func takeSmallerUnit(
        _ text: Span<UInt8>, _ quantity: inout Quantity, _ part: NumberReading, end: Int
    ) -> Bool {
        // 2021年6个月 names a year.
        guard quantity.value < Number(1000) else { return false }
        for step in QuantityReader.steps where isUnit(step.larger, of: quantity, text) {
            guard let length = step.smaller.match(in: text, at: part.end, end: end), part.value < Number(step.factor),
                let whole = quantity.value.multiplied(by: Number(step.factor)), let sum = whole.adding(part.value),
                let unit = units.match(in: text, at: part.end, end: end)
            else { continue }
            quantity.value = sum
            // 分 is a minute here, and no mark.
            quantity.unit = text.has("分", at: part.end) ? units.index(of: "分钟") ?? unit.index : unit.index
            quantity.unitStart = part.end
            quantity.end = part.end + length
            quantity.unitEnd = quantity.end
            quantity.scalars += part.scalars
            // 2小时15分30秒, 3分29秒07
            takeParts(text, &quantity, end: end)
            return true
        }
        return false
    }

    /// 5元8角, 两块五毛, 3斤2两: a unit and its tenths, in the larger of them.
    private func takeTenths(
        _ text: Span<UInt8>, _ quantity: inout Quantity, _ part: NumberReading, end: Int
    ) -> Bool {
        guard part.scalars == 1 else { return false }
        for (larger, tenth, isMoney) in QuantityReader.tenths where isUnit(larger, of: quantity, text) {
            guard let length = tenth.match(in: text, at: part.end, end: end),
                let sum = quantity.value.adding(part.value.scaled(by: -1))
            else { continue }
            quantity.value = sum
            if isMoney { quantity.unit = units.index(of: "元") }
            quantity.end = part.end + length
            quantity.unitStart = quantity.end
            quantity.unitEnd = quantity.end
            return true
        }
        return false
    }

    /// 8块5, 一米八, 1米75, 9秒83: the digits behind 块, 米 and 秒 are decimals, where no other unit takes them.
    private func takeLastDigits(_ text: Span<UInt8>, _ quantity: inout Quantity, _ part: NumberReading, end: Int) {
        let isMoney = isUnit("块", of: quantity, text) || isUnit("元", of: quantity, text) && part.scalars == 1
        let isSecond = isUnit("秒", of: quantity, text)
        guard isMoney || isSecond || isUnit("米", of: quantity, text), part.start == quantity.end,
            part.scalars == 1 || part.hasDigit && !isMoney && part.scalars <= (isSecond ? 3 : 2),
            part.end - part.start == part.scalars * (part.hasDigit ? 1 : 3), part.value > .zero || isSecond,
            closesMeasure(text, at: part.end, end: end),
            let sum = quantity.value.adding(part.value.scaled(by: -part.scalars))
        else { return }
        quantity.value = sum
        if isMoney { quantity.unit = units.index(of: "元") }
        quantity.end = part.end
        quantity.unitStart = part.end
        quantity.unitEnd = part.end
    }

    /// Whether nothing stands behind a last digit that it could count or number: 8块5。 against 5米3条.
    private func closesMeasure(_ text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        guard position < end else { return true }
        let kind = classes[text.scalar(at: position).value]
        switch kind {
        case .clauseEnd, .sentenceEnd, .pause, .closeQuote, .closeBracket: return true
        case .other: return units.match(in: text, at: position, end: end) == nil && !text.has("号", at: position)
        default: return false
        }
    }

    /// Whether a quantity is told in the unit with this name.
    private func isUnit(_ name: StaticString, of quantity: Quantity, _ text: Span<UInt8>) -> Bool {
        quantity.unitEnd - quantity.unitStart == name.utf8CodeUnitCount && text.has(name, at: quantity.unitStart)
    }
}
