import Bulletins

/// Which of the names that were found stand in which block of an article.
struct BlockNames {
    private var entries: [Entry] = []

    private struct Entry {
        /// Where the block begins.
        let start: Int
        /// Its names; `nil` where it was not looked through.
        var names: Range<Int>?
    }

    /// Takes up an article with its blocks, in the order of the text, and forgets the one before.
    mutating func enter(_ blocks: ArraySlice<Block>) {
        entries.removeAll(keepingCapacity: true)
        for block in blocks { entries.append(Entry(start: block.range.lowerBound)) }
    }

    /// The names of the block that begins where the range does; `nil` where it was not looked through, or is no block of
    /// the article.
    subscript(range: Range<Int>) -> Range<Int>? {
        get { index(of: range).flatMap { entries[$0].names } }
        set {
            if let index = index(of: range) { entries[index].names = newValue }
        }
    }

    /// Forgets the names, and not the blocks.
    mutating func removeAll() {
        for index in entries.indices { entries[index].names = nil }
    }

    private func index(of range: Range<Int>) -> Int? {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].start < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < entries.count && entries[low].start == range.lowerBound ? low : nil
    }
}
