import Scanning

/// Takes the markup out of a text in one pass: HTML tags and entities, Markdown headings, links and bold text.
///
/// Bulletins come as plain text, as Markdown, and as Markdown with HTML inside, and their names do not tell which, so one
/// reader takes them all. What is no well-formed markup is text: a stray `<` or `&` stays where it is. Whatever has to be
/// looked for ahead is either near or looked for once, so the time is linear in the text.
struct MarkupReader {
    private(set) var text: [UInt8] = []
    private(set) var lines: [Line] = []
    private(set) var map = SourceMap()
    private(set) var removed: [Range<Int>] = []

    /// The source up to here stands in `text` or has been removed.
    private var copied = 0
    /// The line that is being read.
    private var line = Line(range: 0..<0)
    /// Whether the next line stands apart from the last one.
    private var apart = true
    private var isStrong = false
    private var hasPlainText = false
    /// Where in the text the last bold stretch ended.
    private var strongEnd = 0
    private var nextTagEnd = TextSearch()
    private var nextCommentEnd = TextSearch()
    private var nextScriptEnd = TextSearch()
    private var nextStyleEnd = TextSearch()
    /// Where a bold stretch of Markdown ends; in front of this place no other one begins.
    private var boldEnd = 0

    /// Whether the text is the source, byte for byte.
    var isVerbatim: Bool { copied == 0 }

    mutating func read(_ source: Span<UInt8>) {
        let end = source.count
        lines.reserveCapacity(end / 256)
        var position = beginLine(at: 0, in: source)
        while position < end {
            position = MarkupReader.skipIdeographs(at: position, in: source)
            guard position < end else { break }
            let byte = source[position]
            switch byte {
            case 0xE3: position = readSymbol(at: position, in: source)
            case 0xEF: position = readFullWidth(at: position, in: source)
            case 0xE2: position = readPunctuation(at: position, in: source)
            case 0x0A, 0x0C, 0x0D:
                finishLine(at: position, in: source)
                position = beginLine(at: position + 1, in: source)
            case UInt8(ascii: "<"): position = readTag(at: position, in: source)
            case UInt8(ascii: "("):
                noteByline(at: position, in: source)
                position += 1
            case UInt8(ascii: "&"): position = readEntity(at: position, in: source)
            case UInt8(ascii: "["): position = readLink(at: position, in: source)
            case UInt8(ascii: "]"): position = readLinkEnd(at: position, in: source)
            case UInt8(ascii: "*"): position = readBold(at: position, in: source)
            case 0xC2: position = readLatin(at: position, in: source)
            case 0..<0x80: position += 1
            case ..<0xE0: position += 2
            case ..<0xF0: position += 3
            default: position += 4
            }
        }
        finishLine(at: end, in: source)
        if !isVerbatim { append(source, upTo: end) }
    }
}

// MARK: - Text

extension MarkupReader {
    /// Passes over the ideographs U+4000 … U+9FFF, which no rule of this reader concerns, two at a time.
    @inline(__always)
    private static func skipIdeographs(at start: Int, in source: Span<UInt8>) -> Int {
        var position = start
        while source.count - position >= 8 {
            let word = source.word(at: position)
            guard UInt8(truncatingIfNeeded: word) &- 0xE4 < 6 else { return position }
            guard UInt8(truncatingIfNeeded: word >> 24) &- 0xE4 < 6 else { return position + 3 }
            position += 6
        }
        while position < source.count, source[position] &- 0xE4 < 6 { position += 3 }
        return position
    }

    /// The offset in `text` of a place of the source that has not been copied yet.
    private func offset(of position: Int) -> Int {
        text.count + position - copied
    }

    private mutating func append(_ source: Span<UInt8>, upTo position: Int) {
        guard position > copied else { return }
        unsafe source.extracting(copied..<position).withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
        copied = position
    }

    /// Leaves a range of the source out of the text.
    private mutating func remove(_ range: Range<Int>, in source: Span<UInt8>) {
        if copied == 0 { text.reserveCapacity(source.count) }
        append(source, upTo: range.lowerBound)
        copied = range.upperBound
        map.append(text: text.count, source: copied)
        if let last = removed.last, last.upperBound == range.lowerBound {
            removed[removed.count - 1] = last.lowerBound..<range.upperBound
        } else {
            removed.append(range)
        }
    }

    /// Writes something else in place of a range of the source.
    private mutating func replace(_ range: Range<Int>, by bytes: some Collection<UInt8>, in source: Span<UInt8>) {
        append(source, upTo: range.lowerBound)
        map.append(text: text.count, source: range.lowerBound, replaced: range.count)
        text.append(contentsOf: bytes)
        copied = range.upperBound
        map.append(text: text.count, source: copied)
    }

    /// The byte of the text before an offset.
    private func byte(before offset: Int, in source: Span<UInt8>) -> UInt8 {
        offset > text.count ? source[copied + offset - text.count - 1] : text[offset - 1]
    }
}

// MARK: - Lines

extension MarkupReader {
    /// Begins a line and gives the place of its first character that is no white space.
    private mutating func beginLine(at position: Int, in source: Span<UInt8>) -> Int {
        line = Line(range: 0..<0)
        hasPlainText = false
        var position = skipSpace(at: position, in: source)
        if position < source.count {
            switch source[position] {
            case UInt8(ascii: "#"): position = readHeading(at: position, in: source)
            case UInt8(ascii: "|"): line.marks.insert(.cells)
            case UInt8(ascii: ">") where position + 1 < source.count && source[position + 1] == UInt8(ascii: " "):
                remove(position..<position + 2, in: source)
                position = skipSpace(at: position + 2, in: source)
            default: break
            }
        }
        return position
    }

    /// Passes over white space in front of the line's content, which begins behind it.
    private mutating func skipSpace(at start: Int, in source: Span<UInt8>) -> Int {
        var position = start
        while position < source.count {
            let byte = source[position]
            if byte == 0x20 || byte == 0x09 {
                position += 1
            } else if byte == 0xE3, source.has("\u{3000}", at: position) {
                position += 3
            } else if byte == 0xC2, source.has("\u{A0}", at: position) {
                position += 2
            } else {
                break
            }
        }
        if position > start { line.marks.insert(.indented) }
        let content = offset(of: position)
        line.range = content..<content
        return position
    }

    private func hasContent(at position: Int, in source: Span<UInt8>) -> Bool {
        contentEnd(at: position, in: source) > line.range.lowerBound
    }

    /// Where the line's content ends if the line ends here: behind its last character that is no white space.
    private func contentEnd(at position: Int, in source: Span<UInt8>) -> Int {
        var end = offset(of: position)
        while end > line.range.lowerBound {
            switch byte(before: end, in: source) {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20: end -= 1
            case 0x80 where has(0xE3, 0x80, before: end - 1, in: source): end -= 3
            case 0xA0 where has(0xC2, before: end - 1, in: source): end -= 2
            default: return end
            }
        }
        return max(end, line.range.lowerBound)
    }

    private func has(_ bytes: UInt8..., before offset: Int, in source: Span<UInt8>) -> Bool {
        var offset = offset
        for expected in bytes.reversed() {
            guard offset > line.range.lowerBound, byte(before: offset, in: source) == expected else { return false }
            offset -= 1
        }
        return true
    }

    /// Keeps the line that ends here, unless it is blank.
    private mutating func finishLine(at position: Int, in source: Span<UInt8>) {
        let end = contentEnd(at: position, in: source)
        guard end > line.range.lowerBound else {
            apart = true
            return
        }
        line.range = line.range.lowerBound..<end
        if apart { line.marks.insert(.apart) }
        if !hasPlainText, end <= strongEnd || isStrong { line.marks.insert(.strong) }
        lines.append(line)
        apart = false
    }

    /// Ends the line at a tag that breaks it.
    private mutating func breakLine(at tag: Range<Int>, apart: Bool, in source: Span<UInt8>) {
        let count = lines.count
        let wasApart = self.apart
        finishLine(at: tag.lowerBound, in: source)
        self.apart = apart || (count == lines.count && wasApart)
        let start = offset(of: tag.lowerBound)
        remove(tag, in: source)
        // Two lines must not run together in the text.
        if start > 0, text.last != 0x0A {
            let end = text.count
            text.append(0x0A)
            map.append(text: end, source: tag.lowerBound, replaced: tag.count)
            map.append(text: text.count, source: copied)
        }
    }
}

// MARK: - Characters

extension MarkupReader {
    /// A scalar that begins with the byte E3: 。 and the other punctuation of Chinese, squared abbreviations such as ㎞.
    @inline(__always)
    private mutating func readSymbol(at position: Int, in source: Span<UInt8>) -> Int {
        let second = source[position + 1]
        if second == 0x80 {
            if source[position + 2] == 0x82 { line.stops &+= line.stops < 255 ? 1 : 0 }
        } else if second >= 0x8D, second <= 0x8F {
            return readCompatibilityCharacter(at: position, in: source)
        }
        return position + 3
    }

    /// A scalar that begins with the byte EF: full-width forms, among them the comma, and compatibility ideographs.
    @inline(__always)
    private mutating func readFullWidth(at position: Int, in source: Span<UInt8>) -> Int {
        let second = source[position + 1]
        if second == 0xBC {
            switch source[position + 2] {
            case 0x8C: line.commas &+= line.commas < 255 ? 1 : 0
            case 0x81, 0x9F: line.stops &+= line.stops < 255 ? 1 : 0
            case 0x88: noteByline(at: position, in: source)
            default: break
            }
        } else if second >= 0xA4, second <= 0xAB {
            return readCompatibilityCharacter(at: position, in: source)
        } else if second == 0xBB, source[position + 2] == 0xBF {
            remove(position..<position + 3, in: source)
        }
        return position + 3
    }

    /// A scalar that begins with the byte E2: quotation marks, dashes, radicals, marks that take no room.
    @inline(__always)
    private mutating func readPunctuation(at position: Int, in source: Span<UInt8>) -> Int {
        let second = source[position + 1]
        if second >= 0xBA { return readCompatibilityCharacter(at: position, in: source) }
        if second == 0x80 {
            switch source[position + 2] {
            case 0x8B...0x8F: remove(position..<position + 3, in: source)
            case 0xA8, 0xA9:
                finishLine(at: position, in: source)
                return beginLine(at: position + 3, in: source)
            default: break
            }
        }
        return position + 3
    }

    /// A scalar of Latin-1: the soft hyphen takes no room.
    private mutating func readLatin(at position: Int, in source: Span<UInt8>) -> Int {
        if source[position + 1] == 0xAD { remove(position..<position + 2, in: source) }
        return position + 2
    }

    private mutating func readCompatibilityCharacter(at position: Int, in source: Span<UInt8>) -> Int {
        if let replacement = CompatibilityCharacters.replacement(at: position, in: source) {
            replace(position..<position + 3, by: replacement, in: source)
        }
        return position + 3
    }

    /// Remembers the first `讯（`, `电（` or `消息（` of the line, which may begin an article's body.
    private mutating func noteByline(at position: Int, in source: Span<UInt8>) {
        guard line.byline == 0,
            source.has("讯", before: position) || source.has("电", before: position)
                || source.has("消息", before: position)
        else { return }
        line.byline = UInt32(clamping: offset(of: position) - line.range.lowerBound)
    }
}

// MARK: - HTML

extension MarkupReader {
    /// The longest tag that is taken for one; pictures pasted as text are longer and stay text.
    private static let longestTag = 4096

    private mutating func readTag(at position: Int, in source: Span<UInt8>) -> Int {
        if source.has("<!--", at: position) {
            guard let end = nextCommentEnd.first("-->", at: position + 4, in: source) else { return position + 1 }
            remove(position..<end + 3, in: source)
            return end + 3
        }
        let isClosing = source.has("</", at: position)
        guard let (role, close) = element(at: position + (isClosing ? 2 : 1), in: source),
            close - position <= MarkupReader.longestTag
        else { return position + 1 }
        let tag = position..<close + 1
        switch role {
        case .inline:
            remove(tag, in: source)
            return resumeLine(at: tag.upperBound, in: source)
        case .strong:
            readStrongTag(tag, isClosing: isClosing, in: source)
            return resumeLine(at: tag.upperBound, in: source)
        case .cell:
            readCellTag(tag, in: source)
            return resumeLine(at: tag.upperBound, in: source)
        case .hidden where !isClosing:
            return skipHiddenElement(tag, in: source)
        default:
            breakLine(at: tag, apart: role != .line && role != .item, in: source)
            let next = beginLine(at: tag.upperBound, in: source)
            if !isClosing {
                line.heading = role.headingLevel
                if role == .item { line.marks.insert(.item) }
            }
            return next
        }
    }

    /// What the element whose name begins at a place does, and where its tag ends.
    private mutating func element(at name: Int, in source: Span<UInt8>) -> (role: HTML.Role, close: Int)? {
        // Nearly all tags of bulletins are these three without attributes.
        if source.has("p>", at: name) { return (.block, name + 1) }
        if source.has("br>", at: name) { return (.line, name + 2) }
        if source.has("strong>", at: name) { return (.strong, name + 6) }
        guard let element = HTML.elements.longestMatch(in: source, at: name, end: min(name + 12, source.count)),
            let role = HTML.Role(rawValue: element.value), name + element.length < source.count,
            MarkupReader.endsName(source[name + element.length]),
            let close = nextTagEnd.first(">", at: name, in: source)
        else { return nil }
        return (role, close)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte <= 0x20
    }

    /// White space behind a tag that opens a line is no content.
    private mutating func resumeLine(at position: Int, in source: Span<UInt8>) -> Int {
        guard line.range.lowerBound == text.count else { return position }
        let marks = line.marks
        let next = skipSpace(at: position, in: source)
        line.marks = marks
        return next
    }

    private mutating func readStrongTag(_ tag: Range<Int>, isClosing: Bool, in source: Span<UInt8>) {
        let end = contentEnd(at: tag.lowerBound, in: source)
        if isClosing {
            strongEnd = max(strongEnd, end)
        } else if !isStrong, end > line.range.lowerBound, end > strongEnd {
            hasPlainText = true
        }
        isStrong = !isClosing
        remove(tag, in: source)
    }

    private mutating func readCellTag(_ tag: Range<Int>, in source: Span<UInt8>) {
        line.marks.insert(.cells)
        let follows = hasContent(at: tag.lowerBound, in: source)
        remove(tag, in: source)
        if follows, text.last != 0x09 {
            map.append(text: text.count, source: tag.lowerBound, replaced: tag.count)
            text.append(0x09)
            map.append(text: text.count, source: copied)
        }
    }

    /// Removes a script or style sheet; one without an end tag is only a tag.
    private mutating func skipHiddenElement(_ tag: Range<Int>, in source: Span<UInt8>) -> Int {
        let isScript = source.has("<sc", at: tag.lowerBound) || source.has("<SC", at: tag.lowerBound)
        let end =
            isScript
            ? nextScriptEnd.first("</script", at: tag.upperBound, in: source)
            : nextStyleEnd.first("</style", at: tag.upperBound, in: source)
        let removal = tag.lowerBound..<(end ?? tag.upperBound)
        breakLine(at: removal, apart: true, in: source)
        return beginLine(at: removal.upperBound, in: source)
    }

    private mutating func readEntity(at position: Int, in source: Span<UInt8>) -> Int {
        guard let (scalar, length) = MarkupReader.entity(at: position + 1, in: source) else { return position + 1 }
        let entity = position..<position + 1 + length
        replace(entity, by: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter, in: source)
        return resumeLine(after: entity, isSpace: scalar == " " || scalar == "\u{3000}", in: source)
    }

    /// A space written as an entity in front of a line is no content.
    private mutating func resumeLine(after entity: Range<Int>, isSpace: Bool, in source: Span<UInt8>) -> Int {
        guard isSpace, contentEnd(at: entity.upperBound, in: source) == line.range.lowerBound else {
            return entity.upperBound
        }
        line.marks.insert(.indented)
        return skipSpace(at: entity.upperBound, in: source)
    }

    /// The scalar that an entity stands for, and the entity's length behind the `&`.
    private static func entity(at position: Int, in source: Span<UInt8>) -> (Unicode.Scalar, Int)? {
        if source.has("#", at: position) { return numericEntity(at: position, in: source) }
        guard let match = HTML.entities.longestMatch(in: source, at: position, end: min(position + 10, source.count)),
            let scalar = Unicode.Scalar(UInt32(match.value))
        else { return nil }
        return (scalar, match.length)
    }

    private static func numericEntity(at start: Int, in source: Span<UInt8>) -> (Unicode.Scalar, Int)? {
        let isHexadecimal = source.has("#x", at: start) || source.has("#X", at: start)
        let radix: UInt32 = isHexadecimal ? 16 : 10
        var position = start + (isHexadecimal ? 2 : 1)
        let digits = position
        var value: UInt32 = 0
        while position < source.count, position - digits < 8, let digit = MarkupReader.digit(source[position]),
            digit < radix
        {
            value = min(value * radix + digit, 0x11_0000)
            position += 1
        }
        guard position > digits, source.has(";", at: position), value >= 0x20 || value == 9, value != 0x7F,
            let scalar = Unicode.Scalar(value)
        else { return nil }
        return (scalar, position + 1 - start)
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}

// MARK: - Markdown

extension MarkupReader {
    /// `### ` in front of a heading. `#1楼` is text.
    private mutating func readHeading(at position: Int, in source: Span<UInt8>) -> Int {
        var end = position
        while end < source.count, source[end] == UInt8(ascii: "#"), end - position < 7 { end += 1 }
        guard end - position <= 6, end < source.count, source[end] == 0x20 else { return position }
        remove(position..<end, in: source)
        let marks = line.marks
        let next = skipSpace(at: end, in: source)
        line.marks = marks
        line.heading = UInt8(end - position)
        return next
    }

    /// `[` of a link whose text and address stand on this line.
    private mutating func readLink(at position: Int, in source: Span<UInt8>) -> Int {
        var end = position + 1
        while end < source.count, end - position < 1024 {
            let byte = source[end]
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == 0x0A { break }
            end += 1
        }
        guard end < source.count, source[end] == UInt8(ascii: "]"), addressEnd(after: end, in: source) != nil else {
            return position + 1
        }
        let isPicture = position > copied && source[position - 1] == UInt8(ascii: "!")
        remove(position - (isPicture ? 1 : 0)..<position + 1, in: source)
        return resumeLine(at: position + 1, in: source)
    }

    /// `](address)`.
    private mutating func readLinkEnd(at position: Int, in source: Span<UInt8>) -> Int {
        guard let end = addressEnd(after: position, in: source) else { return position + 1 }
        remove(position..<end, in: source)
        return end
    }

    /// The end of `](address)`; an address is ASCII without white space and brackets.
    private func addressEnd(after position: Int, in source: Span<UInt8>) -> Int? {
        guard source.has("](", at: position) else { return nil }
        var end = position + 2
        while end < source.count, end - position < 4096 {
            let byte = source[end]
            if byte == UInt8(ascii: ")") { return end > position + 2 ? end + 1 : nil }
            if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { return nil }
            end += 1
        }
        return nil
    }

    /// `**` before and behind bold text on one line.
    private mutating func readBold(at position: Int, in source: Span<UInt8>) -> Int {
        guard source.has("**", at: position), position >= boldEnd else { return position + 1 }
        if isStrong, position == boldEnd {
            readStrongTag(position..<position + 2, isClosing: true, in: source)
            boldEnd = position + 2
            return position + 2
        }
        var end = position + 2
        while end < source.count, source[end] != 0x0A, !source.has("**", at: end) { end += 1 }
        boldEnd = end
        guard source.has("**", at: end), end > position + 2 else {
            boldEnd = end + 1
            return position + 2
        }
        readStrongTag(position..<position + 2, isClosing: false, in: source)
        return resumeLine(at: position + 2, in: source)
    }
}

/// Looks for one thing again and again from places that come in order, so that all searches together take one pass.
struct TextSearch {
    /// The first hit at or behind the place where the last search began; the text's end for none.
    private var hit: Int?

    /// - Parameter literal: what is looked for, in lower case; names of tags stand in texts in either.
    mutating func first(_ literal: StaticString, at start: Int, in text: Span<UInt8>) -> Int? {
        if let hit, hit >= start { return hit < text.count ? hit : nil }
        var position = start
        while position < text.count, !text.hasInAnyCase(literal, at: position) { position += 1 }
        hit = position
        return position < text.count ? position : nil
    }
}

extension Span<UInt8> {
    /// Whether the bytes at the given place spell `literal`, which is in lower case, with ASCII letters in either case.
    fileprivate func hasInAnyCase(_ literal: StaticString, at index: Int) -> Bool {
        let length = literal.utf8CodeUnitCount
        guard index >= 0, index + length <= count else { return false }
        return literal.withUTF8Buffer { bytes in
            (0..<length).allSatisfy { offset in
                let byte = self[index + offset]
                return unsafe bytes[offset] == (0x41...0x5A ~= byte ? byte | 0x20 : byte)
            }
        }
    }
}
