import Scanning

/// Cuts a sentence into tokens: what the readers of numbers and times have found stays whole, the rest is covered with
/// words of the lexicon at the least cost (a shortest path through the lattice of all words that fit).
struct Tokenizer: Sendable {
    let lexicon: Lexicon
    let classes: ScalarClasses

    /// A part of the sentence that is one token already.
    struct Fixed: Sendable {
        var range: Range<Int>
        var kind: Token.Kind
        var roles: WordRoles = []
    }

    /// - Parameter fixed: in order, without overlaps.
    func tokens(_ text: Span<UInt8>, in sentence: Range<Int>, fixed: [Fixed]) -> [Token] {
        var tokens: [Token] = []
        var position = sentence.lowerBound
        var next = 0
        while position < sentence.upperBound {
            while next < fixed.count, fixed[next].range.lowerBound < position { next += 1 }
            let limit =
                next < fixed.count ? min(fixed[next].range.lowerBound, sentence.upperBound) : sentence.upperBound
            if position == limit, next < fixed.count {
                let wordClass: WordClass =
                    switch fixed[next].kind {
                    case .time: .time
                    case .word: fixed[next].roles.contains(.placeName) ? .place : .attributive
                    default: .number
                    }
                tokens.append(
                    Token(
                        start: position, end: fixed[next].range.upperBound, kind: fixed[next].kind,
                        wordClass: wordClass,
                        roles: fixed[next].roles))
                position = fixed[next].range.upperBound
                next += 1
                continue
            }
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            switch kind {
            case .other, .hanDigit, .hanUnit, .half, .vague:
                var end = position
                while end < limit {
                    let (value, size) = text.scalar(at: end)
                    guard [.other, .hanDigit, .hanUnit, .half, .vague].contains(classes[value]) else { break }
                    end += size
                }
                appendWords(text, position..<end, to: &tokens)
                position = end
            case .latin, .digit:
                var end = position
                while end < limit {
                    let (value, size) = text.scalar(at: end)
                    let inside = classes[value]
                    guard inside == .latin || inside == .digit || value == 0x2E || value == 0x2D || value == 0x2B else {
                        break
                    }
                    end += size
                }
                tokens.append(
                    Token(start: position, end: max(end, position + length), kind: .word, wordClass: .noun, roles: []))
                position = max(end, position + length)
            case .space:
                position += length
            default:
                tokens.append(
                    Token(start: position, end: position + length, kind: .mark(kind), wordClass: .other, roles: []))
                position += length
            }
        }
        return tokens
    }

    /// Covers a stretch of Chinese with words at the least cost.
    private func appendWords(_ text: Span<UInt8>, _ range: Range<Int>, to tokens: inout [Token]) {
        let size = range.count
        var cost = [Int32](repeating: .max, count: size + 1)
        var from = [Int32](repeating: -1, count: size + 1)
        var word = [Int32](repeating: -1, count: size + 1)
        cost[0] = 0
        var position = 0
        while position < size {
            let here = cost[position]
            let (_, length) = text.scalar(at: range.lowerBound + position)
            defer { position += length }
            guard here < .max else { continue }
            let single = min(position + length, size)
            if here + Lexicon.unknownCost < cost[single] {
                cost[single] = here + Lexicon.unknownCost
                from[single] = Int32(position)
                word[single] = -1
            }
            lexicon.phrases.forEachMatch(in: text, at: range.lowerBound + position, end: range.upperBound) { match in
                let end = position + match.length
                let total = here + lexicon.entries[Int(match.value)].cost
                if total < cost[end] {
                    cost[end] = total
                    from[end] = Int32(position)
                    word[end] = match.value
                }
            }
        }
        var path: [Int] = []
        var end = size
        while end > 0 {
            path.append(end)
            let previous = Int(from[end])
            guard previous >= 0, previous < end else { break }
            end = previous
        }
        var start = 0
        for end in path.reversed() {
            let value = word[end]
            if value >= 0 {
                var entry = lexicon.entries[Int(value)]
                // 执法中队, 住建局: a body that acts, by the end of its name.
                // 建起, 卖出, 引来: a verb with a result takes an object.
                if entry.wordClass == .verb, end - start == 6, entry.roles.isEmpty {
                    for ending in ["出", "起", "下", "来", "回", "走", "掉", "成"] as [StaticString]
                    where text.has(ending, before: range.lowerBound + end) { entry.roles = .transitive }
                }
                if entry.wordClass == .noun, end - start >= 6 {
                    for ending in ["员", "者", "手", "民", "生", "师", "老人", "妇女", "儿童", "青年", "干部"] as [StaticString]
                    where text.has(ending, before: range.lowerBound + end) { entry.roles.formUnion(.human) }
                }
                if entry.wordClass == .noun, end - start >= 6, entry.roles.isEmpty {
                    for ending in ["队", "局", "委", "办", "厅"] as [StaticString]
                    where text.has(ending, before: range.lowerBound + end) { entry.roles = .agent }
                }
                tokens.append(
                    Token(
                        start: range.lowerBound + start, end: range.lowerBound + end, kind: .word,
                        wordClass: entry.wordClass,
                        roles: entry.roles))
            } else {
                // ✅ and its like part words.
                let scalar = text.scalar(at: range.lowerBound + start).value
                let isSign = scalar >= 0x2000 && scalar < 0x2E80 || scalar >= 0x1F000
                tokens.append(
                    Token(
                        start: range.lowerBound + start, end: range.lowerBound + end,
                        kind: isSign ? .mark(.mark) : .word,
                        wordClass: isSign ? .other : .noun, roles: []))
            }
            start = end
        }
    }
}
