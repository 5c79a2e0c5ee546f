internal import Facts
internal import GRDB

extension Ledger {
    /// Enters decisions of people and applies them, in one transaction.
    ///
    /// A decision that is there already changes nothing, unless another one of the same day has overruled it since. One
    /// whose bulletin or sentence is not there is kept and applies as soon as it is (`StoredDecision.isOrphan` until then).
    ///
    /// - Returns: the decisions that are new, in the order given.
    /// - Throws: `LedgerError.Kind.invalidDecision` where a value does not fit its field or a time is malformed; none of the
    ///   decisions is entered then.
    @discardableResult
    public func decide(_ decisions: [Decision]) throws(LedgerError) -> [StoredDecision] {
        for decision in decisions { try validate(decision) }
        return try write { db in
            var entered: [Int64] = []
            var bulletins: Set<Int64> = []
            var mergesItems = false
            for decision in decisions {
                let (number, bulletin) = try enter(decision, in: db)
                guard let number else { continue }
                entered.append(number)
                if let bulletin { bulletins.insert(bulletin) }
                if decision.reference == nil { mergesItems = true }
            }
            for bulletin in bulletins.sorted() { try applyDecisions(toBulletin: bulletin, in: db) }
            if mergesItems { try resolveAgain(db) }
            try sealBlocks(db)
            return try entered.flatMap { number in try storedDecisions(db, where: "id = ?", [number]) }
        }
    }

    /// Those of the decisions that do not hold already, as the same person took them for the same reason.
    public func unsettled(_ decisions: [Decision]) throws(LedgerError) -> [Decision] {
        try read { db in try decisions.filter { try !isSettled($0, in: db) } }
    }

    /// Every decision, the earliest first.
    public func decisions() throws(LedgerError) -> [StoredDecision] {
        try read { db in try storedDecisions(db) }
    }

    /// Into which item people merged each item, followed to the end of the chain; empty where nobody merged any.
    public func mergedItems() throws(LedgerError) -> [String: String] {
        try read(mergers)
    }

    /// Whether a fact has the item, alone or with its predicate (`12345热线工单（受理）`), so that a merger of it counts already.
    public func holdsFacts(ofItem name: String) throws(LedgerError) -> Bool {
        try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM fact_view WHERE item = ?1 OR item || '（' || action || '）' = ?1)",
                arguments: [name]) ?? false
        }
    }

    /// How a decision about a fact names it.
    ///
    /// - Throws: `LedgerError.Kind.unknownFact` where the ledger holds no such fact at present.
    public func reference(toFact id: Int64) throws(LedgerError) -> FactReference {
        try read { db in
            let bulletin = try Row.fetchOne(
                db,
                sql: """
                    SELECT bulletin.id, bulletin.key FROM fact JOIN sentence ON sentence.id = fact.sentence_id
                    JOIN article ON article.id = sentence.article_id JOIN edition ON edition.id = article.edition_id
                    JOIN bulletin ON bulletin.id = edition.bulletin_id WHERE fact.id = ? AND \(FactRow.isPresent)
                    """,
                arguments: [id])
            if let bulletin {
                let facts = try currentFacts(of: bulletin[0], in: db)
                for (fact, reference) in zip(facts, references(to: facts, bulletin: bulletin[1])) where fact.id == id {
                    return reference
                }
            }
            throw LedgerError(
                .unknownFact, path: path, problem: "the ledger holds no fact number \(id)",
                remedy: "See `tongbao ledger show` for a bulletin's facts; a new reading gives them new numbers")
        }
    }

    func validate(time: String) throws(LedgerError) {
        guard Decision.isTime(time) else {
            throw LedgerError(
                .invalidDecision, path: path, problem: "“\(time)” is no time of a decision",
                remedy: "Write 2026-04-03 or 2026-04-03T09:30:00Z")
        }
    }

    private func validate(_ decision: Decision) throws(LedgerError) {
        func invalid(_ problem: String, _ remedy: String) -> LedgerError {
            LedgerError(.invalidDecision, path: path, problem: problem, remedy: remedy)
        }
        try validate(time: decision.at)
        switch decision.action {
        case .correct(_, let field, let value):
            var trial = Fact(
                document: "", range: SourceRange(start: 0, end: 0), text: "", value: .zero, unit: "", item: "",
                rule: "",
                sentence: "")
            guard trial.set(field, to: value) else {
                throw invalid(
                    "“\(value)” cannot be the \(field.chineseName) of a fact", "It takes \(field.expectation)")
            }
        case .merge(let item, let into):
            guard !item.isEmpty, !into.isEmpty else {
                throw invalid("the item “\(item)” cannot be merged into “\(into)”", "Name two items")
            }
        case .accept, .reject, .markDuplicate: break
        }
    }

    /// Stores a decision under the present key of its bulletin; gives its number, where it is new, and the bulletin's.
    private func enter(_ decision: Decision, in db: Database) throws -> (number: Int64?, bulletin: Int64?) {
        var decision = decision
        var number: Int64?
        if let key = decision.reference?.bulletin {
            number = try bulletin(named: key, in: db)
            if let number,
                let present = try String.fetchOne(
                    db, sql: "SELECT key FROM bulletin WHERE id = ?", arguments: [number])
            {
                decision = decision.about(bulletin: present)
            }
        }
        let known = try decisions(aboutSubjectOf: decision, in: db)
        if known.contains(where: { $0.decision == decision }) {
            // Entered anew it would come last of its day: only then is it worth a row of its own.
            let anew = StoredDecision.ordered(known + [StoredDecision(id: .max, decision: decision, facts: [])])
            let holds = { (list: [StoredDecision]) in decision.holds(among: list) { $0 == decision } }
            if holds(known) || !holds(anew) { return (nil, number) }
        }
        let columns = decision.columns
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        try db.execute(
            sql: "INSERT INTO decision (\(Decision.columnNames.joined(separator: ", "))) VALUES (\(places))",
            arguments: StatementArguments(columns))
        return (db.lastInsertedRowID, number)
    }

    /// Every decision about the same fact, or the same item, in the order in which they apply.
    func decisions(aboutSubjectOf decision: Decision, in db: Database) throws -> [StoredDecision] {
        guard let fact = decision.reference else {
            return try storedDecisions(
                db, where: "bulletin = '' AND kind = 'merge' AND field = ?", [decision.subject.fields[0]])
        }
        return try storedDecisions(
            db, where: "bulletin = ? AND sentence = ? AND text = ? AND occurrence = ? AND kind <> 'merge'",
            [fact.bulletin, fact.sentence, fact.text, fact.occurrence])
    }

    func isSettled(_ decision: Decision, in db: Database) throws -> Bool {
        decision.holds(among: try decisions(aboutSubjectOf: decision, in: db), where: decision.repeats)
    }

    func storedDecisions(
        _ db: Database, where condition: String = "true", _ arguments: StatementArguments = []
    ) throws -> [StoredDecision] {
        let names = Decision.columnNames.map { "CAST(\($0) AS TEXT)" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, \(names) FROM decision WHERE \(condition)", arguments: arguments)
        let decisions = try rows.map { row in
            guard let decision = Decision(columns: (1...Decision.columnNames.count).map { row[$0] }) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a decision cannot be read")
            }
            let id: Int64 = row[0]
            let facts = try Int64.fetchAll(
                db, sql: "SELECT fact_id FROM application WHERE decision_id = ? ORDER BY fact_id", arguments: [id])
            return StoredDecision(id: id, decision: decision, facts: facts)
        }
        return StoredDecision.ordered(decisions)
    }
}

// MARK: - Applying

extension Ledger {
    /// Applies every decision anew: after the order in which they apply has changed.
    func applyAllDecisions(_ db: Database) throws {
        let bulletins = try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT bulletin_id FROM sighting WHERE key IN (SELECT bulletin FROM decision) ORDER BY 1
                """)
        for bulletin in bulletins { try applyDecisions(toBulletin: bulletin, in: db) }
        let mergersOfOneDay = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM decision WHERE kind = 'merge'
                GROUP BY field, substr(at, 1, 10) HAVING count(*) > 1)
                """)
        if mergersOfOneDay == true { try resolveAgain(db) }
        try sealBlocks(db)
    }

    /// Applies to a bulletin's current facts what people decided about its sentences, and nothing else.
    func applyDecisions(toBulletin bulletin: Int64, in db: Database) throws {
        let decisions = try decisionsAbout(bulletin, in: db)
        let isApplied =
            try Bool.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM fact JOIN sentence ON sentence.id = fact.sentence_id
                        JOIN article ON article.id = sentence.article_id JOIN edition ON edition.id = article.edition_id
                        WHERE edition.bulletin_id = ? AND edition.state = 'current' AND fact.verdict IS NOT NULL)
                        """), arguments: [bulletin]) ?? false
        guard !decisions.isEmpty || isApplied, let edition = try currentEdition(of: bulletin, in: db) else { return }
        let resolver = resolver.merging(try mergers(db))
        for (stored, decided) in try judged(bulletin, by: decisions, in: db) {
            try db.execute(sql: "DELETE FROM application WHERE fact_id = ?", arguments: [stored.id])
            for decision in decided.decisions {
                try db.execute(sql: "INSERT INTO application VALUES (?, ?)", arguments: [decision, stored.id])
            }
            guard decided.verdict != stored.verdict || decided.fact != stored.fact || decided.asRead != stored.asRead
            else {
                continue
            }
            try update(
                stored, to: decided.fact, verdict: decided.verdict, asRead: decided.asRead,
                resolution: resolver.resolution(of: decided.fact, in: edition.summary), in: db)
        }
    }

    /// A fact with the decisions about it applied.
    struct JudgedFact {
        var fact: Fact
        var verdict: Verdict?
        var asRead: [Field: String] = [:]
        /// Numbers of the decisions.
        var decisions: [Int64] = []

        init(_ stored: StoredFact) {
            fact = stored.fact
            for (field, text) in stored.asRead { _ = fact.set(field, to: text) }
        }

        mutating func apply(_ decision: StoredDecision) {
            decisions.append(decision.id)
            switch decision.decision.action {
            case .accept:
                for (field, text) in asRead { _ = fact.set(field, to: text) }
                asRead = [:]
                verdict = .accepted
            case .reject: verdict = .rejected
            case .markDuplicate: verdict = .duplicate
            case .correct(_, let field, let value):
                verdict = .corrected
                if asRead[field] == nil { asRead[field] = fact[field] }
                _ = fact.set(field, to: value)
            case .merge: break
            }
        }
    }

    /// A bulletin's current facts, each with the decisions applied that are about it.
    func judged(
        _ bulletin: Int64, by decisions: [StoredDecision], in db: Database
    ) throws -> [(StoredFact, JudgedFact)] {
        let facts = try currentFacts(of: bulletin, in: db)
        var judged = facts.map(JudgedFact.init)
        let references = references(to: facts, bulletin: "")
        var bySentence: [String: [Int]] = [:]
        for (index, fact) in facts.enumerated() { bySentence[fact.fact.sentence, default: []].append(index) }
        for decision in decisions {
            guard let wanted = decision.decision.reference, let candidates = bySentence[wanted.sentence] else {
                continue
            }
            if let index = Self.match(wanted, among: candidates, references) { judged[index].apply(decision) }
        }
        return Array(zip(facts, judged))
    }

    /// The fact that a reference names: of the same numeral, else the only one of the sentence whose numeral holds that of
    /// the reference or is held by it (a newer extractor may read `50余处` where an older one read `50余`).
    private static func match(_ wanted: FactReference, among candidates: [Int], _ references: [FactReference]) -> Int? {
        let exact = candidates.first { index in
            references[index].text == wanted.text && references[index].occurrence == wanted.occurrence
        }
        if let exact { return exact }
        let alike = candidates.filter { index in
            references[index].text.contains(wanted.text) || wanted.text.contains(references[index].text)
        }
        return alike.count == 1 ? alike.first : nil
    }

    func references(to facts: [StoredFact], bulletin: String) -> [FactReference] {
        struct Place: Hashable {
            var sentence: String
            var text: String
        }
        var seen: [Place: Int] = [:]
        return facts.map { stored in
            let place = Place(sentence: stored.fact.sentence, text: stored.fact.text)
            seen[place, default: 0] += 1
            return FactReference(
                bulletin: bulletin, sentence: place.sentence, text: place.text, occurrence: seen[place] ?? 1)
        }
    }

    /// The decisions about a bulletin's sentences, under any of its keys, the earliest first.
    func decisionsAbout(_ bulletin: Int64, in db: Database) throws -> [StoredDecision] {
        let hasDecisions = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM decision WHERE bulletin IN
                    (SELECT key FROM sighting WHERE bulletin_id = ?))
                    """), arguments: [bulletin])
        guard hasDecisions == true else { return [] }
        try db.execute(
            sql: """
                UPDATE decision SET bulletin = (SELECT key FROM bulletin WHERE id = :bulletin)
                WHERE bulletin IN (SELECT key FROM sighting WHERE bulletin_id = :bulletin)
                AND bulletin NOT IN (SELECT key FROM bulletin)
                """,
            arguments: ["bulletin": bulletin])
        return try storedDecisions(db, where: "bulletin = (SELECT key FROM bulletin WHERE id = ?)", [bulletin])
    }

    func currentFacts(of bulletin: Int64, in db: Database) throws -> [StoredFact] {
        let sql = "\(FactRow.select) WHERE bulletin.id = ? AND \(FactRow.isPresent) ORDER BY fact.start_offset, fact.id"
        return try Row.fetchAll(db, sql: sql, arguments: [bulletin]).map(FactRow.storedFact)
    }

    /// Into which item each merged item goes, followed to the end of the chain.
    func mergers(_ db: Database) throws -> [String: String] {
        guard
            try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM decision WHERE kind = 'merge')"))
                == true
        else { return [:] }
        var direct: [String: String] = [:]
        for decision in try storedDecisions(db, where: "kind = 'merge'") {
            if case .merge(let item, let into) = decision.decision.action { direct[item] = into }
        }
        // What was merged into itself is merged no more.
        let present = direct.filter { $0.key != $0.value }
        return present.mapValues { first in
            var item = first
            var seen: Set<String> = [item]
            while let next = present[item], seen.insert(next).inserted { item = next }
            return item
        }
    }
}

// MARK: - Looking up again

extension Ledger {
    /// Whether facts are stored as they count by another catalogue than the resolver's.
    public var needsReindexing: Bool {
        get throws(LedgerError) { try setting(.resolver) != resolver.version }
    }

    /// What people call the catalogue by which the facts count (`FactResolver.name`).
    public var resolverName: String {
        get throws(LedgerError) { try setting(.resolverName) ?? "" }
    }

    /// Looks up again what every fact counts as, in one transaction: after a change of the catalogue.
    public func reindex() throws(LedgerError) {
        try write { db in
            try resolveAgain(db)
            try noteResolver(db)
            try sealBlocks(db)
        }
    }

    func resolveAgain(_ db: Database) throws {
        let resolver = resolver.merging(try mergers(db))
        let editions = try Row.fetchAll(db, sql: "\(Self.selectEdition) WHERE edition.state = 'current'").map(
            Self.edition)
        for edition in editions {
            let sql = "\(FactRow.select) WHERE bulletin.id = ? AND edition.id = ?"
            let arguments: StatementArguments = [edition.summary.id, edition.edition]
            for stored in try Row.fetchAll(db, sql: sql, arguments: arguments).map(FactRow.storedFact) {
                let resolution = resolver.resolution(of: stored.fact, in: edition.summary)
                guard resolution != stored.resolution else { continue }
                try update(
                    stored, to: stored.fact, verdict: stored.verdict, asRead: stored.asRead, resolution: resolution,
                    in: db)
            }
        }
    }
}

extension Decision {
    /// Whether the text is a day or a time in UTC as decisions carry them.
    static func isTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let form = Array("0000-00-00T00:00:00Z".utf8)
        guard bytes.count == 10 || bytes.count == form.count, CalendarDate(String(text.prefix(10))) != nil else {
            return false
        }
        return zip(bytes, form).allSatisfy { byte, expected in
            expected == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == expected
        }
    }
}
