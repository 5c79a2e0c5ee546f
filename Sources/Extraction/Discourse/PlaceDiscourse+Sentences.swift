import Bulletins
import Places
import Scanning

/// What a sentence is about, and what it leaves to the next one.
extension PlaceDiscourse {
    /// How far a sentence was read, and what its names have told so far.
    private struct Course {
        /// The place that was named last, or all of a list: 永泰街道、古城街道.
        var members: [PlaceNode] = []
        var membersStart: Int
        /// Behind the last name.
        var position: Int
        /// How many places the sentence is about.
        var topics = 0
        var isPlaced = false
        /// Whether the chain of names that is read only says where something lies.
        var isSkipped = false
        /// What the chain of names that is read only says the place of.
        var subject: PlaceNode?
        /// The focus before the chain of names that is read.
        var before: PlaceNode
        /// Where the sentence says that somebody lives.
        var lodging = PlaceNode.none
        /// Whether the chain of names that is read only names an instance.
        var isInstance = false
        /// Whether the sentence tells that something is held in the place that it named last.
        var isHost = false
        /// Where the chain of names begins that was read last.
        var chainStart: Int
        /// What the sentence tells of before it tells of a part of that: 铺管6.4公里，其中光熙苑社区1.8公里。
        var whole = PlaceNode.none
    }

    /// Where the sentence names places, in order.
    @inline(__always)
    func names(in sentence: Range<Int>) -> [PlaceName] {
        mentions[inSentence].map {
            PlaceName(
                range: $0.mention.range,
                isListed: $0.mention.form != .unlisted || $0.mention.isCertain && $0.mention.level == .street)
        }
    }

    /// Takes over what the sentence is about for those after it; called for every sentence, in order.
    mutating func enter(sentence: Range<Int>, _ scan: inout SentenceScan, _ text: Span<UInt8>) {
        // Exchanged, so that neither array is copied or made anew.
        swap(&pointers, &scan.pointers)
        closesBracket = scan.closesBracket
        opensParagraph = isFirst
        inherit(sentence, text)
        findNames(in: sentence)
        // 枫巷夜集接待游客48万人次。
        if let place = placeOfNamed(in: sentence, text) {
            next = place
            inherited = place
        }
        if let place = reached(in: sentence, text) {
            next = place
            inherited = place
        }
        if next != .none, next != resolver.region, !isNational || mentioned == .none { mentioned = next }
        var course = Course(
            membersStart: sentence.lowerBound, position: sentence.lowerBound, before: next,
            chainStart: sentence.lowerBound)
        for (mention, node) in mentions[inSentence] { enter(mention, node, in: sentence, &course, text) }
        let isPointed = followPointer(course, in: sentence, text)
        followTeller(in: sentence, text)
        // “街道给了25万元。我还想…”: what somebody says of the street besides
        if let isOpen = scan.leavesSpeechOpen { isInSpeech = isOpen }
        leave(sentence, after: course, isPointed: isPointed, text)
        // 除了吃，还有医。荐福路街道…: sentences without figures lead up to the place that a paragraph is about.
        // Several of them are examples.
        // 最费神的活儿在永泰街道。光熙苑社区…: and they may come to a place in the one that they named first
        if isFirst
            || !hasFigures && course.topics == 1
                && (!isLed || resolver.level(of: paragraph) == .street && isPlace(next, in: paragraph))
        {
            paragraph = next
        }
        // “…。”光熙苑社区网格员说。平城区配备网格员1329名。去年，…: the county of which the article tells takes the paragraph back
        if !isSection, !hasFigures, course.topics == 1, next == article, resolver.level(of: article) <= .county {
            paragraph = next
        }
        isLed = isLed || course.isPlaced
        isFirst = false
    }

    /// What the sentence is about as long as it names nothing: 大同将加装电梯300部！|惠及居民4800户。
    private mutating func inherit(_ sentence: Range<Int>, _ text: Span<UInt8>) {
        if isDistant(next), !isHeaded(next) { next = article }
        // In the middle of a paragraph about a district an example ends with its sentence.
        if !isFirst, isSection || resolver.level(of: article) <= .county && !lacksSubject(sentence, text) {
            next = isSection ? article : paragraph
        }
        // 平城区把七里村选作样板: in an article about a village what the district does is said in one sentence.
        if next != article, next != reported, next != heading, resolver.level(of: article) > .street,
            resolver.level(of: next) <= .county,
            isPlace(article, in: next), !tools.opensWithOfficeOfCounty(sentence, text),
            // 平城区教育局把这一做法推开。截至5月，已有…: but not where a paragraph begins with what the district does by itself
            isFirst || next != paragraph || mentions[inSentence].contains(where: { isPlace($0.node, in: article) })
        {
            next = article
        }
        followOffice(sentence, text)
        followPerson(sentence, text)
        if isNational || isNewscast && isFirst, mentioned != .none || next != .none && next != resolver.region,
            tools.speaksOfCountry(
                sentence, isAbroad: countryAbroad(of: next) != nil, isOfPlace: !isNational, text)
        {
            next = resolver.region
        }
        if let thing, opens(sentence, with: thing.name, text) { next = thing.node }
        if let place = finished(sentence, text) ?? (counted.isEmpty ? nil : recounted(sentence, text)) { next = place }
        if site != .none, tools.opensWithProject(sentence, text) { next = site }
        site = .none
        inherited = tools.endsInSpeech(sentence, text) ? speaker(after: sentence, text) ?? next : next
        // 大同将加装电梯300部！惠及居民4800户。: a sentence without a subject goes on about the one before.
        if passed != .none, tools.lacksSubject(sentence, text) { inherited = passed }
        passed = .none
    }

    /// 永泰街道光熙苑社区书记说，…。区委组织部到各社区蹲点: what an office of the county does of which the article tells is told of the county.
    private mutating func followOffice(_ sentence: Range<Int>, _ text: Span<UInt8>) {
        guard !isNational, !isFirst, resolver.level(of: article) == .county, resolver.level(of: next) > .county,
            isPlace(next, in: article), tools.opensWithOfficeOfCounty(sentence, text),
            !tools.speaksOfHere(in: sentence, text)
        else { return }
        next = article
    }

    /// 光熙苑社区网格员周丽的包里有手电筒。她管着286户: what a pronoun tells of somebody is told of where that is whom the paragraph has
    /// named with a place.
    private mutating func followPerson(_ sentence: Range<Int>, _ text: Span<UInt8>) {
        guard let person, person.paragraph == paragraphs, tools.takesUpPerson(sentence, text) else { return }
        next = person.place
    }

    /// Which of the block's names stand in the sentence.
    private mutating func findNames(in sentence: Range<Int>) {
        var first = inSentence.upperBound
        while first < mentions.count, mentions[first].mention.range.lowerBound < sentence.lowerBound { first += 1 }
        var last = first
        while last < mentions.count, mentions[last].mention.range.upperBound <= sentence.upperBound { last += 1 }
        inSentence = first..<last
        countNames()
    }

    /// Takes over one name of a sentence: 平城区|永泰街道|清理垃圾30吨.
    private mutating func enter(
        _ mention: PlaceMention, _ node: PlaceNode, in sentence: Range<Int>, _ course: inout Course,
        _ text: Span<UInt8>
    ) {
        course.isPlaced = true
        // 江安里街道位于成都市双流区: the whole chain says where the street lies.
        // 街道在光熙苑社区、|福安里社区开展义诊: and so do all of a list.
        if course.isSkipped, mention.link == .narrows || mention.link == .lists && course.subject != nil {
            if let subject = course.subject { resolver.place(subject, in: node) }
            return
        }
        course.subject = subjectLying(at: mention, node, of: course.members, in: sentence, text)
        course.isSkipped = course.subject != nil
        if let subject = course.subject { resolver.place(subject, in: node) }
        if let pointed = pointedAt(from: course.position, to: mention.range.lowerBound, near: next, text) {
            next = pointed
        }
        let isListed =
            mention.link == .lists
            || !course.members.isEmpty && goesOnList(mention, behind: course.position, text)
        course.position = mention.range.upperBound
        if mention.link != .narrows { course.chainStart = mention.range.lowerBound }
        noteThing(mention, node, in: sentence, text)
        guard isTopic(mention, node, isListed: isListed, course, in: sentence, text), !tools.isExample(mention, text)
        else {
            if mention.link == .none, !course.isSkipped { course.members.removeAll(keepingCapacity: true) }
            return
        }
        if mention.link != .narrows {
            if node != next || !tools.isBare(mention, text) { course.topics += 1 }
            // 家住古城街道的刘女士在永泰街道大厅…: where somebody lives is nothing to come back to.
            course.before = next == course.lodging && course.lodging != .none ? inherited : next
            if text.has("住", before: mention.range.lowerBound) { course.lodging = node }
            course.isInstance = tools.isInstance(mention.range.lowerBound, text)
            if course.whole == .none, course.before != node, isPlace(node, in: course.before),
                tools.isCountedPart(mention, in: sentence, text)
            {
                course.whole = course.before
            }
        }
        take(mention, node, isListed: isListed, into: &course.members, from: &course.membersStart)
        next =
            tools.closesExamples(mention, of: course.members.count, text)
                || tools.receives(course.membersStart, mention, of: course.members.count, text)
            ? whole(of: course.members, else: course.before)
            : course.members.count > 1 ? joined(course.members, from: course.membersStart, to: mention, text) : node
        if course.members.count == 1 { remember(node) }
        focusParagraph = paragraphs
        isPassing =
            !isFirst && !isFirstParagraph && resolver.level(of: article) == .street && next != article
            && isPlace(next, in: article)
        mentioned = next
        // 招聘会在光熙苑社区文化广场举行。30家企业…: what follows is told of what is held there.
        course.isHost = tools.hostsEvent(mention, in: sentence, text)
        if !course.isHost { comeBack(from: mention, node, in: sentence, course, text) }
    }

    /// What a name leaves for 该食堂 and 园区: 绿柳社区|食堂.
    private mutating func noteThing(
        _ mention: PlaceMention, _ node: PlaceNode, in sentence: Range<Int>, _ text: Span<UInt8>
    ) {
        if mention.level >= .zone, mention.level != .street,
            case let end = mention.range.upperBound,
            let noun = tools.thing(behind: text.has("的", at: end) ? end + 3 : end, sentence, text), noun.count > 3
        {
            called = (node, noun)
        }
        noteNamed(mention, node, in: sentence, text)
        if mention.level == .community, !isNational, tools.isPersonThere(behind: mention.range.upperBound, text) {
            person = (node, paragraphs)
        } else if mention.level == .community, node != person?.place {
            person = nil
        }
        if isNews, let name = tools.parkThere(behind: mention.range.upperBound, text) { park = (node, name) }
        if tools.isPark(mention, text) || text.has("安置区", before: mention.range.upperBound) || resolver.isVenue(node) {
            park = (node, mention.range)
        }
    }

    /// Whether the sentence goes on about a place that it names: 永泰街道|清理垃圾30吨, but 与永泰街道|共建.
    private func isTopic(
        _ mention: PlaceMention, _ node: PlaceNode, isListed: Bool, _ course: Course, in sentence: Range<Int>,
        _ text: Span<UInt8>
    ) -> Bool {
        (mention.link != .none || isListed) && !course.members.isEmpty && !isRouteEnd(mention, text)
            || !course.isSkipped && !tools.isBracketed(mention, text) && !tools.isQuarter(mention, text)
                && (tools.opensClause(mention.range.lowerBound, in: sentence, text) || tools.isAlso(mention, text)
                    || tools.isPresented(mention, from: course.chainStart, in: sentence, opens: isFirst, text)
                    || tools.isRelative(mention, text)
                    || tools.isLocated(mention, in: sentence, text)
                    || tools.isMade(mention, text)
                    || tools.isPlanner(mention, text) && (node == article || !isPlace(article, in: node))
                    || isNational && tools.isHost(mention, text) || isSceneOfNews(mention, text))
                && (!tools.isCompared(mention.range.lowerBound, sentence, text) || tools.isTreated(mention, text))
                && !tools.isOrganiser(mention, text)
                && !isOrigin(mention, text) && !isRouteEnd(mention, text) && !leadsToRoute(mention, text)
                && !onlyReports(mention, node, of: next, in: sentence, text)
                && !isPartner(mention, of: course.members.first ?? next, in: sentence, text)
                && !tools.isSupporter(mention, text) && !isAgency(mention, node, text)
                && !isElsewhere(mention, node, text) && !tools.isMemberOfWhole(mention, text)
                && !tools.isExcepted(mention, before: sentence.upperBound, text)
                && !(closesBracket && tools.bracketEnds(mention.range.lowerBound, before: sentence.upperBound, text))
    }

    /// Returns to the place before where a name is only told of in passing: 家住和平里社区的李奶奶, 改造小区30个，如光熙苑社区….
    private mutating func comeBack(
        from mention: PlaceMention, _ node: PlaceNode, in sentence: Range<Int>, _ course: Course, _ text: Span<UInt8>
    ) {
        let before = course.before
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
        if tools.isSpot(mention, in: sentence, text), tools.builds(behind: mention.range.upperBound, in: sentence, text)
        {
            site = node
        }
        // 改造小区30个，如光熙苑社区…。新增车位600个。 what follows is told of the whole again.
        if course.isInstance { next = before }
        // 白佛桥是第二个开业的。: a name cut short is one of those that the text is about.
        if tools.isBare(mention, text) {
            next = before
            thing = tools.attribute(behind: mention.range.upperBound, sentence, text).map { (node, $0) } ?? thing
        }
        // 洪家营社区卫生服务站迁建项目: a place before a noun is where that thing is, not what the text goes on about.
        if before != article || isSection || resolver.level(of: article) < .county,
            !isPlace(before, in: node), !leadsParagraph(course.chainStart, to: node, in: sentence, text),
            !tools.isPresented(mention, from: course.chainStart, in: sentence, text),
            let noun = tools.attribute(behind: mention.range.upperBound, sentence, text),
            !(isNational && tools.isHost(mention, text))
        {
            next = before
            thing = noun.count > 3 ? (node, noun) : nil
        }
    }

    /// Follows a word behind the last name that points to a place: 永泰街道…，全区….
    ///
    /// - Returns: whether there is one.
    private mutating func followPointer(
        _ course: Course, in sentence: Range<Int>, _ text: Span<UInt8>
    ) -> Bool {
        guard let pointed = pointedAt(from: course.position, to: sentence.upperBound, near: next, text),
            !isStage(course.members.last, from: course.chainStart, to: course.position, of: pointed, text),
            // 市委组织部到各社区蹲点: whom an office of the county comes to
            !(next == article && resolver.level(of: article) == .county && pointed != article
                && isPlace(pointed, in: article) && tools.opensWithOfficeOfCounty(sentence, text))
        else { return false }
        next = pointed
        return true
    }

    /// Follows those who tell of their own place, or of the whole that it is an example of: 据开福区住建局介绍，….
    private mutating func followTeller(in sentence: Range<Int>, _ text: Span<UInt8>) {
        if let body = mentions[inSentence].last(where: { resolver.level(of: $0.node) == .county }),
            tools.isReporter(behind: body.mention.range.upperBound, text)
        {
            // 据开福区住建局介绍，…: what its people tell of it goes on to the end of the paragraph
            reported = body.node
        }
        followCause(in: sentence, text)
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
    }

    /// Leaves to the next sentence what this one was not only told of in passing: 成都有区县20个。
    private mutating func leave(
        _ sentence: Range<Int>, after course: Course, isPointed: Bool, _ text: Span<UInt8>
    ) {
        // 甲社区清理…；乙社区修补…。 each is told of in its part of the sentence, and the next goes on with what was before
        if course.topics > 1, !course.isHost, resolver.level(of: next) > .street, inherited != .none,
            resolver.level(of: inherited) >= .street,
            next != inherited, !(isFirst && isFirstParagraph), let last = mentions[inSentence].last,
            !tools.isAlso(last.mention, text),
            !tools.isPresented(last.mention, from: last.mention.range.lowerBound, in: sentence, text)
        {
            next = inherited
        }
        if course.whole != .none, next != course.whole, isPlace(next, in: course.whole) { next = course.whole }
        // 永泰街道…平城区的试点选在这里
        if course.topics > 0, next != course.before, isPlace(course.before, in: next), tools.endsHere(sentence, text) {
            next = course.before
        }
        if isPointed, isInSpeech, resolver.level(of: inherited) == .community, isPlace(inherited, in: next) {
            next = inherited
        }
        // 成都有区县20个。, 全市已有食堂800家。: what a bulletin of a district says of its city, it says in one sentence.
        if next != inherited, next != article, isPointed ? isPassing(by: next) : resolver.isAround(next) {
            passed = next
            next = inherited
        }
        // 在泰安、光熙苑2个街道建公园8个；改造街巷30条。 what is done in several places ends with its part of the sentence
        if course.members.count > 1, next != inherited, text.has("在", before: course.membersStart),
            tools.goesOnBeside(from: course.position, to: sentence.upperBound, text)
        {
            next = inherited
        }
        // 永泰街道的剪纸节、古城街道的灯会…: a list of things, each of another place
        if course.topics == 1, next != inherited, tools.namesEqual(mentions[inSentence], to: next, text) {
            next = inherited
        }
        // 修路6条；永泰街道获评…；建公园3个。 an item of a list is about its place alone.
        if course.topics == 1, next != inherited, let only = mentions[inSentence].first,
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
            tools.isHereBefore(mention.range.lowerBound, in: sentence, text), !leads(from: mention, into: inherited)
        else { return nil }
        return inherited
    }

    /// 三巷位于成华区锦水河街道文锦社区 in an article about 锦水河街道: whether the chain of names that begins with one leads down into a
    /// place, so that it is not the place itself that lies there.
    func leads(from mention: PlaceMention, into place: PlaceNode) -> Bool {
        let chain = mentions[inSentence].drop { $0.mention.range.lowerBound <= mention.range.lowerBound }
            .prefix { $0.mention.link == .narrows }
        return chain.last.map { isPlace($0.node, in: place) } ?? false
    }

    /// 绿柳社区食堂满月。食堂面积280平方米: whether a sentence begins with the name of a thing, or with its last two characters
    /// (政务大厅…。大厅设窗口12个).
    func opens(_ sentence: Range<Int>, with name: Range<Int>, _ text: Span<UInt8>) -> Bool {
        tools.begins(sentence, with: name, text)
            || name.count > 6 && tools.begins(sentence, with: name.upperBound - 6..<name.upperBound, text)
    }

}
