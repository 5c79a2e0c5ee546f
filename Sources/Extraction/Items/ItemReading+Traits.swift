import Facts
import Scanning
import Units

/// Properties that are told of people in place of who they are: 社区工作者18人，大专以上学历占九成, 党员26名（其中女性12名）.
extension SentenceReader {
    /// Properties that are told of people by a word alone, which as a row of a table says nothing.
    private static let bareTraits: WordList = [
        "女性", "男性", "女", "男", "少数民族", "交叉任职", "持证", "持证上岗", "有社工证", "一肩挑", "退伍军人身份",
    ]

    /// What the names of schooling and rank begin with, and what such properties end in.
    private static let gradeNames = [
        "小学", "初中", "中专", "高中", "大专", "专科", "本科", "大学", "硕士", "博士", "研究生", "全日制", "初级", "中级", "副高", "高级", "正高",
    ]
    private static let gradeEnds: WordList = ["学历", "学位", "职称", "以上", "及以上", "以下"]
    private static let ageEnds: WordList = ["岁以下", "岁及以下", "岁以内", "后"]

    /// What the name of a share adds to that of the part.
    private static let shareEnds = ["占比", "比例", "比重"]

    /// Those of whom a property alone is told, where the clause, the sentence or the paragraph has counted or named people:
    /// 大专以上学历社区工作者 for 大专以上学历.
    func nameTrait(_ index: Int, _ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.change == .none, state.reading.equivalentTo == nil,
            ["item.left", "item.whole", "item.topic", "item.role"].contains(state.reading.rule),
            let dimension = unitDimension(of: state.reading.quantity), dimension == .person || dimension == .ratio
        else { return }
        let ending = SentenceReader.shareEnds.first { state.reading.item.hasSuffix($0) } ?? ""
        let trait = String(state.reading.item.dropLast(ending.count))
        // 其中党员占62%: a kind of those who were counted; 其中党员73人 is told by the kinds of a whole
        let isMembership = trait == "党员" && dimension == .ratio && isPart(index)
        guard isMembership || SentenceReader.isTrait(trait),
            let people = peopleNamed(before: places[index], text) ?? peopleCounted(state),
            !people.contains(trait), !(isMembership && SentenceReader.groupMembers.isEnding(of: people)),
            people.unicodeScalars.count <= 14
        else { return }
        state.reading.complete(as: trait + people + ending)
        if state.reading.doubt == nil { state.reading.doubt = "whom the property is told of stands before" }
    }

    /// Who is a party's or a body's by no more than belonging to it.
    private static let groupMembers: WordList = ["党员", "成员", "队员", "群体"]

    /// Whether a name is that of a property alone: 大专以上学历, 35岁以下, 女性.
    private static func isTrait(_ name: String) -> Bool {
        guard (1...9).contains(name.unicodeScalars.count) else { return false }
        if bareTraits.contains(name) { return true }
        if name.first?.isNumber ?? false { return ageEnds.isEnding(of: name) }
        return gradeEnds.isEnding(of: name) && gradeNames.contains { name.hasPrefix($0) }
    }

    /// Whether 其中 or its like stands before a figure in its sentence.
    private func isPart(_ index: Int) -> Bool {
        tokens[..<places[index]].suffix(8).contains { $0.has(.part) }
    }

    /// 居民代表 of 居民代表中有少数民族15人: those among whom a clause counts the ones that it tells apart.
    private func peopleNamed(before place: Int, _ text: Span<UInt8>) -> String? {
        var index = place - 1
        var marks = 0
        while index > 0, place - index < 8, marks < 2, !semicolons.contains(index) {
            if tokens[index].endsClause { marks += 1 }
            if tokens[index].wordClass == .locative, phrases.scalars(tokens[index]) <= 2,
                text.has("中", before: tokens[index].end) || text.has("里", before: tokens[index].end)
            {
                let people = phrases.left(endingAt: index - 1, floor: 0, style: .count).item
                guard let last = people.last, last == index - 1, namesPeople(people, text) || tokens[last].has(.member)
                else { return nil }
                return phrases.string(withoutCounter(people, text), text: text)
            }
            index -= 1
        }
        return nil
    }

    /// The people whom the sentence or else the paragraph has counted last, or whose mean age it has told; of several parts of
    /// them their whole.
    private func peopleCounted(_ state: State) -> String? {
        if let whole = state.reading.partOf, whole < state.facts.count,
            unitDimension(of: state.facts[whole].quantity) == .person, !state.facts[whole].item.isEmpty
        {
            return state.facts[whole].item
        }
        for fact in state.facts.reversed() {
            // 新一届班子平均年龄36岁，女性占四成
            if fact.item.hasSuffix("平均年龄"), case let owner = String(fact.item.dropLast(4)), owner.count > 1 {
                return SentenceReader.teams.isEnding(of: owner) || owner.hasSuffix("班子") || owner.hasSuffix("队伍")
                    ? owner + "成员" : owner
            }
            guard unitDimension(of: fact.quantity) == .person, fact.change == .none, fact.item.count > 1,
                !SentenceReader.holdsTrait(fact.item)
            else { continue }
            if let whole = fact.partOf, whole < state.facts.count,
                unitDimension(of: state.facts[whole].quantity) == .person
            {
                return state.facts[whole].item
            }
            return fact.item
        }
        return state.memory.entries.last {
            $0.dimension == .person && $0.item.count > 1 && !$0.isPart && !SentenceReader.holdsTrait($0.item)
        }?.item
    }

    /// Whether a name tells of people by a property: 大专以上学历社工.
    static func holdsTrait(_ item: String) -> Bool {
        isTrait(item) || item.contains("学历") || item.contains("岁以下") || item.contains("交叉任职")
            || item.hasPrefix("女性") || item.hasPrefix("男性") || item.hasPrefix("少数民族")
    }
}
