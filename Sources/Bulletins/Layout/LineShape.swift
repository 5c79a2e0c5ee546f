import Scanning

/// What a stretch of text looks like from outside, by its ends, its length and its brackets.
enum LineShape {
    /// A headline and its parts have at most so many bytes: some 45 characters.
    static let longestTitle = 135

    /// Whether the text ends where a sentence or a member of a list ends, closing brackets and quotes aside.
    static func endsSentence(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound {
            let start = text.scalarStart(before: end)
            switch text.scalar(at: start).value {
            case "”", "’", "）", "」", "』", "】", ")", "\"": end = start
            case "。", "！", "？", "；", "：", "…", "!", "?", ";", ":", ".": return true
            default: return false
            }
        }
        return false
    }

    /// Whether the text ends with a mark that something must follow.
    static func endsOpen(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        guard !range.isEmpty else { return false }
        switch text.scalar(at: text.scalarStart(before: range.upperBound)).value {
        case "，", "、", ",", "（", "《", "“", "‘", "「", "『", "(": return true
        default: return false
        }
    }

    /// Whether the text begins with a mark that can only stand inside or behind something.
    static func beginsInside(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        guard !range.isEmpty else { return false }
        switch text.scalar(at: range.lowerBound).value {
        case "，", "。", "、", "；", "：", "！", "？", "）", "》", "”", "’", "」", "』", ",", ";", ")", "%", "％": return true
        default: return false
        }
    }

    /// Whether the text could be a headline or a part of one: short, without the end of a sentence inside or a mark at
    /// the end that only prose has.
    static func isTitle(_ line: Line, in text: Span<UInt8>) -> Bool {
        let range = line.range
        guard range.count <= longestTitle, line.commas <= 2, !line.marks.contains(.cells),
            !endsOpen(range, in: text), !beginsInside(range, in: text)
        else { return false }
        let last = text.scalarStart(before: range.upperBound)
        switch text.scalar(at: last).value {
        case "。", "；", "：", ";", ":", ".": return false
        case "！", "？": return line.stops <= 1 && hasIdeograph(range, in: text)
        default:
            return (line.stops == 0 || line.stops <= 2 && opensText(range, in: text))
                && hasIdeograph(range, in: text) && openBrackets(range, in: text) == 0
        }
    }

    /// 明年怎么干？任务书来了: whether a line is the first of the text and calls out or asks without telling anything; farther down,
    /// such a line may be prose that was broken.
    private static func opensText(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        range.lowerBound < 12 && !hasIdeograph(0..<range.lowerBound, in: text)
            && text.first("。", in: range) == nil
    }

    static func hasIdeograph(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        range.contains { (0xE4...0xE9).contains(text[$0]) }
    }

    /// How many brackets and quotes the text leaves open; negative where it closes more than it opens.
    static func openBrackets(_ range: Range<Int>, in text: Span<UInt8>) -> Int {
        var open = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let (value, length) = text.scalar(at: position)
            switch value {
            case "“", "（", "《", "「", "『", "【": open += 1
            case "”", "）", "》", "」", "』", "】": open -= 1
            default: break
            }
            position += length
        }
        return open
    }

    /// Whether the text begins as a member of a numbered or marked list: `一、`, `（二）`, `3.`, `①`, `●`.
    static func beginsList(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        guard !range.isEmpty else { return false }
        var position = range.lowerBound
        let (first, length) = text.scalar(at: position)
        switch first {
        case 0x2460...0x24FF, "●", "■", "◆", "▲", "★", "•", "·", "○", "□", "◎", "※", "-", "*": return true
        case "（", "(", "第": position += length
        default: break
        }
        let digits = position
        while position < range.upperBound, position - digits < 12 {
            let (value, length) = text.scalar(at: position)
            switch value {
            case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": position += length
            case "、", "．", "）", ")": return position > digits
            case ".": return position > digits && !isDigit(at: position + 1, in: text)
            case "是": return position > digits
            default: return false
            }
        }
        return false
    }

    private static func isDigit(at position: Int, in text: Span<UInt8>) -> Bool {
        position < text.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[position])
    }

    /// Whether the text begins with a label: a colon among its first dozen characters.
    static func hasLabel(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        var position = range.lowerBound
        while position < min(range.upperBound, range.lowerBound + 36) {
            let (value, length) = text.scalar(at: position)
            switch value {
            case "：", ":": return true
            default: position += length
            }
        }
        return false
    }

    /// The characters of a line.
    static func length(_ range: Range<Int>, in text: Span<UInt8>) -> Int {
        range.count { text[$0] & 0xC0 != 0x80 }
    }

    /// Columns of a line in print: a Chinese character takes two.
    static func width(_ range: Range<Int>, in text: Span<UInt8>) -> Int {
        var width = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let (value, length) = text.scalar(at: position)
            width += value < 0x80 ? 1 : 2
            position += length
        }
        return width
    }
}

extension UInt32 {
    /// Whether this is the number of one of the scalars.
    ///
    /// Not for what is asked of every character of a text: a `switch` is faster.
    func isOne(of scalars: String) -> Bool {
        scalars.unicodeScalars.contains { $0.value == self }
    }
}
