import Facts
import Scanning

/// Finds what a quantity counts in a sentence's tokens, to the left and to the right of it.
struct NounPhrases: Sendable {
    let tokens: [Token]

    /// What stands to the left of a quantity, as far as it says what the quantity counts.
    struct Left: Sendable {
        /// The noun phrase; empty where only a verb, a place or nothing stands there.
        var item: Range<Int>
        /// The verb whose object or subject the noun phrase is.
        var predicate: Int?
        /// The verbs right before a number that has no noun of its own: 化解 in 化解151件.
        var verbs: Range<Int>?
        /// Who or what does it, before those verbs.
        var subject: Range<Int>?
        /// A clause before 的 whose head was left out: 面向高校毕业生 in 面向高校毕业生的540个.
        var modifier: Range<Int>?

        static func empty(at index: Int) -> Left { Left(item: index..<index) }
    }

    /// Whether the number measures an indicator (a rate, a change), whose name may hold verbs, or counts things.
    enum Style { case count, rate }

    /// No noun phrase of a bulletin is longer, in tokens.
    static let longest = 40

    func isNominal(_ token: Token) -> Bool {
        guard token.kind == .word else { return false }
        switch token.wordClass {
        case .noun, .verbalNoun, .place, .person, .attributive, .adjective, .suffix, .idiom, .locative, .measure,
            .number:
            return token.roles.isDisjoint(with: [.determiner, .etc, .part, .and, .de])
        default: return false
        }
    }

    /// Whether the token is a verb, or a noun that is one as readily (改造, 服务).
    func isVerbal(_ token: Token) -> Bool {
        guard token.kind == .word, !token.has(.agent) else { return false }
        return token.wordClass == .verb || token.wordClass == .verbalNoun && token.has(.transitive)
    }

    func isPlain(_ token: Token) -> Bool {
        token.wordClass == .verb && token.roles.isSubset(of: .meanings)
    }

    /// 签约居民, 签约企业: a verb that tells how people or bodies stand goes with them into one noun; but in
    /// 签约项目 the project is what is signed.
    func qualifies(_ index: Int) -> Bool {
        let (token, next) = (tokens[index], tokens[index + 1])
        return isPlain(token)
            || token.wordClass == .verb && token.has(.completion) && !token.has(.transitive)
                && (next.has(.human) || next.has(.doer) && !next.has(.abstract))
    }

    /// A name or word that only says who or where: a place, 社区, 居民.
    func isActor(_ token: Token) -> Bool {
        token.has(.agent) || token.has(.placeName) || token.wordClass == .pronoun || token.wordClass == .person
            || token.wordClass == .place && token.end - token.start >= 6
    }

    /// 组织 where it is a body and no verb: 调解|组织|受理纠纷, 自治|组织|微更新项目; but 社区|组织|活动.
    func isAssociation(_ index: Int) -> Bool {
        guard tokens[index].kinds.contains(.association), index > 0, index + 1 < tokens.count else { return false }
        let (before, next) = (tokens[index - 1], tokens[index + 1])
        // 3000多个基层商会组织、…: a verb would have an object
        if next.isMark(.pause), before.kind == .word, isNominal(before), before.roles.isDisjoint(with: [.plan, .body]) {
            return true
        }
        // 国际移民组织|称
        if next.has(.speech), before.kind == .word, isNominal(before), scalars(before) >= 2 { return true }
        return before.kind == .word && scalars(before) >= 2
            && before.roles.isDisjoint(with: [.plan, .agent, .human, .body])
            && next.kind == .word && !next.has(.light)
            && (before.wordClass == .verbalNoun || before.wordClass == .noun && next.has(.sum))
    }

    func scalars(_ token: Token) -> Int { (token.end - token.start) / 3 }

    func scalars(of range: Range<Int>) -> Int { tokens[range].reduce(0) { $0 + scalars($1) } }

    /// Whether the sentence or its clause ends before the token at an index.
    func closes(at index: Int) -> Bool { index >= tokens.count || tokens[index].endsClause }

    /// Reads what ends with the token at `last`, not further to the left than `floor`.
    func left(endingAt last: Int, floor: Int, style: Style) -> Left {
        var high = last + 1
        var headless = false
        // 集体土地|流转|出去1350亩: what it came to makes a verb of the word before it
        if last > floor + 1, tokens[last].has(.aspect), tokens[last].kind == .word, scalars(tokens[last]) == 2,
            tokens[last - 1].kind == .word, tokens[last - 1].wordClass == .verbalNoun, isNominal(tokens[last - 2])
        {
            high -= 2
        }
        while high > floor {
            let token = tokens[high - 1]
            if token.has(.de) {
                headless = true
            } else if !token.has(.etc), !token.has(.aspect), high - 1 == floor || !isResult(high - 1) {
                break
            }
            high -= 1
        }
        // 签约率|在重点人群中|达到88.9%: among whom, and not what
        if style == .rate, let name = beforeScope(endingAt: high - 1, floor: floor) {
            return left(endingAt: name, floor: floor, style: style)
        }
        let low = segmentStart(endingAt: high, floor: floor)
        // 加上租住人员|共5万人: of all of them
        if high < tokens.count, tokens[high].has(.sum), low > 0, low < high, tokens[low].kinds.contains(.including) {
            return .empty(at: high)
        }
        guard low < high else { return headless ? threshold(endingAt: high, style) : .empty(at: high) }
        if headless { return headlessReading(low..<high) }
        let depths = quoteDepths(low..<high)
        func isOuter(_ index: Int) -> Bool { depths[index - low] == 0 }
        if let de = (low..<(high - 1)).last(where: { isOuter($0) && tokens[$0].has(.de) }), de > low {
            return attributed(low..<high, de: de, style: style, depths: depths)
        }
        var read = clause(low..<high, style: style, depths: depths)
        if let open = read.item.first, tokens[open].isMark(.openBracket), closing(of: open) == read.item.last {
            // 增长至去年（2022年）的65.6%
            if open > 0, tokens[open - 1].isTime { return .empty(at: high) }
            // 李某（低保户）等12人: what brackets say of somebody names nobody
            read.item = read.item.upperBound..<read.item.upperBound
        }
        // 总署日前推出16条措施: with a noun behind the figure, the one before the time does it
        // 文化市集今年办|了|12期
        let figure = (last + 1..<tokens.count).first { !tokens[$0].has(.aspect) } ?? last + 1
        guard style == .count, closes(at: figure + 1) else { return read }
        return thing(beforeTimeAt: low - 1, of: read, floor: floor) ?? read
    }

    /// The last word of a rate's name before 在 and those among whom it is told: 签约率 of 签约率|在重点人群中.
    private func beforeScope(endingAt last: Int, floor: Int) -> Int? {
        guard last > floor + 2, tokens[last].kind == .word, tokens[last].wordClass == .locative,
            scalars(tokens[last]) == 1
        else { return nil }
        var opening = last - 1
        while opening > floor, last - opening < 7, tokens[opening].kind == .word,
            tokens[opening].wordClass != .preposition
        { opening -= 1 }
        guard opening > floor, last - opening < 7, last - opening > 1, tokens[opening].wordClass == .preposition,
            tokens[opening].kinds.contains(.inside), tokens[opening - 1].kind == .word,
            tokens[opening - 1].wordClass == .noun || tokens[opening - 1].has(.bound), !isActor(tokens[opening - 1]),
            !tokens[opening - 1].has(.human)
        else { return nil }
        return opening - 1
    }

    /// 航线|今年|新增22条: the thing that a time parts from the verb, which does nothing itself; and 投资总额|全年|完成5亿元.
    private func thing(beforeTimeAt time: Int, of read: Left, floor: Int) -> Left? {
        if let works = works(beforeTimeAt: time, of: read, floor: floor) { return works }
        guard read.item.isEmpty, let verb = read.predicate, tokens[verb].has(.transitive), time > floor,
            !tokens[verb].has(.light) || tokens[time - 1].has(.magnitude), tokens[time].isTime,
            let doing = read.verbs?.lowerBound, isNominal(tokens[time - 1]),
            // 车棚改造|明年|全街道|要|做5处: with who does it between
            doing > time,
            tokens[(time + 1)..<doing].allSatisfy({
                isActor($0) || $0.has(.plan) || $0.has(.determiner)
                    // 油烟投诉|6月份|只|接到5件
                    || $0.wordClass == .adverb
            }),
            tokens[time - 1].wordClass == .noun || isDoing(time - 1) && doing > time + 1
                // 噪声投诉|上半年|受理214件
                || tokens[time - 1].kinds.contains(.purpose) && tokens[time - 2].wordClass == .noun,
            !isActor(tokens[time - 1]),
            tokens[time - 1].roles.isDisjoint(with: [.human, .body, .doer])
        else { return nil }
        var thing = left(endingAt: time - 1, floor: floor, style: .count)
        guard thing.item.upperBound == time, !thing.item.isEmpty,
            // 入室|盗窃案|全年发了2起: a verb without an object tells which
            thing.predicate.map({ !tokens[$0].has(.transitive) && $0 + 1 == thing.item.lowerBound }) ?? true
        else { return nil }
        thing.predicate = verb
        return thing
    }

    /// 老旧小区改造|年内|再|完成11个: the works that are done to a thing, which a time parts from 完成.
    private func works(beforeTimeAt time: Int, of read: Left, floor: Int) -> Left? {
        guard read.item.isEmpty, let verb = read.predicate, tokens[verb].has(.light), tokens[verb].has(.transitive),
            read.verbs?.count == 1, time > floor + 1, tokens[time].isTime,
            (time + 1..<verb).allSatisfy({ !isNominal(tokens[$0]) && tokens[$0].kind == .word }), isDoing(time - 1),
            tokens[time - 1].has(.transitive), isPatient(time - 2)
        else { return nil }
        var works = Left(
            item: nounTail(
                of: floor..<(time - 1), style: .count, depths: quoteDepths(floor..<(time - 1)), admitsVerbs: false))
        guard !works.item.isEmpty else { return nil }
        works.item = trimmed(works.item).lowerBound..<time
        works.predicate = verb
        return works
    }

    /// Where the stretch begins that can belong to a quantity: after a clause mark, a number or a time.
    private func segmentStart(endingAt high: Int, floor: Int) -> Int {
        var index = high - 1
        var low = high
        while index >= floor, high - index < NounPhrases.longest {
            let token = tokens[index]
            switch token.kind {
            case .quantity, .time: return low
            case .mark(let mark):
                switch mark {
                case .closeQuote, .closeBracket:
                    guard let open = opening(of: index), open >= floor else { return low }
                    index = open
                case .pause: break
                case .mark: return low
                default: return low
                }
            case .word:
                if token.has(.part) { return low }
            }
            low = index
            index -= 1
        }
        while low < high,
            tokens[low].isMark(.pause)
                // 旧衣物260件以及|废电池1132节: no predicate goes before the last member of a list
                || tokens[low].has(.and) && low > 0 && tokens[low - 1].isQuantity
        { low += 1 }
        return low
    }

    func quoteDepths(_ range: Range<Int>) -> [Int] {
        var depth = 0
        return range.map { index in
            if tokens[index].isMark(.closeQuote) || tokens[index].isMark(.closeBracket) { depth -= 1 }
            let here = depth
            if tokens[index].isMark(.openQuote) || tokens[index].isMark(.openBracket) {
                depth += 1
                return here + 1
            }
            return tokens[index].isMark(.closeQuote) || tokens[index].isMark(.closeBracket) ? here + 1 : here
        }
    }

    private func opening(of close: Int) -> Int? {
        let wanted: ScalarClass = tokens[close].isMark(.closeQuote) ? .openQuote : .openBracket
        let same: ScalarClass = tokens[close].isMark(.closeQuote) ? .closeQuote : .closeBracket
        var depth = 0
        var index = close - 1
        while index >= 0, close - index < NounPhrases.longest {
            if tokens[index].isMark(same) { depth += 1 }
            if tokens[index].isMark(wanted) {
                if depth == 0 { return index }
                depth -= 1
            }
            if tokens[index].isMark(.sentenceEnd) || tokens[index].isQuantity { return nil }
            index -= 1
        }
        return nil
    }

    /// The phrase as text, without blanks, and without wrapping words and sizes at its end unless they are what is counted.
    func string(_ phrase: Range<Int>, text: Span<UInt8>, unwraps: Bool = true) -> String {
        var range = phrase
        while unwraps, range.count > 1,
            tokens[range.upperBound - 1].has(.wrapper) || tokens[range.upperBound - 1].has(.sizeWrapper),
            // 帮办代办清单: what is done is on the list, and not what is counted
            range.count > 2 || !tokens[range.lowerBound].has(.complete)
        {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        while range.count > 1,
            !tokens[range.upperBound - 1].roles.isDisjoint(with: [.de, .etc, .and])
        {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        return text.string(of: tokens[range])
    }
}
