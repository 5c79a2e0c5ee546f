/// The nodes of a document's places by numbers that tell them apart: a name's hash, a place of the gazetteer, a parent.
///
/// Open addressing in one array. The keys are hashes or small numbers, so that a multiplication spreads them well enough;
/// a dictionary of the standard library hashes a hash again, which costs more than all the rest of a look-up.
struct NodeTable: Sendable {
    private struct Slot: Sendable {
        var name: UInt64
        var parent: Int32
        /// -1 in an empty slot.
        var node: Int32
    }

    private var slots: [Slot] = []
    private var count = 0

    /// The node that was stored last under a key; `nil` where there is none.
    func node(_ name: UInt64, _ parent: Int32 = 0) -> Int32? {
        guard !slots.isEmpty else { return nil }
        let slot = slots[place(of: name, parent)]
        return slot.node < 0 ? nil : slot.node
    }

    mutating func store(_ node: Int32, _ name: UInt64, _ parent: Int32 = 0) {
        if count * 4 >= slots.count * 3 { grow() }
        let index = place(of: name, parent)
        if slots[index].node < 0 { count += 1 }
        slots[index] = Slot(name: name, parent: parent, node: node)
    }

    /// Where a key stands, or would stand.
    private func place(of name: UInt64, _ parent: Int32) -> Int {
        let mask = slots.count - 1
        let mixed = (name ^ UInt64(UInt32(bitPattern: parent)) << 32) &* 0x9E37_79B9_7F4A_7C15
        var index = Int(truncatingIfNeeded: mixed >> 40) & mask
        while slots[index].node >= 0, slots[index].name != name || slots[index].parent != parent {
            index = (index + 1) & mask
        }
        return index
    }

    private mutating func grow() {
        let old = slots
        let empty = Slot(name: 0, parent: 0, node: -1)
        slots = Array(repeating: empty, count: max(old.count * 2, 64))
        for slot in old where slot.node >= 0 { slots[place(of: slot.name, slot.parent)] = slot }
    }
}
