/// The texts to which figures lead, held or made one by one as they are asked for: the bulletins of two years with all
/// their marked sentences need not be in memory to be written.
public struct EvidenceTexts: RandomAccessCollection, Sendable {
    /// What is known of a text without making it.
    public struct Entry: Sendable, Hashable {
        public var key: String
        /// How many marks it has.
        public var markCount: Int

        public init(key: String, markCount: Int) {
            self.key = key
            self.markCount = markCount
        }
    }

    public let entries: [Entry]
    private let makeText: @Sendable (Int) -> String
    private let makeEvidence: @Sendable (Int) -> Evidence

    /// Texts made on demand, the same for the same position each time.
    ///
    /// - Parameter text: the words alone, where the marks are not wanted
    public init(
        _ entries: [Entry], text: @escaping @Sendable (Int) -> String, evidence: @escaping @Sendable (Int) -> Evidence
    ) {
        self.entries = entries
        (makeText, makeEvidence) = (text, evidence)
    }

    public init(_ evidence: [Evidence]) {
        self.init(evidence.map { Entry(key: $0.key, markCount: $0.marks.count) }) {
            evidence[$0].text
        } evidence: {
            evidence[$0]
        }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }
    public subscript(position: Int) -> Evidence { makeEvidence(position) }

    /// The words of a text without its marks.
    public func text(at position: Int) -> String { makeText(position) }
}

extension EvidenceTexts: ExpressibleByArrayLiteral {
    public init(arrayLiteral evidence: Evidence...) { self.init(evidence) }
}

extension EvidenceTexts: Hashable {
    public static func == (left: EvidenceTexts, right: EvidenceTexts) -> Bool {
        left.entries == right.entries && left.elementsEqual(right)
    }

    public func hash(into hasher: inout Hasher) {
        for evidence in self { hasher.combine(evidence) }
    }
}
