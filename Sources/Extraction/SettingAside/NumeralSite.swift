import Facts
import Scanning

/// A numeral with what stands round it, but for the text itself: all that a rule of setting aside looks at.
struct NumeralSite: Sendable {
    let run: NumeralRun
    /// The sentence that holds the run.
    let sentence: Range<Int>
    let classes: ScalarClasses
    /// How the run reads as a quantity, if it does.
    let quantity: Quantity?
    /// What that quantity's unit may mean; empty where it has none.
    let unit: UnitRoles
    /// The dimension of that unit.
    let dimension: Dimension
    /// Whether a quotation opens anywhere in the sentence.
    let mayBeQuoted: Bool
    /// The characters right before and right behind the run, which nearly every rule asks for.
    private let preceding: NumeralWords.Signs
    private let following: NumeralWords.Signs
    /// What those are; nil where the sentence begins or ends there.
    private let kindBefore: ScalarClass?
    private let kindBehind: ScalarClass?

    init(
        run: NumeralRun, sentence: Range<Int>, classes: ScalarClasses, quantity: Quantity?, unit: UnitRoles,
        dimension: Dimension, mayBeQuoted: Bool, _ text: Span<UInt8>
    ) {
        self.run = run
        self.sentence = sentence
        self.classes = classes
        self.quantity = quantity
        self.unit = unit
        self.dimension = dimension
        self.mayBeQuoted = mayBeQuoted
        preceding = NumeralWords.signs(of: text, before: run.start, floor: sentence.lowerBound)
        following = NumeralWords.signs(of: text, at: run.end, end: sentence.upperBound)
        kindBefore =
            run.start > sentence.lowerBound ? classes[text.scalar(at: text.scalarStart(before: run.start)).value] : nil
        kindBehind = run.end < sentence.upperBound ? classes[text.scalar(at: run.end).value] : nil
    }

    /// Whether one of the words stands right before the run, inside the sentence.
    @inline(__always)
    func isPreceded(by words: NumeralWords, _ text: Span<UInt8>) -> Bool {
        preceding.mayHold(words) && words.list.ends(in: text, at: run.start, floor: sentence.lowerBound)
    }

    /// Whether one of the words stands right behind the run, inside the sentence.
    @inline(__always)
    func isFollowed(by words: NumeralWords, _ text: Span<UInt8>) -> Bool {
        following.mayHold(words) && words.list.begins(in: text, at: run.end, end: sentence.upperBound)
    }

    /// Whether one of the words stands to the left of the numeral in its clause.
    func hasNearby(_ words: NumeralWords, _ text: Span<UInt8>) -> Bool {
        var position = run.start
        var scalars = 0
        while scalars < 24, let found = kind(text, before: position), found != .clauseEnd, found != .sentenceEnd {
            position = text.scalarStart(before: position)
            if words.list.begins(in: text, at: position, end: sentence.upperBound) { return true }
            scalars += 1
        }
        return false
    }

    /// Whether 万 or 亿 multiplies the number.
    func hasMultiplier(_ text: Span<UInt8>) -> Bool {
        guard let quantity else { return false }
        var position = quantity.start
        while position < quantity.end {
            if text.has("万", at: position) || text.has("亿", at: position) { return true }
            position += text.scalar(at: position).length
        }
        return false
    }

    /// Whether 一 says how often: 每月召开一次.
    func isFrequency(_ text: Span<UInt8>) -> Bool {
        guard dimension == .event || unit.contains(.time) else { return false }
        var position = run.start
        var scalars = 0
        while scalars < 14, let found = kind(text, before: position), found != .clauseEnd, found != .sentenceEnd {
            position = text.scalarStart(before: position)
            if text.has("每", at: position) { return true }
            scalars += 1
        }
        return false
    }

    /// Whether 一 stands behind its noun or what was done, at the end of a clause, where only a count stands: 新建足球场一座, 新建两家，改造一家.
    private func isBehindNoun(_ text: Span<UInt8>, _ lexicon: Lexicon) -> Bool {
        guard let quantity, quantity.unit != nil, !unit.contains(.adverbial) else { return false }
        if let next = kind(text, at: quantity.end), next != .clauseEnd, next != .sentenceEnd, next != .pause {
            return false
        }
        var start = run.start
        for _ in 0..<4 {
            guard start > sentence.lowerBound else { return false }
            start = text.scalarStart(before: start)
            if let word = lexicon.phrases.longestMatch(in: text, at: start, end: run.start),
                start + word.length == run.start,
                word.length > 3
            {
                let wordClass = lexicon.entry(of: word.value).wordClass
                return wordClass == .noun || [.verb, .verbalNoun].contains(wordClass) && continuesTally(text)
            }
        }
        return false
    }

    /// 新建食堂两家，改造一家: whether the clause before, or the same one, ends in a number of the same measure.
    private func continuesTally(_ text: Span<UInt8>) -> Bool {
        guard let quantity, quantity.end > quantity.unitStart else { return false }
        let unit = quantity.unitStart..<quantity.end
        var position = run.start
        var scalars = 0
        while scalars < 24, position > sentence.lowerBound {
            position = text.scalarStart(before: position)
            scalars += 1
            guard kind(text, before: position)?.startsNumeral ?? false,
                position + unit.count <= run.start,
                unit.indices.allSatisfy({ text[$0] == text[position + $0 - unit.lowerBound] })
            else { continue }
            return text.scalar(at: text.scalarStart(before: position)).value != "一"
        }
        return false
    }

    /// Whether 一 is one figure of a list, or stands where only counts stand: 两名律师、一名咨询师, 足球场一座.
    func isTallied(_ text: Span<UInt8>, _ lexicon: Lexicon) -> Bool {
        if isBehindNoun(text, lexicon) || precedesTally(text) || isOneMore(text) { return true }
        guard kind(text, before: run.start) == .pause || has(.joining, text, before: run.start) else {
            return false
        }
        var position = text.scalarStart(before: run.start)
        var scalars = 0
        while scalars < 16, let found = kind(text, before: position), found != .clauseEnd, found != .sentenceEnd {
            position = text.scalarStart(before: position)
            if found.startsNumeral {
                let (scalar, length) = text.scalar(at: position)
                return scalar != "一" || kind(text, at: position + length)?.startsNumeral ?? false
            }
            if found == .pause { return false }
            scalars += 1
        }
        return false
    }

    private static let buildings: WordList = [
        "建设了", "建成了", "新建了", "新增了", "增设了", "开设了", "修建了", "打造了", "设立了", "建设", "建成", "新建", "新增", "增设", "开设", "修建", "打造",
        "设立", "建了",
    ]
    private static let onesMore: WordList = ["再建", "又建", "再建了", "又建了", "再添", "又添", "又添了"]
    private static let oncemore: WordList = ["又", "再"]

    /// 又建设了一处助餐点: one more of those that there are.
    private func isOneMore(_ text: Span<UInt8>) -> Bool {
        guard quantity?.unit != nil else { return false }
        if NumeralSite.onesMore.ends(in: text, at: run.start, floor: sentence.lowerBound) { return true }
        for length in [9, 6] {
            let start = run.start - length
            guard start >= sentence.lowerBound, NumeralSite.buildings.contains(start..<run.start, of: text) else {
                continue
            }
            return NumeralSite.oncemore.ends(in: text, at: start, floor: sentence.lowerBound)
        }
        return false
    }

    /// 一副春联、两包虾皮: the next member of the list is counted.
    private func precedesTally(_ text: Span<UInt8>) -> Bool {
        guard let quantity, quantity.unit != nil else { return false }
        var position = quantity.end
        var scalars = 0
        var joint = 0
        while scalars < 8, let found = kind(text, at: position), found == .other || found.startsNumeral {
            // 一家药店和两家超市, 一个小区以及三家单位
            joint = has("以及", text, at: position) ? 6 : has(.joining, text, at: position) ? 3 : 0
            if joint > 0, scalars > 0, kind(text, at: position + joint)?.startsNumeral ?? false { break }
            joint = 0
            position += text.scalar(at: position).length
            scalars += 1
        }
        guard scalars > 0, joint > 0 || kind(text, at: position) == .pause else { return false }
        let next = position + max(joint, 3)
        guard let first = kind(text, at: next), first.startsNumeral else { return false }
        return text.scalar(at: next).value != "一"
    }

    /// The end of the quantity, or of the run where there is none.
    var end: Int { max(run.end, quantity?.end ?? run.end) }

    @inline(__always)
    func kind(_ text: Span<UInt8>, at position: Int) -> ScalarClass? {
        position == run.end ? kindBehind : kindElsewhere(text, at: position)
    }

    @inline(__always)
    func kind(_ text: Span<UInt8>, before position: Int) -> ScalarClass? {
        position == run.start ? kindBefore : kindElsewhere(text, before: position)
    }

    private func kindElsewhere(_ text: Span<UInt8>, at position: Int) -> ScalarClass? {
        position < sentence.upperBound ? classes[text.scalar(at: position).value] : nil
    }

    private func kindElsewhere(_ text: Span<UInt8>, before position: Int) -> ScalarClass? {
        guard position > sentence.lowerBound else { return nil }
        return classes[text.scalar(at: text.scalarStart(before: position)).value]
    }

    /// Whether one of the words stands right after the position, inside the sentence.
    @inline(__always)
    func has(_ words: NumeralWords, _ text: Span<UInt8>, at position: Int) -> Bool {
        words.list.begins(in: text, at: position, end: sentence.upperBound)
    }

    /// Whether one of the words stands right before the position, inside the sentence.
    @inline(__always)
    func has(_ words: NumeralWords, _ text: Span<UInt8>, before position: Int) -> Bool {
        words.list.ends(in: text, at: position, floor: sentence.lowerBound)
    }

    @inline(__always)
    func has(_ word: StaticString, _ text: Span<UInt8>, at position: Int) -> Bool {
        position + word.utf8CodeUnitCount <= sentence.upperBound && text.has(word, at: position)
    }

    @inline(__always)
    func has(_ word: StaticString, _ text: Span<UInt8>, before position: Int) -> Bool {
        position - word.utf8CodeUnitCount >= sentence.lowerBound && text.has(word, before: position)
    }
}

/// A verdict that a numeral is no fact.
struct Verdict: Sendable {
    var start: Int
    var end: Int
    var reason: SettingAsideReason
    var rule: RuleName

    /// Whether what was set aside is part of the noun phrase round it: 80岁以上老人, “四点半”课堂.
    var staysInNoun: Bool {
        switch reason {
        case .age, .condition, .name, .slogan, .structure, .rank, .phrase: true
        default: false
        }
    }
}

/// The rules of setting aside.
struct SettingAside: Sendable {
    let lexicon: Lexicon

    /// What the first rule says that speaks; `nil` where none does, for a figure.
    func verdict(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        // The order in which the rules are asked.
        if let verdict = reference(site, text) ?? label(site, text) ?? corrected(site, text) { return verdict }
        if let verdict = listed(site, text) ?? numbering(site, text) { return verdict }
        if let verdict = partOfTitle(site, text) ?? strokedDate(site, text) { return verdict }
        if let verdict = ordinal(site, text) { return verdict }
        if let verdict = stretchOfManner(site, text) { return verdict }
        if let verdict = base(site, text) { return verdict }
        if let verdict = sizeOrAge(site, text) { return verdict }
        if let verdict = calledByNumber(site, text) { return verdict }
        if let verdict = placeByNumber(site, text) { return verdict }
        if let verdict = ratio(site, text) ?? game(site, text) ?? offer(site, text) { return verdict }
        if let verdict = sector(site, text) { return verdict }
        if let verdict = locatingSpan(site, text) { return verdict }
        if let verdict = emergency(site, text) ?? contact(site, text) { return verdict }
        if let verdict = calledAfterHour(site, text) { return verdict }
        if let verdict = clock(site, text) { return verdict }
        if let verdict = discount(site, text) { return verdict }
        if let verdict = roadOrLine(site, text) { return verdict }
        if let verdict = nameWithLetters(site, text) { return verdict }
        if let verdict = schoolOrHouse(site, text) { return verdict }
        if let verdict = calledByOrder(site, text) { return verdict }
        if let verdict = pages(site, text) { return verdict }
        if let verdict = plusSlogan(site, text) { return verdict }
        if let verdict = secondTime(site, text) ?? secondOfKind(site, text) { return verdict }
        if countsNoun(site, text) || countsCrowd(site, text) || namesMoney(site, text) { return nil }
        if let verdict = retinue(site, text) ?? insideWord(site, text) { return verdict }
        if let verdict = formalNumeral(site, text) { return verdict }
        if let verdict = rank(site, text) { return verdict }
        if let verdict = age(site, text) { return verdict }
        if let verdict = selection(site, text) { return verdict }
        if let verdict = structure(site, text) { return verdict }
        if let verdict = quotedSlogan(site, text) { return verdict }
        if let verdict = article(site, text) { return verdict }
        if let verdict = roundWord(site, text) { return verdict }
        return bareChinese(site, text)
    }
}
