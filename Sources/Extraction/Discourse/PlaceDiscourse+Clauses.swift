import Places
import Scanning
import Units

/// Where the names of a sentence stand to each other and to its figures.
extension PlaceDiscourse {
    /// The place in brackets right behind a figure.
    @inline(__always)
    func bracketed(behind position: Int, _ text: Span<UInt8>) -> PlaceNode? {
        guard
            let entry = mentions[inSentence].first(where: {
                $0.mention.range.lowerBound > position && $0.mention.range.lowerBound - position <= 36
            }), tools.isBracketed(entry.mention, text)
        else { return nil }
        let isRight = (position..<entry.mention.range.lowerBound).allSatisfy { offset in
            text[offset] & 0xC0 == 0x80
                || ![.clauseEnd, .sentenceEnd, .pause].contains(classes[text.scalar(at: offset).value])
        }
        return isRight ? entry.node : nil
    }

    /// The place of whoever says a sentence in quotation marks, who is named right behind it: “…三十多个。”桂香社区书记说.
    /// “一楼停了7辆！”在光熙苑社区，检查组…: or where it is said.
    func speaker(after sentence: Range<Int>, _ text: Span<UInt8>) -> PlaceNode? {
        // The mentions stand in their order, and those before are of sentences that were read.
        let end = sentence.upperBound + (tools.closesSpeech(at: sentence.upperBound, of: sentence, text) ? 1 : 0)
        guard
            let first = mentions[inSentence.upperBound...].firstIndex(where: {
                $0.mention.range.lowerBound >= sentence.upperBound
            }), case let start = mentions[first].mention.range.lowerBound,
            start == end
                || start == end + 3 && text.has("在", at: end)
                    && mentions[first].mention.level >= .street
        else { return nil }
        return mentions[chainEnd(from: first, in: mentions)].node
    }

    /// Whether a place after 在 lies in the subject of its clause, which is what the figures belong to.
    func isHere(
        _ mention: PlaceMention, _ node: PlaceNode, of subject: PlaceNode, _ sentence: Range<Int>, _ text: Span<UInt8>
    ) -> Bool {
        // 位于山西省北部，大同市西南部，东邻平城区: a whole row of clauses may tell it.
        if tools.tellsLie(mention, text) || liesIn(mention, text),
            resolver.level(of: subject) >= resolver.level(of: node)
        {
            return !hasOwnSubject(mention, besides: subject, sentence, text)
        }
        let lies = tools.locates(before: mention.range.lowerBound, text)
        if !lies {
            guard text.has("在", before: mention.range.lowerBound) else { return false }
            guard node != subject, isPlace(node, in: subject) else { return false }
            // 永泰街道|在光熙苑社区摆起…: what a street itself does in a community is the community's; what its bodies do in
            // one (街道妇联在…) they do for the street. 永泰街道第六届读书季|在…: an event is where it is held.
            var verb = mention.range.lowerBound - 3
            // “邻里节”|在…
            if verb > sentence.lowerBound, classes[text.scalar(at: text.scalarStart(before: verb)).value] == .closeQuote
            {
                verb -= 3
            }
            if !isNational,
                mentions[inSentence].contains(where: {
                    tools.isAuxiliary($0.mention.range.upperBound, to: mention.range.lowerBound - 3, text)
                })
                    || ReadingTools.gatherings.ends(in: text, at: verb)
                    || tools.isOpened(mention, behind: verb, text)
            {
                return false
            }
        }
        // 陕西王瑶水库扩容工程在延安安塞开工: of a province only the spot tells; 检方对位于东京都的两个事务所…: and of what acts there
        if isNational || lies && isNewscast, resolver.level(of: subject) <= .province,
            !lies || text.has("的", at: chainEnd(from: mention))
        {
            return false
        }
        var position = mention.range.lowerBound
        while position > sentence.lowerBound {
            position = text.scalarStart(before: position)
            // 盘龙区|司法局在梅园社区设置…: what an office of a district does in a community it does there.
            if !lies, resolver.level(of: subject) <= .county, resolver.level(of: node) >= .street,
                text.has("在", before: mention.range.lowerBound), tools.endsInOffice(position, text)
            {
                return false
            }
            let kind = classes[text.scalar(at: position).value]
            if kind == .clauseEnd || kind == .sentenceEnd { return false }
            if mentions[inSentence].contains(where: { $0.node == subject && $0.mention.range.contains(position) }) {
                return true
            }
        }
        return false
    }

    /// 西庄村|在河东街道北边，…, 周二村|就在|大盂镇，…: whether nothing but 在 stands between a village or community and where it lies, and
    /// nothing but a side of that behind it.
    private func liesIn(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let start = mention.range.lowerBound
        guard text.has("在", before: start),
            let index = mentions[inSentence].firstIndex(where: { $0.mention.range.lowerBound == start }),
            index > inSentence.lowerBound,
            case (let before, let inner) = mentions[index - 1], resolver.level(of: inner) == .community,
            mention.level < .community,
            before.range.upperBound == start - 3
                || before.range.upperBound == start - 6
                    && (text.has("就在", before: start) || text.has("便在", before: start))
        else { return false }
        let end = mentions[chainEnd(from: index, in: mentions)].mention.range.upperBound
        return tools.endsInSide(from: end, text)
    }

    /// 光熙苑社区公园占地1公顷；学士游园|位于学士街道: whether the clause that tells where something lies is about another thing than the
    /// place before it.
    private func hasOwnSubject(
        _ mention: PlaceMention, besides subject: PlaceNode, _ sentence: Range<Int>, _ text: Span<UInt8>
    ) -> Bool {
        guard ["位于", "坐落于", "坐落在", "地处"].contains(where: { text.has($0, before: mention.range.lowerBound) })
        else { return false }
        var position = mention.range.lowerBound - 6
        while position > sentence.lowerBound {
            let before = text.scalarStart(before: position)
            let kind = classes[text.scalar(at: before).value]
            if kind == .clauseEnd || kind == .sentenceEnd { break }
            position = before
            if mentions[inSentence].contains(where: { $0.node == subject && $0.mention.range.contains(position) }) {
                return false
            }
        }
        // 社区|位于, 它|地处
        return mention.range.lowerBound - 6 - position > 9
    }

    /// 在隔壁的光熙苑社区，街道把…: whether a clause that begins with 在 sets the scene in a community, so that what its street
    /// does there is the community's.
    func isStage(
        _ scene: PlaceNode?, from start: Int, to end: Int, of street: PlaceNode, _ text: Span<UInt8>
    ) -> Bool {
        guard let scene, resolver.level(of: street) == .street, resolver.level(of: scene) == .community,
            isPlace(scene, in: street), scene != street
        else { return false }
        return tools.setsScene(from: start, to: end, text)
    }

    /// The place that the rest of the clause behind a position names, and where its name begins and ends.
    func named(
        behind position: Int, in sentence: Range<Int>, _ text: Span<UInt8>
    ) -> (node: PlaceNode, start: Int, end: Int)? {
        guard
            let first = mentions[inSentence].firstIndex(where: { $0.mention.range.lowerBound > position }),
            case let start = mentions[first].mention.range.lowerBound, start < sentence.upperBound,
            start - position <= 300
        else { return nil }
        var scan = position
        while scan < start {
            let (scalar, length) = text.scalar(at: scan)
            if [.clauseEnd, .sentenceEnd].contains(classes[scalar]) { return nil }
            scan += length
        }
        let last = mentions[chainEnd(from: first, in: mentions)]
        return (last.node, start, last.mention.range.upperBound)
    }

    /// 东部地区和西部地区环比分别提高2.2和0.8个百分点: the member of a list whose figure stands at a position.
    func handedOut(_ members: [PlaceNode], behind end: Int, at position: Int, _ text: Span<UInt8>) -> PlaceNode? {
        // A few clauses back, so that a long list of figures is not looked through for each of them.
        let start = max(end, position - 300)
        guard members.count > 1, start < position else { return nil }
        // 前者1860米，后者940米
        if let named = (start..<position).last(where: { text.has("前者", at: $0) || text.has("后者", at: $0) }) {
            return text.has("前者", at: named) ? members[0] : members[members.count - 1]
        }
        guard
            let mark = (start..<position).last(where: {
                text.has("分别", at: $0) || text.has("依次", at: $0)
                    || text.has("各", at: $0) && tools.lists(members.count, figuresBehind: $0, text)
            })
        else { return nil }
        // How many figures stand between.
        var figures = 0
        var isFigure = false
        var scan = mark
        while scan < position {
            let (scalar, length) = text.scalar(at: scan)
            let kind = classes[scalar]
            if kind == .clauseEnd || kind == .sentenceEnd { return nil }
            // 在A、B、C公园分别设1个展点，共有60支队伍参加: what all have together is nobody's alone
            if figures > 0, scalar == "共" { return nil }
            if kind.startsNumeral, !isFigure { figures += 1 }
            isFigure = kind.startsNumeral || isFigure && scalar == 0x2E
            scan += length
        }
        return figures < members.count ? members[figures] : nil
    }

    /// 有14个社区、3.1万户居民的云冈区西湾街道: the place that a relative clause about figures describes.
    ///
    /// - Parameter ahead: the place that the rest of the clause names.
    func described(
        _ ahead: (node: PlaceNode, start: Int, end: Int), behind position: Int, in sentence: Range<Int>,
        _ text: Span<UInt8>
    ) -> PlaceNode? {
        guard text.has("的", before: ahead.start), ahead.start - position <= 90 else { return nil }
        if resolver.level(of: ahead.node) >= .zone, tools.measures(ahead.start - 3, behind: position, text) {
            return ahead.node
        }
        var scan = position
        while scan > sentence.lowerBound {
            scan = text.scalarStart(before: scan)
            if [.clauseEnd, .sentenceEnd].contains(classes[text.scalar(at: scan).value]) { return nil }
            if text.has("有", at: scan) || text.has("辖", at: scan) || text.has("住着", at: scan) {
                return ahead.node
            }
        }
        return nil
    }

    /// The place of a list that ends with a mention: counties and wider places are called as the text writes them
    /// (叙利亚、约旦和黎巴嫩, 北京、河北等地), streets and communities by their full names, for a list may share what they end in.
    mutating func joined(
        _ members: [PlaceNode], from start: Int, to last: PlaceMention, _ text: Span<UInt8>
    ) -> PlaceNode {
        let parent = resolver.parent(of: members[0])
        let isScattered = members.contains { resolver.parent(of: $0) != parent }
        guard last.level <= .county, last.form != .unlisted else {
            guard isScattered else { return resolver.join(members) }
            // 永泰街道光熙苑社区、古城街道福安里社区: each with its street, in what holds both
            let areInStreets = members.allSatisfy { resolver.level(of: resolver.parent(of: $0)) == .street }
            let names = members.map { resolver.names(of: $0).suffix(areInStreets ? 2 : 1).joined() }
            return resolver.join(members, written: names.joined(separator: "、"), in: resolver.whole(of: members))
        }
        let end = last.range.upperBound + (text.has("等地", at: last.range.upperBound) ? 6 : 0)
        // 北京、河北、河南安阳: places of several provinces
        return resolver.join(
            members, written: text.string(start..<end), in: isScattered ? resolver.whole(of: members) : nil)
    }

    /// Whether a chain of names goes on the list of the one before it: 永泰街道光熙苑社区、|古城街道福安里社区; in news of the country each may
    /// begin with its province (上海黄浦区、|河北石家庄市).
    func goesOnList(_ mention: PlaceMention, behind end: Int, _ text: Span<UInt8>) -> Bool {
        tools.goesOnList(mention, behind: end, text)
            || isNews && mention.link == .none && mention.range.lowerBound - end == 3
                && text.has("、", before: mention.range.lowerBound)
                && (chainEnd(from: mention) > mention.range.upperBound || isCountedOff(mention, text))
    }

    /// 3座大棚出现在潼关县太要镇欧家城村: an article's first figure may come before the place that it belongs to.
    func laterName(than position: Int, in sentence: Range<Int>, _ text: Span<UInt8>) -> PlaceNode? {
        // 其中社区经费1260万元，光熙苑社区增加8万元: a part of what was counted before
        if text.has("其中", at: sentence.lowerBound) { return nil }
        var found: PlaceNode?
        var isZone = false
        for (mention, node) in mentions[inSentence]
        where mention.range.lowerBound > position && mention.range.upperBound <= sentence.upperBound {
            if found != nil, mention.link != .narrows { break }
            // 修路6条；永泰街道获评…: another item of a list
            if found == nil,
                mention.range.lowerBound - position > 600
                    || tools.hasSemicolon(position..<mention.range.lowerBound, text)
                    // 将有1038户回迁，其中612户来自光熙苑社区: a part of them
                    || text.first("其中", in: position..<mention.range.lowerBound) != nil
                    // 在建40个，单白登社区就有16个
                    || tools.followsOnly(mention.range.lowerBound, text)
                    || tools.winsTitle(mention, of: sentence, text)
            {
                return nil
            }
            // 拟投资20亿元，在宁乡高新区建设…
            isZone = mention.level == .zone && ReadingTools.settlings.ends(in: text, at: mention.range.lowerBound)
            found = node
        }
        guard let found, isZone || resolver.level(of: found) >= .street,
            resolver.level(of: found) > resolver.level(of: article)
        else { return nil }
        return found
    }
}

/// How a name stands in its clause: as what the clause is about, in brackets, as an example, as where something is.
extension ReadingTools {
    /// Whether a sentence ends with a quotation mark, also with the straight one that opens quotations as well.
    func endsInSpeech(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        text.has("”", before: sentence.upperBound) || text.has("\"", before: sentence.upperBound)
            || closesSpeech(at: sentence.upperBound, of: sentence, text)
    }

    /// "早上还来了海鸥几百只。|"福保社区村民说: whether a straight mark closes the quotation with whose mark a sentence begins.
    func closesSpeech(at position: Int, of sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        text.has("\"", at: sentence.lowerBound) && text.has("\"", at: position)
    }

    /// 各|发现9起、6起: whether the rest of a clause lists so many figures, one for each place of a list.
    fileprivate func lists(_ count: Int, figuresBehind start: Int, _ text: Span<UInt8>) -> Bool {
        var figures = 0
        var marks = 0
        var isFigure = false
        var position = start
        while position < text.count, position - start <= 150 {
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            if kind == .clauseEnd || kind == .sentenceEnd { break }
            if kind == .pause, figures > 0 { marks += 1 }
            if kind.startsNumeral, !isFigure { figures += 1 }
            isFigure = kind.startsNumeral || isFigure && scalar == 0x2E
            position += length
        }
        return figures == count && marks == count - 1
    }

    /// 总投资12亿元的|云谷产业园, 占地300亩的…: whether nothing but the unit of a figure stands between it and 的.
    fileprivate func measures(_ particle: Int, behind position: Int, _ text: Span<UInt8>) -> Bool {
        var end = position
        while end < particle, case (let scalar, let length) = text.scalar(at: end),
            classes[scalar].startsNumeral || scalar == 0x2E || classes[scalar] == .vague
        {
            end += length
        }
        guard end > position, end < particle,
            let unit = units.match(in: text, at: end, end: particle)
        else { return false }
        return end + unit.length == particle
    }

    /// 新建食堂1处（劳动新村社区）: a place that fills its brackets tells where that one thing is; but 【永泰街道】 heads what follows.
    func isBracketed(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.range.lowerBound > 0, mention.range.upperBound < text.count else { return false }
        let before = text.scalarStart(before: mention.range.lowerBound)
        return classes[text.scalar(at: before).value] == .openBracket
            && !(text.has("【", at: before) && followsMark(before, text))
            && classes[text.scalar(at: mention.range.upperBound).value] == .closeBracket
    }

    /// Whether the brackets that hold a place or a word for one close before a position: （泰安社区30家、光熙苑社区）|, （全区最低）|.
    func bracketEnds(_ held: Int, before position: Int, _ text: Span<UInt8>) -> Bool {
        guard opensBracket(before: held, text) else { return false }
        var scan = held
        while scan < position {
            let (scalar, length) = text.scalar(at: scan)
            if classes[scalar] == .closeBracket { return true }
            scan += length
        }
        return false
    }

    /// Whether brackets other than those of a heading (【永泰街道】) were opened a few words before a position.
    private func opensBracket(before held: Int, _ text: Span<UInt8>) -> Bool {
        var scan = held
        while scan > 0, held - scan <= 90 {
            // Ideographs are passed over unread: this is asked for each place and figure.
            if scan > 2, (0xE4...0xE9).contains(text[scan - 3]) {
                scan -= 3
                continue
            }
            scan -= 1
            if text[scan] & 0xC0 == 0x80 { continue }
            switch classes[text.scalar(at: scan).value] {
            case .openBracket: return !text.has("【", at: scan)
            case .closeBracket, .sentenceEnd: return false
            default: break
            }
        }
        return false
    }

    private static let sides: WordList = [
        "东", "西", "南", "北", "中部", "中心", "边", "旁", "境内", "辖区", "腹地", "内，", "一带", "最",
    ]

    /// 河东街道|北边，, 楼观镇|，: whether a clause ends behind a place, or goes on with no more than a side of it.
    func endsInSide(from end: Int, _ text: Span<UInt8>) -> Bool {
        let start = text.has("的", at: end) ? end + 3 : end
        guard start < text.count else { return false }
        if classes[text.scalar(at: start).value] == .clauseEnd { return start == end }
        guard ReadingTools.sides.begins(in: text, at: start) else { return false }
        var position = start
        while position < text.count, position - start <= 15 {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .clauseEnd { return true }
            guard classes[scalar] == .other else { return false }
            position += length
        }
        return false
    }

    static let rankings: WordList = [
        "最多", "最少", "最高", "最低", "居首", "次之", "其次", "较多", "居多", "排第", "排名第", "位列第", "名列第", "位居第", "居第", "列第",
    ]

    /// 柳巷社区最多: whether a place is ranked among others.
    func isRanked(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.upperBound
        guard let length = ReadingTools.rankings.match(in: text, at: end, end: text.count) else { return false }
        // 最低生活保障 ranks nothing.
        return end + length == text.count || classes[text.scalar(at: end + length).value] != .other
    }

    private static let likenings: WordList = ["这样的", "那样的", "一样的", "这般的", "这种"]

    private static let examples: WordList = ["做法", "经验", "模式", "样板", "的做法", "的经验", "的模式"]

    /// 新疆|北部, 加沙地带|中部: in news of the country and the world the part of a province or country is a place.
    func partEnd(of mention: PlaceMention, in block: Range<Int>, _ text: Span<UInt8>) -> Int? {
        guard mention.level <= .prefecture else { return nil }
        return recognizer.partEnd(behind: mention.range.upperBound, in: text, limit: block.upperBound)
    }

    private static let comings: WordList = ["来", "赶", "搬", "到", "回", "考", "调", "过来", "嫁", "转来"]

    private static let births: WordList = ["老家", "老家在", "老家是", "祖籍", "籍贯", "出生于", "出生在"]

    /// 老家在|信阳: whether somebody comes from a place.
    func isHome(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        ReadingTools.births.ends(in: text, at: mention.range.lowerBound)
    }

    /// 从昭通|来昆的求职者: whether a verb of coming stands behind a name.
    /// 从官寨乡|的山坳里搬出来: and with what part of it is left between.
    func comes(behind end: Int, _ text: Span<UInt8>) -> Bool {
        ReadingTools.comings.begins(in: text, at: end)
            || restOfClause(from: end, within: 45, text) { ReadingTools.removals.begins(in: text, at: $0) }
    }

    private static let removals: WordList = ["搬出", "搬来", "搬下", "迁出", "迁来", "走出来", "走来", "赶来", "嫁来", "嫁到", "来到"]

    /// 推广文艺路街道做法: whose practice it is, not where something happens; but 文艺路街道的做法不一样 goes on about it.
    func isExample(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        // 包括小站村在内的9个村
        if text.has("在内", at: mention.range.upperBound) { return true }
        // 像光熙苑社区这样的驿站已有16家
        if ReadingTools.likenings.begins(in: text, at: mention.range.upperBound) { return true }
        return ReadingTools.examples.begins(in: text, at: mention.range.upperBound)
            && mention.link != .narrows && !opensClause(mention.range.lowerBound, in: 0..<text.count, text)
    }

    /// 隔着一条河的前桃林社区也在算账: 也 and 则 make a place behind 的 what the text turns to.
    func isAlso(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        text.has("的", before: mention.range.lowerBound)
            && (text.has("也", at: mention.range.upperBound) || text.has("则", at: mention.range.upperBound))
    }

    /// Whether a mark other than a comma ends what is said of a place behind 其中 before a position.
    func endsPart(_ mention: PlaceMention, before position: Int, _ text: Span<UInt8>) -> Bool {
        var scan = mention.range.upperBound
        while scan < position {
            let (scalar, length) = text.scalar(at: scan)
            if classes[scalar] == .clauseEnd, !text.has("，", at: scan) && !text.has(",", at: scan) { return true }
            scan += length
        }
        return false
    }

    private static let doings: WordList = [
        "主办", "牵头", "联合主办", "共同", "投资", "出资", "分设", "拆分", "析出", "划出", "分出", "整合", "合并", "改制", "更名", "改名", "撤并", "代管",
        "托管", "管辖", "派出", "选派", "选送",
    ]

    /// 由四方坪南街道主办, 由四川、重庆共同投资: the place of whoever does something, and not where it is; nor is that where it
    /// began (由荷塘社区分设而来, 从永泰街道析出).
    func isOrganiser(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard text.has("由", before: mention.range.lowerBound) || text.has("从", before: mention.range.lowerBound) else {
            return false
        }
        var position = mention.range.upperBound
        while position < text.count, position - mention.range.upperBound <= 36 {
            if ReadingTools.doings.begins(in: text, at: position) { return !isLead(mention, at: position, text) }
            let (scalar, length) = text.scalar(at: position)
            guard position > mention.range.upperBound || classes[scalar] == .pause,
                classes[scalar] == .other || classes[scalar] == .pause
            else { return false }
            position += length
        }
        return false
    }

    /// 由|光熙苑社区|牵头，新增泊位180个: whether a clause of its own only says who is to do what follows.
    private func isLead(_ mention: PlaceMention, at position: Int, _ text: Span<UInt8>) -> Bool {
        let start = mention.range.lowerBound - 3
        return text.has("牵头，", at: position) && text.has("由", at: start) && followsMark(start, text)
    }

    func hasSemicolon(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        range.contains { text.has("；", at: $0) || text.has(";", at: $0) }
    }

    /// 永泰街道光熙苑社区、|古城街道福安里社区: whether only the mark of a list stands between a place and the chain before it.
    func goesOnList(_ mention: PlaceMention, behind end: Int, _ text: Span<UInt8>) -> Bool {
        mention.link == .none && mention.level >= .county && mention.range.lowerBound - end == 3
            && text.has("、", before: mention.range.lowerBound)
    }

    static let speakers: WordList = [
        "党", "书记", "主任", "居民", "网格", "居委", "办事处", "纪", "工委", "社工", "志愿者", "辖区", "位于", "地处", "内", "里",
    ]

    /// The noun that stands right behind a place, other than an officer or body that speaks for it.
    func attribute(behind end: Int, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Range<Int>? {
        guard let noun = thing(behind: end, sentence, text), !isScene(end, sentence, text),
            // 光熙苑社区|广场上支起桌子: where the scene is
            !ReadingTools.insides.begins(in: text, at: noun.upperBound)
        else { return nil }
        return noun
    }

    /// The same noun, where the scene may be in it: 光熙苑社区|食堂里，…。食堂面积….
    func thing(behind start: Int, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Range<Int>? {
        let end = pointedEnd(behind: start, text)
        guard end < sentence.upperBound, classes[text.scalar(at: end).value] == .other,
            !ReadingTools.speakers.begins(in: text, at: end),
            let match = lexicon.phrases.longestMatch(in: text, at: end, end: min(sentence.upperBound, end + 18)),
            case let entry = lexicon.entry(of: match.value), entry.wordClass == .noun, !entry.roles.contains(.agent)
        else { return nil }
        return end..<(end + match.length)
    }

    /// 光熙苑社区|那两栋|旧楼: behind a pronoun with a number and a measure word, which point to a thing there.
    private func pointedEnd(behind start: Int, _ text: Span<UInt8>) -> Int {
        guard text.has("那", at: start) || text.has("这", at: start), start + 9 <= text.count else { return start }
        let number = text.scalar(at: start + 3)
        let measure = start + 3 + (classes[number.value].startsNumeral ? number.length : 0)
        guard measure < text.count, lexicon.isMeasure(text, at: measure) else { return start }
        return measure + text.scalar(at: measure).length
    }

    private static let insides: WordList = ["上", "里，", "内，", "前，", "里,", "内,", "前,"]

    /// 御溪街道机务里小区外，…: where the clause goes on up to a comma with the spot of a scene.
    private func isScene(_ end: Int, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var position = end
        while position < sentence.upperBound, position - end < 60 {
            let (scalar, length) = text.scalar(at: position)
            switch classes[scalar] {
            case .other: position += length
            case .clauseEnd: return ReadingTools.spots.ends(in: text, at: position)
            default: return false
            }
        }
        return false
    }

    private static let spots: WordList = ["外", "里", "内", "旁", "边", "门口", "门前", "楼下", "路口", "现场"]

    /// 经济大省广东拥有…, 我国最大的产区黑龙江已收割…: a place in apposition, with its verb behind it.
    func isNamedSubject(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.upperBound
        guard mention.form != .unlisted, end < text.count else { return false }
        // 海上风电大省江苏，…; 浙江|这家电子公司
        if ReadingTools.epithets.ends(in: text, at: mention.range.lowerBound)
            || ReadingTools.thisOne.begins(in: text, at: end)
        {
            return true
        }
        guard let word = lexicon.phrases.longestMatch(in: text, at: end, end: min(text.count, end + 12))
        else { return false }
        let entry = lexicon.entry(of: word.value)
        return entry.roles.contains(.stock) || entry.roles.contains(.done)
    }

    private static let epithets: WordList = [
        "大省", "大市", "大县", "大区", "强省", "强市", "强县", "名城", "之乡", "省会", "首府", "故里", "重镇",
    ]
    private static let thisOne: WordList = ["这家", "这座", "这个", "这片", "这所", "这处", "这条"]

    /// 解决河北45.2万群众的饮水困难: a place right before its figure.
    func counts(_ mention: PlaceMention, at position: Int, _ text: Span<UInt8>) -> Bool {
        // 呈贡区15个、高新区10个
        guard mention.form != .unlisted || mention.level == .zone && text.has("、", before: mention.range.lowerBound)
        else {
            return false
        }
        let end = mention.range.upperBound
        let gap = position - end
        // 成都（385万人次）、南充（125万人次）
        if gap > 0, gap <= 3, classes[text.scalar(at: end).value] == .openBracket,
            end + text.scalar(at: end).length == position
        {
            return true
        }
        return gap == 0
            || gap == 3
                && (["近", "超", "约", "逾"] as [StaticString]).contains { text.has($0, at: mention.range.upperBound) }
    }

    /// 这是平城区|今年改造的|5条老街之一: whether what a place has done or is to do stands between it and a figure that counts it.
    func hasPlanned(_ mention: PlaceMention, at position: Int, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.upperBound
        guard (12...45).contains(position - end), text.has("的", before: position) else { return false }
        var scan = end
        // 今年 去年 计划 已
        guard ReadingTools.doneTimes.begins(in: text, at: end) else { return false }
        while scan < position {
            let (scalar, length) = text.scalar(at: scan)
            guard classes[scalar] == .other else { return false }
            scan += length
        }
        return true
    }

    private static let doneTimes: WordList = ["今年", "去年", "明年", "年内", "计划", "已", "近年", "首批", "当年", "全年"]

    private static let anaphors: WordList = ["本届", "本次", "此次", "该", "这", "其间", "届时", "其中", "大会期间", "活动期间", "会议期间"]

    /// 本届投洽会…, 该船…: a paragraph that goes on about what the one before has told.
    func goesOn(_ start: Int, _ text: Span<UInt8>) -> Bool { ReadingTools.anaphors.begins(in: text, at: start) }

    private static let clauseOpenings: WordList = [
        "日", "在", "住", "中", "年", "月", "季度", "半年", "以来", "目前", "据", "从", "进", "到", "由", "期间", "位于", "如今", "当前", "随后",
        "近期", "这是",
        "便是", "就是", "其次是", "其次为", "往后是", "接下来是", "接着是", "随后是", "然后是", "再次是", "最后是", "多的是", "少的是", "高的是",
        "低的是", "首的是", "位的是", "隔壁的", "邻近的", "附近的", "毗邻的", "相邻的", "之隔的", "该州", "该省", "该市", "该国",
        "走进", "来到", "放眼", "所在的", "辖区的", "咱们", "昨天", "今天", "前天", "当天", "上午", "下午", "昨晚", "当晚", "除了", "例如", "比如", "譬如",
        "，如", ",如", "上周", "本周", "周末",
        "年底", "月底", "年初", "月初", "不久", "不久前",
        "摆进", "摆到", "办进", "办到", "开进", "开到", "送进", "送到", "搬进", "搬到", "仅", "仅仅", "单是", "光是",
    ]

    /// Verbs of another meaning that end as those do which lead to a place: 引进|内蒙古的乳企, 得到|平城区的支持.
    private static let takings: WordList = [
        "引进", "促进", "推进", "改进", "跟进", "得到", "受到", "收到", "接到", "感到", "遇到", "提到", "谈到", "想到", "看到", "听到", "达到", "拿到",
        "争取到", "遭到",
        "做到", "轮到", "转移到", "撤离到", "疏散到", "转运到", "安置到", "留住", "记住", "服从",
        "数据", "占据", "集中",
    ]

    private static let events: WordList = ["博览会", "运动会", "运会", "洽谈会", "交易会", "展览会", "电影节", "艺术节", "文化节", "峰会", "论坛"]

    /// 杭州第4届亚残运会, 天津国际直升机博览会: the place that an event is called after is where it is held.
    func isHost(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        // 中国—|中亚峰会: who meets
        guard mention.form != .unlisted, !text.has("—", before: mention.range.lowerBound) else { return false }
        let events = ReadingTools.events
        var position = mention.range.upperBound
        while position < text.count, position - mention.range.upperBound <= 42 {
            if events.begins(in: text, at: position) { return true }
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            guard kind == .other || kind.startsNumeral else { return false }
            position += length
        }
        return false
    }

    private static let accordings: WordList = ["按照", "根据", "依据", "按"]
    private static let schemes: WordList = ["的安排", "的部署", "的计划", "的规划", "的方案", "统一安排", "统一部署", "安排", "部署"]

    /// 按照|平城区的安排，年底前还有9个小区开工: the county or street by whose plan something is done.
    func isPlanner(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        (.county ... .street) ~= mention.level && mention.level != .zone
            && ReadingTools.accordings.ends(in: text, at: mention.range.lowerBound)
            && ReadingTools.schemes.match(in: text, at: mention.range.upperBound, end: text.count).map {
                mention.range.upperBound + $0 < text.count
                    && classes[text.scalar(at: mention.range.upperBound + $0).value] == .clauseEnd
            } ?? false
    }

    private static let makings: WordList = ["打造", "创建", "加快", "争创", "做强", "做大"]

    /// 推动镇海区打造…, 支持磨憨建设…, 对金明区进行整治: a place that is made to do something or to which something is done is what its
    /// sentence goes on about.
    func isMade(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        isTreated(mention, text)
            || (["推动", "支持", "让", "使", "助力"] as [StaticString]).contains {
                text.has($0, before: mention.range.lowerBound)
            }
                && (text.has("让", before: mention.range.lowerBound)
                    || ReadingTools.makings.begins(in: text, at: mention.range.upperBound))
    }

    /// 华北地区最大的…: a place that something is only ranked in.
    func ranks(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        // but 韩国|首都, 韩国|首尔
        mention.level <= .province && !ReadingTools.heads.begins(in: text, at: mention.range.upperBound)
            && (["最", "首", "第一", "唯一", "规模最"] as [StaticString]).contains { text.has($0, at: mention.range.upperBound) }
    }

    private static let heads: WordList = ["首都", "首府", "首尔"]

    private static let copulas: WordList = ["是", "为", "成为", "作为", "系", "是目前", "为目前"]

    /// 光熙苑公园是目前|平城区最大的公园，占地…: whether a thing told of is only ranked among those of a place.
    ///
    /// - Parameter end: where the chain of names ends that begins with the place: 是|平城区永泰街道|最偏远的社区.
    func isRankedAmong(_ mention: PlaceMention, to end: Int, _ text: Span<UInt8>) -> Bool {
        (.prefecture ... .street) ~= mention.level && mention.level != .zone
            && (["最", "首个", "首家", "首座", "首条", "唯一"] as [StaticString]).contains { text.has($0, at: end) }
            && ReadingTools.copulas.ends(in: text, at: mention.range.lowerBound)
    }

    private static let objectMarks: WordList = [
        "于", "往来", "受", "和", "与", "及", "向", "对", "同", "自", "以及", "、", "开通", "连接", "距", "通往", "经停", "停靠", "途经", "往返",
        "直达", "直飞", "发往", "销往", "运往", "开往", "驶往", "飞往",
        "进口", "出口", "访问",
    ]

    /// 居于亚洲地区前列, 受乌克兰危机影响: a place that a verb or preposition takes as its object.
    func isObjectOf(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        ReadingTools.objectMarks.ends(in: text, at: mention.range.lowerBound)
    }

    static let tellings: WordList = ["称", "表示", "宣布", "通报", "报道", "说", "消息", "介绍"]

    /// Whether the clause of a place ends in a word of telling before a position: 以色列军方今天称，.
    func reports(_ mention: PlaceMention, before position: Int, _ text: Span<UInt8>) -> Bool {
        var scan = mention.range.upperBound
        while scan < position, scan - mention.range.upperBound <= 120 {
            let (scalar, length) = text.scalar(at: scan)
            if classes[scalar] == .clauseEnd { return ReadingTools.tellings.ends(in: text, at: scan) }
            scan += length
        }
        return false
    }

    func opensClause(_ position: Int, in range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        opensWords(position, in: range, text)
            // 在东部|魁北克省
            || (text.has("部", before: position) || text.has("方", before: position) || text.has("首都", before: position))
                && recognizer.partStart(before: position, in: text, floor: range.lowerBound).map {
                    opensWords($0, in: range, text)
                } ?? false
    }

    /// What joins a neighbour to who was named before it: 永泰镇和相邻的|古城镇.
    private static let joinedBehind: WordList = ["和", "与", "及", "跟", "同", "、", "向", "对"]

    private func opensWords(_ position: Int, in range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard position > range.lowerBound else { return true }
        let before = text.scalarStart(before: position)
        switch classes[text.scalar(at: before).value] {
        case .clauseEnd, .sentenceEnd, .openQuote, .openBracket, .closeBracket, .mark, .space: return true
        default: break
        }
        // 除天镇县外，…, but 排除
        if text.has("除", before: position) {
            return position - 3 <= range.lowerBound
                || classes[text.scalar(at: text.scalarStart(before: position - 3)).value] != .other
        }
        // 联系永泰镇和相邻的|古城镇
        if text.has("的", before: position), ReadingTools.joinedBehind.ends(in: text, at: position - 9) { return false }
        // 去年，…；今年金牛区…; 走进…; 家住…; 据…消息
        return ReadingTools.clauseOpenings.ends(in: text, at: position)
            && !ReadingTools.takings.ends(in: text, at: position)
    }
}
