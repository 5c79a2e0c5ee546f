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

    /// What stands between a bullet at the head of a stretch and the full-width blank behind it: 市容秩序 in ●市容秩序　夜市外溢摊位64个. A
    /// figure right behind the blank would be of the words before it: ●清运垃圾　30车.
    func bulletLabel(opening range: Range<Int>) -> Range<Int>? {
        guard ReadingTools.headBullets.begins(in: self, at: range.lowerBound) else { return nil }
        let start = range.lowerBound + 3
        var end = start
        while end < range.upperBound, end - start <= 36 {
            if has("　", at: end) {
                let isOfFigure = end + 3 >= range.upperBound || (0x30...0x39).contains(self[end + 3])
                return end > start && !isOfFigure ? start..<end : nil
            }
            if ReadingTools.clauseMarks.begins(in: self, at: end) { return nil }
            end += scalar(at: end).length
        }
        return nil
    }
}

extension ReadingTools {
    fileprivate static let headBullets: WordList = ["●", "■", "▲", "◆", "★", "▶", "○", "◎", "□", "►", "☆", "△", "◇"]
    fileprivate static let clauseMarks: WordList = ["，", "。", "：", "；"]
}
