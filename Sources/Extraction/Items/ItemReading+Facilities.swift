import Facts
import Scanning
import Units

/// The places and teams that a figure is of, before it: 老年餐桌|就餐1.9万人次, 巡逻队|队员20名.
extension SentenceReader {
    /// What a facility is called ends in one of these.
    private static let facilities: [StaticString] = [
        "站", "中心", "市场", "学校", "小学", "中学", "幼儿园", "食堂", "医院", "公园", "书屋", "工厂", "基地", "园", "馆", "院", "厅", "场", "库",
        "书房", "综合体", "市集", "集市", "夜市", "大集", "水库", "隧道", "大桥", "路线", "工程", "项目", "合作社",
        "老街", "街巷", "高速", "公路", "高铁", "铁路", "桥洞", "河道", "巷", "图书室", "餐桌", "驿站", "店", "堂", "工坊", "公寓", "校区", "点",
    ]

    /// 日间照料站年内开门，设床位22张; a heading 龙潭里第二中学: the facility that a bare size or its members are of, where no
    /// thing was counted behind it.
    func facility(before position: Int, _ text: Span<UInt8>, _ state: State) -> String? {
        var index = position - 1
        let counted = state.facts.indices.last { place in
            let dimension = unitDimension(of: state.facts[place].quantity) ?? .count
            return ![.person, .household, .personTime, .householdTime, .money, .time, .ratio].contains(dimension)
                // 规划30个班、学位1350个: those of the school itself
                && !isSchoolClass(state.facts[place].item)
        }
        while index >= 0, position - index < 30, !semicolons.contains(index) {
            if let counted, places[counted] >= index { return nil }
            let token = tokens[index]
            if token.kind == .word, token.wordClass == .noun || token.wordClass == .suffix || token.has(.bound),
                !token.has(.placeName), SentenceReader.facilities.contains(where: { text.has($0, before: token.end) }),
                // 养老服务中心的…, 中心主任: the facility itself, not one of its people or parts
                index + 1 == position || text.has("主体", at: tokens[index + 1].start)
                    || !phrases.isNominal(tokens[index + 1]) && !tokens[index + 1].has(.de)
            {
                let item = phrases.left(endingAt: index, floor: 0, style: .count).item
                // 从临街的车库搬到现址后: where it comes from
                if let first = item.first, comesFrom(first) || leadsTo(first) || isBounding(first, text) {
                    index = first - 1
                    continue
                }
                return item.isEmpty ? nil : phrases.string(item, text: text)
            }
            index -= 1
        }
        guard state.facts.isEmpty || counted == nil, let topic = state.memory.topic else { return nil }
        let bytes = Array(topic.utf8)
        let names = SentenceReader.facilities + ["改造", "建设", "步道", "道路", "提升"]
        return names.contains { bytes.span.has($0, before: bytes.count) } ? SentenceReader.withoutPlace(topic) : nil
    }

    /// 党群服务中心改造 of 柳巷社区党群服务中心改造: a long heading without the place that it begins with.
    private static func withoutPlace(_ topic: String) -> String {
        guard topic.unicodeScalars.count > 12 else { return topic }
        for ward in ["街道", "社区", "镇", "村"] {
            if let range = topic.firstRange(of: ward), topic.distance(from: range.upperBound, to: topic.endIndex) >= 4,
                topic.distance(from: topic.startIndex, to: range.upperBound) > ward.count
            {
                return String(topic[range.upperBound...])
            }
        }
        return topic
    }

    private static let bounds: WordList = [
        "东至", "西至", "南至", "北至", "东临", "西临", "南临", "北临", "东邻", "西邻", "南邻", "北邻", "东接", "西接", "南接", "北接", "东靠", "西靠",
        "南靠", "北靠",
        "东抵", "西抵", "南抵", "北抵", "东起", "西起", "南起", "北起",
    ]

    /// 北至|铁路线: whether a place only bounds what is told of.
    func isBounding(_ first: Int, _ text: Span<UInt8>) -> Bool {
        first > 0 && SentenceReader.bounds.ends(in: text, at: tokens[first - 1].end)
    }

    static let teams: WordList = ["队", "团", "会", "社", "组", "班", "站", "支部", "中心", "联盟", "协会"]

    /// The team or body that a clause names before the verb of having.
    func team(before verb: Int, _ text: Span<UInt8>) -> String? {
        let subject = phrases.left(endingAt: verb - 1, floor: 0, style: .count).item
        guard let last = subject.last, last == verb - 1, !tokens[last].has(.placeName) else { return nil }
        let name = phrases.string(subject, text: text)
        return SentenceReader.teams.isEnding(of: name) && name.unicodeScalars.count <= 14 ? name : nil
    }

    /// Whether a phrase is what a facility is called, and short.
    func isFacility(_ phrase: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard let last = phrase.last, phrase.count <= 3, !tokens[last].has(.placeName) else { return false }
        return SentenceReader.facilities.contains { text.has($0, before: tokens[last].end) }
    }

    /// 议事厅可坐人数 of 议事厅能坐40人: for how many a place has room; 就餐人员 where the words behind tell what they do there.
    func roomFor(_ before: NounPhrases.Left, _ place: Int, _ text: Span<UInt8>) -> String? {
        guard let verb = before.verbs?.last, verb > 0, let subject = before.subject, subject.count <= 4,
            SentenceReader.capacities.contains(tokens[verb].start..<tokens[verb].end, of: text),
            case let room = text.string(ofDocument: tokens[verb].start..<tokens[verb].end),
            case let isAble = room.hasPrefix("可") || room.hasPrefix("能"),
            isAble || tokens[max(0, verb - 2)..<verb].contains(where: { $0.has(.able) }),
            let last = subject.last, !tokens[last].has(.human), !tokens[last].has(.placeName)
        else { return nil }
        if let doing = doing(behind: place, text) { return doing + "人员" }
        return phrases.string(subject, text: text) + (isAble ? "" : "可") + room + "人数"
    }

    /// 可停车辆 of 可停车260辆: the one verb holds what there is room for.
    func roomForCars(_ range: Range<Int>, _ unit: String, _ text: Span<UInt8>) -> String? {
        guard let verb = range.first, range.count == 1, verb > 0, tokens[verb - 1].has(.able),
            text.has("车", before: tokens[verb].end), unit == "辆" || unit == "台"
        else { return nil }
        return "可" + text.string(ofDocument: tokens[verb].start..<tokens[verb].end) + "辆"
    }
}
