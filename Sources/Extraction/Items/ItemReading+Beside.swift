import Facts
import Scanning
import Units

/// What stands right beside a figure and is not what it counts: the body that did it, the paper that
/// households signed, and behind it what befalls the things.
extension SentenceReader {
    /// 救援专班共抢修212次, 宣讲团先后宣讲40场: how often is counted by what was done, and a body that does it is no event.
    func nameByDoing(
        _ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: inout State
    ) -> Bool {
        guard dimension == .event, let body = before.item.last, let verb = before.predicate,
            verb >= before.item.upperBound, phrases.isVerbal(tokens[verb]), !tokens[verb].has(.light),
            phrases.scalars(tokens[verb]) > 1, tokens[body].kind == .word,
            !tokens[body].kinds.isDisjoint(with: [.body, .office]), !tokens[body].has(.human),
            tokens[body].kinds.isDisjoint(with: [.event, .site])
        else { return false }
        let doing = text.string(ofDocument: tokens[verb].start..<tokens[verb].end)
        state.reading.name(doing, by: "item.doing", doubting: "the doing is what is counted")
        return true
    }

    /// 签订补偿协议212户: households are those who signed, and not what they signed.
    func nameSigners(
        _ before: NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>, _ state: inout State
    ) {
        guard dimension == .household, state.reading.rule == "item.left", before.item.upperBound == state.place,
            let paper = before.item.last, let verb = before.predicate, verb + 1 == before.item.lowerBound,
            SentenceReader.agreements.ends(in: text, at: tokens[paper].end), phrases.scalars(tokens[verb]) == 2
        else { return }
        state.reading.item =
            text.string(ofDocument: tokens[verb].start..<tokens[verb].end) + state.reading.item + "户"
    }

    private static let agreements: WordList = ["协议", "合同", "承诺书", "协议书", "责任书"]

    /// The things that a phrase behind a figure names, without what is to be done with them or befalls them: 等6个村|坑塘清淤,
    /// 3条道路|计划开工, 5个社区|试点信托制.
    func thingsAlone(_ right: Range<Int>, _ place: Int, _ text: Span<UInt8>) -> Range<Int> {
        guard right.count > 1, let last = right.last else { return right }
        let next = right.upperBound
        if tokens[last].has(.plan), next < tokens.count,
            tokens[next].isTime || phrases.isVerbal(tokens[next]) || tokens[next].wordClass == .adverb
        {
            return right.lowerBound..<last
        }
        if let trial = right.dropFirst().first(where: { text.has("试点", at: tokens[$0].start) }),
            trial + 1 < tokens.count,
            phrases.isActor(tokens[trial - 1]) || tokens[trial - 1].kinds.contains(.site),
            tokens[trial + 1].wordClass == .noun || tokens[trial + 1].isMark(.openQuote),
            tokens[trial + 1].kind != .word || !tokens[trial + 1].has(.abstract) && !phrases.closes(at: trial + 2)
        {
            return right.lowerBound..<trial
        }
        return namedOnes(right, place, text) ?? right
    }

    /// Behind a list that 等 closes, the word for what those are whose names it gave: 大常、西楚等6个村|坑塘清淤.
    private func namedOnes(_ right: Range<Int>, _ place: Int, _ text: Span<UInt8>) -> Range<Int>? {
        guard place > 1, tokens[place - 1].has(.etc), let last = right.last,
            let kind = right.dropLast().first(where: {
                SentenceReader.kindsOfPlace.contains(tokens[$0].start..<tokens[$0].end, of: text)
            })
        else { return nil }
        let next = right.upperBound
        let isPredicated =
            phrases.isDoing(last)
            || next < tokens.count && tokens[next].kind == .word
                && (phrases.isVerbalOrDoing(tokens[next]) || tokens[next].kinds.contains(.running)
                    || tokens[next].has(.completion) || tokens[next].wordClass == .adverb)
        guard isPredicated,
            // 等6个社区党支部: what those places have, which does something itself
            tokens[(kind + 1)..<next].allSatisfy({
                $0.kind == .word && $0.roles.isDisjoint(with: [.human, .agent, .doer, .body])
                    && $0.kinds.isDisjoint(with: [.body, .post, .facility, .site, .event, .paper])
            })
        else { return nil }
        return right.lowerBound..<(kind + 1)
    }

    private static let kindsOfPlace: WordList = [
        "村", "社区", "院落", "小区", "道路", "街道", "乡镇", "镇", "路段", "街巷", "片区", "楼院", "县", "行政村", "老旧小区", "背街小巷",
    ]
}
