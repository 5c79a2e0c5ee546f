import Facts
import Scanning
import Units

/// Matters that people bring up, with who does, what they are about or what sort of thing they were found at: 居民反映问题, 停车意见,
/// 企业诉求, 占用盲道.
extension SentenceReader {
    private static let raised: WordList = [
        "问题", "诉求", "意见", "建议", "困难", "难题", "投诉", "工单", "来电", "来信", "咨询", "纠纷", "案件", "警情", "举报", "提案", "留言", "事项",
        "信访件",
    ]
    private static let saying: WordList = ["反映", "反馈", "反应"]
    private static let related: WordList = ["相关", "有关", "此类", "该类", "这类"]
    private static let about: WordList = ["关于", "涉及", "有关", "针对", "围绕", "涉"]
    /// Firms, which matters are asked of one by one.
    private static let asked: WordList = ["企业", "商户", "商家", "楼宇", "经营主体", "市场主体", "个体户", "个体工商户", "商铺", "门店", "园区"]
    private static let calling: WordList = ["走访", "联系", "对接", "服务", "调研", "走进", "包联", "拜访"]
    private static let asking: WordList = [
        "收集", "收集到", "收到", "梳理", "摸排", "征集", "解决", "协调解决", "帮助解决", "化解", "列出", "汇总", "记录", "记下", "了解", "办理", "受理",
    ]
    /// What is done wrong with a thing, which is counted case by case.
    private static let wrongs: WordList = [
        "占用", "堵塞", "侵占", "损坏", "破坏", "遮挡", "私搭", "私拉", "乱拉", "乱搭", "乱堆", "堆放", "毁坏", "圈占", "私占", "乱停", "违建",
    ]
    private static let casewise: WordList = ["处", "起", "件", "例", "宗", "次"]

    /// Completes a bare matter by what the clause says of it.
    func nameMatter(_ text: Span<UInt8>, _ state: inout State) {
        if state.reading.rule == "item.left", let phrase = state.reading.phrase, phrase.count > 2,
            let head = phrase.last,
            let opening = phrase.first, opening > 0, tokens[head - 1].has(.de),
            SentenceReader.raised.contains(tokens[head].start..<tokens[head].end, of: text),
            text.has("关于", at: tokens[opening - 1].start), let subject = subject(before: head - 1, text)
        {
            // 关于噪音扰民的投诉32件: called as it is where a verb stands before 关于
            state.memory.matter = subject
            state.reading.complete(as: subject + text.string(ofDocument: tokens[head].start..<tokens[head].end))
            return
        }
        guard state.reading.rule == "item.left", let phrase = state.reading.phrase, phrase.count == 1,
            let head = phrase.first, head > 1, tokens[head].kind == .word,
            state.reading.item.utf8.count == tokens[head].end - tokens[head].start
        else { return }
        if let verb = state.reading.verb, verb + 1 == head,
            SentenceReader.wrongs.contains(tokens[verb].start..<tokens[verb].end, of: text),
            SentenceReader.casewise.contains(unit(state.reading.quantity)?.name ?? "")
        {
            // 占用盲道16处: what was done wrong is what is counted
            state.reading.complete(as: text.string(of: tokens[verb...head]))
            (state.reading.action, state.reading.verb) = (nil, nil)
            return
        }
        guard SentenceReader.raised.contains(tokens[head].start..<tokens[head].end, of: text) else { return }
        if tokens[head - 1].has(.de) {
            let subject = subject(before: head - 1, text)
            if let subject { state.memory.matter = subject }
            if let said = subject ?? said(before: head - 1, text) {
                state.reading.complete(as: said + state.reading.item)
            }
        } else if SentenceReader.related.contains(tokens[head - 1].start..<tokens[head - 1].end, of: text) {
            // 电动自行车类火警6起；相关投诉52件: of the kind that was counted, or of the matter that people have brought up before
            if let kind = state.facts.last(where: { $0.item.contains("类") })?.item.prefix(while: { $0 != "类" }),
                (2...8).contains(kind.count)
            {
                state.reading.complete(as: kind + "相关" + state.reading.item)
            } else if let matter = state.memory.matter {
                state.reading.complete(as: matter + state.reading.item)
            }
        } else if let verb = state.reading.verb, verb < head,
            SentenceReader.asking.contains(tokens[verb].start..<tokens[verb].end, of: text),
            // 走访企业86家，解决用工、融资等问题31个: those that the list tells
            !tokens[head - 1].has(.etc), let last = state.facts.last, SentenceReader.asked.isEnding(of: last.item),
            last.item.unicodeScalars.count <= 6, SentenceReader.calling.isEnding(of: last.action ?? ""),
            last.item.unicodeScalars.count + state.reading.item.unicodeScalars.count <= 10
        {
            // 走访企业86家，收集问题31个: those of the firms
            state.reading.complete(as: last.item + state.reading.item)
        }
    }

    /// 居民反映 of 居民反映的问题, 群众反映强烈的 of 群众反映强烈的问题: who brings a matter up, and how.
    private func said(before de: Int, _ text: Span<UInt8>) -> String? {
        var verb = de - 1
        while verb > 0, de - verb < 3,
            !SentenceReader.saying.contains(tokens[verb].start..<tokens[verb].end, of: text),
            tokens[verb].kind == .word, [.adjective, .adverb, .verb, .locative].contains(tokens[verb].wordClass)
        { verb -= 1 }
        guard SentenceReader.saying.begins(in: text, at: tokens[verb].start) else { return nil }
        let isBare = verb + 1 == de && phrases.scalars(tokens[verb]) == 2
        var low = verb
        while low > 0, verb - low < 2, tokens[low - 1].kind == .word,
            tokens[low - 1].has(.human) || tokens[low - 1].has(.agent) && tokens[low - 1].wordClass == .noun
        { low -= 1 }
        if isBare, low == verb { return nil }
        let words = text.string(of: tokens[low..<de])
        return words.unicodeScalars.count <= 10 ? words + (isBare ? "" : "的") : nil
    }

    /// 停车和噪声 of 关于停车和噪声的意见: what a matter is about.
    private func subject(before de: Int, _ text: Span<UInt8>) -> String? {
        var first = de - 1
        while first > 0, de - first < 8, tokens[first].kind == .word || tokens[first].isMark(.pause),
            !SentenceReader.about.contains(tokens[first].start..<tokens[first].end, of: text),
            phrases.isNominal(tokens[first]) || phrases.isVerbal(tokens[first]) || tokens[first].has(.and)
                || tokens[first].isMark(.pause)
        { first -= 1 }
        guard first + 1 < de, SentenceReader.about.contains(tokens[first].start..<tokens[first].end, of: text),
            !tokens[(first + 1)..<de].contains(where: { $0.has(.placeName) || $0.has(.body) })
        else { return nil }
        let words = text.string(of: tokens[(first + 1)..<de])
        return (2...10).contains(words.unicodeScalars.count) ? words : nil
    }
}
