import Facts
import Scanning

extension SettingAside {
    /// `《文稿》（1—20册）`, `《报告（2018—2022）》`, `2022—2023赛季`, `3.0版`: the volumes, years and editions that a title names.
    func partOfTitle(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.run.hasDigit, let quantity = site.quantity else { return nil }
        if quantity.upper != nil {
            if quantity.unit == nil, isYear(at: site.run.start, site, text), isYear(at: quantity.end - 4, site, text) {
                return Verdict(start: site.run.start, end: quantity.end, reason: .date, rule: "date.years")
            }
            guard quantity.value == Number(1), site.kind(text, before: site.run.start) == .openBracket,
                site.has("》", text, before: text.scalarStart(before: site.run.start)),
                site.kind(text, at: quantity.end) == .closeBracket
            else { return nil }
            return Verdict(start: site.run.start, end: quantity.end, reason: .reference, rule: "reference.volumes")
        }
        guard site.has("版", text, at: site.run.end), quantity.end == site.run.end + 3,
            quantity.value.whole == nil || text.has(".", before: site.run.end - 1)
                || isYear(at: site.run.start, site, text)
        else { return nil }
        return Verdict(start: site.run.start, end: quantity.end, reason: .name, rule: "name.edition")
    }

    /// Whether four digits at a position are those of a year of our time, with no digit behind them.
    private func isYear(at position: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        site.has(.centuries, text, at: position) && position + 4 <= site.sentence.upperBound
            && (position..<position + 4).allSatisfy { text[$0] >= 0x30 && text[$0] <= 0x39 }
            && site.kind(text, at: position + 4) != .digit
    }

    /// 会见议会代表团|一行, 县委书记|一行|来到村里: those who came with somebody, whom nobody has counted.
    func retinue(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard text.has("一行", at: site.run.start), site.run.end == site.run.start + 3,
            [.other, .closeBracket].contains(site.kind(text, before: site.run.start) ?? .mark)
        else { return nil }
        let behind = site.run.end + 3
        switch site.kind(text, at: behind) {
        case nil, .clauseEnd, .sentenceEnd, .pause: break
        default: guard SettingAside.visits.begins(in: text, at: behind) else { return nil }
        }
        return Verdict(start: site.run.start, end: behind, reason: .word, rule: "word.retinue")
    }

    private static let visits: WordList = [
        "到", "来", "赴", "前往", "抵达", "深入", "走进", "先后", "实地", "在", "访问", "考察", "调研", "参观", "的", "就", "对", "与", "还", "首先",
        "听取",
    ]
}
