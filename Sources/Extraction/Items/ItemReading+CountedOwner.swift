import Facts
import Scanning
import Units

/// What the sentence has counted that a bare size, rate or member is of: 诉求 of 化解率 in 诉求326件，化解率98%.
extension SentenceReader {
    /// With what was counted before in the sentence, or not at all where it cannot be of that: 调解消费纠纷342起，成功率96%.
    func completeByCounted(_ bare: BareName, _ text: Span<UInt8>, _ state: inout State) {
        if bare.isRate, let people = peopleAskedLast(bare.item, state) {
            state.reading.complete(as: people + bare.item)
            return
        }
        let isPaid = bare.isRate && SentenceReader.paidRates.contains { bare.item.hasPrefix($0) }
        let paid = isPaid ? state.facts.last { SentenceReader.sums.isEnding(of: $0.item) } : nil
        let named = paid ?? countedFact(for: bare, state)
        if bare.isRate, paid == nil, let named, unitDimension(of: named.quantity) == .money,
            !SentenceReader.ratesOfSums.isEnding(of: bare.item)
        {
            // 税收预计达6亿元，空置率压降到18%: money stands empty nowhere
            return
        }
        if let verb = bare.left.predicate, makesNew(verb, tokens[bare.last]) { return }
        // 推选组长28名、成员164名, 清运垃圾3吨，队员12名: those of a body, and not of the people or the load before; nor are there
        // books of money (投入资金30万元，藏书3万册)
        if tokens[bare.last].has(.member), let named, let dimension = unitDimension(of: named.quantity),
            tokens[bare.last].has(.human)
                ? dimension != .count
                : dimension == .money && SentenceReader.raised.contains(named.item)
        {
            return
        }
        if let test = testBehindCounted(bare, text, state) {
            state.reading.complete(as: test)
            return
        }
        if bare.isRate, let done = objectDone(bare, text) {
            state.reading.complete(as: SentenceReader.joined(done, bare.item))
            return
        }
        if bare.isRate, bare.item.hasSuffix("率"), let named, SentenceReader.toldByDoing.contains(named.rule),
            named.item.hasSuffix("人员")
        {
            // 参加投票4416人，参选率91.4%: those who are told by what they did are the part, and not the whole
            return
        }
        guard let owner = ownerName(of: bare, named, isPaid: paid != nil, state) else { return }
        // 涉及5个小区、14栋住宅楼，总建筑面积5.6万平方米: that of all of them
        if bare.left.item.count == 2, bare.item.hasPrefix("总"), state.facts.count > 1,
            state.facts.count <= places.count,
            case let list = places[state.facts.count - 2]..<places[state.facts.count - 1],
            tokens[list].contains(where: { $0.isMark(.pause) || $0.has(.and) }),
            !tokens[list].contains(where: \.endsClause)
        {
            return
        }
        if !bare.isRate, let crop = SentenceReader.withoutGrowing(owner, for: bare.item) {
            state.reading.complete(as: SentenceReader.joined(crop, bare.item))
            return
        }
        if bare.item == "成功率", let action = named?.action, action.unicodeScalars.count == 2 {
            // 调解消费纠纷342起，成功率96%: that of the doing
            state.reading.complete(as: owner + action + bare.item)
            return
        }
        state.reading.complete(as: SentenceReader.joined(owner, bare.item))
    }

    /// What becomes of a sum, bit by bit.
    private static let ratesOfSums: WordList = [
        "完成率", "到位率", "支付率", "拨付率", "执行率", "收缴率", "增长率", "利润率", "占比", "增速", "进度", "返还率", "回收率", "挽回率", "支出率", "兑现率",
        "兑付率",
        "入库率", "开工率", "发放率", "投资率", "征收率", "使用率", "转化率", "达产率", "比重",
    ]

    /// What people are asked, or may take part in.
    private static let opinions: WordList = ["知晓率", "满意率", "满意度", "参与率", "支持率", "认可度", "认可率", "知晓度", "参与度", "同意率"]

    /// 居民 of 居民知晓率达96%，参与率达88%: those whom the last rate was of, where both are such as people have.
    private func peopleAskedLast(_ rate: String, _ state: State) -> String? {
        guard SentenceReader.opinions.contains(rate), let last = state.facts.last, last.change == .none,
            !semicolons.contains(where: { places[state.facts.count - 1] < $0 && $0 < state.place }),
            let end = ["知晓率", "满意率", "满意度", "参与率", "支持率", "认可度"].first(where: { last.item.hasSuffix($0) }),
            case let people = String(last.item.dropLast(end.count)), (2...4).contains(people.unicodeScalars.count),
            ["居民", "群众", "住户", "家长", "商户", "企业", "村民", "业主", "市民", "学生", "老人", "职工"].contains(where: {
                people.hasSuffix($0)
            })
        else { return nil }
        return people
    }

    /// Rules that name people by what they do.
    private static let toldByDoing: WordList = ["item.unit", "item.doing"]

    /// What is set up or signed, as the rates of it are called otherwise than the verb: 成立业委会, 组建率.
    private static let foundings: WordList = ["组建", "建立", "覆盖", "成立"]

    /// 自愿协议 of 87户签订自愿协议，签约率94%: the object of the verb behind the figure before, where the rate is called by that verb.
    private func objectDone(_ bare: BareName, _ text: Span<UInt8>) -> String? {
        guard bare.item.hasSuffix("率"), let mark = bare.left.item.first.map({ $0 - 1 }), mark > 1,
            tokens[mark].endsClause, !semicolons.contains(mark)
        else { return nil }
        let doing = bare.item.dropLast()
        var verb = mark - 1
        while verb > 0, mark - verb < 10, !tokens[verb].isQuantity, !tokens[verb].endsClause {
            let token = tokens[verb]
            if phrases.isVerbal(token), token.wordClass == .verb, verb + 1 < mark {
                let word = text.string(ofDocument: token.start..<token.end)
                // 签订“门前五包”责任书: a verb inside the object is none
                if doing.first.map({ word.contains($0) }) ?? false
                    || token.has(.founding) && SentenceReader.foundings.contains(String(doing))
                {
                    return thing(endingAt: mark - 1, from: verb + 1, text)
                }
            }
            verb -= 1
        }
        return nil
    }

    /// The figure before that a rate or a member may be of: 工单3862件 for 办结率, and not 月租金900元.
    private func countedFact(for bare: BareName, _ state: State) -> QuantityReading? {
        // 月租金900元，入住率97%: a rate is not that of a sum of money, unless it is paid (缴纳物业费35元，收缴率92%).
        // 工单3862件，办结率100%，满意率91.2%: nor that of another rate.
        // 新建工作站5个，办结率99%: and one of handling is that of cases alone.
        let handles = bare.isRate && SentenceReader.handlings.isFound(in: bare.item)
        // 入驻企业43家，其中高新技术企业16家，入驻率87%: nor that of a part; but 老年人2.1万人，占比24% is.
        let isOfWhole = bare.isRate && !bare.item.hasSuffix("占比")
        return state.facts.last {
            // 用三天时间完成摸底，签约率98%: nor that of a time, unless days are counted (优良天数)
            (![.money, .ratio, .point, .time, .score].contains(unitDimension(of: $0.quantity) ?? .count)
                || $0.item.hasSuffix("天数"))
                && (!isOfWhole || $0.partOf == nil) && (!handles || isCase($0)) && !isVerbAlone($0.item, state)
        }
            ?? (handles
                ? nil : state.facts.last { ![.time, .score].contains(unitDimension(of: $0.quantity) ?? .count) })
    }

    /// What a figure before counts, as the owner of a bare name; nothing where it cannot be: 水厂 of 水厂日供水量.
    private func ownerName(of bare: BareName, _ named: QuantityReading?, isPaid: Bool, _ state: State) -> String? {
        guard var found = bare.isRate || tokens[bare.last].has(.member) ? named?.item : sizedOwner(state) else {
            return nil
        }
        if bare.isRate, named?.rule == "item.unit", found.hasSuffix("人员"), found.unicodeScalars.count == 4 {
            // 已缴费1.6万人，进度68%: that of the doing
            found.removeLast(2)
        }
        // 园区入驻商户160家，出租率94%: those who rent are not what is let
        if SentenceReader.occupancies.isEnding(of: bare.item), SentenceReader.tenants.isEnding(of: found) { return nil }
        if bare.isRate, let named, !namesOwnerOfRate(named, bare) { return nil }
        // 保障资金总额60万元，支出22万元
        if found.hasSuffix("资金总额") { found.removeLast(2) }
        if isPaid, let per = SentenceReader.pers.last(where: { found.hasPrefix($0) }) {
            found.removeFirst(per.count)
        }
        guard case let owner = bare.isRate && !found.hasSuffix("面积") ? found : SentenceReader.withoutSize(found),
            !owner.isEmpty,
            owner.unicodeScalars.count <= (bare.isRate ? 20 : 16),
            // 每节课45分钟，学员130人
            !owner.hasPrefix("每"),
            // 设计规模36个班，学位1650个: those of the school
            !isSchoolClass(owner),
            // 开设课程18门，学员260人: nor has a course those of the school
            !(owner.hasSuffix("课程") && bare.item == "学员"),
            !owner.hasSuffix(bare.item), !owner.hasSuffix("率"),
            // 发案数下降三成，损失金额减少280万元: how many there were is worth nothing
            !owner.hasSuffix("数") || unitDimension(of: state.reading.quantity) != .money,
            !SentenceReader.members.isEnding(of: owner),
            // 规划泊位180个，总投资640万元: a part of a building costs nothing by itself
            !(owner.hasSuffix("泊位") && (bare.item.hasSuffix("投资") || bare.item.hasSuffix("进度"))),
            // 存在路面破损、雨污合流、路灯14条: what is wrong with it
            !owner.contains("、") || owner.unicodeScalars.count <= 8 || !bare.item.hasSuffix("面积"),
            // 拆除违建12处，总投资860万元: nor does what was taken away
            !(bare.item.hasSuffix("投资") && state.facts.contains { $0.item == owner && isTakenAway($0) }),
            // 召开议事会5次，筹措资金46万元: nor is any money put into a meeting
            !SentenceReader.raised.contains(bare.item) || isInvestedIn(owner) || SentenceReader.aids.isEnding(of: owner)
        else { return nil }
        return owner
    }

    private func isTakenAway(_ fact: QuantityReading) -> Bool {
        fact.action.map { SentenceReader.removals.contains($0) } ?? false
    }

    private static let removals: WordList = ["拆除", "清理", "取缔", "关停", "清退", "淘汰", "清除"]

    /// How full a building is.
    private static let occupancies: WordList = ["出租率", "入驻率", "入住率", "空置率", "去化率"]
    private static let tenants: WordList = [
        "企业", "商户", "公司", "单位", "工作室", "机构", "团队", "商家", "客商", "人员", "居民", "青年", "学员", "户", "家庭",
    ]

    /// Whether those or that which was counted before may have a rate: no people who are only told by what they did (参加投票人员), no
    /// task, no meeting that people vote at.
    private func namesOwnerOfRate(_ named: QuantityReading, _ bare: BareName) -> Bool {
        let owner = named.item
        if owner.hasSuffix("人员"), owner.unicodeScalars.count > 4, ["item.unit", "item.doing"].contains(named.rule) {
            return false
        }
        if owner.hasSuffix("任务数") || owner.contains("、") && owner.unicodeScalars.count > 8 { return false }
        return
            !(SentenceReader.votes.isEnding(of: bare.item)
            && ["场", "次", "回"].contains(unit(named.quantity)?.name ?? ""))
    }

    private static let votes: WordList = ["同意率", "赞成率", "支持率", "反对率"]

    /// 学法考试合格率 of 53名干部参加学法考试，合格率100%: of the test that stands behind those who were counted.
    private func testBehindCounted(_ bare: BareName, _ text: Span<UInt8>, _ state: State) -> String? {
        guard let last = state.facts.indices.last, last < places.count,
            let test = test(before: bare.left.item.lowerBound, of: bare.item, from: places[last] + 1, text)
        else { return nil }
        return test + bare.item
    }

    /// 新增学位9360个, 新增绿化面积7500平方米: whether a verb makes new what belongs to nothing that was counted before.
    private func makesNew(_ verb: Int, _ thing: Token) -> Bool {
        if tokens[verb].kinds.contains(.addition), thing.has(.attribute) { return phrases.scalars(thing) > 2 }
        return thing.has(.member) && !thing.has(.agent) && !thing.has(.human) && tokens[verb].has(.transitive)
            && !tokens[verb].has(.light) && !tokens[verb].has(.stock)
    }

    /// 受理65件 办结64件 办结率98.5%: whether an item is no more than the verb of a figure, which has no rate.
    private func isVerbAlone(_ item: String, _ state: State) -> Bool {
        state.facts.contains { $0.rule == "item.verb" && $0.item == item }
    }

    /// Whether a figure counts what is handled one by one: 诉求326件, 问题17个.
    func isCase(_ fact: QuantityReading) -> Bool {
        switch unit(fact.quantity)?.name {
        case "件", "条", "起", "宗", "项", "例", "单", "批", "次", "人次": true
        case "个": ["问题", "诉求", "隐患", "纠纷", "案件", "事项", "矛盾"].contains { fact.item.hasSuffix($0) }
        default: false
        }
    }

    /// What a bare size is of: the last thing counted in the sentence that is no person, household or mere extent (涉及…).
    func sizedOwner(_ state: State) -> String? {
        let start = semicolons.filter { $0 < state.place }.max()
        let takesMoney = unitDimension(of: state.reading.quantity) == .money
        let sizesGround = [.area, .length].contains(unitDimension(of: state.reading.quantity) ?? .count)
        var owner: String?
        for (offset, fact) in state.facts.enumerated() where offset < places.count {
            if let start, places[offset] < start { continue }
            // 整治小巷14条（其中石板巷3条），总长6.2公里: that of all of them
            if isBracketed(offset, before: state.place) { continue }
            let dimension = unitDimension(of: fact.quantity) ?? .count
            // 临时救助63人次，支出18.9万元: doings that money goes to
            let isPaid = takesMoney && SentenceReader.aids.isEnding(of: fact.item)
            guard
                ![.person, .household, .personTime, .householdTime, .money, .ratio, .point, .time].contains(dimension)
                    || isPaid && dimension != .money,
                fact.change == .none,
                !["涉及", "惠及", "覆盖"].contains(fact.action ?? "")
            else { continue }
            // 摊位72个，营业额186万元: a part of a place has none of its sizes, and a question none at all
            if SentenceReader.members.isEnding(of: fact.item) || SentenceReader.matters.isEnding(of: fact.item)
                // 分3期建设, 销往3个地方: nor has a phase, or a place that is only called so
                || fact.item.hasSuffix("地方") || fact.item.hasSuffix("机会") || fact.item.hasSuffix("岗位")
                || ["期", "批"].contains(unit(fact.quantity)?.name ?? "")
                || fact.item.hasSuffix("人口") || fact.item.hasSuffix("人数") || fact.item.hasSuffix("距离")
            {
                continue
            }
            // 辖5个社区、3个行政村，总面积18.6平方公里: that of all of them together
            if SentenceReader.districts.isEnding(of: fact.item) { continue }
            // 6个小区、23栋楼: by the one that says more
            if owner != nil, fact.item.unicodeScalars.count == 1 { continue }
            owner = fact.item
            // 企业320家，其中规上企业46家、高新企业82家，实现税收12亿元: that of the whole, where several parts of it were told
            if let whole = fact.partOf, offset > 0, state.facts[offset - 1].partOf == whole, whole < state.facts.count {
                owner = state.facts[whole].item
            }
        }
        return owner
            ?? (start == nil
                ? state.facts.first {
                    $0.change == .none && !$0.item.hasSuffix("距离") && unitDimension(of: $0.quantity) != .time
                        && !SentenceReader.districts.isEnding(of: $0.item)
                        // 专职工作者12人，新建成的活动场所面积达800平方米: and people have no extent
                        && !(sizesGround
                            && ([.person, .household].contains(unitDimension(of: $0.quantity) ?? .count)
                                || unitDimension(of: $0.quantity) == .money
                                    && SentenceReader.withoutSize($0.item) == $0.item
                                || $0.item.hasSuffix("人口")))
                        && !["期", "批"].contains(unit($0.quantity)?.name ?? "")
                }?.item : nil)
    }

    /// The parts that a street or town is laid out in.
    static let districts: WordList = ["社区", "行政村", "自然村", "村委会", "居委会", "居民小组", "村民小组"]

    /// What is itself a part of something, and owns none: 床位30张、托位54个.
    private static let members: WordList = [
        "床位", "托位", "座位", "学位", "车位", "席位", "摊位", "餐位", "活动室", "功能室", "教学班", "班级",
    ]

    /// What is done with cases, as the rates of it are called.
    private static let handlings: WordList = ["办结", "受理", "化解", "响应", "处置", "答复", "投诉", "调解", "解决"]

    /// Doings for people that cost money.
    private static let aids: WordList = ["救助", "补助", "慰问", "资助", "帮扶", "培训", "助学", "救济"]

    /// Money that is raised for works or given out.
    private static let raised: WordList = ["资金", "投资", "投入资金"]

    /// For what it is paid, where the name of a sum says so: 每月物业费35元.
    private static let pers = ["每月", "每年", "每户", "每人", "每平方米"]

    /// How the name of a rate begins that tells how much of a sum has been paid.
    private static let paidRates = ["收缴", "缴费", "缴纳", "征缴", "征收", "交费"]
}
