import ArgumentParser
import LedgerStore
import Scanning

struct DecideFacts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Accept, correct or reject facts, merge items, or read back a filled-in sheet.",
        discussion: """
            Examples:
              tongbao ledger decide 17 18 --reject --by 李某
              tongbao ledger decide 17 --set 数值=452 --by 李某 --reason 电话核实
              tongbao ledger decide 17 --accept --by 李某                     takes the correction back
              tongbao ledger decide --merge 志愿队伍=志愿服务队 --by 李某
              tongbao ledger decide --merge 志愿队伍=志愿队伍 --by 李某         by itself again
              tongbao ledger decide --from 待核对.csv --by 李某
              tongbao ledger decide --list
            """)

    enum Verdict: String, EnumerableFlag {
        case accept, reject, duplicate
    }

    @Argument(help: "Numbers of facts, as `ledger show` shows them.")
    var facts: [Int64] = []

    @Flag(help: "What holds for the facts.")
    var verdict: Verdict?

    @Option(
        help: ArgumentHelp(
            "A field of the facts, by its name in the table 事实台账, and what it should hold.", valueName: "field=value"))
    var set: [String] = []

    @Option(
        help: ArgumentHelp(
            "An item, or an indicator as tables name it (事项（动作）), that counts as another one, everywhere.",
            valueName: "item=item"))
    var merge: [String] = []

    @Option(help: ArgumentHelp("A sheet 待核对 (CSV) whose column 处理意见 is filled in.", valueName: "file"))
    var from: String?

    @Flag(help: "List the decisions; those whose sentence is not there are marked.")
    var list = false

    @Option(name: .customLong("by"), help: ArgumentHelp("Who decides.", valueName: "name"))
    var author = ""

    @Option(
        name: .customLong("on"), help: ArgumentHelp("Day of the decision (default: today).", valueName: "2026-04-03"))
    var day: String?

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason = ""

    @OptionGroup var ledger: CountingLedgerOptions

    func validate() throws {
        if list { return }
        if author.isEmpty { throw ValidationError("--by tells who decides.") }
        if from == nil, merge.isEmpty, verdict == nil, set.isEmpty {
            throw ValidationError(
                "Say what to decide: --accept, --reject, --duplicate, --set, --merge or --from.")
        }
        if verdict != nil || !set.isEmpty, facts.isEmpty { throw ValidationError("Name the facts by their numbers.") }
    }

    func run() throws {
        guard !list else { return try printDecisions() }
        let store = try ledger.openExisting()
        let at = day ?? AuthorOptions.now
        var decisions: [Decision] = []
        var failed = false
        if let from {
            let sheet = try Terminal.reporting { try store.decisions(fromSheet: from, author: author, at: at) }
            for problem in sheet.problems { Terminal.message("tongbao: \(problem)") }
            if sheet.settled > 0 {
                Terminal.message("tongbao: \(from): \(Terminal.count(sheet.settled, "decision")) held already")
            }
            failed = !sheet.problems.isEmpty
            decisions += sheet.decisions
        }
        let actions = try facts.flatMap { number in
            let fact = try Terminal.reporting { try store.reference(toFact: number) }
            return try self.actions(about: fact)
        }
        let taken = try (actions + mergers()).map { Decision($0, at: at, author: author, reason: reason) }
        decisions += try Terminal.reporting { try store.unsettled(taken) }
        let entered = try Terminal.reporting { try store.decide(decisions) }
        Terminal.message("\(ledger.path): \(Terminal.count(entered.count, "decision")) entered")
        for case .merge(let item, let into) in entered.map(\.decision.action) where item != into {
            guard try !Terminal.reporting({ try store.holdsFacts(ofItem: item) }) else { continue }
            Terminal.message(
                "tongbao: no fact is of the item “\(item)” so far; the merger waits for one (`tongbao ledger show` names items)"
            )
        }
        if failed { throw Terminal.incomplete }
    }

    private func actions(about fact: FactReference) throws -> [Decision.Action] {
        let corrections = try set.map { text in
            let (name, value) = try sides(of: text)
            guard let field = Field(named: name) else {
                throw ValidationError("\(name) is no field of a fact; the fields are \(Field.listOfNames).")
            }
            return Decision.Action.correct(fact, field, to: value)
        }
        return switch verdict {
        case .accept: corrections + [.accept(fact)]
        case .reject: corrections + [.reject(fact)]
        case .duplicate: corrections + [.markDuplicate(fact)]
        case nil: corrections
        }
    }

    private func mergers() throws -> [Decision.Action] {
        try merge.map { text in
            let (item, into) = try sides(of: text)
            return .merge(item: item, into: into)
        }
    }

    private func sides(of text: String) throws -> (String, String) {
        guard let equals = text.firstIndex(of: "=") else {
            throw ValidationError("\(text): write it with = in between.")
        }
        return (String(text[..<equals]), String(text[text.index(after: equals)...]))
    }

    private func printDecisions() throws {
        let store = try ledger.file.open()
        for stored in try Terminal.reporting({ try store.decisions() }) {
            let decision = stored.decision
            let what =
                switch decision.action {
                case .accept: "accept"
                case .reject: "reject"
                case .markDuplicate: "duplicate"
                case .correct(_, let field, let value): "\(field.chineseName)=\(value)"
                case .merge(let item, let into): "\(item) → \(into)"
                }
            let fact = decision.reference.map { "\t\($0.text)\t\($0.sentence.maskingPersonalNumbers)" } ?? ""
            let mark = stored.isOrphan ? "\t(sentence not there)" : ""
            try Terminal.line("\(decision.at)\t\(decision.author)\t\(what)\(fact)\t\(decision.reason)\(mark)")
        }
    }
}
