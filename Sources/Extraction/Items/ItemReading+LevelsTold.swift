import Facts
import Scanning
import Units

/// Levels whose name is parted from them: by a time (一般公共预算收入全年完成2.42亿元), by how they came about (空置率年初34%，引进企业后降到18.5%), or by a
/// doing in the name (依申请答复平均用时由14天缩短到10天).
extension SentenceReader {
    /// Names a level by what stands before the words that part it from its name.
    func nameLevelTold(_ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.rule != "item.distributed", state.place > 1 else { return }
        guard state.reading.change == .none else {
            // 公共收益一年增加18万元
            if unitDimension(of: state.reading.quantity) == .money { _ = nameParted(text, &state) }
            return
        }
        if nameTargetOf(text, &state) || nameBareTarget(&state) || nameMean(text, &state) { return }
        switch unitDimension(of: state.reading.quantity) {
        case .money: _ = nameParted(text, &state)
        case .ratio:
            if !nameParted(text, &state) { nameHeld(text, &state) }
        case .time: nameMeanTime(text, &state)
        case .length: nameReach(text, &state)
        case .area: nameGround(text, &state)
        default: break
        }
    }

    /// What the names of rates end in.
    private static let rateNames: WordList = ["率", "占比", "比例", "满意度", "比重"]

    /// 固定资产投资 of 固定资产投资全年|完成12亿元, 收缴率 of 收缴率去年不到五成: a sum or a rate that a time parts from its figure.
    private func nameParted(_ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard isNameless(state) else { return false }
        var last = state.place - 1
        // 物业费少交了1.9万元, 错时停车费一晚只收3元: and so does the verb of paying, with how often
        let isPaid = state.reading.rule == "item.fund.verb"
        var isParted = isPaid
        while last >= 0, state.place - last < 8, !tokens[last].endsClause,
            tokens[last].isTime || tokens[last].isBound || tokens[last].has(.reach) || tokens[last].has(.light)
                || tokens[last].wordClass == .adverb || tokens[last].wordClass == .time || tokens[last].has(.sum)
                || tokens[last].has(.plan) || tokens[last].has(.stock) || isAgo(last, text)
                || state.reading.change != .none && tokens[last].has(.changes) || isPaid && tellsPaying(last, text)
        {
            isParted = isParted || tokens[last].isTime || tokens[last].wordClass == .time || isAgo(last, text)
            last -= 1
        }
        guard isParted, last >= 0, tokens[last].kind == .word, tokens[last].wordClass != .verb else { return false }
        let isRatio = unitDimension(of: state.reading.quantity) == .ratio
        guard
            isRatio
                ? SentenceReader.rateNames.ends(in: text, at: tokens[last].end)
                : tokens[last].has(.magnitude) || tokens[last].has(.attribute)
                    || SentenceReader.sums.ends(in: text, at: tokens[last].end)
                    || SentenceReader.paidOut.ends(in: text, at: tokens[last].end),
            case let named = phrases.left(endingAt: last, floor: 0, style: isRatio ? .rate : .count).item,
            named.last == last
        else { return false }
        let name = phrases.string(named, text: text)
        guard (2...16).contains(name.unicodeScalars.count) else { return false }
        take(named, "item.left", text, &state)
        state.reading.doubt = nil
        return true
    }

    /// Whether a word only tells that a sum is paid, less of it, or for each of what.
    private func tellsPaying(_ index: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[index]
        guard token.kind == .word else { return false }
        return token.has(.aspect) || token.wordClass == .number || token.wordClass == .measure
            || token.wordClass == .adjective && phrases.scalars(token) == 1
            || SentenceReader.payings.contains(token.start..<token.end, of: text)
            || SentenceReader.takings.contains(token.start..<token.end, of: text)
    }

    private static let takings: WordList = ["收", "收取", "补", "减", "免", "退", "省", "算下来", "减免"]

    private static let meansAlone: WordList = ["平均", "单户", "户均", "人均", "场均", "单次", "单人"]

    /// 更换费 of 更换费由政府兜底，单户165元: where only a word for a mean stands before a figure, it is that of what opens the clause
    /// before.
    private func nameMean(_ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard SentenceReader.meansAlone.contains(state.reading.item),
            let mark = (max(0, state.place - 6)..<state.place).last(where: { tokens[$0].endsClause }),
            tokens[mark].isMark(.clauseEnd), let clause = clauseWithoutFigure(endingAt: mark, within: 20)
        else { return false }
        var end = clause.lowerBound
        while end < mark, tokens[end].kind == .word,
            phrases.isNominal(tokens[end]) || tokens[end].has(.de) || tokens[end].kinds.contains(.fronting)
                // 更换|费
                || end + 1 < mark && tokens[end + 1].has(.bound)
        { end += 1 }
        guard end > clause.lowerBound else { return false }
        let subject = phrases.left(endingAt: end - 1, floor: clause.lowerBound, style: .rate).item
        guard subject.upperBound == end, !subject.isEmpty,
            !subject.contains(where: { phrases.isActor(tokens[$0]) || tokens[$0].has(.human) })
        else {
            return false
        }
        state.reading.name(
            phrases.string(subject, text: text), by: "item.topic",
            doubting: "the item is taken from the clause before")
        return true
    }

    /// 三|年|前, 一|年: times that could not be told from the calendar.
    private func isAgo(_ index: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[index]
        guard token.kind == .word else { return false }
        func isSpan(_ index: Int) -> Bool {
            index < tokens.count && (text.has("年", at: tokens[index].start) || text.has("月", at: tokens[index].start))
        }
        return text.has("年前", before: token.end) || text.has("月前", before: token.end)
            || token.wordClass == .number && isSpan(index + 1)
            || isSpan(index) && index > 0 && tokens[index - 1].wordClass == .number
            || text.has("前", at: token.start) && index > 0 && isSpan(index - 1)
    }

    /// 空置率 of 空置率年初34%，引进企业后降到18.5%: the rate that has come to another level, where the words before the verb tell how, and
    /// name no rate.
    private func nameHeld(_ text: Span<UInt8>, _ state: inout State) {
        guard let verb = wordBefore(state.place), isComing(verb, text),
            let last = state.facts.last(where: { unitDimension(of: $0.quantity) == .ratio }), last.change == .none,
            SentenceReader.rateNames.isEnding(of: last.item),
            // 盖度稳定在45%: what has a name of its own
            isNameless(state) || state.reading.item.hasSuffix("后") || state.reading.item.hasPrefix(last.item)
        else { return }
        var index = verb
        while index >= 0, !tokens[index].endsClause, !tokens[index].isQuantity {
            // 满意率升到96%: a rate of its own
            if tokens[index].kind == .word, SentenceReader.rateNames.ends(in: text, at: tokens[index].end) { return }
            index -= 1
        }
        if semicolons.contains(where: { $0 < state.place && places[state.facts.count - 1] < $0 }) { return }
        state.reading.name(
            last.item, by: "item.carried", doubting: "the item is carried over from the figure before")
        (state.reading.action, state.reading.verb) = (nil, nil)
    }

    private static let terms: WordList = ["年度", "全年", "今年", "季度", "月度", "本年", "年内", "总", "确定", "下达"]

    /// 城镇新增就业 of 城镇新增就业目标2200人, 电梯加装 of 电梯加装年度任务120部: what a target is set for, where it was taken for a target of what
    /// was counted before.
    private func nameTargetOf(_ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard isNameless(state), unitDimension(of: state.reading.quantity) != .ratio,
            let last = wordBefore(state.place),
            SentenceReader.targetWords.contains(tokens[last].start..<tokens[last].end, of: text)
        else { return false }
        var end = last
        while end > 0,
            tokens[end - 1].isTime
                || SentenceReader.terms.contains(tokens[end - 1].start..<tokens[end - 1].end, of: text)
        {
            end -= 1
        }
        var first = end
        while first > 0, end - first < 6, tokens[first - 1].kind == .word, !tokens[first - 1].has(.de),
            tokens[first - 1].roles.isDisjoint(with: [.placeName, .body, .plan, .sum, .determiner, .recipient]),
            tokens[first - 1].wordClass != .adverb, tokens[first - 1].wordClass != .preposition,
            tokens[first - 1].wordClass != .pronoun
        { first -= 1 }
        guard first < end, first == 0 || tokens[first - 1].kind != .quantity(state.facts.count - 1),
            !phrases.isActor(tokens[end - 1]), !tokens[end - 1].has(.human),
            case let name = text.string(of: tokens[first..<end]), (3...12).contains(name.unicodeScalars.count)
        else { return false }
        state.reading.name(name, by: "item.left", doubting: nil)
        (state.reading.action, state.reading.verb) = (nil, nil)
        return true
    }

    /// 管道更新 of 三是管道更新。年度目标45公里: what the heading says that the target is for.
    private func nameBareTarget(_ state: inout State) -> Bool {
        let item = state.reading.item
        guard state.reading.rule == "item.left", !item.isEmpty,
            case let term = SentenceReader.terms.match(in: item.utf8Span.span, at: 0, end: item.utf8.count) ?? 0,
            let target = String(item.utf8.dropFirst(term)), SentenceReader.targetWords.contains(target),
            let topic = state.memory.topic, topic.unicodeScalars.count <= 14
        else { return false }
        state.reading.name(
            topic, by: "item.topic", doubting: "the item is taken from the clause or heading before")
        return true
    }

    /// 实验小学用地面积 of 位于城南的实验小学，用地35亩: of the facility that the clause before names.
    private func nameGround(_ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.item == "用地", let first = state.reading.phrase?.first,
            let owner = facility(before: first, text, state), owner.unicodeScalars.count <= 16
        else { return }
        state.reading.complete(as: owner + "用地面积")
    }

    /// Whether a verb says that a level has come about, or holds: 降到, 达到, 稳定在.
    private func isComing(_ verb: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[verb]
        return token.has(.to)
            || token.has(.reach) && (text.has("在", before: token.end) || text.has("到", before: token.end))
    }

    private static let means: WordList = ["平均用时", "平均时长", "平均耗时", "平均时间", "平均办理时间", "平均时限"]

    /// 答复平均用时 of 依申请答复平均用时由14天缩短到10天: how long a doing takes, with the doing that stands right before.
    private func nameMeanTime(_ text: Span<UInt8>, _ state: inout State) {
        if SentenceReader.termsTaken.contains(state.reading.item) { return nameTimeTaken(text, &state) }
        guard let size = SentenceReader.sizeEnding(state.reading.item, SentenceReader.means) else { return }
        if state.reading.item != size, state.reading.rule != "item.completed", !state.reading.isCarried { return }
        // 由5天|压缩到2天: the level before has its name by now
        if followsLevel(state.facts.count, text), let last = state.facts.last, last.item.hasSuffix(size) {
            state.reading.item = last.item
            return
        }
        let reach = tokens[max(0, state.place - 8)..<state.place]
        guard let mean = reach.lastIndex(where: { text.has("平均", at: $0.start) }), mean > 0 else { return }
        let first = compoundStart(endingAt: mean, most: 10) { index in
            tokens[index].roles.isDisjoint(with: [.de, .plan, .sum, .causative, .agent, .body, .placeName])
                && tokens[index].wordClass != .adverb && tokens[index].wordClass != .particle
                && !tokens[index].kinds.contains(.fronting)
        }
        guard first < mean else { return }
        state.reading.complete(as: text.string(of: tokens[first..<mean]) + size)
    }

    private static let termsTaken: WordList = ["用时", "时限", "时长", "耗时"]

    /// 办理时限 of 办理时限由15个工作日压缩至3个工作日, 审批用时: what takes so long, as the words right before say.
    private func nameTimeTaken(_ text: Span<UInt8>, _ state: inout State) {
        let size = state.reading.item
        if followsLevel(state.facts.count, text), let last = state.facts.last, last.item.hasSuffix(size) {
            state.reading.item = last.item
            return
        }
        guard state.reading.rule == "item.left", let phrase = state.reading.phrase, phrase.count == 1,
            let only = phrase.first
        else { return }
        let first = compoundStart(endingAt: only, most: 10) { index in
            (phrases.isDoing(index) || phrases.isPlain(tokens[index]) || phrases.isNominal(tokens[index]))
                && tokens[index].roles.isDisjoint(with: [.plan, .sum, .light, .causative, .agent, .body, .placeName])
                && tokens[index].wordClass != .measure && tokens[index].wordClass != .number
        }
        guard first < only else { return }
        state.reading.complete(as: text.string(of: tokens[first...only]))
    }

    static func sizeEnding(_ item: String, _ sizes: WordList) -> String? {
        guard sizes.isEnding(of: item) else { return nil }
        return item.ranges(of: "平均").last.map { String(item[$0.lowerBound...]) }
    }

    /// 白河长度 of 白河在新城区境内|长12公里: how long something is within a place, by the thing before 在.
    private func nameReach(_ text: Span<UInt8>, _ state: inout State) {
        let long = state.place - 1
        guard long > 2, text.has("长", before: tokens[long].end), phrases.scalars(tokens[long]) <= 2,
            let at = tokens[..<long].suffix(8).lastIndex(where: {
                text.has("在", at: $0.start) && $0.end - $0.start == 3 || $0.endsClause
            }), at > 0, !tokens[at].endsClause,
            tokens[at..<long].contains(where: { text.has("内", before: $0.end) || text.has("段", before: $0.end) }),
            case let thing = phrases.left(endingAt: at - 1, floor: 0, style: .count).item, thing.last == at - 1
        else { return }
        state.reading.complete(as: phrases.string(thing, text: text) + "长度")
    }
}
