public import Facts
public import LedgerStore

/// Facts made by rule: so many streets, months and indicators, the same every time.
///
/// Each street reports ten figures a month: six flows (one of them by two events), two stocks and a year's running
/// figure. Every twenty-fourth report is printed again a day later, with one of its stocks corrected.
public struct GeneratedFacts: Sendable {
    public static let indicators = 200
    public static let factsAMonth = 10
    static let streetsABulletin = 100

    public var streets: Int
    public var months: Int

    /// Forty thousand streets and twenty-four months are ten million facts.
    public init(streets: Int = 40_000, months: Int = 24) {
        self.streets = streets
        self.months = months
    }

    /// Hands over the bulletins, the earliest month first: a hundred streets each.
    public func forEachBulletin(_ body: (BulletinRecord) throws -> Void) rethrows {
        for month in 0..<months {
            for first in stride(from: 0, to: streets, by: Self.streetsABulletin) {
                try body(bulletin(streets: first..<min(first + Self.streetsABulletin, streets), month: month))
            }
        }
    }

    private func bulletin(streets: Range<Int>, month: Int) -> BulletinRecord {
        let (year, monthOfYear) = (2024 + month / 12, month % 12 + 1)
        let name = "\(year)-\(monthOfYear)-\(streets.lowerBound).txt"
        let days = [CalendarDate.last(ofMonth: monthOfYear, year: year)].flatMap { [$0, $0.advanced(byDays: 1)] }
        var facts: [Fact] = []
        facts.reserveCapacity(streets.count * Self.factsAMonth * 11 / 10)
        for street in streets {
            for slot in 0..<Self.factsAMonth {
                facts.append(fact(street, month, slot, printing: 0, published: days[0], start: facts.count))
            }
        }
        for street in streets where (street + month).isMultiple(of: 24) {
            for slot in 0..<Self.factsAMonth {
                facts.append(fact(street, month, slot, printing: 1, published: days[1], start: facts.count))
            }
        }
        for index in facts.indices { facts[index].document = name }
        return BulletinRecord(
            identity: BulletinIdentity(path: name), path: name, published: days[0],
            contentHash: ContentHash.sha256(name), extractor: "generated",
            articles: (1...2).map { ArticleRecord(number: $0, published: days[$0 - 1]) }, facts: facts)
    }

    private func fact(
        _ street: Int, _ month: Int, _ slot: Int, printing: Int, published: CalendarDate, start: Int
    ) -> Fact {
        let (year, monthOfYear) = (2024 + month / 12, month % 12 + 1)
        let digit = [0, 1, 2, 3, 4, 5, 6, 7, 9, 0][slot]
        let group = (street + (slot == 9 ? 0 : slot) * 3) % 20
        let number = group * 10 + digit
        let last = CalendarDate.last(ofMonth: monthOfYear, year: year)
        let day = CalendarDate(year: year, month: monthOfYear, day: 1 + (street + slot) % 28) ?? last
        var value = 1 + (street * 31 + month * 17 + slot * 7) % 997
        let window: Window
        let (from, to): (CalendarDate, CalendarDate)
        switch digit {
        case 9:
            window = .ytd
            value = monthOfYear * (50 + street % 50)
            (from, to) = (CalendarDate.first(ofMonth: 1, year: year), last)
        case 6, 7:
            window = .stock
            if digit == 6 { value += printing }
            (from, to) = (last, last)
        default:
            window = .flow
            (from, to) = (day, day)
        }
        return Fact(
            document: "", article: printing + 1, published: published, range: SourceRange(start: start, end: start + 1),
            text: "\(value)件", value: Number(value), unit: "件", item: "指标\(number)", place: ["街道\(street)"],
            window: window, from: from, to: to, rule: "generated",
            sentence: "\(monthOfYear)月，街道\(street)第\(slot)项指标\(number)共\(value)件。")
    }
}

extension Ledger {
    /// Fills the ledger with generated facts and gives their number.
    public func fill(with generated: GeneratedFacts) throws -> Int {
        var count = 0
        try generated.forEachBulletin { bulletin in
            try add(bulletin)
            count += bulletin.facts.count
        }
        return count
    }
}
