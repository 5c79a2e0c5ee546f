import Facts
import Scanning
import Units

/// Whose size a bare size is, where the clause before gave another size of the same thing: 占地面积2亩，总产值30万元.
extension SentenceReader {
    /// Verbs of growing, in the names of sizes.
    private static let growings: WordList = [
        "栽种", "种植", "栽植", "播种", "养殖", "收获", "培育", "推广", "采摘", "移栽", "种养", "套种", "制种", "插秧",
    ]

    /// 葡萄 of 葡萄|在古城镇|种植面积1.2万亩: what is grown, where the place stands between it and the name of its size.
    func grownElsewhere(_ left: NounPhrases.Left, _ text: Span<UInt8>) -> String? {
        guard let last = left.item.last, tokens[last].has(.attribute) || tokens[last].has(.magnitude),
            case let verb = last - 1, verb > 1,
            left.item.lowerBound == verb || left.item.count == 1 && left.predicate == verb,
            SentenceReader.growings.contains(tokens[verb].start..<tokens[verb].end, of: text)
        else { return nil }
        var index = verb - 1
        while index > 0, verb - index < 6,
            tokens[index].has(.placeName) || tokens[index].has(.determiner)
                || tokens[index].isTime || tokens[index].wordClass == .adverb
        { index -= 1 }
        guard index > 0, index < verb - 1, tokens[index].end - tokens[index].start == 3,
            text.has("在", at: tokens[index].start)
        else { return nil }
        return thing(endingAt: index - 1, from: 0, text)
    }

    /// What names of places and bodies end in, which have no output by the land that they lie on.
    private static let grounds: WordList = ["区", "县", "市", "街道", "镇", "乡", "村", "社区", "全省", "全国"]
    private static let estates: WordList = [
        "园区", "校区", "小区", "景区", "厂区", "片区", "街区", "库区", "院区", "超市", "城市", "夜市", "集市",
    ]

    /// 小麦播种面积3万亩，产量1.2万吨: whether a bare amount opens a clause behind the size of a thing, which it is of too.
    func isSizedWithLast(_ phrase: Range<Int>, _ state: State) -> Bool {
        guard phrase.count == 1, let only = phrase.first, tokens[only].has(.magnitude), let before = state.facts.last,
            before.change == .none, state.reading.change == .none, places.indices.contains(state.facts.count - 1),
            before.rule == "item.left" || before.rule == "item.completed",
            [.area, .mass, .volume, .length].contains(unitDimension(of: before.quantity) ?? .count),
            case let place = places[state.facts.count - 1], place + 1 < only, tokens[place + 1].endsClause,
            !semicolons.contains(place + 1), tokens[(place + 2)..<only].allSatisfy({ isLeadIn($0) }),
            case let owner = SentenceReader.withoutSize(before.item), owner != before.item, owner.count > 1
        else { return false }
        return !SentenceReader.grounds.isEnding(of: owner) || SentenceReader.estates.isEnding(of: owner)
    }

    /// 樱桃 of 樱桃种植, where what it yields is told: only the land is named by how it is used.
    static func withoutGrowing(_ owner: String, for size: String) -> String? {
        guard !size.hasSuffix("面积"), growings.isEnding(of: owner), owner.count > 3 else { return nil }
        return String(owner.dropLast(2))
    }

    /// Where what is compared ends, before 比 and what it is compared with, where a verb or noun right before the figure only belongs
    /// to that: 年收入|比过去打工|翻了一番.
    func compared(before phrase: Range<Int>) -> Int? {
        guard let first = phrase.first else { return nil }
        var index = first - 1
        while index > 0, first - index < 4,
            tokens[index].isTime || tokens[index].wordClass == .time
                || tokens[index].wordClass == .pronoun
                || tokens[index].wordClass == .preposition
                    && !tokens[index].has(.comparison)
        { index -= 1 }
        guard index > 0, tokens[index].has(.comparison), tokens[index].end - tokens[index].start == 3 else {
            return nil
        }
        return index - 1
    }

    /// 进出口同比增速 of 进出口|同比|增速超过30%: a rate of growth with what has grown, before the word for what it is compared with.
    func growthRate(_ phrase: Range<Int>, floor: Int) -> Range<Int>? {
        guard let first = phrase.first, phrase.count == 1, first > floor + 1,
            tokens[first].has(.rate)
                || tokens[first].has(.magnitude) && !tokens[first].roles.isDisjoint(with: .changes),
            tokens[first - 1].has(.comparison), tokens[first - 1].wordClass == .adverb,
            case let grown = phrases.left(endingAt: first - 2, floor: floor, style: .rate).item,
            grown.upperBound == first - 1, !grown.isEmpty
        else { return nil }
        return grown.lowerBound..<phrase.upperBound
    }

    private static let tradings: WordList = [
        "进出口", "出口", "进口", "投资", "贸易", "转移支付", "援助", "贸易额", "出口额", "进口额", "进出口额", "进出口值", "进出口总值", "进出口总额",
    ]

    /// 对东盟进出口, 中央对地方转移支付: trade with the partner that 对 names, and with who trades, where no place does.
    func tradeWith(_ phrase: Range<Int>, floor: Int, _ text: Span<UInt8>) -> Range<Int>? {
        guard let last = phrase.last, phrase.lowerBound > floor,
            phrase.suffix(4).contains(where: {
                SentenceReader.tradings.contains(tokens[$0].start..<tokens[$0].end, of: text)
            })
        else { return nil }
        var index = phrase.lowerBound - 1
        while index > floor, last - index < 12, !tokens[index].has(.toward) {
            guard
                tokens[index].has(.placeName) || tokens[index].has(.national) || phrases.isNominal(tokens[index])
                    || tokens[index].has(.determiner)
                    || tokens[index].isMark(.openQuote) || tokens[index].isMark(.closeQuote)
                    || tokens[index].isMark(.openBracket) || tokens[index].isMark(.closeBracket)
                    || tokens[index].wordClass == .pronoun
            else { return nil }
            index -= 1
        }
        guard tokens[index].has(.toward), phrases.scalars(tokens[index]) == 1, index >= floor else { return nil }
        guard index > floor else { return index..<phrase.upperBound }
        let trader = phrases.left(endingAt: index - 1, floor: floor, style: .count)
        let isTrader =
            trader.predicate == nil && trader.item.upperBound == index
            && !trader.item.contains(where: { tokens[$0].has(.placeName) || tokens[$0].has(.national) })
        return (isTrader ? trader.item.lowerBound : index)..<phrase.upperBound
    }

    /// 用电需求 of 用电需求旺盛，增速超过10%: what has grown, in the clause before one that opens with its rate, where no figure
    /// stands in it.
    func grown(before rate: Int, _ text: Span<UInt8>) -> String? {
        var mark = rate - 1
        while mark > 0, rate - mark < 4, isLeadIn(tokens[mark]) { mark -= 1 }
        guard mark > 0, tokens[mark].endsClause, !semicolons.contains(mark), !isColon(tokens[mark], text),
            clauseWithoutFigure(endingAt: mark, within: NounPhrases.longest) != nil
        else { return nil }
        return clauseBefore(mark, .ratio, text)
    }

    /// 退休教师 of 六成的住户|是|退休教师: what a share of those told behind it are, at the end of the clause.
    func whatShareIs(_ right: Range<Int>, _ dimension: Dimension?, _ text: Span<UInt8>) -> Range<Int>? {
        guard dimension == .ratio, !right.isEmpty, right.upperBound < tokens.count,
            text.has("是", at: tokens[right.upperBound].start),
            tokens[right.upperBound].end - tokens[right.upperBound].start == 3
        else { return nil }
        return roleBehind(right.upperBound - 1, dimension, text)
    }

    /// 广告牌拆除率 of 摸排广告牌300块，拆除270块，完成摸排量的九成: how much has been done of what was done to all of them before.
    func rateOfDone(of whole: String, _ state: State) -> String? {
        guard whole.hasSuffix("量"), let last = state.facts.last, let action = last.action, !last.item.isEmpty,
            action.count == 2, let name = unit(last.quantity)?.name,
            state.facts.dropLast().contains(where: {
                $0.action == String(whole.dropLast()) && unit($0.quantity)?.name == name
            })
        else { return nil }
        return last.item + action + "率"
    }

    private static let sayings: WordList = ["显示", "表明", "指出", "表示", "强调", "称", "说", "认为", "宣布"]

    /// Whether a word says what follows it: 显示; but 经济增长预测 is what was said.
    func saysSo(_ index: Int, _ text: Span<UInt8>) -> Bool {
        tokens[index].has(.speech) && SentenceReader.sayings.contains(tokens[index].start..<tokens[index].end, of: text)
    }

    private static let marks: WordList = ["标准", "要求", "水平", "条件", "等级"]

    /// Leaves what stands before a figure and names nothing that it counts: 平均, 一顿, 达到优秀标准.
    func leaveMeans(
        _ before: inout NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: State
    ) {
        if dimension == .ratio, let last = before.item.last,
            saysSo(last, text)
                // 美超七成受访者认为…: where, in one character
                || before.item.count == 1 && phrases.scalars(tokens[last]) == 1 && state.reading.quantity.impliedPercent
                    && state.place + 1 < tokens.count && phrases.isNominal(tokens[state.place + 1])
                || tokens[last].wordClass == .locative && state.place + 1 < tokens.count
                    && tokens[state.place + 1].has(.de)
        {
            // 调查显示八成市民满意, 全市范围内80%的商户: who says so, and where it is
            before = .empty(at: state.place)
            return
        }
        let isMoney = dimension == .money
        if isMoney {
            // “骑手餐”|两荤一素12元: what is on the plate
            var end = before.item.upperBound
            while end - before.item.lowerBound > 2,
                tokens[end - 2].wordClass == .number || phrases.scalars(tokens[end - 2]) == 1,
                SentenceReader.dishes.contains(tokens[end - 1].start..<tokens[end - 1].end, of: text)
            { end -= 2 }
            if phrases.scalars(of: before.item.lowerBound..<end) > 2 { before.item = before.item.lowerBound..<end }
        }
        let named = before.item.isEmpty ? before.modifier ?? before.item : before.item
        if isMoney, state.reading.per != nil, named.count == 1, let mean = named.first, tokens[mean].has(.average) {
            // 补助金额为|平均|每户3000元, 其他乡镇|平均|每户1500元: what was named, and not where
            var last = mean - 1
            if last > 0, SentenceReader.copulas.contains(tokens[last].start..<tokens[last].end, of: text) { last -= 1 }
            let sum = last >= 0 ? phrases.left(endingAt: last, floor: 0, style: .rate) : .empty(at: state.place)
            before =
                sum.item.last.map {
                    tokens[$0].has(.magnitude) || SentenceReader.sums.ends(in: text, at: tokens[$0].end)
                }
                    ?? false ? sum : .empty(at: state.place)
        } else if isMoney, before.item.count > 1, let measure = before.item.last, tokens[measure].wordClass == .measure,
            text.has("一", at: tokens[measure - 1].start), tokens[measure - 1].end - tokens[measure - 1].start == 3
        {
            // 午餐|一顿|只要8元: for how much of it
            let thing = before.item.lowerBound..<measure - 1
            // 充满|一次: a verb alone says too little
            if let last = thing.last, !phrases.isPlain(tokens[last]), !tokens[last].has(.transitive) {
                before.item = thing
            }
        } else if isMoney, before.item.count == 1, let only = before.item.first, let verb = before.predicate,
            verb > only,
            SentenceReader.singles.contains(tokens[only].start..<tokens[only].end, of: text)
        {
            // 单项投入520万元: for one of them
            before.item = before.item.upperBound..<before.item.upperBound
            before.verbs = verb..<(verb + 1)
        } else if dimension == .count, before.item.count > 2, let day = before.item.last, day < state.place - 1,
            tokens[day].wordClass == .measure, text.has("天", at: tokens[day].start),
            text.has("一", before: tokens[day].start)
        {
            // 泡馍馆|一天要卖2400碗: in what time
            before.item.removeLast(2)
        } else if dimension == .count, let verb = before.predicate, verb < before.item.lowerBound,
            let last = before.item.last, before.item.upperBound == state.place,
            SentenceReader.marks.ends(in: text, at: tokens[last].end), tokens[verb].has(.reach),
            state.facts.contains(where: { unit($0.quantity)?.name == unit(state.reading.quantity)?.name })
        {
            // 卫生室96所，其中|达到|优秀标准|17所: how those that were counted stand
            before = .empty(at: state.place)
        }
    }

    /// 获评省级示范单位（全市仅3家）: what there are so many of in all, before the bracket that says so.
    func titleBeforeBracket(_ place: Int, _ text: Span<UInt8>) -> String? {
        var index = place - 1
        while index > 1, place - index < 5,
            tokens[index].has(.placeName) || tokens[index].has(.determiner) || tokens[index].wordClass == .adverb
                || tokens[index].has(.sum)
        { index -= 1 }
        guard index > 1, index < place - 1, tokens[index].isMark(.openBracket), tokens[index - 1].kind == .word else {
            return nil
        }
        let title = phrases.left(endingAt: index - 1, floor: 0, style: .count)
        guard title.item.last == index - 1, let verb = title.predicate, verb < title.item.lowerBound else { return nil }
        return phrases.string(title.item, text: text)
    }

    private static let singles: WordList = ["单项", "单笔", "单次", "单个"]
    private static let dishes: WordList = ["荤", "素", "菜", "汤", "饭", "粥", "主食"]
    private static let menus: WordList = ["套餐", "餐", "饭", "菜", "面", "汤", "粥", "包", "券", "卡", "票"]

    /// 10元套餐、自选菜: where the first member of a list ends, which alone has the price before it; 8元早餐费、午餐费 is one sum.
    func endOfPriced(_ right: Range<Int>, _ text: Span<UInt8>) -> Int? {
        guard let pause = right.first(where: { tokens[$0].isMark(.pause) }), let last = right.last,
            pause > right.lowerBound,
            SentenceReader.menus.ends(in: text, at: tokens[pause - 1].end),
            !SentenceReader.sums.ends(in: text, at: tokens[last].end)
        else { return nil }
        return pause
    }
}
