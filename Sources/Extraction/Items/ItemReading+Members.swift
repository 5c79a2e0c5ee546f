import Facts
import Scanning
import Units

/// Bare people by the team that they belong to, by who looks after them, or by what they came for: 成员 of a team that the sentence
/// has named, 托管孩子, 参与居民.
extension SentenceReader {
    /// People who are of a team or a body, and who are all called so.
    private static let teamMembers: WordList = ["队员", "成员", "组员", "团员", "委员", "理事", "监事"]

    /// Those who take part in what is held for everybody.
    private static let comers: WordList = ["居民", "群众", "市民", "学生", "家长", "职工", "青年", "老人", "业主", "村民", "儿童", "孩子"]

    /// Those who are of an institution, and what such are called.
    private static let staff: WordList = ["学生", "师生", "教师", "老师", "医生", "护士", "职工", "员工"]
    private static let institutions: WordList = [
        "学校", "小学", "中学", "大学", "学院", "幼儿园", "医院", "公司", "企业", "中心", "食堂", "银行", "工厂",
    ]

    /// Those who are looked after or taught.
    private static let children: WordList = ["孩子", "学生", "儿童"]

    /// Completes the bare name of people right beside their figure.
    ///
    /// - Parameter people: the noun for them, before or behind the figure.
    func completePeople(_ people: Range<Int>, _ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.change == .none, people.count == 1, let head = people.first,
            case let thing = state.reading.item,
            thing == text.string(ofDocument: tokens[head].start..<tokens[head].end)
        else { return }
        let first = min(head, state.place)
        if head > state.place, head + 1 < tokens.count, text.has("组成", at: tokens[head + 1].start) {
            // 由40名委员组成的审查委员会: what they make up is told behind
            return
        }
        if head > state.place, state.place > 1, tokens[state.place - 1].has(.de), SentenceReader.staff.contains(thing),
            let owner = ownerOfMembers(before: state.place, floor: 0, text),
            SentenceReader.institutions.isEnding(of: owner), !owner.hasPrefix("来自")
        {
            // 辖区职业学校的40名学生
            state.reading.item = SentenceReader.joined(owner, thing)
            return
        }
        if SentenceReader.teamMembers.contains(thing), let team = teamNamed(before: first, text) {
            let name = SentenceReader.member(thing, of: team.name)
            if team.isOne || name.unicodeScalars.count <= 4 { state.reading.item = name }
            return
        }
        if SentenceReader.children.contains(thing), let care = childCare(before: first, text) {
            state.reading.item = care + thing
            return
        }
        if head < state.place, SentenceReader.comers.contains(thing), let doing = joining(before: head, before, text),
            !state.facts.isEmpty
        {
            state.reading.item = doing + thing
            return
        }
        if head < state.place, let told = relative(before: head, before, text) {
            state.reading.item = told + "的" + thing
        }
    }

    /// 队员 of “晚霞”巡逻队: 巡逻队员 where it has no name of its own.
    static func member(_ thing: String, of team: String) -> String {
        thing == "队员" && team.hasSuffix("队") && team.unicodeScalars.count <= 4 ? team + "员" : joined(team, thing)
    }

    /// 成员 of 最初只有4个人, where the sentence has told of one team.
    func readPeopleAlone(
        _ right: Range<Int>, _ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State
    ) -> Bool {
        guard right.count == 1, let only = right.first, tokens[only].end - tokens[only].start == 3,
            text.has("人", at: tokens[only].start)
        else { return false }
        if let last = before.item.last, tokens[last].has(.human), before.item.upperBound >= state.place - 2 {
            // 工作人员只有5个人
            take(before.item, "item.left", text, &state)
            return true
        }
        guard let team = teamNamed(before: state.place, text), team.isOne else { return false }
        state.floor = max(state.floor, right.upperBound)
        nameMembers(of: team.name, &state)
        return true
    }

    /// Whether those of a body are called 队员: 抢险队; not 车队, 乐队 and 部队.
    static func isTeam(_ name: String) -> Bool {
        name.hasSuffix("队") && !["车队", "部队", "军队", "乐队", "舰队", "船队"].contains(where: name.hasSuffix)
    }

    /// 队员 of a 队, and 成员 of any other body.
    private func nameMembers(of team: String, by rule: String = "item.unit", _ state: inout State) {
        let bare = team.hasSuffix("”") ? String(team.dropLast()) : team
        state.reading.name(
            SentenceReader.member(SentenceReader.isTeam(bare) ? "队员" : "成员", of: team), by: rule,
            doubting: "only the verb and the measure word tell what is counted")
    }

    /// 抢险队员 of 4支抢险队共126人: those right behind their teams are of them, whatever they do.
    func readTroop(_ clause: ElidedClause, _ state: inout State) -> Bool {
        guard clause.dimension == .person, clause.before.verbs == nil, clause.before.modifier == nil,
            let teams = state.facts.last, unit(teams.quantity)?.name == "支", let behind = teams.phrase?.upperBound,
            behind <= state.place, state.place - behind < 2,
            tokens[behind..<state.place].allSatisfy({ $0.has(.sum) || $0.isMark(.pause) })
        else { return false }
        let name = teams.item.hasSuffix("队伍") ? String(teams.item.dropLast()) : teams.item
        guard SentenceReader.isTeam(name) else { return false }
        state.reading.isTotal = false
        if name == "队" {
            state.reading.name("队员", by: "item.unit", doubting: nil)
        } else {
            nameMembers(of: name, &state)
        }
        return true
    }

    /// 队员 of “晚霞”巡逻队, where 队伍 alone is what so many people are: 从5人发展到37人的队伍.
    func nameBand(_ text: Span<UInt8>, _ state: inout State) {
        guard unitDimension(of: state.reading.quantity) == .person, state.reading.change == .none,
            state.reading.item == "队伍" || state.reading.item == "团队",
            let team = teamNamed(before: state.place, text), team.isOne, !state.reading.item.hasSuffix(team.name)
        else { return }
        nameMembers(of: team.name, &state)
    }

    /// 理事会成员 of 由楼长11人组成理事会, 议事会成员 of 成立议事会，由居民代表21人组成: the body that those who are counted make up.
    func readMakingUp(_ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        let verb = state.place + 1
        guard verb < tokens.count, unitDimension(of: state.reading.quantity) == .person,
            text.has("组成", at: tokens[verb].start), tokens[verb].end - tokens[verb].start == 6
        else { return false }
        // 抽调干部26名组成专班: who they are is told
        let isTold =
            !before.item.isEmpty && !before.item.contains(where: { tokens[$0].isMark(.pause) })
            && !(before.item.lowerBound > 0 && text.has("由", before: tokens[before.item.lowerBound].start))
            && before.item.last.map { tokens[$0].has(.human) || tokens[$0].has(.agent) } ?? false
        guard !isTold else { return false }
        let body = phrases.right(startingAt: verb + 1)
        if let last = body.last {
            let end = tokens[last].isMark(.closeQuote) ? last - 1 : last
            guard SentenceReader.bands.ends(in: text, at: tokens[end].end) else { return false }
            state.floor = max(state.floor, body.upperBound)
            nameMembers(of: phrases.string(body, text: text), by: "item.role", &state)
            return true
        }
        guard phrases.closes(at: verb + 1), let team = teamNamed(before: state.place, text), team.isOne else {
            return false
        }
        state.floor = max(state.floor, verb + 1)
        nameMembers(of: team.name, &state)
        return true
    }

    /// 村医 of 村医陈大明、孙玉兰、周小海3人: what those are whose names stand before their number, one for each; empty where only
    /// their names do, which name no item.
    func roleOfNamed(before place: Int, _ state: State, _ text: Span<UInt8>) -> Range<Int>? {
        guard unitDimension(of: state.reading.quantity) == .person, place > 2, tokens[place - 1].kind == .word else {
            return nil
        }
        var (low, end, count) = (place, place, 1)
        while low > 0, place - low < 32, tokens[low - 1].kind == .word || tokens[low - 1].isMark(.pause) {
            low -= 1
            guard tokens[low].isMark(.pause) else { continue }
            guard mayBeName((low + 1)..<end, text) else { return nil }
            (end, count) = (low, count + 1)
        }
        guard count > 1, state.reading.quantity.value == Number(count) else { return nil }
        guard let role = (low..<end).last(where: { tokens[$0].has(.human) || tokens[$0].has(.doer) }) else {
            return mayBeName(low..<end, text) ? place..<place : nil
        }
        return phrases.left(endingAt: role, floor: low, style: .count).item
    }

    /// Whether words begin with a surname and are as short as the name of somebody, and none tells what people are.
    private func mayBeName(_ words: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard (2...4).contains(phrases.scalars(of: words)), let first = words.first, let last = words.last,
            ReadingTools.surnames.contains(text.scalar(at: tokens[first].start).value)
        else { return false }
        return !tokens[last].has([.human, .agent, .doer, .abstract, .body])
    }

    /// What a doctor reads off people.
    private static let vitals: WordList = ["血压", "血糖", "血脂", "体温", "视力", "骨密度", "心率", "血氧"]

    /// 测血压、血糖 of 为居民测血压、血糖140人次: what is done with those who are counted, and not what is read off them.
    func nameMeasuring(_ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.rule == "item.left", let phrase = state.reading.phrase, let last = phrase.last,
            SentenceReader.vitals.ends(in: text, at: tokens[last].end)
        else { return }
        var low = phrase.lowerBound
        while low > 0, phrase.upperBound - low < 12,
            tokens[low - 1].isMark(.pause) || tokens[low - 1].has(.and)
                || SentenceReader.vitals.ends(in: text, at: tokens[low - 1].end)
        { low -= 1 }
        if low > 0, tokens[low - 1].kind == .word, phrases.isVerbal(tokens[low - 1]) { low -= 1 }
        state.reading.item = text.string(of: tokens[low..<phrase.upperBound])
    }

    /// How far before those who belong to it a team is looked for.
    private static let reachOfTeam = 30

    /// The team or body that the sentence has named last before a position, and whether it is one alone: 组建巡逻队36支 are many.
    private func teamNamed(before position: Int, _ text: Span<UInt8>) -> (name: String, isOne: Bool)? {
        var index = position - 1
        while index >= 0, position - index < SentenceReader.reachOfTeam, !semicolons.contains(index),
            !tokens[index].isMark(.sentenceEnd)
        {
            let end = index
            index -= 1
            guard tokens[end].kind == .word, SentenceReader.bands.ends(in: text, at: tokens[end].end) else { continue }
            let next = end + 1
            let isQuoted = next < tokens.count && tokens[next].isMark(.closeQuote)
            let behind = isQuoted ? next + 1 : next
            // 志愿队|队长, 理事会|会议室: another thing, of the team
            if behind < position, phrases.isNominal(tokens[behind]), !phrases.isVerbal(tokens[behind]) { continue }
            let phrase = phrases.left(endingAt: isQuoted ? next : end, floor: 0, style: .count).item
            guard phrase.contains(end), !phrase.contains(where: { tokens[$0].isMark(.pause) }) else { continue }
            // 一|支|“晚霞”巡逻队, 老教师牵头的“晚霞”巡逻队: its name in quotation marks is enough
            let low = phrase.last { tokens[$0].isMark(.openQuote) } ?? phrase.lowerBound
            let name = phrases.string(withoutCounter(low..<phrase.upperBound, text), text: text)
            guard (2...14).contains(name.unicodeScalars.count) else { return nil }
            let counts = [phrase.lowerBound - 1, behind].filter { $0 >= 0 && $0 < tokens.count && $0 != position }
            let isOne = counts.allSatisfy { place in
                guard case .quantity(let number) = tokens[place].kind else { return true }
                return quantities[number].value == Number(1) && quantities[number].upper == nil
            }
            return (name, isOne)
        }
        return nil
    }

    /// What the names of teams and bodies end in that people are members of.
    private static let bands: WordList = [
        "队", "队伍", "团队", "专班", "小组", "理事会", "委员会", "自管会", "业委会", "议事会", "监委会", "协会", "联盟", "讲师团", "宣讲团", "艺术团", "合唱团",
        "帮帮团", "合作社", "消防站", "调解室", "乐团", "志愿团", "智囊团", "商会",
    ]

    /// 托管 of 托管班, 课堂 of “四点半课堂”: where children are looked after or taught that the sentence then counts.
    private func childCare(before position: Int, _ text: Span<UInt8>) -> String? {
        var index = position - 1
        while index >= 0, position - index < SentenceReader.reachOfTeam, !semicolons.contains(index),
            !tokens[index].isMark(.sentenceEnd)
        {
            if tokens[index].kind == .word {
                if text.has("托管", at: tokens[index].start) || text.has("托管班", before: tokens[index].end) { return "托管" }
                if text.has("课堂", before: tokens[index].end) { return "课堂" }
                if text.has("学堂", before: tokens[index].end) { return "学堂" }
            }
            index -= 1
        }
        return nil
    }

    /// 参与 of 召开坝坝会32场，参与居民1900人次: that those who are counted took part in what was counted before them.
    private func joining(before head: Int, _ before: NounPhrases.Left, _ text: Span<UInt8>) -> String? {
        guard head > 1, tokens[head - 1].kinds.contains(.joining), before.predicate == head - 1 else { return nil }
        var mark = head - 2
        while mark > 0, isLeadIn(tokens[mark]), !tokens[mark].endsClause { mark -= 1 }
        guard tokens[mark].endsClause || tokens[mark].isMark(.pause), !semicolons.contains(mark) else { return nil }
        return text.string(ofDocument: tokens[head - 1].start..<tokens[head - 1].end)
    }

    private static let servings: WordList = [
        "服务", "接待", "接收", "招收", "惠及", "吸引", "涉及", "帮助", "组织", "慰问", "资助", "走访",
    ]

    /// 申请改造 of 申请改造的居民有23户: the clause that tells which of the people are counted, at the head of its own clause.
    private func relative(before head: Int, _ before: NounPhrases.Left, _ text: Span<UInt8>) -> String? {
        let de = head - 1
        guard de > 0, tokens[de].has(.de), tokens[head].has(.human) || tokens[head].has(.doer) else { return nil }
        var low = de
        while low > 0, de - low < 10, tokens[low - 1].kind == .word, !tokens[low - 1].has(.de) { low -= 1 }
        guard low == 0 || tokens[low - 1].endsClause || tokens[low - 1].isTime else { return nil }
        while low < de,
            tokens[low].wordClass == .adverb || tokens[low].wordClass == .time || tokens[low].has(.plan)
                || tokens[low].wordClass == .preposition && phrases.scalars(tokens[low]) == 1
                || text.has("来", at: tokens[low].start) || text.has("前来", at: tokens[low].start)
        { low += 1 }
        // 社区共有|行动不便的老人, 辖区有|入住的大学生: what there is in a place; but 父母有病的学生
        if let having = tokens[low..<de].dropFirst().firstIndex(where: { $0.has(.stock) }), having + 1 < de,
            phrases.scalars(tokens[having]) > 1
                || !tokens[having - 1].roles.isDisjoint(with: [.agent, .body, .placeName])
                || tokens[having - 1].wordClass == .locative
        {
            low = having + 1
        }
        guard low < de, before.predicate.map({ $0 >= low }) ?? true,
            phrases.verbToPeople(low..<de, told: head..<(head + 1)) == nil,
            tokens[low..<de].contains(where: { phrases.isVerbal($0) }),
            // 帮助行动不便的老人, 培训有创业意愿的学生: who they are is told behind the verb that is done to them
            !(tokens[low].has(.transitive) && tokens[low + 1].has(.stock)),
            de - low == 1
                || tokens[low].kinds.isDisjoint(with: [
                    .helping, .steering, .personal, .receiving, .purpose, .benefit, .handling, .gathering, .addition,
                ]) && !tokens[low].has(.causative) && !SentenceReader.servings.ends(in: text, at: tokens[low].end),
            !tokens[low..<de].contains(where: { $0.wordClass == .pronoun || $0.has(.placeName) })
        else { return nil }
        let told = text.string(of: tokens[low..<de])
        return (2...12).contains(told.unicodeScalars.count) ? told : nil
    }
}
