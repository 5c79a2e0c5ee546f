internal import Scanning

/// The names of all towns, townships and streets of China (`towns.csv`), told by where they end.
///
/// The names are searched for in the table's own bytes, in which they stand in the order in which they read from behind:
/// nothing is made of the table at the start.
struct TownNames: Sendable {
    static let builtIn = TownNames(BuiltInTable.towns.bytes)

    private let bytes: [UInt8]
    private let all: Lines

    /// Neighbouring lines whose names end alike, as far as `depth` bytes from the end.
    struct Lines {
        fileprivate var range: Range<Int>
        fileprivate var depth: Int
    }

    /// - Parameter table: the bytes of the table, its heading behind comments.
    init(_ table: [UInt8]) {
        bytes = table
        var start = 0
        var isHeading = false
        while start < table.count, !isHeading {
            isHeading = table[start] != UInt8(ascii: "#")
            start = (table[start...].firstIndex(of: UInt8(ascii: "\n")) ?? table.count - 1) + 1
        }
        all = Lines(range: start..<table.count, depth: 0)
    }

    /// The names that end in a suffix.
    func names(endingIn suffix: [UInt8]) -> Lines {
        var lines = all
        for byte in suffix.reversed() { narrow(&lines, to: byte) }
        return lines
    }

    /// The most ideographs before the suffix of a name.
    static let longest = 14

    /// How many ideographs, 1 … `longest`, stand before the suffix in the names that end at a position: bit *n* for *n* of them.
    ///
    /// - Parameters:
    ///   - lines: the names that end in the suffix.
    ///   - end: where the suffix begins in the text.
    func lengths(among lines: Lines, before end: Int, in text: Span<UInt8>, floor: Int) -> UInt16 {
        var lines = lines
        var lengths: UInt16 = 0
        var position = end
        for length in 1...Self.longest {
            guard position - 3 >= floor, text[position - 3] >= 0xE3, text[position - 3] <= 0xE9 else { break }
            for _ in 0..<3 {
                position -= 1
                narrow(&lines, to: text[position])
            }
            if lines.range.isEmpty { break }
            // The shortest of them stands first.
            if lineEnd(from: lines.range.lowerBound) - lines.range.lowerBound == lines.depth { lengths |= 1 << length }
        }
        return lengths
    }

    /// Keeps the lines whose next byte from behind is this one.
    private func narrow(_ lines: inout Lines, to byte: UInt8) {
        let first = firstLine(of: lines) { $0 >= Int(byte) }
        let next = firstLine(of: Lines(range: first..<lines.range.upperBound, depth: lines.depth)) { $0 > Int(byte) }
        lines = Lines(range: first..<next, depth: lines.depth + 1)
    }

    /// Where the first line begins whose next byte from behind, -1 where there is none, passes a test that all lines behind it
    /// pass as well.
    private func firstLine(of lines: Lines, where passes: (Int) -> Bool) -> Int {
        var low = lines.range.lowerBound
        var high = lines.range.upperBound
        while low < high {
            var start = (low + high) / 2
            while start > low, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
            let end = lineEnd(from: start)
            let next = end - 1 - lines.depth
            if passes(next >= start ? Int(bytes[next]) : -1) { high = start } else { low = min(end + 1, high) }
        }
        return low
    }

    private func lineEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }
}
