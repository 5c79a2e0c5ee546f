import Bulletins
import Facts
import Scanning
import Units

/// What an article has counted so far, for clauses that leave out what they count: 受理诉求80件，办结75件.
struct ItemMemory: Sendable {
    /// A figure of the paragraph, as far as others lean on it.
    struct Entry: Sendable {
        let item: String
        let unit: String
        let dimension: Dimension
        let status: Status
        let time: TimeExpression?
        let action: String?
        /// How many there were.
        let value: Number
        /// What named the item.
        let rule: String
        /// Whether it is a part of something counted before it.
        let isPart: Bool

        /// Whether it is what comes in a day or falls to each.
        let isAverage: Bool
        /// For each of what it is told: 每份.
        let per: String?

        private static let averages: WordList = ["日均", "月均", "人均", "户均", "平均"]

        /// Whether its item is that of the paragraph before.
        var isFromLead: Bool { rule == "item.lead" }

        init(_ reading: borrowing QuantityReading, unit: MeasureWord?, isPart: Bool) {
            item = reading.item
            value = reading.quantity.value
            self.unit = unit?.name ?? ""
            dimension = unit?.dimension ?? .count
            status = reading.status
            time = reading.time
            action = reading.action
            rule = reading.rule
            per = reading.per
            self.isPart = isPart
            isAverage = Entry.averages.begins(in: item.utf8Span.span, at: 0)
        }
    }

    /// What the paragraph has counted, in order.
    private(set) var entries: [Entry] = []
    /// What the last paragraph with figures counted: the rows under it may give figures alone (2022年：601个，7.2万户).
    private var lead: [Entry] = []
    /// What the article has counted last in each unit, wholes alone.
    ///
    /// A list, for an article counts in few units, and hashing one costs more than comparing all.
    private var counted: [(unit: String, item: String, first: String)] = []
    /// What each doing was done to, as far as the article has counted it.
    private var done: [(action: String, unit: String, item: String)] = []
    /// The heading that the paragraph stands under, or its own first words: 加装电梯 in 2.加装电梯。目标12部.
    var topic: String?
    /// What the article has last said that people bring up matters about: 停车和噪声 of 关于停车和噪声的意见.
    var matter: String?
    /// Whether the paragraph itself begins with what it is about: （一）欠费类诉求居高不下。共58件.
    private(set) var hasOwnTopic = false

    /// The works that the headline tells of: 供热管网改造 of 关于供热管网改造施工的通告.
    private(set) var works: String?

    /// Where the article begins in the text.
    private(set) var articleStart = 0

    /// How far back a clause may lean.
    static let reach = 12

    /// 共接到工单6842件，日均221件。其中投诉类3917件: what comes in a day is known to its own sentence alone, where all was counted too.
    mutating func enterSentence() {
        guard let last = entries.last, last.isAverage,
            entries.contains(where: { $0.unit == last.unit && !$0.isAverage && !$0.item.isEmpty })
        else { return }
        entries.removeLast()
    }

    /// A heading is the topic of the paragraphs under it; each paragraph counts anew.
    mutating func enter(_ block: Block) {
        // Rows say nothing of their own, and the next row leans on the same lead.
        if entries.contains(where: { !$0.isFromLead }) { swap(&lead, &entries) }
        if !entries.isEmpty { entries.removeAll(keepingCapacity: true) }
        hasOwnTopic = false
        if block.kind == .headline {
            articleStart = block.range.lowerBound
            topic = nil
            matter = nil
            works = nil
            lead = []
            counted.removeAll(keepingCapacity: true)
            done.removeAll(keepingCapacity: true)
        }
    }

    /// What the article has counted last in a unit: 矛盾纠纷 where 受理642件 opens a paragraph. What the same was done to before
    /// goes first.
    func countedInArticle(_ unit: String, doing action: String?) -> String? {
        // 检查单位1730家次 is known to 检查312家 as well
        let units = [unit, unit + "次"]
        if let action, let known = done.first(where: { $0.action == action && units.contains($0.unit) }) {
            return known.item
        }
        return counted.first { units.contains($0.unit) }?.item
    }

    /// What the article counted first in a unit, which later ones tell the kinds of: 群众诉求 before 噪声扰民2316件.
    func firstCountedInArticle(_ unit: String) -> String? { counted.first { $0.unit == unit }?.first }

    /// What the same was done to before, counted in the same unit: 管网 of 更换管网16公里 for 再更换20公里.
    func done(_ action: String, in unit: String) -> String? {
        done.first { $0.unit == unit && ($0.action.hasSuffix(action) || action.hasSuffix($0.action)) }?.item
    }

    /// What a sentence without figures at the head of a paragraph says that the paragraph is about, short as a heading; nil where
    /// it is none.
    @inline(__always)
    mutating func topic(
        in sentence: Range<Int>, of block: Block, _ text: Span<UInt8>, _ classes: ScalarClasses
    ) -> Range<Int>? {
        guard block.kind == .paragraph || block.kind == .subheading, sentence.count <= 75, entries.isEmpty else {
            return nil
        }
        return topic(opening: sentence, of: block, text, classes)
    }

    private mutating func topic(
        opening sentence: Range<Int>, of block: Block, _ text: Span<UInt8>, _ classes: ScalarClasses
    ) -> Range<Int>? {
        if text.has("？", before: sentence.upperBound) || text.has("?", before: sentence.upperBound) { return nil }
        var start = sentence.lowerBound
        // 2.加装电梯。, （三）平安建设。: without its number
        var position = start
        while position < sentence.upperBound {
            let (scalar, length) = text.scalar(at: position)
            position += length
            switch classes[scalar] {
            case .space:
                // 02　吃得起
                if position - length > start { start = position }
            case .digit, .hanDigit, .hanUnit, .openBracket: continue
            case .other where scalar == "是" && position - length > start:
                // 一是|口袋公园建设。
                start = position
                position = sentence.upperBound
            case .pause, .closeBracket: start = position
            case .mark where scalar == "." || scalar == "．": start = position
            default: position = sentence.upperBound
            }
        }
        // Without a number before it only a heading of its own is a topic: 除了吃，还有医。 is none.
        guard start > sentence.lowerBound || block.kind == .subheading else { return nil }
        var end = start
        while end < sentence.upperBound {
            let (scalar, length) = text.scalar(at: end)
            if [.sentenceEnd, .clauseEnd, .mark].contains(classes[scalar]) { break }
            end += length
        }
        guard end > start, end - start <= 60 else { return nil }
        // 三、存在问题, 【涧河东街道】: what kind of section it is, or where, names nothing that can be counted.
        if ItemMemory.sections.ends(in: text, at: end) {
            topic = nil
            return nil
        }
        // 用好力量，激活…; 织密一张网: what a section calls for
        if ItemMemory.slogans.begins(in: text, at: start) { return nil }
        return start..<end
    }

    /// What headings end with that say what kind of section follows.
    private static let sections: WordList = [
        "问题", "安排", "要求", "做法", "情况", "打算", "措施", "工作", "方式", "对象", "进度", "关键词", "街道", "社区", "】", "数据", "动态", "概况",
        "成效",
        "亮点",
    ]

    /// What the subjects of headings end with that only tell how well something goes.
    private static let praises: WordList = ["成效", "成果", "成绩", "效能", "水平", "氛围", "力度", "防线", "底色", "合力"]

    /// Words at the end of headings that only say that what stands before them is told kind by kind.
    private static let surveys: WordList = ["分布", "构成", "类型", "类别", "结构", "分类", "分析", "占比", "排名", "统计"]

    /// What slogans over a section begin with.
    private static let slogans: WordList = [
        "用好", "搭好", "守好", "抓好", "做好", "建好", "建强", "抓实", "做实", "做优", "做细", "织密", "强化", "优化", "深化", "突出", "聚焦", "坚持",
        "夯实",
        "激活", "凝聚", "筑牢", "压实", "绷紧", "把好", "下好", "打好", "答好", "念好", "唱好", "走好", "注重", "紧盯", "狠抓", "严把", "快速", "同心",
        "暖心",
    ]

    /// A heading is a topic by its subject: 欠薪问题 of 欠薪问题节前集中爆发. What is said in it, and not named, is none: 吃得起.
    mutating func noteTopic(_ tokens: [Token], _ text: Span<UInt8>) {
        var tokens = tokens[...]
        // 一把遮阳伞
        while let first = tokens.first, first.wordClass == .number || first.wordClass == .measure || first.isTime {
            tokens.removeFirst()
        }
        let isSaid = tokens.contains {
            $0.wordClass == .pronoun || $0.has(.aspect) || $0.wordClass == .particle && !$0.has(.de)
                // 积分有奔头, 桶边有人守
                || $0.has(.stock)
                // 划细|一|张网: nor one thing that is to be made, which stands for something else
                || $0.wordClass == .number && $0.start > (tokens.first?.start ?? 0)
                // 改造到位: nor what has been done
                || $0.kinds.contains(.finishing)
        }
        guard let first = tokens.first, !isSaid,
            tokens.contains(where: { [.noun, .verbalNoun, .suffix].contains($0.wordClass) })
        else {
            topic = nil
            return
        }
        hasOwnTopic = true
        let predicate = tokens.reversed().prefix {
            $0.isTime || [.adverb, .adjective, .idiom, .time, .verb].contains($0.wordClass) && $0.kind == .word
        }
        var subject = tokens
        if predicate.contains(where: { $0.isTime || $0.wordClass != .verb }), predicate.count < tokens.count {
            subject.removeLast(predicate.count)
        }
        if subject.count > 1, let last = subject.last, ItemMemory.surveys.contains(last.start..<last.end, of: text) {
            // 诉求|分布, 工单|类型: that they are told apart
            subject.removeLast()
        }
        let end = subject[subject.endIndex - 1].end
        // 打击整治成效|明显
        topic = ItemMemory.praises.ends(in: text, at: end) ? nil : text.string(ofDocument: first.start..<end)
    }

    private static let undertakings: WordList = ["改造", "整治", "治理", "建设", "修缮", "更新", "改扩建", "提升", "加固"]

    /// Whether a headline may tell of works.
    func mayHoldWorks(_ headline: Range<Int>, _ text: Span<UInt8>) -> Bool {
        works == nil && ItemMemory.undertakings.isFound(in: text, headline)
    }

    /// Takes the works that a headline tells of: what is done, with the thing right before it.
    mutating func noteWorks(_ tokens: [Token], _ text: Span<UInt8>) {
        guard
            let doing = tokens.indices.dropFirst().first(where: {
                ItemMemory.undertakings.contains(tokens[$0].start..<tokens[$0].end, of: text)
                    && tokens[$0 - 1].kind == .word && tokens[$0 - 1].wordClass == .noun
                    && tokens[$0 - 1].roles.isDisjoint(with: [.human, .body, .placeName])
            })
        else { return }
        var first = doing - 1
        while first > 0, tokens[doing].end - tokens[first - 1].start <= 24, tokens[first - 1].kind == .word,
            tokens[first - 1].wordClass == .noun || tokens[first - 1].wordClass == .attributive,
            tokens[first - 1].roles.isDisjoint(with: [.human, .body, .placeName, .agent, .determiner, .doer])
        { first -= 1 }
        let name = text.string(of: tokens[first...doing])
        if name.unicodeScalars.count > 3 { works = name }
    }

    /// What names the item of a figure with its own words.
    private static let plainRules: WordList = ["item.left", "item.right"]

    mutating func append(_ entry: Entry) {
        entries.append(entry)
        if !entry.isPart, !entry.item.isEmpty, ItemMemory.plainRules.contains(entry.rule) {
            if let action = entry.action {
                if let known = done.firstIndex(where: { $0.action == action && $0.unit == entry.unit }) {
                    done[known].item = entry.item
                } else if done.count < ItemMemory.reach {
                    done.append((action, entry.unit, entry.item))
                }
            }
            if let known = counted.firstIndex(where: { $0.unit == entry.unit }) {
                counted[known].item = entry.item
            } else {
                counted.append((entry.unit, entry.item, entry.item))
            }
        }
        if entries.count > ItemMemory.reach * 2 { entries.removeFirst(ItemMemory.reach) }
    }

    /// The last thing that was counted in this unit.
    ///
    /// - Parameter asWhole: whether parts are passed over, as for 其他 and for a place alone.
    func last(countedIn unit: String, dimension: Dimension, asWhole: Bool = false) -> String? {
        let near = asWhole ? entries.filter { !$0.isPart }.suffix(ItemMemory.reach) : entries.suffix(ItemMemory.reach)
        return near.last { $0.unit == unit && !$0.item.isEmpty }?.item
            ?? (dimension == .person ? near.last { $0.dimension == .person && !$0.item.isEmpty }?.item : nil)
    }

    /// What the paragraph has told the price of by the piece: 套餐 of 套餐每份12元 for 份.
    func priced(by unit: String) -> String? {
        entries.suffix(ItemMemory.reach).last { $0.dimension == .money && $0.per == "每" + unit && !$0.item.isEmpty }?
            .item
    }

    /// Whether what was last counted in the unit is a part of something: 其中，小区供暖31条.
    func isPart(lastCountedIn unit: String) -> Bool {
        entries.suffix(ItemMemory.reach).last { $0.unit == unit }?.isPart ?? false
    }

    /// What the paragraph before counted in this unit.
    func led(countedIn unit: String) -> Entry? {
        lead.last { $0.unit == unit && !$0.item.isEmpty && !$0.isPart }
            ?? lead.last { $0.unit == unit && !$0.item.isEmpty }
    }

    private static let tellers: WordList = ["街道", "社区", "镇", "乡", "村", "派出所", "办事处"]

    /// The words of a label are the topic of what follows it: 【租赁补贴】; but 【目标】 says nothing of what it is a target for.
    mutating func noteLabel(_ label: Range<Int>, _ text: Span<UInt8>) {
        for word in ["目标", "任务", "计划", "进展", "情况", "完成", "成效", "安排"] as [StaticString]
        where text.has(word, before: label.upperBound) { return }
        // 【先锋街道】: nor who is told of
        if ItemMemory.tellers.ends(in: text, at: label.upperBound) { return }
        if label.count <= 36, !label.isEmpty { topic = text.string(ofDocument: label) }
    }
}
