import ArgumentParser
import Indicators

struct ShowIndicators: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Show the indicators of the catalogue with their names and aliases.",
        discussion: """
            Example:
              tongbao indicators
            """)

    func run() throws {
        for entry in Catalogue.builtIn.entries {
            let names = entry.names.joined(separator: "、")
            try Terminal.line("\(entry.indicator.key ?? "")\t\(names)\t\(entry.indicator.unit)")
        }
    }
}
