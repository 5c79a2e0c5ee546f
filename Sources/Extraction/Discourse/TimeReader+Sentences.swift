import Scanning

extension TimeReader {
    /// All time expressions of a stretch that no scan has gone over, in order.
    func expressions(_ text: Span<UInt8>, _ sentence: Range<Int>) -> [TimeExpression] {
        var scan = SentenceScan()
        return expressions(text, sentence, &scan)
    }

    /// The same with a scan whose arrays are kept, for whoever asks often.
    func expressions(_ text: Span<UInt8>, _ sentence: Range<Int>, _ scan: inout SentenceScan) -> [TimeExpression] {
        scan.begin()
        var position = sentence.lowerBound
        while true {
            if !scan.opensClause { position = classes.skipPlain(text, from: position, to: sentence.upperBound) }
            guard position < sentence.upperBound else { break }
            let (scalar, length) = text.scalar(at: position)
            scan.note(scalar, classes.sign(scalar), classes[scalar], at: position)
            position += length
        }
        var expressions: [TimeExpression] = []
        read(text, sentence, scan, into: &expressions)
        return expressions
    }

    /// Reads all time expressions of a sentence, in order.
    ///
    /// - Parameter scan: where one may begin.
    func read(
        _ text: Span<UInt8>, _ sentence: Range<Int>, _ scan: borrowing SentenceScan,
        into expressions: inout [TimeExpression]
    ) {
        if !expressions.isEmpty { expressions.removeAll(keepingCapacity: true) }
        var sweep = Sweep(
            sentence: sentence, mayHoldSince: scan.sinces.contains { text.has("以来", at: $0) },
            mayHoldDuring: scan.sinces.contains { text.has("期间", at: $0) || text.has("期内", at: $0) })
        for position in scan.timeOpenings where position >= sweep.covered {
            // At the head of a clause only an event may open a time that its first characters do not tell of.
            guard sweep.mayHoldEvent || mayOpen(text, at: position, end: sentence.upperBound) else { continue }
            take(position, &sweep, into: &expressions, text)
            guard sweep.wasQuoted, sweep.covered > position else { continue }
            // “十四五”挂牌以来: an event right behind the quotation.
            var next = sweep.covered
            while next < sentence.upperBound, classes[text.scalar(at: next).value] == .space {
                next += text.scalar(at: next).length
            }
            if next < sentence.upperBound, classes[text.scalar(at: next).value] == .other {
                take(next, &sweep, into: &expressions, text)
            }
        }
    }

    /// How far the times of a sentence have been read.
    private struct Sweep {
        let sentence: Range<Int>
        /// Whether 以来 stands in it, and 期间, which may close an event: 开业以来, 改造期间.
        let mayHoldSince: Bool
        let mayHoldDuring: Bool
        /// Where the last expression ended, and whether it began with a quotation mark, behind which a clause opens.
        var covered: Int
        var wasQuoted = false

        init(sentence: Range<Int>, mayHoldSince: Bool, mayHoldDuring: Bool) {
            self.sentence = sentence
            self.mayHoldSince = mayHoldSince
            self.mayHoldDuring = mayHoldDuring
            covered = sentence.lowerBound
        }

        var mayHoldEvent: Bool { mayHoldSince || mayHoldDuring }
    }

    /// Takes the expression that begins at a position, if one does, which may begin with an event before it.
    private func take(
        _ position: Int, _ sweep: inout Sweep, into expressions: inout [TimeExpression], _ text: Span<UInt8>
    ) {
        if let event = spellOfEvent(at: position, sweep, isFirst: expressions.isEmpty, text) {
            expressions.append(event)
            sweep.covered = event.end
            sweep.wasQuoted = false
            return
        }
        let kind = classes[text.scalar(at: position).value]
        let (sentence, floor) = (sweep.sentence, sweep.covered)
        if kind.startsNumeral, followsNumeral(position, behind: floor, text) { return }
        guard var expression = read(text, at: position, end: sentence.upperBound), expression.end > position,
            !isInName(expression, text), !isInSlogan(expression, sentence, text)
        else { return }
        if text.has("至今", at: position), expression.end == position + 6,
            let event = beginning(before: position, floor: floor, text)
        {
            // 挂牌至今
            expression.start = event
        }
        if expression.kind == .present, let event = eventOfDay(expression, floor: floor, text) {
            // 禁毒日当天, 周六当天
            expression.start = event
        }
        if let start = beginningUntilNow(expression, floor: floor, text) {
            // 春节后到现在
            expression.start = start
            expression.kind = .running
            expression.from = nil
            expression.to = published
        }
        if let last = expressions.last, lastsUntil(expression, since: last, text) {
            // 从春节后|到端午前, 去年11月开张|到今年2月底
            expressions[expressions.count - 1].end = expression.end
            expressions[expressions.count - 1].to = expression.to
            let isNow = expression.kind == .present && TimeReader.nows.ends(in: text, at: expression.end)
            expressions[expressions.count - 1].kind = isNow ? .running : .period
            sweep.covered = expression.end
            return
        }
        // 3月8日，夜市开街，首日接待2000人次: of the day that was named
        if !expressions.isEmpty, text.has("首", at: position), expression.start == position { return }
        // 7月4日到8月3日，街道开展集中行动，30天里劝阻163人: those very days
        if let stretch = expressions.last { expression = expression.within(stretch, text) }
        expressions.append(expression)
        sweep.covered = expression.end
        sweep.wasQuoted = kind == .openQuote
    }

    /// 开业以来，…, 改造期间，…: the spell that an event at the head of a clause opens or fills.
    private func spellOfEvent(
        at position: Int, _ sweep: Sweep, isFirst: Bool, _ text: Span<UInt8>
    ) -> TimeExpression? {
        guard sweep.mayHoldEvent else { return nil }
        let end = sweep.sentence.upperBound
        let opens = opensClause(position, behind: sweep.covered, text)
        if sweep.mayHoldSince, opens ?? (isFirst || sweep.wasQuoted),
            let since = sinceEvent(text, at: position, end: end), read(text, at: position, end: end) == nil
        {
            if let inner = timeClosing(position..<since, text) { return inner }
            return TimeExpression(start: position, end: since, kind: .running, from: nil, to: published)
        }
        if sweep.mayHoldDuring, opens ?? isFirst, let during = duringEvent(text, at: position, end: end),
            read(text, at: position, end: end) == nil
        {
            return timeClosing(position..<during.end, text) ?? during
        }
        return nil
    }

    /// What is told apart by the words before it: 暑期托管活动期间.
    private static let occasionsNamed: WordList = ["活动", "会议", "大会", "展会", "赛事", "假期"]

    /// 街道|清明节期间, 在|入春以来: the time of its own with which the words end that were taken for an event, behind who or what it is told of.
    private func timeClosing(_ event: Range<Int>, _ text: Span<UInt8>) -> TimeExpression? {
        // 国庆|中秋期间: of both
        if TimeReader.table.longestMatch(in: text, at: event.lowerBound, end: event.upperBound) != nil { return nil }
        var position = event.lowerBound + text.scalar(at: event.lowerBound).length
        while position < event.upperBound {
            if let word = TimeReader.table.longestMatch(in: text, at: position, end: event.upperBound),
                !TimeReader.occasionsNamed.begins(in: text, at: position)
            {
                let rest = position + word.length..<event.upperBound
                if rest.isEmpty, let time = read(text, at: position, end: event.upperBound) { return time }
                if word.value == TimeReader.feast, text.has("期间", at: rest.lowerBound), rest.count == 6 {
                    // 社区|重阳节期间
                    var time = TimeExpression(
                        start: position, end: event.upperBound, kind: .present, from: nil, to: nil)
                    time.isNarrowed = true
                    return time
                }
            }
            position += text.scalar(at: position).length
        }
        return nil
    }

    private static let sameDays: WordList = ["当天", "当日", "当晚"]
    private static let occasions: WordList = [
        "招聘会", "运动会", "音乐会", "博览会", "推介会", "庙会", "灯会", "集市", "市集", "比赛", "大赛", "开幕", "开业", "开街", "开馆", "启动", "仪式",
        "演出", "义诊", "高考", "投票", "选举", "演练",
    ]
    /// 禁毒日当天, “6·26”国际禁毒日当天, 集市当天, 周六当天: where the name of the day begins that 当天 is; of the head of a clause alone.
    private func eventOfDay(_ time: TimeExpression, floor: Int, _ text: Span<UInt8>) -> Int? {
        guard TimeReader.sameDays.begins(in: text, at: time.start), time.start > floor else { return nil }
        if TimeReader.weekdayNames.ends(in: text, at: time.start, floor: floor) { return time.start - 6 }
        // 社区|植树节|当天, but “6·26”国际禁毒日当天
        if let feast = Festivals.builtIn.name(endingAt: time.start, floor: floor, text), feast > floor,
            classes[text.scalar(at: text.scalarStart(before: feast)).value] == .other
        {
            return feast
        }
        guard
            text.has("日", before: time.start) || text.has("节", before: time.start)
                || TimeReader.occasions.ends(in: text, at: time.start, floor: floor)
        else { return nil }
        var position = time.start
        while position > floor, time.start - position <= 48 {
            if text.has("在", before: position) || text.has("于", before: position) || text.has("的", before: position) {
                return position
            }
            let before = text.scalarStart(before: position)
            switch classes[text.scalar(at: before).value] {
            case .clauseEnd, .sentenceEnd, .space: return position
            case .other, .openQuote, .closeQuote, .digit, .mark: position = before
            default: return nil
            }
        }
        return position == floor ? position : nil
    }

    private static let beginnings: WordList = [
        "开张", "启动", "开始", "开工", "开业", "成立", "开街", "开园", "开馆", "启用", "投用", "上线", "后", "起",
    ]

    /// 去年11月开张|到今年2月底: whether a time is the end of a stretch that begins with the one before, with no more than the word for a
    /// beginning between.
    private func lastsUntil(_ end: TimeExpression, since begin: TimeExpression, _ text: Span<UInt8>) -> Bool {
        let start = text.has("到", at: end.start) ? end.start : end.start - 3
        guard start >= begin.end, start - begin.end <= 6, text.has("到", at: start) || text.has("至", at: start),
            [.period, .present].contains(begin.kind), [.period, .present].contains(end.kind),
            // 今年1月启动到6月底，…: what is still to come is a plan by its end
            published.map({ (end.to ?? $0) <= $0 }) ?? true
        else { return false }
        // 春节后|到端午前: the word is part of the time
        return start == begin.end
            ? TimeReader.laters.ends(in: text, at: start, floor: begin.start)
            : TimeReader.beginnings.contains(begin.end..<start, of: text)
    }

    private static let nows: WordList = ["现在", "目前", "今天", "眼下", "如今"]
    private static let laters: WordList = ["后", "起", "以后", "开始"]

    /// 春节后到现在, 从开锣到现在: where a stretch begins that lasts until now.
    private func beginningUntilNow(_ time: TimeExpression, floor: Int, _ text: Span<UInt8>) -> Int? {
        guard time.kind == .present, TimeReader.nows.contains(time.start..<time.end, of: text),
            text.has("到", before: time.start), time.start - 3 > floor, time.end < text.count,
            // 从7个人发展到现在的89人: a level
            [.clauseEnd, .sentenceEnd].contains(classes[text.scalar(at: time.end).value]) || text[time.end] == 0x0A
        else { return nil }
        let end = time.start - 3
        var position = end
        while position > floor, end - position <= 36, !opensClause(position, text) {
            let before = text.scalarStart(before: position)
            guard [.other, .digit, .hanDigit, .hanUnit].contains(classes[text.scalar(at: before).value]) else {
                return nil
            }
            position = before
        }
        guard opensClause(position, text) || position == floor, position + 6 <= end else { return nil }
        let isSince = text.has("从", at: position) || text.has("自", at: position)
        return isSince || TimeReader.laters.ends(in: text, at: end) ? position : nil
    }

    /// Whether a clause opens at the position; `nil` where nothing but space stands between it and `floor`.
    private func opensClause(_ position: Int, behind floor: Int, _ text: Span<UInt8>) -> Bool? {
        var position = position
        while position > floor {
            position = text.scalarStart(before: position)
            let kind = classes[text.scalar(at: position).value]
            if kind != .space { return kind == .clauseEnd || kind == .openQuote }
        }
        return nil
    }

    /// Whether a numeral stands before the position, with marks between: the 28 of 2026-28 begins nothing.
    private func followsNumeral(_ position: Int, behind floor: Int, _ text: Span<UInt8>) -> Bool {
        var position = position
        while position > floor {
            position = text.scalarStart(before: position)
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            // 2.5月12日: behind the number of an entry
            if scalar == "." || scalar == "．",
                NumeralRun.opensDate(in: text, at: position + length, classes: classes)
            {
                return false
            }
            if kind != .mark { return kind.startsNumeral }
        }
        return false
    }

    /// The time expression that opens a paragraph and governs it.
    func opener(_ text: Span<UInt8>, _ block: Range<Int>) -> TimeExpression? {
        var start = block.lowerBound
        while start < block.upperBound, text.has("—", at: start) || text.has("-", at: start) || text[start] == 0x20 {
            start += text[start] < 0x80 ? 1 : 3
        }
        if let day = bracketed(text, at: start, end: block.upperBound) { return day }
        if let opener = read(text, at: start, end: block.upperBound), !TimeReader.isFormer(opener, text) {
            if let told = behindReporter(opener, in: block, text) {
                // 7月21日，记者从区发改局获悉，上半年，…: what was told has a time of its own, or none.
                return told < block.upperBound ? read(text, at: told, end: block.upperBound) : nil
            }
            // 三年前，…, 腊月里，…: how it began, and what follows is of later
            let isOver =
                TimeReader.isAgo(opener, text)
                || text.has("月里", before: opener.end) && !text.has("个月里", before: opener.end)
            return endsBefore(opener, in: block, text) || isOver ? nil : opener
        }
        if let start = behindDateline(block, text), let opener = read(text, at: start, end: block.upperBound),
            opener.from != nil, opener.from == opener.to, !endsBefore(opener, in: block, text)
        {
            return opener
        }
        if let heading = heading(opening: block, text),
            let time = read(text, at: heading.lowerBound, end: heading.upperBound),
            time.kind == .period, TimeReader.outlooks.ends(in: text, at: heading.upperBound)
        {
            // （七）四季度打算。新增绿地3000平方米: what is going to be done is of that time.
            return time
        }
        if let start = behindHeading(block, text), var opener = read(text, at: start, end: block.upperBound),
            opener.kind != .present || text.has("年", at: opener.start)
        {
            // A number before it makes it a heading for sure.
            let first = classes[text.scalar(at: block.lowerBound).value]
            opener.isBehindHeading = !first.startsNumeral && first != .openBracket
            return endsBefore(opener, in: block, text) ? nil : opener
        }
        if let label = text.blackLabel(opening: block),
            let time = expressions(text, label).first(where: { $0.kind != .present || $0.from != nil })
        {
            // 【2026年目标】新增绿地3000平方米, 【下周安排】清理楼道20处
            return time
        }
        return timeOfLaterClause(in: start..<block.upperBound, of: block, text)
    }

    /// 商务部数据显示，今年前十个月，…: a period at the head of the second or third clause of a paragraph.
    private func timeOfLaterClause(
        in range: Range<Int>, of block: Range<Int>, _ text: Span<UInt8>
    ) -> TimeExpression? {
        var position = range.lowerBound
        var clauses = 0
        var opens = false
        while position < range.upperBound, clauses < 3, position - block.lowerBound < 180 {
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            if kind == .sentenceEnd { return nil }
            if opens || mayBeDay(scalar) || mayBePart(scalar),
                let found = read(text, at: position, end: range.upperBound)
            {
                if let told = publication(behind: found, in: block, text) {
                    // 统计局今天（8月9日）发布数据，7月份，…: the day of the telling is not the figures' own
                    position = told
                    opens = false
                    continue
                }
                // 试点两年，…, 供暖首月，…: a spell that begins with its event; 开市一年来 governs its own sentence.
                if found.start == range.lowerBound, found.start < position, !text.has("来", before: found.end) {
                    return found
                }
                return governsParagraph(found, at: position, opensClause: opens, end: range.upperBound, text)
                    ? found : nil
            }
            if kind.startsNumeral, !text.has("第", before: position) { return nil }
            opens = kind == .clauseEnd || kind == .space && opens
            if kind == .clauseEnd { clauses += 1 }
            position += length
        }
        return nil
    }

    /// Whether the first time of a paragraph, which does not open it, governs the paragraph all the same.
    private func governsParagraph(
        _ time: TimeExpression, at position: Int, opensClause: Bool, end: Int, _ text: Span<UInt8>
    ) -> Bool {
        if TimeReader.isFormer(time, text) { return false }
        switch time.kind {
        case .period, .sinceJanuary:
            let isClause = time.end < end && classes[text.scalar(at: time.end).value] == .clauseEnd
            // 据海关统计，今年前2个月进出口…: behind who tells it
            // 队长是陈波，三年下来，…: what came of it is told in its own sentence
            if text.has("下来", before: time.end) { return false }
            return opensClause && (isClause || tells(before: position, text)) || dates(time, text)
        case .present: return dates(time, text)
        case .running:
            // 翻看台账，2021年以来改完小区108个。更换管网30万米。
            return opensClause && time.from != nil && text.has("以来", before: time.end)
        }
    }

    /// （2月1日）清理垃圾…: the day that fills the brackets with which a paragraph begins.
    private func bracketed(_ text: Span<UInt8>, at start: Int, end: Int) -> TimeExpression? {
        guard start < end, classes[text.scalar(at: start).value] == .openBracket,
            let day = read(text, at: start + text.scalar(at: start).length, end: end), day.end < end,
            classes[text.scalar(at: day.end).value] == .closeBracket, text.has("日", before: day.end)
        else { return nil }
        return day
    }

    /// Where the second sentence of a paragraph begins whose first is a heading: （一）聚力稳增长。1—6月，…, 【本周数据】….
    private func behindHeading(_ block: Range<Int>, _ text: Span<UInt8>) -> Int? {
        if let label = text.blackLabel(opening: block) { return label.upperBound + 3 }
        var position = block.lowerBound
        while position < block.upperBound, position - block.lowerBound <= 90 {
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            position += length
            if kind == .sentenceEnd || scalar == 0x2E && text.isFullStop(at: position - length, in: block) {
                return position < block.upperBound ? position : nil
            }
            // （一）, 3.: the number of the heading, and no other
            if kind.startsNumeral, position - block.lowerBound > 9, !isArticle(at: position - length, text) {
                return nil
            }
        }
        return nil
    }

    /// 那就|一|起干: whether a lone 一 stands at a position, which counts nothing in a sentence that heads a paragraph.
    private func isArticle(at position: Int, _ text: Span<UInt8>) -> Bool {
        TimeReader.ones.begins(in: text, at: position)
    }

    /// Words that begin with 一 and count nothing.
    private static let ones: WordList = ["一起", "一样", "一直", "一定", "一同", "一道", "一致", "一心", "一旦", "一般"]

    private static let outlooks: WordList = ["打算", "计划", "安排", "目标", "任务", "思路", "重点", "重点工作"]

    /// The words of a short heading with a number that opens a paragraph: 四季度打算 of （七）四季度打算。计划….
    private func heading(opening block: Range<Int>, _ text: Span<UInt8>) -> Range<Int>? {
        var position = block.lowerBound
        guard position < block.upperBound else { return nil }
        if classes[text.scalar(at: position).value] == .openBracket { position += text.scalar(at: position).length }
        let number = position
        while position < block.upperBound, position - number < 9, classes[text.scalar(at: position).value].startsNumeral
        {
            position += text.scalar(at: position).length
        }
        guard position > number, position < block.upperBound else { return nil }
        let (mark, length) = text.scalar(at: position)
        switch mark {
        case "）", ")", "、", ".", "．": break
        default: return nil
        }
        let start = position + length
        position = start
        let limit = min(block.upperBound, start + 48)
        while position < limit {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .sentenceEnd { return position > start ? start..<position : nil }
            position += length
        }
        return nil
    }

    /// 鲁网4月8日讯 4月6日上午，…: where the text begins behind the day on which it was sent, and who sent it.
    private func behindDateline(_ block: Range<Int>, _ text: Span<UInt8>) -> Int? {
        var position = block.lowerBound
        while position < block.upperBound, position - block.lowerBound <= 60, !text.has("讯", at: position) {
            let (scalar, length) = text.scalar(at: position)
            guard [.other, .digit, .latin, .space].contains(classes[scalar]) else { return nil }
            position += length
        }
        guard position < block.upperBound, text.has("讯", at: position), position > block.lowerBound,
            classes[text.scalar(at: text.scalarStart(before: position)).value] == .digit
                || text.has("日", before: position)
        else { return nil }
        position += 3
        if position < block.upperBound, classes[text.scalar(at: position).value] == .openBracket {
            // （通讯员 王小明）
            let open = position
            while position < block.upperBound, position - open < 90,
                classes[text.scalar(at: position).value] != .closeBracket
            {
                position += text.scalar(at: position).length
            }
            guard position < block.upperBound, classes[text.scalar(at: position).value] == .closeBracket else {
                return nil
            }
            position += text.scalar(at: position).length
        }
        while position < block.upperBound, classes[text.scalar(at: position).value] == .space {
            position += text.scalar(at: position).length
        }
        return position < block.upperBound ? position : nil
    }

    /// 2017年搬进小区后，…: a clause of what went before
    private func endsBefore(_ time: TimeExpression, in block: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var position = time.end
        while position < block.upperBound, position - time.end <= 60 {
            let (scalar, length) = text.scalar(at: position)
            switch classes[scalar] {
            case .other: position += length
            case .clauseEnd: return position > time.end + 3 && text.has("后", before: position)
            default: return false
            }
        }
        return false
    }

    static let learnings: WordList = ["获悉", "了解到", "得知"]

    /// Where what a reporter was told begins, if a day is only that of the telling: 6月3日，记者从区商务局获悉，….
    private func behindReporter(_ day: TimeExpression, in block: Range<Int>, _ text: Span<UInt8>) -> Int? {
        guard let from = day.from, from == day.to else { return nil }
        var position = day.end
        while position < block.upperBound, [.clauseEnd, .space].contains(classes[text.scalar(at: position).value]) {
            position += text.scalar(at: position).length
        }
        guard text.has("记者", at: position) else { return nil }
        let start = position
        while position < block.upperBound, position - start < 180 {
            let (scalar, length) = text.scalar(at: position)
            switch classes[scalar] {
            case .sentenceEnd: return nil
            case .clauseEnd:
                guard TimeReader.learnings.ends(in: text, at: position) else { return nil }
                return position + length
            default: position += length
            }
        }
        return nil
    }

    private static let tellings: WordList = ["显示", "统计", "获悉", "消息", "介绍", "发布", "公布", "了解到", "透露"]

    /// Whether the clause before a position tells where what follows comes from.
    private func tells(before position: Int, _ text: Span<UInt8>) -> Bool {
        guard position > 3 else { return false }
        let mark = text.scalarStart(before: position)
        return classes[text.scalar(at: mark).value] == .clauseEnd && TimeReader.tellings.ends(in: text, at: mark)
    }

    /// What begins a day inside a clause.
    private func mayBeDay(_ scalar: UInt32) -> Bool {
        scalar == "今" || scalar == "昨" || scalar == "当" || classes[scalar].startsNumeral
    }

    /// What begins the first part of an event.
    private func mayBePart(_ scalar: UInt32) -> Bool { scalar == "头" || scalar == "首" }

    /// 国防部25日称: the day on which somebody tells of something. The day on which figures came out is not theirs.
    private func dates(_ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        guard let from = time.from, from == time.to else { return false }
        if TimeReader.sayings.contains(where: { text.has($0, at: time.end) }) { return true }
        // 街道9月5日启动…, but 今天 inside a clause is only when that one thing was
        let isDated =
            (time.start..<time.end).contains { text.has("月", at: $0) }
            && classes[text.scalar(at: time.start).value].startsNumeral
        return isDated && !TimeReader.behindPublication.contains { text.has($0, at: time.end) }
    }

    /// 今天（8月9日）|发布|数据: where the clause goes on behind a day on which something was made known.
    private func publication(behind day: TimeExpression, in block: Range<Int>, _ text: Span<UInt8>) -> Int? {
        guard day.from == day.to,
            let word = TimeReader.publishings.first(where: { text.has($0, at: day.end) })
        else { return nil }
        let end = day.end + word.utf8CodeUnitCount
        return end < block.upperBound ? end : nil
    }

    private static let days: WordList = ["当天", "当日", "今天", "今日", "明天", "明日", "昨天", "昨日"]

    /// “当天受理、次日办结”, “今日报修、明日上门”: a day in a short quotation without a comma is what a slogan says, and dates nothing.
    private func isInSlogan(_ expression: TimeExpression, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard expression.kind == .present,
            TimeReader.days.contains(expression.start..<expression.end, of: text)
        else { return false }
        var scalars = 0
        var position = expression.start
        while true {
            guard scalars < 12, position > sentence.lowerBound else { return false }
            position = text.scalarStart(before: position)
            let kind = classes[text.scalar(at: position).value]
            if kind == .openQuote { break }
            guard kind == .other || kind == .pause else { return false }
            scalars += 1
        }
        position = expression.end
        while position < sentence.upperBound, scalars < 18 {
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            if kind == .closeQuote { return position > expression.end }
            guard kind == .other || kind == .pause else { return false }
            position += length
            scalars += 1
        }
        return false
    }

    /// “冬季行动”, 亲子活动、暑期托管: a season that begins a name.
    private func isInName(_ expression: TimeExpression, _ text: Span<UInt8>) -> Bool {
        guard expression.kind == .present, expression.start >= 3, expression.end < text.count,
            classes[text.scalar(at: expression.end).value] == .other
        else { return false }
        let before = classes[text.scalar(at: text.scalarStart(before: expression.start)).value]
        // 3个暑期班
        let isCounted =
            before == .other
            && (["个", "场", "次", "期", "项", "届"] as [StaticString]).contains(where: {
                text.has($0, before: expression.start)
            })
            && expression.start >= 6
            && classes[text.scalar(at: text.scalarStart(before: expression.start - 3)).value].startsNumeral
        guard before == .openQuote || before == .pause || isCounted else { return false }
        for word in ["周末", "冬季", "夏季", "暑期", "寒假", "假期", "汛期"] as [StaticString]
        where text.has(word, at: expression.start) { return true }
        return false
    }
}
