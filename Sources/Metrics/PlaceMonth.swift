import Facts
import Indicators

/// A place with the places within it, and their histories of one series.
///
/// A class, so that it is cheap to hand on.
final class PlaceMonth: Sendable {
    /// The last name of the place; empty for the district and its streets, which the directory names.
    let name: String
    private let own: PlaceHistory
    private let parts: [PlaceMonth]
    private let window: Window
    private let partCount: Int?
    private let canBeSummed: Bool

    /// - Parameters:
    ///   - depth: how many names of the path within the street lead to this place
    ///   - partCount: how many places there are directly within
    init(_ observations: [Observation], series: Series, depth: Int, partCount: Int?, name: String = "") {
        self.name = name
        func path(_ observation: Observation) -> [String] {
            if case .street(_, let path) = observation.location { path } else { [] }
        }
        window = series.window
        self.partCount = partCount
        canBeSummed = SeriesRules.noTotal(of: series) == nil
        own = PlaceHistory(observations.filter { path($0).count == depth }, window: series.window)
        let deeper = Dictionary(grouping: observations.filter { path($0).count > depth }) { path($0)[depth] }
        parts = deeper.sorted { $0.key < $1.key }.map {
            PlaceMonth($0.value, series: series, depth: depth + 1, partCount: nil, name: $0.key)
        }
    }

    typealias Value = PlaceHistory.PeriodValue

    /// The place's own figure stands; else the sum of the places within it, also where of its own only a running figure
    /// is known.
    func value(_ reading: (PlaceHistory) -> Value) -> Value {
        let value = reading(own)
        guard value.reason == .notReported || value.reason == .earlierFigureMissing else { return value }
        return sumOfParts(reading) ?? value
    }

    /// The sum of the places within, marked with how many reported.
    func sumOfParts(_ reading: (PlaceHistory) -> Value) -> Value? {
        guard canBeSummed else { return nil }
        let values = parts.map { $0.value(reading) }.filter { $0.figure != nil }
        guard !values.isEmpty, let sum = FigureSum(values.compactMap(\.figure)).figure else { return nil }
        var marks = values.reduce(into: Set<Mark>()) { $0.formUnion($1.marks) }
        marks = marks.filter { if case .communities = $0 { false } else { true } }
        marks.insert(.communities(reported: values.count, of: partCount))
        return Value(figure: sum, facts: values.flatMap(\.facts).sorted(), marks: marks)
    }

    /// Whether nothing was ever reported of the place: most places of most series, which cost nothing then.
    private var isSilent: Bool { own.isEmpty && parts.isEmpty }

    /// Whether anything of the period, or running up to its end, is known.
    func hasFigure(in period: Period) -> Bool {
        guard !isSilent else { return false }
        return value { $0.value(in: period) }.figure != nil
            || period.last.map { last in value { $0.valueToDate(last) }.figure != nil } ?? false
    }

    func figure(in period: Period) -> StreetFigure {
        guard !isSilent else { return .silent(in: window) }
        let value = value { $0.value(in: period) }
        let last = period.last ?? Month(year: 0, month: 1)
        let before = self.value { $0.value(in: period.previous) }
        let yearAgo = self.value { $0.value(in: period.yearBefore) }
        let lastYear = self.value { $0.value(inYear: last.year - 1) }
        let beside = value.marks.contains { if case .communities = $0 { true } else { false } }
        return StreetFigure(
            figure: value.figure, reason: value.figure == nil ? value.reason ?? .notReported : nil, marks: value.marks,
            facts: value.facts,
            surroundings: StreetFigure.Surroundings(
                toDate: StreetFigure.ToDate(self.value { $0.valueToDate(last) }),
                yearBefore: StreetFigure.Earlier(figure: lastYear.figure, marks: lastYear.marks),
                onMonth: growth(from: before, to: value), onYear: growth(from: yearAgo, to: value),
                monthBefore: StreetFigure.Earlier(figure: before.figure, marks: before.marks),
                sameMonthBefore: StreetFigure.Earlier(figure: yearAgo.figure, marks: yearAgo.marks),
                communities: beside ? nil : sumOfParts { $0.value(in: period) }?.figure,
                parts: parts.map { StreetFigure.Part(name: $0.name, figure: $0.figure(in: period)) }))
    }

    /// The figures of consecutive months, each with its change on the month before.
    func figures(in months: [Month]) -> [MonthFigure] {
        guard let first = months.first else { return [] }
        var earlier = value { $0.value(in: .month(first.advanced(by: -1))) }
        return months.map { month in
            let value = value { $0.value(in: .month(month)) }
            let figure = MonthFigure(
                month: month, figure: value.figure, reason: value.figure == nil ? value.reason ?? .notReported : nil,
                marks: value.marks, facts: value.facts, onMonth: growth(from: earlier, to: value),
                running: running(to: month))
            earlier = value
            return figure
        }
    }

    /// The running figure of a month's end as it was reported; `nil` of other series.
    private func running(to month: Month) -> MonthFigure.Running? {
        guard window == .flow || window == .cumulative else { return nil }
        let value = value { $0.reportedToDate(month) }
        return value.figure.map { MonthFigure.Running(figure: $0, marks: value.marks, facts: value.facts) }
    }

    /// A carried value counts neither as coverage nor for change; a bound has no difference, nor has a figure in dispute.
    private func growth(from earlier: Value, to later: Value) -> Growth {
        if [later, earlier].contains(where: { PlaceMonth.isCarried($0.marks) }) {
            return Growth(reason: .notReported, window: window)
        }
        if [later, earlier].contains(where: { PlaceMonth.isPartial($0.marks) }) {
            return Growth(reason: .restsOnBound, window: window)
        }
        if [later, earlier].contains(where: { $0.figure != nil && $0.marks.contains(.contradicted) }) {
            return Growth(reason: .contradicted, window: window)
        }
        return Growth(from: earlier.figure, to: later.figure, window: window)
    }

    static func isCarried(_ marks: Set<Mark>) -> Bool {
        marks.contains { if case .carried = $0 { true } else { false } }
    }

    /// A figure as it goes into a sum: what some communities only add up to is a lower bound.
    static func bounded(_ figure: Figure?, _ marks: Set<Mark>) -> Figure? {
        guard let figure, figure.isExact, isPartial(marks) else { return figure }
        return Figure(figure.value, qualifier: .over)
    }

    /// Whether the figure is the sum of some communities only.
    static func isPartial(_ marks: Set<Mark>) -> Bool {
        marks.contains {
            if case .communities(let reported, let count) = $0 { count.map { reported < $0 } ?? true } else { false }
        }
    }
}

enum SeriesRules {
    /// Why the figures of several places get no sum; `nil` where they do.
    static func noTotal(of series: Series) -> NoTotal? {
        if let reason = series.window.rule.noTotal { return reason }
        if series.change != .none { return .changes }
        if series.per != nil { return .level }
        if series.indicator.overlapsBetweenPlaces { return .overlappingUnits }
        if series.indicator.key != nil, series.indicator.aggregation == .none { return .byCatalogue }
        return nil
    }
}
