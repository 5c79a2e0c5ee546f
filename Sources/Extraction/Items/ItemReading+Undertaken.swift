import Facts
import Scanning
import Units

/// The works that money is put into, where a clause before tells that they were taken up: 启动老旧供热管网改造，总投资1.94亿元.
extension SentenceReader {
    private static let outlayNames: WordList = ["总投资", "投资", "概算投资", "概算总投资", "估算投资", "计划投资", "预算投资", "总投入"]
    private static let undertaking: WordList = [
        "启动", "实施", "推进", "开展", "纳入", "进行", "推动", "列入", "承接", "实行", "开工", "谋划实施",
    ]
    private static let undertaken: WordList = [
        "改造", "整治", "治理", "建设", "修缮", "更新", "改扩建", "扩建", "提升", "加固", "修复", "改建", "工程", "项目", "升级",
    ]

    /// 老旧小区改造总投资 of 5个院落纳入老旧小区改造，惠及居民820户，总投资1750万元: of what was taken up, and not of what was counted since.
    func nameOutlay(_ text: Span<UInt8>, _ state: inout State) {
        guard unitDimension(of: state.reading.quantity) == .money, state.reading.change == .none,
            ["item.left", "item.completed"].contains(state.reading.rule), let phrase = state.reading.phrase,
            let last = phrase.last, phrase.count <= 2, last < state.place,
            case let bare = text.string(of: tokens[phrase]), SentenceReader.outlayNames.contains(bare),
            let works = worksTakenUp(before: phrase.lowerBound, text)
        else { return }
        state.reading.complete(as: SentenceReader.joined(works, bare))
    }

    /// The works that a clause before takes up, as its last words; nil where the figure's own clause says what it is of.
    private func worksTakenUp(before position: Int, _ text: Span<UInt8>) -> String? {
        var index = position - 1
        while index > 0, isLeadIn(tokens[index]) { index -= 1 }
        guard index > 1, tokens[index].endsClause else { return nil }
        while index > 1, position - index < 60, !semicolons.contains(index), !tokens[index].isMark(.sentenceEnd) {
            if tokens[index].endsClause, let works = worksEnding(at: index - 1, text) { return works }
            // 新建项目12个，…: of what has sums of its own
            if tokens[index].kind == .word, text.has("项目", before: tokens[index].end), index + 1 < tokens.count,
                tokens[index + 1].isQuantity
            {
                return nil
            }
            index -= 1
        }
        return nil
    }

    /// 老旧小区改造 of 纳入老旧小区改造: the object of a verb of taking up, which ends with a word for works.
    private func worksEnding(at last: Int, _ text: Span<UInt8>) -> String? {
        guard tokens[last].kind == .word, SentenceReader.undertaken.ends(in: text, at: tokens[last].end) else {
            return nil
        }
        var verb = last - 1
        while verb >= 0, last - verb < 12, tokens[verb].kind == .word,
            !SentenceReader.undertaking.contains(tokens[verb].start..<tokens[verb].end, of: text)
        { verb -= 1 }
        guard verb >= 0, tokens[verb].kind == .word, last - verb < 12, verb < last,
            SentenceReader.undertaking.contains(tokens[verb].start..<tokens[verb].end, of: text)
        else { return nil }
        let name = text.string(of: tokens[(verb + 1)...last].filter { !$0.has(.aspect) }[...])
        return (4...16).contains(name.unicodeScalars.count) ? name : nil
    }
}
