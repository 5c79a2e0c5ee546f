import ArgumentParser
import Facts
import Foundation
import LedgerStore
import Pipeline

struct ListLedger: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the bulletins of the ledger, as they were published, with how much each holds.",
        discussion: """
            Examples:
              tongbao ledger list
              tongbao ledger list --withdrawn --json
            """)

    @Flag(help: "Also those withdrawn.")
    var withdrawn = false

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        let store = try ledger.open()
        let (bulletins, counts) = try Terminal.reporting {
            (try store.bulletins(includingWithdrawn: withdrawn), try store.counts())
        }
        // As they were published; those of no known day come last.
        let ordered = bulletins.enumerated().sorted { left, right in
            guard let day = left.element.published else {
                return right.element.published == nil && left.offset < right.offset
            }
            return right.element.published.map { (day, left.offset) < ($0, right.offset) } ?? true
        }.map(\.element)
        for bulletin in ordered {
            let count = counts[bulletin.id] ?? BulletinCounts()
            if json {
                try Terminal.line(try Line(bulletin, count).text())
            } else {
                let note = bulletin.withdrawal.map { "\twithdrawn \($0.at): \($0.reason)" } ?? ""
                try Terminal.line(
                    "\(bulletin.id)\t\(bulletin.published?.description ?? "—")\t\(count.facts)\t\(bulletin.identity.key)"
                        + "\t\(bulletin.title ?? ShownTitle.title(ofPath: bulletin.path))\(note)")
            }
        }
    }

    private struct Line: Encodable {
        var number: Int64
        var key: String
        var path: String
        var title: String?
        var published: String?
        var origin: String
        var articles: Int
        var facts: Int
        var setAside: Int
        var withdrawn: String?

        init(_ bulletin: BulletinSummary, _ count: BulletinCounts) {
            number = bulletin.id
            key = bulletin.identity.key
            path = bulletin.path
            title = bulletin.title
            published = bulletin.published?.description
            origin = bulletin.origin.rawValue
            articles = count.articles
            facts = count.facts
            setAside = count.setAside
            withdrawn = bulletin.withdrawal?.at
        }

        func text() throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
