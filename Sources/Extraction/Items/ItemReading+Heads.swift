import Facts
import Scanning
import Units

/// What a figure counts where its noun does not stand right behind it: behind a second figure, a verb, a dash.
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
    func sharedHead(_ behind: Int, _ dimension: Dimension?) -> Range<Int>? {
        if dimension == .money { return sharedSum(behind) }
        guard dimension == .count, behind > 0 else { return nil }
        var next = behind
        if next < tokens.count, tokens[next].isMark(.pause) { next += 1 }
        if next < tokens.count, tokens[next].has(.about) { next += 1 }
        guard next + 1 < tokens.count, case .quantity(let number) = tokens[next].kind else { return nil }
        switch unitDimension(of: quantities[number]) {
        case .count where next == behind, .event where next == behind:
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

    /// The noun behind the next figure, which this one counts too: 13户31名群众, 将11户29名群众转移到…, 分别有9件、7件工单.
    func sharedNoun(
        _ place: Int, _ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: State
    ) -> Range<Int>? {
        let isMoved = place > 0 && (tokens[place - 1].has(.plan) || tokens[place - 1].wordClass == .preposition)
        // 完成四次出舱活动: the verb carries what stands behind the figure.
        let isCarried =
            before.verbs.map { $0.allSatisfy { tokens[$0].has(.light) || tokens[$0].has(.aspect) } } ?? false
        guard before.verbs == nil || isMoved || isCarried, place + 1 < tokens.count else { return nil }
        if before.modifier != nil || isCarried {
            // 屋顶的210根导光管
            let unknown = phrases.unknownWord(startingAt: place + 1)
            return unknown.isEmpty ? nil : unknown
        }
        var next = place + 1
        if next + 1 < tokens.count, tokens[next].isMark(.pause), case .quantity(let other) = tokens[next + 1].kind,
            unit(quantities[other])?.name == unit(state.reading.quantity)?.name
        {
            next += 1
        }
        let shared =
            tokens[next].isQuantity ? phrases.right(startingAt: next + 1) : phrases.unknownWord(startingAt: next)
        return shared.isEmpty ? nil : shared
    }

    /// The head that stands behind the last of several figures whose nouns only tell of what kind each counts: 示范村 in
    /// 3个省级、5个市级示范村.
    func headOfList(behind kind: Range<Int>) -> Range<Int>? {
        guard kind.count == 1, tokens[kind.lowerBound].wordClass == .attributive else { return nil }
        var index = kind.upperBound
        while index + 2 < tokens.count, index - kind.upperBound < 24,
            tokens[index].isMark(.pause) || tokens[index].has(.and),
            tokens[index + 1].isQuantity, tokens[index + 2].wordClass == .attributive, tokens[index + 2].kind == .word
        {
            index += 3
            if index < tokens.count, phrases.isNominal(tokens[index]) {
                let head = phrases.right(startingAt: index - 1)
                return head.count > 1 && head.lowerBound == index - 1 ? index..<head.upperBound : nil
            }
        }
        return nil
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

    private static let makes: WordList = ["款", "种"]

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
