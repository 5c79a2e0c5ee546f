import Facts
import Reports
import Scanning

/// The numerals that are no facts, each with its reason, and the file `set-aside.csv`.
struct SetAsideTable: Sendable {
    let table: Table

    init(_ setAside: PackedSetAside, words: Wording) {
        table = Table(
            key: "set-aside", title: words("未采信数字", "Numerals set aside"),
            summary: words("原文中不作为数据的数字及理由", "numerals that are no facts, and why"), role: .data,
            columns: [
                Column(key: "text", header: [words("数字", "Numeral")], isRequired: true),
                Column(key: "reason", header: [words("理由", "Reason")], isRequired: true),
                Column(key: "rule", header: [words("规则", "Rule")]),
                Column(key: "document", header: [words("来源", "Source")], isRequired: true),
                Column(key: "start", header: [words("起始位置", "Start")], kind: .number),
                Column(key: "sentence", header: [words("原句", "Sentence")], kind: .prose),
            ],
            rows: Rows(count: setAside.count) { position in
                let numeral = setAside[position]
                return Row([
                    .text(numeral.shownText), .text(words.label(numeral.reason)),
                    .text(numeral.rule), .text(numeral.document), .number(numeral.range.start),
                    .text(numeral.sentence.maskingPersonalNumbers),
                ])
            },
            layout: TableLayout(orientation: .landscape, frozenColumns: 1, hasFilters: true))
    }
}

extension SetAside {
    /// The numeral as a report may show it: of a number by which somebody can be reached, the last four digits.
    fileprivate var shownText: String {
        let masked = text.maskingPersonalNumbers
        guard reason == .contact else { return masked }
        let digits = text.unicodeScalars.filter(\.properties.isNumber)
        guard digits.count > 6 else { return masked }
        var hidden = digits.count - 4
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    guard scalar.properties.isNumber, hidden > 0 else { return scalar }
                    hidden -= 1
                    return "*"
                }))
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isNumber: Bool { numericType != nil }
}
