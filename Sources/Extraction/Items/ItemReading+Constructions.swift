import Facts
import Scanning
import Units

/// Constructions of the language that say what a figure counts elsewhere than at its side: by what standard it is set, from among
/// whom it is picked, what the sentence is about.
extension SentenceReader {
    /// Reads what stands before a figure by the construction that it stands in, and leaves out what names nothing there.
    func readConstruction(
        _ before: inout NounPhrases.Left, _ place: Int, _ text: Span<UInt8>, _ state: State
    ) {
        if let named = pickedFrom(before: place, unitDimension(of: state.reading.quantity), text)
            ?? namedByMeasure(before: place, text, state)
        {
            before = named
        }
        leaveGoingOn(&before, text)
        leaveResult(&before, text)
        leaveNameless(&before, unitDimension(of: state.reading.quantity), text)
        if unitDimension(of: state.reading.quantity) == .time, let verb = before.predicate,
            phrases.scalars(tokens[verb]) == 1, text.has("用", at: tokens[verb].start), verb >= before.item.upperBound
        {
            // 两位老人|用|了5个小时: who took it is not what it was taken for
            before = .empty(at: place)
        }
        guard before.item.count == 1, let only = before.item.first, only + 1 < tokens.count,
            phrases.scalars(tokens[only]) == 1
        else { return }
        // 旧报纸1公斤|记|10分: that it is worth so much is no name
        let isWorth = tokens[only].kinds.contains(.worth)
        // 住|了4100多户: nor that they live there
        let isLiving = only + 1 < place && tokens[only].has(.stock) && tokens[only + 1].has(.aspect)
        // 由2.5米|拓|到4米: nor which way it goes from one level to another
        let isChange =
            only > 0 && tokens[only - 1].isQuantity && tokens[only + 1].has(.arrive) && tokens[only].wordClass != .noun
        if isWorth || isLiving || isChange { before = .empty(at: place) }
    }

    private static let standards: WordList = ["标准", "比例", "要求", "规模"]

    /// 按每300户居民不少于1名的标准|配备督导员, 社区工作者|按照每万名常住人口不少于18人的标准|配备: a figure of how many there are to be by those who are, and not
    /// by those for each so many of whom they are.
    func readStandard(_ dimension: Dimension?, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        let place = state.place
        guard dimension == .count || dimension == .person, place > 1, place + 3 < tokens.count,
            tokens[place + 1].has(.de),
            SentenceReader.standards.contains(tokens[place + 2].start..<tokens[place + 2].end, of: text),
            case let verb = tokens[place + 3], verb.kind == .word,
            verb.wordClass == .verb || verb.wordClass == .verbalNoun,
            let by = (max(0, place - 10)..<place).last(where: { isBy(tokens[$0], text) }),
            !tokens[by..<place].contains(where: \.endsClause)
        else { return false }
        let object = phrases.right(startingAt: place + 4, countsPeople: dimension == .person, isObject: true)
        let subject = by > 0 ? phrases.left(endingAt: by - 1, floor: 0, style: .count).item : 0..<0
        guard let thing = [object, subject].first(where: { !$0.isEmpty }) else { return false }
        take(thing, object.isEmpty ? "item.left" : "item.right", text, &state)
        state.reading.action = text.string(ofDocument: verb.start..<verb.end)
        state.reading.verb = place + 3
        return true
    }

    private func isBy(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.kind == .word && text.has("按", at: token.start)
            && (phrases.scalars(token) == 1 || text.has("照", before: token.end))
    }

    /// 从在外务工人员|中|请回23人: those from among whom so many are picked, before the verb that picks them.
    func pickedFrom(before place: Int, _ dimension: Dimension?, _ text: Span<UInt8>) -> NounPhrases.Left? {
        guard dimension == .person || dimension == .household || dimension == .count else { return nil }
        var verb = place
        while verb > 3, place - verb < 3, tokens[verb - 1].kind == .word,
            tokens[verb - 1].wordClass == .verb || phrases.isVerbal(tokens[verb - 1])
                || tokens[verb - 1].wordClass == .adverb || tokens[verb - 1].has(.aspect)
        { verb -= 1 }
        guard verb < place, tokens[verb - 1].wordClass == .locative, phrases.scalars(tokens[verb - 1]) == 1,
            text.has("中", at: tokens[verb - 1].start) || text.has("里", at: tokens[verb - 1].start)
        else { return nil }
        var picked = phrases.left(endingAt: verb - 2, floor: 0, style: .count)
        guard let last = picked.item.last, last == verb - 2, !tokens[last].has(.body), !tokens[last].has(.abstract),
            dimension == .count || namesPeople(picked.item, text),
            tokens[max(0, picked.item.lowerBound - 6)..<picked.item.lowerBound].contains(where: {
                text.has("从", at: $0.start) && phrases.scalars($0) == 1
            })
        else { return nil }
        picked.predicate = (verb..<place).first { tokens[$0].wordClass != .adverb }
        (picked.verbs, picked.subject) = (nil, nil)
        return picked
    }

    /// 洽谈|间|4间, 电动|三|轮|3辆: a room whose name ends in the measure word that counts it, and a vehicle called by its wheels.
    func namedByMeasure(before place: Int, _ text: Span<UInt8>, _ state: State) -> NounPhrases.Left? {
        guard place > 1, let name = unit(state.reading.quantity)?.name, case let head = tokens[place - 1],
            head.kind == .word, phrases.scalars(head) == 1, tokens[place - 2].kind == .word,
            tokens[place - 2].end == head.start
        else { return nil }
        if name == "辆", place > 2, text.has("三轮", before: head.end), tokens[place - 3].wordClass == .attributive,
            tokens[place - 3].end == tokens[place - 2].start
        {
            return NounPhrases.Left(item: (place - 3)..<place)
        }
        guard name == "间", text.has("间", at: head.start),
            phrases.isNominal(tokens[place - 2]) || phrases.isDoing(place - 2),
            phrases.scalars(tokens[place - 2]) > 1, !phrases.isActor(tokens[place - 2])
        else { return nil }
        var first = place - 2
        while first > 0, tokens[first - 1].wordClass == .noun, tokens[first - 1].kind == .word,
            !phrases.isActor(tokens[first - 1])
        { first -= 1 }
        var room = NounPhrases.Left(item: first..<place)
        room.predicate = first > 0 && phrases.isVerbal(tokens[first - 1]) ? first - 1 : nil
        return room
    }

    /// 交货|一拖|就是四十来天: leaves out the verb that 一 before it and 就是 behind it say went on for so long; where nothing stands before it
    /// (轮流驻点，一|住|就是三个月) the doing that ends the clause before is what went on.
    func leaveGoingOn(_ before: inout NounPhrases.Left, _ text: Span<UInt8>) {
        let end = before.item.isEmpty ? (before.verbs ?? before.item).upperBound : before.item.upperBound
        guard end > 1, end < tokens.count, text.has("就是", at: tokens[end].start) else { return }
        let isOne = phrases.scalars(tokens[end - 1]) == 2 && text.has("一", at: tokens[end - 1].start)
        let isTwo =
            phrases.scalars(tokens[end - 1]) == 1 && phrases.scalars(tokens[end - 2]) == 1
            && text.has("一", at: tokens[end - 2].start)
        guard isOne || isTwo else { return }
        let first = isOne ? end - 1 : end - 2
        if before.item.lowerBound < first {
            before.item = before.item.lowerBound..<first
            before.verbs = nil
        } else if first > 2, tokens[first - 1].isMark(.clauseEnd), phrases.isDoing(first - 2),
            phrases.scalars(tokens[first - 2]) == 2
        {
            before = .empty(at: end)
            before.item = (first - 2)..<(first - 1)
        }
    }

    /// 走路 of 走路|就|走|了460万步: a doing said again by its verb alone before how much of it there was.
    func copied(_ verbs: Range<Int>?, _ text: Span<UInt8>) -> String? {
        guard let verbs, verbs.count > 1, let last = verbs.last, let first = verbs.first,
            case let doing = tokens[first].start..<tokens[first].end, doing.count == 6,
            tokens[last].end - tokens[last].start == 3,
            verbs.dropFirst().dropLast().allSatisfy({ tokens[$0].wordClass == .adverb }),
            text.string(ofDocument: doing).hasPrefix(text.string(ofDocument: tokens[last].start..<tokens[last].end))
        else { return nil }
        return text.string(ofDocument: doing)
    }

    private static let tiers: WordList = ["档", "一档", "二档", "三档"]
    private static let charges: WordList = ["缴费标准", "收费标准", "补贴标准", "补助标准", "缴费", "收费", "费用标准", "筹资标准"]

    /// 二档每人440元, 少年儿童每人420元: what each pays by the tier or by those who pay it, with what the heading says is told: 二档缴费标准.
    func nameTier(_ phrase: Range<Int>, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard state.reading.per != nil, let last = phrase.last, phrase.count <= 2,
            case let isTier = SentenceReader.tiers.contains(tokens[last].start..<tokens[last].end, of: text),
            isTier || namesPeople(phrase, text)
        else { return false }
        let charge = state.memory.topic.flatMap { SentenceReader.charges.isEnding(of: $0) ? $0 : nil }
        guard isTier || charge != nil else { return false }
        var first = phrase.lowerBound
        if isTier, first == last, first > 0, tokens[first - 1].kind == .word,
            tokens[first - 1].end == tokens[first].start,
            phrases.scalars(tokens[first - 1]) == 1
        {
            first -= 1
        }
        state.reading.name(
            text.string(of: tokens[first...last]) + (charge ?? ""), by: "item.completed", doubting: nil)
        return true
    }

    private static let spots: WordList = ["墙根", "墙角", "沿线", "两侧", "一带", "周边", "东侧", "西侧", "南侧", "北侧"]

    /// 北墙根|还要再添24个: whether what stands before the verb only says where more of the things counted before are.
    func isSpot(_ phrase: Range<Int>, _ text: Span<UInt8>, _ state: State) -> Bool {
        guard let last = phrase.last, SentenceReader.spots.ends(in: text, at: tokens[last].end),
            let unit = unit(state.reading.quantity)?.name
        else { return false }
        return state.memory.last(countedIn: unit, dimension: .count) != nil
    }

    /// 调解|起|十余件难事: leaves out of the item what only tells how a doing comes out.
    private func leaveResult(_ before: inout NounPhrases.Left, _ text: Span<UInt8>) {
        guard before.item.count > 1, before.predicate == nil, let last = before.item.last, case let doing = last - 1,
            tokens[last].kinds.contains(.result), phrases.scalars(tokens[last]) == 1, phrases.isDoing(doing),
            tokens[doing].has(.transitive)
        else { return }
        let end = before.item.upperBound
        before = .empty(at: end)
        (before.verbs, before.predicate) = (doing..<(doing + 1), doing)
    }

    /// 长桌 of 长桌|一字排开|56米: what a clause has for a name where nothing else is known, without what it tells of it; no name where it has
    /// no noun for one.
    func nameAlone(_ clause: ElidedClause, _ text: Span<UInt8>) -> String {
        guard var words = clause.before.modifier, !clause.modifier.isEmpty, !clause.measures else {
            return clause.modifier
        }
        while let last = words.last, words.count > 1, tokens[last].kind == .word,
            // 院坝长23名, 沟渠长30米: 长 is who, or which way
            phrases.scalars(tokens[last]) > 1,
            [.attributive, .adjective, .idiom, .adverb].contains(tokens[last].wordClass)
        { words.removeLast() }
        guard let last = words.last, words.upperBound < clause.before.modifier?.upperBound ?? 0 else {
            return clause.modifier
        }
        return tokens[last].wordClass == .noun ? phrases.string(words, text: text) : clause.modifier
    }

    private static let openings: WordList = ["开课", "开班", "授课", "上课"]
    private static let courses: WordList = ["夜校", "课堂", "学堂", "讲堂", "党课", "培训班", "辅导班", "公益课", "体验课"]

    /// 夜校 of 夜校|今年|开课88期: what is taught so often, before the verb that opens it, with when at most between.
    func courseOpened(by verb: Int?, _ text: Span<UInt8>) -> Range<Int>? {
        guard let verb, SentenceReader.openings.contains(tokens[verb].start..<tokens[verb].end, of: text) else {
            return nil
        }
        var last = verb - 1
        while last > 0, verb - last < 5, tokens[last].isTime || tokens[last].wordClass == .adverb { last -= 1 }
        guard last >= 0, tokens[last].kind == .word, tokens[last].wordClass == .noun,
            SentenceReader.courses.ends(in: text, at: tokens[last].end)
        else { return nil }
        let course = phrases.left(endingAt: last, floor: 0, style: .count).item
        return course.upperBound == last + 1 ? course : nil
    }
}
