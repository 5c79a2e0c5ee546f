import Places
import Scanning

/// How a sentence tells where the thing stands that it turns to: 位于城东的云谷产业园, 在隔壁的光熙苑社区，….
extension ReadingTools {
    private static let presentations: WordList = [
        "还有", "也有", "是", "数", "属", "莫过于", "轮到", "来到", "走进", "来到了", "走进了", "转向", "移步",
    ]

    private static let dwellers: WordList = ["村民", "居民", "人", "住户", "村党支部书记", "党支部书记", "党委书记", "党总支书记"]

    /// 旧貌换新颜的还有|光熙苑社区。, 张师傅是|光熙苑社区居民，…: whether a sentence ends by naming the place that the text turns to, or tells
    /// whose home it is; 得分最高的是永泰街道。 only ranks it.
    ///
    /// - Parameters:
    ///   - start: where the chain of names begins.
    ///   - opens: whether the sentence opens its paragraph, which then goes on about what it has named: 险情最急的是|永泰街道。.
    func isPresented(
        _ mention: PlaceMention, from start: Int, in sentence: Range<Int>, opens: Bool = false, _ text: Span<UInt8>
    ) -> Bool {
        var end = mention.range.upperBound
        guard mention.level >= .street, end < sentence.upperBound,
            ReadingTools.presentations.ends(in: text, at: start)
        else { return false }
        // 往东走，是|光熙苑社区的“饭桌”。
        if opens, text.has("是", before: start), text.has("的", at: end), leadsOn(to: start - 3, in: sentence, text) {
            return true
        }
        // 积水最深的是|光熙苑社区的地下车库，…
        if mention.level == .community, text.has("的是", before: start), text.has("的", at: end) { return true }
        // 最先告急的是|光熙苑社区丁字口，…: and so without 的, where the sentence goes on
        if mention.level == .community, text.has("的是", before: start), namesSpot(behind: end, in: sentence, text),
            !ReadingTools.ranks.ends(in: text, at: start - 6)
        {
            return true
        }
        if text.has("是", before: start), let length = ReadingTools.dwellers.match(in: text, at: end, end: text.count) {
            end += length
        }
        guard end < text.count, case let kind = classes[text.scalar(at: end).value],
            kind == .sentenceEnd || kind == .clauseEnd && end > mention.range.upperBound
        else { return false }
        return opens && ReadingTools.urgencies.ends(in: text, at: start)
            || !(max(sentence.lowerBound, start - 90)..<start).contains {
                text.has("最", at: $0) || text.has("第", at: $0)
            }
    }

    /// 得分最高|的是: what only ranks, against 最先告急|的是.
    private static let ranks: WordList = [
        "最高", "最低", "最多", "最少", "最大", "最小", "最快", "最慢", "最好", "最差", "最早", "最长", "最短", "第一", "领先",
    ]

    private static let spots: WordList = [
        "口", "边", "旁", "处", "路", "街", "巷", "楼", "段", "桥", "坡", "角", "院", "门", "场", "库", "带", "片",
    ]

    /// 光熙苑社区|丁字口，: whether a spot of two to five characters stands between a name and the comma behind it, and no people.
    private func namesSpot(behind end: Int, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var position = end
        while position < sentence.upperBound, position - end <= 15 {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .clauseEnd {
                return position - end >= 6 && ReadingTools.spots.ends(in: text, at: position)
            }
            guard classes[scalar] == .other else { return false }
            position += length
        }
        return false
    }

    /// What is told first because it presses, and is no rank: 险情最急的是|永泰街道。
    private static let urgencies: WordList = ["最急的是", "最险的是", "最先动工的是", "最先见效的是", "最早动手的是"]

    private static let onwards: WordList = [
        "往东", "往西", "往南", "往北", "往前", "往里", "往上", "往下", "再往", "沿着", "顺着", "隔壁，", "对面，", "不远处，", "转过", "拐过", "穿过", "下一站",
        "第二站",
    ]

    /// 往东走，|是…, 再往北，|是…: whether a clause that says which way the text goes on ends at a position, with which the sentence begins.
    private func leadsOn(to position: Int, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        position > sentence.lowerBound && position - sentence.lowerBound <= 30
            && classes[text.scalar(at: text.scalarStart(before: position)).value] == .clauseEnd
            && ReadingTools.onwards.begins(in: text, at: sentence.lowerBound)
    }

    private static let standings: WordList = ["位于", "地处", "坐落于", "坐落在", "处于", "处在"]

    /// 新中小区位于|新城区，有居民784户: whether a verb tells before a place where the subject stands.
    func stands(before position: Int, _ text: Span<UInt8>) -> Bool {
        ReadingTools.standings.ends(in: text, at: position)
    }

    /// 位于城东的|云谷产业园…, 地处永泰街道东南角的|光熙苑社区，…: the place of which its clause tells at once where it lies.
    func isLocated(_ mention: PlaceMention, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard mention.level >= .county, mention.link == .none, text.has("的", before: mention.range.lowerBound) else {
            return false
        }
        var position = mention.range.lowerBound
        while position > sentence.lowerBound, mention.range.lowerBound - position <= 90 {
            let before = text.scalarStart(before: position)
            if classes[text.scalar(at: before).value] != .other { break }
            position = before
        }
        return ReadingTools.standings.begins(in: text, at: position) || isDefined(mention, in: sentence, text)
            || mention.level == .community && mention.range.lowerBound - position <= 27
                && ReadingTools.spotEndings.ends(in: text, at: mention.range.lowerBound)
    }

    private static let spotEndings: WordList = [
        "沟口的", "河口的", "路口的", "村口的", "河边的", "江边的", "湖边的", "海边的", "路边的", "旁边的", "岸边的", "山脚的", "脚下的", "山下的", "山上的",
        "山里的", "山中的", "深处的", "河畔的", "湖畔的", "江畔的", "东边的", "西边的", "南边的", "北边的", "对岸的", "对面的", "隔壁的", "东头的", "西头的",
        "北部的", "南部的", "东部的", "西部的", "尽头的", "城东的", "城西的", "城南的", "城北的", "郊外的", "山顶的", "半山腰的", "沟底的", "沟里的", "坡上的",
    ]

    /// 在隔壁的光熙苑社区，: whether a place behind 在 is all that its clause names, or a spot in it.
    func setsScene(from start: Int, to end: Int, _ text: Span<UInt8>) -> Bool {
        guard
            text.has("在", before: start)
                || start >= 12 && text.has("的", before: start) && text.has("在", before: start - 9)
        else {
            return false
        }
        var position = end
        while position < text.count, position - end <= 30 {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .clauseEnd { return true }
            guard classes[scalar] == .other else { return false }
            position += length
        }
        return false
    }

    private static let havings: WordList = ["辖", "下辖", "管辖", "辖有", "下设", "辖区有", "包括", "涵盖", "包含"]

    /// 社区辖|观音山、白草村、杨林港3个居民小组: whether a place is only one of those that another consists of.
    func isMemberOfWhole(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        ReadingTools.havings.ends(in: text, at: mention.range.lowerBound)
            && !text.has("所辖", before: mention.range.lowerBound)
    }

    /// 街道|在光熙苑社区|改造仓库: whether a community is only where somebody does one thing of those that a sentence tells, and no
    /// scene that it opens with (在光熙苑社区，…).
    func isSpot(_ mention: PlaceMention, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        mention.level == .community && mention.range.lowerBound - 3 > sentence.lowerBound
            && text.has("在", before: mention.range.lowerBound) && !text.has("的", at: mention.range.upperBound)
            && !setsScene(from: mention.range.lowerBound, to: mention.range.upperBound, text)
    }
}
