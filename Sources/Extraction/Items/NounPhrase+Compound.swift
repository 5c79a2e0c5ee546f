import Scanning

/// Nouns made of a thing, what is done with it, and the facility, paper or project that does it: 垃圾|压缩|转运站, 工伤|认定|决定书.
extension NounPhrases {
    /// Where a compound behind a figure ends that has verbs between a thing and its head.
    ///
    /// A thing does nothing itself, so that a verb behind it and before a facility is no predicate of what is counted; the
    /// verbs of making and placing are, which take facilities (12条街|增设|分类亭).
    ///
    /// - Parameters:
    ///   - index: the first verb.
    ///   - start: where the phrase begins, before it.
    ///   - countsEvents: whether the measure word is one of events.
    ///   - countsPeople: whether it is one of people.
    func compoundEnd(_ index: Int, after start: Int, countsEvents: Bool, countsPeople: Bool = true) -> Int? {
        // 1106名党员公开承诺事项: those who can act do; but in 12场机关干部下沉走访活动 an event is counted, which does nothing
        let thing = tokens[index - 1]
        // 小学|翻新|工程: nor does the place that works are done at
        let isSite =
            !thing.kinds.isDisjoint(with: [.site, .facility]) && thing.wordClass == .noun
            && thing.roles.isDisjoint(with: [.doer, .agent])
        guard
            (isUndergoing(thing) || isSite)
                && ((thing.wordClass == .noun || !countsPeople) && index - 1 > start
                    || tokens[start..<index].allSatisfy({ !$0.has(.human) && !isActor($0) }))
                || countsEvents && thing.wordClass == .noun && !thing.kinds.contains(.event)
        else { return nil }
        var head = index
        var doings = 0
        var isBuilt = isSite && !isUndergoing(thing)
        while head < tokens.count, head - index < 5 {
            if names(head) {
                doings += 1
            } else if builds(head) {
                isBuilt = true
                doings += 1
            } else if !tellsManner(head), !(head > index && isInside(head)) {
                break
            }
            head += 1
        }
        guard doings > 0, head < tokens.count else { return nil }
        // The last of the doings may be the event itself: 12场消防|疏散|演练.
        if countsEvents, !isBuilt, head > index + 1 || tokens[index].wordClass == .verbalNoun,
            tokens[head - 1].wordClass == .verbalNoun, !isCompoundNoun(tokens[head])
        {
            return head
        }
        var end: Int?
        var next = head
        while next < tokens.count, next - head < 3, isCompoundNoun(tokens[next]) {
            let kinds = tokens[next].kinds
            let isHead =
                isBuilt
                ? kinds.contains(.works)
                : !kinds.isDisjoint(with: [.facility, .statement, .paper])
                    || !countsPeople && !kinds.isDisjoint(with: [.body, .event]) && !tokens[next].has(.human)
                    // 提案|办理|答复|函
                    || next == head && scalars(tokens[next]) == 1 && kinds.contains(.post)
                    // 12个行业减税政策: but what makes more or less of a thing is done to it
                    || tokens[next].has(.abstract)
                        && (kinds.contains(.works)
                            || tokens[index..<head].allSatisfy { !$0.has(.increase) && !$0.has(.decrease) })
            next += 1
            end = isHead ? next : end
        }
        return end
    }

    /// 矿山生态|修复|治理|工程: whether a verb of building or mending stands before the works that are called by it.
    private func builds(_ index: Int) -> Bool {
        let token = tokens[index]
        return isVerbal(token) && (2...3).contains(scalars(token)) && token.kinds.contains(.handling)
            && token.roles.isDisjoint(with: [.reach, .stock, .plan, .light, .causative])
            && token.kinds.isDisjoint(with: [.dispatch, .gathering, .convening, .raising, .concern])
    }

    /// 校园周边|接送|学生|停车区: whether a noun stands between two doings of such a noun, or a doing and how the next is done.
    private func isInside(_ index: Int) -> Bool {
        let token = tokens[index]
        return isNominal(token) && token.wordClass == .noun && scalars(token) > 1 && !isActor(token)
            && token.kinds.isDisjoint(with: [.facility, .statement, .event, .works])
            && index + 2 < tokens.count && names(index + 1)
    }

    /// 电动自行车|集中|充电|车棚: how something is done, before the verb inside such a noun.
    private func tellsManner(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.kind == .word && scalars(token) == 2 && index + 1 < tokens.count
            && (names(index + 1) || builds(index + 1))
            && (token.wordClass == .adverb && token.roles.isEmpty && !token.kinds.contains(.running)
                || token.wordClass == .attributive
                // 非法捕捞|联合|执法行动
                || token.kinds.contains(.accompaniment))
    }

    /// 电动自行车|集中|充电车棚: an adverb right before a place or a paper, which no predicate has there.
    func tellsManner(_ index: Int, ofThing next: Int) -> Bool {
        next < tokens.count && tokens[index].kind == .word && scalars(tokens[index]) == 2
            && tokens[index].wordClass == .adverb && tokens[index].roles.isEmpty && tokens[next].wordClass == .noun
            && !tokens[next].has(.human)
            && !tokens[next].kinds.isDisjoint(with: [.facility, .statement])
            && (next + 1 == tokens.count || !tokens[next + 1].isQuantity)
    }

    /// Where a doing ends that the clause closes with and that a light verb carries out so many times: 开展2次|集中|整治.
    ///
    /// - Parameter first: where the words behind the quantity begin.
    func doingEnd(_ first: Int) -> Int? {
        guard first > 1, case let carrier = carrier(before: first - 1),
            tokens[carrier].has(.light) || tokens[carrier].kinds.contains(.holding)
        else { return nil }
        var end = first
        while end < tokens.count, end - first < 7, tokens[end].kind == .word, scalars(tokens[end]) > 1,
            isDoing(end) || isPlain(tokens[end]) || tokens[end].wordClass == .adverb && tokens[end].roles.isEmpty
                // 组织12次|情景剧|巡演: an event is of things and people, which do nothing beside it
                || isNominal(tokens[end]) && tokens[end].wordClass != .locative && end - first < 5
        { end += 1 }
        if end == first, let spelled = spelledDoing(first) { return spelled }
        guard end - first > 1, isDoing(end - 1) || isPlain(tokens[end - 1]),
            // 组织3次|联合|检查、5次走访
            closes(at: end) || tokens[end].isMark(.pause) && end + 1 < tokens.count && tokens[end + 1].isQuantity
        else { return nil }
        return end
    }

    /// What is done, where nothing but verbs with the words for how stands up to the end of the clause: 集中|整治.
    func doing(behind first: Int) -> Range<Int>? {
        var low = first
        while low < tokens.count, tokens[low].kind == .word, tokens[low].wordClass == .idiom { low += 1 }
        var end = low
        while end < tokens.count, end - low < 5, tokens[end].kind == .word, scalars(tokens[end]) > 1,
            isDoing(end) || isPlain(tokens[end])
                || end == low && tokens[end].wordClass == .adverb && tokens[end].roles.isEmpty
        { end += 1 }
        // 为期三天的停火|刚刚结束
        let closes = closes(at: end) || tokens[end].wordClass == .adverb
        return end > low && isDoing(end - 1) && closes ? low..<end : nil
    }

    /// Whether a verb belongs to a compound, of which it may be the second: 垃圾|压缩|转运站12处, 欠薪线索|核查|处置|专班3个.
    func joinsCompound(_ index: Int, before end: Int) -> Bool {
        guard index > 0 else { return false }
        // 排查|整改|隐患点: but the second of two verbs with no thing before them goes on with the first
        if tokens[index].kinds.contains(.settling), isVerbal(tokens[index - 1]),
            index < 2 || !isUndergoing(tokens[index - 2])
        {
            return false
        }
        if let head = compoundHead(index, after: index - 1, before: end),
            !tokens[head].kinds.isDisjoint(with: [.facility, .statement])
        {
            return true
        }
        var first = index
        while first > 1, index - first < 2, names(first - 1) || builds(first - 1) || tellsManner(first - 1) {
            first -= 1
        }
        if end - first > 2, tokens[end - 1].wordClass == .verbalNoun,
            !tokens[end - 1].has(.transitive) || tokens[end - 2].wordClass == .attributive,
            isUndergoing(tokens[first - 1]), (first..<end).allSatisfy({ names($0) || tellsManner($0) })
        {
            // 地震|逃生|疏散|演练, 工资|支付|专项|督查
            return true
        }
        // Of several verbs the head may be any noun for a body, an event or works.
        guard let head = compoundHead(first, after: first - 1, before: end),
            (first..<head).count(where: { names($0) || builds($0) }) > 1
        else { return false }
        return !tokens[head].kinds.isDisjoint(with: [.facility, .statement])
            || (tokens[head].has(.abstract) || !tokens[head].kinds.isDisjoint(with: [.body, .event]))
                // 政府|支持|就业|创业|资金: but some take those or that which then do something
                && tokens[first].kinds.isDisjoint(with: [.gathering, .steering, .helping, .dispatch, .convening])
    }

    /// The head of a compound that ends a phrase or stands before its predicate (加固工程|开工).
    private func compoundHead(_ first: Int, after start: Int, before end: Int) -> Int? {
        guard let stop = compoundEnd(first, after: start, countsEvents: false, countsPeople: false), stop <= end,
            stop == end || tokens[stop].wordClass == .verb
        else { return nil }
        return stop - 1
    }

    /// Whether a verb stands between a thing and the doing that ends a phrase which no verb governs: 消防|疏散|演练.
    func standsInside(_ index: Int, before end: Int) -> Bool {
        index > 0 && index + 2 == end
            && (isUndergoing(tokens[index - 1]) && names(index)
                && (tokens[end - 1].wordClass == .verbalNoun || tokens[end - 1].has(.abstract))
                // 塑胶跑道|翻新|工程
                || tokens[end - 1].kinds.contains(.works) && builds(index)
                    && (isUndergoing(tokens[index - 1]) || tokens[index - 1].kinds.contains(.site)))
    }

    /// Whether nothing but what a paper states stands between a verb and the paper that ends the phrase: 检验|检测|报告12份.
    func statesOnPaper(_ index: Int, before end: Int) -> Bool {
        guard end - index < 5, tokens[end - 1].kinds.contains(.statement) else { return false }
        return (index..<end - 1).allSatisfy {
            names($0) && !tokens[$0].kinds.contains(.clerical) && !tokens[$0].kinds.contains(.settling)
                || $0 > index && tokens[$0].kinds.contains(.settling)
        }
    }

    /// Whether a word is for a thing that does nothing itself.
    private func isUndergoing(_ token: Token) -> Bool {
        token.kind == .word && [.noun, .verbalNoun, .attributive, .adjective].contains(token.wordClass)
            && scalars(token) > 1 && !isActor(token)
            && token.roles.isDisjoint(with: [.human, .doer, .whole, .body, .agent, .state])
            && token.kinds.isDisjoint(with: [.site, .body])
            && (!token.kinds.contains(.facility) || token.kinds.contains(.appliance))
    }

    /// Whether a verb may stand inside such a noun.
    private func names(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let token = tokens[index]
        return token.kind == .word && (2...3).contains(scalars(token))
            && (token.wordClass == .verb || token.wordClass == .verbalNoun)
            && token.roles.isDisjoint(with: [
                .reach, .stock, .plan, .done, .fate, .completion, .opening, .light, .become, .share, .causative, .state,
                .speech, .cause, .able, .ongoing, .agent,
            ])
            && token.kinds.isDisjoint(with: [.joining, .concern, .finishing, .raising, .resource, .directed])
            // 跨部门|联合|执法: but 交警|联合|执法
            && (!token.kinds.contains(.company) || tokens[index - 1].wordClass == .attributive)
            && (!token.kinds.contains(.handling) || token.kinds.contains(.purpose))
    }

    private func isCompoundNoun(_ token: Token) -> Bool {
        token.kind == .word && (token.wordClass == .noun || token.wordClass == .suffix)
            && token.roles.isDisjoint(with: [.placeName, .determiner, .etc, .part, .and, .de])
    }
}
