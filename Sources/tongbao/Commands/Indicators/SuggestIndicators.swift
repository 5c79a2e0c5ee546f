import ArgumentParser
import Bulletins
import Extraction
import Facts
import Indicators
import LedgerStore
import Pipeline
import Reports
import Writers

struct SuggestIndicators: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Propose rows for the frequent items that the catalogue lacks, as CSV in its columns.",
        discussion: """
            The last columns tell how many facts and documents speak of the item, and give a sentence; a catalogue passes them
            over. Look the rows through, give them keys of your own, and add them to your catalogue.

            Examples:
              tongbao indicators suggest --ledger 2026.sqlite
              tongbao indicators suggest bulletins --least 5 > proposals.csv
            """)

    @Argument(
        help: "Bulletins: files, and folders with all their *.txt, *.md and *.html; none for those of the ledger.")
    var paths: [String] = []

    @Option(help: ArgumentHelp("How many facts must speak of an item.", valueName: "n"))
    var least = 3

    @OptionGroup var ledger: CountingLedgerOptions
    @OptionGroup var options: BulletinOptions

    func validate() throws {
        if least < 1 { throw ValidationError("--least takes a number from 1 up.") }
    }

    func run() async throws {
        let catalogue = try ledger.indicators.catalogue()
        var facts: [Fact] = []
        var failed = false
        if paths.isEmpty {
            let store = try ledger.open(.readOnly)
            try Terminal.reporting { try store.readFacts { facts.append($0.fact) } }
        } else {
            let batch = try options.batch(setsAside: false)
            let finder = BulletinFinder(paths)
            finder.tell(quiet: options.quiet)
            failed = !finder.errors.isEmpty
            try await batch.read(finder.files) { outcome in
                switch outcome {
                case .read(let bulletin): facts += bulletin.extraction.facts
                case .failed(let error):
                    failed = true
                    Terminal.message("tongbao: \(error.description)")
                }
            }
        }
        try Terminal.csv(Self.table(of: catalogue.suggestions(from: facts, least: least)))
        if failed { throw Terminal.incomplete }
    }

    /// The rows under the catalogue's columns, with the evidence behind them.
    private static func table(of suggestions: [CatalogueSuggestion]) -> Table {
        let columns = Catalogue.columns + ["facts", "documents", "example"]
        let rows = suggestions.map { suggestion in
            Row(
                (suggestion.fields + [String(suggestion.facts), String(suggestion.documents), suggestion.example])
                    .map { .text($0) })
        }
        return Table(
            key: "indicators", title: "", role: .data, columns: columns.map { Column(key: $0, header: [$0]) },
            rows: Rows(rows))
    }
}
