internal import Facts
internal import GRDB

/// The one place that knows in which order a fact's columns are read.
enum FactRow {
    /// Columns and tables of a query for stored facts; `WHERE` and `ORDER BY` follow. The cross joins keep SQLite to this
    /// order, bulletin by bulletin, so that nothing larger than a bulletin is ever sorted.
    static let select = """
        SELECT fact.id, bulletin.id, edition.path, article.number, article.headline,
            coalesce(article.published, edition.published), fact.start_offset, fact.end_offset, fact.text, fact.value,
            fact.upper, fact.qualifier, fact.unit, fact.item, fact.place, fact.period, fact.change, fact.status, fact.action,
            fact.window, fact.from_day, fact.to_day, fact.part_of, fact.equivalent_to, fact.per, fact.comparison,
            fact.dimension, fact.confidence, fact.reason, fact.rule, sentence.text, fact.verdict, fact.as_read,
            series.indicator, place.key, series.window, period.kind, period.first_day, period.last_day, fact.amount,
            fact.upper_amount, series.unit, fact.sentence_likeness, fact.article_likeness, edition.origin
        FROM bulletin
        CROSS JOIN edition ON edition.bulletin_id = bulletin.id
        CROSS JOIN article ON article.edition_id = edition.id
        CROSS JOIN sentence ON sentence.article_id = article.id
        CROSS JOIN fact ON fact.sentence_id = sentence.id
        JOIN series ON series.id = fact.series_id
        JOIN place ON place.id = fact.place_id
        JOIN period ON period.id = fact.period_id

        """

    static let isPresent = "edition.state = 'current' AND bulletin.withdrawn_at IS NULL"
    static let counts = "(fact.verdict IS NULL OR fact.verdict IN ('accepted', 'corrected'))"

    static func storedFact(_ row: Row) throws -> StoredFact {
        let fact = Fact(
            document: row[2], article: row[3], headline: row[4], published: try optional(row, 5, CalendarDate.init),
            range: SourceRange(start: row[6], end: row[7]), text: row[8], value: try value(row, 9, Number.init),
            upper: try optional(row, 10, Number.init), qualifier: try value(row, 11, Qualifier.init(rawValue:)),
            unit: row[12], item: row[13], place: Place.stored(row[14]), period: row[15],
            change: try value(row, 16, Change.init(rawValue:)), status: try value(row, 17, Status.init(rawValue:)),
            action: row[18], window: try value(row, 19, Window.init(rawValue:)),
            from: try optional(row, 20, CalendarDate.init), to: try optional(row, 21, CalendarDate.init),
            partOf: row[22], equivalentTo: row[23], per: row[24], comparison: row[25],
            dimension: try value(row, 26, Dimension.init(rawValue:)),
            confidence: try value(row, 27, Confidence.init(rawValue:)), reason: row[28], rule: row[29],
            sentence: row[30])
        let resolution = Resolution(
            indicator: row[33], place: row[34], window: try value(row, 35, Window.init(rawValue:)),
            period: ResolvedPeriod(
                kind: row[36], from: CalendarDate(row[37] as String), to: CalendarDate(row[38] as String)),
            value: try value(row, 39, Number.init), upper: try optional(row, 40, Number.init), unit: row[41],
            sentenceLikeness: UInt64(bitPattern: row[42]), articleLikeness: UInt64(bitPattern: row[43]))
        return StoredFact(
            id: row[0], bulletin: row[1], fact: fact, verdict: try optional(row, 31, Verdict.init(rawValue:)),
            asRead: AsRead.fields(row[32]), resolution: resolution,
            origin: try value(row, 44, BulletinRecord.Origin.init(rawValue:)))
    }

    /// The column's text read as a value; text that is none means that the file was tampered with.
    static func value<Value>(_ row: Row, _ index: Int, _ read: (String) -> Value?) throws -> Value {
        let text: String = row[index]
        guard let value = read(text) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unexpected value “\(text)”")
        }
        return value
    }

    static func optional<Value>(_ row: Row, _ index: Int, _ read: (String) -> Value?) throws -> Value? {
        row.hasNull(atIndex: index) ? nil : try value(row, index, read)
    }
}
