import Facts
import Scanning

extension SettingAside {
    /// `一、`, `（三）`, `3.` at the head of a sentence; `一是`, `二要`: numbering.
    func numbering(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        let head = run.start == site.sentence.lowerBound
        if run.hasDigit, site.isFollowed(by: .keycaps, text) {
            // 1️⃣ 安装长椅: a number on a key
            return Verdict(start: run.start, end: run.end, reason: .numbering, rule: "numbering")
        }
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
        if head, run.hasDigit, beginsMonths(behind: run, text) {
            // 5.1-4月: the point of a list's number before the months
            return Verdict(start: run.start, end: run.end, reason: .numbering, rule: "numbering")
        }
        // 01 安居账: no count is written with a zero before it.
        if run.hasDigit, text.has("0", at: run.start), run.end - run.start == 2, site.kind(text, at: run.end) == .space
        {
            return Verdict(start: run.start, end: run.end, reason: .numbering, rule: "numbering")
        }
        if head, run.hasDigit, text.has("0", at: run.start), run.end - run.start == 2, site.quantity?.unit == nil,
            [.other, .hanDigit, .hanUnit, .openQuote].contains(site.kind(text, at: run.end) ?? .mark),
            !SettingAside.afterZero.begins(in: text, at: run.end)
        {
            // 01一公里长的夜市
            return Verdict(start: run.start, end: run.end, reason: .numbering, rule: "numbering")
        }
        // 一来，二来; but 百来户 are some hundred.
        if clauseHead, site.kind(text, at: run.start) == .hanDigit, site.isFollowed(by: .pointWords, text),
            run.end - run.start == 3
        {
            return Verdict(start: run.start, end: run.end, reason: .numbering, rule: "numbering")
        }
        if site.has("其", text, before: run.start), !run.hasDigit {
            return Verdict(start: run.start, end: run.end, reason: .numbering, rule: "numbering")
        }
        return nil
    }

    /// 5.1|-4月: whether a dash and a month stand behind a number with a point, whose last digits are the first month.
    private func beginsMonths(behind run: NumeralRun, _ text: Span<UInt8>) -> Bool {
        guard (run.start..<run.end).contains(where: { text[$0] == 0x2E }) else { return false }
        var position = run.end
        if text.has("-", at: position) {
            position += 1
        } else if text.has("—", at: position) || text.has("至", at: position) {
            position += 3
        } else {
            return false
        }
        let first = position
        while position < text.count, position - first < 2, (0x30...0x39).contains(text[position]) { position += 1 }
        return position > first && text.has("月", at: position)
    }

    private static let afterZero: WordList = ["时", "点", "月", "日", "号", "版", "年", "分"]

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
        let counts =
            site.quantity.map {
                $0.unit != nil && $0.end - run.end >= 3
                    && (site.hasMultiplier(text) || $0.qualifier != .exact || site.dimension == .personTime
                        // 安装反诈APP780人: people who have it
                        || site.dimension == .person
                            && ["APP", "App", "app"].contains { (name: StaticString) in
                                text.has(name, before: run.start)
                            })
            } ?? false
        if before == .latin, counts || countsMachines(site, text) { return nil }
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

    /// AED27台: whether two capitals or more call a thing, and the measure word behind the digits counts so many of it. K27路 and A320
    /// are names.
    private func countsMachines(_ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        let run = site.run
        guard site.dimension == .count, site.isFollowed(by: .machines, text), run.start >= 2 else { return false }
        return (1...2).allSatisfy {
            run.start - $0 >= site.sentence.lowerBound && (0x41...0x5A).contains(text[run.start - $0])
        }
    }

    /// 二店, 二组: the second of its kind, where two of them are 两.
    func secondOfKind(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        guard run.end - run.start == 3, text.has("二", at: run.start), site.isFollowed(by: .numberedKinds, text) else {
            return nil
        }
        return Verdict(start: run.start, end: run.end, reason: .name, rule: "name.second")
    }

    /// 二次结构, 二次装修: what is done anew is 二次, what has happened twice 两次.
    func secondTime(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        guard run.end - run.start == 3, text.has("二", at: run.start), site.has("次", text, at: run.end),
            site.kind(text, at: run.end + 3) == .other
        else { return nil }
        return insideWord(site, text)
            ?? Verdict(start: run.start, end: run.end + 3, reason: .phrase, rule: "phrase.again")
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
            // 统一|成12类: 一 ends a word, and what looks like a tenth is what comes of it.
            let endsInOne =
                site.quantity?.rule == .tenths && word.length >= 6 && end == site.run.end
                && text.has("一", at: site.run.start)
            // 横七竖八|架在树上: the last character of a saying counts nothing of what stands behind it.
            let endsSaying = entry.wordClass == .idiom && word.length >= 12 && end == site.run.end
            guard
                start < site.run.start
                    ? (!counted || end >= reach || endsSaying || endsInOne)
                    : (end > reach || (!counted || isHalf || isSaying) && end >= reach)
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
        measureInName(site, text) ?? classOrType(site, text) ?? knownNumber(site, text) ?? levels(site, text)
    }

    /// `男子100米`, `1寸照片`, `6层居民`: a measure that is what something is called, or where it is.
    private func measureInName(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        if let quantity = site.quantity, site.dimension == .length,
            site.isPreceded(by: .contests, text) || site.has(.eventNouns, text, at: quantity.end)
        {
            // 男子100米, 10米气步枪: what a contest is called
            return Verdict(start: quantity.start, end: quantity.end, reason: .name, rule: "name.event")
        }
        if let quantity = site.quantity, text.has("寸", before: quantity.end),
            site.has(.photographs, text, at: quantity.end)
        {
            // 1寸照片2张: the size of a photograph is its name
            return Verdict(start: quantity.start, end: quantity.end, reason: .name, rule: "name.type")
        }
        if let quantity = site.quantity, text.has("层", before: quantity.end) || text.has("层以上", before: quantity.end),
            site.has(.floorDwellers, text, at: quantity.end)
        {
            // 2层以上住户分担, 6层居民: on which floor they live
            return Verdict(start: quantity.start, end: quantity.end, reason: .condition, rule: "condition.floor")
        }
        return nil
    }

    /// `1000公斤级`, `八小时工作制`, `4分类垃圾桶`, `2型糖尿病`: a class, a type or a version.
    private func classOrType(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        if let quantity = site.quantity, site.dimension == .time, site.has("工作制", text, at: quantity.end) {
            // 八小时工作制
            return Verdict(start: quantity.start, end: quantity.end, reason: .structure, rule: "structure.class")
        }
        if let quantity = site.quantity, quantity.unit != nil, site.has(.sizeClasses, text, at: quantity.end),
            !site.has(.sizeWords, text, at: quantity.end), site.run.hasDigit
        {
            // 1000公斤级, 13人型: a size class
            return Verdict(start: quantity.start, end: quantity.end + 3, reason: .structure, rule: "structure.class")
        }
        if site.run.hasDigit, site.quantity?.unit == nil, text.has(".0", before: site.run.end),
            site.run.end - site.run.start == 3, site.kind(text, before: site.run.start) == .other,
            site.kind(text, at: site.run.end) == .other
        {
            // 开放2.0任务: a version
            return Verdict(start: site.run.start, end: site.run.end, reason: .name, rule: "name.type")
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
        return nil
    }

    /// `分四路`, `24小时值守`, `两国`, `二十届`, `三代`: a number that says no more than everybody knows.
    private func knownNumber(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
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
        return nil
    }

    /// `四级体系`, `两级`: the levels themselves. 上下两层 counts the floors of a house.
    private func levels(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
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
        // “四心、五亮、六员”: members of two characters each
        let isMember =
            !site.run.hasDigit && site.run.end - site.run.start == 3 && site.kind(text, at: site.run.end) == .other
            && ([.pause, .closeQuote].contains(site.kind(text, at: site.run.end + 3))
                // 一核引领、三网融合: with what each of them does
                || site.kind(text, at: site.run.end + 3) == .other && site.kind(text, at: site.run.end + 6) == .other
                    && [.pause, .closeQuote].contains(site.kind(text, at: site.run.end + 9)))
        func goesOn(_ kind: ScalarClass, _ position: Int) -> Bool {
            (kind == .pause && isMember || kind == .other || kind.startsNumeral || kind == .latin || kind == .mark)
                && text[position] != 0x22
        }
        var start = site.run.start
        var scalars = 0
        while scalars < 14, let kind = site.kind(text, before: start), goesOn(kind, text.scalarStart(before: start)) {
            start = text.scalarStart(before: start)
            scalars += 1
        }
        let opening = site.kind(text, before: start)
        guard opening == .openQuote || opening == .mark && opensQuotation(before: start, site, text) else { return nil }
        var position = end
        while scalars < 16, let kind = site.kind(text, at: position), goesOn(kind, position) {
            position += text.scalar(at: position).length
            scalars += 1
        }
        guard site.kind(text, at: position) == (opening == .mark ? .mark : .closeQuote) else { return nil }
        if start + 6 <= site.run.start, site.quantity?.unit != nil, !site.unit.contains(.span), site.run.hasDigit,
            isDemanded(before: start, site, text)
        {
            return nil
        }
        if SettingAside.isRight(before: text.scalarStart(before: start), site, text) { return nil }
        return Verdict(start: site.run.start, end: end, reason: .slogan, rule: "slogan.quoted")
    }

    private static let demands: WordList = ["提出", "要求", "承诺", "写道", "写明", "明确", "部署", "规定"]

    /// 报告提出：“新建不少于15个社区食堂”: whether what a quotation holds is asked for, and no name.
    private func isDemanded(before start: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        var position = text.scalarStart(before: start)
        while let mark = site.kind(text, before: position), mark == .clauseEnd || mark == .space {
            position = text.scalarStart(before: position)
        }
        return SettingAside.demands.ends(in: text, at: position, floor: site.sentence.lowerBound)
    }

    /// Whether a half-width mark before a position opens a quotation, "两张皮": an even number of them goes before it.
    private func opensQuotation(before position: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        guard text[position - 1] == 0x22 else { return false }
        var marks = 0
        for offset in max(site.sentence.lowerBound, position - 600)..<position where text[offset] == 0x22 { marks += 1 }
        return marks % 2 == 1
    }

    /// Whether a sum of money stands right before a numeral: 2.5元一斤, 两块八一斤.
    private func isBehindPrice(_ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        if site.isPreceded(by: .moneyUnits, text) { return true }
        guard let before = site.kind(text, before: site.run.start), before == .digit || before == .hanDigit else {
            return false
        }
        return site.has(.moneyUnits, text, before: text.scalarStart(before: site.run.start))
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
        if quantity.unit != nil, isBehindPrice(site, text),
            [nil, .clauseEnd, .sentenceEnd, .pause, .closeQuote, .closeBracket].contains(
                site.kind(text, at: quantity.end))
        {
            // 黄瓜2.5元一斤: what the price is for
            return Verdict(start: site.run.start, end: quantity.end, reason: .article, rule: "article.price")
        }
        if site.has("分钱", text, at: site.run.end) || site.has("毛钱", text, at: site.run.end) {
            // 没收一分钱: none at all
            return Verdict(start: site.run.start, end: site.run.end, reason: .article, rule: "article")
        }
        // 掌声一片, 好评一片: everywhere
        if quantity.unit != nil, text.has("一片", before: quantity.end),
            text.has("声", before: site.run.start) || text.has("好评", before: site.run.start)
        {
            return Verdict(start: site.run.start, end: quantity.end, reason: .article, rule: "article")
        }
        // 铃声一响: as soon as it does
        if quantity.unit != nil, text.has("一响", before: quantity.end) {
            return Verdict(start: site.run.start, end: quantity.end, reason: .article, rule: "article")
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
        // 补贴十万元 is a sum, where 百万元 may be said of any that is large
        if text.has("十", at: quantity.start), text.has("元", at: quantity.unitStart) { return nil }
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
