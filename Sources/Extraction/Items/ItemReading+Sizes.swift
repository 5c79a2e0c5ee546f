import Facts
import Scanning
import Units

/// A figure that tells how large one thing is: 长8米、宽2米的墙画, 380米长的巷子, 210平方米的食堂.
extension SentenceReader {
    /// What the adjectives of size are called behind the name of a thing.
    static let ways: [(word: StaticString, size: String)] = [
        ("长", "长度"), ("宽", "宽度"), ("高", "高度"), ("深", "深度"), ("厚", "厚度"),
    ]

    private static let sizes: WordList = [
        "长", "宽", "高", "深", "厚", "全长", "总长", "长度", "宽度", "高度", "深度", "厚度", "直径", "口径", "跨度", "净高", "水深", "周长", "半径",
        "海拔", "面积",
        "占地", "占地面积", "建筑面积", "总面积", "总建筑面积", "使用面积", "容积", "重", "重量",
    ]

    /// Takes the thing that has a size, told by a word before the figure or by an adjective behind it, where 的 joins the two.
    func takeSized(left: Int, floor: Int, _ text: Span<UInt8>, _ state: inout State) -> Bool {
        guard let dimension = unitDimension(of: state.reading.quantity), SentenceReader.extents.contains(dimension),
            dimension != .money
        else { return false }
        let place = state.place
        var thing = place..<place
        var size: String
        if let word = sizeWord(endingAt: left, floor: floor, text), let end = sizesEnd(behind: place, text) {
            thing = phrases.right(startingAt: end + 1)
            size = way(word, text) ?? text.string(ofDocument: word)
        } else if dimension == .length, place + 3 < tokens.count, tokens[place + 2].has(.de),
            let name = way(tokens[place + 1].start..<tokens[place + 1].end, text)
        {
            thing = phrases.right(startingAt: place + 3)
            size = name
        } else {
            return false
        }
        guard !thing.isEmpty else { return false }
        takeBehind(thing, text, &state)
        state.reading.isOfOne = true
        // 375米长的老街上: where something is on it
        if state.reading.item.unicodeScalars.count > 1, SentenceReader.insides.isEnding(of: state.reading.item) {
            state.reading.item.removeLast()
        }
        if !state.reading.item.hasSuffix(size) { state.reading.item += size }
        return true
    }

    private static let growths: [(word: StaticString, size: String)] = [
        ("拓宽", "宽度"), ("加宽", "宽度"), ("展宽", "宽度"), ("加高", "高度"), ("抬高", "高度"), ("增高", "高度"), ("延长", "长度"), ("延伸", "长度"),
        ("加长", "长度"), ("加深", "深度"), ("挖深", "深度"), ("加厚", "厚度"),
    ]

    /// 机动车道宽度 of 机动车道由5米拓宽到7米: the size that has grown, of what has it, for the level and for the one before it.
    func nameSizeReached(_ text: Span<UInt8>, _ state: inout State) {
        guard unitDimension(of: state.reading.quantity) == .length, state.reading.change == .none,
            !state.reading.item.isEmpty, state.place > 1
        else { return }
        // 拓宽|到7米, 拓宽至24米
        var verb = state.place - 1
        if tokens[verb].has(.arrive), phrases.scalars(tokens[verb]) == 1 { verb -= 1 }
        guard verb < state.place - 1 || phrases.scalars(tokens[verb]) == 3,
            let size = SentenceReader.growths.first(where: { text.has($0.word, at: tokens[verb].start) })?.size,
            !SentenceReader.sizes.isEnding(of: state.reading.item)
        else { return }
        if let last = state.facts.indices.last, state.facts[last].item == state.reading.item,
            unitDimension(of: state.facts[last].quantity) == .length
        {
            state.facts[last].item += size
        }
        state.reading.item += size
    }

    /// The word for a size right before a figure, which the measure word of a thing may precede: 一条|长30米.
    private func sizeWord(endingAt left: Int, floor: Int, _ text: Span<UInt8>) -> Range<Int>? {
        guard left >= floor, left >= 0, tokens[left].kind == .word else { return nil }
        let words = tokens[left].start..<tokens[left].end
        return SentenceReader.sizes.contains(words, of: text) ? words : nil
    }

    /// What an adjective of size is called behind the name of a thing.
    private func way(_ word: Range<Int>, _ text: Span<UInt8>) -> String? {
        word.count == 3 ? SentenceReader.ways.first { text.has($0.word, at: word.lowerBound) }?.size : nil
    }

    /// The 的 behind a figure, past the other sizes of the same thing: 长30米、|宽1.2米|的.
    private func sizesEnd(behind place: Int, _ text: Span<UInt8>) -> Int? {
        var index = place + 1
        while index + 1 < tokens.count, index - place <= 16 {
            let token = tokens[index]
            if token.has(.de) { return index }
            guard
                token.isMark(.pause) || token.endsClause || token.has(.and) || token.isQuantity || token.has(.about)
                    || token.kind == .word && SentenceReader.sizes.contains(token.start..<token.end, of: text)
            else { return nil }
            index += 1
        }
        return nil
    }

    /// Dimensions of sizes that 的 joins to the thing that has them.
    static let extents: Set<Dimension> = [.money, .area, .length, .volume, .mass]

    /// The age that many have together, by the word before the figure: 平均年龄|62岁的巡逻队.
    func meanAge(before place: Int, _ dimension: Dimension, _ text: Span<UInt8>) -> String? {
        guard dimension == .age, place > 0, tokens[place - 1].has(.attribute) else { return nil }
        return text.string(ofDocument: tokens[place - 1].start..<tokens[place - 1].end)
    }

    /// What the size before 的 is called: 总投资, or for an area 面积.
    func sizeName(_ before: NounPhrases.Left, _ dimension: Dimension, _ text: Span<UInt8>) -> String {
        // 集体收入超过50万元的村
        if let size = before.item.last,
            before.item.count == 1 || before.item.count == 2 && dimension == .money && tokens[size].wordClass == .noun,
            tokens[size].has(.magnitude) || tokens[size].has(.attribute),
            before.item.dropLast().allSatisfy({ !phrases.isActor(tokens[$0]) && !phrases.isVerbal(tokens[$0]) })
        {
            return phrases.string(before.item, text: text)
        }
        if let verbs = before.verbs, verbs.count == 1, dimension == .money {
            let verb = phrases.string(verbs, text: text)
            // 总投资2亿元的工厂, but not 执行每小时3元的收费标准
            if verb.hasSuffix("资") { return verb }
        }
        return dimension == .area ? "面积" : ""
    }

    /// 长度 where 长达 or 有…长 tells which way a length runs.
    func wayOfLength(_ place: Int, _ dimension: Dimension?, _ text: Span<UInt8>) -> String? {
        guard dimension == .length else { return nil }
        if place > 0, tokens[place - 1].has(.reach), text.has("达", before: tokens[place - 1].end),
            let way = way(tokens[place - 1].start..<tokens[place - 1].end - 3, text)
        {
            return way
        }
        guard place + 1 < tokens.count, phrases.closes(at: place + 2) else { return nil }
        return way(tokens[place + 1].start..<tokens[place + 1].end, text)
    }

    /// 按每个小区5000元的标准补助启动经费: what is paid, behind 的标准 and the verb; the verb itself where nothing follows it.
    func paidAtRate(behind place: Int, _ text: Span<UInt8>) -> Range<Int>? {
        guard place + 3 < tokens.count, tokens[place + 1].has(.de), text.has("标准", at: tokens[place + 2].start),
            tokens[place + 2].end - tokens[place + 2].start == 6,
            phrases.isVerbal(tokens[place + 3]) || tokens[place + 3].has(.abstract)
        else { return nil }
        let paid = phrases.right(startingAt: place + 4)
        if !paid.isEmpty { return paid }
        return tokens[place + 3].has(.magnitude) ? (place + 3)..<(place + 4) : place..<place
    }
}
