public import Facts
public import FoundationEssentials

/// A statistical summary of a series across streets, computed in decimal and rounded by nobody.
public struct Summary: Sendable, Hashable {
    /// Streets that reported.
    public let count: Int
    /// Streets that did not.
    public let missing: Int
    /// The sum, where the series may be summed.
    public let sum: Decimal?
    public let mean: Decimal
    /// Quartiles of type 7 (QUARTILE.INC); the second is the median.
    public let firstQuartile: Decimal
    public let median: Decimal
    public let thirdQuartile: Decimal
    public let minimum: Decimal
    public let maximum: Decimal
    /// Sample standard deviation; `nil` of one value.
    public let standardDeviation: Decimal?
    /// Whether the figures rest on a bound.
    public let restsOnBound: Bool

    public var range: Decimal { maximum - minimum }

    /// Standard deviation by mean; `nil` unless the mean is positive.
    public var coefficientOfVariation: Decimal? {
        guard mean > 0, let standardDeviation else { return nil }
        return standardDeviation / mean
    }

    /// The summary of the values reported, or `nil` of none.
    public init?(of values: [Number], missing: Int = 0, isSummable: Bool = true, restsOnBound: Bool = false) {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted().map(\.decimal)
        let total = sorted.reduce(0, +)
        let mean = total / Decimal(sorted.count)
        count = sorted.count
        self.missing = missing
        sum = isSummable ? total : nil
        self.mean = mean
        firstQuartile = Summary.quantile(sorted, quarter: 1)
        median = Summary.quantile(sorted, quarter: 2)
        thirdQuartile = Summary.quantile(sorted, quarter: 3)
        minimum = sorted[0]
        maximum = sorted[sorted.count - 1]
        let squares = sorted.reduce(Decimal(0)) { $0 + ($1 - mean) * ($1 - mean) }
        standardDeviation = sorted.count > 1 ? (squares / Decimal(sorted.count - 1)).squareRoot : nil
        self.restsOnBound = restsOnBound
    }

    /// Type 7 of Hyndman and Fan: linear between the order statistics at 1 + (n − 1) p.
    private static func quantile(_ sorted: [Decimal], quarter: Int) -> Decimal {
        let (index, rest) = ((sorted.count - 1) * quarter).quotientAndRemainder(dividingBy: 4)
        guard rest > 0 else { return sorted[index] }
        return sorted[index] + (sorted[index + 1] - sorted[index]) * Decimal(rest) / 4
    }
}
