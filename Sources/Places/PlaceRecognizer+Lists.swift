import Scanning

// Names that share the suffix of the last one: 泰安、光熙苑等社区, 民德、民慧社区, 青藤、西坊两个社区.

extension PlaceRecognizer {
    /// Where the 等 stands that closes a list before a suffix: 泰安、光熙苑|等社区, 等5个社区, 等多个小区.
    func listClose(in bytes: Span<UInt8>, before start: Int, floor: Int) -> Int? {
        var position = numberStart(in: bytes, before: start, floor: floor)
        if position < start { position = qualifierStart(in: bytes, before: position, floor: floor) }
        guard scalar(in: bytes, before: position, floor: floor) == "等" else { return nil }
        // 没等社区开口, 不等街道催: to wait, and no end of a list
        return scalar(in: bytes, before: position - 3, floor: floor).isAmong("没不未")
            ? nil : position - 3
    }

    /// Where the number stands that counts the members of a list at the head of a clause or behind 在: 泰安、光熙苑|两个社区建成…; elsewhere
    /// it only names parts of what the clause is about (街道辖泰安、光熙苑两个社区).
    func countedList(
        in bytes: Span<UInt8>, before start: Int, suffix index: Int, floor: Int, scan: Scan, _ mentions: [PlaceMention]
    ) -> Int? {
        let level = words.suffixes[index].level
        guard level == .community || level == .street else { return nil }
        var close = numberStart(in: bytes, before: start, floor: floor)
        var end = start - 3
        if close == start, PlaceRecognizer.numerals.contains(scalar(in: bytes, before: start, floor: floor)) {
            // 泰安、光熙苑|两|社区
            (close, end) = (start - 3, start)
        }
        guard close < end, let count = PlaceRecognizer.count(in: bytes, close..<end), count >= 2 else { return nil }
        let members = members(in: bytes, endingAt: close, suffix: index, isOpen: false, scan: scan, mentions: mentions)
        guard members.count == count, let first = members.last?.lowerBound else { return nil }
        let outer = mentions[scan.firstMention...].last { $0.range.upperBound <= first }
        let floor = max(outer?.range.upperBound ?? scan.start, first - 3)
        if IdeographRun(in: bytes, endingAt: first, floor: floor).count == 0 { return close }
        // …，在|泰安、光熙苑两个街道建成公园8个: or where something is done; 街道在泰安、光熙苑两个社区办班 is the street's own doing
        let isDoneThere =
            scalar(in: bytes, before: first, floor: scan.start) == "在"
            && IdeographRun(in: bytes, endingAt: first - 3, floor: max(scan.start, first - 6)).count == 0
        return isDoneThere ? close : nil
    }

    /// What a number of one numeral or of digits says: 两, 3, 12.
    private static func count(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        if range.count == 3 {
            let scalar = bytes.scalar(at: range.lowerBound, end: range.upperBound).scalar
            if scalar == "两" { return 2 }
            return numerals.index(of: scalar).flatMap { $0 < 10 ? $0 + 1 : nil }
        }
        guard (1...2).contains(range.count) else { return nil }
        var count = 0
        for position in range {
            guard (0x30...0x39).contains(bytes[position]) else { return nil }
            count = count * 10 + Int(bytes[position]) - 0x30
        }
        return count
    }

    /// The first ten in the order of their values.
    private static let numerals: Ideographs = "一二三四五六七八九十两百多几数余"

    /// Where a number begins that 个 or 家 closes at a position; the position itself where none does.
    private func numberStart(in bytes: Span<UInt8>, before start: Int, floor: Int) -> Int {
        var position = start
        guard scalar(in: bytes, before: position, floor: floor).isAmong("个家") else { return start }
        position -= 3
        while position > floor {
            if bytes[position - 1] >= UInt8(ascii: "0"), bytes[position - 1] <= UInt8(ascii: "9") {
                position -= 1
            } else if PlaceRecognizer.numerals.contains(scalar(in: bytes, before: position, floor: floor)) {
                position -= 3
            } else {
                break
            }
        }
        return position
    }

    /// Where the word begins that qualifies a number behind 等: 等|约|5个社区, 等|超过|4个街道.
    private func qualifierStart(in bytes: Span<UInt8>, before start: Int, floor: Int) -> Int {
        let pairs: [StaticString] = ["超过", "将近", "接近", "大约"]
        if start - 6 >= floor, pairs.contains(where: { bytes.has($0, before: start) }) { return start - 6 }
        return scalar(in: bytes, before: start, floor: floor).isAmong("近约超逾共") ? start - 3 : start
    }

    /// The ideograph before a position; 0 where there is none behind the floor.
    private func scalar(in bytes: Span<UInt8>, before position: Int, floor: Int) -> UInt32 {
        position - 3 >= floor ? bytes.scalar(at: position - 3, end: position).scalar : 0
    }

    /// Takes the members of a list whose names share a suffix: 泰安、光熙苑等社区.
    func appendList(
        in bytes: Span<UInt8>, closedAt close: Int, suffix index: Int, end: Int, scan: Scan,
        to mentions: inout [PlaceMention]
    ) {
        var members = members(in: bytes, endingAt: close, suffix: index, isOpen: true, scan: scan, mentions: mentions)
        guard let first = members.last else { return }
        let count = members.count
        while let mention = last(scan, mentions), mention.range.upperBound > first.lowerBound { mentions.removeLast() }
        let before = last(scan, mentions)
        let isBehind =
            before.map { $0.range.upperBound == first.lowerBound && $0.level < words.suffixes[index].level } ?? false
        while let member = members.popLast() {
            let link: PlaceMention.Link = members.count < count - 1 ? .lists : isBehind ? .narrows : .none
            append(
                in: bytes, member, suffix: index, end: members.isEmpty ? end : member.upperBound, link: link,
                scan: scan,
                to: &mentions)
        }
    }

    /// Takes the names before a 、 that share the suffix of the name after it (民德、民慧社区), and says whether there are any.
    func appendShared(
        in bytes: Span<UInt8>, before start: Int, suffix index: Int, scan: Scan, to mentions: inout [PlaceMention]
    ) -> Bool {
        let level = words.suffixes[index].level
        guard level == .community || level == .street, start - 3 >= scan.start,
            bytes.scalar(at: start - 3, end: start).scalar == "、"
        else { return false }
        var members = members(
            in: bytes, endingAt: start - 3, suffix: index, isOpen: false, scan: scan, mentions: mentions)
        guard let first = members.last else { return false }
        while let mention = last(scan, mentions), mention.range.upperBound > first.lowerBound { mentions.removeLast() }
        let before = last(scan, mentions)
        let isBehind = before.map { $0.range.upperBound == first.lowerBound && $0.level < level } ?? false
        var link: PlaceMention.Link = isBehind ? .narrows : .none
        while let member = members.popLast() {
            append(in: bytes, member, suffix: index, end: member.upperBound, link: link, scan: scan, to: &mentions)
            link = .lists
        }
        return true
    }

    /// The names of a list without their suffix, the last one first; empty where a member is no name.
    ///
    /// - Parameter isOpen: whether 等 closes the list, which makes longer members believable.
    private func members(
        in bytes: Span<UInt8>, endingAt end: Int, suffix index: Int, isOpen: Bool, scan: Scan, mentions: [PlaceMention]
    ) -> [Range<Int>] {
        // A mention with a suffix of its own ends the list; a short name or an estate may be a member's beginning.
        let solid = mentions[scan.firstMention...].last {
            $0.form == .full || $0.form == .unlisted && $0.level != .estate
        }
        let floor = solid?.range.upperBound ?? scan.start
        let suffix = words.suffixes[index]
        var members: [Range<Int>] = []
        var end = end
        while true {
            let run = IdeographRun(in: bytes, endingAt: end, floor: floor)
            guard run.count > 0 else { return members }
            // 永泰街道2|万元、开源街道3万元
            if run.isBehindDigit(in: bytes, floor: floor) { return isOpen ? members : [] }
            let isMark =
                run.isClosed && run.start - 3 >= floor
                && bytes.scalar(at: run.start - 3, end: run.start).scalar == "、"
            if isMark {
                guard run.count <= 6, isMember(run, length: run.count) else { return [] }
                members.append(run.start..<end)
                end = run.start - 3
                continue
            }
            let isBehind =
                solid.map { run.isClosed && $0.range.upperBound == run.start && $0.level < suffix.level } ?? false
            // 光熙苑社区|支部、福安里社区支部, 郭家窑乡的|肉驴、破鲁堡乡的蛋鸡: what stands right behind a name of the same rank, or is called
            // after it, is no other one.
            let isAttached = !isBehind && solid.map { $0.range.upperBound == run.start } ?? false
            guard let length = boundary(run, isBehind: isBehind), length <= (isOpen ? 6 : 4),
                !isAttached || length < run.count && run.word(endingBefore: run.count - 1, length: 1) != "的",
                isMember(run, length: length)
            else { return members.isEmpty || !isOpen ? [] : members }
            members.append(end - 3 * length..<end)
            return members
        }
    }

    private func isMember(_ run: IdeographRun, length: Int) -> Bool {
        // 住建局、开源街道: 局 委 办 are bodies, and no streets of a list.
        guard length >= 2, !run.word(endingBefore: 0, length: 1).isAmong("局委办") else {
            return false
        }
        for tail in 1...min(4, length) {
            let kinds = words.kinds(of: run.word(endingBefore: 0, length: tail))
            if kinds.contains(.generic) || kinds.contains(.hard) { return false }
        }
        return !words.suffixes.contains { suffix in
            suffix.level != .estate && suffix.scalars < length
                && run.word(endingBefore: 0, length: suffix.scalars) == suffix.key
        }
    }
}
