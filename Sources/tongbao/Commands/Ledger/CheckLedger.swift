import ArgumentParser
import Facts
import LedgerStore

struct CheckLedger: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Verify the ledger; exit status 1 when something is wrong.",
        discussion: """
            Examples:
              tongbao ledger check
              tongbao ledger check --ledger 2026.sqlite
            """)

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        let store = try ledger.open()
        let findings = try Terminal.reporting { try store.check() }
        for finding in findings {
            try Terminal.line("\(finding.severity.rawValue)\t\(finding.problem). \(finding.remedy).")
        }
        if findings.contains(where: { $0.severity == .fault }) { throw Terminal.incomplete }
        Terminal.message("\(ledger.path): sound")
    }
}
