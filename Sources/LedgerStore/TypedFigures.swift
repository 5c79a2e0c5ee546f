internal import Facts
internal import Foundation

extension BulletinRecord {
    /// Reads figures that a person typed into a table (CSV), as a bulletin of the origin `.typed`.
    ///
    /// | column | holds |
    /// | --- | --- |
    /// | 地区 or place | names, widest first: `平城区 › 永泰街道` |
    /// | 事项 or item | what is counted: `志愿服务队` |
    /// | 数值 or value | a decimal number; commas may part its thousands |
    /// | 单位 or unit | the measure word: `支` |
    /// | 时期 or period | a month `2026-04` or 2026年4月, a year `2026`, or a day `2026-04-30`; may be empty |
    /// | 口径 or window | `stock`, `flow`, `ytd` …, or 时点数, 时期数, 本年累计, 累计, 比率, 标准; may be missing |
    /// | 动作, 界限, 变化, 性质, 量纲 | the other fields of a fact; may be missing |
    ///
    /// - Throws: `LedgerError.Kind.missing` and `.badTable` with the line.
    public init(typedFigures path: String) throws(LedgerError) {
        do {
            let table = try CSVTable(path: path)
            for field in [Field.place, .item, .value, .unit]
            where !table.header.contains(where: { Field(named: $0) == field }) {
                throw LedgerError(
                    .badTable, path: path, line: 1, problem: "the column \(field.chineseName) is missing",
                    remedy: "A table of figures has the columns 地区, 事项, 数值, 单位 and, where known, 时期 and 口径")
            }
            let facts = try table.rows.enumerated().map { index, row in
                try Self.fact(row, number: index + 1, path: path)
            }
            let bytes = FileManager.default.contents(atPath: path) ?? Data()
            self.init(
                identity: BulletinIdentity(path: path), path: path, origin: .typed,
                contentHash: ContentHash.sha256(Array(bytes)), extractor: "typed", facts: facts)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    private static func fact(_ row: CSVTable.Row, number: Int, path: String) throws -> Fact {
        let values = Field.allCases.map { field in
            (field, field.names.lazy.map { row[$0] }.first { !$0.isEmpty } ?? "")
        }
        let given = values.filter { !$0.1.isEmpty }
        var fact = Fact(
            document: path, range: SourceRange(start: row.line, end: row.line + 1), text: "", value: .zero, unit: "",
            item: "", rule: "typed figure", sentence: given.map(\.1).joined(separator: " "))
        for (field, text) in given where field != .from && field != .to {
            guard fact.set(field, to: text) else {
                throw row.fault(
                    "“\(text)” cannot stand in the column \(field.chineseName)", "It takes \(field.expectation)")
            }
        }
        guard !fact.item.isEmpty, given.contains(where: { $0.0 == .value }) else {
            throw row.fault("the row has no item or no value", "Fill in 事项 and 数值, or remove the row")
        }
        fact.text = fact.value.description + fact.unit
        if let period = fact.period {
            guard let (from, to) = days(of: period) else {
                throw row.fault("“\(period)” is no period", "Write a month 2026-04, a year 2026 or a day 2026-04-30")
            }
            fact.from = fact.window == .stock || fact.window == .cumulative ? to : from
            fact.to = to
        }
        return fact
    }

    /// First and last day of a day, a month or a year in figures.
    private static func days(of words: String) -> (CalendarDate, CalendarDate)? {
        let period = inFigures(words)
        if let day = CalendarDate(period) { return (day, day) }
        if let first = CalendarDate(period + "-01") {
            return (first, CalendarDate.last(ofMonth: first.month, year: first.year))
        }
        guard let first = CalendarDate(period + "-01-01"), let last = CalendarDate(period + "-12-31") else {
            return nil
        }
        return (first, last)
    }

    /// 2026年4月3日, 2026年4月 and 2026年 as `2026-04-03`, `2026-04` and `2026`; other words as they are.
    private static func inFigures(_ words: String) -> String {
        let parts = words.split(maxSplits: 3, omittingEmptySubsequences: true) { "年月日份".contains($0) }
        guard words.contains("年"), parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), let year = parts.first else {
            return words
        }
        return ([String(year)] + parts.dropFirst().map { $0.count == 1 ? "0\($0)" : String($0) }).joined(separator: "-")
    }
}
