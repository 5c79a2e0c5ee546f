import Facts
import Scanning
import Units

/// What a clause leaves out: the last thing counted in the unit, the clause before, the heading.
extension SentenceReader {
    /// Measure words that are nouns, and need none behind them.
    private static let nounUnits: WordList = ["区", "县", "市", "旗", "乡", "镇", "村", "校", "街", "县区", "街道", "社区", "乡镇"]

    /// What the clause leaves out: the last thing counted in the same unit, the clause's subject, the heading.
    func readElliptic(
        of index: Int, _ before: NounPhrases.Left, measures: Bool, left: Int, _ text: Span<UInt8>,
        _ state: inout State
    ) {
        let quantity = state.reading.quantity
        let measure = unit(quantity)
        let dimension = measure?.dimension ?? .count
        let verbs = before.verbs.map { range in
            // 惠及全市1.2万人: where is no part of what is done
            range.filter {
                range.count == 1
                    || !tokens[$0].has(.determiner) && !tokens[$0].has(.placeName) && !tokens[$0].has(.sum)
                        && !tokens[$0].has(.light)
                        && !tokens[$0].has(.plan) && !tokens[$0].has(.over)
                        && !tokens[$0].has(.under)
            }
            .map { text.string(ofDocument: tokens[$0].start..<tokens[$0].end) }.joined()
        }
        if let name = measure?.name, SentenceReader.nounUnits.contains(name), before.modifier == nil {
            // 下辖5区2县, 覆盖12校: the measure word is the noun
            say(name, "item.unit", nil)
            return
        }
        if state.reading.isTotal, before.verbs == nil, before.modifier == nil, let sum = summedUp(state) {
            say(sum, "item.restated", "the figure sums up things of several names")
            return
        }
        if state.reading.change == .none, let people = mustered(before, dimension, text, &state) {
            say(people, "item.doing", "the people are told by what they do")
            return
        }
        if dimension == .mass || dimension == .volume, state.reading.change == .none, let range = before.verbs,
            tokens[range.lowerBound].has(.average), let verbs, let subject = before.subject, !subject.isEmpty,
            !subject.contains(where: { phrases.isActor(tokens[$0]) })
        {
            // 厨余垃圾|日均收运|86吨
            say(phrases.string(subject, text: text) + verbs, "item.doing", "the doing is what is counted")
            return
        }
        if !measures, before.verbs == nil, before.modifier == nil, state.reading.change == .none, dimension != .money,
            !state.reading.isStockWorded, !state.memory.hasOwnTopic,
            state.facts.allSatisfy({ $0.rule == "item.lead" }),
            let entry = state.memory.led(countedIn: measure?.name ?? ""), measure != nil,
            state.memory.entries.allSatisfy({ $0.isFromLead })
        {
            // 左云县 46个 131栋: a row under what the paragraph before counted
            say(entry.item, "item.lead", "the item is that of the paragraph before, in the same unit")
            if entry.status == .planned, !state.reading.isDone { state.reading.status = .planned }
            if state.reading.time == nil { state.reading.time = entry.time }
            state.reading.action = entry.action
            return
        }
        if !measures, before.verbs == nil, before.modifier == nil, restates(index, left), let last = state.facts.last {
            // 39栋、1652户: households live in what was counted; 325户、487人: the same things in another unit.
            // 清淤山塘18口、疏浚沟渠7.4公里，已完工11口、4.9公里: each of two lists in its own unit.
            if state.place > 0, tokens[state.place - 1].has(.sum) { state.reading.isTotal = false }
            // 2万个家庭、10万余人: the people live in them too.
            let livesIn =
                unitDimension(of: last.quantity) == .count
                && (dimension == .household
                    || dimension == .person && SentenceReader.dwellings.isEnding(of: last.item))
            let listed =
                last.isCarried ? state.memory.entries.last { $0.unit == measure?.name }?.item : nil
            say(
                livesIn ? "居民" : listed ?? last.item, "item.restated",
                "the item is that of the figure before, in another unit")
            return
        }
        if let last = state.facts.last, !last.item.isEmpty, followsLevel(index, text), before.verbs?.count ?? 0 <= 1 {
            // 诉求由486件降至213件: the second level of what has changed; 由日均36起降至5起
            if last.isAverage { state.reading.isAverage = true }
            say(last.item, "item.carried", nil)
            return
        }
        if measures || state.reading.change == .none, let best = superlative(left, text) {
            say(
                best.isEmpty ? state.facts.last?.item ?? "" : best, "item.superlative",
                "the item is named before 最高的是")
            return
        }
        if before.verbs == nil, before.modifier == nil, state.reading.change == .none, !measures || dimension == .ratio,
            let ranked = ranked(before: state.place, text)
        {
            say(ranked, "item.superlative", "the item is named before the places that are ranked")
            return
        }
        if before.verbs == nil, before.modifier == nil, state.reading.change == .none, state.place > 0,
            tokens[state.place - 1].has(.placeName), let told = accounted(before: state.place, text)
        {
            say(told, "item.topic", "the item is taken from the clause or heading before")
            return
        }
        if !measures, dimension != .money, let last = state.facts.last, !last.item.isEmpty,
            let range = before.verbs, range.upperBound <= state.place, turnsInto(state.place, text)
        {
            // 收到建议873条，梳理合并为46项
            say(last.item, "item.carried", "the item is carried over from what was counted before")
            return
        }
        // 老年餐桌就餐1.9万人次: the facility that does it belongs to what is done.
        let host = before.subject.flatMap { isFacility($0, text) ? phrases.string($0, text: text) : nil } ?? ""
        if let range = before.verbs, let verbs, let last = range.last, tokens[last].has(.complete), !verbs.isEmpty {
            say(host + verbs, "item.doing", nil)
            return
        }
        if let range = before.verbs, let last = state.facts.last, !last.item.isEmpty,
            unit(last.quantity)?.name == measure?.name,
            SentenceReader.verdicts.contains(
                tokens[range.upperBound - 1].start..<tokens[range.upperBound - 1].end, of: text)
        {
            // 检测样品86批次，合格84批次: how those that were counted were found
            state.reading.action = verbs
            say(last.item, "item.carried", "the item is carried over from what was counted before")
            return
        }
        if SentenceReader.doings.contains(dimension), !isRepeated(before, measure?.name ?? "", state),
            let range = before.verbs, let verbs, verbs.unicodeScalars.count > 1,
            !(range.count == 1 && tokens[range.lowerBound].wordClass == .verb
                && tokens[range.lowerBound].has(.transitive)
                && !state.facts.isEmpty)
        {
            // 入户走访2次: the doing is what is counted.
            state.reading.item = host + verbs
            state.reading.rule = "item.doing"
            return
        }
        func say(_ item: String, _ rule: String, _ doubt: String?) {
            state.reading.name(item, by: rule, doubting: doubt)
        }
        if dimension == .ratio, state.reading.change != .none, state.reading.per.map({ $0.hasSuffix("亩") }) ?? false {
            // 每亩增产超过12%
            say("亩产", "item.unit", nil)
            return
        }
        if measures, let range = before.modifier {
            // 经营收益的三成, 完成全年任务的112%: the whole that the share is taken of.
            let whole = phrases.left(endingAt: range.upperBound - 1, floor: range.lowerBound, style: .count).item
            if !whole.isEmpty {
                let name = phrases.string(whole, text: text)
                if name.hasSuffix("类"),
                    let last = state.facts.last(where: { $0.partOf == nil && unitDimension(of: $0.quantity) != .ratio }
                    ),
                    !last.item.isEmpty
                {
                    // 3.2万件诉求中，物业类占35%，交通类占22%: a kind of them
                    say(
                        name + SentenceReader.withoutKind(last.item, name), "item.carried",
                        "the words name a kind of what was counted before")
                    return
                }
                if let rate = rateOfDone(of: name, state) {
                    say(rate, "item.whole", "the share is of a whole that the clause names")
                    return
                }
                if let last = whole.last, phrases.isVerbal(tokens[last]), whole.count > 1, let fact = state.facts.last,
                    !fact.item.isEmpty, unitDimension(of: fact.quantity) != .ratio
                {
                    // 社区食堂76个，社会力量运营的占七成: of those that were counted
                    say(name + "的" + fact.item, "item.whole", "the share is of a whole that the clause names")
                    return
                }
                // 改造项目总投资1.2亿元，涉及居民4300户，已完成工程量的75%: people have no progress
                let counted =
                    SentenceReader.progress.isEnding(of: name)
                    ? state.facts.first { ![.person, .household].contains(unitDimension(of: $0.quantity) ?? .count) }
                        .map { SentenceReader.withoutSize($0.item) } : state.facts.last?.item
                let owner = name.unicodeScalars.count <= 4 ? counted ?? "" : ""
                // 70岁以上的占三成
                say(
                    owner + name + (name.hasSuffix("岁以上") ? "老人" : ""), "item.whole",
                    "the share is of a whole that the clause names")
                return
            }
        }
        if !measures, let range = before.modifier, let those = those(of: range, dimension, text) {
            // 进场求职的有700多人次
            say(those, "item.doing", "the doing is what is counted")
            return
        }
        if dimension == .count, let range = before.modifier, let room = roomForCars(range, measure?.name ?? "", text) {
            say(room, "item.topic", "the item is taken from the clause or heading before")
            return
        }
        var modifier = before.modifier.flatMap { modifierText($0, mayBeVerbs: measures, text) } ?? ""
        // 客流量猛增，达平日的2至3倍: what it is compared with is no part of it
        if dimension == .multiple { modifier = "" }
        // 投诉28件，平均每月不到5件; 超期未办结35件: nor how it is reckoned, or what has not been done with them
        if let range = before.modifier, let last = range.last,
            range.count == 1 && text.has("平均", at: tokens[last].start) && dimension == .count
                || text.has("未", before: tokens[last].end)
        {
            modifier = ""
        }
        if !measures, let range = before.modifier, range.count == 1, let only = range.first,
            SentenceReader.unfinished.contains(tokens[only].start..<tokens[only].end, of: text)
        {
            // 投用14部，在建5部: how it stands with them is no part of their name
            state.reading.action = modifier
            state.reading.isStockWorded = true
            modifier = ""
        }
        if dimension == .person, state.reading.isStockWorded || state.reading.action == nil,
            let room = roomFor(before, state.place, text)
        {
            // 议事厅能坐40人
            say(room, "item.topic", "the item is taken from the clause or heading before")
            return
        }
        if dimension == .person, let population = SentenceReader.population(modifier) {
            // 常住11.8万人
            say(population, "item.unit", nil)
            return
        }
        if dimension == .household, let range = before.modifier, range.count == 1, range.upperBound == state.place,
            reaches(range.lowerBound)
        {
            // 改造小区12个，惠民2100户
            state.reading.action = text.string(
                ofDocument: tokens[range.lowerBound].start..<tokens[range.lowerBound].end)
        } else if dimension == .household, let range = before.modifier, range.count <= 4 {
            state.modifier = text.string(of: tokens[range])
        }
        if !measures, dimension == .count, before.verbs == nil, before.modifier == nil,
            let title = titleBeforeBracket(state.place, text)
        {
            say(title, "item.topic", "the item is taken from the clause before")
            return
        }
        if before.verbs == nil, before.modifier == nil, state.reading.change == .none,
            let part = rankedBefore(state.place, text)
        {
            // 选得最多的是屋面防水，占88%; 停车类次之，占27%: a kind of what was counted
            let kind =
                part.hasSuffix("类") && !aspects.contains { $0 < state.place }
                ? state.facts.last?.item ?? state.memory.entries.last?.item ?? "" : ""
            say(
                part + SentenceReader.withoutKind(kind, part), "item.topic",
                "the item is taken from the clause before")
            return
        }
        if before.verbs == nil, before.modifier == nil, let subject = subjectBefore(left, text) {
            say(subject, "item.topic", "the item is taken from the clause before")
            if dimension == .ratio, state.reading.change == .none, let rate = rateBefore(left) {
                // 可回收物增幅更大，为31%
                state.reading.change = tokens[rate].has(.increase) ? .increase : .decrease
            }
            return
        }
        if SentenceReader.doings.contains(dimension), before.verbs == nil, let range = before.modifier,
            range.count == 1,
            tokens[range.lowerBound].has(.manner)
        {
            // 上门260多次: how it is done is what is counted
            say(
                text.string(ofDocument: tokens[range.lowerBound].start..<tokens[range.lowerBound].end), "item.doing",
                "the doing is what is counted")
            return
        }
        if dimension == .person, let verbs, SentenceReader.sanctions.isEnding(of: verbs), let last = state.facts.last,
            unitDimension(of: last.quantity) != .person
        {
            // 聘请顾问9名。开展督查50次，处理7人: those who were counted before did no wrong
            say(verbs + "人员", "item.unit", "only the verb and the measure word tell what is counted")
            return
        }
        if !measures, state.reading.change == .none, dimension != .money,
            let known = antecedent(
                measure?.name ?? "", dimension, before,
                isSanction: verbs.map(SentenceReader.sanctions.isEnding) ?? false, state)
        {
            say(
                SentenceReader.picked(
                    modifier, of: SentenceReader.withoutUtmost(known, state.facts), by: head(of: known, state)),
                "item.carried",
                "the item is carried over from what was counted before")
            return
        }
        if !measures, state.reading.change == .none, let measure,
            let named = namedForMeasure(measure.name, text, state)
        {
            // 单元都加装了电梯，…已装成14台: the thing that the measure word goes with
            say(
                modifier + named, named == state.memory.topic ? "item.topic" : "item.measure",
                "the measure word tells which of the things named before is counted")
            return
        }
        // 固定资产投资要达到30.5亿元，还需完成16.23亿元: 完成 names no money. 70岁以上老人每餐补2元，80岁以上补3元: nor does 补.
        let isBareLight =
            before.verbs.map { $0.allSatisfy { tokens[$0].has(.light) || tokens[$0].has(.reach) } } ?? false
        if dimension == .money, isBareLight || verbs.map({ SentenceReader.payments.contains($0) }) ?? false,
            let fact = state.facts.last(where: { unitDimension(of: $0.quantity) == .money }),
            case let known = fact.item, !known.isEmpty,
            // 给了一次性补贴25万元，老人每餐补2元: what is paid a meal is another thing
            isBareLight || state.reading.per == nil || fact.per != nil
        {
            say(known, "item.carried", "the item is carried over from what was counted before")
            return
        }
        if dimension == .money, let verbs, !verbs.isEmpty, let range = before.verbs,
            tokens[range.upperBound - 1].wordClass == .verb || verbs.hasSuffix("资")
        {
            // 投入12亿元, 捐赠30万元: money that nothing names is a fund.
            // 理发一次5元: and what is paid for a doing each time is its cost
            let own = state.reading.per.map { $0.hasPrefix("一") ? verbs + "费用" : $0 + SentenceReader.fund(of: verbs) }
            say(own ?? SentenceReader.fund(of: verbs), "item.fund.verb", "only the verb tells what the money is for")
            return
        }
        if !measures, SentenceReader.countable.contains(dimension), before.verbs != nil, state.facts.isEmpty,
            state.memory.entries.isEmpty, let topic = state.memory.topic
        {
            // 3.电动自行车充电桩。计划新建1000个: what the heading names
            say(
                SentenceReader.without(verbs, topic), "item.topic",
                "the item is taken from the clause or heading before")
            return
        }
        if let range = before.verbs, let verbs, range.count > 1, verbs.unicodeScalars.count >= 4,
            tokens[range.lowerBound].wordClass == .verb
        {
            say(verbs, "item.doing", "the doing is what is counted")
            return
        }
        if !measures, before.verbs != nil, state.facts.isEmpty || clauseLies(between: state.facts.count - 1, and: left),
            let topic = clauseBefore(left, dimension, text)
        {
            // 试点“家庭养老床位”，已签约26张
            say(topic, "item.topic", "the item is taken from the clause before")
            return
        }
        if dimension == .score, let rated = ratingBefore(state.place, text) {
            // 在居民满意度测评中，她的团队得了98.6分
            say(rated + "得分", "item.topic", "the item is taken from the clause before")
            return
        }
        if dimension == .score, let scored = scored(before: state.place, text) {
            say(scored + "得分", "item.topic", "the item is taken from the clause before")
            return
        }
        if dimension == .money, ["自筹", "配套", "众筹"].contains(where: { modifier.hasSuffix($0) }) {
            say(modifier + "资金", "item.fund", "only the verb tells what the money is for")
            return
        }
        if !measures, state.reading.change == .none, SentenceReader.countable.contains(dimension), before.verbs != nil,
            let last = state.facts.last, unit(last.quantity)?.name != measure?.name,
            SentenceReader.holders.isEnding(of: last.item),
            let known = state.memory.countedInArticle(measure?.name ?? "", doing: state.reading.action)
        {
            // 9个街道共承办3026件: of what the article counts so, and no streets
            say(known, "item.guessed", "the item is carried over from what the article counted before")
            return
        }
        if dimension == .person, state.reading.isStockWorded, before.modifier == nil, let team = before.subject,
            let last = team.last, SentenceReader.troops.ends(in: text, at: tokens[last].end)
        {
            // 突击队共有26人
            let name = phrases.string(team, text: text)
            say(
                name + (name.hasSuffix("队") ? "队员" : "成员"), "item.unit",
                "only the verb and the measure word tell what is counted")
            return
        }
        if dimension == .money, before.verbs == nil, let last = state.facts.last,
            unitDimension(of: last.quantity) != .money, let topic = clauseBefore(left, dimension, text),
            SentenceReader.sums.isEnding(of: topic)
        {
            // 向312户居民发放取暖补贴，共计41万元: people are no money
            say(topic, "item.topic", "the item is taken from the clause before")
            return
        }
        if let measure, SentenceReader.caseUnits.contains(measure.name), let verbs, (2...4).contains(verbs.count),
            let last = state.facts.last, let other = unit(last.quantity)?.name, other != "件",
            !SentenceReader.caseUnits.contains(other), !SentenceReader.matters.isEnding(of: last.item)
        {
            // 下达通知书97份，立案查处13起: what comes in cases is no paper
            say(verbs, "item.doing", "the doing is what is counted")
            return
        }
        if let last = state.facts.last, !last.item.isEmpty,
            // 历时5个月: how long it took is no count of the things before
            dimension != .time || unitDimension(of: last.quantity) == .time || state.reading.change != .none
                // 课程共12节，每节40分钟: but that of each is one of them
                || state.reading.per.map({ $0 == "每" + (unit(last.quantity)?.name ?? "") }) ?? false
        {
            // 岗位2150个，其中月薪6000元以上的占四成: of what was counted before the threshold
            let counted = before.modifier.map { range in range.contains { tokens[$0].isQuantity } } ?? false
            let last = counted ? state.facts.dropLast().last { !$0.item.isEmpty } ?? last : last
            let related = measures || state.reading.change != .none
            if dimension == .person, before.verbs == nil, SentenceReader.districts.isEnding(of: last.item) {
                // 辖5个社区、3个行政村，共4.2万人
                say("人口", "item.unit", "only the verb and the measure word tell what is counted")
                return
            }
            let known = related ? last.item : SentenceReader.withoutUtmost(last.item, state.facts)
            say(
                SentenceReader.picked(modifier, of: known, by: known),
                related ? "item.carried" : "item.guessed",
                related ? nil : "the item is carried over from the figure before")
            return
        }
        if let topic = clauseBefore(left, dimension, text)
            ?? state.memory.topic.map({ SentenceReader.without(verbs, $0) })
        {
            say(modifier + topic, "item.topic", "the item is taken from the clause or heading before")
            return
        }
        if !measures, SentenceReader.countable.contains(dimension), before.verbs != nil,
            let known = state.memory.countedInArticle(measure?.name ?? "", doing: state.reading.action)
        {
            // 土门里街道受理642件: of the things that the article has been counting in this unit
            say(known, "item.guessed", "the item is carried over from what the article counted before")
            return
        }
        if let verbs, !verbs.isEmpty {
            say(verbs, "item.verb", "only the verb tells what is counted")
            return
        }
        if state.reading.change != .none, state.memory.entries.last?.isPart ?? false,
            let whole = state.memory.last(countedIn: measure?.name ?? "", dimension: dimension, asWhole: true)
        {
            // 工单900件，其中咨询类700件。比上周减少60件: of all of them, and not of the last part
            say(whole, "item.guessed", "the item is carried over from the sentence before")
            return
        }
        // 常住人口96万人。…2023年达到862亿元: people are no money
        if dimension != .time, let last = state.memory.entries.last, !last.item.isEmpty,
            dimension != .money || last.dimension != .person && last.dimension != .household
        {
            say(last.item, "item.guessed", "the item is carried over from the sentence before")
            return
        }
        say(modifier, "item.none", "nothing in the sentence says what is counted")
    }

    /// What people are members of.
    static let troops: WordList = [
        "队", "队伍", "力量", "团队", "专班", "小组", "理事会", "委员会", "协会", "联盟", "讲师团", "宣讲团", "艺术团", "合唱团",
    ]

    /// How what was looked at or asked was found.
    static let verdicts: WordList = ["合格", "不合格", "达标", "不达标", "通过", "超标", "正常", "异常"]

    /// What people live in.
    private static let dwellings: WordList = ["家庭", "小区", "院落", "楼", "楼栋", "单元", "住宅", "村", "社区", "庭院"]

    /// Who does or holds what is counted.
    private static let holders: WordList = ["街道", "社区", "部门", "单位", "企业", "乡镇", "网格", "小区"]

    /// Verbs of paying that say nothing of what is paid.
    /// Measure words of what is taken up case by case.
    private static let caseUnits: Set<String> = ["起", "宗", "例"]

    private static let payments: WordList = ["补", "补助", "补贴", "谈", "追回", "兑付", "返还", "收回"]

    /// Dimensions of things that are counted one by one.
    private static let countable: Set<Dimension> = [.count, .person, .household]

    /// What money is called that a verb alone tells of: 补贴 of 补, else a fund.
    static func fund(of verbs: String) -> String {
        if let own = funds[verbs] { return own }
        // 只用了3.6万元
        if let first = verbs.first, verbs.count > 1, "只仅共才".contains(first) {
            return fund(of: String(verbs.dropFirst()))
        }
        if verbs.hasSuffix("资") { return verbs }
        // 收到捐款14.7万元
        if verbs.hasSuffix("款") { return String(verbs.suffix(2)) }
        // 改造花了1860万元: what the money was spent on stands before the verb.
        for length in [2, 1] where verbs.unicodeScalars.count > length + 1 {
            if let own = funds[String(verbs.suffix(length))] { return verbs.dropLast(length) + own }
        }
        return verbs + "资金"
    }

    private static let funds = [
        "补": "补贴", "补助": "补助", "付": "费用", "掏": "费用", "交": "费用", "出": "费用", "自付": "费用", "自掏": "费用", "花": "费用",
        "花费": "费用", "收": "收费", "收取": "收费", "捐": "捐款",
        "奖": "奖励", "奖励": "奖励", "挣": "收入", "赚": "收入", "罚": "罚款", "赔": "赔款", "缴": "缴费",
        "亏": "亏损", "亏损": "亏损", "减负": "减负", "增收": "增收", "让利": "让利", "优惠": "优惠", "减税": "减税", "创收": "创收", "义卖": "义卖款",
        "贴": "补贴",
        "修": "维修费用", "掏钱": "费用", "刷卡": "费用", "扫码": "费用", "用": "费用",
    ]

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

    /// 计划检查企业450家次，实际检查482家次: the same doing, counted in the same unit, of the same things.
    private func isRepeated(_ before: NounPhrases.Left, _ unit: String, _ state: State) -> Bool {
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
                    phrases.isNominal(tokens[$0]) && !phrases.isVerbal(tokens[$0]) || tokens[$0].isQuantity
                })
        else { return nil }
        var low = range.lowerBound
        // 把接近入库标准的83家列为…: 把 belongs to the verb.
        while low + 1 < range.upperBound, tokens[low].wordClass == .preposition, phrases.scalars(tokens[low]) == 1 {
            low += 1
        }
        let words = text.string(of: tokens[low..<range.upperBound])
        return words.unicodeScalars.count <= 14 ? words : nil
    }
}
