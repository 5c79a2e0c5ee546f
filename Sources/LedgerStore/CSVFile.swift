internal import Bulletins
internal import Foundation
internal import Scanning

/// Text in the cells of a spreadsheet that would run it as a formula.
///
/// A leading apostrophe defuses such text, and stands before text that has one itself, so that taking one apostrophe off
/// gives the text back.
enum Defusing {
    private static let dangerous: Set<Character> = ["=", "+", "-", "@", "\t", "\r", "\r\n", "＝", "＋", "－", "＠", "'"]

    static func defused(_ text: String) -> String {
        guard let first = text.first, dangerous.contains(first) else { return text }
        return "'" + text
    }

    static func original(_ text: String) -> String {
        guard text.first == "'" else { return text }
        let rest = text.dropFirst()
        return rest.first.map(dangerous.contains) == true ? String(rest) : text
    }
}

/// Writes a table of an export: UTF-8 with byte order mark, CRLF, RFC 4180. The file appears when it is complete.
struct CSVFile: ~Copyable {
    private let path: String
    private let table: ExportTable
    private let handle: FileHandle
    private var buffer: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(_ table: ExportTable, folder: String) throws {
        self.table = table
        path = folder + "/" + table.fileName
        let partial = path + ".partial"
        guard FileManager.default.createFile(atPath: partial, contents: nil),
            let handle = FileHandle(forWritingAtPath: partial)
        else { throw CSVFile.cannotWrite(path) }
        self.handle = handle
        appendLine(table.columns.map(\.name))
    }

    mutating func append(_ values: [String]) throws {
        appendLine(zip(table.columns, values).map { $0.type == .string ? Defusing.defused($1) : $1 })
        if buffer.count > 1 << 16 { try flush() }
    }

    consuming func finish() throws {
        try flush()
        try handle.close()
        try CSVFile.replace(path, with: path + ".partial")
    }

    private mutating func appendLine(_ values: [String]) {
        for (index, value) in values.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            let bytes = value.utf8
            let needsQuotes = bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
            guard needsQuotes else {
                buffer.append(contentsOf: bytes)
                continue
            }
            buffer.append(0x22)
            for byte in bytes {
                if byte == 0x22 { buffer.append(0x22) }
                buffer.append(byte)
            }
            buffer.append(0x22)
        }
        buffer.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func flush() throws {
        do {
            try handle.write(contentsOf: buffer)
        } catch {
            throw CSVFile.cannotWrite(path)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    static func write(_ data: Data, to path: String) throws {
        do {
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw cannotWrite(path)
        }
    }

    private static func replace(_ path: String, with partial: String) throws {
        do {
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
            try FileManager.default.moveItem(atPath: partial, toPath: path)
        } catch {
            throw cannotWrite(path)
        }
    }

    static func cannotWrite(_ path: String) -> LedgerError {
        LedgerError(
            .failed, path: path, problem: "the file cannot be written",
            remedy: "Check that you may write to the folder and that its disk has room")
    }
}

/// Reads a table with a header line; columns may stand in any order.
struct CSVTable {
    struct Row {
        let path: String
        let line: Int
        let fields: [String]
        let columns: [String: Int]

        /// The text of the named column, defusing undone; empty where there is none.
        subscript(column: String) -> String {
            guard let index = columns[column], index < fields.count else { return "" }
            return Defusing.original(fields[index])
        }

        /// The text of the named column, or nothing where the cell is empty.
        func text(_ column: String) -> String? {
            self[column].nonEmpty
        }

        func fault(_ problem: String, _ remedy: String) -> LedgerError {
            LedgerError(.badTable, path: path, line: line, problem: problem, remedy: remedy)
        }

        /// The column's text read as a value.
        func value<Value>(_ column: String, _ read: (String) -> Value?) throws -> Value {
            let text = self[column]
            guard let value = read(text) else {
                throw fault("“\(text)” cannot stand in the column “\(column)”", "Correct the cell or leave the row out")
            }
            return value
        }

        /// The column's text read as a value, or nothing where the cell is empty.
        func optional<Value>(_ column: String, _ read: (String) -> Value?) throws -> Value? {
            self[column].isEmpty ? nil : try value(column, read)
        }
    }

    let header: [String]
    let rows: [Row]

    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw LedgerError(
                .missing, path: path, problem: "the file cannot be read", remedy: "Check the path and its permissions")
        }
        let text: [UInt8]
        do {
            text = try TableText.utf8([UInt8](data), path: path)
        } catch {
            throw LedgerError(
                .badTable, path: path, problem: "the text is neither UTF-8 nor GB 18030",
                remedy: "Save the table as CSV, not as a workbook")
        }
        var reader = CSVReader(text, comments: false)
        var header: [String] = []
        var rows: [Row] = []
        var columns: [String: Int] = [:]
        do {
            while let (line, fields) = try reader.next() {
                if header.isEmpty {
                    header = fields
                    for (index, name) in fields.enumerated() where columns[name] == nil { columns[name] = index }
                } else if fields.contains(where: { !$0.isEmpty }) {
                    rows.append(Row(path: path, line: line, fields: fields, columns: columns))
                }
            }
        } catch {
            throw LedgerError(
                .badTable, path: path, line: error.line,
                problem: "the table is not sound CSV: \(error.kind.fault)",
                remedy: "Mend the table: \(error.kind.remedy)")
        }
        self.header = header
        self.rows = rows
    }
}

extension String {
    /// Nothing where the text is empty.
    var nonEmpty: String? { isEmpty ? nil : self }
}
