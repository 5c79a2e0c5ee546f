import Foundation
import Reports
import Testing

@testable import Workbooks

@Suite struct WorkbookWriterTests {
    let parts: WorkbookParts

    init() throws {
        parts = try WorkbookParts(report: SampleReport.make())
    }

    @Test func `every section is a sheet, then the sources and the chart data, none of them hidden`() {
        #expect(parts.sheetNames == ["说明", "总览", "街道对比", "月报表", "事实台账", "原文", "图表数据"])
        #expect(!parts["xl/workbook.xml"].contains("state=\"hidden\""))
        #expect(parts["xl/sharedStrings.xml"].contains("没有数据的单元格留空"))
    }

    @Test func `the same report gives the same bytes`() throws {
        let folder = try TemporaryFolder()
        let report = SampleReport.make()
        try WorkbookWriter(report).write(to: folder.path("a.xlsx"))
        // Stamps in an archive are two seconds coarse.
        Thread.sleep(forTimeInterval: 2.1)
        try WorkbookWriter(report).write(to: folder.path("b.xlsx"))
        let a = try Data(contentsOf: URL(fileURLWithPath: folder.path("a.xlsx")))
        let b = try Data(contentsOf: URL(fileURLWithPath: folder.path("b.xlsx")))
        #expect(a == b)
        #expect(parts["docProps/core.xml"].contains("2026-04-03T00:00:00Z"))
    }

    @Test func `text from bulletins is never a formula`() {
        let ledger = parts.sheet(5)
        #expect(!ledger.contains("<f>"))
        #expect(parts["xl/sharedStrings.xml"].contains("=HYPERLINK("))
        #expect(parts["xl/sharedStrings.xml"].contains("@SUM(A1)"))
    }

    @Test(arguments: [
        ("B9", "<f>SUM(B6:B8)</f><v>137724</v>"), ("C9", "<f>SUM(C6:C8)</f><v>453.5</v>"),
        ("D6", "<f>SUM(B6:C6)</f><v>875</v>"), ("E6", "<f>ROUND(B6/D6,3)</f><v>0.485</v>"),
    ])
    func `totals are live formulas with stored results`(address: String, expected: String) throws {
        #expect(try #require(parts.cell(address, sheet: 3)).contains(expected))
    }

    @Test func `a formula that does not give the figure is left out`() throws {
        let cell = try #require(parts.cell("D9", sheet: 3))
        #expect(cell.contains("<v>1</v>") && !cell.contains("<f>"))
    }

    @Test func `no data is a dash in a display table and nothing in a list`() throws {
        #expect(try #require(parts.cell("C7", sheet: 3)).contains("t=\"s\""))
        #expect(try #require(parts.cell("D5", sheet: 5)).hasSuffix("/>"))
    }

    @Test func `a chart whose range holds a dash draws blank cells instead`() {
        let charts = (1...3).map { parts["xl/charts/chart\($0).xml"] }
        #expect(charts.count { $0.contains("街道对比'!$B$6:$B$8") } == 1)
        #expect(charts.count { $0.contains("图表数据'!$C$5:$C$7") } == 1)
        // Gaps are what the format means by saying nothing.
        for chart in charts { #expect(!chart.contains("dispBlanksAs")) }
        #expect(parts.cell("C6", sheet: 7) == nil)
        #expect(parts.cell("C7", sheet: 7) != nil)
    }

    @Test func `a chart by months draws the cells of its list, where no data is blank`() throws {
        let months = ["2026-03", "2026-04"]
        let table = Table(
            key: "months", title: "逐月", role: .data,
            columns: [Column(key: "street", header: ["街道"])]
                + months.map { Column(key: $0, header: [$0], kind: .number) },
            rows: Rows([
                Row([.text("永泰街道"), .number(3), .number(5)]), Row([.text("古城街道"), .empty(), .number(4)]),
                Row([.text("新旺街道"), Cell(.range(Amount(3), Amount(5))), .number(4)]),
            ]))
        func chart(_ rows: [Int]) -> Chart {
            Chart(
                key: "lines", kind: .line, title: "逐月", table: "months",
                source: .rows(rows, labels: "street", columns: months), textAlternative: "逐月")
        }
        func parts(_ rows: [Int]) throws -> WorkbookParts {
            try WorkbookParts(
                report: Report(
                    about: About(title: "逐月", generator: "统报 1.0"),
                    sections: [
                        Section(key: "trend", title: "趋势", blocks: [.chart(chart(rows))]),
                        Section(key: "months", title: "逐月", blocks: [.table(table)]),
                    ]))
        }
        let drawn = try parts([0, 1])
        #expect(drawn.sheetNames == ["趋势", "逐月"])
        #expect(drawn["xl/charts/chart1.xml"].contains("<c:f>'逐月'!$B$1:$C$1</c:f>"))
        #expect(drawn["xl/charts/chart1.xml"].contains("<c:f>'逐月'!$B$3:$C$3</c:f>"))
        #expect(try !#require(drawn.cell("B3", sheet: 2)).contains("<v>"))
        // 3～5 is text, which would be drawn as 0.
        #expect(try parts([0, 2]).sheetNames == ["趋势", "逐月", "图表数据"])
    }

    @Test func `a wide sheet goes over pages that part between its groups of columns`() throws {
        let columns =
            [Column(key: "street", header: ["街道"])]
            + (0..<20).flatMap { indicator in
                ["数量", "位次", "占比"].map {
                    Column(key: "\(indicator)\($0)", header: ["指标\(indicator)", $0], kind: .number, width: 12)
                }
            }
        let table = Table(
            key: "wide", title: "表", columns: columns,
            rows: Rows(count: 3) { row in Row([.text("街道\(row)")] + (0..<60).map { .number($0) }) },
            layout: TableLayout(orientation: .landscape, fitsPageWidth: false, frozenColumns: 1))
        let sheet = try WorkbookParts(
            report: Report(
                about: About(title: "宽", generator: "统报 1.0"),
                sections: [Section(key: "wide", title: "宽", blocks: [.table(table)])])
        ).sheet(1)
        #expect(sheet.contains("scale=\"62\""))
        let part = try #require(sheet.firstMatch(of: /<colBreaks.*<.colBreaks>/)).0
        let breaks = part.matches(of: /<brk id="([0-9]+)"/).compactMap { Int($0.1) }
        #expect(breaks.count > 2)
        for column in breaks { #expect((column - 1).isMultiple(of: 3)) }
    }

    @Test func `no page ends within a chart`() throws {
        let table = Table(
            key: "n", title: "表",
            columns: [Column(key: "a", header: ["街道"]), Column(key: "b", header: ["数"], kind: .number)],
            rows: Rows(count: 3) { Row([.text("街道\($0)"), .number($0)]) },
            layout: TableLayout(orientation: .landscape))
        func chart(_ number: Int) -> Block {
            .chart(
                Chart(
                    key: "c\(number)", kind: .bar, title: "图", table: "n",
                    source: .columns(["b"], labels: "a", rows: RowSpan(start: 0, count: 3)), textAlternative: "图"))
        }
        let parts = try WorkbookParts(
            report: Report(
                about: About(title: "图", generator: "统报 1.0"),
                sections: [
                    Section(key: "s", title: "图表", blocks: [.table(table)] + (0..<3).map(chart) + [.table(table)])
                ]))
        let sheet = parts.sheet(1)
        let breaks = sheet.matches(of: /<brk id="([0-9]+)"/).compactMap { Int($0.1) }
        let anchors = parts["xl/drawings/drawing1.xml"].matches(
            of: /<xdr:from>.*?<xdr:row>([0-9]+)<.*?<xdr:to>.*?<xdr:row>([0-9]+)</
        ).compactMap { match in Int(match.1).flatMap { first in Int(match.2).map { first...$0 } } }
        #expect(anchors.count == 3)
        #expect(breaks.first == anchors.first?.lowerBound)
        for page in breaks { #expect(!anchors.contains { $0.lowerBound < page && page <= $0.upperBound }) }
        // Two charts a page, and the table after them on the next.
        #expect(breaks.count == 3)
    }

    @Test func `marks leave a figure a number`() throws {
        #expect(try #require(parts.cell("B7", sheet: 3)).contains("<v>137300</v>"))
        let styles = parts["xl/styles.xml"]
        #expect(styles.contains("&quot;≥&quot;#,##0;&quot;≥&quot;-#,##0;&quot;≥&quot;#,##0"))
        #expect(styles.contains("#,##0&quot; 支〔2月〕&quot;"))
        #expect(styles.contains("0&quot; / 3&quot;"))
    }

    @Test func `figures lead to ledger rows and ledger rows to sentences`() {
        #expect(parts.sheet(3).contains("location=\"'事实台账'!A2:F2\""))
        #expect(parts.sheet(2).contains("location=\"'事实台账'!A2:F3\""))
        #expect(parts.sheet(5).contains("ref=\"A4\" location=\"'原文'!A3:D3\""))
        // A mark that the evidence does not have leads nowhere.
        #expect(!parts.sheet(5).contains("ref=\"A5\" location"))
    }

    @Test(arguments: ["小区党支部", "志愿服务队", "化解率", "未列卡片", "合计_党支部"])
    func `headline figures carry defined names`(name: String) {
        #expect(parts["xl/workbook.xml"].contains("<definedName name=\"\(name)\">"))
    }

    @Test func `the ledger is a table with a frozen header and codes as text`() throws {
        let table = parts["xl/tables/table1.xml"]
        #expect(table.contains("name=\"T_ledger\"") && table.contains("ref=\"A1:F5\""))
        #expect(parts.sheet(5).contains("<pane ySplit=\"1\""))
        #expect(try #require(parts.cell("B2", sheet: 5)).contains("t=\"s\""))
        #expect(parts.sheet(5).contains("numberStoredAsText=\"1\""))
    }

    @Test func `sheets print on A4, one page wide, with page numbers and repeated headers`() {
        for number in 1...5 {
            #expect(parts.sheet(number).contains("paperSize=\"9\""))
            #expect(parts.sheet(number).contains("fitToHeight=\"0\""))
            #expect(parts.sheet(number).contains("第 &amp;P 页，共 &amp;N 页"))
        }
        #expect(parts["xl/workbook.xml"].contains("'事实台账'!$1:$1"))
        // A short table is followed by its charts, above which its header would say nothing.
        #expect(!parts["xl/workbook.xml"].contains("'街道对比'!$5:$5"))
    }

    @Test func `a printed form joins its headers and has a line for signatures`() {
        #expect(parts.sheet(4).contains("<mergeCell ref=\"C5:D5\"/>"))
        #expect(parts.sheet(4).contains("<mergeCell ref=\"A5:A6\"/>"))
        #expect(parts["xl/sharedStrings.xml"].contains("制表人："))
    }

    @Test func `a sheet beyond the limit is streamed with filters, and the first sheet says so`() throws {
        let parts = try WorkbookParts(report: SampleReport.make(), limits: .init(cellsInMemory: 23))
        #expect(parts["xl/tables/table1.xml"].isEmpty)
        #expect(parts.sheet(5).contains("<autoFilter ref=\"A1:F5\"/>"))
        #expect(parts.sheet(5).contains("inlineStr"))
        #expect(parts["xl/sharedStrings.xml"].contains("“事实台账”数据量大"))
    }

    @Test func `a streamed table with totals is filtered above them`() throws {
        var report = SampleReport.make()
        report.sections[4].blocks = [
            .table(
                Table(
                    key: "totals", title: "合计", columns: [Column(key: "value", header: ["数量"], kind: .number)],
                    rows: Rows([1, 2, 3].map { Row([.number($0)], kind: $0 == 3 ? .total : .body) }),
                    layout: TableLayout(hasFilters: true)))
        ]
        let parts = try WorkbookParts(report: report, limits: .init(cellsInMemory: 2))
        #expect(parts.sheet(5).contains("<autoFilter ref=\"A5:A7\"/>"))
    }

    @Test func `a ledger with more rows than a sheet continues on the next`() throws {
        var report = SampleReport.make()
        var ledger = SampleReport.ledger
        let row = ledger.rows[0]
        ledger.rows = Rows(count: 40) { _ in row }
        report.sections[4].blocks = [.table(ledger)]
        report.figures[0].value.link = .rows(table: "ledger", RowSpan(start: 30, count: 2))
        let parts = try WorkbookParts(report: report, limits: .init(rowsOnSheet: 24))
        #expect(parts.sheetNames.contains("事实台账 (2)"))
        #expect(parts.sheetNames.contains("事实台账 (3)"))
        #expect(parts.sheet(2).contains("location=\"'事实台账 (2)'!"))
        #expect(parts["xl/sharedStrings.xml"].contains("续在“事实台账 (2)”"))
    }

    @Test func `near the format's limit of links row headers link instead`()
        throws
    {
        var report = SampleReport.make()
        let columns = 100
        let table = Table(
            key: "wide", title: "表2",
            columns: (0..<columns).map { Column(key: "c\($0)", header: ["列\($0)"], kind: .number) },
            rows: Rows(count: 610) { row in
                Row((0..<columns).map { .number(row, link: .rows(table: "ledger", RowSpan(start: $0 % 4, count: 1))) })
            })
        report.sections[2].blocks = [.table(table)]
        let parts = try WorkbookParts(report: report)
        let links = parts.sheet(3).components(separatedBy: "<hyperlink ").dropFirst()
        #expect(links.count == 610)
        #expect(links.first?.contains("ref=\"A6\" location=\"'事实台账'!A2:F2\"") == true)
        #expect(parts["xl/sharedStrings.xml"].contains("“街道对比”的链接数接近格式上限"))
    }

    @Test func `an empty table says so`() throws {
        var report = SampleReport.make()
        var ledger = SampleReport.ledger
        ledger.rows = []
        report.sections[4].blocks = [.table(ledger)]
        let parts = try WorkbookParts(report: report)
        #expect(parts["xl/sharedStrings.xml"].contains("（无）"))
        #expect(parts["xl/tables/table1.xml"].isEmpty)
    }

    @Test func `an English report has English labels`() throws {
        var report = SampleReport.make()
        report.about.language = .english
        let parts = try WorkbookParts(report: report)
        #expect(parts.sheet(1).contains("page &amp;P of &amp;N"))
        #expect(parts.sheetNames.suffix(2) == ["Sources", "Chart data"])
    }
}

@Suite struct WorkbookErrorTests {
    @Test func `a folder that does not exist is an error with its reason, and nothing is left`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("missing/w.xlsx")
        let error = #expect(throws: WorkbookError.self) {
            try WorkbookWriter(SampleReport.make()).write(to: path)
        }
        #expect(error?.path == path)
        guard case .cannotCreate(let reason)? = error?.kind else {
            Issue.record("not cannotCreate")
            return
        }
        #expect(reason.contains("No such file"))
    }

    @Test func `a workbook's place that is a folder is left alone`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("w.xlsx")
        try FileManager.default.createDirectory(atPath: path + "/inside", withIntermediateDirectories: true)
        let error = #expect(throws: WorkbookError.self) {
            try WorkbookWriter(SampleReport.make()).write(to: path)
        }
        guard case .cannotReplace? = error?.kind else {
            Issue.record("not cannotReplace")
            return
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")) == ["w.xlsx"])
    }
}
