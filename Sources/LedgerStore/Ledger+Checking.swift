internal import Facts
internal import GRDB

/// Something that `Ledger.check` found.
public struct Finding: Sendable, Hashable {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable {
        /// The ledger is not sound.
        case fault
        /// The ledger is sound, but a person should look.
        case notice
    }

    public var severity: Severity
    /// What was found, in a sentence.
    public var problem: String
    /// What to do about it, in a sentence.
    public var remedy: String
}

extension Ledger {
    /// Verifies the file, the links between its rows, the packed facts against their rows, and that every decision was
    /// applied as it says. Decisions whose sentence is not there are notices.
    public func check() throws(LedgerError) -> [Finding] {
        try read { db in
            let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            guard damage.isEmpty else {
                return damage.map { Self.fault("SQLite finds damage: \($0)") }
            }
            var findings = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
                Self.fault("a row of \(row[0] as String) belongs to a row of \(row[2] as String) that is not there")
            }
            findings += try checkEditions(db)
            findings += try checkBlocks(db)
            findings += try checkDecisions(db)
            return findings
        }
    }

    private func checkEditions(_ db: Database) throws -> [Finding] {
        try String.fetchAll(
            db,
            sql: """
                SELECT key FROM bulletin WHERE
                (SELECT count(*) FROM edition WHERE bulletin_id = bulletin.id AND state = 'current') <> 1 ORDER BY key
                """
        ).map { Self.fault("the bulletin “\($0)” has no current edition") }
    }

    private func checkBlocks(_ db: Database) throws -> [Finding] {
        var findings: [Finding] = []
        for id in try Int64.fetchAll(db, sql: "SELECT id FROM block ORDER BY id") {
            let rows = try packRows(id, in: db)
            let packed = try? storedBlock(id, in: db)
            if packed != rows { findings.append(Self.fault("packed facts \(id) differ from their rows")) }
        }
        let forgotten = try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT id >> \(Schema.rangeBits) AS range FROM fact
                WHERE range NOT IN (SELECT id FROM block) AND range NOT IN (SELECT id FROM unpacked) ORDER BY range
                """)
        findings += forgotten.map { Self.fault("facts of range \($0) are neither packed nor listed as unpacked") }
        return findings
    }

    private func checkDecisions(_ db: Database) throws -> [Finding] {
        // In a ledger of an earlier version that is only read, decisions were applied in that version's order.
        guard try Schema.version(of: db) == Schema.versions.count else { return [] }
        let decisions = try storedDecisions(db)
        let byBulletin = Dictionary(grouping: decisions) { $0.decision.reference?.bulletin ?? "" }
        var findings: [Finding] = []
        let bulletins = try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT bulletin.id FROM bulletin WHERE withdrawn_at IS NULL AND (
                    id IN (SELECT bulletin_id FROM sighting WHERE key IN (SELECT bulletin FROM decision))
                    OR id IN (SELECT edition.bulletin_id FROM fact JOIN sentence ON sentence.id = fact.sentence_id
                        JOIN article ON article.id = sentence.article_id JOIN edition ON edition.id = article.edition_id
                        WHERE fact.verdict IS NOT NULL AND edition.state = 'current'))
                ORDER BY bulletin.key
                """)
        for bulletin in bulletins {
            let keys = Set(
                try String.fetchAll(db, sql: "SELECT key FROM sighting WHERE bulletin_id = ?", arguments: [bulletin]))
            let about = StoredDecision.ordered(keys.flatMap { byBulletin[$0] ?? [] })
            for (stored, judged) in try judged(bulletin, by: about, in: db)
            where stored.fact != judged.fact || stored.verdict != judged.verdict || stored.asRead != judged.asRead {
                findings.append(Self.fault("fact \(stored.id) does not follow the decisions about it"))
            }
        }
        for decision in decisions where decision.isOrphan {
            let reference = decision.decision.reference
            findings.append(
                Finding(
                    severity: .notice,
                    problem: "a decision of \(decision.decision.at) about “\(reference?.text ?? "")” in "
                        + "\(reference?.bulletin ?? "") finds no such sentence: \(reference?.sentence ?? "")",
                    remedy: "Add the bulletin, or take the decision anew about the corrected text"))
        }
        return findings
    }

    private static func fault(_ problem: String) -> Finding {
        Finding(
            severity: .fault, problem: problem,
            remedy: "Keep a copy of the file, then restore a backup or make a new ledger from the last export")
    }
}
