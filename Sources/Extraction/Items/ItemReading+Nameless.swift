import Facts
import Scanning
import Units

/// Words beside a figure that are nouns elsewhere and name nothing there: how a sum is meant, what is still to be done with those that are
/// counted, in what manner something is done, for each of what.
extension SentenceReader {
    private static let pointing: WordList = ["这", "那", "这个", "那个", "这一", "这条", "这道"]
    private static let meantAs: WordList = ["起步", "起价", "起跳", "打底", "保底", "封顶", "出头", "开外"]
    private static let intentions: WordList = ["要", "需要", "需", "想", "愿意", "打算", "准备", "即将", "将", "得"]
    private static let evenWords: WordList = ["都", "也", "还"]

    /// The phrase behind a figure without what names none of those that are counted: 20万元|这道坎, 0.35元|起步, 4场|要进工地,
    /// 9栋楼|连电梯|都没有.
    func namedBehind(_ right: Range<Int>, _ place: Int, _ dimension: Dimension?, _ text: Span<UInt8>) -> Range<Int> {
        guard let first = right.first else { return right }
        let isMeasured = ![.count, .person, .household, .event, nil].contains(dimension)
        if isMeasured,
            isWord(place + 1, of: SentenceReader.pointing, text)
                || right.count == 1 && isWord(first, of: SentenceReader.meantAs, text)
        {
            return place..<place
        }
        if first == place + 1, isWord(first, of: SentenceReader.intentions, text), isIntended(behind: first, text) {
            return place..<place
        }
        guard
            let even = right.dropFirst().first(where: { tokens[$0].kinds.contains(.linking) }),
            restOfClause(behind: even).contains(where: { isWord($0, of: SentenceReader.evenWords, text) })
        else { return fundBehind(right, place, dimension, text) ?? right }
        return right.lowerBound..<even
    }

    /// Whether a verb alone stands behind a word of intention, or one of going with where to: but 要|解决|问题 names 问题.
    private func isIntended(behind intention: Int, _ text: Span<UInt8>) -> Bool {
        let rest = restOfClause(behind: intention)
        guard let verb = rest.first, tokens[verb].wordClass == .verb else { return false }
        return isWord(verb, of: SentenceReader.visits, text) && rest.count <= 2
            || rest.dropFirst().allSatisfy({ !phrases.isNominal(tokens[$0]) && !tokens[$0].has(.de) })
    }

    private static let fundNames: WordList = ["资金", "经费", "专款", "基金", "奖金", "补助", "补贴", "奖补", "补助款"]

    /// 物业补短板专项资金 of 1500万元|物业补短板专项资金: a sum by all that stands before the word for it at the end of the clause, where a verb
    /// that makes or gives nothing tells what it is for.
    private func fundBehind(
        _ right: Range<Int>, _ place: Int, _ dimension: Dimension?, _ text: Span<UInt8>
    ) -> Range<Int>? {
        guard dimension == .money, right.lowerBound == place + 1,
            !SentenceReader.sums.ends(in: text, at: tokens[right.upperBound - 1].end)
        else { return nil }
        let rest = restOfClause(behind: right.upperBound - 1)
        guard let fund = rest.last, rest.count <= 6, phrases.closes(at: fund + 1),
            SentenceReader.fundNames.ends(in: text, at: tokens[fund].end),
            rest.allSatisfy({ index in
                let token = tokens[index]
                return token.kind == .word && (phrases.isNominal(token) || phrases.isVerbal(token))
                    && token.roles.isDisjoint(with: [.light, .reach, .plan, .recipient, .stock])
                    && token.kinds.isDisjoint(with: [.handling, .raising, .convening, .concern])
            })
        else { return nil }
        return right.lowerBound..<(fund + 1)
    }

    /// The tokens of a clause behind one of them.
    private func restOfClause(behind index: Int) -> Range<Int> {
        let start = min(index + 1, tokens.count)
        var end = start
        while end < tokens.count, end - start < 16, !tokens[end].endsClause { end += 1 }
        return start..<end
    }

    private func isWord(_ index: Int, of words: WordList, _ text: Span<UInt8>) -> Bool {
        index < tokens.count && tokens[index].kind == .word
            && words.contains(tokens[index].start..<tokens[index].end, of: text)
    }

    /// Measure words of doings alone: 4场在社区举办 tells where what is counted was held.
    private static let turnUnits: WordList = ["次", "回", "趟", "遍"]
    private static let visits: WordList = [
        "到", "赴", "去", "来", "往", "前往", "来到", "深入", "走进", "走入", "进", "进入", "向", "对", "就", "在", "与", "同", "跟",
    ]

    /// 会诊 of 先后4次|到社区现场会诊, 反映情况 of 3次|向市里反映情况: the doing that closes the clause behind a word for where or with whom it is
    /// done so often.
    func doingWhither(behind place: Int, _ text: Span<UInt8>) -> Range<Int>? {
        guard isWord(place + 1, of: SentenceReader.visits, text), case .quantity(let number) = tokens[place].kind,
            SentenceReader.turnUnits.contains(unit(quantities[number])?.name ?? "")
        else { return nil }
        let rest = restOfClause(behind: place + 1)
        guard let last = rest.last, rest.count > 1, phrases.closes(at: last + 1),
            let doing = rest.suffix(2).last(where: { isWordOfDoing($0) }),
            doing > rest.lowerBound, doing == last || tokens[last].wordClass == .noun,
            tokens[doing].roles.isDisjoint(with: [.reach, .plan, .increase, .decrease, .light]),
            rest.allSatisfy({ tokens[$0].kind == .word && !tokens[$0].has(.de) })
        else { return nil }
        // 考察|学习, 参加|比赛, but 开展|督导
        var first = doing
        while first - 1 > rest.lowerBound, isWordOfDoing(first - 1),
            tokens[first - 1].roles.isDisjoint(with: [.reach, .plan, .increase, .decrease, .empty])
        {
            first -= 1
        }
        return first..<rest.upperBound
    }

    private func isWordOfDoing(_ index: Int) -> Bool { phrases.isDoing(index) && phrases.scalars(tokens[index]) > 1 }

    /// The doing of which a figure tells how often it was done: 11次|加息, 先后4次|到社区现场会诊.
    func doingsCounted(behind place: Int, _ text: Span<UInt8>) -> Range<Int>? {
        doing(behind: place).map { $0..<($0 + 1) } ?? doingWhither(behind: place, text)
    }

    /// Leaves out of the item what only tells in what manner or for each of what it is: 每周|义务|讲3堂课, 一季|8门,
    /// 线索|奖励|积分200分.
    func leaveNameless(
        _ before: inout NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>
    ) {
        guard let first = before.item.first, let last = before.item.last else { return }
        let end = before.item.upperBound
        if tokens[first].kinds.contains(.unpaid), tokens[first].wordClass != .verbalNoun,
            before.item.count == 1 && before.predicate.map({ $0 >= end && sparesName($0, dimension) }) ?? false
                || before.item.count == 2 && text.has("义务", at: tokens[first].start)
                    && phrases.scalars(tokens[last]) == 1 && phrases.isVerbal(tokens[last])
        {
            let verb = before.item.count == 1 ? before.predicate ?? last : last
            before = .empty(at: end)
            (before.predicate, before.verbs) = (verb, verb..<(verb + 1))
        } else if before.item.count == 1, isForOne(first, text) {
            before = .empty(at: end)
        } else if dimension == .money, let paid = paidForEach(before.item, text) {
            before = .empty(at: end)
            before.item = paid
        } else if dimension == .score, before.item.count > 1, before.predicate == nil,
            text.has("积分", before: tokens[last].end),
            phrases.scalars(tokens[last]) == 2, isWord(last - 1, of: SentenceReader.awards, text)
        {
            before = .empty(at: end)
            (before.item, before.predicate) = (last..<end, last - 1)
        }
    }

    /// 物业费 of 物业费|每|平方米每月只收|0.35元: what is paid, before what it is paid for each of and the verb that says so.
    private func paidForEach(_ phrase: Range<Int>, _ text: Span<UInt8>) -> Range<Int>? {
        guard let first = phrase.first, phrase.count > 1, first > 1, text.has("每", at: tokens[first - 1].start),
            phrases.scalars(tokens[first - 1]) == 1, tokens[first].wordClass == .measure,
            SentenceReader.sums.ends(in: text, at: tokens[first - 2].end)
                || text.has("租", before: tokens[first - 2].end),
            phrase.dropFirst().allSatisfy({ tokens[$0].wordClass == .adverb || tokens[$0].wordClass == .verb })
        else { return nil }
        let paid = phrases.left(endingAt: first - 2, floor: 0, style: .count).item
        return paid.upperBound == first - 1 ? paid : nil
    }

    private static let awards: WordList = ["奖励", "奖", "赠送", "赠", "扣除", "扣", "兑换", "获得", "获", "得", "加", "给予", "领取"]

    /// 义务|讲3堂课, 义务|抢修63户: but 义务讲解640场 is a doing that is counted.
    private func sparesName(_ verb: Int, _ dimension: Dimension?) -> Bool {
        phrases.scalars(tokens[verb]) == 1 || dimension.map { !SentenceReader.doings.contains($0) } ?? true
    }

    /// Words behind 一 for each of which a figure is, where others tell which one it is: 一期8栋, 一楼12户, 一桥320米.
    private static let eaches: WordList = [
        "季", "桌", "户", "班", "车", "学期", "节", "亩", "年", "月", "周", "天", "场", "人", "家", "页", "杯", "份", "盒", "箱", "瓶",
        "袋", "斤", "张", "碗", "床",
    ]

    /// 一季|8门, 一桌|12人: whether a word behind 一 that opens its clause tells for each of what a figure right behind it is.
    private func isForOne(_ index: Int, _ text: Span<UInt8>) -> Bool {
        guard index > 0, index + 1 < tokens.count, tokens[index + 1].isQuantity || tokens[index + 1].isBound,
            phrases.scalars(tokens[index]) <= 2,
            text.has("一", at: tokens[index - 1].start), phrases.scalars(tokens[index - 1]) == 1,
            index == 1 || tokens[index - 2].endsClause
        else { return false }
        return isWord(index, of: SentenceReader.eaches, text)
            // 一班32人，二班35人
            && text.first("二", in: tokens[index].end..<max(tokens[index].end, tokens[tokens.count - 1].end)) == nil
    }

    /// 管护面积 of 护林员|管护|面积平均每人3000亩, 每人承包面积 of 每人|承包|面积8亩: names a size that each has by what it is the size of doing
    /// to.
    func nameSizeOfEach(
        _ before: NounPhrases.Left, per: String, _ text: Span<UInt8>, _ state: inout State
    ) -> Bool {
        guard before.item.count == 1, let size = before.item.first, let verb = before.predicate, verb + 1 == size,
            tokens[size].has(.attribute) || tokens[size].has(.magnitude), phrases.scalars(tokens[verb]) == 2,
            tokens[verb].has(.transitive), tokens[verb].roles.isDisjoint(with: [.light, .reach, .plan, .stock]),
            tokens[verb].kinds.isDisjoint(with: [.addition, .raising]), tokens[verb].roles.isDisjoint(with: .changes)
        else { return false }
        let name = text.string(of: tokens[verb...size])
        state.reading.item = text.has("平均每人", at: tokens[size].end) ? name : per + name
        (state.reading.action, state.reading.verb) = (nil, nil)
        return true
    }

    /// How those are called who may be persons picked out of those counted: but 体检320人 counts a doing, 住房320户 a thing.
    private static let persons: WordList = [
        "员", "长", "者", "人", "学生", "师", "居民", "村民", "职工", "群众", "儿童", "干部", "代表", "骨干", "妇女", "青年", "农户", "住户", "商户",
        "租户", "困难户", "低保户", "脱贫户", "家庭",
    ]
    private static let doingRules: Set<String> = ["item.doing", "item.verb", "item.unit"]

    /// What was counted before, of which 其中 and a clause before 的 pick some: 选出136名楼栋长，其中懂少数民族语言的52名.
    func pickedOfCounted(_ clause: ElidedClause, _ state: State) -> String? {
        guard [.person, .household].contains(clause.dimension), let name = clause.measure?.name,
            let range = clause.before.modifier,
            range.upperBound < tokens.count, tokens[range.upperBound].has(.de),
            range.contains(where: { tokens[$0].wordClass == .verb }),
            tokens[max(0, range.lowerBound - 3)..<range.lowerBound].contains(where: { $0.has(.part) }),
            let whole = state.facts.last, unit(whole.quantity)?.name == name, whole.change == .none,
            !SentenceReader.doingRules.contains(whole.rule),
            SentenceReader.persons.isEnding(of: whole.item)
        else { return nil }
        return whole.item
    }

    /// 9点 of 开放时间|延长到|晚上9点: where the name of what lasts until or begins at an hour ends, before the verb that says so.
    func endBeforeHour(_ last: Int, _ text: Span<UInt8>) -> Int? {
        guard last > 2, endsInHour(tokens[last], text),
            let until = (max(1, last - 5)..<last).last(where: {
                tokens[$0].kind == .word
                    && (text.has("到", before: tokens[$0].end) || text.has("至", before: tokens[$0].end))
            })
        else { return nil }
        var end = until - 1
        while end > 0, tokens[end].wordClass == .adverb || tokens[end].wordClass == .verb { end -= 1 }
        return tokens[end].kind == .word && phrases.isNominal(tokens[end]) ? end : nil
    }

    /// 9点, 九点半, but not 安置点.
    private func endsInHour(_ token: Token, _ text: Span<UInt8>) -> Bool {
        let hour =
            text.has("点", before: token.end)
            ? token.end - 3 : text.has("点半", before: token.end) ? token.end - 6 : 0
        return hour > 0 && tools.classes[text.scalar(at: text.scalarStart(before: hour)).value].startsNumeral
    }

    /// Whether a phrase is only the measure word of the one that 一 counts: 每季度办一|期.
    func isMeasureOfOne(_ phrase: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard phrase.count == 1, let only = phrase.first, only > 0, phrases.scalars(tokens[only]) == 1 else {
            return false
        }
        return text.has("一", at: tokens[only - 1].start) && phrases.scalars(tokens[only - 1]) == 1
    }
}
