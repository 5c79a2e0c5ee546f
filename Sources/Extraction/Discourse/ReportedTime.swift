import Bulletins
import Facts
import Scanning

/// The stretch of time that a report is about: `2023年经济工作小结`, `二、2025年工作打算`.
///
/// Its figures need no time of their own: 签约项目19个 in a summary of 2023 is of 2023, and 1至11月 there is of that year,
/// whenever the report came out. Only a title or heading that names one stretch tells.
struct ReportedTime {
    private var article: TimeExpression?
    private var section: TimeExpression?

    private static let reports: WordList = [
        "工作", "总结", "小结", "报告", "公报", "情况", "回顾", "分析", "通报", "年鉴", "简况", "要点", "计划", "方案", "安排", "统计", "指标", "进展",
        "打算", "目标",
        "任务", "简报", "月报", "季报", "动态",
    ]

    /// The year that the report as a whole is about; a page of several articles has none, unless all are parts of one report.
    let year: Int?

    init(_ document: Document, _ times: TimeReader) {
        let text = document.text.span
        guard ReportedTime.isOneReport(document) else {
            year = nil
            return
        }
        if let headline = document.blocks.first(where: { $0.kind == .headline }) {
            article = ReportedTime.stretch(in: headline.range, times, text)
        }
        if article == nil, let title = document.title {
            let bytes = Array(title.utf8)
            article = ReportedTime.stretch(in: 0..<bytes.count, times, bytes.span)
        }
        year = article?.from?.year
    }

    /// The days of a stretch that a report or a section of one is about.
    struct Days {
        let from: CalendarDate
        let to: CalendarDate
        /// Whether the report as a whole is about them or days among them, and not one section of a page.
        let isWhole: Bool
    }

    /// The days of the stretch, for a figure that says no time.
    var days: Days? {
        guard let time = section ?? article, let from = time.from, let to = time.to else { return nil }
        return Days(from: from, to: to, isWhole: year != nil)
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
            article = ReportedTime.stretch(in: heading.range, times, text) ?? article
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
            guard block.range.count <= 75, !text.has("。", before: block.range.upperBound) else { return }
            if let found = ReportedTime.stretch(in: block.range, times, text) { section = found }
        default: break
        }
    }

    /// Whether a title or heading says that a report or a section of one follows.
    static func namesReport(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        reports.isFound(in: text, range)
    }

    private static func stretch(
        in range: Range<Int>, _ times: TimeReader, _ text: Span<UInt8>
    ) -> TimeExpression? {
        guard namesReport(range, text) else { return nil }
        let found = times.expressions(text, range).filter { $0.kind == .period || $0.kind == .sinceJanuary }
        guard found.count == 1, let only = found.first, let from = only.from, let to = only.to, from < to else {
            return nil
        }
        // 周报（2025年第21期）: the year numbers the paper, and it reports on no such stretch.
        return text.has("第", at: only.end) && text.has("年", before: only.end) ? nil : only
    }
}
