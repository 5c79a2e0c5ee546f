import Facts
import Foundation
import LedgerStore
import Testing

@Suite struct SheetTests {
    let folder: Folder
    let ledger: Ledger

    init() throws {
        folder = try Folder()
        ledger = try Ledger.open(folder.file("test.sqlite"))
        try ledger.add(Sample.bulletin())
    }

    private func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file(name)))
        return folder.file(name)
    }

    @Test(arguments: [
        ("采信", "accepted 志愿服务队 451 支"), ("剔除", "rejected 志愿服务队 451 支"), (" 重复。", "duplicate 志愿服务队 451 支"),
        ("452", "corrected 志愿服务队 452 支"), ("更正：数值=452；计量单位＝个", "corrected 志愿服务队 452 个"),
        ("并入：志愿队伍", "- 志愿队伍 451 支"), ("", "- 志愿服务队 451 支"),
    ])
    func `an opinion written into the sheet is taken`(opinion: String, expected: String) throws {
        let path = try write(
            "\u{FEFF}类别,原因,事项,原文,来源,起始位置,原句,处理意见\r\n识读存疑,,志愿服务队,451支,page.txt,10,永泰街道有志愿服务队451支。,\(opinion)\r\n",
            to: "sheet.csv")
        let sheet = try ledger.decisions(fromSheet: path, author: "李某", at: "2026-04-10")
        #expect(sheet.problems.isEmpty)
        try ledger.decide(sheet.decisions)
        let fact = try #require(try ledger.facts(where: FactFilter(includesRejected: true)).first)
        let text = "\(fact.verdict?.rawValue ?? "-") \(fact.resolution.indicator) \(fact.fact.value) \(fact.fact.unit)"
        #expect(text == expected)
    }

    @Test func `a sheet that is read in again says nothing new`() throws {
        let sheet = "原文,来源,起始位置,原句,处理意见\n451支,page.txt,10,永泰街道有志愿服务队451支。,"
        func read(_ opinion: String, on day: String, by author: String = "李某") throws -> Int {
            let path = try write(sheet + opinion + "\n", to: "sheet.csv")
            return try ledger.decide(try ledger.decisions(fromSheet: path, author: author, at: day).decisions).count
        }
        #expect(try read("更正：数值=452；计量单位=个", on: "2026-04-10") == 2)
        #expect(try read("更正：数值=452；计量单位=个", on: "2026-04-11T08:00:00Z") == 0)
        // What another person says, and what was said before something else was, is news.
        #expect(try read("更正：数值=452；计量单位=个", on: "2026-04-12", by: "王某") == 2)
        #expect(try read("采信", on: "2026-04-13") == 1)
        #expect(try read("更正：数值=452；计量单位=个", on: "2026-04-14") == 2)
        #expect(try read("并入：志愿队伍", on: "2026-04-15") == 1)
        #expect(try read("并入：志愿队伍", on: "2026-04-16") == 0)
    }

    @Test func `a sheet in GB 18030 is read`() throws {
        // 原文,来源,起始位置,原句,处理意见 and 采信, as old office programs save them.
        var bytes: [UInt8] = []
        for part in [
            [0xD4, 0xAD, 0xCE, 0xC4], [0xC0, 0xB4, 0xD4, 0xB4], [0xC6, 0xF0, 0xCA, 0xBC, 0xCE, 0xBB, 0xD6, 0xC3],
            [0xD4, 0xAD, 0xBE, 0xE4], [0xB4, 0xA6, 0xC0, 0xED, 0xD2, 0xE2, 0xBC, 0xFB],
        ] as [[UInt8]] {
            bytes += part + [0x2C]
        }
        bytes +=
            [0x0D, 0x0A] + Array("451".utf8) + [0xD6, 0xA7] + Array(",page.txt,10,,".utf8) + [0xB2, 0xC9, 0xD0, 0xC5]
        bytes += [0x2C, 0x0D, 0x0A]
        let path = folder.file("sheet.csv")
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let sheet = try ledger.decisions(fromSheet: path, author: "李某", at: "2026-04-10")
        #expect(sheet.problems.isEmpty)
        #expect(sheet.decisions.map(\.reference?.text) == ["451支"])
    }

    @Test func `an indicator is merged with its predicate, and not the item without`() throws {
        var facts = ["签订", nil].enumerated().map { index, action in
            var fact = Sample.fact("\(index + 5)个", value: index + 5, item: "社区", start: 5 + 9 * index)
            fact.action = action
            return fact
        }
        facts[0].sentence = "5个社区签订协议书。"
        try ledger.add(Sample.bulletin("communities.txt", facts: facts))
        let path = try write(
            "原文,来源,起始位置,原句,处理意见\n5个,communities.txt,5,5个社区签订协议书。,并入：签约社区\n", to: "sheet.csv")
        try ledger.decide(try ledger.decisions(fromSheet: path, author: "李某", at: "2026-04-10").decisions)
        let indicators = try ledger.facts(where: FactFilter(bulletins: [2])).map(\.resolution.indicator)
        #expect(indicators == ["签约社区", "社区"])
    }

    @Test func `rows that cannot be understood are listed, the others hold`() throws {
        let path = try write(
            "原文,来源,起始位置,原句,处理意见\n451支,moved.txt,99,永泰街道有志愿服务队451支。,采信\n18个,page.txt,40,,也许吧\n9个,none.txt,1,无,剔除\n",
            to: "sheet.csv")
        let sheet = try ledger.decisions(fromSheet: path, author: "李某", at: "2026-04-10")
        #expect(sheet.decisions.count == 1)
        #expect(sheet.problems.map(\.line) == [3, 4])
    }

    /// Bulletins that print one sentence, and what a row of a sheet says of one of them.
    @Test(
        arguments: [
            // Where the row says it is, whatever else prints the sentence.
            ("r/a.txt", 16, "title:甲 (2026-04-03)"), ("r/b.txt", 40, "title:乙 (2026-04-03)"),
            // It moved within its bulletin.
            ("r/a.txt", 40, "title:甲 (2026-04-03)"), ("r/b.txt", 16, "title:乙 (2026-04-03)"),
            // Its bulletin came under a path with others.
            ("r/c.txt (title:丙 (2026-04-03))", 16, "title:丙 (2026-04-03)"),
            ("r/c.txt (title:丁 (2026-04-03))", 16, "title:丁 (2026-04-03)"),
            // Two or more may be meant.
            ("r/c.txt", 16, nil), ("elsewhere.txt", 16, nil),
        ] as [(String, Int, String?)])
    func `an opinion is about the bulletin that its row names`(document: String, start: Int, expected: String?) throws {
        for (title, path, start) in [
            ("乙", "r/b.txt", 40), ("甲", "r/a.txt", 16), ("丙", "r/c.txt", 16), ("丁", "r/c.txt", 16),
        ] {
            try ledger.add(Self.reprint(title, path: path, start: start))
        }
        let path = try write(
            "来源,起始位置,原文,原句,处理意见\n\(document),\(start),50余处,永泰街道清理野广告50余处。,剔除\n", to: "sheet.csv")
        let sheet = try ledger.decisions(fromSheet: path, author: "李某", at: "2026-04-10")
        #expect(sheet.decisions.map(\.reference?.bulletin) == [expected].compactMap(\.self))
        #expect(sheet.problems.map(\.line) == (expected == nil ? [2] : []))
    }

    private static func reprint(_ title: String, path: String, start: Int) -> BulletinRecord {
        let fact = Sample.fact("50余处", value: 50, item: "野广告", start: start, sentence: "永泰街道清理野广告50余处。")
        var record = Sample.bulletin(path, content: title, facts: [fact])
        record.title = title
        record.identity = BulletinIdentity(title: title, published: record.published, path: path)
        return record
    }

    @Test func `a sentence whose telephone number a report masks is found`() throws {
        let fact = Sample.fact(
            "12件", value: 12, item: "诉求", start: 20, document: "calls.txt", sentence: "拨打13800138000反映诉求12件。")
        try ledger.add(Sample.bulletin("calls.txt", facts: [fact]))
        let path = try write(
            "来源,起始位置,原文,原句,处理意见\nmoved.txt,3,12件,拨打138****8000反映诉求12件。,剔除\n", to: "sheet.csv")
        let sheet = try ledger.decisions(fromSheet: path, author: "李某", at: "2026-04-10")
        #expect(sheet.decisions.map(\.reference?.bulletin) == ["file:calls.txt"])
    }

    @Test func `a sheet that is read in twice asks for nothing new, unless somebody decided otherwise since`() throws {
        let path = try write(
            "来源,起始位置,原文,原句,处理意见\npage.txt,10,451支,,更正：数值=452；单位=个\npage.txt,40,18个,,剔除\n,,,,\npage.txt,40,18个,,并入：支部\n",
            to: "sheet.csv")
        func read(_ author: String, at: String) throws -> [Int] {
            let sheet = try ledger.decisions(fromSheet: path, author: author, at: at)
            try ledger.decide(sheet.decisions)
            return [sheet.decisions.count, sheet.settled, try ledger.decisions().count]
        }
        #expect(try read("李某", at: "2026-04-10T09:30:00Z") == [4, 0, 4])
        #expect(try read("李某", at: "2026-04-10T09:31:00Z") == [0, 4, 4])
        // Another person says the same.
        #expect(try read("王某", at: "2026-04-11") == [4, 0, 8])
        let other = FactReference(bulletin: "file:page.txt", sentence: "永泰街道有党支部18个。", text: "18个")
        try ledger.decide([Decision(.accept(other), at: "2026-04-12", author: "王某")])
        #expect(try read("王某", at: "2026-04-13") == [1, 3, 10])
    }

    @Test func `opinions of one sheet that contradict each other are told`() throws {
        let path = try write(
            """
            来源,起始位置,原文,原句,处理意见
            page.txt,10,451支,,452
            page.txt,10,451支,,采信
            page.txt,10,451支,,更正：单位=个
            page.txt,10,451支,,452
            page.txt,10,451支,,更正：数值=453

            """, to: "sheet.csv")
        let sheet = try ledger.decisions(fromSheet: path, author: "李某", at: "2026-04-10")
        #expect(sheet.problems.map(\.line) == [3, 6])
        try ledger.decide(sheet.decisions)
        let fact = try #require(try ledger.facts().first).fact
        #expect("\(fact.value) \(fact.unit)" == "452 个")
    }

    @Test func `a sheet without the column is refused`() throws {
        let path = try write("原文,来源,起始位置,原句\n", to: "sheet.csv")
        #expect {
            try ledger.decisions(fromSheet: path, author: "", at: "2026-04-10")
        } throws: { ($0 as? LedgerError)?.kind == .badTable }
    }

    @Test func `figures typed by hand are facts marked as such`() throws {
        let path = try write(
            """
            地点,事项,数值,计量单位,时期,口径
            平城区 › 永泰街道,志愿服务队,451,支,2026-04,时点数
            平城区/古城街道,清理野广告,53,处,2026-04,时期数

            """, to: "figures.csv")
        let record = try BulletinRecord(typedFigures: path)
        try ledger.add(record)
        #expect(try ledger.add(record) == .unchanged(bulletin: 2))
        let facts = try ledger.facts(where: FactFilter(bulletins: [2]))
        #expect(facts.map(\.origin) == [.typed, .typed])
        #expect(facts.map { $0.fact[.place] } == ["平城区 › 永泰街道", "平城区 › 古城街道"])
        #expect(
            facts.map { "\($0.fact[.from]) \($0.fact[.to])" } == ["2026-04-30 2026-04-30", "2026-04-01 2026-04-30"])
        #expect(facts.map(\.fact.window) == [.stock, .flow])
    }

    @Test(arguments: [
        ("2026年1月", "2026-01-01 2026-01-31"), ("2026年", "2026-01-01 2026-12-31"),
        ("2026年4月3日", "2026-04-03 2026-04-03"),
        ("2026-02", "2026-02-01 2026-02-28"),
    ])
    func `typed periods and numbers may be written as people do`(period: String, days: String) throws {
        let path = try write(
            "地区,事项,数值,单位,时期,口径\n平城区,矛盾纠纷,\"1,020\",件,\(period),时期数\n", to: "figures.csv")
        let fact = try #require(try BulletinRecord(typedFigures: path).facts.first)
        #expect(fact.value == Number(1020))
        #expect("\(fact[.from]) \(fact[.to])" == days)
    }

    @Test(arguments: [
        ("地点,事项,数值,计量单位\n平城区,网格,十二,个\n", 2), ("地点,事项,数值\n", 1), ("地点,事项,数值,计量单位\n平城区,,12,个\n", 2),
        ("地点,事项,数值,计量单位,时期\n平城区,网格,12,个,上月\n", 2), ("地点,事项,数值,计量单位,时期\n平城区,网格,12,个,年\n", 2),
        ("地点,事项,数值,计量单位,时期\n平城区,网格,12,个,年月\n", 2), ("地点,事项,数值,计量单位,时期\n平城区,网格,12,个,日\n", 2),
    ])
    func `a fault in typed figures is named by its line`(text: String, line: Int) throws {
        let path = try write(text, to: "figures.csv")
        #expect {
            _ = try BulletinRecord(typedFigures: path)
        } throws: { ($0 as? LedgerError)?.kind == .badTable && ($0 as? LedgerError)?.line == line }
    }
}
