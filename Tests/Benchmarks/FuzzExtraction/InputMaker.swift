import BulletinTexts

/// Makes the inputs of the fuzzer: the number of an input and the seed give its bytes again.
struct InputMaker {
    let seed: UInt64
    private let bulletins: [[UInt8]]
    private let lines: [[UInt8]]

    /// Characters on which the grammar of figures turns, and marks that open what never closes.
    private static let pieces: [[UInt8]] = [
        "一", "二", "两", "三", "十", "百", "千", "万", "亿", "半", "几", "数", "多", "余", "廿", "〇", "壹", "0", "1", "9", "２",
        ".", ",", "，", "。", "、", "；", "：", "“", "”", "（", "）", "《", "》", "—", "-", "~", "+", "%", "％", "‰", "/", "·",
        "第", "约", "近", "超", "达", "至", "到", "从", "比", "较", "占", "共", "其中", "分别", "等", "各", "每", "的", "和", "个", "家",
        "名", "户", "件", "次", "人次", "万元", "亿元", "平方米", "公里", "吨", "年", "月", "日", "时", "季度", "以来", "以上", "左右", "同比",
        "增长", "下降", "翻番", "过半", "一半", "成", "倍", "分之", "百分点", "零下", "℃", "街道", "社区", "平城区", "永泰街道", "光熙苑", "区", "村", "镇",
        "全市", "该街道", "今年", "去年", "截至目前", "“十四五”", "同期", "一是", "①", "GDP", "5G", "kg", "m", "㎡", "⻄", "㎞", "本报讯（记者",
        "摄", "版", "#", "##", "*", "<p>", "</p>", "<strong>", "<!--", "-->", "&amp;", "&#49;", "&nbsp;", "[", "](",
        "http://", "|",
        "\n", "\r\n", "\n\n", " ", "\u{3000}", "\u{200B}", "\u{FEFF}", "\t", "\u{1F600}", "\u{0}", "e\u{301}",
    ].map { Array($0.utf8) }

    init(seed: UInt64) {
        self.seed = seed
        bulletins = BulletinTexts.own().map(\.bytes)
        lines = BulletinTexts.ownLines()
    }

    /// The region that an input is said to be of: none for three of four.
    static func region(ofInput number: Int) -> String { number % 4 == 3 ? "平城区" : "" }

    func input(_ number: Int) -> [UInt8] {
        var random = Random(seed: seed &+ UInt64(number) &* 0xD134_2543_DE82_EF95)
        switch random.number(below: 16) {
        case 0: return noise(&random)
        case 1: return wide(&random)
        case 2, 3: return mixed(&random)
        case 4..<7: return assembled(&random, pieces: 1 + random.number(below: 40))
        default: return mutated(&random)
        }
    }

    /// Any bytes at all.
    private func noise(_ random: inout Random) -> [UInt8] {
        (0..<random.number(below: 120)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }

    /// Two bytes a character, of either order, with a mark in front or none.
    private func wide(_ random: inout Random) -> [UInt8] {
        let isBig = random.number(below: 2) == 0
        var bytes: [UInt8] = random.number(below: 3) == 0 ? [] : isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
        let text = String(decoding: assembled(&random, pieces: 1 + random.number(below: 30)), as: UTF8.self)
        for unit in text.utf16 {
            let high = UInt8(unit >> 8)
            let low = UInt8(unit & 0xFF)
            bytes += isBig ? [high, low] : [low, high]
        }
        if random.number(below: 8) == 0 { bytes.append(UInt8(truncatingIfNeeded: random.next())) }
        return bytes
    }

    private func assembled(_ random: inout Random, pieces: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<pieces { bytes += random.element(of: InputMaker.pieces) ?? [] }
        return bytes
    }

    /// A stretch of a bulletin, at times a whole one, with pieces of it struck out, doubled, replaced and put elsewhere.
    private func mutated(_ random: inout Random) -> [UInt8] {
        guard let bulletin = random.element(of: bulletins), !bulletin.isEmpty else { return [] }
        var bytes = stretch(of: bulletin, longest: random.number(below: 512) == 0 ? bulletin.count : 240, &random)
        for _ in 0..<(1 + random.number(below: 6)) {
            let place = random.number(below: bytes.count + 1)
            switch random.number(below: 7) {
            case 0: bytes.removeSubrange(place..<min(place + random.number(below: 12), bytes.count))
            case 1: bytes.insert(contentsOf: stretch(of: bytes, longest: 40, &random), at: place)
            case 2 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next())
            case 3:
                let other = random.element(of: bulletins) ?? []
                bytes.insert(contentsOf: stretch(of: other, longest: 60, &random), at: place)
            default: bytes.insert(contentsOf: random.element(of: InputMaker.pieces) ?? [], at: place)
            }
        }
        return bytes
    }

    /// Lines of different bulletins as one document, whole or cut, each on a line of its own or run together: what one names
    /// is known when the next is read, which no single bulletin brings about.
    private func mixed(_ random: inout Random) -> [UInt8] {
        let isCut = random.number(below: 3) == 0
        let isParted = random.number(below: 2) == 0
        var bytes: [UInt8] = []
        for _ in 0..<(2 + random.number(below: random.number(below: 64) == 0 ? 200 : 6)) {
            let line = random.element(of: lines) ?? []
            bytes += isCut ? stretch(of: line, longest: 120, &random) : line
            if isParted { bytes.append(UInt8(ascii: "\n")) }
        }
        return bytes
    }

    private func stretch(of bytes: [UInt8], longest: Int, _ random: inout Random) -> [UInt8] {
        let length = min(random.number(below: longest + 1), bytes.count)
        let start = longest >= bytes.count ? 0 : random.number(below: bytes.count - length + 1)
        return Array(bytes[start..<(start + length)])
    }
}
