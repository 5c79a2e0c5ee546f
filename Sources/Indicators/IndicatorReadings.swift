public import Facts

/// The readings of many facts: the series of facts that are worded alike is kept once, and the numbers are those of the
/// facts unless they were converted.
public struct IndicatorReadings: Sendable {
    private var facts: PackedFacts
    /// The series, one for each wording: several may be equal.
    public private(set) var series: [Series] = []
    /// The series of each fact.
    private var ofFact: [Int32] = []
    /// Readings whose numbers are not the fact's own.
    private var converted: [Int: IndicatorReading] = [:]

    init(_ facts: PackedFacts) {
        self.facts = facts
        ofFact.reserveCapacity(facts.count)
    }

    /// Enters the reading of the next fact.
    ///
    /// - Parameter known: the number of its series, where a fact that is worded alike was entered before.
    /// - Returns: the number of its series.
    mutating func append(_ reading: IndicatorReading, series known: Int32?) -> Int32 {
        let number = known ?? Int32(series.count)
        if known == nil { series.append(reading.series) }
        if reading.isConverted { converted[ofFact.count] = reading }
        ofFact.append(number)
        return number
    }

    /// Enters that the next fact is one of a series with the number that it reports.
    mutating func append(series number: Int32) { ofFact.append(number) }

    /// The same readings of the same facts, which lie elsewhere.
    public func of(_ facts: PackedFacts) -> IndicatorReadings {
        var readings = self
        readings.facts = facts
        return readings
    }

    /// The position of a fact's series among `series`.
    public func series(of position: Int) -> Int { Int(ofFact[position]) }
}

extension IndicatorReadings: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { ofFact.count }

    public subscript(position: Int) -> IndicatorReading {
        if !converted.isEmpty, let reading = converted[position] { return reading }
        return IndicatorReading(
            series: series[series(of: position)], value: facts.value(of: position), upper: facts.upper(of: position),
            isConverted: false)
    }
}
