import Facts
import Reports

/// Leads from rows of the ledger to marked sentences of the bulletins.
struct Trace: Sendable {
    let evidence: EvidenceTexts
    private let ledger: MarkedRows
    /// The number of the text, from 1, of each of the facts' articles; 0 where there is none.
    private let textOfArticle: [Int32]

    init(_ entries: Ledger.Entries, texts: [SourceText]) {
        let marks = MarkedRows(entries)
        var numbers = [Int32](repeating: 0, count: marks.groups.count)
        var traced: [(text: SourceText, group: Int)] = []
        for text in texts {
            guard let group = marks.groups[MarkedRows.Article(document: text.document, number: text.article)] else {
                continue
            }
            traced.append((text, group))
            numbers[group] = Int32(traced.count)
        }
        let found = traced
        ledger = marks
        textOfArticle = marks.groupOfArticle.map { numbers[Int($0)] }
        evidence = EvidenceTexts(
            found.enumerated().map { number, traced in
                EvidenceTexts.Entry(key: Trace.key(number + 1), markCount: marks.rows(of: traced.group).count)
            }
        ) {
            found[$0].text.shownText
        } evidence: { position in
            let (text, group) = found[position]
            return text.evidence(
                key: Trace.key(position + 1), facts: marks.rows(of: group).lazy.map { entries[Int($0)].fact })
        }
    }

    private static func key(_ number: Int) -> String { "e\(number)" }

    /// Where the fact at a row of the ledger stands.
    func link(_ row: Int) -> Link? {
        guard ledger.entries.indices.contains(row) else { return nil }
        let text = textOfArticle[ledger.article(of: row)]
        guard text > 0 else { return nil }
        return .evidence(Evidence.Reference(evidence: Trace.key(Int(text)), mark: ledger.mark(of: row)))
    }
}

/// The rows of the ledger by the articles in which their facts stand: each is a mark of its article's text.
private struct MarkedRows: Sendable {
    struct Article: Hashable {
        let document: String
        let number: Int
    }

    let entries: Ledger.Entries
    /// The articles that are told apart, each with its number.
    let groups: [Article: Int]
    /// The group of each of the facts' articles.
    let groupOfArticle: [Int32]
    /// The rows, those of one group together and in order.
    private let rows: [Int32]
    /// Where the rows of each group begin, and where the last ones end.
    private let starts: [Int32]
    /// Of each row, which mark of its group it is.
    private let marks: [Int32]

    init(_ entries: Ledger.Entries) {
        self.entries = entries
        var groups: [Article: Int] = [:]
        groupOfArticle = entries.facts.articles.map { article in
            let key = Article(document: article.document, number: article.number)
            let group = groups[key] ?? groups.count
            groups[key] = group
            return Int32(group)
        }
        self.groups = groups
        var marks = [Int32](repeating: 0, count: entries.count)
        var counts = [Int32](repeating: 0, count: groups.count)
        for row in entries.indices {
            let group = Int(groupOfArticle[entries.facts.article(of: entries.position(of: row))])
            marks[row] = counts[group]
            counts[group] += 1
        }
        var starts: [Int32] = [0]
        for count in counts { starts.append(starts[starts.count - 1] + count) }
        var rows = [Int32](repeating: 0, count: entries.count)
        for row in entries.indices {
            let group = Int(groupOfArticle[entries.facts.article(of: entries.position(of: row))])
            rows[Int(starts[group] + marks[row])] = Int32(row)
        }
        (self.rows, self.starts, self.marks) = (rows, starts, marks)
    }

    func article(of row: Int) -> Int { entries.facts.article(of: entries.position(of: row)) }

    func mark(of row: Int) -> Int { Int(marks[row]) }

    func rows(of group: Int) -> ArraySlice<Int32> { rows[Int(starts[group])..<Int(starts[group + 1])] }
}
