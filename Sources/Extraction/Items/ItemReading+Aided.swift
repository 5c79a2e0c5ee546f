import Facts
import Scanning
import Units

/// Households and people whom only the aid that they get tells apart: 城市低保：在册152户207人, 为206户345人发放救助金.
extension SentenceReader {
    private static let aidedRule = "item.aided"

    /// Forms of aid, longest first, with what those who get it are called.
    private static let aids: [(word: StaticString, homes: String, people: String)] = [
        ("最低生活保障", "低保户", "低保对象"), ("低保", "低保户", "低保对象"), ("特困供养", "特困人员", "特困人员"),
        ("特困", "特困人员", "特困人员"), ("临时救助", "临时救助对象", "临时救助对象"), ("救助金", "救助对象", "救助对象"),
        ("救助资金", "救助对象", "救助对象"),
    ]
    private static let aidWords = WordList(aids.map(\.word))
    /// What is done with those who get such aid, and hardly with others who are counted without a noun.
    private static let admissions: WordList = [
        "清退", "停发", "停保", "纳入", "新纳入", "退出", "新增", "取消", "在册", "在保", "现有", "共有", "保障", "共保障",
    ]
    private static let townOrCountry: WordList = ["城市", "农村", "城乡", "城镇"]
    /// What is no people, though a figure of people has taken it over from the clause before.
    private static let noPeople: WordList = ["低保金", "救助金", "救助资金", "保障金", "低保标准", "低保资金", "供养金"]
    /// Words that only tell that they are on the rolls.
    private static let onRolls: WordList = ["居民", "在册的居民", "在保的居民", "共保障的居民", "在册", "在保", "在册人员", "在保人员", "人员"]

    /// Names households and people without a noun by the aid that the clause, the one before it or the heading tells of.
    func nameAided(_ text: Span<UInt8>, _ state: inout State) {
        guard let dimension = unitDimension(of: state.reading.quantity),
            dimension == .person || dimension == .household || dimension == .personTime || dimension == .householdTime
        else { return }
        if state.reading.item.unicodeScalars.count > 4, state.reading.change == .none,
            let standing = ["在保", "在册"].first(where: state.reading.item.hasPrefix),
            state.reading.isCarried
                || state.reading.rule == "item.left" && SentenceReader.onRollsByAid.isEnding(of: state.reading.item),
            !state.reading.item.hasPrefix(standing + "的")
        {
            // 在保城市低保对象215户: that they are on the rolls now; 在册经营主体8316户。新登记573户: which is not told of the new ones
            state.reading.item.removeFirst(standing.count)
            if !state.reading.isCarried { state.reading.isStockWorded = true }
            return
        }
        if dimension == .person, let way = keeping(before: state.place, text) {
            // 特困人员86人（集中供养31人、分散供养55人）
            state.reading.name(
                way + "特困人员", by: SentenceReader.aidedRule, doubting: "the aid that they get tells who is counted")
            return
        }
        nameByAid(dimension, text, &state)
    }

    private static let onRollsByAid: WordList = ["低保对象", "低保家庭", "低保户", "特困人员", "供养人员", "低保边缘家庭"]

    /// 集中供养: how those are kept whom only that tells apart.
    private func keeping(before place: Int, _ text: Span<UInt8>) -> String? {
        guard place > 1, text.has("供养", before: tokens[place - 1].end) else { return nil }
        let end = tokens[place - 1].end
        return (["集中", "分散"] as [StaticString]).first { end >= 12 && text.has($0, before: end - 6) }.map { "\($0)供养" }
    }

    private func nameByAid(_ dimension: Dimension, _ text: Span<UInt8>, _ state: inout State) {
        guard
            state.reading.change == .none, state.reading.rule != "item.left", state.reading.rule != "item.right",
            // 发放救助金213万元、1726人次: as often was it paid
            state.reading.rule != "item.restated"
                || !(state.facts.last.map({ unitDimension(of: $0.quantity) == .money }) ?? false),
            case let item = state.reading.item,
            SentenceReader.onRolls.contains(item) || SentenceReader.noPeople.isEnding(of: item),
            let aid = aid(around: state.place, text) ?? aidOfTopic(state)
        else { return }
        state.reading.name(
            dimension == .household ? aid.homes : aid.people, by: SentenceReader.aidedRule,
            doubting: "the aid that they get tells who is counted")
    }

    /// Whether those last counted were named by the aid that they get.
    func isAided(_ reading: QuantityReading) -> Bool { reading.rule == SentenceReader.aidedRule }

    /// The aid that the clause of a figure names, or the clause right before it; the whole sentence, where those are admitted or
    /// struck off.
    private func aid(around place: Int, _ text: Span<UInt8>) -> (homes: String, people: String)? {
        var (low, marks) = (place, 0)
        let isAdmitted = isAdmitted(before: place, text)
        let reach = isAdmitted ? 8 : 1
        while low > 0, place - low < 40 {
            if tokens[low - 1].isMark(.sentenceEnd) { break }
            if tokens[low - 1].endsClause {
                // 发放低保金64万元，惠及186户; but …，改造危房惠及30户 goes on with something else
                if marks == reach || !isAdmitted && place - low > 2 { break }
                marks += 1
            }
            low -= 1
        }
        var high = place
        while high + 1 < tokens.count, high - place < 10, !tokens[high + 1].endsClause { high += 1 }
        let range = tokens[low].start..<tokens[high].end
        guard SentenceReader.aidWords.isFound(in: text, range) else { return nil }
        var position = tokens[place].start
        // The last that is named before the figure, else the one behind it.
        while position > range.lowerBound {
            position = text.scalarStart(before: position)
            if let found = aid(at: position, text) { return found }
        }
        position = tokens[place].end
        while position < range.upperBound {
            if let found = aid(at: position, text) { return found }
            position += text.scalar(at: position).length
        }
        return nil
    }

    private func isAdmitted(before place: Int, _ text: Span<UInt8>) -> Bool {
        tokens[max(0, place - 2)..<place].contains {
            SentenceReader.admissions.contains($0.start..<$0.end, of: text)
        }
    }

    private func aid(at position: Int, _ text: Span<UInt8>) -> (homes: String, people: String)? {
        guard let aid = SentenceReader.aids.first(where: { text.has($0.word, at: position) }) else { return nil }
        guard aid.homes.hasPrefix("低保"), position >= 6, SentenceReader.townOrCountry.ends(in: text, at: position) else {
            return (aid.homes, aid.people)
        }
        let site = text.string(ofDocument: (position - 6)..<position)
        return (site + aid.homes, site + aid.people)
    }

    private func aidOfTopic(_ state: State) -> (homes: String, people: String)? {
        guard let topic = state.memory.topic, topic.unicodeScalars.count <= 10 else { return nil }
        let bytes = topic.utf8Span.span
        var position = 0
        while position < bytes.count {
            if let found = aid(at: position, bytes) { return found }
            position += bytes.scalar(at: position).length
        }
        return nil
    }
}
