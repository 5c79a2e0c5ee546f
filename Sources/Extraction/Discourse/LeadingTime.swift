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
    /// Whether the line before says that a list follows.
    private var startsList = false
    /// Whether lines follow that go on with what a sentence with figures told (分社区看：), each but the last with a semicolon; false
    /// behind the last.
    private var isOpenList: Bool?
    /// Whether a line has given a figure since the headline.
    private var hasGiven = false
    /// The lines behind the last figure that asked what they give: most stand under a heading whose figures ask nothing.
    private var unread: [(line: Block, lastFigure: Int?)] = []
    /// The last paragraph with figures.
    private var account: Range<Int>?
    /// Where times may begin in a line; kept, for many lines are asked.
    private var scan = SentenceScan()

    /// No line of a list is longer, in bytes.
    private static let longestRow = 120

    /// The days that the title of a brief names, or 本周 of its first paragraph: 街道一周要情（11月3日—11月9日）.
    private var brief: TimeExpression?

    /// The time that governs a block's figures where the block names none.
    mutating func time(for block: Block, _ times: TimeReader, _ text: Span<UInt8>) -> TimeExpression? {
        for (line, lastFigure) in unread { read(line, times, lastFigure, text) }
        unread.removeAll(keepingCapacity: true)
        return lineTime(for: block, text) ?? (brief != nil && isNews(block, text) ? nil : brief)
    }

    /// Whether a time is the one of a brief's title, which tells when things were done, and not how many of them there are.
    func isOfBrief(_ time: TimeExpression) -> Bool {
        brief.map { $0.start == time.start && $0.end == time.end } ?? false
    }

    /// The time that a line before a block has given it.
    private func lineTime(for block: Block, _ text: Span<UInt8>) -> TimeExpression? {
        if isList, !block.isPoint(text) { return nil }
        if isOpenList == false { return nil }
        return announces || block.range.count <= LeadingTime.longestRow ? time : nil
    }

    mutating func leave(_ block: Block, lastFigure: Int?, _ text: Span<UInt8>) {
        switch block.kind {
        case .headline, .kicker, .subheading:
            // A heading takes back what the lines before it gave, unless it is a point of the list that they announced.
            if block.isPoint(text) { break }
            unread.removeAll(keepingCapacity: true)
            time = nil
            isList = false
            isOpenList = nil
            startsList = false
            if block.kind == .headline { (hasGiven, account) = (false, nil) }
        default: break
        }
        unread.append((block, lastFigure))
    }

    /// Takes the time that a line gives, or takes it back.
    private mutating func read(_ block: Block, _ times: TimeReader, _ lastFigure: Int?, _ text: Span<UInt8>) {
        let range = block.range
        takeBrief(block, times, text)
        let figures = lastFigure != nil
        if isOpenList != nil {
            isOpenList = text.has("；", before: range.upperBound) || text.has(";", before: range.upperBound)
        }
        let announced = text.has("：", before: range.upperBound) || text.has(":", before: range.upperBound)
        defer {
            if figures {
                hasGiven = true
                if block.kind == .paragraph { account = range }
            }
        }
        // 1.改造小区6个；2.…: behind the points of a list comes another matter.
        if startsList, block.isPoint(text) { isList = true }
        startsList = false
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
        // A long line that announces nothing gives no time.
        let tail = announced || range.count <= 75 ? announcement(of: range, text) : range
        let isListed = announced && isListed(range, tail, text)
        if let lastFigure, isListed, !tail.contains(lastFigure) {
            if let last = times.expressions(text, tail, &scan).last,
                isLead(last, 1, range, announced, text)
            {
                // 街道有人口12.3万人。前三季度工作进展如下：
                time = last
                announces = true
                startsList = true
                return
            }
            if LeadingTime.looks.ends(in: text, at: range.upperBound), let opener = times.opener(text, range),
                opener.kind != .present
            {
                // 截至6月底，走访商户300户。分社区看：
                time = opener
                announces = true
                isOpenList = true
                return
            }
        }
        if figures, block.kind == .paragraph, !announces, isBrokenOff(range, times, text),
            let opener = times.opener(text, range), opener.kind != .present || opener.from != nil
        {
            // 7月起，课堂走进14个社区⏎每个社区讲1堂课: lines that are one sentence go on with its time.
            time = opener
            return
        }
        if !figures, announced || range.count <= 75 {
            let found = times.expressions(text, tail, &scan)
            if found.isEmpty, LeadingTime.listings.ends(in: text, at: range.upperBound), let account,
                let opener = times.opener(text, account), opener.kind != .present
            {
                // 上半年，排查纠纷486件。⏎分街道情况如下：: what a paragraph has told, by parts
                time = opener
                announces = true
                isOpenList = true
                return
            }
            if isDateline(block, found, times) { return }
            if let last = found.last {
                // 二、各社区进度（截至8月14日）: what brackets add to a heading holds for all that stands under it.
                let isLine = block.kind == .paragraph || block.kind == .subheading
                let bracketed = isLine && last.kind == .running && isBracketed(last, closing: range, text)
                if bracketed || isLead(last, found.count, range, announced, text)
                    || found.count == 1 && block.kind == .paragraph && isPastDay(last, times)
                        && last.start == range.lowerBound && isBrokenOff(range, times, text)
                {
                    time = last
                    // ———— 今年想这样干 ————
                    announces =
                        announced || bracketed
                        || text.has("—", at: range.lowerBound) && text.has("—", before: range.upperBound)
                    startsList = isListed
                    return
                }
            }
        }
        switch block.kind {
        case .headline, .kicker, .subheading: time = nil
        default: if !announces && range.count > LeadingTime.longestRow { time = nil }
        }
    }

    /// Whether 本报讯 stands in the first words of a block or right before them.
    private func isNews(_ block: Block, _ text: Span<UInt8>) -> Bool {
        let start = block.range.lowerBound
        return text.first("本报讯", in: max(0, start - 90)..<min(block.range.upperBound, start + 30)) != nil
    }

    private static let briefs: WordList = ["要情", "周报", "周讯", "周刊", "旬报"]
    private static let weeklies: WordList = [
        "一周动态", "一周回顾", "一周简讯", "一周综述", "一周播报", "一周速览", "一周盘点", "一周纪事", "一周大事", "一周工作", "一周快讯", "一周新闻", "一周概览",
    ]
    /// What a title holds that looks ahead, or only begins with the same characters: 本周|报名.
    private static let forecasts: WordList = ["安排", "计划", "预告", "预报", "报名", "报到", "报告", "下周", "下一周"]

    private static let nexts: WordList = ["下周", "下一周", "下旬", "下步", "下一步", "下阶段"]

    /// Takes the days of a brief from its title, and the word for them with which its first paragraph begins.
    private mutating func takeBrief(_ block: Block, _ times: TimeReader, _ text: Span<UInt8>) {
        switch block.kind {
        case .headline:
            brief = nil
            guard
                LeadingTime.briefs.isFound(in: text, block.range)
                    || LeadingTime.weeklies.isFound(in: text, block.range),
                !LeadingTime.forecasts.isFound(in: text, block.range)
            else { return }
            brief = times.expressions(text, block.range, &scan).last {
                guard let from = $0.from, let to = $0.to else { return false }
                return (1...16).contains(to.days(since: from))
            }
        // 本报讯: pieces of news under the title of a page tell their own times, or none.
        case _ where brief != nil && isNews(block, text): brief = nil
        // 下周工作安排: what is still to come is of no days that are over.
        case _ where brief != nil && block.range.count <= 75 && LeadingTime.nexts.isFound(in: text, block.range):
            brief = nil
        case .paragraph where brief != nil && text.has("本周，", at: block.range.lowerBound):
            // Both are stretches that are over, and nothing that is planned is of them.
            if let opener = times.opener(text, block.range) { brief = opener }
            brief?.kind = .period
        default: break
        }
    }

    /// Whether a line ends without any mark, as the lines of a picture text do.
    private func isBrokenOff(_ line: Range<Int>, _ times: TimeReader, _ text: Span<UInt8>) -> Bool {
        guard line.count <= 75, line.count > 3 else { return false }
        let last = text.scalar(at: text.scalarStart(before: line.upperBound)).value
        return [.other, .closeQuote, .digit].contains(times.classes[last])
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

    private static let brackets: [(open: StaticString, close: StaticString)] = [("（", "）："), ("(", "):"), ("(", ")：")]

    /// The last sentence of a block without the brackets before its colon: 现公示如下（公示期7天）：.
    private func announcement(of range: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
        let tail = tail(of: range, text)
        for (open, close) in LeadingTime.brackets where text.has(close, before: range.upperBound) {
            guard let start = text.first(open, in: tail), text.first("如下", in: tail.lowerBound..<start) != nil else {
                break
            }
            return tail.lowerBound..<start
        }
        return tail
    }

    private static let looks: WordList = ["看：", "看:"]
    private static let listings: WordList = ["如下：", "如下:"]

    /// 情况如下：, 公示如下（公示期7天）：, 分社区看：: whether a line says at its end that a list follows.
    private func isListed(_ range: Range<Int>, _ tail: Range<Int>, _ text: Span<UInt8>) -> Bool {
        tail.upperBound < range.upperBound || LeadingTime.listings.ends(in: text, at: range.upperBound)
            || LeadingTime.looks.ends(in: text, at: range.upperBound)
    }

    /// The last sentence of a block: what a colon at its end announces is said there.
    private func tail(of range: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
        guard !range.isEmpty else { return range }
        // From behind, for the last sentence is short against what stands before it.
        var position = text.scalarStart(before: range.upperBound)
        while position > range.lowerBound {
            if text.has("。", before: position) { return position..<range.upperBound }
            position = text.scalarStart(before: position)
        }
        return range
    }

    /// Where the words of a line begin behind what adorns it: ———— 今年想这样干 ————.
    private func wordsStart(of line: Range<Int>, _ text: Span<UInt8>) -> Int {
        var position = line.lowerBound
        while position < line.upperBound,
            ["—", "-", " ", "=", "·", "　", "…"].contains(where: { (mark: StaticString) in text.has(mark, at: position) }
            )
        {
            position += text.scalar(at: position).length
        }
        return position
    }

    /// 昨晚的夜市⏎有点不一样: whether a time is a single day before that of publication.
    private func isPastDay(_ time: TimeExpression, _ times: TimeReader) -> Bool {
        time.kind == .present && time.from == time.to
            && time.to.map { to in times.published.map { to < $0 } ?? false } ?? false
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
        return last.end == range.upperBound || last.start - wordsStart(of: range, text) <= 12
    }
}
