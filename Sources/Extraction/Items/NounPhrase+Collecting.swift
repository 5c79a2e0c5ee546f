import Facts
import Scanning

/// How far the noun phrase behind a quantity goes, word by word: 名|社区|党员, 个|房屋|漏雨|类诉求.
extension NounPhrases {
    /// What the words behind a quantity are read for, and how far they were.
    struct Collected {
        /// Where the phrase begins.
        let start: Int
        let endsAtVerb: Bool
        let countsPeople: Bool
        let isObject: Bool
        let countsEvents: Bool
        /// The token that is looked at.
        var index: Int
        /// Where the phrase ends so far.
        var high: Int
    }

    /// What is done with a token behind a quantity: it is taken, it ends the phrase, or the phrase begins behind it.
    private enum Step {
        case takes
        case ends
        case begins(at: Int)
    }

    /// Takes the words of a phrase: 74处|房屋漏雨类诉求.
    ///
    /// - Returns: where the phrase begins instead that is counted, if the words taken only tell which of them are.
    func collect(_ words: inout Collected) -> Int? {
        while words.index < tokens.count, words.index - words.start < NounPhrases.longest {
            let step: Step
            switch tokens[words.index].kind {
            case .quantity, .time: step = .ends
            case .mark(let mark): step = takeMark(mark, &words)
            case .word: step = takeWord(&words)
            }
            switch step {
            case .takes: words.index += 1
            case .ends: return nil
            case .begins(let head): return head
            }
        }
        return nil
    }

    /// A mark: what quotation marks or brackets hold is taken with them (“口袋公园”), and a 、 in a list.
    private func takeMark(_ mark: ScalarClass, _ words: inout Collected) -> Step {
        let (index, start, high, isObject) = (words.index, words.start, words.high, words.isObject)
        if mark == .openQuote || mark == .openBracket && index > start {
            guard let close = closing(of: index) else { return .ends }
            // 75个事项“掌上办”: a quotation behind a noun is its predicate, unless a noun goes on behind it.
            // 新建2座社区“口袋公园”: but behind the verb it is part of the object, as it is behind 专职.
            // 7个群众“微心愿”|也陆续达成一致: nor where another predicate follows
            if mark == .openQuote, high > start, index > 0, isNominal(tokens[index - 1]),
                !goesOnWithPredicate(close + 1),
                ![.attributive, .adjective].contains(tokens[index - 1].wordClass), !isNamedThing(words, upTo: close),
                close + 1 >= tokens.count || !isNominal(tokens[close + 1]), !(isObject && closes(at: close + 1))
            {
                return .ends
            }
            // 8个项目（含运行经费）: what is among them
            if mark == .openBracket, index + 1 < close, tokens[index + 1].has(.part) { return .ends }
            // 4个院落（东苑、西苑）: their names; but 70个县（市、特区）
            if mark == .openBracket, let pause = tokens[index..<close].firstIndex(where: { $0.isMark(.pause) }),
                scalars(of: (index + 1)..<pause) > 1
            {
                return .ends
            }
            words.index = close
            words.high = close + 1
            return .takes
        }
        if mark == .pause, high > start, joinsRight(index) {
            return .takes
        }
        return .ends
    }

    /// Whether an adverb, or 被 and its like, opens a predicate at an index.
    private func goesOnWithPredicate(_ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index].kind == .word && !tokens[index].has(.de)
            && [.adverb, .preposition].contains(tokens[index].wordClass)
    }

    /// 80平方米的楼栋|“小客厅”, 13个民生|“微改造”已完工: whether a quotation behind a noun is the head that the noun tells apart:
    /// behind 的, or where what became of it follows, and the noun does nothing itself.
    private func isNamedThing(_ words: Collected, upTo close: Int) -> Bool {
        let (start, open) = (words.start, words.index)
        if start > 0, tokens[start - 1].has(.de) { return true }
        return open == start + 1 && close + 1 < tokens.count && tokens[close + 1].has(.done) && !isActor(tokens[start])
            && tokens[start].roles.isDisjoint(with: [.human, .doer, .body, .whole, .abstract])
            && tokens[start].kinds.isDisjoint(with: [.site, .facility])
    }

    /// A word: 的 and 和 go on only with what they join, a noun unless it is of what comes next, and some verbs.
    private func takeWord(_ words: inout Collected) -> Step {
        let (index, start) = (words.index, words.start)
        let token = tokens[index]
        if token.has(.de) { return takeParticle(words) }
        // 8名“楼道管家”|组成议事团
        if index > start, token.has(.stock), tokens[index - 1].isMark(.closeQuote) { return .ends }
        if token.has(.and) {
            if words.high > start, words.high == index, joinsDoings(index) {
                (words.high, words.index) = (index + 3, index + 2)
                return .takes
            }
            return words.high > start && joinsRight(index) ? .takes : .ends
        }
        if token.wordClass == .locative, index == start + 1, isVerbal(tokens[start]),
            index + 2 < tokens.count, tokens[index + 1].has(.de), isNominal(tokens[index + 2])
        {
            // 10个改造后的小区: which of them, before the thing; but 5条街道上的商户
            return .begins(at: index + 2)
        }
        if index == start + 1, token.kinds.contains(.series), tokens[start].kinds.contains(.numeral) {
            // 2025|届|毕业生
            words.high = index + 1
            return .takes
        }
        if isNominal(token), token.wordClass != .number || index == start,
            token.wordClass != .locative
                || index + 1 < tokens.count && isNominal(tokens[index + 1])
                    && ![.adjective, .attributive, .locative].contains(tokens[index + 1].wordClass)
        {
            if endsBeforeNoun(words) { return .ends }
            words.high = index + 1
            return .takes
        }
        return goesOn(&words) ? .takes : .ends
    }

    /// 的 between what tells which of them are counted and the noun: 本地生产的|乘用车, 院落|的改造方案.
    private func takeParticle(_ words: Collected) -> Step {
        let (index, start) = (words.index, words.start)
        guard index + 1 < tokens.count, index > start,
            isNominal(tokens[index + 1]) || tokens[index + 1].isMark(.openQuote)
        else { return .ends }
        // 3200台本地生产的乘用车: what was done to the thing behind 的, or was not (未集中供暖的平房)
        if index - start == 1 && isVerbal(tokens[start]) && !tokens[start].has(.abstract)
            || index - start < 4 && tokens[start].kinds.contains(.negation)
        {
            return .begins(at: index + 1)
        }
        // 26名平城区的|歌手: a place that has a name tells where they are from
        if words.countsPeople, tokens[start].has(.placeName), index - start < 3, tokens[index + 1].wordClass == .noun {
            return .begins(at: index + 1)
        }
        // 11个院落的改造方案: the measure word counts the noun before 的, but for people (4名社区的党员).
        // 19个小区（院）的消防设施
        let owner = tokens[index - 1].isMark(.closeBracket) ? beforeBracket(index - 1) : index - 1
        if !words.countsEvents, isWorkOn(behind: index), isNominal(tokens[owner]) || tokens[owner].isMark(.closeQuote) {
            return .ends
        }
        if !words.countsPeople || tokens[owner].has(.human), tokens[owner].wordClass == .noun,
            owner + 1 - behindQuote(start) <= (tokens[owner].has(.human) ? 7 : 3)
        {
            return .ends
        }
        return .takes
    }

    /// 5个“口袋公园”的|创建工作, 3000名老人的|社区服务工作: whether nothing but what is done with those counted closes the clause.
    private func isWorkOn(behind particle: Int) -> Bool {
        var end = particle + 1
        while end < tokens.count, end - particle < 6, isNominal(tokens[end]) { end += 1 }
        guard end > particle + 1, closes(at: end), case let last = tokens[end - 1] else { return false }
        return last.has(.abstract)
            ? end > particle + 2 && isDoing(end - 2) && !isVerbal(last) && last.wordClass == .noun
            : isVerbal(last) && ((particle + 1)..<end).allSatisfy { isDoing($0) }
    }

    /// Whether a noun is no part of the phrase before it, but of what those counted do: 46名网格员|24小时值守.
    private func endsBeforeNoun(_ words: Collected) -> Bool {
        let (index, start) = (words.index, words.start)
        let token = tokens[index]
        if opensPredicate(index, after: start, isObject: words.isObject) || splits(index) || picksOut(index) {
            return true
        }
        // 派出由8名专家|组成的义诊队
        if index > start, token.has(.stock), index + 1 < tokens.count, tokens[index + 1].has(.de) {
            return true
        }
        // 46名网格员|24小时值守
        if index > start, tokens[index].kinds.contains(.numeral), tokens[index - 1].has(.human) {
            return true
        }
        // 3家单位|错时共享车位: how something is done, before the verb
        if index > start, token.has(.manner), tokens[index - 1].has(.agent) || tokens[index - 1].has(.doer) {
            return true
        }
        // 4个人|发展到37人: what a person does
        if index == start + 1, scalars(tokens[start]) == 1, tokens[start].has(.human), isVerbal(token) {
            return true
        }
        return words.endsAtVerb && index > start && !joinsTrade(index)
            && (isVerbal(token) || token.has(.stock)
                || token.wordClass == .verbalNoun && closes(at: index + 1))
    }

    /// Whether a phrase goes on with a word that is no noun: 先行|片区, 房屋|漏雨|类诉求, 投放|点.
    private func goesOn(_ words: inout Collected) -> Bool {
        let (index, start, high) = (words.index, words.start, words.high)
        let token = tokens[index]
        // 先行|片区: a verb without an object of its own right before a noun is its attribute.
        if index == start,
            isAttributive(index) || isUnclassed(index) || isObjectsAttribute(index, countsPeople: words.countsPeople)
        {
            return true
        }
        if index == start, isSpelledAttribute(index) {
            words.index = index + 1
            return true
        }
        // 计划|新开工|项目, 易|走失|老人
        if index == start + 1, tokens[start].has(.plan) || tokens[start].kinds.contains(.hardship), isVerbal(token) {
            return true
        }
        if index > start, high == index, tokens[index - 1].kind == .word,
            scalars(tokens[index - 1]) == 1,
            scalars(token) == 1,
            isPlain(token), index + 1 < tokens.count, isNominal(tokens[index + 1]),
            scalars(tokens[index + 1]) > 1
        {
            // 钢|构|大棚: a word that the lexicon does not know, cut in two
            words.high = index + 1
            return true
        }
        if index > start, high == index, words.countsPeople || words.isObject,
            let end = tradeEnd(index, countsPeople: words.countsPeople)
        {
            (words.high, words.index) = (end, end - 1)
            return true
        }
        if index > start, high == index, !words.endsAtVerb,
            let end = compoundEnd(
                index, after: start, countsEvents: words.countsEvents, countsPeople: words.countsPeople),
            // 3个乡镇|集中安置点12处: both have a figure
            closes(at: end) || !tokens[end].isQuantity
        {
            (words.high, words.index) = (end, end - 1)
            return true
        }
        // 电动自行车|集中|充电车棚
        if index > start, high == index, tellsManner(index, ofThing: index + 1) { return true }
        // 房屋|漏雨|类诉求, 文创园|入驻|企业
        if high == index, index > start, isInName(index) { return true }
        // 航天|发射|任务: a verb between a thing and the noun of what is done with it
        if isInner(index, after: start, countsPeople: words.countsPeople, isObject: words.isObject), high == index {
            return true
        }
        guard isCompound(index) else { return false }
        // 投放|点: a verb and its bound head are one noun.
        words.index = index + 1
        words.high = index + 2
        return true
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
                .reach, .stock, .plan, .done, .fate, .completion, .opening, .increase, .decrease, .transitive, .light,
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

    /// 保护|和|修复|工程: whether a verb behind 和 goes with the one before it into the name of what is done with both.
    private func joinsDoings(_ index: Int) -> Bool {
        guard index > 0, index + 2 < tokens.count, isVerbalOrDoing(tokens[index - 1]),
            isVerbalOrDoing(tokens[index + 1]),
            scalars(tokens[index - 1]) == 2, scalars(tokens[index + 1]) == 2, tokens[index + 2].kind == .word,
            tokens[index + 2].has(.abstract) || tokens[index + 2].kinds.contains(.post),
            !isVerbal(tokens[index + 2])
        else { return false }
        return closes(at: index + 3) || tokens[index + 3].isMark(.pause) || tokens[index + 3].has(.and)
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

    /// The token before the bracket that a token closes, or that token where none is found.
    private func beforeBracket(_ close: Int) -> Int {
        var open = close - 1
        while open > 0, close - open < 6, !tokens[open].isMark(.openBracket) { open -= 1 }
        return open > 0 && tokens[open].isMark(.openBracket) ? open - 1 : close
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
