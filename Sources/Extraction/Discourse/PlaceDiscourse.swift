import Bulletins
import Places
import Scanning

/// Follows the place that the text is about.
///
/// A place named as the subject of a sentence, or as where something happens, stays the focus of the sentences after it
/// until another one takes over, the text points back (该街道, 全区), or a summary speaks of the article's own place. A
/// place named elsewhere in a sentence governs the figures behind it in that sentence alone.
struct PlaceDiscourse: ~Copyable {
    let articles: [Article]
    let blocks: [Block]
    let title: String?
    let tools: ReadingTools
    var resolver: PlaceResolver
    /// Whether the text is of the whole country, whose places are examples.
    var isNational: Bool
    /// The park or works estate that the article has named last, for 园区.
    var park: PlaceNode?
    /// The place of the article: from kicker and headline, else the region given for the document.
    var article: PlaceNode
    /// The places of the articles read so far that have headlines, by the index of the last.
    var placesUnderHeadings: [Int: PlaceNode] = [:]
    /// The last street and community that the article was about, for 街道 and 社区 as subjects.
    var latest = LatestPlaces()
    /// The last place that the paragraph was about, for 当地 and 全省.
    var mentioned = PlaceNode.none
    /// The communities that the article has named.
    var communities: [PlaceNode] = []
    /// The first streets and communities that the article names, for 三个街道共….
    var streets: [PlaceNode] = []
    var villages: [PlaceNode] = []
    /// The names of the article's blocks, and which of them stand in a block.
    var found: [PlaceMention] = []
    var foundIn = BlockNames()
    /// The first names of streets and communities in the article that no table lists.
    var unlisted: [PlaceMention] = []
    /// Of the last bytes of the characters with which they begin the lower six bits, as bits: few characters of a block begin one.
    var unlistedFirsts: UInt64 = 0
    /// Of how many names an article keeps where they stand: each later name is held against all of them.
    static let mostKept = 60
    /// Where the article has named estates right behind their communities.
    var estates: [(estate: Range<Int>, home: PlaceMention)] = []
    /// Kept between blocks, so that the names of each need no new array.
    var spare: [PlaceMention] = []
    /// The mentions of the block that is read, with their places.
    var mentions: [(mention: PlaceMention, node: PlaceNode)] = []
    /// Those of them that stand in the sentence that is read.
    var inSentence = 0..<0
    /// Where words may begin in it that point to a place.
    var pointers: [Int] = []
    /// The place that the paragraph's first sentence was about.
    var paragraph: PlaceNode
    /// Whether no paragraph of the article was read to its end.
    var isFirstParagraph = true
    var paragraphs = 0
    /// Whether the paragraph's first sentence is still to come.
    var isFirst = true
    /// Whether the paragraph has named what it is about.
    var isLed = false
    /// Whether an article whose headline names no place opens with a scene: the focus goes on from one paragraph to the next.
    var carriesScene = false
    /// Whether the focus is a place that a later sentence of a later paragraph brought up.
    var isPassing = false
    /// The number of the paragraph that brought up the focus.
    var focusParagraph = 0
    /// Whether the paragraph has given a figure.
    var hasFigures = false
    /// Whether the block is a numbered point of a report, which speaks of the whole and names communities as examples.
    var isSection = false
    /// The block before the one that is read.
    var lastBlock = 0..<0
    /// The place of the line over the block that names nothing else.
    var heading = PlaceNode.none
    /// Whether the block before is such a line.
    var headsTitle = false
    /// The district whose own people tell what the block tells.
    var reported = PlaceNode.none
    /// The last thing that the block called after its place, and that place: 绿柳社区|食堂.
    var thing: (node: PlaceNode, name: Range<Int>)?
    /// The last thing that the article has called after a community or zone, for 该食堂.
    var called: (node: PlaceNode, name: Range<Int>)?
    /// The wider place of which the sentence before has told in passing.
    var passed = PlaceNode.none
    /// The focus before the sentence that is read.
    var inherited: PlaceNode
    /// The focus that the sentence leaves to the next one.
    var next: PlaceNode

    init(document: Document, tools: ReadingTools) {
        articles = document.articles
        blocks = document.blocks
        title = document.title
        self.tools = tools
        resolver = PlaceResolver(recognizer: tools.recognizer, region: document.region.joined())
        isNational =
            resolver.place(of: resolver.region) == nil && resolver.level(of: resolver.region) == .country
        article = resolver.region
        paragraph = resolver.region
        inherited = resolver.region
        next = resolver.region
    }

    var lexicon: Lexicon { tools.lexicon }
    var classes: ScalarClasses { tools.classes }

    mutating func resolved(_ range: Range<Int>, within context: PlaceNode, _ text: Span<UInt8>) -> [(
        mention: PlaceMention, node: PlaceNode
    )] {
        let names = namesFound(in: range, text)
        if names.isEmpty { return [] }
        var node = PlaceNode.none
        var context = context
        var county = PlaceNode.none
        // Whether the chain of names that is read is what the text's place only lies beside.
        var isNeighbour = false
        var result: [(mention: PlaceMention, node: PlaceNode)] = []
        result.reserveCapacity(names.count)
        for (index, found) in zip(names, found[names]) {
            var mention = found
            defer {
                // 隔壁的|田郊村: it lies in the same street or township as the community named last.
                if tools.isNextDoor(mention, text), let neighbour = communities.last, neighbour != node {
                    resolver.place(node, in: resolver.parent(of: neighbour))
                }
            }
            let isPart =
                county != .none && mention.form == .unlisted && mention.level >= .street && mention.level != .zone
            node = resolver.resolve(mention, after: node, within: isPart ? county : context, in: text)
            if isNational, mention.form != .unlisted, let part = tools.partEnd(of: mention, in: range, text),
                index + 1 == names.upperBound || self.found[index + 1].link != .narrows
            {
                node = resolver.part(text.string(mention.range.lowerBound..<part), of: node)
                mention.range = mention.range.lowerBound..<part
            }
            if mention.link == .none { isNeighbour = tools.adjoins(before: mention.range.lowerBound, text) }
            // A community named after its street lies in it, until another street is named.
            if isNeighbour {
                // 全乡北连八街街道，最低点小石板河村…: the village is none of the neighbour's
            } else if resolver.level(of: node) == .street || context == .none
                || mention.link == .narrows && resolver.parent(of: node) == context
                    && resolver.level(of: node) <= .street
            {
                context = node
            }
            // 盘龙区老旧小区改造…涉及青云街道: in a bulletin of a city a street lies in the district named last.
            if mention.link != .lists, resolver.level(of: node) == .county,
                resolver.level(of: resolver.region) <= .prefecture
            {
                county = node
            } else if resolver.level(of: node) == .street {
                county = .none
            }
            result.append((mention, node))
        }
        return result
    }

    /// The last name of the chain of names that begins with a mention: 平城区|永泰街道|光熙苑社区.
    func chainEnd(from first: Int, in mentions: [(mention: PlaceMention, node: PlaceNode)]) -> Int {
        var last = first
        while last + 1 < mentions.count, mentions[last + 1].mention.link == .narrows { last += 1 }
        return last
    }

    func isPlace(_ node: PlaceNode, in wider: PlaceNode) -> Bool {
        var node = node
        while node != .none, node != wider { node = resolver.parent(of: node) }
        return node == wider
    }

    /// 儿子一家在深圳: whether a place lies neither in the region given for the document nor around it. What a bulletin of a
    /// district says of such a place it says in one sentence.
    func isDistant(_ node: PlaceNode) -> Bool {
        guard resolver.level(of: resolver.region) >= .prefecture, resolver.place(of: resolver.region) != nil,
            let place = resolver.listedPlace(of: node)
        else { return false }
        return !resolver.isRelated(place, to: resolver.region)
    }

    mutating func remember(_ node: PlaceNode) {
        var node = node
        while node != .none {
            defer { node = resolver.parent(of: node) }
            if resolver.isVenue(node) { continue }
            let level = resolver.level(of: node)
            if level >= .county { latest[level] = node }
            if level == .community, !communities.contains(node) { communities.append(node) }
        }
    }

    /// The place of the article.
    var articlePlace: (names: [String], isNamed: Bool) { (resolver.names(of: article), true) }

    /// The place that a label of a table names, with the word that its column's head says for all of them; nil for none.
    mutating func place(named label: String, suffix: String) -> (names: [String], isNamed: Bool)? {
        for name in suffix.isEmpty ? [label] : [label, label + suffix] {
            let bytes = Array(name.utf8)
            let mentions = tools.recognizer.mentions(in: name)
            guard let last = mentions.last, last.range.upperBound == bytes.count, mentions[0].range.lowerBound == 0
            else {
                continue
            }
            var node = PlaceNode.none
            for mention in mentions { node = resolver.resolve(mention, after: node, within: article, in: bytes.span) }
            return (resolver.names(of: node), true)
        }
        return nil
    }

    /// What places lie in that are named as examples; where that is told by none, the region given for the document if it is
    /// one of them (龙泉驿区将在柏合北等4个街道…), or another place (重庆火锅店、成都小吃店等30家商户).
    func whole(of examples: [PlaceNode], else other: PlaceNode) -> PlaceNode {
        let whole = resolver.whole(of: examples)
        if whole != .none { return whole }
        return examples.contains(resolver.region) ? resolver.region : other
    }

    /// Takes a place into the list that it goes on with, or begins another one with it.
    func take(
        _ mention: PlaceMention, _ node: PlaceNode, isListed: Bool, into members: inout [PlaceNode],
        from start: inout Int
    ) {
        if mention.link == .narrows, members.count > 1, resolver.parent(of: node) == members[members.count - 1] {
            // 新河镇、胶州市|洋河镇
            members.removeLast()
        } else if isListed, members.count == 1, resolver.parent(of: node) == members[0] {
            // 安西镇、月花村投入人手: what a town does with a village of its own it does there
            members.removeLast()
        } else if !isListed || members.isEmpty {
            members.removeAll(keepingCapacity: true)
            start = mention.range.lowerBound
        }
        members.append(node)
    }

    /// The place of a figure that stands at a position of the sentence.
    ///
    /// - Returns: the chain of names, and whether the sentence itself or the article's headline names it; else it is
    ///   carried over from a sentence before.
    mutating func place(
        of position: Int, in sentence: Range<Int>, _ text: Span<UInt8>
    ) -> (names: [String], isNamed: Bool) {
        var place = inherited
        var isNamed = inherited == article
        hasFigures = true
        if let own = bracketed(behind: position, text) { return (resolver.names(of: own), true) }
        var scanned = sentence.lowerBound
        var members: [PlaceNode] = []
        var membersStart = sentence.lowerBound
        var isSkipped = false
        // Whether the place that governs so far only tells what the sentence goes on with: 以色列军方称，…
        var isReporter = false
        // Whether the name before governs nothing, as then do those that it is listed with.
        var isPassedOver = false
        // Whether it only helps or takes part, as then does the whole chain that it begins.
        var isBeside = false
        // Where the chain of names begins that was read last.
        var chainStart = sentence.lowerBound
        // The places that governed clauses of the sentence before the last ones.
        var groups: [PlaceNode] = []
        for (mention, node) in mentions[inSentence]
        where mention.range.lowerBound >= sentence.lowerBound && mention.range.upperBound <= position {
            if let pointed = pointedAt(from: scanned, to: mention.range.lowerBound, near: place, widens: true, text) {
                place = pointed
                isNamed = true
            }
            let goesOn = tools.goesOnList(mention, behind: scanned, text)
            let isListed = mention.link == .lists || !members.isEmpty && !isPassedOver && goesOn
            scanned = mention.range.upperBound
            if mention.link == .narrows, isSkipped { continue }
            // 联合惠民社区、|古城街道福安里社区: and so with all of a list
            if isBeside, mention.link == .lists || goesOn {
                isSkipped = true
                continue
            }
            isSkipped = false
            isBeside = false
            // 女性专场（梅溪里社区，30家）、夜市300个: what brackets hold ends with them.
            if !tools.isBracketed(mention, text), tools.bracketEnds(mention.range.lowerBound, before: position, text) {
                isSkipped = true
                continue
            }
            // 来自新加坡、韩国、意大利等国家
            if isPassedOver, mention.link == .lists || mention.link == .narrows && mention.level < .street { continue }
            isPassedOver = true
            // 社区位于永泰街道中部，有居民…: where the place lies that the sentence goes on about
            if members.isEmpty, tools.locates(before: mention.range.lowerBound, text), node != inherited,
                isPlace(inherited, in: node)
            {
                isSkipped = true
                continue
            }
            if mention.link == .none, !isListed {
                // 街道妇联在商学院社区举办…: where the subject, a place itself, does something.
                if members.count == 1, isHere(mention, node, of: members[0], sentence, text) {
                    isSkipped = true
                    continue
                }
                // 与未央区|辛家庙街道建立机制: the whole chain of names; 对平城区|永泰街道… tells of the street.
                if tools.isCompared(mention.range.lowerBound, sentence, text), !tools.isTreated(mention, text) {
                    isSkipped = !text.has("对", before: mention.range.lowerBound)
                    continue
                }
                if tools.isExample(mention, text) { continue }
                // 提升街巷5条，其中东八里社区2条；新建公园3座: the part alone
                if text.has("其中", before: mention.range.lowerBound), tools.endsPart(mention, before: position, text) {
                    continue
                }
                // 华北地区最大的算力中心落户门头沟
                if mentions[inSentence].count > 1, tools.ranks(mention, text) { continue }
                // 招聘会由四方坪南街道主办: who holds it, not where
                if tools.isOrganiser(mention, text) || isOrigin(mention, text)
                    || isPartner(mention, of: members.isEmpty ? place : members[0], in: sentence, text)
                    || tools.isSupporter(mention, text) || isAgency(mention, node, text)
                    || isElsewhere(mention, node, text) || tools.isMemberOfWhole(mention, text)
                {
                    (isBeside, isSkipped) = (true, true)
                    continue
                }
                // 修路6条；永泰街道获评…；建公园3个: an item of a list is about its place alone.
                if members.isEmpty, tools.opensLaterItem(mention, of: sentence, text),
                    tools.hasSemicolon(mention.range.upperBound..<position, text)
                {
                    isSkipped = true
                    continue
                }
                // 在成都打工的王师傅 in a bulletin of a district: where somebody is, and not what the figures are of
                if resolver.isAround(node), text.has("在", before: mention.range.lowerBound) { continue }
                // 除天镇县外，新建12个: but for that place
                if tools.isExcepted(mention, before: position, text) { continue }
                // 巴彦淖尔农高区等平台获批: only streets and communities govern figures from within a phrase.
                if mention.level < .street, !tools.opensClause(mention.range.lowerBound, in: sentence, text),
                    !tools.locatesClause(mention, in: sentence, text), !tools.isNamedSubject(mention, text),
                    !tools.isMade(mention, text), !tools.counts(mention, at: position, text),
                    !tools.isLocated(mention, in: sentence, text),
                    !tools.stands(before: mention.range.lowerBound, text),
                    !tools.isHost(mention, text), !tools.isBranch(mention, text), !tools.isRelative(mention, text),
                    !(isNational && resolver.region != .none
                        && (isReporter || members.isEmpty && !tools.isObjectOf(mention, text)))
                {
                    continue
                }
            }
            // 新建龙盛苑社区食堂1处；为80户…: what a thing is called after does not reach over a semicolon.
            if members.isEmpty || members == [resolver.parent(of: node)] && tools.isSpot(mention, in: sentence, text),
                mention.level == .zone && resolver.level(of: article) < .county
                    || mention.level >= .community
                        && (tools.isBracketed(mention, text) || tools.isSpot(mention, in: sentence, text)
                            || !tools.opensClause(mention.range.lowerBound, in: sentence, text)
                                && tools.attribute(behind: mention.range.upperBound, sentence, text) != nil),
                tools.hasSemicolon(mention.range.upperBound..<position, text)
            {
                continue
            }
            // 永泰街道清理…，古城街道清理…，共计8处: the groups that came before are summed up with this one.
            if mention.link == .none, !isListed { groups.append(contentsOf: members) }
            take(mention, node, isListed: isListed, into: &members, from: &membersStart)
            if mention.link != .narrows { chainStart = mention.range.lowerBound }
            isPassedOver = false
            isReporter = isNational && tools.reports(mention, before: position, text)
            place = members.count > 1 ? joined(members, from: membersStart, to: mention, text) : node
            // 街道在向阳沟、路家湾等5个社区建起…: examples, and the whole is the street's.
            if tools.closesExamples(mention, of: members.count, text) { place = whole(of: members, else: inherited) }
            // Inside a phrase a name may belong to the thing alone.
            isNamed = mention.link != .none || tools.opensClause(mention.range.lowerBound, in: sentence, text)
        }
        // 泰安、光熙苑|2个社区, 双桥子|等5个街道: how many they are is what the whole has.
        if let list = mentions[inSentence].first(where: {
            $0.mention.range.contains(position) && $0.mention.name.upperBound <= position
        }), !members.isEmpty || list.mention.link != .lists {
            place = whole(of: members.isEmpty ? [list.node] : members, else: inherited)
        }
        if place == article, members.isEmpty, paragraph == article, isFirstParagraph,
            let later = laterName(than: position, in: sentence, text)
        {
            place = later
            isNamed = false
        }
        if let pointed = pointedAt(from: scanned, to: position, near: place, widens: true, text),
            !isStage(members.last, from: chainStart, to: scanned, of: pointed, text)
        {
            place = pointed
            isNamed = true
        }
        if let last = members.first, !groups.isEmpty, !groups.contains(last),
            tools.sumsUp(from: scanned, to: position, text)
        {
            place = whole(of: groups + members, else: place)
        }
        // 农科村接待3万人次，欢乐谷接待5万人次: another sight, which lies elsewhere
        if let last = members.first, members.count == 1, resolver.level(of: last) == .community,
            tools.turnsToSight(from: scanned, to: position, text)
        {
            place = isPlace(inherited, in: place) ? resolver.parent(of: place) : inherited
        }
        // 芙蓉区签约12个，其余8个…: the rest is elsewhere.
        if !members.isEmpty, tools.leaves(from: scanned, to: position, text) {
            place = isPlace(inherited, in: place) ? resolver.parent(of: place) : inherited
            if place == .none { place = resolver.region }
        }
        place = holder(ofDivisionsAt: position, in: sentence, else: place, text)
        if let whole = holder(ofCountAt: position, text) { place = whole }
        if let own = handedOut(members, behind: scanned, at: position, text) { place = own }
        if let home = hailed(behind: position, in: sentence, text) { place = home }
        if let described = described(behind: position, in: sentence, text) { place = described }
        if isNational, place == resolver.region, let scene = scene(behind: position, in: sentence, text) {
            place = scene
        }
        return (resolver.names(of: place), isNamed)
    }
}
