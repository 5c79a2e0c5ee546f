import Facts
import Scanning
import Units

/// What a figure counts where its noun does not stand right behind it: behind a second figure, a clause with 的, an adjective,
/// a dash.
extension SentenceReader {
    /// 8项20件民生实事, 20余处约1500平方米的违规摊棚: the noun behind a second figure of the same things.
    func sharedHead(_ behind: Int, _ dimension: Dimension?, _ text: Span<UInt8>) -> Range<Int>? {
        guard dimension == .count, behind > 0 else { return nil }
        var next = behind
        if next < tokens.count, tokens[next].isMark(.pause) { next += 1 }
        if next < tokens.count, tokens[next].has(.about) { next += 1 }
        guard next + 1 < tokens.count, case .quantity(let number) = tokens[next].kind else { return nil }
        switch unitDimension(of: quantities[number]) {
        case .count where next == behind:
            let thing = phrases.right(startingAt: next + 1)
            return thing.isEmpty ? nil : thing
        case .area where tokens[next + 1].has(.de):
            let thing = phrases.right(startingAt: next + 2)
            return thing.isEmpty ? nil : thing
        default: return nil
        }
    }

    /// 两名当年考取大学的困难学生: the people whom a clause with 的 tells apart, behind the measure word.
    func relativeHead(_ place: Int) -> Range<Int>? {
        var index = place + 1
        guard index < tokens.count, tokens[index].isTime || tokens[index].kind == .word,
            !tokens[index].has(.de), !tokens[index].has(.reach), !tokens[index].has(.aspect)
        else { return nil }
        while index < tokens.count, index - place < 12, tokens[index].kind == .word || tokens[index].isTime {
            if tokens[index].has(.de) {
                let head = phrases.right(startingAt: index + 1)
                guard let last = head.last,
                    tokens[last].has(.human) || tokens[last].has(.agent) || tokens[last].isMark(.closeQuote),
                    !tokens[last].has(.body), !tokens[last].has(.placeName)
                else { return nil }
                return head
            }
            index += 1
        }
        return nil
    }

    /// Words that say how much of it there is: 100个问题较多的小区.
    private static let degrees: WordList = [
        "较", "更", "最", "很", "多", "少", "较多", "较少", "较大", "较高", "较低", "大", "高", "低", "好", "差",
    ]

    /// 六个功能明确的|板块, 26处小而美的|花园: the thing behind an adjective and 的, where a noun that is only said to be so stands
    /// behind the measure word, or another adjective.
    func headBehindAdjective(_ right: Range<Int>, _ place: Int, _ text: Span<UInt8>) -> Range<Int>? {
        guard !right.isEmpty, right.lowerBound == place + 1, right.count <= 2, let last = right.last,
            !tokens[last].has(.human), !tokens[last].has(.agent)
        else { return nil }
        guard let de = de(from: right.upperBound, within: 3), de > right.upperBound else { return nil }
        let isSaid = tokens[right.upperBound..<de].allSatisfy {
            [.adjective, .adverb, .conjunction, .place].contains($0.wordClass)
                || SentenceReader.degrees.contains($0.start..<$0.end, of: text)
        }
        guard isSaid else { return nil }
        let head = phrases.right(startingAt: de + 1)
        return head.isEmpty ? nil : head
    }

    /// 取缔2家在小区内经营的|烧烤店: the object of the verb before a figure, behind a clause that tells which.
    /// 8支由退休党员组成的|调解队: by whom it is made up.
    func headBehindClause(_ place: Int, isObject: Bool, _ text: Span<UInt8>) -> Range<Int>? {
        guard place + 1 < tokens.count else { return nil }
        let opener = tokens[place + 1]
        // 8支由…组成的队伍, 6名来自不同岗位的代表, 20多家各具特色的民宿
        let isMadeUp =
            opener.kind == .word
            && (opener.end - opener.start == 3 && text.has("由", at: opener.start) || text.has("来自", at: opener.start)
                || text.has("各具", at: opener.start) || text.has("各有", at: opener.start)
                || SentenceReader.topicOpeners.contains(opener.start..<opener.end, of: text))
        guard isMadeUp || isObject && (opener.wordClass == .preposition || opener.has(.recipient)) else { return nil }
        guard let de = de(from: place + 2, within: isMadeUp ? 16 : 12, overPauses: isMadeUp) else { return nil }
        let head = phrases.right(startingAt: de + 1)
        guard let last = head.last,
            isMadeUp || phrases.closes(at: last + 1) || tokens[last + 1].isMark(.pause)
        else { return nil }
        return head
    }

    /// What opens a clause that tells what an event or a measure is about: 12场围绕…的讲座, 9项针对…的服务.
    private static let topicOpeners: WordList = ["围绕", "聚焦", "针对", "面向", "关于", "以", "用于", "旨在", "涵盖", "包含", "涉及"]

    /// The first 的 among so many tokens and the one behind them, with words alone before it, or words and 、.
    private func de(from first: Int, within limit: Int, overPauses: Bool = false) -> Int? {
        var index = first
        while index < tokens.count, index - first <= limit,
            tokens[index].kind == .word
                || overPauses
                    && (tokens[index].isMark(.pause) || tokens[index].isMark(.openQuote)
                        || tokens[index].isMark(.closeQuote))
        {
            if tokens[index].has(.de) { return index }
            index += 1
        }
        return nil
    }

    private static let havings: WordList = ["有", "带", "带有", "配有", "设有", "装有", "没有", "具有", "拥有"]

    /// 47个有地下车库的小区: the thing behind a clause that tells what it has, with the clause where it is short.
    func havingHead(_ place: Int, _ text: Span<UInt8>) -> Range<Int>? {
        let verb = place + 1
        guard verb + 2 < tokens.count, tokens[verb].kind == .word,
            SentenceReader.havings.contains(tokens[verb].start..<tokens[verb].end, of: text)
        else { return nil }
        guard let de = de(from: verb + 1, within: 7, overPauses: true), de > verb + 1 else { return nil }
        let head = phrases.right(startingAt: de + 1)
        guard !head.isEmpty else { return nil }
        let whole = verb..<head.upperBound
        return phrases.scalars(of: whole) <= 8 ? whole : head
    }

    /// 12幅天文台拍摄的照相底片: what somebody has made, behind the clause that tells so, where the measure word counts no
    /// such body.
    func madeBy(_ maker: Range<Int>, _ text: Span<UInt8>, _ place: Int) -> Range<Int>? {
        guard !maker.isEmpty, maker.upperBound + 2 < tokens.count,
            phrases.isVerbal(tokens[maker.upperBound]), tokens[maker.upperBound + 1].has(.de),
            case .quantity(let number) = tokens[place].kind, let measure = unit(quantities[number])?.name,
            ["幅", "件", "台", "份", "篇", "张", "部", "辆", "本", "册", "首", "条", "封", "箱", "枚", "批"].contains(measure)
        else { return nil }
        let head = phrases.right(startingAt: maker.upperBound + 2)
        return head.isEmpty ? nil : head
    }

    /// 34款创新药械: things of a make do nothing themselves, so that a verb right behind the measure word tells what they are.
    func made(behind first: Int, _ place: Int, _ before: NounPhrases.Left) -> Range<Int>? {
        guard before.item.isEmpty, before.verbs == nil, before.modifier == nil, first + 1 < tokens.count,
            case .quantity(let number) = tokens[place].kind,
            SentenceReader.makes.contains(unit(quantities[number])?.name ?? ""),
            phrases.isVerbal(tokens[first]), phrases.scalars(tokens[first]) == 2, tokens[first].has(.transitive),
            tokens[first].roles.isDisjoint(with: [.light, .reach, .plan, .causative, .stock]),
            tokens[first + 1].kind == .word, tokens[first + 1].wordClass == .noun
        else { return nil }
        let thing = phrases.right(startingAt: first + 1)
        guard !thing.isEmpty, phrases.closes(at: thing.upperBound) || !tokens[thing.upperBound].has(.de) else {
            return nil
        }
        return first..<thing.upperBound
    }

    private static let makes: Set<String> = ["款", "种"]

    /// 1.2万人——60岁以上老年人: what a figure at the head of a line counts, behind a dash and up to the end of the line.
    func toldBehindDash(_ place: Int) -> Range<Int>? {
        guard tokens[..<place].allSatisfy({ $0.kind != .word && !$0.isQuantity }) else { return nil }
        var index = place + 1
        while index < tokens.count, tokens[index].isMark(.mark) { index += 1 }
        guard index > place + 1, index < tokens.count else { return nil }
        let told = phrases.right(startingAt: index)
        return !told.isEmpty && told.upperBound == tokens.count ? told : nil
    }
}
