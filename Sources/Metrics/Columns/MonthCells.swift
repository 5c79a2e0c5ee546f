import Dispatch
import Facts
import Synchronization

/// Street × month × indicator: the figure of every place, series and period that has one, from millions of facts.
///
/// The rules are those of `MonthlyStatistics` (which small batches of facts go through), in integers: the same fact told
/// twice counts once, stocks are the latest of their month, flows the sum of what happened or the total reported,
/// running figures stand as they are and are differenced into months. Two texts are alike here where their words are the same but for
/// punctuation, and a part beside any whole figure of its cell is not added to it.
public struct MonthCells: Sendable {
    /// One cell of the table.
    public struct Cell: Sendable, Hashable {
        public let place: Int
        public let series: Int
        /// The month, or the other period under which the figure stands.
        public let period: Period
        public let figure: Figure
        public let isContradicted: Bool
        /// Whether it is what a running figure grew by in the month, and not reported itself.
        public let isDifference: Bool
        /// How many facts stand behind it, repetitions included; of a difference, those at its end.
        public let facts: Int
    }

    /// A run of places, in columns of one length.
    struct Part: Sendable {
        var keys: [UInt64] = []
        var coefficients: [Int64] = []
        /// Exponent, qualifier, and whether it is contradicted, extended or a difference; how many facts.
        var details: [UInt64] = []
        var extended: [Figure] = []
    }

    private let parts: [Part]
    private let periods: [Period]

    public var count: Int { parts.reduce(0) { $0 + $1.keys.count } }

    /// Computes the cells of all facts, on so many cores.
    ///
    /// - Parameter records: facts taken in side by side under the same keys; in which of them a fact stands does not matter.
    public init(_ records: [FactRecords], keys: ColumnKeys, width: Int = 1) {
        let reducer = CellReducer(keys: keys, extended: records.flatMap(\.extended))
        let results = Mutex([Part](repeating: Part(), count: FactRecords.partCount))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: width > 1 ? width : 1) { _ in
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < FactRecords.partCount else { return }
                let part = reducer.part(of: FactRecords.sortedPart(number, of: records))
                results.withLock { $0[number] = part }
            }
        }
        parts = results.withLock(\.self)
        periods = keys.periods
    }

    private func cell(_ index: Int, of part: Part) -> Cell {
        let key = part.keys[index]
        let detail = part.details[index]
        let coefficient = part.coefficients[index]
        let period = periods[Int(key & ((1 << FactRecord.periodBits) - 1))]
        let figure =
            detail & CellReducer.extendedBit != 0
            ? part.extended[Int(coefficient)]
            : Figure(
                Number(coefficient: Int128(coefficient), exponent: Int(Int8(truncatingIfNeeded: detail))),
                qualifier: CellReducer.qualifiers[Int(detail >> 8 & 0xF)])
        return Cell(
            place: Int(key >> (FactRecord.periodBits + FactRecord.seriesBits)),
            series: Int(key >> FactRecord.periodBits & ((1 << FactRecord.seriesBits) - 1)),
            period: detail & CellReducer.differenceBit != 0 ? period.last.map(Period.month) ?? period : period,
            figure: figure, isContradicted: detail & CellReducer.contradictedBit != 0,
            isDifference: detail & CellReducer.differenceBit != 0, facts: Int(detail >> 32))
    }

    /// The number of cells and the sum of their whole numbers, whatever they count: to compare two computations quickly.
    public var checksum: (cells: Int, sum: Int128) {
        var sum: Int128 = 0
        for part in parts {
            for index in part.keys.indices where part.details[index] & CellReducer.extendedBit == 0 {
                let exponent = Int(Int8(truncatingIfNeeded: part.details[index]))
                guard let whole = CellReducer.scaled(part.coefficients[index], by: exponent) else { continue }
                sum += Int128(whole)
            }
        }
        return (count, sum)
    }
}

extension MonthCells: Sequence {
    /// Gives the cells in the order of place, series and period.
    public struct Iterator: IteratorProtocol {
        fileprivate let cells: MonthCells
        fileprivate var part = 0
        fileprivate var index = 0

        public mutating func next() -> Cell? {
            while part < cells.parts.count, index >= cells.parts[part].keys.count {
                part += 1
                index = 0
            }
            guard part < cells.parts.count else { return nil }
            defer { index += 1 }
            return cells.cell(index, of: cells.parts[part])
        }
    }

    public func makeIterator() -> Iterator { Iterator(cells: self) }
    public var underestimatedCount: Int { count }
}
