import Bulletins

/// Which of the names that were found stand in which block of a document.
struct BlockNames {
    /// Where each block begins, in the order of the text.
    private let starts: [Int]
    private var names: [Entry]
    /// Entries of an earlier round count as forgotten.
    private var round: Int32 = 1

    private struct Entry {
        var round: Int32
        var names: Range<Int>
    }

    init(_ blocks: [Block]) {
        starts = blocks.map(\.range.lowerBound)
        names = Array(repeating: Entry(round: 0, names: 0..<0), count: blocks.count)
    }

    /// The names of the block that begins where the range does; `nil` where it was not looked through, or is no block.
    subscript(range: Range<Int>) -> Range<Int>? {
        get {
            guard let index = index(of: range), names[index].round == round else { return nil }
            return names[index].names
        }
        set {
            guard let index = index(of: range), let newValue else { return }
            names[index] = Entry(round: round, names: newValue)
        }
    }

    mutating func removeAll() { round += 1 }

    private func index(of range: Range<Int>) -> Int? {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < starts.count && starts[low] == range.lowerBound ? low : nil
    }
}
