import Facts
import Scanning

/// Reads time expressions: `2025年1—8月`, `今年以来`, `截至目前`, `“十四五”期间`.
final class TimeReader: Sendable {
    let numbers: NumberReader
    let classes: ScalarClasses
    /// The day of publication, from which 今年 and 去年 count.
    let published: CalendarDate?
    /// The year of months and quarters that name none: that of the report, else of publication.
    let year: Int?
    /// The first day of the month that a report of one has told of; nil elsewhere.
    let month: CalendarDate?
    /// What months without a year leave open: their year, unless the report is about one.
    let yearless: TimeExpression.Open
    let words: PhraseTable
    /// The words of the language, of which a verb tells a day from a span of days.
    let lexicon: Lexicon

    init(
        numbers: NumberReader, classes: ScalarClasses, lexicon: Lexicon, published: CalendarDate?,
        reported: ReportedTime? = nil
    ) {
        self.lexicon = lexicon
        self.numbers = numbers
        self.classes = classes
        self.published = published
        year = reported?.year ?? published?.year
        month = reported?.month
        yearless = reported?.year == nil ? .year : .nothing
        words = TimeReader.table
    }

    /// What stands before a number of years or months.
    @inline(__always)
    static func isFrame(_ scalar: UInt32) -> Bool {
        switch scalar {
        case "“", "这", "近", "前", "过", "往", "未", "接": true
        default: false
        }
    }

    /// Whether an expression may begin at the position; false is certain.
    @inline(__always)
    func mayOpen(_ text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        let first = text.scalar(at: position).value
        return classes[first].startsNumeral && mayCount(text, from: position, end: end) || TimeReader.isFrame(first)
            || words.mayBegin(in: text, at: position, end: end)
    }

    /// The time expression that begins at `start`.
    ///
    /// - Parameter depth: how many of 截至, 自, 从 and 到 stand before it; no text piles up many.
    func read(_ text: Span<UInt8>, at start: Int, end: Int, depth: Int = 0) -> TimeExpression? {
        guard let time = readWords(text, at: start, end: end, depth: depth) else { return nil }
        // 自国庆节以来: what stands behind a word that opens a stretch only bounds it
        return depth == 0 ? datedByFeast(time, text) : time
    }

    /// The expression with its days, where it is a feast or a holiday: 去年重阳节.
    func datedByFeast(_ time: TimeExpression, _ text: Span<UInt8>) -> TimeExpression {
        time.isNarrowed || time.from == nil && time.to == nil ? Festivals.builtIn.dated(time, text, published) : time
    }

    /// The time expression that begins at `start`, without the days of a feast.
    private func readWords(_ text: Span<UInt8>, at start: Int, end: Int, depth: Int) -> TimeExpression? {
        guard start < end, depth < 4 else { return nil }
        let first = text.scalar(at: start).value
        if classes[first].startsNumeral {
            if let counted = readNumbered(text, at: start, end: end) { return counted }
        } else if TimeReader.isFrame(first) || text.has("最近", at: start) || text.has("今后", at: start) {
            if let framed = readFramed(text, at: start, end: end) { return framed }
        }
        guard let match = words.longestMatch(in: text, at: start, end: end) else { return nil }
        let word = start..<start + match.length
        if (TimeReader.formerly...TimeReader.then).contains(match.value) {
            return spell(text, named: word, match.value, end: end)
        }
        guard !isNoTime(word, text) else { return nil }
        switch match.value {
        case TimeReader.present: return presentTime(text, word, end: end)
        case TimeReader.running:
            return TimeExpression(start: start, end: word.upperBound, kind: .running, from: nil, to: published)
        case TimeReader.partOfYear:
            guard
                var part = partOfYear(text, at: start, end: end, year: year) ?? monthEnd(text, at: start, end: end)
            else { return nil }
            part.start = start
            if part.open != .endedMonth { part.open = namesMonth(text, at: start) ? .nothing : yearless }
            return finish(text, part, end: end)
        case TimeReader.bound: return bounded(text, at: start, after: word.upperBound, end: end, depth: depth)
        case TimeReader.holiday:
            // A holiday is over once its figures are told.
            var holiday = TimeExpression(start: start, end: word.upperBound, kind: .present, from: nil, to: nil)
            holiday.isNarrowed = true
            takeBrackets(&holiday, text, end: end)
            return holiday
        case TimeReader.clockOfPlace:
            // 当地时间27日上午
            guard word.upperBound < end, var inner = read(text, at: word.upperBound, end: end, depth: depth + 1)
            else { return nil }
            inner.start = start
            return inner
        default: return relativeYear(text, word, offset: Int(match.value - TimeReader.relativeYear), end: end)
        }
    }

    /// Whether a word of time is none where it stands: 赶上|周末, 人|次年均, 出现在|白杨镇.
    private func isNoTime(_ word: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let start = word.lowerBound
        // 赶上周末: no last week
        if text.has("上周", at: start), text.has("赶", before: start) { return true }
        // 3日内答复, 毕业3年内: how long, and not these days
        if text.has("日", at: start) || text.has("年内", at: start), word.count == 6, start > 0,
            classes[text.scalar(at: text.scalarStart(before: start)).value].startsNumeral
        {
            return true
        }
        // 送|去春|衣: 去 behind a verb tells where to, and no year
        if text.has("去", at: start), word.count == 6, start > 2, TimeReader.bringing.ends(in: text, at: start),
            TimeReader.brought.begins(in: text, at: word.upperBound)
        {
            return true
        }
        // 20日深夜|至|今天凌晨: no 至今
        if text.has("至今", at: start), word.count == 6, TimeReader.todays.begins(in: text, at: start + 3) { return true }
        // 离您最近的: no time
        if text.has("最近的", at: start) { return true }
        // 人次年均: no next year
        if text.has("次年", at: start), text.has("人", before: start) { return true }
        guard text.has("现在", at: start) else { return false }
        // 出现在白杨镇, 体现在三个方面: no now
        if start > 0, TimeReader.showing.contains(where: { text.has($0, before: start) }) { return true }
        // 现在册党员126名: 现 and 在册, as in 现在岗
        return word.count == 6
            && (["册", "岗", "编"] as [StaticString]).contains(where: { text.has($0, at: word.upperBound) })
    }

    private static let todays: WordList = ["今天", "今日", "今年", "今晚", "今晨", "今早", "今夜"]

    /// What begins with 年 or a season and is brought somewhere: 年|货, 春|联; 失去年|轻人 likewise.
    private static let brought: WordList = [
        "货", "糕", "礼", "画", "夜", "饭", "联", "衣", "装", "茶", "被", "鞋", "菜", "卷", "节", "风", "意", "日", "轻", "老", "迈",
    ]
    /// Verbs behind which 去 tells where to.
    private static let bringing: WordList = [
        "送", "带", "寄", "捎", "拿", "搬", "运", "抬", "端", "发", "捐", "失", "除", "扫", "洗", "过",
    ]

    /// 目前, 近日, 昨天: how things stand, or a day that the day of publication tells.
    private func presentTime(_ text: Span<UInt8>, _ word: Range<Int>, end: Int) -> TimeExpression {
        var expression = TimeExpression(
            start: word.lowerBound, end: word.upperBound, kind: .present, from: nil, to: nil)
        if let days = daysNamed(text, word) { (expression.from, expression.to) = days }
        if let day = weekday(text, behind: expression, end: end) { return finish(text, day, end: end) }
        if let length = seasonEdge(text, behind: word, end: end) ?? termEdge(text, behind: word, end: end) {
            expression.end += length
            expression.isNarrowed = true
            return expression
        }
        return finish(text, expression, end: end)
    }

    /// 今年, 去年, 全年 with what follows: a year by its distance from this one.
    private func relativeYear(_ text: Span<UInt8>, _ word: Range<Int>, offset: Int, end: Int) -> TimeExpression? {
        // 今年63岁的老人: how old, not when
        if let age = numbers.read(text, at: word.upperBound, end: end), text.has("岁", at: age.end) { return nil }
        let isWhole = text.has("全年", at: word.lowerBound)
        let year = offset == 100 ? nil : isWhole ? self.year : published.map { $0.year + offset }
        var expression = yearExpression(text, start: word.lowerBound, yearEnd: word.upperBound, year: year, end: end)
        if isWhole { expression.open = yearless }
        return finish(text, expression, end: end)
    }

    /// 本月, 上个月, 月底: no month of a year that must be guessed
    private func namesMonth(_ text: Span<UInt8>, at start: Int) -> Bool {
        text.has("月", at: start + 3) || text.has("个月", at: start + 3) || text.has("月", at: start)
    }

    private static let seasonNames: WordList = [
        "主汛期", "汛期", "雨季", "暑假", "寒假", "暑期", "假期", "供暖季", "采暖季", "国庆假期", "春节假期",
    ]
    private static let seasonEdges: WordList = ["来临前", "到来前", "来临之前", "到来之前", "开始前", "结束前", "之前", "前", "里"]

    /// 主汛期前, 汛期到来前, 暑假里: the length of what makes another time of a season.
    private func seasonEdge(_ text: Span<UInt8>, behind word: Range<Int>, end: Int) -> Int? {
        guard TimeReader.seasonNames.contains(word, of: text),
            !TimeReader.forwards.begins(in: text, at: word.upperBound)
        else { return nil }
        let length = TimeReader.seasonEdges.match(in: text, at: word.upperBound, end: end)
        guard let length, case let edge = word.upperBound + length, edge < end, text.has("前", before: edge) else {
            return length
        }
        // 假期前两天: its first days
        return classes[text.scalar(at: edge).value].startsNumeral ? nil : length
    }

    private static let termEdges: WordList = ["期末前", "期末", "初期", "末前", "末", "初", "结束前", "结束时", "结束后"]
    /// Words that begin with 初 or 末 and end no term: 本学期|初中招生.
    private static let termStarts: WordList = [
        "初中", "初一", "初二", "初三", "初步", "初级", "初次", "初高中", "初小", "初赛", "初审", "末位", "末端",
    ]

    /// 上学期末, 本学期结束后: the length of what makes a part of a school term of it.
    private func termEdge(_ text: Span<UInt8>, behind word: Range<Int>, end: Int) -> Int? {
        guard text.has("学期", before: word.upperBound) || text.has("学年", before: word.upperBound),
            !TimeReader.termStarts.begins(in: text, at: word.upperBound)
        else { return nil }
        return TimeReader.termEdges.match(in: text, at: word.upperBound, end: end)
    }

    /// Expressions that begin with a number: 2025年1—8月, 9月, 8月4日.
    private func readNumbered(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        if let date = numericDate(text, at: start, end: end) { return date }
        guard mayCount(text, from: start, end: end) else { return nil }
        if text.has("半", at: start) { return halfSince(text, at: start, end: end) }
        guard let number = numbers.read(text, at: start, end: end), number.upper == nil else { return nil }
        if let years = yearsSince(text, number, start: start, end: end)
            ?? yearsBefore(
                text, number, start: start, end: end) ?? yearsWithin(text, number, start: start, end: end)
        {
            return years
        }
        guard number.qualifier == .exact else { return nil }
        if let spell = spell(text, behind: number.end, start: start, end: end)
            ?? holiday(text, number, start: start, end: end)
        {
            return spell
        }
        // 一周一例会、一月一评比: how often, not when
        if !number.hasDigit, text.has("月一", at: number.end), !text.has("月一日", at: number.end) { return nil }
        if text.has("年", at: number.end) {
            let value = number.value.whole ?? 0
            let digits = number.end - start
            if number.scalars == 4, (1900...2100).contains(value) {
                return finish(
                    text, yearExpression(text, start: start, yearEnd: number.end + 3, year: value, end: end), end: end)
            }
            if number.hasDigit, digits == 2, text.has("月", at: number.end + 4) || text.has("月", at: number.end + 5) {
                return finish(
                    text, yearExpression(text, start: start, yearEnd: number.end + 3, year: 2000 + value, end: end),
                    end: end)
            }
            return nil
        }
        if let range = yearRange(text, number, start: start, end: end) { return finish(text, range, end: end) }
        let mayBePart = number.end < end && TimeReader.mayFollowMonth(text.scalar(at: number.end).value)
        guard mayBePart, var part = partOfYear(text, at: start, end: end, year: year) else {
            return dayAlone(text, number, start: start, end: end)
        }
        part.start = start
        part.open = yearless
        return finish(text, part, end: end)
    }

    private static let rangeMarks: WordList = ["至", "到", "—", "–", "-", "~", "～"]
    /// What three numbers stand before that are no day.
    private static let behindNoDay: WordList = ["%", ".", "/", "届", "号", "版", "转", "楼", "室", "户", "栋"]
    /// What they stand behind where they number a thing.
    private static let codes: WordList = ["编号", "批号", "房号", "楼号", "文号", "单号", "电话", "版本", "版本号", "编号为", "编号："]

    private func goesOnAsRange(at position: Int, end: Int, _ text: Span<UInt8>) -> Bool {
        guard let mark = TimeReader.rangeMarks.match(in: text, at: position, end: end), position + mark < end else {
            return false
        }
        return classes[text.scalar(at: position + mark).value].startsNumeral
    }

    /// BJ-2025-03-17, 编号2025-03-17, 至2026.12.31: whether numbers stand behind a letter, a mark of their own, a word for a number, or a
    /// number that they are the other end of.
    private func isCode(before start: Int, _ text: Span<UInt8>) -> Bool {
        guard start > 0 else { return false }
        let before = text[start - 1]
        let isLetter = (0x61...0x7A).contains(before | 0x20)
        if isLetter || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "#")].contains(before) {
            return true
        }
        if TimeReader.codes.ends(in: text, at: start) { return true }
        for mark in ["至", "到", "—", "–", "～"] as [StaticString] where text.has(mark, before: start) {
            let other = start - mark.utf8CodeUnitCount
            return other > 0 && classes[text.scalar(at: text.scalarStart(before: other)).value].startsNumeral
        }
        return false
    }

    /// 2026.3.8, 2026/3/17, 2026-03-17: a day by three numbers, with no more of them behind.
    private func numericDate(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        func digit(_ position: Int) -> Int? {
            guard position < end, case let byte = text[position], (0x30...0x39).contains(byte) else { return nil }
            return Int(byte) - 0x30
        }
        guard start + 8 <= end, case let mark = text[start + 4], mark == 0x2E || mark == 0x2F || mark == 0x2D,
            start == 0 || digit(start - 1) == nil
        else { return nil }
        var numbers: [Int] = []
        var position = start
        for length in [4, 2, 2] {
            if position > start {
                guard position < end, text[position] == mark else { return nil }
                position += 1
            }
            var number = 0
            let first = position
            while position - first < length, let next = digit(position) {
                number = number * 10 + next
                position += 1
            }
            guard position > first else { return nil }
            numbers.append(number)
        }
        guard digit(position) == nil, (1990...2100).contains(numbers[0]),
            let day = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]),
            !TimeReader.behindNoDay.begins(in: text, at: position), !isCode(before: start, text),
            // 2025.1.1至2026.12.31: one end of a stretch is not all of it
            !goesOnAsRange(at: position, end: end, text)
        else { return nil }
        return TimeExpression(start: start, end: position, kind: .period, from: day, to: day)
    }

    /// Whether the scalar behind the number that begins at `start` may make a time of it; false is certain, and most
    /// numbers need not be read to tell.
    private func mayCount(_ text: Span<UInt8>, from start: Int, end: Int) -> Bool {
        // 1.1.1.1 over a whole paragraph: the numbers in it are asked one by one, and each looks no further than this.
        let end = min(end, start + 60)
        var position = start
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            switch scalar {
            case "年", "日": return true
            // 三个月来, 三个多月来
            case "个":
                return text.has("月", at: position + 3) || text.has("多月", at: position + 3)
                    || text.has("半月", at: position + 3) || text.has("星期", at: position + 3)
                    || text.has("礼拜", at: position + 3)
            case "天", "周": return true
            case _ where TimeReader.mayFollowMonth(scalar): return true
            // A number may hold these.
            case ",", "，", ".", "．", "点", "来", "+", "＋": break
            case _ where classes[scalar].startsNumeral || classes[scalar] == .vague: break
            default: return false
            }
            position += length
        }
        return true
    }

    /// Whether a number before the scalar may be a month, or what 季度 and 半年 count.
    private static func mayFollowMonth(_ scalar: UInt32) -> Bool {
        switch scalar {
        case "月", "季", "半", "至", "到", "—", "–", "-", "－", "~", "～": true
        default: false
        }
    }

    /// A year with what may follow it: 2025年1—8月, 今年上半年, 去年底.
    func yearExpression(_ text: Span<UInt8>, start: Int, yearEnd: Int, year: Int?, end: Int) -> TimeExpression {
        var yearEnd = yearEnd
        // 2023年度, but 2023年|度假区; 2023财年 ends otherwise
        if text.has("度", at: yearEnd), !text.has("度假", at: yearEnd) { yearEnd += 3 }
        if var part = partOfYear(text, at: yearEnd, end: end, year: year) {
            part.start = start
            return part
        }
        var expression = TimeExpression(start: start, end: yearEnd, kind: .period, from: nil, to: nil)
        if let year {
            expression.from = .first(ofMonth: 1, year: year)
            expression.to = .last(ofMonth: 12, year: year)
        }
        for word in ["年底", "底", "年末", "末", "年初", "初"] as [StaticString] where text.has(word, at: yearEnd) {
            expression.end = yearEnd + word.utf8CodeUnitCount
            if let year {
                let first = text.has("初", before: expression.end)
                expression.from = first ? .first(ofMonth: 1, year: year) : .last(ofMonth: 12, year: year)
                expression.to = expression.from
            }
            break
        }
        return expression
    }

    /// A part of a year: 上半年, 前三季度, 前10个月, 1—8月, 9月, 8月4日.
    func partOfYear(_ text: Span<UInt8>, at start: Int, end: Int, year: Int?) -> TimeExpression? {
        guard start < end else { return nil }
        switch text.scalar(at: start).value {
        case "头": if !text.has("个月", at: start + 6) { return nil }  // 头两个月, and no 头
        case "上", "下", "前", "第", "一", "二", "三", "四", "全":
            for (word, first, last, kind) in TimeReader.parts
            where text.has(word, at: start) && start + word.utf8CodeUnitCount <= end {
                return .months(first...last, of: year, start..<start + word.utf8CodeUnitCount, kind)
            }
        default: break
        }
        if let month = monthNamed(text, at: start, end: end) { return month }
        if let quarter = quarterNamed(text, at: start, end: end) { return quarter }
        if text.has("前", at: start) || text.has("头", at: start) {
            return firstMonths(text, at: start, end: end, year: year)
        }
        guard start < end, classes[text.scalar(at: start).value].startsNumeral,
            let number = numbers.read(text, at: start, end: end), let month = number.value.whole,
            number.qualifier == .exact, (1...12).contains(month)
        else { return nil }
        if text.has("季度", at: number.end), month <= 4, number.hasDigit {
            return .months(month * 3 - 2...month * 3, of: year, start..<number.end + 6, .period)
        }
        if let stretch = monthsTo(text, number, from: month, end: end, year: year) { return stretch }
        guard text.has("月", at: number.end) else { return nil }
        // “新十二月市”, 月饼, 月嫂 are words.
        for word in ["市", "饼", "嫂", "子", "季"] as [StaticString] where text.has(word, at: number.end + 3) { return nil }
        return partOfMonth(text, month, start..<number.end + 3, end: end, year: year)
    }

    /// 前10个月, 前三季度, 头两个月: so many months or quarters from January on.
    private func firstMonths(_ text: Span<UInt8>, at start: Int, end: Int, year: Int?) -> TimeExpression? {
        // 提前|两个月, 之前|两个月: by how long, and from no January on
        guard !TimeReader.aheads.ends(in: text, at: start + 3),
            let number = numbers.read(text, at: start + 3, end: end), let count = number.value.whole,
            (1...12).contains(count)
        else { return nil }
        if text.has("个月", at: number.end) {
            return .months(1...count, of: year, start..<number.end + 6, .sinceJanuary)
        }
        if text.has("月", at: number.end) {
            return .months(1...count, of: year, start..<number.end + 3, .sinceJanuary)
        }
        if text.has("季度", at: number.end), count < 4 {
            return .months(1...count * 3, of: year, start..<number.end + 6, .sinceJanuary)
        }
        return nil
    }

    private static let aheads: WordList = ["提前", "之前", "往前", "朝前"]

    /// 1—8月, 3月至6月份: from one month to a later one.
    private func monthsTo(
        _ text: Span<UInt8>, _ number: NumberReading, from month: Int, end: Int, year: Int?
    ) -> TimeExpression? {
        for mark in ["—", "–", "-", "－", "~", "～", "至", "到", "月至", "月到", "月—", "月-"] as [StaticString]
        where text.has(mark, at: number.end) {
            var next = number.end + mark.utf8CodeUnitCount
            if text.has("—", at: next) { next += 3 }
            guard let second = numbers.read(text, at: next, end: end), text.has("月", at: second.end),
                let last = second.value.whole, (1...12).contains(last), last > month
            else { continue }
            let stop = second.end + (text.has("月份", at: second.end) ? 6 : 3)
            return .months(month...last, of: year, number.start..<stop, month == 1 ? .sinceJanuary : .period)
        }
        return nil
    }

    /// 8月4日, 5月8、9日, 12月中旬, 3月底: a month with the days of it that may follow.
    private func partOfMonth(
        _ text: Span<UInt8>, _ month: Int, _ named: Range<Int>, end: Int, year: Int?
    ) -> TimeExpression {
        var expression = TimeExpression.months(month...month, of: year, named, .period)
        let stop = named.upperBound
        if let days = dayList(text, at: stop, end: end) {
            // 5月8、9日
            expression.end = days.end
            expression.from = year.flatMap { CalendarDate(year: $0, month: month, day: days.first) }
            expression.to = year.flatMap { CalendarDate(year: $0, month: month, day: days.last) }
            return expression
        }
        if let day = numbers.read(text, at: stop, end: end), let value = day.value.whole, (1...31).contains(value),
            text.has("日", at: day.end) || text.has("号", at: day.end) || text.has("讯", at: day.end)
        {
            // 5月8讯: the day is left out before the word for news.
            expression.end = text.has("讯", at: day.end) ? day.end : day.end + 3
            let date = year.flatMap { CalendarDate(year: $0, month: month, day: value) }
            expression.from = date
            expression.to = date
            if let (next, last) = dayRange(text, at: expression.end, end: end) {
                expression.end = next
                expression.to = year.flatMap { CalendarDate(year: $0, month: month, day: last) }
            } else if let last = lastDay(text, at: expression.end, end: end, year: year) {
                expression.end = last.end
                expression.to = last.to
                // 1月1日至6月30日
                if month == 1, value == 1 { expression.kind = .sinceJanuary }
            }
            return expression
        }
        for word in ["份", "中下旬", "上中旬", "上旬", "中旬", "下旬", "底", "末", "初"] as [StaticString]
        where text.has(word, at: stop) {
            expression.end = stop + word.utf8CodeUnitCount
            if text.has("底", at: stop) || text.has("末", at: stop) { expression.from = expression.to }
            if text.has("旬", before: expression.end) { narrow(&expression, toTenDaysAt: stop, text) }
            break
        }
        extendToLaterMonth(&expression, text, end: end, year: year)
        return expression
    }

    /// 12月中旬: the first, the second ten days of a month, or what is left of it.
    func narrow(_ expression: inout TimeExpression, toTenDaysAt start: Int, _ text: Span<UInt8>) {
        guard let month = expression.from, let last = expression.to else { return }
        let first = text.has("上", at: start) ? 1 : text.has("中", at: start) ? 11 : 21
        expression.from = CalendarDate(year: month.year, month: month.month, day: first)
        // 6月中下旬
        if text.has("中下旬", at: start) { return }
        if text.has("上中旬", at: start) {
            expression.to = CalendarDate(year: month.year, month: month.month, day: 20)
            return
        }
        expression.to = first == 21 ? last : CalendarDate(year: month.year, month: month.month, day: first + 9)
    }

    /// 2月中旬至3月初: the part of a later month that a stretch ends with.
    private func extendToLaterMonth(_ expression: inout TimeExpression, _ text: Span<UInt8>, end: Int, year: Int?) {
        for mark in ["至", "到", "——", "—", "-"] as [StaticString] where text.has(mark, at: expression.end) {
            let next = expression.end + mark.utf8CodeUnitCount
            guard next < end, classes[text.scalar(at: next).value].startsNumeral,
                let number = numbers.read(text, at: next, end: end), text.has("月", at: number.end),
                let last = number.value.whole, (1...12).contains(last), number.qualifier == .exact,
                let first = expression.from?.month, last > first,
                let later = partOfYear(text, at: next, end: end, year: year), !text.has("日", before: later.end)
            else { continue }
            expression.end = later.end
            expression.to = later.to
            return
        }
    }

    /// Words that begin with 前 and bound no time: 月底|前往企业, 8日|前来办事.
    static let forwards: WordList = ["前往", "前来", "前去", "前期", "前列"]
    /// Words that begin with 后 and come after no time: 春节|后勤保障.
    static let afters: WordList = [
        "后勤", "后续", "后期", "后备力量", "后备干部", "后备人才", "后备军", "后备箱", "后备队", "后台", "后厨", "后方", "后天", "后半", "后院", "后裔", "后面",
        "后来", "后的",
    ]
    static let weekdayNames: WordList = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
}

extension Number {
    /// The number as an `Int`, or `nil` where it is none.
    var whole: Int? {
        guard exponent >= 0, exponent <= 18, var result = Int(exactly: coefficient) else { return nil }
        for _ in 0..<exponent {
            let (next, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = next
        }
        return result
    }
}
