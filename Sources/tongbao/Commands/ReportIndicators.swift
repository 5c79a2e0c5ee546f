import ArgumentParser
import Foundation
import Indicators
import Pipeline

/// The indicators of a report: a catalogue of the office's own, and which of its indicators are wanted.
struct ReportIndicators: ParsableArguments {
    @Option(
        name: .customLong("indicators"),
        help: ArgumentHelp(
            "Only these indicators, with commas between them; or a catalogue (CSV file) in place of the built-in one.",
            valueName: "names|file"))
    var values: [String] = []

    /// Names of the indicators wanted; empty for all.
    var names: [String] { Self.names(in: values.filter { !Self.isFile($0) }) }

    /// The catalogue, the built-in one unless a file is given.
    func catalogue() throws -> Catalogue { try file.catalogue() }

    /// Looks facts up in the catalogue.
    func resolver() throws -> CatalogueResolver { try file.resolver() }

    private var file: IndicatorOptions {
        var options = IndicatorOptions()
        options.file = values.first(where: Self.isFile)
        return options
    }

    private static func isFile(_ value: String) -> Bool {
        value.hasSuffix(".csv") || FileManager.default.fileExists(atPath: value)
    }

    /// Names that a person wrote into one value, with commas of either width between them.
    static func names(in values: [String]) -> [String] {
        values.flatMap { $0.split(whereSeparator: { ",，、".contains($0) }).map(String.init) }
    }
}
