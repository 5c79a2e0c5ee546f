import Facts
import Scanning

/// The noun phrase behind a quantity: 424个|小区党支部, 30名|退休教师.
extension NounPhrases {
    /// The noun phrase that begins at `first`, or an empty one.
    ///
    /// - Parameter endsAtVerb: whether the clause's predicate must follow, as in 为127户困难家庭|改造灶具.
    /// - Parameter countsPeople: whether the measure word is one of people.
    /// - Parameter isObject: whether a verb stands before the quantity, whose object the phrase is.
    /// - Parameter countsEvents: whether the measure word is one of events: 场, 次.
    func right(
        startingAt first: Int, endsAtVerb: Bool = false, countsPeople: Bool = true, isObject: Bool = false,
        countsEvents: Bool = false
    ) -> Range<Int> {
        var index = first
        if index < tokens.count, tokens[index].has(.de) { index += 1 }
        // 隐患80处|全部|整改到位: what became of them all
        if index + 1 < tokens.count, tokens[index].has(.determiner), tokens[index].kinds.contains(.running),
            isVerbal(tokens[index + 1])
        {
            return first..<first
        }
        if index + 1 < tokens.count, tokens[index].has(.determiner), isNominal(tokens[index + 1]) { index += 1 }
        if endsAtVerb, index + 2 < tokens.count, tokens[index].has(.stock), tokens[index + 1].has(.de) {
            // 由7人组成的帮扶队伍
            return right(startingAt: index + 2, countsPeople: false)
        }
        // 20多个|像|这样|的|车间
        if index + 3 < tokens.count, tokens[index].kinds.contains(.likeness), tokens[index + 1].wordClass == .pronoun,
            tokens[index + 2].has(.de), isNominal(tokens[index + 3])
        {
            index += 3
        }
        // 百名附近|居民: where they are, in one word
        if index + 1 < tokens.count, tokens[index].kind == .word, tokens[index].wordClass == .locative,
            scalars(tokens[index]) == 2, isNominal(tokens[index + 1]), tokens[index + 1].wordClass != .locative
        {
            index += 1
        }
        // 3条新|的|生产线: an adverb of one character is an adjective before 的
        if index + 2 < tokens.count, tokens[index].kind == .word, tokens[index].wordClass == .adverb,
            scalars(tokens[index]) == 1, tokens[index + 1].has(.de), isNominal(tokens[index + 2])
        {
            index += 2
        }
        // 5套崭新|的|桌椅
        var praised = index
        while praised < tokens.count, tokens[praised].kinds.contains(.praise) { praised += 1 }
        if praised > index, praised + 1 < tokens.count, tokens[praised].has(.de), isNominal(tokens[praised + 1]) {
            index = praised + 1
        }
        // 6个平城区首批|便民服务点: where they are; but 上千名山西|籍|学生
        if index + 1 < tokens.count, tokens[index].has(.placeName), isNominal(tokens[index + 1]),
            scalars(tokens[index + 1]) > 1 || tokens[index + 1].wordClass != .noun || index + 2 == tokens.count
                || !isNominal(tokens[index + 2])
        {
            index += 1
        }
        // 为期两天的|第十四届|论坛: which one of a series it is
        if let named = behindOrdinal(index) { index = named }
        let start = index
        // 两个|假期|接待|游客1.8万人次: how many times there were, and what was done in them
        if !countsPeople, start + 2 < tokens.count, tokens[start].wordClass == .time, tokens[start].has(.manner),
            tokens[start + 1].has(.transitive),
            tokens[start + 2].kind == .word
        {
            return start..<(start + 1)
        }
        if countsEvents, let end = doingEnd(start) { return start..<end }
        let stated = countsPeople ? nil : headBehindState(start, isObject: isObject)
        guard start < tokens.count,
            isNominal(tokens[start]) || tokens[start].isMark(.openQuote) || isCompound(start)
                || isAttributive(start) || isUnclassed(start) || stated != nil
        else { return first..<first }
        if tokens[start].wordClass == .locative || tokens[start].wordClass == .measure { return first..<first }
        // 16人组成“帮帮团”: what they do
        if tokens[start].has(.stock), start + 1 < tokens.count, tokens[start + 1].isMark(.openQuote) {
            return first..<first
        }
        var high = start
        if let stated { index = stated }
        collecting: while index < tokens.count, index - start < NounPhrases.longest {
            let token = tokens[index]
            switch token.kind {
            case .quantity, .time: break collecting
            case .mark(let mark):
                if mark == .openQuote || mark == .openBracket && index > start {
                    guard let close = closing(of: index) else { break collecting }
                    // 75个事项“掌上办”: a quotation behind a noun is its predicate, unless a noun goes on behind it.
                    // 新建2座社区“口袋公园”: but behind the verb it is part of the object, as it is behind 专职.
                    if mark == .openQuote, high > start, index > 0, isNominal(tokens[index - 1]),
                        ![.attributive, .adjective].contains(tokens[index - 1].wordClass),
                        close + 1 >= tokens.count || !isNominal(tokens[close + 1]), !(isObject && closes(at: close + 1))
                    {
                        break collecting
                    }
                    // 4个院落（东苑、西苑）: their names; but 70个县（市、特区）
                    if mark == .openBracket, let pause = tokens[index..<close].firstIndex(where: { $0.isMark(.pause) }),
                        scalars(of: (index + 1)..<pause) > 1
                    {
                        break collecting
                    }
                    index = close
                    high = index + 1
                } else if mark == .pause, high > start, joinsRight(index) {
                    break
                } else {
                    break collecting
                }
            case .word:
                if token.has(.de) {
                    guard index + 1 < tokens.count, index > start,
                        isNominal(tokens[index + 1]) || tokens[index + 1].isMark(.openQuote)
                    else { break collecting }
                    // 3200台本地生产的乘用车: what was done to the thing behind 的, or was not (未集中供暖的平房)
                    if index - start == 1 && isVerbal(tokens[start]) && !tokens[start].has(.abstract)
                        || index - start < 4 && tokens[start].kinds.contains(.negation)
                    {
                        return right(startingAt: index + 1, countsPeople: countsPeople)
                    }
                    // 11个院落的改造方案: the measure word counts the noun before 的, but for people (4名社区的党员).
                    // 19个小区（院）的消防设施
                    let owner = tokens[index - 1].isMark(.closeBracket) ? beforeBracket(index - 1) : index - 1
                    if !countsPeople || tokens[owner].has(.human), tokens[owner].wordClass == .noun,
                        owner + 1 - behindQuote(start) <= (tokens[owner].has(.human) ? 7 : 3)
                    {
                        break collecting
                    }
                } else if token.has(.and) {
                    guard high > start, joinsRight(index) else { break collecting }
                } else if token.wordClass == .locative, index == start + 1, isVerbal(tokens[start]),
                    index + 2 < tokens.count, tokens[index + 1].has(.de), isNominal(tokens[index + 2])
                {
                    // 10个改造后的小区: which of them, before the thing; but 5条街道上的商户
                    return right(startingAt: index + 2, countsPeople: countsPeople)
                } else if index == start + 1, token.kinds.contains(.series), tokens[start].kinds.contains(.numeral) {
                    // 2025|届|毕业生
                    high = index + 1
                } else if isNominal(token), token.wordClass != .number || index == start,
                    token.wordClass != .locative
                        || index + 1 < tokens.count && isNominal(tokens[index + 1])
                            && ![.adjective, .attributive].contains(tokens[index + 1].wordClass)
                {
                    if opensPredicate(index, after: start, isObject: isObject) || splits(index) || picksOut(index) {
                        break collecting
                    }
                    // 派出由8名专家|组成的义诊队
                    if index > start, token.has(.stock), index + 1 < tokens.count, tokens[index + 1].has(.de) {
                        break collecting
                    }
                    // 46名网格员|24小时值守
                    if index > start, tokens[index].kinds.contains(.numeral), tokens[index - 1].has(.human) {
                        break collecting
                    }
                    // 3家单位|错时共享车位: how something is done, before the verb
                    if index > start, token.has(.manner), tokens[index - 1].has(.agent) || tokens[index - 1].has(.doer)
                    {
                        break collecting
                    }
                    // 4个人|发展到37人: what a person does
                    if index == start + 1, scalars(tokens[start]) == 1, tokens[start].has(.human), isVerbal(token) {
                        break collecting
                    }
                    if endsAtVerb, index > start, !joinsTrade(index),
                        isVerbal(token) || token.has(.stock)
                            || token.wordClass == .verbalNoun && closes(at: index + 1)
                    {
                        break collecting
                    }
                    high = index + 1
                } else if index == start, isAttributive(index) || isUnclassed(index) {
                    // 先行|片区: a verb without an object of its own right before a noun is its attribute.
                } else if index == start + 1, tokens[start].has(.plan), isVerbal(token) {
                    // 计划|新开工|项目
                } else if index > start, high == index, tokens[index - 1].kind == .word,
                    scalars(tokens[index - 1]) == 1,
                    scalars(token) == 1,
                    isPlain(token), index + 1 < tokens.count, isNominal(tokens[index + 1]),
                    scalars(tokens[index + 1]) > 1
                {
                    // 钢|构|大棚: a word that the lexicon does not know, cut in two
                    high = index + 1
                } else if index > start, high == index, countsPeople || isObject,
                    let end = tradeEnd(index, countsPeople: countsPeople)
                {
                    high = end
                    index = end - 1
                } else if index > start, high == index, !endsAtVerb,
                    let end = compoundEnd(
                        index, after: start, countsEvents: countsEvents, countsPeople: countsPeople),
                    // 3个乡镇|集中安置点12处: both have a figure
                    closes(at: end) || !tokens[end].isQuantity
                {
                    high = end
                    index = end - 1
                } else if index > start, high == index, tellsManner(index, ofThing: index + 1) {
                    // 电动自行车|集中|充电车棚
                } else if high == index, index > start, isInName(index) {
                    // 房屋|漏雨|类诉求, 文创园|入驻|企业
                } else if isInner(index, after: start, countsPeople: countsPeople, isObject: isObject),
                    high == index
                {
                    // 航天|发射|任务: a verb between a thing and the noun of what is done with it
                } else if isCompound(index) {
                    // 投放|点: a verb and its bound head are one noun.
                    index += 1
                    high = index + 1
                } else {
                    break collecting
                }
            }
            index += 1
        }
        if high + 3 < tokens.count, high > start, tokens[high].has(.etc), isNominal(tokens[high + 1]),
            tokens[high + 2].has(.de),
            tokens[start..<high].contains(where: { $0.isMark(.pause) }),
            case let head = right(startingAt: high + 3, countsPeople: countsPeople), !head.isEmpty
        {
            // 3000项电子信息、新材料等领域的科技成果
            return head
        }
        if high + 1 < tokens.count, high > start, tokens[high].has(.etc), isNominal(tokens[high + 1]),
            !tokens[high + 1].has(.determiner),
            tokens[start..<high].contains(where: { $0.isMark(.pause) })
                // 3名骨干等退休教师, but 5座桥梁加固等水利工程
                || scalars(tokens[high + 1]) > 1 && !isVerbal(tokens[high - 1])
                    && (tokens[high + 1].wordClass == .noun
                        || [.attributive, .adjective].contains(tokens[high + 1].wordClass)
                            && !closes(at: high + 2) && tokens[high + 2].wordClass == .noun),
            case let head = right(
                startingAt: high + 1, countsPeople: countsPeople, isObject: isObject, countsEvents: countsEvents),
            !head.isEmpty
        {
            // 价值5万元的毛巾、茶叶等慰问物资
            return head
        }
        if high > start, let end = headBehindAttributes(start..<high) { high = end }
        if countsEvents, high > start, high < tokens.count, tokens[high].kinds.contains(.mishap),
            closes(at: high + 1) || tokens[high + 1].isMark(.pause)
        {
            // 3次|水管|爆裂: what went wrong is the event, and not the pipe
            return start..<(high + 1)
        }
        if !isObject, !countsEvents, tellsDoing(start..<high, behind: first) { return first..<first }
        return own(start..<high, behind: first, countsPeople: countsPeople, isObject: isObject)
    }

    /// Whether a verb tells the kind that the next word names, or how those stand who are named behind it.
    private func isInName(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index].kind == .word, isVerbal(tokens[index]) || isPlain(tokens[index])
        else { return false }
        let next = tokens[index + 1]
        if next.has(.kind) { return index + 2 < tokens.count && isNominal(tokens[index + 2]) }
        return tokens[index].kinds.contains(.enrolled) && (next.has(.human) || next.has(.doer))
            && tokens[index - 1].wordClass == .noun && !(index + 2 < tokens.count && tokens[index + 2].isQuantity)
    }

    /// Whether a verb stands inside a noun: between a noun that does nothing itself and one that ends the clause.
    private func isInner(_ index: Int, after start: Int, countsPeople: Bool, isObject: Bool) -> Bool {
        guard index > start, index + 1 < tokens.count, scalars(tokens[index]) == 2,
            tokens[index].wordClass == .verb || tokens[index].wordClass == .adverb,
            tokens[index].roles.isDisjoint(with: [
                .reach, .stock, .plan, .done, .fate, .completion, .opening, .increase, .decrease, .transitive,
            ]),
            tokens[index - 1].kind == .word, tokens[index - 1].wordClass == .noun, !isActor(tokens[index - 1]),
            tokens[index - 1].roles.isDisjoint(with: [.human, .doer, .whole, .body])
        else { return isQualified(index, after: start) }
        var last = index + 1
        while last < tokens.count, tokens[last].kind == .word, isNominal(tokens[last]), last - index < 4 { last += 1 }
        // 推出12个冰雪体验产品, but 18个传感器监测草坪
        guard last > index + 1,
            tokens[last - 1].has(.abstract) || tokens[last - 1].has(.bound)
                // 招募80名职业指导专家
                || (isObject || countsPeople && tokens[last - 1].kinds.contains(.post))
                    && tokens[last - 1].wordClass == .noun,
            !isActor(tokens[last - 1]),
            !tokens[last - 1].has(.human) || countsPeople && tokens[last - 1].kinds.contains(.post)
        else { return false }
        return closes(at: last) || tokens[last].isMark(.pause) || tokens[last].has(.and)
            // 3个交叉研究平台投入运行
            || tokens[last - 1].has(.abstract) && tokens[last].kind == .word
                && [.verb, .adverb, .preposition].contains(tokens[last].wordClass)
    }

    /// 锅炉|检验|专家, 燃气|使用|指导|人员: where a phrase ends that has a verb, or two, between a thing and those whose trade it is, at
    /// the end of a clause or of a member of a list.
    private func tradeEnd(_ index: Int, countsPeople: Bool) -> Int? {
        guard tokens[index - 1].kind == .word, tokens[index - 1].wordClass == .noun, !isActor(tokens[index - 1]),
            tokens[index - 1].roles.isDisjoint(with: [.human, .doer, .whole, .body])
        else { return nil }
        var last = index
        while last < tokens.count, last - index < 3, tokens[last].kind == .word, scalars(tokens[last]) == 2,
            isVerbal(tokens[last]) || isPlain(tokens[last]), !tokens[last].has(.light),
            !tokens[last].kinds.contains(.handling)
        { last += 1 }
        guard last > index, last < tokens.count, isNominal(tokens[last]),
            tokens[last].kinds.contains(.body) || countsPeople && tokens[last].kinds.contains(.post),
            closes(at: last + 1) || tokens[last + 1].isMark(.pause) || tokens[last + 1].has(.and)
        else { return nil }
        return last + 1
    }

    /// 经济|普查|员, 信访|督查|专员: whether a verb stands before those whose trade it is, who do something behind them.
    private func joinsTrade(_ index: Int) -> Bool {
        guard index + 2 < tokens.count, scalars(tokens[index]) == 2, tokens[index].kind == .word,
            tokens[index + 1].kind == .word
        else { return false }
        let head = tokens[index + 1]
        return (head.has(.bound) || head.has(.human) || head.kinds.contains(.post)) && isNominal(head)
            && isVerbalOrDoing(tokens[index + 2])
    }

    /// 重点|帮扶|家庭: a verb behind a word that qualifies it, before those or that which it is done to.
    private func isQualified(_ index: Int, after start: Int) -> Bool {
        guard index == start + 1, index + 1 < tokens.count, tokens[start].kind == .word, scalars(tokens[start]) == 2,
            [.attributive, .adjective].contains(tokens[start].wordClass), isVerbal(tokens[index]),
            scalars(tokens[index]) == 2,
            tokens[index + 1].kind == .word
        else { return false }
        return tokens[index + 1].has(.doer) || tokens[index + 1].has(.abstract) || tokens[index + 1].has(.human)
    }

    /// 21名理事中|居民占11席: a locative of one character between a whole and a part of it that a figure follows.
    private func splits(_ index: Int) -> Bool {
        guard tokens[index].wordClass == .locative, scalars(tokens[index]) == 1 else { return false }
        var next = index + 1
        // 40个服务工程中|规模最大的站点: which one of them
        if tokens[next...].prefix(3).contains(where: { $0.kinds.contains(.utmost) }) { return true }
        while next < tokens.count, next - index < 5, tokens[next].kind == .word, isNominal(tokens[next]) { next += 1 }
        return next > index + 1 && next < tokens.count
            && !tokens[next].roles.isDisjoint(with: [.share, .stock, .reach])
    }

    /// Behind the name in quotation marks that a phrase opens with: “安心”|院落.
    private func behindQuote(_ start: Int) -> Int {
        guard tokens[start].isMark(.openQuote), let close = closing(of: start) else { return start }
        return close + 1
    }

    /// 3467条建议|中|遴选产生: whether a locative of one character stands before what is done with some of those counted.
    private func picksOut(_ index: Int) -> Bool {
        guard tokens[index].wordClass == .locative, scalars(tokens[index]) == 1, index + 1 < tokens.count,
            isVerbal(tokens[index + 1])
        else { return false }
        return closes(at: index + 2) || tokens[index + 2].kind == .word && tokens[index + 2].wordClass == .verb
    }

    /// A transitive verb after a whole noun, with an object of its own, is the clause's predicate.
    private func opensPredicate(_ index: Int, after start: Int, isObject: Bool) -> Bool {
        guard tokens[index].has(.transitive), index > start, index + 1 < tokens.count else { return false }
        let next = tokens[index + 1]
        if next.isMark(.openQuote) || next.has(.aspect) || next.isQuantity { return true }
        // 10所学校|建设|这样的项目
        if next.kind == .word, next.wordClass == .pronoun, !next.has(.determiner) { return true }
        // 命名了6个志愿者|服务|示范站
        if isObject, tokens[index + 1].kinds.contains(.post), closes(at: index + 2) { return false }
        if equips(index) { return true }
        return isActor(tokens[index - 1]) && !(next.has(.bound) || next.has(.abstract)) && isNominal(next)
    }

    /// 6家烧烤店|加装净化装置: whether those who own a place make, place or take away something at the clause's end.
    private func equips(_ verb: Int) -> Bool {
        guard tokens[verb].kinds.contains(.handling), isVerbal(tokens[verb]), scalars(tokens[verb]) == 2,
            !tokens[verb + 1].has(.bound), isNominal(tokens[verb + 1]),
            tokens[verb - 1].has(.doer) || tokens[verb - 1].kinds.contains(.site)
        else { return false }
        var end = verb + 1
        while end < tokens.count, isNominal(tokens[end]) || isVerbal(tokens[end]) || isPlain(tokens[end]),
            end - verb < 6
        {
            end += 1
        }
        let thing = tokens[end - 1]
        return closes(at: end) && thing.wordClass == .noun && !thing.has(.abstract) && !thing.has(.magnitude)
            && !thing.has(.bound)
    }

    func isDoing(_ index: Int) -> Bool { isVerbal(tokens[index]) || tokens[index].wordClass == .verbalNoun }

    /// 抽|水泵, 欠|发达|县域: a verb of one character before a noun, where no other noun is in sight.
    func unknownWord(startingAt first: Int) -> Range<Int> {
        if let spelled = spelledWord(startingAt: first) { return spelled }
        guard first + 1 < tokens.count, tokens[first].wordClass == .verb, tokens[first].kind == .word,
            tokens[first].roles.isDisjoint(with: [.reach, .plan, .stock]),
            tokens[first].end - tokens[first].start == 3, isNominal(tokens[first + 1]),
            // 139条报|街道|统筹: to whom it is sent
            !isActor(tokens[first + 1])
        else { return first..<first }
        var high = first + 1
        while high < tokens.count, isNominal(tokens[high]), !isVerbal(tokens[high]) { high += 1 }
        return first..<high
    }

    /// 缅|北|涉|诈|犯罪嫌疑人, 导|光|管: two characters or more that make no word which the lexicon knows, with the noun behind
    /// them, or three that end the clause.
    private func spelledWord(startingAt first: Int) -> Range<Int>? {
        var high = first
        while high < tokens.count, isLoose(tokens[high]) { high += 1 }
        guard high - first >= 2 else { return nil }
        var end = high
        while end < tokens.count, isNominal(tokens[end]), tokens[end].wordClass != .locative { end += 1 }
        // 戴红袖套的“巷管家” is no word
        if end < tokens.count, tokens[end].has(.de) { return nil }
        if end > high { return first..<end }
        return high - first >= 3 && (closes(at: high)) ? first..<high : nil
    }

    /// The noun behind 第十四届 or 第一批.
    private func behindOrdinal(_ first: Int) -> Int? {
        guard first < tokens.count, tokens[first].kind == .word, tokens[first].wordClass == .number,
            scalars(tokens[first]) == 1
        else { return nil }
        var index = first + 1
        while index < tokens.count, index - first < 4,
            [.number, .measure].contains(tokens[index].wordClass) || tokens[index].kinds.contains(.series)
                || index == first + 1 && tokens[index].wordClass == .attributive
        { index += 1 }
        // 第十四届|夏季|论坛
        if index + 1 < tokens.count, tokens[index].kind == .word, tokens[index].wordClass == .time { index += 1 }
        guard index < tokens.count, index > first + 1, isNominal(tokens[index]) else { return nil }
        return index
    }

    /// One character of no word of grammar.
    private func isLoose(_ token: Token) -> Bool {
        token.kind == .word && scalars(token) == 1
            && ![.adverb, .preposition, .pronoun, .conjunction, .particle, .number, .measure, .attributive].contains(
                token.wordClass)
            && token.roles.isDisjoint(with: [
                .reach, .stock, .plan, .de, .and, .etc, .determiner, .sum, .from, .recipient, .arrive, .share,
            ]) && (token.wordClass == .verb || !token.has(.aspect))
    }

    private func isCompound(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index].wordClass == .verb, tokens[index].kind == .word,
            tokens[index + 1].kind == .word
        else { return false }
        return tokens[index + 1].has(.bound)
    }

    private func isAttributive(_ index: Int) -> Bool {
        if index + 2 < tokens.count, tokens[index].has(.plan), isVerbal(tokens[index + 1]),
            isNominal(tokens[index + 2])
        {
            // 285个计划新开工项目
            return true
        }
        // 6家签约企业, 5个未开工项目: those to which it was done, where the figure counts such
        if index + 2 < tokens.count, isVerbal(tokens[index]), 2...3 ~= scalars(tokens[index]),
            tokens[index + 1].has(.doer), !tokens[index + 2].isQuantity
        {
            return true
        }
        // 80人的|清扫|队伍: what a body is for
        if index > 0, index + 1 < tokens.count, tokens[index - 1].has(.de), isVerbal(tokens[index]),
            scalars(tokens[index]) == 2,
            // 每餐5元的|减免|补贴
            tokens[index + 1].kinds.contains(.post) || tokens[index + 1].has(.magnitude) && closes(at: index + 2)
        {
            return true
        }
        // 3个新|小区: 新 is an adverb only before a verb
        if index + 1 < tokens.count, tokens[index].kinds.contains(.fresh), isNominal(tokens[index + 1]),
            !isVerbal(tokens[index + 1]), tokens[index + 1].wordClass != .locative
        {
            return true
        }
        // 共有5个|安置|片区: and what there is is a thing, which a verb of what it is for tells apart
        if index > 1, tokens[index - 1].isQuantity, tokens[index - 2].has(.stock), isVerbal(tokens[index]),
            index + 1 < tokens.count, !tokens[index].kinds.isDisjoint(with: [.purpose, .personal]),
            tokens[index + 1].wordClass == .noun, !tokens[index + 1].has(.human),
            tokens[index + 1].kinds.isDisjoint(with: [.paper])
        {
            return true
        }
        return isPlainAttribute(index) || isMannerOfDoing(index)
    }

    /// Whether an adverb tells what sort of doing a noun is for: 5个联合|执法|小组, 8项务实|举措.
    ///
    /// Such a noun is one that a verb before it only qualifies; before any other the adverb opens what is done
    /// (出动12人集中|清理|垃圾).
    private func isMannerOfDoing(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index].kind == .word, scalars(tokens[index]) > 1,
            tokens[index].wordClass == .adverb && tokens[index].roles.isEmpty
                || tokens[index].kinds.contains(.company) && isVerbalOrDoing(tokens[index + 1])
        else { return false }
        for head in (index + 1)..<min(index + 4, tokens.count) {
            guard isVerbalOrDoing(tokens[head]) || isNominal(tokens[head]) else { return false }
            if tokens[head].has(.abstract), !isVerbal(tokens[head]) || closes(at: head + 1) { return true }
            if !tokens[head].kinds.isDisjoint(with: [.post, .course, .event]) { return true }
        }
        return false
    }

    private func isVerbalOrDoing(_ token: Token) -> Bool {
        isVerbal(token) || token.kind == .word && token.wordClass == .verbalNoun
    }

    /// A word of a class that stands before no noun, before one all the same: the lexicon does not know all its uses.
    private func isUnclassed(_ index: Int) -> Bool {
        // 暑期|公益课: a season tells which of them
        index + 1 < tokens.count && tokens[index].kind == .word
            && (tokens[index].roles.isEmpty || tokens[index].wordClass == .time && tokens[index].has(.manner))
            && tokens[index].end - tokens[index].start >= 6 && tokens[index + 1].kind == .word
            && (tokens[index + 1].wordClass == .noun
                || tokens[index].wordClass == .time && tokens[index + 1].wordClass == .verbalNoun)
            && [.time, .other].contains(tokens[index].wordClass)
    }

    private func isPlainAttribute(_ index: Int) -> Bool {
        // 5名|报名|学员, 5名|被困|群众: those who do it, or whom it befell, by a verb that takes no object
        if index + 1 < tokens.count, tokens[index].kind == .word, tokens[index].wordClass == .verb,
            scalars(tokens[index]) == 2, tokens[index + 1].has(.human),
            tokens[index].roles.isSubset(of: [.complete, .completion, .fate])
        {
            return true
        }
        return index + 1 < tokens.count && isPlain(tokens[index]) && !tokens[index].has(.state)
            && tokens[index].end - tokens[index].start == 6
            && tokens[index + 1].kind == .word && tokens[index + 1].wordClass == .noun
    }

    /// The token before the bracket that a token closes, or that token where none is found.
    private func beforeBracket(_ close: Int) -> Int {
        var open = close - 1
        while open > 0, close - open < 6, !tokens[open].isMark(.openBracket) { open -= 1 }
        return open > 0 && tokens[open].isMark(.openBracket) ? open - 1 : close
    }

    func closing(of open: Int) -> Int? {
        let wanted: ScalarClass = tokens[open].isMark(.openQuote) ? .closeQuote : .closeBracket
        let same: ScalarClass = tokens[open].isMark(.openQuote) ? .openQuote : .openBracket
        var depth = 0
        var index = open + 1
        while index < tokens.count, index - open < NounPhrases.longest {
            if tokens[index].isMark(same) { depth += 1 }
            if tokens[index].isMark(wanted) {
                if depth == 0 { return index }
                depth -= 1
            }
            if tokens[index].isQuantity { return nil }
            index += 1
        }
        return nil
    }

    /// Whether what follows a 和 or 、 is another member of the list, and not the noun of the next quantity.
    private func joinsRight(_ index: Int) -> Bool {
        var next = index + 1
        guard next < tokens.count, isNominal(tokens[next]) || tokens[next].isMark(.openQuote),
            // 用电、用工、融资类问题
            !tokens[next].has(.transitive) || next + 1 < tokens.count && tokens[next + 1].has(.kind),
            tokens[next].wordClass != .number
        else {
            return false
        }
        while next < tokens.count, isNominal(tokens[next]) || tokens[next].isMark(.openQuote) {
            // 41名居民代表和骨干|中有37人: of all of them
            if next > index + 1, tokens[next].wordClass == .locative, scalars(tokens[next]) == 1 { return true }
            // “两新”党支部2个
            next = (tokens[next].isMark(.openQuote) ? closing(of: next) ?? next : next) + 1
        }
        guard next < tokens.count else { return true }
        // 非机动车停放|点4处: the next member has a figure of its own
        if tokens[next].isQuantity || isCompound(next) && next + 2 < tokens.count && tokens[next + 2].isQuantity {
            return false
        }
        if !tokens[next].roles.isDisjoint(with: [.reach, .sum, .about, .over, .under]), next + 1 < tokens.count,
            tokens[next + 1].isQuantity
        {
            return false
        }
        // 新增20个车位、乙社区|修补路面: who does something else
        return
            !(tokens[next - 1].has(.agent) && next - index <= 4 && tokens[next].kind == .word
            && !isActor(tokens[index - 1]) && !tokens[index - 1].has(.human)
            && (tokens[next].wordClass == .preposition || tokens[next].has(.recipient) || isVerbal(tokens[next]))
            && tokens[index].isMark(.pause) && !closes(at: next + 1))
    }
}
