import Bulletins
import Places
import Scanning

/// Follows the place that the text is about.
///
/// A place named as the subject of a sentence, or as where something happens, stays the focus of the sentences after it
/// until another one takes over, the text points back (该街道, 全区), or a summary speaks of the article's own place. A
/// place named elsewhere in a sentence governs the figures behind it in that sentence alone.
struct PlaceDiscourse: ~Copyable {
    private let articles: [Article]
    private let blocks: [Block]
    private let title: String?
    private let tools: ReadingTools
    var resolver: PlaceResolver
    /// The place of the article: from kicker and headline, else the region given for the document.
    var article: PlaceNode
    /// The last street and community that the article was about, for 街道 and 社区 as subjects.
    var latest: [PlaceLevel: PlaceNode] = [:]
    /// The last place that the paragraph was about, for 当地 and 全省.
    var mentioned = PlaceNode.none
    /// The communities that the article has named.
    private var communities: [PlaceNode] = []
    /// The names of the article's blocks, and which of them stand in a block.
    private var found: [PlaceMention] = []
    private var foundIn: BlockNames
    /// The mentions of the block that is read, with their places.
    var mentions: [(mention: PlaceMention, node: PlaceNode)] = []
    /// Those of them that stand in the sentence that is read.
    private var inSentence = 0..<0
    /// Where words may begin in it that point to a place.
    var pointers: [Int] = []
    /// The place that the paragraph's first sentence was about.
    private var paragraph: PlaceNode
    /// Whether no paragraph of the article was read to its end.
    private var isFirstParagraph = true
    private var paragraphs = 0
    /// Whether the paragraph's first sentence is still to come.
    var isFirst = true
    /// Whether the paragraph has named what it is about.
    private var isLed = false
    /// Whether the paragraph has given a figure.
    private var hasFigures = false
    /// Whether the block is a numbered point of a report, which speaks of the whole and names communities as examples.
    private var isSection = false
    /// The place of the line over the block that names nothing else.
    private var heading = PlaceNode.none
    /// The focus before the sentence that is read.
    var inherited: PlaceNode
    /// The focus that the sentence leaves to the next one.
    var next: PlaceNode

    init(document: Document, tools: ReadingTools) {
        articles = document.articles
        blocks = document.blocks
        foundIn = BlockNames(document.blocks)
        title = document.title
        self.tools = tools
        resolver = PlaceResolver(recognizer: tools.recognizer, region: document.region.joined())
        article = resolver.region
        paragraph = resolver.region
        inherited = resolver.region
        next = resolver.region
    }

    var lexicon: Lexicon { tools.lexicon }
    var classes: ScalarClasses { tools.classes }

    // MARK: mentions

    private mutating func resolved(_ range: Range<Int>, within context: PlaceNode, _ text: Span<UInt8>) -> [(
        mention: PlaceMention, node: PlaceNode
    )] {
        var node = PlaceNode.none
        var context = context
        var result: [(mention: PlaceMention, node: PlaceNode)] = []
        for index in namesFound(in: range, text) {
            let mention = found[index]
            node = resolver.resolve(mention, after: node, within: context, in: text)
            // A community named after its street lies in it, until another street is named.
            if resolver.level(of: node) == .street || context == .none
                || mention.link == .narrows && resolver.parent(of: node) == context
                    && resolver.level(of: node) <= .street
            {
                context = node
            }
            result.append((mention, node))
        }
        return result
    }

    /// The names that stand in a block, as positions in `found`: an article is looked through for what it is about, and
    /// then read, and its names are searched for once.
    private mutating func namesFound(in range: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
        if let known = foundIn[range] { return known }
        var all: [PlaceMention] = []
        tools.recognizer.appendMentions(in: text, range: range, to: &all)
        joinForeignShortNames(&all)
        let first = found.count
        for (index, mention) in all.enumerated() where !isNoName(mention, text) && !isQuotedName(mention, text) {
            // 大同市平城区分公司: the whole chain belongs to the firm's name.
            var last = index
            while last + 1 < all.count, all[last + 1].link == .narrows { last += 1 }
            if !isPartOfName(all[last], text) { found.append(mention) }
        }
        foundIn[range] = first..<found.count
        return first..<found.count
    }

    /// 忻州|窑新村社区 in a text about Datong: a short name of a place elsewhere is the beginning of the community's own.
    private func joinForeignShortNames(_ all: inout [PlaceMention]) {
        guard resolver.place(of: resolver.region) != nil else { return }
        var index = 0
        while index + 1 < all.count {
            let (outer, inner) = (all[index], all[index + 1])
            if outer.form == .short, inner.form == .unlisted, inner.link == .narrows, inner.level >= .community,
                let place = outer.place, !resolver.isRelated(place, to: resolver.region)
            {
                all[index + 1] = inner.widened(to: outer.range.lowerBound, link: outer.link)
                all.remove(at: index)
            } else {
                index += 1
            }
        }
    }

    private mutating func forgetFound() {
        found.removeAll(keepingCapacity: true)
        foundIn.removeAll()
    }

    // MARK: articles and blocks

    mutating func enterArticle(number: Int, _ text: Span<UInt8>) {
        article = resolver.region
        latest = [:]
        heading = .none
        communities = []
        paragraphs = 0
        defer {
            paragraph = article
            next = article
            remember(article)
        }
        guard let current = articles.first(where: { $0.number == number }) else { return }
        let blocks = self.blocks[current.blocks]
        for kind in [Block.Kind.kicker, .headline] {
            for block in blocks where block.kind == kind {
                if let last = resolved(block.range, within: resolver.region, text).last {
                    article = last.node
                    return
                }
            }
        }
        if current.headline == nil, let title, let place = place(inTitle: title) {
            article = place
            return
        }
        article = mainPlace(of: blocks, text)
    }

    /// The place that the title names which was given for a document without a headline of its own.
    private mutating func place(inTitle title: String) -> PlaceNode? {
        let bytes = Array(title.utf8)
        // Its offsets are not those of the document's text.
        forgetFound()
        defer { forgetFound() }
        return resolved(0..<bytes.count, within: resolver.region, bytes.span).last?.node
    }

    /// The narrowest place that three in four of the article's topics lie in.
    private mutating func mainPlace(of blocks: ArraySlice<Block>, _ text: Span<UInt8>) -> PlaceNode {
        var counts: [PlaceNode: Int] = [:]
        var order: [PlaceNode] = []
        var context = article
        if context == .none { context = listedCounty(of: blocks, text) }
        var main = context
        var topics: [PlaceNode] = []
        // Whether the first topic stands in the first paragraph.
        var isLead = false
        for block in blocks where block.kind == .paragraph || block.kind == .subheading || block.kind == .caption {
            let all = resolved(block.range, within: context, text)
            for (index, entry) in all.enumerated() {
                if index + 1 < all.count, all[index + 1].mention.link == .narrows { continue }
                var first = index
                while first > 0, all[first].mention.link == .narrows { first -= 1 }
                let start = all[first].mention.range.lowerBound
                guard opensClause(start, in: block.range, text), !isCompared(start, block.range, text),
                    !locates(before: start, text)
                else { continue }
                if topics.isEmpty { isLead = isFirstBlock(block, of: blocks) }
                topics.append(entry.node)
                if resolver.level(of: entry.node) == .street { context = entry.node }
                var node = entry.node
                while node != .none {
                    if counts[node] == nil { order.append(node) }
                    counts[node, default: 0] += 1
                    node = resolver.parent(of: node)
                }
            }
        }
        // An article of one street is about it, however many communities it names beside it.
        if resolver.region == .none, let street = topics.first(where: { resolver.level(of: $0) == .street }),
            isAlone(street, of: topics)
        {
            main = street
        }
        if let lead = leadCommunity(of: blocks, within: context, text) { return lead }
        if topics.isEmpty { return main }
        for node in order where 4 * (counts[node] ?? 0) >= 3 * topics.count {
            // One community named somewhere in the middle is an example.
            if resolver.level(of: node) > .street, counts[node] == 1, !isLead { continue }
            if main == .none || resolver.level(of: node) > resolver.level(of: main) { main = node }
        }
        return main
    }

    /// The community that the opening of an article names with its street and that stays its only scene: what the article
    /// tells afterwards, it tells of this community (小店区龙城北街道许坦新社区食堂的落地窗前…).
    private mutating func leadCommunity(
        of blocks: ArraySlice<Block>, within context: PlaceNode, _ text: Span<UInt8>
    ) -> PlaceNode? {
        var lead = PlaceNode.none
        var counts: [PlaceNode: Int] = [:]
        var paragraphs = 0
        for block in blocks where block.kind == .paragraph || block.kind == .subheading {
            if block.range.count > 60 { paragraphs += 1 }
            let all = resolved(block.range, within: lead == .none ? context : lead, text)
            for (index, entry) in all.enumerated() {
                let isWhole = index + 1 == all.count || all[index + 1].mention.link != .narrows
                guard isWhole else { continue }
                let level = resolver.level(of: entry.node)
                if lead == .none {
                    // 位于锦江桥街道东南角的浆洗坝社区: the street leads up to the community.
                    if level == .street, paragraphs <= 1, index + 1 < all.count,
                        leadsUp(entry, to: all[index + 1], text)
                    {
                        continue
                    }
                    let isChained =
                        entry.mention.link == .narrows || index > 0 && leadsUp(all[index - 1], to: entry, text)
                    // The first place that is named must be the whole chain down to the community.
                    guard level == .community || level == .zone, isChained, paragraphs <= 1 else {
                        if level >= .zone { return nil }
                        continue
                    }
                    lead = entry.node
                } else if level == .street, resolver.level(of: lead) == .community,
                    entry.node != resolver.parent(of: lead)
                {
                    return nil
                }
                if level == .community || entry.node == lead { counts[entry.node, default: 0] += 1 }
            }
        }
        guard lead != .none, counts.values.allSatisfy({ $0 <= counts[lead] ?? 0 }), counts.count <= 3 else {
            return nil
        }
        return lead
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

    /// Whether a block opens the article: its first paragraph, or the one behind a line that only labels it.
    private func isFirstBlock(_ block: Block, of blocks: ArraySlice<Block>) -> Bool {
        guard let first = blocks.first(where: { $0.kind == .paragraph }) else { return true }
        return block.range.lowerBound - first.range.lowerBound <= 120
    }

    /// Whether every topic lies in a street, or the street in it; a community of the same county may lie in it too.
    private func isAlone(_ street: PlaceNode, of topics: [PlaceNode]) -> Bool {
        topics.allSatisfy { topic in
            let outer = resolver.level(of: topic) > .street ? resolver.parent(of: topic) : topic
            return outer == .none || isPlace(topic, in: street) || isPlace(street, in: outer)
        }
    }

    private func isPlace(_ node: PlaceNode, in wider: PlaceNode) -> Bool {
        var node = node
        while node != .none, node != wider { node = resolver.parent(of: node) }
        return node == wider
    }

    /// The county, or else the wider place, of the gazetteer that the article names most often.
    private mutating func listedCounty(of blocks: ArraySlice<Block>, _ text: Span<UInt8>) -> PlaceNode {
        var counts: [PlaceNode: Int] = [:]
        var best = PlaceNode.none
        for block in blocks {
            for (mention, node) in resolved(block.range, within: .none, text)
            where mention.form == .full && mention.level <= .county && mention.level > .country {
                counts[node, default: 0] += 1
                let isMore = (counts[node] ?? 0) > (counts[best] ?? 0)
                if best == .none || isMore || resolver.parent(of: node) == best { best = node }
            }
        }
        return best
    }

    mutating func enterBlock(_ block: Block, _ text: Span<UInt8>) {
        mentions = resolved(block.range, within: next == .none ? article : next, text)
        inSentence = 0..<0
        // An article about a district gives examples of streets: each paragraph starts from the district again.
        isSection = isNumbered(block, text) && !opensWithPlace(block)
        // 📍跳蹬桥街道锦绣里社区: a line that is a place's name is what the lines under it are about.
        if block.kind == .paragraph || block.kind == .subheading {
            if let own = placeLine(block, text) {
                heading = own
            } else if block.kind == .subheading {
                heading = .none
            }
        }
        if block.kind != .caption, resolver.level(of: article) <= .county || isSection {
            next = heading == .none ? article : heading
        }
        // What an article about a community says of its street, it says in one paragraph.
        if block.kind == .paragraph, resolver.level(of: article) == .community, next != article,
            isPlace(article, in: next)
        {
            next = article
        }
        // 截至目前，…: a paragraph that sums up speaks of the article's place again.
        if block.kind == .paragraph, opensSummary(block, text) { next = article }
        // In such an article 社区 means the one that the paragraph named, or any.
        // The only one that the article has named so far stays meant.
        if resolver.level(of: article) <= .county {
            let only = communities.count == 1 ? latest[.community] : nil
            latest = [:]
            latest[.community] = only
        }
        paragraph = next
        mentioned = .none
        isFirst = true
        hasFigures = false
        isLed = false
        if block.kind == .paragraph { paragraphs += 1 }
        isFirstParagraph = paragraphs <= 1
        // A quotation at the head of a paragraph is about the place of whoever speaks, who is named behind it.
        if text.has("“", at: block.range.lowerBound), let first = mentions.indices.first {
            var last = first
            while last + 1 < mentions.count, mentions[last + 1].mention.link == .narrows { last += 1 }
            if mentions[first].mention.range.lowerBound - block.range.lowerBound < 400,
                resolver.level(of: mentions[last].node) >= .street
            {
                next = mentions[last].node
                paragraph = next
                remember(next)
            }
        }
    }

    /// The place of a line that names it and nothing else, or before what it announces: 土门坊街道：全过一遍筛子,
    /// 【涧河东街道】敲门行动.
    private func placeLine(_ block: Block, _ text: Span<UInt8>) -> PlaceNode? {
        guard let first = mentions.first, first.mention.range.lowerBound - block.range.lowerBound <= 8 else {
            return nil
        }
        var last = 0
        while last + 1 < mentions.count, mentions[last + 1].mention.link == .narrows { last += 1 }
        let end = mentions[last].mention.range.upperBound
        guard resolver.level(of: mentions[last].node) >= .street else { return nil }
        if block.range.upperBound - end <= 3 { return last + 1 == mentions.count ? mentions[last].node : nil }
        guard block.range.count <= 90, !text.has("。", before: block.range.upperBound),
            !text.has("；", before: block.range.upperBound)
        else { return nil }
        let opensBracket = first.mention.range.lowerBound > block.range.lowerBound
        for mark in ["：", ":", "——", "】"] as [StaticString]
        where text.has(mark, at: end) && (opensBracket || !text.has("】", at: end)) {
            // 光熙苑社区：网格员5人 is a row of its own.
            let holdsFigure = (end..<block.range.upperBound).contains {
                text[$0] >= 0x30 && text[$0] <= 0x39
            }
            return holdsFigure ? nil : mentions[last].node
        }
        return nil
    }

    private static let bullets: WordList = [
        "——", "●", "■", "◆", "★", "▪", "•", "①", "②", "③", "④", "⑤", "⑥", "【", "·", "▶", "♣",
    ]

    /// （二）抓民生, 1.加快…, ——主动发现: a point of a list.
    private func isNumbered(_ block: Block, _ text: Span<UInt8>) -> Bool {
        var position = block.range.lowerBound
        if PlaceDiscourse.bullets.begins(in: text, at: position) { return block.kind == .paragraph }
        var numerals = 0
        while position < block.range.upperBound, numerals < 4 {
            let (scalar, length) = text.scalar(at: position)
            switch classes[scalar] {
            case .openBracket where numerals == 0: break
            case .digit, .hanDigit, .hanUnit: numerals += 1
            case .closeBracket, .pause: return numerals > 0
            case .mark where scalar == 0x2E || scalar == 0xFF0E: return numerals > 0
            default: return numerals > 0 && text.has("是", at: position)
            }
            position += length
        }
        return false
    }

    /// 3.枣园路社区启用充电棚。投资18.5万元。: a point about one place
    private func opensWithPlace(_ block: Block) -> Bool {
        guard let first = mentions.first, resolver.level(of: first.node) >= .street else { return false }
        return first.mention.range.lowerBound - block.range.lowerBound <= 12
    }

    private static let summaryOpenings: WordList = ["截至", "据统计", "数据显示", "据悉", "据了解", "据介绍"]

    private func opensSummary(_ block: Block, _ text: Span<UInt8>) -> Bool {
        PlaceDiscourse.summaryOpenings.begins(in: text, at: block.range.lowerBound)
    }

    private mutating func remember(_ node: PlaceNode) {
        var node = node
        while node != .none {
            let level = resolver.level(of: node)
            if level >= .county { latest[level] = node }
            if level == .community, !communities.contains(node) { communities.append(node) }
            node = resolver.parent(of: node)
        }
    }

    /// Where the sentence names places, in order.
    func names(in sentence: Range<Int>) -> [PlaceName] {
        mentions[inSentence].map { PlaceName(range: $0.mention.range, isListed: $0.mention.form != .unlisted) }
    }

    // MARK: sentences

    /// Takes over what the sentence is about for those after it; called for every sentence, in order.
    mutating func enter(sentence: Range<Int>, pointers: inout [Int], _ text: Span<UInt8>) {
        // Exchanged, so that neither array is copied or made anew.
        swap(&self.pointers, &pointers)
        // In the middle of a paragraph about a district an example ends with its sentence.
        if !isFirst, resolver.level(of: article) <= .county || isSection { next = isSection ? article : paragraph }
        // 平城区把七里村选作样板: in an article about a village what the district does is said in one sentence.
        if next != article, resolver.level(of: article) > .street, resolver.level(of: next) <= .county,
            isPlace(article, in: next)
        {
            next = article
        }
        if speaksOfCountry(sentence, text) { next = resolver.region }
        inherited = speaker(after: sentence, text) ?? next
        var topics = 0
        var isPlaced = false
        defer {
            // 除了吃，还有医。荐福路街道…: sentences without figures lead up to the place that a paragraph is about.
            // Several of them are examples.
            if isFirst || !hasFigures && topics == 1 && !isLed { paragraph = next }
            isLed = isLed || isPlaced
            isFirst = false
        }
        var members: [PlaceNode] = []
        var position = sentence.lowerBound
        var first = inSentence.upperBound
        while first < mentions.count, mentions[first].mention.range.lowerBound < sentence.lowerBound { first += 1 }
        var last = first
        while last < mentions.count, mentions[last].mention.range.upperBound <= sentence.upperBound { last += 1 }
        inSentence = first..<last
        var isSkipped = false
        mentioned = next == .none || next == resolver.region ? mentioned : next
        // The focus before the chain of names that is read.
        var before = next
        for (mention, node) in mentions[inSentence] {
            isPlaced = true
            // 江安里街道位于成都市双流区: the whole chain says where the street lies.
            if mention.link == .narrows, isSkipped {
                if let subject = members.first { resolver.place(subject, in: node) }
                continue
            }
            isSkipped = members.count == 1 && isHere(mention, node, of: members[0], sentence, text)
            if isSkipped { resolver.place(members[0], in: node) }
            if let pointed = pointedAt(from: position, to: mention.range.lowerBound, text) { next = pointed }
            position = mention.range.upperBound
            let isTopic =
                mention.link != .none && !members.isEmpty
                || !isSkipped && !isBracketed(mention, text)
                    && opensClause(mention.range.lowerBound, in: sentence, text)
                    && !isCompared(mention.range.lowerBound, sentence, text)
            guard isTopic, !isExample(mention, text) else {
                if mention.link == .none, !isSkipped { members = [] }
                continue
            }
            if mention.link != .narrows {
                topics += 1
                before = next
            }
            if mention.link == .lists { members.append(node) } else { members = [node] }
            next =
                closesExamples(mention, text)
                ? resolver.parent(of: members[0]) : members.count > 1 ? resolver.join(members) : node
            if members.count == 1 { remember(node) }
            mentioned = next
            // 洪家营社区卫生服务站迁建项目: a place before a noun is where that thing is, not what the text goes on about.
            if before != article || isSection || resolver.level(of: article) < .county, !isPlace(before, in: node),
                isAttribute(mention.range.upperBound, sentence, text)
            {
                next = before
            }
        }
        if let pointed = pointedAt(from: position, to: sentence.upperBound, text) { next = pointed }
    }

    /// 新建食堂1处（劳动新村社区）: a place that fills its brackets tells where that one thing is.
    private func isBracketed(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.range.lowerBound > 0, mention.range.upperBound < text.count else { return false }
        let before = text.scalarStart(before: mention.range.lowerBound)
        return classes[text.scalar(at: before).value] == .openBracket
            && classes[text.scalar(at: mention.range.upperBound).value] == .closeBracket
    }

    /// Whether a place opens brackets that close before a position.
    private func bracketEnds(_ mention: PlaceMention, before position: Int, _ text: Span<UInt8>) -> Bool {
        guard mention.range.lowerBound > 0,
            classes[text.scalar(at: text.scalarStart(before: mention.range.lowerBound)).value] == .openBracket,
            !text.has("【", before: mention.range.lowerBound)
        else { return false }
        var scan = mention.range.upperBound
        while scan < position {
            let (scalar, length) = text.scalar(at: scan)
            if classes[scalar] == .closeBracket { return true }
            scan += length
        }
        return false
    }

    /// The place in brackets right behind a figure.
    private func bracketed(behind position: Int, _ text: Span<UInt8>) -> PlaceNode? {
        guard
            let entry = mentions[inSentence].first(where: {
                $0.mention.range.lowerBound > position && $0.mention.range.lowerBound - position <= 36
            }), isBracketed(entry.mention, text)
        else { return nil }
        let isRight = (position..<entry.mention.range.lowerBound).allSatisfy { offset in
            text[offset] & 0xC0 == 0x80
                || ![.clauseEnd, .sentenceEnd, .pause].contains(classes[text.scalar(at: offset).value])
        }
        return isRight ? entry.node : nil
    }

    private static let examples: WordList = ["做法", "经验", "模式", "样板", "的做法", "的经验", "的模式"]

    /// 推广文艺路街道做法: whose practice it is, not where something happens.
    private func isExample(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        PlaceDiscourse.examples.begins(in: text, at: mention.range.upperBound)
    }

    private func hasSemicolon(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        range.contains { text.has("；", at: $0) || text.has(";", at: $0) }
    }

    /// 路家湾等5个社区: the last name of a list that 等 and a number close.
    private func closesExamples(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        var position = mention.name.upperBound
        // 坞南社区冶金宿舍等9个小区: a thing in the place may be the example.
        while position < text.count, position - mention.name.upperBound < 42 {
            let (scalar, length) = text.scalar(at: position)
            if text.has("等", at: position) {
                let next = position + length
                return next < text.count && classes[text.scalar(at: next).value].startsNumeral
            }
            guard classes[scalar] == .other || classes[scalar] == .pause else { return false }
            position += length
        }
        return false
    }

    private static let speakers: WordList = [
        "党", "书记", "主任", "居民", "网格", "居委", "办事处", "纪", "工委", "社工", "志愿者", "辖区", "位于", "地处", "内", "里",
    ]

    /// Whether a noun stands right behind a place, other than an officer or body that speaks for it.
    private func isAttribute(_ end: Int, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard end < sentence.upperBound, classes[text.scalar(at: end).value] == .other else { return false }
        if PlaceDiscourse.speakers.begins(in: text, at: end) { return false }
        guard let match = lexicon.phrases.longestMatch(in: text, at: end, end: min(sentence.upperBound, end + 18))
        else {
            return false
        }
        let entry = lexicon.entries[Int(match.value)]
        return entry.wordClass == .noun && !entry.roles.contains(.agent)
    }

    /// The place of whoever says a sentence in quotation marks, who is named right behind it: “…三十多个。”桂香社区书记说.
    private func speaker(after sentence: Range<Int>, _ text: Span<UInt8>) -> PlaceNode? {
        guard text.has("”", before: sentence.upperBound),
            let first = mentions.firstIndex(where: { $0.mention.range.lowerBound == sentence.upperBound })
        else { return nil }
        var last = first
        while last + 1 < mentions.count, mentions[last + 1].mention.link == .narrows { last += 1 }
        return mentions[last].node
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
        var isSkipped = false
        for (mention, node) in mentions[inSentence]
        where mention.range.lowerBound >= sentence.lowerBound && mention.range.upperBound <= position {
            if let pointed = pointedAt(from: scanned, to: mention.range.lowerBound, widens: true, text) {
                place = pointed
                isNamed = true
            }
            scanned = mention.range.upperBound
            if mention.link == .narrows, isSkipped { continue }
            isSkipped = false
            // 女性专场（梅溪里社区，30家）、夜市300个: what brackets hold ends with them.
            if !isBracketed(mention, text), bracketEnds(mention, before: position, text) {
                isSkipped = true
                continue
            }
            if mention.link == .none {
                // 街道妇联在商学院社区举办…: where the subject, a place itself, does something.
                if members.count == 1, isHere(mention, node, of: members[0], sentence, text) {
                    isSkipped = true
                    continue
                }
                if isCompared(mention.range.lowerBound, sentence, text) || isExample(mention, text) { continue }
                // 巴彦淖尔农高区等平台获批: only streets and communities govern figures from within a phrase.
                if mention.level < .street, !opensClause(mention.range.lowerBound, in: sentence, text),
                    !locatesClause(mention, in: sentence, text), !isSubject(mention, text),
                    !counts(mention, at: position, text)
                {
                    continue
                }
            }
            // 新建龙盛苑社区食堂1处；为80户…: what a thing is called after does not reach over a semicolon.
            if members.isEmpty, mention.level >= .community,
                isBracketed(mention, text)
                    || !opensClause(mention.range.lowerBound, in: sentence, text)
                        && isAttribute(mention.range.upperBound, sentence, text),
                hasSemicolon(mention.range.upperBound..<position, text)
            {
                continue
            }
            if mention.link == .lists { members.append(node) } else { members = [node] }
            place = members.count > 1 ? resolver.join(members) : node
            // 街道在向阳沟、路家湾等5个社区建起…: examples, and the whole is the street's.
            if closesExamples(mention, text) { place = resolver.parent(of: members[0]) }
            // Inside a phrase a name may belong to the thing alone.
            isNamed = mention.link != .none || opensClause(mention.range.lowerBound, in: sentence, text)
        }
        if place == article, paragraph == article, isFirstParagraph, let later = laterName(than: position, in: sentence)
        {
            place = later
            isNamed = false
        }
        if let pointed = pointedAt(from: scanned, to: position, widens: true, text) {
            place = pointed
            isNamed = true
        }
        return (resolver.names(of: place), isNamed)
    }

    private static let locations: WordList = ["位于", "地处", "坐落于", "坐落在", "隶属", "隶属于", "属于", "属", "东临", "西临", "南临", "北临"]

    /// 学士社区位于含浦南街道中部, 隶属成都市成华区
    private func locates(before position: Int, _ text: Span<UInt8>) -> Bool {
        PlaceDiscourse.locations.ends(in: text, at: position)
    }

    /// Whether a place after 在 lies in the subject of its clause, which is what the figures belong to.
    private func isHere(
        _ mention: PlaceMention, _ node: PlaceNode, of subject: PlaceNode, _ sentence: Range<Int>, _ text: Span<UInt8>
    ) -> Bool {
        let lies = locates(before: mention.range.lowerBound, text)
        if !lies {
            guard text.has("在", before: mention.range.lowerBound) else { return false }
            guard node != subject, isPlace(node, in: subject) else { return false }
        }
        var position = mention.range.lowerBound
        while position > sentence.lowerBound {
            position = text.scalarStart(before: position)
            let kind = classes[text.scalar(at: position).value]
            if kind == .clauseEnd || kind == .sentenceEnd { return false }
            if mentions[inSentence].contains(where: { $0.node == subject && $0.mention.range.contains(position) }) {
                return true
            }
        }
        return false
    }

    /// 3座大棚出现在潼关县太要镇欧家城村: an article's first figure may come before the place that it belongs to.
    private func laterName(than position: Int, in sentence: Range<Int>) -> PlaceNode? {
        var found: PlaceNode?
        for (mention, node) in mentions[inSentence]
        where mention.range.lowerBound > position && mention.range.upperBound <= sentence.upperBound {
            if found != nil, mention.link != .narrows { break }
            found = node
        }
        guard let found, resolver.level(of: found) > resolver.level(of: article) else { return nil }
        return found
    }

    /// 在我国西南麦区四川省，…: a place at the end of a clause that begins with 在.
    private func locatesClause(_ mention: PlaceMention, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.upperBound
        guard end < sentence.upperBound, classes[text.scalar(at: end).value] == .clauseEnd else { return false }
        var position = mention.range.lowerBound
        while position > sentence.lowerBound {
            position = text.scalarStart(before: position)
            switch classes[text.scalar(at: position).value] {
            case .other: if text.has("在", at: position) { return opensClause(position, in: sentence, text) }
            default: return false
            }
        }
        return false
    }

    /// 经济大省广东拥有…, 我国最大的产区黑龙江已收割…: a place in apposition, with its verb behind it.
    private func isSubject(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.upperBound
        guard mention.form != .unlisted, end < text.count,
            let word = lexicon.phrases.longestMatch(in: text, at: end, end: min(text.count, end + 12))
        else { return false }
        let entry = lexicon.entries[Int(word.value)]
        return entry.roles.contains(.stock) || entry.roles.contains(.done)
    }

    /// 解决河北45.2万群众的饮水困难: a place right before its figure.
    private func counts(_ mention: PlaceMention, at position: Int, _ text: Span<UInt8>) -> Bool {
        guard mention.form != .unlisted else { return false }
        let gap = position - mention.range.upperBound
        return gap == 0
            || gap == 3
                && (["近", "超", "约", "逾"] as [StaticString]).contains { text.has($0, at: mention.range.upperBound) }
    }

    private static let clauseOpenings: WordList = [
        "日", "在", "住", "中", "年", "月", "以来", "目前", "据", "从", "进", "到", "由", "期间", "位于", "如今", "当前", "随后", "近期", "这是",
        "便是",
        "走进", "来到", "放眼", "所在的", "辖区的",
    ]

    func opensClause(_ position: Int, in range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard position > range.lowerBound else { return true }
        let before = text.scalarStart(before: position)
        switch classes[text.scalar(at: before).value] {
        case .clauseEnd, .sentenceEnd, .openQuote, .openBracket, .closeBracket, .mark, .space: return true
        default: break
        }
        // 去年，…；今年金牛区…; 走进…; 家住…; 据…消息
        return PlaceDiscourse.clauseOpenings.ends(in: text, at: position)
    }
}
