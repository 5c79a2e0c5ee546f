import Facts
import Scanning
public import Units

extension Catalogue {
    /// The catalogue that Tongbao brings along: the sixty-two indicators of community governance to begin with.
    public static let builtIn: Catalogue = {
        // The table is checked by the tests; a fault in it would leave ad-hoc indicators, not a trap.
        (try? Catalogue(BuiltInTable.indicators.bytes)) ?? Catalogue(entries: [], units: .builtIn)
    }()

    /// The columns of a catalogue, in the order in which the built-in one has them.
    public static let columns = [
        "key", "name", "english", "aliases", "patterns", "unit", "measures", "dimension", "window", "aggregation",
        "direction", "overlaps", "parent", "numerator", "denominator",
    ]

    /// Reads a catalogue: CSV as a spreadsheet program saves it, in UTF-8.
    ///
    /// Only `key`, `name`, `unit`, `dimension` and `window` must be there; columns with other names are passed over.
    ///
    /// - Throws: `CatalogueError` with the line of the first fault and its remedy.
    public init(_ bytes: [UInt8], units: UnitTable = .builtIn) throws(CatalogueError) {
        let table: ReadableTable
        do { table = try ReadableTable(bytes) } catch {
            throw CatalogueError(line: error.line, kind: .table(error.kind))
        }
        for column in ["key", "name", "unit", "dimension", "window"] where !table.header.contains(column) {
            throw CatalogueError(line: 1, kind: .missingColumn(column))
        }
        var entries: [CatalogueEntry] = []
        var lineOfKey: [String: Int] = [:]
        for row in table.rows {
            let entry = try CatalogueEntry(row, position: entries.count)
            let key = row["key"]
            if let firstLine = lineOfKey.updateValue(row.line, forKey: key) {
                throw CatalogueError(line: row.line, kind: .duplicateKey(key, firstLine: firstLine))
            }
            entries.append(entry)
        }
        self.init(entries: entries, units: units)
    }
}

extension CatalogueEntry {
    init(_ row: ReadableTable.Row, position: Int) throws(CatalogueError) {
        for column in ["key", "name"] where row[column].isEmpty {
            throw CatalogueError(line: row.line, kind: .missingField(column: column))
        }
        guard Catalogue.isValidKey(row["key"]) else {
            throw CatalogueError(line: row.line, kind: .invalidKey(row["key"]))
        }
        let unit = row["unit"]
        let dimension: Dimension = try row.word("dimension")
        let overlaps = row["overlaps"]
        let quotient: Quotient? =
            row["numerator"].isEmpty && row["denominator"].isEmpty
            ? nil : Quotient(numerator: row["numerator"], denominator: row["denominator"])
        line = row.line
        names = [row["name"]] + row.list("aliases")
        patterns = row.list("patterns")
        measures = [unit] + row.list("measures").filter { $0 != unit }
        overlappingItems = overlaps == "yes" ? [] : row.list("overlaps")
        indicator = Indicator(
            identity: Indicator.Identity(key: row["key"], item: "", action: nil, unit: unit, dimension: dimension),
            name: row["name"], english: row["english"].isEmpty ? nil : row["english"],
            defaultWindow: try row.word("window"),
            aggregation: try row.word("aggregation", default: Aggregation.none),
            direction: try row.word("direction", default: Direction.neutral),
            overlapsBetweenPlaces: !overlaps.isEmpty, parent: row["parent"].isEmpty ? nil : row["parent"],
            quotient: quotient, position: position)
    }
}

extension Catalogue {
    /// Whether a text can be a key: letters (Chinese ones too), digits, `_` and `.`, a letter first, and nothing that a
    /// spreadsheet takes for a cell (`A1`, `R1C1`).
    public static func isValidKey(_ text: String) -> Bool {
        guard let first = text.first, first.isLetter else { return false }
        guard text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }), text.count <= 255 else {
            return false
        }
        let upper = text.uppercased()
        let letters = upper.prefix { $0.isASCII && $0.isLetter }
        let rest = upper.dropFirst(letters.count)
        let isCell = (1...3).contains(letters.count) && !rest.isEmpty && rest.allSatisfy(\.isNumber)
        let isRowOrColumn = upper.first == "R" || upper.first == "C"
        let isRowColumn = isRowOrColumn && upper.allSatisfy { $0 == "R" || $0 == "C" || $0.isNumber }
        return !isCell && !isRowColumn
    }
}

extension ReadableTable.Row {
    fileprivate func list(_ column: String) -> [String] {
        self[column].split { "、|;；".contains($0) }.map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
    }

    fileprivate func word<Word>(_ column: String, default other: Word? = nil) throws(CatalogueError) -> Word
    where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
        let text = self[column]
        if text.isEmpty, let other { return other }
        guard let word = Word(rawValue: text) else {
            let allowed = Word.allCases.map(\.rawValue)
            throw CatalogueError(
                line: line,
                kind: text.isEmpty
                    ? .missingField(column: column)
                    : .unknownWord(column: column, found: text, allowed: allowed))
        }
        return word
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
