import Facts
import Indicators
import Reports

/// Streets side by side: each street's own figures, an indicator and period a column, the region's own figures apart.
///
/// Every street of the gazetteer is shown, in its order. A rank stands beside indicators that at least three streets
/// report; among fewer there is nothing to compare.
struct StreetComparison: Sendable {
    let table: Table
    private let charts: [Chart]
    private let words: Wording
    /// Streets that must have reported before an indicator is ranked and drawn.
    static let fewestRanked = 3
    /// Charts beyond these are not read.
    private static let mostCharts = 6

    init(_ ledger: Ledger, briefing: Briefing, words: Wording) {
        self.words = words
        let measures = StreetComparison.measures(ledger, briefing, words)
        var columns = [
            Column(key: "street", header: [words("街道", "Street")], isRequired: true),
            Column(key: "code", header: [words("代码", "Code")], kind: .code),
        ]
        var rows = briefing.streets.map { Row([.text($0.name), $0.code.isEmpty ? .empty() : .text($0.code)]) }
        var own = Row([.text(words("全区所报", "Region as reported")), .empty()], kind: .subtotal)
        var charts: [Chart] = []
        for (number, measure) in measures.enumerated() {
            let key = "m\(number + 1)"
            columns.append(Column(key: key, header: measure.header, kind: .number, visual: .dataBar))
            for street in rows.indices {
                rows[street].cells.append(measure.cells[street] ?? .empty(words("本期没有报告", "nothing reported")))
            }
            own.cells.append(measure.own ?? .empty())
            guard measure.cells.count >= StreetComparison.fewestRanked else { continue }
            columns.append(
                Column(
                    key: key + "-rank", header: [measure.header[0], words("位次", "Rank") + " \(number + 1)"], kind: .rank
                ))
            for street in rows.indices {
                rows[street].cells.append(
                    measure.rank(of: street) ?? .empty(words("没有数据，不排位", "no data, no rank")))
            }
            own.cells.append(.empty())
            if charts.count < StreetComparison.mostCharts {
                charts.append(measure.chart(key: key, streets: rows.count, words))
            }
        }
        self.charts = charts
        table = Table(
            key: "streets-wide", title: words("街道对比", "Streets side by side"),
            summary: words("一行一街道，一列一指标一时期", "one row a street, one column an indicator and period"),
            columns: columns, rows: Rows(briefing.region == nil ? rows : rows + [own]),
            notes: [
                words(
                    "注：按街道本级所报，未加总；报告街道不足3个的指标不排位、不作图。",
                    "Note: as the streets report, not added up; no rank or chart where fewer than three streets reported."
                )
            ],
            layout: TableLayout(orientation: .landscape, frozenColumns: 1, hasFilters: true))
    }

    var section: Section {
        Section(
            key: "streets", title: words("街道对比", "Streets"), blocks: [.table(table)] + charts.map(Block.chart))
    }

    /// One indicator in one period, over the streets.
    private struct Measure {
        let header: [String]
        let indicator: Indicator
        /// The figures by street; a street that reported nothing is missing.
        var cells: [Int: Cell] = [:]
        /// The region's own figure.
        var own: Cell?

        /// Place among the streets that reported one number; equal numbers share a place (RANK.EQ).
        func rank(of street: Int) -> Cell? {
            guard let cell = cells[street], let value = cell.amount?.double else { return nil }
            let others = cells.values.compactMap { $0.amount?.double }
            guard others.count >= StreetComparison.fewestRanked else { return nil }
            let better = others.filter { indicator.direction == .lower ? $0 < value : $0 > value }.count
            return .rank(better + 1, of: others.count, marks: Marks(bound: cell.marks.bound))
        }

        func chart(key: String, streets: Int, _ words: Wording) -> Chart {
            let title = header.joined(separator: words("，", ", "))
            return Chart(
                key: "chart-" + key, kind: .bar, title: title,
                table: "streets-wide",
                source: .columns([key], labels: "street", rows: RowSpan(start: 0, count: streets)),
                textAlternative: words(
                    "\(title)：\(streets)个街道中\(cells.count)个有数据。",
                    "\(title): \(cells.count) of \(streets) streets have data.")
            )
        }
    }

    /// The indicators and periods that at least one street reports of itself, in the ledger's order.
    private static func measures(_ ledger: Ledger, _ briefing: Briefing, _ words: Wording) -> [Measure] {
        struct Identity: Hashable {
            let series: Series
            let period: String
        }
        var positions: [Identity: Int] = [:]
        var measures: [Measure] = []
        var headers: Set<[String]> = []
        for group in ledger.groups {
            guard let place = group.place.last, group.series.isNamed else { continue }
            let street = briefing.streets.firstIndex { $0.name == place }
            guard street != nil || place == briefing.region else { continue }
            let period = ReportedFigures.period(group, ledger, words)
            let identity = Identity(series: group.series, period: period)
            let position = positions[identity] ?? measures.count
            if position == measures.count {
                positions[identity] = position
                measures.append(
                    Measure(
                        header: header(group, period, words, taken: &headers), indicator: group.series.indicator))
            }
            let cell = ReportedFigures.value(group, ledger, words)
            if let street {
                measures[position].cells[street] = cell
            } else {
                measures[position].own = cell
            }
        }
        return measures.filter { !$0.cells.isEmpty }
    }

    /// Indicator with its unit over period and window, made unlike every other header.
    private static func header(
        _ group: Ledger.Group, _ period: String, _ words: Wording, taken: inout Set<[String]>
    ) -> [String] {
        let unit = group.series.indicator.unit
        let title = words.title(group.series) + (unit.isEmpty ? "" : words("（\(unit)）", " (\(unit))"))
        let below = period + words("，", ", ") + words.label(group.series.window)
        var header = [title, below]
        var number = 2
        while !taken.insert(header).inserted {
            header = [title, "\(below) \(number)"]
            number += 1
        }
        return header
    }
}
