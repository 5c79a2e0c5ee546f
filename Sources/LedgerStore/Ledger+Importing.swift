internal import Facts
internal import Foundation
internal import GRDB

extension Ledger {
    /// Makes a new ledger from a folder that `export(to:)` wrote.
    ///
    /// The new ledger has the same present state, decisions and names; of the history it has the facts of replaced and
    /// withdrawn bulletins. What facts count as is looked up with the given resolver.
    ///
    /// - Throws: `LedgerError.Kind.alreadyThere` where there is a file at the path, `.missing` and `.badTable` with the file
    ///   and the line where the export cannot be read. No ledger is left behind then.
    public static func make(
        _ path: String, fromExport folder: String, resolver: any FactResolver = LiteralResolver()
    ) throws(LedgerError) -> Ledger {
        guard !FileManager.default.fileExists(atPath: path) else { throw LedgerError.alreadyThere(path) }
        let ledger = try open(path, resolver: resolver)
        do {
            try ledger.fill(fromExport: folder)
            return ledger
        } catch {
            try? ledger.queue.close()
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            throw LedgerError(error, path: path)
        }
    }

    private func fill(fromExport folder: String) throws {
        func rows(_ table: ExportTable) throws -> [CSVTable.Row] {
            try CSVTable(path: folder + "/" + table.fileName).rows
        }
        let articles = Dictionary(grouping: try rows(.articles)) { $0["bulletin"] }
        let facts = Dictionary(grouping: try rows(.facts)) { $0["bulletin"] }
        let setAside = Dictionary(grouping: try rows(.setAside)) { $0["bulletin"] }
        let bulletins = try rows(.bulletins)
        let past = Dictionary(grouping: try rows(.history)) { $0["bulletin"] }
        let names = try rows(.names)
        // Exports of earlier versions have no such table.
        let hasSteps = FileManager.default.fileExists(atPath: folder + "/" + ExportTable.withdrawals.fileName)
        let steps = hasSteps ? try rows(.withdrawals) : nil
        let decisions = try rows(.decisions).map { row in
            (
                sequence: try row.optional(ExportTable.sequence.name) { Int($0) } ?? 1,
                decision: try row.value("kind") { _ in Decision(columns: Decision.columnNames.map { row[$0] }) }
            )
        }
        try write { db in
            for row in bulletins {
                let key = row["bulletin"]
                var record = try Self.record(row, columnPrefix: "")
                record.text = row.text("text")
                record.articles = try (articles[key] ?? []).map(Self.article)
                record.facts = try (facts[key] ?? []).map { try Self.fact($0, document: record.path) }
                record.setAside = try (setAside[key] ?? []).map { try Self.setAside($0, document: record.path) }
                let bulletin = try insertBulletin(key, in: db)
                try insertPast(past[key] ?? [], of: bulletin, in: db)
                try insertEdition(record, of: bulletin, in: db)
            }
            let present = Set(bulletins.map { $0["bulletin"] })
            for key in past.keys.sorted() where !present.contains(key) {
                try insertPast(past[key] ?? [], of: try insertBulletin(key, in: db), in: db)
            }
            for row in names {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO sighting SELECT ?, ?, ?, id FROM bulletin WHERE key = ?",
                    arguments: [row["key"], row["contentHash"], row["path"], row["bulletin"]])
            }
            try insertWithdrawals(steps, in: db)
        }
        // Swift's sort keeps the order of the file within each number.
        try decide(decisions.sorted { $0.sequence < $1.sequence }.map(\.decision))
    }

    /// Stores who withdrew bulletins and let them count again; `nil` where only the present withdrawals are known.
    private func insertWithdrawals(_ rows: [CSVTable.Row]?, in db: Database) throws {
        guard let rows else {
            return try db.execute(
                sql: """
                    INSERT INTO withdrawal (bulletin_id, kind, at, author, reason)
                    SELECT id, 'withdrawn', withdrawn_at, withdrawn_by, withdrawn_because FROM bulletin
                    WHERE withdrawn_at IS NOT NULL ORDER BY key
                    """)
        }
        for row in rows {
            let step = WithdrawalStep(
                kind: try row.value("kind", WithdrawalStep.Kind.init(rawValue:)), at: row["at"], author: row["author"],
                reason: row["reason"])
            guard let bulletin = try bulletin(named: row["bulletin"], in: db) else {
                throw row.fault("the bulletin of this row is in no other table", "Export the ledger anew")
            }
            try record(step, of: bulletin, in: db)
        }
    }

    private func insertBulletin(_ key: String, in db: Database) throws -> Int64 {
        try db.execute(sql: "INSERT INTO bulletin (key) VALUES (?)", arguments: [key])
        return db.lastInsertedRowID
    }

    /// Stores the replaced editions of a bulletin and, where it was withdrawn, its last one.
    private func insertPast(_ rows: [CSVTable.Row], of bulletin: Int64, in db: Database) throws {
        let editions = Dictionary(grouping: rows) { Int($0["edition"]) ?? 0 }
        for number in editions.keys.sorted() {
            guard let rows = editions[number], let first = rows.first else { continue }
            var record = try Self.record(first, columnPrefix: "edition.")
            record.facts = try rows.filter { !$0["value"].isEmpty }.map { try Self.fact($0, document: record.path) }
            try insertEdition(record, of: bulletin, state: first["state"], in: db)
            guard !first["withdrawnAt"].isEmpty else { continue }
            try db.execute(
                sql: "UPDATE bulletin SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_because = ? WHERE id = ?",
                arguments: [first["withdrawnAt"], first["withdrawnBy"], first["withdrawnBecause"], bulletin])
        }
    }

    private static func record(_ row: CSVTable.Row, columnPrefix prefix: String) throws -> BulletinRecord {
        BulletinRecord(
            identity: try row.value("bulletin", BulletinIdentity.init(key:)), path: row[prefix + "path"],
            title: row.text(prefix + "title"), published: try row.optional(prefix + "published", CalendarDate.init),
            region: row.text(prefix + "region"), source: row.text(prefix + "source"),
            origin: try row.value(prefix + "origin", BulletinRecord.Origin.init(rawValue:)),
            contentHash: row[prefix + "contentHash"], extractor: row[prefix + "extractor"])
    }

    private static func article(_ row: CSVTable.Row) throws -> ArticleRecord {
        ArticleRecord(
            number: try row.value("number") { Int($0) }, headline: row.text("headline"), kicker: row.text("kicker"),
            byline: row.text("byline"), published: try row.optional("published", CalendarDate.init),
            place: Place.stored(row["place"]), range: try range(row))
    }

    private static func setAside(_ row: CSVTable.Row, document: String) throws -> SetAside {
        SetAside(
            document: document, range: try range(row), text: row["text"],
            reason: try row.value("reason", SettingAsideReason.init(rawValue:)), rule: row["rule"],
            sentence: row["sentence"])
    }

    /// The fact as the extractor had read it; decisions apply to it anew.
    private static func fact(_ row: CSVTable.Row, document: String) throws -> Fact {
        var fact = Fact(
            document: document, article: try row.value("article") { Int($0) }, headline: row.text("headline"),
            published: try row.optional("published", CalendarDate.init), range: try range(row), text: row["text"],
            value: try row.value("value", Number.init), upper: try row.optional("upper", Number.init),
            qualifier: try row.value("qualifier", Qualifier.init(rawValue:)), unit: row["unit"], item: row["item"],
            place: Place.stored(row["place"]), period: row.text("period"),
            change: try row.value("change", Change.init(rawValue:)),
            status: try row.value("status", Status.init(rawValue:)), action: row.text("action"),
            window: try row.value("window", Window.init(rawValue:)),
            from: try row.optional("from", CalendarDate.init), to: try row.optional("to", CalendarDate.init),
            partOf: try row.optional("partOf") { Int($0) },
            equivalentTo: try row.optional("equivalentTo") { Int($0) }, per: row.text("per"),
            comparison: row.text("comparison"),
            dimension: try row.value("dimension", Dimension.init(rawValue:)),
            confidence: try row.value("confidence", Confidence.init(rawValue:)), reason: row.text("reason"),
            rule: row["rule"], sentence: row["sentence"])
        for (field, text) in AsRead.fields(row["asRead"]) { _ = fact.set(field, to: text) }
        return fact
    }

    private static func range(_ row: CSVTable.Row) throws -> SourceRange {
        SourceRange(start: try row.value("start") { Int($0) }, end: try row.value("end") { Int($0) })
    }
}
