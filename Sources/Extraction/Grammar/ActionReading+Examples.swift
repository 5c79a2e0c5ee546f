import Facts
import Scanning

/// Verbs before and inside a list of examples: 设有求职登记、法律咨询等6个窗口, 理论学习、调查研究等5个方面.
extension SentenceReader {
    /// 理论学习、调查研究等5个方面: a verb inside the list of examples, which governs none of them.
    func isExample(_ verb: Int, of left: NounPhrases.Left) -> Bool {
        let end = max(left.item.upperBound, left.verbs?.upperBound ?? 0)
        if let etc = (verb..<max(verb, left.item.lowerBound)).first(where: { tokens[$0].has(.etc) }) {
            // 通道堵塞、生产车间防护不到位等隐患9条: a verb of the list's last member
            return isListed(verb) && !tokens[verb..<etc].contains { $0.isMark(.pause) }
        }
        guard end < tokens.count, tokens[end].has(.etc) else { return false }
        // 养老院改造等6个项目: nothing stands between it and 等 that it could govern.
        if left.item.isEmpty || left.item.upperBound <= verb { return true }
        return isListed(verb)
    }

    /// The clause up to the first pause of the examples that stand before a figure: 设有求职登记 in 设有求职登记、法律咨询等6个窗口.
    func firstExample(of left: NounPhrases.Left) -> Range<Int>? {
        let etc = left.item.upperBound
        guard !left.item.isEmpty, etc + 1 < tokens.count, tokens[etc].has(.etc), tokens[etc + 1].isQuantity else {
            return nil
        }
        return examples(before: etc)
    }

    /// The verb before the examples that stand before a figure with its noun behind it.
    func verbBeforeExamples(of right: Range<Int>) -> Int? {
        guard let place = figure(before: right).map({ places[$0] }), place > 1, tokens[place - 1].has(.etc) else {
            return nil
        }
        return examples(before: place - 1).flatMap { verb(beforeExamples: $0) }
    }

    /// 编写乡村医生用药的规范和经验等6本手册: the verb that opens the clause of a single example, whose title may hold verbs of its own.
    func verbBeforeLoneExample(of right: Range<Int>) -> Int? {
        guard let place = figure(before: right).map({ places[$0] }), place > 2, tokens[place - 1].has(.etc) else {
            return nil
        }
        var start = place - 1
        while start > 0, place - start < 40, !tokens[start - 1].endsClause, !tokens[start - 1].isTime {
            start -= 1
            if tokens[start].isMark(.pause) || tokens[start].isQuantity { return nil }
        }
        // 陆续|印发《社区食堂管理办法》等5项规范
        let verb =
            (start..<min(start + 5, place)).first {
                !phrases.isActor(tokens[$0]) && tokens[$0].wordClass != .adverb
            } ?? place
        guard verb + 2 < place, tokens[verb].wordClass == .verb, tokens[verb].has(.transitive), isAction(verb),
            tokens[verb].kinds.contains(.handling) || phrases.scalars(tokens[verb]) == 2 && !tokens[verb].has(.light)
        else { return nil }
        return tokens[(verb + 1)..<place].contains { $0.has(.de) || $0.has(.and) || phrases.isVerbal($0) } ? verb : nil
    }

    /// The clause before 等, up to its first pause.
    private func examples(before etc: Int) -> Range<Int>? {
        var start = etc
        while start > 0, etc - start < NounPhrases.longest, !tokens[start - 1].endsClause,
            !tokens[start - 1].isQuantity, !tokens[start - 1].isTime
        { start -= 1 }
        return (start..<etc).first { tokens[$0].isMark(.pause) }.map { start..<$0 }
    }

    /// 解决污水直排、垃圾堆放等群众反映的问题124个: the verb before the examples, where the nearest one stands in them or in the clause
    /// behind them.
    func verb(before predicate: Int, andExamplesOf left: NounPhrases.Left) -> Int? {
        guard !left.item.isEmpty, predicate < left.item.lowerBound,
            let etc = (max(0, left.item.lowerBound - 12)..<left.item.lowerBound).last(where: { tokens[$0].has(.etc) }),
            predicate > etc
                ? tokens[predicate..<left.item.lowerBound].contains(where: { $0.has(.de) })
                : isExample(predicate, of: left)
        else { return nil }
        return examples(before: etc).flatMap { verb(beforeExamples: $0) }
    }

    /// The verb that has all examples as its object; in 修伞、补锅等12个摊位 the first example is a verb itself.
    func verb(beforeExamples first: Range<Int>) -> Int? {
        first.dropLast().first {
            // 还将|开展会议论坛、人文交流等27项活动
            tokens[$0].wordClass == .verb && !(tokens[$0].has(.plan) && phrases.scalars(tokens[$0]) == 1)
                || tokens[$0].has(.stock)
                || phrases.isVerbal(tokens[$0]) && (opensClause($0) || tokens[$0 - 1].has(.causative))
        }
    }

    /// Whether words alone stand between a verb and a pause before it that closes no verb: the verb is in a list's member.
    private func isListed(_ verb: Int) -> Bool {
        var index = verb - 1
        while index >= 0, tokens[index].kind == .word { index -= 1 }
        return index > 0 && tokens[index].isMark(.pause) && !(index + 1 == verb && phrases.isVerbal(tokens[index - 1]))
    }
}
