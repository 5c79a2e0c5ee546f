import Briefings
import Facts
import Indicators
import Reports
import Workbooks

/// The whole way from facts to workbook for a large city: 300 streets × 60 indicators × 24 months, 500,000 facts.
public enum CityReport {
    public static func write(to path: String) throws {
        try WorkbookWriter(report()).write(to: path)
    }

    private static func report() -> Report {
        let streets = (0..<300).map { Briefing.Street(name: "第\($0)街道", code: "14021\(1000 + $0)") }
        let briefing = Briefing(
            region: "大城区", streets: streets, month: YearMonth(year: 2026, month: 4), generator: "benchmark")
        return briefing.report(facts: facts(streets.map(\.name)), setAside: [], texts: [])
    }

    /// Bare levels of the catalogue's first sixty counts, one a street and month, and some told twice.
    private static func facts(_ streets: [String]) -> [Fact] {
        let entries = Catalogue.builtIn.entries.filter { [.stock, .flow].contains($0.indicator.defaultWindow) }.prefix(
            60)
        var facts: [Fact] = []
        facts.reserveCapacity(500_000)
        for month in 0..<24 {
            let (year, number) = (2024 + (month + 4) / 12, (month + 4) % 12 + 1)
            let last = CalendarDate.last(ofMonth: number, year: year)
            for (street, name) in streets.enumerated() {
                for (indicator, entry) in entries.enumerated() {
                    let value = 100 + (street * 31 + indicator * 17 + month * 7) % 900
                    let repeats = (street + indicator + month) % 7 == 0 && facts.count < 499_000 ? 2 : 1
                    for repetition in 0..<repeats {
                        let isStock = entry.indicator.defaultWindow == .stock
                        facts.append(
                            Fact(
                                document: "\(year)-\(number)/\(street)-\(repetition).txt", article: 1,
                                headline: "\(name)月报",
                                published: last, range: SourceRange(start: indicator * 20, end: indicator * 20 + 4),
                                text: "\(value)\(entry.indicator.unit)", value: Number(value),
                                unit: entry.indicator.unit,
                                item: entry.names[0], place: ["大城区", name], period: "\(number)月",
                                window: entry.indicator.defaultWindow,
                                from: isStock ? nil : CalendarDate.first(ofMonth: number, year: year), to: last,
                                dimension: entry.indicator.dimension, rule: "benchmark",
                                sentence: "\(number)月，\(name)\(entry.names[0])\(value)\(entry.indicator.unit)。"))
                    }
                }
            }
        }
        return facts
    }
}
