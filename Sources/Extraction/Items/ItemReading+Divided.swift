import Facts
import Scanning
import Units

/// Parts of a whole that its sentence has counted right before them, told by a word that names no such thing itself:
/// 残疾人1683人，视力210人、听力143人; 车位860个，地上320个，地下540个.
extension SentenceReader {
    static let divisionRule = "item.division"

    /// Gives the name of a whole to a part of it that a word alone tells apart: 地上车位 for 地上.
    func nameDivision(_ index: Int, _ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.change == .none, state.reading.equivalentTo == nil, index > 0,
            state.reading.partOf != nil || quantities[index - 1].unit == quantities[index].unit,
            let dimension = unit(state.reading.quantity)?.dimension,
            SentenceReader.countable.contains(dimension) || dimension == .event,
            case let label = labelOfPart(before: places[index], text), label != nil || state.reading.isCarried,
            let whole = wholeDivided(index, state),
            case let name = state.facts[whole].item, !name.isEmpty, name.unicodeScalars.count <= 14,
            state.facts[whole].rule != "item.doing",
            // 体检4867人，检出异常16人: people whom no noun names cannot be divided
            dimension != .person || SentenceReader.peopleEnds.isEnding(of: name)
        else { return }
        let last = state.facts[index - 1]
        let isOfLast = state.reading.isCarried && whole < index - 1 && state.reading.item.hasSuffix(last.item)
        if isOfLast, state.reading.item == last.item, last.rule == "item.left", addsUp(to: whole, through: index) {
            // 信息512条，原创230条，转载282条: what is done to some of the whole, and not to the part before
            state.reading.item = name
            return
        }
        // 城市30人，农村56人: the part before has named it, and not what it is a part of
        let isOfPart = isOfLast && last.rule == SentenceReader.divisionRule
        guard let label, case let words = text.string(of: tokens[label]), !name.contains(words),
            !SentenceReader.sharesHead(words, name),
            // 在建5部, 集中供养6人: another rule has found what they are a part of
            isOfPart || !SentenceReader.sharesHead(state.reading.item, name),
            !label.allSatisfy({ phrases.isVerbal(tokens[$0]) })
        else {
            if isOfPart { state.reading.item = name }
            return
        }
        guard !tellsWhat(label, dimension, text) else {
            // 电工400个，焊工2800个: those whom a word names itself
            if isOfPart { state.reading.item = words }
            return
        }
        state.reading.name(
            words + SentenceReader.withoutKind(head(of: name, state), words), by: SentenceReader.divisionRule,
            doubting: "the words name a kind of what was counted before")
        state.reading.phrase = label
        state.reading.action = state.facts[whole].action
        state.reading.verb = nil
        state.reading.isStockWorded = state.facts[whole].isStockWorded
    }

    /// 视力 of 视力210人, 地上 of 地上有320个: the one to three words that stand alone between a mark, 其中 or another figure and a figure.
    private func labelOfPart(before place: Int, _ text: Span<UInt8>) -> Range<Int>? {
        var end = place
        while end > 0, tokens[end - 1].kind == .word,
            tokens[end - 1].has(.reach) || tokens[end - 1].has(.stock)
                || tokens[end - 1].isBound
        { end -= 1 }
        var low = end
        while low > 0, end - low < 4, tokens[low - 1].kind == .word, !tokens[low - 1].has(.part),
            !tokens[low - 1].has(.de),
            phrases.isNominal(tokens[low - 1]) || tokens[low - 1].wordClass == .verb
                || low == end && tokens[low - 1].has(.determiner)
        { low -= 1 }
        let mark = tokens[max(0, low - 1)]
        // 其中实现就业217人: the verb that only carries another is no part of it
        while low < end, tokens[low].has(.light) { low += 1 }
        guard low < end, end - low < 4, low > 0, !(tokens[low].wordClass == .verb && tokens[low].has(.transitive)),
            phrases.scalars(of: low..<end) <= 6
        else { return nil }
        let stands = mark.has(.part) || mark.endsClause || mark.isMark(.pause) || mark.isMark(.openBracket)
        return stands ? low..<end : nil
    }

    /// The whole that a figure is a part of: the one that 其中 points back to, the one that the figures behind it add up to; of people also the
    /// larger figure that only figures of people part it from.
    private func wholeDivided(_ index: Int, _ state: State) -> Int? {
        let quantity = state.reading.quantity
        if let whole = state.reading.partOf {
            return state.facts[whole].quantity.unit == quantity.unit && state.facts[whole].change == .none ? whole : nil
        }
        var whole = index - 1
        while whole >= 0, index - whole < SentenceReader.longestSplit, quantities[whole].unit == quantity.unit,
            state.facts[whole].change == .none
        {
            if addsUp(to: whole, through: index) { return whole }
            whole -= 1
        }
        return unitDimension(of: quantity) == .person ? peopleDivided(index, state) : nil
    }

    /// 残疾人1683人，视力210人，听力143人，肢体812人: the people of whom at least three kinds follow, all of them smaller,
    /// whatever is left of them.
    private func peopleDivided(_ index: Int, _ state: State) -> Int? {
        guard
            let whole = state.facts.indices.last(where: {
                state.facts[$0].rule != SentenceReader.divisionRule && !state.facts[$0].isCarried
            }),
            whole < index, quantities[whole].unit == quantities[index].unit, state.facts[whole].change == .none
        else { return nil }
        let parts = partsFitting(whole)
        return parts.last > whole + 2 && parts.last >= index ? whole : nil
    }

    /// Whether the figures right behind one, in the same unit, add up to it, at least two of them and one given among them.
    private func addsUp(to whole: Int, through index: Int) -> Bool {
        let parts = partsFitting(whole)
        return parts.addUp && parts.last > whole + 1 && parts.last >= index
    }

    /// How far the figures right behind one, in the same unit, fit into it together, and whether they add up to it there.
    private func partsFitting(_ whole: Int) -> (last: Int, addUp: Bool) {
        var sum = Number.zero
        var last = whole
        while last + 1 < quantities.count, last - whole < SentenceReader.longestSplit,
            quantities[last + 1].unit == quantities[whole].unit, quantities[last + 1].upper == nil,
            let more = sum.adding(quantities[last + 1].value), more <= quantities[whole].value
        {
            sum = more
            last += 1
            if sum == quantities[whole].value { return (last, true) }
        }
        return (last, false)
    }

    /// What the words for a side, a class or a trade end in, which are no things: 路侧, 小区内部, 一级, 服务业.
    private static let sortEnds: WordList = [
        "上", "下", "内", "外", "内部", "外部", "侧", "级", "类", "业", "型", "色", "批", "式", "性",
    ]

    /// What those who are counted one by one are called at the end, be the word known or not.
    private static let peopleEnds: WordList = [
        "人", "员", "者", "民", "众", "户", "生", "官", "犯", "劳动力", "人口", "家庭", "群体", "对象",
    ]

    /// What a word for people ends in that stands alone before a figure: 骑手 needs no such ending, and 卫生 has none.
    private static let personEnds: WordList = ["人", "员", "者", "官", "犯", "人口", "劳动力", "家庭", "群体", "对象"]

    /// Whether the words before a figure name something that its unit counts, or where it is: people before 人, things and bodies before 个.
    private func tellsWhat(_ label: Range<Int>, _ dimension: Dimension, _ text: Span<UInt8>) -> Bool {
        guard let last = label.last else { return true }
        let token = tokens[last]
        // 手册600册，成人400册、儿童200册; 志愿服务队38支，党员12支: people are nothing that such a unit counts
        if dimension == .count || dimension == .event,
            token.has(.human) || SentenceReader.personEnds.ends(in: text, at: token.end)
        {
            return false
        }
        if phrases.isActor(token) || token.has(.body) || text.has("企业", before: token.end) { return true }
        if SentenceReader.sortEnds.ends(in: text, at: token.end) { return false }
        switch dimension {
        case .person, .household:
            return token.has(.human) || token.has(.doer) || token.kinds.contains(.post)
                || SentenceReader.personEnds.ends(in: text, at: token.end)
        case .event: return ![.adjective, .attributive, .locative].contains(token.wordClass)
        default: return token.wordClass == .noun
        }
    }

    /// 身份证 and 证件, 小学 and 学校: two names of one kind share what they are made of.
    static func sharesHead(_ part: String, _ whole: String) -> Bool {
        whole.unicodeScalars.suffix(2).contains { part.unicodeScalars.suffix(2).contains($0) }
    }
}
