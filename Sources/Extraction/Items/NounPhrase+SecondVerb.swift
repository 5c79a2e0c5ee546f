import Scanning

/// Which of two verbs of a clause has the counted thing as its object.
extension NounPhrases {
    /// Whether the second of two verbs takes the object over from the first: 组织|志愿者|清理垃圾, 建成后可|提供|停车位.
    ///
    /// It does where it is no noun of doing that the first verb carries, where what stands between the two ends what the first
    /// tells or does what the second tells, and where it does not qualify the object of the first.
    func takesObject(_ second: Int, from first: Int, in range: Range<Int>, style: Style) -> Bool {
        if tellsManner(quotedBefore: second, in: range) { return true }
        let between = tokens[(first + 1)..<second]
        let isBrought = bringsIn(first, upTo: second, in: range)
        // 宣讲|走进|企业32家: a doing that goes where it is done
        if second == first + 1, tokens[first].wordClass == .verbalNoun, !tokens[first].has(.light),
            tokens[second].kinds.contains(.going), tokens[second].wordClass == .verb
        {
            return true
        }
        return isSecondPredicate(second, behind: first)
            && (isBrought || endsFirst(between) || actsSecond(between, first, second)
                || sharesObject(first, second, in: range)
                || servesAsMeans(between, first, style) || isPassedOver(between))
            && (isBrought || opensPredicate(second, behind: first)) && !qualifiesObject(second, of: first)
    }

    /// 组织召开“诸葛会”, 组织召开会议: of two light verbs the second has the object, and a quoted thing is one.
    private func isSecondPredicate(_ second: Int, behind first: Int) -> Bool {
        !tokens[first].has(.light) || second > first + 1 || tokens[second + 1].isMark(.openQuote)
            || tokens[second].has(.light)
            // 实施改造街巷: and of a light one and one of handling, before a thing
            || tokens[second].kinds.contains(.handling) && isThing(tokens[second + 1])
            // 完成走访企业, 完成化解纠纷: and one of what is done to a matter or to people
            || !tokens[second].kinds.isDisjoint(with: [.personal, .settling]) && tokens[second].has(.transitive)
                && isThing(tokens[second + 1])
                && tokens[second + 1].kinds.isDisjoint(with: [.works, .paper])
            // 组织发动党员参与清理: and one of moving people
            || !tokens[second].kinds.isDisjoint(with: [.company, .steering])
                && (tokens[second + 1].has(.human) || tokens[second + 1].has(.doer))
    }

    /// Whether a token is a noun for a thing or for people, and no size, place or event.
    func isThing(_ token: Token) -> Bool {
        token.wordClass == .noun && !token.has(.abstract) && !token.has(.bound) && !token.has(.magnitude)
            && token.kinds.isDisjoint(with: [.post, .body, .course, .event])
    }

    /// Whether the words between two verbs close what the first one tells.
    private func endsFirst(_ between: ArraySlice<Token>) -> Bool {
        guard let nearest = between.last else { return false }
        // 拆除工作共出动城管队员: 共 opens what is told of it
        return nearest.has(.sum) || nearest.has(.done)
            // 建成时书屋投放图书: a word for when closes what the first verb tells
            || between.first.map { $0.kinds.contains(.moment) } ?? false
            // 本次巡查活动出动队员: what the first verb tells apart does the second
            || between.count == 1 && nearest.kinds.contains(.event)
            // 停车棚可停放电动车: what can be done in what was built
            || nearest.has(.able)
            // 通过拆除违建等方式新增泊位: 方式 closes what goes before the verb
            || nearest.kind == .word && nearest.wordClass == .other
            // 确定在幸福路沿线安装分类亭
            || between.contains { $0.wordClass == .preposition }
                && (nearest.wordClass == .locative || nearest.has(.placeName))
    }

    /// Whether those who stand between two verbs do what the second one tells.
    private func actsSecond(_ between: ArraySlice<Token>, _ first: Int, _ second: Int) -> Bool {
        guard let nearest = between.last else { return false }
        // 联合执法中队拆除…: a body between two verbs is the object of one and the subject of the other
        // 带着姐妹们缝制香包: and so are people of whom there are several
        return nearest.has(.agent) || nearest.kinds.contains(.plural)
            // 组织居民参加体检: those who are brought to it do it
            || tokens[second].kinds.contains(.joining) && nearest.has(.human)
            // 帮助商户整改隐患: those who are helped do it
            || tokens[first].kinds.contains(.helping) && tokens[second].kinds.contains(.settling)
                && (nearest.has(.human) || nearest.has(.doer))
            // 联合物业垒起沙袋
            || tokens[first].kinds.contains(.company) && startsWithNouns(first + 1, upTo: second)
            // 走进|学校、食堂|开展宣讲: what is done where they go
            || tokens[first].kinds.contains(.going) && tokens[second].wordClass == .verb && isNominal(nearest)
            // 组织志愿者为老人送去粽子: those who are brought to it, and whom they do it for
            || servesSomebody(between)
    }

    /// 收缴、销毁劣质烟花, 改造提升和规范农贸市场: whether two verbs of a series share their object.
    private func sharesObject(_ first: Int, _ second: Int, in range: Range<Int>) -> Bool {
        isSeries(tokens[(first + 1)..<second]) && startsPredicate(first, in: range)
    }

    /// 盘活闲置地块增设停车位: whether the object of the first verb is used for what the second tells, and is no part of it.
    private func servesAsMeans(_ between: ArraySlice<Token>, _ first: Int, _ style: Style) -> Bool {
        style == .count && tokens[first].kinds.contains(.resource)
            && (between.last.map { $0.wordClass == .noun } ?? false)
    }

    /// 走访并慰问: whether nothing between two verbs is a thing.
    private func isPassedOver(_ between: ArraySlice<Token>) -> Bool {
        between.allSatisfy {
            $0.wordClass == .adverb || $0.has(.aspect) || isActor($0) || $0.wordClass == .conjunction
                || $0.wordClass == .locative
        }
    }

    /// Whether the second verb opens a predicate: a noun of doing goes on a series of verbs where a thing follows it (计划改造,
    /// 走访慰问).
    private func opensPredicate(_ second: Int, behind first: Int) -> Bool {
        let between = tokens[(first + 1)..<second]
        let (verb, next) = (tokens[second], tokens[second + 1])
        if verb.wordClass == .verb, verb.end - verb.start > 3 { return true }
        if tokens[first].has(.plan) || tokens[first].has(.causative)
            || !tokens[first].kinds.isDisjoint(with: [.company, .helping])
            // 腾空土地|建设|服务场所: what is made of it
            || tokens[first].kinds.contains(.resource) && verb.kinds.contains(.handling)
        {
            return true
        }
        // 通过改扩建等方式|建设投用|学校
        if let closing = between.last, closing.kind == .word, closing.wordClass == .other { return true }
        // 共|调解: behind an adverb it is no noun
        if between.last.map({ $0.has(.able) }) ?? false || between.contains(where: { $0.has(.sum) || $0.has(.done) }) {
            return true
        }
        // 发现并处置险情, 提升改造和整治店铺
        guard isSeries(between) || between.allSatisfy({ $0.wordClass == .conjunction }) else { return false }
        // 排查整改隐患
        return verb.kinds.contains(.settling) && !tokens[first].has(.light) && !tokens[first].kinds.contains(.handling)
            || !(next.has(.abstract) || next.has(.magnitude))
    }

    /// 清理倒伏树木, 发放调查问卷: a verb that is not known to take an object qualifies what the one before it takes.
    private func qualifiesObject(_ second: Int, of first: Int) -> Bool {
        second == first + 1
            && (qualifies(second)
                // 梳理形成问题清单: but one that makes a paper has it as its object
                || tokens[second + 1].kinds.contains(.paper)
                    && !(tokens[second].wordClass == .verb && tokens[second].kinds.contains(.handling)))
            && tokens[first].has(.transitive) && scalars(tokens[first]) + scalars(tokens[second]) > 2
            && tokens[first].roles.isDisjoint(with: [.plan, .causative]) && isNominal(tokens[second + 1])
    }

    /// Whether 为 or its like stands between two verbs behind a noun, with a noun at the end.
    private func servesSomebody(_ between: ArraySlice<Token>) -> Bool {
        guard let first = between.first, let last = between.last, between.count > 2,
            let recipient = between.firstIndex(where: { $0.has(.recipient) })
        else { return false }
        return recipient > between.startIndex && recipient < between.endIndex - 1 && isNominal(first)
            && isNominal(last) && (last.has(.human) || last.has(.doer) || last.has(.agent))
    }

    /// Whether nothing but verbs stands between two verbs, and a 、 or 和 right before the second.
    private func isSeries(_ between: ArraySlice<Token>) -> Bool {
        guard let last = between.last, last.isMark(.pause) || last.has(.and) else { return false }
        return between.dropLast().allSatisfy { isVerbal($0) }
    }

    /// Whether those brought in stand between their verb and the next: 联合|物业, 邀请|辖区律师, 协调|供热公司.
    private func startsWithNouns(_ first: Int, upTo end: Int) -> Bool {
        // The verb may be cut: 垒|起.
        var end = end
        if end - first > 1, scalars(tokens[end - 1]) == 1, isVerbal(tokens[end - 1]) { end -= 1 }
        guard let last = tokens[first..<end].last else { return false }
        return isNominal(last) && !isVerbal(last)
            && tokens[first..<end].allSatisfy { $0.kind == .word || $0.isMark(.pause) }
    }

    /// 组织|网格员|排查|隐患, 举办|招聘会|提供|岗位: whether what the first of two verbs brings together or about does the
    /// second, whose object is counted.
    private func bringsIn(_ first: Int, upTo second: Int, in range: Range<Int>) -> Bool {
        // 楼栋长|入户|征求|意见
        var end = second
        while end > first + 1, tokens[end - 1].has(.manner) || tokens[end - 1].wordClass == .adverb { end -= 1 }
        let last = tokens[end - 1]
        guard end - first > 1, second + 1 < range.upperBound,
            last.isMark(.closeQuote)
                || last.wordClass == .noun && !last.has(.bound) && scalars(last) > 1
                    && startsWithNouns(first + 1, upTo: end)
        else { return false }
        // 建立服务平台收集点: what ends in a place or a matter is one noun.
        let counted = tokens[range.upperBound - 1]
        let isThing =
            !counted.has(.abstract) && !counted.has(.magnitude) && !tokens[range.upperBound - 1].kinds.contains(.post)
        let isDone = tokens[second].wordClass == .verb && scalars(tokens[second]) > 1 || isServing(second, in: range)
        let isActing = last.has(.human) || last.has(.agent)
        if tokens[first].kinds.contains(.association) {
            // 组织网格员排查隐患, but 组织志愿者服务活动
            return isDone
                || (isThing || !tokens[second].kinds.contains(.purpose)) && isActing && isVerbal(tokens[second])
                    && counted.wordClass == .noun && !counted.has(.bound)
        }
        if tokens[first].kinds.contains(.gathering) {
            // 引入养老机构建成食堂
            return isDone && !counted.has(.abstract) && !counted.has(.magnitude)
                && (isActing || last.has(.doer) || !tokens[end - 1].kinds.isDisjoint(with: [.post, .body, .site]))
        }
        // 成立调解室调解纠纷
        let isPost = tokens[end - 1].kinds.contains(.post) && scalars(last) > 2 && isVerbal(tokens[second])
        return (isDone || isPost && !counted.has(.bound)) && isThing && tokens[first].kinds.contains(.convening)
            && (last.isMark(.closeQuote) || last.has(.abstract) || tokens[end - 1].kinds.contains(.post)
                || tokens[end - 1].kinds.contains(.event))
    }
}
