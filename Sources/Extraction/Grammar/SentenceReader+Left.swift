import Facts
import Scanning
import Units

/// What stands right before a number and belongs to the figure: qualifiers, changes, comparisons, the base of a rate.
extension SentenceReader {
    static let upwards: WordList = ["多", "高", "贵", "长", "快", "大", "重"]

    static let downwards: WordList = ["少", "低", "便宜", "短", "慢", "小", "轻"]

    private static let streaks: WordList = ["天", "日", "周", "月", "季度", "年", "小时"]

    /// What is done with money, behind 多 and 少.
    private static let payments: WordList = ["收", "付", "交", "缴", "花", "出", "掏", "赚", "挣", "领", "拿", "补"]

    static let multipliers: WordList = ["百", "千", "万", "亿"]

    /// A walk to the left of a figure, over the words that belong to it.
    private struct LeftWalk {
        /// The token of the figure.
        let place: Int
        /// Whether the figure measures something, so that 同比 before it tells of a change.
        let measures: Bool
        /// The token that is looked at.
        var position: Int
        /// Before which token no noun phrase may begin.
        var floor = 0
        /// Whether a word told that the figure is what a change has come to: 提高到.
        var isLevel = false
        /// Whether a word told of a change or of a distance, so that no other one does: 同比增长.
        var hasChange = false

        /// Whether the token stands right before the figure.
        var isAdjacent: Bool { position + 1 == place }
    }

    /// What a token is to the walk that comes to it.
    private enum Step {
        /// It belongs to the figure, and the walk goes on to the one before.
        case passes
        /// It belongs to it with others, and the walk has gone over them.
        case jumps
        /// The walk ends here.
        case ends
    }

    /// Reads qualifiers, changes and links to the left of a quantity; returns the token where a noun phrase may end.
    func leftContext(
        of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) -> (left: Int, floor: Int) {
        let place = places[index]
        takeBound(tokens[place], &reading.quantity)
        let measures = SentenceReader.measures.contains(unitDimension(of: reading.quantity) ?? .count)
        var walk = LeftWalk(place: place, measures: measures, position: place - 1)
        walking: while walk.position >= 0, place - walk.position < 24 {
            switch step(&walk, text, &reading) {
            case .passes: walk.position -= 1
            case .jumps: continue
            case .ends: break walking
            }
        }
        if reading.quantity.impliedChange != .none { reading.change = reading.quantity.impliedChange }
        return (walk.position, walk.floor)
    }

    /// One step of the walk: over a time, how long something has been so, or a word.
    private func step(_ walk: inout LeftWalk, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Step {
        let token = tokens[walk.position]
        if skipsDe(&walk, text) { return .jumps }
        if walk.isAdjacent, isColon(token, text), walk.position > 0 {
            // 注册用户：1.25万户
            return .passes
        }
        if token.isTime || isTimeWordBehindNoun(walk) { return stepOverTime(&walk, text, &reading) }
        if !walk.isAdjacent, let streak = streakStart(endingAt: walk.position, text) {
            // 同比涨幅连续10个月超过2%: for how long it has been so
            walk.position = streak - 1
            return .jumps
        }
        guard token.kind == .word else { return .ends }
        if token.has(.average), !token.has(.reach) { reading.isAverage = true }
        if let step = stepOverChange(&walk, text, &reading) { return step }
        if isLink(&walk, text, &reading) { return .passes }
        return stepOverPhrase(&walk, text, &reading)
    }

    /// 停车位|白天|有12个: whether a word for a time parts a noun from the verb.
    private func isTimeWordBehindNoun(_ walk: LeftWalk) -> Bool {
        let position = walk.position
        return tokens[position].wordClass == .time && tokens[position].kind == .word && position > 0
            && phrases.isNominal(tokens[position - 1]) && !phrases.isVerbal(tokens[position - 1])
    }

    /// Skips a 的 with what it joins to the figure, where that only tells of which of two levels the figure is.
    private func skipsDe(_ walk: inout LeftWalk, _ text: Span<UInt8>) -> Bool {
        let de = walk.position
        guard tokens[de].has(.de) else { return false }
        if de > 0, let time = timeBefore(de) {
            // 从2020年的5.2万元, 由去年同期的22%: the time only says when.
            if arrives(at: tokens[time], text) { walk.isLevel = true }
            walk.position = time - 1
            return true
        }
        if de > 2, text.has("次", before: tokens[de - 1].end),
            let arrive = tokens[max(0, de - 4)..<de].lastIndex(where: { $0.has(.arrive) || $0.has(.to) })
        {
            // 从第一次的四成涨到|最后一次的|八成五
            walk.isLevel = true
            walk.position = arrive
            return true
        }
        if let from = fromBefore(de) {
            // 由开业初的90人上升到260人
            walk.position = from - 1
            return true
        }
        return false
    }

    /// 到2025年: whether a time begins with the word that leads to a level.
    private func arrives(at time: Token, _ text: Span<UInt8>) -> Bool {
        text.has("到", at: time.start) || text.has("至", at: time.start)
    }

    /// Over a time that a comparison is with, or that stands between a subject and its figure.
    private func stepOverTime(
        _ walk: inout LeftWalk, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) -> Step {
        let position = walk.position
        let time = tokens[position]
        if arrives(at: time, text) { walk.isLevel = true }
        guard position > 0 else { return .ends }
        let before = tokens[position - 1]
        // 比去年增长: the time belongs to the comparison.
        if before.has(.comparison) || before.has(.from) {
            if before.has(.comparison) { reading.comparison = text.string(ofDocument: before.start..<time.end) }
            walk.position -= 2
            return .jumps
        }
        // 提高到2025年的…: 截至6月底 between subject and figure; 出口今年上半年1.7万亿元
        let isBetween =
            before.kind == .word
            && (!walk.isAdjacent
                || phrases.closes(at: walk.place + 1) && phrases.isNominal(before) && phrases.scalars(before) > 1)
        return isBetween ? .passes : .ends
    }

    /// Over a word that bounds the figure, or tells of a change or a distance: 超过, 高于, 少收, 增长.
    private func stepOverChange(
        _ walk: inout LeftWalk, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) -> Step? {
        let position = walk.position
        let token = tokens[position]
        let isMoney = unitDimension(of: reading.quantity) == .money
        if token.has(.over) || token.has(.under) || token.has(.about) {
            if walk.hasChange || token.has(.gap) && !walk.isAdjacent { return .ends }
            if !isRecord(position, before: walk.place, text) { takeBound(token, &reading.quantity) }
            return .passes
        }
        if token.has(.gap) {
            walk.hasChange = true
            return .passes
        }
        if let way = SentenceReader.comparative(token, text), let compared = comparisonStart(before: position - 1) {
            // 比去年多了180名; 比周边便宜两成 is the distance to something else.
            if !walk.hasChange, isPast(compared, text) { reading.change = way }
            walk.hasChange = true
            return .passes
        }
        if isMoney, position > 1, SentenceReader.payments.contains(token.start..<token.end, of: text),
            let way = SentenceReader.comparative(tokens[position - 1], text),
            let compared = comparisonStart(before: position - 2)
        {
            // 比去年少|收20元: by how much what was told before differs
            if !walk.hasChange, isPast(compared, text) { reading.change = way }
            walk.hasChange = true
            walk.position -= 1
            return .passes
        }
        // 建筑立面提升128158平方米: a doing
        if improves(token, position, walk.place, reading, text) { return .ends }
        if text.has("增收", at: token.start), isMoney, position == 0 || !tokens[position - 1].has(.comparison) {
            // 户均增收1.1万元: the verb names what has grown
            reading.change = .increase
            return .ends
        }
        guard token.has(.increase) || token.has(.decrease) else { return nil }
        if token.has(.to) || walk.isLevel {
            walk.isLevel = true
        } else {
            if !walk.hasChange { reading.change = token.has(.increase) ? .increase : .decrease }
            walk.hasChange = true
        }
        return .passes
    }

    /// Whether a word links a subject, a change or a plan to the figure: 达到, 同比, 共, 由, 预计.
    private func isLink(_ walk: inout LeftWalk, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Bool {
        let position = walk.position
        let token = tokens[position]
        let before = position > 0 ? tokens[position - 1] : nil
        let length = token.end - token.start
        if token.has(.to) || token.has(.arrive) {
            walk.isLevel = true
        } else if walk.measures, token.has(.causative), phrases.scalars(token) == 2, text.has("确保", at: token.start) {
            // 还田率要确保95%以上: what is asked for is the level
        } else if token.has(.comparison) {
            reading.comparison = text.string(ofDocument: token.start..<token.end)
            // 同比-3.1%
            if walk.measures, walk.isAdjacent, !walk.hasChange { reading.change = .increase }
        } else if walk.isAdjacent, length == 3, text.has("在", at: token.start), reading.quantity.unit != nil {
            // 月薪多在4000元至7000元
            if let before, text.has("多", at: before.start), before.end - before.start == 3 { walk.position -= 1 }
        } else if token.has(.reach) {
            if token.has(.done) { reading.isDone = true }
            if token.has(.stock) { reading.isStockWorded = true }
            if token.has(.share) { walk.hasChange = true }
        } else if token.has(.determiner), let before, before.has(.share) {
            // 占全区四分之一
        } else if token.has(.sum) {
            reading.isTotal = true
        } else if walk.isAdjacent, text.has("过", at: token.start), length == 3,
            SentenceReader.multipliers.begins(in: text, at: tokens[walk.place].start)
        {
            // 过亿元, 过百家
            if reading.quantity.upper == nil, reading.quantity.qualifier == .exact {
                reading.quantity.qualifier = .over
            }
        } else if token.has(.part) || token.has(.from) || token.has(.aspect) || token.has(.distribute)
            || token.has(.average) && walk.isAdjacent && before?.has(.from) ?? false
        {
            // passed over; 由平均6分钟压缩到90秒
        } else if walk.isLevel, token.wordClass == .verb, !walk.isAdjacent, tokens[position + 1].has(.arrive) {
            // 恢复|到九成
        } else if token.wordClass == .time, before?.has(.from) ?? false {
            // 由过去每月50余起降到两三起
        } else if standsBetween(plan: position, walk) {
            // 率将达到85%, 需求将超800人, 产量预计20吨: the plan stands between the indicator and its figure.
            if tellsWhoseTarget(position, text) { walk.position -= 1 }
        } else {
            return false
        }
        return true
    }

    /// Whether a word of planning leads on to the figure, with other words between, or to its bound.
    private func standsBetween(plan position: Int, _ walk: LeftWalk) -> Bool {
        let token = tokens[position]
        return token.has(.plan) && !tokens[position + 1].endsClause
            && (!walk.isAdjacent || tokens[walk.place].has([.over, .under, .about])
                || token.wordClass == .verb && !token.has(.transitive) && phrases.scalars(token) == 2)
    }

    /// 院落改造|市级目标为30个: whether the word before a target tells whose it is, or for when.
    private func tellsWhoseTarget(_ target: Int, _ text: Span<UInt8>) -> Bool {
        tokens[target].wordClass == .noun && target > 1 && tokens[target - 1].kind == .word
            && (tokens[target - 1].wordClass == .attributive || text.has("年度", at: tokens[target - 1].start))
            && phrases.isNominal(tokens[target - 2])
    }

    /// Over a phrase of more than one word: what a change is measured against, or for each of what the figure is.
    private func stepOverPhrase(
        _ walk: inout LeftWalk, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) -> Step {
        let position = walk.position
        let token = tokens[position]
        if let likened = likenedStart(before: position, text) {
            // 与去年同期相比增长5%
            reading.comparison = text.string(ofDocument: tokens[likened].start..<token.end)
            walk.position = likened - 1
            return .jumps
        }
        if token.wordClass == .conjunction, !token.has(.and), !walk.isAdjacent || token.end - token.start > 3 {
            // 面积虽然只有80平方米
            return .passes
        }
        if token.wordClass == .adverb || walk.hasChange && token.wordClass == .adjective {
            // 已, 仅, 年均, 缓慢 …
            if token.has(.done) { reading.isDone = true }
            return .passes
        }
        if let basis = basisStart(before: position, text) {
            // 按可比价计算分别下降4.4%
            walk.position = basis - 1
            return .jumps
        }
        if walk.measures, let gap = gapStart(before: position) {
            // 高于全市平均水平0.3个百分点
            reading.comparison = text.string(ofDocument: tokens[gap].start..<token.end)
            walk.hasChange = true
            walk.position = gap - 1
            return .jumps
        }
        if walk.hasChange, let compared = comparisonStart(before: position) {
            reading.comparison = text.string(ofDocument: tokens[compared].start..<token.end)
            walk.position = compared - 1
            return .jumps
        }
        let isPrice = walk.isAdjacent && unitDimension(of: reading.quantity) == .money
        guard let base = perBase(at: position, money: isPrice, text) else { return .ends }
        reading.per = base.text
        if base.end < position {
            // 每户|补贴500元: a word between is what is counted, or what is done.
            walk.floor = base.end + 1
            return .ends
        }
        walk.position = base.start - 1
        return .jumps
    }

    /// 单日最多打了265针: whether 最多 says what the most has been, and not how many there may be.
    func isRecord(_ most: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        (text.has("最多", at: tokens[most].start) || text.has("最少", at: tokens[most].start))
            && tokens[most..<place].contains { text.has("了", at: $0.start) }
    }

    /// 约, 近 or 超 before a number that says itself no more than what it is.
    private func takeBound(_ token: Token, _ quantity: inout Quantity) {
        guard token.has([.over, .under, .about]), quantity.upper == nil, quantity.qualifier == .exact else { return }
        quantity.qualifier = token.has(.over) ? .over : token.has(.under) ? .under : .about
    }

    /// Whether 提升 and its like say what is done to a thing, and not that a size grew: they do right before the extent of
    /// a thing that is no size itself.
    func improves(
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
    static func comparative(_ token: Token, _ text: Span<UInt8>) -> Change? {
        guard token.end - token.start <= 6 else { return nil }
        if upwards.contains(token.start..<token.end, of: text) { return .increase }
        return downwards.contains(token.start..<token.end, of: text) ? .decrease : nil
    }

    /// Whether 比 or 较 stands before another time, and not before something else of today.
    func isPast(_ comparison: Int, _ text: Span<UInt8>) -> Bool {
        guard tokens[comparison].end - tokens[comparison].start == 3, comparison + 1 < tokens.count else { return true }
        let base = tokens[comparison + 1]
        return base.isTime || base.wordClass == .time || base.wordClass == .adverb || base.has(.period)
            || base.isQuantity || text.has("前", before: base.end) || text.has("上", at: base.start)
    }

    func isColon(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.endsClause && (text.has("：", at: token.start) || text.has(":", at: token.start))
    }

    /// 从 or 由 to the left of a 的, with a word or two between.
    func fromBefore(_ de: Int) -> Int? {
        var index = de - 1
        while index >= 0, de - index < 8, tokens[index].kind == .word || tokens[index].isTime {
            if tokens[index].has(.from) { return index }
            index -= 1
        }
        return nil
    }

    /// The time right before a 的, as in 2020年的 or 去年同期的.
    func timeBefore(_ de: Int) -> Int? {
        for back in 1...2 where de >= back {
            if tokens[de - back].isTime { return de - back }
            guard back == 1, tokens[de - 1].kind == .word, tokens[de - 1].has(.period) else { return nil }
        }
        return nil
    }

    /// 按 before a 计算 to the left.
    func basisStart(before position: Int, _ text: Span<UInt8>) -> Int? {
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
    func gapStart(before position: Int) -> Int? {
        // 高于同期全国工业和制造业增速5.9个百分点
        let isBroken = { (token: Token) in
            token.kind != .word && !token.isTime || token.wordClass == .verb && !token.has(.gap)
        }
        guard !isBroken(tokens[position]) else { return nil }
        return nearest(.gap, before: position, within: 6, unless: isBroken)
    }

    /// 连续 before a span that ends with a token: 连续|三|天.
    private func streakStart(endingAt last: Int, _ text: Span<UInt8>) -> Int? {
        guard tokens[last].kind == .word, SentenceReader.streaks.ends(in: text, at: tokens[last].end) else {
            return nil
        }
        return (max(1, last - 3)..<max(1, last)).last {
            tokens[$0].kind == .word && text.has("连续", at: tokens[$0].start)
        }
    }

    private static let likenings: WordList = ["与", "和", "同", "跟"]

    /// 与 or 和 to the left of 相比, with the time or the place between that is compared with.
    func likenedStart(before position: Int, _ text: Span<UInt8>) -> Int? {
        guard position > 1, text.has("相比", at: tokens[position].start) else { return nil }
        var index = position - 1
        while index >= 0, position - index < 8, !tokens[index].endsClause, !tokens[index].isQuantity {
            if SentenceReader.likenings.contains(tokens[index].start..<tokens[index].end, of: text) { return index }
            index -= 1
        }
        return nil
    }

    /// 比上年 or 较年初 to the left, within the clause.
    func comparisonStart(before position: Int) -> Int? {
        nearest(.comparison, before: position + 1, within: 6) { token in
            token.endsClause || token.isQuantity || token.isMark(.pause) || token.wordClass == .verb
        }
    }

    /// The nearest of so many tokens before a position that plays a role, unless another stands between that breaks off.
    private func nearest(
        _ role: WordRoles, before position: Int, within limit: Int, unless isBroken: (Token) -> Bool
    ) -> Int? {
        for index in (max(0, position - limit)..<max(0, position)).reversed() {
            if tokens[index].has(role) { return index }
            if isBroken(tokens[index]) { return nil }
        }
        return nil
    }

    /// Verbs of one character that stand between a measure and its price.
    private static let pricings: WordList = ["卖", "要", "收", "付", "交", "补", "奖", "减"]

    /// 每户, 一斤 and 每百人 before the number; a word or two may stand between (每户补贴500元).
    func perBase(at position: Int, money: Bool, _ text: Span<UInt8>) -> (start: Int, end: Int, text: String)? {
        var index = position
        // 黄瓜一斤3.5元, 一斤卖3元
        let measure =
            money && position > 1
                && SentenceReader.pricings.contains(tokens[position].start..<tokens[position].end, of: text)
            ? position - 1 : position
        if money, measure > 0,
            tokens[measure].wordClass == .measure
                || phrases.scalars(tokens[measure]) == 1 && measure > 1
                    && tokens[measure - 2].endsClause,
            text.has("一", at: tokens[measure - 1].start),
            phrases.scalars(tokens[measure - 1]) == 1, tokens[measure - 1].end == tokens[measure].start,
            // 日销2200支，一支15元
            measure > 1,
            tokens[measure - 2].wordClass == .noun || tokens[measure - 2].endsClause
                // 理发一次5元
                || tokens[measure - 2].has(.complete)
        {
            return (measure - 1, position, text.string(ofDocument: tokens[measure - 1].start..<tokens[measure].end))
        }
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
}
