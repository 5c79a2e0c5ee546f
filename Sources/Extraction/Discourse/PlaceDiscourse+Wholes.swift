import Bulletins
import Places
import Scanning

/// What brings the text back from a place to the whole that it is a part of, and from the whole to the place.
extension PlaceDiscourse {
    /// 这项工程覆盖永泰街道4个社区: the wider place that a sentence about works says they reach, where the text has come to them in one
    /// of its communities.
    @inline(__always)
    func reached(in sentence: Range<Int>, _ text: Span<UInt8>) -> PlaceNode? {
        guard !isNational, resolver.level(of: next) > .street, tools.opensWithWorks(sentence, text) else { return nil }
        return mentions[inSentence].first { mention, node in
            node != next && resolver.level(of: node) >= .county && isPlace(next, in: node)
                && ReadingTools.reachings.ends(in: text, at: mention.range.lowerBound)
        }?.node
    }

    /// 光熙苑社区的变化，得益于街道今年启动的行动。行动计划整治小巷18条: what a place owes to a wider one is told of this.
    mutating func followCause(in sentence: Range<Int>, _ text: Span<UInt8>) {
        guard !isNational, resolver.level(of: next) == .community,
            let cause = tools.cause(in: sentence, text)
        else { return }
        if text.has("街道", at: cause) {
            next = referent(.street, widens: false) ?? next
        } else if let named = mentions[inSentence].first(where: { $0.mention.range.lowerBound == cause }),
            isPlace(next, in: named.node)
        {
            next = named.node
        }
    }

    /// Of how many figures an article about a street keeps where they stand.
    private static let mostCounted = 40

    /// Takes up a figure of an article about a street, with its place.
    mutating func noteCounted(_ place: PlaceNode, at position: Int, _ text: Span<UInt8>) {
        guard counted.count < PlaceDiscourse.mostCounted, resolver.level(of: article) == .street,
            position < text.count, text[position] >= 0x31, text[position] <= 0x39
        else { return }
        counted.append((place, position))
    }

    /// 收到意见57条。…57条意见中，19条当场答复, 这4块地共花了210万元: the street whose figure a sentence takes up again.
    func recounted(_ sentence: Range<Int>, _ text: Span<UInt8>) -> PlaceNode? {
        let isPointed = text.has("这", at: sentence.lowerBound)
        let start = sentence.lowerBound + (isPointed ? 3 : 0)
        guard !counted.isEmpty, start < text.count, text[start] >= 0x31, text[start] <= 0x39, next != article,
            isPlace(next, in: article)
        else { return nil }
        var end = start
        while end < sentence.upperBound, text[end] >= 0x30, text[end] <= 0x39 { end += 1 }
        guard end < sentence.upperBound, text[end] >= 0xE3, case let length = end + 3 - start,
            isPointed || length > 4 && tools.endsAmong(behind: end, in: sentence, text)
        else { return nil }
        let known = counted.last { _, known in
            known < start && known + length <= text.count
                && (0..<length).allSatisfy { text[known + $0] == text[start + $0] }
        }
        return known?.node == article ? article : nil
    }

    /// 平均每个街道|86万元: what lies above the street or community of which each has what is told.
    func holder(perDivisionAt position: Int, else place: PlaceNode, _ text: Span<UInt8>) -> PlaceNode? {
        guard !isNational, let level = tools.divisionOfEach(before: position, text), resolver.level(of: place) >= level,
            !resolver.isVenue(place)
        else { return nil }
        var outer = place
        while outer != .none, resolver.level(of: outer) >= level { outer = resolver.parent(of: outer) }
        // A community of which the text has not told the street lies in the street that it has told of.
        if level == .community, resolver.level(of: outer) < .street { return latest[.street] }
        return outer == .none ? nil : outer
    }

    /// 1️⃣ 安装长椅36把，光熙苑社区最多, 2️⃣ 招聘会进场企业58家: lines with pictures before them are those of one list, and each begins
    /// with the place with which the first of them began.
    mutating func followPictures(_ block: Block, _ text: Span<UInt8>) {
        guard block.kind == .paragraph || block.kind == .subheading, heading == .none else { return }
        guard tools.opensWithPicture(block, text) else {
            // 地点：光熙苑社区 is one of its short lines, but not a paragraph
            if !tools.isTitleLine(block, text) { pictured = nil }
            return
        }
        if let pictured { next = pictured } else { pictured = next }
    }

    /// 街道已协调车位120个。完工后，路面拓宽到7米: the place of the works with which the paragraph began.
    @inline(__always)
    func finished(_ sentence: Range<Int>, _ text: Span<UInt8>) -> PlaceNode? {
        guard !isFirst, resolver.level(of: paragraph) > .street, paragraph != next, isPlace(paragraph, in: next),
            ReadingTools.finishings.begins(in: text, at: sentence.lowerBound)
        else { return nil }
        return paragraph
    }
}

extension ReadingTools {
    /// Whether a line begins with a picture, or with a digit on a key: 💬, 1️⃣.
    fileprivate func opensWithPicture(_ block: Block, _ text: Span<UInt8>) -> Bool {
        guard block.range.count > 4 else { return false }
        if block.opensWithKeycap(text) { return true }
        switch text.scalar(at: block.range.lowerBound).value {
        case 0x231A...0x23FF, 0x2600...0x27BF, 0x2B05...0x2B55, 0x1F300...0x1FAFF: return true
        default: return false
        }
    }

    /// 57条|意见中，: whether the first clause of a sentence ends in 中 or 里.
    fileprivate func endsAmong(behind start: Int, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < sentence.upperBound, position - start <= 45 {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .clauseEnd {
                return text.has("中", before: position) || text.has("里", before: position)
            }
            guard classes[scalar] == .other else { return false }
            position += length
        }
        return false
    }

    /// 平均每个街道|86万元, 每社区|2课时: the level of the divisions of which each has what stands behind.
    fileprivate func divisionOfEach(before position: Int, _ text: Span<UInt8>) -> PlaceLevel? {
        for (word, level) in [("街道", .street), ("社区", .community)] as [(StaticString, PlaceLevel)]
        where text.has(word, before: position) {
            let start = position - 6
            if text.has("每个", before: start) || text.has("每", before: start) { return level }
        }
        return nil
    }

    private static let plans: WordList = ["按照", "按", "根据", "目前", "眼下", "据悉", "据了解"]
    private static let rests: WordList = ["剩余", "剩下", "余下", "其余", "剩的"]

    /// 按照安排，|剩余1300户…: whether a paragraph begins to tell of what is left of a whole.
    func opensRest(_ block: Block, _ text: Span<UInt8>) -> Bool {
        var start = block.range.lowerBound
        if ReadingTools.plans.begins(in: text, at: start) {
            while start < block.range.upperBound, start - block.range.lowerBound <= 45,
                case (let scalar, let length) = text.scalar(at: start)
            {
                start += length
                if classes[scalar] == .clauseEnd { break }
            }
        }
        return ReadingTools.rests.begins(in: text, at: start)
    }

    fileprivate static let reachings: WordList = ["覆盖", "涉及", "惠及", "涵盖", "辐射", "涉及到", "覆盖了", "惠及了"]
    private static let workOpenings: WordList = [
        "这项", "这一", "该项", "该工程", "该行动", "此次", "本次", "这次", "工程", "项目", "改造", "行动", "整治",
    ]
    private static let works: WordList = ["工程", "项目", "行动", "改造", "整治", "提升", "更新"]

    /// 这项总投资2360万元的工程…: whether works are what a sentence begins to tell of.
    fileprivate func opensWithWorks(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        ReadingTools.workOpenings.begins(in: text, at: sentence.lowerBound)
            && restOfClause(from: sentence.lowerBound, within: 90, text) {
                ReadingTools.works.begins(in: text, at: $0)
            }
    }

    private static let causes: WordList = ["得益于", "源于", "缘于", "归功于", "离不开"]

    /// 得益于|街道今年启动的行动: where a sentence begins to say to whom something is owed.
    fileprivate func cause(in sentence: Range<Int>, _ text: Span<UInt8>) -> Int? {
        var position = sentence.lowerBound
        while position < sentence.upperBound {
            if let length = ReadingTools.causes.match(in: text, at: position, end: sentence.upperBound) {
                return position + length
            }
            position += text.scalar(at: position).length
        }
        return nil
    }

    fileprivate static let finishings: WordList = [
        "完工后", "建成后", "竣工后", "改造后", "投用后", "通车后", "工程完工后", "全部完工后", "项目建成后", "改造完成后",
    ]

    /// 铺管6.4公里，其中|光熙苑社区1.8公里: whether a clause counts what a place has of what the sentence, or the one before, has counted.
    func isCountedPart(_ mention: PlaceMention, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let start = mention.range.lowerBound
        var part = start - (text.has("，", before: start) ? 3 : text.has(",", before: start) ? 1 : 0)
        guard text.has("其中", before: part) else { return false }
        part -= 6
        var position = mention.range.upperBound
        var holdsFigure = false
        while position < sentence.upperBound {
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            if kind == .clauseEnd { break }
            // 一 may stand in any word: 挪一挪
            holdsFigure = holdsFigure || kind.startsNumeral && scalar != "一"
            position += length
        }
        // 其中光熙苑社区动手最早，…: a sentence that begins so goes on about it
        return holdsFigure
            && (part > sentence.lowerBound || position >= sentence.upperBound
                || classes[text.scalar(at: position).value] == .sentenceEnd)
    }

    /// 其中3条|在西王庄社区: whether a clause says of a part of what was counted where it is.
    func isWhere(of figure: Int, from start: Int, to end: Int, _ text: Span<UInt8>) -> Bool {
        guard text.has("在", before: start), start - figure <= 45,
            text.has("其中", before: figure) || text.has("其中有", before: figure), end <= text.count
        else { return false }
        return end == text.count || ![.other, .pause].contains(classes[text.scalar(at: end).value])
    }

    /// …；从考核看，: whether a semicolon and a clause that names another sight stand in a stretch.
    func looksAnew(from start: Int, to end: Int, _ text: Span<UInt8>) -> Bool {
        var position = max(start, end - 150)
        while position < end, text[position] & 0xC0 == 0x80 { position += 1 }
        var isSight = false
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .clauseEnd {
                if isSight, text.has("看", before: position) { return true }
                isSight = (scalar == "；" || scalar == ";") && text.has("从", at: position + length)
            }
            position += length
        }
        return false
    }

    private static let buildings: WordList = ["建设", "新建", "建起", "改建", "扩建", "打造", "建成", "动工", "开工", "改造"]
    private static let projects: WordList = ["项目", "该项目", "工程", "该工程", "建成后", "新址", "地块"]

    /// 街道在光熙苑社区|建设口袋公园: whether a clause tells that something is built in a place.
    func builds(behind end: Int, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        restOfClause(from: end, within: min(60, sentence.upperBound - end), text) {
            ReadingTools.buildings.begins(in: text, at: $0)
        }
    }

    /// 项目用地2300平方米: whether a sentence goes on about what is built.
    func opensWithProject(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        ReadingTools.projects.begins(in: text, at: sentence.lowerBound)
    }

    private static let auxiliaries: WordList = ["拟", "将", "又", "还", "也", "正", "曾", "已", "就", "便", "计划", "先后"]

    /// The units of a time with a number, and what stands behind one: 4|月|2|日|上午, 两|个月|后, 入冬|以来.
    private static let timeUnits: WordList = [
        "个月", "年", "月", "日", "号", "时", "点", "周", "天", "许", "底", "初", "末", "起", "前", "后", "以来", "来", "份", "期间", "上旬",
        "中旬", "下旬", "同时", "接着", "随即", "立即", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "半",
    ]

    /// 永泰街道|又|在光熙苑社区, 永泰街道|4月2日|在光熙苑社区: whether nothing, or only an adverb, a time or a verb of planning stands in a stretch.
    func isAuxiliary(_ start: Int, to end: Int, _ text: Span<UInt8>) -> Bool {
        guard start <= end, end - start <= 24 else { return false }
        var position = start
        while position < end {
            let (scalar, digit) = text.scalar(at: position)
            if let length = ReadingTools.auxiliaries.match(in: text, at: position, end: end)
                ?? (classes[scalar] == .digit ? digit : nil)
                ?? ReadingTools.timeUnits.match(in: text, at: position, end: end)
            {
                position += length
                continue
            }
            guard let word = lexicon.phrases.longestMatch(in: text, at: position, end: end),
                [.adverb, .time].contains(lexicon.entry(of: word.value).wordClass)
            else { return false }
            position += word.length
        }
        return true
    }

    private static let links: WordList = ["连接", "连通", "沟通", "贯通", "串联", "串起", "横跨", "途经"]
    static let joints: WordList = ["与", "和", "、", "至", "到", "及"]

    /// 连接|北辰社区与小坝社区的道路: whether a place is the first of those that something links.
    func isLinked(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        ReadingTools.links.ends(in: text, at: mention.range.lowerBound)
            && ReadingTools.joints.begins(in: text, at: mention.range.upperBound)
    }

    private static let spans: WordList = ["起，", "起,", "以来，", "以来,", "累计，", "近年来，", "截至目前，"]

    /// 自2022年起，街道|筹资…: whether a span of years stands before 街道.
    func followsSpan(_ end: Int, _ text: Span<UInt8>) -> Bool {
        text.has("街道", before: end) && ReadingTools.spans.ends(in: text, at: end - 6)
    }
}
