import Facts
import Scanning
import Units

/// Those who did something that is itself counted: 46家企业带来1230个岗位, 全区9个街道建成食堂104个.
extension SentenceReader {
    /// Leaves a predicate out again that tells of the next figure.
    ///
    /// - Parameter bare: the reading without the predicate.
    func leavePredicate(
        ofNextBehind index: Int, _ bare: QuantityReading, _ text: Span<UInt8>, _ reading: inout QuantityReading
    ) {
        guard tellsOfNext(behind: index, text, reading) else { return }
        let isWhole = reading.verb.map { countsSame(behind: index, from: $0) } ?? false
        reading = bare
        if isWhole { reading.isStockWorded = true }
        noteAttending(index, &reading)
    }

    /// 46家企业带来1230个岗位, against 全区9个街道承办3026件: those who come to do something once, and no standing number of
    /// bodies.
    private func noteAttending(_ index: Int, _ reading: inout QuantityReading) {
        guard let name = unit(reading.quantity)?.name, SentenceReader.attendants.contains(name) else { return }
        reading.isAttending = !isOfWhole(places[index])
    }

    /// 全区|9个街道, 平城区|12个社区: whether what they all belong to stands before a figure.
    private func isOfWhole(_ place: Int) -> Bool {
        (max(0, place - 2)..<place).contains {
            tokens[$0].has(.determiner) || tokens[$0].has(.agent) || tokens[$0].has(.placeName)
        }
    }

    /// Measure words of people, firms and troops, which come and go; a community or a yard is where it is.
    private static let attendants: WordList = ["名", "位", "人", "家", "支", "组"]

    /// 9个社区建成食堂4个, 94名骑手上报隐患417条: a predicate whose own object is counted tells of that count, and those who did
    /// it are only as many as they are.
    private func tellsOfNext(behind index: Int, _ text: Span<UInt8>, _ reading: QuantityReading) -> Bool {
        guard reading.action != nil, let verb = reading.verb, verb > places[index],
            // 43户农户（其中苗族27户）种下绣球120亩: brackets may stand between
            let following = (index + 1..<min(index + 4, places.count)).first(where: { places[$0] > verb })
        else { return false }
        let next = places[following]
        // 32家企业获得贷款1.3亿元: what one gets or gives tells who it was.
        let dimension = unitDimension(of: quantities[following]) ?? .count
        guard next > verb, next - verb < 12,
            // 890名运动员参加14个项目: who takes part is counted for it; 26名干部包片、152名网格员包巷: the list goes on; 2人死亡5人受伤
            !tokens[verb].kinds.contains(.joining), !tokens[next - 1].isMark(.pause), !tokens[verb].has(.fate),
            !tokens[verb..<next].contains(where: { $0.endsClause }),
            ![.money, .time, .ratio, .point].contains(dimension)
        else { return false }
        if following == index + 1, countsSame(behind: index, from: verb) { return true }
        // 三个街道联合开展演练2场: some bodies that did it are told apart by it, and no count of all of them
        // 3个片区涉及居民620户: nor does it tell the quarters apart whom they concern
        let comeAndGo =
            tokens[verb].kinds.contains(.concern)
            || unit(quantities[index]).map { SentenceReader.attendants.contains($0.name) } ?? false
        // 为3个院落安装路灯46盏, 在8个社区开办托管班12个: for whom or where it is done
        return (comeAndGo || isOfWhole(places[index])) && !isServed(index, text)
    }

    /// 198个项目已开工123个: whether a verb tells of how many of those that a figure counts, by the next figure.
    func countsSame(behind index: Int, from verb: Int) -> Bool {
        let next = places[index + 1]
        return next - verb <= 2 && tokens[next - 1].wordClass != .noun
            && unit(quantities[index]).map { $0.name == unit(quantities[index + 1])?.name } ?? false
            && (next + 1 >= tokens.count || tokens[next + 1].endsClause)
    }

    /// Which of the sentence's figures stands right before a phrase.
    func figure(before right: Range<Int>) -> Int? {
        guard let place = (max(0, right.lowerBound - 3)..<right.lowerBound).last(where: { tokens[$0].isQuantity }),
            case .quantity(let index) = tokens[place].kind, index < places.count
        else { return nil }
        return index
    }

    /// Whether a preposition stands before a figure that says for whom or where something is done.
    private func isServed(_ index: Int, _ text: Span<UInt8>) -> Bool {
        var position = places[index] - 1
        while position >= 0, places[index] - position < 12, !tokens[position].endsClause {
            let token = tokens[position]
            if token.wordClass == .preposition || token.has(.recipient) {
                return !SentenceReader.disposals.contains(token.start..<token.end, of: text)
            }
            position -= 1
        }
        return false
    }

    private static let disposals: WordList = ["把", "将", "从", "由"]
}
