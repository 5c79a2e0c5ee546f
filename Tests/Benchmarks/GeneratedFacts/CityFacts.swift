public import Facts
import Indicators
public import LedgerStore

/// The facts of a large city, in bulletins with their texts: a bulletin for each street and month, a sentence for each
/// indicator, and some sentences told twice.
///
/// 300 streets × 60 indicators × 24 months, and sixty-eight thousand repetitions, are half a million facts.
public struct CityFacts: Sendable {
    public static let district = "大城区"
    static let districtCode = "140999"

    public var streets: Int
    public var indicators: Int
    public var months: Int
    public var facts: Int

    public init(streets: Int = 300, indicators: Int = 60, months: Int = 24, facts: Int = 500_000) {
        self.streets = streets
        self.indicators = indicators
        self.months = months
        self.facts = facts
    }

    public func name(ofStreet street: Int) -> String { "第\(street + 1)街道" }

    public func code(ofStreet street: Int) -> String {
        let number = String(street + 1)
        return Self.districtCode + String(repeating: "0", count: 3 - min(3, number.count)) + number
    }

    /// The table of places that `tongbao report --places` reads.
    public var places: String {
        "code,name,level,parent\n14,山西省,province,\n\(Self.districtCode),\(Self.district),county,14\n"
            + (0..<streets).map {
                "\(code(ofStreet: $0)),\(name(ofStreet: $0)),street,\(Self.districtCode)\n"
            }.joined()
    }

    /// Hands over the bulletins, the earliest month first; the last month is April 2026.
    public func forEachBulletin(_ body: (BulletinRecord) throws -> Void) rethrows {
        let entries = Catalogue.builtIn.entries
            .filter { [.stock, .flow].contains($0.indicator.defaultWindow) }.prefix(indicators)
        let plain = streets * entries.count * months
        var repetitions = max(0, facts - plain)
        for month in 0..<months {
            // Months since January of year 0.
            let count = 2026 * 12 + 4 - months + month
            let (year, number) = (count / 12, count % 12 + 1)
            for street in 0..<streets {
                var writer = BulletinWriter(street: name(ofStreet: street), year: year, month: number)
                for (position, entry) in entries.enumerated() {
                    let value = 100 + (street * 31 + position * 17 + month * 7) % 900
                    writer.add(entry, value: value)
                    guard (street + position + month).isMultiple(of: 6), repetitions > 0 else { continue }
                    repetitions -= 1
                    writer.add(entry, value: value)
                }
                try body(writer.bulletin)
            }
        }
    }
}

/// A bulletin that grows sentence by sentence.
private struct BulletinWriter {
    let street: String
    let year: Int
    let month: Int
    private let name: String
    private let headline: String
    private var text: String
    private var length: Int
    private var facts: [Fact] = []

    init(street: String, year: Int, month: Int) {
        self.street = street
        self.year = year
        self.month = month
        name = "\(year)-\(month)-\(street).txt"
        headline = "\(street)\(year)年\(month)月工作情况"
        text = headline + "\n\n"
        length = text.unicodeScalars.count
    }

    mutating func add(_ entry: CatalogueEntry, value: Int) {
        let indicator = entry.indicator
        let isStock = indicator.defaultWindow == .stock
        let opening = "\(month)月，\(street)\(entry.names[0])"
        let quantity = "\(value)\(indicator.unit)"
        let sentence = opening + quantity + "。"
        let start = length + opening.unicodeScalars.count
        let last = CalendarDate.last(ofMonth: month, year: year)
        facts.append(
            Fact(
                document: name, article: 1, headline: headline, published: last,
                range: SourceRange(start: start, end: start + quantity.unicodeScalars.count), text: quantity,
                value: Number(value), unit: indicator.unit, item: entry.names[0], place: [CityFacts.district, street],
                period: "\(month)月", window: indicator.defaultWindow,
                from: isStock ? last : CalendarDate.first(ofMonth: month, year: year), to: last,
                dimension: indicator.dimension, rule: "generated", sentence: sentence))
        text += sentence
        length += sentence.unicodeScalars.count
    }

    var bulletin: BulletinRecord {
        let last = CalendarDate.last(ofMonth: month, year: year)
        return BulletinRecord(
            identity: BulletinIdentity(path: name), path: name, title: headline, published: last,
            contentHash: ContentHash.sha256(text), extractor: "generated", text: text,
            articles: [
                ArticleRecord(
                    number: 1, headline: headline, published: last, range: SourceRange(start: 0, end: length))
            ], facts: facts)
    }
}
