import Facts
import Scanning
import Units

/// What stands behind a figure: the noun that it counts, or what is done with those that it counts.
extension SentenceReader {
    /// The noun phrase behind a figure, as far as the figure counts or measures it.
    func rightPhrase(
        _ place: Int, _ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>
    ) -> Range<Int> {
        let measures = SentenceReader.measures.contains(dimension ?? .count)
        var behind = place + 1
        if behind + 2 < tokens.count, tokens[behind].isMark(.openBracket), tokens[behind + 1].isQuantity,
            tokens[behind + 2].isMark(.closeBracket)
        {
            // 20箱(400瓶)消毒液
            behind += 3
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
        if before.item.isEmpty, before.verbs == nil, before.modifier == nil, let told = toldBehindDash(place) {
            return told
        }
        if let shared = sharedHead(behind, dimension, text) ?? sharedObject(behind, before, dimension) { return shared }
        let adjacent = behind < tokens.count && !tokens[behind].isMark(.openBracket)
        // 由44名志愿者组成的中队: who does it, up to the verb
        let opener = listStart(place) - 1
        let served = opener >= 0 && (tokens[opener].has(.recipient) || tokens[opener].has(.from))
        // 让5个小区“大变脸”: what they are made to do
        let isObject = before.verbs.map { $0.contains { !tokens[$0].has(.causative) } } ?? false
        var right =
            adjacent
            ? phrases.right(
                startingAt: behind, endsAtVerb: served,
                countsPeople: dimension == .person || dimension == .personTime || measures,
                isObject: isObject && dimension != .person,
                countsEvents: dimension == .event || countsCases(place)) : place..<place
        if isObject, dimension == .count, let whole = phrases.completed(right, countsAny: countsAny(at: place)) {
            right = whole
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
        if adjacent, dimension == .count, before.item.isEmpty, behind == place + 1 {
            right = withHeadOfMeasure(right, behind: behind, text)
        }
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
        if adjacent,
            let head = counted(
                behindClauseAt: behind, or: right, isObject: isObject, place, before, dimension, text)
        {
            return head
        }
        if !right.isEmpty, behind + 1 < tokens.count, phrases.isVerbal(tokens[behind]),
            right.count > 1 || tokens[behind + 1].has(.de),
            dimension == .money && tokens[behind + 1].has(.de)
                || measures && before.modifier != nil && tokens[behind].wordClass == .verb
                    && !tokens[behind + 1].has(.bound)
        {
            // 投入195万元改造的垃圾压缩箱, 把利润的30%注入基金: what is done with it
            return place..<place
        }
        if let first = right.first, first == place + 1, tokens[first].start > tokens[place].end,
            right.upperBound < tokens.count, tokens[right.upperBound].isQuantity
        {
            // 办结64件 办结率98.5%: in a row, a blank parts a figure from the name of the next
            return place..<place
        }
        if !right.isEmpty, right.upperBound < tokens.count, tokens[right.upperBound].isQuantity, place > 0,
            tokens[place - 1].has(.magnitude), dimension != .count || right.count > 1
        {
            // 甜瓜产量3.2万吨产值1.6亿元: both have a name before them
            return place..<place
        }
        if dimension == .count, right.count > 1, let last = right.last, last + 1 < tokens.count,
            text.has("全覆盖", at: tokens[last + 1].start),
            let owner = right.dropLast().last(where: {
                (tokens[$0].has(.agent) || tokens[$0].kinds.contains(.site)) && !tokens[$0].has(.human)
            })
        {
            // 实现8个社区|驿站全覆盖, 23个老旧小区|党组织全覆盖
            return right.lowerBound..<(owner + 1)
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
        if right.isEmpty, let made = made(behind: behind, place, before) { return made }
        if dimension == .money, let paid = paidAtRate(behind: place, text) { return paid }
        // 4.8万元来自学费: read as a role, or by what was counted before
        if dimension == .money, behind < tokens.count, text.has("来自", at: tokens[behind].start) { return place..<place }
        if right.isEmpty, dimension == .count, before.verbs != nil || before.predicate != nil,
            case let word = phrases.unknownWord(startingAt: behind), word.count == 2,
            phrases.scalars(of: word) == 2, tokens[behind + 1].wordClass == .noun,
            phrases.closes(at: word.upperBound) || tokens[word.upperBound].isMark(.pause)
        {
            // 换回两提抽|纸
            return word
        }
        if right.isEmpty, dimension == .event, before.verbs == nil, behind + 1 < tokens.count,
            tokens[behind].has(.light),
            !tokens[behind].has(.reach)
        {
            // 先后4次召开会议
            return phrases.right(startingAt: behind + 1)
        }
        return right
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
        return unit(quantities[number])?.name == "起"
    }

    /// Verbs that tell for how many there is room.
    static let capacities: WordList = ["满足", "容纳", "可容纳", "供", "可供", "停放", "保障", "停", "坐", "能坐", "能停"]

    /// Takes off what stands behind a figure where it tells how things stand with those that are counted, or what they do.
    func leavePredicate(
        _ right: inout Range<Int>, _ before: inout NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State
    ) {
        guard let first = right.first else { return }
        let place = state.place
        let nothing = place..<place
        if before.item.isEmpty, before.verbs == nil, tellsState(right),
            state.memory.last(countedIn: unit(state.reading.quantity)?.name ?? "", dimension: .count) != nil
        {
            // 10件实事，3件正常推进: how it stands with some of them
            state.reading.action = phrases.string(right, text: text)
            right = nothing
        } else if right.count == 1,
            SentenceReader.unfinished.contains(tokens[first].start..<tokens[first].end, of: text),
            phrases.closes(at: first + 1) || tokens[first + 1].isMark(.pause),
            unitDimension(of: state.reading.quantity) == .count
        {
            // 装成14台，还有3台在建
            state.reading.action = phrases.string(right, text: text)
            state.reading.isStockWorded = true
            right = nothing
        } else if right.count == 1, phrases.isDoing(first), first + 1 < tokens.count,
            tokens[first + 1].kinds.contains(.finishing), phrases.closes(at: first + 2),
            unitDimension(of: state.reading.quantity) == .count
        {
            // 查出问题53项，已有49项整改到位: what has been done with them
            state.reading.action = text.string(of: tokens[first...(first + 1)])
            state.reading.isStockWorded = false
            right = nothing
        } else if right.count == 1, tokens[first].kinds.contains(.pursuit), let people = before.item.last,
            before.item.upperBound == place, before.predicate.map({ $0 < before.item.lowerBound }) ?? false,
            tokens[people].has(.human) || tokens[people].has(.agent) || namesPeople(before.item, text)
        {
            // 带动村民320人就业: what those who are counted do
            right = nothing
        } else if denies(tokens[first], text), isPartOfLast(place, text, state) {
            // 17个院落中有8个未通燃气: what some of them lack
            right = nothing
            before = .empty(at: place)
        } else if denies(tokens[first], text), right.dropFirst().allSatisfy({ phrases.isVerbal(tokens[$0]) }) {
            // 尚有31件未化解: how it stands with them
            state.reading.action = phrases.string(right, text: text)
            right = nothing
        } else if right.count > 1, tokens[first].wordClass == .verb || tokens[first].has(.stock),
            !tokens[first + 1].has(.bound), let verb = before.predicate, verb < before.item.lowerBound,
            before.item.upperBound == place, let people = before.item.last,
            tokens[people].has(.human) || tokens[people].has(.agent)
        {
            // 抽调干部26名组成专班: what those who are counted do
            right = nothing
        }
    }

    /// Words that say that a thing is still being made or dealt with.
    static let unfinished: WordList = ["在建", "在办", "在修", "待建"]

    private func denies(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.kind == .word && SentenceReader.denials.contains(token.start..<token.end, of: text)
    }

    static let denials: WordList = ["未", "尚未", "没", "没有", "无"]

    /// Whether 中 or 里 behind the figure before, of the same unit, tells that a figure picks some of what that one counts.
    private func isPartOfLast(_ place: Int, _ text: Span<UInt8>, _ state: State) -> Bool {
        guard let last = state.facts.last, state.facts.count <= places.count,
            unit(last.quantity)?.name == unit(state.reading.quantity)?.name
        else { return false }
        let between = tokens[(places[state.facts.count - 1] + 1)..<place]
        return !between.contains(where: \.endsClause)
            && between.contains { text.has("中", before: $0.end) || text.has("里", before: $0.end) }
    }

    /// Whether a phrase behind a figure says how things stand and names none of them: 正常.
    private func tellsState(_ phrase: Range<Int>) -> Bool {
        guard phrase.count == 1, let last = phrase.last, last + 1 < tokens.count else { return false }
        // 86支活跃在一线
        return [.adjective, .verbalNoun].contains(tokens[last].wordClass)
            && (tokens[last].wordClass == .adjective && phrases.isVerbal(tokens[last + 1])
                || tokens[last + 1].wordClass == .preposition)
    }

    /// 5栋封顶, 6栋主体已竣工: the word for a stage right behind a figure.
    func stage(behind place: Int) -> Int? {
        var index = place + 1
        while index < tokens.count, index - place < 4, tokens[index].kind == .word {
            if tokens[index].has(.completion) { return index }
            guard tokens[index].wordClass == .adverb || tokens[index].has(.abstract) else { return nil }
            index += 1
        }
        return nil
    }

    /// 16人是就业困难人员: what those who are counted are; 4.8万元来自学费.
    func roleBehind(_ place: Int, _ dimension: Dimension?, _ text: Span<UInt8>) -> Range<Int>? {
        guard place + 2 < tokens.count, tokens[place + 1].kind == .word,
            tokens[place + 1].has(.reach) && tokens[place + 1].end - tokens[place + 1].start == 3
                || dimension == .money && text.has("来自", at: tokens[place + 1].start)
        else { return nil }
        let role = phrases.right(startingAt: place + 2)
        guard let last = role.last, phrases.closes(at: last + 1) else { return nil }
        // 4人有社工证: what people have they are not
        if dimension == .person, tokens[place + 1].has(.stock), !namesPeople(last..<(last + 1), text) { return nil }
        // 8万元来自爱心企业: from whom it is, and not what
        if dimension == .money, !SentenceReader.sums.ends(in: text, at: tokens[last].end) { return nil }
        return role
    }

    func takeRight(
        _ right: Range<Int>, _ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State
    ) {
        let floor = state.floor
        takeBehind(right, text, &state)
        if tokens[right.lowerBound - 1].has(.etc), tokens[state.place + 1].kind == .word,
            // 价值5万余元的毛巾、茶叶等慰问物资: a sum is that of all of them
            !tokens[state.place + 1].has(.de),
            let list = examples(before: right, text)
        {
            // 24台智能体检机、除颤仪等设备
            state.reading.item = list + state.reading.item
        }
        let after = right.upperBound
        let dimension = unitDimension(of: state.reading.quantity) ?? .count
        let age = meanAge(before: state.place, dimension, text)
        if age != nil || SentenceReader.extents.contains(dimension), tokens[state.place + 1].has(.de) {
            // 总投资135亿元的工厂, 210平方米的食堂: the size of the thing, not the thing.
            state.reading.isOfOne = true
            let size = age ?? sizeName(before, dimension, text)
            if !size.isEmpty, !state.reading.item.hasSuffix(size) { state.reading.item += size }
        } else if after + 2 < tokens.count, case .quantity(let next) = tokens[after].kind, tokens[after + 1].has(.de),
            ![.count, .person, .household, .event].contains(unitDimension(of: quantities[next]) ?? .count)
        {
            // 13列时速120公里的班列: the head stands behind the measure of it, but not in 6栋楼480户的信息采集
            let head = phrases.right(startingAt: after + 2)
            if !head.isEmpty { state.reading.item = phrases.string(head, text: text) }
        } else if after + 3 < tokens.count, tokens[after].has(.magnitude), tokens[after + 1].isQuantity,
            tokens[after + 2].has(.de), case let head = phrases.right(startingAt: after + 3), !head.isEmpty
        {
            // 5台单机容量3.6兆瓦的风机
            state.reading.item = phrases.string(head, text: text)
        } else if right.count == 1, tokens[right.lowerBound].has(.magnitude),
            unitDimension(of: state.reading.quantity) == .money,
            let owner = [before.item, before.subject ?? 0..<0].first(where: { !$0.isEmpty }), owner.count <= 4,
            !owner.contains(where: { tokens[$0].has(.placeName) })
        {
            // 社区集体就有68万元收入
            state.reading.item = phrases.string(owner, text: text) + state.reading.item
            state.reading.rule = "item.completed"
        }
        if right.count == 1, tokens[right.lowerBound].wordClass == .attributive,
            phrases.closes(at: after) || tokens[after].isMark(.closeBracket),
            let last = state.facts.last, unit(last.quantity)?.name == unit(state.reading.quantity)?.name,
            last.change == .none, !last.item.isEmpty
        {
            // 中学27所(含2所民办)
            state.reading.item += last.item
        } else if let head = headOfList(behind: right) {
            // 3个省级、5个市级示范村: the last of several kinds has the head of all
            state.reading.item += phrases.string(head, text: text)
        }
        if right.count == 1, phrases.scalars(tokens[right.lowerBound]) == 1, before.predicate == nil,
            before.item.upperBound == state.place, let last = before.item.last,
            tokens[last].wordClass == .noun, !phrases.isActor(tokens[last]), dimension == .count,
            // 设计规模36个班: nor is it a part of a size
            !tokens[last].has(.attribute),
            // 网格员负责管理6栋楼: who looks after it owns no part of it
            !before.item.contains(where: {
                phrases.isVerbal(tokens[$0]) || tokens[$0].has(.human) || tokens[$0].has(.magnitude)
            })
        {
            // 秋季夜校16门课: what the one character is a part of stands right before the figure.
            state.reading.item = phrases.string(before.item, text: text) + state.reading.item
            state.reading.rule = "item.completed"
        }
        if right.count == 1, state.reading.rule == "item.right",
            tokens[right.lowerBound].has(.member) || SentenceReader.fittings.isEnding(of: state.reading.item),
            let owner = ownerOfMembers(before: state.place, floor: floor, text)
                ?? (tokens[right.lowerBound].has(.human) ? bodyBefore(state.place, text) : nil)
        {
            state.reading.item = SentenceReader.joined(owner, state.reading.item)
            state.reading.rule = "item.completed"
        } else if let modifier = before.modifier, !(state.place > 0 && tokens[state.place - 1].has(.reach)),
            let short = shortModifier(modifier, of: state.reading.item, text)
        {
            // 行动不便的23名老人: a short word before 的 belongs to what is counted.
            state.reading.item = short + state.reading.item
        }
        readAction(around: right, before, text, &state.reading)
        if state.reading.action == nil, let modifier = before.modifier, let verb = doneTo(modifier) {
            // 今年改造的8个小区
            state.reading.action = text.string(ofDocument: tokens[verb].start..<tokens[verb].end)
        }
    }

    /// The verb alone before 的 that tells what is done to things: 今年|改造|的8个小区, 推出的12项举措.
    private func doneTo(_ modifier: Range<Int>) -> Int? {
        guard let verb = modifier.last, tokens[verb].has(.transitive), phrases.scalars(tokens[verb]) > 1,
            phrases.isDoing(verb),
            modifier.dropLast().allSatisfy({
                tokens[$0].isTime || tokens[$0].wordClass == .adverb || tokens[$0].has(.plan) || tokens[$0].has(.done)
            })
        else { return nil }
        return verb
    }

    /// Takes the phrase behind a figure as its item. Where the figure is only a threshold (90分以上的小区11个), the next figure
    /// may take the phrase too, and so may a figure before the phrase.
    func takeBehind(_ right: Range<Int>, _ text: Span<UInt8>, _ state: inout State) {
        let floor = state.floor
        take(right, "item.right", text, &state)
        // 新建3处、改造5处广场: what the figures between have of their own is still theirs
        // 占地1200平方米的社区食堂1处: and the next figure may count what has the size
        if picks(right, state) || hasSizeBeforeCount(right, state)
            || tokens[(state.place + 1)..<right.lowerBound].contains(where: \.isQuantity)
        {
            state.floor = floor
        }
    }

    /// Whether a figure joined by 的 only tells how large the thing is which the next figure counts.
    private func hasSizeBeforeCount(_ right: Range<Int>, _ state: State) -> Bool {
        guard SentenceReader.extents.contains(unitDimension(of: state.reading.quantity) ?? .count),
            tokens[state.place + 1].has(.de), right.upperBound < tokens.count,
            case .quantity(let next) = tokens[right.upperBound].kind
        else { return false }
        return unitDimension(of: quantities[next]) == .count
    }

    /// 90分以上的小区11个: whether a threshold only tells which of them the next figure counts.
    private func picks(_ right: Range<Int>, _ state: State) -> Bool {
        guard isThreshold(state.reading.quantity) else { return false }
        let next = right.upperBound
        // 过亿元项目2个
        if !tokens[state.place + 1].has(.de) {
            return unitDimension(of: state.reading.quantity) == .money && opensAbove(state.place)
                && next < tokens.count && tokens[next].isQuantity
        }
        return next < tokens.count
            && (tokens[next].isQuantity
                || next + 1 < tokens.count && tokens[next].has(.reach) && tokens[next + 1].isQuantity)
    }

    /// 个 and its like count people and things alike.
    private func countsAny(at place: Int) -> Bool {
        guard case .quantity(let index) = tokens[place].kind, let name = unit(quantities[index])?.name else {
            return true
        }
        return name == "个" || name == "位" || name == "家"
    }

    /// 超亿元, 过亿元: whether a word before the number says that it is a least.
    private func opensAbove(_ place: Int) -> Bool {
        tokens[place].has(.over) || place > 0 && tokens[place - 1].has(.over)
    }

    private func isThreshold(_ quantity: Quantity) -> Bool {
        quantity.upper != nil || quantity.qualifier == .over || quantity.qualifier == .under
    }

    /// Where the phrase begins that a threshold before its 的 tells apart: 税收过千万元的楼宇.
    func thresholdStart(of phrase: Range<Int>, _ state: State) -> Int? {
        let de = phrase.lowerBound - 1
        guard !phrase.isEmpty, de > 0, let last = state.facts.last, isThreshold(last.quantity), tokens[de].has(.de),
            tokens[de - 1].isQuantity
        else { return nil }
        return phrases.thresholdStart(endingAt: de)
    }

    private static let thresholds: WordList = ["台阶", "大关", "关口", "关卡"]
    private static let targets: WordList = ["目标", "目标任务", "目标值", "年度目标", "年度目标任务", "全年目标", "全年目标任务"]

    /// 迈上4000亿元台阶, 超过3000万人的年度目标任务: a threshold or a target behind a figure is not what it counts.
    func takesNothing(_ right: Range<Int>, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard let first = right.first, let last = right.last else { return false }
        let words = tokens[first].start..<tokens[last].end
        if SentenceReader.thresholds.contains(words, of: text) { return true }
        // 其余4个计划11月底前完工
        if right.count == 1, tokens[first].has(.plan), first + 1 < tokens.count,
            tokens[first + 1].isTime || phrases.isVerbal(tokens[first + 1])
        {
            return true
        }
        guard tokens[state.place + 1].has(.de), SentenceReader.targets.contains(words, of: text) else { return false }
        state.reading.status = .planned
        return true
    }

    /// 启动安置房680套建设, 完成铁路沿线7公里整治: what is done to the thing before the figure closes the clause behind it.
    func closesWithDoing(_ right: Range<Int>, of before: NounPhrases.Left) -> Bool {
        guard right.count == 1, let doing = right.first, !before.item.isEmpty, before.predicate != nil,
            tokens[doing].wordClass == .verbalNoun, tokens[doing].has(.transitive),
            phrases.closes(at: doing + 1)
        else { return false }
        return before.item.upperBound + 1 == doing && !before.item.allSatisfy { phrases.isActor(tokens[$0]) }
    }

    /// Up to four characters that say what kind it is: 自筹, 行动不便.
    private func shortModifier(_ range: Range<Int>, of thing: String, _ text: Span<UInt8>) -> String? {
        // 学生、教师等在内的21名志愿者: the last of some examples is not all of them
        if range.upperBound < tokens.count, tokens[range.upperBound].has(.etc),
            tokens[range].contains(where: { $0.isMark(.pause) })
        {
            return nil
        }
        var low = range.upperBound
        var scalars = 0
        while low > range.lowerBound {
            let token = tokens[low - 1]
            guard token.kind == .word, !phrases.isActor(token), token.wordClass != .preposition, !token.has(.plan),
                !token.has(.determiner), token.wordClass != .adverb, !token.has(.remainder),
                token.wordClass != .locative, !token.has(.etc), !token.has(.recipient),
                token.wordClass != .number,
                // 帮助行动不便的23名老人
                scalars < 2 || token.wordClass != .verb || !token.has(.transitive)
            else { break }
            scalars += (token.end - token.start) / 3
            low -= 1
        }
        // 和|班组的12名工友
        if low == range.lowerBound, range.count > 1, tokens[low].wordClass == .conjunction { low += 1 }
        if low > range.lowerBound, tokens[low - 1].wordClass == .number, phrases.scalars(tokens[low]) == 1 {
            // 一处|废弃的300平方米厂房
            (low, scalars) = (low + 1, scalars - 1)
        }
        if low > range.lowerBound, low + 1 == range.upperBound, tokens[low].wordClass == .noun,
            tokens[low - 1].wordClass == .verb && tokens[low - 1].has(.transitive) || tokens[low - 1].has(.determiner)
                || tokens[low - 1].wordClass == .pronoun
        {
            // 参与活动的86名学生: an object says nothing without its verb; 这些区域的11个站: nor does what is only pointed to
            return nil
        }
        // 来自韩国、泰国等国家的12家企业: 国家 closes a list, and says nothing without it
        guard (2...4).contains(scalars), low == range.lowerBound || !tokens[low - 1].has(.etc) else { return nil }
        // 以化工厂为龙头的6家企业: what one of them is
        if low > range.lowerBound, text.has("为", at: tokens[low - 1].start),
            tokens[range.lowerBound..<low].contains(where: { text.has("以", at: $0.start) })
        {
            return nil
        }
        // 今年改造的8个小区: what is done to them names none of them
        if thing.unicodeScalars.count > 1, doneTo(low..<range.upperBound) != nil { return nil }
        // 由社区、物业等部门组成的3个检查组: a verb is no short word where it has a subject of its own; but 网格上报的8件事
        if thing.unicodeScalars.count > 1, low > range.lowerBound,
            phrases.isVerbal(tokens[low]) || tokens[low].has(.stock) || tokens[low].wordClass == .verbalNoun,
            phrases.isActor(tokens[low - 1]) || tokens[low - 1].wordClass == .noun
        {
            return nil
        }
        return text.string(of: tokens[low..<range.upperBound])
    }
}
