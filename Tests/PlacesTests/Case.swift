import Foundation
import Testing

/// One line of a table of cases, which describes itself by its place.
struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let line: Int
    let fields: [String]

    subscript(index: Int) -> String { index < fields.count ? fields[index] : "" }

    var testDescription: String { "\(file):\(line) \(fields.joined(separator: " "))" }

    static func load(_ name: String) throws -> [Case] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let text = try String(contentsOf: folder.appending(path: "Cases/\(name)"), encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
            return Case(file: name, line: index + 1, fields: line.split(separator: "\t").map(String.init))
        }
    }
}
