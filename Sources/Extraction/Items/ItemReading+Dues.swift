import Facts
import Scanning
import Units

/// What is due and what of it has come in, and a task and what was done of it: 党费应收12.6万元，实收12.6万元; 应参保2.6万人，已参保2.5万人;
/// 疫苗接种任务5000剂次，实际接种5120剂次.
extension SentenceReader {
    private static let dues: WordList = ["应收", "应缴", "应付", "实收", "实缴", "实付", "已收", "已缴", "实际收", "实际缴"]
    private static let insuring: WordList = ["参保"]

    /// Names what is due, and what has come in of it.
    func nameDue(_ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.change == .none, state.place > 0, tokens[state.place - 1].kind == .word else { return }
        if nameDoneOfTask(text, &state) { return }
        switch unitDimension(of: state.reading.quantity) {
        case .money: nameSumDue(text, &state)
        case .person:
            nameInsured(text, &state)
            nameUsers(text, &state)
        default: nameTaskDone(&state)
        }
    }

    /// 党费应收12.6万元，实收12.6万元: both are of what stands before the first verb.
    private func nameSumDue(_ text: Span<UInt8>, _ state: inout State) {
        let verb = state.place - 1
        guard SentenceReader.dues.ends(in: text, at: tokens[verb].end), phrases.scalars(tokens[verb]) <= 2 else {
            return
        }
        // 应收, 实际|收: both characters or all three
        let start = tokens[verb].end - (text.has("际", at: tokens[verb].end - 6) ? 9 : 6)
        let action = text.string(ofDocument: start..<tokens[verb].end)
        var end = verb
        while end > 0, tokens[end - 1].kind == .word, tokens[end].start > start { end -= 1 }
        while end > 0, tokens[end - 1].isTime || tokens[end - 1].wordClass == .adverb { end -= 1 }
        if end == 0 || tokens[end - 1].endsClause {
            guard let last = state.facts.last, unitDimension(of: last.quantity) == .money, !last.item.isEmpty,
                let due = last.action, SentenceReader.dues.isEnding(of: due)
            else { return }
            state.reading.name(
                last.item, by: "item.carried", doubting: "the item is carried over from what was counted before")
        } else {
            var first = end
            while first > 0, end - first < 6, tokens[first - 1].kind == .word, phrases.isNominal(tokens[first - 1]),
                !tokens[first - 1].has(.placeName), !tokens[first - 1].has(.body)
            { first -= 1 }
            let name = text.string(of: tokens[first..<end])
            guard (2...12).contains(name.unicodeScalars.count) else { return }
            state.reading.name(name, by: "item.left", doubting: nil)
        }
        (state.reading.action, state.reading.verb) = (action, nil)
    }

    /// 医保应参保3.2万人，实际参保3.1万人: those who should have it, and those who have.
    private func nameInsured(_ text: Span<UInt8>, _ state: inout State) {
        let verb = state.place - 1
        guard SentenceReader.insuring.contains(tokens[verb].start..<tokens[verb].end, of: text), verb > 0,
            tokens[verb - 1].kind == .word
        else { return }
        let isDue = text.has("应", before: tokens[verb].start)
        guard
            isDue || text.has("已", before: tokens[verb].start) || text.has("实际", before: tokens[verb].start)
                || text.has("实", before: tokens[verb].start)
        else { return }
        var owner = ""
        if isDue {
            var first = verb - 1
            while first > 0, verb - first < 6, tokens[first - 1].kind == .word, phrases.isNominal(tokens[first - 1]),
                !tokens[first - 1].has(.placeName), !tokens[first - 1].has(.body)
            { first -= 1 }
            owner = text.string(of: tokens[first..<(verb - 1)])
        } else if let due = state.facts.last(where: { $0.item.hasSuffix("应参保人员") }) {
            owner = String(due.item.dropLast(5))
        }
        guard owner.unicodeScalars.count <= 10 else { return }
        state.reading.name(owner + (isDue ? "应" : "") + "参保人员", by: "item.unit", doubting: nil)
        (state.reading.action, state.reading.verb) = (isDue ? "应参保" : nil, nil)
    }

    /// 安装反诈APP780人: those who have it now are told by what they did.
    private func nameUsers(_ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.rule == "item.left", let phrase = state.reading.phrase, phrase.upperBound == state.place,
            let program = phrase.last, let verb = state.reading.verb, verb < phrase.lowerBound,
            ["APP", "App", "app"].contains(where: { (name: StaticString) in text.has(name, before: tokens[program].end)
            })
        else { return }
        state.reading.complete(as: text.string(of: tokens[verb..<verb + 1]) + state.reading.item + "人员")
    }

    /// 免费体检任务3000人，实际体检3200人: what was done of the task, which the figure before gave.
    private func nameDoneOfTask(_ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard state.reading.rule == "item.left", let phrase = state.reading.phrase, phrase.count == 2,
            text.has("实际", at: tokens[phrase.lowerBound].start), phrases.isDoing(phrase.lowerBound + 1),
            let last = state.facts.last, last.item.hasSuffix("任务"),
            unit(last.quantity)?.name == unit(state.reading.quantity)?.name,
            case let doing = tokens[phrase.lowerBound + 1],
            case let verb = text.string(ofDocument: doing.start..<doing.end), last.item.hasSuffix(verb + "任务")
        else { return false }
        state.reading.name(
            last.item, by: "item.carried", doubting: "the item is carried over from what was counted before")
        (state.reading.action, state.reading.verb) = (verb, nil)
        state.reading.isDone = true
        return true
    }

    /// 疫苗接种任务5000剂次，实际接种5120剂次: what the task was done with, and not the task.
    private func nameTaskDone(_ state: inout State) {
        guard state.reading.isCarried, state.reading.status == .actual, let action = state.reading.action,
            case let task = action + "任务", state.reading.item.hasSuffix(task),
            case let thing = state.reading.item.dropLast(task.count), thing.unicodeScalars.count > 1
        else { return }
        state.reading.item = String(thing)
    }
}
