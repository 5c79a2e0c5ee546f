import Scanning

/// What behind a figure tells that it is still to come: what is left, what becomes of it, when it begins.
extension SentenceReader {
    func isRemainder(_ place: Int) -> Bool {
        place > 0 && tokens[place - 1].has(.remainder)
    }

    /// A plan word behind the figure, in its clause.
    func planBehind(_ place: Int) -> Bool {
        var index = place + 1
        while index < tokens.count, !tokens[index].endsClause, !tokens[index].isQuantity, index - place < 8 {
            if tokens[index].has(.plan) { return true }
            index += 1
        }
        return false
    }

    /// What is left of a whole.
    static let rests: WordList = ["其余", "剩余", "剩下", "余下"]
    /// What there is still, of which nobody says that it is the rest.
    private static let leftovers: WordList = ["还有", "尚有", "还剩", "仍有", "另有", "还余"]

    private static let allLeft = WordList(joining: [rests, leftovers])

    private static func isLeftover(_ token: Token, _ text: Span<UInt8>) -> Bool {
        allLeft.begins(in: text, at: token.start)
    }

    /// 余下17栋楼和2.6公里路面要赶在11月底前完工, 还有9条正在收尾，7月底可移交: what is left and has a day, a demand or a condition behind
    /// it. 还有30户没签字 only tells how things stand.
    func isLeftToDo(_ place: Int, _ text: Span<UInt8>) -> Bool {
        guard let start = phraseStart(before: place, text),
            SentenceReader.isLeftover(tokens[start], text)
                || start > 0 && tokens[start].has(.de) && SentenceReader.isLeftover(tokens[start - 1], text)
        else { return false }
        return toCome(behind: place, acrossClauses: true, text) { _ in true }
    }

    /// 剩下的7个院子脚手架已经搭好，8月底前交付; 剩下3公里开春就动工: whether a later clause tells when what is left is ready, or its own when it
    /// is begun.
    func isRestDue(_ place: Int, _ text: Span<UInt8>) -> Bool {
        guard let start = phraseStart(before: place, text),
            case let rest = tokens[start].has(.de) && start > 0 ? start - 1 : start,
            SentenceReader.rests.begins(in: text, at: tokens[rest].start) || text.has("还剩", at: tokens[rest].start)
        else { return false }
        return isDueLater(place, text) || isBegunThen(place, text)
    }

    /// 剩下的9个院子脚手架已经搭好，8月底前交付; 剩余31个多为老院，难度大，明年上半年完成: what is left, and in a later clause nothing but by when
    /// it is done.
    private func isDueLater(_ place: Int, _ text: Span<UInt8>) -> Bool {
        var index = place + 1
        while index + 1 < tokens.count, index - place < 30, !semicolons.contains(index) {
            if tokens[index].isQuantity || tokens[index].isMark(.sentenceEnd) { return false }
            // 最迟明年春节也要用上
            let isLast =
                tokens[index - 1].endsClause
                || SentenceReader.latest.contains(
                    tokens[index - 1].start..<tokens[index - 1].end, of: text)
            if isLast, isToCome(index, text) || isBeforeSomeDay(index, text) {
                let verb = tokens[index].isTime ? index + 1 : index + 2
                return verb < tokens.count && tokens[verb].kind == .word
                    && (phrases.isVerbal(tokens[verb]) || !phrases.isNominal(tokens[verb]))
                    && !tokens[index...].prefix(8).prefix { !$0.endsClause }
                        // 啃下来 is what comes of it, and not done yet
                        .contains {
                            $0.has(.done) || $0.isQuantity || $0.has(.aspect) && !text.has("下来", at: $0.start)
                        }
            }
            index += 1
        }
        return false
    }

    private static let latest: WordList = ["最迟", "最晚", "至迟"]
    private static let thens: WordList = ["就", "再", "才"]

    /// 剩下3公里开春就动工: what is left, and when it is begun or done.
    private func isBegunThen(_ place: Int, _ text: Span<UInt8>) -> Bool {
        let clause = tokens[(place + 1)...].prefix(8).prefix { !$0.endsClause }
        guard let verb = clause.indices.last, verb > place + 1,
            SentenceReader.starts.begins(in: text, at: tokens[verb].start)
                || SentenceReader.endings.begins(in: text, at: tokens[verb].start)
        else { return false }
        return SentenceReader.thens.contains(tokens[verb - 1].start..<tokens[verb - 1].end, of: text)
    }

    /// 春节前, 月底前: a time before which something is, whether or not its day is known.
    private func isBeforeSomeDay(_ index: Int, _ text: Span<UInt8>) -> Bool {
        guard case .time(let number) = tokens[index].kind else { return false }
        return text.has("前", before: times[number].end) && isNotOver(times[number], text)
    }

    /// Where the words begin that stand before a figure as what it counts does: 余下 in 余下17栋楼和2.6公里路面.
    private func phraseStart(before place: Int, _ text: Span<UInt8>) -> Int? {
        var index = place - 1
        while index >= 0, place - index < 9, !tokens[index].endsClause {
            let token = tokens[index]
            if token.kind == .word, token.has(.remainder) || token.has(.stock) || token.has(.state) { return index }
            if token.has(.de) || SentenceReader.isAdditive(token, text) { return index }
            guard
                token.isQuantity || token.has(.and) || token.isMark(.pause) || token.isBound || token.has(.determiner)
                    || token.kind == .word && (phrases.isNominal(token) || token.wordClass == .attributive)
            else { return nil }
            index -= 1
        }
        return nil
    }

    private static func isAdditive(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.kind == .word && isLeftover(token, text)
    }

    /// 30个小区将获改造, 2处花台要在月底前补种, 东侧两栋楼紧挨学校，要等放假后再动工: the figure opens a clause, and its noun is the subject
    /// of what is to come.
    func isSubjectOfPlan(_ place: Int, _ text: Span<UInt8>) -> Bool {
        guard place == 0 || opensClause(before: place) && !tokens[place - 1].has(.stock) else { return false }
        var index = place + 1
        while index < tokens.count, tokens[index].kind == .word, index - place < 6 {
            if text.has("将", before: tokens[index].end), tokens[index].has(.plan),
                index > place + 1
                    || index + 1 < tokens.count
                        && (tokens[index + 1].wordClass == .verb || tokens[index + 1].has(.become))
            {
                return isPlan(index, text)
            }
            if isIntended(index, behind: place, text) { return true }
            // 两个驿站也|将在春节前开门
            if index > place + 1, tokens[index].wordClass == .adverb,
                SentenceReader.likewise.contains(tokens[index].start..<tokens[index].end, of: text)
            {
                index += 1
                continue
            }
            guard phrases.isNominal(tokens[index]) || tokens[index].wordClass == .attributive else { break }
            index += 1
        }
        // 低洼处的12户须在18日前搬离, 其中2处国庆前开门迎客
        if index == place + 1, index < tokens.count, !tokens[index].isTime,
            !SentenceReader.obligations.contains(tokens[index].start..<tokens[index].end, of: text)
        {
            return false
        }
        guard !tokens[index - 1].has(.human), !tokens[index - 1].has(.agent),
            tokens[index - 1].wordClass != .person
        else { return false }
        return toCome(behind: place, acrossClauses: false, text) { $0 == index }
    }

    private static let intents: WordList = ["计划", "拟", "预计", "力争", "争取", "有望", "准备", "打算", "预期"]

    /// 12个停车场|预计|建成, 其余5个|计划|投用: whether a word of intent and a verb without a figure of its own stand behind what is counted; but
    /// 285个计划新开工项目, 12个小区计划投资3亿元, and people who have something in mind are there.
    private func isIntended(_ intent: Int, behind place: Int, _ text: Span<UInt8>) -> Bool {
        guard tokens[intent].has(.plan), intent + 1 < tokens.count, tokens[intent].wordClass != .attributive,
            SentenceReader.intents.contains(tokens[intent].start..<tokens[intent].end, of: text),
            tokens[intent + 1].kind == .word, phrases.isVerbal(tokens[intent + 1]),
            tokens[(intent + 1)...].prefix(10).prefix(while: { !$0.endsClause }).allSatisfy({ !$0.isQuantity })
        else { return false }
        guard intent > place + 1 else { return phrases.closes(at: intent + 2) }
        let counted = tokens[intent - 1]
        return counted.kind == .word && counted.wordClass != .person
            && counted.roles.isDisjoint(with: [.human, .body])
            && (!counted.has(.doer) || counted.kinds.contains(.works)) && isPlan(intent, text)
    }

    private static let likewise: WordList = ["也", "还", "都", "均", "就", "全部", "随后", "陆续"]

    /// Whether a figure begins its clause, but for when or where it was, and which they are.
    private func opensClause(before place: Int) -> Bool {
        let before = tokens[place - 1]
        return before.endsClause || before.has(.part) || before.isTime || before.has(.determiner)
            || before.wordClass == .locative
            || before.has(.de)
    }

    private static let obligations: WordList = ["须", "必须", "务必"]
    private static let tasksAhead: WordList = ["待建", "待拆", "待改", "待补", "待装", "待修", "待更", "待移", "待启"]
    private static let waiting: WordList = ["等", "赶", "在", "到", "于", "才", "待"]

    /// Whether a word behind a figure tells that it is still to come: 须, 将, 预计5月, 要在月底前, 待道路通车后.
    ///
    /// - Parameters:
    ///   - acrossClauses: whether its clauses may go on with it: 1.2公里没有硬化，要等雨季过后施工. If not, what waits for something still does.
    ///   - isSought: which tokens of its own clause may be that word.
    private func toCome(
        behind place: Int, acrossClauses: Bool, _ text: Span<UInt8>, _ isSought: (Int) -> Bool
    ) -> Bool {
        var index = place + 1
        var end: Int?
        while index < tokens.count, index - place < 24, !semicolons.contains(index) {
            let token = tokens[index]
            if token.isMark(.sentenceEnd) || token.has(.done) || token.has(.aspect) { return false }
            // 3栋楼刚搭好脚手架, 还有8部正在施工，年底有望用上: how things stand
            if end == nil, token.kind == .word, text.has("刚", at: token.start) || text.has("正", at: token.start) {
                return false
            }
            if token.isQuantity {
                guard end == nil, tokens[index - 1].has(.and) || tokens[index - 1].isMark(.pause) else { return false }
            } else if token.isMark(.clauseEnd) {
                end = index
            } else if let end {
                // 还有3户不同意，街道将继续做工作: somebody else's doing
                let waits = waitsForSomething(index, text)
                if waits || acrossClauses && !tellsOfDoing(place + 1..<end) && isToCome(index, text) { return true }
                if index - end > 1 { return false }
            } else if isSought(index), isToCome(index, text) {
                return true
            }
            index += 1
        }
        return false
    }

    /// Whether a clause holds more than the noun of what is counted.
    private func tellsOfDoing(_ clause: Range<Int>) -> Bool {
        tokens[clause].contains {
            $0.wordClass == .adverb || $0.wordClass == .preposition || phrases.isVerbal($0) && !phrases.isNominal($0)
        }
    }

    /// 要等雨季过后, 须等, 要到9月.
    private func waitsForSomething(_ index: Int, _ text: Span<UInt8>) -> Bool {
        guard index + 1 < tokens.count, tokens[index].kind == .word else { return false }
        return
            (tokens[index].has(.demand)
            || SentenceReader.obligations.contains(tokens[index].start..<tokens[index].end, of: text))
            && (["等", "到", "待"] as [StaticString]).contains { text.has($0, at: tokens[index + 1].start) }
    }

    private func isToCome(_ index: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[index]
        if case .time(let number) = token.kind {
            // 4000多个香囊端午节前就被抢购一空
            if index + 1 < tokens.count, SentenceReader.soonDone.begins(in: text, at: tokens[index + 1].start) {
                return false
            }
            if isStillToCome(times[number], text) || deadlines.contains(token.start) { return true }
            // 余下的900米春节前接通, and 剩下1个11月交付 in a text without a date
            return isBeforeSomeDay(index, text)
                || published == nil && times[number].kind == .period && index + 1 < tokens.count
                    && SentenceReader.endings.begins(in: text, at: tokens[index + 1].start)
                    && phrases.closes(at: index + 2)
        }
        guard token.kind == .word else { return false }
        if SentenceReader.tasksAhead.begins(in: text, at: token.start) { return true }
        guard index + 1 < tokens.count else { return false }
        if SentenceReader.obligations.contains(token.start..<token.end, of: text) { return true }
        let next = tokens[index + 1]
        if token.has(.demand) {
            return next.isTime || SentenceReader.waiting.begins(in: text, at: next.start)
        }
        if text.has("待", at: token.start), token.end - token.start == 3 { return verbFollows(index) }
        // 3家企业计划投资2亿元 tells what they do: a plan for a thing has its day
        return token.has(.plan) && token.wordClass != .noun && isPlan(index, text)
            && (next.isTime || index + 2 < tokens.count && tokens[index + 2].isTime || text.has("将", before: token.end)
                || tokens[index - 1].endsClause)
    }

    private static let soonDone: WordList = ["就已", "就被", "便被", "被", "就全", "就都", "就有"]
    private static let benefits: WordList = ["受益", "获益", "得益"]

    /// 工程全部完工后，1.2万户居民受益: whom something serves once it is there.
    func isToBenefit(_ place: Int, _ text: Span<UInt8>) -> Bool {
        tokens[(place + 1)...].prefix(4).prefix { $0.kind == .word }
            .contains { SentenceReader.benefits.begins(in: text, at: $0.start) }
            && isOnceInUse(clauseStart(of: place), of: place, text)
    }

    /// 国庆前建成5处: what is to be ready for a feast; 春节前走访老人34名 tells what was done for it.
    func isToBeEnded(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        tokens[(position + 1)..<max(position + 1, place)].first { $0.wordClass != .adverb }
            .map { SentenceReader.endings.begins(in: text, at: $0.start) } ?? true
    }

    private static let endings: WordList = [
        "交付", "完工", "完成", "竣工", "投用", "启用", "建成", "交房", "开园", "开放", "开通", "接通", "通车",
    ]
    static let firstUses: WordList = ["投用", "启用", "交付", "投入使用", "开放", "开业", "开园", "建成投用", "交房"]

    /// 扩建后增至36个班，预计9月投用: what is told of something that is first used on a day to come.
    func isUsedLater(_ place: Int, _ text: Span<UInt8>) -> Bool {
        guard let end = tokens[place...].prefix(8).firstIndex(where: \.endsClause), !semicolons.contains(end),
            let time = tokens[(end + 1)...].prefix(2).firstIndex(where: \.isTime),
            case .time(let number) = tokens[time].kind,
            tokens[end + 1].has(.plan)
                || time == end + 1
                    && (isStillToCome(times[number], text) || deadlines.contains(times[number].start))
        else { return false }
        let verb = tokens[(time + 1)...].prefix(3).firstIndex {
            SentenceReader.firstUses.begins(in: text, at: $0.start)
        }
        guard let verb, phrases.closes(at: verb + 1) || phrases.closes(at: verb + 2) else { return false }
        let start = semicolons.last { $0 < place }.map { $0 + 1 } ?? 0
        return !tokens[start..<end].contains {
            $0.has(.done) || $0.has(.aspect) || $0.has(.sum) || $0.has(.ongoing) || isNow($0)
                || text.has("投资", before: $0.end)
        }
    }
}
