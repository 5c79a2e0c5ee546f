import Facts
import Scanning
import Units

/// Whose a size, a flow or a score is that the clause names by one word, where what it is of stands elsewhere in the sentence and no
/// figure counts it: 辖区面积3.6平方公里; 公园东邻芙蓉路，占地2公顷; 新建食堂3处，日均供餐600人次.
extension SentenceReader {
    /// Rules that name an item with its own words, and none that was named before.
    private static let ownWords: WordList = [
        "item.left", "item.right", "item.doing", "item.verb", "item.distributed", "item.fund.verb", "item.fund",
    ]

    /// Takes what a bare size, sum, flow or score is of into its name.
    func sayWhose(_ text: Span<UInt8>, _ state: inout State) {
        let dimension = unitDimension(of: state.reading.quantity) ?? .count
        nameInFull(dimension, text, &state.reading)
        nameGrant(dimension, &state.reading)
        let bare = state.reading.item
        guard !bare.isEmpty, bare.unicodeScalars.count <= 8, SentenceReader.ownWords.contains(state.reading.rule),
            let name = nameWithOwner(bare, dimension, text, state)
        else { return }
        state.reading.item = name
        // A doing stays one; of a size or a sum the rule tells that it was completed.
        if [.area, .money, .length, .score, .ratio].contains(dimension), state.reading.rule != "item.distributed" {
            state.reading.rule = "item.completed"
        }
    }

    private func nameWithOwner(
        _ bare: String, _ dimension: Dimension, _ text: Span<UInt8>, _ state: State
    ) -> String? {
        switch dimension {
        case .area: return areaOfPlace(bare, text, state) ?? areaHandedOut(bare, state)
        case .money: return sumWithOwner(bare, text, state)
        case .person, .personTime, .count: return flowOfFacility(bare, text, state)
        case .time: return timeWithOwner(bare, text, state)
        case .length: return extremeOf(bare, text, state)
        case .score, .ratio: return resultOfTest(bare, text, state) ?? rateOfObject(bare, text, state)
        default: return nil
        }
    }

    /// 占地面积 of 占地2公顷, 居民自筹资金 of 居民自筹4万元: the verb alone is no name of a size or a sum.
    private func nameInFull(_ dimension: Dimension, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        if dimension == .area, reading.item.hasSuffix("占地") { reading.item += "面积" }
        if reading.item == "雨量" || reading.item == "降水量", let first = reading.phrase?.first, first > 0,
            text.has("累计", before: tokens[first].start)
        {
            // 过程累计雨量186毫米: of all the hours of the rain, and not of one
            let isOfRain = first > 1 && text.has("过程", before: tokens[first - 1].start)
            reading.item = (isOfRain ? "过程累计" : "累计") + reading.item
        }
        if dimension == .money, let action = reading.action, SentenceReader.averted.contains(action),
            ["损失", "经济损失"].contains(reading.item)
        {
            // 挽回损失31万元: no loss that was suffered
            reading.item = action + reading.item
        }
        if dimension == .money, reading.item == "消费", let action = reading.action, ["带动", "拉动", "撬动"].contains(action) {
            reading.item = action + reading.item
        }
        if let per = reading.per, per.hasPrefix("每千") || per.hasPrefix("每万"), reading.item.hasPrefix("人口") {
            // 每千人口托位数4.6个: of how many people is part of the name of such a figure
            reading.item = per + reading.item
        }
        if dimension == .money, SentenceReader.raisings.isEnding(of: reading.item) { reading.item += "资金" }
    }

    private static let awards: WordList = ["奖励", "补贴", "补助", "奖补"]

    /// 院落奖励 of 对示范院落，一次性奖励1万元: those who get a sum are not what it is.
    private func nameGrant(_ dimension: Dimension, _ reading: inout QuantityReading) {
        guard dimension == .money, reading.rule == "item.topic", let award = reading.action,
            SentenceReader.awards.contains(award), (2...6).contains(reading.item.unicodeScalars.count),
            !SentenceReader.sums.isEnding(of: reading.item)
        else { return }
        reading.item += award
        reading.action = nil
    }

    private static let averted: WordList = ["挽回", "避免", "减少", "挽救"]

    /// How money is raised, which is no name of a sum: 居民自筹4万元.
    private static let raisings: WordList = ["自筹", "众筹"]

    // MARK: - Areas

    /// Sizes of the ground that something covers.
    private static let groundSizes: WordList = [
        "面积", "总面积", "占地面积", "总占地面积", "建筑面积", "总建筑面积", "规划面积", "入驻率", "空置率",
    ]

    /// What the names of places that are laid out or built end in, as their sizes are told of: 公园 of 砚山公园.
    private static let estateNames: [StaticString] = [
        "产业园", "科技园", "创业园", "工业园", "孵化园", "物流园", "文创园", "公园", "游园", "园区", "商圈", "小区", "家属院", "校区", "院区", "景区", "厂区",
        "片区",
        "街区", "广场", "农贸市场", "市场", "大厦", "夜市", "老街", "步行街", "中心", "基地", "综合体", "体育馆", "图书馆", "文化馆", "学校", "小学", "中学",
        "医院",
    ]

    private static let wards: WordList = ["街道", "社区", "镇", "乡", "村"]

    /// 辖区面积 of 某街道地处老城，面积3.6平方公里; 公园占地面积 of 砚山公园东邻大道，占地2公顷: of the place that the sentence is about, by what
    /// kind of place it is.
    private func areaOfPlace(_ bare: String, _ text: Span<UInt8>, _ state: State) -> String? {
        guard SentenceReader.groundSizes.contains(bare), let size = state.reading.phrase?.first ?? sizeWord(state)
        else {
            return nil
        }
        guard let place = placeOwning(size, text) else {
            // 东至河，西至铁路，面积0.8平方公里: only a place is told by its bounds
            let isBounded =
                ["面积", "总面积"].contains(bare)
                && (max(1, size - NounPhrases.longest)..<max(1, size)).contains { isBounding($0, text) }
            return isBounded ? "辖区" + bare : nil
        }
        if place.has(.determiner) { return text.has("辖区", at: place.start) ? "辖区" + bare : nil }
        if let estate = SentenceReader.estateNames.first(where: { text.has($0, before: place.end) }) {
            return "\(estate)" + bare
        }
        // 社区活动面积200平方米: a community is measured by the kilometre
        let name = unit(state.reading.quantity)?.name ?? ""
        return name.hasSuffix("平方公里") || name.hasSuffix("平方千米")
            ? SentenceReader.wards.ends(in: text, at: place.end) ? "辖区" + bare : nil : nil
    }

    /// The word of a size right before its figure.
    private func sizeWord(_ state: State) -> Int? {
        state.place > 0 && tokens[state.place - 1].kind == .word ? state.place - 1 : nil
    }

    /// The place right before a size, or the one that opens the sentence where only lead-ins stand before the size in its clause.
    private func placeOwning(_ size: Int, _ text: Span<UInt8>) -> Token? {
        var before = size - 1
        while before > 0, size - before < 6, isLeadIn(tokens[before]) || tokens[before].has(.de) { before -= 1 }
        guard before >= 0 else { return nil }
        if tokens[before].has(.placeName) || tokens[before].has(.determiner) && text.has("辖区", at: tokens[before].start)
        {
            return tokens[before]
        }
        guard tokens[before].endsClause else { return nil }
        // 建成于2003年的鸿运大厦，空置率9%
        if before > 0, tokens[before - 1].has(.placeName), !isBounding(before - 1, text) { return tokens[before - 1] }
        // 轻机小区建于1986年，占地1.4万平方米
        if let estate = estate(openingTheSentenceTo: before, text) { return estate }
        var first = 0
        while first < before, tokens[first].isTime || tokens[first].isMark(.clauseEnd) { first += 1 }
        while first + 1 < before, tokens[first].has(.placeName), tokens[first + 1].has(.placeName) { first += 1 }
        guard first + 1 < before, tokens[first].has(.placeName), tokens[first + 1].kind == .word,
            !tokens[first + 1].has(.de)
        else { return nil }
        return tokens[first]
    }

    /// The estate that a sentence begins with and says something of, where no figure counts anything before its size.
    private func estate(openingTheSentenceTo end: Int, _ text: Span<UInt8>) -> Token? {
        var index = 0
        while index + 1 < min(end, 6), tokens[index].kind == .word, !phrases.isVerbal(tokens[index]) {
            let next = tokens[index + 1]
            if tokens[index].wordClass == .noun, next.kind == .word, next.wordClass == .verb, !next.has(.transitive),
                SentenceReader.estateNames.contains(where: { text.has($0, before: tokens[index].end) })
            {
                return tokens[index]
            }
            index += 1
        }
        return nil
    }

    /// 新建2处，面积分别为1850㎡、960㎡: of what the clause before counted, in the heading's name or its own.
    private func areaHandedOut(_ bare: String, _ state: State) -> String? {
        guard state.reading.rule == "item.distributed", SentenceReader.groundSizes.contains(bare),
            let owner = state.facts.last(where: { $0.rule != "item.completed" })?.item,
            case let thing = SentenceReader.withoutSize(owner), (2...12).contains(thing.unicodeScalars.count)
        else { return nil }
        return SentenceReader.joined(thing, bare)
    }

    // MARK: - Flows

    private static let flows: WordList = [
        "供餐", "就餐", "用餐", "助餐", "堂食", "送餐", "出餐", "客流", "客流量", "人流", "人流量", "访客", "借阅", "阅览",
    ]
    private static let tempos: WordList = ["日均", "月均", "年均", "平均", "每天", "每日", "每月", "单日", "累计"]

    /// 食堂日均供餐 of 新建社区食堂3处，日均供餐600人次: what a place serves or takes in, with the word for the place.
    private func flowOfFacility(_ bare: String, _ text: Span<UInt8>, _ state: State) -> String? {
        let bytes = bare.utf8Span.span
        let rhythm = SentenceReader.tempos.match(in: bytes, at: 0, end: bytes.count) ?? 0
        let flow = rhythm == 0 ? bare : bytes.string(rhythm..<bytes.count)
        guard SentenceReader.flows.contains(flow), let place = facilityWord(before: state.place, text, state) else {
            return nil
        }
        return place + bare
    }

    /// What places that people come to are called by one word.
    private static let resorts: [StaticString] = [
        "食堂", "餐厅", "餐桌", "助餐点", "餐点", "饭堂", "驿站", "书屋", "书房", "图书室", "图书馆", "阅览室", "夜市", "集市", "市集", "大集", "菜市场", "市场",
        "商圈",
        "公园", "广场", "照料中心", "养老中心", "服务中心", "文化中心", "邻里中心", "活动中心", "照料站", "服务站", "街区", "老街", "景区", "场馆", "体育馆", "文化站",
    ]

    /// The last place named before a figure that people come to, in the sentence or its heading, by what kind of place it is.
    func facilityWord(before position: Int, _ text: Span<UInt8>, _ state: State) -> String? {
        var index = position - 1
        while index >= 0, position - index < NounPhrases.longest, !semicolons.contains(index) {
            let token = tokens[index]
            // 图书室、小剧场一应俱全: of several in a row none is meant
            if token.kind == .word, token.wordClass != .verb,
                !(index + 1 < tokens.count && tokens[index + 1].isMark(.pause))
                    && !(index > 0 && tokens[index - 1].isMark(.pause) && !token.has(.placeName)),
                let resort = SentenceReader.resorts.first(where: { text.has($0, before: token.end) })
            {
                return "\(resort)"
            }
            index -= 1
        }
        guard state.memory.hasOwnTopic, let topic = state.memory.topic else { return nil }
        return SentenceReader.resorts.map { "\($0)" }.first { topic.hasSuffix($0) }
    }

    // MARK: - Times and lengths

    /// How long it takes to deal with a case.
    private static let handlingTimes: WordList = [
        "办理时长", "办理时间", "处置时长", "处置时间", "处理时长", "处理时间", "响应时间", "办结时间", "办理周期",
    ]
    private static let openings: WordList = ["开放", "营业", "开门", "运营"]

    /// 图书室开放 of 图书室每周开放42小时; 志愿服务时长 of 开展志愿服务120场，服务时长3000小时.
    private func timeWithOwner(_ bare: String, _ text: Span<UInt8>, _ state: State) -> String? {
        if bare.hasSuffix("服务时长"), !bare.contains("志愿"), isVoluntary(before: state.place, text, state) {
            return String(bare.dropLast(4)) + "志愿服务时长"
        }
        if SentenceReader.handlingTimes.isEnding(of: bare), bare.unicodeScalars.count <= 6,
            let cases = state.facts.last(where: { isCase($0) && $0.change == .none })?.item,
            (2...8).contains(cases.unicodeScalars.count)
        {
            return SentenceReader.joined(cases, bare)
        }
        if SentenceReader.openings.contains(bare), let place = facilityWord(before: state.place, text, state) {
            return place + bare
        }
        return nil
    }

    private static let volunteers: WordList = ["志愿", "时间银行", "义工"]

    /// Whether the sentence, its heading or the paragraph speaks of volunteers before a figure.
    private func isVoluntary(before place: Int, _ text: Span<UInt8>, _ state: State) -> Bool {
        SentenceReader.volunteers.isFound(
            in: text, tokens[max(0, place - NounPhrases.longest)].start..<tokens[place].start)
            || state.memory.topic.map { SentenceReader.volunteers.isFound(in: $0) } ?? false
            || state.memory.entries.contains { SentenceReader.volunteers.isFound(in: $0.item) }
    }

    private static let extremes: [(word: String, size: String)] = [
        ("窄处", "宽度"), ("宽处", "宽度"), ("深处", "深度"), ("高处", "高度"), ("薄处", "厚度"),
    ]

    /// 最窄处宽度 of 巷子最窄处不足2米: where it was measured is not what was, nor is it without 最.
    private func extremeOf(_ bare: String, _ text: Span<UInt8>, _ state: State) -> String? {
        guard let (word, size) = SentenceReader.extremes.first(where: { bare.hasSuffix($0.word) }),
            let last = state.reading.phrase?.last
        else { return nil }
        guard bare == word || bare == "最" + word else { return bare.hasSuffix("最" + word) ? bare + size : nil }
        let isUtmost = text.has("最", before: tokens[last].end - word.utf8.count)
        // 最窄处宽度1.8米，最宽处4米: of the street, and not of where it is narrowest
        let owner = state.facts.last {
            unitDimension(of: $0.quantity) == .length && $0.change == .none && !$0.item.contains("最")
        }.map { SentenceReader.withoutSize($0.item) }
        let street = owner.flatMap { (2...8).contains($0.unicodeScalars.count) ? $0 : nil } ?? ""
        return street + (isUtmost ? "最" : "") + word + size
    }

    // MARK: - Scores and rates

    private static let results: WordList = [
        "平均分", "平均得分", "综合得分", "综合评分", "得分", "总分", "总得分", "合格率", "优良率", "优秀率", "及格率", "通过率", "平均成绩",
    ]
    private static let tests: WordList = [
        "考试", "考核", "评议", "测评", "检查", "评比", "竞赛", "测试", "抽查", "评估", "抽检", "测验", "考评", "体测", "评价",
    ]

    /// 学法考试平均分 of 参加学法考试，平均分96分: of the test that the clause before ends with, or that stands right before the name.
    private func resultOfTest(_ bare: String, _ text: Span<UInt8>, _ state: State) -> String? {
        guard let first = state.reading.phrase?.first else { return nil }
        return test(before: first, of: bare, from: max(0, first - 24), text).map { $0 + bare }
    }

    /// The test that a result is of, behind a token.
    func test(before first: Int, of result: String, from start: Int, _ text: Span<UInt8>) -> String? {
        guard SentenceReader.results.contains(result) else { return nil }
        var mark = first - 1
        while mark >= start, mark > 0, !semicolons.contains(mark) {
            let token = tokens[mark]
            if token.kind == .word, SentenceReader.tests.ends(in: text, at: token.end),
                mark + 1 == first || phrases.closes(at: mark + 1)
            {
                return testName(endingAt: mark, text)
            }
            mark -= 1
        }
        return nil
    }

    /// What a test is called, without who takes or holds it.
    private func testName(endingAt last: Int, _ text: Span<UInt8>) -> String {
        let first = compoundStart(endingAt: last, most: 6) { index in
            let isWord =
                [.noun, .verbalNoun, .attributive].contains(tokens[index].wordClass) || phrases.isDoing(index)
            return isWord
                && tokens[index].roles.isDisjoint(with: [.human, .agent, .doer, .light, .placeName, .determiner, .body])
        }
        return text.string(of: tokens[first...last])
    }

    /// Where a name of at most so many characters begins that ends with a word: 学法|考试.
    ///
    /// - Parameter belongs: whether a word before it is part of the name.
    func compoundStart(endingAt last: Int, most: Int, _ belongs: (Int) -> Bool) -> Int {
        var first = last
        while first > 0, phrases.scalars(of: (first - 1)..<(last + 1)) <= most, tokens[first - 1].kind == .word,
            belongs(first - 1)
        { first -= 1 }
        return first
    }

    /// 自愿协议签约率 of 87户签订自愿协议，签约率94%; 消防设施检测覆盖率 of 开展消防设施检测，检测覆盖率过半: of what was done, as the clause before
    /// ends with it.
    private func rateOfObject(_ bare: String, _ text: Span<UInt8>, _ state: State) -> String? {
        guard bare.hasSuffix("率"), bare.unicodeScalars.count > 4, let first = state.reading.phrase?.first, first > 1,
            tokens[first - 1].endsClause, !semicolons.contains(first - 1),
            let doing = thing(endingAt: first - 2, from: 0, text), doing.unicodeScalars.count > 3,
            doing.unicodeScalars.count <= 10, doing.hasSuffix(String(bare.prefix(2)))
        else { return nil }
        return SentenceReader.joined(doing, bare)
    }
}
