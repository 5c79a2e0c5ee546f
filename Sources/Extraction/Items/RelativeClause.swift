import Facts
import Scanning
import Units

/// A clause with 的 between a measure word and the noun that it counts: 5家|面积超过200平方米|的|饭店.
///
/// The noun is what is counted. A short clause that tells what it has or does stays with it (需要维修的路灯); any other only
/// picks some of its kind. A plain noun before 的 owns what follows, and is itself counted where the measure word counts such
/// (11个院落的改造方案, but 200件群众的诉求).
struct RelativeClause {
    /// What a clause tells of the thing behind it, by the words that open it or that it is made of.
    enum Sort {
        /// how large, far or old it is: 面积超过200平方米, 建于上世纪90年代
        case measured
        /// what it is like: 功能明确, 办件量大、办事频率高
        case quality
        /// what it has: 有地下车库
        case having
        /// who or what makes it up: 由退休党员组成, 来自不同岗位
        case madeUp
        /// what it is about or for: 围绕家庭教育, 集休闲、健身于一体
        case topic
        /// what can be done with it: 可供外借
        case usable
        /// where, for whom or with what it does something: 在小区内经营, 为团伙提供服务
        case placed
        /// what it does, or what is done to it: 存在隐患, 需要维修
        case doing
        /// who made, sent or said it: 居民送来
        case made
    }

    var sort: Sort
    /// What stands between the measure word and 的.
    var words: Range<Int>
    /// The noun phrase behind 的.
    var head: Range<Int>
}

/// What the reading of a relative clause knows of the figure before it.
private struct Counted {
    /// where the words behind the measure word begin
    var first: Int
    /// the noun phrase that begins there, as far as it could be counted itself
    var right: Range<Int>
    var dimension: Dimension
    var measure: String
    /// whether a verb before the figure has the counted thing as its object
    var isObject: Bool
    /// whether a noun before the figure may be what it counts
    var isNamed: Bool

    var countsPeople: Bool { dimension == .person || dimension == .household }
}

extension SentenceReader {
    /// What a figure counts behind a clause with 的, with the clause where it is short and part of the name; nil where no such
    /// clause stands behind the measure word.
    func counted(
        behindClauseAt first: Int, or right: Range<Int>, isObject: Bool, _ place: Int, _ before: NounPhrases.Left,
        _ dimension: Dimension?, _ text: Span<UInt8>
    ) -> Range<Int>? {
        guard [.count, .person, .household, .event].contains(dimension ?? .count), first + 1 < tokens.count,
            case .quantity(let number) = tokens[place].kind, let measure = unit(quantities[number])?.name
        else { return nil }
        let figure = Counted(
            first: first, right: right, dimension: dimension ?? .count, measure: measure, isObject: isObject,
            isNamed: !before.item.isEmpty)
        // 26个部门|为成员的小组: they are what the clause says
        if !right.isEmpty, right.upperBound < tokens.count, tokens[right.upperBound].has(.reach),
            phrases.scalars(tokens[right.upperBound]) == 1, text.has("为", at: tokens[right.upperBound].start)
        {
            return nil
        }
        guard let clause = relativeClause(behind: figure, text) else { return nil }
        let whole = first..<clause.head.upperBound
        // 包括三人在内的多人: a preposition only tells where they are
        let isName =
            clause.sort == .having
            || clause.sort == .doing && !(figure.countsPeople && tokens[first].wordClass == .preposition)
        return isName && phrases.scalars(of: whole) <= 8 ? whole : clause.head
    }

    /// The clause behind a figure, where its words and the noun behind it say that it is one.
    private func relativeClause(behind figure: Counted, _ text: Span<UInt8>) -> RelativeClause? {
        // 86个敲门关爱包|经楼长的手…: the verb belongs to a name that is whole
        if figure.right.lowerBound == figure.first, figure.right.count > 1, phrases.isDoing(figure.first),
            let end = figure.right.last, tokens[end].kinds.contains(.nameEnd),
            figure.right.upperBound < tokens.count, !tokens[figure.right.upperBound].has(.de)
        {
            return nil
        }
        let opening = sort(openedAt: figure.first, figure, text)
        // 2位从医40年的老中医: how long is no figure that something else counts
        guard
            var de = closingParticle(from: figure.first, overFigures: opening != nil, overSpans: figure.right.isEmpty),
            de > figure.first
        else { return nil }
        var head = phrases.right(startingAt: de + 1)
        if opening == .madeUp,
            let inner = (de + 2..<max(de + 2, min(head.upperBound + 2, tokens.count))).first(where: {
                tokens[$0].has(.de) && (tokens[$0 - 1].has(.stock) || phrases.isVerbal(tokens[$0 - 1]))
            })
        {
            // 由社区的退休党员组成的|调解队
            de = inner
            head = phrases.right(startingAt: de + 1)
        }
        guard !head.isEmpty else { return nil }
        let words = figure.first..<de
        // 行动不便的老人: the phrase has taken the clause in already
        guard figure.right.isEmpty || figure.right.upperBound <= de,
            let sort = opening ?? sort(of: words, figure, text)
        else { return nil }
        let clause = RelativeClause(sort: sort, words: words, head: head)
        return fits(clause, figure, text) ? clause : nil
    }

    /// The first 的 behind a measure word that no mark but 、 or a quotation, and no figure, parts from it.
    private func closingParticle(from first: Int, overFigures: Bool, overSpans: Bool) -> Int? {
        var index = first
        while index < tokens.count, index - first <= 16 {
            let token = tokens[index]
            if token.has(.de) { return index }
            if token.isMark(.openQuote), let close = phrases.closing(of: index) {
                // 1.5万份《致居民的一封信》: what a title holds is no clause
                index = close + 1
                continue
            }
            guard
                token.kind == .word || token.isTime || token.isMark(.pause) || token.isMark(.openQuote)
                    || token.isMark(.closeQuote) || token.isQuantity && (overFigures || overSpans && isSpan(token))
            else { return nil }
            index += 1
        }
        return nil
    }

    private func isSpan(_ token: Token) -> Bool {
        guard case .quantity(let number) = token.kind else { return false }
        return unitDimension(of: quantities[number]) == .time
    }

    /// Whether a preposition opens the clause of a figure, whose object is then what is counted: 在东莞等9个务工集中的城市.
    private func isGoverned(before place: Int) -> Bool {
        var index = place - 1
        while index >= 0, place - index < 16, !tokens[index].endsClause, !tokens[index].isQuantity {
            let token = tokens[index]
            if token.kind == .word {
                if token.wordClass == .preposition || token.has(.recipient) { return true }
                if phrases.isVerbal(token), !token.has(.placeName) { return false }
            }
            index -= 1
        }
        return false
    }

    /// Whether the noun behind a clause is one that the figure can count, and the clause no predicate.
    private func fits(_ clause: RelativeClause, _ figure: Counted, _ text: Span<UInt8>) -> Bool {
        if figure.countsPeople, clause.sort != .measured, clause.sort != .madeUp {
            return namesThose(clause.head, figure, text)
        }
        let end = clause.head.upperBound
        let closes = phrases.closes(at: end) || tokens[end].isMark(.pause)
        switch clause.sort {
        case .measured, .having, .madeUp, .topic, .quality, .made: return true
        case .usable, .placed: return closes
        case .doing:
            // 在等9个务工集中的城市: behind a preposition the words before 的 cannot be a predicate
            if closes { return figure.isObject || isGoverned(before: figure.first - 1) }
            return !figure.isNamed && hasPredicate(behind: clause, text)
        }
    }

    /// 20辆运载物资的卡车|驶入: whether a second predicate behind the noun leaves none for the clause.
    ///
    /// In 7个存在不同程度的暖气不热问题 the 的 belongs to the word before it.
    private func hasPredicate(behind clause: RelativeClause, _ text: Span<UInt8>) -> Bool {
        let (end, last) = (clause.head.upperBound, tokens[clause.words.upperBound - 1])
        return tokens[end].kind == .word && [.verb, .adverb, .preposition, .verbalNoun].contains(tokens[end].wordClass)
            && last.wordClass != .adjective && !last.has(.abstract) && !last.has(.magnitude)
            && !SentenceReader.manners.ends(in: text, at: last.end)
    }

    /// Words that tell with 的 alone how or of what sort something is: 不同程度的.
    private static let manners: WordList = ["程度", "规模", "类型", "种类", "形式", "方式", "类别", "层次"]

    /// Whether a noun phrase names people or homes: 20人参加街道的活动 counts no activity.
    private func namesThose(_ head: Range<Int>, _ figure: Counted, _ text: Span<UInt8>) -> Bool {
        guard let last = head.last, !tokens[last].has(.body), !tokens[last].has(.placeName) else { return false }
        // 百位艺术家参与的“创作季”: a title names people only where no noun for them stands before it
        return isPerson(tokens[last], text) || tokens[last].has(.agent)
            || SentenceReader.callings.ends(in: text, at: tokens[last].end)
            || tokens[last].isMark(.closeQuote) && figure.right.isEmpty
            || figure.dimension == .household && SentenceReader.homes.ends(in: text, at: tokens[last].end)
    }

    /// Whether a word names people: 居民, 老年人; neither a body nor a place, which act too.
    private func isPerson(_ token: Token, _ text: Span<UInt8>) -> Bool {
        guard token.kind == .word else { return false }
        return token.has(.human) || token.has(.agent) && !token.has(.body) && !token.has(.placeName)
            || token.wordClass == .noun && SentenceReader.persons.ends(in: text, at: token.end)
    }

    private static let homes: WordList = ["户", "家庭", "人家", "住宅"]
    static let callings: WordList = [
        "医", "师", "生", "工", "兵", "友", "手", "嫂", "匠", "家", "长", "模范", "典型", "骨干", "青年", "妇女", "儿童", "孩子", "代表", "司机",
        "保安", "护士", "教练", "导游", "主任", "书记",
    ]
    private static let persons: WordList = ["人", "员", "者", "民"]
}

// MARK: - The sorts of clauses

extension SentenceReader {
    private static let havings: WordList = ["有", "带", "带有", "配有", "设有", "装有", "没有", "具有", "拥有", "无"]

    /// What opens a clause that tells what an event or a measure is about: 12场围绕…的讲座, 9项针对…的服务.
    private static let topicOpeners: WordList = ["围绕", "聚焦", "针对", "面向", "关于", "以", "用于", "旨在", "涵盖", "包含", "涉及"]

    /// The sort of a clause that its first word tells.
    private func sort(openedAt first: Int, _ figure: Counted, _ text: Span<UInt8>) -> RelativeClause.Sort? {
        let opener = tokens[first]
        guard opener.kind == .word else { return nil }
        if figure.dimension != .event, opensMeasure(first, text), holdsNumber(first, text) { return .measured }
        func opens(_ word: StaticString) -> Bool { text.has(word, at: opener.start) }
        // 12家各有特点的书店
        if opens("各具") || opens("各有") { return .madeUp }
        let word = opener.start..<opener.end
        if SentenceReader.havings.contains(word, of: text) { return .having }
        guard figure.right.isEmpty else { return nil }
        if opens("来自") || opens("由") && phrases.scalars(opener) == 1 { return .madeUp }
        if SentenceReader.topicOpeners.contains(word, of: text) { return .topic }
        if figure.countsPeople { return nil }
        // 发生485起造成至少4人伤亡的枪击事件
        if opener.has(.cause), figure.isObject { return .doing }
        // 2处可容纳200辆车的停车场
        if opener.has(.able) || opens("可") && SentenceReader.capacities.contains(word, of: text) { return .usable }
        let isPlaced = opener.wordClass == .preposition || opener.has(.recipient)
        return isPlaced && figure.isObject ? .placed : nil
    }

    /// Whether a clause begins at a token that tells how large, how far or since when: 面积|超过, 年龄|在, 长|5公里, 建于.
    private func opensMeasure(_ opener: Int, _ text: Span<UInt8>) -> Bool {
        let (token, next) = (tokens[opener], tokens[opener + 1])
        if token.wordClass == .verb { return text.has("于", before: token.end) || text.has("于", at: next.start) }
        guard token.wordClass == .noun, !token.has(.human), !token.has(.agent), !token.has(.placeName) else {
            return false
        }
        let isAttribute = token.has(.attribute) || token.has(.magnitude) || token.has(.rate)
        return isAttribute && next.isQuantity || next.has(.over) || next.has(.under) || isAttribute && next.has(.reach)
            || text.has("在", at: next.start) && next.end - next.start == 3
    }

    /// 5处位于老城的院落, 20名工人在各自的岗位上: whether the words up to 的 tell a number or a limit, without which they measure nothing.
    private func holdsNumber(_ opener: Int, _ text: Span<UInt8>) -> Bool {
        let isBounded =
            tokens[opener].wordClass != .noun || tokens[opener + 1].has(.under) || tokens[opener + 1].has(.over)
        for token in tokens[(opener + 1)..<min(opener + 10, tokens.count)] {
            if token.has(.de) || token.kind != .word && !token.isQuantity && !token.isTime { return isBounded }
            // 80岁以上 counts nothing here, and is a word
            if token.kind != .word || (0x30...0x39).contains(text[token.start]) { return true }
        }
        return isBounded
    }

    /// The sort of a clause that its words tell.
    private func sort(of words: Range<Int>, _ figure: Counted, _ text: Span<UInt8>) -> RelativeClause.Sort? {
        if text.has("集", at: tokens[words.lowerBound].start), text.has("一体", before: tokens[words.upperBound - 1].end) {
            return .topic
        }
        if figure.countsPeople { return tellsApart(words, figure, text) ? .doing : nil }
        if isQuality(words, figure, text) || areQualities(words, right: figure.right) || isState(words, figure) {
            return .quality
        }
        guard figure.dimension == .count else { return nil }
        if isDone(words, figure, text) { return .doing }
        return isMade(words, figure, text) ? .made : nil
    }

    /// 两名当年考取大学的困难学生: whether words may tell people apart; a noun that names none is no more than a part of them
    /// (6名|经验|丰富的医生).
    private func tellsApart(_ words: Range<Int>, _ figure: Counted, _ text: Span<UInt8>) -> Bool {
        let opener = tokens[words.lowerBound]
        guard opener.isTime || opener.kind == .word, !opener.has(.reach), !opener.has(.aspect) else { return false }
        guard let last = figure.right.last else { return true }
        if figure.isObject, figure.right.count == 1, isPerson(tokens[last], text), words.count <= 4,
            tokens[last + 1..<words.upperBound].contains(where: { $0.wordClass == .verb })
        {
            // 选出9名群众信得过的楼栋长
            return !tokens[words].contains(where: { $0.has(.aspect) || $0.has(.transitive) })
        }
        return (figure.right.upperBound < words.upperBound || opener.wordClass == .verb)
            // 三位免费|搭把手的快递员: nor does an attribute
            && [.noun, .attributive, .adjective].contains(tokens[last].wordClass)
            && !tokens[last].isMark(.closeQuote) && !tokens[words].contains(where: { $0.has(.aspect) })
            && tokens[last].roles.isDisjoint(with: [.human, .agent, .doer, .body, .placeName])
    }

    /// Words that say how much of it there is: 100个问题较多的小区.
    private static let degrees: WordList = [
        "较", "更", "最", "很", "多", "少", "较多", "较少", "较大", "较高", "较低", "大", "高", "低", "好", "差",
    ]

    /// 六个功能明确的|板块, 26处小而美的|花园: whether a noun is only said to be so, or an adjective goes on.
    private func isQuality(_ words: Range<Int>, _ figure: Counted, _ text: Span<UInt8>) -> Bool {
        let right = figure.right
        guard let last = right.last, right.lowerBound == words.lowerBound, right.count <= 2,
            !tokens[last].has(.human), !tokens[last].has(.agent),
            case let said = right.upperBound..<words.upperBound, (1...3).contains(said.count)
        else { return false }
        return tokens[said].allSatisfy {
            [.adjective, .adverb, .conjunction, .place].contains($0.wordClass)
                || SentenceReader.degrees.contains($0.start..<$0.end, of: text)
        }
    }

    /// 两本发黄的|相册, 三棵枯死的|树, 12处久拖不决的|垃圾堆: whether the one word before 的 is an idiom or a verb without an object, which
    /// tells how the thing behind it is.
    private func isState(_ words: Range<Int>, _ figure: Counted) -> Bool {
        guard words.count == 1, let only = words.first, tokens[only].kind == .word else { return false }
        if tokens[only].wordClass == .idiom { return figure.right.isEmpty || figure.right == words }
        return figure.right.isEmpty && tokens[only].wordClass == .verb && phrases.scalars(tokens[only]) == 2
            && tokens[only].roles.isSubset(of: [.fate, .state])
    }

    /// 51个办件量大、办事频率高的|事项: whether each of two or more short clauses ends in an adjective.
    private func areQualities(_ words: Range<Int>, right: Range<Int>) -> Bool {
        let clauses = tokens[words].split(whereSeparator: { $0.isMark(.pause) })
        if right.isEmpty, clauses.count == 1, words.count > 1, let last = words.last {
            // 3个建成年代久远的小区, 5个特别突出的问题; but 存在较大的隐患
            let isFree = !phrases.isVerbal(tokens[last - 1]) && tokens[last - 1].wordClass != .verb
            return !tokens[words].contains(where: { $0.has(.aspect) })
                && (tokens[last].wordClass == .idiom || tokens[last].wordClass == .adjective && isFree)
        }
        // 布局合理、环境整洁、让人放心的|食堂: behind two of them the last may be any
        return words.count > 3 && clauses.count > 1
            && clauses.prefix(max(2, clauses.count - 1)).allSatisfy { clause in
                clause.count > 1 && (clause.last.map { [.adjective, .idiom].contains($0.wordClass) } ?? false)
            }
    }

    /// 检修12盏需要维修的|路灯, 排查3家存在隐患的|商户: whether a verb of its own opens a clause.
    private func isDone(_ words: Range<Int>, _ figure: Counted, _ text: Span<UInt8>) -> Bool {
        let (right, opener) = (figure.right, tokens[words.lowerBound])
        let behind = right.upperBound < words.upperBound ? tokens[right.upperBound] : nil
        if figure.isObject, right.count == 1, let behind,
            // 24小时|开放的书屋
            opener.kinds.contains(.numeral) && behind.wordClass == .verb
                // 检查中|发现的隐患
                || opener.wordClass == .verbalNoun && behind.wordClass == .locative
                    && phrases.isVerbal(tokens[words.upperBound - 1])
                // 服务|“一老一小”的举措
                || phrases.isVerbal(opener) && behind.isMark(.openQuote)
        {
            return true
        }
        // 20个方便居民|出行的停车位
        if figure.isObject, opener.wordClass == .adjective, words.count > 2,
            isPerson(tokens[words.lowerBound + 1], text),
            phrases.isVerbal(tokens[words.upperBound - 1])
                || phrases.isPlain(tokens[words.upperBound - 1])
        {
            return true
        }
        let verb = tokens[words].firstIndex {
            $0.wordClass != .adverb && $0.wordClass != .attributive && !$0.isTime && $0.wordClass != .time
                || !$0.roles.isDisjoint(with: [.sum, .done])
        }
        guard let verb,
            phrases.isVerbal(tokens[verb]) || phrases.isPlain(tokens[verb]) || tokens[verb].wordClass == .verbalNoun,
            tokens[verb].roles.isDisjoint(with: [.reach, .share, .plan, .arrive]),
            !tokens[words].contains(where: { $0.has(.aspect) })
        else { return false }
        // 17个未|完成验收的项目
        if right.isEmpty || right.count == 1 && opener.kinds.contains(.negation) { return true }
        if right == words {
            // 700项保护水资源承诺的议程: a verb before a matter names it
            let last = tokens[words.upperBound - 1]
            return tokens[verb].wordClass == .verb && !last.has(.abstract) && !last.has(.magnitude)
                || hasObject(verb, upTo: words.upperBound)
        }
        // 31个深受居民|欢迎的“邻里驿站”, 6家整改|不到位的单位
        return figure.isObject && tokens[verb].wordClass == .verb && right.count > 1
            || right.count == 1 && behind.map { SentenceReader.refusals.contains($0.start..<$0.end, of: text) } ?? false
    }

    private static let refusals: WordList = ["不", "未", "没", "没有", "不够"]

    /// 27家经营烟花爆竹的门店: whether a noun of doing has an object; one before a body, a place or a matter names it (维修班组).
    private func hasObject(_ verb: Int, upTo end: Int) -> Bool {
        // 调研选题, 受灾地区: of two and two characters it makes a name
        guard phrases.scalars(of: (verb + 1)..<end) > 2 else { return false }
        return tokens[(verb + 1)..<end].allSatisfy {
            !phrases.isVerbal($0) && $0.kinds.isDisjoint(with: [.post, .site, .body, .course, .event])
                && $0.roles.isDisjoint(with: [.abstract, .bound, .magnitude, .attribute, .human, .doer, .agent])
        }
    }

    /// Measure words of things that somebody makes, says or sends, which count neither people nor bodies.
    private static let makings: WordList = [
        "幅", "件", "台", "份", "篇", "张", "部", "辆", "本", "册", "首", "条", "封", "箱", "枚", "批", "面", "束", "副", "项",
        "起", "宗", "句", "则", "类", "种",
    ]

    /// 12幅天文台拍摄的|照相底片, 9面居民送来的|锦旗, 200件群众的|诉求: whether those before 的 or before the verb have made what is
    /// behind it, or own it.
    private func isMade(_ words: Range<Int>, _ figure: Counted, _ text: Span<UInt8>) -> Bool {
        let maker = figure.right
        guard let last = maker.last, maker.lowerBound == words.lowerBound else { return false }
        let verbs = maker.upperBound..<words.upperBound
        let isHuman = isPerson(tokens[last], text)
        let isVerb = verbs.count == 1 && phrases.isVerbal(tokens[verbs.lowerBound])
        let acts = verbs.count <= 8 && tokens[verbs].contains { $0.wordClass == .verb || phrases.isVerbal($0) }
        if SentenceReader.makings.contains(figure.measure) { return isVerb || isHuman && (verbs.isEmpty || acts) }
        // 解决13个居民反映强烈的问题
        return isHuman && maker.count == 1 && acts && figure.isObject && ["个", "处"].contains(figure.measure)
    }
}
