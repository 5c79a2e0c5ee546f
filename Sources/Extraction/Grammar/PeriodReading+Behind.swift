import Facts
import Scanning

/// Times that stand behind the figure they date: 2人上周转为预备党员, 余下的2座，9月25日前装完.
extension SentenceReader {
    /// 余下的2座，9月25日前装完, 剩下2户因管道老化，本周内完成更换: the day by which what is left is going to be done, if that is all that its sentence
    /// or the part before a semicolon goes on to tell.
    func timeOfRest(_ place: Int, _ text: Span<UInt8>) -> TimeExpression? {
        var before = place - 1
        // 剩下的, 剩下那
        if before > 0, tokens[before].has(.de) || text.has("那", at: tokens[before].start) { before -= 1 }
        guard before >= 0, before == 0 || tokens[before - 1].endsClause || tokens[before - 1].isMark(.openQuote),
            SentenceReader.rests.ends(in: text, at: tokens[before].end, floor: tokens[before].start)
        else { return nil }
        var due: TimeExpression?
        for position in (place + 1)..<max(place + 1, min(tokens.count, place + 30)) {
            let token = tokens[position]
            // 其余33处…，力争春节前整改率达到100%: the time of another figure
            if token.isQuantity { return nil }
            if semicolons.contains(position) { break }
            guard due == nil, case .time(let number) = token.kind else { continue }
            if nows.contains(token.start) || text.has("眼下", at: token.start) { continue }
            guard isDueBy(token, times[number], text) else { return nil }
            due = times[number]
        }
        return due
    }

    /// Whether a time is one by which or in which something is still to be done: a deadline, 本周内, 明年上半年, 11月.
    func isDueBy(_ token: Token, _ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        if deadlines.contains(token.start) || isStillToCome(time, text) { return true }
        if text.has("内", before: token.end) || text.has("前", before: token.end) || text.has("明年", at: token.start) {
            return true
        }
        return time.kind == .period && time.to.map { to in published.map { to > $0 } ?? false } ?? false
    }

    /// 社区去年换届，2人上周转为预备党员, 2.7公里主管网已在上月铺设到位: the time behind a figure that opens its clause, before the verb that tells what
    /// happened then; it dates the figure before any time of another clause.
    func timeOfClause(_ place: Int, _ text: Span<UInt8>) -> TimeExpression? {
        let start = clauseStart(of: place)
        guard place - start <= 3,
            !tokens[start..<place].contains(where: { $0.isTime || $0.isQuantity || phrases.isVerbal($0) })
        else { return nil }
        for position in (place + 1)..<max(place + 1, min(tokens.count, place + 8)) {
            let token = tokens[position]
            if token.endsClause || token.isQuantity || token.has(.de) { return nil }
            // 5人是去年才回来的: who they are
            if token.kind == .word, text.has("是", at: token.start), token.end - token.start == 3 { return nil }
            guard case .time(let number) = token.kind else { continue }
            let before = tokens[position - 1]
            guard position + 1 < tokens.count, !before.has(.comparison), !before.has(.from), !before.has(.share) else {
                return nil
            }
            let next = tokens[position + 1]
            guard !next.endsClause, !next.has(.de), !next.isQuantity,
                phrases.isVerbal(next) || next.wordClass == .adverb || next.wordClass == .preposition,
                !(position + 2 < tokens.count && tokens[position + 2].has(.de))
            else { return nil }
            let time = times[number]
            return time.kind == .period || time.kind == .present && time.from != nil && !nows.contains(token.start)
                ? time : nil
        }
        return nil
    }

    /// 明年要加装6部电梯，意向书已签4份: whether what the figure's own clause says is done cannot be of a time that is still to come.
    func isBeforeItsTime(_ position: Int, _ time: TimeExpression, _ place: Int, _ text: Span<UInt8>) -> Bool {
        let start = clauseStart(of: place)
        guard position < start, tokens[start..<place].contains(where: { $0.has(.done) && !$0.isTime }) else {
            return false
        }
        return isStillToCome(time, text) || published == nil && text.has("下半年", at: time.start)
    }

    private static let lefts: WordList = ["还剩", "还有", "尚有", "还余", "剩", "还", "剩余", "剩下", "为"]

    /// 下半年任务|还剩|2380人: whether nothing but a word for what is left stands before a figure.
    func isWhatIsLeft(_ between: Range<Int>, _ text: Span<UInt8>) -> Bool {
        !between.isEmpty && between.count <= 3
            && tokens[between].allSatisfy { SentenceReader.lefts.contains($0.start..<$0.end, of: text) }
    }

    /// 由61%（2021年）提高到83.5%（2023年）: the time that fills the brackets right behind a figure, or behind what it counts.
    func timeInBrackets(_ place: Int) -> TimeExpression? {
        for open in [place + 1, place + 2] where open + 2 < tokens.count && tokens[open].isMark(.openBracket) {
            guard case .time(let number) = tokens[open + 1].kind, tokens[open + 2].isMark(.closeBracket) else {
                return nil
            }
            return times[number].kind == .present ? nil : times[number]
        }
        return nil
    }

    /// 占比从41%（2022年）上升到66.3%: whether a time fills the brackets behind a figure, and is the time of that figure alone.
    func isInBracketsOfAnother(_ position: Int) -> Bool {
        guard position > 1, position + 1 < tokens.count, tokens[position - 1].isMark(.openBracket),
            tokens[position + 1].isMark(.closeBracket)
        else { return false }
        return tokens[position - 2].isQuantity || position > 2 && tokens[position - 3].isQuantity
    }

    /// 再增配社工19名，9月底前到岗; 还要添24个插口，赶在7月中旬前装完: the day by which a clause of its own, the next one, says what a figure
    /// counts to be there.
    func timeOfFinish(behind place: Int, _ text: Span<UInt8>) -> TimeExpression? {
        guard case .quantity(let figure) = tokens[place].kind, unitDimension(of: quantities[figure]) == .count,
            tokens[clauseStart(of: place)..<place].contains(where: {
                $0.has(.plan) && $0.wordClass != .noun || text.has("再", at: $0.start)
                    || SentenceReader.rests.ends(in: text, at: $0.end)
            }), let comma = tokens[(place + 1)...].prefix(8).firstIndex(where: { $0.endsClause || $0.isQuantity }),
            tokens[comma].endsClause, comma + 2 < tokens.count, !semicolons.contains(comma)
        else { return nil }
        let clause = tokens[(comma + 1)...].prefix(10)
        guard
            let end = clause.firstIndex(where: { $0.endsClause || $0.isQuantity })
                ?? (clause.endIndex == tokens.endIndex ? tokens.endIndex : nil),
            end == tokens.endIndex || tokens[end].endsClause,
            let position = clause.prefix(3).firstIndex(where: \.isTime), position + 1 < end, position >= end - 4,
            case .time(let number) = tokens[position].kind, isDueBy(tokens[position], times[number], text),
            phrases.isVerbal(tokens[end - 1]),
            !SentenceReader.onlyBegun.contains(tokens[end - 1].start..<tokens[end - 1].end, of: text)
        else { return nil }
        return times[number]
    }

    /// 改造院落5个，9月底完工: the time of a clause that only tells when what a figure counts is ready; when it is begun says nothing of that.
    func timeOfWorkDue(behind place: Int, _ text: Span<UInt8>) -> TimeExpression? {
        guard let due = workDue(behind: place, text),
            !SentenceReader.onlyBegun.contains(tokens[due.verb].start..<tokens[due.verb].end, of: text)
        else { return nil }
        return due.time
    }

    private static let onlyBegun: WordList = ["招标", "开工", "动工", "启动", "进场", "签约", "征集", "报名", "开始", "施工"]

    private static let edges: WordList = ["年底", "年末", "月底", "月末", "至今", "迄今"]

    /// 超期案件8月底前清零；调解员增至120人: whether a time by which something is to be done stands inside a clause, and a semicolon closes
    /// what it is the time of.
    func isClosedOff(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        guard position > 0, !tokens[position - 1].endsClause,
            deadlines.contains(tokens[position].start)
                // 新物业进场至今，…；…: but what a whole clause says is of all that follows
                || !(text.has("今", before: tokens[position].end) && tokens[position + 1].endsClause)
                    && SentenceReader.edges.contains(tokens[position].start..<tokens[position].end, of: text)
                // 2025年，12个小区要有物业；项目争取三季度投产；食堂再开3家: of the year that opened the sentence
                || tokens[position - 1].has(.plan) && tokens.prefix(min(3, position)).contains(where: \.isTime)
        else { return false }
        return semicolons.contains { position < $0 && $0 < place }
    }
}
