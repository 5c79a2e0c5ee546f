import Facts
import Scanning
import Units

/// The verb in the phrase that names what is counted, or right before it: 违建拆除66处, 检查场所1260家.
extension SentenceReader {
    /// The verb in the phrase that names what is counted, or right before it.
    func verbInItem(
        of index: Int, _ reading: QuantityReading, _ dimension: Dimension, _ text: Span<UInt8>
    ) -> Int? {
        if dimension == .household, ["item.unit", "item.topic"].contains(reading.rule) {
            // 燃气公司入户安检2.3万户: the unit is the noun, and the doing stands before it
            var doing = places[index] - 1
            while doing > 0, tokens[doing].wordClass == .adverb || tokens[doing].has(.sum) { doing -= 1 }
            guard doing >= 0, tokens[doing].kind == .word else { return nil }
            // 入户8640户: how it is done is all that is said of it
            if tokens[doing].has(.manner), opensClause(doing) || doing + 1 == places[index] { return doing }
            guard doing > 0 else { return nil }
            let isDoing = phrases.isVerbal(tokens[doing]) || tokens[doing].wordClass == .verbalNoun
            return isDoing && tokens[doing].has(.transitive) && tokens[doing - 1].has(.manner) ? doing : nil
        }
        guard let phrase = reading.phrase, let last = phrase.last else { return nil }
        if reading.rule == "item.left", let doing = doing(forSomebody: phrase) { return doing }
        if reading.rule == "item.left", [.personTime, .householdTime].contains(dimension) {
            return service(in: phrase, text)
        }
        guard !SentenceReader.doings.contains(dimension) else {
            // 社区上门服务460余次: how it is done tells that the noun of doing is one.
            return reading.rule == "item.left" && phrase.count > 1 && tokens[last].wordClass == .verbalNoun
                && tokens[last].has(.transitive) && tokens[last - 1].has(.manner) ? last : nil
        }
        switch reading.rule {
        case "item.right":
            // 64支龙舟队参赛
            let ends = phrase.count > 1 && tokens[last].wordClass == .verb && !tokens[last].has(.transitive)
            return ends && endsClause(last) ? last : nil
        case "item.left":
            if dimension == .person, tokens[last].kinds.contains(.pursuit),
                !phrase.contains(where: { tokens[$0].kinds.contains(.addition) })
            {
                return last
            }
            // 研发投入达到3万亿元, 行驶里程1500米: what is measured is a noun, whatever its words are.
            // 外销国家增至35个: so is what comes to a level
            var before = places[index] - 1
            if before > 0, tokens[before].has(.aspect) { before -= 1 }
            let beforeFigure = tokens[before]
            guard !beforeFigure.has(.reach), !beforeFigure.has(.to) && !beforeFigure.has(.arrive),
                // 制定国家标准、行业标准36项: norms are counted
                !tokens[last].has(.magnitude) || dimension == .count && text.has("标准", before: tokens[last].end)
            else { return nil }
            return verb(before: phrase) ?? verb(opening: phrase, dimension) ?? verb(closing: phrase)
                ?? (isOfPeople(last, dimension) ? nil : verbOfObject(in: phrase, text))
        default: return nil
        }
    }

    /// 食堂服务老人300人次, 上门服务90人次: a verb before those whom it is done to, or the doing itself at the phrase's end.
    private func service(in phrase: Range<Int>, _ text: Span<UInt8>) -> Int? {
        guard let last = phrase.last else { return nil }
        if phrase.count > 1, phrases.isVerbal(tokens[last]), isAction(last),
            !tokens[last].has(.abstract) || tokens[last - 1].has(.manner)
        {
            return last
        }
        if let verb = verbOfObject(in: phrase, text), tokens[last].has(.human) { return verb }
        let first = phrase.lowerBound
        if phrase.count > 1, isAction(first), tokens[last].has(.human),
            tokens[first].wordClass == .verb
                || tokens[first].wordClass == .verbalNoun && tokens[first].has(.transitive) && opensClause(first)
        {
            // 进场求职者2400人次: calls are counted, and not those who call; 服务社区居民500人次
            return first
        }
        let inner = last - 1
        return inner >= phrase.lowerBound && tokens[last].has(.human) && !tokens[last].has(.bound)
            && phrases.isVerbal(tokens[inner]) && tokens[inner].has(.transitive) && isAction(inner) ? inner : nil
    }

    /// 合作区引进项目67个: the verb right before the phrase.
    private func verb(before phrase: Range<Int>) -> Int? {
        var verb = phrase.lowerBound - 1
        // 新增城区停车泊位300个: where they are stands between.
        while verb > 0,
            tokens[verb].has(.placeName) || tokens[verb].wordClass == .place || tokens[verb].has(.determiner)
        { verb -= 1 }
        guard verb >= 0, tokens[verb].wordClass == .verb, tokens[verb].has(.transitive), isAction(verb) else {
            return nil
        }
        return verb
    }

    /// 规整线缆1800米, 已春播粮食5000亩: a verb that opens the phrase, as it does behind an adverb or at a clause's head.
    private func verb(opening phrase: Range<Int>, _ dimension: Dimension) -> Int? {
        let first = phrase.lowerBound
        guard phrase.count > 1, let last = phrase.last, isAction(first),
            // 签约居民2.9万人, against 注册志愿者30名: what they have done once, and not what they are
            !isOfPeople(last, dimension) || tokens[first].kinds.contains(.addition) || tokens[first].has(.completion)
                || tokens[first].kinds.contains(.benefit)
        else { return nil }
        let follows = first > 0 && tokens[first - 1].wordClass == .adverb
        let isVerb =
            tokens[first].wordClass == .verb && opensClause(first) || tokens[first].wordClass == .verbalNoun && follows
        let next = tokens[first + 1]
        return isVerb && (phrases.isNominal(next) || next.isMark(.openQuote)) && !next.has(.bound) ? first : nil
    }

    /// 违建拆除66处, 新增税收3亿元 behind a subject: a verb at the end of the phrase, or before its last noun.
    private func verb(closing phrase: Range<Int>) -> Int? {
        if let added = phrase.last(where: { tokens[$0].kinds.contains(.addition) }) {
            // 城镇新增就业2134人
            return added
        }
        guard phrase.count > 1, let last = phrase.last else { return nil }
        // 入户测温1870户: a noun of doing that takes no object closes a phrase as well.
        let isDoing =
            phrases.isVerbal(tokens[last]) || tokens[last].wordClass == .verbalNoun && tokens[last - 1].has(.manner)
        if isDoing, isAction(last), !tokens[last].has(.abstract) { return last }
        let inner = last - 1
        return inner > phrase.lowerBound && tokens[inner].wordClass == .verb && tokens[inner].has(.transitive)
            && isAction(inner) && !isOfPeople(last, .count) && !tokens[last].has(.bound) ? inner : nil
    }

    /// 检查场所1260家, 零工专区登记用工需求310条: a noun of doing at the head of a clause or behind those who do it, before a
    /// thing which it is done to. In 检测设备3台 and 培训基地5个 it tells what a thing or a place is for.
    private func verbOfObject(in phrase: Range<Int>, _ text: Span<UInt8>) -> Int? {
        guard phrase.count > 1, let last = phrase.last, isHandled(last, text) else { return nil }
        let verb = phrase.dropLast().first { index in
            let token = tokens[index]
            return token.wordClass == .verbalNoun && token.has(.transitive) && !token.has(.abstract) && isAction(index)
                && tokens[(index + 1)...last].allSatisfy { $0.wordClass != .verbalNoun && phrases.isNominal($0) }
        }
        guard let verb, !tokens[verb].kinds.contains(.purpose) || tokens[last].has(.human),
            !tokens[verb + 1].has(.bound)
        else { return nil }
        if verb == phrase.lowerBound { return opensClause(verb) ? verb : nil }
        let before = verb - 1
        return phrases.isActor(tokens[before]) || !tokens[before].kinds.isDisjoint(with: [.body, .post, .site])
            ? verb : nil
    }

    /// Whether a noun is of a thing or matter that one does something to, and is itself no tool, place or paper of a doing.
    private func isHandled(_ noun: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[noun]
        return token.wordClass == .noun && !token.has(.bound) && !token.has(.magnitude) && !token.has(.member)
            && token.end - token.start >= 6
            && token.kinds.isDisjoint(with: [.post, .body, .course, .event, .paper])
            && !SentenceReader.meansOfDoing.ends(in: text, at: token.end)
    }

    private static let meansOfDoing: WordList = [
        "设备", "器材", "仪器", "工具", "系统", "装置", "资料", "材料", "项目", "工程", "任务", "对象", "课程", "措施", "经验", "制度", "方案", "标准",
        "结果",
        "成果", "报告", "记录", "数据", "平台", "技术", "服务", "用品", "面积", "时间", "车间", "活动", "场地", "产品", "能力", "网络", "小区", "家庭",
        "工作",
    ]

    /// 适老化改造1120户: the doing in which a word for it ends.
    func doing(namedBy reading: QuantityReading, _ dimension: Dimension, _ text: Span<UInt8>) -> String? {
        guard reading.rule == "item.left", [.count, .household, .area, .length].contains(dimension),
            let last = reading.phrase?.last, tokens[last].wordClass == .noun, tokens[last].end - tokens[last].start > 6,
            SentenceReader.endingsOfDoing.ends(in: text, at: tokens[last].end),
            last + 1 < tokens.count, !tokens[last + 1].has(.reach)
        else { return nil }
        return text.string(ofDocument: tokens[last].end - 6..<tokens[last].end)
    }

    private static let endingsOfDoing: WordList = [
        "改造", "整治", "修缮", "安检", "检测", "体检", "筛查", "走访", "排查", "清运", "加装", "签约", "拆除", "绿化", "硬化", "亮化",
    ]
}
