import Bulletins
import Facts
import Places
import Scanning
import Units

/// Goes through one document block by block and sentence by sentence, and gathers its records.
struct DocumentReader: ~Copyable {
    private let document: Document
    private let tools: ReadingTools
    private let timeReader: TimeReader
    private var scan = SentenceScan()
    private var sorter: NumeralSorter
    /// The time expression that opens the block, once a figure has asked for it.
    private var opener: TimeExpression??
    /// The time of the block's last figure.
    private var lastTime: TimeExpression?
    /// The time of the block's last figure that is not of 去年同期.
    private var base: TimeExpression?
    private var tokenizer: Tokenizer
    /// What is one token of the sentence already, in order and without overlaps.
    private var fixed: [Tokenizer.Fixed] = []
    private var discourse: PlaceDiscourse
    private var plans: PlanDiscourse
    /// What the sentences of the paragraph before this one announce.
    private var announcement = Announcement()
    private var leading = LeadingTime()
    /// Where the last figure stands that was read.
    private var lastFigure: Int?
    private var days = NamedDay()
    private var years = NamedYear()
    /// Where a sentence ended in an exclamation mark that told a plan: what is cried out next goes on with it.
    private var exclaimed: Int?
    private var table = TableColumns()
    /// The places that the rows of a table have named, for the row that adds them up.
    private var listed: (table: Int, places: [String]) = (0, [])
    /// Whether a table of the article has named places.
    private var hasListed = false
    private var labels = TableLabels()
    private var entries = NumberedEntries()
    private var reported: ReportedTime
    private var memory = ItemMemory()
    private var records: RecordBuilder
    /// How many of the ranges that the text does not hold were looked through.
    private var removed = 0
    /// Leads the ends of the blocks back to the source.
    private var blockEnds: SourceCursor

    /// - Parameter setsAside: whether the numerals that are no fact are recorded as well.
    init(_ document: Document, setsAside: Bool, tools: ReadingTools) {
        self.document = document
        self.tools = tools
        blockEnds = document.sourceCursor
        let dated = TimeReader(
            numbers: tools.numbers, classes: tools.classes, lexicon: tools.lexicon, published: document.published)
        reported = ReportedTime(document, dated)
        timeReader = TimeReader(
            numbers: tools.numbers, classes: tools.classes, lexicon: tools.lexicon, published: document.published,
            reported: reported)
        sorter = NumeralSorter(tools: tools, timeReader: timeReader)
        tokenizer = Tokenizer(lexicon: tools.lexicon, classes: tools.classes)
        let (region, names) =
            document.region.isEmpty
            ? PlaceDiscourse.regionTold(by: document, tools: tools) : (document.region, RecognizedNames())
        discourse = PlaceDiscourse(document: document, region: region, recognized: names, tools: tools)
        plans = PlanDiscourse(document)
        records = RecordBuilder(document, setsAside: setsAside)
    }

    /// Hands over the records in the order of the text, whenever there are so many or more, and at the end.
    consuming func read(inPiecesOf size: Int, _ body: (Extraction) throws -> Void) rethrows {
        let document = document
        let text = document.text.span
        var article = -1
        for block in document.blocks {
            if block.article != article {
                article = block.article
                let headings = article > 0 ? document.articles[article - 1].headings : []
                reported.enterArticle(under: headings.lazy.map { document.blocks[$0] }, timeReader, text)
                days = NamedDay()
                years = NamedYear()
                entries = NumberedEntries()
                hasListed = false
                discourse.enterArticle(number: article, text)
            }
            discourse.enterBlock(block, text)
            plans.enter(block, text)
            announcement.enter(block, text)
            memory.enter(block)
            reported.enter(block, timeReader, text)
            table.enter(block, timeReader, text, tools)
            let before = records.facts.count
            read(block, text)
            leading.leave(block, lastFigure: records.facts.count > before ? lastFigure : nil, text)
            setAsideMarkup(before: blockEnds.offset(of: block.range.upperBound), in: document)
            records.finishBlock(of: document)
            if records.extraction.facts.count + records.extraction.setAside.count >= size { try body(records.take()) }
        }
        setAsideMarkup(before: document.source.count + 1, in: document)
        records.finishBlock(of: document)
        try body(records.take())
    }

    // MARK: sentences

    private mutating func read(_ block: Block, _ text: Span<UInt8>) {
        let classes = tools.classes
        opener = nil
        lastTime = nil
        base = nil
        let entry = entries.end(of: block.range, text)
        var sentenceStart = block.range.lowerBound
        var position = block.range.lowerBound
        var floor = position
        scan.begin()
        while true {
            // Plain characters are passed over, but none at which a sentence may have to be broken off.
            if !scan.opensClause, scan.runs.count < DocumentReader.mostNumerals {
                let end = min(block.range.upperBound, sentenceStart + DocumentReader.longestSentence - 3)
                position = classes.skipPlain(text, from: position, to: end)
            }
            guard position < block.range.upperBound else { break }
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            if kind.startsNumeral {
                var run = NumeralRun.run(
                    in: text, at: position, floor: floor, end: block.range.upperBound, classes: classes)
                if let entry, position == block.range.lowerBound { run.end = entry }
                scan.note(run, from: position, text, classes)
                position = run.end
                floor = run.end
                continue
            }
            scan.note(scalar, classes.sign(scalar), kind, at: position)
            position += length
            // What ends no sentence may end one that is too long.
            if kind == .other, position - sentenceStart < DocumentReader.longestSentence,
                scan.runs.count < DocumentReader.mostNumerals
            {
                continue
            }
            guard
                kind == .sentenceEnd || scalar == 0x2E && text.isFullStop(at: position - length, in: block.range)
                    || DocumentReader.isOverlong(position - sentenceStart, scan.runs.count, kind)
            else { continue }
            floor = position
            while position < block.range.upperBound {
                let (next, size) = text.scalar(at: position)
                let closing = classes[next]
                guard closing == .closeQuote || closing == .closeBracket || closing == .sentenceEnd else { break }
                scan.noteBehindEnd(next, closing)
                position += size
            }
            finish(sentence: sentenceStart..<position, block: block, text)
            scan.begin()
            // 得88票. 落选的…: the blank behind a half-width mark opens no sentence
            while position < block.range.upperBound, text[position] == 0x20 { position += 1 }
            sentenceStart = position
        }
        finish(sentence: sentenceStart..<position, block: block, text)
    }

    /// Whether a sentence that never ends is broken off here: no bulletin has one of eight hundred characters or of a hundred
    /// numerals, and what is looked for within a sentence must end in time.
    private static func isOverlong(_ length: Int, _ numerals: Int, _ kind: ScalarClass) -> Bool {
        guard length >= 2400 || numerals >= 100 else { return false }
        return kind == .clauseEnd || kind == .pause || length >= DocumentReader.longestSentence
            || numerals >= DocumentReader.mostNumerals
    }

    /// No sentence that goes on with what another cried out is longer, in bytes.
    private static let longestCry = 60

    /// The bytes and numerals at which a sentence is broken off wherever it stands.
    private static let longestSentence = 3000
    private static let mostNumerals = 120

    /// Reads a sentence that holds numerals; a short one without figures may be the topic of what follows.
    private mutating func finish(
        sentence: Range<Int>, block: Block, _ text: Span<UInt8>
    ) {
        let before = records.facts.count
        discourse.enter(sentence: sentence, &scan, text)
        plans.enter(
            sentence: sentence, firstClauseEnd: scan.firstClauseEnd, mayHoldTitle: scan.mayHoldTitle, text)
        if block.kind == .headline || block.kind == .kicker, memory.mayHoldWorks(sentence, text) {
            memory.noteWorks(tokenizer.tokens(text, in: sentence, fixed: []), text)
        }
        if !scan.runs.isEmpty { read(sentence: sentence, block: block, text) }
        if records.facts.count == before, let topic = memory.topic(in: sentence, of: block, text, tools.classes) {
            memory.noteTopic(tokenizer.tokens(text, in: topic, fixed: []), text)
        }
    }

    private mutating func read(
        sentence: Range<Int>, block: Block, _ text: Span<UInt8>
    ) {
        if block.kind == .furniture || block.kind == .credit {
            for run in scan.runs {
                records.setAside(
                    Verdict(start: run.start, end: run.end, reason: .furniture, rule: "furniture"), sentence)
            }
            return
        }
        let names = discourse.names(in: sentence)
        sorter.sort(scan, of: sentence, names: names, text)
        for verdict in sorter.verdicts { records.setAside(verdict, sentence) }
        // 世界水日|当天: an expression may have grown since it was read.
        for index in sorter.times.indices { sorter.times[index] = timeReader.datedByFeast(sorter.times[index], text) }
        days.date(&sorter.times, text)
        years.date(&sorter.times, opening: sentence.lowerBound, published: document.published, text)
        guard !sorter.quantities.isEmpty else { return }
        gatherFixed(in: sentence, names: names, text)
        let tokens = tokenizer.tokens(
            text, in: sentence, fixed: fixed,
            partsAtBlanks: [.headline, .kicker, .subheading].contains(block.kind)
                || tools.isTitle(sentence, block, text))
        let reader = SentenceReader(
            tokens: tokens, quantities: sorter.quantities, times: sorter.times, tools: tools,
            published: document.published, text: text)
        let first = records.facts.count
        let opensWithPart = tokens.first { !$0.isMark(.openQuote) }.map { $0.has(.part) } ?? false
        // 其中，… goes on with what the sentence before tells, and with when that was.
        // So does a sentence that compares with the year before and names no stretch to compare: its own is the one told last.
        let compares = !opensWithPart && tools.comparesStretches(tokens, text) && (lastTime?.isStretch ?? false)
        let carried = opensWithPart || compares ? lastTime : nil
        let row = table.isRow ? rowPlace(text) : nil
        let isCorrection = sorter.verdicts.contains { $0.rule == "unread.correction" }
        // 今年将改造小区52个！危旧房18栋！
        let isExclaimed = text.has("！", before: sentence.upperBound) || text.has("!", before: sentence.upperBound)
        let goesOn = isExclaimed && exclaimed == sentence.lowerBound && sentence.count <= DocumentReader.longestCry
        var isPlan = false
        defer { exclaimed = isExclaimed && isPlan ? sentence.upperBound : nil }
        defer { announcement.leave(sentence) }
        // Taken out one by one, so that none is copied.
        var readings = reader.readings(text, memory: &memory, planned: plans.isPlanned)
        readings.reverse()
        while var reading = readings.popLast() {
            let column = table.column(at: reading.quantity.start)
            if let column, column.isOrdinal {
                records.setAside(
                    Verdict(
                        start: reading.quantity.start, end: reading.quantity.end, reason: .numbering,
                        rule: "numbering.column"), sentence)
                continue
            }
            if let column { take(column, of: row, &reading, text) } else { tools.takeLabelledUnit(&reading, text) }
            if isCorrection, reading.isCarried || ["item.verb", "item.none"].contains(reading.rule) {
                // “化解29件”应为“化解30件”: what was counted is told by the bulletin that is corrected alone.
                records.setAside(
                    Verdict(
                        start: reading.quantity.start, end: reading.quantity.end, reason: .unread,
                        rule: "unread.correction"), sentence)
                continue
            }
            if reading.time == nil, opensWithPart || !reading.isUndated { reading.time = carried }
            date(&reading, in: sentence, of: block, text)
            if goesOn, !reading.isDone, reading.time == nil || reading.time?.start ?? 0 < sentence.lowerBound {
                reading.status = .planned
            }
            announcement.read(
                &reading, in: sentence, isLabelled: plans.isLabelled, published: document.published, text)
            isPlan = reading.status == .planned
            if plans.isIssued ? reading.isOpen(document.published) : reading.hasHardlyBegun(document.published) {
                reading.status = .planned
            }
            // A row of indicators under a table of places is of the whole, not of the place in the last row.
            let whole = column != nil && hasListed ? discourse.articlePlace : nil
            let place = row ?? whole ?? discourse.place(of: reading.quantity.start, in: sentence, text)
            let dimension =
                reading.quantity.isPerUnit
                ? .rate : reading.quantity.unit.map { tools.units.units[$0].dimension } ?? .count
            records.add(
                consume reading, of: dimension, place: place.names, block: block, sentence: sentence, first: first,
                opensWithPart: opensWithPart, text: text, tools: tools, published: document.published,
                reported: reported.days)
        }
    }

    /// Gives a figure whose sentence names no time that of its block, and dates what its own time leaves open.
    private mutating func date(
        _ reading: inout QuantityReading, in sentence: Range<Int>, of block: Block, _ text: Span<UInt8>
    ) {
        if reading.time == nil, !reading.isUndated, let opener = opener(of: block, text),
            opener.start >= sentence.lowerBound || !tools.isPrice(reading, text),
            !opener.isBehindHeading || reading.action != nil || reading.change != .none,
            !reading.isStockWorded && reading.status == .actual || opener.start >= block.range.lowerBound
                || !leading.isOfBrief(opener)
        {
            // 国庆不打烊。10月1日至8日，…: what there is, is not of the stretch that the paragraph begins with.
            reading.time = opener
        }
        if reading.status == .planned, let time = reading.time, time.start < sentence.lowerBound,
            time.isOver(on: document.published)
        {
            // 截至6月底，办结90件。接下来，夜查每周不少于2次: what is planned is of no time that is over.
            reading.time = nil
        }
        if let time = reading.time, time.from == nil, let opener = opener(of: block, text) {
            reading.time = time.within(opener, text)
        }
        if let time = reading.time {
            // 6月化解30件。去年同期化解26件: the stretch that the sentence before, or the report, is about
            if time.isOpenStretch(text) { reading.time = sameStretch(as: time, text) } else { base = time }
        }
        lastTime = reading.time
        lastFigure = reading.quantity.start
    }

    // MARK: tables

    /// The place that a row's label names; nil where it is none.
    private mutating func rowPlace(_ text: Span<UInt8>) -> (names: [String], isNamed: Bool)? {
        if listed.table != table.number { listed = (table.number, []) }
        guard let range = table.label else { return nil }
        let label = text.string(range)
        if ["全区", "全街道"].contains(label) { return discourse.articlePlace }
        if TableColumns.sums.ends(in: text, at: range.upperBound, floor: range.lowerBound) {
            // 五街道合计 is of those five, which the rows before it have named, and 永泰街道小计 of that one.
            let summed = String(label.dropLast(2))
            let isCounted = range.contains { tools.classes[text.scalar(at: $0).value].startsNumeral }
            if isCounted, listed.places.count > 1 {
                return (discourse.articlePlace.names + [listed.places.joined(separator: "、")], true)
            }
            return discourse.place(named: summed, suffix: "") ?? discourse.articlePlace
        }
        let place = discourse.place(named: label, suffix: table.labelSuffix)
        if let name = place?.names.last, listed.places.last != name, listed.places.count < DocumentReader.mostListed {
            listed.places.append(name)
            hasListed = true
        }
        return place
    }

    /// A sum of more rows than these is none of a few places.
    private static let mostListed = 64

    /// Reads a figure by the head of its column, and by the row's label where that is no place.
    private mutating func take(
        _ column: TableColumns.Column, of place: (names: [String], isNamed: Bool)?, _ reading: inout QuantityReading,
        _ text: Span<UInt8>
    ) {
        let label = place == nil ? table.label.map { text.string($0) } ?? "" : ""
        let unit = column.unit.isEmpty ? column.isChange ? "%" : table.rowUnit(text) ?? "" : column.unit
        if !label.isEmpty {
            reading.item = column.isPlain || column.isChange ? label : label + column.name
        } else if !table.caption.isEmpty, column.isPlain || column.name.hasSuffix("完成率") {
            reading.item = table.caption + (column.isPlain ? "" : column.name)
        } else {
            reading.item = column.isChange ? table.base(at: reading.quantity.start) ?? column.name : column.name
        }
        if !reading.quantity.value.isNegative, table.isNegative(at: reading.quantity.start, text) {
            reading.quantity.value = -reading.quantity.value
        }
        reading.rule = "item.column"
        reading.doubt = nil
        // 合计 before the first cell and 累计 in the label count nothing together; 累计 over the column does.
        reading.isTotal = column.isTotal
        reading.namesDoing = false
        if !column.isChange, reading.item == label || reading.item == column.name {
            let named = labels.reading(of: reading.item, in: unit, tools, &tokenizer)
            (reading.item, reading.action, reading.namesDoing) = (named.item, named.action, named.namesDoing)
            if named.isTotal { reading.isTotal = true }
        }
        if column.isChange { reading.change = .increase }
        if column.isTarget { reading.status = .planned }
        if let time = column.time { reading.time = time }
        tools.takeUnit(unit, &reading)
    }

    /// Gathers what is one token already: what is read stays whole; where two readings overlap, figures come before times, and
    /// both before names.
    private mutating func gatherFixed(in sentence: Range<Int>, names: [PlaceName], _ text: Span<UInt8>) {
        fixed.removeAll(keepingCapacity: true)
        for (index, time) in sorter.times.enumerated() {
            fixed.append(Tokenizer.Fixed(range: time.start..<time.end, kind: .time(index)))
        }
        for verdict in sorter.verdicts where verdict.rule == "numbering" {
            // 一是…；二是…: a point opens a clause of its own.
            let opens =
                text.has("是", at: verdict.end) || text.has("要", at: verdict.end) || text.has("则", at: verdict.end)
            var range = verdict.start..<(verdict.end + (opens ? 3 : 0))
            // （1）服务类8个: the brackets are the number's.
            if range.lowerBound > sentence.lowerBound {
                let open = text.scalarStart(before: range.lowerBound)
                if tools.classes[text.scalar(at: open).value] == .openBracket { range = open..<range.upperBound }
            }
            if range.upperBound < sentence.upperBound {
                let (close, length) = text.scalar(at: range.upperBound)
                if tools.classes[close] == .closeBracket { range = range.lowerBound..<(range.upperBound + length) }
            }
            fixed.append(Tokenizer.Fixed(range: range, kind: .mark(.clauseEnd)))
        }
        for verdict in sorter.verdicts where verdict.rule == "unread.correction" {
            guard let right = SettingAside.correction(behind: verdict.end, sentence, tools.classes, text) else {
                continue
            }
            // 化解纠纷29件应为30件: what the one counted the other does. A quotation says all of it again.
            let opening = tools.classes[text.scalar(at: text.scalarStart(before: right)).value]
            let isQuoted = opening == .openQuote || text[right - 1] == UInt8(ascii: "\"")
            fixed.append(
                isQuoted
                    ? Tokenizer.Fixed(range: verdict.start..<right, kind: .mark(.clauseEnd))
                    : Tokenizer.Fixed(range: verdict.start..<right, kind: .word, roles: .reach))
        }
        for verdict in sorter.verdicts where verdict.rule == "article.price" {
            // 黄瓜2.5元一斤: no noun for the price.
            fixed.append(Tokenizer.Fixed(range: verdict.start..<verdict.end, kind: .mark(.clauseEnd)))
        }
        for verdict in sorter.verdicts where verdict.rule == "clock" && endsUnmarked(verdict, text) {
            // 晚餐17:00-18:00食堂面积约180平方米: hours of a board, of which nothing tells where they end.
            fixed.append(Tokenizer.Fixed(range: verdict.start..<verdict.end, kind: .mark(.clauseEnd)))
        }
        fixLabel(opening: sentence, text)
        for name in names { fixed.append(Tokenizer.Fixed(range: name.range, kind: .word, roles: .placeName)) }
        for quarter in discourse.quarters where sentence.contains(quarter.lowerBound) {
            fixed.append(Tokenizer.Fixed(range: quarter, kind: .word))
        }
        for verdict in sorter.verdicts where verdict.staysInNoun && verdict.rule != "name.place" {
            fixed.append(Tokenizer.Fixed(range: verdict.start..<verdict.end, kind: .word))
        }
        // Each figure has a token of its own: what overlaps one gives way.
        let quantities = sorter.quantities
        fixed.removeAll { other in
            quantities.contains { $0.start < other.range.upperBound && other.range.lowerBound < $0.end }
        }
        for (index, quantity) in quantities.enumerated() {
            fixed.append(Tokenizer.Fixed(range: quantity.start..<quantity.end, kind: .quantity(index)))
        }
        for quantity in quantities {
            if let blank = tools.blankBeforeLabel(behind: quantity.end, sentence, text) {
                fixed.append(Tokenizer.Fixed(range: blank, kind: .mark(.clauseEnd)))
            }
        }
        fixed.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    }

    /// Whether a clock time that the sentence's time does not hold ends right before a word.
    private func endsUnmarked(_ clock: Verdict, _ text: Span<UInt8>) -> Bool {
        clock.end < text.count && text[clock.end] >= 0x80
            && tools.classes[text.scalar(at: clock.end).value] == .other
            && (text.has(":", before: clock.start) || text.has("：", before: clock.start))
            && !sorter.times.contains { $0.start < clock.end && clock.start < $0.end }
    }

    /// Ends a clause behind what a stretch is headed by, which is kept for what follows.
    private mutating func fixLabel(opening sentence: Range<Int>, _ text: Span<UInt8>) {
        guard let label = label(opening: sentence, text) else { return }
        memory.noteLabel(label, text)
        fixed.append(Tokenizer.Fixed(range: sentence.lowerBound..<label.upperBound + 3, kind: .mark(.clauseEnd)))
    }

    /// What a stretch is headed by, in black brackets or between a bullet and a blank.
    private func label(opening sentence: Range<Int>, _ text: Span<UInt8>) -> Range<Int>? {
        if let label = text.blackLabel(opening: sentence) {
            let isCounted = label.contains { tools.classes[text.scalar(at: $0).value].startsNumeral }
            return isCounted ? nil : label
        }
        guard let label = text.bulletLabel(opening: sentence), tools.isHeading(label, in: sentence, text),
            !sorter.times.contains(where: { $0.start < label.upperBound && label.lowerBound < $0.end })
        else { return nil }
        return label
    }

    private mutating func opener(of block: Block, _ text: Span<UInt8>) -> TimeExpression? {
        if let opener { return opener }
        let found =
            timeReader.opener(text, block.range).map { years.dated(days.dated($0, text), text) }
            ?? leading.time(for: block, timeReader, text)
        opener = .some(found)
        return found
    }

    /// 去年同期 with the days of the time that the block or, where that names none, the report has told before.
    private func sameStretch(as time: TimeExpression, _ text: Span<UInt8>) -> TimeExpression {
        if let base = base?.dated(for: .actual, published: document.published), base.kind != .present, let to = base.to
        {
            // 本年累计 beside 上年同期: no further than the year has come
            let now = reported.days?.monthEnd ?? document.published ?? to
            let isUnderWay = base.from.map { $0.month == 1 && to.month == 12 && $0 <= now } ?? false
            return time.sameStretch(as: base.from, isUnderWay ? min(to, now) : to, text)
        }
        guard base == nil, let days = reported.days else { return time }
        return time.sameStretch(as: days.from, days.to, text)
    }

    // MARK: what the text does not hold

    /// Numerals inside tags and addresses of links are furniture.
    ///
    /// - Parameter end: where in the source the ranges begin that are left for later.
    private mutating func setAsideMarkup(before end: Int, in document: Document) {
        guard records.setsAside else { return }
        let source = document.source.span
        while removed < document.removed.count, document.removed[removed].lowerBound < end {
            let range = document.removed[removed]
            removed += 1
            var position = range.lowerBound
            var floor = position
            while position < range.upperBound {
                let byte = source[position]
                if byte < UInt8(ascii: "0") || byte > UInt8(ascii: "9") && byte < 0x80 {
                    // Nearly all of a tag or an address.
                    position += 1
                    continue
                }
                let (scalar, length) = source.scalar(at: position)
                if tools.classes[scalar].startsNumeral {
                    let run = NumeralRun.run(
                        in: source, at: position, floor: floor, end: range.upperBound, classes: tools.classes)
                    records.setAsideMarkup(run.start..<run.end)
                    position = run.end
                    floor = position
                } else {
                    position += length
                }
            }
        }
    }
}

// What looks at nothing but the text or a reading: called as methods of the reader itself, they would have all of it copied.

extension ReadingTools {
    private static let settings: WordList = ["提高到", "提高至", "增至", "增加到", "上调至", "调整为", "降至", "下调至", "降到"]

    /// 午餐每份12元, 每部电梯补10万元: a price for one, which holds as long as it holds, whatever the paragraph began with.
    fileprivate func isPrice(_ reading: borrowing QuantityReading, _ text: Span<UInt8>) -> Bool {
        guard reading.per != nil, let unit = reading.quantity.unit, units.units[unit].dimension == .money,
            !reading.item.contains("均")
        else { return false }
        // 低保标准提高到每人每月862元: what has changed, has then
        let start = reading.quantity.start
        var first = max(0, start - 45)
        while first < start, text[first] & 0xC0 == 0x80 { first += 1 }
        return !ReadingTools.settings.isFound(in: text, first..<start)
    }

    /// 招聘人数（人）：60, 投资（万元）:1200: the unit stands in brackets behind the label of a figure.
    fileprivate func takeLabelledUnit(_ reading: inout QuantityReading, _ text: Span<UInt8>) {
        let quantity = reading.quantity
        guard quantity.unit == nil, quantity.hasDigit else { return }
        var position = quantity.start
        while position > 0, text[position - 1] == 0x20 { position -= 1 }
        guard text.has("：", before: position) || text.has(":", before: position) else { return }
        position = text.scalarStart(before: position)
        guard text.has("）", before: position) || text.has(")", before: position) else { return }
        let close = text.scalarStart(before: position)
        var open = close
        while open > 0, close - open < 24,
            ![.openBracket, .sentenceEnd, .clauseEnd].contains(
                classes[text.scalar(at: text.scalarStart(before: open)).value])
        { open = text.scalarStart(before: open) }
        guard open > 0, open < close,
            classes[text.scalar(at: text.scalarStart(before: open)).value] == .openBracket
        else { return }
        let unit = text.string(open..<close)
        takeUnit(unit, &reading)
        guard reading.quantity.unit != nil else { return }
        for suffix in ["（\(unit)）", "(\(unit))"] where reading.item.hasSuffix(suffix) {
            reading.item = String(reading.item.dropLast(suffix.count))
        }
    }

    /// Reads a figure that has no unit in one that stands elsewhere.
    fileprivate func takeUnit(_ unit: String, _ reading: inout QuantityReading) {
        guard reading.quantity.unit == nil, !unit.isEmpty else { return }
        // One of the unit, for its multiplier: 万元
        let one = Array("1\(unit)".utf8)
        guard let measure = quantities.read(one.span, at: 0, end: one.count), measure.end == one.count,
            let value = reading.quantity.value.multiplied(by: measure.value)
        else { return }
        reading.quantity.unit = measure.unit
        reading.quantity.value = value
    }

    /// 受基数影响，同比下降0.3%: whether a sentence says 同比 or 环比, and no time of its own but 去年同期 and the like.
    fileprivate func comparesStretches(_ tokens: [Token], _ text: Span<UInt8>) -> Bool {
        var compares = false
        for token in tokens {
            if token.isTime, !text.has("同期", before: token.end) { return false }
            guard token.kind == .word, !compares else { continue }
            compares = text.has("同比", at: token.start) || text.has("环比", at: token.start)
        }
        return compares
    }

    /// 7.老街翻新完工 商户增至46家；: whether a line is written as a headline is, though it stands among others: it ends in no full
    /// stop and holds no comma, so that a blank parts what it says.
    fileprivate func isTitle(_ sentence: Range<Int>, _ block: Block, _ text: Span<UInt8>) -> Bool {
        guard sentence == block.range, sentence.count <= ReadingTools.longestTitle else { return false }
        var last = ScalarClass.other
        var blanks = 0
        var position = sentence.lowerBound
        while position < sentence.upperBound {
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            // The colon of a label (【…】, 消息：) parts nothing that a blank would; a full stop ends a sentence.
            if kind == .clauseEnd, !(position + length == sentence.upperBound), scalar != ":", scalar != "：" {
                return false
            }
            if kind == .space, last == .other { blanks += 1 }
            last = kind
            position += length
        }
        return blanks > 0 && blanks <= 2 && !text.has("。", before: sentence.upperBound)
    }

    /// No headline is longer, in bytes.
    private static let longestTitle = 180

    /// 办件：320件 办结率：99%: the blank behind a figure where a label with a colon follows, as a line of a form has it.
    fileprivate func blankBeforeLabel(behind end: Int, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Range<Int>? {
        var label = end
        while label < sentence.upperBound, label - end < 12, classes[text.scalar(at: label).value] == .space {
            label += text.scalar(at: label).length
        }
        guard label > end else { return nil }
        var position = label
        while position < sentence.upperBound, position - label < 36 {
            let (scalar, length) = text.scalar(at: position)
            if scalar == ":" || scalar == "：" { return position > label ? end..<label : nil }
            let kind = classes[scalar]
            guard kind == .other || kind == .openBracket || kind == .closeBracket || scalar == "%" || scalar == "％"
            else { return nil }
            position += length
        }
        return nil
    }
}

extension QuantityReading {
    /// 《三年方案》近日印发。2025年，改造小区10个: whether a figure is of a year that runs or is to come, and nothing says that it is done.
    /// “十五五”期间，新建学校3所, in the plan's first year: what is told of a stretch of years that has at least one more to go.
    fileprivate func hasHardlyBegun(_ published: CalendarDate?) -> Bool {
        guard status == .actual, isOpen(published), let time, let from = time.from, let to = time.to, let published
        else { return false }
        return to > published.advanced(byDays: 365) && from < to.advanced(byDays: -400)
    }

    fileprivate func isOpen(_ published: CalendarDate?) -> Bool {
        guard !isDone, !isStockWorded, let time, time.kind == .period, !time.isNarrowed,
            let to = time.to, let published
        else { return false }
        return to > published
    }
}

extension Span<UInt8> {
    /// 建起菜市场1个.街道还筹资35万元, 得88票. 落选的…: in texts with half-width marks a full stop between ideographs ends the
    /// sentence, with a blank behind it or without.
    func isFullStop(at position: Int, in block: Range<Int>) -> Bool {
        guard position - 3 >= block.lowerBound, position + 1 < block.upperBound else { return false }
        let before = scalar(at: scalarStart(before: position)).value
        var next = position + 1
        while next < block.upperBound, self[next] == 0x20 { next += 1 }
        guard next < block.upperBound else { return false }
        let behind = scalar(at: next).value
        let isSentence = behind.isIdeograph
        if next > position + 1, position - block.lowerBound <= 6,
            NumberReader.hanDigit(before) != nil || before == "十"
        {
            // 一. 基本情况: a numbered heading
            return false
        }
        // 达58%.快活里社区…
        return before.isIdeograph && (isSentence || behind >= 0x30 && behind <= 0x39)
            || isSentence && (before == "%" || before == "％" || before == ")" || before == "）")
    }
}
