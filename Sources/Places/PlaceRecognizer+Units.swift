import Scanning

// Communities that are called after the works, yard or firm whose people live there, often by its number: 27街坊社区,
// 608厂社区, 省建三公司社区.

extension PlaceRecognizer {
    /// None of them counts as 处 and 所 do (10处社区示范点).
    private static let numberedUnits: Set<ShortWord> = ["街坊", "厂", "冶", "局", "矿", "号院", "公司", "宿舍"]

    /// Where the name begins that a number of digits opens: 27|街坊社区, 608|厂社区.
    func numberedName(in bytes: Span<UInt8>, before start: Int, suffix: PlaceWords.Suffix, floor: Int) -> Int? {
        guard suffix.level == .community, suffix.scalars > 1 else { return nil }
        let unit = IdeographRun(in: bytes, endingAt: start, floor: max(floor, start - 6))
        guard (1...2).contains(unit.count),
            PlaceRecognizer.numberedUnits.contains(unit.word(endingBefore: 0, length: unit.count))
        else { return nil }
        var position = unit.start
        while position > floor, unit.start - position <= 4, (0x30...0x39).contains(bytes[position - 1]) {
            position -= 1
        }
        // 3个院社区 and 2025年… have their own words between.
        return (1...4).contains(unit.start - position) ? position : nil
    }

    /// 省建三|公司|社区: the scalars of a name that ends in 公司, where what stands before it is no kind of firm (物业公司).
    func unitLength(_ run: IdeographRun, suffix: PlaceWords.Suffix, in bytes: Span<UInt8>) -> Int? {
        guard suffix.level == .community, suffix.scalars > 1 else { return nil }
        guard run.count >= 4, run.word(endingBefore: 0, length: 2) == "公司" else { return worksLength(run) }
        let name = IdeographRun(in: bytes, endingAt: run.start + 3 * (run.count - 2), floor: run.start)
        let isOrdinary = (2...min(4, name.count)).contains {
            !words.kinds(of: name.word(endingBefore: 0, length: $0)).isDisjoint(with: [
                .generic, .weak, .hard, .ordinary, .soft,
            ])
        }
        guard !isOrdinary else { return nil }
        if run.isClosed, name.count <= 4 { return name.count + 2 }
        return boundary(name, isBehind: false).flatMap { (2...4).contains($0) ? $0 + 2 : nil }
    }

    private static let works: Ideographs = "厂矿"
    /// 大学 and 学院, and the last two characters of 研究院, 研究所, 设计院, 测绘院 and 地质院.
    private static let schools: [ShortWord] = ["大学", "学院", "究院", "究所", "计院", "绘院", "质院"]
    /// Such a 大学 teaches in every community.
    private static let openSchools: [ShortWord] = ["老年", "开放", "市民"]

    /// 制药厂|社区, 在|西北大学|社区: the scalars of the works or school whose people live in a community, where a mark or a word
    /// that ends before names stands before it.
    private func worksLength(_ run: IdeographRun) -> Int? {
        guard run.count >= 3 else { return nil }
        guard
            PlaceRecognizer.works.contains(run.word(endingBefore: 0, length: 1))
                || PlaceRecognizer.schools.contains(run.word(endingBefore: 0, length: 2)),
            run.count < 4 || !PlaceRecognizer.openSchools.contains(run.word(endingBefore: 2, length: 2))
        else { return nil }
        for length in 3...min(6, run.count) {
            let isLast = length == run.count
            guard isLast ? run.isClosed : endsBeforeName(run, length) else { continue }
            // 老旧厂, 各大学
            let isOrdinary = (1...2).contains {
                !words.kinds(of: run.word(endingBefore: length - $0, length: $0)).isDisjoint(with: [.generic, .soft])
            }
            return isOrdinary ? nil : length
        }
        return nil
    }

    /// 在|, 记者从|, 家住|: whether a word of grammar that stands before names ends at a distance from the end of a run.
    private func endsBeforeName(_ run: IdeographRun, _ distance: Int) -> Bool {
        (1...min(3, run.count - distance)).contains {
            words.kinds(of: run.word(endingBefore: distance, length: $0)).contains(.soft)
        }
    }

    /// 漳泽区|北董里|街道: the scalars of a name without the county before it that no table lists.
    func lengthBehindCounty(_ run: IdeographRun, length: Int) -> Int {
        guard length >= 5 else { return length }
        for county in 3...4 where length - county >= 2 {
            let last = run.word(endingBefore: length - county, length: 1)
            guard last == "区" || last == "县" else { continue }
            let isOrdinary = (2...3).contains {
                !words.kinds(of: run.word(endingBefore: length - county, length: $0)).isEmpty
            }
            // 职工生活|区东社区, 纺织城|区
            let before = run.word(endingBefore: length - county + 1, length: 1)
            return isOrdinary || IdeographRun.quarters.contains(before) ? length : length - county
        }
        return length
    }

    /// 柳林镇|街道组织…, 柳林镇|街道办事处: whether an office of the name 柳林镇街道 acts or is spoken of, rather than the streets of a
    /// town: 清扫柳林镇街道, 柳林镇街道两侧.
    func isStreetOffice(_ town: PlaceMention, in bytes: Span<UInt8>, to end: Int, limit: Int) -> Bool {
        town.form == .unlisted && town.level == .street && bytes.has("镇", before: town.range.upperBound)
            && end + 3 <= limit
            && PlaceRecognizer.officeWords.contains { bytes.has($0, at: end) }
    }

    /// What stands behind the name of a street that is an office.
    private static let officeWords: [StaticString] = [
        "办", "党", "工委", "纪", "人大", "各", "组织", "开展", "获悉", "联合", "辖", "下辖", "坚持", "聚焦", "持续", "积极", "扎实", "深入", "全力",
        "城管", "应急", "综", "司法所", "武装部", "退役", "便民服务中心", "党群服务中心", "把", "将", "以", "充分", "迅速", "不断", "大力", "着力",
    ]

    /// 镇江路街道|太平镇|社区: whether the last mention is a township right behind a street, in which none lies.
    func isTownInStreet(_ scan: Scan, _ mentions: [PlaceMention]) -> Bool {
        guard mentions.count > scan.firstMention + 1 else { return false }
        let (outer, inner) = (mentions[mentions.count - 2], mentions[mentions.count - 1])
        return inner.form == .unlisted && inner.level == .street && inner.link != .lists && outer.level == .street
            && outer.range.upperBound == inner.range.lowerBound
    }
}
