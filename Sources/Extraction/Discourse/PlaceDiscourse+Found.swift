import Places
import Scanning

/// The names that an article gives, each searched for once, and what a name means where the article has given it before.
extension PlaceDiscourse {
    /// The names that stand in a block, as positions in `found`: an article is looked through for what it is about, and
    /// then read, and its names are searched for once.
    mutating func namesFound(in range: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
        foundIn[range] ?? findNames(in: range, text)
    }

    private mutating func findNames(in range: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
        var all: [PlaceMention] = []
        swap(&all, &spare)
        defer { swap(&all, &spare) }
        all.removeAll(keepingCapacity: true)
        recognized.appendMentions(in: range, to: &all, tools.recognizer, text)
        // Asked here as well, for the call has the whole discourse copied.
        if !isNational { insertBareCounties(in: range, into: &all, text) }
        if all.count > 1 {
            joinDistantShortNames(&all, text)
            joinBranches(&all, text)
        }
        let first = found.count
        let isOfWideRegion = isOfWideRegion
        /// The last mention of the chain that is looked at.
        var last = -1
        // Whether that chain is a name of something else.
        var isOther = false
        for (index, mention) in all.enumerated() {
            if index > last {
                last = index
                while last + 1 < all.count, all[last + 1].link == .narrows { last += 1 }
                // “昆明五华警方”, 大同市平城区分公司: the whole chain belongs to the name.
                isOther =
                    tools.isQuotedName(mention, text) || tools.isPartOfName(all[last], text)
                    || tools.isInFirmName(all[last], text)
                    || !resolver.mayLieInRegion(all[last]) && !isCityBody(mention, before: all, in: range, text)
                        && (tools.isInBodyName(all[last], text) || text.has("分局", at: all[last].range.upperBound))
            }
            if isOther { continue }
            if mention.level == .estate, mention.form == .unlisted {
                if let home = home(of: mention, behind: found[first...].last, text) { found.append(home) }
                continue
            }
            // 西北各省区都有: a bulletin of one place is about no region.
            if !isOfWideRegion, tools.isRegion(mention) { continue }
            // 顿涅茨克市|西南约100公里: in which direction; 广西|中部地区: a part of what stands before it, but 英国英格兰
            if tools.isRegion(mention), case let start = mention.range.lowerBound,
                PlaceDiscourse.divisions.ends(in: text, at: start)
                    || index > 0 && all[index - 1].range.upperBound == start
                        && PlaceDiscourse.sides.begins(in: text, at: start)
            {
                continue
            }
            guard !tools.isNoName(mention, text), !tools.isAcrossWords(mention, in: range, text),
                !tools.isQuotedName(mention, text),
                index < last || !tools.isPartOfPort(mention, text)
            else {
                continue
            }
            if tools.isQuarter(mention, text), !tools.isScene(quarter: mention, in: range, text) {
                if quarters.count < PlaceDiscourse.mostKept { quarters.append(mention.range) }
                continue
            }
            switch mention.form {
            case .full:
                note(mention, text)
                found.append(mention)
            case .short:
                if isCalledHere(mention, text) || isStreetHere(mention, text) { continue }
                found.append(mention)
            case .unlisted:
                guard !isOfCity(mention, text), let moved = PlaceDiscourse.behindMove(mention, text) else { continue }
                let mention = shortened(moved, text)
                note(mention, text)
                found.append(mention)
            }
        }
        insertBareNames(in: range, from: first, text)
        foundIn[range] = first..<found.count
        return first..<found.count
    }

    /// 大同市市场监管局检查食堂120家，其中平城区45家: whether a body of the city in which the region lies does what parts are told
    /// of by county, so that the whole is the city's.
    @inline(__always)
    private func isCityBody(
        _ mention: PlaceMention, before all: [PlaceMention], in range: Range<Int>, _ text: Span<UInt8>
    ) -> Bool {
        guard mention.form == .full, mention.level == .prefecture, let place = mention.place,
            resolver.isRelated(place, to: resolver.region), tools.opensClause(mention.range.lowerBound, in: range, text)
        else { return false }
        return tools.isOffice(behind: mention.range.upperBound, text)
            && all.contains { $0.level == .county && text.has("其中", before: $0.range.lowerBound) }
    }

    private static let divisions: WordList = ["市", "县", "区", "镇", "村", "城"]
    private static let sides: WordList = ["东部", "西部", "南部", "北部", "中部", "中西部", "中东部"]

    static let moves: [StaticString] = [
        "摆进", "摆到", "办进", "办到", "搬进", "搬到", "开进", "开到", "送进", "送到", "走进", "引进", "请进", "请到", "建到", "建进", "驶进", "迁到",
        "植入", "住进", "搬入", "迁入", "来到", "回到",
    ]

    /// What only says what kind of village it is: 走进古村, 搬进山村.
    private static let villageKinds: [StaticString] = [
        "山", "古", "老", "小", "大", "全", "各", "该", "本", "邻", "农", "乡", "渔", "外",
    ]

    /// What may stand behind a month, a day or an hour; 中, 前 and 后 are not among them, for names begin so (3月|中山路社区).
    private static let partsOfTime: WordList = ["份", "底", "初", "末", "起", "晚", "许"]
    private static let daysOfWeek: WordList = ["一", "二", "三", "四", "五", "六", "日", "天"]

    /// 4月份|何家堡村, 3月2日晚|柳航里社区, 上周五|柳航里社区: where a name begins behind one character that says which part of a time it
    /// was, or which day of the week.
    private static func behindTime(_ start: Int, _ text: Span<UInt8>) -> Int? {
        guard start > 3 else { return nil }
        if daysOfWeek.begins(in: text, at: start), text.has("周", before: start) || text.has("星期", before: start) {
            return start + 3
        }
        guard partsOfTime.begins(in: text, at: start), text[start - 4] < 0x80,
            (["月", "年", "日", "时"] as [StaticString]).contains(where: { text.has($0, before: start) })
        else { return nil }
        return start + 3
    }

    /// 招聘会摆进|西机社区, 其中|北苑社区: a verb of moving ends before the name of where something is moved, and 其中 before any.
    ///
    /// - Returns: the mention that begins behind the verb; `nil` where only a kind of village stands there.
    private static func behindMove(_ mention: PlaceMention, _ text: Span<UInt8>) -> PlaceMention? {
        guard mention.name.count >= 9 else { return mention }
        // 其中|北苑社区, and no 中北苑社区
        if text.has("其中", at: mention.name.lowerBound - 3) {
            return mention.beginning(at: mention.name.lowerBound + 3, link: .none)
        }
        if let start = behindTime(mention.name.lowerBound, text) { return mention.beginning(at: start, link: .none) }
        // 搬进|赵村: so it does before a village that is called by one character.
        if mention.name.count == 9 {
            guard text.has("村", at: mention.name.upperBound),
                moves.contains(where: { text.has($0, at: mention.name.lowerBound) })
            else { return mention }
            let name = mention.name.lowerBound + 6
            if villageKinds.contains(where: { text.has($0, at: name) }) { return nil }
            return mention.beginning(at: name, link: .none)
        }
        let moved = (mention.name.lowerBound...mention.name.upperBound - 9).last { position in
            moves.contains { text.has($0, at: position) }
        }
        // 柜台搬到|集镇: a word, and no name
        if let moved, mention.range.upperBound - moved - 6 <= 6, mention.level == .street { return nil }
        return moved.map { mention.beginning(at: $0 + 6, link: .none) } ?? mention
    }

    /// 沙桥河|柳林江街道 where the article has named 柳林江街道: a name that nobody lists begins where it began before.
    @inline(__always)
    private func shortened(_ whole: PlaceMention, _ text: Span<UInt8>) -> PlaceMention {
        let name = whole.name.lowerBound + (tools.adverbBefore(whole, text) ?? 0)
        let isOnly =
            name > whole.name.lowerBound
            && (!text.has("光", at: whole.name.lowerBound)
                || unlisted.contains { isSame($0.range, name..<whole.range.upperBound, text) })
        let mention = isOnly ? whole.beginning(at: name, link: .none) : whole
        guard mention.level == .street || mention.level == .community, mention.name.count >= 9
        else { return mention }
        for known in unlisted
        where known.level == mention.level && known.range.count < mention.range.count && known.name.count >= 6 {
            let start = mention.range.upperBound - known.range.count
            // 溪区柏堤街道, and then 北陶里街道 behind 锦溪区: what is known is longer than the name itself
            guard start > mention.name.lowerBound else { continue }
            if mention.name.count >= 12 && known.range.count + 6 <= mention.range.count
                || mention.link == .none && tools.isLead(mention.name.lowerBound..<start, text),
                isSame(known.range, start..<mention.range.upperBound, text)
            {
                return mention.beginning(at: start, link: .none)
            }
        }
        return mention
    }

    /// Whether the text is of the country or of a province, or of nobody knows where.
    private var isOfWideRegion: Bool { isNational || resolver.level(of: resolver.region) <= .province }

    private mutating func note(_ mention: PlaceMention, _ text: Span<UInt8>) {
        noteListedStreet(mention, text)
        guard mention.form == .unlisted, mention.level == .street || mention.level == .community,
            mention.name.count >= 6 || mention.link == .narrows, unlisted.count < PlaceDiscourse.mostKept
        else { return }
        unlisted.append(mention)
        unlistedFirsts |= PlaceDiscourse.firstBit(at: mention.name.lowerBound, text)
    }

    /// 韩森寨街道…。韩森寨|辖区面积…: a listed street may go on by its own name alone.
    private mutating func noteListedStreet(_ mention: PlaceMention, _ text: Span<UInt8>) {
        guard mention.form == .full, mention.level == .street, mention.range.count >= 12,
            text.has("街道", before: mention.range.upperBound), unlisted.count < PlaceDiscourse.mostKept
        else { return }
        var street = mention
        street.name = mention.range.lowerBound..<mention.range.upperBound - 6
        unlisted.append(street)
        unlistedFirsts |= PlaceDiscourse.firstBit(at: street.name.lowerBound, text)
    }

    private func isSame(_ one: Range<Int>, _ other: Range<Int>, _ text: Span<UInt8>) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { text[$0] == text[$1] }
    }

    private static let villageBodies: WordList = ["党支部", "党总支", "村委会", "村支书", "村民", "村“两委”", "“两委”", "村集体", "党员"]

    /// 清园社区清园佳苑小区…。清园佳苑小区建于1996年: an estate means the community behind which the article has named it.
    private mutating func home(
        of estate: PlaceMention, behind before: PlaceMention?, _ text: Span<UInt8>
    ) -> PlaceMention? {
        let isBehindTown =
            estate.link == .narrows
            && before.map {
                $0.level == .street && $0.range.upperBound == estate.range.lowerBound
                    && (text.has("镇", before: $0.range.upperBound) || text.has("乡", before: $0.range.upperBound))
            } ?? false
        if text.has("新村", before: estate.range.upperBound),
            isBehindTown
                || estate.name.count >= 6 && PlaceDiscourse.villageBodies.begins(in: text, at: estate.range.upperBound)
        {
            // 黄花镇|黄龙新村: the village of a township may be called new.
            var village = estate
            village.level = .community
            if estates.count < PlaceDiscourse.mostKept { estates.append((estate.range, village)) }
            return village
        }
        if estate.link == .narrows, let before, before.level == .community,
            before.range.upperBound == estate.range.lowerBound
        {
            if estates.count < PlaceDiscourse.mostKept { estates.append((estate.range, before)) }
            return nil
        }
        // 未央区的|枣园安居小区…。枣园安居小区建于1997年, in news of a city; 永泰街道|御泉家园
        if let before, before.level == .county && resolver.level(of: resolver.region) <= .prefecture,
            before.range.upperBound == estate.range.lowerBound
                || before.range.upperBound + 3 == estate.range.lowerBound
                    && text.has("的", before: estate.range.lowerBound)
        {
            if estates.count < PlaceDiscourse.mostKept { estates.append((estate.range, before)) }
            return nil
        }
        let known = estates.last { isSame($0.estate, estate.range, text) }
        return known?.home.standing(at: estate.range)
    }

    /// 西安|石油大学社区: the community of a university, whose own name the city begins.
    private func isCampus(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        text.has("大学", before: mention.name.upperBound) || text.has("学院", before: mention.name.upperBound)
    }

    /// 昆明市公安局|西山分局: a branch is called after the part of the city in which it works.
    private func joinBranches(_ all: inout [PlaceMention], _ text: Span<UInt8>) {
        for index in 1..<all.count
        where all[index].link == .none && all[index].level == .county && text.has("分局", at: all[index].range.upperBound)
            && all[index - 1].level == .prefecture
            && tools.isOneName(all[index - 1].range.upperBound..<all[index].range.lowerBound, text)
        {
            all[index].link = .narrows
        }
    }

    /// 忻州|窑新村社区 in a text about Datong: a short name of a place elsewhere is the beginning of the community's own.
    @inline(__always)
    private func joinDistantShortNames(_ all: inout [PlaceMention], _ text: Span<UInt8>) {
        guard resolver.place(of: resolver.region) != nil else { return }
        var index = 0
        while index + 1 < all.count {
            let (outer, inner) = (all[index], all[index + 1])
            if outer.form == .short, inner.form == .unlisted, inner.link == .narrows, inner.level >= .community,
                let place = outer.place,
                !resolver.isRelated(place, to: resolver.region) || isCampus(inner, text)
            {
                all[index + 1] = inner.beginning(at: outer.range.lowerBound, link: outer.link)
                all.remove(at: index)
            } else {
                index += 1
            }
        }
    }

    /// 西安社区邻里节 in a bulletin of a district of 西安: the communities of that city, and none of its name; 雁塔社区食堂 in one of
    /// 雁塔区 likewise.
    @inline(__always)
    private func isOfCity(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.level == .community && text.has("社区", at: mention.name.upperBound)
            && (resolver.isNameAround(mention.name, in: text)
                || mention.link == .none && resolver.isNameOfRegion(mention.name, in: text)
                    && tools.attribute(behind: mention.range.upperBound, mention.range.lowerBound..<text.count, text)
                        != nil)
    }

    /// 大同街道…。“大同议事厅”… in a bulletin of another city: the short name of a city elsewhere, by which the article has called
    /// a street or community of its own.
    @inline(__always)
    private func isCalledHere(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard let place = mention.place,
            unlistedFirsts & PlaceDiscourse.firstBit(at: mention.range.lowerBound, text) != 0,
            resolver.place(of: resolver.region) != nil, !resolver.isRelated(place, to: resolver.region)
        else { return false }
        return unlisted.contains { isSame($0.name, mention.range, text) }
    }

    /// 清远门, 玉林北街 in a bulletin of another province: a street, a gate or a bridge begins with the short name of a city far away.
    private func isStreetHere(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard let place = mention.place, resolver.listedPlace(of: resolver.region) != nil,
            !resolver.isRelated(place, to: resolver.region)
        else { return false }
        return tools.opensStreet(behind: mention.range.upperBound, text)
    }

    mutating func forgetFound() {
        estates.removeAll(keepingCapacity: true)
        quarters.removeAll(keepingCapacity: true)
        unlisted.removeAll(keepingCapacity: true)
        unlistedFirsts = 0
        found.removeAll(keepingCapacity: true)
        foundIn.removeAll()
    }
}

extension ReadingTools {
    private static let streetSides: WordList = ["东", "西", "南", "北", "中", "上", "下", "前", "后", "正", "横", "新", "老", "古"]
    private static let streetKinds: WordList = ["街", "路", "巷", "门", "桥", "里", "胡同"]
    /// What begins with the character of a street and is none: 南宁|门店, 常州|街头, 桂林|里程.
    private static let noStreets: WordList = [
        "门店", "门户", "门诊", "门票", "门槛", "街头", "街区", "街舞", "路灯", "路演", "路口", "路段", "路网", "里程", "里面", "里的", "桥下", "桥梁",
    ]

    /// Whether the kind of a street, gate or bridge stands behind the name of a place, with at most the side of it between.
    fileprivate func opensStreet(behind end: Int, _ text: Span<UInt8>) -> Bool {
        let kind = end + (ReadingTools.streetSides.match(in: text, at: end, end: text.count) ?? 0)
        return ReadingTools.streetKinds.begins(in: text, at: kind) && !ReadingTools.noStreets.begins(in: text, at: kind)
    }
}

extension ReadingTools {
    private static let quarterDeeds: WordList = [
        "应", "已", "共", "现", "将", "还", "新", "扩建", "建成", "交", "签", "完成", "启动", "腾", "拆", "迁", "清", "有", "占地", "涉及", "落户",
        "投入",
        "整治",
        "增", "实现", "累计", "今年", "去年", "目前", "率先", "试点", "引进", "入驻", "盘活", "修", "栽", "植", "铺", "敷", "设", "剩", "仅",
        "更换", "安装", "加装", "种", "打造", "推出", "举办", "开展", "组织", "发放", "出动", "打通", "划",
    ]

    private static let leads: WordList = [
        "可", "但", "连", "让", "把", "将", "请", "给", "往", "从", "跟", "按", "据", "为", "对", "使",
        "叫",
        "像", "正", "又", "也", "还", "都", "才", "便", "刚", "曾", "现", "若", "则", "且", "故", "因", "看", "听", "走",
        "进",
        "出", "访", "逛", "到", "在", "于", "至", "仅", "等", "替", "比", "帮", "靠", "用", "拿",
    ]

    /// 可|石岘村, 连|新月社区: whether a stretch before a name that the article has given is one character of grammar.
    fileprivate func isLead(_ stretch: Range<Int>, _ text: Span<UInt8>) -> Bool {
        stretch.count == 3 && ReadingTools.leads.begins(in: text, at: stretch.lowerBound)
    }

    private static let onlys: [StaticString] = ["光是", "单单", "光", "仅", "单"]
    private static let alones: WordList = ["就", "便", "一家就", "一地就", "一个社区就", "自己就"]

    /// 在建40个，单|白登社区就有16个: whether such an adverb stands before a name, and no 工单|白登社区.
    func followsOnly(_ start: Int, _ text: Span<UInt8>) -> Bool {
        ReadingTools.onlys.contains {
            text.has($0, before: start) && followsMark(start - $0.utf8CodeUnitCount, text)
        }
    }

    /// 单|白登社区|就有16个: the length of an adverb that sets a place against the others, as the one behind its name tells. So may a name
    /// begin (光华街道|就有), which the article has then never called without it.
    fileprivate func adverbBefore(_ mention: PlaceMention, _ text: Span<UInt8>) -> Int? {
        guard mention.form == .unlisted, mention.link == .none, mention.name.count >= 9,
            ReadingTools.alones.begins(in: text, at: mention.range.upperBound),
            followsMark(mention.range.lowerBound, text)
        else { return nil }
        return ReadingTools.onlys.first { text.has($0, at: mention.name.lowerBound) }?.utf8CodeUnitCount
    }

    /// 五星片区: one of the quarters into which works divide a street.
    func isQuarter(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.form == .unlisted && mention.level == .community && text.has("片区", before: mention.range.upperBound)
    }

    /// 五星片区|应签418户；在龙华片区建车位30个; 改造西桥片区的3条小巷; 完成中桥片区4万平方米楼宇盘活: whether a quarter does or has something
    /// or holds what is counted, against the name of a work in it (光熙苑片区更新, 永泰街道光熙苑片区指挥部), which the text goes on
    /// about with its street.
    fileprivate func isScene(quarter mention: PlaceMention, in range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.upperBound
        guard end < range.upperBound else { return false }
        if recognizer.isScene(quarter: mention.range, in: text) { return true }
        return (mention.link != .none || opensClause(mention.range.lowerBound, in: range, text))
            && ReadingTools.quarterDeeds.begins(in: text, at: end)
    }
}
