import Bulletins
import Places
import Scanning

/// Follows the place that the text is about.
///
/// A place named as the subject of a sentence, or as where something happens, stays the focus of the sentences after it
/// until another one takes over, the text points back (该街道, 全区), or a summary speaks of the article's own place. A
/// place named elsewhere in a sentence governs the figures behind it in that sentence alone.
///
/// What is asked for each block, sentence or name is marked to be inlined: a call would have the whole discourse copied, half
/// a kilobyte each time.
struct PlaceDiscourse: ~Copyable {
    let articles: [Article]
    let blocks: [Block]
    let title: String?
    let tools: ReadingTools
    var resolver: PlaceResolver
    /// Whether the text is of the whole country, whose places are examples.
    var isNational: Bool
    /// Whether the document, of which no region is given or told, has stories of many provinces and countries.
    let isNewscast: Bool
    /// The park, works estate or business quarter that the article has named last, and where its name stands, for 园区.
    var park: (node: PlaceNode, name: Range<Int>)?
    /// The place of the article: from kicker and headline, else the region given for the document.
    var article: PlaceNode
    /// The person whose portrait the article is, where the headline names him, and whose place is the article's.
    var hero: Range<Int>?
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
    /// Where the article names quarters that only tell things apart: 五星片区 of 五星片区安置房8栋.
    var quarters: [Range<Int>] = []
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
    /// Whether a bracket closes in it, which few sentences hold.
    var closesBracket = false
    /// The place that the paragraph's first sentence was about.
    var paragraph: PlaceNode
    /// Whether no paragraph of the article was read to its end.
    var isFirstParagraph = true
    var paragraphs = 0
    /// Whether the paragraph's first sentence is still to come.
    var isFirst = true
    /// Whether the sentence that is read, or whose figures are, is the first of its paragraph.
    var opensParagraph = true
    /// Whether the paragraph has named what it is about.
    var isLed = false
    /// Whether an article whose headline names no place opens with a scene: the focus goes on from one paragraph to the next.
    var carriesScene = false
    /// Whether the focus is a place that a later sentence of a later paragraph brought up.
    var isPassing = false
    /// The number of the paragraph that brought up the focus.
    var focusParagraph = 0
    /// The first figures of an article about a street, for 57条意见中.
    var counted: [(node: PlaceNode, start: Int)] = []
    /// Where the sentence before tells that something is built, which the text may go on to call 项目.
    var site = PlaceNode.none
    /// Whether the first paragraph of an article about a street counts what all of it has.
    var tellsOfWhole = false
    /// The place with which the first line of a list began whose lines have pictures before them.
    var pictured: PlaceNode?
    /// Whether a quotation goes on behind the sentence that was read last.
    var isInSpeech = false
    /// Whether the paragraph has given a figure.
    var hasFigures = false
    /// Whether the block is a numbered point of a report, which speaks of the whole and names communities as examples.
    var isSection = false
    /// The block before the one that is read.
    var lastBlock = 0..<0
    /// The place of the line over the block that names nothing else.
    var heading = PlaceNode.none
    /// How the line over the block is marked as one of several, so that the next one ends it.
    var headingMark = HeadingMark.none
    /// Whether the block before is such a line.
    var headsTitle = false
    /// The district whose own people tell what the block tells.
    var reported = PlaceNode.none
    /// The last thing that the block called after its place, and that place: 绿柳社区|食堂.
    var thing: (node: PlaceNode, name: Range<Int>)?
    /// The last thing that the article has called after a community or zone, for 该食堂.
    var called: (node: PlaceNode, name: Range<Int>)?
    /// Where somebody is of whom a paragraph has told, and which paragraph that is: 光熙苑社区网格员周丽.
    var person: (place: PlaceNode, paragraph: Int)?
    /// What the article has called by a name of its own in quotation marks, and the community where it is: 光熙苑社区的“枫巷夜集”.
    var named: [(node: PlaceNode, name: Range<Int>)] = []
    /// The wider place of which the sentence before has told in passing.
    var passed = PlaceNode.none
    /// The focus before the sentence that is read.
    var inherited: PlaceNode
    /// The focus that the sentence leaves to the next one.
    var next: PlaceNode

    /// Whether the region was given for the document, and not told from its text.
    let isRegionGiven: Bool

    /// The names that a scout has recognized in the document before.
    var recognized: RecognizedNames

    /// - Parameter isScout: whether it only looks for the region of which the document tells, and reads no story.
    init(
        document: Document, region: [String], recognized: RecognizedNames, isScout: Bool = false, tools: ReadingTools
    ) {
        self.recognized = recognized
        isRegionGiven = !document.region.isEmpty
        articles = document.articles
        blocks = document.blocks
        title = document.title
        self.tools = tools
        isNewscast = !isScout && region.isEmpty && tools.isNewscast(document)
        resolver = PlaceResolver(recognizer: tools.recognizer, region: region.joined())
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
        // Most blocks name none.
        return names.isEmpty ? [] : resolved(names, of: range, within: context, text)
    }

    private mutating func resolved(
        _ names: Range<Int>, of range: Range<Int>, within context: PlaceNode, _ text: Span<UInt8>
    ) -> [(mention: PlaceMention, node: PlaceNode)] {
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
                !tools.opensFirm(behind: part, text),
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
        guard resolver.level(of: resolver.region) >= .prefecture, resolver.listedPlace(of: resolver.region) != nil,
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
}
