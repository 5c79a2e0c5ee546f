import Bulletins
import Facts
import Scanning
import Units

/// Gathers what was read in a block, in offsets of the repaired text, and turns it into records at the block's end.
struct RecordBuilder: ~Copyable {
    struct Draft {
        var reading: QuantityReading
        var place: [String]
        var article: Int
        var sentence: Range<Int>
        /// Position, in `facts`, of the first draft of the sentence: readings link to each other by their position in it.
        var first: Int
        var window: Window
        var dimension: Dimension
        var unit: String
        var period: String?
        var from: CalendarDate?
        var to: CalendarDate?
        /// The class of the longest word that opens the item; nil where the lexicon knows none.
        var opener: WordClass?
        /// Position, in `facts`, of a whole in a sentence before.
        var whole: Int?
    }

    /// The figures of the block that is read.
    private(set) var facts: [Draft] = []
    private var verdicts: [(verdict: Verdict, sentence: Range<Int>)] = []
    /// Numerals inside markup up to the end of the block, in offsets of the source.
    private var markup: [Range<Int>] = []
    /// The records of the blocks before it, as far as nobody has taken them.
    private(set) var extraction = Extraction(facts: [], setAside: [])
    /// At first room is made for one numeral in so many bytes of text, and for no more than so many numerals.
    private static let bytesPerNumeral = 64
    private static let firstNumerals = 1024

    /// The place of the last figure that was made a record.
    private var lastPlace: [String]?

    private let headlines: [Int: String]
    private let scorecard = ConfidenceScorecard.builtIn
    // Facts, numerals set aside and markup each come in the order of the text, and are counted through it once.
    private var factPlaces: Places
    private var verdictPlaces: Places
    private var markupScalars = ScalarCursor()

    /// Whether the numerals that are no fact are recorded as well.
    let setsAside: Bool

    init(_ document: Document, setsAside: Bool) {
        self.setsAside = setsAside
        headlines = Dictionary(
            document.articles.compactMap { article in article.headline.map { (article.number, $0) } },
            uniquingKeysWith: { first, _ in first })
        let numerals = min(document.text.count / RecordBuilder.bytesPerNumeral, RecordBuilder.firstNumerals)
        if setsAside { extraction.setAside.reserveCapacity(numerals) }
        extraction.facts.reserveCapacity(numerals / 4)
        factPlaces = Places(cursor: document.sourceCursor)
        verdictPlaces = factPlaces
    }

    mutating func setAside(_ verdict: Verdict, _ sentence: Range<Int>) {
        if setsAside { verdicts.append((verdict, sentence)) }
    }

    mutating func setAsideMarkup(_ range: Range<Int>) {
        markup.append(range)
    }

    mutating func add(
        _ reading: consuming QuantityReading, of dimension: Dimension, place: [String], block: Block,
        sentence: Range<Int>, first: Int, opensWithPart: Bool, text: Span<UInt8>, tools: ReadingTools,
        published: CalendarDate?, reported: ReportedTime.Days?
    ) {
        let unit: String
        if reading.quantity.impliedPercent {
            unit = "%"
        } else if let measure = reading.quantity.unit, reading.quantity.unitStart == reading.quantity.unitEnd {
            unit = tools.units.units[measure].name
        } else {
            let written = text.string(ofDocument: reading.quantity.unitStart..<reading.quantity.unitEnd)
            unit = written.utf8.contains(0xEF) ? written.replacing("％", with: "%") : written
        }
        // 全年计划新建5处，已建成3处 tells how far the plan for the year has come.
        let planForIt = reading.time.flatMap { time in
            facts.suffix(from: min(first, facts.count)).last {
                $0.reading.status == .planned && $0.reading.time?.start == time.start
            }
        }
        reading.time = planForIt?.reading.time ?? reading.time?.dated(for: reading.status, published: published)
        if let time = reading.time, let published, time.begins(after: published) { reading.status = .planned }
        let whole =
            opensWithPart && reading.partOf == nil && reading.change == .none
            ? wholeBefore(
                sentence, of: reading.quantity.value, article: block.article, dimension: dimension, within: block.range)
            : nil
        if let whole, reading.action == nil, !reading.isStockWorded { reading.action = facts[whole].reading.action }
        if let whole, reading.time == nil || reading.time?.start ?? 0 < sentence.lowerBound {
            // 1-5月实现…。其中，…: the parts are of the whole's time.
            reading.time = facts[whole].reading.time
        }
        // 计划发放16555户。其中：平城区1700户: the parts of a plan are planned.
        if let whole, facts[whole].reading.status == .planned, !reading.isDone { reading.status = .planned }
        // 全年 is over where it is reported on.
        let isWholeYear = planForIt == nil && reading.time.map { text.has("全年", at: $0.start) } ?? false
        var window = WindowReading.window(
            of: reading, in: unit, dimension: dimension, published: isWholeYear ? nil : published)
        // 日均接待500人次，其中老人300人次: a part of a level is one
        if window != .ratio, let whole = reading.partOf.map({ first + $0 }) ?? whole, facts.indices.contains(whole),
            facts[whole].window == .level, facts[whole].dimension == dimension
        {
            window = .level
        }
        // 现有市场26家，其中已完成改造19家: so many of those that stand are so, unless a time of its own says when
        if let whole = reading.partOf.map({ first + $0 }), facts.indices.contains(whole),
            facts[whole].window == .stock, facts[whole].dimension == dimension, facts[whole].unit == unit,
            facts[whole].reading.time?.start == reading.time?.start,
            [.flow, .cumulative, .ytd].contains(window), reading.status == .actual,
            // 现有企业260家，其中新增30家: what was added came about in its time
            !(reading.action.map { action in RecordBuilder.comings.contains { action.hasPrefix($0) } } ?? false)
        {
            window = .stock
        }
        // 每户补500元: a level is no doing, and neither is a share, but for what so many of them came to.
        if !reading.isToldByDoing, window == .level || window == .ratio && !reading.tellsOfShare {
            reading.action = nil
        }
        var days = days(of: reading, window, dimension, in: sentence, text, published, reported)
        if window == .ytd, days.to == published, let end = reported?.monthEnd, days.from.map({ $0 <= end }) ?? false {
            // 今年以来 in the report of a month runs to its end, and not on to the day on which it came out.
            days.to = end
        }
        let period = reading.time.map { text.string(ofDocument: $0.start..<$0.end) }
        facts.append(
            Draft(
                reading: reading, place: place, article: block.article, sentence: sentence, first: first,
                window: window, dimension: dimension, unit: unit, period: period, from: days.from, to: days.to,
                opener: tools.lexicon.opener(of: reading.item), whole: whole))
    }

    /// How verbs begin of what comes to a stock or leaves it.
    private static let comings = ["新", "增", "净增", "补", "退", "迁", "清退", "淘汰", "报废"]

    /// The first and last day of a figure's period.
    private func days(
        of reading: QuantityReading, _ window: Window, _ dimension: Dimension, in sentence: Range<Int>,
        _ text: Span<UInt8>, _ published: CalendarDate?, _ reported: ReportedTime.Days?
    ) -> (from: CalendarDate?, to: CalendarDate?) {
        guard let time = reading.time else {
            if reading.isFormerLevel { return (nil, nil) }
            // What a report of 2023 counts without a time is of 2023; how things stand is as it was at its end, if that is over.
            guard let days = reported else { return (nil, nil) }
            if window == .stock, days.isWhole, reading.status == .actual, published.map({ days.to < $0 }) ?? true {
                return (nil, days.to)
            }
            guard window == .flow || window == .ratio else { return (nil, nil) }
            // 2025年民生实事进展 of October: what is done is done by then; but a report of December is on the whole year.
            let isUnderWay =
                reading.status == .actual && published.map { days.from <= $0 && days.to.days(since: $0) > 31 } ?? false
            return (days.from, isUnderWay ? published : days.to)
        }
        // 近两年面积由2.1平方米增加到2.8平方米: the first level is of some time before
        if reading.isFormerLevel { return (nil, nil) }
        // 食堂280平方米 is of no time, unless its own sentence names one; 为期14天 is of no day.
        let isDuration = dimension == .time && time.from == time.to
        if window == .level || reading.isOfOne, isDuration || time.start < sentence.lowerBound { return (nil, nil) }
        // 27日，已移交18辆: from an open beginning; but 截至当天18时 from that morning
        if window == .cumulative, time.from == time.to, time.kind != .running { return (nil, time.to) }
        // 6月末在册206户, 11月底前完工: as things stand on a day, or by it
        let isEdge = (["底", "末", "前"] as [StaticString]).contains { text.has($0, before: time.end) }
        if isEdge, window != .level || reading.measuresOne, time.from == time.to { return (nil, time.to) }
        if time.isNarrowed, !text.has("同期", before: time.end), let from = time.from, let to = time.to, from.month == 1,
            from.day == 1, to.month == 12
        {
            // 今年春节前后, 去年暑假: a part of the year that nobody dates
            return (nil, nil)
        }
        if reading.status == .actual, let from = time.from, let to = time.to, let published, from <= published,
            published < to, to.days(since: from) == 6
        {
            // 本周检查36家: up to the day of publication
            return (from, published)
        }
        if window == .stock || window == .level, time.kind == .running, text.has("起", before: time.end) {
            // 10月10日起，院落开放车位35个: what holds from a day on has no end yet
            return (time.from, nil)
        }
        guard WindowReading.isOpenYear(reading, published) else { return (time.from, time.to) }
        switch window {
        // 今年已办4场: up to the day of publication
        case .ytd, .cumulative: return (time.from, published)
        // 今年辖区有4所小学: how things stand is of no whole year.
        case .stock: return (nil, nil)
        default: return (time.from, time.to)
        }
    }

    /// The last figure of the same dimension in the sentence before that is large enough, of which 其中 at the head of a sentence takes a part.
    private func wholeBefore(
        _ sentence: Range<Int>, of part: Number, article: Int, dimension: Dimension, within block: Range<Int>
    ) -> Int? {
        guard let last = facts.last(where: { $0.sentence.upperBound <= sentence.lowerBound }),
            block.contains(last.sentence.lowerBound)
        else { return nil }
        return facts.lastIndex {
            $0.sentence == last.sentence && $0.dimension == dimension && $0.reading.change == .none
                && $0.reading.partOf == nil
                // 收到1200件，办结900件。其中：市容类950件: a part is no larger than its whole.
                && !($0.reading.quantity.value < part)
        }
    }

    /// Turns what was read in a block into records, in the order of the text.
    mutating func finishBlock(of document: Document) {
        guard !facts.isEmpty || !verdicts.isEmpty || !markup.isEmpty else { return }
        let source = document.source.span
        let text = document.text.span
        shareCounts()
        // The records of a sentence share one string.
        var shared = (range: 0..<0, text: "")
        func sentence(_ range: Range<Int>) -> String {
            if shared.range != range { shared = (range, text.string(ofDocument: range)) }
            return shared.text
        }
        let places = facts.map {
            factPlaces.place(of: $0.reading.quantity.start..<$0.reading.quantity.end, in: source)
        }
        let firstFact = extraction.facts.count
        appendFacts(places, document, sentence: sentence)
        if !RecordBuilder.isInOrder(extraction.facts.span, from: firstFact, by: { $0.range }) {
            extraction.facts[firstFact...].sort { $0.range < $1.range }
        }
        let firstNumeral = extraction.setAside.count
        for (verdict, stretch) in verdicts {
            let place = verdictPlaces.place(of: verdict.start..<verdict.end, in: source)
            extraction.setAside.append(
                SetAside(
                    document: document.path, range: place.range, text: source.string(ofDocument: place.bytes),
                    reason: verdict.reason, rule: verdict.rule.string, sentence: sentence(stretch)))
        }
        if !markup.isEmpty {
            let held = places.map(\.range) + extraction.setAside[firstNumeral...].map(\.range)
            setAsideMarkup(besides: held.sorted(), document)
        }
        if !RecordBuilder.isInOrder(extraction.setAside.span, from: firstNumeral, by: { $0.range }) {
            extraction.setAside[firstNumeral...].sort { $0.range < $1.range }
        }
        // Many blocks leave one of them empty.
        if !facts.isEmpty { facts.removeAll(keepingCapacity: true) }
        if !verdicts.isEmpty { verdicts.removeAll(keepingCapacity: true) }
        if !markup.isEmpty { markup.removeAll(keepingCapacity: true) }
    }

    /// Appends the records of the block's figures.
    ///
    /// - Parameter places: where those stand.
    private mutating func appendFacts(_ places: [Place], _ document: Document, sentence: (Range<Int>) -> String) {
        // All of a block stands in one article.
        let headline = facts.first.flatMap { headlines[$0.article] }
        // A span, from which nothing is copied that is only looked at.
        let all = facts
        let drafts = all.span
        var figures = 0
        for index in drafts.indices {
            let first = drafts[index].first
            if index == 0 || first != drafts[index - 1].first {
                var end = index + 1
                while end < drafts.count, drafts[end].first == first { end += 1 }
                figures = end - index
            }
            let sureness = scorecard.sureness(
                of: drafts[index], figures: figures, behind: lastPlace, document.text.span)
            lastPlace = drafts[index].place
            // 计划由31.6%提升到40%: what is to rise is as it stands now.
            let isToRise =
                index + 1 < drafts.count && drafts[index + 1].first == first
                && drafts[index + 1].reading.status == .planned
                && Fact.isFormerLevel(
                    change: drafts[index].reading.change, comparison: drafts[index].reading.comparison)
            extraction.facts.append(
                RecordBuilder.fact(
                    of: drafts[index], at: index, places, headline: headline, isToRise: isToRise, sureness,
                    sentence: sentence(drafts[index].sentence), document))
        }
    }

    /// What one of the cursors has counted, none of the others counts again.
    private mutating func shareCounts() {
        var furthest = markupScalars
        furthest.catchUp(with: factPlaces.scalars)
        furthest.catchUp(with: verdictPlaces.scalars)
        (markupScalars, factPlaces.scalars, verdictPlaces.scalars) = (furthest, furthest, furthest)
    }

    /// The record of a figure.
    ///
    /// - Parameters:
    ///   - index: which of the block's figures it is.
    ///   - places: where those stand.
    ///   - isToRise: whether it is a level that a plan is to change, and so none of before.
    private static func fact(
        of draft: borrowing Draft, at index: Int, _ places: [Place], headline: String?, isToRise: Bool,
        _ sureness: (confidence: Confidence, reason: String?), sentence: String, _ document: Document
    ) -> Fact {
        let whole = draft.reading.partOf.map { [first = draft.first] in first + $0 } ?? draft.whole
        let equivalent = draft.reading.equivalentTo.map { [first = draft.first] in first + $0 }
        return Fact(
            document: document.path, article: draft.article, headline: headline,
            published: document.published, range: places[index].range,
            text: document.source.span.string(ofDocument: places[index].bytes),
            value: draft.reading.quantity.value, upper: draft.reading.quantity.upper,
            qualifier: draft.reading.quantity.qualifier, unit: draft.unit,
            item: draft.reading.item.leavingOutPersonalNumbers,
            place: draft.place, period: draft.period, change: draft.reading.change,
            status: draft.reading.status, action: draft.reading.action,
            window: draft.window, from: draft.from, to: draft.to,
            partOf: whole.flatMap { $0 < places.count ? places[$0].range.start : nil },
            equivalentTo: equivalent.flatMap { $0 < places.count ? places[$0].range.start : nil },
            per: draft.reading.per, comparison: isToRise ? nil : draft.reading.comparison, dimension: draft.dimension,
            confidence: sureness.confidence, reason: sureness.reason, rule: draft.reading.rule,
            sentence: sentence)
    }

    /// Sets the numerals inside markup aside, but for those that a record's own range spans: 50<span style="color:#333">余处.
    ///
    /// - Parameter held: where the records of the block stand, in order.
    private mutating func setAsideMarkup(besides held: [SourceRange], _ document: Document) {
        let source = document.source.span
        var next = 0
        for bytes in markup {
            let start = markupScalars.scalarOffset(of: bytes.lowerBound, in: source)
            let end = markupScalars.scalarOffset(of: bytes.upperBound, in: source)
            while next < held.count, held[next].end <= start { next += 1 }
            if next < held.count, held[next].start < end { continue }
            extraction.setAside.append(
                SetAside(
                    document: document.path, range: SourceRange(start: start, end: end),
                    text: source.string(ofDocument: bytes), reason: .furniture, rule: "furniture.markup", sentence: ""))
        }
    }

    /// Whether a sort of the records from `start` on would move nothing; nearly always they come in order.
    private static func isInOrder<Record>(
        _ records: Span<Record>, from start: Int, by range: (borrowing Record) -> SourceRange
    ) -> Bool {
        var index = start + 1
        while index < records.count {
            if range(records[index]) < range(records[index - 1]) { return false }
            index += 1
        }
        return true
    }

    /// The records so far, which are then forgotten.
    mutating func take() -> Extraction {
        let taken = extraction
        extraction = Extraction(facts: [], setAside: [])
        return taken
    }
}

/// Where a record stands: in scalars of the source, and in its bytes.
private struct Place {
    let range: SourceRange
    let bytes: Range<Int>
}

/// Counts places of the repaired text in scalars of the source.
private struct Places {
    private var cursor: SourceCursor
    fileprivate var scalars = ScalarCursor()

    init(cursor: SourceCursor) {
        self.cursor = cursor
    }

    mutating func place(of range: Range<Int>, in source: Span<UInt8>) -> Place {
        let bytes = cursor.range(of: range)
        let start = scalars.scalarOffset(of: bytes.lowerBound, in: source)
        let end = scalars.scalarOffset(of: bytes.upperBound, in: source)
        return Place(range: SourceRange(start: start, end: end), bytes: bytes)
    }
}
