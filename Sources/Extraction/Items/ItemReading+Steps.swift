import Facts
import Scanning
import Units

/// Things that go through the steps of one procedure, each of which counts them anew: 受理加装电梯申请137台，完成规划审查121台，开工104台.
extension SentenceReader {
    /// Steps that things are taken through before, while and after they are made.
    private static let steps: WordList = [
        "审查", "审核", "审批", "图审", "设计", "勘察", "勘查", "勘测", "勘验", "鉴定", "公示", "招标", "招投标", "评审", "验收", "备案", "联审",
        "测绘", "评估", "选址", "立项", "复核", "核查", "评定", "许可", "手续", "许可证", "核验", "联合审查", "踏勘", "竣工验收", "论证",
        "施工", "调试", "报建", "检测",
    ]
    private static let passing: WordList = ["完成", "通过", "办理", "办结", "进行", "已完成", "办理完", "取得", "核发"]
    private static let requests: WordList = ["申请", "报名", "申报"]
    /// Units of doings and of papers, which count the steps themselves.
    private static let papers: WordList = ["份", "张", "本", "次", "场", "项", "轮", "期", "批"]

    /// Units of things that never count a step.
    private static let machines: WordList = ["台", "部", "辆", "盏", "栋", "幢", "套", "户", "家", "所", "座"]

    /// The thing that a step was done to, where it has been counted in the same unit, or the measure word tells it.
    func stepped(_ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: State) -> String? {
        guard [.count, .household, .length, .area].contains(dimension ?? .time), state.place > 0, !before.item.isEmpty,
            case let last = state.place - 1,
            SentenceReader.steps.ends(in: text, at: tokens[last].end),
            let name = unit(state.reading.quantity)?.name, !SentenceReader.papers.contains(name)
        else { return nil }
        // 完成|图审: the verb may be taken for part of the phrase
        var first = before.item.lowerBound
        let verb: Int
        if SentenceReader.passing.contains(tokens[first].start..<tokens[first].end, of: text), first < last {
            verb = first
            first += 1
        } else if let predicate = before.predicate, predicate < first {
            verb = predicate
        } else {
            // 正在施工28台: a step alone, where such things have been counted before
            return before.item.count == 1 && before.item.upperBound == state.place
                && SentenceReader.machines.contains(name)
                ? state.memory.last(countedIn: name, dimension: dimension ?? .count) : nil
        }
        guard SentenceReader.passing.ends(in: text, at: tokens[verb].end), (0..<3).contains(last - first),
            tokens[first...last].allSatisfy({ $0.kind == .word }),
            phrases.scalars(of: first..<(last + 1)) <= 6
        else { return nil }
        let known = state.facts.last { unit($0.quantity)?.name == name && $0.change == .none && !$0.item.isEmpty }?.item
        return known.map(SentenceReader.withoutRequest) ?? namedForMeasure(name, text, state)
    }

    /// 加装电梯 of 加装电梯申请: what is asked for.
    static func withoutRequest(_ item: String) -> String {
        guard requests.isEnding(of: item), item.unicodeScalars.count >= 4 else { return item }
        return String(item.dropLast(2))
    }
}
