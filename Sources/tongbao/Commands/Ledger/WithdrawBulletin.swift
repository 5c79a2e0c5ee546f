import ArgumentParser
import LedgerStore

struct WithdrawBulletin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take a bulletin out of the statistics, or let it count again.",
        discussion: """
            Examples:
              tongbao ledger withdraw id:2026-04-017 --by 王某 --reason 错发
              tongbao ledger withdraw --undo 3 --by 王某 --reason 并未错发
            """)

    @Argument(help: "The bulletin's number or key, as `ledger list` shows them.")
    var bulletin: String

    @Flag(help: "Let a withdrawn bulletin count again.")
    var undo = false

    @OptionGroup var author: AuthorOptions
    @OptionGroup var ledger: CountingLedgerOptions

    func run() throws {
        let store = try ledger.openExisting()
        try Terminal.reporting {
            if undo {
                try store.restore(bulletin, reason: author.reason, author: author.author, at: author.at)
            } else {
                try store.withdraw(bulletin, reason: author.reason, author: author.author, at: author.at)
            }
        }
    }
}
