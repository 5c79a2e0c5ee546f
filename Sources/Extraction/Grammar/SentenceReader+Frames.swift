import Facts
import Scanning
import Units

/// What the frame of a sentence says of a figure's window, away from the figure itself: a toll that is not final, what is still
/// there, what somebody has done in a lifetime.
extension SentenceReader {
    func readFrame(of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        let place = places[index]
        let dimension = unitDimension(of: reading.quantity) ?? .count
        if reading.per == nil, dimension != .time, let base = rhythm(before: place, text) { reading.per = base }
        if reading.change == .none, isSizeOfOne(place, dimension, reading, text) {
            reading.measuresOne = true
            (reading.action, reading.verb) = (nil, nil)
        }
        if reading.change == .none, isStructure(place, reading, text) {
            (reading.action, reading.verb) = (nil, nil)
            // 这6起案例分别是…: matters come in one by one, whatever they are
            let name = unit(reading.quantity)?.name ?? ""
            reading.isStockWorded = !SentenceReader.matterUnits.contains(name)
        }
        reading.isOfTimesBatch = reading.isOfTimesBatch || isForYear(reading, text)
        guard reading.change == .none, reading.status == .actual, !isOfClosedStretch(reading) else { return }
        if isStillThere(place, reading, text) || goesOnStill(behind: place, reading, text) {
            reading.isStockWorded = true
        } else if reading.action != nil || dimension == .money {
            if isToll(place, reading, text) || isFateSoFar(place, reading) || isSinceEvent(place, reading, text)
                || isUpToHere(reading, text) || isDamageReported(place, reading, text)
            {
                reading.runsOn = true
            }
            if isOfLifetime(place, reading, text) || isDoneWith(place, reading) { reading.isDone = true }
        }
    }

    /// 2024年，火灾共造成12人死亡; 上周: a stretch that is over, in which nothing runs on or is still there.
    private func isOfClosedStretch(_ reading: QuantityReading) -> Bool {
        guard let time = reading.time else { return false }
        return time.kind == .sinceJanuary || time.kind == .period && (time.from == nil || time.from != time.to)
    }

    private static let nations: WordList = ["人民", "同胞", "国民", "中国人", "中华儿女"]
    private static let dividings: WordList = ["分", "共分", "分为", "共分为", "分作", "均分"]

    /// 手册共分7个板块, 这6起案例分别是…: whether the verb only tells into what something is divided or what it is, and nothing that is
    /// done.
    private func isStructure(_ place: Int, _ reading: QuantityReading, _ text: Span<UInt8>) -> Bool {
        var index = place - 1
        while index > 0, place - index < 4, tokens[index].has(.sum) || tokens[index].has(.over) { index -= 1 }
        if index >= 0, tokens[index].kind == .word, unitDimension(of: reading.quantity) == .count,
            SentenceReader.dividings.contains(tokens[index].start..<tokens[index].end, of: text),
            !(["批", "次", "期", "轮"].contains(unit(reading.quantity)?.name ?? ""))
        {
            return true
        }
        // 14亿人民走向富裕: a nation is as large as it is, whatever it feels
        if SentenceReader.nations.isEnding(of: reading.item), reading.quantity.value > Number(1_000_000_000) {
            return true
        }
        guard let action = reading.action, let verb = reading.verb else { return false }
        // 输水|隧洞|全长48公里: a verb in the name of what is so long
        if verb < place, reading.item.hasSuffix("全长"), !tokens[verb].has(.transitive) { return true }
        return verb > place && (action.hasPrefix("是") || action == "为" || action == "均为")
    }

    /// 已|造成, 共|致: before a word of cause, that it has come to so much up to now.
    private static let runningWords: WordList = ["已", "已经", "业已", "至今", "累计"]
    /// 共|造成: so many in all, up to now where no time is told.
    private static let inAll: WordList = ["共", "共计", "总共"]

    /// 洪水已致9人遇难，另有4人失踪: whether the sentence counts what a disaster has brought about up to now, which may still grow. 昨天的车祸造成
    /// 3人死亡 is over.
    private func isToll(_ place: Int, _ reading: QuantityReading, _ text: Span<UInt8>) -> Bool {
        // 已导致18人丧生，数十栋房屋被烧毁: what became of them, however many clauses on
        let isFate =
            reading.verb.map { tokens[$0].has(.fate) } ?? false
            || tokens[place...].prefix(5).contains { text.has("被", at: $0.start) && $0.end - $0.start == 3 }
        var index = place - 1
        while index > 0, place - index < 40, !tokens[index].isMark(.sentenceEnd) {
            // 车祸造成3人死亡，街道发放慰问金12万元: another doing
            if tokens[index].endsClause, !isFate { return false }
            if tokens[index].has(.cause) { return runsUpToNow(before: index, reading, text) }
            index -= 1
        }
        return false
    }

    /// 已|陆续|造成: whether a word before one of cause tells that it has come to so much up to now.
    private func runsUpToNow(before cause: Int, _ reading: QuantityReading, _ text: Span<UInt8>) -> Bool {
        for token in tokens[..<cause].suffix(3).reversed() {
            let word = token.start..<token.end
            if SentenceReader.runningWords.contains(word, of: text) { return true }
            if SentenceReader.inAll.contains(word, of: text) { return reading.time == nil }
            guard token.wordClass == .adverb else { return false }
        }
        return false
    }

    /// 专项行动开展以来，整改问题260个: whether the sentence begins with an event since which it counts, and whose day is not told.
    private func isSinceEvent(_ place: Int, _ reading: QuantityReading, _ text: Span<UInt8>) -> Bool {
        guard let comma = tokens[..<place].firstIndex(where: { $0.endsClause }), comma > 1,
            text.has("以来", before: tokens[comma].start), !tokens[..<comma].contains(where: { $0.has(.speech) })
        else { return false }
        guard let time = reading.time else { return true }
        return time.kind == .period && time.start < tokens[comma].start && time.start >= tokens[0].start
    }

    /// 下达|2023年度|补助资金30亿元: whether the year is the one that the thing is for, and none in which it has come to so much.
    private func isForYear(_ reading: QuantityReading, _ text: Span<UInt8>) -> Bool {
        guard let time = reading.time, let verb = reading.verb, time.kind == .period else { return false }
        return tokens[verb].end <= time.start && tokens[verb].end + 6 > time.start && text.has("年度", before: time.end)
    }

    /// 至此，本赛季六站，中国队共获4金: whether the sentence begins with the word that sums up all that went before, and no
    /// time of its own stands by the figure.
    private func isUpToHere(_ reading: QuantityReading, _ text: Span<UInt8>) -> Bool {
        reading.time == nil && tokens.prefix(3).contains { text.has("至此", at: $0.start) }
    }

    private static let reports: WordList = ["报道", "消息", "消息称", "报道称"]
    private static let damages: WordList = [
        "受损", "严重受损", "损毁", "损坏", "倒塌", "坍塌", "被毁", "毁坏", "烧毁", "被淹", "淹没", "淹坏", "冲毁",
    ]

    /// 据当地媒体16日报道，超过21万栋建筑受损: whether a report opens the sentence that tells what harm has been done up to its day.
    private func isDamageReported(_ place: Int, _ reading: QuantityReading, _ text: Span<UInt8>) -> Bool {
        guard let verb = reading.verb, let action = reading.action,
            tokens[verb].has(.fate) || SentenceReader.damages.isEnding(of: action),
            let first = tokens.first, text.has("据", at: first.start),
            let comma = tokens.prefix(14).firstIndex(where: { $0.endsClause }), comma < place
        else { return false }
        return SentenceReader.reports.ends(in: text, at: tokens[comma].start)
    }

    /// 已有3人死亡、12人受伤: whether 已 tells of what became of people in the same clause.
    private func isFateSoFar(_ place: Int, _ reading: QuantityReading) -> Bool {
        guard let verb = reading.verb, tokens[verb].has(.fate) else { return false }
        return tokens[..<place].suffix(14).reversed().prefix { !$0.endsClause }.contains {
            $0.has(.done) && ($0.wordClass == .adverb || $0.has(.reach))
        }
    }

    private static let lastings: WordList = [
        "失联", "失踪", "未", "没", "被困", "滞留", "住院", "接受", "等待", "在", "缺", "受", "存在", "处于", "停", "断", "燃烧", "失控", "积水", "封闭",
    ]
    private static let stillWords: WordList = ["仍", "仍然", "依然", "依旧", "仍旧", "尚"]
    private static let stillHaving: WordList = ["仍有", "尚有", "尚存", "仍存", "依然有", "仍然有"]

    /// 仍有12人失联, 尚有16处险情: whether a word says of the figure right behind it that so many are still there.
    private func isStillThere(_ place: Int, _ reading: QuantityReading, _ text: Span<UInt8>) -> Bool {
        // 仍有12家企业破产: what came about all the same
        if let action = reading.action, !SentenceReader.lastings.begins(in: action.utf8Span.span, at: 0),
            !(reading.verb.map { tokens[$0].has(.fate) } ?? false)
        {
            return false
        }
        var index = place - 1
        while index >= 0, place - index < 5,
            tokens[index].isBound || tokens[index].has(.determiner) || tokens[index].has(.from)
        { index -= 1 }
        guard index >= 0, place - index < 5, tokens[index].kind == .word else { return false }
        let word = tokens[index].start..<tokens[index].end
        if SentenceReader.stillHaving.contains(word, of: text) { return true }
        guard index > 0, tokens[index].has(.stock), tokens[index].has(.reach) else { return false }
        return SentenceReader.stillWords.contains(tokens[index - 1].start..<tokens[index - 1].end, of: text)
    }

    private static let goings: WordList = ["仍在", "还在", "正在", "仍然在", "依然在", "尚在"]
    private static let watchings: WordList = ["实时", "时刻", "随时", "全天候"]

    /// 18人仍在医院接受治疗, 18个传感器实时监测: whether what those who are counted do goes on.
    private func goesOnStill(behind place: Int, _ reading: QuantityReading, _ text: Span<UInt8>) -> Bool {
        guard let verb = reading.verb, verb > place, verb < tokens.count else { return false }
        let isThing = unitDimension(of: reading.quantity) == .count
        return tokens[(place + 1)..<verb].contains { token in
            !token.endsClause
                && (SentenceReader.goings.begins(in: text, at: token.start)
                    || isThing && SentenceReader.watchings.begins(in: text, at: token.start))
        }
    }

    /// 已与30多个国家签署文件: whether 已 stands before the preposition that brings those in of whom the predicate behind tells.
    private func isDoneWith(_ place: Int, _ reading: QuantityReading) -> Bool {
        guard let verb = reading.verb, verb > place else { return false }
        var index = place - 1
        while index > 0, place - index < 5, tokens[index].isBound || tokens[index].has(.determiner) { index -= 1 }
        guard index > 0, tokens[index].wordClass == .preposition else { return false }
        // 已|实现|对3400家煤矿在线监测
        if index > 1, tokens[index - 1].has(.light) { index -= 1 }
        return tokens[index - 1].has(.done) && tokens[index - 1].wordClass == .adverb
    }

    private static let lifetimes: WordList = ["一生", "毕生", "一辈子"]
    private static let careers: WordList = [
        "从警", "从教", "从医", "从艺", "从业", "从军", "参军", "入伍", "参加工作", "扎根", "执教", "行医",
    ]

    /// 从警18年，先后破获案件210起, 他一生创作剧本58部: whether the sentence counts what somebody has done in all the years. 先后召开会议5次
    /// alone does not say so.
    private func isOfLifetime(_ place: Int, _ reading: QuantityReading, _ text: Span<UInt8>) -> Bool {
        guard reading.time == nil || reading.time?.kind == .running else { return false }
        let (lifetimes, careers) = (SentenceReader.lifetimes, SentenceReader.careers)
        var index = place - 1
        while index >= 0, place - index < 30, !tokens[index].isMark(.sentenceEnd) {
            if lifetimes.contains(tokens[index].start..<tokens[index].end, of: text) { return true }
            // 从|警|18年: with how long it has gone on
            if careers.begins(in: text, at: tokens[index].start),
                tokens[(index + 1)..<place].prefix(3).contains(where: {
                    ($0.isQuantity || $0.isTime) && (text.has("年", before: $0.end) || text.has("来", before: $0.end))
                })
            {
                return true
            }
            index -= 1
        }
        return false
    }

    /// 每年秋收期间装运20万吨, 每年带动农户增收120万元: the rhythm in the clause before a figure, with a time or a change between.
    private func rhythm(before place: Int, _ text: Span<UInt8>) -> String? {
        let rhythms = SentenceReader.rhythms
        var index = place - 1
        while index >= 0, place - index < 14, !tokens[index].isMark(.sentenceEnd) {
            // 每年向9万亩灌区供水3200万立方米: whom it is for may be counted as well
            if tokens[index].isQuantity,
                !tokens[..<index].suffix(3).contains(where: { $0.has(.recipient) || text.has("向", at: $0.start) })
            {
                return nil
            }
            // 每年夏灌期间，…: a clause of its own that tells no more than when
            if tokens[index].endsClause { return index > 0 ? rhythm(ofClauseBefore: index, text) : nil }
            if rhythms.begins(in: text, at: tokens[index].start) {
                return text.string(ofDocument: tokens[index].start..<tokens[index].start + 6)
            }
            index -= 1
        }
        return nil
    }

    /// What a clause ends with that tells no more than in which part of the year.
    private static let seasons: WordList = ["期间", "季节", "时节", "旺季", "汛期"]

    /// 每年夏灌期间，: the rhythm that opens a short clause before the one of a figure.
    private func rhythm(ofClauseBefore comma: Int, _ text: Span<UInt8>) -> String? {
        guard text.has("，", at: tokens[comma].start) else { return nil }
        let first = (tokens[..<comma].suffix(5).lastIndex { $0.endsClause } ?? max(-1, comma - 6)) + 1
        guard comma - first < 5, SentenceReader.rhythms.begins(in: text, at: tokens[first].start),
            SentenceReader.seasons.ends(in: text, at: tokens[comma].start)
        else { return nil }
        return text.string(ofDocument: tokens[first].start..<tokens[first].start + 6)
    }

    /// What so many metres before it say to be high or deep: 4800米高原, 8000米高空.
    private static let heights: WordList = [
        "高原", "雪山", "高山", "山口", "垭口", "达坂", "高空", "深海", "海底", "井下", "哨所", "哨卡", "哨位",
    ]
    private static let yields: WordList = ["年产", "日产", "月产", "年处理", "日处理", "年加工", "日加工", "年供", "年供气"]

    private static let distances: WordList = ["距", "距离", "相距", "相隔"]
    private static let shocks: WordList = ["地震", "余震", "强震", "台风", "大风", "东北风", "偏北风", "北风", "阵风"]

    /// 相当于|2000头大象, 相当于|3个足球场: what only says how large something else is.
    private func comparesSize(_ place: Int, _ text: Span<UInt8>) -> Bool {
        guard place > 0, tokens[place - 1].kind == .word else { return false }
        return text.has("相当于", at: tokens[place - 1].start)
    }

    /// 可|满足|年旅客吞吐量55万人次: so much one thing can take in a year.
    private func isCapacityOfYear(_ place: Int, _ text: Span<UInt8>) -> Bool {
        let before = tokens[..<place].suffix(10).reversed().prefix { !$0.endsClause }
        guard before.contains(where: { text.has("满足", at: $0.start) && $0.kind == .word }) else { return false }
        return before.contains { $0.kind == .word && $0.end - $0.start == 3 && text.has("年", at: $0.start) }
    }

    private static let ones: WordList = ["一名", "一个", "一位", "一人", "一台", "一辆", "一户", "一套", "一架"]

    /// 一个师傅|可以|管理50多间菇棚: how many one of them can look after.
    private func isManagedByOne(_ place: Int, _ dimension: Dimension, _ text: Span<UInt8>) -> Bool {
        let before = tokens[..<place].suffix(8).reversed().prefix { !$0.endsClause }
        guard before.prefix(3).contains(where: { $0.has(.able) }) else { return false }
        return before.contains {
            SentenceReader.ones.begins(in: text, at: $0.start) && !opensStretchOrBody($0, dimension, text)
        }
    }

    private static let stretches: WordList = ["月", "季", "星期", "小时", "学期", "假期"]
    private static let bodies: WordList = [
        "党支部", "支部", "村", "社区", "街道", "镇", "乡", "县", "企业", "合作社", "小组", "团队", "服务队", "班组", "协会", "机构", "单位", "部门",
        "站", "中心", "项目", "产业", "网格",
    ]

    /// People whose name begins with the one of a body: 一个|网格员.
    private static let peopleOfBodies: WordList = [
        "网格员", "网格长", "村干部", "村医", "村民", "村支书", "村官", "站长", "社区民警", "社区医生", "社区工作者", "社区干部", "支部书记", "党支部书记", "镇长",
        "乡长",
        "乡医", "乡村医生", "中心户", "项目经理", "企业主", "小组长", "班组长",
    ]

    /// 一个|月, 一个|党支部: whether one stands before a stretch of time or a body, of which nothing tells what one of them can look after.
    private func opensStretchOrBody(_ one: Token, _ dimension: Dimension, _ text: Span<UInt8>) -> Bool {
        // 一个月能剩6000元 is what a month brings.
        if SentenceReader.stretches.begins(in: text, at: one.start + 6) { return dimension != .money }
        return SentenceReader.bodies.begins(in: text, at: one.start + 6)
            && !SentenceReader.peopleOfBodies.begins(in: text, at: one.start + 6)
    }

    /// 海拔4200米, 距县城30公里, 6.2级地震: whether a figure says how high, how far or how strong one thing is.
    private func isSizeOfOne(
        _ place: Int, _ dimension: Dimension, _ reading: QuantityReading, _ text: Span<UInt8>
    ) -> Bool {
        let unitStart = reading.quantity.unitStart
        // 首条年产500吨的生产线已通过验收: what one plant can bring forth
        if place > 0, place + 2 < tokens.count, tokens[place + 1].has(.de) || phrases.isNominal(tokens[place + 1]),
            SentenceReader.yields.contains(tokens[place - 1].start..<tokens[place - 1].end, of: text)
        {
            return true
        }
        if dimension == .count, text.has("级", at: unitStart), reading.quantity.unitEnd == unitStart + 3 {
            return SentenceReader.shocks.isEnding(of: reading.item)
        }
        if comparesSize(place, text) || isCapacityOfYear(place, text) || isManagedByOne(place, dimension, text) {
            return true
        }
        guard dimension == .length else { return false }
        if place > 0,
            text.has("海拔", before: tokens[place - 1].end) || SentenceReader.heights.isEnding(of: reading.item)
        {
            return true
        }
        // 距|县城|30公里; but 在距离村口不远处修复管道300米
        return tokens[..<place].suffix(3).reversed().prefix { !$0.endsClause && !$0.isQuantity && !$0.has(.de) }
            .contains {
                SentenceReader.distances.contains($0.start..<$0.end, of: text)
            }
    }
}
