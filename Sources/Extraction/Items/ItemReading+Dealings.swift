import Facts
import Scanning
import Units

/// Doings that are counted as such, and things that only a heading or an earlier doing names: 点赞11万, 临时救助：审批19人次, 再办18场.
extension SentenceReader {
    private static let shown: WordList = ["点赞", "转发", "评论", "播放", "浏览", "阅读", "收藏", "围观", "观看", "收看", "互动"]

    /// What people do with what they are shown, which is counted by how often they do it.
    func isShown(_ doing: Int, _ text: Span<UInt8>) -> Bool {
        SentenceReader.shown.contains(tokens[doing].start..<tokens[doing].end, of: text)
    }

    /// 直播带岗 of 直播带岗观看2.1万，点赞10万: what it is that the figure before tells of in the same way.
    func shownThing(_ state: State) -> String {
        guard let last = state.facts.last?.item else { return "" }
        if last.hasSuffix("”") { return last }
        let doing = last.hasSuffix("量") ? String(last.dropLast()) : last
        return SentenceReader.shown.isEnding(of: doing) ? String(doing.dropLast(2)) : ""
    }

    static let receiving: WordList = ["收到", "接到", "受理", "接收", "收"]
    static let received: WordList = ["申请", "投诉", "举报", "咨询", "求助", "报修", "报警"]

    private static let dealings: WordList = ["审批", "审核", "办理", "受理", "实施", "救助", "开展", "完成", "发放", "审定", "批准"]

    private static let reliefs: WordList = ["救助", "援助", "帮扶", "慰问", "培训", "调解", "服务"]

    /// 临时救助 of 三、临时救助：审批19人次: a doing before the colon that a verb of dealing with it follows.
    func labelled(_ clause: ElidedClause, _ text: Span<UInt8>) -> String? {
        guard SentenceReader.doings.contains(clause.dimension), let range = clause.before.verbs, let verb = range.last,
            SentenceReader.dealings.contains(tokens[verb].start..<tokens[verb].end, of: text)
        else { return nil }
        var colon = range.lowerBound - 1
        while colon > 0, range.lowerBound - colon < 5,
            tokens[colon].isTime || tokens[colon].has(.sum) || tokens[colon].wordClass == .adverb
        { colon -= 1 }
        guard colon > 0, isColon(tokens[colon], text),
            phrases.isVerbal(tokens[colon - 1]) || SentenceReader.reliefs.ends(in: text, at: tokens[colon - 1].end)
        else { return nil }
        var start = colon - 1
        while start > 0, colon - start < 4, tokens[start - 1].kind == .word, tokens[start - 1].wordClass != .number {
            start -= 1
        }
        guard (3...8).contains(phrases.scalars(of: start..<colon)) else { return nil }
        return text.string(of: tokens[start..<colon])
    }

    private static let again: WordList = ["再", "又", "续"]

    /// What was counted before in the unit, where a doing is done again: 再办18场.
    func doneAgain(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: State) -> String? {
        guard !clause.measures, clause.dimension == .event, state.reading.change == .none,
            let range = clause.before.verbs, range.count <= 4, let measure = clause.measure,
            tokens[max(0, range.lowerBound - 1)..<range.upperBound].contains(where: {
                SentenceReader.again.begins(in: text, at: $0.start) && phrases.scalars($0) <= 2
            })
        else { return nil }
        return state.memory.last(countedIn: measure.name, dimension: clause.dimension)
            ?? state.memory.countedInArticle(measure.name, doing: nil)
    }
}
