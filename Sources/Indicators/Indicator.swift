public import Facts

/// What a series of figures measures: a row of the catalogue, or an ad-hoc indicator named by the item of its facts.
///
/// Two indicators are equal when `identity` is: item, predicate, unit and dimension together.
public struct Indicator: Sendable {
    /// What tells indicators apart.
    public struct Identity: Sendable, Hashable {
        /// The catalogue's key; `nil` for an ad-hoc indicator.
        public let key: String?
        /// The item in its canonical form; empty where a key decides.
        public let item: String
        /// The predicate in its canonical form; `nil` for a bare level.
        public let action: String?
        public let unit: String
        public let dimension: Dimension
    }

    public var identity: Identity { contents.identity }
    /// The Chinese name as reports show it: `小区党支部`, `社区（完成“亲民化”改造）`.
    public var name: String { contents.name }
    /// The English name where the catalogue has one.
    public var english: String? { contents.english }
    /// The window of a figure whose own words do not tell.
    public var defaultWindow: Window { contents.defaultWindow }
    /// How the figures of several places become one, within the rules of their window.
    public var aggregation: Aggregation { contents.aggregation }
    public var direction: Direction { contents.direction }
    /// Whether one person or body may be counted in several places, so that figures get no sum over streets.
    public var overlapsBetweenPlaces: Bool { contents.overlapsBetweenPlaces }
    /// Key of the indicator of which this one is a kind.
    public var parent: String? { contents.parent }
    /// Keys of the indicators whose quotient a ratio is.
    public var quotient: Quotient? { contents.quotient }
    /// Position in the catalogue, from 0; `nil` for an ad-hoc indicator.
    public var position: Int? { contents.position }

    /// What an indicator says, held once for the hundred thousands of facts that are figures of it.
    private final class Contents: Sendable {
        let identity: Identity
        /// Taken once: facts are grouped by their indicators again and again.
        let identityHash: Int
        let name: String
        let english: String?
        let defaultWindow: Window
        let aggregation: Aggregation
        let direction: Direction
        let overlapsBetweenPlaces: Bool
        let parent: String?
        let quotient: Quotient?
        let position: Int?

        init(
            identity: Identity, name: String, english: String?, defaultWindow: Window, aggregation: Aggregation,
            direction: Direction, overlapsBetweenPlaces: Bool, parent: String?, quotient: Quotient?, position: Int?
        ) {
            self.identity = identity
            identityHash = identity.hashValue
            self.name = name
            self.english = english
            self.defaultWindow = defaultWindow
            self.aggregation = aggregation
            self.direction = direction
            self.overlapsBetweenPlaces = overlapsBetweenPlaces
            self.parent = parent
            self.quotient = quotient
            self.position = position
        }
    }

    private let contents: Contents

    init(
        identity: Identity, name: String, english: String?, defaultWindow: Window, aggregation: Aggregation,
        direction: Direction, overlapsBetweenPlaces: Bool, parent: String?, quotient: Quotient?, position: Int?
    ) {
        contents = Contents(
            identity: identity, name: name, english: english, defaultWindow: defaultWindow, aggregation: aggregation,
            direction: direction, overlapsBetweenPlaces: overlapsBetweenPlaces, parent: parent, quotient: quotient,
            position: position)
    }

    /// The catalogue's key; `nil` for an ad-hoc indicator.
    public var key: String? { identity.key }
    /// The unit of every figure of the indicator, physical units in their base; empty where there is none.
    public var unit: String { identity.unit }
    public var dimension: Dimension { identity.dimension }
    /// Whether the indicator is not in the catalogue but named by its facts.
    public var isAdHoc: Bool { identity.key == nil }
}

extension Indicator: Hashable {
    public static func == (left: Indicator, right: Indicator) -> Bool {
        left.contents === right.contents
            || left.contents.identityHash == right.contents.identityHash && left.identity == right.identity
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(contents.identityHash)
    }
}

/// How the figures of several places, or of one place over time, become one.
public enum Aggregation: String, Sendable, Hashable, CaseIterable {
    /// the latest of each place, then added over places
    case latest
    /// added
    case sum
    /// the largest
    case maximum
    /// a ratio recomputed from its numerator and denominator, which is the mean weighted by the denominator
    case weightedMean
    /// no total
    case none
}

/// Whether more is better.
public enum Direction: String, Sendable, Hashable, CaseIterable {
    case higher, lower, neutral
}

/// The two indicators whose quotient a ratio is, by their keys.
public struct Quotient: Sendable, Hashable {
    public let numerator: String
    public let denominator: String

    public init(numerator: String, denominator: String) {
        self.numerator = numerator
        self.denominator = denominator
    }
}
