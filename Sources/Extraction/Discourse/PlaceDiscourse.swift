import Bulletins
import Places
import Scanning

/// Follows the place that the text is about: the article's, the paragraph's, and what a sentence names itself.
struct PlaceDiscourse {
    private let document: Document
    private let recognizer: PlaceRecognizer
    private let lexicon: Lexicon
    private var resolver: PlaceResolver
    /// The place of the article: from kicker and headline, else the one that it names most often.
    private var article: PlaceNode
    /// The mentions of the block that is read, with their places.
    private var mentions: [(mention: PlaceMention, node: PlaceNode)] = []
    private var blockPlace: PlaceNode

    init(document: Document, recognizer: PlaceRecognizer, lexicon: Lexicon) {
        self.lexicon = lexicon
        self.document = document
        self.recognizer = recognizer
        resolver = PlaceResolver(recognizer: recognizer, region: document.region.joined())
        article = resolver.region
        blockPlace = resolver.region
    }

    private mutating func resolved(_ range: Range<Int>, within context: PlaceNode, _ text: Span<UInt8>) -> [(
        mention: PlaceMention, node: PlaceNode
    )] {
        var found: [PlaceMention] = []
        recognizer.appendMentions(in: text, range: range, to: &found)
        var node = PlaceNode.none
        var result: [(mention: PlaceMention, node: PlaceNode)] = []
        for (index, mention) in found.enumerated() where !isNoName(mention, text) {
            // 大同市平城区分公司: the whole chain belongs to the firm's name.
            var last = index
            while last + 1 < found.count, found[last + 1].link == .narrows { last += 1 }
            if isPartOfName(found[last], text) { continue }
            node = resolver.resolve(mention, after: node, within: context, in: text)
            result.append((mention, node))
        }
        return result
    }

    /// 平城区分公司: a place inside the name of a firm or body is not what the text is about.
    private func isPartOfName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        for word in ["分公司", "公司", "支行", "银行", "分行", "大学", "学院", "集团"] as [StaticString]
        where text.has(word, at: mention.range.upperBound) {
            return true
        }
        return false
    }

    /// 成立小区, 依托村, 去年社区: words of grammar before the suffix are no name; all counties and what is wider are listed,
    /// and a residential estate is a finer place than offices keep books of.
    private func isNoName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.form == .unlisted else { return false }
        if mention.level <= .county || mention.level == .estate { return true }
        var position = mention.name.lowerBound
        while position < mention.name.upperBound {
            guard let word = lexicon.phrases.longestMatch(in: text, at: position, end: mention.name.upperBound) else {
                position += text.scalar(at: position).length
                continue
            }
            let entry = lexicon.entries[Int(word.value)]
            let long = word.length > 3
            if entry.wordClass == .verb, !entry.roles.isEmpty { return true }
            if long, [.preposition, .adverb, .time, .pronoun].contains(entry.wordClass) { return true }
            if [.conjunction, .measure].contains(entry.wordClass) { return true }
            position += word.length
        }
        return false
    }

    // MARK: articles and blocks

    mutating func enterArticle(number: Int, _ text: Span<UInt8>) {
        article = resolver.region
        guard let current = document.articles.first(where: { $0.number == number }) else { return }
        let blocks = document.blocks[current.blocks]
        for kind in [Block.Kind.kicker, .headline] {
            for block in blocks where block.kind == kind {
                if let last = resolved(block.range, within: resolver.region, text).last {
                    article = last.node
                    return
                }
            }
        }
        // The place that the article names most often, its own repetitions of a wider one not counted.
        var counts: [PlaceNode: Int] = [:]
        var order: [PlaceNode] = []
        for block in blocks where block.kind == .paragraph || block.kind == .subheading {
            let all = resolved(block.range, within: article, text)
            for (index, entry) in all.enumerated() {
                if index + 1 < all.count, all[index + 1].mention.link == .narrows { continue }
                if counts[entry.node] == nil { order.append(entry.node) }
                counts[entry.node, default: 0] += 1
            }
        }
        guard resolver.region == .none, document.region.isEmpty else { return }
        if let best = order.max(by: { (counts[$0] ?? 0) < (counts[$1] ?? 0) }),
            (counts[best] ?? 0) > 1 || order.count == 1
        {
            article = best
        }
    }

    mutating func enterBlock(_ block: Block, _ text: Span<UInt8>) {
        mentions = resolved(block.range, within: article, text)
        blockPlace = article
        // A place that opens a paragraph is what the paragraph is about.
        guard block.kind == .paragraph, let first = mentions.first else { return }
        var clause = block.range.lowerBound
        while clause < first.mention.range.lowerBound {
            if text.has("。", at: clause) { return }
            clause += text.scalar(at: clause).length
        }
        var index = 0
        while index + 1 < mentions.count, mentions[index + 1].mention.link == .narrows { index += 1 }
        if opensClause(first.mention.range.lowerBound, in: block.range, text) { blockPlace = mentions[index].node }
    }

    private func opensClause(_ position: Int, in range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        position == range.lowerBound || text.has("，", before: position) || text.has(",", before: position)
            || text.has("：", before: position)
            || text.has("；", before: position) || text.has("日", before: position) || text.has("在", before: position)
            || text.has("住", before: position) || text.has("中", before: position) || text.has("“", before: position)
            || text.has("——", before: position)
    }

    // MARK: the place of a figure

    /// Words that point back to a wider place, with the ending of its name: 全市 in an article about 井冈山市 is that city.
    private static let deictic: [(word: StaticString, ending: String)] = [
        ("全省", "省"), ("我省", "省"), ("全市", "市"), ("我市", "市"), ("全区", "区"), ("我区", "区"), ("该区", "区"), ("全县", "县"),
        ("我县", "县"),
        ("该县", "县"), ("全街道", "街道"), ("该街道", "街道"), ("全镇", "镇"), ("该镇", "镇"), ("全乡", "乡"), ("该社区", "社区"), ("全村", "村"),
    ]

    private func wider(endingIn ending: String) -> PlaceNode? {
        var node = article
        while node != .none {
            if resolver.names(of: node).last?.hasSuffix(ending) ?? false { return node }
            node = resolver.parent(of: node)
        }
        return nil
    }

    mutating func place(of position: Int, in sentence: Range<Int>, block: Block, _ text: Span<UInt8>) -> [String] {
        var place = speaker(of: position, block: block, text) ?? blockPlace
        var placeEnd = sentence.lowerBound
        var members: [PlaceNode] = []
        for (mention, node) in mentions
        where mention.range.lowerBound >= sentence.lowerBound && mention.range.upperBound <= position {
            // Only what opens its clause, or stands where something happens, is what the sentence is about.
            let about = mention.link != .none || opensClause(mention.range.lowerBound, in: sentence, text)
            if !about || mention.link == .none && compared(mention.range.lowerBound, sentence, text) { continue }
            if mention.link == .lists { members.append(node) } else { members = [node] }
            place = members.count > 1 ? resolver.join(members) : node
            placeEnd = mention.range.upperBound
        }
        var scan = placeEnd
        while scan < position {
            for (word, ending) in PlaceDiscourse.deictic where text.has(word, at: scan) {
                if let wider = wider(endingIn: ending) { place = wider }
            }
            scan += text.scalar(at: scan).length
        }
        return resolver.names(of: place)
    }

    /// The place of whoever says a paragraph that opens with a quotation: “…14个网格…。”玉泉西路社区党委书记说.
    private func speaker(of position: Int, block: Block, _ text: Span<UInt8>) -> PlaceNode? {
        guard text.has("“", at: block.range.lowerBound) else { return nil }
        var scan = position
        while scan < block.range.upperBound, !text.has("”", at: scan) { scan += text.scalar(at: scan).length }
        guard
            let first = mentions.firstIndex(where: {
                $0.mention.range.lowerBound >= scan && $0.mention.range.lowerBound < scan + 12
            })
        else {
            return nil
        }
        var last = first
        while last + 1 < mentions.count, mentions[last + 1].mention.link == .narrows { last += 1 }
        return mentions[last].node
    }

    /// Whether the place is only what something is measured against or directed to.
    private func compared(_ start: Int, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        for word in ["高于", "低于", "比", "较", "占", "对", "与", "向", "全国", "从", "由"] as [StaticString]
        where text.has(word, before: start) { return true }
        return false
    }
}
