import Reports

/// The words that a workbook adds to those of its report.
struct WorkbookLabels {
    let language: Language

    private func choose(_ chinese: String, _ english: String) -> String {
        language == .chinese ? chinese : english
    }

    var noRows: String { choose("（无）", "(none)") }
    var noteMark: String { choose("注：", "Note: ") }
    var signatures: String {
        choose("制表人：　　　　　　审核人：　　　　　　日期：", "Prepared by:                Checked by:                Date:")
    }
    var againstLast: String { choose("较上期 ", "change ") }
    var place: String { choose("位次 ", "rank ") }
    /// The foot of a printed page, in the codes of the file format.
    var pageNumbers: String { choose("第 &P 页，共 &N 页", "page &P of &N") }

    var sourcesSheet: String { choose("原文", "Sources") }
    var sourceColumns: [String] {
        choose("标题|来源|日期|原文语句", "Headline|Source|Date|Sentence").split(separator: "|").map(String.init)
    }
    var chartDataSheet: String { choose("图表数据", "Chart data") }
    var chartDataNote: String {
        choose(
            "供图表引用：没有数据的单元格留空，图上不画；表格中的“—”会被画成0。",
            "Drawn by charts: no data is a blank cell, where a table’s dash would be drawn as 0.")
    }
    var chartDataNoteWithFigures: String {
        choose(
            "供图表和其他文档引用：没有数据的单元格留空，图上不画；其他工作表没有列出的指标也在这里。",
            "For charts and other documents: no data is a blank cell, and figures that no other sheet shows stand here."
        )
    }
    var figureColumns: [String] { choose("指标|数值|单位", "Figure|Value|Unit").split(separator: "|").map(String.init) }

    var howToFollowLinks: String {
        choose(
            "点击带链接的数字可查看其来源行，点击来源行可查看原文语句；需要引用的数字已定义名称，可在其他工作簿和幻灯片中使用。",
            "Linked figures lead to the rows they were made from, and those to the sentences they were read in. Headline "
                + "figures carry defined names for use in other workbooks and slides.")
    }
    var howToFindSentences: String {
        choose(
            "原文语句数量大，不另设工作表，见事实台账中每条数据的“原句”；需要引用的数字已定义名称，可在其他工作簿和幻灯片中使用。",
            "There are too many sentences for a sheet of their own: each stands beside its fact in the ledger. Headline "
                + "figures carry defined names for use in other workbooks and slides.")
    }
    func streamed(_ sheet: String) -> String {
        choose(
            "“\(sheet)”数据量大，以自动筛选和冻结窗格代替“表格”对象，长句不换行。",
            "“\(sheet)” is large: it has filters and frozen panes instead of a table object, and long sentences do not wrap."
        )
    }
    func continued(_ sheet: String, on sheets: [String]) -> String {
        choose(
            "“\(sheet)”超过一张工作表的行数上限，续在\(sheets.map { "“\($0)”" }.joined(separator: "、"))。",
            "“\(sheet)” has more rows than a sheet can hold and continues on \(sheets.joined(separator: ", ")).")
    }
    func fewerLinks(_ sheet: String) -> String {
        choose(
            "“\(sheet)”的链接数接近格式上限，故每行只设一个链接，最多 \(SheetLimit.links) 个。",
            "“\(sheet)” is near the format's limit of links: one link a row, \(SheetLimit.links) at most.")
    }
}
