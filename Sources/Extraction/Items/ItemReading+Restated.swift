import Facts
import Scanning
import Units

/// What a clause leaves out because the figures before it, or what was ranked, have said it: 325户、487人.
extension SentenceReader {
    /// The things of the paragraph or the figure before, told again in a row, another unit or a second level: 325户、487人.
    func readRestated(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if !clause.measures, clause.before.verbs == nil, clause.before.modifier == nil, state.reading.change == .none,
            clause.dimension != .money,
            !state.reading.isStockWorded, !state.memory.hasOwnTopic,
            state.facts.allSatisfy({ $0.rule == "item.lead" }),
            // “漏水”类诉求最为集中，共344件: a row has no clause of its own before its figure
            !state.facts.isEmpty || !standsOut(before: state.place, text),
            // 为1286户2013人发放救助金: nor does a row tell for whom something is done
            !followsRecipientWord(state.place, text),
            let entry = state.memory.led(countedIn: clause.measure?.name ?? ""), clause.measure != nil,
            state.memory.entries.allSatisfy({ $0.isFromLead })
        {
            // 左云县 46个 131栋: a row under what the paragraph before counted
            state.reading.name(
                entry.item, by: "item.lead", doubting: "the item is that of the paragraph before, in the same unit")
            if entry.status == .planned, !state.reading.isDone { state.reading.status = .planned }
            if state.reading.time == nil { state.reading.time = entry.time }
            state.reading.action = entry.action
            return true
        }
        if !clause.measures, clause.before.verbs == nil, clause.before.modifier == nil,
            restates(clause.index, clause.left), let last = state.facts.last
        {
            // 39栋、1652户: households live in what was counted; 325户、487人: the same things in another unit.
            // 清淤山塘18口、疏浚沟渠7.4公里，已完工11口、4.9公里: each of two lists in its own unit.
            if state.place > 0, tokens[state.place - 1].has(.sum) { state.reading.isTotal = false }
            // 2万个家庭、10万余人: the people live in them too.
            let livesIn =
                unitDimension(of: last.quantity) == .count
                && (clause.dimension == .household
                    || clause.dimension == .person && SentenceReader.dwellings.isEnding(of: last.item))
            let listed =
                last.isCarried ? state.memory.entries.last { $0.unit == clause.measure?.name }?.item : nil
            let people =
                clause.dimension == .person
                ? SentenceReader.people(of: last.item, byAid: isAided(last) || last.isCarried) : nil
            state.reading.name(
                livesIn ? "居民" : people ?? listed ?? last.item, by: "item.restated",
                doubting: "the item is that of the figure before, in another unit")
            return true
        }
        if let last = state.facts.last, !last.item.isEmpty, followsLevel(clause.index, text),
            clause.before.verbs?.count ?? 0 <= 1
        {
            // 诉求由486件降至213件: the second level of what has changed; 由日均36起降至5起
            if last.isAverage { state.reading.isAverage = true }
            state.reading.name(last.item, by: "item.carried", doubting: nil)
            return true
        }
        return false
    }

    /// Whether 为 or 给 stands right before those who are counted.
    func followsRecipientWord(_ place: Int, _ text: Span<UInt8>) -> Bool {
        guard place > 0, case let word = tokens[place - 1], word.kind == .word, word.end - word.start == 3 else {
            return false
        }
        return text.has("为", at: word.start) || text.has("给", at: word.start)
    }

    static let standOuts: WordList = ["集中", "突出", "最多", "居首", "居高不下", "较多", "频发", "偏多", "居多"]

    /// Whether the clause before a figure says what stands out among what was counted: “漏水”类诉求最为集中，共344件.
    private func standsOut(before place: Int, _ text: Span<UInt8>) -> Bool {
        let near = tokens[..<place].suffix(5)
        guard let mark = near.lastIndex(where: \.endsClause), mark > 0 else { return false }
        return SentenceReader.standOuts.ends(in: text, at: tokens[mark - 1].end)
    }

    /// What stands before the places or the kinds that are ranked or told one after another: 办理量最高的是平城区，486件.
    func readRanked(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if clause.measures || state.reading.change == .none, let best = superlative(clause.left, text) {
            state.reading.name(
                best.isEmpty ? state.facts.last?.item ?? "" : best, by: "item.superlative",
                doubting: "the item is named before 最高的是")
            return true
        }
        if clause.before.verbs == nil, clause.before.modifier == nil, state.reading.change == .none,
            !clause.measures || clause.dimension == .ratio,
            let ranked = ranked(before: state.place, text)
        {
            state.reading.name(
                ranked, by: "item.superlative", doubting: "the item is named before the places that are ranked")
            return true
        }
        if clause.before.verbs == nil, clause.before.modifier == nil, state.reading.change == .none, state.place > 0,
            tokens[state.place - 1].has(.placeName), let told = accounted(before: state.place, text)
        {
            state.reading.name(told, by: "item.topic", doubting: "the item is taken from the clause or heading before")
            return true
        }
        return false
    }

    /// What was counted before in the unit, or named and goes with it: 单元都加装了电梯，已装成14台.
    func readAntecedent(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if !clause.measures, state.reading.change == .none, clause.dimension != .money,
            let known = antecedent(
                clause.measure?.name ?? "", clause.dimension, clause.before,
                isSanction: clause.verbs.map(SentenceReader.sanctions.isEnding) ?? false, state)
        {
            let whole = picksBesideLast(clause, known, state) ? head(of: known, state) : beyondOld(known, clause)
            state.reading.name(
                SentenceReader.picked(
                    clause.modifier, of: SentenceReader.withoutUtmost(whole, state.facts), by: head(of: known, state)),
                by: "item.carried", doubting: "the item is carried over from what was counted before")
            return true
        }
        if !clause.measures, state.reading.change == .none, let measure = clause.measure,
            let named = namedForMeasure(measure.name, text, state)
        {
            // 单元都加装了电梯，…已装成14台: the thing that the measure word goes with
            state.reading.name(
                clause.modifier + named, by: named == state.memory.topic ? "item.topic" : "item.measure",
                doubting: "the measure word tells which of the things named before is counted")
            return true
        }
        return false
    }

    /// 停车位 of 原有停车位80个，新增12个: what is new is none of those that there were.
    private func beyondOld(_ known: String, _ clause: ElidedClause) -> String {
        guard let verbs = clause.verbs, ["新", "增", "再"].contains(where: verbs.hasPrefix) else { return known }
        for old in ["原有", "现有", "已有"] where known.hasPrefix(old) && known.unicodeScalars.count > 3 {
            return String(known.dropFirst(old.count))
        }
        return known
    }

    /// 签协议的61起，反悔的仅2起; 达到进度的17件、滞后2件: whether a figure picks others of the whole than the figure right before did.
    private func picksBesideLast(_ clause: ElidedClause, _ known: String, _ state: State) -> Bool {
        guard clause.modifier.isEmpty, let last = state.facts.last, last.isCarried, last.item == known,
            let at = places.prefix(state.facts.count).last, at < state.place
        else { return false }
        let between = tokens[(at + 1)..<state.place]
        return clause.before.modifier != nil || clause.before.verbs != nil && between.contains { $0.isMark(.pause) }
    }

    /// What cannot be of the kind that was counted last: 9个街道共承办3026件, 向312户居民发放取暖补贴，共计41万元.
    func readUnlikeLast(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if !clause.measures, state.reading.change == .none, SentenceReader.countable.contains(clause.dimension),
            clause.before.verbs != nil,
            let last = state.facts.last, unit(last.quantity)?.name != clause.measure?.name,
            SentenceReader.holders.isEnding(of: last.item),
            let known = state.memory.countedInArticle(clause.measure?.name ?? "", doing: state.reading.action)
        {
            // 9个街道共承办3026件: of what the article counts so, and no streets
            state.reading.name(
                known, by: "item.guessed", doubting: "the item is carried over from what the article counted before")
            return true
        }
        if !clause.measures, state.reading.change == .none,
            SentenceReader.countable.contains(clause.dimension) || [.length, .area].contains(clause.dimension),
            clause.before.verbs != nil, let action = state.reading.action, let measure = clause.measure,
            let last = state.facts.last, unit(last.quantity)?.name != measure.name,
            let known = state.memory.done(action, in: measure.name)
        {
            // 改造管网31公里。…投诉量下降三成，明年再改造25公里: of what it was done to before
            state.reading.name(
                known, by: "item.guessed", doubting: "the item is carried over from what the article counted before")
            return true
        }
        if SentenceReader.doings.contains(clause.dimension), state.reading.change == .none, let verbs = clause.verbs,
            verbs.unicodeScalars.count > 1, let last = state.facts.last,
            [.money, .area, .mass, .length].contains(unitDimension(of: last.quantity) ?? .count),
            !SentenceReader.reachings.contains(where: { verbs.contains($0) }), verbs != "支出"
        {
            // 损失金额减少215万元；成功劝阻67人次: what is measured is not done so many times
            state.reading.name(verbs, by: "item.doing", doubting: "the doing is what is counted")
            return true
        }
        if clause.dimension == .person, state.reading.isStockWorded, clause.before.modifier == nil,
            let team = clause.before.subject,
            let last = team.last, SentenceReader.troops.ends(in: text, at: tokens[last].end)
        {
            // 突击队共有26人
            let name = phrases.string(team, text: text)
            state.reading.name(
                name + (name.hasSuffix("队") ? "队员" : "成员"), by: "item.unit",
                doubting: "only the verb and the measure word tell what is counted")
            return true
        }
        if clause.dimension == .money, clause.before.verbs == nil, let last = state.facts.last,
            unitDimension(of: last.quantity) != .money, let topic = clauseBefore(clause.left, clause.dimension, text),
            SentenceReader.sums.isEnding(of: topic)
        {
            // 向312户居民发放取暖补贴，共计41万元: people are no money
            state.reading.name(topic, by: "item.topic", doubting: "the item is taken from the clause before")
            return true
        }
        if let measure = clause.measure, SentenceReader.caseUnits.contains(measure.name), let verbs = clause.verbs,
            (2...4).contains(verbs.count),
            let last = state.facts.last, let other = unit(last.quantity)?.name, other != "件",
            !SentenceReader.caseUnits.contains(other), !SentenceReader.matters.isEnding(of: last.item)
        {
            // 下达通知书97份，立案查处13起: what comes in cases is no paper
            state.reading.name(verbs, by: "item.doing", doubting: "the doing is what is counted")
            return true
        }
        return false
    }

    /// What was counted last in the sentence: 岗位2150个，其中月薪6000元以上的占四成.
    func readLastCounted(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if let last = lastOutsideBrackets(state), !last.item.isEmpty,
            // 拿出集体收入92万元修路3公里: no sum is so long
            unitDimension(of: last.quantity) != .money || clause.verbs == nil
                || ![.length, .area, .volume, .mass].contains(clause.dimension),
            // 历时5个月: how long it took is no count of the things before
            clause.dimension != .time || unitDimension(of: last.quantity) == .time || state.reading.change != .none
                // 课程共12节，每节40分钟: but that of each is one of them
                || state.reading.per.map({ $0 == "每" + (unit(last.quantity)?.name ?? "") }) ?? false
        {
            // 岗位2150个，其中月薪6000元以上的占四成: of what was counted before the threshold
            let counted = clause.before.modifier.map { range in range.contains { tokens[$0].isQuantity } } ?? false
            let last =
                counted
                ? state.facts.dropLast().last { !$0.item.isEmpty } ?? last
                : rankedTogether(clause, last, state) ?? grown(clause, last, state)
            let related = clause.measures || state.reading.change != .none
            if clause.dimension == .person, clause.before.verbs == nil, SentenceReader.districts.isEnding(of: last.item)
            {
                // 辖5个社区、3个行政村，共4.2万人
                state.reading.name(
                    "人口", by: "item.unit", doubting: "only the verb and the measure word tell what is counted")
                return true
            }
            if clause.dimension == .person, clause.before.verbs == nil, clause.modifier.isEmpty,
                SentenceReader.workplaces.isEnding(of: last.item), phrases.closes(at: state.place + 1)
            {
                // 走访18家单位，共3200人: those who work there
                state.reading.name(
                    "人员", by: "item.unit", doubting: "only the verb and the measure word tell what is counted")
                return true
            }
            if clause.dimension == .person, state.reading.change == .none, let people = peopleBesideThings(clause, last)
            {
                state.reading.name(
                    people, by: "item.unit", doubting: "only the verb and the measure word tell what is counted")
                return true
            }
            if let kinds = kindsTogether(clause, last, text) {
                state.reading.name(kinds, by: "item.carried", doubting: nil)
                return true
            }
            var known = related ? last.item : SentenceReader.withoutUtmost(last.item, state.facts)
            if !related, SentenceReader.countable.contains(clause.dimension),
                unitDimension(of: last.quantity) == .ratio, known.hasSuffix("率"), known.unicodeScalars.count > 4
            {
                // 停车位使用率100%，共120个: those of which the rate is
                known.unicodeScalars.removeLast(3)
            }
            state.reading.name(
                SentenceReader.picked(clause.modifier, of: known, by: known),
                by: related ? "item.carried" : "item.guessed",
                doubting: related ? nil : "the item is carried over from the figure before")
            return true
        }
        return false
    }

    /// 卖出豆浆300杯，中午又来了180人; 巡逻队每班6人: what people are called that come behind things or their team, whose name is not theirs.
    private func peopleBesideThings(_ clause: ElidedClause, _ last: QuantityReading) -> String? {
        guard let verbs = clause.before.verbs else {
            return SentenceReader.isTeam(last.item) ? SentenceReader.member("队员", of: last.item) : nil
        }
        // 食堂可容纳130人, 来电涉及38人: but what has room for them, or what they are in, tells more
        guard clause.modifier.isEmpty, unitDimension(of: last.quantity) == .count, countsMereThings(last),
            verbs.allSatisfy({ tokens[$0].kinds.isDisjoint(with: [.concern, .benefit]) && !tokens[$0].has(.able) }),
            verbs.count == 1, phrases.scalars(tokens[verbs.lowerBound]) == 1, !tokens[verbs.lowerBound].has(.stock)
        else { return nil }
        return "人员"
    }

    private static let kinds: WordList = ["类", "种"]

    /// 土地流转、宅基地三类纠纷占了一半: the kinds that are named before they are counted, and that have the share together.
    private func kindsTogether(_ clause: ElidedClause, _ last: QuantityReading, _ text: Span<UInt8>) -> String? {
        guard clause.dimension == .ratio, last.change == .none, clause.index > 0,
            SentenceReader.kinds.contains(unit(last.quantity)?.name ?? ""), case let count = places[clause.index - 1],
            tokens[count].start == last.quantity.start,
            tokens[(count + 1)..<max(count + 1, places[clause.index])].allSatisfy({ $0.kind == .word })
        else { return nil }
        var start = count
        while start > 0, count - start < 14, tokens[start - 1].kind == .word || tokens[start - 1].isMark(.pause) {
            start -= 1
        }
        guard start == 0 || !tokens[start - 1].isQuantity, tokens[start..<count].contains(where: { $0.isMark(.pause) })
        else { return nil }
        let list = text.string(of: tokens[start..<count])
        guard list.unicodeScalars.count <= 28 else { return nil }
        return last.rule == "item.right" ? list + last.item : list
    }

    /// 甲街道812件、乙街道706件，两个街道合计占四成: what the places have together, and not the places.
    private func rankedTogether(_ clause: ElidedClause, _ last: QuantityReading, _ state: State) -> QuantityReading? {
        guard clause.dimension == .ratio, SentenceReader.holders.isEnding(of: last.item),
            let before = state.facts.dropLast().last,
            before.rule == SentenceReader.rankedRule
        else { return nil }
        return before
    }

    private static let shares: WordList = ["占比", "比重", "比例", "完成率"]

    /// 新增就业2968人，完成全年目标的91%，同比增长6.3%: what grew by a per cent is what was counted; a share of it grows by points.
    private func grown(_ clause: ElidedClause, _ last: QuantityReading, _ state: State) -> QuantityReading {
        guard state.reading.change != .none, clause.dimension == .ratio, clause.measure?.name == "%",
            unitDimension(of: last.quantity) == .ratio, last.change == .none,
            last.rule == "item.whole" || SentenceReader.shares.isEnding(of: last.item),
            let counted = state.facts.last(where: { unitDimension(of: $0.quantity) != .ratio }), !counted.item.isEmpty
        else { return last }
        return counted
    }

    /// What was counted last, where brackets that are closed by now do not only tell of a part of it: 拆除棚屋32处（其中临街9处），
    /// 共计1150平方米.
    private func lastOutsideBrackets(_ state: State) -> QuantityReading? {
        var last = state.facts.count - 1
        while last > 0, last < places.count, isBracketed(last, before: state.place) { last -= 1 }
        return last < 0 ? nil : state.facts[last]
    }

    /// Whether brackets that close before a position hold the figure of a place in the sentence.
    func isBracketed(_ index: Int, before end: Int) -> Bool {
        let start = places[index]
        return tokens[start..<max(start, min(end, start + 8))].first {
            $0.isMark(.openBracket) || $0.isMark(.closeBracket) || $0.endsClause
        }?.isMark(.closeBracket) ?? false
    }

    private static let aidedHomes: WordList = ["低保户", "特困户", "脱贫户", "困难户", "搬迁户", "监测户", "边缘户"]

    /// 低保人员 of 低保户39户52人: those who make up such households.
    ///
    /// - Parameter byAid: whether the aid alone has told of the households, as it then tells of the people: 低保对象.
    private static func people(of homes: String, byAid: Bool) -> String? {
        guard aidedHomes.isEnding(of: homes) else { return nil }
        return homes.dropLast() + (byAid && homes.hasSuffix("低保户") ? "对象" : "人员")
    }

    /// What people are members of.
    static let troops: WordList = [
        "队", "队伍", "力量", "团队", "专班", "小组", "理事会", "委员会", "协会", "联盟", "讲师团", "宣讲团", "艺术团", "合唱团",
    ]

    /// What people live in.
    private static let dwellings: WordList = ["家庭", "小区", "院落", "楼", "楼栋", "单元", "住宅", "村", "社区", "庭院"]

    /// Where people work, who are counted beside it.
    private static let workplaces: WordList = ["单位", "企业", "公司", "机关", "学校", "院校", "商户", "门店", "部门"]

    /// Who does or holds what is counted.
    private static let holders: WordList = ["街道", "社区", "部门", "单位", "企业", "乡镇", "网格", "小区"]

    /// Measure words of what is taken up case by case.
    static let caseUnits: WordList = ["起", "宗", "例"]

    /// Whether nothing but a 、 stands between the figure before, with its noun, and this one.
    private func restates(_ index: Int, _ left: Int) -> Bool {
        guard index > 0, let before = unit(quantities[index - 1]), let own = unit(quantities[index]),
            before.name != own.name
        else { return false }
        let place = places[index]
        guard left == place - 1 || left < places[index - 1] + 1 else { return false }
        let first = place - 1
        guard first >= 0 else { return false }
        if first == places[index - 1] { return true }
        // 11期共528课时
        if tokens[first].has(.sum), first - 1 == places[index - 1] { return true }
        return tokens[first].isMark(.pause)
    }
}
