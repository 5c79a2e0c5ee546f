import Facts
import Scanning
import Units

/// Sorts what stands before a figure: what is counted, who does it, the verb, a mere modifier.
extension SentenceReader {
    /// Endings of words that say when something was.
    private static let timeEndings: WordList = ["后", "期间", "当天", "时"]

    /// Words for how many there are, which say nothing without the verb before them.
    private static let headcounts: WordList = ["人数", "户数", "次数", "件数", "家数"]

    /// Moves what stands before a figure into its parts: what is counted, who does it, the verb, a mere modifier.
    func settle(
        _ before: inout NounPhrases.Left, floor: Int, _ dimension: Dimension?, _ text: Span<UInt8>,
        _ state: inout State
    ) {
        leaveCircumstances(&before, dimension, text, state)
        if dimension == .count { takeDoingBeforePlace(&before, floor: floor, text, state) }
        takeVerb(&before, floor: floor, dimension, text)
        leaveSpan(&before, dimension, text)
        partFromVerb(&before, dimension, text, state)
        leaveSite(&before, dimension, text, state)
        takeComers(&before, dimension, text)
        leaveManner(&before, of: state.place, dimension, text)
        leaveLabel(&before, dimension, text, state)
        leaveVerb(&before, dimension, text, &state)
        leaveOffice(&before, dimension, text)
        leaveOfficesEach(&before, text, state)
        leaveRecipient(&before, dimension, state)
    }

    /// 为老人送去260把…: to whom things are brought is none of them.
    private func leaveRecipient(_ before: inout NounPhrases.Left, _ dimension: Dimension?, _ state: State) {
        guard dimension == .count, let name = unit(state.reading.quantity)?.name, !["个", "位", "家"].contains(name),
            let opener = before.item.first, opener > 0, let last = before.item.last, tokens[last].has(.human),
            tokens[opener - 1].has(.recipient), phrases.scalars(tokens[opener - 1]) == 1,
            last + 1 < state.place, tokens[last + 1].kind == .word, tokens[last + 1].has(.transitive)
        else { return }
        before.item = before.item.upperBound..<before.item.upperBound
    }

    /// Leaves out of the item by what means, for how long and when it was, and who has it: 活动结束后218人献血.
    private func leaveCircumstances(
        _ before: inout NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: State
    ) {
        leaveMeans(&before, dimension, text, state)
        if before.item.isEmpty || holdsStreak(before.item, text), let named = heldFor(state.place, dimension, text) {
            before.item = named
        }
        if let last = before.item.last, before.item.count > 1, tokens[last].has(.average) {
            // 可回收物日均860公斤
            before.item = before.item.lowerBound..<last
        }
        if state.reading.change != .none, let first = before.item.first, let last = before.item.last,
            tokens[last].wordClass == .locative, tokens[first].kinds.contains(.numeral) || tokens[first].isTime
        {
            // 清运量31万吨，5年之间增加37%: in how long, and not what
            before = .empty(at: state.place)
        }
        if dimension == .person || dimension == .household || dimension == .event, before.item.count > 1,
            before.predicate == nil, let last = before.item.last,
            SentenceReader.timeEndings.ends(in: text, at: tokens[last].end)
        {
            // 活动结束后218人献血: when it was, and not who
            before.item = before.item.upperBound..<before.item.upperBound
        }
        if dimension == .household, before.predicate == nil, let last = before.item.last, before.item.count <= 3,
            SentenceReader.settlements.ends(in: text, at: tokens[last].end),
            tokens[before.item.upperBound..<max(state.place, before.item.upperBound)].contains(where: { $0.has(.sum) })
        {
            // 第三居民小组共52户: where they live, and not what they are
            before.subject = before.item
            before.item = before.item.upperBound..<before.item.upperBound
        }
        if state.reading.isStockWorded, !before.item.isEmpty, before.predicate == nil,
            before.item.allSatisfy({ phrases.isActor(tokens[$0]) }), !isCounted(before.item, dimension, text, state)
        {
            // 帮办员，街道共有12名: who has them, not what they are.
            before.subject = before.item
            before.item = before.item.upperBound..<before.item.upperBound
        }
    }

    /// Where households live together.
    static let settlements: WordList = ["社区", "小区", "网格", "小组", "院落", "楼院", "楼栋", "村"]

    private static let works: WordList = ["改造", "整治", "建设", "治理", "加装", "提升", "更新", "修缮", "修复", "安装"]

    /// 管网改造|青石街道|计划完成8处: takes the doing that the clause is about, which where it is done parts from the verb.
    private func takeDoingBeforePlace(
        _ before: inout NounPhrases.Left, floor: Int, _ text: Span<UInt8>, _ state: State
    ) {
        if let last = before.item.last, before.item.count > 1, let verb = before.predicate, last < verb,
            tokens[last].has(.placeName), SentenceReader.works.ends(in: text, at: tokens[last - 1].end)
        {
            before.item = before.item.lowerBound..<last
            return
        }
        guard before.item.isEmpty, let verb = before.verbs?.last ?? before.predicate, verb + 1 == state.place else {
            return
        }
        var place = verb - 1
        while place > floor, verb - place < 4, tokens[place].has(.plan) || tokens[place].has(.done) { place -= 1 }
        guard place > floor, tokens[place].has(.placeName),
            SentenceReader.works.ends(in: text, at: tokens[place - 1].end)
        else { return }
        let doing = phrases.left(endingAt: place - 1, floor: floor, style: .rate).item
        guard doing.upperBound == place, phrases.scalars(of: doing) > 2,
            doing.lowerBound == 0 || tokens[doing.lowerBound - 1].endsClause
        else { return }
        before.item = doing
        before.predicate = verb
        (before.subject, before.verbs) = (nil, nil)
    }

    private static let bodyUnits: WordList = ["个"]

    /// 党员有428名, 社区现有9个: whether what is there is what stands before 有: people that are counted as such, and bodies where the
    /// sentence has named nothing else that they could have.
    private func isCounted(
        _ phrase: Range<Int>, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: State
    ) -> Bool {
        guard let first = phrase.first, let last = phrase.last else { return false }
        if dimension == .person { return tokens[last].has(.human) }
        // 没有物业的小区有12个: those who are told apart are what there is, and have nothing
        if dimension == .count, first > 1, tokens[first - 1].has(.de), tokens[last].kind == .word,
            !tokens[last].has(.placeName), tokens[first - 2].wordClass != .noun || tokens[first - 2].isQuantity
        {
            return true
        }
        let quantity = state.reading.quantity
        return phrase.count == 1 && state.facts.isEmpty && state.memory.entries.isEmpty
            && SentenceReader.bodyUnits.contains(quantity.unitStart..<quantity.unitEnd, of: text)
            && !tokens[..<first].contains { $0.endsClause || $0.has(.determiner) }
    }

    /// Takes into the item the verb or adverb before it without which it says too little: 巡楼1800余次.
    private func takeVerb(
        _ before: inout NounPhrases.Left, floor: Int, _ dimension: Dimension?, _ text: Span<UInt8>
    ) {
        if SentenceReader.doings.contains(dimension ?? .count), let verb = before.predicate,
            verb + 1 == before.item.lowerBound,
            tokens[verb].end - tokens[verb].start == 3, before.item.count == 1,
            phrases.scalars(tokens[before.item.lowerBound]) == 1
        {
            // 巡楼1800余次, but 办市集7场
            before.item = verb..<before.item.upperBound
        }
        if dimension == .personTime || dimension == .event, let verb = before.predicate, verb == before.item.upperBound,
            let last = before.item.last, phrases.isPatient(last), tokens[last].kinds.isDisjoint(with: [.site, .post]),
            tokens[verb].wordClass == .verb, phrases.scalars(tokens[verb]) == 2, tokens[verb].has(.transitive),
            !tokens[verb].has(.light)
        {
            // 头发修剪80人次, 血压测量40人次: it is the doing that is counted
            before.item = before.item.lowerBound..<(verb + 1)
        }
        if let verb = before.predicate, verb >= floor, verb + 1 == before.item.lowerBound, before.item.count == 1,
            tokens[verb].has([.complete, .completion]), text.has("任务", at: tokens[verb + 1].start)
        {
            // 家庭医生签约任务1.2万人: what the task is
            let thing = before.subject.flatMap { $0.upperBound == verb && $0.count <= 2 ? $0.lowerBound : nil }
            before.item = (thing ?? verb)..<before.item.upperBound
            (before.predicate, before.subject) = (nil, nil)
        }
        if let verb = before.predicate, verb >= floor, verb + 1 == before.item.lowerBound, before.item.count == 1,
            phrases.isVerbal(tokens[verb]), phrases.scalars(tokens[verb]) > 1,
            SentenceReader.headcounts.ends(in: text, at: tokens[verb + 1].end)
        {
            // 就餐人数在120人左右, 参与人数突破5000人
            before.item = verb..<before.item.upperBound
        }
        if let verb = before.predicate, verb > floor, !before.item.isEmpty, verb < before.item.lowerBound,
            tokens[verb - 1].has(.average)
                || tokens[verb - 1].has(.manner) && tokens[verb - 1].wordClass != .time
                    && SentenceReader.doings.contains(dimension ?? .count)
        {
            // 日均投放厨余垃圾7.9吨, 入户征求意见600次
            before.item = (verb - 1)..<before.item.upperBound
        }
    }

    /// Leaves out of the item in what time it was: 一天接待二百三四十人.
    private func leaveSpan(
        _ before: inout NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>
    ) {
        if before.item.count > 1, let first = before.item.first,
            tokens[first].wordClass == .measure && text.has("天", at: tokens[first].start)
                && text.has("一", before: tokens[first].start)
                || text.has("月", at: tokens[first].start) && text.has("个", before: tokens[first].start)
                    && phrases.isVerbal(tokens[first + 1])
        {
            // 一天接待二百三四十人, 一个月交5元
            before.item.removeFirst()
        }
        leaveMeanDay(&before, text)
        if dimension == .money, before.item.count > 2,
            let month = before.item.dropLast().last(where: {
                text.has("月", at: tokens[$0].start) && text.has("个", before: tokens[$0].start)
            })
        {
            // 居民一个月交5元
            before.item = (month + 1)..<before.item.upperBound
        }
    }

    /// 便民中心平均一天接待120人: parts where and what is done from that it is so on an average day.
    private func leaveMeanDay(_ before: inout NounPhrases.Left, _ text: Span<UInt8>) {
        guard before.item.count > 1,
            let day = before.item.last(where: {
                text.has("天", before: tokens[$0].end) && text.has("一天", before: tokens[$0].end)
            }),
            let mean = before.item.last(where: { $0 < day && tokens[$0].has(.average) })
        else { return }
        let (host, rest) = (before.item.lowerBound..<mean, (day + 1)..<before.item.upperBound)
        if rest.isEmpty {
            before.item = host
        } else if rest.allSatisfy({ phrases.isVerbal(tokens[$0]) }) {
            (before.subject, before.verbs) = (host, rest)
            before.item = rest.upperBound..<rest.upperBound
        } else {
            before.item = rest
        }
    }

    /// Parts the item from the verb by which it is paid, called on, grown or housed, and from who does so: 商户交了50元.
    private func partFromVerb(
        _ before: inout NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: State
    ) {
        if dimension == .money, let verb = verbOfPaying(before, text, state) {
            // 商户交了50元, 六楼每户出3.2万元: who pays, and not what is paid
            before.subject = before.item
            before.verbs = verb..<(verb + 1)
            before.item = before.item.upperBound..<before.item.upperBound
        }
        if before.item.count == 2, let first = before.item.first, before.predicate == nil,
            ["家次", "户次", "处次"].contains(unit(state.reading.quantity)?.name ?? ""),
            tokens[first].has(.transitive), phrases.isVerbal(tokens[first]), tokens[first + 1].wordClass == .noun
        {
            // 检查单位112家次: a call counts those on whom one calls
            before.predicate = first
            before.item = (first + 1)..<before.item.upperBound
        }
        if before.item.count > 1, let last = before.item.last, last + 1 < state.place,
            tokens[last + 1].has(.arrive), phrases.isVerbal(tokens[last])
        {
            // 队员发展到640余人: how it has come to be so many
            before.item = before.item.lowerBound..<last
        }
        if dimension == .money, before.item.isEmpty, before.verbs == nil, let paid = paidBy(state.place, text) {
            // 卫生费按每户每月5元收取
            before.item = paid
        }
        if dimension == .person, let verb = before.predicate, before.item.upperBound <= verb, !before.item.isEmpty,
            SentenceReader.capacities.contains(tokens[verb].start..<tokens[verb].end, of: text)
        {
            // 社区食堂可容纳120人就餐: where there is room for them
            before.subject = before.item
            before.verbs = verb..<(verb + 1)
            before.item = before.item.upperBound..<before.item.upperBound
        }
    }

    /// Leaves out of the item who handles it and where it is; examples give way to their kind: 中心城区新增24所.
    private func leaveSite(
        _ before: inout NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: State
    ) {
        if let rest = withoutHandler(before, text, state) ?? withoutSite(before, dimension, text) { before = rest }
        if let kind = kindOfExamples(before, text) { before.item = kind }
        if dimension == .count, before.predicate.map({ $0 >= before.item.upperBound }) ?? true,
            isSpot(before.item, text, state)
        {
            before.verbs = before.predicate.map { $0..<($0 + 1) }
            before.item = before.item.upperBound..<before.item.upperBound
        }
        if let verb = before.predicate, let first = before.item.first, let last = before.item.last, last < verb,
            dimension == .count, SentenceReader.areas.contains(tokens[first].start..<tokens[last].end, of: text)
        {
            // 幼儿园中，中心城区新增24所: where they are
            before.verbs = verb..<(verb + 1)
            before.item = before.item.upperBound..<before.item.upperBound
        }
        if isAreaOfLast(before.item, text, state) {
            // 加装电梯410部，其中主城区260部、县（市）150部: where they are
            before = .empty(at: state.place)
        }
    }

    /// Takes those who come or take part as the item: 孩子来了20名.
    private func takeComers(
        _ before: inout NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>
    ) {
        if before.item.isEmpty, [.person, .personTime, .household].contains(dimension ?? .count),
            let verbs = before.verbs,
            verbs.count == 1, let subject = before.subject, let last = subject.last, tokens[last].has(.human)
        {
            // 孩子来了20名
            before.item = subject
        }
        if let host = joiner(before, dimension, text) {
            // 志愿者参与630人次: those who take part are counted
            before.item = host
        }
    }

    /// Leaves out of the item how it is done, where, among what and to whom: 律师前后上门11次.
    private func leaveManner(
        _ before: inout NounPhrases.Left, of place: Int, _ dimension: Dimension?, _ text: Span<UInt8>
    ) {
        if SentenceReader.doings.contains(dimension ?? .count), before.item.count > 1, let last = before.item.last,
            tokens[last].has(.manner)
        {
            // 律师前后上门11次: how it is done, and not who does it
            before.item = last..<before.item.upperBound
        }
        if let last = before.item.last, before.item.count > 1, tokens[last].wordClass == .locative,
            text.has("中", at: tokens[last].start)
        {
            // 医疗机构中有73家
            before.item = before.item.lowerBound..<last
        }
        if dimension != .money, let last = before.item.last, before.item.count > 1, tokens[last].wordClass == .locative,
            text.has("里", before: tokens[last].end) || text.has("上", before: tokens[last].end),
            last + 1 < place, tokens[(last + 1)..<place].contains(where: { $0.has(.stock) })
        {
            // 群里已有126人, 名册上有45人: where they are
            before.item = before.item.upperBound..<before.item.upperBound
        }
        if before.item.count == 1, let word = before.item.first, tokens[word].has(.recipient) {
            // 帮28人找到工作: for whom it is done
            before.item = before.item.upperBound..<before.item.upperBound
        }
        if let first = before.item.first, first > 0, text.has("每个", at: tokens[first - 1].start),
            [.person, .personTime, .event].contains(dimension ?? .count), before.predicate.map({ $0 > first }) ?? true
        {
            // 每个院落1300余人次: over what they are spread
            before.item = before.item.upperBound..<before.item.upperBound
        }
        if SentenceReader.doings.contains(dimension ?? .count), let last = before.item.last,
            let average = before.item.dropFirst().last(where: { tokens[$0].has(.average) }), average < last,
            phrases.isVerbal(tokens[average + 1])
        {
            // 幸福食堂日均接待群众480人次: where it is done
            before.subject = before.item.lowerBound..<average
            before.item = average..<before.item.upperBound
        }
        if dimension == .money, before.item.count > 1, let last = before.item.last, phrases.isVerbal(tokens[last]),
            isDealtWith(before.item.lowerBound, text)
        {
            // 对1家餐饮店罚款2000元: to whom it is done is not what is paid
            before.item = last..<before.item.upperBound
        }
    }

    /// Leaves out of the item what only announces the figure, or says when, why or of what kind: 年度目标：6个.
    private func leaveLabel(
        _ before: inout NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: State
    ) {
        if let doing = targeted(before.item, dimension, text) {
            before = .empty(at: state.place)
            before.item = doing
            return
        }
        if isLabel(before.item) || leadsToFigure(before.item, text) || isNamedTarget(before.item, dimension, text) {
            before = .empty(at: state.place)
        }
        if before.item.count == 1, let only = before.item.first, tokens[only].end - tokens[only].start == 3,
            text.has("月", at: tokens[only].start)
        {
            // 头一个月拆了31处
            before.verbs = before.predicate.flatMap { $0 > only ? $0..<state.place : nil }
            before.item = before.item.upperBound..<before.item.upperBound
        }
        if let last = before.item.last, text.has("原因", before: tokens[last].end), let verb = before.predicate,
            verb > last
        {
            // 因超标、死亡等原因退出14户: why, and not what
            before.verbs = verb..<state.place
            before.item = before.item.upperBound..<before.item.upperBound
        }
        if isModifier(before.item, state) {
            // 专职78人, 环境改善类11个: what kind they are, of what was counted before.
            before.modifier = before.item
            before.item = before.item.upperBound..<before.item.upperBound
        }
    }

    /// 城镇新增就业 of 城镇新增就业目标2200人, 加装电梯 of 加装电梯年度任务120部: what a target is set for, where the clause begins with it.
    private func targeted(_ phrase: Range<Int>, _ dimension: Dimension?, _ text: Span<UInt8>) -> Range<Int>? {
        guard let last = phrase.last, isNamedTarget(last..<(last + 1), dimension, text) else { return nil }
        var end = last
        while end > 0,
            tokens[end - 1].isTime
                || SentenceReader.ofTargets.contains(tokens[end - 1].start..<tokens[end - 1].end, of: text)
        { end -= 1 }
        var start = end
        while start > 0, end - start < 6, tokens[start - 1].kind == .word, !tokens[start - 1].isBound,
            tokens[start - 1].roles.isDisjoint(with: [
                .plan, .reach, .done, .share, .sum, .determiner, .placeName, .de, .light,
            ]),
            [.noun, .verbalNoun, .verb, .attributive].contains(tokens[start - 1].wordClass)
        { start -= 1 }
        // 疫苗接种任务5000剂次: is the name of a task
        guard end < last || text.has("目标", at: tokens[last].start), end - start > 1,
            !SentenceReader.setting.contains(tokens[start].start..<tokens[start].end, of: text),
            start == 0 || tokens[start - 1].kind != .word || tokens[start - 1].has(.determiner)
                || tokens[start - 1].has(.placeName),
            phrases.scalars(of: start..<end) >= 4, tokens[start..<end].contains(where: { phrases.isVerbal($0) })
        else { return nil }
        return start..<end
    }

    private static let setting: WordList = ["下达", "分解", "承担", "分配", "落实", "确定"]
    private static let ofTargets: WordList = ["年度", "全年", "总", "总体", "年", "今年"]

    /// Leaves out of the item a verb that tells by how much it has changed, or that names nothing: 平均压减时间58%.
    private func leaveVerb(
        _ before: inout NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: inout State
    ) {
        if dimension == .ratio, state.reading.change == .none, before.item.count > 1,
            let verb = before.item.first(where: { tokens[$0].wordClass == .verb }),
            verb == before.item.lowerBound || tokens[verb - 1].has(.average),
            tokens[verb].has(.increase) || tokens[verb].has(.decrease),
            !tokens[verb].has(.to), verb + 1 < before.item.upperBound, phrases.isNominal(tokens[verb + 1]),
            !tokens[verb + 1].has(.bound),
            tokens[verb + 1].end - tokens[verb + 1].start > 3
        {
            // 平均压减时间58%: by how much what follows the verb has shrunk
            state.reading.change = tokens[verb].has(.increase) ? .increase : .decrease
            before.item = (verb + 1)..<before.item.upperBound
        }
        if before.item.count == 1, let only = before.item.first, tokens[only].end - tokens[only].start == 3,
            phrases.isVerbal(tokens[only]) || tokens[only].has(.bound) || text.has("成", at: tokens[only].start)
        {
            // 上半年装成9部, 调成119件, 往外挪了1.2米: a verb of one character names nothing.
            before.verbs = before.item
            before.item = before.item.upperBound..<before.item.upperBound
        }
    }

    /// Kinds of areas, which tell where some of what was counted is.
    static let areas: WordList = [
        "主城区", "辖区", "中心城区", "城区", "市区", "郊区", "老城区", "新城区", "县", "市", "区", "县区", "区县", "县市", "市县", "乡镇", "城镇", "农村",
        "新区",
        "开发区", "近郊", "远郊", "镇", "乡",
    ]

    /// Whether a phrase names kinds of areas alone, right behind a figure in the same unit which counted something else.
    private func isAreaOfLast(_ phrase: Range<Int>, _ text: Span<UInt8>, _ state: State) -> Bool {
        guard !phrase.isEmpty, phrase.count <= 6, let last = state.facts.last, !last.item.isEmpty,
            let name = unit(state.reading.quantity)?.name, unit(last.quantity)?.name == name,
            // 省份5个、县20个, 街道6个、村21个: nor where areas are what is counted
            !["区", "县", "市", "镇", "乡", "省", "省份", "街道", "村"].contains(where: { last.item.hasSuffix($0) })
        else { return false }
        return phrase.allSatisfy { index in
            let token = tokens[index]
            return token.isMark(.pause) || token.isMark(.openBracket) || token.isMark(.closeBracket) || token.has(.and)
                || token.has(.placeName) || token.has(.determiner)
                || SentenceReader.areas.contains(token.start..<token.end, of: text)
        }
    }

    /// Measure words of what is handled one by one, which count neither people nor bodies.
    private static let handledUnits: WordList = ["件", "起", "宗"]

    private static let offices: WordList = [
        "政府", "局", "委", "管委会", "集团", "公司", "街道办", "办事处", "部门", "单位", "群众", "市民", "领导",
    ]

    /// What stands before a figure of cases without those whom they come from or who handle them, where the paragraph has
    /// counted such cases before: 共产生工单326件，其中直接答复群众186件, 市公安局77件.
    private func withoutHandler(
        _ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: State
    ) -> NounPhrases.Left? {
        guard !before.item.isEmpty, let name = unit(state.reading.quantity)?.name,
            let known = state.memory.last(countedIn: name, dimension: .count),
            let end = before.item.last, !tokens[end].isMark(.closeQuote),
            // 转派|承办|单位|办理11029件: what they do with them may close the phrase
            case let last = before.item.count > 1 && phrases.isVerbal(tokens[end]) ? end - 1 : end,
            tokens[last].has(.human) || SentenceReader.offices.ends(in: text, at: tokens[last].end),
            // 劝离流动商贩41起: nor those to whom it is done
            SentenceReader.handledUnits.contains(name)
                && (last < end || SentenceReader.offices.ends(in: text, at: tokens[last].end)
                    || before.predicate.map { $0 > end || tokens[$0].has(.light) } ?? true)
                // 问题12个，区领导包案9个: nor those who do something about questions; but 隐患12个，涉及单位5个
                || (last < end || before.predicate.map { $0 > end } ?? false)
                    && SentenceReader.matters.isEnding(of: known)
        else { return nil }
        var rest = NounPhrases.Left.empty(at: before.item.upperBound)
        rest.subject = before.item.lowerBound..<(last + 1)
        if last < end {
            rest.predicate = end
            rest.verbs = end..<(end + 1)
        } else if let verb = before.predicate, verb < before.item.lowerBound {
            rest.predicate = verb
            rest.verbs = verb..<(verb + 1)
        }
        return rest
    }

    /// What stands before a figure without where it is done: 在商圈、写字楼|增设9个, 在活动室|临时安置93人.
    private func withoutSite(
        _ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>
    ) -> NounPhrases.Left? {
        guard let first = before.item.first, first > 0, phrases.scalars(tokens[first]) > 1,
            tokens[first - 1].wordClass == .preposition, text.has("在", at: tokens[first - 1].start),
            phrases.scalars(tokens[first - 1]) == 1, let verb = before.predicate, verb >= before.item.upperBound,
            phrases.isVerbal(tokens[verb]), dimension != .money, !SentenceReader.measures.contains(dimension ?? .count)
        else { return nil }
        var rest = NounPhrases.Left.empty(at: before.item.upperBound)
        (rest.predicate, rest.verbs) = (verb, verb..<(verb + 1))
        return rest
    }

    /// 最高气温|连续三天跌破零下50℃: whether what was taken for a name holds the words for how long it has been so.
    private func holdsStreak(_ item: Range<Int>, _ text: Span<UInt8>) -> Bool {
        (max(0, item.lowerBound - 1)..<item.upperBound).contains { text.has("连续", at: tokens[$0].start) }
    }

    /// 满意度|连续三年超95%: what is named before the words for how long it has been so.
    private func heldFor(_ place: Int, _ dimension: Dimension?, _ text: Span<UInt8>) -> Range<Int>? {
        var lead = place - 1
        while lead > 1, place - lead < 8, !tokens[lead].endsClause, !text.has("连续", at: tokens[lead].start),
            // 连续三年群众满意率超95%: what has a name of its own behind it
            tokens[lead].wordClass != .noun || phrases.scalars(tokens[lead]) < 2
        { lead -= 1 }
        guard lead > 0, text.has("连续", at: tokens[lead].start) else { return nil }
        let measures = SentenceReader.measures.contains(dimension ?? .count)
        var end = lead
        // 最高温|已|连续21天超过43℃
        while end > 1, tokens[end - 1].has(.done) || tokens[end - 1].wordClass == .adverb { end -= 1 }
        let named = phrases.left(endingAt: end - 1, floor: 0, style: measures ? .rate : .count).item
        guard named.upperBound == end, !named.isEmpty, !named.allSatisfy({ phrases.isActor(tokens[$0]) }) else {
            return nil
        }
        return measures ? growthRate(named, floor: 0) ?? named : named
    }

    /// Measure words of the classes that a whole is divided into.
    private static let classUnits: WordList = ["类", "大类", "小类", "类别", "种", "档", "型", "等级"]
    private static let dividing: WordList = ["分为", "分成", "划分为", "区分为", "归为", "包括", "涵盖", "主要有"]

    /// 隐患|分为|用电、用气、消防三类: what is divided into the classes that a list names before their number.
    func divided(before place: Int, _ state: State, _ text: Span<UInt8>) -> NounPhrases.Left? {
        guard place > 3, SentenceReader.classUnits.contains(unit(state.reading.quantity)?.name ?? ""),
            tokens[place - 1].kind == .word, !tokens[place - 1].has(.reach)
        else { return nil }
        var verb = place - 1
        var isList = false
        while verb > 0, place - verb < 24, !tokens[verb].endsClause, !tokens[verb].isQuantity,
            !SentenceReader.dividing.contains(tokens[verb].start..<tokens[verb].end, of: text)
        {
            if tokens[verb].isMark(.pause) || tokens[verb].has(.and) { isList = true }
            verb -= 1
        }
        guard isList, verb > 0, SentenceReader.dividing.contains(tokens[verb].start..<tokens[verb].end, of: text)
        else { return nil }
        var last = verb - 1
        while last > 0, tokens[last].wordClass == .adverb || tokens[last].has(.sum) { last -= 1 }
        // 藏书5000余册，涵盖文学、历史等12类: of what the clause before counted
        if tokens[last].endsClause, !state.facts.isEmpty { return .empty(at: place) }
        var whole = phrases.left(endingAt: last, floor: 0, style: .count).item
        // 服务分为…三大类: a doing that is the subject is a thing
        if whole.isEmpty, tokens[last].wordClass == .verbalNoun { whole = last..<(last + 1) }
        guard whole.upperBound == last + 1, !whole.isEmpty, !whole.allSatisfy({ phrases.isActor(tokens[$0]) })
        else { return nil }
        return NounPhrases.Left(item: whole, predicate: verb)
    }

    private static let comprising: WordList = ["有", "包括", "包含", "涵盖", "分为", "共有", "设有", "主要有", "现有"]

    /// 可兑换的|物品|有肥皂、毛巾等40余种: what those named before 等 are examples of, where it is the subject.
    private func kindOfExamples(_ before: NounPhrases.Left, _ text: Span<UInt8>) -> Range<Int>? {
        let (verb, end) = (before.item.lowerBound - 1, before.item.upperBound)
        guard !before.item.isEmpty, end < tokens.count, tokens[end].has(.etc), verb > 0,
            before.item.contains(where: { tokens[$0].isMark(.pause) }),
            SentenceReader.comprising.contains(tokens[verb].start..<tokens[verb].end, of: text)
        else { return nil }
        let kind = phrases.left(endingAt: verb - 1, floor: 0, style: .count).item
        guard let last = kind.last, last == verb - 1, tokens[last].wordClass == .noun, tokens[last].kind == .word,
            !phrases.isActor(tokens[last]), !tokens[last].has(.body), kind.count <= 5
        else { return nil }
        return kind
    }
}
