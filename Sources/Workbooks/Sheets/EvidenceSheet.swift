import Reports

/// The sentences that figures were read from, with the quantities set off: where ledger rows lead.
struct EvidenceSheet {
    let context: SheetContext

    func write() throws(WorkbookError) {
        guard let name = context.plan.evidenceSheet else { return }
        let sentences = context.plan.evidence.sentences
        // Long texts are written row by row whatever their number: a sentence is seldom short.
        let sheet = try context.file.addSheet(name, isStreamed: sentences.count > 20_000)
        let header = try context.styler.style(.header(isForm: false))
        let prose = try context.styler.style(.paragraph)
        let emphasis = try context.styler.style(.emphasis)
        let dates = try context.file.style(CellStyle(isAtTop: true, numberFormat: NumberFormatCode.day))
        for (column, width) in EvidenceSheet.widths.enumerated() {
            try sheet.setColumns(column...column, width: width)
        }
        for (column, label) in context.labels.sourceColumns.enumerated() {
            try sheet.write(label, row: 0, column: column, style: header)
        }
        var scalars: [Unicode.Scalar] = []
        var loaded: (position: Int, evidence: Evidence)?
        for (index, sentence) in sentences.enumerated() {
            if loaded?.position != sentence.evidence {
                let evidence = context.report.evidence[sentence.evidence]
                scalars = Array(evidence.text.unicodeScalars)
                loaded = (sentence.evidence, evidence)
            }
            guard let evidence = loaded?.evidence else { continue }
            let row = index + 1
            let runs = EvidenceSheet.runs(of: sentence, in: scalars)
            try setHeight(of: row, [evidence.title, evidence.source, "", runs.map(\.text).joined()], sheet)
            try sheet.write(evidence.title, row: row, column: 0, style: prose)
            try sheet.write(evidence.source, row: row, column: 1, style: prose)
            if let day = evidence.published, day >= Day.firstCounted {
                try sheet.write(Double(day.serialNumber), row: row, column: 2, style: dates)
            }
            try sheet.write(
                runs: runs.map { ($0.text, $0.isQuantity ? emphasis : nil) }, row: row, column: 3, style: prose)
        }
        try sheet.freeze(row: 1, column: 0)
        let range = CellRange(rows: 0...sentences.count, columns: 0...3)
        try sheet.filter(range)
        try sheet.setPage(
            PageSetup(
                isLandscape: true, footer: "&C" + context.labels.pageNumbers, repeatedRows: 0...0, area: range))
    }

    private static let widths = [28.0, 28, 12, 72]

    /// Makes the row as high as the longest of its texts, for not every program finds the height by itself.
    private func setHeight(of row: Int, _ texts: [String], _ sheet: Sheet) throws(WorkbookError) {
        let lines = zip(texts, EvidenceSheet.widths).map { ColumnGrid.lines(of: $0, width: $1) }.max() ?? 1
        guard lines > 1 else { return }
        try sheet.setRow(row, height: min(Double(lines) * 15 + 2, Sheet.maximumRowHeight))
    }

    /// The sentence cut where quantities begin and end; positions beyond the text are left out.
    static func runs(
        of sentence: EvidencePlan.Sentence, in scalars: [Unicode.Scalar]
    ) -> [(text: String, isQuantity: Bool)] {
        let whole = sentence.range.clamped(to: 0..<scalars.count)
        func text(_ range: Range<Int>) -> String {
            // Lines broken inside a sentence are the layout's, not the sentence's.
            String(String.UnicodeScalarView(scalars[range].filter { $0 != "\n" && $0 != "\r" }))
        }
        var runs: [(text: String, isQuantity: Bool)] = []
        var next = whole.lowerBound
        for quantity in sentence.quantities {
            let range = quantity.clamped(to: next..<whole.upperBound)
            guard !range.isEmpty else { continue }
            runs.append((text(next..<range.lowerBound), false))
            runs.append((text(range), true))
            next = range.upperBound
        }
        runs.append((text(next..<whole.upperBound), false))
        return runs
    }
}
