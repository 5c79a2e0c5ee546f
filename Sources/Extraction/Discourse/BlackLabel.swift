import Bulletins
import Scanning

extension Span<UInt8> {
    /// What stands in black brackets at the head of a stretch: 人口 in 【人口】居民3243户.
    func blackLabel(opening range: Range<Int>) -> Range<Int>? {
        guard has("【", at: range.lowerBound) else { return nil }
        let start = range.lowerBound + 3
        var end = start
        while end < range.upperBound, end - range.lowerBound < 40 {
            if has("】", at: end) { return start..<end }
            end += scalar(at: end).length
        }
        return nil
    }

    /// What stands between a bullet at the head of a stretch and the full-width blank behind it: 市容秩序 in ●市容秩序　夜市外溢摊位64个.
    func bulletLabel(opening range: Range<Int>) -> Range<Int>? {
        guard !range.isEmpty, case (let bullet, let width) = scalar(at: range.lowerBound), Block.isSymbol(bullet) else {
            return nil
        }
        let start = range.lowerBound + width
        var end = start
        while end < range.upperBound, end - start <= 36 {
            if has("　", at: end) { return end > start ? start..<end : nil }
            if ReadingTools.clauseMarks.begins(in: self, at: end) { return nil }
            end += scalar(at: end).length
        }
        return nil
    }
}

extension ReadingTools {
    /// Whether what stands between a bullet and a blank heads what follows: not where it counts, tells when, says what is planned or done
    /// (●今年以来　, ●累计　, ●计划新增　), nor where the figure right behind the blank is its own: ●清运垃圾　约30车.
    func isHeading(_ label: Range<Int>, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var behind = label.upperBound + 3
        while let skipped = ReadingTools.beforeNumerals.match(in: text, at: behind, end: sentence.upperBound) {
            behind += skipped
        }
        guard behind < sentence.upperBound, !classes[text.scalar(at: behind).value].startsNumeral else { return false }
        var position = label.lowerBound
        while position < label.upperBound {
            // “一老一小”: in a heading, 一 counts nothing
            if classes[text.scalar(at: position).value].startsNumeral, !text.has("一", at: position) { return false }
            guard let word = lexicon.phrases.longestMatch(in: text, at: position, end: label.upperBound) else {
                position += text.scalar(at: position).length
                continue
            }
            let entry = lexicon.entry(of: word.value)
            if entry.wordClass == .time || entry.wordClass == .adverb
                || !entry.roles.isDisjoint(with: [.plan, .sum, .average, .stock, .increase, .decrease, .reach])
                || entry.wordClass == .verb && entry.roles.contains(.transitive)
            {
                return false
            }
            position += word.length
        }
        return true
    }

    private static let beforeNumerals: WordList = ["约", "近", "超", "共", "达", "有", "仅", "已", "数", "几"]
    fileprivate static let clauseMarks: WordList = ["，", "。", "：", "；"]
}
