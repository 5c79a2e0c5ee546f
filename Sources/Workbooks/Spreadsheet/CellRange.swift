/// A rectangle of cells, counted from row 0 and column 0, both ends included.
struct CellRange: Hashable, Sendable {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>

    /// `A1` notation: `B3:B20`, or `B3` for a single cell; with `absolute`, `$B$3:$B$20`.
    func address(absolute: Bool = false) -> String {
        let first = CellRange.address(row: rows.lowerBound, column: columns.lowerBound, absolute: absolute)
        guard rows.count > 1 || columns.count > 1 else { return first }
        return first + ":" + CellRange.address(row: rows.upperBound, column: columns.upperBound, absolute: absolute)
    }

    static func address(row: Int, column: Int, absolute: Bool = false) -> String {
        let mark = absolute ? "$" : ""
        return mark + columnName(column) + mark + String(row + 1)
    }

    /// The letters of a column: 0 → `A`, 26 → `AA`.
    static func columnName(_ column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

/// The limits of the file format, each stated once.
enum SheetLimit {
    static let rows = 1_048_576
    static let columns = 16_384
    /// UTF-16 code units in one cell.
    static let cellText = 32_767
    /// The format allows 65,530 hyperlinks a sheet; this many are used before row headers link instead.
    static let links = 60_000
    /// UTF-16 code units in a sheet's name.
    static let name = 31
    static let columnWidth = 255.0
}
