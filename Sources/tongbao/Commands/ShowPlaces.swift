import ArgumentParser
import Bulletins
import Foundation
import Places

/// The gazetteer that a command works with.
struct PlaceOptions: ParsableArguments {
    @Option(
        name: .customLong("places"),
        help: ArgumentHelp(
            "A table of places beside the built-in ones (code,name,level,parent,short).", valueName: "file"))
    var files: [String] = []

    /// The built-in gazetteer with the places of the files.
    func gazetteer() throws -> Gazetteer {
        var gazetteer = Gazetteer.builtIn
        for file in files {
            guard let bytes = FileManager.default.contents(atPath: file) else {
                Terminal.message("tongbao: \(file): cannot be read; check the path and your permission")
                throw Terminal.incomplete
            }
            let table = try Terminal.reporting { try TableText.utf8([UInt8](bytes), path: file) }
            do throws(GazetteerError) {
                gazetteer = try Gazetteer(extending: gazetteer, with: table)
            } catch {
                Terminal.message("tongbao: \(file): \(error.description)")
                throw Terminal.incomplete
            }
        }
        return gazetteer
    }
}

struct ShowPlaces: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places",
        abstract: "Show places of the gazetteer with their codes, and check a table of places.",
        discussion: """
            Examples:
              tongbao places 平城区                      the district and what lies in it
              tongbao places --places our-places.csv     checks the table, and counts its places
            """)

    @Argument(help: "Name, short name or code of a place.")
    var names: [String] = []

    @OptionGroup var options: PlaceOptions

    func run() throws {
        let gazetteer = try options.gazetteer()
        if names.isEmpty {
            for level in PlaceLevel.allCases {
                let count = gazetteer.places.count { gazetteer.level(of: $0) == level }
                if count > 0 { try Terminal.line("\(level)\t\(count)") }
            }
        }
        var isMissing = false
        for name in names {
            // 永泰 is a county by its short name, and streets are called so without 街道.
            let found =
                gazetteer.place(code: name).map { [$0] }
                ?? ["", "街道", "镇", "乡", "社区", "村"].flatMap { gazetteer.places(named: name + $0) }
            if found.isEmpty {
                isMissing = true
                Terminal.message(
                    "tongbao: \(name): not in the gazetteer; write the full name or add it with --places FILE")
            }
            for place in found {
                try Terminal.line(
                    "\(gazetteer.code(of: place))\t\(gazetteer.chain(of: place).joined(separator: " › "))")
                for child in gazetteer.children(of: place) {
                    try Terminal.line("  \(gazetteer.code(of: child))\t\(gazetteer.name(of: child))")
                }
            }
        }
        if isMissing { throw Terminal.incomplete }
    }
}
