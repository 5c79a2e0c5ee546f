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
    private var resolver: PlaceResolver
    /// The place of the article: from kicker and headline, else the region given for the document.
    private var article: PlaceNode
    /// The last street and community that the article was about, for 街道 and 社区 as subjects.
    private var latest: [PlaceLevel: PlaceNode] = [:]
    /// The communities that the article has named.
    private var communities: [PlaceNode] = []
    /// The names of the article's blocks, and which of them stand in a block.
    private var found: [PlaceMention] = []
    private var foundIn: BlockNames
    /// The mentions of the block that is read, with their places.
    private var mentions: [(mention: PlaceMention, node: PlaceNode)] = []
    /// Those of them that stand in the sentence that is read.
    private var inSentence = 0..<0
    /// Where words may begin in it that point to a place.
    private var pointers: [Int] = []
    /// The place that the paragraph's first sentence was about.
    private var paragraph: PlaceNode
    /// Whether no paragraph of the article was read to its end.
    private var isFirstParagraph = true
    private var paragraphs = 0
    /// Whether the paragraph's first sentence is still to come.
    private var isFirst = true
    /// Whether the paragraph has named what it is about.
    private var isLed = false
    /// Whether the paragraph has given a figure.
    private var hasFigures = false
    /// Whether the block is a numbered point of a report, which speaks of the whole and names communities as examples.
    private var isSection = false
    /// The place of the line over the block that names nothing else.
    private var heading = PlaceNode.none
    /// The focus before the sentence that is read.
    private var inherited: PlaceNode
    /// The focus that the sentence leaves to the next one.
    private var next: PlaceNode

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

    private var lexicon: Lexicon { tools.lexicon }
    private var classes: ScalarClasses { tools.classes }

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

    private mutating func forgetFound() {
        found.removeAll(keepingCapacity: true)
        foundIn.removeAll()
    }

    /// 平城区分公司: a place inside the name of a firm or body is not what the text is about.
    private func isPartOfName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        for word in [
            "某", "分公司", "公司", "支行", "银行", "分行", "大学", "学院", "集团", "日报", "晚报", "晨报", "早报", "商报", "新闻网", "电视台", "融媒",
            "年鉴",
            "一中",
            "二中", "三中", "小学", "中学", "医院", "实验",
        ] as [StaticString]
        where text.has(word, at: mention.range.upperBound) {
            return true
        }
        // 大同市第五小学
        return mention.level <= .county && text.has("第", at: mention.range.upperBound)
    }

    /// “大庆e事办”, “北京鸭”: a short name inside quotation marks is a word of a brand.
    private func isQuotedName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.form == .short else { return false }
        let end = mention.range.upperBound
        if end < text.count, classes[text.scalar(at: end).value] == .latin { return true }
        guard mention.range.lowerBound > 0,
            classes[text.scalar(at: text.scalarStart(before: mention.range.lowerBound)).value] == .openQuote
        else { return false }
        var position = end
        while position < text.count, position - end < 36 {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .closeQuote { return true }
            if classes[scalar] != .other { return false }
            position += length
        }
        return false
    }

    /// 成立小区, 依托村, 去年社区: words of grammar before the suffix are no name; all counties and what is wider are listed,
    /// and a residential estate is a finer place than offices keep books of.
    private func isNoName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        // 2023-08-25 18:06 发表于四川: where a web page was written
        if text.has("发表于", before: mention.range.lowerBound) || followsClock(mention, text) { return true }
        guard mention.form == .unlisted else { return false }
        if mention.level <= .county || mention.level == .estate { return true }
        // 城镇, 乡镇: the name with its suffix is a word itself
        if let whole = lexicon.phrases.longestMatch(
            in: text, at: mention.range.lowerBound, end: mention.range.upperBound),
            whole.length == mention.range.count, mention.range.count <= 6, mention.range.count > mention.name.count
        {
            return true
        }
        if text.has("余名", at: mention.name.lowerBound) { return true }
        if isGrammar(mention, text) { return true }
        if text.has("前", before: mention.name.upperBound) || text.has("后", before: mention.name.upperBound),
            let verb = lexicon.phrases.longestMatch(
                in: text, at: mention.name.lowerBound, end: mention.name.upperBound - 3),
            verb.length > 3, [.verb, .verbalNoun].contains(lexicon.entries[Int(verb.value)].wordClass)
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
        if classes[first.value].startsNumeral, text.has("年", at: mention.name.lowerBound + first.length) { return true }
        // 200个样板村: what is counted
        if mention.name.lowerBound > 0, lexicon.isMeasure(text, at: mention.name.lowerBound),
            classes[text.scalar(at: text.scalarStart(before: mention.name.lowerBound)).value].startsNumeral
        {
            return true
        }
        for word in ["进", "回", "入", "到", "下"] as [StaticString] where text.has(word, before: mention.name.upperBound) {
            return true
        }
        if mention.link == .none,
            let whole = lexicon.phrases.longestMatch(
                in: text, at: mention.name.lowerBound, end: mention.name.upperBound),
            whole.length == mention.name.count
        {
            // 抓实社区队伍, 其中社区资金: one word of grammar, or a verb, is no name.
            let entry = lexicon.entries[Int(whole.value)]
            if [.verb, .adverb, .preposition, .conjunction, .pronoun, .time].contains(entry.wordClass)
                || entry.roles.contains(.part) || entry.roles.contains(.plan)
            {
                return true
            }
        }
        var position = mention.name.lowerBound
        while position < mention.name.upperBound {
            guard let word = lexicon.phrases.longestMatch(in: text, at: position, end: mention.name.upperBound) else {
                position += text.scalar(at: position).length
                continue
            }
            let entry = lexicon.entries[Int(word.value)]
            let long = word.length > 3
            // 水清沟, 朱家洼: characters one by one may mean anything.
            if long, entry.wordClass == .verb, !entry.roles.isEmpty { return true }
            if long, [.preposition, .adverb, .time, .pronoun, .conjunction].contains(entry.wordClass) {
                return true
            }
            // 中心和社区养老服务站; 和平里 begins with the character and is a word
            if entry.wordClass == .conjunction, position == mention.name.lowerBound || word.length == 3 { return true }
            position += word.length
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
        // 2025年城镇, 全年城镇: 城镇 is a word, and what stands before it is none of its name.
        if text.has("城", before: last), text.has("镇", at: last) {
            if text.has("年", at: first) || text.has("全", at: first) { return true }
            if let word = lexicon.phrases.longestMatch(in: text, at: first, end: last - 3),
                word.length == last - 3 - first,
                lexicon.entries[Int(word.value)].wordClass != .noun
            {
                return true
            }
        }
        for word in ["季度", "半年", "期间", "目前", "全年"] as [StaticString] where text.has(word, before: last) { return true }
        for word in ["是", "这", "那", "为", "有", "算", "各"] as [StaticString]
        where text.has(word, before: first) && lexicon.isMeasure(text, at: first) { return true }
        for word in ["由", "在", "与", "为", "把", "被", "让", "给", "向", "对", "各", "该", "和", "是"] as [StaticString]
        where text.has(word, before: last) && last - first > 3 { return true }
        return false
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
        var total = 0
        var context = article
        if context == .none { context = listedCounty(of: blocks, text) }
        var main = context
        var streets: [PlaceNode] = []
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
                total += 1
                if topics.isEmpty { isLead = isFirstBlock(block, of: blocks) }
                topics.append(entry.node)
                if resolver.level(of: entry.node) == .street {
                    context = entry.node
                    if !streets.contains(entry.node) { streets.append(entry.node) }
                }
                var node = entry.node
                while node != .none {
                    if counts[node] == nil { order.append(node) }
                    counts[node, default: 0] += 1
                    node = resolver.parent(of: node)
                }
            }
        }
        // An article of one street is about it, however many communities it names beside it.
        if resolver.region == .none, streets.count == 1, isAlone(streets[0], of: topics) { main = streets[0] }
        if total == 0 { return main }
        for node in order where 4 * (counts[node] ?? 0) >= 3 * total {
            // One community named somewhere in the middle is an example.
            if resolver.level(of: node) > .street, counts[node] == 1, !isLead { continue }
            if main == .none || resolver.level(of: node) > resolver.level(of: main) { main = node }
        }
        return main
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
        isSection = isNumbered(block, text)
        // 📍跳蹬桥街道锦绣里社区: a line that is a place's name is what the lines under it are about.
        if block.kind == .paragraph || block.kind == .subheading {
            if let own = placeLine(block) {
                heading = own
            } else if block.kind == .subheading {
                heading = .none
            }
        }
        if block.kind != .caption, resolver.level(of: article) <= .county || isSection {
            next = heading == .none ? article : heading
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

    /// The place that a line names and nothing else.
    private func placeLine(_ block: Block) -> PlaceNode? {
        guard let first = mentions.first, let last = mentions.last,
            last.mention.link == .narrows || mentions.count == 1, resolver.level(of: last.node) >= .street,
            block.range.upperBound - last.mention.range.upperBound <= 3,
            first.mention.range.lowerBound - block.range.lowerBound <= 8
        else { return nil }
        return last.node
    }

    /// （二）抓民生, 1.加快…, ——主动发现: a point of a list.
    private func isNumbered(_ block: Block, _ text: Span<UInt8>) -> Bool {
        var position = block.range.lowerBound
        for mark in ["——", "●", "■", "◆", "★", "▪", "•", "①", "②", "③", "④", "⑤", "⑥", "【", "·", "▶", "♣"]
            as [StaticString]
        where text.has(mark, at: position) { return block.kind == .paragraph }
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

    private func opensSummary(_ block: Block, _ text: Span<UInt8>) -> Bool {
        for word in ["截至", "据统计", "数据显示", "据悉", "据了解", "据介绍"] as [StaticString]
        where text.has(word, at: block.range.lowerBound) { return true }
        return false
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
        if next != article, resolver.level(of: article) > .street, isPlace(article, in: next) { next = article }
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
                || !isSkipped && opensClause(mention.range.lowerBound, in: sentence, text)
                    && !isCompared(mention.range.lowerBound, sentence, text)
            guard isTopic, !isExample(mention, text) else {
                if mention.link == .none, !isSkipped { members = [] }
                continue
            }
            let before = next
            if mention.link != .narrows { topics += 1 }
            if mention.link == .lists { members.append(node) } else { members = [node] }
            next =
                closesExamples(mention, text)
                ? resolver.parent(of: members[0]) : members.count > 1 ? resolver.join(members) : node
            if members.count == 1 { remember(node) }
            // 洪家营社区卫生服务站迁建项目: a place before a noun is where that thing is, not what the text goes on about.
            if before != article || isSection || resolver.level(of: article) < .county, !isPlace(before, in: node),
                isAttribute(mention.range.upperBound, sentence, text)
            {
                next = before
            }
        }
        if let pointed = pointedAt(from: position, to: sentence.upperBound, text) { next = pointed }
    }

    /// 推广文艺路街道做法: whose practice it is, not where something happens.
    private func isExample(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        for word in ["做法", "经验", "模式", "样板", "的做法", "的经验", "的模式"] as [StaticString]
        where text.has(word, at: mention.range.upperBound) { return true }
        return false
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

    /// Whether a noun stands right behind a place, other than an officer or body that speaks for it.
    private func isAttribute(_ end: Int, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard end < sentence.upperBound, classes[text.scalar(at: end).value] == .other else { return false }
        for word in ["党", "书记", "主任", "居民", "网格", "居委", "办事处", "纪", "工委", "社工", "志愿者", "辖区", "位于", "地处", "内", "里"]
            as [StaticString] where text.has(word, at: end)
        { return false }
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
            if mention.link == .none {
                // 街道妇联在商学院社区举办…: where the subject, a place itself, does something.
                if members.count == 1, isHere(mention, node, of: members[0], sentence, text) {
                    isSkipped = true
                    continue
                }
                if isCompared(mention.range.lowerBound, sentence, text) || isExample(mention, text) { continue }
                // 巴彦淖尔农高区等平台获批: only streets and communities govern figures from within a phrase.
                if mention.level < .street, !opensClause(mention.range.lowerBound, in: sentence, text) { continue }
            }
            // 新建龙盛苑社区食堂1处；为80户…: what a thing is called after does not reach over a semicolon.
            if members.isEmpty, mention.level >= .community,
                !opensClause(mention.range.lowerBound, in: sentence, text),
                isAttribute(mention.range.upperBound, sentence, text),
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

    /// 学士社区位于含浦南街道中部, 隶属成都市成华区
    private func locates(before position: Int, _ text: Span<UInt8>) -> Bool {
        for word in ["位于", "地处", "坐落于", "坐落在", "隶属", "隶属于", "属于", "属", "东临", "西临", "南临", "北临"] as [StaticString]
        where text.has(word, before: position) { return true }
        return false
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

    private func opensClause(_ position: Int, in range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard position > range.lowerBound else { return true }
        let before = text.scalarStart(before: position)
        switch classes[text.scalar(at: before).value] {
        case .clauseEnd, .sentenceEnd, .openQuote, .openBracket, .closeBracket, .mark, .space: return true
        default: break
        }
        // 去年，…；今年金牛区…; 走进…; 家住…; 据…消息
        for word in [
            "日", "在", "住", "中", "年", "月", "以来", "目前", "据", "从", "进", "到", "由", "期间", "位于", "如今", "当前", "随后", "近期",
            "这是", "走进", "来到", "放眼", "所在的",
        ] as [StaticString] where text.has(word, before: position) { return true }
        return false
    }

    // MARK: words that point

    /// Words that point to a place of a level.
    private static let deictic: [(word: StaticString, level: PlaceLevel)] = [
        ("区里", .county), ("县里", .county), ("市里", .prefecture), ("全省", .province), ("我省", .province), ("省里", .province),
        ("全市", .prefecture), ("我市", .prefecture), ("全区", .county),
        ("我区", .county),
        ("该区", .county), ("全县", .county), ("我县", .county), ("该县", .county), ("全街道", .street), ("该街道", .street),
        ("全街", .street), ("全镇", .street), ("该镇", .street), ("全乡", .street), ("该乡", .street), ("我街道", .street),
        ("该社区", .community), ("全社区", .community), ("全村", .community), ("该村", .community), ("我社区", .community),
        ("我村", .community), ("各社区", .street), ("各村", .street), ("各街道", .county), ("各镇街", .county), ("各乡镇", .county),
    ]

    /// Bodies that stand for their place where they are the subject: 街道投入…, 社区每周….
    private static let bodies: [(word: StaticString, level: PlaceLevel)] = [
        ("街道", .street), ("镇里", .street), ("社区里", .community), ("社区", .community), ("村里", .community),
        ("村上", .community),
    ]

    /// The place that the last pointing word of a stretch means; the stretch between mentions that overlap is empty.
    ///
    /// - Parameter widens: whether 全省 may mean the province of a text that names only its district.
    private mutating func pointedAt(
        from start: Int, to end: Int, widens: Bool = false, _ text: Span<UInt8>
    ) -> PlaceNode? {
        guard start < end else { return nil }
        let range = start..<end
        var place: PlaceNode?
        func isMeasure(_ position: Int) -> Bool {
            // 比全市园区平均水平高出…
            for word in ["比", "高于", "低于", "优于", "占", "较", "居", "列"] as [StaticString]
            where text.has(word, before: position) { return true }
            return false
        }
        for position in pointers where range.contains(position) {
            switch text.scalar(at: position).value {
            case 0x533A, 0x53BF, 0x5E02, 0x7701:
                // 从区里看, 放眼区里; but 社区里 and 小区里
                // 区级领导, 区环卫处负责人说: at the head of a clause the district's own people speak of the district.
                let opens = opensClause(position, in: range, text) && isOfficial(position, text)
                guard opens || text.has("从", before: position) || text.has("放眼", before: position) else { break }
                if opens {
                    let level: PlaceLevel =
                        text.has("市", at: position) ? .prefecture : text.has("省", at: position) ? .province : .county
                    if let found = referent(level, widens: widens) { place = found }
                    break
                }
                for (word, level) in PlaceDiscourse.deictic where text.has(word, at: position) {
                    if let found = referent(level, widens: widens) { place = found }
                }
            case 0x5168, 0x6211, 0x8BE5, 0x5404:
                if isMeasure(position) { break }
                for (word, level) in PlaceDiscourse.deictic where text.has(word, at: position) {
                    // 高于全市平均水平, 在全省推广: only a subject points to what is wider than all the text has named.
                    if let found = referent(
                        level, widens: widens && opensClause(position, in: range, text))
                    {
                        place = found
                    }
                }
            case 0x8857, 0x9547, 0x793E, 0x6751:
                for (word, level) in PlaceDiscourse.bodies where text.has(word, at: position) {
                    if isEarly(position, text), isSubject(position, word.utf8CodeUnitCount, in: range, text),
                        let found = referent(level, widens: widens)
                    {
                        place = found
                    }
                }
            default: break
            }
        }
        return place
    }

    /// 区级领导, 区民政局负责人; but 区级财政 is where money comes from
    private func isOfficial(_ position: Int, _ text: Span<UInt8>) -> Bool {
        let next = position + 3
        if text.has("级领导", at: next) { return true }
        var scan = next
        for _ in 0..<9 where scan < text.count {
            let (scalar, length) = text.scalar(at: scan)
            if text.has("负责人", at: scan) || text.has("有关人士", at: scan) { return true }
            guard classes[scalar] == .other else { return false }
            scan += length
        }
        return false
    }

    /// 全 我 该 各 区 县 市 省 街 镇 社 村: the characters with which pointing words begin.
    static let pointingScalars: Set<UInt32> = [
        0x5168, 0x6211, 0x8BE5, 0x5404, 0x533A, 0x53BF, 0x5E02, 0x7701, 0x8857, 0x9547, 0x793E, 0x6751,
    ]

    /// The nearest place of a level: in the chain of the place that the text is about, else the last one named.
    private mutating func referent(_ level: PlaceLevel, widens: Bool) -> PlaceNode? {
        for start in [inherited, article, resolver.region] {
            var node = start
            while node != .none {
                let own = resolver.level(of: node)
                if own == level || level == .county && own == .zone { return node }
                // 全市 in an article about a city that is a county by rank.
                if level == .prefecture, own == .county, resolver.names(of: node).last?.hasSuffix("市") ?? false {
                    return node
                }
                node = resolver.parent(of: node)
            }
        }
        if widens, level < .county, let wider = resolver.listedAncestor(of: article, at: level) { return wider }
        return level >= .county ? latest[level] : nil
    }

    /// Whether the position stands in the first two clauses of its sentence, where subjects are that the text goes on with.
    private func isEarly(_ position: Int, _ text: Span<UInt8>) -> Bool {
        var scan = position
        var marks = 0
        var scalars = 0
        while scan > 0, scalars < 60 {
            scan = text.scalarStart(before: scan)
            switch classes[text.scalar(at: scan).value] {
            case .sentenceEnd: return true
            case .clauseEnd where text.has("；", at: scan): return true
            case .clauseEnd: marks += 1
            default: break
            }
            if marks > 1 { return false }
            scalars += 1
        }
        return true
    }

    /// Whether the body is the subject of its clause: at its head, with a verb, an adverb or an officer behind it.
    private func isSubject(_ position: Int, _ length: Int, in range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        if position > 0 {
            let before = classes[text.scalar(at: text.scalarStart(before: position)).value]
            guard
                before != .other || text.has("年", before: position) || text.has("以来", before: position)
                    || text.has("目前", before: position) || text.has("月", before: position)
                    || text.has("如今", before: position) || text.has("现在", before: position)
                    || text.has("眼下", before: position) || text.has("同时", before: position)
            else { return false }
            if before == .hanDigit || before == .digit || before == .hanUnit || before == .vague { return false }
        }
        let end = position + length
        for word in [
            "党委", "党总支", "党工委", "书记", "主任", "网格员", "负责人", "共有", "现有", "还", "又", "将", "妇联", "残联", "工会", "团工委", "武装部",
            "综合",
            "综治", "司法所", "城管", "民政", "应急", "文化站", "便民", "财政", "机关", "商会", "人大", "执法", "平安", "相关负责人", "的", "一",
        ] as [StaticString]
        where text.has(word, at: end) { return true }
        guard let match = lexicon.phrases.longestMatch(in: text, at: end, end: min(text.count, end + 18)) else {
            return false
        }
        let entry = lexicon.entries[Int(match.value)]
        switch entry.wordClass {
        case .verb: return match.length > 3 || !entry.roles.isEmpty
        case .verbalNoun: return entry.roles.contains(.transitive) && entry.roles.contains(.light)
        case .adverb, .preposition, .time, .pronoun, .conjunction: return true
        default: return false
        }
    }

    /// Whether the place is only what something is measured against or directed to.
    private func isCompared(_ start: Int, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        for word in [
            "高于", "低于", "比", "较", "占", "对", "与", "向", "全国", "来自", "赴", "前往", "等", "优于", "位居", "居", "列", "毗邻", "紧邻",
            "支援", "谋划进", "销往", "发往",
        ]
            as [StaticString]
        where text.has(word, before: start) { return true }
        return false
    }
}

/// Where a sentence names a place, and whether the gazetteer knows the name.
struct PlaceName {
    let range: Range<Int>
    let isListed: Bool
}
