import Scanning
import Units

/// A measure word selects the nouns that it counts: 部 counts lifts and no cabins, 辆 vehicles and no windows, 家 firms and nothing
/// that they have. What stands behind such a noun in the same phrase is its own, or done with it (112部电梯|轿厢,
/// 12家餐饮单位|净化设施, 4条巷道|群众满意率).
extension SentenceReader {
    /// A phrase behind a figure up to the last of its nouns that the measure word selects, where the whole ends in none.
    func selected(_ right: Range<Int>, _ place: Int, _ text: Span<UInt8>) -> Range<Int> {
        guard right.count > 1, let last = right.last, case .quantity(let number) = tokens[place].kind,
            let name = unit(quantities[number])?.name, let selection = SentenceReader.selections[name],
            tokens[last].kind == .word, !selection.counts(tokens[last], text),
            let head = right.dropLast().last(where: { tokens[$0].kind == .word && selection.isHead(tokens[$0], text) }),
            // 6部电梯、井道, 5家企业的产品: marks and particles tell otherwise how the words belong together
            right[(head + 1)...].allSatisfy({
                tokens[$0].kind == .word && tokens[$0].roles.isDisjoint(with: [.de, .and, .etc])
            }),
            // 4条道路|口, 2辆车|队: a character more makes another word
            phrases.scalars(of: (head + 1)..<right.upperBound) > 1,
            !tokens[head + 1].has(.bound), tokens[head + 1].wordClass != .suffix
        else { return right }
        // 60户困难家庭适老化改造: homes are counted by what is done in them, too
        if selection.takesDoings, phrases.isDoing(last) { return right }
        return right.lowerBound..<(head + 1)
    }

    /// What a measure word counts, by how the nouns end.
    private struct Selection {
        /// Those behind which something else may stand that is their own.
        var heads: WordList = []
        /// Whether all words for people are such as well.
        var takesPeople = false
        /// All the others that it counts as well.
        var others: WordList = []
        /// Words that end like one of them and are none.
        var denied: WordList = []
        /// What it does not count, where it counts most things.
        var uncounted: WordList?
        var takesDoings = false

        func isHead(_ token: Token, _ text: Span<UInt8>) -> Bool {
            (takesPeople && token.has(.human) || heads.ends(in: text, at: token.end, floor: token.start))
                && !denied.ends(in: text, at: token.end)
        }

        func counts(_ token: Token, _ text: Span<UInt8>) -> Bool {
            if let uncounted {
                return token.roles.isDisjoint(with: [.attribute, .rate, .magnitude])
                    && !uncounted.ends(in: text, at: token.end)
            }
            return (heads.ends(in: text, at: token.end) || others.ends(in: text, at: token.end))
                && !denied.ends(in: text, at: token.end)
        }
    }

    private static let buildings = Selection(
        heads: ["楼", "房", "厦", "宅", "舍", "屋", "建筑", "公寓", "大棚", "别墅", "建筑物", "楼宇", "楼栋"], others: ["院", "单元", "棚", "库"])

    private static let people = Selection(
        takesPeople: true,
        uncounted: [
            "手机", "电话", "微信", "家中", "家里", "家门口", "门前", "手中", "手里", "身上", "住房", "房屋", "房间",
            "证件", "信息", "档案", "事迹", "心声", "意见", "建议", "诉求", "需求", "生活",
        ])

    private static let selections: [String: Selection] = [
        "名": people,
        "位": people,
        "部": Selection(
            heads: ["电梯", "扶梯", "手机", "电话"],
            others: ["梯", "机", "车", "影片", "电影", "剧", "片", "法规", "条例", "法律", "作品", "著作", "书", "文件", "设备"]),
        "辆": Selection(heads: ["车", "大巴", "中巴", "公交", "巴士"], others: ["的士", "坦克"]),
        "栋": buildings,
        "幢": buildings,
        "家": Selection(
            heads: [
                "企业", "公司", "单位", "商户", "商家", "医院", "超市", "餐馆", "饭店", "工厂", "机构", "合作社", "银行", "药店", "民宿", "网吧", "场所",
            ],
            others: [
                "店", "馆", "行", "厂", "院", "所", "中心", "场", "园", "户", "厅", "楼", "房", "网点", "集团",
                "部门", "社", "组织", "协会", "商会", "社区", "平台", "媒体", "站", "点", "室", "铺", "摊位", "摊点",
                "门面", "堂", "基地", "坊", "车间", "吧", "家", "物业", "城", "广场", "校", "人", "主体", "实体",
                "品牌", "联盟", "团队", "俱乐部", "局", "会", "队", "支部", "总部", "伙伴", "窗口", "驿站", "项目",
                "代表", "对象", "客户", "业主", "供应商", "商", "用户", "专柜", "柜台", "课堂", "集群",
            ]),
        "条": Selection(
            heads: ["路", "道路", "街", "巷", "胡同", "道", "河", "渠", "沟渠", "路段", "管线", "短视频", "视频"],
            others: [
                "线", "管", "带", "沟", "溪", "江", "网", "链", "鱼", "狗", "意见", "建议", "信息", "线索", "措施",
                "规定", "标语", "短信", "横幅", "内容", "经验", "举措", "政策", "隐患", "需求", "诉求", "问题",
                "消息", "留言", "微信", "数据", "情报", "记录", "任务", "廊", "走廊", "通道", "隧道", "裤", "毛巾",
                "船", "路线", "清单", "通知", "资讯", "新闻", "谣言", "点子", "办法", "制度", "条款", "公约", "支流",
                "裂缝",
            ]),
        "所": Selection(
            heads: ["学校", "院校", "高校", "小学", "中学", "幼儿园", "大学"], others: ["校", "院", "园", "学", "所", "站", "室", "馆", "校区"]),
        "间": Selection(
            heads: ["房", "屋", "铺面", "门面", "教室", "宿舍"],
            others: ["室", "铺", "厅", "间", "舍", "库", "店", "厕", "吧", "坊", "馆", "堂"]),
        "户": Selection(
            heads: ["居民", "村民", "家庭", "住户", "农户", "商户", "群众", "业主", "老人", "租户"],
            others: [
                "户", "民", "人", "家", "主", "企业", "店", "铺", "房", "屋", "宅", "者", "员", "单位", "工", "属",
                "口", "院", "院落", "楼", "棚", "民宿", "农家乐", "场", "厂", "公司", "对象", "代表", "党员", "困难",
                "成员", "改造",
            ], denied: ["窗户", "账户", "门户"], takesDoings: true),
        "种": Selection(heads: ["产品", "商品", "药品", "食品", "农产品"], uncounted: ["产能", "能耗", "价格", "质量", "性能"]),
        // 14个社区|力量: a mass, a measure or people without a word of their own are not counted by 个 behind a division of the district
        "个": Selection(
            heads: ["社区", "街道", "小区", "村", "乡镇", "网格", "院落", "楼院", "片区", "县", "市", "单元"],
            uncounted: [
                "率", "意见", "力量", "信息", "资金", "浓度", "压力", "客流", "人口", "居民", "群众", "住户", "村民",
                "业主", "环境", "风貌", "卫生", "秩序",
            ]),
    ]
}
