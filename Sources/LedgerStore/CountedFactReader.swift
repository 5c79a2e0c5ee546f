internal import Facts
internal import GRDB

/// Reads the facts of one bulletin after the other. Dates and places, which come again and again, are not read anew each
/// time.
struct CountedFactReader {
    private var dates: [String: CalendarDate] = [:]
    private var place: (text: String, names: [String]) = ("", [])

    private static let query = """
        SELECT article.number, article.headline, coalesce(article.published, edition.published), fact.start_offset,
            fact.end_offset, fact.text, fact.value, fact.upper, fact.qualifier, fact.unit, fact.item, fact.place,
            fact.period, fact.change, fact.status, fact.action, fact.window, fact.from_day, fact.to_day, fact.part_of,
            fact.equivalent_to, fact.per, fact.comparison, fact.dimension, fact.confidence, fact.reason, fact.rule,
            sentence.text, fact.verdict
        FROM edition
        CROSS JOIN article ON article.edition_id = edition.id
        CROSS JOIN sentence ON sentence.article_id = article.id
        CROSS JOIN fact ON fact.sentence_id = sentence.id
        WHERE edition.id = ? AND \(FactRow.counts)
        ORDER BY fact.start_offset, fact.end_offset, fact.id
        """

    mutating func facts(of edition: Ledger.Edition, in db: Database) throws -> [CountedFact] {
        var facts: [CountedFact] = []
        let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.query), arguments: [edition.edition])
        while let row = try rows.next() {
            facts.append(
                CountedFact(
                    fact: try fact(row, document: edition.summary.path), isDecided: !row.hasNull(atIndex: 28)))
        }
        return facts
    }

    private mutating func fact(_ row: Row, document: String) throws -> Fact {
        Fact(
            document: document, article: row[0], headline: row[1], published: try date(row, 2),
            range: SourceRange(start: row[3], end: row[4]), text: row[5], value: try FactRow.value(row, 6, Number.init),
            upper: try FactRow.optional(row, 7, Number.init),
            qualifier: try FactRow.value(row, 8, Qualifier.init(rawValue:)), unit: row[9], item: row[10],
            place: place(row[11]), period: row[12], change: try FactRow.value(row, 13, Change.init(rawValue:)),
            status: try FactRow.value(row, 14, Status.init(rawValue:)), action: row[15],
            window: try FactRow.value(row, 16, Window.init(rawValue:)), from: try date(row, 17), to: try date(row, 18),
            partOf: row[19], equivalentTo: row[20], per: row[21], comparison: row[22],
            dimension: try FactRow.value(row, 23, Dimension.init(rawValue:)),
            confidence: try FactRow.value(row, 24, Confidence.init(rawValue:)), reason: row[25], rule: row[26],
            sentence: row[27])
    }

    private mutating func date(_ row: Row, _ index: Int) throws -> CalendarDate? {
        guard !row.hasNull(atIndex: index) else { return nil }
        if let known = dates[row[index]] { return known }
        let date = try FactRow.value(row, index, CalendarDate.init)
        dates[row[index]] = date
        return date
    }

    private mutating func place(_ text: String) -> [String] {
        if text != place.text { place = (text, Place.stored(text)) }
        return place.names
    }
}
