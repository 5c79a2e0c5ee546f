import ArgumentParser
import Facts
import Foundation
import LedgerStore
import Pipeline

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Keep bulletins month after month: add, list, decide, check, export.",
        discussion: """
            Examples:
              tongbao ledger add bulletins --published 2026-04-03
              tongbao ledger list
              tongbao ledger decide --from 待核对.csv --by 李某
            """,
        subcommands: [
            AddToLedger.self, ListLedger.self, ShowBulletin.self, WithdrawBulletin.self, DecideFacts.self,
            CheckLedger.self, PrintCells.self, ReindexLedger.self, ExportLedger.self, ImportLedger.self,
            BackUpLedger.self,
        ])
}

/// The ledger that a command works with, for what it holds already.
struct LedgerOptions: ParsableArguments {
    @Option(
        name: .customLong("ledger"),
        help: ArgumentHelp("The ledger; `add` makes it where it does not exist.", valueName: "file"))
    var path = "tongbao.sqlite"

    /// The ledger, opened for reading; an error is told, and the command ends.
    func open() throws -> Ledger {
        try Terminal.reporting { try Ledger.open(path, access: .readOnly) }
    }
}

/// The ledger that a command works with, and the catalogue by which it counts facts.
struct CountingLedgerOptions: ParsableArguments {
    @OptionGroup var file: LedgerOptions
    @OptionGroup var indicators: IndicatorOptions

    var path: String { file.path }

    /// The ledger, opened; an error is told, and the command ends.
    func open(_ access: Ledger.Access) throws -> Ledger {
        try LedgerOptions.open(path, access, resolver: try indicators.resolver())
    }

    /// The ledger that is there already, opened for changes.
    func openExisting() throws -> Ledger {
        guard FileManager.default.fileExists(atPath: path) else { return try open(.readOnly) }
        return try open(.readWrite)
    }
}

extension LedgerOptions {
    /// Opens a ledger with the catalogue at hand: one that was named, or else the built-in one.
    ///
    /// A ledger that is opened for changes counts all its facts by one catalogue: by one that is named from then on, by a
    /// newer version of the built-in one too. Whoever names none does not mean to give up the office's own.
    static func open(_ path: String, _ access: Ledger.Access, resolver: CatalogueResolver) throws -> Ledger {
        let (store, counting) = try Terminal.reporting {
            let store = try Ledger.open(path, access: access, resolver: resolver)
            return (store, try store.resolverName)
        }
        if resolver.name.isEmpty, !counting.isEmpty {
            let remedy = "name it with --indicators \(counting)"
            guard access == .readWrite else {
                Terminal.message(
                    "tongbao: \(path) counts its facts by the catalogue \(counting), this command by the built-in one; "
                        + remedy)
                return store
            }
            throw ValidationError(
                "\(path) counts its facts by the catalogue \(counting): \(remedy), "
                    + "or let the built-in one count them with `tongbao ledger reindex`.")
        }
        if access == .readWrite {
            try Terminal.reporting { if try store.needsReindexing { try store.reindex() } }
        }
        return store
    }
}

/// Who decides, when and why.
struct AuthorOptions: ParsableArguments {
    @Option(name: .customLong("by"), help: ArgumentHelp("Who decides.", valueName: "name"))
    var author: String

    @Option(
        name: .customLong("on"), help: ArgumentHelp("Day of the decision (default: today).", valueName: "2026-04-03"))
    var day: CalendarDate?

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason = ""

    var at: String { day?.description ?? Self.now }

    /// This moment, in UTC, to the second.
    static var now: String { Date().formatted(.iso8601) }
}
