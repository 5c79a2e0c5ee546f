import Facts
import Scanning
import Units

/// What a clause tells of a figure by the way it is built, whatever verb stands before the figure: 致3人死亡5人受伤, 15处裂缝处于渗水状态,
/// 97个大类中的60个.
extension SentenceReader {
    /// Takes what is told of a figure in one of these ways.
    func takeTold(
        of index: Int, _ dimension: Dimension, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) -> Bool {
        guard reading.change == .none else { return false }
        return takeFate(of: index, dimension, text, &reading) || takeCondition(of: index, text, &reading)
            || takeTopic(of: index, text, &reading) || leaveWhole(index, text, &reading)
            || takeDoingOfPart(index, text, &reading)
            || takeSupply(of: index, dimension, text, &reading) || takeMeasured(of: index, text, &reading)
            || nameRelief(dimension, text, &reading)
    }

    /// The first token behind a figure, or behind the phrase behind it that says what it counts.
    private func end(of index: Int, _ reading: QuantityReading) -> Int {
        let place = places[index]
        guard let phrase = reading.phrase, phrase.lowerBound > place else { return place + 1 }
        return phrase.upperBound
    }

    /// 致3人死亡|5人受伤, 发生枪击5人死亡: what became of those who are counted, where the clause ends with it or another figure follows.
    private func takeFate(
        of index: Int, _ dimension: Dimension, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) -> Bool {
        // 十余人|轻伤: a noun as well
        let isRightBehind = places[index] + 1 < tokens.count && tokens[places[index] + 1].has(.fate)
        let next = isRightBehind ? places[index] + 1 : end(of: index, reading)
        guard dimension == .person, next < tokens.count, tokens[next].has(.fate), tokens[next].kind == .word,
            phrases.closes(at: next + 1) || tokens[next + 1].isQuantity,
            // 其中2人死亡 is settled with the whole
            reading.status == .actual
        else { return false }
        reading.action = text.string(of: tokens[next..<next + 1])
        reading.verb = next
        reading.isStockWorded = false
        return true
    }

    /// 86处火点|处于|失控|状态: the state that those are in which are counted.
    private func takeCondition(of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Bool {
        var verb = end(of: index, reading)
        while verb < tokens.count, tokens[verb].kind == .word, tokens[verb].wordClass == .adverb { verb += 1 }
        guard verb + 2 < tokens.count, text.has("处于", at: tokens[verb].start), tokens[verb].kind == .word else {
            return false
        }
        var close = verb + 1
        while close < tokens.count, close - verb < 8, tokens[close].kind == .word, !tokens[close].endsClause {
            close += 1
        }
        guard phrases.closes(at: close), text.has("状态", before: tokens[close - 1].end) else { return false }
        var end = tokens[close - 1].end - 6
        if text.has("的", before: end) { end -= 3 }
        guard end > tokens[verb + 1].start else { return false }
        (reading.action, reading.verb) = (text.string(ofDocument: tokens[verb + 1].start..<end), verb)
        reading.isStockWorded = true
        return true
    }

    private static let topics: WordList = ["围绕", "紧扣", "着眼", "着眼于"]
    private static let points: WordList = ["方面", "重点", "主题", "任务", "议题", "话题", "主线", "环节", "领域", "问题", "目标"]

    /// 将|围绕|三个方面来进行: what a doing is about is so many, whatever is done.
    private func takeTopic(of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Bool {
        let place = places[index]
        guard place > 0, tokens[place - 1].kind == .word, reading.rule == "item.right",
            SentenceReader.topics.contains(tokens[place - 1].start..<tokens[place - 1].end, of: text),
            SentenceReader.points.isEnding(of: reading.item)
        else { return false }
        (reading.action, reading.verb) = (text.string(of: tokens[place - 1..<place]), place - 1)
        reading.isStockWorded = true
        return true
    }

    /// 接入40个科室中的|25个: what was done is what was done to the part.
    private func takeDoingOfPart(_ index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Bool {
        let place = places[index]
        guard index > 0, place > 2, tokens[place - 1].has(.de), tokens[place - 2].wordClass == .locative,
            text.has("中", before: tokens[place - 2].end), reading.phrase == nil
        else { return false }
        var verb = places[index - 1] - 1
        while verb > 0,
            tokens[verb].has(.determiner) || tokens[verb].has(.aspect) || tokens[verb].has(.placeName)
                || tokens[verb].wordClass == .place
        { verb -= 1 }
        guard verb >= 0, tokens[verb].kind == .word, phrases.isVerbal(tokens[verb]), isAction(verb) else {
            return false
        }
        (reading.action, reading.verb) = (text.string(of: tokens[verb..<verb + 1]), verb)
        reading.isStockWorded = false
        noteDone(before: verb, &reading)
        return true
    }

    /// 接入40个科室|中|的|25个: the whole of which the next figure tells a part is there, and nothing was done to all of it.
    private func leaveWhole(_ index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Bool {
        let next = end(of: index, reading)
        guard next > places[index] + 1, next + 2 < tokens.count, tokens[next].wordClass == .locative,
            text.has("中", before: tokens[next].end), tokens[next + 1].has(.de), tokens[next + 2].isQuantity
        else { return false }
        (reading.action, reading.verb, reading.isStockWorded) = (nil, nil, true)
        return true
    }

    private static let supplies: WordList = [
        "供水", "供电", "供气", "供暖", "供热", "供粮", "输水", "输电", "输气", "送水", "送电", "调水", "补水", "引水",
    ]

    /// 累计向香港|供水|290亿立方米: a verb that holds its object, of which so much was done for somebody.
    private func takeSupply(
        of index: Int, _ dimension: Dimension, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) -> Bool {
        let verb = places[index] - 1
        guard [.volume, .mass, .energy].contains(dimension), verb > 1, tokens[verb].kind == .word,
            SentenceReader.supplies.contains(tokens[verb].start..<tokens[verb].end, of: text),
            tokens[..<verb].suffix(5).contains(where: { $0.has(.recipient) || text.has("向", at: $0.start) })
        else { return false }
        reading.action = text.string(of: tokens[verb..<verb + 1])
        reading.verb = verb
        reading.isStockWorded = false
        noteDone(before: verb, &reading)
        return true
    }

    private static let readingsOfWeather: WordList = [
        "降雨量", "降水量", "雨量", "累计雨量", "降雪量", "风速", "风力", "气温", "最高气温", "最低气温", "水位", "积雪", "积雪深度", "积水", "浓度",
    ]
    /// Of these, what falls: the others say how things stand.
    private static let falls: WordList = [
        "降雨量", "降水量", "雨量", "累计雨量", "降雪量",
    ]

    /// 4个乡镇|降雨量|超过400毫米: what each of those that are counted measures tells them from the others, and is no part of their name.
    private func takeMeasured(of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Bool {
        guard let phrase = reading.phrase, phrase.lowerBound > places[index], phrase.count > 1,
            index + 1 < places.count,
            reading.rule == "item.right", let size = phrase.last,
            SentenceReader.readingsOfWeather.contains(tokens[size].start..<tokens[size].end, of: text),
            case let falls = SentenceReader.falls.contains(tokens[size].start..<tokens[size].end, of: text),
            case let bound = places[index + 1], bound > size, bound - size < 4,
            [.length, .temperature, .speed, .rate, .concentration].contains(
                unitDimension(of: quantities[index + 1]) ?? .count)
        else { return false }
        reading.phrase = phrase.lowerBound..<size
        reading.item = phrases.string(phrase.lowerBound..<size, text: text)
        // 4个乡镇水位超过3米: how things stand with them
        reading.isStockWorded = !falls
        reading.action = falls ? text.string(ofDocument: tokens[size].start..<tokens[bound].end) : nil
        reading.verb = falls ? size : nil
        return true
    }

    /// 4个乡镇降雨量超过|400毫米: what each of them measures is the figure's own name, and nothing that was done.
    private func nameMeasured(
        _ index: Int, _ facts: [QuantityReading], _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        guard let before = facts.last, let size = before.verb ?? before.phrase?.upperBound, size > places[index - 1],
            size < places[index],
            SentenceReader.readingsOfWeather.contains(tokens[size].start..<tokens[size].end, of: text),
            ["item.guessed", "item.carried", "item.none"].contains(reading.rule)
        else { return }
        reading.item = before.item + text.string(of: tokens[size..<size + 1])
        (reading.action, reading.verb) = (nil, nil)
    }

    private static let reliefs: WordList = ["减负", "减税", "降费", "减税降费", "让利", "纾困", "退税", "增收", "节支", "降本"]

    /// 为租户|减负超40万元: so much is what they were relieved of, and no sum of theirs.
    private func nameRelief(_ dimension: Dimension, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Bool {
        guard dimension == .money, reading.rule == "item.left", let phrase = reading.phrase, phrase.lowerBound > 0,
            tokens[phrase.lowerBound - 1].has(.recipient), reading.verb == phrase.upperBound,
            case let verb = tokens[phrase.upperBound], SentenceReader.reliefs.contains(verb.start..<verb.end, of: text)
        else { return false }
        reading.item += text.string(ofDocument: verb.start..<verb.end)
        return true
    }

    /// 每天有20吨蔬果运往外地, 每周有两家咖啡馆开张: what is done with so many each time, which 有 only brings in.
    func takeDoingOfEach(_ index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        let place = places[index]
        guard reading.change == .none, isPivot(before: index, text),
            // 每户有2人参加培训: those who are counted are called after what they do
            reading.rule != "item.unit", reading.rule != "item.doing",
            !SentenceReader.doings.contains(unitDimension(of: reading.quantity) ?? .count)
        else { return }
        if reading.action != nil {
            reading.isToldByDoing = reading.verb.map { $0 > place } ?? false
        } else {
            reading.isToldByDoing = takePredicate(rightBehind: index, text, &reading)
        }
    }

    /// What a figure shares with the one before, by its time, as its growth, as its measure or up to now.
    func shareDoing(_ index: Int, _ facts: [QuantityReading], _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        shareAction(overTime: index, facts, text, &reading)
        shareAddition(index, facts, &reading)
        nameMeasured(index, facts, text, &reading)
        shareDone(index, facts, &reading)
    }

    /// 新设企业18532家，同比增长38.3%: what has grown is those that were new, and not all that there are.
    private func shareAddition(_ index: Int, _ facts: [QuantityReading], _ reading: inout QuantityReading) {
        guard index > 0, reading.change != .none, reading.action == nil, reading.isCarried,
            unitDimension(of: reading.quantity) != .money,
            let before = facts.last, before.item == reading.item, before.change == .none,
            let action = before.action, action.hasPrefix("新"), before.status == reading.status
        else { return }
        reading.action = action
        reading.isToldByDoing = true
    }

    /// 停电用户超八成已恢复: what so many of those before a share have come to, behind 已 or its like.
    func takeDoingOfShareOfLast(_ index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Bool {
        let place = places[index]
        guard unitDimension(of: reading.quantity) == .ratio, reading.change == .none, reading.rule == "item.left",
            place + 2 < tokens.count, tokens[place + 1].has(.done), tokens[place + 1].wordClass == .adverb,
            tokens[place + 2].wordClass == .verb, isAction(place + 2)
        else { return false }
        reading.isToldByDoing = takePredicate(from: place + 1, orDoing: false, text, &reading)
        return reading.isToldByDoing
    }

    /// 控制了|东港市|西部|三个街区, 突袭|北岸|附近|一处营地: the verb that only places part from the figure.
    func verbParted(from index: Int, _ text: Span<UInt8>, _ reading: QuantityReading) -> Int? {
        let place = places[index]
        guard reading.rule == "item.right", reading.phrase.map({ $0.lowerBound > place }) ?? false else { return nil }
        var first = place
        while first > 0, place - first < 8, isLocation(first - 1) { first -= 1 }
        guard first < place, first > 0 else { return nil }
        let isDone = tokens[first - 1].has(.aspect)
        let verb = isDone ? first - 2 : first - 1
        guard verb >= 0, tokens[verb].kind == .word, phrases.scalars(tokens[verb]) == 2,
            tokens[verb].wordClass == .verb || tokens[verb].wordClass == .verbalNoun,
            isDone
                || isAction(verb)
                    && (verb == 0 || tokens[verb - 1].isTime || opensClause(verb) || tokens[verb].wordClass == .verb),
            tokens[verb].roles.isDisjoint(with: [.state, .stock, .plan, .speech, .part]),
            !tokens[verb].kinds.contains(.concern), !SentenceReader.whereabouts.ends(in: text, at: tokens[verb].end)
        else { return nil }
        return verb
    }

    /// 发现|东周至秦汉时期的|遗迹1400余个: the verb that a modifier without a verb of its own parts from what is counted.
    func verbParted(byModifierOf reading: QuantityReading) -> Int? {
        guard reading.rule == "item.left", let phrase = reading.phrase, phrase.lowerBound > 2,
            tokens[phrase.lowerBound - 1].has(.de)
        else { return nil }
        let de = phrase.lowerBound - 1
        var verb = de - 1
        while verb > 0, de - verb < 12,
            tokens[verb].isTime || tokens[verb].has(.arrive) || tokens[verb].has(.and) || tokens[verb].has(.placeName)
                || tokens[verb].kind == .word && (tokens[verb].wordClass == .time || phrases.isNominal(tokens[verb]))
                    && !phrases.isVerbal(tokens[verb])
        { verb -= 1 }
        guard verb < de - 1, !tokens[verb + 1].kinds.contains(.moment), tokens[verb + 1].wordClass != .locative,
            tokens[verb].kind == .word, tokens[verb].wordClass == .verb, tokens[verb].has(.transitive),
            phrases.scalars(tokens[verb]) == 2, isAction(verb),
            tokens[verb].kinds.isDisjoint(with: [.concern, .partner])
        else { return nil }
        return verb
    }

    /// Verbs that only tell where something is or comes from.
    private static let whereabouts: WordList = ["位于", "地处", "坐落", "来自", "源自", "分布", "属于", "毗邻", "紧邻", "距离", "围绕"]

    /// A place, or what tells which part of it: 东港|市|西部, 该国|北部.
    private func isLocation(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, !token.has(.de) else { return false }
        return token.has(.placeName) || token.wordClass == .place || token.wordClass == .locative
            || token.wordClass == .pronoun && !token.has(.determiner)
            || token.wordClass == .noun && token.end - token.start == 3 && index > 0
                && tokens[index - 1].wordClass == .place
    }
}
