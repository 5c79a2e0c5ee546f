import Reports
import Testing

@testable import Writers

@Suite struct `Writers write the sample report` {
    @Test(arguments: [(Language.chinese, "zh"), (.english, "en")])
    func `as the golden files have it`(language: Language, suffix: String) throws {
        let report = SampleReport.make(language)
        let figures = FiguresWriter().table(report)
        try Golden.check("report.\(suffix).txt", text { TextWriter().write(report, to: &$0) })
        try Golden.check("facts.\(suffix).csv", text { CSVWriter().write(report.datasets[0], to: &$0) })
        try Golden.check("figures.\(suffix).csv", text { CSVWriter().write(figures, to: &$0) })
        try Golden.check("figures.\(suffix).json", text { FiguresWriter().writeJSON(report, to: &$0) })
        try Golden.check("report.\(suffix).json", text { ReportJSONWriter().write(report, to: &$0) })
        try Golden.check("page.\(suffix).html", text { PageWriter().write(report, to: &$0) })
        try Golden.check(
            "datapackage.\(suffix).json",
            text { DataPackageWriter().write(report.datasets + [figures], of: report, to: &$0) })
    }

    private func text(_ write: (inout String) -> Void) -> String {
        var text = ""
        write(&text)
        return text
    }
}

@Suite struct `CSV` {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+86", "'+86"), ("-2", "'-2"), ("@用户", "'@用户"), ("\t表", "'\t表"), ("\r", "\"'\r\""),
        ("＝合计", "'＝合计"), ("＋", "'＋"), ("－", "'－"), ("＠", "'＠"), ("1+N", "1+N"), ("社区", "社区"), ("", ""),
        ("甲,乙", "\"甲,乙\""), ("“时间银行”", "“时间银行”"), ("他说\"好\"", "\"他说\"\"好\"\"\""), ("一\r\n二", "\"一\r\n二\""),
        (" 空", "\" 空\""),
    ])
    func `text is quoted where RFC 4180 wants it and never runs as a formula`(text: String, field: String) {
        #expect(CSVWriter.field(text: text) == field)
    }

    @Test func `figures are typed and exempt`() {
        #expect(CSVWriter.field(.number(-2)) == "-2")
        #expect(CSVWriter.field(.number(Amount(137300), marks: Marks(bound: .atLeast))) == "137300")
        #expect(CSVWriter.field(.empty("why")) == "")
        #expect(CSVWriter.field(.rank(2, of: 5)) == "2")
        #expect(CSVWriter.field(Cell(.range(Amount(50), Amount(60)))) == "50～60")
        #expect(CSVWriter.field(Cell(.range(Amount(50), Amount(60))), asNumber: true) == "50")
    }

    @Test func `a record of one empty field is no blank line`() {
        let table = Table(
            key: "t", title: "t", role: .data, columns: [Column(key: "a", header: ["a"])], rows: [Row([.empty()])])
        var output = ""
        CSVWriter(writesByteOrderMark: false).write(table, to: &output)
        #expect(output == "a\r\n\"\"\r\n")
    }
}

@Suite struct `Text layout` {
    @Test(arguments: [
        ("社区治理水平持续提升。", 8, ["社区治理", "水平持续", "提升。"]),
        ("社区治理，水平", 8, ["社区治", "理，水平"]),
        ("共1242人参加", 8, ["共1242人", "参加"]),
        ("two words more", 9, ["two words", "more"]),
        ("abcdefghijkl", 5, ["abcde", "fghij", "kl"]),
        ("“亲民化”改造", 6, ["“亲民", "化”改", "造"]),
        ("", 10, [""]), ("一\n二", 10, ["一", "二"]),
    ])
    func `lines break where Chinese and Latin text may`(text: String, width: Int, lines: [String]) {
        #expect(LineBreaking.lines(text, width: width) == lines)
    }

    @Test func `a wide table is cut into parts that repeat the first column`() {
        let columns = (0..<12).map { Column(key: "c\($0)", header: ["指标名称\($0)"], kind: $0 == 0 ? .text : .number) }
        let table = Table(
            key: "wide", title: "表1", columns: columns,
            rows: [Row([.text("开源街道")] + (1..<12).map { .number($0) })])
        let lines = TextTable(width: 60).lines(table)
        #expect(lines.allSatisfy { $0.unicodeScalars.count <= 60 })
        #expect(lines.filter { $0.hasPrefix("开源街道") }.count == 3)
        #expect(lines.filter { $0.hasPrefix("表1（续）") }.count == 2)
    }

    @Test func `a table of very many rows is left to other formats`() {
        func text(_ count: Int) -> String {
            let table = Table(
                key: "long", title: "清单", columns: [Column(key: "n", header: ["序号"])],
                rows: Rows(count: count) { Row([.text("第\($0)行")]) })
            var text = ""
            TextWriter().write(
                Report(
                    about: About(title: "月报", generator: "Tongbao"),
                    sections: [Section(key: "long", title: "清单", blocks: [.table(table)])]), to: &text)
            return text
        }
        #expect(text(2000).contains("第1999行"))
        #expect(text(2001).contains("清单共2001行，见工作簿和CSV文件。") && !text(2001).contains("第0行"))
    }

    @Test func `columns under one header stay in one part`() {
        let columns =
            [Column(key: "street", header: ["街道"])]
            + (0..<6).flatMap { indicator in
                ["数量", "位次", "占比"].map {
                    Column(key: "\(indicator)\($0)", header: ["指标\(indicator)", $0], kind: .number)
                }
            }
        let table = Table(
            key: "wide", title: "表1", columns: columns,
            rows: [Row([.text("开源街道")] + (0..<18).map { .number(1000 + $0) })])
        let rows = TextTable(width: 50).lines(table).filter { $0.hasPrefix("开源街道") }
        // Three figures under each header.
        #expect(rows.allSatisfy { ($0.split(separator: " ").count - 1).isMultiple(of: 3) })
        #expect(rows.count > 1)
    }

    @Test func `no data has no bar and any positive figure has one`() {
        let series = Chart.Series(name: "", values: [Amount(1000), nil, Amount(1)], texts: ["1,000", "—", "1"])
        let lines = TextBars(width: 40).lines(categories: ["甲街道", "乙街道", "丙街道"], series: series)
        #expect(lines[1] == "乙街道      —")
        #expect(lines[2] == "丙街道      1  █")
    }
}

@Suite struct `Page` {
    @Test func `text from bulletins is never markup`() {
        var page = ""
        PageWriter().write(SampleReport.make(), to: &page)
        #expect(!page.contains("<script>alert"))
        #expect(!page.contains("<b>联系人"))
        #expect(page.components("<script").count == 3)
    }

    @Test func `identity and telephone numbers are masked`() {
        var page = ""
        PageWriter().write(SampleReport.make(), to: &page)
        #expect(!page.contains("13800138000"))
        #expect(!page.contains("140202199001011234"))
        #expect(page.contains("138****8000"))
    }

    @Test func `rows beyond the limit are named`() {
        var page = ""
        PageWriter(mostRows: 2).write(SampleReport.make(), to: &page)
        #expect(page.contains("仅列前2行，共3行"))
    }

    @Test(arguments: [
        ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
        ),
    ])
    func `hashes are those of FIPS 180-4`(text: String, hash: String) {
        #expect(Base64.digest(of: text) == hash)
    }

    @Test(arguments: [
        (0.0, ["0", "1"]), (7.0, ["0", "2", "4", "6", "8"]), (451.0, ["0", "100", "200", "300", "400", "500"]),
        (0.3, ["0", "0.1", "0.2", "0.3"]), (1_250_000.0, ["0", "500,000", "1,000,000", "1,500,000"]),
    ])
    func `axes begin at zero and go in round steps`(largest: Double, labels: [String]) {
        #expect(ChartAxis(covering: largest).labels == labels)
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [Substring] { split(separator: separator) }
}

@Suite struct `A page of a large ledger` {
    @Test func `holds the rows of the month and says what it leaves out`() {
        let table = Table(
            key: "facts", title: "台账", role: .data, columns: [Column(key: "n", header: ["序号"])],
            rows: Rows(count: 9) { Row([.text("第\($0)行")]) },
            foremost: [RowSpan(start: 3, count: 1), RowSpan(start: 7, count: 2)])
        let report = Report(
            about: About(title: "月报", generator: "Tongbao"),
            sections: [Section(key: "ledger", title: "台账", blocks: [.table(table)])])
        var page = ""
        PageWriter(mostRows: 2).write(report, to: &page)
        #expect(page.contains("第3行") && page.contains("第7行"))
        #expect(!page.contains("第0行") && !page.contains("第8行"))
        #expect(page.contains("仅列报告期的2行，共9行"))
    }

    @Test func `holds the bulletins of the month where there is no room for all`() {
        func text(_ number: Int) -> Evidence {
            Evidence(
                key: "e\(number)", title: "通报\(number)", source: "\(number).txt", text: "第\(number)篇：网格12个。",
                marks: [Evidence.Mark(sentence: 4..<11, quantity: 6..<9, label: "网格")])
        }
        let table = Table(
            key: "facts", title: "台账", role: .data, columns: [Column(key: "n", header: ["数值"], kind: .number)],
            rows: Rows(count: 3) {
                Row([.number(12, link: .evidence(Evidence.Reference(evidence: "e\($0)", mark: 0)))])
            }, foremost: [RowSpan(start: 1, count: 1)])
        let report = Report(
            about: About(title: "月报", generator: "Tongbao"),
            sections: [Section(key: "ledger", title: "台账", blocks: [.table(table)])],
            evidence: EvidenceTexts((0..<3).map(text)))
        func page(_ mostText: Int) -> String {
            var page = ""
            var writer = PageWriter()
            writer.mostText = mostText
            writer.write(report, to: &page)
            return page
        }
        #expect(page(1000).ranges(of: "data-evidence=").count == 3)
        let small = page(60)
        #expect(small.ranges(of: "data-evidence=").count == 1 && small.contains("第1篇"))
        #expect(!small.contains("第0篇") && !small.contains("第2篇"))
        #expect(small.contains("其余2篇的语句见工作簿"))
    }
}
