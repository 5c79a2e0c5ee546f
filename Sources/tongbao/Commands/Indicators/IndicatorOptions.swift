import ArgumentParser
import Bulletins
import Foundation
import Indicators
import Pipeline

/// The catalogue that a command works with.
struct IndicatorOptions: ParsableArguments {
    @Option(
        name: .customLong("indicators"),
        help: ArgumentHelp("A catalogue of indicators (CSV) in place of the built-in one.", valueName: "file"))
    var file: String?

    /// The catalogue, the built-in one unless a file is given.
    func catalogue() throws -> Catalogue {
        guard let file else { return .builtIn }
        guard let contents = FileManager.default.contents(atPath: file) else {
            Terminal.message("tongbao: \(file): cannot be read; check the path and your permission")
            throw Terminal.incomplete
        }
        let bytes = try Terminal.reporting { try TableText.utf8([UInt8](contents), path: file) }
        do throws(CatalogueError) {
            return try Catalogue(bytes)
        } catch {
            Terminal.message("tongbao: \(file): \(error.description)")
            throw Terminal.incomplete
        }
    }

    /// Looks facts up in the catalogue.
    func resolver() throws -> CatalogueResolver {
        CatalogueResolver(catalogue: try catalogue(), name: file ?? "")
    }
}
