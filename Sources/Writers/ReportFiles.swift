public import Reports

/// Writes a report in every format of this room into one folder: `report.txt`, `report.html`, `report.json`,
/// `figures.csv`, `figures.json`, a CSV file for each dataset and `datapackage.json`.
public struct ReportFiles: Sendable {
    /// How CSV files are encoded; the other formats are UTF-8 always.
    public var csvEncoding: TextEncoding
    /// Whether CSV files in UTF-8 begin with a byte order mark, by which Excel and WPS know them.
    public var writesByteOrderMark: Bool

    public init(csvEncoding: TextEncoding = .utf8, writesByteOrderMark: Bool = true) {
        self.csvEncoding = csvEncoding
        self.writesByteOrderMark = writesByteOrderMark
    }

    /// Writes the files and gives their names in the order of writing.
    ///
    /// - Throws: `OutputError` for the first file that could not be written; those before it are in place.
    @discardableResult
    public func write(_ report: Report, to folder: OutputFolder) throws -> [String] {
        let csv = CSVWriter(writesByteOrderMark: writesByteOrderMark && csvEncoding == .utf8)
        let tables = report.datasets + [FiguresWriter().table(report)]
        var names: [String] = []
        func file(_ name: String, encoding: TextEncoding = .utf8, _ body: (inout FileStream) -> Void) throws {
            try folder.write(name, encoding: encoding, body)
            names.append(name)
        }
        try file("report.txt") { TextWriter().write(report, to: &$0) }
        try file("report.html") { PageWriter().write(report, to: &$0) }
        try file("report.json") { ReportJSONWriter().write(report, to: &$0) }
        for table in tables {
            try file(CSVWriter.fileName(of: table), encoding: csvEncoding) { csv.write(table, to: &$0) }
        }
        try file("figures.json") { FiguresWriter().writeJSON(report, to: &$0) }
        try file("datapackage.json") {
            DataPackageWriter(encoding: csvEncoding).write(tables, of: report, to: &$0)
        }
        return names
    }
}
