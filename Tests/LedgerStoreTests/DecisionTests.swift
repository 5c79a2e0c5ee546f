import Facts
import LedgerStore
import Testing

@Suite struct DecisionTests {
    let folder: Folder
    let ledger: Ledger

    init() throws {
        folder = try Folder()
        ledger = try Ledger.open(folder.file("test.sqlite"))
        try ledger.add(Sample.bulletin())
    }

    static let teams = FactReference(bulletin: "file:page.txt", sentence: "永泰街道有志愿服务队451支。", text: "451支")

    private func decide(_ action: Decision.Action, at: String = "2026-04-10") throws {
        try ledger.decide([Decision(action, at: at, author: "李某", reason: "电话核实")])
    }

    private func teams() throws -> StoredFact {
        try #require(try ledger.facts(where: FactFilter(includesRejected: true)).first)
    }

    @Test func `a fact can be named`() throws {
        #expect(try ledger.reference(toFact: teams().id) == Self.teams)
        #expect {
            try ledger.reference(toFact: 99)
        } throws: { ($0 as? LedgerError)?.kind == .unknownFact }
    }

    @Test(arguments: [
        (Field.value, "450"), (.upper, "460"), (.upper, ""), (.qualifier, "about"), (.unit, "个"), (.item, "服务队"),
        (.place, "平城区 › 古城街道"), (.period, "截至目前"), (.from, "2026-01-01"), (.to, ""), (.change, "decrease"),
        (.status, "planned"), (.action, "新增"), (.window, "flow"), (.dimension, "organisation"),
    ])
    func `a field is corrected, and the resolution follows`(field: Field, value: String) throws {
        let before = try teams()
        try decide(.correct(Self.teams, field, to: value))
        let after = try teams()
        #expect(after.fact[field] == value)
        #expect(after.verdict == .corrected)
        #expect(after.asRead == [field: before.fact[field]])
        let bulletin = try #require(try ledger.bulletins().first)
        #expect(after.resolution == LiteralResolver().resolution(of: after.fact, in: bulletin))
        #expect(try ledger.check().isEmpty)
    }

    @Test(arguments: [
        (Field.value, "四百"), (.upper, "x"), (.qualifier, "maybe"), (.item, ""), (.from, "2026-02-30"),
        (.window, "forever"),
    ])
    func `a value that does not fit is refused`(field: Field, value: String) throws {
        #expect {
            try decide(.correct(Self.teams, field, to: value))
        } throws: { ($0 as? LedgerError)?.kind == .invalidDecision }
        #expect(try ledger.decisions().isEmpty)
    }

    @Test(arguments: ["", "10 April", "2026-13-01", "2026-04-10T09:30:00"])
    func `a malformed time is refused`(at: String) throws {
        #expect {
            try decide(.accept(Self.teams), at: at)
        } throws: { ($0 as? LedgerError)?.kind == .invalidDecision }
    }

    @Test func `a rejected fact does not count, and a later decision brings it back`() throws {
        try decide(.reject(Self.teams))
        #expect(try ledger.facts().map(\.fact.text) == ["18个"])
        try decide(.accept(Self.teams), at: "2026-04-11")
        #expect(try ledger.facts().map(\.fact.text) == ["451支", "18个"])
    }

    @Test func `the later decision holds, in whatever order they are entered`() throws {
        try decide(.correct(Self.teams, .value, to: "2"), at: "2026-04-11T10:00:00Z")
        try decide(.correct(Self.teams, .value, to: "1"), at: "2026-04-10")
        #expect(try teams().fact.value == Number(2))
        #expect(try teams().asRead == [.value: "451"])
    }

    @Test(arguments: [
        (["2026-04-10 reject", "2026-04-10 accept"], "accepted"),
        (["2026-04-10 accept", "2026-04-10 reject"], "rejected"),
        (["2026-04-10 reject", "2026-04-10 accept", "2026-04-10 reject"], "rejected"),
        // A day without a time is, on that day, when it was entered.
        (["2026-04-10T09:30:00Z reject", "2026-04-10 accept"], "accepted"),
        (["2026-04-10 accept", "2026-04-10T09:30:00Z reject"], "rejected"),
        (["2026-04-10T09:30:00Z reject", "2026-04-10 accept", "2026-04-10T08:00:00Z duplicate"], "accepted"),
        (["2026-04-10T09:30:00Z reject", "2026-04-10T08:00:00Z accept"], "rejected"),
        (["2026-04-11 reject", "2026-04-10T23:00:00Z accept", "2026-04-10 accept"], "rejected"),
    ])
    func `of decisions of one day the one that was entered last holds`(entered: [String], expected: String) throws {
        for words in entered.map({ $0.split(separator: " ").map(String.init) }) {
            let action: Decision.Action =
                switch words[1] {
                case "accept": .accept(Self.teams)
                case "reject": .reject(Self.teams)
                default: .markDuplicate(Self.teams)
                }
            try decide(action, at: words[0])
        }
        #expect(try teams().verdict?.rawValue == expected)
        #expect(try ledger.decisions().count == entered.count)
        #expect(try ledger.check().isEmpty)
        // What another ledger makes of the export is the same.
        try ledger.export(to: folder.file("export"))
        let copy = try Ledger.make(folder.file("copy.sqlite"), fromExport: folder.file("export"))
        #expect(try copy.present() == ledger.present())
        #expect(try copy.decisions().map(\.decision) == ledger.decisions().map(\.decision))
    }

    @Test func `a decision entered twice is one`() throws {
        try decide(.accept(Self.teams))
        try decide(.accept(Self.teams))
        #expect(try ledger.decisions().count == 1)
    }

    @Test func `decisions survive a newer reading as long as the sentence is there`() throws {
        try decide(.correct(Self.teams, .value, to: "452"))
        var moved = Sample.fact("451支队", value: 451, item: "志愿服务队", start: 33)
        moved.sentence = Self.teams.sentence
        try ledger.add(Sample.bulletin(extractor: "2", facts: [moved]))
        #expect(try teams().fact.value == Number(452))
        #expect(try ledger.check().isEmpty)
    }

    @Test func `a decision whose sentence is gone is listed`() throws {
        try decide(.reject(Self.teams))
        let other = Sample.fact("9支", value: 9, item: "志愿服务队", start: 3)
        try ledger.add(Sample.bulletin(content: "corrected", facts: [other]))
        #expect(try ledger.decisions().map(\.isOrphan) == [true])
        #expect(try ledger.check().map(\.severity) == [.notice])
        #expect(try ledger.facts().map(\.fact.text) == ["9支"])
    }

    @Test func `decisions may come before their bulletin`() throws {
        let early = try Ledger.open(folder.file("early.sqlite"))
        let decisions = [
            Decision(.reject(Self.teams), at: "2026-04-10", author: "李某"),
            Decision(.merge(item: "党支部", into: "小区党支部"), at: "2026-04-10", author: "李某"),
        ]
        try early.decide(decisions)
        try early.add(Sample.bulletin())
        try ledger.decide(decisions)
        #expect(try early.present() == ledger.present())
        #expect(try ledger.facts().map(\.resolution.indicator) == ["小区党支部"])
    }

    @Test func `mergers are followed to the end and never in circles`() throws {
        try decide(.merge(item: "党支部", into: "支部"))
        try decide(.merge(item: "支部", into: "党组织"))
        #expect(try ledger.facts().map(\.resolution.indicator) == ["志愿服务队", "党组织"])
        #expect(try ledger.facts().map(\.fact.item) == ["志愿服务队", "党支部"])
        try decide(.merge(item: "党组织", into: "党支部"))
        #expect(try ledger.facts().count == 2)
    }

    @Test func `accepting a fact as read takes its correction back`() throws {
        try decide(.correct(Self.teams, .value, to: "99"), at: "2026-04-10")
        try decide(.accept(Self.teams), at: "2026-04-11")
        #expect(try teams().fact.value == Number(451))
        #expect(try teams().asRead == [:])
        #expect(try teams().verdict == .accepted)
        #expect(try ledger.check().isEmpty)
    }

    @Test func `an item merged into itself counts by itself again`() throws {
        try decide(.merge(item: "党支部", into: "小区党支部"), at: "2026-04-10")
        try decide(.merge(item: "党支部", into: "党支部"), at: "2026-04-11")
        #expect(try ledger.mergedItems().isEmpty)
        #expect(try ledger.facts().map(\.resolution.indicator) == ["志愿服务队", "党支部"])
    }

    @Test func `an item with its predicate is merged, and only that`() throws {
        var facts = ["受理", "办结"].enumerated().map { index, action in
            var fact = Sample.fact("\(index + 5)件", value: index + 5, item: "来电", start: 5 + 9 * index)
            fact.action = action
            return fact
        }
        facts.append(Sample.fact("3件", value: 3, item: "来信", start: 40))
        try ledger.add(Sample.bulletin("calls.txt", facts: facts))
        try decide(.merge(item: "来电（受理）", into: "受理量"))
        let indicators = try ledger.facts(where: FactFilter(bulletins: [2])).map(\.resolution.indicator)
        #expect(indicators == ["受理量", "来电（办结）", "来信"])
        #expect(try ledger.holdsFacts(ofItem: "来电（受理）"))
        #expect(try ledger.holdsFacts(ofItem: "来信"))
        #expect(try !ledger.holdsFacts(ofItem: "没有的事项"))
    }

    @Test(arguments: [
        ("口径", "时点数", Field.window, "stock"), ("界限", "以上", .qualifier, "over"), ("性质", "计划", .status, "planned"),
        ("变化", "减少", .change, "decrease"), ("数值", "1,020", .value, "1020"), ("单位", "个", .unit, "个"),
        ("起", "2026-01-01", .from, "2026-01-01"), ("止", "2026-03-31", .to, "2026-03-31"), ("动作", "新增", .action, "新增"),
        ("地区", "平城区 › 古城街道", .place, "平城区 › 古城街道"),
    ])
    func `fields and what they hold go by the words of tables`(
        name: String, written: String, field: Field, stored: String
    ) throws {
        #expect(Field(named: name) == field)
        try decide(.correct(Self.teams, field, to: written))
        #expect(try teams().fact[field] == stored)
    }

    @Test func `of two like numerals in a sentence the right one is meant`() throws {
        let sentence = "甲社区有网格12个，乙社区有网格12个。"
        let facts = [5, 14].map { start in
            Sample.fact("12个", value: 12, item: "网格", start: start, document: "grids.txt", sentence: sentence)
        }
        try ledger.add(Sample.bulletin("grids.txt", facts: facts))
        try decide(.reject(FactReference(bulletin: "file:grids.txt", sentence: sentence, text: "12个", occurrence: 2)))
        #expect(try ledger.facts(where: FactFilter(bulletins: [2])).map(\.fact.range.start) == [5])
    }
}
