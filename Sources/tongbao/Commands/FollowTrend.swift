import ArgumentParser
import Metrics
import Pipeline
import Reports

struct FollowTrend: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trend",
        abstract: "Follow an indicator month by month, with bars and change.",
        discussion: """
            Examples:
              tongbao trend 志愿服务队
              tongbao trend 化解矛盾纠纷 --street 永泰街道 --street 水泊寺街道
              tongbao trend volunteer.team --by quarter --json
            """)

    @Argument(help: "Key or name of an indicator.")
    var indicator: String

    @Option(
        help: ArgumentHelp(
            "A street (default: the district's own figures and the sum of its streets).", valueName: "name"))
    var street: [String] = []

    @Option(
        help: ArgumentHelp("First month (default: the first with a figure).", valueName: "2026-01"),
        transform: YearMonth.parse)
    var from: YearMonth?

    @Option(
        help: ArgumentHelp("Last month (default: the latest with a figure).", valueName: "2026-12"),
        transform: YearMonth.parse)
    var to: YearMonth?

    @OptionGroup var options: SeriesOptions

    func validate() throws {
        if let from, let to, to < from { throw ValidationError("--from is later than --to.") }
    }

    func run() throws {
        let figures = try options.figures()
        let streets = try options.streets(street, in: figures)
        let series = try options.series([indicator], in: figures)
        try options.print(
            figures.trend(
                of: series, streets: streets, kind: options.by.kind,
                from: from.map { Month(year: $0.year, month: $0.month) },
                to: to.map { Month(year: $0.year, month: $0.month) }, language: options.language))
    }
}
