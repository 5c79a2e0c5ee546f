import ArgumentParser
import Indicators

struct IndicatorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Show the catalogue of indicators, check it, and find what it lacks.",
        discussion: """
            Examples:
              tongbao indicators
              tongbao indicators check --indicators our-indicators.csv
              tongbao indicators suggest --ledger 2026.sqlite
            """,
        subcommands: [ListIndicators.self, CheckIndicators.self, SuggestIndicators.self],
        defaultSubcommand: ListIndicators.self)
}

struct ListIndicators: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show the indicators with their names and aliases.",
        discussion: """
            Examples:
              tongbao indicators list
              tongbao indicators list --indicators our-indicators.csv
            """)

    @OptionGroup var options: IndicatorOptions

    func run() throws {
        for entry in try options.catalogue().entries {
            let names = entry.names.joined(separator: "、")
            try Terminal.line("\(entry.indicator.key ?? "")\t\(names)\t\(entry.indicator.unit)")
        }
    }
}
