import Facts
import Reports

extension Amount {
    init(_ number: Number) {
        self.init(coefficient: number.coefficient, exponent: number.exponent)
    }
}

extension Day {
    init(_ date: CalendarDate) {
        self.init(year: date.year, month: date.month, day: date.day)
    }
}

extension Cell {
    static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty() }
    static func optional(_ date: CalendarDate?) -> Cell { date.map { .day(Day($0)) } ?? .empty() }
}

extension Marks.Bound {
    /// The sign of a qualifier; a range shows its two ends instead.
    init(_ qualifier: Qualifier) {
        switch qualifier {
        case .exact, .range: self = .exact
        case .about: self = .about
        case .over: self = .atLeast
        case .under: self = .atMost
        }
    }
}

extension Cell {
    /// A fact's value as a display table shows it, with its mark and, for a range, both ends.
    static func figure(_ value: Number, upper: Number?, qualifier: Qualifier, unit: String, link: Link?) -> Cell {
        let amount = Amount(value)
        let marks = Marks(bound: Marks.Bound(qualifier))
        if let upper { return Cell(.range(amount, Amount(upper)), marks: marks, link: link) }
        switch unit {
        case "%", "％": return .percent(amount, marks: marks, link: link)
        default: return .number(amount, marks: marks, link: link)
        }
    }
}
