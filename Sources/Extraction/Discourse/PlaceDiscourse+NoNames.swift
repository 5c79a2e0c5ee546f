import Places
import Scanning

/// Which stretches before 社区, 村 or 街道 are words of grammar, counts or descriptions, and no names.
extension ReadingTools {
    /// 成立小区, 依托村, 去年社区: words of grammar before the suffix are no name; all counties and what is wider are listed,
    /// and a residential estate is a finer place than offices keep books of.
    func isNoName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        // 2023-08-25 18:06 发表于四川: where a web page was written
        if text.has("发表于", before: mention.range.lowerBound) || followsClock(mention, text) { return true }
        if isTogether(mention, text) { return true }
        // 中国—|中亚峰会: who meet, and not where
        if text.has("中国—", before: mention.range.lowerBound) || text.has("中国－", before: mention.range.lowerBound) {
            return true
        }
        guard mention.form == .unlisted else { return false }
        // 二道区|四家乡, 安宁市|连然街道: whatever its words would mean elsewhere
        if mention.isCertain, mention.level == .street {
            // 平城区南|城乡结合部
            return text.has("城乡", before: mention.range.upperBound)
                && ReadingTools.ofTowns.begins(in: text, at: mention.range.upperBound)
        }
        // 葫芦岛|部分区县
        if text.has("部分", at: mention.name.lowerBound) { return true }
        // 大同县, which is no county any more, is called as its city is
        if mention.level == .county, text.has("县", before: mention.range.upperBound) { return false }
        if mention.level <= .county || mention.level == .estate { return true }
        if isStretchOfRoad(mention.name, text) || isMarketDay(mention, text) { return false }
        if isHandedOver(mention, text) { return true }
        // 附近的|西安国际港务区, 山西转型综改示范区: long words may stand behind the name of its city.
        let isOfCity = mention.level == .zone && recognizer.beginsWithPlace(mention.name, in: text)
        // 解放街道, 前进社区
        if recognizer.isHonour(mention.name, in: text) { return isOnlyHonour(mention, text) }
        if isOfCountryside(mention, text) { return true }
        // 古店镇|新春村, but 古店镇|受灾|村, 古店镇|第五届|社区运动会, 古店镇|幸福邻里|社区建设
        if mention.isCertain, !isOneWord(mention.name, .verb, text), !isOneWord(mention.name, .verbalNoun, text) {
            return tellsWhen(mention, text) || isCount(mention, text)
                || mention.name.count >= 12 && ReadingTools.campaigns.begins(in: text, at: mention.range.upperBound)
        }
        return isOtherWord(mention, text) || isDescription(mention, isOfCity: isOfCity, text)
            || tellsWhen(mention, text) || isCount(mention, text) || endsInVerb(mention, text)
            || holdsGrammar(mention, isOfCity: isOfCity, text)
            || mention.link == .narrows && takesObject(mention, isKnownTo: false, text)
    }

    private static let countrysides: WordList = ["农村", "镇村", "通村", "包村", "驻村", "入村", "联村", "帮村"]

    /// 永泰街道|开工|农村|公路, 硬化|通村|公路: whether a name is a word and a part of the word for a countryside that its suffix ends.
    private func isOfCountryside(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.level == .community || mention.level == .street, mention.name.count >= 6,
            case (let start, let end) = (mention.name.lowerBound, mention.range.upperBound),
            end == mention.name.upperBound + 3, case let tail = text.scalarStart(before: mention.name.upperBound),
            tail > start
        else { return false }
        // 新建成|通村公路: a longer word begins there
        if let longer = lexicon.phrases.longestMatch(in: text, at: tail, end: min(text.count, end + 9)),
            tail + longer.length > end
        {
            return true
        }
        guard mention.name.count >= 9, let word = lexicon.phrases.longestMatch(in: text, at: start, end: tail),
            start + word.length == tail,
            !recognizer.isHonour(start..<tail, in: text)
        else { return false }
        if ReadingTools.countrysides.ends(in: text, at: end) { return true }
        // 永泰镇|唱响|水乡: what a verb is about
        return lexicon.entry(of: word.value).wordClass == .verb
            && lexicon.phrases.longestMatch(in: text, at: tail, end: end)?.length == end - tail
    }

    private static let companions: WordList = [
        "党委", "政府", "局", "街道", "社区", "公司", "所", "队", "部门", "中心", "站", "工委", "县委", "区委", "市委", "纪委", "村委",
    ]

    /// 乡党委|会同|县林业局: whether the name of a county is a verb behind somebody who does something together with the county.
    private func isTogether(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.level == .county && mention.link == .none && text.has("会同县", at: mention.range.lowerBound)
            && ReadingTools.companions.ends(in: text, at: mention.range.lowerBound)
    }

    private static let doneWords: WordList = ["已", "均", "都", "仍", "也", "再", "须", "需", "可", "先"]
    private static let handings: WordList = [
        "报", "送", "转", "交", "请", "派", "由", "移", "向", "找", "归", "经", "下", "通", "到", "入",
    ]

    /// 已报|街道协调, 均转|社区: an adverb before a verb of one character, which no dictionary lists as one word.
    private func isHandedOver(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.link != .narrows, mention.name.count >= 6, case let adverb = mention.name.upperBound - 6 else {
            return false
        }
        // 6件已转|社区: the figure before it is part of no name either
        return
            (mention.name.count == 6
            ? ReadingTools.doneWords.begins(in: text, at: adverb)
            : text.has("已", at: adverb) || text.has("均", at: adverb) || text.has("仍", at: adverb))
            && ReadingTools.handings.begins(in: text, at: adverb + 3)
    }

    private static let marketDays: WordList = ["周一", "周二", "周三", "周四", "周五", "周六"]
    private static let introductions: WordList = ["在", "就在", "位于", "地处", "坐落", "隶属", "属于", "属", "距", "辖", "是个", "是一个"]

    /// 周一|村|位于…, 楼观镇|周一村: whether a village is called by what else is a day of the week, which it is where a clause tells where it
    /// lies, or right behind its town.
    private func isMarketDay(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.name.count == 6, ReadingTools.marketDays.begins(in: text, at: mention.name.lowerBound),
            text.has("村", at: mention.name.upperBound)
        else { return false }
        return mention.link == .narrows
            || opensClause(mention.range.lowerBound, in: 0..<text.count, text)
                && ReadingTools.introductions.begins(in: text, at: mention.range.upperBound)
    }

    private static let stretches: WordList = ["东路", "西路", "南路", "北路", "中路"]

    /// 建设北路, 胜利东路三: whether a name tells a stretch of a road, which may be called by a verb.
    private func isStretchOfRoad(_ name: Range<Int>, _ text: Span<UInt8>) -> Bool {
        (name.count == 12 || name.count == 15) && ReadingTools.stretches.begins(in: text, at: name.lowerBound + 6)
    }

    /// 平安社区|建设, 建设|社区|食堂3处: whether a word that praises or exhorts, and that names are made of, is none here.
    private func isOnlyHonour(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        // 建设社区食堂3处, but 建设社区把…
        if takesObject(mention, text) { return true }
        // 平安社区建设, “六无”平安社区
        return mention.link == .none
            && (ReadingTools.campaigns.begins(in: text, at: mention.range.upperBound)
                || text.has("”", before: mention.range.lowerBound)
                    && !endsSpeech(before: mention.range.lowerBound - 3, text))
    }

    /// “…都有账。|”得胜社区网格员…: whether a sentence ends before a position.
    func endsSpeech(before position: Int, _ text: Span<UInt8>) -> Bool {
        guard position > 0, case let last = text.scalar(at: text.scalarStart(before: position)).value else {
            return false
        }
        return classes[last] == .sentenceEnd || classes[last] == .clauseEnd
    }

    /// 城镇, 八万余名社区居民, 何家村东侧路: whether the words are one that means something else, or part of it.
    private func isOtherWord(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        // 城镇, 乡镇: the name with its suffix is a word itself
        if let whole = lexicon.phrases.longestMatch(
            in: text, at: mention.range.lowerBound, end: mention.range.upperBound),
            whole.length == mention.range.count, mention.range.count <= 6, mention.range.count > mention.name.count
        {
            return true
        }
        if text.has("余名", at: mention.name.lowerBound) || isGenericUnit(mention, text) || isOfRoad(mention, text)
            || isCountedName(mention, text) || isHomeland(mention, text)
        {
            return true
        }
        if isFormerName(mention, text) { return true }
        // 街道帮|社区盘活荒坡: a body does something for another
        if mention.name.count > 6,
            text.has("街道", at: mention.name.lowerBound) || text.has("社区", at: mention.name.lowerBound)
        {
            return true
        }
        // 永泰镇|着眼|村“两委”换届: what the town does about its villages
        if mention.level == .community, text.has("村“两委”", at: mention.name.upperBound),
            !recognizer.isHonour(mention.name, in: text), isOneWord(mention.name, .verb, text)
        {
            return true
        }
        // 桃农回赠|园区食堂: what somebody does for a park
        if mention.level == .zone, mention.name.count >= 12, mention.link == .none,
            text.has("园区", at: mention.name.upperBound),
            isOneWord(mention.name.upperBound - 6..<mention.name.upperBound, .verb, text)
        {
            return true
        }
        // 场地|社区出，设备单位捐: who gives what a clause begins with
        if mention.link == .none, mention.level == .community, case let end = mention.range.upperBound,
            end + 6 <= text.count, classes[text.scalar(at: end).value] == .other,
            classes[text.scalar(at: end + 3).value] == .clauseEnd, isOneWord(mention.name, .noun, text)
        {
            return true
        }
        // 由原茶山村改制而来, 这样的集体生日会社区已坚持6年
        if text.has("原", at: mention.name.lowerBound), mention.name.count > 6 { return true }
        return false
    }

    /// Whether a name is one word of a class.
    private func isOneWord(_ name: Range<Int>, _ wordClass: WordClass, _ text: Span<UInt8>) -> Bool {
        lexicon.phrases.longestMatch(in: text, at: name.lowerBound, end: name.upperBound).map {
            $0.length == name.count && lexicon.entry(of: $0.value).wordClass == wordClass
        } ?? false
    }

    /// 位于城东的|青榴数字产业园, 周末的|“拾光”文创园: whether the name of a park is in quotation marks, or begins with no word that would
    /// tell what is made there (一流的新型材料产业园).
    private func isParkName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        if text.has("“", at: mention.name.lowerBound) { return true }
        guard isPark(mention, text) else { return false }
        guard
            let word = lexicon.phrases.longestMatch(
                in: text, at: mention.name.lowerBound, end: mention.name.upperBound), word.length > 3
        else { return true }
        return lexicon.entry(of: word.value).wordClass == .place
    }

    private static let townsOwning: WordList = ["街道的", "镇的", "乡的"]
    private static let anyTowns: WordList = [
        "全", "该", "各", "本", "这", "那", "的", "个", "在", "我", "市", "区", "县", "由", "对", "是", "城", "乡", "村", "集", "小",
    ]

    /// 开源街道的|三里屯里社区: whether the name of a street or town stands before 的.
    private func isOfNamedTown(before start: Int, _ text: Span<UInt8>) -> Bool {
        guard ReadingTools.townsOwning.ends(in: text, at: start) else { return false }
        let name = start - (text.has("街道的", before: start) ? 9 : 6)
        guard name > 0, case let last = text.scalarStart(before: name), classes[text.scalar(at: last).value] == .other
        else { return false }
        return !ReadingTools.anyTowns.ends(in: text, at: name)
    }

    /// 是典型的|老厂区社区, 社会组织|社区: whether the words tell what sort of place it is, or who acts in it, or are of grammar.
    private func isDescription(_ mention: PlaceMention, isOfCity: Bool, _ text: Span<UInt8>) -> Bool {
        // 翠湖社区是一个移民|搬迁社区
        if mention.link == .none, isComplement(mention.name.lowerBound, isCounted: true, text) { return true }
        // 是典型的老厂区社区
        if text.has("的", before: mention.name.lowerBound),
            mention.name.count >= 12 && !isOfCity && !isParkName(mention, text)
                && !isOfNamedTown(before: mention.name.lowerBound, text)
                && !ReadingTools.nextDoors.ends(in: text, at: mention.name.lowerBound)
                || text.has("老", at: mention.name.lowerBound)
                || isComplement(mention.name.lowerBound, text)
        {
            return true
        }
        // 西安市|社会组织|社区工作服务中心: one long word for those who act; but 金马街道|幸福邻里|社区有…
        if mention.name.count >= 12, !isHonouredName(mention, text),
            let whole = lexicon.phrases.longestMatch(
                in: text, at: mention.name.lowerBound, end: mention.name.upperBound),
            whole.length == mention.name.count, lexicon.entry(of: whole.value).wordClass == .noun
        {
            return true
        }
        return isGrammar(mention, text) || isParticle(mention, text)
    }

    /// 金马街道|幸福邻里|社区: whether a word that communities are called after opens a name right behind a wider place.
    private func isHonouredName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.link == .narrows
            && recognizer.isHonour(mention.name.lowerBound..<mention.name.lowerBound + 6, in: text)
            && !ReadingTools.campaigns.begins(in: text, at: mention.range.upperBound)
    }

    /// 改造前|街道, 几个山区|村, 第五届|社区|运动会: whether the words tell when something was, or how many or which of them.
    private func tellsWhen(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        if text.has("前", before: mention.name.upperBound) || text.has("后", before: mention.name.upperBound),
            let verb = lexicon.phrases.longestMatch(
                in: text, at: mention.name.lowerBound, end: mention.name.upperBound - 3),
            verb.length > 3, [.verb, .verbalNoun].contains(lexicon.entry(of: verb.value).wordClass)
        {
            // 改造前街道…
            return true
        }
        // 几个山区村
        if text.has("几", at: mention.name.lowerBound), lexicon.isMeasure(text, at: mention.name.lowerBound + 3) {
            return true
        }
        // 一家街道综合养老服务中心: what is counted
        if classes[text.scalar(at: mention.name.lowerBound).value].startsNumeral,
            lexicon.isMeasure(text, at: mention.name.lowerBound + 3), mention.name.count == 6,
            mention.level <= .street || text.has("社区", at: mention.name.upperBound)
        {
            return true
        }
        // 第一年社区…, 义诊进社区, 他回村
        let first = text.scalar(at: mention.name.lowerBound)
        // 万年|泉北, 百年|巷: a great number of years is only told to praise
        let isAge =
            classes[first.value].startsNumeral && text.has("年", at: mention.name.lowerBound + first.length)
            && (classes[first.value] != .hanUnit || mention.name.count <= 6)
        if isAge { return true }
        if text.has("村庄", before: mention.range.upperBound) || text.has("以来", before: mention.name.upperBound) {
            return true
        }
        // 第五届社区运动会, 输转城乡劳动力
        if text.has("第", at: mention.name.lowerBound),
            (["届", "批", "期", "轮", "次"] as [StaticString]).contains(where: {
                text.has($0, before: mention.name.upperBound)
            })
        {
            return true
        }
        return false
    }

    /// 城乡, 近几年|社区, 200个样板|村: whether the words tell a span, a share or a count of them.
    private func isCount(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        // 偏城乡自来水入户率: a township of one character and 城, where it opens a clause or stands behind its county
        if text.has("城乡", before: mention.range.upperBound) {
            return mention.name.count != 6 || ReadingTools.ofTowns.begins(in: text, at: mention.range.upperBound)
                || ReadingTools.kindsOfTowns.begins(in: text, at: mention.name.lowerBound)
                || mention.link != .narrows && !followsMark(mention.name.lowerBound, text)
        }
        // 其中|镇村车间58个: which of them, and no 中镇村
        if text.has("其中", at: mention.name.lowerBound - 3), mention.name.count <= 6 { return true }
        // 永泰街道|在册|社区戒毒人员9人: in whose books they are
        if text.has("在册", at: mention.name.lowerBound), mention.name.count == 6 { return true }
        // 规模以上物流园区
        if text.has("以上", at: mention.name.lowerBound) { return true }
        // 一周社区事, 近几年社区…, 覆盖六成社区: a span of time or a share
        if endsInSpan(mention.name, text) { return true }
        // 200个样板村, with the measure word taken for a part of the name; 选定4个沿海社区
        if counts(at: mention.name.lowerBound, text)
            || mention.link == .none && mention.name.lowerBound > 0
                && counts(at: text.scalarStart(before: mention.name.lowerBound), text)
        {
            return true
        }
        return false
    }

    /// 义诊进|社区, 抓实|社区|队伍: whether the words end in a verb of going, or are a verb or one word of grammar.
    private func endsInVerb(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        for word in ["进", "回", "入", "到", "下"] as [StaticString] where text.has(word, before: mention.name.upperBound) {
            // 松下镇, 院下社区: a name behind what it lies in may tell that it lies below; but 科技下|乡
            let mayLieBelow =
                mention.link == .narrows
                && text.has("下", before: mention.name.upperBound)
            return !mayLieBelow || text.has("乡", at: mention.name.upperBound)
        }
        if mention.link == .none,
            let whole = lexicon.phrases.longestMatch(
                in: text, at: mention.name.lowerBound, end: mention.name.upperBound),
            whole.length == mention.name.count
        {
            // 抓实社区队伍, 其中社区资金: one word of grammar, or a verb, is no name.
            let entry = lexicon.entry(of: whole.value)
            // 凌空街道|贵玉社区: a street may be called by a verb that nobody would say of it
            if entry.wordClass == .verb, entry.roles.isEmpty, mention.level == .street,
                followsMark(mention.name.lowerBound, text),
                leadsToCommunity(behind: mention.range.upperBound, text)
            {
                return false
            }
            if [.verb, .adverb, .preposition, .conjunction, .pronoun, .time].contains(entry.wordClass)
                || entry.roles.contains(.part) || entry.roles.contains(.plan)
            {
                return true
            }
        }
        return false
    }

    /// 凌空街道|贵玉社区: whether the name of a community of two or three characters stands at a position.
    private func leadsToCommunity(behind start: Int, _ text: Span<UInt8>) -> Bool {
        [6, 9].contains { length in
            start + length + 6 <= text.count && text.has("社区", at: start + length)
                && (start..<start + length).allSatisfy {
                    text[$0] & 0xC0 == 0x80 || classes[text.scalar(at: $0).value] == .other
                }
        }
    }

    /// 覆盖|社区, 中心和|社区|养老服务站: whether one of the words in a name is a verb or a word of grammar.
    private func holdsGrammar(_ mention: PlaceMention, isOfCity: Bool, _ text: Span<UInt8>) -> Bool {
        let first = text.scalar(at: mention.name.lowerBound)
        var position = mention.name.lowerBound
        while position < mention.name.upperBound {
            guard let word = lexicon.phrases.longestMatch(in: text, at: position, end: mention.name.upperBound) else {
                position += text.scalar(at: position).length
                continue
            }
            // 金牛区|一心桥里|街道
            if mention.link == .narrows, position == mention.name.lowerBound, word.length < mention.name.count,
                recognizer.isHonour(position..<position + word.length, in: text)
            {
                position += word.length
                continue
            }
            let entry = lexicon.entry(of: word.value)
            let long = word.length > 3
            // 水清沟, 朱家洼: characters one by one may mean anything.
            if long, entry.wordClass == .verb, !entry.roles.isEmpty, !isOfCity,
                !isSpotName(mention.name, behind: position + word.length, text)
            {
                return true
            }
            if long, [.preposition, .adverb, .time, .pronoun, .conjunction].contains(entry.wordClass),
                !(classes[first.value] == .hanUnit && position == mention.name.lowerBound),
                !(word.length == mention.name.count - 3 && recognizer.endsInNeighbourhood(mention.name, in: text))
            {
                return true
            }
            // 中心和社区养老服务站; 和平里 begins with the character and is a word
            if entry.wordClass == .conjunction, position == mention.name.lowerBound || word.length == 3,
                !isCalledPeace(mention, text)
            {
                // 和兴路街道：…, 和沁街道是…: no clause begins with 和, and 沁 is no name of a street.
                guard position == mention.range.lowerBound, mention.name.count > 3,
                    followsMark(position, text) || text.has("的", before: position)
                        || mention.link == .narrows && (mention.name.count == 6 || text.has("若", at: position))
                else {
                    return true
                }
            }
            position += word.length
        }
        return false
    }

    private static let spots: WordList = ["路", "桥", "巷", "里", "厂", "院", "站"]

    /// 改革|路, 测绘|院: whether a name ends in a verb before one character for a road, bridge or house.
    private func isSpotName(_ name: Range<Int>, behind verb: Int, _ text: Span<UInt8>) -> Bool {
        verb + 3 == name.upperBound && ReadingTools.spots.begins(in: text, at: name.upperBound - 3)
    }

    /// 平安社区|建设, 幸福村|评选: what is made of any of them.
    private static let campaigns: WordList = ["建设", "创建", "评选", "行动", "工程", "创评", "品牌", "标准"]

    /// Whether a name is a verb as well, whose object may go on behind 街道 or 社区: it does where a noun stands there.
    ///
    /// - Parameter isKnownTo: whether only verbs are asked of which the lexicon knows that they take an object.
    private func takesObject(_ mention: PlaceMention, isKnownTo: Bool = true, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.upperBound
        guard
            let verb = lexicon.phrases.longestMatch(
                in: text, at: mention.name.lowerBound, end: mention.name.upperBound),
            verb.length == mention.name.count,
            case let entry = lexicon.entry(of: verb.value), [.verb, .verbalNoun].contains(entry.wordClass),
            entry.roles.contains(.transitive) || !isKnownTo, end < text.count,
            case let kind = classes[text.scalar(at: end).value],
            // 争创|园区12个
            kind == .other || !isKnownTo && mention.level == .zone && kind.startsNumeral,
            !ReadingTools.speakers.begins(in: text, at: end)
        else { return false }
        // 上岗|村居|干部: the suffix begins a word itself
        if !isKnownTo,
            let word = lexicon.phrases.longestMatch(
                in: text, at: mention.name.upperBound, end: min(text.count, end + 12)),
            mention.name.upperBound + word.length > end
        {
            return true
        }
        guard let next = lexicon.phrases.longestMatch(in: text, at: end, end: min(text.count, end + 12)) else {
            return true
        }
        var predicates: [WordClass] = [.verb, .adverb, .preposition, .time]
        // 守望街道|慰问老人
        if !isKnownTo { predicates.append(.verbalNoun) }
        return !predicates.contains(lexicon.entry(of: next.value).wordClass)
    }

    private static let namings: WordList = [
        "撤销", "撤",
        "前叫", "前叫做", "原名", "原名叫", "原叫", "曾叫", "曾名", "曾用名", "前身是", "前身为", "旧称", "旧名", "俗称", "又称", "又名", "古称", "前称",
    ]

    /// 荷塘社区以前叫|渔场村: what a place was called, which it is no more.
    private func isFormerName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        if ReadingTools.namings.ends(in: text, at: mention.name.lowerBound) { return true }
        // The recognizer may have taken a part of the word into the name: 以|前叫渔场村.
        return text.has("前叫", at: mention.name.lowerBound) || text.has("原叫", at: mention.name.lowerBound)
            || text.has("曾叫", at: mention.name.lowerBound)
    }

    /// 创评村（社区）, 示范村（居）: village or community, whatever the unit is called; after no wider place it has no name.
    private func isGenericUnit(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.upperBound
        guard mention.link == .none, end < text.count, classes[text.scalar(at: end).value] == .openBracket else {
            return false
        }
        let inner = end + text.scalar(at: end).length
        guard let length = ReadingTools.units.match(in: text, at: inner, end: text.count), inner + length < text.count
        else { return false }
        return classes[text.scalar(at: inner + length).value] == .closeBracket
    }

    private static let units: WordList = ["社区", "居", "村", "镇", "乡", "街道", "街", "办", "居委会", "小区"]

    /// 何家村东侧路, 马家村路: a road, and no village.
    private func isOfRoad(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard text.has("村", before: mention.range.upperBound) else { return false }
        var end = mention.range.upperBound
        for side in ["东", "西", "南", "北", "中", "侧"] as [StaticString] where text.has(side, at: end) { end += 3 }
        guard text.has("路", at: end) else { return false }
        return !(["口", "边", "旁", "段", "社", "街"] as [StaticString]).contains { text.has($0, at: end + 3) }
    }

    /// 8|万余名社区居民, 一个老龄化社区, 首家社区食堂: a number with its measure word, and no name.
    private func isCountedName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let start = mention.name.lowerBound
        let end = mention.name.upperBound
        for word in ["余", "多", "几"] as [StaticString] {
            guard end - start >= 6, text.has(word, before: end - 3), lexicon.isMeasure(text, at: end - 3) else {
                continue
            }
            return true
        }
        let (first, length) = text.scalar(at: start)
        // 第一个, 这个, 是个, 首家
        let isOrdinal = text.has("首", at: start)
        guard isOrdinal || classes[first].startsNumeral else { return false }
        // 一个, 两名; but 三家店村, 五座楼村
        for word in ["个", "名", "位", "批", "项"] as [StaticString] where text.has(word, at: start + length) { return true }
        return isOrdinal && end - start == 6 && lexicon.isMeasure(text, at: start + length)
    }

    /// 建家乡, 回报家乡: home, and no township.
    private func isHomeland(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.level == .street, text.has("家乡", before: mention.range.upperBound), mention.name.count > 3,
            let word = lexicon.phrases.longestMatch(
                in: text, at: mention.name.lowerBound, end: mention.name.upperBound - 3)
        else { return false }
        return word.length == mention.name.count - 3
            && [.verb, .verbalNoun, .adverb, .preposition].contains(lexicon.entry(of: word.value).wordClass)
    }

    /// 柳南街道有社区9个: a word of grammar of one character is no name.
    private func isParticle(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.name.count == 3
            && ([
                "有", "各", "多", "全", "该", "本", "等", "和", "与", "的", "是", "在", "把", "对", "由", "向", "从", "为", "辖", "共", "几",
                "每",
            ]
                as [StaticString]).contains { text.has($0, at: mention.name.lowerBound) }
    }

    /// Whether a name ends in a numeral with 年, 月, 周, 天 or 成.
    private func endsInSpan(_ name: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard name.count >= 6,
            (["年", "月", "周", "天", "成"] as [StaticString]).contains(where: { text.has($0, before: name.upperBound) })
        else { return false }
        let before = classes[text.scalar(at: name.upperBound - 6).value]
        return before.startsNumeral || before == .vague
    }

    /// Whether a position opens a line or a clause.
    func followsMark(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position > 0 else { return true }
        return classes[text.scalar(at: text.scalarStart(before: position)).value] != .other
            && !text.has("、", before: position)
    }

    /// Whether a measure word with a number before it stands at a position.
    private func counts(at position: Int, _ text: Span<UInt8>) -> Bool {
        position > 0 && lexicon.isMeasure(text, at: position)
            && classes[text.scalar(at: text.scalarStart(before: position)).value].startsNumeral
    }

    /// 是典型的工矿社区: whether 是 stands before in the clause, which says what a place is.
    ///
    /// - Parameter isCounted: whether 个 must stand between them: 是一个, 是个.
    private func isComplement(_ start: Int, isCounted: Bool = false, _ text: Span<UInt8>) -> Bool {
        var position = start
        var counts = !isCounted
        while position > 0, start - position <= 30 {
            position = text.scalarStart(before: position)
            if text.has("是", at: position) { return counts }
            if text.has("个", at: position) {
                counts = true
                continue
            }
            if counts, isCounted, text.has("一", at: position) { continue }
            // 是个“大块头”|城乡社区: what it is nicknamed
            guard [.other, .openQuote, .closeQuote].contains(classes[text.scalar(at: position).value]) else {
                return false
            }
        }
        return false
    }

    /// 2025年5月6日 18:30 云南: where a web page was written
    private func followsClock(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.lowerBound
        guard mention.level <= .prefecture, end >= 4, text[end - 1] == 0x20, text[end - 4] == 0x3A else { return false }
        return [end - 2, end - 3].allSatisfy { text[$0] >= 0x30 && text[$0] <= 0x39 }
    }

    /// 2025年城镇, 是个老社区, 网格长由社区: the name begins or ends with a word of grammar.
    private func isGrammar(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let first = mention.name.lowerBound
        let last = mention.name.upperBound
        // 2025年城镇, 全年城镇, 街道城镇: 城镇 is a word, and what stands before it is none of its name.
        if text.has("城", before: last), text.has("镇", at: last) {
            if text.has("年", at: first) || text.has("全", at: first) { return true }
            // “健康城镇、美丽乡村”; but 东郭|城镇, where no word stands before it
            if mention.link == .none, last - first > 6,
                last - first > 9 || !followsMark(first, text)
                    || lexicon.phrases.longestMatch(in: text, at: first, end: last - 3)?.length ?? 0 > 3
            {
                return true
            }
            // 泗城镇走的是…: a town of one character and 城, where it opens a clause
            if last - first == 6, mention.range.lowerBound == first, followsMark(first, text) {
                return ReadingTools.kindsOfTowns.begins(in: text, at: first)
                    || ReadingTools.ofTowns.begins(in: text, at: mention.range.upperBound)
            }
            // 颍上县|慎城镇: right behind its county a town may be called a walled one
            if mention.link != .narrows || last - first > 6,
                let word = lexicon.phrases.longestMatch(in: text, at: first, end: last - 3),
                word.length == last - 3 - first,
                case let entry = lexicon.entry(of: word.value), entry.wordClass != .noun || entry.roles.contains(.body)
            {
                return true
            }
        }
        for word in ["季度", "半年", "期间", "目前", "全年"] as [StaticString] where text.has(word, before: last) { return true }
        for word in ["是", "这", "那", "为", "有", "算", "各"] as [StaticString]
        where text.has(word, before: first) && lexicon.isMeasure(text, at: first) { return true }
        for word in ["由", "在", "与", "为", "把", "被", "让", "给", "向", "对", "各", "该", "和", "是"] as [StaticString]
        where text.has(word, before: last) && last - first > 3 && !isCalledPeace(mention, text) { return true }
        return false
    }

    /// What sort of towns: 新城镇, 小城镇, 全城镇, 各城镇.
    private static let kindsOfTowns: WordList = [
        "新", "小", "大", "古", "老", "全", "各", "县", "乡", "本", "该", "在", "与", "和", "由", "向", "对", "从", "到", "及", "等", "中",
        "市", "省",
        "区", "年", "月", "日", "的", "了", "为", "按", "每", "万", "补", "扩", "兴", "强", "美", "靓", "建", "连", "优", "活", "通", "促",
        "抓", "提", "旧", "推",
        "拓", "治", "护", "创",
    ]
    /// What is said of towns and of those who live in them: 城镇居民, 城镇化.
    private static let ofTowns: WordList = [
        "居民", "化", "就业", "新增", "常住", "人口", "职工", "登记", "调查", "住房", "低保", "老旧", "建设", "体系", "户籍", "非私营", "私营", "单位",
        "人均",
        "失业", "零就业", "困难", "燃气", "统筹", "融合", "一体", "环境", "公交", "结合", "差距", "接合", "客运", "治理", "风貌", "教育", "面貌", "短板",
        "布局", "路网", "管网", "道路", "驿站", "产业", "市场", "容量", "改造", "带动", "容貌", "颜值", "生活",
        "污水", "供水", "规划", "开发", "基本", "医保", "养老", "消费", "地区", "社区", "小区",
    ]

    /// 春和路街道, 永和社区: 和 is part of a name between two characters, and the end of one where nothing that could be joined
    /// to another thing stands before it.
    private func isCalledPeace(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        // 春和路街道
        if mention.name.count == 9, text.has("和", at: mention.name.lowerBound + 3) { return true }
        // 天和新村社区, 仁和家园社区
        if mention.name.count == 12, text.has("和", at: mention.name.lowerBound + 3),
            ReadingTools.estateEnds.ends(in: text, at: mention.name.upperBound)
        {
            return true
        }
        guard mention.name.count == 6, text.has("和", before: mention.name.upperBound) else { return false }
        // 贵和街道的经验是…: nor is one character that opens a clause joined to anything, but 区和街道
        return mention.link == .narrows
            || ReadingTools.wishes.contains { text.has($0, at: mention.name.lowerBound) }
            || mention.range.lowerBound == mention.name.lowerBound && followsMark(mention.name.lowerBound, text)
                && !ReadingTools.joined.begins(in: text, at: mention.name.lowerBound)
    }

    private static let estateEnds: WordList = ["新村", "家园", "花园", "小区", "佳苑", "雅苑", "名苑", "新苑", "广场", "新城", "小镇"]

    /// Who acts with a street or community: 区和街道, 党和街道, 校和社区.
    private static let joined: WordList = [
        "省", "市", "区", "县", "镇", "乡", "街", "村", "州", "旗", "局", "我", "你", "他", "她", "这", "那", "谁", "党", "警", "校", "企",
        "民", "人", "家",
        "医", "政", "银", "军", "团", "官", "兵", "师", "亲", "院", "站", "所",
    ]

    /// What names wish for before 和.
    private static let wishes: [StaticString] = [
        "永", "安", "泰", "祥", "太", "义", "仁", "景", "福", "瑞", "顺", "裕", "德", "兴", "嘉", "康", "雍", "颐", "万", "丰", "宜", "致",
        "共",
    ]
}
