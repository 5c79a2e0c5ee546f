import Places
import Scanning

/// Names of the tables that nobody wrote: 广安 in 推广安全座椅, 增城市 in 新增城市书房, 运城 in 清运城市垃圾.
extension ReadingTools {
    /// Names of more characters hardly ever arise where two words meet.
    private static let longestAcross = 9
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
            !text.has("段", at: name.upperBound)
        else { return false }
        let first = (1...3).first { back in
            let start = name.lowerBound - 3 * back
            return start >= range.lowerBound && reaches(name.lowerBound + 3, from: start, to: name.upperBound - 3, text)
        }
        guard first != nil,
            stride(from: name.lowerBound + 3, to: name.upperBound, by: 3).contains(where: {
                reaches(name.upperBound, from: $0, to: range.upperBound, text)
            })
        else { return false }
        var start = name.lowerBound
        var end = name.upperBound
        for _ in 0..<ReadingTools.read {
            if start > range.lowerBound, case let before = text.scalarStart(before: start),
                classes[text.scalar(at: before).value] == .other
            {
                start = before
            }
            if end < range.upperBound, case (let scalar, let length) = text.scalar(at: end), classes[scalar] == .other {
                end += length
            }
        }
        return cost(of: start..<end, text)
            < cost(of: start..<name.lowerBound, text) + cost(ofName: name, text)
            + cost(of: name.upperBound..<end, text)
    }

    /// What a name costs: as much as the lexicon says, which lists most without 市 or 县.
    private func cost(ofName name: Range<Int>, _ text: Span<UInt8>) -> Int32 {
        guard let word = lexicon.phrases.longestMatch(in: text, at: name.lowerBound, end: name.upperBound),
            word.length >= 6, word.length >= name.count - 3
        else { return Lexicon.nameCost }
        return Lexicon.cost(of: word.value)
    }

    /// Whether a word of two characters or more that begins at a position ends at another or behind it.
    private func reaches(_ position: Int, from start: Int, to end: Int, _ text: Span<UInt8>) -> Bool {
        guard let word = lexicon.phrases.longestMatch(in: text, at: start, end: end) else { return false }
        return word.length > 3 && start + word.length >= position
    }

    /// What the cheapest words cost that cover a stretch of ideographs.
    private func cost(of range: Range<Int>, _ text: Span<UInt8>) -> Int32 {
        var costs = [Int32](repeating: .max, count: range.count / 3 + 1)
        costs[0] = 0
        for index in 0..<costs.count - 1 {
            let here = costs[index]
            costs[index + 1] = min(costs[index + 1], here + Lexicon.unknownCost)
            lexicon.phrases.forEachMatch(in: text, at: range.lowerBound + 3 * index, end: range.upperBound) { match in
                let end = index + match.length / 3
                costs[end] = min(costs[end], here + Lexicon.cost(of: match.value))
            }
        }
        return costs[costs.count - 1]
    }
}
