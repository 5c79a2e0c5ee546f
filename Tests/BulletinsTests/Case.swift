import Foundation
import Testing

/// One line of a table of cases, which names itself in a failure.
struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    let line: Int
    let fields: [String]

    var testDescription: String { "\(file):\(line) \(fields[0].prefix(30))" }

    /// The field at an index; empty where the line has fewer.
    subscript(index: Int) -> String { index < fields.count ? fields[index] : "" }

    static func load(_ file: String) throws -> [Case] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let text = try String(contentsOf: folder.appending(path: "Cases/\(file)"), encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard !line.isEmpty, !line.hasPrefix("#") || line.hasPrefix("### ") || line.hasPrefix("#1") else {
                return nil
            }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map {
                $0.replacingOccurrences(of: "⏎", with: "\n")
            }
            return Case(file: file, line: index + 1, fields: fields)
        }
    }
}
