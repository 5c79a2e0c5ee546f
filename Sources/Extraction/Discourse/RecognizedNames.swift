import Places

/// The names that were recognized in the blocks of a document before it is read.
///
/// Who looks for the county that a document tells of goes through its blocks, and their reader does so again: what the
/// recognizer says of a block depends on its text alone, and is asked once.
struct RecognizedNames {
    /// Whether names are kept that are recognized now.
    var isKept: Bool
    private var mentions: [PlaceMention] = []
    /// The blocks that were looked through, in order, and where their names stand among all.
    private var blocks: [(range: Range<Int>, mentions: Range<Int>)] = []

    init(isKept: Bool = false) { self.isKept = isKept }

    /// Appends the names of a block.
    mutating func appendMentions(
        in block: Range<Int>, to all: inout [PlaceMention], _ recognizer: PlaceRecognizer, _ text: Span<UInt8>
    ) {
        if let known = known(in: block) {
            all.append(contentsOf: mentions[known])
            return
        }
        let first = all.count
        recognizer.appendMentions(in: text, range: block, to: &all)
        guard isKept, blocks.last.map({ $0.range.upperBound <= block.lowerBound }) ?? true else { return }
        blocks.append((block, mentions.count..<mentions.count + all.count - first))
        mentions.append(contentsOf: all[first...])
    }

    private func known(in block: Range<Int>) -> Range<Int>? {
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].range.lowerBound < block.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < blocks.count && blocks[low].range == block ? blocks[low].mentions : nil
    }
}
