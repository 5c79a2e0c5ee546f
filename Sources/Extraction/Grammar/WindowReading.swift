import Facts
import Scanning

/// Which window of time a figure speaks of, from its words, its period and what it counts (the table of windows in the
/// arithmetic of street statistics: stock, flow, year to date, cumulative, ratio, level).
enum WindowReading {
    /// The window of a figure: what is no level and no change flows in the stretch of its time or stands at its end.
    static func window(
        of reading: QuantityReading, in unit: String, dimension: Dimension, published: CalendarDate?
    ) -> Window {
        if [.ratio, .point, .multiple].contains(dimension) { return .ratio }
        if isLevel(reading, unit, dimension) { return .level }
        // 同比增加825万人: how much more over a stretch of time
        if reading.change != .none { return reading.time?.kind == .sinceJanuary ? .ytd : .flow }
        // Time that is no level is time spent on something.
        // 出车860台次: so is what is counted each time
        let isDoing =
            [.event, .personTime, .householdTime, .time].contains(dimension)
            || dimension == .count && unit.hasSuffix("次")
        let isFlow =
            reading.action != nil || reading.namesDoing || reading.isAttending || isDoing
            || measuresFlow(reading, unit, dimension)
        // 成员现有20名, 面积8000平方米: how things stand, whatever the sentence's period is
        // 入驻企业47家, 划分网格14个: nor does it matter when that was done which goes on.
        let isStanding =
            reading.action.map {
                ends($0, in: standing) && !$0.hasPrefix("新") || isSetUp($0, reading, dimension)
                    || isInsured($0, reading)
                    || isReach($0, reading) || isOpen(reading) && ends($0, in: lasting)
                    || isState($0, reading)
            }
            ?? (ends(reading.item, in: stocks) && !ends(reading.item, in: vital) && !ends(reading.item, in: turnovers)
                && !isAdded(reading.item))
        let isStock = (reading.isStockWorded || isStanding) && !isDoing
        // 计划培训500人，义诊20场: what is planned is to come about.
        // 养老床位达到1500张, 总建筑面积5.6万平方米: but a level that is to be reached is a state all the same.
        if reading.status == .planned, !isStock, dimension != .ratio {
            // 试点包括校服、食堂等5个领域: nor does what a plan covers come about
            let isCovered = reading.action == nil && ends(reading.item, in: coverages)
            return !isFlow && (reading.isReached || reading.isOfOne || isCovered || ends(reading.item, in: extents))
                ? .stock : .flow
        }
        if reading.runsOn, !isStock { return reading.time?.kind == .sinceJanuary ? .ytd : .cumulative }
        // 累计调水60亿立方米, 累计达到4068个: from its beginning to now, whatever it is that is counted
        if reading.isRunning, !isStock, reading.time == nil || reading.time?.kind == .running || isToldOnDay(reading) {
            return .cumulative
        }
        if let time = reading.time {
            return window(of: reading, in: time, isStock: isStock, isFlow: isFlow, dimension, published)
        }
        if isStanding, isStock { return .stock }
        // 家庭医生签约居民2.4万人: whoever has signed and no time is told for it stands in the lists.
        if reading.action == "签约", !reading.item.hasSuffix("签约"), [.person, .household].contains(dimension),
            !reading.isDone, !reading.isTotal
        {
            return .stock
        }
        // 遇难人数升至21人: so many up to now
        if ends(reading.item, in: tolls) { return .cumulative }
        // 先后获得市级以上荣誉5项: all that it has won
        if reading.isTotal || reading.isDone || isWon(reading), isFlow { return .cumulative }
        if isStock { return .stock }
        if isFlow { return .flow }
        return ["item.none", "item.verb", "item.topic", "item.fund", "item.fund.verb"].contains(reading.rule)
            ? .unknown : .stock
    }

    /// The window of a figure that has a time: the stretch itself, from January on, or from the beginning to now.
    private static func window(
        of reading: QuantityReading, in time: TimeExpression, isStock: Bool, isFlow: Bool, _ dimension: Dimension,
        _ published: CalendarDate?
    ) -> Window {
        switch time.kind {
        // 1至2月，…，志愿服务队达到46支: what a count has come to is how things stand at the end
        // 今年以来，…，辖区有快递站点26个，骑手300余名: and so are people and things of which nothing is done; their parts are of the whole
        case .sinceJanuary:
            let stands =
                reading.isReached
                || reading.partOf == nil && standingDimensions.contains(dimension)
                    && !ends(reading.item, in: occasions) && !passing.isFound(in: reading.item)
            return isStock || !isFlow && !reading.isTotal && stands ? .stock : .ytd
        // 自今年1月以来: since the year began
        case .running
        where !isStock && isFlow && published.map { $0.year == time.from?.year } ?? false
            && time.from?.month == 1 && time.from?.day == 1 && !time.isNarrowed:
            return .ytd
        case .running: return isStock || !isFlow && !reading.isTotal ? .stock : .cumulative
        case .present:
            // 目前规划了4个园区，总投资120亿元: what they cost is no sum that has been spent up to now
            if isStock || reading.isNow && reading.action == nil && reading.item.hasSuffix("总投资") && !reading.isTotal {
                return .stock
            }
            // 上周累计值守520次, 本周…已整改57个: the stretch is closed.
            if let from = time.from, let to = time.to, from < to, reading.isTotal || reading.isDone,
                isFlow
            {
                return .flow
            }
            if time.isNarrowed { return isFlow ? .flow : .stock }
            // 目前已登记543人, 目前登记543人: from its beginning to now
            let isUntilNow = reading.isNow && isFlow && reading.status == .actual
            if reading.isDone || reading.isTotal || isUntilNow { return .cumulative }
            return isFlow ? .flow : .stock
        case .period:
            guard !isStock, isFlow || reading.isTotal else { return .stock }
            // 27日，已移交18辆: up to that day
            if reading.isDone, let day = time.from, day == time.to { return .cumulative }
            // 今年开工的42个小区: the works of a year are as many as they are, whenever one counts
            return isOpenYear(reading, published) && !reading.isOfTimesBatch ? .ytd : .flow
        }
    }

    /// 今年已办4场: a result of a year that is not over runs from January to the day of publication.
    static func isOpenYear(_ reading: QuantityReading, _ published: CalendarDate?) -> Bool {
        guard reading.status == .actual, let published, let time = reading.time, !time.isNarrowed, let from = time.from,
            let to = time.to
        else { return false }
        return from.month == 1 && from.day == 1 && to.month == 12 && from.year == to.year && to.year == published.year
            && to > published
    }

    // MARK: levels

    private static let averages: WordList = [
        "人均", "户均", "亩均", "日均", "月均", "年均", "场均", "平均", "单个", "时速", "每千", "最大", "最高", "雨强", "单笔",
        "单日", "单次",
    ]

    /// What one pays, gets or is allowed, as the name of a figure ends: 收费标准; but not 标准化厂房, 收费站.
    private static let prices: WordList = [
        "射程", "标准", "单价", "月薪", "月费", "租金", "票价", "餐标", "工本费", "伙食费", "收费", "均价", "保额", "额度", "上限", "推力", "排水量", "亩产",
        "耕地红线",
    ]

    /// Sizes of one thing that nobody adds up: 宽度, 海拔, 水深. What is long or large is so much road or room, as it is where it
    /// stands: 全长380米, 210平方米的食堂.
    private static let sizes: WordList = [
        "宽", "高", "深", "厚", "宽度", "高度", "深度", "厚度", "直径", "口径", "海拔", "距离", "间距", "跨度", "水深", "水位", "积水",
        "积水深度", "路宽", "净高",
    ]

    /// Sizes of one thing, whatever is done with it: 翻越12.7米落差, 跳出7米93的成绩.
    private static let ofOne: WordList = ["落差", "高差", "成绩"]

    /// Doings whose hours are added: 志愿服务1200小时.
    private static let timeSpent: WordList = [
        "服务", "培训", "授课", "值班", "值守", "劳动", "实习", "学习", "课", "天数", "服务时长", "服务总时长", "服务时间",
    ]

    /// A figure of one thing, one day or one head, not of all: 每户500元, 人均, 时速, 为期14天, 全长30公里.
    private static func isLevel(_ reading: QuantityReading, _ unit: String, _ dimension: Dimension) -> Bool {
        if reading.per != nil || reading.measuresOne || isSmallSum(reading, dimension) { return true }
        switch dimension {
        // 零下20多度, 室温高了两度: what is cold or warm, and no electric power
        case .energy where unit == "度" && (reading.quantity.value.isNegative || ends(reading.item, in: warmths)):
            return true
        case .rate, .concentration, .temperature, .speed, .voltage, .frequency: return true
        case .power: return !reading.isTotal && !ends(reading.item, in: stocks)
        // 每上报一条奖励10分: so little is what one deed brings, and no sum of what was given out
        case .score: return !reading.isTotal && (reading.action == nil || reading.quantity.value < Number(200))
        // 用时缩短7分钟, 展期延长两周: how long one thing lasts; days are counted, as 优良天数增加9天
        case .time
        where reading.change != .none && !unit.hasSuffix("天") && unit != "日" && !reading.isTotal
            && reading.quantity.value < Number(100):
            return true
        case .time where reading.change == .none && !reading.isTotal && !ends(reading.item, in: timeSpent):
            return !isAddedUp(reading, unit)
        case .length where reading.action == nil && ends(reading.item, in: sizes) || ends(reading.item, in: ofOne):
            return true
        default: break
        }
        // 千人口托位数, against 人气超千人的市集
        return averages.isFound(in: reading.item) || reading.item.hasPrefix("千人")
            || ends(reading.item, in: prices) && !isTakenIn(reading)
                // 发布国家标准8项: norms, which are counted
                && !(dimension == .count && reading.item.hasSuffix("标准"))
            || reading.isAverage && reading.change == .none
            || DailyRate.isNamed(in: reading.item)
    }

    private static let warmths: WordList = ["温", "气温", "室温", "低温", "高温", "温度", "温差", "体温"]

    /// 其中仓储租金702万元: no single rent comes to so much, which was taken in.
    private static func isTakenIn(_ reading: QuantityReading) -> Bool {
        reading.partOf != nil && ends(reading.item, in: dues) && !(reading.quantity.value < Number(100_000))
    }

    private static let dues: WordList = ["租金", "伙食费", "收费"]

    /// 贡献志愿时长7100个小时: no single doing lasts hundreds of hours, which are added up.
    private static func isAddedUp(_ reading: QuantityReading, _ unit: String) -> Bool {
        hours.contains(unit) && !(reading.quantity.value < Number(200))
    }

    private static let hours: WordList = ["小时", "个小时", "学时", "课时", "工时"]

    /// A few hundred yuan are what one pays, gets or earns: no street adds up so little, but for fines and gifts.
    private static func isSmallSum(_ reading: QuantityReading, _ dimension: Dimension) -> Bool {
        dimension == .money && reading.quantity.value < Number(2000) && !reading.quantity.value.isNegative
            && !reading.isTotal && !ends(reading.item, in: collected)
    }

    private static let collected: WordList = [
        "罚款", "罚款金额", "处罚金额", "罚没款", "罚金", "捐款", "捐款金额", "善款", "结余", "盈余", "义卖款", "奖金",
    ]

    // MARK: flows and stocks

    /// Verbs that tell of what is there afterwards.
    static let standing: WordList = [
        "入驻", "划分", "划分为", "参保", "聚集", "集聚", "配备", "配齐", "选配", "备足", "缺编", "结对", "结转", "吸纳", "登记在册", "储备", "备有", "包干",
        "包联", "办公", "坐班", "驻点", "所建", "划成", "划为", "划定", "聚居", "建档", "组建", "辐射",
        "入住", "包片", "包户", "包楼", "包巷", "常驻", "待命", "通达", "联通", "连通", "横跨", "远销", "销往",
    ]

    /// What takes place, counted in whatever unit: 技能培训19期.
    private static let occasions: WordList = ["培训", "活动", "演练", "讲座", "宣讲", "演出"]

    /// People and things that come and go: 新生儿3200人, 来访群众320人, 毕业生210人, 招聘会12个.
    private static let passing: WordList = [
        "新生", "死亡", "来访", "来信", "毕业", "退休", "病例", "招聘会", "会议", "好人好事", "游客", "旅客", "考生", "失踪", "伤者",
    ]

    /// What is there as people, homes and things are, and not as doings.
    private static let standingDimensions: [Dimension] = [.person, .household, .count, .area, .length]

    /// 参加居民养老保险9870人: who takes part in it stands in its lists.
    private static func isInsured(_ action: String, _ reading: QuantityReading) -> Bool {
        ends(reading.item, in: insurances) && ["参加", "享受", "领取"].contains(action)
    }

    /// Whether no stretch of time is told in which it would have come about.
    private static func isOpen(_ reading: QuantityReading) -> Bool {
        reading.time == nil || reading.time?.kind == .present
    }

    /// 2月10日，该气区累计生产天然气突破1000亿立方米: a level that a running total has come to is told on a day, and not of that day.
    private static func isToldOnDay(_ reading: QuantityReading) -> Bool {
        guard reading.isReached, let time = reading.time, time.kind == .period, let day = time.from else {
            return false
        }
        return day == time.to
    }

    /// What a book holds, where a road leads, what became of people: 收录论述80段, against 去年收录36条.
    private static let lasting: WordList = ["收录", "途经", "经停", "流离失所"]

    /// 截至17时，41个路段封闭: whether those who are counted are in a state that lasts; but 累计封闭路口12个 has been done.
    private static func isState(_ action: String, _ reading: QuantityReading) -> Bool {
        reading.rule == "item.right" && !reading.isTotal && ends(action, in: states)
            && (isOpen(reading) || reading.time?.kind == .running)
    }

    /// States that last, up to whenever they are told: 截至17时，41个路段封闭, 213处火情失控.
    private static let states: WordList = [
        "失控", "燃烧", "封闭", "积水", "盛开", "盛放", "绽放", "怒放", "超警", "超过警戒水位", "超过警戒线",
        "超警戒水位", "高于警戒线", "高于警戒水位", "超汛限水位", "停摆", "断流", "出租", "空置", "闲置", "开放", "过期", "破损", "失效", "停用", "独居",
    ]

    /// 班列覆盖42座城市: how far a net reaches is how it stands; 已覆盖 runs up to now.
    private static func isReach(_ action: String, _ reading: QuantityReading) -> Bool {
        action.hasPrefix("覆盖") && isOpen(reading) && !reading.isDone
            && !reading.isTotal
            && ends(reading.item, in: regions)
    }

    private static let regions: WordList = [
        "国家", "地区", "城市", "省份", "省", "市", "县", "地市", "县市", "口岸", "港口", "街道", "社区", "乡镇", "村", "小区", "院落", "网格",
    ]

    private static let insurances: WordList = [
        "保险", "医保", "社保", "养老待遇", "保险待遇", "保险人员", "医保人员", "社保人员", "补贴", "补贴人员", "津贴", "津贴人员",
    ]

    /// 获得荣誉5项; but 评出奖项6个 is of one contest
    private static func isWon(_ reading: QuantityReading) -> Bool {
        ends(reading.item, in: honours) && reading.action.map { $0.hasPrefix("获") || $0.hasPrefix("荣获") } ?? false
    }

    /// How many a disaster has struck, as names end that count them; those who are missing are found again.
    private static let tolls: WordList = [
        "死亡人数", "遇难人数", "受伤人数", "伤亡人数", "死伤人数", "丧生人数", "罹难人数", "遇害人数", "死亡总人数", "遇难者人数",
    ]

    private static let honours: WordList = ["荣誉", "荣誉称号", "称号", "奖项"]

    private static let extents: WordList = ["面积"]
    private static let coverages: WordList = ["领域", "方面", "环节", "行业", "板块"]

    /// 设置网格员24名, 目前设置服务点8个: who has been given a post is there, and so is what is set up now.
    private static func isSetUp(_ action: String, _ reading: QuantityReading, _ dimension: Dimension) -> Bool {
        (dimension == .person || reading.isNow) && reading.status == .actual
            // 目前在8个街道设立调委会
            && (ends(action, in: settings) || reading.isNow && (action.hasPrefix("设立") || action.hasPrefix("设置")))
    }

    private static let settings: WordList = ["设置", "设立"]

    /// Who comes into the world, the country or a place within a stretch of time, and who leaves it.
    private static let vital: WordList = ["出生人口", "死亡人口", "迁入人口", "迁出人口", "净流入人口", "新增人口"]

    /// Counted in 件 or 批 all the same: works that are planned as so many, and objects.
    private static let tasks: WordList = ["实事", "任务", "大事", "提案", "文物", "展品", "设备", "装备", "器材"]

    /// Measure words of what comes in and is handled one by one.
    private static let cases: WordList = ["件", "起", "宗", "例", "批", "单"]

    private static let flows: WordList = [
        "产量", "产值", "货值", "收入", "支出", "投资", "销量", "销售量", "销售额", "营业额", "成交额", "成交量", "交易额", "交易量", "零售额", "总额", "增加值",
        "吞吐量", "进出口", "出口", "进口", "客流", "客流量", "流量", "订单", "票房", "生产总值", "盈利", "利润", "税收", "营收", "客运量", "货运量", "运输量",
        "业务量", "发电量", "供水量", "用水量", "电量", "成交", "积分", "投诉", "诉求", "就业",
        "清运量", "处理量", "收运量", "收集量", "分出量", "办件量", "办理量", "受理量", "接待量", "投诉量", "来访量", "工单量", "诉求量", "上报量", "用气量", "采购量",
        "供应量", "播放量", "浏览量", "阅读量", "点击量", "观看量", "访问量", "借阅量", "下载量", "献血量", "降雨量", "降水量", "雨量", "信访总量", "工单总量",
        "投诉总量",
        "诉求总量", "警情", "发案", "人次", "产气", "经费投入", "研发投入", "资金投入", "受灾面积", "成灾面积", "绝收面积", "过火面积",
    ]

    /// Nouns whose figures say how things stand, money among them: 贷款余额, 存款, 总资产.
    private static let stocks: WordList = [
        "余额", "存量", "存款", "贷款", "资产", "市值", "估值", "债务", "负债", "欠账", "资本", "限额", "保有量", "储备", "储量", "库存",
        "容量", "规模", "运营里程", "营业里程", "通车里程",
        "装机", "人口", "户籍",
    ]

    /// 新增装机3297万千瓦: what was added to a stock within a stretch of time
    private static func isAdded(_ item: String) -> Bool {
        additions.isFound(in: item)
    }

    private static let additions: WordList = ["新增", "新发", "净增"]

    /// Nouns whose figures run over a stretch of time (产量, 销售额, 收入), and money, which is earned and spent.
    private static func measuresFlow(_ reading: QuantityReading, _ unit: String, _ dimension: Dimension) -> Bool {
        if ends(reading.item, in: vital) || ends(reading.item, in: turnovers)
            || ends(reading.item, in: stocks) && isAdded(reading.item)
        {
            return true
        }
        // 到会代表38人, 报名学员60人: who came to one occasion
        // 进出口货物8万标箱
        if ends(reading.item, in: trades) { return !reading.isStockWorded }
        if dimension == .person || unit == "家", attendances.begins(in: reading.item.utf8Span.span, at: 0) {
            return !reading.isStockWorded
        }
        if ends(reading.item, in: flows) { return !ends(reading.item, in: stocks) }
        // 临时救助9人, 老年人体检1130人: what was done with so many
        if dimension == .person || dimension == .household, ends(reading.item, in: treatments) {
            return !reading.isStockWorded
        }
        // 来信12件, 网上信访98件; but 实事10件
        if cases.contains(unit) { return !reading.isStockWorded && !ends(reading.item, in: tasks) }
        switch dimension {
        // 可回收物276吨, 垃圾333吨: what is weighed has been carried off or brought in
        case .mass:
            return !reading.isStockWorded && !ends(reading.item, in: stocks) && !ends(reading.item, in: weights)
                && !reading.item.hasPrefix("储")
        case .money, .energy: return !reading.isStockWorded && !ends(reading.item, in: stocks)
        default: return false
        }
    }

    /// How much of something is turned over, which other sizes are not: 销售规模, against 资产规模.
    private static let turnovers: WordList = ["销售规模", "引资规模", "交易规模", "投资规模", "成交规模", "贸易规模", "业务规模"]

    /// What is done with people and homes one after another, as names end that tell the doing. Who is insured, signed up or
    /// looked after stays so.
    private static let treatments: WordList = [
        "救助", "体检", "筛查", "认证", "慰问", "安置", "随访", "就诊", "接诊", "住院", "转诊", "代办", "培训", "改造", "走访", "疏散", "救治", "征兵",
        "招录",
        "录用", "迁入", "迁出",
    ]

    /// What one thing weighs or bears, or can take.
    private static let weights: WordList = [
        "重", "重量", "载重", "载荷", "吨位", "能力", "运力", "产能", "水量", "储煤", "仓容", "配额", "物资", "储备粮", "存煤", "存粮", "装载量", "载货量",
        "起飞重量",
    ]

    /// How names end of goods that come in and go out.
    private static let trades: WordList = ["进出口货物", "进口货物", "出口货物", "进出口商品"]

    /// How names begin of those who came to an occasion.
    private static let attendances: WordList = ["到会", "到场", "参会", "与会", "入场", "进场", "实到", "报名"]

    private static func ends(_ item: String, in words: WordList) -> Bool {
        words.isEnding(of: item)
    }
}
