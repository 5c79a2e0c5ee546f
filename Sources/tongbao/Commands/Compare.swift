import ArgumentParser
import Metrics
import Pipeline
import Reports

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put streets side by side: each indicator with bars, rank and change.",
        discussion: """
            Examples:
              tongbao compare 永泰街道 水泊寺街道
              tongbao compare 永泰 水泊寺 开源 --indicator 志愿服务队 --month 2026-04
              tongbao compare 永泰 水泊寺 --by quarter --csv > streets.csv
            """)

    @Argument(help: "Streets, by name (with or without 街道) or code.")
    var streets: [String]

    @Option(
        help: ArgumentHelp("Key or name of an indicator (default: all that the streets report).", valueName: "name"))
    var indicator: [String] = []

    @Option(
        help: ArgumentHelp("The month, or one in the quarter or year (default: the latest).", valueName: "2026-04"),
        transform: YearMonth.parse)
    var month: YearMonth?

    @OptionGroup var options: SeriesOptions

    func run() throws {
        let figures = try options.figures()
        let streets = try options.streets(self.streets, in: figures)
        let series = try options.series(indicator, in: figures)
        guard let month = month.map({ Month(year: $0.year, month: $0.month) }) ?? figures.latestMonth else {
            Terminal.message("tongbao: \(options.ledger.path): there are no dated figures; name a month with --month")
            throw Terminal.incomplete
        }
        try options.print(
            figures.comparison(
                of: streets, series: indicator.isEmpty ? nil : series, month: month, kind: options.by.kind,
                language: options.language))
    }
}
