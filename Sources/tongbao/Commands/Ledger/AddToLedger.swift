import ArgumentParser
import Bulletins
import LedgerStore
import Pipeline

struct AddToLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Read bulletins into the ledger; what is there already is passed over.",
        discussion: """
            A .csv beside the manifest is a table of figures typed by hand, with the columns 地区, 事项, 数值, 单位, 时期, 口径.

            Examples:
              tongbao ledger add bulletins --ledger 2026.sqlite
              tongbao ledger add corrected.txt --replaces id:2026-04-017
              tongbao ledger add figures.csv
            """)

    @Argument(
        help: "Bulletins: files, and folders with all their *.txt, *.md and *.html; tables of typed figures: *.csv.")
    var paths: [String]

    @Option(help: ArgumentHelp("Key or number of the bulletin that this one replaces.", valueName: "key"))
    var replaces: String?

    @OptionGroup var ledger: CountingLedgerOptions
    @OptionGroup var options: BulletinOptions

    func run() async throws {
        let batch = try options.batch()
        let tables = paths.filter { $0.lowercased().hasSuffix(".csv") }
        let finder = BulletinFinder(paths.filter { !tables.contains($0) })
        finder.tell(quiet: options.quiet)
        let found = tables.count + finder.files.count
        // A folder may hold many: each would replace the one before it.
        if replaces != nil, found != 1 {
            guard found > 1 || finder.errors.isEmpty else { throw Terminal.incomplete }
            throw ValidationError("--replaces takes one bulletin; here are \(found).")
        }
        let store = try ledger.open(.readWrite)
        var failed = !finder.errors.isEmpty
        var tally = Tally()
        for table in tables {
            do {
                tally.count(try store.add(try BulletinRecord(typedFigures: table), replacing: replaces))
            } catch {
                failed = true
                Terminal.message("tongbao: \(error)")
            }
        }
        try await batch.read(finder.files) { outcome in
            switch outcome {
            case .read(let bulletin):
                let record = BulletinRecord(bulletin, extractor: Tongbao.version)
                tally.count(try Terminal.reporting { try store.add(record, replacing: replaces) })
            case .failed(let error):
                failed = true
                Terminal.message("tongbao: \(error.description)")
            }
        }
        if !options.quiet { Terminal.message("\(ledger.path): \(tally.description)") }
        if failed { throw Terminal.incomplete }
    }

    /// How many bulletins came to what.
    private struct Tally {
        private var counts: [String: Int] = [:]

        mutating func count(_ outcome: AddOutcome) {
            let name =
                switch outcome {
                case .added: "added"
                case .unchanged: "unchanged"
                case .corrected: "corrected"
                case .reread: "read anew"
                case .superseded: "replaced before"
                case .withdrawn: "withdrawn before"
                }
            counts[name, default: 0] += 1
        }

        var description: String {
            let names = ["added", "corrected", "read anew", "unchanged", "replaced before", "withdrawn before"]
            let parts = names.compactMap { name in counts[name].map { "\($0) \(name)" } }
            return parts.isEmpty ? "nothing to add" : parts.joined(separator: ", ")
        }
    }
}
