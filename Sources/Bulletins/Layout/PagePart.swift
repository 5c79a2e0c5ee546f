import Facts
import Scanning

/// A line, or the part of one that a byline cuts off, with what it looks like by itself.
struct PagePart {
    enum Kind: Equatable {
        /// marked up, of level 1 … 6; 7 for a paragraph that is bold throughout
        case heading(Int)
        /// short and without the marks of prose
        case title
        /// the name of a place over a title
        case kicker
        case byline
        case prose, caption, credit, furniture
    }

    var kind: Kind
    var range: Range<Int>
    var reporters: [String] = []
    /// Whether a story follows the byline.
    var opensBody = false

    var isTitle: Bool { kind == .title || kind == .kicker }

    /// 【永泰街道光熙苑社区】: whether a title is all in black brackets; under a headline it stands over the first part of the
    /// story, as others do over the next, and goes on no headline.
    func isPartLabel(in text: Span<UInt8>) -> Bool {
        kind == .title && text.has("【", at: range.lowerBound) && text.has("】", before: range.upperBound)
    }
    /// What may stand between a headline and its story.
    var isIllustration: Bool { kind == .caption || kind == .credit || kind == .furniture }

    var blockKind: Block.Kind {
        switch kind {
        case .heading, .title: .headline
        case .kicker: .kicker
        case .byline: .byline
        case .prose: .paragraph
        case .caption: .caption
        case .credit: .credit
        case .furniture: .furniture
        }
    }

    static func parts(of lines: [Line], in text: Span<UInt8>) -> [PagePart] {
        var parts: [PagePart] = []
        parts.reserveCapacity(lines.count + lines.count / 4)
        for index in lines.indices {
            append(lines[index], to: &parts, in: text)
        }
        markMenu(&parts, in: text)
        markCaptions(&parts, in: text)
        markKickers(&parts, in: text)
        return parts
    }

    private static func append(_ line: Line, to parts: inout [PagePart], in text: Span<UInt8>) {
        let range = line.range
        if line.heading > 0 {
            parts.append(PagePart(kind: .heading(Int(line.heading)), range: range))
        } else if isFurniture(line, in: text) {
            parts.append(PagePart(kind: .furniture, range: range))
        } else if let byline = Byline(opening: range, hasVerb: line.byline > 0, in: text) {
            appendOpening(byline, of: line, to: &parts)
        } else if line.byline > 0,
            let byline = Byline(inside: range, bracketAt: range.lowerBound + Int(line.byline), in: text)
        {
            var head = line
            head.range = range.lowerBound..<trimmedEnd(range.lowerBound..<byline.range.lowerBound, in: text)
            // The comma and the full stop of the line stand behind the byline unless its head is long.
            if head.range.count <= LineShape.longestTitle { (head.stops, head.commas) = (0, 0) }
            parts.append(plain(head, in: text))
            appendOpening(byline, of: line, to: &parts)
        } else if line.marks.contains(.strong), range.count <= 200, LineShape.hasIdeograph(range, in: text) {
            parts.append(PagePart(kind: .heading(7), range: range))
        } else if let byline = Byline(closing: range, in: text), byline.range != range {
            var head = line
            head.range = range.lowerBound..<trimmedEnd(range.lowerBound..<byline.range.lowerBound, in: text)
            parts.append(plain(head, in: text))
            parts.append(PagePart(kind: .byline, range: byline.range, reporters: byline.reporters))
        } else {
            parts.append(plain(line, in: text))
        }
    }

    /// A byline in front of a story, on the same line or on the next one.
    private static func appendOpening(_ byline: Byline, of line: Line, to parts: inout [PagePart]) {
        let rest = byline.end..<line.range.upperBound
        let followsBody = parts.last?.kind == .prose
        let opens = !rest.isEmpty || !followsBody
        parts.append(PagePart(kind: .byline, range: byline.range, reporters: byline.reporters, opensBody: opens))
        if !rest.isEmpty { parts.append(PagePart(kind: .prose, range: rest)) }
    }

    private static func plain(_ line: Line, in text: Span<UInt8>) -> PagePart {
        if line.range.count > 200 { return PagePart(kind: .prose, range: line.range) }
        if PageLayout.isCredit(line, in: text) { return PagePart(kind: .credit, range: line.range) }
        if LineShape.isTitle(line, in: text), !LineShape.beginsList(line.range, in: text),
            !line.marks.contains(.item)
        {
            return PagePart(kind: .title, range: line.range)
        }
        if isCaption(line.range, in: text) { return PagePart(kind: .caption, range: line.range) }
        return PagePart(kind: .prose, range: line.range)
    }

    /// `图为……`, `（图片说明：……）`, and a sentence with the photographer behind it.
    private static func isCaption(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        let start = range.lowerBound + (text.has("（", at: range.lowerBound) ? 3 : 0)
        return text.has("图为", at: start) || text.has("图片说明", at: start)
            || (text.has("摄", before: range.upperBound) && LayoutWords.suffix(.credit, of: range, in: text) > 0)
    }

    private static func trimmedEnd(_ range: Range<Int>, in text: Span<UInt8>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound {
            if text[end - 1] <= 0x20 {
                end -= 1
            } else if text.has("\u{3000}", before: end) {
                end -= 3
            } else {
                break
            }
        }
        return max(end, range.lowerBound)
    }

    /// What a saved web page shows over 当前位置：首页 > 街道动态: short lines, which are the menu of the site.
    private static func markMenu(_ parts: inout [PagePart], in text: Span<UInt8>) {
        let path = parts.prefix(PagePart.longestMenu).firstIndex {
            $0.kind == .furniture && LayoutWords.prefix(.path, of: $0.range, in: text) > 0
        }
        guard let path,
            parts[..<path].allSatisfy({ $0.range.count <= 90 && !text.has("。", before: $0.range.upperBound) })
        else { return }
        for index in parts.indices.prefix(path) { parts[index].kind = .furniture }
    }

    /// No menu of a web page has more lines.
    private static let longestMenu = 80

    /// The short text before a credit is the caption of the photograph.
    private static func markCaptions(_ parts: inout [PagePart], in text: Span<UInt8>) {
        for index in parts.indices.dropFirst()
        where parts[index].kind == .credit && parts[index - 1].kind == .prose && parts[index - 1].range.count <= 240 {
            parts[index - 1].kind = .caption
        }
    }

    /// A place that stands alone over a title: `小南头街道悦城社区`.
    private static func markKickers(_ parts: inout [PagePart], in text: Span<UInt8>) {
        for index in parts.indices.dropLast()
        where parts[index].kind == .title && parts[index + 1].kind == .title
            && isPlace(parts[index].range, in: text)
        {
            parts[index].kind = .kicker
        }
    }

    private static func isPlace(_ line: Range<Int>, in text: Span<UInt8>) -> Bool {
        let isBracketed = text.has("【", at: line.lowerBound) && text.has("】", before: line.upperBound)
        let range = isBracketed ? line.lowerBound + 3..<line.upperBound - 3 : line
        let suffix = LayoutWords.suffix(.place, of: range, in: text)
        guard suffix > 0, (6...60).contains(range.count), range.count > suffix,
            range.allSatisfy({ text[$0] >= 0x80 })
        else { return false }
        // 服务进社区 is a headline.
        let before = text.scalar(at: text.scalarStart(before: range.upperBound - suffix)).value
        return !before.isOne(of: "进入到走下为在，、“”　 ")
    }

    /// Page numbers, lines of dashes, datelines, lines round a web article such as `来源：……`.
    private static func isFurniture(_ line: Line, in text: Span<UInt8>) -> Bool {
        guard line.range.count <= 180 else { return false }
        let range = line.range
        var start = range.lowerBound
        if text.has("（", at: start) {
            start += 3
        } else if text.has("(", at: start) || text.has("[", at: start) {
            start += 1
        }
        let footer = LayoutWords.prefix(.footer, of: start..<range.upperBound, in: text)
        if footer > 0, line.stops == 0 {
            let end = start + footer
            if end >= range.upperBound { return true }
            let next = text.scalar(at: end).value
            if next.isOne(of: "：:）)]　 ") { return true }
        }
        // A row of a table may hold figures alone, and the rule under its heads no letter.
        if line.marks.contains(.cells) { return false }
        return !hasWords(range, in: text) || isDateline(line, in: text) || isIssue(range, in: text)
    }

    /// A day, alone or with what stands round it on a web page, under the title of an official paper or at its end:
    /// `2026-04-03 09:30 来源：……`, `日期：2026-04-03`, `区委社会工作部 2026年4月3日`, `2026年4月3日　区委社会工作部`, `二〇二六年四月三日`.
    private static func isDateline(_ line: Line, in text: Span<UInt8>) -> Bool {
        guard line.stops == 0, line.commas == 0 else { return false }
        let label = dateLabel(of: line.range, in: text)
        let range = line.range.lowerBound + label..<line.range.upperBound
        guard let first = range.first(where: { isDigit(text[$0]) || opensChineseYear($0, in: text) }) else {
            return false
        }
        if isDateOnly(range, in: text) { return true }
        if first == range.lowerBound {
            guard CalendarDate(firstIn: text, first..<min(first + 36, range.upperBound), allowsCompact: false) != nil
            else { return false }
            return namesOffice(range, in: text)
                || range.contains {
                    text[$0] >= 0xE4 && LayoutWords.prefix(.footer, of: $0..<range.upperBound, in: text) > 0
                }
        }
        return range.count <= 75 && (text[first - 1] == 0x20 || text.has("\u{3000}", before: first))
            && isDateOnly(first..<range.upperBound, in: text)
    }

    /// Whether nothing but the name of a body stands behind the day that begins a line, and a blank between: `2026年4月3日　区委社会工作部`.
    private static func namesOffice(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        guard range.count <= 90,
            let blank = range.first(where: { text[$0] == 0x20 || text.has("\u{3000}", at: $0) }),
            isDateOnly(range.lowerBound..<blank, in: text)
        else { return false }
        var name = blank
        while name < range.upperBound, text[name] == 0x20 || text.has("\u{3000}", at: name) {
            name += text[name] == 0x20 ? 1 : 3
        }
        let office = LayoutWords.suffix(.office, of: name..<range.upperBound, in: text)
        // A body's name is one word without figures.
        return office > 0 && range.upperBound - name > office && !(name..<range.upperBound).contains { text[$0] < 0x80 }
    }

    /// The bytes of a word such as 日期 at the head of a line, with the colon and the blanks behind it; 0 for none.
    private static func dateLabel(of range: Range<Int>, in text: Span<UInt8>) -> Int {
        let word = LayoutWords.prefix(.day, of: range, in: text)
        guard word > 0 else { return 0 }
        var end = range.lowerBound + word
        if text.has("：", at: end) { end += 3 } else if text.has(":", at: end) { end += 1 } else { return 0 }
        while end < range.upperBound, text[end] == 0x20 { end += 1 }
        return min(end, range.upperBound) - range.lowerBound
    }

    private static func opensChineseYear(_ position: Int, in text: Span<UInt8>) -> Bool {
        // 一 and 二 begin with the same byte.
        text[position] == 0xE4
            && (["二〇", "二○", "二零", "一九"] as [StaticString]).contains { text.has($0, at: position) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The number of an issue or a page: `第12期`, `第03版：综合新闻`.
    private static func isIssue(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        guard range.count <= 60, text.has("第", at: range.lowerBound) else { return false }
        var position = range.lowerBound + 3
        while position < range.upperBound, isDigit(text[position]) { position += 1 }
        guard position > range.lowerBound + 3 else { return false }
        return text.has("版", at: position)
            || (position + 3 == range.upperBound && (text.has("期", at: position) || text.has("号", at: position)))
    }

    /// Whether a line holds a letter or an ideograph.
    private static func hasWords(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        if range.count > 24 {
            // Telephone lists and rows of figures are no furniture; lines of dashes are.
            return range.contains { text[$0] != text[range.lowerBound] }
        }
        return range.contains { index in
            let byte = text[index]
            return (0xE3...0xE9).contains(byte) && byte != 0xE3 || (0x41...0x5A).contains(byte & 0xDF)
        }
    }

    /// A day by itself or with the number of an issue: `2026年4月3日 星期五`, `2026年4月3日（第6期）`.
    static func isDateOnly(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        guard range.count <= 75, !range.isEmpty,
            isDigit(text[range.lowerBound]) || opensChineseYear(range.lowerBound, in: text),
            CalendarDate(firstIn: text, range, allowsCompact: false) != nil
        else { return false }
        var position = range.lowerBound
        while position < range.upperBound {
            let (value, length) = text.scalar(at: position)
            switch value {
            case "0"..."9", "年", "月", "日", "-", "/", ".", ":", " ", "　", "星", "期", "一", "二", "三", "四", "五", "六",
                "（", "）", "(", ")", "周", "上", "下", "午", "第", "总", "号", "\t", "七", "八", "九", "十", "〇", "○", "零":
                position += length
            default: return false
            }
        }
        return true
    }
}
