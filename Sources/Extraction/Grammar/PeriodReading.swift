import Facts
import Scanning
import Units

/// When a figure holds: which of the times that a sentence names is its own.
extension SentenceReader {
    /// Finds the time of a figure: one that only the figure can have, else the nearest before it that governs it, else one behind.
    func readTime(of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        let place = places[index]
        if let own = ownTime(of: place, text) {
            reading.time = own
            return
        }
        if let base = timeOfBase(index, text) {
            // 比去年同期的180件增长11.1%: what others are measured against is of its own time.
            reading.time = base
            reading.comparison = nil
            return
        }
        if let opener = openerOfFirstLevel(index, text) {
            // 由去年同期的81%提高到95.3%: the first level is of the time behind 由 alone, or of none.
            let own = timeOfFirstLevel(index, text)
            reading.time = own ?? spanOver(place, text)
            reading.isUndated = reading.time == nil
            if own == nil, reading.change == .none, reading.comparison == nil {
                reading.comparison = text.string(ofDocument: tokens[opener].start..<tokens[opener].end)
            }
            return
        }
        if takeTimeBefore(index, text, &reading) { return }
        // 2间房8月中旬拆掉: the only time of the clause may stand behind the figure.
        reading.time =
            timeBehind(place, within: 12, text) { place, time in
                !tokens[place - 1].has(.comparison) && !tokens[place - 1].has(.from) && time.kind == .period
                    && !isYearlyRate(place, text)
                    || time.kind == .present && time.from != nil
            } ?? timeOfSummary(behind: place, text) ?? timeOfFinish(behind: place, text)
            ?? timeOfWorkDue(behind: place, text)
    }

    /// The time that goes before any other: in brackets behind the figure, a day by which something is to be done, or that of the
    /// rest.
    private func ownTime(of place: Int, _ text: Span<UInt8>) -> TimeExpression? {
        if let bracketed = timeInBrackets(place) { return bracketed }
        // 其余7个预计11月底前完工: a day by which something is to be done goes before any other time.
        let deadline = timeBehind(place, within: 6, text) { place, time in
            // 900米支管春节前接通
            deadlines.contains(tokens[place].start) || time.isNarrowed && text.has("前", before: time.end)
        }
        return deadline ?? timeOfRest(place, text) ?? timeOfClause(place, text)
    }

    /// Looks back for the nearest time that governs the figure; tells whether the search is over. A time that dates something else
    /// leaves the figure without the time of the paragraph.
    private func takeTimeBefore(_ index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Bool {
        let place = places[index]
        for position in (0..<place).reversed() {
            guard case .time(let number) = tokens[position].kind else { continue }
            // 2020年与原社区合并，现辖区面积…; 2019年改造后建筑面积…: what went before
            if endsBeforeNow(position, times[number], place, text) || isReporters(position, times[number], text) {
                reading.isUndated = true
                continue
            }
            if times[number].kind == .present, isTold(position, before: place, text) { continue }
            if holdsAlways(position, times[number], before: place, reading, text) {
                reading.isUndated = true
                continue
            }
            if isBeforeItsTime(position, times[number], place, text) {
                reading.isUndated = true
                return true
            }
            if tellsOfBecoming(position, before: place, text) || tellsWhenDecided(position, before: place, text) {
                reading.isUndated = true
                continue
            }
            guard governs(position, place, index, text) else {
                // A day that is still to come has founded nothing yet.
                let isPast = times[number].to.map { to in published.map { to < $0 } ?? true } ?? false
                if isFounded(position, text) && isPast || isVintage(position, text)
                    || isDoneBy(position, before: place, text)
                {
                    reading.isUndated = true
                }
                continue
            }
            take(times[number], at: position, of: index, text, &reading)
            return true
        }
        return false
    }

    /// Takes a time that governs a figure, from where the sentence has begun it or up to where it ends it.
    private func take(
        _ time: TimeExpression, at position: Int, of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        if time.kind == .running, time.from == nil, let since = since(before: position) {
            // 今年以来，街道强化服务，截至目前，已走访80户: since the year began; 自3月份以来，…，截至目前
            var stretch = time
            (stretch.kind, stretch.from) = (since.kind, since.from)
            reading.time = stretch
            return
        }
        // 截至11月12日，街道今年累计打通29条: up to that day
        if text.has("今年", at: tokens[position].start), tokens[position].end - tokens[position].start == 6,
            var until = until(before: position, text)
        {
            if let to = until.to, to.year == time.from?.year {
                until.kind = .sinceJanuary
                until.from = .first(ofMonth: 1, year: to.year)
            }
            reading.time = until
            return
        }
        reading.time =
            sameStretch.contains(tokens[position].start)
            ? otherYear(of: position, time, text) : isSecondLevel(index, text) ? time.laterEnd : time
        reading.isNow = nows.contains(tokens[position].start)
        reading.isOfTimesBatch = tellsWhich(position, before: places[index], text)
        reading.isOfFounding = endsInFounding(position, before: places[index]) || tellsWhenBuilt(position)
    }

    /// 12个社区、6万居民——这是街道年初摸底时的家底: the time that a clause behind a dash says the figures before it to be of.
    private func timeOfSummary(behind place: Int, _ text: Span<UInt8>) -> TimeExpression? {
        guard
            let point = tokens[(place + 1)...].prefix(80).firstIndex(where: {
                text.has("这是", at: $0.start) || text.has("这就是", at: $0.start) || text.has("这份", at: $0.start)
            }), text.has("—", before: tokens[point].start)
        else { return nil }
        for token in tokens[point...].prefix(12) {
            if token.endsClause { return nil }
            if case .time(let number) = token.kind { return times[number] }
        }
        return nil
    }

    private static let undertakings: WordList = ["改造", "实施", "开工", "动工", "启动", "整治", "建设", "更新"]

    /// 今年|开工的|42个小区: whether a time stands in a clause of works that 的 joins to what is counted.
    private func tellsWhich(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        // 今年累计改造的8个小区, 今年已完成改造的8个: so far
        place - position > 2 && place - position < 10 && tokens[place - 1].has(.de)
            && !tokens[position..<place].contains { $0.has(.sum) || $0.has(.done) || text.has("完成", at: $0.start) }
            && tokens[(position + 1)..<place].allSatisfy { $0.kind == .word }
            && SentenceReader.undertakings.ends(in: text, at: tokens[place - 2].end)
    }

    /// The time that stands between 比 or 较 and a figure that is itself the base: 比去年同期的180件, 较上月25件.
    private func timeOfBase(_ index: Int, _ text: Span<UInt8>) -> TimeExpression? {
        var position = places[index] - 1
        if position > 1, tokens[position].has(.de) { position -= 1 }
        guard position > 0, case .time(let number) = tokens[position].kind, tokens[position - 1].has(.comparison),
            quantities[index].impliedChange == .none,
            let dimension = unit(quantities[index])?.dimension, ![.multiple, .point].contains(dimension)
        else { return nil }
        return sameStretch.contains(tokens[position].start)
            ? otherYear(of: position, times[number], text) : times[number]
    }

    /// 近两年，…由2.1平方米增加到2.8平方米: what went on since then holds both levels, unless a figure has another time.
    private func spanOver(_ place: Int, _ text: Span<UInt8>) -> TimeExpression? {
        guard let position = tokens[..<place].lastIndex(where: \.isTime), case .time(let number) = tokens[position].kind
        else { return nil }
        let time = times[number]
        // 近两年, 这五年; 自开业以来, 两年来
        let spans =
            text.has("近", at: time.start) || text.has("这", at: time.start)
            || time.kind == .running && (text.has("以来", before: time.end) || text.has("来", before: time.end))
        return spans ? time : nil
    }

    /// 今年以来 or 自3月份以来 at the head of a sentence that goes on, without a figure, up to the time at a position.
    private func since(before position: Int) -> TimeExpression? {
        guard let first = tokens[..<position].firstIndex(where: { $0.kind == .word || $0.isTime || $0.isQuantity }),
            case .time(let number) = tokens[first].kind, times[number].from != nil,
            [.sinceJanuary, .running].contains(times[number].kind), times[number].to == published,
            !tokens[first + 1..<position].contains(where: { $0.isQuantity || $0.isTime })
        else { return nil }
        return times[number]
    }

    /// The time before a position that begins with 截至, with no figure between.
    private func until(before position: Int, _ text: Span<UInt8>) -> TimeExpression? {
        var index = position - 1
        while index >= 0, !tokens[index].isQuantity {
            if case .time(let number) = tokens[index].kind, text.has("截", at: tokens[index].start) {
                return times[number]
            }
            index -= 1
        }
        return nil
    }

    /// 在去年总数达到118家的基础上，再培育12家: a time of what a plan builds on.
    func isBasis(_ position: Int, of place: Int, _ text: Span<UInt8>) -> Bool {
        guard position > 0, text.has("在", before: tokens[position].start) else { return false }
        return tokens[position..<place].contains { $0.kind == .word && text.has("基础上", before: $0.end) }
            || tokens[position..<place].indices.dropFirst().contains {
                text.has("上", before: tokens[$0].end) && text.has("基础", at: tokens[$0 - 1].start)
            }
    }

    /// 超过|去年全年|，; 超|去年全年|开行量；; 是|去年|总量|的2倍: whether nothing but the name of a size stands between a time and the end of its
    /// clause or 的, so that what is exceeded or reached is of that time, and not the figures behind it.
    private func isBase(_ position: Int, before place: Int) -> Bool {
        var next = position + 1
        while next < place, next - position < 4, tokens[next].kind == .word, !tokens[next].has(.de),
            phrases.isNominal(tokens[next]) || phrases.isVerbal(tokens[next]),
            // 是|目前|全省最大的站: of now
            !tokens[next].has(.placeName), !tokens[next].kinds.contains(.utmost)
        { next += 1 }
        return next < place && (tokens[next].endsClause || tokens[next].has(.de))
    }

    /// Whether the time at a position dates the figure behind it, and not something else that the sentence names.
    private func governs(_ position: Int, _ place: Int, _ index: Int, _ text: Span<UInt8>) -> Bool {
        let start = tokens[position].start
        let next = position + 1 < tokens.count ? tokens[position + 1] : nil
        // 由去年同期的22%: what it is measured against, unless it opens its clause
        if sameStretch.contains(start), !(next?.endsClause ?? false), !isOwnStretch(position, place) { return false }
        if isTakenUpBefore(position, place, index, text) { return false }
        func followsTime() -> Bool { tokens[..<position].contains(where: \.isTime) }
        // 今年，锚定“十五五”良好开局，…: the plan's name qualifies a noun.
        if text.has("”", before: tokens[position].end), let next, !next.endsClause, followsTime() { return false }
        if isFirstLevel(position, before: place, index, text) { return false }
        // 过去停车难，社区改出车位60个: what was is told in a clause of its own
        if case .time(let number) = tokens[position].kind, TimeReader.isFormer(times[number], text),
            tokens[(position + 1)..<place].contains(where: \.endsClause), !isStillFormer(position, before: place, text)
        {
            return false
        }
        // 全年收到申请15件，上年结转2件
        if TimeReader.leftOvers.begins(in: text, at: tokens[position].end), followsTime() { return false }
        if isOfSomethingElse(position, before: place, text) || isOnlyAttribute(position, before: place, text) {
            return false
        }
        if let next {
            if isMeasured(position, by: next, text) { return false }
            // 完成全年任务的53.5%: what the task or plan is for
            // 全年任务1.5亿元: and so is a figure that says what the task is
            if next.wordClass == .noun, next.has(.plan) || text.has("任务", at: next.start) {
                return isTimeOfTask(position, place, text)
            }
            if isTakenUp(position, by: next, place, text, followsTime: followsTime) { return false }
        }
        // 介绍下半年安排, 今天，…开展2023年联合行动，销毁…, 搬进小区后
        return !isReportedOn(position, text) && !isAttribute(position, before: place)
            && !isInPurpose(position, place, text)
            && !isSeasonOfName(position, text) && !endsBefore(position) && !isClosedOff(position, before: place, text)
            && !isSpent(position, before: place, text)
    }

    /// Whether the word before a time takes it for itself: 比去年, 占全年…的75%, 成立于2003年5月, 超过去年全年, 由上月下降0.3%转为上涨0.1%.
    private func isTakenUpBefore(_ position: Int, _ place: Int, _ index: Int, _ text: Span<UInt8>) -> Bool {
        guard position > 0 else { return false }
        let previous = tokens[position - 1]
        let next = position + 1 < tokens.count ? tokens[position + 1] : nil
        // 除雪车7辆，其中今年新购2辆；组建应急队16支: the part alone
        if previous.has(.part), semicolons.contains(where: { position < $0 && $0 < place }) { return true }
        // 比去年, 占全年…的75%: what it is measured against
        if previous.has(.comparison) || previous.has(.share) { return true }
        // 成立于2003年5月，…: the day of a founding dates nothing else.
        if founding.contains(previous.start) { return true }
        // 进出口额已超过去年全年，同比增长76%: nor does what is exceeded
        // but 高于|2022年|的3.8%: that level is of its time
        if let next, !next.has(.de), SentenceReader.exceeding.contains(previous.start..<previous.end, of: text),
            isBase(position, before: place)
        {
            return true
        }
        // 11月营业额…是8月的1.7倍: a base
        if previous.has(.reach), previous.end - previous.start == 3, next?.endsClause != true,
            isBase(position, before: place)
        {
            return true
        }
        // 到明年底由现在的26家增加到50家, 由上月下降0.3%转为上涨0.1%: the time behind 由 is the first level's.
        guard previous.has(.from), let next else { return false }
        // 从2020年的645元/月、4318元/年提高到…: those of the first level have it
        let isFirstOfList =
            next.has(.de) && tokens[(position + 2)..<place].allSatisfy { $0.isQuantity || $0.isMark(.pause) }
        return !isFirstOfList && (next.has(.de) || !next.endsClause && hasQuantity(position, index))
    }

    /// Whether the word behind a time only tells of what others are measured against, or how strong something was: 与2023年相比,
    /// 入汛以来最强降雨.
    private func isMeasured(_ position: Int, by next: Token, _ text: Span<UInt8>) -> Bool {
        // 出现入汛以来最强降雨: only tells how strong
        text.has("最", at: next.start) && next.end - next.start > 3 && position > 0
            // 今年“双11”期间最多的一天投了617件: one of its days
            && !text.has("的一天", at: next.end)
            // 与2023年相比，…下降31%: what it is measured against
            || text.has("相比", at: next.start) || text.has("比较", at: next.start)
            // 相比去年11月回升
            || position > 0 && text.has("相比", at: tokens[position - 1].start)
    }

    /// 下半年任务|还剩2380人, 全年任务|1.5亿元: whether a figure is of the time of the task, which it measures or tells.
    private func isTimeOfTask(_ position: Int, _ place: Int, _ text: Span<UInt8>) -> Bool {
        guard position > 0, tokens[position - 1].endsClause else { return false }
        return isWhatIsLeft(position + 2..<place, text)
            || position + 2 == place && (place + 1 == tokens.count || tokens[place + 1].endsClause)
    }

    /// Whether the word behind a time takes it for itself: 1988年建成，6栋; 年初确定的10项; 从2020年的41.6%提升至….
    private func isTakenUp(
        _ position: Int, by next: Token, _ place: Int, _ text: Span<UInt8>, followsTime: () -> Bool
    ) -> Bool {
        let second = position + 2 < tokens.count ? tokens[position + 2] : nil
        // 1988年建成，6栋: when it was built
        if isFounded(position, text) { return true }
        // 截至9月25日，年初确定的10项中…: what was decided then
        if phrases.isVerbal(next), second?.has(.de) ?? false, followsTime() { return true }
        // 从2020年的41.6%提升至2025年的52%，…: the time of that level alone
        // but 由年初的五成升到现在的82%，日均处理15吨: what is so now
        return next.has(.de) && second?.isQuantity ?? false && position + 2 < place && !isNow(tokens[position])
            && tokens[(position + 2)..<place].contains(where: \.endsClause)
    }

    /// The verbs of levels that tell of a change, and not all of the role `to`: what people get in 年内…，让每个社区配到18名 changes no level.
    private static let risings: WordList = [
        "降到", "降至", "升到", "升至", "增到", "增至", "涨到", "涨至", "增加到", "提高到", "提升到", "下降到", "扩大到", "发展到",
    ]
    private static let merely: WordList = ["还有", "还是", "还", "只有", "只", "才", "仅", "仅有", "不到", "不足"]

    /// 空置率年初还有34%，整层招引后降到18.5%: whether a time dates the level alone that stands behind it, and the figure is what has
    /// become of that level.
    private func isFirstLevel(_ position: Int, before place: Int, _ index: Int, _ text: Span<UInt8>) -> Bool {
        guard index > 0, position + 1 < place, SentenceReader.merely.begins(in: text, at: tokens[position + 1].start),
            let level = (position + 1..<place).first(where: { tokens[$0].isQuantity }),
            !tokens[position..<level].contains(where: \.endsClause)
        else { return false }
        return tokens[level..<place].contains { SentenceReader.risings.begins(in: text, at: $0.start) }
    }

    private static let exceeding: WordList = ["超过", "超", "已超", "高于", "低于", "多于", "少于", "好于", "优于"]

    /// 今年上半年接警1200起，去年同期为1500起: the same stretch of another year at the head of a clause that tells its figure.
    private func isOwnStretch(_ position: Int, _ place: Int) -> Bool {
        guard position == 0 || tokens[position - 1].endsClause || tokens[position - 1].isMark(.openBracket),
            position + 1 < tokens.count, !tokens[position..<place].contains(where: \.endsClause)
        else { return false }
        let next = tokens[position + 1]
        return next.isQuantity || next.has(.reach) || phrases.isNominal(next) || phrases.isVerbal(next)
    }

    /// 去年同期 beside 今年上半年 is the first half of last year: the days of the time that the sentence named before, in the
    /// other year.
    private func otherYear(of position: Int, _ time: TimeExpression, _ text: Span<UInt8>) -> TimeExpression {
        guard let base = tokens[..<position].last(where: \.isTime), case .time(let number) = base.kind,
            !sameStretch.contains(base.start)
        else { return time }
        let first = times[number].dated(for: .actual, published: published)
        guard let to = first.to, first.kind != .present else { return time }
        return time.sameStretch(as: first.from, to, text)
    }

    private static let honours: WordList = [
        "表彰", "评选", "评选出", "评出", "表扬", "命名", "命名表彰", "通报表扬", "颁发", "授予", "宣读", "奖励",
    ]

    /// 表彰2025年度先进个人20名: the year for which somebody is honoured, and not the one in which it is done.
    func isHonourYear(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position > 0, tokens[position].isTime, tokens[position - 1].kind == .word,
            text.has("年", before: tokens[position].end) || text.has("年度", before: tokens[position].end)
        else { return false }
        return SentenceReader.honours.contains(tokens[position - 1].start..<tokens[position - 1].end, of: text)
    }

    private static let events: WordList = [
        "节", "会", "赛", "活动", "仪式", "行动", "典礼", "班", "论坛", "周", "月", "日", "展", "盛典", "启动", "赛事", "工程", "计划",
    ]
    private static let batches: WordList = ["首批", "第一批", "第二批", "第三批", "首场", "首届", "首期", "首轮", "首次"]
    private static let holdings: WordList = [
        "走进", "落地", "亮相", "开班", "开营", "结业", "开赛",
        "举办", "举行", "召开", "启动", "开展", "组织", "开幕", "主办", "承办", "筹办", "揭晓", "颁奖", "落幕",
    ]

    /// 3月18日，街道举办2025年“春风送岗”招聘会，…: a year inside the name of an event whose day another time has told.
    func isYearOfEvent(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        guard position > 1, case .time(let number) = token.kind, times[number].kind == .period,
            text.has("年", before: token.end) || text.has("年度", before: token.end)
                || text.has("季度", before: token.end),
            !tokens[position - 1].endsClause
        else { return false }
        // 4月20日，街道2026年首批项目落地: which batch it is
        if SentenceReader.batches.begins(in: text, at: token.end) {
            return tokens[..<position].contains(where: { isDay($0) })
        }
        // 2月12日，…2025年“春风行动”专场招聘会走进社区: the name of an event that comes somewhere
        let isQuoted = position + 1 < place && tokens[position + 1].isMark(.openQuote)
        guard
            let end = (position + 1..<place).first(where: { tokens[$0].endsClause }), end > position + 1,
            !tokens[position..<end].contains(where: \.isQuantity),
            tokens[..<position].contains(where: { isDay($0) })
        else { return false }
        return isQuoted || SentenceReader.holdings.ends(in: text, at: tokens[position - 1].end)
            || tokens[(position + 1)..<end].contains { SentenceReader.holdings.contains($0.start..<$0.end, of: text) }
            || SentenceReader.events.ends(in: text, at: tokens[end - 1].end)
    }

    /// Whether a token is a time of one day, or a rough present (近日).
    private func isDay(_ token: Token) -> Bool {
        guard case .time(let number) = token.kind else { return false }
        let time = times[number]
        return time.kind == .present || time.kind == .period && time.from == time.to && time.from != nil
    }

    /// 2000年前建成的老旧小区: of what age those are that are counted.
    func isVintage(_ position: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        if (["年以前", "年之前"] as [StaticString]).contains(where: { text.has($0, before: token.end) }) {
            return position + 2 < tokens.count && phrases.isVerbal(tokens[position + 1])
                && tokens[position + 2].has(.de)
        }
        guard text.has("年", before: token.end), position + 3 < tokens.count else { return false }
        let next = tokens[position + 1]
        guard text.has("前", before: next.end) || text.has("后", before: next.end), next.end - next.start <= 6 else {
            return false
        }
        return phrases.isVerbal(tokens[position + 2]) && tokens[position + 3].has(.de)
    }

    /// The time between 由 or 从 and the first of two levels.
    private func timeOfFirstLevel(_ index: Int, _ text: Span<UInt8>) -> TimeExpression? {
        var position = places[index] - 1
        while position >= 0, !tokens[position].endsClause, !tokens[position].has(.from) {
            if case .time(let number) = tokens[position].kind { return times[number] }
            position -= 1
        }
        return stateOfFirstLevel(between: position, and: places[index], text)
    }

    /// Whether a time inside a clause stands right before a noun, where another time opens the sentence, and
    /// a clause ends before the figure.
    private func isAttribute(_ position: Int, before place: Int) -> Bool {
        guard position > 1, position + 1 < tokens.count, !tokens[position - 1].endsClause,
            tokens[position + 1].kind == .word, tokens[position + 1].wordClass == .noun,
            phrases.isVerbal(tokens[position - 1]), !tokens[position - 1].has(.plan),
            !tokens[position - 1].has(.causative),
            !tokens[position - 1].has(.reach), tokens[position..<place].contains(where: { $0.endsClause })
        else { return false }
        return tokens.prefix(min(3, position - 1)).contains { $0.isTime }
    }

    static let seasonsInNames: WordList = ["春季", "夏季", "秋季", "冬季", "暑期", "寒假"]

    /// 今年6月举办的夏季专场，…: a season in the name of something, where another time stands before it.
    private func isSeasonOfName(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position > 0, position + 1 < tokens.count, tokens[position + 1].kind == .word else { return false }
        // 开展冬季除雪演练, 上一轮夏季行动
        if SentenceReader.seasonsInNames.contains(tokens[position].start..<tokens[position].end, of: text),
            SentenceReader.holdings.ends(in: text, at: tokens[position - 1].end)
                || !tokens[position - 1].endsClause && text.has("行动", at: tokens[position + 1].start)
        {
            return true
        }
        guard phrases.isNominal(tokens[position + 1]),
            SentenceReader.seasonsInNames.contains(tokens[position].start..<tokens[position].end, of: text)
        else { return false }
        return tokens[..<position].contains { $0.isTime }
    }

    private static let accounts: WordList = ["介绍", "通报", "总结", "部署", "回顾", "听取"]

    /// 介绍上半年情况和下半年安排，…: a time that only says what somebody tells of.
    private func isReportedOn(_ position: Int, _ text: Span<UInt8>) -> Bool {
        var index = position - 1
        while index >= 0, !tokens[index].endsClause, !tokens[index].isQuantity {
            let token = tokens[index]
            if token.has(.plan) || token.wordClass == .preposition { return false }
            if token.kind == .word, token.end - token.start == 6,
                SentenceReader.accounts.contains(token.start..<token.end, of: text)
            {
                return true
            }
            index -= 1
        }
        return false
    }

    /// 为防御汛期可能带来的隐患，治理12处: a time inside a clause of what something is done for, which is over before the figure.
    private func isInPurpose(_ position: Int, _ place: Int, _ text: Span<UInt8>) -> Bool {
        guard case .time(let number) = tokens[position].kind, times[number].kind == .present else { return false }
        var first = position
        while first > 0, position - first < 12, !tokens[first - 1].endsClause { first -= 1 }
        return position > first + 1 && text.has("为", at: tokens[first].start) && tokens[first].wordClass != .noun
            && tokens[first + 1..<position].contains { phrases.isVerbal($0) }
            && tokens[position..<place].contains(where: \.endsClause)
    }

    /// 6月3日，记者从区商务局获悉，…: the day on which a reporter was told is not that of what was told.
    private func isReporters(_ position: Int, _ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        guard let from = time.from, from == time.to else { return false }
        var first = position + 1
        if first < tokens.count, tokens[first].endsClause { first += 1 }
        guard first < tokens.count,
            // 记者今天从国家航天局了解到，…
            text.has("记者", at: tokens[first].start) || text.has("记者", before: tokens[position].start),
            let end = (first..<min(first + 16, tokens.count)).first(where: { tokens[$0].endsClause })
        else { return false }
        return TimeReader.learnings.ends(in: text, at: tokens[end - 1].end)
    }

    /// Whether 现 stands between a time and a figure, or 后 behind a verb of the time's own clause; and whether what a later
    /// clause has done is told of a day that is still to come.
    private func endsBeforeNow(_ position: Int, _ time: TimeExpression, _ place: Int, _ text: Span<UInt8>) -> Bool {
        let isOver = time.to.map { to in published.map { to < $0 } ?? true } ?? false
        var isLater = false
        for index in (position + 1)..<max(position + 1, place) {
            let token = tokens[index]
            if token.endsClause { isLater = true }
            guard token.kind == .word else { continue }
            // 截至目前，现共有36个社区…: both say that it holds now
            let isPresent = time.kind == .running || time.kind == .present
            if !isPresent, text.has("现", at: token.start), token.end - token.start == 3 || token.has(.stock) {
                // 2026年，在现有5家的基础上，再建3家
                return !tokens[index..<place].contains { $0.kind == .word && text.has("基础上", before: $0.end) }
            }
            if isOver, !isLater, token.end - token.start == 3, text.has("后", at: token.start), index > position + 1,
                index + 1 < place,
                phrases.isVerbal(tokens[index - 1]), index - position <= 3
            {
                return true
            }
            if isLater, token.has(.done), token.end - token.start == 3, deadlines.contains(tokens[position].start) {
                return true
            }
        }
        return false
    }

    /// 社区于2019年8月12日成立，辖小区8个: whether nothing but a word for a beginning stands behind a time in its clause; but 计划明年3月投用，届时….
    private func isFounded(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position + 2 < tokens.count, case .time(let number) = tokens[position].kind else { return false }
        return tokens[position + 1].has(.founding) && tokens[position + 2].endsClause
            && !isStillToCome(times[number], text)
    }

    /// 去年4月才成为网格员，她已参加60场宣传: whether the clause of a time tells what somebody became then, who has done since what
    /// a later clause says is done.
    private func tellsOfBecoming(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        var next = position + 1
        while next < place, tokens[next].kind == .word, tokens[next].wordClass == .adverb { next += 1 }
        guard next < place, SentenceReader.becomings.contains(tokens[next].start..<tokens[next].end, of: text),
            let end = (next..<place).first(where: { tokens[$0].endsClause })
        else { return false }
        return tokens[end..<place].contains { $0.has(.done) }
    }

    private static let edges: WordList = ["年初", "年底", "年末", "月初", "月底"]

    /// 年初确定的50项已完成40项: whether a time only tells when that was decided of which a later figure says how much is done.
    private func tellsWhenDecided(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        position + 3 < place && tokens[position + 2].has(.de) && phrases.isVerbal(tokens[position + 1])
            && SentenceReader.edges.ends(in: text, at: tokens[position].end)
            && tokens[(position + 3)..<place].contains(where: \.isQuantity)
    }

    private static let becomings: WordList = ["成为", "当上", "担任", "加入", "接手", "接任", "入职", "任职", "上任"]

    /// 2020年成立的社区食堂有餐位80个: whether a word for a beginning and 的 stand right behind a past time.
    private func tellsWhenBuilt(_ position: Int) -> Bool {
        guard position + 2 < tokens.count, case .time(let number) = tokens[position].kind,
            tokens[position + 1].has(.founding) || tokens[position + 1].has(.opening), tokens[position + 2].has(.de)
        else { return false }
        return times[number].to.map { to in published.map { to < $0 } ?? true } ?? false
    }

    /// Whether the clause of a time ends in the word for a beginning, before the clause of a figure.
    private func endsInFounding(_ position: Int, before place: Int) -> Bool {
        guard let end = (position + 1..<place).first(where: { tokens[$0].endsClause }), end > position + 1 else {
            return false
        }
        // 社区书屋于2020年5月开始运营，占地面积300平方米; but 预计8月底投产，年产值可达5亿元
        guard tokens[end - 1].has(.opening), case .time(let number) = tokens[position].kind, let published else {
            return tokens[end - 1].has(.founding)
        }
        return tokens[end - 1].has(.founding) || (times[number].from ?? published) < published
    }

    /// 其余7个预计11月底前完工；引进物业公司2家: whether a deadline belongs to a figure before it and not to later clauses.
    private func isSpent(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        // 其余2个预计11月底完工；增设停车位300个: nor does any time behind a figure reach over a semicolon.
        if isDoneBy(position, before: place, text) { return true }
        let isOver = tokens[position..<place].contains(where: \.endsClause)
        guard
            isOver && (deadlines.contains(tokens[position].start) || isOnlyWhen(position))
                || semicolons.contains(where: { position < $0 && $0 < place })
        else { return false }
        var index = position - 1
        // 其余10月底前完工；加装电梯71部: of the rest alone
        while index >= 0, !tokens[index].endsClause {
            if tokens[index].isQuantity || tokens[index].has(.remainder) { return true }
            index -= 1
        }
        return false
    }

    /// 已于6月20日前完成公示，清退2户: whether a day tells only by when that was done of which its own clause tells.
    private func isDoneBy(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        guard text.has("前", before: tokens[position].end), tokens[position..<place].contains(where: \.endsClause) else {
            return false
        }
        return tokens[clauseStart(of: position)..<position].contains { $0.has(.done) && !$0.isTime }
    }

    /// 今年，…，4条道路计划4月开工，新建公园6个: whether nothing but a verb stands behind a time, where another has opened the sentence.
    private func isOnlyWhen(_ position: Int) -> Bool {
        position + 2 < tokens.count && phrases.isVerbal(tokens[position + 1]) && tokens[position + 2].endsClause
            && tokens[..<position].contains(where: \.isTime)
    }

    /// 2017年搬进小区后，…: the clause tells what went before, and when; what follows is of later.
    private func endsBefore(_ position: Int) -> Bool {
        var index = position + 1
        while index < tokens.count, !tokens[index].endsClause, !tokens[index].isQuantity { index += 1 }
        guard index < tokens.count, index - position > 2, tokens[index].endsClause else { return false }
        return afterwards.contains(tokens[index - 1].start)
    }

    /// The first time behind a figure, in its clause and not so many tokens away: where it stands.
    private func timeBehind(
        _ place: Int, within reach: Int, _ text: Span<UInt8>, where fits: (Int, TimeExpression) -> Bool
    ) -> TimeExpression? {
        var index = place + 1
        while index < tokens.count, !tokens[index].endsClause, !tokens[index].isQuantity, index - place < reach {
            // 化解率95%……去年5月，…: what the dots break off
            if text.has("…", at: tokens[index].start) { return nil }
            if case .time(let number) = tokens[index].kind, fits(index, times[number]) { return times[number] }
            index += 1
        }
        return nil
    }

    /// Whether another quantity stands between a token and a quantity.
    private func hasQuantity(_ position: Int, _ index: Int) -> Bool {
        index > 0 && places[index - 1] > position
    }

    /// B in 由A提高到B: the level to which the figure before it has changed.
    func isSecondLevel(_ index: Int, _ text: Span<UInt8>) -> Bool {
        index > 0 && openerOfFirstLevel(index - 1, text) != nil
    }

    /// 由 where the figure is A in 由A提高到B, 由26支发展到31支 or 由100个优化为118个; `nil` where it is no first level.
    func openerOfFirstLevel(_ index: Int, _ text: Span<UInt8>) -> Int? {
        let place = places[index]
        guard index + 1 < places.count, changes(index, text) else { return nil }
        return tokens[..<place].indices.suffix(8).reversed().prefix { !tokens[$0].endsClause }
            .first { tokens[$0].has(.from) }
    }

    /// Whether a verb between a figure and the next one tells that the one has become the other.
    private func changes(_ index: Int, _ text: Span<UInt8>) -> Bool {
        let between = tokens[(places[index] + 1)..<places[index + 1]]
        guard (1...4).contains(between.count), let last = between.last, !between.contains(where: \.endsClause) else {
            return false
        }
        if let first = between.first, first.has(.to) || first.has(.arrive) { return true }
        // 由3个网格划分而成的5个: only what is counted alike has become so many.
        guard unit(quantities[index])?.name == unit(quantities[index + 1])?.name else { return false }
        return last.has(.to) || last.has(.arrive) || last.has(.reach) && text.has("为", before: last.end)
    }
}
