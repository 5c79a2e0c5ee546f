import Facts
import Scanning

/// Spells without a date that a report tells its figures of: 试点两年, 试营业头一周, 8天假期里, 正月初八, 过去.
///
/// What an event has brought in so long is of no day that the text names, and all the same of that spell and no other.
extension TimeReader {
    // MARK: words that open a clause

    /// The spell of a word that is a time only where it opens a clause: 过去, 同期, 重阳节, or a part of a spell (头一周).
    func spell(_ text: Span<UInt8>, named word: Range<Int>, _ value: Int32, end: Int) -> TimeExpression? {
        switch value {
        case TimeReader.formerly: former(text, word, end: end)
        case TimeReader.meanwhile: sameSpell(text, word, end: end)
        case TimeReader.lunarMonth: lunarDay(text, word, end: end)
        case TimeReader.feast: feast(text, word, end: end)
        case TimeReader.firstPart: firstSpell(text, word, end: end)
        case TimeReader.fromToday: spellFromToday(text, word, end: end)
        case TimeReader.longAgo: longAgo(text, word)
        case TimeReader.newYear: beforeNewYear(text, word, end: end)
        case TimeReader.weekdayAlone: weekdayAlone(text, word, end: end)
        case TimeReader.dayTold: dayTold(text, word, end: end)
        case TimeReader.turnOfTime: turnOfTime(text, word, end: end)
        case TimeReader.reachedNow: reachedNow(text, word)
        case TimeReader.then: timeTold(text, word)
        default: nil
        }
    }

    static let formerly: Int32 = 7
    static let meanwhile: Int32 = 8
    static let lunarMonth: Int32 = 9
    static let feast: Int32 = 10
    static let firstPart: Int32 = 11
    static let fromToday: Int32 = 12
    static let longAgo: Int32 = 13
    static let newYear: Int32 = 14
    static let weekdayAlone: Int32 = 15
    static let dayTold: Int32 = 16
    static let turnOfTime: Int32 = 17
    static let reachedNow: Int32 = 18
    static let then: Int32 = 19

    static let formers = [
        "过去", "以前", "起初", "原来", "原先", "从前", "早些年", "最初", "当初", "早先", "早年", "以往", "上届", "上一届", "上轮", "上一轮",
    ]
    static let meanwhiles = ["同期"]
    static let lunarMonths = ["正月", "腊月", "冬月", "大年"]
    /// What `festivals.csv` does not hold, and the names in it that do not end in 节 or 日, by which they are known here.
    static let feasts = [
        "元宵", "重阳", "端午", "中秋", "国庆", "元旦", "冬至", "立春", "立夏", "立秋", "立冬", "霜降", "除夕", "小年", "腊八", "七夕", "清明",
        "一夜之间", "次日", "翌日", "第二天", "第二年", "新学期", "新学年",
    ]
    static let firstParts = [
        "头一", "头两", "头三", "头五", "头七", "头十", "头半", "首月", "首周", "首日", "首季", "首个月", "首个星期", "首个季度",
        "第一天", "第一周", "第一个月", "第一年", "第一个星期", "第一学期", "第一个季度", "第一个学期", "第一个周末", "首个周末", "首个学期", "首个学年",
    ]
    static let fromTodays = ["即日起", "今后", "往后"]
    static let longAgos = ["几年前", "多年前", "若干年前", "前几年", "前些年", "早几年", "几个月前", "数年前"]
    static let newYears = ["年前"]
    static let weekdays = ["周", "星期"].flatMap { week in "一二三四五六日".map { week + String($0) } }

    static let daysTold = [
        "同日", "头天", "前一天", "这天", "那天", "那年", "那晚", "那阵", "那阵子", "那会儿", "那几天", "这一天", "那一天", "这一夜", "那一夜", "这一晚", "那一晚",
    ]
    /// Times that are still to come, whenever the text was written.
    static let arrivals: [StaticString] = ["到那时", "到那时候", "到时候"]
    static let thens = ["那时候", "那时", "彼时", "鼎盛时期", "鼎盛时"] + arrivals.map(\.description)
    static let turnsOfTime =
        ["天亮", "天黑", "入夜", "开春", "入春", "入夏", "入秋", "入冬", "入伏", "入汛", "收工", "散场", "收市"]
        .flatMap { turn in ["前", "后", "以前", "之前", "以后", "之后"].map { turn + $0 } }
        .filter { !presents.contains($0) }
        + ["春耕", "夏收", "秋收", "农忙", "三夏", "三秋", "采收"].map { $0 + "时节" }
    static let reachedNows = ["到目前", "到现在"]

    private static let formerAttributes: WordList = [
        "的", "了", "那", "是", "：", "到", "就", "几", "一", "两", "三", "五", "十",
    ]

    /// 过去物业费收缴率不足四成, 原来只有52个: how things were, against what the text goes on to tell.
    private func former(_ text: Span<UInt8>, _ word: Range<Int>, end: Int) -> TimeExpression? {
        // 由过去的9家增加到64家, 从原来两名变成11名: of which time the first level is
        let isLevels = text.has("从", before: word.lowerBound) || text.has("由", before: word.lowerBound)
        // 上届班子 says whose, and no time.
        guard word.upperBound < end, isLevels || !text.has("上", at: word.lowerBound),
            isLevels
                || opensClause(word.lowerBound, text)
                    && !TimeReader.formerAttributes.begins(in: text, at: word.upperBound)
                    && !classes[text.scalar(at: word.upperBound).value].startsNumeral
        else { return nil }
        return TimeExpression(start: word.lowerBound, end: word.upperBound, kind: .present, from: nil, to: nil)
    }

    /// 几年前，…, 前些年，…: so long ago that nobody says when.
    private func longAgo(_ text: Span<UInt8>, _ word: Range<Int>) -> TimeExpression? {
        guard opensClause(word.lowerBound, text), !text.has("的", at: word.upperBound) else { return nil }
        return TimeExpression(start: word.lowerBound, end: word.upperBound, kind: .period, from: nil, to: nil)
    }

    /// 三年前, 几年前: whether a time only tells how long ago something was, and the story goes on from there.
    static func isAgo(_ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        time.from == nil && time.kind == .period
            && (text.has("年前", before: time.end) || text.has("个月前", before: time.end)
                || longAgos.contains { $0.utf8.count == time.end - time.start && text.has("前", at: time.start) })
    }

    /// What stands before a day by which, or from which on, something is going to be done.
    static let aims: WordList = [
        "争取", "力争", "打算", "计划", "准备", "预计", "确保", "拟", "要", "将", "在", "赶", "须", "须在", "务必", "限", "于", "必须", "能",
    ]

    /// What stands before the time within which something is going to be done: 争取两年内. 在两个月内 tells how long it took.
    static let intentions: WordList = ["争取", "力争", "打算", "计划", "准备", "预计", "确保", "拟", "必须", "务必"]

    /// 争取年前装齐: before the New Year that comes, and no 三年前.
    private func beforeNewYear(_ text: Span<UInt8>, _ word: Range<Int>, end: Int) -> TimeExpression? {
        guard word.upperBound < end,
            opensClause(word.lowerBound, text) || TimeReader.aims.ends(in: text, at: word.lowerBound),
            !text.has("的", at: word.upperBound), !text.has("往", at: word.upperBound),
            !classes[text.scalar(at: word.upperBound).value].startsNumeral
        else { return nil }
        var spell = TimeExpression(start: word.lowerBound, end: word.upperBound, kind: .present, from: nil, to: nil)
        spell.isNarrowed = true
        return spell
    }

    /// 周三一早，…, 周五起: the last such day up to the day of publication, or the next one; but 周三、周五开放 is how often.
    private func weekdayAlone(_ text: Span<UInt8>, _ word: Range<Int>, end: Int) -> TimeExpression? {
        guard opensClause(word.lowerBound, text), word.upperBound < end else { return nil }
        let isDay =
            TimeReader.dayParts.begins(in: text, at: word.upperBound) || text.has("起", at: word.upperBound)
            || text.has("，", at: word.upperBound) || text.has(",", at: word.upperBound)
        guard isDay else { return nil }
        var day = TimeExpression(start: word.lowerBound, end: word.upperBound, kind: .period, from: nil, to: nil)
        let names: [StaticString] = ["一", "二", "三", "四", "五", "六", "日"]
        if let published, let number = names.firstIndex(where: { text.has($0, before: word.upperBound) }) {
            let last = week(of: published).from?.advanced(byDays: number)
            day.from = last.flatMap { $0 > published ? $0.advanced(byDays: -7) : $0 }
            day.to = day.from
            day.open = .week
        }
        return finish(text, day, end: end)
    }

    /// Whether a time is a word for how things were: 过去, 原来.
    static func isFormer(_ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        guard time.kind == .present, let word = table.longestMatch(in: text, at: time.start, end: time.end) else {
            return false
        }
        return word.value == formerly && word.length == time.end - time.start
    }

    /// What is left over from a year before, and counted in the year that runs: 上年结转2件.
    static let leftOvers: WordList = ["结转", "结余", "遗留", "滚存"]

    private static let comparisons: WordList = [
        "相比", "比", "对比", "增", "下降", "减", "上升", "持平", "水平", "的", "数", "末", "值", "高", "低", "多", "少", "略", "基本", "翻", "、",
        "和",
    ]

    /// 同期接待来访326批: in the stretch that was told of last, and no base of a comparison (同期增长8%).
    private func sameSpell(_ text: Span<UInt8>, _ word: Range<Int>, end: Int) -> TimeExpression? {
        guard opensClause(word.lowerBound, text), word.upperBound < end,
            !TimeReader.comparisons.begins(in: text, at: word.upperBound)
        else { return nil }
        var spell = TimeExpression(start: word.lowerBound, end: word.upperBound, kind: .period, from: nil, to: nil)
        spell.isNarrowed = true
        return spell
    }

    /// 正月初八, 腊月二十三: a day of the old calendar, whose date no table here tells.
    func lunarDay(_ text: Span<UInt8>, _ word: Range<Int>, end: Int) -> TimeExpression? {
        // 2月15日（正月初八）: the date beside it says more.
        if word.lowerBound > 0,
            classes[text.scalar(at: text.scalarStart(before: word.lowerBound)).value] == .openBracket
        {
            return nil
        }
        var stop = word.upperBound
        if text.has("初", at: stop) { stop += 3 }
        let day = stop
        while stop < end, stop - day <= 9, [.hanDigit, .hanUnit].contains(classes[text.scalar(at: stop).value]) {
            stop += 3
        }
        if stop == day, text.has("里", at: stop), stop + 3 <= end, opensClause(word.lowerBound, text) {
            // 腊月里，…
            return TimeExpression(start: word.lowerBound, end: stop + 3, kind: .present, from: nil, to: nil)
        }
        guard stop > day, stop <= end else { return nil }
        if let part = TimeReader.dayParts.match(in: text, at: stop, end: end) { stop += part }
        return TimeExpression(start: word.lowerBound, end: stop, kind: .present, from: nil, to: nil)
    }

    private static let feastEnds: WordList = [
        "来临之际", "到来之际", "当天", "当日", "当晚", "这天", "那天", "前一天", "前夕", "前后", "期间", "第一天", "第二天", "首日", "前", "一早", "起", "开始",
        "过后", "之后", "以后", "后",
    ]

    /// 重阳节，…, 冬至当天: a feast that opens a clause, and no part of a noun (重阳节活动8场).
    private func feast(_ text: Span<UInt8>, _ word: Range<Int>, end: Int) -> TimeExpression? {
        guard opensClause(word.lowerBound, text), word.upperBound < end else { return nil }
        // 6月5日，世界环境日，…: what day it was, which has been named
        if text.has("日，", before: word.lowerBound) || text.has("日,", before: word.lowerBound) { return nil }
        var stop = word.upperBound
        if let length = TimeReader.feastEnds.match(in: text, at: stop, end: end),
            !TimeReader.forwards.begins(in: text, at: stop), !TimeReader.afters.begins(in: text, at: stop)
        {
            stop += length
            // 春节后开工|首日: a longer spell begins with the feast
            if text.has("后", before: stop), firstOpens(behind: stop, end: end, text) { return nil }
        } else if classes[text.scalar(at: stop).value] != .clauseEnd {
            return nil
        }
        var spell = TimeExpression(start: word.lowerBound, end: stop, kind: .present, from: nil, to: nil)
        spell.isNarrowed = true
        return spell
    }

    private static let firstSpells: WordList = ["首日", "首周", "首月", "第一天", "第一周", "头一", "头两", "头三"]

    /// Whether first days or weeks stand in the words right behind a position.
    private func firstOpens(behind start: Int, end: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < end, position - start <= 12 {
            if TimeReader.firstSpells.begins(in: text, at: position) { return true }
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .clauseEnd { return false }
            position += length
        }
        return false
    }

    private static let gusts: WordList = ["雨", "风", "雪", "冰雹", "大雨", "大风", "大雪", "暴雨", "狂风", "暴雪", "急雨", "枪声", "掌声"]
    private static let seasons: WordList = ["春天", "夏天", "秋天", "冬天", "春", "夏", "秋", "冬"]

    /// 同日，…, 这天上午|她要跑6户, 那年夏天: a day or a year that the story has come to, with its part; a clause goes on right behind a part
    /// alone.
    private func dayTold(_ text: Span<UInt8>, _ word: Range<Int>, end: Int) -> TimeExpression? {
        guard word.upperBound < end else { return nil }
        // 那阵|雨: a spell of it, and no time
        if text.has("那阵", before: word.upperBound), TimeReader.gusts.begins(in: text, at: word.upperBound) {
            return nil
        }
        if !opensClause(word.lowerBound, text) { return dayOfEvent(text, word) }
        if text.has("那会儿", at: word.lowerBound) || text.has("那阵", at: word.lowerBound) { return timeTold(text, word) }
        var stop = word.upperBound
        let parts = text.has("年", before: stop) ? TimeReader.seasons : TimeReader.dayParts
        if let part = parts.match(in: text, at: stop, end: end) {
            stop += part
        } else if classes[text.scalar(at: stop).value] != .clauseEnd {
            return nil
        }
        guard stop < end, !text.has("的", at: stop) else { return nil }
        return TimeExpression(start: word.lowerBound, end: stop, kind: .present, from: nil, to: nil)
    }

    /// 通水那天，…, 电梯重新运行那天，…: the day of what the head of the clause tells.
    private func dayOfEvent(_ text: Span<UInt8>, _ word: Range<Int>) -> TimeExpression? {
        let isClosed = classes[text.scalar(at: word.upperBound).value] == .clauseEnd
        guard text.has("那", at: word.lowerBound) else { return nil }
        var position = word.lowerBound
        while position > 0, word.lowerBound - position <= 30, !opensClause(position, text) {
            let before = text.scalarStart(before: position)
            guard classes[text.scalar(at: before).value] == .other else { return nil }
            position = before
        }
        // 刚开那阵子一天才二三十个人: only 刚 makes a time of what no mark closes
        guard opensClause(position, text), word.lowerBound - position >= 6,
            text.has("刚", at: position) || isClosed && !text.has("那年", at: word.lowerBound)
        else { return nil }
        return TimeExpression(start: position, end: word.upperBound, kind: .present, from: nil, to: nil)
    }

    /// 那时全县养老床位不足1100张, 到那时，户均分红要过五千元: the time that the story or the plan has come to, in a clause that goes on right behind it.
    private func timeTold(_ text: Span<UInt8>, _ word: Range<Int>) -> TimeExpression? {
        // 鼎盛时期的上世纪80年代, 彼时的社区: only of a time that is pointed to
        let isPointed = text.has("那", at: word.lowerBound) || text.has("彼", at: word.lowerBound)
        guard opensClause(word.lowerBound, text), !text.has("起", at: word.upperBound),
            isPointed || !text.has("的", at: word.upperBound)
        else { return nil }
        return TimeExpression(start: word.lowerBound, end: word.upperBound, kind: .present, from: nil, to: nil)
    }

    /// 天亮前，…, 开春以后，…: a turn of the day or the year that fills the head of a sentence; inside one it tells no other time than what
    /// stands before it (今年，…，天黑前，…).
    private func turnOfTime(_ text: Span<UInt8>, _ word: Range<Int>, end: Int) -> TimeExpression? {
        guard opensSentence(word.lowerBound, text), word.upperBound < end,
            classes[text.scalar(at: word.upperBound).value] == .clauseEnd
        else { return nil }
        return TimeExpression(start: word.lowerBound, end: word.upperBound, kind: .present, from: nil, to: nil)
    }

    /// 到目前，板凳会开了31场: what goes on until now; 提高到现在的88% is of now.
    private func reachedNow(_ text: Span<UInt8>, _ word: Range<Int>) -> TimeExpression? {
        guard opensClause(word.lowerBound, text), !text.has("的", at: word.upperBound) else { return nil }
        return TimeExpression(
            start: word.lowerBound, end: word.upperBound, kind: .running, from: nil, to: published)
    }

    // MARK: spells of an event

    /// Units of how long something goes on, the longer first.
    private static let spellUnits: WordList = [
        "年多时间", "年多", "年时间", "年", "个多月", "个半月", "个月时间", "个月", "个星期", "个礼拜", "周", "天时间", "天",
    ]

    /// Words for something that goes on, which may stand right before how long it has: 试点两年, 启用三个月, 巡游三天.
    private static let goings: WordList = [
        "试运行", "试营业", "开市", "开业", "开园", "开馆", "开放", "成立", "启用", "投用", "运行", "运营", "实施", "启动", "上线", "推行", "开展", "开通",
        "创建",
        "建成", "挂牌", "开办", "开张", "开播", "组建", "创办", "设立", "落成", "发起", "试点", "试行", "试用", "营业", "执行", "入驻", "推广", "巡游",
        "展览",
        "活动", "行动", "集市", "庙会", "灯会", "赛事", "节", "展会", "交付", "接管", "接手", "接任", "履新", "任职", "到任", "驻村", "下沉", "供暖", "供热",
        "通车", "报名", "登记", "假期", "小长假", "开学",
        "放假", "上岗",
        "搬迁", "整治", "进场", "进驻", "到岗", "上任", "入住", "投产", "暑假", "寒假", "暑期", "上市", "停业",
    ]

    private static let adverbs: WordList = ["仅仅", "不到", "不足", "刚满", "才", "仅", "刚", "近", "满", "已"]

    /// Whether a word for something that goes on ends before a spell, with no more than 才 or 刚满 between: 开街, 挂牌|才.
    func isGoing(before spell: Int, _ text: Span<UInt8>) -> Bool {
        var end = spell
        if TimeReader.adverbs.ends(in: text, at: end) {
            let isLong = TimeReader.longAdverbs.ends(in: text, at: end)
            end -= isLong ? 6 : 3
        }
        return TimeReader.goings.ends(in: text, at: end)
            || end >= 6 && text.has("开", at: end - 6) && !text.has("了", before: end)
    }

    private static let longAdverbs: WordList = ["仅仅", "不到", "不足", "刚满"]

    private static let sums: WordList = ["累计", "共", "总共", "合计", "来"]

    private static let openings: WordList = [
        "启用", "投用", "开业", "开馆", "开园", "开街", "上线", "开张", "成立", "开通", "揭牌", "挂牌", "投运", "试运行",
    ]
    /// What makes the span a size or a base, and not the time of what is told behind it.
    private static let joints: WordList = [
        "的", "后", "以", "前", "之", "期", "内", "左", "多", "余", "就", "便", "才", "即", "仍", "还", "有",
    ]

    /// 投用五个月|开会31场: whether what came of it in that time is told right behind the span since something began.
    private func goesOn(_ text: Span<UInt8>, behind stop: Int, from start: Int) -> Bool {
        TimeReader.openings.ends(in: text, at: start) && classes[text.scalar(at: stop).value] == .other
            && !TimeReader.joints.begins(in: text, at: stop)
    }

    /// 试点两年，…, 便民车间启用三个月，…, 文化节三天累计…: how long an event has gone on of which the figures behind are told.
    ///
    /// - Parameter number: where the number of years, months or days ends that begins at `start`.
    func spell(_ text: Span<UInt8>, behind number: Int, start: Int, end: Int) -> TimeExpression? {
        guard start >= 6, let unit = TimeReader.spellUnits.match(in: text, at: number, end: end),
            case var stop = number + unit, stop < end
        else { return nil }
        // 短短两个月议定事项19件
        if text.has("短短", before: start) {
            return TimeExpression(start: start, end: stop, kind: .period, from: nil, to: nil)
        }
        let isClosed = classes[text.scalar(at: stop).value] == .clauseEnd
        guard isClosed || TimeReader.sums.begins(in: text, at: stop) || goesOn(text, behind: stop, from: start),
            isGoing(before: start, text), !isRepeated(start, text)
        else { return nil }
        if text.has("来", at: stop) || text.has("间", at: stop) { stop += 3 }
        // 巡游三天, 暑假两个月 are over; what has been open for two months goes on.
        let isDays = text.has("天", at: number) || text.has("假", before: start)
        return TimeExpression(
            start: event(before: start, text), end: stop, kind: isDays ? .period : .running, from: nil,
            to: isDays ? nil : published)
    }

    /// 半个月来, 半年里, 试点半年: half a month or year, which is written without a number.
    func halfSince(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        if let spell = spell(text, behind: start + 3, start: start, end: end) { return spell }
        let stop =
            text.has("个月", at: start + 3) || text.has("学期", at: start + 3)
            ? start + 9 : text.has("年", at: start + 3) ? start + 6 : start
        guard stop > start, stop < end else { return nil }
        for word in ["多来", "以来", "来"] as [StaticString] where text.has(word, at: stop) {
            return TimeExpression(
                start: start, end: stop + word.utf8CodeUnitCount, kind: .running, from: nil, to: published)
        }
        // 大半年下来调处积案29起
        let start = text.has("大", before: start) ? start - 3 : start
        for word in ["里", "间", "多时间", "时间", "下来"] as [StaticString]
        where text.has(word, at: stop) && opensClause(start, text) {
            return TimeExpression(
                start: start, end: stop + word.utf8CodeUnitCount, kind: .period, from: nil, to: nil)
        }
        return nil
    }

    /// 这半年, 过去半年, 近半个月来: half a year or month that ends now.
    func halfStretch(_ text: Span<UInt8>, at start: Int, behind frame: Int, end: Int) -> TimeExpression? {
        guard text.has("半", at: frame) else { return nil }
        let stop = text.has("个月", at: frame + 3) ? frame + 9 : text.has("年", at: frame + 3) ? frame + 6 : end
        guard stop < end else { return nil }
        for word in ["多来", "以来", "来"] as [StaticString] where text.has(word, at: stop) {
            return TimeExpression(
                start: start, end: stop + word.utf8CodeUnitCount, kind: .running, from: nil, to: published)
        }
        return TimeExpression(start: start, end: stop, kind: .period, from: nil, to: published)
    }

    private static let repeated: WordList = ["每", "连续", "已", "只"]

    /// 每周营业六天, 已连续开办三年: how often, or what is told of the event itself, and no spell.
    private func isRepeated(_ start: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        var scalars = 0
        while position > 0, scalars < 6, !opensClause(position, text) {
            position = text.scalarStart(before: position)
            if TimeReader.repeated.begins(in: text, at: position) { return true }
            scalars += 1
        }
        return false
    }

    /// What is said before an event whose first days something is promised for: 约定|供暖首周.
    private static let vows: WordList = [
        "约定", "承诺", "计划", "预计", "确保", "要求", "规定", "明确", "商定", "打算", "力争", "答应", "保证", "争取",
    ]

    /// Where the event begins that stands before a spell: the whole head of a clause if it is short, else nothing of it.
    func event(before spell: Int, _ text: Span<UInt8>) -> Int {
        var position = spell
        var scalars = 0
        while position > 0, scalars < 5 {
            if opensClause(position, text) || scalars > 0 && TimeReader.vows.ends(in: text, at: position) {
                return position
            }
            let before = text.scalarStart(before: position)
            guard classes[text.scalar(at: before).value] == .other else { return spell }
            position = before
            scalars += 1
        }
        return opensClause(position, text) ? position : spell
    }

    private static let firstUnits: WordList = ["个季度", "个月", "个星期", "个礼拜", "个学期", "年", "月", "季", "周", "天", "晚"]

    /// 试营业头一周, 供暖首月, 头三天: the first part of what has begun.
    private func firstSpell(_ text: Span<UInt8>, _ word: Range<Int>, end: Int) -> TimeExpression? {
        var stop = word.upperBound
        if text.has("头", at: word.lowerBound) {
            guard let unit = TimeReader.firstUnits.match(in: text, at: stop, end: end) else { return nil }
            stop += unit
        }
        guard stop < end, !text.has("的", at: stop) else { return nil }
        var start = word.lowerBound
        // 贴出告示的头一个礼拜，…
        let isJoined =
            text.has("头", at: start) && text.has("的", before: start)
            && classes[text.scalar(at: stop).value] == .clauseEnd
        if !opensClause(start, text), !isJoined {
            guard isGoing(before: start, text) else { return nil }
            let event = event(before: start, text)
            // 便民食堂开张头一周: the verb alone where more stands before it
            start = event < start ? event : start - 6
        }
        var spell = TimeExpression(start: start, end: stop, kind: .present, from: nil, to: nil)
        spell.isNarrowed = true
        return spell
    }

    private static let holidayKinds: WordList = ["假期", "小长假", "长假", "假日"]

    /// 8天假期里, 三天小长假: a holiday that says how long it is.
    func holiday(_ text: Span<UInt8>, _ number: NumberReading, start: Int, end: Int) -> TimeExpression? {
        guard text.has("天", at: number.end),
            let kind = TimeReader.holidayKinds.match(in: text, at: number.end + 3, end: end),
            case var stop = number.end + 3 + kind, stop < end
        else { return nil }
        for word in ["期间", "里", "中", "内"] as [StaticString] where text.has(word, at: stop) {
            stop += word.utf8CodeUnitCount
            break
        }
        var spell = TimeExpression(start: start, end: stop, kind: .present, from: nil, to: nil)
        spell.isNarrowed = true
        return spell
    }

    /// 即日起至6月底: from the day of publication on, up to a last day.
    private func spellFromToday(_ text: Span<UInt8>, _ word: Range<Int>, end: Int) -> TimeExpression? {
        if !text.has("即", at: word.lowerBound) {
            // 今后每月清港两次, but 往后退, 往后的一排
            let isDirection =
                text.has("往", at: word.lowerBound) && !opensClause(word.lowerBound, text)
                || text.has("的", at: word.upperBound)
            return isDirection
                ? nil : TimeExpression(start: word.lowerBound, end: word.upperBound, kind: .period, from: nil, to: nil)
        }
        var spell = TimeExpression(
            start: word.lowerBound, end: word.upperBound, kind: .running, from: published, to: nil)
        for mark in ["至", "到"] as [StaticString] where text.has(mark, at: word.upperBound) {
            guard let last = partOfYear(text, at: word.upperBound + 3, end: end, year: year) else { break }
            spell.end = last.end
            spell.to = last.to
            spell.kind = .period
            break
        }
        return spell
    }

    private func opensSentence(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position > 0 else { return true }
        let before = text.scalarStart(before: position)
        return text[before] == UInt8(ascii: "\n")
            || [.sentenceEnd, .openQuote, .space].contains(classes[text.scalar(at: before).value])
    }

    func opensClause(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position > 0 else { return true }
        switch classes[text.scalar(at: text.scalarStart(before: position)).value] {
        case .clauseEnd, .sentenceEnd, .space, .openQuote, .openBracket, .mark: return true
        default: return false
        }
    }
}
