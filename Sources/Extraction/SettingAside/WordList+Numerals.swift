/// What stands beside numerals that are set aside, by the rule that asks for it.
extension WordList {
    // MARK: numbering, ordinals, ranks

    static let pointMarks: WordList = ["、", ".", "．", ")", "）"]
    static let pointWords: WordList = ["是", "要", "则", "来"]
    static let ordinalMarks: WordList = ["第", "第 "]
    static let rankNouns: WordList = ["位", "名"]
    static let bestOf: WordList = ["强", "佳", "优", "甲"]
    static let ranked: WordList = ["位", "名", "强", "%", "列"]

    // MARK: telephones

    static let callStrokes: WordList = ["-", "—", "－"]
    static let callLabels: WordList = ["电话：", "电话:", "热线：", "热线:", "刊登：", "刊登:", "邮编：", "邮编:", "邮编"]
    static let callServices: WordList = [
        "热线", "电话", "平台", "服务热线", "便民", "政务服务", "市民", "专线", "报警", "急救", "举报", "政务", "诉求",
    ]
    static let dialling: WordList = [
        "热线", "电话", "拨打", "电话：", "电话:", "热线：", "热线:", "手机", "微信", "QQ", "致电", "“", "咨询",
    ]
    static let hotLines: WordList = ["12345", "12315", "96110", "12348", "12333", "12329"]
    static let emergencyLines: WordList = ["110", "119", "120"]
    static let beforeEmergencyLines: WordList = ["或", "和", "、", "打", "“"]

    static let masks: WordList = ["×", "X", "x", "*", "＊"]
    static let longMasks: WordList = ["××", "XX", "xx", "**", "＊＊"]

    // MARK: times of day, dates, spans

    static let colons: WordList = [":", "："]
    static let hours: WordList = ["时", "点整", "点半", "点钟", "时许"]
    static let hourWords: WordList = ["时间", "时长"]
    static let hourRanges: WordList = ["点到", "点至", "时到", "时至"]
    static let hourMarks: WordList = ["点", "时"]
    static let partsOfDay: WordList = [
        "早", "晚",
        "上午", "下午", "晚上", "早上", "凌晨", "中午", "傍晚", "清晨", "清早", "当晚", "夜里", "晚",
    ]
    static let weeks: WordList = ["周", "星期", "礼拜"]
    static let spanNouns: WordList = ["世纪", "年代", "月份", "年级", "年度", "周年", "周岁"]
    static let beforeSpans: WordList = ["这", "前", "近", "最近", "头"]
    static let locating: WordList = ["来", "后", "前", "间", "以来", "之后", "之前", "以前", "以后", "里", "之间"]
    static let lasting: WordList = ["服务", "培训"]
    static let lengthsOfTime: WordList = ["年限", "工龄", "党龄", "寿命"]
    static let centuries: WordList = ["20", "19"]
    static let strokes: WordList = ["-", "/"]
    static let dateStrokes: WordList = ["-", "/", "."]

    // MARK: lines, roads, houses, schools

    static let numberSigns: WordList = ["号", "＃", "#"]
    static let roads: WordList = ["路", "街", "巷", "道", "里", "弄", "村"]
    static let buildings: WordList = ["栋", "幢", "座"]
    static let numberedBuildings: WordList = ["栋", "幢", "号楼"]
    static let partsOfBuilding: WordList = ["楼下", "单元"]
    static let numberedRoads: WordList = ["路", "街"]
    static let roadWords: WordList = ["路人", "街道", "街区", "街巷"]
    static let builtInPhases: WordList = ["工程", "项目", "建设", "改造", "厂房", "地块", "小区", "楼盘"]
    static let phased: WordList = ["园区", "项目", "工程", "基地", "厂区", "小区"]
    static let lanes: WordList = ["巷", "街"]
    static let houses: WordList = ["栋", "幢"]
    static let dwelling: WordList = ["住", "家住", "住在"]
    static let numberedWays: WordList = ["单元", "巷", "环路", "环高架", "环以内", "环内", "环外"]
    static let lines: WordList = ["国道", "省道", "县道", "路公交", "路车", "次列车", "高地", "矿", "厂区"]
    static let rooms: WordList = ["栋", "幢", "单元", "室", "层"]
    static let beforeRooms: WordList = ["号", "号楼", "栋", "幢", "单元", "小区", "苑", "园"]
    static let dots: WordList = ["·", "•"]
    static let schools: WordList = ["校", "中", "小", "附小", "附中", "所学校", "医院", "院"]
    static let schoolWords: WordList = ["中小学", "小学", "中学", "小区", "小时", "中心", "小组", "中国"]
    static let wholeSchools: WordList = ["小学", "中学"]
    static let beforeSchools: WordList = ["区", "市", "县", "省", "校", "同", "北京", "原"]

    // MARK: references, pages, slogans

    static let openingYears: WordList = ["〔", "["]
    static let closingYears: WordList = ["〕", "]"]
    static let beforePages: WordList = ["共", "第"]
    static let steps: WordList = ["步法", "步闭环", "步走", "步曲", "步工作法", "环节法", "级闭环"]
    static let pageWords: WordList = ["版", "页"]
    /// What a web page counts of itself.
    static let pageCounters: WordList = [
        "阅读", "阅读 ", "阅读：", "阅读:", "阅读量", "阅读量：", "阅读量:", "赞", "赞 ", "点赞", "点赞 ", "在看", "在看 ", "浏览", "浏览：", "浏览:",
        "浏览量：", "浏览量:", "浏览次数：", "浏览次数:", "点击：", "点击:", "点击数：", "点击数:", "点击次数：", "点击次数:", "分享", "分享 ", "收藏", "收藏 ",
        "转发 ", "评论 ",
    ]
    static let readersOfPage: WordList = ["人喜欢作者", "人已赞赏", "人赞赏", "条评论", "次阅读"]
    static let plusSigns: WordList = ["+", "＋"]
    static let timesSigns: WordList = ["×", "x", "X", "*"]

    // MARK: conditions, structures, articles

    static let bounds: WordList = ["以上", "以下", "以内"]
    static let typicalAges: WordList = ["平均年龄", "寿命"]
    static let sizeClasses: WordList = ["级", "型", "制"]
    static let sizeWords: WordList = ["级别", "制作", "制度", "制定", "型号"]
    static let ways: WordList = ["路", "步", "头"]
    static let parting: WordList = ["兵分", "分", "分成"]
    static let limitingHours: WordList = ["内", "后", "前", "以", "的", "左右"]
    static let partyNouns: WordList = ["国", "岸", "军", "街"]
    static let joining: WordList = ["和", "及", "与"]
    static let countingWords: WordList = ["仅", "仅有", "只有", "共", "达", "不足", "不到", "近", "约", "超", "超过"]
    static let roughWords: WordList = ["近", "超", "约", "上", "过", "逾", "破", "达", "不足", "到", "数", "第"]
}
