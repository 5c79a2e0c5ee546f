import Bulletins
import Facts
import Scanning

/// The time that a line gives to the lines under it: `下半年，我们还要做这些`, `今年各片区的工程量：`, `（一）1至11月主要指标一览`.
///
/// A heading of a report that names a year (二、2026年工作打算) says what the section is about and dates no figure; a colon
/// hands its line's time to what it announces, and so does a line that is hardly more than a time.
struct LeadingTime: ~Copyable {
    private var time: TimeExpression?
    /// Whether a colon announces the lines that follow.
    private var announces = false
    /// Whether it announces the points of a list, and what follows them is another matter.
    private var isList = false
    /// Whether a line has given a figure since the headline.
    private var hasGiven = false
    /// The lines behind the last figure that asked what they give: most stand under a heading whose figures ask nothing.
    private var unread: [(line: Block, hasFigures: Bool)] = []
    /// Where times may begin in a line; kept, for many lines are asked.
    private var scan = SentenceScan()

    /// No line of a list is longer, in bytes.
    private static let longestRow = 120

    /// The time that governs a block's figures where the block names none.
    mutating func time(for block: Block, _ times: TimeReader, _ text: Span<UInt8>) -> TimeExpression? {
        for (line, hasFigures) in unread { read(line, times, figures: hasFigures, text) }
        unread.removeAll(keepingCapacity: true)
        if isList, !block.isPoint(text) { return nil }
        return announces || block.range.count <= LeadingTime.longestRow ? time : nil
    }

    mutating func leave(_ block: Block, figures: Bool, _ text: Span<UInt8>) {
        switch block.kind {
        case .headline, .kicker, .subheading:
            // A heading takes back what the lines before it gave, unless it is a point of the list that they announced.
            if block.isPoint(text) { break }
            unread.removeAll(keepingCapacity: true)
            time = nil
            isList = false
            if block.kind == .headline { hasGiven = false }
        default: break
        }
        unread.append((block, figures))
    }

    /// Takes the time that a line gives, or takes it back.
    private mutating func read(_ block: Block, _ times: TimeReader, figures: Bool, _ text: Span<UInt8>) {
        let range = block.range
        let announced = text.has("：", before: range.upperBound) || text.has(":", before: range.upperBound)
        defer { if figures { hasGiven = true } }
        if figures, text.has("包括：", before: range.upperBound), let opener = times.opener(text, range) {
            // 今年，计划实施项目12个。重点包括：
            time = opener
            announces = true
            isList = true
            return
        }
        if isList, !block.isPoint(text) {
            time = nil
            announces = false
            isList = false
        }
        if !figures, announced || range.count <= 75 {
            let found = times.expressions(text, tail(of: range, text), &scan)
            if isDateline(block, found, times) { return }
            if let last = found.last {
                // 二、各社区进度（截至8月14日）: what brackets add to a heading holds for all that stands under it.
                let isLine = block.kind == .paragraph || block.kind == .subheading
                let bracketed = isLine && last.kind == .running && isBracketed(last, closing: range, text)
                if bracketed || isLead(last, found.count, range, announced, text) {
                    time = last
                    announces = announced || bracketed
                    return
                }
            }
        }
        switch block.kind {
        case .headline, .kicker, .subheading: time = nil
        default: if !announces && range.count > LeadingTime.longestRow { time = nil }
        }
    }

    /// 2026年6月4日 under the title of a report of May: the day on which the report was made dates nothing in it, and takes back
    /// nothing that the title gave. Days of a diary, which stand over figures like it, go on.
    private func isDateline(_ block: Block, _ found: [TimeExpression], _ times: TimeReader) -> Bool {
        guard !hasGiven, block.kind == .furniture || block.kind == .credit, found.count == 1, let day = found[0].from,
            day == found[0].to
        else { return false }
        return times.published.map { abs(day.days(since: $0)) <= LeadingTime.longestPress } ?? true
    }

    /// The days that lie at most between the making of a report and its publication.
    private static let longestPress = 7

    /// Whether a time fills the brackets that a line ends with.
    private func isBracketed(_ time: TimeExpression, closing line: Range<Int>, _ text: Span<UInt8>) -> Bool {
        (["）", ")"] as [StaticString]).contains { mark in
            text.has(mark, at: time.end) && time.end + mark.utf8CodeUnitCount == line.upperBound
        } && (text.has("（", before: time.start) || text.has("(", before: time.start))
    }

    /// The last sentence of a block: what a colon at its end announces is said there.
    private func tail(of range: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
        var start = range.lowerBound
        var position = start
        while position < range.upperBound {
            let (scalar, length) = text.scalar(at: position)
            position += length
            // 。
            if scalar == 0x3002, position < range.upperBound { start = position }
        }
        return start..<range.upperBound
    }

    private func isLead(
        _ last: TimeExpression, _ count: Int, _ range: Range<Int>, _ announced: Bool, _ text: Span<UInt8>
    ) -> Bool {
        switch last.kind {
        case .present: return false
        case .period, .sinceJanuary, .running: break
        }
        // 活动时间：7月6日至8月14日 tells a time, and gives it to nothing.
        if text.has("：", before: last.start) || text.has(":", before: last.start) { return false }
        let isWholeYear =
            last.from.map { $0.month == 1 && $0.day == 1 } ?? true && (last.to.map { $0.month == 12 } ?? true)
        if isWholeYear, ReportedTime.namesReport(range, text) { return false }
        // 现就今年免费体检有关事项通知如下：: what a notice is about
        for end in ["通知如下：", "通知如下:", "公告如下：", "公告如下:", "通报如下：", "通报如下:"] as [StaticString]
        where text.has(end, before: range.upperBound) { return false }
        if announced { return true }
        // （2）去年农业超预期；: an entry of a list says what it says, and is over
        for mark in ["；", ";", "。"] as [StaticString] where text.has(mark, before: range.upperBound) { return false }
        guard count == 1 else { return false }
        return last.end == range.upperBound || last.start - range.lowerBound <= 12
    }
}
