import Reports
import Scanning
import Testing
import Writers

@Suite struct BarTableTests {
    private func table(_ rows: [Row]) -> Table {
        Table(
            key: "figures", title: "街道对比",
            columns: [
                Column(key: "street", header: ["街道"]),
                Column(key: "value", header: ["数量"], kind: .number, visual: .dataBar),
            ], rows: Rows(rows))
    }

    @Test func `bars line up behind names of any width and are scaled within their group`() {
        let lines = BarTable(width: 40).lines(
            table([
                Row([.text("志愿服务队")], kind: .heading), Row([.text("永泰街道"), .number(200)]),
                Row([.text("A区"), .number(1)]), Row([.text("党支部")], kind: .heading),
                Row([.text("大庆路街道"), .number(4)]), Row([.text("古城街道"), .number(2)]),
            ]))
        let bars = lines.filter { $0.contains("█") }
        #expect(Set(bars.compactMap { line in line.firstIndex(of: "█").map { line[..<$0].displayWidth } }).count == 1)
        #expect(bars.map { $0.filter { $0 == "█" }.count } == [22, 1, 22, 11])
        #expect(lines.allSatisfy { $0.displayWidth <= 40 })
    }

    @Test func `no data, zero and negative figures have no bar`() {
        let lines = BarTable().lines(
            table([Row([.text("甲"), .empty()]), Row([.text("乙"), .number(0)]), Row([.text("丙"), .number(-3)])]))
        #expect(!lines.contains { $0.contains("█") })
        #expect(lines.contains { $0.contains("—") })
    }

    @Test func `records as JSON Lines keep exact figures and tell no data`() {
        var text = ""
        JSONLinesWriter().write(
            table([
                Row([.text("永泰\"街道"), .number(Amount(coefficient: 1_234_567_890_123_456_789, exponent: -2))]),
                Row([.text("古城街道"), .empty()]),
            ]), to: &text)
        #expect(
            text == """
                {"street":"永泰\\"街道","value":12345678901234567.89}
                {"street":"古城街道","value":null}

                """)
    }
}
