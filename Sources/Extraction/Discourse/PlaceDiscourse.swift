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
        for (index, mention) in found.enumerated() where !opensWithVerb(mention, text) {
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

    /// 成立小区: a verb before the suffix is no name.
    private func opensWithVerb(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.form == .unlisted,
            let word = lexicon.phrases.longestMatch(in: text, at: mention.name.lowerBound, end: mention.name.upperBound)
        else { return false }
        let entry = lexicon.entries[Int(word.value)]
        return entry.wordClass == .verb && !entry.roles.isEmpty
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
        guard resolver.region == .none || document.region == ["全国"] else { return }
        if document.region == ["全国"] { return }
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
            || text.has("日", before: position) || text.has("在", before: position)
    }

    // MARK: the place of a figure

    private static let deictic: [(StaticString, PlaceLevel)] = [
        ("全省", .province), ("全市", .prefecture), ("全区", .county), ("全县", .county), ("全街道", .street), ("全镇", .street),
        ("该街道", .street),
        ("该社区", .community), ("全乡", .street), ("该区", .county), ("我区", .county), ("我市", .prefecture), ("该县", .county),
    ]

    mutating func place(of position: Int, in sentence: Range<Int>, block: Block, _ text: Span<UInt8>) -> [String] {
        var place = blockPlace
        var placeEnd = sentence.lowerBound
        var members: [PlaceNode] = []
        for (mention, node) in mentions
        where mention.range.lowerBound >= sentence.lowerBound && mention.range.upperBound <= position {
            if compared(mention.range.lowerBound, sentence, text), mention.link == .none { continue }
            if mention.link == .lists { members.append(node) } else { members = [node] }
            place = members.count > 1 ? resolver.join(members) : node
            placeEnd = mention.range.upperBound
        }
        var scan = placeEnd
        while scan < position {
            for (word, level) in PlaceDiscourse.deictic where text.has(word, at: scan) {
                let wider = resolver.ancestor(of: article, atMost: level)
                if wider != .none { place = wider }
            }
            scan += text.scalar(at: scan).length
        }
        return resolver.names(of: place)
    }

    /// Whether the place is only what something is measured against or directed to.
    private func compared(_ start: Int, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        for word in ["高于", "低于", "比", "较", "占", "对", "与", "向", "全国", "从", "由"] as [StaticString]
        where text.has(word, before: start) { return true }
        return false
    }
}
