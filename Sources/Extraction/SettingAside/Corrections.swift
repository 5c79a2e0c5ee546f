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

    /// Where what is right begins behind the end of a figure that is taken back, inside its quotation where it has one; nil where
    /// none is.
    static func correction(
        behind end: Int, _ sentence: Range<Int>, _ classes: ScalarClasses, _ text: Span<UInt8>
    ) -> Int? {
        var position = skipSpace(from: end, sentence, classes, text)
        if position < sentence.upperBound, isQuote(text, at: position, classes, .closeQuote) {
            position = skipSpace(from: position + text.scalar(at: position).length, sentence, classes, text)
            // “整改26处”，应为“整改27处”
            if position < sentence.upperBound, text.has("，", at: position) || text[position] == UInt8(ascii: ",") {
                position += text.scalar(at: position).length
            }
        }
        guard position < sentence.upperBound,
            let word = corrections.match(in: text, at: position, end: sentence.upperBound)
        else { return nil }
        let right = skipSpace(from: position + word, sentence, classes, text)
        guard right < sentence.upperBound, isQuote(text, at: right, classes, .openQuote) else { return right }
        return right + text.scalar(at: right).length
    }

    /// Whether a quotation mark of a kind stands at a position, which a straight one may always be.
    private static func isQuote(
        _ text: Span<UInt8>, at position: Int, _ classes: ScalarClasses, _ kind: ScalarClass
    ) -> Bool {
        classes[text.scalar(at: position).value] == kind || text[position] == UInt8(ascii: "\"")
    }

    private static func skipSpace(
        from start: Int, _ sentence: Range<Int>, _ classes: ScalarClasses, _ text: Span<UInt8>
    ) -> Int {
        var position = start
        while position < sentence.upperBound, classes[text.scalar(at: position).value] == .space {
            position += text.scalar(at: position).length
        }
        return position
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
        var position = position
        while position > site.sentence.lowerBound,
            site.classes[text.scalar(at: text.scalarStart(before: position)).value] == .space
        { position = text.scalarStart(before: position) }
        return corrections.ends(in: text, at: position, floor: site.sentence.lowerBound)
    }
}
