import Facts
import Indicators
import Reports

/// The figures as the bulletins report them, nothing added up: one row a place, indicator and period.
///
/// Several facts of one figure that agree are shown once; those that do not are counted and left to be checked.
struct ReportedFigures: Sendable {
    let table: Table
    /// One row a place, period and indicator, for other programs.
    let dataset: Table
    /// Figures of catalogued indicators under stable keys.
    let headlines: [Figure]
    /// The labels of the headline figures as they are read aloud, by their keys.
    let spokenLabels: [String: String]

    init(_ ledger: Ledger, briefing: Briefing, words: Wording) {
        let places = Places(briefing)
        let ranks = ledger.groups.map { Int32(places.rank($0.place)) }
        let groups = OrderedGroups(
            groups: ledger.groups,
            order: (0..<Int32(ranks.count)).sorted { (ranks[Int($0)], $0) < (ranks[Int($1)], $1) }
        ).filtered(\.series.isNamed)
        func column(
            _ key: String, _ chinese: String, _ english: String, _ kind: Column.Kind = .text
        ) -> Column { Column(key: key, header: [words(chinese, english)], kind: kind) }
        // Other months stand in the trend and in the ledger; here they would hide the month reported on.
        let shown = groups.filtered { group in
            guard let month = briefing.month else { return true }
            let row = group.rows.start
            return ReportedFigures.isOf(month, ledger.period(of: row), published: ledger.article(of: row).published)
        }
        table = Table(
            key: "figures-by-place", title: words("各地指标（按通报所报，未加总）", "Figures as reported, not added up"),
            columns: [
                column("place", "地区", "Place"), column("indicator", "指标", "Indicator"),
                column("value", "数值", "Value", .number), column("unit", "单位", "Unit"),
                column("period", "时期", "Period"), column("window", "口径", "Window"),
            ], rows: Rows(count: shown.count) { ReportedFigures.row(shown[$0], ledger, words) },
            notes: [
                words("注：“—”表示几处所报不一，见待核对。", "Note: a dash where reports differ; see the items to check.")
            ]
                + (shown.count < groups.count
                    ? [
                        words(
                            "其他各月的\(groups.count - shown.count)项见事实台账。",
                            "\(groups.count - shown.count) figures of other months stand in the ledger.")
                    ] : []),
            layout: TableLayout(frozenColumns: 1, hasFilters: true))
        dataset = ReportedFigures.dataset(groups, ledger, words)
        let named =
            briefing.month == nil || briefing.region == nil
            ? ReportedFigures.headlines(groups, ledger, briefing, words, places) : []
        headlines = named.map(\.figure)
        spokenLabels = Dictionary(named.map { ($0.figure.key, $0.spoken) }, uniquingKeysWith: { first, _ in first })
    }

    /// Figures of the ledger in another order, or some of them.
    private struct OrderedGroups: RandomAccessCollection, Sendable {
        let groups: Ledger.Groups
        var order: [Int32]

        var startIndex: Int { 0 }
        var endIndex: Int { order.count }

        subscript(position: Int) -> Ledger.Group { groups[Int(order[position])] }

        func filtered(_ isWanted: (Ledger.Group) -> Bool) -> OrderedGroups {
            OrderedGroups(groups: groups, order: order.filter { isWanted(groups[Int($0)]) })
        }
    }

    /// Whether a fact of the period speaks of the month, of a longer period, or of none that it names.
    private static func isOf(
        _ month: YearMonth, _ period: PackedFacts.StatedPeriod, published: CalendarDate?
    ) -> Bool {
        guard let last = period.to ?? period.from else {
            return published.map { YearMonth(year: $0.year, month: $0.month) == month } ?? true
        }
        if let first = period.from, (first.year, first.month) != (last.year, last.month) { return true }
        return YearMonth(year: last.year, month: last.month) == month
    }

    /// The order of places: the region's own figures first, then the streets in order, then other places.
    private struct Places {
        let region: String?
        let streets: [String: Int]

        init(_ briefing: Briefing) {
            region = briefing.region
            streets = briefing.streetPositions
        }

        func rank(_ place: [String]) -> Int {
            if let street = place.lazy.compactMap({ streets[$0] }).first { return street + 1 }
            return place.isEmpty || place.last == region ? 0 : streets.count + 1
        }
    }

    /// The one value that all facts of the group agree on.
    static func agreed(_ entries: some Collection<Ledger.Entry>) -> Ledger.Entry? {
        guard let first = entries.first else { return nil }
        let agree = entries.allSatisfy { entry in
            entry.reading.value == first.reading.value && entry.reading.upper == first.reading.upper
                && entry.fact.qualifier == first.fact.qualifier
        }
        return agree ? first : nil
    }

    static func value(_ group: Ledger.Group, _ ledger: Ledger, _ words: Wording) -> Cell {
        let link = Link.rows(table: "facts", group.rows)
        guard let entry = agreed(ledger.entries(of: group)) else {
            var cell = Cell.empty(words("\(group.rows.count)处所报不一", "\(group.rows.count) reports differ"))
            cell.link = link
            return cell
        }
        return .figure(
            entry.reading.value, upper: entry.reading.upper, qualifier: entry.fact.qualifier,
            unit: group.series.indicator.unit, link: link)
    }

    static func period(_ group: Ledger.Group, _ ledger: Ledger, _ words: Wording) -> String {
        guard let fact = ledger.entries(of: group).first?.fact else { return "" }
        if let from = fact.from, let to = fact.to { return from == to ? "\(to)" : "\(from)—\(to)" }
        return fact.period ?? fact.published.map { "\($0)" } ?? words("日期未注明", "undated")
    }

    private static func row(_ group: Ledger.Group, _ ledger: Ledger, _ words: Wording) -> Row {
        Row([
            .text(group.place.last ?? words("未注明", "not named")), .text(words.title(group.series)),
            value(group, ledger, words), .text(unit(of: group)), .text(period(group, ledger, words)),
            .text(words.label(group.series.window)),
        ])
    }

    /// The unit beside a figure; per cent stands with the figure itself.
    static func unit(of group: Ledger.Group) -> String {
        let unit = group.series.indicator.unit
        return unit == "%" || unit == "％" ? "" : unit
    }

    private static func dataset(_ groups: OrderedGroups, _ ledger: Ledger, _ words: Wording) -> Table {
        func column(
            _ key: String, _ chinese: String, _ english: String, _ kind: Column.Kind = .text
        ) -> Column { Column(key: key, header: [words(chinese, english)], kind: kind) }
        let rows = Rows(count: groups.count) { position in
            let group = groups[position]
            let entries = ledger.entries(of: group)
            let agreed = agreed(entries)
            let fact = entries.first?.fact
            return Row([
                .text(group.place.joined(separator: " › ")), .text(words.title(group.series)),
                .optional(group.series.indicator.key), .optional(fact?.period), .optional(fact?.from),
                .optional(fact?.to), agreed.map { .number(Amount($0.reading.value)) } ?? .empty(),
                agreed?.reading.upper.map { .number(Amount($0)) } ?? .empty(),
                .optional(agreed.map { words.label($0.fact.qualifier) }), .text(group.series.indicator.unit),
                .text(words.label(group.series.window)), .number(group.rows.count),
            ])
        }
        return Table(
            key: "streets", title: words("各地指标", "Figures by place"),
            summary: words("一行一地一指标一时期，按通报所报", "one row a place, indicator and period, as reported"), role: .data,
            columns: [
                column("place", "地区", "Place"), column("indicator", "指标", "Indicator"),
                column("key", "指标键", "Indicator key"), column("period", "时期", "Period"),
                column("from", "起", "From", .day), column("to", "止", "To", .day),
                column("value", "数值", "Value", .number), column("upper", "上限", "Upper end", .number),
                column("qualifier", "界限", "Bound"), column("unit", "单位", "Unit"), column("window", "口径", "Window"),
                column("facts", "事实数", "Facts", .number),
            ], rows: rows, layout: TableLayout(orientation: .landscape, hasFilters: true))
    }

    private static func importance(_ group: Ledger.Group, _ places: Places) -> Int {
        let isRegion = places.rank(group.place) == 0
        return (isRegion ? 0 : 2) + (group.series.indicator.isAdHoc ? 1 : 0)
    }

    private static func headlines(
        _ groups: OrderedGroups, _ ledger: Ledger, _ briefing: Briefing, _ words: Wording, _ places: Places
    ) -> [(figure: Figure, spoken: String)] {
        var taken: Set<String> = []
        // Catalogued indicators first, and the region's own before those of its streets.
        let ordered = groups.enumerated().sorted { left, right in
            let (a, b) = (importance(left.element, places), importance(right.element, places))
            return a != b ? a < b : left.offset < right.offset
        }.map(\.element)
        return ordered.compactMap { group in
            let series = group.series
            guard series.status == .actual, series.change == .none, series.per == nil,
                let entry = agreed(ledger.entries(of: group)),
                let key = Key.make(from: series.title + "." + (group.place.last ?? briefing.region ?? "全部")),
                // Spreadsheets take names for the same whatever their case.
                taken.insert(key.lowercased()).inserted
            else { return nil }
            var value = value(group, ledger, words)
            value.name = key
            // The report is on the region: only other places are named with their figures.
            let place = places.rank(group.place) == 0 ? "" : group.place.last ?? ""
            let opening = place.isEmpty ? "" : place + words("", " ")
            let figure = Figure(
                key: key, label: opening + words.title(series), value: value, unit: unit(of: group),
                period: period(group, ledger, words), place: group.place.last ?? "", source: entry.fact.document)
            return (figure, opening + words.spokenTitle(series))
        }
    }
}
