import Reports

/// The writers' own words: everything that a format adds to what the report says.
struct Labels: Sendable {
    let language: Language

    /// The wording of the report's language.
    func callAsFunction(_ chinese: String, _ english: String) -> String {
        language == .chinese ? chinese : english
    }

    var findings: String { self("要点", "Findings") }
    var headlineFigures: String { self("主要数字", "Headline figures") }
    var comma: String { self("，", ", ") }
    var colon: String { self("：", ": ") }
    /// Stands behind the title of a table's further parts.
    var continued: String { self("（续）", " (continued)") }

    func month(_ month: YearMonth) -> String {
        language == .chinese ? "\(month.year)年\(month.month)月" : month.description
    }

    func rank(_ rank: Int, of count: Int) -> String {
        self("居第\(rank)位（共\(count)个）", "rank \(rank) of \(count)")
    }

    func leftOut(chart: String) -> String {
        self("\(chart)：见工作簿和网页。", "\(chart): in the workbook and the web page.")
    }

    func leftOut(table: String, rows: Int) -> String {
        self("\(table)共\(rows)行，见工作簿和CSV文件。", "\(table): \(rows) rows, in the workbook and the CSV files.")
    }
}
