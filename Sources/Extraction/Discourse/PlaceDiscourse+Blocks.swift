import Bulletins
import Places
import Scanning

/// What a block of the text is about before its first sentence is read: a line that names a place, a numbered point, a speech.
extension PlaceDiscourse {
    mutating func enterBlock(_ block: Block, _ text: Span<UInt8>) {
        mentions = resolved(block.range, within: next == .none ? article : next, text)
        inSentence = 0..<0
        // An article about a district gives examples of streets: each paragraph starts from the district again.
        isSection = tools.isNumbered(block, text) && !opensWithPlace(block, text)
        // 📍跳蹬桥街道锦绣里社区: a line that is a place's name is what the lines under it are about.
        if block.kind == .paragraph || block.kind == .subheading {
            // 迎曦街道文昌里社区： over 寒假托管班开课啦: the title of its piece stands under it.
            if !mentions.isEmpty, let own = placeLine(block, text) {
                heading = own
                headsTitle = true
                headingMark = tools.opensPiece(block, text) ? .sign : .none
            } else if let own = numberedLine(block, text) {
                (heading, headingMark, headsTitle) = (own, .number, false)
            } else if block.kind == .subheading && !headsTitle
                || headingMark == .number && tools.isNumbered(block, text) && tools.isTitleLine(block, text)
                || headingMark == .sign && tools.opensPiece(block, text)
            {
                heading = .none
            } else {
                headsTitle = false
            }
        }
        // Of a street whose first paragraph counts what all of it has, the second one gives the examples already.
        if paragraphs == 1, !isFirst {
            tellsOfWhole =
                hasFigures && next == article && communities.isEmpty && resolver.level(of: article) == .street
        }
        let isOfPerson = goesOnAboutPerson(block, text)
        lastBlock = block.range
        if block.kind != .caption, heading != .none {
            next = heading
        } else if isOfPerson {
            // 罗熠和同事们…: what the person does of whom the paragraph before has told
        } else if block.kind != .caption,
            resolver.level(of: article) <= .county && !carriesScene || isSection || returnsToZone(block, text),
            !(isNational && tools.goesOn(block.range.lowerBound, text)), !goesOnAboutScene(block, text)
        {
            next = article
        }
        // 李秀珍今年61岁，…: what the article tells of its hero is told where his office is, and not where its scene began.
        if let hero, tools.begins(block.range, with: hero, text) { next = article }
        // ◎社区食堂“满月”: the headline of the next piece of a digest
        if tools.opensPiece(block, text) {
            pictured = nil
            if heading == .none { next = article }
        }
        // What an article about a community says of its street, it says in one paragraph.
        if block.kind == .paragraph, resolver.level(of: article) == .community, next != article, next != heading,
            isPlace(article, in: next)
        {
            next = article
        }
        // An article about a street gives examples, each in a paragraph or in a part of one, and goes on about the street.
        if block.kind == .paragraph, !isOfPerson, heading == .none || heading != next,
            isPassing
                || resolver.level(of: article) == .street && next != article && isPlace(next, in: article)
                    && (focusParagraph > 2 || focusParagraph == 2 && tellsOfWhole) && block.range.count > 90
        {
            next = article
        }
        followPictures(block, text)
        isPassing = false
        // 按照安排，剩余1300户…: and what is still to come of the whole
        if block.kind == .paragraph, heading == .none, resolver.level(of: article) == .street, next != article,
            isPlace(next, in: article), tools.opensRest(block, text)
        {
            next = article
        }
        // 截至目前，…: a paragraph that sums up speaks of the article's place again.
        if block.kind == .paragraph, tools.opensSummary(block, text) { next = article }
        // In such an article 社区 means the one that the paragraph named, or any.
        // The only one that the article has named so far stays meant.
        if resolver.level(of: article) <= .county, !carriesScene {
            let only = communities.count == 1 ? latest[.community] : nil
            // 光熙苑社区摆起书摊。永泰街道有书屋6间。街道招募…: nor is there another street that could be meant
            let onlyStreet = streets.count == 1 ? streets[0] : nil
            latest.removeAll()
            latest[.community] = only
            latest[.street] = onlyStreet
            // 走进金口镇侯家滩村…。镇上建起冷库12座: and so does what it lies in.
            if let only, case let street = resolver.parent(of: only), resolver.level(of: street) == .street {
                latest[.street] = street
            }
        }
        paragraph = next
        mentioned = .none
        reported = .none
        thing = nil
        passed = .none
        isFirst = true
        isInSpeech = false
        site = .none
        hasFigures = false
        isLed = false
        if block.kind == .paragraph { paragraphs += 1 }
        isFirstParagraph = paragraphs <= 1
        // A quotation at the head of a paragraph is about the place of whoever speaks, who is named behind it.
        if resolver.level(of: article) <= .county, heading == .none, let last = communities.last, mentions.isEmpty,
            isToldByCommunity(block, text)
        {
            next = last
            paragraph = next
        }
        if !mentions.isEmpty, let place = answerer(block, text) {
            next = place
            paragraph = place
            remember(place)
        }
        if tools.opensWithSpeech(block, text), let first = mentions.indices.first {
            let last = chainEnd(from: first, in: mentions)
            if mentions[first].mention.range.lowerBound - block.range.lowerBound < 400,
                resolver.level(of: mentions[last].node) >= .street,
                // “一楼停了7辆！”在光熙苑社区，检查组…: where it is said while the street's people go round
                resolver.level(of: article) <= .county
                    || !text.has("在", before: mentions[first].mention.range.lowerBound),
                // 升平路社区居民宋女士, or who lives there, says what she sees, and not only at home
                !(["居民", "村民", "住户", "业主"] as [StaticString]).contains(where: {
                    text.has($0, at: mentions[last].mention.range.upperBound)
                }) && !text.has("住", before: mentions[first].mention.range.lowerBound)
                    || resolver.level(of: article) <= .county
            {
                next = mentions[last].node
                paragraph = next
                remember(next)
            }
        }
    }

    /// Whether a paragraph of an article about a park goes back to the park, however its last paragraph has told of the town beside it,
    /// unless the street does something in it.
    private func returnsToZone(_ block: Block, _ text: Span<UInt8>) -> Bool {
        !isNews && resolver.level(of: article) == .zone && next != article
            && !(["街道", "镇", "社区", "居民", "当地"] as [StaticString]).contains {
                tools.opensAnyClause(with: $0, in: block, text)
            }
    }

    /// 答（永泰街道便民服务中心 老周）：…: the street or community of whoever answers a question, as brackets name him at the head of a
    /// paragraph before a colon.
    private func answerer(_ block: Block, _ text: Span<UInt8>) -> PlaceNode? {
        guard block.kind == .paragraph, let first = mentions.first,
            case let start = first.mention.range.lowerBound, start - block.range.lowerBound <= 9,
            start > block.range.lowerBound,
            tools.classes[text.scalar(at: text.scalarStart(before: start)).value] == .openBracket,
            case let last = chainEnd(from: 0, in: mentions), resolver.level(of: mentions[last].node) >= .street,
            case let end = mentions[last].mention.range.upperBound,
            let close = (end..<min(end + 75, block.range.upperBound)).first(where: {
                text.has("）", at: $0) || text.has(")", at: $0)
            })
        else { return nil }
        let behind = close + (text.has(")", at: close) ? 1 : 3)
        return text.has("：", at: behind) || text.has(":", at: behind) ? mentions[last].node : nil
    }

    /// 阳高县龙泉镇西关社区：… over a piece of its own: whether the line over the block names a place or what it lies in, so that
    /// even a distant one goes on.
    func isHeaded(_ node: PlaceNode) -> Bool { heading != .none && isPlace(heading, in: node) }

    fileprivate static let returns: WordList = [
        "此次", "这次", "这里", "这场", "这个", "这条", "这处", "本次", "本场", "该", "如今", "现在", "过去", "以前", "从前", "以往", "改造前", "改造后",
        "改造中", "整治后", "为此", "原来", "当时", "随后",
        "之后",
    ]

    /// 此次改造涉及楼栋26栋: whether a paragraph without a place goes on about the street or community of the one before, or the
    /// district in an article about its city.
    @inline(__always)
    private func goesOnAboutScene(_ block: Block, _ text: Span<UInt8>) -> Bool {
        block.kind == .paragraph && mentions.isEmpty && !isSection
            && (resolver.level(of: next) >= .street
                || !isNational && resolver.level(of: next) > resolver.level(of: article))
            && (PlaceDiscourse.returns.begins(in: text, at: block.range.lowerBound) || goesOnAboutThing(block, text))
    }

    /// 光熙苑社区食堂…。 before 食堂承包人老纪说，…: whether a paragraph begins with the thing that the one before has called after the
    /// place which it was about.
    private func goesOnAboutThing(_ block: Block, _ text: Span<UInt8>) -> Bool {
        guard let called, called.node == next, lastBlock.contains(called.name.lowerBound) else { return false }
        return opens(block.range, with: called.name, text)
    }

    /// “每天来两名。”罗熠说, 她负责的楼栋…: whether a paragraph without a place begins with somebody of whom the one before has
    /// told at the place that it was about.
    @inline(__always)
    private func goesOnAboutPerson(_ block: Block, _ text: Span<UInt8>) -> Bool {
        guard block.kind == .paragraph, lastBlock.upperBound <= block.range.lowerBound, !isSection,
            resolver.level(of: next) >= .street, next != article, mentions.isEmpty
        else { return false }
        var start = block.range.lowerBound
        if text.has("“", at: start) {
            guard let close = block.range.prefix(400).first(where: { text.has("”", at: $0) }) else { return false }
            start = close + 3
        }
        return tools.beginsWithPerson(at: start, of: lastBlock, text)
    }

    private static let tellers: WordList = [
        "社区书记", "社区主任", "社区党委", "社区党总支", "社区党支部", "社区居委会", "社区网格", "社区干部", "社区工作人员", "社区居民", "村书记", "村主任", "村党",
        "村支书", "村委会", "村民",
    ]

    /// “平均每户花了1.8万元。”社区主任周敏说: whether somebody of the community that the text has named last says what a
    /// paragraph without a place begins with.
    private func isToldByCommunity(_ block: Block, _ text: Span<UInt8>) -> Bool {
        guard text.has("“", at: block.range.lowerBound),
            let end = block.range.prefix(400).first(where: { text.has("”", at: $0) })
        else { return false }
        return PlaceDiscourse.tellers.begins(in: text, at: end + 3)
    }

    /// The place of a line that names it and nothing else, or before what it announces: 土门坊街道：全过一遍筛子,
    /// 【涧河东街道】敲门行动.
    private func placeLine(_ block: Block, _ text: Span<UInt8>) -> PlaceNode? {
        if let last = mentions.last, tools.isTitleLine(block, text), text.has("：", at: last.mention.range.upperBound),
            last.mention.range.upperBound + 3 == block.range.upperBound,
            tools.opensClause(chainStart(of: mentions.count - 1, in: mentions), in: block.range, text)
        {
            // 【数读】截至2025年底，武侯区：
            return last.node
        }
        guard let first = mentions.first, first.mention.range.lowerBound - block.range.lowerBound <= 8 else {
            return nil
        }
        let last = chainEnd(from: 0, in: mentions)
        let end = mentions[last].mention.range.upperBound
        // 湘江新区, 云谷产业园 alone in its line, as districts stand there
        let isZone = resolver.level(of: mentions[last].node) == .zone && block.range.upperBound - end <= 3
        guard resolver.level(of: mentions[last].node) >= .street || isZone || isPart(mentions[last].node) else {
            return nil
        }
        if block.range.upperBound - end <= 3 { return last + 1 == mentions.count ? mentions[last].node : nil }
        // 市南区湛山街道仰口路社区：为老人编织60余顶暖心冬帽: the headline of a piece calls its place by the whole chain, and is no row.
        let isHeadline = last >= 2 && tools.isHeadline(from: end, in: block, text)
        guard isHeadline || tools.isTitleLine(block, text) else { return nil }
        let opensBracket = first.mention.range.lowerBound > block.range.lowerBound
        // ■ 永泰街道　义诊摊子摆到家门口: the headline of the next piece of a digest
        if ReadingTools.pieces.begins(in: text, at: block.range.lowerBound), end < block.range.upperBound,
            classes[text.scalar(at: end).value] == .space, !tools.holdsFigure(end..<block.range.upperBound, text)
        {
            return mentions[last].node
        }
        for mark in ["：", ":", "——", "】"] as [StaticString]
        where text.has(mark, at: end) && (opensBracket || !text.has("】", at: end)) {
            // 光熙苑社区：网格员5人 is a row of its own.
            return !isHeadline && tools.holdsFigure(end..<block.range.upperBound, text) ? nil : mentions[last].node
        }
        return nil
    }

    /// 五、光熙苑社区卫生站（滞后） over the rows that tell of it: the community of a numbered line that names one thing and gives no
    /// figure.
    @inline(__always)
    private func numberedLine(_ block: Block, _ text: Span<UInt8>) -> PlaceNode? {
        guard mentions.count == 1, let only = mentions.first, resolver.level(of: only.node) == .community,
            only.mention.range.lowerBound - block.range.lowerBound <= 9, tools.isNumbered(block, text),
            tools.isTitleLine(block, text),
            !tools.holdsFigure(only.mention.range.upperBound..<block.range.upperBound, text),
            tools.attribute(behind: only.mention.range.upperBound, block.range, text) != nil
        else { return nil }
        return only.node
    }

    /// 平城区 over its figures in a bulletin of 大同市 or an article about it, 云冈区 below what 平城区 has been the headline of.
    private func isPart(_ county: PlaceNode) -> Bool {
        guard resolver.level(of: county) == .county else { return false }
        if resolver.level(of: article) == .county, resolver.parent(of: article) != .none,
            resolver.parent(of: county) == resolver.parent(of: article)
        {
            return true
        }
        return [resolver.region, article].contains {
            resolver.level(of: $0) == .prefecture && isPlace(county, in: $0)
        }
    }

    /// 3.枣园路社区启用充电棚。投资18.5万元。: a point about one place
    /// （四）区公安分局在新胜街道试点“一警六员”。首批选聘85人。: or one whose title names the only one that it tells of
    @inline(__always)
    private func opensWithPlace(_ block: Block, _ text: Span<UInt8>) -> Bool {
        guard let first = mentions.first else { return false }
        // 【淇滨区】区里把党员编队。… in an article about 鹤壁市
        if isPart(first.node), let label = text.blackLabel(opening: block.range), label == first.mention.range {
            return true
        }
        guard resolver.level(of: first.node) >= .street else { return false }
        // 【场景三】午后，|东湾街道…: behind a label and a time
        let start = tools.labelEnd(of: block, text)
        if first.mention.range.lowerBound - start <= 12 { return true }
        guard first.mention.range.lowerBound - block.range.lowerBound <= 60,
            tools.endsTitle(from: first.mention.range.upperBound, in: block.range, text)
        else { return false }
        return mentions.allSatisfy { isPlace($0.node, in: first.node) || isPlace(first.node, in: $0.node) }
    }
}

/// What marks a line over others as one of several: 五、光熙苑社区卫生站, ■ 永泰街道.
enum HeadingMark {
    case none, number, sign
}

/// What the words of a block say by themselves.
extension ReadingTools {
    /// Whether the sentence that is read at a position ends soon, without a figure and with another behind it.
    fileprivate func endsTitle(from start: Int, in block: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < block.upperBound, position - start <= 75 {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .sentenceEnd { return position + length < block.upperBound }
            if classes[scalar] == .digit || classes[scalar] == .clauseEnd { return false }
            position += length
        }
        return false
    }

    /// What stands for a person who has been told of.
    static let pronouns: WordList = ["他", "她"]
    /// The hundred surnames of most people, and some of the next.
    static let surnames = Set(
        ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺"
            + "顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙")
            .unicodeScalars.map(\.value))

    /// 李秀珍|：…: the name of two or three characters that opens a headline before a colon.
    func personOpening(_ title: Range<Int>, _ text: Span<UInt8>) -> Range<Int>? {
        guard let colon = title.prefix(13).first(where: { text.has("：", at: $0) }),
            case let name = title.lowerBound..<colon, name.count == 6 || name.count == 9, text[name.lowerBound] >= 0xE3,
            ReadingTools.surnames.contains(text.scalar(at: name.lowerBound).value),
            (lexicon.phrases.longestMatch(in: text, at: name.lowerBound, end: colon)?.length ?? 0) < name.count
        else { return nil }
        return name
    }

    /// 李秀珍 of 李秀珍今年61岁，是|永泰街道…, where a headline has her name somewhere: “老主任”李秀珍的本子.
    func person(
        presentedBefore position: Int, in block: Range<Int>, namedIn titles: [Block], _ text: Span<UInt8>
    ) -> Range<Int>? {
        guard text.has("是", before: position) else { return nil }
        var start = position
        while start > block.lowerBound, position - start <= 75 {
            let before = text.scalarStart(before: start)
            if classes[text.scalar(at: before).value] == .sentenceEnd { break }
            start = before
        }
        guard start + 9 <= position, text[start] >= 0xE3 else { return nil }
        return name(at: start, namedIn: titles, text).flatMap { name in
            ReadingTools.introducedBy.begins(in: text, at: name.upperBound) ? name : nil
        }
    }

    /// 李秀珍 of 永泰街道光熙苑社区有个“记账人”，叫|李秀珍, where a headline has her name.
    func person(
        calledBehind position: Int, in block: Range<Int>, namedIn titles: [Block], _ text: Span<UInt8>
    ) -> Range<Int>? {
        var scan = position
        while scan < block.upperBound, scan - position <= 90 {
            let (scalar, length) = text.scalar(at: scan)
            if classes[scalar] == .sentenceEnd { return nil }
            scan += length
            guard scan + 6 <= text.count, ReadingTools.callings.ends(in: text, at: scan),
                ReadingTools.surnames.contains(text.scalar(at: scan).value)
            else { continue }
            if let name = name(at: scan, namedIn: titles, text) { return name }
        }
        return nil
    }

    private static let services: WordList = ["工作", "任职", "干了", "当了", "扎根", "服务了", "当村", "担任", "任书记", "任主任"]

    /// 李秀珍 of 李秀珍今年58岁，当过兵，在|光熙苑社区|工作了十九年, where a headline calls her by her surname: “板凳书记”老李.
    func person(
        servingAt place: Range<Int>, in block: Range<Int>, namedIn titles: [Block], _ text: Span<UInt8>
    ) -> Range<Int>? {
        guard text.has("在", before: place.lowerBound), ReadingTools.services.begins(in: text, at: place.upperBound),
            block.lowerBound + 9 <= place.lowerBound, text[block.lowerBound] >= 0xE3,
            case let surname = text.scalar(at: block.lowerBound).value, ReadingTools.surnames.contains(surname),
            let length = [9, 6].first(where: { ReadingTools.introducedBy.begins(in: text, at: block.lowerBound + $0) }),
            titles.contains(where: { title in
                title.range.prefix(150).contains {
                    text.has("老", at: $0) && $0 + 6 <= text.count && text.scalar(at: $0 + 3).value == surname
                }
            })
        else { return nil }
        return block.lowerBound..<block.lowerBound + length
    }

    private static let callings: WordList = ["叫", "名叫", "书记", "主任", "网格员", "社工", "志愿者", "村医", "楼长"]

    /// The two or three characters at a position that a headline has as well.
    private func name(at start: Int, namedIn titles: [Block], _ text: Span<UInt8>) -> Range<Int>? {
        [9, 6].lazy.map { start..<start + $0 }.first { name in
            name.upperBound <= text.count && text[start] >= 0xE3
                && (lexicon.phrases.longestMatch(in: text, at: start, end: name.upperBound)?.length ?? 0) < name.count
                && titles.contains { title in
                    title.range.prefix(150).contains { begins($0..<title.range.upperBound, with: name, text) }
                }
        }
    }

    /// What follows the name of the person whom a sentence presents.
    private static let introducedBy: WordList = ["今年", "，", "是", "（", "年近", "年逾", "生于"]

    /// 李秀珍今年61岁，是|永泰街道…的调解员: whether 是 stands before a position, and the name a few words before it.
    func isSaid(of name: Range<Int>, before position: Int, in block: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard text.has("是", before: position) else { return false }
        var scan = position
        while scan > block.lowerBound, position - scan <= 75 {
            scan = text.scalarStart(before: scan)
            if classes[text.scalar(at: scan).value] == .sentenceEnd { return false }
            if begins(scan..<position, with: name, text) { return true }
        }
        return false
    }

    /// Whether a stretch begins with the words of another.
    func begins(_ range: Range<Int>, with words: Range<Int>, _ text: Span<UInt8>) -> Bool {
        words.count <= range.count
            && words.indices.allSatisfy { text[$0] == text[range.lowerBound + $0 - words.lowerBound] }
    }

    /// Whether a pronoun stands at a position, or the name of a person that a stretch before holds: a surname and a character
    /// with which it makes no word.
    fileprivate func beginsWithPerson(at start: Int, of before: Range<Int>, _ text: Span<UInt8>) -> Bool {
        if ReadingTools.pronouns.begins(in: text, at: start) { return true }
        guard start + 6 <= text.count, text[start] >= 0xE3, text[start + 3] >= 0xE3,
            ReadingTools.surnames.contains(text.scalar(at: start).value),
            (lexicon.phrases.longestMatch(in: text, at: start, end: min(text.count, start + 12))?.length ?? 0) <= 3
        else { return false }
        return before.contains { position in
            position + 6 <= before.upperBound && (0..<6).allSatisfy { text[position + $0] == text[start + $0] }
        }
    }

    /// Whether a block begins with what somebody says, against the name in quotation marks of “和合”调解室.
    fileprivate func opensWithSpeech(_ block: Block, _ text: Span<UInt8>) -> Bool {
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

    /// What opens a piece of a digest. A point of a list (`bullets`) may be a whole paragraph, and has other signs as well.
    fileprivate static let pieces: WordList = [
        "◎", "◆", "■", "●", "★", "☆", "◇", "□", "○", "❖", "◈", "※", "▶", "♣", "【", "▼", "▲", "►", "📌",
        "⚫", "🔴", "🟢", "🔵", "📢", "🔔", "📣",
    ]

    /// A short line behind a bullet, which announces what stands under it.
    fileprivate func opensPiece(_ block: Block, _ text: Span<UInt8>) -> Bool {
        guard block.kind == .paragraph || block.kind == .subheading,
            let sign = ReadingTools.pieces.match(in: text, at: block.range.lowerBound, end: block.range.upperBound)
        else { return false }
        // 📌这场招聘会有多火？: what the text tells of already
        if PlaceDiscourse.returns.begins(in: text, at: block.range.lowerBound + sign) { return false }
        // 【下周安排】整治沿线7公里；…: such a label needs no line of its own
        return isTitleLine(block, text) || text.has("【", at: block.range.lowerBound)
    }

    /// Behind the label in black brackets with which a block begins; where the block does, if it has none: 【场景三】|午后，….
    fileprivate func labelEnd(of block: Block, _ text: Span<UInt8>) -> Int {
        guard text.has("【", at: block.range.lowerBound),
            let close = block.range.prefix(60).first(where: { text.has("】", at: $0) })
        else { return block.range.lowerBound }
        return close + 3
    }

    fileprivate func holdsFigure(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        range.contains { text[$0] >= 0x30 && text[$0] <= 0x39 }
    }

    /// Whether what stands in a line behind a name is a headline: a dozen characters or more without a full stop, and with
    /// one figure at most.
    fileprivate func isHeadline(from start: Int, in block: Block, _ text: Span<UInt8>) -> Bool {
        let rest = start..<block.range.upperBound
        guard (36...180).contains(rest.count) else { return false }
        var figures = 0
        var isFigure = false
        for position in rest {
            if text.has("。", at: position) || text.has("；", at: position) { return false }
            let isDigit = text[position] >= 0x30 && text[position] <= 0x39
            if isDigit, !isFigure { figures += 1 }
            isFigure = isDigit
        }
        return figures <= 1
    }

    /// A line of thirty characters at most that ends no sentence.
    func isTitleLine(_ block: Block, _ text: Span<UInt8>) -> Bool {
        block.range.count <= 90 && !text.has("。", before: block.range.upperBound)
            && !text.has("；", before: block.range.upperBound)
    }

    private static let bullets: WordList = [
        "——", "●", "■", "◆", "★", "▪", "•", "①", "②", "③", "④", "⑤", "⑥", "【", "·", "▶", "♣",
    ]

    /// （二）抓民生, 1.加快…, ——主动发现: a point of a list.
    func isNumbered(_ block: Block, _ text: Span<UInt8>) -> Bool {
        var position = block.range.lowerBound
        if ReadingTools.bullets.begins(in: text, at: position) { return block.kind == .paragraph }
        // 第三，…, 第二层，…: how a speaker numbers what he says
        if text.has("第", at: position) { return isOrdinalOpening(block, text) }
        var numerals = 0
        while position < block.range.upperBound, numerals < 4 {
            let (scalar, length) = text.scalar(at: position)
            switch classes[scalar] {
            case .openBracket where numerals == 0: break
            case .digit, .hanDigit, .hanUnit: numerals += 1
            case .closeBracket, .pause: return numerals > 0
            case .mark where scalar == "." || scalar == "．": return numerals > 0
            // 二,工作目标: in texts with half-width marks
            case .clauseEnd where scalar == 0x2C: return numerals > 0 && text[position - 1] >= 0x80
            default: return numerals > 0 && text.has("是", at: position)
            }
            position += length
        }
        return false
    }

    /// 第三，…; 第三层，怎么办。: whether a paragraph begins with its number and a comma, with one character between at most.
    private func isOrdinalOpening(_ block: Block, _ text: Span<UInt8>) -> Bool {
        var position = block.range.lowerBound + 3
        guard block.kind == .paragraph, position < block.range.upperBound,
            [.hanDigit, .hanUnit].contains(classes[text.scalar(at: position).value])
        else { return false }
        position += text.scalar(at: position).length
        for _ in 0..<2 where position < block.range.upperBound {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .clauseEnd || classes[scalar] == .pause { return true }
            // 第三年，第一批，: when, and which of them
            if ReadingTools.turns.begins(in: text, at: position) { return false }
            position += length
        }
        return false
    }

    private static let turns: WordList = ["天", "日", "年", "月", "周", "次", "批", "场", "期", "季", "轮", "届"]
    private static let summaryOpenings: WordList = ["截至", "据统计", "数据显示", "据悉", "据了解", "据介绍", "像这样", "类似", "诸如此类"]

    fileprivate func opensSummary(_ block: Block, _ text: Span<UInt8>) -> Bool {
        ReadingTools.summaryOpenings.begins(in: text, at: block.range.lowerBound)
    }
}
