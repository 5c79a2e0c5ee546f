import Facts
import Scanning
import Units

/// What the unit tells of the item where the words beside the number name something that the unit cannot count.
///
/// People are counted by 人 and 名, households by 户, bodies by 家: 签约35人 counts those who signed, 惠及1874户 the
/// households, 建筑业5家 firms of a trade.
extension SentenceReader {
    func refineItem(_ index: Int, _ text: Span<UInt8>, _ state: inout State) {
        leaveNamedDoing(&state.reading)
        leaveInclusion(&state.reading)
        readGrowthRate(&state)
        readPointChange(index, text, &state.reading)
        nameGrowthOfTrade(&state)
        nameExpectation(index, text, &state)
        nameCounterpart(&state)
        readTemperature(index, text, &state.reading)
        if unitDimension(of: state.reading.quantity) == .money { nameAllowance(index, text, &state) }
        namePoints(index, text, &state)
        guard state.reading.change == .none else {
            // 人均收入实际|增长5.9%: how the growth is reckoned
            for word in ["实际", "名义", "平均"]
            where state.reading.item.hasSuffix(word) && state.reading.item.count > word.count {
                state.reading.item.removeLast(word.count)
            }
            return
        }
        if state.reading.quantity.unit == nil, SentenceReader.medals.contains(state.reading.item) {
            // 2金1银
            state.reading.item += "牌"
        }
        switch unitDimension(of: state.reading.quantity) {
        case .person, .personTime:
            nameMeasuring(text, &state)
            let isDrawn = nameDrawn(index, text, &state)
            if !isDrawn, unitDimension(of: state.reading.quantity) == .person { namePeople(index, text, &state) }
        case .household: nameHouseholds(index, text, &state)
        case .money: nameMoney(&state.reading)
        case .count where unit(state.reading.quantity)?.name == "票": nameVotes(index, text, &state)
        default: break
        }
    }

    private static let inclusions = ["含", "包括"]

    /// 停车位（含在建）120个: what is counted with them is no part of their name; 固定资产投资（不含农户） is one.
    private func leaveInclusion(_ reading: inout QuantityReading) {
        guard reading.item.hasSuffix("）") || reading.item.hasSuffix(")"),
            let open = reading.item.lastIndex(where: { $0 == "（" || $0 == "(" }), open > reading.item.startIndex,
            case let told = reading.item[open...].dropFirst(),
            SentenceReader.inclusions.contains(where: told.hasPrefix)
        else { return }
        reading.item = String(reading.item[..<open])
    }

    /// Words for a figure itself, which with 该 or 这一 before them name the one that was told last.
    private static let figures: WordList = ["指标", "数字", "数值", "比例", "比率", "数据"]

    /// 人均体育场地2.6平方米，明年该指标要达到3平方米: what was measured before, by its name.
    func namePointedAt(_ index: Int, _ text: Span<UInt8>, _ state: inout State) {
        guard SentenceReader.figures.contains(state.reading.item), pointsBack(from: places[index], text) else { return }
        let dimension = unitDimension(of: state.reading.quantity)
        let told = state.facts.last { !$0.item.isEmpty && unitDimension(of: $0.quantity) == dimension }?.item
        let before = state.memory.entries.last { $0.dimension == dimension }?.item
        guard let known = told ?? before, !known.isEmpty else { return }
        state.reading.name(known, by: "item.carried", doubting: nil)
    }

    /// Whether a word for a figure stands before a place, with 该, 此 or 这一 before it.
    private func pointsBack(from place: Int, _ text: Span<UInt8>) -> Bool {
        let word = tokens[..<place].suffix(10).lastIndex {
            SentenceReader.figures.contains($0.start..<$0.end, of: text)
        }
        guard let word else { return false }
        return text.has("该", before: tokens[word].start) || text.has("此", before: tokens[word].start)
            || text.has("这一", before: tokens[word].start) || text.has("这个", before: tokens[word].start)
    }

    /// 工业增加值增长4%，其中装备制造业增长6%: a trade grows by what the trade told of before has grown by.
    private func nameGrowthOfTrade(_ state: inout State) {
        guard state.reading.change != .none, state.reading.rule == "item.left",
            unitDimension(of: state.reading.quantity) == .ratio,
            SentenceReader.branches.contains(where: { state.reading.item.hasSuffix($0) }), let last = state.facts.last,
            last.change != .none,
            unitDimension(of: last.quantity) == .ratio,
            let grown = SentenceReader.grownBy(last.item)
        else { return }
        state.reading.complete(as: state.reading.item + grown)
    }

    /// 实际使用外资 of 高技术产业实际使用外资: what stands behind the name of a trade.
    private static func grownBy(_ item: String) -> Substring? {
        guard grown.contains(where: { item.hasSuffix($0) }) else { return nil }
        var end: String.Index?
        var start = item.startIndex
        while start < item.endIndex {
            if let branch = branches.first(where: { item[start...].hasPrefix($0) }) {
                start = item.index(start, offsetBy: branch.count)
                end = start
            } else {
                start = item.index(after: start)
            }
        }
        return end.flatMap { $0 < item.endIndex ? item[$0...] : nil }
    }

    /// 将经济增长预期由2.7%上调至2.9%: the growth is what somebody expects, and neither has come about nor is it how much the
    /// expectation has grown.
    private func nameExpectation(_ index: Int, _ text: Span<UInt8>, _ state: inout State) {
        guard unitDimension(of: state.reading.quantity) == .ratio else { return }
        var last = places[index] - 1
        while last > 1, !tokens[last].endsClause,
            !SentenceReader.expectations.contains(tokens[last].start..<tokens[last].end, of: text)
                || !SentenceReader.growths.ends(in: text, at: tokens[last - 1].end)
        { last -= 1 }
        guard last > 1, !tokens[last].endsClause, tokens[last].kind == .word,
            // 增长预期改善带动入住率达95%: a share of something else
            tokens[(last + 1)..<places[index]].allSatisfy({
                $0.isQuantity || $0.isTime || $0.has(.reach) || $0.has(.to) || $0.has(.from) || $0.has(.increase)
                    || $0.has(.decrease) || $0.has(.de) || $0.wordClass == .preposition || $0.wordClass == .adverb
                    || text.has("调", before: $0.end) || text.has("调", at: $0.start + 3) || text.has("为", at: $0.start)
            })
        else { return }
        var first = last - 1
        while first > 0, last - first < 5, tokens[first - 1].kind == .word, phrases.isNominal(tokens[first - 1]),
            !phrases.isVerbal(tokens[first - 1]), !phrases.isActor(tokens[first - 1])
        { first -= 1 }
        state.reading.name(text.string(of: tokens[first...last]), by: "item.left", doubting: nil)
        state.reading.change = .none
        state.reading.status = .planned
    }

    private static let expectations: WordList = ["预期", "预测", "预期值", "预测值"]
    private static let growths: WordList = ["增长", "增速", "涨幅", "增长率", "通胀", "通胀率"]

    /// 基金总收入9100亿元。总支出5577亿元: of what the sum that it is set against is.
    private func nameCounterpart(_ state: inout State) {
        guard state.reading.rule == "item.left" || state.reading.isCarried,
            let (own, other) = SentenceReader.counterparts.first(where: { $0.key == state.reading.item }),
            let known = (state.facts.map(\.item) + state.memory.entries.suffix(4).map(\.item)).first(where: {
                $0.hasSuffix(other) && $0.count > other.count
            })
        else { return }
        var owner = known.dropLast(other.count)
        // 集体总收入300万元；支出250万元
        if owner.last == "总", owner.count > 1 { owner.removeLast() }
        state.reading.complete(as: owner + own)
    }

    private static let counterparts: KeyValuePairs = ["总支出": "总收入", "支出": "收入", "总负债": "总资产", "负债": "资产"]

    /// What the names of trades end in.
    private static let branches = ["产业", "工业", "制造业", "服务业", "农业", "采矿业", "建筑业", "加工业", "零售业", "批发业", "餐饮业", "供应业"]
    /// What trades grow by.
    private static let grown = ["增加值", "产值", "投资", "外资", "引资", "收入", "利润", "销售额", "出口", "进出口", "产量", "用电量", "贷款", "营收"]

    /// 1200余人次参与献血: what they took part in.
    func nameAttendance(_ reading: inout QuantityReading) {
        guard reading.item.isEmpty, unitDimension(of: reading.quantity) == .personTime, let action = reading.action,
            action.hasPrefix("参与") || action.hasPrefix("参加"),
            case let event = String(action.unicodeScalars.dropFirst(2)), !event.isEmpty
        else { return }
        reading.name(event, by: "item.doing", doubting: "the doing is what is counted")
        reading.action = String(action.unicodeScalars.prefix(2))
    }

    /// 每公斤纸壳积10分, 服务1小时积5分: the points that are given for something.
    private func namePoints(_ index: Int, _ text: Span<UInt8>, _ state: inout State) {
        guard places[index] > 0, text.has("积", before: tokens[places[index] - 1].end),
            tokens[places[index] - 1].kind == .word, unit(state.reading.quantity)?.name == "分"
        else { return }
        let isGiven = state.reading.rule == "item.left" && state.reading.item.hasSuffix("积")
        state.reading.name(
            isGiven ? state.reading.item + "分" : "积分", by: isGiven ? "item.left" : "item.unit",
            doubting: "the verb tells what is given")
    }

    private static let spendings: WordList = ["资金", "金额", "经费", "补贴", "补助", "补助金", "救助金"]

    static let insides: WordList = ["内", "里", "中", "上"]
    private static let prices = ["价", "费", "标准", "补", "优惠", "收入", "成本", "餐标"]

    /// Money that the words beside it only place or tell who pays: 账户内85万元, 特困老人每餐4元.
    private func nameMoney(_ reading: inout QuantityReading) {
        if reading.rule == "item.left", SentenceReader.insides.isEnding(of: reading.item) {
            reading.item += "资金"
            return
        }
        if reading.rule == "item.left", reading.item.hasPrefix("支出"), reading.item.unicodeScalars.count > 5,
            SentenceReader.spendings.isEnding(of: reading.item)
        {
            // 支出低保资金118万元: what was done with it
            reading.item.removeFirst(2)
            if reading.action == nil { reading.action = "支出" }
            return
        }
        let isOfMeal =
            [reading.per, unit(reading.quantity)?.name].contains { $0?.hasSuffix("餐") ?? $0?.hasSuffix("顿") ?? false }
        guard isOfMeal, reading.action == nil,
            !SentenceReader.prices.contains(where: { reading.item.contains($0) })
                // 低收入老人每餐8元: but those who have little income are no price
                || reading.item.contains("低收入")
        else { return }
        let isName = reading.rule == "item.left" && reading.item.unicodeScalars.count <= 8
        reading.item = (isName ? reading.item : "") + "餐价"
    }

    private static let medals = ["金", "银", "铜"]

    /// 完成 of 完成|水利建设投资: the noun of doing in the name of what is completed is no part of the verb.
    private func leaveNamedDoing(_ reading: inout QuantityReading) {
        guard let action = reading.action, action.count > 2, action.hasPrefix("完成"),
            reading.item.hasSuffix("投资") || reading.item.hasSuffix("任务"), reading.item.contains(action.dropFirst(2))
        else { return }
        reading.action = "完成"
    }

    private static let growthRates: WordList = ["增速", "增幅", "涨幅", "增长幅度"]

    /// 增速12.4%, 增幅3.1%: the figure is itself a change of what stands before the word.
    private func readGrowthRate(_ state: inout State) {
        guard unitDimension(of: state.reading.quantity) == .ratio, state.reading.change == .none,
            SentenceReader.growthRates.isEnding(of: state.reading.item)
        else { return }
        for word in ["增速", "增幅", "涨幅", "增长幅度"] where state.reading.item.hasSuffix(word) {
            state.reading.change = .increase
            var rest = state.reading.item.dropLast(word.count)
            for base in ["同比", "环比", "年均", "月均"] where rest.hasSuffix(base) { rest = rest.dropLast(base.count) }
            if !rest.isEmpty { state.reading.item = String(rest) }
            if state.reading.rule == "item.completed", let last = state.facts.last, last.change == .none,
                unitDimension(of: last.quantity) == .money, !last.item.isEmpty
            {
                // 企业净增4家；实现零售额3.6亿元，增速7.8%: what was measured last has grown, and no things that were counted
                state.reading.item = last.item
            }
            return
        }
    }

    /// What has a temperature of its own, which the weather's verbs say nothing of.
    private static let ownTemperatures: WordList = ["室温", "水温", "体温"]

    /// 各地降温12℃: the verb says what falls.
    private func readTemperature(_ index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        guard unitDimension(of: reading.quantity) == .temperature else { return }
        var behind = places[index] + 1
        // 出现10℃以上的降温
        if behind < tokens.count, tokens[behind].has(.de) { behind += 1 }
        if behind < tokens.count, text.has("降温", at: tokens[behind].start) || text.has("升温", at: tokens[behind].start) {
            // 出现6℃—10℃降温
            reading.item = "气温"
            reading.change = text.has("降温", at: tokens[behind].start) ? .decrease : .increase
            return
        }
        if behind < tokens.count,
            let air = [behind, behind + 1].first(where: { $0 < tokens.count && isAir($0, text) }),
            air == behind || tokens[behind].has(.de)
        {
            // 出现35℃以上高温
            (reading.item, reading.rule) = ("气温", "item.right")
            (reading.action, reading.verb) = (nil, nil)
            return
        }
        if ["家里", "家中", "屋里", "屋内", "室内"].contains(reading.item) {
            // 去年冬天家里只有16℃
            reading.item = "室温"
            return
        }
        guard
            !SentenceReader.ownTemperatures.isEnding(of: reading.item),
            let verb = tokens[..<places[index]].lastIndex(where: {
                text.has("降温", at: $0.start) || text.has("升温", at: $0.start)
            }),
            // 出现降温，局地降幅超过12℃: the clause right behind it goes on with it.
            !tokens[(verb + 1)..<places[index]].dropFirst().contains(where: \.endsClause)
        else { return }
        reading.item = "气温"
        reading.change = text.has("降温", at: tokens[verb].start) ? .decrease : .increase
    }

    private static let airs: WordList = ["高温", "低温", "严寒", "酷暑", "酷热"]

    private func isAir(_ index: Int, _ text: Span<UInt8>) -> Bool {
        SentenceReader.airs.begins(in: text, at: tokens[index].start)
    }

    /// 下调存款准备金率0.25个百分点: percentage points are a difference, which way the verb before their object tells.
    private func readPointChange(_ index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        guard unitDimension(of: reading.quantity) == .point, reading.change == .none else { return }
        var position = places[index] - 1
        while position >= 0, !tokens[position].endsClause, !tokens[position].isQuantity {
            let token = tokens[position]
            if token.has(.increase) || token.has(.decrease), !token.has(.to) {
                reading.change = token.has(.increase) ? .increase : .decrease
                let verb = text.string(ofDocument: token.start..<token.end)
                // 央行|下调|存款准备金率: nor who does it
                if let found = reading.item.firstRange(of: verb), reading.item[found.upperBound...].count > 2 {
                    reading.item.removeSubrange(..<found.upperBound)
                }
                return
            }
            position -= 1
        }
    }

    /// Endings of words for people whom no ending of one tells: 三类人群.
    private static let doingsOfPeople: WordList = ["就业", "参保", "体检", "接种", "培训", "签约", "落户", "参训", "招生"]
    private static let groups: WordList = ["人员", "群体", "人群", "代表", "成员", "群众", "人士", "职工", "工人", "户", "家庭", "人"]

    /// Words for those of a trade or standing, to whom nothing is done where people are counted.
    private static let ranks: WordList = [
        "居民", "民警", "辅警", "教师", "老师", "委员", "行人", "学员", "队员", "选手", "医生", "医师", "护士", "教练", "专家", "律师", "社工",
    ]

    /// Rules whose item is a guess from elsewhere in the text.
    private static let guesses: WordList = ["item.carried", "item.guessed", "item.verb", "item.none"]

    /// Whether the unit alone may tell what is counted: the item is a guess, and was not counted in such a unit before.
    private func isOpen(_ dimension: Dimension, _ state: State) -> Bool {
        SentenceReader.guesses.contains(state.reading.rule)
            && !state.memory.entries.contains { $0.item == state.reading.item && $0.dimension == dimension }
    }

    /// Whether the word before a figure is that for how many a place has room for.
    private func holds(before place: Int, _ text: Span<UInt8>) -> Bool {
        place > 0 && text.has("容纳", before: tokens[place - 1].end)
    }

    /// Verbs with which a thing or a place brings people in, or brings them to do something.
    private static let drawing: WordList = ["吸引", "吸纳", "带动", "帮助", "帮扶", "助力", "促成", "引导", "推动"]

    /// 工坊吸纳30人, 直播间吸引1.2万人在线观看: those whom a place or a thing brings in, by what they do there.
    private func nameDrawn(_ index: Int, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard state.reading.rule == "item.left", let phrase = state.reading.phrase, let last = phrase.last,
            places[index] > last,
            case let verb = tokens[places[index] - 1].has(.aspect) ? places[index] - 2 : places[index] - 1, verb > last,
            SentenceReader.drawing.contains(tokens[verb].start..<tokens[verb].end, of: text),
            tokens[last].wordClass == .noun, !namesPeople(phrase, text)
        else { return false }
        let isTimes = unitDimension(of: state.reading.quantity) == .personTime
        let action = text.string(ofDocument: tokens[verb].start..<tokens[verb].end)
        if let doing = doing(behind: places[index], text) {
            name(isTimes ? doing : doing + "人员", &state)
        } else if isTimes {
            return false
        } else {
            name(state.reading.item + action + "人员", &state)
        }
        return true
    }

    /// 在职党员到社区报到1120人: those who come to a place, and not the place.
    private func comers(_ state: State) -> Range<Int>? {
        guard state.reading.rule == "item.left", let phrase = state.reading.phrase, let first = phrase.first, first > 1,
            let last = phrase.last, !tokens[last].has(.human),
            tokens[first - 1].has(.toward) || tokens[first - 1].has(.arrive) || tokens[first - 1].has(.to)
                || tokens[first - 1].wordClass == .preposition,
            case let people = phrases.left(endingAt: first - 2, floor: 0, style: .count).item,
            people.upperBound == first - 1, let person = people.last, tokens[person].has(.human)
        else { return nil }
        return people
    }

    /// 931人达成意向: a thing is not what the measure word of people counts, but who did it.
    private func namePeople(_ index: Int, _ text: Span<UInt8>, _ state: inout State) {
        if nameByFateOrComing(index, text, &state) || nameByDeal(&state)
            || nameCarriedPeople(index, text, &state) || nameDoers(index, text, &state)
        {
            return
        }
        // A heading names what the section is about, and seldom those who are counted in it: 73人成功献血.
        guard isOpen(.person, state) || state.reading.rule == "item.topic" && state.reading.item == state.memory.topic
        else { return }
        if let doing = doing(behind: places[index], text) {
            // 5名执勤辅警: a verb before people tells which of them they are
            let isNamed = doing.unicodeScalars.count <= 6 && SentenceReader.ranks.isEnding(of: doing)
            // 食堂可同时容纳90人就餐: but for how many there is room is no count of people
            let isRoom = holds(before: places[index], text)
            name(isRoom ? "可容纳" + doing + "人数" : isNamed ? doing : doing + "人员", &state)
        } else if state.reading.rule == "item.verb", state.reading.item.unicodeScalars.count == 2 {
            // 已签约26人, 转移412人: those who did it, or to whom it was done
            name(state.reading.item + "人员", &state)
        } else if state.reading.isCarried, let action = state.reading.action,
            (2...4).contains(action.unicodeScalars.count),
            state.facts.last.map({ $0.item == state.reading.item && unitDimension(of: $0.quantity) != .person })
                ?? false,
            SentenceReader.cases.contains(where: { state.reading.item.hasSuffix($0) })
                || !SentenceReader.reachings.contains(where: { action.contains($0) })
        {
            // 查处案件7起，拘留5人: people are no cases; 培训班3期，培训320人: nor are they what they take part in
            name(action + "人员", &state)
        }
    }

    /// 6人遇难, 在职党员到社区报到1120人: people by what befell them, or those who came.
    private func nameByFateOrComing(_ index: Int, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if let fate = fate(behind: places[index], text) {
            name(disaster(before: places[index], text) + fate + "人员", &state)
            return true
        }
        if let comers = comers(state) {
            if let verb = (comers.upperBound..<places[index]).last(where: { phrases.isVerbal(tokens[$0]) }) {
                // 报|到
                state.reading.action = text.string(ofDocument: tokens[verb].start..<tokens[places[index] - 1].end)
                state.reading.verb = verb
            }
            name(phrases.string(comers, text: text), &state)
            return true
        }
        return false
    }

    /// 参加投票4416人, 达成就业意向276人: those who took part, or made a deal.
    private func nameByDeal(_ state: inout State) -> Bool {
        if state.reading.rule == "item.left", let action = state.reading.action, action == "参加" || action == "参与",
            let last = state.reading.phrase?.last, phrases.isVerbal(tokens[last])
        {
            // 参加投票4416人: those who do it
            name(action + state.reading.item + "人员", &state)
            return true
        }
        if state.reading.rule == "item.left", let action = state.reading.action,
            SentenceReader.dealings.contains(where: { state.reading.item.hasSuffix($0) }),
            // 资格认证 is no paper
            !state.reading.item.hasSuffix("认证")
        {
            // 达成就业意向276人: those who did it, whose doing has the deal for its object
            if state.reading.item.hasSuffix("意向") { state.reading.action = action + state.reading.item }
            name(action + state.reading.item + "人员", &state)
            return true
        }
        return false
    }

    /// 达成意向188人，现场签约35人: people who would be taken for those counted before, by what they do themselves.
    private func nameCarriedPeople(_ index: Int, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if state.reading.isCarried, state.reading.item.hasSuffix("人员"),
            let last = state.facts.last(where: { unitDimension(of: $0.quantity) == .person }),
            last.rule == "item.unit" || last.isCarried, let action = state.reading.action,
            action != last.action, [2, 4].contains(action.unicodeScalars.count)
        {
            // 达成意向188人，现场签约35人: others, or the same people at another stage
            name(action + "人员", &state)
            return true
        }
        if state.reading.isCarried, state.reading.item.hasSuffix("人员"), let action = state.reading.action,
            let last = state.facts.last, unitDimension(of: last.quantity) != .person, last.item.hasSuffix(action),
            action.unicodeScalars.count == 2
        {
            // 开展技能培训3期，培训147人: those of what was counted before, and nobody who was counted earlier
            name(action + "人员", &state)
            return true
        }
        if state.reading.isCarried, unit(state.reading.quantity)?.name == "人", state.reading.partOf == nil,
            let action = state.reading.action, action.unicodeScalars.count == 2, !state.reading.item.hasPrefix(action),
            !state.facts.contains(where: { unitDimension(of: $0.quantity) == .person }),
            let known = state.memory.entries.last(where: { $0.unit == "人" }), known.item == state.reading.item,
            SentenceReader.doingsOfPeople.isEnding(of: known.item)
                || state.memory.entries.contains(where: { $0.action.map { $0 + "人员" == known.item } ?? false })
        {
            // 新增就业863人。养老床位28张，入住19人: who are told by what they do are not those of another sentence
            name(action + "人员", &state)
            return true
        }
        if state.reading.isCarried, holds(before: places[index], text), let doing = doing(behind: places[index], text) {
            // 可同时容纳90人就餐: no people that the text has counted
            name("可容纳" + doing + "人数", &state)
            return true
        }
        return false
    }

    /// 区妇联、青年志愿队等40余人, 开户1126人: the people of the bodies listed, or those who do what is counted.
    private func nameDoers(_ index: Int, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if state.reading.rule == "item.left", let phrase = state.reading.phrase, let last = phrase.last,
            phrase.upperBound < places[index], tokens[phrase.upperBound].has(.etc),
            tokens[..<phrase.upperBound].reversed().prefix(while: { !$0.endsClause && !$0.isQuantity })
                .contains(where: { $0.isMark(.pause) }), tokens[last].kind == .word,
            !tokens[last].has(.human),
            !SentenceReader.groups.ends(in: text, at: tokens[last].end)
        {
            // 区妇联、青年志愿队、安和物业等40余人: a list of bodies, whose people are counted
            name("参加人员", &state)
            return true
        }
        if state.reading.rule == "item.doing", let verb = state.reading.verb, verb < places[index],
            verb + 1 == places[index],
            state.reading.item.hasSuffix(text.string(ofDocument: tokens[verb].start..<tokens[verb].end))
        {
            // 开户1126人: those who do it; 日均用餐120人: how many they are
            let average = ["日均", "月均", "年均", "平均"].contains { state.reading.item.hasPrefix($0) }
            name(state.reading.item + (average ? "人数" : "人员"), &state)
            return true
        }
        return false
    }

    /// Verbs that tell of people only that something reaches them, whom what was counted before tells better.
    static let reachings = ["惠及", "覆盖", "涉及", "受益", "服务", "吸纳", "带动", "吸引", "帮助", "容纳", "接待", "配", "发展"]

    private static let votes: WordList = ["赞成", "同意", "反对", "弃权"]

    /// 以29票赞成获得通过: how those voted who are counted.
    private func nameVotes(_ index: Int, _ text: Span<UInt8>, _ state: inout State) {
        let behind = places[index] + 1
        guard behind < tokens.count, SentenceReader.guesses.contains(state.reading.rule),
            SentenceReader.votes.contains(tokens[behind].start..<tokens[behind].end, of: text)
        else { return }
        name(text.string(ofDocument: tokens[behind].start..<tokens[behind].end) + "票", &state)
    }

    /// The word right behind a figure for what became of people: 42人死亡.
    private func fate(behind place: Int, _ text: Span<UInt8>) -> String? {
        guard place + 1 < tokens.count, tokens[place + 1].has(.fate),
            // 3名被困|老人: who they are is told
            place + 2 == tokens.count || !tokens[place + 2].has(.human) && !tokens[place + 2].has(.doer)
        else { return nil }
        return text.string(ofDocument: tokens[place + 1].start..<tokens[place + 1].end)
    }

    /// The last harmful event that the sentence names before a figure, with the noun right before it: 火灾事故; empty for none.
    private func disaster(before place: Int, _ text: Span<UInt8>) -> String {
        guard let event = tokens[..<place].lastIndex(where: { $0.has(.disaster) }) else { return "" }
        let first =
            event > 0 && tokens[event - 1].wordClass == .noun && !phrases.isActor(tokens[event - 1])
            ? event - 1 : event
        return phrases.string(first..<(event + 1), text: text)
    }

    /// Things that people do or get, and that are not people.
    private static let dealings = ["意向", "协议", "合同", "证", "疫苗", "补贴", "津贴", "低保", "岗位", "证书"]

    /// Those whom 户 counts.
    private static let homes: WordList = ["家庭", "商铺", "店铺", "门店", "住宅", "企业", "单位"]

    private func nameHouseholds(_ index: Int, _ text: Span<UInt8>, _ state: inout State) {
        if state.reading.rule == "item.left", let people = peopleMoved(before: places[index], text) {
            // 劝导居民搬离杂物78户: the households are those who are moved to do it.
            name(people, &state)
            return
        }
        if state.reading.item == "人", state.reading.rule == "item.right" {
            // 1600户人家里: the lexicon parts it otherwise
            name("人家", &state)
            return
        }
        if state.reading.rule == "item.left", let phrase = state.reading.phrase,
            !namesPeople(phrase, text), !phrase.contains(where: { tokens[$0].has(.doer) || tokens[$0].has(.agent) }),
            !SentenceReader.homes.isEnding(of: state.reading.item),
            let denial = (max(0, phrase.lowerBound - 2)..<phrase.lowerBound).first(where: {
                SentenceReader.denials.contains(tokens[$0].start..<tokens[$0].end, of: text)
            })
        {
            // 未装报警器8户: those who lack it
            name(text.string(of: tokens[denial..<phrase.upperBound]) + "的居民", &state)
            return
        }
        if state.reading.rule == "item.left", let phrase = state.reading.phrase, let last = phrase.last,
            case let verb = phrase.count == 1 && reaches(last) ? last : places[index] - 1, verb >= last, reaches(verb),
            !namesPeople(phrase, text), !phrase.contains(where: { tokens[$0].has(.doer) })
        {
            // 该项目惠及2100户, 建成后受益2100户: the households, and not what reaches them
            state.reading.action = text.string(ofDocument: tokens[verb].start..<tokens[verb].end)
            name("居民", &state)
            return
        }
        guard isOpen(.household, state) else { return }
        if state.modifier.isEmpty, let action = state.reading.action, action == "完成" || action == "已完成",
            let known = state.memory.firstCountedInArticle("户"), !SentenceReader.dwelling.isEnding(of: known)
        {
            // 登记餐饮商户437户。⏎…已完成301户: those whom the article told of first
            state.reading.name(
                known, by: "item.guessed", doubting: "the item is carried over from what the article counted before")
            return
        }
        name(state.modifier.isEmpty ? "居民" : state.modifier + "的居民", &state)
    }

    /// Households of every sort, of which an article tells in more than one way.
    private static let dwelling: WordList = ["居民", "住户", "家庭"]

    static let movers: WordList = [
        "责令", "劝导", "动员", "引导", "督促", "指导", "发动", "协助", "帮助", "说服", "鼓励", "带动",
    ]

    /// Those whom the clause says are moved to do something: 居民 of 劝导居民自行搬离杂物.
    private func peopleMoved(before place: Int, _ text: Span<UInt8>) -> String? {
        let low = tokens[..<place].lastIndex(where: \.endsClause).map { $0 + 1 } ?? 0
        guard
            let people = tokens[low..<place].indices.dropFirst().first(where: {
                (tokens[$0].has(.doer) || tokens[$0].has(.human))
                    && SentenceReader.movers.isEnding(
                        of: text.string(ofDocument: tokens[$0 - 1].start..<tokens[$0 - 1].end))
            }), tokens[(people + 1)..<place].contains(where: { phrases.isVerbal($0) })
        else { return nil }
        return text.string(ofDocument: tokens[people].start..<tokens[people].end)
    }

    private func name(_ item: String, _ state: inout State) {
        state.reading.name(
            item, by: "item.unit", doubting: "the measure word and the verb tell who is counted")
    }

    /// The verb right behind a figure, with its object: 达成意向 in 931人达成了意向.
    func doing(behind place: Int, _ text: Span<UInt8>) -> String? {
        var index = place + 1
        while index < tokens.count,
            tokens[index].isTime || tokens[index].wordClass == .adverb
                || tokens[index].has(.plan) || tokens[index].has(.able) || tokens[index].has(.manner)
        { index += 1 }
        if index < tokens.count, tokens[index].kind == .word, tokens[index].wordClass == .preposition {
            // 60多人在家门口找到活计, 4920人同用人单位谈出了意向: the verb stands behind where or with whom.
            let first = index
            while index < tokens.count, index - first < 6, tokens[index].kind == .word,
                !phrases.isVerbal(tokens[index]) || index == first
            { index += 1 }
        }
        guard index < tokens.count, phrases.isVerbal(tokens[index]), !tokens[index].has(.stock),
            !text.has("来自", at: tokens[index].start),
            !tokens[index].has(.reach) || tokens[index].has(.transitive), !tokens[index].has(.increase),
            !tokens[index].has(.decrease)
        else { return nil }
        // 6人错时值守: the last of verbs that follow each other
        while index + 1 < tokens.count, tokens[index + 1].kind == .word, tokens[index + 1].wordClass == .verb,
            phrases.scalars(tokens[index + 1]) == 2, !tokens[index].has(.transitive)
        { index += 1 }
        var words = text.string(ofDocument: tokens[index].start..<tokens[index].end)
        index += 1
        while index < tokens.count, tokens[index].has(.aspect) { index += 1 }
        let object = phrases.right(startingAt: index)
        if object.count <= 2 { words += object.isEmpty ? "" : phrases.string(object, text: text) }
        let length = words.unicodeScalars.count
        return (2...8).contains(length) ? words : nil
    }

    /// What is handled case by case, and told apart by what it is about.
    static let cases = ["件", "诉求", "投诉", "工单", "纠纷", "案件"]

    private static let messages = ["事项", "短信", "来信", "来电", "信件", "邮件", "留言"]

    /// 受理诉求4286件。从渠道看，电话3510件: a kind of the cases that were counted before they were split.
    func nameAspect(_ state: inout State) {
        guard state.reading.partOf == nil, state.reading.rule == "item.left" || state.reading.rule == "item.topic",
            state.reading.change == .none, let measure = unit(state.reading.quantity),
            case let item = state.reading.item, !item.isEmpty,
            let whole = state.memory.last(countedIn: measure.name, dimension: measure.dimension, asWhole: true),
            SentenceReader.cases.contains(where: { whole.hasSuffix($0) && !item.hasSuffix($0) })
        else { return }
        state.reading.item += head(of: whole, state)
        state.reading.doubt = "the words name a kind of what was counted before"
    }

    /// 其中党员73人, 建筑业5家: a part that the unit cannot count is a kind of the whole.
    func nameKind(_ whole: QuantityReading, _ reading: inout QuantityReading) {
        let isPerson = unitDimension(of: reading.quantity) == .person
        // 成员7人，其中党员6人: members of what is no kind of people
        if isPerson, ["成员", "队员"].contains(where: { whole.item.hasSuffix($0) }) { return }
        guard
            unit(whole.quantity)?.name == unit(reading.quantity)?.name
                || isPerson && unitDimension(of: whole.quantity) == .person,
            !whole.item.isEmpty, whole.item.unicodeScalars.count <= 12, !reading.item.hasSuffix(whole.item)
        else { return }
        let kinds =
            isPerson
            ? ["党员", "团员", "女性", "男性", "学历", "本科", "大专", "岁以下", "岁以上", "职称"]
            : ["业", "批发", "零售", "住宿", "餐饮", "商贸"]
        if !isPerson, reading.rule == "item.left",
            reading.action == nil || reading.action == whole.action || reading.item.hasSuffix("类"),
            SentenceReader.cases.contains(where: { whole.item.hasSuffix($0) && !reading.item.hasSuffix($0) }),
            // 收到诉求27件，其中有效事项12件: which are a name for the same cases
            !SentenceReader.messages.contains(where: reading.item.hasSuffix),
            // 办理证件130件，其中身份证50件: a paper is no case
            !SentenceReader.sharesHead(reading.item, whole.item)
        {
            // 收到投诉27件，其中噪声扰民12件: a kind of them
            reading.item += SentenceReader.withoutKind(whole.item, reading.item)
            reading.doubt = "the words name a kind of what was counted before"
            return
        }
        if !isPerson, reading.rule == "item.left",
            ["学位", "床位", "车位", "岗位", "名额"].contains(where: whole.item.hasSuffix),
            reading.phrase?.last.map({ !tokens[$0].kinds.isDisjoint(with: [.site, .post, .facility]) }) ?? false
                || ["初中", "高中", "托育"].contains(where: reading.item.hasSuffix),
            !["位", "额", "桩", "端口"].contains(where: { reading.item.hasSuffix($0) })
        {
            // 新增学位3600个，其中小学2400个: those that they have
            reading.item += whole.item
            return
        }
        guard kinds.contains(where: { reading.item.hasSuffix($0) }), isPerson || !reading.item.hasSuffix("企业"),
            whole.item.hasSuffix("企业") || !kinds.contains(where: { whole.item.hasSuffix($0) })
        else { return }
        // 新就业群体党员, but 女职工
        reading.item =
            reading.item == "党员" && whole.item.hasSuffix("群体") ? whole.item + reading.item : reading.item + whole.item
        if reading.doubt == nil { reading.doubt = "the words name a kind of what was counted before" }
    }
}
