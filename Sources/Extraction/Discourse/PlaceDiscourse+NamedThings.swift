import Places
import Scanning

/// Things with names of their own, which an article goes on to tell of without their place: 光熙苑社区的“枫巷夜集”…。枫巷夜集接待游客….
extension PlaceDiscourse {
    /// Of how many named things an article keeps the places: each sentence that names no place is held against them.
    private static let mostNamed = 12

    /// Takes up the name in quotation marks that stands right behind a street or community, or behind 的.
    mutating func noteNamed(_ mention: PlaceMention, _ node: PlaceNode, in sentence: Range<Int>, _ text: Span<UInt8>) {
        guard mention.level >= .street, named.count < PlaceDiscourse.mostNamed, !isNational,
            case let end = mention.range.upperBound,
            let name = tools.quotedName(at: text.has("的", at: end) ? end + 3 : end, in: sentence, text)
        else { return }
        named.append((node, name))
    }

    /// The place of the named thing with which one of the first clauses of a sentence begins that names no place.
    @inline(__always)
    func placeOfNamed(in sentence: Range<Int>, _ text: Span<UInt8>) -> PlaceNode? {
        guard !named.isEmpty, inSentence.isEmpty else { return nil }
        var position = sentence.lowerBound
        var marks = 0
        while position < sentence.upperBound, marks < 3 {
            let start = text.has("“", at: position) ? position + 3 : position
            if let thing = named.last(where: {
                $0.name.lowerBound < start
                    && (tools.begins(start..<sentence.upperBound, with: $0.name, text)
                        || tools.isCalledShort($0.name, at: start, in: sentence, text))
            }) {
                // “小太阳”园长说，街道牵线…: who speaks for it may tell of anything
                let isWhole = tools.begins(start..<sentence.upperBound, with: thing.name, text)
                return tools.speaks(behind: start + (isWhole ? thing.name.count : 6), in: sentence, text)
                    ? nil : thing.node
            }
            // The next clause.
            while position < sentence.upperBound, case (let scalar, let length) = text.scalar(at: position) {
                position += length
                if tools.classes[scalar] == .clauseEnd { break }
            }
            marks += 1
        }
        return nil
    }
}

extension ReadingTools {
    private static let facilities: WordList = [
        "驿站", "食堂", "餐厅", "书屋", "集市", "市集", "夜市", "夜校", "公园", "广场", "讲堂", "学堂", "课堂", "超市", "工坊", "车间", "工厂", "客厅",
        "厨房",
        "菜园", "农场",
    ]

    /// 驿站|设座椅90把 of “零工驿站”: whether the facility that ends a name in quotation marks stands at a position, with what it has or
    /// does behind it.
    fileprivate func isCalledShort(_ name: Range<Int>, at start: Int, in sentence: Range<Int>, _ text: Span<UInt8>)
        -> Bool
    {
        guard ReadingTools.facilities.ends(in: text, at: name.upperBound, floor: name.lowerBound),
            start + 9 <= sentence.upperBound,
            begins(start..<sentence.upperBound, with: name.upperBound - 6..<name.upperBound, text),
            classes[text.scalar(at: start + 6).value] == .other
        else { return false }
        guard
            let next = lexicon.phrases.longestMatch(in: text, at: start + 6, end: min(sentence.upperBound, start + 18))
        else { return false }
        return [.verb, .preposition, .adverb].contains(lexicon.entry(of: next.value).wordClass)
    }

    /// Whether a clause ends in a word of telling.
    fileprivate func speaks(behind start: Int, in sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < sentence.upperBound, position - start <= 60 {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .clauseEnd || classes[scalar] == .openQuote {
                return ReadingTools.tellings.ends(in: text, at: position)
            }
            position += length
        }
        return false
    }

    /// “枫巷夜集”: what stands between quotation marks at a position, where it is a name of three to eight characters.
    fileprivate func quotedName(at start: Int, in sentence: Range<Int>, _ text: Span<UInt8>) -> Range<Int>? {
        guard text.has("“", at: start) else { return nil }
        var position = start + 3
        while position < sentence.upperBound, position - start <= 27 {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .closeQuote { break }
            guard classes[scalar] == .other || classes[scalar].startsNumeral else { return nil }
            position += length
        }
        guard text.has("”", at: position), position - start >= 12 else { return nil }
        return start + 3..<position
    }
}
