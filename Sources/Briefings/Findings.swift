import Facts
import FoundationEssentials
import Indicators
import Metrics
import Reports

/// What the month's figures say, in sentences that can be read aloud.
struct Findings: Sendable {
    let view: MonthView
    let texts: [SourceText]
    /// Indicators beyond these make no sentence of their own.
    private static let mostIndicators = 6
    private static let mostChanges = 3
    /// Of fewer things no per cent are told.
    private static let fewest = 10
    private static let mostPlans = 4

    private var words: Wording { view.words }
    private var statistics: MonthlyStatistics { view.statistics }
    private var month: String { words.monthAlone(view.month) }

    var sentences: [Sentence] {
        [coverage] + indicators + changes + plans + [checks].compactMap(\.self)
    }

    // MARK: What was read

    private var coverage: Sentence {
        let months = MonthsSpokenOf(view.cells.ledger.entries.facts)
        let inMonth = texts.filter {
            (months.month(of: $0.document) ?? $0.published.map { Month($0) }).map(YearMonth.init) == view.month
        }
        let documents = Set(inMonth.map(\.document)).count
        let reporting = statistics.coverage.filter { $0.facts > 0 }.count
        guard documents > 0 || reporting > 0 else {
            return Sentence(
                words(
                    "没有采集到\(month)的通报，表中只有沿用以前月份的数字。",
                    "No bulletin of \(month) was read: what the tables show is carried forward from earlier months."))
        }
        let read = words(
            "\(month)采集通报\(documents)份、文章\(inMonth.count)篇",
            "In \(month) \(documents) bulletins with \(inMonth.count) articles were read")
        guard !view.streets.isEmpty else { return Sentence(read + words("。", ".")) }
        return Sentence(
            read
                + words(
                    "，\(view.streets.count)个\(words.part)中\(reporting)个报告了数据。",
                    "; \(reporting) of \(view.streets.count) \(words.parts) reported figures."))
    }

    // MARK: Indicators

    /// The region's figure, its change, and who leads, for the indicators that say most.
    private var indicators: [Sentence] {
        var chosen: [SeriesStatistics] = []
        // What was only carried forward is no news.
        for series in (regional + view.main).filter({
            $0.district.isReported || $0.streets.keptValues.contains(where: \.isReported)
        })
        where chosen.count < Findings.mostIndicators && !chosen.contains(where: { $0.series == series.series }) {
            chosen.append(series)
        }
        return chosen.compactMap(sentence)
    }

    /// Series that the region itself reports and that are compared, then those that only the region reports.
    private var regional: [SeriesStatistics] {
        let own = statistics.series.filter {
            $0.district.isReported && $0.series.status == .actual && $0.series.change == .none
        }
        let reported = { (series: SeriesStatistics) in series.streets.keptValues.contains { $0.figure != nil } }
        return own.filter(reported) + own.filter { !reported($0) && !$0.series.indicator.isAdHoc }
            + own.filter { !reported($0) && $0.series.indicator.isAdHoc }
    }

    private func sentence(_ series: SeriesStatistics) -> Sentence? {
        let whole = view.whole(series)
        let total = clause(whole, series)
        // Where there is no total, the ranking itself has to say of what it is.
        let name = total == nil ? view.spokenName(series.series) : nil
        let ranking = ranking(series).map { clause in
            name.map { words("\($0)一项，", "by \($0), ") + clause } ?? clause
        }
        let clauses = [total, ranking].compactMap(\.self)
        guard !clauses.isEmpty else { return nil }
        let opening =
            series.series.window == .stock
            ? words("截至\(month)底，", "At the end of \(month), ") : words("\(month)，", "In \(month), ")
        return Sentence(
            opening + clauses.joined(separator: words("；", "; ")) + words("。", "."),
            link: whole.value.link ?? .section("streets"))
    }

    /// 全区志愿服务队451支，比上月增加5支，增长1.1%
    private func clause(_ whole: MonthView.Whole, _ series: SeriesStatistics) -> String? {
        guard !whole.value.isEmpty else { return nil }
        let isShort = series.district.marks.contains(.belowStreets) && !whole.isSum
        var value = whole.value
        // What is against it is said of it in words.
        if isShort { value.marks.isContradicted = false }
        let quantity = spoken(value, series.series)
        let name = view.spokenName(series.series)
        let reported = series.streets.keptValues.filter { $0.figure != nil }.count
        let subject: String
        if !whole.isSum {
            subject = words(words.whole + name, "\(name) of \(words.whole) came to ")
        } else if case .derived(_, let base, _) = series.total, series.series.window == .ratio {
            subject = words(
                "分子分母齐全的\(base)个\(words.part)合并计算，\(name)为",
                "\(name), of the \(base) \(words.parts) that reported both of its parts, was ")
        } else {
            subject = words(
                "有数据的\(reported)个\(words.part)\(name)合计",
                "\(name) of the \(reported) \(words.parts) that reported came to ")
        }
        let doubt =
            isShort ? words("（小于所属\(words.part)所报，待核对）", " (less than its \(words.parts) report, to be checked)") : ""
        // What is in doubt is compared with nothing.
        return subject + quantity + doubt
            + [isShort ? nil : growth(whole.onMonth, series.series), standing(series.series)].compactMap(\.self)
            .map { words("，", ", ") + $0 }.joined()
    }

    /// 居第1位（5个有数据）
    private func standing(_ series: Series) -> String? {
        guard case .rank(let rank, let count)? = view.standing(series)?.value else { return nil }
        return words("在有数据的\(count)个街道中居第\(rank)位", "\(rank) of the \(count) that reported")
    }

    /// 比上月增加5支、增长1.1%
    private func growth(_ growth: Growth, _ series: Series) -> String? {
        guard let absolute = growth.absolute else { return nil }
        if absolute == .zero { return words("与上月持平", "unchanged on the month before") }
        let up = !absolute.isNegative
        let size = amount(Amount(up ? absolute : -absolute), of: view.unitBeside(series))
        if growth.isInPoints {
            return words(
                "比上月\(up ? "提高" : "下降")\(size)个百分点",
                "\(up ? "up" : "down") \(size) percentage points on the month before")
        }
        let unit = view.unitBeside(series)
        let rate = growth.percent.map { rateText($0) }
        return words(
            "比上月\(up ? "增加" : "减少")\(size)\(unit)" + (rate.map { "、\(up ? "增长" : "下降")\($0)" } ?? ""),
            "\(up ? "up" : "down") \(size)" + (rate.map { " (\($0))" } ?? "") + " on the month before")
    }

    /// 永泰街道47支，居第1位，其后是水泊寺街道41支、开源街道36支
    private func ranking(_ series: SeriesStatistics) -> String? {
        let ranked = view.ranking(series)
        guard ranked.count >= statistics.fewestStreets else { return nil }
        let leaders = ranked.prefix { series.streets[$0].rank?.rank == 1 }
        // Where a third of them share the first place nobody leads.
        guard leaders.count * 3 <= ranked.count || leaders.count == 1 else { return nil }
        func named(_ street: Int) -> String {
            view.streets[street].name + words("", " ")
                + spoken(view.cells.value(series.streets[street], unit: view.unit(series.series)), series.series)
        }
        let first = leaders.map(named).joined(separator: words("、", ", "))
        let others = ranked.dropFirst(leaders.count).prefix(2).map(named).joined(separator: words("、", ", "))
        var clause = words(
            "\(first)，居第1位", "\(first) \(leaders.count > 1 ? "rank" : "ranks") first of \(ranked.count)")
        if !others.isEmpty { clause += words("，其后是\(others)", ", followed by \(others)") }
        return clause
    }

    // MARK: Changes

    private struct Change {
        let place: String
        let series: Series
        let before: Cell
        let after: Cell
        let percent: Decimal
        let link: Link?

        var size: Decimal { percent < 0 ? -percent : percent }
    }

    /// Whether the per cent are of so few things that one more or less makes a large change: 由1件减至0件，下降100.0%.
    private static func isOfFew(_ figure: StreetFigure) -> Bool {
        guard let after = figure.figure, let before = figure.monthBefore.figure else { return false }
        return [before, after].allSatisfy { $0.value.rounded(toPlaces: 0) == $0.value && $0.value < Number(fewest) }
    }

    /// The largest changes on the month before, wherever they are.
    private var changes: [Sentence] {
        var found: [Change] = []
        for series in statistics.series where series.series.status == .actual && series.series.change == .none {
            func add(_ figure: StreetFigure, place: String) {
                guard let percent = figure.onMonth.percent, percent != 0, !figure.marks.contains(.belowStreets),
                    !Findings.isOfFew(figure)
                else { return }
                let unit = view.unit(series.series)
                let after = view.cells.value(figure, unit: unit)
                found.append(
                    Change(
                        place: place, series: series.series, before: view.cells.value(figure.monthBefore, unit: unit),
                        after: after, percent: percent, link: after.link))
            }
            add(series.district, place: words.whole)
            for street in series.streets.kept { add(series.streets[street], place: view.streets[street].name) }
        }
        let largest = found.enumerated().sorted { left, right in
            left.element.size != right.element.size
                ? left.element.size > right.element.size : left.offset < right.offset
        }.prefix(Findings.mostChanges).map(\.element)
        return largest.enumerated().map { number, change in
            let name = view.spokenName(change.series)
            let up = change.percent > 0
            let (before, after) = (spoken(change.before, change.series), spoken(change.after, change.series))
            let opening = [
                words("与上月相比变化最大的是", "The largest change on the month before: "),
                words("变化居第2位的是", "The second largest: "), words("变化居第3位的是", "The third largest: "),
            ][number]
            return Sentence(
                opening
                    + words(
                        "\(change.place)\(name)，由\(before)\(up ? "增至" : "减至")\(after)\(change.percent == -100 ? "" : "，\(up ? "增长" : "下降")\(rateText(change.percent))")。",
                        "\(change.place), \(name), from \(before) to \(after) (\(up ? "+" : "-")\(rateText(change.percent)))."
                    ),
                link: change.link)
        }
    }

    // MARK: Plans and doubts

    private var plans: [Sentence] {
        (monthlyPlans + yearlyPlans).prefix(Findings.mostPlans).map(\.self)
    }

    /// 水泊寺街道2026年充电桩计划120个，1—4月完成45个，占全年计划的37.5%
    private var yearlyPlans: [Sentence] {
        statistics.series.flatMap { series -> [Sentence] in
            let streets = series.yearPlans.kept.map { (view.streets[$0].name, series.yearPlans[$0]) }
            let places = [(words.whole, series.districtYearPlan)] + streets
            return places.compactMap { place, plan in plan.flatMap { sentence(series, place: place, $0) } }
        }
    }

    private func sentence(_ series: SeriesStatistics, place: String, _ plan: YearPlan) -> Sentence? {
        let completion = view.completion(of: plan)
        guard let percent = plan.completion, let result = plan.result else { return nil }
        let unit = view.unit(series.series)
        let planned = spoken(view.cells.value(plan.plan, unit: unit), series.series)
        let done = spoken(view.cells.value(result, unit: unit), series.series)
        let name = words.spokenTitle(series.series)
        if let deadline = plan.deadline {
            return Sentence(
                words(
                    "\(place)\(name)\(done)，为\(words.end(of: deadline))目标\(planned)的\(rateText(percent))。",
                    "\(place): \(name), \(done), \(rateText(percent)) of the \(planned) planned for the \(words.end(of: deadline))."
                ), link: completion.link)
        }
        let (year, months) = (plan.year, words.januaryTo(view.month))
        return Sentence(
            words(
                "\(place)\(year)年\(name)计划\(planned)，\(months)完成\(done)，占全年计划的\(rateText(percent))。",
                "\(place): \(name), \(planned) planned for \(year), \(done) \(months), \(rateText(percent)) of the plan."
            ),
            link: completion.link)
    }

    private var monthlyPlans: [Sentence] {
        statistics.series.flatMap { series -> [Sentence] in
            series.completion.kept.compactMap { street in
                series.completion[street].map {
                    sentence(series, place: view.streets[street].name, figure: series.streets[street], $0)
                }
            }
                + (series.districtCompletion.map { [sentence(series, place: words.whole, figure: series.district, $0)] }
                    ?? [])
        }
    }

    private func sentence(
        _ series: SeriesStatistics, place: String, figure: StreetFigure, _ completion: Decimal
    ) -> Sentence {
        let cell = view.cells.value(figure, unit: view.unit(series.series))
        let (quantity, rate) = (spoken(cell, series.series), rateText(completion))
        let name = view.spokenName(series.series)
        return Sentence(
            words(
                "\(month)，\(place)\(name)\(quantity)，完成当月计划的\(rate)。",
                "In \(month), \(place): \(name) \(quantity), \(rate) of the month's plan."), link: cell.link)
    }

    private var checks: Sentence? {
        let counts = Dictionary(grouping: statistics.disagreements, by: \.kind).mapValues { found in
            (all: found.count, ofMonth: found.filter { $0.period.last == statistics.month }.count)
        }
        let parts: [(Disagreement.Kind, String, String)] = [
            (.contradiction, "所报不一", "contradictions"), (.suspectedDuplicate, "疑似重复", "suspected duplicates"),
            (.fall, "累计数下降", "falling running figures"), (.districtBelowStreets, "总分不符", "wholes below their parts"),
        ]
        let said = parts.compactMap { kind, chinese, english in
            counts[kind].map { words("\(chinese)\($0.all)处", "\($0.all) \(english)") + ofMonth($0) }
        }
        guard !said.isEmpty else { return nil }
        return Sentence(
            words("需要核对：", "To be checked: ") + said.joined(separator: words("、", ", "))
                + words("，见“待核对”。", "; see “To check”."), link: .section("to-check"))
    }

    /// How many of the matters are of the month, where not all of them are.
    private func ofMonth(_ count: (all: Int, ofMonth: Int)) -> String {
        guard count.ofMonth < count.all else { return "" }
        guard count.ofMonth > 0 else { return words("（都是其他月份的）", " (all of other months)") }
        return words("（其中\(month)\(count.ofMonth)处）", " (\(count.ofMonth) of \(month))")
    }

    // MARK: Spoken numbers

    /// A figure with its unit in words: 至少1100处, 约20立方米, 3至5名, 95.3%, 300万元, 45支（所报不一）.
    private func spoken(_ cell: Cell, _ series: Series) -> String {
        quantity(cell, series) + (cell.marks.isContradicted ? words("（所报不一）", " (reports differ)") : "")
    }

    private func quantity(_ cell: Cell, _ series: Series) -> String {
        let unit = view.unitBeside(series)
        let suffix = words(unit, unit.isEmpty ? "" : " " + unit)
        switch cell.value {
        case .range(let lower, let upper):
            return amount(lower, of: unit) + words("至", " to ") + amount(upper, of: unit) + suffix
        case .number(let value), .percent(let value):
            let number = amount(value, of: unit) + (cell.value == .percent(value) ? "%" : "")
            let year = cell.marks.namesYear ? "\(cell.marks.carriedFrom?.year ?? 0)年" : ""
            let oldest = cell.marks.isOldest
            let month =
                cell.marks.carriedFrom.map {
                    words("（\(oldest ? "最早为" : "")\(year)\($0.month)月数）", " (\(oldest ? "oldest " : "")of \($0))")
                } ?? ""
            let origin = month + (cell.marks.isDifference ? words("（推算）", " (computed)") : "")
            switch cell.marks.bound {
            case .exact: return number + suffix + origin
            case .about: return words("约", "about ") + number + suffix + origin
            case .atLeast: return words("至少", "at least ") + number + suffix + origin
            case .atMost: return words("不到", "less than ") + number + suffix + origin
            }
        default: return cell.displayText(language: words.language) + suffix
        }
    }

    /// Read aloud, a number has no grouping in Chinese, and a sum of money is told in 万 or 亿 where that loses nothing.
    private func amount(_ amount: Amount, of unit: String = "") -> String {
        if words.language == .chinese, unit == "元" {
            for (places, name) in [(8, "亿"), (4, "万")] {
                let part = Amount(coefficient: amount.coefficient, exponent: amount.exponent - places)
                if part.double.magnitude >= 1, part.exponent >= -2 {
                    return NumberFormat(grouping: false).text(part) + name
                }
            }
        }
        return NumberFormat(grouping: words.language == .english).text(amount.rounded(toPlaces: 2))
    }

    /// The size of a rate with one decimal.
    private func rateText(_ percent: Decimal) -> String {
        let size = percent < 0 ? -percent : percent
        return (Amount(size).map { NumberFormat(places: 1, grouping: false).text($0) } ?? "—") + "%"
    }
}
