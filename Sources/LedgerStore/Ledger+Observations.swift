internal import Facts
internal import Foundation
internal import GRDB

extension Ledger {
    /// Hands over every fact that counts, block by block, in the order in which they were stored, from one snapshot of
    /// the ledger. Holds one block at a time.
    ///
    /// - Parameter body: takes a block; it must not use the ledger, which is reading.
    /// - Throws: `LedgerError`, and what the body throws.
    public func readObservations(_ body: (ObservationBlock, ObservationKeys) throws -> Void) throws {
        try readHandingOver { db in
            let keys = try observationKeys(db)
            let ranges = try Row.fetchAll(
                db, sql: "SELECT id, 0 FROM block UNION ALL SELECT id, 1 FROM unpacked ORDER BY 1")
            for range in ranges {
                let id: Int64 = range[0]
                let block = try range[1] == 1 ? packRows(id, in: db) : storedBlock(id, in: db)
                if !block.isEmpty { try Self.handOver { try body(block, keys) } }
            }
        }
    }

    /// Hands over the same facts as `readObservations` does, still packed, so that they may be unpacked side by side and no
    /// more of them than is wanted.
    ///
    /// - Parameter body: takes a block; it must not use the ledger, which is reading.
    /// - Throws: `LedgerError`, and what the body throws.
    public func readPackedObservations(_ body: (PackedObservations, ObservationKeys) throws -> Void) throws {
        try readHandingOver { db in
            let keys = try observationKeys(db)
            let blocks = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, columns FROM block UNION ALL SELECT id, NULL FROM unpacked ORDER BY id
                    """)
            while let row = try blocks.next() {
                let id: Int64 = row[0]
                let bytes = try row.withUnsafeData(atIndex: 1) { data in data.map { [UInt8]($0) } }
                guard let packed = PackedObservations(try bytes ?? packRows(id, in: db).packed) else {
                    throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "packed facts \(id) cannot be read")
                }
                if packed.count > 0 { try Self.handOver { try body(packed, keys) } }
            }
        }
    }

    func observationKeys(_ db: Database) throws -> ObservationKeys {
        func list<Key>(_ sql: String, nothing: Key, _ read: (Row) throws -> Key) throws -> [Key] {
            var keys: [Key] = [nothing]
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() {
                let id: Int = row[0]
                while keys.count <= id { keys.append(nothing) }
                keys[id] = try read(row)
            }
            return keys
        }
        let series = try list(
            "SELECT id, indicator, dimension, unit, window, change, status, comparison, per FROM series ORDER BY id",
            nothing: SeriesKey(indicator: "", dimension: .other, unit: "", window: .unknown)
        ) { row in
            SeriesKey(
                indicator: row[1], dimension: try FactRow.value(row, 2, Dimension.init(rawValue:)), unit: row[3],
                window: try FactRow.value(row, 4, Window.init(rawValue:)),
                change: try FactRow.value(row, 5, Change.init(rawValue:)),
                status: try FactRow.value(row, 6, Status.init(rawValue:)), comparison: row[7], per: row[8])
        }
        let periods = try list(
            "SELECT id, kind, first_day, last_day FROM period ORDER BY id", nothing: ResolvedPeriod(kind: "")
        ) { row in
            ResolvedPeriod(kind: row[1], from: CalendarDate(row[2] as String), to: CalendarDate(row[3] as String))
        }
        let places = try list("SELECT id, key FROM place ORDER BY id", nothing: "") { row in row[1] as String }
        return ObservationKeys(series: series, places: places, periods: periods)
    }

    /// Packs the full ranges that are not packed; the last range stays as rows until it is full.
    func sealBlocks(_ db: Database) throws {
        let sql = """
            SELECT id FROM unpacked WHERE id < (SELECT (seq + 1) >> \(Schema.rangeBits) FROM sqlite_sequence
            WHERE name = 'fact')
            """
        for id in try Int64.fetchAll(db.cachedStatement(sql: sql)) {
            let block = try packRows(id, in: db)
            try db.execute(sql: "DELETE FROM unpacked WHERE id = ?", arguments: [id])
            try db.execute(sql: "INSERT INTO block VALUES (?, ?)", arguments: [id, Data(block.packed)])
        }
    }

    func storedBlock(_ id: Int64, in db: Database) throws -> ObservationBlock {
        let bytes = try Data.fetchOne(
            db.cachedStatement(sql: "SELECT columns FROM block WHERE id = ?"), arguments: [id])
        guard let bytes, let block = ObservationBlock(packed: Array(bytes)) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "packed facts \(id) cannot be read")
        }
        return block
    }

    /// The facts of a range that count, from their rows.
    func packRows(_ id: Int64, in db: Database) throws -> ObservationBlock {
        let statement = try db.cachedStatement(
            sql: """
                SELECT fact.id, edition.bulletin_id, fact.place_id, fact.series_id, fact.period_id, fact.qualifier,
                    fact.part_of IS NOT NULL, fact.equivalent_to IS NOT NULL, fact.verdict IS NOT NULL, edition.origin,
                    fact.confidence, coalesce(article.published, edition.published), fact.amount, fact.upper_amount,
                    fact.sentence_likeness, fact.article_likeness
                FROM fact
                CROSS JOIN sentence ON sentence.id = fact.sentence_id
                CROSS JOIN article ON article.id = sentence.article_id
                CROSS JOIN edition ON edition.id = article.edition_id
                CROSS JOIN bulletin ON bulletin.id = edition.bulletin_id
                WHERE fact.id BETWEEN ? AND ? AND \(FactRow.isPresent) AND \(FactRow.counts)
                ORDER BY fact.id
                """)
        let first = id << Schema.rangeBits
        let last = first + (1 << Schema.rangeBits) - 1
        var block = ObservationBlock()
        let rows = try Row.fetchCursor(statement, arguments: [first, last])
        while let row = try rows.next() {
            let value = try FactRow.value(row, 12, Number.init)
            let upper = try FactRow.optional(row, 13, Number.init)
            let qualifier = try FactRow.value(row, 5, Qualifier.init(rawValue:))
            let published = try FactRow.optional(row, 11, CalendarDate.init)
            block.append(row[0], to: .fact)
            block.append(row[1], to: .bulletin)
            block.append(row[2], to: .place)
            block.append(row[3], to: .series)
            block.append(row[4], to: .period)
            block.append(Int64(Qualifier.allCases.firstIndex(of: qualifier) ?? 0), to: .qualifier)
            block.append(Self.flags(row, value: value, upper: upper).rawValue, to: .flags)
            block.append(Int64(published.map { ($0.year * 100 + $0.month) * 100 + $0.day } ?? 0), to: .published)
            block.append(value, to: .valueLow, .valueHigh, .valueExponent)
            block.append(upper ?? .zero, to: .upperLow, .upperHigh, .upperExponent)
            block.append(row[14], to: .sentenceLikeness)
            block.append(row[15], to: .articleLikeness)
        }
        return block
    }

    private static func flags(_ row: Row, value: Number, upper: Number?) -> ObservationFlags {
        var flags: ObservationFlags = []
        if row[6] == 1 { flags.insert(.part) }
        if row[7] == 1 { flags.insert(.equivalent) }
        if upper != nil { flags.insert(.hasUpper) }
        if row[8] == 1 { flags.insert(.decided) }
        if row[9] == BulletinRecord.Origin.typed.rawValue { flags.insert(.typed) }
        if row[10] != Confidence.high.rawValue { flags.insert(.doubtful) }
        if Int64(exactly: value.coefficient) == nil { flags.insert(.wide) }
        return flags
    }
}
