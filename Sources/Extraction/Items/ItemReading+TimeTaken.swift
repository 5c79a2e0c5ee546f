import Facts
import Scanning
import Units

/// What a time was spent on, where the doing stands behind the figure: 用3天完成修补, 10分钟就赶到现场, 历时2小时将大火扑灭.
extension SentenceReader {
    /// 集中培训 of 为期5天的|集中培训: what lasts so long, where it is a doing that closes the clause.
    func doingOfSpan(_ place: Int) -> Range<Int>? {
        guard place > 0, tokens[place - 1].has(.lasting), place + 2 < tokens.count, tokens[place + 1].has(.de) else {
            return nil
        }
        // 为期三天的停火刚刚结束: nor how it went
        func endsDoing(_ index: Int) -> Bool {
            tokens[index].wordClass == .adverb || tokens[index].has(.light) || tokens[index].has(.completion)
                || tokens[index].kinds.contains(.finishing)
        }
        var end = place + 2
        while end < tokens.count, end - place < 8, tokens[end].kind == .word, end == place + 2 || !endsDoing(end),
            phrases.isNominal(tokens[end]) || phrases.isVerbal(tokens[end]) || phrases.isPlain(tokens[end])
        { end += 1 }
        guard end > place + 2, phrases.closes(at: end) || tokens[end].kind == .word && endsDoing(end) else {
            return nil
        }
        return (place + 2)..<end
    }

    private static let spendings: WordList = [
        "用", "仅用", "只用", "花", "历时", "耗时", "用时", "费时", "花费", "耗费", "利用", "经", "经过",
    ]
    /// Adverbs behind a time that say how soon something came of it.
    private static let soon: WordList = ["就", "便", "即", "才", "即可"]
    /// What may stand between a time and the doing: 3天时间, 1小时内.
    private static let spans: WordList = ["时间", "内", "之内", "以内", "左右", "里"]

    /// 修补用时 of 用2天完成修补: what was done in a time, with what it was done to where that is short; nil where nothing says that the
    /// time was spent on it.
    func timeTaken(_ place: Int, _ before: NounPhrases.Left, _ text: Span<UInt8>) -> String? {
        guard before.modifier == nil, place > 0, place + 1 < tokens.count else { return nil }
        var verb = place - 1
        func isSpending() -> Bool {
            SentenceReader.spendings.contains(tokens[verb].start..<tokens[verb].end, of: text)
        }
        while verb > 0, place - verb < 4, !isSpending(),
            tokens[verb].has(.aspect) || tokens[verb].has(.under) || tokens[verb].has(.over) || tokens[verb].has(.about)
                || tokens[verb].wordClass == .adverb
        { verb -= 1 }
        var isSpent = isSpending()
        // 办理时间5天就能缩短: what is measured has a name
        guard isSpent || before.item.isEmpty || before.item.last.map({ isDoer(tokens[$0]) }) ?? false else {
            return nil
        }
        var index = place + 1
        while index < tokens.count, index - place < 5, tokens[index].kind == .word {
            let word = tokens[index].start..<tokens[index].end
            if SentenceReader.soon.contains(word, of: text) {
                isSpent = true
            } else if !SentenceReader.spans.contains(word, of: text), tokens[index].wordClass != .adverb,
                !tokens[index].has(.light)
            {
                break
            }
            index += 1
        }
        guard isSpent, index < tokens.count else { return nil }
        return doingDone(at: index, text).map { $0 + "用时" }
    }

    private static let spent: WordList = ["用", "用去", "花", "花去", "耗去", "耗时", "费时", "用时"]
    private static let leadIns: WordList = ["光是", "单是", "仅", "光", "单", "仅仅"]

    /// 迁改电缆用时 of 光是|迁改|电缆|就|用去三周: the doing that stands before the word for what it took.
    func timeTakenBefore(_ place: Int, _ text: Span<UInt8>) -> String? {
        var verb = place - 1
        while verb > 0, place - verb < 4,
            tokens[verb].has(.aspect) || tokens[verb].has(.under) || tokens[verb].has(.over) || tokens[verb].has(.about)
        { verb -= 1 }
        guard verb > 1, phrases.closes(at: place + 1) || tokens[place + 1].has(.aspect),
            SentenceReader.spent.contains(tokens[verb].start..<tokens[verb].end, of: text)
        else { return nil }
        var end = verb
        while end > 0, [.adverb, .conjunction].contains(tokens[end - 1].wordClass) { end -= 1 }
        var start = end
        while start > 0, end - start < 5, tokens[start - 1].kind == .word,
            !SentenceReader.leadIns.contains(tokens[start - 1].start..<tokens[start - 1].end, of: text)
        { start -= 1 }
        guard start < end, start == 0 || tokens[start - 1].endsClause || tokens[start - 1].kind == .word,
            (2...8).contains(phrases.scalars(of: start..<end)),
            phrases.isDoing(start) || phrases.isPlain(tokens[start]),
            tokens[start].roles.isDisjoint(with: [.stock, .reach])
        else { return nil }
        return text.string(of: tokens[start..<end]) + "用时"
    }

    /// 从拿地到开工用时 of 从拿地到开工只用了58天, 从见面到签约，前后不过11天: from what to what a time was spent; nil where it is no doing
    /// that it began or ended with, or where nothing says that the time was spent on it.
    func timeBetween(_ place: Int, _ text: Span<UInt8>) -> String? {
        var end = place
        // 只用了, 不到, ，前后不过
        while end > 0, place - end < 5 {
            let token = tokens[end - 1]
            let isLink =
                token.isMark(.clauseEnd) || token.has(.aspect) || token.has(.under) || token.has(.over)
                || token.has(.about) || token.wordClass == .adverb || token.wordClass == .locative
                || text.has("不过", at: token.start)
                || SentenceReader.spendings.contains(token.start..<token.end, of: text)
            guard isLink, !token.has(.arrive) else { break }
            end -= 1
        }
        guard end > 3, end <= place, tokens[end - 1].kind == .word else { return nil }
        var low = end - 2
        var to: Int?
        while low > 0, end - low < 12, tokens[low].kind == .word, !tokens[low].has(.from) {
            if to == nil, tokens[low].has(.arrive) { to = low }
            low -= 1
        }
        guard let to, low >= 0, tokens[low].has(.from), to > low + 1, text.has("从", at: tokens[low].start),
            // 从市区到机场用时40分钟: no doing, but a way
            (to + 1..<end).contains(where: { phrases.isDoing($0) || phrases.isPlain(tokens[$0]) }),
            !tokens[low..<end].contains(where: { $0.has(.placeName) || $0.isTime }),
            (4...14).contains(phrases.scalars(of: low..<end))
        else { return nil }
        return text.string(of: tokens[low..<end]) + "用时"
    }

    /// How verbs end that say what a time becomes, or that it is had.
    private static let gains: WordList = ["成", "有", "过", "为", "到", "掉", "下", "入", "出"]

    /// 驻留 of 在轨驻留6个月, 停火 of 从25日起停火72小时: the doing that a time stands right behind.
    func doingSpent(before place: Int, _ text: Span<UInt8>) -> String? {
        var verb = place - 1
        while verb > 0, place - verb < 4,
            tokens[verb].isBound || tokens[verb].has(.aspect) || tokens[verb].wordClass == .adverb
        { verb -= 1 }
        guard verb >= 0, tokens[verb].kind == .word, phrases.scalars(tokens[verb]) == 2,
            [.verb, .verbalNoun].contains(tokens[verb].wordClass),
            tokens[verb].roles.isDisjoint(with: [
                .reach, .lasting, .light, .stock, .plan, .increase, .decrease, .to, .arrive, .speech, .share, .over,
                .under,
                .causative, .recipient, .from,
            ]), !SentenceReader.spendings.contains(tokens[verb].start..<tokens[verb].end, of: text),
            // 存下40小时, 变成2小时: the time itself is what comes of it
            !SentenceReader.gains.ends(in: text, at: tokens[verb].end), phrases.closes(at: place + 1),
            // “四点半课堂”开放2小时: what has a name of its own
            verb == 0 || !tokens[verb - 1].isMark(.closeQuote),
            // 人均服务60小时, 每周开放8小时
            !tokens[..<verb].suffix(6).contains(where: { $0.has(.average) || text.has("每", at: $0.start) })
        else { return nil }
        return text.string(ofDocument: tokens[verb].start..<tokens[verb].end)
    }

    private func isDoer(_ token: Token) -> Bool {
        token.has(.human) || token.has(.agent) || token.has(.doer) || token.wordClass == .person
            || !token.kinds.isDisjoint(with: [.body, .post])
    }

    /// The doing that begins at a token, with its object before it behind 把 and 将, or behind it.
    private func doingDone(at first: Int, _ text: Span<UInt8>) -> String? {
        guard tokens[first].kind == .word else { return nil }
        let word = tokens[first].start..<tokens[first].end
        func said(_ range: Range<Int>) -> String {
            phrases.scalars(of: range) <= 6 ? phrases.string(range, text: text) : ""
        }
        if SentenceReader.movingWords.contains(word, of: text) {
            var verb = first + 1
            while verb < tokens.count, verb - first < 16, !tokens[verb].endsClause,
                !(phrases.isDoing(verb) || phrases.isPlain(tokens[verb])) || phrases.scalars(tokens[verb]) < 2
            { verb += 1 }
            guard verb < tokens.count, verb > first + 1,
                phrases.closes(at: verb + 1) || tokens[verb + 1].has(.aspect)
                    || tokens[verb + 1].wordClass == .adjective
            else { return nil }
            let object = (first + 1)..<verb
            return (tokens[object].contains(where: \.isQuantity) ? "" : said(object))
                + text.string(ofDocument: tokens[verb].start..<tokens[verb].end)
        }
        var end = first + 1
        if phrases.scalars(tokens[first]) == 1, end < tokens.count, tokens[end].wordClass == .verb,
            phrases.scalars(tokens[end]) == 1
        {
            // 敲|开
            end += 1
        }
        guard phrases.isDoing(first) || phrases.isPlain(tokens[first]), phrases.scalars(of: first..<end) > 1,
            tokens[first].roles.isDisjoint(with: [.reach, .stock, .plan, .increase, .decrease])
        else { return nil }
        let verb = first..<end
        while end < tokens.count, tokens[end].has(.aspect) { end += 1 }
        let object = end < tokens.count ? phrases.right(startingAt: end) : end..<end
        return text.string(of: tokens[verb]) + said(object)
    }

    private static let movingWords: WordList = ["把", "将"]
}
