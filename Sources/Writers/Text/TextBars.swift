public import Reports
import Scanning

/// Draws a chart of one series as bars of characters that line up behind names and figures.
public struct TextBars: Sendable {
    /// Display columns of the page.
    public var width: Int

    public init(width: Int = 80) {
        self.width = width
    }

    /// One line a category: name, figure, bar. The bar comes last, so that its width in odd fonts disturbs nothing. No
    /// data has no bar, and any positive figure has a bar.
    public func lines(categories: [String], series: Chart.Series) -> [String] {
        let names = categories.map(\.displayWidth).max() ?? 0
        let figures = series.texts.map(\.displayWidth).max() ?? 0
        let room = max(8, min(40, width - names - figures - 4))
        let largest = series.values.compactMap { $0?.double }.max() ?? 0
        return zip(categories, zip(series.values, series.texts)).map { name, figure in
            let (value, text) = figure
            var length = 0
            if let value = value?.double, value > 0, largest > 0 {
                length = max(1, Int((value / largest * Double(room)).rounded()))
            }
            let line = name.padded(to: names, .leading) + "  " + text.padded(to: figures, .trailing)
            return (line + "  " + String(repeating: "█", count: length)).withoutTrailingSpaces
        }
    }
}
