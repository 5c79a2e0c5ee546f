import Facts
import Indicators
import Metrics
import Reports

/// What changed between two months, or between what two ledgers say of one month: every figure that differs, came or
/// went.
struct ChangesSection: Sendable {
    let view: MonthView
    let baseline: MonthlyStatistics
    /// How the baseline is called: a month, the name of another ledger.
    let label: String
    /// The columns of both sides, which must not have one name.
    private let headers: (before: String, after: String)
    private let changes: [Change]

    private struct Change {
        let series: Series
        let place: String
        let before: Cell
        let after: Cell
        let growth: Growth
    }

    init(view: MonthView, baseline: MonthlyStatistics, label: String) {
        self.view = view
        self.baseline = baseline
        self.label = label
        let month = view.words.month(view.month)
        headers = (label == month ? view.words("对照", "Baseline") : label, month)
        var found: [Change] = []
        let earlier = Dictionary(baseline.series.map { ($0.series, $0) }, uniquingKeysWith: { first, _ in first })
        let later = Dictionary(view.statistics.series.map { ($0.series, $0) }, uniquingKeysWith: { first, _ in first })
        for series in Set(earlier.keys).union(later.keys).sorted() {
            let (old, new) = (earlier[series], later[series])
            func compare(_ before: StreetFigure?, _ after: StreetFigure?, place: String) {
                guard let change = ChangesSection.change(series, before, after, place: place, view) else { return }
                found.append(change)
            }
            compare(old?.district, new?.district, place: view.statistics.directory.district)
            for street in Set((old?.streets.kept ?? []) + (new?.streets.kept ?? [])).sorted() {
                compare(old?.streets[street], new?.streets[street], place: view.streets[street].name)
            }
        }
        changes = found
    }

    private static func change(
        _ series: Series, _ before: StreetFigure?, _ after: StreetFigure?, place: String, _ view: MonthView
    ) -> Change? {
        guard before?.figure != after?.figure else { return nil }
        let unit = series.indicator.unit
        func cell(_ figure: StreetFigure?) -> Cell {
            figure.map { view.cells.value($0, unit: unit) } ?? .empty(view.cells.reason(.notReported))
        }
        // The rows of the ledger are the report's own; the baseline's facts stand elsewhere.
        var old = cell(before)
        old.link = nil
        return Change(
            series: series, place: place, before: old, after: cell(after),
            growth: Growth(from: before?.figure, to: after?.figure, window: series.window))
    }

    private var words: Wording { view.words }

    var section: Section {
        Section(
            key: "changes", title: words("变动情况", "Changes"),
            blocks: [.findings([summary]), .table(table)])
    }

    private var summary: Sentence {
        let came = changes.filter(\.before.isEmpty).count
        let went = changes.filter(\.after.isEmpty).count
        let up = changes.filter { $0.growth.absolute.map { !$0.isNegative } ?? false }.count
        let down = changes.filter { $0.growth.absolute?.isNegative ?? false }.count
        let unlike = changes.count - came - went - up - down
        return Sentence(
            words(
                "与\(label)相比，\(changes.count)个数字有变动：增加\(up)个，减少\(down)个，新报告\(came)个，不再报告\(went)个"
                    + (unlike > 0 ? "，含界限数而不能相减的\(unlike)个。" : "。"),
                "Against \(label), \(changes.count) figures differ: \(up) rose, \(down) fell, \(came) are new, \(went) are gone"
                    + (unlike > 0 ? ", \(unlike) hold bounds and are not subtracted." : ".")
            ), link: .section("changes"))
    }

    /// The figures that differ: a sheet, and `changes.csv`.
    var table: Table {
        let signed = NumberFormat(places: 1, showsPlus: true)
        let rows = changes.map { change in
            Row([
                .text(view.title(change.series)), .text(change.series.indicator.unit), .text(change.place),
                change.before,
                change.after, view.cells.change(change.growth), view.cells.rate(change.growth),
                .text(situation(change)),
            ])
        }
        return Table(
            key: "changes", title: words("与\(label)相比的变动", "Changes against \(label)"),
            summary: words("两期或两本台账之间不同的数字", "figures that differ between two months or ledgers"), role: .data,
            columns: [
                Column(key: "indicator", header: [words("指标", "Indicator")], isRequired: true),
                Column(key: "unit", header: [words("单位", "Unit")]),
                Column(key: "place", header: [words("地区", "Place")], isRequired: true),
                Column(key: "before", header: [headers.before], kind: .number),
                Column(key: "after", header: [headers.after], kind: .number),
                Column(
                    key: "change", header: [words("增减", "Change")], kind: .number,
                    format: NumberFormat(showsPlus: true)),
                Column(key: "change-rate", header: [words("增减率", "Change rate")], kind: .percent, format: signed),
                Column(key: "situation", header: [words("情况", "Situation")]),
            ], rows: Rows(rows), layout: TableLayout(frozenColumns: 3, hasFilters: true))
    }

    private func situation(_ change: Change) -> String {
        if change.before.isEmpty { return words("新报告", "new") }
        if change.after.isEmpty { return words("不再报告", "gone") }
        guard let absolute = change.growth.absolute else { return words("不同", "different") }
        return absolute.isNegative ? words("减少", "fell") : words("增加", "rose")
    }
}
