import Facts
import Scanning

/// How likely readings are to be right as a whole, by what is known of them: a sum of points.
///
/// The points are coefficients of a logistic regression, in hundredths, over bulletins whose facts people wrote down:
/// whether the value, unit, item, place, qualifier, change and status of a fact all agreed with theirs. They stand in
/// `confidence.csv`, which `scripts/make-confidence` makes again. 0 points are even odds, 120 are 10 to 3.
struct ConfidenceScorecard: Sendable {
    /// What is known of a reading.
    private enum Feature: String, CaseIterable {
        case rule, length, dimension, window, figures, place, action
        /// With the rule: a length or a dimension that is common by one is odd by another.
        case ruleLength = "rule and length"
        case ruleDimension = "rule and dimension"
        case ruleAction = "rule and action"
    }

    private var base = 0
    private var leastForHigh = 0
    private var leastForMedium = 0
    private var points: [Feature: [String: Int]] = [:]

    static let builtIn = ConfidenceScorecard(rows: (try? ReadableTable(BuiltInTable.confidence.bytes))?.rows ?? [])

    private init(rows: [ReadableTable.Row]) {
        for row in rows {
            guard let count = Int(row["points"]) else { continue }
            switch row["feature"] {
            case "base": base = count
            case "high": leastForHigh = count
            case "medium": leastForMedium = count
            case let name:
                if let feature = Feature(rawValue: name) { points[feature, default: [:]][row["value"]] = count }
            }
        }
    }

    /// How sure a reading is and, where that is not `high`, what speaks most against it.
    ///
    /// - Parameters:
    ///   - figures: how many figures its sentence tells.
    ///   - text: the document's text.
    func sureness(
        of draft: RecordBuilder.Draft, figures: Int, _ text: Span<UInt8>
    ) -> (confidence: Confidence, reason: String?) {
        let rule = draft.reading.rule
        let length = Self.class(of: draft.reading.item.unicodeScalars.count, bounds: [1, 2, 3, 4, 6, 8, 11])
        let action = draft.reading.action == nil ? "no" : "yes"
        var sum = base
        var worst: (points: Int, feature: Feature) = (.max, .rule)
        func count(_ feature: Feature, _ value: String) {
            guard let value = points[feature]?[value] else { return }
            sum += value
            if value < worst.points { worst = (value, feature) }
        }
        count(.rule, rule)
        count(.length, length)
        count(.dimension, draft.dimension.rawValue)
        count(.window, draft.window.rawValue)
        count(.figures, Self.class(of: figures, bounds: [1, 2, 3, 5, 8]))
        count(.place, Self.place(of: draft, text))
        count(.action, action)
        count(.ruleLength, "\(rule) \(length)")
        count(.ruleDimension, "\(rule) \(draft.dimension.rawValue)")
        count(.ruleAction, "\(rule) \(action)")
        if sum >= leastForHigh { return (.high, nil) }
        return (sum >= leastForMedium ? .medium : .low, draft.reading.doubt ?? Self.reason(for: worst.feature, draft))
    }

    /// The class of a number: the first bound that holds it.
    private static func `class`(of number: Int, bounds: [Int]) -> String {
        bounds.first { number <= $0 }.map(String.init) ?? "more"
    }

    /// Whether the sentence names the narrowest place of a reading, be it by its first two characters.
    private static func place(of draft: RecordBuilder.Draft, _ text: Span<UInt8>) -> String {
        guard let name = draft.place.last else { return "none" }
        var start = String.UnicodeScalarView()
        start.append(contentsOf: name.unicodeScalars.prefix(2))
        let bytes = Array(String(start).utf8)
        let sentence = draft.sentence
        guard let first = bytes.first, sentence.count >= bytes.count else { return "carried" }
        for position in sentence.lowerBound...(sentence.upperBound - bytes.count) where text[position] == first {
            if bytes.indices.allSatisfy({ text[position + $0] == bytes[$0] }) { return "named" }
        }
        return "carried"
    }

    private static func reason(for feature: Feature, _ draft: RecordBuilder.Draft) -> String {
        switch feature {
        case .length, .ruleLength:
            draft.reading.item.unicodeScalars.count <= 4
                ? "the item is short and may lack what it is of" : "the item is long and may hold too much"
        case .dimension, .ruleDimension: "figures of this kind often leave out what they are of"
        case .window: "nothing tells whether it is how things stand or what was done"
        case .figures: "the figure stands by itself in running prose"
        case .place: "the sentence does not name the place"
        case .action, .ruleAction: "no verb tells what was done"
        case .rule: "the item is put together from the clauses before"
        }
    }
}
