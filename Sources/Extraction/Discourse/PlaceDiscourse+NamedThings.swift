import Places
import Scanning

/// Things with names of their own, which an article goes on to tell of without their place: 光熙苑社区的“枫巷夜集”…。枫巷夜集接待游客….
extension PlaceDiscourse {
    /// Of how many named things an article keeps the places: each sentence that names no place is held against them.
    private static let mostNamed = 12

    /// Takes up the name in quotation marks that stands right behind a community, or behind 的.
    mutating func noteNamed(_ mention: PlaceMention, _ node: PlaceNode, in sentence: Range<Int>, _ text: Span<UInt8>) {
        guard mention.level == .community, named.count < PlaceDiscourse.mostNamed, !isNational,
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
                $0.name.lowerBound < start && tools.begins(start..<sentence.upperBound, with: $0.name, text)
            }) {
                // “小太阳”园长说，街道牵线…: who speaks for it may tell of anything
                return tools.speaks(behind: start + thing.name.count, in: sentence, text) ? nil : thing.node
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
