import Reports

/// The sentences that figures were read from, each once, in the order of the bulletins: the rows of the sheet to which
/// ledger rows lead.
struct EvidencePlan {
    struct Sentence {
        /// Position in `Report.evidence`.
        let evidence: Int
        /// Half-open range in the evidence's text, in Unicode scalars.
        let range: Range<Int>
        /// The quantities in it, in order and without overlap.
        var quantities: [Range<Int>]
    }

    private(set) var sentences: [Sentence] = []
    /// For each evidence, the row of each of its marks, counted from 0.
    private var rows: [String: [Int]] = [:]

    init(_ evidence: EvidenceTexts) {
        for (index, text) in evidence.enumerated() where rows[text.key] == nil {
            let order = text.marks.indices.sorted {
                let (left, right) = (text.marks[$0], text.marks[$1])
                return (left.sentence.lowerBound, left.quantity.lowerBound, $0)
                    < (right.sentence.lowerBound, right.quantity.lowerBound, $1)
            }
            var ofMark = Array(repeating: 0, count: text.marks.count)
            for position in order {
                let mark = text.marks[position]
                let isSame =
                    sentences.last.map { $0.evidence == index && $0.range == mark.sentence } ?? false
                if !isSame { sentences.append(Sentence(evidence: index, range: mark.sentence, quantities: [])) }
                let last = sentences.count - 1
                if (sentences[last].quantities.last?.upperBound ?? 0) <= mark.quantity.lowerBound {
                    sentences[last].quantities.append(mark.quantity)
                }
                ofMark[position] = last
            }
            rows[text.key] = ofMark
        }
    }

    /// The row of the mark's sentence, from 0; nil where the report holds no such mark.
    func row(of reference: Evidence.Reference) -> Int? {
        guard let marks = rows[reference.evidence], marks.indices.contains(reference.mark) else { return nil }
        return marks[reference.mark]
    }
}
