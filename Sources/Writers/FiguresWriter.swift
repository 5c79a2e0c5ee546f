public import Reports

/// Writes the headline figures under their stable keys, for slides and other documents: one line a figure.
public struct FiguresWriter: Sendable {
    public init() {}

    /// The figures as a data table, for `CSVWriter` and `DataPackageWriter`.
    public func table(_ report: Report) -> Table {
        let labels = Labels(language: report.about.language)
        func column(
            _ key: String, _ chinese: String, _ english: String, _ kind: Column.Kind = .text, meaning: String? = nil,
            isRequired: Bool = false
        ) -> Column {
            Column(
                key: key, header: [labels(chinese, english)], kind: kind, meaning: meaning, isRequired: isRequired)
        }
        return Table(
            key: "figures", title: labels.headlineFigures, role: .data,
            columns: [
                column(
                    "key", "键", "Key",
                    meaning: labels("各月不变的键", "the key, the same from month to month"), isRequired: true),
                column("label", "指标", "Indicator", isRequired: true),
                column("place", "地区", "Place"),
                column("period", "时期", "Period"),
                column("value", "数值", "Value", .number),
                column("upper", "上限", "Upper end", .number, meaning: labels("区间的上限", "upper end of a range")),
                column(
                    "bound", "界限", "Bound",
                    meaning: labels(
                        "exact 确数，atLeast 以上，atMost 以下，about 约", "exact, atLeast, atMost or about")),
                column("unit", "单位", "Unit"),
                column("change", "增减", "Change", .number),
                column("change-rate", "增减率", "Change rate", .number, meaning: labels("%或个百分点", "% or pp")),
                column("rank", "位次", "Rank", .rank),
                column("ranked", "排位数", "Ranked", .number, meaning: labels("参加排位的个数", "how many are ranked")),
                column("source", "来源", "Source"),
            ],
            rows: Rows(count: report.figures.count) { FiguresWriter.row(report.figures[$0]) }, primaryKey: ["key"])
    }

    private static func row(_ figure: Figure) -> Row {
        var value = figure.value
        var upper = Cell.empty()
        if case .range(let lower, let end) = figure.value.value {
            value = .number(lower)
            upper = .number(end)
        }
        var ranked = Cell.empty()
        if case .rank(_, let count) = figure.rank.value { ranked = .number(count) }
        return Row([
            .text(figure.key), .text(figure.label), .text(figure.place), .text(figure.period), value, upper,
            .text(figure.value.isEmpty ? "" : figure.value.marks.bound.rawValue), .text(figure.unit), figure.change,
            figure.changeRate, figure.rank, ranked, .text(figure.source),
        ])
    }

    /// Writes `figures.json`: an object with a member for each figure under its key. Figure by figure, for a report may have
    /// many thousands.
    public func writeJSON(_ report: Report, to output: inout some TextOutputStream) {
        let about: [(String, JSON)] = [
            ("title", .string(report.about.title)),
            ("month", report.about.month.map { .string($0.description) } ?? .null),
            ("region", report.about.region.map { .string($0) } ?? .null),
        ]
        output.write("{\n")
        for (name, value) in about { output.write("  " + JSON.string(name).compact + ": " + value.compact + ",\n") }
        output.write("  \"figures\": {")
        for (index, figure) in report.figures.enumerated() {
            output.write((index > 0 ? "," : "") + "\n    " + JSON.string(figure.key).compact + ": ")
            output.write(json(figure, language: report.about.language).pretty(atLevel: 2))
        }
        output.write((report.figures.isEmpty ? "" : "\n  ") + "}\n}\n")
    }

    private func json(_ figure: Figure, language: Language) -> JSON {
        .members([
            ("label", .string(figure.label)),
            ("place", .string(figure.place)),
            ("period", .string(figure.period)),
            ("value", figure.value.jsonFigure),
            ("text", .string(figure.value.displayText(format: figure.format, language: language))),
            ("unit", .string(figure.unit)),
            ("change", figure.change.jsonFigure),
            ("changeRate", figure.changeRate.jsonFigure),
            ("rank", figure.rank.jsonFigure),
            ("source", .string(figure.source)),
        ])
    }
}

extension Cell {
    /// The figure alone for `figures.json`: a number, an object for a bound, a range or a rank, null for no data.
    fileprivate var jsonFigure: JSON {
        switch value {
        case .range, .rank: json
        default: marks.isPlain ? amount.map { .number($0.description) } ?? .null : json
        }
    }
}
