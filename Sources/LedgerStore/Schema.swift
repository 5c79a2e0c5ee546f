internal import GRDB

/// The tables of a ledger, version by version.
///
/// `PRAGMA application_id` marks the file as a ledger and `PRAGMA user_version` counts the versions applied. Both are set
/// in the transaction that makes the tables, so that of two processes which open a new file at once one makes it and the
/// other finds it made (GRDB's migrator looks first and locks later).
enum Schema {
    /// `TONG` in ASCII.
    static let applicationID = 0x544F_4E47

    /// A step from one version to the next; a step that has been released is never edited.
    static let versions: [@Sendable (Database) throws -> Void] = [
        { db in try db.execute(sql: version1) }, { db in try db.execute(sql: version2) },
    ]

    /// Brings a ledger to the present version.
    ///
    /// - Parameter finish: what is to be done with a ledger of that earlier version, in the same transaction.
    static func migrate(_ db: Database, finish: (_ earlier: Int) throws -> Void) throws {
        guard try version(of: db) < versions.count else { return }
        try db.inTransaction(.immediate) {
            let earlier = try version(of: db)
            for step in versions.dropFirst(earlier) { try step(db) }
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = \(versions.count)")
            if earlier > 0 { try finish(earlier) }
            return .commit
        }
    }

    static func version(of db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }

    /// Facts are packed by ranges of `1 << rangeBits` identifiers; the number is part of the format.
    static let rangeBits: Int64 = 13

    private static let version1 = """
        CREATE TABLE setting (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT;

        CREATE TABLE bulletin (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            withdrawn_at TEXT,
            withdrawn_by TEXT,
            withdrawn_because TEXT
        ) STRICT;

        -- Every identity and path under which a text of the bulletin has come.
        CREATE TABLE sighting (
            key TEXT NOT NULL,
            content_hash TEXT NOT NULL,
            path TEXT NOT NULL,
            bulletin_id INTEGER NOT NULL REFERENCES bulletin (id) ON DELETE CASCADE,
            PRIMARY KEY (key, content_hash, path)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sighting_bulletin ON sighting (bulletin_id);

        CREATE TABLE edition (
            id INTEGER PRIMARY KEY,
            bulletin_id INTEGER NOT NULL REFERENCES bulletin (id) ON DELETE CASCADE,
            state TEXT NOT NULL CHECK (state IN ('current', 'replaced')),
            path TEXT NOT NULL,
            title TEXT,
            published TEXT,
            region TEXT,
            source TEXT,
            origin TEXT NOT NULL CHECK (origin IN ('read', 'typed')),
            content_hash TEXT NOT NULL,
            extractor TEXT NOT NULL,
            text TEXT
        ) STRICT;
        CREATE INDEX edition_bulletin ON edition (bulletin_id);
        CREATE INDEX edition_content ON edition (content_hash);
        CREATE UNIQUE INDEX edition_current ON edition (bulletin_id) WHERE state = 'current';

        CREATE TABLE article (
            id INTEGER PRIMARY KEY,
            edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            headline TEXT,
            kicker TEXT,
            byline TEXT,
            published TEXT,
            place TEXT NOT NULL,
            start_offset INTEGER NOT NULL,
            end_offset INTEGER NOT NULL,
            UNIQUE (edition_id, number)
        ) STRICT;

        CREATE TABLE sentence (
            id INTEGER PRIMARY KEY,
            article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            text TEXT NOT NULL
        ) STRICT;
        CREATE INDEX sentence_article ON sentence (article_id);

        -- What makes two figures the same series.
        CREATE TABLE series (
            id INTEGER PRIMARY KEY,
            indicator TEXT NOT NULL,
            dimension TEXT NOT NULL,
            unit TEXT NOT NULL,
            window TEXT NOT NULL,
            change TEXT NOT NULL,
            status TEXT NOT NULL,
            comparison TEXT NOT NULL,
            per TEXT NOT NULL,
            UNIQUE (indicator, dimension, unit, window, change, status, comparison, per)
        ) STRICT;

        CREATE TABLE place (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE period (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            first_day TEXT NOT NULL,
            last_day TEXT NOT NULL,
            UNIQUE (kind, first_day, last_day)
        ) STRICT;

        CREATE TABLE fact (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            sentence_id INTEGER NOT NULL REFERENCES sentence (id) ON DELETE CASCADE,
            start_offset INTEGER NOT NULL,
            end_offset INTEGER NOT NULL,
            text TEXT NOT NULL,
            value TEXT NOT NULL,
            upper TEXT,
            qualifier TEXT NOT NULL,
            unit TEXT NOT NULL,
            item TEXT NOT NULL,
            place TEXT NOT NULL,
            period TEXT,
            change TEXT NOT NULL,
            status TEXT NOT NULL,
            action TEXT,
            window TEXT NOT NULL,
            from_day TEXT,
            to_day TEXT,
            part_of INTEGER,
            equivalent_to INTEGER,
            per TEXT,
            comparison TEXT,
            dimension TEXT NOT NULL,
            confidence TEXT NOT NULL,
            reason TEXT,
            rule TEXT NOT NULL,
            series_id INTEGER NOT NULL REFERENCES series (id),
            place_id INTEGER NOT NULL REFERENCES place (id),
            period_id INTEGER NOT NULL REFERENCES period (id),
            amount TEXT NOT NULL,
            upper_amount TEXT,
            magnitude REAL NOT NULL,
            sentence_likeness INTEGER NOT NULL,
            article_likeness INTEGER NOT NULL,
            verdict TEXT CHECK (verdict IN ('accepted', 'corrected', 'rejected', 'duplicate')),
            as_read TEXT
        ) STRICT;
        CREATE INDEX fact_sentence ON fact (sentence_id);

        CREATE TABLE set_aside (
            id INTEGER PRIMARY KEY,
            sentence_id INTEGER NOT NULL REFERENCES sentence (id) ON DELETE CASCADE,
            start_offset INTEGER NOT NULL,
            end_offset INTEGER NOT NULL,
            text TEXT NOT NULL,
            reason TEXT NOT NULL,
            rule TEXT NOT NULL
        ) STRICT;
        CREATE INDEX set_aside_sentence ON set_aside (sentence_id);

        -- What people decided. A decision names its fact by bulletin, sentence and numeral, not by a row's number: it
        -- outlives every new reading of the bulletin.
        CREATE TABLE decision (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('accept', 'correct', 'reject', 'duplicate', 'merge')),
            bulletin TEXT NOT NULL,
            sentence TEXT NOT NULL,
            text TEXT NOT NULL,
            occurrence INTEGER NOT NULL,
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            at TEXT NOT NULL,
            author TEXT NOT NULL,
            reason TEXT NOT NULL,
            UNIQUE (kind, bulletin, sentence, text, occurrence, field, value, at, author, reason)
        ) STRICT;
        CREATE INDEX decision_bulletin ON decision (bulletin);

        -- The facts to which a decision applies at present.
        CREATE TABLE application (
            decision_id INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
            fact_id INTEGER NOT NULL REFERENCES fact (id) ON DELETE CASCADE,
            PRIMARY KEY (decision_id, fact_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX application_fact ON application (fact_id);

        -- The facts that count, packed in columns by ranges of 8192 identifiers. A range is either packed, and its rows
        -- unchanged since, or listed as unpacked: whoever changes a row, with whatever program, moves its range from the
        -- one table to the other, and the next writer packs it anew.
        CREATE TABLE block (
            id INTEGER PRIMARY KEY,
            columns BLOB NOT NULL
        ) STRICT;
        CREATE TABLE unpacked (
            id INTEGER PRIMARY KEY
        ) STRICT;
        CREATE TRIGGER range_unpacked AFTER INSERT ON unpacked BEGIN
            DELETE FROM block WHERE id = NEW.id;
        END;

        CREATE TRIGGER fact_inserted AFTER INSERT ON fact BEGIN
            INSERT OR IGNORE INTO unpacked VALUES (NEW.id >> 13);
        END;
        CREATE TRIGGER fact_updated AFTER UPDATE ON fact BEGIN
            INSERT OR IGNORE INTO unpacked VALUES (OLD.id >> 13), (NEW.id >> 13);
        END;
        CREATE TRIGGER fact_deleted AFTER DELETE ON fact BEGIN
            INSERT OR IGNORE INTO unpacked VALUES (OLD.id >> 13);
        END;
        CREATE TRIGGER article_dated AFTER UPDATE OF published ON article BEGIN
            INSERT OR IGNORE INTO unpacked
                SELECT DISTINCT fact.id >> 13 FROM fact JOIN sentence ON sentence.id = fact.sentence_id
                WHERE sentence.article_id = NEW.id;
        END;
        CREATE TRIGGER edition_changed AFTER UPDATE OF state, published, origin ON edition BEGIN
            INSERT OR IGNORE INTO unpacked
                SELECT DISTINCT fact.id >> 13 FROM fact JOIN sentence ON sentence.id = fact.sentence_id
                JOIN article ON article.id = sentence.article_id WHERE article.edition_id = NEW.id;
        END;
        CREATE TRIGGER bulletin_withdrawn AFTER UPDATE OF withdrawn_at ON bulletin BEGIN
            INSERT OR IGNORE INTO unpacked
                SELECT DISTINCT fact.id >> 13 FROM fact JOIN sentence ON sentence.id = fact.sentence_id
                JOIN article ON article.id = sentence.article_id JOIN edition ON edition.id = article.edition_id
                WHERE edition.bulletin_id = NEW.id;
        END;

        CREATE VIEW bulletin_view AS
            SELECT bulletin.id, bulletin.key, edition.path, edition.title, edition.published, edition.region,
                edition.source, edition.origin, edition.content_hash, edition.extractor, edition.id AS edition_id
            FROM bulletin JOIN edition ON edition.bulletin_id = bulletin.id
            WHERE edition.state = 'current' AND bulletin.withdrawn_at IS NULL;

        CREATE VIEW fact_view AS
            SELECT fact.id, bulletin_view.id AS bulletin_id, bulletin_view.key AS bulletin, bulletin_view.path AS document,
                bulletin_view.origin, article.number AS article, article.headline,
                coalesce(article.published, bulletin_view.published) AS published,
                fact.start_offset, fact.end_offset, fact.text, fact.value, fact.upper, fact.qualifier, fact.unit, fact.item,
                fact.place, fact.period, fact.change, fact.status, fact.action, fact.window, fact.from_day, fact.to_day,
                fact.part_of, fact.equivalent_to, fact.per, fact.comparison, fact.dimension, fact.confidence, fact.reason,
                fact.rule, sentence.text AS sentence, fact.verdict, fact.as_read,
                series.indicator, place.key AS place_key, period.kind AS period_kind, period.first_day, period.last_day,
                series.window AS series_window, series.unit AS series_unit, fact.amount, fact.upper_amount, fact.magnitude
            FROM fact
            JOIN sentence ON sentence.id = fact.sentence_id
            JOIN article ON article.id = sentence.article_id
            JOIN bulletin_view ON bulletin_view.edition_id = article.edition_id
            JOIN series ON series.id = fact.series_id
            JOIN place ON place.id = fact.place_id
            JOIN period ON period.id = fact.period_id;

        CREATE VIEW "事实台账" AS
            SELECT id AS "编号", bulletin AS "通报", document AS "文件", article AS "文章序号", headline AS "标题",
                published AS "发布日期", indicator AS "指标", item AS "事项", value AS "数值", upper AS "上限",
                qualifier AS "精确程度", unit AS "计量单位", magnitude AS "统计值", series_unit AS "统计单位",
                place AS "地点", place_key AS "地点代码", period AS "时期原文", first_day AS "起始日", last_day AS "截止日",
                series_window AS "口径", change AS "增减", status AS "计划或实际", action AS "行为", sentence AS "原句",
                text AS "原文数字", confidence AS "把握", reason AS "存疑原因", verdict AS "处理结果"
            FROM fact_view;

        CREATE VIEW "通报" AS
            SELECT id AS "编号", key AS "标识", path AS "文件", title AS "标题", published AS "发布日期",
                region AS "地区", source AS "来源", origin AS "录入方式"
            FROM bulletin_view;

        CREATE VIEW "未采信数字" AS
            SELECT bulletin_view.key AS "通报", bulletin_view.path AS "文件", set_aside.text AS "原文数字",
                set_aside.reason AS "原因", set_aside.rule AS "规则", sentence.text AS "原句"
            FROM set_aside
            JOIN sentence ON sentence.id = set_aside.sentence_id
            JOIN article ON article.id = sentence.article_id
            JOIN bulletin_view ON bulletin_view.edition_id = article.edition_id;

        CREATE VIEW "处理意见" AS
            SELECT kind AS "处理", bulletin AS "通报", text AS "原文数字", field AS "字段", value AS "更正为",
                reason AS "理由", author AS "处理人", at AS "处理时间", sentence AS "原句",
                kind = 'merge' OR EXISTS (SELECT 1 FROM application WHERE decision_id = decision.id) AS "生效"
            FROM decision;
        """

    /// Decisions of one day stand in the order in which they were entered, so that one may be entered again; and who
    /// withdrew a bulletin and let it count again stays on record.
    ///
    /// The table is made anew, for SQLite takes no constraint off one; with it go the table that refers to it and the view.
    private static let version2 = """
        CREATE TEMP TABLE earlier_decision AS SELECT * FROM decision;
        CREATE TEMP TABLE earlier_application AS SELECT * FROM application;
        DROP VIEW "处理意见";
        DROP TABLE application;
        DROP TABLE decision;

        -- What people decided, in the order in which it was entered. A decision names its fact by bulletin, sentence and
        -- numeral, not by a row's number: it outlives every new reading of the bulletin.
        CREATE TABLE decision (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('accept', 'correct', 'reject', 'duplicate', 'merge')),
            bulletin TEXT NOT NULL,
            sentence TEXT NOT NULL,
            text TEXT NOT NULL,
            occurrence INTEGER NOT NULL,
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            at TEXT NOT NULL,
            author TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;
        CREATE INDEX decision_subject ON decision (bulletin, sentence, text);

        CREATE TABLE application (
            decision_id INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
            fact_id INTEGER NOT NULL REFERENCES fact (id) ON DELETE CASCADE,
            PRIMARY KEY (decision_id, fact_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX application_fact ON application (fact_id);

        CREATE VIEW "处理意见" AS
            SELECT kind AS "处理", bulletin AS "通报", text AS "原文数字", field AS "字段", value AS "更正为",
                reason AS "理由", author AS "处理人", at AS "处理时间", sentence AS "原句",
                kind = 'merge' OR EXISTS (SELECT 1 FROM application WHERE decision_id = decision.id) AS "生效"
            FROM decision;

        INSERT INTO decision SELECT * FROM earlier_decision ORDER BY id;
        INSERT INTO application SELECT * FROM earlier_application;
        DROP TABLE earlier_decision;
        DROP TABLE earlier_application;

        -- Who took a bulletin out of the statistics, who let it count again, when and why; the bulletin's own columns tell
        -- only whether it is withdrawn at present.
        CREATE TABLE withdrawal (
            id INTEGER PRIMARY KEY,
            bulletin_id INTEGER NOT NULL REFERENCES bulletin (id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('withdrawn', 'restored')),
            at TEXT NOT NULL,
            author TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;
        CREATE INDEX withdrawal_bulletin ON withdrawal (bulletin_id);
        INSERT INTO withdrawal (bulletin_id, kind, at, author, reason)
            SELECT id, 'withdrawn', withdrawn_at, coalesce(withdrawn_by, ''), coalesce(withdrawn_because, '')
            FROM bulletin WHERE withdrawn_at IS NOT NULL ORDER BY key;
        """
}
