import Scanning

/// How a plan goes on over the semicolons of a list.
extension SentenceReader {
    /// Whether the clauses behind a semicolon go on with the plan that a clause before it tells.
    func goesOnWithPlan(over semicolon: Int, _ place: Int, _ text: Span<UInt8>) -> Bool {
        isOfPlannedList(semicolon, place, text) || isOfAnnouncedPlans(semicolon, place, text)
            || isOfJoinedPlan(semicolon, place, text) || isOfDemand(over: semicolon, place, text)
    }

    /// 街道力争垃圾分类覆盖率达95%；新增投放点40个；减量率达到12%: whether the last clauses behind a semicolon are members of a list
    /// that a plan opens, with nothing in it that is done.
    private func isOfPlannedList(_ semicolon: Int, _ place: Int, _ text: Span<UInt8>) -> Bool {
        guard let first = tokens.firstIndex(where: { $0.isQuantity }),
            let plan = tokens[..<first].lastIndex(where: { $0.has(.plan) && !$0.has(.demand) }), isPlan(plan, text),
            semicolon + 1 < place
        else { return false }
        // 2026年，街道将坚持项目为先，引进项目9个；新建公园3处
        let isWilled = text.has("将", before: tokens[plan].end)
        if !isWilled, tokens[plan..<first].contains(where: \.endsClause) { return false }
        for index in plan + 1..<place
        where tellsOfWhatIs(tokens[index], text) || tokens[index].has(.stock) || isNumbering(index, text) {
            return false
        }
        let head = tokens[semicolon + 1]
        // …；清淤渠道18公里，改造泵站2座: all clauses of a member of the list
        return phrases.isVerbal(head) || tokens[place - 1].has(.reach) || tokens[place - 1].has(.to)
    }

    private static let joiners: WordList = ["另外", "另", "同时", "同步", "此外", "还", "并", "再"]

    /// 计划建停车场6个；另外改造38个，涉及泊位1423个: whether a word that adds to what was said joins the clauses behind a semicolon to a
    /// plan, and nothing in them is done or dated.
    private func isOfJoinedPlan(_ semicolon: Int, _ place: Int, _ text: Span<UInt8>) -> Bool {
        guard semicolon + 1 < place, SentenceReader.joiners.begins(in: text, at: tokens[semicolon + 1].start),
            !tokens[semicolon..<place].contains(where: { tellsOfDone($0) })
        else { return false }
        var index = semicolon - 1
        while index >= 0, !semicolons.contains(index) {
            // 将于12月底前完工；同步新增: what is done by a day that the plan names
            if case .time(let number) = tokens[index].kind {
                if tellsOfThePast(times[number]) || isNow(tokens[index]) { return false }
            } else if tellsOfDone(tokens[index]), !isPlanned(before: index, text) {
                return false
            }
            if tokens[index].has(.plan), !tokens[index].has(.demand) { return isPlan(index, text) }
            index -= 1
        }
        return false
    }

    private func tellsOfDone(_ token: Token) -> Bool {
        token.isTime || token.has(.done) || token.has(.aspect) || token.has(.stock)
    }

    /// 今年将办好8件实事：改造小区6个；开展评选，打造示范点23个: whether the clause before a colon says what is going to be done, and nothing
    /// behind the last semicolon that it is done.
    private func isOfAnnouncedPlans(_ semicolon: Int, _ place: Int, _ text: Span<UInt8>) -> Bool {
        guard
            let colon = tokens[..<semicolon].lastIndex(where: { isColon($0, text) }), colon > 1,
            !tokens[semicolon..<place].contains(where: { $0.isTime || $0.has(.done) || $0.has(.aspect) })
        else { return false }
        let start = tokens[..<colon].lastIndex(where: \.endsClause).map { $0 + 1 } ?? 0
        return tokens[start..<colon].contains(where: \.isQuantity)
            && !tokens[start..<colon].contains { $0.has(.done) || $0.has(.aspect) }
            && (start..<colon).contains { tokens[$0].has(.plan) && !tokens[$0].has(.demand) && isPlan($0, text) }
    }

    /// 继续办好10件实事，包括：（1）改造小区58个；（2）新增车位900个: the colon before the members of a numbered list, one of which
    /// begins behind the semicolon; what is said before it holds for each.
    func colonOfList(over semicolon: Int, _ text: Span<UInt8>) -> Int? {
        guard isNumbering(semicolon + 1, text) else { return nil }
        var index = semicolon - 1
        while index > 0 {
            if tokens[index].endsClause, isNumbering(index + 1, text) {
                if isColon(tokens[index], text) { return index }
                if !semicolons.contains(index) { return nil }
            }
            index -= 1
        }
        return nil
    }

    /// Whether a token is the number of a point: （2）, ②.
    private func isNumbering(_ index: Int, _ text: Span<UInt8>) -> Bool {
        guard index < tokens.count, tokens[index].isMark(.clauseEnd) else { return false }
        return !(["，", "；", "：", ",", ";", ":"] as [StaticString]).contains { text.has($0, at: tokens[index].start) }
    }
}
