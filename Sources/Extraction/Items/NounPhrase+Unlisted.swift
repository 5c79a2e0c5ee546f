import Facts
import Scanning

/// Names behind a figure that the lexicon does not list: what a verb and the character behind it make (停放|框, 扯皮|案), and what a
/// verb before a noun tells apart where a noun must follow (64笔|装修|押金).
extension NounPhrases {
    /// Where a phrase ends that goes on with a verb and a character in which names end: 共享单车|停放|框, 漏水|扯皮|案; `nil` where it
    /// does not.
    ///
    /// A word of two characters and one behind it make a noun, where a verb of two with an object of one is hardly said
    /// (Duanmu and Feng on the rhythm of Chinese: 2 + 1 is a compound, 1 + 2 a phrase).
    ///
    /// - Parameters:
    ///   - parted: the first token behind the phrase.
    ///   - start: where the phrase begins, which is `parted` where it has no word yet.
    ///   - countsPeople: whether the measure word is one of people.
    ///   - countsEvents: whether it is one of events.
    func unlistedEnd(from parted: Int, after start: Int, countsPeople: Bool, countsEvents: Bool) -> Int? {
        // 13个独立式|感|烟|报警器
        if !countsPeople, parted > start,
            tokens[start..<parted].allSatisfy({
                $0.kind == .word && ($0.wordClass == .attributive || $0.wordClass == .adjective)
            }), let end = spelledEnd(from: parted)
        {
            return end
        }
        // 8个社区|更换灯, 30家小餐馆免费|清洗油烟机: those who can act do
        if !countsEvents,
            tokens[start..<parted].contains(where: { owner in
                owner.isMark(.closeQuote) || isActor(owner)
                    || !owner.roles.isDisjoint(with: [.human, .agent, .doer, .body])
                    || !owner.kinds.isDisjoint(with: [.site, .office])
            })
        {
            return nil
        }
        // 外墙|空|鼓: two characters that make no word which the lexicon knows, behind a word that it does
        if parted > start + 1, isLone(parted - 1), isLone(parted), closes(at: parted + 1) { return parted + 1 }
        var last = parted
        var holdsVerb = false
        while last < tokens.count, last - parted < 4, isInsideUnlisted(tokens[last]) {
            let ends =
                scalars(tokens[last]) == 1
                && (countsPeople
                    ? tokens[last].kinds.contains(.personEnd) : tokens[last].kinds.contains(.nameEnd))
            // 开3次业主|会: an event takes those whose it is into its name
            let isOfEvent = countsEvents && parted > start
            // 35辆电动车停放|堵|门, 12个灯泡|换|新|灯: a verb of one character behind another verb, or one of making, has an object
            if ends, last > parted, isDoneTo(last, from: parted) { return nil }
            if ends, last > parted || isOfEvent, holdsVerb || isOfEvent, scalars(of: start..<last + 1) > 2,
                endsName(at: last + 1), parted > start || last + 1 >= tokens.count || !tokens[last + 1].has(.de)
            {
                return last + 1
            }
            // 30家小餐馆|统一|清洗…: how it is done opens a name (限期|挪车|单), and stands in none
            if parted > start, tokens[last].kinds.contains(.gratis) { return nil }
            if tokens[last].wordClass == .verb || tokens[last].wordClass == .verbalNoun { holdsVerb = true }
            last += 1
        }
        // 3场爱心|助考|送行由…: the doings that an event is
        return countsEvents && parted > start ? doingsEnd(from: parted) : nil
    }

    /// Where the doings end that an event is called by, up to a preposition of one character: 助考|送行|由….
    private func doingsEnd(from first: Int) -> Int? {
        var end = first
        while end < tokens.count, end - first < 3, tokens[end].kind == .word, scalars(tokens[end]) == 2, isDoing(end),
            tokens[end].roles.isDisjoint(with: [.reach, .stock, .plan, .light, .causative, .become])
        { end += 1 }
        guard end > first, end < tokens.count, tokens[end].kind == .word, tokens[end].wordClass == .preposition,
            scalars(tokens[end]) == 1, !tokens[end].kinds.contains(.inside)
        else { return nil }
        return end
    }

    /// 抽|水泵, 欠|发达|县域: a verb of one character before a noun, where no other noun is in sight.
    func unknownWord(startingAt first: Int) -> Range<Int> {
        if let spelled = spelledWord(startingAt: first) { return spelled }
        guard first + 1 < tokens.count, tokens[first].wordClass == .verb, tokens[first].kind == .word,
            tokens[first].roles.isDisjoint(with: [.reach, .plan, .stock]),
            tokens[first].end - tokens[first].start == 3, isNominal(tokens[first + 1]),
            // 139条报|街道|统筹: to whom it is sent
            !isActor(tokens[first + 1])
        else { return first..<first }
        var high = first + 1
        while high < tokens.count, isNominal(tokens[high]), !isVerbal(tokens[high]) { high += 1 }
        return first..<high
    }

    /// 缅|北|涉|诈|犯罪嫌疑人, 导|光|管: two characters or more that make no word which the lexicon knows, with the noun behind
    /// them, or three that end the clause.
    private func spelledWord(startingAt first: Int) -> Range<Int>? {
        let high = endOfCharacters(from: first, where: isLoose)
        guard high - first >= 2 else { return nil }
        var end = high
        while end < tokens.count, isNominal(tokens[end]), tokens[end].wordClass != .locative { end += 1 }
        // 戴红袖套的“巷管家” is no word
        if end < tokens.count, tokens[end].has(.de) { return nil }
        if end > high { return first..<end }
        return high - first >= 3 && (closes(at: high)) ? first..<high : nil
    }

    /// One character of no word of grammar.
    private func isLoose(_ token: Token) -> Bool {
        token.kind == .word && scalars(token) == 1
            && ![.adverb, .preposition, .pronoun, .conjunction, .particle, .number, .measure, .attributive].contains(
                token.wordClass)
            && token.roles.isDisjoint(with: [
                .reach, .stock, .plan, .de, .and, .etc, .determiner, .sum, .from, .recipient, .arrive, .share,
            ]) && (token.wordClass == .verb || !token.has(.aspect))
    }

    /// 开了9次|夜|查: where a doing ends that is spelled in characters which make no word that the lexicon knows, up to the end of the clause.
    func spelledDoing(_ first: Int) -> Int? {
        let end = endOfCharacters(from: first, most: 4) {
            [.verb, .noun, .adjective, .other, .verbalNoun].contains($0.wordClass)
                && $0.roles.isDisjoint(with: [.reach, .stock, .plan, .de, .and, .aspect])
        }
        return end - first > 1 && closes(at: end) ? end : nil
    }

    /// Where the words of one character end that begin at `first` and are of a sort.
    private func endOfCharacters(from first: Int, most: Int = .max, where fits: (Token) -> Bool) -> Int {
        var end = first
        while end < tokens.count, end - first < most, tokens[end].kind == .word, scalars(tokens[end]) == 1,
            fits(tokens[end])
        { end += 1 }
        return end
    }

    /// 优|亲|厚|友|典型案例: where a name ends that opens with characters which make no words that the lexicon knows, with the noun behind
    /// them; `nil` where there are fewer than two of them.
    func spelledEnd(from first: Int) -> Int? {
        let high = endOfCharacters(from: first, most: 5) {
            isPlainCharacter($0) && !$0.kinds.contains(.complement)
                && [.noun, .verb, .adjective, .attributive, .other].contains($0.wordClass)
        }
        guard high - first >= 2 else { return nil }
        var end = high
        while end < tokens.count, end - high < 4, tokens[end].kind == .word, tokens[end].wordClass == .noun,
            scalars(tokens[end]) > 1, !isActor(tokens[end])
        { end += 1 }
        return end > high && endsName(at: end) ? end : nil
    }

    /// 把24个周末|晚|托|名额|优先留给…, 受理的19笔先行|赔付|申请: where a name ends that must stand behind a figure, as 把 or 的 before it says, up to its last
    /// noun before a mark or a predicate; `nil` where no noun stands there.
    func obligedEnd(from first: Int) -> Int? {
        guard first > 1, tokens[first - 1].isQuantity,
            tokens[first - 2].has(.de) || tokens[first - 2].kinds.contains(.fronting),
            // 将12件|转交|公安: a verb opens what becomes of them
            !isVerbalOrDoing(tokens[first]), !tokens[first].kinds.contains(.gratis)
        else { return nil }
        var end = first
        while end < tokens.count, end - first < 6,
            isInsideUnlisted(tokens[end])
                || tokens[end].kind == .word
                    && (tokens[end].wordClass == .time && tokens[end].roles.isSubset(of: .manner)
                        || end == first && tokens[end].wordClass == .adverb && tokens[end].roles.isEmpty)
        {
            end += 1
            if end < tokens.count, tokens[end - 1].wordClass == .noun || tokens[end - 1].wordClass == .verbalNoun,
                scalars(tokens[end - 1]) > 1, !closes(at: end), endsName(at: end), !tokens[end].has(.de),
                tokens[end].wordClass != .verb
            {
                break
            }
        }
        guard end - first > 1, let last = tokens[first..<end].last, [.noun, .verbalNoun].contains(last.wordClass),
            scalars(last) > 1 || last.kinds.contains(.nameEnd), endsName(at: end),
            end >= tokens.count || !tokens[end].has(.de)
        else { return nil }
        return end
    }

    /// Whether the character at the end of a stretch is what a verb of one character is done to.
    private func isDoneTo(_ end: Int, from first: Int) -> Bool {
        if scalars(tokens[first]) == 1, tokens[first].wordClass == .verb, tokens[first].kinds.contains(.handling) {
            return true
        }
        if tokens[first..<end].contains(where: { $0.kinds.contains(.complement) }) { return true }
        return end - 1 > first && scalars(tokens[end - 1]) == 1 && tokens[end - 1].wordClass == .verb
            && scalars(tokens[end - 2]) > 1 && isVerbalOrDoing(tokens[end - 2])
    }

    /// One character that is a noun or a verb.
    private func isLone(_ index: Int) -> Bool {
        index < tokens.count && tokens[index].kind == .word && scalars(tokens[index]) == 1
            && [.noun, .verb].contains(tokens[index].wordClass) && tokens[index].roles.isEmpty
    }

    /// Whether a word may stand inside a name that the lexicon does not list.
    private func isInsideUnlisted(_ token: Token) -> Bool {
        guard token.kind == .word, scalars(token) <= 3,
            token.roles.isDisjoint(with: [
                .reach, .stock, .plan, .de, .and, .etc, .part, .aspect, .from, .recipient, .arrive, .share,
                .causative, .become, .determiner, .state,
            ]), !token.has(.sum) || scalars(token) == 1,
            token.kinds.isDisjoint(with: [.running, .directed, .moment, .unpaid, .concern])
        else { return false }
        switch token.wordClass {
        case .verb, .verbalNoun, .noun, .adjective, .attributive, .measure, .other, .suffix: return true
        case .adverb, .preposition: return scalars(token) == 1 && token.roles.isSubset(of: [.sum, .abstract, .bound])
        default: return false
        }
    }

    /// Whether what follows a name goes on with none: a mark, or what those named do or undergo.
    private func endsName(at index: Int) -> Bool {
        guard !closes(at: index) else { return true }
        let token = tokens[index]
        if token.isQuantity || token.isTime { return false }
        guard token.kind == .word else { return !token.isMark(.openQuote) }
        if token.has(.and) || token.has(.de) || token.has(.etc) || token.has(.determiner) { return true }
        return [.adverb, .preposition, .pronoun, .verb, .conjunction, .idiom].contains(token.wordClass)
            || token.has(.transitive)
    }

    /// 被扣的64笔|装修|押金, 接了146单|清运|预约: whether a verb tells apart the noun behind it, where 的 or a verb before the figure says
    /// that a noun follows, and nobody is counted who could do what the verb tells.
    func isObjectsAttribute(_ index: Int, countsPeople: Bool) -> Bool {
        guard !countsPeople, index > 1, index + 1 < tokens.count, tokens[index - 1].isQuantity,
            tokens[index].kind == .word, scalars(tokens[index]) == 2,
            tokens[index].wordClass == .verb || isVerbal(tokens[index]),
            tokens[index].roles.isDisjoint(with: [
                .reach, .stock, .plan, .light, .causative, .become, .arrive, .done, .speech,
            ]), tokens[index].kinds.isDisjoint(with: [.running, .directed, .going, .company]),
            case let carrier = carrier(before: index - 1), case let before = tokens[carrier],
            isWholeNoun(tokens[index + 1]) || before.has(.recipient) && tokens[index + 1].kinds.contains(.site)
        else { return false }
        // 58间|出租|库房|两天拆完: and so does a clause that the figure opens, and that goes on
        let opens = before.endsClause || before.isMark(.openQuote)
        guard
            opens || before.has(.recipient) || before.has(.de) || before.has(.transitive) && isVerbal(before)
                || before.kinds.contains(.fronting)
                // 接|了|146单
                || carrier < index - 2 && before.wordClass == .verb
        else { return false }
        var end = index + 2
        while end < tokens.count, end - index < 5, isNominal(tokens[end]), tokens[end].wordClass != .locative {
            end += 1
        }
        if opens { return end < tokens.count && startsPredicate(end) }
        // 为12个|新建|小区|配备: behind a preposition the clause's own verb is yet to come
        if before.has(.recipient) {
            return end < tokens.count && startsPredicate(end)
                || ((index + 2)..<end).contains { isVerbal(tokens[$0]) && tokens[$0].wordClass != .noun }
        }
        return closes(at: end) || !tokens[end].isQuantity && !tokens[end].isTime && !tokens[end].has(.de)
    }

    /// The word before a figure, without 了, how many they are together and how exactly: 接 of 接了约146单.
    func carrier(before figure: Int) -> Int {
        var carrier = figure - 1
        while carrier > 0, !tokens[carrier].roles.isDisjoint(with: [.aspect, .sum, .over, .about, .under]) {
            carrier -= 1
        }
        return carrier
    }

    private func startsPredicate(_ index: Int) -> Bool {
        tokens[index].isTime
            || tokens[index].kind == .word
                && ([.adverb, .preposition, .verb, .time].contains(tokens[index].wordClass)
                    || tokens[index].kinds.contains(.running))
                && tokens[index].roles.isDisjoint(with: [.reach, .stock])
    }

    /// 8个入|河|排污口, 11名在|托|幼儿: whether two characters behind a figure make one word, which the lexicon does not know and which tells
    /// apart the noun behind it.
    func isSpelledAttribute(_ index: Int) -> Bool {
        guard index > 0, index + 2 < tokens.count, tokens[index - 1].isQuantity, isPlainCharacter(tokens[index]),
            [.verb, .preposition].contains(tokens[index].wordClass), isPlainCharacter(tokens[index + 1]),
            [.noun, .verb].contains(tokens[index + 1].wordClass), !tokens[index + 1].kinds.contains(.complement),
            tokens[index + 2].kind == .word, tokens[index + 2].wordClass == .noun, scalars(tokens[index + 2]) > 1
        else { return false }
        return true
    }

    private func isPlainCharacter(_ token: Token) -> Bool {
        token.kind == .word && scalars(token) == 1
            && token.roles.isDisjoint(with: [
                .reach, .stock, .plan, .de, .and, .aspect, .from, .recipient, .arrive, .become, .determiner, .done,
            ]) && token.kinds.isDisjoint(with: [.fronting, .going, .linking, .worth])
    }

    private func isWholeNoun(_ token: Token) -> Bool {
        token.kind == .word && (token.wordClass == .noun || token.wordClass == .verbalNoun) && scalars(token) > 1
            && !token.has(.human) && !isActor(token)
    }

    /// 配发|便|袋箱, 涉及|用|瓶|餐饮商户: where a phrase begins behind a verb with a character that makes one word with the next, which
    /// the lexicon does not know; `nil` where it begins with a word that it does.
    func unlistedStart(before phrase: Range<Int>) -> Int? {
        let low = phrase.lowerBound
        guard low > 1, low < phrase.upperBound, tokens[low].kind == .word, scalars(tokens[low]) == 1,
            phrase.count > 1, isHalf(tokens[low - 1]), case let before = tokens[low - 2],
            // 顶层和|边|户居民, 各类|初|起火情
            before.isMark(.pause)
                || before.kind == .word
                    && (before.has(.aspect) || isVerbal(before) || before.has(.and) || before.kinds.contains(.sorts))
        else { return nil }
        return low - 1
    }

    /// One character that may be the first of a word which the lexicon does not know.
    private func isHalf(_ token: Token) -> Bool {
        guard token.kind == .word, scalars(token) == 1, token.roles.isSubset(of: [.transitive, .increase]),
            token.kinds.isDisjoint(with: [.fresh, .complement, .partner, .fronting])
        else { return false }
        return [.verb, .locative, .other, .adjective, .attributive, .noun].contains(token.wordClass)
            || [.adverb, .preposition].contains(token.wordClass) && token.roles.isEmpty
    }
}
