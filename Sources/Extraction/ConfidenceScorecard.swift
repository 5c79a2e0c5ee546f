import Facts
import Scanning

/// How likely readings are to be right as a whole, by what is known of them: a sum of points.
///
/// The points are coefficients of a logistic regression, in hundredths, over bulletins whose facts people wrote down:
/// whether the value, unit, item, place, qualifier, change and status of a fact all agreed with theirs. They stand in
/// `confidence.csv`, which `scripts/make-confidence` makes again. 0 points are even odds, 161 are 5 to 1.
struct ConfidenceScorecard: Sendable {
    /// What is known of a reading.
    private enum Feature {
        case rule, length, opener, dimension, window, figures, place, action
    }

    /// Points by what is known beside the rule, or together with it: a length or a dimension that is common by one rule is
    /// odd by another.
    private struct Card: Sendable {
        var rule = 0
        var length = Array(repeating: 0, count: ConfidenceScorecard.lengths.count + 1)
        var dimension = Array(repeating: 0, count: Dimension.allCases.count)
        var action = [0, 0]
    }

    private static let lengths = [1, 2, 3, 4, 6, 8, 11]
    private static let figureCounts = [1, 2, 3, 5, 8]
    /// How a reading came by its place: the sentence names it, says 街道 where the place is a community, opens with what somebody
    /// says, follows a figure of another place, or is of the place that the figure before is of.
    private enum Footing: Int {
        case none, named, street, turned, quoted, carried
    }
    private static let places = ["none", "named", "street", "turned", "quoted", "carried"]
    private static let actions = ["no", "yes"]

    private var base = 0
    private var leastForHigh = 0
    private var leastForMedium = 0
    private var shared = Card()
    private var cards: [String: Card] = [:]
    /// For a rule without points of its own.
    private let noCard = Card()
    private var opener = Array(repeating: 0, count: WordClass.allCases.count)
    private var noOpener = 0
    private var window = Array(repeating: 0, count: Window.allCases.count)
    private var figures = Array(repeating: 0, count: ConfidenceScorecard.figureCounts.count + 1)
    private var place = Array(repeating: 0, count: ConfidenceScorecard.places.count)

    static let builtIn = ConfidenceScorecard(rows: (try? ReadableTable(BuiltInTable.confidence.bytes))?.rows ?? [])

    private init(rows: [ReadableTable.Row]) {
        for row in rows {
            guard let points = Int(row["points"]) else { continue }
            let value = row["value"]
            let words = value.split(separator: " ").map(String.init)
            func set(_ points: Int, at index: Int?, of list: inout [Int]) {
                if let index, list.indices.contains(index) { list[index] = points }
            }
            func setBoth(_ body: (inout Card, String) -> Void) {
                if words.count == 2 { body(&cards[words[0], default: Card()], words[1]) }
            }
            func classOf(_ name: String, _ bounds: [Int]) -> Int {
                bounds.firstIndex { String($0) == name } ?? bounds.count
            }
            func dimension(_ name: String) -> Int? { Dimension(rawValue: name).flatMap(Dimension.allCases.firstIndex) }
            switch row["feature"] {
            case "base": base = points
            case "high": leastForHigh = points
            case "medium": leastForMedium = points
            case "rule": cards[value, default: Card()].rule = points
            case "length": set(points, at: classOf(value, Self.lengths), of: &shared.length)
            case "dimension": set(points, at: dimension(value), of: &shared.dimension)
            case "action": set(points, at: Self.actions.firstIndex(of: value), of: &shared.action)
            case "window": set(points, at: Window(rawValue: value).flatMap(Window.allCases.firstIndex), of: &window)
            case "figures": set(points, at: classOf(value, Self.figureCounts), of: &figures)
            case "place": set(points, at: Self.places.firstIndex(of: value), of: &place)
            case "opener":
                guard let wordClass = WordClass(name: value) else {
                    noOpener = points
                    continue
                }
                opener[Int(wordClass.rawValue)] = points
            case "rule and length": setBoth { set(points, at: classOf($1, Self.lengths), of: &$0.length) }
            case "rule and dimension": setBoth { set(points, at: dimension($1), of: &$0.dimension) }
            case "rule and action": setBoth { set(points, at: Self.actions.firstIndex(of: $1), of: &$0.action) }
            default: continue
            }
        }
    }

    /// How sure a reading is and, where that is not `high`, what speaks most against it.
    ///
    /// - Parameters:
    ///   - figures: how many figures its sentence tells.
    ///   - before: the place of the figure before in the document, if there is one.
    ///   - text: the document's text.
    func sureness(
        of draft: borrowing RecordBuilder.Draft, figures count: Int, behind before: [String]?, _ text: Span<UInt8>
    ) -> (confidence: Confidence, reason: String?) {
        let footing = Self.footing(of: draft, behind: before, text)
        let card = cards[draft.reading.rule] ?? noCard
        let length = Self.class(of: draft.reading.item.unicodeScalars.count, Self.lengths)
        let dimension = Dimension.allCases.firstIndex(of: draft.dimension) ?? 0
        let action = draft.reading.action == nil ? 0 : 1
        var sum = base
        var worst = Feature.rule
        var least = Int.max
        // Every figure is asked: no list of the points is made.
        func add(_ feature: Feature, _ points: Int) {
            sum += points
            if points < least { (worst, least) = (feature, points) }
        }
        add(.rule, card.rule)
        add(.length, shared.length[length])
        add(.length, card.length[length])
        add(.opener, draft.opener.map { opener[Int($0.rawValue)] } ?? noOpener)
        add(.dimension, shared.dimension[dimension])
        add(.dimension, card.dimension[dimension])
        add(.window, window[Window.allCases.firstIndex(of: draft.window) ?? 0])
        add(.figures, figures[Self.class(of: count, Self.figureCounts)])
        add(.place, place[footing.rawValue])
        add(.action, shared.action[action])
        add(.action, card.action[action])
        if sum >= leastForHigh { return (.high, nil) }
        return (sum >= leastForMedium ? .medium : .low, draft.reading.doubt ?? Self.reason(for: worst, draft, footing))
    }

    /// The class of a number: the first bound that holds it.
    private static func `class`(of number: Int, _ bounds: [Int]) -> Int {
        bounds.firstIndex { number <= $0 } ?? bounds.count
    }

    private static func footing(
        of draft: borrowing RecordBuilder.Draft, behind before: [String]?, _ text: Span<UInt8>
    ) -> Footing {
        guard let name = draft.place.last else { return .none }
        // A name may stand there by its first two characters.
        let bytes = name.utf8Span.span
        let first = bytes.isEmpty ? 0 : bytes.scalar(at: 0).length
        let second = first < bytes.count ? first + bytes.scalar(at: first).length : first
        if holds(bytes.extracting(0..<second), draft.sentence, text) { return .named }
        if name.hasSuffix("社区"), holds("街道".utf8Span.span, draft.sentence, text) { return .street }
        if let before, before != draft.place { return .turned }
        return text.has("“", at: draft.sentence.lowerBound) ? .quoted : .carried
    }

    private static func holds(_ word: Span<UInt8>, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard word.count > 0, sentence.count >= word.count else { return false }
        let last = word.count - 1
        for position in sentence.lowerBound...(sentence.upperBound - word.count)
        where text[position + last] == word[last] {
            if (0..<last).allSatisfy({ text[position + $0] == word[$0] }) { return true }
        }
        return false
    }

    private static func reason(for feature: Feature, _ draft: borrowing RecordBuilder.Draft, _ footing: Footing)
        -> String
    {
        switch feature {
        case .length:
            draft.reading.item.unicodeScalars.count <= 4
                ? "the item is short and may lack what it is of" : "the item is long and may hold too much"
        case .opener: "the first word of the item may be no part of it"
        case .dimension: "figures of this kind often leave out what they are of"
        case .window: "nothing tells whether it is how things stand or what was done"
        case .figures: "the figure stands by itself in running prose"
        case .place:
            switch footing {
            case .street: "the sentence speaks of the street, and the place is a community"
            case .turned: "the sentence does not name the place, and the figure before is of another"
            case .quoted: "somebody says it, and the sentence does not name the place"
            default: "the sentence does not name the place"
            }
        case .action: "no verb tells what was done"
        case .rule where draft.reading.rule == "item.column": "the item is read from the heads of a table"
        case .rule: "the item is put together from the clauses before"
        }
    }
}
