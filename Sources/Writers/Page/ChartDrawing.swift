import Reports
import Scanning

/// Draws charts as SVG: axes from zero, labels, and no data left open. Colours come from the page's style by class.
struct ChartDrawing {
    let chart: Chart
    let categories: [String]
    let series: [Chart.Series]
    private static let width = 720.0
    private static let character = 7.0

    init(_ chart: Chart, table: Table, language: Language) {
        self.chart = chart
        (categories, series) = chart.resolved(in: table, language: language)
    }

    /// The drawing with its text alternative; the caller writes the title below it.
    var svg: String {
        let (height, content) =
            switch chart.kind {
            case .bar: bars
            case .column, .stacked: columns
            case .line: lines
            }
        let legend = series.count > 1 ? legend(at: height) : ""
        let total = height + (legend.isEmpty ? 0 : 24)
        return """
            <svg class="chart" role="img" viewBox="0 0 \(px(ChartDrawing.width)) \(px(total))" \
            aria-label="\(chart.textAlternative.escaped)">\(content)\(legend)</svg>
            """
    }

    private var largest: Double {
        let sums =
            chart.kind == .stacked
            ? categories.indices.map { index in series.reduce(0) { $0 + ($1.values[index]?.double ?? 0) } }
            : series.flatMap(\.values).compactMap { $0?.double }
        return sums.max() ?? 0
    }

    private var bars: (Double, String) {
        let labelWidth = min(220, Double(categories.map(\.displayWidth).max() ?? 0) * ChartDrawing.character + 8)
        let valueWidth = Double(series.flatMap(\.texts).map(\.displayWidth).max() ?? 0) * ChartDrawing.character + 12
        let room = ChartDrawing.width - labelWidth - valueWidth
        let thickness = max(8, 20 / Double(max(series.count, 1)))
        let step = thickness * Double(max(series.count, 1)) + 8
        var content = ""
        for (index, name) in categories.enumerated() {
            let top = Double(index) * step + 4
            content += text(
                name, x: labelWidth - 6, y: top + (step - 8) / 2 + 4, anchor: "end")
            for (number, one) in series.enumerated() {
                let y = top + Double(number) * thickness
                let value = one.values[index]?.double
                let length = value.map { largest > 0 ? max(0, $0 / largest * room) : 0 } ?? 0
                if value != nil {
                    content += rectangle(x: labelWidth, y: y, width: length, height: thickness - 1, series: number)
                }
                content += text(
                    one.texts[index], x: labelWidth + length + 5, y: y + thickness / 2 + 4, anchor: "start",
                    class: value == nil ? "none" : "value")
            }
        }
        let height = Double(categories.count) * step + 8
        content += line(labelWidth, 0, labelWidth, height, class: "axis")
        return (height, content)
    }

    private struct Plot {
        let left: Double
        let top = 24.0
        let height = 240.0
        let axis: ChartAxis
        let step: Double
        func y(_ value: Double) -> Double { top + height - value / axis.top * height }
        func x(_ index: Int) -> Double { left + (Double(index) + 0.5) * step }
    }

    private var plot: Plot {
        let axis = ChartAxis(covering: largest)
        let left = Double(axis.labels.map(\.displayWidth).max() ?? 1) * ChartDrawing.character + 10
        return Plot(left: left, axis: axis, step: (ChartDrawing.width - left - 8) / Double(max(categories.count, 1)))
    }

    private func grid(_ plot: Plot) -> String {
        var content = chart.valueAxis.map { text($0, x: 0, y: 12, anchor: "start") } ?? ""
        for (tick, label) in zip(plot.axis.ticks, plot.axis.labels) {
            let y = plot.y(tick)
            content += line(plot.left, y, ChartDrawing.width - 8, y, class: tick == 0 ? "axis" : "grid")
            content += text(label, x: plot.left - 5, y: y + 4, anchor: "end")
        }
        let widest = Double(categories.map(\.displayWidth).max() ?? 1) * ChartDrawing.character
        let every = max(1, Int((widest / plot.step).rounded(.up)))
        for index in stride(from: 0, to: categories.count, by: every) {
            content += text(categories[index], x: plot.x(index), y: plot.top + plot.height + 17, anchor: "middle")
        }
        return content
    }

    private var columns: (Double, String) {
        let plot = plot
        var content = grid(plot)
        let isStacked = chart.kind == .stacked
        let width = plot.step * 0.7 / Double(isStacked ? 1 : max(series.count, 1))
        for index in categories.indices {
            var below = 0.0
            for (number, one) in series.enumerated() {
                guard let value = one.values[index]?.double, value >= 0 else { continue }
                let x = plot.x(index) - plot.step * 0.35 + (isStacked ? 0 : Double(number) * width)
                let top = plot.y(below + value)
                content += rectangle(x: x, y: top, width: width - 1, height: plot.y(below) - top, series: number)
                if !isStacked, width >= 24 {
                    content += text(one.texts[index], x: x + width / 2, y: top - 4, anchor: "middle", class: "value")
                }
                if isStacked { below += value }
            }
        }
        return (plot.top + plot.height + 26, content)
    }

    private var lines: (Double, String) {
        let plot = plot
        var content = grid(plot)
        for (number, one) in series.enumerated() {
            var path = ""
            var isDrawing = false
            for (index, value) in one.values.enumerated() {
                guard let value = value?.double else {
                    isDrawing = false
                    continue
                }
                path += "\(isDrawing ? "L" : "M")\(px(plot.x(index))) \(px(plot.y(value)))"
                isDrawing = true
            }
            content += "<path class=\"line s\(colour(number))\" d=\"\(path)\"/>"
            for (index, value) in one.values.enumerated() {
                guard let value = value?.double else { continue }
                let x = plot.x(index)
                let y = plot.y(value)
                content += "<circle class=\"s\(colour(number))\" cx=\"\(px(x))\" cy=\"\(px(y))\" r=\"3.5\"/>"
                if series.count == 1 {
                    content += text(one.texts[index], x: x, y: y - 8, anchor: "middle", class: "value")
                }
            }
        }
        return (plot.top + plot.height + 26, content)
    }

    private func legend(at y: Double) -> String {
        var x = 4.0
        var content = ""
        for (number, one) in series.enumerated() {
            content += rectangle(x: x, y: y + 6, width: 12, height: 12, series: number)
            content += text(one.name, x: x + 16, y: y + 16, anchor: "start")
            x += 32 + Double(one.name.displayWidth) * ChartDrawing.character
        }
        return content
    }

    private func text(_ text: String, x: Double, y: Double, anchor: String, class name: String = "label") -> String {
        "<text class=\"\(name)\" x=\"\(px(x))\" y=\"\(px(y))\" text-anchor=\"\(anchor)\">\(text.escaped)</text>"
    }

    private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class name: String) -> String {
        "<line class=\"\(name)\" x1=\"\(px(x1))\" y1=\"\(px(y1))\" x2=\"\(px(x2))\" y2=\"\(px(y2))\"/>"
    }

    private func rectangle(x: Double, y: Double, width: Double, height: Double, series: Int) -> String {
        "<rect class=\"s\(colour(series))\" x=\"\(px(x))\" y=\"\(px(y))\" width=\"\(px(max(width, 0)))\" "
            + "height=\"\(px(max(height, 0)))\"/>"
    }

    private func colour(_ series: Int) -> Int { chart.colour(ofSeries: series) % Chart.colourCount }

    /// A coordinate with one decimal.
    private func px(_ value: Double) -> String {
        Amount(coefficient: Int128((value * 10).rounded()), exponent: -1).description
    }
}

/// A value axis from zero in steps of 1, 2 or 5 times a power of ten, four to ten of them.
struct ChartAxis {
    let ticks: [Double]
    let labels: [String]

    var top: Double { ticks.last ?? 1 }

    init(covering largest: Double) {
        var coefficient: Int128 = 1
        var exponent = -6
        func step() -> Double { Amount(coefficient: coefficient, exponent: exponent).double }
        while step() * 5 < largest, exponent < 60 {
            switch coefficient {
            case 1: coefficient = 2
            case 2: coefficient = 5
            default:
                coefficient = 1
                exponent += 1
            }
        }
        if largest <= 0 { exponent = 0 }
        let count = largest > 0 ? Int((largest / step()).rounded(.up)) : 1
        let amounts = (0...max(count, 1)).map { Amount(coefficient: coefficient * Int128($0), exponent: exponent) }
        ticks = amounts.map(\.double)
        labels = amounts.map { NumberFormat().text($0) }
    }
}
