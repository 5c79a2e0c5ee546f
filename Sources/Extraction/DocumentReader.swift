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
    private var tokenizer: Tokenizer
    private var discourse: PlaceDiscourse
    private var plans: PlanDiscourse
    private var leading = LeadingTime()
    private var memory = ItemMemory()
    private var records = RecordBuilder()

    init(_ document: Document, tools: ReadingTools) {
        self.document = document
        self.tools = tools
        timeReader = TimeReader(numbers: tools.numbers, classes: tools.classes, published: document.published)
        tokenizer = Tokenizer(lexicon: tools.lexicon, classes: tools.classes)
        discourse = PlaceDiscourse(
            document: document, recognizer: tools.recognizer, lexicon: tools.lexicon, classes: tools.classes)
        plans = PlanDiscourse(document)
    }

    consuming func read() -> Extraction {
        let document = document
        let text = document.text.span
        var article = -1
        for block in document.blocks {
            if block.article != article {
                article = block.article
                discourse.enterArticle(number: article, text)
            }
            discourse.enterBlock(block, text)
            plans.enter(block, text)
            memory.enter(block)
            let before = records.facts.count
            read(block, text)
            leading.leave(block, timeReader, figures: records.facts.count > before, text)
        }
        setAsideMarkup()
        return records.extraction(of: document, units: tools.units)
    }

    // MARK: sentences

    private mutating func read(_ block: Block, _ text: Span<UInt8>) {
        let classes = tools.classes
        let opener = timeReader.opener(text, block.range) ?? leading.time(for: block)
        var sentenceStart = block.range.lowerBound
        var runs: [NumeralRun] = []
        var position = block.range.lowerBound
        var floor = position
        var depth = 0
        while position < block.range.upperBound {
            let (scalar, length) = text.scalar(at: position)
            let kind = classes[scalar]
            if kind.startsNumeral {
                let run = NumeralRun.run(
                    in: text, at: position, floor: floor, end: block.range.upperBound, classes: classes)
                runs.append(run)
                position = run.end
                floor = run.end
                continue
            }
            position += length
            depth += kind == .openBracket ? 1 : kind == .closeBracket ? -1 : 0
            guard kind == .sentenceEnd || isOverlong(position - sentenceStart, runs.count, kind) else { continue }
            floor = position
            while position < block.range.upperBound {
                let (next, size) = text.scalar(at: position)
                guard classes[next] == .closeQuote || classes[next] == .closeBracket || classes[next] == .sentenceEnd
                else { break }
                position += size
            }
            finish(sentence: sentenceStart..<position, runs: runs, block: block, opener: opener, text)
            runs.removeAll(keepingCapacity: true)
            sentenceStart = position
        }
        finish(sentence: sentenceStart..<position, runs: runs, block: block, opener: opener, text)
    }

    /// Whether a sentence that never ends is broken off here: no bulletin has one of eight hundred characters or of a hundred
    /// numerals, and what is looked for within a sentence must end in time.
    private func isOverlong(_ length: Int, _ numerals: Int, _ kind: ScalarClass) -> Bool {
        guard length >= 2400 || numerals >= 100 else { return false }
        return kind == .clauseEnd || kind == .pause || length >= 3000 || numerals >= 120
    }

    /// Reads a sentence that holds numerals; a short one without figures may be the topic of what follows.
    private mutating func finish(
        sentence: Range<Int>, runs: [NumeralRun], block: Block, opener: TimeExpression?, _ text: Span<UInt8>
    ) {
        let before = records.facts.count
        discourse.enter(sentence: sentence, text)
        if !runs.isEmpty { read(sentence: sentence, runs: runs, block: block, opener: opener, text) }
        if records.facts.count == before { memory.noteTopic(sentence, in: block, text, tools.classes) }
    }

    private mutating func read(
        sentence: Range<Int>, runs: [NumeralRun], block: Block, opener: TimeExpression?, _ text: Span<UInt8>
    ) {
        if block.kind == .furniture || block.kind == .credit {
            for run in runs {
                records.setAside(
                    Verdict(start: run.start, end: run.end, reason: .furniture, rule: "furniture"), sentence)
            }
            return
        }
        let times = timeReader.expressions(text, sentence)
        let names = discourse.names(in: sentence)
        var quantities: [Quantity] = []
        var verdicts: [Verdict] = []
        var next = 0
        var covered = sentence.lowerBound
        for run in runs {
            if run.end <= covered { continue }
            while next < times.count, times[next].end <= run.start { next += 1 }
            if next < times.count, times[next].start < run.end, times[next].end > run.start {
                let time = times[next]
                verdicts.append(
                    Verdict(
                        start: max(min(time.start, run.start), covered), end: max(time.end, run.end), reason: .date,
                        rule: "date"))
                covered = max(time.end, run.end)
                continue
            }
            var start = max(run.start, covered)
            if isLooseVague(text, at: start, end: run.end) {
                // 天数141天, 其余6件: the character belongs to the word before it.
                let next = start + text.scalar(at: start).length
                verdicts.append(Verdict(start: start, end: next, reason: .word, rule: "word.vague"))
                covered = next
                start = next
            }
            if let name = names.first(where: { $0.lowerBound <= start && run.end <= $0.upperBound }),
                isPartOfName(start, name, sentence, text)
            {
                verdicts.append(Verdict(start: start, end: run.end, reason: .name, rule: "name.place"))
                covered = run.end
                continue
            }
            let quantity =
                tools.quantities.special(text, at: start, sentence)
                ?? tools.quantities.read(text, at: start, end: sentence.upperBound)
            let site = NumeralSite(
                run: NumeralRun(start: start, end: run.end, hasDigit: run.hasDigit), sentence: sentence,
                classes: tools.classes, quantity: quantity,
                unit: quantity?.unit.map { tools.unitRoles[$0] } ?? [],
                dimension: quantity?.unit.map { tools.units.units[$0].dimension } ?? .count)
            if var verdict = tools.settingAside.verdict(site, text), !isSigned(quantity, text, sentence) {
                verdict.end = max(verdict.end, run.end)
                verdicts.append(verdict)
                covered = verdict.end
            } else if var quantity {
                takeSign(&quantity, text, max(sentence.lowerBound, covered))
                quantities.append(quantity)
                covered = quantity.end
                if covered < run.end {
                    verdicts.append(Verdict(start: covered, end: run.end, reason: .word, rule: "word.rest"))
                    covered = run.end
                }
            } else {
                verdicts.append(Verdict(start: start, end: run.end, reason: .unread, rule: "unread"))
                covered = run.end
            }
        }
        for verdict in verdicts { records.setAside(verdict, sentence) }
        guard !quantities.isEmpty else { return }
        // What is read already stays whole; where two readings overlap, figures come before times, and both before names.
        var fixed: [Tokenizer.Fixed] = []
        fixed += times.enumerated().map { Tokenizer.Fixed(range: $1.start..<$1.end, kind: .time($0)) }
        for verdict in verdicts where verdict.rule == "numbering" {
            // 一是…；二是…: a point opens a clause of its own.
            let opens =
                text.has("是", at: verdict.end) || text.has("要", at: verdict.end) || text.has("则", at: verdict.end)
            let opener = opens ? 3 : 0
            fixed.append(
                Tokenizer.Fixed(range: verdict.start..<(verdict.end + opener), kind: .mark(.clauseEnd)))
        }
        if let label = label(opening: sentence, text) {
            memory.noteLabel(label.inner, text)
            fixed.append(Tokenizer.Fixed(range: label.whole, kind: .mark(.clauseEnd)))
        }
        fixed += names.map { Tokenizer.Fixed(range: $0, kind: .word, roles: .placeName) }
        fixed += verdicts.filter { $0.staysInNoun && $0.rule != "name.place" }.map {
            Tokenizer.Fixed(range: $0.start..<$0.end, kind: .word, roles: [])
        }
        // Each figure has a token of its own: what overlaps one gives way.
        fixed.removeAll { other in
            quantities.contains { $0.start < other.range.upperBound && other.range.lowerBound < $0.end }
        }
        fixed += quantities.enumerated().map { Tokenizer.Fixed(range: $1.start..<$1.end, kind: .quantity($0)) }
        fixed.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        let tokens = tokenizer.tokens(text, in: sentence, fixed: fixed)
        let reader = SentenceReader(
            tokens: tokens, quantities: quantities, times: times, units: tools.units, published: document.published,
            text: text)
        let readings = reader.readings(text, memory: &memory, planned: plans.isPlanned)
        let first = records.facts.count
        let opensWithPart = tokens.first { !$0.isMark(.openQuote) }.map { $0.has(.part) } ?? false
        for var reading in readings {
            if reading.time == nil { reading.time = opener }
            let place = discourse.place(of: reading.quantity.start, in: sentence, text)
            reading.doubt(placeIsNamed: place.isNamed, units: tools.units)
            records.add(
                reading, place: place.names, block: block, sentence: sentence, first: first,
                opensWithPart: opensWithPart, text: text, units: tools.units, published: document.published)
        }
    }

    /// 【人口】居民3243户: a label in black brackets at the head of a sentence.
    private func label(opening sentence: Range<Int>, _ text: Span<UInt8>) -> (whole: Range<Int>, inner: Range<Int>)? {
        guard text.has("【", at: sentence.lowerBound) else { return nil }
        var position = sentence.lowerBound + 3
        while position < sentence.upperBound, position - sentence.lowerBound < 40 {
            let (scalar, length) = text.scalar(at: position)
            if text.has("】", at: position) {
                return (sentence.lowerBound..<position + 3, sentence.lowerBound + 3..<position)
            }
            if extractor.classes[scalar].startsNumeral { return nil }
            position += length
        }
        return nil
    }

    /// Whether a sign before a measured figure makes it one whatever its digits say: -3.5%, +13.6%.
    private func isSigned(_ quantity: Quantity?, _ text: Span<UInt8>, _ sentence: Range<Int>) -> Bool {
        guard var quantity else { return false }
        let start = quantity.start
        takeSign(&quantity, text, sentence.lowerBound)
        return quantity.start < start
    }

    /// 增长-2.1%, +13.6%: the sign belongs to a rate or a temperature, unless it joins two numbers.
    private func takeSign(_ quantity: inout Quantity, _ text: Span<UInt8>, _ floor: Int) {
        guard let unit = quantity.unit, [.ratio, .point, .temperature].contains(tools.units.units[unit].dimension),
            quantity.upper == nil, quantity.hasDigit
        else { return }
        for (sign, negative) in [("-", true), ("－", true), ("−", true), ("+", false), ("＋", false)]
            as [(StaticString, Bool)]
        where text.has(sign, before: quantity.start) {
            let start = quantity.start - sign.utf8CodeUnitCount
            guard start > floor else { return }
            let before = text.scalar(at: text.scalarStart(before: start)).value
            guard [.other, .clauseEnd, .openBracket, .space].contains(tools.classes[before]) else { return }
            quantity.start = start
            if negative { quantity.value = Number.zero.subtracting(quantity.value) ?? quantity.value }
            return
        }
    }

    /// Whether 数, 余, 多 or 几 at the head of a run counts nothing: only before 十, 百, 千, 万 and 亿 do they (数十).
    private func isLooseVague(_ text: Span<UInt8>, at start: Int, end: Int) -> Bool {
        let (scalar, length) = text.scalar(at: start)
        guard tools.classes[scalar] == .vague, start + length < end else { return false }
        return tools.classes[text.scalar(at: start + length).value] != .hanUnit
    }

    /// 八角街道, 九里新街街道: a numeral inside a place's name, unless it counts places (三个社区).
    private func isPartOfName(_ start: Int, _ name: Range<Int>, _ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard let quantity = tools.quantities.read(text, at: start, end: sentence.upperBound) else { return true }
        guard let unit = quantity.unit else { return true }
        return !quantity.hasDigit && quantity.scalars == 1 && !tools.unitRoles[unit].contains(.general)
            || quantity.end == name.upperBound
            || !quantity.hasDigit && discourse.isListed(name)
    }

    // MARK: what the text does not hold

    /// Numerals inside tags and addresses of links are furniture.
    private mutating func setAsideMarkup() {
        let document = document
        let source = document.source.span
        for range in document.removed {
            var position = range.lowerBound
            var floor = position
            while position < range.upperBound {
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

extension TimeReader {
    /// All time expressions of a sentence, in order.
    func expressions(_ text: Span<UInt8>, _ sentence: Range<Int>) -> [TimeExpression] {
        var expressions: [TimeExpression] = []
        var position = sentence.lowerBound
        var previousWasNumeral = false
        var opensClause = true
        while position < sentence.upperBound {
            let (scalar, length) = text.scalar(at: position)
            defer {
                let kind = classes[scalar]
                opensClause = kind == .clauseEnd || kind == .openQuote || kind == .space && opensClause
            }
            if opensClause, let since = sinceEvent(text, at: position, end: sentence.upperBound),
                read(text, at: position, end: sentence.upperBound) == nil
            {
                // 开业以来，…
                expressions.append(
                    TimeExpression(start: position, end: since, kind: .running, from: nil, to: published))
                position = since
                previousWasNumeral = false
                continue
            }
            let numeral = classes[scalar].startsNumeral
            if !(numeral && previousWasNumeral), let expression = read(text, at: position, end: sentence.upperBound),
                expression.end > position
            {
                expressions.append(expression)
                position = expression.end
                previousWasNumeral = false
                continue
            }
            previousWasNumeral = numeral || classes[scalar] == .mark && previousWasNumeral
            position += length
        }
        return expressions
    }

    /// The time expression that opens a paragraph and governs it.
    func opener(_ text: Span<UInt8>, _ block: Range<Int>) -> TimeExpression? {
        var position = block.lowerBound
        while position < block.upperBound,
            text.has("—", at: position) || text.has("-", at: position) || text[position] == 0x20
        {
            position += text[position] < 0x80 ? 1 : 3
        }
        if let opener = read(text, at: position, end: block.upperBound) { return opener }
        // 商务部数据显示，今年前十个月，…: a period at the head of the second or third clause.
        var clauses = 0
        while position < block.upperBound, clauses < 3, position - block.lowerBound < 180 {
            let (scalar, length) = text.scalar(at: position)
            position += length
            let kind = classes[scalar]
            if kind == .sentenceEnd || kind.startsNumeral { return nil }
            guard kind == .clauseEnd else { continue }
            clauses += 1
            if let found = read(text, at: position, end: block.upperBound) {
                switch found.kind {
                case .period, .sinceJanuary:
                    let isClause =
                        found.end < block.upperBound && classes[text.scalar(at: found.end).value] == .clauseEnd
                    return isClause ? found : nil
                case .running, .present: return nil
                }
            }
        }
        return nil
    }
}

extension QuantityReader {
    /// Numbers that no digit writes: 翻一番, 过半, 一半, 半数.
    func special(_ text: Span<UInt8>, at start: Int, _ sentence: Range<Int>) -> Quantity? {
        func quantity(_ from: Int, _ to: Int, _ value: Int, _ qualifier: Qualifier, _ change: Change, _ rule: RuleName)
            -> Quantity
        {
            var result = Quantity(
                start: from, end: to, value: Number(value), upper: nil, qualifier: qualifier,
                unit: units.index(of: "%"), unitStart: to,
                unitEnd: to, impliedPercent: true, hasDigit: false, scalars: 2, rule: rule)
            result.impliedChange = change
            return result
        }
        let turned =
            start - 3 >= sentence.lowerBound && text.has("翻", at: start - 3)
            ? start - 3 : start - 6 >= sentence.lowerBound && text.has("翻了", at: start - 6) ? start - 6 : nil
        if let turned, let times = NumberReader.hanDigit(text.scalar(at: start).value), (1...5).contains(times),
            text.has("番", at: start + 3)
        {
            // 翻一番 is twice, so 100 % more; 翻两番 four times.
            return quantity(turned, start + 6, (1 << times) * 100 - 100, .exact, .increase, "doubling")
        }
        if text.has("零下", at: start), let number = read(text, at: start + 6, end: sentence.upperBound),
            let unit = number.unit, units.units[unit].dimension == .temperature
        {
            // 零下7℃
            var below = number
            below.start = start
            below.value = Number.zero.subtracting(number.value) ?? number.value
            below.rule = "below-zero"
            return below
        }
        if text.has("半", at: start), start - 3 >= sentence.lowerBound,
            text.has("过", at: start - 3) || text.has("超", at: start - 3),
            !text.has("半年", at: start), !text.has("半天", at: start), !text.has("半个", at: start),
            !text.has("半小时", at: start)
        {
            return quantity(start - 3, start + (text.has("半数", at: start) ? 6 : 3), 50, .over, .none, "half")
        }
        if text.has("一半", at: start) {
            let over = text.has("一半以上", at: start)
            return quantity(start, start + (over ? 12 : 6), 50, over ? .over : .exact, .none, "half")
        }
        if text.has("半数", at: start) {
            let over = text.has("半数以上", at: start)
            return quantity(start, start + (over ? 12 : 6), 50, over ? .over : .exact, .none, "half")
        }
        return nil
    }
}
