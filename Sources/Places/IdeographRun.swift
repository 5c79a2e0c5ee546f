import Scanning

/// Up to eight ideographs that end at a position, the last one in the low 16 bits.
struct IdeographRun {
    /// End a kind of something, and no name.
    static let kindEndings: Ideographs = "级型式性类"

    /// Stand before what they introduce, and end no name.
    static let introducing: Ideographs = "以按将从把被向对让给有是"

    /// Stand before what they do something to or go to, and end no name: 什么都往|社区装, 得先问|镇里要.
    static let reaching: Ideographs = "往去问靠叫跑求距报看推送投帮住还卖搬抓拿抢怪借喊找换么们"

    /// Open no name of three characters or more where no wider place stands before it.
    static let turning: Ideographs = "往问像去距帮"

    /// End a verb before what it comes to or what is given.
    static let endingVerbs: Ideographs = "进入给起"

    /// Make with 村, 乡 and 镇 what is done to any of them, or what sort of one it is, and no name of one character: 撤|村并居,
    /// 强|村带弱|村, 返|乡.
    static let deeds: Ideographs = "撤并合拆迁整逐强弱富穷治护扶帮包带返离还出入进回驻空贫外邻各主副首总试对"

    /// Make with 镇 a word of its own.
    static let settlements: Ideographs = "村集乡城"

    /// 但 且 而 故: begin a clause. 如 像: stand before an example.
    static let likening: Ideographs = "但且而故如像"
    /// What a wider place does before the names of its parts.
    static let having: Ideographs = "有辖含"
    /// How many there are of what stands behind.
    static let numerals: Ideographs = "一二三四五六七八九十两"

    /// Words before a name that no other word cuts, though their last character and the next are a name elsewhere: 其中|和平社区.
    static let uncut: [ShortWord] = ["其中", "今天", "昨天", "前天", "明天", "当天", "春天", "夏天", "秋天", "冬天"]

    static let handing: Ideographs = "把被让给"

    /// Part a place or the stretches of a road.
    static let sides: Ideographs = "东西南北中"

    /// Make with 区 what is no county.
    static let quarters: Ideographs = "小社片园城新老山矿景厂库校军地业活东西南北中发"

    static let locating: Ideographs = "在到于"
    /// Words of grammar and of counting with which no name begins right behind a wider place: 永泰街道|各社区, 永泰街道|进社区.
    static let particles: Ideographs = "的了在把被与及等各该每这那让将已并也都还就有辖驻赴至共现全两几个为对向从由本级内进到给所以是和"

    static let measures: Ideographs = "个支家座处名"
    static let entering: Ideographs = "进住"

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
                scalar.isIdeograph && scalar != "丨" || scalar == "〇"
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

    /// Whether the run stands right behind a digit, so that it begins with what a number counts: 5|月碧鸡北街道, 2|万元、开源街道.
    func isBehindDigit(in bytes: Span<UInt8>, floor: Int = 0) -> Bool {
        start > floor && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start - 1])
    }

    /// The word of `length` scalars, 1 … 4, that ends `distance` scalars before the end.
    @inline(__always)
    func word(endingBefore distance: Int, length: Int) -> ShortWord {
        ShortWord(bits: UInt64(truncatingIfNeeded: scalars >> UInt128(16 * distance))).suffix(length)
    }
}
