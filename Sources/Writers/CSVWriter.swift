public import Reports

/// Writes a table as CSV (RFC 4180): CRLF after each record, quotes where a field needs them, one header line.
///
/// Figures are written plainly (`137300`, no grouping, no marks; of a range in a list the lower end) and no data is an empty field; a
/// rank is its place alone. Tables have columns of their own for what programs should know of bounds and contradictions.
/// Text that a spreadsheet would run as a formula gets a leading apostrophe. Rows that are no records are left out:
/// headings and column numbers always, totals too in a data table.
public struct CSVWriter: Sendable {
    /// Whether the file begins with a byte order mark, by which Excel and WPS know UTF-8.
    public var writesByteOrderMark: Bool

    /// Whether the header line is written; without it a table goes on from another.
    public var writesHeader: Bool

    public init(writesByteOrderMark: Bool = true, writesHeader: Bool = true) {
        self.writesByteOrderMark = writesByteOrderMark
        self.writesHeader = writesHeader
    }

    public func write(_ table: Table, to output: inout some TextOutputStream) {
        var line = writesByteOrderMark ? "\u{FEFF}" : ""
        if writesHeader {
            for (index, column) in table.columns.enumerated() {
                if index > 0 { line += "," }
                line += CSVWriter.field(text: column.label)
            }
            output.write(line + "\r\n")
        }
        // The schema of a list promises numbers, which a range is none of.
        let hasNumbers = table.columns.map { table.role == .data && $0.kind.isNumeric }
        for row in table.rows where CSVWriter.isRecord(row, of: table) {
            line.removeAll(keepingCapacity: true)
            for index in table.columns.indices {
                if index > 0 { line += "," }
                line += CSVWriter.field(row[index], asNumber: hasNumbers[index])
            }
            // A record of one empty field would read as a blank line.
            output.write((line.isEmpty ? "\"\"" : line) + "\r\n")
        }
    }

    static func isRecord(_ row: Row, of table: Table) -> Bool {
        switch row.kind {
        case .body: true
        case .heading, .columnNumbers: false
        case .subtotal, .total: table.role == .display
        }
    }

    static func field(_ cell: Cell, asNumber: Bool = false) -> String {
        switch cell.value {
        case .empty: ""
        case .text(let text): field(text: text)
        case .number(let amount), .percent(let amount), .points(let amount): amount.description
        case .range(let lower, let upper): asNumber ? lower.description : "\(lower)～\(upper)"
        case .rank(let rank, _): String(rank)
        case .day(let day): day.description
        case .month(let month): month.description
        }
    }

    static func field(text: String) -> String {
        let defused = wouldRunAsFormula(text) ? "'" + text : text
        return needsQuotes(defused) ? quoted(defused) : defused
    }

    /// Whether Excel or WPS would take the text for a formula: it begins with `=`, `+`, `-`, `@`, their full-width forms,
    /// a tab or a line end (OWASP, CSV Injection).
    static func wouldRunAsFormula(_ text: String) -> Bool {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
        default: false
        }
    }

    private static func needsQuotes(_ text: String) -> Bool {
        let bytes = text.utf8
        if bytes.first == UInt8(ascii: " ") || bytes.last == UInt8(ascii: " ") { return true }
        return bytes.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { result += "\"" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
