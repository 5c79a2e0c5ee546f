import Bulletins
import Places
import Scanning

extension PlaceDiscourse {
    /// The country abroad in which a place lies, where the block names it; `nil` for one at home.
    mutating func countryAbroad(of node: PlaceNode) -> PlaceNode? {
        guard isNational, !mentions.isEmpty, let place = resolver.listedPlace(of: node),
            tools.recognizer.gazetteer.isAbroad(place),
            let country = resolver.listedAncestor(of: node, at: .country),
            mentions.contains(where: { isPlace($0.node, in: country) })
        else { return nil }
        return country
    }
}

/// When a sentence tells of the whole country, and when 全国 only stands in it.
extension ReadingTools {
    /// Whether a sentence is about the whole country again: 我国…, 水利部数据显示, 记者从商务部了解到.
    ///
    /// - Parameters:
    ///   - isAbroad: whether the text tells of another country, which 全国 is then.
    ///   - isOfPlace: whether it is a story of one place, which 我国 and whoever comes to see it are named in as well; only 全国
    ///     and the ministries lead away from it.
    func speaksOfCountry(
        _ sentence: Range<Int>, isAbroad: @autoclosure () -> Bool = false, isOfPlace: Bool = false, _ text: Span<UInt8>
    ) -> Bool {
        let end = min(sentence.upperBound, sentence.lowerBound + 60)
        guard let last = lastNational(in: sentence.lowerBound..<end, of: sentence, text) else { return false }
        var position = sentence.lowerBound
        while position <= last {
            let (scalar, length) = text.scalar(at: position)
            // 《中国农民丰收节晚会》 is what something is called.
            if scalar == "《", let end = closingTitle(from: position, to: sentence.upperBound, text) {
                position = end
                continue
            }
            if classes[scalar] == .clauseEnd, position > sentence.lowerBound + 45 { return false }
            if classes[scalar] == .other,
                let word = lexicon.phrases.longestMatch(in: text, at: position, end: min(sentence.upperBound, end + 30))
            {
                let roles = lexicon.entry(of: word.value).roles
                // 吸引了全国22个省: only a subject is what the sentence is about.
                if roles.contains(.national), word.length > 6 || !isObject(position, text),
                    !isOfPlace || text.has("全国", at: position)
                        || ReadingTools.ministries.ends(in: text, at: position + word.length),
                    !(text.has("全国", at: position) && isAbroad())
                {
                    return !qualifies(position + word.length, text)
                }
                position += word.length
            } else {
                position += length
            }
        }
        return false
    }

    private static let ministries: WordList = ["部", "局", "委", "署", "院", "会", "行", "办"]

    private static let countryNames: WordList = [
        "首", "最", "第", "各", "前", "“", "\"", "《", "文明", "人大", "政协", "两会", "劳动模范", "劳模", "模范", "优秀", "先进", "重点", "一流",
        "领先",
        "唯一", "示范", "试点", "样板", "五一", "三八", "统一", "统考", "知名", "著名", "青年", "工作", "百强", "节", "日", "周", "活动", "行动", "大赛",
        "比赛",
        "联赛", "会议", "大会", "奖", "展", "巡", "范围", "平均", "同",
    ]

    private static let gatheringVerbs: WordList = [
        "齐聚", "汇聚", "会聚", "参赛", "参加", "参展", "来到", "角逐", "莅临", "前来", "报名", "走进", "赴",
    ]

    /// 全国|计划新建公园3000座, 全国|4000余个社区, 全国|老年人口达3亿人: whether the clause tells of the country what it counts; not where
    /// 全国 only opens a name (全国助残日, 全国文明城市) or says where guests are from (全国20个城市的300名选手齐聚…).
    func isOfCountry(_ start: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        var isCounted = false
        while position < text.count, position - start < 120 {
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            if kind == .clauseEnd || kind == .sentenceEnd { return isCounted }
            // 全国一体化算力网络
            if kind.startsNumeral, !text.has("一", at: position) { isCounted = true }
            if ReadingTools.gatheringVerbs.begins(in: text, at: position)
                || !isCounted && ReadingTools.countryNames.begins(in: text, at: position)
            {
                return false
            }
            position += length
        }
        return isCounted
    }

    private func closingTitle(from start: Int, to end: Int, _ text: Span<UInt8>) -> Int? {
        (start..<end).first { text.has("》", at: $0) }
    }

    /// Where the last word begins in a range that means the whole country or one of its bodies.
    private func lastNational(in range: Range<Int>, of sentence: Range<Int>, _ text: Span<UInt8>) -> Int? {
        let words = lexicon.nationals
        var last: Int?
        var position = range.lowerBound
        while true {
            position = words.skipOthers(text, from: position, to: range.upperBound)
            guard position < range.upperBound else { return last }
            let (scalar, length) = text.scalar(at: position)
            if words.mayBegin(with: scalar), words.mayBegin(in: text, at: position, end: sentence.upperBound),
                words.longestMatch(in: text, at: position, end: sentence.upperBound) != nil
            {
                last = position
            }
            position += length
        }
    }

    /// 吸引了全国…, 来自全国…: where something reaches to or comes from.
    private func isObject(_ position: Int, _ text: Span<UInt8>) -> Bool {
        for word in ["了", "向", "为", "覆盖", "遍布", "比", "占", "于", "到", "来自", "引", "对", "与", "和"] as [StaticString]
        where text.has(word, before: position) { return true }
        return false
    }

    /// 全国首个, 全国文明城市, 全国“安全生产月”: what only ranks or names something in the country.
    func qualifies(_ end: Int, _ text: Span<UInt8>) -> Bool {
        // 我国今年首个
        let end = text.has("今年", at: end) ? end + 6 : end
        for word in [
            "首", "最", "第", "文明", "人大", "政协", "劳动", "优秀", "先进", "重点", "一流", "领先", "唯一", "示范", "各地", "前", "的", "百强", "“",
            "\"",
        ] as [StaticString]
        where text.has(word, at: end) { return true }
        return false
    }
}

extension ReadingTools {
    /// How many provinces and countries the headlines of a newscast name at least.
    private static let newscastPlaces = 4

    /// Whether the headlines of a document tell of many provinces and countries, as those of a newscast do: each story has a place of
    /// its own, and those without one are of the country.
    func isNewscast(_ document: Document) -> Bool {
        guard document.articles.count >= ReadingTools.newscastPlaces else { return false }
        let gazetteer = recognizer.gazetteer
        let text = document.text.span
        var found: Set<PlaceID> = []
        var mentions: [PlaceMention] = []
        for block in document.blocks where block.kind == .headline {
            mentions.removeAll(keepingCapacity: true)
            recognizer.appendMentions(in: text, range: block.range, to: &mentions)
            for mention in mentions {
                guard var place = mention.place else { continue }
                while let wider = gazetteer.parent(of: place) { place = wider }
                found.insert(place)
            }
            if found.count >= ReadingTools.newscastPlaces { return true }
        }
        return false
    }
}
