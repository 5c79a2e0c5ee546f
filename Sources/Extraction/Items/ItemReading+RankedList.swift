import Facts
import Scanning
import Units

/// What a list of places ranks them by: 受理量居前三位的是：城北街道812件、河西街道706件.
///
/// Whatever such a list names before its figures is where so much was, and never what is counted: 报修量居前的有：光明小区31件.
extension SentenceReader {
    static let rankedRule = "item.ranked"

    private static let ranking: WordList = [
        "最多", "最高", "最大", "较多", "较高", "集中", "居前", "排前", "列前", "前两", "前二", "前三", "前四", "前五", "前六", "前八", "前十", "前2",
        "前3", "前4", "前5", "前10",
        "靠前",
    ]
    /// Of these, the words that do not point out one place alone, as 满意率最高的是古城街道 does.
    private static let leading: WordList = [
        "居前", "排前", "列前", "前两", "前二", "前三", "前四", "前五", "前六", "前八", "前十", "前2", "前3", "前4", "前5", "前10", "靠前",
    ]
    /// What a size is before it selects some of those that have it: 承办量过百件的街道有4个.
    private static let passing: WordList = ["过", "超过", "超", "突破", "达到", "达"]
    private static let standing: [StaticString] = [
        "排名", "位居", "位列", "较为", "比较", "最为", "相对", "排", "居", "列", "位", "较", "最",
    ]
    private static let links: WordList = [
        "是", "为", "有", "分别", "分别是", "分别为", "分别有", "依次", "依次是", "依次为", "依次有", "包括",
    ]
    private static let sizeEndings: WordList = [
        "量", "总量", "数", "数量", "件数", "得分", "分数", "次数", "人数", "流量", "额", "率", "满意度",
    ]
    /// Units of what is handled case by case, of which the size that ranks the places names the handling alone: 来件量.
    private static let handled: Set<String> = ["件", "起", "条", "宗", "例"]

    /// Reads a figure of such a list by what the places are ranked by, or goes on with the list.
    func readRankedList(_ index: Int, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard state.place > 1, state.reading.change == .none, let measure = unit(state.reading.quantity),
            measure.dimension != .time, measure.dimension != .point
        else { return false }
        if let last = state.facts.last, last.rule == SentenceReader.rankedRule {
            guard unit(last.quantity)?.name == measure.name, index > 0, goesOn(from: places[index - 1], to: state.place)
            else { return false }
            nameRanked(last.item, &state)
            (state.reading.action, state.reading.verb) = (last.action, nil)
            return true
        }
        if measure.dimension == .score, isOnBoard(state.place, text) {
            nameRanked(rated(state), &state)
            return true
        }
        // 得分居前的为…: of what it is, the heading tells
        guard let size = sizeRanking(before: state.place, measure, text), measure.dimension != .score || size.count > 2,
            (measure.dimension == .ratio) == (size.hasSuffix("率") || size.hasSuffix("度"))
        else {
            return false
        }
        nameRanked(ranked(by: size, measure, state), &state)
        return true
    }

    private static let boards: WordList = ["红榜", "黑榜", "红黑榜", "红旗榜", "光荣榜"]
    private static let rated = ["考评", "测评", "考核", "评比", "检查", "暗访", "督查"]

    /// 红榜为张家庄村(96.1分): whether the place before a score is on a board.
    private func isOnBoard(_ place: Int, _ text: Span<UInt8>) -> Bool {
        var link = place - 1
        while link > 1, place - link < 8, !isLink(tokens[link], text), !isColon(tokens[link], text) { link -= 1 }
        if isColon(tokens[link], text), link > 1, isLink(tokens[link - 1], text) { link -= 1 }
        return link > 0 && SentenceReader.boards.ends(in: text, at: tokens[link - 1].end)
    }

    /// 考评得分 under the heading 考评红黑榜.
    private func rated(_ state: State) -> String {
        let topic = state.memory.topic ?? ""
        return (SentenceReader.rated.first { topic.contains($0) } ?? "考评") + "得分"
    }

    private func nameRanked(_ item: String, _ state: inout State) {
        state.reading.name(
            item, by: SentenceReader.rankedRule, doubting: "the item is named before the places that are ranked")
    }

    /// Whether nothing but the name of one more place stands between two figures: 、南京路社区.
    private func goesOn(from last: Int, to place: Int) -> Bool {
        let between = tokens[(last + 1)..<max(place, last + 1)]
        return between.count <= 9
            && between.allSatisfy {
                $0.kind == .word && $0.roles.isDisjoint(with: [.sum, .share, .part, .comparison, .etc, .de])
                    || $0.isMark(.pause) || $0.isMark(.openBracket) || $0.isMark(.closeBracket)
                    || $0.isMark(.clauseEnd) || $0.isMark(.openQuote) || $0.isMark(.closeQuote)
            }
            && between.contains { $0.kind == .word && !$0.has(.and) }
    }

    /// 受理量 of 受理量居前三位的是城北街道812件: the size by which the places are ranked, one of which stands right before a figure.
    private func sizeRanking(before place: Int, _ measure: MeasureWord, _ text: Span<UInt8>) -> String? {
        var link = place - 1
        if tokens[link].isMark(.openBracket) { link -= 1 }
        let name = link
        // 排查数居前的为：甲社区检查612家: what is done there is told
        guard !phrases.isVerbal(tokens[name]) else { return nil }
        while link > 1, name - link < 7, isName(tokens[link], text) { link -= 1 }
        guard link > 1, link < name else { return nil }
        let list = link
        while link > 1, list - link < 4, isColon(tokens[link], text) || isLink(tokens[link], text) { link -= 1 }
        guard link < list else { return nil }
        if tokens[link].endsClause, link > 1, tokens[link - 1].isQuantity {
            // 承办量过百件的街道有4个，分别是…
            let start = clauseStart(of: link - 1)
            return size(in: start..<(link - 1), before: SentenceReader.passing, text)
                ?? size(in: start..<(link - 1), before: SentenceReader.ranking, text)
        }
        let words = measure.dimension == .ratio ? SentenceReader.leading : SentenceReader.ranking
        return size(in: clauseStart(of: link)..<(link + 1), before: words, text)
    }

    private func isName(_ token: Token, _ text: Span<UInt8>) -> Bool {
        if token.isMark(.openQuote) || token.isMark(.closeQuote) { return true }
        return token.kind == .word && !isLink(token, text) && !token.has(.de) && !token.has(.sum)
    }

    private func isLink(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.kind == .word && SentenceReader.links.contains(token.start..<token.end, of: text)
    }

    /// The size at the head of a clause that goes on with one of the words: 来件量 of 来件量居前三位的.
    private func size(in clause: Range<Int>, before words: WordList, _ text: Span<UInt8>) -> String? {
        var first = clause.lowerBound
        while first < clause.upperBound,
            tokens[first].isTime || tokens[first].has(.determiner) || tokens[first].has(.placeName)
        { first += 1 }
        guard first < clause.upperBound, case let start = tokens[first].start,
            case let end = tokens[clause.upperBound - 1].end, end - start <= 90
        else { return nil }
        var position = start
        while position < end, !words.begins(in: text, at: position, end: end) {
            position += text.scalar(at: position).length
        }
        guard position > start, position < end else { return nil }
        for word in SentenceReader.standing where position - word.utf8CodeUnitCount > start {
            if text.has(word, before: position) {
                position -= word.utf8CodeUnitCount
                break
            }
        }
        guard (2...12).contains((position - start) / 3),
            SentenceReader.sizeEndings.ends(in: text, at: position, floor: start) || namesCases(start..<position, text)
        else { return nil }
        return text.string(ofDocument: start..<position)
    }

    /// Whether a text ends in a word for what is handled case by case: 投诉 of 投诉集中的小区.
    private func namesCases(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        SentenceReader.cases.contains { $0.count > 1 && text.string(ofDocument: range).hasSuffix($0) }
    }

    /// What is counted where places are ranked by a size: the cases that the article is about (来件量), or those that the size names
    /// (工单量); else the size itself (垃圾清运量).
    private func ranked(by size: String, _ measure: MeasureWord, _ state: State) -> String {
        let isHandled = SentenceReader.handled.contains(measure.name)
        guard isHandled || measure.dimension == .count && size.hasSuffix("数") else { return size }
        let known = state.memory.firstCountedInArticle(measure.name)
        var stem = Substring(size)
        for ending in ["总量", "数量", "件数", "量", "数"] where stem.hasSuffix(ending) {
            stem = stem.dropLast(ending.count)
            break
        }
        guard SentenceReader.cases.contains(where: { stem.hasSuffix($0) && $0.count > 1 }) else {
            // 工单|办理量: the cases stand before what is done with them
            return SentenceReader.cases.first { stem.hasPrefix($0) && $0.count > 1 } ?? known ?? size
        }
        if let known, known.hasSuffix(stem), known.unicodeScalars.count <= 8 { return known }
        return String(stem)
    }
}
