import Scanning

/// Kinds of words that tell a verb's object from a noun made with a verb. A word has them by itself, wherever it stands.
struct WordKinds: OptionSet, Sendable, Hashable {
    let rawValue: UInt128

    // The kinds are computed, and so stand in the code as numbers: one that is stored is made when it is first asked for, and
    // each question after that asks whether it has been made.

    /// One bit a kind, numbered as they stand here, so that no two share one.
    private enum Kind: UInt8 {
        case paper, company, resource, concern, handling, purpose, post, body, association,
            settling, helping, finishing, result, adverbial, partner, numeral, moment, home, series,
            joining, course, raising, addition, convening, gathering, site, event,
            attending, likeness, condition, pursuit, accompaniment, negation, facility, statement,
            clerical, steering, directed, personal, ground, appliance, doer, design, plural, fresh,
            standing, dispatch, utmost, praise, including, unpaid, running, benefit, enrolled,
            fronting, mishap, gratis, sorts, tending, inspecting, works, road,
            receiving, going, office, taking, classifier, hardship, showing, holding, exemplary, worth, linking,
            nameEnd, personEnd, inside, complement, within, thousands, airport, spot, happening, focal
    }

    @inline(__always)
    init(rawValue: UInt128) { self.rawValue = rawValue }

    @inline(__always)
    private init(_ kind: Kind) { rawValue = 1 &<< UInt128(kind.rawValue) }

    /// a noun for a paper, which is handed out: 问卷, 通知书
    static var paper: WordKinds { WordKinds(.paper) }
    /// a verb that somebody is brought in by, who then does something: 联合, 会同
    static var company: WordKinds { WordKinds(.company) }
    /// a verb of using something for what the next verb tells: 盘活, 利用
    static var resource: WordKinds { WordKinds(.resource) }
    /// a verb that tells what something is about or for: 涉, 用于
    static var concern: WordKinds { WordKinds(.concern) }
    /// a verb that makes a thing, places it, hands it out or takes it away, and takes no verb as its object: 安装, 发放, 清理
    static var handling: WordKinds { WordKinds(.handling) }
    /// a verb that is done to people or to a matter, and before a thing tells what it is for: 劝导, 调解
    static var purpose: WordKinds { WordKinds(.purpose) }
    /// a noun for those who do something and for where it is done, which a verb before it tells apart: 维修|班组, 采样|台
    static var post: WordKinds { WordKinds(.post) }
    /// of those, one that no verb is done to: 维修|班组
    static var body: WordKinds { WordKinds(.body) }
    /// 组织, a body or a verb
    static var association: WordKinds { WordKinds(.association) }
    /// a verb that settles a matter, which goes on a series: 排查|整改
    static var settling: WordKinds { WordKinds(.settling) }
    /// a verb of helping, which is not what is done: 帮助|解决
    static var helping: WordKinds { WordKinds(.helping) }
    /// a word that says that something was brought to its end: 完毕, 到位
    static var finishing: WordKinds { WordKinds(.finishing) }
    /// 起 and its like, which say that a verb before them came to something: 组建|起
    static var result: WordKinds { WordKinds(.result) }
    /// 地 behind a word that says how something is done
    static var adverbial: WordKinds { WordKinds(.adverbial) }
    /// 与, which joins two nouns or brings in a partner
    static var partner: WordKinds { WordKinds(.partner) }
    /// a number that counts nothing, as part of how something is done: 24小时
    static var numeral: WordKinds { WordKinds(.numeral) }
    /// a word that makes what stands before it a time: 时 in 建成时
    static var moment: WordKinds { WordKinds(.moment) }
    /// where those live who stand before it: 残疾人|家中
    static var home: WordKinds { WordKinds(.home) }
    /// a measure word of a series, behind the number of a year: 2025|届
    static var series: WordKinds { WordKinds(.series) }
    /// a verb of taking part: 参加, 参与
    static var joining: WordKinds { WordKinds(.joining) }
    /// a noun for how things are done, which a verb before it tells apart: 共建|模式
    static var course: WordKinds { WordKinds(.course) }
    /// a verb of raising money or giving it out: 筹集, 拨付
    static var raising: WordKinds { WordKinds(.raising) }
    /// a verb that makes what is counted more, whoever it is: 新增, 净增
    static var addition: WordKinds { WordKinds(.addition) }
    /// a verb that brings about an event or a body, which then does something: 举办|招聘会|提供
    static var convening: WordKinds { WordKinds(.convening) }
    /// a verb that brings in those who then do something: 引入|机构|建成
    static var gathering: WordKinds { WordKinds(.gathering) }
    /// a noun for a place that those who own it do something with: 烧烤店, 小区
    static var site: WordKinds { WordKinds(.site) }
    /// a noun for what is held, which brings people together who may then do something (招聘会, 邻里节), and which a verb before it
    /// tells apart: 推进|会
    static var event: WordKinds { WordKinds(.event) }
    /// comes to a meeting, which is what they do where it ends the clause: 代表200人|与会
    static var attending: WordKinds { WordKinds(.attending) }
    /// says that others are of the same sort: 像|这样的
    static var likeness: WordKinds { WordKinds(.likeness) }
    /// how a thing looks or somebody fares, of which is told how it has changed: 小区|面貌|焕然一新, 两人|伤势|较重
    static var condition: WordKinds { WordKinds(.condition) }
    /// a doing of those who are counted by it, at the end of their name: 学员结业
    static var pursuit: WordKinds { WordKinds(.pursuit) }
    /// a verb that only tells who did it together with somebody: 联合, 带领
    static var accompaniment: WordKinds { WordKinds(.accompaniment) }
    /// a word that says that something is not there or not done: 没有, 未
    static var negation: WordKinds { WordKinds(.negation) }
    /// a noun for a place or a device that something is done at or with, which takes a verb before it into its name: 压缩|转运站
    static var facility: WordKinds { WordKinds(.facility) }
    /// a noun for a paper that states something, which takes what it states into its name: 检验|检测|报告, 工伤|认定|决定书
    static var statement: WordKinds { WordKinds(.statement) }
    /// a verb that is done to papers: 审核, 填写
    static var clerical: WordKinds { WordKinds(.clerical) }
    /// a verb of bringing somebody to do what the next verb tells: 督促|商户|整改
    static var steering: WordKinds { WordKinds(.steering) }
    /// a verb that says where to or with what result, and so is a predicate: 驶入, 改成
    static var directed: WordKinds { WordKinds(.directed) }
    /// a verb that is done to people, whom a noun behind it names: 招聘|教师, 慰问|老人
    static var personal: WordKinds { WordKinds(.personal) }
    /// land, on which something is then grown or built: 流转土地|种植芍药
    static var ground: WordKinds { WordKinds(.ground) }
    /// of the facilities, a thing that does nothing by itself and that something is done with: 特种设备|使用|单位
    static var appliance: WordKinds { WordKinds(.appliance) }
    /// 者 behind what somebody does: 取得证书|者
    static var doer: WordKinds { WordKinds(.doer) }
    /// a word for what is to be, before what there is to be of it: 规划|床位
    static var design: WordKinds { WordKinds(.design) }
    /// 们, which makes several people of one: 姐妹|们
    static var plural: WordKinds { WordKinds(.plural) }
    /// 新, which goes before verbs and nouns alike
    static var fresh: WordKinds { WordKinds(.fresh) }
    /// a verb by which things are sorted that have been built, handled or put to use, or are to be: 新建|小区, 停用|电梯
    static var standing: WordKinds { WordKinds(.standing) }
    /// a verb of sending those or that out which then do something: 出动|5辆|清运垃圾
    static var dispatch: WordKinds { WordKinds(.dispatch) }
    /// a character in which names of things, papers and events end, behind a verb that tells what they are for: 停放|框
    static var nameEnd: WordKinds { WordKinds(.nameEnd) }
    /// where something is, in one word: 车上, 楼下, 门前
    static var spot: WordKinds { WordKinds(.spot) }
    /// a round number behind 每: 每|千|人口
    static var thousands: WordKinds { WordKinds(.thousands) }
    /// 机场, in whose name its city goes
    static var airport: WordKinds { WordKinds(.airport) }
    /// 里 or 内, behind where something is
    static var within: WordKinds { WordKinds(.within) }
    /// one character that tells where to or with what result, behind a verb: 拖|走
    static var complement: WordKinds { WordKinds(.complement) }
    /// 在, before where something is
    static var inside: WordKinds { WordKinds(.inside) }
    /// a character in which names of people end: 督导|员
    static var personEnd: WordKinds { WordKinds(.personEnd) }
    /// the highest degree of something: 最大, 最早
    static var utmost: WordKinds { WordKinds(.utmost) }
    /// praises what it stands before, and tells it from nothing: 崭新, 宽敞
    static var praise: WordKinds { WordKinds(.praise) }
    /// brings more into a sum: 算上, 连同
    static var including: WordKinds { WordKinds(.including) }
    /// says that a doing costs nothing, before it or in its name: 免费|检测家电
    static var unpaid: WordKinds { WordKinds(.unpaid) }
    /// an adverb for how a doing went on, which is part of no name: 先后, 陆续
    static var running: WordKinds { WordKinds(.running) }
    /// what those who are counted have from something: 受益|群众
    static var benefit: WordKinds { WordKinds(.benefit) }

    /// a verb of joining or entering, before those who have: 入驻|企业
    static var enrolled: WordKinds { WordKinds(.enrolled) }
    /// brings what something is done to before the verb: 对, 将, 把
    static var fronting: WordKinds { WordKinds(.fronting) }
    /// tells for what return or in what way something is done, and goes before verbs and nouns alike: 免费, 拉网式
    static var gratis: WordKinds { WordKinds(.gratis) }

    /// opens a noun phrase and says that there are several sorts of it: 各类
    static var sorts: WordKinds { WordKinds(.sorts) }

    /// of the verbs that tell what a thing is for, one that is done to things: 清洗, 处置
    static var tending: WordKinds { WordKinds(.tending) }

    /// a verb of looking at places and things whether all is well, which makes no noun with them: 检查|场所, 排查|设备
    static var inspecting: WordKinds { WordKinds(.inspecting) }

    /// a verb of what goes wrong with a thing or a person, which makes one event with it: 煤气|中毒, 水管|爆裂
    static var mishap: WordKinds { WordKinds(.mishap) }

    /// a noun for works, which take a verb of building or mending into their name: 翻新|工程
    static var works: WordKinds { WordKinds(.works) }
    /// a verb of having people come, who then do something: 接待|群众|参观
    static var receiving: WordKinds { WordKinds(.receiving) }
    /// a verb of going somewhere, where something is then done: 走进|学校|开展
    static var going: WordKinds { WordKinds(.going) }
    /// ends the name of a street: 路, 巷, 西街
    static var road: WordKinds { WordKinds(.road) }
    /// an office or a house that does something itself: 监管局, 派出所, 图书馆, 超市
    static var office: WordKinds { WordKinds(.office) }

    /// a verb for what people take, wear or get for themselves: 接种, 佩戴
    static var taking: WordKinds { WordKinds(.taking) }
    /// a measure word that the lexicon knows as a noun: 条 in 这条路
    static var classifier: WordKinds { WordKinds(.classifier) }
    /// 易 and its like before a verb that tells what may befall those named behind it: 易|走失|老人
    static var hardship: WordKinds { WordKinds(.hardship) }

    /// a verb of making something known or of calling it into being, which then does nothing itself: 公布, 认定, 组建
    static var showing: WordKinds { WordKinds(.showing) }
    /// a character that says what one thing is worth in another: 旧报纸|记|10分, 空瓶|抵|2分
    static var worth: WordKinds { WordKinds(.worth) }
    /// 连, before a verb of what goes on without a break: 9个节目|连|演两个小时
    static var linking: WordKinds { WordKinds(.linking) }
    /// a verb of holding an event: 举办, 开展
    static var holding: WordKinds { WordKinds(.holding) }
    /// a verb that tells what came about, and not which thing: 发生, 出现
    static var happening: WordKinds { WordKinds(.happening) }
    /// a word that tells how something is done, and before a noun which one it is: 重点, 牵头
    static var focal: WordKinds { WordKinds(.focal) }
    /// a noun for what is held up or set up as one of its sort: 案例, 示范区, 联合体
    static var exemplary: WordKinds { WordKinds(.exemplary) }

    /// The kinds that the ending of a word of the lexicon tells.
    static func kinds(byEndingOf word: Span<UInt8>, _ wordClass: WordClass) -> WordKinds {
        guard wordClass != .verb else { return word.count == 6 && results.ends(in: word, at: 6) ? .directed : [] }
        var kinds: WordKinds = []
        if posts.ends(in: word, at: word.count) { kinds.insert(.post) }
        if bodies.ends(in: word, at: word.count) { kinds.insert(.body) }
        if wordClass == .noun, word.count >= 6, courses.ends(in: word, at: word.count) { kinds.insert(.course) }
        if wordClass == .noun || wordClass == .suffix, facilities.ends(in: word, at: word.count) {
            kinds.insert(.facility)
            if word.count >= 6, appliances.ends(in: word, at: word.count) { kinds.insert(.appliance) }
        }
        if wordClass == .noun,
            statements.ends(in: word, at: word.count)
                || word.count >= 9 && statementEndings.ends(in: word, at: word.count)
                    && !books.ends(in: word, at: word.count)
        {
            kinds.insert(.statement)
        }
        if wordClass == .noun, sites.ends(in: word, at: word.count) { kinds.insert(.site) }
        if wordClass == .noun, offices.ends(in: word, at: word.count), !rooms.ends(in: word, at: word.count) {
            kinds.insert(.office)
        }
        if wordClass == .noun, word.count >= 6,
            // 机会, 环节: of two characters only a word of the list is one
            events.ends(in: word, at: word.count) || word.count >= 9 && gatheringEndings.ends(in: word, at: word.count)
        {
            kinds.insert(.event)
        }
        if wordClass == .noun, word.count >= 6, papers.ends(in: word, at: word.count),
            !word.has("代表", before: word.count)
        {
            kinds.insert(.paper)
        }
        return kinds
    }

    /// The words of the kinds that are told word by word.
    static let named: [(word: String, kinds: WordKinds)] = {
        let lists: [(String, WordKinds)] = [
            (companies, .company), (resources, .resource), (concerns, .concern), (handlings, .handling),
            (purposes, .purpose), (settlings, .settling), (finishings, .finishing), (raisings, .raising),
            (convenings, .convening), (clericals, .clerical), (steerings, .steering), (gatherings, .gathering),
            ("组织", .association),
            ("帮助 协助 帮 帮忙 指导", .helping), ("起 起来 下 好", .result), ("地", .adverbial), ("与", .partner),
            ("时 后 前 之后 之前 以来 期间 之际 当天", .moment), ("家中 家里 家", .home), ("届 级", .series), ("参加 参与 出席", .joining),
            ("新增 净增 新增就业 新增城镇就业", .addition), ("面貌 旧貌 容貌 形象 颜值 伤势 病情 伤情", .condition),
            ("像 跟 和 类似", .likeness), ("与会 参会 到会", .attending),
            ("结业 返岗 复学 参保 就业 再就业 参训 受训 报到", .pursuit),
            ("招聘 招收 表彰 慰问 救助 帮扶 回访 资助 培训 关爱 走访 救治 奖励 安置 劝返 看望 探望 招募 聘请", .personal),
            ("土地 耕地 农田 荒地 荒山 坡地 林地 山地 旱地 水田 用地 空地 闲置地 撂荒地 大棚", .ground),
            ("联合 会同 携手 联动 带领 带着", .accompaniment),
            ("没有 未 未能 尚未 没", .negation), ("者", .doer), ("们", .plural), ("新 有效", .fresh), ("免费 义务 公益", .unpaid),
            ("先后 陆续 相继 接连 逐步 逐个 逐一 全部 及时 依法 主动 提前 顺利 如期 悉数 已累计 每年 每月 每周 每天 每日 每晚 常年 直接", .running),
            ("受益 获益 受惠 惠及 惠民", .benefit),
            (standings, .standing), ("出动 投入 派出 调派 调集 抽调 选派 安排 组织 调用 抽出 选出 评选 推荐 挑选 挑出 通知", .dispatch),
            ("规划 设计 核定 拟定", .design),
            ("最 最大 最小 最多 最少 最高 最低 最长 最早 最快 最好 最新 最美 最强 最优 最佳", .utmost),
            ("算上 加上 连同", .including), (praises, .praise), ("对 将 把 拟将 并将", .fronting),
            ("入驻 注册 签约 报名 参保 参训 参展 参会 参赛 获奖 返乡 返岗 落户", .enrolled),
            ("低价 平价 半价 原价 免费 义务 无偿 有偿 统一 公开 定向 拉网式 地毯式 闭环 靶向 限期 一对一 面对面 点对点", .gratis),
            ("清洗 处置 清运 收集 投放 回收 采购 配送 清扫 提升 分拣 种植 租赁", .tending),
            ("路 街 巷 大道 大街 胡同 支路 东路 西路 南路 北路 中路 东街 西街 南街 北街 正街 横街 后街 东巷 西巷 南巷 北巷", .road),
            ("工程 项目 行动 计划", .works),
            ("接待", .receiving), ("接种 注射 佩戴 领取 认养 认领 缴纳", .taking),
            ("条 座 栋 幢 家 处 批 台 间 块 项 届 轮 支", .classifier), ("易 易于", .hardship),
            ("走进 深入 走入 进入 来到 前往 赶赴 赶到 奔赴 进驻 下沉 进小区 进社区 进校园 进企业 进村 进村入户 进机关 进家庭", .going),
            ("各类 各种 各项 各式 各色 各种各样 各式各样", .sorts),
            (
                "发布 公布 公开发布 推出 出台 印发 制定 制订 评选 评选出 遴选 认定 命名 公示 推介 发起 组建 成立 设立 创建 打造 培育 批准 实施 启动 开工 授牌 形成 引入 新认定",
                .showing
            ),
            ("记 抵 兑 换 折 计 算 值", .worth), ("连", .linking),
            ("走 回 来 去 下 出 上 开 掉 成 好 完 满 住 到 过 起 进 给 动 遍 齐", .complement),
            ("百 千 万 十万 百万", .thousands), ("机场", .airport), ("里 内", .within), (spots, .spot), ("在", .inside),
            (nameEnds, .nameEnd), ("员 者 师 工 手 生 户 民 友 嫂 哥 警 匠 长", .personEnd),
            ("举办 举行 开展 组织开展 承办 开 办", .holding), ("发生 出现 爆发 遭遇 经历 遭受", .happening),
            ("重点 牵头", .focal),
            (
                "措施 新措施 举措 新举措 办法 集体 案例 示范区 示范县 示范市 示范园 示范园区 示范点 示范项目 示范基地 联合体 共同体 综合体 联盟 单位 标准 规范 试点 清单 名单 体系 样板 先导区 试验区 先行区 产品 成果 政策 县 市 区 岗位",
                .exemplary
            ),
            (
                "中毒 起火 失火 自燃 冒烟 爆炸 爆裂 破裂 断裂 漏水 渗漏 泄漏 跑水 停电 断电 停水 停气 跳闸 短路 堵塞 外溢 故障 脱落 坠落 垮塌 倒塌 塌陷 滑坡 侧翻 追尾 "
                    + "走失 溺水 落水 触电 坠楼 摔倒 摔伤 被困 失窃 被盗 脑梗 脑溢血 心梗",
                .mishap
            ),
            ("检查 排查 抽查 巡查 摸排 督查 核查 清查 巡检 普查", .inspecting),
        ]
        // In the order in which they are first met, so that nothing need be sorted.
        var named: [(word: String, kinds: WordKinds)] = []
        var places: [String: Int] = [:]
        for (list, kind) in lists {
            for word in list.split(separator: " ").map(String.init) {
                if let place = places[word] {
                    named[place].kinds.insert(kind)
                } else {
                    places[word] = named.count
                    named.append((word, kind))
                }
            }
        }
        return named
    }()

    /// All endings that tell a kind.
    static let endings = [
        posts, bodies, courses, facilities, statements, statementEndings, sites, events, gatheringEndings, papers,
        results, offices,
    ]
    private static let companies = """
        联合 会同 携手 邀请 发动 动员 请 请来 协调 联动 联系 督促 责令 带领 带着
        """
    private static let praises = """
        崭新 全新 宽敞 明亮 宽敞明亮 敞亮 整洁 漂亮 美丽 优美 舒适 温馨 干净 精美 精彩 雅致 优雅 靓丽 亮丽 壮观 热闹 动人 气派 别致 典雅 温暖 \
        鲜红 火红 洁白 翠绿 碧绿 金黄 清澈 古朴 素雅 大气 新颖 可口 美味
        """
    private static let resources = """
        盘活 利用 腾出 腾空 腾退 整合 挖潜 统筹 依托
        """
    private static let concerns = """
        涉 涉及 关于 有关 用于
        """
    private static let papers: WordList = ["书", "单", "表", "卷", "页", "册", "函", "报告", "协议", "证书"]
    private static let statements: WordList = [
        "报告", "协议", "合同", "证书", "问卷", "手册", "画册", "折页", "海报", "台账", "许可证", "合格证", "登记证", "凭证",
    ]
    /// Endings of one character, which make such a word of three or more.
    private static let statementEndings: WordList = ["书", "表", "册", "函", "单", "卡"]
    /// Words with such endings that state nothing: books, meters, representatives, cases.
    private static let books: WordList = [
        "图书", "藏书", "丛书", "子书", "水表", "电表", "气表", "热表", "代表", "工单", "订单", "名单", "清单", "菜单", "账单",
    ]
    private static let results: WordList = [
        "入", "出", "到", "进", "往", "向", "成", "为", "过", "着", "至", "上", "下", "起", "来", "去", "回", "给", "完", "好", "掉", "走",
    ]
    private static let steerings = """
        引导 督促 指导 劝导 责令 敦促 要求 动员 号召 鼓励 教育 倒逼
        """
    private static let clericals = """
        审核 审批 审查 审阅 核对 核发 核验 查阅 翻阅 代写 代拟 代填 填写 填报 填好 递交 提交 上报 报送 出具 受理 办理 办结 收到 收取 回收 收回 \
        送达 寄送 寄出 整理 汇总 梳理 起草 修订 修改 完善 下载 打印 复印 阅读 学习 宣读 解读 颁发 换发 补发 补办 补签 续签 签收 \
        兑换 领取 发出 交换 讨论 处理 处置 化解 解决 取得 获得 获取 拿到 持有 列出 征集 收藏 核准 拿出 写下 登上 认领
        """
    private static let handlings = """
        发放 下发 印发 分发 派发 散发 派送 赠送 捐赠 捐献 张贴 悬挂 张挂 粘贴 印制 制作 编印 \
        绘制 安装 加装 更换 铺设 敷设 架设 埋设 设置 增设 设立 新设 成立 组建 建立 创建 新建 \
        建成 建设 打造 改建 扩建 兴建 修建 开设 开办 增加 新增 增添 添置 购置 购买 采购 租用 \
        租赁 配备 配置 配齐 增配 投入 投放 投用 启用 出动 派出 选派 抽调 调派 调集 落实 储备 \
        清理 清运 清除 铲除 拆除 清扫 收缴 查扣 没收 暂扣 取缔 关停 查封 关闭 拨打 签订 签署 \
        签 建 设 装 发 贴 换 购 配 拆 拆掉 拆下 换下 回收 招募 聘用 聘请 配送 开具 提供 \
        开通 搭建 布设 划定 种植 栽种 补种 引进 引入 带来 公布 发布 推出 制定 出台 稳定 改造 \
        提升 整治 修缮 修复 翻修 迁建 升级 优化 重建 提升改造 改造提升 升级改造 加固改造 更新 运营 命名 挂牌 建好 建起 设有 建有 \
        配有 收集 签下 开出 新签 新开 编制 编写 形成 探明
        """
    private static let purposes = """
        装修 招聘 招工 搬家 交友 调解 宣传 劝导 慰问 养老 咨询 培训 服务 救援 救助 巡逻 管理 \
        采样 保洁 执法 提醒 提示 警示 回访 就业 创业 帮扶 监督 教育 护理 照料 照护 康复 公示 \
        投诉 维权 调研 值守 议事 助餐 接种 学习 阅读 表彰 纪念 指引 告知 倡议 承诺 求助 救治 \
        防疫 普法 转运 救护 运输 保障 抢险 应急 排涝 防汛 巡防 分拣 收运 中转 处置 配送 调度 指挥 \
        体验 展示 清洗 收集 清运 清扫 回收 投放 租赁 种植 采购 提升
        """
    private static let posts: WordList = [
        "班组", "小组", "委员会", "专班", "队", "站", "点", "室", "店", "中心", "厅", "馆", "亭", "台", "岗", "岗位", "人员", "专员", "师", "书",
        "卡", "卡片", "手册", "牌", "函", "信", "广告", "电话", "窗口", "热线", "公约", "折页", "基地", "组织", "协会", "联盟", "机构", "专家", "骨干",
        "车间", "队伍", "能手", "志愿者", "车", "车辆", "队员", "力量",
    ]
    private static let facilities: WordList = [
        "站", "点", "室", "中心", "厅", "馆", "亭", "台", "岗", "基地", "窗口", "热线", "场", "场所", "库", "池", "箱", "柜", "桩", "棚", "栏",
        "屏",
        "闸", "泵", "井", "塔", "杆", "探头", "终端", "设备", "设施", "装置", "系统", "仪", "器", "机", "机组", "坊", "园", "园区", "专区", "门诊",
        "床位", "病床", "网点", "驿站", "车间", "产线", "生产线", "平台", "阵地", "机构", "楼",
        "厂", "暂存间", "卫生间", "操作间", "设备间", "停车区", "停靠区", "停放区", "作业区", "休息区", "等候区", "活动区", "安置区", "示范区", "锚地", "示范片",
    ]
    private static let appliances: WordList = [
        "设备", "设施", "装置", "仪", "器", "箱", "柜", "桩", "杆", "床位", "病床", "楼", "库", "池", "闸", "井", "塔", "棚", "公园", "游园", "广场",
    ]
    private static let bodies: WordList = [
        "班组", "小组", "委员会", "专班", "队", "人员", "专员", "店", "师", "广告", "电话", "协会", "机构",
    ]
    private static let spots = """
        屋里 棚里 院里 家里 车里 城里 店里 楼里 巷里 山里 地里 田里 手里 桌上 墙上 车上 路上 街上 楼上 桥上 船上 山上 岸上 地上 脚下 楼下 树下 桥下 山下 \
        山脚下 路边 河边 沟边 湖边 桌边 岸边 路旁 街旁 楼顶 屋顶 顶楼 楼前 门前 站前 校门口 门口 路口 巷口 街口 周边 后排 前排 附近
        """
    private static let nameEnds = """
        案 课 会 单 框 箱 柜 桩 车 船 灯 牌 亭 角 墙 栏 栋 岗 架 棚 桶 袋 包 信 库 网 桥 渠 井 池 塘 园 场 馆 院 店 铺 摊 站 点 室 厅 厂 队 组 团 班 \
        品 剂 药 仪 器 机 泵 阀 闸 塔 碑 像 屏 板 台 座 椅 凳 桌 床 盆 盒 瓶 罐 杯 碗 锅 勺 刀 伞 炉 管 杆 线 缆 带 圈 环 锁 门 窗 梯 房 屋 间 楼 \
        舍 坊 窝 赛 展 操 舞 剧 戏 歌 营 节 证 卡 券 票 册 书 表 簿 本 帖 图 画 片 报 函 码 号 款 费 金 税 险 面 口 坑 沟 洞 槽 盖 罩 套 帘 垫 衣 \
        服 帽 鞋 毯 巾 壶 盘 筐 筒 笔 尺 秤 球 旗 饵
        """
    private static let raisings = """
        筹集 筹措 筹 争取 募集 募 拨付 下拨 拨 投入 安排 下达 整合 发放 列支 申请 申报 协调 落实 撬动 引导 吸引 追回 收缴 上缴 出资 捐资 捐款 自筹
        """
    private static let courses: WordList = ["举措", "做法", "方式", "模式", "机制", "路径"]
    private static let convenings = """
        举办 召开 开展 打造 搭建 建立 成立 组建 设立 开设 开办 举行 创办 建成 推出
        """
    private static let sites: WordList = [
        "店", "小区", "院落", "楼院", "住宅", "住宅楼", "居民楼", "学校", "小学", "中学", "幼儿园", "工地", "市场", "食堂", "单位", "企业", "商户", "社区",
        "夜市",
        "饭馆",
        "餐馆", "餐厅", "酒店", "医院",
        "公司", "工厂", "摊点", "网吧", "宾馆", "旅馆",
    ]
    private static let offices: WordList = [
        "局", "所", "馆", "卫生院", "法院", "检察院", "研究院", "养老院", "敬老院", "福利院", "银行", "集团", "超市", "书店", "书屋", "图书角", "协会", "商会",
        "联合会", "工会", "党校", "技校", "高校", "大学",
        "学院", "部门", "机关", "合作社",
    ]
    /// Words with such endings that do nothing: rooms and places where something is done.
    private static let rooms: WordList = ["厕所", "场所", "住所", "寓所", "处所"]
    private static let gatherings = """
        引入 引进 吸引 撬动 链接 整合 招募 培育 孵化 聘请 选派 抽调 派出 集结 号召 带动 引导 鼓励 支持 指导 推动
        """
    private static let events: WordList = [
        "会议", "仪式", "例会", "平台", "市集", "集市", "大赛", "比赛", "联赛", "课堂", "行动", "活动", "培训班", "讲座", "沙龙",
    ]
    /// Endings of one character, which make such a word of three or more.
    private static let gatheringEndings: WordList = ["会", "节", "赛"]
    private static let standings = """
        新建 改建 扩建 迁建 重建 续建 拟建 待建 复建 在建 新开 新设 新办 新增 增设 新装 新投用 新开工 未开工 已建成 停用 报废 停办 开放 \
        收储 出让 撤并 合并 办结 抽检 送检 受检 展出 上架 下架 包联 结对 达标 优化 拆迁 征收 出租 空置 闲置 停业 歇业 关停 在营 在售 在管 \
        整改 逾期 超期 超标 违停 受损 失管 试点 创建 帮扶 托管 获评 入选 上榜 撂荒
        """
    private static let settlings = """
        整改 化解 处置 调处 解决 办理 办结 查处 治理 整治 消除 维修 维护 保养 养护 检修
        """
    private static let finishings = """
        完毕 到位 完工 竣工 完成 结束 达标 销号 收官
        """
}
