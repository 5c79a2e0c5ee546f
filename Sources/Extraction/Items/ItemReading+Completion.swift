import Facts
import Scanning
import Units

/// The bare name of a size, a rate or a member, as the rules for what it is of look at it: 面积, 化解率, 床位.
struct BareName {
    /// The words before the figure that hold the name, and the last token of it.
    let left: NounPhrases.Left
    let last: Int
    /// The name as the clause gives it.
    let item: String
    /// Whether the figure measures or counts.
    let style: NounPhrases.Style
    /// Whether it is called a rate: 化解率, 满意度.
    var isRate = false
}

extension QuantityReading {
    /// Says what is counted by a name that takes what it is of along: 老旧小区改造面积 for 面积.
    mutating func complete(as name: String) {
        item = name
        rule = "item.completed"
    }
}

/// Bare sizes, rates and members take the name of what they are of: 面积, 化解率, 床位.
extension SentenceReader {
    /// A bare size or rate says little: 面积14.6万平方米 is that of what the sentence counts, 化解率 that of the disputes.
    func complete(
        _ left: NounPhrases.Left, _ style: NounPhrases.Style, _ text: Span<UInt8>, _ state: inout State
    ) {
        guard let last = left.item.last else { return }
        var bare = BareName(left: left, last: last, item: state.reading.item, style: style)
        if completeShare(bare, text, &state) || completeBeside(bare, text, &state)
            || completeBroughtAbout(bare, text, &state) || completeSum(bare, text, &state)
            || completeBorne(bare, text, &state)
        {
            return
        }
        bare.isRate = SentenceReader.rates.isEnding(of: bare.item)
        guard saysTooLittle(bare, text, state) else { return }
        if completeMember(bare, text, &state) || completeByTopic(bare, text, &state) { return }
        completeByCounted(bare, text, &state)
    }

    /// A rate of what was done, and a share with the whole that it is of: 屋面翻新2.1万平方米，完成80%.
    private func completeShare(_ bare: BareName, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if bare.item == "完成", bare.style == .rate, let fact = state.facts.last, !fact.item.isEmpty {
            // 屋面翻新2.1万平方米，完成80%
            let action = fact.action.map { $0.count == 2 && !fact.item.hasSuffix($0) ? $0 : "" } ?? ""
            state.reading.complete(as: fact.item + action + "完成率")
            return true
        }
        // 老年人占比24%，女性占比过半: whose share it is has been said
        // 平均年龄36岁，党员占比60%: nor is an age what members are a share of
        if bare.item.hasSuffix("占比"), bare.left.item.count > 1,
            state.facts.last.map({ $0.item.hasSuffix("占比") || SentenceReader.personal.isEnding(of: $0.item) }) ?? false
        {
            return true
        }
        if tokens[bare.left.item.lowerBound].has(.share), bare.left.item.count > 1, let owner = state.facts.last?.item {
            // 网络零售额突破百亿元，占社会消费品零售总额的比重…; 占总装机容量20%: the part alone
            let isWhole =
                bare.left.item.count <= 3 && text.has("总", at: tokens[bare.left.item.lowerBound + 1].start)
                && !SentenceReader.portions.ends(in: text, at: tokens[bare.last].end)
            state.reading.complete(as: isWhole ? owner : owner + bare.item)
            return true
        }
        return false
    }

    /// With what stands right before the name, be it a fund, those who were asked or a crop: 助学基金累计结余220万元.
    private func completeBeside(_ bare: BareName, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if bare.left.item.count == 1, bare.last > 1,
            tokens[bare.last - 1].has(.sum)
                // 年度计划投资: of no project in sight
                || tokens[bare.last - 1].has(.plan) && tokens[bare.last - 2].kinds.contains(.works),
            tokens[bare.last].has(.attribute) || tokens[bare.last].has(.magnitude),
            case let owner = phrases.left(endingAt: bare.last - 2, floor: 0, style: .count).item,
            owner.upperBound == bare.last - 1, !owner.isEmpty, !owner.contains(where: { phrases.isActor(tokens[$0]) })
        {
            // 助学基金累计结余220万元, 改造项目预计总投资1860万元
            state.reading.complete(as: SentenceReader.joined(phrases.string(owner, text: text), bare.item))
            return true
        }
        if bare.style == .rate, let people = asked(before: bare.left.item, text) {
            state.reading.complete(as: people + bare.item)
            return true
        }
        if let crop = grownElsewhere(bare.left, text) {
            state.reading.complete(as: crop + text.string(of: tokens[bare.last - 1...bare.last]))
            (state.reading.action, state.reading.verb) = (nil, nil)
            return true
        }
        // 昆明经开区、曲靖经开区营业收入分别…: that of the places which stand before it
        if bare.left.item.lowerBound > 0, tokens[bare.left.item.lowerBound - 1].has(.placeName) { return true }
        return false
    }

    /// With who brings a size about, or with what was counted: 810个省重点项目完成投资10428.6亿元.
    private func completeBroughtAbout(_ bare: BareName, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if tokens[bare.last].has(.magnitude), bare.left.item.count == 1, let verb = bare.left.predicate,
            tokens[verb].has(.light),
            verb < bare.last
        {
            // 810个省重点项目完成投资10428.6亿元: the subject owns the size, or else what the sentence began with.
            if verb > 0 {
                var end = verb
                // 铁路建设|共|完成投资
                while end > 1, tokens[end - 1].has(.sum) || tokens[end - 1].has(.done) { end -= 1 }
                let subject = phrases.left(endingAt: end - 1, floor: 0, style: .count).item
                if !subject.isEmpty, !subject.contains(where: { phrases.isActor(tokens[$0]) }) {
                    state.reading.complete(as: phrases.string(subject, text: text) + bare.item)
                    return true
                }
            }
            if let trade = trade(before: verb, text) {
                state.reading.complete(as: trade + bare.item)
                return true
            }
            // 在库项目132个，其中亿元以上项目47个，完成投资40.6亿元: of what was counted last
            // 拆除旧楼6栋，完成投资1.2亿元: but no money is put into what was taken away
            let isMoney = unitDimension(of: state.reading.quantity) == .money
            let counted = [sizedOwner(state), state.facts.first?.item].compactMap { $0 }
            if let owner = counted.first(where: { !isMoney || isInvestedIn($0) }) ?? state.memory.topic,
                owner.unicodeScalars.count <= 12
            {
                state.reading.complete(as: SentenceReader.joined(owner, bare.item))
                return true
            }
        }
        if tokens[bare.last].has(.magnitude), 2...3 ~= bare.left.item.count, let verb = bare.left.predicate,
            tokens[verb].has(.light),
            verb + 1 == bare.left.item.lowerBound, let trade = trade(before: verb, text) ?? subject(before: verb, text)
        {
            // 纺织工业实现|出口|总额42亿元
            state.reading.complete(as: SentenceReader.joined(trade, bare.item))
            return true
        }
        return false
    }

    /// A sum of money, with whom, what or by whom it is paid: 普惠幼儿园每月保育费900元, 处罚金额1.5万元.
    private func completeSum(_ bare: BareName, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if state.reading.per != nil, unitDimension(of: state.reading.quantity) == .money,
            bare.item.unicodeScalars.count <= 4,
            let owner = ownerBeforePer(bare.left.item.lowerBound, text)
        {
            // 60至69岁老人每餐补贴2元, 普惠幼儿园每月保育费900元
            state.reading.complete(as: owner + bare.item)
            return true
        }
        if let verb = bare.left.predicate, verb + 1 == bare.last, bare.left.item.count == 1, bare.item == "金额",
            phrases.scalars(tokens[verb]) == 2
        {
            // 处罚金额1.5万元: the verb tells which sum
            state.reading.complete(as: text.string(ofDocument: tokens[verb].start..<tokens[verb].end) + bare.item)
            return true
        }
        if unitDimension(of: state.reading.quantity) == .money, bare.left.item.count == 1,
            SentenceReader.donations.isEnding(of: bare.item),
            let fund = fund(before: bare.left.item.lowerBound, text)
        {
            // “邻里”社区基金上半年募集善款62.3万元
            state.reading.complete(as: SentenceReader.joined(fund, bare.item))
            return true
        }
        if bare.item == "价值", bare.left.item.count == 1, bare.last > 1, tokens[bare.last - 1].endsClause,
            case let goods = phrases.left(endingAt: bare.last - 2, floor: 0, style: .count).item,
            goods.upperBound == bare.last - 1, let thing = goods.last, !phrases.isActor(tokens[thing])
        {
            // 送去米、面、油等慰问品，价值3600元
            state.reading.complete(as: phrases.string(goods, text: text) + bare.item)
            return true
        }
        return false
    }

    /// With what was just counted, what has grown, or what bears the attribute: 21个自贸试验区进出口增长14.5%.
    private func completeBorne(_ bare: BareName, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if tokens[bare.last].has(.magnitude), let fact = state.facts.last, let owner = fact.phrase,
            owner.upperBound == bare.left.item.lowerBound, fact.rule == "item.right", bare.left.predicate == nil,
            fact.item.unicodeScalars.count <= 12, let owning = owner.last, !tokens[owning].has(.human)
        {
            // 21个自贸试验区|进出口增长14.5%: of those that were just counted
            state.reading.complete(as: SentenceReader.joined(fact.item, bare.item))
            return true
        }
        if bare.left.item.count == 1, tokens[bare.last].has(.rate), let grown = grown(before: bare.last, text) {
            state.reading.complete(as: SentenceReader.joined(grown, bare.item))
            return true
        }
        if isBareAttribute(bare.left.item, text), let owner = bearer(of: bare.left.item, text) {
            state.reading.complete(as: SentenceReader.joined(owner, bare.item))
            return true
        }
        return false
    }

    /// Whether a name says too little on its own, so that what it is of has to be found: 面积, 化解率, but not 矛盾纠纷化解率.
    private func saysTooLittle(_ bare: BareName, _ text: Span<UInt8>, _ state: State) -> Bool {
        if bare.isRate, SentenceReader.coverages.isEnding(of: bare.item), bare.item.unicodeScalars.count <= 7 {
            return true
        }
        return bare.isRate
            ? bare.item.unicodeScalars.count
                <= (tokens[bare.left.item.lowerBound].wordClass == .adverb
                    // 楼宇8座，平均入驻率87%
                    || tokens[bare.left.item.lowerBound].has(.average) ? 6 : 4)
            : bare.left.item.count == 1 && tokens[bare.last].has(.member)
                // 隧道全长5.2公里，设计时速80公里
                || (bare.left.item.count == 1 || isBareAttribute(bare.left.item, text))
                    && (tokens[bare.last].has(.attribute) || isSizeOfCounted(bare.last, state)
                        || isSizedWithLast(bare.left.item, state))
    }

    /// Members, with the team or body that they belong to: 志愿服务队现有队员66人.
    private func completeMember(_ bare: BareName, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if tokens[bare.last].has(.member), let verb = bare.left.predicate, tokens[verb].has(.stock), verb > 0,
            let team = team(before: verb, text)
        {
            // 志愿服务队现有队员66人
            state.reading.complete(as: SentenceReader.joined(team, bare.item))
            return true
        }
        if tokens[bare.last].has(.member), tokens[bare.last].has(.human),
            let fact = state.facts.last, SentenceReader.vehicles.contains(unit(fact.quantity)?.name ?? "")
        {
            // 出动车辆21台次，队员140多人次: they are no members of what they came with
            return true
        }
        if tokens[bare.last].has(.member), tokens[bare.last].has(.human),
            let body = bodyBefore(bare.left.item.lowerBound, text)
        {
            // 成立街区自治委员会，推选委员15名
            state.reading.complete(as: SentenceReader.joined(body, bare.item))
            return true
        }
        return false
    }

    /// With the people, the project or the facility that the sentence is about: 社区工作者14名，平均年龄35.2岁.
    private func completeByTopic(_ bare: BareName, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if SentenceReader.personal.isEnding(of: bare.item) {
            // 社区工作者14名，平均年龄35.2岁: that of people alone, not of the hall where they were told of it
            if let owner = personsAgedSo(state)?.item,
                owner.unicodeScalars.count <= 12, !owner.hasSuffix(bare.item)
            {
                state.reading.complete(as: SentenceReader.joined(owner, bare.item))
            }
            return true
        }
        if unitDimension(of: state.reading.quantity) == .money, state.memory.hasOwnTopic,
            let project = state.memory.topic,
            SentenceReader.undertakings.isEnding(of: project), project.unicodeScalars.count <= 16,
            !state.facts.contains(where: { SentenceReader.projects.isEnding(of: $0.item) })
        {
            // 1.院落照明提升项目。安装路灯46盏，支出4.62万元: of the project that the paragraph is about; but
            // 二、项目建设。谋划重点项目126个，总投资382亿元
            state.reading.complete(as: SentenceReader.joined(project, bare.item))
            return true
        }
        if !bare.isRate, bare.left.predicate.map({ tokens[$0].has(.stock) || tokens[$0].has(.light) }) ?? true,
            let facility = facility(before: bare.left.item.lowerBound, text, state)
        {
            if !facility.hasSuffix(bare.item), facility.unicodeScalars.count <= 16 {
                state.reading.complete(as: SentenceReader.joined(facility, bare.item))
            }
            return true
        }
        return false
    }

    /// How many of the parts of a place something reaches: 助餐点76个，社区覆盖率82%.
    private static let coverages: WordList = ["社区覆盖率", "小区覆盖率", "村居覆盖率", "行政村覆盖率", "镇街覆盖率", "网格覆盖率", "院落覆盖率", "楼栋覆盖率"]

    /// Measure words of vehicles and machines.
    private static let vehicles: Set<String> = ["辆", "台", "辆次", "台次", "车次", "艘", "架"]

    private static let portions: WordList = ["比重", "比例", "份额", "占比"]

    /// Who has a turnover or an output of their own, and shares its name: 纺织工业, 限上单位; no place and no body that governs.
    private static let trades: WordList = [
        "业", "企业", "单位", "商户", "运输", "客运", "公交", "地铁", "港口", "工商户", "合作社", "民航", "铁路", "公路", "邮政", "电商", "商圈", "商场",
        "市场", "集市", "夜市", "食堂", "餐厅",
        "门店", "商贸", "农户",
    ]

    /// 国内航线|完成|旅客运输量, 先导区|已|完成|建设投资: what is named before a verb of bringing about and is neither a body nor a place, the size of
    /// which is told.
    private func subject(before verb: Int, _ text: Span<UInt8>) -> String? {
        var end = verb
        while end > 1, tokens[end - 1].has(.sum) || tokens[end - 1].has(.done) { end -= 1 }
        guard end > 0 else { return nil }
        let subject = phrases.left(endingAt: end - 1, floor: 0, style: .count).item
        guard subject.upperBound == end, !subject.isEmpty,
            !subject.contains(where: { phrases.isActor(tokens[$0]) || tokens[$0].has(.placeName) })
        else { return nil }
        let name = phrases.string(subject, text: text)
        return (3...10).contains(name.unicodeScalars.count) ? name : nil
    }

    /// The trade or firms before a verb of bringing about: 规上工业企业|实现|营收, 食堂|首次|实现|盈利.
    private func trade(before verb: Int, _ text: Span<UInt8>) -> String? {
        var last = verb - 1
        while last > 0, verb - last < 5,
            tokens[last].isTime || tokens[last].wordClass == .adverb || tokens[last].has(.sum)
                || tokens[last].has(.plan)
        { last -= 1 }
        guard last >= 0, tokens[last].kind == .word, !tokens[last].has(.placeName),
            SentenceReader.trades.ends(in: text, at: tokens[last].end),
            case let subject = phrases.left(endingAt: last, floor: 0, style: .count).item,
            subject.upperBound == last + 1,
            // 文化及相关产业企业: one trade, as the statistics have it
            !subject.contains(where: {
                tokens[$0].isMark(.pause) || tokens[$0].has(.and) && !text.has("相关", at: tokens[$0 + 1].start)
            })
        else { return nil }
        let name = phrases.string(subject, text: text)
        return (2...16).contains(name.unicodeScalars.count) ? name : nil
    }

    /// 储备项目12个，计划投资23亿元: what would name itself elsewhere is that of the projects which were just counted.
    private func isSizeOfCounted(_ token: Int, _ state: State) -> Bool {
        // 项目513个，总投资4370亿元，年度计划投资803亿元: a size of them between stands in no way.
        guard tokens[token].has(.magnitude),
            let counted = state.facts.lastIndex(where: { $0.rule != "item.completed" }),
            case let before = state.facts[counted], before.change == .none,
            let measure = unit(before.quantity),
            [.count, .event, .personTime, .householdTime].contains(measure.dimension),
            ["项目", "工程", "企业", "楼宇", "小区", "救助", "实事"].contains(where: { before.item.hasSuffix($0) })
        else { return false }
        return !semicolons.contains { places[counted] < $0 && $0 < token }
    }

    /// What money is put into step by step, and completed.
    private static let investments: WordList = [
        "项目", "工程", "企业", "小区", "实事", "改造", "建设", "更新", "提升", "修缮", "治理", "任务", "事项", "管网", "道路", "公路", "园",
    ]

    func isInvestedIn(_ owner: String) -> Bool { SentenceReader.investments.isEnding(of: owner) }

    /// What belongs to the place that stands right before its figure, and to none named earlier: 新增车位.
    static let fittings: WordList = ["车位", "泊位", "教室", "展位", "功能室", "档口", "包间", "铺位", "会员", "员工", "窗口", "名额"]

    /// Things counted that have an investment of their own.
    static let projects: WordList = ["项目", "工程"]
    /// What a paragraph under a name of its own costs money for.
    private static let undertakings: WordList = ["项目", "工程", "改造", "建设", "更新", "提升", "修缮"]

    /// How far works have come.
    static let progress: WordList = ["工程量", "工作量", "进度", "施工任务"]

    /// What is done to those who have done wrong.
    static let sanctions: WordList = ["处理", "问责", "处分", "追责", "约谈", "查处", "抓获", "拘留", "警告", "处罚", "训诫", "起诉"]

    /// What is said or found, and has no size.
    static let matters: WordList = ["问题", "诉求", "意见", "建议", "矛盾", "线索", "隐患", "清单", "岗位"]

    /// What a fund takes in and pays out.
    private static let donations: WordList = ["善款", "捐款", "资金", "款项", "支出", "收入", "余额", "结余"]

    /// What only people have.
    private static let personal: WordList = ["工资", "月薪", "年薪", "薪酬", "年龄"]

    /// 老兵126名，其中参战老兵8名、立功3名，平均年龄58岁: the people last counted, or their whole where several parts of it were told.
    private func personsAgedSo(_ state: State) -> QuantityReading? {
        let people = state.facts.filter {
            unitDimension(of: $0.quantity) == .person && !SentenceReader.holdsTrait($0.item)
        }
        guard let last = people.last, let whole = last.partOf, whole < state.facts.count,
            people.filter({ $0.partOf == whole }).count > 1
        else { return people.last }
        return state.facts[whole]
    }

    /// What an average is called begins with one of these.
    private static let averages = ["日均", "月均", "年均"]
    /// What a rate is called ends in one of these.
    private static let rates: WordList = ["率", "满意度", "增速", "占比", "进度", "增长面", "覆盖面", "达标面"]

    /// “红石榴”志愿服务队的26名队员, 村口停车场80个车位: what stands right before the figure of its members, with 的 at most between.
    func ownerOfMembers(before place: Int, floor: Int, _ text: Span<UInt8>) -> String? {
        var end = place - 1
        if end >= 0, tokens[end].has(.de) { end -= 1 }
        guard end >= 0, tokens[end].kind == .word, !phrases.isVerbal(tokens[end]) else { return nil }
        let left = phrases.left(endingAt: end, floor: end >= floor ? floor : 0, style: .count)
        guard let last = left.item.last, last == end, tokens[last].wordClass != .locative,
            !left.item.contains(where: { tokens[$0].has(.placeName) || tokens[$0].has(.body) && left.item.count == 1 }),
            !tokens[last].has(.human), ![.adjective, .attributive, .pronoun].contains(tokens[last].wordClass)
        else { return nil }
        // 来自社区、物业的38名队员: where they are from does not own them
        if text.has("来自", at: tokens[left.item.lowerBound].start) { return nil }
        let owner = phrases.string(withoutCounter(left.item, text), text: text)
        return (2...14).contains(owner.unicodeScalars.count) ? owner : nil
    }

    static let bodyFormings: WordList = [
        "成立", "组建", "选出", "建立", "组成", "选举", "推选", "产生", "设立", "发起", "创建", "拉起", "办起", "组织", "结成", "交给", "交由",
    ]

    /// 自管会 of 选出自管会，7名成员…: the body that the clause before tells of coming to be, with no figure since.
    func bodyBefore(_ position: Int, _ text: Span<UInt8>) -> String? {
        var index = position - 1
        while index > 0, !tokens[index].endsClause {
            if tokens[index].isQuantity { return nil }
            index -= 1
        }
        guard index > 0, !semicolons.contains(index) else { return nil }
        let body = phrases.left(endingAt: index - 1, floor: 0, style: .count)
        guard let last = body.item.last, last == index - 1, let verb = body.predicate,
            SentenceReader.bodyFormings.contains(tokens[verb].start..<tokens[verb].end, of: text)
        else { return nil }
        let name = phrases.string(body.item, text: text)
        let word = name.hasSuffix("”") ? String(name.dropLast()) : name
        return SentenceReader.teams.isEnding(of: word) && (2...14).contains(name.unicodeScalars.count) ? name : nil
    }

    /// The fund that is the subject of the clause of a bare sum, or of one before it.
    private func fund(before position: Int, _ text: Span<UInt8>) -> String? {
        var index = position - 1
        var isOwn = true
        while index >= 0, position - index < 24, !semicolons.contains(index) {
            // 居民张某收入3200元: another has it
            if tokens[index].endsClause { isOwn = false }
            if isOwn, phrases.isActor(tokens[index]) || tokens[index].has(.human) { return nil }
            if tokens[index].kind == .word, text.has("基金", before: tokens[index].end), index + 1 < position,
                !tokens[index + 1].isQuantity, !phrases.isNominal(tokens[index + 1]), !tokens[index + 1].has(.de)
            {
                let name = phrases.left(endingAt: index, floor: 0, style: .count)
                guard name.item.last == index, name.predicate == nil else { return nil }
                return phrases.string(name.item, text: text)
            }
            index -= 1
        }
        return nil
    }

    /// Whether 从 or 由 stands before a noun phrase, with a word and 的 between at most.
    func comesFrom(_ first: Int) -> Bool {
        (1...3).contains { back in
            first >= back && tokens[first - back].kind == .word && tokens[first - back].has(.from)
        }
    }

    /// 从|滨河路站|到|大学城站，全长26公里: whether a place is where something goes to that comes from another.
    func leadsTo(_ first: Int) -> Bool {
        guard first > 1, tokens[first - 1].has(.arrive) else { return false }
        return tokens[max(0, first - 9)..<first - 1].contains { $0.has(.from) }
    }

    /// What a size is of, without the size: 园区二期 of 园区二期总投资; empty for a bare size.
    static func withoutSize(_ item: String) -> String {
        for size in [
            "占地总面积", "总占地面积", "总建筑面积", "建筑面积", "占地面积", "用地面积", "用地", "营业面积", "经营面积", "使用面积", "办公面积", "绿化面积", "总面积",
            "面积",
            "占地", "总投资", "投资", "总产值", "年产值", "产值",
            "年产量", "总产量", "产量",
            "日均客流量", "日均人流量", "日均客流", "客流量", "人流量", "客流",
            "成交量", "成交额", "交易量", "交易额",
            "销售额", "营业额", "营业收入", "收入", "税收",
            "余额",
            "租金",
            "工资", "长度", "总长", "全长", "总里程", "里程", "宽度", "高度", "深度", "厚度", "直径", "长", "宽", "高", "深",
        ]
        where item.hasSuffix(size) {
            let owner = item.dropLast(size.count)
            // 书店总|营业面积240平方米，藏书6000册
            return String(owner.hasSuffix("总") ? owner.dropLast() : owner)
        }
        // 水厂日供水量12万立方米，日处理能力8万吨
        return DailyRate.doer(of: item)
    }

    /// Two names as one, what both say said once: 老旧小区改造 and 改造面积.
    static func joined(_ owner: String, _ item: String) -> String {
        // 参保人数1.8万人，参保率98.6%
        if rates.isEnding(of: item), owner.hasSuffix("人数"), item.hasPrefix(String(owner.dropLast(2))) { return item }
        var owner = withoutNumber(owner)
        // 医保参保人数32万人，参保率98.6%
        if rates.isEnding(of: item), owner.hasSuffix("人数"), owner.count > 4 { owner.removeLast(2) }
        // 队伍平均年龄36岁，持证率65%
        if rates.isEnding(of: item), owner.hasSuffix("平均年龄"), owner.count > 5 { owner.removeLast(4) }
        if rates.isEnding(of: item), let average = averages.first(where: { owner.hasPrefix($0) }), owner != average {
            // 日均来电2100件，接通率98%
            owner.removeFirst(average.count)
        }
        if rates.isEnding(of: item), owner.hasSuffix("数"), owner.dropLast().hasSuffix(item.prefix(2)), item.count > 2 {
            // 呼入接通数20168个，接通率97%
            owner.removeLast()
        }
        if rates.isEnding(of: item), owner.hasSuffix("量"), owner.count > 4 {
            // 安检码张贴量6200户，张贴率91%: nor how much was done
            owner.removeLast(3)
        }
        if owner.hasSuffix(item) { return owner }
        // 占总值的比重为18%，占比较上年提升0.4个百分点: one share
        if item == "占比", portions.isEnding(of: owner) { return owner }
        let doing = item.dropLast()
        if item.hasSuffix("率"), doing.count > 1, owner.hasPrefix(doing), owner.count > doing.count {
            // 不合格样品7批次，不合格率1.4%
            return owner.dropFirst(doing.count) + item
        }
        for length in stride(from: min(owner.count, item.count), to: 1, by: -1)
        where owner.hasSuffix(item.prefix(length)) {
            return owner + item.dropFirst(length)
        }
        return owner + item
    }

    /// 热线工单 of 12345热线工单: a hotline in the name of something else goes without its number.
    static func withoutNumber(_ name: String) -> String {
        let word = name.drop { $0.isASCII && $0.isNumber }
        return word.hasPrefix("热线") && word.count > 2 ? String(word) : name
    }

    /// The noun phrase before 每餐, 每户.
    private func ownerBeforePer(_ position: Int, _ text: Span<UInt8>) -> String? {
        var index = position - 1
        while index >= 0, position - index < 4 {
            if text.has("每", at: tokens[index].start) {
                var owner = phrases.left(endingAt: index - 1, floor: 0, style: .count).item
                // 60至69岁老人: which of them is not what is paid
                while owner.count > 1, let first = owner.first, text[tokens[first].start] < 0x80 { owner.removeFirst() }
                // 每孩每月收费1600元
                if let first = owner.first, first > 0, text.has("每", at: tokens[first - 1].start),
                    phrases.scalars(of: owner) == 1
                {
                    return nil
                }
                return owner.isEmpty || owner.allSatisfy({ tokens[$0].has(.placeName) })
                    ? nil : phrases.string(owner, text: text)
            }
            index -= 1
        }
        return nil
    }
}
