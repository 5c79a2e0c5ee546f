import Facts
import Scanning

/// Days and hours: 26日, 4月1日至11月3日, 昨天, 当天, 本周, 20日16时.
extension TimeReader {
    /// 8、9日, 12、13、14日 after a month: the days of a list that share one 日.
    func dayList(_ text: Span<UInt8>, at start: Int, end: Int) -> (end: Int, first: Int, last: Int)? {
        var position = start
        var days: [Int] = []
        while let number = numbers.read(text, at: position, end: end), number.upper == nil,
            let day = number.value.whole,
            (1...31).contains(day), days.last ?? 0 < day
        {
            days.append(day)
            if text.has("日", at: number.end) {
                return days.count > 1 ? (number.end + 3, days[0], day) : nil
            }
            guard text.has("、", at: number.end) || text.has("和", at: number.end) else { return nil }
            position = number.end + 3
        }
        return nil
    }

    /// 4日至6日, 4—6日 after a month: the second day.
    func dayRange(_ text: Span<UInt8>, at start: Int, end: Int) -> (end: Int, day: Int)? {
        for mark in ["—", "-", "至", "到", "、"] as [StaticString] where text.has(mark, at: start) {
            let next = start + mark.utf8CodeUnitCount
            guard let second = numbers.read(text, at: next, end: end), text.has("日", at: second.end),
                let day = second.value.whole, (1...31).contains(day)
            else { continue }
            return (second.end + 3, day)
        }
        return nil
    }

    /// 4月1日至11月3日, 12月28日至次年1月3日: the second day, with a month of its own.
    func lastDay(_ text: Span<UInt8>, at start: Int, end: Int, year: Int?) -> TimeExpression? {
        for mark in ["——", "—", "-", "至", "到"] as [StaticString] where text.has(mark, at: start) {
            let next = start + mark.utf8CodeUnitCount
            guard next < end, classes[text.scalar(at: next).value].startsNumeral,
                let last = partOfYear(text, at: next, end: end, year: year),
                text.has("日", before: last.end)
            else { continue }
            return last
        }
        return nil
    }

    /// 本月, 上个月, 下月, a day or a part of them: 本月9日, 上个月底. In a report of a month that has ended 本月 and 全月 are that month.
    func monthNamed(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        func says(_ word: StaticString) -> Bool { text.has(word, at: start) }
        let length = text.has("个", at: start + 3) ? 9 : 6
        guard start + length <= end,
            // 栽下月季50株: no month
            var offset = says("本月") || says("当月") || says("全月") || says("这个月")
                ? 0
                : says("上月") || says("上个月")
                    ? -1 : says("下月") && !says("下月季") && !says("下月饼") || says("下个月") ? 1 : nil
        else { return nil }
        let stop = start + length
        // 下月计划 over a part of a report of the first days, whose month is the one that has ended: the month that has begun
        let isNext = offset == 1
        if isNext, published.map({ $0.day <= 10 }) ?? false, opensOutlook(text, at: stop, end: end) { offset = 0 }
        // 本月起, 本月底前: what is still to come
        let isToCome =
            offset == 0
            && (isNext || (["起", "以来", "底", "末"] as [StaticString]).contains { text.has($0, at: stop) })
        let month = published.map { (isToCome ? $0 : self.month ?? $0).month(offset) }
        var expression = TimeExpression(start: start, end: stop, kind: .period, from: month?.first, to: month?.last)
        if let number = numbers.read(text, at: stop, end: end), let day = number.value.whole,
            text.has("日", at: number.end)
        {
            guard let first = month?.first else {
                expression.end = number.end + 3
                return expression
            }
            guard let date = CalendarDate(year: first.year, month: first.month, day: day) else { return expression }
            expression.end = number.end + 3
            expression.from = date
            expression.to = date
        } else if offset == 0, !isToCome, let published, published.day <= 10 || self.month != nil {
            // A monthly report of the first days tells of the month that has ended, and plans of the one that has begun.
            let ended = self.month?.month(0) ?? published.month(-1)
            expression.from = ended.first
            expression.to = ended.last
            expression.open = .endedMonth
        }
        if expression.end == stop, !TimeReader.firstWords.begins(in: text, at: stop),
            let part = TimeReader.monthParts.match(in: text, at: stop, end: end)
        {
            expression.end += part
            if text.has("底", at: stop) || text.has("末", at: stop) { expression.from = expression.to }
            if text.has("旬", before: expression.end) { narrow(&expression, toTenDaysAt: stop, text) }
        }
        return expression
    }

    private static let monthParts: WordList = ["底", "末", "初", "中下旬", "上中旬", "上旬", "中旬", "下旬", "份"]

    /// Words that begin with 初 and 份: 本月|初审32户.
    private static let firstWords: WordList = ["初审", "初步", "初选", "初检", "初验", "初评", "初中", "初级", "初始", "份额", "末端", "底数"]

    /// What stands before 月底 where that is no day of its own: 每月底, 3月底.
    private static let monthCounts: WordList = ["每", "个", "次", "逢", "各", "整", "同", "某", "满"]

    /// 月底前, 月底: the last day of the month that runs, or of the one that has ended; 月中前
    func monthEnd(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        let isMiddle = text.has("月中前", at: start)
        guard start + 6 <= end, isMiddle || text.has("月底", at: start) || text.has("月末", at: start),
            !TimeReader.monthCounts.ends(in: text, at: start),
            start == 0 || !classes[text.scalar(at: text.scalarStart(before: start)).value].startsNumeral
        else { return nil }
        var expression = TimeExpression(start: start, end: start + 6, kind: .period, from: nil, to: nil)
        guard let published else { return expression }
        let isEnded = published.day <= 10 && !text.has("前", at: start + 6)
        expression.to = published.month(isEnded ? -1 : 0).last
        if isMiddle { expression.to = CalendarDate(year: published.year, month: published.month, day: 15) }
        expression.from = expression.to
        if isEnded { expression.open = .endedMonth }
        return expression
    }

    /// Whether a heading ends with what is to be done: 计划, 重点工作.
    private func opensOutlook(_ text: Span<UInt8>, at start: Int, end: Int) -> Bool {
        TimeReader.outlooks.contains { word in
            let stop = start + word.utf8CodeUnitCount
            return text.has(word, at: start) && (stop >= end || classes[text.scalar(at: stop).value] == .clauseEnd)
        }
    }

    private static let outlooks: [StaticString] = [
        "计划", "打算", "安排", "工作计划", "工作打算", "工作安排", "工作重点", "重点工作", "重点工作安排",
    ]

    /// Names of quarters, and how many months each lies before the one of the report.
    private static let quarters: [(StaticString, Int)] = [
        ("本季度", 0), ("上季度", 3), ("上一季度", 3), ("下季度", -3), ("下一季度", -3),
    ]

    /// 本季度, 上季度: a report of the first half month tells of the quarter that has ended.
    func quarterNamed(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        guard let (name, back) = TimeReader.quarters.first(where: { text.has($0.0, at: start) }),
            case let stop = start + name.utf8CodeUnitCount, stop <= end
        else { return nil }
        var expression = TimeExpression(start: start, end: stop, kind: .period, from: nil, to: nil)
        if let published {
            let day = published.advanced(byDays: -15)
            let first = (day.month - 1) / 3 * 3 + 1 - day.month - back
            expression.from = day.month(first).first
            expression.to = day.month(first + 2).last
        }
        return expression
    }

    /// The days that a word for a day, a week or a part of the year means, where the day of publication is known.
    ///
    /// 目前 and its like are a present up to that day, but for 目前的, which only tells a thing from what it was.
    func daysNamed(_ text: Span<UInt8>, _ word: Range<Int>) -> (from: CalendarDate?, to: CalendarDate?)? {
        func says(_ words: StaticString...) -> Bool { words.contains { text.has($0, at: word.lowerBound) } }
        guard let published else { return nil }
        if says("今天", "今日", "今晚", "今早", "今晨") { return (published, published) }
        if says("昨天", "昨日", "昨晚", "昨夜") { return (published.advanced(byDays: -1), published.advanced(byDays: -1)) }
        if says("前天", "前晚") { return (published.advanced(byDays: -2), published.advanced(byDays: -2)) }
        if says("后天") { return (published.advanced(byDays: 2), published.advanced(byDays: 2)) }
        if says("明天", "明日", "明晚") { return (published.advanced(byDays: 1), published.advanced(byDays: 1)) }
        if says("目前", "现在", "如今", "当前", "眼下", "现阶段"), !text.has("的", at: word.upperBound) { return (nil, published) }
        if says("上周末", "上个周末"), let saturday = week(of: published.advanced(byDays: -7)).from?.advanced(byDays: 5) {
            return (saturday, saturday.advanced(byDays: 1))
        }
        // A weekly report of Monday tells of the week that has ended.
        if says("本周", "全周") { return week(of: published.advanced(byDays: -1)) }
        if says("上周") { return week(of: published.advanced(byDays: -7)) }
        if says("下周") { return week(of: published.advanced(byDays: 6)) }
        guard let year else { return nil }
        if says("年内") { return (.first(ofMonth: 1, year: year), .last(ofMonth: 12, year: year)) }
        if says("年底", "年末") { return (.last(ofMonth: 12, year: year), .last(ofMonth: 12, year: year)) }
        if says("年初") { return (.first(ofMonth: 1, year: year), .first(ofMonth: 1, year: year)) }
        return nil
    }

    /// 上周六, 本周一: a day of the week that a word names, against 本周六家企业.
    func weekday(_ text: Span<UInt8>, behind week: TimeExpression, end: Int) -> TimeExpression? {
        guard text.has("周", before: week.end), week.end + 3 < end,
            let number = (["一", "二", "三", "四", "五", "六"] as [StaticString])
                .firstIndex(where: { text.has($0, at: week.end) })
                ?? (text.has("日", at: week.end) || text.has("天", at: week.end) ? 6 : nil),
            !TimeReader.counted.begins(in: text, at: week.end + 3),
            // 上周|一共, but 上周五|共
            number > 0 || !text.has("共", at: week.end + 3)
        else { return nil }
        var day = week
        day.end += 3
        day.kind = .period
        day.from = week.from?.advanced(byDays: number)
        day.to = day.from
        return day
    }

    /// What follows a numeral that is none of a weekday.
    private static let counted: WordList = ["个", "家", "名", "次", "件", "场", "起", "户", "项", "处", "人", "十", "百", "、"]

    /// Monday to Sunday.
    func week(of day: CalendarDate) -> (from: CalendarDate?, to: CalendarDate?) {
        // 3 January 2000 was a Monday.
        guard let monday = CalendarDate(year: 2000, month: 1, day: 3) else { return (nil, nil) }
        let past = ((day.days(since: monday) % 7) + 7) % 7
        return (day.advanced(byDays: -past), day.advanced(byDays: 6 - past))
    }

    /// A day of the month alone: 26日 is the last such day up to the day of publication.
    func dayAlone(_ text: Span<UInt8>, _ number: NumberReading, start: Int, end: Int) -> TimeExpression? {
        guard number.hasDigit, text.has("日", at: number.end), let day = number.value.whole, (1...31).contains(day),
            number.end + 3 <= end, !text.has("日均", at: number.end),
            !text.has("日报", at: number.end) || text.has("日报道", at: number.end),
            !text.has("日游", at: number.end), !text.has("日内", at: number.end)
        else { return nil }
        if start > 0 {
            let before = classes[text.scalar(at: text.scalarStart(before: start)).value]
            let opens = [.clauseEnd, .sentenceEnd, .space, .openQuote, .openBracket, .closeBracket].contains(before)
            // 9个小区20日前完工: by which day; 3日前 may be three days ago
            let isDeadline =
                before == .other && day > 4 && text.has("前", at: number.end + 3) && !text.has("前往", at: number.end + 3)
                && !text.has("第", before: start)
            guard
                opens || isDeadline || follows(fullStopBefore: start, text)
                    || dayRange(text, at: number.end + 3, end: end) != nil && before == .other
                    || text.has("截至", before: start) || text.has("自", before: start) || text.has("于", before: start)
                    || text.has("从", before: start) || text.has("地时间", before: start)
                    || text.has("京时间", before: start)
                    || (TimeReader.dayFollowers.contains(where: { text.has($0, at: number.end + 3) })
                        || isBeforeVerb(number.end + 3, text, end: end) && !opensSpan(before: start, text))
                        && ![.digit, .hanDigit, .mark, .latin].contains(before) && !text.has("第", before: start)
            else { return nil }
        }
        var expression = TimeExpression(start: start, end: number.end + 3, kind: .period, from: nil, to: nil)
        if let published {
            var year = published.year
            var month = published.month
            if day > published.day {
                month -= 1
                if month == 0 {
                    month = 12
                    year -= 1
                }
            }
            expression.from = CalendarDate(year: year, month: month, day: day)
            expression.to = expression.from
            if let (next, last) = dayRange(text, at: expression.end, end: end) {
                expression.end = next
                expression.to = CalendarDate(year: year, month: month, day: last)
            }
        }
        // 军方24日称: what somebody has said is over, whatever is planned in it.
        let isTold = TimeReader.sayings.contains { text.has($0, at: expression.end) }
        // 19日开钻，投产后每年可注水30万吨 in news of the 20th; but 将于1日启动 is of the next month
        let isPast =
            published.map { day <= $0.day } ?? false && !TimeReader.appointings.contains { text.has($0, before: start) }
        expression.open = isTold || isPast ? .nothing : .month
        return finish(text, expression, end: end)
    }

    /// 搬到快递站.|26日中午: whether a full stop of half a width stands before a day, behind a character that is no digit.
    private func follows(fullStopBefore start: Int, _ text: Span<UInt8>) -> Bool {
        start > 3 && text.has(".", before: start)
            && classes[text.scalar(at: text.scalarStart(before: start - 1)).value] == .other
    }

    /// What stands before a day that is still to come.
    private static let appointings: [StaticString] = ["将于", "将在", "拟于", "定于", "计划于", "预计", "预计于", "到", "至"]
    /// Verbs of telling something.
    static let sayings: [StaticString] = ["称", "说", "表示", "宣布", "报道", "呼吁", "透露"]
    /// Verbs of making figures known, whose day is not the figures' own.
    static let publishings: [StaticString] = ["发布", "公布", "通报"]
    /// What stands behind the day on which figures came out.
    static let behindPublication: [StaticString] = publishings + ["数据", "获悉", "从", "最新"]

    /// What stands before a number of days that is a span: 连续3日, 救援历时5日.
    private static let spanOpeners: WordList = [
        "续", "近", "期", "共", "每", "前", "后", "第", "满", "隔", "至", "到", "用", "时", "仅", "足", "长", "短", "过", "了", "早", "晚",
        "约", "月",
    ]
    /// Verbs that may stand behind a span as well as behind a day: 施工3日完成.
    private static let spanClosers: WordList = [
        "完成", "结束", "建成", "抵达", "到达", "恢复", "内", "后", "前", "可", "能", "左右", "上下",
    ]

    /// 议会9日|通过决议, 以军25日|袭击: whether a verb stands at a position, other than one that tells what a span of time was enough for.
    private func isBeforeVerb(_ position: Int, _ text: Span<UInt8>, end: Int) -> Bool {
        guard position < end, !TimeReader.spanClosers.begins(in: text, at: position),
            let word = lexicon.phrases.longestMatch(in: text, at: position, end: end)
        else { return false }
        return word.length > 3
            && [.verb, .verbalNoun, .preposition, .adverb].contains(lexicon.entry(of: word.value).wordClass)
    }

    /// 旅客滞留|2日等待放行, 连续|3日巡查: whether what stands before a number of days makes it how long something lasted.
    private func opensSpan(before start: Int, _ text: Span<UInt8>) -> Bool {
        if TimeReader.spanOpeners.ends(in: text, at: start) { return true }
        guard start >= 6, text.scalarStart(before: text.scalarStart(before: start)) == start - 6,
            let word = lexicon.phrases.longestMatch(in: text, at: start - 6, end: start)
        else { return false }
        return word.length == 6 && [.verb, .verbalNoun].contains(lexicon.entry(of: word.value).wordClass)
    }

    /// What shows that a number of 日 inside a clause is a day and no span: 国防部25日称, 大会12日在首尔举行, 2日晚.
    private static let dayFollowers: [StaticString] =
        sayings + publishings + [
            "发表", "援引", "在", "上午", "下午", "晚", "凌晨", "清晨", "早",
            "中午", "傍晚", "夜", "深夜", "当晚", "当天", "举行", "召开", "开幕", "启动", "抵达", "发生", "电", "消息", "起", "对", "向", "与", "就",
            "从",
        ]

    /// 至20日16时, 至5月13日24:00, 至16时: where the last hour of a stretch ends, and on which day, if it is another one.
    func hourUntil(_ text: Span<UInt8>, at start: Int, end: Int) -> (end: Int, month: Int?, day: Int?)? {
        for mark in ["至", "到", "—", "-"] as [StaticString] where text.has(mark, at: start) {
            var next = start + mark.utf8CodeUnitCount
            if let hour = clock(text, at: next, end: end) { return (hour, nil, nil) }
            guard next < end, classes[text.scalar(at: next).value].startsNumeral,
                var day = numbers.read(text, at: next, end: end)
            else { continue }
            var month: Int?
            if text.has("月", at: day.end), let named = day.value.whole, (1...12).contains(named) {
                next = day.end + 3
                guard next < end, classes[text.scalar(at: next).value].startsNumeral,
                    let later = numbers.read(text, at: next, end: end)
                else { continue }
                (month, day) = (named, later)
            }
            guard text.has("日", at: day.end), let hour = clock(text, at: day.end + 3, end: end) else { continue }
            return (hour, month, day.value.whole.flatMap { (1...31).contains($0) ? $0 : nil })
        }
        return nil
    }

    /// 9:30, 11：00 behind a day: where the two digits of the minutes end.
    private func minutes(_ text: Span<UInt8>, behind hour: NumberReading, end: Int) -> Int? {
        let colon = text.has(":", at: hour.end) ? 1 : text.has("：", at: hour.end) ? 3 : 0
        guard colon > 0, hour.hasDigit, hour.scalars <= 2, hour.end + colon < end,
            classes[text.scalar(at: hour.end + colon).value] == .digit,
            let minute = numbers.read(text, at: hour.end + colon, end: end), minute.hasDigit, minute.scalars == 2,
            minute.value < Number(60), minute.qualifier == .exact, minute.multiplier == 0
        else { return nil }
        return minute.end
    }

    /// Where an hour ends that begins at a position: 18时, 11点.
    func clock(_ text: Span<UInt8>, at start: Int, end: Int) -> Int? {
        guard start < end, classes[text.scalar(at: start).value].startsNumeral,
            let hour = numbers.read(text, at: start, end: end), let value = hour.value.whole, (0...24).contains(value)
        else { return nil }
        if let minutes = minutes(text, behind: hour, end: end) { return minutes }
        guard text.has("时", at: hour.end) || text.has("点", at: hour.end), hour.end + 3 <= end else { return nil }
        // 上午8点半, 14时许, 凌晨1点多
        let stop = hour.end + 3
        let rest =
            TimeReader.hourWords.begins(in: text, at: stop)
            ? 0 : TimeReader.hourParts.match(in: text, at: stop, end: end) ?? 0
        return stop + rest
    }

    /// Words that begin like a part of an hour: 20时|多部门联合检查.
    private static let hourWords: WordList = [
        "多部门", "多人", "多名", "多家", "多方", "多处", "整治", "整改", "整理", "整顿", "整队", "许可", "许多", "半数",
    ]

    private static let hourParts: WordList = ["半", "许", "多", "钟", "整", "左右"]
}
