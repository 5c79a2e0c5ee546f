public import Reports

/// Writes the whole report description as JSON (`report.json`), for programs; `Schemas/report.schema.json` describes it.
///
/// Tables stand apart under their keys, so that a table which is shown and is a dataset too is written once, and their
/// rows one a line, so that a large ledger is never held as one text. The rows of a dataset of very many are left to its CSV
/// file, which `rowsIn` names, and with them the texts that only they lead to.
public struct ReportJSONWriter: Sendable {
    /// Rows of a dataset beyond these stand in its CSV file alone.
    public var mostRows: Int
    /// Of a dataset with more cells than these the rows stand in its CSV file alone.
    private static let mostCells = 2_000_000

    public init(mostRows: Int = 50_000) {
        self.mostRows = mostRows
    }

    public func write(_ report: Report, to output: inout some TextOutputStream) {
        output.write("{\n\"format\":\"tongbao-report\",\n\"version\":1,\n")
        output.write("\"about\":" + report.about.json.compact + ",\n")
        output.write("\"style\":" + report.style.json.compact + ",\n")
        writeList("sections", report.sections.lazy.map(\.json), to: &output)
        writeList("figures", report.figures.lazy.map(\.json), to: &output)
        output.write("\"datasets\":" + JSON.strings(report.datasets.map(\.key)).compact + ",\n")
        var ledTo = UsedEvidence()
        for figure in report.figures { ledTo.insert(figure.value.link) }
        for sentence in report.sections.flatMap(\.blocks).flatMap(\.sentences) { ledTo.insert(sentence.link) }
        writeTables(report, ledTo: &ledTo, to: &output)
        output.write("\"evidence\":[")
        let isWhole = !report.datasets.contains(where: isLong)
        let evidence = report.evidence.indices.filter {
            isWhole || ledTo.keys.contains(report.evidence.entries[$0].key)
        }
        for (index, position) in evidence.enumerated() {
            output.write((index > 0 ? "," : "") + "\n" + report.evidence[position].json.compact)
        }
        output.write("\n]\n}\n")
    }

    private func isLong(_ table: Table) -> Bool {
        table.rows.count > mostRows || table.rows.count * table.columns.count > ReportJSONWriter.mostCells
    }

    private func writeList(_ name: String, _ elements: some Collection<JSON>, to output: inout some TextOutputStream) {
        output.write("\"\(name)\":[")
        for (index, element) in elements.enumerated() {
            output.write((index > 0 ? "," : "") + "\n" + element.compact)
        }
        output.write("\n],\n")
    }

    /// The texts to which something leads that was written.
    private struct UsedEvidence {
        private(set) var keys: Set<String> = []

        mutating func insert(_ link: Link?) {
            if case .evidence(let reference)? = link { keys.insert(reference.evidence) }
        }
    }

    private func writeTables(_ report: Report, ledTo: inout UsedEvidence, to output: inout some TextOutputStream) {
        var written: Set<String> = []
        let datasets = Set(report.datasets.map(\.key))
        output.write("\"tables\":{")
        for table in report.tables + report.datasets where written.insert(table.key).inserted {
            output.write(written.count > 1 ? ",\n" : "\n")
            output.write(JSON.string(table.key).compact + ":{")
            for (name, value) in table.jsonMembers {
                output.write(JSON.string(name).compact + ":" + value.compact + ",\n")
            }
            if isLong(table), datasets.contains(table.key) {
                let place = JSON.object([
                    ("file", .string(CSVWriter.fileName(of: table))), ("count", .integer(table.rows.count)),
                ])
                output.write("\"rowsIn\":" + place.compact + ",\n\"rows\":[]}")
                continue
            }
            output.write("\"rows\":[")
            for (index, row) in table.rows.enumerated() {
                for cell in row.cells { ledTo.insert(cell.link) }
                output.write((index > 0 ? "," : "") + "\n" + row.json.compact)
            }
            output.write("\n]}")
        }
        output.write("\n},\n")
    }
}

extension About {
    fileprivate var json: JSON {
        .members([
            ("title", .string(title)),
            ("subtitle", .optional(subtitle)),
            ("language", .string(language.rawValue)),
            ("month", .optional(month?.description)),
            ("region", .optional(region)),
            ("organisation", .optional(organisation)),
            ("generator", .string(generator)),
            (
                "sources",
                .array(
                    sources.map { source in
                        .members([
                            ("name", .string(source.name)),
                            ("title", .optional(source.title)),
                            ("published", .optional(source.published?.description)),
                        ])
                    })
            ),
        ])
    }
}

extension Style {
    /// Without the logo, which is bytes and no description.
    fileprivate var json: JSON {
        .members([
            ("accent", .string(accent)), ("palette", .strings(palette)), ("headingFont", .string(headingFont)),
            ("bodyFont", .string(bodyFont)), ("footer", .optional(footer)),
        ])
    }
}

extension Section {
    fileprivate var json: JSON {
        .object([("key", .string(key)), ("title", .string(title)), ("blocks", .array(blocks.map(\.json)))])
    }
}

extension Block {
    fileprivate var json: JSON {
        switch self {
        case .cards(let keys): .object([("kind", "cards"), ("figures", .strings(keys))])
        case .findings(let sentences):
            .object([("kind", "findings"), ("sentences", .array(sentences.map(\.json)))])
        case .paragraphs(let sentences):
            .object([("kind", "paragraphs"), ("sentences", .array(sentences.map(\.json)))])
        case .table(let table): .object([("kind", "table"), ("table", .string(table.key))])
        case .chart(let chart): chart.json
        }
    }
}

extension Block {
    fileprivate var sentences: [Sentence] {
        switch self {
        case .findings(let sentences), .paragraphs(let sentences): sentences
        case .cards, .table, .chart: []
        }
    }
}

extension Sentence {
    fileprivate var json: JSON { .members([("text", .string(text)), ("link", link?.json)]) }
}

extension Chart {
    fileprivate var json: JSON {
        .members([
            ("kind", "chart"),
            ("key", .string(key)),
            ("form", .string(kind.rawValue)),
            ("title", .string(title)),
            ("table", .string(table)),
            ("source", source.json),
            ("valueAxis", .optional(valueAxis)),
            ("colours", colours.isEmpty ? nil : .array(colours.map { .integer($0) })),
            ("textAlternative", .string(textAlternative)),
        ])
    }
}

extension Chart.Source {
    fileprivate var json: JSON {
        switch self {
        case .columns(let columns, let labels, let rows):
            .object([("columns", .strings(columns)), ("labels", .string(labels)), ("rows", rows.json)])
        case .rows(let rows, let labels, let columns):
            .object([
                ("rows", .array(rows.map(JSON.integer))), ("labels", .string(labels)), ("columns", .strings(columns)),
            ])
        }
    }
}

extension Figure {
    fileprivate var json: JSON {
        .object([
            ("key", .string(key)), ("label", .string(label)), ("value", value.json), ("unit", .string(unit)),
            ("period", .string(period)), ("place", .string(place)), ("change", change.json),
            ("changeRate", changeRate.json), ("rank", rank.json), ("source", .string(source)),
        ])
    }
}

extension Table {
    /// All but the rows.
    fileprivate var jsonMembers: [(String, JSON)] {
        let members: [(String, JSON?)] = [
            ("title", .string(title)),
            ("head", head.isEmpty ? nil : .strings(head)),
            ("unitLine", .optional(unitLine)),
            ("summary", .optional(summary)),
            ("role", .string(role.rawValue)),
            ("columns", .array(columns.map(\.json))),
            ("notes", notes.isEmpty ? nil : .strings(notes)),
            ("primaryKey", primaryKey.isEmpty ? nil : .strings(primaryKey)),
            ("layout", layout.json),
        ]
        return members.compactMap { name, value in value.map { (name, $0) } }
    }
}

extension TableLayout {
    fileprivate var json: JSON {
        .object([
            ("orientation", .string(orientation.rawValue)), ("fitsPageWidth", .bool(fitsPageWidth)),
            ("repeatsHeader", .bool(repeatsHeader)), ("frozenColumns", .integer(frozenColumns)),
            ("hasFilters", .bool(hasFilters)), ("isForm", .bool(isForm)),
        ])
    }
}

extension Column {
    fileprivate var json: JSON {
        .members([
            ("key", .string(key)),
            ("header", .strings(header)),
            ("kind", .string(kind.rawValue)),
            ("alignment", .string(alignment.rawValue)),
            ("places", format.places.map(JSON.integer)),
            ("showsPlus", format.showsPlus ? true : nil),
            ("width", width.map(JSON.integer)),
            ("isTotal", isTotal ? true : nil),
            ("visual", visual == .none ? nil : .string(visual.rawValue)),
            ("meaning", .optional(meaning)),
        ])
    }
}

extension Row {
    /// The cells alone for a plain row, else an object.
    fileprivate var json: JSON {
        let cells = JSON.array(cells.map(\.json))
        if kind == .body, level == 0, indent == 0 { return cells }
        return .members([
            ("kind", .string(kind.rawValue)),
            ("level", level == 0 ? nil : .integer(level)),
            ("indent", indent == 0 ? nil : .integer(indent)),
            ("cells", cells),
        ])
    }
}

extension Cell {
    /// No data is null, plain text a string, a plain number a number; all else an object with its type.
    var json: JSON {
        let isBare = marks.isPlain && link == nil && formula == nil && name == nil && note == nil
        if isBare {
            switch value {
            case .empty: return .null
            case .text(let text): return .string(text)
            case .number(let amount): return .number(amount.description)
            default: break
            }
        }
        var members: [(String, JSON?)] = value.jsonMembers
        members += [
            ("bound", marks.bound == .exact ? nil : .string(marks.bound.rawValue)),
            ("contradicted", marks.isContradicted ? true : nil),
            (marks.isOldest ? "oldestFrom" : "carriedFrom", .optional(marks.carriedFrom?.description)),
            ("difference", marks.isDifference ? true : nil),
            ("note", .optional(note)),
            ("name", .optional(name)),
            ("formula", formula?.json),
            ("link", link?.json),
        ]
        return .members(members)
    }
}

extension Cell.Value {
    fileprivate var jsonMembers: [(String, JSON?)] {
        switch self {
        case .empty: [("type", "empty")]
        case .text(let text): [("type", "text"), ("value", .string(text))]
        case .number(let amount): [("type", "number"), ("value", .number(amount.description))]
        case .range(let lower, let upper):
            [("type", "range"), ("value", .number(lower.description)), ("upper", .number(upper.description))]
        case .percent(let amount): [("type", "percent"), ("value", .number(amount.description))]
        case .points(let amount): [("type", "points"), ("value", .number(amount.description))]
        case .rank(let rank, let count): [("type", "rank"), ("value", .integer(rank)), ("of", .integer(count))]
        case .day(let day): [("type", "day"), ("value", .string(day.description))]
        case .month(let month): [("type", "month"), ("value", .string(month.description))]
        }
    }
}

extension Link {
    fileprivate var json: JSON {
        switch self {
        case .rows(let table, let rows): .object([("table", .string(table)), ("rows", rows.json)])
        case .runs(let table, let runs, _):
            .object([("table", .string(table)), ("runs", .array(runs.map(\.json)))])
        case .evidence(let reference):
            .object([("evidence", .string(reference.evidence)), ("mark", .integer(reference.mark))])
        case .section(let key): .object([("section", .string(key))])
        }
    }
}

extension RowSpan {
    fileprivate var json: JSON { .object([("start", .integer(start)), ("count", .integer(count))]) }
}

extension Formula {
    fileprivate var json: JSON {
        switch self {
        case .sumOfRows(let spans): .object([("sumOfRows", .array(spans.map(\.json)))])
        case .sumOfColumns(let columns): .object([("sumOfColumns", .strings(columns))])
        case .difference(let of, let minus): .object([("difference", .strings([of, minus]))])
        case .percentage(let of, let by): .object([("percentage", .strings([of, by]))])
        case .growth(let of, let from): .object([("growth", .strings([of, from]))])
        }
    }
}

extension Evidence {
    fileprivate var json: JSON {
        .members([
            ("key", .string(key)),
            ("title", .string(title)),
            ("source", .string(source)),
            ("published", .optional(published?.description)),
            ("text", .string(text)),
            ("marks", .array(marks.map(\.json))),
        ])
    }
}

extension Evidence.Mark {
    fileprivate var json: JSON {
        .object([
            ("label", .string(label)),
            ("sentence", .array([.integer(sentence.lowerBound), .integer(sentence.upperBound)])),
            ("quantity", .array([.integer(quantity.lowerBound), .integer(quantity.upperBound)])),
        ])
    }
}
