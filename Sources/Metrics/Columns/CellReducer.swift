import Facts

/// Makes the records of each cell one figure, by the rule of its window.
struct CellReducer: Sendable {
    let keys: ColumnKeys
    let extended: [FactRecords.Extended]

    static let qualifiers = Qualifier.allCases
    static let contradictedBit: UInt64 = 1 << 12
    static let extendedBit: UInt64 = 1 << 13
    static let differenceBit: UInt64 = 1 << 14

    /// What the columns must know of each window, by its position in `Window.allCases`.
    private static let rules: [Rule] = Window.allCases.map { window in
        let rule = window.rule
        return Rule(
            withinPeriod: rule.withinPeriod, mergesEqualFigures: rule.mergesEqualFigures,
            isRunning: window == .ytd || window == .cumulative, isYearly: window == .ytd)
    }

    private struct Rule {
        let withinPeriod: WithinPeriod
        let mergesEqualFigures: Bool
        let isRunning: Bool
        let isYearly: Bool
    }

    /// A cell's figure on the way: of a running series it is kept until its successor has been differenced.
    private struct Reduced {
        var coefficient: Int64 = 0
        /// Exponent and qualifier, as in `FactRecord.detail`.
        var detail: UInt64 = 0
        var figure: Figure?
        var isContradicted = false
        var facts = 0
        /// Whether the cell has a figure at all: several may stand side by side.
        var isListed = false

        var isPlain: Bool { figure == nil && detail & 0xF00 == 0 }
        var exponent: Int { Int(Int8(truncatingIfNeeded: detail)) }
    }

    /// The cells of records that are in the order of their keys.
    func part(of records: [FactRecord]) -> MonthCells.Part {
        var part = MonthCells.Part()
        part.keys.reserveCapacity(records.count)
        part.coefficients.reserveCapacity(records.count)
        part.details.reserveCapacity(records.count)
        let seriesMask = (UInt64(1) << FactRecord.seriesBits) - 1
        let periodMask = (UInt64(1) << FactRecord.periodBits) - 1
        var start = 0
        // The running figure before, and its key.
        var earlier = Reduced()
        var earlierKey = UInt64.max
        while start < records.count {
            let key = records[start].key
            var end = start + 1
            while end < records.count, records[end].key == key { end += 1 }
            let rule = Self.rules[keys.windows[Int(key >> FactRecord.periodBits & seriesMask)]]
            let reduced =
                end == start + 1
                ? single(records[start]) : reduced(records, start..<end, rule: rule)
            if rule.isRunning {
                let period = Int(key & periodMask)
                if !reduced.isListed { emit(reduced, key: key, to: &part) }
                if let difference = difference(
                    reduced, key: key, period: period, earlier: earlier, earlierKey: earlierKey, rule: rule)
                {
                    emit(difference, isDifference: true, key: key, to: &part)
                }
                (earlier, earlierKey) = (reduced, key)
            } else if !reduced.isListed {
                emit(reduced, key: key, to: &part)
            }
            start = end
        }
        return part
    }

    private func emit(
        _ cell: Reduced, isDifference: Bool = false, key: UInt64, to part: inout MonthCells.Part
    ) {
        var detail = cell.detail & 0xFFF | UInt64(cell.facts) << 32
        if isDifference { detail |= Self.differenceBit }
        if cell.isContradicted { detail |= Self.contradictedBit }
        part.keys.append(key)
        if let figure = cell.figure {
            part.coefficients.append(Int64(part.extended.count))
            part.extended.append(figure)
            detail |= Self.extendedBit
        } else {
            part.coefficients.append(cell.coefficient)
        }
        part.details.append(detail)
    }

    // MARK: One period

    private func single(_ record: FactRecord) -> Reduced {
        var reduced = plain(record)
        reduced.facts = 1
        return reduced
    }

    /// The figure of a record alone.
    private func plain(_ record: FactRecord) -> Reduced {
        var reduced = Reduced(coefficient: record.coefficient, detail: record.detail & 0xFFF)
        if record.flags.contains(.extended) { reduced.figure = figure(record) }
        return reduced
    }

    private func figure(_ record: FactRecord) -> Figure {
        let qualifier = Self.qualifiers[record.qualifier]
        if record.flags.contains(.extended) {
            let numbers = extended[Int(record.coefficient)]
            return Figure(numbers.value, upper: numbers.upper, qualifier: qualifier)
        }
        return Figure(
            Number(coefficient: Int128(record.coefficient), exponent: record.exponent), qualifier: qualifier)
    }

    /// One fact with its repetitions.
    private struct Group {
        var first: FactRecord
        var facts = 1
        var published: UInt64
        var isDecided: Bool
    }

    private func reduced(_ records: [FactRecord], _ range: Range<Int>, rule: Rule) -> Reduced {
        let groups = told(records, range, rule: rule)
        guard groups.count > 1 else {
            var reduced = plain(groups[0].first)
            reduced.facts = groups[0].facts
            return reduced
        }
        switch rule.withinPeriod {
        case .latest:
            let latest = groups.reduce(0) { max($0, $1.first.asOf) }
            return chosen(groups.filter { $0.first.asOf == latest })
        case .sum:
            let totals = groups.filter { $0.first.flags.contains(.whole) }
            return totals.isEmpty ? sum(groups) : chosen(totals)
        case .listed:
            let isOne = groups.allSatisfy { isSameFigure($0.first, groups[0].first) }
            var reduced = plain(groups[0].first)
            reduced.facts = groups.reduce(0) { $0 + $1.facts }
            reduced.isListed = !isOne
            return reduced
        }
    }

    /// Each fact once, with how often it was told. A part beside a whole, or a restatement, is left out.
    private func told(_ records: [FactRecord], _ range: Range<Int>, rule: Rule) -> [Group] {
        let hasWhole = range.contains { !records[$0].flags.contains(.dependent) }
        var groups: [Group] = []
        for index in range {
            let record = records[index]
            if hasWhole, record.flags.contains(.dependent) { continue }
            let same = groups.firstIndex { group in
                let first = group.first
                guard isSameFigure(first, record) else { return false }
                if rule.mergesEqualFigures { return first.asOf == record.asOf }
                return first.flags.contains(.whole) == record.flags.contains(.whole) && first.isLike(record)
            }
            if let same {
                groups[same].facts += 1
                groups[same].published = max(groups[same].published, record.published)
                groups[same].isDecided = groups[same].isDecided || record.flags.contains(.decided)
            } else {
                groups.append(
                    Group(
                        first: record, published: record.published, isDecided: record.flags.contains(.decided)))
            }
        }
        return groups
    }

    private func isSameFigure(_ left: FactRecord, _ right: FactRecord) -> Bool {
        if left.hasFigure(of: right) { return true }
        let isExtended = left.flags.contains(.extended) || right.flags.contains(.extended)
        return isExtended && figure(left) == figure(right)
    }

    /// A person's decision, else the later published, else the surest; among figures that agree the exact one.
    private func chosen(_ groups: [Group]) -> Reduced {
        var choice = groups[0]
        var isContradicted = false
        if groups.count > 1 {
            let decided = groups.filter(\.isDecided)
            if !decided.isEmpty {
                choice = surest(decided)
            } else {
                let figures = groups.map { figure($0.first) }
                isContradicted = figures.indices.contains { index in
                    figures[(index + 1)...].contains { !$0.isCompatible(with: figures[index]) }
                }
                let exact = isContradicted ? [] : groups.filter { $0.first.qualifier == 0 }
                let latest = groups.reduce(0) { max($0, $1.published) }
                choice = surest(exact.isEmpty ? groups.filter { $0.published == latest } : exact)
            }
        }
        var reduced = plain(choice.first)
        reduced.facts = choice.facts
        reduced.isContradicted = isContradicted
        return reduced
    }

    private func surest(_ groups: [Group]) -> Group {
        groups.dropFirst().reduce(groups[0]) { best, one in
            figure(best.first).isLessSure(than: figure(one.first), told: best.facts, times: one.facts) ? one : best
        }
    }

    private static let powersOfTen: [Int64] = (0..<18).reduce(into: [1]) { powers, _ in
        powers.append((powers.last ?? 1) * 10)
    }

    /// `coefficient × 10^power`, or `nil` where 64 bits do not hold it or the power is negative.
    @inline(__always)
    static func scaled(_ coefficient: Int64, by power: Int) -> Int64? {
        if power == 0 { return coefficient }
        guard powersOfTen.indices.contains(power) else { return nil }
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: powersOfTen[power])
        return overflow ? nil : product
    }

    /// The sum; in 64 bits where all figures are exact and fit, else by the rules for qualified numbers.
    private func sum(_ groups: [Group]) -> Reduced {
        var reduced = Reduced()
        reduced.facts = groups.reduce(0) { $0 + $1.facts }
        let isPlain = groups.allSatisfy { $0.first.qualifier == 0 && !$0.first.flags.contains(.extended) }
        let exponent = groups.reduce(127) { min($0, $1.first.exponent) }
        if isPlain {
            var total: Int64? = 0
            for group in groups {
                let part = Self.scaled(group.first.coefficient, by: group.first.exponent - exponent)
                guard let part, let sum = total?.addingReportingOverflow(part), !sum.overflow else {
                    total = nil
                    break
                }
                total = sum.partialValue
            }
            if let total {
                reduced.coefficient = total
                reduced.detail = UInt64(truncatingIfNeeded: exponent) & 0xFF
                return reduced
            }
        }
        if let figure = FigureSum(groups.map { self.figure($0.first) }).figure {
            set(figure, of: &reduced)
        } else {
            reduced.isListed = true
        }
        return reduced
    }

    /// Enters a figure, as plain integers where they hold it.
    private func set(_ figure: Figure, of reduced: inout Reduced) {
        let exponent = figure.value.exponent
        guard figure.upper == nil, let coefficient = Int64(exactly: figure.value.coefficient),
            (-128...127).contains(exponent)
        else {
            reduced.figure = figure
            return
        }
        let qualifier = UInt64(Self.qualifiers.firstIndex(of: figure.qualifier) ?? 0)
        reduced.coefficient = coefficient
        reduced.detail = UInt64(truncatingIfNeeded: exponent) & 0xFF | qualifier << 8
    }

    // MARK: Over months

    /// The running figure less that of the month before; `nil` where that is missing, a bound, or larger, and where another
    /// figure contradicts either.
    private func difference(
        _ later: Reduced, key: UInt64, period: Int, earlier: Reduced, earlierKey: UInt64, rule: Rule
    ) -> Reduced? {
        if rule.isYearly, keys.periods[period].last?.month == 1 { return later }
        let previous = keys.previous[period]
        guard previous >= 0, earlierKey == key - UInt64(period) + UInt64(previous), !later.isListed, !earlier.isListed,
            !later.isContradicted, !earlier.isContradicted
        else { return nil }
        var step = later
        let exponent = min(later.exponent, earlier.exponent)
        if later.isPlain, earlier.isPlain,
            let end = Self.scaled(later.coefficient, by: later.exponent - exponent),
            let start = Self.scaled(earlier.coefficient, by: earlier.exponent - exponent)
        {
            let (difference, overflow) = end.subtractingReportingOverflow(start)
            if !overflow {
                guard difference >= 0 else { return nil }
                step.coefficient = difference
                step.detail = UInt64(truncatingIfNeeded: exponent) & 0xFF
                return step
            }
        }
        let (end, start) = (figure(later), figure(earlier))
        guard end.isExact, start.isExact, let difference = end.value.subtracting(start.value),
            !difference.isNegative
        else { return nil }
        step.figure = nil
        set(Figure(difference), of: &step)
        return step
    }

    private func figure(_ reduced: Reduced) -> Figure {
        reduced.figure
            ?? Figure(
                Number(
                    coefficient: Int128(reduced.coefficient), exponent: Int(Int8(truncatingIfNeeded: reduced.detail))),
                qualifier: Self.qualifiers[Int(reduced.detail >> 8 & 0xF)])
    }
}
