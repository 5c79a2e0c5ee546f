import Facts
import Scanning

/// Names, sizes and stretches that hold a number and count nothing.
extension SettingAside {
    /// `84消毒液`, `265网格工作法`, `12座巴士`, `八人桌`, `18位编码`: what a number tells of one thing of its kind.
    func calledByNumber(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        if run.hasDigit, site.has("消毒", text, at: run.end), site.quantity?.unit == nil {
            return Verdict(start: run.start, end: run.end, reason: .name, rule: "name.product")
        }
        guard let quantity = site.quantity else { return nil }
        if run.hasDigit, run.end - run.start >= 3, !site.hasMultiplier(text), isMethod(behind: run.end, site, text) {
            return Verdict(start: run.start, end: run.end, reason: .name, rule: "name.method")
        }
        let fits =
            site.has("人桌", text, at: run.end) || site.has("人座", text, at: run.end) || site.has("人间", text, at: run.end)
            || site.has("座", text, at: run.end) && isVehicle(behind: run.end + 3, site, text)
            || run.hasDigit && site.has("位", text, at: run.end) && SettingAside.codes.begins(in: text, at: run.end + 3)
        if fits, quantity.value < Number(100) {
            return Verdict(start: run.start, end: max(run.end, quantity.end), reason: .name, rule: "name.size")
        }
        return nil
    }

    private static let codes: WordList = ["编码", "数字", "密码", "号码", "代码", "身份证", "识别码", "验证码", "编号"]

    private static let methods: WordList = ["工作法", "模式", "机制", "体系", "工作制度", "工程", "行动计划", "行动", "工作体系"]

    /// Nouns and no measure word up to 工作法 or 模式: 265网格工作法, 1365基层治理模式.
    private func isMethod(behind start: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        var position = start
        var scalars = 0
        while scalars < 9, site.kind(text, at: position) == .other {
            if SettingAside.methods.begins(in: text, at: position) {
                return scalars != 1
                    && (scalars < 5 && site.has("工作法", text, at: position) || site.quantity?.unit == nil)
            }
            position += text.scalar(at: position).length
            scalars += 1
        }
        return false
    }

    private static let vehicles: WordList = ["车", "巴士", "轿", "客船", "游船", "快艇"]
    private static let seatless: WordList = ["停", "洗", "候", "自行"]
    private static let garages: WordList = ["车站", "车库", "车位", "车场", "车棚", "车间", "车道", "车辆段", "车行", "车桥"]

    /// 7座电动巡逻车, 12座和18座中型巴士: seats, up to the noun for what has them; 3座停车场 are built.
    private func isVehicle(behind start: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        var position = start
        var scalars = 0
        while scalars < 12, let kind = site.kind(text, at: position),
            kind == .other || kind.startsNumeral || kind == .pause
        {
            if SettingAside.vehicles.begins(in: text, at: position) {
                // 停车楼, 洗车房, 候车亭: 车 ends no noun there. 22座电动自行车换电站: nobody sits in what has no seats.
                return !SettingAside.garages.begins(in: text, at: position)
                    && !SettingAside.seatless.ends(in: text, at: position)
            }
            position += text.scalar(at: position).length
            scalars += 1
        }
        return false
    }

    private static let ways: WordList = ["路", "街", "道", "巷", "里"]
    private static let lanes: WordList = ["南", "北", "东", "西", "关", "巷", "里", "街", "胡同"]
    private static let passages: WordList = ["道路", "街", "路", "巷", "道", "河", "线", "主", "通道", "管", "沟", "支", "胡同", "横"]
    private static let villages: WordList = [
        "桥", "庙", "河", "屯", "铺", "店", "村", "庄", "堡", "沟", "塘", "湾", "坡", "坪", "岗", "营", "墩", "街", "亭",
    ]
    private static let sides: WordList = [
        "东侧", "西侧", "南侧", "北侧", "两侧", "附近", "对面", "门口", "周边", "前坪", "楼下", "楼前", "楼后", "门前",
    ]

    /// `昌明路二段`, `柳巷南三条`, `三里桥`, `105所东侧`: a number in the name of a way or a place.
    func placeByNumber(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        let before = site.kind(text, before: run.start)
        if run.hasDigit, site.has("层", text, at: run.end), site.has("在", text, before: run.start) {
            // 在1层的商铺: which floor
            return Verdict(start: run.start, end: run.end + 3, reason: .contact, rule: "name.house")
        }
        if let verdict = distance(site, text) { return verdict }
        if site.has("街坊", text, at: run.end), !run.hasDigit, site.quantity?.qualifier == .exact {
            // 华山十七街坊
            return Verdict(start: run.start, end: run.end + 6, reason: .name, rule: "name.place")
        }
        if run.hasDigit, run.end - run.start >= 3, site.has("社区", text, at: run.end), !site.hasMultiplier(text),
            site.quantity?.qualifier == .exact
        {
            // 3402社区: communities are counted with 个.
            return Verdict(start: run.start, end: run.end + 6, reason: .name, rule: "name.place")
        }
        if run.hasDigit, let end = siteEnd(behind: run, site, text) {
            return Verdict(start: run.start, end: end, reason: .name, rule: "name.place")
        }
        if run.hasDigit {
            guard let quantity = site.quantity, before != .digit,
                site.has("所", text, at: run.end) || site.has("栋", text, at: run.end)
                    || site.has("厂", text, at: run.end),
                SettingAside.sides.begins(in: text, at: run.end + 3), quantity.end == run.end + 3
            else { return nil }
            // 105所东侧, 广场6栋前坪
            return Verdict(start: run.start, end: quantity.end, reason: .contact, rule: "name.house")
        }
        guard run.end - run.start == 3, !text.has("两", at: run.start), site.quantity?.upper == nil else { return nil }
        if site.has("里", text, at: run.end), SettingAside.villages.begins(in: text, at: run.end + 3) {
            return Verdict(start: run.start, end: run.end + 3, reason: .name, rule: "name.place")
        }
        guard before == .other else { return nil }
        let isStretch =
            site.has("段", text, at: run.end)
            && SettingAside.ways.ends(in: text, at: run.start, floor: site.sentence.lowerBound)
        let isLane =
            site.has("条", text, at: run.end)
            && SettingAside.lanes.ends(in: text, at: run.start, floor: site.sentence.lowerBound)
            && !SettingAside.passages.begins(in: text, at: run.end + 3) && site.kind(text, at: run.end + 3) == .other
        guard isStretch || isLane else { return nil }
        return Verdict(start: run.start, end: run.end + 3, reason: .name, rule: "name.house")
    }

    /// `以北100米处`: how far off something lies, which is no size of anything.
    private func distance(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.dimension == .length, let quantity = site.quantity, site.has("处", text, at: quantity.end),
            !site.has("处置", text, at: quantity.end), !site.has("处理", text, at: quantity.end)
        else { return nil }
        return Verdict(start: site.run.start, end: quantity.end, reason: .contact, rule: "contact.distance")
    }

    private static let sites: WordList = ["文创园", "创意园", "产业园", "艺术区", "工场", "创意工厂", "文化园", "街区"]

    /// `23街坊`, `1898文创园`: where a number without a measure word is the beginning of a site's name, the end of the name.
    private func siteEnd(behind run: NumeralRun, _ site: NumeralSite, _ text: Span<UInt8>) -> Int? {
        if site.has("街坊", text, at: run.end) { return run.end + 6 }
        guard run.end - run.start >= 3, site.quantity.map({ $0.unit == nil }) ?? true else { return nil }
        var position = run.end
        var scalars = 0
        while scalars < 4, site.kind(text, at: position) == .other {
            if let length = SettingAside.sites.match(in: text, at: position, end: site.sentence.upperBound) {
                return position + length
            }
            position += text.scalar(at: position).length
            scalars += 1
        }
        return nil
    }

    private static let sectorEnds: WordList = [
        "生", "品", "业", "能", "量", "值", "地", "权", "妇", "后", "假", "房", "出", "销", "前", "科",
    ]

    /// `一产项目3个`: 一产, 二产 and 三产 are the sectors of the economy.
    func sector(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        guard !run.hasDigit, run.end - run.start == 3, site.has("产", text, at: run.end),
            let digit = NumberReader.hanDigit(text.scalar(at: run.start).value), (1...3).contains(digit),
            !text.has("两", at: run.start), !SettingAside.sectorEnds.begins(in: text, at: run.end + 3)
        else { return nil }
        return Verdict(start: run.start, end: run.end, reason: .name, rule: "name.sector")
    }

    private static let campaigns: WordList = ["大干", "苦干", "决战", "冲刺", "奋战"]
    private static let efforts: WordList = ["的努力", "的不懈", "的共同", "的奋战", "的连续", "的持续", "努力"]
    private static let exceeding: WordList = ["过", "超", "逾", "超过"]
    private static let sizedFirms: WordList = ["企业", "项目", "产业", "园区", "村", "乡镇", "集群", "商圈", "楼宇", "大户", "工业企业", "的"]
    private static let soon: WordList = ["马上", "快", "今年", "都", "已经", "今年都", "快要"]
    private static let endings: WordList = ["啦", "了", "多啦", "多了", "喽"]

    /// `大干六十天`, `2天2夜`, `经过4天的努力`, `开业至今快9个月了`, `每3天`: how long, as a manner or a base and no result.
    func stretchOfManner(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard let quantity = site.quantity else { return nil }
        let run = site.run
        if site.has("夜", text, at: run.end), site.has("天", text, before: run.start),
            site.kind(text, before: run.start - 3)?.startsNumeral ?? false
        {
            return Verdict(start: run.start, end: run.end + 3, reason: .phrase, rule: "phrase.days-and-nights")
        }
        guard site.unit.contains(.span) else { return nil }
        let isDays = text.has("天", before: quantity.end)
        let isWithNights =
            isDays && site.kind(text, at: quantity.end)?.startsNumeral ?? false
            && site.has("夜", text, at: quantity.end + text.scalar(at: quantity.end).length)
        let isCampaign =
            isDays && SettingAside.campaigns.ends(in: text, at: run.start, floor: site.sentence.lowerBound)
        // 经过4天的努力, against 经过6个多月的施工, which tells how long the work took
        let isPassed =
            site.has("经过", text, before: run.start) && SettingAside.efforts.begins(in: text, at: quantity.end)
        let isSince =
            site.has("了", text, at: quantity.end)
            && (site.has("至今快", text, before: run.start) || site.has("至今已", text, before: run.start)
                || site.has("至今已有", text, before: run.start) || site.has("至今近", text, before: run.start))
        if isWithNights || isCampaign {
            return Verdict(start: run.start, end: quantity.end, reason: .phrase, rule: "phrase.days-and-nights")
        }
        if isPassed || isSince || isBehindEvery(site, text) && quantity.upper == nil {
            return Verdict(start: run.start, end: quantity.end, reason: .date, rule: "date.span")
        }
        return nil
    }

    /// 每3天, 每隔3天: whether 每 stands right before the numeral.
    private func isBehindEvery(_ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        site.has("每", text, before: site.run.start) || site.has("每隔", text, before: site.run.start)
    }

    /// `每10户设1名楼栋长`: of how many each there is so much, where another figure follows in the clause.
    func base(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        if let quantity = site.quantity, site.run.hasDigit, quantity.value == Number(1), site.dimension == .time,
            costs(behind: quantity.end, site, text)
        {
            // 1小时收费2元
            return Verdict(start: site.run.start, end: quantity.end, reason: .condition, rule: "condition.base")
        }
        guard let quantity = site.quantity, quantity.unit != nil, quantity.upper == nil, !quantity.isBareMultiplier,
            site.run.hasDigit || quantity.value > Number(1), isBehindEvery(site, text)
        else { return nil }
        var position = max(quantity.end, site.run.end)
        var scalars = 0
        while scalars < 12, let kind = site.kind(text, at: position), kind == .other || kind.startsNumeral {
            if kind.startsNumeral {
                return Verdict(
                    start: site.run.start, end: quantity.end, reason: .condition, rule: "condition.base")
            }
            position += text.scalar(at: position).length
            scalars += 1
        }
        return nil
    }

    private static let elders: WordList = ["老人", "老年人", "高龄", "的老人", "的老年人", "的高龄", "长者", "的长者"]

    /// Whether a sum of money stands at most four characters behind: 收费2元, 才2元.
    private func costs(behind start: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        var position = start
        var scalars = 0
        while scalars < 5, site.kind(text, at: position) == .other {
            position += text.scalar(at: position).length
            scalars += 1
        }
        let number = position
        while site.kind(text, at: position) == .digit || site.has(".", text, at: position) {
            position += text.scalar(at: position).length
        }
        return position > number && (site.has("元", text, at: position) || site.has("块", text, at: position))
    }

    /// `过亿元企业4家`, `80以上的老人`, `我今年马上70啦`: a bound that tells of what size those are that are counted; an age that somebody tells.
    func sizeOrAge(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard let quantity = site.quantity else { return nil }
        let run = site.run
        if quantity.isBareMultiplier, text.has("元", before: quantity.end),
            SettingAside.exceeding.ends(in: text, at: run.start, floor: site.sentence.lowerBound),
            SettingAside.sizedFirms.begins(in: text, at: quantity.end)
        {
            return Verdict(
                start: text.scalarStart(before: run.start), end: quantity.end, reason: .condition,
                rule: "condition.size")
        }
        if run.hasDigit, quantity.unit == nil, run.end - run.start == 2, quantity.qualifier == .over,
            text.has("以上", before: quantity.end), SettingAside.elders.begins(in: text, at: quantity.end)
        {
            return Verdict(start: run.start, end: quantity.end, reason: .condition, rule: "age")
        }
        if run.hasDigit, quantity.unit == nil, run.end - run.start == 2,
            SettingAside.soon.ends(in: text, at: run.start, floor: site.sentence.lowerBound),
            SettingAside.endings.begins(in: text, at: run.end)
        {
            return Verdict(start: run.start, end: run.end, reason: .age, rule: "age")
        }
        return nil
    }
}
