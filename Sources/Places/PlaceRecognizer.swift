import Scanning

/// Finds the names of places in text: those of a gazetteer, and unknown ones by their suffix (光熙苑社区).
///
/// Call `appendMentions(in:range:to:)` once a block (a paragraph or headline) with one array kept for the whole document;
/// it looks at each scalar once and allocates nothing but the mentions. Resolve only those that a fact needs:
///
/// ```swift
/// let recognizer = PlaceRecognizer(gazetteer: .builtIn)
/// var mentions: [PlaceMention] = []
/// recognizer.appendMentions(in: bytes.span, range: paragraph, to: &mentions)
/// ```
///
/// Words that only look like names are left alone: 各社区, 老旧小区, 推动社区治理, 该街道, 全区 (what those stand for in
/// the discourse is the reader's business).
public final class PlaceRecognizer: Sendable {
    public let gazetteer: Gazetteer
    let words = PlaceWords.builtIn
    let towns = TownNames.builtIn
    /// The names of the national list by the suffix that ends them, in the order of the suffixes.
    let townsBySuffix: [TownNames.Lines?]
    /// Of each scalar of the basic plane whether it ends a suffix (1), whether it begins a name of the gazetteer (2), and
    /// whether it begins a word that denies a short name before it (4).
    private let signs: [UInt8]

    public init(gazetteer: Gazetteer = .builtIn) {
        self.gazetteer = gazetteer
        let words = words
        let towns = towns
        townsBySuffix = words.suffixes.map { $0.level == .street ? towns.names(endingIn: $0.standard) : nil }
        var signs: [UInt8] = (0...UInt16.max).map {
            (words.endings[Int($0)] != 0 ? 1 : 0) | (gazetteer.index.begins(with: $0) ? 2 : 0)
        }
        for scalar in words.denying where scalar <= UInt16.max { signs[Int(scalar)] |= 4 }
        signs[Int(("该" as Unicode.Scalar).value)] |= 8
        self.signs = signs
    }

    /// Appends the mentions of a range of UTF-8, in the order of the text; the range must begin and end between scalars.
    public func appendMentions(in bytes: Span<UInt8>, range: Range<Int>, to mentions: inout [PlaceMention]) {
        let scan = Scan(start: range.lowerBound, end: range.upperBound, firstMention: mentions.count)
        var position = range.lowerBound
        while position < scan.end {
            position = skipPlain(bytes, from: position, to: scan.end)
            guard position < scan.end else { return }
            guard let scalar = PlaceRecognizer.ideograph(in: bytes, at: position, end: scan.end) else {
                let first = bytes[position]
                position += first < 0x80 ? 1 : bytes.scalar(at: position, end: scan.end).width
                continue
            }
            let sign = signs[Int(scalar)]
            if sign & 8 != 0, let end = appendTranscribed(inPlaceAt: position, in: bytes, scan: scan, to: &mentions) {
                position = end
                continue
            }
            if sign & 1 != 0, !beginsListed(in: bytes, at: position, scan: scan) {
                appendUnlisted(in: bytes, endingAt: position + 3, scan: scan, to: &mentions)
                if let taken = last(scan, mentions), taken.range.upperBound > position {
                    // No name begins inside another.
                    position += 3
                    continue
                }
            }
            if sign & 2 != 0, let next = PlaceRecognizer.ideograph(in: bytes, at: position + 3, end: scan.end),
                gazetteer.index.mayBegin(scalar, next),
                let end = appendListed(in: bytes, at: position, scan: scan, to: &mentions)
            {
                position = end
            } else {
                position += 3
            }
        }
    }

    /// The scalar that begins at a position, where names may hold it: U+3000 … U+9FFF, which lead with E3 … E9.
    @inline(__always)
    private static func ideograph(in bytes: Span<UInt8>, at position: Int, end: Int) -> UInt32? {
        guard position + 2 < end, bytes[position] >= 0xE3, bytes[position] <= 0xE9 else { return nil }
        return UInt32(bytes[position] & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6
            | UInt32(bytes[position + 2] & 0x3F)
    }

    /// The same of the lowest three bytes of a word; 0 for no such scalar.
    @inline(__always)
    private static func ideograph(in word: UInt64) -> UInt32 {
        guard word & 0xFF >= 0xE3, word & 0xFF <= 0xE9 else { return 0 }
        return UInt32(truncatingIfNeeded: (word & 0x0F) << 12 | (word >> 2 & 0xFC0) | (word >> 16 & 0x3F))
    }

    /// Passes over ideographs with which no name begins and no suffix ends; most of those with which one begins are told
    /// by the next.
    @inline(__always)
    private func skipPlain(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var position = start
        guard end - position >= 8 else { return position }
        var scalar = PlaceRecognizer.ideograph(in: bytes.word(at: position))
        while scalar != 0, end - position >= 8 {
            let next = PlaceRecognizer.ideograph(in: bytes.word(at: position) >> 24)
            let sign = signs[Int(scalar)] & 11
            guard sign == 0 || sign & 9 == 0 && (next == 0 || !gazetteer.index.mayBegin(scalar, next)) else {
                return position
            }
            position += 3
            scalar = next
        }
        return position
    }

    /// The mentions of a text, for trying out: ranges are offsets into its UTF-8.
    public func mentions(in text: String) -> [PlaceMention] {
        let bytes = Array(text.utf8)
        var mentions: [PlaceMention] = []
        appendMentions(in: bytes.span, range: 0..<bytes.count, to: &mentions)
        return mentions
    }

    /// Whether the gazetteer gives a place a division code: regions (华北地区) and countries have none. Asked here, for who asks the
    /// gazetteer itself copies it.
    public func isCoded(_ place: PlaceID) -> Bool { gazetteer.codes[Int(place.index)].length > 0 }

    /// The widest place of the gazetteer that a place lies in, itself where it lies in none.
    public func widest(around place: PlaceID) -> PlaceID {
        var widest = place
        while let outer = gazetteer.parent(of: widest) { widest = outer }
        return widest
    }

    /// 快活里, 自然岭: whether a name is a word before the scalar in which names of neighbourhoods end.
    public func endsInNeighbourhood(_ name: Range<Int>, in bytes: Span<UInt8>) -> Bool {
        let run = IdeographRun(in: bytes, endingAt: name.upperBound, floor: name.lowerBound)
        return run.count == 3 && words.kinds(of: run.word(endingBefore: 0, length: 1)).contains(.ending)
    }

    /// 解放 in 解放街道: whether a name is a word that streets and communities are called after.
    public func isHonour(_ name: Range<Int>, in bytes: Span<UInt8>) -> Bool {
        let run = IdeographRun(in: bytes, endingAt: name.upperBound, floor: name.lowerBound)
        return run.count == 2 && words.kinds(of: run.word(endingBefore: 0, length: 2)).contains(.honour)
    }

    /// 西安|国际港务区: whether a name begins with one of the gazetteer.
    public func beginsWithPlace(_ name: Range<Int>, in bytes: Span<UInt8>) -> Bool {
        gazetteer.index.longestMatch(in: bytes, at: name.lowerBound, end: name.upperBound) != nil
    }

    /// The range that is searched.
    struct Scan {
        let start: Int
        let end: Int
        /// The index of the first mention that belongs to the range.
        let firstMention: Int
    }

    func last(_ scan: Scan, _ mentions: [PlaceMention]) -> PlaceMention? {
        mentions.count > scan.firstMention ? mentions[mentions.count - 1] : nil
    }

    // MARK: Names of the gazetteer

    /// Takes the longest name that begins at a position, and returns where it ends.
    private func appendListed(
        in bytes: Span<UInt8>, at start: Int, scan: Scan, to mentions: inout [PlaceMention]
    ) -> Int? {
        guard var match = gazetteer.index.longestMatch(in: bytes, at: start, end: scan.end) else { return nil }
        if let city = cityBeforeCountyOfCity(match, in: bytes, at: start, scan: scan) { match = city }
        if isCutFromWord(match, in: bytes, end: scan.end) {
            // 吴江|市场监管局: the district of today is called so as well.
            guard match.end - start >= 9, let today = gazetteer.index.entry(named: bytes, start, match.end - 3) else {
                return nil
            }
            match = NameIndex.Match(end: match.end - 3, entry: today)
        }
        let entry = gazetteer.index.entries[match.entry]
        let place = PlaceID(entry.place)
        let level = gazetteer.level(of: place)
        let before = last(scan, mentions)
        if match.end - start == 6, level == .county, endsWord(in: bytes, start..<match.end, scan: scan) { return nil }
        if entry.traits.contains(.short) || level == .street,
            appendTown(in: bytes, aroundListed: start..<match.end, scan: scan, to: &mentions)
        {
            return last(scan, mentions)?.range.upperBound
        }
        let isBehind =
            before.map {
                $0.level < level
                    && ($0.range.upperBound == start || isPart(in: bytes, from: $0.range.upperBound, to: start)
                        || endsInEpithet(in: bytes, from: $0.range.upperBound, to: start)
                            && mayLie(entry: match.entry, in: $0))
            } ?? false
        if entry.traits.contains(.needsContext) {
            // 西山|分局 is called after a county, whatever stands before it.
            let isBranch = level == .county && hasBranch(in: bytes, at: match.end, end: scan.end)
            guard
                isBranch || isBehind && before.map({ mayLie(entry: match.entry, in: $0) }) ?? false
                    // 北京房山、|门头沟、|昌平: one of several in the same place
                    || isSibling(match.entry, at: start, level: level, in: bytes, after: before)
                    // 安康|石泉, 黄山|休宁: a word that a name of its places follows is a place's name
                    || isNarrowed(match, abroad: false, in: bytes, end: scan.end)
            else { return nil }
        }
        // Five characters of a foreign name stand in no other word.
        if entry.traits.contains(.abroad), !isBehind, match.end - start < 15,
            !opensWord(in: bytes, at: start, scan: scan, after: before)
        {
            return nil
        }
        if !entry.traits.isDisjoint(with: [.short, .abroad]) {
            // 贺兰|山东|麓: a foot of the mountain
            if bytes.has("麓", at: match.end), bytes.has("山", at: start) { return nil }
            if isDenied(in: bytes, after: match.end, end: scan.end),
                !isNarrowed(match, abroad: entry.traits.contains(.abroad), in: bytes, end: scan.end)
            {
                return nil
            }
        } else if level < .street, isSuffixDenied(in: bytes, endingAt: match.end, end: scan.end) {
            return nil
        }
        if entry.traits.contains(.short), (PlaceLevel.prefecture ... .county).contains(level),
            let zone = zoneName(behind: match.end, in: bytes, end: scan.end)
        {
            append(
                in: bytes, start..<match.end, suffix: zone.suffix, end: zone.end, link: isBehind ? .narrows : .none,
                scan: scan, to: &mentions)
            return zone.end
        }
        let end = extended(match.end, level: level, in: bytes, end: scan.end)
        var link: PlaceMention.Link =
            isBehind ? .narrows : isListed(in: bytes, at: start, level: level, after: before) ? .lists : .none
        // 永泰、开源街道
        if link == .none, level >= .street,
            let suffix = suffix(in: bytes, endingAt: match.end, floor: start, limit: scan.end),
            appendShared(in: bytes, before: start, suffix: suffix, scan: scan, to: &mentions)
        {
            link = .lists
        }
        mentions.append(
            PlaceMention(
                range: start..<end, name: start..<match.end, level: level,
                form: entry.traits.contains(.short) ? .short : .full,
                link: link,
                place: place, suffix: -1, entry: Int32(match.entry)))
        if entry.traits.contains(.abroad),
            let city = appendTranscribed(in: bytes, behind: end, scan: scan, to: &mentions)
        {
            return city
        }
        return end
    }

    /// 示|范县: whether the scalar before a county's name of two makes with it a word that is part of no name.
    private func endsWord(in bytes: Span<UInt8>, _ name: Range<Int>, scan: Scan) -> Bool {
        let run = IdeographRun(in: bytes, endingAt: name.upperBound, floor: max(scan.start, name.lowerBound - 3))
        return run.count == 3 && words.kinds(of: run.word(endingBefore: 0, length: 3)).contains(.hard)
    }

    /// The county whose short name begins at a position with no wider place before it: 浏阳 in 浏阳25个社区….
    ///
    /// Such a name may be part of many another (岳麓书院), so that its reader must know that the clause is about it.
    public func bareCounty(in bytes: Span<UInt8>, at start: Int, end: Int) -> PlaceMention? {
        guard let scalar = PlaceRecognizer.ideograph(in: bytes, at: start, end: end), signs[Int(scalar)] & 2 != 0,
            let next = PlaceRecognizer.ideograph(in: bytes, at: start + 3, end: end),
            gazetteer.index.mayBegin(scalar, next),
            let match = gazetteer.index.longestMatch(in: bytes, at: start, end: end),
            case let entry = gazetteer.index.entries[match.entry], entry.traits == [.short, .needsContext],
            gazetteer.level(of: PlaceID(entry.place)) == .county,
            !words.isCommon(bytes, start, match.end), !isDenied(in: bytes, after: match.end, end: end)
        else { return nil }
        return PlaceMention(
            range: start..<match.end, name: start..<match.end, level: .county, form: .short, link: .none,
            place: PlaceID(entry.place), suffix: -1, entry: Int32(match.entry))
    }

    /// The county whose full name, which is a word too, begins at a position with no wider place before it: 新城区.
    public func commonCounty(in bytes: Span<UInt8>, at start: Int, end: Int) -> PlaceMention? {
        guard let scalar = PlaceRecognizer.ideograph(in: bytes, at: start, end: end), signs[Int(scalar)] & 2 != 0,
            let next = PlaceRecognizer.ideograph(in: bytes, at: start + 3, end: end),
            gazetteer.index.mayBegin(scalar, next),
            let match = gazetteer.index.longestMatch(in: bytes, at: start, end: end),
            case let entry = gazetteer.index.entries[match.entry],
            entry.traits.subtracting(.unshortened) == [.needsContext],
            gazetteer.level(of: PlaceID(entry.place)) == .county
        else { return nil }
        return PlaceMention(
            range: start..<match.end, name: start..<match.end, level: .county, form: .full, link: .none,
            place: PlaceID(entry.place), suffix: -1, entry: Int32(match.entry))
    }

    /// 青岛|市北区, 枣庄|市中区: the short name of the city where one of its counties begins with the 市 of its full name.
    private func cityBeforeCountyOfCity(
        _ match: NameIndex.Match, in bytes: Span<UInt8>, at start: Int, scan: Scan
    ) -> NameIndex.Match? {
        let end = match.end - 3
        guard end - start >= 6, bytes.scalar(at: end, end: match.end).scalar == "市",
            let county = gazetteer.index.longestMatch(in: bytes, at: end, end: scan.end), county.end - end >= 9,
            let city = gazetteer.index.entry(named: bytes, start, end)
        else { return nil }
        let place = PlaceID(gazetteer.index.entries[match.entry].place)
        return mayLie(entry: county.entry, in: place) ? NameIndex.Match(end: end, entry: city) : nil
    }

    /// 吴江市|场, 溧水县|城: whether the 市 or 县 of a county of earlier years begins a word of what follows.
    private func isCutFromWord(_ match: NameIndex.Match, in bytes: Span<UInt8>, end limit: Int) -> Bool {
        guard match.end < limit, gazetteer.index.entries[match.entry].traits.contains(.unshortened) else {
            return false
        }
        let next = bytes.scalar(at: match.end, end: limit).scalar
        switch bytes.scalar(at: match.end - 3, end: match.end).scalar {
        case "市": return next.isAmong("民场政区内域容直属级")
        case "县": return next == "道" || beginsCountyWord(in: bytes, at: match.end, limit: limit)
        default: return false
        }
    }

    /// Whether 分局 stands at a position.
    private func hasBranch(in bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
        guard start + 6 <= end else { return false }
        return bytes.has("分局", at: start)
    }

    /// 成都|高新, 大同|经开: where the short name of a zone ends behind that of its city, and the suffix that it stands for.
    private func zoneName(behind start: Int, in bytes: Span<UInt8>, end: Int) -> (end: Int, suffix: Int)? {
        for (short, suffix) in words.zoneNames where start + short.count <= end {
            guard short.indices.allSatisfy({ bytes[start + $0] == short[$0] }) else { continue }
            let close = start + short.count
            guard close + 3 <= end else { return (close, suffix) }
            // 高新技术, 高新产业, 经开集团: another word; 高新区 is found by its suffix.
            let next = bytes.scalar(at: close, end: end).scalar
            return next.isAmong("区技产企科投集园一公发项医领热") ? nil : (close, suffix)
        }
        return nil
    }

    /// 美国|南部|得克萨斯州, 韩国|首都|首尔: whether a part of the wider place stands before the narrower one.
    private func isPart(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard end - start == 6 || end - start == 9 else { return false }
        let run = IdeographRun(in: bytes, endingAt: end, floor: start)
        return run.count * 3 == end - start
            && words.kinds(of: run.word(endingBefore: 0, length: run.count)).contains(.region)
    }

    /// 江西省|人口第一大县|鄱阳县, 湖北|最大的油橄榄种植地|十堰市: whether nothing but what the narrower place is called by, which its name follows,
    /// stands between the two.
    private func endsInEpithet(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard (6...42).contains(end - start) else { return false }
        let tail = IdeographRun(in: bytes, endingAt: end, floor: start)
        guard tail.count >= 2,
            (2...min(4, tail.count)).contains(where: {
                words.kinds(of: tail.word(endingBefore: 0, length: $0)).contains(.epithet)
            })
        else { return false }
        var position = start
        while position < end {
            guard PlaceRecognizer.ideograph(in: bytes, at: position, end: end) != nil else { return false }
            position += 3
        }
        return true
    }

    /// Where the part of a wide place ends that is named right behind it: 新疆|北部, 加沙地带|中部; `nil` where none is.
    public func partEnd(behind end: Int, in bytes: Span<UInt8>, limit: Int) -> Int? {
        for length in 2...3 where end + 3 * length <= limit {
            guard bytes[end + 3 * length - 1] == 0xA8,
                bytes.scalar(at: end + 3 * length - 3, end: limit).scalar == "部"
            else { continue }
            let run = IdeographRun(in: bytes, endingAt: end + 3 * length, floor: end)
            // 重庆|西部陆海新通道
            guard run.count == length, !bytes.has("陆海新通道", at: end + 3 * length) else { continue }
            if words.kinds(of: run.word(endingBefore: 0, length: length)).contains(.region) { return end + 3 * length }
        }
        return nil
    }

    /// Where the part of a wide place begins that stands right before a position: 在|东部|魁北克省; `nil` where none does.
    public func partStart(before end: Int, in bytes: Span<UInt8>, floor: Int) -> Int? {
        let run = IdeographRun(in: bytes, endingAt: end, floor: max(floor, end - 9))
        return [3, 2].first {
            $0 <= run.count && words.kinds(of: run.word(endingBefore: 0, length: $0)).contains(.region)
        }.map { end - 3 * $0 }
    }

    /// Whether a word may begin at a position: behind a mark, another place, or a word that is part of no name.
    private func opensWord(in bytes: Span<UInt8>, at start: Int, scan: Scan, after before: PlaceMention?) -> Bool {
        let floor = max(scan.start, before?.range.upperBound ?? 0)
        let run = IdeographRun(in: bytes, endingAt: start, floor: max(floor, start - 12))
        if run.count == 0 { return true }
        return (1...min(4, run.count)).contains { length in
            !words.kinds(of: run.word(endingBefore: 0, length: length)).isDisjoint(with: [.hard, .soft, .region])
        }
    }

    /// 浙江宁波|镇海区: whether the scalar that may end an unknown name begins a listed one of three scalars or more.
    private func beginsListed(in bytes: Span<UInt8>, at start: Int, scan: Scan) -> Bool {
        guard start + 9 <= scan.end, let match = gazetteer.index.longestMatch(in: bytes, at: start, end: scan.end),
            match.end - start >= 9
        else { return false }
        let entry = gazetteer.index.entries[match.entry]
        guard entry.traits.isDisjoint(with: [.short, .needsContext]) else { return false }
        return gazetteer.level(of: PlaceID(entry.place)) >= .street
            || !isSuffixDenied(in: bytes, endingAt: match.end, end: scan.end)
    }

    /// 浙江|湖州, 陕西|山阳县: whether a name that the tables have in the place of a short name stands right behind it, which begins as a
    /// lake or a mountain of that place would end; behind one abroad any name does (美国|路易斯安那州).
    private func isNarrowed(_ match: NameIndex.Match, abroad: Bool, in bytes: Span<UInt8>, end: Int) -> Bool {
        guard match.end < end, let inner = gazetteer.index.longestMatch(in: bytes, at: match.end, end: end)
        else { return false }
        return abroad || mayLie(entry: inner.entry, in: match.entry)
    }

    /// Whether one of the places of a name lies in the place of another mention.
    func mayLie(entry: Int, in mention: PlaceMention) -> Bool {
        mention.entry >= 0 && mayLie(entry: entry, in: Int(mention.entry))
    }

    /// 北京房山、|门头沟: whether only a mark of a list parts a name from one that has been told apart by what it lies in, in which one of the
    /// name's places lies too.
    private func isSibling(
        _ entry: Int, at start: Int, level: PlaceLevel, in bytes: Span<UInt8>, after before: PlaceMention?
    ) -> Bool {
        guard let before, before.link != .none, isListed(in: bytes, at: start, level: level, after: before),
            let sibling = before.place, let outer = gazetteer.parent(of: sibling)
        else { return false }
        return mayLie(entry: entry, in: outer)
    }

    /// Whether one of the places of a name lies in a place.
    private func mayLie(entry: Int, in place: PlaceID) -> Bool {
        var inner = entry
        while inner >= 0 {
            if gazetteer.isPlace(PlaceID(gazetteer.index.entries[inner].place), in: place) { return true }
            inner = Int(gazetteer.index.entries[inner].next)
        }
        return false
    }

    private func mayLie(entry: Int, in wider: Int) -> Bool {
        var outer = wider
        while outer >= 0 {
            if mayLie(entry: entry, in: PlaceID(gazetteer.index.entries[outer].place)) { return true }
            outer = Int(gazetteer.index.entries[outer].next)
        }
        return false
    }

    /// Whether the words after a short name make it part of another: 北京|大学.
    private func isDenied(in bytes: Span<UInt8>, after position: Int, end: Int) -> Bool {
        // Hardly a character of those that may stand there begins such a word.
        guard let first = PlaceRecognizer.ideograph(in: bytes, at: position, end: end), signs[Int(first)] & 4 != 0
        else {
            return false
        }
        // 加拿大|部分地区, but 北京|部
        if first == "部", let second = PlaceRecognizer.ideograph(in: bytes, at: position + 3, end: end), second == "分" {
            return false
        }
        var key = ShortWord.none
        var position = position
        for _ in 0..<4 {
            guard position < end else { return false }
            let (scalar, width) = bytes.scalar(at: position, end: end)
            guard scalar.isIdeograph else { return false }
            key = key.appending(scalar)
            if words.kinds(of: key).contains(.after) { return true }
            position += width
        }
        return false
    }

    /// Whether a full name ends in a suffix that what follows denies: 大同市|场.
    private func isSuffixDenied(in bytes: Span<UInt8>, endingAt end: Int, end limit: Int) -> Bool {
        let group = words.endings[Int(bytes.scalar(at: end - 3, end: end).scalar)]
        guard group != 0, end < limit else { return false }
        let next = bytes.scalar(at: end, end: limit).scalar
        return words.groups[Int(group)].contains { index in
            words.suffixes[index].scalars == 1 && words.suffixes[index].unless.contains { UInt32($0) == next }
        }
    }

    /// Whether only a mark of a list stands between a mention and a name of the same level.
    func isListed(in bytes: Span<UInt8>, at start: Int, level: PlaceLevel, after before: PlaceMention?) -> Bool {
        guard let before, before.level == level else { return false }
        let gap = start - before.range.upperBound
        // 口泉乡,平旺乡,西韩岭乡: in texts with half-width marks the comma stands for 、 as well.
        if gap == 1, level == .street || level == .community, bytes[start - 1] == UInt8(ascii: ",") { return true }
        guard gap == 3 || gap == 6 else { return false }
        var key = ShortWord.none
        var position = before.range.upperBound
        while position < start {
            let (scalar, width) = bytes.scalar(at: position, end: start)
            key = key.appending(scalar)
            position += width
        }
        return Self.joints.contains(key)
    }

    private static let joints: [ShortWord] = ["、", "和", "与", "及", "以及"]

    /// The end of a street's name with the 办事处 that follows.
    func extended(_ end: Int, level: PlaceLevel, in bytes: Span<UInt8>, end limit: Int) -> Int {
        level == .street && end + 9 <= limit && bytes.has("办事处", at: end) ? end + 9 : end
    }
}
