import Facts
import Scanning

/// Stretches of time with a bound or a count: 截至6月底, 自…以来, 到2027年, 近三年来, 5年来.
extension TimeReader {
    /// An expression that 截至, 自, 从, 到 or 至 bounds: 截至6月底, 自2023年以来, 到2027年.
    func bounded(
        _ text: Span<UInt8>, at start: Int, after: Int, end: Int, depth: Int
    ) -> TimeExpression? {
        let begins = text.has("从", at: start) || text.has("自", at: start)
        let ends = text.has("到", at: start) || text.has("至", at: start)
        guard after < end, var inner = read(text, at: after, end: end, depth: depth + 1), inner.start == after else {
            if begins { return sinceHappening(text, at: start, after: after, end: end) }
            return untilHour(text, at: start, after: after, end: end)
                ?? (ends ? nil : untilEvent(text, at: start, after: after, end: end))
        }
        inner.start = start
        if text.has("自", at: start), !opensClause(start, text), text.has("以来", before: inner.end),
            TimeReader.beginnings.ends(in: text, at: inner.end - 6, floor: after)
        {
            // 项目自2023年启动以来，…: behind what it is told of, the time alone
            inner.start = after
        }
        if begins, inner.kind == .period, inner.from != nil,
            let since = sinceHappening(text, at: start, after: inner.end, end: end)
        {
            // 自2023年4月“访民情”之“千灯行动”开展以来: since the day that the clause begins with
            inner.end = since.end
            inner.kind = .running
            inner.to = published
            return inner
        }
        if text.has("以来", before: inner.end) || !begins && !ends {
            // 截至6月底 is a stretch with an open beginning; 自2023年以来 begins with the year.
            inner.kind = .running
            if !begins, !ends, inner.to != nil { inner.from = nil }
            return inner
        }
        // 预计到“十四五”末, 力争到年底
        let isPlanned = (["预计", "力争", "计划", "确保", "争取", "提出", "明确", "持续"] as [StaticString]).contains {
            text.has($0, before: start)
        }
        if inner.kind == .present {
            // 到昨天, and no 到目前
            guard ends, inner.from != nil, isPlanned || opensClause(start, text) else { return nil }
            inner.kind = .running
            inner.from = nil
            return inner
        }
        // 从2020年的…提高到2025年的…: 从 and 到 belong to the sentence; 从今年2月至4月, and 到2027年 at the head of a clause, are
        // times.
        if begins {
            if text.has("自", at: start), opensClause(start, text), inner.kind == .period, let from = inner.from,
                published.map({ from < $0 }) ?? true, !isStretch(inner, text)
            {
                // 自3月讲堂开张，…: since then, with or without 以来
                inner.kind = .running
                inner.to = published
                return inner
            }
            let isBegun = text.has("起", before: inner.end) || text.has("开始", before: inner.end)
            return isBegun || isStretch(inner, text) ? inner : nil
        }
        guard isPlanned || opensClause(start, text) else { return nil }
        if text.has("年", before: inner.end), let published, let last = inner.to, last > published {
            // 到2027年，建成公园20座: by the end of it, as 到2027年底
            inner.from = nil
        }
        if text.has("个月底", before: inner.end), let published, let last = inner.to, last < published {
            // 到上个月底，已办结316件: so much by then
            inner.kind = .running
            inner.from = nil
        }
        return inner
    }

    /// 自本轮冲突以来, 从项目开工以来, 自上线并发布“微心愿”以来: since an event that the clause names.
    private func sinceHappening(_ text: Span<UInt8>, at start: Int, after: Int, end: Int) -> TimeExpression? {
        var position = after
        while position + 6 <= end, position - after <= TimeReader.longestHappening {
            if position > after + 3, text.has("以来", at: position) {
                return TimeExpression(start: start, end: position + 6, kind: .running, from: nil, to: published)
            }
            let (scalar, length) = text.scalar(at: position)
            switch classes[scalar] {
            case .other, .openQuote, .closeQuote, .hanDigit, .hanUnit: position += length
            default: return nil
            }
        }
        return nil
    }

    /// 到凌晨4时，…, 截至下午3点: an hour of the day that was named.
    private func untilHour(_ text: Span<UInt8>, at start: Int, after: Int, end: Int) -> TimeExpression? {
        guard opensClause(start, text), let part = TimeReader.dayParts.match(in: text, at: after, end: end),
            let hour = clock(text, at: after + part, end: end)
        else { return nil }
        return TimeExpression(start: start, end: hour, kind: .period, from: nil, to: nil)
    }

    private static let conclusions: WordList = ["结束时", "结束后", "结束", "收官", "闭幕", "收摊", "收工", "落幕", "完工"]

    /// 截至活动结束, 截止义诊收工: a clause of its own that tells what was over then.
    private func untilEvent(_ text: Span<UInt8>, at start: Int, after: Int, end: Int) -> TimeExpression? {
        guard opensClause(start, text) else { return nil }
        var position = after
        while position < end, position - after <= TimeReader.longestEvent {
            if let length = TimeReader.conclusions.match(in: text, at: position, end: end),
                case let stop = position + length, stop < end, classes[text.scalar(at: stop).value] == .clauseEnd
            {
                // What an event has brought is of its own hours, and has not piled up since an open beginning.
                return TimeExpression(start: start, end: stop, kind: .period, from: nil, to: nil)
            }
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other else { return nil }
            position += length
        }
        return nil
    }

    /// No event that a clause names before 结束 is longer, in bytes.
    private static let longestEvent = 30

    /// 活动开办|至今, 调解中心挂牌|至今: where a clause begins that only tells what has gone on since; of a longer one, the verb.
    func beginning(before now: Int, floor: Int, _ text: Span<UInt8>) -> Int? {
        guard TimeReader.beginnings.ends(in: text, at: now, floor: floor) else {
            // 开栓至今: nothing but a verb of two characters, and none for what lasts
            guard now - 6 >= floor, !TimeReader.lasts.ends(in: text, at: now) else { return nil }
            let second = text.scalarStart(before: now)
            let first = text.scalarStart(before: second)
            return first == now - 6 && opensClause(first, text)
                && [first, second].allSatisfy { classes[text.scalar(at: $0).value] == .other } ? first : nil
        }
        var position = now
        while position > floor, now - position <= 12, !opensClause(position, text) {
            let before = text.scalarStart(before: position)
            guard classes[text.scalar(at: before).value] == .other else { break }
            position = before
        }
        return opensClause(position, text) || position == floor ? position : max(floor, now - 6)
    }

    /// Verbs for what goes on, whose 至今 belongs to them: 延续至今.
    private static let lasts: WordList = [
        "延续", "沿用", "坚持", "持续", "保留", "流传", "保存", "遗留", "存续", "留存", "传承", "拖延", "拖欠", "搁置", "空置", "闲置", "从古", "自古",
    ]

    /// No event that a clause names before 以来 is longer, in bytes.
    private static let longestHappening = 96

    /// Whether an expression names both ends of a stretch: 今年2月至4月.
    private func isStretch(_ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        (time.start + 3..<time.end).contains { text.has("至", at: $0) || text.has("到", at: $0) || text.has("—", at: $0) }
    }

    /// Expressions that begin with a frame round a number: 这五年, 近三年来, 前三季度, “十四五”期间.
    func readFramed(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        if text.has("“", at: start) { return quotedTime(text, at: start, end: end) }
        if let recent = recentStretch(text, at: start, end: end) ?? comingStretch(text, at: start, end: end) {
            return recent
        }
        guard text.has("前", at: start), var part = partOfYear(text, at: start, end: end, year: year) else { return nil }
        part.start = start
        part.open = yearless
        return part
    }

    static let namedDays: WordList = [
        "“七一”", "“八一”", "“六一”", "“五四”", "“三八”", "“三夏”", "“三秋”", "“三春”", "“双抢”", "“双节”", "“两节”", "“两会”",
        "“双十一”", "“双十二”", "“双11”", "“双12”", "“618”", "“6·18”", "“黄金周”", "“小长假”",
    ]

    /// “七一”期间, “十一”假期: the feast that is called after its day, up to the word that says which days of it are meant.
    private func feast(_ text: Span<UInt8>, calledUpTo close: Int, from start: Int) -> TimeExpression? {
        // “三八”妇女节
        let name = TimeReader.feastsOfDays.match(in: text, at: close, end: text.count) ?? 0
        let behind = close + name
        if name > 0, behind < text.count, opensClause(start, text),
            classes[text.scalar(at: behind).value] == .clauseEnd
        {
            return TimeExpression(start: start, end: behind, kind: .period, from: nil, to: nil)
        }
        for word in [
            "期间", "前后", "前夕", "假期", "小长假", "长假", "当天", "当日", "当晚", "前", "后",
        ] as [StaticString]
        where text.has(word, at: behind) && !TimeReader.forwards.begins(in: text, at: behind)
            && !TimeReader.afters.begins(in: text, at: behind)
        {
            return TimeExpression(
                start: start, end: behind + word.utf8CodeUnitCount, kind: .period, from: nil, to: nil)
        }
        return nil
    }

    /// What the feasts are that are called after their days.
    private static let feastsOfDays: WordList = [
        "国际妇女节", "妇女节", "建军节", "国际儿童节", "儿童节", "建党节", "青年节", "国际劳动节", "劳动节", "国庆节",
    ]

    private static let introductions: WordList = [
        "推行", "实行", "实施", "开展", "启动", "试行", "推出", "建立", "设立", "成立", "创建", "探索", "打造", "开设", "开通", "上线", "试点",
    ]

    /// 街道推行“板凳议事”以来，…: since something with a name of its own was brought in, behind whoever did.
    private func sinceQuoted(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        guard TimeReader.introductions.ends(in: text, at: start) else { return nil }
        var position = start + 3
        while position < end, position - start <= 39 {
            let (scalar, length) = text.scalar(at: position)
            position += length
            guard classes[scalar] == .closeQuote else { continue }
            guard text.has("以来", at: position), position + 6 <= end else { return nil }
            return TimeExpression(start: start - 6, end: position + 6, kind: .running, from: nil, to: published)
        }
        return nil
    }

    /// “十四五”期间, “十五五”以来, “七一”前夕: a plan or a feast that is called by a number in quotation marks.
    func quotedTime(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        if let length = TimeReader.namedDays.match(in: text, at: start, end: end) {
            return feast(text, calledUpTo: start + length, from: start)
        }
        if let since = sinceQuoted(text, at: start, end: end) { return since }
        guard var number = numbers.read(text, at: start + 3, end: end) else { return nil }
        // “十五五”: a second five ascends no further.
        let isFifth = text.has("五”", at: number.end)
        if isFifth { number.end += 3 }
        guard text.has("”", at: number.end) else { return nil }
        let behind = number.end + 3
        guard text.has("五", before: number.end), !text.has("五一", at: start + 3) else {
            return feast(text, calledUpTo: behind, from: start)
        }
        var position = behind
        for word in ["期间", "以来", "时期", "末", "初"] as [StaticString] where text.has(word, at: position) {
            position += word.utf8CodeUnitCount
            break
        }
        let plan = number.upper != nil || isFifth ? firstYear(ofPlan: number) : nil
        if text.has("以来", before: position), let published, let plan, plan <= published.year {
            // “十四五”以来: from the first day of the plan on
            return TimeExpression(
                start: start, end: position, kind: .running, from: .first(ofMonth: 1, year: plan), to: published)
        }
        // “十四五”期间, but “十四五”末: the years of the plan
        let isEdge = text.has("末", before: position) || text.has("初", before: position)
        let first = isEdge ? nil : plan
        return TimeExpression(
            start: start, end: position, kind: .period, from: first.map { .first(ofMonth: 1, year: $0) },
            to: first.map { .last(ofMonth: 12, year: $0 + 4) })
    }

    /// 近三年来, 这五年, 过去三天, 近一个月内: a stretch that ends now.
    private func recentStretch(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        for frame in ["这", "近", "过去的", "过去", "最近"] as [StaticString] where text.has(frame, at: start) {
            let after = start + frame.utf8CodeUnitCount
            if let half = halfStretch(text, at: start, behind: after, end: end) { return half }
            guard let number = numbers.read(text, at: after, end: end),
                let unit = (["年", "个月", "个小时", "小时", "天", "周", "个星期"] as [StaticString])
                    .first(where: { text.has($0, at: number.end) })
            else { continue }
            // 近三天 may be how long; 过去三天 is when, and so is 近一周，.
            guard
                text.has("年", at: number.end) || text.has("个月", at: number.end)
                    || text.has("过去", at: start) && !text.has("过去的", at: start)
                    || (text.has("近", at: start) || text.has("最近", at: start))
                        && fillsHead(start, number.end + unit.utf8CodeUnitCount, end: end, text)
            else { continue }
            var position = number.end + unit.utf8CodeUnitCount
            var kind = TimeExpression.Kind.period
            // 在过去24小时内: 内 closes what 在 opens.
            for word in ["以来", "来", "间", "里", "内"] as [StaticString]
            where text.has(word, at: position) && !(text.has("内", at: position) && text.has("在", before: start)) {
                position += word.utf8CodeUnitCount
                // 近三年来 runs on; 近三年 is a stretch with both its ends.
                if text.has("来", before: position) { kind = .running }
                break
            }
            if kind == .period, text.has("这", at: start) || text.has("过去", at: start), text.has("年", at: number.end),
                let closed = closedYears(number)
            {
                return TimeExpression(
                    start: start, end: position, kind: kind, from: closed.from, to: closed.to)
            }
            // 运行近一年来: what has gone on since
            let opens =
                kind == .running && TimeReader.beginnings.ends(in: text, at: start) && opensClause(start - 6, text)
            return TimeExpression(
                start: opens ? start - 6 : start, end: position, kind: kind, from: nil, to: published)
        }
        return nil
    }

    /// 近一周，, 近10天里，: whether a stretch of days is all of the head of a clause.
    private func fillsHead(_ start: Int, _ stop: Int, end: Int, _ text: Span<UInt8>) -> Bool {
        let close = text.has("里", at: stop) || text.has("内", at: stop) ? stop + 3 : stop
        return close < end && opensClause(start, text) && classes[text.scalar(at: close).value] == .clauseEnd
    }

    private static let lengths: [(unit: StaticString, days: Int)] = [
        ("年", 365), ("个月", 30), ("个星期", 7), ("周", 7), ("天", 1),
    ]

    /// 往后一个月, 未来的三年, 接下来两周 at the head of a clause: a stretch that begins now.
    private func comingStretch(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        guard let opener = TimesToCome.stretches.match(in: text, at: start, end: end), opensClause(start, text),
            case let frame = start + opener,
            let number = numbers.read(text, at: text.has("的", at: frame) ? frame + 3 : frame, end: end),
            let (unit, days) = TimeReader.lengths.first(where: { text.has($0.unit, at: number.end) }),
            case var stop = number.end + unit.utf8CodeUnitCount, stop <= end
        else { return nil }
        for word in ["内", "里", "间"] as [StaticString] where text.has(word, at: stop) && stop + 3 <= end { stop += 3 }
        let count = number.value.whole ?? 1
        let last = count > 0 && count <= 100 ? published?.advanced(byDays: days * count) : nil
        return TimeExpression(start: start, end: stop, kind: .period, from: published, to: last)
    }

    /// Whether an expression is a stretch that begins now: 往后一个月.
    static func isComing(_ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        TimesToCome.stretches.begins(in: text, at: time.start)
    }

    /// The first year of a five-year plan by the numeral that names it: 十四五 is the fourteenth, of 2021 to 2025.
    private func firstYear(ofPlan number: NumberReading) -> Int? {
        // 十四五 reads as fourteen to fifteen, and 十五五 as fifteen with a character left.
        guard let plan = number.value.whole, (10...20).contains(plan), !number.hasDigit else { return nil }
        return 1951 + plan * 5
    }

    /// The whole years that 过去一年 and 这五年 sum up: those that end with the year a report is about, or, said in the first
    /// quarter, with the year just over. Later in a year nobody counts from January.
    private func closedYears(_ number: NumberReading) -> (from: CalendarDate, to: CalendarDate)? {
        guard let published, number.qualifier == .exact, number.upper == nil, !number.isBareMultiplier,
            let years = (1...20).first(where: { Number($0) == number.value })
        else { return nil }
        var last = published.year - 1
        if yearless == .nothing, let year, year < published.year {
            last = year
        } else if published.month > 3 {
            return nil
        }
        guard let from = CalendarDate(year: last - years + 1, month: 1, day: 1),
            let to = CalendarDate(year: last, month: 12, day: 31)
        else { return nil }
        return (from, to)
    }

    /// 5年来, 十多年来, 三个月来: a stretch that ends now.
    func yearsSince(_ text: Span<UInt8>, _ number: NumberReading, start: Int, end: Int) -> TimeExpression? {
        // 2023年以来 is since a year, and no number of years.
        if number.scalars == 4, let year = number.value.whole, (1900...2100).contains(year) { return nil }
        for unit in [
            "年来", "年多来", "年以来", "个月来", "个多月来", "个月以来", "个多月以来", "周来", "周以来", "天来", "天以来",
            "个星期来", "个星期以来", "个多星期来",
        ] as [StaticString]
        where text.has(unit, at: number.end) && number.end + unit.utf8CodeUnitCount <= end {
            let behind = number.end + unit.utf8CodeUnitCount
            // 一天来了600多人: who come within that time
            if text.has("来", before: behind), text.has("了", at: behind) || text.has("过", at: behind) { return nil }
            // 开市一年来: what began then
            let opens = TimeReader.beginnings.ends(in: text, at: start) && opensClause(start - 6, text)
            let begun = opens ? start - 6 : start
            var stretch = TimeExpression(
                start: begun, end: behind, kind: .running, from: nil, to: published)
            if !opens, text.has("年来", at: number.end), number.value == Number(1), let published, published.month == 1 {
                // 一年来 in January sums up the year that has ended.
                stretch.kind = .period
                stretch.from = .first(ofMonth: 1, year: published.year - 1)
                stretch.to = .last(ofMonth: 12, year: published.year - 1)
            }
            return stretch
        }
        return nil
    }

    /// Verbs of two characters for how something began that has gone on since.
    private static let beginnings: WordList = [
        "开市", "开业", "开园", "开馆", "开放", "成立", "启用", "投用", "运行", "运营", "实施", "启动", "上线", "推行", "开展", "开通", "创建", "建成",
        "挂牌", "开办", "开张", "开工", "开播", "组建", "创办", "设立", "落成", "发起",
    ]

    /// 两年前, 三个月前, 一年里 at the head of a clause: when, without a day.
    func yearsBefore(_ text: Span<UInt8>, _ number: NumberReading, start: Int, end: Int) -> TimeExpression? {
        if text.has("年前", at: number.end), number.qualifier == .exact, number.value < Number(100),
            TimeReader.merelyThen.begins(in: text, at: number.end + 6)
        {
            // 小学三年前只有12个班
            return TimeExpression(start: start, end: number.end + 6, kind: .period, from: nil, to: nil)
        }
        let event = eventJoined(before: start, text)
        guard number.qualifier == .exact, number.value < Number(100), event != nil || opensClause(start, text) else {
            return nil
        }
        let start = event ?? start
        if event == nil, let stretch = stretchOfDeed(text, number, start: start, end: end) { return stretch }
        // 一年里，…, 两个月间，…: how long it went on
        for unit in TimeReader.lastings
        where text.has(unit, at: number.end) {
            // 三年间培训85期
            let stop = number.end + unit.utf8CodeUnitCount
            guard stop < end, [.clauseEnd, .other].contains(classes[text.scalar(at: stop).value]),
                !text.has("的", at: stop), !text.has("隔", at: stop)
            else { continue }
            return TimeExpression(start: start, end: stop, kind: .period, from: nil, to: nil)
        }
        for unit in ["年前", "个月前"] as [StaticString]
        where event == nil && text.has(unit, at: number.end) && number.end + unit.utf8CodeUnitCount <= end {
            let end = number.end + unit.utf8CodeUnitCount
            return text.has("的", at: end)
                ? nil : TimeExpression(start: start, end: end, kind: .period, from: nil, to: nil)
        }
        return nil
    }

    /// What so many years may tell the kind of: 3年承包|合同.
    private static let termed: WordList = ["合同", "项目", "工程", "计划", "行动", "协议", "期", "方案", "规划", "任务", "课题"]

    private static let deeds: WordList = ["合同", "协议"]

    /// 两年讨回工钱570万元, 三年新增充电桩500个: how long it took to do what the verb right behind tells, with its figure. 一年 tells of every year, and
    /// 三年行动方案 and 3年承包合同 are names.
    private func stretchOfDeed(
        _ text: Span<UInt8>, _ number: NumberReading, start: Int, end: Int
    ) -> TimeExpression? {
        let stop = number.end + 3
        guard text.has("年", at: number.end), !number.hasDigit || number.value < Number(20), number.value != Number(1),
            let verb = lexicon.phrases.longestMatch(in: text, at: stop, end: end),
            lexicon.entry(of: verb.value).wordClass == .verb, verb.length > 3 || text.has("了", at: stop + verb.length),
            !text.has("免", at: stop)
        else { return nil }
        var position = stop + verb.length
        while position < end, position - stop <= 36 {
            let (scalar, length) = text.scalar(at: position)
            switch classes[scalar] {
            case .other: position += length
            case let kind where kind.startsNumeral:
                // 3年完成了|改造项目12个 tells what was done.
                let behind = stop + verb.length
                if text.first("了", in: stop..<min(position, behind + 3)) == nil,
                    TimeReader.termed.ends(in: text, at: position, floor: stop)
                        || TimeReader.deeds.begins(in: text, at: behind)
                {
                    return nil
                }
                return TimeExpression(start: start, end: stop, kind: .period, from: nil, to: nil)
            default: return nil
            }
        }
        return nil
    }

    /// 试营业的|20天里: where an event begins that 的 joins to how long it went on, at the head of a clause.
    private func eventJoined(before start: Int, _ text: Span<UInt8>) -> Int? {
        guard start >= 9, text.has("的", before: start), isGoing(before: start - 3, text) else { return nil }
        let first = event(before: start - 3, text)
        return first < start - 3 && opensClause(first, text) ? first : nil
    }

    private static let merelyThen: WordList = ["只有", "还只有", "才有", "仅有", "还不到", "还不足", "不足", "不到", "还没有", "还是"]

    private static let lastings: [StaticString] = [
        "年里", "年间", "个月里", "个月间", "周里", "天里", "年时间里", "年时间", "个月时间里", "个月时间", "个多月时间里", "个多月里", "个多月间", "天时间里", "年多时间里",
        "年下来", "年多下来", "个月下来", "个多月下来", "个学期下来", "学期下来", "学年下来", "个季度下来", "季下来", "周下来", "个星期下来", "天下来",
    ]

    /// 两年内, 3个月内 at the head of a clause: a stretch that begins now.
    func yearsWithin(_ text: Span<UInt8>, _ number: NumberReading, start: Int, end: Int) -> TimeExpression? {
        guard number.qualifier == .exact, number.upper == nil,
            opensClause(start, text) || TimeReader.intentions.ends(in: text, at: start),
            let count = number.value.whole,
            (1...60).contains(count)
        else { return nil }
        for (unit, months) in [("年内", 12), ("个月内", 1)] as [(StaticString, Int)]
        where text.has(unit, at: number.end) && number.end + unit.utf8CodeUnitCount <= end {
            let end = number.end + unit.utf8CodeUnitCount
            // 3年内的毕业生: whom, and not when
            if text.has("的", at: end) || text.has("、", at: end) { return nil }
            let last = published.flatMap { day in
                let month = day.month(count * months).first
                return CalendarDate(
                    year: month.year, month: month.month,
                    day: min(day.day, CalendarDate.days(inMonth: month.month, of: month.year)))
            }
            return TimeExpression(start: start, end: end, kind: .period, from: published, to: last)
        }
        return nil
    }

    /// 2019年至2023年, 从2021年到2023年底, 2023年4月至今年3月: the later end of a stretch, with a year of its own.
    func extendToLaterYear(_ expression: inout TimeExpression, _ text: Span<UInt8>, end: Int) {
        guard expression.kind != .running, let from = expression.from else { return }
        for mark in ["至", "到", "——", "—", "-"] as [StaticString] where text.has(mark, at: expression.end) {
            let start = expression.end + mark.utf8CodeUnitCount
            guard let last = yearNamed(text, at: start, end: end), let to = last.to, from < to else { continue }
            expression.later = start
            expression.end = last.end
            expression.to = to
            expression.kind = .period
            expression.open = .nothing
            return
        }
        // 2021年和2022年: two whole years together, unless each has a figure of its own
        for mark in ["和", "、", "与"] as [StaticString] where text.has(mark, at: expression.end) {
            let start = expression.end + mark.utf8CodeUnitCount
            guard let next = yearNamed(text, at: start, end: end), let first = next.from, let last = next.to,
                text.has("年", before: next.end), first.year == from.year + 1,
                from.month == 1, expression.to.map({ $0.month == 12 && $0.year == from.year }) ?? false
            else { continue }
            let reach = min(end, next.end + 60)
            if (next.end..<reach).contains(where: { text.has("分别", at: $0) }) || text.has("、", at: next.end) { return }
            expression.end = next.end
            expression.to = last
            return
        }
    }

    /// A year in digits or by its relation to this one, with the part of it that may follow.
    private func yearNamed(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        guard start < end else { return nil }
        for (word, offset) in [("今年", 0), ("去年", -1), ("明年", 1)] as [(StaticString, Int)]
        where text.has(word, at: start) {
            return published.map {
                yearExpression(text, start: start, yearEnd: start + 6, year: $0.year + offset, end: end)
            }
        }
        guard classes[text.scalar(at: start).value].startsNumeral, let number = numbers.read(text, at: start, end: end),
            number.scalars == 4, text.has("年", at: number.end), let year = number.value.whole,
            (1900...2100).contains(year)
        else { return nil }
        return yearExpression(text, start: start, yearEnd: number.end + 3, year: year, end: end)
    }

    /// 2021—2025年, 2020-2025年
    func yearRange(_ text: Span<UInt8>, _ number: NumberReading, start: Int, end: Int) -> TimeExpression? {
        guard number.hasDigit, number.end - start == 4 else { return nil }
        for mark in ["—", "–", "-", "－", "~", "～", "至"] as [StaticString] where text.has(mark, at: number.end) {
            var next = number.end + mark.utf8CodeUnitCount
            if text.has("—", at: next) { next += 3 }
            guard let second = numbers.read(text, at: next, end: end), text.has("年", at: second.end) else { return nil }
            let to = second.value.whole ?? 0
            let from = number.value.whole ?? 0
            guard (1900...2100).contains(from), (1900...2100).contains(to) else { return nil }
            return TimeExpression(
                start: start, end: second.end + 3, kind: .period, from: .first(ofMonth: 1, year: from),
                to: .last(ofMonth: 12, year: to))
        }
        return nil
    }

    /// Where 以来 or 至今 ends that stands behind an event: 启动以来, 开张至今, 推行“板凳议事”以来, “四小工作法”实行以来.
    func sinceEvent(_ text: Span<UInt8>, at start: Int, end: Int) -> Int? {
        var position = start
        var scalars = 0
        var isQuoted = false
        var isOpen = false
        var holdsWord = false
        while position + 6 <= end, scalars <= 16 {
            if scalars >= 2, text.has("以来", at: position) || text.has("至今", at: position) {
                // 安全生产专项整治行动开展以来: a longer name ends in the verb for its beginning.
                let isLong = scalars > (isQuoted ? 12 : 6)
                if isLong, !TimeReader.beginnings.ends(in: text, at: position) { return nil }
                // “今年以来，…: what is said begins with the time, and the quotation mark is no part of it.
                if isOpen { return nil }
                // “银发调解队”今年以来: the year is a time of its own.
                return scalars > 2 && text.has("年", before: position) && !text.has("元年", before: position)
                    ? nil : position + 6
            }
            let (scalar, length) = text.scalar(at: position)
            switch classes[scalar] {
            case .other:
                scalars += 1
                if isQuoted { holdsWord = true }
            case .openQuote where scalars == 2 || position == start: (isQuoted, isOpen) = (true, true)
            // “十四五”以来 is read as a time of its own.
            case .closeQuote where isQuoted:
                if !holdsWord { return nil }
                isOpen = false
            // “四小工作法”实行以来
            case .hanDigit where isQuoted, .hanUnit where isQuoted: scalars += 1
            default: return nil
            }
            position += length
        }
        return nil
    }

    /// 短期内, 限期内: how soon, and no time of an event.
    private static let terms: WordList = ["短", "近", "限", "定", "任", "质", "效", "同", "约", "时", "长", "逾"]

    /// Whether 期内 closes the head of a clause that names a season or a spell: 观赏期内，, 花期内，.
    private func closesSpell(_ position: Int, from start: Int, end: Int, _ text: Span<UInt8>) -> Bool {
        position > start && text.has("期内", at: position) && position + 6 < end
            && classes[text.scalar(at: position + 6).value] == .clauseEnd
            && !TimeReader.terms.ends(in: text, at: position, floor: start)
    }

    /// 改造期间, 火把节期间, “七一”期间, 观赏期内: while an event goes on that the head of a clause names.
    func duringEvent(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        let start = text.has("在", at: start) ? start + 3 : start
        var position = start
        var scalars = 0
        var isOpen = false
        while position + 6 <= end, scalars <= 6 {
            if scalars >= 2 && text.has("期间", at: position) || closesSpell(position, from: start, end: end, text) {
                if isOpen { return nil }
                var event = TimeExpression(start: start, end: position + 6, kind: .present, from: nil, to: nil)
                event.isNarrowed = true
                return event
            }
            let (scalar, length) = text.scalar(at: position)
            // 每年秋收期间: the rhythm of what goes on, and no time
            if text.has("每", at: position) { return nil }
            switch classes[scalar] {
            case .other: scalars += 1
            case .openQuote where position == start: isOpen = true
            case .closeQuote where scalars > 0: isOpen = false
            default: return nil
            }
            position += length
        }
        return nil
    }
}
