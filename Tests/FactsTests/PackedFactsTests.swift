import Facts
import Testing

@Suite struct PackedFactsTests {
    private static func fact(_ value: Number, start: Int, document: String = "甲.txt") -> Fact {
        Fact(
            document: document, article: 1, headline: "志愿服务见成效", published: CalendarDate("2026-04-03"),
            range: SourceRange(start: start, end: start + 3), text: "\(value)支", value: value, unit: "支",
            item: "志愿服务队", place: ["平城区", "永泰街道"], window: .stock, rule: "item.right",
            sentence: "永泰街道有志愿服务队\(value)支。")
    }

    @Test func `packed facts are those that were given`() throws {
        var ranged = Self.fact(Number(3), start: 40)
        ranged.upper = Number(5)
        ranged.qualifier = .range
        var part = Self.fact(Number(coefficient: 1373, exponent: -2), start: 60, document: "乙.txt")
        part.partOf = 40
        part.equivalentTo = 12
        part.from = CalendarDate("2026-01-01")
        part.to = CalendarDate("2026-03-31")
        part.period = "一季度"
        part.published = nil
        part.headline = nil
        let wide = Self.fact(Number(coefficient: Int128(Int64.max) * 10 + 1), start: 80)
        let far = Self.fact(Number(7), start: Int(Int32.max) + 1)
        let stock = Self.fact(Number(451), start: 12)
        let facts = [stock, stock, ranged, part, wide, far, Self.fact(.zero, start: 9)]
        let packed = PackedFacts(facts)
        #expect(Array(packed) == facts)
        for position in facts.indices {
            let fact = facts[position]
            #expect(packed.value(of: position) == fact.value)
            #expect(packed.upper(of: position) == fact.upper)
            #expect(packed.range(of: position) == fact.range)
            #expect(packed.confidence(of: position) == fact.confidence)
            #expect(packed.references(of: position).partOf == fact.partOf)
            #expect(packed.references(of: position).equivalentTo == fact.equivalentTo)
            #expect(packed.places[packed.place(of: position)] == fact.place)
            #expect(packed.articles[packed.article(of: position)].document == fact.document)
            #expect(packed.periods[packed.period(of: position)].to == fact.to)
        }
        #expect(packed.places.count == 1)
        #expect(packed.articles.count == 2)
    }

    @Test func `copies do not write over each other`() {
        let empty = PackedFacts()
        var (first, second) = (empty, empty)
        first.append(Self.fact(Number(1), start: 1))
        second.append(Self.fact(Number(2), start: 2))
        var third = second
        third.append(Self.fact(Number(3), start: 3))
        second.append(Self.fact(Number(4), start: 4))
        #expect(first.map(\.value) == [Number(1)])
        #expect(second.map(\.value) == [Number(2), Number(4)])
        #expect(third.map(\.value) == [Number(2), Number(3)])
    }

    @Test func `packed numerals are those that were given`() {
        let numerals = [12, Int(Int32.max) + 1, 30].map { start in
            SetAside(
                document: "甲.txt", range: SourceRange(start: start, end: start + 1), text: "一", reason: .article,
                rule: "set-aside.article", sentence: "拍了一个短视频。")
        }
        #expect(Array(PackedSetAside(numerals)) == numerals)
    }

    /// Many more sentences than are held in memory, read in order, backwards and here and there, before and after more come.
    @Test func `what lies on the disk is what was given`() {
        let facts = (0..<30_000).map { number in
            var fact = Self.fact(Number(number), start: number * 40, document: "\(number / 50).txt")
            fact.sentence = "第\(number)句：" + String(repeating: "永泰街道有志愿服务队，", count: number % 40)
            fact.text = String(repeating: "支", count: number % 60)
            if number.isMultiple(of: 700) { fact.upper = Number(number + 2) }
            return fact
        }
        var packed = PackedFacts()
        var isThere = true
        for fact in facts.prefix(20_000) {
            packed.append(fact)
            isThere = isThere && packed[packed.count - 1] == fact
        }
        #expect(isThere)
        let first = packed
        packed.append(contentsOf: facts.dropFirst(20_000))
        #expect(packed.elementsEqual(facts))
        #expect(packed.indices.reversed().allSatisfy { packed[$0] == facts[$0] })
        let scattered = packed.indices.map { Int32($0 * 7_919 % facts.count) }
        #expect(scattered.allSatisfy { packed[Int($0)] == facts[Int($0)] })
        let laid = packed.laid(in: scattered)
        #expect(laid.elementsEqual(facts))
        #expect(scattered.allSatisfy { laid.value(of: Int($0)) == facts[Int($0)].value })
        #expect(first.elementsEqual(facts.prefix(20_000)))
        let numerals = facts.map { fact in
            SetAside(
                document: fact.document, range: fact.range, text: fact.text, reason: .article,
                rule: "set-aside.article", sentence: fact.sentence)
        }
        #expect(PackedSetAside(numerals).elementsEqual(numerals))
    }

    @Test(arguments: [
        ("2026-04-03", true), ("0001-01-01", true), ("9999-12-31", true), ("2024-02-29", true), ("2026-02-29", false),
        ("2026-4-3", false), ("2026/04/03", false), ("２026-04-03", false), ("2026-04-031", false), ("", false),
    ])
    func `a day is read only as ISO 8601 writes it`(text: String, isDay: Bool) {
        #expect((CalendarDate(text)?.description == text) == isDay)
    }

    @Test func `days are in the order of time`() throws {
        let days = try ["0999-12-31", "2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01", "9999-12-31"].map {
            try #require(CalendarDate($0))
        }
        #expect(days.shuffled().sorted() == days)
    }
}
