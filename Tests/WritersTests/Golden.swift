import Foundation
import Testing

/// Whole outputs kept as plain files. With `TONGBAO_RECORD_GOLDEN` set they are written anew, and the run fails, so that a
/// recording can never pass for a test.
enum Golden {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    static func check(_ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["TONGBAO_RECORD_GOLDEN"] != nil {
            try Data(text.utf8).write(to: file)
            Issue.record("\(name) was recorded anew", sourceLocation: sourceLocation)
            return
        }
        let expected = try Data(contentsOf: file)
        if expected != Data(text.utf8) {
            Attachment.record(text, named: name)
            let lines = zip(
                String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false),
                text.split(separator: "\n", omittingEmptySubsequences: false))
            let first = lines.enumerated().first { $1.0 != $1.1 }
            Issue.record(
                "\(name) differs at line \((first?.offset ?? 0) + 1): \(first.map { "\($0.element.1)" } ?? "length")",
                sourceLocation: sourceLocation)
        }
    }
}
