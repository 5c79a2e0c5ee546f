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
    var isStockWorded = false
    /// 已 or its like stands before the figure.
    var isDone = false
    /// 目前 or its like says that it holds now.
    var isNow = false
    /// It is a size that 的 joins to one thing: 210平方米的食堂.
    var isOfOne = false
    var confidence: Confidence = .high
    var reason: String?
    var rule = ""

    /// Says what is counted, by which rule, and why that is not sure.
    mutating func name(_ item: String, by rule: String, _ confidence: Confidence, because reason: String?) {
        self.item = item
        self.rule = rule
        self.confidence = confidence
        self.reason = reason
    }
}

/// Reads the grammar of one sentence: what each of its quantities counts, and how.
struct SentenceReader: Sendable {
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

    init(
        tokens: [Token], quantities: [Quantity], times: [TimeExpression], tools: ReadingTools,
        published: CalendarDate?, text: Span<UInt8>
    ) {
        self.published = published
        self.tokens = tokens
        self.quantities = quantities
        self.times = times
        self.tools = tools
        let papers = tokens.indices.filter { SentenceReader.isPaper(tokens[$0], text) }
        phrases = NounPhrases(tokens: tokens, papers: papers)
        var nows: [Int] = []
        for time in times {
            for word in ["目前", "如今", "现在", "当前"] as [StaticString] where text.has(word, at: time.start) {
                nows.append(time.start)
            }
        }
        self.nows = nows
        var deadlines: [Int] = []
        for time in times
        where text.has("底前", before: time.end) || text.has("末前", before: time.end)
            || text.has("日前", before: time.end)
                && time.from != nil
        {
            // A deadline that is past tells of something done by then.
            if time.to == nil || published.map({ time.to ?? $0 >= $0 }) ?? false { deadlines.append(time.start) }
        }
        self.deadlines = deadlines
        var sameStretch: [Int] = []
        for time in times where text.has("同期", before: time.end) { sameStretch.append(time.start) }
        self.sameStretch = sameStretch
        var places = Array(repeating: 0, count: quantities.count)
        var founding: [Int] = []
        var afterwards: [Int] = []
        var drafts: [Int] = []
        var semicolons: [Int] = []
        let foundings = SentenceReader.foundings
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .quantity(let number):
                if number < places.count { places[number] = index }
            case .mark(.clauseEnd):
                if text.has("；", at: token.start) || text.has(";", at: token.start) { semicolons.append(index) }
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
        self.semicolons = semicolons
    }

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
    }

    /// - Parameters:
    ///   - memory: what the paragraph has counted so far; the sentence adds to it.
    ///   - planned: whether the section speaks of plans.
    func readings(_ text: Span<UInt8>, memory: inout ItemMemory, planned: Bool) -> [QuantityReading] {
        guard let first = quantities.first else { return [] }
        var state = State(reading: QuantityReading(quantity: first), memory: ItemMemory())
        // Exchanged, so that what it holds is not copied.
        swap(&state.memory, &memory)
        defer { swap(&state.memory, &memory) }
        state.facts.reserveCapacity(quantities.count)
        // The items that were handed out to a row of figures, the first of those, and whether the figure before had one.
        var distributed: (first: Int, items: [String]) = (0, [])
        var wasDistributed = false
        for index in quantities.indices {
            state.reading = QuantityReading(quantity: quantities[index])
            state.modifier = ""
            let (left, perFloor) = leftContext(of: index, text, &state.reading)
            let floor = max(state.floor, perFloor, index > 0 ? places[index - 1] + 1 : 0)
            readTime(of: index, text, &state.reading)
            readStatus(of: index, planned: planned, text, &state.reading)
            if left > 0, state.reading.quantity.qualifier == .exact, state.reading.quantity.upper == nil,
                phrases.isVerbal(tokens[left])
            {
                // 至少组织1次
                if text.has("至少", at: tokens[left - 1].start) { state.reading.quantity.qualifier = .over }
                if text.has("至多", at: tokens[left - 1].start) || text.has("最多", at: tokens[left - 1].start) {
                    state.reading.quantity.qualifier = .under
                }
            }
            if index - distributed.first >= distributed.items.count,
                let shared = distribution(at: index, left: left, floor: floor, known: state.facts, text)
            {
                distributed = (index, shared)
            }
            let isDistributed = index - distributed.first < distributed.items.count
            defer { wasDistributed = isDistributed }
            if isDistributed {
                state.reading.item = distributed.items[index - distributed.first]
                state.reading.rule = "item.distributed"
                if wasDistributed, state.reading.change == .none {
                    state.reading.change = state.facts[index - 1].change
                }
            } else {
                readItem(of: index, left: left, floor: floor, text, &state)
                refineItem(index, text, &state)
            }
            if index > 0, state.facts[index - 1].isTotal, !state.reading.isStockWorded,
                state.facts[index - 1].time?.start == state.reading.time?.start,
                !semicolons.contains(where: { places[index - 1] < $0 && $0 < places[index] })
            {
                // 累计策划项目14个，签约项目19个
                state.reading.isTotal = true
            }
            shareChange(index, state.facts, &state.reading)
            completeAction(of: index, text, &state.reading)
            shareAction(index, state.facts, &state.reading)
            if index > 0 { shareAction(back: index, state.reading, to: &state.facts[index - 1]) }
            if state.reading.isOfFounding, state.reading.action == nil {
                state.reading.time = nil
                state.reading.isUndated = true
            }
            link(index, state.facts, text, &state.reading)
            state.facts.append(state.reading)
            if state.reading.change == .none {
                let isPart = state.reading.partOf != nil || tokens[..<places[index]].contains { $0.has(.part) }
                state.memory.append(
                    ItemMemory.Entry(state.reading, unit: unit(state.reading.quantity), isPart: isPart))
            }
        }
        return state.facts
    }

    /// 提高0.3个百分点和1.6个百分点: the verb governs the whole list.
    private func shareChange(_ index: Int, _ facts: [QuantityReading], _ reading: inout QuantityReading) {
        guard index > 0, facts[index - 1].change != .none, reading.change == .none,
            unitDimension(of: facts[index - 1].quantity) == unitDimension(of: reading.quantity),
            tokens[(places[index - 1] + 1)..<places[index]].allSatisfy({ $0.isMark(.pause) || $0.has(.and) })
        else { return }
        reading.change = facts[index - 1].change
    }

    func unit(_ quantity: Quantity) -> MeasureWord? { quantity.unit.map { tools.units.units[$0] } }

    func unitDimension(of quantity: Quantity) -> Dimension? { quantity.unit.map { tools.units.units[$0].dimension } }

    private static let papers: WordList = ["书", "单", "表", "卷", "页", "册", "函", "传单"]

    private static func isPaper(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.kind == .word && token.wordClass == .noun && token.end - token.start >= 6
            && papers.ends(in: text, at: token.end)
    }

    // MARK: left of the number

    private static let multipliers: WordList = ["百", "千", "万", "亿"]

    /// Reads qualifiers, changes and links to the left of a quantity; returns the token where a noun phrase may end.
    private func leftContext(
        of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) -> (left: Int, floor: Int) {
        var floor = 0
        var position = places[index] - 1
        var level = false
        var seenChange = false
        let measures = SentenceReader.measures.contains(unitDimension(of: reading.quantity) ?? .count)
        walking: while position >= 0, places[index] - position < 24 {
            let token = tokens[position]
            if token.has(.de), position > 0, let time = timeBefore(position) {
                // 从2020年的5.2万元, 由去年同期的22%: the time only says when.
                if text.has("到", at: tokens[time].start) || text.has("至", at: tokens[time].start) { level = true }
                position = time - 1
                continue
            }
            if token.has(.de), let from = fromBefore(position) {
                // 由开业初的90人上升到260人
                position = from - 1
                continue
            }
            if position == places[index] - 1, isColon(token, text), position > 0 {
                // 注册用户：1.25万户
                position -= 1
                continue
            }
            if token.isTime {
                if text.has("到", at: token.start) || text.has("至", at: token.start) { level = true }
                // 比去年增长: the time belongs to the comparison.
                if position > 0, tokens[position - 1].has(.comparison) || tokens[position - 1].has(.from) {
                    if tokens[position - 1].has(.comparison) {
                        reading.comparison = text.string(ofDocument: tokens[position - 1].start..<token.end)
                    }
                    position -= 2
                    continue
                }
                // 提高到2025年的…: 截至6月底 between subject and figure
                if position > 0, position + 1 < places[index], tokens[position - 1].kind == .word {
                    position -= 1
                    continue
                }
                break
            }
            guard token.kind == .word else { break }
            if token.has(.over) || token.has(.under) || token.has(.about) {
                if seenChange || token.has(.gap) && !(position + 1 == places[index]) { break }
                if reading.quantity.upper == nil, reading.quantity.qualifier == .exact {
                    reading.quantity.qualifier = token.has(.over) ? .over : token.has(.under) ? .under : .about
                }
            } else if token.has(.gap) {
                seenChange = true
            } else if let way = SentenceReader.comparative(token, text),
                let compared = comparisonStart(before: position - 1)
            {
                // 比去年多了180名; 比周边便宜两成 is the distance to something else.
                if !seenChange, isPast(compared, text) { reading.change = way }
                seenChange = true
            } else if improves(token, position, places[index], reading, text) {
                // 建筑立面提升128158平方米: a doing
                break
            } else if token.has(.increase) || token.has(.decrease) {
                if token.has(.to) || level {
                    level = true
                } else {
                    if !seenChange { reading.change = token.has(.increase) ? .increase : .decrease }
                    seenChange = true
                }
            } else if token.has(.to) || token.has(.arrive) {
                level = true
            } else if token.has(.comparison) {
                reading.comparison = text.string(ofDocument: token.start..<token.end)
                // 同比-3.1%
                if measures, position + 1 == places[index], !seenChange { reading.change = .increase }
            } else if position + 1 == places[index], token.end - token.start == 3, text.has("在", at: token.start),
                reading.quantity.unit != nil
            {
                // 月薪多在4000元至7000元
                if position > 0, text.has("多", at: tokens[position - 1].start),
                    tokens[position - 1].end - tokens[position - 1].start == 3
                {
                    position -= 1
                }
            } else if token.has(.reach) {
                if token.has(.done) { reading.isDone = true }
                if token.has(.stock) { reading.isStockWorded = true }
                if token.has(.share) { seenChange = true }
            } else if token.has(.determiner), position > 0, tokens[position - 1].has(.share) {
                // 占全区四分之一
            } else if token.has(.sum) {
                reading.isTotal = true
            } else if position + 1 == places[index], text.has("过", at: token.start), token.end - token.start == 3,
                SentenceReader.multipliers.begins(in: text, at: tokens[places[index]].start)
            {
                // 过亿元, 过百家
                if reading.quantity.upper == nil, reading.quantity.qualifier == .exact {
                    reading.quantity.qualifier = .over
                }
            } else if token.has(.part) || token.has(.from) || token.has(.aspect) || token.has(.distribute)
                || token.has(.average) && position + 1 == places[index] && position > 0
                    && tokens[position - 1].has(.from)
            {
                // passed over; 由平均6分钟压缩到90秒
            } else if level, token.wordClass == .verb, position + 1 < places[index], tokens[position + 1].has(.arrive) {
                // 恢复|到九成
            } else if token.wordClass == .time, position > 0, tokens[position - 1].has(.from) {
                // 由过去每月50余起降到两三起
            } else if token.has(.plan), position + 1 < places[index], !tokens[position + 1].endsClause {
                // 率将达到85%: the plan stands between the indicator and its figure.
            } else if token.wordClass == .conjunction, !token.has(.and),
                position + 1 < places[index] || token.end - token.start > 3
            {
                // 面积虽然只有80平方米
            } else if token.wordClass == .adverb || seenChange && token.wordClass == .adjective {
                // 已, 仅, 年均, 缓慢 …
                if token.has(.done) { reading.isDone = true }
            } else if let basis = basisStart(before: position, text) {
                // 按可比价计算分别下降4.4%
                position = basis - 1
                continue walking
            } else if measures, let gap = gapStart(before: position) {
                // 高于全市平均水平0.3个百分点
                reading.comparison = text.string(ofDocument: tokens[gap].start..<tokens[position].end)
                seenChange = true
                position = gap - 1
                continue walking
            } else if seenChange, let compared = comparisonStart(before: position) {
                reading.comparison = text.string(ofDocument: tokens[compared].start..<tokens[position].end)
                position = compared - 1
                continue walking
            } else if let base = perBase(at: position, text) {
                reading.per = base.text
                if base.end < position {
                    floor = base.end + 1
                    break
                }
                position = base.start - 1
                continue walking
            } else {
                break
            }
            position -= 1
        }
        if reading.quantity.impliedChange != .none { reading.change = reading.quantity.impliedChange }
        return (position, floor)
    }

    /// Whether 提升 and its like say what is done to a thing, and not that a size grew: they do right before the extent of
    /// a thing that is no size itself.
    private func improves(
        _ token: Token, _ position: Int, _ place: Int, _ reading: QuantityReading, _ text: Span<UInt8>
    ) -> Bool {
        guard token.has(.increase), position + 1 == place, position > 0,
            [.area, .length, .count].contains(unitDimension(of: reading.quantity) ?? .ratio),
            reading.quantity.unit != nil,
            text.has("提升", at: token.start) || text.has("拓宽", at: token.start) || text.has("改善", at: token.start)
        else { return false }
        let before = tokens[position - 1]
        return before.kind == .word && !before.has(.magnitude) && !before.has(.attribute) && !before.has(.sizeWrapper)
            && !before.has(.comparison) && before.wordClass != .adverb
    }

    /// Which way an adjective compares: 多 and 高 upwards, 少 and 便宜 downwards.
    private static func comparative(_ token: Token, _ text: Span<UInt8>) -> Change? {
        guard token.end - token.start <= 6 else { return nil }
        if upwards.contains(token.start..<token.end, of: text) { return .increase }
        return downwards.contains(token.start..<token.end, of: text) ? .decrease : nil
    }

    private static let upwards: WordList = ["多", "高", "贵", "长", "快", "大", "重"]
    private static let downwards: WordList = ["少", "低", "便宜", "短", "慢", "小", "轻"]

    /// Whether 比 or 较 stands before another time, and not before something else of today.
    private func isPast(_ comparison: Int, _ text: Span<UInt8>) -> Bool {
        guard tokens[comparison].end - tokens[comparison].start == 3, comparison + 1 < tokens.count else { return true }
        let base = tokens[comparison + 1]
        return base.isTime || base.wordClass == .time || base.wordClass == .adverb || base.has(.period)
            || base.isQuantity || text.has("前", before: base.end) || text.has("上", at: base.start)
    }

    func isColon(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.endsClause && (text.has("：", at: token.start) || text.has(":", at: token.start))
    }

    /// 从 or 由 to the left of a 的, with a word or two between.
    private func fromBefore(_ de: Int) -> Int? {
        var index = de - 1
        while index >= 0, de - index < 8, tokens[index].kind == .word {
            if tokens[index].has(.from) { return index }
            index -= 1
        }
        return nil
    }

    /// The time right before a 的, as in 2020年的 or 去年同期的.
    private func timeBefore(_ de: Int) -> Int? {
        for back in 1...2 where de >= back {
            if tokens[de - back].isTime { return de - back }
            guard back == 1, tokens[de - 1].kind == .word, tokens[de - 1].has(.period) else { return nil }
        }
        return nil
    }

    /// 按 before a 计算 to the left.
    private func basisStart(before position: Int, _ text: Span<UInt8>) -> Int? {
        guard text.has("计算", at: tokens[position].start) || text.has("口径", at: tokens[position].start) else {
            return nil
        }
        var index = position - 1
        while index >= 0, position - index < 5, tokens[index].kind == .word {
            if text.has("按", at: tokens[index].start) { return index }
            index -= 1
        }
        return nil
    }

    /// 高于 or 低于 to the left, within the clause, with what is compared between it and the number.
    private func gapStart(before position: Int) -> Int? {
        var index = position
        while index >= 0, position - index < 7 {
            let token = tokens[index]
            if token.has(.gap), index < position { return index }
            // 高于同期全国工业和制造业增速5.9个百分点
            if token.kind != .word && !token.isTime || token.wordClass == .verb && !token.has(.gap) { return nil }
            index -= 1
        }
        return nil
    }

    /// 比上年 or 较年初 to the left, within the clause.
    private func comparisonStart(before position: Int) -> Int? {
        var index = position
        while index >= 0, position - index < 6 {
            let token = tokens[index]
            if token.has(.comparison) { return index }
            if token.endsClause || token.isQuantity || token.isMark(.pause) || token.wordClass == .verb { return nil }
            index -= 1
        }
        return nil
    }

    /// 每户, 每百人 before the number; a word or two may stand between (每户补贴500元).
    private func perBase(at position: Int, _ text: Span<UInt8>) -> (start: Int, end: Int, text: String)? {
        var index = position
        while index >= 0, position - index < 4 {
            if text.has("每", at: tokens[index].start) {
                var end = index
                // 每|餐: the measure word may be a token of its own.
                if tokens[index].end - tokens[index].start == 3, end < position { end += 1 }
                return (index, end, text.string(ofDocument: tokens[index].start..<tokens[end].end))
            }
            guard tokens[index].kind == .word,
                phrases.isNominal(tokens[index]) || phrases.isVerbal(tokens[index])
                    || tokens[index].wordClass == .pronoun
            else { return nil }
            index -= 1
        }
        return nil
    }

    // MARK: links

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
        for position in stride(from: place, to: places[0], by: -1) where tokens[position].has(.part) {
            guard let whole = places.lastIndex(where: { $0 < position }) else { return }
            let same = unitDimension(of: quantities[whole]) == unitDimension(of: reading.quantity)
            if same, reading.change == .none { takeWhole(whole, readings, &reading) }
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

    private func takeWhole(_ whole: Int, _ readings: [QuantityReading], _ reading: inout QuantityReading) {
        reading.partOf = whole
        guard whole < readings.count else { return }
        nameKind(readings[whole], &reading)
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
