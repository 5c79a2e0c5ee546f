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
        try bytes().map { try catalogue($0) } ?? .builtIn
    }

    /// Looks facts up in the catalogue.
    func resolver() throws -> CatalogueResolver {
        guard let bytes = try bytes() else { return CatalogueResolver() }
        return CatalogueResolver(catalogue: try catalogue(bytes), table: bytes)
    }

    private func bytes() throws -> [UInt8]? {
        guard let file else { return nil }
        guard let contents = FileManager.default.contents(atPath: file) else {
            Terminal.message("tongbao: \(file): cannot be read; check the path and your permission")
            throw Terminal.incomplete
        }
        return try Terminal.reporting { try TableText.utf8([UInt8](contents), path: file) }
    }

    private func catalogue(_ bytes: [UInt8]) throws -> Catalogue {
        do throws(CatalogueError) {
            return try Catalogue(bytes)
        } catch {
            Terminal.message("tongbao: \(file ?? ""): \(error.description)")
            throw Terminal.incomplete
        }
    }
}
