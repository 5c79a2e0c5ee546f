import Facts
import Scanning
import Units

/// Which times tell of what is over, and which of what is still to come.
extension SentenceReader {
    /// 目前, 如今: how things stand, against a plan before it.
    func isNow(_ token: Token) -> Bool { nows.contains(token.start) }

    /// Whether a time has not begun (今年9月先开5个班), or reaches up to a day that is more than a month off (到年底网格员达到500名):
    /// a report of December tells of the year's end.
    func isStillToCome(_ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        if time.kind == .period, TimeReader.isComing(time, text) { return true }
        if time.kind != .running || text.has("起", before: time.end),
            TimesToCome.nearDays.begins(in: text, at: time.start)
        {
            return true
        }
        // 到那时，户均分红要过五千元
        if SentenceReader.arrivals.contains(time.start..<time.end, of: text) { return true }
        guard let published else {
            // 明年整合资金1800万元: whenever the text was written
            // 到明年底
            let start = text.has("到", at: time.start) ? time.start + 3 : time.start
            return TimesToCome.undated.begins(in: text, at: start)
        }
        if time.kind == .present, text.has("年底", at: time.start) || text.has("年末", at: time.start) {
            // 食堂年底建成90个: unless a report of January tells of the year that ended
            return published.month > 1 && time.named == nil
                && time.to.map { $0 > published.advanced(byDays: 31) } ?? false
        }
        if let from = time.from {
            // 今天起至2月2日: what has only begun
            let begins = from > published || from == published && (time.to ?? from) > published
            return time.kind == .period && time.open == .nothing && begins
        }
        guard let to = time.to, time.kind != .present, !text.has("截", at: time.start) else { return false }
        return to > published.advanced(byDays: 31)
    }

    private static let arrivals = WordList(TimeReader.arrivals)

    /// 年底已建成90个, 两年内已建成20个: whether a word between the time and the figure says that it is done.
    func isDoneBy(_ time: TimeExpression, before place: Int, _ text: Span<UInt8>) -> Bool {
        guard time.kind == .present || text.has("内", before: time.end), time.start < tokens[place].start else {
            // 已完工8个，其余4个年底前完成: the time stands behind the figure.
            return false
        }
        let start = tokens[..<place].lastIndex { $0.isTime } ?? 0
        return tokens[start..<place].contains { $0.has(.done) }
    }

    /// 年内新增车位900个: what is still to be done in the year that runs, unless the sentence says that it is, and but for reports of
    /// December and January, which tell of the year that ends.
    func isWithinYear(_ time: TimeExpression, before place: Int, _ text: Span<UInt8>) -> Bool {
        // 5家企业计划年内上市: behind the figure it tells when they are to do something
        guard time.start < tokens[place].start,
            text.has("年内", at: time.start)
                || text.has("今年", at: time.start) && text.has("年内", before: time.end)
        else { return false }
        // Who writes without a date says 年内 of the year that runs, too.
        if let published {
            guard published.month > 1, let to = time.to, to > published.advanced(byDays: 31) else { return false }
        }
        let start = tokens[..<place].lastIndex { $0.isTime } ?? 0
        return !(start..<place).contains {
            tokens[$0].has(.done) && !isCircumstance($0, text) || published == nil && tokens[$0].has(.sum)
        }
    }

    func tellsOfThePast(_ time: TimeExpression) -> Bool {
        switch time.kind {
        case .running: return true
        case .sinceJanuary:
            // 1至6月签约4家 in a plan of January is still to come; in a report of late June it is not.
            guard let to = time.to, let published else { return true }
            return to <= published.advanced(byDays: 31)
        case .period:
            // 预计24日至26日升温: which month's days they are, the plan tells.
            guard let to = time.to, let published, time.open != .month, time.open != .endedMonth else { return false }
            // 近一年更换7人
            return to < published || to == published && time.from == nil
        case .present: return false
        }
    }

    /// 4月起实行包案, in a section of plans: what nobody can tell to have begun.
    func isOnlyBegun(_ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        guard time.kind == .running, text.has("起", before: time.end) else { return false }
        guard let from = time.from, let published else { return true }
        return from.advanced(byDays: 31) > published
    }

    /// 全年计划培训600人，上半年培训340人: a half year or a quarter at the head of its clause whose last weeks run, in which a plan
    /// for the whole year is measured.
    func isNearlyOver(_ time: TimeExpression, at position: Int) -> Bool {
        guard time.kind == .period, let published, let from = time.from, let to = time.to, position > 0,
            tokens[position - 1].endsClause, tokens[..<position].contains(where: \.isTime)
        else { return false }
        return to.days(since: from) > 80 && to.days(since: from) < 190 && from <= published
            && to <= published.advanced(byDays: 31)
    }
}
