internal import GRDB

/// What went wrong with a ledger, where, and what a person can do about it.
///
/// A ledger that reports an error is left as it was: every change is one transaction, and a file that is no sound ledger
/// of this version is never written to.
public struct LedgerError: Error, Sendable, Equatable {
    /// The fault, to match on.
    public enum Kind: Sendable, Equatable {
        /// The folder that should hold the ledger, or the ledger to be read, is not there.
        case missing
        /// The file is something else than a ledger.
        case notALedger
        /// The file is damaged.
        case damaged
        /// A newer Tongbao wrote the file.
        case newerVersion
        /// The file or its disk cannot be written to.
        case readOnly
        /// Another process held the ledger for longer than the waiting time.
        case busy
        /// The disk is full.
        case diskFull
        /// The ledger holds no bulletin under that name.
        case unknownBulletin
        /// The ledger holds no such fact.
        case unknownFact
        /// A decision that cannot be taken: an unknown field, a value that does not fit it, a malformed time.
        case invalidDecision
        /// A table to be read in (an export, a sheet, typed figures) does not have the expected form.
        case badTable
        /// The file that should be written is there already.
        case alreadyThere
        /// Any other failure of the file system or of SQLite.
        case failed
    }

    public let kind: Kind
    /// The file concerned.
    public let path: String
    /// The line in that file, from 1, where there is one.
    public let line: Int?
    /// What is wrong, in a sentence without the path.
    public let problem: String
    /// What to do about it, in a sentence.
    public let remedy: String

    public init(_ kind: Kind, path: String, line: Int? = nil, problem: String, remedy: String) {
        self.kind = kind
        self.path = path
        self.line = line
        self.problem = problem
        self.remedy = remedy
    }
}

extension LedgerError: CustomStringConvertible {
    /// `tongbao.sqlite: the file is damaged. Restore a backup …`
    public var description: String {
        let place = line.map { "\(path):\($0)" } ?? path
        return "\(place): \(problem). \(remedy)."
    }
}

extension LedgerError {
    /// The error that a failure of SQLite, of the file system or of this module amounts to.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as LedgerError: self = error
        case let error as DatabaseError: self.init(error, path: path)
        default:
            self.init(
                .failed, path: path, problem: "\(error)",
                remedy: "Check that the path and its permissions are as intended")
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_NOTADB: self = .notALedger(path)
        case .SQLITE_CORRUPT: self = .damaged(path, detail: detail)
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy, path: path, problem: "another process is holding the ledger",
                remedy: "Wait until it has finished, or end it, and run the command again")
        case .SQLITE_FULL:
            self.init(
                .diskFull, path: path, problem: "the disk is full; the bulletin being added was left out as a whole",
                remedy: "Free some space and run the command again: what is stored already is passed over")
        case .SQLITE_CANTOPEN:
            self.init(
                .failed, path: path, problem: "the file cannot be opened",
                remedy: "Check that it is a file and that you may read and write it and its folder")
        default:
            self.init(
                .failed, path: path, problem: "SQLite reports: \(detail)",
                remedy: "Run `tongbao ledger check` and, if it finds faults, restore a backup")
        }
    }

    static func notALedger(_ path: String) -> LedgerError {
        LedgerError(
            .notALedger, path: path, problem: "the file is not a ledger",
            remedy: "Name the ledger's file, or another file that does not exist yet; this one was left untouched")
    }

    static func damaged(_ path: String, detail: String) -> LedgerError {
        LedgerError(
            .damaged, path: path, problem: "the file is damaged (\(detail))",
            remedy: "Keep a copy of it, then restore a backup or make a new ledger from the last export")
    }

    static func newerVersion(_ path: String) -> LedgerError {
        LedgerError(
            .newerVersion, path: path, problem: "a newer version of Tongbao wrote this ledger",
            remedy: "Install that version; the file was left untouched")
    }

    static func readOnly(_ path: String) -> LedgerError {
        LedgerError(
            .readOnly, path: path, problem: "the ledger cannot be written to",
            remedy: "Make the file and its folder writable, or copy the ledger to a disk that is")
    }

    static func missing(_ path: String) -> LedgerError {
        LedgerError(
            .missing, path: path, problem: "there is no such ledger",
            remedy: "Check the path, or make a ledger with `tongbao ledger add`")
    }
}
