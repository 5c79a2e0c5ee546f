import Facts
import Scanning
import Units

/// Tells the figures of a sentence from the numerals that are none.
struct NumeralSorter: ~Copyable {
    private let tools: ReadingTools
    private let timeReader: TimeReader

    // What the sentence holds that was sorted last; the arrays are kept, for they are needed for every sentence. The times
    // may be given days.
    var times: [TimeExpression] = []
    private(set) var quantities: [Quantity] = []
    private(set) var verdicts: [Verdict] = []

    init(tools: ReadingTools, timeReader: TimeReader) {
        self.tools = tools
        self.timeReader = timeReader
    }

    /// Sorts the numerals of a sentence.
    ///
    /// - Parameter names: where the sentence names places.
    mutating func sort(
        _ scan: borrowing SentenceScan, of sentence: Range<Int>, names: [PlaceName], _ text: Span<UInt8>
    ) {
        if !quantities.isEmpty { quantities.removeAll(keepingCapacity: true) }
        if !verdicts.isEmpty { verdicts.removeAll(keepingCapacity: true) }
        timeReader.read(text, sentence, scan, into: &times)
        // Held here, so that references to them are counted once for the sentence and not for each numeral.
        let reader = tools.quantities
        let settingAside = tools.settingAside
        var next = 0
        var covered = sentence.lowerBound
        for run in scan.runs {
            if run.end <= covered { continue }
            while next < times.count, times[next].end <= run.start { next += 1 }
            if next < times.count, times[next].start < run.end, times[next].end > run.start {
                let time = times[next]
                verdicts.append(
                    Verdict(
                        start: max(min(time.start, run.start), covered), end: max(time.end, run.end), reason: .date,
                        rule: "date"))
                covered = max(time.end, run.end)
                continue
            }
            var start = max(run.start, covered)
            if isLooseVague(text, at: start, end: run.end) {
                // 天数141天, 其余6件: the character belongs to the word before it.
                let next = start + text.scalar(at: start).length
                verdicts.append(Verdict(start: start, end: next, reason: .word, rule: "word.vague"))
                covered = next
                start = next
            }
            if let name = names.first(where: { $0.range.lowerBound <= start && run.end <= $0.range.upperBound }),
                isPartOfName(start, name, sentence, text)
            {
                verdicts.append(Verdict(start: start, end: run.end, reason: .name, rule: "name.place"))
                covered = run.end
                continue
            }
            if names.contains(where: { $0.range.lowerBound == run.end }), isYear(start..<run.end, text) {
                // 2026河南消费季: the year in the name of an event, and no measure of rivers
                verdicts.append(Verdict(start: start, end: run.end, reason: .date, rule: "date.year"))
                covered = run.end
                continue
            }
            let quantity =
                reader.special(text, at: start, sentence) ?? reader.read(text, at: start, end: sentence.upperBound)
            let site = NumeralSite(
                run: NumeralRun(start: start, end: run.end, hasDigit: run.hasDigit), sentence: sentence,
                classes: tools.classes, quantity: quantity,
                unit: quantity?.unit.map { tools.unitRoles[$0] } ?? [],
                dimension: quantity?.unit.map { tools.units.units[$0].dimension } ?? .count,
                mayBeQuoted: scan.mayHoldQuote, text)
            if var verdict = settingAside.verdict(site, text), !isSigned(quantity, text, sentence) {
                verdict.end = max(verdict.end, run.end)
                verdicts.append(verdict)
                covered = verdict.end
            } else if var quantity {
                takeSign(&quantity, text, max(sentence.lowerBound, covered))
                takeUpwards(&quantity, text, max(sentence.lowerBound, covered))
                takeCurrency(&quantity, text, max(sentence.lowerBound, covered))
                quantities.append(quantity)
                covered = quantity.end
                if covered < run.end {
                    verdicts.append(Verdict(start: covered, end: run.end, reason: .word, rule: "word.rest"))
                    covered = run.end
                }
            } else {
                verdicts.append(Verdict(start: start, end: run.end, reason: .unread, rule: "unread"))
                covered = run.end
            }
        }
        shareUnits(text)
    }

    /// Whether a numeral is a year of our time in digits.
    private func isYear(_ run: Range<Int>, _ text: Span<UInt8>) -> Bool {
        run.count == 4 && (text.has("20", at: run.lowerBound) || text.has("19", at: run.lowerBound))
            && run.allSatisfy { text[$0] >= 0x30 && text[$0] <= 0x39 }
    }

    private static let joints: WordList = ["、", "和", "与", "及", "以及"]

    /// 提高2.2和0.8个百分点, 0.9个和2个百分点: a difference or share whose unit only the last of a list spells out.
    private mutating func shareUnits(_ text: Span<UInt8>) {
        guard quantities.count > 1 else { return }
        for index in quantities.indices.dropLast().reversed() {
            let next = quantities[index + 1]
            guard let shared = next.unit, [.point, .ratio, .temperature].contains(tools.units.units[shared].dimension),
                quantities[index].hasDigit, quantities[index].end < next.start,
                NumeralSorter.joints.contains(quantities[index].end..<next.start, of: text)
            else { continue }
            if let own = quantities[index].unit {
                guard tools.units.units[own].name == "个", tools.units.units[shared].name.hasPrefix("个") else {
                    continue
                }
            }
            quantities[index].unit = shared
            quantities[index].unitStart = quantities[index].end
            quantities[index].unitEnd = quantities[index].end
        }
    }

    /// Whether a sign before a measured figure makes it one whatever its digits say: -3.5%, +13.6%.
    private func isSigned(_ quantity: Quantity?, _ text: Span<UInt8>, _ sentence: Range<Int>) -> Bool {
        guard var quantity else { return false }
        let start = quantity.start
        takeSign(&quantity, text, sentence.lowerBound)
        return quantity.start < start
    }

    /// 增长-2.1%, +13.6%: the sign belongs to a rate or a temperature, unless it joins two numbers.
    private func takeSign(_ quantity: inout Quantity, _ text: Span<UInt8>, _ floor: Int) {
        guard let unit = quantity.unit, [.ratio, .point, .temperature].contains(tools.units.units[unit].dimension),
            quantity.upper == nil, quantity.hasDigit
        else { return }
        for (sign, negative) in [("-", true), ("－", true), ("−", true), ("+", false), ("＋", false)]
            as [(StaticString, Bool)]
        where text.has(sign, before: quantity.start) {
            let start = quantity.start - sign.utf8CodeUnitCount
            guard start > floor else { return }
            let before = text.scalar(at: text.scalarStart(before: start)).value
            guard [.other, .clauseEnd, .pause, .openBracket, .space].contains(tools.classes[before]) else { return }
            quantity.start = start
            if negative { quantity.value = -quantity.value }
            return
        }
    }

    /// Words that end in 上 and say where, or what is added: no large number stands behind it.
    static let upperWords: WordList = [
        "以上", "加上", "网上", "线上", "晚上", "早上", "路上", "街上", "身上", "地上", "山上", "海上", "车上", "船上", "墙上", "会上", "手上",
    ]

    /// 上百个, 上万种: so many or more; but 会上百余人 speaks of a meeting.
    private func takeUpwards(_ quantity: inout Quantity, _ text: Span<UInt8>, _ floor: Int) {
        guard quantity.isBareMultiplier, quantity.qualifier == .exact,
            quantity.start - 3 >= floor,
            text.has("上", before: quantity.start), !NumeralSorter.upperWords.ends(in: text, at: quantity.start)
        else { return }
        quantity.start -= 3
        quantity.qualifier = .over
    }

    /// ¥5000, ￥35800元: the sign belongs to the sum, and tells its unit where nothing else does.
    private func takeCurrency(_ quantity: inout Quantity, _ text: Span<UInt8>, _ floor: Int) {
        for sign in ["¥", "￥"] as [StaticString] where text.has(sign, before: quantity.start) {
            let start = quantity.start - sign.utf8CodeUnitCount
            guard start >= floor else { return }
            quantity.start = start
            if quantity.unit == nil { quantity.unit = tools.units.index(of: "元") }
            return
        }
    }

    /// Whether 数, 余, 多 or 几 at the head of a run counts nothing: only before 十, 百, 千, 万 and 亿 do they (数十).
    private func isLooseVague(_ text: Span<UInt8>, at start: Int, end: Int) -> Bool {
        let (scalar, length) = text.scalar(at: start)
        guard tools.classes[scalar] == .vague, start + length < end else { return false }
        // 顶多十六七度: no number begins with 多 or 余.
        if scalar == "多" || scalar == "余" { return true }
        return tools.classes[text.scalar(at: start + length).value] != .hanUnit
    }

    private static let namedUnits: Set<String> = ["所", "院", "局", "厂", "队", "矿", "处"]
    private static let widerEndings: WordList = ["街道", "区", "镇", "路", "街", "大道"]

    /// 八角街道, 九里新街街道: a numeral inside a place's name, unless it counts places (三个社区).
    private func isPartOfName(_ start: Int, _ name: PlaceName, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        // 27街坊社区, 六〇八厂社区: digits that open a name, or that count by no 十 and 百, number what it is called after.
        if !name.isListed, start == name.range.lowerBound, tools.classes[text.scalar(at: start).value] == .digit {
            return true
        }
        if isCode(at: start, end: name.range.upperBound, text) { return true }
        guard let quantity = tools.quantities.read(text, at: start, end: sentence.upperBound) else { return true }
        guard let unit = quantity.unit else { return true }
        // 电子城街道|二十所社区: institutes, works and courts by their numbers; 新建二十所社区学校 counts.
        if !quantity.hasDigit, text.has("社区", at: quantity.end),
            NumeralSorter.namedUnits.contains(tools.quantities.units.units[unit].name),
            NumeralSorter.widerEndings.ends(in: text, at: start)
        {
            return true
        }
        return !quantity.hasDigit && quantity.scalars == 1 && !tools.unitRoles[unit].contains(.general)
            || quantity.end == name.range.upperBound
            || !quantity.hasDigit && name.isListed
    }
}

extension NumeralSorter {
    /// 二七, 六〇八: two numerals or more that are told one by one.
    private func isCode(at start: Int, end: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < end, NumberReader.hanDigit(text.scalar(at: position).value) != nil {
            position += text.scalar(at: position).length
        }
        return position - start >= 6
            && (position >= end || tools.classes[text.scalar(at: position).value] != .hanUnit)
    }
}

extension QuantityReader {
    /// What half of which is no share of something counted.
    private static let halvesOfTime: WordList = [
        "半年", "半天", "半个", "半小时", "半月", "半夜", "半生", "半辈", "半日", "半截", "半径", "半导", "半圆", "半山", "半路", "半空", "半身", "半岛",
        "半决",
        "半封", "半程", "半学", "半晌", "半百", "半边", "半世纪",
    ]

    private static let beforeShares: WordList = ["是", "为", "来自", "都是", "以上"]

    /// Numbers that no digit writes: 翻一番, 过半, 一半, 半数.
    func special(_ text: Span<UInt8>, at start: Int, _ sentence: Range<Int>) -> Quantity? {
        func quantity(
            _ from: Int, _ to: Int, _ value: Int, _ qualifier: Qualifier, _ change: Change, _ rule: Quantity.Rule
        ) -> Quantity {
            Quantity(
                start: from, end: to, value: Number(value), upper: nil, qualifier: qualifier,
                unit: units.index(of: "%"), impliedPercent: true, impliedChange: change, hasDigit: false, rule: rule,
                unitStart: to, unitEnd: to, scalars: 2)
        }
        let turned =
            start - 3 >= sentence.lowerBound && text.has("翻", at: start - 3)
            ? start - 3 : start - 6 >= sentence.lowerBound && text.has("翻了", at: start - 6) ? start - 6 : nil
        if let turned, let times = NumberReader.hanDigit(text.scalar(at: start).value), (1...5).contains(times),
            text.has("番", at: start + 3)
        {
            // 翻一番 is twice, so 100 % more; 翻两番 four times.
            return quantity(turned, start + 6, (1 << times) * 100 - 100, .exact, .increase, .doubling)
        }
        if text.has("零下", at: start), let number = read(text, at: start + 6, end: sentence.upperBound),
            let unit = number.unit, units.units[unit].dimension == .temperature || units.units[unit].name == "度"
        {
            // 零下7℃, 零下十几度
            var below = number
            below.start = start
            below.value = -(number.upper ?? number.value)
            below.upper = number.upper.map { _ in -number.value }
            below.rule = .belowZero
            return below
        }
        if text.has("半", at: start), start - 3 >= sentence.lowerBound,
            text.has("过", at: start - 3) || text.has("超", at: start - 3),
            // 时间过半、任务过半, 双过半: a slogan of the half year
            !(["双", "时间", "任务"] as [StaticString]).contains(where: { text.has($0, before: start - 3) }),
            !text.has("半年", at: start), !text.has("半天", at: start), !text.has("半个", at: start),
            !text.has("半小时", at: start)
        {
            return quantity(start - 3, start + (text.has("半数", at: start) ? 6 : 3), 50, .over, .none, .half)
        }
        if text.has("半", at: start), start - 3 >= sentence.lowerBound,
            text.has("近", at: start - 3) || text.has("大", at: start - 3),
            !QuantityReader.halvesOfTime.begins(in: text, at: start),
            text.has("近", at: start - 3)
                ? !text.has("最近", before: start) && !text.has("附近", before: start)
                : QuantityReader.beforeShares.begins(in: text, at: start + 3)
        {
            // 近半居民, 大半是老人; but 气消了大半
            let end = start + (text.has("半数", at: start) ? 6 : 3)
            return quantity(start - 3, end, 50, text.has("近", at: start - 3) ? .under : .over, .none, .half)
        }
        if text.has("半个多小时", at: start), start + 15 <= sentence.upperBound, let hour = units.index(of: "小时") {
            // 等了半个多小时
            var wait = quantity(start, start + 15, 0, .over, .none, .number)
            wait.value = Number(coefficient: 5, exponent: -1)
            wait.unit = hour
            wait.impliedPercent = false
            wait.unitStart = start + 9
            return wait
        }
        if text.has("一半", at: start) {
            let over = text.has("一半以上", at: start)
            return quantity(start, start + (over ? 12 : 6), 50, over ? .over : .exact, .none, .half)
        }
        if text.has("半数", at: start) {
            let over = text.has("半数以上", at: start)
            return quantity(start, start + (over ? 12 : 6), 50, over ? .over : .exact, .none, .half)
        }
        return nil
    }
}
