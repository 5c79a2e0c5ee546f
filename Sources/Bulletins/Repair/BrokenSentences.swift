import Scanning

/// Joins sentences that the end of a column or of a printed line has cut: `选取水泊寺街道、开⏎⏎源街道` → 开源街道.
///
/// A line that has not come to the end of a sentence goes on in the next one, unless either of them is no prose: a
/// headline must never run into a sentence. So a short line without the marks of prose goes on only where something
/// else says so, and a short line without an end of its own is never taken in.
extension Page {
    mutating func joinBrokenSentences() {
        let cuts = SentenceJoiner(lines: lines, text: text.span).cuts
        if !cuts.isEmpty { remove(cuts) }
    }

    /// Takes line breaks out of the text and makes the lines on both sides one.
    private mutating func remove(_ cuts: [SentenceJoiner.Cut]) {
        var joined: [UInt8] = []
        joined.reserveCapacity(text.count)
        var joinedMap = SourceMap()
        var joinedLines: [Line] = []
        joinedLines.reserveCapacity(lines.count - cuts.count)
        var next = 0
        var copied = 0
        for (index, line) in lines.enumerated() {
            if next < cuts.count, cuts[next].line == index {
                let range = cuts[next].range
                map.copy(copied..<range.lowerBound, to: joined.count, into: &joinedMap)
                joined += text[copied..<range.lowerBound]
                if cuts[next].leavesSpace {
                    let source = map.sourceRange(range)
                    joinedMap.append(text: joined.count, source: source.lowerBound, replaced: max(source.count, 1))
                    joined.append(0x20)
                }
                copied = range.upperBound
                next += 1
                let last = joinedLines.count - 1
                joinedLines[last].extend(by: line, start: joined.count)
            } else {
                var line = line
                let shift = joined.count - copied
                line.range = line.range.lowerBound + shift..<line.range.upperBound + shift
                joinedLines.append(line)
            }
        }
        map.copy(copied..<text.count, to: joined.count, into: &joinedMap)
        joined += text[copied...]
        text = joined
        map = joinedMap
        lines = joinedLines
    }
}

extension Line {
    /// Takes in a line that now begins at `start`.
    fileprivate mutating func extend(by line: Line, start: Int) {
        if byline == 0, line.byline > 0 { byline = UInt32(clamping: start - range.lowerBound + Int(line.byline)) }
        range = range.lowerBound..<start + line.range.count
        stops = UInt8(clamping: Int(stops) + Int(line.stops))
        commas = UInt8(clamping: Int(commas) + Int(line.commas))
    }
}

extension SourceMap {
    /// Writes the segments of a range of this map's text to a map whose text has the range at another place.
    func copy(_ range: Range<Int>, to start: Int, into map: inout SourceMap) {
        guard !range.isEmpty else { return }
        var index = segment(at: range.lowerBound)
        if let index, segments[index].replaced > 0 {
            map.append(text: start, source: segments[index].source, replaced: segments[index].replaced)
        } else {
            map.append(text: start, source: sourceOffset(range.lowerBound))
        }
        index = (index ?? -1) + 1
        while let position = index, position < segments.count, segments[position].text < range.upperBound {
            let segment = segments[position]
            map.append(
                text: start + segment.text - range.lowerBound, source: segment.source, replaced: segment.replaced)
            index = position + 1
        }
    }
}

/// Decides which lines go on in the next one.
struct SentenceJoiner {
    /// A line break to take out.
    struct Cut {
        /// Index of the line behind the break.
        let line: Int
        let range: Range<Int>
        /// whether Latin words on both sides need a space
        let leavesSpace: Bool
    }

    private(set) var cuts: [Cut] = []

    /// The paragraph that the lines so far make, from its first line.
    private var paragraph: Line
    private var openBrackets = 0
    private var lastLine: Line
    /// The width of a full line, where the text was printed in lines of one width; else `nil`.
    private let printed: PrintedWidth?

    init(lines: [Line], text: Span<UInt8>) {
        paragraph = Line(range: 0..<0)
        lastLine = Line(range: 0..<0)
        printed = PrintedWidth(of: lines, in: text)
        var isUnfinished = false
        for index in lines.indices {
            let line = lines[index]
            if isUnfinished {
                let follower = index + 1 < lines.count ? lines[index + 1] : nil
                if continues(line, followedBy: follower, in: text) {
                    join(line, at: index, in: text)
                    isUnfinished = goesOn(behind: line, in: text)
                    continue
                }
            }
            isUnfinished =
                line.heading == 0 && !line.marks.contains(.cells) && !line.marks.contains(.strong)
                && goesOn(behind: line, in: text)
            if isUnfinished {
                paragraph = line
                lastLine = line
                openBrackets = LineShape.openBrackets(line.range, in: text)
            }
        }
    }

    private mutating func join(_ line: Line, at index: Int, in text: Span<UInt8>) {
        let range = lastLine.range.upperBound..<line.range.lowerBound
        let isLatin = { (byte: UInt8) in (0x41...0x5A).contains(byte & 0xDF) }
        cuts.append(
            Cut(
                line: index, range: range,
                leavesSpace: isLatin(text[range.lowerBound - 1]) && isLatin(text[range.upperBound])))
        paragraph.range = paragraph.range.lowerBound..<line.range.upperBound
        paragraph.stops = UInt8(clamping: Int(paragraph.stops) + Int(line.stops))
        paragraph.commas = UInt8(clamping: Int(paragraph.commas) + Int(line.commas))
        openBrackets += LineShape.openBrackets(line.range, in: text)
        lastLine = line
    }

    /// Whether a line may go on in the next one: no sentence ends with it. What looks like the end of one may be the point of
    /// a number, `95.⏎4%`, or the end of a clause that fills its line.
    private func goesOn(behind line: Line, in text: Span<UInt8>) -> Bool {
        !LineShape.endsSentence(line.range, in: text) || SentenceJoiner.endsWithPoint(line.range, in: text)
            || text.has("；", before: line.range.upperBound) && (printed?.isFull(line, in: text) ?? false)
    }

    /// Whether a line breaks off behind the decimal point of a number.
    private static func endsWithPoint(_ line: Range<Int>, in text: Span<UInt8>) -> Bool {
        line.count > 1 && text[line.upperBound - 1] == 0x2E && isDigit(text[line.upperBound - 2])
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Whether the unfinished paragraph goes on in a line.
    private func continues(_ line: Line, followedBy follower: Line?, in text: Span<UInt8>) -> Bool {
        guard line.heading == 0, line.marks.isDisjoint(with: [.strong, .cells, .item]) else { return false }
        if SentenceJoiner.endsWithPoint(lastLine.range, in: text) {
            return goesOnInNumber(line, in: text)
                || SentenceJoiner.isDigit(text[line.range.lowerBound]) && goesOnInPrint(line, in: text)
        }
        if text.has("；", before: lastLine.range.upperBound) {
            return goesOnInPrint(line, in: text) && !LineShape.beginsList(line.range, in: text)
        }
        if LineShape.beginsInside(line.range, in: text) || goesOnInNumber(line, in: text) { return true }
        if LineShape.beginsList(line.range, in: text)
            || Byline(opening: line.range, hasVerb: line.byline > 0, in: text) != nil
            || LayoutWords.prefix(.footer, of: line.range, in: text) > 0
        {
            return false
        }
        if goesOnInPrint(line, in: text) { return true }
        if LineShape.isTitle(line, in: text) {
            return openBrackets > 0 && LineShape.openBrackets(line.range, in: text) < 0
        }
        if let follower, PageLayout.isCredit(follower, in: text) { return false }
        return isProse(in: text) && !rowsAlike(line, in: text)
    }

    /// Whether a line stands right under one that is full in a text printed in lines of one width.
    private func goesOnInPrint(_ line: Line, in text: Span<UInt8>) -> Bool {
        guard let printed, line.marks.isDisjoint(with: [.apart, .indented]) else { return false }
        return !rowsAlike(line, in: text) && printed.isFull(lastLine, in: text)
    }

    /// Whether the paragraph is no headline: too long, or with the marks of a sentence that goes on.
    private func isProse(in text: Span<UInt8>) -> Bool {
        // 维修资金怎么花？这个小区开了29场恳谈会: a headline that asks
        if paragraph.stops > 0, LineShape.isTitle(paragraph, in: text) { return false }
        return paragraph.range.count > LineShape.longestTitle || paragraph.stops > 0 || paragraph.commas > 2
            || openBrackets > 0 || LineShape.endsOpen(paragraph.range, in: text) || opensSentence(in: text)
            || endsWithBrokenMember(in: text) || endsWithNumber(in: text)
    }

    /// `网格120个，网格员240`: a number has been cut from its unit; a headline with a comma hardly ends with one.
    private func endsWithNumber(in text: Span<UInt8>) -> Bool {
        paragraph.commas > 0 && (0x30...0x39).contains(text[paragraph.range.upperBound - 1])
    }

    /// What a number that a line break cut off goes on with, at the head of the next line.
    private static let units: [StaticString] = [
        "余", "多", "万", "亿", "个", "名", "人", "家", "户", "处", "条", "件", "次", "场", "元", "吨", "亩", "平方", "米", "公", "年", "月",
        "日", "岁", "套",
        "栋", "辆", "份", "支", "项", "盏", "块", "小时", "分钟", "%", "％",
    ]

    /// `，清运垃圾32⏎0余吨`, `。网格员240⏎名`: a sentence that has begun breaks off behind a digit, and the line begins with
    /// more digits and what they count, or with what is counted.
    private func goesOnInNumber(_ line: Line, in text: Span<UInt8>) -> Bool {
        // No count begins with 0, so that a line which does goes on with a number whatever stood before it.
        guard paragraph.commas > 0 || paragraph.stops > 0 || text[line.range.lowerBound] == 0x30,
            !LineShape.hasLabel(line.range, in: text)
        else {
            return false
        }
        var end = paragraph.range.upperBound
        let isMultiplied = text.has("万", before: end) || text.has("亿", before: end)
        if isMultiplied { end -= 3 }
        if isMultiplied, end > paragraph.range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
        let isPointed = SentenceJoiner.endsWithPoint(lastLine.range, in: text)
        if isPointed { end -= 1 }
        guard end > paragraph.range.lowerBound, SentenceJoiner.isDigit(text[end - 1]) else { return false }
        var position = line.range.lowerBound
        while position < line.range.upperBound, position - line.range.lowerBound < 8,
            SentenceJoiner.isDigit(text[position])
        {
            position += 1
        }
        if isPointed, position == line.range.lowerBound { return false }
        return SentenceJoiner.units.contains {
            position + $0.utf8CodeUnitCount <= line.range.upperBound && text.has($0, at: position)
        }
    }

    /// `同时，……`
    private func opensSentence(in text: Span<UInt8>) -> Bool {
        let length = LayoutWords.prefix(.connective, of: paragraph.range, in: text)
        return length > 0 && text.has("，", at: paragraph.range.lowerBound + length)
    }

    /// `水泊寺街道、开`: no member of a list has one character.
    private func endsWithBrokenMember(in text: Span<UInt8>) -> Bool {
        text.has("、", before: text.scalarStart(before: paragraph.range.upperBound))
    }

    /// Whether the paragraph and the line are rows of one list, each with its label.
    private func rowsAlike(_ line: Line, in text: Span<UInt8>) -> Bool {
        LineShape.hasLabel(line.range, in: text) && LineShape.hasLabel(paragraph.range, in: text)
    }
}

/// The width of the full lines of a text that was printed, or broken by a program, in lines of one width: in columns, of which
/// a Chinese character takes two, or in characters.
private struct PrintedWidth {
    private var columns: Int?
    private var characters: Int?

    /// Below so many columns lines are short because they say little.
    private static let narrowest = 30
    /// No line is printed wider.
    private static let widest = 200

    /// `nil` where no width is that of most lines which end no sentence.
    init?(of lines: [Line], in text: Span<UInt8>) {
        var columns = Lengths()
        var characters = Lengths()
        for line in lines where line.range.count <= 300 && line.heading == 0 {
            guard !LineShape.endsSentence(line.range, in: text) else { continue }
            columns.add(PrintedWidth.columns(of: line, in: text))
            characters.add(PrintedWidth.characters(of: line, in: text))
        }
        self.columns = columns.full(from: PrintedWidth.narrowest)
        self.characters = characters.full(from: PrintedWidth.narrowest / 2)
        if self.columns == nil, self.characters == nil { return nil }
    }

    func isFull(_ line: Line, in text: Span<UInt8>) -> Bool {
        guard line.range.count <= PrintedWidth.widest * 3 else { return false }
        if let columns, PrintedWidth.columns(of: line, in: text) >= columns - 2 { return true }
        if let characters, PrintedWidth.characters(of: line, in: text) >= characters - 2 { return true }
        return false
    }

    /// The first line of a paragraph begins two characters further to the right.
    private static func columns(of line: Line, in text: Span<UInt8>) -> Int {
        LineShape.width(line.range, in: text) + (line.marks.contains(.indented) ? 4 : 0)
    }

    private static func characters(of line: Line, in text: Span<UInt8>) -> Int {
        LineShape.length(line.range, in: text) + (line.marks.contains(.indented) ? 2 : 0)
    }

    /// How many lines have each length.
    private struct Lengths {
        private var counts = [Int](repeating: 0, count: PrintedWidth.widest + 1)
        private var lines = 0

        mutating func add(_ length: Int) {
            guard length < counts.count else { return }
            counts[length] += 1
            lines += 1
        }

        /// The greatest length, where at least four lines and most of all come near it: a mark that may begin no line hangs
        /// over, and a word that may not be parted moves down.
        func full(from least: Int) -> Int? {
            guard lines >= 4, let greatest = counts.lastIndex(where: { $0 > 0 }), greatest >= least else { return nil }
            let full = counts[max(0, greatest - 2)...greatest].reduce(0, +)
            return full >= 4 && full * 10 >= lines * 7 ? greatest : nil
        }
    }
}
