import Facts
import Scanning

/// Which window of time a figure speaks of, from its words, its period and what it counts (the table of windows in the
/// arithmetic of street statistics: stock, flow, year to date, cumulative, ratio, level).
enum WindowReading {
    static func window(of reading: QuantityReading, dimension: Dimension, published: CalendarDate?) -> Window {
        if [.ratio, .point, .multiple].contains(dimension) { return .ratio }
        if isLevel(reading, dimension) { return .level }
        // 同比增加825万人: how much more over a stretch of time
        if reading.change != .none { return .flow }
        let isDoing = [.event, .personTime, .householdTime].contains(dimension)
        let isFlow = reading.action != nil || isDoing || WindowReading.measuresFlow(reading.item)
        // 成员现有20名, 面积8000平方米: how things stand, whatever the sentence's period is
        let isStock = reading.isStockWorded && !isDoing
        switch reading.time?.kind {
        case .sinceJanuary: return isStock ? .stock : .ytd
        case .running: return isStock || !isFlow && !reading.isTotal ? .stock : .cumulative
        case .present:
            if isStock { return .stock }
            // 目前已登记543人: from its beginning to now
            if reading.isDone || reading.isTotal { return .cumulative }
            return isFlow ? .flow : .stock
        case .period:
            guard !isStock, isFlow || reading.isTotal else { return .stock }
            return isOpenYear(reading, published) ? .ytd : .flow
        case nil: break
        }
        if reading.isTotal || reading.isDone, isFlow { return .cumulative }
        if isStock { return .stock }
        if isFlow { return .flow }
        return ["item.none", "item.verb", "item.topic", "item.fund"].contains(reading.rule) ? .unknown : .stock
    }

    /// 今年已办4场: a result of a year that is not over runs from January to the day of publication.
    private static func isOpenYear(_ reading: QuantityReading, _ published: CalendarDate?) -> Bool {
        guard reading.status == .actual, let published, let from = reading.time?.from, let to = reading.time?.to else {
            return false
        }
        return from.month == 1 && from.day == 1 && to.month == 12 && from.year == to.year && to.year == published.year
            && to > published
    }

    private static let averages: WordList = [
        "人均", "户均", "亩均", "日均", "月均", "年均", "场均", "平均", "单个", "时速", "射程", "标准", "单价", "月薪", "月费", "租金", "票价", "餐标",
        "工本费", "伙食费", "收费", "均价", "保额", "额度",
    ]

    /// 每户500元, 人均, 时速: a figure of one of them, not of all.
    private static func isLevel(_ reading: QuantityReading, _ dimension: Dimension) -> Bool {
        if reading.per != nil || [.rate, .concentration, .temperature, .speed].contains(dimension) { return true }
        if dimension == .score { return reading.action == nil && !reading.isTotal }
        let item = reading.item.utf8Span.span
        return WindowReading.averages.isFound(in: item, 0..<item.count)
    }

    private static let flows: WordList = [
        "产量", "产值", "收入", "支出", "投资", "销售额", "营业额", "成交额", "交易额", "零售额", "总额", "增加值", "吞吐量", "进出口", "出口", "进口",
        "客流",
        "票房", "生产总值", "盈利", "利润", "税收", "客运量", "货运量", "运输量", "发电量", "用水量", "用电量", "积分", "投诉", "诉求", "就业",
    ]

    /// Nouns whose figures run over a stretch of time: 产量, 销售额, 收入.
    private static func measuresFlow(_ item: String) -> Bool {
        WindowReading.flows.isEnding(of: item)
    }
}
