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
        return quotient.exponent < -9 ? quotient.rounded(places: 9) : quotient
    }

    private func divided(by divisor: Number, places: Int) -> Number? {
        guard divisor.coefficient != 0 else { return nil }
        let power = exponent - divisor.exponent + places
        guard power >= 0 else { return rounded(places: 9).divided(by: divisor, places: places) }
        var dividend = coefficient
        for _ in 0..<power {
            let (next, overflow) = dividend.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            dividend = next
        }
        return Number(coefficient: dividend / divisor.coefficient, exponent: -places)
    }

    private func rounded(places: Int) -> Number {
        guard exponent < -places else { return self }
        var coefficient = coefficient
        for _ in exponent..<(-places - 1) { coefficient /= 10 }
        let (tenths, rest) = coefficient.quotientAndRemainder(dividingBy: 10)
        return Number(coefficient: tenths + (rest >= 5 ? 1 : rest <= -5 ? -1 : 0), exponent: -places)
    }
}
