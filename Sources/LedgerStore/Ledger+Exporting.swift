internal import Facts
internal import Foundation
internal import GRDB

extension Ledger {
    /// Writes the whole ledger into a folder: CSV files in one fixed order and a `datapackage.json`.
    ///
    /// `bulletins`, `articles`, `facts`, `set-aside` and `decisions` are the present state: two ledgers with the same
    /// present state write the same bytes. `history` (replaced and withdrawn bulletins), `withdrawals` (who withdrew them) and
    /// `names` (under which names a text has come) tell how the state came about. `Ledger.make(_:fromExport:)` makes a new ledger from the folder.
    ///
    /// - Throws: `LedgerError` where the folder cannot be made or written to.
    public func export(to folder: String) throws(LedgerError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw CSVFile.cannotWrite(folder)
        }
        try read { db in
            try exportPresent(to: folder, db)
            try exportDecisions(to: folder, db)
            try exportHistory(to: folder, db)
            try exportWithdrawals(to: folder, db)
            try exportNames(to: folder, db)
            try CSVFile.write(ExportTable.dataPackage(), to: folder + "/datapackage.json")
        }
    }

    private func exportPresent(to folder: String, _ db: Database) throws {
        var bulletins = try CSVFile(.bulletins, folder: folder)
        var articles = try CSVFile(.articles, folder: folder)
        var facts = try CSVFile(.facts, folder: folder)
        var setAside = try CSVFile(.setAside, folder: folder)
        let numbers = try Int64.fetchAll(
            db, sql: "SELECT id FROM bulletin WHERE withdrawn_at IS NULL ORDER BY key")
        for number in numbers {
            let details = try details(ofBulletin: number, in: db)
            let key = details.summary.identity.key
            try bulletins.append([key] + Self.columns(details.summary) + [details.text ?? ""])
            for article in details.articles {
                try articles.append([
                    key, String(article.number), article.headline ?? "", article.kicker ?? "", article.byline ?? "",
                    article.published?.description ?? "", article.place.joined(separator: Place.separator),
                    String(article.range.start), String(article.range.end),
                ])
            }
            for fact in details.facts { try facts.append([key] + Self.columns(fact)) }
            for numeral in details.setAside {
                try setAside.append([
                    key, String(numeral.range.start), String(numeral.range.end), numeral.text, numeral.reason.rawValue,
                    numeral.rule, numeral.sentence,
                ])
            }
        }
        try bulletins.finish()
        try articles.finish()
        try facts.finish()
        try setAside.finish()
    }

    private func exportDecisions(to folder: String, _ db: Database) throws {
        var file = try CSVFile(.decisions, folder: folder)
        let decisions = try storedDecisions(db)
        let sequence = StoredDecision.sequence(of: decisions)
        for stored in decisions { try file.append(stored.decision.columns + [String(sequence[stored.id] ?? 1)]) }
        try file.finish()
    }

    private func exportHistory(to folder: String, _ db: Database) throws {
        var file = try CSVFile(.history, folder: folder)
        let sql = """
            \(Self.selectEdition) WHERE edition.state = 'replaced' OR bulletin.withdrawn_at IS NOT NULL
            ORDER BY bulletin.key, edition.id
            """
        var number = 0
        var bulletin: Int64 = 0
        for row in try Row.fetchAll(db, sql: sql) {
            let edition = try Self.edition(row)
            let state = try String.fetchOne(
                db, sql: "SELECT state FROM edition WHERE id = ?", arguments: [edition.edition])
            number = edition.summary.id == bulletin ? number + 1 : 1
            bulletin = edition.summary.id
            let withdrawal = edition.summary.withdrawal
            let head =
                [
                    edition.summary.identity.key, String(number), state ?? "", withdrawal?.at ?? "",
                    withdrawal?.author ?? "", withdrawal?.reason ?? "",
                ] + Self.columns(edition.summary)
            let facts = try Row.fetchAll(
                db,
                sql: """
                    \(FactRow.select) WHERE bulletin.id = ? AND edition.id = ?
                    ORDER BY fact.start_offset, fact.end_offset, fact.id
                    """, arguments: [edition.summary.id, edition.edition]
            ).map(FactRow.storedFact)
            if facts.isEmpty { try file.append(head + ExportTable.fact.map { _ in "" }) }
            for fact in facts { try file.append(head + Self.columns(fact)) }
        }
        try file.finish()
    }

    private func exportWithdrawals(to folder: String, _ db: Database) throws {
        var file = try CSVFile(.withdrawals, folder: folder)
        for row in try Row.fetchAll(db, sql: "SELECT id, key FROM bulletin ORDER BY key") {
            for step in try withdrawals(of: row[0], in: db) {
                try file.append([row[1], step.kind.rawValue, step.at, step.author, step.reason])
            }
        }
        try file.finish()
    }

    private func exportNames(to folder: String, _ db: Database) throws {
        var file = try CSVFile(.names, folder: folder)
        let sql = """
            SELECT bulletin.key, sighting.key, sighting.content_hash, sighting.path FROM sighting
            JOIN bulletin ON bulletin.id = sighting.bulletin_id ORDER BY 1, 2, 3, 4
            """
        for row in try Row.fetchAll(db, sql: sql) { try file.append((0..<4).map { row[$0] }) }
        try file.finish()
    }

    /// The columns `ExportTable.edition`.
    private static func columns(_ summary: BulletinSummary) -> [String] {
        [
            summary.path, summary.title ?? "", summary.published?.description ?? "", summary.region ?? "",
            summary.source ?? "", summary.origin.rawValue, summary.contentHash, summary.extractor,
        ]
    }

    /// The columns `ExportTable.fact`.
    private static func columns(_ stored: StoredFact) throws -> [String] {
        let fact = stored.fact
        let resolution = stored.resolution
        return [
            String(fact.article), fact.headline ?? "", fact.published?.description ?? "", String(fact.range.start),
            String(fact.range.end), fact.text, fact.value.description, fact.upper?.description ?? "",
            fact.qualifier.rawValue, fact.unit, fact.item, fact[.place], fact.period ?? "", fact.change.rawValue,
            fact.status.rawValue, fact.action ?? "", fact.window.rawValue, fact[.from], fact[.to],
            fact.partOf.map(String.init) ?? "", fact.equivalentTo.map(String.init) ?? "", fact.per ?? "",
            fact.comparison ?? "", fact.dimension.rawValue, fact.confidence.rawValue, fact.reason ?? "", fact.rule,
            fact.sentence, stored.verdict?.rawValue ?? "", try AsRead.text(stored.asRead) ?? "", resolution.indicator,
            resolution.place, resolution.window.rawValue, resolution.period.kind,
            resolution.period.from?.description ?? "", resolution.period.to?.description ?? "",
            resolution.value.description, resolution.upper?.description ?? "", resolution.unit,
        ]
    }

    /// Copies the ledger, as it is at this moment, into another file, while others may go on using it.
    ///
    /// - Throws: `LedgerError.Kind.alreadyThere` where there is a file at that path.
    public func backup(to other: String) throws(LedgerError) {
        guard !FileManager.default.fileExists(atPath: other) else { throw LedgerError.alreadyThere(other) }
        do {
            let target = try DatabaseQueue(path: other)
            try queue.backup(to: target)
            try target.close()
        } catch {
            throw LedgerError(error, path: other)
        }
    }
}

extension LedgerError {
    static func alreadyThere(_ path: String) -> LedgerError {
        LedgerError(
            .alreadyThere, path: path, problem: "there is such a file already",
            remedy: "Name another file, or remove this one first")
    }
}
