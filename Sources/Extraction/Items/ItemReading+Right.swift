import Facts
import Scanning
import Units

/// What a phrase behind a figure says of it: what is counted, how things stand with it, what is done.
extension SentenceReader {
    /// Verbs that tell for how many there is room.
    static let capacities: WordList = [
        "满足", "容纳", "可容纳", "供", "可供", "停放", "保障", "停", "坐", "能坐", "能停", "可容",
    ]

    /// Takes off what stands behind a figure where it tells how things stand with those that are counted, or what they do.
    func leavePredicate(
        _ right: inout Range<Int>, _ before: inout NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State
    ) {
        guard let first = right.first else { return }
        let nothing = state.place..<state.place
        let isUndone =
            denies(tokens[first], text) && right.dropFirst().allSatisfy { phrases.isVerbal(tokens[$0]) }
        if tellsStanding(right, before, text, &state) || isPursued(right, by: before, text, state) {
            right = nothing
        } else if denies(tokens[first], text) || isBesetBy(right, text),
            // 17个院落中有8个未通燃气: what some of them lack
            isPartOfLast(state.place, text, state)
                // 检查餐饮店87家，有14家未安装报警器, 7座存在设备老化等问题: and so do some of those counted before
                || !isUndone && before.item.isEmpty && !namesPeople(right, text)
                    && (right.upperBound == tokens.count || !tokens[right.upperBound].has(.de))
                    && hasCounted(.count, in: state)
        {
            right = nothing
            before = .empty(at: state.place)
        } else if isUndone {
            // 尚有31件未化解: how it stands with them
            state.reading.action = phrases.string(right, text: text)
            right = nothing
        } else if tellsWhatTheyDo(right, before, text, &state) {
            right = nothing
        }
    }

    /// Whether the paragraph has counted something in the unit of the figure.
    private func hasCounted(_ dimension: Dimension, in state: State) -> Bool {
        state.memory.last(countedIn: unit(state.reading.quantity)?.name ?? "", dimension: dimension) != nil
    }

    /// 还有3台|在建, 8人受伤，其中2人|伤势严重: whether what stands behind a figure tells how things stand, which is noted.
    private func tellsStanding(
        _ right: Range<Int>, _ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State
    ) -> Bool {
        let first = right.lowerBound
        if before.item.isEmpty, before.verbs == nil, tellsState(right), hasCounted(.count, in: state) {
            // 10件实事，3件正常推进: how it stands with some of them
            state.reading.action = phrases.string(right, text: text)
            return true
        }
        // 8人受伤，其中2人伤势严重: how it stands with those
        if tellsHowPartIs(right, state) { return true }
        guard right.count == 1, unitDimension(of: state.reading.quantity) == .count else { return false }
        if isUnfinished(tokens[first], text), phrases.closes(at: first + 1) || tokens[first + 1].isMark(.pause) {
            // 装成14台，还有3台在建
            state.reading.action = phrases.string(right, text: text)
            state.reading.isStockWorded = true
            return true
        }
        if phrases.isDoing(first), first + 1 < tokens.count, tokens[first + 1].kinds.contains(.finishing),
            phrases.closes(at: first + 2)
        {
            // 查出问题53项，已有49项整改到位: what has been done with them
            state.reading.action = text.string(of: tokens[first...(first + 1)])
            state.reading.isStockWorded = false
            return true
        }
        return false
    }

    /// 带动村民320人|就业: whether those who are counted are brought to do what follows.
    private func isPursued(
        _ right: Range<Int>, by before: NounPhrases.Left, _ text: Span<UInt8>, _ state: State
    ) -> Bool {
        guard right.count == 1, tokens[right.lowerBound].kinds.contains(.pursuit), let people = before.item.last,
            before.item.upperBound == state.place, before.predicate.map({ $0 < before.item.lowerBound }) ?? false
        else { return false }
        return tokens[people].has(.human) || tokens[people].has(.agent) || namesPeople(before.item, text)
    }

    /// 其中143名|持证上岗, 抽调干部26名|组成专班: whether what stands behind a figure tells what those do who are counted.
    private func tellsWhatTheyDo(
        _ right: Range<Int>, _ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State
    ) -> Bool {
        let first = right.lowerBound
        if unitDimension(of: state.reading.quantity) == .person, before.item.isEmpty, before.verbs == nil,
            tokens[right.upperBound - 1].wordClass == .verb, phrases.closes(at: right.upperBound),
            !namesPeople(right, text), hasCounted(.person, in: state)
        {
            // 社区工作者198名，其中143名持证上岗: what some of those counted before do
            state.reading.action = phrases.string(right, text: text)
            return true
        }
        guard right.count > 1, tokens[first].wordClass == .verb || tokens[first].has(.stock),
            !tokens[first + 1].has(.bound), let verb = before.predicate, verb < before.item.lowerBound,
            before.item.upperBound == state.place, let people = before.item.last
        else { return false }
        // 抽调干部26名组成专班: what those who are counted do
        return tokens[people].has(.human) || tokens[people].has(.agent)
    }

    private static let honours: WordList = ["称号", "荣誉称号", "荣誉"]

    /// 授予12个楼院“平安楼院”称号: takes off the title that those who are counted are given.
    func leaveHonour(_ right: inout Range<Int>, _ text: Span<UInt8>) {
        guard right.count > 4, let last = right.last, tokens[last - 1].isMark(.closeQuote),
            SentenceReader.honours.contains(tokens[last].start..<tokens[last].end, of: text),
            let open = right.firstIndex(where: { tokens[$0].isMark(.openQuote) }), open > right.lowerBound
        else { return }
        right = right.lowerBound..<open
    }

    /// Words that say that a thing is still being made or dealt with.
    static let unfinished: WordList = ["在建", "在办", "在修", "待建"]

    /// 在建, 待处理: one of the words that say that a thing is still to be made or dealt with.
    private func isUnfinished(_ token: Token, _ text: Span<UInt8>) -> Bool {
        SentenceReader.unfinished.contains(token.start..<token.end, of: text)
            || token.wordClass == .attributive && text.has("待", at: token.start) && phrases.scalars(token) > 1
    }

    private func denies(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.kind == .word && SentenceReader.denials.contains(token.start..<token.end, of: text)
    }

    /// 存在设备老化: whether a phrase tells what ails those that are counted.
    private func isBesetBy(_ phrase: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard phrase.count > 1, let first = phrase.first else { return false }
        return text.has("存在", at: tokens[first].start) && phrases.scalars(tokens[first]) == 2
    }

    static let denials: WordList = ["未", "尚未", "没", "没有", "无"]

    /// Whether 中 or 里 behind the figure before, of the same unit, tells that a figure picks some of what that one counts.
    func isPartOfLast(_ place: Int, _ text: Span<UInt8>, _ state: State) -> Bool {
        guard let last = state.facts.last, state.facts.count <= places.count,
            unit(last.quantity)?.name == unit(state.reading.quantity)?.name
        else { return false }
        let between = tokens[(places[state.facts.count - 1] + 1)..<place]
        return !between.contains(where: \.endsClause)
            && between.contains { text.has("中", before: $0.end) || text.has("里", before: $0.end) }
    }

    /// 2人|伤势|严重, 3户|房屋|破旧: whether an adjective says how something of those stands who are a part of the people counted before.
    private func tellsHowPartIs(_ phrase: Range<Int>, _ state: State) -> Bool {
        guard phrase.count > 1, let last = phrase.last, tokens[last].wordClass == .adjective,
            phrases.closes(at: last + 1), phrases.isNominal(tokens[last - 1]), let whole = state.facts.last,
            let dimension = unitDimension(of: state.reading.quantity), dimension == .person || dimension == .household
        else { return false }
        return unitDimension(of: whole.quantity) == dimension && !whole.item.isEmpty
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
            guard
                tokens[index].wordClass == .adverb || tokens[index].has(.abstract)
                    // 6栋主体全部封顶
                    || tokens[index].kinds.contains(.running)
            else { return nil }
            index += 1
        }
        return nil
    }

    /// 16人是就业困难人员: what those who are counted are; 4.8万元来自学费.
    func roleBehind(_ place: Int, _ dimension: Dimension?, _ text: Span<UInt8>) -> Range<Int>? {
        // 8户|多|为租户: what most of them are
        let isMostly =
            place + 3 < tokens.count && text.has("多", at: tokens[place + 1].start)
            && phrases.scalars(tokens[place + 1]) == 1
        let verb = place + (isMostly ? 2 : 1)
        guard verb + 1 < tokens.count, tokens[verb].kind == .word,
            tokens[verb].has(.reach) && tokens[verb].end - tokens[verb].start == 3
                || dimension == .money && text.has("来自", at: tokens[verb].start)
        else { return nil }
        let role = phrases.right(startingAt: verb + 1)
        guard let last = role.last, phrases.closes(at: last + 1) else { return nil }
        // 4人有社工证: what people have they are not
        if dimension == .person, tokens[verb].has(.stock), !namesPeople(last..<(last + 1), text) { return nil }
        // 8万元来自爱心企业: from whom it is, and not what
        if dimension == .money, !SentenceReader.sums.ends(in: text, at: tokens[last].end) { return nil }
        return role
    }

    /// Takes the phrase behind a figure, completed by its examples, by the thing that it is the size of, and by whose it is.
    func takeRight(
        _ right: Range<Int>, _ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State
    ) {
        let dimension = unitDimension(of: state.reading.quantity) ?? .count
        // What stands behind the figure before is its own, and none of this one's owner.
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
        takeThingSized(right, before, dimension, text, &state)
        takeHeadOfKinds(right, text, &state)
        takeWholeOfPart(right, before, dimension, text, &state)
        takeOwner(right, before, floor: floor, text, &state)
        if state.reading.rule == "item.right", right.count == 1 {
            completeFitting(before: state.place, before, text, &state)
            if state.reading.rule == "item.right" { completePeople(right, before, text, &state) }
        }
        readAction(around: right, before, text, &state.reading)
        nameTimesDone(right, text, &state)
        if state.reading.action == nil, let modifier = before.modifier, let verb = doneTo(modifier) {
            // 今年改造的8个小区
            state.reading.action = text.string(ofDocument: tokens[verb].start..<tokens[verb].end)
        }
    }

    /// 总投资135亿元的工厂, 13列时速120公里的班列, 5台单机容量3.6兆瓦的风机: a size and the thing that has it.
    private func takeThingSized(
        _ right: Range<Int>, _ before: NounPhrases.Left, _ dimension: Dimension, _ text: Span<UInt8>,
        _ state: inout State
    ) {
        let after = right.upperBound
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
            // 给张师傅发了5000元奖金: to whom it is given
            !isDealtWith(owner.lowerBound, text),
            !owner.contains(where: { tokens[$0].has(.placeName) })
        {
            // 社区集体就有68万元收入
            state.reading.item = phrases.string(owner, text: text) + state.reading.item
            state.reading.rule = "item.completed"
        }
    }

    /// 中学27所(含2所民办), 3个省级、5个市级示范村: a kind alone, with the thing that the figure before counts or the last of the list.
    private func takeHeadOfKinds(_ right: Range<Int>, _ text: Span<UInt8>, _ state: inout State) {
        if right.count == 1, tokens[right.lowerBound].wordClass == .attributive,
            phrases.closes(at: right.upperBound) || tokens[right.upperBound].isMark(.closeBracket),
            let last = state.facts.last, unit(last.quantity)?.name == unit(state.reading.quantity)?.name,
            last.change == .none, !last.item.isEmpty
        {
            // 中学27所(含2所民办)
            state.reading.item += last.item
        } else if let head = headOfList(behind: right) {
            // 3个省级、5个市级示范村: the last of several kinds has the head of all
            state.reading.item += phrases.string(head, text: text)
        }
    }

    /// 秋季夜校|16门课: what the one character behind a figure is a part of stands right before it.
    private func takeWholeOfPart(
        _ right: Range<Int>, _ before: NounPhrases.Left, _ dimension: Dimension, _ text: Span<UInt8>,
        _ state: inout State
    ) {
        guard right.count == 1, phrases.scalars(tokens[right.lowerBound]) == 1, before.predicate == nil,
            before.item.upperBound == state.place, let last = before.item.last,
            tokens[last].wordClass == .noun, !phrases.isActor(tokens[last]), dimension == .count,
            // 设计规模36个班: nor is it a part of a size
            !tokens[last].has(.attribute),
            // 网格员负责管理6栋楼: who looks after it owns no part of it
            !before.item.contains(where: {
                phrases.isVerbal(tokens[$0]) || tokens[$0].has(.human) || tokens[$0].has(.magnitude)
            })
        else { return }
        state.reading.item = phrases.string(before.item, text: text) + state.reading.item
        state.reading.rule = "item.completed"
    }

    /// 消防救援队|12名队员, 行动不便的|23名老人: whose members they are, or of what kind.
    private func takeOwner(
        _ right: Range<Int>, _ before: NounPhrases.Left, floor: Int, _ text: Span<UInt8>, _ state: inout State
    ) {
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
    private static let stretches: WordList = ["期间", "年间", "之间", "月间", "日间"]

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

    private static let origins: WordList = ["来自", "方面"]
    private static let presence: WordList = [
        "原有", "仅有", "现有", "共有", "到场", "在场", "落成", "竣工", "相邻", "邻近", "先行", "首批", "入围", "下派", "退役", "到来", "不到", "负责",
    ]
    private static let whereabouts: WordList = ["下来", "出来", "上来", "过来", "里", "边", "旁"]

    /// Up to four characters before 的 that say what kind it is: 自筹, 行动不便.
    private func shortModifier(_ range: Range<Int>, of thing: String, _ text: Span<UInt8>) -> String? {
        // 学生、教师等在内的21名志愿者: the last of some examples is not all of them
        if range.upperBound < tokens.count, tokens[range.upperBound].has(.etc),
            tokens[range].contains(where: { $0.isMark(.pause) })
        {
            return nil
        }
        let (words, scalars) = wordsOfKind(endingIn: range, text)
        guard !words.isEmpty else { return nil }
        if words.lowerBound > range.lowerBound, saysNothingWithout(tokens[words.lowerBound - 1], words, in: range, text)
        {
            return nil
        }
        guard (2...4).contains(scalars),
            // 来自各地的20家企业, 乌方发射的两枚导弹 of 乌克兰方面发射的: where they are from, and who did it
            !SentenceReader.origins.contains(tokens[words.lowerBound].start..<tokens[words.lowerBound].end, of: text),
            // 原有的118个网格, 拆下来的70余块广告牌, 摆到议事桌上的5套方案: nor that they are there, how they came away, or where they lie
            !SentenceReader.presence.contains(tokens[words.lowerBound].start..<tokens[words.lowerBound].end, of: text),
            !SentenceReader.whereabouts.ends(in: text, at: tokens[words.upperBound - 1].end),
            !tokens[words.upperBound - 1].kinds.contains(.spot),
            // 难啃的5起案子, 晒出的28份公约: nor what is done to them, by a verb of one character
            words.count == 1
                || !tokens[words].contains(where: { $0.wordClass == .verb && phrases.scalars($0) == 1 }),
            // 经过33年间的6次改造: nor when
            !tokens[words].contains(where: { $0.wordClass == .time || $0.isTime }),
            !SentenceReader.stretches.ends(in: text, at: tokens[words.upperBound - 1].end),
            // 今年改造的8个小区: what is done to them names none of them
            thing.unicodeScalars.count < 2 || doneTo(words) == nil && !hasSubject(words, in: range)
        else { return nil }
        return text.string(of: tokens[words])
    }

    /// The last words before 的 that may tell the kind alone, and how long they are: 行动不便 of 帮助行动不便的23名老人.
    private func wordsOfKind(endingIn range: Range<Int>, _ text: Span<UInt8>) -> (words: Range<Int>, scalars: Int) {
        var low = range.upperBound
        var scalars = 0
        while low > range.lowerBound {
            let token = tokens[low - 1]
            guard token.kind == .word, !phrases.isActor(token), token.wordClass != .preposition, !token.has(.plan),
                !token.has(.determiner), token.wordClass != .adverb, !token.has(.remainder),
                // 剩下的4个院落
                !text.has("剩", at: token.start),
                token.wordClass != .locative, !token.has(.etc), !token.has(.recipient),
                token.wordClass != .number, token.wordClass != .pronoun,
                // 帮助行动不便的23名老人
                scalars < 2 || token.wordClass != .verb || !token.has(.transitive)
            else { break }
            scalars += (token.end - token.start) / 3
            low -= 1
        }
        // 和|班组的12名工友: 和 counts among so few characters
        if low == range.lowerBound, range.count > 1, tokens[low].wordClass == .conjunction { low += 1 }
        // 一处|废弃的300平方米厂房
        if low > range.lowerBound, low < range.upperBound, tokens[low - 1].wordClass == .number,
            phrases.scalars(tokens[low]) == 1
        {
            (low, scalars) = (low + 1, scalars - 1)
        }
        return (low..<range.upperBound, scalars)
    }

    /// Whether words before 的 say nothing without the word before them: an object without its verb, the last of a list, what made it so.
    private func saysNothingWithout(
        _ previous: Token, _ words: Range<Int>, in range: Range<Int>, _ text: Span<UInt8>
    ) -> Bool {
        let low = words.lowerBound
        if words.count == 1, tokens[low].wordClass == .noun,
            previous.wordClass == .verb && previous.has(.transitive) || previous.has(.determiner)
                || previous.wordClass == .pronoun
        {
            // 参与活动的86名学生: an object says nothing without its verb; 这些区域的11个站: nor does what is only pointed to
            return true
        }
        if previous.isMark(.pause) || previous.has(.and),
            tokens[max(0, low - 12)..<low].contains(where: { text.has("来自", at: $0.start) })
        {
            // 来自医院、部队、高校的16支队伍: nor is the last of those whom they are from all of them
            return true
        }
        // 来自韩国、泰国等国家的12家企业: 国家 closes a list, and says nothing without it
        if previous.has(.etc) { return true }
        // 以化工厂为龙头的6家企业: what one of them is
        if text.has("为", at: previous.start),
            tokens[range.lowerBound..<low].contains(where: { text.has("以", at: $0.start) })
        {
            return true
        }
        // 因暴雨冲毁的320米路面, 被车辆压坏的6块井盖: nor what made it so
        return previous.wordClass == .preposition
            && (text.has("因", at: previous.start) || text.has("被", at: previous.start))
    }

    /// 由社区、物业等部门组成的3个检查组: a verb is no short word where it has a subject of its own; but 网格上报的8件事.
    private func hasSubject(_ words: Range<Int>, in range: Range<Int>) -> Bool {
        guard words.lowerBound > range.lowerBound else { return false }
        let (verb, before) = (tokens[words.lowerBound], tokens[words.lowerBound - 1])
        return (phrases.isVerbal(verb) || verb.has(.stock) || verb.wordClass == .verbalNoun)
            && (phrases.isActor(before) || before.wordClass == .noun)
    }
}
