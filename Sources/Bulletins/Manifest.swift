import Facts
import Scanning

/// What `manifest.csv` says of the bulletins beside it.
///
/// Columns `file`, `published`, `region`, `title`, `source` and `id`; every one but `file` may be missing, other columns
/// are passed over. Lines that begin with `#` are comments. A file saved by Excel or WPS, in UTF-8 or GB 18030, is read
/// too, and so are dates as they write them (`2026/4/3`).
///
///     file,published,region,title
///     2026-04.txt,2026-04-03,大同市/平城区,平城新闻
public struct Manifest: Sendable {
    /// One line of the manifest.
    public struct Entry: Sendable, Hashable {
        /// The file's path, relative to the manifest's folder.
        public let file: String
        public let details: BulletinDetails
        /// Number of the line in the manifest, from 1.
        public let line: Int
    }

    /// The path of the manifest as given.
    public let path: String
    /// The lines in order, without those at fault.
    public let entries: [Entry]
    /// The faults of single lines; the other lines hold.
    public let faults: [BulletinError]

    private let positions: [String: Int]

    /// - Throws: `BulletinError` with the line where the bytes are no well-formed CSV or the column `file` is missing.
    public init(reading bytes: [UInt8], path: String) throws(BulletinError) {
        self.path = path
        let text = try DecodedText(bytes, path: path).text
        let table: ReadableTable
        do {
            table = try ReadableTable(text)
        } catch {
            throw BulletinError(path: path, line: error.line, kind: .malformedManifest(error.kind.fault))
        }
        guard table.header.contains("file") else {
            throw BulletinError(path: path, line: 1, kind: .missingColumn("file"))
        }
        var entries: [Entry] = []
        var positions: [String: Int] = [:]
        var faults: [BulletinError] = []
        for row in table.rows where row.fields.contains(where: { !$0.isEmpty }) {
            do throws(BulletinError) {
                let entry = try Manifest.entry(row, path: path)
                guard positions.updateValue(entries.count, forKey: entry.file) == nil else {
                    throw BulletinError(path: path, line: row.line, kind: .repeatedFile(entry.file))
                }
                entries.append(entry)
            } catch {
                if case .repeatedFile(let file) = error.kind {
                    positions[file] = entries.firstIndex { $0.file == file }
                }
                faults.append(error)
            }
        }
        self.entries = entries
        self.positions = positions
        self.faults = faults
    }

    /// The line of a file, named relative to the manifest's folder.
    public func entry(for file: String) -> Entry? {
        positions[file].map { entries[$0] }
    }

    private static func entry(_ row: ReadableTable.Row, path: String) throws(BulletinError) -> Entry {
        func field(_ column: String) -> String? {
            let text = row[column].trimmed
            return text.isEmpty ? nil : text
        }
        guard let file = field("file") else { throw BulletinError(path: path, line: row.line, kind: .noFileName) }
        var published: CalendarDate?
        if let text = field("published") {
            let bytes = Array(text.utf8)
            published = CalendarDate(firstIn: bytes.span, 0..<bytes.count, allowsCompact: true)
            if published == nil { throw BulletinError(path: path, line: row.line, kind: .invalidDate(text)) }
        }
        let details = BulletinDetails(
            published: published, region: BulletinDetails.region(field("region") ?? ""), title: field("title"),
            source: field("source"), id: field("id"))
        return Entry(file: file.hasPrefix("./") ? String(file.dropFirst(2)) : file, details: details, line: row.line)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
