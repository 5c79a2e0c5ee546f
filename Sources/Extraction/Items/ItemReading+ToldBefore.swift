import Facts
import Scanning
import Units

/// What a figure without a name of its own counts, by how the text has told of the thing before: how it came to be, at what price,
/// by its number in a series.
extension SentenceReader {
    /// 沙袋是前天码好的，四百多个: a figure alone behind a clause with 是…的 counts what that clause tells how it came to be.
    func readToldOf(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        let mark = state.place - 1
        guard clause.before.verbs == nil, clause.before.modifier == nil, state.reading.change == .none, mark > 3,
            [.count, .mass, .volume, .length, .area].contains(clause.dimension), tokens[mark].isMark(.clauseEnd),
            tokens[mark - 1].has(.de), phrases.closes(at: state.place + 1),
            let told = clauseWithoutFigure(endingAt: mark, within: 16),
            let copula = told.dropFirst().first(where: {
                text.has("是", at: tokens[$0].start) && phrases.scalars(tokens[$0]) == 1
            })
        else { return false }
        let subject = phrases.left(endingAt: copula - 1, floor: told.lowerBound, style: .count).item
        guard subject.upperBound == copula, let last = subject.last, tokens[last].wordClass == .noun,
            !tokens[last].has(.human), !subject.allSatisfy({ phrases.isActor(tokens[$0]) })
        else { return false }
        state.reading.name(
            phrases.string(subject, text: text), by: "item.topic",
            doubting: "the item is taken from the clause before")
        return true
    }

    private static let portions: WordList = [
        "份", "碗", "盒", "杯", "个", "张", "斤", "公斤", "套", "桶", "只", "件", "支", "瓶", "袋", "箱",
    ]
    private static let salesVerbs: WordList = ["售出", "卖出", "卖", "卖掉", "销售", "售", "卖了", "订出"]

    /// 推出“小哥套餐”，每份12元: a price by the piece is that of what the clause before ends with.
    func readPriced(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard clause.dimension == .money, clause.before.verbs == nil, clause.before.modifier == nil,
            state.reading.change == .none, let per = state.reading.per, per.hasPrefix("每"),
            SentenceReader.portions.contains(String(per.dropFirst())), clause.left > 1,
            tokens[clause.left].isMark(.clauseEnd),
            let told = clauseWithoutFigure(endingAt: clause.left, within: 12),
            case let end = tokens[clause.left - 1].isMark(.closeQuote) ? clause.left - 1 : clause.left,
            case let thing = phrases.left(endingAt: clause.left - 1, floor: told.lowerBound, style: .count).item,
            thing.upperBound == clause.left, let last = thing.last(where: { $0 < end }),
            tokens[last].wordClass == .noun, tokens[last].roles.isDisjoint(with: [.human, .doer, .agent, .body])
        else { return false }
        state.reading.name(
            phrases.string(thing, text: text), by: "item.topic", doubting: "the item is taken from the clause before")
        return true
    }

    /// 每份12元。…已售出2.6万份: what is sold by the piece is what was told the price of, piece by piece.
    func readSold(_ clause: ElidedClause, _ state: inout State) -> Bool {
        guard clause.dimension == .count || clause.dimension == .mass, let verbs = clause.verbs,
            SentenceReader.salesVerbs.contains(verbs), let unit = clause.measure?.name,
            let priced = state.memory.priced(by: unit)
        else { return false }
        state.reading.name(
            priced.hasSuffix("价格") ? String(priced.dropLast(2)) : priced, by: "item.guessed",
            doubting: "the item is carried over from what the article counted before")
        return true
    }

    private static let makings: WordList = ["建成", "建起", "开办", "开设", "办起", "打造", "新建", "建设", "开出", "启用", "开张", "挂牌"]

    /// How far back, in bytes, a thing is looked for that was told by its number in a series.
    private static let orderReach = 900

    /// 口袋公园 of 今年建成的第3处口袋公园, where 目标是建5处 goes on to count such things and names none.
    func countedByOrder(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: State) -> String? {
        guard clause.dimension == .count || clause.dimension == .event, let name = clause.measure?.name, !name.isEmpty,
            let first = tokens.first
        else { return nil }
        let low = max(state.memory.articleStart, first.start - SentenceReader.orderReach)
        var position = tokens[state.place].start
        while position > low {
            position = text.scalarStart(before: position)
            guard text.has("第", at: position) else { continue }
            var end = position + 3
            while end < text.count, [.digit, .hanDigit, .hanUnit].contains(tools.classes[text.scalar(at: end).value]) {
                end += text.scalar(at: end).length
            }
            // 今年建成的|第3处; but 这是第12个儿童节
            guard text.has("的", before: position) || SentenceReader.makings.ends(in: text, at: position) else {
                continue
            }
            guard end > position + 3, end + name.utf8.count < text.count,
                text.string(end..<(end + name.utf8.count)) == name
            else { continue }
            return nounAt(end + name.utf8.count, text)
        }
        return nil
    }

    /// The noun phrase that begins at a position of the text.
    private func nounAt(_ start: Int, _ text: Span<UInt8>) -> String? {
        var end = start
        while end < text.count, end - start < 36, tools.classes[text.scalar(at: end).value] == .other {
            end += text.scalar(at: end).length
        }
        var tokenizer = Tokenizer(lexicon: tools.lexicon, classes: tools.classes)
        let phrases = NounPhrases(tokens: tokenizer.tokens(text, in: start..<end, fixed: []))
        let thing = phrases.right(startingAt: 0, countsPeople: false, isObject: true)
        guard let last = thing.last, phrases.tokens[last].wordClass == .noun else { return nil }
        let name = phrases.string(thing, text: text)
        return name.unicodeScalars.count > 1 ? name : nil
    }
}
