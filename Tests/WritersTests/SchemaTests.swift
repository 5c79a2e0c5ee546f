import Foundation
import Reports
import Testing

@testable import Writers

/// Checks a document against the part of JSON Schema that `Schemas/report.schema.json` uses.
private struct SchemaChecker {
    let definitions: [String: Any]

    /// The first fault with its place, or nothing.
    func fault(_ value: Any, _ schema: [String: Any], at place: String = "$") -> String? {
        if let reference = schema["$ref"] as? String {
            guard let target = definitions[String(reference.dropFirst("#/$defs/".count))] as? [String: Any] else {
                return "\(place): no definition \(reference)"
            }
            return fault(value, target, at: place)
        }
        if let options = schema["oneOf"] as? [[String: Any]] {
            let matches = options.filter { fault(value, $0, at: place) == nil }.count
            if matches != 1 { return "\(place): fits \(matches) of \(options.count) forms" }
        }
        if let choices = schema["enum"] as? [NSObject], !choices.contains(value as? NSObject ?? NSNull()) {
            return "\(place): \(value) is none of \(choices)"
        }
        switch schema["type"] as? String {
        case "string": return (value as? String).map { check($0, schema, place) } ?? "\(place): no string"
        case "null": return value is NSNull ? nil : "\(place): not null"
        case "integer", "number", "boolean": return value is NSNumber ? nil : "\(place): no number"
        case "array": return array(value, schema, place)
        case "object": return object(value, schema, place)
        default: return nil
        }
    }

    private func check(_ text: String, _ schema: [String: Any], _ place: String) -> String? {
        guard let pattern = schema["pattern"] as? String, let expression = try? Regex(pattern) else { return nil }
        return text.contains(expression) ? nil : "\(place): \(text) does not match \(pattern)"
    }

    private func array(_ value: Any, _ schema: [String: Any], _ place: String) -> String? {
        guard let elements = value as? [Any] else { return "\(place): no array" }
        guard let items = schema["items"] as? [String: Any] else { return nil }
        for (index, element) in elements.enumerated() {
            if let fault = fault(element, items, at: "\(place)[\(index)]") { return fault }
        }
        return nil
    }

    private func object(_ value: Any, _ schema: [String: Any], _ place: String) -> String? {
        guard let members = value as? [String: Any] else { return "\(place): no object" }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        for name in schema["required"] as? [String] ?? [] where members[name] == nil {
            return "\(place): \(name) is missing"
        }
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            guard let property = properties[name] ?? schema["additionalProperties"] as? [String: Any] else {
                return "\(place): \(name) is not described"
            }
            if let fault = fault(member, property, at: "\(place).\(name)") { return fault }
        }
        return nil
    }
}

@Suite struct `Report JSON` {
    private func checker() throws -> (SchemaChecker, [String: Any]) {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let file = root.appending(path: "Schemas/report.schema.json").standardized
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        return (SchemaChecker(definitions: schema["$defs"] as? [String: Any] ?? [:]), schema)
    }

    @Test(arguments: Language.allCases)
    func `is what its schema describes`(language: Language) throws {
        let (checker, schema) = try checker()
        var text = ""
        ReportJSONWriter().write(SampleReport.make(language), to: &text)
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
        #expect(checker.fault(document, schema) == nil)
    }

    @Test func `leaves the rows of a large dataset to its file`() throws {
        let (checker, schema) = try checker()
        var text = ""
        ReportJSONWriter(mostRows: 2).write(SampleReport.make(), to: &text)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(checker.fault(document, schema) == nil)
        let tables = try #require(document["tables"] as? [String: [String: Any]])
        let ledger = try #require(tables["facts"])
        #expect((ledger["rows"] as? [Any])?.isEmpty == true)
        let place = try #require(ledger["rowsIn"] as? [String: Any])
        #expect(place["file"] as? String == "facts.csv" && place["count"] as? Int == 3)
        // Only rows of the ledger lead to the text.
        #expect((document["evidence"] as? [Any])?.isEmpty == true)
        // Tables that are no dataset have no file.
        #expect(tables.values.count { $0["rowsIn"] != nil } == 1)
    }

    @Test func `has no member that the schema lacks`() throws {
        let (checker, schema) = try checker()
        var text = ""
        ReportJSONWriter().write(SampleReport.make(), to: &text)
        let changed = text.replacing("\"isForm\":", with: "\"isFrom\":")
        let document = try JSONSerialization.jsonObject(with: Data(changed.utf8))
        #expect(checker.fault(document, schema)?.contains("layout") == true)
    }
}

@Suite struct `Report files` {
    @Test func `are the same bytes each time`() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "tongbao-" + UUID().uuidString).path()
        defer { try? FileManager.default.removeItem(atPath: root) }
        let folders = try ["a", "b"].map { try OutputFolder(root + "/" + $0) }
        let names = try folders.map { try ReportFiles().write(SampleReport.make(), to: $0) }
        #expect(
            names[0] == [
                "report.txt", "report.html", "report.json", "facts.csv", "figures.csv", "figures.json",
                "datapackage.json",
            ])
        #expect(names[0] == names[1])
        for name in names[0] {
            let bytes = try folders.map { try Data(contentsOf: URL(filePath: $0.path(of: name))) }
            #expect(bytes[0] == bytes[1])
        }
    }
}
