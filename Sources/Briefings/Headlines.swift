import Facts
import Indicators
import Metrics
import Reports

/// The month's figures under keys that stay the same from month to month: the region's own figures and sums, then those
/// of each street.
struct Headlines: Sendable {
    let figures: [Reports.Figure]
    /// Keys of the figures to be shown as cards, six to twelve where there are as many.
    let cards: [String]
    private let keys: [Series: [Int: String]]

    /// Cards beyond these are not read.
    private static let mostCards = 12
    /// Fewer cards are filled up with figures of streets.
    private static let fewestCards = 6

    init(_ view: MonthView) {
        var builder = Builder(view: view)
        for series in view.statistics.series { builder.addRegion(series) }
        for series in view.compared where !series.series.indicator.isAdHoc { builder.addStreets(series) }
        figures = builder.figures
        keys = builder.keys
        var cards = builder.regionCards.sorted { $0.weight < $1.weight }.prefix(Headlines.mostCards).map(\.key)
        if cards.count < Headlines.fewestCards {
            cards += builder.streetCards.sorted { $0.weight < $1.weight }.map(\.key)
                .prefix(Headlines.fewestCards - cards.count)
        }
        self.cards = cards
    }

    /// The key of a street's figure; `nil` where it has none.
    func key(of series: Series, street: Int) -> String? { keys[series]?[street] }

    private struct Card {
        let key: String
        let weight: Weight
    }

    /// Which card stands first: the region's own figures, catalogued ones, what more streets report.
    private struct Weight: Comparable {
        let parts: [Int]
        static func < (left: Weight, right: Weight) -> Bool { left.parts.lexicographicallyPrecedes(right.parts) }
    }

    private struct Builder {
        let view: MonthView
        var figures: [Reports.Figure] = []
        var keys: [Series: [Int: String]] = [:]
        var regionCards: [Card] = []
        var streetCards: [Card] = []
        private var taken: Set<String> = []

        init(view: MonthView) {
            self.view = view
        }

        private var words: Wording { view.words }

        mutating func addRegion(_ series: SeriesStatistics) {
            guard isHeadline(series.series) else { return }
            let whole = view.whole(series)
            let reported = series.streets.keptValues.filter(\.isReported).count
            guard !whole.value.isEmpty, !whole.isSum || reported > 1,
                let key = claim(series.series, place: view.statistics.directory.district)
            else { return }
            let name = view.name(series.series)
            var count = series.streets.keptValues.filter { $0.figure != nil }.count
            if case .derived(_, let base, _) = series.total { count = base }
            let label =
                whole.isSum ? words("\(name)（\(count)个\(words.part)）", "\(name) (\(count) \(words.parts))") : name
            let rank = view.standing(series.series) ?? .empty(words("全地区不排位", "the region is not ranked"))
            var value = whole.value
            value.name = key
            figures.append(
                figure(
                    key, series.series, label: label, value: value, growth: whole.onMonth, rank: rank,
                    place: view.statistics.directory.district, facts: series.district.facts))
            let isCarried = value.marks.carriedFrom != nil && !value.marks.isOldest
            regionCards.append(
                Card(
                    key: key,
                    weight: Weight(parts: [
                        whole.isSum ? 1 : 0, isCarried ? 1 : 0, series.series.indicator.isAdHoc ? 1 : 0,
                        -reported, figures.count,
                    ])))
        }

        mutating func addStreets(_ series: SeriesStatistics) {
            guard isHeadline(series.series) else { return }
            for (street, own) in zip(series.streets.kept, series.streets.keptValues) where own.figure != nil {
                let name = view.streets[street].name
                guard let key = claim(series.series, place: name) else { continue }
                keys[series.series, default: [:]][street] = key
                var value = view.cells.value(own, unit: view.unit(series.series))
                value.name = key
                figures.append(
                    figure(
                        key, series.series,
                        label: words("\(name)\(view.name(series.series))", "\(name): \(view.name(series.series))"),
                        value: value, growth: own.onMonth, rank: view.cells.rank(own), place: name, facts: own.facts))
                guard own.isReported else { continue }
                streetCards.append(Card(key: key, weight: Weight(parts: [own.rank?.rank ?? 99, figures.count])))
            }
        }

        /// Plans and figures that are themselves changes are no headline figures.
        private func isHeadline(_ series: Series) -> Bool {
            series.status == .actual && series.change == .none && series.per == nil
        }

        private func figure(
            _ key: String, _ series: Series, label: String, value: Cell, growth: Growth, rank: Cell, place: String,
            facts: [Int]
        ) -> Reports.Figure {
            Reports.Figure(
                key: key, label: label, value: value, unit: view.unitBeside(series), period: view.month.description,
                place: place, change: view.cells.change(growth), changeRate: view.cells.rate(growth), rank: rank,
                source: view.cells.ledger.sources(ofFacts: facts).joined(separator: words("、", ", ")))
        }

        /// A key for the series at the place, in Chinese in every language so that it stays the same; a second series of
        /// one name takes its unit along. Spreadsheets take names for the same whatever their case.
        private mutating func claim(_ series: Series, place: String) -> String? {
            var title = series.title
            switch series.window {
            case .cumulative: title += "_" + Wording(language: .chinese).label(series.window)
            default: break
            }
            for name in [title, title + "_" + series.indicator.unit] {
                if let key = Key.make(from: name + "." + place), taken.insert(key.lowercased()).inserted { return key }
            }
            return nil
        }
    }
}
