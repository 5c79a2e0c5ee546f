import Facts
import Scanning

extension SettingAside {
    /// `一、`, `（三）`, `3.` at the head of a sentence; `一是`, `二要`: numbering.
    func numbering(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        let head = run.start == site.sentence.lowerBound
        let opened = site.kind(text, before: run.start) == .openBracket
        if opened, site.kind(text, at: run.end) == .closeBracket, site.quantity?.scalars ?? 0 <= 2 {
            return Verdict(start: run.start, end: run.end, reason: .numbering, rule: "numbering")
        }
        if head, !run.hasDigit, site.has("、", text, at: run.end), site.quantity?.unit == nil {
            return Verdict(start: run.start, end: run.end, reason: .numbering, rule: "numbering")
        }
        let clauseHead = head || [.clauseEnd, .sentenceEnd].contains(site.kind(text, before: run.start) ?? .other)
        let spaced = site.kind(text, before: run.start) == .space
        if clauseHead || spaced, run.hasDigit, run.end - run.start <= 2,
            site.isFollowed(by: .pointMarks, text),
            clauseHead || site.kind(text, at: run.end + 1) == .other
        {
            // 3.5 is no number of a point: a digit behind the stop would belong to the run.
            return Verdict(start: run.start, end: run.end, reason: .numbering, rule: "numbering")
        }
        // 01 安居账: no count is written with a zero before it.
        if run.hasDigit, text.has("0", at: run.start), run.end - run.start == 2, site.kind(text, at: run.end) == .space
        {
            return Verdict(start: run.start, end: run.end, reason: .numbering, rule: "numbering")
        }
        if clauseHead, !run.hasDigit, site.isFollowed(by: .pointWords, text), run.end - run.start == 3 {
            return Verdict(start: run.start, end: run.end, reason: .numbering, rule: "numbering")
        }
        if site.has("其", text, before: run.start), !run.hasDigit {
            return Verdict(start: run.start, end: run.end, reason: .numbering, rule: "numbering")
        }
        return nil
    }

    /// `第48届`, `第一批`, `首3名`: ordinals.
    func ordinal(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        if site.isFollowed(by: .sittings, text),
            site.isPreceded(by: .assemblies, text) || site.has("次全", text, at: site.run.end) && !site.run.hasDigit
        {
            // 人大三次会议, 区委八次全会
            return Verdict(start: site.run.start, end: site.run.end, reason: .ordinal, rule: "ordinal.term")
        }
        guard site.isPreceded(by: .ordinalMarks, text) else { return nil }
        let isRank = site.isFollowed(by: .rankNouns, text)
        // 第1-5周
        let end = site.quantity.map { $0.rule == .range ? max($0.end, site.run.end) : site.run.end } ?? site.run.end
        return Verdict(start: site.run.start, end: end, reason: isRank ? .rank : .ordinal, rule: "ordinal")
    }

    /// Whether the sign before a position hides digits: another one or a digit stands before it.
    private func isMask(before position: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        let sign = text.scalarStart(before: position)
        return site.kind(text, before: sign) == .digit || site.has(.masks, text, before: sign)
    }

    /// Telephone numbers and hot lines.
    func contact(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let code = site.run.end - site.run.start
        if site.run.hasDigit {
            // 0352-5550318
            let area =
                text.has("0", at: site.run.start) && code >= 3 && code <= 4
                && site.isFollowed(by: .callStrokes, text)
            let local =
                code >= 7 && code <= 8 && site.isPreceded(by: .callStrokes, text)
                && site.kind(text, before: site.run.start - 1) == .digit
            let called =
                code >= 5 && site.isPreceded(by: .callLabels, text)
            // 0351-70×××21: what a mask leaves of a number to call, against the count in 驿站×7
            let masked =
                site.quantity?.unit == nil
                && (site.isPreceded(by: .masks, text) && isMask(before: site.run.start, site, text)
                    || site.isFollowed(by: .longMasks, text))
            if masked || area || local || called || text.has("0", at: site.run.start) && code >= 8 {
                return Verdict(start: site.run.start, end: site.run.end, reason: .contact, rule: "contact.digits")
            }
        }
        guard site.run.hasDigit, let quantity = site.quantity, quantity.unit == nil else {
            if site.run.hasDigit, site.run.end - site.run.start >= 11, site.quantity == nil {
                return Verdict(start: site.run.start, end: site.run.end, reason: .contact, rule: "contact.digits")
            }
            return nil
        }
        let length = site.run.end - site.run.start
        let called = site.isFollowed(by: .callServices, text)
        let dialled = site.isPreceded(by: .dialling, text)
        // 96110或110: one number to call after another
        let known =
            site.has(.hotLines, text, at: site.run.start) && length == 5
            || site.has(.emergencyLines, text, at: site.run.start) && length == 3
                // 110接报警情
                && (site.isPreceded(by: .beforeEmergencyLines, text) || site.isFollowed(by: .alarms, text))
        if known { return Verdict(start: site.run.start, end: site.run.end, reason: .contact, rule: "contact.line") }
        if length >= 3, length <= 12, called || dialled && length >= 5 {
            return Verdict(start: site.run.start, end: site.run.end, reason: .contact, rule: "contact.line")
        }
        // A long run of digits without a unit, or digits joined to others by a stroke, is a number to call or a code;
        // 8万多群众 is neither.
        let isOneCode = (site.run.start..<site.run.end).allSatisfy { text[$0] < 0x80 }
        if length >= 7, quantity.upper == nil, isOneCode {
            return Verdict(start: site.run.start, end: site.run.end, reason: .contact, rule: "contact.digits")
        }
        return nil
    }

    /// 四点半课堂: what is called after an hour.
    func calledAfterHour(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        guard !run.hasDigit, site.has("点", text, at: run.end),
            let word = lexicon.phrases.longestMatch(in: text, at: run.start, end: site.sentence.upperBound),
            word.length >= 12
        else { return nil }
        return Verdict(start: run.start, end: run.start + word.length, reason: .phrase, rule: "phrase.lexicon")
    }

    /// `9时30分`, `8:00`, `下午3点`: times of day.
    func clock(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        if run.hasDigit,
            site.isFollowed(by: .colons, text) || site.has(":", text, before: run.start)
                || site.has("：", text, before: run.start)
        {
            let after = run.end + (text.has(":", at: run.end) ? 1 : 3)
            let next = site.kind(text, at: after)
            let hour = (site.quantity?.value ?? Number(99)) < Number(25)
            if hour, next == .digit { return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock") }
            // 20：00
            if site.has(":", text, before: run.start) && site.kind(text, before: run.start - 1) == .digit
                || site.has("：", text, before: run.start) && site.kind(text, before: run.start - 3) == .digit
                    && run.end - run.start == 2
                    && (site.quantity?.unit == nil
                        // 20：00档播出
                        || site.has("档", text, at: run.end))
            {
                return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock")
            }
        }
        if site.isFollowed(by: .hours, text), !site.isFollowed(by: .hourWords, text),
            (site.quantity?.value ?? Number(99)) < Number(25)
        {
            return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock")
        }
        if site.has("点", text, at: run.end), (site.quantity?.value ?? Number(99)) < Number(25),
            site.kind(text, at: run.end + 3)?.startsNumeral ?? false || site.has("零", text, at: run.start)
        {
            // 10点30分, 零点
            return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock")
        }
        if site.isPreceded(by: .hourRanges, text), site.isFollowed(by: .hourMarks, text) {
            return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock")
        }
        if site.isPreceded(by: .partsOfDay, text) || site.isPreceded(by: .beforeHours, text)
            || site.has("点就", text, at: run.end) && (site.quantity?.value ?? Number(99)) < Number(25),
            site.has("点", text, at: run.end)
        {
            return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock")
        }
        // 9时|30分, but 用时|38分钟
        if site.has("分", text, at: run.end), site.isPreceded(by: .hourMarks, text),
            run.start > 3, site.kind(text, before: run.start - 3)?.startsNumeral ?? false
        {
            return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock")
        }
        return nil
    }

    /// `1号线`, `331国道`, `312路`, `3号楼`, `12栋`: lines, roads, houses.
    func roadOrLine(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        if site.isFollowed(by: .numberSigns, text) {
            let contact = site.isPreceded(by: .roads, text)
            return Verdict(start: run.start, end: run.end, reason: contact ? .contact : .name, rule: "name.numbered")
        }
        if site.unit.contains(.floor) || site.quantity?.unit == nil && site.has("楼", text, at: run.end),
            !site.isPreceded(by: .buildings, text)
        {
            // 7楼住户, 3栋7楼: which floor, not how many
            return Verdict(start: run.start, end: site.end, reason: .contact, rule: "name.house")
        }
        if site.isFollowed(by: .numberedBuildings, text) {
            let after = run.end + (site.has("号楼", text, at: run.end) ? 6 : 3)
            if site.kind(text, at: after)?.startsNumeral ?? false && !tellsHeight(behind: after, site, text)
                || site.has(.partsOfBuilding, text, at: after)
            {
                return Verdict(start: run.start, end: after, reason: .contact, rule: "name.house")
            }
        }
        if !run.hasDigit, site.kind(text, before: run.start) == .other, site.quantity?.scalars == 1,
            site.isFollowed(by: .numberedRoads, text), !site.has("分", text, before: run.start),
            !site.isFollowed(by: .roadWords, text)
        {
            // 纺四路, 迎宾三街
            return Verdict(start: run.start, end: run.end + 3, reason: .name, rule: "name.house")
        }
        if !run.hasDigit, site.quantity?.scalars == 1, site.has("环", text, at: run.end),
            !site.has("环节", text, at: run.end)
        {
            // 东六环, 三环沿线: a ring road
            return Verdict(start: run.start, end: run.end + 3, reason: .name, rule: "name.house")
        }
        if !run.hasDigit, site.quantity?.scalars == 1, site.has("期", text, at: run.end),
            site.has(.builtInPhases, text, at: run.end + 3) || site.isPreceded(by: .phased, text)
                || site.kind(text, at: run.end + 3) == .pause
        {
            // 二期工程: which of them
            return Verdict(start: run.start, end: run.end + 3, reason: .ordinal, rule: "ordinal.phase")
        }
        if site.unit.contains(.lane), site.has(.lanes, text, at: site.end) {
            // 东二道巷
            return Verdict(start: run.start, end: site.end, reason: .name, rule: "name.house")
        }
        if site.isFollowed(by: .houses, text), site.isPreceded(by: .dwelling, text) {
            return Verdict(start: run.start, end: run.end + 3, reason: .contact, rule: "name.house")
        }
        if site.isFollowed(by: .numberedWays, text),
            site.has("单元", text, at: run.end) ? run.hasDigit : !run.hasDigit
        {
            return Verdict(start: run.start, end: run.end, reason: .contact, rule: "name.house")
        }
        if site.has("星级", text, at: run.end) {
            return Verdict(start: run.start, end: run.end + 6, reason: .structure, rule: "structure.class")
        }
        if run.hasDigit, run.end - run.start == 3,
            site.has("室", text, at: run.end) || site.has("办公室", text, at: run.end)
        {
            return Verdict(start: run.start, end: run.end, reason: .contact, rule: "name.house")
        }
        if site.isFollowed(by: .lines, text) || run.hasDigit && site.isPreceded(by: .beforeLines, text) {
            return Verdict(start: run.start, end: run.end, reason: .name, rule: "name.numbered")
        }
        // 清理楼栋462栋: the noun, and no number of a house
        // 12个小区96栋共2150户: so many of those counted before
        if run.hasDigit, site.isFollowed(by: .rooms, text), !site.has("楼栋", text, before: run.start),
            !site.has("个小区", text, before: run.start), !site.has("栋共", text, at: run.end),
            site.isPreceded(by: .beforeRooms, text)
        {
            return Verdict(start: run.start, end: run.end, reason: .contact, rule: "name.house")
        }
        return nil
    }

    /// 3栋18层住宅楼, 2幢六层的厂房: so many storeys high, and no address.
    private func tellsHeight(behind start: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        var position = start
        while site.kind(text, at: position)?.startsNumeral ?? false { position += text.scalar(at: position).length }
        guard site.has("层", text, at: position) else { return false }
        return site.has("的", text, at: position + 3) || SettingAside.builtKinds.begins(in: text, at: position + 3)
    }

    private static let builtKinds: WordList = [
        "住宅", "高层", "小高层", "楼", "建筑", "厂房", "洋房", "板楼", "居民楼", "标准", "安置", "商住", "民房", "小楼", "公寓", "办公",
    ]

    /// `5G`, `PM2.5`, `T1000`, `5A级`: a numeral grown together with letters.
    func nameWithLetters(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        guard run.hasDigit else { return nil }
        if site.isPreceded(by: .latitudes, text) {
            // 北纬12°
            return Verdict(start: run.start, end: site.end, reason: .name, rule: "name.latitude")
        }
        let before = site.kind(text, before: run.start)
        if before == .other, site.has("-", text, at: run.end), site.kind(text, at: run.end + 1) == .digit {
            // 垦利6-1油田: the number of a well
            var end = run.end + 1
            while site.kind(text, at: end) == .digit { end += text.scalar(at: end).length }
            if site.has(.wells, text, at: end) {
                return Verdict(start: run.start, end: end, reason: .name, rule: "name.well")
            }
        }
        // “反诈中心”APP1.92万人次, GDP1.2万亿元: a multiplied number with a unit is no part of a name.
        let counts = site.quantity.map { $0.unit != nil && $0.end - run.end >= 3 && site.hasMultiplier(text) } ?? false
        if before == .latin, counts { return nil }
        if ["φ", "Φ", "∅", "Ø", "ø"].contains(where: { (sign: StaticString) in site.has(sign, text, before: run.start) }
        ) {
            // φ110排水管
            return Verdict(start: run.start, end: run.end, reason: .name, rule: "name.letters")
        }
        if before == .latin { return Verdict(start: run.start, end: run.end, reason: .name, rule: "name.letters") }
        // C-919, 苏-30; but 同比-3.1%
        if site.has("-", text, before: run.start),
            run.end - run.start <= 3 || site.kind(text, before: run.start - 1) == .latin,
            [.latin, .other].contains(site.kind(text, before: run.start - 1) ?? .digit),
            site.quantity?.unit == nil || site.kind(text, before: run.start - 1) == .latin
        {
            return Verdict(start: run.start, end: run.end, reason: .name, rule: "name.letters")
        }
        if site.isFollowed(by: .generationMark, text), run.end - run.start == 2,
            text.has("0", before: run.end) || text.has("5", before: run.end), site.quantity?.unit == nil
        {
            // 两位00后小将, 95后工程师
            return Verdict(start: run.start, end: run.end + 3, reason: .name, rule: "name.generation")
        }
        if text.has("0", at: run.start), run.end - run.start == 2, site.has("星", text, at: run.end) {
            // 高分十三号02星
            return Verdict(start: run.start, end: run.end, reason: .name, rule: "name.numbered")
        }
        if site.kind(text, at: run.end) == .latin,
            site.quantity?.unit == nil
                || site.unit.contains(.generation) && site.run.end - site.run.start == 1
        {
            return Verdict(start: run.start, end: run.end, reason: .name, rule: "name.letters")
        }
        if site.isFollowed(by: .dots, text) || site.isPreceded(by: .dots, text),
            site.kind(text, at: run.end + 2) == .digit || site.kind(text, before: run.start - 2) == .digit
        {
            return Verdict(start: run.start, end: run.end, reason: .name, rule: "name.date")
        }
        return nil
    }

    /// `平城区45校`, `大同三中`: a school or a works that is called by its number.
    func schoolOrHouse(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.isFollowed(by: .schools, text),
            let quantity = site.quantity,
            !site.unit.contains(.institution)
        else { return nil }
        if site.isFollowed(by: .schoolWords, text) {
            guard site.isFollowed(by: .wholeSchools, text) else { return nil }
        }
        let before = site.kind(text, before: site.run.start)
        guard before == .other, quantity.value < Number(1000) else { return nil }
        guard site.isPreceded(by: .beforeSchools, text) else { return nil }
        return Verdict(start: site.run.start, end: site.run.end, reason: .name, rule: "name.school")
    }

    /// `平政办发〔2026〕12号`, `310万人[3]`: the numbers of documents and notes.
    func reference(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.run.hasDigit else { return nil }
        let isYear =
            site.isPreceded(by: .openingYears, text) && site.isFollowed(by: .closingYears, text)
        let isNumber = site.isPreceded(by: .closingYears, text) && site.has("号", text, at: site.run.end)
        // [1] at the head of a line numbers it.
        let isHead = site.run.start - site.sentence.lowerBound == 1
        guard isYear && !isHead || isNumber else { return nil }
        return Verdict(start: site.run.start, end: site.run.end, reason: .reference, rule: "reference")
    }

    /// `第3页`, `5版`, `阅读 1.3万  赞 86`, `（共印45份）`: where a text stands in its paper, and what the page counts of itself.
    func pages(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        // 浏览次数：268: a label says it in a line of any length.
        let isLabelled = site.has("：", text, before: site.run.start) || site.has(":", text, before: site.run.start)
        if site.quantity?.unit == nil, isLabelled || site.sentence.upperBound - site.sentence.lowerBound < 120,
            site.isPreceded(by: .pageCounters, text), isLabelled || standsApart(site, text)
        {
            return Verdict(start: site.run.start, end: site.end, reason: .furniture, rule: "furniture.counter")
        }
        if site.isFollowed(by: .readersOfPage, text) || site.has("共印", text, before: site.run.start) {
            return Verdict(start: site.run.start, end: site.end, reason: .furniture, rule: "furniture.counter")
        }
        if site.has("版", text, at: site.run.end),
            site.isPreceded(by: .beforePages, text)
                || site.run.hasDigit && text.has("0", at: site.run.start) && site.run.end - site.run.start == 2
        {
            return Verdict(start: site.run.start, end: site.run.end, reason: .furniture, rule: "furniture")
        }
        if site.has(" 页", text, at: site.run.end) {
            // 第 1 页 共 2 页
            return Verdict(start: site.run.start, end: site.run.end, reason: .furniture, rule: "furniture")
        }
        if site.isFollowed(by: .pageWords, text), site.sentence.upperBound - site.sentence.lowerBound < 30 {
            return Verdict(start: site.run.start, end: site.run.end, reason: .furniture, rule: "furniture")
        }
        return nil
    }

    /// Whether what stands before a numeral opens the line or stands behind a blank: 阅读 1.3万  赞 86, against 在线观看，点赞10万+.
    private func standsApart(_ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        var position = site.run.start
        var scalars = 0
        while site.kind(text, before: position) == .space { position = text.scalarStart(before: position) }
        while scalars < 8, site.kind(text, before: position) == .other {
            position = text.scalarStart(before: position)
            scalars += 1
        }
        let before = site.kind(text, before: position)
        return scalars < 8 && before != .clauseEnd && before != .pause
    }

    /// Whether something stands before the sign before a numeral: 1+8, against the cell +2.1 of a table.
    private func joins(_ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        let sign = text.scalarStart(before: site.run.start)
        guard sign > site.sentence.lowerBound else { return false }
        return site.kind(text, before: sign) != .space
    }

    /// `1+N`, `3+2`: slogans in the form of a sum.
    func plusSlogan(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        // 900+人次: the sign belongs to the number
        let isBound = site.quantity.map { $0.qualifier == .over && $0.end > run.end } ?? false
        // 5个党支部+32个党小组: figures with nouns of their own are no sum
        let isAdded =
            run.hasDigit && site.quantity?.unit != nil && site.isPreceded(by: .plusSigns, text)
            && site.kind(text, before: text.scalarStart(before: run.start)) == .other && quotedSlogan(site, text) == nil
        if isAdded { return nil }
        if !isBound, site.isFollowed(by: .plusSigns, text) || site.isPreceded(by: .plusSigns, text) && joins(site, text)
        {
            return Verdict(start: run.start, end: run.end, reason: .slogan, rule: "slogan.sum")
        }
        if site.isFollowed(by: .timesSigns, text),
            site.kind(text, at: run.end + 2) == .digit || site.kind(text, at: run.end + 1) == .digit
        {
            return Verdict(start: run.start, end: run.end, reason: .phrase, rule: "phrase.around-the-clock")
        }
        return nil
    }

    /// `统一`, `进一步`, `一丝不苟`: a Chinese numeral inside a word of the lexicon.
    func insideWord(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard !site.run.hasDigit, ![.half, .doubling, .belowZero].contains(site.quantity?.rule ?? .number)
        else { return nil }
        var start = site.run.start
        let reach = max(site.end, site.run.end)
        for back in 0..<4 {
            if back > 0 {
                guard start > site.sentence.lowerBound else { break }
                start = text.scalarStart(before: start)
                let kind = site.classes[text.scalar(at: start).value]
                guard kind == .other || kind.startsNumeral else { break }
            }
            guard let word = lexicon.phrases.longestMatch(in: text, at: start, end: site.sentence.upperBound)
            else { continue }
            let end = start + word.length
            guard end > site.run.start, word.length >= 6 else { continue }
            let entry = lexicon.entry(of: word.value)
            if entry.wordClass == .adverb, start == site.run.start, end >= site.run.end,
                site.quantity?.scalars ?? 1 == 1
            {
                return Verdict(start: site.run.start, end: site.run.end, reason: .word, rule: "word.adverb")
            }
            // A word that only begins with the quantity's own characters must reach beyond it. 队伍里, 大陆上: but no figure is
            // written in one character of the formal numerals behind one of a word.
            let isFormal =
                site.run.end - site.run.start == 3
                && (["伍", "陆", "叁", "肆", "捌"] as [StaticString]).contains { text.has($0, at: site.run.start) }
            // 零件, 零星: words, and no count of nothing
            let isNothing = site.quantity?.value == .zero && word.length <= 6
            let counted =
                !isFormal && !isNothing
                && (site.quantity?.unit != nil || site.quantity?.rule == .tenths || site.quantity?.rule == .fraction)
            // 三句半: the word is the quantity's own characters, and no quantity all the same.
            let isHalf = counted && text.has("半", before: reach)
            // 三餐: no count though it looks like one, as the vocabulary says by its class
            let isSaying = entry.wordClass == .idiom && end == reach
            guard
                start < site.run.start
                    ? (!counted || end >= reach) : (end > reach || (!counted || isHalf || isSaying) && end >= reach)
            else { continue }
            let phrase = entry.wordClass == .idiom || word.length >= 12
            return Verdict(
                start: site.run.start, end: start == site.run.start ? max(site.run.end, end) : site.run.end,
                reason: phrase ? .phrase : .word,
                rule: phrase ? "phrase.lexicon" : "word.lexicon")
        }
        return nil
    }

    /// `伍家井社区`: a formal numeral alone belongs to a name, and to no sum.
    func formalNumeral(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        guard run.end - run.start == 3, site.has(.formalNumerals, text, at: run.start),
            !site.isFollowed(by: .formalUnits, text)
        else { return nil }
        return Verdict(start: run.start, end: run.end, reason: .name, rule: "name.formal")
    }

    /// `全国第一`, `前3名`, `500强`, `百强`: ranks.
    func rank(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        if site.isFollowed(by: .bestOf, text), site.quantity?.unit == nil, !site.has("强化", text, at: run.end),
            !site.has("优化", text, at: run.end)
        {
            return Verdict(start: run.start, end: run.end, reason: .rank, rule: "rank.top")
        }
        if site.has("前", text, before: run.start), !site.has("目前", text, before: run.start),
            !site.has("日前", text, before: run.start), site.isFollowed(by: .ranked, text)
        {
            return Verdict(start: run.start, end: run.end, reason: .rank, rule: "rank.top")
        }
        return nil
    }

    /// `10万元以上的村`, `220千伏及以上线路`: a bound on a measure before a noun selects, and reports nothing.
    func selection(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard let quantity = site.quantity, quantity.unit != nil,
            quantity.qualifier == .over || quantity.qualifier == .under,
            SettingAside.selects(site.dimension), site.has(.bounds, text, before: quantity.end)
        else { return nil }
        let end = quantity.end + (text.has("的", at: quantity.end) ? 3 : 0)
        guard site.kind(text, at: end) == .other,
            let word = lexicon.phrases.longestMatch(in: text, at: end, end: site.sentence.upperBound),
            [.noun, .attributive, .person].contains(lexicon.entry(of: word.value).wordClass)
        else { return nil }
        return Verdict(start: quantity.start, end: quantity.end, reason: .condition, rule: "condition.bound")
    }

    /// Dimensions in which a bound selects things by their size.
    private static func selects(_ dimension: Dimension) -> Bool {
        switch dimension {
        case .money, .area, .length, .mass, .volume, .energy, .power, .time: true
        default: false
        }
    }

    /// `89岁`, `80岁以上老年人`: ages and conditions of age.
    func age(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.unit.contains(.age), let quantity = site.quantity,
            !site.hasNearby(.typicalAges, text)
        else { return nil }
        let condition = quantity.qualifier == .over || quantity.qualifier == .under || quantity.upper != nil
        return Verdict(start: quantity.start, end: quantity.end, reason: condition ? .condition : .age, rule: "age")
    }

    /// `四级体系`, `三级联动`, `两级`: levels of a structure.
    func structure(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        if let quantity = site.quantity, site.dimension == .length,
            site.isPreceded(by: .contests, text) || site.has(.eventNouns, text, at: quantity.end)
        {
            // 男子100米, 10米气步枪: what a contest is called
            return Verdict(start: quantity.start, end: quantity.end, reason: .name, rule: "name.event")
        }
        if let quantity = site.quantity, quantity.unit != nil, site.has(.sizeClasses, text, at: quantity.end),
            !site.has(.sizeWords, text, at: quantity.end), site.run.hasDigit
        {
            // 1000公斤级, 13人型: a size class
            return Verdict(start: quantity.start, end: quantity.end + 3, reason: .structure, rule: "structure.class")
        }
        if site.has("分类", text, at: site.run.end) {
            // 4分类垃圾桶, 四分类投放
            return Verdict(start: site.run.start, end: site.run.end, reason: .structure, rule: "structure.class")
        }
        if site.run.hasDigit, site.quantity?.unit == nil, site.has("型", text, at: site.run.end),
            !site.has(.sizeWords, text, at: site.run.end)
        {
            // 2型糖尿病, 200型水泵
            return Verdict(start: site.run.start, end: site.run.end + 3, reason: .name, rule: "name.type")
        }
        if !site.run.hasDigit,
            site.unit.contains(.way) || site.isFollowed(by: .ways, text),
            site.isPreceded(by: .parting, text)
        {
            return Verdict(start: site.run.start, end: site.end, reason: .phrase, rule: "phrase.ways")
        }
        if let quantity = site.quantity, quantity.upper == nil,
            site.unit.contains(.hour) && quantity.value == Number(24)
                || site.unit.contains(.span) && quantity.value == Number(365) && site.has("天", text, at: site.run.end),
            site.kind(text, at: quantity.end) == .other,
            !site.has(.limitingHours, text, at: quantity.end)
        {
            // 24小时值守, 24小时热线, 365天开放: around the clock
            return Verdict(start: quantity.start, end: quantity.end, reason: .phrase, rule: "phrase.around-the-clock")
        }
        if !site.run.hasDigit, let quantity = site.quantity, quantity.scalars == 1, quantity.upper == nil,
            // 两部门, against 两部电梯
            site.unit.contains(.party) && !text.has("部", before: quantity.end)
                || site.isFollowed(by: .partyNouns, text) && quantity.unit == nil
        {
            // 两国, 两部门, 三地: who they are was said, or everybody knows
            return Verdict(start: quantity.start, end: quantity.end, reason: .structure, rule: "structure.parties")
        }
        if site.unit.contains(.term), !site.run.hasDigit || site.run.end - site.run.start == 4 {
            // 二十届中央, 2023届毕业生
            return Verdict(start: site.run.start, end: site.end, reason: .ordinal, rule: "ordinal.term")
        }
        if !site.run.hasDigit, site.unit.contains(.descent), let quantity = site.quantity, quantity.value < Number(10) {
            // 一家三代, 两代表一委员
            return Verdict(start: quantity.start, end: quantity.end, reason: .structure, rule: "structure.generations")
        }
        if !site.run.hasDigit, site.unit.contains(.share), let quantity = site.quantity, quantity.value < Number(11),
            quantity.rule == .number
        {
            // 三分理、七分情: parts of a saying, no score
            return Verdict(start: site.run.start, end: quantity.end, reason: .phrase, rule: "phrase.parts")
        }
        guard !site.run.hasDigit, site.unit.contains(.level), let quantity = site.quantity,
            quantity.value < Number(10),
            // 上下两层
            !text.has("层", before: quantity.end)
                || !site.isPreceded(by: .stacked, text)
                    && !(site.has("有", text, before: site.run.start) && site.kind(text, at: quantity.end) == .clauseEnd)
        else { return nil }
        return Verdict(start: quantity.start, end: quantity.end, reason: .structure, rule: "structure.levels")
    }

    /// `“四化”`, `“五亮”行动`, `“一年10件实事”`, `“365天不打烊”`: a number inside a short quoted name belongs to the name.
    func quotedSlogan(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.mayBeQuoted else { return nil }
        let end = max(site.run.end, site.quantity?.end ?? 0)
        var start = site.run.start
        var scalars = 0
        while scalars < 14, let kind = site.kind(text, before: start),
            kind == .other || kind.startsNumeral || kind == .latin || kind == .mark
        {
            start = text.scalarStart(before: start)
            scalars += 1
        }
        guard site.kind(text, before: start) == .openQuote else { return nil }
        var position = end
        while scalars < 16, let kind = site.kind(text, at: position),
            kind == .other || kind.startsNumeral || kind == .latin || kind == .mark
        {
            position += text.scalar(at: position).length
            scalars += 1
        }
        guard site.kind(text, at: position) == .closeQuote else { return nil }
        return Verdict(start: site.run.start, end: end, reason: .slogan, rule: "slogan.quoted")
    }

    /// `一个短视频`, `一批`, `一系列`: 一 as an article, unless a contrast or a tally makes it count.
    func article(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard !site.run.hasDigit, let quantity = site.quantity, quantity.value == Number(1), quantity.upper == nil,
            quantity.scalars == 1, quantity.rule == .number
        else { return nil }
        if quantity.unit != nil,
            site.isPreceded(by: .countingWords, text)
        {
            return nil
        }
        if site.has("分钱", text, at: site.run.end) || site.has("毛钱", text, at: site.run.end) {
            // 没收一分钱: none at all
            return Verdict(start: site.run.start, end: site.run.end, reason: .article, rule: "article")
        }
        if quantity.unit != nil,
            site.unit.contains(.multiple) || site.isTallied(text, lexicon) || site.isFrequency(text)
        {
            return nil
        }
        return Verdict(start: site.run.start, end: site.run.end, reason: .article, rule: "article")
    }

    /// `服务万家`, `百人宣讲`: a bare multiplier that nothing qualifies is a round word, no count.
    func roundWord(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard let quantity = site.quantity, quantity.isBareMultiplier, quantity.qualifier == .exact,
            quantity.upper == nil
        else { return nil }
        if site.isPreceded(by: .roughWords, text) {
            return nil
        }
        return Verdict(start: site.run.start, end: quantity.end, reason: .phrase, rule: "phrase.round")
    }

    /// A Chinese numeral that no unit follows counts nothing that can be entered: `五色`, `四化`, `三地`, `双创`.
    func bareChinese(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard !site.run.hasDigit else { return nil }
        guard let quantity = site.quantity else {
            return Verdict(start: site.run.start, end: site.run.end, reason: .word, rule: "word.unread")
        }
        if quantity.scalars == 1, site.isFollowed(by: .steps, text) {
            // 三步法, “巡、办、评”三步闭环
            return Verdict(start: site.run.start, end: site.run.end, reason: .slogan, rule: "slogan.bare")
        }
        guard quantity.unit == nil else { return nil }
        if quantity.isBareMultiplier || quantity.scalars == 1 || quantity.qualifier != .exact {
            return Verdict(start: site.run.start, end: site.run.end, reason: .slogan, rule: "slogan.bare")
        }
        return Verdict(start: site.run.start, end: site.run.end, reason: .name, rule: "name.bare")
    }
}
