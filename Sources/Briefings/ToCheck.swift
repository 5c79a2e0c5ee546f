import Facts
import Indicators
import Metrics
import Reports
import Scanning

/// What a person should look at: doubtful readings, reports that differ, items that the catalogue lacks, numerals not
/// understood. The last column is for the decision.
struct ToCheck: Sendable {
    let ledger: Ledger
    let setAside: PackedSetAside
    let words: Wording
    let trace: Trace
    /// The month's statistics; nil where the report has no month.
    let statistics: MonthlyStatistics?
    /// Positions of facts that a person has looked at.
    let decided: Set<Int>
    /// The district whose streets are compared, and the names of those that are; nil where some are left out on purpose.
    let compared: (region: String, streets: Set<String>)?

    /// A line for each matter, what weighs most first: a sheet to fill in, and `to-check.csv`, which `tongbao ledger decide
    /// --from` reads back.
    var table: Table {
        var decision = Column(
            key: "decision", header: [words("处理意见", "Decision")], width: 16,
            meaning: words(
                "可填：采信、剔除、重复；正确的数；更正：字段=内容（如 更正：单位=户）；并入：事项",
                "accept, reject, duplicate, a number, correct: field=value, merge: item"))
        decision.choices = words.language == .chinese ? ["采信", "剔除", "重复"] : ["accept", "reject", "duplicate"]
        return Table(
            key: "to-check", title: words("待核对", "To check"),
            summary: words("需要人工核对的事项", "what a person should look at"), role: .data,
            columns: [
                Column(key: "kind", header: [words("类别", "Kind")], isRequired: true),
                Column(key: "reason", header: [words("原因", "Reason")]),
                Column(key: "place", header: [words("地区", "Place")]),
                Column(key: "period", header: [words("时期", "Period")]),
                Column(key: "indicator", header: [words("指标", "Indicator")]),
                Column(key: "item", header: [words("事项", "Item")]),
                Column(key: "text", header: [words("原文", "Text")]),
                Column(key: "document", header: [words("来源", "Source")]),
                Column(key: "start", header: [words("起始位置", "Start")], kind: .number),
                Column(key: "sentence", header: [words("原句", "Sentence")], kind: .prose),
                decision,
            ], rows: rows,
            layout: TableLayout(orientation: .landscape, frozenColumns: 1, hasFilters: true))
    }

    /// One matter: a row of the ledger or, for a numeral not understood, its position among those set aside.
    private struct Matter {
        enum Kind {
            case disagreement(Disagreement.Kind)
            case joined, differingAsReported, unlistedStreet, unnamed, doubtful, unread, uncatalogued
        }

        let kind: Kind
        let position: Int32

        init(_ kind: Kind, _ position: Int) {
            (self.kind, self.position) = (kind, Int32(position))
        }
    }

    /// The rows are made as they are asked for: of a large ledger there are a hundred thousand.
    private var rows: Rows {
        let matters = differing + unlistedStreets + unnamed + unread + doubtful + uncatalogued
        let section = self
        return Rows(count: matters.count) { section.row(matters[$0]) }
    }

    private func row(_ matter: Matter) -> Row {
        let position = Int(matter.position)
        switch matter.kind {
        case .disagreement(let kind):
            let (kind, reason) = label(kind)
            return row(position, kind: kind, reason: reason)
        case .joined:
            return row(
                position, kind: words("地区合并", "Places joined"),
                reason: words("几地合报一数，未计入任何一地", "several places share one figure, which counts for none of them"))
        case .differingAsReported:
            return row(
                position, kind: words("所报不一", "Reports differ"),
                reason: words("同一时点数有不同数值", "different values of one stock"))
        case .unlistedStreet:
            return row(
                position, kind: words("未列街道", "Street not listed"),
                reason: words(
                    "地名表中没有这个街道，未参加街道比较和合计；请用 --places 补入",
                    "in no table of places, so that it takes no part in comparison and totals; add it with --places"))
        case .unnamed:
            return row(
                position, kind: words("未写明指标", "Not named"),
                reason: words(
                    "看不出统计的是什么，未列入各表；请填“更正：事项=…”",
                    "nothing says what is counted, so that it stands in no table; write correct: item=…"))
        case .doubtful:
            let fact = ledger.entries[position].fact
            return row(
                position, kind: words("识读存疑", "Doubtful reading"),
                reason: fact.reason.map(words.doubt) ?? words.label(fact.confidence))
        case .unread: return row(setAside[position])
        case .uncatalogued:
            return row(
                position, kind: words("目录外指标", "Not in the catalogue"),
                reason: words(
                    "以原文事项为指标；可填“并入：指标名”", "kept under the bulletin's words; “merge: name” joins it to another"))
        }
    }

    /// What the statistics could not settle, contradictions first; without a month, different values of one stock.
    private var differing: [Matter] {
        guard let statistics else { return differingAsReported }
        let kinds: [Disagreement.Kind] = [.contradiction, .districtBelowStreets, .fall, .suspectedDuplicate]
        return kinds.flatMap { kind in
            statistics.disagreements.lazy.filter { $0.kind == kind }.flatMap { disagreement in
                disagreement.facts.compactMap { ledger.row(ofFact: $0) }.map { Matter(.disagreement(kind), $0) }
            }
        } + statistics.joined.compactMap { ledger.row(ofFact: $0) }.map { Matter(.joined, $0) }
    }

    private func label(_ kind: Disagreement.Kind) -> (kind: String, reason: String) {
        switch kind {
        case .contradiction:
            (
                words("所报不一", "Reports differ"),
                words("同一时点或时期有不同数值", "different values for one date or period")
            )
        case .suspectedDuplicate:
            (
                words("疑似重复", "Suspected duplicate"),
                words("同地同期同值而文字不同，两者都已计入", "one place, period and value in different words: both count")
            )
        case .fall:
            (
                words("累计数下降", "Running figure falls"),
                words("累计数小于前期，不计当月数", "smaller than the one before: no monthly figure")
            )
        case .districtBelowStreets:
            (
                words("总分不符", "Whole below parts"),
                words(
                    "\(words.whole)所报小于所属\(words.part)所报", "the region's figure is less than its \(words.parts) report")
            )
        }
    }

    private var differingAsReported: [Matter] {
        ledger.groups.filter { group in
            let entries = ledger.entries(of: group)
            return Set(entries.map(\.reading.value)).count > 1 && group.series.window == .stock
        }.flatMap { group in group.rows.range.map { Matter(.differingAsReported, $0) } }
    }

    /// The first fact of each item that the catalogue lacks, whatever is done to it: for an alias, or to be left as it is.
    private var uncatalogued: [Matter] {
        var seen: Set<String> = []
        return ledger.groups.filter { group in
            group.series.isNamed && group.series.indicator.isAdHoc
                && seen.insert(group.series.indicator.identity.item).inserted
        }.map { Matter(.uncatalogued, $0.rows.start) }
    }

    /// The figures of which nothing says what they count.
    private var unnamed: [Matter] {
        ledger.groups.filter { !$0.series.isNamed }.flatMap { group in group.rows.range.map { Matter(.unnamed, $0) } }
    }

    /// The first fact of each street of the district that the table of places lacks.
    private var unlistedStreets: [Matter] {
        guard let compared else { return [] }
        var seen = compared.streets
        return ledger.groups.compactMap { group in
            guard let index = group.place.firstIndex(of: compared.region), index + 1 < group.place.count,
                group.place[index + 1].hasSuffix("街道"), !group.place[index + 1].contains("、"),
                seen.insert(group.place[index + 1]).inserted
            else { return nil }
            return Matter(.unlistedStreet, group.rows.start)
        }
    }

    /// The facts that may be misread, the least sure ones first.
    private var doubtful: [Matter] {
        let entries = ledger.entries
        // Of a name that may be too short one fact says as much as all, and of a column of a table.
        var short: Set<String> = []
        var columns: Set<[String]> = []
        let doubtful = entries.indices.filter { row in
            guard isDoubtful(row: row) else { return false }
            let fact = entries[row].fact
            return switch fact.reason {
            case Wording.shortItem: short.insert(fact.item).inserted
            case Wording.tableHeads: columns.insert([fact.document, fact.item]).inserted
            default: true
            }
        }
        func confidence(_ row: Int) -> Confidence { entries.facts.confidence(of: entries.position(of: row)) }
        return [Confidence.low, .medium].flatMap { sureness in
            doubtful.filter { confidence($0) == sureness }.map { Matter(.doubtful, $0) }
        }
    }

    /// Nothing that a person has looked at is in doubt, and no name that the catalogue knows is too short.
    private func isDoubtful(row: Int) -> Bool {
        let position = ledger.entries.position(of: row)
        guard ledger.entries.facts.confidence(of: position) != .high, !decided.contains(position) else { return false }
        let entry = ledger.entries[row]
        guard entry.reading.series.isNamed else { return false }
        return entry.fact.reason != Wording.shortItem || entry.reading.series.indicator.isAdHoc
    }

    private var unread: [Matter] {
        setAside.indices.filter { setAside.reason(of: $0) == .unread }.map { Matter(.unread, $0) }
    }

    private func row(_ numeral: SetAside) -> Row {
        let (kind, reason) =
            numeral.rule == "unread.correction"
            ? (
                words("更正", "Correction"),
                words("通报更正了这个数，请核对已采信的原数", "a bulletin takes this figure back: check what was entered")
            )
            : (words("未能识读", "Not understood"), numeral.rule)
        return Row([
            .text(kind), .text(reason), .empty(), .empty(), .empty(), .empty(),
            .text(numeral.text.maskingPersonalNumbers),
            .text(numeral.document), .number(numeral.range.start), .text(numeral.sentence.maskingPersonalNumbers),
            .empty(),
        ])
    }

    private func row(_ position: Int, kind: String, reason: String) -> Row {
        let entry = ledger.entries[position]
        let (fact, series) = (entry.fact, entry.reading.series)
        return Row([
            .text(kind, link: .rows(table: "facts", RowSpan(start: position, count: 1))), .text(reason),
            .text(fact.place.last ?? words("未注明", "not named")),
            .text(words.period(PeriodReading(of: fact, window: series.window).period)),
            series.isNamed ? .text(words.title(series).maskingPersonalNumbers) : .empty(),
            .text(fact.item.maskingPersonalNumbers), .text(fact.text), .text(fact.document), .number(fact.range.start),
            .text(fact.sentence.maskingPersonalNumbers, link: trace.link(position)), .empty(),
        ])
    }
}
