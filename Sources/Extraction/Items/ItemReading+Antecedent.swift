import Facts
import Scanning
import Units

/// What was counted before, where a figure goes on with it and names it no more: 受理80件，办结75件.
extension SentenceReader {
    /// What was last counted in the unit; for a place alone (其中，开源街道35部) the whole that the parts before it belong to.
    func antecedent(
        _ unitName: String, _ dimension: Dimension, _ before: NounPhrases.Left, isSanction: Bool, _ state: State
    ) -> String? {
        if before.verbs == nil,
            let near = state.facts.last(where: { self.unit($0.quantity)?.name == unitName }), let whole = near.partOf,
            whole < state.facts.count, self.unit(state.facts[whole].quantity)?.name == unitName
        {
            return state.facts[whole].item
        }
        if before.modifier == nil, let near = state.facts.last(where: { self.unit($0.quantity)?.name == unitName }),
            let whole = near.partOf, whole < state.facts.count,
            self.unit(state.facts[whole].quantity)?.name == unitName,
            state.reading.quantity.value > near.quantity.value,
            state.reading.quantity.value <= state.facts[whole].quantity.value
        {
            // 收到2174件，其中环卫类986件；处置2139件: more than the part were dealt with
            return state.facts[whole].item
        }
        // …其中求助类893件。按时办结3171件: a new sentence goes on with the whole.
        // 抓获嫌疑人98人，其中逃犯11人，行政拘留57人: and so does another thing done to those who were caught.
        let bare = before.verbs == nil && before.modifier == nil || state.facts.isEmpty || isSanction
        // 意见86条。其中，小区供暖31条、路灯照明9条: one part is of the whole, not of the part before it.
        let isBesidePart = before.verbs == nil && state.memory.isPart(lastCountedIn: unitName)
        return bare || isBesidePart
            ? state.memory.last(countedIn: unitName, dimension: dimension, asWhole: true)
                // 登记信访事项214件次。物业61件、噪声43件、其他43件: the whole, however it was counted, and not the part before
                ?? (isBesidePart
                    ? state.memory.last(countedIn: unitName + "次", dimension: dimension, asWhole: true) : nil)
                ?? state.memory.last(countedIn: unitName, dimension: dimension)
                // 检查单位1730家次。其中，南关街道检查312家: the same, each of which may have been seen more than once
                ?? state.memory.last(countedIn: unitName + "次", dimension: dimension)
            : state.memory.last(countedIn: unitName, dimension: dimension)
                // 检查商户410家次，责令整改27家
                ?? (isSanction || before.verbs != nil
                    ? state.memory.last(countedIn: unitName + "次", dimension: dimension) : nil)
    }

    /// 热线工单 of 物业管理类热线工单: what the paragraph counted before it told the kinds apart.
    func head(of known: String, _ state: State) -> String {
        let heads = state.memory.entries.map(\.item).filter { !$0.isEmpty && known.hasSuffix($0) }
        return heads.min { $0.count < $1.count } ?? known
    }

    /// Whether a figure is the level to which the one before it, in the same unit, has changed: 由486件降至213件.
    func followsLevel(_ index: Int, _ text: Span<UInt8>) -> Bool {
        isSecondLevel(index, text) && unit(quantities[index - 1])?.name == unit(quantities[index])?.name
    }

    /// What was counted before, with the words that pick some of it: 需上门|老人. A name that is carried on and on does not grow.
    ///
    /// - Parameter head: what the things picked are called, at the end of what was counted.
    static func picked(_ modifier: String, of known: String, by head: @autoclosure () -> String) -> String {
        modifier.isEmpty || known.utf8.count > 120
            ? known
            : joined(
                modifier,
                withoutLevel(withoutKind(withoutNumber(head()), modifier), modifier))
    }

    /// 社区级网格员8人，小区级28人: the level that was told before gives way to another.
    private static func withoutLevel(_ item: String, _ modifier: String) -> String {
        guard modifier.hasSuffix("级"), let level = item.prefix(5).firstIndex(of: "级"),
            item.index(after: level) < item.endIndex
        else { return item }
        return String(item[item.index(after: level)...])
    }

    /// What is carried over, of all of those counted: 花园6处，最小的不足百平方米，合计4200平方米. But 最高气温 is a name of its own.
    static func withoutUtmost(_ item: String, _ facts: [QuantityReading]) -> String {
        // 受理诉求4286件，日均138件。…咨询类518件: nor how many they were a day
        guard item.hasPrefix("最") || item.hasPrefix("日均") || item.hasPrefix("月均") else { return item }
        return facts.first { !$0.item.isEmpty && $0.item.count < item.count && item.hasSuffix($0.item) }?.item ?? item
    }

    /// 物业管理类1284件、供热类967件: the kind that was counted before gives way to another.
    static func withoutKind(_ item: String, _ modifier: String) -> String {
        guard !modifier.isEmpty, let kind = item.firstIndex(of: "类"), item.index(after: kind) < item.endIndex
        else { return item }
        return String(item[item.index(after: kind)...])
    }
}
