import Foundation
import Testing

/// Reports that are kept beside the tests and must equal what the program writes, byte for byte; a workbook by its parts,
/// for compressed bytes depend on the library's version.
///
/// With `TONGBAO_RECORD_GOLDEN` set they are written anew and the run fails, so that a recording can never pass for a test.
/// `scripts/record` does that for all of them.
enum KeptReports {
    /// Compares what `tongbao report` writes with the files of a folder of the package.
    ///
    /// - Parameter only: the files to be compared; empty for all.
    static func check(
        _ kept: String, arguments: [String], only: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let written = try Program.temporaryFolder()
        let outcome = try Program.run(arguments: ["report"] + arguments + ["--out", written.path, "--quiet"])
        #expect(outcome.status == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
        let expected = Program.root.appending(path: kept)
        let names = try files(of: written).filter { only.isEmpty || only.contains($0) }
        if ProcessInfo.processInfo.environment["TONGBAO_RECORD_GOLDEN"] != nil {
            try? FileManager.default.removeItem(at: expected)
            try FileManager.default.createDirectory(at: expected, withIntermediateDirectories: true)
            for name in names {
                try FileManager.default.copyItem(at: written.appending(path: name), to: expected.appending(path: name))
            }
            Issue.record("\(kept) was recorded anew", sourceLocation: sourceLocation)
            return
        }
        #expect(try files(of: expected) == names, "\(hint)", sourceLocation: sourceLocation)
        for name in names {
            let (new, old) = (written.appending(path: name), expected.appending(path: name))
            if name.hasSuffix(".xlsx") {
                let parts = try [new, old].map { try Program.run("/usr/bin/unzip", arguments: ["-p", $0.path]).output }
                #expect(!parts[0].isEmpty, sourceLocation: sourceLocation)
                if parts[0] != parts[1] { differs(kept, name, try Data(contentsOf: new), sourceLocation) }
            } else {
                let data = try Data(contentsOf: new)
                if data != (try? Data(contentsOf: old)) { differs(kept, name, data, sourceLocation) }
            }
        }
    }

    private static let hint = "if that is meant, run scripts/record and look at what changed (git diff)"

    private static func differs(_ kept: String, _ name: String, _ data: Data, _ sourceLocation: SourceLocation) {
        Attachment.record([UInt8](data), named: name)
        Issue.record("\(kept)/\(name) is not what the program writes; \(hint)", sourceLocation: sourceLocation)
    }

    private static func files(of folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { !$0.hasPrefix(".") && !$0.hasSuffix(".png") }.sorted()
    }
}
