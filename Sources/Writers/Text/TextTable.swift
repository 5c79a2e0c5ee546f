public import Reports
import Scanning

/// Lays a table out in lines of fixed width, for terminals and messages.
///
/// Columns take what their texts need. Where that is wider than the page, sentences are wrapped first; where that is not
/// enough, the table is cut into parts that each repeat the leading columns.
public struct TextTable: Sendable {
    /// Display columns of the page; a table with one very wide column may be wider.
    public var width: Int
    public var language: Language
    private static let gap = 2
    /// Columns of text are not wrapped below this.
    private static let narrowest = 16
    /// Headers over figures are wrapped beyond this.
    private static let widestHeader = 12

    public init(width: Int = 80, language: Language = .chinese) {
        self.width = width
        self.language = language
    }

    /// The lines of the table: title, unit, header, rows and notes.
    public func lines(_ table: Table) -> [String] {
        let texts = table.rows.map { cellTexts(of: $0, in: table) }
        var widths = table.columns.indices.map { column in
            max(
                headerWidth(table, column), texts.lazy.map { $0[column].displayWidth }.max() ?? 0)
        }
        wrapTexts(table, &widths)
        let labels = Labels(language: language)
        var lines: [String] = []
        for (number, part) in parts(table, widths).enumerated() {
            if number > 0 { lines.append("") }
            let inner = part.reduce(-TextTable.gap) { $0 + widths[$1] + TextTable.gap }
            let title = table.title + (number > 0 ? labels.continued : "")
            lines += heading(title, unit: table.unitLine, width: inner)
            if number == 0 { lines += table.head.map { spread($0, width: inner) } }
            lines += header(table, part, widths)
            lines.append(String(repeating: "-", count: max(inner, 1)))
            for (row, texts) in zip(table.rows, texts) {
                if row.kind == .total {
                    lines.append(String(repeating: "-", count: max(inner, 1)))
                }
                lines += rowLines(texts, table, part, widths)
            }
        }
        for note in table.notes { lines += LineBreaking.lines(note, width: width) }
        return lines
    }

    private func cellTexts(of row: Row, in table: Table) -> [String] {
        table.columns.enumerated().map { index, column in
            let cell = row[index]
            if cell.isEmpty, row.kind == .heading || table.role == .data { return "" }
            let text = cell.displayText(format: column.format, language: language)
            return index == 0 ? String(repeating: "  ", count: row.indent + row.level) + text : text
        }
    }

    /// Narrows the columns of text, widest first, until the table fits or none can give more.
    private func wrapTexts(_ table: Table, _ widths: inout [Int]) {
        var excess = widths.reduce(-TextTable.gap) { $0 + $1 + TextTable.gap } - width
        let wrappable = table.columns.indices.filter { column in
            column > 0 && [.text, .prose].contains(table.columns[column].kind)
        }
        for column in wrappable.sorted(by: { (widths[$0], $1) > (widths[$1], $0) }) where excess > 0 {
            let given = min(excess, max(0, widths[column] - TextTable.narrowest))
            widths[column] -= given
            excess -= given
        }
    }

    /// Column positions of each part. The leading columns, one at least, stand in every part; columns under one header
    /// stay together.
    private func parts(_ table: Table, _ widths: [Int]) -> [[Int]] {
        let leading = Array(0..<min(max(1, table.layout.frozenColumns), widths.count))
        let leadingWidth = leading.reduce(0) { $0 + widths[$1] + TextTable.gap }
        var parts: [[Int]] = []
        var part = leading
        var used = leadingWidth
        func needed(_ columns: some Sequence<Int>) -> Int { columns.reduce(0) { $0 + widths[$1] + TextTable.gap } }
        for column in widths.indices.dropFirst(leading.count) {
            let group = table.headerGroup(at: column).clamped(to: leading.count..<widths.count)
            // Columns under one header go into the next part together, unless no part has room for them.
            let isWhole = leadingWidth + needed(group) - TextTable.gap <= width
            let ahead = column == group.lowerBound && isWhole ? needed(group) : needed([column])
            if used + ahead - TextTable.gap > width, part.count > leading.count {
                parts.append(part)
                part = leading
                used = leadingWidth
            }
            part.append(column)
            used += needed([column])
        }
        parts.append(part)
        return parts
    }

    /// A line of a form's head, its parts at both ends of the table.
    private func spread(_ line: String, width: Int) -> String {
        let parts = line.split(separator: "\t").map(String.init)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return line }
        return first + String(repeating: " ", count: max(2, width - first.displayWidth - last.displayWidth)) + last
    }

    private func heading(_ title: String, unit: String?, width: Int) -> [String] {
        guard let unit else { return [title] }
        let room = width - title.displayWidth - unit.displayWidth
        if room >= 2 { return [title + String(repeating: " ", count: room) + unit] }
        return [title, unit.padded(to: width, .trailing)]
    }

    /// What a header needs at least: headers over figures wrap, so that many columns stand side by side, and one that
    /// stands over several columns has the room of all of them.
    private func headerWidth(_ table: Table, _ column: Int) -> Int {
        let header = table.columns[column].header
        let neighbours = [column - 1, column + 1].filter(table.columns.indices.contains)
        let own = header.indices.filter { level in
            !neighbours.contains { table.columns[$0].header.prefix(level + 1) == header.prefix(level + 1) }
        }
        let widest = own.map { header[$0].displayWidth }.max() ?? 0
        return table.columns[column].kind.isNumeric ? min(widest, TextTable.widestHeader) : widest
    }

    /// The header lines; a heading that stands over several columns is centred over them, once, and wrapped to their width.
    private func header(_ table: Table, _ part: [Int], _ widths: [Int]) -> [String] {
        let depth = table.headerDepth
        return (0..<depth).flatMap { level -> [String] in
            var spans: [(lines: [String], room: Int, alignment: Column.Alignment)] = []
            var position = 0
            while position < part.count {
                let name = headerText(table.columns[part[position]], level: level, depth: depth)
                var end = position + 1
                if level + 1 < depth, !name.isEmpty {
                    while end < part.count,
                        headerText(table.columns[part[end]], level: level, depth: depth) == name
                    {
                        end += 1
                    }
                }
                let span = part[position..<end]
                let room = span.reduce(-TextTable.gap) { $0 + widths[$1] + TextTable.gap }
                let alignment = span.count > 1 ? .centre : table.columns[part[position]].alignment
                spans.append((name.isEmpty ? [] : LineBreaking.lines(name, width: room), room, alignment))
                position = end
            }
            let height = spans.map(\.lines.count).max() ?? 0
            // Headers stand on the lowest line, beside the figures.
            return (0..<height).map { line in
                spans.map { span in
                    let missing = height - span.lines.count
                    return (line < missing ? "" : span.lines[line - missing]).padded(to: span.room, span.alignment)
                }.joined(separator: "  ").withoutTrailingSpaces
            }
        }
    }

    /// Short headers stand on the lowest line, beside the figures.
    private func headerText(_ column: Column, level: Int, depth: Int) -> String {
        let missing = depth - column.header.count
        return level < missing ? "" : column.header[level - missing]
    }

    private func rowLines(_ texts: [String], _ table: Table, _ part: [Int], _ widths: [Int]) -> [String] {
        let cells = part.map { column in
            texts[column].displayWidth <= widths[column]
                ? [texts[column]] : LineBreaking.lines(texts[column], width: widths[column])
        }
        let height = cells.map(\.count).max() ?? 1
        return (0..<height).map { level in
            var line = ""
            for (column, lines) in zip(part, cells) {
                let text = level < lines.count ? lines[level] : ""
                line += text.padded(to: widths[column], table.columns[column].alignment) + "  "
            }
            return line.withoutTrailingSpaces
        }
    }
}

extension String {
    /// The text with spaces up to the display width; longer text stays as it is.
    func padded(to width: Int, _ alignment: Column.Alignment) -> String {
        let room = max(0, width - displayWidth)
        let left =
            switch alignment {
            case .leading: 0
            case .centre: room / 2
            case .trailing: room
            }
        return String(repeating: " ", count: left) + self + String(repeating: " ", count: room - left)
    }

    var withoutTrailingSpaces: String {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
