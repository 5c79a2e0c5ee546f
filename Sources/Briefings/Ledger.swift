import Facts
import Indicators
import Reports
import Scanning

/// The facts in the order of the ledger: those of one figure stand together, so that the figure links to one range.
struct Ledger: Sendable {
    struct Entry: Sendable {
        let fact: Fact
        let reading: IndicatorReading
    }

    /// What makes facts one figure: series, place and period.
    struct Group: Sendable {
        let series: Series
        let place: [String]
        let rows: RowSpan
    }

    /// The facts in the ledger's order, put together as they are asked for: of half a million a second copy is a lot.
    struct Entries: RandomAccessCollection, Sendable {
        let facts: PackedFacts
        let readings: IndicatorReadings
        /// Positions among the facts as given.
        fileprivate var order: [Int32]

        var startIndex: Int { 0 }
        var endIndex: Int { order.count }

        subscript(row: Int) -> Entry {
            let position = Int(order[row])
            return Entry(fact: facts[position], reading: readings[position])
        }

        /// The position among the facts as given of the fact at a row.
        func position(of row: Int) -> Int { Int(order[row]) }
    }

    /// The figures, put together as they are asked for: of many series and streets there are nearly as many as facts.
    struct Groups: RandomAccessCollection, Sendable {
        fileprivate let entries: Entries
        /// The first row of each.
        fileprivate let starts: [Int32]

        var startIndex: Int { 0 }
        var endIndex: Int { starts.count }

        subscript(number: Int) -> Group {
            let start = Int(starts[number])
            let end = number + 1 < starts.count ? Int(starts[number + 1]) : entries.count
            let first = entries.position(of: start)
            let (facts, readings) = (entries.facts, entries.readings)
            return Group(
                series: readings.series[readings.series(of: first)], place: facts.places[facts.place(of: first)],
                rows: RowSpan(start: start, count: end - start))
        }
    }

    let entries: Entries
    let groups: Groups

    /// The row of each fact by its position among the facts as given.
    private let rows: [Int32]
    private let wholes: [Series: Series]

    /// A ledger without facts, for tables whose figures lead nowhere.
    static var empty: Ledger {
        let facts = PackedFacts()
        return Ledger(facts, readings: Catalogue.builtIn.readings(of: facts))
    }

    init(_ facts: PackedFacts, readings: IndicatorReadings) {
        let keys = SortKey.keys(of: facts, readings)
        let order = (0..<Int32(facts.count)).sorted { keys[Int($0)] < keys[Int($1)] }
        let starts = order.indices.filter { row in
            row == 0 || !keys[Int(order[row])].isOfOneFigure(with: keys[Int(order[row - 1])])
        }
        var rows = [Int32](repeating: 0, count: order.count)
        for (row, position) in order.enumerated() { rows[Int(position)] = Int32(row) }
        let laid = facts.laid(in: order)
        entries = Entries(facts: laid, readings: readings.of(laid), order: order)
        groups = Groups(entries: entries, starts: starts.map(Int32.init))
        self.rows = rows
        wholes = Ledger.wholes(facts, readings, order: order)
    }

    /// The rows of the given facts, mostly one run; `section` shows what was added where they are those of a sum.
    func link(toFacts facts: [Int], section: String? = nil) -> Link? {
        let wanted = Set(facts.filter(rows.indices.contains).map { Int(rows[$0]) }).sorted()
        var runs: [RowSpan] = []
        for row in wanted {
            if let last = runs.last, last.end == row {
                runs[runs.count - 1] = RowSpan(start: last.start, count: last.count + 1)
            } else {
                runs.append(RowSpan(start: row, count: 1))
            }
        }
        guard let first = runs.first else { return nil }
        return runs.count == 1 && section == nil
            ? .rows(table: "facts", first) : .runs(table: "facts", runs, section: section)
    }

    /// The bulletins that the facts stand in, each once, in the ledger's order.
    func sources(ofFacts facts: [Int]) -> [String] {
        var seen: Set<String> = []
        return facts.filter(rows.indices.contains).map { entries[Int(rows[$0])].fact.document }
            .filter { seen.insert($0).inserted }
    }

    /// The series whose part this one is: every one of its facts stands under a fact of that series (其中, 包括).
    func whole(of series: Series) -> Series? { wholes[series] }

    private static func wholes(
        _ facts: PackedFacts, _ readings: IndicatorReadings, order: [Int32]
    ) -> [Series: Series] {
        struct Place: Hashable {
            let document: String
            let start: Int
        }
        func place(_ position: Int, start: Int) -> Place {
            Place(document: facts.articles[facts.article(of: position)].document, start: start)
        }
        guard facts.indices.contains(where: { facts.references(of: $0).partOf != nil }) else { return [:] }
        var seriesAt: [Place: Int] = [:]
        for position in order.lazy.map(Int.init) {
            seriesAt[place(position, start: facts.range(of: position).start)] = readings.series(of: position)
        }
        var found: [Series: Series?] = [:]
        for position in order.lazy.map(Int.init) {
            let series = readings.series[readings.series(of: position)]
            let whole = facts.references(of: position).partOf.flatMap { seriesAt[place(position, start: $0)] }
                .map { readings.series[$0] }
            let known = found[series]
            found[series] = known == nil || known == .some(whole) ? .some(whole) : .some(nil)
        }
        return found.compactMapValues(\.self)
    }

    /// The row of a fact by its position among the facts as given; `nil` where there is no such fact.
    func row(ofFact fact: Int) -> Int? { rows.indices.contains(fact) ? Int(rows[fact]) : nil }

    func entries(of group: Group) -> Slice<Entries> { entries[group.rows.range] }

    /// What the fact at a row says of its period.
    func period(of row: Int) -> PackedFacts.StatedPeriod {
        entries.facts.periods[entries.facts.period(of: entries.position(of: row))]
    }

    /// The article in which the fact at a row stands.
    func article(of row: Int) -> PackedFacts.Article {
        entries.facts.articles[entries.facts.article(of: entries.position(of: row))]
    }

    /// What decides where a fact stands, as numbers: texts are compared once a kind and not once a pair.
    private struct SortKey: Comparable {
        let series: Int32
        let place: Int32
        let period: Int32
        let document: Int32
        let range: SourceRange

        static func keys(of facts: PackedFacts, _ readings: IndicatorReadings) -> [SortKey] {
            let series = ranks(readings.series) { $0 < $1 }
            let places = ranks(facts.places) { $0.lexicographicallyPrecedes($1) }
            let periods = ranks(facts.periods) { key($0).lexicographicallyPrecedes(key($1)) }
            let documents = ranks(facts.articles.map(\.document)) { $0 < $1 }
            return facts.indices.map { position in
                SortKey(
                    series: series[readings.series(of: position)], place: places[facts.place(of: position)],
                    period: periods[facts.period(of: position)], document: documents[facts.article(of: position)],
                    range: facts.range(of: position))
            }
        }

        private static func key(_ period: PackedFacts.StatedPeriod) -> [String] {
            [period.to?.description ?? "", period.from?.description ?? "", period.words ?? ""]
        }

        private static func ranks<Value: Hashable>(
            _ values: [Value], by isBefore: (Value, Value) -> Bool
        ) -> [Int32] {
            let sorted = Set(values).sorted(by: isBefore)
            let rank = Dictionary(sorted.enumerated().map { ($0.element, Int32($0.offset)) }, uniquingKeysWith: { $1 })
            return values.map { rank[$0] ?? 0 }
        }

        /// Equal keys of series, place and period stand for equal series, places and periods.
        func isOfOneFigure(with other: SortKey) -> Bool {
            (series, place, period) == (other.series, other.place, other.period)
        }

        static func < (left: SortKey, right: SortKey) -> Bool {
            let (mine, others) = (
                (left.series, left.place, left.period, left.document),
                (right.series, right.place, right.period, right.document)
            )
            return mine != others ? mine < others : left.range < right.range
        }
    }

    /// Every fact with its sentence: the table to filter, and the file `facts.csv`.
    ///
    /// - Parameter month: the month reported on, whose facts come first where not all can be shown.
    func table(_ words: Wording, trace: Trace, month: YearMonth?) -> Table {
        func column(
            _ key: String, _ chinese: String, _ english: String, _ kind: Column.Kind = .text, _ meaning: String
        ) -> Column {
            Column(
                key: key, header: [words(chinese, english)], kind: kind, meaning: meaning,
                isRequired: ["number", "document", "text", "value", "item"].contains(key))
        }
        let entries = entries
        return Table(
            key: "facts", title: words("事实台账", "Ledger of facts"),
            summary: words("通报中的每一个数量及其原句", "Each quantity of the bulletins with its sentence"), role: .data,
            columns: [
                column("number", "序号", "No.", .number, words("台账中的行号", "row of the ledger")),
                column("place", "地区", "Place", .text, words("由大到小，以“›”相连", "widest first, joined by ›")),
                column("indicator", "指标", "Indicator", .text, words("指标名称", "name of the indicator")),
                column("item", "事项", "Item", .text, words("原文统计的事项", "what the text counts")),
                column("action", "动作", "Action", .text, words("区别同名计数的谓语", "predicate that tells counts apart")),
                column("value", "数值", "Value", .number, words("已乘以万、亿", "万 and 亿 multiplied")),
                column("upper", "上限", "Upper end", .number, words("区间的上限", "upper end of a range")),
                column("qualifier", "界限", "Bound", .text, words("确数、约、以上、以下、区间", "how exact the number is")),
                column("unit", "单位", "Unit", .text, words("量词或计量单位", "measure word or unit")),
                column("period", "时期", "Period", .text, words("原文所写的时期", "as the text has it")),
                column("from", "起", "From", .day, words("时期的第一天", "first day of the period")),
                column("to", "止", "To", .day, words("时期的最后一天", "last day of the period")),
                column("window", "口径", "Window", .text, words("时点数、时期数、累计等", "stock, flow, cumulative …")),
                column("change", "变化", "Change", .text, words("数值是水平还是增减", "a level or itself a change")),
                column("status", "性质", "Status", .text, words("实际或计划", "actual or planned")),
                column("confidence", "可信度", "Confidence", .text, words("识读的把握", "how sure the reading is")),
                column("text", "原文", "Text", .text, words("数量的原文", "the quantity as written")),
                column("headline", "标题", "Headline", .text, words("文章标题", "of the article")),
                column("published", "日期", "Published", .day, words("通报日期", "date of the bulletin")),
                column("document", "来源", "Source", .text, words("文件", "file")),
                column("start", "起始位置", "Start", .number, words("在文件中的字符位置", "character position in the file")),
                column("rule", "规则", "Rule", .text, words("据以识读的规则", "the rule that decided")),
                column("sentence", "原句", "Sentence", .prose, words("数量所在的句子", "the sentence it stands in")),
            ],
            rows: Rows(count: entries.count) { position in
                Ledger.row(entries[position], number: position + 1, words, link: trace.link(position))
            },
            layout: TableLayout(
                orientation: .landscape, frozenColumns: 3, hasFilters: true),
            primaryKey: ["number"],
            foremost: month.map(rows(of:)) ?? [])
    }

    /// The runs of rows whose facts speak of the month or, where they do not say, were published in it.
    private func rows(of month: YearMonth) -> [RowSpan] {
        var runs: [RowSpan] = []
        for row in entries.indices {
            let period = period(of: row)
            guard let day = period.to ?? period.from ?? article(of: row).published,
                day.year == month.year, day.month == month.month
            else { continue }
            if let last = runs.last, last.end == row {
                runs[runs.count - 1] = RowSpan(start: last.start, count: last.count + 1)
            } else {
                runs.append(RowSpan(start: row, count: 1))
            }
        }
        return runs
    }

    private static func row(_ entry: Entry, number: Int, _ words: Wording, link: Link?) -> Row {
        let fact = entry.fact
        return Row([
            .number(number), .text(fact.place.joined(separator: " › ")), .text(words.title(entry.reading.series)),
            .text(fact.item.maskingPersonalNumbers), .optional(fact.action),
            .number(Amount(fact.value), link: link), fact.upper.map { .number(Amount($0)) } ?? .empty(),
            .text(words.label(fact.qualifier)), .text(fact.unit), .optional(fact.period), .optional(fact.from),
            .optional(fact.to), .text(words.label(entry.reading.series.window)), .text(words.label(fact.change)),
            .text(words.label(fact.status)), .text(words.label(fact.confidence)), .text(fact.text),
            .optional(fact.headline?.maskingPersonalNumbers), .optional(fact.published), .text(fact.document),
            .number(fact.range.start),
            .text(fact.rule), .text(fact.sentence.maskingPersonalNumbers, link: link),
        ])
    }
}
