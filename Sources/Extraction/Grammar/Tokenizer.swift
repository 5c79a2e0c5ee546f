import Scanning

/// Cuts a sentence into tokens: what the readers of numbers and times have found stays whole, the rest is covered with
/// words of the lexicon at the least cost (a shortest path through the lattice of all words that fit).
struct Tokenizer: Sendable {
    let lexicon: Lexicon
    let classes: ScalarClasses
    /// The stretch that is read, and the best way to each of its characters; kept, for they are needed for every stretch.
    private var stretch = PhraseTable.Stretch()
    private var steps: [Step] = []
    /// The tokens that were given out last.
    private var lastTokens: [Token] = []

    /// How a character is best reached: what it costs, from where, and by which word, -1 for one that none covers.
    private struct Step: Sendable {
        var cost: Int32
        var from: Int32
        var word: Int32

        static var unreached: Step { Step(cost: .max, from: -1, word: -1) }
    }

    init(lexicon: Lexicon, classes: ScalarClasses) {
        self.lexicon = lexicon
        self.classes = classes
    }

    /// A part of the sentence that is one token already.
    struct Fixed: Sendable {
        var range: Range<Int>
        var kind: Token.Kind
        var roles: WordRoles = []
    }

    /// 老街翻新完工 商户增至46家, 油价上涨5% “五一”将至, 校车侧翻 9人受伤: whether a blank of a heading ends a clause: between what may end
    /// one and a word or quotation, or a figure that something is told of.
    private func parts(
        _ text: Span<UInt8>, _ blank: Range<Int>, in sentence: Range<Int>, _ fixed: [Fixed], _ next: Int
    ) -> Bool {
        guard blank.lowerBound > sentence.lowerBound, blank.upperBound < sentence.upperBound else { return false }
        let before = text.scalar(at: text.scalarStart(before: blank.lowerBound)).value
        let isWord = text[text.scalarStart(before: blank.lowerBound)] >= 0xE3
        guard isWord || before == 0x25 || classes[before] == .closeQuote else { return false }
        if text[blank.upperBound] >= 0xE3 { return true }
        if classes[text.scalar(at: blank.upperBound).value] == .openQuote { return true }
        guard isWord, next < fixed.count, fixed[next].range.lowerBound == blank.upperBound,
            case .quantity = fixed[next].kind, case let end = fixed[next].range.upperBound, end < sentence.upperBound
        else { return false }
        return classes[text.scalar(at: end).value] == .other
    }

    /// The words, marks and pieces of a sentence, in order.
    ///
    /// - Parameters:
    ///   - fixed: the times, figures and names that were found before, in order, without overlaps.
    ///   - partsAtBlanks: whether a blank between two ideographs ends a clause, as it does in a heading.
    mutating func tokens(
        _ text: Span<UInt8>, in sentence: Range<Int>, fixed: [Fixed], partsAtBlanks: Bool = false
    ) -> [Token] {
        // Nobody holds those of the sentence before any more.
        var tokens: [Token] = []
        swap(&tokens, &lastTokens)
        defer { lastTokens = tokens }
        tokens.removeAll(keepingCapacity: true)
        tokens.reserveCapacity(sentence.count / 5)
        var position = sentence.lowerBound
        var next = 0
        // Straight quotation marks open and close in turn.
        var opensQuote = true
        while position < sentence.upperBound {
            while next < fixed.count, fixed[next].range.lowerBound < position { next += 1 }
            let limit =
                next < fixed.count ? min(fixed[next].range.lowerBound, sentence.upperBound) : sentence.upperBound
            if position == limit, next < fixed.count {
                append(fixed[next], text, to: &tokens)
                position = fixed[next].range.upperBound
                next += 1
                continue
            }
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            switch kind {
            case .other, .hanDigit, .hanUnit, .half, .vague:
                let end = endOfIdeographs(text, from: position, to: limit)
                appendWords(text, position..<end, to: &tokens)
                position = end
            case .latin, .digit:
                let end = max(endOfLetters(text, from: position, to: limit), position + length)
                tokens.append(
                    Token(
                        start: position, end: end, kind: .word, wordClass: .noun, roles: [],
                        kinds: Tokenizer.kinds(of: .word, text[position])))
                position = end
            case .space:
                if partsAtBlanks, let last = tokens.last, last.end == position, !last.endsClause,
                    parts(text, position..<position + length, in: sentence, fixed, next)
                {
                    tokens.append(
                        Token(
                            start: position, end: position + length, kind: .mark(.clauseEnd), wordClass: .other,
                            roles: []))
                }
                position += length
            default:
                var mark = kind
                if scalar == 0x22 {
                    mark = opensQuote ? .openQuote : .closeQuote
                    opensQuote.toggle()
                }
                // 整齐排列.: the full stop of a text with half-width marks
                if scalar == 0x2E, position + length == sentence.upperBound, !tokens.isEmpty { mark = .sentenceEnd }
                Tokenizer.nameAssociation(text, &tokens)
                tokens.append(
                    Token(start: position, end: position + length, kind: .mark(mark), wordClass: .other, roles: []))
                position += length
            }
        }
        return tokens
    }

    /// A time, a figure or a name that was found before: 近|30名 is one piece with its bound, as 30余名 is.
    private func append(_ piece: Fixed, _ text: Span<UInt8>, to tokens: inout [Token]) {
        let start = piece.range.lowerBound
        let wordClass: WordClass =
            switch piece.kind {
            case .time: .time
            case .word: piece.roles.contains(.placeName) ? .place : .attributive
            default: .number
            }
        var token = Token(
            start: start, end: piece.range.upperBound, kind: piece.kind, wordClass: wordClass, roles: piece.roles,
            kinds: Tokenizer.kinds(of: piece.kind, text[start]))
        if case .word = piece.kind, !piece.roles.contains(.placeName),
            let word = lexicon.phrases.longestMatch(in: text, at: start, end: piece.range.upperBound),
            // Of four characters and more: 三方 and 一线 are not always nouns.
            word.length == piece.range.count, word.length > 9, case let entry = lexicon.entry(of: word.value),
            entry.wordClass == .noun
        {
            // 零就业家庭: a noun that holds a numeral
            (token.wordClass, token.kinds) = (.noun, entry.kinds)
            token.roles.formUnion(entry.tokenRoles)
        }
        if token.isQuantity {
            Tokenizer.settleDoing(before: start, text, &tokens)
            Tokenizer.settleLast(before: piece.range, text, &tokens)
            Tokenizer.settlePassing(before: piece.range, text, &tokens)
        }
        if token.isQuantity, let bound = tokens.last, bound.end == start, bound.isBound {
            // What stands before the bound stands before the whole.
            tokens.removeLast()
            (token.start, token.roles) = (bound.start, bound.roles)
        }
        if token.isQuantity, text.has("分", before: token.end) { Tokenizer.partScore(text, &tokens) }
        if token.isQuantity, text.has("元", before: token.end), let last = tokens.last, last.wordClass == .preposition,
            last.end == start, last.end - last.start == 3, text.has("拿", at: last.start)
        {
            // 工资能|拿|2800元: what is got, and not what something is done with
            tokens[tokens.count - 1].wordClass = .verb
        }
        tokens.append(token)
    }

    /// Where the ideographs end that begin at a position: words, with the numerals that are no figure.
    private func endOfIdeographs(_ text: Span<UInt8>, from start: Int, to limit: Int) -> Int {
        var end = start
        while end < limit {
            let (value, size) = text.scalar(at: end)
            switch classes[value] {
            case .other, .hanDigit, .hanUnit, .half, .vague: end += size
            default: return end
            }
        }
        return end
    }

    /// Where the letters and digits of a name end, with . - and + between: PM2.5, T-1000, 5G+.
    private func endOfLetters(_ text: Span<UInt8>, from start: Int, to limit: Int) -> Int {
        var end = start
        while end < limit {
            let (value, size) = text.scalar(at: end)
            let inside = classes[value]
            guard inside == .latin || inside == .digit || value == 0x2E || value == 0x2D || value == 0x2B else { break }
            end += size
        }
        return end
    }

    /// 总分|为 of 总|分为: before a number of points 分 ends what is scored.
    private static func partScore(_ text: Span<UInt8>, _ tokens: inout [Token]) {
        let last = tokens.count - 1
        guard last > 0, tokens[last].end - tokens[last].start == 6, text.has("分为", at: tokens[last].start),
            tokens[last - 1].kind == .word, tokens[last - 1].end == tokens[last].start
        else { return }
        tokens[last - 1].end += 3
        (tokens[last - 1].wordClass, tokens[last - 1].roles) = (.noun, [])
        tokens[last].start += 3
        tokens[last].roles = .reach
    }

    /// The kinds of a token that is no word of the lexicon, by its first byte.
    private static func kinds(of kind: Token.Kind, _ first: UInt8) -> WordKinds {
        kind == .word && first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9") ? .numeral : []
    }

    /// Covers a stretch of Chinese with words at the least cost.
    ///
    /// What mends a word is marked to be inlined, for all of it is asked of each, and two comparisons answer.
    private mutating func appendWords(_ text: Span<UInt8>, _ range: Range<Int>, to tokens: inout [Token]) {
        // Held here, so that its table is not copied.
        let lexicon = lexicon
        lexicon.phrases.prepare(text, range, in: &stretch)
        let size = stretch.count
        while steps.count <= size { steps.append(Step.unreached) }
        Tokenizer.findWay(through: stretch, lexicon, &steps)
        var start = 0
        while start < size {
            let step = steps[start]
            let end = Int(step.from)
            lexicon.append(step.word, text, stretch.place(start)..<stretch.place(end), to: &tokens)
            if let last = tokens.last, last.kinds.contains(.road) { Tokenizer.joinStreet(&tokens) }
            joinVehicles(text, range.lowerBound, &tokens)
            if text.has("比较", before: stretch.place(end)) { partShare(text, stretch.place(size), &tokens) }
            Tokenizer.nameMeeting(text, &tokens)
            partDoers(text, &tokens)
            Tokenizer.settleTaking(text, &tokens)
            if end == size { partReach(text, &tokens) }
            start = end
        }
    }

    /// 在|清|寺|路: makes one token of a street's name that the lexicon does not know, whose characters would be verbs and
    /// adverbs of the sentence: behind a preposition, behind another street, or at the clause's beginning.
    private static func joinStreet(_ tokens: inout [Token]) {
        var first = tokens.count - 1
        var isTold = true
        var isKnown = true
        while first > 0, tokens.count - first < 4, case let token = tokens[first - 1], token.kind == .word,
            token.end == tokens[first].start, token.end - token.start == 3,
            ![.preposition, .pronoun, .measure, .number, .locative, .conjunction, .particle].contains(token.wordClass),
            token.roles.isDisjoint(with: [.de, .and, .etc, .determiner, .stock, .recipient])
        {
            first -= 1
            // 建好路, 修新路: at the beginning of a clause it may be the verb
            if token.wordClass == .verb { isTold = false }
            if token.wordClass != .noun { isKnown = false }
        }
        guard tokens.count - first > 2, !isKnown else { return }
        if first > 0 {
            let opener = tokens[first - 1]
            let isBehindStreet =
                first > 1 && (opener.isMark(.pause) || opener.has(.and)) && tokens[first - 2].kinds.contains(.road)
            guard
                opener.kind == .word && (opener.wordClass == .preposition || opener.has(.state)) || isBehindStreet
                    || isTold && (opener.endsClause || opener.isMark(.openQuote))
            else { return }
        } else if !isTold {
            return
        }
        var street = tokens[first]
        street.end = tokens[tokens.count - 1].end
        (street.wordClass, street.roles, street.kinds) = (.noun, .agent, .road)
        tokens.removeSubrange(first...)
        tokens.append(street)
    }

    /// 洒水车|辆 is one word: right behind its number a measure word is part of a quantity, and elsewhere 辆 is none.
    @inline(__always)
    private func joinVehicles(_ text: Span<UInt8>, _ start: Int, _ tokens: inout [Token]) {
        guard let last = tokens.last, last.end - last.start == 3, last.start > start, text.has("辆", at: last.start),
            text.has("车", before: last.start)
        else { return }
        tokens.removeLast()
        tokens[tokens.count - 1].end = last.end
    }

    /// 占比|较去年提升, 占比|较上月: 占 with the adverb 比较 behind it where a time to compare with follows.
    private func partShare(_ text: Span<UInt8>, _ end: Int, _ tokens: inout [Token]) {
        guard let last = tokens.last, last.end - last.start == 6, text.has("比较", at: last.start), tokens.count > 1,
            case let before = tokens[tokens.count - 2], before.end == last.start, before.end - before.start == 3,
            text.has("占", at: before.start), last.end == end || Tokenizer.comparedTimes.begins(in: text, at: last.end)
        else { return }
        tokens.removeLast(2)
        for part in [before.start..<(before.start + 6), (before.start + 6)..<last.end] {
            let word = lexicon.phrases.longestMatch(in: text, at: part.lowerBound, end: part.upperBound)?.value ?? -1
            lexicon.append(word, text, part, to: &tokens)
        }
    }

    /// 水表|达35个: before a figure 达 is the word that links it, where the character before it makes a word with the one before that.
    private func partReach(_ text: Span<UInt8>, _ tokens: inout [Token]) {
        guard let last = tokens.last, last.end - last.start == 6, text.has("达", at: last.start + 3), tokens.count > 1,
            case let before = tokens[tokens.count - 2], before.kind == .word, before.end == last.start,
            before.end - before.start == 3,
            case let thing = before.start..<(last.start + 3),
            let word = lexicon.phrases.longestMatch(in: text, at: thing.lowerBound, end: thing.upperBound),
            word.length == thing.count
        else { return }
        tokens.removeLast(2)
        lexicon.append(word.value, text, thing, to: &tokens)
        let reach = (last.start + 3)..<last.end
        let link = lexicon.phrases.longestMatch(in: text, at: reach.lowerBound, end: reach.upperBound)?.value ?? -1
        lexicon.append(link, text, reach, to: &tokens)
    }

    /// 听力残疾人|为居民服务: behind the rest of a word that ends in 人 no 人为.
    @inline(__always)
    private func partDoers(_ text: Span<UInt8>, _ tokens: inout [Token]) {
        guard let last = tokens.last, last.end - last.start == 6, text.has("人为", at: last.start), tokens.count > 1,
            case let before = tokens[tokens.count - 2], before.kind == .word, before.end == last.start,
            before.wordClass == .noun || before.wordClass == .attributive
        else { return }
        let one = text.scalarStart(before: before.end)
        let start = one > before.start ? text.scalarStart(before: one) : one
        guard let doer = lexicon.phrases.longestMatch(in: text, at: start, end: last.start + 3),
            start + doer.length == last.start + 3, case let link = last.start + 3,
            let verb = lexicon.phrases.longestMatch(in: text, at: link, end: last.end), verb.length == 3
        else { return }
        tokens.removeLast(2)
        lexicon.append(doer.value, text, start..<link, to: &tokens)
        tokens[tokens.count - 1].start = before.start
        lexicon.append(verb.value, text, link..<last.end, to: &tokens)
    }

    /// 面粉|用|了45斤: 用 and 拿 before 了 are verbs, and bring in nothing.
    @inline(__always)
    private static func settleTaking(_ text: Span<UInt8>, _ tokens: inout [Token]) {
        let last = tokens.count - 1
        guard last > 1, tokens[last].has(.aspect), tokens[last].end - tokens[last].start == 3,
            text.has("了", at: tokens[last].start), tokens[last - 2].kind == .word,
            // 用了两小时把…: with nothing that is used before it, 用 only tells in how long
            [.noun, .adverb, .locative].contains(tokens[last - 2].wordClass), case let word = tokens[last - 1],
            word.kind == .word,
            word.wordClass == .preposition, word.end - word.start == 3, word.end == tokens[last].start,
            text.has("用", at: word.start) || text.has("拿", at: word.start)
        else { return }
        tokens[last - 1].wordClass = .verb
    }

    /// 医生|帮|了35名: before 了 and a figure one character is a verb, whatever the lexicon calls it; but 油耗|省|了15%, which another rule
    /// reads.
    private static func settleDoing(before figure: Int, _ text: Span<UInt8>, _ tokens: inout [Token]) {
        let last = tokens.count - 1
        guard last > 1, tokens[last].end == figure, tokens[last].has(.aspect),
            tokens[last].end - tokens[last].start == 3,
            text.has("了", at: tokens[last].start), case let word = tokens[last - 1], word.kind == .word,
            word.wordClass == .noun, word.end - word.start == 3, word.end == tokens[last].start,
            !text.has("省", at: word.start),
            tokens[last - 2].kind == .word, tokens[last - 2].end == word.start,
            [.noun, .adverb, .pronoun, .person, .locative].contains(tokens[last - 2].wordClass)
        else { return }
        (tokens[last - 1].wordClass, tokens[last - 1].roles) = (.verb, .transitive)
    }

    /// Measure words of meetings.
    private static let heldBy: WordList = ["场", "期", "届", "个", "余场", "多场"]

    private static let headsElsewhere: WordList = ["会", "地", "所", "位", "间", "台", "点"]

    /// 坝子|会38场, 净|地35亩, 停车|位360个: right before a figure what is a modal verb, a particle or a measure word elsewhere is none,
    /// and ends the noun before it.
    private static func settleLast(before figure: Range<Int>, _ text: Span<UInt8>, _ tokens: inout [Token]) {
        let last = tokens.count - 1
        guard last > 0, case let word = tokens[last], word.kind == .word, word.end == figure.lowerBound,
            word.end - word.start == 3,
            // 房租|会300元起: behind 会 only what is held is counted
            !text.has("会", at: word.start) || Tokenizer.heldBy.ends(in: text, at: figure.upperBound),
            [.adverb, .particle, .measure, .verb].contains(word.wordClass),
            Tokenizer.headsElsewhere.contains(word.start..<word.end, of: text), case let before = tokens[last - 1],
            before.kind == .word, before.end == word.start,
            [.noun, .verbalNoun, .verb, .adjective].contains(before.wordClass), !before.has(.agent),
            !before.has(.human),
            before.roles.isDisjoint(with: [.reach, .stock, .plan, .de])
        else { return }
        (tokens[last].wordClass, tokens[last].roles) = (.noun, .bound)
    }

    private static let shares: WordList = ["成", "%", "％", "分之", "万", "亿"]

    /// 进度已|过|八成, 用户|过|千万: behind no verb 过 before a share or a great number is what it has passed; but 办|过|8次.
    private static func settlePassing(before figure: Range<Int>, _ text: Span<UInt8>, _ tokens: inout [Token]) {
        guard let last = tokens.indices.last, case let word = tokens[last], word.kind == .word,
            word.end == figure.lowerBound, word.end - word.start == 3, word.has(.aspect), text.has("过", at: word.start),
            shares.isFound(in: text, figure)
        else { return }
        if last > 0 {
            let before = tokens[last - 1]
            guard
                before.has(.done) || before.endsClause || before.isTime
                    || before.kind == .word && before.wordClass == .noun
                        && before.roles.isDisjoint(with: [.agent, .human, .body])
            else { return }
        }
        (tokens[last].wordClass, tokens[last].roles) = (.verb, .over)
    }

    private static let bodiesCountedBy: WordList = ["个", "家", "支"]

    /// 学习|组织18个，…: with a mark behind its figure 组织 is a body, where such are counted, and no verb (培训|组织8期).
    private static func nameAssociation(_ text: Span<UInt8>, _ tokens: inout [Token]) {
        let figure = tokens.count - 1
        guard figure > 1, tokens[figure].isQuantity, tokens[figure - 1].kinds.contains(.association),
            Tokenizer.bodiesCountedBy.ends(in: text, at: tokens[figure].end),
            case let before = tokens[figure - 2], before.kind == .word,
            [.noun, .verbalNoun, .verb].contains(before.wordClass), before.end - before.start >= 6,
            before.end == tokens[figure - 1].start, !before.has(.agent), !before.has(.human)
        else { return }
        (tokens[figure - 1].wordClass, tokens[figure - 1].roles) = (.noun, .bound)
    }

    /// 街道层面|的|会|压减40%: behind 的 and before what there are more or fewer of, 会 is a meeting, and not what will be.
    @inline(__always)
    private static func nameMeeting(_ text: Span<UInt8>, _ tokens: inout [Token]) {
        let last = tokens.count - 1
        guard last > 2, tokens[last].has(.decrease), case let word = tokens[last - 1],
            word.end - word.start == 3, text.has("会", at: word.start), word.wordClass == .adverb,
            tokens[last - 2].has(.de), tokens[last - 3].kind == .word, tokens[last - 3].wordClass == .noun
        else { return }
        (tokens[last - 1].wordClass, tokens[last - 1].roles) = (.noun, [])
    }

    private static let comparedTimes: WordList = ["去年", "上年", "前年", "上月", "上季", "同期", "年初", "年底"]

    /// Finds the cheapest way through a stretch: `from` of the step of each character that begins a word says where it ends.
    private static func findWay(through stretch: PhraseTable.Stretch, _ lexicon: Lexicon, _ steps: inout [Step]) {
        let size = stretch.count
        var steps = steps.mutableSpan
        for index in 0...size { steps[index] = Step.unreached }
        steps[0].cost = 0
        for start in 0..<size {
            let here = steps[start].cost
            if here + Lexicon.unknownCost < steps[start + 1].cost {
                steps[start + 1] = Step(cost: here + Lexicon.unknownCost, from: Int32(start), word: -1)
            }
            lexicon.phrases.forEachMatch(in: stretch, at: start) { length, word in
                let end = start + length
                let total = here + Lexicon.cost(of: word)
                if total < steps[end].cost { steps[end] = Step(cost: total, from: Int32(start), word: word) }
            }
        }
        // Turns the way back into the way forward.
        var end = size
        var after = Step(cost: 0, from: Int32(size), word: -1)
        while end > 0 {
            let step = steps[end]
            steps[end] = after
            after = Step(cost: 0, from: Int32(end), word: step.word)
            end = Int(step.from)
        }
        steps[0] = after
    }
}

extension Lexicon {
    /// Appends the token that a word makes, or a character that none covers.
    fileprivate func append(_ word: Int32, _ text: Span<UInt8>, _ range: Range<Int>, to tokens: inout [Token]) {
        var kind = Token.Kind.word
        var wordClass = WordClass.noun
        var roles: WordRoles = []
        var kinds: WordKinds = []
        if word >= 0 {
            let entry = entry(of: word)
            wordClass = entry.wordClass
            roles = entry.tokenRoles
            kinds = entry.kinds
        } else {
            // ✅ and its like part words.
            let scalar = text.scalar(at: range.lowerBound).value
            if scalar >= 0x2000 && scalar < 0x2E80 || scalar >= 0x1F000 {
                kind = .mark(.mark)
                wordClass = .other
            }
        }
        tokens.append(
            Token(
                start: range.lowerBound, end: range.upperBound, kind: kind, wordClass: wordClass, roles: roles,
                kinds: kinds))
    }
}
