public import Facts
public import Scanning

/// A measure word or unit of measurement.
public struct MeasureWord: Sendable, Hashable {
    /// As it is written: `个`, `人次`, `平方米`.
    public let name: String
    public let dimension: Dimension
    /// The unit that it converts to, where it is physical.
    public let base: String?
    /// How many of the base unit it is, exactly; `nil` where nothing converts.
    public let factor: Number?
}

/// The measure words and units that a text is read with.
public struct UnitTable: Sendable {
    /// A unit found in a text.
    public struct Match: Sendable {
        /// Length in UTF-8 bytes.
        public let length: Int
        /// Position in `units`.
        public let index: Int
    }

    /// A fault in a table of units, with the line on which it stands.
    public enum Fault: Error, Sendable, Equatable {
        case table(TableError)
        case unknownDimension(line: Int, name: String)
        case badFactor(line: Int, text: String)
        case duplicate(line: Int, unit: String)
    }

    public let units: [MeasureWord]
    private let phrases: PhraseTable

    /// The units that Tongbao brings along.
    public static let builtIn: UnitTable = {
        // The table is checked by the tests; a fault in it would leave no unit, not a trap.
        (try? UnitTable(csv: BuiltInTable.units.bytes)) ?? UnitTable(units: [])
    }()

    private init(units: [MeasureWord]) {
        self.units = units
        var phrases = PhraseTable(capacity: units.count * 3)
        for (index, unit) in units.enumerated() { phrases.insert(unit.name.utf8, value: Int32(index)) }
        self.phrases = phrases
    }

    /// Reads a table with the columns `unit`, `dimension`, `base` and `factor`.
    ///
    /// - Throws: `Fault` with the line of the first fault.
    public init(csv bytes: [UInt8]) throws(Fault) {
        let table: ReadableTable
        do { table = try ReadableTable(bytes) } catch { throw .table(error) }
        var units: [MeasureWord] = []
        var seen: Set<String> = []
        for row in table.rows {
            guard let dimension = Dimension(rawValue: row["dimension"]) else {
                throw .unknownDimension(line: row.line, name: row["dimension"])
            }
            let factor = row["factor"].isEmpty ? nil : Number(row["factor"])
            if factor == nil, !row["factor"].isEmpty { throw .badFactor(line: row.line, text: row["factor"]) }
            guard seen.insert(row["unit"]).inserted else { throw .duplicate(line: row.line, unit: row["unit"]) }
            let base = row["base"].isEmpty ? nil : row["base"]
            units.append(MeasureWord(name: row["unit"], dimension: dimension, base: base, factor: factor))
        }
        self.init(units: units)
    }

    /// The longest unit that begins at the given byte of a UTF-8 text.
    public func match(in text: Span<UInt8>, at start: Int, end: Int) -> Match? {
        guard let match = phrases.longestMatch(in: text, at: start, end: end) else { return nil }
        return Match(length: match.length, index: Int(match.value))
    }

    /// Position in `units` of the unit with exactly this name.
    public func index(of name: String) -> Int? {
        phrases.value(of: name).map { Int($0) }
    }

    /// The unit with exactly this name.
    public func unit(named name: String) -> MeasureWord? {
        phrases.value(of: name).map { units[Int($0)] }
    }
}
