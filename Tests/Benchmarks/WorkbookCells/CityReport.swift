import Briefings
import Facts
import GeneratedFacts
import Reports
import Workbooks

/// The whole way from facts to workbook for a large city: 300 streets × 60 indicators × 24 months, 500,000 facts.
public enum CityReport {
    public static func write(to path: String) throws {
        try WorkbookWriter(report()).write(to: path)
    }

    private static func report() -> Report {
        let city = CityFacts()
        let streets = (0..<city.streets).map {
            Briefing.Street(name: city.name(ofStreet: $0), code: city.code(ofStreet: $0))
        }
        var facts: [Fact] = []
        facts.reserveCapacity(city.facts)
        city.forEachBulletin { facts += $0.facts }
        return Briefing(
            region: CityFacts.district, streets: streets, month: YearMonth(year: 2026, month: 4), generator: "benchmark"
        ).report(facts: facts, setAside: [], texts: [])
    }
}
