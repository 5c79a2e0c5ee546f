import Facts
import Scanning

/// Numerals that stand against each other, what a shop offers, and sums of money that talk names without a unit.
extension SettingAside {
    private static let against: WordList = ["比", ":", "：", "∶"]
    private static let scored: WordList = [
        "比", "率", "比例", "比分", "比值", "比为", "比是", "比达到", "配比", "按", "以", "为", "战成", "打成", "比达",
    ]

    /// `3比2`, `师生比0.6:1`, `1∶7.8`: both sides of a score or a ratio, which is no figure by itself.
    func ratio(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.run.hasDigit, site.quantity?.unit == nil, site.run.end - site.run.start <= 5 else { return nil }
        let run = site.run
        var start = run.start
        if let mark = mark(before: run.start, site, text), site.kind(text, before: mark) == .digit {
            // The second side: back to the beginning of the first.
            start = mark
            while site.kind(text, before: start) == .digit || site.has(".", text, before: start) {
                start = text.scalarStart(before: start)
            }
            guard isRatio(from: start, to: mark, behind: run.start, until: run.end, site, text) else { return nil }
        } else if let mark = SettingAside.against.match(in: text, at: run.end, end: site.sentence.upperBound) {
            var end = run.end + mark
            while site.kind(text, at: end) == .digit || site.has(".", text, at: end) {
                end += text.scalar(at: end).length
            }
            guard isRatio(from: run.start, to: run.end, behind: run.end + mark, until: end, site, text) else {
                return nil
            }
        } else {
            return nil
        }
        return Verdict(start: run.start, end: run.end, reason: .phrase, rule: "phrase.ratio")
    }

    /// Where the sign of a ratio begins that ends at a position.
    private func mark(before position: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Int? {
        guard position > site.sentence.lowerBound else { return nil }
        let start = text.scalarStart(before: position)
        return SettingAside.against.contains(start..<position, of: text) ? start : nil
    }

    /// Whether two numbers with a sign between them are a ratio: always with 比 or ∶, with a colon where a word for one
    /// stands before it, or where no time of day is written so (3:2).
    private func isRatio(
        from start: Int, to mark: Int, behind second: Int, until end: Int, _ site: NumeralSite, _ text: Span<UInt8>
    ) -> Bool {
        guard second < end, end - second <= 5, mark - start <= 5 else { return false }
        let follows = site.kind(text, at: end)
        if text.has("∶", at: mark) { return true }
        if text.has("比", at: mark) {
            // 30比2023年多
            return !site.has("年", text, at: end) && !site.has("月", text, at: end) && follows != .mark
        }
        // 68:59 is no time of day.
        if mark - start >= 2, end - second == 2, !(start..<mark).contains(where: { text[$0] == 0x2E }),
            text[start] > 0x32 || text[start] == 0x32 && text[start + 1] > 0x34 || mark - start > 2,
            !site.has(":", text, at: end), !site.has("：", text, at: end), text[start] < 0x80
        {
            return true
        }
        // 由0.6:1提升至0.9:1, 0.8:100: no time of day has a decimal point
        if (start..<mark).contains(where: { text[$0] == 0x2E }), text[start] < 0x80 { return true }
        return SettingAside.scored.ends(in: text, at: start, floor: site.sentence.lowerBound)
            && (end - second == 1 || site.has("比", text, before: start) || (start..<mark).contains { text[$0] == 0x2E })
    }

    /// `5局3胜`, `2人3足`, `3对3`: how a game is played.
    func game(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        guard let quantity = site.quantity else { return nil }
        func isNumeral(_ position: Int) -> Bool { site.kind(text, at: position)?.startsNumeral ?? false }
        func isNumeral(before position: Int) -> Bool { site.kind(text, before: position)?.startsNumeral ?? false }
        // The first numeral has a character and another numeral behind it, the second one before it.
        let first = run.end + 3
        let opens =
            (site.has("局", text, at: run.end) && site.has("胜", text, at: pastNumeral(first, site, text))
                || site.has("人", text, at: run.end) && site.has("足", text, at: pastNumeral(first, site, text))
                || site.has("对", text, at: run.end) && run.hasDigit && site.kind(text, at: first) == .digit
                    && site.kind(text, at: pastNumeral(first, site, text)) != .digit)
            && isNumeral(first)
        let closes =
            (site.has("局", text, before: run.start) && site.has("胜", text, at: run.end)
                || site.has("人", text, before: run.start) && site.has("足", text, at: run.end)
                // 3对3; but 队伍对8条街巷
                || site.has("对", text, before: run.start) && run.hasDigit
                    && site.kind(text, before: run.start - 3) == .digit)
            && isNumeral(before: run.start - 3)
        guard opens || closes, quantity.value < Number(30) else { return nil }
        return Verdict(start: run.start, end: run.end, reason: .phrase, rule: "phrase.game")
    }

    /// Where the numeral that begins at a position ends.
    private func pastNumeral(_ start: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Int {
        var position = start
        while position - start < 12, site.kind(text, at: position)?.startsNumeral ?? false {
            position += text.scalar(at: position).length
        }
        return position
    }

    private static let offers: WordList = ["减", "立减", "送", "返", "返现", "抵", "赠"]
    private static let filling: WordList = ["满", "每满", "消费满", "单笔满"]

    /// `满100减30`: an offer of a shop.
    func offer(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.run.hasDigit, let quantity = site.quantity else { return nil }
        let isSum = quantity.unit == nil || text.has("元", before: quantity.end)
        guard isSum, quantity.upper == nil else { return nil }
        let opens =
            SettingAside.filling.ends(in: text, at: site.run.start, floor: site.sentence.lowerBound)
            && SettingAside.offers.begins(in: text, at: quantity.end)
        guard opens || closesOffer(site, text) else { return nil }
        return Verdict(start: site.run.start, end: quantity.end, reason: .phrase, rule: "phrase.discount")
    }

    /// Whether 满100减 or 满100元减 stands before the numeral.
    private func closesOffer(_ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        let floor = site.sentence.lowerBound
        guard SettingAside.offers.ends(in: text, at: site.run.start, floor: floor) else { return false }
        var position = text.scalarStart(before: site.run.start)
        if site.has("立", text, before: position) { position -= 3 }
        if site.has("元", text, before: position) { position -= 3 }
        guard site.kind(text, before: position) == .digit else { return false }
        while site.kind(text, before: position) == .digit { position = text.scalarStart(before: position) }
        return SettingAside.filling.ends(in: text, at: position, floor: floor)
    }

    private static let moneyWords: WordList = [
        "工资", "月薪", "年薪", "收入", "收", "挣", "赚", "花", "投入", "投资", "捐", "补助", "补贴", "欠", "赔", "卖", "营收", "产值", "租金", "房租",
        "存款", "借",
        "贷款", "奖金", "资金", "经费", "现金", "税收", "集资", "成本", "费用", "月入", "年入", "垫", "筹", "贴", "利润", "销售额", "营业额", "流水", "产值",
        "税", "财政", "存量", "交易额", "成交额", "票房",
    ]

    private static let reached: WordList = ["突破", "超过", "破", "超", "逾", "达到", "达", "近", "过"]

    /// `工资从三千二涨到四千五`, `一年收两三万`: money in talk, at the end of a clause or before the level that it came to.
    func namesMoney(_ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        guard !site.run.hasDigit, let quantity = site.quantity, quantity.unit == nil,
            quantity.value >= Number(1000), quantity.end >= site.run.end, quotedSlogan(site, text) == nil
        else { return false }
        let isReached = SettingAside.reached.ends(in: text, at: site.run.start, floor: site.sentence.lowerBound)
        guard isReached || quantity.scalars > 1 && !quantity.isBareMultiplier else { return false }
        switch site.kind(text, at: quantity.end) {
        case nil, .clauseEnd, .sentenceEnd, .closeQuote, .pause: break
        default:
            guard
                site.has("涨到", text, at: quantity.end) || site.has("提高到", text, at: quantity.end)
                    || site.has("增加到", text, at: quantity.end) || site.has("降到", text, at: quantity.end)
                    || site.has("出头", text, at: quantity.end)
            else { return false }
        }
        // 有望突破两百万: what is so large and is reached
        if isReached, quantity.value >= Number(10_000), !quantity.isBareMultiplier { return true }
        // 已到位两个亿: nothing but money is told so large without what it is
        if quantity.value >= Number(100_000_000), !quantity.isBareMultiplier { return true }
        var position = site.run.start
        var scalars = 0
        while scalars < 14, let kind = site.kind(text, before: position), kind != .clauseEnd, kind != .sentenceEnd {
            if SettingAside.moneyWords.ends(in: text, at: position, floor: site.sentence.lowerBound) { return true }
            position = text.scalarStart(before: position)
            scalars += 1
        }
        return false
    }

    private static let sharedUnits: [(unit: StaticString, reason: SettingAsideReason, rule: RuleName)] = [
        ("年代", .date, "date.span"), ("点", .time, "clock"), ("时", .time, "clock"), ("周岁", .age, "age"),
        ("岁", .age, "age"),
        ("号", .name, "name.numbered"),
        ("路", .name, "name.numbered"), ("幢", .contact, "name.house"), ("栋", .contact, "name.house"),
    ]
    private static let otherHours: WordList = ["时间", "时长", "时段", "时候", "点位", "点建议"]

    /// `8、9点开课`, `60、70、80周岁以上老人`, `3、5号楼`: numbers of a list whose last one tells what they are; a figure of that
    /// kind is set aside, and they with it.
    func listed(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.run.hasDigit, let quantity = site.quantity, quantity.unit == nil, quantity.upper == nil,
            quantity.value < Number(1000), site.has("、", text, at: site.run.end)
        else { return nil }
        var position = site.run.end
        var members = 0
        while members < 12, site.has("、", text, at: position) || members > 0 && site.has("和", text, at: position) {
            let first = position + 3
            position = first
            while position - first < 4, site.kind(text, at: position) == .digit {
                position += text.scalar(at: position).length
            }
            guard position > first else { return nil }
            members += 1
        }
        guard !SettingAside.otherHours.begins(in: text, at: position) else { return nil }
        for (unit, reason, rule) in SettingAside.sharedUnits where site.has(unit, text, at: position) {
            guard reason != .time || quantity.value < Number(25), reason != .contact || quantity.value < Number(100)
            else {
                return nil
            }
            return Verdict(start: site.run.start, end: site.run.end, reason: reason, rule: rule)
        }
        return nil
    }

    private static let services: WordList = ["110", "119", "120", "122"]
    private static let dialled: WordList = [
        "打", "拨", "拨打", "打了", "拨通", "打通", "叫", "呼叫", "按下", "报", "打给的不是", "打给", "联系",
    ]
    private static let served: WordList = [
        "消防", "急救", "救护", "报警", "出警", "民警", "宣传", "电话", "指挥", "接警", "警情", "指令", "救援",
    ]

    /// `一边打119`, `120急救`: numbers that everybody knows.
    func emergency(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.run.hasDigit, site.run.end - site.run.start == 3, site.quantity?.unit == nil,
            SettingAside.services.begins(in: text, at: site.run.start),
            SettingAside.dialled.ends(in: text, at: site.run.start, floor: site.sentence.lowerBound)
                || SettingAside.served.begins(in: text, at: site.run.end)
        else { return nil }
        return Verdict(start: site.run.start, end: site.run.end, reason: .contact, rule: "contact.line")
    }
}
