public import Reports

/// Writes a table as JSON Lines: one object a record, its members named by the keys of the columns. Figures are exact
/// numbers, no data is `null`.
public struct JSONLinesWriter: Sendable {
    public init() {}

    public func write(_ table: Table, to output: inout some TextOutputStream) {
        for row in table.rows where CSVWriter.isRecord(row, of: table) {
            let members = table.columns.enumerated().map { index, column in
                (column.key, JSONLinesWriter.value(row[index]))
            }
            output.write(JSON.object(members).compact + "\n")
        }
    }

    private static func value(_ cell: Cell) -> JSON {
        switch cell.value {
        case .empty: .null
        case .text(let text): .string(text)
        case .number(let amount), .percent(let amount), .points(let amount): .number(amount.description)
        case .range(let lower, let upper): .array([.number(lower.description), .number(upper.description)])
        case .rank(let rank, _): .integer(rank)
        case .day(let day): .string(day.description)
        case .month(let month): .string(month.description)
        }
    }
}
