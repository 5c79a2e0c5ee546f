import Facts
import Foundation
import Indicators
import Metrics
import Testing

/// One line of a table of cases: facts, a question about their statistics, and the answer.
///
/// Facts are separated by ` + ` and numbered from 1. A fact is place, figure, window and period, then options:
///
///     永泰 50+ flow 2026-04 item=垃圾 unit=立方米 doc=甲 said=清理垃圾 pub=2026-04-20 plan decided part=1
///
/// - place: `区` the district, `永泰` a street, `永泰/泰安社区` a community, `永泰、古城` several, `-` none
/// - figure: `451`, `50+` over, `50-` under, `~50` about, `3..5` a range
/// - period: `2026-04-30` a day, `2026-04`, `2026-Q1`, `2026-H1`, `2026`, `2026-01..2026-02`, `../2026-04` up to its end,
///   `-` where the fact names none
///
/// Answers are written like figures; a dash is followed by its reason.
struct StatisticsCase: CustomTestStringConvertible, Sendable {
    let file: String
    let line: Int
    let facts: String
    let question: [String]
    let answer: String

    var testDescription: String { "\(file):\(line) \(question.joined(separator: " ")) → \(answer)" }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    /// The cases of a table; a line that begins with a tab asks another question about the facts above.
    static func load(_ file: String) throws -> [StatisticsCase] {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        var facts = ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 3 else {
                Issue.record("\(file):\(index + 1): a case has three fields")
                return nil
            }
            if !fields[0].isEmpty { facts = fields[0] }
            return StatisticsCase(
                file: file, line: index + 1, facts: facts, question: fields[1].split(separator: " ").map(String.init),
                answer: fields[2])
        }
    }

    // MARK: Facts

    static let directory = StreetDirectory(
        district: "平城区",
        streets: ["永泰街道", "古城街道", "新旺街道", "迎宾街道"].map { StreetDirectory.Street(name: $0, communities: 3) })

    func observations() throws -> [Observation] {
        var decided: Set<Int> = []
        let facts = try facts.components(separatedBy: " + ").enumerated().map { index, text in
            let words = text.split(separator: " ").map(String.init)
            if words.contains("decided") { decided.insert(index) }
            return try fact(words, index: index)
        }
        return Observation.observations(
            of: facts, catalogue: .builtIn, directory: Self.directory, decided: decided)
    }

    private func fact(_ words: [String], index: Int) throws -> Fact {
        try #require(words.count >= 4, "\(file):\(line): place, figure, window and period")
        var options: [String: String] = [:]
        for word in words.dropFirst(4) {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            options[parts[0]] = parts.count > 1 ? parts[1] : ""
        }
        let (value, upper, qualifier) = try figure(words[1])
        let (from, to) = try days(words[3])
        let published = options["pub"] ?? "2026-05-05"
        func other(_ name: String) throws -> Int? {
            try options[name].map { 100 * (try #require(Int($0)) - 1) }
        }
        return Fact(
            document: options["doc"] ?? "all", article: options["art"].flatMap { Int($0) } ?? index + 1,
            published: CalendarDate(published),
            range: SourceRange(start: 100 * index, end: 100 * index + 1), text: words[1], value: value, upper: upper,
            qualifier: qualifier, unit: options["unit"] ?? "个", item: options["item"] ?? "事项",
            place: place(words[0]), period: words[3] == "-" ? nil : words[3],
            change: try options["change"].map { try #require(Change(rawValue: $0)) } ?? .none,
            status: options["plan"] == nil ? .actual : .planned, action: options["action"],
            window: try #require(Window(rawValue: words[2]), "\(file):\(line): \(words[2]) is no window"), from: from,
            to: to, partOf: try other("part"), equivalentTo: try other("restates"), per: options["per"],
            comparison: options["than"], rule: "case", sentence: options["said"] ?? "")
    }

    private func place(_ text: String) -> [String] {
        func full(_ name: String) -> String {
            ["永泰", "古城", "新旺", "迎宾"].contains(name) ? name + "街道" : name
        }
        if text == "-" { return [] }
        if text == "区" { return ["平城区"] }
        if text.contains("、") { return ["平城区", text.components(separatedBy: "、").map(full).joined(separator: "、")] }
        return ["平城区"] + text.split(separator: "/").map { full(String($0)) }
    }

    private func figure(_ text: String) throws -> (Number, Number?, Qualifier) {
        func number(_ text: some StringProtocol) throws -> Number { try #require(Number(String(text))) }
        if text.hasSuffix("+") { return (try number(text.dropLast()), nil, .over) }
        if text.hasSuffix("-") { return (try number(text.dropLast()), nil, .under) }
        if text.hasPrefix("~") { return (try number(text.dropFirst()), nil, .about) }
        let ends = text.components(separatedBy: "..")
        if ends.count == 2 { return (try number(ends[0]), try number(ends[1]), .range) }
        return (try number(text), nil, .exact)
    }

    private func days(_ text: String) throws -> (CalendarDate?, CalendarDate?) {
        if text == "-" { return (nil, nil) }
        if text.hasPrefix("../") { return (nil, try days(String(text.dropFirst(3))).1) }
        let ends = text.components(separatedBy: "..")
        if ends.count == 2 { return (try days(ends[0]).0, try days(ends[1]).1) }
        if let day = CalendarDate(text) { return (day, day) }
        let parts = text.split(separator: "-").map(String.init)
        let year = try #require(Int(parts[0]))
        func months(_ first: Int, _ last: Int) -> (CalendarDate, CalendarDate) {
            (CalendarDate.first(ofMonth: first, year: year), CalendarDate.last(ofMonth: last, year: year))
        }
        guard parts.count > 1 else { return months(1, 12) }
        for (letter, length) in [("Q", 3), ("H", 6)] where parts[1].hasPrefix(letter) {
            let number = try #require(Int(parts[1].dropFirst()))
            return months(length * (number - 1) + 1, length * number)
        }
        let month = try #require(Int(parts[1]))
        return months(month, month)
    }

    // MARK: Answers

    /// The answer that the statistics give to the question.
    ///
    /// `value 永泰 2026-04`, `total 2026-04`, `disagreements`, …; a last word `=title` or `@window` picks the series where
    /// there are several.
    func answered() throws -> String {
        try answer(from: try observations())
    }

    func answer(from observations: [Observation]) throws -> String {
        var words = question
        var wantedTitle: String?
        var wantedWindow: Window?
        while let last = words.last, last.hasPrefix("=") || last.hasPrefix("@") {
            if last.hasPrefix("=") { wantedTitle = String(last.dropFirst()) }
            if last.hasPrefix("@") { wantedWindow = Window(rawValue: String(last.dropFirst())) }
            words.removeLast()
        }
        let periodText = words.last { $0.first?.isNumber ?? false } ?? "2026-04"
        let (kind, month) = try period(periodText)
        let statistics = MonthlyStatistics(
            observations: observations, directory: Self.directory, kind: kind, month: month)
        switch words[0] {
        case "series":
            return statistics.series.map { "\($0.series.title)@\($0.series.window)" }.joined(separator: " ")
        case "disagreements":
            return statistics.disagreements.map { one in
                "\(one.kind) \(one.facts.map { String($0 + 1) }.joined(separator: ","))"
            }.joined(separator: "; ")
        case "outside":
            return "undated \(statistics.undated.count) joined \(statistics.joined.count) elsewhere "
                + "\(statistics.elsewhere.count)"
        case "coverage":
            let coverage = statistics.coverage[try street(words[1])]
            return "facts \(coverage.facts) communities \(coverage.communities) "
                + "articles \(coverage.articles) bulletins \(coverage.bulletins)"
        default: break
        }
        let found = statistics.series.first { one in
            (wantedTitle.map { $0 == one.series.title } ?? true)
                && (wantedWindow.map { $0 == one.series.window } ?? true)
        }
        guard let series = found else { return "no series" }
        return try answer(words, of: series, fewest: statistics.fewestStreets)
    }

    private func answer(_ words: [String], of series: SeriesStatistics, fewest: Int) throws -> String {
        switch words[0] {
        case "total": return text(series.total)
        case "total-to-date": return text(series.totalToDate)
        case "difference": return series.difference.map(String.init(describing:)) ?? "—"
        case "streets": return series.streets.map { text($0) }.joined(separator: " ")
        case "ranks": return series.streets.map { $0.rank.map { String($0.rank) } ?? "—" }.joined(separator: " ")
        case "summary":
            guard let summary = series.summary else { return "—" + text(series.summaryReason) }
            return "n \(summary.count) missing \(summary.missing) sum \(summary.sum.map(text) ?? "—") mean "
                + text(summary.mean) + (summary.restsOnBound ? " bound" : "")
        default: break
        }
        let isDistrict = words.count > 1 && words[1] == "区"
        let figure = isDistrict ? series.district : series.streets[try street(words[1])]
        switch words[0] {
        case "value": return text(figure)
        case "facts": return figure.facts.map { String($0 + 1) }.joined(separator: ",")
        case "to-date":
            guard let sum = figure.toDate.figure else {
                return figure.toDate.reason == .contradicted ? "—contradicted" : "—"
            }
            return text(sum) + (figure.toDate.marks.contains(.contradicted) ? "※" : "")
        case "last-year": return figure.yearBefore.figure.map(text) ?? "—"
        case "communities": return figure.communities.map(text) ?? "—"
        case "on-month": return text(figure.onMonth)
        case "on-year": return text(figure.onYear)
        case "rank":
            guard let rank = figure.rank else { return "—" + text(figure.rankReason) }
            return "\(rank.restsOnBound ? "~" : "")\(rank.rank)/\(rank.count)"
        case "share": return figure.share.map { text($0) + "%" } ?? "—" + text(figure.shareReason)
        case "completion":
            let completion =
                isDistrict ? series.districtCompletion : series.completion[try street(words[1])]
            return completion.map { text($0) + "%" } ?? "—"
        case "year-plan":
            let plan = isDistrict ? series.districtYearPlan : series.yearPlans[try street(words[1])]
            return plan.map(text) ?? "—"
        default:
            Issue.record("\(file):\(line): \(words[0]) is no question")
            return ""
        }
    }

    private func street(_ name: String) throws -> Int {
        try #require(Self.directory.streets.firstIndex { $0.name == name + "街道" }, "\(file):\(line): \(name)")
    }

    private func period(_ text: String) throws -> (Period.Kind, Month) {
        let (first, last) = try days(text)
        let month = Month(try #require(last ?? first))
        if text.contains("Q") { return (.quarter, month) }
        if text.contains("H") { return (.half, month) }
        return (text.contains("-") ? .month : .year, month)
    }

    // MARK: Words

    private func text(_ figure: Figure) -> String {
        let upper = figure.upper.map { "..\($0)" } ?? ""
        return switch figure.qualifier {
        case .exact, .range: "\(figure.value)\(upper)"
        case .over: "\(figure.value)\(upper)+"
        case .under: "\(figure.value)\(upper)-"
        case .about: "~\(figure.value)\(upper)"
        }
    }

    private func text(_ street: StreetFigure) -> String {
        guard let figure = street.figure else { return "—" + text(street.reason) }
        let marks = street.marks.map { mark in
            switch mark {
            case .carried(let month): "〔\(month)〕"
            case .contradicted: "※"
            case .belowStreets: "（小于街道）"
            case .byPublication: "（发布）"
            case .computed, .differenced: "（推算）"
            case .openBeginning: "（起点未注明）"
            case .communities(let reported, let count): "（\(reported)/\(count.map(String.init) ?? "?")社区）"
            }
        }
        return text(figure) + marks.sorted().joined()
    }

    private func text(_ plan: YearPlan) -> String {
        let facts = (plan.plan.facts + (plan.result?.facts ?? [])).sorted().map { String($0 + 1) }
        return "\(plan.result.map { text($0.figure) } ?? "—") / \(text(plan.plan.figure)) = "
            + (plan.completion.map { text($0) + "%" } ?? "—") + (plan.hasOpenBeginning ? " from January" : "")
            + " facts " + facts.joined(separator: ",")
    }

    private func text(_ growth: Growth) -> String {
        guard let absolute = growth.absolute else { return "—" + text(growth.reason) }
        let sign = absolute > .zero ? "+" : ""
        if growth.isInPoints { return "\(sign)\(absolute)个百分点" }
        return "\(sign)\(absolute) " + (growth.percent.map { text($0) + "%" } ?? "—" + text(growth.reason))
    }

    private func text(_ total: Total) -> String {
        switch total {
        case .sum(let figure, let reported, let streets, let oldest):
            text(figure) + " of \(reported)/\(streets)" + (oldest.map { " oldest \($0)" } ?? "")
        case .derived(let decimal, let reported, let streets): "=\(text(decimal)) of \(reported)/\(streets)"
        case .none(let reason): "—\(reason)"
        }
    }

    /// Four decimals, far from any rounding that matters here.
    private func text(_ decimal: Decimal) -> String {
        decimal.rounded(places: 4).description
    }

    private func text(_ reason: DashReason?) -> String {
        switch reason {
        case .tooFewStreets(let reported, let needed): "tooFew(\(reported)<\(needed))"
        case let reason?: "\(reason)"
        case nil: ""
        }
    }
}
