import Facts
import Scanning
import Units

/// What the grammar round a quantity says.
struct QuantityReading: Sendable {
    var quantity: Quantity
    var item = ""
    var action: String?
    /// The token that is the verb of the action.
    var verb: Int?
    /// The noun phrase beside the number that names the item, as tokens.
    var phrase: Range<Int>?
    var change: Change = .none
    var status: Status = .actual
    var time: TimeExpression?
    /// Whether that time is the one of a clause before which tells when something came to be: 食堂去年5月开业，面积420平方米.
    var isOfFounding = false
    /// Whether the times before it only tell what went before, so that the paragraph's does not date it either.
    var isUndated = false
    /// Position, in the sentence's readings, of the whole that this is a part of.
    var partOf: Int?
    var equivalentTo: Int?
    var per: String?
    var comparison: String?
    var isTotal = false
    /// 累计 in its clause says that it has run up to now.
    var isRunning = false
    var isStockWorded = false
    /// 已 or its like stands before the figure.
    var isDone = false
    /// Nothing in its sentence tells whether it is a result or a plan.
    var isStatusOpen = false
    /// Its clause begins with what is done, and names nobody who does it: 新建助餐点5个.
    var isBidden = false
    /// It counts up to now what has not come to its end: 洪水已致9人遇难.
    var runsOn = false
    /// 目前 or its like says that it holds now.
    var isNow = false
    /// 达到 or its like before the figure says that it is the level which something comes to.
    var isReached = false
    /// 平均 between what is counted and the figure: 藏书量平均提升至1500册.
    var isAverage = false
    /// The head of its column or the label of its row says that something is done: 走访, 12345受理.
    var namesDoing = false
    /// Those who are counted came to do something once.
    var isAttending = false
    /// Its time stands in the clause that says which of them are counted: 今年开工的42个小区.
    var isOfTimesBatch = false
    /// It is a size that 的 joins to one thing: 210平方米的食堂.
    var isOfOne = false
    /// It says how high, how far or how strong one thing is: 海拔3800米, 6.2级地震.
    var measuresOne = false
    /// Its action tells it apart, although it is a level or a share: 每天有20吨蔬果运往外地, 新设企业增长38%.
    var isToldByDoing = false
    /// What the rule that named the item doubts of it.
    var doubt: String?
    var rule = ""

    /// Whether it is the level from which the next figure has come about.
    var isFormerLevel: Bool { Fact.isFormerLevel(change: change, comparison: comparison) }

    /// Whether what is counted was counted before.
    var isCarried: Bool { rule == "item.carried" || rule == "item.guessed" }

    /// Whether it is a share of those behind it, and its action what so many of them came to: 76%的失业人员实现就业.
    var tellsOfShare: Bool {
        guard change == .none, rule == "item.right", let phrase, let verb else { return false }
        return phrase.upperBound <= verb
    }

    /// Says what is counted, by which rule, and what that rule doubts of it.
    mutating func name(_ item: String, by rule: String, doubting doubt: String?) {
        self.item = item
        self.rule = rule
        self.doubt = doubt
    }
}

/// Reads the grammar of one sentence: what each of its quantities counts, and how.
///
/// An object, which the closures of its rules hold without counting references to each of its arrays.
final class SentenceReader: Sendable {
    let tokens: [Token]
    let phrases: NounPhrases
    let quantities: [Quantity]
    let times: [TimeExpression]
    let tools: ReadingTools
    /// The day of publication, before which plans are results.
    let published: CalendarDate?
    /// Where each quantity stands among the tokens.
    let places: [Int]
    /// The tokens that are a semicolon, over which no plan reaches.
    let semicolons: [Int]
    /// Where 目前 and its like begin.
    let nows: [Int]
    /// Where 年底前 and its like begin, days by which something is to be done.
    let deadlines: [Int]
    /// Where the 于 of 成立于, 建于 and its like begins, or the word that ends in it.
    let founding: [Int]
    /// Where 去年同期 and its like begin.
    let sameStretch: [Int]
    /// Where 拟 stands, which never takes an object as 将 does.
    let drafts: [Int]
    /// Where 后, 之后 and 以后 begin.
    let afterwards: [Int]
    /// The commas behind 从渠道看, 按类型分 and their like, which say by what the figures behind them split a whole.
    let aspects: [Int]

    init(
        tokens: [Token], quantities: [Quantity], times: [TimeExpression], tools: ReadingTools,
        published: CalendarDate?, text: Span<UInt8>
    ) {
        self.published = published
        self.tokens = tokens
        self.quantities = quantities
        self.times = times
        self.tools = tools
        phrases = NounPhrases(tokens: tokens)
        var nows: [Int] = []
        for time in times {
            for word in ["目前", "如今", "现在", "当前", "眼下"] as [StaticString] where text.has(word, at: time.start) {
                nows.append(time.start)
            }
        }
        self.nows = nows
        var deadlines: [Int] = []
        for time in times where SentenceReader.isDeadline(time, published, text) { deadlines.append(time.start) }
        self.deadlines = deadlines
        var sameStretch: [Int] = []
        for time in times where text.has("同期", before: time.end) && time.end - time.start > 6 {
            sameStretch.append(time.start)
        }
        self.sameStretch = sameStretch
        var places = Array(repeating: 0, count: quantities.count)
        var founding: [Int] = []
        var afterwards: [Int] = []
        var drafts: [Int] = []
        var semicolons: [Int] = []
        var aspects: [Int] = []
        let foundings = SentenceReader.foundings
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .quantity(let number):
                if number < places.count { places[number] = index }
            case .mark(.clauseEnd):
                if text.has("；", at: token.start) || text.has(";", at: token.start) { semicolons.append(index) }
                if text.has("看", before: token.start) || text.has("分", before: token.start),
                    let first = tokens[..<index].suffix(6).lastIndex(where: {
                        SentenceReader.viewpoints.begins(in: text, at: $0.start)
                    }),
                    first == 0 || tokens[first - 1].endsClause
                {
                    aspects.append(index)
                }
            case .word:
                if text.has("后", before: token.end) { afterwards.append(token.start) }
                if text.has("拟", at: token.start), token.end - token.start == 3 { drafts.append(token.start) }
                if foundings.ends(in: text, at: token.end) { founding.append(token.start) }
            default: break
            }
        }
        self.places = places
        self.drafts = drafts
        self.founding = founding
        self.afterwards = afterwards
        self.aspects = aspects
        self.semicolons = semicolons
    }

    private static let limits: WordList = ["底前", "末前", "底以前", "末以前", "底之前", "末之前"]
    private static let dayLimits: WordList = ["日前", "日以前", "日之前"]
    /// Whether a time ends as a last day does: 月底前, 9日前, and not as 国庆前.
    static func isLimit(endingAt end: Int, _ text: Span<UInt8>) -> Bool {
        limits.ends(in: text, at: end) || dayLimits.ends(in: text, at: end)
    }

    /// Feasts by which works are to be done.
    private static let feasts: WordList = [
        "元旦", "春节", "清明", "五一", "劳动节", "国庆", "立春", "立夏", "立秋", "霜降", "立冬", "冬至",
    ]

    /// Whether something is to be done by a time: 年底前, 8月底以前, and 国庆前 in a report of August. A deadline that is past tells
    /// of something done by then.
    private static func isDeadline(_ time: TimeExpression, _ published: CalendarDate?, _ text: Span<UInt8>) -> Bool {
        if limits.ends(in: text, at: time.end) || time.from != nil && dayLimits.ends(in: text, at: time.end) {
            return time.to == nil || published.map { time.to ?? $0 >= $0 } ?? false
        }
        guard let published, text.has("前", before: time.end) else { return false }
        let start = text.has("“", at: time.start) ? time.start + 3 : time.start
        guard let length = feasts.match(in: text, at: start, end: time.end),
            let day = Festivals.builtIn.next(text.string(start..<start + length), after: published)
        else { return false }
        // What is told in the last two weeks before a feast may be done.
        return (14...200).contains(day.days(since: published))
    }

    private static let viewpoints: WordList = ["从", "按", "分"]
    private static let foundings: WordList = [
        "成立于", "建于", "建成于", "始建于", "创建于", "创办于", "组建于", "落成于", "出生于", "生于",
    ]

    /// What is known while the quantities of a sentence are read one after the other.
    struct State {
        var reading: QuantityReading
        /// The readings of the sentence so far.
        var facts: [QuantityReading] = []
        var memory: ItemMemory
        /// Where the quantity that is read stands among the tokens.
        var place = 0
        /// The first token that no noun phrase has taken yet.
        var floor = 0
        /// What a clause before 的 says of those counted, whose noun was left out: 同意改造 in 同意改造的352户.
        var modifier = ""
        /// What tells some of the things that were counted before apart, by the readings that count them: 其他 in 其他8件.
        var told: [(fact: Int, words: String)] = []
    }

    /// The bound that stands before the verb and not before the figure: 至少再建10处, 至少配备灭火器20具.
    private func bound(beforeVerbTo left: Int, of place: Int, _ text: Span<UInt8>) -> Qualifier? {
        var index = left
        while index > 0, left - index < 6, tokens[index].kind == .word, !tokens[index].has(.de) {
            let before = tokens[index - 1]
            if before.kind == .word, phrases.scalars(before) == 2 {
                let isVerb = phrases.isVerbalOrDoing(tokens[index]) || text.has("再", at: tokens[index].start)
                if isVerb, text.has("至少", at: before.start) { return .over }
                if isVerb, text.has("至多", at: before.start) || text.has("最多", at: before.start) {
                    return isRecord(index - 1, before: place, text) ? nil : .under
                }
            }
            index -= 1
        }
        return nil
    }

    /// Reads all figures of the sentence, each with those before it known.
    ///
    /// - Parameters:
    ///   - memory: what the paragraph has counted so far; the sentence adds to it.
    ///   - planned: whether the section speaks of plans.
    func readings(_ text: Span<UInt8>, memory: inout ItemMemory, planned: Bool) -> [QuantityReading] {
        guard let first = quantities.first else { return [] }
        var state = State(reading: QuantityReading(quantity: first), memory: ItemMemory())
        // Exchanged, so that what it holds is not copied.
        swap(&state.memory, &memory)
        state.memory.enterSentence()
        defer { swap(&state.memory, &memory) }
        state.facts.reserveCapacity(quantities.count)
        var row = Row()
        var wasDistributed = false
        for index in quantities.indices {
            state.reading = QuantityReading(quantity: quantities[index])
            state.modifier = ""
            let (left, perFloor) = leftContext(of: index, text, &state.reading)
            let floor = max(state.floor, perFloor, index > 0 ? places[index - 1] + 1 : 0)
            readTime(of: index, text, &state.reading)
            readStatus(of: index, planned: planned, text, &state.reading)
            if state.reading.quantity.qualifier == .exact, state.reading.quantity.upper == nil,
                let bound = bound(beforeVerbTo: left, of: places[index], text)
            {
                state.reading.quantity.qualifier = bound
            }
            if !row.holds(index),
                let items = distribution(at: index, left: left, floor: floor, known: state.facts, text)
            {
                row = Row(first: index, items: items)
            }
            let isDistributed = row.holds(index)
            if isDistributed {
                takeDistributed(index, of: row, sharesChange: wasDistributed, &state)
            } else {
                nameItem(of: index, left: left, floor: floor, text, &state)
            }
            wasDistributed = isDistributed
            completeItem(of: index, text, &state)
            readDoing(of: index, text, &state)
            link(index, state.facts, text, &state.reading)
            nameTrait(index, text, &state)
            nameBand(text, &state)
            nameDivision(index, text, &state)
            let isAspect = aspects.contains { $0 < places[index] }
            if isAspect { nameAspect(&state) }
            state.facts.append(state.reading)
            if state.reading.change == .none {
                let isPart =
                    state.reading.partOf != nil || isToldAsPart(state.reading, at: places[index]) || isAspect
                    || state.reading.rule == SentenceReader.divisionRule
                state.memory.append(
                    ItemMemory.Entry(state.reading, unit: unit(state.reading.quantity), isPart: isPart))
            }
        }
        for (fact, words) in state.told where fact < state.facts.count {
            state.facts[fact].item = words + state.facts[fact].item
        }
        return state.facts
    }

    /// A row of figures to which 分别 hands out items: A、B、C分别为3家、5家和8家.
    private struct Row {
        var first = 0
        var items: [String] = []

        func holds(_ index: Int) -> Bool { index - first < items.count }
    }

    /// Takes the item that a row hands out to a figure.
    ///
    /// - Parameter sharesChange: whether the figure before got its item so too, whose change this one has: 同比分别增长5%、8%.
    private func takeDistributed(_ index: Int, of row: Row, sharesChange: Bool, _ state: inout State) {
        state.reading.item = row.items[index - row.first]
        state.reading.rule = "item.distributed"
        if sharesChange, state.reading.change == .none {
            state.reading.change = state.facts[index - 1].change
        }
    }

    /// What a figure counts or measures, by the words round it, and by what was counted before.
    private func nameItem(of index: Int, left: Int, floor: Int, _ text: Span<UInt8>, _ state: inout State) {
        readItem(of: index, left: left, floor: floor, text, &state)
        refineItem(index, text, &state)
        nameAided(text, &state)
        takeUp(text, &state)
        nameWithLast(&state)
        nameMatter(text, &state)
        nameOffence(text, &state)
        nameDue(text, &state)
        nameByLabel(text, &state)
        nameByMeasureLabel(text, &state)
        dropOtherAge(&state)
        nameByAge(&state)
        nameRest(text, &state)
    }

    /// What completes an item that was found, or handed out.
    private func completeItem(of index: Int, _ text: Span<UInt8>, _ state: inout State) {
        namePointedAt(index, text, &state)
        state.place = places[index]
        dropState(text, &state)
        nameSumTold(text, &state)
        nameLevelTold(text, &state)
        nameOutlay(text, &state)
        nameSizeReached(text, &state)
        sayWhose(text, &state)
    }

    /// What is done with what is counted, how it has changed, and what the figures of a list share of both.
    private func readDoing(of index: Int, _ text: Span<UInt8>, _ state: inout State) {
        if index > 0, state.facts[index - 1].isTotal, !state.reading.isStockWorded,
            // 党员、群众共计300余人，捡拾烟头800余个: how many they were sums up no more than themselves
            state.facts[index - 1].action != nil || state.facts[index - 1].rule != "item.topic",
            state.facts[index - 1].time?.start == state.reading.time?.start,
            // 累计建成桩5000个，用户达9万户: nor does a level that something comes to
            !(state.reading.verb == nil && comesTo(places[index], text)),
            !semicolons.contains(where: { places[index - 1] < $0 && $0 < places[index] })
        {
            // 累计策划项目14个，签约项目19个
            state.reading.isTotal = true
        }
        shareChange(index, state.facts, &state.reading)
        completeAction(of: index, text, &state.reading)
        shareLevel(index, state.facts, text, &state.reading)
        nameAttendance(&state.reading)
        readSigns(of: index, text, &state.reading)
        shareAction(index, state.facts, text, &state.reading)
        shareDoing(index, state.facts, text, &state.reading)
        readFrame(of: index, text, &state.reading)
        shareAction(back: index, state.reading, text, among: &state.facts)
        // 2020年建成的小区有5个，涉及居民900户: whom it concerns is dated no more than what was built.
        if state.reading.isOfFounding,
            state.reading.action == nil || state.reading.verb.map({ tokens[$0].kinds.contains(.concern) }) ?? false
        {
            state.reading.time = nil
            state.reading.isUndated = true
        }
    }

    /// Whether 其中 stands before a figure, and no semicolon with a doing of its own behind it: 其中限上企业3家；规上企业净增4家.
    private func isToldAsPart(_ reading: QuantityReading, at place: Int) -> Bool {
        guard let part = tokens[..<place].lastIndex(where: { $0.has(.part) }) else { return false }
        guard let verb = reading.verb, reading.phrase.map({ !$0.contains(verb) }) ?? true else { return true }
        return !semicolons.contains { part < $0 && $0 < verb }
    }

    /// 提高0.3个百分点和1.6个百分点: the verb governs the whole list.
    private func shareChange(_ index: Int, _ facts: [QuantityReading], _ reading: inout QuantityReading) {
        guard index > 0, facts[index - 1].change != .none, reading.change == .none,
            unitDimension(of: facts[index - 1].quantity) == unitDimension(of: reading.quantity),
            tokens[(places[index - 1] + 1)..<places[index]].allSatisfy({ $0.isMark(.pause) || $0.has(.and) })
        else { return }
        reading.change = facts[index - 1].change
    }

    /// 由26支发展到31支: a level is of the kind of the one that it has come about from, and how it came about is no doing.
    private func shareLevel(
        _ index: Int, _ facts: [QuantityReading], _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        guard followsLevel(index, text), facts[index - 1].item == reading.item else { return }
        (reading.action, reading.verb) = (facts[index - 1].action, facts[index - 1].verb)
        reading.isStockWorded = facts[index - 1].isStockWorded
    }

    func unit(_ quantity: Quantity) -> MeasureWord? { quantity.unit.map { tools.units.units[$0] } }

    func unitDimension(of quantity: Quantity) -> Dimension? { quantity.unit.map { tools.units.units[$0].dimension } }

    /// Parts of a whole after 其中, and equivalents in brackets.
    private func link(
        _ index: Int, _ readings: [QuantityReading], _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        guard index > 0 else { return }
        let place = places[index]
        if place > 0, tokens[place - 1].isMark(.openBracket), places[index - 1] == place - 2 {
            reading.equivalentTo = index - 1
            reading.item = readings[index - 1].item
            reading.rule = "item.equivalent"
            return
        }
        var depth = 0
        for position in stride(from: place, to: places[0], by: -1) {
            // 28家企业（其中外地企业12家）带来岗位460个: what brackets enclose reaches no further
            if tokens[position].isMark(.closeBracket) { depth += 1 }
            if tokens[position].isMark(.openBracket), depth > 0 { depth -= 1 }
            guard depth == 0, tokens[position].has(.part) else { continue }
            // 登记企业2318户，增长12.6%，其中个体户1549户: a part of what has grown, and not of the growth
            guard
                var whole = wholeAddedUp(behind: position, index, readings)
                    ?? wholeThatChanged(before: position, readings, reading)
                    ?? readings.indices.last(where: {
                        places[$0] < position
                            && (readings[$0].change == .none || unitDimension(of: quantities[$0]) != .ratio)
                    })
            else { return }
            if whole > 0, readings[whole].rule == "item.completed", quantities[whole].unit != reading.quantity.unit,
                quantities[whole - 1].unit == reading.quantity.unit
            {
                // 签约项目23个，总投资68亿元，其中亿元以上项目9个: of the projects, and not of what they cost
                whole -= 1
            }
            let same =
                unitDimension(of: quantities[whole]) == unitDimension(of: reading.quantity)
                && !goesOnBeyond(whole, from: position, index, readings, reading)
            // 减少60件，其中咨询类减少40件: and so is a part of a change that goes the same way
            let change = readings[whole].change
            if same,
                reading.change == .none || reading.change == change && quantities[whole].unit == reading.quantity.unit
            {
                takeWhole(whole, readings, &reading)
            }
            return
        }
        if let whole = wholeOutside(index), reading.change == .none { takeWhole(whole, readings, &reading) }
        if reading.partOf == nil, isRemainder(place), reading.change == .none,
            let whole = quantities[..<index].firstIndex(where: { $0.unit == reading.quantity.unit })
        {
            // 发现37处，整改35处，其余2处: the rest is a part of what was counted first.
            reading.partOf = whole
        }
    }

    /// 收到27件，较上周增加5件，其中噪声扰民12件: what has grown, where the part is too large for one of its growth.
    private func wholeThatChanged(
        before part: Int, _ readings: [QuantityReading], _ reading: QuantityReading
    ) -> Int? {
        guard reading.change == .none, let last = readings.indices.last(where: { places[$0] < part }),
            readings[last].change != .none, readings[last].quantity.value < reading.quantity.value,
            let name = unit(reading.quantity)?.name, unit(quantities[last])?.name == name
        else { return nil }
        return readings.indices.last {
            places[$0] < part && readings[$0].change == .none && unit(quantities[$0])?.name == name
        }
    }

    /// 其中限上企业3家；规上企业净增4家，达到37家: whether a figure behind 其中 is no part of the whole any more: it is larger, or what is told
    /// of it in a clause of its own is told behind a semicolon, of things in another unit, or of more than were left.
    private func goesOnBeyond(
        _ whole: Int, from part: Int, _ index: Int, _ readings: [QuantityReading], _ reading: QuantityReading
    ) -> Bool {
        let isAlike = unit(quantities[whole])?.name == unit(reading.quantity)?.name
        if isAlike, reading.quantity.value > quantities[whole].value { return true }
        guard let verb = reading.verb, verb > part, verb < places[index],
            tokens[part..<verb].contains(where: \.endsClause), reading.phrase.map({ !$0.contains(verb) }) ?? true
        else { return false }
        if semicolons.contains(where: { part < $0 && $0 < places[index] }) { return true }
        guard isAlike else { return unitDimension(of: reading.quantity) == .count }
        var sum: Number? = reading.quantity.value
        for other in readings where other.partOf == whole && unit(other.quantity)?.name == unit(reading.quantity)?.name
        {
            sum = sum?.adding(other.quantity.value)
        }
        return sum.map { $0 > quantities[whole].value } ?? true
    }

    /// Fields that things belong to.
    private static let fields: WordList = [
        "行业", "领域", "门类", "工种", "学科", "专业", "方面", "板块", "环节", "类别", "主题", "产业",
    ]

    /// No list of parts that is added up is longer.
    static let longestSplit = 12

    /// 受理182件，调解180件，其中物业纠纷118件、劳资纠纷64件: the figure before 其中 that two or more behind it add up to.
    private func wholeAddedUp(behind part: Int, _ index: Int, _ readings: [QuantityReading]) -> Int? {
        guard let first = places.firstIndex(where: { $0 > part }), first > 1, let unit = quantities[index].unit else {
            return nil
        }
        var sum = Number.zero
        var last = first
        while last < places.count, last - first < SentenceReader.longestSplit, quantities[last].unit == unit,
            !tokens[part..<places[last]].contains(where: { $0.isMark(.sentenceEnd) })
        {
            guard let more = sum.adding(quantities[last].value) else { return nil }
            sum = more
            last += 1
        }
        guard last - first > 1 else { return nil }
        return readings.indices.prefix(first).last {
            quantities[$0].unit == unit && readings[$0].change == .none && quantities[$0].value == sum
        }
    }

    private func takeWhole(_ whole: Int, _ readings: [QuantityReading], _ reading: inout QuantityReading) {
        // 提供岗位430个，涵盖餐饮、家政等8个行业: what they are about is no part of them
        guard whole < readings.count, !SentenceReader.fields.isEnding(of: reading.item) else { return }
        reading.partOf = whole
        nameKind(readings[whole], &reading)
        if let verb = reading.verb, ["item.left", "item.doing"].contains(reading.rule),
            reading.phrase?.last == verb, tokens[verb].wordClass == .verbalNoun,
            unit(reading.quantity)?.name == unit(quantities[whole])?.name
        {
            // 设摊位18个，其中家电维修3个: the doing says which of them are meant
            (reading.action, reading.verb) = (nil, nil)
            reading.isStockWorded = readings[whole].isStockWorded
        }
        // 新增停车位85个（其中充电车位16个）: a part of what was added was added.
        if reading.action == nil, !reading.isStockWorded { reading.action = readings[whole].action }
    }

    /// 27家（批发21家、零售2家）: a list in the brackets right behind a figure splits it.
    private func wholeOutside(_ index: Int) -> Int? {
        guard let name = unit(quantities[index])?.name else { return nil }
        var position = places[index] - 1
        while position > 0, places[index] - position < 40 {
            if tokens[position].isMark(.closeBracket) || tokens[position].isMark(.sentenceEnd) { return nil }
            if tokens[position].isMark(.openBracket) {
                guard case .quantity(let whole) = tokens[position - 1].kind, unit(quantities[whole])?.name == name
                else { return nil }
                return whole
            }
            position -= 1
        }
        return nil
    }
}
