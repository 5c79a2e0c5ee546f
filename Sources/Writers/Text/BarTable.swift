public import Reports
import Scanning

/// Lays a table out for a terminal with a bar behind each row: as long as the row's figure is large among those of its
/// group, which a heading opens.
///
/// The bar comes last, so that its width in odd fonts disturbs nothing. No data has no bar, nor has a figure that is not
/// above zero; any other has one.
public struct BarTable: Sendable {
    /// Display columns of the page.
    public var width: Int
    public var language: Language
    private static let gap = "  "
    private static let shortestRoom = 8
    private static let longestRoom = 30

    public init(width: Int = 80, language: Language = .chinese) {
        self.width = width
        self.language = language
    }

    /// The lines of the table; the bars are those of the first column that asks for data bars.
    public func lines(_ table: Table) -> [String] {
        let texts = table.rows.map { row in
            table.columns.indices.map { column in
                row[column].displayText(format: table.columns[column].format, language: language)
            }
        }
        let widths = table.columns.indices.map { column in
            let shown = zip(table.rows, texts).filter { $0.0.kind != .heading }.map { $0.1[column].displayWidth }
            return max(table.columns[column].label.displayWidth, shown.max() ?? 0)
        }
        let used = widths.reduce(0) { $0 + $1 + BarTable.gap.count }
        let room = max(BarTable.shortestRoom, min(BarTable.longestRoom, width - used))
        let lengths = lengths(of: table, room: room)
        func line(_ texts: [String]) -> String {
            zip(texts, zip(widths, table.columns)).map { $0.padded(to: $1.0, $1.1.alignment) }
                .joined(separator: BarTable.gap)
        }
        var lines = [table.title, line(table.columns.map(\.label)).withoutTrailingSpaces]
        for (index, row) in table.rows.enumerated() {
            if row.kind == .heading {
                lines += ["", texts[index].first ?? ""]
            } else {
                let bar = String(repeating: "█", count: lengths[index])
                lines.append((line(texts[index]) + BarTable.gap + bar).withoutTrailingSpaces)
            }
        }
        if !table.notes.isEmpty { lines.append("") }
        for note in table.notes { lines += LineBreaking.lines(note, width: width) }
        return lines
    }

    /// The length of each row's bar.
    private func lengths(of table: Table, room: Int) -> [Int] {
        guard let column = table.columns.firstIndex(where: { $0.visual == .dataBar }) else {
            return table.rows.map { _ in 0 }
        }
        let values = table.rows.map { $0.kind == .heading ? nil : max(0, $0[column].amount?.double ?? 0) }
        var largest: [Double] = []
        var group = 0.0
        for value in values.reversed() {
            group = max(group, value ?? 0)
            largest.append(group)
            if value == nil { group = 0 }
        }
        // The rows of a group take the largest of the whole group, which its first row has seen.
        var scale = 0.0
        return zip(values, largest.reversed()).enumerated().map { index, pair in
            let (value, seen) = pair
            guard let value else {
                scale = 0
                return 0
            }
            if index == 0 || values[index - 1] == nil { scale = seen }
            return value > 0 && scale > 0 ? max(1, Int((value / scale * Double(room)).rounded())) : 0
        }
    }
}
