import Places
import Scanning

/// Names of the tables that nobody wrote: 广安 in 推广安全座椅, 增城市 in 新增城市书房, 运城 in 清运城市垃圾.
extension ReadingTools {
    /// Names of more bytes hardly ever arise where two words meet.
    private static let longestAcross = 9
    /// How many characters before a name a word may begin that ends in it.
    private static let longestBefore = 3
    /// How many characters on either side of a name are read with it.
    private static let read = 6

    /// Whether a name only seems to stand where one word ends and the next begins: a word begins before it and ends inside it,
    /// another begins inside it and ends with it or behind, and the words without the name cost less than those with it.
    ///
    /// Both are asked, for words cross the ends of names that are there as well: 前|往上|海参|加.
    func isAcrossWords(_ mention: PlaceMention, in range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let name = mention.name
        guard mention.form != .unlisted, mention.link == .none, name.count <= ReadingTools.longestAcross,
            name.upperBound == mention.range.upperBound, name.lowerBound > range.lowerBound,
            name.upperBound < range.upperBound,
            // 黄河|山东|段: the stretch of a river or road is called after where it runs
            !text.has("段", at: name.upperBound), isCrossed(name, in: range, text)
        else { return false }
        let start = ideographs(before: name.lowerBound, floor: range.lowerBound, text)
        let end = ideographs(behind: name.upperBound, limit: range.upperBound, text)
        return cost(of: start..<end, text)
            < cost(of: start..<name.lowerBound, text) + cost(ofName: name, text)
            + cost(of: name.upperBound..<end, text)
    }

    /// Whether words cross both ends of a name.
    private func isCrossed(_ name: Range<Int>, in range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let last = text.scalarStart(before: name.upperBound)
        var start = name.lowerBound
        var isBegun = false
        for _ in 0..<ReadingTools.longestBefore where start > range.lowerBound && !isBegun {
            start = text.scalarStart(before: start)
            isBegun = reach(from: start, to: last, text) > name.lowerBound
        }
        guard isBegun else { return false }
        var inside = name.lowerBound + text.scalar(at: name.lowerBound).length
        while inside < name.upperBound {
            if reach(from: inside, to: range.upperBound, text) >= name.upperBound { return true }
            inside += text.scalar(at: inside).length
        }
        return false
    }

    /// Where the longest word ends that begins at a position, which itself is given for a word of one character or none.
    private func reach(from start: Int, to end: Int, _ text: Span<UInt8>) -> Int {
        guard let word = lexicon.phrases.longestMatch(in: text, at: start, end: end),
            word.length > text.scalar(at: start).length
        else { return start }
        return start + word.length
    }

    private func ideographs(before end: Int, floor: Int, _ text: Span<UInt8>) -> Int {
        var start = end
        for _ in 0..<ReadingTools.read where start > floor {
            let before = text.scalarStart(before: start)
            guard classes[text.scalar(at: before).value] == .other else { break }
            start = before
        }
        return start
    }

    private func ideographs(behind start: Int, limit: Int, _ text: Span<UInt8>) -> Int {
        var end = start
        for _ in 0..<ReadingTools.read where end < limit {
            let (scalar, length) = text.scalar(at: end)
            guard classes[scalar] == .other, end + length <= limit else { break }
            end += length
        }
        return end
    }

    /// What a name costs: as much as the lexicon says, which lists most without 市 or 县.
    private func cost(ofName name: Range<Int>, _ text: Span<UInt8>) -> Int32 {
        guard let word = lexicon.phrases.longestMatch(in: text, at: name.lowerBound, end: name.upperBound),
            word.length >= 6, word.length >= name.count - 3
        else { return Lexicon.nameCost }
        return Lexicon.cost(of: word.value)
    }

    /// What the cheapest words cost that cover a stretch of a few characters.
    private func cost(of range: Range<Int>, _ text: Span<UInt8>) -> Int32 {
        // By the byte at which a word ends; only those where characters end are reached.
        var costs = [Int32?](repeating: nil, count: range.count + 1)
        costs[0] = 0
        for index in 0..<range.count {
            guard let here = costs[index] else { continue }
            let start = range.lowerBound + index
            func take(_ length: Int, _ cost: Int32) {
                guard index + length < costs.count else { return }
                costs[index + length] = min(costs[index + length] ?? .max, here + cost)
            }
            take(text.scalar(at: start).length, Lexicon.unknownCost)
            lexicon.phrases.forEachMatch(in: text, at: start, end: range.upperBound) { word in
                take(word.length, Lexicon.cost(of: word.value))
            }
        }
        return costs[range.count] ?? 0
    }
}
