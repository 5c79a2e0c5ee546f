import Facts
import Indicators
import Metrics
import Reports

/// The words of a briefing in its language. Each label stands in Chinese and in English side by side, so that none can be
/// forgotten; what bulletins say is never translated.
struct Wording: Sendable {
    let language: Language
    /// The place reported on; empty where it is not known.
    let region: String

    init(language: Language, region: String = "") {
        self.language = language
        self.region = region
    }

    /// The region as its own bulletins call it: 全区, 全县, 全街道.
    var whole: String {
        guard language == .chinese else { return region.isEmpty ? "the region" : region }
        let kinds = ["街道", "区", "县", "市", "镇", "乡", "旗"]
        return kinds.first(where: region.hasSuffix).map { "全" + $0 } ?? "全部"
    }

    /// What the region is divided into: streets, of a street communities.
    var part: String { isBelowDistrict ? self("社区", "community") : self("街道", "street") }
    var parts: String { isBelowDistrict ? self("社区", "communities") : self("街道", "streets") }

    private var isBelowDistrict: Bool { ["街道", "镇", "乡"].contains(where: region.hasSuffix) }

    func callAsFunction(_ chinese: String, _ english: String) -> String {
        language == .chinese ? chinese : english
    }

    func month(_ month: YearMonth?) -> String {
        guard let month else { return self("日期未注明", "undated") }
        return language == .chinese ? "\(month.year)年\(month.month)月" : month.description
    }

    /// The month within its year: 4月.
    func monthAlone(_ month: YearMonth) -> String {
        language == .chinese ? "\(month.month)月" : month.description
    }

    /// The year with its months so far: 全年（1—4月）.
    func soFar(_ month: YearMonth) -> String {
        guard language == .chinese else { return "\(month.year) (to \(month))" }
        return month.month == 1 ? "全年（1月）" : "全年（1—\(month.month)月）"
    }

    /// The end of a month or of a year: 2026年6月底, 2026年底.
    func end(of month: Month) -> String {
        month.month == 12
            ? self("\(month.year)年底", "end of \(month.year)")
            : self("\(month.year)年\(month.month)月底", "end of \(YearMonth(month))")
    }

    /// The months of the year so far as they are read aloud: 1—4月.
    func januaryTo(_ month: YearMonth) -> String {
        guard language == .chinese else { return "by the end of \(month)" }
        return month.month == 1 ? "1月" : "1—\(month.month)月"
    }

    /// The indicator's name with what sets the series apart. Items that the catalogue lacks keep the bulletin's words.
    func title(_ series: Series) -> String {
        guard language == .english, let name = series.indicator.english else { return series.title }
        var notes = [series.per, series.comparison].compactMap(\.self)
        if series.change != .none { notes.append(label(series.change)) }
        if series.status == .planned { notes.append(label(series.status)) }
        return notes.isEmpty ? name : name + " (" + notes.joined(separator: ", ") + ")"
    }

    /// The title as it is read aloud: a short predicate stands before what it was done to, 楼道杂物（清理） → 清理楼道杂物.
    func spokenTitle(_ series: Series) -> String {
        let title = title(series)
        let name = series.indicator.name
        guard language == .chinese, name.last == "）", let open = name.lastIndex(of: "（"), title.hasPrefix(name) else {
            return title
        }
        let action = name[name.index(after: open)...].dropLast()
        // 清理垃圾（重量）61吨: the unit says so.
        let dimension = series.indicator.identity.dimension
        if action == series.indicator.unit || action == label(dimension) {
            return String(name[..<open]) + title.dropFirst(name.count)
        }
        guard series.indicator.identity.action != nil, action.count <= 3 else { return title }
        return String(action) + name[..<open] + title.dropFirst(name.count)
    }

    func label(_ qualifier: Qualifier) -> String {
        switch qualifier {
        case .exact: self("确数", "exact")
        case .about: self("约", "about")
        case .over: self("以上", "at least")
        case .under: self("以下", "at most")
        case .range: self("区间", "range")
        }
    }

    func label(_ window: Window) -> String {
        switch window {
        case .stock: self("时点数", "stock")
        case .flow: self("时期数", "flow")
        case .ytd: self("本年累计", "year to date")
        case .cumulative: self("累计", "cumulative")
        case .ratio: self("比率", "ratio")
        case .level: self("标准", "level")
        case .unknown: self("未定", "unknown")
        }
    }

    func label(_ change: Change) -> String {
        switch change {
        case .none: self("水平", "level")
        case .increase: self("增加", "increase")
        case .decrease: self("减少", "decrease")
        }
    }

    func label(_ status: Status) -> String {
        switch status {
        case .actual: self("实际", "actual")
        case .planned: self("计划", "planned")
        }
    }

    func label(_ confidence: Confidence) -> String {
        switch confidence {
        case .high: self("高", "high")
        case .medium: self("中", "medium")
        case .low: self("低", "low")
        }
    }

    func label(_ reason: SettingAsideReason) -> String {
        switch reason {
        case .date: self("日期", "date")
        case .time: self("时刻", "time of day")
        case .ordinal: self("序数", "ordinal")
        case .name: self("名称中的数字", "part of a name")
        case .phrase: self("固定词语", "set phrase")
        case .slogan: self("口号", "slogan")
        case .article: self("“一”作虚词", "“one” as an article")
        case .word: self("词内的数字", "inside a word")
        case .numbering: self("编号", "numbering")
        case .contact: self("电话、地址、证件", "contact or identity")
        case .reference: self("文号、标准号", "reference number")
        case .condition: self("条件", "condition")
        case .rank: self("名次", "rank")
        case .structure: self("层级", "levels of a structure")
        case .age: self("年龄", "age")
        case .furniture: self("版面", "page furniture")
        case .vague: self("概数，无法录入", "too vague to enter")
        case .unread: self("未能识读", "not understood")
        }
    }

    /// Why a reading is doubtful, as the reader of a fact says it; a reason without a translation stays as it is.
    func doubt(_ reason: String) -> String {
        language == .english ? reason : Wording.doubts[reason] ?? reason
    }

    /// The doubt about a name so short that it may be a part of one.
    static let shortItem = "the item is short and may lack what it is of"

    /// The doubt about what is read by the heads of a table.
    static let tableHeads = "the item is read from the heads of a table"

    private static let doubts: [String: String] = [
        tableHeads: "事项取自表头和行名，请看表核对",
        "nothing in the sentence says what is counted": "句中没有写明统计的事项",
        "the item is carried over from the sentence before": "事项沿用前一句",
        "only the verb tells what is counted": "事项只能由动词推断",
        "only the verb and the measure word tell what is counted": "事项只能由动词和量词推断",
        "the measure word tells which of the things named before is counted": "前文提到几个事项，按量词选定其一",
        "the item is taken from the clause or heading before": "事项取自前一分句或标题",
        "the item is carried over from the figure before": "事项沿用前一个数字",
        "the words before the colon say what the figures are": "事项取自冒号前的词语",
        "the aid that they get tells who is counted": "统计对象由其享受的救助推断",
        "the item is told by what the one who speaks does": "事项由说话人的营生推断",
        "the item is carried over from what the article counted before": "事项沿用文中前面统计的内容",
        "the words behind the sum tell what the money is for": "款项用途取自金额后面的词语",
        "the sum is named by whom it goes to": "款项按发放对象命名",
        "the item is told by what they make up": "统计的是谁，由其组成的队伍推断",
        "the item is carried over from what was counted before": "事项沿用前文统计的内容",
        "the item is taken from the clause before": "事项取自前一分句",
        "the item is taken from the clause before 的": "事项取自“的”前的分句",
        "the item is that of the figure before, in another unit": "与前一个数字是同一事项，单位不同",
        "the item is that of the paragraph before, in the same unit": "与前一段是同一事项，单位相同",
        "the item is named before 最高的是": "事项取自“最高的是”之前",
        "the item is named before the places that are ranked": "事项取自排名各地之前",
        "the share is of a whole that the clause names": "占比所对的总体取自本分句",
        "the verb tells what is given": "事项由表示发放的动词推断",
        "only the verb tells what the money is for": "款项用途只能由动词推断",
        "the doing is what is counted": "以所做的工作作为事项",
        shortItem: "事项很短，可能不完整",
        "the item is long and may hold too much": "事项很长，可能多取了词",
        "the first word of the item may be no part of it": "事项的第一个词可能是多取的",
        "figures of this kind often leave out what they are of": "这类数字往往没有写明统计的是什么",
        "nothing tells whether it is how things stand or what was done": "看不出是现有数还是本期新做的数",
        "the figure stands by itself in running prose": "数字夹在叙述之中，前后没有同类数字",
        "the sentence does not name the place": "本句没有写明地区",
        "the sentence speaks of the street, and the place is a community": "本句说到街道，地区却取自前文的社区",
        "the sentence does not name the place, and the figure before is of another": "本句没有写明地区，又与上一数字的地区不同",
        "somebody says it, and the sentence does not name the place": "引自谈话，本句没有写明地区",
        "no verb tells what was done": "没有动词说明做了什么",
        "the item is put together from the clauses before": "事项由前面的分句拼合而成",
        "the measure word and the verb tell who is counted": "统计的是谁，由量词和动词推断",
        "the figure sums up things of several names": "这个数是几种名称事项的合计",
        "the people are told by what they do": "统计的是谁，由其所做的事推断",
        "the words name a kind of what was counted before": "是前面统计事项中的一类",
    ]

    func label(_ dimension: Dimension) -> String {
        language == .english ? dimension.rawValue : Wording.dimensions[dimension] ?? dimension.rawValue
    }

    private static let dimensions: [Dimension: String] = [
        .count: "个数", .person: "人数", .personTime: "人次", .household: "户数", .householdTime: "户次",
        .organisation: "组织", .event: "活动场次", .document: "文件份数", .money: "金额", .length: "长度", .area: "面积",
        .volume: "体积", .mass: "重量", .time: "时长", .energy: "能量", .power: "功率", .voltage: "电压",
        .temperature: "温度", .speed: "速度", .frequency: "频率", .data: "数据量", .computing: "算力", .freight: "货运量",
        .ratio: "比率", .point: "百分点", .multiple: "倍数", .score: "分数", .level: "级别", .age: "年龄",
        .concentration: "浓度", .rate: "单价与标准", .vehicleLoad: "车次", .other: "其他",
    ]
}
