import Facts
import Scanning
import Units

/// People whom no noun names beside their figure: those sent out with machines, those who take part, those whom works reach.
extension SentenceReader {
    /// Whether a figure counts mere things, in which nobody takes part: 铲车 and 传单, but not 讲座, 巡逻 or 学员.
    func countsMereThings(_ fact: QuantityReading) -> Bool {
        guard let dimension = unitDimension(of: fact.quantity), dimension != .event,
            SentenceReader.thingDimensions.contains(dimension), let last = fact.phrase?.last
        else { return false }
        let thing = tokens[last]
        return thing.kind == .word && thing.wordClass == .noun
            && thing.kinds.isDisjoint(with: [.event, .body, .facility])
            && thing.roles.isDisjoint(with: [.human, .agent, .doer, .body])
    }

    private static let thingDimensions: [Dimension] = [.count, .mass, .volume, .area, .length]

    /// Whether a verb brings people together or sends them out: 出动, 组织, 动员.
    private func musters(_ verb: Int, _ text: Span<UInt8>) -> Bool {
        tokens[verb].kinds.contains(.dispatch)
            || SentenceReader.assemblings.contains(tokens[verb].start..<tokens[verb].end, of: text)
    }

    /// 出动人员 of 出动铲车15台次，180多人次, 参与人员 of 发放传单2000份，150余人次参与: people by what brings them or what they do, where
    /// nothing but things has been counted before.
    func mustered(
        _ before: NounPhrases.Left, _ dimension: Dimension, _ text: Span<UInt8>, _ state: inout State
    ) -> String? {
        guard dimension == .person || dimension == .personTime,
            // 出动保洁队伍4支、60人次: those of a team are told by it
            state.facts.last.map({ countsMereThings($0) && !SentenceReader.troops.isEnding(of: $0.item) }) ?? true
        else { return nil }
        if before.verbs != nil || before.modifier != nil {
            // 出动120人 is told by what the verb does with people
            guard dimension == .personTime, case let verb = state.place - 1, verb >= 0, musters(verb, text),
                before.verbs.map({ $0 == verb..<state.place }) ?? true
            else { return nil }
            return text.string(ofDocument: tokens[verb].start..<tokens[verb].end) + "人员"
        }
        guard let last = state.facts.last else { return nil }
        let behind = state.place + 1
        if dimension == .personTime, behind < tokens.count, tokens[behind].kinds.contains(.joining) {
            return doing(behind: state.place, text).map { $0 + "人员" }
        }
        guard phrases.closes(at: behind), let verb = last.verb, musters(verb, text), let action = last.action else {
            return nil
        }
        state.reading.action = action
        return action + "人员"
    }

    /// Whether a verb tells whom works reach, and not who does anything: 惠及, 涉及, 受益.
    func reaches(_ token: Int) -> Bool { !tokens[token].kinds.isDisjoint(with: [.benefit, .concern]) }

    /// What figures of several names are called that a figure adds up: 债券 for 新增债券 and 再融资债券, 资金 for other sums, else one
    /// name after the other.
    func summedUp(_ state: State) -> String? {
        guard let dimension = unitDimension(of: state.reading.quantity) else { return nil }
        let addable = [.count, .household].contains(dimension) ? [.count, .household] : [dimension]
        var facts = state.facts[...]
        // 两项|合计92万元: nor how many they are
        if facts.count > 1,
            let sum = (places[facts.count - 1] + 1..<state.place).first(where: { tokens[$0].has(.sum) }),
            sum <= places[facts.count - 1] + 2,
            tokens[places[facts.count - 1]..<sum].allSatisfy({ $0.isQuantity || $0.kind == .word })
        {
            facts.removeLast()
        }
        var sum = Number.zero
        var names: [String] = []
        for fact in facts.reversed() {
            guard addable.contains(unitDimension(of: fact.quantity) ?? .ratio), fact.change == .none, names.count < 6,
                let more = sum.adding(fact.quantity.value)
            else { return nil }
            sum = more
            if !names.contains(fact.item) { names.insert(fact.item, at: 0) }
            if sum == state.reading.quantity.value { break }
        }
        guard sum == state.reading.quantity.value, names.count > 1, let last = names.last else { return nil }
        let shared = names.map { zip($0.reversed(), last.reversed()).prefix { $0 == $1 }.count }.min() ?? 0
        if shared > 1 { return SentenceReader.withoutKind(String(last.suffix(shared)), "类") }
        if dimension == .money { return "资金" }
        let name = names.joined(separator: "、")
        return name.unicodeScalars.count <= 20 ? name : nil
    }
}
