import Scanning

/// Up to eight ideographs that end at a position, the last one in the low 16 bits.
struct IdeographRun {
    /// 级 型 式 性 类: end a kind of something, and no name.
    static let kindEndings: [UInt64] = [0x7EA7, 0x578B, 0x5F0F, 0x6027, 0x7C7B]

    /// 以 按 将 从 把 被 向 对 让 给 有 是: stand before what they introduce, and end no name.
    static let introducing: [UInt64] = [
        0x4EE5, 0x6309, 0x5C06, 0x4ECE, 0x628A, 0x88AB, 0x5411, 0x5BF9, 0x8BA9, 0x7ED9,
        0x6709, 0x662F,
    ]

    /// Stand before what they do something to or go to, and end no name: 什么都往|社区装, 得先问|镇里要.
    static let reaching: Set<UInt64> = Set("往去问靠叫跑求距报看推送投帮住还卖搬抓拿抢怪借喊找换么们".unicodeScalars.map { UInt64($0.value) })

    /// 往 问 像 去 距 帮: open no name of three characters or more where no wider place stands before it.
    static let turning: Set<UInt64> = [0x5F80, 0x95EE, 0x50CF, 0x53BB, 0x8DDD, 0x5E2E]

    /// 进 入 给 起: end a verb before what it comes to or what is given.
    static let endingVerbs: [UInt64] = [0x8FDB, 0x5165, 0x7ED9, 0x8D77]

    /// Make with 村, 乡 and 镇 what is done to any of them, or what sort of one it is, and no name of one character: 撤|村并居,
    /// 强|村带弱|村, 返|乡.
    static let deeds: Set<UInt64> = Set("撤并合拆迁整逐强弱富穷治护扶帮包带返离还出入进回驻空贫外邻各主副首总试对".unicodeScalars.map { UInt64($0.value) })

    /// 村 集 乡 城: make with 镇 a word of its own.
    static let settlements: [UInt64] = [0x6751, 0x96C6, 0x4E61, 0x57CE]

    /// 东 西 南 北 中, which part the stretches of a road.
    static let directions: Set<UInt64> = [0x4E1C, 0x897F, 0x5357, 0x5317, 0x4E2D]

    /// 但 且 而 故: begin a clause. 如 像: stand before an example.
    static let likening: [UInt64] = [0x4F46, 0x4E14, 0x800C, 0x6545, 0x5982, 0x50CF]
    /// 有 辖 含: what a wider place does before the names of its parts.
    static let having: [UInt64] = [0x6709, 0x8F96, 0x542B]
    /// 一 二 三 四 五 六 七 八 九 十 两: how many there are of what stands behind.
    static let numerals: [UInt64] = [
        0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x4E24,
    ]

    /// 把 被 让 给
    static let handing: [UInt64] = [0x628A, 0x88AB, 0x8BA9, 0x7ED9]

    /// 东 西 南 北 中
    static let sides: [UInt64] = [0x4E1C, 0x897F, 0x5357, 0x5317, 0x4E2D]

    /// 小 社 片 园 城 新 老 山 矿 景 厂 库 校 军 地 业 活 东 西 南 北 中 发: make with 区 what is no county.
    static let quarters: [UInt64] = [
        0x5C0F, 0x793E, 0x7247, 0x56ED, 0x57CE, 0x65B0, 0x8001, 0x5C71, 0x77FF, 0x666F, 0x5382, 0x5E93, 0x6821, 0x519B,
        0x5730, 0x4E1A, 0x6D3B, 0x4E1C, 0x897F, 0x5357, 0x5317, 0x4E2D, 0x53D1,
    ]

    /// 在 到 于
    static let locating: [UInt64] = [0x5728, 0x5230, 0x4E8E]
    /// Words of grammar and of counting with which no name begins right behind a wider place: 永泰街道|各社区, 永泰街道|进社区.
    static let particles: Set<UInt64> = Set(
        "的了在把被与及等各该每这那让将已并也都还就有辖驻赴至共现全两几个为对向从由本级内进到给所以是和".unicodeScalars.map { UInt64($0.value) })

    /// 个 支 家 座 处 名
    static let measures: [UInt64] = [0x4E2A, 0x652F, 0x5BB6, 0x5EA7, 0x5904, 0x540D]
    /// 进 住
    static let entering: [UInt64] = [0x8FDB, 0x4F4F]

    private(set) var scalars: UInt128 = 0
    private(set) var count = 0
    /// Where the run begins in the bytes.
    private(set) var start: Int
    /// Whether something other than an ideograph stands before the run, or nothing.
    private(set) var isClosed = true

    init(in bytes: Span<UInt8>, endingAt end: Int, floor: Int) {
        start = end
        while start - 3 >= floor {
            let (scalar, width) = bytes.scalar(at: start - 3, end: start)
            // 六〇八厂社区: 〇 is a character of names though it is no ideograph, and 㮾 is one of the rarer ideographs;
            // 丨 stands for a bar between the column and the title (助残日丨桃园街道).
            guard width == 3,
                scalar >= 0x4E00 && scalar <= 0x9FFF && scalar != 0x4E28 || scalar == 0x3007
                    || scalar >= 0x3400 && scalar <= 0x4DBF
            else { return }
            guard count < 8 else {
                isClosed = false
                return
            }
            scalars |= UInt128(scalar) << UInt128(16 * count)
            count += 1
            start -= 3
        }
    }

    /// The word of `length` scalars, 1 … 4, that ends `distance` scalars before the end.
    @inline(__always)
    func word(endingBefore distance: Int, length: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: scalars >> UInt128(16 * distance)) & (~0 >> UInt64(64 - 16 * length))
    }
}
