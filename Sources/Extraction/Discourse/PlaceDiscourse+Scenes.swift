import Places
import Scanning

/// Where the scene of a clause is in news of the country and the world, and who only tells of it.
extension PlaceDiscourse {
    /// Whether the text is read as news of the whole country or the world.
    var isNews: Bool { isNational || isNewscast }

    /// 空袭|大马士革, |洛杉矶|大火, |苏丹|境内, 位于|东京都千代田区|的…: whether the words round a chain of names make it the scene of its clause,
    /// whoever acts there.
    func isSceneOfNews(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard isNews else { return false }
        let start = mention.range.lowerBound
        if ReadingTools.blows.ends(in: text, at: start),
            !ReadingTools.forces.begins(in: text, at: mention.range.upperBound)
        {
            return true
        }
        let end = chainEnd(from: mention)
        return ReadingTools.withins.begins(in: text, at: end) || tools.namesDisaster(behind: end, text)
            || end < text.count && tools.followedByFigure(end, text) || isListCountedOff(from: mention, text)
            || text.has("的", at: end) && tools.stands(before: start, text)
    }

    /// 某国媒体报道，…, 某国卫生部称，空袭已造成…: whether a country only reports what happens in a place within it of which the text tells
    /// already, or its press what happens anywhere.
    func onlyReports(
        _ mention: PlaceMention, _ node: PlaceNode, of place: PlaceNode, in sentence: Range<Int>, _ text: Span<UInt8>
    ) -> Bool {
        guard isNews, place != .none, place != node, resolver.level(of: node) == .country,
            tools.reports(mention, before: sentence.upperBound, text)
        else { return false }
        return lies(place, in: node)
            || resolver.level(of: place) > .country
                && ReadingTools.presses.begins(in: text, at: mention.range.upperBound)
    }

    /// Whether a place lies in another, by the text or by the gazetteer.
    func lies(_ node: PlaceNode, in wider: PlaceNode) -> Bool {
        if isPlace(node, in: wider) { return true }
        guard let inner = resolver.listedPlace(of: node), let outer = resolver.place(of: wider) else { return false }
        return tools.recognizer.gazetteer.isPlace(inner, in: outer)
    }

    /// 200多名官兵支援|舒兰市金马镇, 在美国|俄亥俄州接受培训: where the clause of a figure goes on to say that it is, in the country that the clause has named.
    ///
    /// - Parameter ahead: the place that the rest of the clause names.
    func narrowerScene(
        _ ahead: (node: PlaceNode, start: Int, end: Int), within place: PlaceNode, _ text: Span<UInt8>
    ) -> PlaceNode? {
        guard isNews, resolver.level(of: place) <= .province, ahead.node != place,
            place == .none || place == resolver.region || lies(ahead.node, in: place), !text.has("、", at: ahead.end),
            place != .none && place != resolver.region && text.has("在", before: ahead.start)
                || ReadingTools.aids.ends(in: text, at: ahead.start)
        else { return nil }
        return ahead.node
    }

    /// 甲省|乙县至丙县高速公路, 从甲州|到乙州的大片地区: whether a name is one end of a stretch, of which neither end has what is told.
    func isRouteEnd(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard isNews, let index = index(of: mention) else {
            return false
        }
        if index + 1 < mentions.count, tools.isReach(from: mention, to: mentions[index + 1].mention, text) {
            return true
        }
        if index > 0, tools.isReach(from: mentions[index - 1].mention, to: mention, text) { return true }
        if text.has("这里到", before: mention.range.lowerBound) { return true }
        return tools.opensRoute(behind: mention.range.upperBound, text) && !leadsInward(mention, text)
    }

    /// 防城港|至东兴铁路: whether the other end of a stretch is a county of the city that the one end names.
    private func leadsInward(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard let outer = mention.place,
            let county = tools.recognizer.bareCounty(in: text, at: mention.range.upperBound + 3, end: text.count)?.place
        else { return false }
        return tools.recognizer.gazetteer.isPlace(county, in: outer)
    }

    /// 甲市|乙县至丙市的车程: whether the chain that a name begins leads to an end of a stretch, and the name is not that of a province, which
    /// may hold all of it.
    func leadsToRoute(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard isNews, mention.link == .none, mention.level > .province,
            let first = index(of: mention)
        else { return false }
        return isRouteEnd(mentions[chainEnd(from: first, in: mentions)].mention, text)
    }

    /// 甘肃、青海|两省, 天津、唐山|两座城市: whether the chain of names is the last of as many as the number behind it counts.
    func isCountedOff(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        tools.countsOff(behind: chainEnd(from: mention), text)
    }

    /// |天津|、唐山两座城市: whether a list that a name begins or goes on ends with the number of its members.
    private func isListCountedOff(from mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard let first = index(of: mention) else { return false }
        if ReadingTools.holders.ends(in: text, at: mention.range.lowerBound) { return false }
        var last = chainEnd(from: first, in: mentions)
        var members = 1
        while members <= 6, last + 1 < mentions.count, case let next = mentions[last + 1].mention,
            next.range.lowerBound == mentions[last].mention.range.upperBound + 3,
            text.has("、", before: next.range.lowerBound) || text.has("和", before: next.range.lowerBound)
        {
            last = chainEnd(from: last + 1, in: mentions)
            members += 1
        }
        return members > 1
            && tools.countsOff(behind: mentions[last].mention.range.upperBound, members: members, text)
    }

    /// 该州, 该省, 该市: the nearest place of its kind that the sentence has named before, or that the text is about.
    mutating func place(calledAgainAt position: Int, _ text: Span<UInt8>) -> PlaceNode? {
        guard isNews, let level = tools.kindCalledAgain(at: position, text) else { return nil }
        for (mention, node) in mentions[inSentence].reversed() where mention.range.upperBound <= position {
            var node = node
            while node != .none, resolver.level(of: node) > level { node = resolver.parent(of: node) }
            if node != .none, resolver.level(of: node) == level { return node }
        }
        return referent(level, widens: false)
    }

    /// |吉林舒兰|恢复重建工作全面展开。, |青海|受灾群众转移工作有序进行。: whether a name opens a paragraph of news whose first sentence counts
    /// nothing, and so says what the paragraph is about.
    func leadsParagraph(_ start: Int, to node: PlaceNode, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard isNews, isFirst, resolver.level(of: node) > .country, start - sentence.lowerBound <= 30 else {
            return false
        }
        return !sentence.contains {
            text[$0] & 0xC0 != 0x80 && classes[text.scalar(at: $0).value].startsNumeral
        }
    }
}

extension ReadingTools {
    /// Verbs whose object is where they are felt.
    fileprivate static let blows = WordList(
        attacks + comings + ["袭击", "突袭", "袭击了", "空袭了", "援助", "登陆", "席卷", "重创", "横扫", "侵袭"])
    static let attacks: [StaticString] = ["空袭", "轰炸", "炮击"]
    /// Those of them by which somebody comes to help.
    fileprivate static let aids = WordList(comings)
    private static let comings: [StaticString] = ["支援", "驰援", "增援"]
    /// Before a list of what a wider place consists of, or reaches: 长三角覆盖|上海、江苏、浙江三地.
    fileprivate static let holders: WordList = [
        "覆盖", "涵盖", "包括", "连接", "途经", "经过", "联通", "连通", "对", "来自", "与", "涉及",
    ]
    /// Behind the place, of what the blow falls on: 打击|乌克兰|军队.
    fileprivate static let forces: WordList = ["军", "部队", "武装", "士兵", "警方", "政府", "人", "方面"]
    fileprivate static let withins: WordList = ["境内", "上空", "沿海", "附近海域", "近海", "当地", "市中心", "国内"]
    fileprivate static let presses: WordList = [
        "媒体", "通讯社", "国家电视台", "电视台", "有线", "新闻", "广播", "当地媒体", "卫星通讯社", "主流媒体", "多家媒体", "《",
    ]
    private static let disasters: WordList = [
        "冲突", "地震", "强震", "强烈地震", "洪灾", "洪水", "洪涝", "暴雨", "大火", "林火", "山火", "野火", "火灾", "枪击", "爆炸", "空难", "坠机", "踩踏",
        "泥石流",
        "山体滑坡", "龙卷风", "骚乱", "脱轨", "列车脱轨", "海啸", "雪崩",
    ]

    /// |利比亚|洪灾, |巴以|新一轮冲突: whether a disaster is called after the place that ends at a position.
    fileprivate func namesDisaster(behind end: Int, _ text: Span<UInt8>) -> Bool {
        if ReadingTools.disasters.begins(in: text, at: end) { return true }
        for word in ["新一轮", "本轮", "多地", "近日", "森林", "一处", "仓库"] as [StaticString] where text.has(word, at: end) {
            return ReadingTools.disasters.begins(in: text, at: end + word.utf8CodeUnitCount)
        }
        return false
    }

    /// 涉及新疆昆玉|260多户: whether a figure of two digits or more stands right behind a place.
    fileprivate func followedByFigure(_ end: Int, _ text: Span<UInt8>) -> Bool {
        var position = end
        while position < text.count, text[position] >= 0x30, text[position] <= 0x39 { position += 1 }
        // 29日, 2023年: when it was
        return position > end + 1
            && !(["日", "年", "月", "时", "号"] as [StaticString]).contains { text.has($0, at: position) }
    }

    private static let routes: WordList = [
        "高速", "公路", "铁路", "高铁", "城际", "航线", "车程", "旅行时间", "通行时间", "运行时间", "的时间", "段上", "段在", "段的", "段，", "沿线", "的大片",
        "班列", "之间", "的航班", "的路程", "的行程",
    ]
    private static let buildings: WordList = ["建成", "修通", "完成", "新建", "增开", "上个", "去年", "今年", "春节", "节前"]

    /// |至余庆高速公路, |到万隆的旅行时间: whether a place is where a way begins of which the clause goes on to tell.
    func opensRoute(behind end: Int, _ text: Span<UInt8>) -> Bool {
        guard text.has("至", at: end) || text.has("到", at: end), !text.has("到发", at: end),
            !text.has("至今", at: end), !text.has("到这里", at: end), !text.has("到村", at: end)
        else { return false }
        // 山东到年底前|完成公路改造
        if let word = lexicon.phrases.longestMatch(in: text, at: end + 3, end: min(text.count, end + 15)),
            lexicon.entry(of: word.value).wordClass == .time
        {
            return false
        }
        var position = end + 3
        while position < text.count, position - end <= 45 {
            if ReadingTools.routes.begins(in: text, at: position) { return position > end + 6 }
            if ReadingTools.buildings.begins(in: text, at: position) { return false }
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other else { return false }
            position += length
        }
        return false
    }

    /// 贵阳|至|南宁: whether only 至 or 到 stands between two places.
    fileprivate func isReach(from one: PlaceMention, to other: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let end = one.range.upperBound
        return other.range.lowerBound == end + 3 && (text.has("至", at: end) || text.has("到", at: end))
    }

    private static let countWords: [StaticString] = ["两", "三", "四", "五", "六"]
    private static let countedKinds: WordList = [
        "地", "省", "市", "国", "县", "州", "区", "座城市", "个城市", "个省", "省区", "省份", "城",
    ]

    /// |两省, |两座城市, |三个省份: whether a number behind a place counts places, and as many as are told.
    fileprivate func countsOff(behind end: Int, members: Int? = nil, _ text: Span<UInt8>) -> Bool {
        guard let count = ReadingTools.countWords.firstIndex(where: { text.has($0, at: end) }) else { return false }
        return (members == nil || members == count + 2) && ReadingTools.countedKinds.begins(in: text, at: end + 3)
    }

    private static let parks: WordList = ["产业园", "工业园", "科技园", "园区"]

    /// 在鄂尔多斯的|这个产业园: the park that is told to be in a place without a name of its own, for 园区.
    func parkThere(behind end: Int, _ text: Span<UInt8>) -> Range<Int>? {
        guard text.has("的", at: end),
            (["这个", "这座", "这家", "一个", "一座", "一家"] as [StaticString]).contains(where: { text.has($0, at: end + 3) })
        else { return nil }
        var position = end + 9
        while position < text.count, position - end <= 30 {
            if let length = ReadingTools.parks.match(in: text, at: position, end: text.count) {
                return end + 9..<position + length
            }
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other else { return nil }
            position += length
        }
        return nil
    }

    /// 美国|西部|联盟银行: whether a bank or firm is called after the part of a country that ends at a position.
    func opensFirm(behind end: Int, _ text: Span<UInt8>) -> Bool {
        restOfClause(from: end, within: 15, text) { ReadingTools.firmKinds.begins(in: text, at: $0) }
    }

    private static let firmKinds: WordList = ["银行", "公司", "集团", "航空"]

    /// The rank of what a text calls again by its kind: 该州, 该省; 该市.
    fileprivate func kindCalledAgain(at position: Int, _ text: Span<UInt8>) -> PlaceLevel? {
        // 应该市场化: no word of pointing
        guard text.has("该", at: position), !text.has("应", before: position), !text.has("该市场", at: position) else {
            return nil
        }
        if text.has("该州", at: position) || text.has("该省", at: position) { return .province }
        return text.has("该市", at: position) ? .prefecture : nil
    }
}
