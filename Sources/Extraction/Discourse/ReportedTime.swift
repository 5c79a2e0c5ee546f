import Bulletins
import Facts
import Scanning

/// The stretch of time that a report is about: `2023年经济工作小结`, `二、2025年工作打算`.
///
/// Its figures need no time of their own: 签约项目19个 in a summary of 2023 is of 2023, and 1至11月 there is of that year,
/// whenever the report came out. A title or heading that names one stretch tells, or a report's own months where they are all
/// one: a section without a month in the 工作简报 of May is of May as well.
struct ReportedTime {
    private var article: TimeExpression?
    private var section: TimeExpression?
    /// The last heading over an article that was read, and what it names: most articles stand under that of the one before.
    private var lastHeading: (range: Range<Int>, stretch: TimeExpression?)?

    private static let reports: WordList = [
        "工作", "总结", "小结", "报告", "公报", "情况", "回顾", "分析", "通报", "年鉴", "简况", "要点", "计划", "方案", "安排", "统计", "指标", "进展",
        "打算", "目标",
        "任务", "简报", "月报", "季报", "动态", "简析", "项目公示", "实事公示",
    ]

    /// The year that the report as a whole is about; a page of several articles has none, unless all are parts of one report.
    let year: Int?
    /// The first day of the month that the report as a whole ends with, if it has just ended: what 本月 means there.
    let month: CalendarDate?
    /// Whether the title tells what the report as a whole is about, and not its months.
    private let isTitled: Bool

    init(_ document: Document, _ times: TimeReader) {
        let text = document.text.span
        guard ReportedTime.isOneReport(document) else {
            (year, month, isTitled) = (nil, nil, false)
            return
        }
        let headline = document.blocks.first { $0.kind == .headline }
        if let headline {
            article = ReportedTime.stretch(in: headline.range, times, text)
        }
        if article == nil, let title = document.title {
            let bytes = Array(title.utf8)
            article = ReportedTime.stretch(in: 0..<bytes.count, times, bytes.span)
        }
        isTitled = article != nil
        if article == nil, let headline {
            article = ReportedTime.onlyMonth(of: document, under: headline, times)
        }
        year = article?.from?.year
        month = article.flatMap { ReportedTime.lastMonth(of: $0, times.published) }
    }

    /// The first day of the month that a report of a month, a quarter or half a year ends with; nil where that is not just over.
    private static func lastMonth(of time: TimeExpression, _ published: CalendarDate?) -> CalendarDate? {
        guard let published, let from = time.from, let to = time.to, to == to.month(0).last, from.day == 1,
            from.year == to.year, to.month - from.month < 11, isJustOver(to, published)
        else { return nil }
        return to.month(0).first
    }

    /// Whether a day that ends a stretch is past, and no more than a month: what a report of that stretch calls now is its end.
    static func isJustOver(_ end: CalendarDate, _ published: CalendarDate) -> Bool {
        end < published && published.days(since: end) <= 31
    }

    // MARK: the only month

    /// No report of a month is longer, in bytes.
    private static let longestReport = 40_000
    private static let againsts: WordList = ["比", "较", "与"]
    private static let pointing: WordList = ["上月", "上个月", "下月", "去年", "上年"]

    /// The month that all months of a report end with, which is over: 3月份, 1至3月 and 截至3月底 in the 工作简报 of March. Its headline
    /// says that it is a report, or names the month. Months of years before are told for comparison, later ones are planned.
    private static func onlyMonth(of document: Document, under headline: Block, _ times: TimeReader) -> TimeExpression?
    {
        let text = document.text.span
        guard let published = times.published, document.text.count <= longestReport,
            namesReport(headline.range, text) || text.first("月份", in: headline.range) != nil
        else { return nil }
        var scan = SentenceScan()
        var told: [(time: TimeExpression, end: CalendarDate, isTitle: Bool)] = []
        for block in document.blocks where mayReport(block.kind) && text.first("月", in: block.range) != nil {
            for time in times.expressions(text, block.range, &scan) {
                let dated = time.dated(for: .actual, published: published)
                guard let end = dated.to, endsMonths(dated, text), end < published else { continue }
                told.append((dated, end, block.range == headline.range))
            }
        }
        guard let last = told.map(\.end).max() else { return nil }
        told.removeAll { $0.end.year < last.year }
        guard told.allSatisfy({ $0.end == last }),
            namesReport(headline.range, text) || told.contains(where: \.isTitle)
        else { return nil }
        return told.first { $0.time.from == last.month(0).first }?.time
    }

    /// Whether a time names months and ends with one: 3月, 1至3月, 一季度, 截至3月底. A day is of no whole month, and 上月 and 较2月 are
    /// told for comparison.
    private static func endsMonths(_ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        guard let to = time.to, to == to.month(0).last, !time.isNarrowed,
            time.from.map({ $0.day == 1 && ($0.month > 1 || to.month < 12) }) ?? (time.kind == .running),
            !againsts.ends(in: text, at: time.start), !text.has("日", before: time.end)
        else { return false }
        return !pointing.begins(in: text, at: time.start)
    }

    private static func mayReport(_ kind: Block.Kind) -> Bool {
        switch kind {
        case .headline, .subheading, .paragraph: true
        default: false
        }
    }

    /// The days of a stretch that a report or a section of one is about.
    struct Days {
        let from: CalendarDate
        let to: CalendarDate
        /// Whether the title says that the report as a whole is about them or days among them, and not one section of a page.
        let isWhole: Bool
        /// The last day of the month that the report as a whole ends with, if it has just ended.
        let monthEnd: CalendarDate?
    }

    /// The days of the stretch, for a figure that says no time.
    var days: Days? {
        guard let time = section ?? article, let from = time.from, let to = time.to else { return nil }
        return Days(
            from: from, to: to, isWhole: year != nil && (isTitled || section != nil), monthEnd: month?.month(0).last)
    }

    /// Whether a document is one article, or all of its articles stand under the heading that opens it.
    private static func isOneReport(_ document: Document) -> Bool {
        guard document.articles.count > 1 else { return true }
        guard let title = document.blocks.firstIndex(where: { $0.kind == .headline }) else { return false }
        return document.articles.dropFirst().allSatisfy { $0.headings.first == title }
    }

    /// What another article was about says nothing of this one; what the headings over it name does.
    mutating func enterArticle(under headings: some Sequence<Block>, _ times: TimeReader, _ text: Span<UInt8>) {
        section = nil
        if year == nil { article = nil }
        for heading in headings where heading.range.count <= ReportedTime.longestHeading {
            if lastHeading?.range != heading.range {
                lastHeading = (heading.range, ReportedTime.stretch(in: heading.range, times, text))
            }
            article = lastHeading?.stretch ?? article
        }
    }

    /// No heading is longer, in bytes, that says what is reported under it.
    private static let longestHeading = 200

    /// A heading that names a stretch begins a section about it.
    mutating func enter(_ block: Block, _ times: TimeReader, _ text: Span<UInt8>) {
        switch block.kind {
        case .headline:
            section = nil
            article = ReportedTime.stretch(in: block.range, times, text) ?? article
        case .kicker: section = nil
        case .subheading, .paragraph:
            // 9.1至8月三大指标稳步增长；: nor is a point of a list a heading
            guard block.range.count <= 75,
                !ReportedTime.closings.ends(in: text, at: block.range.upperBound, floor: block.range.lowerBound)
            else { return }
            if let found = ReportedTime.stretch(in: block.range, times, text) { section = found }
        default: break
        }
    }

    private static let closings: WordList = ["。", "；", ";"]

    /// Whether a title or heading says that a report or a section of one follows.
    static func namesReport(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        reports.isFound(in: text, range)
    }

    /// The one stretch that is named, or the part of it that is over: 2025年民生实事1—10月进展情况. In 2025年民生实事三季度进展 what has
    /// been done since January is told in the third quarter, and no such part is named.
    private static func inner(of found: [TimeExpression]) -> TimeExpression? {
        guard found.count == 2 else { return found.count == 1 ? found[0] : nil }
        guard let from = found[0].from, let to = found[0].to, let inner = found[1].from, let last = found[1].to,
            from == inner, last < to
        else { return nil }
        return found[1]
    }

    private static func stretch(
        in range: Range<Int>, _ times: TimeReader, _ text: Span<UInt8>
    ) -> TimeExpression? {
        guard namesReport(range, text) else { return nil }
        let found = times.expressions(text, range).filter { $0.kind == .period || $0.kind == .sinceJanuary }
        guard let only = ReportedTime.inner(of: found), let from = only.from, let to = only.to, from < to else {
            return nil
        }
        // 周报（2025年第21期）: the year numbers the paper, and it reports on no such stretch.
        return text.has("第", at: only.end) && text.has("年", before: only.end) ? nil : only
    }
}
