import Units

/// What the rules of setting aside know of a unit by its name; told once for each unit of the table.
struct UnitRoles: OptionSet, Sendable {
    let rawValue: UInt32

    /// 楼 after a number says which floor
    static let floor = UnitRoles(rawValue: 1 << 0)
    static let age = UnitRoles(rawValue: 1 << 1)
    /// a stretch of time
    static let span = UnitRoles(rawValue: 1 << 2)
    /// of those, one that 这 and 前 take: 这两天
    static let shortSpan = UnitRoles(rawValue: 1 << 3)
    /// 日 and 月, which name a day or month more often than they count
    static let calendar = UnitRoles(rawValue: 1 << 4)
    static let year = UnitRoles(rawValue: 1 << 5)
    static let hour = UnitRoles(rawValue: 1 << 6)
    /// 道 in 东二道巷
    static let lane = UnitRoles(rawValue: 1 << 7)
    /// G in 5G
    static let generation = UnitRoles(rawValue: 1 << 8)
    /// counts schools and the like
    static let institution = UnitRoles(rawValue: 1 << 9)
    /// 兵分三路
    static let way = UnitRoles(rawValue: 1 << 10)
    /// 两国, 三部门: those who act together
    static let party = UnitRoles(rawValue: 1 << 11)
    /// 届
    static let term = UnitRoles(rawValue: 1 << 12)
    /// 代 of a family
    static let descent = UnitRoles(rawValue: 1 << 13)
    /// 三分理、七分情
    static let share = UnitRoles(rawValue: 1 << 14)
    /// 三级, 两层
    static let level = UnitRoles(rawValue: 1 << 15)
    /// 倍
    static let multiple = UnitRoles(rawValue: 1 << 16)
    /// 次
    static let time = UnitRoles(rawValue: 1 << 17)
    /// 一 before it makes an adverb rather than a count: 一下, 一点, 一样
    static let adverbial = UnitRoles(rawValue: 1 << 18)
    /// 个 and 家, which count anything that a name may end with
    static let general = UnitRoles(rawValue: 1 << 19)

    /// what 二 before it picks out rather than counts, for 两 counts: 二期, 二厂, 二单元
    static let picked = UnitRoles(rawValue: 1 << 20)
    /// 期 of a building site or of a course
    static let phase = UnitRoles(rawValue: 1 << 21)
    /// 栋, 单元 of an address
    static let house = UnitRoles(rawValue: 1 << 22)
    /// 巷, 条 in the names of lanes
    static let street = UnitRoles(rawValue: 1 << 23)
    /// 路 of a bus
    static let route = UnitRoles(rawValue: 1 << 24)
    /// 星 of a class
    static let star = UnitRoles(rawValue: 1 << 25)
    /// 面, 头, 口 and 里, which set phrases hold more often than counts: 三面环水, 两头, 一家三口, 春风十里
    static let proverbial = UnitRoles(rawValue: 1 << 26)
    /// 点, of the clock or of what somebody says
    static let point = UnitRoles(rawValue: 1 << 27)
    /// 处, 季, 字, 线 and 角, which make words of their own with a numeral: 四处寻找, 四季, 十字
    static let worded = UnitRoles(rawValue: 1 << 28)

    private static let names: [(String, UnitRoles)] = [
        ("楼", .floor), ("岁 周岁", .age), ("年 个月 天 日 周 月 个年头 小时 分钟 个小时 个星期 个季度", .span),
        ("天 日 周 个月 月 年", .shortSpan), ("日 月", .calendar), ("年", .year), ("小时", .hour), ("道", .lane),
        ("G", .generation), ("所 个 家", .institution), ("路 步 头 线", .way),
        ("国 部 方 地 省 市 区 县 院 会 岸 军 街 省份", .party), ("届", .term), ("代", .descent), ("分", .share),
        ("级 层", .level), ("倍", .multiple), ("次", .time), ("次 下 遍 点 边 样 般 道", .adverbial), ("个 家", .general),
        ("期 单元 厂 段 条 步 线 类 栋 幢 院 校 环 轮 区 组 队 班 矿 站 港 村 巷 街 道 路 次 库 网格 社区", .picked), ("期", .phase),
        ("栋 幢 座 单元", .house), ("巷 条 街 路 弄 里", .street), ("路", .route), ("星", .star), ("面 头 口 里", .proverbial),
        ("点", .point), ("处 季 字 线 角", .worded),
    ]

    /// The roles of each unit of a table, in its order.
    static func roles(in table: UnitTable) -> [UnitRoles] {
        var roles = [UnitRoles](repeating: [], count: table.units.count)
        for (units, role) in names {
            for name in units.split(separator: " ") {
                if let index = table.index(of: String(name)) { roles[index].formUnion(role) }
            }
        }
        return roles
    }
}
