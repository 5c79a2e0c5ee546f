import Facts
import Scanning

/// What may stand behind a time expression and belong to it: 以来, 期间, 起, 前, an hour, a season, a day in brackets.
extension TimeReader {
    /// Takes in what stands behind the expression and belongs to it, in the order in which it may stand there.
    func finish(_ text: Span<UInt8>, _ expression: TimeExpression, end: Int) -> TimeExpression {
        var expression = expression
        extendToLaterYear(&expression, text, end: end)
        if runsUntilNow(&expression, text, end: end) { return expression }
        takeBrackets(&expression, text, end: end)
        // Whether it names an hour or a part of a day.
        var isHour = takeHour(&expression, text, end: end)
        takeLunarDay(&expression, text, end: end)
        if takeSeasonOrPartOfDay(&expression, text, end: end) { isHour = true }
        if beginsThen(&expression, text, end: end) { return expression }
        if text.has("季度", before: expression.end), text.has("末", at: expression.end), expression.end + 3 <= end {
            // 截至一季度末
            expression.end += 3
            expression.from = expression.to
        }
        expression.end += lengthOfLimit(behind: expression, isHour: isHour, text, end: end)
        if !runsSinceEvent(&expression, text, end: end) { takeClosing(&expression, text, end: end) }
        return expression
    }

    private static let untilNow: WordList = [
        "至今", "到现在", "到目前", "到目前为止", "截至目前", "截止目前", "到今天", "到今日", "到眼下", "到如今",
    ]

    /// 2019年至今: since then, and not only now; 今年到现在: since January.
    private func runsUntilNow(_ expression: inout TimeExpression, _ text: Span<UInt8>, end: Int) -> Bool {
        guard expression.kind == .period, expression.from.map({ $0 <= published ?? $0 }) ?? false,
            !text.has("至今年", at: expression.end),
            let now = TimeReader.untilNow.match(in: text, at: expression.end, end: end)
        else { return false }
        expression.end += now
        let isWholeYear = isSinceNewYear(expression) && expression.to?.month == 12
        expression.kind = isWholeYear ? .sinceJanuary : .running
        expression.open = .nothing
        expression.to = published
        return true
    }

    /// Whether an expression begins with the year of publication.
    private func isSinceNewYear(_ expression: TimeExpression) -> Bool {
        expression.from.map { $0.year == published?.year && $0.month == 1 && $0.day == 1 } ?? false
    }

    /// 今天（8月9日）, 上半年（1—6月）: the days of what stands in the brackets.
    func takeBrackets(_ expression: inout TimeExpression, _ text: Span<UInt8>, end: Int) {
        guard let inner = dayInBrackets(text, at: expression.end, end: end) else { return }
        expression.end = inner.end
        expression.from = inner.from
        expression.to = inner.to
        expression.kind = .period
        // 今天（8月9日）至11日
        extendToLastDay(&expression, text, end: end)
    }

    /// What fills the brackets that open at a position, up to behind them.
    private func dayInBrackets(_ text: Span<UInt8>, at position: Int, end: Int) -> TimeExpression? {
        guard text.has("（", at: position) || text.has("(", at: position) else { return nil }
        let open = position + (text.has("（", at: position) ? 3 : 1)
        guard var inner = partOfYear(text, at: open, end: end, year: year),
            text.has("）", at: inner.end) || text.has(")", at: inner.end)
        else { return nil }
        inner.end += text.has("）", at: inner.end) ? 3 : 1
        return inner
    }

    /// 截至20日18时, 3月5日8时至6日8时: the hour of a day, and the one up to which it goes; tells whether there is one.
    private func takeHour(_ expression: inout TimeExpression, _ text: Span<UInt8>, end: Int) -> Bool {
        guard
            text.has("日", before: expression.end) || text.has("天", before: expression.end)
                || text.has("晚", before: expression.end) || text.has("）", before: expression.end),
            let hour = clock(text, at: expression.end, end: end)
        else { return false }
        expression.end = hour
        guard let until = hourUntil(text, at: hour, end: end) else { return true }
        expression.end = until.end
        guard let day = until.day, let from = expression.from else { return true }
        // 3月5日8时至6日8时, 12月30日8时至1月2日8时
        if let month = until.month {
            expression.to = CalendarDate(year: month < from.month ? from.year + 1 : from.year, month: month, day: day)
        } else {
            let month = day < from.day ? from.month(1).first : from
            expression.to = CalendarDate(year: month.year, month: month.month, day: day)
        }
        return true
    }

    /// 今年正月十六: a day of the other calendar, whose date nobody tells.
    private func takeLunarDay(_ expression: inout TimeExpression, _ text: Span<UInt8>, end: Int) {
        guard text.has("年", before: expression.end),
            let lunar = words.longestMatch(in: text, at: expression.end, end: end),
            lunar.value == TimeReader.lunarMonth,
            let day = lunarDay(text, expression.end..<expression.end + lunar.length, end: end)
        else { return }
        expression.end = day.end
        expression.isNarrowed = true
    }

    /// 今年春节, 去年同期, 2月8日上午, but not 24日|晚会: what narrows a year or a day; tells whether it is a part of a day.
    private func takeSeasonOrPartOfDay(_ expression: inout TimeExpression, _ text: Span<UInt8>, end: Int) -> Bool {
        let start = expression.end
        // 今年“七一”前夕
        if text.has("年", before: start), text.has("“", at: start), let feast = quotedTime(text, at: start, end: end),
            feast.kind == .period, feast.from == nil, !text.has("”", before: feast.end)
        {
            expression.end = feast.end
            expression.isNarrowed = true
            return false
        }
        if let bare = bareSeason(behind: start, text, end: end) {
            expression.end = bare
            expression.isNarrowed = true
            return false
        }
        guard let stop = TimeReader.stops.match(in: text, at: start, end: end),
            !TimeReader.evenings.contains(where: { text.has($0, at: start + stop) }),
            // 8日早8时, but 8日早市
            stop > 3 || !text.has("早", at: start) || clock(text, at: start + 3, end: end) != nil,
            // 上半年夜间消费: a part of the day follows a day.
            !text.has("年", before: start) && !text.has("度", before: start)
                || !TimeReader.partsOfDay.contains(where: { text.has($0, at: start) })
        else { return false }
        expression.end += stop
        expression.isNarrowed = true
        if text.has("假期", before: expression.end) {
            // 今年国庆假期|前三天
            expression.end += Festivals.part(of: text, at: expression.end, end: end)?.length ?? 0
        }
        narrowToSeason(&expression, text)
        if let hour = clock(text, at: expression.end, end: end) { expression.end = hour }
        guard TimeReader.dayParts.contains(start..<start + stop, of: text) else { return false }
        extendToLastDay(&expression, text, end: end)
        return true
    }

    private static let bareSeasons: WordList = ["春", "夏", "秋", "冬"]

    /// Where a season ends that closes the clause which names its year: 2023年冬，…, 去年“双十一”，….
    private func bareSeason(behind year: Int, _ text: Span<UInt8>, end: Int) -> Int? {
        guard text.has("年", before: year),
            let length = TimeReader.bareSeasons.match(in: text, at: year, end: end)
                ?? TimeReader.namedDays.match(in: text, at: year, end: end),
            case let stop = year + length, stop < end, classes[text.scalar(at: stop).value] == .clauseEnd
        else { return nil }
        return stop
    }

    private static let seasons: [(StaticString, Int)] = [
        ("春季", 3), ("春天", 3), ("夏季", 6), ("夏天", 6), ("秋季", 9), ("秋天", 9),
    ]

    /// 今年秋季: three months of the year; a winter belongs to two of them.
    private func narrowToSeason(_ expression: inout TimeExpression, _ text: Span<UInt8>) {
        guard let from = expression.from, let to = expression.to, from.year == to.year, from.month == 1, to.month == 12
        else { return }
        for (season, month) in TimeReader.seasons where text.has(season, before: expression.end) {
            expression.from = .first(ofMonth: month, year: from.year)
            expression.to = .last(ofMonth: month + 2, year: from.year)
            return
        }
    }

    /// 7月24日夜至25日, 1月19日傍晚至20日清晨, 20日深夜至今天凌晨: the second day behind a part of the first.
    private func extendToLastDay(_ expression: inout TimeExpression, _ text: Span<UInt8>, end: Int) {
        guard let from = expression.from, expression.to == from else { return }
        let stop: Int
        var last: CalendarDate?
        if let (next, day) = dayRange(text, at: expression.end, end: end) {
            stop = next
            // 7月31日夜至1日
            let month = day < from.day ? from.month(1).first : from
            last = CalendarDate(year: month.year, month: month.month, day: day)
        } else if let other = lastDay(text, at: expression.end, end: end, year: from.year) {
            stop = other.end
            last = other.to.flatMap { $0 < from ? $0.inYear($0.year + 1) : $0 }
        } else if let published, published >= from,
            let today = TimeReader.untilToday.match(in: text, at: expression.end, end: end)
        {
            // 起到今天（5月31日）
            stop = dayInBrackets(text, at: expression.end + today, end: end)?.end ?? expression.end + today
            last = published
        } else {
            return
        }
        guard let last else { return }
        expression.end = stop
        expression.to = last
        expression.isNarrowed = false
        if let part = TimeReader.dayParts.match(in: text, at: stop, end: end) { expression.end += part }
    }

    private static let untilToday: WordList = ["至今天", "至今日", "到今天", "到今日"]

    /// 今年4月起, 9月1日开始: what goes on since then, unless a last day follows: 9月1日起至9月30日.
    private func beginsThen(_ expression: inout TimeExpression, _ text: Span<UInt8>, end: Int) -> Bool {
        let begins =
            text.has("开始", at: expression.end) || text.has("算起", at: expression.end)
            ? 6 : text.has("起", at: expression.end) ? 3 : 0
        guard begins > 0, expression.end + begins <= end, expression.kind != .running,
            !TimeReader.rising.contains(where: { text.has($0, at: expression.end) })
        else { return false }
        expression.end += begins
        if text.has("至今", at: expression.end), !text.has("至今年", at: expression.end), expression.end + 6 <= end {
            // 4月1日起至今
            expression.end += 6
        }
        // 9月1日起至9月30日
        let first = expression.end
        extendToLastDay(&expression, text, end: end)
        if expression.end > first {
            expression.kind = .period
            return true
        }
        expression.kind = .running
        // It is open to the day of publication, and has no end where it is still to begin.
        expression.to = published.flatMap { day in (expression.from ?? day) <= day ? day : nil }
        return true
    }

    private static let comingFeasts: WordList = [
        "入夏", "入冬", "入秋", "入春", "入汛", "开春", "汛期", "雨季", "春节", "国庆", "国庆节", "元旦", "立春", "立夏", "立秋", "立冬", "霜降",
        "冬至", "清明", "中秋", "中秋节", "端午", "端午节", "暑假", "寒假", "元宵节", "重阳节", "劳动节", "秋收", "春耕", "夏收",
    ]

    private static let withins: WordList = ["年", "周", "月", "季度"]
    /// Words that begin with 内: 今年|内蒙古, 本月|内部.
    private static let inners: WordList = [
        "内蒙", "内部", "内外", "内地", "内需", "内容", "内涝", "内设", "内控", "内审", "内销", "内贸", "内生", "内河", "内江", "内乡", "内黄", "内科",
        "内资", "内环", "内街", "内湖", "内网", "内退", "内饰", "内墙", "内侧", "内循环", "内宾", "内镜", "内分泌", "内向", "内功",
    ]

    /// 今年|内, 本周|内, 国庆|前后, 明年春节|前, 今年国庆节|前夕, 8日上午|前: how long the word is that makes of a time what lies within it, about it
    /// or before it.
    private func lengthOfLimit(
        behind time: TimeExpression, isHour: Bool, _ text: Span<UInt8>, end: Int
    ) -> Int {
        let position = time.end
        if endsWithin(text, at: position, end: end) { return 3 }
        if text.has("前后", at: position) { return 6 }
        if text.has("后", at: position) {
            // 今年春节|后, 去年入冬|后
            return TimeReader.comingFeasts.ends(in: text, at: position, floor: time.start)
                && !TimeReader.afters.begins(in: text, at: position) ? 3 : 0
        }
        guard text.has("前", at: position), !TimeReader.forwards.begins(in: text, at: position) else { return 0 }
        let isEve = text.has("前夕", at: position)
        let isLimit =
            text.has("底", before: position) || text.has("末", before: position) || text.has("旬", before: position)
            || text.has("月中", before: position)
            || TimeReader.weekdayNames.ends(in: text, at: position, floor: time.start)
            || (isHour || text.has("日", before: position)) && !isEve
            || TimeReader.comingFeasts.ends(in: text, at: position, floor: time.start)
        return isLimit ? isEve ? 6 : 3 : 0
    }

    /// Whether 内 closes a stretch behind which a position lies.
    private func endsWithin(_ text: Span<UInt8>, at position: Int, end: Int) -> Bool {
        position + 3 <= end && text.has("内", at: position) && TimeReader.withins.ends(in: text, at: position)
            && !TimeReader.inners.begins(in: text, at: position)
    }

    /// 2023年启动以来, 4月18日开张至今: what goes on has begun before the day of publication.
    private func runsSinceEvent(_ expression: inout TimeExpression, _ text: Span<UInt8>, end: Int) -> Bool {
        guard expression.kind != .running, let since = sinceEvent(text, at: expression.end, end: end) else {
            return false
        }
        expression.end = since
        expression.kind = .running
        if let published, let from = expression.from, from > published, expression.open == .year {
            expression.from = from.inYear(from.year - 1)
        }
        expression.to = published
        if published == nil { expression.from = nil }
        return true
    }

    /// 今年以来, 会议期间, 2020年之前: the word that closes an expression.
    private func takeClosing(_ expression: inout TimeExpression, _ text: Span<UInt8>, end: Int) {
        for word in ["以来", "期间", "之前", "以前"] as [StaticString]
        where text.has(word, at: expression.end) && expression.end + word.utf8CodeUnitCount <= end {
            expression.end += word.utf8CodeUnitCount
            if text.has("期间", before: expression.end) { expression.isNarrowed = true }
            if text.has("以来", before: expression.end) {
                // 今年以来; 去年以来 and 5月以来 are open otherwise.
                expression.kind = isSinceNewYear(expression) ? .sinceJanuary : .running
                expression.to = published
                if published == nil { expression.from = nil }
            }
            return
        }
    }
}
