import Bulletins
import Places
import Scanning

/// What a sentence is about, and what it leaves to the next one.
extension PlaceDiscourse {
    /// Where the sentence names places, in order.
    func names(in sentence: Range<Int>) -> [PlaceName] {
        mentions[inSentence].map { PlaceName(range: $0.mention.range, isListed: $0.mention.form != .unlisted) }
    }

    /// Takes over what the sentence is about for those after it; called for every sentence, in order.
    mutating func enter(sentence: Range<Int>, pointers: inout [Int], _ text: Span<UInt8>) {
        // Exchanged, so that neither array is copied or made anew.
        swap(&self.pointers, &pointers)
        if isDistant(next), !isHeaded(next) { next = article }
        // In the middle of a paragraph about a district an example ends with its sentence.
        if !isFirst, isSection || resolver.level(of: article) <= .county && !lacksSubject(sentence, text) {
            next = isSection ? article : paragraph
        }
        // 平城区把七里村选作样板: in an article about a village what the district does is said in one sentence.
        if next != article, next != reported, next != heading, resolver.level(of: article) > .street,
            resolver.level(of: next) <= .county,
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
        // 大同将加装电梯300部！惠及居民4800户。: a sentence without a subject goes on about the one before.
        if passed != .none, tools.lacksSubject(sentence, text) { inherited = passed }
        passed = .none
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
        countNames()
        var isSkipped = false
        // What the chain of names that is read only says the place of.
        var subject: PlaceNode?
        if next != .none, next != resolver.region, !isNational || mentioned == .none { mentioned = next }
        // The focus before the chain of names that is read.
        var before = next
        // Where the sentence says that somebody lives.
        var lodging = PlaceNode.none
        // Whether the chain of names that is read only names an instance.
        var isInstance = false
        // Where the chain of names begins that was read last.
        var chainStart = sentence.lowerBound
        for (mention, node) in mentions[inSentence] {
            isPlaced = true
            // 江安里街道位于成都市双流区: the whole chain says where the street lies.
            if mention.link == .narrows, isSkipped {
                if let subject { resolver.place(subject, in: node) }
                continue
            }
            subject = subjectLying(at: mention, node, of: members, in: sentence, text)
            isSkipped = subject != nil
            if let subject { resolver.place(subject, in: node) }
            if let pointed = pointedAt(from: position, to: mention.range.lowerBound, near: next, text) {
                next = pointed
            }
            let isListed =
                mention.link == .lists || !members.isEmpty && tools.goesOnList(mention, behind: position, text)
            position = mention.range.upperBound
            if mention.link != .narrows { chainStart = mention.range.lowerBound }
            if mention.level >= .zone, mention.level != .street,
                let noun = tools.attribute(behind: mention.range.upperBound, sentence, text), noun.count > 3
            {
                called = (node, noun)
            }
            if tools.isPark(mention, text) { park = node }
            let isTopic =
                (mention.link != .none || isListed) && !members.isEmpty
                || !isSkipped && !tools.isBracketed(mention, text)
                    && (tools.opensClause(mention.range.lowerBound, in: sentence, text) || tools.isAlso(mention, text)
                        || tools.isPresented(mention, from: chainStart, in: sentence, text)
                        || tools.isRelative(mention, text)
                        || tools.isLocated(mention, in: sentence, text)
                        || tools.isMade(mention, text) || isNational && tools.isHost(mention, text))
                    && (!tools.isCompared(mention.range.lowerBound, sentence, text) || tools.isTreated(mention, text))
                    && !tools.isOrganiser(mention, text)
                    && !isOrigin(mention, text)
                    && !isPartner(mention, of: members.first ?? next, in: sentence, text)
                    && !tools.isSupporter(mention, text) && !isAgency(mention, node, text)
                    && !isElsewhere(mention, node, text) && !tools.isMemberOfWhole(mention, text)
                    && !tools.isExcepted(mention, before: sentence.upperBound, text)
            guard isTopic, !tools.isExample(mention, text) else {
                if mention.link == .none, !isSkipped { members.removeAll(keepingCapacity: true) }
                continue
            }
            if mention.link != .narrows {
                if node != next || !tools.isBare(mention, text) { topics += 1 }
                // 家住古城街道的刘女士在永泰街道大厅…: where somebody lives is nothing to come back to.
                before = next == lodging && lodging != .none ? inherited : next
                if text.has("住", before: mention.range.lowerBound) { lodging = node }
                isInstance = tools.isInstance(mention.range.lowerBound, text)
            }
            take(mention, node, isListed: isListed, into: &members, from: &membersStart)
            next =
                tools.closesExamples(mention, of: members.count, text)
                ? whole(of: members, else: before)
                : members.count > 1 ? joined(members, from: membersStart, to: mention, text) : node
            if members.count == 1 { remember(node) }
            focusParagraph = paragraphs
            isPassing =
                !isFirst && !isFirstParagraph && resolver.level(of: article) == .street && next != article
                && isPlace(next, in: article)
            mentioned = next
            // 家住和平里社区的李奶奶: where somebody lives is not what a text about a street goes on about.
            if resolver.level(of: article) >= .street || resolver.level(of: before) >= .street,
                text.has("住", before: mention.range.lowerBound)
            {
                next = before
            }
            // 清理垃圾30吨，在光熙苑社区补栽苗木60株。投入资金20万元。
            if tools.isSpot(mention, in: sentence, text), before != .none, resolver.level(of: before) == .street,
                before == resolver.parent(of: node), !isFirst || article == before || heading == before
            {
                next = before
            }
            // 改造小区30个，如光熙苑社区…。新增车位600个。 what follows is told of the whole again.
            if isInstance { next = before }
            // 白佛桥是第二个开业的。: a name cut short is one of those that the text is about.
            if tools.isBare(mention, text) {
                next = before
                thing = tools.attribute(behind: mention.range.upperBound, sentence, text).map { (node, $0) } ?? thing
            }
            // 洪家营社区卫生服务站迁建项目: a place before a noun is where that thing is, not what the text goes on about.
            if before != article || isSection || resolver.level(of: article) < .county,
                !isPlace(before, in: node),
                let noun = tools.attribute(behind: mention.range.upperBound, sentence, text),
                !(isNational && tools.isHost(mention, text))
            {
                next = before
                thing = noun.count > 3 ? (node, noun) : nil
            }
        }
        var isPointed = false
        if let pointed = pointedAt(from: position, to: sentence.upperBound, near: next, text),
            !isStage(members.last, from: chainStart, to: position, of: pointed, text)
        {
            next = pointed
            isPointed = true
        }
        if let body = mentions[inSentence].last(where: { resolver.level(of: $0.node) == .county }),
            tools.isReporter(behind: body.mention.range.upperBound, text)
        {
            // 据开福区住建局介绍，…: what its people tell of it goes on to the end of the paragraph
            reported = body.node
        }
        if tools.isEpitome(sentence, text) {
            // 光熙苑社区的变化是全区旧改的缩影。新建公园3座。 what follows is told of the district.
            if let whole = mentions[inSentence].last(where: {
                text.has("是", before: $0.mention.range.lowerBound) || text.has("为", before: $0.mention.range.lowerBound)
            }) {
                // 这只是北关街道旧改的缩影
                next = whole.node
            } else if resolver.level(of: next) >= .street {
                let isPart = resolver.level(of: article) >= .street && article != next && isPlace(next, in: article)
                next = isPart ? article : resolver.holder(of: next)
            }
            reported = next
        }
        // 甲社区清理…；乙社区修补…。 each is told of in its part of the sentence, and the next goes on with what was before
        if topics > 1, resolver.level(of: next) > .street, inherited != .none, resolver.level(of: inherited) >= .street,
            next != inherited, !(isFirst && isFirstParagraph), let last = mentions[inSentence].last,
            !tools.isAlso(last.mention, text),
            !tools.isPresented(last.mention, from: last.mention.range.lowerBound, in: sentence, text)
        {
            next = inherited
        }
        // 成都有区县20个。, 全市已有食堂800家。: what a bulletin of a district says of its city, it says in one sentence.
        if next != inherited, next != article, isPointed ? isPassing(by: next) : resolver.isAround(next) {
            passed = next
            next = inherited
        }
        // 永泰街道的剪纸节、古城街道的灯会…: a list of things, each of another place
        if topics == 1, next != inherited, tools.namesEqual(mentions[inSentence], to: next, text) { next = inherited }
        // 修路6条；永泰街道获评…；建公园3个。 an item of a list is about its place alone.
        if topics == 1, next != inherited, let only = mentions[inSentence].first,
            tools.opensLaterItem(only.mention, of: sentence, text)
        {
            next = inherited
        }
        // 📊数说三月 全街道共开展…: a line about the whole ends what the headings before it were about.
        if isFirst, heading != .none, next != heading, isPlace(heading, in: next) { heading = .none }
    }

    /// 全市, 全国: whether a word points to a place that is wider than the county of which the article tells.
    private func isPassing(by wider: PlaceNode) -> Bool {
        !isNational && resolver.level(of: wider) <= .prefecture && resolver.level(of: article) >= .county
            && resolver.level(of: inherited) >= .county
    }

    /// The place of which a name only tells where it lies: that which the sentence is about, or the one before it where it
    /// names none (升平苑社区开了食堂。这里隶属沧台路街道，…).
    private func subjectLying(
        at mention: PlaceMention, _ node: PlaceNode, of members: [PlaceNode], in sentence: Range<Int>,
        _ text: Span<UInt8>
    ) -> PlaceNode? {
        if members.count == 1 { return isHere(mention, node, of: members[0], sentence, text) ? members[0] : nil }
        guard members.isEmpty, !isNational, tools.locates(before: mention.range.lowerBound, text),
            resolver.level(of: inherited) >= .street, resolver.level(of: inherited) > resolver.level(of: node),
            tools.isHereBefore(mention.range.lowerBound, in: sentence, text)
        else { return nil }
        return inherited
    }

    /// 绿柳社区食堂满月。食堂面积280平方米: whether a sentence begins with the name of a thing, or with its last two characters
    /// (政务大厅…。大厅设窗口12个).
    func opens(_ sentence: Range<Int>, with name: Range<Int>, _ text: Span<UInt8>) -> Bool {
        begins(sentence, with: name, text)
            || name.count > 6 && begins(sentence, with: name.upperBound - 6..<name.upperBound, text)
    }

    private func begins(_ sentence: Range<Int>, with name: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard name.count <= sentence.count else { return false }
        return name.indices.allSatisfy { text[$0] == text[sentence.lowerBound + $0 - name.lowerBound] }
    }
}
