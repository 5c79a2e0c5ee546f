internal import Foundation
internal import GRDB
internal import Synchronization

/// The memory of a district office: bulletins, their facts, the numerals set aside, and what people decided about them,
/// in one SQLite file.
///
/// ```swift
/// let ledger = try Ledger.open("tongbao.sqlite", resolver: LiteralResolver())
/// try ledger.add(record)
/// for fact in try ledger.facts(where: FactFilter(indicators: ["志愿服务队"])) { … }
/// ```
///
/// Adding a bulletin, withdrawing one and taking decisions are one transaction each: a process killed at any moment
/// leaves whole bulletins only. Several processes may use the file at once; one that wants to write waits for the other.
public final class Ledger: Sendable {
    /// How a ledger is opened.
    public enum Access: Sendable, Hashable {
        /// Reads and writes; the file is made if it is not there.
        case readWrite
        /// Only reads; works on a disk that cannot be written to.
        case readOnly
    }

    /// The file's path as given.
    public let path: String
    let resolver: any FactResolver
    let queue: DatabaseQueue
    let dictionaries = Mutex(Dictionaries())

    private init(path: String, resolver: any FactResolver, queue: DatabaseQueue) {
        self.path = path
        self.resolver = resolver
        self.queue = queue
    }

    /// Opens the ledger at a path.
    ///
    /// - Parameters:
    ///   - resolver: looks up what facts count as when they are added, corrected or indexed again.
    ///   - patience: how many seconds to wait for another process that is writing.
    /// - Throws: `LedgerError` where the file is damaged, is no ledger, was written by a newer version, or cannot be opened
    ///   as asked. Nothing is written then.
    public static func open(
        _ path: String, access: Access = .readWrite, resolver: any FactResolver = LiteralResolver(),
        patience: Double = 600
    ) throws(LedgerError) -> Ledger {
        do {
            let isNew = try inspect(path, access: access)
            let queue =
                switch access {
                case .readWrite: try openForWriting(path, patience: patience)
                case .readOnly: try openForReading(path, patience: patience)
                }
            let ledger = Ledger(path: path, resolver: resolver, queue: queue)
            if access == .readWrite {
                try queue.inDatabase { db in
                    // Up to version 1, decisions of one moment stood in alphabetical order.
                    try Schema.migrate(db) { earlier in if earlier == 1 { try ledger.applyAllDecisions(db) } }
                }
                if isNew { try ledger.write(ledger.noteResolver) }
            }
            return ledger
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Looks at the file before anything is written to it.
    ///
    /// - Returns: whether it is yet to be made.
    private static func inspect(_ path: String, access: Access) throws -> Bool {
        let files = FileManager.default
        var isFolder: ObjCBool = false
        guard unsafe files.fileExists(atPath: path, isDirectory: &isFolder) else {
            if access == .readOnly { throw LedgerError.missing(path) }
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            guard unsafe files.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
                throw LedgerError(
                    .missing, path: path, problem: "the folder \(folder) is not there",
                    remedy: "Make the folder, or name another place for the ledger")
            }
            guard files.isWritableFile(atPath: folder) else { throw LedgerError.readOnly(path) }
            return true
        }
        guard !isFolder.boolValue, let file = FileHandle(forReadingAtPath: path) else {
            throw LedgerError(
                .failed, path: path, problem: isFolder.boolValue ? "this is a folder" : "the file cannot be read",
                remedy: "Name the ledger's file, and check that you may read it")
        }
        let header = try file.read(upToCount: 16) ?? Data()
        try file.close()
        if header.isEmpty {
            if access == .readOnly { throw LedgerError.notALedger(path) }
            return true
        }
        guard header == Data("SQLite format 3\0".utf8) else { throw LedgerError.notALedger(path) }
        let (application, version, tables) = try openForReading(path, patience: 60).read { db in
            (
                try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0, try Schema.version(of: db),
                try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            )
        }
        // A file without any table is one that another process is just making.
        if tables == 0, application == 0, version == 0 {
            guard access == .readWrite else {
                throw LedgerError(
                    .notALedger, path: path, problem: "the file holds nothing yet; making the ledger was cut short",
                    remedy: "Add the bulletins to it again, or remove the file")
            }
            return true
        }
        guard application == Schema.applicationID else { throw LedgerError.notALedger(path) }
        guard version <= Schema.versions.count else { throw LedgerError.newerVersion(path) }
        if access == .readWrite, !files.isWritableFile(atPath: path) { throw LedgerError.readOnly(path) }
        return false
    }

    private static func openForWriting(_ path: String, patience: Double) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { db in
            // Only a new file takes the page size; longer pages suit the packed columns.
            try db.execute(sql: "PRAGMA page_size = 8192")
        }
        // SQLite reports a busy file at once, without waiting, while another process switches it to WAL.
        for _ in 0..<200 {
            do {
                return try DatabaseQueue(path: path, configuration: configuration)
            } catch DatabaseError.SQLITE_BUSY {
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Lets SQLite undo what a process left half done that was killed before the file was in WAL mode, or while it was
    /// setting that up: a connection that only reads refuses to.
    private static func recover(_ path: String, patience: Double) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        _ = try queue.inDatabase { db in try Schema.version(of: db) }
        try queue.close()
    }

    private static func openForReading(_ path: String, patience: Double) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(patience)
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            _ = try queue.read { db in try Schema.version(of: db) }
            return queue
        } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR].contains(error.resultCode)
        {
            // A file in WAL mode wants a shared-memory file beside it. Where none can be made, nobody can be writing.
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let files = FileManager.default
            if error.resultCode == .SQLITE_READONLY, files.isWritableFile(atPath: folder),
                files.isWritableFile(atPath: path)
            {
                try recover(path, patience: patience)
                return try DatabaseQueue(path: path, configuration: configuration)
            }
            guard !files.isWritableFile(atPath: folder),
                let name = URL(fileURLWithPath: path).absoluteString.split(separator: "?").first
            else { throw error }
            return try DatabaseQueue(path: "\(name)?immutable=1", configuration: configuration)
        }
    }
}

// MARK: - Transactions

extension Ledger {
    /// Reads within one snapshot of the ledger and hands over what is read to a caller's body by `handOver`, whose own errors
    /// come out as they are.
    func readHandingOver(_ read: (Database) throws -> Void) throws {
        do {
            try queue.read(read)
        } catch let error as BodyError {
            throw error.error
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    static func handOver(_ call: () throws -> Void) throws {
        do { try call() } catch { throw BodyError(error: error) }
    }

    /// An error of a caller's body on its way past those of the ledger.
    private struct BodyError: Error {
        let error: any Error
    }

    /// Reads within one snapshot of the ledger.
    func read<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
        do {
            return try queue.read(body)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Writes in one transaction, which waits for other writers first and is undone as a whole where the body throws.
    func write<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
        do {
            return try queue.writeWithoutTransaction { db in
                var result: Result?
                try db.inTransaction(.immediate) {
                    result = try body(db)
                    return .commit
                }
                guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
                return result
            }
        } catch {
            // Numbers given out in the transaction that failed are not in the file.
            dictionaries.withLock { $0 = Dictionaries() }
            throw LedgerError(error, path: path)
        }
    }
}

// MARK: - Settings

extension Ledger {
    enum Setting: String {
        /// Version of the resolver under which all facts were looked up.
        case resolver
        /// What people call the tables of that resolver.
        case resolverName
    }

    /// Notes under which resolver the facts are looked up from now on.
    func noteResolver(_ db: Database) throws {
        try set(.resolver, to: resolver.version, in: db)
        try set(.resolverName, to: resolver.name, in: db)
    }

    func setting(_ setting: Setting) throws(LedgerError) -> String? {
        try read { db in
            try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [setting.rawValue])
        }
    }

    func set(_ setting: Setting, to value: String, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            arguments: [setting.rawValue, value])
    }
}
