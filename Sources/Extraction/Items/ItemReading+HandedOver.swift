import Facts
import Scanning
import Units

/// Those to whom something is handed over, which was counted before: 排查矛盾326件，移送司法所12件.
extension SentenceReader {
    /// Verbs of handing a matter over to an office.
    private static let handings: WordList = [
        "移送", "移交", "转交", "转办", "转送", "转报", "转介", "转诊", "交办", "报送", "提请", "上转", "上报",
    ]

    /// What the offices are called to which matters are handed over.
    private static let offices: WordList = [
        "局", "所", "部门", "机关", "单位", "中心", "队", "办", "委", "院", "医院", "公司", "街道", "检察院", "科", "站", "公安", "城管", "交警",
    ]

    /// Names of offices that tell of a doing before it what it is too: 移送司法12件, but 移送司法鉴定12件.
    private static let bareOffices: WordList = ["消防", "司法", "纪检", "工商", "环保", "住建"]

    /// Leaves out of the item the office behind a verb of handing over: 移送司法所12件 counts what is handed over, and 移交区级部门立案查处3起
    /// what is then done with it.
    func leaveOffice(_ before: inout NounPhrases.Left, _ dimension: Dimension?, _ text: Span<UInt8>) {
        guard let dimension, [.count, .event, .person].contains(dimension), let verb = before.predicate,
            verb < before.item.lowerBound, before.item.upperBound <= places.last ?? 0,
            SentenceReader.handings.contains(tokens[verb].start..<tokens[verb].end, of: text),
            let office = before.item.last(where: {
                tokens[$0].kind == .word
                    && (SentenceReader.offices.ends(in: text, at: tokens[$0].end)
                        || $0 + 1 == before.item.upperBound
                            && SentenceReader.bareOffices.ends(in: text, at: tokens[$0].end))
            }), !tokens[before.item.lowerBound...office].contains(where: { phrases.isVerbal($0) && !$0.has(.agent) })
        else { return }
        let rest = office + 1..<before.item.upperBound
        if rest.isEmpty {
            before.item = before.item.upperBound..<before.item.upperBound
            before.verbs = verb..<(verb + 1)
        } else if rest.allSatisfy({ phrases.isDoing($0) }) {
            before.item = rest
            before.predicate = rest.last
        }
    }

    /// Leaves out of the item several offices that each have so many of what was counted before: 转办件16件，城管科、环卫所各2件.
    func leaveOfficesEach(_ before: inout NounPhrases.Left, _ text: Span<UInt8>, _ state: State) {
        guard before.item.upperBound < state.place, text.has("各", at: tokens[state.place - 1].start),
            before.item.contains(where: { tokens[$0].isMark(.pause) }), let last = state.facts.last, !last.item.isEmpty,
            unit(last.quantity)?.name == unit(state.reading.quantity)?.name
        else { return }
        let doing = before.item.reversed().prefix { phrases.isDoing($0) }.last ?? before.item.upperBound
        let areOffices = (before.item.lowerBound..<doing).allSatisfy { index in
            let closes = index + 1 == doing || tokens[index + 1].isMark(.pause) || tokens[index + 1].has(.and)
            return tokens[index].isMark(.pause) || tokens[index].has(.and)
                || tokens[index].kind == .word
                    && (!closes || SentenceReader.offices.ends(in: text, at: tokens[index].end))
        }
        guard areOffices, doing > before.item.lowerBound else { return }
        before.subject = before.item.lowerBound..<doing
        before.verbs = doing < before.item.upperBound ? doing..<before.item.upperBound : nil
        before.item = before.item.upperBound..<before.item.upperBound
    }
}
