public import Scanning

/// A fault in a catalogue, with the line on which it stands and what to do.
public struct CatalogueError: Error, Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// The file is no readable table.
        case table(TableError.Kind)
        case missingColumn(String)
        case missingField(column: String)
        /// A field that takes one of a few words holds another.
        case unknownWord(column: String, found: String, allowed: [String])
        case invalidKey(String)
        case duplicateKey(String, firstLine: Int)
    }

    /// Number of the line in the file, from 1.
    public let line: Int
    public let kind: Kind

    public init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }
}

extension CatalogueError: CustomStringConvertible {
    /// The line, the fault and the remedy, in one English sentence.
    public var description: String {
        "line \(line): \(fault); \(remedy)"
    }

    private var fault: String {
        switch kind {
        case .table(let kind): kind.fault
        case .missingColumn(let name): "the column \(name) is missing"
        case .missingField(let column): "the field \(column) is empty"
        case .unknownWord(let column, let found, _): "\(column) cannot be “\(found)”"
        case .invalidKey(let key): "“\(key)” cannot be a key"
        case .duplicateKey(let key, let firstLine): "the key \(key) stands already on line \(firstLine)"
        }
    }

    /// What to do about the fault.
    public var remedy: String {
        switch kind {
        case .table(let kind): kind.remedy
        case .missingColumn: "add it to the header line"
        case .missingField: "fill it in"
        case .unknownWord(_, _, let allowed): "use one of \(allowed.joined(separator: ", "))"
        case .invalidKey:
            "use letters, digits, _ and ., begin with a letter, and avoid anything that looks like a cell address"
        case .duplicateKey: "give one of the rows another key"
        }
    }
}
