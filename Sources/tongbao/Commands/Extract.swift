import ArgumentParser
import Bulletins
import Extraction
import Facts
import Foundation
import Pipeline

struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print every figure of bulletins as one JSON object a line.",
        discussion: """
            Examples:
              tongbao extract seeds
              tongbao extract --published 2026-04-03 --region 平城区 bulletin.txt
              cat bulletin.txt | tongbao extract --all -
              tongbao extract --timing --jobs 1 bulletins > facts.jsonl
            """)

    @Argument(help: "Files, folders (their *.txt, *.md and *.html), or - for one document from standard input.")
    var paths: [String]

    @Flag(help: "Also print the numerals set aside, with the reason.")
    var all = false

    @Flag(help: "Tell at the end, on standard error, how many files were read and how fast.")
    var timing = false

    @OptionGroup var options: BulletinOptions

    func run() async throws {
        let batch = try options.batch(setsAside: all)
        var speed = Speed()
        defer { if timing { Terminal.message(speed.description) } }
        var failed = false
        if paths == ["-"] {
            let bytes = try Terminal.standardInput()
            failed = try !printPieces(&speed) { try batch.read(standardInput: bytes, each: $0) }
        } else {
            let finder = BulletinFinder(paths)
            finder.tell(quiet: options.quiet)
            failed = !finder.errors.isEmpty
            if finder.files.count == 1 {
                let isRead = try printPieces(&speed) { try batch.read(finder.files[0], each: $0) }
                failed = failed || !isRead
            } else {
                // The lines are made where the file was read, side by side with others.
                let lines: @Sendable (BulletinBatch.Outcome) -> Result<Lines, BulletinError> = { [all] outcome in
                    switch outcome {
                    case .read(let bulletin): .success(Lines(bulletin, all: all))
                    case .failed(let error): .failure(error)
                    }
                }
                try await batch.read(finder.files, making: lines) { outcome in
                    switch outcome {
                    case .success(let lines):
                        speed.add(lines.source)
                        try Terminal.write(lines.bytes, to: STDOUT_FILENO)
                    case .failure(let error):
                        failed = true
                        Terminal.message("tongbao: \(error.description)")
                    }
                }
            }
        }
        if failed { throw Terminal.incomplete }
    }

    /// Prints the records of one document while it is read, so that its size alone decides how much memory it takes.
    ///
    /// - Returns: whether it could be read.
    private func printPieces(
        _ speed: inout Speed, _ read: ((Extraction) throws -> Void) throws -> Document
    ) throws -> Bool {
        do {
            let document = try read { try Terminal.write(Lines.of($0, all: all), to: STDOUT_FILENO) }
            speed.add(document.source.count)
            return true
        } catch let error as BulletinError {
            Terminal.message("tongbao: \(error.description)")
            return false
        }
    }
}

/// What is printed of a bulletin.
private struct Lines: Sendable {
    let bytes: [UInt8]
    /// The bytes of the bulletin's text.
    let source: Int

    init(_ bulletin: BulletinBatch.Bulletin, all: Bool) {
        bytes = Lines.of(bulletin.extraction, all: all)
        source = bulletin.document.source.count
    }

    /// The records in the order of the text, one line each.
    static func of(_ extraction: Extraction, all: Bool) -> [UInt8] {
        var lines: [UInt8] = []
        var setAside = (all ? extraction.setAside : [])[...]
        // A span, from which no record is copied.
        let facts = extraction.facts.span
        // A record has hardly more.
        lines.reserveCapacity(1024 * facts.count)
        for index in facts.indices {
            while let next = setAside.first, next.range < facts[index].range {
                next.appendJSONLine(to: &lines)
                lines.append(0x0A)
                setAside = setAside.dropFirst()
            }
            facts[index].appendJSONLine(to: &lines)
            lines.append(0x0A)
        }
        for next in setAside {
            next.appendJSONLine(to: &lines)
            lines.append(0x0A)
        }
        return lines
    }
}

/// How fast bulletins are read, from the first file opened to the last record written.
private struct Speed: CustomStringConvertible {
    private let start = ContinuousClock.now
    private var files = 0
    private var bytes = 0

    mutating func add(_ bytes: Int) {
        files += 1
        self.bytes += bytes
    }

    var description: String {
        let seconds = start.duration(to: .now) / .seconds(1)
        let megabytes = Double(bytes) / 1e6
        let files = files == 1 ? "1 file" : "\(files) files"
        return "\(files), \(fixed(megabytes, 2)) MB, \(fixed(seconds, 3)) s, \(fixed(megabytes / seconds, 1)) MB/s"
    }

    private func fixed(_ number: Double, _ places: Int) -> String {
        String(format: "%.\(places)f", number)
    }
}
