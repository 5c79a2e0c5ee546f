import Places
import Scanning

/// Words that point to a place named before, or to one that the text need not name: 该街道, 全区, 区环卫处负责人.
extension PlaceDiscourse {
    /// Words that point to a place of a level.
    private static let deictic: [(word: StaticString, level: PlaceLevel)] = [
        ("全国", .country), ("我国", .country),
        ("区里", .county), ("县里", .county), ("市里", .prefecture), ("全省", .province), ("我省", .province), ("省里", .province),
        ("全市", .prefecture), ("我市", .prefecture), ("全区", .county),
        ("我区", .county),
        ("该区", .county), ("全县", .county), ("我县", .county), ("该县", .county), ("全街道", .street), ("该街道", .street),
        ("全街", .street), ("全镇", .street), ("该镇", .street), ("全乡", .street), ("该乡", .street), ("我街道", .street),
        ("该社区", .community), ("全社区", .community), ("全村", .community), ("该村", .community), ("我社区", .community),
        ("全苏木", .street), ("该苏木", .street), ("全嘎查", .community), ("该嘎查", .community),
        ("我村", .community), ("这个街道", .street), ("这个社区", .community), ("这个村", .community),
        ("各社区", .street), ("各村", .street), ("各街道", .county), ("各镇街", .county), ("各乡镇", .county),
        ("各县", .prefecture), ("各区县", .prefecture),
    ]

    /// Bodies that stand for their place where they are the subject: 街道投入…, 社区每周….
    private static let bodies: [(word: StaticString, level: PlaceLevel)] = [
        ("街道", .street), ("镇里", .street), ("镇上", .street), ("乡里", .street), ("乡上", .street), ("苏木", .street),
        ("社区卫生服务中心", .street), ("社区里", .community),
        ("社区", .community),
        ("村里", .community),
        ("村上", .community),
    ]

    private static let deicticWords = WordList(deictic.map(\.word))
    private static let bodyWords = WordList(bodies.map(\.word))

    /// The place that the last pointing word of a stretch means; the stretch between mentions that overlap is empty.
    ///
    /// - Parameters:
    ///   - near: the place that the sentence has named last, for 不少租客搬进光熙苑社区，社区添了3名网格员.
    ///   - widens: whether 全省 may mean the province of a text that names only its district.
    mutating func pointedAt(
        from start: Int, to end: Int, near: PlaceNode = .none, widens: Bool = false, _ text: Span<UInt8>
    ) -> PlaceNode? {
        guard start < end, !pointers.isEmpty else { return nil }
        let range = start..<end
        let mayCall = (called: called != nil || isNews, park: park != nil)
        var place: PlaceNode?
        for position in pointers {
            if position >= end { break }
            // 最低海拔1340米（全区最低点），相差1223米: what brackets hold ends with them
            guard position >= start, PlaceDiscourse.mayPoint(at: position, mayCall, text),
                !(closesBracket && tools.bracketEnds(position, before: end, text))
            else { continue }
            let pointed: PlaceNode? =
                switch text.scalar(at: position).value {
                case "区", "县", "市", "省": division(toldAt: position, in: range, widens: widens, text)
                case "全", "我", "该", "各", "这":
                    wholePointed(at: position, in: range, near: near, widens: widens, text)
                case "街", "镇", "社", "村", "乡", "苏":
                    body(at: position, in: range, near: near, widens: widens, text)
                case "个": counted(at: position, in: range, behind: place, text)
                case "当": placeHere(at: position, in: range, text)
                case "派", "司", "供", "消", "卫", "中", "执":
                    streetOfStation(at: position, in: range, text)
                default: parkCalled(at: position, text)
                }
            place = pointed ?? place
        }
        return place
    }

    /// 从区里看, 放眼区里, but 社区里 and 小区里; 区级领导, 区环卫处负责人说: at the head of a clause the district's own people speak of
    /// the district.
    private mutating func division(
        toldAt position: Int, in range: Range<Int>, widens: Bool, _ text: Span<UInt8>
    ) -> PlaceNode? {
        let opens =
            tools.opensClause(position, in: range, text)
            && (tools.isOfficial(position, text) || tools.isOwnDoing(position, text))
            || text.has("由", before: position) && tools.isHeld(from: position, text)
        guard opens || text.has("从", before: position) || text.has("放眼", before: position) else { return nil }
        if opens {
            let level: PlaceLevel =
                text.has("市", at: position) ? .prefecture : text.has("省", at: position) ? .province : .county
            return referent(level, widens: widens)
        }
        var place: PlaceNode?
        for (word, level) in PlaceDiscourse.deictic where text.has(word, at: position) {
            place = referent(level, widens: widens) ?? place
        }
        return place
    }

    /// 该食堂, 全区, 我国: what a word means that points to a whole, or to what has been told of.
    private mutating func wholePointed(
        at position: Int, in range: Range<Int>, near: PlaceNode, widens: Bool, _ text: Span<UInt8>
    ) -> PlaceNode? {
        // 该食堂, where 绿柳社区食堂 has been told of
        if text.has("该", at: position), let called, names(called.name, at: position + 3, text) { return called.node }
        if let again = self.place(calledAgainAt: position, text) { return again }
        guard PlaceDiscourse.deicticWords.begins(in: text, at: position), !tools.isMeasuredAgainst(position, text),
            !tools.cutsWord(at: position, text)
        else { return nil }
        var place: PlaceNode?
        for index in PlaceDiscourse.deicticWords.matches(in: text, at: position) {
            let level = PlaceDiscourse.deictic[index].level
            if level == .country {
                // 美国气象部门的数据显示，全国仍有…: a text about another country calls that one so.
                if text.has("全国", at: position), let abroad = countryAbroad(of: near) {
                    place = abroad
                } else if isNational || isNewscast && text.has("全国", at: position),
                    tools.opensClause(position, in: range, text), !tools.qualifies(position + 6, text)
                {
                    place = resolver.region
                } else if !isNational, widens, tools.opensClause(position, in: range, text),
                    tools.isOfCountry(position + 6, text)
                {
                    place = resolver.country()
                }
                continue
            }
            // 高于全市平均水平, 在全省推广: only a subject points to what is wider than all the text has named.
            // 彭州宝山村，如今该村…: what the sentence has named last
            if let found = !isNational && resolver.level(of: near) == level && !resolver.isVenue(near)
                ? near : referent(level, widens: widens && tools.opensClause(position, in: range, text))
            {
                place = found
            }
        }
        return place
    }

    /// What a street has of its own to pay or work with.
    private static let means: WordList = ["的家底", "的财力", "的钱袋", "的口袋", "的力量", "的人手", "的支持"]

    /// 街道|投入, 社区|添置: the body that begins a clause or stands as its subject.
    private mutating func body(
        at position: Int, in range: Range<Int>, near: PlaceNode, widens: Bool, _ text: Span<UInt8>
    ) -> PlaceNode? {
        // 社区民警 are those of the police station.
        if text.has("社区民警", at: position) { return nil }
        for (word, level) in PlaceDiscourse.bodies where text.has(word, at: position) {
            // 改管网要花钱，街道的家底掏不出来: what an article about a community says by the way of what it lies in
            if resolver.level(of: article) == .community, level == .street, position > range.lowerBound,
                PlaceDiscourse.means.begins(in: text, at: position + word.utf8CodeUnitCount)
            {
                return nil
            }
            if tools.isEarly(position, text) || text.has("届时", before: position),
                tools.isSubject(position, word.utf8CodeUnitCount, in: range, text),
                let found = !isNational && resolver.level(of: near) == level && !resolver.isVenue(near)
                    ? near : referent(level, widens: widens),
                // 街道|把库房收回, 镇里|出钱
                !(text.has("街道", at: position) || text.has("镇", at: position))
                    || !helps(found, position + word.utf8CodeUnitCount, text)
            {
                // 社区卫生服务中心 is the street's, though it begins with 社区.
                return found
            }
        }
        return nil
    }

    /// 甲社区…，乙社区…。两个社区共…: as many as the article has named
    private mutating func counted(
        at position: Int, in range: Range<Int>, behind place: PlaceNode?, _ text: Span<UInt8>
    ) -> PlaceNode? {
        if let named = named(countedAt: position, in: range, text) { return named }
        // 三个街道共清理…: several of them at the head of a clause are those of the wider place.
        guard let level = tools.countedDivision(at: position, in: range, text) else { return nil }
        let whole = referent(level, widens: false) ?? place
        if level == .county, resolver.level(of: whole ?? inherited) >= .street { return resolver.holder(of: inherited) }
        return whole
    }

    /// 当地政府转移62户: where the sentences before have been
    private func placeHere(at position: Int, in range: Range<Int>, _ text: Span<UInt8>) -> PlaceNode? {
        // 在巴伐利亚州的一个小镇，当地五分之四…: what the sentence itself has named stays
        guard text.has("当地", at: position), !text.has("当地时间", at: position), mentioned != .none,
            !mentions[inSentence].contains(where: { $0.mention.range.upperBound <= position }),
            tools.opensClause(position, in: range, text)
        else { return nil }
        return mentioned
    }

    /// 云谷产业园…。园区|入驻企业164家
    private func parkCalled(at position: Int, _ text: Span<UInt8>) -> PlaceNode? {
        guard let park, tools.isCalled(park.name, at: position, text), tools.opensParkClause(position, text),
            // 竹影社区…，商圈党委…: whom it helps
            !mentions[inSentence].contains(where: {
                $0.mention.level == .community && $0.node != park.node
                    && $0.mention.range.upperBound <= position
            })
        else { return nil }
        return park.node
    }

    /// Whether a word that points to a place may begin at a position, by the word alone; false is certain.
    ///
    /// - Parameter mayCall: whether the article has told of what 该 may call (a thing; in news a place), and of a park.
    private static func mayPoint(at position: Int, _ mayCall: (called: Bool, park: Bool), _ text: Span<UInt8>) -> Bool {
        switch text.scalar(at: position).value {
        case "全", "我", "该", "各", "这":
            mayCall.called && text.has("该", at: position) || deicticWords.begins(in: text, at: position)
        case "街", "镇", "社", "村", "乡", "苏": bodyWords.begins(in: text, at: position)
        case "当": text.has("当地", at: position)
        case "派", "司", "供", "消", "卫", "中", "执": stations.begins(in: text, at: position)
        case "区", "县", "市", "省", "个": true
        default: mayCall.park
        }
    }

    /// The streets or communities that the article has named where a clause begins with just their number.
    private mutating func named(countedAt position: Int, in range: Range<Int>, _ text: Span<UInt8>) -> PlaceNode? {
        guard let (count, level) = tools.countedNames(at: position, in: range, text) else { return nil }
        let all = level == .street ? streets : villages
        guard all.count == count else { return nil }
        let parent = resolver.parent(of: all[0])
        guard all.allSatisfy({ resolver.parent(of: $0) == parent }) else { return resolver.whole(of: all) }
        // Of the streets of one district the district tells.
        return level == .street ? parent : resolver.join(all)
    }

    private static let stations: WordList = ["中队", "执法队", "派出所", "司法所", "供电所", "消防站", "消防救援站", "卫生院", "卫生服务中心"]
    private static let stationPeople: WordList = [
        "民警", "辅警", "、", "和", "与", "的", "所长", "门口", "工作人员", "教导员", "副所长", "医生", "律师",
    ]

    /// 永泰|派出所上周劝阻43次: the street by whose name a station is called at the head of a clause, which serves all of it; its
    /// people may come to a community of which the text tells.
    private mutating func streetOfStation(at position: Int, in range: Range<Int>, _ text: Span<UInt8>) -> PlaceNode? {
        guard !isNational, let length = PlaceDiscourse.stations.match(in: text, at: position, end: text.count),
            !PlaceDiscourse.stationPeople.begins(in: text, at: position + length),
            let street = referent(.street, widens: false), let name = resolver.names(of: street).last
        else { return nil }
        let stem = Array(name.utf8).dropLast(name.hasSuffix("街道") ? 6 : 3)
        let start = position - stem.count
        guard stem.count >= 6, start >= range.lowerBound,
            stem.indices.allSatisfy({ text[start + $0] == stem[$0] })
        else { return nil }
        // 区执法局|永泰中队: or behind the office of which it is a part
        return tools.opensClause(start, in: range, text) || text.has("据", before: start)
            || text.has("局", before: start) || text.has("大队", before: start) ? street : nil
    }

    /// Takes up the streets and communities that a sentence names, a few of each.
    mutating func countNames() {
        for (mention, node) in mentions[inSentence] where !resolver.isVenue(node) {
            if mention.level == .street, streets.count < 6, !streets.contains(node) { streets.append(node) }
            if mention.level == .community, villages.count < 6, !villages.contains(node) { villages.append(node) }
        }
    }

    /// 入选全市|27个示范项目, 全省|13个试点之一: the wider place whose number of things stands right behind the word for it; a
    /// share is only set against it.
    mutating func holder(ofCountAt position: Int, _ text: Span<UInt8>) -> PlaceNode? {
        guard !isNational, let level = tools.wholeCounted(at: position, text),
            // 云冈区|属
            !mentions[inSentence].contains(where: { $0.mention.range.upperBound == position - 3 })
        else { return nil }
        guard level == .country else { return referent(level, widens: true) }
        // 全国20多个城市的选手齐聚…: where guests are from
        return tools.isOfCountry(position, text) ? resolver.country() : nil
    }

    /// Whether the words of one place stand at another.
    private func names(_ name: Range<Int>, at position: Int, _ text: Span<UInt8>) -> Bool {
        position + name.count <= text.count
            && name.indices.allSatisfy { text[$0] == text[position + $0 - name.lowerBound] }
    }

    /// 社区几次想办食堂。去年，街道把库房收回: what the street does for the community that the text is about is the
    /// community's; what it has or has done in all is its own.
    private func helps(_ street: PlaceNode, _ end: Int, _ text: Span<UInt8>) -> Bool {
        // 自2022年起，街道筹资4100万元: what it has done in years
        guard !tools.followsSpan(end, text) else { return false }
        guard resolver.level(of: street) == .street, resolver.level(of: inherited) > .county,
            case let outer = resolver.parent(of: inherited), outer == street || outer == resolver.parent(of: street)
        else { return false }
        // 街道牵头成立商圈党委: what it does for the park of which the text tells, it does in this
        if let park, park.node == inherited, tools.callsPark(park.name, from: end, text) { return true }
        // 为补上缺口，街道拿出95万元: with which an article about the street begins a paragraph
        if opensParagraph, street == article { return false }
        return !isFirst && resolver.level(of: inherited) == .community && tools.isHelp(from: end, text)
    }

    /// The characters with which pointing words begin.
    static let pointingScalars: Ideographs = "全我该各这区县市省街镇社村乡苏园当个派司供消卫中执安公游商产创文科"

    /// Whether a zone lies in a street, so that it is no district of its own.
    private func isInStreet(_ zone: PlaceNode) -> Bool {
        resolver.level(of: resolver.parent(of: zone)) == .street
    }

    /// The nearest place of a level: in the chain of the place that the text is about, else the last one named.
    mutating func referent(_ level: PlaceLevel, widens: Bool) -> PlaceNode? {
        // 辽宁对…优先推荐。全省1.7万人: in news of many provinces the last one that was named
        let near = isNational ? [mentioned, inherited] : [inherited, mentioned]
        for start in near + [article, resolver.region] {
            var node = start
            while node != .none {
                let own = resolver.level(of: node)
                if own == level && !resolver.isVenue(node) || level == .county && own == .zone && !isInStreet(node) {
                    return node
                }
                // 全市 in an article about a city that is a county by rank.
                if level == .prefecture, own == .county, resolver.names(of: node).last?.hasSuffix("市") ?? false {
                    return node
                }
                node = resolver.parent(of: node)
            }
        }
        if widens, level < .county, let wider = resolver.listedAncestor(of: article, at: level) { return wider }
        if let last = latest[level], level >= .county { return last }
        // 全区 in a text of a city that never names the district: what a street lies in is wider than the street.
        guard level == .county, resolver.level(of: inherited) > .county, resolver.level(of: resolver.region) < .county,
            !isNational
        else { return nil }
        var outer = inherited
        while outer != .none, resolver.level(of: outer) >= .county { outer = resolver.parent(of: outer) }
        return outer
    }
}

/// What the words round a pointing word say of it.
extension ReadingTools {
    /// 区级领导, 区民政局负责人; but 区级财政 is where money comes from
    fileprivate func isOfficial(_ position: Int, _ text: Span<UInt8>) -> Bool {
        // 市场负责人, 区域数据: another word
        if ReadingTools.areaWords.begins(in: text, at: position) { return false }
        let next = position + 3
        if text.has("级领导", at: next) { return true }
        var scan = next
        for _ in 0..<9 where scan < text.count {
            let (scalar, length) = text.scalar(at: scan)
            if ReadingTools.disclosures.begins(in: text, at: scan) { return true }
            guard classes[scalar] == .other else { return false }
            scan += length
        }
        return false
    }

    private static let disclosures: WordList = [
        "负责人", "有关人士", "提供", "数据", "数字", "统计", "获悉", "了解到", "提醒", "通报", "预报", "透露",
    ]

    /// 区里|筹集住房320套, 县里|又拨付: whether the district is called so where it does something, and not where something is (区里的).
    fileprivate func isOwnDoing(_ position: Int, _ text: Span<UInt8>) -> Bool {
        let end = position + 6
        guard text.has("里", at: position + 3), end < text.count else { return false }
        guard let word = lexicon.phrases.longestMatch(in: text, at: end, end: min(text.count, end + 12)) else {
            return false
        }
        // 区里下达任务30户, 区里有专项经费20万元: what it gives is for those of whom the text tells
        guard !ReadingTools.givings.begins(in: text, at: end) else { return false }
        let entry = lexicon.entry(of: word.value)
        return entry.wordClass == .verb && (word.length > 3 || !entry.roles.isEmpty)
            || [.adverb, .time].contains(entry.wordClass)
            // 县里|依托职业中专办起夜校
            || entry.wordClass == .preposition && word.length > 3
    }

    private static let countyBodies: WordList = [
        "区委", "县委", "区政府", "县政府", "市委", "市政府", "区财政", "县财政", "区级财政", "县级财政", "区里", "县里",
    ]

    private static let datings: WordList = [
        "今年", "去年", "近年", "目前", "日前", "近日", "上半年", "下半年", "年初", "年底", "近期", "近两年", "近三年", "今春", "今冬", "为此",
    ]

    /// 七里区有小区26个。今年，区委组织部推广…: whether a sentence, behind a time at most, begins with an office of the county of which the one
    /// before has told.
    func opensWithOfficeOfCounty(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        if ReadingTools.countyBodies.begins(in: text, at: sentence.lowerBound) { return true }
        guard !sentence.isEmpty,
            ReadingTools.datings.begins(in: text, at: sentence.lowerBound)
                || classes[text.scalar(at: sentence.lowerBound).value] == .digit,
            let mark = sentence.prefix(30).first(where: { text.has("，", at: $0) })
        else { return false }
        return ReadingTools.countyBodies.begins(in: text, at: mark + 3)
    }

    private static let givings: WordList = [
        "有", "下达", "下拨", "拨付", "安排", "要求", "部署", "批", "奖", "补", "支持", "给", "交", "派", "分配", "核定", "规定",
    ]

    private static let areaWords: WordList = [
        "市场", "市民", "市区", "市集", "市值", "市价", "市面", "区域", "区间", "区块", "区位", "县城", "县域", "省会", "省城",
    ]

    /// 由区人社局、区总工会联合主办: whether those who hold or lead something are named behind a position.
    fileprivate func isHeld(from start: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < text.count, position - start < 120 {
            for word in ["主办", "承办", "举办", "牵头"] as [StaticString] where text.has(word, at: position) { return true }
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other || classes[scalar] == .pause else { return false }
            position += length
        }
        return false
    }

    /// 按照全区部署 and the like: what somebody goes by, and not who does it.
    private static let standards: WordList = [
        "比", "高于", "高出", "低于", "快于", "慢于", "好于", "超出", "领先", "优于", "占", "较", "居", "列", "作为", "成为", "按照", "根据", "依据",
        "依照", "对照", "落实", "贯彻",
    ]
    private static let countedDivisions: [(word: StaticString, level: PlaceLevel)] = [
        ("街道", .county), ("镇街", .county), ("乡镇", .county), ("社区", .street), ("村", .street),
    ]
    static let namedDivisions: [(word: StaticString, level: PlaceLevel)] = [
        ("街道", .street), ("镇", .street), ("乡", .street), ("社区", .community), ("村", .community),
    ]

    /// Of how many streets or communities a clause begins to tell: 两个社区接到…, 三个村联手…; a few, for no more are kept.
    fileprivate func countedNames(
        at position: Int, in range: Range<Int>, _ text: Span<UInt8>
    ) -> (count: Int, level: PlaceLevel)? {
        guard position - 3 >= range.lowerBound || position - 1 >= range.lowerBound,
            let division = ReadingTools.namedDivisions.first(where: { text.has($0.word, at: position + 3) })
        else { return nil }
        for (count, word) in ["两", "三", "四", "五"].enumerated() as EnumeratedSequence<[StaticString]>
        where text.has(word, before: position) && beginsClause(position - 3, text) {
            return (count + 2, division.level)
        }
        guard position > 0, (0x32...0x35).contains(text[position - 1]), beginsClause(position - 1, text) else {
            return nil
        }
        return (Int(text[position - 1]) - 0x30, division.level)
    }

    /// Whether a mark, and no preposition (在3个社区开展), stands before a position.
    private func beginsClause(_ position: Int, _ text: Span<UInt8>) -> Bool {
        followsMark(position, text)
            && (position == 0 || !classes[text.scalar(at: text.scalarStart(before: position)).value].startsNumeral)
    }

    private static let togethers: WordList = ["共", "均", "都", "各", "累计", "合计", "一共", "总共"]

    /// 三个街道共…, 四个街道各…: of what the divisions are the parts that a clause counts and sums up at its head.
    fileprivate func countedDivision(at position: Int, in range: Range<Int>, _ text: Span<UInt8>) -> PlaceLevel? {
        var number = position
        while number > range.lowerBound, position - number <= 12,
            case let before = text.scalarStart(before: number), classes[text.scalar(at: before).value].startsNumeral
        {
            number = before
        }
        guard number < position, !text.has("一", at: number), opensClause(number, in: range, text) else { return nil }
        // 全年8个街道拆除…: no street has several.
        if countsStreets(at: number, text) { return .county }
        return ReadingTools.countedDivisions.first {
            text.has($0.word, at: position + 3)
                && ReadingTools.togethers.begins(in: text, at: position + 3 + $0.word.utf8CodeUnitCount)
        }?.level
    }

    private static let contests: WordList = ["考核", "测评", "评比", "评选", "排名", "竞赛", "比赛", "考评", "评价"]

    private static let firsts: WordList = ["最", "首个", "首家", "首座", "首条", "首创", "唯一", "第一", "领先", "率先", "前列"]

    /// 比全市园区平均水平高出…: what a figure is set against is not where it is from.
    fileprivate func isMeasuredAgainst(_ position: Int, _ text: Span<UInt8>) -> Bool {
        ReadingTools.standards.ends(in: text, at: position) || ReadingTools.honours.ends(in: text, at: position)
            // 全区|最早的食堂, 全市|首家, 全街道|第一个
            || text.has("全", at: position)
                && (ReadingTools.firsts.begins(
                    in: text,
                    at: position + (text.has("街道", at: position + 3) || text.has("社区", at: position + 3) ? 9 : 6))
                    || isUtmostThere(position, text))
            || text.has("在", before: position)
                && (isContest(from: position, text)
                    || ReadingTools.standings.begins(
                        in: text, at: position + (text.has("街道", at: position + 3) ? 9 : 6)))
            || text.has("全", at: position) && isPrize(from: position, text)
    }

    /// 是|全县人口最多的镇: whether 是 makes of a whole what something is the utmost of.
    private func isUtmostThere(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard text.has("是", before: position) else { return false }
        var scan = position + 6
        while scan < text.count, scan - position < 30, classes[text.scalar(at: scan).value] == .other {
            if text.has("最", at: scan) { return true }
            scan += text.scalar(at: scan).length
        }
        return false
    }

    /// 在全镇|排到了前头: how one stands among those of a place.
    private static let standings: WordList = [
        "排名", "排在", "排到", "排第", "排进", "位居", "名列", "位列", "居第", "居前", "居首", "名次", "数一数二", "遥遥领先", "走在前", "拔得", "领跑",
        "都有名", "都数得上",
    ]

    private static let prizes: WordList = [
        "红榜", "红旗", "优秀", "先进", "第一", "前三", "前五", "前列", "冠军", "一等奖", "二等奖", "三等奖", "奖项", "金奖", "银奖", "名次", "表扬", "通报表扬",
    ]

    /// 上全区道路保洁考核|红榜5次: whether a place is only that in which others are rated, of whom one has won.
    private func isPrize(from start: Int, _ text: Span<UInt8>) -> Bool {
        let prizes = ReadingTools.prizes
        var position = start
        while position < text.count, position - start < 60 {
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other || classes[scalar] == .hanDigit else { return false }
            if prizes.begins(in: text, at: position) {
                return ReadingTools.contests.isFound(in: text, start..<position)
            }
            position += length
        }
        return false
    }

    /// 在全区垃圾分类考核中，街道得96.8分: where places are rated against each other.
    private func isContest(from start: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < text.count, position - start < 75 {
            let (scalar, length) = text.scalar(at: position)
            if text.has("中", at: position), ReadingTools.contests.ends(in: text, at: position) { return true }
            guard ![.clauseEnd, .sentenceEnd].contains(classes[scalar]) else { return false }
            position += length
        }
        return false
    }

    private static let wordsOfWholes: WordList = ["市场", "区域", "区块", "街区", "街巷", "乡镇"]
    private static let grounds: WordList = ["馆", "地", "所", "均", "次", "景", "站"]

    /// 全|市场的秤, 该|区域: whether a word begins behind 全 or 该 of which the word for a place is only a part; but 全市|场馆.
    fileprivate func cutsWord(at position: Int, _ text: Span<UInt8>) -> Bool {
        guard text.has("全", at: position) || text.has("该", at: position) else { return false }
        let start = position + 3
        return ReadingTools.wordsOfWholes.begins(in: text, at: start)
            && !(text.has("市场", at: start) && ReadingTools.grounds.begins(in: text, at: start + 6))
    }

    /// Whether the position stands in the first two clauses of its sentence, where subjects are that the text goes on with.
    fileprivate func isEarly(_ position: Int, _ text: Span<UInt8>) -> Bool {
        var scan = position
        var marks = 0
        var scalars = 0
        while scan > 0, scalars < 60 {
            scan = text.scalarStart(before: scan)
            // The line before it is a heading or another paragraph.
            if text[scan] == UInt8(ascii: "\n") { return true }
            if text[scan] == UInt8(ascii: "."), text.isFullStop(at: scan, in: 0..<text.count) { return true }
            switch classes[text.scalar(at: scan).value] {
            case .sentenceEnd: return true
            case .clauseEnd where text.has("；", at: scan) || text.has(";", at: scan): return true
            // 书记介绍，街道每年拨付…，社区再自筹…: who tells it stands before the first of them
            case .clauseEnd where ReadingTools.tellings.ends(in: text, at: scan): break
            case .clauseEnd: marks += 1
            default: break
            }
            if marks > 1 { return false }
            scalars += 1
        }
        return true
    }

    private static let predicates: WordList = [
        "党委", "党总支", "党工委", "书记", "主任", "网格员", "负责人", "共有", "现有", "还", "又", "将", "妇联", "残联", "工会", "团工委", "武装部", "综合",
        "综治", "司法所", "城管", "民政", "应急", "文化站", "便民", "财政", "机关", "商会", "人大", "执法", "平安", "相关负责人", "的", "一",
    ]

    /// Whether the body is the subject of its clause: at its head, with a verb, an adverb or an officer behind it.
    fileprivate func isSubject(_ position: Int, _ length: Int, in range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        if position > 0 {
            let before = classes[text.scalar(at: text.scalarStart(before: position)).value]
            guard
                before != .other || text.has("年", before: position) || text.has("以来", before: position)
                    || text.has("目前", before: position) || text.has("月", before: position)
                    || text.has("如今", before: position) || text.has("现在", before: position)
                    || text.has("眼下", before: position) || text.has("同时", before: position)
                    || text.has("季度", before: position) || text.has("半年", before: position)
                    || text.has("年度", before: position) || text.has("届时", before: position)
                    || text.has("年底", before: position)
                    || text.has("月底", before: position) || text.has("年内", before: position)
                    || text.has("近期", before: position) || text.has("此前", before: position)
                    || text.has("据", before: position)
            else { return false }
            // 评选“金板凳”|社区20个: of which kind they are
            if before == .closeQuote, !endsSpeech(before: text.scalarStart(before: position), text) { return false }
            if before == .hanDigit || before == .digit || before == .hanUnit || before == .vague { return false }
        }
        let end = position + length
        // 目前，街道注册志愿者1.37万人
        if position > 0, isBehindTime(text.scalarStart(before: position), text) { return true }
        // 据街道公共服务办介绍
        // 街道财政审计中心主任介绍
        if text.has("据", before: position) || followsMark(position, text),
            isReported(from: end, text) || isToldByOffice(from: end, text)
        {
            return true
        }
        if let officer = ReadingTools.predicates.match(in: text, at: end, end: text.count) {
            // 社区书记、民警、物业坐在一起, 书记挂片、|社区书记包楼: those of any community
            return !text.has("、", at: end + officer) && !text.has("、", before: position)
        }
        if end < text.count, !text.has("、", before: position) {
            // 社区“石榴籽”志愿服务队, 社区两次组织…
            let behind = classes[text.scalar(at: end).value]
            if behind == .openQuote || behind.startsNumeral { return true }
        }
        guard let match = lexicon.phrases.longestMatch(in: text, at: end, end: min(text.count, end + 18)) else {
            return false
        }
        let entry = lexicon.entry(of: match.value)
        switch entry.wordClass {
        case .verb: return match.length > 3 || !entry.roles.isEmpty
        case .verbalNoun:
            // 社区改造了30个小区
            // 街道计划新建食堂3家
            return entry.roles.contains(.transitive) && entry.roles.contains(.light) || entry.roles.contains(.plan)
                || text.has("了", at: end + match.length)
        case .adverb, .preposition, .time, .pronoun, .conjunction: return true
        default: return false
        }
    }

    private static let comparisons: WordList = [
        "高于", "高出", "低于", "快于", "慢于", "好于", "超出", "领先", "比", "较", "占", "对", "与", "向", "全国", "来自", "挨着", "紧挨着", "靠近",
        "临近", "赴", "前往", "等", "优于", "位居", "居",
        "列", "毗邻", "紧邻", "支援",
        "谋划进", "销往", "发往", "不到", "不及", "跟", "还和", "也和", "又和", "都和", "则和", "常和", "已和", "先后和",
    ]

    /// Whether a mark closes a time that opens its clause: 目前，
    private func isBehindTime(_ end: Int, _ text: Span<UInt8>) -> Bool {
        // 下半年, 街道要把…: with the space behind a half-width comma
        let mark = end > 0 && text[end] == 0x20 ? end - 1 : end
        guard classes[text.scalar(at: mark).value] == .clauseEnd else { return false }
        for word in ["目前", "如今", "现在", "眼下", "以来", "月底", "年底", "个月", "季度", "半年"] as [StaticString]
        where text.has(word, before: mark) { return true }
        return false
    }

    private static let bodiesOfPlaces: WordList = ["局", "委", "办", "科", "中心", "部门", "负责人", "政府", "支队", "大队"]

    /// 李沧区|商务局有关负责人介绍: whether a body of a place tells something, against 李沧区居民张大爷了解到.
    func isReporter(behind end: Int, _ text: Span<UInt8>) -> Bool {
        var position = end
        while position < text.count, position - end <= 36 {
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other, !text.has("的", at: position) else { return false }
            position += length
            if ReadingTools.bodiesOfPlaces.ends(in: text, at: position, floor: end) {
                return isReported(from: position, text)
            }
        }
        return false
    }

    private static let pointings: WordList = ["这", "那", "该", "此", "其", "他", "她"]

    /// 街道|城建办负责人说，余下6个小区…: whether somebody of an office of a street tells something, but of nothing that the text is
    /// about already (…说，这处院落…).
    private func isToldByOffice(from start: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        var holdsOffice = false
        while position < text.count, position - start <= 45 {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .clauseEnd {
                guard holdsOffice, ReadingTools.tellings.ends(in: text, at: position) else { return false }
                let told = position + length + (text.has("“", at: position + length) ? 3 : 0)
                return !ReadingTools.pointings.begins(in: text, at: told)
            }
            guard classes[scalar] == .other else { return false }
            position += length
            holdsOffice = holdsOffice || ReadingTools.bodiesOfPlaces.ends(in: text, at: position, floor: start)
        }
        return false
    }

    /// 介绍, 统计 and the like within a few words.
    private func isReported(from start: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < text.count, position - start <= 36 {
            for word in ["介绍", "统计", "透露", "消息", "获悉", "了解到"] as [StaticString]
            where text.has(word, at: position) { return true }
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other else { return false }
            position += length
        }
        return false
    }

    /// Whether the place is only what something is measured against or directed to.
    func isCompared(_ start: Int, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        ReadingTools.comparisons.ends(in: text, at: start) && !ReadingTools.turnings.ends(in: text, at: start)
            // 来自永泰街道的王丽调解纠纷900起: whose deeds a clause begins to tell
            && !(text.has("来自", before: start) && followsMark(start - 6, text))
            || isOfTitle(start, text)
    }

    /// 改造将转向|光熙苑社区: what comes to a place does, and is not measured against it.
    private static let turnings: WordList = ["转向", "走向", "涌向", "推向", "驶向", "奔向", "通向", "移向", "延伸向", "投向"]

    private static let strikes = WordList(attacks + ["发动袭击"])
    /// What a place is made by somebody who takes it with 把 or 将.
    private static let appointings: WordList = ["列为", "列入", "作为", "选作", "选为", "确定为", "定为", "纳入", "打造成"]
    private static let treatings: WordList = ["进行", "开展", "实施", "予以", "给予", "奖励", "处罚", "约谈"]

    /// 对|光熙苑社区进行整治, 把|光熙苑社区列为试点: whether a clause tells what is done to a county or a place in one, or what a community
    /// is made by somebody.
    func isTreated(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let start = mention.range.lowerBound
        // 街道把|光熙苑社区列为试点
        if mention.level == .community, text.has("把", before: start) || text.has("将", before: start) {
            return ReadingTools.appointings.begins(in: text, at: mention.range.upperBound)
        }
        // 对|加沙地带多个目标发动空袭
        return text.has("对", before: start)
            && restOfClause(from: start, within: 120, text) {
                mention.level >= .county && $0 - start <= 90 && ReadingTools.treatings.begins(in: text, at: $0)
                    || ReadingTools.strikes.begins(in: text, at: $0)
            }
    }

    private static let honours: WordList = [
        "获评", "评为", "入选", "荣获", "喜获", "斩获", "获", "列入", "纳入", "入围", "跻身", "授予", "认定为", "命名为", "摘得", "荣膺", "上榜", "获得",
    ]

    /// 获评2024年度|大同市优秀案例: whether a place is only in whose name a title is given.
    func isOfTitle(_ start: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        if text.has("年度", before: position) { position -= 3 }
        if text.has("年", before: position) {
            position -= 3
            while position > 0, text[position - 1] >= 0x30, text[position - 1] <= 0x39 { position -= 1 }
        }
        return ReadingTools.honours.ends(in: text, at: position)
    }
}

/// Where a sentence names a place, and whether the gazetteer knows the name.
struct PlaceName {
    let range: Range<Int>
    let isListed: Bool
}
