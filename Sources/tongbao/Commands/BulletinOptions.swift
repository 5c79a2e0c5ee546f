import ArgumentParser
import Bulletins
import Extraction
import Facts
import Foundation
import Pipeline

/// What every command that reads bulletins takes.
struct BulletinOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Day of publication of bulletins that do not say it themselves.", valueName: "2026-04-03"))
    var published: CalendarDate?

    @Option(help: ArgumentHelp("Place that bulletins are about where they name none, such as 平城区.", valueName: "place"))
    var region: String = ""

    @Option(help: ArgumentHelp("How many files are read side by side (default: all cores).", valueName: "n"))
    var jobs: Int?

    @OptionGroup var places: PlaceOptions

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    /// Reads bulletins with what the options say of all of them.
    ///
    /// - Parameter setsAside: whether the numerals that are no fact are wanted as well.
    func batch(setsAside: Bool = true) throws -> BulletinBatch {
        BulletinBatch(
            extractor: Extractor(gazetteer: try places.gazetteer()),
            defaults: BulletinBatch.Defaults(published: published, region: region),
            width: jobs ?? ProcessInfo.processInfo.activeProcessorCount, setsAside: setsAside)
    }

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 up.") }
    }
}

extension BulletinFinder {
    /// Tells what could not be found and what was passed over.
    func tell(quiet: Bool) {
        for error in errors { Terminal.message("tongbao: \(error.description)") }
        if !quiet {
            for path in passedOver {
                Terminal.message("tongbao: \(path): passed over, for it is no .txt, .md or .html")
            }
        }
    }
}
