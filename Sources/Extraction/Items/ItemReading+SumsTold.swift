import Facts
import Scanning
import Units

/// Sums of money whose clause tells only what is done with them, and whose name stands before it: 护理补贴每人每月120元，上半年已发放245万元;
/// 物业用房租金由街道承担，每年36万元; 高龄津贴：惠及2300人，发放69万元.
extension SentenceReader {
    /// Names a sum of money by what was paid, charged, sold or kept from being lost.
    func nameSumTold(_ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.change == .none, state.reading.rule != "item.distributed", state.place > 0 else { return }
        switch unitDimension(of: state.reading.quantity) {
        case .money:
            let clause = clauseStart(of: state.place)..<state.place
            _ =
                nameByRate(text, &state) || nameCharge(clause, text, &state) || nameByPriceLabel(clause, text, &state)
                || namePrice(clause, text, &state) || nameAverted(text, &state) || nameSale(clause, text, &state)
                || namePaid(clause, text, &state) || nameSumOfLife(clause, text, &state)
        case .time: nameFreeTime(text, &state)
        default: break
        }
    }

    /// Rules that found no name for a sum in its own clause.
    private static let nameless: WordList = [
        "item.fund.verb", "item.none", "item.guessed", "item.topic", "item.carried", "item.restated", "item.verb",
    ]

    func isNameless(_ state: State) -> Bool { SentenceReader.nameless.contains(state.reading.rule) }

    /// The last word before a figure that is more than how exact it is, or that it was done: 发放 of 已累计发放了近|69万元.
    func wordBefore(_ place: Int) -> Int? {
        var index = place - 1
        while index >= 0, place - index < 5, tokens[index].kind == .word,
            tokens[index].isBound || tokens[index].has(.aspect) || tokens[index].wordClass == .adverb
                || tokens[index].has(.sum)
        { index -= 1 }
        return index >= 0 && tokens[index].kind == .word ? index : nil
    }

    // MARK: - What is paid

    /// What the names of sums end in that are paid out bit by bit.
    static let paidOut: WordList = [
        "费", "款", "金", "补贴", "津贴", "补助", "奖励", "奖补", "奖补资金", "补贴资金", "补助资金", "收益", "分红",
    ]
    private static let disbursings: WordList = [
        "拨付", "发放", "兑付", "支付", "到账", "兑现", "下达", "落实", "支出", "结算", "代发", "返还", "发给", "报销", "拨出", "划拨", "发了", "到位",
        "收取", "收缴",
    ]
    /// What somebody is entitled to, whose sum is called after it.
    private static let entitlements: WordList = ["救助", "低保", "供养", "慰问", "优待", "资助", "优抚"]
    private static let subsidies: WordList = [
        "补贴", "津贴", "补助", "救助", "低保", "供养", "慰问", "优待", "资助", "优抚", "奖励", "奖补", "低保金", "补助金",
    ]

    /// 取暖费 of 取暖费按每户每月180元标准补助: what is paid by a rate, before 按.
    private func nameByRate(_ text: Span<UInt8>, _ state: inout State) -> Bool {
        let next = state.place + 1
        guard next < tokens.count, text.has("标准", at: tokens[next].start), tokens[next].kind == .word,
            let paid = paidBy(state.place, text)
        else { return false }
        take(paid, "item.left", text, &state)
        (state.reading.action, state.reading.verb) = (nil, nil)
        return true
    }

    /// Takes the sum that was named before a clause which only tells that it was paid out, or how much of it a time.
    private func namePaid(_ clause: Range<Int>, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        if state.reading.item.hasSuffix("标准"), state.reading.item.unicodeScalars.count <= 4,
            let label = labelOfSubsidy(before: clause.lowerBound, text, state)
        {
            // 高龄津贴：惠及2300人，标准每人每月50元
            state.reading.complete(as: label + "标准")
            return true
        }
        guard isNameless(state) else { return false }
        if let each = clause.first(where: { text.has("每", at: tokens[$0].start) }), each > clause.lowerBound,
            case let named = tokens[clause.lowerBound..<each],
            SentenceReader.paidOut.ends(in: text, at: tokens[each - 1].end),
            named.allSatisfy({ $0.kind == .word && !$0.has(.de) && phrases.isNominal($0) }),
            case let name = text.string(of: named), (3...10).contains(name.unicodeScalars.count)
        {
            // 市级补助每栋6万元
            state.reading.name(name, by: "item.left", doubting: nil)
            return true
        }
        guard clause.lowerBound > 0 else { return false }
        let isPaidOut = wordBefore(state.place).map {
            $0 >= clause.lowerBound && SentenceReader.disbursings.ends(in: text, at: tokens[$0].end)
        }
        // 租金由街道承担，每年36万元: a rate alone
        let isRate =
            tokens[clause].contains { text.has("每", at: $0.start) }
            && tokens[clause].allSatisfy {
                $0.isBound || $0.wordClass == .measure || $0.isTime || text.has("每", at: $0.start)
                    || $0.wordClass == .adverb
            }
        if state.reading.rule == "item.restated", !SentenceReader.subsidies.isEnding(of: state.reading.item),
            let label = labelOfSubsidy(before: clause.lowerBound, text, state)
        {
            // 临时救助：审批19人次、4.75万元
            state.reading.name(label, by: "item.carried", doubting: "what is paid was named in a clause before")
            return true
        }
        guard isPaidOut ?? false || isRate else { return false }
        if let sum = sumNamed(before: clause.lowerBound, isRate: !(isPaidOut ?? false), text, state)
            ?? labelOfSubsidy(before: clause.lowerBound, text, state)
        {
            state.reading.name(
                sum, by: "item.carried", doubting: "what is paid was named in a clause before")
            return true
        }
        return false
    }

    /// The sum that the sentence has named last before a clause: of a figure, or of none.
    ///
    /// - Parameter isRate: whether it is told again by how much it is a time, and so was named right before.
    private func sumNamed(before start: Int, isRate: Bool, _ text: Span<UInt8>, _ state: State) -> String? {
        if !isRate, let last = state.facts.last, unitDimension(of: last.quantity) == .money, last.change == .none,
            !semicolons.contains(where: { $0 < start && places[state.facts.count - 1] < $0 }), isPaidOut(last.item),
            (3...10).contains(last.item.unicodeScalars.count)
        {
            return last.item
        }
        var index = start - 2
        while index >= 0, start - index < 30, !semicolons.contains(index) {
            let token = tokens[index]
            if isRate, token.isQuantity || token.endsClause { return nil }
            if token.kind == .word, SentenceReader.entitlements.ends(in: text, at: token.end),
                tokens[index + 1].isQuantity,
                case let name = phrases.string(phrases.left(endingAt: index, floor: 0, style: .count).item, text: text),
                (3...8).contains(name.unicodeScalars.count), SentenceReader.entitlements.isEnding(of: name)
            {
                // 城市低保317户，上半年累计发放162.4万元
                return name + "金"
            }
            if token.kind == .word, SentenceReader.paidOut.ends(in: text, at: token.end), token.wordClass != .verb,
                // 补贴资金, 补助老人: the last word of its name
                !phrases.isNominal(tokens[index + 1]) || text.has("每", at: tokens[index + 1].start)
                    || tokens[index + 1].isTime,
                !tokens[index + 1].has(.de),
                case let phrase = phrases.left(endingAt: index, floor: 0, style: .count).item, phrase.last == index,
                case let name = phrases.string(phrase, text: text), isPaidOut(name),
                (2...12).contains(name.unicodeScalars.count)
            {
                return name
            }
            index -= 1
        }
        return nil
    }

    /// Whether a name is that of a sum which is paid out, and neither that of a fund nor what falls to each.
    private func isPaidOut(_ name: String) -> Bool {
        SentenceReader.paidOut.isEnding(of: name) && !name.hasSuffix("基金") && !name.contains("均")
    }

    /// 高龄津贴 of 高龄津贴：惠及2300人，发放69万元, 城市低保金 of 城市低保：…: what the sentence or its paragraph is headed by.
    private func labelOfSubsidy(before start: Int, _ text: Span<UInt8>, _ state: State) -> String? {
        var name = state.memory.topic ?? ""
        let colon = tokens[..<start].suffix(30).lastIndex { isColon($0, text) }
        if let colon, colon > 0, !semicolons.contains(where: { colon < $0 && $0 < start }),
            SentenceReader.subsidies.ends(in: text, at: tokens[colon - 1].end)
        {
            // 1.城市低保: without its number
            let words = tokens[..<colon].reversed().prefix { $0.kind == .word && $0.wordClass != .number }.count
            name = text.string(of: tokens[(colon - words)..<colon])
        }
        guard SentenceReader.subsidies.isEnding(of: name), (2...12).contains(name.unicodeScalars.count) else {
            return nil
        }
        return SentenceReader.entitlements.isEnding(of: name) ? name + "金" : name
    }

    // MARK: - What is charged

    /// What a charge by the hour is for, by a word for the place or the thing.
    private static let charged: [(words: WordList, doing: String)] = [
        (["停车", "泊位", "车位", "停车场", "停车位"], "停车"), (["充电", "充电桩", "充电口"], "充电"),
    ]

    /// 停车 of 停车场有泊位120个，首小时免费: what is charged for by the hour, as the sentence or the paragraph says; nil where it
    /// speaks of no charge at all.
    private func chargedFor(before place: Int, _ text: Span<UInt8>, _ state: State) -> String? {
        let range = tokens[max(0, place - NounPhrases.longest)].start..<tokens[place].start
        let kinds = SentenceReader.charged.filter { kind in
            kind.words.isFound(in: text, range) || state.memory.topic.map { kind.words.isFound(in: $0) } ?? false
                || state.memory.entries.contains { kind.words.isFound(in: $0.item) }
        }
        if let kind = kinds.first { return kind.doing }
        return (["免费", "收费"] as WordList).isFound(in: text, range) ? "" : nil
    }

    /// 停车收费 of 首小时免费，之后每小时1.5元, 全天停车收费 of 全天封顶12元: what is charged by the hour, and at most.
    private func nameCharge(_ clause: Range<Int>, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        let capped = clause.last { text.has("封顶", before: tokens[$0].end) }
        let isHourly = clause.contains {
            text.has("小时", before: tokens[$0].end) || text.has("分钟", before: tokens[$0].end)
        }
        guard capped != nil || isHourly,
            isNameless(state) || state.reading.item.contains("小时") || capped != nil || state.reading.item == "收费",
            // 充电服务费由每小时0.35元降至0.25元: what has a name
            !SentenceReader.sums.isEnding(of: state.reading.item) || state.reading.rule == "item.fund.verb"
                || state.reading.item.contains("收费")
                || state.reading.item.contains("免费") || capped != nil,
            let doing = chargedFor(before: state.place, text, state)
                ?? (capped == nil ? nil : chargedLast(state))
        else { return false }
        // 24小时封顶, 单日封顶: within which time
        let span = capped.map { text.string(of: tokens[clause.lowerBound..<$0]) } ?? ""
        state.reading.name(
            (span.unicodeScalars.count <= 4 ? span : "") + doing + "收费", by: "item.topic",
            doubting: "what is charged for is taken from the clauses before")
        (state.reading.action, state.reading.verb) = (nil, nil)
        return true
    }

    /// 会议室 of 会议室每小时100元，全天封顶600元: what the charge before is for.
    private func chargedLast(_ state: State) -> String? {
        guard let last = state.facts.last, unitDimension(of: last.quantity) == .money, let per = last.per else {
            return nil
        }
        let name = last.item.hasPrefix(per) ? String(last.item.dropFirst(per.count)) : last.item
        return name.unicodeScalars.count <= 6 ? name : nil
    }

    /// 停车免费时长 of 停车场前15分钟免费: how long nothing is charged.
    private func nameFreeTime(_ text: Span<UInt8>, _ state: inout State) {
        let next = state.place + 1
        guard next < tokens.count, tokens[next].kind == .word, text.has("免费", at: tokens[next].start),
            phrases.closes(at: next + 1), state.reading.item == "免费",
            case let doing = chargedFor(before: state.place, text, state) ?? ""
        else { return }
        state.reading.name(
            doing + "免费时长", by: "item.topic", doubting: "what is charged for is taken from the clauses before")
    }

    // MARK: - What things cost

    private static let prices: WordList = ["价格", "票价", "收费", "餐费", "收费标准", "单价", "餐价"]

    /// 就餐价格 of 就餐价格分档：70—79岁7元, 老人票价 of 票价分档来：老人2元: prices in a list that the words before a colon head.
    private func nameByPriceLabel(_ clause: Range<Int>, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard clause.lowerBound > 1, clause.count <= 6 else { return false }
        var colon = clause.lowerBound - 1
        while colon > 0, clause.lowerBound - colon < NounPhrases.longest,
            !isColon(tokens[colon], text)
        {
            if tokens[colon].isMark(.sentenceEnd) { return false }
            colon -= 1
        }
        guard colon > 0, tokens[colon].endsClause,
            let head = tokens[..<colon].suffix(5).lastIndex(where: {
                $0.kind == .word && SentenceReader.prices.ends(in: text, at: $0.end)
            }), !tokens[head..<colon].contains(where: { $0.endsClause || $0.isQuantity }),
            !tokens[clause].contains(where: {
                $0.wordClass == .verb && $0.has(.transitive) || SentenceReader.sums.ends(in: text, at: $0.end)
                    || SentenceReader.prices.ends(in: text, at: $0.end)
            })
        else { return false }
        let price = phrases.string(phrases.left(endingAt: head, floor: 0, style: .count).item, text: text)
        guard (2...8).contains(price.unicodeScalars.count) else { return false }
        let payer = tokens[clause].prefix {
            $0.kind == .word && phrases.isNominal($0) && $0.wordClass != .number && !text.has("每", at: $0.start)
        }
        let rest = tokens[payer.endIndex..<clause.upperBound]
        let isWhole = rest.allSatisfy { $0.isBound || $0.wordClass == .measure || text.has("每", at: $0.start) }
        let who = isWhole && payer.first.map { text[$0.start] >= 0x80 } ?? false ? text.string(of: payer) : ""
        state.reading.name(
            (who.unicodeScalars.count <= 8 ? who : "") + price, by: "item.topic",
            doubting: "the words before the colon say what the figures are")
        return true
    }

    /// Measure words by which things are sold.
    private static let portions: WordList = [
        "份", "斤", "公斤", "张", "杯", "碗", "桶", "瓶", "袋", "盒", "度", "枚", "朵", "支", "枝", "头", "只", "棵", "株", "节", "碟",
        "串", "块",
        "本",
        "束", "箱", "吨", "千克", "筐",
    ]

    /// 午餐价格 of 午餐每份15元: what a thing costs by the piece, where nothing but 每份 stands between.
    private func namePrice(_ clause: Range<Int>, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard let per = state.reading.per, per.hasPrefix("每"), SentenceReader.portions.isEnding(of: per),
            let each = clause.last(where: { text.has("每", at: tokens[$0].start) }), each > clause.lowerBound,
            state.place - each <= 4,
            tokens[(each + 1)..<state.place].allSatisfy({
                $0.isBound || $0.wordClass == .measure || $0.wordClass == .adverb || $0.has(.able)
            }), let head = tokens[..<each].last, head.kind == .word, head.wordClass == .noun,
            head.roles.isDisjoint(with: [.human, .agent, .placeName, .magnitude, .attribute, .body]),
            !SentenceReader.sums.ends(in: text, at: head.end), !text.has("价", before: head.end),
            !SentenceReader.prices.ends(in: text, at: head.end),
            case let thing = phrases.left(endingAt: each - 1, floor: clause.lowerBound, style: .count).item,
            thing.upperBound == each, !thing.isEmpty
        else { return false }
        let name = phrases.string(thing, text: text)
        guard name.unicodeScalars.count <= 10 else { return false }
        state.reading.complete(as: name + (name.unicodeScalars.count == 1 ? "价" : "价格"))
        return true
    }

    // MARK: - What is kept or sold

    private static let averting: WordList = ["止付", "拦截", "冻结", "拦下", "追回", "止损", "追缴", "劝阻", "拦住", "赔付", "赔偿"]

    /// 止付资金 of 民警紧急止付56万元: money that is kept from being lost is no man's, and not who keeps it.
    private func nameAverted(_ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard let verb = wordBefore(state.place), SentenceReader.averting.ends(in: text, at: tokens[verb].end),
            isNameless(state) || state.reading.phrase.map({ $0.upperBound <= verb }) ?? false
        else { return false }
        let doing = text.string(ofDocument: (tokens[verb].end - 6)..<tokens[verb].end)
        // 当场赔付1.2万元
        let sum = text.has("赔", at: tokens[verb].end - 6) ? "款" : "资金"
        state.reading.name(doing + sum, by: "item.fund.verb", doubting: "only the verb tells what the money is for")
        // 预赔付38.6万元: a longer verb stays whole
        if !(state.reading.action?.hasSuffix(doing) ?? false) {
            (state.reading.action, state.reading.verb) = (doing, verb)
        }
        return true
    }

    private static let sellings: WordList = ["卖", "卖出", "卖到", "卖得", "售出", "热卖", "出售", "卖了", "卖掉"]

    /// 西瓜销售收入 of 种了12亩西瓜，今年卖了6万元: what somebody got for what was sold, which the clause or the one before names.
    private func nameSale(_ clause: Range<Int>, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard state.reading.per == nil, let verb = wordBefore(state.place), verb >= clause.lowerBound,
            SentenceReader.sellings.contains(tokens[verb].start..<tokens[verb].end, of: text)
        else { return false }
        var thing = ""
        if let phrase = state.reading.phrase, phrase.upperBound <= verb, state.reading.rule == "item.left",
            !phrase.contains(where: { phrases.isActor(tokens[$0]) || tokens[$0].has(.human) })
        {
            thing = phrases.string(phrase, text: text)
        } else if let owner = soldBefore(verb, clause, text) {
            thing = owner
        } else if isNameless(state) {
            let sold = state.facts.last {
                $0.change == .none && !$0.item.isEmpty
                    && [.count, .area, .mass, .volume].contains(unitDimension(of: $0.quantity) ?? .count)
            }
            thing = sold?.item ?? ""
        } else {
            return false
        }
        if !isNameless(state), !tokens[clause].contains(where: { $0.isTime || $0.wordClass == .time }),
            state.reading.quantity.value < Number(300)
        {
            // 两荤一素的套餐卖13元: what one of them costs
            state.reading.complete(as: thing + "价格")
            return true
        }
        state.reading.name(
            (thing.unicodeScalars.count <= 8 ? SentenceReader.withoutSize(thing) : "") + "销售收入", by: "item.fund.verb",
            doubting: "only the verb tells what the money is for")
        return true
    }

    /// 苹果 of 苹果去年|卖了12万元: what was sold, where a time parts it from the verb.
    private func soldBefore(_ verb: Int, _ clause: Range<Int>, _ text: Span<UInt8>) -> String? {
        var last = verb - 1
        while last > clause.lowerBound,
            tokens[last].isTime || tokens[last].wordClass == .adverb || tokens[last].has(.plan)
        {
            last -= 1
        }
        guard last >= clause.lowerBound, last < verb, tokens[last].wordClass == .noun, tokens[last].kind == .word else {
            return nil
        }
        // 果农老周家的苹果
        let first = tokens[clause.lowerBound..<last].lastIndex { $0.has(.de) }.map { $0 + 1 } ?? clause.lowerBound
        return thing(endingAt: last, from: first, text)
    }
}
