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
        try validate(time: at)
        try write { db in
            let bulletin = try bulletinNumber(forKey: key, in: db)
            try db.execute(
                sql: """
                    UPDATE bulletin SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_because = ?
                    WHERE id = ? AND withdrawn_at IS NULL
                    """,
                arguments: [at, author, reason, bulletin])
            if db.changesCount > 0 {
                let step = WithdrawalStep(kind: .withdrawn, at: at, author: author, reason: reason)
                try record(step, of: bulletin, in: db)
            }
            try sealBlocks(db)
        }
    }

    /// Lets a withdrawn bulletin count again; that it was withdrawn, by whom and why stays in its history.
    ///
    /// - Parameters:
    ///   - key: the bulletin's key, an earlier key of it, or its number.
    ///   - at: when, as in `Decision.at`.
    /// - Throws: `LedgerError.Kind.unknownBulletin`, `.invalidDecision` for a malformed time
    public func restore(_ key: String, reason: String, author: String, at: String) throws(LedgerError) {
        try validate(time: at)
        try write { db in
            let bulletin = try bulletinNumber(forKey: key, in: db)
            try db.execute(
                sql: """
                    UPDATE bulletin SET withdrawn_at = NULL, withdrawn_by = NULL, withdrawn_because = NULL
                    WHERE id = ? AND withdrawn_at IS NOT NULL
                    """,
                arguments: [bulletin])
            guard db.changesCount > 0 else { return }
            let step = WithdrawalStep(kind: .restored, at: at, author: author, reason: reason)
            try record(step, of: bulletin, in: db)
            try applyDecisions(toBulletin: bulletin, in: db)
            try sealBlocks(db)
        }
    }

    func record(_ step: WithdrawalStep, of bulletin: Int64, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO withdrawal (bulletin_id, kind, at, author, reason) VALUES (?, ?, ?, ?, ?)",
            arguments: [bulletin, step.kind.rawValue, step.at, step.author, step.reason])
    }

    /// How often the bulletin was withdrawn and let count again, the earliest first; nothing of a ledger of an earlier
    /// version that is only read.
    func withdrawals(of bulletin: Int64, in db: Database) throws -> [WithdrawalStep] {
        guard try Schema.version(of: db) > 1 else { return [] }
        let sql = "SELECT kind, at, author, reason FROM withdrawal WHERE bulletin_id = ? ORDER BY id"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [bulletin]).map { row in
            WithdrawalStep(
                kind: try FactRow.value(row, 0, WithdrawalStep.Kind.init(rawValue:)), at: row[1], author: row[2],
                reason: row[3])
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
    /// That it was withdrawn and let count again, the earliest first.
    public var withdrawals: [WithdrawalStep]
}
