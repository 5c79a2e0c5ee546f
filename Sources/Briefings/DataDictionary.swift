import Reports

/// The columns of the data tables and what they mean: what somebody needs who computes with the files.
struct DataDictionary: Sendable {
    let tables: [Table]
    let words: Wording

    var section: Section {
        let rows = tables.flatMap { table in
            table.columns.map { column in
                Row([
                    .text(table.key + ".csv"), .text(table.title), .text(column.label), .text(column.key),
                    .text(type(of: column)), .optional(column.meaning),
                ])
            }
        }
        let remarks = [
            words(
                "CSV文件为UTF-8（带BOM）、CRLF换行；空格表示没有数据，不是0；各表栏目次序固定，datapackage.json另附机读说明。",
                "CSV files are UTF-8 with byte order mark and CRLF; an empty field is no data, never 0; columns keep their order; datapackage.json describes them for programs."
            ),
            words(
                "文字以=、+、-、@、制表符或回车开头的，CSV中前加一个撇号，以免被当作公式；数字不加。",
                "Text that begins with =, +, -, @, a tab or a line end has a leading apostrophe in CSV files, so that it does not run as a formula; numbers have none."
            ),
        ]
        return Section(
            key: "dictionary", title: words("数据字典", "Data dictionary"),
            blocks: [
                .table(
                    Table(
                        key: "dictionary", title: words("数据字典", "Data dictionary"), role: .data,
                        columns: [
                            Column(key: "file", header: [words("文件", "File")]),
                            Column(key: "table", header: [words("表", "Table")]),
                            Column(key: "column", header: [words("栏目", "Column")]),
                            Column(key: "key", header: [words("键", "Key")]),
                            Column(key: "type", header: [words("类型", "Type")]),
                            Column(key: "meaning", header: [words("含义", "Meaning")], kind: .prose),
                        ], rows: Rows(rows), layout: TableLayout(hasFilters: true))),
                .paragraphs(remarks.map { Sentence($0) }),
            ])
    }

    private func type(of column: Column) -> String {
        switch column.kind {
        case .text, .prose: words("文字", "text")
        case .code: words("代码", "code")
        case .number: words("数字", "number")
        case .percent: words("数字（%）", "number (%)")
        case .points: words("数字（百分点）", "number (pp)")
        case .rank: words("位次", "rank")
        case .day: words("日期", "date")
        case .month: words("月份", "month")
        }
    }
}
