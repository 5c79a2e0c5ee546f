import Scanning

// Cities abroad that no table lists are known by their sound: a run of the characters that transcribe foreign names, right
// behind a country or state (田纳西州首府|纳什维尔, 荷兰|多德雷赫特).

extension PlaceRecognizer {
    /// The characters that the transcription of foreign names (外语地名汉字译写导则, GB/T 17693) uses and ordinary words
    /// seldom put three in a row of.
    private static let sounds: Set<UInt32> = Set(
        ("阿埃艾奥澳巴拜贝彼宾伯勃博布查达戴丹德蒂迪丁厄恩尔法菲费弗夫福盖冈戈格哥哈赫亨霍基吉加贾杰卡凯坎科克肯库夸昆拉莱赖兰勒雷黎利里列林伦隆卢鲁路罗洛马玛"
            + "彭庞蓬豪麦曼梅蒙米密莫默姆毛穆纳娜那奈内尼涅纽努诺欧帕潘佩皮珀普恰齐奇乔切热日瑞若萨塞赛桑森沙舍施什斯松顿索塔坦泰特腾廷提图托陀瓦万威韦维魏温沃乌希锡西夏休逊敦"
            + "雅亚延扬耶伊易因尤于约泽扎詹芝朱兹佐")
            .unicodeScalars.map(\.value))

    private static let ranks: Ideographs = "州省市县镇岛"

    /// What firms, teams and persons are called after rather than places.
    private static let denied: [[UInt32]] = [
        "伊斯兰", "公司", "集团", "银行", "政府", "总统", "大学", "航空", "汽车", "队", "籍", "选手", "族", "人", "语", "咨询", "民调",
    ].map { $0.unicodeScalars.map(\.value) }

    /// Takes the city that a run of transcribing characters names right behind a country or state, and returns where it ends.
    func appendTranscribed(in bytes: Span<UInt8>, behind end: Int, scan: Scan, to mentions: inout [PlaceMention])
        -> Int?
    {
        guard let before = last(scan, mentions), before.range.upperBound == end, before.level < .street else {
            return nil
        }
        return appendTranscribed(in: bytes, from: end, link: .narrows, scan: scan, to: &mentions)
    }

    /// 该省|彭伯顿地区: where a place that the text has named is called again, a run of such characters with its rank stands behind it.
    ///
    /// - Returns: where the name ends; `nil` where none stands there.
    func appendTranscribed(inPlaceAt start: Int, in bytes: Span<UInt8>, scan: Scan, to mentions: inout [PlaceMention])
        -> Int?
    {
        guard let kind = sound(in: bytes, at: start + 3, end: scan.end), kind == "省" || kind == "州" else {
            return nil
        }
        return appendTranscribed(in: bytes, from: start + 6, link: .none, scan: scan, to: &mentions)
    }

    private func appendTranscribed(
        in bytes: Span<UInt8>, from end: Int, link: PlaceMention.Link, deeper: Bool = true, scan: Scan,
        to mentions: inout [PlaceMention]
    ) -> Int? {
        var start = end
        // 美国田纳西州|首府|纳什维尔
        for length in [2, 3] {
            let part = IdeographRun(in: bytes, endingAt: min(end + 3 * length, scan.end), floor: end)
            guard part.count == length else { break }
            if words.kinds(of: part.word(endingBefore: 0, length: length)).contains(.region) {
                start = end + 3 * length
            }
        }
        guard start + 6 <= scan.end, gazetteer.index.longestMatch(in: bytes, at: start, end: scan.end) == nil else {
            return nil
        }
        var position = start
        while let scalar = sound(in: bytes, at: position, end: scan.end) {
            guard PlaceRecognizer.sounds.contains(scalar) else { break }
            position += 3
        }
        let rank = rankLength(in: bytes, at: position, end: scan.end)
        let isRanked = rank > 0
        guard isRanked || link == .narrows, (isRanked ? 6...24 : 9...24).contains(position - start),
            !isDenied(in: bytes, at: position, end: scan.end),
            !isDenied(in: bytes, at: start, end: scan.end)
        else { return nil }
        // 北达科他州|里奇兰县
        position += rank
        mentions.append(
            PlaceMention(
                range: start..<position, name: start..<position, level: .zone, form: .unlisted, link: link,
                place: nil,
                suffix: -1, entry: -1))
        // 阿肯色州加兰县|杰西维尔
        return isRanked && link == .narrows && deeper
            ? appendTranscribed(in: bytes, from: position, link: link, deeper: false, scan: scan, to: &mentions)
                ?? position : position
    }

    /// The bytes of the rank at a position: 州, 县, 地区, 大区.
    private func rankLength(in bytes: Span<UInt8>, at position: Int, end: Int) -> Int {
        guard let first = sound(in: bytes, at: position, end: end) else { return 0 }
        if PlaceRecognizer.ranks.contains(first) { return 3 }
        guard first.isAmong("地大"), let second = sound(in: bytes, at: position + 3, end: end) else { return 0 }
        return second == "区" ? 6 : 0
    }

    private func sound(in bytes: Span<UInt8>, at position: Int, end: Int) -> UInt32? {
        guard position < end else { return nil }
        let (scalar, width) = bytes.scalar(at: position, end: end)
        return width == 3 ? scalar : nil
    }

    private func isDenied(in bytes: Span<UInt8>, at position: Int, end: Int) -> Bool {
        PlaceRecognizer.denied.contains { word in
            word.indices.allSatisfy { sound(in: bytes, at: position + 3 * $0, end: end) == word[$0] }
        }
    }
}
