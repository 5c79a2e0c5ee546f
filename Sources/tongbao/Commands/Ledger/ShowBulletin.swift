import ArgumentParser
import Facts
import LedgerStore
import Scanning

struct ShowBulletin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what the ledger holds of a bulletin, each fact with its number and verdict.",
        discussion: """
            Examples:
              tongbao ledger show 3
              tongbao ledger show id:2026-04-017 --json
            """)

    @Argument(help: "The bulletin's number or key, as `ledger list` shows them.")
    var bulletin: String

    @Flag(help: "The facts as JSON Lines.")
    var json = false

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        let store = try ledger.open()
        let details = try Terminal.reporting { try store.show(bulletin) }
        if json {
            for stored in details.facts { try Terminal.line(stored.fact.jsonLine) }
            return
        }
        let summary = details.summary
        try Terminal.line("\(summary.identity.key)\t\(summary.title ?? "")\t\(summary.published?.description ?? "—")")
        try Terminal.line("\(summary.path)\t\(summary.source ?? "")")
        for step in details.withdrawals {
            try Terminal.line("\(step.kind.rawValue) \(step.at) by \(step.author): \(step.reason)")
        }
        for stored in details.facts {
            let fact = stored.fact
            let verdict = stored.verdict.map { "\t[\($0.rawValue)]" } ?? ""
            let item = fact.action.map { "\(fact.item)（\($0)）" } ?? fact.item
            let value = stored.asRead[.value] == nil ? fact.text : "\(fact.text) → \(fact.value)"
            let window = Field.window.label(of: fact.window.rawValue)
            try Terminal.line(
                "\(stored.id)\t\(fact.place.last ?? "—")\t\(item)\t\(value)\t\(fact.period ?? "—")\t\(window)"
                    + "\t\(fact.sentence.maskingPersonalNumbers)\(verdict)")
        }
        try Terminal.line(
            "\(Terminal.count(details.facts.count, "fact")), "
                + "\(Terminal.count(details.setAside.count, "numeral")) set aside, "
                + Terminal.count(details.replacedEditions, "earlier edition"))
    }
}
