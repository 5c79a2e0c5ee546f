import Facts
import Scanning

/// How far a time reaches: what holds always, what a target is measured against, and how things used to be.
extension SentenceReader {
    /// Whether a time inside a sentence is the time of something else that stands beside it: in the brackets of another figure, of what a
    /// plan builds on, in the name of an event, of what is left to reach a target.
    func isOfSomethingElse(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        isInBracketsOfAnother(position) || isBasis(position, of: place, text)
            || isYearOfEvent(position, before: place, text) || isVintage(position, text)
            || isHonourYear(position, text) || isOfTarget(position, before: place, text)
            || isGoneOver(position, before: place, text)
    }

    private static let targets: WordList = ["目标", "任务", "计划", "指标", "目标任务", "任务目标", "目标值", "红线"]

    /// 离|全年|43%|的|目标|尚差1.7个百分点, 完成|全年|2.9亿元|任务|的61%: whether a time says of when the target is against which a later figure is
    /// measured.
    private func isOfTarget(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        guard position + 2 < place, tokens[position + 1].isQuantity else { return false }
        let next = tokens[position + 2].has(.de) ? position + 3 : position + 2
        return next < place
            && SentenceReader.targets.contains(tokens[next].start..<tokens[next].end, of: text)
            && !tokens[next..<place].contains(where: \.endsClause)
    }

    private static let overs: WordList = ["对", "就", "针对", "围绕", "对照"]

    /// 对近三年的诉求逐条拆解，标出点位236个: whether a time only tells of when that is which somebody goes over, before a clause ends.
    private func isGoneOver(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        position > 0 && position + 2 < place && tokens[position + 1].has(.de) && !tokens[position + 2].isQuantity
            && SentenceReader.overs.contains(tokens[position - 1].start..<tokens[position - 1].end, of: text)
            && tokens[position..<place].contains(where: \.endsClause)
    }

    // MARK: how things were

    private static let beginnings: WordList = [
        "改造前", "改革前", "整治前", "整改前", "治理前", "施工前", "搬迁前", "换届前", "试点前", "实施前", "施行前", "推行前", "启用前", "接管前", "成立前", "创建前",
        "组建前", "提升前", "重组前", "开业初", "成立初", "开馆初", "组建初", "创办初", "建成初", "之初", "初期", "开张时", "开业时", "成立时", "摸底时", "起步时",
        "组建时", "创办时", "接手时", "启动时", "建站时", "挂牌时", "最低时", "低谷时",
    ]

    /// 从改革前的71%提高到93.6%, 由开张时的110人次上升到235人次: the word between 从 or 由 and the first of two levels that says when it was so.
    func stateOfFirstLevel(between from: Int, and place: Int, _ text: Span<UInt8>) -> TimeExpression? {
        guard from >= 0, place - from <= 6, tokens[from].has(.from), place - from >= 3, tokens[place - 1].has(.de),
            case let end = tokens[place - 1].start,
            SentenceReader.beginnings.ends(in: text, at: end, floor: tokens[from].end)
        else { return nil }
        return TimeExpression(start: tokens[from].end, end: end, kind: .present, from: nil, to: nil)
    }

    private static let burdens: WordList = [
        "要", "得", "需", "需要", "只能", "只有", "只", "才", "仅", "仅有", "少说", "少说也要", "往往", "动辄", "最多", "收费", "常年", "就要", "都要",
        "还要", "还得", "至少",
    ]
    private static let scarcely: WordList = ["不足", "不到", "只有", "仅有", "仅", "才", "至少"]

    /// 以前寄箱苹果，要背到15公里外, 起初贴出告示，报名者只有5个: whether the clause of a figure still tells how things were, by how much it took or
    /// how little there was. 过去停车难，社区改出车位60个 tells what has been done about it,
    /// and so does 以前上山靠走，通了缆车只需10分钟.
    func isStillFormer(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        guard !tokens[(position + 1)..<place].contains(where: { $0.isTime || $0.isQuantity }),
            !tokens[(position + 1)..<place].contains(where: { turnsToNow($0, text) })
        else { return false }
        let clause = tokens[clauseStart(of: place)..<place]
        return SentenceReader.scarcely.ends(in: text, at: tokens[place].start)
            || clause.contains {
                $0.kind == .word && SentenceReader.burdens.contains($0.start..<$0.end, of: text)
            } && !clause.contains { $0.has(.done) }
    }

    private static let turningsToNow: WordList = ["通了", "有了", "建了", "改造后", "改了", "装了", "通车后", "建成后", "如今", "现在"]
    private static let wishes: WordList = [
        "要增", "要新增", "要建", "要新建", "要改", "要把", "要添", "还要建", "还要新建", "还要增", "将建", "将新", "将增", "拟", "计划", "打算",
    ]

    /// Whether a word between what was and a figure tells that things have changed or are to change: 了, 已, 通了, 改造后, 要增.
    private func turnsToNow(_ token: Token, _ text: Span<UInt8>) -> Bool {
        token.end - token.start == 3 && text.has("了", at: token.start) || token.has(.done) && token.wordClass == .adverb
            || SentenceReader.turningsToNow.begins(in: text, at: token.start)
            || SentenceReader.wishes.begins(in: text, at: token.start)
    }

    /// 28日当晚，往年“看海”的地方仅1处积水: whether what used to be only tells which thing is meant, where another time has been named; but
    /// 供暖期一到，…：往年室温只有15摄氏度.
    func isOnlyAttribute(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        text.has("往年", at: tokens[position].start) && tokens[..<position].contains(where: \.isTime)
            && tokens[(position + 1)..<place].contains { $0.has(.de) }
    }

    // MARK: what holds always

    /// Whether a figure behind a time is of a rule or a price that holds as long as it holds: no time of its sentence dates it.
    func holdsAlways(
        _ position: Int, _ time: TimeExpression, before place: Int, _ reading: borrowing QuantityReading,
        _ text: Span<UInt8>
    ) -> Bool {
        isYearlyRate(position, text) || isTurnOfAnyYear(position, before: place, text)
            || isPriceBehindDay(position, time, before: place, reading, text)
    }

    private static let minima: WordList = ["不少于", "不低于", "不得少于", "不得低于", "不超过", "至少", "最少"]

    /// 每人每月参加服务不少于2次、全年认领微心愿不少于1个: whether 全年 is what a rule asks by the year, like 每月.
    func isYearlyRate(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard text.has("全年", at: tokens[position].start),
            let figure = tokens[position...].prefix(8).firstIndex(where: { $0.isQuantity || $0.endsClause }),
            tokens[figure].isQuantity,
            tokens[position...figure].contains(where: { SentenceReader.minima.begins(in: text, at: $0.start) })
        else { return false }
        return tokens[..<position].contains { text.has("每", at: $0.start) }
    }

    private static let turns: WordList = ["年初", "年中", "年底", "年末"]

    /// 年初承诺，年中晒进度，年底述职: whether a time is one of the turns of any year, told one behind the other without a figure. 年初立项，年底建成车位80个
    /// tells when that was done.
    private func isTurnOfAnyYear(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        func isTurn(_ index: Int) -> Bool {
            tokens[index].isTime
                && SentenceReader.turns.contains(tokens[index].start..<tokens[index].end, of: text)
        }
        guard isTurn(position),
            tokens[position..<place].contains(where: \.endsClause) || tokens.indices.filter(isTurn).count > 2
        else { return false }
        for index in tokens.indices where index != position && isTurn(index) {
            let between = min(index, position)..<max(index, position)
            if !tokens[between].contains(where: \.isQuantity), tokens[between].contains(where: \.endsClause) {
                return true
            }
        }
        return false
    }

    /// 托育点11月5日揭牌，设托位45个，普惠价每月1580元: whether a price for one stands behind other figures of a day in a clause of its own.
    private func isPriceBehindDay(
        _ position: Int, _ time: TimeExpression, before place: Int, _ reading: borrowing QuantityReading,
        _ text: Span<UInt8>
    ) -> Bool {
        guard unitDimension(of: reading.quantity) == .money, time.kind == .period,
            text.has("日", before: time.end)
        else {
            return false
        }
        // 3月8日评出12户，每户奖励300元 is paid on that day.
        let start = clauseStart(of: place)
        return position < start && tokens[position..<start].contains(where: \.isQuantity)
            && tokens[start..<place].contains { text.has("每", at: $0.start) }
            && !tokens[start..<place].contains { phrases.isVerbal($0) || $0.has(.to) || $0.has(.done) }
    }
}
