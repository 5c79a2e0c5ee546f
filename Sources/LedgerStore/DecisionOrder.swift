/// In which order decisions apply, and which of them still hold.
///
/// Of two decisions about one thing the later one holds. A decision that names a day and no time of it comes, of those of
/// that day, when it was entered: who rejects a fact and accepts it again on one day means the second. Numbers of decisions
/// are given in the order in which they were entered.
extension StoredDecision {
    /// The decisions, the earliest first; of one moment they stand by what they are about.
    static func ordered(_ decisions: [StoredDecision]) -> [StoredDecision] {
        struct SubjectOnDay: Hashable {
            var subject: Decision.Subject
            var day: Substring
        }
        var latest: [SubjectOnDay: String] = [:]
        var dated: [(moment: String, stored: StoredDecision)] = []
        for stored in decisions.sorted(by: { $0.id < $1.id }) {
            let decision = stored.decision
            let day = SubjectOnDay(subject: decision.subject, day: decision.day)
            let before = latest[day] ?? decision.at
            let moment = decision.namesDayOnly ? max(before, decision.at) : decision.at
            latest[day] = max(before, moment)
            dated.append((moment, stored))
        }
        return dated.sorted { left, right in
            if left.moment != right.moment { return left.moment < right.moment }
            let (first, second) = (left.stored.decision.subject, right.stored.decision.subject)
            return first == second ? left.stored.id < right.stored.id : first < second
        }.map(\.stored)
    }

    /// Which of the decisions about one thing on one day each one is, as they were entered, from 1; by their numbers.
    static func sequence(of decisions: [StoredDecision]) -> [Int64: Int] {
        var counts: [[String]: Int] = [:]
        var sequence: [Int64: Int] = [:]
        for stored in decisions.sorted(by: { $0.id < $1.id }) {
            let subjectOnDay = stored.decision.subject.fields + [String(stored.decision.day)]
            counts[subjectOnDay, default: 0] += 1
            sequence[stored.id] = counts[subjectOnDay]
        }
        return sequence
    }
}

extension Decision {
    /// What a decision is about: a fact, or an item that counts as another one.
    struct Subject: Hashable, Comparable {
        var fields: [String]

        static func < (left: Subject, right: Subject) -> Bool {
            left.fields.lexicographicallyPrecedes(right.fields)
        }
    }

    var subject: Subject {
        switch action {
        case .merge(let item, _): Subject(fields: [item])
        case .accept(let fact), .correct(let fact, _, _), .reject(let fact), .markDuplicate(let fact):
            Subject(fields: [fact.bulletin, fact.sentence, fact.text, String(fact.occurrence)])
        }
    }

    /// The day on which it was taken.
    var day: Substring { at.prefix(10) }

    var namesDayOnly: Bool { at.utf8.count == 10 }

    /// Whether it leaves nothing of an earlier decision about the same thing: corrections of two fields go together.
    func overrules(_ earlier: Decision) -> Bool {
        if case .correct(_, let field, _) = action, case .correct(_, let other, _) = earlier.action {
            return field == other
        }
        return true
    }

    /// Whether one of the decisions about its subject, in their order, says the same and is not overruled.
    func holds(among decisions: [StoredDecision], where isSame: (Decision) -> Bool) -> Bool {
        guard let last = decisions.lastIndex(where: { isSame($0.decision) }) else { return false }
        return !decisions[(last + 1)...].contains { $0.decision.overrules(self) }
    }

    /// Whether it says the same as another one, by the same person for the same reason, at whatever time.
    func repeats(_ other: Decision) -> Bool {
        action == other.action && author == other.author && reason == other.reason
    }
}
