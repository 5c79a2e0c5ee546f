import Bulletins
import Places
import Scanning

/// The place of a figure, by the names that govern it.
extension PlaceDiscourse {
    /// What the names before a figure have told of its place so far.
    private struct Governing {
        var place: PlaceNode
        var isNamed: Bool
        /// Behind the last name.
        var scanned: Int
        /// The place that was named last, or all of a list: 永泰街道、古城街道.
        var members: [PlaceNode] = []
        var membersStart: Int
        /// Whether the chain of names that is read governs nothing.
        var isSkipped = false
        /// Whether the place that governs so far only tells what the sentence goes on with: 以色列军方称，…
        var isReporter = false
        /// Whether the name before governs nothing, as then do those that it is listed with.
        var isPassedOver = false
        /// Whether it only helps or takes part, as then does the whole chain that it begins.
        var isBeside = false
        /// Where the chain of names begins that was read last.
        var chainStart: Int
        /// The places that governed clauses of the sentence before the last ones.
        var groups: [PlaceNode] = []
    }

    /// The place of a figure that stands at a position of the sentence.
    ///
    /// - Returns: the chain of names, and whether the sentence itself or the article's headline names it; else it is
    ///   carried over from a sentence before.
    mutating func place(
        of position: Int, in sentence: Range<Int>, _ text: Span<UInt8>
    ) -> (names: [String], isNamed: Bool) {
        var governing = Governing(
            place: inherited, isNamed: inherited == article, scanned: sentence.lowerBound,
            membersStart: sentence.lowerBound, chainStart: sentence.lowerBound)
        hasFigures = true
        if let own = bracketed(behind: position, text) { return (resolver.names(of: own), true) }
        for (mention, node) in mentions[inSentence]
        where mention.range.lowerBound >= sentence.lowerBound && mention.range.upperBound <= position {
            govern(mention, node, before: position, in: sentence, &governing, text)
        }
        count(at: position, &governing, text)
        followPointer(to: position, in: sentence, &governing, text)
        turnAway(at: position, in: sentence, &governing, text)
        governing.place = told(behind: position, in: sentence, governing, text)
        noteCounted(governing.place, at: position, text)
        return (resolver.names(of: governing.place), governing.isNamed)
    }

    /// Lets one name govern what follows it, unless it is passed over: 永泰街道|清理垃圾30吨.
    private mutating func govern(
        _ mention: PlaceMention, _ node: PlaceNode, before position: Int, in sentence: Range<Int>,
        _ governing: inout Governing, _ text: Span<UInt8>
    ) {
        if let pointed = pointedAt(
            from: governing.scanned, to: mention.range.lowerBound, near: governing.place, widens: true, text)
        {
            governing.place = pointed
            governing.isNamed = true
        }
        let goesOn = goesOnList(mention, behind: governing.scanned, text)
        let isListed = mention.link == .lists || !governing.members.isEmpty && !governing.isPassedOver && goesOn
        governing.scanned = mention.range.upperBound
        if isPassed(mention, node, goesOn: goesOn, before: position, in: sentence, &governing, text) { return }
        if mention.link == .none, !isListed,
            takesPart(mention, node, before: position, in: sentence, &governing, text)
                || isMentioned(mention, node, before: position, in: sentence, governing, text)
        {
            return
        }
        if namesThing(mention, node, before: position, in: sentence, governing, text) { return }
        // 永泰街道清理…，古城街道清理…，共计8处: the groups that came before are summed up with this one.
        if mention.link == .none, !isListed { governing.groups.append(contentsOf: governing.members) }
        take(mention, node, isListed: isListed, into: &governing.members, from: &governing.membersStart)
        if mention.link != .narrows { governing.chainStart = mention.range.lowerBound }
        governing.isPassedOver = false
        governing.isReporter = isNational && tools.reports(mention, before: position, text)
        governing.place =
            governing.members.count > 1
            ? joined(governing.members, from: governing.membersStart, to: mention, text) : node
        // 街道在向阳沟、路家湾等5个社区建起…: examples, and the whole is the street's.
        if tools.closesExamples(mention, of: governing.members.count, text)
            || tools.receives(governing.membersStart, mention, of: governing.members.count, text)
        {
            governing.place = whole(of: governing.members, else: inherited)
        }
        // Inside a phrase a name may belong to the thing alone.
        governing.isNamed = mention.link != .none || tools.opensClause(mention.range.lowerBound, in: sentence, text)
    }

    /// Whether a name goes on with what was passed over, or tells where something lies: 联合惠民社区、|古城街道福安里社区.
    private func isPassed(
        _ mention: PlaceMention, _ node: PlaceNode, goesOn: Bool, before position: Int, in sentence: Range<Int>,
        _ governing: inout Governing, _ text: Span<UInt8>
    ) -> Bool {
        if mention.link == .narrows, governing.isSkipped { return true }
        if isRouteEnd(mention, text) || leadsToRoute(mention, text) {
            (governing.isSkipped, governing.isPassedOver) = (true, true)
            return true
        }
        // 联合惠民社区、|古城街道福安里社区: and so with all of a list
        if governing.isBeside, mention.link == .lists || goesOn {
            governing.isSkipped = true
            return true
        }
        governing.isSkipped = false
        governing.isBeside = false
        // 女性专场（梅溪里社区，30家）、夜市300个: what brackets hold ends with them.
        if closesBracket, !tools.isBracketed(mention, text),
            tools.bracketEnds(mention.range.lowerBound, before: position, text)
        {
            governing.isSkipped = true
            return true
        }
        // 来自新加坡、韩国、意大利等国家
        if governing.isPassedOver, mention.link == .lists || mention.link == .narrows && mention.level < .street {
            return true
        }
        governing.isPassedOver = true
        // 社区位于永泰街道中部，有居民…: where the place lies that the sentence goes on about
        if governing.members.isEmpty, tools.locates(before: mention.range.lowerBound, text), node != inherited,
            isPlace(inherited, in: node), !leads(from: mention, into: inherited)
        {
            governing.isSkipped = true
            return true
        }
        return false
    }

    /// Whether a name tells who takes part or holds something, or one of the parts: 与未央区|辛家庙街道建立机制.
    private func takesPart(
        _ mention: PlaceMention, _ node: PlaceNode, before position: Int, in sentence: Range<Int>,
        _ governing: inout Governing, _ text: Span<UInt8>
    ) -> Bool {
        // 街道妇联在商学院社区举办…: where the subject, a place itself, does something.
        if governing.members.count == 1, isHere(mention, node, of: governing.members[0], sentence, text) {
            governing.isSkipped = true
            return true
        }
        // 与未央区|辛家庙街道建立机制: the whole chain of names; 对平城区|永泰街道… tells of the street.
        if tools.isCompared(mention.range.lowerBound, sentence, text), !tools.isTreated(mention, text) {
            governing.isSkipped = !text.has("对", before: mention.range.lowerBound)
            return true
        }
        if tools.isExample(mention, text) { return true }
        // 连接北辰社区与小坝社区的道路全长1.4公里
        if tools.isLinked(mention, text) {
            (governing.isBeside, governing.isSkipped) = (true, true)
            return true
        }
        // 提升街巷5条，其中东八里社区2条；新建公园3座: the part alone
        if text.has("其中", before: mention.range.lowerBound), tools.endsPart(mention, before: position, text) {
            return true
        }
        // 华北地区最大的算力中心落户门头沟
        if mentions[inSentence].count > 1 {
            // but 湖北|最大的种植地|郧阳区
            if tools.ranks(mention, text), chainEnd(from: mention) == mention.range.upperBound { return true }
            if tools.isRankedAmong(mention, to: chainEnd(from: mention), text) {
                governing.isSkipped = true
                return true
            }
        }
        // 招聘会由四方坪南街道主办: who holds it, not where
        if tools.isOrganiser(mention, text) || isOrigin(mention, text)
            || isPartner(
                mention, of: governing.members.isEmpty ? governing.place : governing.members[0], in: sentence, text)
            || tools.isSupporter(mention, text) || isAgency(mention, node, text)
            || isElsewhere(mention, node, text) || tools.isMemberOfWhole(mention, text)
        {
            (governing.isBeside, governing.isSkipped) = (true, true)
            return true
        }
        // 修路6条；永泰街道获评…；建公园3个: an item of a list is about its place alone.
        if governing.members.isEmpty, tools.opensLaterItem(mention, of: sentence, text),
            tools.hasSemicolon(mention.range.upperBound..<position, text)
        {
            governing.isSkipped = true
            return true
        }
        return false
    }

    /// Whether a name is only mentioned, and does nothing itself: 在成都打工的王师傅, 除天镇县外，新建12个.
    private func isMentioned(
        _ mention: PlaceMention, _ node: PlaceNode, before position: Int, in sentence: Range<Int>,
        _ governing: Governing, _ text: Span<UInt8>
    ) -> Bool {
        // 在成都打工的王师傅 in a bulletin of a district: where somebody is, and not what the figures are of
        if resolver.isAround(node), text.has("在", before: mention.range.lowerBound) { return true }
        // 家住光熙苑社区的小罗说的是停车场，占地…: where somebody lives who tells of what all have
        if tools.isHomeOfTeller(mention, in: sentence, text), governing.place != .none { return true }
        // 除天镇县外，新建12个: but for that place
        if tools.isExcepted(mention, before: position, text) { return true }
        if onlyReports(mention, node, of: governing.place, in: sentence, text) { return true }
        // 巴彦淖尔农高区等平台获批: only streets and communities govern figures from within a phrase.
        return mention.level < .street && !tools.opensClause(mention.range.lowerBound, in: sentence, text)
            && !tools.locatesClause(mention, in: sentence, text) && !tools.isNamedSubject(mention, text)
            && !tools.isMade(mention, text) && !tools.counts(mention, at: position, text)
            && !tools.hasPlanned(mention, at: position, text)
            && !tools.isLocated(mention, in: sentence, text)
            && !tools.stands(before: mention.range.lowerBound, text)
            && !isSceneOfNews(mention, text) && !tools.isHost(mention, text) && !tools.isBranch(mention, text)
            && !tools.isRelative(mention, text)
            && !((isNational && resolver.region != .none || isNewscast)
                && (governing.isReporter || governing.members.isEmpty && !tools.isObjectOf(mention, text)))
    }

    /// Whether a thing is called after the place, before a semicolon: 新建龙盛苑社区|食堂1处；为80户….
    private func namesThing(
        _ mention: PlaceMention, _ node: PlaceNode, before position: Int, in sentence: Range<Int>,
        _ governing: Governing, _ text: Span<UInt8>
    ) -> Bool {
        // 改造五星片区的3条小巷，新设摊位120个: what is done lies in the quarter, and what is done besides where it was told of before
        if tools.isQuarter(mention, text), !tools.opensClause(mention.range.lowerBound, in: sentence, text),
            !text.has("在", before: mention.range.lowerBound), mention.link != .narrows,
            !tools.restOfClause(
                from: mention.range.upperBound, within: position - mention.range.upperBound, text,
                holds: { $0 == position })
        {
            return true
        }
        // 新建龙盛苑社区食堂1处；为80户…: what a thing is called after does not reach over a semicolon.
        if governing.members.isEmpty
            || governing.members == [resolver.parent(of: node)] && tools.isSpot(mention, in: sentence, text),
            mention.level == .zone && resolver.level(of: article) < .county
                || mention.level >= .community
                    && (tools.isBracketed(mention, text) || tools.isSpot(mention, in: sentence, text)
                        || !tools.opensClause(mention.range.lowerBound, in: sentence, text)
                            && tools.attribute(behind: mention.range.upperBound, sentence, text) != nil),
            tools.hasSemicolon(mention.range.upperBound..<position, text)
        {
            return true
        }
        return false
    }

    /// Gives a figure that counts the places of a list to what has them all: 泰安、光熙苑|2个社区.
    @inline(__always)
    private func count(at position: Int, _ governing: inout Governing, _ text: Span<UInt8>) {
        // 建成东湖游园、龙泉游园|3个小游园: nor do the parks have themselves
        if let park = governing.members.last, resolver.isVenue(park),
            let (mention, _) = mentions[inSentence].last(where: { $0.mention.range.upperBound == position }),
            text.has("、", before: mention.range.lowerBound), tools.callsPark(mention.range, from: position, text)
        {
            governing.place = inherited
        }
        // 泰安、光熙苑|2个社区, 双桥子|等5个街道: how many they are is what the whole has.
        if let list = mentions[inSentence].first(where: {
            $0.mention.range.contains(position) && $0.mention.name.upperBound <= position
        }), !governing.members.isEmpty || list.mention.link != .lists {
            governing.place = whole(of: governing.members.isEmpty ? [list.node] : governing.members, else: inherited)
        }
    }

    /// Follows a name behind the figure, or a word between the names and the figure that points to a place: 永泰街道…，全区….
    private mutating func followPointer(
        to position: Int, in sentence: Range<Int>, _ governing: inout Governing, _ text: Span<UInt8>
    ) {
        if governing.place == article, governing.members.isEmpty, paragraph == article, isFirstParagraph,
            let later = laterName(than: position, in: sentence, text)
        {
            governing.place = later
            governing.isNamed = false
        }
        if let pointed = pointedAt(from: governing.scanned, to: position, near: governing.place, widens: true, text),
            !isStage(governing.members.last, from: governing.chainStart, to: governing.scanned, of: pointed, text)
        {
            governing.place = pointed
            governing.isNamed = true
        }
    }

    /// Turns to all that was named, to another sight or to the rest: 芙蓉区签约12个，|其余8个….
    private func turnAway(
        at position: Int, in sentence: Range<Int>, _ governing: inout Governing, _ text: Span<UInt8>
    ) {
        if let last = governing.members.first, !governing.groups.isEmpty, !governing.groups.contains(last),
            tools.sumsUp(from: governing.scanned, to: position, text)
        {
            let groups = governing.groups + governing.members
            let whole = whole(of: groups, else: governing.place)
            // 永泰街道将建车库2座，分别位于光熙苑社区和福安里社区，合计车位480个: communities that the text has given no street
            let street = groups.first { resolver.level(of: $0) == .street && resolver.parent(of: $0) == whole }
            governing.place =
                groups.allSatisfy({ $0 == street || resolver.level(of: $0) == .community }) ? street ?? whole : whole
        }
        // 在泰安、光熙苑2个街道建公园8个；改造街巷30条: what is done in several places ends with its part of the sentence.
        if governing.members.count > 1, text.has("在", before: governing.membersStart),
            tools.goesOnBeside(from: governing.scanned, to: position, text)
        {
            governing.place = whole(of: governing.members, else: inherited)
        }
        // 农科村接待3万人次，欢乐谷接待5万人次: another sight, which lies elsewhere
        if let last = governing.members.first, governing.members.count == 1, resolver.level(of: last) == .community,
            tools.turnsToSight(from: governing.scanned, to: position, text)
        {
            governing.place = isPlace(inherited, in: governing.place) ? resolver.parent(of: governing.place) : inherited
        }
        // 芙蓉区签约12个，其余8个…: the rest is elsewhere.
        if !governing.members.isEmpty,
            tools.leaves(
                from: governing.scanned, to: position,
                isParted: governing.groups.count > 1
                    || !governing.groups.isEmpty
                        && text.first("其中", in: max(sentence.lowerBound, position - 600)..<position) != nil,
                text)
        {
            // 西街街道改造8个，迎春里社区2个、新胜里社区3个，其余3个…: what the sentence itself has told the whole of
            let place = governing.place
            let whole = governing.groups.last { $0 != place && isPlace(place, in: $0) }
            governing.place = whole ?? (isPlace(inherited, in: place) ? resolver.parent(of: place) : inherited)
            if governing.place == .none { governing.place = resolver.region }
        }
        // 从硬件看，永泰街道占41个；从考核看，共扣分310处: another sight of the whole
        if !governing.members.isEmpty, governing.place != inherited, isPlace(governing.place, in: inherited),
            tools.looksAnew(from: governing.scanned, to: position, text)
        {
            governing.place = inherited
        }
    }

    /// What the words round a figure tell of its place, or else the place that governs it: 平城区有街道3个.
    private mutating func told(
        behind position: Int, in sentence: Range<Int>, _ governing: Governing, _ text: Span<UInt8>
    ) -> PlaceNode {
        var place = governing.place
        place = holder(ofDivisionsAt: position, in: sentence, else: place, text)
        if let whole = holder(ofCountAt: position, text) { place = whole }
        // Asked here as well, for each of the calls has the whole discourse copied.
        if governing.members.count > 1,
            let own = handedOut(governing.members, behind: governing.scanned, at: position, text)
        {
            place = own
        }
        if !isNational, let outer = holder(perDivisionAt: position, else: place, text) { place = outer }
        guard let ahead = named(behind: position, in: sentence, text) else { return place }
        if let home = hailed(ahead, behind: position, text) { place = home }
        if let described = described(ahead, behind: position, in: sentence, text) { place = described }
        if let scene = narrowerScene(ahead, within: place, text) { place = scene }
        // 我国首批两架海事无人直升机在山东列编: where the figures of a clause are, named behind them.
        if isNational, place == resolver.region, text.has("在", before: ahead.start) { place = ahead.node }
        return place
    }
}
