import Facts
import Scanning
import Units

/// Whether a figure is a result or a plan.
extension SentenceReader {
    /// A plan word governs what follows it up to a semicolon, or to a word that tells of something done.
    func readStatus(of index: Int, planned: Bool, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        let place = places[index]
        if planned, !reading.isStockWorded, !tellsOfWhatWas(place, text) { reading.status = .planned }
        if openerOfFirstLevel(index, text) != nil {
            // 由81%提高到90%: where it stands now, even inside a plan.
            reading.status = .actual
            return
        }
        if isTarget(place, text) {
            // 完成全年任务（10亿元）的37.5%: the task itself
            reading.status = .planned
            return
        }
        if isDoneBehind(place) || isMeasuredNext(place, text) || isMeasure(of: index, text) {
            // 计划实施的31个项目中，18个已经完工; 计划投资2亿元，完成投资1.5亿元，占计划的75%
            reading.status = .actual
            return
        }
        if let time = reading.time,
            isStillToCome(time, text) && !isDoneBy(time, before: place, text)
                || isWithinYear(time, before: place, text)
        {
            reading.status = .planned
            return
        }
        if isRemainder(place) && planBehind(place) || isSubjectOfPlan(place, text) || isStillToBegin(place, text)
            || isTaskSet(place, reading, text)
        {
            // 其余3部预计8月底前完工, 30个小区将获改造, 改造11栋，计划8月开工, 下达征兵任务30名
            reading.status = .planned
            return
        }
        var position = place - 1
        while position >= 0 {
            if semicolons.contains(position) {
                guard let colon = colonOfList(over: position, text) else {
                    if !reading.isStockWorded,
                        isOfPlannedList(position, place, text) || isOfAnnouncedPlans(position, place, text)
                            || isOfJoinedPlan(position, place, text)
                    {
                        reading.status = .planned
                    } else {
                        leaveOpen(place, text, &reading)
                    }
                    return
                }
                position = colon - 1
                continue
            }
            let token = tokens[position]
            if token.kind == .word, text.has("上一轮", at: token.start) || text.has("上轮", at: token.start) {
                reading.status = .actual
                return
            }
            if token.has(.done), !isPlanned(before: position, text) {
                reading.status = .actual
                return
            }
            if position + 1 == place, token.has(.aspect), position > 0, phrases.isVerbal(tokens[position - 1]),
                !isPlanned(before: position, text)
            {
                // 街道将发放理发券，首批准备了300张
                reading.status = .actual
                return
            }
            if SentenceReader.outcomes.contains(token.start..<token.end, of: text), followsFirstPlan(position, text) {
                reading.status = .actual
                return
            }
            // 由目前的82%提升至95%: the time behind 由 is the first level's.
            if case .time(let number) = token.kind,
                tellsOfThePast(times[number]) && !(planned && isOnlyBegun(times[number], text))
                    || isNearlyOver(times[number], at: position) || isNow(token)
                    || sameStretch.contains(token.start),
                position == 0 || !tokens[position - 1].has(.comparison) && !tokens[position - 1].has(.from),
                !isBasis(position, of: place, text)
            {
                reading.status = .actual
                return
            }
            // 一天要接待居民500人次: 要 is a demand only before a bound or a level to be reached.
            let demands =
                !token.has(.demand) || isUsual(position, text)
                ? !token.has(.demand)
                : reading.quantity.qualifier != .exact && reading.quantity.upper == nil
                    || unitDimension(of: reading.quantity) == .ratio
            if token.has(.plan), position + 1 < place, isFirstSum(position, text),
                tokens[(position + 2)..<place].contains(where: \.endsClause)
            {
                // 原计划200万平方米，做下来是243万平方米
                reading.status = .actual
                return
            }
            if token.has(.plan), demands || isOrder(position, text), isPlan(position, text),
                !isMeasuredAgainst(position, place, text), !isOfInvestment(position, before: place, text),
                !isTold(position, before: place, text)
            {
                reading.status = .planned
                return
            }
            if isRequired(by: position, of: index, reading, text) {
                reading.status = .planned
                return
            }
            if text.has("规划", at: token.start), token.end - token.start == 6 || token.has(.transitive),
                isLaidOut(position, text)
            {
                // 规划30个班, 规划住宅楼27栋, 规划建设厂房6栋
                reading.status = .planned
                return
            }
            if isEnsured(position, of: index, text) {
                // 确保全年火灾起数下降20%
                reading.status = .planned
                return
            }
            if token.has(.able), isOnceInUse(position, of: place, text) {
                reading.status = .planned
                return
            }
            if token.has(.causative), position + 1 == place, reading.quantity.qualifier == .over,
                unitDimension(of: reading.quantity) == .ratio
            {
                // 满意率确保93%以上
                reading.status = .planned
                return
            }
            if deadlines.contains(token.start), position == 0 || !tokens[position - 1].has(.comparison) {
                // 年底前再建1500个
                reading.status = .planned
                return
            }
            position -= 1
        }
        leaveOpen(place, text, &reading)
    }

    /// 街道力争垃圾分类覆盖率达95%；新增投放点40个；减量率达到12%: whether the last clauses behind a semicolon are members of a list
    /// that a plan opens, with nothing in it that is done or dated.
    private func isOfPlannedList(_ semicolon: Int, _ place: Int, _ text: Span<UInt8>) -> Bool {
        guard let first = tokens.firstIndex(where: { $0.isQuantity }),
            let plan = tokens[..<first].lastIndex(where: { $0.has(.plan) && !$0.has(.demand) }), isPlan(plan, text),
            !tokens[plan..<first].contains(where: \.endsClause), semicolon + 1 < place
        else { return false }
        for index in plan + 1..<place {
            let token = tokens[index]
            if token.isTime || token.has(.done) || token.has(.aspect) || token.has(.stock) || isNumbering(index, text) {
                return false
            }
        }
        let head = tokens[semicolon + 1]
        // …；清淤渠道18公里，改造泵站2座: all clauses of a member of the list
        return phrases.isVerbal(head) || tokens[place - 1].has(.reach) || tokens[place - 1].has(.to)
    }

    private static let joiners: WordList = ["另外", "另", "同时", "同步", "此外", "还", "并", "再"]

    /// 计划建停车场6个；另外改造38个，涉及泊位1423个: whether a word that adds to what was said joins the clauses behind a semicolon to a
    /// plan, and nothing in them is done or dated.
    private func isOfJoinedPlan(_ semicolon: Int, _ place: Int, _ text: Span<UInt8>) -> Bool {
        guard semicolon + 1 < place, SentenceReader.joiners.begins(in: text, at: tokens[semicolon + 1].start),
            !tokens[semicolon..<place].contains(where: { tellsOfDone($0) })
        else { return false }
        var index = semicolon - 1
        while index >= 0, !semicolons.contains(index) {
            // 将于12月底前完工；同步新增: what is done by a day that the plan names
            if case .time(let number) = tokens[index].kind {
                if tellsOfThePast(times[number]) || isNow(tokens[index]) { return false }
            } else if tellsOfDone(tokens[index]), !isPlanned(before: index, text) {
                return false
            }
            if tokens[index].has(.plan), !tokens[index].has(.demand) { return isPlan(index, text) }
            index -= 1
        }
        return false
    }

    private func tellsOfDone(_ token: Token) -> Bool {
        token.isTime || token.has(.done) || token.has(.aspect) || token.has(.stock)
    }

    /// 今年将办好8件实事：改造小区6个；开展评选，打造示范点23个: whether the clause before a colon says what is going to be done, and nothing
    /// behind the last semicolon that it is done.
    private func isOfAnnouncedPlans(_ semicolon: Int, _ place: Int, _ text: Span<UInt8>) -> Bool {
        guard
            let colon = tokens[..<semicolon].lastIndex(where: { isColon($0, text) }), colon > 1,
            !tokens[semicolon..<place].contains(where: { $0.isTime || $0.has(.done) || $0.has(.aspect) })
        else { return false }
        let start = tokens[..<colon].lastIndex(where: \.endsClause).map { $0 + 1 } ?? 0
        return tokens[start..<colon].contains(where: \.isQuantity)
            && !tokens[start..<colon].contains { $0.has(.done) || $0.has(.aspect) }
            && (start..<colon).contains { tokens[$0].has(.plan) && !tokens[$0].has(.demand) && isPlan($0, text) }
    }

    /// 继续办好10件实事，包括：（1）改造小区58个；（2）新增车位900个: the colon before the members of a numbered list, one of which
    /// begins behind the semicolon; what is said before it holds for each.
    private func colonOfList(over semicolon: Int, _ text: Span<UInt8>) -> Int? {
        guard isNumbering(semicolon + 1, text) else { return nil }
        var index = semicolon - 1
        while index > 0 {
            if tokens[index].endsClause, isNumbering(index + 1, text) {
                if isColon(tokens[index], text) { return index }
                if !semicolons.contains(index) { return nil }
            }
            index -= 1
        }
        return nil
    }

    /// Whether a token is the number of a point: （2）, ②.
    private func isNumbering(_ index: Int, _ text: Span<UInt8>) -> Bool {
        guard index < tokens.count, tokens[index].isMark(.clauseEnd) else { return false }
        return !(["，", "；", "：", ",", ";", ":"] as [StaticString]).contains { text.has($0, at: tokens[index].start) }
    }

    /// 平均一个月要堵两三回, 每天要跑70多户: 要 tells of what is usual.
    private func isUsual(_ position: Int, _ text: Span<UInt8>) -> Bool {
        var index = position - 1
        while index >= 0, !tokens[index].endsClause {
            if tokens[index].has(.average) || tokens[index].isQuantity || text.has("每", at: tokens[index].start) {
                return true
            }
            index -= 1
        }
        return false
    }

    private static let orders: WordList = [
        "确保", "力争", "争取", "实现", "全面", "完成", "建成", "打造", "改造", "新建", "新增", "建设", "培育", "引进", "创建", "推进", "加快", "实施",
        "加装", "翻新", "更新", "新开", "新添", "办好", "抓好", "大力", "着力", "继续", "增设", "扩建",
    ]
    private static let steps: WordList = ["完成", "改造", "实施", "建设"]
    private static let additions: WordList = ["添", "增加", "再", "建"]
    private static let withinWords: WordList = ["用", "在", "于", "利用"]

    /// 要确保完成投资3亿元, 要用5年时间全面改造4万户: 要 before a word that asks for a result, with how long it takes between.
    private func isOrder(_ demand: Int, _ text: Span<UInt8>) -> Bool {
        guard demand + 1 < tokens.count, !isUsual(demand, text) else { return false }
        let next = tokens[demand + 1]
        if SentenceReader.orders.begins(in: text, at: next.start) {
            // 改造要完成5道工序: what a procedure asks for; 今年要完成12个 tells by when
            return !SentenceReader.steps.begins(in: text, at: next.start)
                || tokens[..<demand].suffix(8).contains { $0.isTime || $0.has(.determiner) }
        }
        // 今年全区要添学校30所
        if SentenceReader.additions.begins(in: text, at: next.start) {
            return tokens[..<demand].suffix(8).contains(where: \.isTime)
        }
        guard SentenceReader.withinWords.contains(next.start..<next.end, of: text) else { return false }
        return tokens[(demand + 2)...].prefix(4).contains { SentenceReader.orders.begins(in: text, at: $0.start) }
    }

    private static let targets: WordList = ["目标", "任务", "任务数", "计划", "目标任务"]

    /// Whether a figure is what a target, task or plan amounts to: 年度目标800个的102.5%, 占年计划25.8亿元的29.7%, 10家的目标.
    private func isTarget(_ place: Int, _ text: Span<UInt8>) -> Bool {
        if place + 2 < tokens.count, tokens[place + 1].has(.de), text.has("目标", at: tokens[place + 2].start) {
            return true
        }
        // 以3000户为目标
        if place + 2 < tokens.count, text.has("为", at: tokens[place + 1].start),
            tokens[place + 1].end - tokens[place + 1].start == 3, text.has("目标", at: tokens[place + 2].start)
        {
            return true
        }
        var index = place - 1
        while index > 0, tokens[index].isMark(.openBracket) || tokens[index].isMark(.pause) || tokens[index].isQuantity
        {
            index -= 1
        }
        guard index >= 0, tokens[index].kind == .word, tokens[index].wordClass != .verb,
            SentenceReader.targets.contains(tokens[index].start..<tokens[index].end, of: text)
        else { return false }
        // 的: a share of it follows; otherwise the word may be the verb of what is planned.
        var close = place + 1
        while close < tokens.count,
            tokens[close].isMark(.closeBracket) || tokens[close].isMark(.pause) || tokens[close].isQuantity
        {
            close += 1
        }
        return close < tokens.count && tokens[close].has(.de) || tokens[index + 1].isMark(.openBracket)
    }

    func isRemainder(_ place: Int) -> Bool {
        place > 0 && tokens[place - 1].has(.remainder)
    }

    /// A plan word behind the figure, in its clause.
    private func planBehind(_ place: Int) -> Bool {
        var index = place + 1
        while index < tokens.count, !tokens[index].endsClause, !tokens[index].isQuantity, index - place < 8 {
            if tokens[index].has(.plan) { return true }
            index += 1
        }
        return false
    }

    /// 30个小区将获改造, 900余场活动将走进小区: the figure opens a clause, and its noun is the subject of what is to come.
    private func isSubjectOfPlan(_ place: Int, _ text: Span<UInt8>) -> Bool {
        guard
            place == 0 || tokens[place - 1].endsClause || tokens[place - 1].isTime || tokens[place - 1].has(.determiner)
        else { return false }
        var index = place + 1
        while index < tokens.count, tokens[index].kind == .word, index - place < 6 {
            if text.has("将", before: tokens[index].end), tokens[index].has(.plan), index > place + 1 {
                return isPlan(index, text)
            }
            guard phrases.isNominal(tokens[index]) || tokens[index].wordClass == .attributive else { return false }
            index += 1
        }
        return false
    }

    /// 目前, 如今: how things stand, against a plan before it.
    func isNow(_ token: Token) -> Bool { nows.contains(token.start) }

    /// Whether a time has not begun (今年9月先开5个班), or reaches up to a day that is more than a month off (到年底网格员达到500名):
    /// a report of December tells of the year's end.
    private func isStillToCome(_ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        if time.kind == .period, TimeReader.isComing(time, text) { return true }
        if time.kind == .present || time.kind == .running && text.has("起", before: time.end),
            (["下周", "下月", "下个月", "下个星期", "明天", "明日"] as [StaticString]).contains(where: {
                text.has($0, at: time.start)
            })
        {
            return true
        }
        guard let published else { return false }
        if time.kind == .present, text.has("年底", at: time.start) || text.has("年末", at: time.start) {
            // 食堂年底建成90个: unless a report of January tells of the year that ended
            return published.month > 1 && time.named == nil
                && time.to.map { $0 > published.advanced(byDays: 31) } ?? false
        }
        if let from = time.from {
            // 今天起至2月2日: what has only begun
            let begins = from > published || from == published && (time.to ?? from) > published
            return time.kind == .period && time.open == .nothing && begins
        }
        guard let to = time.to, time.kind != .present, !text.has("截", at: time.start) else { return false }
        return to > published.advanced(byDays: 31)
    }

    /// 年底已建成90个, 两年内已建成20个: whether a word between the time and the figure says that it is done.
    private func isDoneBy(_ time: TimeExpression, before place: Int, _ text: Span<UInt8>) -> Bool {
        guard time.kind == .present || text.has("内", before: time.end), time.start < tokens[place].start else {
            // 已完工8个，其余4个年底前完成: the time stands behind the figure.
            return false
        }
        let start = tokens[..<place].lastIndex { $0.isTime } ?? 0
        return tokens[start..<place].contains { $0.has(.done) }
    }

    /// 年内新增车位900个: what is still to be done in the year that runs, unless the sentence says that it is, and but for reports of
    /// December and January, which tell of the year that ends.
    private func isWithinYear(_ time: TimeExpression, before place: Int, _ text: Span<UInt8>) -> Bool {
        guard text.has("年内", at: time.start), let published, let to = time.to,
            to > published.advanced(byDays: 31), published.month > 1
        else { return false }
        let start = tokens[..<place].lastIndex { $0.isTime } ?? 0
        return !tokens[start..<place].contains { $0.has(.done) }
    }

    private func tellsOfThePast(_ time: TimeExpression) -> Bool {
        switch time.kind {
        case .running: return true
        case .sinceJanuary:
            // 1至6月签约4家 in a plan of January is still to come; in a report of late June it is not.
            guard let to = time.to, let published else { return true }
            return to <= published.advanced(byDays: 31)
        case .period:
            // 预计24日至26日升温: which month's days they are, the plan tells.
            guard let to = time.to, let published, time.open != .month, time.open != .endedMonth else { return false }
            // 近一年更换7人
            return to < published || to == published && time.from == nil
        case .present: return false
        }
    }

    /// 4月起实行包案, in a section of plans: what nobody can tell to have begun.
    private func isOnlyBegun(_ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        guard time.kind == .running, text.has("起", before: time.end) else { return false }
        guard let from = time.from, let published else { return true }
        return from.advanced(byDays: 31) > published
    }

    /// 全年计划培训600人，上半年培训340人: a half year or a quarter at the head of its clause whose last weeks run, in which a plan
    /// for the whole year is measured.
    private func isNearlyOver(_ time: TimeExpression, at position: Int) -> Bool {
        guard time.kind == .period, let published, let from = time.from, let to = time.to, position > 0,
            tokens[position - 1].endsClause, tokens[..<position].contains(where: \.isTime)
        else { return false }
        return to.days(since: from) > 80 && to.days(since: from) < 190 && from <= published
            && to <= published.advanced(byDays: 31)
    }

    private static let outcomes: WordList = ["最后", "最终", "结果", "实际"]
    private static let firstPlans: WordList = ["原定", "原计划", "原拟", "原先计划", "原本计划"]

    /// 原定30户，|最后|签约38户: whether the sentence has told of what was planned at first.
    private func followsFirstPlan(_ position: Int, _ text: Span<UInt8>) -> Bool {
        tokens[..<position].contains { SentenceReader.firstPlans.begins(in: text, at: $0.start) }
    }

    /// 原计划|200万平方米: whether a figure alone tells what was planned at first.
    private func isFirstSum(_ position: Int, _ text: Span<UInt8>) -> Bool {
        tokens[position + 1].isQuantity && position > 0 && isFirst(tokens[position - 1], text)
    }

    private func isFirst(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.end - token.start == 3 && text.has("原", at: token.start)
    }

    /// 将 or 计划 right before the word that tells of something done, in the same clause.
    private func isPlanned(before position: Int, _ text: Span<UInt8>) -> Bool {
        var index = position - 1
        while index >= 0, !tokens[index].endsClause {
            if tokens[index].has(.plan), isPlan(index, text) { return true }
            index -= 1
        }
        return false
    }

    private static let handings: WordList = [
        "送回", "带回", "接回", "运回", "接到", "转移到", "转移至", "安置到", "安置在", "送到", "送至", "送给", "送进", "送往", "送上", "送达", "送入", "交到",
        "交给", "交至", "递到", "递给", "发到", "带到", "带给", "带进", "运到",
        "运至", "运往",
        "搬到", "搬进", "抬到", "转到", "转给", "捐给", "寄到", "寄给", "传到", "传给", "传递", "移到", "移至", "延伸到", "延伸至", "拉到", "摆到", "搬至",
        "贴到", "放到",
        "放在", "纳入",
    ]

    /// Whether what stands behind 将 is taken somewhere by the verb right behind it, so that 将 is 把: 将温暖送到家门口.
    private func isHandedOn(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position < tokens.count, tokens[position].kind == .word, tokens[position].wordClass != .adverb,
            tokens[position].wordClass != .preposition
        else { return false }
        let reach = min(tokens.count, position + 3)
        for index in position + 1..<max(position + 1, reach) {
            if tokens[index].endsClause || tokens[index].wordClass == .person { return false }
            if SentenceReader.handings.begins(in: text, at: tokens[index].start) { return true }
        }
        return false
    }

    /// 将社保认证、老年证办理等48项事项下放到社区: whether examples and their number stand behind 将, with a verb behind them.
    private func isListTaken(behind position: Int) -> Bool {
        var index = position + 1
        var pauses = 0
        while index + 1 < tokens.count, index - position < 16, !tokens[index].has(.etc) {
            if tokens[index].isMark(.pause) { pauses += 1 } else if tokens[index].kind != .word { return false }
            index += 1
        }
        guard pauses > 0, index + 1 < tokens.count, tokens[index].has(.etc) else { return false }
        // 将开展义诊、讲座等12场活动: a verb of its own before the examples is what is planned
        guard tokens[position + 1].wordClass != .verb || !tokens[position + 1].has(.transitive) else { return false }
        let count = index + (tokens[index + 1].isQuantity ? 1 : 2)
        return count < tokens.count && tokens[count].isQuantity && verbFollows(count)
    }

    /// 以建设宜居家园为目标，…: what guides a doing, and no plan of it.
    private func isPurpose(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard text.has("为", before: tokens[position].start) else { return false }
        var index = position - 1
        while index >= 0, position - index < 24, !tokens[index].endsClause {
            if tokens[index].end - tokens[index].start == 3, text.has("以", at: tokens[index].start) { return true }
            index -= 1
        }
        return false
    }

    func isPlan(_ position: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        guard token.kind == .word else { return false }
        let next = position + 1 < tokens.count ? tokens[position + 1] : nil
        let previous = position > 0 ? tokens[position - 1] : nil
        if isQuoted(position) || isPurpose(position, text) { return false }
        // “青年英才”募集计划，全区…: the plan is what something is called
        if let next, next.endsClause, let previous, token.wordClass == .verbalNoun,
            previous.isMark(.closeQuote) || phrases.isVerbal(previous)
        {
            return false
        }
        // 拟投资9000万元, 年度计划投资120亿元; but 完成年度计划投资的85%
        if text.has("拟", at: token.start), token.end - token.start > 3 { return true }
        if let next, text.has("计划", at: token.start), token.end - token.start == 6, text.has("投资", at: next.start),
            position + 2 < tokens.count, tokens[position + 2].isQuantity
        {
            return !tokens[..<position].suffix(6).contains { text.has("完成", at: $0.start) || $0.has(.share) }
        }
        // 打击防空设施等目标，击落…: those are aimed at, and nothing is planned
        if let next, next.endsClause, let previous, previous.has(.etc), text.has("目标", at: token.start) { return false }
        // 各地准备的20万套农机具: what has been got ready
        if let next, next.has(.de), text.has("准备", at: token.start), token.end - token.start == 6 { return false }
        // 准备了被褥40床, 按约定两成返还
        if let next, next.has(.aspect) { return false }
        if let previous, previous.wordClass == .preposition { return false }
        if token.has(.transitive) {
            // 争取完成, 争取陆续完成, against 争取资金
            return tokens[(position + 1)...].first { $0.wordClass != .adverb }.map { phrases.isVerbal($0) } ?? false
        }
        // 列入今年计划的小区: the plan is a list.
        if let next, next.has(.de), token.wordClass != .verb { return false }
        // 完成计划进度的120%: so is its pace
        if let next, position + 2 < tokens.count, tokens[position + 2].has(.de), text.has("进度", at: next.start) {
            return false
        }
        // 285个计划新开工项目: the plan is a kind of project.
        if let previous, previous.isQuantity { return false }
        if token.end - token.start == 3, !drafts.contains(token.start) {
            // 将 before a noun or a number is 把, not a plan.
            guard let next else { return false }
            // 需求量将超过800人: but 将约200份物资送到家中
            if next.isQuantity, next.has([.over, .under, .about]), phrases.closes(at: position + 2),
                let previous, phrases.isNominal(previous)
            {
                return true
            }
            if next.isQuantity || next.isMark(.openQuote) || next.has(.determiner) || next.wordClass == .number {
                return false
            }
            // 将新增就业岗位500个, though 新增就业 is a noun elsewhere
            if text.has("新增", at: next.start) || text.has("新建", at: next.start) { return true }
            // 将总计90箱方便面送到一线, 将关怀送到心坎上: what is handed on
            if next.has(.sum), position + 2 < tokens.count, tokens[position + 2].isQuantity { return false }
            if isHandedOn(position + 1, text) || isListTaken(behind: position) { return false }
            // 将原有的118个, 需协调的602个, 将打包好的110份: what is handled, no plan
            if position + 2 < tokens.count, tokens[position + 2].has(.de) { return false }
            // 将倒伏树木217棵清理到位
            if phrases.isPlain(next),
                let figure = tokens[position..<min(tokens.count, position + 8)].firstIndex(where: \.isQuantity),
                phrases.isNominal(tokens[figure - 1]), phrases.isFrontedVerb(position + 1, before: figure)
            {
                return false
            }
            if position + 3 < tokens.count, tokens[position + 3].has(.de), phrases.isVerbal(next),
                tokens[position + 2].kinds.contains(.result) || phrases.isVerbal(tokens[position + 2])
            {
                return false
            }
            guard next.kind == .word,
                [.noun, .place, .person, .attributive, .adjective, .pronoun].contains(next.wordClass)
            else { return true }
            if isManner(position + 1) { return true }
            // 将坚定信心: 把 asks for a verb behind what it takes.
            return next.wordClass == .adjective && !verbFollows(position + 1)
        }
        // 较原计划推迟20天: a base
        if position > 1, isFirst(tokens[position - 1], text), tokens[position - 2].has(.comparison) { return false }
        // 正准备给对方转账6万元: what somebody is about to do with money is no plan of what is reported
        if text.has("准备", at: token.start), isPayment(behind: position, text) { return false }
        // 目标12部 is a goal, 目标任务 a noun.
        if token.wordClass == .noun { return next.map { $0.isQuantity || $0.has(.reach) || $0.endsClause } ?? false }
        // 原计划200万平方米: the plan that was made at first
        if let previous, let next, isFirst(previous, text), next.isQuantity { return true }
        // 接下来是平城区150件: what comes next in a row
        if let next, text.has("接下来是", at: token.start), next.start < token.start + 12 { return false }
        // 人才计划 is a name; 计划 before a verb is a plan.
        if token.wordClass != .verb, let previous, phrases.isNominal(previous), !phrases.isActor(previous) {
            // 夜市计划陆续新增40个摊位
            return tokens[(position + 1)...].first { $0.wordClass != .adverb }
                .map { $0.wordClass == .verb || $0.has(.transitive) } ?? false
        }
        return true
    }

    private static let payments: WordList = ["转账", "汇款", "打款", "取现", "转款", "汇出", "转出", "取款"]

    /// Whether a word for paying somebody stands behind a token in its clause.
    private func isPayment(behind position: Int, _ text: Span<UInt8>) -> Bool {
        tokens[(position + 1)...].prefix(8).prefix { !$0.endsClause }
            .contains { SentenceReader.payments.begins(in: text, at: $0.start) }
    }

    /// 年度计划投资2亿元，其中产业项目12个: what is planned is the sum alone that stands right behind it.
    private func isOfInvestment(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        position + 2 < place && text.has("计划", at: tokens[position].start)
            && text.has("投资", before: tokens[position + 1].end) && tokens[position + 2].isQuantity
            && tokens[position + 3].endsClause && tokens[(position + 3)..<place].contains { $0.has(.part) }
    }

    /// 将重点实施改造12万平方米, 将重点整治5条: a word for how before the verb; 将重点人员纳入台账 takes them somewhere.
    private func isManner(_ position: Int) -> Bool {
        guard position + 2 < tokens.count, [.attributive, .adjective].contains(tokens[position].wordClass) else {
            return false
        }
        let verb = tokens[position + 1]
        if verb.kind == .word, verb.wordClass == .verb { return true }
        return verb.wordClass == .verbalNoun && verb.has(.transitive) && !verbFollows(position + 1)
    }

    /// 投用后日处理能力可达5万吨: what can be done once something is in use, unless the sentence says that it is.
    private func isOnceInUse(_ able: Int, of place: Int, _ text: Span<UInt8>) -> Bool {
        // 建成后，可新增床位300张，带动就业600人: a clause with nothing but a verb at its head goes on with it.
        for index in able..<place where tokens[index].endsClause {
            guard index + 1 < place, phrases.isVerbal(tokens[index + 1]), tokens[index + 1].has(.transitive) else {
                return false
            }
        }
        // 改造后新增: of something else
        if tokens[able..<place].contains(where: { $0.wordClass == .locative && text.has("后", at: $0.start) }) {
            return false
        }
        if tokens[able..<place].contains(where: { $0.isTime || $0.has(.done) || $0.has(.aspect) || $0.has(.sum) }) {
            return false
        }
        var index = able - 1
        var follows = false
        // Whether the clause before the one that ends with 后 is read.
        var isBefore = false
        var isOpen = false
        while index >= 0, !semicolons.contains(index) {
            let token = tokens[index]
            if follows, token.endsClause { isBefore = true }
            if isBefore, token.has([.opening, .completion, .founding]) { isOpen = true }
            // 19日开钻，投产后每年可注水30万吨: when it was begun does not say that it is in use, but 去年启用 does
            if case .time(let number) = token.kind,
                tellsOfThePast(times[number]) && (!isBefore || isOpen) || isNow(token)
            {
                return false
            }
            if token.has(.done) { return false }
            if index > 0, token.wordClass == .locative, text.has("后", at: token.start),
                !tokens[index - 1].roles.isDisjoint(with: [.opening, .completion, .founding])
                    || text.has("完成", before: tokens[index - 1].end)
                    || text.has("实施", before: tokens[index - 1].end)
            {
                follows = true
            }
            index -= 1
        }
        return follows
    }

    /// Whether a verb stands in a clause behind a token.
    private func verbFollows(_ position: Int) -> Bool {
        var index = position + 1
        while index < tokens.count, !tokens[index].endsClause {
            if phrases.isVerbal(tokens[index]) { return true }
            index += 1
        }
        return false
    }

    /// Whether 规划 is a verb with what is to be built behind it: not a plan of something, nor the size of an area laid out.
    private func isLaidOut(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position + 1 < tokens.count else { return false }
        let next = tokens[position + 1]
        guard next.isQuantity || phrases.isNominal(next) && !phrases.isActor(next), !next.has(.magnitude),
            !next.has(.attribute),
            !text.has("占地", at: next.start), !text.has("用地", at: next.start)
        else { return false }
        let before = position > 0 ? tokens[position - 1] : nil
        return before.map {
            $0.endsClause || phrases.isActor($0) || $0.wordClass == .adverb || $0.isTime || $0.has(.sum)
        } ?? true
    }

    private func isQuoted(_ position: Int) -> Bool {
        var index = position - 1
        while index >= 0, position - index < 12 {
            if tokens[index].isMark(.closeQuote) || tokens[index].endsClause { return false }
            if tokens[index].isMark(.openQuote) {
                var close = position + 1
                while close < tokens.count, close - position < 6 {
                    if tokens[close].isMark(.closeQuote) { return true }
                    // “今年计划再装8部。”: what is said, and no name
                    if tokens[close].endsClause || tokens[close].isQuantity { return false }
                    close += 1
                }
                return false
            }
            index -= 1
        }
        return false
    }
}
