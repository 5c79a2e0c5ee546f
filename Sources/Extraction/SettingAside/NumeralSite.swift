import Facts
import Scanning

/// A numeral with what stands round it, but for the text itself: all that a rule of setting aside looks at.
struct NumeralSite: Sendable {
    let run: NumeralRun
    /// The sentence that holds the run.
    let sentence: Range<Int>
    let classes: ScalarClasses
    let lexicon: Lexicon
    /// How the run reads as a quantity, if it does.
    let quantity: Quantity?
    /// The name of that quantity's unit; empty where it has none.
    let unit: String

    /// The dimension of that unit.
    let dimension: Dimension

    /// Dimensions in which a bound selects things by their size.
    static let selecting: Set<Dimension> = [.money, .area, .length, .mass, .volume, .energy, .power, .time]

    /// Whether 一 is one figure of a list: 两名律师、一名咨询师.
    func isTallied(_ text: Span<UInt8>) -> Bool {
        guard kind(text, before: run.start) == .pause || has(["和", "及", "与"], text, before: run.start) else { return false }
        var position = text.scalarStart(before: run.start)
        var scalars = 0
        while scalars < 16, let found = kind(text, before: position), found != .clauseEnd, found != .sentenceEnd {
            position = text.scalarStart(before: position)
            if found.startsNumeral {
                let (scalar, length) = text.scalar(at: position)
                return scalar != 0x4E00 || kind(text, at: position + length)?.startsNumeral ?? false
            }
            if found == .pause { return false }
            scalars += 1
        }
        return false
    }

    /// The end of the quantity, or of the run where there is none.
    var end: Int { max(run.end, quantity?.end ?? run.end) }

    func kind(_ text: Span<UInt8>, at position: Int) -> ScalarClass? {
        position < sentence.upperBound ? classes[text.scalar(at: position).value] : nil
    }

    func kind(_ text: Span<UInt8>, before position: Int) -> ScalarClass? {
        guard position > sentence.lowerBound else { return nil }
        return classes[text.scalar(at: text.scalarStart(before: position)).value]
    }

    /// Whether one of the words stands right after the position, inside the sentence.
    func has(_ words: [StaticString], _ text: Span<UInt8>, at position: Int) -> Bool {
        words.contains { position + $0.utf8CodeUnitCount <= sentence.upperBound && text.has($0, at: position) }
    }

    /// Whether one of the words stands right before the position, inside the sentence.
    func has(_ words: [StaticString], _ text: Span<UInt8>, before position: Int) -> Bool {
        words.contains { position - $0.utf8CodeUnitCount >= sentence.lowerBound && text.has($0, before: position) }
    }
}

/// A verdict that a numeral is no fact.
struct Verdict: Sendable {
    var start: Int
    var end: Int
    var reason: SettingAsideReason
    var rule: String

    /// Whether what was set aside is part of the noun phrase round it: 80岁以上老人, “四点半”课堂.
    var staysInNoun: Bool {
        switch reason {
        case .age, .condition, .name, .slogan, .structure, .rank, .phrase: true
        default: false
        }
    }
}

/// The rules of setting aside in the order in which they are asked; the first that speaks decides.
enum SettingAside {
    typealias Rule = @Sendable (NumeralSite, Span<UInt8>) -> Verdict?

    static let rules: [Rule] = [
        numbering, strokedDate, ordinal, locatingSpan, contact, clock, roadOrLine, nameWithLetters, schoolOrHouse,
        reference, plusSlogan,
        insideWord, rank, age, selection, structure, quotedSlogan, article, roundWord, bareChinese, looseDigits,
    ]

    static func verdict(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        for rule in rules {
            if let verdict = rule(site, text) { return verdict }
        }
        return nil
    }
}
