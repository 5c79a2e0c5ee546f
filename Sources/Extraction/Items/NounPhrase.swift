import Scanning

/// Finds noun phrases in a sentence's tokens, to the left and to the right of a quantity.
struct NounPhrases: Sendable {
    let tokens: [Token]

    /// A noun phrase as a range of tokens, and the predicate that governs it.
    struct Phrase: Sendable {
        var range: Range<Int>
        /// The token of the verb whose object or subject the phrase is.
        var predicate: Int?

        static func empty(at index: Int) -> Phrase { Phrase(range: index..<index, predicate: nil) }
        var isEmpty: Bool { range.isEmpty }
    }

    /// No noun phrase of a bulletin is longer.
    private static let longest = 28

    func isNominal(_ token: Token) -> Bool {
        guard token.kind == .word else { return false }
        switch token.wordClass {
        case .noun, .verbalNoun, .place, .person, .attributive, .adjective, .suffix, .idiom, .locative, .measure,
            .number:
            return token.roles.isDisjoint(with: [.determiner, .etc, .part, .and, .de])
        default: return false
        }
    }

    // MARK: to the left

    /// The noun phrase that ends with the token at `last`.
    ///
    /// - Parameter keepsPredicate: whether a verb at its head belongs to it, as in 服务消费 before 增长5%.
    func phrase(endingAt last: Int, text: Span<UInt8>, keepsPredicate: Bool = false) -> Phrase {
        var low = last + 1
        var index = last
        var predicate: Int?
        var examples = false
        collecting: while index >= 0, last - index < NounPhrases.longest {
            let token = tokens[index]
            switch token.kind {
            case .quantity, .time: break collecting
            case .mark(let mark):
                if mark == .closeQuote || mark == .closeBracket {
                    guard let open = opening(of: index) else { break collecting }
                    index = open
                    low = index
                } else if mark == .pause, low <= last || examples, index > 0, low < tokens.count,
                    continuesList(before: index), !opensPredicate(index + 1, last: last)
                {
                    break
                } else {
                    break collecting
                }
            case .word:
                if token.has(.etc) {
                    if low <= last { break collecting }
                    examples = true
                } else if token.has(.de) {
                    guard low <= last, index > 0, isNominal(tokens[index - 1]) || tokens[index - 1].isMark(.closeQuote)
                    else {
                        break collecting
                    }
                } else if token.has(.and) {
                    guard low <= last, continuesList(before: index), !opensPredicate(index + 1, last: last) else {
                        break collecting
                    }
                } else if token.wordClass == .verb || token.has(.determiner) {
                    if token.wordClass == .verb, isModifier(index, last: last, collected: low <= last, text: text) {
                        low = index
                    } else {
                        if token.wordClass == .verb { predicate = index }
                        break collecting
                    }
                } else if isNominal(token)
                    || token.wordClass == .adverb
                        && (insideRate(index, last: last, text: text) || insideNoun(index, last: last))
                {
                    low = index
                } else {
                    break collecting
                }
            }
            index -= 1
        }
        var phrase = Phrase(range: min(low, last + 1)..<(last + 1), predicate: predicate)
        trimLeft(&phrase, keepsPredicate: keepsPredicate)
        return phrase
    }

    /// A list goes on to the left where a noun or a closing quote stands before the mark.
    private func continuesList(before index: Int) -> Bool {
        guard index > 0 else { return false }
        let previous = tokens[index - 1]
        return isNominal(previous) || previous.isMark(.closeQuote) || previous.isMark(.closeBracket)
    }

    /// Whether a verb with its object begins here: 清理野广告 after a 、.
    private func opensPredicate(_ index: Int, last: Int) -> Bool {
        guard index < last, index >= 0 else { return false }
        return tokens[index].has(.transitive) && isNominal(tokens[index + 1])
    }

    /// 平均 in 低保平均标准, 直接 in 对外直接投资: an adverb between nouns that stands for an attribute.
    private func insideNoun(_ index: Int, last: Int) -> Bool {
        index < last && index > 0 && tokens[index].roles.isEmpty && tokens[index - 1].wordClass == .noun
            && isNominal(tokens[index - 1])
    }

    /// A verb that belongs to the noun: before a head of one character (宣讲|队), inside a rate, or a noun that the lexicon
    /// calls a verb, right before the number.
    private func isModifier(_ index: Int, last: Int, collected: Bool, text: Span<UInt8>) -> Bool {
        let token = tokens[index]
        if !collected {
            return token.roles.isEmpty && token.end - token.start > 3 && index > 0 && isNominal(tokens[index - 1])
        }
        if insideRate(index, last: last, text: text) { return true }
        let next = tokens[index + 1]
        return token.end - token.start > 3 && next.kind == .word && next.end - next.start == 3 && isNominal(next)
            && next.wordClass != .locative
            && !token.has(.reach)
    }

    /// 竣工 in 危房改造竣工率: a verb right before a head that names a rate or an amount.
    private func insideRate(_ index: Int, last: Int, text: Span<UInt8>) -> Bool {
        guard index < last, last - index <= 3 else { return false }
        let head = text.string(tokens[last].start..<tokens[last].end)
        return ["率", "量", "额", "比", "值", "度", "数", "面积", "收入", "率先"].contains { head.hasSuffix($0) } && head != "率先"
            && !tokens[index].has(.reach)
    }

    private func opening(of close: Int) -> Int? {
        let wanted: ScalarClass = tokens[close].isMark(.closeQuote) ? .openQuote : .openBracket
        var index = close - 1
        while index >= 0, close - index < NounPhrases.longest {
            if tokens[index].isMark(wanted) { return index }
            if tokens[index].isMark(.sentenceEnd) { return nil }
            index -= 1
        }
        return nil
    }

    /// Takes the predicate, determiners and places off the phrase's head.
    private func trimLeft(_ phrase: inout Phrase, keepsPredicate: Bool) {
        var low = phrase.range.lowerBound
        let high = phrase.range.upperBound
        // The last predicate inside: an agent, or nothing, before it and its object behind it.
        var index = high - 2
        while index >= low, !keepsPredicate {
            let token = tokens[index]
            if token.kind == .word, token.has(.transitive),
                isNominal(tokens[index + 1]) || tokens[index + 1].isMark(.openQuote)
            {
                let compound = tokens[index + 1].kind == .word && tokens[index + 1].end - tokens[index + 1].start == 3
                let governs = index == low && startsClause(index) && !compound
                if governs, !insideQuote(index, from: low) {
                    phrase.predicate = index
                    low = index + 1
                    break
                }
            }
            index -= 1
        }
        while low < high {
            let token = tokens[low]
            let loose = token.has(.determiner) || token.has(.and) || token.has(.de) || token.isMark(.pause)
            let place =
                token.wordClass == .place && low + 1 < high && isNominal(tokens[low + 1])
                && token.end - token.start >= 6
            guard loose || place else { break }
            low += 1
        }
        phrase.range = low..<high
    }

    private func insideQuote(_ index: Int, from low: Int) -> Bool {
        var depth = 0
        for token in tokens[low..<index] {
            if token.isMark(.openQuote) { depth += 1 }
            if token.isMark(.closeQuote) { depth -= 1 }
        }
        return depth > 0
    }

    /// Whether nothing that belongs to the noun phrase stands before the token in its clause.
    private func startsClause(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = tokens[index - 1]
        switch before.kind {
        case .mark(let mark): return mark != .closeQuote
        case .time, .quantity: return true
        case .word:
            return [.adverb, .preposition, .conjunction, .verb, .particle, .pronoun, .other, .time].contains(
                before.wordClass)
                || before.has(.agent) || before.has(.etc)
        }
    }

    // MARK: to the right

    /// The noun phrase that begins at `first`, or an empty one.
    func phrase(startingAt first: Int, text: Span<UInt8>) -> Phrase {
        var index = first
        if index < tokens.count, tokens[index].has(.de) { index += 1 }
        let start = index
        guard start < tokens.count, isNominal(tokens[start]) || tokens[start].isMark(.openQuote) else {
            return .empty(at: first)
        }
        if tokens[start].wordClass == .locative || tokens[start].wordClass == .measure { return .empty(at: first) }
        var high = start
        collecting: while index < tokens.count, index - start < NounPhrases.longest {
            let token = tokens[index]
            switch token.kind {
            case .quantity, .time: break collecting
            case .mark(let mark):
                if mark == .openQuote || mark == .openBracket && index > start {
                    guard let close = closing(of: index) else { break collecting }
                    index = close
                    high = index + 1
                } else if mark == .pause, high > start, joins(after: index) {
                    break
                } else {
                    break collecting
                }
            case .word:
                if token.has(.de) {
                    guard index + 1 < tokens.count, isNominal(tokens[index + 1]), index > start else {
                        break collecting
                    }
                } else if token.has(.and) {
                    guard high > start, joins(after: index) else { break collecting }
                } else if isNominal(token),
                    token.wordClass != .locative || index + 1 < tokens.count && isNominal(tokens[index + 1])
                {
                    // A transitive verb after a whole noun, with an object of its own, is the clause's predicate.
                    if token.has(.transitive), index > start, tokens[index - 1].has(.agent), index + 1 < tokens.count,
                        tokens[index + 1].isMark(.openQuote) || tokens[index + 1].has(.aspect)
                    {
                        break collecting
                    }
                    high = index + 1
                } else {
                    break collecting
                }
            }
            index += 1
        }
        while high > start + 1, tokens[high - 1].wordClass == .attributive || tokens[high - 1].wordClass == .adjective,
            high < tokens.count,
            tokens[high].wordClass == .verb || tokens[high].wordClass == .verbalNoun
        {
            high -= 1
        }
        return Phrase(range: start..<high, predicate: nil)
    }

    private func closing(of open: Int) -> Int? {
        let wanted: ScalarClass = tokens[open].isMark(.openQuote) ? .closeQuote : .closeBracket
        var index = open + 1
        while index < tokens.count, index - open < NounPhrases.longest {
            if tokens[index].isMark(wanted) { return index }
            if tokens[index].isQuantity { return nil }
            index += 1
        }
        return nil
    }

    /// Whether what follows a 和 or 、 is another member of the list, and not the noun of the next quantity.
    private func joins(after index: Int) -> Bool {
        var next = index + 1
        guard next < tokens.count, isNominal(tokens[next]) || tokens[next].isMark(.openQuote),
            !tokens[next].has(.transitive)
        else {
            return false
        }
        while next < tokens.count,
            isNominal(tokens[next]) || tokens[next].isMark(.openQuote) || tokens[next].isMark(.closeQuote)
        { next += 1 }
        guard next < tokens.count else { return true }
        if tokens[next].isQuantity { return false }
        if tokens[next].has(.reach) || tokens[next].has(.sum), next + 1 < tokens.count, tokens[next + 1].isQuantity {
            return false
        }
        return true
    }

    // MARK: as text

    /// The phrase as text, without blanks, wrapping words and sizes at its end.
    func string(_ phrase: Phrase, text: Span<UInt8>) -> String {
        var range = phrase.range
        while range.count > 1,
            tokens[range.upperBound - 1].has(.wrapper) || tokens[range.upperBound - 1].has(.sizeWrapper)
        {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        while range.count > 1, tokens[range.upperBound - 1].has(.de) || tokens[range.upperBound - 1].has(.etc) {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        return range.map { text.string(tokens[$0].start..<tokens[$0].end) }.joined()
    }
}
