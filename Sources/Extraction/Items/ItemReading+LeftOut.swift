import Facts
import Scanning
import Units

/// A clause that does not say what its figure counts, as the rules for what it leaves out look at it.
struct ElidedClause {
    /// Which quantity of the sentence the figure is.
    let index: Int
    /// The words before the figure, of which none is a noun that it counts.
    let before: NounPhrases.Left
    /// Whether the figure speaks of an indicator (a share, a multiple), not of things that can be counted one by one.
    let measures: Bool
    /// The last token before the figure that belongs to its clause.
    let left: Int
    /// The unit of the figure, and what it measures.
    let measure: MeasureWord?
    let dimension: Dimension
    /// The verbs before the figure, without the words among them that tell where or how much: 惠及 of 惠及全市1.2万人.
    let verbs: String?
    /// The words that pick some of what was counted before: 接近入库标准 of 接近入库标准的83家.
    var modifier = ""
}

/// What a clause leaves out: the last thing counted in the unit, the clause before, the heading.
extension SentenceReader {
    /// Measure words that are nouns, and need none behind them.
    private static let nounUnits: WordList = ["区", "县", "市", "旗", "乡", "镇", "村", "校", "街", "县区", "街道", "社区", "乡镇"]

    private static let lessonUnits: WordList = ["堂课", "节课"]

    /// What the clause leaves out: the last thing counted in the same unit, the clause's subject, the heading.
    func readElliptic(
        of index: Int, _ before: NounPhrases.Left, measures: Bool, left: Int, _ text: Span<UInt8>,
        _ state: inout State
    ) {
        var clause = elidedClause(of: index, before, measures: measures, left: left, text, state)
        if readRemainder(clause, text, &state) || readPickedByDoing(clause, text, &state)
            || readNamedInClause(clause, text, &state)
            || readRestated(clause, text, &state)
            || readTallied(clause, text, &state) || readRanked(clause, text, &state)
            || readHeaded(clause, text, &state) || readToldOf(clause, text, &state)
            || readPriced(clause, text, &state) || readSold(clause, &state) || readPointedAt(clause, text, &state)
            || readDoing(clause, text, &state)
            || readShare(clause, text, &state) || readPickedOut(clause, text, &state)
        {
            return
        }
        clause.modifier = readModifier(clause, text, &state)
        if readEach(clause, text, &state) || readSeatedOrSettled(clause, text, &state)
            || readSubject(clause, text, &state) || readApposed(clause, text, &state)
            || readStanding(clause, text, &state)
            || readManner(clause, text, &state) || readAntecedent(clause, text, &state)
            || readMoney(clause, text, &state) || readVerbsAlone(clause, text, &state)
            || readScoreOrFund(clause, text, &state) || readUnlikeLast(clause, text, &state)
            || readLastCounted(clause, text, &state)
        {
            return
        }
        readGuessed(clause, text, &state)
    }

    /// What the rules ask of a clause, but for the modifier, which only the later ones need: 惠及全市1.2万人 → 惠及, 人.
    private func elidedClause(
        of index: Int, _ before: NounPhrases.Left, measures: Bool, left: Int, _ text: Span<UInt8>, _ state: State
    ) -> ElidedClause {
        let measure = unit(state.reading.quantity)
        let verbs = before.verbs.map { range in
            // 惠及全市1.2万人: where is no part of what is done
            range.filter {
                range.count == 1
                    || !tokens[$0].has(.determiner) && !tokens[$0].has(.placeName) && !tokens[$0].has(.sum)
                        && !tokens[$0].has(.light)
                        && !tokens[$0].has(.plan) && !tokens[$0].has(.over)
                        && !tokens[$0].has(.under)
                        // 进社区、进校园宣讲: nor is where they go
                        && !(tokens[$0].kinds.contains(.going) && $0 + 1 < range.upperBound
                            && text.has("进", at: tokens[$0].start))
            }
            .map { text.string(ofDocument: tokens[$0].start..<tokens[$0].end) }.joined()
        }.map { copied(before.verbs, text) ?? $0 }
        return ElidedClause(
            index: index, before: before, measures: measures, left: left, measure: measure,
            dimension: measure?.dimension ?? .count, verbs: verbs)
    }

    private static let householders: WordList = ["户", "家庭", "居民", "业主", "商家", "摊贩", "房东"]

    /// 二房东主动备案|的|有135人: those who open a clause before 的 are counted, as many of them as do what it tells.
    private func readPickedByDoing(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard [.person, .household, .count].contains(clause.dimension), clause.before.verbs == nil,
            state.reading.change == .none, let range = clause.before.modifier, range.count > 1,
            range.upperBound < state.place, tokens[range.upperBound].has(.de),
            range.lowerBound == 0 || tokens[range.lowerBound - 1].endsClause,
            let verb = range.dropFirst().first(where: {
                tokens[$0].kind == .word && !tokens[$0].has(.de)
                    && ([.verb, .adverb, .preposition].contains(tokens[$0].wordClass) || phrases.isVerbal(tokens[$0]))
            }), case let named = phrases.left(endingAt: verb - 1, floor: range.lowerBound, style: .count).item,
            named == range.lowerBound..<verb, let last = named.last, !phrases.isActor(tokens[last]),
            clause.dimension == .count
                ? tokens[last].wordClass == .noun && !tokens[last].has(.human) && !tokens[last].has(.abstract)
                : clause.dimension == .household
                    // 老人独自居住的有12户: people are no households
                    ? SentenceReader.householders.ends(in: text, at: tokens[last].end)
                    : namesPeople(last..<(last + 1), text)
        else { return false }
        take(named, "item.left", text, &state)
        return true
    }

    /// What the measure word, a sum or the doing of the clause itself names: 下辖5区2县, 厨余垃圾日均收运86吨.
    private func readNamedInClause(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if let name = clause.measure?.name, SentenceReader.nounUnits.contains(name), clause.before.modifier == nil {
            // 下辖5区2县, 覆盖12校: the measure word is the noun
            state.reading.name(name, by: "item.unit", doubting: nil)
            return true
        }
        if let name = clause.measure?.name, SentenceReader.lessonUnits.contains(name), clause.before.modifier == nil {
            // 每个社区讲1堂课: and so is what closes it
            state.reading.name("课", by: "item.unit", doubting: nil)
            return true
        }
        if readTroop(clause, &state) { return true }
        if state.reading.isTotal, clause.before.verbs == nil, clause.before.modifier == nil, let sum = summedUp(state) {
            state.reading.name(sum, by: "item.restated", doubting: "the figure sums up things of several names")
            return true
        }
        if state.reading.change == .none, let people = mustered(clause.before, clause.dimension, text, &state) {
            state.reading.name(people, by: "item.doing", doubting: "the people are told by what they do")
            return true
        }
        if clause.dimension == .mass || clause.dimension == .volume, state.reading.change == .none,
            let range = clause.before.verbs,
            tokens[range.lowerBound].has(.average), let verbs = clause.verbs, let subject = clause.before.subject,
            !subject.isEmpty,
            !subject.contains(where: { phrases.isActor(tokens[$0]) })
        {
            // 厨余垃圾|日均收运|86吨
            state.reading.name(
                phrases.string(subject, text: text) + verbs, by: "item.doing", doubting: "the doing is what is counted")
            return true
        }
        return false
    }

    /// What is done, or how those that were counted before were found or put together: 入户走访2次, 检测样品86批次，合格84批次.
    private func readDoing(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if readReceived(clause, text, &state) { return true }
        if let doing = copied(clause.before.verbs, text) {
            // 光是走路|就走了460万步
            state.reading.name(doing, by: "item.doing", doubting: "the doing is what is counted")
            return true
        }
        // 老年餐桌就餐1.9万人次: the facility that does it belongs to what is done.
        let host = clause.before.subject.flatMap { isFacility($0, text) ? phrases.string($0, text: text) : nil } ?? ""
        if let range = clause.before.verbs, let verbs = clause.verbs, let last = range.last,
            tokens[last].has(.complete), !verbs.isEmpty
        {
            if let doers = doersCounted(clause, state) {
                // 企业136家，已缴费128家: those that do it
                state.reading.name(
                    doers, by: "item.carried", doubting: "the item is carried over from what was counted before")
                return true
            }
            state.reading.name(host + verbs, by: "item.doing", doubting: nil)
            return true
        }
        if let range = clause.before.verbs, let last = state.facts.last, !last.item.isEmpty,
            unit(last.quantity)?.name == clause.measure?.name,
            SentenceReader.verdicts.contains(
                tokens[range.upperBound - 1].start..<tokens[range.upperBound - 1].end, of: text)
        {
            // 检测样品86批次，合格84批次: how those that were counted were found
            state.reading.action = clause.verbs
            state.reading.name(
                last.item, by: "item.carried", doubting: "the item is carried over from what was counted before")
            return true
        }
        if clause.dimension == .personTime, state.reading.change == .none, let verbs = clause.verbs,
            let known = state.memory.done(verbs, in: clause.measure?.name ?? "")
        {
            // 接待游客95万人次。…去年同期接待16.4万人次: those to whom the same was done before
            state.reading.name(
                known, by: "item.carried", doubting: "the item is carried over from what was counted before")
            return true
        }
        if SentenceReader.doings.contains(clause.dimension),
            !isRepeated(clause.measure?.name ?? "", state),
            let range = clause.before.verbs, let verbs = clause.verbs, verbs.unicodeScalars.count > 1,
            !(range.count == 1 && tokens[range.lowerBound].wordClass == .verb
                && tokens[range.lowerBound].has(.transitive)
                && !state.facts.isEmpty)
        {
            // 入户走访2次: the doing is what is counted.
            state.reading.item = (host.isEmpty ? roundBy(range, text, state) : host) + verbs
            state.reading.rule = "item.doing"
            return true
        }
        return false
    }

    /// 梳理合并为46项, 转发3200次, 收到申请15件, 今年再办18场: what those that were known already became, or what was got or shown.
    private func readReceived(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if !clause.measures, clause.dimension != .money, let last = state.facts.last, !last.item.isEmpty,
            let range = clause.before.verbs, range.upperBound <= state.place, turnsInto(state.place, text)
        {
            // 收到建议873条，梳理合并为46项
            state.reading.name(
                last.item, by: "item.carried", doubting: "the item is carried over from what was counted before")
            return true
        }
        if let range = clause.before.verbs, range.count == 1, isShown(range.lowerBound, text),
            clause.dimension == .event || state.reading.quantity.unit == nil || clause.dimension == .personTime
        {
            // 点赞11万，转发3200次
            state.reading.name(
                shownThing(state) + text.string(of: tokens[range]), by: "item.doing",
                doubting: "the doing is what is counted")
            return true
        }
        if let range = clause.before.verbs, range.count > 1, clause.dimension == .count,
            SentenceReader.receiving.contains(
                tokens[range.upperBound - 2].start..<tokens[range.upperBound - 2].end, of: text),
            SentenceReader.received.contains(
                tokens[range.upperBound - 1].start..<tokens[range.upperBound - 1].end, of: text)
        {
            // 收到申请15件: what is received is a thing, whatever else its word may be
            state.reading.name(
                text.string(of: tokens[(range.upperBound - 1)..<range.upperBound]), by: "item.doing", doubting: nil)
            return true
        }
        if let label = labelled(clause, text) {
            // 三、临时救助：审批19人次: what is dealt with, and not that it is
            state.reading.name(label, by: "item.topic", doubting: "the item is taken from the clause or heading before")
            return true
        }
        if let known = doneAgain(clause, text, state) {
            // 去年举办招聘会14场。今年再办18场
            state.reading.name(
                known, by: "item.carried", doubting: "the item is carried over from what was counted before")
            return true
        }
        return false
    }

    /// Measure words of bodies and things, which never count a doing.
    private static let bodyUnits: WordList = ["家", "户", "所", "栋", "座", "部", "台", "辆"]

    /// What the sentence has counted in the unit of bodies that a clause has no noun for.
    private func doersCounted(_ clause: ElidedClause, _ state: State) -> String? {
        guard let name = clause.measure?.name, SentenceReader.bodyUnits.contains(name),
            let known = state.facts.last(where: { unit($0.quantity)?.name == name && $0.change == .none }),
            !known.item.isEmpty, known.rule != "item.doing"
        else { return nil }
        return known.item
    }

    private static let rounds: WordList = [
        "巡查", "巡逻", "上门", "走访", "巡河", "探访", "回访", "坐诊", "值守", "巡诊", "巡护", "巡检", "保洁",
    ]

    /// 网格员 of 网格员|每天|巡查2次: who goes the rounds so often, where the clause names them right before how often.
    private func roundBy(_ verbs: Range<Int>, _ text: Span<UInt8>, _ state: State) -> String {
        guard state.reading.per != nil, unit(state.reading.quantity)?.name == "次", verbs.count == 1,
            SentenceReader.rounds.contains(tokens[verbs.lowerBound].start..<tokens[verbs.lowerBound].end, of: text)
        else { return "" }
        var index = verbs.lowerBound - 1
        while index >= 0, verbs.lowerBound - index < 5, !tokens[index].endsClause,
            tokens[index].isTime || tokens[index].wordClass == .adverb || tokens[index].wordClass == .time
                || tokens[index].has(.plan) || tokens[index].has(.over) || tokens[index].wordClass == .measure
                || text.has("每", at: tokens[index].start)
        { index -= 1 }
        guard index >= 0, index + 1 < verbs.lowerBound, tokens[index].kind == .word, tokens[index].has(.human),
            tokens[index].wordClass == .noun, (2...4).contains(phrases.scalars(tokens[index])),
            !SentenceReader.served.contains(tokens[index].start..<tokens[index].end, of: text)
        else { return "" }
        return text.string(ofDocument: tokens[index].start..<tokens[index].end)
    }

    /// Those to whom somebody goes.
    private static let served: WordList = ["居民", "老人", "群众", "住户", "村民", "老年人", "患者", "商户", "困难群众"]

    /// Those whom a clause before 的 tells of, and the room that there is for cars: 进场求职的有700多人次.
    private func readPickedOut(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if let whole = pickedOfCounted(clause, state) {
            state.reading.name(
                whole, by: "item.carried", doubting: "the item is carried over from what was counted before")
            return true
        }
        if !clause.measures, let range = clause.before.modifier, let those = those(of: range, clause.dimension, text) {
            // 进场求职的有700多人次
            state.reading.name(those, by: "item.doing", doubting: "the doing is what is counted")
            return true
        }
        if clause.dimension == .count, let range = clause.before.modifier,
            let room = roomForCars(range, clause.measure?.name ?? "", text)
        {
            state.reading.name(room, by: "item.topic", doubting: "the item is taken from the clause or heading before")
            return true
        }
        return false
    }

    /// The words that pick some of what was counted before, without those that only compare, reckon or say how it stands: 在建5部.
    private func readModifier(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> String {
        var modifier = clause.before.modifier.flatMap { modifierText($0, mayBeVerbs: clause.measures, text) } ?? ""
        // 客流量猛增，达平日的2至3倍: what it is compared with is no part of it
        if clause.dimension == .multiple { modifier = "" }
        // 投诉28件，平均每月不到5件; 超期未办结35件: nor how it is reckoned, or what has not been done with them
        // 用时6分钟，比上回快了2分钟: nor which way it differs
        if let range = clause.before.modifier, let last = range.last,
            range.count == 1 && text.has("平均", at: tokens[last].start) && clause.dimension == .count
                || range.count == 1
                    && SentenceReader.differences.contains(tokens[last].start..<tokens[last].end, of: text)
                    // 差的2655元: but what is lacking is of another kind
                    && !(range.upperBound < tokens.count && tokens[range.upperBound].has(.de))
                || text.has("未", before: tokens[last].end)
        {
            modifier = ""
        }
        if !clause.measures, let range = clause.before.modifier, range.count == 1, let only = range.first,
            SentenceReader.unfinished.contains(tokens[only].start..<tokens[only].end, of: text)
        {
            // 投用14部，在建5部: how it stands with them is no part of their name
            state.reading.action = modifier
            state.reading.isStockWorded = true
            modifier = ""
        }
        return modifier
    }

    private static let differences: WordList = ["差", "快", "慢", "早", "晚", "少", "多"]

    /// People who have room or live somewhere; of households only what is done with them: 议事厅能坐40人, 常住11.8万人, 惠民2100户.
    private func readSeatedOrSettled(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if clause.dimension == .person, state.reading.isStockWorded || state.reading.action == nil,
            let room = roomFor(clause.before, state.place, text)
        {
            // 议事厅能坐40人
            state.reading.name(room, by: "item.topic", doubting: "the item is taken from the clause or heading before")
            return true
        }
        if clause.dimension == .person, let population = SentenceReader.population(clause.modifier) {
            // 常住11.8万人
            state.reading.name(population, by: "item.unit", doubting: nil)
            return true
        }
        if clause.dimension == .household, let range = clause.before.modifier, range.count == 1,
            range.upperBound == state.place,
            reaches(range.lowerBound)
        {
            // 改造小区12个，惠民2100户
            state.reading.action = text.string(
                ofDocument: tokens[range.lowerBound].start..<tokens[range.lowerBound].end)
        } else if clause.dimension == .household, let range = clause.before.modifier, range.count <= 4 {
            state.modifier = text.string(of: tokens[range])
        }
        return false
    }

    /// A title, a kind or a subject that stands alone before the figure: 选得最多的是屋面防水，占88%.
    private func readSubject(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if !clause.measures, clause.dimension == .count, clause.before.verbs == nil, clause.before.modifier == nil,
            let title = titleBeforeBracket(state.place, text)
        {
            state.reading.name(title, by: "item.topic", doubting: "the item is taken from the clause before")
            return true
        }
        if SentenceReader.bracketed.contains(clause.dimension), let thing = thingBeforeBracket(clause, text, state) {
            state.reading.name(thing, by: "item.left", doubting: nil)
            return true
        }
        if clause.before.verbs == nil, clause.before.modifier == nil, state.reading.change == .none,
            let part = rankedBefore(state.place, text)
        {
            // 选得最多的是屋面防水，占88%; 停车类次之，占27%: a kind of what was counted
            let kind =
                part.hasSuffix("类") && !aspects.contains { $0 < state.place }
                ? state.facts.last?.item ?? state.memory.entries.last?.item ?? "" : ""
            state.reading.name(
                part + SentenceReader.withoutKind(kind, part), by: "item.topic",
                doubting: "the item is taken from the clause before")
            return true
        }
        if clause.before.verbs == nil, clause.before.modifier == nil, let subject = subjectBefore(clause.left, text) {
            state.reading.name(subject, by: "item.topic", doubting: "the item is taken from the clause before")
            if clause.dimension == .ratio, state.reading.change == .none, let rate = rateBefore(clause.left) {
                // 可回收物增幅更大，为31%
                state.reading.change = tokens[rate].has(.increase) ? .increase : .decrease
            }
            return true
        }
        return false
    }

    private static let bracketed: Set<Dimension> = [.count, .person, .household, .money, .area, .length]

    /// 充电桩 of 充电桩（12个）: what stands right before a bracket that holds nothing but the figure.
    private func thingBeforeBracket(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: State) -> String? {
        let (open, close) = (state.place - 1, state.place + 1)
        guard open > 0, close < tokens.count, tokens[open].isMark(.openBracket), tokens[close].isMark(.closeBracket),
            tokens[open - 1].kind == .word, tokens[open - 1].wordClass == .noun, !phrases.isActor(tokens[open - 1]),
            // 受理诉求120件，噪音（45件）、停车（20件）: kinds of what was counted
            case let unit = clause.measure?.name ?? "",
            state.memory.last(countedIn: unit, dimension: clause.dimension) == nil,
            case let thing = phrases.left(endingAt: open - 1, floor: 0, style: .count).item, thing.upperBound == open,
            !thing.isEmpty
        else { return nil }
        return phrases.string(thing, text: text)
    }

    /// 小游园，1800平方米，国庆开园: a figure between two commas is that of what stands alone before it.
    private func readApposed(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        let mark = state.place - 1
        guard clause.before.verbs == nil, clause.before.modifier == nil, state.reading.change == .none, mark > 0,
            tokens[mark].isMark(.clauseEnd), phrases.closes(at: state.place + 1),
            [.count, .area, .length, .volume, .mass].contains(clause.dimension),
            let thing = clauseWithoutFigure(endingAt: mark, within: 12),
            thing.lowerBound == 0 || tokens[thing.lowerBound - 1].isMark(.sentenceEnd)
                || semicolons.contains(thing.lowerBound - 1),
            let name = topicAlone(thing, text)
        else { return false }
        state.reading.name(name, by: "item.topic", doubting: "the item is taken from the clause before")
        return true
    }

    private static let measured: Set<Dimension> = [.money, .area, .length, .volume, .mass, .ratio]

    /// 工业投资更不好看，半年只完成3.1亿元: what opens its sentence with no more told of it than how it stands is what the clause behind it
    /// measures, and not what the sentence before did.
    private func readStanding(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard SentenceReader.measured.contains(clause.dimension), state.reading.change == .none,
            clause.before.verbs?.allSatisfy({ tokens[$0].has(.light) || tokens[$0].has(.reach) }) ?? true,
            let mark = (max(0, state.place - 8)..<state.place).last(where: { tokens[$0].endsClause }),
            tokens[mark].isMark(.clauseEnd), let told = clauseWithoutFigure(endingAt: mark, within: 16),
            told.lowerBound == 0 || tokens[told.lowerBound - 1].isMark(.sentenceEnd)
                || semicolons.contains(told.lowerBound - 1)
        else { return false }
        var last = mark - 1
        while last > told.lowerBound, tokens[last].kind == .word,
            [.adverb, .adjective, .idiom].contains(tokens[last].wordClass)
                || tokens[last].has(.increase) || tokens[last].has(.decrease)
        { last -= 1 }
        let subject = phrases.left(endingAt: last, floor: told.lowerBound, style: .rate).item
        guard last < mark - 1, subject == told.lowerBound..<(last + 1), !subject.isEmpty,
            !subject.contains(where: { phrases.isActor(tokens[$0]) || tokens[$0].has(.human) })
        else { return false }
        state.reading.name(
            phrases.string(subject, text: text), by: "item.topic",
            doubting: "the item is taken from the clause before")
        return true
    }

    /// 这样的培训，街道去年办了12场: what is held is what a clause before points to, and 办 alone names nothing.
    private func readPointedAt(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if [.event, .count, .person, .household].contains(clause.dimension),
            let sort = pointedOutInClause(before: state.place, text) ?? heldTopic(before: state.place, text)
        {
            state.reading.name(sort, by: "item.topic", doubting: "the item is taken from the clause before")
            return true
        }
        guard [.event, .count, .personTime].contains(clause.dimension), let verbs = clause.before.verbs,
            let last = verbs.last, SentenceReader.holdings.contains(tokens[last].start..<tokens[last].end, of: text),
            last > 0
        else { return false }
        guard
            let pointed = pointedOut(before: verbs.lowerBound, text)
                ?? heldBySubject(verbs, text) ?? (clause.dimension == .event ? standingBefore(last, text) : nil)
        else { return false }
        state.reading.name(pointed, by: "item.topic", doubting: "the item is taken from the clause before")
        return true
    }

    /// 集市 of 像这样的集市全街道有5个: those of the sort to which the clause itself points, before who or what has them.
    private func pointedOutInClause(before place: Int, _ text: Span<UInt8>) -> String? {
        let start = clauseStart(of: place)
        guard
            let de = (start..<place).last(where: {
                $0 > start && tokens[$0].has(.de)
                    && SentenceReader.sortPointers.contains(tokens[$0 - 1].start..<tokens[$0 - 1].end, of: text)
            })
        else { return nil }
        let end = (de + 1..<place).first(where: isHolding) ?? place
        guard end > de + 1, end < place, (end..<place).allSatisfy(isHolding),
            tokens[(de + 1)..<end].allSatisfy({ $0.kind == .word && phrases.isNominal($0) })
        else { return nil }
        return text.string(of: tokens[(de + 1)..<end])
    }

    /// 口袋公园 of 口袋公园全街道有12座, 停车位 of 停车位我们已建成120个: the thing that opens its clause before who has it.
    private func heldTopic(before place: Int, _ text: Span<UInt8>) -> String? {
        let start = clauseStart(of: place)
        guard
            let holder = (start..<place).first(where: {
                tokens[$0].has(.determiner) || tokens[$0].has(.placeName)
                    || tokens[$0].wordClass == .pronoun && tokens[$0].kind == .word
            }), holder > start,
            // 口袋公园|目前|全街道|有12座
            let end = (start..<holder).last(where: { !tokens[$0].isTime && tokens[$0].wordClass != .adverb }),
            case let last = tokens[end], last.wordClass == .noun, last.kind == .word,
            !last.has(.placeName), !last.has(.attribute), !last.has(.magnitude), !last.has(.rate),
            (holder..<place).contains(where: { tokens[$0].has(.stock) || isOwning($0, text) }),
            (holder..<place).allSatisfy({ isHolding($0) || tokens[$0].has(.aspect) || isOwning($0, text) }),
            phrases.closes(at: place + 1),
            case let thing = phrases.left(endingAt: end, floor: start, style: .count).item,
            thing == start..<(end + 1)
        else { return nil }
        return phrases.string(thing, text: text)
    }

    private static let ownings: WordList = ["建成", "建", "建了", "建有", "设", "设有", "开", "办", "新建", "打造", "已建成", "已建"]

    /// Whether a verb tells how somebody came to have something: 建成, 设.
    private func isOwning(_ index: Int, _ text: Span<UInt8>) -> Bool {
        SentenceReader.ownings.contains(tokens[index].start..<tokens[index].end, of: text)
    }

    /// Whether a word tells who has something, where or since when: 全街道, 我们, 目前, 已, 有.
    private func isHolding(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.isTime || phrases.isActor(token) || token.has(.determiner) || token.has(.placeName)
            || token.has(.stock) || token.has(.sum) || token.has(.done)
            || token.kind == .word && [.pronoun, .adverb, .time].contains(token.wordClass)
    }

    /// What 这样的 points to in a clause of its own before the one that ends at a verb.
    private func pointedOut(before verb: Int, _ text: Span<UInt8>) -> String? {
        guard let mark = (max(0, verb - 8)..<verb).last(where: { tokens[$0].endsClause }), mark > 2,
            !tokens[mark].isMark(.sentenceEnd),
            let pointer = (max(0, mark - 6)..<mark - 1).last(where: { tokens[$0].has(.de) }), pointer > 0,
            SentenceReader.sortPointers.contains(tokens[pointer - 1].start..<tokens[pointer - 1].end, of: text),
            // 像这样的夜查，去年开展了33次
            pointer == 1 || tokens[pointer - 2].endsClause
                || tokens[pointer - 2].kinds.contains(.likeness)
                    && (pointer == 2 || tokens[pointer - 3].endsClause),
            tokens[(pointer + 1)..<mark].allSatisfy({ phrases.isNominal($0) || phrases.isVerbal($0) })
        else { return nil }
        return text.string(of: tokens[(pointer + 1)..<mark])
    }

    static let sortPointers: WordList = ["这样", "类似", "同样"]
    private static let holdings: WordList = [
        "办", "开", "搞", "做", "摆", "举办", "举行", "开展", "进行", "组织", "召开", "安排", "发生", "出现", "完成", "累计完成", "实施", "建成", "累计开展",
    ]
    private static let happenings: WordList = ["发生", "出现"]

    /// 联合检查 of 联合检查今年已开展6次: what is held is the subject of a verb that only holds it, and does nothing itself.
    private func heldBySubject(_ verbs: Range<Int>, _ text: Span<UInt8>) -> String? {
        guard verbs.count == 1 else { return nil }
        var last = verbs.lowerBound - 1
        while last > 0, verbs.lowerBound - last < 6, partsFromSubject(last, text) { last -= 1 }
        guard last >= 0, tokens[last].kind == .word, !tokens[last].has(.human), !phrases.isActor(tokens[last]) else {
            return nil
        }
        if let de = (max(1, last - 4)..<max(1, last)).last(where: { tokens[$0].has(.de) }),
            SentenceReader.sortPointers.contains(tokens[de - 1].start..<tokens[de - 1].end, of: text)
        {
            // 这样的|小摊|每月摆两回: one of those to which the text points, whatever it is
            guard tokens[(de + 1)...last].allSatisfy({ $0.kind == .word }) else { return nil }
            return text.string(of: tokens[(de + 1)...last])
        }
        let subject = phrases.left(endingAt: last, floor: 0, style: .count).item
        guard isHeldEvent(last) || last + 1 < verbs.lowerBound && isHeldThing(last), subject.upperBound == last + 1,
            !subject.isEmpty
        else { return nil }
        return phrases.string(subject, text: text)
    }

    /// Whether a word only tells when or how often something is held: 文化市集|每月|办2期, 夜校|到|现在|已经|开了12班.
    private func partsFromSubject(_ index: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[index]
        if token.isTime || token.kind == .word && (token.wordClass == .adverb || token.wordClass == .time) {
            return true
        }
        guard token.kind == .word else { return false }
        return token.has(.plan) || text.has("每", at: token.start)
            || token.wordClass == .preposition && tokens[index + 1].isTime
            || index > 0 && text.has("每", at: tokens[index - 1].start)
    }

    /// Whether a noun names what somebody holds, and neither who holds it nor where.
    private func isHeldThing(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.wordClass == .noun && token.roles.isDisjoint(with: [.agent, .doer, .placeName])
            && token.kinds.isDisjoint(with: [.site, .facility, .body, .post])
    }

    /// 雨季内涝 of 雨季内涝较突出，去年汛期发生9次: the event of which the clause before only says how it stands.
    private func standingBefore(_ verb: Int, _ text: Span<UInt8>) -> String? {
        guard let mark = (max(0, verb - 8)..<verb).last(where: { tokens[$0].endsClause }), mark > 2,
            !tokens[mark].isMark(.sentenceEnd), !semicolons.contains(mark),
            let clause = clauseWithoutFigure(endingAt: mark, within: 16)
        else { return nil }
        var last = mark - 1
        while last > clause.lowerBound, tokens[last].kind == .word,
            [.adverb, .adjective, .idiom].contains(tokens[last].wordClass)
                || SentenceReader.standOuts.contains(tokens[last].start..<tokens[last].end, of: text)
        { last -= 1 }
        let happens = SentenceReader.happenings.contains(tokens[verb].start..<tokens[verb].end, of: text)
        guard last < mark - 1,
            isHeldEvent(last) || happens && tokens[last].wordClass == .noun && !phrases.isActor(tokens[last])
        else { return nil }
        let event = phrases.left(endingAt: last, floor: clause.lowerBound, style: .rate).item
        return event.upperBound == last + 1 && !event.isEmpty ? phrases.string(event, text: text) : nil
    }

    /// Whether a word names something that is held or comes about, and neither who holds it nor a thing.
    private func isHeldEvent(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, !phrases.isActor(token), !token.has(.human), !token.has(.body) else { return false }
        return phrases.isDoing(index) || token.has(.abstract) || token.has(.disaster)
            || !token.kinds.isDisjoint(with: [.event, .mishap, .course])
    }

    /// A doing told by its manner alone, and those who are dealt with for what they did: 上门260多次, 处理7人.
    private func readManner(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if SentenceReader.doings.contains(clause.dimension), clause.before.verbs == nil,
            let range = clause.before.modifier,
            range.count == 1,
            tokens[range.lowerBound].has(.manner)
        {
            // 上门260多次: how it is done is what is counted
            state.reading.name(
                roundBy(range, text, state)
                    + text.string(ofDocument: tokens[range.lowerBound].start..<tokens[range.lowerBound].end),
                by: "item.doing", doubting: "the doing is what is counted")
            return true
        }
        if let measure = clause.measure, SentenceReader.caseUnits.contains(measure.name), let verbs = clause.verbs,
            verbs.hasPrefix("立案"),
            let known = state.memory.last(countedIn: measure.name, dimension: clause.dimension),
            !SentenceReader.takenToCourt.isEnding(of: known)
        {
            // 清理占道摊点86起，…立案处罚4起: a case is made of what somebody has done, and no stall is one
            state.reading.name(verbs, by: "item.doing", doubting: "the doing is what is counted")
            return true
        }
        if clause.dimension == .person, let verbs = clause.verbs, SentenceReader.sanctions.isEnding(of: verbs),
            let last = state.facts.last,
            unitDimension(of: last.quantity) != .person
        {
            // 聘请顾问9名。开展督查50次，处理7人: those who were counted before did no wrong
            state.reading.name(
                verbs + "人员", by: "item.unit", doubting: "only the verb and the measure word tell what is counted")
            return true
        }
        return false
    }

    /// What a clause that names nothing but a doing speaks of: the heading, the doing, the clause before (试点“家庭养老床位”，已签约26张).
    private func readVerbsAlone(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if !clause.measures, SentenceReader.countable.contains(clause.dimension), clause.before.verbs != nil,
            state.facts.isEmpty,
            state.memory.entries.isEmpty, let topic = state.memory.topic
        {
            // 3.电动自行车充电桩。计划新建1000个: what the heading names
            state.reading.name(
                SentenceReader.without(clause.verbs, topic), by: "item.topic",
                doubting: "the item is taken from the clause or heading before")
            return true
        }
        if let range = clause.before.verbs, let verbs = clause.verbs, range.count > 1, verbs.unicodeScalars.count >= 4,
            tokens[range.lowerBound].wordClass == .verb
        {
            state.reading.name(verbs, by: "item.doing", doubting: "the doing is what is counted")
            return true
        }
        if !clause.measures, clause.before.verbs != nil,
            state.facts.isEmpty || clauseLies(between: state.facts.count - 1, and: clause.left),
            let topic = clauseBefore(clause.left, clause.dimension, text)
        {
            // 试点“家庭养老床位”，已签约26张
            state.reading.name(topic, by: "item.topic", doubting: "the item is taken from the clause before")
            return true
        }
        return false
    }

    /// What the clause, heading, article or sentence before makes likely, where nothing says it: 土门里街道受理642件.
    private func readGuessed(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) {
        if let topic = clauseBefore(clause.left, clause.dimension, text)
            ?? state.memory.topic.map({ SentenceReader.without(clause.verbs, $0) })
        {
            state.reading.name(
                clause.modifier + topic, by: "item.topic",
                doubting: "the item is taken from the clause or heading before")
            return
        }
        if !clause.measures, SentenceReader.countable.contains(clause.dimension), clause.before.verbs != nil,
            let known = state.memory.countedInArticle(clause.measure?.name ?? "", doing: state.reading.action)
        {
            // 土门里街道受理642件: of the things that the article has been counting in this unit
            state.reading.name(
                known, by: "item.guessed", doubting: "the item is carried over from what the article counted before")
            return
        }
        if let range = clause.before.verbs, let ware = ware(soldBy: range, text, state) {
            // 卖蛋烘糕的王大姐…“平时一晚上卖四五百个”
            state.reading.name(ware, by: "item.guessed", doubting: "the item is told by what the one who speaks does")
            return
        }
        if !clause.measures, clause.verbs != nil, let known = countedByOrder(clause, text, state) {
            state.reading.name(
                known, by: "item.guessed", doubting: "the item is carried over from what the article counted before")
            return
        }
        if let verbs = clause.verbs, !verbs.isEmpty, verbs != "所" {
            state.reading.name(
                verbs.count > 2 && verbs.hasSuffix("了") ? String(verbs.dropLast()) : verbs, by: "item.verb",
                doubting: "only the verb tells what is counted")
            return
        }
        if state.reading.change != .none, state.memory.entries.last?.isPart ?? false,
            let whole = state.memory.last(
                countedIn: clause.measure?.name ?? "", dimension: clause.dimension, asWhole: true)
        {
            // 工单900件，其中咨询类700件。比上周减少60件: of all of them, and not of the last part
            state.reading.name(whole, by: "item.guessed", doubting: "the item is carried over from the sentence before")
            return
        }
        // 常住人口96万人。…2023年达到862亿元: people are no money
        if clause.dimension != .time, let last = state.memory.entries.last, !last.item.isEmpty,
            clause.dimension != .money || last.dimension != .person && last.dimension != .household
        {
            state.reading.name(
                last.item, by: "item.guessed", doubting: "the item is carried over from the sentence before")
            return
        }
        state.reading.name(
            nameAlone(clause, text), by: "item.none", doubting: "nothing in the sentence says what is counted")
    }

    /// What cases are made of.
    private static let takenToCourt: WordList = [
        "案", "案件", "纠纷", "警情", "事故", "线索", "行为", "违法", "违章", "违规", "违停", "投诉", "举报", "问题", "诈骗", "盗窃", "赌博", "事件",
    ]

    /// How what was looked at or asked was found.
    static let verdicts: WordList = ["合格", "不合格", "达标", "不达标", "通过", "超标", "正常", "异常"]

    /// Dimensions of things that are counted one by one.
    static let countable: Set<Dimension> = [.count, .person, .household]

    /// Whether a whole clause without figures stands between a figure and the clause that ends at `left`.
    private func clauseLies(between fact: Int, and left: Int) -> Bool {
        var marks = 0
        var index = left
        while index > places[fact] {
            if tokens[index].endsClause { marks += 1 }
            index -= 1
        }
        return marks >= 2
    }

    /// 计划检查企业450家次，实际检查482家次: the same doing, counted in the same unit, of the same things.
    private func isRepeated(_ unit: String, _ state: State) -> Bool {
        guard let action = state.reading.action, let last = state.facts.last else { return false }
        return last.action == action && state.memory.entries.last?.unit == unit
    }

    /// 申请改造的有23户: what a clause before 的 and a verb of reaching says of those counted, with what such are called.
    private func those(of range: Range<Int>, _ dimension: Dimension, _ text: Span<UInt8>) -> String? {
        guard range.upperBound + 1 < tokens.count, tokens[range.upperBound].has(.de),
            tokens[range.upperBound + 1].has(.reach)
                || tokens[range.upperBound + 1].isQuantity && endsItsClause(range.upperBound + 1),
            range.contains(where: { phrases.isVerbal(tokens[$0]) || text.has("岁以上", before: tokens[$0].end) })
        else { return nil }
        var low = range.lowerBound
        while low + 1 < range.upperBound, tokens[low].wordClass == .adverb || tokens[low].isMark(.pause) { low += 1 }
        let doing = text.string(of: tokens[low..<range.upperBound])
        guard (2...14).contains(doing.unicodeScalars.count) else { return nil }
        switch dimension {
        case .person, .personTime:
            if doing.hasSuffix("人员") { return doing }
            // 70岁以上的有320人
            let isOld = doing.hasSuffix("岁以上") && Int(doing.dropLast(3)).map { $0 >= 60 } ?? false
            return doing + (isOld ? "老人" : "人员")
        case .household, .householdTime: return doing + "的居民"
        default: return nil
        }
    }

    /// Whether the clause ends with a figure, or goes on to what it picks from: 结业的213人中.
    private func endsItsClause(_ place: Int) -> Bool {
        phrases.closes(at: place + 1) || tokens[place + 1].wordClass == .locative
    }

    /// The words that pick some of what was counted before.
    ///
    /// - Parameter mayBeVerbs: whether verbs alone will do, as for a share (同意改造的占97%); in 需协调的602个 they name nothing.
    private func modifierText(_ range: Range<Int>, mayBeVerbs: Bool, _ text: Span<UInt8>) -> String? {
        if range.count == 1, tokens[range.lowerBound].has(.sizeWrapper) || tokens[range.lowerBound].has(.plan) {
            return nil
        }
        guard
            mayBeVerbs && range.count > 1
                || range.contains(where: {
                    phrases.isNominal(tokens[$0]) && !phrases.isVerbal(tokens[$0]) && tokens[$0].wordClass != .locative
                        || tokens[$0].isQuantity
                })
        else { return nil }
        var low = range.lowerBound
        // 把接近入库标准的83家列为…: 把 belongs to the verb; 30盏路灯里不亮的5盏: and 里 to what they are picked from.
        while low + 1 < range.upperBound,
            [.preposition, .locative].contains(tokens[low].wordClass), phrases.scalars(tokens[low]) == 1
        {
            low += 1
        }
        let words = text.string(of: tokens[low..<range.upperBound])
        return words.unicodeScalars.count <= 14 ? words : nil
    }
}
