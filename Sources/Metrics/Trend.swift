public import Indicators

/// One series period by period: the district's own figures, its streets', and the sums over them.
public struct Trend: Sendable {
    /// What stands under one period.
    public struct Step: Sendable {
        public let period: Period
        /// The district's own figure.
        public let district: StreetFigure
        /// One for each street, in the gazetteer's order.
        public let streets: ByStreet<StreetFigure>
        /// The total over the streets, or why there is none.
        public let total: Total
    }

    public let series: Series
    public let directory: StreetDirectory
    /// In the order of time, without gaps.
    public let steps: [Step]

    /// The trend of a series between the first and the last period that have figures.
    ///
    /// - Parameters:
    ///   - kind: `month`, `quarter`, `half` or `year`; any other kind gives no steps.
    ///   - from: the first month; `nil` for the first that has a figure.
    ///   - to: the last month; `nil` for the last that has a figure.
    public init(
        of series: Series, kind: Period.Kind = .month, from: Month? = nil, to: Month? = nil,
        observations: [Observation], directory: StreetDirectory, catalogue: Catalogue = .builtIn
    ) {
        self.series = series.row
        self.directory = directory
        let rows = SeriesRows.rows(of: Dictionary(grouping: observations.indices) { observations[$0].series })
        let places = Dictionary(
            uniqueKeysWithValues: rows.map { series, positions in
                let members = positions.map { observations[$0] }
                return (series, SeriesPlaces(series: series, observations: members, directory: directory))
            })
        guard let own = places[series.row] else {
            steps = []
            return
        }
        let reported = own.months
        guard let first = from ?? reported.min(), let last = to ?? reported.max(),
            var period = Period.period(kind, of: first)
        else {
            steps = []
            return
        }
        let parts = own.quotient(in: catalogue, among: places)
        var steps: [Step] = []
        while let start = period.first, start <= last {
            let (figures, total) = own.table(in: period, parts: parts)
            steps.append(
                Step(period: period, district: figures.district, streets: figures.streets, total: total))
            period = period.next
        }
        self.steps = steps
    }
}
