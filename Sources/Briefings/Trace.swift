import Facts
import Reports

/// Leads from rows of the ledger to marked sentences of the bulletins.
struct Trace: Sendable {
    let evidence: [Evidence]
    private let targets: [Target]

    /// The mark to which a row leads; the number of the evidence counts from 1 and is 0 where there is none.
    private struct Target {
        var evidence: Int32 = 0
        var mark: Int32 = 0
    }

    init(_ entries: Ledger.Entries, texts: [SourceText]) {
        struct Article: Hashable {
            let document: String
            let number: Int
        }
        var rowsOfArticle: [Article: [Int32]] = [:]
        let articles = entries.facts.articles.map { Article(document: $0.document, number: $0.number) }
        for row in entries.indices {
            let article = entries.facts.article(of: entries.position(of: row))
            rowsOfArticle[articles[article], default: []].append(Int32(row))
        }
        var evidence: [Evidence] = []
        var targets = [Target](repeating: Target(), count: entries.count)
        for text in texts {
            guard let rows = rowsOfArticle[Article(document: text.document, number: text.article)] else { continue }
            let number = evidence.count + 1
            evidence.append(
                text.evidence(key: Trace.key(number), facts: rows.lazy.map { entries[Int($0)].fact }))
            for (mark, row) in rows.enumerated() {
                targets[Int(row)] = Target(evidence: Int32(number), mark: Int32(mark))
            }
        }
        self.evidence = evidence
        self.targets = targets
    }

    private static func key(_ number: Int) -> String { "e\(number)" }

    /// Where the fact at a row of the ledger stands.
    func link(_ row: Int) -> Link? {
        guard row < targets.count, targets[row].evidence > 0 else { return nil }
        let target = targets[row]
        return .evidence(
            Evidence.Reference(evidence: Trace.key(Int(target.evidence)), mark: Int(target.mark)))
    }
}
