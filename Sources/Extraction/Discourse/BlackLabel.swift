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
}
