import Scanning

/// The words that say who reports: `本报讯（记者 段雨萌）`, `央视网消息（新闻联播）：`, `（通讯员 王某）`.
struct Byline {
    /// Without white space at its end.
    var range: Range<Int>
    /// Where what follows begins.
    var end: Int
    var reporters: [String]

    /// The byline that begins a range.
    ///
    /// A news agency's name or a bracket that names reporters marks one: 免费维修家电（冰箱、彩电） is none.
    ///
    /// - Parameter hasVerb: whether `讯（` or its like stands somewhere in the range; without it only a known agency or a
    ///   bracket opens a byline.
    init?(opening range: Range<Int>, hasVerb: Bool = true, in text: Span<UInt8>) {
        var position = Byline.skipMarks(at: range.lowerBound, before: range.upperBound, in: text)
        if let bracket = Byline.bracket(at: position, before: range.upperBound, in: text),
            Byline.namesReporter(bracket, in: text)
        {
            (self.range, end) = Byline.closed(range, at: bracket.upperBound, in: text)
            reporters = Byline.names(bracket, in: text)
            return
        }
        let agency = LayoutWords.prefix(.agency, of: position..<range.upperBound, in: text)
        if let line = Byline.wholeLine(from: position + agency, range, in: text) {
            self = line
            return
        }
        guard agency > 0 || hasVerb,
            let verb = Byline.reportingVerb(
                after: position, before: range.upperBound, acrossSpace: agency > 0, in: text)
        else { return nil }
        position = verb
        let bracket = Byline.bracket(at: position, before: range.upperBound, in: text)
        guard agency > 0 || bracket.map({ Byline.namesReporter($0, in: text) }) == true else { return nil }
        reporters = bracket.map { Byline.names($0, in: text) } ?? []
        position = bracket?.upperBound ?? position
        (self.range, end) = Byline.closed(range, at: position, in: text)
    }

    /// The byline in brackets that ends a range: `……受到好评。（记者 段雨萌）`.
    init?(closing range: Range<Int>, in text: Span<UInt8>) {
        guard text.has("）", before: range.upperBound) || text.has(")", before: range.upperBound) else { return nil }
        var start = range.upperBound
        while start > max(range.lowerBound, range.upperBound - 180) {
            start = text.scalarStart(before: start)
            guard text.has("（", at: start) || text.has("(", at: start) else { continue }
            guard let bracket = Byline.bracket(at: start, before: range.upperBound, in: text),
                bracket.upperBound == range.upperBound, Byline.namesReporter(bracket, in: text)
            else { return nil }
            self.range = bracket
            end = bracket.upperBound
            reporters = Byline.names(bracket, in: text)
            return
        }
        return nil
    }

    /// The byline that begins in the middle of a line, whose `讯（` stands at the given place.
    init?(inside range: Range<Int>, bracketAt place: Int, in text: Span<UInt8>) {
        var start = place
        while start > max(range.lowerBound, place - 72) {
            start = text.scalarStart(before: start)
            guard LayoutWords.prefix(.agency, of: start..<place, in: text) > 0 else { continue }
            guard let byline = Byline(opening: start..<range.upperBound, in: text) else { return nil }
            self = byline
            return
        }
        return nil
    }

    /// A line that holds nothing but reporters: `本报记者 段雨萌 通讯员 王某`.
    private static func wholeLine(from position: Int, _ range: Range<Int>, in text: Span<UInt8>) -> Byline? {
        let role = LayoutWords.prefix(.reporter, of: position..<range.upperBound, in: text)
        let end = position + role
        guard role > 0, end < range.upperBound, range.count <= 150,
            text.scalar(at: end).value.isOne(of: " \u{3000}：:/"),
            // 记者：老院子加装电梯难在哪？ is a question of an interview.
            !range.contains(where: {
                text.has("，", at: $0) || text.has("。", at: $0) || text.has("？", at: $0) || text[$0] == UInt8(ascii: "?")
            })
        else { return nil }
        return Byline(range: range, reporters: names(position..<range.upperBound, in: text))
    }

    private init(range: Range<Int>, reporters: [String]) {
        self.range = range
        end = range.upperBound
        self.reporters = reporters
    }

    /// A byline that ends at a place, with the colon or bracket behind it, and where what follows begins.
    private static func closed(_ range: Range<Int>, at position: Int, in text: Span<UInt8>) -> (Range<Int>, Int) {
        let next = skipSeparators(at: position, before: range.upperBound, in: text)
        var end = next
        while end > position, text[end - 1] <= 0x20 || text.has("\u{3000}", before: end) {
            end = text.scalarStart(before: end)
        }
        return (range.lowerBound..<end, next)
    }

    private static func skipMarks(at start: Int, before end: Int, in text: Span<UInt8>) -> Int {
        var position = start
        while position < end {
            let (value, length) = text.scalar(at: position)
            switch value {
            case "□", "■", "◎", "●", "【", " ", "\u{3000}": position += length
            default: return position
            }
        }
        return position
    }

    private static func skipSeparators(at start: Int, before end: Int, in text: Span<UInt8>) -> Int {
        var position = start
        while position < end {
            let (value, length) = text.scalar(at: position)
            switch value {
            case "：", ":", "】", " ", "\u{3000}", "\t": position += length
            default: return position
            }
        }
        return position
    }

    /// The end of 讯, 电 or 消息 among the first two dozen characters of a line, where it closes the agency's words.
    private static func reportingVerb(
        after start: Int, before end: Int, acrossSpace: Bool, in text: Span<UInt8>
    ) -> Int? {
        var position = start
        for _ in 0..<24 where position < end {
            let (value, length) = text.scalar(at: position)
            switch value {
            case "，", "。", "、", "“", "：", "（", ",": return nil
            case " ", "\u{3000}": if !acrossSpace { return nil }
            case "讯", "电", "息":
                if text.has("息", at: position), !text.has("消", before: position) { break }
                let next = position + length
                if next >= end { return next }
                switch text.scalar(at: next).value {
                case "（", "(", "：", ":", " ", "\u{3000}", "】": return next
                default: break
                }
            default: break
            }
            position += length
        }
        return nil
    }

    /// The bracket that begins at a place, with both its ends; at most 60 characters long.
    private static func bracket(at start: Int, before end: Int, in text: Span<UInt8>) -> Range<Int>? {
        guard start < end else { return nil }
        guard text.has("（", at: start) || text.has("(", at: start) else { return nil }
        var position = start
        while position < min(end, start + 180) {
            let (value, length) = text.scalar(at: position)
            position += length
            switch value {
            case "）", ")": return start..<position
            default: break
            }
        }
        return nil
    }

    private static func namesReporter(_ bracket: Range<Int>, in text: Span<UInt8>) -> Bool {
        let start = bracket.lowerBound + text.scalar(at: bracket.lowerBound).length
        let agency = LayoutWords.prefix(.agency, of: start..<bracket.upperBound, in: text)
        let role = LayoutWords.prefix(.reporter, of: start + agency..<bracket.upperBound, in: text)
        // 文 and 图 stand before a name only with a stroke or a colon behind them: （文/张三）.
        return role > 3
            || (role == 3 && text.scalar(at: start + agency + 3).value.isOne(of: "/／：:"))
    }

    /// The names among roles and separators.
    private static func names(_ range: Range<Int>, in text: Span<UInt8>) -> [String] {
        var names: [String] = []
        var start = range.lowerBound
        var position = start
        while position <= range.upperBound {
            let isEnd = position == range.upperBound
            let (value, length) = isEnd ? (0, 1) : text.scalar(at: position)
            if isEnd || separatesNames(value) {
                if let name = name(start..<position, in: text) { names.append(name) }
                start = position + length
            }
            position += length
        }
        return names
    }

    private static func separatesNames(_ value: UInt32) -> Bool {
        switch value {
        case "（", "）", "(", ")", "、", "，", ",", "/", "：", ":", "；", "】", " ", "\u{3000}", "\t": true
        default: false
        }
    }

    /// A name without the agency and the role before it; `nil` where nothing of a name's length is left.
    private static func name(_ range: Range<Int>, in text: Span<UInt8>) -> String? {
        var start = range.lowerBound
        start += LayoutWords.prefix(.agency, of: start..<range.upperBound, in: text)
        start += LayoutWords.prefix(.reporter, of: start..<range.upperBound, in: text)
        return (4...90).contains(range.upperBound - start) ? text.string(start..<range.upperBound) : nil
    }
}
