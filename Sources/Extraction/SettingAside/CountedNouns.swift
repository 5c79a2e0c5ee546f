import Facts
import Scanning

/// Numbers in Chinese characters that count what stands right behind them, without a measure word or as a round hundred.
extension SettingAside {
    private static let bounds: WordList = ["近", "超", "约", "上", "逾", "超过", "将近"]
    /// Nouns beside those for people that a large number takes without a measure word.
    private static let countable: WordList = [
        "小区", "家庭", "企业", "商户", "农户", "用户", "损失", "资金", "学子", "市民", "粉丝", "听众", "观众", "网友",
    ]
    private static let crowds: WordList = [
        "群众", "农民工", "客商", "学生", "乡亲", "职工", "员工", "网友", "观众", "村民", "市民", "工人", "学子",
    ]

    /// 数百志愿者, 近三万居民, 惠及八万群众, 2000农民工: a large number right before those whom it counts.
    func countsNoun(_ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        guard let quantity = site.quantity, quantity.unit == nil,
            quantity.rule == .number || quantity.rule == .roughRange,
            quantity.end >= site.run.end, site.kind(text, at: quantity.end) == .other
        else { return false }
        let isPeople = namesPeople(at: quantity.end, site, text)
        if quantity.hasDigit {
            // 2000农民工, against 2025居民阅读节
            return isPeople && quantity.value >= Number(1000) && text.has("00", before: site.run.end)
        }
        guard quantity.value >= Number(10), quotedSlogan(site, text) == nil else { return false }
        let isRough =
            quantity.qualifier != .exact
            || SettingAside.bounds.ends(in: text, at: quantity.start, floor: site.sentence.lowerBound)
                && !NumeralSorter.upperWords.ends(in: text, at: quantity.start, floor: site.sentence.lowerBound)
        if isRough { return isPeople || SettingAside.countable.begins(in: text, at: quantity.end) }
        return isPeople && !quantity.isBareMultiplier && quantity.value >= Number(1000)
    }

    /// Whether a noun for people stands at a position.
    private func namesPeople(at position: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        if SettingAside.crowds.begins(in: text, at: position) { return true }
        guard let word = lexicon.phrases.longestMatch(in: text, at: position, end: site.sentence.upperBound),
            word.length >= 6
        else { return false }
        let entry = lexicon.entry(of: word.value)
        return entry.wordClass == .person || entry.tokenRoles.contains(.human)
    }

    private static let undertakings: WordList = ["行动", "工程", "计划", "活动", "评选", "大赛", "主题", "宣讲", "比赛"]
    private static let takings: WordList = [
        "参加", "参与", "开展", "走进", "投身", "齐聚", "集结", "出动", "奋战", "上岗", "共同", "现场", "一同", "欢聚", "上街",
    ]

    /// 百名志愿者走进社区, 千名群众参加: a hundred or a thousand people at the head of a clause that tells what they do, against
    /// 百名干部下基层活动.
    func countsCrowd(_ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        guard let quantity = site.quantity, quantity.isBareMultiplier, quantity.qualifier == .exact,
            text.has("名", before: quantity.end) || text.has("位", before: quantity.end)
        else { return false }
        let before = site.kind(text, before: site.run.start)
        guard before == nil || before == .clauseEnd || before == .space || before == .pause else { return false }
        var position = quantity.end
        var scalars = 0
        var acts = false
        while scalars < 40, let kind = site.kind(text, at: position), kind == .other || kind == .pause {
            if SettingAside.takings.begins(in: text, at: position) { acts = true }
            position += text.scalar(at: position).length
            scalars += 1
        }
        return acts && (namesPeople(at: quantity.end, site, text) || holdsPeople(quantity.end..<position, site, text))
            && !SettingAside.undertakings.ends(in: text, at: position)
            || acts && namesPeople(at: quantity.end, site, text)
    }

    /// 百名|党员|志愿者: a noun for people a word or two behind.
    private func holdsPeople(_ range: Range<Int>, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        var position = range.lowerBound
        for _ in 0..<6 where position < range.upperBound {
            if namesPeople(at: position, site, text) { return true }
            position += text.scalar(at: position).length
        }
        return false
    }
}
