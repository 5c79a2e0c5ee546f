import ArgumentParser
import Bulletins
import Extraction
import Facts
import Pipeline

struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print every figure of bulletins as one JSON object a line.",
        discussion: """
            Examples:
              tongbao extract seeds
              tongbao extract --published 2026-04-03 --region 平城区 bulletin.txt
              cat bulletin.txt | tongbao extract --all -
            """)

    @Argument(help: "Files, folders (their *.txt and *.md), or - for one document from standard input.")
    var paths: [String]

    @Flag(help: "Also print the numerals set aside, with the reason.")
    var all = false

    @OptionGroup var options: BulletinOptions

    func run() async throws {
        let batch = try options.batch()
        var failed = false
        if paths == ["-"] {
            switch batch.outcome(ofStandardInput: Terminal.standardInput()) {
            case .read(let bulletin): return try print(bulletin.extraction)
            case .failed(let error):
                Terminal.message("tongbao: \(error.description)")
                throw Terminal.incomplete
            }
        }
        let finder = BulletinFinder(paths)
        finder.tell(quiet: options.quiet)
        failed = !finder.errors.isEmpty
        try await batch.read(finder.files) { outcome in
            switch outcome {
            case .read(let bulletin): try print(bulletin.extraction)
            case .failed(let error):
                failed = true
                Terminal.message("tongbao: \(error.description)")
            }
        }
        if failed { throw Terminal.incomplete }
    }

    private func print(_ extraction: Extraction) throws {
        var text = ""
        var setAside = (all ? extraction.setAside : [])[...]
        for fact in extraction.facts {
            while let next = setAside.first, next.range < fact.range {
                text += next.jsonLine + "\n"
                setAside = setAside.dropFirst()
            }
            text += fact.jsonLine + "\n"
        }
        for next in setAside { text += next.jsonLine + "\n" }
        try Terminal.write(Array(text.utf8), to: 1)
    }
}
