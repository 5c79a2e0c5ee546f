import Facts
import Scanning
import Units

/// What is counted by its head alone where the article has named it in full before: 食堂 for the 社区食堂 told of above.
extension SentenceReader {
    /// Heads that say too little wherever they stand.
    private static let bareHeads: WordList = [
        "实事", "食堂", "驿站", "工单", "泊位", "摊点", "灯", "餐桌", "小站", "书屋", "书房",
    ]
    /// Words in which 班 is a turn of work and no class.
    private static let shifts: WordList = [
        "夜班", "早班", "晚班", "白班", "中班", "大班", "小班", "轮班", "值班", "上班", "下班", "开班", "办班", "加班", "接班",
    ]
    private static let schools: WordList = ["小学", "中学", "学校", "校区", "幼儿园", "托育园", "初中", "高中", "实小", "附小", "附中"]
    /// Works that are planned and told one project at a time.
    private static let undertaken: WordList = ["改造", "建设", "更新", "整治", "提升", "修缮", "加装", "治理"]

    /// Names in full what a figure counts by its head alone: 截至9月底，8个项目已经完工 behind 启动老旧小区改造项目12个.
    func takeUp(_ text: Span<UInt8>, _ state: inout State) {
        guard let phrase = state.reading.phrase, phrase.count == 1, let head = phrase.first,
            state.reading.rule == "item.right" || state.reading.rule == "item.left", tokens[head].kind == .word,
            state.reading.item.utf8.count == tokens[head].end - tokens[head].start
        else { return }
        let words = tokens[head].start..<tokens[head].end
        // 栖霞社区食堂: nor is it one of those that have told names where it has a name of its own
        if tokens[max(0, head - 1)].has(.placeName) { return }
        if words.count == 3, text.has("班", at: words.lowerBound) {
            nameClass(words, text, &state)
        } else if SentenceReader.bareHeads.contains(words, of: text) {
            if let name = namedInFull(words, text, state) { state.reading.complete(as: name) }
        } else if phrase.lowerBound == state.place + 1, isKnown(state) {
            // 首批8个院落已完工: those that are known, while nothing makes or finds new ones
            // An article tells of many sorts of projects one by one: they take up those that it has counted.
            let isWork = SentenceReader.projects.contains(words, of: text)
            let name =
                isWork
                ? projectCounted(words, text, state) ?? undertaking(words, text, state)
                : text.has("院落", at: words.lowerBound) ? namedInFull(words, text, state) : nil
            if let name { state.reading.complete(as: name) }
        }
    }

    /// 实施的9个项目中, 涉及5个院落: whether a figure before its noun picks up things that are known, and nothing makes new ones.
    private func isKnown(_ state: State) -> Bool {
        guard state.reading.rule == "item.right", !state.reading.isStockWorded, state.place > 0 else { return false }
        guard let verb = state.reading.verb, verb < state.place else { return true }
        return tokens[state.place - 1].has(.de) || tokens[verb].kinds.contains(.concern)
    }

    /// 班 of a school or of what the article calls by a longer name: 跳蹬小学规模36个班, 街道开办托管班，共14个班.
    private func nameClass(_ words: Range<Int>, _ text: Span<UInt8>, _ state: inout State) {
        guard unit(state.reading.quantity)?.name == "个" else { return }
        let told = [facility(before: state.place, text, state), state.memory.topic].compactMap { $0 }
        if let school = told.first(where: {
            SentenceReader.schools.isEnding(of: $0) && $0.unicodeScalars.count <= 12 && !$0.contains("、")
        }) {
            state.reading.complete(as: SentenceReader.withoutNumber(school) + "班")
        } else if let name = namedInFull(words, text, state) {
            state.reading.complete(as: name)
        }
    }

    /// 班, 小学班: a class of a school, which has neither the seats nor the works of it.
    func isSchoolClass(_ item: String) -> Bool {
        item == "班" || item.hasSuffix("班") && SentenceReader.schools.isEnding(of: String(item.dropLast()))
    }

    /// The works that were counted before: 老旧小区改造项目12个, or 改造老旧小区46个 and 老旧小区改造46个, where only projects are named.
    private func projectCounted(_ words: Range<Int>, _ text: Span<UInt8>, _ state: State) -> String? {
        let unit = unit(state.reading.quantity)?.name ?? ""
        let head = text.string(words)
        let whole = state.memory.entries.last { !$0.isPart && $0.unit == unit && !$0.item.isEmpty }
        if let known = [whole?.item, state.memory.countedInArticle(unit, doing: nil)].compactMap({ $0 }).first(where: {
            $0.hasSuffix(head) && $0.utf8.count > words.count && $0.unicodeScalars.count <= 12
        }) {
            return known
        }
        guard let whole, text.has("项目", at: words.lowerBound) else { return nil }
        if SentenceReader.undertaken.isEnding(of: whole.item) {
            return whole.item.unicodeScalars.count <= 10 ? whole.item + head : nil
        }
        guard let action = whole.action, SentenceReader.undertaken.isEnding(of: action),
            action.unicodeScalars.count <= 3, (3...8).contains(whole.item.unicodeScalars.count)
        else { return nil }
        return whole.item + action + head
    }

    /// 老旧小区改造项目, which the article speaks of as a sort of works: what is done to what stands before 项目.
    private func undertaking(_ words: Range<Int>, _ text: Span<UInt8>, _ state: State) -> String? {
        guard let name = namedInFull(words, text, state),
            case let works = String(name.unicodeScalars.dropLast(words.count / 3)), works.unicodeScalars.count >= 5,
            SentenceReader.undertaken.isEnding(of: works)
        else { return nil }
        return name
    }

    /// 社区卫生服务站 of 社区卫生服务中心2个、服务站9个: what goes before a word in the name that was counted right before, and is left
    /// out where the word comes again.
    func nameWithLast(_ state: inout State) {
        guard state.reading.rule == "item.left", let phrase = state.reading.phrase, phrase.count <= 2,
            phrase.lowerBound > 1, let last = state.facts.last, last.rule == "item.left",
            case let mark = phrase.lowerBound - 1, tokens[mark].isMark(.pause) || tokens[mark].has(.and),
            tokens[mark - 1].isQuantity, unit(last.quantity)?.name == unit(state.reading.quantity)?.name,
            case let own = state.reading.item, own.count == 3, last.item.count > own.count, !last.item.hasSuffix(own),
            let again = last.item.firstRange(of: own.prefix(2)), again.lowerBound > last.item.startIndex,
            last.item[again.upperBound...].count <= 3, case let shared = last.item[..<again.lowerBound],
            // 省级示范社区3个、示范点5个: of what rank one of them is says nothing of the other
            shared.count >= 2, !shared.hasSuffix("级")
        else { return }
        state.reading.item = shared + own
    }

    private static let others: WordList = ["其他", "其它"]
    private static let builtIn: WordList = ["建于", "建成于", "始建于", "建设于"]

    /// Those of the things counted before that are told apart behind the figure or by 其他: 31个院落里有27个建于上世纪 → 上世纪建成的院落. What comes
    /// behind them goes on with all of those things, so the words are put before the name when the sentence has been read.
    func nameRest(_ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.rule == "item.carried", state.place > 0, !state.reading.item.isEmpty,
            SentenceReader.countable.contains(unitDimension(of: state.reading.quantity) ?? .count),
            state.reading.item.unicodeScalars.count <= 10
        else { return }
        let before = tokens[state.place - 1]
        if SentenceReader.others.contains(before.start..<before.end, of: text) {
            // 市容环境类1508件、公共安全类796件、其他320件
            state.reading.item = SentenceReader.withoutKind(state.reading.item, "其他")
            if !state.reading.item.hasPrefix("其") { state.told.append((state.facts.count, "其他")) }
        } else if isPartOfLast(state.place, text, state), let told = toldApart(behind: state.place, text),
            told.unicodeScalars.count + state.reading.item.unicodeScalars.count <= 11
        {
            state.told.append((state.facts.count, told + "的"))
            (state.reading.action, state.reading.verb) = (nil, nil)
            state.reading.isStockWorded = true
        }
    }

    /// What a clause behind a figure tells for good of those that are counted: when they were built, or what they lack.
    private func toldApart(behind place: Int, _ text: Span<UInt8>) -> String? {
        guard place + 2 < tokens.count, tokens[place + 1].kind == .word else { return nil }
        var end = place + 2
        while end < tokens.count, !tokens[end].endsClause, !tokens[end].isMark(.pause), !tokens[end].isQuantity,
            end - place < 8
        { end += 1 }
        guard phrases.closes(at: end) else { return nil }
        let first = tokens[place + 1]
        if SentenceReader.builtIn.contains(first.start..<first.end, of: text) {
            let time = text.string(of: tokens[(place + 2)..<end])
            return time.unicodeScalars.count <= 9 ? time + "建成" : nil
        }
        // 未|配齐|调解员, 未通|燃气
        let lacks =
            SentenceReader.denials.contains(first.start..<first.end, of: text)
            || phrases.scalars(first) == 2 && text.has("未", at: first.start)
        guard lacks, [.noun, .attributive].contains(tokens[end - 1].wordClass),
            !phrases.isVerbal(tokens[end - 1]), !tokens[place + 2].has(.done)
        else { return nil }
        let words = text.string(of: tokens[(place + 1)..<end])
        return (3...10).contains(words.unicodeScalars.count) ? words : nil
    }

    /// How far back, in bytes, a full name is looked for, and how many bytes of a heading are.
    private static let namingReach = 2400
    private static let headingReach = 300
    /// How many namings are compared, and how long a name may be, in bytes.
    private static let mostNamings = 4
    private static let longestName = 36

    /// The longer name that ends in a head, as the article has last told it; nothing where it tells of several such things.
    private func namedInFull(_ words: Range<Int>, _ text: Span<UInt8>, _ state: State) -> String? {
        let end = words.lowerBound
        let low = max(state.memory.articleStart, end - SentenceReader.namingReach)
        var names = look(for: words, in: low..<end, text)
        if names.isEmpty, low > state.memory.articleStart {
            let heading = min(low, state.memory.articleStart + SentenceReader.headingReach)
            names = look(for: words, in: state.memory.articleStart..<heading, text)
        }
        guard let first = names.first else { return nil }
        if let shortest = names.min(by: { $0.name.utf8.count < $1.name.utf8.count })?.name,
            names.allSatisfy({ $0.name.hasSuffix(shortest) })
        {
            return shortest
        }
        // 暑期托管班, 公益托管班: what both of them are
        return first.last.utf8.count > words.count && names.allSatisfy({ $0.last == first.last }) ? first.last : nil
    }

    /// The names ending in a head that a stretch of the text tells, the last first.
    private func look(for words: Range<Int>, in stretch: Range<Int>, _ text: Span<UInt8>) -> [Naming] {
        var tokenizer = Tokenizer(lexicon: tools.lexicon, classes: tools.classes)
        var names: [Naming] = []
        var position = stretch.upperBound - words.count
        while position > stretch.lowerBound, names.count < SentenceReader.mostNamings {
            if text.hasSame(words, at: position),
                let found = naming(
                    endingIn: position..<(position + words.count), stretch.lowerBound, &tokenizer, text)
            {
                names.append(found)
            }
            position -= 1
        }
        return names
    }

    /// The name that ends with a head found in the text before, and its last word; nothing where the head stands bare there, or
    /// inside another word.
    private func naming(
        endingIn head: Range<Int>, _ floor: Int, _ tokenizer: inout Tokenizer, _ text: Span<UInt8>
    ) -> Naming? {
        var start = head.lowerBound
        while start > floor, head.lowerBound - start < SentenceReader.longestName {
            let before = text.scalarStart(before: start)
            guard tools.classes[text.scalar(at: before).value] == .other else { break }
            start = before
        }
        guard start < head.lowerBound else { return nil }
        if start > floor, case let before = text.scalarStart(before: start),
            tools.classes[text.scalar(at: before).value] == .openQuote, head.upperBound < text.count,
            tools.classes[text.scalar(at: head.upperBound).value] == .closeQuote
        {
            // “暖新驿站”: a name between quotation marks is whole
            let name = text.string(before..<(head.upperBound + text.scalar(at: head.upperBound).length))
            return Naming(name: name, last: name)
        }
        var end = head.upperBound
        while end < text.count, end - head.upperBound < 9 {
            let (scalar, length) = text.scalar(at: end)
            guard tools.classes[scalar] == .other else { break }
            end += length
        }
        let found = tokenizer.tokens(text, in: start..<end, fixed: [])
        guard let last = found.firstIndex(where: { $0.end == head.upperBound }) else { return nil }
        let phrases = NounPhrases(tokens: found)
        let item = phrases.left(endingAt: last, floor: 0, style: .count).item
        guard item.last == last, found[last].wordClass == .noun,
            !SentenceReader.shifts.ends(in: text, at: head.upperBound)
        else { return nil }
        var low = last
        while low > item.lowerBound, tellsApart(found[low - 1], phrases) { low -= 1 }
        // 灯, 班: a head of one character makes one word with what tells it apart
        guard found[low].start < head.lowerBound, head.count > 3 || found[last].start < head.lowerBound else {
            return nil
        }
        return Naming(name: text.string(of: found[low...last]), last: text.string(of: found[last...last]))
    }

    /// A longer name that ends in a head, and the last word of it: 暑期托管班, 托管班.
    private struct Naming {
        let name: String
        let last: String
    }

    /// Whether a word before a head tells what sort of thing it is, and not whose, which or how many.
    private func tellsApart(_ token: Token, _ phrases: NounPhrases) -> Bool {
        token.kind == .word && [.noun, .verbalNoun, .attributive].contains(token.wordClass)
            && phrases.scalars(token) > 1 && !token.has(.human)
            // 网格工单: what it belongs to may tell it apart from others
            && (token.has(.agent) && token.wordClass == .noun || !phrases.isActor(token))
            && token.roles.isDisjoint(with: [.determiner, .de, .and, .etc, .body, .remainder, .sum, .part, .plan])
    }
}

extension Span<UInt8> {
    /// Whether the bytes of a range stand at another place as well.
    fileprivate func hasSame(_ range: Range<Int>, at position: Int) -> Bool {
        var offset = 0
        while offset < range.count {
            if self[position + offset] != self[range.lowerBound + offset] { return false }
            offset += 1
        }
        return true
    }
}
