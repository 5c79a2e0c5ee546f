import Facts
import Scanning
import Units

/// What is left of things that were counted: 应搬迁居民286户，已签协议281户，仅剩5户.
extension SentenceReader {
    private static let left: WordList = [
        "剩", "仅剩", "只剩", "还剩", "尚剩", "剩下", "剩余", "余下", "仅余", "尚余", "其余", "仅剩下", "还剩下", "只剩下", "下剩",
    ]

    /// Reads what is left by the whole that it is left of: the one from which what was done takes just so many away.
    func readRemainder(_ clause: ElidedClause, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard !clause.measures, state.place > 0, SentenceReader.countable.contains(clause.dimension),
            let name = clause.measure?.name, isLeft(before: state.place, text),
            let whole = whole(leaving: state.reading.quantity.value, name, state)
                ?? (clause.dimension == .household ? homes(name, state) : nil) ?? kindless(name, state)
        else { return false }
        state.reading.name(
            whole, by: "item.carried", doubting: "the item is carried over from what was counted before")
        return true
    }

    /// Whether 剩 or its like stands right before a figure, with 的 or a number's bound between at most.
    private func isLeft(before place: Int, _ text: Span<UInt8>) -> Bool {
        var index = place - 1
        while index > 0, place - index < 4,
            tokens[index].has(.de) || tokens[index].isBound || tokens[index].has(.aspect)
        {
            index -= 1
        }
        return tokens[index].kind == .word
            && SentenceReader.left.contains(tokens[index].start..<tokens[index].end, of: text)
    }

    /// The whole among what was counted in a unit from which another figure leaves just so much.
    private func whole(leaving rest: Number, _ name: String, _ state: State) -> String? {
        let counted = state.memory.entries.suffix(ItemMemory.reach).filter { $0.unit == name && !$0.item.isEmpty }
        let whole = counted.indices.last { index in
            counted[index].value.subtracting(rest).map { taken in
                counted[(index + 1)...].contains { $0.value == taken }
            } ?? false
        }
        return whole.map { counted[$0].item }
    }

    /// The households that were counted last as such, and no papers or houses: 农户 before 已签协议158户.
    private func homes(_ name: String, _ state: State) -> String? {
        state.memory.entries.suffix(ItemMemory.reach).last {
            $0.unit == name && SentenceReader.dwellers.isEnding(of: $0.item)
        }?.item
    }

    /// 案件 of 诈骗类案件31起，其余9起: what the last kind is a kind of.
    private func kindless(_ name: String, _ state: State) -> String? {
        guard let last = state.memory.entries.last(where: { $0.unit == name && !$0.item.isEmpty })?.item else {
            return nil
        }
        let whole = SentenceReader.withoutKind(last, name)
        return whole == last ? nil : whole
    }

    private static let dwellers: WordList = [
        "户", "居民", "家庭", "住户", "农户", "商户", "村民", "业主", "对象", "人员", "用户", "群众", "老人", "商家", "经营户", "回迁户",
    ]
}
