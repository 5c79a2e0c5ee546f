import Scanning

/// The tokens of a sentence whose words belong to kinds that tell a verb's object from a noun made with a verb.
struct WordKinds: Sendable {
    /// Nouns for papers, which are handed out: 问卷, 通知书.
    let papers: Set<Int>
    /// Verbs that somebody is brought in by, who then does something: 联合, 会同.
    let companies: Set<Int>
    /// Verbs of using something for what the next verb tells: 盘活, 利用.
    let resources: Set<Int>
    /// Verbs that tell what something is about or for: 涉, 用于.
    let concerns: Set<Int>
    /// Verbs that make a thing, place it, hand it out or take it away: 安装, 发放, 清理. They take no verb as their object.
    let handlings: Set<Int>
    /// Verbs that are done to people or to a matter: 劝导, 调解. Before a thing they tell what it is for.
    let purposes: Set<Int>
    /// Nouns for those who do something and for where it is done, which a verb before them tells apart: 维修|班组, 采样|台.
    let posts: Set<Int>
    /// Of those, the ones that no verb is done to: 维修|班组.
    let bodies: Set<Int>
    /// 组织 where it is a body and no verb: 调解组织受理纠纷.
    let associations: Set<Int>
    /// Words that say that something was brought to its end: 完毕, 到位.
    let finishings: Set<Int>
    /// Verbs that settle a matter, which go on a series: 排查|整改.
    let settlings: Set<Int>
    /// Verbs of helping, which are not what is done: 帮助|解决.
    let helpings: Set<Int>
    /// 起 and its like, which say that a verb before them came to something: 组建|起.
    let results: Set<Int>
    /// 地 behind a word that says how something is done.
    let adverbials: Set<Int>
    /// 与, which joins two nouns or brings in a partner.
    let partners: Set<Int>

    init(_ tokens: [Token], _ text: Span<UInt8>) {
        func all(_ isOf: (Token) -> Bool) -> Set<Int> { Set(tokens.indices.filter { isOf(tokens[$0]) }) }
        func all(of words: WordList) -> Set<Int> { all { words.contains($0.start..<$0.end, of: text) } }
        func ending(in words: WordList) -> Set<Int> {
            all { $0.kind == .word && $0.wordClass != .verb && words.ends(in: text, at: $0.end, floor: $0.start) }
        }
        papers = all {
            $0.kind == .word && $0.wordClass == .noun && $0.end - $0.start >= 6
                && WordKinds.papers.ends(in: text, at: $0.end) && !text.has("代表", before: $0.end)
        }
        companies = all(of: WordKinds.companies)
        resources = all(of: WordKinds.resources)
        concerns = all(of: WordKinds.concerns)
        handlings = all(of: WordKinds.handlings)
        purposes = all(of: WordKinds.purposes)
        posts = ending(in: WordKinds.posts)
        bodies = ending(in: WordKinds.bodies)
        settlings = all(of: WordKinds.settlings)
        helpings = all(of: ["帮助", "协助", "帮", "帮忙", "指导"])
        results = all(of: ["起", "起来", "下", "好"])
        finishings = all(of: WordKinds.finishings)
        adverbials = all(of: ["地"])
        partners = all(of: ["与"])
        associations = Set(
            tokens.indices.filter { index in
                guard index > 0, index + 1 < tokens.count, WordKinds.isAssociation(tokens[index], text) else {
                    return false
                }
                let (before, next) = (tokens[index - 1], tokens[index + 1])
                // 调解|组织|共调解, 自治|组织|微更新项目; but 社区|组织|开展
                return before.kind == .word && [.verbalNoun, .noun].contains(before.wordClass)
                    && !before.has(.plan) && !before.has(.agent) && !before.has(.human) && !before.has(.body)
                    && before.end - before.start >= 6 && next.kind == .word && !next.has(.light)
                    && (before.wordClass == .verbalNoun || next.has(.sum))
            })
    }

    private static func isAssociation(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.kind == .word && token.end - token.start == 6 && text.has("组织", at: token.start)
    }

    private static let companies: WordList = [
        "联合", "会同", "携手", "邀请", "发动", "动员", "请", "请来", "协调", "联动", "联系", "督促", "责令",
    ]
    private static let resources: WordList = ["盘活", "利用", "腾出", "整合", "挖潜", "统筹", "依托"]
    private static let concerns: WordList = ["涉", "涉及", "关于", "有关", "用于"]
    private static let papers: WordList = ["书", "单", "表", "卷", "页", "册", "函"]
    private static let handlings: WordList = [
        "发放", "下发", "印发", "分发", "派发", "散发", "派送", "赠送", "捐赠", "捐献", "张贴", "悬挂", "张挂", "粘贴", "印制",
        "制作", "编印", "绘制", "安装", "加装", "更换", "铺设", "敷设", "架设", "埋设", "设置", "增设", "设立", "新设", "成立",
        "组建", "建立", "创建", "新建", "建成", "建设", "打造", "改建", "扩建", "兴建", "修建", "开设", "开办", "增加", "新增",
        "增添", "添置", "购置", "购买", "采购", "租用", "租赁", "配备", "配置", "配齐", "增配", "投入", "投放", "投用", "启用",
        "出动", "派出", "选派", "抽调", "调派", "调集", "落实", "储备", "清理", "清运", "清除", "铲除", "拆除", "清扫", "收缴",
        "查扣", "没收", "暂扣", "取缔", "关停", "查封", "关闭", "拨打", "签订", "签署", "签", "建", "设", "装", "发", "贴", "换",
        "购", "配", "拆", "拆掉", "拆下", "换下", "回收", "招募", "聘用", "聘请", "配送", "开具", "提供", "开通", "搭建", "布设",
        "划定", "种植", "栽种", "补种", "引进", "引入", "带来", "公布", "发布", "推出", "制定", "出台", "稳定", "改造", "提升",
        "整治", "修缮", "修复", "翻修", "迁建", "升级", "优化", "重建", "更新", "运营", "命名", "挂牌", "建好", "建起", "设有",
        "建有", "配有", "收集", "签下", "开出", "新签", "新开", "制定", "编制", "编写",
    ]
    private static let purposes: WordList = [
        "装修", "招聘", "招工", "搬家", "交友", "调解", "宣传", "劝导", "慰问", "养老", "咨询", "培训", "服务", "救援", "救助",
        "巡逻", "管理", "采样", "保洁", "执法", "提醒", "提示", "警示", "回访", "就业", "创业", "帮扶", "监督", "教育", "护理",
        "照料", "照护", "康复", "公示", "投诉", "维权", "调研", "值守", "议事", "助餐", "接种", "学习", "阅读", "表彰", "纪念",
        "指引", "告知", "倡议", "承诺", "求助", "救治", "防疫", "普法",
    ]
    private static let posts: WordList = [
        "班组", "小组", "委员会", "专班", "队", "站", "点", "室", "店", "中心", "厅", "馆", "亭", "台", "岗", "岗位", "人员", "专员",
        "师", "书", "卡", "卡片", "手册", "牌", "函", "信", "广告", "电话", "平台", "窗口", "热线", "公约", "折页", "基地", "组织",
        "协会", "联盟", "机构", "门店", "网点", "专家", "骨干", "车间", "驿站",
    ]
    private static let bodies: WordList = [
        "班组", "小组", "委员会", "专班", "队", "人员", "专员", "店", "师", "广告", "电话", "协会", "机构",
    ]
    private static let settlings: WordList = [
        "整改", "化解", "处置", "调处", "解决", "办理", "办结", "查处", "治理", "整治", "消除", "维修", "维护",
        "保养", "养护", "检修",
    ]
    private static let finishings: WordList = ["完毕", "到位", "完工", "竣工", "完成", "结束", "达标", "销号", "收官"]
}
