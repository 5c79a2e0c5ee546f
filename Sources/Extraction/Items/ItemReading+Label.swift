import Facts
import Scanning
import Units

/// What the words before a colon name for the figures behind it that name nothing themselves: 城市低保：新增13户19人, 特困人员：分散供养27人,
/// 临时救助：审批19人次.
extension SentenceReader {
    /// Names a figure whose clause holds a verb at most by the label that its sentence opens with.
    func nameByLabel(_ text: Span<UInt8>, _ state: inout State) {
        let dimension = unitDimension(of: state.reading.quantity)
        guard [.person, .household, .personTime, .event, .money].contains(dimension), state.reading.change == .none,
            state.reading.per == nil || dimension == .money, let label = label(before: state.place, text)
        else { return }
        let name = text.string(of: tokens[label])
        if dimension == .money {
            // 高龄津贴：80—89岁692人，每人每月50元
            if ["item.guessed", "item.fund.verb"].contains(state.reading.rule),
                SentenceReader.payments.isEnding(of: name)
            {
                state.reading.name(
                    name, by: "item.topic", doubting: "the item is taken from the clause or heading before")
            }
            return
        }
        let isOfPeople =
            namesPeople(label, text) || SentenceReader.homes.ends(in: text, at: tokens[label.upperBound - 1].end)
        switch state.reading.rule {
        case "item.unit" where dimension == .person || dimension == .household:
            guard isOfPeople || SentenceReader.aids.isEnding(of: name) else { return }
            state.reading.name(
                isOfPeople ? name : name + "对象", by: "item.topic",
                doubting: "the item is taken from the clause or heading before")
        case "item.none"
        where (dimension == .person || dimension == .household) && state.reading.isStockWorded
            || SentenceReader.registered.isEnding(of: state.reading.item):
            // 社区矫正：在册26人
            state.reading.isStockWorded = true
            state.reading.name(
                isOfPeople ? name : name + "对象", by: "item.topic",
                doubting: "the item is taken from the clause or heading before")
        case "item.doing", "item.left":
            guard let phrase = state.reading.phrase ?? doingOnly(state), !phrase.isEmpty,
                phrase.allSatisfy({ phrases.isVerbalOrDoing(tokens[$0]) || tokens[$0].wordClass == .adverb })
            else { return }
            if dimension == .person || dimension == .household {
                guard isOfPeople else { return }
                // 分散供养27人: which of those whom the label names
                state.reading.name(
                    state.reading.item + name, by: "item.topic",
                    doubting: "the item is taken from the clause or heading before")
            } else if SentenceReader.aids.isEnding(of: name), SentenceReader.grants.isEnding(of: state.reading.item) {
                state.reading.name(
                    name, by: "item.topic", doubting: "the item is taken from the clause or heading before")
            }
        case "item.carried" where isOfPeople && (dimension == .person || dimension == .household):
            // 分散供养27人、集中供养14人: the next has a doing of its own
            guard state.facts.last.map({ $0.rule == "item.topic" && $0.item.hasSuffix(name) }) ?? false,
                let doing = doingInList(before: state.place)
            else { return }
            state.reading.name(
                text.string(of: tokens[doing]) + name, by: "item.topic",
                doubting: "the item is taken from the clause or heading before")
        default: return
        }
    }

    /// The verb with its adverb between the mark of a list and a figure.
    private func doingInList(before place: Int) -> Range<Int>? {
        var low = place
        while low > 0, place - low < 4, phrases.isVerbalOrDoing(tokens[low - 1]) || tokens[low - 1].wordClass == .adverb
        {
            low -= 1
        }
        guard low < place, low > 0, tokens[low - 1].isMark(.pause) || tokens[low - 1].endsClause else { return nil }
        return low..<place
    }

    /// 80—89岁692人: those of an age, whom nothing names beside it. From sixty on the office calls them 老人.
    func nameByAge(_ text: Span<UInt8>, _ state: inout State) {
        guard unitDimension(of: state.reading.quantity) == .person, let years = state.reading.item.firstIndex(of: "岁"),
            ["item.none", "item.unit", "item.carried", "item.guessed", "item.left"].contains(state.reading.rule),
            let age = Int(state.reading.item.prefix { $0.isASCII && $0.isNumber })
        else { return }
        let rest = state.reading.item[state.reading.item.index(after: years)...]
        let isOpen = rest.hasPrefix("以上") || rest.hasPrefix("以下")
        // What was carried over may be those of another age: 80—89岁692人，90—99岁85人.
        guard rest.isEmpty || isOpen && rest.count == 2 || rest.contains("岁") else { return }
        state.reading.name(
            state.reading.item[...years] + (isOpen ? rest.prefix(2) : "") + (age >= 60 ? "老人" : "人员"), by: "item.unit",
            doubting: "the measure word and the verb tell who is counted")
    }

    /// The verb right before a figure that its item consists of.
    private func doingOnly(_ state: State) -> Range<Int>? {
        let last = state.place - 1
        guard last >= 0, tokens[last].kind == .word else { return nil }
        return last..<state.place
    }

    private static let homes: WordList = ["户", "家庭", "人家"]
    /// What those who receive it are called after: 低保|对象.
    private static let aids: WordList = ["低保", "特困", "补贴", "津贴", "救助", "保障", "供养", "帮扶", "补助", "优抚"]
    private static let registered: WordList = ["在册", "在管", "在档", "在籍"]
    private static let payments: WordList = ["津贴", "补贴", "补助", "费", "金", "奖励", "薪酬", "工资", "待遇"]
    private static let grants: WordList = ["审批", "受理", "办理", "发放", "审核", "批准", "实施", "救助", "新增", "确认"]

    /// The noun between the beginning of the sentence, behind its number in a list, and a colon, with no figure between.
    private func label(before place: Int, _ text: Span<UInt8>) -> Range<Int>? {
        guard let first = tokens.firstIndex(where: { $0.kind == .word && $0.wordClass != .number }), first < place,
            first <= 3
        else { return nil }
        var end = first
        while end < place, end - first < 6, tokens[end].kind == .word { end += 1 }
        guard end > first, end < place, tokens[end].endsClause,
            text.has("：", at: tokens[end].start) || text.has(":", at: tokens[end].start),
            (2...10).contains(phrases.scalars(of: first..<end)), let last = (first..<end).last,
            [.noun, .verbalNoun, .suffix, .verb].contains(tokens[last].wordClass),
            tokens[first..<end].allSatisfy({
                !$0.has(.placeName) && !$0.has(.body) && !$0.has(.label) && !$0.has(.aspect) && !$0.has(.speech)
            })
        else { return nil }
        return first..<end
    }
}
