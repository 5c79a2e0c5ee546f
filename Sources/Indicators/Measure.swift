import Facts
import Units

/// A fact's numbers and the unit that they are in.
struct Measure {
    let unit: String
    let dimension: Dimension
    let value: Number
    let upper: Number?

    /// As the fact reports it.
    init(of fact: Fact, units: UnitTable) {
        unit = fact.unit
        dimension = units.unit(named: fact.unit)?.dimension ?? fact.dimension
        value = fact.value
        upper = fact.upper
    }

    private init(unit: String, dimension: Dimension, value: Number, upper: Number?) {
        self.unit = unit
        self.dimension = dimension
        self.value = value
        self.upper = upper
    }

    /// The same quantity in the unit of a catalogue's row: physical units convert, and where the row lists the measure
    /// word it means the same. `nil` where neither holds.
    func inUnit(of entry: CatalogueEntry, units: UnitTable) -> Measure? {
        if let converted = converted(to: entry.indicator.unit, units: units) { return converted }
        guard entry.measures.contains(unit) else { return nil }
        return Measure(unit: entry.indicator.unit, dimension: dimension, value: value, upper: upper)
    }

    /// The same quantity in the unit in which statistics of its kind are reported.
    func inReportedUnit(units: UnitTable) -> Measure {
        guard let base = units.unit(named: unit)?.base else { return self }
        return converted(to: Measure.reportedUnits[base] ?? base, units: units) ?? self
    }

    /// Units of statistics where they are not the base of the conversion.
    private static let reportedUnits = ["秒": "小时", "公斤": "吨"]

    private func converted(to target: String, units: UnitTable) -> Measure? {
        if target == unit { return self }
        guard let from = units.unit(named: unit), let to = units.unit(named: target), let base = from.base,
            base == to.base, let multiplier = from.factor, let divisor = to.factor,
            let value = value.converted(multiplier: multiplier, divisor: divisor)
        else { return nil }
        var upper: Number?
        if let end = self.upper {
            upper = end.converted(multiplier: multiplier, divisor: divisor)
            if upper == nil { return nil }
        }
        return Measure(unit: target, dimension: from.dimension, value: value, upper: upper)
    }
}

extension Number {
    /// `self × multiplier ÷ divisor`, rounded half up to nine decimals where no finite decimal writes the quotient.
    ///
    /// A factor such as 亩 = 2000 / 3 平方米 is stored with 28 digits; rounding the product makes 3 亩 2000 平方米 and not a trifle
    /// more.
    fileprivate func converted(multiplier: Number, divisor: Number) -> Number? {
        guard let product = multiplied(by: multiplier) else { return nil }
        let quotient = divisor == Number(1) ? product : product.divided(by: divisor, places: 12)
        guard let quotient else { return nil }
        return quotient.rounded(toPlaces: 9)
    }

    /// `self ÷ divisor`, cut off after so many decimals; `nil` of zero, and where the division takes too many digits.
    private func divided(by divisor: Number, places: Int) -> Number? {
        let power = exponent - divisor.exponent + places
        guard divisor.coefficient != 0, let dividend = coefficient.timesTen(toPower: power),
            let divisor = divisor.coefficient.timesTen(toPower: -power)
        else { return nil }
        return Number(coefficient: dividend / divisor, exponent: -places)
    }
}

extension Int128 {
    /// `self × 10^power`, itself for powers below 1, `nil` where that takes too many digits.
    fileprivate func timesTen(toPower power: Int) -> Int128? {
        var result = self
        for _ in 0..<Swift.max(power, 0) {
            let (next, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = next
        }
        return result
    }
}
