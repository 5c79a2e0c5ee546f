import Reports

/// Format codes of the file format for figures: exact, grouped, with their marks, so that a qualified figure stays a
/// number that formulas can use.
enum NumberFormatCode {
    /// The library keeps a code in 128 bytes, its terminator included.
    private static let maximumBytes = 127

    /// A code such as `#,##0.00`, `"≥"#,##0` or `#,##0"〔2月〕"`.
    ///
    /// - Parameters:
    ///   - places: Decimals shown.
    ///   - suffix: What stands behind the figure: its unit, `个百分点`.
    static func code(
        _ format: NumberFormat, places: Int, isPercent: Bool = false, suffix: String = "", marks: Marks = Marks(),
        language: Language = .chinese
    ) -> String {
        var digits = format.grouping ? "#,##0" : "0"
        if places > 0 { digits += "." + String(repeating: "0", count: places) }
        if isPercent { digits += "%" }
        var tail = suffix + marks.originMark(language)
        if marks.isContradicted { tail += "※" }
        let sign = literal(marks.bound.sign)
        let end = literal(tail)
        let plus = format.showsPlus ? "+" : ""
        guard !sign.isEmpty || format.showsPlus else { return limited(digits + end, else: digits) }
        let sections = [plus, "-", ""].map { sign + $0 + digits + end }
        return limited(sections.joined(separator: ";"), else: digits)
    }

    static func rank(of count: Int, marks: Marks) -> String {
        literal(marks.bound.sign) + "0" + literal(" / \(count)" + (marks.isContradicted ? "※" : ""))
    }

    static let day = "yyyy-mm-dd"
    static let month = "yyyy-mm"
    static let text = "@"

    /// Text that the format shows as it is.
    private static func literal(_ text: String) -> String {
        text.isEmpty ? "" : "\"" + text.filter { $0 != "\"" } + "\""
    }

    private static func limited(_ code: String, else plain: String) -> String {
        code.utf8.count <= maximumBytes ? code : plain
    }
}

extension Cell {
    /// The number that a spreadsheet stores for the cell: per cent as a fraction, days and months as dates; nil for what
    /// is stored as text or not at all.
    var storedNumber: Double? {
        switch value {
        case .number(let amount), .points(let amount): amount.double
        case .percent(let amount): Amount(coefficient: amount.coefficient, exponent: amount.exponent - 2).double
        case .rank(let rank, _): Double(rank)
        case .day(let day): day < Day.firstCounted ? nil : Double(day.serialNumber)
        case .month(let month):
            Day(year: month.year, month: month.month, day: 1) < Day.firstCounted
                ? nil : Double(Day(year: month.year, month: month.month, day: 1).serialNumber)
        case .empty, .text, .range: nil
        }
    }
}
