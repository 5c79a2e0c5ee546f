import Places
import Scanning

/// Counties called by their short names alone, as bulletins of them and of their city call them: 浏阳25个社区….
extension PlaceDiscourse {
    /// Puts the short names of the region's county and of those beside it among the names of a block, where a clause is about
    /// them; elsewhere they are parts of other names and words (岳麓书院, 在锦江边).
    func insertBareCounties(in range: Range<Int>, into all: inout [PlaceMention], _ text: Span<UInt8>) {
        guard !isNational, resolver.level(of: resolver.region) >= .prefecture,
            resolver.listedPlace(of: resolver.region) != nil
        else { return }
        splitCommonCounties(in: &all, text)
        PlaceDiscourse.insert(into: &all, from: 0, in: range, text) { position in
            guard
                let county = tools.recognizer.bareCounty(in: text, at: position, end: range.upperBound)
                    ?? tools.recognizer.commonCounty(in: text, at: position, end: range.upperBound),
                resolver.isBesideRegion(county), tools.opensClause(position, in: range, text),
                // 新城区 alone in its line, over what is told of it
                county.range == range || text.has("所在的", before: position)
                    || tools.isActing(county, in: range, text)
            else { return nil }
            return county
        }
    }

    /// Puts further names among those of a block, in their order, wherever one begins that meets none of them.
    ///
    /// - Parameters:
    ///   - names: names in the order of the text.
    ///   - first: the first of them that may lie in the block.
    ///   - openings: of the last bytes of the characters with which one begins the lower six bits, as bits.
    ///   - name: what begins at a position, if anything does.
    static func insert(
        into names: inout [PlaceMention], from first: Int, in range: Range<Int>, openings: UInt64 = .max,
        _ text: Span<UInt8>, _ name: (Int) -> PlaceMention?
    ) {
        var next = first
        var position = range.lowerBound
        while position < range.upperBound {
            // Characters of three bytes with which none begins.
            while range.upperBound - position >= 8, case let word = text.word(at: position), word & 0xF0 == 0xE0,
                openings &>> (word >> 16 & 0x3F) & 1 == 0
            {
                position += 3
            }
            while next < names.count, names[next].range.upperBound <= position { next += 1 }
            if next < names.count, names[next].range.contains(position) {
                position = names[next].range.upperBound
            } else if let found = name(position),
                next == names.count || found.range.upperBound <= names[next].range.lowerBound
            {
                names.insert(found, at: next)
                position = found.range.upperBound
            } else {
                position += text.scalar(at: position).length
            }
        }
    }

    /// 新城区|东三路社区 in a bulletin of 西安市: the name of a county of the region that is a word too stands before the name of
    /// what lies in it.
    private func splitCommonCounties(in all: inout [PlaceMention], _ text: Span<UInt8>) {
        var index = 0
        while index < all.count {
            defer { index += 1 }
            let inner = all[index]
            guard inner.form == .unlisted, inner.level >= .street, inner.link != .narrows,
                let county = tools.recognizer.commonCounty(
                    in: text, at: inner.range.lowerBound, end: inner.range.upperBound),
                county.range.upperBound + 6 <= inner.name.upperBound, resolver.isBesideRegion(county)
            else { continue }
            all[index] = inner.beginning(at: county.range.upperBound, link: .narrows)
            all.insert(county, at: index)
            index += 1
        }
    }
}

extension ReadingTools {
    private static let doers: WordList = [
        "重点", "辖区", "境内", "地区生产总值", "常住人口", "户籍人口", "全区", "全市", "全县", "区委", "县委", "市委", "区政府", "县政府", "市政府", "各级",
        "各部门",
    ]

    /// Whether a county does or has something right behind its short name: a verb, an adverb, a time, a figure or one of its
    /// offices stands there.
    fileprivate func isActing(_ county: PlaceMention, in range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let end = county.range.upperBound
        guard end < range.upperBound else { return false }
        // 安宁 and 望城 may be words of their own.
        if let word = lexicon.phrases.longestMatch(in: text, at: county.range.lowerBound, end: range.upperBound),
            word.length > county.range.count
                || word.length == county.range.count
                    && [.verb, .verbalNoun, .adverb].contains(lexicon.entry(of: word.value).wordClass)
        {
            return false
        }
        // 新城区|城管局建立…
        if classes[text.scalar(at: end).value] == .digit || ReadingTools.doers.begins(in: text, at: end)
            || isOffice(behind: end, text)
        {
            return true
        }
        guard let word = lexicon.phrases.longestMatch(in: text, at: end, end: min(range.upperBound, end + 12)) else {
            return false
        }
        let entry = lexicon.entry(of: word.value)
        switch entry.wordClass {
        case .verb: return word.length > 3 || entry.roles.contains(.stock)
        case .verbalNoun: return entry.roles.contains(.transitive)
        case .adverb, .time: return true
        default: return false
        }
    }
}
