import Scanning

// Names that no gazetteer lists are known by their suffix; where they begin is the hard part, since Chinese puts no
// space before them: 家住永泰街道, 走访和平里社区, 推动老旧小区改造. The run of ideographs before the suffix is read from
// right to left, up to the nearest word that no name holds (place-boundaries.csv) or that may end before one
// (`soft` in place-words.csv); what is left must be two scalars or more and no word that only describes (老旧, 智慧).

extension PlaceRecognizer {
    /// Takes the unknown name that a suffix ends at a position, where there is one.
    func appendUnlisted(in bytes: Span<UInt8>, endingAt end: Int, scan: Scan, to mentions: inout [PlaceMention]) {
        let floor = last(scan, mentions)?.range.upperBound ?? scan.start
        guard let index = suffix(in: bytes, endingAt: end, floor: floor, limit: scan.end) else { return }
        let suffix = words.suffixes[index]
        let start = end - 3 * suffix.scalars
        if beginsNarrower(in: bytes, at: start, suffixEnd: end, scan: scan, mentions) { return }
        if let name = townStart(in: bytes, before: start, suffix: index, scan: scan, &mentions) {
            appendTown(in: bytes, name..<start, suffix: index, end: end, scan: scan, to: &mentions)
            return
        }
        if appendMarked(in: bytes, before: start, suffix: index, end: end, scan: scan, to: &mentions)
            || appendLonger(in: bytes, before: start, suffix: index, end: end, scan: scan, to: &mentions)
        {
            return
        }
        let before = last(scan, mentions)
        let (run, isBehind) = nameRun(in: bytes, before: start, suffix: suffix, after: before, scan: scan)
        if suffix.isWholeName, run.count == 0 || endsInVerb(run, before: 0) {
            // 大同市|高新区, 高新区新增企业…: the zone of the city has no other name.
            mentions.append(
                PlaceMention(
                    range: start..<end, name: start..<end, level: .zone, form: .unlisted,
                    link: before.map { $0.range.upperBound == start && $0.level < .zone } ?? false
                        ? .narrows : isListed(in: bytes, at: start, level: .zone, after: before) ? .lists : .none,
                    place: nil, suffix: -1, entry: -1))
            return
        }
        guard
            let length = lengthOfName(
                run, suffix: suffix, behind: before, isBehind: isBehind, in: bytes, before: start),
            !endsInListed(run, length: length, suffix: suffix, in: bytes, end: end)
        else { return }
        let isNarrower = isBehind && length == run.count || before?.range.upperBound == start - 3 * length && length > 5
        guard isNarrower || !suffix.isParented else { return }
        let name = start - 3 * (isNarrower ? length : lengthBehindCounty(run, length: length))..<start
        // 永泰街道|将建|公园3处
        if suffix.isVenue, isNarrower, holdsGrammar(run, within: length) { return }
        if suffix.isVenue, !opensClause(name.lowerBound, in: bytes, isNarrower: isNarrower, scan: scan, mentions),
            suffix.key != "片区" || !isScene(quarter: name.lowerBound..<end, in: bytes)
        {
            return
        }
        let link =
            isNarrower
            ? .narrows : linkInList(in: bytes, before: name.lowerBound, suffix: index, scan: scan, to: &mentions)
        append(in: bytes, name, suffix: index, end: end, link: link, scan: scan, to: &mentions)
        // 古店镇|上马村, but 永泰街道|党工委把|社区…
        if isNarrower, suffix.level == .community, before?.level == .street, length <= 4,
            (0..<length).allSatisfy({ !IdeographRun.particles.contains(run.word(endingBefore: $0, length: 1)) }),
            chained(run, suffix: suffix, behind: before, isBehind: isBehind) == length
        {
            mentions[mentions.count - 1].isCertain = true
        }
        // The county that nobody lists belongs to the mention all the same: the clause begins with it.
        mentions[mentions.count - 1].range =
            min(name.lowerBound, start - 3 * length)..<mentions[mentions.count - 1].range.upperBound
    }

    /// 陕西|镇安, 四川|乡城: whether the suffix begins a name that the tables have in the place right before it.
    private func beginsNarrower(
        in bytes: Span<UInt8>, at start: Int, suffixEnd end: Int, scan: Scan, _ mentions: [PlaceMention]
    ) -> Bool {
        guard end - start == 3, let before = last(scan, mentions), before.range.upperBound == start,
            before.level < .county, let inner = gazetteer.index.longestMatch(in: bytes, at: start, end: scan.end)
        else { return false }
        return inner.end > end && mayLie(entry: inner.entry, in: before)
    }

    /// What joins a name that lies in nothing before it: a list, whose members that share its suffix are taken as well.
    func linkInList(
        in bytes: Span<UInt8>, before name: Int, suffix index: Int, scan: Scan, to mentions: inout [PlaceMention]
    ) -> PlaceMention.Link {
        isListed(in: bytes, at: name, level: words.suffixes[index].level, after: last(scan, mentions))
            || appendShared(in: bytes, before: name, suffix: index, scan: scan, to: &mentions) ? .lists : .none
    }

    /// Takes a name whose bounds a mark, a numeral or a list tells: 第三社区, 泰安、光熙苑等社区, A1产业园, “云谷”产业园.
    ///
    /// - Returns: whether there is one, or none may stand there.
    private func appendMarked(
        in bytes: Span<UInt8>, before start: Int, suffix index: Int, end: Int, scan: Scan,
        to mentions: inout [PlaceMention]
    ) -> Bool {
        let suffix = words.suffixes[index]
        let before = last(scan, mentions)
        let floor = before?.range.upperBound ?? scan.start
        if let before, before.form == .short, before.level == .prefecture, before.range.upperBound == start,
            suffix.key == "县",
            !beginsCountyWord(in: bytes, at: end, limit: scan.end)
        {
            // 大同|县: a county that is one no more, called as the city is; 石林|县 is short for a listed one
            mentions.removeLast()
            append(in: bytes, before.name, suffix: index, end: end, link: before.link, scan: scan, to: &mentions)
            return true
        }
        if let name = numberedName(in: bytes, before: start, suffix: suffix, floor: floor) {
            let link: PlaceMention.Link =
                before.map { $0.range.upperBound == name && $0.level < suffix.level } ?? false ? .narrows : .none
            append(in: bytes, name..<start, suffix: index, end: end, link: link, scan: scan, to: &mentions)
            return true
        }
        if let close = listClose(in: bytes, before: start, floor: floor)
            ?? countedList(in: bytes, before: start, suffix: index, floor: floor, scan: scan, mentions)
        {
            appendList(in: bytes, closedAt: close, suffix: index, end: end, scan: scan, to: &mentions)
            return true
        }
        if suffix.level == .zone, let name = codedName(in: bytes, before: start, floor: floor) {
            let link: PlaceMention.Link = before?.range.upperBound == name ? .narrows : .none
            append(in: bytes, name..<start, suffix: index, end: end, link: link, scan: scan, to: &mentions)
            return true
        }
        if suffix.level == .zone || suffix.isVenue, let open = openQuote(in: bytes, before: start, floor: floor) {
            appendQuoted(in: bytes, open..<start, suffix: index, end: end, scan: scan, to: &mentions)
            return true
        }
        return false
    }

    /// Takes the mention right before a suffix as the beginning of a longer name: 长春|社区, 光熙苑|社区.
    private func appendLonger(
        in bytes: Span<UInt8>, before start: Int, suffix index: Int, end: Int, scan: Scan,
        to mentions: inout [PlaceMention]
    ) -> Bool {
        let suffix = words.suffixes[index]
        guard let before = last(scan, mentions),
            takesIn(before, suffix: suffix, in: bytes, gap: start)
                || before.range.upperBound == start
                    && (suffix.key == "社区" && isTownInStreet(scan, mentions)
                        || suffix.key == "街道" && isStreetOffice(before, in: bytes, to: end, limit: scan.end)),
            !suffix.isVenue
                || opensClause(before.range.lowerBound, in: bytes, isNarrower: false, scan: scan, mentions)
        else { return false }
        mentions.removeLast()
        var name = nameStart(of: before, in: bytes, scan: scan, mentions)
        if before.form == .unlisted, before.range.upperBound == start, before.link != .narrows {
            // 家住|南苑|街道, 据|赵村|街道: the whole name begins later than one scalar before 苑 or 村 may
            let run = IdeographRun(
                in: bytes, endingAt: start, floor: last(scan, mentions)?.range.upperBound ?? scan.start)
            if let length = nameLength(run, suffix: suffix, isBehind: false) {
                name = max(name, start - 3 * length)
            }
        }
        // 金家岭街道|鲁信长春社区: what the name takes in need not stand right behind the wider place, but the whole does.
        let outer = last(scan, mentions)
        let isNarrower = outer.map { $0.range.upperBound == name && $0.level < suffix.level } ?? false
        let isListed = isListed(in: bytes, at: name, level: suffix.level, after: outer)
        append(
            in: bytes, name..<start, suffix: index, end: end,
            link: isNarrower ? .narrows : isListed ? .lists : before.link, scan: scan, to: &mentions)
        return true
    }

    /// The ideographs before a suffix in which its name ends, without those that belong to a number or join the name to what
    /// stands before it, and whether they stand right behind a wider place.
    private func nameRun(
        in bytes: Span<UInt8>, before start: Int, suffix: PlaceWords.Suffix, after before: PlaceMention?, scan: Scan
    ) -> (run: IdeographRun, isBehind: Bool) {
        var run = IdeographRun(in: bytes, endingAt: start, floor: before?.range.upperBound ?? scan.start)
        func begins(with scalars: Ideographs) -> Bool {
            run.isBehindDigit(in: bytes, floor: scan.start)
                && scalars.contains(bytes.scalar(at: run.start, end: start).scalar)
        }
        func leaveOut(_ scalars: Int) {
            run = IdeographRun(in: bytes, endingAt: start, floor: run.start + 3 * scalars)
        }
        // 5月|碧鸡北街道: belong to the number before them
        if run.count > 1, begins(with: "年月日时号") { leaveOut(1) }
        // 投资6000|万元|改造工业园区: so do these, and what they count
        if suffix.level == .zone, run.count > 2, begins(with: "万亿余多元") { leaveOut(2) }
        var isBehind =
            before.map {
                run.isClosed && $0.range.upperBound == run.start && suffix.level.mayLie(in: $0.level)
            } ?? false
        if let before, !isBehind, before.range.upperBound == run.start, run.count > 1,
            run.word(endingBefore: run.count - 1, length: 1) == "和"
        {
            // 文华社区|和|龙泉社区: behind a name that is no wider one 和 joins, as it begins a name where a clause does.
            leaveOut(1)
        }
        if isBehind, run.count > 2, IdeographRun.having.contains(run.word(endingBefore: run.count - 1, length: 1)),
            !words.kinds(of: run.word(endingBefore: run.count - 2, length: 2)).contains(.part)
        {
            // 东升街道|有|花桥社区
            isBehind = false
            leaveOut(1)
        }
        if !isBehind, run.count > (suffix.level == .estate ? 1 : 2), run.isClosed,
            IdeographRun.likening.contains(run.word(endingBefore: run.count - 1, length: 1)),
            words.kinds(of: run.word(endingBefore: run.count - 2, length: 2))
                .isDisjoint(with: [.part, .hard, .honour, .soft])
        {
            // …，如|金鱼里社区, but 如意苑社区
            leaveOut(1)
        }
        return behindSpeech(run, isBehind: isBehind, suffix: suffix, in: bytes, before: start)
    }

    /// 都靠|石桥|社区, 什么都往|社区装: what of a run stands behind the last character that no name holds. A town behind its county
    /// may be called by any (中宁县喊叫水乡).
    private func behindSpeech(
        _ run: IdeographRun, isBehind: Bool, suffix: PlaceWords.Suffix, in bytes: Span<UInt8>, before start: Int
    ) -> (run: IdeographRun, isBehind: Bool) {
        guard !isBehind || suffix.level > .street else { return (run, isBehind) }
        for distance in 0..<run.count
        where words.kinds(of: run.word(endingBefore: distance, length: 1)).contains(.spoken)
            && !isInside(run, distance) && !isInside(run, distance + 1)
        {
            // 此时|金田村, 办进|西关社区: behind the word of which it is a part, or what the verb ends in
            let rest =
                (1...2).last {
                    $0 <= distance
                        && !words.kinds(of: run.word(endingBefore: distance - $0, length: $0 + 1))
                            .isDisjoint(with: [.hard, .soft])
                }
                ?? (distance > 2
                    && IdeographRun.endingVerbs.contains(run.word(endingBefore: distance - 1, length: 1)) ? 1 : 0)
            return (IdeographRun(in: bytes, endingAt: start, floor: start - 3 * (distance - rest)), false)
        }
        return (run, isBehind)
    }

    /// How many scalars before a suffix are its name, by the first rule that tells it; a stretch of a road may be longer.
    private func lengthOfName(
        _ run: IdeographRun, suffix: PlaceWords.Suffix, behind before: PlaceMention?, isBehind: Bool,
        in bytes: Span<UInt8>, before start: Int
    ) -> Int? {
        // 内乡县|锻造乡|村振兴样板
        if suffix.key == "村" && run.word(endingBefore: 0, length: 1) == "乡" || mergesDivisions(run) { return nil }
        let known =
            ethnicLength(in: bytes, before: start, suffix: suffix, behind: before)
            ?? chained(run, suffix: suffix, behind: before, isBehind: isBehind)
            ?? cityLength(run, suffix: suffix, in: bytes)
            ?? kindLength(run, suffix: suffix, isBehind: isBehind, in: bytes)
            ?? unitLength(run, suffix: suffix, in: bytes) ?? nameLength(run, suffix: suffix, isBehind: isBehind)
            ?? memberLength(run, suffix: suffix, after: before, in: bytes)
            ?? familyLength(run, suffix: suffix, in: bytes, end: start + 3 * suffix.scalars)
        return [known, roadLength(run, suffix: suffix)].compactMap(\.self).max()
    }

    private func chained(_ run: IdeographRun, suffix: PlaceWords.Suffix, behind before: PlaceMention?, isBehind: Bool)
        -> Int?
    {
        guard let before, isBehind, before.form != .short, before.level >= .county else { return nil }
        return chainedLength(run, suffix: suffix)
    }

    /// 思南县|思林土家族苗族|乡: the scalars of the name of a township that is called after those who live there, right behind its county.
    private func ethnicLength(
        in bytes: Span<UInt8>, before start: Int, suffix: PlaceWords.Suffix, behind before: PlaceMention?
    ) -> Int? {
        guard suffix.key == "乡", let before, before.level == .county, before.form == .full,
            case let gap = start - before.range.upperBound, (9...36).contains(gap), gap % 3 == 0,
            bytes.scalar(at: start - 3, end: start).scalar == "族"
        else { return nil }
        for position in stride(from: before.range.upperBound, to: start, by: 3) {
            let (scalar, width) = bytes.scalar(at: position, end: start)
            guard width == 3, scalar.isIdeograph else { return nil }
        }
        return gap / 3
    }

    /// 叶县|仙台|镇, 永泰街道|若士路|社区, 北票市|黑城子镇|和尚沟|村: the scalars of the name that fills what stands between a wider place and the
    /// suffix, though ordinary words stand in it, but for those that no name is made of there: 永泰街道|联合|社区, 平城区|老旧|社区.
    private func chainedLength(_ run: IdeographRun, suffix: PlaceWords.Suffix) -> Int? {
        guard suffix.level == .street || suffix.level == .community, !suffix.isVenue, (1...5).contains(run.count),
            !IdeographRun.particles.contains(run.word(endingBefore: run.count - 1, length: 1))
        else { return nil }
        let last = run.word(endingBefore: 0, length: 1)
        // 科技下|乡, 农民工返|乡
        if suffix.key == "乡", last.isAmong("下返回还离") { return nil }
        if run.count == 1 {
            if IdeographRun.deeds.contains(last) { return nil }
            // 永泰镇|东|村: a side
            return words.kinds(of: last).isEmpty || suffix.scalars == 1 && IdeographRun.sides.contains(last) ? 1 : nil
        }
        // 永泰街道|三个|社区, 永泰街道|六家|社区, but 永泰镇|六家|村
        if IdeographRun.measures.contains(last), last != "家" || suffix.scalars > 1,
            IdeographRun.numerals.contains(run.word(endingBefore: 1, length: 1))
        {
            return nil
        }
        for distance in 0..<run.count {
            let scalar = run.word(endingBefore: distance, length: 1)
            if scalar.isAmong("的了在到拟") { return nil }
            // 东蔡|各庄
            if distance > 0, run.word(endingBefore: distance - 1, length: 2) == "各庄" { continue }
            for length in 2...4 where distance + length <= run.count {
                let kinds = words.kinds(of: run.word(endingBefore: distance, length: length))
                guard kinds.isDisjoint(with: [.part, .tail, .honour]) else { continue }
                if kinds.contains(.soft) || kinds.contains(.generic) || kinds.contains(.weak) { return nil }
                // 永泰街道|实施|小区改造: an ordinary word is a name alone or before a character that names end in
                if kinds.contains(.hard), length + 1 != run.count { return nil }
            }
        }
        return run.count
    }

    /// 撤乡|设镇, 强村|带弱村: whether a run begins with what is done to divisions, or with a sort of them, and goes on.
    private func mergesDivisions(_ run: IdeographRun) -> Bool {
        run.count > 2 && IdeographRun.deeds.contains(run.word(endingBefore: run.count - 1, length: 1))
            && run.word(endingBefore: run.count - 2, length: 1).isAmong("村乡镇")
    }

    /// 说起变化，|苏|村党支部书记…: one scalar, where nothing but a mark stands before the family that a village is called after and a body
    /// of it behind.
    private func familyLength(
        _ run: IdeographRun, suffix: PlaceWords.Suffix, in bytes: Span<UInt8>, end: Int
    ) -> Int? {
        guard suffix.key == "村", run.count == 1, run.isClosed, end + 3 <= bytes.count,
            bytes.scalar(at: end, end: bytes.count).scalar.isAmong("党委支"),
            // 当过22年|村支书
            !run.isBehindDigit(in: bytes),
            case let family = run.word(endingBefore: 0, length: 1), words.kinds(of: family).isEmpty,
            !IdeographRun.deeds.contains(family), !IdeographRun.particles.contains(family),
            // which village it is
            !family.isAmong("前原后选美社邻")
        else { return nil }
        return 1
    }

    /// 在|建设北路|社区, 胜利东路三|社区: the scalars of a name that tells a stretch of a road, where the road is called by an
    /// ordinary word.
    private func roadLength(_ run: IdeographRun, suffix: PlaceWords.Suffix) -> Int? {
        guard suffix.level == .community || suffix.level == .street, run.count > 3 else { return nil }
        let behind = IdeographRun.numerals.contains(run.word(endingBefore: 0, length: 1)) ? 1 : 0
        let stretch = run.word(endingBefore: behind, length: 2)
        guard run.count >= behind + 4, stretch.last == "路", stretch.dropLast().isAmong(IdeographRun.sides),
            !words.kinds(of: run.word(endingBefore: behind + 2, length: 2))
                .isDisjoint(with: [.hard, .soft, .generic, .honour])
        else { return nil }
        return behind + 4
    }

    func append(
        in bytes: Span<UInt8>, _ name: Range<Int>, suffix index: Int, end: Int, link: PlaceMention.Link, scan: Scan,
        to mentions: inout [PlaceMention]
    ) {
        let level = words.suffixes[index].level
        let end = extended(end, level: level, in: bytes, end: scan.end)
        mentions.append(
            PlaceMention(
                range: name.lowerBound..<end, name: name, level: level, form: .unlisted, link: link, place: nil,
                suffix: Int8(index), entry: -1))
    }

    /// The longest suffix that ends at a position, unless what follows denies it.
    func suffix(in bytes: Span<UInt8>, endingAt end: Int, floor: Int, limit: Int) -> Int? {
        let run = IdeographRun(in: bytes, endingAt: end, floor: max(floor, end - 12))
        let group = words.groups[Int(words.endings[Int(run.word(endingBefore: 0, length: 1).last)])]
        let found = group.first { index in
            let scalars = words.suffixes[index].scalars
            return run.count >= scalars && run.word(endingBefore: 0, length: scalars) == words.suffixes[index].key
        }
        guard let found, end < limit else { return found }
        let next = bytes.scalar(at: end, end: limit).scalar
        // 湖镇|镇: a town that is called by one character and 镇; but 古店镇|镇妇联
        if words.suffixes[found].key == "镇", next == "镇", run.count == 2 { return nil }
        guard words.suffixes[found].unless.contains(where: { UInt32($0) == next }) else { return found }
        // 葛竹坪镇山背村|里，…: inside a village that is named
        if next == "里", words.suffixes[found].key == "村", run.count > 2, end + 6 <= limit,
            case let mark = bytes.scalar(at: end + 3, end: limit).scalar,
            mark == "，" || mark == "。" || mark == "、"
        {
            return found
        }
        // They make with the suffix a word that nothing follows as a name.
        guard words.suffixes[found].level == .street, !next.isAmong("村镇级政区域"),
            namesVillage(in: bytes, at: end, limit: limit)
        else { return nil }
        // 下深井乡|下堡村, 西岗镇|江屯村; behind a town of the national list whatever the village begins with: 李楼乡|土赵庄村
        let start = end - 3 * words.suffixes[found].scalars
        return next == "下" || next == "江"
            || townsBySuffix[found].map { towns.lengths(among: $0, before: start, in: bytes, floor: floor) != 0 }
                ?? false
            ? found : nil
    }

    /// 大同|县区, 大同|县域经济: whether 县 begins a word rather than ending a name.
    func beginsCountyWord(in bytes: Span<UInt8>, at end: Int, limit: Int) -> Bool {
        guard end < limit else { return false }
        return bytes.scalar(at: end, end: limit).scalar.isAmong("域级城区里委政直内属乡")
    }

    /// 下深井乡|下堡村, 西岗镇|江屯村: whether the name of a village or community begins at a position, of two or three characters.
    private func namesVillage(in bytes: Span<UInt8>, at start: Int, limit: Int) -> Bool {
        [2, 3].contains { length in
            let end = start + 3 * length
            return [3, 6].contains { width in
                guard end + width <= limit else { return false }
                let run = IdeographRun(in: bytes, endingAt: end + width, floor: start)
                return run.count == length + width / 3
                    && run.word(endingBefore: 0, length: width / 3) == (width == 3 ? "村" : "社区")
            }
        }
    }

    /// Whether a mention right before a suffix is the beginning of a longer name: 长春|社区, 光熙苑|社区, 深圳先行|示范区.
    private func takesIn(_ before: PlaceMention, suffix: PlaceWords.Suffix, in bytes: Span<UInt8>, gap start: Int)
        -> Bool
    {
        let gap = start - before.range.upperBound
        let isVenue = before.suffix >= 0 && words.suffixes[Int(before.suffix)].isVenue
        let isPart = before.form == .short || before.form == .unlisted && (before.level >= .community || isVenue)
        guard isPart, !suffix.isParented, gap >= 0, gap <= 12 else { return false }
        if gap == 0 {
            // 下庄|社区, 人民公园|社区
            let isVillage = before.suffix >= 0 && words.suffixes[Int(before.suffix)].isParented
            if isVenue { return suffix.level >= .street && suffix.level != .estate && suffix.scalars > 1 }
            return before.level != suffix.level || before.form == .short || before.level == .estate || isVillage
        }
        let run = IdeographRun(in: bytes, endingAt: start, floor: before.range.upperBound)
        guard run.count * 3 == gap, run.count <= 4 else { return false }
        // 太原|理工大学|社区
        if before.form == .short, suffix.level == .community, suffix.scalars > 1, run.count >= 2,
            case let last = run.word(endingBefore: 0, length: 2), last == "大学" || last == "学院"
        {
            return true
        }
        // 成都的|产业园
        if (0..<run.count).contains(where: { run.word(endingBefore: $0, length: 1) == "的" }) { return false }
        // 上海临港|新片区, 成都天府|新区
        if suffix.key.suffix(2) == "片区" || suffix.key == "新区" { return run.count == 1 }
        if before.form == .short, suffix.level == .zone { return true }
        return words.kinds(of: run.word(endingBefore: 0, length: run.count)).contains(.tail)
    }

    /// 漪兴|数字|产业园, 碧岩湾|新能源|电池|产业园: the scalars of a zone's name that ends in one or more ordinary words for its trade.
    private func kindLength(
        _ run: IdeographRun, suffix: PlaceWords.Suffix, isBehind: Bool, in bytes: Span<UInt8>
    ) -> Int? {
        guard suffix.level == .zone, suffix.scalars >= 3, run.count >= 4,
            // 自由贸易|试验区: a kind of zone
            (3...4).allSatisfy({
                words.kinds(of: run.word(endingBefore: 0, length: $0)).isDisjoint(with: [.weak, .generic])
            })
        else { return nil }
        var trade = 0
        for _ in 0..<3 {
            let word = (2...3).first {
                trade + $0 < run.count
                    && !words.kinds(of: run.word(endingBefore: trade, length: $0)).isDisjoint(with: [.hard, .generic])
            }
            guard let word else { return nil }
            trade += word
            // 新|能源, 新|材料
            if trade < run.count, run.word(endingBefore: trade, length: 1) == "新" { trade += 1 }
            if let length = ownLength(run, before: trade, isBehind: isBehind, in: bytes) { return length + trade }
        }
        return nil
    }

    /// 漪兴|: the scalars of the name itself that stands before the words for a trade; right behind a wider place a longer run is
    /// one (旌阳区|云岭高端|装备产业园).
    private func ownLength(
        _ run: IdeographRun, before trade: Int, isBehind: Bool, in bytes: Span<UInt8>
    ) -> Int? {
        let name = IdeographRun(in: bytes, endingAt: run.start + 3 * (run.count - trade), floor: run.start)
        guard let length = boundary(name, isBehind: isBehind),
            (2...3).contains(length) || isBehind && length == name.count && (4...5).contains(length),
            !isGrammar(name, length: length), run.isClosed || length < name.count
        else { return nil }
        let isOrdinary = (1...min(4, length)).contains {
            !words.kinds(of: name.word(endingBefore: 0, length: $0)).isDisjoint(with: [
                .generic, .weak, .hard, .ordinary,
            ])
        }
        return isOrdinary ? nil : length
    }

    /// 灞桥区、|国际港务区: the scalars of a zone's name that is an ordinary word, where it goes on a list of counties and zones.
    private func memberLength(
        _ run: IdeographRun, suffix: PlaceWords.Suffix, after before: PlaceMention?, in bytes: Span<UInt8>
    ) -> Int? {
        guard suffix.level == .zone, suffix.scalars > 2, run.isClosed, (2...3).contains(run.count), let before,
            before.level == .zone || before.level == .county, before.range.upperBound + 3 == run.start,
            bytes.scalar(at: before.range.upperBound, end: run.start).scalar == "、"
        else { return nil }
        return run.count
    }

    /// 落户|宁乡: whether the name with its suffix only ends in the short name of a county, behind another word.
    private func endsInListed(
        _ run: IdeographRun, length: Int, suffix: PlaceWords.Suffix, in bytes: Span<UInt8>, end: Int
    ) -> Bool {
        guard suffix.scalars == 1, suffix.level == .street else { return false }
        return (1...2).contains { count in
            count <= length && (count == run.count || endsInVerb(run, before: count))
                && gazetteer.index.entry(named: bytes, end - 3 * (count + 1), end) != nil
        }
    }

    /// 在|宁乡|高新区: the scalars of the short name of a county or city that a zone is called after.
    private func cityLength(_ run: IdeographRun, suffix: PlaceWords.Suffix, in bytes: Span<UInt8>) -> Int? {
        guard suffix.isOwnName, run.count >= 2 else { return nil }
        let end = run.start + 3 * run.count
        return [3, 2].first { length in
            length <= run.count && gazetteer.index.entry(named: bytes, end - 3 * length, end) != nil
        }
    }

    /// 兴|华南|苑社区: where the name begins that takes in a short one; a single scalar between a mark and it belongs to no
    /// other word.
    private func nameStart(of short: PlaceMention, in bytes: Span<UInt8>, scan: Scan, _ mentions: [PlaceMention]) -> Int
    {
        let start = short.range.lowerBound
        guard short.form == .short else { return start }
        let run = IdeographRun(
            in: bytes, endingAt: start, floor: last(scan, mentions)?.range.upperBound ?? scan.start)
        // 金家岭街道|鲁信|长春|社区: right behind a wider place two scalars as well
        let isBehind = last(scan, mentions).map { $0.range.upperBound == run.start && $0.level == .street } ?? false
        guard run.isClosed, run.count == 1 || run.count == 2 && isBehind,
            words.kinds(of: run.word(endingBefore: 0, length: run.count)).isDisjoint(with: [.soft, .hard, .generic]),
            !holdsGrammar(run, within: run.count)
        else { return start }
        return run.start
    }

    /// 岳麓|街镇简讯, 由|区镇共同安排: streets, districts and towns, and no town of that name; but 鸡街镇.
    private func isOfStreetsAndTowns(_ run: IdeographRun, length: Int, suffix: PlaceWords.Suffix) -> Bool {
        guard suffix.scalars == 1, suffix.level == .street else { return false }
        switch run.word(endingBefore: 0, length: 1) {
        case "街": return length != 2
        case "区": return length < 3
        default: return false
        }
    }

    /// The scalars of the name that a run ends with, or `nil` where it ends with none.
    private func nameLength(_ run: IdeographRun, suffix: PlaceWords.Suffix, isBehind: Bool) -> Int? {
        if let honour = honour(run, suffix: suffix) { return honour }
        if isTownship(run, suffix: suffix) { return run.count }
        guard run.count > 0, var length = boundary(run, isBehind: isBehind) ?? wholeName(run, isBehind: isBehind)
        else { return nil }
        if isOfStreetsAndTowns(run, length: length, suffix: suffix) { return nil }
        if isGrammar(run, length: length) { return nil }
        // 十四个|社区, 十六支|社区代表队: how many there are
        if length > 1, IdeographRun.measures.contains(run.word(endingBefore: 0, length: 1)),
            IdeographRun.numerals.contains(run.word(endingBefore: 1, length: 1))
        {
            return nil
        }
        // 座落于|村中
        if length > 2, IdeographRun.locating.contains(run.word(endingBefore: 0, length: 1)),
            words.kinds(of: run.word(endingBefore: 1, length: 2)).contains(.soft)
        {
            return nil
        }
        if !isBehind, length > 1, IdeographRun.locating.contains(run.word(endingBefore: length - 1, length: 1)),
            !isSurname(run, length: length)
        {
            // 坐落在|狄|村: 在, 到 and 于 begin no name.
            length -= 1
            if length == 1 { return suffix.scalars == 1 ? length : nil }
        }
        // 要|给|北苑: nor does a preposition.
        if !isBehind, length > 1, IdeographRun.handing.contains(run.word(endingBefore: 1, length: 1)),
            !words.kinds(of: run.word(endingBefore: 0, length: 2)).contains(.part)
        {
            return nil
        }
        if !isBehind, length > 2, opensNoName(run.word(endingBefore: length - 1, length: 1)),
            !words.kinds(of: run.word(endingBefore: length - 2, length: 2)).contains(.part)
        {
            length -= 1
        }
        if length > 1 {
            switch run.word(endingBefore: length - 1, length: 1) {
            // 旅游度假|区|大渔街道: what lies in a zone, whose name ends before it
            case "区" where length > 2 && length < run.count && suffix.level == .street: length -= 1
            // 陕西|最大社区: what ranks, and no name
            case "最": return nil
            // 重点|村|柳河镇: what a village is said to be before its name; but 村前镇 stands alone
            case "村" where !isBehind && length > 2 && length < run.count: length -= 1
            default: break
            }
        }
        if suffix.isVenue,
            (1...min(4, length)).contains(where: {
                !words.kinds(of: run.word(endingBefore: 0, length: $0)).isDisjoint(
                    with: $0 > 1 ? [.ordinary, .hard] : .ordinary)
            })
        {
            return nil
        }
        let isWhole = isBehind && length == run.count
        for tail in 1...min(4, length) where words.kinds(of: run.word(endingBefore: 0, length: tail)).contains(.generic)
        {
            // 桥新街道 as all that stands between two marks; 古 and 大 end names as well.
            if tail == 1, run.isClosed, length == run.count, (2...3).contains(length), suffix.scalars == 2,
                run.word(endingBefore: 0, length: 1).isAmong("新古大")
            {
                continue
            }
            // 赵家小|村
            if tail == 1, run.isClosed, length == run.count, length == 3, suffix.scalars == 1,
                run.word(endingBefore: 0, length: 1).isAmong("小大新"),
                run.word(endingBefore: 1, length: 1) == "家"
            {
                continue
            }
            // 永泰街道|何|村: the family
            if isWhole, length == 1, suffix.scalars == 1, run.word(endingBefore: 0, length: 1) == "何" { continue }
            // 龙城北街道|许坦新|社区, but 陕西省|五星级|社区
            if isWhole, tail == 1, (3...4).contains(length),
                !IdeographRun.kindEndings.contains(run.word(endingBefore: 0, length: 1))
            {
                continue
            }
            return nil
        }
        // 文明村|镇, 黄花集|镇: villages and market towns of a kind
        if suffix.key == "镇", length == 3, !isWhole,
            IdeographRun.settlements.contains(run.word(endingBefore: 0, length: 1)),
            !words.kinds(of: run.word(endingBefore: 1, length: 2)).isDisjoint(with: [.generic, .weak, .honour, .hard])
        {
            return nil
        }
        // 青岛市|级美丽乡村: of which rank something is
        if isWhole, length > 1, run.word(endingBefore: length - 1, length: 1) == "级" { return nil }
        // 园区事园区办
        if length > suffix.scalars,
            run.word(endingBefore: length - suffix.scalars, length: suffix.scalars) == suffix.key
        {
            return nil
        }
        // 李家庄街道|埠|社区: one scalar is a name right behind a wider place.
        if length == 1 {
            return isWhole && isNameAlone(run) ? length : nil
        }
        guard length <= 4 else { return length }
        let kinds = words.kinds(of: run.word(endingBefore: 0, length: length))
        // 北街社区: a quarter is called so; a street may be where nothing stands before it, or a word that ends there
        let isQuarter =
            length == 2 && isQuarter(run)
            && (suffix.level == .community || run.count == 2 && run.isClosed || endsInVerb(run, before: 2))
        if !isWhole, !isQuarter, !kinds.isDisjoint(with: [.tail, .weak, .honour]) { return nil }
        return length
    }

    /// Whether a scalar introduces what stands behind it, or turns to it: 往|光熙苑社区.
    private func opensNoName(_ scalar: ShortWord) -> Bool {
        IdeographRun.introducing.contains(scalar) || IdeographRun.turning.contains(scalar)
    }

    /// 李家庄街道|埠|社区, but 永泰镇|撤|村并居: whether the last scalar of a run may be a name right behind a wider place.
    private func isNameAlone(_ run: IdeographRun) -> Bool {
        !IdeographRun.deeds.contains(run.word(endingBefore: 0, length: 1)) && !holdsGrammar(run, within: 1)
    }

    /// 橡胶东路社区: whether a word and the part of a road that is called after it are all that stands before the suffix.
    private func isRoad(_ run: IdeographRun) -> Bool {
        run.isClosed && run.count == 4 && run.word(endingBefore: 0, length: 1) == "路"
            && IdeographRun.sides.contains(run.word(endingBefore: 1, length: 1))
            && words.kinds(of: run.word(endingBefore: 2, length: 2)).isDisjoint(with: [.soft, .generic])
    }

    /// 于家庄, 于哥庄: whether 于 at the head of a clause is the family that a village is called after.
    private func isSurname(_ run: IdeographRun, length: Int) -> Bool {
        run.isClosed && length == run.count && length > 1 && run.word(endingBefore: length - 1, length: 1) == "于"
            && run.word(endingBefore: length - 2, length: 1).isAmong("家哥庄")
    }

    /// 解放|街道, 在|团结|社区: a word that streets and communities are called after, where nothing stands before it that could
    /// take it for a word of the sentence.
    private func honour(_ run: IdeographRun, suffix: PlaceWords.Suffix) -> Int? {
        guard run.count >= 2, suffix.level == .street || suffix.level == .community,
            words.kinds(of: run.word(endingBefore: 0, length: 2)).contains(.honour)
        else { return nil }
        let isWhole = run.count == 2 && run.isClosed
        guard !isWhole else { return 2 }
        // 记者走进|团结|社区, 家住|幸福|社区
        let before = run.count > 2 ? run.word(endingBefore: 2, length: 1) : .none
        return IdeographRun.locating.contains(before) || IdeographRun.entering.contains(before) || before == "从"
            ? 2 : nil
    }

    /// 又新|镇, 如意|镇, 共和|镇: whether a name of two characters between two marks begins with one that is a word of grammar as
    /// well; none stands so before 镇 and 乡 alone.
    private func isTownship(_ run: IdeographRun, suffix: PlaceWords.Suffix) -> Bool {
        guard run.isClosed, run.count == 2, suffix.level == .street, suffix.scalars == 1,
            run.word(endingBefore: 1, length: 1).isAmong("又共如同"),
            case let last = run.word(endingBefore: 0, length: 1), !IdeographRun.settlements.contains(last)
        else { return false }
        let name = run.word(endingBefore: 0, length: 2)
        return name == "又新" || name == "共和"
            || words.kinds(of: last).isDisjoint(with: [.soft, .generic, .weak])
    }

    /// 将以|社区, 创建|村: whether a name would end in words of grammar, which stand before their object.
    private func isGrammar(_ run: IdeographRun, length: Int) -> Bool {
        guard length > 1, !words.kinds(of: run.word(endingBefore: 0, length: 2)).contains(.part) else { return false }
        let last = run.word(endingBefore: 0, length: 1)
        if IdeographRun.introducing.contains(last) || IdeographRun.reaching.contains(last) { return true }
        // 把仓库|改造成|社区食堂, 选举为: what something is made
        if last.isAmong("成为"), run.count > 2,
            !words.kinds(of: run.word(endingBefore: 1, length: 2)).isDisjoint(with: [.hard, .soft])
        {
            return true
        }
        // 周二|村, where nothing stands before it: the second family 周, and no Tuesday
        if run.isClosed, length == run.count, length == 2, run.word(endingBefore: 1, length: 1) == "周" { return false }
        // 共|建成|街道综合养老服务中心
        return (2...4).contains {
            guard $0 <= length else { return false }
            let kinds = words.kinds(of: run.word(endingBefore: 0, length: $0))
            return kinds.contains(.soft) && kinds.isDisjoint(with: [.part, .tail])
        }
    }

    /// 东街, 西街 …
    private func isQuarter(_ run: IdeographRun) -> Bool {
        run.word(endingBefore: 0, length: 1) == "街"
            && IdeographRun.sides.contains(run.word(endingBefore: 1, length: 1))
    }

    /// 走访|西街街道, 在|北街街道: whether a word of grammar ends at a distance from the end of a run.
    private func endsInVerb(_ run: IdeographRun, before distance: Int) -> Bool {
        guard run.count > distance else { return false }
        if IdeographRun.locating.contains(run.word(endingBefore: distance, length: 1)) { return true }
        return (2...4).contains {
            $0 <= run.count - distance
                && words.kinds(of: run.word(endingBefore: distance, length: $0)).contains(.soft)
        }
    }

    /// The scalars between the end of the run and the nearest word on its left that ends before a name.
    func boundary(_ run: IdeographRun, isBehind: Bool) -> Int? {
        if !isBehind, beginsWithAnd(run) { return run.count }
        // 春和路街道: one scalar before 和 is nothing that it could join
        if run.count == 3, run.isClosed, run.word(endingBefore: 1, length: 1) == "和",
            !words.kinds(of: run.word(endingBefore: 2, length: 1)).contains(.soft)
        {
            return run.count
        }
        if isSurname(run, length: run.count) || isRoad(run) { return run.count }
        // 金牛区|一心桥里|街道: right behind a wider place a word that names are taken from opens one.
        if isBehind, (3...4).contains(run.count),
            words.kinds(of: run.word(endingBefore: run.count - 2, length: 2)).contains(.honour),
            !holdsGrammar(run, within: run.count - 2)
        {
            return run.count
        }
        for distance in 0..<run.count {
            for length in stride(from: min(4, run.count - distance), through: 1, by: -1) {
                let kinds = words.kinds(of: run.word(endingBefore: distance, length: length))
                // 记者从|中山路|街道获悉, though 从中 and 从小 are words
                if length == 2, distance + 3 <= run.count,
                    run.word(endingBefore: distance + 1, length: 2) == "者从"
                {
                    return distance + 1
                }
                if kinds.contains(.hard) {
                    // 联|合金|泉岭: a word of grammar that ends inside a word stands before the name.
                    if length == 2, distance >= 1, endsInGrammar(run, before: distance + 1), !isTail(run, distance + 1)
                    {
                        return distance + 1
                    }
                    // 渭城区|税务小区: right behind a wider place an ordinary word may be a name.
                    if distance == 0, isBehind, length == run.count { return length }
                    if distance == 0, length == 2, let longer = longerName(run, than: length) { return longer }
                    // 快活里, 在|风声河, 所在的|树木塘: an ordinary word before a scalar that names end in; 服务路: and before a road
                    if distance == 1, length >= 2, let begun = opens(run, at: length + 1),
                        words.kinds(of: run.word(endingBefore: 0, length: 1)).contains(.ending)
                            || run.word(endingBefore: 0, length: 1).isAmong("路河")
                    {
                        return begun
                    }
                    // 新|开门|北: and with its side behind it
                    if distance == 1, length + 2 == run.count, length >= 2, run.isClosed,
                        IdeographRun.sides.contains(run.word(endingBefore: 0, length: 1)),
                        words.kinds(of: run.word(endingBefore: run.count - 1, length: 1)).isDisjoint(with: [
                            .soft, .hard,
                        ])
                    {
                        return run.count
                    }
                    return distance >= 2 && !isTail(run, distance) ? distance : nil
                }
                guard kinds.contains(.soft) else { continue }
                // 其中|和平社区, 当天|和畅园社区, though 中和 and 天和 are names: these are cut by no other word.
                let isUncut = length == 2 && IdeographRun.uncut.contains(run.word(endingBefore: distance, length: 2))
                guard isUncut || !isInside(run, distance) else { continue }
                // 自强|路街道: 自 in a word that streets are called after
                if length == 1, distance >= 1,
                    words.kinds(of: run.word(endingBefore: distance - 1, length: 2)).contains(.honour)
                {
                    continue
                }
                // 远近闻名的|茶|村: what kind of village it is; no name takes in 的
                if length == 1, distance == 1, run.word(endingBefore: 1, length: 1) == "的" { return nil }
                // 隔壁的|和瑞村: behind 的 there is nothing that 和 could join.
                if length == 1, distance >= 1, run.word(endingBefore: distance, length: 2) == "的和" {
                    return distance + 1
                }
                // 在|东街社区: 在, 到 and 于 stand in no name.
                if length == 1, distance >= 2,
                    IdeographRun.locating.contains(run.word(endingBefore: distance, length: 1))
                {
                    return distance
                }
                // 流转|三|村: how many villages, and none of that name
                if distance == 1, length > 1, IdeographRun.numerals.contains(run.word(endingBefore: 0, length: 1)) {
                    return nil
                }
                // 振兴和|城|镇: one scalar that makes no name leaves none.
                if distance == 1, words.kinds(of: run.word(endingBefore: 0, length: 1)).contains(.weak) { return nil }
                if distance >= 2, !isTail(run, distance) { return distance }
                // 走访慰问|西街街道
                if distance == 2, length > 1, isQuarter(run) { return distance }
            }
        }
        return run.isClosed && run.count <= 6 ? run.count : nil
    }

    /// The length of a name, where a mark stands before it, or 在, 的 or another word that names follow.
    private func opens(_ run: IdeographRun, at length: Int) -> Int? {
        guard length < run.count else { return length == run.count && run.isClosed ? length : nil }
        // 的|树木塘, 是|树木岭, 由|古树湾: and behind a preposition
        let isGrammar = run.word(endingBefore: length, length: 1).isAmong("的是由从到向对")
        return isGrammar || endsInVerb(run, before: length) ? length : nil
    }

    /// 联合 before 金泉岭: whether a word of grammar of two scalars ends at a distance from the end of a run.
    private func endsInGrammar(_ run: IdeographRun, before distance: Int) -> Bool {
        run.count >= distance + 2 && words.kinds(of: run.word(endingBefore: distance, length: 2)).contains(.soft)
    }

    /// 和阳里社区把…, 和兴路街道：: no clause begins with 和, so that it is part of the name.
    private func beginsWithAnd(_ run: IdeographRun) -> Bool {
        guard run.isClosed, (2...4).contains(run.count), run.word(endingBefore: run.count - 1, length: 1) == "和"
        else { return false }
        return !holdsGrammar(run, within: run.count - 1)
    }

    /// Whether a word of grammar stands in the last scalars of a run.
    private func holdsGrammar(_ run: IdeographRun, within count: Int) -> Bool {
        for distance in 0..<count {
            for length in 1...min(4, count - distance)
            where words.kinds(of: run.word(endingBefore: distance, length: length)).contains(.soft) { return true }
        }
        return false
    }

    /// 鹅洲街道|学堂坡|社区, 金牛区|一心桥里|街道: right behind a wider place a short run is a name even where ordinary words
    /// stand in it, but for words of grammar.
    private func wholeName(_ run: IdeographRun, isBehind: Bool) -> Int? {
        guard isBehind, (3...4).contains(run.count), !holdsGrammar(run, within: run.count) else { return nil }
        return run.count
    }

    /// 浏|正桥, 举办|浏|正桥: an ordinary word at the end of a longer name, where one or two scalars before it belong to no
    /// other word.
    private func longerName(_ run: IdeographRun, than length: Int) -> Int? {
        for count in (length + 1)...(length + 2) where count <= run.count {
            let extra = words.kinds(of: run.word(endingBefore: length, length: count - length))
            guard !extra.contains(.soft), !extra.contains(.hard) else { return nil }
            if count == run.count { return run.isClosed ? count : nil }
            // 在|天府|国际社区, 最多的是|天府|国际社区
            if count - length == 2, extra.isDisjoint(with: [.generic, .weak]),
                case let before = run.word(endingBefore: count, length: 1),
                IdeographRun.locating.contains(before) || before == "是"
            {
                return count
            }
            for word in 2...4 where count + word <= run.count {
                // 打通|铁|山里: a listed word before it, or one that names may follow
                let kinds = words.kinds(of: run.word(endingBefore: count, length: word))
                if kinds.contains(.hard) || kinds.contains(.soft) { return count }
            }
        }
        return nil
    }

    private func isTail(_ run: IdeographRun, _ length: Int) -> Bool {
        length <= 4 && words.kinds(of: run.word(endingBefore: 0, length: length)).contains(.tail)
    }

    /// Whether a word that no boundary cuts spans a place of the run: 和|平里.
    private func isInside(_ run: IdeographRun, _ distance: Int) -> Bool {
        for length in 2...3 {
            for right in 1..<length where distance >= right && distance - right + length <= run.count {
                if words.kinds(of: run.word(endingBefore: distance - right, length: length)).contains(.part) {
                    return true
                }
            }
        }
        return false
    }
}
