import Facts
import Scanning
import Units

/// Shares, scores and sums of money whose clause does not say what they are of or for: 70岁以上的占三成, 捐赠30万元.
extension SentenceReader {
    /// The whole that a share is taken of: 70岁以上的占三成, 3.2万件诉求中，物业类占35%.
    func readShare(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if clause.dimension == .ratio, state.reading.change != .none,
            state.reading.per.map({ $0.hasSuffix("亩") }) ?? false
        {
            // 每亩增产超过12%
            state.reading.name("亩产", by: "item.unit", doubting: nil)
            return true
        }
        if clause.measures, let range = clause.before.modifier {
            // 经营收益的三成, 完成全年任务的112%: the whole that the share is taken of.
            let whole = phrases.left(endingAt: range.upperBound - 1, floor: range.lowerBound, style: .count).item
            if takeCompared(with: range, text, &state) { return true }
            if !whole.isEmpty {
                let name = phrases.string(whole, text: text)
                if name.hasSuffix("类"),
                    let last = state.facts.last(where: { $0.partOf == nil && unitDimension(of: $0.quantity) != .ratio }
                    ),
                    !last.item.isEmpty
                {
                    // 3.2万件诉求中，物业类占35%，交通类占22%: a kind of them
                    state.reading.name(
                        name + SentenceReader.withoutKind(last.item, name), by: "item.carried",
                        doubting: "the words name a kind of what was counted before")
                    return true
                }
                if let rate = rateOfDone(of: name, state) {
                    state.reading.name(
                        rate, by: "item.whole", doubting: "the share is of a whole that the clause names")
                    return true
                }
                if let last = whole.last, whole.count > 1, let fact = state.facts.last,
                    // 建于上世纪80年代的占三成
                    phrases.isVerbal(tokens[last]) || tokens[whole.lowerBound].has(.state),
                    !fact.item.isEmpty, unitDimension(of: fact.quantity) != .ratio
                {
                    // 社区食堂76个，社会力量运营的占七成: of those that were counted
                    state.reading.name(
                        name + "的" + fact.item, by: "item.whole",
                        doubting: "the share is of a whole that the clause names")
                    return true
                }
                // 改造项目总投资1.2亿元，涉及居民4300户，已完成工程量的75%: people have no progress
                let counted =
                    SentenceReader.progress.isEnding(of: name)
                    ? state.facts.first { ![.person, .household].contains(unitDimension(of: $0.quantity) ?? .count) }
                        .map { SentenceReader.withoutSize($0.item) } : state.facts.last?.item
                // 热线类占五成，来信类占两成: nor is a kind one of the kind before
                let isKind = name.hasSuffix("类") && counted?.hasSuffix("类") ?? false
                let owner = name.unicodeScalars.count <= 4 && !isKind ? counted ?? "" : ""
                // 70岁以上的占三成; 完成全年任务的53%: how much of it is done
                let measure = name.hasSuffix("岁以上") ? "老人" : isDoneOfGoal(range, text) ? "完成率" : ""
                state.reading.name(
                    owner + name + measure, by: "item.whole",
                    doubting: "the share is of a whole that the clause names")
                return true
            }
        }
        return false
    }

    /// Nouns of what is to be reached.
    static let goals: WordList = ["任务", "目标", "计划"]

    /// 完成年度任务的75%: whether the words before 的 are a goal of which so much is done.
    func isDoneOfGoal(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard let last = range.last, SentenceReader.goals.ends(in: text, at: tokens[last].end) else { return false }
        var index = last - 1
        while index >= 0, last - index < 6, !tokens[index].endsClause, !tokens[index].isQuantity {
            if text.has("完成", before: tokens[index].end) { return true }
            index -= 1
        }
        return false
    }

    /// 降水量仅为常年同期的五分之一, 客流恢复至节前的90%: takes what is compared with the base before 的, which stands before the verb or
    /// was told last.
    private func takeCompared(with base: Range<Int>, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        var verb = base.upperBound - 1
        while verb > 0, !SentenceReader.comparing.contains(tokens[verb].start..<tokens[verb].end, of: text) {
            guard tokens[verb].kind == .word || tokens[verb].isTime, base.upperBound - verb < 10 else { return false }
            verb -= 1
        }
        guard verb + 1 < base.upperBound, tokens[verb].kind == .word,
            SentenceReader.comparing.contains(tokens[verb].start..<tokens[verb].end, of: text),
            !SentenceReader.totals.ends(in: text, at: tokens[base.upperBound - 1].end)
        else { return false }
        var last = verb - 1
        while last >= 0, tokens[last].wordClass == .adverb || tokens[last].has(.done) || tokens[last].has(.sum) {
            last -= 1
        }
        if last >= 0, tokens[last].kind == .word,
            case let subject = phrases.left(endingAt: last, floor: 0, style: .rate),
            subject.item.upperBound == last + 1, !subject.item.isEmpty,
            !subject.item.allSatisfy({ phrases.isActor(tokens[$0]) || tokens[$0].wordClass == .pronoun })
        {
            takeLeft(subject, .rate, unitDimension(of: state.reading.quantity), text, &state)
            return true
        }
        guard last < 0 || tokens[last].endsClause, let known = state.facts.last, !known.item.isEmpty,
            !SentenceReader.measures.contains(unitDimension(of: known.quantity) ?? .count)
        else { return false }
        state.reading.name(known.item, by: "item.carried", doubting: "the item is carried over from the figure before")
        return true
    }

    /// What a level is set against its base by: 是, 相当于, 恢复至.
    private static let comparing: WordList = [
        "为", "是", "仅为", "约为", "相当于", "达到", "达", "接近", "超过", "超", "恢复", "恢复至", "恢复到", "增至", "降至", "仅有", "不足", "不到", "高达",
        "已达", "升至", "近",
    ]

    /// What a share is done of, and nothing is compared with: 达到年度目标的八成.
    private static let totals: WordList = ["目标", "任务", "计划", "目标任务", "任务量", "工程量", "进度", "指标", "总量", "总数", "总额", "总人口"]

    /// Money that was named before, or that only the verb tells of: 还需完成16.23亿元, 捐赠30万元.
    func readMoney(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if clause.dimension == .money, let giving = clause.before.modifier?.last,
            SentenceReader.givings.contains(tokens[giving].start..<tokens[giving].end, of: text)
        {
            // 街道补助的8万元
            state.reading.name(
                text.string(of: tokens[giving...giving]) + "资金", by: "item.fund",
                doubting: "the verb tells what is given")
            return true
        }
        // 固定资产投资要达到30.5亿元，还需完成16.23亿元: 完成 names no money. 70岁以上老人每餐补2元，80岁以上补3元: nor does 补.
        let isBareLight =
            clause.before.verbs.map { $0.allSatisfy { tokens[$0].has(.light) || tokens[$0].has(.reach) } } ?? false
        if clause.dimension == .money,
            isBareLight || clause.verbs.map({ SentenceReader.payments.contains($0) }) ?? false,
            let fact = state.facts.last(where: { unitDimension(of: $0.quantity) == .money }),
            case let known = fact.item, !known.isEmpty,
            // 给了一次性补贴25万元，老人每餐补2元: what is paid a meal is another thing
            isBareLight || state.reading.per == nil || fact.per != nil
        {
            state.reading.name(
                known, by: "item.carried", doubting: "the item is carried over from what was counted before")
            return true
        }
        if clause.dimension == .money, let verbs = clause.verbs, !verbs.isEmpty, let range = clause.before.verbs,
            tokens[range.upperBound - 1].wordClass == .verb || verbs.hasSuffix("资")
                // 每户奖励500元: a verb whose noun is what is paid
                || state.reading.per != nil && SentenceReader.grants.contains(verbs)
        {
            // 投入12亿元, 捐赠30万元: money that nothing names is a fund.
            // 理发一次5元: and what is paid for a doing each time is its cost
            let own = state.reading.per.map { $0.hasPrefix("一") ? verbs + "费用" : $0 + SentenceReader.fund(of: verbs) }
            state.reading.name(
                own ?? SentenceReader.fund(of: verbs), by: "item.fund.verb",
                doubting: "only the verb tells what the money is for")
            return true
        }
        return false
    }

    /// A score of what was rated, and a fund by where it comes from: 在居民满意度测评中得了98.6分, 自筹6万元.
    func readScoreOrFund(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if clause.dimension == .score, let rated = ratingBefore(state.place, text) {
            // 在居民满意度测评中，她的团队得了98.6分
            state.reading.name(rated + "得分", by: "item.topic", doubting: "the item is taken from the clause before")
            return true
        }
        if clause.dimension == .score, let scored = scored(before: state.place, text) {
            state.reading.name(scored + "得分", by: "item.topic", doubting: "the item is taken from the clause before")
            return true
        }
        if clause.dimension == .money, ["自筹", "配套", "众筹"].contains(where: { clause.modifier.hasSuffix($0) }) {
            state.reading.name(
                clause.modifier + "资金", by: "item.fund", doubting: "only the verb tells what the money is for")
            return true
        }
        return false
    }

    /// Verbs of giving money, which before 的 tell what money it is.
    private static let givings: WordList = ["补助", "资助", "捐助", "捐赠", "拨付", "奖补", "赞助", "帮扶", "扶持"]

    /// Verbs of paying that say nothing of what is paid.
    private static let payments: WordList = ["补", "补助", "补贴", "谈", "追回", "兑付", "返还", "收回"]

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
        // 亏了3.6万元
        if verbs.hasSuffix("了"), let own = funds[String(verbs.dropLast())] { return own }
        // 改造花了1860万元: what the money was spent on stands before the verb.
        for length in [2, 1] where verbs.unicodeScalars.count > length + 1 {
            if let own = funds[String(verbs.suffix(length))] { return verbs.dropLast(length) + own }
        }
        return verbs + "资金"
    }

    private static let grants: Set<String> = ["奖励", "奖补", "补助", "补贴", "资助", "救助", "扶持"]

    private static let funds = [
        "补": "补贴", "补助": "补助", "付": "费用", "掏": "费用", "交": "费用", "出": "费用", "自付": "费用", "自掏": "费用", "花": "费用",
        "花费": "费用", "收": "收费", "收取": "收费", "捐": "捐款",
        "奖": "奖励", "奖励": "奖励", "奖补": "奖补", "补贴": "补贴", "挣": "收入", "赚": "收入", "罚": "罚款", "赔": "赔款", "缴": "缴费",
        "亏": "亏损", "亏损": "亏损", "减负": "减负", "增收": "增收", "让利": "让利", "优惠": "优惠", "减税": "减税", "创收": "创收", "义卖": "义卖款",
        "贴": "补贴",
        "摊": "分摊费用", "分摊": "分摊费用", "均摊": "分摊费用", "加收": "加收费用", "修": "维修费用", "掏钱": "费用", "刷卡": "费用", "扫码": "费用",
        "用": "费用", "凑": "出资", "垫": "垫付费用", "欠": "欠款", "欠下": "欠款", "罚没": "罚没款", "省": "节省费用", "省下": "节省费用", "算": "费用",
        "发出去": "发放资金", "进账": "收入",
    ]
}
