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
        let start = behindQualifiers(index)
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
                || isObjectsAttribute(start, countsPeople: countsPeople) || isSpelledAttribute(start)
        else {
            let end =
                unlistedEnd(from: start, after: start, countsPeople: countsPeople, countsEvents: countsEvents)
                ?? (countsPeople ? nil : obligedEnd(from: start))
            return end.map { start..<$0 } ?? first..<first
        }
        if !countsPeople, scalars(tokens[start]) == 1, let end = spelledEnd(from: start) { return start..<end }
        if tokens[start].wordClass == .locative || tokens[start].wordClass == .measure { return first..<first }
        // 16人组成“帮帮团”: what they do
        if tokens[start].has(.stock), start + 1 < tokens.count, tokens[start + 1].isMark(.openQuote) {
            return first..<first
        }
        var words = Collected(
            start: start, endsAtVerb: endsAtVerb, countsPeople: countsPeople, isObject: isObject,
            countsEvents: countsEvents, index: stated ?? start, high: start)
        if let head = collect(&words) { return right(startingAt: head, countsPeople: countsPeople) }
        if let head = headBehindEtc(words) { return head }
        var high = words.high
        // 12所中小学、幼儿园|周边: near those that are counted
        if high > start + 1, tokens[high - 1].kinds.contains(.spot), tokens[high - 2].wordClass == .noun { high -= 1 }
        if high > start, let end = headBehindAttributes(start..<high) { high = end }
        if high > start,
            let end = unlistedEnd(
                from: high, after: start, countsPeople: countsPeople, countsEvents: countsEvents)
        {
            return start..<end
        }
        // 两片球场|免费|开放: how it is done behind the noun, and no part of it
        while high > start + 1, tokens[high - 1].kinds.contains(.gratis), !closes(at: high) { high -= 1 }
        if high == start + 1, tokens[start].kinds.contains(.gratis), tokens[start].wordClass == .noun,
            high < tokens.count,
            isVerbal(tokens[high])
        {
            // 用房13处|低价|出租
            return first..<first
        }
        if countsEvents, high > start, high < tokens.count, tokens[high].kinds.contains(.mishap),
            closes(at: high + 1) || tokens[high + 1].isMark(.pause)
        {
            // 3次|水管|爆裂: what went wrong is the event, and not the pipe
            return start..<(high + 1)
        }
        if !isObject, !countsEvents, tellsDoing(start..<high, behind: first) { return first..<first }
        // 38座|一|次|换完, 47公里|主要|在山区: how often or how, and nothing that is counted
        while high > start, onlyTellsHow(high - 1, from: start) { high -= 1 }
        return own(
            start..<high, behind: first, countsPeople: countsPeople, isObject: isObject, countsEvents: countsEvents)
    }

    /// Whether a word at the end of a phrase goes with what is done behind it: a number and its measure that stand alone before a
    /// verb, or an attribute before a preposition that joins nothing.
    private func onlyTellsHow(_ index: Int, from start: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, !closes(at: index + 1), tokens[index + 1].kind == .word else { return false }
        let next = tokens[index + 1]
        if token.wordClass == .measure {
            return index == start + 1 && tokens[start].wordClass == .number && isVerbalOrDoing(next)
        }
        if token.wordClass == .number { return index == start && next.wordClass == .measure }
        return token.wordClass == .attributive && token.roles.isEmpty && token.kinds.isEmpty
            && next.wordClass == .preposition && !next.has(.de) && !next.kinds.contains(.partner)
    }

    /// Behind what stands before a phrase and only tells where or of which sort those counted are: 像这样的|车间, 崭新的|桌椅.
    private func behindQualifiers(_ first: Int) -> Int {
        var index = first
        // 20多个|像|这样|的|车间, 12个|这样|的|驿站
        let pointer = index < tokens.count && tokens[index].kinds.contains(.likeness) ? index + 1 : index
        if pointer + 2 < tokens.count, tokens[pointer].kind == .word, tokens[pointer].wordClass == .pronoun,
            scalars(tokens[pointer]) == 2, tokens[pointer + 1].has(.de), isNominal(tokens[pointer + 2])
        {
            index = pointer + 2
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
        // 七成是本镇|妇女: of which place they are
        if index + 1 < tokens.count, tokens[index].kind == .word, tokens[index].wordClass == .pronoun,
            tokens[index].roles.isEmpty, scalars(tokens[index]) == 2, tokens[index + 1].wordClass == .noun,
            tokens[index + 1].kind == .word
        {
            index += 1
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
        return index
    }

    /// The noun that sums up a list behind 等: 毛巾、茶叶等|慰问物资.
    private func headBehindEtc(_ words: Collected) -> Range<Int>? {
        let (start, high, countsPeople) = (words.start, words.high, words.countsPeople)
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
                startingAt: high + 1, countsPeople: countsPeople, isObject: words.isObject,
                countsEvents: words.countsEvents),
            !head.isEmpty
        {
            // 价值5万元的毛巾、茶叶等慰问物资
            return head
        }
        return nil
    }

    func isDoing(_ index: Int) -> Bool { isVerbal(tokens[index]) || tokens[index].wordClass == .verbalNoun }

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

    /// 投放|点: a verb with the bound head that makes a noun of it.
    func isCompound(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index].wordClass == .verb, tokens[index].kind == .word,
            tokens[index + 1].kind == .word
        else { return false }
        return tokens[index + 1].has(.bound)
    }

    /// 签约|企业, 新|小区: a word that only tells which of those behind it are counted.
    func isAttributive(_ index: Int) -> Bool {
        if index + 2 < tokens.count, tokens[index].has(.plan), isVerbal(tokens[index + 1]),
            isNominal(tokens[index + 2])
        {
            // 285个计划新开工项目
            return true
        }
        // 11名|派驻|专员, 110名|报到|在职|党员: those who do it, by a trade, or by a verb that takes no object
        if index > 0, tokens[index - 1].isQuantity, index + 1 < tokens.count, tokens[index].kind == .word,
            scalars(tokens[index]) == 2, tokens[index].wordClass == .verb,
            tokens[index + 1].has(.human) && tokens[index + 1].kinds.contains(.post)
                || !tokens[index].kinds.isDisjoint(with: [.enrolled, .pursuit])
                    && tokens[(index + 1)...].prefix(2).contains(where: { $0.kind == .word && $0.has(.human) })
        {
            return true
        }
        // 6家签约企业, 5个未开工项目: those to which it was done, where the figure counts such
        if index + 2 < tokens.count, isVerbal(tokens[index]), 2...3 ~= scalars(tokens[index]),
            tokens[index + 1].has(.doer), !tokens[index + 2].isQuantity
        {
            return true
        }
        // 7类易|受骗|人群, 16处易|积水|路段: what may befall them
        if index + 2 < tokens.count, tokens[index].kinds.contains(.hardship), tokens[index + 1].kind == .word,
            scalars(tokens[index + 1]) == 2, isNominal(tokens[index + 2]),
            tokens[index + 2].wordClass == .noun
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
        // 12个|直播|基地|已建成: what is done already has a subject, and no verb of its own before it
        if index > 0, tokens[index - 1].isQuantity, index + 2 < tokens.count, tokens[index].kind == .word,
            isVerbal(tokens[index]), scalars(tokens[index]) == 2, tokens[index + 1].kind == .word,
            tokens[index + 1].wordClass == .noun, scalars(tokens[index + 1]) > 1, tokens[index + 2].has(.done)
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

    func isVerbalOrDoing(_ token: Token) -> Bool {
        isVerbal(token) || token.kind == .word && token.wordClass == .verbalNoun
    }

    /// A word of a class that stands before no noun, before one all the same: the lexicon does not know all its uses.
    func isUnclassed(_ index: Int) -> Bool {
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
}
