import Facts
import Scanning

/// Finds what a quantity counts in a sentence's tokens, to the left and to the right of it.
struct NounPhrases: Sendable {
    let tokens: [Token]
    /// The nouns for papers, which are handed out: 问卷, 通知书.
    var papers: [Int] = []

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

    // MARK: words

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

    /// 签约居民, 签约企业: a verb that tells how people or bodies stand goes with them into one noun; a project is what is signed.
    private func qualifies(_ index: Int) -> Bool {
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

    func scalars(_ token: Token) -> Int { (token.end - token.start) / 3 }

    // MARK: to the left

    /// Reads what ends with the token at `last`, not further to the left than `floor`.
    func left(endingAt last: Int, floor: Int, style: Style) -> Left {
        var high = last + 1
        var headless = false
        while high > floor {
            let token = tokens[high - 1]
            if token.has(.de) { headless = true } else if !token.has(.etc), !token.has(.aspect) { break }
            high -= 1
        }
        let low = segmentStart(endingAt: high, floor: floor)
        guard low < high else { return headless ? threshold(endingAt: high, style) : .empty(at: high) }
        if headless { return headlessReading(low..<high) }
        let depths = quoteDepths(low..<high)
        func isOuter(_ index: Int) -> Bool { depths[index - low] == 0 }
        if let de = (low..<(high - 1)).last(where: { isOuter($0) && tokens[$0].has(.de) }), de > low {
            return attributed(low..<high, de: de, style: style, depths: depths)
        }
        return clause(low..<high, from: low, style: style, depths: depths)
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
        while low < high, tokens[low].isMark(.pause) { low += 1 }
        return low
    }

    private func quoteDepths(_ range: Range<Int>) -> [Int] {
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

    /// 面向高校毕业生的540个: the clause before 的 picks some of what was counted before.
    private func headlessReading(_ range: Range<Int>) -> Left {
        if let share = range.last(where: { tokens[$0].has(.share) }) {
            // 老年人占常住人口的26.7%: the part is what the share is of.
            var left = Left.empty(at: range.upperBound)
            var end = share
            while end > range.lowerBound, tokens[end - 1].wordClass == .adverb { end -= 1 }
            let subject = nounTail(
                of: range.lowerBound..<end, style: .rate, depths: quoteDepths(range.lowerBound..<end),
                admitsVerbs: false)
            left.item = trimmed(subject)
            return left
        }
        var low = range.lowerBound
        while low < range.upperBound, tokens[low].has(.determiner) || tokens[low].has(.placeName) || tokens[low].isTime
        {
            low += 1
        }
        var left = Left.empty(at: range.upperBound)
        if low < range.upperBound { left.modifier = low..<range.upperBound }
        return left
    }

    /// 月薪6000元以上的212个, 低于18℃的93户: a figure before 的 picks some of what was counted before.
    private func threshold(endingAt end: Int, _ style: Style) -> Left {
        guard end > 0, tokens[end - 1].isQuantity else { return .empty(at: end) }
        let low = thresholdStart(endingAt: end)
        var left = Left.empty(at: end)
        // 占总投资4800万元的65%: what the share is taken of
        let isWhole =
            style == .rate
            && tokens[low..<end].contains { !$0.roles.isDisjoint(with: [.share, .reach, .plan, .light]) }
        if !isWhole { left.modifier = low..<end }
        return left
    }

    /// Where the words begin that a figure before 的 belongs to: 月薪|6000元以上.
    func thresholdStart(endingAt end: Int) -> Int {
        var low = end - 1
        while low > 0, end - low < 6, tokens[low - 1].kind == .word, !tokens[low - 1].has(.part),
            !tokens[low - 1].has(.determiner), !tokens[low - 1].has(.de), !tokens[low - 1].has(.stock),
            !isActor(tokens[low - 1])
        { low -= 1 }
        return low
    }

    /// X的N: the modifier stays where it is a plain noun, and goes where it is a clause (跨路局运输的|货物列车).
    private func attributed(_ range: Range<Int>, de: Int, style: Style, depths: [Int]) -> Left {
        let head = (de + 1)..<range.upperBound
        let before = range.lowerBound..<de
        // 社区里的停车收益: where it is, not what it is
        let isClause =
            tokens[de - 1].wordClass == .locative
            || before.contains { index in
                let token = tokens[index]
                return depths[index - range.lowerBound] == 0 && token.kind == .word
                    && (token.wordClass == .verb || token.wordClass == .preposition || token.wordClass == .pronoun
                        || token.wordClass == .adverb || token.has(.transitive) && token.wordClass != .verbalNoun)
            }
        // 参加组织生活的党员比例: which of them the share is of
        let isShare =
            style == .rate && head.count == 2 && tokens[head.upperBound - 1].has(.magnitude)
            && de - range.lowerBound <= 3
        let sizes = isShare || head.allSatisfy { tokens[$0].has(.magnitude) || tokens[$0].has(.bound) }
        if sizes, !isClause || style == .rate {
            // 网络零售额占消费品零售总额的比重: the head alone says nothing.
            var low = de
            while low > range.lowerBound,
                isNominal(tokens[low - 1]) || tokens[low - 1].isMark(.closeQuote)
                    || tokens[low - 1].isMark(.openQuote) || style == .rate && tokens[low - 1].wordClass == .verb
                    || style == .rate && low - 1 > range.lowerBound && tokens[low - 2].has(.share)
                        && (tokens[low - 1].has(.determiner) || tokens[low - 1].wordClass == .time)
            {
                low -= 1
            }
            return finished(low..<range.upperBound, predicate: low > range.lowerBound ? low - 1 : nil)
        }
        var reading = clause(head, from: head.lowerBound, style: style, depths: Array(depths.suffix(head.count)))
        if reading.predicate == nil {
            reading.predicate = before.first { tokens[$0].kind == .word && tokens[$0].has(.transitive) }
        }
        if !isClause, reading.item.lowerBound == head.lowerBound, !reading.item.isEmpty {
            var low = de
            while low > range.lowerBound, isNominal(tokens[low - 1]), !isActor(tokens[low - 1]) { low -= 1 }
            if low < de { reading.item = low..<reading.item.upperBound }
        }
        return reading
    }

    /// Reads a clause without 的: subject, adverbs, verb and object, or a bare noun phrase.
    private func clause(_ range: Range<Int>, from low: Int, style: Style, depths: [Int]) -> Left {
        func isOuter(_ index: Int) -> Bool { depths[index - range.lowerBound] == 0 }
        var verb: Int?
        var index = range.lowerBound
        while index < range.upperBound - 1 {
            defer { index += 1 }
            guard isOuter(index), governs(index, in: range, style: style) else { continue }
            if let known = verb {
                // 帮助解决困难: the last of verbs that follow each other; 开展检查: a light verb's object may be a verb.
                let between = tokens[(known + 1)..<index]
                // 建成后可提供停车位: the first verb tells when.
                // 联合执法中队拆除…: a body between two verbs is the object of one and the subject of the other.
                let follows =
                    // 通过拆除违建等方式新增泊位: 方式 closes what goes before the verb.
                    between.last.map { $0.has(.agent) || $0.kind == .word && $0.wordClass == .other } ?? false
                    || between.allSatisfy {
                        $0.wordClass == .adverb || $0.has(.aspect) || isActor($0) || $0.wordClass == .conjunction
                            || $0.wordClass == .locative
                    }
                // 组织召开“诸葛会”, 组织召开会议: of two light verbs the second has the object, and a quoted thing is one.
                let serial =
                    !tokens[known].has(.light) || !between.isEmpty || tokens[index + 1].isMark(.openQuote)
                    || tokens[index].has(.light)
                // 计划改造, 走访慰问: a noun of doing goes on a series of verbs where a thing follows it.
                let opens =
                    tokens[index].wordClass == .verb && tokens[index].end - tokens[index].start > 3
                    || tokens[known].has(.plan) || tokens[known].has(.causative)
                    || between.isEmpty && !(tokens[index + 1].has(.abstract) || tokens[index + 1].has(.magnitude))
                // 清理倒伏树木, 发放调查问卷: a verb that is not known to take an object qualifies what the one before it takes.
                let qualifies =
                    between.isEmpty && (qualifies(index) || papers.contains(index + 1))
                    && tokens[known].has(.transitive)
                    && scalars(tokens[known]) + scalars(tokens[index]) > 2
                    && tokens[known].roles.isDisjoint(with: [.plan, .causative]) && isNominal(tokens[index + 1])
                guard serial, follows, opens, !qualifies else { continue }
            }
            verb = index
        }
        guard let verb else { return withoutObject(range, style: style, depths: depths) }
        var start = verb + 1
        while start < range.upperBound,
            tokens[start].has(.aspect) || tokens[start].has(.determiner) || tokens[start].has(.and)
                || tokens[start].wordClass == .adverb || tokens[start].has(.arrive)
        {
            start += 1
        }
        let isPointed = tokens[(verb + 1)..<start].contains { $0.has(.determiner) }
        var object = start..<range.upperBound
        guard !object.isEmpty else { return verbsOnly(verb..<range.upperBound, in: range) }
        if object.count > 1, let last = object.last, tokens[last].wordClass == .verb,
            tokens[last].has(.light) || style == .count && tokens[last].has(.completion)
        {
            // 加装电梯完成12部, 增设电梯签约31台, 利用外资仅完成150万美元
            object = start..<last
            while object.count > 1, let adverb = object.last, tokens[adverb].wordClass == .adverb {
                object.removeLast()
            }
        }
        // 代办各类申请612件: what 各类 points to is a thing.
        if style == .count, !isPointed, !tokens[verb].has(.light), !tokens[verb].has(.reach),
            object.allSatisfy({
                tokens[$0].wordClass == .verb && tokens[$0].kind == .word || tokens[$0].wordClass == .adverb
            })
        {
            // 协调解决9个: verbs alone
            return verbsOnly(verb..<range.upperBound, in: range)
        }
        if tokens[verb].has(.plan), object.allSatisfy({ isVerbal(tokens[$0]) || tokens[$0].wordClass == .adverb }) {
            return verbsOnly(object, in: range)
        }
        // 推进老旧小区改造: what follows the verb is its object, whatever its words are.
        let tail = nounTail(of: object, style: style, depths: Array(depths.suffix(object.count)), admitsVerbs: true)
        return finished(tail, predicate: verb)
    }

    /// Whether the token is the verb whose object is counted, and not a part of a noun.
    private func governs(_ index: Int, in range: Range<Int>, style: Style) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, index + 1 < range.upperBound else { return false }
        if token.has(.recipient) { return false }
        if token.has(.plan) || token.has(.causative) || token.has(.cause) { return true }
        let next = tokens[index + 1]
        if next.has(.bound) { return false }
        if token.has(.reach) { return style == .count || token.has(.transitive) }
        // 书屋接待读者, 驿站服务骑手: a verb before those whom it serves
        let starts =
            startsPredicate(index, in: range)
            || index + 2 == range.upperBound && next.has(.human) && token.has(.transitive)
                && index > range.lowerBound && !tokens[index - 1].has(.human)
        let pointed =
            next.has(.aspect) || next.isMark(.openQuote) || next.has(.determiner) || next.has(.placeName)
        if style == .rate { return token.wordClass == .verb && token.has(.transitive) && starts && pointed }
        switch token.wordClass {
        case .verb where token.has(.transitive) || token.has(.become):
            if pointed { return true }
            // 问题整改率, 生活垃圾清运量: a verb between nouns before a head that sizes it.
            let sizes = index + 2 == range.upperBound && (next.has(.magnitude) || next.has(.abstract))
            // 企业开办时间: between a body and a size the verb belongs to the noun.
            if sizes, !token.has(.light), index > range.lowerBound, tokens[index - 1].wordClass == .noun {
                return false
            }
            return starts || !sizes || token.has(.light)
        // 签约项目19个
        case .verb where token.has(.completion) && next.has(.abstract):
            return startsPredicate(index, in: range) && index + 2 == range.upperBound
        case .verb where isPlain(token):
            if index + 2 == range.upperBound, next.has(.magnitude) || next.has(.abstract) { return pointed }
            // 已签约入园企业
            return pointed
                || starts && index > range.lowerBound && isNominal(next) && !tokens[index - 1].has(.completion)
        case .verbalNoun where token.has(.transitive):
            // 驿站接待“小哥”
            guard starts || next.isMark(.openQuote) else { return false }
            if pointed { return true }
            let last = index + 2 == range.upperBound
            return (isNominal(next) || isPlain(next) && !last)
                && !(last && (next.has(.abstract) || next.has(.magnitude)))
                && !(index + 3 == range.upperBound && next.has(.abstract) && tokens[index + 2].has(.abstract))
        default: return false
        }
    }

    /// Whether nothing but a subject, an adverb or a mark stands right before the token.
    private func startsPredicate(_ index: Int, in range: Range<Int>) -> Bool {
        guard index > range.lowerBound else { return true }
        let before = tokens[index - 1]
        switch before.kind {
        case .mark(let mark): return mark != .closeQuote
        case .time, .quantity: return true
        case .word:
            return [.adverb, .preposition, .conjunction, .verb, .particle, .pronoun, .other, .time].contains(
                before.wordClass) || isActor(before) || before.has(.etc) || before.has(.plan)
                || before.wordClass == .idiom
                || range.contains {
                    $0 < index - 1 && (tokens[$0].has(.recipient) || tokens[$0].wordClass == .preposition)
                }
        }
    }

    /// A clause without a verb that takes an object: 老旧小区改造4个, 化解151件, 老年人1830人.
    private func withoutObject(_ range: Range<Int>, style: Style, depths: [Int]) -> Left {
        if style == .rate, let last = range.last, tokens[last].wordClass == .verb, tokens[last].has(.transitive),
            range.count > 1 && tokens[last].has(.light) || tokens[last].has(.done)
        {
            // 安装工作完成80%, 改造项目已完成92%
            return withoutObject(range.lowerBound..<last, style: style, depths: Array(depths.dropLast()))
        }
        var verbs = range.upperBound
        while verbs > range.lowerBound,
            isVerbal(tokens[verbs - 1]) && style == .count
                || verbs < range.upperBound && tokens[verbs - 1].wordClass == .adverb && !tokens[verbs - 1].has(.bound)
        {
            verbs -= 1
        }
        while verbs < range.upperBound, verbs > range.lowerBound,
            tokens[verbs - 1].has(.average) || tokens[verbs - 1].has(.manner)
        { verbs -= 1 }
        if range.upperBound - verbs > 1, let verb = range.last, scalars(tokens[verb]) == 1,
            tokens[verb].wordClass == .verb,
            tokens[verb - 1].wordClass == .verbalNoun, verb - 1 > range.lowerBound
        {
            // 免费培训办了21期: the doing is what the verb of one character brings about
            verbs = verb
        }
        guard verbs < range.upperBound else {
            return finished(nounTail(of: range, style: style, depths: depths, admitsVerbs: false), predicate: nil)
        }
        let before = range.lowerBound..<verbs
        let noun = nounTail(
            of: before, style: style, depths: Array(depths.prefix(before.count)), admitsVerbs: false)
        let counted = trimmed(noun)
        let isNamed = tokens[range.upperBound - 1].wordClass == .verbalNoun && verbs == range.upperBound - 1
        let says = counted.contains {
            let token = tokens[$0]
            // 物业管理3108件: a body before a noun of doing makes one noun with it.
            return (!isActor(token) || isNamed && token.has(.agent) && token.wordClass == .noun)
                && !token.isMark(.pause)
                && !(token.kind == .word && token.wordClass == .attributive && counted.count == 1)
        }
        guard says, !counted.isEmpty else {
            var reading = verbsOnly(verbs..<range.upperBound, in: range)
            if !noun.isEmpty { reading.subject = noun }
            return reading
        }
        let last = range.upperBound - 1
        if tokens[verbs].has(.average) || tokens[verbs].has(.manner) || tokens[last].has(.complete) {
            // 食堂日均就餐160人次: the doing is counted, the noun does it.
            var reading = verbsOnly(verbs..<range.upperBound, in: range)
            reading.subject = noun
            return reading
        }
        let isOver =
            scalars(tokens[last]) == 1 && last + 1 < tokens.count && tokens[last + 1].has(.aspect)
            && last > noun.lowerBound
        if tokens[last].wordClass == .verb, tokens[last].has(.transitive) || isOver {
            // 意见收了237条: a verb of one character before 了 is no part of a noun.
            // 创业担保贷款发放640万元: the noun is what is counted, the verb is what was done to it;
            // 老旧小区改造完成12个: a light verb leaves the doing before it in the noun.
            return finished(tokens[last].has(.light) ? noun.lowerBound..<last : noun, predicate: last)
        }
        return finished(noun.lowerBound..<range.upperBound, predicate: nil)
    }

    private func verbsOnly(_ verbs: Range<Int>, in range: Range<Int>) -> Left {
        var left = Left.empty(at: range.upperBound)
        var low = verbs.lowerBound
        while low < verbs.upperBound, tokens[low].wordClass == .adverb { low += 1 }
        left.verbs = low..<verbs.upperBound
        left.predicate = low < verbs.upperBound ? low : nil
        return left
    }

    /// The longest noun phrase at the end of a stretch, lists and quoted names included.
    private func nounTail(of range: Range<Int>, style: Style, depths: [Int], admitsVerbs: Bool) -> Range<Int> {
        var low = range.upperBound
        var index = range.upperBound - 1
        let head = tokens[max(range.lowerBound, range.upperBound - 1)]
        if head.kind == .word, head.wordClass == .number { return low..<range.upperBound }
        let admitsVerbs = admitsVerbs || head.has(.magnitude) || head.has(.bound)
        let isShare = head.kind == .word && head.has(.magnitude)
        while index >= range.lowerBound {
            let token = tokens[index]
            if isShare, low < range.upperBound,
                token.has(.share)
                    || token.has(.determiner) && index > range.lowerBound
                        && tokens[index - 1].has(.share)
            {
                // 总产值占全省比重
                low = index
                index -= 1
                continue
            }
            if depths[index - range.lowerBound] > 0 {
                low = index
            } else if token.isMark(.pause) || token.has(.and) {
                guard low < range.upperBound, index > range.lowerBound, joinsLeft(index) else { break }
            } else if token.has(.de) {
                guard low < range.upperBound else { break }
            } else if token.has(.toward), head.has(.bound), low < range.upperBound, index > range.lowerBound,
                isNominal(tokens[index - 1])
            {
                low = index
            } else if isNominal(token) || low == range.upperBound && token.has(.bound) {
                low = index
            } else if token.kind == .word, token.wordClass == .other, low < range.upperBound,
                token.end - token.start >= 9, token.roles.isEmpty
            {
                // 人民币|贷款: a word that stands alone behind a number and before a noun here
                low = index
            } else if token.has(.determiner), low < range.upperBound, index > range.lowerBound,
                isNominal(tokens[index - 1]),
                !isActor(token)
            {
                // 人民币各项贷款
                low = index
            } else if token.has(.determiner), low < range.upperBound, index > range.lowerBound + 1,
                tokens[index - 1].has(.and), isNominal(tokens[index - 2]), !isActor(tokens[index - 2])
            {
                // 建筑工地及其他场所
                low = index
            } else if token.kind == .word,
                token.wordClass == .verb
                    && (admitsVerbs || style == .rate || low < range.upperBound && qualifies(index))
                    || token.wordClass == .adverb && token.roles.isEmpty && low < range.upperBound
                        && index > range.lowerBound && isNominal(tokens[index - 1])
                        && (admitsVerbs || style == .rate || tokens[index - 1].wordClass == .noun)
            {
                if token.has(.plan) || token.has(.causative) || token.has(.reach) && !token.has(.transitive) { break }
                low = index
            } else if style == .rate, head.has(.bound), token.kind == .word, token.wordClass == .adverb,
                token.roles.isEmpty, scalars(token) == 2, low + 1 < range.upperBound, isVerbal(tokens[low])
            {
                // 按期办结率, 及时响应率
                low = index
            } else {
                break
            }
            index -= 1
        }
        return low..<range.upperBound
    }

    /// A list goes on to the left of a 、 or 和 where a noun stands there and no new predicate opens behind it.
    private func joinsLeft(_ index: Int) -> Bool {
        let previous = tokens[index - 1]
        guard isNominal(previous) || previous.isMark(.closeQuote) || previous.isMark(.closeBracket) else {
            return false
        }
        guard index + 1 < tokens.count else { return true }
        let next = tokens[index + 1]
        // 排查率、化解率: a verb with its bound head is a noun.
        if index + 2 < tokens.count, tokens[index + 2].has(.bound) { return true }
        return !(next.wordClass == .verb && next.has(.transitive))
    }

    private func finished(_ range: Range<Int>, predicate: Int?) -> Left {
        var left = Left(item: trimmed(range))
        left.predicate = predicate
        if left.item.count == 1, isShort(left.item.lowerBound), let low = longerStart(left.item.lowerBound) {
            left.item = low..<left.item.upperBound
            return left
        }
        if let verb = predicate, left.item.count == 1, verb + 1 == left.item.lowerBound, isShort(left.item.lowerBound),
            verb > 0, isVerbal(tokens[verb - 1]) || isNominal(tokens[verb - 1]) && !isActor(tokens[verb - 1]),
            tokens[verb].roles.isDisjoint(with: [.light, .plan, .causative, .reach, .stock]), scalars(tokens[verb]) == 2
        {
            // 购置|送餐|车, 垃圾|清运|车: a head of one character makes one noun with the verb before it.
            left.item = verb..<left.item.upperBound
            left.predicate = isVerbal(tokens[verb - 1]) ? verb - 1 : nil
        }
        return left
    }

    /// Whether a token is a head of one character.
    private func isShort(_ index: Int) -> Bool {
        scalars(tokens[index]) == 1 && (tokens[index].wordClass == .noun || tokens[index].wordClass == .suffix)
    }

    /// 雨水|箅|子, 宠物|拾|便|箱: where a word begins that the lexicon does not know and that ends in a head of one character:
    /// at the noun before its characters.
    private func longerStart(_ head: Int) -> Int? {
        var low = head
        while low > 0, head - low < 3, tokens[low - 1].kind == .word, scalars(tokens[low - 1]) == 1,
            ![.adverb, .preposition, .pronoun, .conjunction, .particle, .number, .measure].contains(
                tokens[low - 1].wordClass),
            tokens[low - 1].roles.isDisjoint(with: [
                .reach, .stock, .aspect, .de, .and, .determiner, .etc, .sum, .transitive,
            ])
        {
            low -= 1
        }
        guard low < head, low > 0, tokens[low - 1].kind == .word, scalars(tokens[low - 1]) > 1,
            tokens[low - 1].wordClass == .noun, !isActor(tokens[low - 1])
        else { return nil }
        return low - 1
    }

    /// Takes places and words that only point (各类, 全区) off the phrase's head.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        let high = range.upperBound
        while low < high {
            let token = tokens[low]
            let loose =
                token.has(.determiner) || token.has(.and) || token.has(.de) || token.isMark(.pause)
                || token.has(.placeName) || token.wordClass == .locative || token.wordClass == .pronoun
                || token.wordClass == .conjunction || token.wordClass == .number && low + 1 < high
                // 一份午餐
                || token.wordClass == .measure && low + 1 < high && low > 0 && tokens[low - 1].wordClass == .number
                    && (low + 2 < high || scalars(tokens[low + 1]) > 1 || tokens[low + 1].wordClass != .noun
                        || tokens[low + 1].has(.bound))
                || token.has(.body) && low + 1 < high && isNominal(tokens[low + 1])
            let place =
                token.wordClass == .place && low + 1 < high && isNominal(tokens[low + 1])
                && token.end - token.start >= 6
            // 自治区级以上企业: the level of a place qualifies, it does not locate.
            let isLevel = low + 1 < high && tokens[low + 1].has(.kind)
            guard loose || place, !isLevel else { break }
            low += 1
        }
        return low..<high
    }

    // MARK: to the right

    // MARK: as text

    /// The phrase as text, without blanks, wrapping words and sizes at its end.
    func string(_ phrase: Range<Int>, text: Span<UInt8>) -> String {
        var range = phrase
        while range.count > 1,
            tokens[range.upperBound - 1].has(.wrapper) || tokens[range.upperBound - 1].has(.sizeWrapper)
        {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        while range.count > 1, tokens[range.upperBound - 1].has(.de) || tokens[range.upperBound - 1].has(.etc) {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        return text.string(of: tokens[range])
    }
}
