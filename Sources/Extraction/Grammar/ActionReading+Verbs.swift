import Facts
import Scanning
import Units

/// Which verb tells what was done, where the nearest one only plans it, brings it about, reports it or says how far it has come.
extension SentenceReader {
    /// 收到|居民|反映问题236条, 核实|群众|举报线索12条: the verb before those who tell of what is counted, which is done to it.
    func receiving(_ telling: Int, _ text: Span<UInt8>) -> Int? {
        guard SentenceReader.tellings.contains(tokens[telling].start..<tokens[telling].end, of: text) else {
            return nil
        }
        var before = telling - 1
        while before >= 0, telling - before < 4, tokens[before].wordClass == .noun { before -= 1 }
        guard before >= 0, before < telling - 1, tokens[telling - 1].has(.human) || tokens[telling - 1].has(.agent),
            phrases.isVerbal(tokens[before]), isAction(before),
            tokens[before].kinds.isDisjoint(with: [.association, .company, .steering, .helping])
        else { return nil }
        return before
    }

    private static let tellings: WordList = ["反映", "举报", "投诉", "提出", "反馈", "上报", "报告", "咨询", "求助"]

    /// 为老人|体检: the doing at the end of a phrase, of those whom 为 brings in.
    func doing(forSomebody phrase: Range<Int>) -> Int? {
        guard phrase.count > 1, let last = phrase.last, phrase.lowerBound > 0,
            tokens[phrase.lowerBound - 1].has(.recipient),
            tokens[last].wordClass == .verbalNoun, !tokens[last].has(.abstract)
        else { return nil }
        return last
    }

    /// 将|受理642件, 预计|办结600件, 上门|处理479个: the verb behind a word of planning or one for how it is done, where no noun stands
    /// before a number.
    func doing(behind predicate: Int, _ left: NounPhrases.Left) -> Int {
        guard tokens[predicate].has(.plan) || tokens[predicate].has(.manner), let verbs = left.verbs,
            verbs.lowerBound == predicate
        else { return predicate }
        let next = verbs.dropFirst().first { tokens[$0].wordClass != .adverb && !tokens[$0].has(.plan) }
        return next.flatMap { phrases.isVerbal(tokens[$0]) ? $0 : nil } ?? predicate
    }

    /// 完成小区改造4个: how far the doing has come that a light verb carries.
    func noteStage(_ light: Int, of verb: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        guard light != verb, let action = reading.action,
            SentenceReader.stages.contains(tokens[light].start..<tokens[light].end, of: text),
            // 启动小区改造6个: what stands right behind its beginning is what is done
            tokens[light..<verb].contains(where: \.isQuantity) || text.has("完成", before: tokens[light].end)
        else { return }
        reading.action = text.string(ofDocument: tokens[light].end - 6..<tokens[light].end) + action
    }

    static let stages: WordList = ["完成", "已完成", "启动"]

    /// The doing at the end of what stands behind a verb of helping, of those who are helped.
    func doing(broughtAbout verb: Int, in left: NounPhrases.Left, _ text: Span<UInt8>) -> Int? {
        guard left.item.count > 1, left.item.lowerBound > verb, let last = left.item.last, bringsToDo(verb, text),
            tokens[last].kinds.contains(.pursuit) || phrases.isVerbal(tokens[last]) && isAction(last),
            !tokens[last].has(.abstract),
            left.item.dropLast().contains(where: { tokens[$0].has(.human) || tokens[$0].has(.agent) })
        else { return nil }
        return last
    }

    private static let bringing: WordList = [
        "帮助", "吸引", "协调", "聘请", "指导", "协助", "引导", "邀请", "鼓励", "动员", "督促", "支持", "扶持", "指引", "助力", "帮扶",
        "组织", "发动", "号召", "召集", "安排", "推选",
    ]

    /// A verb whose object does something in its turn: 帮助60名居民上岗.
    func bringsToDo(_ verb: Int, _ text: Span<UInt8>) -> Bool {
        SentenceReader.bringing.contains(tokens[verb].start..<tokens[verb].end, of: text)
    }

    /// 街道排查了36处, 已搬迁12家: whether 了 behind a noun of doing or 已 before it makes a verb of it, whatever object it takes elsewhere.
    func isDoneHere(_ doing: Int) -> Bool {
        doing + 1 < tokens.count && tokens[doing + 1].has(.aspect)
            || doing > 0 && tokens[doing - 1].has(.done) && tokens[doing - 1].wordClass == .adverb
    }

    /// 报废了12部, 已汇总: what is a noun or an attribute elsewhere is a verb before 了, or behind 已 where its clause ends.
    func isNounDone(_ word: Int) -> Bool {
        guard tokens[word].kind == .word, [.noun, .attributive].contains(tokens[word].wordClass),
            phrases.scalars(tokens[word]) == 2, !tokens[word].has(.human), !tokens[word].has(.agent), word > 0
        else { return false }
        let isPast = word + 1 < tokens.count && tokens[word + 1].has(.aspect)
        return isPast && (phrases.isActor(tokens[word - 1]) || tokens[word - 1].wordClass == .adverb)
            || tokens[word - 1].has(.done) && tokens[word - 1].wordClass == .adverb && phrases.closes(at: word + 1)
    }

    /// 盘活地块|增设260个车位, 改造后|新增18个, 推动|解决384个问题: the verbs that stand right before the number, of all that stand
    /// before it, but for one that only brings about what the next one says.
    func touching(_ verbs: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
        var first = verbs.upperBound
        while first > verbs.lowerBound, phrases.isVerbal(tokens[first - 1]) { first -= 1 }
        let last = verbs.upperBound - 1
        // 再|建2个
        let isDone = isAction(last) || last > verbs.lowerBound && tokens[last - 1].wordClass == .adverb
        // 吸引了来自28个国家的家电企业: where they come from is not what was done
        guard first <= last, isDone, !tokens[last].kinds.contains(.concern), !text.has("来自", at: tokens[last].start)
        else { return verbs }
        while first + 1 < verbs.upperBound, tokens[first].has(.causative), isAction(first + 1) { first += 1 }
        return first..<verbs.upperBound
    }

    /// 防空部队击落数十架无人机, 中心服务了1200家用户, 盘活地块增设260个车位: the verb that touches a figure whose noun stands behind it.
    func verbTouching(_ phrase: Range<Int>) -> Int? {
        guard let last = phrase.last, last + 1 < tokens.count, isAction(last) else { return nil }
        let next = tokens[last + 1]
        if tokens[last].wordClass == .verbalNoun ? isDoneHere(last) : isNounDone(last) { return last }
        if phrases.isVerbal(tokens[last]), next.has(.aspect) { return phrase.count > 1 ? last : nil }
        guard next.isQuantity else { return nil }
        if phrase.count > 1, tokens[last].wordClass == .verb { return last }
        guard phrases.isVerbal(tokens[last]), tokens[last].has(.transitive) else { return nil }
        // 改造后|新增18个 is a doing; so it is behind whom it is done for or who does it: 为老人家庭|加装50套, 志愿者|救助2辆车
        let opener = phrase.lowerBound - 1
        return phrase.count == 1 || tokens[last - 1].has(.human) || tokens[last - 1].has(.agent)
            || opener >= 0 && (tokens[opener].wordClass == .preposition || tokens[opener].has(.recipient))
            ? last : nil
    }

    /// Verbs of getting something under way, which is not done with them.
    private static let beginnings: WordList = ["启动", "督促", "责令"]

    /// 排查整改, 收缴、销毁: the first of verbs that follow each other before their object.
    func firstOfSeries(_ verb: Int, _ text: Span<UInt8>) -> Int {
        var first = verb
        while first > 0 {
            var before = first - 1
            if before > 0, tokens[before].isMark(.pause) || tokens[before].has(.and) { before -= 1 }
            guard isAction(before), phrases.isVerbal(tokens[before]), tokens[before].has(.transitive),
                phrases.scalars(tokens[before]) == 2, (2...4).contains(phrases.scalars(tokens[first])),
                // 启动改造, 督促整改: not yet done
                !tokens[before].has(.light) && tokens[before].kinds.isDisjoint(with: [.company, .helping])
                    || SentenceReader.beginnings.begins(in: text, at: tokens[before].start),
                tokens[first - 1].end == tokens[first].start,
                // 深入开展: only says how
                !text.has("深入", at: tokens[before].start),
                before == 0 || tokens[before].wordClass == .verb || !phrases.isNominal(tokens[before - 1])
                    || phrases.isActor(tokens[before - 1])
            else { return first }
            first = before
        }
        return first
    }
}
