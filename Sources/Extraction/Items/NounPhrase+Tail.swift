import Scanning

/// Where a noun phrase before a quantity begins: its words, the members of a list, what only points and stays out.
extension NounPhrases {
    /// The longest noun phrase at the end of a stretch, lists and quoted names included.
    func nounTail(of range: Range<Int>, style: Style, depths: [Int], admitsVerbs: Bool) -> Range<Int> {
        var low = range.upperBound
        var index = range.upperBound - 1
        let head = tokens[max(range.lowerBound, range.upperBound - 1)]
        if head.kind == .word, head.wordClass == .number { return low..<range.upperBound }
        let admitsVerbs =
            admitsVerbs || head.has(.magnitude) || head.has(.bound) || head.kind == .word && head.has(.sizeWrapper)
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
            } else if token.isMark(.pause) || token.has(.and) || tokens[index].kinds.contains(.partner) {
                guard low < range.upperBound, index > range.lowerBound, joinsLeft(index),
                    style == .count || !endsStatement(at: index, from: range.lowerBound)
                else { break }
            } else if token.has(.de) {
                guard low < range.upperBound else { break }
            } else if isNominal(token) || low == range.upperBound && token.has(.bound)
                || low < range.upperBound && isPartOfNoun(index, before: low, in: range)
            {
                low = index
            } else if admitsDoing(index, before: low, in: range, style: style, admitsVerbs: admitsVerbs) {
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

    /// Whether a word that is no noun is a part of the one behind it: 春季|招聘会, 人民币|贷款, 有效|工单, 草|畜|平衡指数.
    private func isPartOfNoun(_ index: Int, before low: Int, in range: Range<Int>) -> Bool {
        let token = tokens[index]
        if token.kind == .word, token.wordClass == .time, token.has(.manner), isNominal(tokens[low]),
            !isVerbal(tokens[low])
        {
            // 春季招聘会; 春季植树 only says when
            return true
        }
        // 人民币|贷款: a word that stands alone behind a number and before a noun here
        if token.kind == .word, token.wordClass == .other, token.end - token.start >= 9, token.roles.isEmpty {
            return true
        }
        if low == index + 1, isAdjective(index) { return true }
        // 举办|现场|招聘会
        if low == index + 1, index == range.lowerBound,
            index == 0 || isVerbal(tokens[index - 1]) || tokens[index - 1].has(.stock) || tokens[index - 1].endsClause
                || tokens[index - 1].isMark(.pause),
            isAttributeOfObject(index, before: range.upperBound)
        {
            return true
        }
        // 草|畜|平衡指数: a word that the lexicon does not know, cut in two
        if isUnknownHalf(index, in: range) { return true }
        // 建筑工地及其他场所
        return token.has(.determiner) && index > range.lowerBound + 1 && tokens[index - 1].has(.and)
            && isNominal(tokens[index - 2]) && !isActor(tokens[index - 2])
    }

    /// Whether a verb, or an adverb behind a noun, belongs to the noun that ends the phrase: 垃圾|压缩|转运站, 采样|点|密度.
    private func admitsDoing(
        _ index: Int, before low: Int, in range: Range<Int>, style: Style, admitsVerbs: Bool
    ) -> Bool {
        let token = tokens[index]
        let end = range.upperBound
        guard token.kind == .word else { return false }
        if token.wordClass == .verb {
            if admitsVerbs || style == .rate { return true }
            let isNext = low == index + 1
            return low < end
                && (tellsPurpose(index, before: end) || qualifies(index)
                    // 采样|点|密度
                    || isNext && low + 1 < end && tokens[low].has(.bound)
                    || isNext && tellsKind(index, before: end)
                    // 垃圾|压缩|转运站
                    || index > range.lowerBound && joinsCompound(index, before: end))
                || isNext && index > range.lowerBound && standsInside(index, before: end)
        }
        return token.wordClass == .adverb && token.roles.isEmpty && low < end
            // 公众号、公示栏|主动|公开信息: how a doing went on opens what was done
            && !(style == .count && token.kinds.contains(.running) && opensDoing(index))
            && index > range.lowerBound && isNominal(tokens[index - 1])
            && (admitsVerbs || style == .rate || tokens[index - 1].wordClass == .noun)
    }

    /// 满意度|位居|全市前列、化解率: whether the member of a list before a 、 is a statement of its own: a noun, what it does
    /// with a verb that no noun takes into its name, and where or what.
    private func endsStatement(at pause: Int, from low: Int) -> Bool {
        var verb = pause - 2
        while verb > low, pause - verb < 8, tokens[verb].kind == .word,
            tokens[verb].wordClass != .verb || scalars(tokens[verb]) < 2 || tokens[verb].has(.transitive)
                || !tokens[verb].has(.state)
        { verb -= 1 }
        return verb > low && pause - verb < 8 && tokens[verb].kind == .word && isNominal(tokens[verb - 1])
    }

    /// 完善|实施|类: whether a verb, or two, stand before a word for a kind.
    private func tellsKind(_ index: Int, before end: Int) -> Bool {
        tokens[index + 1].has(.kind) || index + 2 < end && tokens[index + 2].has(.kind) && isVerbal(tokens[index + 1])
    }

    /// Whether a token is the second of two single characters that make no word which the lexicon knows.
    private func isUnknownHalf(_ index: Int, in range: Range<Int>) -> Bool {
        let token = tokens[index]
        return token.kind == .word && token.wordClass == .other && token.roles.isEmpty && scalars(token) == 1
            && index > range.lowerBound && isShort(index - 1)
    }

    /// A list goes on to the left of a 、 or 和 where a noun stands there and no new predicate opens behind it.
    func joinsLeft(_ index: Int) -> Bool {
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

    func finished(_ range: Range<Int>, predicate: Int?) -> Left {
        var left = Left(item: trimmed(range))
        // 收集桶|摆|了36只, 二胡手|就|凑出13位: a verb of one character behind a noun is what is done with it
        while left.item.count > 1, let last = left.item.last, last + 1 < tokens.count, tokens[last].kind == .word,
            scalars(tokens[last]) == 1,
            tokens[last].wordClass == .verb
                && (tokens[last + 1].has(.aspect) || tokens[last + 1].kinds.contains(.complement))
                || tokens[last].wordClass == .adverb && tokens[last + 1].wordClass == .verb
        {
            left.item = left.item.dropLast()
            // 网格员|管|了35户: who does it is not what is counted
            if let last = left.item.last, isActor(tokens[last]) || tokens[last].has(.human) {
                left.item = left.item.upperBound..<left.item.upperBound
            }
        }
        left.predicate = predicate
        if left.item.count == 1, isShort(left.item.lowerBound), let low = longerStart(left.item.lowerBound) {
            left.item = low..<left.item.upperBound
            return left
        }
        if let verb = predicate, left.item.count > 1, verb + 1 == left.item.lowerBound, let last = left.item.last,
            tokens[last].kinds.contains(.doer), !isVerbal(tokens[last - 1]), tokens[last - 1].wordClass != .adjective
        {
            // 取得证书|者: who is told by what they do with it
            left.item = verb..<left.item.upperBound
            left.predicate = nil
            return left
        }
        if let verb = predicate, left.item.count == 1, verb + 1 == left.item.lowerBound, isShort(left.item.lowerBound),
            isHeadOf(verb, left.item.lowerBound),
            tokens[verb].roles.isDisjoint(with: [.light, .plan, .causative, .reach, .stock]), scalars(tokens[verb]) == 2
        {
            // 购置|送餐|车, 垃圾|清运|车: a head of one character makes one noun with the verb before it.
            left.item = verb..<left.item.upperBound
            left.predicate = verb > 0 && isVerbal(tokens[verb - 1]) ? verb - 1 : nil
        } else if let low = unlistedStart(before: left.item) {
            left.item = low..<left.item.upperBound
        }
        return left
    }

    /// Whether a head of one character may make a noun with the verb before it: behind another verb or a thing; at the clause's beginning
    /// only where something is said of it (压缩|箱|增加到5个).
    private func isHeadOf(_ verb: Int, _ head: Int) -> Bool {
        guard verb > 0, !tokens[verb - 1].endsClause else {
            return head + 1 < tokens.count && tokens[head + 1].has(.reach)
        }
        return isVerbal(tokens[verb - 1]) || isNominal(tokens[verb - 1]) && !isActor(tokens[verb - 1])
    }

    /// Whether a token is a head of one character.
    func isShort(_ index: Int) -> Bool {
        scalars(tokens[index]) == 1 && (tokens[index].wordClass == .noun || tokens[index].wordClass == .suffix)
    }

    /// 雨水|箅|子, 宠物|拾|便|箱: where a word begins that the lexicon does not know and that ends in a head of one character:
    /// at the noun before its characters.
    func longerStart(_ head: Int) -> Int? {
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

    /// （改、扩）建|学校7所: behind a verb of one character whose variants brackets give.
    private func behindBracketedVerb(_ low: Int, _ range: Range<Int>) -> Int {
        guard low < range.upperBound, tokens[low].isMark(.openBracket), let close = closing(of: low),
            close + 2 < range.upperBound, close - low < 6, tokens[close + 1].kind == .word,
            tokens[close + 1].wordClass == .verb, scalars(tokens[close + 1]) == 1, isNominal(tokens[close + 2])
        else { return low }
        return close + 2
    }

    /// Whether an adverb for how a doing went on stands in an affirmative clause: 及时|停发, but 未|及时|停发 is one name, and so is
    /// 直接|投资, whose doing is itself a sum.
    private func opensDoing(_ adverb: Int) -> Bool {
        guard adverb + 1 >= tokens.count || !tokens[adverb + 1].has(.magnitude) else { return false }
        return adverb == 0 || !tokens[adverb - 1].kinds.contains(.negation)
    }

    /// Where a phrase begins behind streets in a list, which only tell where the things are: 长虹路、幸福街|老旧院落8个.
    private func behindRoads(_ range: Range<Int>) -> Int {
        guard range.count > 3, let last = range.last(where: { tokens[$0].isMark(.pause) }), last > range.lowerBound,
            tokens[last - 1].kinds.contains(.road) || tokens[last - 1].has(.placeName),
            let road = (last + 1..<range.upperBound).first(where: {
                tokens[$0].kinds.contains(.road) || tokens[$0].has(.placeName)
            }), road - last < 4, road + 1 < range.upperBound, isNominal(tokens[road + 1]),
            scalars(tokens[road + 1]) > 1, tokens[road + 1].wordClass != .locative,
            // 长虹路、幸福街改造: what is done to them; 南环路、北环路商会: whose it is
            !isDoing(road + 1), !tokens[range.upperBound - 1].has(.body)
        else { return range.lowerBound }
        return road + 1
    }

    /// 凑|了|支|送餐队, 换|个|方向: whether a measure word whose number was left out stands behind a verb, before the one thing that it counts.
    func countsOne(_ index: Int, before end: Int) -> Bool {
        guard index > 0, index + 1 < end, scalars(tokens[index]) == 1, tokens[index].kind == .word,
            tokens[index].wordClass == .measure || tokens[index].kinds.contains(.classifier),
            // 换|个|方向, 修|条路; but 建|家庭|医生, 拆|处|房
            case let before = tokens[index - 1], before.kind == .word, scalars(before) == 1
        else { return false }
        if before.has(.aspect) { return index > 1 && tokens[index - 2].kind == .word && isVerbal(tokens[index - 2]) }
        return before.wordClass == .verb && tokens[index].wordClass == .measure
            && before.roles.isDisjoint(with: [.reach, .recipient])
    }

    /// Takes places and words that only point (各类, 全区) off the phrase's head.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var low = behindBracketedVerb(behindRoads(range), range)
        let high = range.upperBound
        while low < high {
            let token = tokens[low]
            // 每|千|人口医师数: of how many it is told
            if token.has(.determiner), low + 2 < high, tokens[low + 1].kinds.contains(.thousands) { break }
            // 昆明|长水国际机场: an airport is called by its city too
            if token.wordClass == .place || token.has(.placeName),
                tokens[low..<high].prefix(6).contains(where: { $0.kinds.contains(.airport) })
            {
                break
            }
            let loose =
                token.has(.determiner) || token.has(.and) || token.has(.de) || token.isMark(.pause)
                || token.has(.placeName) || token.wordClass == .locative || token.wordClass == .pronoun
                || token.wordClass == .conjunction || token.wordClass == .number && low + 1 < high
                // 第三|届邻里节
                || token.kinds.contains(.series) && low + 1 < high && low > 0 && tokens[low - 1].wordClass == .number
                // 一份午餐
                || token.wordClass == .measure && low + 1 < high && low > 0 && tokens[low - 1].wordClass == .number
                    && (low + 2 < high || scalars(tokens[low + 1]) > 1 || tokens[low + 1].wordClass != .noun
                        || tokens[low + 1].has(.bound))
                // 这支队伍, 一期修缮院落: a measure word whose number or pointer stands outside
                || token.wordClass == .measure && scalars(token) == 1 && low + 1 < high && low > 0
                    && (isVerbal(tokens[low + 1])
                        || [.pronoun, .locative, .measure].contains(tokens[low - 1].wordClass)
                        || tokens[low - 1].has(.determiner))
                // 这|条|路全长: a measure word that is a noun elsewhere, behind a pointer
                || token.kinds.contains(.classifier) && token.wordClass == .noun && low + 1 < high && low > 0
                    && (tokens[low - 1].wordClass == .pronoun && scalars(tokens[low - 1]) == 1
                        // 凑了|支|送餐队, 换|个|方向: with its number left out, which is one
                        || countsOne(low, before: high))
                || token.wordClass == .measure && low + 1 < high && countsOne(low, before: high)
                // 一|处|低洼平房: a measure word that is a noun or a verb elsewhere
                || scalars(token) == 1 && (token.wordClass == .noun || token.wordClass == .verb) && low + 2 < high
                    && low > 0 && tokens[low - 1].kind == .word && tokens[low - 1].wordClass == .number
                    && scalars(tokens[low - 1]) == 1 && scalars(tokens[low + 1]) > 1
                // 社区|“邻里食堂”
                || token.has(.body) && low + 1 < high
                    && (isNominal(tokens[low + 1]) || tokens[low + 1].isMark(.openQuote))
                // 规划|藏书2.5万册: what there is to be, by itself
                || token.kinds.contains(.design) && low + 1 < high
                    && !tokens[low + 1].roles.isDisjoint(with: [.member, .label])
            // 社区|里|健身器材有35个: where they are
            if token.has(.agent), low + 2 < high, tokens[low + 1].kinds.contains(.within), isNominal(tokens[low + 2]) {
                low += 2
                continue
            }
            let place =
                token.wordClass == .place && low + 1 < high && isNominal(tokens[low + 1])
                && token.end - token.start >= 6
            // 自治区级以上企业: the level of a place qualifies, it does not locate.
            let isLevel = low + 1 < high && tokens[low + 1].has(.kind)
            guard loose || place, !isLevel else { break }
            low += 1
        }
        if low + 1 == high, tokens[low].wordClass == .measure, low > 0, tokens[low - 1].kind == .word,
            tokens[low - 1].wordClass == .number
        {
            // 首|批45名已经上岗: a measure word alone names nothing
            return high..<high
        }
        return low..<high
    }
}
