import Facts
import Scanning

/// Numbers of documents, and what a page tells of itself.
extension SettingAside {
    /// `平政办发〔2026〕12号`, `310万人[3]`: the numbers of documents and notes.
    func reference(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.run.hasDigit else { return nil }
        let isYear =
            site.isPreceded(by: .openingYears, text) && site.isFollowed(by: .closingYears, text)
        let isNumber = site.isPreceded(by: .closingYears, text) && site.has("号", text, at: site.run.end)
        // [1] at the head of a line numbers it.
        let isHead = site.run.start - site.sentence.lowerBound == 1
        guard isYear && !isHead || isNumber else { return nil }
        return Verdict(start: site.run.start, end: site.run.end, reason: .reference, rule: "reference")
    }

    private static let shown: WordList = ["图", "表", "附件", "附表", "附图", "案例", "镜头", "详见附件", "见附件"]

    /// `图1`, `附件2`, `GB/T 50378`: the number of something shown or laid down elsewhere.
    func label(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        guard run.hasDigit, site.quantity?.unit == nil, site.quantity?.upper == nil else { return nil }
        if run.end - run.start <= 2, SettingAside.shown.ends(in: text, at: run.start, floor: site.sentence.lowerBound),
            site.kind(text, at: run.end) != .other
        {
            return Verdict(start: run.start, end: run.end, reason: .numbering, rule: "numbering.shown")
        }
        let before = site.kind(text, before: run.start) == .space ? run.start - 1 : run.start
        if run.end - run.start >= 4,
            (["GB/T", "GB", "JGJ", "CJJ", "DB", "ISO", "/T"] as [StaticString]).contains(where: {
                site.has($0, text, before: before)
            })
        {
            return Verdict(start: run.start, end: run.end, reason: .reference, rule: "reference")
        }
        return nil
    }

    private static let beforeReadings: WordList = [
        "全文", "全文共", "全文约", "本文共", "本文约", "本文", "本篇文章", "读完约", "读完需", "阅读约需", "阅读约", "阅读需", "阅读需要", "阅读大约需要", "阅读大约",
        "预计阅读",
        "预计阅读时间", "阅读时间", "阅读时长", "阅读时长约",
    ]

    /// `第3页`, `5版`, `阅读 1.3万  赞 86`, `（共印45份）`: where a text stands in its paper, and what the page counts of itself.
    func pages(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        // 浏览次数：268: a label says it in a line of any length.
        let isLabelled = site.has("：", text, before: site.run.start) || site.has(":", text, before: site.run.start)
        if site.quantity?.unit == nil, isLabelled || site.sentence.upperBound - site.sentence.lowerBound < 120,
            site.isPreceded(by: .pageCounters, text), isLabelled || standsApart(site, text)
        {
            return Verdict(start: site.run.start, end: site.end, reason: .furniture, rule: "furniture.counter")
        }
        if site.dimension == .time || site.has("字", text, at: site.run.end),
            SettingAside.beforeReadings.ends(in: text, at: site.run.start, floor: site.sentence.lowerBound)
        {
            // 全文共2300字，阅读约需5分钟
            return Verdict(start: site.run.start, end: site.end, reason: .furniture, rule: "furniture.counter")
        }
        if site.isFollowed(by: .readersOfPage, text) || site.has("共印", text, before: site.run.start) {
            return Verdict(start: site.run.start, end: site.end, reason: .furniture, rule: "furniture.counter")
        }
        if site.has("版", text, at: site.run.end),
            site.isPreceded(by: .beforePages, text)
                || site.run.hasDigit && text.has("0", at: site.run.start) && site.run.end - site.run.start == 2
        {
            return Verdict(start: site.run.start, end: site.run.end, reason: .furniture, rule: "furniture")
        }
        if site.has(" 页", text, at: site.run.end) {
            // 第 1 页 共 2 页
            return Verdict(start: site.run.start, end: site.run.end, reason: .furniture, rule: "furniture")
        }
        if site.isFollowed(by: .pageWords, text), site.sentence.upperBound - site.sentence.lowerBound < 30 {
            return Verdict(start: site.run.start, end: site.run.end, reason: .furniture, rule: "furniture")
        }
        return nil
    }

    /// Whether what stands before a numeral opens the line or stands behind a blank: 阅读 1.3万  赞 86, against 在线观看，点赞10万+.
    private func standsApart(_ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        var position = site.run.start
        var scalars = 0
        while site.kind(text, before: position) == .space { position = text.scalarStart(before: position) }
        while scalars < 8, site.kind(text, before: position) == .other {
            position = text.scalarStart(before: position)
            scalars += 1
        }
        let before = site.kind(text, before: position)
        return scalars < 8 && before != .clauseEnd && before != .pause
    }
}
