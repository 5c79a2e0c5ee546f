import Scanning

/// The words of time that need no number.
extension TimeReader {
    static let relativeYears: [(String, Int)] = [
        ("今年", 0), ("本年", 0), ("本年度", 0), ("今年度", 0), ("去年", -1), ("上年", -1), ("上一年", -1), ("前年", -2),
        ("明年", 1), ("次年", 1), ("当年", 100), ("同年", 100), ("过去一年", -1), ("这一年", 100), ("这年", 100), ("那一年", 100),
        ("一年来", 100), ("去年全年", -1),
        ("去年一年", -1), ("今年一年", 0), ("去年一整年", -1), ("去年这一年", -1), ("今年这一年", 0), ("今年一整年", 0),
        ("全年", 0), ("新的一年", 0),
    ]

    static let presents =
        [
            "近日", "日前", "目前", "如今", "现在", "当前", "近期", "眼下", "日内", "最近", "现阶段", "今年暑期", "暑假期间", "寒假期间", "节日期间",
            "春节期间", "国庆期间", "五一期间", "假期", "国庆假期", "暑期", "寒假", "去冬今春", "活动当天", "当天", "当日", "同一天", "昨日", "昨天", "昨晚", "昨夜",
            "前天", "前晚", "今早", "今晨", "后天", "明晚", "当晚",
            "今天",
            "今日",
            "今晚", "今春", "今夏", "今秋", "今冬", "去春", "去夏", "去秋", "去冬", "上学期", "本学期", "入汛前", "入夏前", "入冬前", "春节假期", "元旦假期",
            "清明假期", "端午假期", "中秋假期", "五一假期",
            "明天", "前不久", "不久前", "近来", "连日来", "这几天", "这两天", "这些天", "这段时间", "本周", "上周末", "本周末", "上个周末", "这个周末", "下个周末",
            "今冬明春", "上周", "下周",
            "汛期", "主汛期", "汛期结束前", "夏季", "冬季", "新年伊始", "供暖季结束前", "采暖季结束前", "供暖前",
            "岁末年初", "年初", "年末", "年底前", "年内",
            "汛前", "汛期前", "汛期来临前", "雨季前", "开学前", "春耕前", "入伏前", "暑假前", "寒假前", "雨季", "雨季来临前", "秋季学期", "春季学期", "全周",
            "上学年", "本学年", "上个暑假", "上个寒假", "暑假里", "寒假里", "上个学期", "下个学期", "这个夏天", "这个冬天", "这个春天", "这个秋天", "这个暑假", "这个寒假",
            "这个暑期", "这个假期",
            "整个夏天", "整个冬天",
            "上个星期", "下个星期", "年底", "往年", "这个学期", "这学期", "这一学期", "下学期",
        ] + heatings

    /// The months in which houses are heated, by every name and by their place before or behind each other: 上一个采暖季, 前一个供热期.
    private static let heatings = ["供暖季", "采暖季", "供热季", "供暖期", "采暖期", "供热期"].flatMap { season in
        ["", "上个", "上一", "上一个", "前一个", "下个", "下一个", "本", "本轮", "这个"].map { $0 + season }
    }

    /// “五一”假期, 春节小长假, 国庆节期间 with their parts: 假期首日, 假期前三天.
    static let holidays: [String] = {
        let names = [
            "五一", "“五一”", "“十一”", "十一", "国庆", "国庆节", "劳动节", "春节", "元旦", "清明", "清明节", "端午", "端午节", "中秋", "中秋节", "“双节”",
            "国庆中秋", "中秋国庆",
        ]
        let parts = ["", "期间"] + Festivals.partsOfHolidays.map(\.name)
        var all: [String] = []
        for name in names {
            for kind in ["假期", "小长假", "假日"] { all += parts.map { name + kind + $0 } }
            all += ["期间", "前", "前夕"].map { name + $0 }
        }
        return all + Festivals.partsOfHolidays.map { "假期" + $0.name } + [
            "假日期间", "假期期间", "大会期间", "会议期间", "活动期间", "展会期间", "赛事期间", "整个暑期",
            "整个暑假", "去年这会儿", "去年这时候",
        ]
    }()

    static let runnings = [
        "截至目前", "截止目前", "截至发稿", "截至日前", "截至今日", "截至当前", "截至现在", "至今", "开业至今", "成立至今", "运营至今", "投用至今", "迄今", "迄今为止",
        "目前为止", "到目前为止", "近年来", "近些年来", "半年来",
        "近几年", "近几年来", "这些年", "这些年来", "多年来", "长期以来", "一直以来", "入春以来", "入夏以来", "入秋以来", "入冬以来", "入汛以来", "开年以来", "开春以来",
        "开学以来",
        "春节以来", "国庆以来", "党的十八大以来", "党的二十大以来", "十八大以来",
    ]

    /// What 现 makes a verb with: 出现在, 体现在.
    static let showing: [StaticString] = ["出", "体", "表", "呈", "展", "实", "发", "浮", "显", "再"]

    // What the words of time are; those of spells stand beside their words.
    static let present: Int32 = 1
    static let running: Int32 = 2
    static let partOfYear: Int32 = 3
    /// 截至, 自, 从, 到
    static let bound: Int32 = 4
    /// 当地时间, 北京时间
    static let clockOfPlace: Int32 = 5
    static let holiday: Int32 = 6
    /// A year by its distance from this one, which is added; 100 for one that the text has named: 当年.
    static let relativeYear: Int32 = 1000

    static let table: PhraseTable = {
        var table = PhraseTable(capacity: 256)
        for (word, offset) in relativeYears { table.insert(word.utf8, value: relativeYear + Int32(offset)) }
        for word in presents { table.insert(word.utf8, value: present) }
        for word in holidays { table.insert(word.utf8, value: holiday) }
        for word in runnings { table.insert(word.utf8, value: running) }
        for word in [
            "上半年", "下半年", "前三季度", "本月", "全月", "上月", "当月", "下月", "上个月", "下个月", "这个月", "本季度", "上季度", "下季度", "上一季度",
            "下一季度", "月底", "月中", "年初以来", "月末",
            "第一季度", "第二季度",
            "第三季度",
            "第四季度", "一季度", "二季度", "三季度", "四季度",
        ] {
            table.insert(word.utf8, value: partOfYear)
        }
        for word in ["截至", "截止到", "截止", "截至到", "自", "从", "到", "至"] { table.insert(word.utf8, value: bound) }
        for word in ["当地时间", "北京时间"] { table.insert(word.utf8, value: clockOfPlace) }
        // 世界读书日, 全国防灾减灾日: a day alone is told of in two characters as well (三八, 五一), which mean other things.
        let days = Festivals.builtIn.allNames.filter { $0.hasSuffix("日") || $0.hasSuffix("节") }
        let spells = [
            (days, feast),
            (formers, formerly), (meanwhiles, meanwhile), (lunarMonths, lunarMonth), (feasts, feast),
            (firstParts, firstPart), (fromTodays, fromToday), (longAgos, longAgo), (newYears, newYear),
            (weekdays, weekdayAlone), (daysTold, dayTold), (turnsOfTime, turnOfTime), (reachedNows, reachedNow),
            (thens, then),
        ]
        for (words, value) in spells {
            for word in words { table.insert(word.utf8, value: value) }
        }
        return table
    }()

    /// Parts of a year by name, with their first and last month.
    static let parts: [(StaticString, Int, Int, TimeExpression.Kind)] = [
        ("上半年", 1, 6, .period), ("下半年", 7, 12, .period), ("前三季度", 1, 9, .sinceJanuary),
        ("第一季度", 1, 3, .period),
        ("一季度", 1, 3, .period), ("第二季度", 4, 6, .period), ("二季度", 4, 6, .period), ("第三季度", 7, 9, .period),
        ("三季度", 7, 9, .period), ("第四季度", 10, 12, .period), ("四季度", 10, 12, .period), ("全年", 1, 12, .period),
    ]

    /// Words that begin with the 起 which ends a time in 9月1日起.
    static let rising: [StaticString] = [
        "起来", "起草", "起步", "起初", "起点", "起床", "起飞", "起立", "起码", "起先", "起诉", "起获", "起底", "起重", "起火", "起拍", "起售", "起航",
        "起源",
    ]

    /// What makes an evening or a night a part of a word: 晚会, 晚报, 夜里, 夜市.
    static let evenings: [StaticString] = ["会", "宴", "报", "餐", "里", "市", "校"]

    static let partsOfDay: [StaticString] = ["晚间", "晚上", "深夜", "夜间", "上午", "下午", "中午", "清晨", "凌晨"]

    private static let dayWords: [StaticString] = [
        "一早", "一大早", "上午", "下午", "晚间", "晚上", "晚", "深夜", "夜间", "夜里", "夜", "中午", "午后", "凌晨", "傍晚", "清晨", "早上", "早晨", "白天",
        "早",
        "当晚", "当夜", "当天",
    ]

    /// The parts of a day: 2月8日上午.
    static let dayParts = WordList(dayWords)

    /// What narrows a year or a day: 今年春节, 2月8日上午.
    static let stops = WordList(
        [
            "流感季", "采摘季", "采收季", "收获季", "丰收季", "春耕季", "秋收季", "开学季", "旅游季", "毕业季", "招生季", "灌溉季", "雨季前", "雨季", "供热季",
            "采暖期", "供暖期", "供热期", "开学前",
            "冬至", "立春", "立夏", "立秋", "立冬", "霜降", "除夕", "小年", "腊八节", "腊八", "植树节", "儿童节", "妇女节", "建军节", "教师节", "护士节",
            "汛期结束前", "汛期前", "主汛期", "汛前", "入汛前", "入冬前", "供暖前", "供暖季结束前", "采暖季结束前", "供暖季结束后", "采暖季结束后",
            "春季学期", "秋季学期", "新学期", "国庆假期", "春节假期", "元旦假期", "五一假期", "“五一”假期", "端午假期", "中秋假期", "清明假期", "中秋国庆假期",
            "国庆中秋假期", "元宵节", "中秋节", "端午节", "清明节", "国庆节", "劳动节", "重阳节",
            "元宵", "重阳", "全天", "同期", "春节", "暑假", "寒假", "暑期", "国庆", "五一", "中秋", "端午", "清明", "汛期", "春季", "夏季", "秋季", "冬季",
            "春天", "夏天",
            "秋天", "冬天", "开春", "春上", "入夏", "入冬", "入秋", "入春", "入汛", "供暖季", "采暖季", "当月", "开学后", "放假后", "放假前", "元旦", "秋收前",
            "秋收后", "春耕前", "春耕后", "夏收前", "夏收后",
        ] + dayWords)
}
