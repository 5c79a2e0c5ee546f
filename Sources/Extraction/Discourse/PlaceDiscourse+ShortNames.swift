import Places
import Scanning

/// Streets and communities called without what they are, once the article has named them: 白佛桥社区…。白佛桥食堂….
extension PlaceDiscourse {
    /// Puts such short names among those of a block where a clause is about them; elsewhere they are parts of other names
    /// (白佛桥路), and so is a word that is one without the community (幸福社区…。幸福在身边).
    ///
    /// - Parameter first: the first of the names found in the block, which stand last in `found`.
    mutating func insertBareNames(in range: Range<Int>, from first: Int, _ text: Span<UInt8>) {
        if unlisted.isEmpty { return }
        var names: [PlaceMention] = []
        swap(&names, &found)
        PlaceDiscourse.insert(into: &names, from: first, in: range, openings: unlistedFirsts, text) { position in
            unlistedFirsts & PlaceDiscourse.firstBit(at: position, text) == 0
                ? nil : wholeName(at: position, text) ?? bareName(at: position, in: range, text)
        }
        found = names
    }

    /// The street or community of the article whose whole name stands at a position, where it could be words of the sentence
    /// as well: 莲湖区勘察街道…。勘察街道把…; one that is no word and that was told behind what it lies in, wherever it stands
    /// (永泰街道柳溪社区…。年内柳溪社区…).
    private func wholeName(at start: Int, _ text: Span<UInt8>) -> PlaceMention? {
        guard
            let known = unlisted.first(where: {
                $0.form == .unlisted && $0.range.lowerBound < start && starts(with: $0.range, at: start, text)
                    && ($0.link == .narrows || $0.name.count > 6 || text.has("在", before: start))
            })
        else { return nil }
        var whole = known.standing(at: start..<start + known.range.count)
        whole.name = start..<start + known.name.count
        if tools.opensClause(start, in: 0..<text.count, text) || text.has("、", before: start) { return whole }
        return known.link == .narrows && known.name.count >= 6 && !tools.holdsWord(known.name, text)
            && !text.has("“", before: start) && !tools.isPartOfName(whole, text)
            && !ReadingTools.called.begins(in: text, at: whole.range.upperBound) ? whole : nil
    }

    /// The bit in `unlistedFirsts` of the character at a position.
    @inline(__always)
    static func firstBit(at position: Int, _ text: Span<UInt8>) -> UInt64 {
        1 << UInt64(text[position + text.scalar(at: position).length - 1] & 0x3F)
    }

    /// The one street or community of the article whose name without 街道 or 社区 begins at a position.
    private func bareName(at start: Int, in range: Range<Int>, _ text: Span<UInt8>) -> PlaceMention? {
        var found: PlaceMention?
        for known in unlisted where known.range.lowerBound < start && starts(with: known.name, at: start, text) {
            if let other = found, other.name.count >= known.name.count {
                // 桃园街道 and 桃园社区
                if other.name.count == known.name.count, other.level != known.level { return nil }
                continue
            }
            found = known
        }
        guard let found, case let name = start..<start + found.name.count, name.upperBound < range.upperBound,
            start == range.lowerBound || text.has("其中", before: start) || tools.followsMark(start, text)
                || text.has("住", before: start) && text.has("的", at: name.upperBound)
                || tools.isCounted(name, text),
            tools.isCounted(name, text) || tools.standsAlone(name, in: range, text),
            found.form == .unlisted || ReadingTools.holdings.begins(in: text, at: name.upperBound)
        else { return nil }
        var short = found.standing(at: name)
        short.name = name
        return short
    }

    private func starts(with name: Range<Int>, at position: Int, _ text: Span<UInt8>) -> Bool {
        position + name.count <= text.count && name.count >= 6
            && name.indices.allSatisfy { text[$0] == text[position + $0 - name.lowerBound] }
    }
}

extension ReadingTools {
    /// 平安, 保安里: whether a name is a word, or begins with one, so that it may be words of the sentence.
    fileprivate func holdsWord(_ name: Range<Int>, _ text: Span<UInt8>) -> Bool {
        lexicon.phrases.longestMatch(in: text, at: name.lowerBound, end: name.upperBound).map {
            $0.length > 3 && lexicon.entry(of: $0.value).wordClass != .place
        } ?? false
    }

    /// What bears the name of a place wherever it is: 中关村论坛, 柳溪社区模式.
    fileprivate static let called: WordList = ["论坛", "杯", "奖", "指数", "品牌", "牌", "模式", "经验", "做法", "精神", "案例"]

    private static let roads: WordList = [
        "路", "街", "巷", "大道", "桥", "河", "湖", "山", "公园", "广场", "小区", "片区", "商圈", "站", "村", "镇", "乡", "区", "县", "市", "里",
        "苑", "园",
        "新村", "家园", "花园", "大厦", "大学", "学院", "中学", "小学", "医院", "酒店", "派出所", "立交", "隧道", "水库", "社", "东", "西", "南", "北",
        "坊", "楼", "上", "沿线", "两侧", "两旁", "两边", "边", "旁", "段", "中段",
        "院", "港", "城", "庄", "寺", "庙", "塔", "坡", "沟", "岭", "湾", "洲", "岛", "滩", "门", "口",
    ]

    /// What stands behind a street that is told of as a whole: 韩森寨|辖区面积5.73平方公里.
    fileprivate static let holdings: WordList = ["辖", "下辖", "现有", "共有", "总面积", "面积", "常住"]

    /// 其中广都42个、|白鹤|25个: whether a figure stands right behind a name in a list.
    fileprivate func isCounted(_ name: Range<Int>, _ text: Span<UInt8>) -> Bool {
        (text.has("、", before: name.lowerBound) || text.has("其中", before: name.lowerBound))
            && classes[text.scalar(at: name.upperBound).value] == .digit
    }

    /// Whether a street or community is called without what it is, and not as one of a list.
    func isBare(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.form == .unlisted && mention.level >= .street && mention.level != .zone
            && mention.range == mention.name && mention.link == .none
            && !text.has("、", at: mention.range.upperBound)
    }

    /// Whether a name is no word by itself and goes on neither as that of a road or building nor up to a mark: 白佛桥食堂…,
    /// 白佛桥8个.
    fileprivate func standsAlone(_ name: Range<Int>, in range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let kind = classes[text.scalar(at: name.upperBound).value]
        guard kind == .other || kind.startsNumeral, !ReadingTools.roads.begins(in: text, at: name.upperBound) else {
            return false
        }
        guard let word = lexicon.phrases.longestMatch(in: text, at: name.lowerBound, end: range.upperBound) else {
            return true
        }
        return word.length < name.count
            || word.length == name.count && lexicon.entry(of: word.value).wordClass == .place
    }
}
