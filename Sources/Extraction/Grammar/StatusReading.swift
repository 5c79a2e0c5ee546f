import Facts
import Scanning
import Units

/// Whether a figure is a result or a plan.
extension SentenceReader {
    /// A figure is told to be a result or a plan by what it amounts to, by its time, by what stands behind it, or by what stands
    /// before it; else it is what its section is of, and open to what the sentences before announce.
    func readStatus(of index: Int, planned: Bool, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        let place = places[index]
        if planned, !reading.isStockWorded, !isPriceAlone(of: index, reading, text), !tellsOfWhatWas(place, text) {
            reading.status = .planned
        }
        let told =
            statusByMeasure(of: index, text) ?? statusByTime(of: place, reading, text)
            ?? statusByWhatFollows(place, reading, text)
            ?? statusByWhatPrecedes(index, planned: planned, reading, text)
        if let told { reading.status = told } else { leaveOpen(place, text, &reading) }
    }

    /// What a figure amounts to: the level that something starts from, a target, or how much of one is done.
    private func statusByMeasure(of index: Int, _ text: Span<UInt8>) -> Status? {
        let place = places[index]
        // 由81%提高到90%: where it stands now, even inside a plan.
        if openerOfFirstLevel(index, text) != nil { return .actual }
        // 完成全年任务（10亿元）的37.5%: the task itself
        if isTarget(place, text) { return .planned }
        if isNorm(place, text) { return .planned }
        if isTimeOfNotice(place, text) { return .actual }
        if isRestDue(place, text) { return .planned }
        // 计划实施的31个项目中，18个已经完工; 计划投资2亿元，完成投资1.5亿元，占计划的75%
        return isLacking(place, text) || isGround(place, text) || isMinded(place, text) || isDoneBehind(place, text)
            || isMeasuredNext(place, text) || isMeasure(of: index, text)
            ? .actual : nil
    }

    private static let lacks: WordList = ["还差", "尚差", "仍差", "只差", "仅差", "还缺", "尚缺", "仍缺"]
    private static let gaps: WordList = ["缺口", "差距", "相差"]

    /// 离年底85%的目标还差3.8个百分点, 资金缺口18万元: how far off a goal is, today.
    private func isLacking(_ place: Int, _ text: Span<UInt8>) -> Bool {
        // 将用工缺口降至20人: no gap but right before the figure
        if let before = tokens[..<place].last(where: { !$0.isBound }),
            SentenceReader.gaps.ends(in: text, at: before.end)
        {
            return true
        }
        return tokens[..<place].suffix(3).reversed().prefix { $0.kind == .word || $0.isBound }.contains {
            SentenceReader.lacks.ends(in: text, at: $0.end)
        }
    }

    /// 在现有5家食堂、日均服务430人次的基础上，再建3家: what there is to build on.
    private func isGround(_ place: Int, _ text: Span<UInt8>) -> Bool {
        guard
            let ground = tokens[place...].prefix(8).prefix(while: { !$0.endsClause }).firstIndex(where: {
                $0.kind == .word
                    && (text.has("基础上", at: $0.start)
                        || text.has("基础", before: $0.end) && text.has("上", at: $0.end))
            }), ground > 0, tokens[ground - 1].has(.de)
        else { return false }
        return tokens[clauseStart(of: place)..<place].contains { $0.end - $0.start == 3 && text.has("在", at: $0.start) }
    }

    private static let minding: WordList = ["盯紧", "盯住", "紧盯"]

    /// 盯紧5个储备项目，三季度确保开工2个: what is minded is there; 盯住剩余的115处隐患 is what is to be done.
    private func isMinded(_ place: Int, _ text: Span<UInt8>) -> Bool {
        place > 0 && tokens[place - 1].kind == .word
            && SentenceReader.minding.contains(tokens[place - 1].start..<tokens[place - 1].end, of: text)
    }

    /// 明年3月开班6个, 年内新增车位900个.
    private func statusByTime(of place: Int, _ reading: borrowing QuantityReading, _ text: Span<UInt8>) -> Status? {
        guard let time = reading.time else { return nil }
        return isStillToCome(time, text) && !isDoneBy(time, before: place, text)
            && (published != nil || !tellsOfDoing(from: time, about: place))
            || isWithinYear(time, before: place, text) ? .planned : nil
    }

    /// 明年要加装6部，意向书已签了4份: in a text without a date, whether something done is told between a time and the end of the figure's
    /// clause.
    private func tellsOfDoing(from time: TimeExpression, about place: Int) -> Bool {
        let end = tokens[place...].firstIndex(where: \.endsClause) ?? tokens.count
        return tokens[..<end].contains { $0.start > time.start && ($0.has(.done) || $0.has(.aspect)) }
    }

    /// 其余3部预计8月底前完工, 30个小区将获改造, 改造11栋，计划8月开工, 下达征兵任务30名.
    private func statusByWhatFollows(
        _ place: Int, _ reading: borrowing QuantityReading, _ text: Span<UInt8>
    ) -> Status? {
        isRemainder(place) && planBehind(place) || isLeftToDo(place, text) || isSubjectOfPlan(place, text)
            || isStillToBegin(place, text) || isUsedLater(place, text) || isToBenefit(place, text)
            || workDue(behind: place, text) != nil && !reading.isStockWorded || isTaskSet(place, reading, text)
            ? .planned : nil
    }

    /// The word nearest before a figure that tells of something done or planned governs it, up to a semicolon that joins no list.
    private func statusByWhatPrecedes(
        _ index: Int, planned: Bool, _ reading: borrowing QuantityReading, _ text: Span<UInt8>
    ) -> Status? {
        let place = places[index]
        var position = place - 1
        while position >= 0 {
            if semicolons.contains(position) {
                guard let colon = colonOfList(over: position, text) else {
                    let goesOn = !reading.isStockWorded && goesOnWithPlan(over: position, place, text)
                    return goesOn ? .planned : nil
                }
                position = colon - 1
                continue
            }
            if tellsOfResult(position, before: place, planned: planned, text) { return .actual }
            if tellsOfPlan(position, of: index, reading, text) { return .planned }
            position -= 1
        }
        return nil
    }

    /// Whether a token before a figure tells that it is a result.
    private func tellsOfResult(_ position: Int, before place: Int, planned: Bool, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        if token.kind == .word, text.has("上一轮", at: token.start) || text.has("上轮", at: token.start) { return true }
        if token.has(.done), !isPlanned(before: position, text), !isCircumstance(position, text) { return true }
        // 街道将发放理发券，首批准备了300张
        if position + 1 == place, token.has(.aspect), position > 0, phrases.isVerbal(tokens[position - 1]),
            !isPlanned(before: position, text),
            // 年底前全部迈过50万元门槛
            !tokens[clauseStart(of: position)..<position].contains(where: { deadlines.contains($0.start) })
        {
            return true
        }
        if SentenceReader.outcomes.contains(token.start..<token.end, of: text), !isCircumstance(position, text),
            followsFirstPlan(position, text)
        {
            return true
        }
        // 预计产量900吨，开园首周卖出2万单: the first days of something are told of when they are over
        if !planned, token.kind == .word || token.isTime, SentenceReader.firstDays.ends(in: text, at: token.end),
            !isPlanned(before: position, text)
        {
            return true
        }
        // 预计要收1450人，现有教室只装得下1200人: what there is; but 现有5家增至8家
        if !planned, text.has("现有", at: token.start), clauseStart(of: place) <= position,
            !tokens[(position + 1)..<place].contains(where: { $0.has(.to) || $0.has(.reach) || $0.has(.plan) })
        {
            return true
        }
        // 由目前的82%提升至95%: the time behind 由 is the first level's.
        if case .time(let number) = token.kind,
            tellsOfThePast(times[number]) && !(planned && isOnlyBegun(times[number], text))
                || isNearlyOver(times[number], at: position) || isNow(token) || sameStretch.contains(token.start),
            position == 0 || !tokens[position - 1].has(.comparison) && !tokens[position - 1].has(.from),
            // 争取三季度投产: said in December, of the year to come
            position == 0 || times[number].open != .year || !tokens[position - 1].has(.plan)
                || tokens[position - 1].wordClass == .noun || !isPlan(position - 1, text),
            !isBasis(position, of: place, text)
        {
            return true
        }
        // 原计划200万平方米，做下来是243万平方米
        return token.has(.plan) && position + 1 < place && isFirstSum(position, text)
            && tokens[(position + 2)..<place].contains(where: \.endsClause)
    }

    /// 结合社区实际，…: how things really are, and nothing done.
    func isCircumstance(_ position: Int, _ text: Span<UInt8>) -> Bool {
        text.has("实际", at: tokens[position].start) && phrases.closes(at: position + 1)
    }

    /// Whether a token before a figure tells that it is a plan.
    private func tellsOfPlan(
        _ position: Int, of index: Int, _ reading: borrowing QuantityReading, _ text: Span<UInt8>
    ) -> Bool {
        let token = tokens[position]
        let place = places[index]
        // 年底前再建1500个
        if deadlines.contains(token.start), position == 0 || !tokens[position - 1].has(.comparison),
            SentenceReader.isLimit(endingAt: token.end, text) || isToBeEnded(position, before: place, text)
        {
            return true
        }
        // 年内，结合社区实际，开展培训4期
        if case .time(let number) = token.kind { return isWithinYear(times[number], before: place, text) }
        guard token.kind == .word else { return isOfPassedPlan(position, before: place, text) }
        return SentenceReader.willWords.begins(in: text, at: token.start)
            && (tellsOfWill(position, of: index, reading, text)
                || isRequired(by: position, of: index, reading, text)
                // 规划30个班, 规划住宅楼27栋, 规划建设厂房6栋
                || text.has("规划", at: token.start) && (token.end - token.start == 6 || token.has(.transitive))
                    && isLaidOut(position, text)
                || isEnsured(position, of: index, text))
            || isPlanFor(position, of: index, reading, text)
            || token.has(.able) && isOnceInUse(position, of: place, text)
            // 满意率确保93%以上
            || token.has(.causative) && position + 1 == place && reading.quantity.qualifier == .over
                && unitDimension(of: reading.quantity) == .ratio
    }

    /// Whether a token is a word of planning that governs a figure.
    private func isPlanFor(
        _ position: Int, of index: Int, _ reading: borrowing QuantityReading, _ text: Span<UInt8>
    ) -> Bool {
        let token = tokens[position]
        let place = places[index]
        guard token.has(.plan) else { return false }
        // 一天要接待居民500人次: 要 is a demand only before a bound or a level to be reached.
        let demands =
            !token.has(.demand)
            || !isUsual(position, text)
                && (reading.quantity.qualifier != .exact && reading.quantity.upper == nil
                    || unitDimension(of: reading.quantity) == .ratio)
        return (demands || isOrder(position, text)) && isPlan(position, text)
            && !isMeasuredAgainst(position, place, text) && !isOfInvestment(position, before: place, text)
            && !isTold(position, before: place, text)
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

    static let orderWords: WordList = [
        "确保", "力争", "争取", "实现", "全面", "完成", "建成", "打造", "改造", "新建", "新增", "建设", "培育", "引进", "创建", "推进", "加快", "实施",
        "加装", "翻新", "更新", "新开", "新添", "办好", "抓好", "大力", "着力", "继续", "增设", "扩建",
    ]
    private static let steps: WordList = ["完成", "改造", "实施", "建设"]
    private static let additions: WordList = ["添", "增加", "再", "建"]
    private static let formerly: WordList = ["原本", "原先", "本来", "原来"]
    private static let usual: WordList = ["就", "都", "光", "得", "总", "还"]
    private static let withinWords: WordList = ["用", "在", "于", "利用"]

    /// 要确保完成投资3亿元, 要用5年时间全面改造4万户: 要 before a word that asks for a result, with how long it takes between.
    private func isOrder(_ demand: Int, _ text: Span<UInt8>) -> Bool {
        guard demand + 1 < tokens.count, !isUsual(demand, text) else { return false }
        let next = tokens[demand + 1]
        // 原本要划18个车位: what was to be, and has not been
        if demand > 0, SentenceReader.formerly.contains(tokens[demand - 1].start..<tokens[demand - 1].end, of: text) {
            return true
        }
        if isTurning(demand, text) { return true }
        // 今年这个数要翻一番
        if next.isQuantity { return text.has("翻", at: next.start) }
        if SentenceReader.orderWords.begins(in: text, at: next.start) {
            // 改造要完成5道工序: what a procedure asks for; 今年要完成12个 tells by when
            return !SentenceReader.steps.begins(in: text, at: next.start)
                || tokens[..<demand].suffix(8).contains { $0.isTime || $0.has(.determiner) }
        }
        // 立体车库要投用，一下子能增加268个: what has begun needs no 要
        if SentenceReader.firstUses.begins(in: text, at: next.start) { return phrases.closes(at: demand + 2) }
        // 今年全区要添学校30所
        if SentenceReader.additions.begins(in: text, at: next.start),
            tokens[..<demand].suffix(8).contains(where: \.isTime)
        {
            return true
        }
        // 第三季度投资要补上2.8亿元: 要 in a time that is not over; 光电费就要花掉3万元 tells what is usual
        if phrases.isVerbal(next), !SentenceReader.usual.ends(in: text, at: tokens[demand].start),
            let time = tokens[clauseStart(of: demand)..<demand].last(where: \.isTime),
            case .time(let number) = time.kind, isNotOver(times[number], text)
        {
            return true
        }
        guard SentenceReader.withinWords.contains(next.start..<next.end, of: text) else { return false }
        return tokens[(demand + 2)...].prefix(4).contains { SentenceReader.orderWords.begins(in: text, at: $0.start) }
    }

    private static let turnings: WordList = ["把", "使", "让", "推动"]

    /// 要把空置率压到18%以内, 今年要让每个社区都有1处食堂: what is to be turned into something. 要把12个网格的事办好 counts what there is, and
    /// 老人看病要让儿女陪 asks for nothing.
    private func isTurning(_ demand: Int, _ text: Span<UInt8>) -> Bool {
        guard demand + 2 < tokens.count, SentenceReader.turnings.begins(in: text, at: tokens[demand + 1].start),
            !tokens[demand + 2].isQuantity
        else { return false }
        guard demand > 0 else { return true }
        let before = tokens[demand - 1]
        return !text.has("让", at: tokens[demand + 1].start) && !before.has(.human) || before.endsClause || before.isTime
            || phrases.isActor(before) || before.has(.body) || before.wordClass == .adverb
    }

    /// What a target is called: 年度目标800个, 电梯加装指标120部.
    static let targetWords: WordList = ["目标", "任务", "任务数", "指标", "计划", "目标任务"]

    private static let aims: WordList = ["冲刺", "剑指", "奔着", "直奔", "瞄准"]

    /// Whether a figure is what a target, task or plan amounts to: 年度目标800个的102.5%, 占年计划25.8亿元的29.7%, 10家的目标.
    private func isTarget(_ place: Int, _ text: Span<UInt8>) -> Bool {
        if place + 2 < tokens.count, tokens[place + 1].has(.de), text.has("目标", at: tokens[place + 2].start) {
            return true
        }
        // 紧盯全年税收4.5亿元目标; but 打击300个目标 counts them, and 贸易额突破2000亿美元目标 has reached it
        if place + 1 < tokens.count, phrases.closes(at: place + 2),
            tokens[place + 1].end - tokens[place + 1].start == 6, text.has("目标", at: tokens[place + 1].start),
            case .quantity(let number) = tokens[place].kind, unitDimension(of: quantities[number]) != .count,
            !tokens[clauseStart(of: place)..<place].contains(where: { $0.has(.reach) || $0.has(.completion) })
        {
            return true
        }
        // 到位内资奔着10亿元去: a sum or a share that somebody makes for; 直奔3个工地 tells where they went
        if place > 0, case .quantity(let number) = tokens[place].kind,
            [.money, .ratio].contains(unitDimension(of: quantities[number])),
            SentenceReader.aims.ends(in: text, at: tokens[place].start)
        {
            return true
        }
        // 今年计划的5个口袋公园, against 完成年计划的56%
        if place > 2, tokens[place - 1].has(.de), text.has("计划", before: tokens[place - 1].start),
            tokens[place - 2].end - tokens[place - 2].start == 6 && tokens[place - 3].isTime
                || text.has("年度计划", before: tokens[place - 1].start),
            case .quantity(let number) = tokens[place].kind, unitDimension(of: quantities[number]) != .ratio,
            // 纳入年度计划的8个小区: the plan is a list
            !tokens[clauseStart(of: place)..<place].contains(where: { text.has("入", before: $0.end) })
        {
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
            SentenceReader.targetWords.contains(tokens[index].start..<tokens[index].end, of: text)
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

    private static let firstDays: WordList = ["首日", "首周", "首月", "头一天", "头一周", "头一个月"]
    private static let outcomes: WordList = ["最后", "最终", "结果", "实际"]
    static let firstPlans: WordList = ["原定", "原计划", "原拟", "原先计划", "原本计划", "原本打算", "原先打算", "原打算"]

    /// 原定30户，|最后|签约38户: whether the sentence has told of what was planned at first.
    private func followsFirstPlan(_ position: Int, _ text: Span<UInt8>) -> Bool {
        tokens[..<position].contains { SentenceReader.firstPlans.begins(in: text, at: $0.start) }
    }

    /// 原计划|200万平方米: whether a figure alone tells what was planned at first.
    private func isFirstSum(_ position: Int, _ text: Span<UInt8>) -> Bool {
        tokens[position + 1].isQuantity && position > 0 && isFirst(tokens[position - 1], text)
    }

    /// 年度计划投资2亿元，其中产业项目12个: what is planned is the sum alone that stands right behind it.
    private func isOfInvestment(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        position + 2 < place && text.has("计划", at: tokens[position].start)
            && text.has("投资", before: tokens[position + 1].end) && tokens[position + 2].isQuantity
            && tokens[position + 3].endsClause
            && tokens[min(position + 4, place)..<place].prefix(2).contains { $0.has(.part) }
    }

    /// 投用后日处理能力可达5万吨: what can be done once something is in use, unless the sentence says that it is.
    func isOnceInUse(_ able: Int, of place: Int, _ text: Span<UInt8>) -> Bool {
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
            // 年底投用，能停460辆: a day on which it is opened
            if index + 1 < able, case .time(let number) = token.kind, isStillToCome(times[number], text),
                tokens[index + 1].has(.opening)
            {
                follows = true
            }
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
}
