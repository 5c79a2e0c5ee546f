import Facts
import Scanning
import Units

/// How those counted are, which the name of them must not hold: 4名潜水员|状态良好, 26个城市|试点长护险.
extension SentenceReader {
    private static let conditions: WordList = ["良好", "平稳", "正常", "稳定", "完好", "饱满", "健康", "顺利", "安全"]
    private static let conditioned: WordList = [
        "状态", "状况", "身心", "身心状态", "身体", "身体状况", "精神", "精神状态", "生命体征", "体征", "运行", "运转", "情况", "病情", "伤情", "工作", "生产",
        "供应", "运行状态",
    ]

    /// Leaves out of a name behind a figure what the clause tells of those who bear it.
    func dropState(_ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.rule == "item.right", state.reading.change == .none, let phrase = state.reading.phrase,
            phrase.lowerBound > state.place, phrase.count > 1
        else { return }
        let trial = trialStart(in: phrase, text)
        if let end = stateStart(in: phrase, text) ?? trial {
            if trial != nil, state.reading.action == nil {
                // They go on trying it.
                (state.reading.action, state.reading.isStockWorded) = ("试点", true)
            }
            state.reading.phrase = phrase.lowerBound..<end
            state.reading.item = phrases.string(phrase.lowerBound..<end, text: text)
        }
    }

    /// 机组|运行|平稳: where the predicate begins that closes the clause with an adjective.
    private func stateStart(in phrase: Range<Int>, _ text: Span<UInt8>) -> Int? {
        guard let last = phrase.last, phrases.closes(at: phrase.upperBound),
            SentenceReader.conditions.contains(tokens[last].start..<tokens[last].end, of: text)
        else { return nil }
        var start = last
        while start - 1 > phrase.lowerBound,
            SentenceReader.conditioned.contains(tokens[start - 1].start..<tokens[start - 1].end, of: text)
        { start -= 1 }
        return start < last ? start : nil
    }

    private static let trying: WordList = [
        "市", "县", "区", "省", "州", "城市", "地区", "省份", "乡镇", "街道", "地市", "县区", "区县", "省区市",
    ]

    private static let works: WordList = ["工程", "项目", "任务", "单位", "示范", "示范区", "工作"]

    /// 城市|试点|长护险: where 试点 is what those do who are counted, with what they try or at the end of the clause.
    private func trialStart(in phrase: Range<Int>, _ text: Span<UInt8>) -> Int? {
        // 50个城市试点示范工程: what is tried is a work
        if let last = phrase.last, SentenceReader.works.ends(in: text, at: tokens[last].end) { return nil }
        return phrase.dropFirst().first { index in
            text.has("试点", at: tokens[index].start) && tokens[index].end - tokens[index].start == 6
                && SentenceReader.trying.ends(in: text, at: tokens[index - 1].end)
                && (index + 1 < phrase.upperBound
                    || index + 1 < tokens.count && tokens[index + 1].kind == .word
                        && !tokens[index + 1].has(.de))
        }
    }
}
