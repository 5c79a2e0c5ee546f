import ArgumentParser
import LedgerStore
import Pipeline

struct ExportLedger: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the whole ledger as CSV with a datapackage.json.",
        discussion: """
            Examples:
              tongbao ledger export --out export
              tongbao ledger import export --ledger copy.sqlite     a new ledger from it
            """)

    @Option(help: ArgumentHelp("Folder to write into; made where it does not exist.", valueName: "folder"))
    var out: String

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        let store = try ledger.open()
        try Terminal.reporting { try store.export(to: out) }
    }
}

struct ImportLedger: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make a new ledger from an export.",
        discussion: """
            Example:
              tongbao ledger import export --ledger copy.sqlite
            """)

    @Argument(help: "The folder that `ledger export` wrote.")
    var folder: String

    @OptionGroup var ledger: CountingLedgerOptions

    func run() throws {
        let resolver = try ledger.indicators.resolver()
        _ = try Terminal.reporting {
            try Ledger.make(ledger.path, fromExport: folder, resolver: resolver)
        }
    }
}

struct BackUpLedger: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the ledger into another file, also while it is in use.",
        discussion: """
            Example:
              tongbao ledger backup 2026-04.sqlite
            """)

    @Argument(help: "The file to make.")
    var file: String

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        let store = try ledger.open()
        try Terminal.reporting { try store.backup(to: file) }
    }
}
