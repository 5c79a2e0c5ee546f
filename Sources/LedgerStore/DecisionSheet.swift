internal import Facts
internal import GRDB

/// What a filled-in 待核对 sheet asks for.
public struct DecisionSheet: Sendable, Equatable {
    /// The decisions, in the order of the sheet.
    public var decisions: [Decision]
    /// Rows whose opinion or fact is not understood; the others can be entered all the same.
    public var problems: [LedgerError]
}

extension Ledger {
    /// Reads a 待核对 sheet (CSV) in whose column 处理意见 a person has written what to do.
    ///
    /// | 处理意见 | does |
    /// | --- | --- |
    /// | 采信 (属实, 正确, 撤销, accept) | the fact stands as read |
    /// | 剔除 (驳回, 不采信, reject) | the fact does not count |
    /// | 重复 (duplicate) | the fact repeats another one |
    /// | 452, or 更正：数值=452；事项=志愿服务队 | the fields are corrected |
    /// | 并入：志愿服务队 (merge: …) | the fact's item, with its predicate, counts as that item, everywhere |
    ///
    /// Rows with an empty cell are passed over. A column 理由 (reason), where there is one, becomes the reason.
    ///
    /// - Parameters:
    ///   - author: who filled it in.
    ///   - at: when, as in `Decision.at`.
    /// - Throws: `LedgerError.Kind.badTable` where the table or one of its columns cannot be read.
    public func decisions(fromSheet path: String, author: String, at: String) throws(LedgerError) -> DecisionSheet {
        let table: CSVTable
        do {
            table = try CSVTable(path: path)
        } catch {
            throw LedgerError(error, path: path)
        }
        func column(_ names: String...) throws(LedgerError) -> String {
            guard let name = names.first(where: table.header.contains) else {
                throw LedgerError(
                    .badTable, path: path, line: 1, problem: "the column \(names[0]) is missing",
                    remedy: "Use the sheet 待核对 of a report, with all its columns, and fill in 处理意见")
            }
            return name
        }
        let columns = (
            document: try column("来源", "Source", "document"), start: try column("起始位置", "Start", "start"),
            text: try column("原文", "Text", "text"), sentence: try column("原句", "Sentence", "sentence"),
            opinion: try column("处理意见", "Decision", "decision")
        )
        let reason = ["理由", "Reason for decision"].first(where: table.header.contains)
        return try read { db in
            var sheet = DecisionSheet(decisions: [], problems: [])
            for row in table.rows {
                let opinion = String(row[columns.opinion][...].trimming { " \u{3000}。".contains($0) })
                guard !opinion.isEmpty else { continue }
                let found = try fact(
                    document: row[columns.document], start: Int(row[columns.start]), text: row[columns.text],
                    sentence: row[columns.sentence], in: db)
                guard let (reference, item) = found else {
                    sheet.problems.append(
                        row.fault(
                            "the fact of this row is not in the ledger",
                            "Add its bulletin first, or make the sheet anew"))
                    continue
                }
                guard let actions = Opinion.actions(opinion, about: reference, item: item) else {
                    sheet.problems.append(
                        row.fault(
                            "the opinion “\(opinion)” is not understood",
                            "Write 采信, 剔除, 重复, a number, 更正：字段=内容 or 并入：事项; the fields are \(Field.listOfNames)"
                        ))
                    continue
                }
                sheet.decisions += actions.map {
                    Decision($0, at: at, author: author, reason: reason.map { row[$0] } ?? "")
                }
            }
            return sheet
        }
    }

    /// The fact at that position of a document or, where the text has moved, of that sentence.
    private func fact(
        document: String, start: Int?, text: String, sentence: String, in db: Database
    ) throws -> (reference: FactReference, item: String)? {
        let rows = try Row.fetchAll(
            db,
            sql:
                "SELECT bulletin_id, bulletin FROM fact_view WHERE document = ? OR sentence = ? GROUP BY bulletin_id ORDER BY bulletin",
            arguments: [document, sentence])
        for row in rows {
            let facts = try currentFacts(of: row[0], in: db)
            let position =
                facts.firstIndex {
                    $0.fact.document == document && $0.fact.range.start == start && $0.fact.text == text
                }
                ?? facts.firstIndex { $0.fact.sentence == sentence && $0.fact.text == text }
            if let position {
                let fact = facts[position].fact
                // 并入 is said of an indicator: 社区（签订协议书） goes without 社区.
                let item = fact.action.map { "\(fact.item)（\($0)）" } ?? fact.item
                return (references(to: facts, bulletin: row[1])[position], item)
            }
        }
        return nil
    }
}

/// What a person writes into the column 处理意见.
enum Opinion {
    /// What the opinion asks for; `nil` where it is not understood.
    static func actions(_ opinion: String, about fact: FactReference, item: String) -> [Decision.Action]? {
        switch opinion {
        case "采信", "属实", "正确", "认可", "接受", "撤销", "accept": return [.accept(fact)]
        case "剔除", "驳回", "不采信", "删除", "reject": return [.reject(fact)]
        case "重复", "duplicate": return [.markDuplicate(fact)]
        default: break
        }
        if let into = rest(of: opinion, after: ["并入", "合并到", "merge"]) {
            return into.isEmpty || into == item ? nil : [.merge(item: item, into: into)]
        }
        let corrections = rest(of: opinion, after: ["更正", "改为", "correct"]) ?? opinion
        if Number(Field.value.stored(corrections)) != nil { return [.correct(fact, .value, to: corrections)] }
        var actions: [Decision.Action] = []
        for part in corrections.split(whereSeparator: { "；;".contains($0) }) {
            let sides = part.split(maxSplits: 1, omittingEmptySubsequences: false) { "=＝".contains($0) }
            guard sides.count == 2, let field = Field(named: trimmed(sides[0])) else { return nil }
            actions.append(.correct(fact, field, to: trimmed(sides[1])))
        }
        return actions.isEmpty ? nil : actions
    }

    private static func rest(of opinion: String, after openings: [String]) -> String? {
        for opening in openings where opinion.hasPrefix(opening) {
            return String(opinion.dropFirst(opening.count).trimming { " ：:\u{3000}".contains($0) })
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.trimming { " \u{3000}".contains($0) })
    }
}
