import Facts

/// What may be done with the figures of a time window: one type a window.
///
/// Nothing else adds figures, so that what must not be added cannot be.
protocol WindowRule: SendableMetatype {
    /// How several figures of one place and period become one.
    static var withinPeriod: WithinPeriod { get }
    /// Where the figure of a month, a quarter, a half-year or a year comes from.
    static var overMonths: OverMonths { get }
    /// Why figures of several places get no sum; `nil` where they do.
    static var noTotal: NoTotal? { get }
    /// Whether equal figures of one date are one, whatever their texts.
    static var mergesEqualFigures: Bool { get }
}

enum WithinPeriod {
    case latest, sum, listed
}

enum OverMonths {
    /// the last of the period; else the last before it, carried forward
    case carriedForward
    /// the period's own; else the sum of the periods that tile it, else the difference of two running figures
    case sumOfTiles
    /// the period's own and no other
    case own
    /// none: what a running figure grew by in the period is a flow
    case runningOnly
}

/// 时点数: latest over months, sum over streets.
enum StockRule: WindowRule {
    static let withinPeriod = WithinPeriod.latest
    static let overMonths = OverMonths.carriedForward
    static let noTotal: NoTotal? = nil
    static let mergesEqualFigures = true
}

/// 时期数: sum of months that tile the period, sum over streets.
enum FlowRule: WindowRule {
    static let withinPeriod = WithinPeriod.sum
    static let overMonths = OverMonths.sumOfTiles
    static let noTotal: NoTotal? = nil
    static let mergesEqualFigures = false
}

/// 本年累计 and 累计: the latest stands, never summed with its parts. What it grew by in a month stands among the flows.
enum RunningRule: WindowRule {
    static let withinPeriod = WithinPeriod.latest
    static let overMonths = OverMonths.runningOnly
    static let noTotal: NoTotal? = nil
    static let mergesEqualFigures = true
}

/// Rates and shares: recomputed from their parts, else listed.
enum RatioRule: WindowRule {
    static let withinPeriod = WithinPeriod.latest
    static let overMonths = OverMonths.own
    static let noTotal: NoTotal? = .ratio
    static let mergesEqualFigures = true
}

/// Standards, prices, figures per head: listed.
enum LevelRule: WindowRule {
    static let withinPeriod = WithinPeriod.listed
    static let overMonths = OverMonths.own
    static let noTotal: NoTotal? = .level
    static let mergesEqualFigures = true
}

/// Nothing tells the window: listed, never summed.
enum UnknownRule: WindowRule {
    static let withinPeriod = WithinPeriod.listed
    static let overMonths = OverMonths.own
    static let noTotal: NoTotal? = .unknownWindow
    static let mergesEqualFigures = true
}

extension Window {
    var rule: any WindowRule.Type {
        switch self {
        case .stock: StockRule.self
        case .flow: FlowRule.self
        case .ytd, .cumulative: RunningRule.self
        case .ratio: RatioRule.self
        case .level: LevelRule.self
        case .unknown: UnknownRule.self
        }
    }
}

/// Why there is no total over places.
public enum NoTotal: String, Sendable, Hashable, CaseIterable {
    /// a ratio whose parts are not both known
    case ratio
    /// a standard or a figure per head
    case level
    /// nothing tells the window
    case unknownWindow
    /// one person or body may be counted in several places
    case overlappingUnits
    /// the catalogue gives the indicator no total
    case byCatalogue
    /// figures that are themselves changes
    case changes
    /// no street reported
    case noFigures
    /// running figures of other streets than those of the month's sum
    case otherStreets
    /// the sum has more digits than a number holds
    case tooLong
}

/// Why a place of the table holds a dash.
public enum DashReason: Sendable, Hashable {
    case notReported
    /// several figures stand side by side in the list of facts
    case severalListed
    /// the running figure of the month before is missing
    case earlierFigureMissing
    /// the running figure is smaller than that of the month before
    case runningFigureFell
    /// a difference, growth or ratio of bounds is not computed
    case restsOnBound
    /// a sum, difference or growth of a figure that another contradicts is not computed
    case contradicted
    /// the running figure alone: what it grew by stands among the flows
    case runningOnly
    /// fewer streets than needed reported
    case tooFewStreets(reported: Int, needed: Int)
    /// a per cent on a base that is not positive
    case baseNotPositive
    /// the figure has no better or worse, or cannot be compared between places
    case notComparable
}
