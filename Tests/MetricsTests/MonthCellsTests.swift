import Facts
import Foundation
import Indicators
import Metrics
import Testing

/// The integer columns against the same facts one by one.
@Suite struct MonthCellsTests {
    private static let streets = StatisticsCase.directory.streets.map(\.name)
    private static let places = [""] + streets
    private static let windows: [Window] = [.stock, .flow, .ytd, .cumulative, .ratio, .level]

    /// A fact of a month or a day in it, such that duplicates, contradictions, bounds and long numbers come about.
    private static func fact(_ index: Int, using generator: inout SplitMix) -> Fact {
        func pick<Element>(_ elements: [Element]) -> Element {
            elements[Int.random(in: 0..<elements.count, using: &generator)]
        }
        let window = pick(windows)
        let month = Int.random(in: 1...4, using: &generator)
        let last = CalendarDate.last(ofMonth: month, year: 2026)
        let first = CalendarDate.first(ofMonth: month, year: 2026)
        var (from, to): (CalendarDate?, CalendarDate?) =
            switch window {
            case .stock: (pick([last, first]), nil)
            case .ytd: (CalendarDate.first(ofMonth: 1, year: 2026), last)
            case .cumulative: (nil, last)
            default: pick([(first, last), (first, first), (first, first)])
            }
        if Int.random(in: 0..<12, using: &generator) == 0 { (from, to) = (nil, nil) }
        let value = pick([Number(10), Number(20), Number(21), Number(coefficient: 205, exponent: -1), Number(300)])
        let qualifier = pick([Qualifier.exact, .exact, .exact, .exact, .over, .under, .about, .range])
        let long = Number(coefficient: Int128(Int64.max) * 1000 + 7, exponent: -5)
        return Fact(
            document: "甲.txt", article: Int.random(in: 1...40, using: &generator),
            published: CalendarDate(year: 2026, month: 5, day: Int.random(in: 1...3, using: &generator)),
            range: SourceRange(start: index, end: index + 1), text: "",
            value: Int.random(in: 0..<30, using: &generator) == 0 ? long : value,
            upper: qualifier == .range ? value.adding(Number(5)) : nil, qualifier: qualifier, unit: "个", item: "事项",
            place: ["平城区", pick(streets)], window: window, from: from, to: to, rule: "test",
            sentence: pick(["向阳街清理垃圾", "西花园外墙边运走一批", "泰安里背街小巷焕然一新", "四处走访"]))
    }

    private static func columns(
        _ facts: some Collection<Fact>, decided: Set<Int>, keys: [ColumnKeys.EnteredPeriod]
    ) -> FactRecords.Columns {
        var columns = FactRecords.Columns(
            places: [], series: [], periods: [], qualifiers: [], isDependent: [], isDecided: [], published: [],
            coefficients: [], exponents: [], sentences: [], articles: [])
        for (index, fact) in facts.enumerated() {
            let entered = ColumnKeys.EnteredPeriod(fact)
            columns.places.append(Int64(places.firstIndex(of: fact.place[1]) ?? 0))
            columns.series.append(Int64(windows.firstIndex(of: fact.window) ?? 0))
            columns.periods.append(
                Int64(
                    keys.firstIndex {
                        $0.from == entered.from && $0.to == entered.to
                            && $0.isByPublication == entered.isByPublication
                    } ?? 0))
            columns.qualifiers.append(Int64(Qualifier.allCases.firstIndex(of: fact.qualifier) ?? 0))
            columns.isDependent.append(false)
            columns.isDecided.append(decided.contains(fact.range.start))
            columns.published.append(
                fact.published.map { Int64(($0.year * 100 + $0.month) * 100 + $0.day) } ?? 0)
            columns.coefficients.append(Int64(truncatingIfNeeded: fact.value.coefficient))
            columns.exponents.append(Int64(fact.value.exponent))
            columns.sentences.append(Int64(fact.sentence.utf8.count))
            columns.articles.append(Int64(fact.article))
            if fact.upper != nil || Int64(exactly: fact.value.coefficient) == nil {
                columns.extended[index] = (fact.value, fact.upper)
            }
        }
        return columns
    }

    @Test(arguments: 0..<12)
    func `cells are those of the statistics, in whatever order and runs the facts come`(round: Int) throws {
        let seed = UInt64(20_260_403 + round)
        var generator = SplitMix(state: seed)
        let facts = (0..<400).map { Self.fact($0, using: &generator) }
        let decided = Set((0..<400).filter { _ in Int.random(in: 0..<40, using: &generator) == 0 })
        let observations = Observation.observations(
            of: facts, catalogue: .builtIn, directory: StatisticsCase.directory, decided: decided)
        var expected: [String] = []
        // Cells are of one window each; in the statistics what running figures differ by stands among the flows.
        for (window, month) in Self.windows.flatMap({ window in (1...5).map { (window, $0) } }) {
            let statistics = MonthlyStatistics(
                observations: observations.filter { $0.series.window == window },
                directory: StatisticsCase.directory, month: Month(year: 2026, month: month))
            for series in statistics.series {
                for (street, figure) in zip(Self.streets, series.streets) {
                    let isCarried = figure.marks.contains { if case .carried = $0 { true } else { false } }
                    guard let value = figure.figure, !isCarried else { continue }
                    let mark = figure.marks.contains(.contradicted) ? "※" : ""
                    expected.append("\(street) \(window) \(statistics.month) \(value)\(mark)")
                }
            }
        }

        #expect(expected.count > 50)

        var entered: [ColumnKeys.EnteredPeriod] = [ColumnKeys.EnteredPeriod(from: nil, to: nil, isByPublication: false)]
        for fact in facts { entered.append(ColumnKeys.EnteredPeriod(fact)) }
        let keys = try #require(ColumnKeys(windows: Self.windows, entered: entered, placeCount: Self.places.count))
        // Facts are told apart by number where nothing else does; their order within a cell is that of the batch.
        var runs = [FactRecords(keys: keys), FactRecords(keys: keys)]
        runs[0].append(Self.columns(facts[..<250], decided: decided, keys: entered))
        runs[1].append(Self.columns(facts[250...], decided: decided, keys: entered))
        for width in [1, 2] {
            var cells: [String] = []
            for cell in MonthCells(runs, keys: keys, width: width) where cell.period.kind == .month {
                cells.append(
                    "\(Self.places[cell.place]) \(Self.windows[cell.series]) \(cell.period) \(cell.figure)"
                        + (cell.isContradicted ? "※" : ""))
            }
            let (ours, theirs) = (Set(cells), Set(expected))
            #expect(ours.count == cells.count)
            #expect(ours.subtracting(theirs).sorted() == [], "seed \(seed)")
            #expect(theirs.subtracting(ours).sorted() == [], "seed \(seed)")
        }
    }

    @Test func `no facts, no cells`() {
        #expect(MonthCells([], keys: .none).count == 0)
    }
}

extension ColumnKeys.EnteredPeriod {
    /// As a ledger enters it: the words of the fact, else the month of publication.
    fileprivate init(_ fact: Fact) {
        if fact.from != nil || fact.to != nil {
            self.init(from: fact.from, to: fact.to, isByPublication: false)
        } else {
            let month = fact.published
            self.init(
                from: month.map { CalendarDate.first(ofMonth: $0.month, year: $0.year) },
                to: month.map { CalendarDate.last(ofMonth: $0.month, year: $0.year) }, isByPublication: month != nil)
        }
    }
}
