import Facts
import Scanning
import Units

/// What a clause of its own behind a figure tells to be still to come: 改造院落5个，9月底完工; 观鸟屋5座，下月搭建.
extension SentenceReader {
    /// When a clause behind that of a figure, which holds no more than a time to come and a verb, says that what the figure counts is
    /// begun, made or finished.
    ///
    /// The verb has no subject and no object of its own: both are the thing counted. How long or large a thing is that is being built
    /// is so before it is finished (大桥全长1.3公里，5月建成通车), unless the doing stands before it.
    func workDue(behind place: Int, _ text: Span<UInt8>) -> (time: TimeExpression, verb: Int)? {
        guard let dimension = dimension(at: place), SentenceReader.made.contains(dimension),
            let comma = tokens[(place + 1)...].prefix(16).firstIndex(where: \.endsClause),
            tokens[comma].isMark(.clauseEnd), !semicolons.contains(comma),
            isToBeMade(place, to: comma, dimension, text)
        else { return nil }
        var index = comma + 1
        // 争取9月完工, 排在9月动工
        if index < tokens.count, opensDue(tokens[index], text) { index += 1 }
        guard index < tokens.count, case .time(let number) = tokens[index].kind,
            isDueBy(tokens[index], times[number], text)
        else { return nil }
        index += 1
        // 明年|分批|建设, 9月|全部|投用
        while index < tokens.count, index - comma < 7, saysHow(tokens[index]) { index += 1 }
        guard index < tokens.count, tokens[index].kind == .word, phrases.isVerbalOrDoing(tokens[index]),
            phrases.scalars(tokens[index]) > 1,
            phrases.closes(at: index + 1)
                || phrases.isVerbalOrDoing(tokens[index + 1]) && phrases.closes(at: index + 2)
        else { return nil }
        return (times[number], index)
    }

    private func dimension(at place: Int) -> Dimension? {
        guard case .quantity(let number) = tokens[place].kind else { return nil }
        return unitDimension(of: quantities[number])
    }

    /// What is made or set up, and how much of it.
    private static let made: [Dimension] = [.count, .length, .area, .volume]
    private static let openers: WordList = ["排在", "定于", "争取", "力争", "确保"]

    private func opensDue(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.kind == .word && SentenceReader.openers.contains(token.start..<token.end, of: text)
    }

    private func saysHow(_ token: Token) -> Bool {
        token.kind == .word && token.roles.isDisjoint(with: [.done, .aspect])
            && (token.wordClass == .adverb || token.kinds.contains(.running))
    }

    /// Whether a clause tells of what is made, and not that it is there, half made or made before.
    private func isToBeMade(_ place: Int, to comma: Int, _ dimension: Dimension, _ text: Span<UInt8>) -> Bool {
        let clause = tokens[clauseStart(of: place)..<comma]
        let isTold = clause.contains {
            $0.isTime || isNow($0)
                || !$0.roles.isDisjoint(with: [
                    .done, .aspect, .sum, .ongoing, .increase, .completion, .stock, .part, .remainder, .speech,
                    .arrive, .to,
                ])
        }
        // 35个小区改造过半, 对17处隐患挂牌督办: a predicate of its own
        let goesOn = tokens[(place + 1)..<comma].contains { phrases.isVerbal($0) || $0.wordClass == .adverb }
        if isTold || goesOn { return false }
        return dimension == .count
            || clause.contains { $0.start < tokens[place].start && $0.has(.transitive) && phrases.isVerbal($0) }
    }
}
