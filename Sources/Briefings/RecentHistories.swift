import Indicators
import Metrics
import Synchronization

/// The histories that were asked for last. Tables ask series by series, so that few are enough; of all series, places and
/// months together they would be the most of a report's memory.
final class RecentHistories: Sendable {
    private struct Known {
        let series: Series
        let history: SeriesHistory?
    }

    /// The latest last.
    private let known = Mutex<[Known]>([])
    /// Several writers go through the tables at one time, each at a series of its own.
    private static let most = 3

    /// The history of the series, computed where it is not known.
    func history(of series: Series, _ compute: () -> SeriesHistory?) -> SeriesHistory? {
        if let found = known.withLock({ known in known.last { $0.series == series } }) { return found.history }
        let history = compute()
        known.withLock { known in
            if known.count == RecentHistories.most { known.removeFirst() }
            known.append(Known(series: series, history: history))
        }
        return history
    }
}
