import Facts
import Scanning
import Units

/// The predicate behind a figure or behind what it counts: what those that are counted do, or what is done with them.
extension SentenceReader {
    /// 超过1100人受伤, 13栋已完成喷涂: takes the predicate that follows a figure without any other noun between.
    @discardableResult
    func takePredicate(
        rightBehind index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) -> Bool {
        let place = places[index]
        var next = place + 1
        if let phrase = reading.phrase, phrase.lowerBound > place { next = phrase.upperBound }
        return takePredicate(from: next, orDoing: !isRemainder(place), text, &reading)
    }

    /// Takes the predicate at a position, with adverbs before it at most.
    func takePredicate(
        from next: Int, orDoing mayBeDoing: Bool, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) -> Bool {
        var verb = next
        // 24盏路灯6月底前装好: when it is done may stand between
        while verb < tokens.count, verb - next < 4,
            tokens[verb].isTime || verb == next && isPerhaps(verb, text)
                || tokens[verb].kind == .word
                    && (tokens[verb].wordClass == .adverb || tokens[verb].kinds.contains(.running))
        { verb += 1 }
        if formsBody(from: next, text) {
            // 推选9名委员组成委员会, 17名骑手组成送餐队: those who make up a body are there
            (reading.action, reading.verb, reading.isStockWorded) = (nil, nil, true)
            return true
        }
        if takeLack(at: next, text, &reading) || takeHabit(from: next, text, &reading) { return true }
        if verb < tokens.count, verb > next, tokens[verb].kind == .word, isAction(verb), endsClause(verb),
            phrases.isVerbal(tokens[verb]) || tokens[verb].wordClass == .verbalNoun,
            tokens[next..<verb].contains(where: { $0.has(.ongoing) })
        {
            // 52部电梯正在施工
            reading.action = text.string(of: tokens[verb..<verb + 1])
            reading.verb = verb
            reading.isStockWorded = true
            return true
        }
        guard verb < tokens.count, tokens[verb].kind == .word,
            tokens[verb].wordClass == .verb
                && (isAction(verb) || hasAspect(verb) || carriesDoing(verb)
                    // 聘请96名骑手担任网格员
                    || holdsPost(verb, text))
                || tokens[verb].wordClass == .preposition
                // 300余人与会
                || tokens[verb].kinds.contains(.attending) && endsClause(verb)
                // 286人成功献血: a doing behind an adverb, with which the clause ends
                // 隐患80处全部整改到位: or with what it came to
                || verb > next && (endsClause(verb) || isFinished(verb))
                    && (tokens[verb].wordClass == .verbalNoun && mayBeDoing || isNounDone(verb))
                // 将违建66处拆除到位
                || phrases.isVerbal(tokens[verb]) && reading.rule == "item.left" && isFronted(reading.phrase)
        else { return false }
        return takePredicate(behind: verb, text, &reading)
    }

    /// 整改完毕, 拆除到位: whether a verb and the word that says that it came to its end close a clause.
    private func isFinished(_ verb: Int) -> Bool {
        verb + 1 < tokens.count && tokens[verb + 1].kinds.contains(.finishing) && endsClause(verb + 1)
    }

    /// Whether 对, 将 or 把 brings what is counted before the verb.
    private func isFronted(_ phrase: Range<Int>?) -> Bool {
        guard let phrase else { return false }
        return phrases.front(of: phrase) != nil
    }

    /// 13个小区没有专业物业, 7户经营户未公示健康证: what they have not or have not done tells them from the others.
    private func takeLack(at next: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Bool {
        guard let lack = lack(at: next) else { return false }
        let start = tokens[lack.lowerBound].start
        reading.action = text.string(
            ofDocument: (text.has("尚", at: start) ? start + 3 : start)..<tokens[lack.upperBound - 1].end)
        reading.verb = lack.lowerBound
        reading.isStockWorded = true
        return true
    }

    private static let habits: WordList = [
        "轮流", "轮班", "轮番", "轮值", "每天", "每日", "每晚", "常年", "长期", "日夜", "早晚", "分片", "随时", "驻点", "常驻",
    ]
    private static let crews: WordList = ["名", "位", "人", "支", "组"]
    private static let turns: WordList = ["被", "进", "到", "赴", "深入", "走进", "前往"]

    /// 180名劝导员早晚轮流值守: those who do something by turns or day by day stand ready for it, and are counted as they are.
    private func takeHabit(from next: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Bool {
        guard let name = unit(reading.quantity)?.name, SentenceReader.crews.contains(name), reading.status == .actual
        else { return false }
        var index = next
        while index < tokens.count, index - next < 4, tokens[index].kind == .word || tokens[index].isTime,
            !tokens[index].has(.de)
        {
            if SentenceReader.habits.begins(in: text, at: tokens[index].start) {
                guard !tellsOfDeed(behind: index, text) else { return false }
                (reading.action, reading.verb, reading.isStockWorded) = (nil, nil, true)
                return true
            }
            // 6名是轮流背出来的: what is told of them, and not what they do
            guard tokens[index].wordClass == .adverb || tokens[index].isTime else { return false }
            index += 1
        }
        return false
    }

    private static let deeds: WordList = ["上岗", "上课", "授课", "参加", "出动", "上阵", "转移", "接受", "参与", "发言"]

    /// 轮流上岗, 轮流上课: who each did so in turn did it; and 轮流坐班 says itself that they stand there.
    private func tellsOfDeed(behind habit: Int, _ text: Span<UInt8>) -> Bool {
        guard habit + 1 < tokens.count else { return false }
        let next = tokens[habit + 1]
        // 长期占道经营被处罚, 轮流进社区义诊: what came of it, or where they went
        let rest = tokens[(habit + 1)...].prefix(8).prefix { !$0.endsClause }
        if rest.contains(where: { SentenceReader.turns.contains($0.start..<$0.end, of: text) }) { return true }
        return SentenceReader.deeds.begins(in: text, at: next.start)
            || WindowReading.standing.contains(next.start..<next.end, of: text)
    }

    /// 没有 or 未 behind what is counted, with what they have not or have not done, up to the clause's end.
    private func lack(at next: Int) -> Range<Int>? {
        var start = next
        while start < tokens.count, start - next < 3, tokens[start].kind == .word, tokens[start].wordClass == .adverb,
            !tokens[start].kinds.contains(.negation)
        { start += 1 }
        guard start < tokens.count, tokens[start].kinds.contains(.negation) else { return nil }
        var end = start + 1
        while end < tokens.count, !tokens[end].endsClause, !tokens[end].isQuantity, end - start < 8 { end += 1 }
        guard end > start + 1, phrases.closes(at: end) else { return nil }
        return start..<end
    }

    /// 40余人开展清扫: a light verb before the doing.
    private func carriesDoing(_ verb: Int) -> Bool {
        verb + 1 < tokens.count && tokens[verb].has(.light) && tokens[verb].has(.empty)
            && tokens[verb + 1].kind == .word
            && (phrases.isNominal(tokens[verb + 1]) || phrases.isVerbal(tokens[verb + 1]))
    }

    /// 拿了证, 开了窗: a verb of one character with an ending that only verbs have.
    private func hasAspect(_ verb: Int) -> Bool {
        verb + 1 < tokens.count && tokens[verb + 1].has(.aspect) && !tokens[verb].has(.stock)
    }

    /// Takes the predicate behind what is counted, with its object: 完成“亲民化”改造 in 9个社区完成“亲民化”改造.
    @discardableResult
    func takePredicate(behind first: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) -> Bool {
        // 三个社区|的空置率达到18%, 三所学校|的孩子少绕路: nor is what is told of a rate or of people of theirs; but 9所小学的食堂完工
        if first < tokens.count, tokens[first].has(.de), case let owned = phrases.right(startingAt: first + 1),
            let last = owned.last,
            leadsOn(behind: last) || text.has("率", before: tokens[last].end)
                || namesPeople(owned, text) && !comeTogether(behind: owned)
        {
            return false
        }
        if formsBody(from: first, text) {
            reading.isStockWorded = true
            return true
        }
        if takeLack(at: first, text, &reading) || takeHabit(from: first, text, &reading) { return true }
        // 26家企业|产值达36亿元: what is told of a size of theirs is not done by them
        // 40多种鸟类数量大幅增加: nor is how their number changes
        guard
            first >= tokens.count || !tokens[first].has(.magnitude) || !leadsOn(behind: first) && !varies(first, text),
            var predicate = predicate(behind: first, text), !isAbility(predicate.lowerBound),
            !leadsToLevel(predicate.lowerBound),
            !tokens[predicate.lowerBound].has(.state) || holdsPost(predicate.lowerBound, text),
            !tokens[predicate.lowerBound].has(.lasting), !ranks(predicate.lowerBound, text),
            !fills(predicate.lowerBound, behind: first, text)
        else { return false }
        if isMeans(predicate.lowerBound, of: first, text) {
            reading.isStockWorded = true
            return true
        }
        if tokens[predicate.lowerBound].has(.state) { reading.isStockWorded = true }
        reading.verb = predicate.lowerBound
        if predicate.count > 1, let last = predicate.last, tokens[last].isMark(.closeQuote),
            !predicate.contains(where: { tokens[$0].isMark(.openQuote) })
        {
            predicate.removeLast()
        }
        if laysOut(predicate.upperBound - 1, text) {
            // 将13个社区划分为60个网格: how they are laid out
            reading.isStockWorded = true
            return true
        }
        // 一|起|登城墙: together
        if predicate.count > 1, case let first = tokens[predicate.lowerBound].start, text.has("起", at: first),
            tokens[predicate.lowerBound].end - first == 3, text.has("一", before: first)
        {
            predicate = predicate.lowerBound + 1..<predicate.upperBound
        }
        if let short = shortened(predicate, text) {
            reading.action = short
            return true
        }
        if let doing = plainDoing(in: predicate) { predicate = doing..<doing + 1 }
        nameAction(by: predicate, text, &reading)
        if goesOn(predicate.lowerBound) { reading.isStockWorded = true }
        noteDone(before: predicate.lowerBound, &reading)
        return true
    }

    /// Says a predicate as an action, without the words that only say that it is done.
    private func nameAction(by predicate: Range<Int>, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        // 推介了80多个岗位: 了 only says that it is done.
        reading.action = text.string(of: ArraySlice(tokens[predicate].filter { !isPastMark($0, text) }))
        if let first = predicate.first, case let end = tokens[first].end, predicate.count > 1,
            end - tokens[first].start > 6, text.has("了", before: end)
        {
            // 建起了调解室, where the tables have both as one word
            reading.action =
                text.string(ofDocument: tokens[first].start..<end - 3)
                + text.string(of: ArraySlice(tokens[predicate].dropFirst().filter { !isPastMark($0, text) }))
        }
        if let action = reading.action, action.hasPrefix("已"), tokens[predicate.lowerBound].has(.done) {
            // 36个项目已建成: 已 tells when, where the tables have both as one word.
            reading.action = String(action.dropFirst())
            reading.isDone = true
        }
    }

    /// 四个机场的地勤人员|举行罢工, 三家食堂的厨师|参加比武: whether people of theirs do together what they all are counted for.
    private func comeTogether(behind people: Range<Int>) -> Bool {
        var verb = people.upperBound
        while verb < tokens.count, tokens[verb].kind == .word, tokens[verb].wordClass == .adverb { verb += 1 }
        guard verb < tokens.count, tokens[verb].kind == .word else { return false }
        return tokens[verb].has(.light) || tokens[verb].kinds.contains(.joining)
            || tokens[verb].kinds.contains(.attending)
    }

    /// How many bytes a predicate holds at least that ends because it would become too long.
    private static let cutLength = 36

    /// 发布《…应用行动实施|方案》, 提供赛事资讯等专业便捷的|志愿服务: a predicate that would become too long, up to the end of its title, or by
    /// its verb and the last noun of its object.
    private func shortened(_ predicate: Range<Int>, _ text: Span<UInt8>) -> String? {
        let cut = predicate.upperBound
        guard predicate.count > 2, cut < tokens.count,
            tokens[cut - 1].end - tokens[predicate.lowerBound].start >= SentenceReader.cutLength,
            !tokens[cut].endsClause, !tokens[cut].isQuantity
        else { return nil }
        if let close = endOfTitle(openIn: predicate) {
            return text.string(of: ArraySlice(tokens[predicate.lowerBound..<close].filter { !isPastMark($0, text) }))
        }
        var end = cut
        while end < tokens.count, end - cut < 16, !tokens[end].endsClause, !tokens[end].isQuantity { end += 1 }
        guard phrases.closes(at: end),
            let de = (predicate.lowerBound..<end).last(where: { tokens[$0].has(.de) || tokens[$0].has(.etc) }),
            (1...4).contains(end - de - 1),
            tokens[(de + 1)..<end].allSatisfy({ phrases.isNominal($0) || phrases.isVerbal($0) }),
            let verb = predicate.first(where: {
                phrases.isVerbal(tokens[$0]) && !tokens[$0].has(.recipient) && (tokens[$0].has(.light) || isAction($0))
            })
        else { return nil }
        return text.string(ofDocument: tokens[verb].start..<tokens[verb].end)
            + text.string(ofDocument: tokens[de + 1].start..<tokens[end - 1].end)
    }

    /// Where a title ends that a predicate opens and does not close, with the noun behind it: 获得“最美工作者”称号.
    private func endOfTitle(openIn predicate: Range<Int>) -> Int? {
        var depth = 0
        for index in predicate {
            if tokens[index].isMark(.openQuote) { depth += 1 }
            if tokens[index].isMark(.closeQuote), depth > 0 { depth -= 1 }
        }
        var close = predicate.upperBound
        guard depth > 0 else { return nil }
        while depth > 0, close < tokens.count, close - predicate.upperBound < 24 {
            if tokens[close].isMark(.openQuote) { depth += 1 }
            if tokens[close].isMark(.closeQuote) { depth -= 1 }
            close += 1
        }
        guard depth == 0 else { return nil }
        var end = close
        while end < tokens.count, end - close < 3, phrases.isNominal(tokens[end]) { end += 1 }
        return phrases.closes(at: end) ? end : close
    }

    /// 数量|也|大幅|增加: whether it is the number of those counted that grows.
    private func varies(_ size: Int, _ text: Span<UInt8>) -> Bool {
        guard text.has("数量", before: tokens[size].end) else { return false }
        let verb = tokens[(size + 1)...].prefix(5).first { $0.kind != .word || $0.wordClass != .adverb }
        return verb.map { $0.has(.increase) || $0.has(.decrease) } ?? false
    }

    /// 收入由7万元提升到了25万元: whether a verb only tells to what level something has come.
    private func leadsToLevel(_ verb: Int) -> Bool {
        guard tokens[verb].has(.to) else { return false }
        let level = tokens[(verb + 1)...].first { !$0.has(.aspect) }
        return level?.isQuantity ?? false
    }

    /// 以180个网格为依托, 以12个社区为单位: what is made use of is there, and 为 only says as what.
    private func isMeans(_ verb: Int, of first: Int, _ text: Span<UInt8>) -> Bool {
        let close = verb + 4
        // 以5条街延时开放的业态为载体: a clause may stand between.
        guard
            let means = (verb..<min(close, tokens.count)).first(where: {
                text.has("为", at: tokens[$0].start) && tokens[$0].end - tokens[$0].start <= 9
            }), means + 1 < tokens.count,
            means == verb || SentenceReader.means.begins(in: text, at: tokens[means + 1].start)
                || SentenceReader.means.begins(in: text, at: tokens[means].start + 3)
        else { return false }
        var index = first - 1
        while index >= 0, first - index < 16, !tokens[index].endsClause {
            let token = tokens[index]
            if token.end - token.start == 3, text.has("以", at: token.start) { return true }
            index -= 1
        }
        return false
    }

    private static let rankings: WordList = [
        "排名", "排位", "排第", "排在", "名列", "位列", "位居", "居于", "居首", "创历史新", "创历史最", "创历史同期", "创历史纪录", "创同期", "创单日", "创纪录",
        "再创历史",
        "刷新历史", "刷新纪录", "创造历史最", "创造历史新", "创下历史", "创下新高", "创下纪录",
    ]
    /// What closes its clause: 5个社区创新|高龄老人服务模式 goes on.
    private static let records: WordList = ["创新高", "创新低", "再创新高", "再创新低"]

    /// 在全区9个街镇中排名第四, 产值突破5亿元创新高: how somebody else stands among those that are counted, and what a record they are.
    private func ranks(_ verb: Int, _ text: Span<UInt8>) -> Bool {
        let start = tokens[verb].start
        if SentenceReader.rankings.begins(in: text, at: start) { return true }
        guard let length = SentenceReader.records.match(in: text, at: start, end: text.count) else { return false }
        let next = tokens[verb...].first { $0.start >= start + length }
        return next.map { $0.endsClause || $0.has(.aspect) } ?? tokens.last.map { $0.end == start + length } ?? false
    }

    private static let means: WordList = ["载体", "依托", "重点", "抓手", "阵地", "平台", "单位", "主体", "中心", "核心", "支点"]

    /// 6组健身器材前|围满了居民: whether a verb only tells what is in front of or in those that are counted.
    private func fills(_ verb: Int, behind first: Int, _ text: Span<UInt8>) -> Bool {
        tokens[max(0, first - 1)..<verb].contains { $0.wordClass == .locative }
            && text.has("满", before: tokens[verb].end)
    }

    private func isPastMark(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.has(.aspect) && token.end - token.start == 3
            && (text.has("了", at: token.start) || text.has("过", at: token.start))
    }

    private static let posts: WordList = ["担任", "兼任"]

    private static let formings: WordList = ["组成", "结成"]

    /// 17名骑手|组成送餐队: whether those who are counted make up a body, in the words right behind them.
    private func formsBody(from first: Int, _ text: Span<UInt8>) -> Bool {
        var index = first
        while index < tokens.count, index - first < 3, tokens[index].kind == .word,
            !tokens[index].has(.transitive) || SentenceReader.formings.begins(in: text, at: tokens[index].start)
        {
            if SentenceReader.formings.contains(tokens[index].start..<tokens[index].end, of: text) { return true }
            index += 1
        }
        return false
    }

    /// 15名党员兼任楼栋长: those who hold a post, told apart by it.
    private func holdsPost(_ verb: Int, _ text: Span<UInt8>) -> Bool {
        SentenceReader.posts.contains(tokens[verb].start..<tokens[verb].end, of: text)
    }

    /// Whether 为 or 成 stands behind a verb and before a figure: 细分为, 撤并为, 划成.
    func laysOut(_ last: Int, _ text: Span<UInt8>) -> Bool {
        guard last > 0, last + 1 < tokens.count, tokens[last + 1].isQuantity, phrases.isVerbal(tokens[last - 1]) else {
            return false
        }
        // 划成7个网格, 打包成6个片区
        return tokens[last].end - tokens[last].start == 3
            && (text.has("为", at: tokens[last].start)
                // but 装成9部
                || text.has("成", at: tokens[last].start)
                    && SentenceReader.layings.ends(in: text, at: tokens[last - 1].end))
    }

    private static let layings: WordList = ["划", "分", "编", "组", "并", "整合", "打包", "归纳", "梳理", "归类"]

    /// 对6个小区开展拉网式排查: the doing that a light verb carries, without the words for how it is done.
    private func plainDoing(in predicate: Range<Int>) -> Int? {
        guard predicate.count > 1, let first = predicate.first, let last = predicate.last, tokens[first].has(.light),
            tokens[first].has(.empty), tokens[last].wordClass == .verbalNoun, tokens[last].has(.transitive),
            !tokens[last].has(.abstract),
            // 对12处隐患点进行了治理
            tokens[(first + 1)..<last].allSatisfy({
                [.attributive, .adjective, .adverb].contains($0.wordClass) || $0.has(.aspect)
            })
        else { return nil }
        return last
    }

    /// The verb behind what is counted, up to the end of its object.
    private func predicate(behind first: Int, _ text: Span<UInt8>) -> Range<Int>? {
        guard let verbs = verbAndObject(behind: first, text) else { return nil }
        let (start, end) = (verbs.lowerBound, verbs.upperBound)
        guard !tokens[start].has(.stock), !tokens[start].has(.part), !measures(start, upTo: end, text),
            // 60处雨污混排现象: the verb is a part of the noun
            !(end == start + 2 && !tokens[start].has(.transitive)
                && SentenceReader.kindsOfMatter.contains(tokens[start + 1].start..<tokens[start + 1].end, of: text)),
            // 13个区县承担的272个项目: the clause belongs to what it stands before
            !(start + 1 < end && tokens[start + 1].has(.de))
        else { return nil }
        guard end + 1 < tokens.count, case .quantity(let number) = tokens[end].kind else { return verbs }
        if carriesDoing(verbs, counted: number) {
            // 对9个托管点的食材进行了两轮|抽检
            return end + 1..<end + 2
        }
        // 600斤送给院里的|19位老人: whose they are
        if end > start + 1, tokens[end - 1].has(.de) { return start..<start + 1 }
        // 218人捐献近|8万毫升血液, 4个项目入选全市|27个示范项目
        var close = end
        while close > start + 1,
            !tokens[close - 1].roles.isDisjoint(with: [.about, .over, .under, .sum, .determiner, .placeName, .and])
        {
            close -= 1
        }
        return start..<close
    }

    /// From the first verb behind what is counted, or the one that 已 makes of the words behind a noun, to where its clause ends, a
    /// figure or a list begins, or it becomes too long to be one predicate.
    private func verbAndObject(behind first: Int, _ text: Span<UInt8>) -> Range<Int>? {
        // 8家牵头单位及配合单位: the phrase goes on, and the list in 3场演出与6场发布.
        guard first < tokens.count, !tokens[first].has(.and) || isPerhaps(first, text),
            !(tokens[first].kinds.contains(.partner) && joinsAlike(first))
        else { return nil }
        var index = behindBracket(first)
        guard index < tokens.count else { return nil }
        var start: Int?
        var bytes = 0
        // 166个社区与765家单位签订协议书: with whom comes before the verb.
        let isAccompanied = tokens[index].wordClass == .preposition
        while index < tokens.count, !tokens[index].endsClause, bytes < (isAccompanied && start == nil ? 120 : 42),
            !tokens[index].isQuantity || isAccompanied && start == nil
        {
            let token = tokens[index]
            if isAccompanied, index > first, let next = behindTopic(index, start, text) {
                (start, bytes, index) = (nil, 0, next)
                continue
            }
            if token.isMark(.pause) {
                // 游客通过票务、安保检查后登岛
                if let next = afterwards(behind: index, text) {
                    (start, bytes, index) = (nil, 0, next)
                    continue
                }
                // 对8个小区的楼道、管网进行改造: what of them it is done to; 与银行、冷库合作签约: with whom
                if start == nil, !tokens[first].has(.de), !isWithOthers(first, text) { return nil }
                if start != nil { break }
            }
            // 领取了|共计65万元
            if start != nil, token.has(.sum) { break }
            // 教师经过培训后|进校园授课: what they do then, and not what went before
            if let first = start, index > first, isAfterwards(index, text), index + 1 < tokens.count,
                !tokens[index + 1].endsClause
            {
                start = nil
                bytes = 0
                index += 1
                continue
            }
            // 198个重点新开工项目|已开工: the first verb only tells which
            if let first = start, index == first + 2, token.has(.done), token.wordClass == .adverb,
                phrases.isNominal(tokens[first + 1])
            {
                start = nil
            }
            if start == nil {
                // 孩子跟着老师傅做面塑: with whom or how
                if token.has(.plan) || token.has(.causative) || token.has(.speech)
                    || SentenceReader.accompanying.ends(in: text, at: token.end)
                {
                    index += 1
                    continue
                }
                if opensPredicate(index) {
                    start = index
                    if isAccompanied { bytes = 0 }
                }
            }
            bytes += token.end - token.start
            index += 1
        }
        guard let start, index > start else { return nil }
        // 开展|为期约1个月的督察: how long it lasts is none of it
        if index > start + 1, tokens[index - 1].has(.lasting) { return start..<index - 1 }
        // 3条公交线开通后，将…: when the next thing comes about
        let close = index > start + 1 && phrases.closes(at: index) && isAfterwards(index - 1, text) ? index - 1 : index
        return start..<close
    }

    /// 15家书店|或|关门, 30家企业|或|将|倒闭: 或 before a verb says that it may be so.
    func isPerhaps(_ index: Int, _ text: Span<UInt8>) -> Bool {
        guard text.has("或", at: tokens[index].start), tokens[index].kind == .word else { return false }
        var verb = index + 1
        while verb < tokens.count, tokens[verb].kind == .word, tokens[verb].has(.plan) { verb += 1 }
        return verb < tokens.count && tokens[verb].kind == .word && tokens[verb].wordClass == .verb
            && phrases.scalars(tokens[verb]) == 2
    }

    private static let fieldsOfTalk: WordList = ["方面", "领域", "议题", "主题", "话题", "问题", "环节", "行业", "内容", "地", "场景"]
    private static let withOthers: WordList = ["与", "和", "同", "跟", "在", "对", "由", "通过", "围绕", "就", "聚焦", "针对"]

    /// 与|银行、冷库合作签约, 在|济南、烟台开工: a preposition that may bring in a list.
    private func isWithOthers(_ index: Int, _ text: Span<UInt8>) -> Bool {
        tokens[index].wordClass == .preposition
            && SentenceReader.withOthers.contains(tokens[index].start..<tokens[index].end, of: text)
    }

    /// 围绕“新时代、新征程”主题|交流, 围绕互联互通、共同发展等|议题开展探讨: where the clause goes on behind a title or the examples of
    /// what a preposition brings in, in which no predicate begins.
    private func behindTopic(_ index: Int, _ start: Int?, _ text: Span<UInt8>) -> Int? {
        if let start {
            guard tokens[index].has(.etc), index + 1 < tokens.count else { return nil }
            // 围绕太空探测等9个项目展开角逐
            let isTopic =
                SentenceReader.fieldsOfTalk.begins(in: text, at: tokens[index + 1].start)
                || tokens[index + 1].isQuantity && tokens[start].wordClass == .verbalNoun
            return isTopic ? index + 1 : nil
        }
        guard tokens[index].isMark(.openQuote) else { return nil }
        return tokens[index...].prefix(30).firstIndex { $0.isMark(.closeQuote) }.map { $0 + 1 }
    }

    /// Whether a word may be the verb with which a predicate begins.
    private func opensPredicate(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.has(.transitive) || token.wordClass == .verb || token.has(.become)
            || token.kinds.contains(.attending) && phrases.closes(at: index + 1)
            // 12家企业已搬迁: behind 已 it is no noun
            || (token.wordClass == .verbalNoun && isDoneHere(index) || isNounDone(index)) && isAction(index)
    }

    /// Behind 后 in the rest of a clause, where its verb stands: what those do who have done something else before.
    private func afterwards(behind pause: Int, _ text: Span<UInt8>) -> Int? {
        var index = pause + 1
        while index + 1 < tokens.count, index - pause < 10, !tokens[index].endsClause, !tokens[index].isQuantity {
            if isAfterwards(index, text) { return tokens[index + 1].endsClause ? nil : index + 1 }
            index += 1
        }
        return nil
    }

    /// 后, 之后 or 以后 behind a verb, which makes what stands before it the time of something else.
    private func isAfterwards(_ index: Int, _ text: Span<UInt8>) -> Bool {
        // 灾后恢复重建, 清淤后的粉刷: which of them is meant
        index > 0 && tokens[index].kinds.contains(.moment) && text.has("后", before: tokens[index].end)
            && (tokens[index - 1].isQuantity || phrases.scalars(tokens[index - 1]) > 1
                || phrases.isVerbalOrDoing(tokens[index - 1]))
            && !(index + 1 < tokens.count && tokens[index + 1].has(.de))
    }

    /// 3场演出|与|6场发布: whether a word stands before a figure in the same measure word as the one before it.
    private func joinsAlike(_ partner: Int) -> Bool {
        guard partner + 1 < tokens.count, case .quantity(let next) = tokens[partner + 1].kind, next > 0,
            next < quantities.count, let name = unit(quantities[next])?.name
        else { return false }
        return unit(quantities[next - 1])?.name == name && unitDimension(of: quantities[next]) == .event
    }

    /// 进行了|两轮|抽检: whether a light verb carries the doing behind the figure that it ends before.
    private func carriesDoing(_ verbs: Range<Int>, counted number: Int) -> Bool {
        let (verb, doing) = (tokens[verbs.lowerBound], tokens[verbs.upperBound + 1])
        return verb.has(.light) && verb.has(.empty)
            && (phrases.isVerbal(doing) || doing.wordClass == .verbalNoun)
            && tokens[(verbs.lowerBound + 1)..<verbs.upperBound].allSatisfy { $0.has(.aspect) }
            && SentenceReader.doings.contains(unitDimension(of: quantities[number]) ?? .count)
    }

    /// 13家医院（目标为5家）实现直接结算: where the clause goes on behind what brackets add to those that are counted.
    private func behindBracket(_ first: Int) -> Int {
        guard tokens[first].isMark(.openBracket),
            let close = tokens[first..<min(first + 14, tokens.count)].firstIndex(where: { $0.isMark(.closeBracket) })
        else { return first }
        return close + 1
    }

    private static let kindsOfMatter: WordList = ["现象", "行为"]

    /// 22个项目完成投资2.37亿元: a light verb and a sum of money size the things counted, and tell nothing that they did.
    private func measures(_ verb: Int, upTo end: Int, _ text: Span<UInt8>) -> Bool {
        guard end < tokens.count, case .quantity(let next) = tokens[end].kind else { return false }
        // 19个项目已完成80%: how far they are, and none of them is done
        let isLight = tokens[verb].has(.light) || tokens[verb].has(.done)
        let dimension = unitDimension(of: quantities[next]) ?? .count
        // 40个项目投资完成率超过60%: nor does a bound or a share that somebody else's figure has
        // 5个小区缴费率92%: the rate of theirs
        let isRate = tokens[end - 1].has(.magnitude) || text.has("率", before: tokens[end - 1].end)
        let isBound = !tokens[verb].roles.isDisjoint(with: [.over, .under, .share]) || isRate
        return isLight && [.money, .ratio].contains(dimension) || isBound && dimension == .ratio
    }
}
