import Facts
import FoundationEssentials
import Metrics
import Reports

extension YearMonth {
    init(_ month: Month) {
        self.init(year: month.year, month: month.month)
    }
}

extension Amount {
    /// A decimal to sixteen significant digits, as many as spreadsheets keep and one more; `nil` for what is no number.
    init?(_ decimal: Decimal) {
        guard let number = Number(shown: decimal) else { return nil }
        self.init(number)
    }
}

extension Cell {
    static func percent(_ decimal: Decimal?, reason: String?) -> Cell {
        guard let decimal, let amount = Amount(decimal) else { return .empty(reason) }
        return .percent(amount)
    }
}

/// Turns the statistics' figures into cells, with their marks, reasons and the ledger rows behind them.
struct StatisticsCells: Sendable {
    let words: Wording
    let ledger: Ledger
    /// The report's year; months of other years are named with theirs.
    let year: Int?

    /// A place's figure; a dash with its reason where there is none.
    func value(_ street: StreetFigure, unit: String) -> Cell {
        value(street.figure, reason: street.reason, marks: street.marks, facts: street.facts, unit: unit)
    }

    func value(_ month: MonthFigure, unit: String) -> Cell {
        value(month.figure, reason: month.reason, marks: month.marks, facts: month.facts, unit: unit)
    }

    /// What a list for programs says of a figure in columns of its own: the upper end of a range, whether it is a bound, and
    /// whether reports differ.
    func qualification(_ figure: Cell) -> [Cell] {
        var upper = Cell.empty()
        if case .range(_, let end) = figure.value { upper = .number(end) }
        return [upper, .text(figure.marks.bound.rawValue), figure.marks.isContradicted ? .text("1") : .empty()]
    }

    /// The columns of `qualification`.
    static func qualificationColumns(_ words: Wording) -> [Column] {
        [
            Column(
                key: "upper", header: [words("上限", "Upper end")], kind: .number,
                meaning: words("区间的上限", "upper end of a range")),
            Column(
                key: "bound", header: [words("界限", "Bound")],
                meaning: words("exact 确数，atLeast 以上，atMost 以下，about 约", "exact, atLeast, atMost or about")),
            Column(
                key: "contradicted", header: [words("有无矛盾", "Contradicted")],
                meaning: words("所报不一的为1", "1 where reports differ")),
        ]
    }

    /// The figure that runs up to the month's end; a dash with its reason where there is none.
    func value(_ toDate: StreetFigure.ToDate, unit: String) -> Cell {
        var cell = value(toDate.figure, reason: toDate.reason, marks: toDate.marks, facts: toDate.facts, unit: unit)
        // A difference of two months' figures, of which the year is the sum, is no news of the year.
        cell.marks.isDifference = false
        return cell
    }

    func value(_ running: MonthFigure.Running, unit: String) -> Cell {
        value(running.figure, reason: nil, marks: running.marks, facts: running.facts, unit: unit)
    }

    /// The figure of an earlier month; one that was only carried into it is not compared with, and so not shown.
    func value(_ earlier: StreetFigure.Earlier, unit: String) -> Cell {
        let isCarried = earlier.marks.contains { if case .carried = $0 { true } else { false } }
        guard !isCarried else { return .empty(words("当期没有报告", "nothing reported then")) }
        return value(earlier.figure, reason: .notReported, marks: earlier.marks, facts: [], unit: unit)
    }

    /// Rates that are computed are shown as exactly as bulletins report theirs, with which they share a column.
    private static let placesOfRates = 1

    private func value(
        _ figure: Metrics.Figure?, reason: DashReason?, marks: Set<Mark>, facts: [Int], unit: String
    ) -> Cell {
        guard let figure else { return .empty(reason.map(self.reason) ?? words("没有数据", "no data")) }
        let isComputedRate = unit == "%" && marks.contains(.computed)
        var cell = Cell.figure(
            isComputedRate ? figure.value.rounded(toPlaces: StatisticsCells.placesOfRates) : figure.value,
            upper: figure.upper, qualifier: figure.qualifier, unit: unit,
            link: ledger.link(toFacts: facts))
        var notes: [String] = []
        for mark in marks.sorted(by: { "\($0)" < "\($1)" }) {
            switch mark {
            case .carried(let month):
                cell.marks.carriedFrom = YearMonth(month)
                cell.marks.namesYear = month.year != year
            case .contradicted: cell.marks.isContradicted = true
            case .belowStreets:
                cell.marks.isContradicted = true
                notes.append(words("小于所属\(words.part)所报", "less than its \(words.parts) report"))
            case .byPublication: notes.append(words("时期未注明，按发布月份", "period not stated: month of publication"))
            case .computed: notes.append(words("推算", "computed"))
            case .differenced:
                cell.marks.isDifference = true
                notes.append(words("由累计数推算", "from running figures"))
            case .openBeginning:
                notes.append(openBeginning)
            case .communities(let reported, let count):
                notes.append(
                    count.map { words("\($0)个社区中\(reported)个之和", "sum of \(reported) of \($0) communities") }
                        ?? words("\(reported)个社区之和，其余未报", "sum of \(reported) communities, the others did not report"))
                if count != reported, cell.marks.bound == .exact { cell.marks.bound = .atLeast }
            }
        }
        if !notes.isEmpty { cell.note = notes.joined(separator: words("；", "; ")) }
        return cell
    }

    /// A year's plan, or what came of it.
    func value(_ side: YearPlan.Side, unit: String) -> Cell {
        value(side.figure, reason: nil, marks: side.marks, facts: side.facts, unit: unit)
    }

    var openBeginning: String {
        words("累计起点未注明，视作自年初起", "counts from no stated beginning: taken as from January")
    }

    func rank(_ street: StreetFigure) -> Cell {
        guard let rank = street.rank else { return .empty(street.rankReason.map(reason)) }
        return .rank(rank.rank, of: rank.count, marks: Marks(bound: rank.restsOnBound ? .about : .exact))
    }

    func share(_ street: StreetFigure) -> Cell {
        .percent(street.share, reason: street.shareReason.map(reason))
    }

    func change(_ growth: Growth) -> Cell {
        guard let absolute = growth.absolute else { return .empty(growth.reason.map(reason)) }
        return growth.isInPoints ? .points(Amount(absolute)) : .number(Amount(absolute))
    }

    func rate(_ growth: Growth) -> Cell {
        if growth.isInPoints { return change(growth) }
        guard let percent = growth.shownPercent else { return .empty(growth.reason.map(reason)) }
        return .percent(Amount(percent))
    }

    func figure(_ figure: Metrics.Figure?, unit: String) -> Cell {
        guard let figure else { return .empty(reason(.notReported)) }
        return .figure(figure.value, upper: figure.upper, qualifier: figure.qualifier, unit: unit, link: nil)
    }

    /// The total over the streets: a live sum where it is one.
    func total(_ total: Total, unit: String, rows: [RowSpan]) -> Cell {
        switch total {
        case .sum(let sum, let reported, let streets, let oldest):
            var cell = Cell.figure(sum.value, upper: sum.upper, qualifier: sum.qualifier, unit: unit, link: nil)
            cell.note = scope(reported, of: streets)
            if let oldest {
                cell.note? += words("，最早\(oldest)", ", oldest \(oldest)")
                cell.marks.carriedFrom = YearMonth(oldest)
                cell.marks.namesYear = oldest.year != year
                cell.marks.isOldest = true
            }
            if sum.isExact, !rows.isEmpty { cell.formula = .sumOfRows(rows) }
            return cell
        case .derived(let decimal, let reported, let streets):
            var cell =
                unit == "%"
                ? Cell.percent(decimal.rounded(places: StatisticsCells.placesOfRates), reason: nil)
                : Amount(decimal.rounded(places: 2)).map { .number($0) } ?? .empty()
            cell.note = scope(reported, of: streets)
            return cell
        case .none(let why): return .empty(reason(why))
        }
    }

    /// How many places stand behind a sum.
    func scope(_ reported: Int, of places: Int) -> String {
        words("\(places)个\(words.part)中\(reported)个", "\(reported) of \(places) \(words.parts)")
    }

    func reason(_ reason: DashReason) -> String {
        switch reason {
        case .notReported: words("没有报告", "nothing reported")
        case .severalListed: words("有几个数字，见台账", "several figures: see the ledger")
        case .earlierFigureMissing: words("缺上期累计数", "the earlier running figure is missing")
        case .runningFigureFell: words("累计数下降", "the running figure fell")
        case .restsOnBound: words("界限数不作计算", "bounds are not computed with")
        case .contradicted: words("所报不一，核对后再算", "reports differ: not computed with")
        case .runningOnly: words("只有累计数，当期数见同名的时期数", "a running figure: what the month brought is a flow")
        case .tooFewStreets(let reported, let needed):
            words(
                "只有\(reported)个\(words.part)报告，不足\(needed)个",
                "only \(reported) \(words.parts) reported, \(needed) are needed")
        case .baseNotPositive: words("基数不是正数", "the base is not positive")
        case .notComparable: words("不可比", "not comparable")
        }
    }

    func reason(_ reason: NoTotal) -> String {
        switch reason {
        case .ratio: words("比率不求和", "ratios are not summed")
        case .level: words("标准不求和", "levels are not summed")
        case .unknownWindow: words("口径未定，不求和", "window unknown: no sum")
        case .overlappingUnits: words("各地可能重复，不求和", "may be counted in several places: no sum")
        case .byCatalogue: words("指标目录规定不求和", "the catalogue gives no total")
        case .changes: words("增减数不求和", "changes are not summed")
        case .noFigures: words("没有\(words.part)报告", "no \(words.part) reported")
        case .otherStreets:
            words("报告本期的\(words.part)有的没有累计", "not all \(words.parts) of the month have a figure to date")
        case .tooLong: words("位数过多", "too many digits")
        }
    }
}
