/// What kind of word a word is, as far as the reading of quantities needs to know.
public enum WordClass: UInt8, Sendable, CaseIterable {
    case other, noun, place, person, verb, verbalNoun, adjective, attributive, adverb, preposition, conjunction
    case particle, pronoun, time, locative, idiom, measure, number, suffix

    /// The name by which the tables know the class.
    var name: String { WordClass.names[Int(rawValue)] }

    private static let names = allCases.map { "\($0)" }

    init?(name: String) {
        guard let match = WordClass.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }
}

/// The parts that a word plays in the grammar of quantities; a word may play several.
struct WordRoles: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    /// links a subject to its figure: 达, 为, 提高到
    static let reach = WordRoles(rawValue: 1 << 0)
    /// ends in 到 or 至: the figure is the level after a change
    static let to = WordRoles(rawValue: 1 << 1)
    /// counts together: 共, 累计
    static let sum = WordRoles(rawValue: 1 << 2)
    /// hands out figures to the members of a list: 分别
    static let distribute = WordRoles(rawValue: 1 << 3)
    /// a lower bound before the number: 超, 逾
    static let over = WordRoles(rawValue: 1 << 4)
    /// an upper bound before the number: 近, 不足
    static let under = WordRoles(rawValue: 1 << 5)
    /// a rough number: 约
    static let about = WordRoles(rawValue: 1 << 6)
    /// a distance to another place's figure: 高于
    static let gap = WordRoles(rawValue: 1 << 7)
    static let increase = WordRoles(rawValue: 1 << 8)
    static let decrease = WordRoles(rawValue: 1 << 9)
    static let changes: WordRoles = [.increase, .decrease]
    /// a goal, plan or forecast: 力争, 预计
    static let plan = WordRoles(rawValue: 1 << 10)
    /// takes the counted thing as its object: 清理, 新建
    static let transitive = WordRoles(rawValue: 1 << 11)
    /// the role that somebody comes to: 当选, 入选
    static let become = WordRoles(rawValue: 1 << 12)
    /// a noun that no other goes on where it is counted: 县市 in 5个县市收入增长, 措施 in 6项措施便利居民
    static let whole = WordRoles(rawValue: 1 << 13)
    /// a noun that only sizes something and is completed from the clause: 投资, 面积
    static let magnitude = WordRoles(rawValue: 1 << 14)
    /// sizes a count that the unit already tells: 数量
    static let sizeWrapper = WordRoles(rawValue: 1 << 15)
    /// only wraps the thing counted: 清单
    static let wrapper = WordRoles(rawValue: 1 << 16)
    /// who acts: 社区, 志愿者
    static let agent = WordRoles(rawValue: 1 << 17)
    /// opens a noun phrase without belonging to it: 各类, 全市
    static let determiner = WordRoles(rawValue: 1 << 18)
    /// introduces parts of a whole: 其中, 包括
    static let part = WordRoles(rawValue: 1 << 19)
    /// ends a list of examples: 等
    static let etc = WordRoles(rawValue: 1 << 20)
    /// names what a change is measured against: 同比, 较
    static let comparison = WordRoles(rawValue: 1 << 21)
    /// 从, 由 before the first of two levels
    static let from = WordRoles(rawValue: 1 << 22)
    /// 到, 至 before the second of two levels
    static let arrive = WordRoles(rawValue: 1 << 23)
    static let and = WordRoles(rawValue: 1 << 24)
    static let de = WordRoles(rawValue: 1 << 25)
    static let aspect = WordRoles(rawValue: 1 << 26)
    /// a rate of growth as a noun: 增速
    static let rate = WordRoles(rawValue: 1 << 27)

    /// a verb that only carries another one or an event: 开展, 完成
    static let light = WordRoles(rawValue: 1 << 28)
    /// makes something happen to the phrase behind it: 推动, 确保
    static let causative = WordRoles(rawValue: 1 << 29)
    /// a head that makes one noun with the verb before it: 率, 量, 队
    static let bound = WordRoles(rawValue: 1 << 30)
    /// a noun that a verb before it only qualifies: 项目 in 服务项目, 活动 in 宣传活动
    static let abstract = WordRoles(rawValue: 1 << 31)
    /// a name that the gazetteer's reader found; no word of the tables has it
    static let placeName = WordRoles(rawValue: 1 << 32)
    /// a size of a thing named before, completed by its name: 面积, 总投资
    static let attribute = WordRoles(rawValue: 1 << 33)
    /// tells that a thing is done, against a plan before it: 已, 目前
    static let done = WordRoles(rawValue: 1 << 34)

    /// names the same stretch of another year: 同期
    static let period = WordRoles(rawValue: 1 << 35)

    /// tells which part of a whole something is: 占
    static let share = WordRoles(rawValue: 1 << 36)
    /// comes before who is served: 为, 给
    static let recipient = WordRoles(rawValue: 1 << 37)

    /// ends a word for a kind of something: 类, 型
    static let kind = WordRoles(rawValue: 1 << 38)

    /// one of those who, or that which, make up a body or place named before: 队员, 床位
    static let member = WordRoles(rawValue: 1 << 39)

    /// an average over days or heads: 日均, 人均
    static let average = WordRoles(rawValue: 1 << 40)
    /// a verb that holds its own object: 供餐, 招生
    static let complete = WordRoles(rawValue: 1 << 41)

    /// what is left of something counted: 其余, 剩余
    static let remainder = WordRoles(rawValue: 1 << 42)

    /// how a doing is done, part of its name: 入户 in 入户走访
    static let manner = WordRoles(rawValue: 1 << 43)
    /// a body that owns what follows it and stays out of its name: 街道
    static let body = WordRoles(rawValue: 1 << 44)
    /// 对 between who rates and what is rated: 居民对物业服务满意率
    static let toward = WordRoles(rawValue: 1 << 45)

    /// tells of what there is, not of what is done: 有, 下辖
    static let stock = WordRoles(rawValue: 1 << 46)

    /// a noun for people by its ending: 骑手, 居民
    static let human = WordRoles(rawValue: 1 << 47)

    /// 要: a demand, or what is usual
    static let demand = WordRoles(rawValue: 1 << 48)

    /// only announces what follows a colon: 情况, 规模
    static let label = WordRoles(rawValue: 1 << 49)

    /// tells that building or handling something has come to a stage: 封顶, 竣工
    static let completion = WordRoles(rawValue: 1 << 50)

    /// tells when something came to be, and nothing of what it counts now: 建成, 成立
    static let founding = WordRoles(rawValue: 1 << 53)
    /// what a verb before it may qualify after a measure word: 企业 in 6家签约企业
    static let doer = WordRoles(rawValue: 1 << 52)

    /// the whole country, or a body of its government: 我国, 水利部
    static let national = WordRoles(rawValue: 1 << 51)

    /// says or knows what a clause tells, and does nothing to what is counted in it: 表示, 得知
    static let speech = WordRoles(rawValue: 1 << 54)
    /// brings about what the verb behind the figure tells: 造成 in 造成6人受伤
    static let cause = WordRoles(rawValue: 1 << 55)
    /// a light verb that adds nothing to the event which it carries: 开展, 进行
    static let empty = WordRoles(rawValue: 1 << 56)
    /// tells how long something lasts: 为期, 历时
    static let lasting = WordRoles(rawValue: 1 << 57)

    /// tells that something can be done: 能, 可
    static let able = WordRoles(rawValue: 1 << 58)
    /// tells that something goes on: 正在
    static let ongoing = WordRoles(rawValue: 1 << 59)
    /// tells how something stands, and not what is done: 位于, 担任, 剩
    static let state = WordRoles(rawValue: 1 << 60)
    /// tells what became of people: 死亡, 受伤
    static let fate = WordRoles(rawValue: 1 << 61)
    /// an event that does harm: 事故, 地震
    static let disaster = WordRoles(rawValue: 1 << 62)
    /// brings what was built into use: 投用, 通车
    static let opening = WordRoles(rawValue: 1 << 63)
    /// Roles that say what a verb means, and not what may stand beside it.
    static let meanings: WordRoles = [.speech, .cause, .empty, .lasting, .state, .founding, .fate, .opening]

    static let names: [String: WordRoles] = [
        "national": .national, "doer": .doer, "founding": .founding,
        "speech": .speech, "cause": .cause, "empty": .empty, "lasting": .lasting,
        "able": .able, "fate": .fate, "disaster": .disaster, "ongoing": .ongoing, "state": .state,
        "label": .label, "completion": .completion, "opening": .opening,
        "demand": .demand,
        "human": .human,
        "stock": .stock,
        "manner": .manner, "body": .body, "toward": .toward,
        "remainder": .remainder,
        "average": .average, "complete": .complete,
        "member": .member,
        "kind": .kind,
        "share": .share, "recipient": .recipient,
        "period": .period,
        "light": .light, "causative": .causative, "bound": .bound, "abstract": .abstract, "attribute": .attribute,
        "done": .done,
        "reach": .reach, "to": .to, "sum": .sum, "distribute": .distribute, "over": .over, "under": .under,
        "about": .about, "gap": .gap, "increase": .increase, "decrease": .decrease, "plan": .plan,
        "transitive": .transitive, "become": .become, "whole": .whole, "magnitude": .magnitude,
        "sizeWrapper": .sizeWrapper, "wrapper": .wrapper, "agent": .agent, "determiner": .determiner, "part": .part,
        "etc": .etc, "comparison": .comparison, "from": .from, "arrive": .arrive, "and": .and, "de": .de,
        "aspect": .aspect, "rate": .rate,
    ]
}
