import Facts
import Scanning
import Units

/// What a facility is fitted with, by the facility: 小学班 for 30个班 where the clause is about a school, 食堂餐位.
extension SentenceReader {
    /// What facilities of one sort have, what they are called by their last word, and whether each has a name of its own by which
    /// people know it.
    private struct Furnishing {
        let things: WordList
        let homes: WordList
        var isNamed = false
    }

    /// All of their things.
    private static let furnished = WordList(joining: furnishings.map(\.things))

    private static let furnishings: [Furnishing] = [
        Furnishing(
            things: ["班", "班级", "教学班", "学位", "教室"],
            homes: [
                "小学", "中学", "高中", "初中", "学校", "幼儿园", "校区", "实小", "附小", "附中", "一小", "二小", "一中", "二中",
            ], isNamed: true),
        Furnishing(
            things: ["床位", "病床", "病房", "诊室"], homes: ["医院", "院区", "卫生院", "养老院", "敬老院", "福利院", "公寓"], isNamed: true),
        Furnishing(things: ["班", "托班"], homes: ["托育园", "托育中心", "托育点"]),
        Furnishing(
            things: ["摊位", "档口", "铺位", "展位"],
            homes: ["市场", "夜市", "集市", "市集", "大集", "早市", "商城", "庙会", "展会"]),
        Furnishing(things: ["座位", "席位", "包间", "卡座"], homes: ["食堂", "餐厅", "饭堂", "饭店", "茶馆", "酒楼"]),
        Furnishing(
            things: ["座位", "席位", "藏书", "电脑"],
            homes: ["书屋", "书房", "书吧", "书店", "剧场", "剧院", "影院", "礼堂"]),
        Furnishing(things: ["名额", "学员"], homes: ["夜校", "学堂", "课堂"]),
        Furnishing(things: ["员工", "职工"], homes: ["园区", "食堂", "工厂", "餐厅", "酒店", "超市", "饭店", "车间"]),
        Furnishing(things: ["房间", "单间", "客房"], homes: ["公寓", "宾馆", "酒店", "民宿", "旅馆", "宿舍"]),
    ]

    /// Where names of places end that are above a facility and no part of what it is called.
    private static let seats: WordList = ["省", "市", "区", "县", "州", "街道", "镇", "乡", "社区", "村"]

    /// What points back to a facility that was named before.
    private static let calledBack: WordList = ["学校", "校区", "医院"]

    /// How far before its fittings a facility is looked for.
    private static let reachOfHome = 36

    /// Names a bare fitting by the facility that the sentence names before it, or the heading: 两河小学规划30个班 → 两河小学班.
    func completeFitting(
        before position: Int, _ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State
    ) {
        let thing = state.reading.item
        guard state.reading.change == .none,
            [.count, .person].contains(unitDimension(of: state.reading.quantity) ?? .count),
            SentenceReader.furnished.contains(thing),
            case let kinds = SentenceReader.furnishings.filter({ $0.things.contains(thing) }), !kinds.isEmpty,
            let home = siblingHome(kinds, text, state) ?? home(of: thing, kinds, before: position, before, text, state)
        else { return }
        let name = SentenceReader.joined(home, thing)
        guard name.unicodeScalars.count <= 16 else { return }
        state.reading.complete(as: name)
    }

    /// The facility of 48个班 for the 学位 behind them: the same has both.
    private func siblingHome(_ kinds: [Furnishing], _ text: Span<UInt8>, _ state: State) -> String? {
        guard let last = state.facts.last, last.rule == "item.completed", state.facts.count <= places.count,
            !semicolons.contains(where: { places[state.facts.count - 1] < $0 && $0 < state.place }),
            let phrase = last.phrase, phrase.count == 1, let head = phrase.first,
            case let fitting = text.string(ofDocument: tokens[head].start..<tokens[head].end),
            kinds.contains(where: { $0.things.contains(fitting) }), last.item.hasSuffix(fitting),
            case let home = String(last.item.dropLast(fitting.count)), home.unicodeScalars.count > 1
        else { return nil }
        return home
    }

    private func home(
        of thing: String, _ kinds: [Furnishing], before position: Int, _ before: NounPhrases.Left,
        _ text: Span<UInt8>, _ state: State
    ) -> String? {
        let isMadeNew = before.predicate.map { tokens[$0].kinds.contains(.addition) } ?? false
        var index = position
        var depth = 0
        var isPast = false
        var found: String?
        while index > 0, position - index < SentenceReader.reachOfHome, !semicolons.contains(index - 1),
            !tokens[index - 1].isMark(.sentenceEnd)
        {
            index -= 1
            let token = tokens[index]
            if token.endsClause { isPast = true }
            // 翠湖中学（高中）: what kind of school it is
            if token.isMark(.closeBracket) { depth += 1 }
            if token.isMark(.openBracket), depth > 0 { depth -= 1 }
            guard depth == 0, token.kind == .word, !isInside(index),
                let kind = kinds.first(where: { $0.homes.ends(in: text, at: token.end) })
            else { continue }
            if countsSeveral(index) { return found }
            if kind.isNamed, let name = ownName(endingAt: index, kind, text) { return name }
            // 建成小学3所，新增学位2400个, 学校新增学位: what is made new belongs to nothing that was counted before
            if found == nil, !kind.isNamed || !isMadeNew || !isPast && !isPlain(index) {
                found = homeName(endingAt: index, of: thing, text)
            }
            // 双桥小学…，学校位于…: the name may stand farther back
            guard SentenceReader.calledBack.ends(in: text, at: token.end), !tokens[index + 1].isQuantity else { break }
        }
        if let found { return found }
        guard let topic = state.memory.topic, topic.unicodeScalars.count <= 14,
            kinds.contains(where: { $0.homes.isEnding(of: topic) })
        else { return nil }
        return topic
    }

    /// 医院|停车场, 学校|的|老师: whether a facility's name only tells of what or where something else is.
    private func isInside(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, case let next = tokens[index + 1], next.kind == .word else { return false }
        return next.has(.de)
            || [.noun, .suffix].contains(next.wordClass) && !next.kinds.contains(.design)
                && !phrases.isVerbal(next)
    }

    /// 学校, 3所|学校: whether a facility is called by no more than its kind, or counted.
    private func isPlain(_ index: Int) -> Bool {
        let phrase = phrases.left(endingAt: index, floor: 0, style: .count).item
        return phrase.count < 2 || phrase.lowerBound > 0 && tokens[phrase.lowerBound - 1].isQuantity
    }

    /// 幼儿园5所、小学3所: whether a facility is the last of several kinds that are counted, all of which have it.
    private func countsSeveral(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index + 1].isQuantity else { return false }
        let first = phrases.left(endingAt: index, floor: 0, style: .count).item.lowerBound
        return first > 0 && (tokens[first - 1].isMark(.pause) || tokens[first - 1].has(.and))
    }

    /// 翠湖第二小学, of which the lexicon knows but the last word: what goes on before it without a word that has a sense of its own.
    private func ownName(endingAt last: Int, _ kind: Furnishing, _ text: Span<UInt8>) -> String? {
        var low = last
        var isNamed = false
        while low > 0, case let token = tokens[low - 1], token.kind == .word, token.end == tokens[low].start,
            last - low < 8
        {
            let isName =
                token.has(.placeName) && !SentenceReader.seats.ends(in: text, at: token.end)
                || token.wordClass == .number || token.wordClass == .person
                || phrases.scalars(token) == 1
                    && ![.preposition, .conjunction, .particle, .pronoun, .locative].contains(token.wordClass)
                    && !token.has(.stock) && !token.has(.reach) && !token.has(.sum)
            guard isName || kind.homes.ends(in: text, at: token.end) else { break }
            if isName { isNamed = true }
            low -= 1
        }
        // 建|小学, 新|校区
        while low < last, phrases.scalars(tokens[low]) == 1,
            [.verb, .adverb, .measure, .adjective].contains(tokens[low].wordClass) || tokens[low].kinds.contains(.fresh)
        { low += 1 }
        let name = text.string(of: tokens[low...last])
        // 在翠湖二小给4个班上课: where it is done
        if text.has("在", before: tokens[low].start) { return nil }
        return isNamed && low < last && (4...14).contains(name.unicodeScalars.count) ? name : nil
    }

    /// What a facility without a name is called: by its last word, which with what it has makes a name short enough (社区食堂 → 食堂);
    /// for 班, which says nothing at all, in full.
    private func homeName(endingAt last: Int, of thing: String, _ text: Span<UInt8>) -> String? {
        let phrase = phrases.left(endingAt: last, floor: 0, style: .count).item
        if let first = phrase.first, text.has("在", before: tokens[first].start) { return nil }
        if thing.unicodeScalars.count == 1, phrase.last == last,
            case let name = phrases.string(phrase, text: text), name.unicodeScalars.count <= 8
        {
            return name
        }
        let word = text.string(ofDocument: tokens[last].start..<tokens[last].end)
        return word.unicodeScalars.count == 2 ? word : nil
    }
}
