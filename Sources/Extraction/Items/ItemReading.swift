import Facts
import Scanning
import Units

/// What a quantity counts: the noun behind it, the noun before it, or what the clause before named.
extension SentenceReader {
    func readItem(of index: Int, left: Int, floor: Int, _ text: Span<UInt8>, _ state: inout State) {
        let place = places[index]
        state.place = place
        let dimension = unit(state.reading.quantity)?.dimension
        let measures = SentenceReader.measures.contains(dimension ?? .count)
        let style: NounPhrases.Style = measures && dimension != .score || state.reading.change != .none ? .rate : .count
        var before = left >= floor ? phrases.left(endingAt: left, floor: floor, style: style) : .empty(at: place)
        if let predicate = before.predicate, tokens[predicate].has(.stock) { state.reading.isStockWorded = true }
        if let verb = before.predicate ?? before.verbs?.first, saysCumulative(before: verb, text) {
            state.reading.isTotal = true
        }
        if let predicate = before.predicate, tokens[predicate].kind == .word {
            if !tokens[predicate].has(.light) {
                state.reading.action = action(of: before, predicate, text)
            } else if let last = before.item.last, before.item.count > 1, tokens[last].wordClass == .verbalNoun,
                tokens[last].has(.transitive), !SentenceReader.doings.contains(dimension ?? .count)
            {
                // 实施老旧小区改造5个: what is done is the noun behind the light verb; 宣传9场 counts the doing itself.
                state.reading.action = text.string(tokens[last].start..<tokens[last].end)
            }
        }
        var behind = place + 1
        if behind + 2 < tokens.count, tokens[behind].isMark(.openBracket), tokens[behind + 1].isQuantity,
            tokens[behind + 2].isMark(.closeBracket)
        {
            // 20箱(400瓶)消毒液
            behind += 3
        }
        let adjacent = behind < tokens.count && !tokens[behind].isMark(.openBracket)
        // 由44名志愿者组成的中队: who does it, up to the verb
        let served = place > 0 && (tokens[place - 1].has(.recipient) || tokens[place - 1].has(.from))
        var right =
            adjacent
            ? phrases.right(
                startingAt: behind, endsAtVerb: served, countsPeople: dimension == .person || measures) : place..<place
        if let first = right.first, phrases.isVerbal(tokens[first]), right.count > 1,
            dimension == .money && tokens[first + 1].has(.de)
                || measures && before.modifier != nil && tokens[first].wordClass == .verb
                    && !tokens[first + 1].has(.bound)
        {
            // 投入195万元改造的垃圾压缩箱, 把利润的30%注入基金: what is done with it
            right = place..<place
        }
        if right.isEmpty, dimension == .person || dimension == .household, let head = relativeHead(place) {
            right = head
        }
        if !measures, let stage = stage(behind: place) {
            state.reading.action = text.string(tokens[stage].start..<tokens[stage].end)
        }
        if !measures, !right.isEmpty, before.item.isEmpty, before.verbs == nil, tellsState(right),
            state.memory.last(countedIn: unit(state.reading.quantity)?.name ?? "", dimension: .count) != nil
        {
            // 6栋标准厂房5栋封顶, 3件正常推进: how it stands with some of them
            state.reading.action = phrases.string(right, text: text)
            right = place..<place
        }
        if !measures, !right.isEmpty {
            takeRight(right, before, text, &state)
            return
        }
        if let last = before.item.last, before.item.count > 1, tokens[last].has(.average) {
            // 可回收物日均860公斤
            before.item = before.item.lowerBound..<last
        }
        if state.reading.isStockWorded, !before.item.isEmpty, before.predicate == nil,
            before.item.allSatisfy({ phrases.isActor(tokens[$0]) })
        {
            // 帮办员，街道共有12名: who has them, not what they are.
            before.subject = before.item
            before.item = before.item.upperBound..<before.item.upperBound
        }
        if SentenceReader.doings.contains(dimension ?? .count), let verb = before.predicate,
            verb + 1 == before.item.lowerBound,
            tokens[verb].end - tokens[verb].start == 3, before.item.count == 1
        {
            // 巡楼1800余次
            before.item = verb..<before.item.upperBound
        }
        if let verb = before.predicate, verb > floor, !before.item.isEmpty, verb < before.item.lowerBound,
            tokens[verb - 1].has(.average)
                || tokens[verb - 1].has(.manner) && SentenceReader.doings.contains(dimension ?? .count)
        {
            // 日均投放厨余垃圾7.9吨, 入户征求意见600次
            before.item = (verb - 1)..<before.item.upperBound
        }
        if isLabel(before.item) { before = .empty(at: place) }
        if isModifier(before.item, state) {
            // 专职78人, 环境改善类11个: what kind they are, of what was counted before.
            before.modifier = before.item
            before.item = before.item.upperBound..<before.item.upperBound
        }
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
            phrases.isVerbal(tokens[only]) || tokens[only].has(.bound)
        {
            // 上半年装成9部, 往外挪了1.2米: a verb of one character names nothing.
            before.verbs = before.item
            before.item = before.item.upperBound..<before.item.upperBound
        }
        if !before.item.isEmpty {
            take(before.item, "item.left", text, &state)
            if before.predicate == nil, !measures, !state.reading.isStockWorded { readActionAfter(place, text, &state) }
            complete(before, style, text, &state)
            if let per = state.reading.per, state.reading.rule == "item.left",
                state.reading.item.unicodeScalars.count <= 3
            {
                // 每户补助3000元
                state.reading.item = per + state.reading.item
            }
            return
        }
        if !measures, before.verbs == nil, before.modifier == nil, adjacent {
            // 13户31名群众: two counts of one noun.
            let next = place + 1
            let shared =
                tokens[next].isQuantity ? phrases.right(startingAt: next + 1) : phrases.unknownWord(startingAt: next)
            if !shared.isEmpty {
                state.reading.item = phrases.string(shared, text: text)
                state.reading.rule = "item.right"
                return
            }
        }
        if place + 1 < tokens.count, tokens[place + 1].has(.become) {
            let role = phrases.right(startingAt: place + 2)
            if !role.isEmpty {
                take(role, "item.role", text, &state)
                return
            }
        }
        if measures, !right.isEmpty, tokens[place + 1].has(.de) || state.facts.isEmpty {
            take(right, "item.right", text, &state)
            return
        }
        readElliptic(of: index, before, measures: measures, left: left, text, &state)
    }

    /// 两名当年考取大学的困难学生: the people whom a clause with 的 tells apart, behind the measure word.
    private func relativeHead(_ place: Int) -> Range<Int>? {
        var index = place + 1
        guard index < tokens.count, tokens[index].isTime || tokens[index].kind == .word,
            !tokens[index].has(.de), !tokens[index].has(.reach), !tokens[index].has(.aspect)
        else { return nil }
        while index < tokens.count, index - place < 12, tokens[index].kind == .word || tokens[index].isTime {
            if tokens[index].has(.de) {
                let head = phrases.right(startingAt: index + 1)
                guard let last = head.last, tokens[last].has(.human) || tokens[last].has(.agent),
                    !tokens[last].has(.body), !tokens[last].has(.placeName)
                else { return nil }
                return head
            }
            index += 1
        }
        return nil
    }

    /// 累计策划项目14个: 累计 before the verb, against 共, which only counts together.
    private func saysCumulative(before verb: Int, _ text: Span<UInt8>) -> Bool {
        var index = verb - 1
        while index >= 0, verb - index < 3, tokens[index].kind == .word,
            tokens[index].wordClass == .adverb || tokens[index].has(.sum)
        {
            if text.has("累计", at: tokens[index].start) || text.has("累积", at: tokens[index].start) { return true }
            index -= 1
        }
        return text.has("累计", at: tokens[verb].start)
    }

    /// 5栋封顶, 6栋主体已竣工: the word for a stage right behind a figure.
    private func stage(behind place: Int) -> Int? {
        var index = place + 1
        while index < tokens.count, index - place < 4, tokens[index].kind == .word {
            if tokens[index].has(.completion) { return index }
            guard tokens[index].wordClass == .adverb || tokens[index].has(.abstract) else { return nil }
            index += 1
        }
        return nil
    }

    /// Whether a phrase behind a figure says how things stand and names none of them: 封顶, 主体封顶, 正常.
    private func tellsState(_ phrase: Range<Int>) -> Bool {
        guard let last = phrase.last, phrase.count <= 2 else { return false }
        if tokens[last].has(.completion) { return true }
        return phrase.count == 1 && tokens[last].wordClass == .adjective && last + 1 < tokens.count
            && phrases.isVerbal(tokens[last + 1])
    }

    /// Dimensions whose figures speak of an indicator named before them, not of things that can be counted one by one.
    static let measures: Set<Dimension> = [.ratio, .point, .multiple, .temperature, .score, .concentration]

    /// Dimensions that count doings: their item may be the verb itself.
    static let doings: Set<Dimension> = [.event, .personTime, .householdTime]

    func take(_ phrase: Range<Int>, _ rule: String, _ text: Span<UInt8>, _ state: inout State) {
        state.reading.item = phrases.string(phrase, text: text)
        state.reading.rule = rule
        state.floor = max(state.floor, phrase.upperBound)
    }

    /// Whether a phrase has no head of its own: an attribute, a kind (…类), a bare 人数 or 目标.
    private func isModifier(_ phrase: Range<Int>, _ state: State) -> Bool {
        guard let last = phrase.last, tokens[last].kind == .word else { return false }
        let head = tokens[last]
        if head.wordClass == .attributive || head.wordClass == .adjective {
            return phrase.count <= 3 && !phrase.contains { phrases.isActor(tokens[$0]) }
        }
        if head.has(.kind) { return phrase.count > 1 }
        if phrase.count == 1, head.has(.sizeWrapper) {
            let measure = unit(state.reading.quantity)
            return state.memory.last(countedIn: measure?.name ?? "", dimension: measure?.dimension ?? .count) != nil
                || measure?.dimension == .person
        }
        return phrase.count == 1 && head.has(.plan)
    }

    /// 年度目标：6个, 完成情况：7个: words that only announce the figure.
    func isLabel(_ phrase: Range<Int>) -> Bool {
        guard let last = phrase.last, phrase.count <= 3, last + 1 < tokens.count, tokens[last + 1].endsClause else {
            return false
        }
        return tokens[last].has(.label) || tokens[last].has(.plan) && tokens[last].wordClass == .noun
    }

    private func action(of left: NounPhrases.Left, _ predicate: Int, _ text: Span<UInt8>) -> String? {
        guard phrases.isVerbal(tokens[predicate]), !tokens[predicate].has(.stock),
            !tokens[predicate].has(.reach) || tokens[predicate].has(.transitive)
        else { return nil }
        if tokens[predicate].has(.plan) || tokens[predicate].has(.causative) { return nil }
        let verb = text.string(tokens[predicate].start..<tokens[predicate].end)
        return verb.hasPrefix("累计") ? String(verb.dropFirst(2)) : verb
    }

    // MARK: behind the number

    private func takeRight(
        _ right: Range<Int>, _ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State
    ) {
        take(right, "item.right", text, &state)
        let after = right.upperBound
        let dimension = unit(state.reading.quantity)?.dimension ?? .count
        if SentenceReader.extents.contains(dimension), tokens[state.place + 1].has(.de) {
            // 总投资135亿元的工厂, 210平方米的食堂: the size of the thing, not the thing.
            let size = sizeName(before, dimension, text)
            if !size.isEmpty, !state.reading.item.hasSuffix(size) { state.reading.item += size }
        } else if after + 2 < tokens.count, tokens[after].isQuantity, tokens[after + 1].has(.de) {
            // 13列时速120公里的班列: the head stands behind the measure of it.
            let head = phrases.right(startingAt: after + 2)
            if !head.isEmpty { state.reading.item = phrases.string(head, text: text) }
        } else if right.count == 1, tokens[right.lowerBound].has(.magnitude),
            unit(state.reading.quantity)?.dimension == .money,
            let owner = [before.item, before.subject ?? 0..<0].first(where: { !$0.isEmpty }), owner.count <= 4,
            !owner.contains(where: { tokens[$0].has(.placeName) })
        {
            // 社区集体就有68万元收入
            state.reading.item = phrases.string(owner, text: text) + state.reading.item
            state.reading.rule = "item.completed"
        }
        if let modifier = before.modifier, let short = shortModifier(modifier, text) {
            // 行动不便的23名老人: a short word before 的 belongs to what is counted.
            state.reading.item = short + state.reading.item
        }
        if let verbs = before.verbs, let first = verbs.first, tokens[first].has(.stock) {
            state.reading.isStockWorded = true
        } else if let verbs = before.verbs, let first = verbs.first, !tokens[first].has(.light),
            !tokens[first].has(.causative)
        {
            state.reading.action = text.string(tokens[first].start..<tokens[first].end)
        } else if before.predicate.map({ tokens[$0].has(.causative) }) ?? true {
            // 推动18家企业升规: what it was made to do
            readActionBehind(right, text, &state)
        }
    }

    /// Dimensions of sizes that 的 joins to the thing that has them.
    private static let extents: Set<Dimension> = [.money, .area, .length, .volume, .mass]

    /// What the size before 的 is called: 总投资, or for an area 面积.
    private func sizeName(_ before: NounPhrases.Left, _ dimension: Dimension, _ text: Span<UInt8>) -> String {
        if before.item.count == 1, let only = before.item.first,
            tokens[only].has(.magnitude) || tokens[only].has(.attribute)
        {
            return phrases.string(before.item, text: text)
        }
        if let verbs = before.verbs, verbs.count == 1, dimension == .money {
            let verb = phrases.string(verbs, text: text)
            // 总投资2亿元的工厂, but not 执行每小时3元的收费标准
            if verb.hasSuffix("资") { return verb }
        }
        return dimension == .area ? "面积" : ""
    }

    /// Up to four characters that say what kind it is: 自筹, 行动不便.
    private func shortModifier(_ range: Range<Int>, _ text: Span<UInt8>) -> String? {
        var low = range.upperBound
        var scalars = 0
        while low > range.lowerBound {
            let token = tokens[low - 1]
            guard token.kind == .word, !phrases.isActor(token), token.wordClass != .preposition, !token.has(.plan),
                !token.has(.determiner), token.wordClass != .adverb
            else { break }
            scalars += (token.end - token.start) / 3
            low -= 1
        }
        guard (2...4).contains(scalars) else { return nil }
        return (low..<range.upperBound).map { text.string(tokens[$0].start..<tokens[$0].end) }.joined()
    }

    /// The predicate behind what is counted: 9个社区完成“亲民化”改造.
    private func readActionBehind(_ phrase: Range<Int>, _ text: Span<UInt8>, _ state: inout State) {
        var index = phrase.upperBound
        var start: Int?
        var scalars = 0
        // 166个社区与765家单位签订协议书: with whom comes before the verb.
        let isAccompanied = index < tokens.count && tokens[index].wordClass == .preposition
        while index < tokens.count, !tokens[index].endsClause, scalars < (isAccompanied && start == nil ? 120 : 42),
            !tokens[index].isQuantity || isAccompanied && start == nil
        {
            let token = tokens[index]
            if token.isMark(.pause) { if start == nil { return } else { break } }
            if start == nil, token.has(.plan) || token.has(.causative) {
                index += 1
                continue
            }
            if start == nil, token.has(.transitive) || token.wordClass == .verb || token.has(.become) { start = index }
            if isAccompanied, start == index { scalars = 0 }
            scalars += token.end - token.start
            index += 1
        }
        guard let start, index > start, !tokens[start].has(.stock) else { return }
        state.reading.action = (start..<index).map { text.string(tokens[$0].start..<tokens[$0].end) }.joined()
    }

    /// The verb right behind a figure whose noun stands before it: 游客数十人受伤.
    private func readActionAfter(_ place: Int, _ text: Span<UInt8>, _ state: inout State) {
        var index = place + 1
        while index < tokens.count, tokens[index].kind == .word, tokens[index].wordClass == .adverb { index += 1 }
        guard index < tokens.count, tokens[index].kind == .word, tokens[index].wordClass == .verb,
            !tokens[index].has(.reach),
            !tokens[index].has(.plan), !tokens[index].has(.increase), !tokens[index].has(.decrease)
        else { return }
        state.reading.action = text.string(tokens[index].start..<tokens[index].end)
    }

    // MARK: completed from the clause

    /// A bare size or rate says little: 面积14.6万平方米 is that of what the sentence counts, 化解率 that of the disputes.
    private func complete(
        _ left: NounPhrases.Left, _ style: NounPhrases.Style, _ text: Span<UInt8>, _ state: inout State
    ) {
        func say(_ completed: String) {
            state.reading.item = completed
            state.reading.rule = "item.completed"
        }
        guard let last = left.item.last else { return }
        let item = state.reading.item
        if tokens[left.item.lowerBound].has(.share), let owner = state.facts.last?.item {
            // 网络零售额突破百亿元，占社会消费品零售总额的比重…
            say(owner + item)
            return
        }
        if tokens[last].has(.magnitude), left.item.count == 1, let verb = left.predicate, tokens[verb].has(.light),
            verb < last
        {
            // 810个省重点项目完成投资10428.6亿元: the subject owns the size, or else what the sentence began with.
            if verb > 0 {
                let subject = phrases.left(endingAt: verb - 1, floor: 0, style: .count).item
                if !subject.isEmpty, !subject.contains(where: { phrases.isActor(tokens[$0]) }) {
                    say(phrases.string(subject, text: text) + item)
                    return
                }
            }
            if let owner = state.facts.first?.item ?? state.memory.topic, owner.unicodeScalars.count <= 12 {
                say(SentenceReader.joined(owner, item))
                return
            }
        }
        if state.reading.per != nil, unit(state.reading.quantity)?.dimension == .money, item.unicodeScalars.count <= 2,
            let owner = ownerBeforePer(left.item.lowerBound, text)
        {
            // 60至69岁老人每餐补贴2元
            say(owner + item)
            return
        }
        let isRate = item.hasSuffix("率") || item.hasSuffix("满意度") || item.hasSuffix("增速")
        guard
            isRate
                ? item.unicodeScalars.count <= 4
                : left.item.count == 1 && (tokens[last].has(.attribute) || tokens[last].has(.member))
        else { return }
        if !isRate, left.predicate.map({ tokens[$0].has(.stock) || tokens[$0].has(.light) }) ?? true,
            let facility = facility(before: left.item.lowerBound, text, state)
        {
            if !facility.hasSuffix(item), facility.unicodeScalars.count <= 16 {
                say(SentenceReader.joined(facility, item))
            }
            return
        }
        guard let owner = isRate || tokens[last].has(.member) ? state.facts.last?.item : sizedOwner(state),
            !owner.isEmpty, owner.unicodeScalars.count <= 16, !owner.hasSuffix(item), !owner.hasSuffix("率")
        else { return }
        say(SentenceReader.joined(owner, item))
    }

    /// What a facility is called ends in one of these.
    private static let facilities: [StaticString] = [
        "站", "中心", "市场", "学校", "小学", "中学", "幼儿园", "食堂", "医院", "公园", "书屋", "工厂", "基地", "园", "馆", "院", "厅", "场", "库",
        "书房",
        "图书室", "店", "堂", "工坊", "公寓", "校区", "点",
    ]

    /// 日间照料站年内开门，设床位22张; a heading 龙潭里第二中学: the facility that a bare size or its members are of, where no
    /// thing was counted behind it.
    private func facility(before position: Int, _ text: Span<UInt8>, _ state: State) -> String? {
        var index = position - 1
        let counted = state.facts.indices.last { place in
            let dimension = unit(state.facts[place].quantity)?.dimension ?? .count
            return ![.person, .household, .personTime, .householdTime, .money, .time, .ratio].contains(dimension)
        }
        while index >= 0, position - index < 30, !semicolons.contains(index) {
            if let counted, places[counted] >= index { return nil }
            let token = tokens[index]
            if token.kind == .word, token.wordClass == .noun || token.wordClass == .suffix || token.has(.bound),
                !token.has(.placeName), SentenceReader.facilities.contains(where: { text.has($0, before: token.end) }),
                // 养老服务中心的…, 中心主任: the facility itself, not one of its people or parts
                index + 1 == position || !phrases.isNominal(tokens[index + 1]) && !tokens[index + 1].has(.de)
            {
                let item = phrases.left(endingAt: index, floor: 0, style: .count).item
                return item.isEmpty ? nil : phrases.string(item, text: text)
            }
            index -= 1
        }
        guard state.facts.isEmpty || counted == nil, let topic = state.memory.topic else { return nil }
        let bytes = Array(topic.utf8)
        return SentenceReader.facilities.contains { bytes.span.has($0, before: bytes.count) } ? topic : nil
    }

    /// Two names as one, what both say said once: 老旧小区改造 and 改造面积.
    private static func joined(_ owner: String, _ item: String) -> String {
        if owner.hasSuffix(item) { return owner }
        for length in stride(from: min(owner.count, item.count), to: 0, by: -1)
        where owner.hasSuffix(item.prefix(length)) {
            return owner + item.dropFirst(length)
        }
        return owner + item
    }

    /// What a bare size is of: the last thing counted in the sentence that is no person, household or mere extent (涉及…).
    private func sizedOwner(_ state: State) -> String? {
        let start = semicolons.filter { $0 < state.place }.max()
        var owner: String?
        for (offset, fact) in state.facts.enumerated() where offset < places.count {
            if let start, places[offset] < start { continue }
            let dimension = unit(fact.quantity)?.dimension ?? .count
            guard ![.person, .household, .personTime, .householdTime, .money].contains(dimension), fact.change == .none,
                !["涉及", "惠及", "覆盖"].contains(fact.action ?? "")
            else { continue }
            owner = fact.item
        }
        return owner ?? state.facts.first { $0.change == .none }?.item
    }

    /// The noun phrase before 每餐, 每户.
    private func ownerBeforePer(_ position: Int, _ text: Span<UInt8>) -> String? {
        var index = position - 1
        while index >= 0, position - index < 4 {
            if text.has("每", at: tokens[index].start) {
                var owner = phrases.left(endingAt: index - 1, floor: 0, style: .count).item
                // 60至69岁老人: which of them is not what is paid
                while owner.count > 1, let first = owner.first, text[tokens[first].start] < 0x80 { owner.removeFirst() }
                return owner.isEmpty || owner.allSatisfy({ tokens[$0].has(.placeName) })
                    ? nil : phrases.string(owner, text: text)
            }
            index -= 1
        }
        return nil
    }

    // MARK: left out

    /// What the clause leaves out: the last thing counted in the same unit, the clause's subject, the heading.
    private func readElliptic(
        of index: Int, _ before: NounPhrases.Left, measures: Bool, left: Int, _ text: Span<UInt8>,
        _ state: inout State
    ) {
        let quantity = state.reading.quantity
        let measure = unit(quantity)
        let dimension = measure?.dimension ?? .count
        let verbs = before.verbs.map { range in
            range.filter { !tokens[$0].has(.light) || range.count == 1 }
                .map { text.string(tokens[$0].start..<tokens[$0].end) }.joined()
        }
        if !measures, before.verbs == nil, before.modifier == nil, state.reading.change == .none, dimension != .money,
            !state.reading.isStockWorded,
            state.facts.allSatisfy({ $0.rule == "item.lead" }),
            let entry = state.memory.led(countedIn: measure?.name ?? ""), measure != nil,
            state.memory.entries.allSatisfy({ $0.isFromLead })
        {
            // 左云县 46个 131栋: a row under what the paragraph before counted
            say(entry.item, "item.lead", .medium, "the item is that of the paragraph before, in the same unit")
            if entry.isPlanned, !state.reading.isDone { state.reading.status = .planned }
            if state.reading.time == nil { state.reading.time = entry.time }
            state.reading.action = entry.action
            return
        }
        if !measures, before.verbs == nil, before.modifier == nil, restates(index, left), let last = state.facts.last {
            // 325户、487人: the same things in another unit.
            say(last.item, "item.restated", .medium, "the item is that of the figure before, in another unit")
            return
        }
        if measures || state.reading.change == .none, let best = superlative(left, text) {
            say(
                best.isEmpty ? state.facts.last?.item ?? "" : best, "item.superlative", .medium,
                "the item is named before 最高的是")
            return
        }
        if let range = before.verbs, let verbs, let last = range.last, tokens[last].has(.complete), !verbs.isEmpty {
            say(verbs, "item.doing", .high, nil)
            return
        }
        if SentenceReader.doings.contains(dimension), !isRepeated(before, measure?.name ?? "", state),
            let range = before.verbs, let verbs, verbs.unicodeScalars.count > 1,
            !(range.count == 1 && tokens[range.lowerBound].wordClass == .verb
                && tokens[range.lowerBound].has(.transitive)
                && !state.facts.isEmpty)
        {
            // 入户走访2次: the doing is what is counted.
            state.reading.item = verbs
            state.reading.rule = "item.doing"
            return
        }
        func say(_ item: String, _ rule: String, _ confidence: Confidence, _ reason: String?) {
            state.reading.item = item
            state.reading.rule = rule
            state.reading.confidence = confidence
            state.reading.reason = reason
        }
        if measures, let range = before.modifier {
            // 经营收益的三成, 完成全年任务的112%: the whole that the share is taken of.
            let whole = phrases.left(endingAt: range.upperBound - 1, floor: range.lowerBound, style: .count).item
            if !whole.isEmpty {
                let name = phrases.string(whole, text: text)
                let owner = name.unicodeScalars.count <= 4 ? state.facts.last?.item ?? "" : ""
                say(owner + name, "item.whole", .medium, "the share is of a whole that the clause names")
                return
            }
        }
        let modifier = before.modifier.flatMap { modifierText($0, text) } ?? ""
        if !measures, state.reading.change == .none, dimension != .money,
            let known = antecedent(measure?.name ?? "", dimension, before, state)
        {
            say(
                modifier + known, "item.carried", .medium, "the item is carried over from what was counted before")
            return
        }
        if dimension == .money, let verbs, !verbs.isEmpty, let range = before.verbs,
            tokens[range.upperBound - 1].wordClass == .verb || verbs.hasSuffix("资")
        {
            // 投入12亿元, 捐赠30万元: money that nothing names is a fund.
            say(
                (state.reading.per ?? "") + (verbs.hasSuffix("资") ? verbs : verbs + "资金"), "item.fund", .low,
                "only the verb tells what the money is for")
            return
        }
        if let range = before.verbs, let verbs, range.count > 1, verbs.unicodeScalars.count >= 4,
            tokens[range.lowerBound].wordClass == .verb
        {
            say(verbs, "item.doing", .medium, "the doing is what is counted")
            return
        }
        if !measures, before.verbs != nil, state.facts.isEmpty || clauseLies(between: state.facts.count - 1, and: left),
            let topic = clauseBefore(left, text)
        {
            // 试点“家庭养老床位”，已签约26张
            say(topic, "item.topic", .medium, "the item is taken from the clause before")
            return
        }
        if let subject = subjectBefore(left, text) {
            say(subject, "item.topic", .medium, "the item is taken from the clause before")
            return
        }
        if let last = state.facts.last, !last.item.isEmpty,
            // 历时5个月: how long it took is no count of the things before
            dimension != .time || unit(last.quantity)?.dimension == .time || state.reading.change != .none
        {
            let related = measures || state.reading.change != .none
            say(
                modifier + last.item, "item.carried", related ? .high : .medium,
                related ? nil : "the item is carried over from the figure before")
            return
        }
        if let topic = clauseBefore(left, text) ?? state.memory.topic {
            say(modifier + topic, "item.topic", .medium, "the item is taken from the clause or heading before")
            return
        }
        if let verbs, !verbs.isEmpty {
            say(verbs, "item.verb", .low, "only the verb tells what is counted")
            return
        }
        if dimension != .time, let last = state.memory.entries.last, !last.item.isEmpty {
            say(last.item, "item.carried", .low, "the item is carried over from the sentence before")
            return
        }
        say(modifier, "item.none", .low, "nothing in the sentence says what is counted")
    }

    /// Whether a whole clause without figures stands between a figure and the clause that ends at `left`.
    private func clauseLies(between fact: Int, and left: Int) -> Bool {
        var marks = 0
        var index = left
        while index > places[fact] {
            if tokens[index].endsClause { marks += 1 }
            index -= 1
        }
        return marks >= 2
    }

    /// What was last counted in the unit; for a place alone (其中，开源街道35部) the whole that the parts before it belong to.
    private func antecedent(
        _ unitName: String, _ dimension: Dimension, _ before: NounPhrases.Left, _ state: State
    ) -> String? {
        if before.verbs == nil, before.modifier == nil,
            let near = state.facts.last(where: { self.unit($0.quantity)?.name == unitName }), let whole = near.partOf,
            whole < state.facts.count, self.unit(state.facts[whole].quantity)?.name == unitName
        {
            return state.facts[whole].item
        }
        let bare = before.verbs == nil && before.modifier == nil
        return bare
            ? state.memory.last(countedIn: unitName, dimension: dimension, asWhole: true)
                ?? state.memory.last(countedIn: unitName, dimension: dimension)
            : state.memory.last(countedIn: unitName, dimension: dimension)
    }

    /// Whether nothing but a 、 stands between the figure before, with its noun, and this one.
    private func restates(_ index: Int, _ left: Int) -> Bool {
        guard index > 0, let before = unit(quantities[index - 1]), let own = unit(quantities[index]),
            before.name != own.name
        else { return false }
        let place = places[index]
        guard left == place - 1 || left < places[index - 1] + 1 else { return false }
        let first = place - 1
        guard first >= 0 else { return false }
        if first == places[index - 1] { return true }
        return tokens[first].isMark(.pause)
    }

    /// 满意率最高的是浮山里街道99.2%: the indicator before 最高的是; empty where the clause leaves it out, nil elsewhere.
    private func superlative(_ left: Int, _ text: Span<UInt8>) -> String? {
        var index = left
        while index >= 0, tokens[index].has(.placeName) { index -= 1 }
        guard index < left, index >= 2, tokens[index].has(.reach), tokens[index - 1].has(.de),
            text.has("最", at: tokens[index - 2].start)
        else { return nil }
        guard index >= 3, !tokens[index - 3].endsClause else { return "" }
        let phrase = phrases.left(endingAt: index - 3, floor: 0, style: .rate).item
        return phrases.string(phrase, text: text)
    }

    /// 计划检查企业450家次，实际检查482家次: the same doing, counted in the same unit, of the same things.
    private func isRepeated(_ before: NounPhrases.Left, _ unit: String, _ state: State) -> Bool {
        guard let action = state.reading.action, let last = state.facts.last else { return false }
        return last.action == action && state.memory.entries.last?.unit == unit
    }

    private func modifierText(_ range: Range<Int>, _ text: Span<UInt8>) -> String? {
        if range.count == 1, tokens[range.lowerBound].has(.sizeWrapper) || tokens[range.lowerBound].has(.plan) {
            return nil
        }
        // 需协调的602个: verbs alone pick, and name nothing.
        guard range.contains(where: { phrases.isNominal(tokens[$0]) && !phrases.isVerbal(tokens[$0]) }) else {
            return nil
        }
        let words = range.map { text.string(tokens[$0].start..<tokens[$0].end) }.joined()
        return words.unicodeScalars.count <= 14 ? words : nil
    }

    /// 本外币绿色贷款增加较多，达5.35万亿元: the subject of the clause before, where nothing but 达 opens the figure's own.
    private func subjectBefore(_ left: Int, _ text: Span<UInt8>) -> String? {
        guard left > 1, tokens[left].endsClause,
            text.has("，", at: tokens[left].start) || text.has(",", at: tokens[left].start),
            tokens[left + 1].kind == .word, tokens[left + 1].has(.reach)
        else { return nil }
        var start = left
        while start > 0, !tokens[start - 1].endsClause {
            start -= 1
            if tokens[start].isQuantity { return nil }
        }
        guard
            let verb = (start..<left).first(where: {
                tokens[$0].has(.increase) || tokens[$0].has(.decrease) || tokens[$0].wordClass == .verb
            }), verb > start
        else { return nil }
        let phrase = phrases.left(endingAt: verb - 1, floor: start, style: .rate).item
        // 增速转正，为0.9%: a rate alone is that of what was measured before
        guard !phrase.isEmpty, !phrase.allSatisfy({ phrases.isActor(tokens[$0]) || tokens[$0].has(.rate) }) else {
            return nil
        }
        return phrases.string(phrase, text: text)
    }

    /// The noun phrase at the end of the clause before: 漏水引发的官司，老周调解了一百二十余起.
    private func clauseBefore(_ position: Int, _ text: Span<UInt8>) -> String? {
        var index = position
        while index >= 0, !tokens[index].endsClause { index -= 1 }
        while index > 0,
            tokens[index].endsClause || tokens[index].isMark(.openQuote) || tokens[index].isMark(.closeQuote)
        {
            index -= 1
        }
        guard index >= 0, position - index < 40 else { return nil }
        let reading = phrases.left(endingAt: index, floor: 0, style: .count)
        guard !reading.item.isEmpty, !reading.item.allSatisfy({ phrases.isActor(tokens[$0]) }),
            !isLabel(reading.item)
        else { return nil }
        return phrases.string(reading.item, text: text)
    }
}
