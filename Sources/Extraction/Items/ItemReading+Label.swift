import Facts
import Scanning
import Units

/// What the words before a colon name for the figures behind it that name nothing themselves: 社区矫正：在册26人，解除5人,
/// 高龄津贴：80—89岁692人，每人每月50元.
extension SentenceReader {
    private static let measureNames: WordList = [
        "时长", "标准", "费用", "价格", "时限", "期限", "周期", "工期", "人数", "名额", "数量", "规模", "频次", "课时", "时间", "金额", "比例", "补贴",
        "租金",
    ]

    /// Names a figure that stands alone behind its label by it: 培训时长：每个工种56课时, 发放标准：每户600元.
    func nameByMeasureLabel(_ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.change == .none, state.facts.isEmpty, let label = label(before: state.place, text),
            phrases.scalars(of: label) > 2,
            SentenceReader.measureNames.ends(in: text, at: tokens[label.upperBound - 1].end),
            phrases.closes(at: state.place + 1) || tokens[state.place + 1].isMark(.pause)
        else { return }
        let between = tokens[(label.upperBound + 1)..<state.place]
        let isBare = between.allSatisfy {
            $0.isTime || $0.has(.over) || $0.has(.under) || $0.has(.about) || $0.wordClass == .measure
        }
        // 每个工种, 每户
        let isEach =
            between.first.map { text.has("每", at: $0.start) } ?? false
            && between.allSatisfy { $0.kind == .word && !phrases.isVerbal($0) }
        guard isBare || isEach else { return }
        state.reading.name(
            text.string(of: tokens[label]), by: "item.topic",
            doubting: "the item is taken from the clause or heading before")
    }

    /// Names a figure whose clause holds a verb at most by the label that its sentence opens with.
    func nameByLabel(_ text: Span<UInt8>, _ state: inout State) {
        guard state.reading.change == .none, let dimension = unitDimension(of: state.reading.quantity),
            [.person, .household, .money].contains(dimension), state.reading.per == nil || dimension == .money,
            let label = label(before: state.place, text)
        else { return }
        let name = text.string(of: tokens[label])
        let isOfPeople =
            namesPeople(label, text) || SentenceReader.homes.ends(in: text, at: tokens[label.upperBound - 1].end)
        let isLabelled: Bool
        switch state.reading.rule {
        case "item.guessed", "item.fund.verb":
            isLabelled = dimension == .money && SentenceReader.allowanceNames.isEnding(of: name)
        case "item.unit":
            isLabelled = dimension != .money && (isOfPeople || SentenceReader.aidNames.isEnding(of: name))
        case "item.none":
            // 社区矫正：在册26人
            isLabelled =
                dimension != .money && state.reading.isStockWorded
                || SentenceReader.registered.isEnding(of: state.reading.item)
            if isLabelled { state.reading.isStockWorded = true }
        default: isLabelled = false
        }
        guard isLabelled else { return }
        state.reading.name(
            isOfPeople || dimension == .money ? name : name + "对象", by: "item.topic",
            doubting: "the item is taken from the clause or heading before")
    }

    private static let homes: WordList = ["户", "家庭", "人家"]
    /// What those who receive it are called after: 补贴|对象.
    private static let aidNames: WordList = ["低保", "特困", "补贴", "津贴", "救助", "保障", "供养", "帮扶", "补助", "优抚"]
    private static let registered: WordList = ["在册", "在管", "在档", "在籍"]
    private static let allowanceNames: WordList = ["津贴", "补贴", "补助", "费", "金", "奖励", "薪酬", "工资", "待遇"]

    /// The noun between the beginning of the sentence, behind its number in a list, and a colon, with no figure between.
    private func label(before place: Int, _ text: Span<UInt8>) -> Range<Int>? {
        guard let first = tokens.firstIndex(where: { $0.kind == .word && $0.wordClass != .number }), first < place,
            first <= 3
        else { return nil }
        var end = first
        while end < place, end - first < 6, tokens[end].kind == .word { end += 1 }
        guard end > first, end < place, isColon(tokens[end], text),
            (2...10).contains(phrases.scalars(of: first..<end)), let last = (first..<end).last,
            [.noun, .verbalNoun, .suffix, .verb].contains(tokens[last].wordClass),
            tokens[first..<end].allSatisfy({ $0.roles.isDisjoint(with: [.placeName, .body, .label, .aspect, .speech]) })
        else { return nil }
        return first..<end
    }

    /// Looked for byte by byte, before an item is gone through by its characters.
    private static let years: WordList = ["岁"]

    /// 70—79岁每餐补贴 of 70—79岁60—69岁每餐补贴: the age that was carried over gives way to the one that stands here.
    func dropOtherAge(_ state: inout State) {
        guard state.reading.rule == "item.guessed" || state.reading.rule == "item.carried",
            SentenceReader.years.isFound(in: state.reading.item),
            let first = state.reading.item.firstIndex(of: "岁"),
            state.reading.item[..<first].allSatisfy({ $0.isNumber || "—-－～~至到".contains($0) }),
            case let behind = state.reading.item[state.reading.item.index(after: first)...],
            case let bound = behind.hasPrefix("以上") || behind.hasPrefix("以下") ? behind.prefix(2) : behind.prefix(0),
            // People between two ages are named by their age alone.
            unitDimension(of: state.reading.quantity) == .money || !bound.isEmpty,
            case let rest = behind.dropFirst(bound.count), rest.first?.isNumber ?? false,
            let other = rest.firstIndex(of: "岁"),
            rest[..<other].allSatisfy({ $0.isNumber || "—-－～~至到".contains($0) })
        else { return }
        var tail = rest[rest.index(after: other)...]
        if tail.hasPrefix("以上") || tail.hasPrefix("以下") { tail = tail.dropFirst(2) }
        state.reading.item = String(state.reading.item[...first] + bound + tail)
    }

    /// 80—89岁692人: those of an age, whom nothing names beside it. From sixty on the office calls them 老人.
    func nameByAge(_ state: inout State) {
        guard unitDimension(of: state.reading.quantity) == .person,
            SentenceReader.years.isFound(in: state.reading.item), let years = state.reading.item.firstIndex(of: "岁"),
            ["item.none", "item.unit", "item.carried", "item.guessed", "item.left"].contains(state.reading.rule),
            let age = Int(state.reading.item.prefix { $0.isASCII && $0.isNumber })
        else { return }
        let rest = state.reading.item[state.reading.item.index(after: years)...]
        let isOpen = rest.hasPrefix("以上") || rest.hasPrefix("以下")
        // What was carried over may be those of another age: 80—89岁692人，90—99岁85人.
        guard rest.isEmpty || isOpen && rest.count == 2 || rest.contains("岁") else { return }
        state.reading.name(
            state.reading.item[...years] + (isOpen ? rest.prefix(2) : "") + (age >= 60 ? "老人" : "人员"), by: "item.unit",
            doubting: "the measure word and the verb tell who is counted")
    }
}
