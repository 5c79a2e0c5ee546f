import Scanning

/// What stands beside numerals that are set aside, by the rule that asks for it.
///
/// Each numeral is asked for nearly all of them, and the characters on both sides of it tell at once which ones there can be.
enum NumeralWords: Int, CaseIterable {
    // numbering, ordinals, ranks
    case pointMarks, pointWords, ordinalMarks, rankNouns, bestOf, ranked
    // telephones
    case callStrokes, callLabels, codeLabels, callServices, dialling, hotLines, emergencyLines, beforeEmergencyLines,
        alarms, masks,
        longMasks
    // times of day, dates, spans
    case colons, hours, hourWords, hourRanges, hourMarks, partsOfDay, weeks, spanNouns, beforeSpans, locating,
        lasting, served, lengthsOfTime, beforeHours, centuries, strokes, dateStrokes
    // lines, roads, houses, schools
    case beforeLines, numberSigns, roads, buildings, numberedBuildings, partsOfBuilding, numberedRoads, roadWords,
        builtInPhases,
        phased, lanes, houses, dwelling, numberedWays, lines, rooms, beforeRooms, dots, schools, schoolWords,
        wholeSchools, beforeSchools
    // references, pages, slogans
    case openingYears, closingYears, beforePages, steps, pageWords, pageCounters, readersOfPage, plusSigns, timesSigns
    // contests, sittings of assemblies, generations
    case moneyUnits, stacked, contests, eventNouns, assemblies, sittings, generationMark, formalNumerals, formalUnits,
        latitudes,
        wells
    // conditions, structures, articles
    case bounds, typicalAges, sizeClasses, sizeWords, ways, parting, limitingHours, partyNouns, joining,
        countingWords, roughWords, photographs, floorDwellers, machines,
        keycaps, numberedKinds

    private var words: [StaticString] {
        switch self {
        case .pointMarks: ["、", ".", "．", ")", "）"]
        case .pointWords: ["是", "要", "则", "来"]
        case .ordinalMarks: ["第", "第 "]
        case .rankNouns: ["位", "名"]
        case .bestOf: ["强", "佳", "优", "甲"]
        case .ranked: ["位", "名", "强", "%", "列"]
        case .callStrokes: ["-", "—", "－"]
        case .callLabels: ["电话：", "电话:", "热线：", "热线:", "刊登：", "刊登:", "邮编：", "邮编:", "邮编"]
        case .codeLabels:
            [
                "尾号", "编号", "证号", "批号", "卡号", "账号", "帐号", "代码", "验证码", "密码", "群号", "工号", "学号", "车牌号", "户号", "单号", "工单号",
                "房号",
                "编号：", "编号:", "编号为", "卡号：", "账号：", "代码：", "密码：", "单号：", "工单号：", "尾号为", "邀请码", "取餐码", "会议号", "会议号：",
                "邮政编码",
                "邮政编码：", "QQ群", "QQ群：", "QQ：", "QQ:", "监督电话", "报警电话",
            ]
        case .callServices:
            [
                "热线", "电话", "平台", "服务热线", "便民", "政务服务", "市民", "专线", "报警", "急救", "举报", "政务", "诉求",
            ]
        case .dialling:
            [
                "热线", "电话", "拨打", "电话：", "电话:", "热线：", "热线:", "手机", "微信", "QQ", "致电", "“", "咨询",
            ]
        case .hotLines: ["12345", "12315", "96110", "12348", "12333", "12329"]
        case .emergencyLines: ["110", "119", "120"]
        case .alarms: ["接", "出警", "警情", "指挥", "指令", "联动", "非警"]
        case .beforeEmergencyLines: ["或", "和", "、", "打", "“"]
        case .masks: ["×", "X", "x", "*", "＊"]
        case .longMasks: ["××", "XX", "xx", "**", "＊＊"]
        case .colons: [":", "："]
        case .hours: ["时", "点整", "点半", "点钟", "时许"]
        case .hourWords: ["时间", "时长"]
        case .hourRanges: ["点到", "点至", "时到", "时至"]
        case .hourMarks: ["点", "时"]
        case .partsOfDay:
            [
                "早", "晚",
                "上午", "下午", "晚上", "早上", "凌晨", "中午", "傍晚", "清晨", "清早", "当晚", "夜里", "晚",
            ]
        case .weeks: ["周", "星期", "礼拜"]
        case .spanNouns: ["世纪", "年代", "月份", "年级", "年度", "周年"]
        case .keycaps: ["\u{FE0F}\u{20E3}", "\u{20E3}"]
        case .numberedKinds: ["店", "组", "队", "班", "厂", "校", "院", "馆", "车间", "分店", "分队", "食堂"]
        case .machines: ["台", "套", "部", "辆", "具", "架", "艘", "盏", "块"]
        case .photographs: ["照片", "免冠", "证件照", "彩照", "白底", "蓝底", "红底", "近照"]
        case .floorDwellers: ["住户", "居民", "业主", "的住户", "的居民", "的业主", "往上", "往下"]
        case .beforeSpans: ["未来", "今明", "）明", "这", "那", "前", "近", "最近", "头", "再过"]
        case .formalNumerals: ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟"]
        case .formalUnits: ["元", "圆", "角", "分", "拾", "佰", "仟", "万", "萬", "亿"]
        case .generationMark: ["后"]
        case .latitudes: ["北纬", "南纬", "东经", "西经"]
        case .wells: ["油田", "油气田", "气田", "油井", "气井", "区块", "地块", "平台"]
        case .moneyUnits: ["元", "块", "块钱", "毛", "毛钱", "角"]
        case .stacked: ["上下", "地上", "地下", "共", "分为", "分"]
        case .contests: ["男子", "女子", "混合", "双人", "男女"]
        case .eventNouns:
            [
                "气步枪", "气手枪", "手枪", "步枪", "跳台", "跳板", "台", "板", "自由泳", "蛙泳", "蝶泳", "仰泳", "混合泳", "接力", "栏", "障碍", "直线",
                "直道", "短跑", "长跑", "往返", "折返", "迎面", "计时赛", "越野", "游泳",
            ]
        case .beforeLines: ["国道", "省道", "县道"]
        case .assemblies: ["届", "人大", "政协", "代表大会", "党代会"]
        case .sittings: ["次会议", "次全体会议", "次全会"]
        case .beforeHours: ["延到", "延长到", "延至", "持续到", "忙到", "等到", "开到", "推迟到"]
        case .locating: ["来", "后", "前", "间", "以来", "之后", "之前", "以前", "以后", "里", "之间"]
        case .lasting: ["服务", "培训"]
        case .served:
            [
                "从医", "从教", "从警", "从业", "从军", "从政", "执教", "执业", "任教", "行医", "服役", "坚守", "驻村", "驻守", "值守", "扎根", "守护",
                "陪伴", "照顾",
                "照料", "任职", "履职", "参军", "当兵", "坚持", "工作", "运行", "使用", "干了", "守了", "住了", "做了", "用了", "教了", "当了", "照顾了",
                "坚持了",
                "工作了", "服务了", "服役了", "坚守了", "等了", "陪伴了", "守护了",
            ]
        case .lengthsOfTime:
            [
                "年限", "工龄", "党龄", "寿命", "医龄", "教龄", "警龄", "质保期", "保修期", "租期", "租赁期", "合同期", "服务期", "有效期", "补贴期", "聘期",
                "任期", "试用期",
                "工期", "养护期", "过渡期", "缓冲期", "使用期", "运营期",
            ]
        case .centuries: ["20", "19"]
        case .strokes: ["-", "/"]
        case .dateStrokes: ["-", "/", "."]
        case .numberSigns: ["号", "＃", "#"]
        case .roads: ["路", "街", "巷", "道", "里", "弄", "村"]
        case .buildings: ["栋", "幢", "座"]
        case .numberedBuildings: ["栋", "幢", "号楼"]
        case .partsOfBuilding: ["楼下", "单元"]
        case .numberedRoads: ["路", "街"]
        case .roadWords: ["路人", "街道", "街区", "街巷"]
        case .builtInPhases:
            [
                "总投资", "投资", "建筑面积", "总建筑面积", "占地", "总面积", "面积", "扩建", "建成", "工程", "项目", "建设", "改造", "厂房", "地块", "小区",
                "楼盘",
            ]
        case .phased:
            [
                "园", "园区", "号线", "高速", "隧道", "水厂", "电厂", "片区", "产业城", "项目", "工程", "基地", "厂区", "交会", "博会", "小区", "港区",
                "码头", "大桥", "机场", "水道", "干渠", "灌区", "水库",
                "电站", "铁路",
                "高铁",
                "地铁", "苑", "花园", "家园", "公寓", "新村", "新城", "嘉园", "名城", "华庭",
            ]
        case .lanes: ["巷", "街"]
        case .houses: ["栋", "幢"]
        case .dwelling: ["住", "家住", "住在"]
        case .numberedWays: ["单元", "巷", "环路", "环高架", "环以内", "环内", "环外"]
        case .lines: ["国道", "省道", "县道", "路公交", "路车", "次列车", "高地", "矿", "厂区"]
        case .rooms: ["栋", "幢", "单元", "室", "层"]
        case .beforeRooms: ["号", "号楼", "栋", "幢", "单元", "小区", "苑", "园", "公寓", "新村"]
        case .dots: ["·", "•"]
        case .schools: ["校", "中", "小", "附小", "附中", "所学校", "医院", "院"]
        case .schoolWords: ["中小学", "小学", "中学", "小区", "小时", "中心", "小组", "中国"]
        case .wholeSchools: ["小学", "中学"]
        case .beforeSchools: ["区", "市", "县", "省", "校", "同", "北京", "原"]
        case .openingYears: ["〔", "["]
        case .closingYears: ["〕", "]"]
        case .beforePages: ["共", "第"]
        case .steps: ["步法", "步闭环", "步走", "步曲", "步工作法", "环节法", "级闭环"]
        case .pageWords: ["版", "页"]
        // What a web page counts of itself.
        case .pageCounters:
            [
                "阅读", "阅读 ", "阅读：", "阅读:", "阅读量", "阅读量：", "阅读量:", "赞", "赞 ", "点赞", "点赞 ", "在看", "在看 ", "浏览", "浏览：",
                "浏览:",
                "浏览量：", "浏览量:", "浏览次数：", "浏览次数:", "点击：", "点击:", "点击数：", "点击数:", "点击次数：", "点击次数:", "分享", "分享 ", "收藏",
                "收藏 ",
                "转发 ", "评论 ",
            ]
        case .readersOfPage: ["人喜欢作者", "人已赞赏", "人赞赏", "条评论", "次阅读"]
        case .plusSigns: ["+", "＋"]
        case .timesSigns: ["×", "x", "X", "*"]
        case .bounds: ["以上", "以下", "以内"]
        case .typicalAges: ["平均年龄", "寿命"]
        case .sizeClasses: ["级", "型", "制"]
        case .sizeWords: ["级别", "制作", "制度", "制定", "型号"]
        case .ways: ["路", "步", "头"]
        case .parting: ["兵分", "分", "分成"]
        case .limitingHours: ["内", "后", "前", "以", "的", "左右"]
        case .partyNouns: ["国", "岸", "军", "街", "部门", "部委", "部分"]
        case .joining: ["和", "及", "与"]
        case .countingWords: ["仅", "仅有", "只有", "共", "达", "不足", "不到", "近", "约", "超", "超过"]
        case .roughWords: ["近", "超", "约", "上", "过", "逾", "破", "达", "不足", "到", "数", "第"]
        }
    }

    @inline(__always)
    var list: WordList { NumeralWords.lists[rawValue] }

    private static let lists = allCases.map { WordList($0.words) }

    /// Which of the lists hold a word that begins, or one that ends, with a character.
    struct Signs: Sendable {
        fileprivate var bits: UInt128 = 0

        @inline(__always)
        func mayHold(_ words: NumeralWords) -> Bool { bits &>> UInt128(words.rawValue) & 1 != 0 }
    }

    /// The lists that may hold a word which begins at a position.
    static func signs(of text: Span<UInt8>, at position: Int, end: Int) -> Signs {
        guard position < end else { return Signs() }
        return openings[text.scalar(at: position).value]
    }

    /// The lists that may hold a word which ends at a position.
    static func signs(of text: Span<UInt8>, before position: Int, floor: Int) -> Signs {
        guard position > floor else { return Signs() }
        return endings[text.scalar(at: text.scalarStart(before: position)).value]
    }

    private static let openings = Characters { $0.first }
    private static let endings = Characters { $0.last }

    /// The signs of characters.
    private struct Characters: Sendable {
        private var places = PhraseTable(capacity: 512)
        private var signs: [Signs] = []

        init(_ character: (String.UnicodeScalarView) -> Unicode.Scalar?) {
            for list in NumeralWords.allCases {
                for word in list.words {
                    guard let scalar = character("\(word)".unicodeScalars) else { continue }
                    let place = places.value(of: String(scalar)).map { Int($0) } ?? signs.count
                    if place == signs.count {
                        places.insert(String(scalar).utf8, value: Int32(place))
                        signs.append(Signs())
                    }
                    signs[place].bits |= 1 << UInt128(list.rawValue)
                }
            }
        }

        subscript(scalar: UInt32) -> Signs { places.value(of: scalar).map { signs[Int($0)] } ?? Signs() }
    }
}
