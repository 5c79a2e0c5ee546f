internal import Facts
internal import GRDB

extension Ledger {
    /// Hands over facts one by one, in one order for every ledger with the same content: by bulletin's key, then as they
    /// stand in the text. Holds no more than a bulletin's facts at a time.
    ///
    /// - Parameter body: takes a fact; it must not use the ledger, which is reading.
    /// - Throws: `LedgerError`, and what the body throws.
    public func readFacts(where filter: FactFilter = .all, _ body: (StoredFact) throws -> Void) throws {
        try readHandingOver { db in
            try eachFact(where: filter, in: db) { fact in try Self.handOver { try body(fact) } }
        }
    }

    /// The facts in the order of `readFacts`.
    public func facts(where filter: FactFilter = .all) throws(LedgerError) -> [StoredFact] {
        try read { db in
            var facts: [StoredFact] = []
            try eachFact(where: filter, in: db) { facts.append($0) }
            return facts
        }
    }

    private func eachFact(where filter: FactFilter, in db: Database, _ body: (StoredFact) throws -> Void) throws {
        var conditions = [FactRow.isPresent]
        var arguments = StatementArguments()
        if !filter.includesRejected { conditions.append(FactRow.counts) }
        func require(_ column: String, in values: [some DatabaseValueConvertible]) {
            guard !values.isEmpty else { return }
            conditions.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
            arguments += StatementArguments(values)
        }
        require("bulletin.id", in: filter.bulletins)
        require("fact.id", in: filter.facts)
        require("series.indicator", in: filter.indicators)
        require("place.key", in: filter.places)
        let sql = """
            \(FactRow.select) WHERE \(conditions.joined(separator: " AND "))
            ORDER BY bulletin.key, fact.start_offset, fact.end_offset, fact.id
            """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try rows.next() { try body(try FactRow.storedFact(row)) }
    }

    /// Hands over each bulletin that counts with what counts of it, from one snapshot: by day of publication (undated ones
    /// first), then by key. Holds one bulletin at a time.
    ///
    /// - Parameter body: takes a bulletin; it must not use the ledger, which is reading.
    /// - Throws: `LedgerError`, and what the body throws.
    public func readBulletins(_ body: (CountedBulletin) throws -> Void) throws {
        try readHandingOver { db in
            let sql = """
                \(Self.selectEdition) WHERE \(FactRow.isPresent) ORDER BY edition.published, bulletin.key
                """
            var reader = CountedFactReader()
            for edition in try Row.fetchAll(db, sql: sql).map(Self.edition) {
                let text = try String.fetchOne(
                    db.cachedStatement(sql: "SELECT text FROM edition WHERE id = ?"), arguments: [edition.edition])
                let bulletin = CountedBulletin(
                    summary: edition.summary, text: text, articles: try articles(of: edition, in: db),
                    facts: try reader.facts(of: edition, in: db), setAside: try setAside(of: edition, in: db))
                try Self.handOver { try body(bulletin) }
            }
        }
    }

    func details(ofBulletin bulletin: Int64, in db: Database) throws -> StoredBulletin {
        let sql = "\(Self.selectEdition) WHERE bulletin.id = ? AND edition.state = 'current'"
        guard let edition = try Row.fetchOne(db, sql: sql, arguments: [bulletin]).map(Self.edition) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "bulletin \(bulletin) has no current edition")
        }
        let facts = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    \(FactRow.select) WHERE bulletin.id = ? AND edition.id = ?
                    ORDER BY fact.start_offset, fact.end_offset, fact.id
                    """), arguments: [bulletin, edition.edition]
        ).map(FactRow.storedFact)
        let text = try String.fetchOne(db, sql: "SELECT text FROM edition WHERE id = ?", arguments: [edition.edition])
        let replaced = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM edition WHERE bulletin_id = ? AND state = 'replaced'", arguments: [bulletin])
        return StoredBulletin(
            summary: edition.summary, text: text, articles: try articles(of: edition, in: db), facts: facts,
            setAside: try setAside(of: edition, in: db), replacedEditions: replaced ?? 0,
            withdrawals: try withdrawals(of: bulletin, in: db))
    }

    func articles(of edition: Edition, in db: Database) throws -> [ArticleRecord] {
        let sql = """
            SELECT number, headline, kicker, byline, published, place, start_offset, end_offset
            FROM article WHERE edition_id = ? ORDER BY number
            """
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [edition.edition]).map { row in
            ArticleRecord(
                number: row[0], headline: row[1], kicker: row[2], byline: row[3],
                published: try FactRow.optional(row, 4, CalendarDate.init) ?? edition.summary.published,
                place: Place.stored(row[5]), range: SourceRange(start: row[6], end: row[7]))
        }
    }

    func setAside(of edition: Edition, in db: Database) throws -> [SetAside] {
        let sql = """
            SELECT set_aside.start_offset, set_aside.end_offset, set_aside.text, set_aside.reason, set_aside.rule,
                sentence.text
            FROM set_aside JOIN sentence ON sentence.id = set_aside.sentence_id
            JOIN article ON article.id = sentence.article_id
            WHERE article.edition_id = ? ORDER BY set_aside.start_offset, set_aside.end_offset, set_aside.id
            """
        var numerals: [SetAside] = []
        // By cursor: rows that are fetched together are copied first.
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [edition.edition])
        while let row = try rows.next() {
            numerals.append(
                SetAside(
                    document: edition.summary.path, range: SourceRange(start: row[0], end: row[1]), text: row[2],
                    reason: try FactRow.value(row, 3, SettingAsideReason.init(rawValue:)), rule: row[4],
                    sentence: row[5]))
        }
        return numerals
    }
}
