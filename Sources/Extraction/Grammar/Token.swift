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

    func has(_ role: WordRoles) -> Bool { !roles.isDisjoint(with: role) }
}
