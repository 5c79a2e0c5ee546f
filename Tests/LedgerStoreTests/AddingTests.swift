import Facts
import LedgerStore
import Testing

@Suite struct AddingTests {
    let folder: Folder
    let ledger: Ledger

    init() throws {
        folder = try Folder()
        ledger = try Ledger.open(folder.file("test.sqlite"))
    }

    @Test func `every field of a bulletin comes back`() throws {
        var fact = Sample.fact("50余处", value: 50, item: "野广告", start: 5)
        fact.value = try #require(Number("-12345678901234567890123.45"))
        fact.upper = Number("0.05")
        fact.qualifier = .over
        fact.period = "去年"
        fact.change = .increase
        fact.status = .planned
        fact.action = "完成“亲民化”改造"
        fact.window = .ytd
        fact.from = Sample.day(2025, 1, 1)
        fact.to = Sample.day(2025, 12, 31)
        fact.partOf = 3
        fact.equivalentTo = 4
        fact.per = "每户"
        fact.comparison = "同比"
        fact.dimension = .event
        fact.confidence = .low
        fact.reason = "item shared by a list"
        let record = Sample.bulletin(facts: [fact])
        try ledger.add(record)

        let shown = try ledger.show("file:page.txt")
        #expect(shown.facts.map(\.fact) == [fact])
        #expect(shown.articles == record.articles)
        #expect(shown.setAside == record.setAside)
        #expect(shown.summary.title == "四月简报")
        #expect(shown.summary.published == Sample.day(2026, 4, 3))
        #expect(shown.summary.region == "平城区")
        #expect(shown.summary.source == "区委宣传部")
        #expect(shown.facts[0].resolution == LiteralResolver().resolution(of: fact, in: shown.summary))
    }

    @Test func `adding twice changes nothing`() throws {
        #expect(try ledger.add(Sample.bulletin()) == .added(bulletin: 1))
        let once = try ledger.facts()
        #expect(try ledger.add(Sample.bulletin()) == .unchanged(bulletin: 1))
        #expect(try ledger.facts() == once)
    }

    @Test func `the same text under another name is the same bulletin`() throws {
        try ledger.add(Sample.bulletin("b.txt", content: "one text"))
        let other = try Ledger.open(folder.file("other.sqlite"))
        for (ledger, names) in [(ledger, ["c.txt", "a.txt"]), (other, ["a.txt", "b.txt", "c.txt"])] {
            for name in names { try ledger.add(Sample.bulletin(name, content: "one text")) }
            #expect(try ledger.bulletins().map(\.identity.key) == ["file:a.txt"])
            #expect(try ledger.facts().count == 2)
        }
        #expect(try ledger.present() == other.present())
    }

    @Test func `a corrected bulletin replaces its facts, and the old text cannot come back by accident`() throws {
        let old = Sample.bulletin(id: "7", content: "old")
        let new = Sample.bulletin(
            id: "7", content: "new", facts: [Sample.fact("452支", value: 452, item: "志愿服务队", start: 10)])
        try ledger.add(old)
        #expect(try ledger.add(new) == .corrected(bulletin: 1))
        #expect(try ledger.facts().map(\.fact.text) == ["452支"])
        #expect(try ledger.show("id:7").replacedEditions == 1)
        #expect(try ledger.add(old) == .superseded(bulletin: 1))
        #expect(try ledger.add(new) == .unchanged(bulletin: 1))
        #expect(try ledger.facts().map(\.fact.text) == ["452支"])
    }

    @Test(arguments: [false, true])
    func `a person says what a bulletin replaces`(wasAddedBefore: Bool) throws {
        try ledger.add(Sample.bulletin("march.txt", content: "march"))
        let correction = Sample.bulletin("corrected.txt", content: "march, corrected")
        if wasAddedBefore { try ledger.add(correction) }
        #expect(try ledger.add(correction, replacing: "file:march.txt") == .corrected(bulletin: 1))
        #expect(try ledger.bulletins().map(\.identity.key) == ["file:corrected.txt"])
        #expect(try ledger.add(correction, replacing: "file:march.txt") == .unchanged(bulletin: 1))
    }

    @Test(arguments: [
        ("X", nil, "id:X"), ("X", "W", "id:W"), ("X", "Y", "id:X"), (nil, nil, "file:x.txt"), (nil, "Y", "id:Y"),
    ])
    func `a corrected text that another bulletin has makes one of the two`(
        corrected: String?, other: String?, remaining: String
    ) throws {
        try ledger.add(Sample.bulletin("x.txt", id: corrected, content: "first"))
        let text = [Sample.fact("70处", value: 70, item: "野广告", start: 8)]
        try ledger.add(Sample.bulletin("y.txt", id: other, content: "second", facts: text))
        let fact = try #require(try ledger.facts(where: FactFilter(bulletins: [2])).first)
        try ledger.decide([
            Decision(.correct(try ledger.reference(toFact: fact.id), .value, to: "77"), at: "2026-04-10", author: "李某")
        ])
        let correction = Sample.bulletin("x.txt", id: corrected, content: "second", facts: text)
        #expect(try ledger.add(correction) == .corrected(bulletin: 1))
        #expect(try ledger.bulletins().map(\.identity.key) == [remaining])
        #expect(try ledger.facts().map(\.fact.value) == [Number(77)])
        #expect(try ledger.check().isEmpty)
        #expect(try ledger.add(correction) == .unchanged(bulletin: 1))
        #expect(try ledger.add(Sample.bulletin("y.txt", id: other, content: "second", facts: text)).bulletin == 1)
        #expect(try ledger.add(Sample.bulletin("x.txt", id: corrected, content: "first")) == .superseded(bulletin: 1))
        #expect(try ledger.facts().map(\.fact.value) == [Number(77)])
    }

    @Test func `a bulletin that was withdrawn takes no text with it`() throws {
        try ledger.add(Sample.bulletin(id: "X", content: "first"))
        try ledger.add(Sample.bulletin("y.txt", content: "second"))
        try ledger.withdraw("id:X", reason: "错发", author: "王某", at: "2026-04-05")
        #expect(try ledger.add(Sample.bulletin(id: "X", content: "second")) == .unchanged(bulletin: 2))
        let copy = Sample.bulletin("y.txt", content: "second")
        #expect(try ledger.add(copy, replacing: "id:X") == .withdrawn(bulletin: 1))
        #expect(try ledger.bulletins().map(\.identity.key) == ["file:y.txt"])
        #expect(try ledger.check().isEmpty)
    }

    @Test func `a bulletin that replaces another one may have the text of a third and the name of a fourth`() throws {
        for (name, content) in [("march.txt", "march"), ("copy.txt", "april"), ("april.txt", "draft")] {
            try ledger.add(Sample.bulletin(name, content: content))
        }
        let april = Sample.bulletin("april.txt", content: "april")
        #expect(try ledger.add(april, replacing: "file:march.txt") == .corrected(bulletin: 1))
        #expect(try ledger.bulletins().map(\.identity.key) == ["file:april.txt"])
        #expect(try ledger.show("1").replacedEditions == 2)
        #expect(try ledger.add(Sample.bulletin("april.txt", content: "draft")) == .superseded(bulletin: 1))
        #expect(try ledger.check().isEmpty)
    }

    @Test func `who withdrew a bulletin and who let it count again stays on record`() throws {
        try ledger.add(Sample.bulletin())
        try ledger.restore("1", reason: "", author: "李某", at: "2026-04-04")
        try ledger.withdraw("1", reason: "错发", author: "王某", at: "2026-04-05")
        try ledger.withdraw("1", reason: "又错", author: "王某", at: "2026-04-06")
        try ledger.restore("1", reason: "并未错发", author: "李某", at: "2026-04-07")
        let steps = [
            WithdrawalStep(kind: .withdrawn, at: "2026-04-05", author: "王某", reason: "错发"),
            WithdrawalStep(kind: .restored, at: "2026-04-07", author: "李某", reason: "并未错发"),
        ]
        #expect(try ledger.show("1").withdrawals == steps)
        #expect(try ledger.show("1").summary.withdrawal == nil)
        try ledger.export(to: folder.file("export"))
        let copy = try Ledger.make(folder.file("copy.sqlite"), fromExport: folder.file("export"))
        #expect(try copy.show("1").withdrawals == steps)
        #expect {
            try ledger.restore("1", reason: "", author: "李某", at: "today")
        } throws: { ($0 as? LedgerError)?.kind == .invalidDecision }
    }

    @Test func `replacing an unknown bulletin is an error and adds nothing`() throws {
        #expect {
            try ledger.add(Sample.bulletin(), replacing: "id:none")
        } throws: { ($0 as? LedgerError)?.kind == .unknownBulletin }
        #expect(try ledger.bulletins().isEmpty)
    }

    @Test func `a newer extractor's reading replaces an older one's`() throws {
        try ledger.add(Sample.bulletin())
        let newer = Sample.bulletin(
            extractor: "2", facts: [Sample.fact("451支", value: 451, item: "志愿服务队", start: 10)])
        #expect(try ledger.add(newer) == .reread(bulletin: 1))
        #expect(try ledger.facts().count == 1)
    }

    @Test func `withdrawing undoes adding, and restoring undoes withdrawing`() throws {
        try ledger.add(Sample.bulletin("a.txt"))
        let before = try ledger.present()
        try ledger.add(Sample.bulletin("b.txt"))
        let both = try ledger.present()
        try ledger.withdraw("file:b.txt", reason: "错发", author: "王某", at: "2026-04-05")
        #expect(try ledger.present() == before)
        #expect(try ledger.add(Sample.bulletin("b.txt")) == .withdrawn(bulletin: 2))
        #expect(try ledger.present() == before)
        #expect(try ledger.show("file:b.txt").summary.withdrawal?.reason == "错发")
        try ledger.restore("2", reason: "", author: "王某", at: "2026-05-06")
        #expect(try ledger.present() == both)
    }

    @Test func `bulletins in any order give the same ledger`() throws {
        var records = (1...20).map { number in
            Sample.bulletin(
                "page-\(number).txt",
                facts: [Sample.fact("\(number)个", value: number, item: "党支部", start: 4, document: "page-\(number).txt")]
            )
        }
        for record in records { try ledger.add(record) }
        let expected = try ledger.present()
        var generator = RepeatableGenerator(seed: 7)
        for round in 1...5 {
            records.shuffle(using: &generator)
            let shuffled = try Ledger.open(folder.file("shuffled-\(round).sqlite"))
            for record in records { try shuffled.add(record) }
            #expect(try shuffled.present() == expected, "round \(round)")
        }
    }

    @Test func `facts can be chosen by bulletin, indicator and place`() throws {
        try ledger.add(Sample.bulletin())
        let other = Sample.fact("3个", value: 3, item: "党支部", start: 1, place: ["平城区", "古城街道"], document: "b.txt")
        try ledger.add(Sample.bulletin("b.txt", facts: [other]))
        func texts(_ filter: FactFilter) throws -> [String] { try ledger.facts(where: filter).map(\.fact.text) }
        #expect(try texts(.all) == ["3个", "451支", "18个"])
        #expect(try texts(FactFilter(indicators: ["党支部"])) == ["3个", "18个"])
        #expect(try texts(FactFilter(places: ["平城区 › 永泰街道"])) == ["451支", "18个"])
        #expect(try texts(FactFilter(bulletins: [2])) == ["3个"])
    }
}

/// A generator that gives the same numbers in every run (SplitMix64).
struct RepeatableGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
