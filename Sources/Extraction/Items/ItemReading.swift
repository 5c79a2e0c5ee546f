import Facts
import Scanning
import Units

/// What a quantity counts: the noun behind it, the noun before it, or what the clause before named.
extension SentenceReader {
    /// Reads what a figure counts: by its unit, by what stands behind it, before it, or in the clauses before: 清理垃圾12车.
    func readItem(of index: Int, left: Int, floor: Int, _ text: Span<UInt8>, _ state: inout State) {
        let place = places[index]
        state.place = place
        let dimension = unitDimension(of: state.reading.quantity)
        let measures = SentenceReader.measures.contains(dimension ?? .count)
        let style: NounPhrases.Style = measures && dimension != .score || state.reading.change != .none ? .rate : .count
        var before = phraseBefore(place, left: left, floor: floor, style, measures: measures, text, state)
        readVerb(of: before, dimension, text, &state)
        if readStandard(dimension, text, &state) { return }
        if takeSized(left: left, floor: floor, text, &state) { return }
        var right = namedBehind(rightPhrase(place, before, dimension, text), place, dimension, text)
        if readByUnit(before, dimension, text, &state) || readRankedList(index, text, &state) { return }
        settleAction(&before, right, measures: measures, text, &state)
        if readBehind(&right, &before, dimension, measures: measures, text, &state) { return }
        leaveStagedPart(&before, text)
        settle(&before, floor: floor, dimension, text, &state)
        if readCourse(before, measures: measures, text, &state) || readShare(before, dimension, text, &state)
            || readCarried(before, dimension, text, &state) || readPastLeft(right, before, dimension, text, &state)
        {
            return
        }
        let role = roleBehind(place, dimension, text)
        // 逐店摸底：八成是夫妻店
        if !before.item.isEmpty, role == nil || !tokens[place - 1].endsClause {
            takeLeft(before, style, dimension, text, &state)
            return
        }
        if let role, !measures || dimension == .ratio && before.verbs == nil {
            // 16人是就业困难人员, 八成是老年人
            take(role, "item.role", text, &state)
            return
        }
        if readRole(before, dimension, measures: measures, text, &state)
            || readMeasured(right, before, dimension, measures: measures, text, &state)
        {
            return
        }
        if let doing = doingsCounted(behind: place, text),
            dimension == .event || dimension == .personTime && isShown(doing.lowerBound, text)
        {
            // 经过5次协调, 2.6万人次围观
            state.reading.name(
                text.string(of: tokens[doing]), by: "item.doing", doubting: "the doing is what is counted")
            return
        }
        readElliptic(of: index, before, measures: measures, left: left, text, &state)
    }

    /// What stands before a figure, as far as it may be what the figure counts: 完成|改造|小区12个.
    private func phraseBefore(
        _ place: Int, left: Int, floor: Int, _ style: NounPhrases.Style, measures: Bool, _ text: Span<UInt8>,
        _ state: State
    ) -> NounPhrases.Left {
        // 用5年时间全面改造棚户区4.1万户: in how long
        let span = tokens[..<max(left, 0)].suffix(10).lastIndex { text.has("时间", at: $0.start) }
        let floor =
            span.map { $0 > floor && tokens[$0 - 1].kinds.contains(.numeral) ? $0 + 1 : floor } ?? floor
        var before = left >= floor ? phrases.left(endingAt: left, floor: floor, style: style) : .empty(at: place)
        if state.reading.change != .none, measures, let end = compared(before: before.item) {
            let subject = phrases.left(endingAt: end, floor: floor, style: style)
            if !subject.item.isEmpty { before = subject }
        }
        if measures, let rate = growthRate(before.item, floor: floor) { before.item = rate }
        if let partner = tradeWith(before.item, floor: floor, text) { before.item = partner }
        if let divided = divided(before: place, state, text) { before = divided }
        if before.item.count == 2, let hour = before.item.first, tokens[hour].kinds.contains(.numeral),
            text.has("点", at: tokens[hour + 1].start)
        {
            // 晚|8点|有120余人跳舞: the hour is no thing
            before = .empty(at: place)
        }
        if measures, let when = before.item.last, tokens[when].kinds.contains(.moment), before.item.count > 1 {
            // 引入运营商后降到18%: when it came to that level
            before = .empty(at: place)
        }
        if !measures, let start = thresholdStart(of: before.item, state) {
            before.item = start..<before.item.upperBound
        }
        if givesTo(before, place, state, text) || isRestOfBearers(before, place, state) {
            before = .empty(at: place)
        }
        if let borne = borne(before, place, text, state) { before = borne }
        readConstruction(&before, place, text, state)
        if isReason(before.item, place, text) { before = .empty(at: place) }
        leaveWhenceOrWhither(&before, place, unitDimension(of: state.reading.quantity), text)
        leavePlanWord(&before, place, text, state)
        if let role = roleOfNamed(before: place, state, text) {
            before = .empty(at: place)
            before.item = role
        }
        return before
    }

    private static let bearing: WordList = ["承担", "负担", "分担", "补贴", "出", "补助", "解决"]

    /// 费用|由|街道|承担六成: what somebody bears a share of stands before 由.
    private func borne(
        _ before: NounPhrases.Left, _ place: Int, _ text: Span<UInt8>, _ state: State
    ) -> NounPhrases.Left? {
        guard unitDimension(of: state.reading.quantity) == .ratio, place > 3,
            SentenceReader.bearing.contains(tokens[place - 1].start..<tokens[place - 1].end, of: text)
        else { return nil }
        let start = max(1, place - 8)
        guard
            let by = tokens[start..<(place - 1)].lastIndex(where: {
                text.has("由", at: $0.start) && phrases.scalars($0) == 1
            }), by + 1 < place - 1, !tokens[by..<place].contains(where: \.endsClause)
        else { return nil }
        let thing = phrases.left(endingAt: by - 1, floor: 0, style: .rate)
        return thing.item.upperBound == by ? thing : nil
    }

    private static let drawings: WordList = ["利用", "用", "使用", "动用", "运用"]
    private static let reasons: WordList = ["因", "因为", "由于", "缘于"]

    /// 因|管网末端问题|去年有86户不热: whether a phrase tells why.
    private func isReason(_ phrase: Range<Int>, _ place: Int, _ text: Span<UInt8>) -> Bool {
        guard let first = phrase.first, first > 0, phrase.upperBound < place else { return false }
        return SentenceReader.reasons.contains(tokens[first - 1].start..<tokens[first - 1].end, of: text)
    }

    private static let directions: WordList = ["从", "向", "往", "朝", "给", "面向"]

    /// 从外地|调入30台, 向南|延伸280米, 给老人|就送去800斤: what stands before the verb says whence or whither, and is not what is counted. But money is
    /// taken from a fund that has a name.
    private func leaveWhenceOrWhither(
        _ before: inout NounPhrases.Left, _ place: Int, _ dimension: Dimension?, _ text: Span<UInt8>
    ) {
        guard dimension != .money, let first = before.item.first, first > 0, let verb = before.predicate,
            verb >= before.item.upperBound,
            SentenceReader.directions.contains(tokens[first - 1].start..<tokens[first - 1].end, of: text),
            !(before.item.upperBound..<verb).contains(where: { tokens[$0].wordClass == .locative })
        else { return }
        before.item = place..<place
        before.verbs = verb..<(verb + 1)
    }

    /// 楼道灯更换|计划|1500盏: that it is planned is no part of what is.
    private func leavePlanWord(
        _ before: inout NounPhrases.Left, _ place: Int, _ text: Span<UInt8>, _ state: State
    ) {
        guard before.item.count > 2, before.item.upperBound == place, text.has("计划", at: tokens[place - 1].start),
            phrases.scalars(tokens[place - 1]) == 2, tokens[place - 2].has(.transitive), phrases.isDoing(place - 2),
            let name = unit(state.reading.quantity)?.name, name != "项", name != "个", name != "份"
        else { return }
        before.item = before.item.lowerBound..<(place - 1)
    }

    /// 开源街道600个，…，其余街道|合计1800个: whether those before the sum are the rest of those who have the things that the list counts.
    private func isRestOfBearers(_ before: NounPhrases.Left, _ place: Int, _ state: State) -> Bool {
        guard before.item.count == 1, let bearer = before.item.first, bearer > 0, bearer + 2 == place,
            tokens[place - 1].has(.sum), tokens[bearer - 1].has(.remainder), phrases.isActor(tokens[bearer]),
            let last = state.facts.last, !last.item.isEmpty
        else { return false }
        return unit(last.quantity)?.name == unit(state.reading.quantity)?.name
    }

    private static let givers: WordList = ["局", "街道", "社区", "镇", "乡", "村", "中心", "办", "所", "办事处", "公司", "部门", "站"]

    /// 区民政局|为|1286户2013人|发放救助金: whether those who stand before a figure of people do something for them.
    private func givesTo(_ before: NounPhrases.Left, _ place: Int, _ state: State, _ text: Span<UInt8>) -> Bool {
        guard let dimension = unitDimension(of: state.reading.quantity),
            dimension == .household || dimension == .person,
            place > 1, followsRecipientWord(place, text), let last = before.item.last,
            last == place - 2, SentenceReader.givers.ends(in: text, at: tokens[last].end)
        else { return false }
        var next = place + 1
        while next < tokens.count, tokens[next].isQuantity || tokens[next].isMark(.pause) { next += 1 }
        return next < tokens.count && phrases.isVerbal(tokens[next])
    }

    /// What the verb before a figure tells: whether it is there, has grown or shrunk, is a sum, is done: 减少个人垫付28亿元.
    private func readVerb(
        of before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: inout State
    ) {
        if let predicate = before.predicate, tokens[predicate].has(.stock) { state.reading.isStockWorded = true }
        if state.reading.change == .none, let verb = before.predicate, verb < before.item.lowerBound,
            tokens[verb].has(.decrease), !tokens[verb].has(.to),
            [.length, .money, .mass, .volume, .time, .area, .energy].contains(dimension ?? .count)
        {
            // 缩短航运里程200公里, 减少个人垫付28亿元: by how much it has shrunk; 压减项目3个 counts them
            state.reading.change = .decrease
        }
        if state.reading.change == .none, dimension == .time, let verb = before.predicate,
            verb < before.item.lowerBound, tokens[verb].has(.increase), !tokens[verb].has(.to),
            phrases.scalars(tokens[verb]) == 2, text.has("延", at: tokens[verb].start)
        {
            // 延长营业时间2小时: by how much it has grown
            state.reading.change = .increase
        }
        if let verb = before.predicate ?? before.verbs?.first, saysCumulative(before: verb, text) {
            state.reading.isTotal = true
        }
        if let predicate = before.predicate, tokens[predicate].kind == .word {
            readAction(of: before, predicate, counts: dimension ?? .count, text, &state.reading)
        }
    }

    /// Reads a share in brackets, a span of time, a strength: the unit tells where the item is: 停车难（46%）.
    private func readByUnit(
        _ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: inout State
    ) -> Bool {
        let place = state.place
        if dimension == .ratio, place > 1, place + 1 < tokens.count, tokens[place - 1].isMark(.openBracket),
            tokens[place + 1].isMark(.closeBracket), before.item.isEmpty,
            case let label = label(endingAt: place - 1), !label.isEmpty
        {
            // 停车难（46%）、电梯加装（31%）: what stands before the bracket
            take(label, "item.left", text, &state)
            return true
        }
        if dimension == .time, state.reading.per == nil, state.reading.change == .none,
            let taken = timeBetween(place, text) ?? timeTaken(place, before, text) ?? timeTakenBefore(place, text)
        {
            state.reading.name(taken, by: "item.doing", doubting: "the doing is what is counted")
            return true
        }
        if dimension == .time, state.reading.per == nil, state.reading.change == .none, before.item.isEmpty,
            !state.reading.isAverage, let doing = doingSpent(before: place, text)
        {
            // 航天员进驻空间站，在轨驻留6个月: what took so long, and not what the clause before names
            state.reading.name(doing, by: "item.doing", doubting: "the doing is what is counted")
            return true
        }
        if dimension == nil || dimension == .count, state.reading.quantity.unit == nil,
            let fate = bareFate(behind: place, text)
        {
            // 山体滑坡致3死12伤
            state.reading.name(fate + "人员", by: "item.unit", doubting: nil)
            (state.reading.action, state.reading.verb) = (fate, nil)
            return true
        }
        if dimension == .count, let name = unit(state.reading.quantity)?.name,
            SentenceReader.countries.contains(name)
        {
            // 20多国政府代表, 4省份入河排污口: the measure word is the noun, and what follows is theirs
            state.reading.name(name, by: "item.unit", doubting: nil)
            return true
        }
        if dimension == .count, place > 0, case let goal = tokens[place - 1], goal.kinds.contains(.going),
            text.has("进", at: goal.start), phrases.scalars(goal) > 2,
            phrases.closes(at: place + 1) || tokens[place + 1].isMark(.pause)
        {
            // 消防检查进企业32家: where it goes, which is one word with 进
            state.reading.name(text.string(ofDocument: (goal.start + 3)..<goal.end), by: "item.left", doubting: nil)
            return true
        }
        if place + 1 < tokens.count, tokens[place + 1].has(.disaster), unit(state.reading.quantity)?.name == "级" {
            // 某县6.2级地震灾后重建: what is so strong is behind its figure
            take((place + 1)..<(place + 2), "item.right", text, &state)
            return true
        }
        return false
    }

    /// Measure words for countries and provinces, which nothing else is counted by.
    private static let countries: WordList = ["国", "省", "州", "省份", "省区", "省市", "省区市", "地市"]

    /// 死亡 of 3死12伤: what became of so many, in one character that the figure or the clause ends behind.
    private func bareFate(behind place: Int, _ text: Span<UInt8>) -> String? {
        guard place + 1 < tokens.count, tokens[place + 1].kind == .word, phrases.scalars(tokens[place + 1]) == 1,
            phrases.closes(at: place + 2) || tokens[place + 2].isQuantity || tokens[place + 2].isMark(.pause)
        else { return nil }
        if text.has("死", at: tokens[place + 1].start) { return "死亡" }
        return text.has("伤", at: tokens[place + 1].start) ? "受伤" : nil
    }

    /// Takes the action from the stage behind a figure, and leaves out a verb that does not say what is done to those that it
    /// counts: 改造后的市场有98个摊位.
    private func settleAction(
        _ before: inout NounPhrases.Left, _ right: Range<Int>, measures: Bool, _ text: Span<UInt8>, _ state: inout State
    ) {
        let place = state.place
        if !measures, let stage = stage(behind: place) {
            state.reading.action = text.string(ofDocument: tokens[stage].start..<tokens[stage].end)
        }
        if !measures, !right.isEmpty, let verb = before.predicate, verb < before.item.lowerBound,
            before.item.upperBound < place, state.reading.verb == verb,
            tokens[before.item.upperBound..<place].contains(where: { $0.has(.stock) })
        {
            // 改造后的市场|有98个摊位: a verb of what has them
            (state.reading.verb, state.reading.action, state.reading.isStockWorded) = (nil, nil, true)
        }
        if !right.isEmpty, let verb = before.predicate, verb < place, state.reading.verb == verb,
            tokens[(verb + 1)..<place].contains(where: { text.has("对", at: $0.start) && $0.end - $0.start == 3 })
        {
            // 组织社区对9处酒店进行排查: what is done to them comes behind
            (before.predicate, state.reading.verb, state.reading.action) = (nil, nil, nil)
        }
    }

    /// 派出志愿者12名|值守: whether the words behind a figure are what those do who are sent, and not what is counted by heads.
    private func isTask(_ right: Range<Int>, of before: NounPhrases.Left) -> Bool {
        guard let people = before.item.last,
            before.predicate.map({ $0 < before.item.lowerBound })
                // 安排志愿者12名、网格员8名|值守
                ?? (before.item.lowerBound > 0 && tokens[before.item.lowerBound - 1].isMark(.pause)),
            before.item.upperBound == right.lowerBound - 1, right.allSatisfy({ phrases.isDoing($0) }),
            phrases.closes(at: right.upperBound)
        else { return false }
        return tokens[people].has(.human) || phrases.isActor(tokens[people])
    }

    /// Reads what stands behind a figure, without what is done with it there: 六成居民是退休职工.
    private func readBehind(
        _ right: inout Range<Int>, _ before: inout NounPhrases.Left, _ dimension: Dimension?, measures: Bool,
        _ text: Span<UInt8>, _ state: inout State
    ) -> Bool {
        let place = state.place
        if dimension == .person, let people = before.item.last, people + 1 == place, place + 1 < tokens.count,
            tokens[place + 1].has(.de), tokens[people].has(.human) || text.has("人口", before: tokens[people].end)
        {
            // 党员超过100人的小区, 管理人口80万人的县: those are counted, and not what has them
            take(before.item, "item.left", text, &state)
            return true
        }
        if dimension == .time, right.isEmpty, let doing = doingOfSpan(place) {
            // 举行为期10天的罢工: how long it lasts is told of the doing behind it
            take(doing, "item.right", text, &state)
            (state.reading.action, state.reading.verb) = (nil, nil)
            return true
        }
        if isDone(right, to: before) || isStagedPart(right, of: before, text) || tellsWhereTo(right, dimension, text) {
            right = place..<place
        }
        if dimension == .person || dimension == .household,
            let whither = right.dropFirst().first(where: { goesTo($0, text) })
        {
            right = right.lowerBound..<whither
        }
        if dimension == .money, let pause = endOfPriced(right, text) { right = right.lowerBound..<pause }
        if dimension == .money, let first = before.item.first, first > 0, before.item.upperBound == place,
            SentenceReader.drawings.contains(tokens[first - 1].start..<tokens[first - 1].end, of: text),
            let sum = before.item.last, SentenceReader.sums.ends(in: text, at: tokens[sum].end)
        {
            // 利用集体收入92万元|改造小区: what is done with it
            right = place..<place
        }
        if takesNothing(right, text, &state) || closesWithDoing(right, of: before)
            || dimension == .person && isTask(right, of: before)
        {
            right = place..<place
        }
        if !measures { leavePredicate(&right, &before, text, &state) }
        if !measures { leaveHonour(&right, text) }
        if let role = whatShareIs(right, dimension, text) {
            // 六成居民是退休职工: the part, and not the whole
            take(role, "item.role", text, &state)
            return true
        }
        let isLight = before.verbs?.contains { tokens[$0].has(.light) } ?? false
        leaveParts(&right, isLight: isLight, dimension, text)
        if dimension == .money, takePurpose(behind: place, before, text, &state) { return true }
        if dimension == .money, right.isEmpty, let work = builtFor(place, before, text) {
            state.reading.complete(as: work + phrases.string(before.item, text: text))
            return true
        }
        if readPeopleAlone(right, before, text, &state) || readMakingUp(before, text, &state) { return true }
        if !measures, !right.isEmpty {
            takeRight(right, before, text, &state)
            return true
        }
        return false
    }

    private static let whereTo: WordList = ["进", "入", "上", "到"]

    /// 1820户|搬进|新居, 320人|走上|岗位: whether the words behind a figure of people say where they come to.
    private func tellsWhereTo(_ right: Range<Int>, _ dimension: Dimension?, _ text: Span<UInt8>) -> Bool {
        guard dimension == .household || dimension == .person, right.count > 1,
            let first = right.first(where: { !tokens[$0].isQuantity }), first + 1 < right.upperBound,
            tokens[first].wordClass == .verb || phrases.isVerbal(tokens[first]),
            !right.contains(where: { tokens[$0].has(.de) })
        else { return false }
        if phrases.scalars(tokens[first]) == 2 { return endsInWhereTo(first, text) }
        return phrases.scalars(tokens[first]) == 1
            && SentenceReader.whereTo.contains(tokens[first + 1].start..<tokens[first + 1].end, of: text)
    }

    /// 3名社区工作者|走上|领导岗位: whether a verb says where people behind their noun come to.
    private func goesTo(_ index: Int, _ text: Span<UInt8>) -> Bool {
        tokens[index].kind == .word && tokens[index].wordClass == .verb && tokens[index - 1].has(.human)
            && phrases.scalars(tokens[index]) == 2 && endsInWhereTo(index, text)
    }

    /// 走上, 搬进.
    private func endsInWhereTo(_ index: Int, _ text: Span<UInt8>) -> Bool {
        SentenceReader.whereTo.ends(in: text, at: tokens[index].end)
    }

    /// Reads a course by its name, which stands before the verb that opens it: “妈妈课堂”开课26节.
    private func readCourse(
        _ before: NounPhrases.Left, measures: Bool, _ text: Span<UInt8>, _ state: inout State
    ) -> Bool {
        if !measures, before.item.isEmpty, let verb = before.predicate, tokens[verb].has(.complete),
            let course = before.subject, let last = course.last, last + 1 == verb,
            tokens[last].isMark(.closeQuote) || tokens[last].kinds.contains(.event)
        {
            // “妈妈课堂”开课26节: what is held, by its name
            take(course, "item.left", text, &state)
            return true
        }
        if !measures, before.item.isEmpty, let course = courseOpened(by: before.predicate, text) {
            take(course, "item.left", text, &state)
            return true
        }
        return false
    }

    /// Reads a share by what it is a share of, where the clause says so before it: 占常住人口26.7%.
    private func readShare(
        _ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: inout State
    ) -> Bool {
        if dimension == .ratio,
            let share = share(of: before.item.isEmpty ? before.modifier ?? before.item : before.item, text)
        {
            // 老年人3260人，占常住人口26.7%: of those that it is a share of, and not of the whole
            let part = partTaking(share)
            if !part.isEmpty {
                take(part, "item.left", text, &state)
                return true
            }
            if let last = state.facts.last?.item, !last.isEmpty {
                state.reading.name(
                    last, by: "item.guessed", doubting: "the item is carried over from the figure before")
                return true
            }
        }
        return false
    }

    /// Reads what the sentence has named before, where a figure only tells what was done with it: 已完成整治32条.
    private func readCarried(
        _ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: inout State
    ) -> Bool {
        if let known = handled(before, dimension, text, state) {
            // 背街小巷57条，已完成整治32条: of those that were counted
            state.reading.name(
                known, by: "item.carried", doubting: "the item is carried over from what was counted before")
            return true
        }
        if let known = stepped(before, dimension, text, state) {
            // 受理申请137台，完成规划审查121台: what goes through the step, and not the step
            state.reading.action = SentenceReader.joined(
                state.reading.action ?? "", phrases.string(before.item, text: text))
            state.reading.name(
                known, by: "item.carried", doubting: "the item is carried over from what was counted before")
            return true
        }
        if let known = fittedOut(before, state, text) {
            let thing = phrases.string(before.item, text: text)
            if let action = state.reading.action, thing.unicodeScalars.count <= 8 {
                state.reading.action = action + thing
            }
            state.reading.name(
                known.item, by: "item.carried", doubting: "the item is carried over from what was counted before")
            return true
        }
        if let shared = sumShared(with: before, state, text) {
            state.reading.name(
                shared, by: "item.completed", doubting: "what is paid was named with the figure before")
            return true
        }
        return false
    }

    /// Reads what stands behind a figure or round it, where the phrase before is not what is counted: 美联储已11次加息.
    private func readPastLeft(
        _ right: Range<Int>, _ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>,
        _ state: inout State
    ) -> Bool {
        let place = state.place
        if dimension == .event, let doing = doingsCounted(behind: place, text), before.verbs == nil,
            before.predicate == nil, before.item.allSatisfy({ !phrases.isVerbal(tokens[$0]) })
        {
            // 美联储已11次加息: who did it stands before the figure
            state.reading.name(
                text.string(of: tokens[doing]), by: "item.doing", doubting: "the doing is what is counted")
            return true
        }
        if dimension == .ratio, !right.isEmpty, tokens[place + 1].has(.de), let doing = before.item.first,
            before.item.count == 1, phrases.isVerbal(tokens[doing]), phrases.closes(at: right.upperBound)
        {
            // 节约30%的用电: what the share is taken of, and what is done with it
            take(right, "item.right", text, &state)
            state.reading.item += text.string(ofDocument: tokens[doing].start..<tokens[doing].end)
            return true
        }
        if dimension == .ratio, !right.isEmpty, before.item.count < 2, covers(place, right, text) {
            takeBehind(right, text, &state)
            return true
        }
        if dimension == .ratio, !right.isEmpty, !tokens[place + 1].has(.de), let whole = among(before: place, text) {
            // 在全部参训人员中，85%考核成绩达到优秀
            take(whole, "item.whole", text, &state)
            return true
        }
        if dimension == .person, before.item.upperBound < place, tokens[before.item.upperBound].has(.etc),
            let body = body(formedBehind: place, text)
        {
            // 规划师、律师等16人组成“帮帮团”: what those who are only examples make up
            state.reading.name(body + "成员", by: "item.role", doubting: "the item is told by what they make up")
            return true
        }
        return false
    }

    /// Reads those who make up or become what is named behind a figure, or share its noun: 12人组成“和事团”.
    private func readRole(
        _ before: NounPhrases.Left, _ dimension: Dimension?, measures: Bool, _ text: Span<UInt8>, _ state: inout State
    ) -> Bool {
        let place = state.place
        if dimension == .person, let body = body(formedBehind: place, text) {
            // 12人组成“和事团”
            state.reading.item = body + "成员"
            state.reading.rule = "item.role"
            return true
        }
        if !measures, let shared = sharedNoun(place, before, text, state), !tellsWhereTo(shared, dimension, text) {
            state.reading.item = phrases.string(shared, text: text)
            state.reading.rule = "item.right"
            return true
        }
        if place + 1 < tokens.count, tokens[place + 1].has(.become) {
            let role = phrases.right(startingAt: place + 2)
            if !role.isEmpty {
                take(role, "item.role", text, &state)
                // 9人获评市级“最美志愿者”: and that is what came about for them; but 以326分获得冠军
                if dimension == .score { return true }
                (state.reading.action, state.reading.verb) = (
                    text.string(of: tokens[(place + 1)...(place + 1)]), place + 1
                )
                return true
            }
        }
        return false
    }

    /// Reads what a share is taken of behind its figure: 九成受损道路恢复通行.
    private func readMeasured(
        _ right: Range<Int>, _ before: NounPhrases.Left, _ dimension: Dimension?, measures: Bool, _ text: Span<UInt8>,
        _ state: inout State
    ) -> Bool {
        let place = state.place
        if dimension == .ratio, !right.isEmpty, tokens[place + 1].has(.de), let view = view(behind: right, text) {
            state.reading.item = view + "的" + phrases.string(right, text: text)
            state.reading.rule = "item.view"
            return true
        }
        // 九成受损道路恢复通行
        let isTenths =
            before.item.isEmpty && before.verbs == nil && state.reading.change == .none
            && state.reading.quantity.impliedPercent
        // 个人事项在街道办理，100%社区实现代办: a noun that has a predicate of its own
        let isSubject =
            dimension == .ratio && before.item.isEmpty && before.verbs == nil && right.upperBound < tokens.count
            && tokens[right.upperBound].wordClass == .verb && (place == 0 || tokens[place - 1].endsClause)
        if measures, !right.isEmpty, tokens[place + 1].has(.de) || state.facts.isEmpty || isTenths || isSubject {
            takeBehind(right, text, &state)
            return true
        }
        return false
    }

    /// The words before a bracket, back to a mark.
    private func label(endingAt end: Int) -> Range<Int> {
        var low = end
        while low > 0, end - low < 8, tokens[low - 1].kind == .word, !tokens[low - 1].has(.and) { low -= 1 }
        return low == 0 || tokens[low - 1].kind != .word ? low..<end : end..<end
    }

    /// The verb that stands alone behind a figure of times.
    func doing(behind place: Int) -> Int? {
        let verb = place + 1
        guard verb < tokens.count, phrases.isVerbal(tokens[verb]), phrases.scalars(tokens[verb]) == 2,
            tokens[verb].roles.isDisjoint(with: [.reach, .plan, .increase, .decrease, .completion, .fate, .opening]),
            phrases.closes(at: verb + 1)
        else { return nil }
        return verb
    }

    /// What brings to light what is dealt with afterwards.
    private static let findings: WordList = [
        "发现", "排查", "排查出", "检查", "摸排", "受理", "查出", "梳理", "接到", "收到", "上报", "核查", "抽查", "反馈", "交办", "查处",
    ]

    /// What the sentence has counted in the same unit, where a figure only tells how many of it were dealt with.
    private func handled(
        _ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: State
    ) -> String? {
        guard dimension == .count, before.item.count == 1, let doing = before.item.first,
            tokens[doing].wordClass == .verbalNoun, !tokens[doing].has(.agent), let verb = before.predicate,
            verb < doing,
            // 已完成整治32条, 督促整改692处
            tokens[verb].has(.light) || text.has("完成", before: tokens[verb].end)
                || SentenceReader.movers.contains(tokens[verb].start..<tokens[verb].end, of: text)
                    && state.facts.last.map({ SentenceReader.findings.isEnding(of: $0.action ?? "") }) ?? false,
            let name = unit(state.reading.quantity)?.name,
            let known = state.facts.last(where: { unit($0.quantity)?.name == name && $0.change == .none }),
            !known.item.isEmpty
        else { return nil }
        return known.item
    }

    /// 累计策划项目14个: 累计 before the verb, against 共, which only counts together.
    private func saysCumulative(before verb: Int, _ text: Span<UInt8>) -> Bool {
        var index = verb - 1
        // 累计为餐饮商户加装: for whom may stand between
        var holdsPhrase = false
        while index >= 0, verb - index < 8, tokens[index].kind == .word {
            let token = tokens[index]
            if text.has("累计", at: token.start) || text.has("累积", at: token.start)
                || text.has("已累计", at: token.start)
            {
                return !holdsPhrase || tokens[index + 1].wordClass == .preposition
                    || tokens[index + 1].has(.recipient)
            }
            if token.wordClass != .adverb, !token.has(.sum) { holdsPhrase = true }
            if token.wordClass == .verb, !token.has(.recipient) { break }
            index -= 1
        }
        return text.has("累计", at: tokens[verb].start)
    }

    /// Whether 对, 向 or 给 stands before a noun phrase, with its measure at most between.
    func isDealtWith(_ start: Int, _ text: Span<UInt8>) -> Bool {
        var index = start - 1
        while index >= 0, start - index <= 4, !tokens[index].endsClause {
            for word in ["对", "向", "给"] as [StaticString]
            where text.has(word, at: tokens[index].start) && tokens[index].end - tokens[index].start == 3 {
                return true
            }
            index -= 1
        }
        return false
    }

    /// Those who take part, before 参与 or 参加 with nothing behind it; with what they take part in, where the clause says
    /// who brings them to it: 组织|妇女|参加筛查1892人.
    func joiner(_ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>) -> Range<Int>? {
        guard dimension == .person || dimension == .personTime else { return nil }
        let joining = before.item.isEmpty ? before.verbs.flatMap { $0.count == 1 ? $0.first : nil } : before.predicate
        guard let verb = joining, verb > 0, before.item.isEmpty || verb < before.item.lowerBound,
            text.has("参与", at: tokens[verb].start) || text.has("参加", at: tokens[verb].start)
        else { return nil }
        let clause = phrases.left(endingAt: verb - 1, floor: 0, style: .count)
        let host = clause.item
        let isBrought = clause.predicate.map { $0 < host.lowerBound } ?? false
        guard let last = host.last, last == verb - 1, tokens[last].has(.human) || tokens[last].has(.agent),
            !tokens[last].has(.body), host.count <= 3 || !before.item.isEmpty,
            before.item.isEmpty || isBrought
        else { return nil }
        return host
    }

    /// Dimensions whose figures speak of an indicator named before them, not of things that can be counted one by one.
    static let measures: [Dimension] = [.ratio, .point, .multiple, .temperature, .score, .concentration]

    /// Dimensions that count doings: their item may be the verb itself.
    static let doings: [Dimension] = [.event, .personTime, .householdTime]

    /// Measure words of papers.
    private static let sheets: WordList = ["份", "张", "本", "册", "页"]

    func take(_ phrase: Range<Int>, _ rule: String, _ text: Span<UInt8>, _ state: inout State) {
        let phrase = named(phrase, text)
        // 12份隐患排查清单: where papers are counted, the one that wraps is what is counted
        let isPaper = SentenceReader.sheets.contains(unit(state.reading.quantity)?.name ?? "")
        // 入馆人次突破百万: and where no unit says it, what wraps says in what is counted
        state.reading.item = phrases.string(
            phrase, text: text, unwraps: !isPaper && state.reading.quantity.unit != nil)
        state.reading.rule = rule
        state.reading.phrase = phrase
        state.floor = max(state.floor, phrase.upperBound)
    }

    /// A phrase as it names something: with the number of its phase, without what only counts.
    private func named(_ phrase: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
        var phrase = phrase
        if phrase.count > 1, let last = phrase.last, tokens[last].kinds.contains(.utmost),
            tokens[last - 1].has(.magnitude) || tokens[last - 1].has(.attribute)
        {
            // 年化利率最低3.1%: that it is the lowest is told of the figure
            phrase = phrase.lowerBound..<last
        }
        if let first = phrase.first, first > 1, let last = phrase.last, tokens[first - 2].wordClass == .number,
            phrases.scalars(tokens[first - 1]) == 1, text.has("期", at: tokens[first - 1].start),
            tokens[first - 1].end == tokens[first].start, tokens[last].has(.magnitude) || tokens[last].has(.attribute)
        {
            // 一|期|项目总投资2.7亿元: a size is that of the stage
            return (first - 2)..<phrase.upperBound
        }
        guard let first = phrase.first, first > 0, phrases.scalars(tokens[first]) == 1 else { return phrase }
        if text.has("期", at: tokens[first].start), tokens[first - 1].wordClass == .number,
            tokens[first - 1].end == tokens[first].start
        {
            // 其中一|期投资6亿元
            return (first - 1)..<phrase.upperBound
        }
        return withoutCounter(phrase, text)
    }

    /// 3大|惠民项目, 6大|展区的摊位: a phrase without the 大 that only counts, right behind a number without a unit.
    func withoutCounter(_ phrase: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
        guard phrase.count > 1, let first = phrase.first, first > 0, phrases.scalars(tokens[first]) == 1,
            text.has("大", at: tokens[first].start), case .quantity(let number) = tokens[first - 1].kind,
            quantities[number].unit == nil
        else { return phrase }
        return (first + 1)..<phrase.upperBound
    }

    /// Whether a phrase has no head of its own: an attribute, a kind (…类), a bare 人数 or 目标.
    func isModifier(_ phrase: Range<Int>, _ state: State) -> Bool {
        guard let last = phrase.last, tokens[last].kind == .word else { return false }
        let head = tokens[last]
        if head.wordClass == .attributive || head.wordClass == .adjective {
            return phrase.count <= 3 && !phrase.contains { phrases.isActor(tokens[$0]) }
        }
        // 其他类 is one word
        if head.has(.kind) { return phrase.count > 1 || phrases.scalars(head) > 2 }
        if phrase.count == 1, head.has(.sizeWrapper) {
            let measure = unit(state.reading.quantity)
            return state.memory.last(countedIn: measure?.name ?? "", dimension: measure?.dimension ?? .count) != nil
                || measure?.dimension == .person
        }
        return phrase.count == 1 && head.has(.plan)
    }

    /// Words for where a course began, before how many there were: 起步只有3亩.
    private static let beginnings: WordList = ["起步", "起初", "最初", "刚开始", "一开始"]

    /// 一天卖出312份, 最长7天, 结果9天就…: neither a span of time nor what only leads to the figure is what is counted.
    func leadsToFigure(_ phrase: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard phrase.count == 1, let only = phrase.first else { return false }
        if phrases.scalars(tokens[only]) == 2,
            text.has("最", at: tokens[only].start)
                || text.has("结果", at: tokens[only].start) && (only == 0 || tokens[only - 1].endsClause)
        {
            return true
        }
        if SentenceReader.beginnings.contains(tokens[only].start..<tokens[only].end, of: text) { return true }
        if text.has("一", at: tokens[only].start), tokens[only].end - tokens[only].start == 3 { return true }
        guard tokens[only].wordClass == .measure else { return false }
        return (["天", "年", "月", "周", "日", "时", "次", "回"] as [StaticString]).contains {
            text.has($0, at: tokens[only].start)
        }
    }

    /// 年度目标12部, 下达任务30户: that it is a target, and not of what.
    func isNamedTarget(_ phrase: Range<Int>, _ dimension: Dimension?, _ text: Span<UInt8>) -> Bool {
        guard let last = phrase.last, phrase.count <= 2,
            [.count, .household, .person, .money, nil].contains(dimension),
            // 征兵任务30名: a doing that holds its own object says what the task is
            phrase.count == 1 || !tokens[phrase.lowerBound].has([.complete, .completion])
        else {
            return false
        }
        return (["目标", "任务", "指标"] as [StaticString]).contains { text.has($0, at: tokens[last].start) }
    }

    /// 年度目标：6个, 完成情况：7个: words that only announce the figure.
    func isLabel(_ phrase: Range<Int>) -> Bool {
        guard let last = phrase.last, phrase.count <= 3, last + 1 < tokens.count, tokens[last + 1].endsClause else {
            return false
        }
        // 规模：12户, but 装机规模：12千瓦
        if tokens[last].has(.magnitude), phrase.count > 1 { return false }
        return tokens[last].has(.label) || tokens[last].has(.plan) && tokens[last].wordClass == .noun
    }
}
