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
    let isNational: Bool
    /// The place of the article: from kicker and headline, else the region given for the document.
    var article: PlaceNode
    /// The last street and community that the article was about, for 街道 and 社区 as subjects.
    var latest = LatestPlaces()
    /// The last place that the paragraph was about, for 当地 and 全省.
    var mentioned = PlaceNode.none
    /// The communities that the article has named.
    var communities: [PlaceNode] = []
    /// The names of the article's blocks, and which of them stand in a block.
    var found: [PlaceMention] = []
    var foundIn = BlockNames()
    /// The first names of streets and communities in the article that no table lists.
    var unlisted: [PlaceMention] = []
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
    /// The place of the line over the block that names nothing else.
    var heading = PlaceNode.none
    /// Whether the block before is such a line.
    private var headsTitle = false
    /// The last thing that the block called after its place, and that place: 绿柳社区|食堂.
    private var thing: (node: PlaceNode, name: Range<Int>)?
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

    // MARK: mentions

    mutating func resolved(_ range: Range<Int>, within context: PlaceNode, _ text: Span<UInt8>) -> [(
        mention: PlaceMention, node: PlaceNode
    )] {
        let names = namesFound(in: range, text)
        if names.isEmpty { return [] }
        var node = PlaceNode.none
        var context = context
        var result: [(mention: PlaceMention, node: PlaceNode)] = []
        result.reserveCapacity(names.count)
        for (index, found) in zip(names, found[names]) {
            var mention = found
            node = resolver.resolve(mention, after: node, within: context, in: text)
            if isNational, mention.form != .unlisted, let part = tools.partEnd(of: mention, in: range, text),
                index + 1 == names.upperBound || self.found[index + 1].link != .narrows
            {
                node = resolver.part(text.string(mention.range.lowerBound..<part), of: node)
                mention.range = mention.range.lowerBound..<part
            }
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

    /// The last name of the chain of names that begins with a mention: 平城区|永泰街道|光熙苑社区.
    func chainEnd(from first: Int, in mentions: [(mention: PlaceMention, node: PlaceNode)]) -> Int {
        var last = first
        while last + 1 < mentions.count, mentions[last + 1].mention.link == .narrows { last += 1 }
        return last
    }

    // MARK: blocks

    func isPlace(_ node: PlaceNode, in wider: PlaceNode) -> Bool {
        var node = node
        while node != .none, node != wider { node = resolver.parent(of: node) }
        return node == wider
    }

    /// 儿子一家在深圳: whether a place lies neither in the region given for the document nor around it. What a bulletin of a
    /// district says of such a place it says in one sentence.
    private func isDistant(_ node: PlaceNode) -> Bool {
        guard resolver.level(of: resolver.region) >= .county, resolver.place(of: resolver.region) != nil,
            let place = resolver.listedPlace(of: node)
        else { return false }
        return !resolver.isRelated(place, to: resolver.region)
    }

    mutating func enterBlock(_ block: Block, _ text: Span<UInt8>) {
        if isDistant(next) { next = article }
        // A short line of a news digest is the headline of the next piece.
        if isNational, resolver.region != .none, block.kind == .paragraph, block.range.count <= 90,
            !text.has("。", before: block.range.upperBound)
        {
            next = article
        }
        mentions = resolved(block.range, within: next == .none ? article : next, text)
        inSentence = 0..<0
        // An article about a district gives examples of streets: each paragraph starts from the district again.
        isSection = isNumbered(block, text) && !opensWithPlace(block)
        // 📍跳蹬桥街道锦绣里社区: a line that is a place's name is what the lines under it are about.
        if block.kind == .paragraph || block.kind == .subheading {
            // 迎曦街道文昌里社区： over 寒假托管班开课啦: the title of its piece stands under it.
            if let own = placeLine(block, text) {
                heading = own
                headsTitle = true
            } else if block.kind == .subheading, !headsTitle {
                heading = .none
            } else {
                headsTitle = false
            }
        }
        if block.kind != .caption, heading != .none {
            next = heading
        } else if block.kind != .caption, resolver.level(of: article) <= .county && !carriesScene || isSection,
            !(isNational && tools.goesOn(block.range.lowerBound, text))
        {
            next = article
        }
        // ◎社区食堂“满月”: the headline of the next piece of a digest
        if heading == .none, opensPiece(block, text) { next = article }
        // What an article about a community says of its street, it says in one paragraph.
        if block.kind == .paragraph, resolver.level(of: article) == .community, next != article,
            isPlace(article, in: next)
        {
            next = article
        }
        // An article about a street gives examples, each in a paragraph or in a part of one, and goes on about the street.
        if block.kind == .paragraph,
            isPassing
                || resolver.level(of: article) == .street && next != article && isPlace(next, in: article)
                    && focusParagraph > 2 && block.range.count > 90
        {
            next = article
        }
        isPassing = false
        // 截至目前，…: a paragraph that sums up speaks of the article's place again.
        if block.kind == .paragraph, opensSummary(block, text) { next = article }
        // In such an article 社区 means the one that the paragraph named, or any.
        // The only one that the article has named so far stays meant.
        if resolver.level(of: article) <= .county, !carriesScene {
            let only = communities.count == 1 ? latest[.community] : nil
            latest.removeAll()
            latest[.community] = only
        }
        paragraph = next
        mentioned = .none
        thing = nil
        isFirst = true
        hasFigures = false
        isLed = false
        if block.kind == .paragraph { paragraphs += 1 }
        isFirstParagraph = paragraphs <= 1
        // A quotation at the head of a paragraph is about the place of whoever speaks, who is named behind it.
        if opensWithSpeech(block, text), let first = mentions.indices.first {
            let last = chainEnd(from: first, in: mentions)
            if mentions[first].mention.range.lowerBound - block.range.lowerBound < 400,
                resolver.level(of: mentions[last].node) >= .street,
                // 升平路社区居民宋女士 says what she sees, and not only at home
                !(["居民", "村民", "住户", "业主"] as [StaticString]).contains(where: {
                    text.has($0, at: mentions[last].mention.range.upperBound)
                }) || resolver.level(of: article) <= .county
            {
                next = mentions[last].node
                paragraph = next
                remember(next)
            }
        }
    }

    /// Whether a block begins with what somebody says, against the name in quotation marks of “和合”调解室.
    private func opensWithSpeech(_ block: Block, _ text: Span<UInt8>) -> Bool {
        guard text.has("“", at: block.range.lowerBound) else { return false }
        var position = block.range.lowerBound + 3
        var last = ScalarClass.other
        while position < block.range.upperBound {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .closeQuote { return [.sentenceEnd, .clauseEnd, .mark].contains(last) }
            last = classes[scalar]
            position += length
        }
        return true
    }

    /// The place of a line that names it and nothing else, or before what it announces: 土门坊街道：全过一遍筛子,
    /// 【涧河东街道】敲门行动.
    private func placeLine(_ block: Block, _ text: Span<UInt8>) -> PlaceNode? {
        guard let first = mentions.first, first.mention.range.lowerBound - block.range.lowerBound <= 8 else {
            return nil
        }
        let last = chainEnd(from: 0, in: mentions)
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

    private static let pieces: WordList = ["◎", "◆", "■", "●", "★", "☆", "◇", "□", "○", "❖", "◈", "※", "▶", "♣", "【"]

    /// A short line behind a bullet, which ends no sentence.
    private func opensPiece(_ block: Block, _ text: Span<UInt8>) -> Bool {
        block.kind == .paragraph && block.range.count <= 90
            && PlaceDiscourse.pieces.begins(in: text, at: block.range.lowerBound)
            && !text.has("。", before: block.range.upperBound) && !text.has("；", before: block.range.upperBound)
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

    mutating func remember(_ node: PlaceNode) {
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
        if isDistant(next) { next = article }
        // In the middle of a paragraph about a district an example ends with its sentence.
        if !isFirst, resolver.level(of: article) <= .county || isSection { next = isSection ? article : paragraph }
        // 平城区把七里村选作样板: in an article about a village what the district does is said in one sentence.
        if next != article, resolver.level(of: article) > .street, resolver.level(of: next) <= .county,
            isPlace(article, in: next)
        {
            next = article
        }
        if isNational, mentioned != .none || next != .none && next != resolver.region,
            tools.speaksOfCountry(sentence, text)
        {
            next = resolver.region
        }
        if let thing, opens(sentence, with: thing.name, text) { next = thing.node }
        inherited = text.has("”", before: sentence.upperBound) ? speaker(after: sentence) ?? next : next
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
        var membersStart = sentence.lowerBound
        var position = sentence.lowerBound
        var first = inSentence.upperBound
        while first < mentions.count, mentions[first].mention.range.lowerBound < sentence.lowerBound { first += 1 }
        var last = first
        while last < mentions.count, mentions[last].mention.range.upperBound <= sentence.upperBound { last += 1 }
        inSentence = first..<last
        var isSkipped = false
        if next != .none, next != resolver.region, !isNational || mentioned == .none { mentioned = next }
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
                || !isSkipped && !tools.isBracketed(mention, text)
                    && (tools.opensClause(mention.range.lowerBound, in: sentence, text) || tools.isAlso(mention, text)
                        || tools.isMade(mention, text) || isNational && tools.isHost(mention, text))
                    && !tools.isCompared(mention.range.lowerBound, sentence, text) && !tools.isOrganiser(mention, text)
                    && !tools.isOrigin(mention, text)
            guard isTopic, !tools.isExample(mention, text) else {
                if mention.link == .none, !isSkipped { members.removeAll(keepingCapacity: true) }
                continue
            }
            if mention.link != .narrows {
                topics += 1
                before = next
            }
            if mention.link != .lists || members.isEmpty {
                members.removeAll(keepingCapacity: true)
                membersStart = mention.range.lowerBound
            }
            members.append(node)
            next =
                tools.closesExamples(mention, of: members.count, text)
                ? resolver.parent(of: members[0])
                : members.count > 1 ? joined(members, from: membersStart, to: mention, text) : node
            if members.count == 1 { remember(node) }
            focusParagraph = paragraphs
            isPassing =
                !isFirst && !isFirstParagraph && resolver.level(of: article) == .street && next != article
                && isPlace(next, in: article)
            mentioned = next
            // 家住和平里社区的李奶奶: where somebody lives is not what an article about a street goes on about.
            if resolver.level(of: article) >= .street, text.has("住", before: mention.range.lowerBound) {
                next = before
            }
            // 洪家营社区卫生服务站迁建项目: a place before a noun is where that thing is, not what the text goes on about.
            if before != article || isSection || resolver.level(of: article) < .county, !isPlace(before, in: node),
                tools.isAttribute(mention.range.upperBound, sentence, text),
                !(isNational && tools.isHost(mention, text))
            {
                next = before
                thing = tools.thing(behind: mention.range.upperBound, sentence, text).map { (node, $0) }
            }
        }
        if let pointed = pointedAt(from: position, to: sentence.upperBound, text) { next = pointed }
        // 甲社区清理…；乙社区修补…。 each is told of in its part of the sentence, and the next goes on with what was before
        if topics > 1, resolver.level(of: next) > .street, inherited != .none, resolver.level(of: inherited) >= .street,
            next != inherited, !(isFirst && isFirstParagraph), let last = mentions[inSentence].last,
            !tools.isAlso(last.mention, text)
        {
            next = inherited
        }
        // 📊数说三月 全街道共开展…: a line about the whole ends what the headings before it were about.
        if isFirst, heading != .none, next != heading, isPlace(heading, in: next) { heading = .none }
    }

    /// 绿柳社区食堂满月。食堂面积280平方米: whether a sentence begins with the name of a thing.
    private func opens(_ sentence: Range<Int>, with name: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard name.count <= sentence.count else { return false }
        return name.indices.allSatisfy { text[$0] == text[sentence.lowerBound + $0 - name.lowerBound] }
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
            if !tools.isBracketed(mention, text), tools.bracketEnds(mention, before: position, text) {
                isSkipped = true
                continue
            }
            // 来自新加坡、韩国、意大利等国家
            if isPassedOver, mention.link == .lists || mention.link == .narrows && mention.level < .street { continue }
            isPassedOver = true
            if mention.link == .none {
                // 街道妇联在商学院社区举办…: where the subject, a place itself, does something.
                if members.count == 1, isHere(mention, node, of: members[0], sentence, text) {
                    isSkipped = true
                    continue
                }
                if tools.isCompared(mention.range.lowerBound, sentence, text) || tools.isExample(mention, text) {
                    continue
                }
                // 提升街巷5条，其中东八里社区2条；新建公园3座: the part alone
                if text.has("其中", before: mention.range.lowerBound), tools.endsPart(mention, before: position, text) {
                    continue
                }
                // 华北地区最大的算力中心落户门头沟
                if mentions[inSentence].count > 1, tools.ranks(mention, text) { continue }
                // 招聘会由四方坪南街道主办: who holds it, not where
                if tools.isOrganiser(mention, text) || tools.isOrigin(mention, text) { continue }
                // 巴彦淖尔农高区等平台获批: only streets and communities govern figures from within a phrase.
                if mention.level < .street, !tools.opensClause(mention.range.lowerBound, in: sentence, text),
                    !tools.locatesClause(mention, in: sentence, text), !tools.isNamedSubject(mention, text),
                    !tools.isMade(mention, text), !tools.counts(mention, at: position, text),
                    !tools.isHost(mention, text),
                    !(isNational && resolver.region != .none
                        && (isReporter || members.isEmpty && !tools.isObjectOf(mention, text)))
                {
                    continue
                }
            }
            // 新建龙盛苑社区食堂1处；为80户…: what a thing is called after does not reach over a semicolon.
            if members.isEmpty,
                mention.level == .zone && resolver.level(of: article) < .county
                    || mention.level >= .community
                        && (tools.isBracketed(mention, text)
                            || !tools.opensClause(mention.range.lowerBound, in: sentence, text)
                                && tools.isAttribute(mention.range.upperBound, sentence, text)),
                tools.hasSemicolon(mention.range.upperBound..<position, text)
            {
                continue
            }
            if mention.link != .lists || members.isEmpty {
                members.removeAll(keepingCapacity: true)
                membersStart = mention.range.lowerBound
            }
            members.append(node)
            isPassedOver = false
            isReporter = isNational && tools.reports(mention, before: position, text)
            place = members.count > 1 ? joined(members, from: membersStart, to: mention, text) : node
            // 街道在向阳沟、路家湾等5个社区建起…: examples, and the whole is the street's.
            if tools.closesExamples(mention, of: members.count, text) { place = resolver.parent(of: members[0]) }
            // Inside a phrase a name may belong to the thing alone.
            isNamed = mention.link != .none || tools.opensClause(mention.range.lowerBound, in: sentence, text)
        }
        if place == article, paragraph == article, isFirstParagraph,
            let later = laterName(than: position, in: sentence, text)
        {
            place = later
            isNamed = false
        }
        if let pointed = pointedAt(from: scanned, to: position, widens: true, text) {
            place = pointed
            isNamed = true
        }
        if let own = handedOut(members, behind: scanned, at: position, text) { place = own }
        if let described = described(behind: position, in: sentence, text) { place = described }
        if isNational, place == resolver.region, let scene = scene(behind: position, in: sentence, text) {
            place = scene
        }
        return (resolver.names(of: place), isNamed)
    }
}
