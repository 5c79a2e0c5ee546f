import Scanning

/// Takes out the spaces that typesetting put into and round numbers: `2020 年`, `41 208 人`, `17. 36 平方公里`.
///
/// Yearbooks and Word files set a thin space between Chinese and digits and between groups of three. Only single spaces
/// in lines of prose go: in a row of a table a space parts two cells.
extension Page {
    mutating func joinSpacedNumbers() {
        let spaces = SpacedNumbers.spaces(in: lines, text.span)
        if !spaces.isEmpty { remove(spaces) }
    }

    /// Takes single bytes out of the text, given in order.
    private mutating func remove(_ spaces: [Int]) {
        var joinedMap = SourceMap()
        var copied = 0
        for (gone, space) in spaces.enumerated() {
            map.copy(copied..<space, to: copied - gone, into: &joinedMap)
            copied = space + 1
        }
        map.copy(copied..<text.count, to: copied - spaces.count, into: &joinedMap)
        map = joinedMap
        closeUp(spaces)
        var gone = 0
        for index in lines.indices {
            let line = lines[index]
            while gone < spaces.count, spaces[gone] < line.range.lowerBound { gone += 1 }
            let start = line.range.lowerBound - gone
            let byline = line.range.lowerBound + Int(line.byline)
            var inside = 0
            var beforeByline = 0
            while gone + inside < spaces.count, spaces[gone + inside] < line.range.upperBound {
                if spaces[gone + inside] < byline { beforeByline += 1 }
                inside += 1
            }
            lines[index].range = start..<start + line.range.count - inside
            if line.byline > 0 { lines[index].byline -= UInt32(clamping: beforeByline) }
        }
    }

    /// Moves the text behind each of the bytes over it, in place: a large text leaves no room for a second one.
    private mutating func closeUp(_ spaces: [Int]) {
        guard let first = spaces.first else { return }
        var end = first
        var next = 0
        for position in first..<text.count {
            if next < spaces.count, spaces[next] == position {
                next += 1
            } else {
                text[end] = text[position]
                end += 1
            }
        }
        text.removeLast(text.count - end)
    }
}

/// Finds the spaces inside and beside numbers.
private enum SpacedNumbers {
    static func spaces(in lines: [Line], _ text: Span<UInt8>) -> [Int] {
        var spaces: [Int] = []
        for line in lines {
            let before = spaces.count
            var position = line.range.lowerBound
            while position < line.range.upperBound {
                if text.count - position >= 8, !SpacedNumbers.holdsSpace(text.word(at: position)) {
                    position += 8
                    continue
                }
                if text[position] == 0x20, isTypeset(position, in: line.range, text) { spaces.append(position) }
                position += 1
            }
            if spaces.count > before, !isProse(line.range, text) { spaces.removeSubrange(before...) }
        }
        return spaces
    }

    /// Whether one of eight bytes is a space.
    private static func holdsSpace(_ word: UInt64) -> Bool {
        let difference = word ^ 0x2020_2020_2020_2020
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
    }

    private static func isTypeset(_ space: Int, in line: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard space > line.lowerBound, space + 1 < line.upperBound, text[space - 1] != 0x20, text[space + 1] != 0x20
        else { return false }
        let digitBefore = isDigit(space - 1, text)
        let digitAfter = isDigit(space + 1, text)
        if digitBefore, digitAfter { return partsGroups(space, in: line, text) }
        // 1. 36 in the middle of a line is a number, at its beginning the number of a point.
        if digitAfter, text[space - 1] == 0x2E { return isPoint(space - 1, in: line, text) }
        if digitBefore { return isHan(space + 1, text) || text.has("%", at: space + 1) || text.has("‰", at: space + 1) }
        return digitAfter && endsHan(space, text)
    }

    private static func isDigit(_ position: Int, _ text: Span<UInt8>) -> Bool {
        position < text.count && text[position] >= 0x30 && text[position] <= 0x39
    }

    private static func isHan(_ position: Int, _ text: Span<UInt8>) -> Bool {
        position < text.count && text[position] >= 0xE4 && text[position] <= 0xE9
            && text.scalar(at: position).value.isIdeograph
    }

    private static func endsHan(_ end: Int, _ text: Span<UInt8>) -> Bool {
        end >= 3 && text[end - 1] & 0xC0 == 0x80 && isHan(text.scalarStart(before: end), text)
    }

    /// 41 208 人: one to three digits before the first space, three behind each, and what is counted at the end.
    private static func partsGroups(_ space: Int, in line: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var start = space
        while start > line.lowerBound, isDigit(start - 1, text) || text[start - 1] == 0x20 && isDigit(start - 2, text),
            space - start < 16
        {
            start -= 1
        }
        while start < space, text[start] == 0x20 { start += 1 }
        if start > line.lowerBound, text[start - 1] == 0x2E || text[start - 1] == 0x2D { return false }
        var position = start
        var digits = 0
        var isFirst = true
        // No count has more than six groups; a longer row is of figures, one beside the other.
        while position < line.upperBound, position - start < 24 {
            if isDigit(position, text) {
                digits += 1
            } else if text[position] == 0x20, isDigit(position + 1, text) {
                guard isFirst ? digits <= 3 : digits == 3 else { return false }
                isFirst = false
                digits = 0
            } else {
                break
            }
            guard digits <= 3 else { return false }
            position += 1
        }
        guard digits == 3, text[start] != 0x30 else { return false }
        if position < line.upperBound, text[position] == 0x20 { position += 1 }
        return position < line.upperBound && isHan(position, text)
    }

    private static func isPoint(_ point: Int, in line: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var start = point
        while start > line.lowerBound, isDigit(start - 1, text) { start -= 1 }
        guard start < point else { return false }
        if start > line.lowerBound, text[start - 1] == 0x20 { start -= 1 }
        return start > line.lowerBound && endsHan(start, text)
    }

    private static func isProse(_ line: Range<Int>, _ text: Span<UInt8>) -> Bool {
        line.contains { position in
            text[position] == 0x2C || text[position] == 0x3B || text.has("，", at: position)
                || text.has("。", at: position) || text.has("；", at: position)
        }
    }
}
