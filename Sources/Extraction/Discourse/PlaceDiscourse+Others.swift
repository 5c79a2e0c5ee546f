import Places
import Scanning

/// Places that a clause names beside the one that it is about: partners, where people come from, where something settles.
extension PlaceDiscourse {
    private static let partnerings: WordList = ["联合", "会同", "携手", "联手", "协同", "联动", "牵手", "携", "联袂", "携同", "邀请", "请来"]

    /// 康宁社区联合惠民社区…: a place that another one, named before it in the clause, does something with.
    func isPartner(_ mention: PlaceMention, behind members: [PlaceNode], _ text: Span<UInt8>) -> Bool {
        !members.isEmpty && mention.link == .none
            && PlaceDiscourse.partnerings.ends(in: text, at: mention.range.lowerBound)
    }

    private static let arrivals: WordList = ["落户", "落地", "入驻", "选址", "落子"]

    /// 40多名来自东湖街道的志愿者, 总投资20亿元的项目落户金洲镇: where those come from whom a figure counts, or where what it
    /// sizes comes to.
    func hailed(behind position: Int, in sentence: Range<Int>, _ text: Span<UInt8>) -> PlaceNode? {
        guard let ahead = named(behind: position, in: sentence, text),
            text.has("来自", before: ahead.start) && ahead.start - position <= 36
                || PlaceDiscourse.arrivals.ends(in: text, at: ahead.start) && ahead.start - position <= 120,
            resolver.level(of: ahead.node) >= .county, !isDistant(ahead.node),
            resolver.region == .none || isPlace(ahead.node, in: resolver.region)
        else { return nil }
        return ahead.node
    }
}

/// Whether a place is one of those beside, or left out, or only one item of a list.
extension ReadingTools {
    static let settlings: WordList = ["在", "落户", "落地", "入驻", "选址", "于"]

    /// 修路6条；永泰街道获评…: whether a place opens an item of a list that is not its first.
    func opensLaterItem(_ mention: PlaceMention, of sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let start = mention.range.lowerBound
        guard mention.level >= .street, start > sentence.lowerBound else { return false }
        return text.has("；", before: start) || text.has(";", before: start)
            || winsTitle(mention, of: sentence, text)
    }

    private static let awards: WordList = ["获评", "入选", "荣获", "喜获", "被评为", "荣膺", "上榜"]

    /// 清障72处，柳泉镇竹园街获评“样板街”。: whether a clause behind others only tells of a title that a place has won.
    func winsTitle(_ mention: PlaceMention, of sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let start = mention.range.lowerBound
        guard mention.level >= .street, text.has("，", before: start) || text.has(",", before: start) else {
            return false
        }
        var position = mention.range.upperBound
        while position < sentence.upperBound, position - mention.range.upperBound <= 60 {
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] != .clauseEnd, classes[scalar] != .sentenceEnd, classes[scalar] != .digit else {
                return false
            }
            if ReadingTools.awards.begins(in: text, at: position) { return true }
            position += length
        }
        return false
    }

    /// Whether a list of things that are called by places goes on with others of one rank: …、望城区千龙湖的嘉年华.
    func namesEqual(
        _ mentions: ArraySlice<(mention: PlaceMention, node: PlaceNode)>, to node: PlaceNode, _ text: Span<UInt8>
    ) -> Bool {
        guard let first = mentions.first(where: { $0.node == node })?.mention else { return false }
        return mentions.contains { mention, other in
            other != node && mention.link == .none && mention.level == first.level
                && mention.range.lowerBound > first.range.upperBound + 6
                && text.has("、", before: mention.range.lowerBound)
        }
    }

    private static let totals: WordList = ["共计", "合计", "总计", "共涉及", "总共", "三地共", "两地共"]

    /// …，面积|共计66平方公里: whether a clause without a place of its own sums up before a figure.
    func sumsUp(from start: Int, to position: Int, _ text: Span<UInt8>) -> Bool {
        var scan = position
        while scan > start, position - scan <= 36 {
            if ReadingTools.totals.begins(in: text, at: scan) { return true }
            scan = text.scalarStart(before: scan)
            if classes[text.scalar(at: scan).value] == .sentenceEnd { return false }
        }
        return false
    }

    private static let remainders: WordList = ["其余", "其他", "其它"]
    private static let divisions: WordList = ["县", "区", "街道", "乡", "镇", "社区", "村", "市", "行政村", "建制村", "园区"]

    /// 其余4个社区, 其他县区, 其余8个落户各园区: whether a clause turns to other places than those named before it; the rest of
    /// what one place has is that place's (整改33处，其余6处下发通知).
    func leaves(from start: Int, to end: Int, _ text: Span<UInt8>) -> Bool {
        // A few clauses before the figure, at a boundary of scalars.
        var position = max(start, end - 240)
        while position < end, text[position] & 0xC0 == 0x80 { position += 1 }
        let first = position
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .other, position > first,
                classes[text.scalar(at: text.scalarStart(before: position)).value] == .clauseEnd,
                let word = ReadingTools.remainders.match(in: text, at: position, end: end)
            {
                return namesDivisions(behind: position + word, text)
            }
            position += length
        }
        return false
    }

    /// Whether streets, communities and the like are what a clause is about: 4个|社区, 县区, or where: 8个项目落户各|园区.
    private func namesDivisions(behind start: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < text.count, position - start <= 45 {
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            guard ![.clauseEnd, .sentenceEnd, .pause].contains(kind) else { return false }
            let isHead = position == start || lexicon.isMeasure(text, at: text.scalarStart(before: position))
            if isHead && position - start <= 18 || text.has("各", before: position),
                ReadingTools.divisions.begins(in: text, at: position)
            {
                return true
            }
            position += length
        }
        return false
    }

    /// 除天镇县外, 除了永泰街道以外: whether a place is left out of what is told behind it.
    func isExcepted(_ mention: PlaceMention, before position: Int, _ text: Span<UInt8>) -> Bool {
        let start = mention.range.lowerBound
        guard text.has("除", before: start) || text.has("除了", before: start) else { return false }
        var scan = mention.range.upperBound
        while scan < position, scan - mention.range.upperBound <= 90 {
            let (scalar, length) = text.scalar(at: scan)
            if classes[scalar] == .clauseEnd { return text.has("外", before: scan) }
            scan += length
        }
        return false
    }

    static let gatherings: WordList = [
        "节", "季", "赛", "大会", "晚会", "运动会", "招聘会", "座谈会", "推进会", "市集", "集市",
    ]

    private static let offices: WordList = ["局", "法院", "检察院", "委", "中心", "总工会", "团委", "妇联", "残联", "支队", "大队", "办"]

    /// 司法局|在: whether 在 stands at a position behind an office.
    func endsInOffice(_ position: Int, _ text: Span<UInt8>) -> Bool {
        text.has("在", at: position) && ReadingTools.offices.ends(in: text, at: position)
    }

    /// 市公安局平城分局: the county that a branch is called after is where it works.
    func isBranch(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.level == .county && text.has("分局", at: mention.range.upperBound)
    }

    private static let supports: WordList = ["指导", "支持", "帮助", "协调", "推动", "领导", "组织", "关心", "见证", "牵头", "统筹", "配合"]

    /// 在永泰街道指导下，…: who helps, and not where something is.
    func isSupporter(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard text.has("在", before: mention.range.lowerBound) else { return false }
        var position = mention.range.upperBound
        while position < text.count, position - mention.range.upperBound <= 45 {
            if text.has("下", at: position) { return ReadingTools.supports.ends(in: text, at: position) }
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other || classes[scalar] == .pause else { return false }
            position += length
        }
        return false
    }
}
