import Facts
import Scanning

/// The days of the event that an article has told of last: `街道6月1日至6月8日开展清扫行动。` and, in the next line, `活动共出动车辆21台。`
struct ToldEvent {
    private var time: TimeExpression?

    private static let events: WordList = ["活动", "行动", "本次", "此次", "这次", "该活动", "该行动"]

    /// Takes over the last days that a sentence names.
    mutating func note(_ times: [TimeExpression]) {
        guard let last = times.last(where: { $0.kind == .period }), let from = last.from, let to = last.to else { return }
        // A year or a quarter is no event's time.
        time = to.days(since: from) <= ToldEvent.longestEvent ? last : nil
    }

    /// When that was which a sentence goes on with that begins with the event.
    func time(of sentence: Range<Int>, _ text: Span<UInt8>) -> TimeExpression? {
        ToldEvent.events.begins(in: text, at: sentence.lowerBound) ? time : nil
    }

    /// In days.
    private static let longestEvent = 31
}
