import Facts
import Scanning
import Units

/// What is done to one member of a list is done to the others, which name no verb of their own.
extension SentenceReader {
    /// A member of a list without a verb of its own shares the verb of the one before: 安装报警器780个、呼叫器365个.
    func shareAction(
        _ index: Int, _ facts: [QuantityReading], _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        guard index > 0, !reading.isStockWorded else { return }
        if facts[index - 1].isStockWorded, facts[index - 1].action == nil, tokens[places[index - 1] + 1].isMark(.pause)
        {
            // 现有商品房小区9个、拆迁安置小区2个: the list goes on.
            reading.isStockWorded = true
            reading.action = nil
            return
        }
        // 每个小区推选2名，共推选60名: a total is for all of them.
        if !tokens[places[index - 1]..<places[index]].contains(where: { $0.has(.sum) }) {
            sharePer(facts[index - 1], &reading)
        }
        if isMustered(with: facts[index - 1], index, reading, text) {
            (reading.action, reading.verb) = (facts[index - 1].action, facts[index - 1].verb)
            return
        }
        takeEventListed(index, facts, text, &reading)
        guard reading.action == nil, let action = facts[index - 1].action,
            !SentenceReader.measures.contains(unitDimension(of: reading.quantity) ?? .count)
        else { return }
        if hasComeTo(index, text, reading) { return }
        if let thing = thingSized(by: reading, facts) {
            // 新建食堂1处，面积260平方米: the size of what was built, whoever is counted between; but 划入3个小区，现面积…
            if tokens[places[index - 1]..<places[index]].contains(where: { isStandingNow($0, text) }) { return }
            (reading.action, reading.verb) = (thing.action, thing.verb)
            return
        }
        guard ["item.left", "item.restated", "item.right", "item.carried", "item.guessed"].contains(reading.rule) else {
            return
        }
        let between = (places[index - 1] + 1)..<places[index]
        if tellsItsOwn(reading, in: between, behind: facts[index - 1]) { return }
        let marks = between.filter { tokens[$0].endsClause }
        if marks.isEmpty
            || marks.count == 1 && listGoesOn(behind: facts[index - 1], marks[0], in: between, reading, text)
        {
            (reading.action, reading.verb) = (action, facts[index - 1].verb)
            // 已建成充电桩380个、健身角46个
            if facts[index - 1].isDone { reading.isDone = true }
            // 摆着8张方桌、3张圆桌: what is there with the first is there with the others
            if marks.isEmpty, let verb = reading.verb, verb + 1 < places[index - 1], tokens[verb + 1].has(.aspect),
                facts[index - 1].isStockWorded
            {
                reading.isStockWorded = true
            }
        }
    }

    /// 举办6场书画展和3场新书|发布: an event at the end of a list whose name closes with a doing was held as the others were.
    private func takeEventListed(
        _ index: Int, _ facts: [QuantityReading], _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        let before = facts[index - 1]
        guard let verb = reading.verb, verb > places[index], let phrase = reading.phrase, verb == phrase.upperBound,
            phrases.closes(at: verb + 1), unitDimension(of: reading.quantity) == .event,
            unit(reading.quantity)?.name == unit(before.quantity)?.name,
            let first = before.verb, first < places[index - 1], tokens[first].has(.light),
            case let between = tokens[(places[index - 1] + 1)..<places[index]],
            between.contains(where: { $0.isMark(.pause) || $0.has(.and) || $0.kinds.contains(.partner) }),
            !between.contains(where: { $0.endsClause })
        else { return }
        (reading.action, reading.verb) = (before.action, before.verb)
        reading.phrase = phrase.lowerBound..<verb + 1
        reading.item = phrases.string(phrase.lowerBound..<verb + 1, text: text)
    }

    /// 铺设管道70条，长度已超410公里: whether 已 stands before the word for the level that a size has come to, with what was there
    /// before.
    private func hasComeTo(_ index: Int, _ text: Span<UInt8>, _ reading: QuantityReading) -> Bool {
        let place = places[index]
        return reading.isReached
            && tokens[max(0, place - 3)..<place].contains {
                $0.kind == .word && ($0.has(.done) || text.has("已", at: $0.start))
            }
    }

    /// 新建食堂|1处，面积260平方米: the thing done before whose size a figure is.
    private func thingSized(by reading: QuantityReading, _ facts: [QuantityReading]) -> QuantityReading? {
        guard reading.rule == "item.completed",
            // 组建队伍23支，队员640人; 实施项目12个，总投资48亿元: what belongs to them is there, whoever made them
            [.area, .length].contains(unitDimension(of: reading.quantity) ?? .count),
            let thing = facts.suffix(4).last(where: { !$0.item.isEmpty && reading.item.hasPrefix($0.item) }),
            thing.action != nil,
            // 开通线路291条，运营里程9628公里: all that there is by now
            !reading.item.hasSuffix("里程"),
            // 3个项目开工，总投资12亿元: what became of them does not make their size
            thing.verb.map({ tokens[$0].start < thing.quantity.start }) ?? true
        else { return nil }
        return thing
    }

    /// Whether a member of a list has a part, a verb or a deed of its own, and nothing to share.
    private func tellsItsOwn(_ reading: QuantityReading, in between: Range<Int>, behind last: QuantityReading) -> Bool {
        let phrase = reading.phrase ?? between.upperBound..<between.upperBound
        let counted = last.phrase ?? between.upperBound..<between.upperBound
        return between.contains {
            tokens[$0].has(.part)
                || phrases.isVerbal(tokens[$0]) && !tokens[$0].has(.bound) && !phrase.contains($0)
                    // 列出14处拥堵点位、安全隐患37处: a verb in what was counted before is none of the list
                    && !counted.contains($0)
        }
            // 下发通知书23份，罚款2起: a deed of its own
            || SentenceReader.nounsOfDeeds.contains(reading.item)
            // 发放问卷2000份，有效问卷1934份: which of them turned out well
            || phrase.first.map { phrases.isAdjective($0) } ?? false
    }

    /// 一季度受理诉求684件，二季度731件; 接到投诉76起，去年下降到41起; 化解纠纷200件，比去年同期的180件…: what was done to those of another
    /// time was done to these.
    func shareAction(
        overTime index: Int, _ facts: [QuantityReading], _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        guard reading.isCarried, reading.action == nil, !reading.isStockWorded, reading.change == .none,
            let name = unit(reading.quantity)?.name,
            let before = facts.last(where: { $0.item == reading.item && $0.change == .none }),
            let action = before.action, !before.isStockWorded, before.status == reading.status,
            unit(before.quantity)?.name == name,
            let time = reading.time, time.kind != .present, time.start != before.time?.start,
            // 上半年新增17户，去年底230户: how things stood then
            !SentenceReader.edges.ends(in: text, at: time.end)
        else { return }
        var position = places[index] - 1
        while position > places[index - 1], !tokens[position].endsClause {
            let token = tokens[position]
            guard
                token.isTime || token.wordClass == .adverb
                    || !token.roles.isDisjoint(with: SentenceReader.toLevel) && !token.has(.stock)
            else { return }
            position -= 1
        }
        (reading.action, reading.verb) = (action, before.verb)
    }

    /// 现 by itself: how things stand now, whatever was done before.
    private func isStandingNow(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.kind == .word && token.end - token.start == 3 && text.has("现", at: token.start)
    }

    /// Nouns that tell what was done themselves.
    private static let nounsOfDeeds: WordList = ["罚款", "处罚", "立案", "拘留", "警告", "约谈", "捐款", "退款", "赔款"]

    /// Ends of times at which something stood, and in which nothing was done.
    private static let edges: WordList = ["底", "末", "初", "目前", "现在"]
    private static let toLevel: WordRoles = [
        .reach, .to, .arrive, .from, .increase, .decrease, .over, .under, .about, .aspect, .sum, .comparison, .de,
    ]

    /// 社区已开展义诊18场，化解纠纷25起: 已 tells of a clause that goes on with nothing but a verb at its head as well.
    func shareDone(_ index: Int, _ facts: [QuantityReading], _ reading: inout QuantityReading) {
        guard index > 0, facts[index - 1].isDone, facts[index - 1].action != nil, !reading.isDone,
            reading.status == .actual, reading.change == .none, let verb = reading.verb,
            facts[index - 1].time?.start == reading.time?.start,
            verb > places[index - 1], verb < places[index]
        else { return }
        let between = tokens[(places[index - 1] + 1)..<verb]
        guard let comma = between.lastIndex(where: \.endsClause), !semicolons.contains(comma),
            between.count(where: \.endsClause) == 1,
            tokens[(comma + 1)..<verb].allSatisfy({ $0.kind == .word && $0.wordClass == .adverb && !$0.has(.ongoing) }),
            tokens[(places[index - 1] + 1)..<comma].allSatisfy({ phrases.isNominal($0) })
        else { return }
        reading.isDone = true
    }

    /// 走访商户18家，小作坊6家; 建成8个停车场，760个停车泊位: whether a list goes on behind a comma, with a noun and its figure alone.
    private func listGoesOn(
        behind before: QuantityReading, _ comma: Int, in between: Range<Int>, _ reading: QuantityReading,
        _ text: Span<UInt8>
    ) -> Bool {
        guard let verb = before.verb, verb < between.lowerBound - 1,
            ["item.left", "item.right"].contains(reading.rule),
            before.status == reading.status, before.change == .none,
            text.has("，", at: tokens[comma].start) || text.has(",", at: tokens[comma].start),
            tokens[between.lowerBound..<comma].allSatisfy({ phrases.isNominal($0) }), let phrase = reading.phrase,
            !phrase.allSatisfy({ phrases.isVerbal(tokens[$0]) }),
            // 新增注册2300人，辖区电诈案件7起: where the clause says anew
            !text.has("辖区", at: tokens[comma + 1].start) && !text.has("全区", at: tokens[comma + 1].start),
            // 出动队员190人次，街道相关科室|人员56人次: whose they are may stand before
            phrase.lowerBound > comma && phrase.lowerBound - comma < 5 && phrase.upperBound <= between.upperBound
                && tokens[(comma + 1)..<phrase.lowerBound].allSatisfy({
                    ($0.wordClass == .noun || $0.wordClass == .attributive || $0.has(.agent) || $0.has(.determiner))
                        && $0.kind == .word
                })
                && tokens[phrase.upperBound..<between.upperBound].allSatisfy({ $0.has(.about) || $0.has(.over) })
                || isListOfExamples(phrase, behind: comma, in: between)
                || between.upperBound == comma + 1 && phrase.lowerBound == between.upperBound + 1
                    && (phrases.closes(at: phrase.upperBound) || tokens[phrase.upperBound].has(.and)
                        || tokens[phrase.upperBound].isMark(.pause))
        else { return false }
        let dimension = unitDimension(of: reading.quantity)
        if unit(before.quantity)?.name == unit(reading.quantity)?.name { return true }
        // 出动志愿者90人，洒水车12台; 修剪绿篱900平方米，补栽灌木150株: things, and no size of those before
        let head = tokens[phrase.upperBound - 1]
        // 出动洒水车3台，环卫工60余人, 队员175人次: people are sent out as well
        let isMustered =
            (dimension == .person || dimension == .personTime)
            && SentenceReader.musterings.begins(in: text, at: tokens[verb].start)
        return (isMustered || SentenceReader.handled.contains(dimension ?? .person) && !head.has(.human))
            && (SentenceReader.handled + [.person, .personTime]).contains(unitDimension(of: before.quantity) ?? .ratio)
            && !head.has(.attribute) && !head.has(.magnitude)
            // …412人，已建床位175张: nothing with a word of its own for how far it is
            && !phrase.contains { tokens[$0].has(.done) || tokens[$0].has(.stock) || phrases.isVerbal(tokens[$0]) }
    }

    private static let musterings: WordList = ["出动", "投入", "派出", "调集", "调派", "抽调", "集结", "调度", "发动", "安排"]

    /// 调集5台洒水车、3台清扫车参加清洗: what the last of those who are sent out do, the others do as well, and all were sent.
    private func isMustered(
        with before: QuantityReading, _ index: Int, _ reading: QuantityReading, _ text: Span<UInt8>
    ) -> Bool {
        guard before.rule == reading.rule, let first = before.verb, first < places[index - 1], let own = reading.verb,
            own > places[index], SentenceReader.musterings.begins(in: text, at: tokens[first].start)
        else { return false }
        let between = tokens[(places[index - 1] + 1)..<places[index]]
        return between.contains { $0.isMark(.pause) || $0.has(.and) }
            && between.allSatisfy { $0.isMark(.pause) || $0.has(.and) || phrases.isNominal($0) }
    }

    /// Dimensions of things that are handled in one go.
    private static let handled: [Dimension] = [.count, .mass, .volume, .area, .length]

    /// 检查企业5家，商场、网吧等人员密集场所35家: examples before the noun.
    private func isListOfExamples(_ phrase: Range<Int>, behind comma: Int, in between: Range<Int>) -> Bool {
        phrase.upperBound == between.upperBound && phrase.lowerBound > comma + 2
            && tokens[phrase.lowerBound - 1].has(.etc)
            && tokens[(comma + 1)..<phrase.lowerBound - 1].allSatisfy { phrases.isNominal($0) || $0.isMark(.pause) }
    }

    /// 5个工作组和3个专家组协助指导: a list of subjects shares the predicate behind its last member.
    func shareAction(
        back index: Int, _ reading: QuantityReading, _ text: Span<UInt8>, among facts: inout [QuantityReading]
    ) {
        guard let verb = reading.verb, verb > places[index] else { return }
        for member in (0..<index).reversed() {
            let before = facts[member]
            guard before.action == nil,
                // 共有30名党员、50名志愿者参加: 有 only brings them in.
                !before.isStockWorded || isPivot(before: member, text),
                before.change == .none,
                !SentenceReader.measures.contains(unitDimension(of: before.quantity) ?? .count)
            else { return }
            let between = tokens[(places[member] + 1)..<places[member + 1]]
            let joins =
                between.contains { $0.has(.and) || $0.isMark(.pause) }
                // 将11户29名群众转移: both count the same
                || between.isEmpty
                || between.count == 1 && unit(before.quantity)?.name != unit(quantities[member + 1])?.name
            guard joins,
                between.indices.allSatisfy({
                    phrases.isNominal(tokens[$0]) || tokens[$0].has(.and) || tokens[$0].isMark(.pause)
                        // 红枫合唱团等4个社团，以及83名学生
                        || tokens[$0].endsClause && text.has("以及", at: tokens[$0 + 1].start)
                })
            else { return }
            facts[member].action = reading.action
            facts[member].isStockWorded = reading.isStockWorded
        }
    }
}
