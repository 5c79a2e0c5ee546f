public import Reports

/// Writes `datapackage.json` (Frictionless Data Package, version 1): for each CSV file of a report a Table Schema by which
/// pandas, DuckDB, R and validators read it without guessing.
public struct DataPackageWriter: Sendable {
    public var encoding: TextEncoding

    public init(encoding: TextEncoding = .utf8) {
        self.encoding = encoding
    }

    /// Describes the tables, each in the file that `CSVWriter.fileName` names.
    public func write(_ tables: [Table], of report: Report, to output: inout some TextOutputStream) {
        let about = report.about
        let package = JSON.members([
            ("profile", "tabular-data-package"),
            ("name", .string("tongbao" + (about.month.map { "-\($0)" } ?? ""))),
            ("title", .string(about.title)),
            ("description", .optional(about.subtitle)),
            ("sources", sources(about)),
            ("resources", .array(tables.map(resource))),
        ])
        output.write(package.pretty + "\n")
    }

    private func sources(_ about: About) -> JSON? {
        guard !about.sources.isEmpty else { return nil }
        return .array(
            about.sources.map { source in
                .members([("title", .string(source.title ?? source.name)), ("path", .string(source.name))])
            })
    }

    private func resource(_ table: Table) -> JSON {
        .members([
            ("profile", "tabular-data-resource"),
            ("name", .string(table.key)),
            ("path", .string(CSVWriter.fileName(of: table))),
            ("title", .string(table.title)),
            ("description", .optional(table.summary)),
            ("format", "csv"),
            ("mediatype", "text/csv"),
            ("encoding", .string(encoding.rawValue)),
            (
                "dialect",
                .object([
                    ("delimiter", ","), ("lineTerminator", "\r\n"), ("quoteChar", "\""), ("doubleQuote", true),
                    ("header", true),
                ])
            ),
            ("schema", schema(table)),
        ])
    }

    private func schema(_ table: Table) -> JSON {
        let labels = table.primaryKey.compactMap { key in table.index(ofColumn: key).map { table.columns[$0].label } }
        return .members([
            ("fields", .array(table.columns.map(field))),
            ("primaryKey", labels.isEmpty ? nil : .strings(labels)),
            ("missingValues", .strings([""])),
        ])
    }

    /// The field's name is the header as it stands in the file; `key` is the same in every language.
    private func field(_ column: Column) -> JSON {
        let (type, format): (String, String?) =
            switch column.kind {
            case .text, .code, .prose: ("string", nil)
            case .number, .percent, .points: ("number", nil)
            case .rank: ("integer", nil)
            case .day: ("date", "default")
            case .month: ("yearmonth", "default")
            }
        return .members([
            ("name", .string(column.label)),
            ("key", .string(column.key)),
            ("type", .string(type)),
            ("format", .optional(format)),
            ("description", .optional(column.meaning)),
            ("constraints", column.isRequired ? .object([("required", true)]) : nil),
        ])
    }
}

extension CSVWriter {
    /// The file of a table: `streets-wide.csv`.
    public static func fileName(of table: Table) -> String { table.key + ".csv" }
}
