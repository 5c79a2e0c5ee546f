import Facts
import Scanning
import Units

/// Sums of daily life, which the clause tells by a verb alone: 一天能拿420元 is income, 只花了8元 at a table the price of a meal, 共投入820万元
/// what is put into the works before it.
extension SentenceReader {
    /// Names a sum by who earns it, what is eaten for it, what it is put into, or what it is the worth of.
    func nameSumOfLife(_ clause: Range<Int>, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        nameWorth(clause, text, &state) || nameIncome(clause, text, &state) || nameMeal(clause, text, &state)
            || nameInput(clause, &state)
    }

    // MARK: - Incomes

    private static let earnings: WordList = ["挣", "赚", "拿", "收入", "进账", "剩", "剩下", "结余", "挣到", "赚到", "拿到", "到手", "挣得"]
    /// Those that tell of income only where they tell how much a day, a month or a night.
    private static let rates: WordList = ["拿", "剩", "剩下", "结余", "拿到"]
    /// What is earned in which time, and what it is called.
    private static let spans: [(words: WordList, name: String)] = [
        (["一天", "每天", "每日", "一日"], "日"), (["一个月", "每月", "每个月", "一月"], "月"),
        (["一年", "每年"], "年"), (["一晚", "一晚上", "每晚", "一个晚上"], "每晚"),
    ]

    /// 日收入 of 师傅一天能拿420元, 月收入 of 学员每月能挣1700元, 收入 of 去年进账12万元: what somebody earns.
    private func nameIncome(_ clause: Range<Int>, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard state.reading.rule == "item.fund.verb", let verb = wordBefore(state.place), clause.contains(verb),
            // 挣不到180元
            let earning = tokens[clause.lowerBound...verb].lastIndex(where: {
                $0.kind == .word && SentenceReader.earnings.contains($0.start..<$0.end, of: text)
            }), verb - earning <= 2
        else { return false }
        let range = tokens[clause.lowerBound].start..<tokens[earning].start
        let span = SentenceReader.spans.first { $0.words.isFound(in: text, range) }?.name
        let isRate = SentenceReader.rates.contains(tokens[earning].start..<tokens[earning].end, of: text)
        guard span != nil || !isRate else { return false }
        state.reading.name(
            (span ?? "") + "收入", by: "item.fund.verb", doubting: "only the verb tells what the money is for")
        return true
    }

    // MARK: - Meals

    /// What a meal is told by.
    private static let dishes: WordList = [
        "荤", "素", "菜", "汤", "粥", "取餐", "打饭", "用餐", "就餐", "套餐", "食堂", "主食", "馒头", "米饭",
    ]
    /// What is paid at a table, and what is taken there.
    private static let mealVerbs: WordList = [
        "花", "掏", "付", "自付", "自掏", "刷卡", "扫码", "支付", "花费", "只要", "只需", "要", "仅需", "花了", "收", "收取", "只收", "收费",
    ]
    /// The dearest meal that a bulletin tells of as one, in yuan.
    private static let dearest = Number(100)

    /// 餐费 of 一荤两素一汤只花了8元: what is paid for a meal that the sentence tells of.
    private func nameMeal(_ clause: Range<Int>, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard state.reading.quantity.value < SentenceReader.dearest, let verb = wordBefore(state.place),
            clause.contains(verb),
            SentenceReader.mealVerbs.contains(tokens[verb].start..<tokens[verb].end, of: text),
            isNameless(state) || isLeftOfPaying(verb, text, state),
            case let begin = sentenceStart(of: state.place),
            SentenceReader.dishes.isFound(in: text, tokens[begin].start..<tokens[verb].end)
        else { return false }
        state.reading.name("餐费", by: "item.fund.verb", doubting: "only the verb tells what the money is for")
        (state.reading.action, state.reading.verb) = (nil, nil)
        return true
    }

    /// 扣完补贴只花了7元, 老年人只要10元: whether what was taken for the item stands before the verb of paying, and is neither.
    private func isLeftOfPaying(_ verb: Int, _ text: Span<UInt8>, _ state: State) -> Bool {
        guard state.reading.rule == "item.left", let phrase = state.reading.phrase, let last = phrase.last else {
            return false
        }
        return last < verb
            && (tokens[last].has(.human) || tokens[last].has(.doer) || phrase.count == 1
                // 老人一荤两素只花了8元
                || SentenceReader.dishes.ends(in: text, at: tokens[last].end))
    }

    private func sentenceStart(of place: Int) -> Int {
        var start = place
        while start > 0, !tokens[start - 1].isMark(.sentenceEnd) { start -= 1 }
        return start
    }

    // MARK: - What is put into works, and what things are worth

    private static let inputs: WordList = ["投入", "投资"]
    private static let works: WordList = ["实事", "项目", "工程", "改造", "整治", "行动", "举措"]

    /// 实事投入 of 2025年的十件实事共投入820万元: what is put into the works that were counted, where they open the clause.
    private func nameInput(_ clause: Range<Int>, _ state: inout State) -> Bool {
        guard state.reading.rule == "item.fund.verb", let doing = state.reading.action,
            SentenceReader.inputs.isEnding(of: doing), doing.unicodeScalars.count == 2,
            let place = places[..<state.facts.count].last, clause.contains(place), let works = state.facts.last,
            works.change == .none, SentenceReader.works.isEnding(of: works.item),
            works.item.unicodeScalars.count <= 10
        else { return false }
        state.reading.name(
            works.item + doing, by: "item.fund", doubting: "what the money is for is taken from the clause")
        (state.reading.action, state.reading.verb) = (nil, nil)
        return true
    }

    /// 兑换物品1.3万件，折合17.5万元, 捐款捐物折合21万元: the worth of what was counted or named before the verb.
    private func nameWorth(_ clause: Range<Int>, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard state.reading.rule == "item.fund.verb", let verb = wordBefore(state.place), clause.contains(verb),
            text.has("折合", before: tokens[verb].end)
        else { return false }
        let doings = tokens[clause.lowerBound..<verb].reversed().prefix { $0.kind == .word && $0.wordClass == .verb }
            .count
        if doings > 0 {
            state.reading.name(
                text.string(of: tokens[(verb - doings)..<verb]), by: "item.doing",
                doubting: "the doing is what is counted")
            return true
        }
        // 累计折合
        guard tokens[clause.lowerBound..<verb].allSatisfy({ $0.has(.sum) || $0.wordClass == .adverb || $0.isTime }),
            let last = state.facts.last, !last.item.isEmpty, last.change == .none,
            unitDimension(of: last.quantity) != .money
        else { return false }
        state.reading.name(
            last.item, by: "item.carried", doubting: "the item is carried over from what was counted before")
        return true
    }
}
