internal import Foundation

/// The tables of an export: their columns, in the order in which they are written.
struct ExportTable: Sendable {
    enum ColumnType: String, Sendable {
        case string, integer, number, date
    }

    struct Column: Sendable {
        var name: String
        var type: ColumnType = .string
    }

    /// Name of the file without its extension.
    let name: String
    let description: String
    let columns: [Column]

    private init(_ name: String, _ description: String, _ columns: [Column]) {
        self.name = name
        self.description = description
        self.columns = columns
    }

    static let all = [bulletins, articles, facts, setAside, decisions, history, withdrawals, names]

    static let bulletins = ExportTable(
        "bulletins", "The bulletins that count",
        [.bulletin] + edition + [Column(name: "text")])

    static let articles = ExportTable(
        "articles", "Their articles",
        [
            .bulletin, Column(name: "number", type: .integer), Column(name: "headline"), Column(name: "kicker"),
            Column(name: "byline"), Column(name: "published", type: .date), Column(name: "place"),
            Column(name: "start", type: .integer), Column(name: "end", type: .integer),
        ])

    static let facts = ExportTable(
        "facts", "Their facts as they count, with people's corrections; asRead holds what the extractor had read",
        [.bulletin] + fact)

    static let setAside = ExportTable(
        "set-aside", "The numerals that are no facts, with the reason",
        [
            .bulletin, Column(name: "start", type: .integer), Column(name: "end", type: .integer), Column(name: "text"),
            Column(name: "reason"), Column(name: "rule"), Column(name: "sentence"),
        ])

    static let decisions = ExportTable(
        "decisions", "What people decided, when and why; sequence counts what was decided about one thing on one day",
        Decision.columnNames.map { Column(name: $0, type: $0 == "occurrence" ? .integer : .string) } + [sequence])

    static let sequence = Column(name: "sequence", type: .integer)

    static let history = ExportTable(
        "history", "Facts of bulletins that were replaced or withdrawn; no part of the present state",
        [
            .bulletin, Column(name: "edition", type: .integer), Column(name: "state"), Column(name: "withdrawnAt"),
            Column(name: "withdrawnBy"), Column(name: "withdrawnBecause"),
        ] + edition.map { Column(name: "edition." + $0.name, type: $0.type) } + fact)

    static let withdrawals = ExportTable(
        "withdrawals", "Who withdrew bulletins and let them count again; no part of the present state",
        [.bulletin, Column(name: "kind"), Column(name: "at"), Column(name: "author"), Column(name: "reason")])

    static let names = ExportTable(
        "names", "Every name and path under which a text has come; no part of the present state",
        [.bulletin, Column(name: "key"), Column(name: "contentHash"), Column(name: "path")])

    static let edition = [
        Column(name: "path"), Column(name: "title"), Column(name: "published", type: .date), Column(name: "region"),
        Column(name: "source"), Column(name: "origin"), Column(name: "contentHash"), Column(name: "extractor"),
    ]

    static let fact = [
        Column(name: "article", type: .integer), Column(name: "headline"), Column(name: "published", type: .date),
        Column(name: "start", type: .integer), Column(name: "end", type: .integer), Column(name: "text"),
        Column(name: "value", type: .number), Column(name: "upper", type: .number), Column(name: "qualifier"),
        Column(name: "unit"), Column(name: "item"), Column(name: "place"), Column(name: "period"),
        Column(name: "change"), Column(name: "status"), Column(name: "action"), Column(name: "window"),
        Column(name: "from", type: .date), Column(name: "to", type: .date), Column(name: "partOf", type: .integer),
        Column(name: "equivalentTo", type: .integer), Column(name: "per"), Column(name: "comparison"),
        Column(name: "dimension"), Column(name: "confidence"), Column(name: "reason"), Column(name: "rule"),
        Column(name: "sentence"), Column(name: "verdict"), Column(name: "asRead"), Column(name: "indicator"),
        Column(name: "placeKey"), Column(name: "seriesWindow"), Column(name: "periodKind"),
        Column(name: "firstDay", type: .date), Column(name: "lastDay", type: .date),
        Column(name: "amount", type: .number), Column(name: "upperAmount", type: .number), Column(name: "seriesUnit"),
    ]

    var fileName: String { name + ".csv" }

    /// `datapackage.json` of an export (Data Package, with a Table Schema for each file).
    static func dataPackage() throws -> Data {
        struct Field: Encodable {
            var name: String
            var type: String
        }
        struct TableSchema: Encodable {
            var fields: [Field]
            var missingValues = [""]
        }
        struct Resource: Encodable {
            var name: String
            var path: String
            var description: String
            var profile = "tabular-data-resource"
            var format = "csv"
            var mediatype = "text/csv"
            var encoding = "utf-8"
            var schema: TableSchema
        }
        struct Package: Encodable {
            var name = "tongbao-ledger"
            var profile = "tabular-data-package"
            var resources: [Resource]
        }
        let resources = all.map { table in
            Resource(
                name: table.name, path: table.fileName, description: table.description,
                schema: TableSchema(fields: table.columns.map { Field(name: $0.name, type: $0.type.rawValue) }))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(Package(resources: resources)) + Data("\n".utf8)
    }
}

extension ExportTable.Column {
    /// Key of the bulletin that a row belongs to.
    static let bulletin = ExportTable.Column(name: "bulletin")
}
