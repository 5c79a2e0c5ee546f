import Facts
import Indicators
import Metrics
import Reports

/// One row a place, month and indicator, for other programs (`streets.csv`): the region and every street in each month of
/// the trend in which they have a figure. A running figure has a row as it was reported beside what the month brought,
/// which is a flow.
struct MonthlyDataset: Sendable {
    let view: MonthView

    private var words: Wording { view.words }

    /// Where a row's figure stands; the region is street -1.
    private struct Position {
        let series: Int32
        let street: Int32
        let month: Int32
        /// Whether the row is of the running figure itself.
        var isRunning = false
    }

    var table: Table {
        let all = view.statistics.series
        var positions: [Position] = []
        for (index, one) in all.enumerated() {
            guard let history = view.history(one.series) else { continue }
            let streets = zip(history.streets.kept, history.streets.keptValues).map { ($0, $1) }
            for (street, months) in [(-1, history.district)] + streets {
                for (month, figure) in months.enumerated() {
                    var position = Position(series: Int32(index), street: Int32(street), month: Int32(month))
                    if figure.figure != nil { positions.append(position) }
                    position.isRunning = true
                    if figure.running != nil { positions.append(position) }
                }
            }
        }
        let found = positions
        let dataset = self
        return Table(
            key: "streets", title: words("各地各月指标", "Figures by place and month"),
            summary: words("一行一地一月一指标", "one row a place, month and indicator"), role: .data, columns: columns,
            rows: Rows(count: found.count) { dataset.row(all, found[$0]) },
            layout: TableLayout(orientation: .landscape, hasFilters: true))
    }

    private var columns: [Column] {
        func column(
            _ key: String, _ chinese: String, _ english: String, _ kind: Column.Kind = .text, _ meaning: String? = nil,
            isRequired: Bool = false
        ) -> Column {
            Column(key: key, header: [words(chinese, english)], kind: kind, meaning: meaning, isRequired: isRequired)
        }
        let qualification = StatisticsCells.qualificationColumns(words)
        return [
            column("month", "月份", "Month", .month, words("统计月份", "the month"), isRequired: true),
            column("place", "地区", "Place", .text, words("名称", "name"), isRequired: true),
            column("code", "代码", "Code", .code, words("区划代码", "division code")),
            column("indicator", "指标", "Indicator", .text, words("指标名称", "name of the indicator"), isRequired: true),
            column("key", "指标键", "Indicator key", .text, words("指标目录中的键", "its key in the catalogue")),
            column("window", "口径", "Window", .text, words("时点数、时期数、累计等", "stock, flow, cumulative …")),
            column("status", "性质", "Status", .text, words("实际或计划", "actual or planned")),
            column("value", "数值", "Value", .number, words("以“单位”计", "in the unit given"), isRequired: true),
            qualification[0], qualification[1],
            column("unit", "单位", "Unit", .text, words("量词或计量单位", "measure word or unit")),
            column(
                "carried-from", "沿用月份", "Carried from", .month,
                words("时点数沿用的月份", "the month whose stock is carried forward")),
            qualification[2],
            column("change", "较上月增减", "Change on month", .number, words("比率为个百分点", "percentage points for rates")),
            column("change-rate", "环比", "Growth on month", .percent, words("%，比率不计", "%, none for rates")),
            column("facts", "事实数", "Facts", .number, words("背后的事实数", "facts behind the figure")),
            column(
                "computed", "推算", "Computed", .text,
                words("由累计数之差推算的当月数为1", "1 where a month is the difference of running figures")),
        ]
    }

    private func row(_ all: [SeriesStatistics], _ position: Position) -> Row {
        let one = all[Int(position.series)].series
        guard let history = view.history(one) else { return Row([]) }
        let street = Int(position.street)
        let month = (street < 0 ? history.district : history.streets[street])[Int(position.month)]
        let running = position.isRunning ? month.running : nil
        let value =
            running.map { view.cells.value($0, unit: view.unit(one)) }
            ?? view.cells.value(month, unit: view.unit(one))
        let isDifference = running == nil && month.marks.contains(.differenced)
        let window: Window = running == nil || one.window == .cumulative ? one.window : .ytd
        let growth = running == nil ? month.onMonth : nil
        let qualification = view.cells.qualification(value)
        return Row([
            .month(YearMonth(month.month)),
            .text(street < 0 ? view.statistics.directory.district : view.streets[street].name),
            street < 0 || view.streets[street].code.isEmpty ? .empty() : .text(view.streets[street].code),
            .text(view.words.title(one)), .optional(one.indicator.key),
            .text(words.label(window)),
            .text(words.label(one.status)), Cell(value.lowerEnd, link: value.link), qualification[0], qualification[1],
            .text(view.unit(one)), value.marks.carriedFrom.map { .month($0) } ?? .empty(),
            qualification[2], growth.map(view.cells.change) ?? .empty(),
            growth.map { $0.isInPoints ? .empty() : view.cells.rate($0) } ?? .empty(),
            .number((running?.facts ?? month.facts).count), isDifference ? .text("1") : .empty(),
        ])
    }
}

extension Cell {
    /// The figure, of a range its lower end.
    fileprivate var lowerEnd: Value {
        if case .range(let low, _) = value { .number(low) } else { value }
    }
}
