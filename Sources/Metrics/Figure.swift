public import Facts

/// A number as it was meant: exact, a bound, about, or a range.
public struct Figure: Sendable, Hashable {
    public let value: Number
    /// Upper end of a range.
    public let upper: Number?
    public let qualifier: Qualifier

    public init(_ value: Number, upper: Number? = nil, qualifier: Qualifier = .exact) {
        self.value = value
        self.upper = upper
        self.qualifier = qualifier
    }

    /// Whether differences and growth may be computed from the figure.
    public var isExact: Bool { qualifier == .exact }

    /// Whether both figures may state one quantity: 50余 and 53, 约50 and 53 (within a tenth), never 50 and 53.
    public func isCompatible(with other: Figure) -> Bool {
        let (left, right) = (bounds, other.bounds)
        if let end = left.upper, let start = right.lower, end < start { return false }
        if let end = right.upper, let start = left.lower, end < start { return false }
        return true
    }

    /// Whether the figure gives way to another that contradicts it and is as new: one that is exact stands, then the one
    /// that more facts tell, then the larger.
    ///
    /// - Parameters:
    ///   - count: how many facts tell this figure
    ///   - others: how many tell the other
    func isLessSure(than other: Figure, told count: Int, times others: Int) -> Bool {
        if isExact != other.isExact { return other.isExact }
        if count != others { return count < others }
        if value != other.value { return value < other.value }
        if upper != other.upper { return upper ?? value < other.upper ?? other.value }
        return qualifier.rawValue < other.qualifier.rawValue
    }

    /// Whether the figure is smaller than another, whatever both are bounds of.
    func isBelow(_ other: Figure) -> Bool {
        guard let end = bounds.upper, let start = other.bounds.lower else { return false }
        return end < start
    }

    private var bounds: (lower: Number?, upper: Number?) {
        switch qualifier {
        case .exact: (value, value)
        case .over: (value, nil)
        case .under: (nil, value)
        case .range: (value, upper ?? value)
        case .about: (value.subtracting(tenth), (upper ?? value).adding(tenth))
        }
    }

    private var tenth: Number {
        let tenth = value.scaled(by: -1)
        return tenth.isNegative ? -tenth : tenth
    }
}

/// A sum of figures by the rules for qualified numbers, the same in whatever order they are added.
///
/// exact + over = over; exact + under = under; over + under, or anything with about = about; with a range the ends are
/// added first. Only the rules of a window build one, so that what must not be added cannot be.
struct FigureSum {
    private var lower = Number.zero
    private var upper = Number.zero
    private var qualifiers: Set<Qualifier> = []
    private var hasOverflown = false

    init(_ figures: some Sequence<Figure>) {
        for figure in figures { add(figure) }
    }

    private mutating func add(_ figure: Figure) {
        qualifiers.insert(figure.qualifier)
        if figure.upper != nil { qualifiers.insert(.range) }
        guard let low = lower.adding(figure.value), let high = upper.adding(figure.upper ?? figure.value) else {
            hasOverflown = true
            return
        }
        (lower, upper) = (low, high)
    }

    /// The sum; `nil` where there is nothing to add or the sum has more digits than a number holds.
    var figure: Figure? {
        guard !hasOverflown, !qualifiers.isEmpty else { return nil }
        let end = qualifiers.contains(.range) ? upper : nil
        if qualifiers.contains(.about) || qualifiers.isSuperset(of: [.over, .under]) {
            return Figure(lower, upper: end, qualifier: .about)
        }
        if qualifiers.contains(.over) { return Figure(lower, qualifier: .over) }
        if qualifiers.contains(.under) { return Figure(upper, qualifier: .under) }
        return Figure(lower, upper: end, qualifier: end == nil ? .exact : .range)
    }
}
