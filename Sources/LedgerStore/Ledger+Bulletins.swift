public import Facts
internal import GRDB

extension Ledger {
    /// The bulletins that count, in the order of their keys.
    ///
    /// - Parameter includingWithdrawn: whether those withdrawn are given too.
    public func bulletins(includingWithdrawn: Bool = false) throws(LedgerError) -> [BulletinSummary] {
        try read { db in
            let condition = includingWithdrawn ? "edition.state = 'current'" : FactRow.isPresent
            return try Row.fetchAll(db, sql: "\(Self.selectEdition) WHERE \(condition) ORDER BY bulletin.key")
                .map { try Self.edition($0).summary }
        }
    }

    /// How much the ledger holds of each bulletin that counts.
    public func counts() throws(LedgerError) -> [Int64: BulletinCounts] {
        try read { db in
            var counts: [Int64: BulletinCounts] = [:]
            let tables = """
                FROM edition JOIN bulletin ON bulletin.id = edition.bulletin_id
                JOIN article ON article.edition_id = edition.id
                """
            func count(_ what: WritableKeyPath<BulletinCounts, Int>, _ joins: String) throws {
                let rows = try Row.fetchCursor(
                    db,
                    sql:
                        "SELECT bulletin.id, count(*) \(tables) \(joins) WHERE \(FactRow.isPresent) GROUP BY bulletin.id"
                )
                while let row = try rows.next() {
                    counts[row[0], default: BulletinCounts()][keyPath: what] = row[1]
                }
            }
            try count(\.articles, "")
            let sentences = "JOIN sentence ON sentence.article_id = article.id"
            try count(\.facts, "\(sentences) JOIN fact ON fact.sentence_id = sentence.id")
            try count(\.setAside, "\(sentences) JOIN set_aside ON set_aside.sentence_id = sentence.id")
            return counts
        }
    }

    /// A bulletin with everything that the ledger holds of it at present; its facts are as the extractor read them.
    ///
    /// - Parameter key: the bulletin's key, an earlier key of it, or its number.
    /// - Throws: `LedgerError.Kind.unknownBulletin`
    public func show(_ key: String) throws(LedgerError) -> StoredBulletin {
        try read { db in
            let bulletin = try bulletinNumber(forKey: key, in: db)
            return try details(ofBulletin: bulletin, in: db)
        }
    }

    /// Takes a bulletin out of the statistics; its facts stay in the history.
    ///
    /// - Parameters:
    ///   - key: the bulletin's key, an earlier key of it, or its number.
    ///   - at: when, as in `Decision.at`.
    /// - Throws: `LedgerError.Kind.unknownBulletin`, `.invalidDecision` for a malformed time
    public func withdraw(_ key: String, reason: String, author: String, at: String) throws(LedgerError) {
        guard Decision.isTime(at) else {
            throw LedgerError(
                .invalidDecision, path: path, problem: "“\(at)” is no time of a decision",
                remedy: "Write 2026-04-03 or 2026-04-03T09:30:00Z")
        }
        try write { db in
            let bulletin = try bulletinNumber(forKey: key, in: db)
            try db.execute(
                sql: """
                    UPDATE bulletin SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_because = ?
                    WHERE id = ? AND withdrawn_at IS NULL
                    """,
                arguments: [at, author, reason, bulletin])
            try sealBlocks(db)
        }
    }

    /// Lets a withdrawn bulletin count again.
    ///
    /// - Throws: `LedgerError.Kind.unknownBulletin`
    public func restore(_ key: String) throws(LedgerError) {
        try write { db in
            let bulletin = try bulletinNumber(forKey: key, in: db)
            try db.execute(
                sql:
                    "UPDATE bulletin SET withdrawn_at = NULL, withdrawn_by = NULL, withdrawn_because = NULL WHERE id = ?",
                arguments: [bulletin])
            try applyDecisions(toBulletin: bulletin, in: db)
            try sealBlocks(db)
        }
    }
}

/// How much a ledger holds of a bulletin.
public struct BulletinCounts: Sendable, Hashable {
    public var articles = 0
    public var facts = 0
    public var setAside = 0

    public init() {}
}

/// A bulletin with everything that the ledger holds of it.
public struct StoredBulletin: Sendable, Hashable {
    public var summary: BulletinSummary
    /// The decoded text, where it was kept.
    public var text: String?
    public var articles: [ArticleRecord]
    /// The facts, rejected ones too, in the order of the text.
    public var facts: [StoredFact]
    public var setAside: [SetAside]
    /// Editions that were replaced by the present one.
    public var replacedEditions: Int
}
