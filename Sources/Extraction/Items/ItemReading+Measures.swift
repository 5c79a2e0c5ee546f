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
                return isPlain
                    ? phrases.string(phrase, text: text) : text.string(ofDocument: token.start..<token.end)
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
