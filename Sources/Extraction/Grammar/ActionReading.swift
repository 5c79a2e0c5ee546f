import Facts
import Scanning
import Units

/// What was done to the things counted, or what they did: the predicate that governs the figure's noun.
///
/// It stands before the figure (清理野广告50处), behind it (9个社区完成改造), or inside the phrase that names the item
/// (违建拆除66处).
extension SentenceReader {
    /// The predicate before the figure; none for how things stand.
    func readAction(
        of left: NounPhrases.Left, _ predicate: Int, counts dimension: Dimension, _ text: Span<UInt8>,
        _ reading: inout QuantityReading
    ) {
        if let first = firstExample(of: left) {
            // 设有求职登记、法律咨询等6个窗口: what has all examples as its object, and no verb in one of them
            guard let verb = verb(beforeExamples: first) else { return }
            // 全年开展文体、科普等32项活动: the events are what was done
            if tokens[verb].has(.light), isEvent(left.item, text) { return govern(verb, text, &reading) }
            if verb < predicate, isAction(verb) { return govern(verb, text, &reading) }
        } else if let verb = verb(before: predicate, andExamplesOf: left), isAction(verb) {
            return govern(verb, text, &reading)
        }
        if let doing = doing(forSomebody: left.item) {
            // 联系医院为骑手体检312人次: what is done for them
            return govern(doing, text, &reading)
        }
        if let doing = doing(broughtAbout: predicate, in: left, text) {
            // 帮助少数民族群众就业521人: what they were brought to do
            return govern(doing, text, &reading)
        }
        // 暴雨造成直接损失50万元: what brings something about is done to nothing that is counted.
        if let verb = governor(of: left, doing(behind: predicate, left), counts: dimension, text),
            !tokens[verb].has(.cause)
        {
            govern(receiving(verb, text) ?? verb, upTo: left.verbs?.upperBound, text, &reading)
            if tokens[predicate].has(.done) { reading.isDone = true }
            // 完成整改30处: of what was counted before
            if left.item.count > 1 { noteStage(predicate, of: verb, text, &reading) }
            let stage = left.item.upperBound
            if verb < left.item.lowerBound, !tokens[predicate].has(.light), stage + 1 < tokens.count,
                tokens[stage].has(.completion), tokens[stage].wordClass == .verb, !tokens[stage].has(.light),
                !tokens[stage + 1].has(.etc)
            {
                // 加装电梯|立项47部: how far it has come tells those from the others
                reading.action = text.string(of: tokens[stage..<stage + 1])
            }
        }
    }

    /// Takes a verb as what governs the figure, or as what only says how things stand (能坐72人).
    ///
    /// - Parameter end: where the verbs end that stand before a number without a noun of its own.
    private func govern(
        _ first: Int, upTo end: Int? = nil, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        var verb = first
        // 至少|再建15处, 将|开展两次清扫, 计划|新建1处食堂
        while let end, verb + 1 < end,
            !tokens[verb].roles.isDisjoint(with: [.over, .under, .about])
                || tokens[verb].has(.plan)
                    && (phrases.scalars(tokens[verb]) == 1 || phrases.isVerbal(tokens[verb + 1]))
        { verb += 1 }
        // 在先锋队率领下深入8个片区: the frame of what is done
        if SentenceReader.leadings.begins(in: text, at: tokens[verb].start) { return }
        if unitDimension(of: reading.quantity) != .money, let short = shortfall(before: verb, text) {
            // 未整改3处, 应参保2100人: what is still to be done is not done
            reading.verb = verb
            reading.action = text.string(ofDocument: short..<tokens[verb].end)
            // 应办结400件: but matters come in and are settled one by one
            reading.isStockWorded =
                !(unit(reading.quantity).map { SentenceReader.matterUnits.contains($0.name) } ?? false)
            return
        }
        if holds(verb, text) {
            // 能停放120辆, 摆得下9张桌子: for how many there is room, now or when it is built
            reading.isStockWorded = true
            return
        }
        if tokens[verb].has(.state) || isAbility(verb) && reading.status == .actual || laysOut(verb + 1, text) {
            reading.isStockWorded = true
            return
        }
        reading.verb = verb
        reading.action = verbText(verb, text, &reading)
        // 走|完: the verb has its outcome already.
        var next = self.end(ofVerb: verb, text) > tokens[verb].end ? verb + 2 : verb + 1
        while let end, next < end, isSerial(next, text), !bringsForth(verb, text) || !isAttribute(next) {
            if tokens[next].has(.light), tokens[verb].wordClass == .verbalNoun, next + 1 == end {
                // 培训举办36场: the doing is what the light verb behind it carries.
                reading.action = verbText(next, text, &reading)
                next += 1
                break
            }
            // 协调兑付310万元, 走访慰问60户: verbs in a row say together what is done.
            reading.action? += text.string(ofDocument: tokens[next].start..<tokens[next].end)
            next += 1
        }
        if let end, next == end, next < tokens.count, text.has("成功", at: tokens[next].start),
            tokens[next].end - tokens[next].start == 6
        {
            // 调解成功850件, against those that were taken up
            reading.action? += "成功"
        }
        if goesOn(verb) { reading.isStockWorded = true }
        noteDone(before: verb, &reading)
    }

    private static let leadings: WordList = [
        "带领下", "率领下", "领导下", "引领下", "指导下", "支持下", "帮助下", "协助下", "陪同下", "配合下", "推动下", "组织下", "见证下",
    ]

    private static let bringingForth: WordList = [
        "提出", "列出", "定下", "发出", "下发", "下达", "出具", "开具", "引进", "引入", "转接", "确定", "制定", "形成", "送达",
        "安排", "设立", "布设",
    ]

    /// 提出整改建议, 下发督办通知: a verb that brings forth a thing, which the verb behind it qualifies.
    private func bringsForth(_ verb: Int, _ text: Span<UInt8>) -> Bool {
        SentenceReader.bringingForth.contains(tokens[verb].start..<tokens[verb].end, of: text)
    }

    private func isAttribute(_ verb: Int) -> Bool {
        tokens[verb].kinds.isDisjoint(with: [.handling]) && verb + 1 < tokens.count && !tokens[verb + 1].isQuantity
            && phrases.isNominal(tokens[verb + 1])
    }

    private func isSerial(_ index: Int, _ text: Span<UInt8>) -> Bool {
        phrases.isVerbal(tokens[index])
            && tokens[index].roles.isDisjoint(with: [.reach, .sum, .average, .plan, .stock, .decrease])
            // 接收|涉及环保的投诉
            && !tokens[index].kinds.contains(.concern)
            // 巩固提升6条背街小巷: it is the streets that become better
            && (!tokens[index].has(.increase)
                || tokens[index].has(.transitive) && text.has("提升", at: tokens[index].start))
    }

    /// Where 未 or 应 begins that stands right before a verb: 尚|未整改, 应|认证.
    private func shortfall(before verb: Int, _ text: Span<UInt8>) -> Int? {
        guard verb > 0, tokens[verb - 1].kind == .word, tokens[verb - 1].end == tokens[verb].start else { return nil }
        let before = tokens[verb - 1]
        if before.end - before.start == 3, text.has("应", at: before.start) { return before.start }
        guard before.kinds.contains(.negation) else { return nil }
        return text.has("尚", at: before.start) ? before.start + 3 : before.start
    }

    /// 能同时停放120辆, 放得下36个: whether a verb tells for how many there is room.
    private func holds(_ verb: Int, _ text: Span<UInt8>) -> Bool {
        text.has("得下", at: tokens[verb].end)
            || SentenceReader.capacities.contains(tokens[verb].start..<tokens[verb].end, of: text) && isAbility(verb)
    }

    /// 能坐72人, 可服务1.2万人: what can be done is no doing.
    func isAbility(_ verb: Int) -> Bool { follows(.able, verb) }

    /// 正在推进: what goes on stands as it is, and is not done.
    func goesOn(_ verb: Int) -> Bool { follows(.ongoing, verb) }

    /// Whether a word of a role stands before a verb, with other adverbs between at most.
    private func follows(_ role: WordRoles, _ verb: Int) -> Bool {
        var index = verb - 1
        while index >= 0, verb - index < 4, tokens[index].kind == .word {
            if tokens[index].has(role) { return true }
            // 正在进行改造
            // 正在推进整改
            // 可同时满足
            guard
                tokens[index].wordClass == .adverb || tokens[index].has(.empty) || tokens[index].has(.light)
                    || tokens[index].wordClass == .conjunction
            else {
                return false
            }
            index -= 1
        }
        return false
    }

    /// The verb before the figure that governs it: the predicate of what stands there, or the doing that a light verb carries.
    private func governor(
        of left: NounPhrases.Left, _ predicate: Int, counts dimension: Dimension, _ text: Span<UInt8>
    ) -> Int? {
        let token = tokens[predicate]
        guard !token.has(.speech), !token.has(.lasting), !isExample(predicate, of: left),
            !isInTopic(predicate, of: left),
            // 改造后|面积1260平方米, 改造前|小区有30个车位: only tells when
            predicate + 1 >= left.item.lowerBound || !tokens[predicate + 1].kinds.contains(.moment)
        else { return nil }
        if token.has(.light) { return carried(by: predicate, in: left, counts: dimension, text) }
        if token.kinds.contains(.company), left.item.lowerBound > predicate, left.item.count > 1,
            let last = left.item.last, tokens[last].wordClass == .verbalNoun, tokens[last].has(.transitive)
        {
            // 联合燃气公司入户安检1.2万户: what they did together
            return last
        }
        // 联合城管中队夜查12次: who helped is not what was done.
        if token.kinds.contains(.accompaniment) { return nil }
        let acts =
            phrases.isVerbal(token) && !token.has(.stock) && (!token.has(.reach) || token.has(.transitive))
            // 争取资金86万元, against 争取完成
            && (!token.has(.plan) || token.kinds.contains(.raising) && dimension == .money && !left.item.isEmpty
                // 拟改造管网3.2公里: the plan and the deed in one word
                || token.has(.transitive) && text.has("拟", at: token.start))
            // 带动农户300户, against 让农户增收: what is brought about names the noun right behind it alone.
            && (!token.has(.causative)
                || token.has(.transitive) && left.item.lowerBound == predicate + 1
                    && !SentenceReader.measures.contains(dimension))
        return acts ? predicate : nil
    }

    /// 实施老旧小区改造5个: what is done is the noun behind the light verb; 开展宣传9场 counts the doing itself.
    private func carried(
        by light: Int, in left: NounPhrases.Left, counts dimension: Dimension, _ text: Span<UInt8>
    ) -> Int? {
        let token = tokens[light]
        // 举办适应性培训2期: a doing that comes in terms is an event, and held; 开展活动32项 as well.
        let countsDoing =
            SentenceReader.doings.contains(dimension) || isTerm(left.item.upperBound)
            || token.has(.empty) && isEvent(left.item, text)
        // 完成整改30处: of what was counted before
        if !countsDoing, left.item.lowerBound > light,
            let last = left.item.last, tokens[last].wordClass == .verbalNoun, tokens[last].has(.transitive)
        {
            return last
        }
        if !countsDoing, SentenceReader.stages.contains(tokens[light].start..<tokens[light].end, of: text),
            let inner = left.item.dropLast().last(where: {
                phrases.isVerbal(tokens[$0]) && tokens[$0].kinds.contains(.handling) && phrases.scalars(tokens[$0]) > 1
            }), inner > light, phrases.isNominal(tokens[inner + 1])
        {
            // 完成既有住宅加装电梯10部
            return inner
        }
        if dimension == .money, left.item.lowerBound > light {
            // 完成投资11.2亿元, against 总投资48亿元: so much of it has been done
            if SentenceReader.stages.contains(tokens[light].start..<tokens[light].end, of: text) { return light }
            // 实现营业收入16亿元: the sum is what came about, whoever brought it about.
            if let last = left.item.last, tokens[last].has(.magnitude) || token.has(.reach) { return nil }
        }
        if SentenceReader.measures.contains(dimension) { return nil }
        // 开展活动3场: the event is what was done; 开展服务队5支 says nothing of them.
        return token.has(.empty) && !countsDoing ? nil : light
    }

    /// Whether a phrase ends in a word for what is held or carried out: 文体活动, 专项行动.
    private func isEvent(_ phrase: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard let last = phrase.last, last < tokens.count else { return false }
        return tokens[last].kinds.contains(.event) || SentenceReader.heldEvents.ends(in: text, at: tokens[last].end)
    }

    private static let heldEvents: WordList = ["活动", "行动", "演练", "培训", "宣讲", "讲座", "演出", "义诊"]

    /// Whether the figure behind a phrase counts terms of a course: 培训2期.
    private func isTerm(_ end: Int) -> Bool {
        guard let place = (end..<min(end + 4, tokens.count)).first(where: { tokens[$0].isQuantity }),
            case .quantity(let number) = tokens[place].kind
        else { return false }
        return unit(quantities[number])?.name == "期"
    }

    /// 完成4个老旧小区节能改造: the doing that a light verb before the figure carries, at the end of the clause behind the noun.
    private func doing(
        carriedBy light: Int, over right: Range<Int>, _ text: Span<UInt8>, _ reading: QuantityReading
    ) -> Int? {
        let dimension = unitDimension(of: reading.quantity) ?? .count
        guard
            tokens[light].has(.light)
                || SentenceReader.stages.contains(tokens[light].start..<tokens[light].end, of: text),
            !SentenceReader.doings.contains(dimension),
            !SentenceReader.measures.contains(dimension)
        else { return nil }
        return doingNamed(behind: right)
    }

    /// Whether a noun of doing closes its clause, or the member of a list that another figure goes on.
    private func isDoingNamed(_ last: Int) -> Bool {
        let next = last + 1
        let closes =
            phrases.closes(at: next) || tokens[next].isMark(.pause)
            || tokens[next].has(.and) && next + 1 < tokens.count && tokens[next + 1].isQuantity
        return closes && tokens[last].has(.transitive) && !tokens[last].has(.abstract)
            // 完成3处公园绿化补栽
            && (tokens[last].wordClass == .verbalNoun
                || tokens[last].wordClass == .verb && phrases.scalars(tokens[last]) == 2 && isAction(last))
    }

    /// The noun of doing that closes the clause behind what is counted: 5个小区节能|改造, 16处井盖|更换.
    private func doingNamed(behind right: Range<Int>) -> Int? {
        var last = right.upperBound - 1
        while last + 1 < tokens.count, last - right.lowerBound < 12,
            phrases.isNominal(tokens[last + 1]) || tokens[last + 1].wordClass == .adverb
        { last += 1 }
        // 院落|粉刷 as a verb at the end
        if last + 1 < tokens.count, isDoingNamed(last + 1) { return last + 1 }
        return last > right.lowerBound && isDoingNamed(last) ? last : nil
    }

    /// 9个院落粉刷和16处井盖|更换: the doing that closes a member of a list whose member before closes with one.
    private func doing(listedOver right: Range<Int>) -> Int? {
        guard let index = figure(before: right), case let place = places[index], place > 1, index > 0,
            tokens[place - 1].isMark(.pause) || tokens[place - 1].has(.and),
            places[index - 1] < place - 2, isDoingNamed(place - 2)
        else { return nil }
        return doingNamed(behind: right)
    }

    /// 大会召开期间关于军事工作的文献119篇: a verb of what the things are about, which nobody does to them.
    private func isInTopic(_ verb: Int, of left: NounPhrases.Left) -> Bool {
        guard verb < left.item.lowerBound else { return false }
        let between = tokens[(verb + 1)..<left.item.lowerBound]
        return between.contains { $0.has(.de) } && between.contains { $0.wordClass == .preposition }
    }

    /// The predicate of a figure whose noun stands behind it: by the verbs before it, else by the clause that goes on behind.
    func readAction(
        around right: Range<Int>, _ before: NounPhrases.Left, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        if let light = reading.verb, light < right.lowerBound, before.verbs == nil,
            let doing = doing(carriedBy: light, over: right, text, reading)
        {
            // 完成东里、西里等5个小区改造
            govern(doing, text, &reading)
            noteStage(light, of: doing, text, &reading)
            return
        }
        if let doing = doing(listedOver: right) {
            govern(doing, text, &reading)
            return
        }
        if let forming = formingVerb(before: right, text) {
            govern(forming, text, &reading)
            return
        }
        if let verb = verbBeforeLoneExample(of: right) {
            govern(verb, text, &reading)
            return
        }
        if right.lowerBound > 1, tokens[right.lowerBound - 2].isQuantity, tokens[right.lowerBound - 1].has(.light),
            before.verbs == nil
        {
            // 先后4次召开会议
            govern(right.lowerBound - 1, text, &reading)
        } else if let verbs = before.verbs, let first = verbs.first, tokens[first].has(.stock) {
            reading.isStockWorded = true
        } else if let verbs = before.verbs.map({ touching($0, text) }), let first = verbs.first,
            !tokens[first].has(.empty),
            !tokens[first].has(.causative)
        {
            govern(by: verbs, first, around: right, before, text, &reading)
        } else if let first = before.verbs?.first ?? verbBeforeExamples(of: right), tokens[first].has(.empty),
            isEvent(right, text)
        {
            // 全年开展32项活动, 开展书画、棋类等26项活动
            govern(first, text, &reading)
        } else if let verb = verbTouching(before.item) {
            govern(verb, text, &reading)
        } else if before.predicate.map({ tokens[$0].has(.causative) || tokens[$0].has(.speech) }) ?? true {
            readActionWithoutVerb(around: right, before, text, &reading)
        }
    }

    /// 抽调95名干部|组成14个工作组: the verb right before a figure by which those who were brought together became what is counted.
    private func formingVerb(before right: Range<Int>, _ text: Span<UInt8>) -> Int? {
        guard let place = figure(before: right).map({ places[$0] }), place > 1 else { return nil }
        let verb = tokens[place - 1].has(.aspect) ? place - 2 : place - 1
        guard tokens[verb].kind == .word, tokens[verb].end - tokens[verb].start == 6,
            text.has("组成", at: tokens[verb].start) || text.has("组建", at: tokens[verb].start)
        else { return nil }
        // 组成5人小组: nobody says out of whom
        let isMustered = tokens[..<verb].suffix(8).reversed().prefix { !$0.endsClause }.contains {
            $0.kinds.contains(.dispatch) || SentenceReader.assemblings.contains($0.start..<$0.end, of: text)
        }
        return isMustered ? verb : nil
    }

    /// The predicate where verbs stand right before the figure: what they do, what those do whom they bring in, or what they carry.
    private func govern(
        by verbs: Range<Int>, _ first: Int, around right: Range<Int>, _ before: NounPhrases.Left, _ text: Span<UInt8>,
        _ reading: inout QuantityReading
    ) {
        guard !tokens[first].has(.speech), !tokens[first].has(.lasting) else { return }
        if isExample(first, of: before) {
            // 开展会议论坛、人文交流等27项活动: what has all examples as its object
            if let verb = verbBeforeExamples(of: right), tokens[verb].has(.light), isEvent(right, text) {
                govern(verb, text, &reading)
            }
            return
        }
        if verbs.count == 1, tokens[first].has(.plan), phrases.scalars(tokens[first]) == 1 {
            // 将120份春联发放到家: 将 only brings them in.
            takePredicate(behind: right.upperBound, text, &reading)
            return
        }
        // 安排4.5亿一般预算支出对改造进行补助: money does nothing
        if bringsToDo(first, text) && reading.quantity.unit != nil || tokens[first].kinds.contains(.company),
            takePredicate(from: right.upperBound, orDoing: true, text, &reading)
        {
            // 帮助60名居民上岗, 吸引30家商户入驻, 联合3家单位举办: what they were brought to do, or did together
            return
        }
        // 联合辖区27家企业，集中整治…: what they did is told elsewhere
        if tokens[first].kinds.contains(.accompaniment) { return }
        if verbs.count == 1, let doing = doing(carriedBy: first, over: right, text, reading) {
            govern(doing, text, &reading)
            noteStage(first, of: doing, text, &reading)
            return
        }
        govern(first, upTo: verbs.upperBound, text, &reading)
    }

    /// The predicate where no verb before the figure has it: what it lacks, what it was made to do, or the verb before 的.
    private func readActionWithoutVerb(
        around right: Range<Int>, _ before: NounPhrases.Left, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        if let lack = lack(telling: before.modifier, text) {
            // 对尚未整改的17处隐患挂牌督办: which they are, whatever is being done about them
            (reading.action, reading.isStockWorded) = (lack, true)
            return
        }
        // 推动18家企业升规: what it was made to do
        let bare = reading
        if takePredicate(behind: right.upperBound, text, &reading) {
            if let index = figure(before: right) { leavePredicate(ofNextBehind: index, bare, text, &reading) }
            return
        }
        // 协调解决企业的1260项诉求: the verb of the clause before 的
        if let verb = before.modifier?.first(where: { tokens[$0].has(.transitive) && isAction($0) }),
            tokens[verb].wordClass == .verb
        {
            govern(verb, upTo: before.modifier?.upperBound, text, &reading)
            let second = verb + 2
            if second < right.lowerBound, tokens[verb + 1].has(.and), tokens[second].has(.transitive), isAction(second),
                reading.verb == verb, phrases.isVerbal(tokens[second])
            {
                // 取消和调整规章中的29个收费事项
                reading.action = text.string(ofDocument: tokens[verb].start..<tokens[second].end)
            }
        }
    }

    /// 尚|未|整改|的: what has not been done, where the clause before 的 says so and no more.
    private func lack(telling modifier: Range<Int>?, _ text: Span<UInt8>) -> String? {
        guard let modifier, let verb = modifier.last(where: { !tokens[$0].has(.de) }), verb > 0,
            phrases.isVerbal(tokens[verb]) || tokens[verb].wordClass == .verbalNoun,
            tokens[verb - 1].kinds.contains(.negation), let start = shortfall(before: verb, text)
        else { return nil }
        return text.string(ofDocument: start..<tokens[verb].end)
    }

    /// A verb as an action: 累计 and 已 before it say when, and not what.
    private func verbText(_ verb: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> String {
        let first = firstOfSeries(verb, text)
        if first < verb, bringsForth(first, text), isAttribute(verb) {
            // 发出督办通知
            return text.string(ofDocument: tokens[first].start..<tokens[first].end)
        }
        var start = tokens[first].start
        if text.has("已", at: start), tokens[verb].end - start > 6 {
            start += 3
            reading.isDone = true
        }
        if text.has("累计", at: start), tokens[verb].end - start > 6 { start += 6 }
        if text.has("拟", at: start), tokens[verb].end - start > 6 { start += 3 }
        if text.has("共建", at: start), tokens[verb].end - start > 6 { start += 3 }
        // 新增城镇就业300人: 就业 says what is new.
        if tokens[verb].kinds.contains(.addition), tokens[verb].end - start > 6 { return "新增" }
        var stop = end(ofVerb: verb, text)
        // 完成了4处修补: where the tables have both as one word
        if text.has("了", before: stop), stop - start > 3 { stop -= 3 }
        return text.string(ofDocument: (joinedStage(before: first) ?? opening(before: verb, at: start, text))..<stop)
    }

    /// 在建和|新开工: where a word for what is under way begins that 和 joins to a verb, both of which tell which are meant.
    private func joinedStage(before verb: Int) -> Int? {
        guard verb > 1, tokens[verb - 1].has(.and) || tokens[verb - 1].isMark(.pause),
            tokens[verb - 2].kind == .word, tokens[verb - 2].wordClass == .attributive,
            tokens[verb - 2].has(.ongoing) || tokens[verb - 2].has(.transitive), phrases.scalars(tokens[verb - 2]) == 2
        else { return nil }
        return tokens[verb - 2].start
    }

    /// Where a verb begins with the word before it that makes another doing of it: 新划车位60个, 当场整改20处.
    private func opening(before verb: Int, at start: Int, _ text: Span<UInt8>) -> Int {
        guard verb > 0, tokens[verb - 1].end == start else { return start }
        let before = tokens[verb - 1].start..<start
        // What is new is an indicator of its own, as 新增 and 新建 are.
        if before.count == 3, text.has("新", at: before.lowerBound) { return before.lowerBound }
        // 整改90处，当场整改60处: what was done on the spot or in time is a part of all that was done.
        let tellsPart =
            SentenceReader.manners.contains(before, of: text)
            || SentenceReader.settlings.contains(start..<tokens[verb].end, of: text)
                && text.has("现场", at: before.lowerBound)
                && before.count == 6
        return tellsPart ? before.lowerBound : start
    }

    private static let manners: WordList = ["当场", "按时", "按期", "限期", "逾期", "如期"]
    private static let settlings: WordList = ["整改", "办结", "办理", "解决", "化解", "答复", "调解", "处置"]

    /// 清出杂物30车, 挤出车位12个: a verb of one character with the word behind it that says what it came to.
    private func end(ofVerb verb: Int, _ text: Span<UInt8>) -> Int {
        let end = tokens[verb].end
        guard end - tokens[verb].start == 3, verb + 1 < tokens.count, tokens[verb + 1].start == end,
            tokens[verb + 1].end == end + 3, SentenceReader.outcomes.begins(in: text, at: end)
        else { return end }
        return end + 3
    }

    private static let outcomes: WordList = ["出", "起", "掉", "回", "齐", "完", "成", "好", "下", "坏", "通"]

    /// 已解决饮水困难, 已向街道移交: 已 before the verb, with who is served between at most.
    func noteDone(before verb: Int, _ reading: inout QuantityReading) {
        var index = verb - 1
        while index >= 0, verb - index < 8, tokens[index].kind == .word, tokens[index].wordClass != .verb {
            if tokens[index].wordClass == .adverb, tokens[index].has(.done) { reading.isDone = true }
            index -= 1
        }
    }

    // MARK: where no verb before the figure governs it

    /// Looks for the predicate behind a figure, or in the words that name what it counts.
    func completeAction(of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        let dimension = unitDimension(of: reading.quantity) ?? .count
        let place = places[index]
        if reading.action == nil, reading.change == .none, let state = stage(before: index, reading) {
            // 在建5部, 在建项目12个
            reading.action = text.string(ofDocument: tokens[state].start..<tokens[state].end)
            reading.isStockWorded = true
            return
        }
        if dimension == .money { noteSourceOfMoney(of: index, text, &reading) }
        if isShareOfDoers(place, dimension, reading) { return takeDoingOfShare(of: index, text, &reading) }
        if takeDoingOfShareOfLast(index, text, &reading) { return }
        guard !SentenceReader.measures.contains(dimension), reading.change == .none else { return }
        if leaveDoingOfSize(place, dimension, &reading) { return }
        readBase(of: index, dimension, text, &reading)
        guard reading.per == nil else { return takeDoingOfEach(index, text, &reading) }
        if takeTold(of: index, dimension, text, &reading) { return }
        if isMakeUp(place, text) {
            (reading.action, reading.verb, reading.isStockWorded) = (nil, nil, true)
            return
        }
        if takeOutcome(of: index, text, &reading) { return }
        if reading.isStockWorded, isPivot(before: index, text) {
            // 有4名骑手递交了申请: 有 only brings them in.
            reading.isStockWorded = false
            let isTold = reading.action != nil && reading.verb.map { $0 > place } ?? false
            if !takePredicate(rightBehind: index, text, &reading), !isTold { reading.isStockWorded = true }
        }
        if isCountedOutNext(index, reading) {
            // 46个项目已开工29个
            (reading.action, reading.verb, reading.isStockWorded) = (nil, nil, true)
            return
        }
        if reading.isStockWorded, let verb = verb(attendedBy: reading, text) {
            (reading.action, reading.verb, reading.isStockWorded) = (
                text.string(of: tokens[verb..<verb + 1]), verb, false
            )
            return
        }
        if reading.isStockWorded, let verb = verb(summedUpBy: index, reading, text), !goesOn(verb) {
            // 收到的投诉有417件, 建成的有16台: 有 sums up what has been done
            reading.isStockWorded = false
            if reading.action == nil { govern(verb, text, &reading) }
            return
        }
        guard reading.action == nil, !reading.isStockWorded else { return }
        if let verb = governor(ofYearBefore: index, reading, text) ?? verbInItem(of: index, reading, dimension, text) {
            govern(verb, text, &reading)
            return
        }
        if let doing = doing(namedBy: reading, dimension, text) {
            reading.action = doing
            return
        }
        // 总投资2360万元的改造工程启动: the size of one thing, of which the predicate tells
        if [.area, .length, .money].contains(dimension), place + 1 < tokens.count, tokens[place + 1].has(.de) {
            return
        }
        let bare = reading
        if takePredicate(rightBehind: index, text, &reading) {
            leavePredicate(ofNextBehind: index, bare, text, &reading)
        }
        if reading.action == nil, !reading.isStockWorded,
            let verb = verbParted(from: index, text, reading) ?? verbParted(byModifierOf: reading)
        {
            govern(verb, text, &reading)
        }
    }

    /// 划出4米宽的通道, 建成180平方米的活动室, 300米的巷子挤满了人: whether it is the size of the one that was made, or does it.
    private func leaveDoingOfSize(_ place: Int, _ dimension: Dimension, _ reading: inout QuantityReading) -> Bool {
        guard reading.isOfOne, [.area, .length].contains(dimension),
            SentenceReader.spaces.isEnding(of: reading.item) || reading.verb.map({ $0 > place }) ?? false
        else { return false }
        (reading.action, reading.verb) = (nil, nil)
        return true
    }

    /// 造成6人遇害, 多轮空袭已造成25人死亡: takes what befell those that a word of cause stands before, whatever brought it about.
    private func takeOutcome(of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Bool {
        if let verb = reading.verb, tokens[verb].has(.cause) {
            takePredicate(rightBehind: index, text, &reading)
            return true
        }
        var cause = places[index] - 1
        while cause >= 0, places[index] - cause < 6, !tokens[cause].endsClause, !tokens[cause].isQuantity,
            !tokens[cause].has(.cause)
        { cause -= 1 }
        guard cause >= 0, tokens[cause].has(.cause), reading.verb.map({ $0 < cause }) ?? false else { return false }
        let bare = reading
        (reading.action, reading.verb) = (nil, nil)
        if takePredicate(rightBehind: index, text, &reading) { return true }
        reading = bare
        return false
    }

    /// 街道自筹9万元, 已投资7.2亿元: whose money it is, and that it was spent up to now.
    private func noteSourceOfMoney(of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        let place = places[index]
        if reading.action == nil, reading.per == nil,
            tokens[max(0, place - 2)..<place].contains(where: {
                text.has("自筹", at: $0.start) && $0.end - $0.start == 6
            })
        {
            // 街道自筹9万元, 居民自筹资金4.2万元
            reading.action = "自筹"
        }
        guard let first = reading.phrase?.lowerBound, first > 0, first < place else { return }
        // 已投资7.2亿元, 累计投资320万元: up to now
        if tokens[first - 1].has(.done) { reading.isDone = true }
        if text.has("累计", before: tokens[first - 1].end) { reading.isTotal = true }
    }

    /// 76%的失业人员实现就业: whether a share is of those who do what follows.
    private func isShareOfDoers(_ place: Int, _ dimension: Dimension, _ reading: QuantityReading) -> Bool {
        guard dimension == .ratio, reading.change == .none, reading.action == nil, reading.rule == "item.right",
            let phrase = reading.phrase
        else { return false }
        // 超六成火点失控, 76%的失业人员实现就业
        return phrase.lowerBound > place && (tokens[place + 1].has(.de) || phrase.lowerBound == place + 1)
    }

    /// 76%的失业人员实现就业: what so many of them came to.
    private func takeDoingOfShare(of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        if tokens[places[index] + 1].has(.de) {
            takePredicate(rightBehind: index, text, &reading)
        } else if let phrase = reading.phrase {
            // 超六成火点|失控: right behind those who are counted
            _ = takePredicate(from: phrase.upperBound, orDoing: false, text, &reading)
            if let verb = reading.verb, verb > phrase.upperBound + 3 { (reading.action, reading.verb) = (nil, nil) }
        }
        if let verb = reading.verb, verb > 0, let action = reading.action {
            if text.has("不", at: tokens[verb - 1].start), tokens[verb - 1].end - tokens[verb - 1].start == 3 {
                // 八成受访者不支持
                reading.action = "不" + action
            }
            if reading.item.hasSuffix("率") || tokens[verb].has(.founding) || action.contains("“")
                || action.hasPrefix("存在") || action.unicodeScalars.count > 6
            {
                // 68%的得票率胜出, 70%的住宅楼建成于2000年以前, 八成的骑手反映“喝水难”: by what, of what age, and what they say
                (reading.action, reading.verb) = (nil, nil)
            }
        }
    }

    /// 46个项目已开工29个: whether the verb behind a figure is of the next one, which counts some of the same.
    private func isCountedOutNext(_ index: Int, _ reading: QuantityReading) -> Bool {
        guard reading.rule == "item.right", reading.action != nil, index + 1 < places.count,
            case let verb = places[index + 1] - 1, verb > places[index] + 1
        else { return false }
        return isAction(verb) && tokens[verb - 1].has(.done) && countsSame(behind: index, from: verb)
            // 受理121件诉求，已办结117件: nor is there a verb of its own, or another clause
            && reading.verb.map { $0 > places[index] } ?? true
            && !tokens[places[index]..<verb].contains(where: { $0.endsClause })
    }

    private static let makings: WordList = ["组成", "构成", "拼接而成", "组合而成", "搭建而成", "拼成", "拼接成", "组合成", "汇聚而成"]

    /// 成立由700名团员组成的应急队, 由12块钢板拼接而成: those who make up a body or a thing, whatever was done with it.
    private func isMakeUp(_ place: Int, _ text: Span<UInt8>) -> Bool {
        var index = place - 1
        while index >= 0, place - index < 30,
            // 由铁网壳，以及3万吨液体组成
            !tokens[index].endsClause || text.has("以及", at: tokens[index + 1].start)
        {
            let token = tokens[index]
            if token.end - token.start == 3, text.has("由", at: token.start) {
                var end = place + 1
                while end < tokens.count, end - place < 20, !tokens[end].endsClause {
                    if SentenceReader.makings.begins(in: text, at: tokens[end].start) { return true }
                    end += 1
                }
                return false
            }
            index -= 1
        }
        return false
    }

    private static let spaces: WordList = ["面积", "长度", "宽度", "高度", "深度", "海拔"]

    /// 在建 right before a figure, or at the head of the phrase before it.
    private func stage(before index: Int, _ reading: QuantityReading) -> Int? {
        guard reading.rule != "item.right" else { return nil }
        func isStage(_ token: Int) -> Bool {
            token >= 0 && token < places[index] && tokens[token].wordClass == .attributive
                && tokens[token].has(.ongoing)
        }
        let touching = places[index] - 1
        if isStage(touching) { return touching }
        return reading.phrase.map(\.lowerBound).flatMap { isStage($0) ? $0 : nil }
    }

    /// 表彰2025年度先进个人20名, 发放2024年改造问卷3万份: the verb before the year that its object is of.
    private func governor(ofYearBefore index: Int, _ reading: QuantityReading, _ text: Span<UInt8>) -> Int? {
        let end = reading.rule == "item.right" ? places[index] : reading.phrase?.lowerBound ?? places[index]
        guard end > 1, end < tokens.count, tokens[end - 1].isTime,
            text.has("年", before: tokens[end - 1].end) || text.has("年度", before: tokens[end - 1].end)
        else { return nil }
        if isHonourYear(end - 1, text) { return end - 2 }
        let verb = end - 2
        return reading.rule == "item.left" && tokens[verb].wordClass == .verb && tokens[verb].has(.transitive)
            && isAction(verb) && !tokens[verb].has(.light) ? verb : nil
    }

    /// Whether 有 stands before a figure, which brings in what the clause goes on to tell of.
    func isPivot(before index: Int, _ text: Span<UInt8>) -> Bool { pivot(before: index, text) != nil }

    private func pivot(before index: Int, _ text: Span<UInt8>) -> Int? {
        var position = places[index] - 1
        while position >= 0,
            tokens[position].has(.over) || tokens[position].has(.under) || tokens[position].has(.about)
                // 共有辖区80余名妇女参加
                || tokens[position].has(.determiner)
        {
            position -= 1
        }
        guard position >= 0, tokens[position].has(.reach), tokens[position].has(.stock) else { return nil }
        let token = tokens[position]
        let isPlain = SentenceReader.pivots.contains {
            $0.utf8CodeUnitCount == token.end - token.start && text.has($0, at: token.start)
        }
        return isPlain ? position : nil
    }

    /// The verb of what was done to those that 有 only sums up: 收到的投诉有417件, 当场整改的有58处, 接到求助只有19起.
    private func verb(summedUpBy index: Int, _ reading: QuantityReading, _ text: Span<UInt8>) -> Int? {
        guard let pivot = pivot(before: index, text), pivot > 2 else { return nil }
        if tokens[pivot - 1].has(.de) {
            let verb = pivot - 2
            let acts =
                tokens[verb].has([.transitive, .completion, .complete]) || tokens[verb].kinds.contains(.joining)
            // 尚未整改的有15处, 基本达标的有131条: how they stand
            return acts && isAction(verb) && !tokens[verb - 1].kinds.contains(.negation)
                && !SentenceReader.verdicts.ends(in: text, at: tokens[verb].end) ? verb : nil
        }
        guard let phrase = reading.phrase, phrase.upperBound == pivot, phrase.lowerBound > 0 else { return nil }
        if tokens[phrase.lowerBound - 1].has(.de) {
            // 收到的投诉有417件 come in one by one; 已记录的植物有9600种 and 列入名单的项目有567个 are there.
            guard let verb = reading.verb, verb > 0, verb < phrase.lowerBound,
                unit(reading.quantity).map({ SentenceReader.matterUnits.contains($0.name) }) ?? false
            else { return nil }
            return tokens[verb - 1].kinds.contains(.negation) ? nil : verb
        }
        // 接到求助只有19起, against 辖区服务网点有19个
        let verb = phrase.lowerBound - 1
        return tokens[verb].wordClass == .verb && tokens[verb].has(.transitive) && isAction(verb) ? verb : nil
    }

    /// 出席会议的|有|代表80人: the verb of coming together at the head of the clause that 的有 leads on from to those who came.
    private func verb(attendedBy reading: QuantityReading, _ text: Span<UInt8>) -> Int? {
        guard let phrase = reading.phrase, phrase.lowerBound > 3 else { return nil }
        let having = phrase.lowerBound - 1
        guard tokens[having].has(.stock), tokens[having].has(.reach), tokens[having - 1].has(.de) else { return nil }
        var first = having - 1
        while first > 0, having - first < 14, !tokens[first - 1].endsClause { first -= 1 }
        // 应邀|出席
        return (first..<min(first + 2, having)).first {
            tokens[$0].kinds.contains(.joining) && !text.has("参加", before: tokens[first].start)
        }
    }

    static let matterUnits: WordList = ["件", "起", "宗", "例", "批", "条", "单", "次", "场"]

    private static let pivots: [StaticString] = ["有", "已有", "共有", "还有", "另有", "仅有", "只有"]

    /// Whether a verb tells of a doing or a happening, by its roles.
    func isAction(_ verb: Int) -> Bool {
        let token = tokens[verb]
        return token.end - token.start >= 6 && (!token.has(.reach) || token.has(.transitive))
            && token.roles.isDisjoint(with: [
                .stock, .plan, .causative, .speech, .average, .increase, .decrease, .magnitude, .part, .lasting,
                .able, .ongoing, .state, .cause, .empty,
            ])
    }

    /// Whether people or bodies are counted, whom a verb before the noun may tell apart: 退休教师11名, 注册志愿者30名.
    func isOfPeople(_ noun: Int, _ dimension: Dimension) -> Bool {
        dimension == .person || dimension == .household || tokens[noun].has(.human) || tokens[noun].has(.agent)
    }

    func opensClause(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = tokens[index - 1]
        return before.endsClause || before.isTime || before.wordClass == .adverb || phrases.isActor(before)
            || before.isMark(.mark)
    }

    func endsClause(_ index: Int) -> Bool { index + 1 >= tokens.count || tokens[index + 1].endsClause }
}
