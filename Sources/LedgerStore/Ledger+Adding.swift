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
        let replaced = try predecessor.map { try bulletinNumber(forKey: $0, in: db) }
        guard let holder = try replaced ?? bulletinHolding(record, in: db) else {
            try db.cachedStatement(sql: "INSERT INTO bulletin (key) VALUES (?)").execute(arguments: [
                record.identity.key
            ])
            let bulletin = db.lastInsertedRowID
            try note(record, of: bulletin, in: db)
            try insertEdition(record, of: bulletin, in: db)
            return .added(bulletin: bulletin)
        }
        let known = try join(record, heldBy: holder, isReplacing: replaced != nil, in: db)
        // Whoever joins bulletins means the text that has come, even where one of them had it before.
        let isMeant = replaced != nil || known != holder
        try note(record, of: known, in: db)
        guard let current = try currentEdition(of: known, in: db) else { return .withdrawn(bulletin: known) }
        if current.summary.contentHash == record.contentHash {
            return try reread(record, current: current, in: db)
        }
        if !isMeant, try isReplaced(record.contentHash, of: known, in: db) {
            return .superseded(bulletin: known)
        }
        try db.execute(sql: "UPDATE edition SET state = 'replaced' WHERE id = ?", arguments: [current.edition])
        try db.execute(sql: Self.forgetApplications, arguments: [current.edition])
        if replaced != nil { try rename(known, to: record.identity, in: db) }
        try insertEdition(record, of: known, in: db)
        return .corrected(bulletin: known)
    }

    /// Makes one bulletin of those that a record speaks of: the one that holds its text or is replaced by it, another that
    /// holds its text, and the one of its name, whose text it corrects.
    ///
    /// - Returns: the bulletin that remains.
    private func join(
        _ record: BulletinRecord, heldBy holder: Int64, isReplacing: Bool, in db: Database
    ) throws -> Int64 {
        // A bulletin that was withdrawn, or whose text was replaced since, is not joined to one that counts.
        guard let held = try currentEdition(of: holder, in: db) else { return holder }
        let namesake = try namesake(of: record.identity.key, in: db)
        if isReplacing {
            let others = Set([try bulletinHolding(record, in: db), namesake].compactMap(\.self)).subtracting([holder])
            for other in others.sorted() { try absorb(other, into: holder, for: record, in: db) }
            return holder
        }
        guard let namesake, namesake != holder, held.summary.contentHash == record.contentHash,
            try currentEdition(of: namesake, in: db) != nil
        else { return holder }
        try absorb(holder, into: namesake, for: record, in: db)
        // Of two names for one text the better one holds.
        if held.summary.identity < record.identity { try rename(namesake, to: held.summary.identity, in: db) }
        return namesake
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
        } else if try summary.identity < record.identity || namesake(of: record.identity.key, in: db) != nil {
            // Of two names for one text the better one holds, whichever came first, unless a bulletin has it that was
            // withdrawn.
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
        return try byContent ?? bulletin(named: record.identity.key, in: db)
    }

    /// The bulletin that has this key or, failing that, one of whose texts has come under it.
    func bulletin(named key: String, in db: Database) throws -> Int64? {
        try namesake(of: key, in: db)
            ?? Int64.fetchOne(
                db.cachedStatement(sql: "SELECT bulletin_id FROM sighting WHERE key = ? LIMIT 1"), arguments: [key])
    }

    /// The bulletin that has this key at present.
    private func namesake(of key: String, in db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM bulletin WHERE key = ?"), arguments: [key])
    }

    /// The bulletin of that key, of an earlier or another key of it, or of that number.
    func bulletinNumber(forKey key: String, in db: Database) throws -> Int64 {
        let found =
            try bulletin(named: key, in: db)
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
            sql: "UPDATE decision SET bulletin = ? WHERE bulletin = (SELECT key FROM bulletin WHERE id = ?)",
            arguments: [identity.key, bulletin])
        try db.execute(sql: "UPDATE bulletin SET key = ? WHERE id = ?", arguments: [identity.key, bulletin])
    }

    /// Joins a bulletin that was added as one of its own to another one; the decisions about it and its editions, but for
    /// the one with the text that is just coming, go along.
    private func absorb(_ other: Int64, into bulletin: Int64, for record: BulletinRecord, in db: Database) throws {
        if let current = try currentEdition(of: other, in: db) {
            try db.execute(sql: Self.forgetApplications, arguments: [current.edition])
        }
        try db.execute(
            sql: """
                UPDATE edition SET bulletin_id = ?, state = 'replaced'
                WHERE bulletin_id = ? AND NOT (state = 'current' AND content_hash = ?)
                """, arguments: [bulletin, other, record.contentHash])
        try db.execute(
            sql: """
                UPDATE decision SET bulletin = (SELECT key FROM bulletin WHERE id = ?)
                WHERE bulletin = (SELECT key FROM bulletin WHERE id = ?)
                """, arguments: [bulletin, other])
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
