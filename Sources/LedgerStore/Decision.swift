/// What a person decided, when, and why.
public struct Decision: Sendable, Hashable {
    /// What is decided.
    public enum Action: Sendable, Hashable {
        /// The fact stands as read; what was decided before about it is taken back.
        case accept(FactReference)
        /// The fact holds this in that field.
        case correct(FactReference, Field, to: String)
        /// The fact does not count.
        case reject(FactReference)
        /// The fact repeats another one and does not count beside it.
        case markDuplicate(FactReference)
        /// Facts of one item count as facts of another, in the whole ledger (`志愿队伍` → `志愿服务队`); into itself, as
        /// themselves again.
        case merge(item: String, into: String)
    }

    public var action: Action
    /// When it was decided: ISO 8601, a day (`2026-04-03`) or a time in UTC (`2026-04-03T09:30:00Z`). Of two decisions
    /// about one thing the later one holds; of two of one day, where one names no time, the one that was entered later.
    public var at: String
    public var author: String
    public var reason: String

    public init(_ action: Action, at: String, author: String, reason: String = "") {
        self.action = action
        self.at = at
        self.author = author
        self.reason = reason
    }
}

/// Names a fact so that it is found again after its bulletin was read anew: by bulletin, sentence and numeral.
public struct FactReference: Sendable, Hashable {
    /// Key of the bulletin (`BulletinIdentity.key`).
    public var bulletin: String
    public var sentence: String
    /// The quantity as it stands in the sentence (`50余处`).
    public var text: String
    /// Which of the facts of that sentence with that text, from 1.
    public var occurrence: Int

    public init(bulletin: String, sentence: String, text: String, occurrence: Int = 1) {
        self.bulletin = bulletin
        self.sentence = sentence
        self.text = text
        self.occurrence = occurrence
    }
}

/// A decision in the ledger.
public struct StoredDecision: Sendable, Hashable, Identifiable {
    /// The decision's number: one that was entered later has a greater one.
    public var id: Int64
    public var decision: Decision
    /// The facts to which it applies at present. Empty where the sentence is not in the bulletin any more or the bulletin
    /// is not in the ledger; always empty for a merger of items, which applies to every fact of the item.
    public var facts: [Int64]

    public init(id: Int64, decision: Decision, facts: [Int64]) {
        self.id = id
        self.decision = decision
        self.facts = facts
    }

    /// Whether it is waiting for a sentence that is not there.
    public var isOrphan: Bool {
        if case .merge = decision.action { false } else { facts.isEmpty }
    }
}

extension Decision {
    /// The fact it is about; `nil` for a merger of items.
    public var reference: FactReference? {
        switch action {
        case .accept(let fact), .correct(let fact, _, _), .reject(let fact), .markDuplicate(let fact): fact
        case .merge: nil
        }
    }

    /// The same decision about the fact under another key of its bulletin.
    func about(bulletin key: String) -> Decision {
        var decision = self
        func named(_ fact: FactReference) -> FactReference {
            var fact = fact
            fact.bulletin = key
            return fact
        }
        switch action {
        case .accept(let fact): decision.action = .accept(named(fact))
        case .correct(let fact, let field, let value): decision.action = .correct(named(fact), field, to: value)
        case .reject(let fact): decision.action = .reject(named(fact))
        case .markDuplicate(let fact): decision.action = .markDuplicate(named(fact))
        case .merge: break
        }
        return decision
    }

    /// The row of the table `decision` as text, in the order of its columns.
    var columns: [String] {
        let fact = reference
        let (field, value): (String, String) =
            switch action {
            case .correct(_, let field, let value): (field.rawValue, value)
            case .merge(let item, let into): (item, into)
            default: ("", "")
            }
        return [
            kind, fact?.bulletin ?? "", fact?.sentence ?? "", fact?.text ?? "", String(fact?.occurrence ?? 0), field,
            value, at, author, reason,
        ]
    }

    static let columnNames = [
        "kind", "bulletin", "sentence", "text", "occurrence", "field", "value", "at", "author", "reason",
    ]

    /// The decision that such a row holds; `nil` where a column holds what it may not.
    init?(columns: [String]) {
        guard columns.count == Decision.columnNames.count, let occurrence = Int(columns[4]) else { return nil }
        let fact = FactReference(
            bulletin: columns[1], sentence: columns[2], text: columns[3], occurrence: occurrence)
        let action: Action
        switch columns[0] {
        case "accept": action = .accept(fact)
        case "reject": action = .reject(fact)
        case "duplicate": action = .markDuplicate(fact)
        case "merge": action = .merge(item: columns[5], into: columns[6])
        case "correct":
            guard let field = Field(rawValue: columns[5]) else { return nil }
            action = .correct(fact, field, to: columns[6])
        default: return nil
        }
        self.init(action, at: columns[7], author: columns[8], reason: columns[9])
    }

    var kind: String {
        switch action {
        case .accept: "accept"
        case .correct: "correct"
        case .reject: "reject"
        case .markDuplicate: "duplicate"
        case .merge: "merge"
        }
    }
}
