internal import Facts
internal import GRDB

/// What adding a bulletin came to.
public enum AddOutcome: Sendable, Hashable {
    /// The bulletin is new.
    case added(bulletin: Int64)
    /// The same text is there already, under this or another name.
    case unchanged(bulletin: Int64)
    /// Another text of the same bulletin was replaced; its facts are history.
    case corrected(bulletin: Int64)
    /// The text is the same, but a newer extractor or better knowledge of the bulletin gave another reading of it.
    case reread(bulletin: Int64)
    /// The text is one that was replaced by a correction before; nothing was changed.
    case superseded(bulletin: Int64)
    /// The bulletin was withdrawn and stays so; nothing was changed.
    case withdrawn(bulletin: Int64)

    /// The bulletin's number in the ledger.
    public var bulletin: Int64 {
        switch self {
        case .added(let bulletin), .unchanged(let bulletin), .corrected(let bulletin), .reread(let bulletin),
            .superseded(let bulletin), .withdrawn(let bulletin):
            bulletin
        }
    }
}

extension Ledger {
    /// Adds a bulletin, or what is new about it, in one transaction.
    ///
    /// Whether it is new, the same, or a correction is decided by content first (the same text under another name is the
    /// same bulletin), then by identity. Decisions that were taken about its sentences apply at once.
    ///
    /// - Parameter predecessor: key of the bulletin that this one replaces, where a person says so.
    @discardableResult
    public func add(_ record: BulletinRecord, replacing predecessor: String? = nil) throws(LedgerError) -> AddOutcome {
        try write { db in
            let outcome = try place(record, replacing: predecessor, in: db)
            try sealBlocks(db)
            return outcome
        }
    }

    private func place(_ record: BulletinRecord, replacing predecessor: String?, in db: Database) throws -> AddOutcome {
        var known = try bulletinHolding(record, in: db)
        if let predecessor {
            let replaced = try bulletinNumber(forKey: predecessor, in: db)
            if let other = known, other != replaced { try absorb(other, into: replaced, in: db) }
            known = replaced
        }
        guard let known else {
            try db.cachedStatement(sql: "INSERT INTO bulletin (key) VALUES (?)").execute(arguments: [
                record.identity.key
            ])
            let bulletin = db.lastInsertedRowID
            try note(record, of: bulletin, in: db)
            try insertEdition(record, of: bulletin, in: db)
            return .added(bulletin: bulletin)
        }
        try note(record, of: known, in: db)
        guard let current = try currentEdition(of: known, in: db) else { return .withdrawn(bulletin: known) }
        if current.summary.contentHash == record.contentHash {
            return try reread(record, current: current, in: db)
        }
        if predecessor == nil, try isReplaced(record.contentHash, of: known, in: db) {
            return .superseded(bulletin: known)
        }
        try db.execute(sql: "UPDATE edition SET state = 'replaced' WHERE id = ?", arguments: [current.edition])
        try db.execute(sql: Self.forgetApplications, arguments: [current.edition])
        if predecessor != nil { try rename(known, to: record.identity, in: db) }
        try insertEdition(record, of: known, in: db)
        return .corrected(bulletin: known)
    }

    /// Takes over another reading of the text that is there.
    private func reread(_ record: BulletinRecord, current: Edition, in db: Database) throws -> AddOutcome {
        let summary = current.summary
        if record.identity == summary.identity {
            if summary.isSameReading(as: record) {
                if record.path < summary.path {
                    try db.execute(
                        sql: "UPDATE edition SET path = ? WHERE id = ?", arguments: [record.path, current.edition])
                }
                return .unchanged(bulletin: summary.id)
            }
        } else if summary.identity < record.identity {
            // Of two names for one text the better one holds, whichever came first.
            return .unchanged(bulletin: summary.id)
        } else {
            try rename(summary.id, to: record.identity, in: db)
        }
        try db.execute(sql: "DELETE FROM edition WHERE id = ?", arguments: [current.edition])
        try insertEdition(record, of: summary.id, in: db)
        return .reread(bulletin: summary.id)
    }
}

extension Ledger {
    /// Decisions apply to the facts that are current, not to those of an edition that was replaced.
    private static let forgetApplications = """
        DELETE FROM application WHERE fact_id IN (
            SELECT fact.id FROM article JOIN sentence ON sentence.article_id = article.id
            JOIN fact ON fact.sentence_id = sentence.id WHERE article.edition_id = ?)
        """
}

// MARK: - Finding

extension Ledger {
    struct Edition {
        var edition: Int64
        var summary: BulletinSummary
    }

    /// The bulletin that has this text or, failing that, this identity.
    private func bulletinHolding(_ record: BulletinRecord, in db: Database) throws -> Int64? {
        let byContent = try Int64.fetchOne(
            db.cachedStatement(
                sql:
                    "SELECT bulletin_id FROM edition WHERE content_hash = ? ORDER BY state = 'current' DESC, id LIMIT 1"
            ),
            arguments: [record.contentHash])
        return try byContent
            ?? Int64.fetchOne(
                db.cachedStatement(sql: "SELECT bulletin_id FROM sighting WHERE key = ? LIMIT 1"),
                arguments: [record.identity.key])
    }

    /// The bulletin of that key, of an earlier or another key of it, or of that number.
    func bulletinNumber(forKey key: String, in db: Database) throws -> Int64 {
        let byKey =
            try Int64.fetchOne(db, sql: "SELECT id FROM bulletin WHERE key = ?", arguments: [key])
            ?? Int64.fetchOne(db, sql: "SELECT bulletin_id FROM sighting WHERE key = ? LIMIT 1", arguments: [key])
        let found =
            try byKey
            ?? Int64(key).flatMap { number in
                try Int64.fetchOne(db, sql: "SELECT id FROM bulletin WHERE id = ?", arguments: [number])
            }
        guard let found else {
            throw LedgerError(
                .unknownBulletin, path: path, problem: "the ledger holds no bulletin “\(key)”",
                remedy: "See `tongbao ledger list` for the bulletins that it holds")
        }
        return found
    }

    func currentEdition(of bulletin: Int64, in db: Database) throws -> Edition? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: "\(Self.selectEdition) WHERE \(FactRow.isPresent) AND bulletin.id = ?"), arguments: [bulletin]
        ).map(Self.edition)
    }

    static let selectEdition = """
        SELECT edition.id, bulletin.id, bulletin.key, edition.path, edition.title, edition.published, edition.region,
            edition.source, edition.origin, edition.content_hash, edition.extractor, bulletin.withdrawn_at,
            bulletin.withdrawn_by, bulletin.withdrawn_because
        FROM bulletin JOIN edition ON edition.bulletin_id = bulletin.id
        """

    static func edition(_ row: Row) throws -> Edition {
        let withdrawal: Withdrawal? =
            row.hasNull(atIndex: 11) ? nil : Withdrawal(at: row[11], author: row[12] ?? "", reason: row[13] ?? "")
        let summary = BulletinSummary(
            id: row[1], identity: try FactRow.value(row, 2, BulletinIdentity.init(key:)), path: row[3], title: row[4],
            published: try FactRow.optional(row, 5, CalendarDate.init), region: row[6], source: row[7],
            origin: try FactRow.value(row, 8, BulletinRecord.Origin.init(rawValue:)), contentHash: row[9],
            extractor: row[10], withdrawal: withdrawal)
        return Edition(edition: row[0], summary: summary)
    }

    private func isReplaced(_ contentHash: String, of bulletin: Int64, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM edition WHERE bulletin_id = ? AND content_hash = ? AND state = 'replaced')
                """,
            arguments: [bulletin, contentHash]) ?? false
    }

    // MARK: - Names

    /// Remembers under which identity and path the text has come.
    private func note(_ record: BulletinRecord, of bulletin: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO sighting VALUES (?, ?, ?, ?)")
            .execute(arguments: [record.identity.key, record.contentHash, record.path, bulletin])
    }

    private func rename(_ bulletin: Int64, to identity: BulletinIdentity, in db: Database) throws {
        try db.execute(
            sql: "UPDATE OR IGNORE decision SET bulletin = ? WHERE bulletin = (SELECT key FROM bulletin WHERE id = ?)",
            arguments: [identity.key, bulletin])
        try db.execute(sql: "UPDATE bulletin SET key = ? WHERE id = ?", arguments: [identity.key, bulletin])
    }

    /// Joins a bulletin that was added as one of its own to the one that it replaces.
    private func absorb(_ other: Int64, into bulletin: Int64, in db: Database) throws {
        try db.execute(
            sql: "UPDATE OR IGNORE sighting SET bulletin_id = ? WHERE bulletin_id = ?", arguments: [bulletin, other])
        try db.execute(sql: "DELETE FROM bulletin WHERE id = ?", arguments: [other])
    }
}

extension BulletinSummary {
    /// Whether a record of the same text can hold nothing that is not stored already.
    fileprivate func isSameReading(as record: BulletinRecord) -> Bool {
        extractor == record.extractor && title == record.title.nonEmpty && published == record.published
            && region == record.region.nonEmpty && source == record.source.nonEmpty && origin == record.origin
    }
}

extension Optional where Wrapped == String {
    /// Nothing where the text is empty: a column that may be empty is empty in one way only.
    var nonEmpty: String? { self?.isEmpty == false ? self : nil }
}
