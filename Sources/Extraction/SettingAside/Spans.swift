import Facts
import Scanning

extension SettingAside {
    /// `五年来`, `断流30年后`, `3天前`, `80年代`, `周三`: spans that only locate something in time.
    func locatingSpan(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        if site.isPreceded(by: .weeks, text), !run.hasDigit, run.end - run.start == 3,
            site.quantity?.unit == nil
        {
            return Verdict(start: run.start, end: run.end, reason: .date, rule: "date.weekday")
        }
        if site.isFollowed(by: .spanNouns, text) {
            return Verdict(start: run.start, end: run.end, reason: .date, rule: "date.span")
        }
        if let quantity = site.quantity, quantity.upper != nil, text.has("年", before: quantity.end),
            text.has("级", at: quantity.end)
        {
            // 四至六|年级
            return Verdict(start: quantity.start, end: quantity.end - 3, reason: .date, rule: "date.span")
        }
        if let part = partsOfDays(site, text) { return part }
        guard let quantity = site.quantity,
            site.unit.contains(.span)
        else {
            return nil
        }
        if let other = spanInPhrase(quantity, site, text) { return other }
        let locates = fillsClause(quantity, site, text) || site.has(.locating, text, at: quantity.end)
        if !locates, site.unit.contains(.year), quantity.isBareMultiplier, quantity.qualifier == .exact,
            site.kind(text, at: quantity.end) == .other, !site.isPreceded(by: .roughWords, text)
        {
            // 百年老树: part of the noun
            return Verdict(start: quantity.start, end: quantity.end, reason: .phrase, rule: "phrase.round")
        }
        if locates || site.unit.contains(.calendar)
            || site.unit.contains(.year) && !isServed(quantity, site, text)
                && !site.hasNearby(.lengthsOfTime, text)
        {
            return Verdict(start: quantity.start, end: quantity.end, reason: .date, rule: "date.span")
        }
        return nil
    }

    /// 5天内，1.6万人次到场; 三天，发出手册1100册: a span that is all its clause says and tells in what time the clause behind it was.
    private func fillsClause(_ quantity: Quantity, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        guard site.kind(text, at: quantity.end) == .clauseEnd else { return false }
        let before = site.kind(text, before: quantity.start)
        if text.has("内", before: quantity.end) { return [nil, .clauseEnd, .sentenceEnd].contains(before) }
        // 工期？90天，… and 90天，这是平均工期 tell what the text asks or goes on about
        return text.has("天", before: quantity.end) && !site.unit.contains(.year)
            && [nil, .sentenceEnd].contains(before) && !text.has("？", before: quantity.start)
            && !SettingAside.told.begins(in: text, at: quantity.end + text.scalar(at: quantity.end).length)
    }

    private static let told: WordList = ["这是", "这就是", "这也是", "是", "比", "较", "同比", "环比", "工程", "提前"]

    /// `10个月大的孙子`, `30分钟内响应率`, `倒计时100天`, `连续三天`: a span that the words beside it make an age, a name, or a time.
    private func spanInPhrase(_ quantity: Quantity, _ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        if quantity.end + 3 <= site.sentence.upperBound, site.has("大的", text, at: quantity.end) {
            // 10个月大的孙子
            return Verdict(start: quantity.start, end: quantity.end, reason: .age, rule: "age")
        }
        if text.has("率", at: quantity.end + 6), text.has("内", before: quantity.end) {
            // 30分钟内响应率: the name of a rate
            return Verdict(start: quantity.start, end: quantity.end, reason: .name, rule: "name.rate")
        }
        if text.has("分钟", before: quantity.end), isCircle(behind: quantity.end, site, text) {
            // 15分钟便民生活圈: the name of a plan of towns
            return Verdict(start: quantity.start, end: quantity.end, reason: .name, rule: "name.circle")
        }
        if site.isPreceded(by: .beforeSpans, text),
            site.unit.contains(.shortSpan)
        {
            // 这两天, 前三天
            return Verdict(start: quantity.start, end: quantity.end, reason: .date, rule: "date.span")
        }
        if site.has("倒计时", text, before: site.run.start), !site.unit.contains(.year) {
            // 开幕倒计时100天: how far off it is
            return Verdict(start: quantity.start, end: quantity.end, reason: .date, rule: "date.countdown")
        }
        if site.has("连续", text, before: site.run.start), !site.unit.contains(.year) {
            // 连续三天组织巡查: how long it went on
            return Verdict(start: quantity.start, end: quantity.end, reason: .date, rule: "date.span")
        }
        if !site.unit.contains(.year), site.kind(text, at: quantity.end) == .clauseEnd,
            SettingAside.openings.ends(in: text, at: quantity.start)
        {
            // 条例施行九个月，停车场启用两个月，: since when
            return Verdict(start: quantity.start, end: quantity.end, reason: .date, rule: "date.span")
        }
        return nil
    }

    private static let dayParts: WordList = ["个晚上", "个上午", "个下午", "个早上", "个白天", "个夜晚", "个周末"]
    private static let spent: WordList = ["里", "下来", "就", "过去", "之内", "内"]
    /// Words that begin as those do, and tell of something else: 三个晚上|就业培训.
    private static let unspent: WordList = ["就业", "就餐", "就诊", "就医", "就读", "内容", "内科", "内部", "里程"]

    /// 两个晚上，发出手册1100册; 一个周末下来，…: parts of days that only tell in what time it was.
    private func partsOfDays(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard [nil, .clauseEnd, .sentenceEnd, .closeQuote].contains(site.kind(text, before: site.run.start)),
            let length = SettingAside.dayParts.match(in: text, at: site.run.end, end: site.sentence.upperBound),
            case let end = site.run.end + length,
            site.kind(text, at: end) == .clauseEnd
                || SettingAside.spent.begins(in: text, at: end) && !SettingAside.unspent.begins(in: text, at: end)
        else { return nil }
        return Verdict(start: site.run.start, end: site.run.end, reason: .date, rule: "date.span")
    }

    /// 服务3年, 从医23年, 坚持了6年: years that somebody spent; what is to come is no such thing, 工作五年规划.
    private func isServed(_ quantity: Quantity, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        if site.isPreceded(by: .lasting, text) { return true }
        guard site.isPreceded(by: .served, text) else { return false }
        switch site.kind(text, at: quantity.end) {
        case nil, .clauseEnd, .sentenceEnd, .pause, .closeQuote, .closeBracket: return true
        // 从医40年的老中医 tells who somebody is.
        default: return site.has("了", text, at: quantity.end)
        }
    }

    /// Verbs by which something comes to be in use.
    static let openings: WordList = [
        "施行", "实施", "启用", "投用", "开业", "开馆", "开园", "上线", "开张", "试运行", "试运营", "试营业", "投运", "通车", "成立", "开通", "揭牌",
        "推行", "假期", "小长假", "黄金周",
    ]

    /// Whether a word that ends in 圈 stands behind a span of minutes.
    private func isCircle(behind end: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        var position = end
        while position < text.count, position - end < 36 {
            let (scalar, length) = text.scalar(at: position)
            if scalar == "圈" { return !SettingAside.otherCircles.ends(in: text, at: position + length) }
            guard site.kind(text, at: position) == .other else { return false }
            position += length
        }
        return false
    }

    /// Words that end in 圈 and are not the name of such a plan.
    private static let otherCircles: WordList = [
        "商圈", "朋友圈", "一圈", "两圈", "几圈", "跑圈", "转圈", "绕圈", "圆圈", "经济圈", "都市圈", "饭圈",
    ]

    /// 享受8折优惠, 八五折: a discount, which counts nothing.
    func discount(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.quantity?.unit == nil, text.has("折", at: site.run.end),
            !SettingAside.foldings.begins(in: text, at: site.run.end)
        else { return nil }
        return Verdict(start: site.run.start, end: site.run.end + 3, reason: .phrase, rule: "phrase.discount")
    }

    /// Words that begin with the 折 of a discount, and are none.
    private static let foldings: WordList = [
        "折合", "折页", "折叠", "折旧", "折算", "折线", "折射", "折返", "折腾", "折弯", "折回", "折中", "折子",
    ]

    /// Dates written with strokes or points: `2026-04-03`, `2026.4.3`, `4/3`.
    func strokedDate(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        guard run.hasDigit, site.quantity?.unit == nil else { return nil }
        let year = run.end - run.start == 4 && site.has(.centuries, text, at: run.start)
        if year, site.isFollowed(by: .dateStrokes, text), site.kind(text, at: run.end + 1) == .digit {
            // 2025-06-27: all of it, lest month and day read as a range
            var end = run.end
            for _ in 0..<2 where site.has(.dateStrokes, text, at: end) && site.kind(text, at: end + 1) == .digit {
                end += 1
                while site.kind(text, at: end) == .digit { end += text.scalar(at: end).length }
            }
            return Verdict(start: run.start, end: end, reason: .date, rule: "date.strokes")
        }
        if site.isPreceded(by: .strokes, text), site.kind(text, before: run.start - 1) == .digit,
            run.end - run.start <= 2,
            site.quantity?.upper == nil
        {
            return Verdict(start: run.start, end: run.end, reason: .date, rule: "date.strokes")
        }
        if year, site.quantity?.upper == nil, !countsNoun(site, text) {
            return Verdict(start: run.start, end: run.end, reason: .date, rule: "date.year")
        }
        return nil
    }
}
