import Scanning

/// What one pass over a sentence finds: its numerals, and where something may begin that is looked for only there.
struct SentenceScan: ~Copyable {
    private(set) var runs: [NumeralRun] = []
    /// Where time expressions may begin: at numerals, at certain characters, and at the head of each clause.
    private(set) var timeOpenings: [Int] = []
    /// Where words may begin that point to a place: 该街道, 全区.
    var pointers: [Int] = []
    /// Where 以 or 期 stands in the sentence, without which no event can be followed by 以来 or 期间.
    private(set) var sinces: [Int] = []
    /// Where the first clause ends at a mark; behind every text where none does.
    private(set) var firstClauseEnd = Int.max
    /// Whether a quotation opens in the sentence.
    private(set) var mayHoldQuote = false
    /// Whether a quotation or a title closes in the sentence.
    private(set) var mayHoldTitle = false
    /// Whether a bracket closes in the sentence.
    private(set) var closesBracket = false
    /// Whether the last quotation mark of the sentence opens a speech, which it then leaves open; nil where there is none.
    private(set) var leavesSpeechOpen: Bool?
    /// Whether only space stands between the beginning of a clause and here.
    private(set) var opensClause = true

    /// Forgets the sentence before.
    mutating func begin() {
        // Many sentences leave nothing behind.
        if !runs.isEmpty { runs.removeAll(keepingCapacity: true) }
        if !timeOpenings.isEmpty { timeOpenings.removeAll(keepingCapacity: true) }
        if !pointers.isEmpty { pointers.removeAll(keepingCapacity: true) }
        if !sinces.isEmpty { sinces.removeAll(keepingCapacity: true) }
        firstClauseEnd = .max
        mayHoldQuote = false
        mayHoldTitle = false
        closesBracket = false
        leavesSpeechOpen = nil
        opensClause = true
    }

    /// Takes in a scalar that is part of no numeral.
    @inline(__always)
    mutating func note(_ scalar: UInt32, _ sign: ScalarSign, _ kind: ScalarClass, at position: Int) {
        if sign.opensTime || opensClause && kind == .other { timeOpenings.append(position) }
        if sign.points { pointers.append(position) }
        if sign.opensSince { sinces.append(position) }
        // A half-width quotation mark is one of the marks.
        if kind == .openQuote || kind == .mark { mayHoldQuote = true }
        if kind == .closeQuote { mayHoldTitle = true }
        if kind == .closeBracket { closesBracket = true }
        noteSpeech(scalar)
        if kind == .clauseEnd { firstClauseEnd = min(firstClauseEnd, position) }
        opensClause = kind == .clauseEnd || kind == .openQuote || kind == .space && opensClause
    }

    /// Takes in a mark that stands behind the end of the sentence, and belongs to it.
    @inline(__always)
    mutating func noteBehindEnd(_ scalar: UInt32, _ kind: ScalarClass) {
        if kind == .closeQuote { mayHoldTitle = true }
        if kind == .closeBracket { closesBracket = true }
        noteSpeech(scalar)
    }

    @inline(__always)
    private mutating func noteSpeech(_ scalar: UInt32) {
        if scalar == "“" || scalar == "”" { leavesSpeechOpen = scalar == "“" }
    }

    /// Takes in a numeral, whose first digit stands at `position`.
    mutating func note(_ run: NumeralRun, from position: Int, _ text: Span<UInt8>, _ classes: ScalarClasses) {
        runs.append(run)
        opensClause = false
        var position = position
        var previousWasNumeral = false
        while position < run.end {
            let (scalar, length) = text.scalar(at: position)
            let isNumeral = classes[scalar].startsNumeral
            // 2026年: no expression begins inside a number.
            if classes.sign(scalar).opensTime, !(isNumeral && previousWasNumeral) { timeOpenings.append(position) }
            previousWasNumeral = isNumeral
            position += length
        }
    }
}
