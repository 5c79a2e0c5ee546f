import Scanning

/// The entries of a numbered list, whose numbers tell `9.4名干部` behind `8.…；` from a decimal number.
struct NumberedEntries {
    /// The number of the last entry, where it ended as one of a list does.
    private var last: Int?

    /// Where the number ends that a block opens with, if digits stand behind its point all the same: 9|.4名干部…, 7|.2023展会….
    mutating func end(of block: Range<Int>, _ text: Span<UInt8>) -> Int? {
        var position = block.lowerBound
        var number = 0
        while position < block.upperBound, position - block.lowerBound < 3, NumberedEntries.isDigit(text[position]) {
            number = number * 10 + Int(text[position] - 0x30)
            position += 1
        }
        guard (1...2).contains(position - block.lowerBound), position + 1 < block.upperBound,
            text[position] == UInt8(ascii: ".")
        else { return nil }
        let follows =
            (last.map { $0 + 1 == number } ?? false) && countsThings(text, behind: position + 1, block.upperBound)
        let isDecimal =
            NumberedEntries.isDigit(text[position + 1]) && !follows && !opensYear(text, position + 1, block.upperBound)
        if isDecimal { return nil }
        last = text.has("；", before: block.upperBound) || text.has(";", before: block.upperBound) ? number : nil
        return NumberedEntries.isDigit(text[position + 1]) ? position : nil
    }

    private static let counters: WordList = ["名", "个", "家", "户", "人", "件", "处", "场", "位", "次", "项", "条", "支"]

    /// 9.4名干部: whether the digits behind a point count things one by one. 9.4万人, 9.5% and 3.5公里 are decimals.
    private func countsThings(_ text: Span<UInt8>, behind start: Int, _ end: Int) -> Bool {
        var position = start
        while position < end, position - start < 4, NumberedEntries.isDigit(text[position]) { position += 1 }
        return position > start && NumberedEntries.counters.begins(in: text, at: position)
    }

    /// Whether four digits of a year stand at a position, and no more.
    private func opensYear(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard start + 4 < end, text.has("20", at: start) || text.has("19", at: start),
            (start..<start + 4).allSatisfy({ NumberedEntries.isDigit(text[$0]) })
        else { return false }
        return text[start + 4] >= 0xE3
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
