import Reports

/// The columns of the data tables and what they mean.
struct DataDictionary: Sendable {
    let tables: [Table]
    let words: Wording

    var section: Section {
        let rows = tables.flatMap { table in
            table.columns.map { column in
                Row([.text(table.title), .text(column.label), .text(column.key), .optional(column.meaning)])
            }
        }
        return Section(
            key: "dictionary", title: words("数据字典", "Data dictionary"),
            blocks: [
                .table(
                    Table(
                        key: "dictionary", title: words("数据字典", "Data dictionary"), role: .data,
                        columns: [
                            Column(key: "table", header: [words("表", "Table")]),
                            Column(key: "column", header: [words("栏目", "Column")]),
                            Column(key: "key", header: [words("键", "Key")]),
                            Column(key: "meaning", header: [words("含义", "Meaning")], kind: .prose),
                        ], rows: Rows(rows), layout: TableLayout(hasFilters: true)))
            ])
    }
}
