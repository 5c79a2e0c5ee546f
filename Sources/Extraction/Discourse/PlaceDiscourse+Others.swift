import Places
import Scanning

/// Places that a clause names beside the one that it is about: partners, where people come from, where something settles.
extension PlaceDiscourse {
    static let partnerings: WordList = ["联合", "会同", "携手", "联手", "协同", "联动", "牵手", "携", "联袂", "携同", "邀请", "请来"]

    /// 康宁社区联合惠民社区…, 街道联合司法局、古城街道…: a place that another one does something with which the clause or, of a
    /// street or community, the text before it has named.
    func isPartner(
        _ mention: PlaceMention, of subject: PlaceNode, in sentence: Range<Int>, _ text: Span<UInt8>
    ) -> Bool {
        guard mention.link == .none, resolver.level(of: subject) >= .county,
            case let start = tools.partnersStart(before: mention.range.lowerBound, in: sentence, text)
        else { return false }
        return PlaceDiscourse.partnerings.ends(in: text, at: start)
            || tools.isOtherSide(mention, along: ReadingTools.accompaniments, text)
    }

    /// 永泰街道 over 大同市公共资源交易中心发布…: what a body of the wider place says under a street's heading is of the street.
    func isAgency(_ mention: PlaceMention, _ node: PlaceNode, _ text: Span<UInt8>) -> Bool {
        heading != .none && heading != node && isPlace(heading, in: node) && tools.isInBodyName(mention, text)
    }

    /// 全年8个街道共拆除…: of how many streets a clause tells is told of what they lie in, and of no street.
    func holder(
        ofDivisionsAt position: Int, in sentence: Range<Int>, else place: PlaceNode, _ text: Span<UInt8>
    ) -> PlaceNode {
        // 光熙苑社区的做法被另外3个社区照搬: no community has several.
        if resolver.level(of: place) == .community, !resolver.isVenue(place),
            tools.countsCommunities(at: position, text),
            case let outer = resolver.parent(of: place)
        {
            if resolver.level(of: outer) == .street { return outer }
            if resolver.level(of: article) == .street { return article }
        }
        guard resolver.level(of: place) >= .street, tools.opensClause(position, in: sentence, text),
            tools.countsStreets(at: position, text)
        else { return place }
        return resolver.holder(of: place)
    }

    /// Whether somebody only does elsewhere what is told of those at home, or the other place only takes part: 赴深圳考察,
    /// 浙江、江苏等地客商320人, 与对口帮扶的西坪镇签约.
    func isElsewhere(_ mention: PlaceMention, _ node: PlaceNode, _ text: Span<UInt8>) -> Bool {
        let isDistant = isDistant(node)
        return (isDistant || isOutsideArticle(node))
            && (tools.isErrand(mention, to: listEnd(from: mention), text) || tools.isGoal(mention, text)
                || isDistant
                    && (tools.sendsGuests(mention, text)
                        || tools.isOtherSide(mention, along: ReadingTools.directions, text)))
    }

    /// Whether a place lies outside that of an article about a county or what lies in one, where no region is given.
    private func isOutsideArticle(_ node: PlaceNode) -> Bool {
        guard !isNewscast, resolver.listedPlace(of: resolver.region) == nil, resolver.level(of: article) >= .county,
            resolver.listedPlace(of: article) != nil, let place = resolver.listedPlace(of: node)
        else { return false }
        return !resolver.isRelated(place, to: article)
    }

    /// 从昭通来昆的求职者, 从河北张家口来的男子, 老家在信阳的李师傅: where somebody comes from.
    func isOrigin(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        tools.isHome(mention, text)
            || text.has("从", before: mention.range.lowerBound) && tools.comes(behind: chainEnd(from: mention), text)
    }

    /// Whether a sentence has the subject of the one before.
    func lacksSubject(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        tools.lacksSubject(sentence, text) || !isNational && tools.beginsWithDeed(sentence, text)
    }

    /// 位于|光熙苑社区: whether a clause ends with where a thing is; not where several of them are (分别位于泰安、光熙苑等社区), or
    /// another thing (检查位于光熙苑社区的食堂).
    private func isSite(from start: Int, to end: Int, _ text: Span<UInt8>) -> Bool {
        PlaceDiscourse.sites.ends(in: text, at: start) && !text.has("的", at: end) && !text.has("、", at: end)
            && !ReadingTools.joints.begins(in: text, at: end)
            && !["分别位于", "分别坐落于", "分别分布在"].contains { (word: StaticString) in text.has(word, before: start) }
    }

    /// Which of the block's mentions one is; they stand in the order of the text.
    func index(of mention: PlaceMention) -> Int? {
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].mention.range.lowerBound < mention.range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < mentions.count && mentions[low].mention.range == mention.range ? low : nil
    }

    /// Where the chain of names ends that a mention of the block begins.
    func chainEnd(from mention: PlaceMention) -> Int {
        guard let first = index(of: mention) else { return mention.range.upperBound }
        return mentions[chainEnd(from: first, in: mentions)].mention.range.upperBound
    }

    /// Before the first of those who take part or help.
    static let besides: WordList = [
        "联合", "会同", "携手", "联手", "协同", "联动", "牵手", "联袂", "携同", "邀请", "在", "得到", "得到了", "获得", "获得了", "受到", "感谢",
    ]

    /// Where the list ends that a mention of the block begins, or else the chain of names: 县里在广州、深圳|设店14家.
    private func listEnd(from mention: PlaceMention) -> Int {
        guard let first = mentions.firstIndex(where: { $0.mention.range == mention.range }) else {
            return mention.range.upperBound
        }
        var last = chainEnd(from: first, in: mentions)
        while last + 1 < mentions.count, mentions[last + 1].mention.link == .lists {
            last = chainEnd(from: last + 1, in: mentions)
        }
        return mentions[last].mention.range.upperBound
    }

    private static let arrivals: WordList = ["落户", "落地", "入驻", "选址", "落子"]
    /// Words that say where a thing is.
    private static let sites: WordList = ["位于", "坐落于", "坐落在", "分布在", "分布于", "集中在", "集中于", "都在", "均在", "全在"]

    /// 40多名来自东湖街道的志愿者, 总投资20亿元的项目落户金洲镇, 剩余2处位于光熙苑社区: where those come from whom a figure counts, or
    /// where what it sizes comes to or is.
    ///
    /// - Parameter ahead: the place that the rest of the clause names.
    func hailed(
        _ ahead: (node: PlaceNode, start: Int, end: Int), behind position: Int, _ text: Span<UInt8>
    ) -> PlaceNode? {
        guard
            text.has("来自", before: ahead.start) && ahead.start - position <= 36
                || PlaceDiscourse.arrivals.ends(in: text, at: ahead.start) && ahead.start - position <= 120
                || isSite(from: ahead.start, to: ahead.end, text) && ahead.start - position <= 60
                || tools.isWhere(of: position, from: ahead.start, to: ahead.end, text),
            resolver.level(of: ahead.node) >= .county, !isDistant(ahead.node),
            resolver.region == .none || isPlace(ahead.node, in: resolver.region)
        else { return nil }
        return ahead.node
    }
}

/// Whether a place is one of those beside, or left out, or only one item of a list.
extension ReadingTools {
    static let settlings: WordList = ["在", "落户", "落地", "入驻", "选址", "于"]

    /// 修路6条；永泰街道获评…: whether a place opens an item of a list that is not its first.
    func opensLaterItem(_ mention: PlaceMention, of sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let start = mention.range.lowerBound
        guard mention.level >= .street, start > sentence.lowerBound else { return false }
        return text.has("；", before: start) || text.has(";", before: start)
            || winsTitle(mention, of: sentence, text)
    }

    private static let awards: WordList = ["获评", "入选", "荣获", "喜获", "被评为", "荣膺", "上榜"]

    /// 清障72处，柳泉镇竹园街获评“样板街”。: whether a clause behind others only tells of a title that a place has won.
    func winsTitle(_ mention: PlaceMention, of sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let start = mention.range.lowerBound
        guard mention.level >= .street, text.has("，", before: start) || text.has(",", before: start) else {
            return false
        }
        var position = mention.range.upperBound
        while position < sentence.upperBound, position - mention.range.upperBound <= 60 {
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] != .clauseEnd, classes[scalar] != .sentenceEnd, classes[scalar] != .digit else {
                return false
            }
            if ReadingTools.awards.begins(in: text, at: position) { return true }
            position += length
        }
        return false
    }

    /// Whether a list of things that are called by places goes on with others of one rank: …、望城区千龙湖的嘉年华.
    func namesEqual(
        _ mentions: ArraySlice<(mention: PlaceMention, node: PlaceNode)>, to node: PlaceNode, _ text: Span<UInt8>
    ) -> Bool {
        guard let first = mentions.first(where: { $0.node == node })?.mention else { return false }
        return mentions.contains { mention, other in
            other != node && mention.link == .none && mention.level == first.level
                && mention.range.lowerBound > first.range.upperBound + 6
                && text.has("、", before: mention.range.lowerBound)
        }
    }

    private static let totals: WordList = ["共计", "合计", "总计", "共涉及", "总共", "三地共", "两地共", "相差"]

    /// …，面积|共计66平方公里: whether a clause without a place of its own sums up before a figure.
    func sumsUp(from start: Int, to position: Int, _ text: Span<UInt8>) -> Bool {
        var scan = position
        while scan > start, position - scan <= 36 {
            if ReadingTools.totals.begins(in: text, at: scan) { return true }
            scan = text.scalarStart(before: scan)
            if classes[text.scalar(at: scan).value] == .sentenceEnd { return false }
        }
        return false
    }

    private static let remainders: WordList = ["其余", "其他", "其它"]
    private static let divisions: WordList = ["县", "区", "街道", "乡", "镇", "社区", "村", "市", "行政村", "建制村", "园区"]

    /// 其余4个社区, 其他县区, 其余8个落户各园区: whether a clause turns to other places than those named before it; the rest of
    /// what one place has is that place's (整改33处，其余6处下发通知).
    ///
    /// - Parameter isParted: whether several places were named before as parts of one: 其中A社区3名，B社区2名，其余19名….
    func leaves(from start: Int, to end: Int, isParted: Bool, _ text: Span<UInt8>) -> Bool {
        // A few clauses before the figure, at a boundary of scalars.
        var position = max(start, end - 240)
        while position < end, text[position] & 0xC0 == 0x80 { position += 1 }
        let first = position
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .other, position > first,
                classes[text.scalar(at: text.scalarStart(before: position)).value] == .clauseEnd,
                let word = ReadingTools.remainders.match(in: text, at: position, end: end)
            {
                return isParted && position + word == end || namesDivisions(behind: position + word, text)
            }
            position += length
        }
        return false
    }

    /// Whether streets, communities and the like are what a clause is about: 4个|社区, 县区, or where: 8个项目落户各|园区.
    private func namesDivisions(behind start: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < text.count, position - start <= 45 {
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            guard ![.clauseEnd, .sentenceEnd, .pause].contains(kind) else { return false }
            let isHead = position == start || lexicon.isMeasure(text, at: text.scalarStart(before: position))
            if isHead && position - start <= 18 || text.has("各", before: position),
                ReadingTools.divisions.begins(in: text, at: position)
            {
                return true
            }
            position += length
        }
        return false
    }

    /// 除天镇县外, 除了永泰街道以外: whether a place is left out of what is told behind it.
    func isExcepted(_ mention: PlaceMention, before position: Int, _ text: Span<UInt8>) -> Bool {
        let start = mention.range.lowerBound
        guard text.has("除", before: start) || text.has("除了", before: start) else { return false }
        var scan = mention.range.upperBound
        while scan < position, scan - mention.range.upperBound <= 90 {
            let (scalar, length) = text.scalar(at: scan)
            if classes[scalar] == .clauseEnd { return text.has("外", before: scan) }
            scan += length
        }
        return false
    }

    static let gatherings: WordList = [
        "节", "季", "赛", "大会", "晚会", "运动会", "招聘会", "座谈会", "推进会", "市集", "集市", "招聘", "义诊", "活动", "仪式", "音乐会", "宣讲会",
        "展销会", "交流会", "夜市", "庙会", "灯会", "讲座", "课堂", "开放日",
    ]

    private static let holdings: WordList = [
        "举行", "举办", "启幕", "开幕", "开市", "开集", "启动", "开场", "开讲", "开锣", "上演", "热闹", "火热", "如期", "拉开", "正式",
    ]
    private static let openings: WordList = ["挂牌", "揭牌", "开业", "开张", "启用", "投用", "亮相", "落成"]

    /// What is opened in a place, of which the words behind that tell.
    private static let openedPlaces: WordList = [
        "站", "驿站", "中心", "食堂", "馆", "室", "屋", "吧", "坊", "店", "学堂", "课堂", "基地", "服务点", "站点", "网点",
    ]

    /// 春季招聘会在|光熙苑社区文化广场举行, “邻里节”在光熙苑社区启幕: whether a sentence tells that something is held in a community.
    func hostsEvent(_ mention: PlaceMention, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        // 把招聘会|摆进|光熙苑社区广场
        if mention.level == .community,
            PlaceDiscourse.moves.contains(where: { text.has($0, before: mention.range.lowerBound) }),
            ReadingTools.gatherings.ends(in: text, at: mention.range.lowerBound - 6)
        {
            return true
        }
        var start = mention.range.lowerBound - 3
        guard mention.level == .community, start > sentence.lowerBound, text.has("在", at: start) else { return false }
        if classes[text.scalar(at: text.scalarStart(before: start)).value] == .closeQuote { start -= 3 }
        guard
            ReadingTools.gatherings.ends(in: text, at: start)
                || isOpened(mention, behind: start, text)
        else { return false }
        var position = mention.range.upperBound
        while position < sentence.upperBound, position - mention.range.upperBound <= 60 {
            if ReadingTools.holdings.begins(in: text, at: position)
                || ReadingTools.openings.begins(in: text, at: position)
            {
                return true
            }
            let (scalar, length) = text.scalar(at: position)
            guard [.other, .openQuote, .closeQuote].contains(classes[scalar]) else { return false }
            position += length
        }
        return false
    }

    /// “零工驿站”|在光熙苑社区|挂牌: whether what stands before 在 is opened in a place.
    func isOpened(_ mention: PlaceMention, behind end: Int, _ text: Span<UInt8>) -> Bool {
        ReadingTools.openedPlaces.ends(in: text, at: end)
            && ReadingTools.openings.begins(in: text, at: mention.range.upperBound)
    }

    private static let offices: WordList = ["局", "法院", "检察院", "委", "中心", "总工会", "团委", "妇联", "残联", "支队", "大队", "办"]

    /// 司法局|在: whether 在 stands at a position behind an office.
    func endsInOffice(_ position: Int, _ text: Span<UInt8>) -> Bool {
        text.has("在", at: position) && ReadingTools.offices.ends(in: text, at: position)
    }

    /// 市公安局平城分局: the county that a branch is called after is where it works.
    func isBranch(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.level == .county && text.has("分局", at: mention.range.upperBound)
    }

    private static let supports: WordList = [
        "指导", "支持", "帮助", "协调", "推动", "领导", "组织", "关心", "见证", "牵头", "统筹", "配合", "合作", "协作", "努力", "协助", "协同", "参与",
        "关怀",
        "帮扶", "助力",
    ]
    private static let receivings: WordList = ["得到", "得到了", "获得", "获得了", "赢得", "争取到", "争取", "受到", "感谢", "离不开"]

    /// 在永泰街道指导下，…, 在住建局、永泰街道等单位的配合下，…, 得到永泰街道的大力支持: who helps, and not where something is.
    func isSupporter(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let start = partnersStart(before: mention.range.lowerBound, in: 0..<text.count, text)
        let isSet = text.has("在", before: start)
        guard isSet || ReadingTools.receivings.ends(in: text, at: start) else { return false }
        var position = mention.range.upperBound
        while position < text.count, position - mention.range.upperBound <= 150 {
            if isSet, text.has("下", at: position), ReadingTools.supports.ends(in: text, at: position) { return true }
            if !isSet, ReadingTools.supports.begins(in: text, at: position) { return true }
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other || classes[scalar] == .pause else { return false }
            position += length
        }
        return false
    }

    /// Where a list of bodies begins that a place goes on: 联合|司法局、永泰街道; where the place does, if none stands before it.
    func partnersStart(before start: Int, in sentence: Range<Int>, _ text: Span<UInt8>) -> Int {
        guard text.has("、", before: start) || text.has("和", before: start) || text.has("与", before: start) else {
            return start
        }
        var position = start
        while position > sentence.lowerBound, start - position <= 120 {
            let before = text.scalarStart(before: position)
            let kind = classes[text.scalar(at: before).value]
            guard kind == .other || kind == .pause else { return start }
            position = before
            if PlaceDiscourse.besides.ends(in: text, at: position) { return position }
        }
        return start
    }

    private static let streetKinds: WordList = ["个街道", "个镇街", "个乡镇", "个街镇", "个镇", "个乡"]

    /// 12|个街道, 8个街镇: whether the number at a position counts streets or townships.
    func countsStreets(at start: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < text.count, classes[text.scalar(at: position).value].startsNumeral {
            position += text.scalar(at: position).length
        }
        return position > start && !text.has("一", at: start)
            && ReadingTools.streetKinds.begins(in: text, at: position)
    }

    private static let communityKinds: WordList = [
        "个社区", "个涉农社区", "个城市社区", "个农村社区", "个村改居社区", "个行政村", "个建制村", "个村（", "个村(",
    ]

    /// 由|4个社区合并, 与|5个社区结对
    private static let makers: WordList = ["由", "与", "和", "同", "把", "将", "联合"]

    /// 9|个社区: whether the number at a position counts communities, and not a row of them just named (两个社区).
    func countsCommunities(at start: Int, _ text: Span<UInt8>) -> Bool {
        guard !text.has("两", at: start), !text.has("一", at: start), !ReadingTools.makers.ends(in: text, at: start)
        else {
            return false
        }
        var position = start
        while position < text.count, classes[text.scalar(at: position).value].startsNumeral {
            position += text.scalar(at: position).length
        }
        return position > start && ReadingTools.communityKinds.begins(in: text, at: position)
    }

    private static let instances: WordList = ["，如", ",如", "例如", "比如", "譬如", "诸如", "好比"]

    /// …，如|光熙苑社区…: whether a place is named as one that shows what is told of all; the text goes on about the others.
    func isInstance(_ start: Int, _ text: Span<UInt8>) -> Bool { ReadingTools.instances.ends(in: text, at: start) }

    private static let continuations: WordList = [
        "惠及", "涉及", "覆盖", "受益", "其中", "同比", "总投资", "总面积", "预计", "力争", "届时", "比上年", "比去年", "较上年", "较去年", "占",
        "作为", "项目", "该项目", "建成后", "投用后",
    ]

    /// 惠及居民4800户。: whether a sentence begins with what the sentence before has the subject of.
    func lacksSubject(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        ReadingTools.continuations.begins(in: text, at: sentence.lowerBound)
    }

    /// 清理门前杂物30处。: whether a sentence begins with a verb and its object, which is what somebody named before has done.
    func beginsWithDeed(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard
            let word = lexicon.phrases.longestMatch(
                in: text, at: sentence.lowerBound, end: min(sentence.upperBound, sentence.lowerBound + 12)),
            word.length > 3, case let entry = lexicon.entry(of: word.value)
        else { return false }
        return entry.wordClass == .verb && entry.roles.contains(.transitive)
    }

    private static let guests: WordList = [
        "客商", "游客", "专家", "嘉宾", "选手", "学员", "代表", "学者", "运动员", "观众", "企业家", "考察团", "参观团", "旅客", "网友", "求职者", "采购商",
        "投资商",
        "宾客", "客人", "市民", "友人", "师生", "商家", "展商", "队伍", "车队", "艺术家",
    ]

    /// 浙江、江苏等地|客商320人: whether guests are counted who come from a place.
    func sendsGuests(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        var position = mention.range.upperBound
        while position < text.count, position - mention.range.upperBound <= 90 {
            if ReadingTools.guests.begins(in: text, at: position) { return true }
            let (scalar, length) = text.scalar(at: position)
            guard [.other, .pause].contains(classes[scalar]) || classes[scalar].startsNumeral else { return false }
            position += length
        }
        return false
    }

    static let directions: WordList = ["与", "同", "跟", "向", "给", "为"]
    static let accompaniments: WordList = ["与", "跟"]

    /// 与对口帮扶的|西坪镇签约, 与相邻的|古城街道建立机制: whether a preposition before what describes a place makes it the other side.
    func isOtherSide(_ mention: PlaceMention, along directions: WordList, _ text: Span<UInt8>) -> Bool {
        // 与之一河之隔的|古城街道，…: which the clause turns to
        guard text.has("的", before: mention.range.lowerBound), !liesBeside(mention, text)
        else { return false }
        var position = mention.range.lowerBound
        while position > 0, mention.range.lowerBound - position <= 45 {
            position = text.scalarStart(before: position)
            guard classes[text.scalar(at: position).value] == .other else { return false }
            if directions.begins(in: text, at: position) { return true }
        }
        return false
    }

    private static let errands: WordList = [
        "招商", "签约", "推介", "举办", "举行", "召开", "考察", "开展招商", "路演", "参加", "参展", "挂职", "支教", "支医", "任职", "观摩", "取经",
        "集中签约", "成功签约", "现场签约", "打工", "务工", "经商", "创业", "做", "工作", "上班", "读书", "求学", "上学", "当兵", "服役", "闯荡", "开店", "谋生",
        "打拼", "承包", "设", "开设", "成立", "建立", "开办",
    ]

    /// 平城区在深圳|招商…, 赴深圳|考察…, 到冕宁县复兴镇|挂职, 曾在西安|开店: whether somebody only does elsewhere what is told of those at home.
    func isErrand(_ mention: PlaceMention, to end: Int, _ text: Span<UInt8>) -> Bool {
        (["在", "赴", "到"] as [StaticString]).contains { text.has($0, before: mention.range.lowerBound) }
            && (ReadingTools.errands.begins(
                in: text, at: end + (ReadingTools.andOthers.match(in: text, at: end, end: text.count) ?? 0))
                // 到安吉县|学习之后，回村…; but 到浑源县培训果农35名
                || (["赴", "到"] as [StaticString]).contains { text.has($0, before: mention.range.lowerBound) }
                    && ReadingTools.learnings.match(in: text, at: end, end: text.count).map {
                        ReadingTools.afterwards.begins(in: text, at: end + $0)
                    } ?? false)
    }

    private static let afterwards: WordList = ["之后", "后", "归来", "回来", "，", ","]
    private static let learnings: WordList = ["学习", "参观", "研学", "取经", "考察", "观摩", "培训", "交流", "跟学", "对标"]

    private static let andOthers: WordList = ["等地", "等省", "等省份", "等市", "等城市", "等国", "等国家"]
    private static let goings: WordList = [
        "办到", "送到", "卖到", "跑到", "派到", "运到", "带到", "前往", "奔赴", "远赴", "飞赴", "去",
    ]

    /// 把培训班办到|山东、浙江等地: whether a place is where somebody goes, or what something is brought to.
    func isGoal(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        ReadingTools.goings.ends(in: text, at: mention.range.lowerBound)
            && !ReadingTools.takings.ends(in: text, at: mention.range.lowerBound)
    }

    /// What ends in 去 and goes nowhere: 过去|云冈区有煤矿30座.
    private static let takings: WordList = ["过去", "除去", "减去", "失去", "离去", "省去", "撤去"]

    /// 最早投用的|大冲社区服务中心，是…: whether a sentence says what its subject is, which a place behind 的 opens.
    func isDefined(_ mention: PlaceMention, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var position = mention.range.upperBound
        while position < sentence.upperBound, position - mention.range.upperBound <= 45 {
            if text.has("，是", at: position) { return true }
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other else { return false }
            position += length
        }
        return false
    }

    private static let epitomes: WordList = ["缩影", "写照"]

    /// 这只是平城区旧改的一个缩影。: whether a sentence ends by taking what was told for a part of something wider.
    func isEpitome(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard sentence.count >= 9 else { return false }
        let end = text.scalarStart(before: sentence.upperBound)
        return ReadingTools.epitomes.ends(in: text, at: end)
            || ReadingTools.epitomes.ends(in: text, at: sentence.upperBound)
    }
}

/// What counts more than the names before it.
extension ReadingTools {
    private static let reaching: WordList = [
        "来自", "吸引", "了", "覆盖", "遍布", "面向", "辐射", "发往", "销往", "与", "对", "向", "到", "至", "比", "高于", "高出", "低于", "快于", "慢于",
        "好于", "超出", "领先", "占", "较",
    ]

    /// The level of 全市, 全省 or 全国 that stands right before the number of what it has.
    func wholeCounted(at position: Int, _ text: Span<UInt8>) -> PlaceLevel? {
        var end = position
        for word in ["近", "超", "约", "逾"] as [StaticString] where text.has(word, before: position) { end = position - 3 }
        if isOwned(before: end, text) { return text.has("区", at: end - 6) ? .county : .prefecture }
        guard end >= 6, text.has("全", at: end - 6), !ReadingTools.reaching.ends(in: text, at: end - 6) else {
            return nil
        }
        let level: PlaceLevel
        switch text.scalar(at: end - 3).value {
        case "市": level = .prefecture
        case "省": level = .province
        case "国": level = .country
        default: return nil
        }
        // 全市65%, 全省三成
        var scan = position
        while scan < text.count, scan - position < 45 {
            let (scalar, length) = text.scalar(at: scan)
            guard classes[scalar].startsNumeral || scalar == 0x2E || scalar == 0x2C else { break }
            scan += length
        }
        guard scan < text.count, text[scan] != UInt8(ascii: "%"),
            !(["％", "成", "倍", "个百分点"] as [StaticString]).contains(where: { text.has($0, at: scan) })
        else { return nil }
        return level
    }

    private static let otherAreas: WordList = [
        "社", "小", "园", "街", "片", "校", "景", "库", "山", "林", "矿", "牧", "城", "厂", "营", "新", "地", "超", "都",
    ]

    /// 排名区属|9个街道第二位, 市属|12个区: whether a number counts what the district or city has that is called by no name.
    private func isOwned(before end: Int, _ text: Span<UInt8>) -> Bool {
        guard end >= 6, text.has("属", before: end), text.has("区", at: end - 6) || text.has("市", at: end - 6) else {
            return false
        }
        return !ReadingTools.otherAreas.ends(in: text, at: end - 6)
    }

    /// 路家湾等5个社区: the last name of a list that 等 and a number close, unless it counts no more than the list names
    /// (广东、云南、河北等3个省份投资均超100亿元).
    func closesExamples(_ mention: PlaceMention, of members: Int, _ text: Span<UInt8>) -> Bool {
        var position = mention.name.upperBound
        // 青年路街道、柳巷街道|共2个街道入选: how many they are is what the whole has
        if members > 1, text.has("共", at: mention.range.upperBound),
            counts(mention.level, behind: mention.range.upperBound + 3, text)
        {
            return true
        }
        // Hardly any name has 等 behind it.
        guard text.first("等", in: position..<min(position + 45, text.count)) != nil else { return false }
        // 玉山县|整合综治、城管等8类网格: what it does them with
        if let word = lexicon.phrases.longestMatch(in: text, at: position, end: min(text.count, position + 12)),
            word.length > 3, lexicon.entry(of: word.value).wordClass == .verb
        {
            return false
        }
        // 坞南社区冶金宿舍等9个小区: a thing in the place may be the example.
        while position < text.count, position - mention.name.upperBound < 42 {
            let (scalar, length) = text.scalar(at: position)
            if text.has("等", at: position) {
                var next = position + length
                // 等|近30个社区, 等|超过4个街道
                if next < text.count,
                    let length = ReadingTools.listQualifiers.match(in: text, at: next, end: text.count)
                {
                    next += length
                }
                guard next < text.count else { return false }
                if !classes[text.scalar(at: next).value].startsNumeral {
                    // 等|示范社区29个
                    return position == mention.range.upperBound && countsKind(behind: next, text)
                }
                // 云冈区福安路等42条街巷: roads of the district, and no districts; but 云冈区民政局等8个部门
                if mention.level <= .county, position > mention.range.upperBound,
                    ReadingTools.roadEndings.ends(in: text, at: position)
                        // 贵州的辣酱等一系列新产品: nor is a province an example of anything
                        || mention.level <= .province && text.has("的", at: mention.range.upperBound),
                    mention.level != .county || !namesAnother(mention.range.upperBound..<position, text)
                {
                    return false
                }
                let isWhole =
                    position == mention.name.upperBound && (2...9).contains(members)
                    && text[next] == UInt8(ascii: "0") + UInt8(members)
                return !isWhole || next + 1 < text.count && classes[text.scalar(at: next + 1).value].startsNumeral
            }
            guard classes[scalar] == .other || classes[scalar] == .pause else { return false }
            // 永泰街道|联合城管、市场监管等5个部门: those whom it does something with, and no examples of places
            if PlaceDiscourse.partnerings.begins(in: text, at: position) { return false }
            // 思南县|在慈溪、昆山等6个城市成立工作站: where it does something
            if text.has("在", at: position) { return false }
            position += length
        }
        return false
    }

    /// 重庆奉节|梅溪河、|梁平蟠龙河: whether a list goes on in a stretch with what is called after another place.
    private func namesAnother(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        range.contains {
            text.has("、", at: $0) && recognizer.beginsWithPlace($0 + 3..<max($0 + 3, range.upperBound), in: text)
        }
    }

    private static let givings: WordList = ["给", "为", "帮", "替", "向", "帮助", "支持", "送给", "发给"]

    /// 给|泰安、光熙苑等社区配备器材120件: whether an open list names some of those for whom its street or district does something.
    func receives(_ start: Int, _ last: PlaceMention, of members: Int, _ text: Span<UInt8>) -> Bool {
        members > 1 && ReadingTools.givings.ends(in: text, at: start)
            && (text.has("等", at: last.name.upperBound) || text.has("等", at: last.range.upperBound))
    }

    private static let listQualifiers: WordList = ["超过", "将近", "接近", "大约", "近", "约", "超", "逾", "共"]

    private static let roadEndings: WordList = [
        "路", "街", "巷", "大道", "河", "渠", "桥", "小区", "家属院", "片区", "公园", "广场", "市场", "商圈",
    ]

    /// 光熙苑社区、福安里社区等|示范社区29个: whether what a list gives examples of is named and counted right behind 等.
    private func countsKind(behind start: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < text.count, position - start <= 30 {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar].startsNumeral {
                return ReadingTools.divisionKinds.ends(in: text, at: position)
            }
            guard classes[scalar] == .other else { return false }
            position += length
        }
        return false
    }

    /// 共|6个村: whether a number of divisions of a level stands at a position; 光熙苑社区、福安里社区共6个小区 tells what they have.
    private func counts(_ level: PlaceLevel, behind start: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < text.count, classes[text.scalar(at: position).value].startsNumeral {
            position += text.scalar(at: position).length
        }
        return position > start && text.has("个", at: position)
            && ReadingTools.namedDivisions.contains { $0.level == level && text.has($0.word, at: position + 3) }
    }

    private static let divisionKinds: WordList = [
        "社区", "村", "街道", "镇", "乡", "乡镇", "镇街", "小区", "村庄", "点位", "试点", "片区", "村居", "村社", "县", "区", "园区",
    ]
}

extension ReadingTools {
    private static let homes: WordList = ["住", "住在"]
    private static let pointings: WordList = [
        "指的", "说的", "提到的", "提起的", "夸的", "口中的", "盼的", "赞的", "点赞的", "说", "告诉记者", "感慨", "感叹", "笑称", "介绍",
    ]

    /// 家住|光熙苑社区|的小罗指的，是…: whether somebody lives in a place who only speaks in that clause.
    func isHomeOfTeller(_ mention: PlaceMention, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard ReadingTools.homes.ends(in: text, at: mention.range.lowerBound),
            text.has("的", at: mention.range.upperBound)
        else { return false }
        var position = mention.range.upperBound + 3
        while position < sentence.upperBound, position - mention.range.upperBound <= 45 {
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other else {
                return ReadingTools.pointings.ends(in: text, at: position, floor: mention.range.upperBound + 3)
            }
            position += length
        }
        return false
    }
}

extension ReadingTools {
    private static let besideWords: WordList = ["同时", "另", "并同步", "此外"]

    /// Whether a semicolon, or 同时 at the head of a clause, stands in a stretch: what comes behind is done beside it.
    func goesOnBeside(from start: Int, to end: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            position += length
            guard classes[scalar] == .clauseEnd else { continue }
            if scalar == "；" || scalar == ";" || ReadingTools.besideWords.begins(in: text, at: position) {
                return true
            }
        }
        return false
    }
}
