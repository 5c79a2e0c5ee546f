import Facts
import Scanning
import Units

/// Sums that somebody is given or spared: only who it is tells one from the next.
extension SentenceReader {
    /// Verbs of giving or sparing, with what the sum is called.
    private static let allowances: [(verb: StaticString, sum: String)] = [
        ("补贴", "补贴"), ("补助", "补助"), ("优惠", "优惠"), ("减免", "减免"), ("立减", "减免"), ("便宜", "优惠"), ("补", "补贴"), ("减", "减免"),
    ]

    /// 80岁以上老人每餐补贴 of 80岁以上老人每餐再补3元, 70岁以上老人减免 of 70岁以上老人再减2元: a sum that is named by whom it goes to.
    func nameAllowance(_ index: Int, _ text: Span<UInt8>, _ state: inout State) {
        var verb = places[index] - 1
        while verb > 0, tokens[verb].isBound || tokens[verb].has(.aspect) { verb -= 1 }
        guard verb > 0, tokens[verb].kind == .word,
            let sum = SentenceReader.allowances.first(where: { text.has($0.verb, before: tokens[verb].end) })?.sum,
            tokens[verb].end - tokens[verb].start <= 6, let people = receiver(before: verb, text)
        else { return }
        // 60至69岁每餐补2元，70至79岁补3元
        let isOfMeal =
            tokens[max(0, verb - 3)..<verb].contains { text.has("每餐", at: $0.start) }
            || state.reading.per == nil
                && state.facts.last.map { $0.rule == "item.allowance" && $0.item.contains("每餐") } ?? false
        state.reading.name(
            people + (isOfMeal ? "每餐" : "") + sum, by: "item.allowance", doubting: "the sum is named by whom it goes to"
        )
        (state.reading.change, state.reading.action) = (.none, nil)
    }

    /// Those before a verb of giving, without 每餐 and 再: people, or an age that stands for them.
    private func receiver(before verb: Int, _ text: Span<UInt8>) -> String? {
        var low = verb
        while low > 0, verb - low < 16, tokens[low - 1].kind == .word || tokens[low - 1].isMark(.pause),
            tokens[low - 1].wordClass != .preposition, !tokens[low - 1].has(.recipient)
        { low -= 1 }
        var high = tokens[low..<verb].firstIndex { text.has("每", at: $0.start) } ?? verb
        while high > low,
            tokens[high - 1].wordClass == .adverb || tokens[high - 1].has(.able) || tokens[high - 1].has(.de)
        {
            high -= 1
        }
        guard high > low, let last = tokens[low..<high].last else { return nil }
        let words = tokens[low..<high]
        // 中央财政下达农民补贴100亿元: what is done with the sum is told by a verb of its own
        guard !words.contains(where: { $0.wordClass == .verb && $0.has(.transitive) }) else { return nil }
        // 70岁以上的老人
        let name = text.string(of: words.filter { !$0.has(.de) }[...])
        // 60至69岁每餐补2元
        if ["岁", "岁以上", "岁及以上"].contains(where: { name.hasSuffix($0) }) { return name + "老人" }
        guard last.has(.human) || last.has(.doer) && text.has("户", before: last.end),
            words.allSatisfy({ !phrases.isActor($0) })
        else { return nil }
        return name.unicodeScalars.count <= 16 ? name : nil
    }

    /// 60至69岁老人每餐补贴, 70岁以上老人每餐补贴 of 60至69岁、70岁以上老人每餐分别补贴2元、3元: the sums in a row go to those in a list, as many as
    /// there are sums; the last of the list names them all.
    func allowancesHandedOut(at index: Int, _ following: Int, _ text: Span<UInt8>) -> [String]? {
        let place = places[index]
        guard following > 1, unitDimension(of: quantities[index]) == .money,
            let distribute = tokens[..<place].suffix(5).lastIndex(where: { $0.has(.distribute) }),
            distribute + 1 < place,
            let sum = SentenceReader.allowances.first(where: { text.has($0.verb, before: tokens[place - 1].end) })?.sum
        else { return nil }
        let start = clauseStart(of: distribute)
        let each = tokens[start..<distribute].suffix(3).lastIndex { text.has("每", at: $0.start) } ?? distribute
        let people = tokens[start..<each]
        let members = people.split(omittingEmptySubsequences: false) { $0.isMark(.pause) || $0.has(.and) }
        guard members.count == following, members.allSatisfy({ !$0.isEmpty && $0.count <= 6 }),
            let last = members.last, let least = members.dropLast().map(\.count).min()
        else { return nil }
        let whole = text.string(of: last)
        var head = last.count > least ? text.string(of: last.dropFirst(least)) : ""
        if let age = ["岁及以上", "岁以上", "岁"].first(where: { whole.contains($0) }), let range = whole.firstRange(of: age) {
            head = String(whole[range.upperBound...])
        }
        let isOfMeal = each < distribute && text.has("每餐", at: tokens[each].start)
        return members.enumerated().map { offset, member in
            let name = text.string(of: member)
            // 普惠园、公办园幼儿: what both say is said once
            return (offset + 1 == members.count ? name : SentenceReader.joined(name, head)) + (isOfMeal ? "每餐" : "")
                + sum
        }
    }
}
