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

    public let identity: Identity
    /// The Chinese name as reports show it: `小区党支部`, `社区（完成“亲民化”改造）`.
    public let name: String
    /// The English name where the catalogue has one.
    public let english: String?
    /// The window of a figure whose own words do not tell.
    public let defaultWindow: Window
    /// How the figures of several places become one, within the rules of their window.
    public let aggregation: Aggregation
    public let direction: Direction
    /// Whether one person or body may be counted in several places, so that figures get no sum over streets.
    public let overlapsBetweenPlaces: Bool
    /// Key of the indicator of which this one is a kind.
    public let parent: String?
    /// Keys of the indicators whose quotient a ratio is.
    public let quotient: Quotient?
    /// Position in the catalogue, from 0; `nil` for an ad-hoc indicator.
    public let position: Int?

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
        left.identity == right.identity
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(identity)
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
