public import Facts
public import FoundationEssentials
import Indicators

/// The change from one figure to a later one.
public struct Growth: Sendable, Hashable {
    /// The difference; of ratios, in percentage points.
    public let absolute: Number?
    /// The growth in per cent; `nil` for ratios and on a base that is not positive.
    public var percent: Decimal? {
        guard let absolute, let base else { return nil }
        return absolute.decimal / base.decimal * 100
    }
    /// The growth in per cent to sixteen significant digits, as many as reports show and one more, half away from zero.
    public var shownPercent: Number? {
        guard let absolute, let base else { return nil }
        return absolute.percentage(of: base) ?? percent.flatMap { Number(shown: $0) }
    }
    /// What per cent are of, where there are any. Of the very many growths of a ledger few are ever divided.
    private let base: Number?
    /// Why a part is missing.
    public let reason: DashReason?
    /// Whether the difference is in percentage points.
    public let isInPoints: Bool

    /// The change between two figures of one window; a dash with its reason where it is not computed.
    public init(from earlier: Figure?, to later: Figure?, window: Window) {
        isInPoints = window == .ratio
        guard let earlier, let later else {
            (absolute, base, reason) = (nil, nil, .notReported)
            return
        }
        guard earlier.isExact, later.isExact, let difference = later.value.subtracting(earlier.value) else {
            (absolute, base, reason) = (nil, nil, .restsOnBound)
            return
        }
        absolute = difference
        guard window != .ratio else {
            (base, reason) = (nil, nil)
            return
        }
        guard earlier.value > .zero else {
            (base, reason) = (nil, .baseNotPositive)
            return
        }
        (base, reason) = (earlier.value, nil)
    }

    /// No change, for a reason.
    public init(reason: DashReason, isInPoints: Bool) {
        (absolute, base, self.reason, self.isInPoints) = (nil, nil, reason, isInPoints)
    }

    init(reason: DashReason, window: Window) {
        self.init(reason: reason, isInPoints: window == .ratio)
    }
}

/// A place's rank among those that reported, ties sharing the better one: 1, 1, 3 (RANK.EQ).
public struct Rank: Sendable, Hashable {
    public let rank: Int
    public let count: Int
    /// Whether it rests on a bound.
    public let restsOnBound: Bool
}

enum Ranking {
    /// The rank of each value in the direction in which the first is best.
    static func ranks(of values: [Number], lowestFirst: Bool) -> [Int] {
        let sorted = lowestFirst ? values.sorted() : values.sorted(by: >)
        var first: [Number: Int] = [:]
        for (index, value) in sorted.enumerated() where first[value] == nil { first[value] = index + 1 }
        return values.map { first[$0] ?? values.count }
    }
}
