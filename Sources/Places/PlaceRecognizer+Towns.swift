internal import Scanning

// Towns and streets of the national list are known wherever a name may begin, whatever words stand in them: 蕉城区|八都镇,
// 走进|连然街道, 二道区|四家乡. Those of the tables that users bring are in the gazetteer.

extension PlaceRecognizer {
    /// Finds the town of the national list that a suffix ends, and takes back what was found inside its name: 玉泉区|小黑河镇.
    ///
    /// - Returns: where its name begins.
    func townStart(
        in bytes: Span<UInt8>, before start: Int, suffix index: Int, scan: Scan, _ mentions: inout [PlaceMention]
    ) -> Int? {
        guard let names = townsBySuffix[index] else { return nil }
        let lengths = towns.lengths(among: names, before: start, in: bytes, floor: scan.start)
        guard lengths != 0 else { return nil }
        for length in (1...TownNames.longest).reversed() where lengths & 1 << length != 0 {
            let name = start - 3 * length
            var outer = mentions.count
            while outer > scan.firstMention, mentions[outer - 1].range.upperBound > name { outer -= 1 }
            let before = outer > scan.firstMention ? mentions[outer - 1] : nil
            // No name begins inside another, and a full one is part of a town's only where it is of a place abroad (柏林镇) or right
            // behind a county (蒲县|古县乡).
            let isBehindCounty = before.map { $0.range.upperBound == name && $0.level == .county } ?? false
            guard
                mentions[outer...].allSatisfy({
                    $0.range.lowerBound >= name && (isBehindCounty || $0.form != .full || isAbroad($0))
                })
            else { continue }
            if isTown(in: bytes, name..<start, behind: before, scan: scan) {
                mentions.removeSubrange(outer...)
                return name
            }
        }
        return nil
    }

    private func isAbroad(_ mention: PlaceMention) -> Bool {
        mention.entry >= 0 && gazetteer.index.entries[Int(mention.entry)].traits.contains(.abroad)
    }

    /// Takes the town whose name ends in what the gazetteer has as well: 三台县|上新乡, 青羊区|西御河街道.
    func appendTown(
        in bytes: Span<UInt8>, aroundListed short: Range<Int>, scan: Scan, to mentions: inout [PlaceMention]
    ) -> Bool {
        guard let index = suffix(in: bytes, endingAt: short.upperBound, floor: short.lowerBound, limit: scan.end),
            case let start = short.upperBound - 3 * words.suffixes[index].scalars,
            let name = townStart(in: bytes, before: start, suffix: index, scan: scan, &mentions),
            name < short.lowerBound
        else { return false }
        appendTown(in: bytes, name..<start, suffix: index, end: short.upperBound, scan: scan, to: &mentions)
        return true
    }

    /// Appends the name of a town of the national list.
    func appendTown(
        in bytes: Span<UInt8>, _ name: Range<Int>, suffix index: Int, end: Int, scan: Scan,
        to mentions: inout [PlaceMention]
    ) {
        let isNarrower =
            last(scan, mentions).map {
                $0.range.upperBound == name.lowerBound && $0.level < words.suffixes[index].level
            } ?? false
        let link =
            isNarrower
            ? .narrows : linkInList(in: bytes, before: name.lowerBound, suffix: index, scan: scan, to: &mentions)
        append(in: bytes, name, suffix: index, end: end, link: link, scan: scan, to: &mentions)
        mentions[mentions.count - 1].isCertain = true
    }

    /// Whether a town's name stands behind a wider place, or where a name may begin.
    private func isTown(
        in bytes: Span<UInt8>, _ name: Range<Int>, behind before: PlaceMention?, scan: Scan
    ) -> Bool {
        if let before, before.range.upperBound == name.lowerBound, before.level < .street { return true }
        let run = IdeographRun(in: bytes, endingAt: name.upperBound, floor: name.lowerBound)
        let kinds = run.count <= 4 ? words.kinds(of: run.word(endingBefore: 0, length: run.count)) : []
        guard kinds.isDisjoint(with: [.generic, .weak, .soft, .hard, .ordinary, .honour, .region]) else {
            return false
        }
        let outer = IdeographRun(
            in: bytes, endingAt: name.lowerBound,
            floor: max(before?.range.upperBound ?? scan.start, name.lowerBound - 12))
        // 走访慰问|连然街道; 乌镇: a town of one character only where a clause begins
        return outer.count == 0
            || run.count > 1
                && (2...4).contains {
                    $0 <= outer.count
                        && !words.kinds(of: outer.word(endingBefore: 0, length: $0)).isDisjoint(with: [.soft, .hard])
                }
    }
}
