import ArgumentParser
import LedgerStore
import Pipeline

struct ReindexLedger: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reindex",
        abstract: "Count all facts of the ledger by a catalogue, from now on.",
        discussion: """
            The built-in catalogue, where none is named. `add` and the other commands that change a ledger do the same where
            they are given another catalogue than before.

            Examples:
              tongbao ledger reindex --indicators our-indicators.csv
              tongbao ledger reindex --ledger 2026.sqlite
            """)

    @OptionGroup var ledger: CountingLedgerOptions

    func run() throws {
        let resolver = try ledger.indicators.resolver()
        try Terminal.reporting {
            _ = try Ledger.open(ledger.path, access: .readOnly)
            try Ledger.open(ledger.path, resolver: resolver).reindex()
        }
    }
}
