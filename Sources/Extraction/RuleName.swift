/// The name of a rule, as its literal in the code: a reading carries and compares it without counting references.
struct RuleName: Sendable, Equatable, ExpressibleByStringLiteral {
    private let literal: StaticString

    init(stringLiteral literal: StaticString) {
        self.literal = literal
    }

    /// The name for a record.
    var string: String { literal.withUTF8Buffer { unsafe String(decoding: $0, as: UTF8.self) } }

    static func == (left: RuleName, right: RuleName) -> Bool {
        guard left.literal.utf8CodeUnitCount == right.literal.utf8CodeUnitCount else { return false }
        return left.literal.withUTF8Buffer { left in
            right.literal.withUTF8Buffer { right in unsafe left.elementsEqual(right) }
        }
    }
}
