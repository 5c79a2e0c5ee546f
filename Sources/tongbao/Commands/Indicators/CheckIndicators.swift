import ArgumentParser
import Indicators

struct CheckIndicators: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find overlaps, circles, and units and keys that nobody knows; exit status 1 when there are any.",
        discussion: """
            Example:
              tongbao indicators check --indicators our-indicators.csv
            """)

    @OptionGroup var options: IndicatorOptions

    func run() throws {
        let catalogue = try options.catalogue()
        let file = options.file ?? "built-in"
        let findings = CatalogueCheck(catalogue).findings
        for finding in findings { try Terminal.line("\(file): \(finding.description)") }
        if !findings.isEmpty { throw Terminal.incomplete }
        Terminal.message("\(file): \(catalogue.entries.count) indicators, nothing doubtful")
    }
}
