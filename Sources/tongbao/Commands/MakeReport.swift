import ArgumentParser
import Bulletins
import Facts
import Foundation
import LedgerStore
import Pipeline
import Places
import Reports
import Writers

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
              tongbao report --out reports --ledger 2026.sqlite --against 2026-03       what changed since March
              tongbao report bulletins --out reports --per-street --template office.csv
              tongbao report bulletins --out reports --streets 永泰街道,水泊寺街道 --indicators 志愿服务队
            """)

    @Argument(help: "Bulletins: files, and folders with all their *.txt, *.md and *.html.")
    var paths: [String] = []

    @Option(help: ArgumentHelp("Folder for the reports; made where it does not exist.", valueName: "folder"))
    var out: String

    @Option(
        help: ArgumentHelp("Month to report on (default: the latest that a bulletin is about).", valueName: "2026-04"),
        transform: YearMonth.parse)
    var month: YearMonth?

    @Option(help: "Language of the labels: zh or en.", transform: Language.parse)
    var language: Language = .chinese

    @Option(
        help: ArgumentHelp(
            "A ledger that the bulletins join, and whose earlier months the report compares with; made where it does not exist.",
            valueName: "file"))
    var ledger: String?

    @Option(
        help: ArgumentHelp(
            "What the month is compared with, figure by figure: another month (2026-03), or another ledger or folder of bulletins.",
            valueName: "month|path"))
    var against: String?

    @Option(
        help: ArgumentHelp(
            "Only these streets, with commas between them, by name, code or how the name begins.", valueName: "names"))
    var streets: [String] = []

    @OptionGroup var indicators: ReportIndicators

    @Flag(help: "Also write one workbook a street, with its communities, into the folder 'streets'.")
    var perStreet = false

    @Option(
        help: ArgumentHelp(
            "The office's titles, colours, fonts and logo: a table with the columns key,value.", valueName: "file"))
    var template: String?

    @Option(
        name: .customLong("csv-encoding"),
        help: "Encoding of the CSV files: utf-8, or gb18030 for old office programs.",
        transform: Writers.TextEncoding.parse)
    var encoding: Writers.TextEncoding = .utf8

    @Flag(name: .customLong("no-bom"), help: "Write CSV files for scripts, without byte order mark.")
    var leavesOutByteOrderMark = false

    @OptionGroup var options: BulletinOptions

    func validate() throws {
        if paths.isEmpty, ledger == nil { throw ValidationError("Name bulletins, or a ledger that holds them.") }
    }

    func run() async throws {
        try checkBaseline()
        let gazetteer = try options.places.gazetteer()
        let batch = try options.batch()
        let template = try self.template.map { path in
            try Terminal.reporting { try ReportTemplate(path: path) }
        }
        let files = ReportFiles(csvEncoding: encoding, writesByteOrderMark: !leavesOutByteOrderMark)
        let folder = try Terminal.reporting { try ReportFolder(out, files: files) }
        let finder = BulletinFinder(paths)
        finder.tell(quiet: options.quiet)
        let store = try ledger.map { path in
            // Without bulletins there is nothing to store, so that a ledger on a read-only disk does.
            try LedgerOptions.open(path, paths.isEmpty ? .readOnly : .readWrite, resolver: try indicators.resolver())
        }
        var choices = MonthlyReport.Options(
            language: language, month: month, region: options.region, gazetteer: gazetteer,
            catalogue: try indicators.catalogue(), generator: "Tongbao \(Tongbao.version)")
        choices.streets = ReportIndicators.names(in: streets)
        choices.indicators = indicators.names
        choices.template = template ?? ReportTemplate()
        choices.against = against.flatMap(YearMonth.init(key:))
        var report = MonthlyReport(options: choices)
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
        if !report.knowsRegion {
            Terminal.message(
                "tongbao: \(options.region) is in no table of places, so that no streets are compared; see tongbao places"
            )
        }
        if let month = report.silentMonth {
            Terminal.message(
                "tongbao: no bulletin tells a figure of \(month), so that the report shows only what is carried forward"
                    + (report.latestMonth.map { "; the latest month with figures is \($0)" } ?? ""))
        }
        for street in report.unlistedStreets {
            Terminal.message(
                "tongbao: \(street) is in no table of places, so that it takes no part in the comparison of streets. "
                    + "Add it with --places FILE, a table with the columns code,name,level,parent,short")
        }
        let other = try await baseline(choices, batch: batch, failed: &failed)
        var written: [String] = []
        do {
            let whole = try report.report(against: other)
            let byStreet = perStreet ? try report.reportsByStreet() : []
            written = try await Terminal.reportingWhatIsAwaited {
                try await folder.write(whole) + folder.writeWorkbooks(byStreet)
            }
        } catch let error as SelectionError where store == nil || paths.isEmpty {
            throw ValidationError(error.description)
        } catch let error as SelectionError {
            Terminal.message(
                "tongbao: \(error). The bulletins are in the ledger: report on it without them.")
            throw Terminal.incomplete
        }
        if !options.quiet {
            Terminal.message(
                [
                    Terminal.count(report.bulletinCount, "bulletin"), Terminal.count(report.factCount, "fact"),
                    Terminal.count(report.setAsideCount, "numeral") + " set aside → \(out): ",
                ].joined(separator: ", ") + written.joined(separator: ", "))
        }
        let others = folder.otherWorkbooks(than: written)
        if !others.isEmpty {
            Terminal.message(
                "tongbao: \(out) also holds workbooks that are not of this report; remove what an earlier one left: "
                    + others.joined(separator: ", "))
        }
        if failed { throw Terminal.incomplete }
    }

    /// Says so where what `--against` names is not there, before anything is read or stored.
    private func checkBaseline() throws {
        guard let against, YearMonth(key: against) == nil, !FileManager.default.fileExists(atPath: against) else {
            return
        }
        Terminal.message("tongbao: \(against): is neither a month like 2026-03 nor a ledger or folder that exists")
        throw Terminal.incomplete
    }

    /// What `--against` names where that is no month: a ledger, or bulletins.
    ///
    /// - Parameter failed: becomes true where a bulletin could not be read; the others are compared with.
    private func baseline(
        _ choices: MonthlyReport.Options, batch: BulletinBatch, failed: inout Bool
    ) async throws -> (report: MonthlyReport, name: String)? {
        guard let against, choices.against == nil else { return nil }
        var other = MonthlyReport(options: choices)
        let name = against.split(separator: "/").last.map(String.init) ?? against
        let isFolder = (try? FileManager.default.contentsOfDirectory(atPath: against)) != nil
        if isFolder || [".txt", ".md", ".html", ".htm"].contains(where: against.lowercased().hasSuffix) {
            let finder = BulletinFinder([against])
            finder.tell(quiet: options.quiet)
            failed = failed || !finder.errors.isEmpty
            try await batch.read(finder.files) { outcome in
                switch outcome {
                case .read(let bulletin): other.add(bulletin)
                case .failed(let error):
                    failed = true
                    Terminal.message("tongbao: \(error.description)")
                }
            }
        } else {
            let store = try LedgerOptions.open(against, .readOnly, resolver: try indicators.resolver())
            try Terminal.reporting { try other.add(store) }
        }
        return (other, name)
    }
}

extension Writers.TextEncoding {
    /// The encoding that an option names.
    fileprivate static func parse(_ argument: String) throws -> Self {
        guard let encoding = Self(rawValue: argument.lowercased()) else {
            throw ValidationError("'\(argument)' is no encoding of the CSV files; write utf-8 or gb18030.")
        }
        return encoding
    }
}

extension YearMonth {
    /// The month of a key such as 2026-04; `nil` for any other text.
    fileprivate init?(key: String) {
        guard let first = CalendarDate(key + "-01") else { return nil }
        self.init(year: first.year, month: first.month)
    }

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
