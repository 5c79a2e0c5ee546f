import Facts
import Scanning
import Units

/// Which words behind a figure are the noun that it counts.
extension SentenceReader {
    /// The noun phrase behind a figure, as far as the figure counts or measures it.
    func rightPhrase(
        _ place: Int, _ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>
    ) -> Range<Int> {
        var behind = place + 1
        if opensBecoming(behind, text) || opensHaving(behind) { return place..<place }
        if let told = stepOver(&behind, place, before, dimension, text) { return told }
        if before.item.isEmpty, before.verbs == nil, before.modifier == nil, let told = toldBehindDash(place) {
            return told
        }
        if dimension == .household, behind + 1 < tokens.count, text.has("人家", at: tokens[behind].start),
            phrases.scalars(tokens[behind]) == 1
        {
            // 1600户|人|家里
            return behind..<(behind + 1)
        }
        if dimension == .person, let posted = posted(at: behind, text) { return posted }
        if let shared = sharedHead(behind, dimension) ?? sharedObject(behind, before, dimension) { return shared }
        let adjacent = behind < tokens.count && !tokens[behind].isMark(.openBracket)
        // 让5个小区“大变脸”: what they are made to do
        let isObject = before.verbs.map { $0.contains { !tokens[$0].has(.causative) } } ?? false
        var right = nounBehind(behind, adjacent: adjacent, isObject: isObject, place, before, dimension, text)
        if let one = oneOfThese(behind, text) { return one }
        if right.count == 1, let only = right.first, phrases.scalars(tokens[only]) == 1, only + 1 < tokens.count,
            tokens[only + 1].has(.arrive)
        {
            // 桌面由2.5米|拓|到4米: which way it goes on to the second level
            return place..<place
        }
        if let doing = right.first, place > 0, tokens[place - 1].has(.part), phrases.isDoing(doing),
            right.upperBound < tokens.count, text.has("被", at: tokens[right.upperBound].start),
            right.contains(where: { text.has("不", at: tokens[$0].start) || text.has("不", at: tokens[$0].start + 6) })
        {
            // 其中1家|整改不力|被清退: why it was
            return place..<place
        }
        if let head = headBehindClauses(behind, dimension, text) { return head }
        leaveWhatIsBeside(&right, place, text)
        leaveOwned(&right, dimension, text)
        leaveUse(&right, text)
        if adjacent, dimension == .count, before.item.isEmpty, behind == place + 1 {
            right = withHeadOfMeasure(right, behind: behind, text)
        }
        if let whole = wholeBehind(right, place, dimension, text) { return whole }
        if adjacent,
            let head = counted(
                behindClauseAt: behind, or: right, isObject: isObject, place, before, dimension, text)
        {
            return head
        }
        if belongsElsewhere(right, behind, place, before, dimension) { return place..<place }
        if let part = partUpToDoing(right, dimension, text) ?? doneInTime(right, behind, place, dimension, text) {
            return part
        }
        if right.isEmpty, let made = made(behind: behind, place, before) { return made }
        if dimension == .money, right.isEmpty, let deal = moneyMoved(behind: place, text) { return deal }
        if dimension == .money, let paid = paidAtRate(behind: place, text) { return paid }
        // 4.8万元来自学费: read as a role, or by what was counted before
        if dimension == .money, behind < tokens.count, text.has("来自", at: tokens[behind].start) { return place..<place }
        return right.isEmpty ? wordBehind(behind, before, dimension) ?? right : right
    }

    private static let becomings: WordList = ["成", "为"]

    /// 11块|将|改成轮滑场, 12块|拟|改成停车场: whether the words behind a figure are what is to become of those that it counts; but
    /// 5个|拟|建项目, 7名|拟|转为正式党员的预备党员.
    private func opensBecoming(_ index: Int, _ text: Span<UInt8>) -> Bool {
        guard index + 1 < tokens.count, tokens[index].kind == .word, tokens[index].wordClass != .noun,
            phrases.scalars(tokens[index]) == 1, tokens[index].has(.plan) || tokens[index].has(.done),
            text.has("将", at: tokens[index].start)
                || SentenceReader.becomings.ends(in: text, at: tokens[index + 1].end)
        else { return false }
        return !tokens[index...].prefix { !$0.endsClause }.contains { $0.has(.de) }
    }

    /// 3个|有了|自己的食堂: whether the words behind a figure are what those that it counts have come to have.
    private func opensHaving(_ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index].kind == .word && tokens[index].has(.stock)
            && phrases.scalars(tokens[index]) == 1 && tokens[index + 1].has(.aspect)
            && phrases.scalars(tokens[index + 1]) == 1
    }

    private static let transfers: WordList = ["转账", "汇款", "捐款", "欠款", "存款", "贷款", "罚款", "退款", "赔付", "理赔"]

    /// 18.6万元的|转账: what is done with just so much money, by the doing behind 的.
    private func moneyMoved(behind place: Int, _ text: Span<UInt8>) -> Range<Int>? {
        let deal = place + 2
        guard deal < tokens.count, tokens[place + 1].has(.de), tokens[deal].kind == .word,
            SentenceReader.transfers.contains(tokens[deal].start..<tokens[deal].end, of: text)
        else { return nil }
        return deal..<(deal + 1)
    }

    /// 416名|要照看老人、走不远的|妇女: those of whom clauses in a row tell something before 的, which no noun opens.
    private func headBehindClauses(_ first: Int, _ dimension: Dimension?, _ text: Span<UInt8>) -> Range<Int>? {
        guard first < tokens.count, tokens[first].kind == .word, !tokens[first].has(.de), dimension != .money,
            tokens[first].wordClass == .verb || tokens[first].wordClass == .adverb
                || tokens[first].wordClass == .verbalNoun && tokens[first].has(.complete)
                // 17家|违规|住人、拒不搬离的|店铺
                || tokens[first].wordClass == .attributive
        else { return nil }
        var pause: Int?
        var index = first + 1
        if index < tokens.count, tokens[index].has(.aspect) { return nil }
        while index < tokens.count, index - first < 14, !tokens[index].has(.de) {
            guard tokens[index].kind == .word || tokens[index].isMark(.pause) else { return nil }
            if tokens[index].isMark(.pause) { pause = index }
            index += 1
        }
        guard let pause, index + 1 < tokens.count, index - first < 14, pause + 1 < index,
            tokens[pause + 1].wordClass == .verb || tokens[pause + 1].wordClass == .adverb,
            tokens[first..<pause].contains(where: { phrases.isVerbal($0) || $0.wordClass == .verb || $0.has(.stock) }),
            case let head = phrases.right(startingAt: index + 1, countsPeople: dimension == .person), !head.isEmpty,
            // 28名|接到了月嫂、收纳的|订单: what those have done
            dimension != .person && dimension != .household || namesPeople(head, text)
        else { return nil }
        return head
    }

    private static let spotsBeside: WordList = ["边", "旁", "前", "口", "头", "侧", "上"]

    /// 桶边督导员 of 8名桶|边|督导员: people by the thing beside which they stand, which so many people do not count.
    private func posted(at first: Int, _ text: Span<UInt8>) -> Range<Int>? {
        guard first + 2 < tokens.count, tokens[first].kind == .word, tokens[first].wordClass == .noun,
            tokens[first].roles.isDisjoint(with: [.human, .agent, .doer]), phrases.scalars(tokens[first + 1]) == 1,
            SentenceReader.spotsBeside.contains(tokens[first + 1].start..<tokens[first + 1].end, of: text),
            tokens[first + 2].kind == .word, tokens[first + 2].has(.human)
        else { return nil }
        return first..<(first + 3)
    }

    /// Steps over what stands between a figure and its noun: 20箱(400瓶)消毒液. Gives a phrase where that tells already what
    /// the figure is of.
    private func stepOver(
        _ behind: inout Int, _ place: Int, _ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>
    ) -> Range<Int>? {
        if behind + 2 < tokens.count, tokens[behind].isMark(.openBracket), tokens[behind + 1].isQuantity,
            tokens[behind + 2].isMark(.closeBracket)
        {
            // 20箱(400瓶)消毒液
            behind += 3
        }
        if behind + 1 < tokens.count, tokens[behind].isTime, before.item.isEmpty,
            text.has("年", before: tokens[behind].end) || text.has("年度", before: tokens[behind].end),
            tokens[behind + 1].kind == .word, phrases.isNominal(tokens[behind + 1]), !phrases.isDoing(behind + 1)
        {
            // 8个2025年|民生实事项目: the year tells which of them
            behind += 1
        }
        // 3至8元不等的优惠
        if behind + 2 < tokens.count, text.has("不等", at: tokens[behind].start),
            let de = [behind + 1, behind + 2].first(where: { tokens[$0].has(.de) })
        {
            behind = de
            // 3至8元不等的减免: the sum is of what is done, which a verb alone names
            if dimension == .money, phrases.closes(at: de + 2), de + 1 < tokens.count,
                phrases.isVerbal(tokens[de + 1])
            {
                return (de + 1)..<(de + 2)
            }
        }
        if dimension == .money, behind < tokens.count, tokens[behind].end - tokens[behind].start == 3,
            text.has("钱", at: tokens[behind].start)
        {
            // 花5元|钱就能吃上午餐: a word that says no more than the unit does
            return place..<place
        }
        if dimension == .money, behind < tokens.count, tokens[behind].kind == .word,
            text.has("一", at: tokens[behind].start)
        {
            // 13元一份的套餐: what it is paid for is the one
            if tokens[behind].end - tokens[behind].start == 3, behind + 1 < tokens.count,
                tokens[behind + 1].wordClass == .measure
            {
                behind += 1
            }
            behind += 1
        }
        return nil
    }

    /// 除2个值班窗口外|空无一人: those who are left out, without what is told of all the others.
    private func leaveWhatIsBeside(_ right: inout Range<Int>, _ place: Int, _ text: Span<UInt8>) {
        guard place > 0, text.has("除", at: tokens[place - 1].start),
            let beside = right.first(where: {
                tokens[$0].wordClass == .locative && text.has("外", before: tokens[$0].end)
            }), beside > right.lowerBound
        else { return }
        right = right.lowerBound..<beside
    }

    /// 12个重点推广|屋顶光伏|县区|之一: what stands before 之一 is a noun, with all the verbs in it.
    private func oneOfThese(_ behind: Int, _ text: Span<UInt8>) -> Range<Int>? {
        var end = behind
        while end < tokens.count, end - behind < 8, tokens[end].kind == .word, !tokens[end].has(.de),
            tokens[end].wordClass != .pronoun
        { end += 1 }
        guard end > behind, end < tokens.count, tokens[end].wordClass == .pronoun,
            text.has("之一", at: tokens[end].start),
            tokens[end - 1].wordClass == .noun, phrases.scalars(of: behind..<end) <= 14
        else { return nil }
        return behind..<end
    }

    /// 为12名|安全管理类志愿者|发放补贴: people to the end, where what stands before the first verb names none.
    private func peopleBehindVerb(_ right: Range<Int>, _ behind: Int) -> Range<Int>? {
        guard !right.isEmpty,
            right.allSatisfy({ tokens[$0].roles.isDisjoint(with: [.human, .agent, .body, .placeName, .doer]) })
        else { return nil }
        let whole = phrases.right(startingAt: behind, countsPeople: true)
        guard let last = whole.last, whole.count > right.count, tokens[last].has(.human) else { return nil }
        return whole
    }

    private static let choiceEnds: WordList = ["中", "里", "中选"]

    /// 从12套|油烟净化设备|中选出: the whole noun between 从 and 中, with all the verbs in it.
    private func chosenFrom(_ behind: Int, opener: Int, _ text: Span<UInt8>) -> Range<Int>? {
        guard tokens[opener].has(.from), text.has("从", at: tokens[opener].start),
            let end = (behind + 1..<min(behind + 8, tokens.count)).first(where: {
                SentenceReader.choiceEnds.contains(tokens[$0].start..<tokens[$0].end, of: text)
            }), tokens[behind...end].allSatisfy({ $0.kind == .word && !$0.has(.de) })
        else { return nil }
        return behind..<end
    }

    /// The noun behind a figure, as long as its place in the clause lets it be: 让5个小区“大变脸”.
    private func nounBehind(
        _ behind: Int, adjacent: Bool, isObject: Bool, _ place: Int, _ before: NounPhrases.Left,
        _ dimension: Dimension?, _ text: Span<UInt8>
    ) -> Range<Int> {
        let measures = SentenceReader.measures.contains(dimension ?? .count)
        // 由44名志愿者组成的中队: who does it, up to the verb
        let opener = listStart(place) - 1
        let served = opener >= 0 && (tokens[opener].has(.recipient) || tokens[opener].has(.from))
        var right = place..<place
        if adjacent, served, let chosen = chosenFrom(behind, opener: opener, text) {
            right = chosen
        } else if adjacent {
            right = phrases.right(
                startingAt: behind, endsAtVerb: served,
                countsPeople: dimension == .person || dimension == .personTime || measures,
                isObject: isObject && dimension != .person,
                countsEvents: dimension == .event || countsCases(place))
            if served, dimension == .person, let people = peopleBehindVerb(right, behind) { right = people }
        }
        if isObject, dimension == .count, let whole = phrases.completed(right, countsAny: countsAny(at: place)) {
            right = whole
        }
        if dimension == .count || dimension == .event, adjacent, let whole = phrases.madeKnown(right, by: place) {
            right = whole
        }
        // 剩下的16件|多涉及产权: 多 says what most of them are, and names none
        if right.count == 1, text.has("多", at: tokens[right.lowerBound].start),
            phrases.scalars(tokens[right.lowerBound]) == 1
        {
            return place..<place
        }
        if dimension == .person { return selected(peopleAlone(right, text), place, text) }
        return measures ? right : selected(thingsAlone(right, place, text), place, text)
    }

    private static let uses: WordList = ["作", "作为", "用作", "当作", "用于"]

    /// 腾出5处空地|作|临时停车场: leaves out what the things are used as.
    private func leaveUse(_ right: inout Range<Int>, _ text: Span<UInt8>) {
        guard
            let use = right.dropFirst().first(where: {
                SentenceReader.uses.contains(tokens[$0].start..<tokens[$0].end, of: text)
            }), use + 1 < right.upperBound, tokens[use - 1].wordClass == .noun
        else { return }
        right = right.lowerBound..<use
    }

    private static let records: WordList = ["情况", "信息", "资料", "档案", "名单", "数据", "诉求", "需求", "生活", "问题", "意见", "难题"]

    /// Leaves out what the people who are counted own or are in: 200名劳模的住房问题.
    private func leaveOwned(
        _ right: inout Range<Int>, _ dimension: Dimension?, _ text: Span<UInt8>
    ) {
        if dimension == .person || dimension == .household, right.count == 1, let thing = right.first,
            tokens[thing - 1].has(.de), tokens[thing - 2].isQuantity,
            SentenceReader.records.contains(tokens[thing].start..<tokens[thing].end, of: text)
        {
            // 4300人的情况: what is known of them
            right = right.lowerBound..<right.lowerBound
            return
        }
        if dimension == .person, let particle = right.first(where: { tokens[$0].has(.de) }), let thing = right.last,
            particle > right.lowerBound, tokens[particle - 1].wordClass == .noun,
            tokens[thing].has(.abstract)
                || SentenceReader.callings.ends(in: text, at: tokens[particle - 1].end)
                    && [.noun, .verbalNoun].contains(tokens[thing].wordClass)
                    && !SentenceReader.callings.ends(in: text, at: tokens[thing].end),
            !phrases.isActor(tokens[particle - 1]), !namesPeople(right, text)
        {
            // 200名劳模的|住房问题, 搭载12名水电工的|专列: people own it or are in it, and it is not what is counted
            right = right.lowerBound..<particle
        }
    }

    /// The whole that a word of kind opens: 2个非遗类的手工创作区; nothing, where the phrase tells when something follows:
    /// 320人培训后就业.
    private func wholeBehind(
        _ right: Range<Int>, _ place: Int, _ dimension: Dimension?, _ text: Span<UInt8>
    ) -> Range<Int>? {
        if dimension == .person || dimension == .household, let last = right.last, !tokens[last].has(.human),
            last + 1 < tokens.count, tokens[last + 1].kinds.contains(.moment), last + 2 < tokens.count,
            !tokens[last + 2].has(.de), !namesPeople(right, text)
        {
            // 320人培训后就业: when they did what follows
            return place..<place
        }
        if let kind = right.last, tokens[kind].has(.kind), right.upperBound < tokens.count,
            tokens[right.upperBound].has(.de),
            case let thing = phrases.right(startingAt: right.upperBound + 1), !thing.isEmpty
        {
            // 2个非遗类的手工创作区: of what kind it is, and what
            let whole = right.lowerBound..<thing.upperBound
            return phrases.scalars(of: whole) <= 12 ? whole : thing
        }
        return nil
    }

    /// Whether the phrase behind a figure is what is done with it, or the name of the next figure: 办结64件 办结率98.5%.
    private func belongsElsewhere(
        _ right: Range<Int>, _ behind: Int, _ place: Int, _ before: NounPhrases.Left, _ dimension: Dimension?
    ) -> Bool {
        let measures = SentenceReader.measures.contains(dimension ?? .count)
        if dimension == .money, let first = right.first, first == place + 1, before.item.upperBound == place,
            !before.item.isEmpty, phrases.closes(at: right.upperBound),
            tokens[first].kinds.contains(.running)
                || tokens[first].wordClass == .adverb || tokens[first].has(.determiner)
        {
            // 学费1200元全额补贴: what becomes of the sum
            return true
        }
        if !right.isEmpty, behind + 1 < tokens.count, phrases.isVerbal(tokens[behind]),
            right.count > 1 || tokens[behind + 1].has(.de),
            dimension == .money && tokens[behind + 1].has(.de)
                || measures && before.modifier != nil && tokens[behind].wordClass == .verb
                    && !tokens[behind + 1].has(.bound)
        {
            // 投入195万元改造的垃圾压缩箱, 把利润的30%注入基金: what is done with it
            return true
        }
        if let first = right.first, first == place + 1, tokens[first].start > tokens[place].end,
            right.upperBound < tokens.count, tokens[right.upperBound].isQuantity
        {
            // 办结64件 办结率98.5%: in a row, a blank parts a figure from the name of the next
            return true
        }
        if !right.isEmpty, right.upperBound < tokens.count, tokens[right.upperBound].isQuantity, place > 0,
            tokens[place - 1].has(.magnitude), dimension != .count || right.count > 1
        {
            // 甜瓜产量3.2万吨产值1.6亿元: both have a name before them
            return true
        }
        return false
    }

    /// The part of a phrase that is counted, before what is done there: 完成4个小区改造任务.
    private func partUpToDoing(
        _ right: Range<Int>, _ dimension: Dimension?, _ text: Span<UInt8>
    ) -> Range<Int>? {
        if dimension == .count, right.count > 1, let last = right.last, last + 1 < tokens.count,
            text.has("全覆盖", at: tokens[last + 1].start),
            let owner = right.dropLast().last(where: {
                (tokens[$0].has(.agent) || tokens[$0].kinds.contains(.site)) && !tokens[$0].has(.human)
            })
        {
            // 实现8个社区|驿站全覆盖, 23个老旧小区|党组织全覆盖; but 14个“议事厅”|全覆盖, 23个村（社区）|治理全覆盖
            let close = right[owner...].dropFirst().first.flatMap {
                tokens[$0].isMark(.closeQuote) || tokens[$0].isMark(.closeBracket) ? $0 : nil
            }
            return right.lowerBound..<((close ?? owner) + 1)
        }
        if dimension == .count || dimension == .household, right.count > 2, let last = right.last,
            text.has("任务", at: tokens[last].start),
            phrases.isVerbal(tokens[last - 1])
        {
            // 完成4个小区改造任务
            var high = last - 1
            while high > right.lowerBound + 1, phrases.isVerbal(tokens[high - 1]) { high -= 1 }
            return right.lowerBound..<high
        }
        return nil
    }

    /// What a group or a span of time leaves of the phrase behind it: 3人一组上门, 经过2个多小时的集中整治.
    private func doneInTime(
        _ right: Range<Int>, _ behind: Int, _ place: Int, _ dimension: Dimension?, _ text: Span<UInt8>
    ) -> Range<Int>? {
        if dimension == .person, let first = right.first, text.has("一", at: tokens[first].start),
            phrases.scalars(of: right) == 2
        {
            // 3人一组上门
            return place..<place
        }
        if dimension == .time, let first = right.first, phrases.isVerbal(tokens[first]), right.count > 1,
            right.upperBound < tokens.count, tokens[right.upperBound].isQuantity
        {
            // 5天接待游客4.2万人次: what was done in that time has a figure of its own
            return place..<place
        }
        if dimension == .time, behind < tokens.count, tokens[behind].has(.de),
            right.allSatisfy({ tokens[$0].wordClass == .idiom }), let doing = phrases.doing(behind: behind + 1)
        {
            // 经过2个多小时的集中整治, 历经16个月的保质保量|提升改造: what it took that time to do
            return doing
        }
        return nil
    }

    /// What stands behind a figure where no noun was found: 换回两提抽纸, 先后4次召开会议.
    private func wordBehind(
        _ behind: Int, _ before: NounPhrases.Left, _ dimension: Dimension?
    ) -> Range<Int>? {
        if dimension == .count, before.verbs != nil || before.predicate != nil,
            case let word = phrases.unknownWord(startingAt: behind), word.count == 2,
            phrases.scalars(of: word) == 2, tokens[behind + 1].wordClass == .noun,
            phrases.closes(at: word.upperBound) || tokens[word.upperBound].isMark(.pause)
        {
            // 换回两提抽|纸
            return word
        }
        if dimension == .event, before.verbs == nil, behind + 1 < tokens.count,
            tokens[behind].has(.light),
            !tokens[behind].has(.reach)
        {
            // 先后4次召开会议, 6次组织召开协调会
            let carried = behind + 2 < tokens.count && tokens[behind + 1].has(.light) ? behind + 2 : behind + 1
            return phrases.right(startingAt: carried)
        }
        return nil
    }

    /// Where the first of a list of figures with nouns behind them begins: 由|15名退休教师、8名大学生组成.
    private func listStart(_ place: Int) -> Int {
        var start = place
        for index in places.reversed() where index < start {
            let between = (index + 1)..<start
            guard between.count <= 6, let last = between.last, tokens[last].isMark(.pause) || tokens[last].has(.and),
                between.dropLast().allSatisfy({ phrases.isNominal(tokens[$0]) })
            else { break }
            start = index
        }
        return start
    }

    /// 4起: whether a figure counts cases of something that happened.
    private func countsCases(_ place: Int) -> Bool {
        guard case .quantity(let number) = tokens[place].kind else { return false }
        return ["起", "单"].contains(unit(quantities[number])?.name ?? "")
    }

    /// 个 and its like count people and things alike.
    private func countsAny(at place: Int) -> Bool {
        guard case .quantity(let index) = tokens[place].kind, let name = unit(quantities[index])?.name else {
            return true
        }
        return name == "个" || name == "位" || name == "家"
    }
}
