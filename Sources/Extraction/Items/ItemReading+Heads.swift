import Facts
import Scanning
import Units

/// What a figure counts where its noun does not stand right behind it: behind a second figure, a clause with 的, an adjective,
/// a dash.
extension SentenceReader {
    /// 1元、2元、3元就餐补贴: the noun behind the last of several sums.
    private func sharedSum(_ behind: Int) -> Range<Int>? {
        var index = behind
        while index + 1 < tokens.count, tokens[index].isMark(.pause) || tokens[index].has(.and),
            case .quantity(let number) = tokens[index + 1].kind, unitDimension(of: quantities[number]) == .money
        { index += 2 }
        guard index > behind, index < tokens.count else { return nil }
        // 8元、12元两档套餐: how many kinds there are is no part of their name
        while index + 1 < tokens.count, tokens[index].wordClass == .number || tokens[index].wordClass == .measure {
            index += 1
        }
        // 3元、5元就餐补贴
        let start = phrases.isVerbal(tokens[index]) && phrases.scalars(tokens[index]) == 2 ? index + 1 : index
        let sum = phrases.right(startingAt: start)
        return sum.isEmpty ? nil : start == index ? sum : index..<sum.upperBound
    }

    /// 8项20件民生实事, 20余处约1500平方米的违规摊棚: the noun behind a second figure of the same things.
    func sharedHead(_ behind: Int, _ dimension: Dimension?, _ text: Span<UInt8>) -> Range<Int>? {
        if dimension == .money { return sharedSum(behind) }
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

    /// 新建3处、改造5处休闲广场: the noun behind the last of several figures, each of which has a verb of its own.
    func sharedObject(_ behind: Int, _ before: NounPhrases.Left, _ dimension: Dimension?) -> Range<Int>? {
        guard before.item.isEmpty, before.verbs != nil, let dimension,
            [.count, .area, .length].contains(dimension)
        else { return nil }
        var index = behind
        while index + 2 < tokens.count, tokens[index].isMark(.pause), phrases.isVerbal(tokens[index + 1]) {
            index += 2
            while index < tokens.count, phrases.isVerbal(tokens[index]) { index += 1 }
            guard index + 1 < tokens.count, case .quantity(let number) = tokens[index].kind,
                unitDimension(of: quantities[number]) == dimension
            else { return nil }
            index += 1
            let head = phrases.right(startingAt: index, isObject: true)
            if !head.isEmpty { return head }
        }
        return nil
    }

    /// 5家面积超过200平方米的|饭店, 12栋建于上世纪90年代的|居民楼: the thing behind a clause that tells how large or how old it is.
    func measuredHead(_ place: Int, _ dimension: Dimension?, _ text: Span<UInt8>) -> Range<Int>? {
        guard [.count, .person, .household].contains(dimension ?? .count), place + 3 < tokens.count,
            opensMeasure(place + 1, text)
        else { return nil }
        // 5处位于老城的院落, 6户收入低于标准的家庭: which of them is told without a number
        var isMeasured =
            tokens[place + 1].wordClass != .noun || tokens[place + 2].has(.under) || tokens[place + 2].has(.over)
        for index in (place + 2)..<min(place + 9, tokens.count - 1) {
            let token = tokens[index]
            guard token.kind == .word || token.isQuantity || token.isTime else { return nil }
            if token.has(.de) {
                let head = phrases.right(startingAt: index + 1)
                return isMeasured && !head.isEmpty ? head : nil
            }
            // 80岁以上 counts nothing here, and is a word
            isMeasured = isMeasured || token.kind != .word || (0x30...0x39).contains(text[token.start])
        }
        return nil
    }

    /// Whether a clause begins at a token that tells how large, how far or since when: 面积|超过, 年龄|在, 长|5公里, 建于.
    private func opensMeasure(_ opener: Int, _ text: Span<UInt8>) -> Bool {
        let (token, next) = (tokens[opener], tokens[opener + 1])
        guard token.kind == .word else { return false }
        if token.wordClass == .verb { return text.has("于", before: token.end) || text.has("于", at: next.start) }
        guard token.wordClass == .noun, !token.has(.human), !token.has(.agent), !token.has(.placeName) else {
            return false
        }
        let isAttribute = token.has(.attribute) || token.has(.magnitude) || token.has(.rate)
        return isAttribute && next.isQuantity || next.has(.over) || next.has(.under) || isAttribute && next.has(.reach)
            || text.has("在", at: next.start) && next.end - next.start == 3
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
        // 3000多册可供借阅的图书: what can be done with them
        let isUsable = opener.kind == .word && opener.has(.able)
        guard isMadeUp || isUsable || isObject && (opener.wordClass == .preposition || opener.has(.recipient)) else {
            return nil
        }
        guard let de = de(from: place + 2, within: isMadeUp ? 16 : 12, overPauses: isMadeUp) else { return nil }
        let head = phrases.right(startingAt: de + 1)
        guard let last = head.last,
            isMadeUp || phrases.closes(at: last + 1) || tokens[last + 1].isMark(.pause)
        else { return nil }
        return head
    }

    /// 检修12盏需要维修的|路灯, 排查3家存在隐患的|商户: the object of the verb before a figure, behind a clause that begins with a
    /// verb of its own; with the clause where it is short.
    func headBehindVerb(_ right: Range<Int>, _ place: Int) -> Range<Int>? {
        let opener = place + 1
        guard opener + 2 < tokens.count, let de = de(from: opener, within: 10, overPauses: true), de > opener,
            right.isEmpty || right == opener..<de
        else { return nil }
        let verb = tokens[opener..<de].firstIndex {
            $0.wordClass != .adverb && $0.wordClass != .attributive || !$0.roles.isDisjoint(with: [.sum, .done])
        }
        guard let verb, phrases.isVerbal(tokens[verb]) || phrases.isPlain(tokens[verb]),
            right.isEmpty || tokens[verb].wordClass == .verb,
            tokens[verb].roles.isDisjoint(with: [.reach, .share, .plan, .arrive]),
            !tokens[opener..<de].contains(where: { $0.has(.aspect) })
        else { return nil }
        let head = phrases.right(startingAt: de + 1)
        guard let last = head.last, phrases.closes(at: last + 1) || tokens[last + 1].isMark(.pause) else { return nil }
        let whole = opener..<head.upperBound
        return phrases.scalars(of: whole) <= 8 ? whole : head
    }

    /// 51个办件量大、办事频率高的|事项: the thing behind two or more short clauses that each end in an adjective.
    func headBehindQualities(_ place: Int) -> Range<Int>? {
        guard let de = de(from: place + 1, within: 14, overPauses: true), de > place + 4 else { return nil }
        let clauses = tokens[(place + 1)..<de].split(whereSeparator: { $0.isMark(.pause) })
        let areQualities = clauses.allSatisfy { clause in
            clause.count > 1 && (clause.last.map { [.adjective, .idiom].contains($0.wordClass) } ?? false)
        }
        guard clauses.count > 1, areQualities else { return nil }
        let head = phrases.right(startingAt: de + 1)
        return head.isEmpty ? nil : head
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
        guard let de = de(from: verb + 1, within: 14, overPauses: true), de > verb + 1 else { return nil }
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
