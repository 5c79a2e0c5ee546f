/// The way back from repaired text to the source: one segment for each place where the distance between the two changes.
///
/// A text without repairs has no segment, and an offset leads to itself.
struct SourceMap: Sendable {
    /// Text from `text` up to the next segment's start.
    struct Segment: Sendable, Equatable {
        var text: Int
        var source: Int
        /// How many source bytes the whole segment stands for where it was written anew (`&amp;` → `&`); 0 where it was
        /// copied byte for byte.
        var replaced: Int
    }

    private(set) var segments: [Segment] = []

    /// Adds a segment that begins where the text now ends.
    mutating func append(text: Int, source: Int, replaced: Int = 0) {
        if let last = segments.last {
            if last.text == text {
                segments.removeLast()
            } else if last.replaced == 0, replaced == 0, last.source - last.text == source - text {
                return
            }
        } else if text > 0 {
            segments.append(Segment(text: 0, source: 0, replaced: 0))
        }
        segments.append(Segment(text: text, source: source, replaced: replaced))
    }

    /// Index of the segment that holds the offset; `nil` where nothing was repaired before it.
    func segment(at text: Int) -> Int? {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].text <= text { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }

    func sourceOffset(_ text: Int) -> Int {
        start(of: text, in: segment(at: text))
    }

    func sourceRange(_ range: Range<Int>) -> Range<Int> {
        let lower = sourceOffset(range.lowerBound)
        guard !range.isEmpty else { return lower..<lower }
        return lower..<max(lower, end(of: range.upperBound, in: segment(at: range.upperBound - 1)))
    }

    /// The source offset of a scalar that begins at `text` inside the segment.
    func start(of text: Int, in index: Int?) -> Int {
        guard let index else { return text }
        let segment = segments[index]
        return segment.replaced > 0 ? segment.source : segment.source + (text - segment.text)
    }

    /// The source offset of the end of a scalar that ends at `text` and lies inside the segment.
    func end(of text: Int, in index: Int?) -> Int {
        guard let index else { return text }
        let segment = segments[index]
        return segment.source + (segment.replaced > 0 ? segment.replaced : text - segment.text)
    }
}

/// Leads offsets of a document's `text` back to its `source`.
///
/// Offsets that come in ascending order cost constant time on the average; any order is right.
public struct SourceCursor: Sendable {
    private let map: SourceMap
    /// Index of the first segment that begins behind the last offset.
    private var next = 0

    init(_ map: SourceMap) {
        self.map = map
    }

    /// The place in `source` of an offset of `text`.
    public mutating func offset(of text: Int) -> Int {
        map.start(of: text, in: segment(at: text))
    }

    /// The range of `source` that a range of `text` stands for.
    public mutating func range(of range: Range<Int>) -> Range<Int> {
        let lower = offset(of: range.lowerBound)
        guard !range.isEmpty else { return lower..<lower }
        return lower..<max(lower, map.end(of: range.upperBound, in: segment(at: range.upperBound - 1)))
    }

    private mutating func segment(at text: Int) -> Int? {
        if next > 0, map.segments[next - 1].text > text { next = (map.segment(at: text) ?? -1) + 1 }
        while next < map.segments.count, map.segments[next].text <= text { next += 1 }
        return next == 0 ? nil : next - 1
    }
}
