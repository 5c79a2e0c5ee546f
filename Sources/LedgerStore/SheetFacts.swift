internal import Facts
internal import GRDB
internal import Scanning

/// The facts of a ledger, as the rows of a 待核对 sheet name them.
///
/// A row names the document, the position and the numeral, and shows the sentence; the report that it came from may be
/// older than what the ledger holds now. So the document that the row names is searched first, and another one only where
/// it alone has the sentence: a sentence that was printed twice stands in two bulletins, and an opinion is about one.
struct SheetFacts {
    /// What a row says of its fact.
    struct Entry {
        var document: String
        var start: Int?
        var text: String
        var sentence: String

        func isAt(_ fact: Fact) -> Bool { fact.range.start == start }

        /// Whether the sentence is the row's; reports mask the telephone numbers in theirs.
        func quotes(_ fact: Fact) -> Bool {
            !sentence.isEmpty
                && (fact.sentence == sentence || fact.sentence.maskingPersonalNumbers == sentence)
        }
    }

    /// What the ledger holds for a row.
    enum Found {
        case none
        case one(FactReference, item: String)
        /// So many facts may be meant.
        case several(Int)
    }

    private let ledger: Ledger
    /// The bulletins that came under a name by which reports call documents.
    private var bulletins: [String: Set<Int64>] = [:]
    private var keys: [Int64: String] = [:]
    /// The bulletins that have a sentence, of those that rows quote and the document named does not have.
    private var bulletinsBySentence: [String: Set<Int64>] = [:]
    private var facts: [Int64: BulletinFacts] = [:]

    /// The facts of a bulletin and how decisions name them.
    private struct BulletinFacts {
        var facts: [Fact]
        var references: [FactReference]
        /// The positions of those whose numeral stands so in the text.
        var positions: [String: [Int]]
    }

    /// Looks up the rows' facts in one pass over the names of bulletins and, where rows quote sentences that are not where
    /// they say, one over the sentences.
    init(_ rows: [Entry], in ledger: Ledger, _ db: Database) throws {
        self.ledger = ledger
        try readNames(db)
        var missing: Set<String> = []
        for row in rows where !row.sentence.isEmpty {
            if case .none = try found(row, in: bulletins[row.document] ?? [], db) { missing.insert(row.sentence) }
        }
        if !missing.isEmpty { try readSentences(missing, db) }
    }

    /// The fact that a row is about.
    mutating func found(_ row: Entry, _ db: Database) throws -> Found {
        let here = try found(row, in: bulletins[row.document] ?? [], db)
        guard case .none = here else { return here }
        return try found(row, in: bulletinsBySentence[row.sentence] ?? [], isNamed: false, db)
    }

    /// The fact of some bulletins that fits best: by position and sentence, else by sentence, else by position.
    private mutating func found(
        _ row: Entry, in bulletins: Set<Int64>, isNamed: Bool = true, _ db: Database
    ) throws -> Found {
        var best: (rank: Int, facts: [(fact: Fact, reference: FactReference)]) = (0, [])
        for bulletin in bulletins.sorted() {
            let all = try facts(of: bulletin, db)
            for position in all.positions[row.text] ?? [] {
                let fact = all.facts[position]
                let rank = (row.quotes(fact) ? 2 : 0) + (isNamed && row.isAt(fact) ? 1 : 0)
                guard rank > 0, rank >= best.rank else { continue }
                if rank > best.rank { best = (rank, []) }
                best.facts.append((fact, all.references[position]))
            }
        }
        guard best.facts.count < 2 else { return .several(best.facts.count) }
        guard let (fact, reference) = best.facts.first else { return .none }
        // 并入 is said of an indicator: 社区（签订协议书） goes without 社区.
        return .one(reference, item: fact.action.map { "\(fact.item)（\($0)）" } ?? fact.item)
    }

    private mutating func facts(of bulletin: Int64, _ db: Database) throws -> BulletinFacts {
        if let known = facts[bulletin] { return known }
        let stored = try ledger.currentFacts(of: bulletin, in: db)
        let found = BulletinFacts(
            facts: stored.map(\.fact), references: ledger.references(to: stored, bulletin: keys[bulletin] ?? ""),
            positions: Dictionary(grouping: stored.indices) { stored[$0].fact.text })
        facts[bulletin] = found
        return found
    }

    /// Every name under which a report may have shown a bulletin that counts: its paths, alone and with its keys.
    private mutating func readNames(_ db: Database) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT bulletin_view.id, bulletin_view.key, bulletin_view.path, bulletin_view.key FROM bulletin_view
                UNION SELECT bulletin_view.id, bulletin_view.key, sighting.path, sighting.key FROM sighting
                JOIN bulletin_view ON bulletin_view.id = sighting.bulletin_id
                """)
        while let row = try rows.next() {
            let (bulletin, path) = (row[0] as Int64, row[2] as String)
            keys[bulletin] = row[1]
            bulletins[path, default: []].insert(bulletin)
            bulletins[DocumentNames.name(path, key: row[3]), default: []].insert(bulletin)
        }
    }

    private mutating func readSentences(_ wanted: Set<String>, _ db: Database) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT bulletin_view.id, sentence.text FROM bulletin_view
                CROSS JOIN article ON article.edition_id = bulletin_view.edition_id
                CROSS JOIN sentence ON sentence.article_id = article.id
                """)
        while let row = try rows.next() {
            let sentence: String = row[1]
            let shown = wanted.contains(sentence) ? sentence : sentence.maskingPersonalNumbers
            if wanted.contains(shown) { bulletinsBySentence[shown, default: []].insert(row[0]) }
        }
    }
}
