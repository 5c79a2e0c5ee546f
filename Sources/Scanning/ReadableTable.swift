/// A table that people edit: CSV (RFC 4180) with a header line; blank lines and lines that begin with `#` are comments.
///
/// A byte order mark, LF and CRLF line ends are accepted, so that a table saved by Excel or WPS reads like the built-in ones.
public struct ReadableTable: Sendable {
    /// One line of a table.
    public struct Row: Sendable {
        /// Number of the line in the file on which the row begins, from 1.
        public let line: Int
        /// Its part of the fields of all rows, which stand in one array: there are tens of thousands.
        public let fields: ArraySlice<String>
        /// The names of the columns: to compare the few there are costs less than to hash one.
        let columns: [String]

        /// The field of the named column; empty where the table or the row lacks it.
        public subscript(column: String) -> String {
            for index in 0..<min(fields.count, columns.count) where columns[index] == column {
                return fields[fields.startIndex + index]
            }
            return ""
        }
    }

    /// The names of the columns, in order.
    public let header: [String]
    public let rows: [Row]

    /// Reads a whole table.
    ///
    /// - Throws: `TableError` with the line where a quoted field does not end, a row has more fields than the header, a
    ///   column name stands twice, or the bytes are not UTF-8.
    public init(_ bytes: [UInt8]) throws(TableError) {
        var reader = CSVReader(bytes, comments: true)
        let (line, header) = try reader.next() ?? (1, [])
        for (index, name) in header.enumerated() where !name.isEmpty && header[..<index].contains(name) {
            throw TableError(line: line, kind: .duplicateColumn(name))
        }
        var fields: [String] = []
        var places: [(line: Int, fields: Range<Int>)] = []
        while true {
            let start = fields.count
            guard let line = try reader.next(appendingTo: &fields) else { break }
            let count = fields.count - start
            if count > header.count, fields[(start + header.count)...].contains(where: { !$0.isEmpty }) {
                throw TableError(line: line, kind: .tooManyFields(expected: header.count, found: count))
            }
            places.append((line, start..<fields.count))
        }
        self.header = header
        rows = places.map { Row(line: $0.line, fields: fields[$0.fields], columns: header) }
    }
}

/// A fault in a table, with the line on which it stands.
public struct TableError: Error, Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        case notUTF8
        case unterminatedQuote
        case duplicateColumn(String)
        case tooManyFields(expected: Int, found: Int)

        /// What is wrong, as a clause: `a quoted field does not end`.
        public var fault: String {
            switch self {
            case .notUTF8: "the text is not UTF-8"
            case .unterminatedQuote: "a quoted field does not end"
            case .duplicateColumn(let name): "the column \(name) stands twice"
            case .tooManyFields(let expected, let found): "\(found) fields where the header has \(expected)"
            }
        }

        /// What to do about it, as a clause: `close the quotation mark`.
        public var remedy: String {
            switch self {
            case .notUTF8: "save the file as CSV UTF-8"
            case .unterminatedQuote: "close the quotation mark"
            case .duplicateColumn: "remove one of the columns"
            case .tooManyFields: "quote fields that contain a comma"
            }
        }
    }

    /// Number of the line in the file, from 1.
    public let line: Int
    public let kind: Kind

    public init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }
}

/// Reads CSV (RFC 4180) row by row, without holding more than one row.
public struct CSVReader: Sendable {
    private let bytes: [UInt8]
    private let comments: Bool
    /// Whether all of it is UTF-8, so that no field need be looked through again.
    private let isUTF8: Bool
    private var position = 0
    private var line = 1
    /// How many fields the row before has.
    private var width = 0

    /// - Parameter comments: whether blank lines and lines that begin with `#` are passed over.
    public init(_ bytes: [UInt8], comments: Bool) {
        self.bytes = bytes
        self.comments = comments
        isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The next row with the number of its first line, or `nil` at the end.
    public mutating func next() throws(TableError) -> (line: Int, fields: [String])? {
        var fields: [String] = []
        fields.reserveCapacity(width)
        guard let line = try next(appendingTo: &fields) else { return nil }
        width = fields.count
        return (line, fields)
    }

    /// Appends the fields of the next row, and returns the number of its first line, or `nil` at the end.
    mutating func next(appendingTo fields: inout [String]) throws(TableError) -> Int? {
        if comments { skipComments() }
        guard position < bytes.count else { return nil }
        let start = line
        while true {
            fields.append(try field())
            guard position < bytes.count else { break }
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: ",") {
                if position == bytes.count { fields.append("") }
                continue
            }
            endLine(after: byte)
            break
        }
        return start
    }

    private mutating func skipComments() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "#"):
                while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            case UInt8(ascii: "\n"):
                position += 1
                line += 1
            case UInt8(ascii: "\r"):
                position += 1
            default:
                return
            }
        }
    }

    private mutating func endLine(after byte: UInt8) {
        line += 1
        if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    }

    private mutating func field() throws(TableError) -> String {
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try quotedField() }
        let start = position
        position = fieldEnd(from: start)
        return try text(bytes.span.extracting(start..<position))
    }

    /// Where a field without quotes ends.
    private func fieldEnd(from start: Int) -> Int {
        let span = bytes.span
        var end = start
        while end < span.count {
            let byte = span[end]
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            end += 1
        }
        return end
    }

    private mutating func quotedField() throws(TableError) -> String {
        let start = line
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                    // Text after the closing quote belongs to the field, as Excel reads it.
                    while position < bytes.count, ![UInt8(ascii: ","), 0x0A, 0x0D].contains(bytes[position]) {
                        content.append(bytes[position])
                        position += 1
                    }
                    return try text(content.span)
                }
                position += 1
            } else if byte == UInt8(ascii: "\n") {
                line += 1
            }
            content.append(byte)
        }
        throw TableError(line: start, kind: .unterminatedQuote)
    }

    private func text(_ content: Span<UInt8>) throws(TableError) -> String {
        // A field ends before a byte that stands for itself, so that none cuts a character apart.
        if isUTF8 { return unsafe String(copying: UTF8Span(unchecked: content)) }
        do { return String(copying: try UTF8Span(validating: content)) } catch {
            throw TableError(line: line, kind: .notUTF8)
        }
    }
}
