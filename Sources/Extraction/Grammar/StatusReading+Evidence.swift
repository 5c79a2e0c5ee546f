import Facts
import Scanning

/// What beside the plan words tells whether a figure is a result: a word behind it, what a plan is measured against, and how
/// a sentence of a plan looks back.
extension SentenceReader {
    private static let lookingBack: WordList = ["经", "前期", "此前"]
    private static let goingOn: WordList = ["仍", "仍然", "依然", "依旧", "现有", "现", "尚有", "现存", "已有", "库存"]

    /// 经前期征集，共收到建议873条; 占比仍高达37%, 现有网格员230名: whether a sentence in a section of plans looks back, or tells how things stand.
    func tellsOfWhatWas(_ place: Int, _ text: Span<UInt8>) -> Bool {
        if let first = tokens.first(where: { $0.kind == .word }),
            let next = tokens.firstIndex(where: { $0.endsClause }),
            next < place, SentenceReader.lookingBack.contains(first.start..<first.end, of: text)
        {
            return true
        }
        if isReturned(place, text) || isTermOfNotice(place, text) || isOfFormerWork(place, text)
            || isBaseInBrackets(place)
        {
            return true
        }
        var index = place - 1
        // 仓库现存编织袋8000条、水泵11台: a list goes on with it
        while index >= 0, !tokens[index].endsClause,
            !tokens[index].isQuantity || tokens[index + 1].isMark(.pause) || tokens[index + 1].has(.and)
        {
            if tokens[index].has(.plan) { return false }
            if SentenceReader.goingOn.contains(tokens[index].start..<tokens[index].end, of: text) { return true }
            index -= 1
        }
        return false
    }

    /// 该片区前期征询意见2108份，同意率97.2%: what was done before, and what came of it, up to a semicolon or a word of planning.
    private func isOfFormerWork(_ place: Int, _ text: Span<UInt8>) -> Bool {
        var index = place - 1
        while index >= 0, place - index < 16, !semicolons.contains(index), !tokens[index].has(.plan) {
            if text.has("前期", at: tokens[index].start), tokens[index].end - tokens[index].start == 6,
                tokens[(index + 1)..<place].prefix(3).contains(where: { phrases.isVerbal($0) })
            {
                return true
            }
            index -= 1
        }
        return false
    }

    /// 较去年平均用时（95分钟）明显缩短: what a level is compared with.
    private func isBaseInBrackets(_ place: Int) -> Bool {
        guard place > 1, tokens[place - 1].isMark(.openBracket) else { return false }
        let start = tokens[..<(place - 1)].lastIndex(where: \.endsClause).map { $0 + 1 } ?? 0
        return tokens[start..<place].contains { $0.has(.comparison) }
    }

    private static let returns: WordList = ["收回", "收到", "发出", "获", "落选", "当选", "征得", "评出", "选出"]

    /// 本次票决发出选票97张，收回95张: what has come of something, in a sentence that plans nothing.
    private func isReturned(_ place: Int, _ text: Span<UInt8>) -> Bool {
        let start = clauseStart(of: place)
        guard
            tokens[start..<place].contains(where: {
                $0.kind == .word && SentenceReader.returns.begins(in: text, at: $0.start)
            })
        else { return false }
        return !tokens[..<place].contains { $0.has(.plan) && !$0.has(.demand) }
    }

    /// 拟实施以下4件实事，公示期5个工作日: how long a notice itself runs.
    func isTimeOfNotice(_ place: Int, _ text: Span<UInt8>) -> Bool {
        place > 0 && text.has("公示期", at: tokens[clauseStart(of: place)].start)
    }

    private static let terms: WordList = ["公示期", "标准", "报名费", "工本费", "押金", "保证金", "有效期"]

    /// 公示期5个工作日, 每户补助标准不超过350元: what a notice itself lays down, which is in force with it.
    private func isTermOfNotice(_ place: Int, _ text: Span<UInt8>) -> Bool {
        tokens[clauseStart(of: place)..<place].suffix(4).contains {
            $0.kind == .word
                && (SentenceReader.terms.begins(in: text, at: $0.start)
                    || SentenceReader.terms.ends(in: text, at: $0.end))
        }
    }

    /// 18个已经完工: a word behind a figure, in its clause and before any other, that tells that it is done.
    func isDoneBehind(_ place: Int, _ text: Span<UInt8>) -> Bool {
        var index = place + 1
        // 首批18辆上月|已经上路
        while index < tokens.count, index - place < 9, tokens[index].kind == .word || tokens[index].isTime {
            if tokens[index].has(.plan) || tokens[index].has(.de) { return false }
            if tokens[index].has(.done) {
                // 拟购置的12辆今年已列入预算: what has only been settled
                return !SentenceReader.settled.contains {
                    text.has($0, at: tokens[index].end) || text.has($0, before: tokens[index].end)
                }
            }
            index += 1
        }
        return false
    }

    private static let settled: [StaticString] = ["列入", "批复", "分解", "立项", "规划", "下达", "纳入", "签约"]

    private static let tellings: WordList = ["提醒", "告知", "通知", "告诉", "转告", "预告"]

    /// 提醒商户下周将联合检查，共发放告知书60份: whether what is to come is only what somebody was told in a clause before the one
    /// that tells what came of it.
    func isTold(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        var index = position - 1
        while index >= 0, position - index < 10, !tokens[index].endsClause {
            if SentenceReader.tellings.contains(tokens[index].start..<tokens[index].end, of: text) {
                guard index + 1 <= position, let end = (position..<place).first(where: { tokens[$0].endsClause }) else {
                    return false
                }
                return tokens[end..<place].contains { $0.has(.sum) || $0.has(.done) || $0.has(.aspect) }
            }
            index -= 1
        }
        return false
    }

    private static let distributing: WordList = ["每", "各", "所有"]
    private static let measuring: WordList = ["按照", "按", "根据", "依据", "符合", "达到", "满足", "依照", "对照"]

    /// 区里要求每个街道打造2个样板小区, 要求新建不少于3处: what is asked of each, or a bound to be kept.
    /// 要求每月巡河不少于4次 is a rule that stands, and no plan.
    func isRequired(by position: Int, of index: Int, _ reading: QuantityReading, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        let place = places[index]
        guard token.end - token.start == 6, text.has("要求", at: token.start), position + 1 < place,
            !SentenceReader.doings.contains(unitDimension(of: reading.quantity) ?? .count),
            // 不少于2个 is asked for, 清理30余处 done
            tokens[(position + 1)..<place].contains(where: { $0.has(.over) })
                || SentenceReader.distributing.begins(in: text, at: tokens[position + 1].start),
            !tokens[position..<place].contains(where: { $0.endsClause || $0.has(.done) || $0.has(.aspect) }),
            tokens[(position + 1)..<place].contains(where: { phrases.isVerbal($0) })
        else { return false }
        var before = position - 1
        while before >= 0, !tokens[before].endsClause {
            if SentenceReader.measuring.contains(tokens[before].start..<tokens[before].end, of: text) { return false }
            before -= 1
        }
        return true
    }

    private static let aims: WordList = ["目标", "任务"]

    /// 完成全年目标1500人的26.8%, 超出年度目标130个: a figure that is measured against a goal is a result.
    func isMeasuredAgainst(_ goal: Int, _ place: Int, _ text: Span<UInt8>) -> Bool {
        guard SentenceReader.aims.ends(in: text, at: tokens[goal].end) else { return false }
        if goal + 3 <= place, tokens[goal + 1].isQuantity, tokens[goal + 2].has(.de) { return true }
        guard goal + 1 == place else { return false }
        var index = goal - 1
        while index >= 0, goal - index < 4, tokens[index].kind == .word || tokens[index].isTime {
            if text.has("超出", at: tokens[index].start) || text.has("超过", at: tokens[index].start) { return true }
            index -= 1
        }
        return false
    }

    /// Rates of how much of a task is done.
    private static let rates: WordList = ["完成率", "到位率", "收缴率", "落实率", "达成率", "兑现率"]

    /// Whether a quantity says how much of a plan, a task or a goal is done: 占计划的71.7%, 完成全年任务的60%, 完成率95%.
    private func measuresGoal(_ quantity: Int, from start: Int, _ text: Span<UInt8>) -> Bool {
        var index = quantity - 1
        while index >= start, tokens[index].has(.reach) || tokens[index].has(.over) || tokens[index].has(.under) {
            index -= 1
        }
        guard index >= start else { return false }
        if SentenceReader.rates.ends(in: text, at: tokens[index].end) { return true }
        guard tokens[index].has(.de), index > start, SentenceReader.goals.ends(in: text, at: tokens[index - 1].end)
        else {
            return false
        }
        // 计划回迁9800套，占全市任务的19%: a share of a wider task is planned with what is a part of it.
        let isPlan = text.has("计划", before: tokens[index - 1].end)
        return tokens[start..<index].contains { isPlan && $0.has(.share) || text.has("完成", before: $0.end) }
    }

    /// Whether nothing between two tokens is a word of planning; a goal that something is measured against is none.
    private func isWithoutPlan(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        !range.contains { tokens[$0].has(.plan) && tokens[$0].wordClass != .noun && isPlan($0, text) }
    }

    /// What a plan takes, and no part of it.
    private static let costs: WordList = ["总投资", "投资", "概算", "预算", "估算投资", "资金", "面积", "总面积", "工期"]
    private static let resolves: WordList = ["将", "力争", "争取", "确保", "要", "拟", "年内", "预计", "力求"]

    /// 今年将改造5个，确保完成率95%: whether a word of resolve stands before a position or right in its clause; against a mere plan
    /// results are measured.
    private func isResolved(before position: Int, _ text: Span<UInt8>) -> Bool {
        tokens[..<position].contains { $0.kind == .word && SentenceReader.resolves.begins(in: text, at: $0.start) }
    }

    /// Where the clause of a token begins.
    func clauseStart(of place: Int) -> Int {
        var start = place
        while start > 0, !tokens[start - 1].endsClause { start -= 1 }
        return start
    }

    /// 计划投资2亿元，完成投资1.5亿元，占计划的75%: whether the clause behind a figure measures it against the plan, of which it is no part.
    func isMeasuredNext(_ place: Int, _ text: Span<UInt8>) -> Bool {
        guard let end = tokens[place...].prefix(6).firstIndex(where: \.endsClause), !semicolons.contains(end),
            let next = tokens[(end + 1)...].prefix(10).firstIndex(where: { $0.isQuantity || $0.endsClause }),
            tokens[next].isQuantity, measuresGoal(next, from: end + 1, text), isWithoutPlan(end + 1..<next, text)
        else { return false }
        // 将投资2亿元，占计划的75%; and 计划新建5个，总投资2亿元，完成计划的60%: what the plan costs is not what is done of it
        let start = clauseStart(of: place)
        guard !isResolved(before: next, text), start < place,
            !SentenceReader.costs.contains(tokens[start].start..<tokens[place - 1].end, of: text)
        else { return false }
        // 全年任务1.5亿元，完成率95%: the goal itself
        if place > 0, SentenceReader.goals.ends(in: text, at: tokens[place - 1].end) { return false }
        return isWithoutPlan(start..<place, text)
    }

    /// 完成年度计划的60%: whether a share tells how much of a plan is done, and does not say that it is to be.
    func isMeasure(of index: Int, _ text: Span<UInt8>) -> Bool {
        let place = places[index]
        let start = clauseStart(of: place)
        return index > 0 && unitDimension(of: quantities[index]) == .ratio && measuresGoal(place, from: start, text)
            && isWithoutPlan(start..<place, text) && !isResolved(before: place, text)
    }

    private static let yearsAhead: WordList = ["全年", "年内", "年底", "年末", "今年", "下半年"]

    /// 确保全年火灾起数下降20%: a rate that 确保 asks for within a time; 常态化排查，确保排查率达100% tells what is done. Of a year any figure is
    /// asked for so: 确保全年新增就业2万人, but 确保今年170万亩小麦丰收.
    func isEnsured(_ position: Int, of index: Int, _ text: Span<UInt8>) -> Bool {
        guard text.has("确保", at: tokens[position].start), tokens[position].end - tokens[position].start == 6,
            position + 1 < places[index], !tokens[position + 1].has(.aspect)
        else { return false }
        let clause = tokens[position..<places[index]]
        guard let time = clause.first(where: \.isTime), !clause.contains(where: { $0.endsClause || $0.has(.done) })
        else { return false }
        return unitDimension(of: quantities[index]) == .ratio
            || SentenceReader.yearsAhead.begins(in: text, at: time.start)
                && clause.contains { SentenceReader.orderWords.begins(in: text, at: $0.start) }
    }

    /// Verbs with which works begin.
    static let starts: WordList = ["开工", "动工", "开建", "进场", "施工", "开班", "启动建设"]

    /// 二期改造11栋，计划8月开工: whether a clause behind the figure's own tells that the whole has yet to begin.
    func isStillToBegin(_ place: Int, _ text: Span<UInt8>) -> Bool {
        guard let end = tokens[place...].firstIndex(where: \.endsClause), end - place < 12 else { return false }
        var index = end + 1
        var plan: Int?
        while index < tokens.count, index - end < 24, !semicolons.contains(index) {
            let token = tokens[index]
            if token.has(.done) || token.has(.aspect) { return false }
            if plan == nil {
                // What begins a clause, with no figure of its own before the verb.
                if tokens[index - 1].endsClause, opensWhatBegins(token, text) { plan = index }
            } else if token.endsClause || token.isQuantity {
                return false
            } else if token.kind == .word, SentenceReader.starts.begins(in: text, at: token.start),
                phrases.closes(at: index + 1)
                    || index + 2 <= tokens.count && phrases.closes(at: index + 2)
                        && SentenceReader.buildings.begins(in: text, at: tokens[index + 1].start)
            {
                // 目前已征集12个，将于明年实施
                let start = semicolons.last { $0 < place } ?? 0
                return !tokens[start..<place].contains { $0.has(.done) || $0.has(.aspect) || $0.has(.sum) || isNow($0) }
            }
            index += 1
        }
        return false
    }

    /// 计划8月开工, 8月动工: a word of planning, or a time to come.
    private func opensWhatBegins(_ token: Token, _ text: Span<UInt8>) -> Bool {
        if case .time(let number) = token.kind { return isStillToCome(times[number], text) }
        return token.has(.plan) && !token.has(.demand)
    }

    /// What a beginning may be of.
    private static let buildings: WordList = ["建设", "施工", "改造"]
    /// Nouns of how much a task is.
    private static let tasks: WordList = ["任务数", "目标数", "指标数", "目标任务数", "任务量"]
    private static let taskNouns: WordList = ["任务", "指标"]
    private static let handingOut: WordList = ["下达", "分解", "确定", "明确", "设定", "分配", "部署", "布置", "定下"]
    /// What is done with a task that others have set.
    private static let taking: WordList = ["完成", "承担", "接到", "领取", "领到", "认领", "接受", "收到", "处理", "办理", "解决", "执行"]
    private static let taskUnits: WordList = ["项", "个", "件", "条", "批", "类", "次"]

    /// 全年任务数为调解400件, 区里下达征兵任务30名: a figure that a task amounts to. Where tasks themselves are counted (重点任务28项), or
    /// are done (完成接种任务5000剂), it is none.
    func isTaskSet(_ place: Int, _ reading: QuantityReading, _ text: Span<UInt8>) -> Bool {
        guard unitDimension(of: reading.quantity) != .ratio else { return false }
        var index = place - 1
        var name: Int?
        while index >= 0, !tokens[index].endsClause, !tokens[index].isQuantity, place - index < 8 {
            let token = tokens[index]
            if token.has(.done) || token.has(.aspect) || token.has(.de) { return false }
            if SentenceReader.tasks.ends(in: text, at: token.end) {
                name = index
                break
            }
            // 下半年任务还剩2380人: what is left of it
            if SentenceReader.taskNouns.ends(in: text, at: token.end), index + 1 < place,
                text.has("还剩", at: tokens[index + 1].start) || text.has("剩", at: tokens[index + 1].start)
            {
                name = index
                break
            }
            // 全年任务为新增就业1800人
            if index + 2 <= place, SentenceReader.taskNouns.ends(in: text, at: token.end), token.wordClass != .verb,
                text.has("为", at: tokens[index + 1].start) || text.has("是", at: tokens[index + 1].start),
                tokens[index + 1].end - tokens[index + 1].start == 3
            {
                name = index
                break
            }
            if index == place - 1, SentenceReader.taskNouns.ends(in: text, at: token.end), token.wordClass != .verb,
                !SentenceReader.taskUnits.contains(reading.quantity.unitStart..<reading.quantity.unitEnd, of: text)
            {
                name = index
                break
            }
            index -= 1
        }
        guard let name else { return false }
        index = name - 1
        // 征兵任务, 改造任务: what the task is; but 完成任务30名
        if index >= 0, phrases.isVerbal(tokens[index]),
            !SentenceReader.taking.begins(in: text, at: tokens[index].start)
        {
            index -= 1
        }
        while index >= 0, !tokens[index].endsClause, name - index < 8 {
            if tokens[index].wordClass == .verb, !SentenceReader.handingOut.begins(in: text, at: tokens[index].start) {
                return false
            }
            index -= 1
        }
        return true
    }

    /// Verbs of what has come about, which nobody plans.
    private static let results: WordList = [
        "办结", "发现", "清退", "化解", "收到", "收集", "接到", "受理", "查处", "查出", "获得", "荣获", "惠及", "挽回", "抓获",
    ]

    /// Notes that nothing in the sentence tells whether a figure is a result or a plan, and whether its clause tells only what
    /// is done, as a plan goes on that the sentences before have announced.
    func leaveOpen(_ place: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        guard !reading.isStockWorded, reading.change == .none, unitDimension(of: reading.quantity) != .ratio else {
            return
        }
        let clause = tokens[clauseStart(of: place)..<place]
        if clause.contains(where: { $0.has(.aspect) || $0.has(.sum) || $0.has(.stock) || $0.has(.done) }) { return }
        // 新建助餐点12个，已投用: nor does anything behind it, up to the next figure
        let behind = tokens[(place + 1)...].prefix(12).prefix { !$0.isQuantity }
        if behind.contains(where: { $0.has(.done) || $0.has(.aspect) || isNow($0) }) { return }
        if place + 1 < tokens.count, tokens[place + 1].has(.aspect) { return }
        reading.isStatusOpen = true
        let head = clause.first { token in
            token.kind == .word && token.wordClass != .adverb && token.wordClass != .conjunction
        }
        guard let head else { return }
        reading.isBidden =
            phrases.isVerbal(head) && !head.has(.speech) && !head.has(.state)
            && !SentenceReader.results.begins(in: text, at: head.start) || head.wordClass == .preposition
    }
}
