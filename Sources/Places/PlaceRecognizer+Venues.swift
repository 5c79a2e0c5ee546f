import Scanning

/// Names in quotation marks, and whether a venue is what its clause is about.
extension PlaceRecognizer {
    /// Where the quotation opens that names a zone or venue: “经纬1958”文创园, “拾光”口袋公园.
    func openQuote(in bytes: Span<UInt8>, before start: Int, floor: Int) -> Int? {
        let kind = IdeographRun(in: bytes, endingAt: start, floor: max(floor, start - 12))
        guard
            kind.count == 0
                || (2...4).contains(kind.count)
                    && !words.kinds(of: kind.word(endingBefore: 0, length: kind.count))
                        .isDisjoint(with: [.ordinary, .generic])
        else { return nil }
        var position = kind.start - 3
        guard position > floor, bytes.scalar(at: position, end: start).scalar == "”" else { return nil }
        // A name is short, and holds no mark.
        while position > floor, start - position <= 48 {
            position = bytes.scalarStart(before: position)
            let scalar = bytes.scalar(at: position, end: start).scalar
            if scalar == "“" {
                // “口袋”公园, “双创”示范区: a kind, and no name
                let name = IdeographRun(in: bytes, endingAt: kind.start - 3, floor: position + 3)
                let isKind =
                    name.start == position + 3 && (1...4).contains(name.count)
                    && !words.kinds(of: name.word(endingBefore: 0, length: name.count))
                        .isDisjoint(with: [.ordinary, .generic])
                return isKind ? nil : position
            }
            guard scalar.isIdeograph || scalar < 0x80 && scalar > 0x2F else { return nil }
        }
        return nil
    }

    /// Where the name of a zone begins that a year, a number or letters close: 经纬|1958|文创园, 云谷|M50|创意园; a number of fewer
    /// digits than three counts zones.
    func codedName(in bytes: Span<UInt8>, before start: Int, floor: Int) -> Int? {
        var position = start
        var hasLetter = false
        while position > floor, start - position < 9, isASCIILetter(bytes[position - 1]) || isDigit(bytes[position - 1])
        {
            position -= 1
            hasLetter = hasLetter || isASCIILetter(bytes[position])
        }
        guard position < start, hasLetter || start - position >= 3 else { return nil }
        let run = IdeographRun(in: bytes, endingAt: position, floor: floor)
        guard run.count >= 2, let length = boundary(run, isBehind: false), (2...4).contains(length),
            words.kinds(of: run.word(endingBefore: 0, length: length)).isDisjoint(with: [.hard, .soft, .generic, .weak]
            ),
            words.kinds(of: run.word(endingBefore: 0, length: 2)).isDisjoint(with: [.hard, .soft, .generic])
        else { return nil }
        return position - 3 * length
    }

    private func isASCIILetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Takes a name in quotation marks with the kind behind it, where its clause is about that.
    func appendQuoted(
        in bytes: Span<UInt8>, _ name: Range<Int>, suffix index: Int, end: Int, scan: Scan,
        to mentions: inout [PlaceMention]
    ) {
        let suffix = words.suffixes[index]
        let isNarrower =
            last(scan, mentions).map {
                $0.range.upperBound == name.lowerBound && suffix.level.mayLie(in: $0.level)
            } ?? false
        // 打造“双创”示范区: what is made, and no place
        guard
            opensClause(name.lowerBound, in: bytes, isNarrower: isNarrower, scan: scan, mentions)
                // 今年开放的“拾光”口袋公园。: a sentence that ends with it leads up to it; one that goes on tells of more
                || (!suffix.isVenue || bytes.has("。", at: end))
                    && isReached(name.lowerBound, in: bytes, scan: scan)
        else { return }
        append(in: bytes, name, suffix: index, end: end, link: isNarrower ? .narrows : .none, scan: scan, to: &mentions)
    }

    /// 周末的|“拾光”文创园, 走进|“拾光”文创园: whether what stands before a name describes a place that is there already, or leads to it.
    private func isReached(_ name: Int, in bytes: Span<UInt8>, scan: Scan) -> Bool {
        let run = IdeographRun(in: bytes, endingAt: name, floor: max(scan.start, name - 6))
        if run.count > 0, run.word(endingBefore: 0, length: 1) == "的" { return true }
        return run.count > 1 && (["走进", "来到", "位于", "进入"] as [StaticString]).contains { bytes.has($0, before: name) }
    }

    /// Whether nothing but wider places stands between a name and the mark before it.
    func opensClause(
        _ name: Int, in bytes: Span<UInt8>, isNarrower: Bool, scan: Scan, _ mentions: [PlaceMention]
    ) -> Bool {
        var start = name
        if isNarrower {
            var index = mentions.count - 1
            while index > scan.firstMention, mentions[index].link == .narrows { index -= 1 }
            start = mentions[index].range.lowerBound
        }
        return start == scan.start
            || IdeographRun(in: bytes, endingAt: start, floor: max(scan.start, start - 3)).count == 0
    }

    /// 改造西桥片区|的3条小巷, 完成中桥片区|4万平方米楼宇盘活, 在|龙华片区新建车位30个: whether what is told lies in a quarter, though its
    /// clause need not be about that.
    public func isScene(quarter: Range<Int>, in bytes: Span<UInt8>) -> Bool {
        let end = quarter.upperBound
        return bytes.has("的", at: end) || end < bytes.count && isDigit(bytes[end])
            || (["在", "位于", "对", "来到", "走进", "覆盖"] as [StaticString]).contains {
                bytes.has($0, before: quarter.lowerBound)
            }
    }
}
