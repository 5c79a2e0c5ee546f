public import Facts

/// Which months bulletins are about, whenever they were printed: one of 2 April that counts what was done in March is about
/// March. A bulletin is about the month of which most of its results speak, of two the later; a quarter, a running figure
/// and a stock speak of the month in which they end.
public struct MonthsSpokenOf: Sendable {
    private struct Bulletin {
        var published: Month?
        var results: [Month: Int] = [:]

        var month: Month? { results.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? published }
    }

    private var bulletins: [String: Bulletin] = [:]

    public init() {}

    /// The months of many facts.
    public init(_ facts: some Sequence<Fact>) {
        for fact in facts { add(fact) }
    }

    /// Enters a fact with the month of which it speaks; plans and whole years speak of none.
    public mutating func add(_ fact: Fact) {
        var bulletin = bulletins[fact.document] ?? Bulletin()
        if let day = fact.published { bulletin.published = max(bulletin.published ?? Month(day), Month(day)) }
        let period = PeriodReading(of: fact, window: fact.window).period
        if fact.status == .actual, period.kind != .year, let month = period.last {
            bulletin.results[month, default: 0] += 1
        }
        bulletins[fact.document] = bulletin
    }

    /// The month that a bulletin is about: where it speaks of none, that of its publication; `nil` where it has no facts.
    public func month(of document: String) -> Month? { bulletins[document]?.month }

    /// The latest month that a bulletin is about.
    public var latest: Month? { bulletins.values.compactMap(\.month).max() }
}
