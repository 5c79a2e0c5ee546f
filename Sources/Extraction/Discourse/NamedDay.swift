import Facts
import Scanning

/// The day that an article has named last, to which 当天, 当日 and 同一天 point back: `3月7日，招聘会开幕。当天，52家单位带来岗位1306个。`
struct NamedDay {
    private var day: CalendarDate?

    /// Gives the times of a sentence, in order, the days that they point back to.
    mutating func date(_ times: inout [TimeExpression], _ text: Span<UInt8>) {
        for index in times.indices {
            times[index] = dated(times[index], text)
            if let from = times[index].from, from == times[index].to { day = from }
        }
    }

    func dated(_ time: TimeExpression, _ text: Span<UInt8>) -> TimeExpression {
        guard time.from == nil, time.to == nil,
            (["当天", "当日", "活动当天", "同一天"] as [StaticString]).contains(where: { text.has($0, at: time.start) })
        else { return time }
        var dated = time
        dated.from = day
        dated.to = day
        return dated
    }
}
