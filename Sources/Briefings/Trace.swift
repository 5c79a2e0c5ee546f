import Facts
import Reports

/// Leads from rows of the ledger to marked sentences of the bulletins.
struct Trace: Sendable {
    let evidence: [Evidence]
    private let links: [Link?]

    /// - Parameter facts: the facts in the ledger's order.
    init(_ facts: [Fact], texts: [SourceText]) {
        struct Article: Hashable {
            let document: String
            let number: Int
        }
        var positions: [Article: [Int]] = [:]
        for (position, fact) in facts.enumerated() {
            positions[Article(document: fact.document, number: fact.article), default: []].append(position)
        }
        var evidence: [Evidence] = []
        var links = [Link?](repeating: nil, count: facts.count)
        for text in texts {
            guard let rows = positions[Article(document: text.document, number: text.article)] else { continue }
            let key = "e\(evidence.count + 1)"
            evidence.append(text.evidence(key: key, facts: rows.map { facts[$0] }))
            for (mark, row) in rows.enumerated() {
                links[row] = .evidence(Evidence.Reference(evidence: key, mark: mark))
            }
        }
        self.evidence = evidence
        self.links = links
    }

    /// Where the fact at a row of the ledger stands.
    func link(_ row: Int) -> Link? { row < links.count ? links[row] : nil }
}
