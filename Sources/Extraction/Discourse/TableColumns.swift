import Bulletins
import Facts
import Scanning

/// The columns of a table whose rows are lines, with a tab or several blanks between cells.
///
///     街道        受理件数（件）    满意率
///     永泰街道    402               93.5%
///
/// The head of a column names what its figures are, and brackets in it their unit; where the rows are indicators and no
/// places, the row's own label names them, and the heads tell which figure is a change or a target.
struct TableColumns {
    struct Column {
        var name: String
        /// What stands in brackets behind the name: 件, 万元, %.
        var unit: String
        /// The time that the head is: 6月, 上半年.
        var time: TimeExpression?
        /// Where the name stands.
        var range: Range<Int>

        /// 序号, 排名: numbers that count nothing.
        var isOrdinal: Bool { ["序号", "排名", "位次", "名次"].contains(name) }
        /// 同比, 增速: the figures are changes of what the row is about.
        var isChange: Bool { ["同比", "环比", "增速", "增长", "增幅", "±"].contains { name.contains($0) } }
        /// 目标, 计划: the figures are still to be reached.
        var isTarget: Bool { ["目标", "计划", "任务"].contains { name.hasSuffix($0) || name.hasSuffix($0 + "数") } }
        /// 本期, 数值: a head that only says that figures follow.
        var isPlain: Bool {
            time != nil || isTarget
                || ["本期", "本月", "累计", "数值", "数量", "实绩", "总量", "绝对值", "完成", "完成数", "合计", "总计", "指标值"].contains(name)
        }
        /// 累计, 1—3月累计: the figures are counted from a beginning.
        var isTotal: Bool { name.hasSuffix("累计") || name.hasSuffix("累计数") }
        /// 单位: the cells name the unit of their row.
        var namesUnit: Bool { name == "单位" || name == "计量单位" }
    }

    /// The columns of the table that goes on; empty outside one.
    private var columns: [Column] = []
    /// Whether no row has been read since the heads.
    private var isHeadOpen = false
    /// The cells of the row that is read; empty where the block is none.
    private var cells: [Range<Int>] = []
    /// How many tables have begun, to tell the rows of one from those of another.
    private(set) var number = 0
    /// What the short line over the table says that it is about: 适老化改造 of 各街道适老化改造进度表; empty for none.
    private(set) var caption = ""

    /// No cell of such a table is longer, in bytes.
    private static let longestCell = 60
    /// A line of more cells is no row that anybody reads; each figure looks for its cell among them.
    private static let mostCells = 256

    /// Takes a line for a head or a row, or ends the table with it.
    mutating func enter(_ block: Block, _ times: TimeReader, _ text: Span<UInt8>, _ tools: ReadingTools) {
        cells.removeAll(keepingCapacity: true)
        // | --- | --- |: no part of a bulletin, and no end of the table either
        let isRuled = TableColumns.isRuled(block.range, text)
        let ruled = isRuled ? TableColumns.ruledCells(of: block.range, text) : []
        if isRuled, ruled.allSatisfy({ TableColumns.isRule($0, text) }) { return }
        let isHeadOpen = isHeadOpen
        self.isHeadOpen = false
        guard block.kind == .paragraph || block.kind == .subheading, mayHoldCells(block.range, text)
        else {
            if !columns.isEmpty { columns.removeAll() }
            caption = block.range.count <= TableColumns.longestCell ? subject(of: block.range, text) : ""
            return
        }
        var found = isRuled ? ruled : TableColumns.cells(of: block.range, text)
        if found.count < columns.count, text.first("\t", in: block.range) != nil {
            // 永泰街道⇥⇥12: an empty cell between two tabs
            let cells = TableColumns.tabbedCells(of: block.range, text)
            if cells.count == columns.count { found = cells }
        }
        if found.count == columns.count - 1, columns.first?.isOrdinal ?? false, let first = found.first,
            TableColumns.sums.contains(first, of: text)
        {
            // 合计  2210  14: the sum has no number of its own.
            found.insert(first.lowerBound..<first.lowerBound, at: 0)
        }
        if found.count > 1, found.count < columns.count, columns.count <= TableColumns.mostCells {
            // 合计⇥139⇥126 under four heads: what is left out at the end of a row is empty; what is left out before keeps its tab.
            let hasTab = text.first("\t", in: block.range) != nil
            let written = isRuled ? found : hasTab ? TableColumns.tabbedCells(of: block.range, text) : []
            if written.count > 1, written.count < columns.count {
                let end = block.range.upperBound
                found = written + Array(repeating: end..<end, count: columns.count - written.count)
            }
        }
        guard found.count > 1, found.count <= TableColumns.mostCells,
            found.allSatisfy({ $0.count <= TableColumns.longestCell })
        else {
            columns.removeAll()
            return
        }
        let row = found.dropFirst(labelled + 1)
        let holdsFigures = row.contains { TableColumns.holdsFigure($0, text, tools) }
        if found.count == columns.count, holdsFigures || row.allSatisfy({ TableColumns.isBlank($0, text) }) {
            cells = found
        } else if !holdsFigures, !found.contains(where: { TableColumns.holdsFigure($0, text, tools) }) {
            let upper = isHeadOpen ? columns : []
            columns = found.map { column($0, times, text, tools.classes) }
            number += 1
            take(upper: upper)
            completeParts()
            completeTotals()
            self.isHeadOpen = true
        } else {
            columns.removeAll()
        }
    }

    /// 社区 | 矛盾纠纷（件） | 助餐 over 社区 | 排查 | 化解 | 助餐: heads in two lines. Between those that both lines have, the lower
    /// ones are completed by the one above them: 排查矛盾纠纷（件）.
    private mutating func take(upper: [Column]) {
        guard !upper.isEmpty, upper.count < columns.count else { return }
        var completed = columns
        var lower = 0
        for (index, head) in upper.enumerated() {
            guard lower < columns.count else { return }
            if columns[lower].name == head.name {
                lower += 1
                continue
            }
            let next = index + 1 < upper.count ? upper[index + 1].name : nil
            let first = lower
            while lower < columns.count, columns[lower].name != next {
                completed[lower].name += head.name
                if completed[lower].unit.isEmpty { completed[lower].unit = head.unit }
                lower += 1
            }
            guard lower > first else { return }
        }
        if lower == columns.count { columns = completed }
    }

    /// 矛盾纠纷（件） | 其中化解: the head of a part is completed by that of its whole, and has its unit: 化解矛盾纠纷（件）.
    private mutating func completeParts() {
        var whole: Column?
        for index in columns.indices {
            let part = ["其中：", "其中:", "其中"].first { columns[index].name.hasPrefix($0) }
            guard let part, let whole else {
                if !columns[index].isOrdinal, !columns[index].isChange { whole = index > 0 ? columns[index] : nil }
                continue
            }
            let name = columns[index].name.dropFirst(part.count)
            guard !name.isEmpty, whole.time == nil else { continue }
            columns[index].name = name.hasSuffix(whole.name) ? String(name) : name + whole.name
            if columns[index].unit.isEmpty { columns[index].unit = whole.unit }
        }
    }

    /// 5月 | 累计: the running figure beside a month's own is of the year up to it.
    private mutating func completeTotals() {
        guard
            let month = columns.lazy.compactMap(\.time).first(where: {
                $0.kind == .period && $0.to != nil && $0.from == $0.to?.month(0).first && $0.to == $0.to?.month(0).last
            }), let to = month.to
        else { return }
        for index in columns.indices where columns[index].time == nil && ["累计", "累计数"].contains(columns[index].name) {
            var time = month
            (time.start, time.end) = (columns[index].range.lowerBound, columns[index].range.upperBound)
            time.kind = .sinceJanuary
            time.from = .first(ofMonth: 1, year: to.year)
            columns[index].time = time
        }
    }

    /// Whether the block is a row under a head.
    var isRow: Bool { !cells.isEmpty }

    /// The column of the labels: the first, or the one behind the numbers of the rows.
    private var labelled: Int { columns.first?.isOrdinal ?? false ? 1 : 0 }

    /// The cell that says what the row is about.
    var label: Range<Int>? { labelled < cells.count ? cells[labelled] : nil }

    /// The word at the end of the first head that its labels leave out: 社区 over 桥南.
    var labelSuffix: String {
        guard labelled < columns.count else { return "" }
        let first = columns[labelled].name
        return ["街道", "社区", "村", "镇", "乡"].first { first.hasSuffix($0) } ?? ""
    }

    /// The column that a figure of the row stands in; nil for the labels and outside rows.
    func column(at position: Int) -> Column? {
        guard let index = index(at: position), index != labelled else { return nil }
        return columns[index]
    }

    /// The name of the column whose figures those at a position are changes of: the nearest before it that holds no changes.
    func base(at position: Int) -> String? {
        guard let index = index(at: position) else { return nil }
        return columns[..<index].last { !$0.isChange && !$0.isOrdinal }?.name
    }

    /// Whether a minus opens the cell of a figure.
    func isNegative(at position: Int, _ text: Span<UInt8>) -> Bool {
        guard let index = index(at: position) else { return false }
        return (["-", "－", "−"] as [StaticString]).contains { text.has($0, at: cells[index].lowerBound) }
    }

    /// The cell of the row that a position lies in.
    private func index(at position: Int) -> Int? { cells.lastIndex { $0.contains(position) } }

    /// The unit that a cell of the row names for all of it.
    func rowUnit(_ text: Span<UInt8>) -> String? {
        columns.firstIndex(where: \.namesUnit).flatMap { $0 < cells.count ? text.string(cells[$0]) : nil }
    }

    private static let openings: [StaticString] = ["各街道", "各社区", "各镇街", "各乡镇", "各村", "分街道", "分社区"]
    private static let openingWords = WordList(openings)
    private static let closings: [StaticString] = [
        "情况统计表", "统计表", "一览表", "情况表", "进度表", "明细表", "情况", "进度", "表",
    ]

    private func subject(of line: Range<Int>, _ text: Span<UInt8>) -> String {
        // Every short line is asked, and hardly any holds such a word.
        guard Self.openingWords.isFound(in: text, line), !text.has("。", before: line.upperBound) else { return "" }
        for opening in Self.openings {
            let length = opening.utf8CodeUnitCount
            let place = line.first { $0 + length <= line.upperBound && text.has(opening, at: $0) }
            guard let start = place.map({ $0 + length }) else { continue }
            let closing = Self.closings.first {
                line.upperBound - $0.utf8CodeUnitCount >= start && text.has($0, before: line.upperBound)
            }
            return text.string(start..<line.upperBound - (closing?.utf8CodeUnitCount ?? 0))
        }
        return ""
    }

    // MARK: cells

    /// Whether cells may stand in a line. Where no caption waits for a table, a line that begins with what is no cell need
    /// not be looked through to its end.
    private func mayHoldCells(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        if TableColumns.isRuled(range, text) { return true }
        let end =
            caption.isEmpty
            ? min(range.upperBound, range.lowerBound + TableColumns.longestCell + 2) : range.upperBound
        var position = range.lowerBound
        while position + 1 < end {
            if end - position > 8, !TableColumns.mayHoldBlank(text.word(at: position)) {
                position += 8
                continue
            }
            if text[position] == 0x09 || text[position] == 0x20 && text[position + 1] == 0x20 { return true }
            // 　: an ideographic blank
            if text[position] == 0xE3, text.has("　", at: position) { return true }
            position += 1
        }
        return false
    }

    /// Whether one of eight bytes is a blank or begins an ideographic one; false is certain.
    private static func mayHoldBlank(_ word: UInt64) -> Bool {
        let blanks = (word &- 0x2121_2121_2121_2121) & ~word
        let openings = word ^ 0xE3E3_E3E3_E3E3_E3E3
        // The highest bit of a byte stays where the byte is below 0x21, or E3.
        return (blanks | (openings &- 0x0101_0101_0101_0101) & ~openings) & 0x8080_8080_8080_8080 != 0
    }

    /// What the last row of a table is called.
    static let sums: WordList = ["合计", "总计", "小计", "共计", "总数"]

    /// Whether strokes part the cells: `| 泉东社区 | 320 |`.
    private static func isRuled(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        text.has("|", at: range.lowerBound) || text.has("｜", at: range.lowerBound)
    }

    /// Whether a cell is the line under the heads: `---`, `:--:`.
    private static func isRule(_ cell: Range<Int>, _ text: Span<UInt8>) -> Bool {
        cell.allSatisfy { text[$0] == UInt8(ascii: "-") || text[$0] == UInt8(ascii: ":") }
    }

    /// The cells between strokes, without the blanks round them.
    private static func ruledCells(of range: Range<Int>, _ text: Span<UInt8>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        var position = range.lowerBound
        while position < range.upperBound {
            let length = text.has("|", at: position) ? 1 : text.has("｜", at: position) ? 3 : 0
            // What stands before the first stroke is no cell.
            if length > 0, position > range.lowerBound { cells.append(trimmed(start..<position, text)) }
            position += max(length, text.scalar(at: position).length)
            if length > 0 { start = position }
        }
        let last = trimmed(start..<range.upperBound, text)
        if !last.isEmpty { cells.append(last) }
        return cells
    }

    /// The cells between tabs, empty ones too.
    private static func tabbedCells(of range: Range<Int>, _ text: Span<UInt8>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        for position in range where text[position] == 0x09 {
            cells.append(trimmed(start..<position, text))
            start = position + 1
        }
        cells.append(trimmed(start..<range.upperBound, text))
        return cells
    }

    private static func trimmed(_ cell: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
        var cell = cell
        while let first = cell.first, text[first] == 0x20 || text[first] == 0x09 { cell = first + 1..<cell.upperBound }
        while let last = cell.last, text[last] == 0x20 || text[last] == 0x09 { cell = cell.lowerBound..<last }
        return cell
    }

    private static func cells(of range: Range<Int>, _ text: Span<UInt8>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        var position = range.lowerBound
        while position < range.upperBound {
            var end = position
            var width = 0
            while end < range.upperBound {
                if text[end] == 0x09 {
                    width += 2
                    end += 1
                } else if text[end] == 0x20 {
                    width += 1
                    end += 1
                } else if text.has("　", at: end) {
                    width += 2
                    end += 3
                } else {
                    break
                }
            }
            if width > 1 {
                if start < position { cells.append(start..<position) }
                start = end
            }
            position = max(end, position + text.scalar(at: position).length)
        }
        if start < range.upperBound { cells.append(start..<range.upperBound) }
        return cells
    }

    /// Whether a cell is a number, with a sign before it and a unit behind it at most, and none of a time: 3月, 1—3月, 2026年.
    ///
    /// 12345受理 and 60岁以上老人 are heads that begin with a number.
    private static func holdsFigure(_ cell: Range<Int>, _ text: Span<UInt8>, _ tools: ReadingTools) -> Bool {
        var position = cell.lowerBound
        for sign in ["-", "+", "－", "＋", "—"] as [StaticString] where text.has(sign, at: position) {
            position += sign.utf8CodeUnitCount
        }
        guard position < cell.upperBound, isDigit(text[position]) else { return false }
        let quantity = tools.quantities.read(text, at: position, end: cell.upperBound)
        var digits = 0
        while position < cell.upperBound, isDigit(text[position]) {
            position += 1
            digits += 1
        }
        for dash in ["—", "-", "－", "–", "~", "～", "至", "、"] as [StaticString] where text.has(dash, at: position) {
            let behind = position + dash.utf8CodeUnitCount
            guard behind < cell.upperBound, isDigit(text[behind]) else { break }
            position = behind
            while position < cell.upperBound, isDigit(text[position]) { position += 1 }
            break
        }
        let isTime =
            position < cell.upperBound
            && (text.has("月", at: position) || text.has("季度", at: position)
                || digits == 4 && text.has("年", at: position))
        if isTime || text.has("岁", at: position) { return false }
        // 12（含3）, 8/15: what goes on behind a mark
        guard let end = quantity.map({ max($0.end, position) }), end < cell.upperBound else { return true }
        return tools.classes[text.scalar(at: end).value] != .other
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Whether a cell says that there is nothing to say: empty, —, /, 无.
    private static func isBlank(_ cell: Range<Int>, _ text: Span<UInt8>) -> Bool {
        cell.isEmpty || ["—", "——", "-", "--", "/", "…", "无"].contains(text.string(cell))
    }

    private func column(_ cell: Range<Int>, _ times: TimeReader, _ text: Span<UInt8>, _ classes: ScalarClasses)
        -> Column
    {
        var name = cell
        var unit = ""
        var position = cell.lowerBound
        while position < cell.upperBound {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .openBracket {
                name = cell.lowerBound..<position
                var close = position + length
                while close < cell.upperBound, classes[text.scalar(at: close).value] != .closeBracket {
                    close += text.scalar(at: close).length
                }
                unit = text.string((position + length)..<close)
                break
            }
            position += length
        }
        var time = times.expressions(text, name).first { $0.start == name.lowerBound && ends($0, name, text) }
        if time == nil, let year = times.year, text.has("年度", at: name.lowerBound),
            TableColumns.plainWords.contains((name.lowerBound + 6)..<name.upperBound, of: text)
        {
            // 年度目标
            time = TimeExpression(
                start: name.lowerBound, end: name.lowerBound + 6, kind: .period, from: .first(ofMonth: 1, year: year),
                to: .last(ofMonth: 12, year: year))
        }
        return Column(name: text.string(name).filter { $0 != " " }, unit: unit, time: time, range: name)
    }

    /// 3月, 1—3月累计, 全年目标: whether a head is a time, but for a word that says that figures of it follow.
    private func ends(_ time: TimeExpression, _ head: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let rest = time.end..<head.upperBound
        return rest.isEmpty || TableColumns.plainWords.contains(rest, of: text)
    }

    private static let plainWords: WordList = [
        "累计", "累计数", "止累计", "合计", "完成", "完成数", "完成情况", "数", "数量", "数值", "当月", "发生数", "实绩", "目标",
        "目标数", "计划", "计划数", "任务", "任务数", "目标任务", "目标任务数", "计划任务", "计划任务数",
    ]
}
