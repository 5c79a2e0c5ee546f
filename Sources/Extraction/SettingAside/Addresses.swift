import Facts
import Scanning

/// Numbers of lines, roads, houses and schools.
extension SettingAside {
    /// `1号线`, `331国道`, `312路`, `3号楼`, `12栋`: lines, roads, houses.
    func roadOrLine(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        building(site, text) ?? roadOrPhase(site, text) ?? houseOrLine(site, text)
    }

    /// `3-5号楼`, `7楼住户`, `3栋2单元`: a building by its number, and a floor or a stairway of it.
    private func building(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        if let quantity = site.quantity, quantity.rule == .range, quantity.unit == nil,
            site.has("号", text, at: quantity.end)
        {
            // 3-5号楼
            return Verdict(start: run.start, end: quantity.end, reason: .name, rule: "name.numbered")
        }
        if site.isFollowed(by: .numberSigns, text) {
            let contact = site.isPreceded(by: .roads, text)
            return Verdict(start: run.start, end: run.end, reason: contact ? .contact : .name, rule: "name.numbered")
        }
        if site.unit.contains(.floor) || site.quantity?.unit == nil && site.has("楼", text, at: run.end),
            !site.isPreceded(by: .buildings, text)
                || site.kind(text, before: run.start - 3)?.startsNumeral ?? false
        {
            // 7楼住户, 3栋7楼: which floor, not how many
            return Verdict(start: run.start, end: site.end, reason: .contact, rule: "name.house")
        }
        if site.isFollowed(by: .numberedBuildings, text) {
            let after = run.end + (site.has("号楼", text, at: run.end) ? 6 : 3)
            if site.kind(text, at: after)?.startsNumeral ?? false && namesDoor(behind: after, site, text)
                || site.has(.partsOfBuilding, text, at: after)
            {
                return Verdict(start: run.start, end: after, reason: .contact, rule: "name.house")
            }
        }
        return nil
    }

    /// `迎宾三街`, `东六环`, `东二道巷`, `二期工程`: a road, or which part of a work it is.
    private func roadOrPhase(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        if !run.hasDigit, site.kind(text, before: run.start) == .other, site.quantity?.scalars == 1,
            site.isFollowed(by: .numberedRoads, text), !site.has("分", text, before: run.start),
            !site.isFollowed(by: .roadWords, text)
        {
            // 纺四路, 迎宾三街
            return Verdict(start: run.start, end: run.end + 3, reason: .name, rule: "name.house")
        }
        if !run.hasDigit, site.quantity?.scalars == 1, site.has("环", text, at: run.end),
            !site.has("环节", text, at: run.end)
        {
            // 东六环, 三环沿线: a ring road
            return Verdict(start: run.start, end: run.end + 3, reason: .name, rule: "name.house")
        }
        if !run.hasDigit, site.quantity?.scalars == 1, site.has("期", text, at: run.end),
            site.has(.builtInPhases, text, at: run.end + 3) || site.isPreceded(by: .phased, text)
                || site.kind(text, at: run.end + 3) == .pause
        {
            // 二期工程: which of them
            return Verdict(start: run.start, end: run.end + 3, reason: .ordinal, rule: "ordinal.phase")
        }
        if site.unit.contains(.lane), site.has(.lanes, text, at: site.end) {
            // 东二道巷
            return Verdict(start: run.start, end: site.end, reason: .name, rule: "name.house")
        }
        return nil
    }

    /// `312路`, `1号线`, `408室`: a line, a house or a room, and the stars of an hotel.
    private func houseOrLine(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        if site.isFollowed(by: .houses, text), site.isPreceded(by: .dwelling, text) {
            return Verdict(start: run.start, end: run.end + 3, reason: .contact, rule: "name.house")
        }
        if site.isFollowed(by: .numberedWays, text),
            site.has("单元", text, at: run.end) ? run.hasDigit : !run.hasDigit
        {
            return Verdict(start: run.start, end: run.end, reason: .contact, rule: "name.house")
        }
        if site.has("星级", text, at: run.end) {
            return Verdict(start: run.start, end: run.end + 6, reason: .structure, rule: "structure.class")
        }
        if run.hasDigit, run.end - run.start == 3,
            site.has("室", text, at: run.end) || site.has("办公室", text, at: run.end)
        {
            return Verdict(start: run.start, end: run.end, reason: .contact, rule: "name.house")
        }
        if site.isFollowed(by: .lines, text) || run.hasDigit && site.isPreceded(by: .beforeLines, text) {
            return Verdict(start: run.start, end: run.end, reason: .name, rule: "name.numbered")
        }
        // 清理楼栋462栋: the noun, and no number of a house
        // 12个小区96栋共2150户: so many of those counted before
        if run.hasDigit, site.isFollowed(by: .rooms, text), !site.has("楼栋", text, before: run.start),
            !site.has("个小区", text, before: run.start), !site.has("栋共", text, at: run.end),
            site.isPreceded(by: .beforeRooms, text)
        {
            return Verdict(start: run.start, end: run.end, reason: .contact, rule: "name.house")
        }
        return nil
    }

    /// Whether the numeral behind a house is a door or a stairway of it: 3栋2单元, 5栋301, against 5栋14个单元, which counts both,
    /// and 3栋18层住宅楼, which tells how high they are.
    private func namesDoor(behind start: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        var position = start
        while site.kind(text, at: position)?.startsNumeral ?? false { position += text.scalar(at: position).length }
        if site.has("层", text, at: position) {
            return !site.has("的", text, at: position + 3)
                && !SettingAside.builtKinds.begins(in: text, at: position + 3)
        }
        return !SettingAside.tallied.begins(in: text, at: position)
    }

    private static let tallied: WordList = [
        "个", "户", "套", "间", "家", "人", "名", "处", "部", "万", "余", "多", "平方米", "台", "盏",
    ]

    private static let builtKinds: WordList = [
        "住宅", "高层", "小高层", "楼", "建筑", "厂房", "洋房", "板楼", "居民楼", "标准", "安置", "商住", "民房", "小楼", "公寓", "办公",
        "学生公寓", "宿舍", "食堂", "教学楼", "综合楼", "门面", "商铺", "框架", "砖混", "民宅", "自建房",
    ]

    private static let behindSchools: WordList = [
        "改扩建", "扩建", "改建", "新建", "东校", "西校", "南校", "北校", "分校", "校区", "新校", "校园", "教学楼", "学生", "老师", "门口", "附近", "旁",
        "初中", "高中",
    ]

    /// Whether what stands behind 36中 shows that it names a school: 36中、37中改扩建.
    private func closesSchool(behind position: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        switch site.kind(text, at: position) {
        case nil, .pause, .clauseEnd, .sentenceEnd, .closeBracket, .closeQuote: true
        default: SettingAside.behindSchools.begins(in: text, at: position)
        }
    }

    /// `平城区45校`, `大同三中`: a school or a works that is called by its number.
    func schoolOrHouse(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        if site.run.hasDigit, site.run.end - site.run.start <= 3, site.quantity?.unit == nil,
            site.has("中", text, at: site.run.end), closesSchool(behind: site.run.end + 3, site, text)
        {
            return Verdict(start: site.run.start, end: site.run.end, reason: .name, rule: "name.school")
        }
        guard site.isFollowed(by: .schools, text),
            let quantity = site.quantity,
            !site.unit.contains(.institution)
        else { return nil }
        if site.isFollowed(by: .schoolWords, text) {
            guard site.isFollowed(by: .wholeSchools, text) else { return nil }
        }
        let before = site.kind(text, before: site.run.start)
        guard before == .other, quantity.value < Number(1000) else { return nil }
        guard site.isPreceded(by: .beforeSchools, text) else { return nil }
        return Verdict(start: site.run.start, end: site.run.end, reason: .name, rule: "name.school")
    }
}
