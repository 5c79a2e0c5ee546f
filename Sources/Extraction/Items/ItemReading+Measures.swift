import Facts
import Scanning
import Units

/// What a measure word alone tells of what is counted, where the clause leaves it out: 装成14台 speaks of the lifts named before.
extension SentenceReader {
    /// The nouns that a measure word goes with and hardly any other does.
    private static let measured: [String: [StaticString]] = [
        "台": ["电梯", "充电桩", "设备", "空调", "电脑", "一体机", "无人机", "水泵", "车"],
        "部": ["电梯", "手机", "电话"],
        "栋": ["楼", "楼房", "房屋", "房子", "住宅", "楼栋", "宿舍", "建筑", "厂房"],
        "幢": ["楼", "楼房", "房屋", "房子", "住宅", "楼栋", "宿舍", "建筑", "厂房"],
        "盏": ["灯"],
        "辆": ["车", "车辆"],
        "株": ["树", "树木", "苗木", "花卉", "绿植", "灌木", "乔木", "树苗"],
        "棵": ["树", "树木", "苗木", "树苗"],
        "间": ["房间", "教室", "门面", "商铺", "房屋", "办公室"],
        "把": ["椅", "椅子", "座椅", "长椅", "伞"],
        "口": ["井", "水井"],
        "所": ["学校", "幼儿园", "小学", "中学", "托育园", "校"],
        "架": ["飞机", "无人机"],
        "艘": ["船", "船只"],
        "列": ["列车", "班列"],
        "枚": ["奖牌", "金牌"],
        "支": ["队伍", "服务队", "团队", "队"],
        "顶": ["帽", "帽子"],
    ]
    /// How far back, in tokens of the sentence and in bytes of the article, such a noun is looked for.
    private static let nearTokens = 60
    private static let nearBytes = 600

    /// The last thing named before a figure that its measure word goes with: 电梯 of 单元都盼着加装电梯，已装成14台.
    ///
    /// What the sentences before name is taken bare, and so is what is named inside a longer phrase of doing.
    func namedForMeasure(_ measure: String, _ text: Span<UInt8>, _ state: State) -> String? {
        guard let nouns = SentenceReader.measured[measure] else { return nil }
        var index = state.place - 1
        while index >= 0, state.place - index < SentenceReader.nearTokens {
            let token = tokens[index]
            if token.kind == .word, token.wordClass == .noun, !token.has(.agent), !token.has(.placeName),
                nouns.contains(where: { text.has($0, before: token.end) }),
                // 电梯口: inside a longer noun it is another thing
                index + 1 == state.place || !tokens[index + 1].has(.bound)
            {
                let phrase = phrases.left(endingAt: index, floor: 0, style: .count).item
                let isPlain =
                    phrase.last == index && phrases.scalars(of: phrase) <= 8
                    && !phrase.contains { phrases.isVerbal(tokens[$0]) || tokens[$0].isMark(.pause) }
                if isPlain { return phrases.string(phrase, text: text) }
                // 安置|楼: one character is told apart by the word before it
                let isShort =
                    phrases.scalars(token) == 1 && index > 0 && tokens[index - 1].end == token.start
                    && (tokens[index - 1].wordClass == .noun || tokens[index - 1].wordClass == .verbalNoun)
                    && phrases.scalars(tokens[index - 1]) == 2 && !phrases.isActor(tokens[index - 1])
                return text.string(ofDocument: (isShort ? tokens[index - 1].start : token.start)..<token.end)
            }
            index -= 1
        }
        if let topic = state.memory.topic, topic.unicodeScalars.count <= 10,
            nouns.contains(where: { topic.hasSuffix("\($0)") })
        {
            return topic
        }
        guard let first = tokens.first?.start else { return nil }
        return named(nouns.filter { $0.utf8CodeUnitCount > 3 }, before: first, from: state.memory.articleStart, text)
    }

    /// The endings of the nouns that a measure word counts, of which the noun behind it has one.
    private static let heads: [String: WordList] = [
        "家": ["公司", "企业", "机构", "单位", "店", "厂", "行", "所", "院", "馆", "社", "坊"],
        "辆": ["车", "车辆"],
        "台": ["机", "器", "仪", "泵", "车", "设备", "电梯"],
        "部": ["电梯", "手机"],
        "座": ["站", "桥", "塔", "楼", "馆", "厕", "库", "坝", "闸", "公园", "隧道"],
        "条": ["路", "街", "巷", "沟", "渠", "道", "河", "线", "管"],
        "株": ["树", "木", "苗"],
        "棵": ["树", "木", "苗"],
        "盏": ["灯"],
        "张": ["床", "床位", "卡", "证", "票"],
        "份": ["书", "单", "册", "表", "报告", "协议", "合同"],
        "块": ["牌", "屏"],
        "支": ["队", "队伍", "分队"],
        "栋": ["楼", "房"],
        "起": ["案", "案件", "事故", "纠纷", "警情"],
    ]

    /// 12辆|改装|摩托车, 7家劳务|派遣|公司: the phrase up to the noun that the measure word counts, where the words right behind it
    /// name no such thing; the phrase as it is where none follows.
    ///
    /// A verb of making or placing takes such a noun as its object (其中5部加装电梯).
    func withHeadOfMeasure(_ phrase: Range<Int>, behind first: Int, _ text: Span<UInt8>) -> Range<Int> {
        let next = phrase.isEmpty ? first : phrase.upperBound
        guard next < tokens.count, tokens[next].kind == .word, case .quantity(let number) = tokens[first - 1].kind,
            let measure = unit(quantities[number])?.name, let heads = SentenceReader.heads[measure],
            phrase.isEmpty || lacksHead(tokens[phrase.upperBound - 1], measure)
        else { return phrase }
        var end = next
        while end < tokens.count, end - next < 4, isInsideName(tokens[end]),
            // 治|超|站, but 2家达到企业标准
            !tokens[end].has(.reach) || end > next && phrases.scalars(tokens[end]) == 1
        {
            let isHead =
                [.noun, .suffix, .particle].contains(tokens[end].wordClass) && !tokens[end].has(.body)
                && heads.ends(in: text, at: tokens[end].end)
            end += 1
            if isHead, end >= tokens.count || !phrases.isNominal(tokens[end]) {
                return (phrase.isEmpty ? first : phrase.lowerBound)..<end
            }
        }
        return phrase
    }

    /// Whether a word ends no name of a thing that a measure word counts, but stands inside one.
    private func lacksHead(_ token: Token, _ measure: String) -> Bool {
        if measure != "家" { return [.verbalNoun, .attributive, .adjective, .verb].contains(token.wordClass) }
        return token.kind == .word && token.roles.isDisjoint(with: [.human, .agent, .doer, .bound])
            && token.kinds.isDisjoint(with: [.site, .body, .post, .facility])
    }

    private func isInsideName(_ token: Token) -> Bool {
        token.kind == .word
            && [.noun, .verb, .verbalNoun, .attributive, .adjective, .suffix, .particle].contains(token.wordClass)
            && token.roles.isDisjoint(with: [
                .de, .and, .etc, .aspect, .plan, .light, .stock, .arrive, .causative, .recipient, .speech, .completion,
                .opening, .fate, .increase, .decrease, .human, .sum,
            ])
            && token.kinds.isDisjoint(with: [
                .handling, .concern, .joining, .company, .steering, .helping, .gathering, .directed, .clerical,
            ])
    }

    /// The last of some nouns that the article names before a position.
    private func named(_ nouns: [StaticString], before end: Int, from start: Int, _ text: Span<UInt8>) -> String? {
        var position = end
        while position > start, end - position < SentenceReader.nearBytes {
            for noun in nouns where text.has(noun, before: position) { return "\(noun)" }
            position = text.scalarStart(before: position)
        }
        return nil
    }
}
