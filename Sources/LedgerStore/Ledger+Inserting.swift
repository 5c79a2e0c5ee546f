internal import Facts
internal import GRDB
internal import Synchronization

/// Numbers of the series, places and periods met so far; the rows behind them never change.
struct Dictionaries: Sendable {
    struct SeriesKey: Hashable {
        var indicator: String
        var dimension: Dimension
        var unit: String
        var window: Window
        var change: Change
        var status: Status
        var comparison: String
        var per: String
    }

    var series: [SeriesKey: Int64] = [:]
    var places: [String: Int64] = [:]
    var periods: [ResolvedPeriod: Int64] = [:]
}

extension Ledger {
    /// Stores a record as the current edition of a bulletin and applies to it what people decided.
    @discardableResult
    func insertEdition(
        _ record: BulletinRecord, of bulletin: Int64, state: String = "current", in db: Database
    ) throws -> Int64 {
        try db.cachedStatement(
            sql: """
                INSERT INTO edition (bulletin_id, state, path, title, published, region, source, origin, content_hash,
                    extractor, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            bulletin, state, record.path, record.title.nonEmpty, record.published?.description,
            record.region.nonEmpty, record.source.nonEmpty, record.origin.rawValue, record.contentHash,
            record.extractor, record.text.nonEmpty,
        ])
        let edition = db.lastInsertedRowID
        let summary = BulletinSummary(
            id: bulletin, identity: record.identity, path: record.path, title: record.title.nonEmpty,
            published: record.published, region: record.region.nonEmpty, source: record.source.nonEmpty,
            origin: record.origin, contentHash: record.contentHash, extractor: record.extractor)
        let resolver = resolver.merging(try mergers(db))
        var sentences = SentenceNumbers(articles: try insertArticles(record, edition: edition, in: db))
        for fact in record.facts.sorted(by: { $0.range < $1.range }) {
            let sentence = try sentences.number(of: fact.sentence, inArticle: fact.article, db)
            try insert(fact, sentence: sentence, resolution: resolver.resolution(of: fact, in: summary), in: db)
        }
        for numeral in record.setAside.sorted(by: { $0.range < $1.range }) {
            let article = record.articles.last { $0.range.start <= numeral.range.start }?.number ?? sentences.anyArticle
            let sentence = try sentences.number(of: numeral.sentence, inArticle: article, db)
            try db.cachedStatement(
                sql: """
                    INSERT INTO set_aside (sentence_id, start_offset, end_offset, text, reason, rule)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                sentence, numeral.range.start, numeral.range.end, numeral.text, numeral.reason.rawValue, numeral.rule,
            ])
        }
        if state == "current" { try applyDecisions(toBulletin: bulletin, in: db) }
        return edition
    }

    /// Stores the articles, and those that facts name but the record does not list; gives their numbers in the file.
    private func insertArticles(_ record: BulletinRecord, edition: Int64, in db: Database) throws -> [Int: Int64] {
        var articles: [Int: ArticleRecord] = [:]
        for article in record.articles { articles[article.number] = article }
        for fact in record.facts where articles[fact.article] == nil {
            articles[fact.article] = ArticleRecord(
                number: fact.article, headline: fact.headline, published: fact.published)
        }
        if articles.isEmpty, !record.setAside.isEmpty { articles[0] = ArticleRecord(number: 0) }
        var rows: [Int: Int64] = [:]
        for article in articles.values.sorted(by: { $0.number < $1.number }) {
            let published = article.published == record.published ? nil : article.published
            try db.cachedStatement(
                sql: """
                    INSERT INTO article (edition_id, number, headline, kicker, byline, published, place, start_offset,
                        end_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                edition, article.number, article.headline.nonEmpty, article.kicker.nonEmpty, article.byline.nonEmpty,
                published?.description, article.place.joined(separator: Place.separator), article.range.start,
                article.range.end,
            ])
            rows[article.number] = db.lastInsertedRowID
        }
        return rows
    }

    private func insert(_ fact: Fact, sentence: Int64, resolution: Resolution, in db: Database) throws {
        let keys = try keys(of: fact, resolution: resolution, in: db)
        try db.cachedStatement(
            sql: """
                INSERT INTO fact (sentence_id, start_offset, end_offset, text, value, upper, qualifier, unit, item, place,
                    period, change, status, action, window, from_day, to_day, part_of, equivalent_to, per, comparison,
                    dimension, confidence, reason, rule, series_id, place_id, period_id, amount, upper_amount, magnitude,
                    sentence_likeness, article_likeness)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            sentence, fact.range.start, fact.range.end, fact.text, fact.value.description, fact.upper?.description,
            fact.qualifier.rawValue, fact.unit, fact.item, fact.place.joined(separator: Place.separator),
            fact.period.nonEmpty, fact.change.rawValue, fact.status.rawValue, fact.action.nonEmpty,
            fact.window.rawValue, fact.from?.description, fact.to?.description, fact.partOf, fact.equivalentTo,
            fact.per.nonEmpty, fact.comparison.nonEmpty, fact.dimension.rawValue, fact.confidence.rawValue,
            fact.reason.nonEmpty, fact.rule, keys.series, keys.place, keys.period, resolution.value.description,
            resolution.upper?.description, resolution.value.nearestDouble,
            Int64(bitPattern: resolution.sentenceLikeness),
            Int64(bitPattern: resolution.articleLikeness),
        ])
    }

    /// Writes a fact's present values, after a decision or a new look-up.
    func update(
        _ stored: StoredFact, to fact: Fact, verdict: Verdict?, asRead: [Field: String], resolution: Resolution,
        in db: Database
    ) throws {
        let keys = try keys(of: fact, resolution: resolution, in: db)
        try db.cachedStatement(
            sql: """
                UPDATE fact SET value = ?, upper = ?, qualifier = ?, unit = ?, item = ?, place = ?, period = ?, change = ?,
                    status = ?, action = ?, window = ?, from_day = ?, to_day = ?, dimension = ?, verdict = ?, as_read = ?,
                    series_id = ?, place_id = ?, period_id = ?, amount = ?, upper_amount = ?, magnitude = ?,
                    sentence_likeness = ?, article_likeness = ?
                WHERE id = ?
                """
        ).execute(arguments: [
            fact.value.description, fact.upper?.description, fact.qualifier.rawValue, fact.unit, fact.item,
            fact.place.joined(separator: Place.separator), fact.period, fact.change.rawValue, fact.status.rawValue,
            fact.action, fact.window.rawValue, fact.from?.description, fact.to?.description, fact.dimension.rawValue,
            verdict?.rawValue, try AsRead.text(asRead), keys.series, keys.place, keys.period,
            resolution.value.description, resolution.upper?.description, resolution.value.nearestDouble,
            Int64(bitPattern: resolution.sentenceLikeness), Int64(bitPattern: resolution.articleLikeness), stored.id,
        ])
    }
}

// MARK: - Numbers of series, places and periods

extension Ledger {
    private func keys(
        of fact: Fact, resolution: Resolution, in db: Database
    ) throws -> (series: Int64, place: Int64, period: Int64) {
        let series = Dictionaries.SeriesKey(
            indicator: resolution.indicator, dimension: fact.dimension, unit: resolution.unit,
            window: resolution.window,
            change: fact.change, status: fact.status, comparison: fact.comparison ?? "", per: fact.per ?? "")
        let period = resolution.period
        return try dictionaries.withLock { known in
            (
                try Self.number(
                    series, among: &known.series, table: "series",
                    columns: ["indicator", "dimension", "unit", "window", "change", "status", "comparison", "per"],
                    values: [
                        series.indicator, series.dimension.rawValue, series.unit, series.window.rawValue,
                        series.change.rawValue, series.status.rawValue, series.comparison, series.per,
                    ], in: db),
                try Self.number(
                    resolution.place, among: &known.places, table: "place", columns: ["key"],
                    values: [resolution.place], in: db),
                try Self.number(
                    period, among: &known.periods, table: "period", columns: ["kind", "first_day", "last_day"],
                    values: [period.kind, period.from?.description ?? "", period.to?.description ?? ""], in: db)
            )
        }
    }

    private static func number<Key: Hashable>(
        _ key: Key, among known: inout [Key: Int64], table: String, columns: [String], values: [String], in db: Database
    ) throws -> Int64 {
        if let number = known[key] { return number }
        let condition = columns.map { "\($0) = ?" }.joined(separator: " AND ")
        var number = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM \(table) WHERE \(condition)"), arguments: StatementArguments(values)
        )
        if number == nil {
            let places = columns.map { _ in "?" }.joined(separator: ", ")
            try db.cachedStatement(
                sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
            ).execute(arguments: StatementArguments(values))
            number = db.lastInsertedRowID
        }
        known[key] = number
        return number ?? 0
    }
}

/// Gives each different sentence of an article one row.
private struct SentenceNumbers {
    private let articles: [Int: Int64]
    private var known: [Int: [String: Int64]] = [:]

    init(articles: [Int: Int64]) {
        self.articles = articles
    }

    /// The first article, for what stands before all of them.
    var anyArticle: Int { articles.keys.min() ?? 0 }

    mutating func number(of sentence: String, inArticle article: Int, _ db: Database) throws -> Int64 {
        let article = articles[article] == nil ? anyArticle : article
        if let number = known[article]?[sentence] { return number }
        try db.cachedStatement(sql: "INSERT INTO sentence (article_id, text) VALUES (?, ?)")
            .execute(arguments: [articles[article], sentence])
        known[article, default: [:]][sentence] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }
}

extension Number {
    /// The nearest binary fraction: for sorting and quick sums in SQL, never for Tongbao's own arithmetic.
    var nearestDouble: Double { Double(description) ?? 0 }
}
