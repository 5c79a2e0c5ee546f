import Facts
import Scanning

/// The day that an article has named last, to which 当天, 当晚 and 同一天 point back: `3月7日，招聘会开幕。当天，52家单位带来岗位1306个。`
struct NamedDay {
    private var day: CalendarDate?
    /// What that day leaves open: 活动将于28日启动，当天举办展演 is of the next 28th as a whole.
    private var open = TimeExpression.Open.nothing

    /// Gives the times of a sentence, in order, the days that they point back to; 当月 points to a month of its own sentence, and 上月
    /// to the one before it.
    mutating func date(_ times: inout [TimeExpression], _ text: Span<UInt8>) {
        var month: (first: CalendarDate, last: CalendarDate)?
        for index in times.indices {
            times[index] = dated(times[index], text)
            if let named = month, text.has("当月", at: times[index].start), times[index].end - times[index].start == 6 {
                // 4月份开工3个，当月完成投资2亿元
                times[index].from = named.first
                times[index].to = named.last
            }
            if let named = month, times[index].from == named.first, text.has("上月", at: times[index].start) {
                // 3月化解31件，较上月的28件…
                (times[index].from, times[index].to) = named.first.month(-1)
            }
            if let first = times[index].from, let last = times[index].to, first.day == 1, first.month(0).last == last {
                month = (first, last)
            }
            if let from = times[index].from, from == times[index].to { (day, open) = (from, times[index].open) }
        }
    }

    private static let pointers: WordList = ["当天", "当日", "活动当天", "同一天", "同日", "当晚", "当夜"]

    /// 到凌晨4时, 截至下午3点: an hour without a day
    private func isHour(_ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        time.kind == .period
            && (["截至", "截止", "到", "至"] as [StaticString]).contains {
                text.has($0, at: time.start)
                    && TimeReader.dayParts.begins(in: text, at: time.start + $0.utf8CodeUnitCount)
            }
    }

    func dated(_ time: TimeExpression, _ text: Span<UInt8>) -> TimeExpression {
        guard time.from == nil, time.to == nil,
            // 截至当天18时: so much of that day
            NamedDay.pointers.begins(in: text, at: text.has("截", at: time.start) ? time.start + 6 : time.start)
                || isHour(time, text)
        else { return time }
        var dated = time
        dated.from = day
        dated.to = day
        dated.open = open
        return dated
    }
}
