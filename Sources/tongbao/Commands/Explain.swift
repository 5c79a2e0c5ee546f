import ArgumentParser
import Extraction
import Facts

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how a sentence is read: every numeral, its grammar, and why it was taken or set aside.",
        discussion: """
            Example:
              tongbao explain 截至目前，各社区累计清理野广告50余处、垃圾死角600余平方米。
            """)

    @Argument(help: "The sentence.")
    var text: [String]

    @OptionGroup var options: BulletinOptions

    func run() throws {
        let extraction = Extractor(gazetteer: try options.places.gazetteer()).extraction(
            of: text.joined(separator: " "), published: options.published, region: options.region)
        for fact in extraction.facts {
            try Terminal.line(
                "\(fact.text)  →  \(fact.qualifier.rawValue) \(fact.value)\(fact.upper.map { "–\($0)" } ?? "") \(fact.unit)"
            )
            let place = fact.place.joined(separator: " › ")
            let rows: [(String, String?)] = [
                ("item", fact.item), ("action", fact.action), ("place", place.isEmpty ? nil : place),
                ("period", fact.period),
                ("from", fact.from?.description), ("to", fact.to?.description),
                ("change", fact.change == .none ? nil : fact.change.rawValue),
                ("status", fact.status.rawValue), ("window", fact.window.rawValue),
                ("dimension", fact.dimension.rawValue),
                ("per", fact.per), ("comparison", fact.comparison), ("part of", fact.partOf.map(String.init)),
                ("equivalent to", fact.equivalentTo.map(String.init)), ("rule", fact.rule),
                ("confidence", fact.confidence.rawValue),
                ("reason", fact.reason),
            ]
            for case (let name, let value?) in rows {
                try Terminal.line("  \(name)\(String(repeating: " ", count: max(1, 15 - name.count)))\(value)")
            }
        }
        for numeral in extraction.setAside {
            try Terminal.line("\(numeral.text)  set aside: \(numeral.reason.rawValue) (\(numeral.rule))")
        }
    }
}
