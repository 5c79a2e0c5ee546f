import Facts
import Indicators
import Metrics
import Reports

/// Month by month: the region with its changes, then every street, and lines for the main indicators.
struct TrendSection: Sendable {
    let view: MonthView
    /// Charts beyond these are not read.
    private static let mostCharts = 4
    /// Of more series the rows are made as they are asked for.
    private static let mostHeld = 500
    /// Lines of one chart beyond these cannot be told apart.
    static let mostLines = 5

    private var words: Wording { view.words }
    private var series: [SeriesStatistics] { view.statistics.series }

    var section: Section {
        var blocks: [Block] = [.table(region)]
        if view.hasTrend {
            blocks += view.main.prefix(TrendSection.mostCharts).compactMap { chart($0).map(Block.chart) }
        }
        return Section(key: "trend", title: words("月度趋势", "Trend"), blocks: blocks)
    }

    /// The streets as a list of their own, which the charts draw, with its header on each page; `nil` where there is none.
    var streetsSection: Section? {
        compared.isEmpty
            ? nil
            : Section(
                key: "trend-streets",
                title: words("各\(words.part)趋势", "Trends of \(words.parts)"),
                blocks: [.table(streets)])
    }

    private var compared: [SeriesStatistics] { view.trending }

    private func label(_ month: Month) -> String {
        words("\(month.year)年\(month.month)月", YearMonth(month).description)
    }

    // MARK: The region

    private var region: Table {
        let signed = NumberFormat(places: 1, showsPlus: true)
        var columns = [
            Column(key: "indicator", header: [words("指标", "Indicator")], isRequired: true),
            Column(key: "unit", header: [words("单位", "Unit")]),
            Column(key: "scope", header: [words("数据范围", "Scope")]),
        ]
        for (index, month) in view.months.enumerated() {
            let key = YearMonth(month).description
            columns.append(Column(key: key, header: [label(month), words("数量", "Value")], kind: .number))
            guard index > 0 else { continue }
            columns.append(
                Column(
                    key: key + "-change", header: [label(month), words("环比", "On month")], kind: .percent,
                    format: signed))
        }
        let shown = series.indices.flatMap { index -> [RegionRow] in
            let one = series[index].series
            guard one.status == .actual, !one.isGrowth, let history = view.history(one) else {
                return []
            }
            let isOwn = history.district.contains { $0.figure != nil }
            // Streets that report every month are not silenced by a figure that the region told once.
            let isSum = view.months.indices.contains {
                history.district[$0].figure == nil && history.totals[$0] != nil
            }
            return (isOwn ? [RegionRow(series: Int32(index), isOwn: true)] : [])
                + (isSum ? [RegionRow(series: Int32(index), isOwn: false)] : [])
        }
        let section = self
        return Table(
            key: "trend", title: words("\(words.whole)月度趋势", "\(words.whole) by month"),
            summary: words("一行一指标，一列一月", "one row an indicator, one column a month"), columns: columns,
            rows: Rows(count: shown.count, heldUpTo: TrendSection.mostHeld) { section.row(shown[$0]) },
            notes: [
                words(
                    "注：有的月份\(words.whole)没有所报的指标，另列各\(words.part)合计；两月报告的\(words.part)不同的，不计环比。",
                    "Note: where the region reports nothing of a month the \(words.parts) are added up in a row of their own; no change where different \(words.parts) reported."
                )
            ],
            layout: TableLayout(orientation: .landscape, frozenColumns: 2, hasFilters: true))
    }

    /// A row of the region's own figures of a series, or of the sums of its streets.
    private struct RegionRow {
        let series: Int32
        let isOwn: Bool
    }

    private func row(_ shown: RegionRow) -> Row {
        let one = series[Int(shown.series)]
        guard let history = view.history(one.series) else { return Row([]) }
        let unit = view.unit(one.series)
        var cells: [Cell] = [
            .text(view.name(one.series)), .text(unit),
            .text(shown.isOwn ? words.whole : words("各\(words.part)合计", "sum of \(words.parts)")),
        ]
        for index in view.months.indices {
            let change: Growth
            if shown.isOwn {
                cells.append(view.cells.value(history.district[index], unit: unit))
                change = history.district[index].onMonth
            } else {
                var cell = view.cells.figure(history.totals[index], unit: unit)
                if !cell.isEmpty {
                    cell.note = view.cells.scope(history.reporting(index).count, of: view.streets.count)
                }
                cells.append(cell)
                change = sumGrowth(one.series, history, at: index)
            }
            guard index > 0 else { continue }
            var rate = view.cells.rate(change)
            if !rate.isEmpty {
                let (now, before) = (view.months[index], view.months[index - 1])
                let (key, earlier) = (YearMonth(now).description, YearMonth(before).description)
                rate.formula =
                    change.isInPoints ? .difference(of: key, minus: earlier) : .growth(of: key, from: earlier)
            }
            cells.append(rate)
        }
        return Row(cells)
    }

    private func sumGrowth(_ series: Series, _ history: SeriesHistory, at index: Int) -> Growth {
        func reported(_ month: Int) -> [Int] {
            history.reporting(month).filter { history.streets[$0][month].isReported }
        }
        guard index > 0, reported(index) == reported(index - 1), history.reporting(index) == reported(index),
            history.reporting(index - 1) == reported(index - 1)
        else { return Growth(reason: .notComparable, isInPoints: false) }
        guard
            ![index - 1, index].contains(where: { month in
                history.reporting(month).contains { history.streets[$0][month].marks.contains(.contradicted) }
            })
        else { return Growth(reason: .contradicted, isInPoints: false) }
        return Growth(from: history.totals[index - 1], to: history.totals[index], window: series.window)
    }

    // MARK: The streets

    /// Every street in the gazetteer's order for each compared series, one row each.
    private var streets: Table {
        let compared = compared
        let count = view.streets.count
        let view = view
        return Table(
            key: "trend-streets", title: words("各\(words.part)月度趋势", "\(words.parts.capitalisedFirst) by month"),
            summary: words("一行一指标一\(words.part)，一列一月", "one row an indicator and \(words.part), one column a month"),
            role: .data,
            columns: [
                Column(key: "indicator", header: [words("指标", "Indicator")], isRequired: true),
                Column(key: "unit", header: [words("单位", "Unit")]),
                Column(key: "street", header: [words(words.part, words.part.capitalisedFirst)], isRequired: true),
            ]
                + view.months.map {
                    Column(key: YearMonth($0).description, header: [label($0)], kind: .number)
                },
            rows: Rows(count: compared.count * count) { position in
                let (index, street) = position.quotientAndRemainder(dividingBy: max(count, 1))
                let one = compared[index].series
                let months = view.history(one)?.streets[street] ?? []
                return Row(
                    [.text(view.name(one)), .text(view.unit(one)), .text(view.streets[street].name)]
                        + months.map { view.cells.value($0, unit: view.unit(one)) })
            }, notes: [view.leftOut].compactMap(\.self),
            layout: TableLayout(orientation: .landscape, frozenColumns: 3, hasFilters: true))
    }

    /// Lines for the streets that lead, where at least two months have figures.
    func chart(_ one: SeriesStatistics) -> Chart? {
        guard let position = compared.firstIndex(where: { $0.series == one.series }),
            let history = view.history(one.series)
        else { return nil }
        // A line needs two months next to each other.
        let drawn = view.ranking(one).filter { street in
            zip(history.streets[street], history.streets[street].dropFirst()).contains {
                $0.figure != nil && $1.figure != nil
            }
        }.prefix(TrendSection.mostLines)
        guard drawn.count > 1 else { return nil }
        let name = view.name(one.series)
        let names = drawn.map { view.streets[$0].name }.joined(separator: words("、", ", "))
        return chart(
            key: "trend-\(position)", kind: .line, of: one, at: position, streets: drawn,
            title: words("\(name)月度趋势", "\(name) by month"),
            textAlternative: words(
                "\(names)\(view.months.count)个月的\(name)。", "\(name) of \(names) over \(view.months.count) months."))
    }

    /// What the streets contribute to the whole, month by month, for the first main flow; nil where nothing adds up.
    var composition: Chart? {
        guard view.hasTrend else { return nil }
        let flows = view.main.filter { one in
            guard one.series.window == .flow, case .sum = one.total else { return false }
            return true
        }
        guard let one = flows.first, let position = compared.firstIndex(where: { $0.series == one.series }) else {
            return nil
        }
        let drawn = view.ranking(one).prefix(TrendSection.mostLines + 1)
        let name = view.name(one.series)
        let cut = drawn.count < view.ranking(one).count ? words("（前\(drawn.count)位）", " (first \(drawn.count))") : ""
        return chart(
            key: "composition", kind: .stacked, of: one, at: position, streets: drawn,
            title: words("\(name)的\(words.part)构成\(cut)", "\(name) by \(words.part)\(cut)"),
            textAlternative: words(
                "\(view.months.count)个月各\(words.part)\(name)之和。",
                "\(name) of the \(words.parts), stacked, over \(view.months.count) months."))
    }

    /// A chart of streets month by month, drawn from the rows of one series in the table of streets.
    private func chart(
        key: String, kind: Chart.Kind, of one: SeriesStatistics, at position: Int, streets: ArraySlice<Int>,
        title: String, textAlternative: String
    ) -> Chart {
        var chart = Chart(
            key: key, kind: kind, title: title, table: "trend-streets",
            source: .rows(
                streets.map { position * view.streets.count + $0 }, labels: "street",
                columns: view.months.map { YearMonth($0).description }),
            valueAxis: words("单位：\(view.unit(one.series))", view.unit(one.series)),
            textAlternative: textAlternative)
        chart.colours = colours(of: streets)
        return chart
    }

    /// A street has one colour in all charts, unless another one of the chart has it already.
    private func colours(of streets: ArraySlice<Int>) -> [Int] {
        var taken: Set<Int> = []
        return streets.map { street in
            let own = view.reportingStreets.firstIndex(of: street) ?? street
            let colour = (0..<Chart.colourCount).lazy.map { (own + $0) % Chart.colourCount }.first {
                !taken.contains($0)
            }
            taken.insert(colour ?? own)
            return colour ?? own
        }
    }
}
