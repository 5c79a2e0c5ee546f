import Scanning

/// A clause before a quantity: which of its verbs has the counted thing as its object, and which belong to a noun.
extension NounPhrases {
    /// Reads a clause without 的: subject, adverbs, verb and object, or a bare noun phrase.
    func clause(_ range: Range<Int>, style: Style, depths: [Int]) -> Left {
        if style == .count, let series = seriesDone(to: range) {
            let thing = range.lowerBound..<series
            return finished(
                nounTail(of: thing, style: style, depths: Array(depths.prefix(thing.count)), admitsVerbs: false),
                predicate: series)
        }
        if let asked = askedFor(range) {
            return clause(asked, style: style, depths: Array(depths.prefix(asked.count)))
        }
        guard let verb = governor(of: range, style: style, depths: depths) else {
            return fronted(range, style: style, depths: depths) ?? withoutObject(range, style: style, depths: depths)
        }
        let start = objectStart(behind: verb, in: range)
        guard start < range.upperBound else { return verbsOnly(verb..<range.upperBound, in: range) }
        return withObject(start..<range.upperBound, of: verb, in: range, style: style, depths: depths)
    }

    /// 到位资金|确保|完成8亿元: what is before the words that only ask for the figure, where they end the clause behind a noun.
    private func askedFor(_ range: Range<Int>) -> Range<Int>? {
        var end = range.upperBound
        while end > range.lowerBound + 1, tokens[end - 1].has(.light), scalars(tokens[end - 1]) == 2 { end -= 1 }
        guard end > range.lowerBound + 1, tokens[end - 1].has(.causative), scalars(tokens[end - 1]) == 2,
            tokens[end - 2].wordClass == .noun, !isActor(tokens[end - 2]), !tokens[end - 2].has(.human)
        else { return nil }
        return range.lowerBound..<(end - 1)
    }

    /// 帮助|解决|困难: the last of the verbs that govern the clause one after another; 开展|检查: but a light verb's object may be a verb.
    private func governor(of range: Range<Int>, style: Style, depths: [Int]) -> Int? {
        var verb: Int?
        for index in range.dropLast() {
            guard depths[index - range.lowerBound] == 0, governs(index, in: range, style: style),
                style == .rate || !tellsPurpose(index, before: range.upperBound)
            else { continue }
            if let known = verb, !takesObject(index, from: known, in: range, style: style) { continue }
            verb = index
        }
        return verb
    }

    /// 对|拖欠工资案件|12起: the thing alone that a word before it brings in, with no verb behind.
    private func fronted(_ range: Range<Int>, style: Style, depths: [Int]) -> Left? {
        guard style == .count,
            let front = range.dropLast().last(where: { isFrontedVerb($0 + 1, before: range.upperBound) }),
            depths[front - range.lowerBound] == 0, let last = range.last, isNominal(tokens[last]),
            !isVerbal(tokens[last]), !isActor(tokens[last])
        else { return nil }
        let thing = (front + 1)..<range.upperBound
        return finished(
            nounTail(of: thing, style: style, depths: Array(depths.suffix(thing.count)), admitsVerbs: true),
            predicate: nil)
    }

    /// Where the object begins, behind 了, 各类, the result of the verb and how it is done: 组建|起|服务队.
    private func objectStart(behind verb: Int, in range: Range<Int>) -> Int {
        var start = verb + 1
        while start < range.upperBound,
            tokens[start].has(.aspect) || tokens[start].has(.determiner) || tokens[start].has(.and)
                // 组建|起|服务队
                || start == verb + 1 && tokens[start].kinds.contains(.result) && !tokens[verb].kinds.contains(.directed)
                || tokens[start].wordClass == .adverb && !isAdjective(start)
                    && !(start == verb + 1 && isAttributeOfObject(start, before: range.upperBound))
                || tokens[start].has(.arrive)
        {
            start += 1
        }
        return start
    }

    /// 举办|现场|招聘会, 建立|集中|充电棚, 组织|会前|学法: an adverb right between a verb and the noun that is its object tells which of them
    /// it is, for no adverb stands there; nor does one open a clause before a noun (整体|营收4600亿元).
    func isAttributeOfObject(_ index: Int, before end: Int) -> Bool {
        let token = tokens[index]
        guard index + 1 < end, token.kind == .word, scalars(token) == 2, token.roles.isEmpty,
            token.kinds.isDisjoint(with: [.running, .adverbial]),
            token.wordClass == .adverb
                || index > 0 && isVerbal(tokens[index - 1])
                    && [.time, .attributive, .adjective, .noun, .other].contains(token.wordClass)
        else { return false }
        let next = tokens[index + 1]
        return next.kind == .word && next.wordClass == .noun && !next.has(.placeName) && !isActor(next)
    }

    /// Reads the object of a verb: the thing that is counted, those who were brought to do something, or what they did.
    private func withObject(
        _ whole: Range<Int>, of verb: Int, in range: Range<Int>, style: Style, depths: [Int]
    ) -> Left {
        if style == .count, let people = steered(whole, by: verb) { return finished(people, predicate: verb) }
        if style == .count, let doing = doingOfBrought(whole, by: verb) {
            var reading = Left(item: doing)
            reading.predicate = doing.last
            return reading
        }
        let object = withoutStage(whole, style: style)
        if style == .count, let thing = objectOfJoined(object, by: verb) {
            // 先后参与|处置|案件131宗: what they took part in doing, and what it was done to
            return finished(thing, predicate: object.lowerBound)
        }
        if tokens[verb].has(.plan), style == .count,
            let thing = planned(object, of: range.lowerBound..<verb, depths: depths)
        {
            return thing
        }
        // 代办各类申请612件: what 各类 points to is a thing.
        let isPointed = tokens[(verb + 1)..<whole.lowerBound].contains { $0.has(.determiner) }
        if style == .count, !isPointed, isOnlyDone(object, behind: verb) {
            // 协调解决9个: verbs alone
            return verbsOnly(verb..<range.upperBound, in: range)
        }
        if tokens[verb].has(.plan), object.allSatisfy({ isVerbal(tokens[$0]) || tokens[$0].wordClass == .adverb }) {
            return verbsOnly(object, in: range)
        }
        // 推进老旧小区改造: what follows the verb is its object, whatever its words are.
        let tail = nounTail(of: object, style: style, depths: Array(depths.suffix(object.count)), admitsVerbs: true)
        return finished(tail, predicate: verb)
    }

    /// 加装电梯|完成12部, 增设电梯|签约31台, 利用外资仅|完成150万美元: an object without the stage that it has come to.
    private func withoutStage(_ object: Range<Int>, style: Style) -> Range<Int> {
        guard object.count > 1, let last = object.last, tokens[last].wordClass == .verb,
            tokens[last].has(.light) || style == .count && tokens[last].has(.completion)
        else { return object }
        var thing = object.lowerBound..<last
        while thing.count > 1, let adverb = thing.last, tokens[adverb].wordClass == .adverb { thing.removeLast() }
        return thing
    }

    /// 案件 of 先后参与|处置|案件131宗: what is done to it, in which somebody takes part.
    private func objectOfJoined(_ object: Range<Int>, by verb: Int) -> Range<Int>? {
        guard tokens[verb].kinds.contains(.joining), object.count > 1, let doing = object.first,
            tokens[doing].has(.transitive), isVerbal(tokens[doing]), let thing = object.last,
            tokens[thing].wordClass == .noun,
            tokens[thing].roles.isDisjoint(with: [.abstract, .bound, .body, .magnitude]),
            tokens[thing].kinds.isDisjoint(with: [.event, .post, .body]),
            object.dropFirst().allSatisfy({ isNominal(tokens[$0]) && !isVerbal(tokens[$0]) })
        else { return nil }
        return object.dropFirst()
    }

    /// 协调|解决9个, 走访|慰问860人次: whether nothing but doings stands behind a verb.
    private func isOnlyDone(_ object: Range<Int>, behind verb: Int) -> Bool {
        !tokens[verb].has(.light) && !tokens[verb].has(.reach)
            && object.allSatisfy {
                tokens[$0].wordClass == .verb && tokens[$0].kind == .word || tokens[$0].wordClass == .adverb
                    // 走访|慰问860人次
                    || tokens[$0].wordClass == .verbalNoun && tokens[$0].has(.transitive) && !tokens[$0].has(.abstract)
                        && tokens[verb].wordClass == .verb && !tokens[verb].kinds.contains(.handling)
            }
    }

    /// 横幅、小广告: whether a noun for no people follows one for a thing in a list.
    private func listsThings(endingAt last: Int) -> Bool {
        last > 1 && tokens[last].kind == .word && tokens[last].wordClass == .noun && !isActor(tokens[last])
            && tokens[last].roles.isDisjoint(with: [.human, .doer, .body]) && tokens[last - 1].isMark(.pause)
            && isPatient(last - 2)
    }

    /// Whether a token is a noun for a thing, which does nothing itself before a verb.
    func isPatient(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.kind == .word && token.wordClass == .noun && !isActor(token)
            && token.roles.isDisjoint(with: [.human, .doer, .body, .abstract, .bound, .magnitude])
            && token.kinds.isDisjoint(with: [.body, .course, .event])
    }

    /// 违停机动车|劝离、处罚|151辆: where a series of verbs begins that ends a clause and is done to the thing right before it.
    private func seriesDone(to range: Range<Int>) -> Int? {
        var first = range.upperBound - 1
        var tellsDoing = false
        while first > range.lowerBound + 1, range.upperBound - first < 8, tokens[first].kind == .word,
            scalars(tokens[first]) == 2, isDoing(first)
        {
            tellsDoing = tellsDoing || tokens[first].wordClass == .verb && tokens[first].has(.transitive)
            guard tokens[first - 1].isMark(.pause) || tokens[first - 1].has(.and) else { break }
            first -= 2
        }
        guard first + 2 < range.upperBound, tellsDoing, isDoing(first), scalars(tokens[first]) == 2,
            first > range.lowerBound, isPatient(first - 1)
        else { return nil }
        return first
    }

    /// 老旧小区|计划|改造46个: the thing before 计划 that something is to be done to, where it does nothing itself.
    private func planned(_ doing: Range<Int>, of before: Range<Int>, depths: [Int]) -> Left? {
        guard doing.allSatisfy({ isVerbal(tokens[$0]) || tokens[$0].wordClass == .adverb }),
            let verb = doing.last, tokens[verb].wordClass == .verb || !tokens[verb].has(.magnitude),
            tokens[verb].has(.transitive), let last = before.last, isNominal(tokens[last]),
            tokens[last].roles.isDisjoint(with: [.human, .body, .doer]), !isActor(tokens[last]),
            tokens[last].wordClass != .locative
        else { return nil }
        let tail = nounTail(
            of: before, style: .count, depths: Array(depths.prefix(before.count)), admitsVerbs: false)
        let left = finished(tail, predicate: verb)
        return left.item.isEmpty || left.item.allSatisfy({ isActor(tokens[$0]) }) ? nil : left
    }

    /// 有效|工单: whether an adverb stands before a noun, whose adjective it is.
    func isAdjective(_ index: Int) -> Bool {
        guard tokens[index].kinds.contains(.fresh), scalars(tokens[index]) > 1, index + 1 < tokens.count else {
            return false
        }
        let next = tokens[index + 1]
        return next.kind == .word && (next.wordClass == .noun || next.wordClass == .verbalNoun && !isVerbal(next))
    }

    /// 督促|商户|整改, 引导|流动摊贩|规范经营: those who are brought to do something, without what they do.
    private func steered(_ object: Range<Int>, by verb: Int) -> Range<Int>? {
        // 动员单位出资960万元: but money is what they give
        // 接待|党员群众|参观、阅读
        guard !tokens[verb].kinds.isDisjoint(with: [.steering, .receiving]),
            object.last.map({ !tokens[$0].kinds.contains(.raising) }) ?? false,
            let people = object.last(where: {
                (tokens[$0].has(.human) || tokens[$0].has(.doer) || tokens[$0].kinds.contains(.site))
                    && $0 + 1 < object.upperBound && !isNominalOnly($0 + 1)
            }),
            (object.lowerBound...people).allSatisfy({
                isNominal(tokens[$0]) || tokens[$0].has(.and) || tokens[$0].isMark(.pause)
            }),
            (people + 1..<object.upperBound).allSatisfy({
                isVerbal(tokens[$0]) || isPlain(tokens[$0]) || tokens[$0].isMark(.pause)
                    || tokens[$0].kind == .word && [.verbalNoun, .adverb, .adjective].contains(tokens[$0].wordClass)
            })
        else { return nil }
        return object.lowerBound..<(people + 1)
    }

    private func isNominalOnly(_ index: Int) -> Bool { tokens[index].wordClass == .noun }

    /// 驿站|服务|骑手: a verb before those whom it serves, at the end of the clause.
    func isServing(_ verb: Int, in range: Range<Int>) -> Bool {
        verb + 2 == range.upperBound && tokens[verb + 1].has(.human) && tokens[verb].has(.transitive)
            && verb > range.lowerBound && !tokens[verb - 1].has(.human)
    }

    /// 铲除|招聘|广告, 成立|维修|班组: whether a verb tells what a thing or a body is for, and is not done to it.
    ///
    /// It does behind a verb of making, placing, handing out or taking away, which takes no other verb as its object; in a list
    /// the verb before the first member has them all.
    ///
    /// - Parameter end: where the phrase ends that the verb stands in.
    func tellsPurpose(_ index: Int, before end: Int) -> Bool {
        let (token, last) = (tokens[index], end - 1)
        guard index < last, isVerbal(token) || isPlain(token), scalars(token) == 2,
            !tokens[index].kinds.contains(.handling),
            token.roles.isDisjoint(with: [.light, .plan, .causative, .reach]),
            isNominal(tokens[index + 1]) || tokens[index + 1].kinds.contains(.purpose), isNominal(tokens[last]),
            !tokens[index + 1].has(.bound)
        else { return false }
        if statesOnPaper(index, before: end) { return true }
        // 成功|处置|内涝点, but 街道|应急|处置|小组: behind an adverb it is what is done
        if index > 0, tokens[index - 1].kind == .word, tokens[index - 1].wordClass == .adverb { return false }
        // 招聘|教师, 培训|教师: it is done to them; but 救援|队员, 巡逻|队员
        if index + 1 == last, tokens[last].has(.human), tokens[index].kinds.contains(.personal) { return false }
        let isOfPost = tokens[last].kinds.contains(.post)
        guard
            isOfPost
                || tokens[index].kinds.contains(.purpose) && !tokens[last].has(.human) && !tokens[last].has(.abstract)
                    && !tokens[last].has(.magnitude)
        else { return false }
        var before = index - 1
        // 落实|转运|救护|车辆
        while before > 0, tokens[before].kinds.contains(.purpose), !tokens[before].kinds.contains(.handling) {
            before -= 1
        }
        if before >= 0, tokens[before].kinds.contains(.handling) { return true }
        // 维修|店9家: a place of one character; 分拣|中心3个
        // 帮扶|就业困难人员: but who is told apart already is what the verb is done to.
        // 清洗|广告牌, 处置|僵尸车: a verb that is done to things, before one that has a name of its own
        if isOfPost, index + 1 == last, scalars(tokens[last]) < (tokens[index].kinds.contains(.tending) ? 3 : 5),
            scalars(tokens[last]) == 1 || tokens[index].kinds.contains(.purpose)
        {
            return true
        }
        guard index > 1, tokens[index - 1].isMark(.pause) || tokens[index - 1].has(.and), tokens[index - 2].isQuantity,
            tokens[index].kinds.contains(.purpose) || tokens[last].kinds.contains(.body)
        else { return false }
        var first = index - 2
        while first > 0, index - first < NounPhrases.longest, !tokens[first].endsClause {
            first -= 1
            if tokens[first].kinds.contains(.handling) { return true }
        }
        return false
    }

    /// Whether another word of planning stands behind one, with adverbs between at most.
    private func planFollows(_ index: Int, before end: Int) -> Bool {
        var next = index + 1
        while next + 1 < end, tokens[next].wordClass == .adverb, !tokens[next].has(.plan) { next += 1 }
        return next + 1 < end && tokens[next].has(.plan) && scalars(tokens[next]) == 1
    }

    /// Whether the token is the verb whose object is counted, and not a part of a noun.
    func governs(_ index: Int, in range: Range<Int>, style: Style) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, index + 1 < range.upperBound, !isAssociation(index) else {
            return false
        }
        if token.has(.recipient) || isFrontedVerb(index, before: range.upperBound) { return false }
        // 今后|将|增设路灯: the last word of planning leads on to what is done
        if token.has(.plan), planFollows(index, before: range.upperBound) { return false }
        if token.has(.plan) || token.has(.causative) || token.has(.cause) { return true }
        if !token.kinds.isDisjoint(with: [.steering, .receiving]), style == .count,
            startsPredicate(index, in: range),
            steered(index + 1..<range.upperBound, by: index) != nil
        {
            return true
        }
        let next = tokens[index + 1]
        // 检查各类|沉陷|路面: behind the object's 各类 a verb belongs to it
        if index > range.lowerBound + 1, tokens[index - 1].kinds.contains(.sorts), isVerbal(tokens[index - 2]) {
            return false
        }
        if next.has(.bound) || joinsCompound(index, before: range.upperBound) { return false }
        // 完善|实施|类: nor does the first of two verbs before a word for a kind
        if index + 2 < range.upperBound, tokens[index + 2].has(.kind), isVerbal(next) { return false }
        // 共有|管理|人才: what there is is a thing, and a verb right behind 有 tells which.
        if index > range.lowerBound, tokens[index - 1].has(.stock), scalars(token) > 1, isNominal(next) { return false }
        if token.has(.reach) { return style == .count || token.has(.transitive) }
        // 书屋接待读者, 驿站服务骑手: a verb before those whom it serves
        let starts =
            startsPredicate(index, in: range) || isServing(index, in: range)
            || style == .count && index > range.lowerBound && isDoneByHost(index, before: range.upperBound)
        let pointed =
            next.has(.aspect) || next.isMark(.openQuote) || next.has(.determiner) || next.has(.placeName)
        if style == .rate { return starts && governsSum(index, pointed: pointed, in: range) }
        switch token.wordClass {
        case .verb where token.has(.transitive) || token.has(.become):
            return pointed || governsThing(index, starts: starts, in: range, style: style)
        // 签约项目19个, 签约招商项目21个
        case .verb
        where token.has(.completion)
            && tokens[(index + 1)..<range.upperBound].allSatisfy({ $0.kind == .word && !$0.has(.human) })
            && tokens[range.upperBound - 1].has(.abstract):
            return startsPredicate(index, in: range)
        case .verb where isPlain(token):
            if index + 2 == range.upperBound, next.has(.magnitude) || next.has(.abstract) { return pointed }
            // 今年|发生|火灾7起
            let happens =
                style == .count && index == range.lowerBound && token.kinds.contains(.happening) && isNominal(next)
            // 已签约入园企业
            return pointed || happens
                || starts && index > range.lowerBound && isNominal(next) && !tokens[index - 1].has(.completion)
        case .verbalNoun where token.has(.transitive):
            // 排查|整改|隐患
            if tokens[index].kinds.contains(.settling), index > range.lowerBound, isVerbal(tokens[index - 1]),
                isNominal(next)
            {
                return true
            }
            // 驿站接待“小哥”
            guard starts || next.isMark(.openQuote) else { return false }
            return pointed || isAdjective(index + 1) || governsNoun(index, in: range, style: style)
        default: return false
        }
    }

    /// 为小微企业减免租金120万元, 帮助农民工讨回工资85万元: whether a transitive verb governs what a sum of money is, and is no part of its name.
    private func governsSum(_ index: Int, pointed: Bool, in range: Range<Int>) -> Bool {
        let token = tokens[index]
        guard token.wordClass == .verb, token.has(.transitive) else { return false }
        if pointed { return true }
        guard index + 2 == range.upperBound, isNominal(tokens[index + 1]) else { return false }
        // 为小微企业减免租金120万元
        let serves = range.lowerBound < index && tokens[range.lowerBound..<index].contains { $0.has(.recipient) }
        // 帮助农民工讨回工资85万元
        return serves
            || index - 1 > range.lowerBound && tokens[index - 1].has(.human)
                && tokens[range.lowerBound..<index - 1].contains { isVerbal($0) && $0.has(.transitive) }
    }

    /// Whether a transitive verb has what follows it for its object, and is no part of a noun between others.
    private func governsThing(_ index: Int, starts: Bool, in range: Range<Int>, style: Style) -> Bool {
        let (token, next) = (tokens[index], tokens[index + 1])
        // 问题整改率, 生活垃圾清运量: a verb between nouns before a head that sizes it.
        // 技能提升培训, 消防疏散演练: and before a doing that closes it.
        let sizes =
            index + 2 == range.upperBound
            && (next.has(.magnitude) || next.has(.abstract)
                || next.wordClass == .verbalNoun && style == .count && !next.has(.agent))
        // 企业开办时间: between a body and a size the verb belongs to the noun.
        // 街道发放积分: but what a street does it does itself.
        // 社区筹集资金: and so it does with one of raising money.
        if sizes, !token.has(.light), index > range.lowerBound, tokens[index - 1].wordClass == .noun,
            !tokens[index - 1].has(.body), !token.kinds.contains(.raising),
            // 超市发放积分: and a place with one of handing out
            !isDoneByHost(index, before: range.upperBound),
            // 为群众返还资金500万元: for whom it is done
            !tokens[range.lowerBound..<index - 1].contains(where: { $0.has(.recipient) }),
            !isBrought(index - 1, in: range)
        {
            return false
        }
        return starts || !sizes || token.has(.light)
            || index > range.lowerBound && tokens[range.lowerBound..<index - 1].contains { $0.has(.recipient) }
    }

    /// Whether a noun of doing at the head of its predicate has the noun behind it for its object: 共|检查|单位1260家.
    private func governsNoun(_ index: Int, in range: Range<Int>, style: Style) -> Bool {
        let (token, next) = (tokens[index], tokens[index + 1])
        if index > range.lowerBound, style == .count, next.wordClass == .verb, next.has(.transitive),
            index + 2 < range.upperBound, isNominal(tokens[index + 2])
        {
            // 提升改造和整治|规范|店铺, 建设|投用|学校
            return true
        }
        let last = index + 2 == range.upperBound
        if last, token.kinds.contains(.inspecting), !next.kinds.isDisjoint(with: [.facility, .site]) { return true }
        // 共检查单位1260家: behind 共 it is done to those who follow; but 检查单位3家
        if last, index > range.lowerBound, tokens[index - 1].has(.sum), next.has(.doer) { return true }
        return (isNominal(next) || isPlain(next) && !last)
            && !(last && (next.has(.abstract) || next.has(.magnitude)))
            && !(index + 3 == range.upperBound
                && (next.has(.abstract) && tokens[index + 2].has(.abstract)
                    // 改造|预算|总额
                    || next.has(.attribute) && tokens[index + 2].has(.magnitude)))
    }

    /// 图书馆|借阅|图书, 监管局|巡查|助餐点: whether a place or a body stands right before a verb that it does to what ends the
    /// clause; but 医院|护理|床位, 学校|建设|资金, where the verb tells what the thing is for.
    private func isDoneByHost(_ verb: Int, before end: Int) -> Bool {
        guard verb > 0, verb + 1 < end, tokens[verb].has(.transitive), isVerbal(tokens[verb]),
            scalars(tokens[verb]) == 2, !tokens[verb].has(.light),
            isTakenByPeople(verb, before: end)
                || isHost(verb - 1)
                    && (tokens[verb].kinds.isDisjoint(with: [.purpose, .receiving])
                        || tokens[verb].kinds.contains(.handling)),
            isNominal(tokens[verb + 1]), !tokens[verb + 1].has(.bound)
        else { return false }
        let thing = tokens[end - 1]
        let isInspected = tokens[verb].kinds.contains(.inspecting)
        // 小区改造项目|涉及|居民小区: another verb has the object; 食堂就餐人数: and how many they are is no object
        guard
            (verb + 1..<end).allSatisfy({
                tokens[$0].wordClass != .verb && !tokens[$0].kinds.contains(.works)
            }), !thing.has(.magnitude) || tokens[verb].kinds.contains(.handling)
        else { return false }
        return thing.kind == .word && [.noun, .verbalNoun].contains(thing.wordClass) && !thing.has(.abstract)
            && !thing.has(.bound) && !thing.has(.doer) && !thing.has(.human)
            && (isInspected
                || thing.kinds.isDisjoint(with: [.body, .works, .event])
                    && (!thing.kinds.contains(.post) || thing.kinds.contains(.paper)
                        || !thing.kinds.contains(.facility)))
    }

    /// 老人|接种|疫苗, 残疾人家庭|加装|扶手: whether people stand right before a verb for what they take, wear or fit up, with the
    /// thing at the end; but 居民|应急|物资, where the verb tells what the thing is for.
    private func isTakenByPeople(_ verb: Int, before end: Int) -> Bool {
        let (people, thing) = (tokens[verb - 1], tokens[end - 1])
        guard people.kind == .word, people.has(.human) || people.kinds.contains(.home),
            !tokens[verb].kinds.isDisjoint(with: [.taking, .handling])
        else { return false }
        return isThing(thing)
    }

    /// Whether a word is for a place or a body that does something itself: 图书馆, 监管局, 医院, 服务站, 执法中队.
    func isHost(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, token.wordClass == .noun, !token.has(.human) else { return false }
        return token.has(.agent) || !token.kinds.isDisjoint(with: [.site, .body, .office])
            || token.kinds.contains(.facility) && !token.kinds.contains(.appliance)
    }

    /// 联合|执法中队|夜查, 协调|社区医院|免费|体检: what those do who are brought in by a verb, without them.
    private func doingOfBrought(_ object: Range<Int>, by verb: Int) -> Range<Int>? {
        guard tokens[verb].kinds.contains(.company), let last = object.last, isDoing(last), scalars(tokens[last]) == 2,
            let host = object.dropLast().last(where: { isHost($0) }),
            (host + 1..<last).allSatisfy({
                isDoing($0) || tokens[$0].has(.manner) || tokens[$0].kinds.contains(.gratis)
                    || tokens[$0].wordClass == .adverb
            }), !tokens[last].has(.abstract), !tokens[last].has(.magnitude), !tokens[last].kinds.contains(.raising)
        else { return nil }
        return host + 1..<object.upperBound
    }

    /// 组织|志愿者|张贴资料, 发动|党员|推送岗位: whether a verb brings those to do something who stand at the index.
    private func isBrought(_ people: Int, in range: Range<Int>) -> Bool {
        guard tokens[people].has(.human) || tokens[people].has(.agent), people > range.lowerBound else { return false }
        return tokens[range.lowerBound..<people].contains {
            !$0.kinds.isDisjoint(with: [.association, .company, .steering, .helping])
        }
    }

    /// Whether nothing but a subject, an adverb or a mark stands right before the token.
    func startsPredicate(_ index: Int, in range: Range<Int>) -> Bool {
        guard index > range.lowerBound else { return true }
        let before = tokens[index - 1]
        switch before.kind {
        case .mark(let mark): return mark != .closeQuote || tellsManner(quotedBefore: index, in: range)
        case .time, .quantity: return true
        case .word:
            return [.adverb, .preposition, .conjunction, .verb, .particle, .pronoun, .other, .time].contains(
                before.wordClass) || isActor(before) || tokens[index - 1].kinds.contains(.body) || before.has(.etc)
                || before.has(.plan)
                || before.wordClass == .idiom
                // 小区附近|拆除|违建: where it is done
                || before.wordClass == .locative && scalars(before) > 1 && tokens[index].kinds.contains(.handling)
                // 免费|检查|小区: how it is done, where the clause opens with it
                || tokens[index - 1].kinds.contains(.gratis)
                    && (index - 1 == range.lowerBound || tokens[index - 2].kind != .word
                        || [.adverb, .verb].contains(tokens[index - 2].wordClass) || isActor(tokens[index - 2]))
                // 商户|整改|隐患
                || before.has(.doer) && !before.has(.abstract) && tokens[index].kinds.contains(.settling)
                // 社区免费检测家电36台: what one does for nothing
                || before.kinds.contains(.unpaid) && isThing(tokens[index + 1])
                // 夜间|检查|商户, 重点|排查|隐患: how it is done, where the clause opens with it
                || index - 1 == range.lowerBound && (before.has(.manner) || before.kinds.contains(.focal))
                    && tokens[index].has(.transitive) && scalars(tokens[index]) > 1
                // 年创造效益600万元
                || index - 1 == range.lowerBound && before.wordClass == .number
                // 楼栋长|入户|征求意见
                || before.has(.manner) && index - 1 > range.lowerBound
                    && (tokens[index - 2].has(.human) || isActor(tokens[index - 2]))
                || range.contains {
                    $0 < index - 1 && (tokens[$0].has(.recipient) || tokens[$0].wordClass == .preposition)
                }
        }
    }

    /// 国企|“肥瘦搭配”|接管|零散小区: whether the words between quotation marks before a verb are a doing themselves, which tells how it is done by
    /// those named before them; but “候鸟”|服务队, “结对帮扶”|活动.
    func tellsManner(quotedBefore verb: Int, in range: Range<Int>) -> Bool {
        guard tokens[verb].has(.transitive), isVerbal(tokens[verb]), verb + 1 < range.upperBound,
            verb > range.lowerBound + 2,
            let open = (range.lowerBound..<(verb - 1)).last(where: { tokens[$0].isMark(.openQuote) }),
            tokens[verb - 1].isMark(.closeQuote), verb - open > 1, tokens[verb - 2].kind == .word,
            isNominal(tokens[verb + 1]),
            // 社区|“两委”|接待|来访群众: those who do it, by a name between quotation marks
            tokens[verb - 2].has(.agent) && tokens[verb - 2].roles.isDisjoint(with: [.human])
                || verb - open > 3 && open > range.lowerBound
                    && [.verb, .verbalNoun, .idiom].contains(tokens[verb - 2].wordClass)
                    && tokens[open - 1].kind == .word
                    && [.noun, .place, .adverb, .person].contains(tokens[open - 1].wordClass),
            !tokens[verb + 1].has(.bound)
        else { return false }
        let thing = tokens[range.upperBound - 1]
        return thing.wordClass == .noun && thing.roles.isDisjoint(with: [.abstract, .bound, .magnitude])
            && thing.kinds.isDisjoint(with: [.post, .body, .event, .course, .works])
    }

    /// A clause without a verb that takes an object: 老旧小区改造4个, 化解151件, 老年人1830人.
    func withoutObject(_ range: Range<Int>, style: Style, depths: [Int]) -> Left {
        if style == .rate, let last = range.last, tokens[last].wordClass == .verb, tokens[last].has(.transitive),
            range.count > 1 && tokens[last].has(.light) || tokens[last].has(.done)
        {
            // 安装工作完成80%, 改造项目已完成92%
            return withoutObject(range.lowerBound..<last, style: style, depths: Array(depths.dropLast()))
        }
        if let last = range.last, last > range.lowerBound, scalars(tokens[last]) == 1,
            [.adjective, .other, .noun].contains(tokens[last].wordClass), tokens[last].kind == .word,
            tokens[last].roles.isEmpty,
            range.upperBound < tokens.count, tokens[range.upperBound].has(.aspect),
            scalars(tokens[range.upperBound]) == 1,
            style == .count ? isPatient(last - 1) : tokens[last - 1].wordClass == .noun
        {
            // 路灯|坏|了32盏, 成本|省|了12%: a word of one character before 了 is the predicate, whatever it is elsewhere
            let thing = range.lowerBound..<last
            return finished(
                nounTail(of: thing, style: style, depths: Array(depths.dropLast()), admitsVerbs: false), predicate: last
            )
        }
        let verbs = closingVerbs(of: range, style: style)
        guard verbs < range.upperBound else {
            return finished(nounTail(of: range, style: style, depths: depths, admitsVerbs: false), predicate: nil)
        }
        var before = range.lowerBound..<verbs
        // 横幅、小广告等|清掉340余处: what the verb is done to
        if before.count > 1, let etc = before.last, tokens[etc].has(.etc),
            isPatient(etc - 1) || listsThings(endingAt: etc - 1),
            let verb = range.last, tokens[verb].wordClass == .verb
        {
            before.removeLast()
        }
        let noun = nounTail(
            of: before, style: style, depths: Array(depths.prefix(before.count)), admitsVerbs: false)
        let doing = verbs..<range.upperBound
        guard namesThing(noun, before: doing) else {
            return noun.isEmpty ? verbsOnly(doing, in: range) : verbsOnly(doing, in: range, of: noun)
        }
        if style == .count, isMeansOrSource(noun, of: range.upperBound - 1, in: range) {
            return verbsOnly(doing, in: range)
        }
        return subject(noun, and: doing, in: range, style: style)
    }

    /// Where the verbs and adverbs begin that end a clause: 食堂|日均|就餐160人次.
    private func closingVerbs(of range: Range<Int>, style: Style) -> Int {
        var verbs = range.upperBound
        while verbs > range.lowerBound,
            isVerbal(tokens[verbs - 1]) && style == .count
                || verbs < range.upperBound && tokens[verbs - 1].wordClass == .adverb && !tokens[verbs - 1].has(.bound)
        {
            verbs -= 1
        }
        while verbs < range.upperBound, verbs > range.lowerBound,
            tokens[verbs - 1].has(.average) || tokens[verbs - 1].has(.manner) && tokens[verbs - 1].wordClass != .time
        { verbs -= 1 }
        if range.upperBound - verbs > 1, let verb = range.last, scalars(tokens[verb]) == 1,
            tokens[verb].wordClass == .verb,
            tokens[verb - 1].wordClass == .verbalNoun, verb - 1 > range.lowerBound
        {
            // 免费培训办了21期: the doing is what the verb of one character brings about
            verbs = verb
        }
        // 市级|表彰16项: behind a word that tells which it is a noun
        let isNoun =
            verbs + 1 == range.upperBound && verbs > range.lowerBound && tokens[verbs].wordClass == .verbalNoun
            && tokens[verbs - 1].wordClass == .attributive && tokens[verbs - 1].roles.isEmpty
        return isNoun ? range.upperBound : verbs
    }

    /// Whether the noun before the verbs at the end of a clause is a thing that they are done to, and not who does them.
    private func namesThing(_ noun: Range<Int>, before doing: Range<Int>) -> Bool {
        let counted = trimmed(noun)
        let isNamed = doing.count == 1 && tokens[doing.upperBound - 1].wordClass == .verbalNoun
        return counted.contains {
            let token = tokens[$0]
            // 物业管理3108件: a body before a noun of doing makes one noun with it.
            return (!isActor(token) || isNamed && token.has(.agent) && token.wordClass == .noun)
                && !token.isMark(.pause)
                && !(token.kind == .word && token.wordClass == .attributive && counted.count == 1)
        }
    }

    /// Reads a noun and the verbs behind it: the noun is what they are done to, who does them, or makes one name with them.
    private func subject(_ noun: Range<Int>, and doing: Range<Int>, in range: Range<Int>, style: Style) -> Left {
        let last = doing.upperBound - 1
        let verb = tokens[last]
        let (head, opener) = (tokens[noun.upperBound - 1], tokens[doing.lowerBound])
        // 安置区一期住着900余户: where they are
        if style == .count, verb.wordClass == .verb, verb.has(.stock) { return verbsOnly(doing, in: range, of: noun) }
        // 食堂日均就餐160人次: the doing is counted, the noun does it.
        if opener.has(.average) || opener.has(.manner) || verb.has(.complete) {
            return verbsOnly(doing, in: range, of: noun)
        }
        if style == .count, head.wordClass == .locative, noun.count > 1,
            // 从惠民资金中列支3.2万元
            !tokens[range.lowerBound..<noun.lowerBound].contains(where: { $0.has(.from) })
        {
            // 在广场上领舞两个小时: where it is done is no part of it
            return verbsOnly(doing, in: range)
        }
        let isParted = style == .count && isParted(noun, from: doing)
        let isOver =
            scalars(verb) == 1 && last + 1 < tokens.count && last > noun.lowerBound
            // 围巾|织|好112条
            && (tokens[last + 1].has(.aspect) || isResult(last + 1))
        if (isOver || isParted) && noun.count > 1 && tokens[noun.upperBound - 2].wordClass == .number
            || isOver && head.has(.human)
        {
            // 调解室一家就调成119件, 医生看了200人次: who did it
            return verbsOnly(doing, in: range, of: noun)
        }
        if isParted { return finished(noun, predicate: last) }
        if verb.wordClass == .verb, isPlain(verb), last + 1 < tokens.count, scalars(tokens[last + 1]) == 1,
            tokens[last + 1].has(.aspect), scalars(verb) == 2
        {
            // 活动特别关注了两校: what is counted comes behind
            return verbsOnly(doing, in: range, of: noun)
        }
        // 既有住宅加装电梯|签约19部: things do not come to that stage by themselves
        let isStage =
            style == .count && verb.has(.completion) && !verb.has(.transitive)
            && isThing(head) && !head.has(.human) && !head.has(.doer)
        if verb.wordClass == .verb, verb.has(.transitive) || isOver || isStage {
            // 意见收了237条: a verb of one character before 了 is no part of a noun.
            // 创业担保贷款发放640万元: the noun is what is counted, the verb is what was done to it;
            // 老旧小区改造完成12个: a light verb leaves the doing before it in the noun.
            return finished(verb.has(.light) ? noun.lowerBound..<last : noun, predicate: last)
        }
        return finished(noun.lowerBound..<range.upperBound, predicate: nil)
    }

    /// 织|好, 码|齐: whether an adjective behind a verb of one character tells that it is done.
    func isResult(_ index: Int) -> Bool {
        index > 0 && tokens[index].kind == .word && tokens[index].wordClass == .adjective
            && tokens[index].kinds.contains(.result) && tokens[index - 1].wordClass == .verb
            && tokens[index - 1].kind == .word && scalars(tokens[index - 1]) == 1
    }

    /// 仅药费|就省下2000多元: whether an adverb of one character opens the predicate, or 累计, as in 隐患|累计整改36处.
    private func isParted(_ noun: Range<Int>, from doing: Range<Int>) -> Bool {
        let last = doing.upperBound - 1
        let opener = tokens[doing.lowerBound]
        guard doing.lowerBound < last, opener.wordClass == .adverb, noun.upperBound == doing.lowerBound,
            tokens[last].wordClass == .verb || tokens[last].has(.transitive)
        else { return false }
        if scalars(opener) == 1 { return true }
        let before = tokens[doing.lowerBound - 1]
        return (opener.has(.sum) || opener.has(.done) || opener.kinds.contains(.running))
            // 食堂累计助餐4.7万人次, “宣讲团”累计宣讲52场: where it is done, or who does it
            && tokens[last].wordClass == .verbalNoun && before.kind == .word
            && before.kinds.isDisjoint(with: [.site, .facility, .post, .body])
    }

    /// 利用|桥下空间|施划46个, 从|综合执法队、社区|抽出84人: whether the noun before a verb is what something is done with, or whence those
    /// come who are sent out.
    private func isMeansOrSource(_ noun: Range<Int>, of verb: Int, in range: Range<Int>) -> Bool {
        guard noun.lowerBound > range.lowerBound, tokens[verb].wordClass == .verb, tokens[verb].has(.transitive)
        else { return false }
        let opener = tokens[noun.lowerBound - 1]
        return opener.kinds.contains(.resource) || opener.has(.from) && tokens[verb].kinds.contains(.dispatch)
    }

    /// Verbs that are counted themselves, with nothing that they are done to: 食堂日均|就餐160人次.
    ///
    /// - Parameter subject: who does them, or where.
    func verbsOnly(_ verbs: Range<Int>, in range: Range<Int>, of subject: Range<Int>? = nil) -> Left {
        var left = Left.empty(at: range.upperBound)
        if let subject { left.subject = subject }
        var low = verbs.lowerBound
        while low < verbs.upperBound, tokens[low].wordClass == .adverb { low += 1 }
        left.verbs = low..<verbs.upperBound
        left.predicate = low < verbs.upperBound ? low : nil
        return left
    }
}
