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
            CheckLedger.self, PrintCells.self, ExportLedger.self, ImportLedger.self, BackUpLedger.self,
        ])
}

/// The ledger that a command works with.
struct LedgerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The ledger; `add` makes it where it does not exist.", valueName: "file"))
    var ledger = "tongbao.sqlite"

    @OptionGroup var indicators: IndicatorOptions

    /// The ledger, opened; an error is told, and the command ends.
    func open(_ access: Ledger.Access) throws -> Ledger {
        try Self.open(ledger, access, resolver: try indicators.resolver())
    }

    /// Opens a ledger; one that is opened for changes counts its facts by the catalogue at hand from then on.
    static func open(_ path: String, _ access: Ledger.Access, resolver: CatalogueResolver) throws -> Ledger {
        try Terminal.reporting {
            let store = try Ledger.open(path, access: access, resolver: resolver)
            if access == .readWrite, try store.needsReindexing { try store.reindex() }
            return store
        }
    }

    /// The ledger that is there already, opened for changes.
    func openExisting() throws -> Ledger {
        guard FileManager.default.fileExists(atPath: ledger) else { return try open(.readOnly) }
        return try open(.readWrite)
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
