import Places
import Scanning

/// Places that a clause before them or a word for them tells of.
extension ReadingTools {
    private static let stages: WordList = ["一期", "二期", "三期", "四期", "东区", "西区", "南区", "北区"]
    private static let setAgainst: WordList = ["比", "较", "来自", "与", "和", "跟", "同", "向", "给", "为", "对", "从", "像", "如"]

    /// 隔着两条街的|涧河南街道走的是…, 去年建成的|云谷产业园二期，…: a place behind a clause that tells of it, with the comma, verb
    /// or adverb of its own sentence behind it.
    func isRelative(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.level >= .zone, mention.link == .none, text.has("的", before: mention.range.lowerBound),
            // 社区里的“拾光”文创园，…: one that quotation marks name is a thing of what the text tells of, until 园区 takes it up
            !text.has("“", at: mention.name.lowerBound)
        else {
            return false
        }
        let isBeside = liesBeside(mention, text)
        var start = mention.range.lowerBound - 3
        while !isBeside, start > 0, mention.range.lowerBound - start <= 90 {
            let before = text.scalarStart(before: start)
            let kind = classes[text.scalar(at: before).value]
            if [.clauseEnd, .sentenceEnd, .space, .closeBracket].contains(kind) || text[before] == UInt8(ascii: "\n") {
                break
            }
            start = before
            if ReadingTools.setAgainst.begins(in: text, at: start) { return false }
        }
        var end = mention.range.upperBound
        if let length = ReadingTools.stages.match(in: text, at: end, end: text.count) { end += length }
        guard end < text.count else { return false }
        if classes[text.scalar(at: end).value] == .clauseEnd { return true }
        guard let word = lexicon.phrases.longestMatch(in: text, at: end, end: min(text.count, end + 12)) else {
            return false
        }
        let entry = lexicon.entry(of: word.value)
        // 靠近县城的|永泰镇|企业多，: and one with a thing that it has many or few of
        if entry.wordClass == .noun, case let state = end + word.length, state + 3 < text.count,
            ReadingTools.extents.begins(in: text, at: state),
            [.clauseEnd, .pause].contains(classes[text.scalar(at: state + 3).value])
        {
            return true
        }
        return entry.wordClass == .adverb
            || entry.wordClass == .verb
                && (word.length > 3 || !entry.roles.isEmpty || text.has("的", at: end + word.length)
                    || text.has("了", at: end + word.length))
    }

    private static let extents: WordList = ["多", "少", "大", "小", "密", "足", "好", "弱", "强", "高", "低"]
    private static let neighbourings: WordList = ["相邻的", "毗邻的", "接壤的", "相连的", "紧挨的", "紧挨着的", "挨着的", "隔河相望的", "隔路相望的"]
    private static let withs: WordList = ["与", "和", "跟", "同"]

    /// 与园区一墙之隔的|光熙苑社区，…, 与周庄镇相邻的|三河镇，…: whether what stands before a place tells what other place it lies beside; but
    /// 与相邻的|古城街道建立机制.
    func liesBeside(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.lowerBound
        if text.has("之隔的", before: end) { return true }
        guard ReadingTools.neighbourings.ends(in: text, at: end) else { return false }
        var position = end - 9
        while position > 0, end - position <= 60 {
            position = text.scalarStart(before: position)
            guard classes[text.scalar(at: position).value] == .other else { return false }
            if ReadingTools.withs.begins(in: text, at: position) { return end - position >= 18 }
        }
        return false
    }

    /// 这里|隶属, 社区|位于: whether nothing but a word for the place of which the text tells stands before a verb of lying.
    func isHereBefore(_ position: Int, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        ["这里", "社区", "小区", "村里", "这个社区", "该社区", "该村", "这个村", "街道", "它", "园区"].contains { (word: StaticString) in
            text.has(word, at: sentence.lowerBound)
                && position - sentence.lowerBound <= word.utf8CodeUnitCount + 12
        }
    }

    private static let sights: WordList = [
        "谷", "基地", "祠", "庄园", "景区", "古镇", "公园", "博物馆", "乐园", "山", "湖", "寺", "塔", "草堂", "古城", "步行街", "动物园", "植物园", "博览园",
    ]

    /// Whether the clause of a figure begins with the name of a sight that received visitors: …，欢乐谷|接待游客5万人次.
    func turnsToSight(from start: Int, to position: Int, _ text: Span<UInt8>) -> Bool {
        var scan = position
        while scan > start, position - scan <= 60 {
            scan = text.scalarStart(before: scan)
            if text.has("接待", at: scan) { break }
            guard classes[text.scalar(at: scan).value] == .other else { return false }
        }
        guard scan > start, text.has("接待", at: scan) else { return false }
        var end = scan
        for adverb in ["累计", "共", "日均"] as [StaticString] where text.has(adverb, before: end) {
            end -= adverb.utf8CodeUnitCount
        }
        guard ReadingTools.sights.ends(in: text, at: end, floor: start) else { return false }
        while end > start, scan - end <= 45 {
            end = text.scalarStart(before: end)
            let kind = classes[text.scalar(at: end).value]
            if kind == .clauseEnd { return true }
            guard kind == .other else { return false }
        }
        return false
    }

    static let nextDoors: WordList = ["隔壁的", "邻近的", "相邻的", "毗邻的", "隔壁"]

    /// 隔壁的|田郊村: whether a community that no table lists is called a neighbour of another.
    func isNextDoor(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.form == .unlisted && mention.level == .community && mention.link == .none
            && ReadingTools.nextDoors.ends(in: text, at: mention.range.lowerBound)
    }

    /// 云谷产业园, 青榴数字园区: a park where firms are, which the text may go on to call 园区.
    func isPark(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.level == .zone && isParkName(endingAt: mention.range.upperBound, text)
    }

    func isParkName(endingAt end: Int, _ text: Span<UInt8>) -> Bool {
        text.has("园", before: end) || text.has("园区", before: end)
    }
}

/// Where a place lies, and beside what.
extension ReadingTools {
    private static let lyings: WordList = ["位于", "地处", "坐落于", "坐落在", "隶属", "隶属于", "属于", "属"]
    private static let borders: WordList = [
        "紧靠", "紧邻", "紧接", "紧挨", "毗邻", "相邻", "东临", "西临", "南临", "北临", "东邻", "西邻", "南邻", "北邻", "东接", "西接",
        "南接",
        "北接", "东连", "西连", "南连", "北连", "东依", "西依", "南依", "北依", "东靠", "西靠", "南靠", "北靠", "东抵", "西抵", "南抵", "北抵", "东与",
        "西与",
        "南与", "北与", "东至", "西至", "南至", "北至", "东起", "西起", "南起", "北起", "东傍", "西傍", "北傍", "南傍", "东达", "西达", "南达", "北达",
        "毗连", "紧连", "背靠", "背倚", "背依", "面朝", "濒临", "东望", "西望", "南望", "北望",
    ]

    /// 云冈区位于山西省北部，|大同市西南部，…: whether a place with nothing behind it but its part goes on with where something lies.
    private func isPart(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        var end = mention.range.upperBound
        guard mention.level <= .county, end < text.count else { return false }
        if !text.has("部", before: end) {
            guard let part = recognizer.partEnd(behind: end, in: text, limit: min(text.count, end + 12)) else {
                return false
            }
            end = part
        }
        return end == text.count || classes[text.scalar(at: end).value] == .clauseEnd
    }

    /// 学士社区位于含浦南街道中部, 隶属成都市成华区
    func locates(before position: Int, _ text: Span<UInt8>) -> Bool {
        ReadingTools.lyings.ends(in: text, at: position) || adjoins(before: position, text)
    }

    /// 北连|安宁市, 东邻|平城区: whether a verb tells that what the text is about only lies beside a place.
    func adjoins(before position: Int, _ text: Span<UInt8>) -> Bool {
        ReadingTools.borders.ends(in: text, at: position)
    }

    /// Whether a place only tells where the place lies that a sentence is about.
    func tellsLie(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        locates(before: mention.range.lowerBound, text) || isPart(mention, text)
    }

    /// 在我国西南麦区四川省，…: a place at the end of a clause that begins with 在.
    func locatesClause(_ mention: PlaceMention, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.upperBound
        guard end < sentence.upperBound, classes[text.scalar(at: end).value] == .clauseEnd else { return false }
        var position = mention.range.lowerBound
        while position > sentence.lowerBound {
            position = text.scalarStart(before: position)
            switch classes[text.scalar(at: position).value] {
            case .other: if text.has("在", at: position) { return opensClause(position, in: sentence, text) }
            default: return false
            }
        }
        return false
    }
}

/// Who and what a sentence takes up of those told of before.
extension ReadingTools {
    private static let people: WordList = [
        "网格员", "党委书记", "党总支书记", "党支部书记", "书记", "主任", "社工", "楼长", "楼栋长", "志愿者", "居民", "村民", "村医", "老党员", "党员",
        "工作人员", "家庭医生", "民警", "支书", "第一书记", "调解员",
    ]
    private static let otherPronouns: WordList = ["他们", "她们", "他人", "他乡", "他山", "他日"]

    /// 光熙苑社区|网格员周丽: whether somebody with a name stands behind a place, by the word for what he is and a surname, with 的
    /// between at most.
    func isPersonThere(behind place: Int, _ text: Span<UInt8>) -> Bool {
        let end = text.has("的", at: place) ? place + 3 : place
        guard let length = ReadingTools.people.match(in: text, at: end, end: text.count), end + length + 6 <= text.count
        else { return false }
        let (surname, _) = text.scalar(at: end + length)
        return ReadingTools.surnames.contains(surname)
    }

    /// 她管着286户, 上个月，她发现…: whether one of the first two clauses of a sentence begins with a pronoun for somebody.
    func takesUpPerson(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var position = sentence.lowerBound
        for _ in 0..<2 {
            let start = text.has("“", at: position) ? position + 3 : position
            if ReadingTools.pronouns.begins(in: text, at: start),
                !ReadingTools.otherPronouns.begins(in: text, at: start)
            {
                return true
            }
            guard let mark = (position..<sentence.upperBound).prefix(60).first(where: { text.has("，", at: $0) }) else {
                return false
            }
            position = mark + 3
        }
        return false
    }

    private static let heres: WordList = ["选在这里", "落在这里", "放在这里", "设在这里", "建在这里", "定在这里", "在这里启动", "在这里开始"]

    /// 平城区的试点选在这里: whether a sentence ends with what is done at the place that was told of before.
    func endsHere(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        ReadingTools.heres.isFound(in: text, sentence)
    }

    private static let hereWords: WordList = [
        "这里", "该街道", "该社区", "该村", "该镇", "这个", "为街道", "给街道", "为社区", "给社区", "给村", "为村",
    ]

    /// Whether a sentence points to the place of which the one before has told.
    func speaksOfHere(in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        ReadingTools.hereWords.isFound(in: text, sentence)
    }
}
