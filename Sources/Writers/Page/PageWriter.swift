public import Reports
import Scanning

/// Writes a report as one web page that needs nothing else (`report.html`): no network, no other file, opens from disk.
///
/// From any figure one click leads to the bulletin with its sentence marked. Text is escaped, and a content security
/// policy admits only the page's own script and style, by their hashes.
public struct PageWriter: Sendable {
    /// Rows of one table beyond these are left to the workbook and the CSV files, which the page says.
    public var mostRows: Int
    /// Of a table of many columns no more than so many cells are shown, though fifty rows at least.
    static let mostCells = 200_000
    /// A figure leads to so many sentences at most.
    private static let mostReferences = 100
    /// Bytes of bulletins' texts; of more, the page holds those that the month reported on was read in.
    public var mostText = 4_000_000

    public init(mostRows: Int = 2000) {
        self.mostRows = mostRows
    }

    public func write(_ report: Report, to output: inout some TextOutputStream) {
        let labels = Labels(language: report.about.language)
        let page = Page(
            report: report, labels: labels, mostRows: mostRows, mostReferences: PageWriter.mostReferences,
            admitted: admitted(report))
        output.write(head(report))
        output.write(page.opening)
        for section in report.sectionsForReading { output.write(page.section(section)) }
        output.write(page.closing)
        output.write("<script type=\"application/json\" id=\"evidence\">\(page.evidence.compact)</script>\n")
        output.write("<script>\(PageScript.source)</script>\n</body>\n</html>\n")
    }

    /// The texts that the page may hold; `nil` for all of them.
    private func admitted(_ report: Report) -> Set<String>? {
        let sizes = Dictionary(
            report.evidence.indices.map {
                (report.evidence.entries[$0].key, report.evidence.text(at: $0).utf8.count)
            }, uniquingKeysWith: { first, _ in first })
        guard sizes.values.reduce(0, +) > mostText else { return nil }
        var admitted: Set<String> = []
        var size = 0
        for table in report.tables {
            for row in table.foremost.lazy.flatMap(\.range) {
                for case .evidence(let reference)? in table.rows[row].cells.lazy.map(\.link)
                where !admitted.contains(reference.evidence) {
                    size += sizes[reference.evidence] ?? 0
                    guard size <= mostText else { return admitted }
                    admitted.insert(reference.evidence)
                }
            }
        }
        return admitted
    }

    private func head(_ report: Report) -> String {
        let style = PageStyle.sheet(report.style)
        let policy =
            "default-src 'none'; script-src 'sha256-\(Base64.digest(of: PageScript.source))'; "
            + "style-src 'sha256-\(Base64.digest(of: style))'; img-src data:; base-uri 'none'; form-action 'none'"
        return """
            <!DOCTYPE html>
            <html lang="\(report.about.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="\(report.about.generator.escaped)">
            <title>\(report.about.title.escaped)</title>
            <style>\(style)</style>
            </head>

            """
    }
}

/// The parts of one page.
private struct Page {
    let report: Report
    let labels: Labels
    let mostRows: Int
    let mostReferences: Int
    /// The texts that there is room for; `nil` for all.
    let admitted: Set<String>?
    /// The texts that something on the page leads to: of a large ledger the others are left out.
    let used = UsedEvidence()

    final class UsedEvidence {
        var keys: Set<String> = []
    }

    var opening: String {
        let about = report.about
        let lines = [about.subtitle, about.organisation].compactMap(\.self).map { "<p>\($0.escaped)</p>" }.joined()
        let links = report.sectionsForReading.map { "<li><a href=\"#\($0.key.escaped)\">\($0.title.escaped)</a></li>" }
            .joined()
        return """
            <body data-shown="\(labels("显示#行", "# rows shown"))">
            <a class="skip" href="#main">\(labels("跳到正文", "Skip to the report"))</a>
            <header>\(logo)<h1>\(about.title.escaped)</h1>\(lines)</header>
            <nav aria-label="\(labels("目录", "Contents"))"><ul>\(links)</ul></nav>
            <main id="main">
            <noscript><p class="note">\(labels(
                "浏览器未启用脚本：排序、筛选和查看原文不可用。", "Scripts are off: sorting, filtering and sources do not work."))</p></noscript>

            """
    }

    private var logo: String {
        guard let bytes = report.style.logo else { return "" }
        let kind = bytes.starts(with: [0xFF, 0xD8]) ? "jpeg" : "png"
        return "<img alt=\"\" src=\"data:image/\(kind);base64,\(Base64.text(bytes))\">"
    }

    var closing: String {
        let left = admitted.map { report.evidence.count - $0.count } ?? 0
        let remark =
            left == 0
            ? ""
            : "<p class=\"note\">"
                + labels(
                    "本页只含报告期的通报原文，其余\(left)篇的语句见工作簿和CSV文件。",
                    "This page holds the bulletins of the month reported on; the sentences of \(left) others are in the workbook and the CSV files."
                ) + "</p>\n"
        let footer = [report.style.footer, report.about.generator].compactMap(\.self).joined(separator: " · ")
        return """
            \(remark)</main>
            <footer><p>\(footer.escaped)</p></footer>
            <dialog id="source" aria-labelledby="source-title">
            <h2 class="title" id="source-title"></h2>
            <p class="note from"></p>
            <p class="text"></p>
            <p class="bar-buttons"><button class="previous">\(labels("上一处", "Previous"))</button>\
            <span class="count" role="status"></span><button class="next">\(labels("下一处", "Next"))</button>\
            <button class="close">\(labels("关闭", "Close"))</button></p>
            </dialog>

            """
    }

    /// The texts with their marks, each mark as four positions: sentence start and end, quantity start and end.
    var evidence: JSON {
        .object(
            report.evidence.indices.filter { used.keys.contains(report.evidence.entries[$0].key) }.map { position in
                let evidence = report.evidence[position]
                return (
                    evidence.key,
                    .members([
                        ("title", .string(evidence.title.maskingPersonalNumbers)),
                        ("source", .string(evidence.source)),
                        ("published", .optional(evidence.published?.description)),
                        ("text", .string(evidence.text.maskingPersonalNumbers)),
                        (
                            "marks",
                            .array(
                                evidence.marks.map { mark in
                                    .array(
                                        [
                                            mark.sentence.lowerBound, mark.sentence.upperBound,
                                            mark.quantity.lowerBound, mark.quantity.upperBound,
                                        ].map(JSON.integer))
                                })
                        ),
                    ])
                )
            })
    }

    func section(_ section: Section) -> String {
        let key = section.key.escaped
        let blocks = section.blocks.map(block).joined()
        // Wide tables turn the paper for the whole section, so that its title stands above them.
        let isAcross = section.blocks.contains { block in
            if case .table(let table) = block {
                PaperLayout(table, language: labels.language).turnsPaper
            } else {
                false
            }
        }
        return """
            <section id="\(key)"\(isAcross ? " class=\"across\"" : "") aria-labelledby="\(key)-title">
            <h2 id="\(key)-title">\(section.title.escaped)</h2>
            \(blocks)</section>

            """
    }

    private func block(_ block: Block) -> String {
        switch block {
        case .cards(let keys):
            "<ul class=\"cards\">\(keys.compactMap(report.figure).map(card).joined(separator: "\n"))</ul>\n"
        case .findings(let sentences):
            "<ol class=\"findings\">\(sentences.map { "<li>\(traced($0.text, $0.link))</li>" }.joined())</ol>\n"
        case .paragraphs(let sentences):
            sentences.map { "<p>\(traced($0.text, $0.link))</p>\n" }.joined()
        case .table(let table): self.table(table)
        case .chart(let chart): figure(chart)
        }
    }

    private func card(_ figure: Figure) -> String {
        let signed = NumberFormat(places: figure.format.places, showsPlus: true)
        let value = figure.value.displayText(format: figure.format, language: labels.language)
        var remarks = [figure.period.escaped].filter { !$0.isEmpty }
        if !figure.change.isEmpty {
            let change = figure.change.displayText(format: signed, language: labels.language)
            let rate = figure.changeRate.displayText(
                format: NumberFormat(places: 1, showsPlus: true), language: labels.language)
            let isPercent = if case .percent = figure.changeRate.value { true } else { false }
            remarks.append(
                (labels("较上期", "change ") + change + (isPercent ? labels("（\(rate)）", " (\(rate))") : "")).escaped)
        }
        if case .rank(let rank, let count) = figure.rank.value { remarks.append(labels.rank(rank, of: count).escaped) }
        return """
            <li><span class="name">\(figure.label.escaped)</span>\
            <span class="big">\(traced(value, figure.value.link))</span> \(figure.unit.escaped)\
            <small>\(remarks.joined(separator: " · "))</small></li>
            """
    }

    private func figure(_ chart: Chart) -> String {
        guard let table = report.table(chart.table) else { return "" }
        let drawing = ChartDrawing(chart, table: table, language: labels.language)
        return "<figure>\(drawing.svg)<figcaption>\(chart.title.escaped)</figcaption></figure>\n"
    }

    /// The text, as a button where a bulletin stands behind it.
    private func traced(_ text: String, _ link: Link?) -> String {
        let shown = text.maskingPersonalNumbers.escaped
        if case .section(let key)? = link { return "<a href=\"#\(key.escaped)\">\(shown)</a>" }
        let references = references(link)
        guard !references.isEmpty else { return shown }
        used.keys.formUnion(references.map(\.evidence))
        let targets = references.map { "\($0.evidence):\($0.mark)" }.joined(separator: " ").escaped
        return
            "<button type=\"button\" class=\"trace\" data-evidence=\"\(targets)\" title=\"\(labels("查看原文", "Show the source"))\">\(shown)</button>"
    }

    /// The sentences behind a link, through the rows of the ledger where it leads to those.
    private func references(_ link: Link?) -> [Evidence.Reference] {
        switch link {
        case nil, .section: return []
        case .evidence(let reference): return isAdmitted(reference) ? [reference] : []
        case .rows(let key, let span): return references(rows: [span], of: key)
        case .runs(let key, let runs, _): return references(rows: runs, of: key)
        }
    }

    private func isAdmitted(_ reference: Evidence.Reference) -> Bool {
        admitted?.contains(reference.evidence) ?? true
    }

    private func references(rows runs: [RowSpan], of key: String) -> [Evidence.Reference] {
        guard let table = report.table(key) else { return [] }
        let rows = runs.lazy.flatMap { $0.range.clamped(to: 0..<table.rows.count) }.prefix(mostReferences)
        return rows.compactMap { row in
            for cell in table.rows[row].cells {
                if case .evidence(let reference)? = cell.link { return isAdmitted(reference) ? reference : nil }
            }
            return nil
        }
    }

    private func table(_ table: Table) -> String {
        switch PaperLayout(table, language: labels.language) {
        case .upright, .across: return screen(table)
        case .parts(let parts):
            return "<div class=\"screen\">\(screen(table))</div>\n<div class=\"paper\">\n"
                + parts.enumerated().map { paper($1, number: $0 + 1, of: parts.count) }.joined()
                + table.notes.map { "<p class=\"note\">\($0.escaped)</p>" }.joined() + "</div>\n"
        case .leftOut:
            let remark = labels(
                "“\(table.title)”（\(table.rows.count)行）列数多，不随网页打印；请打印工作簿。",
                "“\(table.title)” (\(table.rows.count) rows) has too many columns for this paper: print it from the workbook."
            )
            return "<div class=\"screen\">\(screen(table))</div>\n<p class=\"paper note\">\(remark.escaped)</p>\n"
        }
    }

    /// A part of a table for paper: text alone, which leads nowhere.
    private func paper(_ table: Table, number: Int, of count: Int) -> String {
        let largest = largestValues(table, rows: table.rows.count)
        var body = ""
        for var row in table.rows {
            for index in row.cells.indices { row.cells[index].link = nil }
            body += self.row(row, of: table, largest: largest) + "\n"
        }
        return """
            <table><caption>\(table.title.escaped)\(labels("（\(number)/\(count)）", " (\(number) of \(count))"))</caption>
            <thead>\(header(table, isPaper: true))</thead>
            <tbody>
            \(body)</tbody></table>

            """
    }

    private func screen(_ table: Table) -> String {
        let id = "table-" + table.key.escaped
        // As many rows as a browser shows without waiting.
        let mostRows = min(mostRows, max(PageWriter.mostCells / max(table.columns.count, 1), 50))
        let isWhole = table.rows.count <= mostRows
        let positions =
            isWhole || table.foremost.isEmpty
            ? Array(0..<min(table.rows.count, mostRows))
            : Array(table.foremost.lazy.flatMap(\.range).prefix(mostRows))
        let largest = largestValues(table, rows: min(table.rows.count, mostRows))
        var body = ""
        for position in positions { body += row(table.rows[position], of: table, largest: largest) + "\n" }
        let unit = table.unitLine.map { "<span>\($0.escaped)</span>" } ?? ""
        var notes = table.notes
        if !isWhole {
            let (shown, all) = (positions.count, table.rows.count)
            notes.append(
                table.foremost.isEmpty
                    ? labels(
                        "仅列前\(shown)行，共\(all)行；其余见工作簿和CSV文件。",
                        "The first \(shown) of \(all) rows; the rest is in the workbook and the CSV files.")
                    : labels(
                        "仅列报告期的\(shown)行，共\(all)行；其余见工作簿和CSV文件。",
                        "\(shown) rows of the month reported on, of \(all); the rest is in the workbook and the CSV files."
                    ))
        }
        let filter =
            table.layout.hasFilters
            ? "<label class=\"filter\">\(labels("筛选", "Filter")) <input type=\"search\" aria-controls=\"\(id)\"> <output></output></label>"
            : ""
        return """
            \(table.head.map { "<p class=\"head\">\($0.split(separator: "\t").map { "<span>\(String($0).escaped)</span>" }.joined())</p>\n" }.joined())\
            \(filter)<div class="\(table.rows.count <= PaperLayout.mostRowsTogether ? "scroll short" : "scroll")" tabindex="0" role="region" aria-label="\(table.title.escaped)">
            <table id="\(id)"><caption>\(table.title.escaped)\(unit)</caption>
            <thead>\(header(table))</thead>
            <tbody>
            \(body)</tbody></table></div>
            \(notes.map { "<p class=\"note\">\($0.escaped)</p>" }.joined())
            """
    }

    /// Header lines: equal neighbours are one cell, and a short header stretches down to the figures.
    private func header(_ table: Table, isPaper: Bool = false) -> String {
        let depth = table.headerDepth
        return (0..<depth).map { level in
            var line = ""
            var column = 0
            while column < table.columns.count {
                let header = table.columns[column].header
                var end = column + 1
                if level < header.count {
                    let isLeaf = level == header.count - 1
                    while !isLeaf, end < table.columns.count,
                        table.columns[end].header.prefix(level + 1) == header.prefix(level + 1)
                    {
                        end += 1
                    }
                    line += headerCell(
                        table, column, level: level, span: end - column, isLeaf: isLeaf, depth: depth, isPaper: isPaper)
                }
                column = end
            }
            return "<tr>\(line)</tr>"
        }.joined()
    }

    private func headerCell(
        _ table: Table, _ index: Int, level: Int, span: Int, isLeaf: Bool, depth: Int, isPaper: Bool
    ) -> String {
        let column = table.columns[index]
        let name = column.header[level].escaped
        guard isLeaf else { return "<th scope=\"colgroup\" colspan=\"\(span)\">\(name)</th>" }
        let rows = depth - level
        let stretch = rows > 1 ? " rowspan=\"\(rows)\"" : ""
        let kind = column.kind.isNumeric ? "number" : "text"
        if isPaper { return "<th scope=\"col\"\(stretch)>\(name)</th>" }
        let label = table.layout.hasFilters ? "<button type=\"button\" class=\"sort\">\(name)</button>" : name
        return "<th scope=\"col\"\(stretch) data-column=\"\(index)\" data-kind=\"\(kind)\">\(label)</th>"
    }

    private func largestValues(_ table: Table, rows: Int) -> [Int: Double] {
        var largest: [Int: Double] = [:]
        let barred = table.columns.indices.filter { table.columns[$0].visual == .dataBar }
        guard !barred.isEmpty else { return largest }
        for row in table.rows.prefix(rows) where row.kind == .body {
            for index in barred {
                if let value = row[index].amount?.double { largest[index] = max(largest[index] ?? value, value) }
            }
        }
        return largest
    }

    private func row(_ row: Row, of table: Table, largest: [Int: Double]) -> String {
        let name = row.kind == .body ? "" : " class=\"\(row.kind.rawValue)\""
        let cells = table.columns.indices.map { index in
            cell(row[index], table.columns[index], index: index, row: row, role: table.role, largest: largest[index])
        }
        let level = row.level == 0 ? "" : " data-level=\"\(row.level)\""
        return "<tr\(name)\(level)>\(cells.joined())</tr>"
    }

    private func cell(
        _ cell: Cell, _ column: Column, index: Int, row: Row, role: Table.Role, largest: Double?
    ) -> String {
        let text =
            cell.isEmpty && (role == .data || row.kind == .heading)
            ? "" : cell.displayText(format: column.format, language: labels.language)
        let note = cell.note.map { " title=\"\($0.escaped)\"" } ?? ""
        let value = cell.isEmpty ? " data-value=\"\"" : cell.amount.map { " data-value=\"\($0)\"" } ?? ""
        let indent = String(repeating: "\u{3000}", count: index == 0 ? row.indent + row.level : 0)
        let content = indent + traced(text, cell.link)
        if index == 0 { return "<th scope=\"row\"\(note)\(value)>\(content)</th>" }
        var names = [column.alignment.rawValue]
        if [.prose, .day, .code].contains(column.kind) { names.append(column.kind.rawValue) }
        if cell.isEmpty { names.append("none") }
        return "<td class=\"\(names.joined(separator: " "))\"\(note)\(value)>\(content)\(bar(cell, row, largest))</td>"
    }

    /// A bar under a figure, as long as the figure is large; it says nothing that the figure does not.
    private func bar(_ cell: Cell, _ row: Row, _ largest: Double?) -> String {
        guard let largest, largest > 0, row.kind == .body, let value = cell.amount?.double, value > 0 else { return "" }
        let share = Int((value / largest * 100).rounded())
        return "<svg class=\"bar\" aria-hidden=\"true\"><rect width=\"\(min(share, 100))%\" height=\"100%\"/></svg>"
    }
}
