public import Reports
import Scanning

/// Writes a report as plain text that reads well in a terminal and pastes well into a message: the findings first, as
/// sentences that can be read aloud, then headline figures and tables, within 80 columns where they can be.
///
/// Data tables, and others of very many rows, are named with their number of rows and left to the formats that filter.
public struct TextWriter: Sendable {
    public var width: Int
    /// Longer bar charts are left to the formats that draw.
    private static let mostBars = 40
    /// Nobody reads a longer table in a terminal, or one of so many columns that it goes on under itself for ever.
    private static let mostRows = 2000
    private static let mostCells = 100_000

    private static func isTooLarge(_ table: Table) -> Bool {
        table.rows.count > mostRows || table.rows.count * table.columns.count > mostCells
    }

    public init(width: Int = 80) {
        self.width = width
    }

    public func write(_ report: Report, to output: inout some TextOutputStream) {
        let labels = Labels(language: report.about.language)
        emit(titleLines(report.about, labels), to: &output)
        let findings = report.sections.flatMap(\.blocks).flatMap(\.findings)
        if !findings.isEmpty {
            emit(["", "【\(labels.findings)】"] + numbered(findings), to: &output)
        }
        for section in report.sectionsForReading {
            let blocks = section.blocks.filter { $0.findings.isEmpty }
            let lines = blocks.map { self.lines($0, of: report, labels) }.filter { !$0.isEmpty }
            guard !lines.isEmpty else { continue }
            emit(["", "【\(section.title)】"], to: &output)
            for (index, lines) in lines.enumerated() {
                emit((index > 0 ? [""] : []) + lines, to: &output)
            }
        }
    }

    private func emit(_ lines: [String], to output: inout some TextOutputStream) {
        for line in lines { output.write(line + "\n") }
    }

    private func titleLines(_ about: About, _ labels: Labels) -> [String] {
        var lines = LineBreaking.lines(about.title, width: width)
        if let subtitle = about.subtitle { lines += LineBreaking.lines(subtitle, width: width) }
        let rule = lines.map(\.displayWidth).max() ?? 0
        return lines + [String(repeating: "=", count: max(rule, 8))]
    }

    private func numbered(_ sentences: [Sentence]) -> [String] {
        sentences.enumerated().flatMap { index, sentence in
            let number = "\(index + 1). "
            return LineBreaking.lines(sentence.text, width: width - number.utf8.count).enumerated().map { line, text in
                (line == 0 ? number : String(repeating: " ", count: number.utf8.count)) + text
            }
        }
    }

    private func lines(_ block: Block, of report: Report, _ labels: Labels) -> [String] {
        switch block {
        case .cards(let keys): cards(keys.compactMap(report.figure), labels)
        case .findings: []
        case .paragraphs(let sentences): sentences.flatMap { LineBreaking.lines($0.text, width: width) }
        case .table(let table) where table.role == .data || TextWriter.isTooLarge(table):
            LineBreaking.lines(labels.leftOut(table: table.title, rows: table.rows.count), width: width)
        case .table(let table): TextTable(width: width, language: labels.language).lines(table)
        case .chart(let chart): bars(chart, of: report, labels)
        }
    }

    /// One line a figure: label, value and unit, change and rank where they are known.
    private func cards(_ figures: [Figure], _ labels: Labels) -> [String] {
        let values = figures.map { $0.value.displayText(format: $0.format, language: labels.language) }
        let labelWidth = figures.map(\.label.displayWidth).max() ?? 0
        let valueWidth = values.map(\.displayWidth).max() ?? 0
        return zip(figures, values).flatMap { figure, value in
            var line = figure.label.padded(to: labelWidth, .leading) + "  " + value.padded(to: valueWidth, .trailing)
            if !figure.unit.isEmpty { line += " " + figure.unit }
            let remarks = remarks(on: figure, labels)
            guard !remarks.isEmpty else { return [line] }
            let remark = labels("（", "(") + remarks.joined(separator: labels.comma) + labels("）", ")")
            let gap = labels("", " ")
            // A remark too long for the line stands under it.
            guard (line + gap + remark).displayWidth > width else { return [line + gap + remark] }
            return [line, "    " + remark]
        }
    }

    private func remarks(on figure: Figure, _ labels: Labels) -> [String] {
        let signed = NumberFormat(places: figure.format.places, showsPlus: true)
        var remarks: [String] = []
        if !figure.period.isEmpty { remarks.append(figure.period) }
        if !figure.change.isEmpty {
            var change = labels("较上期", "change ") + figure.change.displayText(format: signed, language: labels.language)
            if !figure.changeRate.isEmpty, case .percent = figure.changeRate.value {
                change += labels("，", ", ")
                change += figure.changeRate.displayText(
                    format: NumberFormat(places: 1, showsPlus: true), language: labels.language)
            }
            remarks.append(change)
        }
        if case .rank(let rank, let count) = figure.rank.value {
            remarks.append(figure.rank.marks.bound.sign + labels.rank(rank, of: count))
        }
        return remarks
    }

    /// Bars for a chart of one series; charts of several are tables already, and only named, so that no number is missed.
    private func bars(_ chart: Chart, of report: Report, _ labels: Labels) -> [String] {
        guard let table = report.table(chart.table) else { return [] }
        let (categories, series) = chart.resolved(in: table, language: labels.language)
        guard chart.kind != .stacked, series.count == 1, let only = series.first,
            categories.count <= TextWriter.mostBars
        else { return LineBreaking.lines(labels.leftOut(chart: chart.title), width: width) }
        return TextBars(width: width).lines(categories: categories, series: only) + [chart.title]
    }
}

extension Block {
    var findings: [Sentence] {
        if case .findings(let sentences) = self { sentences } else { [] }
    }
}
