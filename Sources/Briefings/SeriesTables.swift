import Facts
import FoundationEssentials
import Indicators
public import Metrics
public import Reports

/// A few series laid out for a terminal and for other programs: the same figures as a table that is read, in groups with
/// a bar behind each figure, and as records, one row a figure.
public struct SeriesTables: Sendable {
    /// Read by people: a heading opens each group; the column `value` asks for bars.
    public let display: Table
    /// Computed with: one row a series, place and period.
    public let records: Table

    /// Streets side by side, a group for each series.
    ///
    /// - Parameters:
    ///   - series: positions among the statistics' series
    ///   - streets: positions among the district's streets
    public init(comparing streets: [Int], in statistics: MonthlyStatistics, series: [Int], language: Language) {
        let layout = SeriesLayout(language: language, year: statistics.month.year)
        let directory = statistics.directory
        var rows: [Row] = []
        var records: [Row] = []
        for position in series where statistics.series.indices.contains(position) {
            let one = statistics.series[position]
            rows.append(Row([.text(layout.title(one.series))], kind: .heading))
            for street in streets where directory.streets.indices.contains(street) {
                let place = directory.streets[street]
                let figure = one.streets[street]
                rows.append(Row([.text(place.name)] + layout.cells(figure, of: one.series)))
                records.append(layout.record(figure, of: one.series, place: place, period: statistics.period))
            }
        }
        let words = layout.words
        let names = streets.compactMap { directory.streets.indices.contains($0) ? directory.streets[$0].name : nil }
        let comma = words("、", ", ")
        display = layout.display(
            title: "\(directory.district) \(words.period(statistics.period))：\(names.joined(separator: comma))",
            first: Column(key: "street", header: [words("街道", "Street")], isRequired: true), rows: rows,
            notes: [
                words(
                    "注：位次和占比在全区已报告的街道中计算；报告街道不足\(statistics.fewestStreets)个的不排位。",
                    "Note: rank and share are among all streets of the region that reported, at least \(statistics.fewestStreets)."
                )
            ])
        self.records = layout.records(key: "compare", rows: records)
    }

    /// Series period by period, a group for each series and place.
    ///
    /// - Parameter streets: positions among the district's streets; where there are none, the district's own figures and
    ///   the sums of its streets.
    public init(_ trends: [Trend], streets: [Int], language: Language) {
        let layout = SeriesLayout(
            language: language, year: trends.compactMap { $0.steps.last?.period.last?.year }.max())
        let words = layout.words
        var rows: [Row] = []
        var records: [Row] = []
        for trend in trends {
            let title = layout.title(trend.series)
            for group in layout.groups(of: trend, streets: streets) {
                rows.append(Row([.text("\(group.place.name) \(title)")], kind: .heading))
                for step in trend.steps {
                    let period = Cell.text(words.period(step.period))
                    switch group.figure(step) {
                    case .place(let figure):
                        let cells = layout.cells(figure, of: trend.series)
                        rows.append(Row([period] + cells.prefix(2) + cells.dropFirst(3)))
                        records.append(
                            layout.record(figure, of: trend.series, place: group.place, period: step.period))
                    case .total(let total):
                        rows.append(Row([period, layout.cell(total, of: trend.series)]))
                        records.append(layout.record(total, of: trend.series, place: group.place, period: step.period))
                    }
                }
            }
        }
        display = layout.display(
            title: words("趋势", "Trend"),
            first: Column(key: "period", header: [words("时期", "Period")], isRequired: true), rows: rows, notes: [])
        self.records = layout.records(key: "trend", rows: records)
    }
}

/// Turns figures into the rows of both tables.
private struct SeriesLayout {
    let words: Wording
    private let cells: StatisticsCells

    /// - Parameter year: the year that the figures are read in
    init(language: Language, year: Int?) {
        words = Wording(language: language)
        cells = StatisticsCells(words: words, ledger: .empty, year: year)
    }

    /// Indicator, unit and window: 志愿服务队（支，时点数）.
    func title(_ series: Series) -> String {
        let notes = [series.indicator.unit, words.label(series.window)].filter { !$0.isEmpty }
        return words.title(series) + words("（", " (") + notes.joined(separator: words("，", ", ")) + words("）", ")")
    }

    // MARK: For people

    func display(title: String, first: Column, rows: [Row], notes: [String]) -> Table {
        Table(
            key: "figures", title: title,
            columns: [
                first, Column(key: "value", header: [words("数量", "Value")], kind: .number, visual: .dataBar),
                Column(key: "to-date", header: [words("累计", "To date")], kind: .number),
                Column(key: "rank", header: [words("位次", "Rank")], kind: .rank),
                Column(
                    key: "on-previous", header: [words("环比", "On period")], kind: .percent,
                    format: NumberFormat(places: 1, showsPlus: true)),
                Column(
                    key: "on-year", header: [words("同比", "On year")], kind: .percent,
                    format: NumberFormat(places: 1, showsPlus: true)),
            ].filter { column in first.key != "period" || column.key != "rank" },
            rows: Rows(rows), notes: notes)
    }

    func cells(_ figure: StreetFigure, of series: Series) -> [Cell] {
        let unit = series.indicator.unit
        return [
            cells.value(figure, unit: unit), cells.value(figure.toDate, unit: unit), cells.rank(figure),
            cells.rate(figure.onMonth), cells.rate(figure.onYear),
        ]
    }

    /// A run of a trend: one place's figures, or the sums over the streets.
    struct Group {
        enum Figure {
            case place(StreetFigure)
            case total(Total)
        }

        let place: StreetDirectory.Street
        let figure: (Trend.Step) -> Figure
    }

    /// The groups of a trend: of the streets asked for, else of the district and the sum of its streets, else of every
    /// street that reported.
    func groups(of trend: Trend, streets: [Int]) -> [Group] {
        let directory = trend.directory
        func group(_ street: Int) -> Group {
            Group(place: directory.streets[street]) { .place($0.streets[street]) }
        }
        guard streets.isEmpty else { return streets.filter(directory.streets.indices.contains).map(group) }
        var groups: [Group] = []
        if trend.steps.contains(where: { $0.district.figure != nil || $0.district.toDate.figure != nil }) {
            groups.append(Group(place: StreetDirectory.Street(name: directory.district)) { .place($0.district) })
        }
        if trend.steps.contains(where: { if case .none = $0.total { false } else { true } }) {
            let name = words("各街道合计", "Sum of streets")
            groups.append(Group(place: StreetDirectory.Street(name: name)) { .total($0.total) })
        }
        guard groups.isEmpty else { return groups }
        return directory.streets.indices.filter { street in trend.steps.contains { $0.streets[street].figure != nil } }
            .map(group)
    }

    func cell(_ total: Total, of series: Series) -> Cell {
        cells.total(total, unit: series.indicator.unit, rows: [])
    }

    // MARK: For programs

    func records(key: String, rows: [Row]) -> Table {
        func number(_ key: String, _ chinese: String, _ english: String) -> Column {
            Column(key: key, header: [words(chinese, english)], kind: .number)
        }
        func text(_ key: String, _ chinese: String, _ english: String) -> Column {
            Column(key: key, header: [words(chinese, english)])
        }
        return Table(
            key: key, title: words("数据", "Figures"), role: .data,
            columns: [
                text("indicator", "指标", "Indicator"), text("key", "指标键", "Key"), text("unit", "计量单位", "Unit"),
                text("window", "口径", "Window"), text("period", "时期", "Period"), text("place", "地区", "Place"),
                Column(key: "code", header: [words("代码", "Code")], kind: .code), number("value", "数值", "Value"),
                number("upper", "上限", "Upper"), text("qualifier", "精确程度", "Qualifier"),
                Column(key: "carriedFrom", header: [words("沿用月份", "Carried from")], kind: .month),
                Column(key: "rank", header: [words("位次", "Rank")], kind: .number),
                number("reported", "报告街道数", "Streets reporting"), number("share", "占比", "Share"),
                number("change", "环比增减", "Change"), number("changePercent", "环比%", "Change %"),
                number("yearChange", "同比增减", "Change on year"), number("yearChangePercent", "同比%", "Change on year %"),
                number("toDate", "累计", "To date"), text("note", "说明", "Note"),
            ], rows: Rows(rows))
    }

    func record(_ figure: StreetFigure, of series: Series, place: StreetDirectory.Street, period: Period) -> Row {
        let shown = cells.value(figure, unit: series.indicator.unit)
        func number(_ number: Number?) -> Cell { number.map { .number(Amount($0)) } ?? .empty() }
        func decimal(_ decimal: Decimal?) -> Cell { decimal.flatMap(Amount.init).map { .number($0) } ?? .empty() }
        return Row([
            .text(words.title(series)), .optional(series.indicator.key), .text(series.indicator.unit),
            .text(words.label(series.window)), .text(period.description), .text(place.name),
            place.code.isEmpty ? .empty() : .text(place.code), number(figure.figure?.value),
            number(figure.figure?.upper), .optional(figure.figure.map { words.label($0.qualifier) }),
            shown.marks.carriedFrom.map { .month($0) } ?? .empty(), figure.rank.map { .number($0.rank) } ?? .empty(),
            figure.rank.map { .number($0.count) } ?? .empty(), decimal(figure.share), number(figure.onMonth.absolute),
            decimal(figure.onMonth.percent), number(figure.onYear.absolute), decimal(figure.onYear.percent),
            number(figure.toDate.figure?.value), .optional(shown.note),
        ])
    }

    func record(_ total: Total, of series: Series, place: StreetDirectory.Street, period: Period) -> Row {
        let shown = cell(total, of: series)
        var sum: Metrics.Figure?
        if case .sum(let figure, _, _, _) = total { sum = figure }
        let value: Cell = sum.map { .number(Amount($0.value)) } ?? shown.amount.map { .number($0) } ?? .empty()
        let cells: [Cell] = [
            .text(words.title(series)), .optional(series.indicator.key), .text(series.indicator.unit),
            .text(words.label(series.window)), .text(period.description), .text(place.name), .empty(), value,
            sum?.upper.map { .number(Amount($0)) } ?? .empty(), .optional(sum.map { words.label($0.qualifier) }),
        ]
        let dashes = [Cell](repeating: .empty(), count: 9)
        return Row(cells + dashes + [.optional(shown.note)])
    }
}

extension Wording {
    /// A period as people write it: 2026年4月, 2026年2季度, 2026年上半年, 2026年.
    func period(_ period: Period) -> String {
        guard let last = period.last else { return self("日期未注明", "undated") }
        guard language == .chinese else { return period.description }
        return switch period.kind {
        case .month: "\(last.year)年\(last.month)月"
        case .quarter: "\(last.year)年\((last.month + 2) / 3)季度"
        case .half: "\(last.year)年\(last.month <= 6 ? "上" : "下")半年"
        case .year: "\(last.year)年"
        case .toDate, .span:
            "\(period.first.map { $0.year == last.year ? "\(last.year)年\($0.month)" : "\($0.year)年\($0.month)月" } ?? "")"
                + (period.first == last
                    ? "月" : period.first?.year == last.year ? "—\(last.month)月" : "—\(last.year)年\(last.month)月")
        case .running: "截至\(last.year)年\(last.month)月"
        case .undated: period.description
        }
    }
}
