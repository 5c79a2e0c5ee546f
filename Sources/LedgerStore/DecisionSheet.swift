internal import Facts
internal import GRDB

/// What a filled-in 待核对 sheet asks for.
public struct DecisionSheet: Sendable, Equatable {
    /// The decisions, in the order of the sheet.
    public var decisions: [Decision]
    /// Rows whose opinion or fact is not understood; the others can be entered all the same.
    public var problems: [LedgerError]
    /// How many decisions of the sheet hold already, as the same person took them for the same reason: a sheet that is read
    /// in once more asks for nothing new.
    public var settled: Int
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
        let rows = table.rows.map { row in
            SheetRow(
                row: row, opinion: Opinion.text(in: row[columns.opinion]), reason: reason.map { row[$0] } ?? "",
                fact: SheetFacts.Entry(
                    document: row[columns.document], start: Int(row[columns.start]), text: row[columns.text],
                    sentence: row[columns.sentence]))
        }.filter { !$0.opinion.isEmpty }
        return try read { db in
            var sheet = DecisionSheet(decisions: [], problems: [], settled: 0)
            var facts = try SheetFacts(rows.map(\.fact), in: self, db)
            var taken: [Decision.Subject: [(line: Int, decision: Decision)]] = [:]
            for row in rows {
                let actions: [Decision.Action]
                do {
                    actions = try row.actions(about: facts.found(row.fact, db))
                } catch let problem as LedgerError {
                    sheet.problems.append(problem)
                    continue
                }
                let decisions = actions.map { Decision($0, at: at, author: author, reason: row.reason) }
                if let line = decisions.lazy.compactMap({ taken[$0.subject]?.line(contradicting: $0) }).first {
                    sheet.problems.append(row.contradiction(ofLine: line))
                    continue
                }
                for decision in decisions {
                    taken[decision.subject, default: []].append((row.row.line, decision))
                    if try isSettled(decision, in: db) {
                        sheet.settled += 1
                    } else {
                        sheet.decisions.append(decision)
                    }
                }
            }
            return sheet
        }
    }
}

/// A row with an opinion.
private struct SheetRow {
    var row: CSVTable.Row
    var opinion: String
    var reason: String
    var fact: SheetFacts.Entry

    /// What the opinion asks for.
    ///
    /// - Throws: `LedgerError.Kind.badTable` where it is not understood, or not to be said about which fact.
    func actions(about found: SheetFacts.Found) throws(LedgerError) -> [Decision.Action] {
        switch found {
        case .none:
            throw row.fault(
                "the fact of this row is not in the ledger", "Add its bulletin first, or make the sheet anew")
        case .several(let count):
            throw row.fault(
                "\(count) facts of the ledger may be the one of this row",
                "Make the sheet anew, or decide by the fact's number: see `tongbao ledger show`")
        case .one(let reference, let item):
            guard let actions = Opinion.actions(opinion, about: reference, item: item) else {
                throw row.fault(
                    "the opinion “\(opinion)” is not understood",
                    "Write 采信, 剔除, 重复, a number, 更正：字段=内容 or 并入：事项; the fields are \(Field.listOfNames)")
            }
            return actions
        }
    }

    func contradiction(ofLine line: Int) -> LedgerError {
        row.fault(
            "the opinion “\(opinion)” contradicts that of line \(line) about the same fact",
            "Leave one of the two cells empty")
    }
}

extension [(line: Int, decision: Decision)] {
    /// The line of the first decision that cannot stand beside another one.
    fileprivate func line(contradicting other: Decision) -> Int? {
        first { $0.decision.action != other.action && other.overrules($0.decision) }?.line
    }
}

/// What a person writes into the column 处理意见.
enum Opinion {
    /// What the cell says, without the spaces and the full stop round it.
    static func text(in cell: String) -> String {
        String(cell[...].trimming { " \u{3000}。".contains($0) })
    }

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
