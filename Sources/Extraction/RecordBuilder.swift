import Bulletins
import Facts
import Scanning
import Units

/// Gathers what was read, in offsets of the repaired text, and turns it into records at the end.
struct RecordBuilder {
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
        /// Position, in `facts`, of a whole in a sentence before.
        var whole: Int?
    }

    private(set) var facts: [Draft] = []
    private var verdicts: [(verdict: Verdict, sentence: Range<Int>)] = []
    /// Numerals inside markup, in offsets of the source.
    private var markup: [Range<Int>] = []

    mutating func setAside(_ verdict: Verdict, _ sentence: Range<Int>) {
        verdicts.append((verdict, sentence))
    }

    mutating func setAsideMarkup(_ range: Range<Int>) {
        markup.append(range)
    }

    mutating func add(
        _ reading: QuantityReading, place: [String], block: Block, sentence: Range<Int>, first: Int,
        opensWithPart: Bool,
        text: Span<UInt8>, units: UnitTable,
        published: CalendarDate?
    ) {
        var reading = reading
        let measure = reading.quantity.unit.map { units.units[$0] }
        let dimension = measure?.dimension ?? .count
        let unit: String
        if reading.quantity.impliedPercent {
            unit = "%"
        } else if let measure, reading.quantity.unitStart == reading.quantity.unitEnd {
            unit = measure.name
        } else {
            let written = text.string(reading.quantity.unitStart..<reading.quantity.unitEnd)
            unit = written.utf8.contains(0xEF) ? written.replacing("％", with: "%") : written
        }
        if let to = reading.time?.to, let published, to > published, reading.time?.kind == .period,
            (reading.time?.from ?? to) > published
        {
            reading.status = .planned
        }
        let whole =
            opensWithPart && reading.partOf == nil && reading.change == .none
            ? wholeBefore(sentence, article: block.article, dimension: dimension, within: block.range) : nil
        if let whole, reading.time == nil || reading.time?.start ?? 0 < sentence.lowerBound {
            // 1-5月实现…。其中，…: the parts are of the whole's time.
            reading.time = facts[whole].reading.time
        }
        // 计划发放16555户。其中：平城区1700户: the parts of a plan are planned.
        if let whole, facts[whole].reading.status == .planned, !reading.isDone { reading.status = .planned }
        facts.append(
            Draft(
                reading: reading, place: place, article: block.article, sentence: sentence, first: first,
                window: WindowReading.window(of: reading, dimension: dimension), dimension: dimension, unit: unit,
                period: reading.time.map { text.string($0.start..<$0.end) }, from: reading.time?.from,
                to: reading.time?.to, whole: whole))
    }

    /// The last figure of the same dimension in the sentence before, of which 其中 at the head of a sentence takes a part.
    private func wholeBefore(
        _ sentence: Range<Int>, article: Int, dimension: Dimension, within block: Range<Int>
    ) -> Int? {
        guard let last = facts.last(where: { $0.sentence.upperBound <= sentence.lowerBound }),
            block.contains(last.sentence.lowerBound)
        else { return nil }
        return facts.lastIndex {
            $0.sentence == last.sentence && $0.dimension == dimension && $0.reading.change == .none
                && $0.reading.partOf == nil
        }
    }

    /// The records in the order of the text, their places counted in scalars of the source.
    func extraction(of document: Document, units: UnitTable) -> Extraction {
        let source = document.source.span
        let text = document.text.span
        var cursor = document.sourceCursor
        var scalars = ScalarCursor()
        func located(_ range: Range<Int>) -> (range: SourceRange, text: String) {
            let found = cursor.range(of: range)
            let start = scalars.scalarOffset(of: found.lowerBound, in: source)
            let end = scalars.scalarOffset(of: found.upperBound, in: source)
            return (SourceRange(start: start, end: end), source.string(found))
        }
        // The records of a sentence share one string.
        var shared = (range: 0..<0, text: "")
        func sentence(_ range: Range<Int>) -> String {
            if shared.range != range { shared = (range, text.string(range)) }
            return shared.text
        }
        let headlines = Dictionary(
            document.articles.map { ($0.number, $0.headline) }, uniquingKeysWith: { first, _ in first })
        let places = facts.map { located($0.reading.quantity.start..<$0.reading.quantity.end) }
        var result: [Fact] = []
        result.reserveCapacity(facts.count)
        for (index, draft) in facts.enumerated() {
            let reading = draft.reading
            result.append(
                Fact(
                    document: document.path, article: draft.article, headline: headlines[draft.article] ?? nil,
                    published: document.published, range: places[index].range, text: places[index].text,
                    value: reading.quantity.value,
                    upper: reading.quantity.upper, qualifier: reading.quantity.qualifier, unit: draft.unit,
                    item: reading.item,
                    place: draft.place, period: draft.period, change: reading.change, status: reading.status,
                    action: reading.action,
                    window: draft.window, from: draft.from, to: draft.to,
                    partOf: (reading.partOf.map { draft.first + $0 } ?? draft.whole).flatMap {
                        $0 < places.count ? places[$0].range.start : nil
                    },
                    equivalentTo: reading.equivalentTo.flatMap {
                        draft.first + $0 < places.count ? places[draft.first + $0].range.start : nil
                    },
                    per: reading.per, comparison: reading.comparison, dimension: draft.dimension,
                    confidence: reading.confidence,
                    reason: reading.reason, rule: reading.rule, sentence: sentence(draft.sentence)))
        }
        cursor = document.sourceCursor
        scalars = ScalarCursor()
        var setAside: [SetAside] = verdicts.map { verdict, stretch in
            let place = located(verdict.start..<verdict.end)
            return SetAside(
                document: document.path, range: place.range, text: place.text, reason: verdict.reason,
                rule: verdict.rule.string,
                sentence: sentence(stretch))
        }
        scalars = ScalarCursor()
        let held = markup.isEmpty ? [] : (places.map(\.range) + setAside.map(\.range)).sorted()
        var next = 0
        for range in markup {
            let start = scalars.scalarOffset(of: range.lowerBound, in: source)
            let end = scalars.scalarOffset(of: range.upperBound, in: source)
            while next < held.count, held[next].end <= start { next += 1 }
            // 50<span style="color:#333">余处: what a figure's own range spans is held by the figure.
            if next < held.count, held[next].start < end { continue }
            setAside.append(
                SetAside(
                    document: document.path, range: SourceRange(start: start, end: end), text: source.string(range),
                    reason: .furniture,
                    rule: "furniture.markup", sentence: ""))
        }
        if !result.isInOrder(by: \.range) { result.sort { $0.range < $1.range } }
        if !setAside.isInOrder(by: \.range) { setAside.sort { $0.range < $1.range } }
        return Extraction(facts: result, setAside: setAside)
    }
}

extension Array {
    /// Whether a sort would move nothing; records are large, and nearly always come in order.
    fileprivate func isInOrder<Key: Comparable>(by key: (Element) -> Key) -> Bool {
        for index in indices.dropFirst() where key(self[index]) < key(self[index - 1]) { return false }
        return true
    }
}
