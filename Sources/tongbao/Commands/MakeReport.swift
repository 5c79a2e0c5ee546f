import ArgumentParser
import Bulletins
import Facts
import LedgerStore
import Pipeline
import Places
import Reports

struct MakeReport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Read bulletins and write the month's report: workbook, CSV, text, web page.",
        discussion: """
            Examples:
              tongbao report seeds --out reports
              tongbao report bulletins --out reports --published 2026-04-03 --region 平城区
              tongbao report bulletins --out reports --month 2026-04 --places our-places.csv
              tongbao report april --out reports --ledger 2026.sqlite     with the earlier months of the ledger
              tongbao report --out reports --ledger 2026.sqlite --month 2026-03
            """)

    @Argument(help: "Bulletins: files, and folders with all their *.txt and *.md.")
    var paths: [String] = []

    @Option(help: ArgumentHelp("Folder for the reports; made where it does not exist.", valueName: "folder"))
    var out: String

    @Option(
        help: ArgumentHelp("Month to report on (default: the latest of the bulletins).", valueName: "2026-04"),
        transform: YearMonth.parse)
    var month: YearMonth?

    @Option(help: "Language of the labels: zh or en.", transform: Language.parse)
    var language: Language = .chinese

    @Option(
        help: ArgumentHelp(
            "A ledger that the bulletins join, and whose earlier months the report compares with; made where it does not exist.",
            valueName: "file"))
    var ledger: String?

    @OptionGroup var indicators: IndicatorOptions

    @OptionGroup var options: BulletinOptions

    func validate() throws {
        if paths.isEmpty, ledger == nil { throw ValidationError("Name bulletins, or a ledger that holds them.") }
    }

    func run() async throws {
        let gazetteer = try options.places.gazetteer()
        let batch = try options.batch()
        let folder = try Terminal.reporting { try ReportFolder(out) }
        let finder = BulletinFinder(paths)
        finder.tell(quiet: options.quiet)
        let store = try ledger.map { path in
            // Without bulletins there is nothing to store, so that a ledger on a read-only disk does.
            try LedgerOptions.open(path, paths.isEmpty ? .readOnly : .readWrite, resolver: try indicators.resolver())
        }
        var report = MonthlyReport(
            options: MonthlyReport.Options(
                language: language, month: month, region: options.region, gazetteer: gazetteer,
                catalogue: try indicators.catalogue(), generator: "Tongbao \(Tongbao.version)"))
        var failed = !finder.errors.isEmpty
        try await batch.read(finder.files) { outcome in
            switch outcome {
            case .read(let bulletin):
                guard let store else { return report.add(bulletin) }
                _ = try Terminal.reporting {
                    try store.add(BulletinRecord(bulletin, extractor: Tongbao.version))
                }
            case .failed(let error):
                failed = true
                Terminal.message("tongbao: \(error.description)")
            }
        }
        if let store { try Terminal.reporting { try report.add(store) } }
        guard report.bulletinCount > 0 else {
            if !failed { Terminal.message("tongbao: there are no bulletins to report on") }
            throw Terminal.incomplete
        }
        let written = try Terminal.reporting { try folder.write(report.report()) }
        if !options.quiet {
            Terminal.message(
                "\(report.bulletinCount) bulletins, \(report.factCount) facts, \(report.setAsideCount) numerals set aside → \(out): "
                    + written.joined(separator: ", "))
        }
        if failed { throw Terminal.incomplete }
    }
}

extension YearMonth {
    /// The month that an option names: 2026-04.
    static func parse(_ argument: String) throws -> YearMonth {
        guard let first = CalendarDate(argument + "-01") else {
            throw ValidationError("'\(argument)' is no month; write it like 2026-04.")
        }
        return YearMonth(year: first.year, month: first.month)
    }
}

extension Language {
    /// The language that an option names: zh or en.
    static func parse(_ argument: String) throws -> Language {
        switch argument {
        case "zh": .chinese
        case "en": .english
        default: throw ValidationError("'\(argument)' is no language of the reports; write zh or en.")
        }
    }
}
