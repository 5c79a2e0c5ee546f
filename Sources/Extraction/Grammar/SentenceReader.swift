import Facts
import Scanning
import Units

/// What the grammar round a quantity says.
struct QuantityReading: Sendable {
    var quantity: Quantity
    var item = ""
    var action: String?
    var change: Change = .none
    var status: Status = .actual
    var time: TimeExpression?
    /// Position, in the sentence's readings, of the whole that this is a part of.
    var partOf: Int?
    var equivalentTo: Int?
    var per: String?
    var comparison: String?
    var isTotal = false
    var isStockWorded = false
    var confidence: Confidence = .high
    var reason: String?
    var rule = ""
}

/// Reads the grammar of one sentence: what each of its quantities counts, and how.
struct SentenceReader: Sendable {
    let tokens: [Token]
    let phrases: NounPhrases
    let quantities: [Quantity]
    let times: [TimeExpression]
    let units: UnitTable
    /// Where each quantity stands among the tokens.
    private let places: [Int]
    /// The tokens that are a semicolon, over which no plan reaches.
    private let semicolons: Set<Int>

    init(tokens: [Token], quantities: [Quantity], times: [TimeExpression], units: UnitTable, text: Span<UInt8>) {
        self.tokens = tokens
        self.quantities = quantities
        self.times = times
        self.units = units
        phrases = NounPhrases(tokens: tokens)
        var places = Array(repeating: 0, count: quantities.count)
        for (index, token) in tokens.enumerated() {
            if case .quantity(let number) = token.kind, number < places.count { places[number] = index }
        }
        self.places = places
        semicolons = Set(
            tokens.indices.filter {
                tokens[$0].isMark(.clauseEnd)
                    && (text.has("；", at: tokens[$0].start) || text.has(";", at: tokens[$0].start))
            })
    }

    func readings(_ text: Span<UInt8>) -> [QuantityReading] {
        var readings: [QuantityReading] = []
        var distributed: [Int: String] = [:]
        for index in quantities.indices {
            var reading = QuantityReading(quantity: quantities[index])
            let left = leftContext(of: index, text, &reading)
            readTime(of: index, &reading)
            readStatus(of: index, &reading)
            if distributed[index] == nil, let shared = distribution(at: index, left: left, text) {
                for (offset, item) in shared.enumerated() { distributed[index + offset] = item }
            }
            if let item = distributed[index] {
                reading.item = item
                reading.rule = "item.distributed"
                if index > 0, distributed[index - 1] != nil, reading.change == .none, let before = readings.last {
                    reading.change = before.change
                }
            } else {
                readItem(of: index, left: left, previous: readings, text, &reading)
            }
            link(index, readings, text, &reading)
            readings.append(reading)
        }
        return readings
    }

    private func unit(_ quantity: Quantity) -> MeasureWord? { quantity.unit.map { units.units[$0] } }

    // MARK: left of the number

    /// Reads qualifiers, changes and links to the left of a quantity; returns the token where a noun phrase may end.
    private func leftContext(of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Int {
        var position = places[index] - 1
        var level = false
        var seenChange = false
        walking: while position >= 0, places[index] - position < 24 {
            let token = tokens[position]
            if token.isTime {
                // 比去年增长: the time belongs to the comparison.
                if position > 0, tokens[position - 1].has(.comparison) || tokens[position - 1].has(.from) {
                    if tokens[position - 1].has(.comparison) {
                        reading.comparison = text.string(tokens[position - 1].start..<token.end)
                    }
                    position -= 2
                    continue
                }
                if position > 0, tokens[position - 1].has(.de) { position -= 1 }
                break
            }
            guard token.kind == .word else { break }
            if token.has(.over) || token.has(.under) || token.has(.about) {
                if seenChange || token.has(.gap) && !(position + 1 == places[index]) { break }
                if reading.quantity.upper == nil, reading.quantity.qualifier == .exact {
                    reading.quantity.qualifier = token.has(.over) ? .over : token.has(.under) ? .under : .about
                }
            } else if token.has(.gap) {
                seenChange = true
            } else if token.has(.increase) || token.has(.decrease) {
                if token.has(.to) || level {
                    level = true
                } else {
                    if !seenChange { reading.change = token.has(.increase) ? .increase : .decrease }
                    seenChange = true
                }
            } else if token.has(.to) || token.has(.arrive) {
                level = true
            } else if token.has(.comparison) {
                reading.comparison = text.string(token.start..<token.end)
            } else if token.has(.reach) {
                let word = text.string(token.start..<token.end)
                if ["有", "现有", "共有", "建有", "设有", "拥有"].contains(word) { reading.isStockWorded = true }
                if word.hasPrefix("占") { seenChange = true }
            } else if token.has(.sum) {
                reading.isTotal = true
            } else if token.has(.part) || token.has(.from) || token.has(.aspect) || token.has(.distribute) {
                // passed over
            } else if token.wordClass == .adverb {
                // 已, 仅, 年均 …
            } else if seenChange, let compared = comparisonStart(before: position) {
                reading.comparison = text.string(tokens[compared].start..<tokens[position].end)
                position = compared - 1
                continue walking
            } else if let base = perBase(at: position, text) {
                reading.per = base.text
                position = base.start - 1
                continue walking
            } else {
                break
            }
            position -= 1
        }
        if reading.quantity.impliedChange != .none { reading.change = reading.quantity.impliedChange }
        return position
    }

    /// 比上年 or 较年初 to the left, within the clause.
    private func comparisonStart(before position: Int) -> Int? {
        var index = position
        while index >= 0, position - index < 6 {
            let token = tokens[index]
            if token.has(.comparison) { return index }
            if token.endsClause || token.isQuantity || token.isMark(.pause) || token.wordClass == .verb { return nil }
            index -= 1
        }
        return nil
    }

    /// 每户, 每百人 right before the number.
    private func perBase(at position: Int, _ text: Span<UInt8>) -> (start: Int, text: String)? {
        var index = position
        while index >= 0, position - index < 3 {
            if text.string(tokens[index].start..<tokens[index].end).hasPrefix("每") {
                return (index, text.string(tokens[index].start..<tokens[position].end))
            }
            guard tokens[index].kind == .word, phrases.isNominal(tokens[index]) else { return nil }
            index -= 1
        }
        return nil
    }

    // MARK: time and status

    private func readTime(of index: Int, _ reading: inout QuantityReading) {
        var position = places[index] - 1
        while position >= 0 {
            if case .time(let number) = tokens[position].kind {
                let compared = position > 0 && tokens[position - 1].has(.comparison)
                if !compared {
                    reading.time = times[number]
                    return
                }
            }
            position -= 1
        }
    }

    private func readStatus(of index: Int, _ reading: inout QuantityReading) {
        var position = places[index] - 1
        while position >= 0, !semicolons.contains(position) {
            let token = tokens[position]
            // 人才计划 is a name; 计划 before a verb is a plan.
            let named =
                token.end - token.start == 6 && position > 0
                && (phrases.isNominal(tokens[position - 1]) || tokens[position - 1].isMark(.openQuote))
                && position + 1 < tokens.count
                && !(tokens[position + 1].wordClass == .verb || tokens[position + 1].has(.transitive))
            if token.has(.plan), token.kind == .word, !named {
                let next = position + 1 < tokens.count ? tokens[position + 1] : nil
                let nominal =
                    next.map {
                        [.noun, .place, .person, .attributive, .adjective].contains($0.wordClass) && $0.kind == .word
                            || $0.isMark(.openQuote)
                    } ?? false
                // 将 before a noun is 把.
                if !(token.end - token.start == 3 && nominal) {
                    reading.status = .planned
                    return
                }
            }
            position -= 1
        }
    }

    // MARK: items

    private func readItem(
        of index: Int, left: Int, previous: [QuantityReading], _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        let place = places[index]
        let dimension = unit(reading.quantity)?.dimension
        let measuresLeft =
            dimension == .ratio || dimension == .point || dimension == .multiple || dimension == .temperature
            || dimension == .score || dimension == .concentration
        let right = phrases.phrase(startingAt: place + 1, text: text)
        let adjacent = place + 1 < tokens.count && !(tokens[place + 1].isMark(.openBracket))
        var leftPhrase =
            left >= 0
            ? phrases.phrase(endingAt: left, text: text, keepsPredicate: measuresLeft || reading.change != .none)
            : .empty(at: 0)
        if !leftPhrase.isEmpty, measuresLeft || !adjacent || right.isEmpty {
            completeMagnitude(&leftPhrase, text, &reading)
        }
        if measuresLeft {
            if !leftPhrase.isEmpty, reading.item.isEmpty { take(leftPhrase, "item.left", text, &reading) }
        } else if adjacent, !right.isEmpty {
            take(right, "item.right", text, &reading)
            readAction(of: right, left: left, text, &reading)
        } else if !leftPhrase.isEmpty, reading.item.isEmpty {
            take(leftPhrase, "item.left", text, &reading)
        }
        if reading.item.isEmpty, place + 1 < tokens.count, tokens[place + 1].has(.become) {
            let role = phrases.phrase(startingAt: place + 2, text: text)
            if !role.isEmpty { take(role, "item.role", text, &reading) }
        }
        if reading.item.isEmpty, measuresLeft, adjacent, !right.isEmpty, tokens[place + 1].has(.de) || previous.isEmpty
        {
            take(right, "item.right", text, &reading)
        }
        if reading.item.isEmpty, let before = previous.last, !before.item.isEmpty {
            reading.item = before.item
            reading.rule = "item.carried"
            if reading.change == .none, !measuresLeft {
                reading.confidence = .medium
                reading.reason = "the item is carried over from the clause before"
            }
        }
        if reading.item.isEmpty, let subject = clauseSubject(before: left, text) {
            reading.item = subject
            reading.rule = "item.subject"
            reading.confidence = .medium
            reading.reason = "the item is taken from the clause before"
        }
        if reading.item.isEmpty, left >= 0, tokens[left].wordClass == .verb {
            reading.item = text.string(tokens[left].start..<tokens[left].end)
            reading.rule = "item.verb"
            reading.confidence = .low
            reading.reason = "only the verb tells what is counted"
        }
        if reading.item.isEmpty {
            reading.rule = "item.none"
            reading.confidence = .low
            reading.reason = "nothing in the sentence says what is counted"
        }
    }

    private func take(
        _ phrase: NounPhrases.Phrase, _ rule: String, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        reading.item = phrases.string(phrase, text: text)
        reading.rule = rule
        if let predicate = phrase.predicate, tokens[predicate].has(.transitive) {
            reading.action = text.string(tokens[predicate].start..<tokens[predicate].end)
        }
    }

    /// 完成投资 says little: the subject of the clause completes a noun that only sizes something.
    private func completeMagnitude(
        _ phrase: inout NounPhrases.Phrase, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        guard phrase.range.count == 1, let only = phrase.range.first, tokens[only].has(.magnitude),
            let verb = phrase.predicate, verb > 0
        else { return }
        let subject = phrases.phrase(endingAt: verb - 1, text: text)
        guard !subject.isEmpty, !subject.range.contains(where: { tokens[$0].has(.agent) }) else { return }
        reading.item = phrases.string(subject, text: text) + text.string(tokens[only].start..<tokens[only].end)
        reading.rule = "item.completed"
    }

    /// What is done to, or by, what is counted on the right: 新增 before the number, or the predicate behind the noun.
    private func readAction(
        of phrase: NounPhrases.Phrase, left: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        if left >= 0, tokens[left].kind == .word, tokens[left].has(.transitive) {
            reading.action = text.string(tokens[left].start..<tokens[left].end)
            return
        }
        var index = phrase.range.upperBound
        var start: Int?
        var scalars = 0
        while index < tokens.count, !tokens[index].endsClause, !tokens[index].isQuantity, scalars < 42 {
            let token = tokens[index]
            if token.isMark(.pause), start == nil { return }
            if start == nil, token.has(.transitive) || token.wordClass == .verb || token.has(.become) { start = index }
            scalars += token.end - token.start
            index += 1
        }
        guard let start, index > start else { return }
        reading.action = (start..<index).map { text.string(tokens[$0].start..<tokens[$0].end) }.joined()
    }

    /// The noun phrase at the end of the clause before: 受理群众诉求，办结75件.
    private func clauseSubject(before position: Int, _ text: Span<UInt8>) -> String? {
        var index = position
        while index >= 0, position - index < 40 {
            if phrases.isNominal(tokens[index]), !tokens[index].has(.agent) {
                let phrase = phrases.phrase(endingAt: index, text: text)
                if !phrase.isEmpty { return phrases.string(phrase, text: text) }
            }
            index -= 1
        }
        return nil
    }

    // MARK: lists

    /// `A、B、C分别为1、2、3`: the items of the quantities from `index` on.
    private func distribution(at index: Int, left: Int, _ text: Span<UInt8>) -> [String]? {
        var position = places[index] - 1
        var found = false
        while position > left {
            if tokens[position].has(.distribute), text.string(tokens[position].start..<tokens[position].end) == "分别" {
                found = true
            }
            position -= 1
        }
        guard found, left >= 0 else { return nil }
        let phrase = phrases.phrase(endingAt: left, text: text)
        var members: [[Int]] = [[]]
        var depth = 0
        for token in phrase.range {
            if tokens[token].isMark(.openQuote) || tokens[token].isMark(.openBracket) { depth += 1 }
            if tokens[token].isMark(.closeQuote) || tokens[token].isMark(.closeBracket) { depth -= 1 }
            if depth == 0, tokens[token].isMark(.pause) || tokens[token].has(.and) {
                members.append([])
            } else {
                members[members.count - 1].append(token)
            }
        }
        var following = 1
        while index + following < quantities.count {
            let between = tokens[(places[index + following - 1] + 1)..<places[index + following]]
            guard between.count <= 2,
                between.allSatisfy({
                    $0.isMark(.pause) || $0.has(.and) || $0.has(.increase) || $0.has(.decrease) || $0.has(.over)
                        || $0.has(.under)
                })
            else { break }
            following += 1
        }
        guard members.count >= 2, members.count == following, !members.contains(where: \.isEmpty) else { return nil }
        let shortest = members.dropLast().map(\.count).min() ?? 1
        let last = members[members.count - 1]
        let head = last.count > shortest ? Array(last.suffix(last.count - shortest)) : []
        return members.enumerated().map { offset, member in
            let whole = offset == members.count - 1 ? member : member + head
            return whole.map { text.string(tokens[$0].start..<tokens[$0].end) }.joined()
        }
    }

    /// Parts of a whole after 其中, and equivalents in brackets.
    private func link(
        _ index: Int, _ readings: [QuantityReading], _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        guard index > 0 else { return }
        let place = places[index]
        if place > 0, tokens[place - 1].isMark(.openBracket), places[index - 1] == place - 2 {
            reading.equivalentTo = index - 1
            reading.item = readings[index - 1].item
            reading.rule = "item.equivalent"
            return
        }
        for position in stride(from: place, to: places[0], by: -1) where tokens[position].has(.part) {
            guard let whole = places.lastIndex(where: { $0 < position }) else { return }
            let same = unit(quantities[whole])?.dimension == unit(reading.quantity)?.dimension
            if same, reading.change == .none { reading.partOf = whole }
            return
        }
    }
}
