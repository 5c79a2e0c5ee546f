import Places
import Scanning

/// What is told of a park or quarter by its kind alone, and what a street does for the place of which the text tells.
extension ReadingTools {
    /// 园区占地132亩: whether a clause begins with 园区, and not a list of bodies (园区、商户和居民) or where the park lies.
    func opensParkClause(_ position: Int, _ text: Span<UInt8>) -> Bool {
        let end = position + 6
        // 街道在园区设立…, 推行“园区事园区办”
        for word in ["在", "进", "到", "由", "从", "“", "里"] as [StaticString] where text.has(word, before: position) {
            return false
        }
        // 公园12座, 游园3处: how many of them there are
        if text.has("公园", at: position) || text.has("游园", at: position), end < text.count,
            classes[text.scalar(at: end).value].startsNumeral || text.has("城市", at: end)
        {
            return false
        }
        return opensClause(position, in: 0..<text.count, text) && !text.has("、", at: end) && !text.has("和", at: end)
            && !text.has("所在", at: end)
    }

    /// Whether a clause says the kind of a park that was named: 成立|商圈党委.
    func callsPark(_ name: Range<Int>, from start: Int, _ text: Span<UInt8>) -> Bool {
        restOfClause(from: start, within: 60, text) { isCalled(name, at: $0, text) }
    }

    /// Whether something stands in the rest of a clause, and no farther off than so many bytes.
    func restOfClause(from start: Int, within reach: Int, _ text: Span<UInt8>, holds isThere: (Int) -> Bool) -> Bool {
        var position = start
        while position < text.count, position - start <= reach {
            if isThere(position) { return true }
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] != .clauseEnd, classes[scalar] != .sentenceEnd else { return false }
            position += length
        }
        return false
    }

    private static let helpings: WordList = [
        "把", "投入", "投资", "筹", "调来", "调集", "会同", "连夜", "请", "协调", "拿出", "出资", "出钱", "出地", "出人", "出力", "补", "帮", "为", "给",
        "腾", "拨", "派", "跟我们",
        "和我们", "答应",
    ]
    private static let spans: WordList = ["年", "月", "周", "季", "天", "日"]
    private static let rescues: WordList = ["赶到", "赶来", "赶赴", "赶往", "调来", "驰援", "增援", "冒雨", "到场"]

    /// 街道|把库房收回, 街道|每床补助300元, 街道|应急队20名队员赶到: whether what stands behind 街道 helps where the text is.
    func isHelp(from start: Int, _ text: Span<UInt8>) -> Bool {
        // 每份|补贴; but 每年|补贴 tells what it always does
        let isEach = text.has("每", at: start) && !ReadingTools.spans.begins(in: text, at: start + 3)
        let verb = isEach ? start + 6 : start
        return ReadingTools.helpings.begins(in: text, at: verb)
            || restOfClause(from: start, within: 90, text) { ReadingTools.rescues.begins(in: text, at: $0) }
    }

    /// 园区 or 产业园 for 云谷产业园, 商圈 for 望江商圈: whether the kind of a park that was named stands at a position.
    func isCalled(_ name: Range<Int>, at position: Int, _ text: Span<UInt8>) -> Bool {
        if text.has("园区", at: position) { return isParkName(endingAt: name.upperBound, text) }
        if text.has("安置区", at: position) { return text.has("安置区", before: name.upperBound) }
        for length in [6, 9] where name.count > length + 3 && position + length <= text.count {
            let start = name.upperBound - length
            if (0..<length).allSatisfy({ text[start + $0] == text[position + $0] }) { return true }
        }
        return false
    }
}
