import Scanning

/// Which words of planning plan something: 将 is 把 before a thing, 计划 a noun behind one.
extension SentenceReader {
    /// 将 or 计划 right before the word that tells of something done, in the same clause.
    func isPlanned(before position: Int, _ text: Span<UInt8>) -> Bool {
        var index = position - 1
        while index >= 0, !tokens[index].endsClause {
            if tokens[index].has(.plan), isPlan(index, text) { return true }
            index -= 1
        }
        return false
    }

    /// 加装电梯原定20部, 原计划的85个车位, 楼道灯更换计划1500盏，实际换了1620盏: what was planned at first, right before how much that was.
    private func isFirstPlan(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position + 2 < tokens.count else { return false }
        let next = tokens[position + 1]
        let isFirst =
            SentenceReader.firstPlans.begins(in: text, at: tokens[position].start)
            || position > 0 && isFirst(tokens[position - 1], text) && text.has("计划", at: tokens[position].start)
        if isFirst { return next.isQuantity || next.has(.de) && tokens[position + 2].isQuantity }
        return next.isQuantity && text.has("计划", at: tokens[position].start)
            && tokens[(position + 2)...].contains { text.has("实际", at: $0.start) }
    }

    /// Whether a word of planning plans what stands behind it: 计划新建12个, 将新增50个, 力争达到85%. Elsewhere the word names a plan, an
    /// aim or what is taken somewhere: 人才计划, 以…为目标, 将温暖送到家门口.
    func isPlan(_ position: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        guard token.kind == .word, !isQuoted(position), !isPurpose(position, text) else { return false }
        if isFirstPlan(position, text) { return true }
        let next = position + 1 < tokens.count ? tokens[position + 1] : nil
        let previous = position > 0 ? tokens[position - 1] : nil
        // 今年这个数要翻一番
        if let next, token.has(.demand), next.isQuantity, text.has("翻", at: next.start) { return true }
        if isNamedPlan(position, text) { return false }
        // 拟投资9000万元, 年度计划投资120亿元; but 完成年度计划投资的85%
        if text.has("拟", at: token.start), token.end - token.start > 3 { return true }
        if isPlannedOutlay(position, text) {
            return !tokens[..<position].suffix(6).contains { text.has("完成", at: $0.start) || $0.has(.share) }
        }
        if isGotReady(position, text) { return false }
        if let previous, previous.wordClass == .preposition { return false }
        if token.has(.transitive) {
            // 争取完成, 争取陆续完成, 争取友好小区达到50个, against 争取资金; 争取三季度投产, 争取每个村储备2名: by when, or who
            return isStrivenFor(behind: position, text)
        }
        // 列入今年计划的小区: the plan is a list.
        if let next, next.has(.de), token.wordClass != .verb { return false }
        // 完成计划进度的120%: so is its pace
        if let next, position + 2 < tokens.count, tokens[position + 2].has(.de), text.has("进度", at: next.start) {
            return false
        }
        // 285个计划新开工项目: the plan is a kind of project.
        if let previous, previous.isQuantity { return false }
        if token.end - token.start == 3, !drafts.contains(token.start) { return isWill(position, text) }
        return isIntent(position, text)
    }

    /// “青年英才”募集计划，…, 打击防空设施等目标，…: whether the word closes the clause as what something is called or aimed at.
    private func isNamedPlan(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position > 0, position + 1 < tokens.count, tokens[position + 1].endsClause else { return false }
        let (token, previous) = (tokens[position], tokens[position - 1])
        return token.wordClass == .verbalNoun && (previous.isMark(.closeQuote) || phrases.isVerbal(previous))
            || previous.has(.etc) && text.has("目标", at: token.start)
    }

    /// 计划|投资120亿元: what is planned to be spent, right before how much.
    private func isPlannedOutlay(_ position: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        return position + 2 < tokens.count && text.has("计划", at: token.start) && token.end - token.start == 6
            && text.has("投资", at: tokens[position + 1].start) && tokens[position + 2].isQuantity
    }

    /// 各地准备的20万套农机具, 准备了被褥40床, 按约定两成返还: what has been got ready or agreed.
    private func isGotReady(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position + 1 < tokens.count else { return false }
        let (token, next) = (tokens[position], tokens[position + 1])
        return next.has(.aspect)
            || next.has(.de) && text.has("准备", at: token.start) && token.end - token.start == 6
    }

    /// Whether 将 or another word of one character tells of what is to come. Before a noun or a number 将 is 把.
    private func isWill(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position + 1 < tokens.count else { return false }
        let next = tokens[position + 1]
        // 需求量将超过800人: but 将约200份物资送到家中
        if next.isQuantity, next.has([.over, .under, .about]), phrases.closes(at: position + 2), position > 0,
            phrases.isNominal(tokens[position - 1])
        {
            return true
        }
        if next.isQuantity || next.isMark(.openQuote) || next.has(.determiner) || next.wordClass == .number {
            return false
        }
        // 将新增就业岗位500个, though 新增就业 is a noun elsewhere
        if text.has("新增", at: next.start) || text.has("新建", at: next.start) { return true }
        if takesAway(position, text) { return false }
        guard next.kind == .word,
            [.noun, .place, .person, .attributive, .adjective, .pronoun].contains(next.wordClass)
        else { return true }
        if isManner(position + 1) { return true }
        // 将坚定信心: 把 asks for a verb behind what it takes.
        return next.wordClass == .adjective && !verbFollows(position + 1)
    }

    /// Whether 将 is 把: 将关怀|送到心坎上, 将倒伏树木217棵|清理到位, 将打包好的110份….
    private func takesAway(_ position: Int, _ text: Span<UInt8>) -> Bool {
        let next = tokens[position + 1]
        // 将总计90箱方便面送到一线, 将关怀送到心坎上: what is handed on
        if next.has(.sum), position + 2 < tokens.count, tokens[position + 2].isQuantity { return true }
        if isHandedOn(position + 1, text) || isListTaken(behind: position) { return true }
        // 将原有的118个, 需协调的602个, 将打包好的110份: what is handled, no plan
        if position + 2 < tokens.count, tokens[position + 2].has(.de) { return true }
        // 5名队员均将受伤群众送医: what they are like who are taken; but 将坚持项目为先 takes nothing anywhere
        if position + 3 < tokens.count, !text.has("为", at: tokens[position + 3].start),
            phrases.isNominal(tokens[position + 2]), !tokens[position + 2].isQuantity,
            tokens[position + 2].has(.human) || tokens[position + 2].wordClass == .noun,
            phrases.isVerbal(tokens[position + 3]),
            // 将为种植户提供种子, 将受到居民欢迎 are to come
            phrases.isPlain(next) && phrases.scalars(next) == 2 && !text.has("到", before: next.end)
                || text.has("被", at: next.start)
        {
            return true
        }
        // 将倒伏树木217棵清理到位
        if phrases.isPlain(next),
            let figure = tokens[position..<min(tokens.count, position + 8)].firstIndex(where: \.isQuantity),
            phrases.isNominal(tokens[figure - 1]), phrases.isFrontedVerb(position + 1, before: figure)
        {
            return true
        }
        return position + 3 < tokens.count && tokens[position + 3].has(.de) && phrases.isVerbal(next)
            && (tokens[position + 2].kinds.contains(.result) || phrases.isVerbal(tokens[position + 2]))
    }

    /// Whether 计划, 目标, 准备 or another longer word plans what follows, and is no name, base or payment.
    private func isIntent(_ position: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        let next = position + 1 < tokens.count ? tokens[position + 1] : nil
        let previous = position > 0 ? tokens[position - 1] : nil
        // 较原计划推迟20天: a base
        if position > 1, isFirst(tokens[position - 1], text), tokens[position - 2].has(.comparison) { return false }
        // 正准备给对方转账6万元: what somebody is about to do with money is no plan of what is reported
        if text.has("准备", at: token.start), isPayment(behind: position, text) { return false }
        // 目标12部 is a goal, 目标任务 a noun.
        if token.wordClass == .noun { return next.map { $0.isQuantity || $0.has(.reach) || $0.endsClause } ?? false }
        // 原计划200万平方米: the plan that was made at first
        if let previous, let next, isFirst(previous, text), next.isQuantity { return true }
        // 接下来是平城区150件: what comes next in a row
        if let next, text.has("接下来是", at: token.start), next.start < token.start + 12 { return false }
        // 人才计划 is a name; 计划 before a verb is a plan.
        if token.wordClass != .verb, let previous, phrases.isNominal(previous), !phrases.isActor(previous) {
            // 夜市计划陆续新增40个摊位
            return tokens[(position + 1)...].first { $0.wordClass != .adverb }
                .map { $0.wordClass == .verb || $0.has(.transitive) } ?? false
        }
        return true
    }

    private static let means: WordList = ["资金", "经费", "补助", "项目", "资金支持", "政策", "专项债"]

    /// Whether what stands behind 争取 is to be done or reached. 争取上级资金达3200万元 tells what was got.
    private func isStrivenFor(behind position: Int, _ text: Span<UInt8>) -> Bool {
        guard let first = tokens[(position + 1)...].firstIndex(where: { $0.wordClass != .adverb }) else { return false }
        let token = tokens[first]
        if phrases.isVerbal(token) { return true }
        if token.isTime || text.has("每", at: token.start) || text.has("年前", at: token.start) {
            return verbFollows(first)
        }
        let clause = tokens[(position + 1)...].prefix { !$0.endsClause }
        return clause.contains { $0.has(.reach) && !$0.has(.sum) }
            && !clause.prefix(4).contains { SentenceReader.means.ends(in: text, at: $0.end) }
    }

    private static let handings: WordList = [
        "送回", "带回", "接回", "运回", "接到", "转移到", "转移至", "安置到", "安置在", "送到", "送至", "送给", "送进", "送往", "送上", "送达", "送入", "交到",
        "交给", "交至", "递到", "递给", "发到", "带到", "带给", "带进", "运到",
        "运至", "运往",
        "搬到", "搬进", "抬到", "转到", "转给", "捐给", "寄到", "寄给", "传到", "传给", "传递", "移到", "移至", "延伸到", "延伸至", "拉到", "摆到", "搬至",
        "贴到", "放到",
        "放在", "纳入", "分为", "分成", "划分为", "划为", "列为", "列入", "作为", "变为", "变成", "改为", "转为", "定为", "视为", "评为",
    ]

    /// Whether what stands behind 将 is taken somewhere by the verb right behind it, so that 将 is 把: 将温暖送到家门口.
    private func isHandedOn(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position < tokens.count, tokens[position].kind == .word, tokens[position].wordClass != .adverb,
            tokens[position].wordClass != .preposition
        else { return false }
        let reach = min(tokens.count, position + 3)
        for index in position + 1..<max(position + 1, reach) {
            if tokens[index].endsClause || tokens[index].wordClass == .person { return false }
            if SentenceReader.handings.begins(in: text, at: tokens[index].start) { return true }
        }
        return false
    }

    /// 将社保认证、老年证办理等48项事项下放到社区: whether examples and their number stand behind 将, with a verb behind them.
    private func isListTaken(behind position: Int) -> Bool {
        var index = position + 1
        var pauses = 0
        while index + 1 < tokens.count, index - position < 16, !tokens[index].has(.etc) {
            if tokens[index].isMark(.pause) { pauses += 1 } else if tokens[index].kind != .word { return false }
            index += 1
        }
        guard pauses > 0, index + 1 < tokens.count, tokens[index].has(.etc) else { return false }
        // 将开展义诊、讲座等12场活动: a verb of its own before the examples is what is planned
        guard tokens[position + 1].wordClass != .verb || !tokens[position + 1].has(.transitive) else { return false }
        let count = index + (tokens[index + 1].isQuantity ? 1 : 2)
        return count < tokens.count && tokens[count].isQuantity && verbFollows(count)
    }

    /// 以建设宜居家园为目标，…: what guides a doing, and no plan of it.
    private func isPurpose(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard text.has("为", before: tokens[position].start) else { return false }
        var index = position - 1
        while index >= 0, position - index < 24, !tokens[index].endsClause {
            if tokens[index].end - tokens[index].start == 3, text.has("以", at: tokens[index].start) { return true }
            index -= 1
        }
        return false
    }

    private static let payments: WordList = ["转账", "汇款", "打款", "取现", "转款", "汇出", "转出", "取款"]

    /// Whether a word for paying somebody stands behind a token in its clause.
    private func isPayment(behind position: Int, _ text: Span<UInt8>) -> Bool {
        tokens[(position + 1)...].prefix(8).prefix { !$0.endsClause }
            .contains { SentenceReader.payments.begins(in: text, at: $0.start) }
    }

    /// 将重点实施改造12万平方米, 将重点整治5条: a word for how before the verb; 将重点人员纳入台账 takes them somewhere.
    private func isManner(_ position: Int) -> Bool {
        guard position + 2 < tokens.count, [.attributive, .adjective].contains(tokens[position].wordClass) else {
            return false
        }
        let verb = tokens[position + 1]
        if verb.kind == .word, verb.wordClass == .verb { return true }
        return verb.wordClass == .verbalNoun && verb.has(.transitive) && !verbFollows(position + 1)
    }

    /// Whether a verb stands in a clause behind a token.
    func verbFollows(_ position: Int) -> Bool {
        var index = position + 1
        while index < tokens.count, !tokens[index].endsClause {
            if phrases.isVerbal(tokens[index]) { return true }
            index += 1
        }
        return false
    }

    /// Whether 规划 is a verb with what is to be built behind it: not a plan of something, nor the size of an area laid out.
    func isLaidOut(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position + 1 < tokens.count else { return false }
        let next = tokens[position + 1]
        guard next.isQuantity || phrases.isNominal(next) && !phrases.isActor(next), !next.has(.magnitude),
            !next.has(.attribute),
            !text.has("占地", at: next.start), !text.has("用地", at: next.start)
        else { return false }
        let before = position > 0 ? tokens[position - 1] : nil
        return before.map {
            $0.endsClause || phrases.isActor($0) || $0.wordClass == .adverb || $0.isTime || $0.has(.sum)
        } ?? true
    }

    private func isQuoted(_ position: Int) -> Bool {
        var index = position - 1
        while index >= 0, position - index < 12 {
            if tokens[index].isMark(.closeQuote) || tokens[index].endsClause { return false }
            if tokens[index].isMark(.openQuote) {
                var close = position + 1
                while close < tokens.count, close - position < 6 {
                    if tokens[close].isMark(.closeQuote) { return true }
                    // “今年计划再装8部。”: what is said, and no name
                    if tokens[close].endsClause || tokens[close].isQuantity { return false }
                    close += 1
                }
                return false
            }
            index -= 1
        }
        return false
    }

    func isFirst(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.end - token.start == 3 && text.has("原", at: token.start)
    }
}
