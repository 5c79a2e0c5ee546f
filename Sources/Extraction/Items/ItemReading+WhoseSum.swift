import Facts
import Scanning
import Units

/// Whose a sum of money is that the clause names by one word: 奖励, 贷款, 保额, 每部补贴, 罚款.
extension SentenceReader {
    /// A sum with those who get it, with what it is paid for, or with what it insures.
    func sumWithOwner(_ bare: String, _ text: Span<UInt8>, _ state: State) -> String? {
        if let whole = sumOfEach(bare, text, state) { return whole }
        if let income = incomeOfHead(bare, state) { return income }
        guard bare.unicodeScalars.count <= 6 else { return nil }
        if let use = useBefore(bare, text, state) { return use }
        if SentenceReader.outlays.contains(bare) || bare == "项目总投资" {
            return (worksPaidFor(state) ?? worksOfHeadline(state)).map { SentenceReader.joined($0, bare) }
        }
        if SentenceReader.grants.contains(bare) {
            return receiverOfSum(text, state).map { $0 + bare } ?? sumBehindEach(bare, text, state)
        }
        if bare == "罚款" { return caseFined(state).map { SentenceReader.joined($0, bare) } }
        if SentenceReader.insured.contains(bare) { return insurance(before: state.place, text).map { $0 + bare } }
        if SentenceReader.wages.contains(bare) { return isOfPosts(state) ? "岗位" + bare : nil }
        if SentenceReader.prices.contains(bare) { return goods(before: state.place, text).map { $0 + bare } }
        if bare == "标准" { return paidByStandard(text, state).map { $0 + bare } }
        if SentenceReader.turnovers.contains(bare) {
            return (business(text, state) ?? facilityWord(before: state.place, text, state)).map { $0 + bare }
        }
        if SentenceReader.fees.contains(bare) {
            return named(SentenceReader.courses, before: state.place, text, state).map { $0 + bare }
        }
        if SentenceReader.upkeep.contains(bare) {
            return named(SentenceReader.appliances, before: state.place, text, state).map { $0 + bare }
        }
        if SentenceReader.gifts.contains(bare) { return payer(text, state).map { $0 + bare } }
        if SentenceReader.balances.contains(bare), let owner = ownerOfBalance(text, state) { return owner + bare }
        if SentenceReader.spendings.contains(bare) { return fund(of: bare, state) }
        return nil
    }

    // MARK: - What is paid to somebody

    private static let grants: WordList = ["补贴", "补助", "奖励", "奖补", "贷款", "资助", "补偿"]
    private static let givings: WordList = [
        "为", "给", "对", "向", "帮助", "协助", "支持", "助力", "帮", "扶持",
    ]
    private static let gettings: WordList = ["可得", "可获", "可获得", "可领", "可领取", "可享受", "领取", "获得", "享受", "将获", "将获得"]

    /// 低保家庭 of 为112户低保家庭申报补贴9万元, 社区 of 对排名靠前的社区，给予2万元奖励: those who get a sum, by the word for them.
    private func receiverOfSum(_ text: Span<UInt8>, _ state: State) -> String? {
        var last = state.place - 1
        var crossed = false
        while last > 0, state.place - last < 12 {
            let token = tokens[last]
            if token.isMark(.clauseEnd), !crossed, !semicolons.contains(last) {
                crossed = true
            } else if token.kind != .word || !isGiving(last, text) {
                break
            }
            last -= 1
        }
        guard last > 0, tokens[last].kind == .word, isReceiver(tokens[last], text),
            isGivenTo(last, crossed: crossed, text)
        else { return nil }
        let first = compoundStart(endingAt: last, most: 4) { index in
            phrases.scalars(tokens[index]) > 1 && [.noun, .attributive].contains(tokens[index].wordClass)
                && tokens[index].roles.isDisjoint(with: [.human, .agent, .placeName, .determiner, .de, .recipient])
        }
        return text.string(of: tokens[first...last])
    }

    /// Whether a word stands between those who get a sum and the sum, and names neither: 申报, 每次, 分档, 给予.
    private func isGiving(_ index: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[index]
        return isLeadIn(token) || token.wordClass == .verb || token.has(.aspect) || token.has(.able)
            || SentenceReader.grants.contains(token.start..<token.end, of: text) || token.wordClass == .measure
            || text.has("每", at: token.start) || token.isBound || text.has("一次性", at: token.start)
    }

    private static let receivers: WordList = [
        "企业", "家庭", "单位", "社区", "小区", "商户", "院落", "户", "村", "居民", "合作社", "机构", "学子", "学生", "孩子", "者", "老人", "人员", "职工",
        "教师",
    ]

    private func isReceiver(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.wordClass != .verb && SentenceReader.receivers.ends(in: text, at: token.end)
            && !token.has(.placeName)
    }

    /// Whether a verb or preposition of giving stands before those who get a sum, in their clause.
    private func isGivenTo(_ receiver: Int, crossed: Bool, _ text: Span<UInt8>) -> Bool {
        if !crossed, receiver + 1 < tokens.count,
            SentenceReader.gettings.contains(tokens[receiver + 1].start..<tokens[receiver + 1].end, of: text)
        {
            return true
        }
        var index = receiver - 1
        while index >= 0, receiver - index < 16, !tokens[index].endsClause {
            if tokens[index].kind == .word,
                SentenceReader.givings.contains(tokens[index].start..<tokens[index].end, of: text)
            {
                return true
            }
            index -= 1
        }
        return false
    }

    /// 简易纠纷补贴 of 简易纠纷每件补贴50元: for what each of them is paid, which stands before 每.
    private func sumBehindEach(_ bare: String, _ text: Span<UInt8>, _ state: State) -> String? {
        guard let first = state.reading.phrase?.first, state.reading.per != nil else { return nil }
        var last = first - 1
        while last > 0, first - last < 3, !text.has("每", at: tokens[last].start) { last -= 1 }
        guard last > 0, text.has("每", at: tokens[last].start), let thing = thing(endingAt: last - 1, from: 0, text),
            thing.unicodeScalars.count <= 8
        else { return nil }
        return thing + bare
    }

    private static let each: [StaticString] = ["每户", "每部", "每台", "每个", "每处", "每件", "每家", "每栋", "每张", "户均"]
    private static let dues: WordList = ["补助", "补贴", "奖补", "花费", "投入", "费用", "财政补贴", "政府补贴", "政府补助"]
    private static let households: WordList = ["居民", "家庭", "住户", "业主", "农户"]

    /// 每部电梯补贴 of 加装电梯9部，每部补贴20万元; 适老化改造每户补助 of 适老化改造120户，每户补助3000元: for what each of them is paid.
    private func sumOfEach(_ bare: String, _ text: Span<UInt8>, _ state: State) -> String? {
        let named = SentenceReader.each.map { "\($0)" }.first { bare.hasPrefix($0) }
        guard let per = named ?? state.reading.per, per.unicodeScalars.count == 2,
            case let sum = named.map({ String(bare.dropFirst($0.count)) }) ?? bare, SentenceReader.dues.contains(sum)
        else { return nil }
        if per.hasPrefix("每"), per != "每户",
            let counted = state.facts.last(where: {
                $0.change == .none && unit($0.quantity)?.name == String(per.dropFirst())
            }),
            case let thing = counted.item, (2...6).contains(thing.unicodeScalars.count),
            !SentenceReader.grants.isEnding(of: thing)
        {
            return per + thing + sum
        }
        guard per == "每户" || per == "户均", let works = worksBefore(state.place, text) ?? worksOfTopic(state) else {
            return nil
        }
        return works + per + sum
    }

    private static let works: WordList = ["改造", "加装", "修缮", "更新", "维修", "翻修", "整治", "安装", "换新", "清洗"]

    /// 适老化改造 of 为80户老人家庭做适老化改造: works that a clause of the sentence before a sum ends with, or that are counted in it.
    private func worksBefore(_ place: Int, _ text: Span<UInt8>) -> String? {
        var index = place - 1
        while index > 0, place - index < 24, !semicolons.contains(index) {
            let token = tokens[index]
            if token.kind == .word, SentenceReader.works.ends(in: text, at: token.end),
                phrases.closes(at: index + 1) || tokens[index + 1].isQuantity
            {
                let first = compoundStart(endingAt: index, most: 6) { index in
                    [.noun, .attributive].contains(tokens[index].wordClass)
                        && tokens[index].roles.isDisjoint(with: [.human, .agent, .doer, .placeName, .de])
                }
                return first < index || phrases.scalars(token) > 2 ? text.string(of: tokens[first...index]) : nil
            }
            index -= 1
        }
        return nil
    }

    /// 2.适老化改造。完成60户，户均补贴3000元: works that the paragraph is about.
    private func worksOfTopic(_ state: State) -> String? {
        guard let topic = state.memory.topic, (4...10).contains(topic.unicodeScalars.count),
            SentenceReader.works.isEnding(of: topic)
        else { return nil }
        return topic
    }

    // MARK: - Fines, insurances, wages, prices

    /// 混投案件 of 查处混投案件8起，罚款1.3万元: the cases that were counted, where they are told apart by a word of their own.
    private func caseFined(_ state: State) -> String? {
        guard let fact = state.facts.last, fact.item.hasSuffix("案件"), fact.item.unicodeScalars.count > 2,
            fact.item.unicodeScalars.count <= 10, fact.change == .none
        else { return nil }
        return fact.item
    }

    private static let insured: WordList = ["保额", "保费", "保障额度", "保险金额", "最高赔付", "赔付", "理赔"]

    /// 意外险 of 为孩子投保意外险，保额20万元: the insurance that a clause before ends with.
    private func insurance(before place: Int, _ text: Span<UInt8>) -> String? {
        var index = place - 1
        while index > 0, place - index < 24, !semicolons.contains(index) {
            let token = tokens[index]
            if token.kind == .word, token.wordClass == .noun, text.has("险", before: token.end) {
                return thing(endingAt: index, from: 0, text)
            }
            index -= 1
        }
        return nil
    }

    private static let wages: WordList = ["月薪", "日薪", "时薪", "年薪", "平均月薪", "月工资"]

    /// Whether posts have been counted in the sentence, or else in the paragraph, whose pay it is.
    private func isOfPosts(_ state: State) -> Bool {
        state.facts.contains { $0.item.hasSuffix("岗位") } || state.memory.entries.contains { $0.item.hasSuffix("岗位") }
    }

    private static let prices: WordList = ["标价", "售价", "定价", "单价", "造价"]

    /// 冰箱 of 换了台冰箱，标价4299元: the thing that the clause before ends with.
    private func goods(before place: Int, _ text: Span<UInt8>) -> String? {
        var mark = place - 1
        while mark > 0, place - mark < 6, !tokens[mark].endsClause { mark -= 1 }
        guard mark > 1, tokens[mark].isMark(.clauseEnd), !semicolons.contains(mark),
            case let goods = phrases.left(endingAt: mark - 1, floor: 0, style: .count).item, let first = goods.first,
            // 换了|台|冰箱
            let name = thing(endingAt: mark - 1, from: tokens[first].wordClass == .measure ? first + 1 : first, text),
            name.unicodeScalars.count <= 4
        else { return nil }
        return name
    }

    private static let incomes: WordList = [
        "月收入", "日收入", "年收入", "收入", "纯收入", "月工资", "工资", "月薪", "增收", "月增收", "年增收", "月均收入", "年均收入",
    ]

    /// 残疾人人均月收入 of 16名残疾人在此就业，人均月收入600元: of the people whom the sentence counts.
    private func incomeOfHead(_ bare: String, _ state: State) -> String? {
        guard bare.hasPrefix("人均"), SentenceReader.incomes.contains(String(bare.dropFirst(2))),
            let people = state.facts.last(where: {
                [.person, .personTime].contains(unitDimension(of: $0.quantity) ?? .count)
            }),
            people.partOf == nil, (2...6).contains(people.item.unicodeScalars.count),
            !people.item.hasSuffix("人口"), !people.item.hasSuffix("人员"),
            people.rule == "item.left" || people.rule == "item.right",
            let last = people.phrase?.last,
            tokens[last].has(.human) || tokens[last].has(.doer) || tokens[last].wordClass == .noun
        else { return nil }
        return people.item + bare
    }

    private static let budgets: WordList = ["资金", "经费", "支出", "费用", "投入"]

    /// 河道管护资金 of 用于河道管护的资金共126万元: what a sum is used for, before 的.
    private func useBefore(_ bare: String, _ text: Span<UInt8>, _ state: State) -> String? {
        guard SentenceReader.budgets.contains(bare), let first = state.reading.phrase?.first, first > 2,
            tokens[first - 1].has(.de)
        else { return nil }
        var use = first - 2
        while use > 0, first - use < 8, tokens[use].kind == .word, !text.has("用于", at: tokens[use].start) { use -= 1 }
        guard text.has("用于", at: tokens[use].start), use + 1 < first - 1 else { return nil }
        return text.string(of: tokens[(use + 1)..<(first - 1)]) + bare
    }

    /// 激励金 of 按每个小区3000元的标准发放激励金: what is paid so, named before in the sentence or behind the standard.
    private func paidByStandard(_ text: Span<UInt8>, _ state: State) -> String? {
        if let paid = state.facts.last(where: { SentenceReader.paid.isEnding(of: $0.item) })?.item,
            paid.unicodeScalars.count <= 10
        {
            return paid
        }
        var index = state.place + 1
        while index < tokens.count, index - state.place < 20, !semicolons.contains(index),
            !tokens[index].isMark(.sentenceEnd)
        {
            let token = tokens[index]
            if token.kind == .word, token.wordClass != .verb, SentenceReader.paid.ends(in: text, at: token.end) {
                // 发放|激励|金
                return text.string(of: tokens[(phrases.scalars(token) == 1 ? index - 1 : index)...index])
            }
            index += 1
        }
        return nil
    }

    private static let paid: WordList = [
        "补贴", "补助", "津贴", "奖励", "激励金", "奖金", "低保金", "救助金", "慰问金", "助学金", "补助金", "奖励金", "租金", "物业费", "保育费", "餐费", "分红",
    ]

    private static let turnovers: WordList = ["产值", "年产值", "总产值", "营业额", "销售额", "营业收入", "利润", "净利润", "营收"]
    private static let businesses: [StaticString] = [
        "公司", "集团", "企业", "工厂", "车间", "合作社", "农场", "产业园", "园区", "商圈", "夜市", "集市", "市集", "市场", "门店", "食堂", "餐厅", "民宿",
        "工坊", "超市",
    ]

    /// 公司 of 公司今年前11个月产值1.2亿元: the business that is the subject of the clause, by the word for it.
    private func business(_ text: Span<UInt8>, _ state: State) -> String? {
        var index = (state.reading.phrase?.first ?? 0) - 1
        while index > 0, isLeadIn(tokens[index]) || tokens[index].wordClass == .time { index -= 1 }
        guard index >= 0, tokens[index].kind == .word else { return nil }
        return SentenceReader.businesses.first { text.has($0, before: tokens[index].end) }.map { "\($0)" }
    }

    private static let fees: WordList = ["学费", "餐费", "托管费", "保育费", "保教费", "培训费", "伙食费", "报名费", "月费"]
    private static let courses: [StaticString] = [
        "托管班", "暑托班", "培训班", "兴趣班", "夜校", "课堂", "学堂", "托育园", "托育点", "托育中心", "幼儿园", "托班", "老年大学", "工坊",
    ]
    private static let upkeep: WordList = ["维护费", "维保费", "维修费", "运行费", "运维费", "电费", "月电费"]
    private static let appliances: [StaticString] = ["电梯", "充电桩", "充电棚", "路灯", "水泵", "空调", "设备"]

    /// 夜校 of 夜校第七期开班，学费99元: the last of some things that the sentence or its heading names before a sum, by the word for it.
    private func named(
        _ things: [StaticString], before position: Int, _ text: Span<UInt8>, _ state: State
    ) -> String? {
        var index = position - 1
        while index >= 0, position - index < NounPhrases.longest, !semicolons.contains(index) {
            let token = tokens[index]
            if token.kind == .word, let thing = things.first(where: { text.has($0, before: token.end) }) {
                return "\(thing)"
            }
            index -= 1
        }
        guard state.memory.hasOwnTopic, let topic = state.memory.topic else { return nil }
        return things.map { "\($0)" }.first { topic.hasSuffix($0) }
    }

    private static let gifts: WordList = ["出资", "捐款"]
    private static let givers: WordList = [
        "单位", "居民", "社区", "企业", "街道", "业主", "商户", "商家", "物业", "公司", "党员", "职工", "村民", "老板",
    ]

    /// 单位 of 单位出资8万元: who pays a sum that is only told by the verb.
    private func payer(_ text: Span<UInt8>, _ state: State) -> String? {
        guard let verb = state.reading.verb ?? state.reading.phrase?.first, verb > 0, verb < state.place else {
            return nil
        }
        var last = verb - 1
        while last > 0, verb - last < 4, tokens[last].wordClass == .adverb || tokens[last].has(.sum) { last -= 1 }
        guard tokens[last].kind == .word, !tokens[last].has(.placeName) else { return nil }
        let name = text.string(ofDocument: tokens[last].start..<tokens[last].end)
        return SentenceReader.givers.isEnding(of: name) && name.unicodeScalars.count <= 4 ? name : nil
    }

    private static let balances: WordList = ["收入", "支出", "结余", "利润", "亏损", "总收入", "总支出"]

    /// 公司 of 公司全年收入86万元，支出80万元: the business whose books the sentence tells of, one side of them after the other.
    private func ownerOfBalance(_ text: Span<UInt8>, _ state: State) -> String? {
        if let last = state.facts.last, unitDimension(of: last.quantity) == .money,
            let side = ["总收入", "收入", "总支出", "支出", "营业额"].first(where: { last.item.hasSuffix($0) }),
            case let owner = String(last.item.dropLast(side.count)), (2...6).contains(owner.unicodeScalars.count),
            SentenceReader.businesses.contains(where: { owner.hasSuffix("\($0)") })
        {
            return owner
        }
        return business(text, state)
    }

    // MARK: - Funds

    private static let outlays: WordList = ["投资", "总投资", "概算投资", "估算投资", "概算总投资", "估算总投资", "预算总投资", "匡算投资"]
    /// What is built or mended, as the verb before it says.
    private static let buildings: WordList = [
        "改造", "整治", "建设", "新建", "改建", "扩建", "加装", "修缮", "更新", "提升", "治理", "更换", "加固", "修复", "打造", "翻新", "拓宽", "疏浚",
    ]
    /// What is built or mended by its own name, where no verb says so.
    private static let built: WordList = [
        "项目", "工程", "改造", "建设", "提升", "修缮", "整治", "治理", "街巷", "小巷", "巷道", "道路", "管网", "停车场", "停车楼", "公园", "游园", "厂房",
        "车间", "充电棚",
        "泵站", "食堂", "小区", "步道",
    ]

    /// 供热管网改造 of a headline, for a sum that opens its clause; but 企业计划投资3000万元.
    private func worksOfHeadline(_ state: State) -> String? {
        guard let works = state.memory.works, let first = state.reading.phrase?.first else { return nil }
        var before = first - 1
        while before >= 0, isLeadIn(tokens[before]) { before -= 1 }
        return before < 0 || tokens[before].endsClause ? works : nil
    }

    /// 老旧小区改造 of 改造老旧小区6个，涉及居民1200户，计划投资2800万元: the works that the sentence has counted.
    private func worksPaidFor(_ state: State) -> String? {
        let start = semicolons.filter { $0 < state.place }.max() ?? -1
        for (place, fact) in zip(places, state.facts) where place > start && fact.change == .none {
            guard ![.person, .household, .money, .ratio, .time].contains(unitDimension(of: fact.quantity) ?? .count),
                (2...12).contains(fact.item.unicodeScalars.count), fact.partOf == nil
            else { continue }
            let action = fact.action.flatMap { SentenceReader.buildings.contains($0) ? $0 : nil }
            if let action, !fact.item.hasSuffix(action) {
                return fact.item + (action == "新建" ? "建设" : action)
            }
            if action != nil || SentenceReader.built.isEnding(of: fact.item) { return fact.item }
        }
        return nil
    }

    private static let spendings: WordList = ["支出", "累计支出", "结余", "余额", "实际支出"]
    private static let fundNames: WordList = ["资金", "基金", "经费", "专款", "资金总额", "经费总额", "补助款"]

    /// 保障资金支出 of 社区保障资金42万元。三季度支出11万元: of the fund that the paragraph has given the sum of.
    private func fund(of bare: String, _ state: State) -> String? {
        // …总额42万元，其中上年结转3万元: of the whole fund
        let known =
            state.facts.first { $0.partOf == nil && SentenceReader.fundNames.isEnding(of: $0.item) }?.item
            ?? state.memory.entries.first {
                !$0.isPart && $0.dimension == .money && SentenceReader.fundNames.isEnding(of: $0.item)
            }?.item
        guard var fund = known else { return nil }
        for total in ["总额", "总量"] where fund.hasSuffix(total) { fund.removeLast(total.count) }
        guard (3...10).contains(fund.unicodeScalars.count) else { return nil }
        for word in ["累计", "实际"] where bare.hasPrefix(word) { return fund + bare.dropFirst(word.count) }
        return fund + bare
    }
}
