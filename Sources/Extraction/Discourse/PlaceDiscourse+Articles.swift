import Bulletins
import Places
import Scanning

/// What an article is about: the place of its headline, of the scene that it opens with, of most of its topics, or of the
/// office that signs it.
extension PlaceDiscourse {
    mutating func enterArticle(number: Int, _ text: Span<UInt8>) {
        let current = articles.first { $0.number == number }
        // The names of the articles before are not asked for again.
        forgetFound()
        foundIn.enter(current.map { self.blocks[$0.blocks] } ?? [])
        article = resolver.region
        latest.removeAll()
        heading = .none
        headingMark = .none
        communities = []
        streets.removeAll(keepingCapacity: true)
        villages.removeAll(keepingCapacity: true)
        called = nil
        person = nil
        park = nil
        hero = nil
        named.removeAll(keepingCapacity: true)
        paragraphs = 0
        carriesScene = false
        tellsOfWhole = false
        counted.removeAll(keepingCapacity: true)
        pictured = nil
        if resolver.region == .none { isNational = true }
        defer {
            // 石桥湾社区简介: an article about a place of a city is of that city, even if no region was given.
            if resolver.region == .none, resolver.level(of: article) >= .prefecture { isNational = false }
            paragraph = article
            next = article
            remember(article)
            if let current, let last = blocks[current.blocks].lastIndex(where: { $0.kind == .headline }) {
                placesUnderHeadings[last] = article
            }
        }
        guard let current else { return }
        let blocks = self.blocks[current.blocks]
        let wider = place(over: current, text)
        article = wider ?? article
        for kind in [Block.Kind.kicker, .headline] {
            for (index, block) in zip(blocks.indices, blocks)
            where block.kind == kind && !isDateline(block, text) && !current.headings.contains(index) {
                if let subject = subject(of: resolved(block.range, within: article, text), text) {
                    article = narrowed(subject, by: blocks, text)
                    return
                }
            }
        }
        if let wider {
            article = narrowed(wider, by: blocks, text)
            return
        }
        if current.headline == nil || articles.count == 1, let title, let place = place(inTitle: title) {
            article = narrowed(place, by: blocks, text)
            return
        }
        // What a digest names is each of one story, and none is of it all.
        if isNational, isDigest(blocks, text) { return }
        article = mainPlace(of: blocks, text)
        carriesScene = resolver.level(of: article) <= .county && opensWithScene(blocks, text)
    }

    /// 1.…；2.…；（1）…；: whether most lines of an article are entries of a list, each of which tells of a story of its own.
    private func isDigest(_ blocks: ArraySlice<Block>, _ text: Span<UInt8>) -> Bool {
        var entries = 0
        var lines = 0
        for block in blocks where block.kind == .paragraph && !block.range.isEmpty {
            lines += 1
            if text.has("；", before: block.range.upperBound), block.isPoint(text) { entries += 1 }
        }
        return entries > 3 && entries * 2 > lines
    }

    /// The place of the nearest heading over an article that names one: 马军营街道三月工作 over 二、矛盾调处. A heading with a text of its
    /// own may have its place from that.
    private mutating func place(over current: Article, _ text: Span<UInt8>) -> PlaceNode? {
        for heading in current.headings.reversed() {
            let block = blocks[heading]
            guard block.range.count <= PlaceDiscourse.longestHeading else { continue }
            var place = subject(of: resolved(block.range, within: resolver.region, text), text)
            if !isNational { place = place ?? placesUnderHeadings[heading] }
            guard let place, place != resolver.region else { continue }
            // News of the country has stories of their own under bold headlines; the places of a district are known.
            if isNational, resolver.level(of: place) < .county || resolver.place(of: place) == nil { continue }
            return place
        }
        return nil
    }

    /// No heading is longer, in bytes, that says what the articles under it are about.
    private static let longestHeading = 200

    /// What a headline is about: its last place, but none that only holds the region given for the document (成都：小院落里的大民生
    /// over an article about 武侯区), and one elsewhere only where it names no other (平城区赴西安招商).
    private func subject(
        of names: [(mention: PlaceMention, node: PlaceNode)], _ text: Span<UInt8>
    ) -> PlaceNode? {
        // 平城区32个项目列入大同“大盘子”: what something is only counted among
        let names = names.filter { !tools.isOfTitle($0.mention.range.lowerBound, text) }
        let own = names.lastIndex { !resolver.isAround($0.node) && !isDistant($0.node) }
        let last = own ?? names.lastIndex { !resolver.isAround($0.node) }
        return last.map { names[$0].node }
    }

    /// Whether the first place that an article names is a street or community with the chain that it lies in, and none of
    /// its paragraphs but the last begins with a wider place: 11月4日，杏花岭区鼓楼街道坝陵社区食堂刚一开门….
    private mutating func opensWithScene(_ blocks: ArraySlice<Block>, _ text: Span<UInt8>) -> Bool {
        let opening = blocks.firstIndex {
            $0.kind == .paragraph && resolved($0.range, within: article, text).count > 1
        }
        guard let opening, isFirstBlock(blocks[opening], of: blocks),
            let scene = firstChain(of: blocks[opening], text), scene.isChained,
            resolver.level(of: scene.node) >= .street, !isForeign(scene.node)
        else { return false }
        return !blocks[(opening + 1)...].filter { $0.kind == .paragraph }.dropLast().contains { block in
            firstChain(of: block, text).map { chain in
                resolver.level(of: chain.node) <= .county && chain.start - block.range.lowerBound <= 45
                    && tools.opensClause(chain.start, in: block.range, text)
            } ?? false
        }
    }

    /// The place of the first chain of names in a block, where it begins, and whether it has more than one name.
    private mutating func firstChain(
        of block: Block, _ text: Span<UInt8>
    ) -> (node: PlaceNode, start: Int, isChained: Bool)? {
        let all = resolved(block.range, within: article, text)
        guard let first = all.first else { return nil }
        let last = chainEnd(from: 0, in: all)
        return (all[last].node, first.mention.range.lowerBound, last > 0)
    }

    /// The street or community whose scene an article opens with, where its headline names only the county.
    private mutating func narrowed(_ place: PlaceNode, by blocks: ArraySlice<Block>, _ text: Span<UInt8>) -> PlaceNode {
        if !isRegionGiven, resolver.level(of: place) == .prefecture,
            let county = soleCounty(of: blocks, within: place, text)
        {
            return county
        }
        if resolver.level(of: place) == .street { return soleCommunity(of: blocks, within: place, text) ?? place }
        guard resolver.level(of: place) == .county,
            let lead = leadCommunity(of: blocks, within: place, text) ?? leadStreet(of: blocks, within: place, text),
            isPlace(lead, in: place)
        else { return place }
        return lead
    }

    /// The only community of which an article tells whose headline names its street: it names it again and again, and the
    /// street nowhere else.
    private mutating func soleCommunity(
        of blocks: ArraySlice<Block>, within street: PlaceNode, _ text: Span<UInt8>
    ) -> PlaceNode? {
        var community = PlaceNode.none
        var paragraphs = 0
        for block in blocks where block.kind == .paragraph || block.kind == .subheading {
            var isNamed = false
            // 近期，镇江路街道太平镇社区举办大集: an opening that names it with its street
            var opens = false
            for (mention, node) in resolved(block.range, within: street, text) where mention.level >= .street {
                guard mention.level == .community, !resolver.isVenue(node), community == .none || community == node,
                    // 五、光熙苑社区卫生站, 其中光熙苑社区96个: one of the parts of which the street tells
                    !tools.isNumbered(block, text), !text.has("其中", before: mention.range.lowerBound)
                else {
                    return nil
                }
                community = node
                isNamed = true
                opens = opens || mention.link == .narrows && block.range.count > 120 && isFirstBlock(block, of: blocks)
            }
            if isNamed { paragraphs += paragraphs == 0 && opens ? 2 : 1 }
        }
        return paragraphs >= 2 ? community : nil
    }

    /// 太原这里170余处违建被拆除 over 近日，小店区执法局…: the only county that an article names whose headline calls it by its city,
    /// where nothing else is told of the city.
    private mutating func soleCounty(
        of blocks: ArraySlice<Block>, within city: PlaceNode, _ text: Span<UInt8>
    ) -> PlaceNode? {
        var county = PlaceNode.none
        for block in blocks where ![.kicker, .headline].contains(block.kind) && !isDateline(block, text) {
            for position in block.range where text[position] == 0xE5 || text[position] == 0xE6 {
                if text.has("全市", at: position) || text.has("我市", at: position) { return nil }
            }
            let all = resolved(block.range, within: city, text)
            for (index, entry) in all.enumerated()
            where index + 1 == all.count || all[index + 1].mention.link != .narrows {
                var outer = entry.node
                while outer != .none, resolver.level(of: outer) > .county { outer = resolver.parent(of: outer) }
                if isPlace(city, in: outer) {
                    guard !tools.opensClause(chainStart(of: index, in: all), in: block.range, text) else { return nil }
                    continue
                }
                guard resolver.level(of: outer) == .county, county == .none || county == outer else { return nil }
                if county == .none, !isFirstBlock(block, of: blocks) { return nil }
                county = outer
            }
        }
        return county == .none ? nil : county
    }

    /// 新闻网通讯员 李明 长沙报道: who wrote it and where, not what it is about.
    private func isDateline(_ block: Block, _ text: Span<UInt8>) -> Bool {
        text.has("报道", before: block.range.upperBound)
            && block.range.contains { text.has("记者", at: $0) || text.has("通讯员", at: $0) }
    }

    /// The place that the title names which was given for a document without a headline of its own.
    private mutating func place(inTitle title: String) -> PlaceNode? {
        let bytes = Array(title.utf8)
        // Its offsets are not those of the document's text.
        forgetFound()
        var recognized = RecognizedNames()
        swap(&self.recognized, &recognized)
        defer {
            forgetFound()
            swap(&self.recognized, &recognized)
        }
        return subject(of: resolved(0..<bytes.count, within: resolver.region, bytes.span), bytes.span)
    }

    /// The narrowest place that three in four of the article's topics lie in.
    private mutating func mainPlace(of blocks: ArraySlice<Block>, _ text: Span<UInt8>) -> PlaceNode {
        // How many topics lie in each place, and where it stands among the counts.
        var counts: [(node: PlaceNode, topics: Int)] = []
        var counted: [PlaceNode: Int] = [:]
        var context = article
        let listed =
            context == .none
            ? listedCounty(of: blocks, text) : (place: context, isMain: true, isShared: false)
        context = listed.place
        var topics: [PlaceNode] = []
        // Whether the first topic stands in the first paragraph.
        var isLead = false
        for block in blocks where block.kind == .paragraph || block.kind == .subheading || block.kind == .caption {
            let all = resolved(block.range, within: context, text)
            for (index, entry) in all.enumerated() {
                if index + 1 < all.count, all[index + 1].mention.link == .narrows { continue }
                let start = chainStart(of: index, in: all)
                guard !tools.isQuarter(entry.mention, text), tools.opensClause(start, in: block.range, text),
                    !tools.isCompared(start, block.range, text),
                    !tools.locates(before: start, text), !tools.isOrganiser(entry.mention, text),
                    !tools.isInstance(start, text), !tools.isSupporter(entry.mention, text),
                    !isElsewhere(entry.mention, entry.node, text),
                    !tools.isRanked(entry.mention, text),
                    // 游客到长沙，…: where those come that are told of
                    !(resolver.isAround(entry.node) && text.has("到", before: start)),
                    !tools.namesEqual(all[index..<min(index + 12, all.count)], to: entry.node, text),
                    !tools.isExcepted(entry.mention, before: block.range.upperBound, text),
                    !tools.isCare(behind: entry.mention, text),
                    !(isNews && tools.opensRoute(behind: entry.mention.range.upperBound, text)),
                    // …；永泰街道获评…；…: an item of a list that begins with what has no place
                    !(topics.isEmpty && tools.opensLaterItem(entry.mention, of: block.range, text))
                else { continue }
                if topics.isEmpty { isLead = isFirstBlock(block, of: blocks) }
                topics.append(entry.node)
                if resolver.level(of: entry.node) == .street { context = entry.node }
                // 永泰街道、古城街道等地建成…: a list is about what holds its members.
                var node = listHolder(at: index, in: all, text) ?? entry.node
                while node != .none {
                    if let known = counted[node] {
                        counts[known].topics += 1
                    } else {
                        counted[node] = counts.count
                        counts.append((node, 1))
                    }
                    node = resolver.parent(of: node)
                }
            }
        }
        // News of many places names no streets, or each as an example.
        let isLocal =
            listed.isMain || !listed.isShared && topics.contains { (.street ... .community) ~= resolver.level(of: $0) }
        var main = isLocal ? listed.place : article
        // An article of one street is about it, however many communities it names beside it.
        if !isRegionGiven, !listed.isShared,
            let street = topics.first(where: { resolver.level(of: $0) == .street }),
            isAlone(street, of: topics)
        {
            main = street
        }
        if let announced = announced(in: blocks, within: context, text) { return announced }
        if let portrayed = portrayed(in: blocks, within: context, text) { return portrayed }
        if let lead = leadCommunity(of: blocks, within: context, text) ?? leadStreet(of: blocks, within: context, text)
        {
            return lead
        }
        if let signed = signature(of: blocks, within: context, text) { return signed }
        if topics.isEmpty { return soleStreet(of: blocks, text) ?? main }
        for (node, count) in counts where 4 * count >= 3 * topics.count {
            // One community or zone named somewhere in the middle is an example.
            let level = resolver.level(of: node)
            // So is what it lies in (团市委…。劲松三路社区…。).
            if isNational || count == 1 && (level > .street || level == .zone || !topics.contains(node)), !isLead {
                continue
            }
            if main == .none || resolver.level(of: node) > resolver.level(of: main) { main = node }
        }
        return main
    }

    private static let introductions: WordList = ["说起", "提起", "谈起", "聊起", "讲起", "说到", "提到", "谈到", "谈及", "聊到"]

    /// 说起月湖街道的老小区，…: the one street of a district's article, which its first paragraphs bring up and no clause begins with.
    private mutating func soleStreet(of blocks: ArraySlice<Block>, _ text: Span<UInt8>) -> PlaceNode? {
        guard !isNational && resolver.level(of: article) == .county || resolver.region == .none && article == .none
        else { return nil }
        var street: PlaceNode?
        var paragraphs = 0
        for block in blocks where block.kind == .paragraph || block.kind == .subheading {
            paragraphs += 1
            for (mention, node) in resolved(block.range, within: article, text) {
                var node = node
                while node != .none, resolver.level(of: node) > .street { node = resolver.parent(of: node) }
                guard node != .none, resolver.level(of: node) == .street else { continue }
                if let street, street != node { return nil }
                guard
                    street != nil
                        || paragraphs <= 2
                            && PlaceDiscourse.introductions.ends(in: text, at: mention.range.lowerBound)
                else { return nil }
                street = node
            }
        }
        return street
    }

    /// What holds the members of the list that a name of a block begins; `nil` where it begins none.
    private func listHolder(
        at index: Int, in all: [(mention: PlaceMention, node: PlaceNode)], _ text: Span<UInt8>
    ) -> PlaceNode? {
        guard index + 1 < all.count,
            all[index + 1].mention.link == .lists
                || tools.goesOnList(all[index + 1].mention, behind: all[index].mention.range.upperBound, text)
        else { return nil }
        let whole = resolver.whole(of: [all[index].node, all[chainEnd(from: index + 1, in: all)].node])
        return whole == .none ? nil : whole
    }

    /// 现将8月份云冈区热线办理情况通报如下: the place that a report says it is about.
    private mutating func announced(
        in blocks: ArraySlice<Block>, within context: PlaceNode, _ text: Span<UInt8>
    ) -> PlaceNode? {
        for block in blocks.prefix(8) where block.kind == .paragraph {
            let end = block.range.lowerBound + min(block.range.count, 240)
            // Hardly a report says so.
            guard text.first("如下", in: block.range.lowerBound..<min(end + 5, text.count)) != nil,
                let told = (block.range.lowerBound..<end).last(where: { text.has("如下", at: $0) }),
                let begun = (block.range.lowerBound..<told).first(where: { text.has("现将", at: $0) })
            else { continue }
            let named = resolved(block.range, within: context, text).last {
                $0.mention.range.lowerBound >= begun && $0.mention.range.upperBound <= told
            }
            return named?.node
        }
        return nil
    }

    /// 李秀珍：巷子里的“调解员” over 李秀珍今年61岁，是永泰街道司法所的…: the place of the office of the person whose portrait the
    /// article is, however the scene begins.
    private mutating func portrayed(
        in blocks: ArraySlice<Block>, within context: PlaceNode, _ text: Span<UInt8>
    ) -> PlaceNode? {
        let titles = blocks.filter { $0.kind == .headline || $0.kind == .kicker }
        let opening = titles.compactMap { tools.personOpening($0.range, text) }.first
        guard opening != nil || !titles.isEmpty else { return nil }
        for block in blocks.filter({ $0.kind == .paragraph }).prefix(4) {
            let all = resolved(block.range, within: context, text)
            for told in all.indices where all[told].mention.link == .none {
                let start = all[told].mention.range.lowerBound
                let node = all[chainEnd(from: told, in: all)].node
                guard resolver.level(of: node) >= .street else { continue }
                if let name = opening ?? tools.person(presentedBefore: start, in: block.range, namedIn: titles, text),
                    tools.isSaid(of: name, before: start, in: block.range, text)
                {
                    hero = name
                    return node
                }
                let end = all[chainEnd(from: told, in: all)].mention.range.upperBound
                if let name = tools.person(servingAt: start..<end, in: block.range, namedIn: titles, text) {
                    hero = name
                    return node
                }
                if resolver.level(of: node) == .community,
                    let name = tools.person(calledBehind: end, in: block.range, namedIn: titles, text)
                {
                    hero = name
                    return node
                }
            }
        }
        return nil
    }

    private static let sceneries: WordList = [
        "食堂", "活动室", "活动中心", "服务中心", "广场", "院", "小区", "楼", "门口", "驿站", "书屋", "学堂", "教室", "市场", "集市", "公园", "厅", "店",
        "工坊",
        "车间", "文化站", "照料中心",
    ]

    private static let residents: WordList = ["居民", "村民", "住户", "人", "的居民", "的住户"]

    /// The first community that an article names, and how it does.
    private struct Lead {
        var place = PlaceNode.none
        /// Whether its chain or what is said of it shows that the article is about it; else it must come again.
        var isSure = false
        /// Whether the article opens with a scene there.
        var isScene = false
        /// Whether a scene without a name stands before it: then it must come again, and no other community beside it.
        var isLate = false
        /// Whether it is then the office of somebody whom the article presents: 周兰英是…光熙苑社区党委书记.
        var isOffice = false
        /// Whether it is told where something lies: 老周住的楼院属….
        var isLying = false
    }

    /// The community that the opening of an article names with its street and that stays its only scene: what the article
    /// tells afterwards, it tells of this community (小店区龙城北街道许坦新社区食堂的落地窗前…).
    private mutating func leadCommunity(
        of blocks: ArraySlice<Block>, within context: PlaceNode, _ text: Span<UInt8>
    ) -> PlaceNode? {
        var lead = Lead()
        // How often other streets are named.
        var others = 0
        var counts: [PlaceNode: Int] = [:]
        var paragraphs = 0
        // Whether a paragraph behind the scene begins with the street that the community lies in: 赭山街道人口稠密，….
        var isStreetTold = false
        // Whether the article names no place but that and what it lies in.
        var isOnly = true
        for block in blocks where block.kind == .paragraph || block.kind == .subheading {
            if block.range.count > 60 { paragraphs += 1 }
            let all = resolved(block.range, within: lead.place == .none ? context : lead.place, text)
            if lead.place != .none, let first = all.first, resolver.level(of: first.node) == .street,
                first.node == resolver.parent(of: lead.place),
                first.mention.range.lowerBound == block.range.lowerBound
            {
                isStreetTold = true
            }
            for (index, entry) in all.enumerated() {
                let isWhole = index + 1 == all.count || all[index + 1].mention.link != .narrows
                guard isWhole, !tools.isQuarter(entry.mention, text), !isForeign(entry.node) else { continue }
                let level = resolver.level(of: entry.node)
                if lead.place == .none {
                    // 位于锦江桥街道东南角的浆洗坝社区: the street leads up to the community.
                    if level == .street, paragraphs <= 1, index + 1 < all.count,
                        leadsUp(entry, to: all[index + 1], text)
                    {
                        continue
                    }
                    guard let found = self.lead(at: index, in: all, of: block, in: blocks, behind: paragraphs, text)
                    else {
                        if level >= .zone { return nil }
                        continue
                    }
                    lead = found
                    counts[entry.node, default: 0] += 1
                    continue
                }
                if entry.node != lead.place, !isPlace(lead.place, in: entry.node) { isOnly = false }
                if isOtherStreet(at: index, in: all, than: lead.place, text) {
                    others += 1
                }
                if level == .community || entry.node == lead.place { counts[entry.node, default: 0] += 1 }
            }
        }
        let count = counts[lead.place] ?? 0
        if count == 1, isStreetTold, tools.speaksOf("街道", moreThan: "社区", in: blocks, text) { return nil }
        // 老周住的楼院属…光熙苑社区 and no other place: or nothing beside it at all
        isOnly = isOnly && lead.isLying && tools.timesOfWhole(in: blocks, text) == 0
        if lead.isLate, counts.count > 1 || !lead.isOffice && count < 2 && !isOnly { return nil }
        guard lead.place != .none, counts.values.allSatisfy({ $0 <= count }), counts.count <= 3,
            lead.isSure
                ? others == 0 : count >= 2 && others < count || lead.isScene && counts.count <= 2 && others == 0
        else { return nil }
        if count <= 2, isCountyTold(around: lead.place, in: blocks, text) { return nil }
        return lead.place
    }

    /// The first place that an article names, if it is the whole chain down to a community, or the community as what the article begins
    /// with: 白佛桥社区位于….
    ///
    /// - Parameter paragraphs: the number of the paragraph.
    private func lead(
        at index: Int, in all: [(mention: PlaceMention, node: PlaceNode)], of block: Block,
        in blocks: ArraySlice<Block>, behind paragraphs: Int, _ text: Span<UInt8>
    ) -> Lead? {
        let entry = all[index]
        let level = resolver.level(of: entry.node)
        let start = chainStart(of: index, in: all)
        let name = entry.mention.range
        let isChained = entry.mention.link == .narrows || index > 0 && leadsUp(all[index - 1], to: entry, text)
        let opens = tools.opensClause(name.lowerBound, in: block.range, text)
        // 周兰英是湖北省宜昌市…光熙苑社区党委书记 behind a scene that names no place: the whole chain may come later
        let mayBeLate =
            level == .community && isChained && !isNewscast && !(isNational && isRegionGiven)
            && resolver.level(of: all[chainHead(of: index, in: all)].node) <= .county
        guard level == .community || level == .zone, paragraphs <= (mayBeLate ? 3 : 1), !tools.isInstance(start, text),
            isChained || level == .community && (begins(entry.mention, block, text) || opens)
        else { return nil }
        return Lead(
            place: entry.node, isSure: isChained || begins(entry.mention, block, text),
            // 中午11点半，振华社区长者食堂排起队: behind a time at most, with what is there
            isScene: opens && isFirstBlock(block, of: blocks) && name.lowerBound - block.range.lowerBound <= 36
                && PlaceDiscourse.sceneries.isFound(
                    in: text, name.upperBound..<min(name.upperBound + 24, block.range.upperBound)),
            isLate: paragraphs > 1,
            isOffice: text.has("是", before: start)
                && !PlaceDiscourse.residents.begins(in: text, at: name.upperBound),
            isLying: tools.locates(before: start, text))
    }

    /// Whether a name is that of another street than the one in which a community lies; 白佛桥社区位于武侯区机投桥南街道西北部 tells which that is.
    private mutating func isOtherStreet(
        at index: Int, in all: [(mention: PlaceMention, node: PlaceNode)], than community: PlaceNode,
        _ text: Span<UInt8>
    ) -> Bool {
        let street = all[index].node
        guard resolver.level(of: street) == .street, resolver.level(of: community) == .community,
            street != resolver.parent(of: community)
        else { return false }
        return !tools.locates(before: chainStart(of: index, in: all), text) || !resolver.place(community, in: street)
    }

    /// 在慈溪市周巷镇做工的老罗… in an article of which its other names tell that it is about 思南县: a place elsewhere with which it
    /// only opens.
    private func isForeign(_ node: PlaceNode) -> Bool { !isRegionGiven && isDistant(node) }

    /// The street whose scene an article opens with, chained to its district, where it names no other street
    /// (秋阳照在李沧区永平路街道老宿舍的院子里…).
    private mutating func leadStreet(
        of blocks: ArraySlice<Block>, within context: PlaceNode, _ text: Span<UInt8>
    ) -> PlaceNode? {
        var lead = PlaceNode.none
        // 年内还要再添5处，古城街道、泰安街道都在选址: an outlook names others than the article is about.
        let outlook = blocks.last { $0.kind == .paragraph && text.has("。", before: $0.range.upperBound) }
        for block in blocks where block.kind == .paragraph || block.kind == .subheading {
            if lead != .none, block.range == outlook?.range { continue }
            var county = PlaceNode.none
            for entry in resolved(block.range, within: lead == .none ? context : lead, text) {
                if resolver.level(of: entry.node) == .county { county = entry.node }
                if isElsewhere(entry.mention, entry.node, text) { return nil }
                if isForeign(entry.node) { continue }
                guard resolver.level(of: entry.node) == .street, entry.node != lead else { continue }
                // 官渡区专场招聘会开进云秀街道的农贸市场: the district named before it
                let isChained =
                    entry.mention.link == .narrows
                    || county != .none
                        && (resolver.parent(of: entry.node) == county || resolver.place(entry.node, in: county))
                guard lead == .none, isChained, isFirstBlock(block, of: blocks) else { return nil }
                lead = entry.node
            }
        }
        guard lead != .none, !isCountyTold(around: lead, in: blocks, text) else { return nil }
        // Its communities are named without it.
        for block in blocks {
            for entry in resolved(block.range, within: lead, text)
            where resolver.level(of: entry.node) == .community
                && resolver.parent(of: entry.node) == resolver.parent(of: lead)
            {
                resolver.place(entry.node, in: lead)
            }
        }
        return lead
    }

    /// 平城区的答案是…。…平城区推动…: whether at least two paragraphs behind the one that names a place have a clause that begins with the county
    /// in which the place lies, and fewer have one that begins with 社区 or 街道: the article is about the county, and the place only the
    /// scene with which it opens.
    private mutating func isCountyTold(
        around scene: PlaceNode, in blocks: ArraySlice<Block>, _ text: Span<UInt8>
    ) -> Bool {
        var county = scene
        while county != .none, resolver.level(of: county) > .county { county = resolver.parent(of: county) }
        guard county != .none, resolver.level(of: county) == .county else { return false }
        let isVillage = resolver.names(of: scene).last?.hasSuffix("村") ?? false
        let body: StaticString = resolver.level(of: scene) == .street ? "街道" : isVillage ? "村" : "社区"
        var balance = 0
        var paragraphs = 0
        for block in blocks where block.kind == .paragraph && !isFirstBlock(block, of: blocks) {
            let all = resolved(block.range, within: county, text)
            let isTold = all.indices.contains { index in
                all[index].node == county && (index + 1 == all.count || all[index + 1].mention.link != .narrows)
                    && tools.opensClause(chainStart(of: index, in: all), in: block.range, text)
                    && !tools.isReporter(behind: all[index].mention.range.upperBound, text)
                    // 平城区民政局给予补贴: what an office does for the place of the scene
                    && !tools.isOffice(behind: all[index].mention.range.upperBound, text)
            }
            // 县里依托职业中专办起夜校: or speaks of it by its kind
            if isTold || tools.speaksOfCounty(in: block, text) { (paragraphs, balance) = (paragraphs + 1, balance + 1) }
            if tools.opensAnyClause(with: body, in: block, text) { balance -= 1 }
        }
        return paragraphs > 1 && balance > 0
    }

    /// The street or community whose office signs a notice or report below its last paragraph: 西华路街道办事处 2025年9月30日.
    private mutating func signature(
        of blocks: ArraySlice<Block>, within context: PlaceNode, _ text: Span<UInt8>
    ) -> PlaceNode? {
        // 后湖路街道党政综合办公室 2025年9月5日: above a briefing, or below a notice
        for block in [blocks.prefix(4), blocks.suffix(3)].joined()
        where block.range.count <= 90 && !text.has("。", before: block.range.upperBound) {
            let all = resolved(block.range, within: context, text)
            guard let first = all.first, isBlank(block.range.lowerBound..<first.mention.range.lowerBound, text) else {
                continue
            }
            // 桥南街道办事处 桥南社区卫生服务中心: the first of several offices
            for entry in all where resolver.level(of: entry.node) >= .street {
                let end = entry.mention.range.upperBound
                for office in [
                    "办事处", "党工委", "居委会", "党委", "居民委员会", "人民政府", "党政", "综合", "办公室", "综治", "党建办", "平安办", "宣传", "社会事务",
                    "便民服务", "社会治理", "网格",
                ] as [StaticString]
                where text.has(office, before: end) || text.has(office, at: end) { return entry.node }
            }
        }
        return nil
    }

    private func isBlank(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        range.allSatisfy { text[$0] & 0xC0 == 0x80 || classes[text.scalar(at: $0).value] == .space }
    }

    /// Whether a paragraph begins with a place and tells where it lies or what it is.
    private func begins(_ mention: PlaceMention, _ block: Block, _ text: Span<UInt8>) -> Bool {
        guard mention.range.lowerBound - block.range.lowerBound <= 6 else { return false }
        for word in ["位于", "地处", "坐落", "隶属", "成立于", "是", "东临", "东起", "东邻", "总面积", "辖区面积", "占地"] as [StaticString]
        where text.has(word, at: mention.range.upperBound) { return true }
        return false
    }

    /// 锦江桥街道东南角的浆洗坝社区: whether a few words and 的 stand between a place and one in it.
    private func leadsUp(
        _ outer: (mention: PlaceMention, node: PlaceNode), to inner: (mention: PlaceMention, node: PlaceNode),
        _ text: Span<UInt8>
    ) -> Bool {
        let gap = inner.mention.range.lowerBound - outer.mention.range.upperBound
        return gap <= 36 && resolver.parent(of: inner.node) == outer.node
            && text.has("的", before: inner.mention.range.lowerBound)
    }

    /// The first name of the chain that a name closes.
    private func chainHead(of index: Int, in all: [(mention: PlaceMention, node: PlaceNode)]) -> Int {
        var first = index
        while first > 0, all[first].mention.link == .narrows { first -= 1 }
        return first
    }

    /// Where the chain of names begins that a name closes.
    func chainStart(of index: Int, in all: [(mention: PlaceMention, node: PlaceNode)]) -> Int {
        all[chainHead(of: index, in: all)].mention.range.lowerBound
    }

    /// Whether a block opens the article: its first paragraph, or a line before it.
    private func isFirstBlock(_ block: Block, of blocks: ArraySlice<Block>) -> Bool {
        block.range.lowerBound <= firstLongParagraph(of: blocks)
    }

    /// Where the first paragraph of some length begins: a short line before it is a headline, or says who wrote it.
    private func firstLongParagraph(of blocks: ArraySlice<Block>) -> Int {
        blocks.first { $0.kind == .paragraph && $0.range.count > 120 }?.range.lowerBound ?? .max
    }

    /// Whether every topic lies in a street, or the street in it; a community of the same county may lie in it too, and a street
    /// of which nobody has told where it lies in a city that is named beside it (坡子街街道…。坡子街是长沙的名片。).
    private func isAlone(_ street: PlaceNode, of topics: [PlaceNode]) -> Bool {
        // 平城区出台措施。…永泰街道一家企业…: one of those that a county gives for examples
        if let first = topics.first(where: {
            $0 == street || resolver.level(of: $0) == .county && isPlace(street, in: $0)
        }),
            first != street,
            topics.count(where: { $0 == first }) >= topics.count(where: { isPlace($0, in: street) })
        {
            return false
        }
        return topics.allSatisfy { topic in
            let outer = resolver.level(of: topic) > .street ? resolver.parent(of: topic) : topic
            return outer == .none || isPlace(topic, in: street) || isPlace(street, in: outer)
                || resolver.parent(of: street) == .none && (.prefecture ... .county) ~= resolver.level(of: outer)
        }
    }

    /// What places are counted by that an article names: the province of the gazetteer, or the widest place by the text alone.
    private enum Province: Hashable {
        case listed(PlaceID)
        case named(PlaceNode)
    }

    /// The county, or else the wider place, of the gazetteer that the article names most often, and whether most of such
    /// names lie in or around it: news of many places is about none of them, and shared where no province has most of them.
    ///
    /// - Parameter givesUp: whether to look no further once the names are of many provinces.
    private mutating func listedCounty(
        of blocks: ArraySlice<Block>, givesUp: Bool = false, _ text: Span<UInt8>
    ) -> (place: PlaceNode, isMain: Bool, isShared: Bool) {
        var counts: [PlaceNode: Int] = [:]
        var provinces: [Province: Int] = [:]
        var best = PlaceNode.none
        var leading: Set<PlaceNode> = []
        // Looked for once: an article may have many thousands of paragraphs.
        let opening = firstLongParagraph(of: blocks)
        for block in blocks {
            if givesUp, provinces.count > 5, case let all = provinces.values.reduce(0, +),
                2 * (provinces.values.max() ?? 0) <= all
            {
                return (best, false, true)
            }
            let opens = block.range.lowerBound <= opening || block.kind != .paragraph
            for (mention, node) in resolved(block.range, within: .none, text)
            where mention.form != .unlisted && mention.level <= .county && mention.level > .country
                && !tools.isRegion(mention)
            {
                // 在慈溪、昆山、东莞等6个城市: a list tells of places once
                if mention.link == .none { provinces[province(of: node), default: 0] += 1 }
                guard mention.form == .full else { continue }
                if opens { leading.insert(node) }
                counts[node, default: 0] += 1
                let isMore = (counts[node] ?? 0) > (counts[best] ?? 0)
                if best == .none || isMore || node != best && lies(node, in: best) { best = node }
            }
        }
        // 该县, 全县: each speaks of the county once more
        let again = tools.timesPointed(to: best == .none ? "" : resolver.names(of: best).last ?? "", in: blocks, text)
        if again > 0 { provinces[province(of: best), default: 0] += again }
        let others = counts.filter { $0.key != best && !isPlace($0.key, in: best) && !isPlace(best, in: $0.key) }
        // 在涿州，…。在北京，…。在舒兰市，…: each is an example
        let all = provinces.values.reduce(0, +)
        let most = provinces.values.max() ?? 0
        let isSpread = 2 * most < all
        guard leading.contains(best) || counts[best] ?? 0 > 1, !isSpread else {
            return (best, false, all > 0 && 2 * most <= all)
        }
        return (
            best, resolver.level(of: best) >= .county && others.values.reduce(0, +) * 2 <= counts.values.reduce(0, +),
            all > 0 && 2 * most <= all
        )
    }

    /// The county of which a document tells that nobody has given a region: most of the listed places that it names lie in it. A
    /// long document is a collection, and of no county.
    ///
    /// - Returns: the county, or nothing, with the names that were recognized on the way.
    static func regionTold(
        by document: Document, tools: ReadingTools
    ) -> (region: [String], names: RecognizedNames) {
        guard document.text.count <= PlaceDiscourse.longestOfCounty else { return ([], RecognizedNames()) }
        // Names are remembered while they are looked for, so not in the discourse that goes on to read the document.
        var scout = PlaceDiscourse(
            document: document, region: [], recognized: RecognizedNames(isKept: true), isScout: true, tools: tools)
        let text = document.text.span
        let listed = scout.listedCounty(of: scout.blocks[...], givesUp: true, text)
        let isTold = listed.isMain && !listed.isShared && !scout.isTopic(widerThan: listed.place, text)
        scout.recognized.isKept = false
        return (isTold ? scout.resolver.names(of: listed.place) : [], scout.recognized)
    }

    /// In bytes.
    private static let longestOfCounty = 60_000

    /// Whether a clause of a paragraph begins with a place that a county lies in, of which it tells: 近年来，咸阳市….
    private mutating func isTopic(widerThan county: PlaceNode, _ text: Span<UInt8>) -> Bool {
        for block in blocks where block.kind == .paragraph || block.kind == .subheading {
            let all = resolved(block.range, within: .none, text)
            for (index, entry) in all.enumerated()
            where entry.node != county && isPlace(county, in: entry.node)
                && (index + 1 == all.count || all[index + 1].mention.link != .narrows)
                && tools.opensClause(chainStart(of: index, in: all), in: block.range, text)
            {
                return true
            }
        }
        return false
    }

    /// 本报六安讯 … 安徽省六安市霍山县: the widest place that a node lies in, by the gazetteer as well where the text has not named it.
    private func province(of node: PlaceNode) -> Province {
        let outer = outermost(node)
        guard let place = resolver.listedPlace(of: outer) else { return .named(outer) }
        return .listed(tools.recognizer.widest(around: place))
    }

    private func outermost(_ node: PlaceNode) -> PlaceNode {
        var outer = node
        while case let parent = resolver.parent(of: outer), parent != .none { outer = parent }
        return outer
    }
}

extension ReadingTools {
    private static let ofCounty: WordList = ["全县", "该县", "县里", "我县", "县委"]
    private static let ofDistrict: WordList = ["全区", "该区", "区里", "我区", "区委"]

    private static let countyWords: WordList = ["全县", "全区", "该县", "该区", "县里", "区里"]

    /// Whether a clause of a block begins with a word for the county that it is about.
    fileprivate func speaksOfCounty(in block: Block, _ text: Span<UInt8>) -> Bool {
        block.range.contains {
            text[$0] >= 0xE5 && ReadingTools.countyWords.begins(in: text, at: $0) && followsMark($0, text)
        }
    }

    private static let wholes: WordList = ["全区", "全县", "全市", "全街道", "全镇", "全乡", "全街", "区里", "县里", "镇里", "市里"]

    /// How often the text speaks of what a community lies in by its kind alone.
    fileprivate func timesOfWhole(in blocks: ArraySlice<Block>, _ text: Span<UInt8>) -> Int {
        blocks.filter { $0.kind == .paragraph }.reduce(0) { times, block in
            times + block.range.count { text[$0] >= 0xE5 && ReadingTools.wholes.begins(in: text, at: $0) }
        }
    }

    /// How often the text speaks of a county or district by its kind alone: 该县, 全区.
    fileprivate func timesPointed(to name: String, in blocks: ArraySlice<Block>, _ text: Span<UInt8>) -> Int {
        let words: WordList
        let last: Unicode.Scalar
        if name.hasSuffix("县") {
            (words, last) = (ReadingTools.ofCounty, "县")
        } else if name.hasSuffix("区"), !name.hasSuffix("自治区") {
            (words, last) = (ReadingTools.ofDistrict, "区")
        } else {
            return 0
        }
        var times = 0
        for block in blocks where block.kind == .paragraph || block.kind == .subheading {
            // 全县, 县里
            for position in block.range
            where text[position] == 0xE5 && text.scalar(at: position).value == last
                && (words.begins(in: text, at: position) || words.ends(in: text, at: position + 3))
            {
                times += 1
            }
        }
        return times
    }

    /// Whether a clause of a block begins with a word.
    func opensAnyClause(with word: StaticString, in block: Block, _ text: Span<UInt8>) -> Bool {
        block.range.contains { text[$0] & 0xC0 != 0x80 && text.has(word, at: $0) && followsMark($0, text) }
    }

    /// Whether more clauses begin with one body of a place than with another: 街道推动…。街道党工委…。
    fileprivate func speaksOf(
        _ body: StaticString, moreThan other: StaticString, in blocks: ArraySlice<Block>, _ text: Span<UInt8>
    ) -> Bool {
        var balance = 0
        for block in blocks where block.kind == .paragraph {
            for position in block.range where text[position] & 0xC0 != 0x80 {
                if text.has(body, at: position), followsMark(position, text) { balance += 1 }
                if text.has(other, at: position), followsMark(position, text) { balance -= 1 }
            }
        }
        return balance > 0
    }
}
