import Facts
import Scanning

/// Figures that a bulletin takes back: `“化解29件”应为“化解30件”`, `志愿服务队22支更正为24支`.
extension SettingAside {
    private static let corrections: WordList = ["应为", "应是", "应改为", "更正为", "更改为", "订正为", "修正为", "现更正为", "改正为"]

    /// The figure that is taken back: nobody has counted it, and whoever entered it must be told.
    func corrected(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let end = max(site.run.end, site.quantity?.end ?? 0)
        guard let right = SettingAside.correction(behind: end, site.sentence, site.classes, text),
            SettingAside.holdsNumeral(from: right, site, text)
        else { return nil }
        return Verdict(start: site.run.start, end: end, reason: .unread, rule: "unread.correction")
    }

    /// Where what is right begins behind the end of a figure that is taken back; nil where none is.
    static func correction(
        behind end: Int, _ sentence: Range<Int>, _ classes: ScalarClasses, _ text: Span<UInt8>
    ) -> Int? {
        var position = end
        if position < sentence.upperBound, mayClose(text, at: position, classes) {
            position += text.scalar(at: position).length
        }
        guard position < sentence.upperBound,
            let word = corrections.match(in: text, at: position, end: sentence.upperBound)
        else { return nil }
        return position + word
    }

    /// “ and ” of either width
    private static func mayClose(_ text: Span<UInt8>, at position: Int, _ classes: ScalarClasses) -> Bool {
        classes[text.scalar(at: position).value] == .closeQuote || text[position] == 0x22
    }

    /// Whether the clause gives another figure: 满意率95%应为 and no more is no correction.
    private static func holdsNumeral(from start: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < site.sentence.upperBound, position - start <= longestRight {
            let (scalar, length) = text.scalar(at: position)
            let kind = site.classes[scalar]
            if kind.startsNumeral { return true }
            if kind == .clauseEnd || kind == .sentenceEnd { return false }
            position += length
        }
        return false
    }

    /// The bytes within which what is right gives its figure.
    private static let longestRight = 60

    /// Whether a quotation that opens behind a position says what is right: 应为“化解30件”.
    static func isRight(before position: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        corrections.ends(in: text, at: position, floor: site.sentence.lowerBound)
    }
}
