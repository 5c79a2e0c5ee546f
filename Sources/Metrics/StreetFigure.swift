public import Facts
public import FoundationEssentials
public import Indicators

/// One series at one place in one month.
public struct StreetFigure: Sendable {
    /// The figure of the month; `nil` is a dash, never zero.
    public internal(set) var figure: Figure?
    /// Why there is a dash.
    public internal(set) var reason: DashReason?
    public internal(set) var marks: Set<Mark>
    /// The facts behind the figure.
    public internal(set) var facts: [Int]
    /// Held apart, so that a figure is cheap to copy where its rank and share are entered.
    private let surroundings: Surroundings
    public internal(set) var rank: Rank?
    public internal(set) var rankReason: DashReason?
    /// Share of the sum of the streets that reported, in per cent.
    public internal(set) var share: Decimal?
    public internal(set) var shareReason: DashReason?

    init(figure: Figure?, reason: DashReason?, marks: Set<Mark>, facts: [Int], surroundings: Surroundings) {
        self.figure = figure
        self.reason = reason
        self.marks = marks
        self.facts = facts
        self.surroundings = surroundings
    }

    /// What stands round the figure: other periods, changes, the places within.
    final class Surroundings: Sendable {
        let toDate: ToDate
        let yearBefore: Earlier
        let onMonth: Growth
        let onYear: Growth
        let monthBefore: Earlier
        let sameMonthBefore: Earlier
        let communities: Figure?
        let parts: [Part]

        init(
            toDate: ToDate, yearBefore: Earlier, onMonth: Growth, onYear: Growth, monthBefore: Earlier,
            sameMonthBefore: Earlier, communities: Figure?, parts: [Part]
        ) {
            self.toDate = toDate
            self.yearBefore = yearBefore
            self.onMonth = onMonth
            self.onYear = onYear
            self.monthBefore = monthBefore
            self.sameMonthBefore = sameMonthBefore
            self.communities = communities
            self.parts = parts
        }

        /// Those of a place of which nothing was ever reported.
        static func silent(in window: Window) -> Surroundings {
            let noChange = Growth(reason: .notReported, window: window)
            let nothing = Earlier(figure: nil, marks: [])
            return Surroundings(
                toDate: ToDate(PlaceHistory.PeriodValue(reason: .notReported)), yearBefore: nothing, onMonth: noChange,
                onYear: noChange, monthBefore: nothing,
                sameMonthBefore: nothing, communities: nil, parts: [])
        }
    }

    /// The figure that runs up to the month's end: 累计.
    public var toDate: ToDate { surroundings.toDate }
    /// The figure of the whole year before: 上年.
    public var yearBefore: Earlier { surroundings.yearBefore }
    /// Against the month before: 环比.
    public var onMonth: Growth { surroundings.onMonth }
    /// Against the same month of the year before: 同比.
    public var onYear: Growth { surroundings.onYear }
    /// The figure of the month before: 上期.
    public var monthBefore: Earlier { surroundings.monthBefore }
    /// The figure of the same month of the year before: 上年同期.
    public var sameMonthBefore: Earlier { surroundings.sameMonthBefore }
    /// The sum of its communities beside the street's own figure, where both are there.
    public var communities: Figure? { surroundings.communities }
    /// The places within that have figures of their own, by name.
    public var parts: [Part] { surroundings.parts }

    /// The figure that runs up to the month's end.
    public struct ToDate: Sendable {
        public let figure: Figure?
        /// Why there is a dash.
        public let reason: DashReason?
        public let marks: Set<Mark>
        /// The facts behind the figure.
        public let facts: [Int]

        init(_ value: PlaceHistory.PeriodValue) {
            (figure, reason, marks, facts) = (value.figure, value.reason, value.marks, value.facts)
        }
    }

    /// The figure of an earlier month, with its marks.
    public struct Earlier: Sendable {
        public let figure: Figure?
        public let marks: Set<Mark>
    }

    /// A place within a street.
    public struct Part: Sendable {
        public let name: String
        public let figure: StreetFigure
    }

    /// Enters the quotient of two figures in per cent where the place reported both of them, exactly, and not this one. A
    /// quotient of bounds is no bound of anything.
    mutating func recompute(from above: StreetFigure, by below: StreetFigure) {
        guard figure == nil, reason == .notReported, let top = above.figure, let bottom = below.figure else { return }
        guard !above.restsOnBound, !below.restsOnBound else {
            reason = .restsOnBound
            return
        }
        guard bottom.value > .zero,
            // Twelve decimals are far more than are shown.
            let quotient = Number((top.value.decimal / bottom.value.decimal * 100).rounded(places: 12).description)
        else { return }
        figure = Figure(quotient)
        reason = nil
        marks = above.marks.union(below.marks).union([.computed])
        facts = (above.facts + below.facts).sorted()
    }

    /// What stands at a place of which nothing was ever reported: dashes.
    static func silent(in window: Window) -> StreetFigure {
        StreetFigure(figure: nil, reason: .notReported, marks: [], facts: [], surroundings: .silent(in: window))
    }

    /// Whether the place reported in this very month.
    public var isReported: Bool {
        figure != nil && !marks.contains { if case .carried = $0 { true } else { false } }
    }

    /// Whether the figure is a bound, or the sum of some communities only.
    public var restsOnBound: Bool {
        guard let figure else { return false }
        return !figure.isExact || PlaceMonth.isPartial(marks)
    }
}

/// The figure of one month in a series of months.
public struct MonthFigure: Sendable {
    public let month: Month
    /// `nil` is a dash, never zero.
    public let figure: Figure?
    /// Why there is a dash.
    public let reason: DashReason?
    public let marks: Set<Mark>
    /// The facts behind the figure.
    public let facts: [Int]
    /// Against the month before: 环比.
    public let onMonth: Growth
    /// The running figure of the month's end where one was reported.
    public let running: Running?

    /// A running figure as it was reported.
    public struct Running: Sendable {
        public let figure: Figure
        public let marks: Set<Mark>
        /// The facts behind it.
        public let facts: [Int]
    }

    /// Whether the place reported in this very month.
    public var isReported: Bool {
        figure != nil && !PlaceMonth.isCarried(marks)
    }
}

/// One series month by month: the district's own figures and each street's, in the gazetteer's order.
public struct SeriesHistory: Sendable {
    public let series: Series
    public let months: [Month]
    public let district: [MonthFigure]
    public let streets: ByStreet<[MonthFigure]>
    /// What the streets that reported add up to in each month; `nil` where they must not be added or none reported.
    public let totals: [Figure?]

    /// The positions of the streets that have a figure in a month.
    public func reporting(_ month: Int) -> [Int] {
        streets.kept.filter { streets[$0][month].figure != nil }
    }
}

/// A sum over streets, or why there is none.
public enum Total: Sendable, Hashable {
    /// - Parameters:
    ///   - reported: streets whose figures are in the sum
    ///   - streets: streets of the district
    ///   - oldest: month of the oldest figure carried forward into the sum
    case sum(Figure, reported: Int, streets: Int, oldest: Month?)
    /// a ratio recomputed from the sums of its parts, or a maximum
    case derived(Decimal, reported: Int, streets: Int)
    case none(NoTotal)
}

/// One series in one month: every street, the district's own figure, total and summary.
public struct SeriesStatistics: Sendable {
    public let series: Series
    /// One for each street, in the gazetteer's order.
    public let streets: ByStreet<StreetFigure>
    /// The district's own figure, never added to its streets'.
    public let district: StreetFigure
    public let total: Total
    /// What the streets' running figures add up to.
    public let totalToDate: Total
    /// The district's own figure less the sum of its streets, where both are exact.
    public let difference: Number?
    public let summary: Summary?
    public let summaryReason: DashReason?
    /// Result by plan in per cent for each street, where both are there for the month; `nil` elsewhere.
    public internal(set) var completion: ByStreet<Decimal?>
    /// The same for the district's own figures.
    public internal(set) var districtCompletion: Decimal?
    /// The plan of each street for the year, beside the year so far; `nil` where there is none.
    public internal(set) var yearPlans: ByStreet<YearPlan?>
    /// The same for the district itself.
    public internal(set) var districtYearPlan: YearPlan?

    /// What the streets added up to in another period, with the growth since.
    public struct EarlierTotal: Sendable {
        public let figure: Figure
        public let growth: Growth
    }

    /// The sum of the streets' figures of another period; `nil` unless the same streets reported both periods themselves, or
    /// where they are not added.
    ///
    /// - Parameter earlier: a street's figure of that period.
    public func total(of earlier: (StreetFigure) -> StreetFigure.Earlier) -> EarlierTotal? {
        var later: Figure?
        switch total {
        case .sum(let sum, _, _, _): later = sum
        case .none(.noFigures): break
        case .none, .derived: return nil
        }
        var figures: [Figure] = []
        var isContradicted = false
        for street in streets.keptValues {
            let before = earlier(street)
            let isReported = street.isReported || street.figure == nil && street.toDate.figure != nil
            guard before.figure != nil || street.figure != nil else { continue }
            guard isReported, !PlaceMonth.isCarried(before.marks),
                let figure = PlaceMonth.bounded(before.figure, before.marks)
            else { return nil }
            if street.figure == nil { later = nil }
            isContradicted = isContradicted || street.marks.union(before.marks).contains(.contradicted)
            figures.append(figure)
        }
        return FigureSum(figures).figure.map {
            EarlierTotal(
                figure: $0,
                growth: isContradicted && later != nil
                    ? Growth(reason: .contradicted, window: series.window)
                    : Growth(from: $0, to: later, window: series.window))
        }
    }

    /// Whether the district or a street has a plan for the year.
    public var hasYearPlan: Bool { districtYearPlan != nil || yearPlans.keptValues.contains { $0 != nil } }
}

/// How much a place reported in a month.
public struct Coverage: Sendable, Hashable {
    public internal(set) var bulletins = 0
    public internal(set) var articles = 0
    public internal(set) var communities = 0
    public internal(set) var facts = 0
}
