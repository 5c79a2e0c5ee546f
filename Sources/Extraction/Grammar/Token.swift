import Scanning

/// A piece of a sentence: a word, a quantity, a time expression or a mark.
struct Token: Sendable {
    enum Kind: Sendable, Equatable {
        case word
        /// position in the sentence's quantities
        case quantity(Int)
        /// position in the sentence's time expressions
        case time(Int)
        case mark(ScalarClass)
    }

    var start: Int
    var end: Int
    var kind: Kind
    var wordClass: WordClass
    var roles: WordRoles
    var kinds: WordKinds = []

    var isQuantity: Bool {
        if case .quantity = kind { return true }
        return false
    }

    var isTime: Bool {
        if case .time = kind { return true }
        return false
    }

    func isMark(_ scalar: ScalarClass) -> Bool { kind == .mark(scalar) }

    /// Whether the token ends the clause that it stands in.
    var endsClause: Bool { isMark(.clauseEnd) || isMark(.sentenceEnd) }

    /// Whether the token is a word that only says how exact the number behind it is: 约, 近, 超.
    var isBound: Bool {
        kind == .word && has([.over, .under, .about]) && roles.isSubset(of: [.over, .under, .about, .reach])
    }

    func has(_ role: WordRoles) -> Bool { !roles.isDisjoint(with: role) }
}

extension Span<UInt8> {
    /// The text of tokens without what stands between them, which nearly always is nothing.
    func string(of tokens: ArraySlice<Token>) -> String {
        guard let first = tokens.first, let last = tokens.last else { return "" }
        let isWhole = tokens.indices.dropLast().allSatisfy { tokens[$0].end == tokens[$0 + 1].start }
        return isWhole
            ? string(ofDocument: first.start..<last.end) : tokens.map { string(ofDocument: $0.start..<$0.end) }.joined()
    }
}
