import Facts
import Scanning

/// Numerals that tell which one of several is meant, and words that a numeral makes with a measure word and that count nothing.
extension SettingAside {
    /// Asks the rules of this file.
    func calledByOrder(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        // 队伍|点亮: a formal numeral alone is part of a word.
        if site.has(.formalNumerals, text, at: site.run.start) { return nil }
        if site.unit.isEmpty { return listed(behind: site, text) ?? doorOrYouth(site, text) }
        if let verdict = picked(site, text) ?? house(site, text) ?? route(site, text) ?? listed(behind: site, text) {
            return verdict
        }
        return proverbial(site, text) ?? pointOfTime(site, text) ?? wordOfPlace(site, text)
    }

    // MARK: which one

    private static let holdings: WordList = [
        "举办", "开办", "开设", "开展", "组织", "召开", "推出", "出版", "编印", "刊发", "举行", "进行", "实施", "参加", "了", "共", "已", "连续", "过",
        "达", "近",
        "超", "每", "有", "仅", "办", "约", "先后", "累计", "发生", "第", "分", "完成", "设", "设立", "设有", "建", "建有", "新建", "设置", "成立",
        "下设",
        "组建", "清理", "整治", "改造", "拥有", "配备", "添置", "其中", "另有", "还有", "这", "那", "前", "后", "各", "为", "出", "分为", "分成", "等",
        "辖", "下辖", "管辖", "涉及", "覆盖", "走进", "惠及",
    ]
    private static let courses: WordList = ["培训", "课程", "班", "学员", "夜校", "讲座", "展", "节目", "杂志", "简报", "专刊", "内容"]

    /// `二期修缮院落5处`, `机床二厂`, `二次核查`: 二 before a measure word picks the second, for two are 两; so does any numeral
    /// before 期, 单元 and 网格 that nothing tells to be held so often.
    private func picked(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        if !site.run.hasDigit, let quantity = site.quantity, site.unit.contains(.phase), quantity.rule == .range,
            site.has("、", text, at: site.run.end)
        {
            // 一、二期
            return Verdict(start: site.run.start, end: quantity.end, reason: .ordinal, rule: "ordinal.picked")
        }
        guard !site.run.hasDigit, let quantity = site.quantity, site.unit.contains(.picked), quantity.upper == nil,
            quantity.scalars == 1 || quantity.scalars == 2 && isWorks(site, quantity, text),
            !text.has("两", at: site.run.start), quantity.value > Number(1),
            !SettingAside.holdings.ends(in: text, at: site.run.start, floor: site.sentence.lowerBound),
            !opensWord(site, quantity, text)
        else { return nil }
        let isSecond = text.has("二", at: site.run.start)
        let isPhase =
            site.unit.contains(.phase) && quantity.value < Number(6)
            && !SettingAside.courses.begins(in: text, at: quantity.end)
        let isGroup = text.has("网格", before: quantity.end) || text.has("社区", before: quantity.end)
        guard
            isSecond || isPhase || isGroup || text.has("单元", before: quantity.end) || isWorks(site, quantity, text)
        else { return nil }
        return Verdict(start: site.run.start, end: quantity.end, reason: .ordinal, rule: "ordinal.picked")
    }

    /// Measure words that tell nothing of what is counted.
    private static let plainUnits: WordList = ["个", "家", "名", "位", "人", "处", "户", "件", "项", "条", "座", "间", "所"]

    /// `第五十七颗、五十八颗卫星`: one 第 for two numbers in one measure word, the second of which follows the first; but 全市第5家和12家书屋.
    private func listed(behind site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard let quantity = site.quantity, quantity.upper == nil, !text.has("两", at: site.run.start) else {
            return nil
        }
        let unit = quantity.end - site.run.end
        let mark = site.run.start - 3
        guard (1...6).contains(unit), mark - unit > site.sentence.lowerBound,
            site.has("、", text, before: site.run.start) || site.has("和", text, before: site.run.start),
            (0..<unit).allSatisfy({ text[mark - unit + $0] == text[site.run.end + $0] })
        else { return nil }
        var start = mark - unit
        let end = start
        while start > site.sentence.lowerBound, end - start < 24,
            case let before = text.scalarStart(before: start),
            isNumeral(text.scalar(at: before).value, site.run.hasDigit)
        { start = before }
        guard start < end, site.has("第", text, before: start),
            let first = NumberReader(classes: .shared).read(text, at: start, end: end)?.value.whole,
            first < 1_000_000, quantity.value == Number(first + 1),
            // 建成第2个、3个|口袋公园: how many are built, unless nothing follows that is counted
            !SettingAside.plainUnits.contains(site.run.end..<quantity.end, of: text)
                || quantity.end >= site.sentence.upperBound
                || ScalarClasses.shared[text.scalar(at: quantity.end).value] != .other
        else { return nil }
        return Verdict(start: site.run.start, end: quantity.end, reason: .ordinal, rule: "ordinal.listed")
    }

    private func isNumeral(_ scalar: UInt32, _ isDigit: Bool) -> Bool {
        isDigit ? (0x30...0x39).contains(scalar) : SettingAside.hanNumerals.contains(scalar)
    }

    private static let hanNumerals: Set<UInt32> = Set("一二三四五六七八九十百".unicodeScalars.map(\.value))

    /// Whether the lexicon has a word that begins with the quantity and goes on: 二次管网.
    private func opensWord(_ site: NumeralSite, _ quantity: Quantity, _ text: Span<UInt8>) -> Bool {
        let word = lexicon.phrases.longestMatch(in: text, at: site.run.start, end: site.sentence.upperBound)
        return word.map { site.run.start + $0.length > quantity.end } ?? false
    }

    private static let works: WordList = [
        "国棉", "机床", "纺织", "化工", "钢铁", "印染", "棉纺", "毛纺", "针织", "橡胶", "电子", "建筑", "仪表", "煤机",
    ]

    /// `国棉六厂`: a works of its trade that is called by its number.
    private func isWorks(_ site: NumeralSite, _ quantity: Quantity, _ text: Span<UInt8>) -> Bool {
        text.has("厂", before: quantity.end)
            && SettingAside.works.ends(in: text, at: site.run.start, floor: site.sentence.lowerBound)
    }

    private static let quarters: WordList = [
        "宿舍", "家属院", "大院", "花园", "苑", "公寓", "新村", "家园", "住", "住在", "家住", "就是", "是",
    ]
    private static let besides: WordList = [
        "后头", "后面", "前面", "旁边", "门口", "楼下", "楼上", "屋顶", "楼顶", "东侧", "西侧", "南侧", "北侧", "旁", "对面", "门前", "楼前", "楼后", "东头",
        "西头",
    ]
    private static let callings: WordList = [
        "阿姨", "大爷", "奶奶", "爷爷", "师傅", "大妈", "嬢嬢", "娭毑", "大叔", "大姐", "女士", "先生", "老人", "婆婆", "大娘", "大伯", "老师",
    ]

    /// `3栋后头那盏灯`, `宿舍7栋的李大爷`, `一至四巷`: where somebody lives or something stands.
    private func house(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard let quantity = site.quantity else { return nil }
        if site.unit.contains(.street), quantity.rule == .range, !quantity.hasDigit, quantity.value < Number(20) {
            return Verdict(start: site.run.start, end: quantity.end, reason: .name, rule: "name.house")
        }
        guard site.unit.contains(.house), quantity.value < Number(100), quantity.upper == nil,
            quantity.qualifier == .exact
        else { return nil }
        let before = site.kind(text, before: site.run.start)
        let stands =
            before == nil || before == .clauseEnd || before == .openQuote
            || SettingAside.quarters.ends(in: text, at: site.run.start, floor: site.sentence.lowerBound)
        let isNamed =
            site.has("的", text, at: quantity.end) && isCalling(behind: quantity.end + 3, site, text)
            || stands && SettingAside.besides.begins(in: text, at: quantity.end)
        guard isNamed else { return nil }
        return Verdict(start: site.run.start, end: quantity.end, reason: .contact, rule: "name.house")
    }

    /// `的李大爷`: how somebody is called, up to three characters behind.
    private func isCalling(behind start: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        var position = start
        for _ in 0..<4 where site.kind(text, at: position) == .other {
            if SettingAside.callings.begins(in: text, at: position) { return true }
            position += text.scalar(at: position).length
        }
        return false
    }

    private static let stops: WordList = ["站", "公交", "车", "终点", "专线", "巴士", "起点", "起始", "始发", "首班", "末班"]
    private static let buses: WordList = ["公交", "乘坐", "换乘", "乘", "坐", "公交线路", "公交车"]

    /// `公交44路、106路到站`: the number of a bus.
    private func route(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.run.hasDigit, site.unit.contains(.route), let quantity = site.quantity, quantity.value < Number(1000)
        else { return nil }
        var position = site.run.start
        var isBus = SettingAside.stops.begins(in: text, at: quantity.end)
        var scalars = 0
        while !isBus, scalars < 16, let kind = site.kind(text, before: position),
            kind == .other || kind == .pause || kind == .digit || kind == .openBracket || kind == .latin
        {
            isBus = SettingAside.buses.ends(in: text, at: position, floor: site.sentence.lowerBound)
            position = text.scalarStart(before: position)
            scalars += 1
        }
        guard isBus else { return nil }
        return Verdict(start: site.run.start, end: quantity.end, reason: .name, rule: "name.numbered")
    }

    private static let doors: WordList = ["住", "家住", "住在", "敲开", "隔壁", "楼上", "楼下", "对门"]
    private static let ofAge: WordList = ["人员", "群体", "再就业", "失业", "大龄"]

    /// `住302的老徐`, `4050人员`: a door, and those who are called after their years.
    private func doorOrYouth(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.run.hasDigit, let quantity = site.quantity, quantity.unit == nil, quantity.upper == nil else {
            return nil
        }
        let length = site.run.end - site.run.start
        if length == 3, SettingAside.doors.ends(in: text, at: site.run.start, floor: site.sentence.lowerBound) {
            return Verdict(start: site.run.start, end: site.run.end, reason: .contact, rule: "name.house")
        }
        if length == 4, text.has("4050", at: site.run.start),
            SettingAside.ofAge.begins(in: text, at: site.run.end) || site.kind(text, at: site.run.end) == .closeQuote
        {
            return Verdict(start: site.run.start, end: site.run.end, reason: .name, rule: "name.generation")
        }
        return nil
    }

    // MARK: set phrases and words

    private static let surroundings: WordList = [
        "环", "临", "靠", "背", "邻", "依", "围", "傍", "受", "夹", "透", "漏", "来风", "朝", "开花",
    ]
    private static let beasts: WordList = [
        "牛", "猪", "羊", "驴", "骡", "鹿", "象", "奶牛", "肉牛", "黄牛", "水牛", "母牛", "母猪", "耕牛", "牲", "毛驴", "骆驼", "狮", "大象", "小牛",
        "肥猪",
        "小猪", "蒜",
    ]
    private static let families: WordList = ["一家", "全家", "祖孙", "老少", "小", "老", "爷孙", "娘仨", "这"]
    private static let lengths: WordList = [
        "绵延", "延绵", "全长", "总长", "长", "长达", "约", "近", "达", "连绵", "超", "超过", "行程", "走了", "每天走",
    ]

    /// `三面环水`, `两头不耽误`, `一家三口`, `春风十里`.
    private func proverbial(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        if site.unit.contains(.star), let quantity = site.quantity, quantity.value < Number(8), quantity.upper == nil {
            // 五星网格员: a class
            return Verdict(start: site.run.start, end: quantity.end, reason: .structure, rule: "structure.class")
        }
        guard !site.run.hasDigit, site.unit.contains(.proverbial), let quantity = site.quantity,
            quantity.scalars == 1
        else { return nil }
        let start = site.run.start
        let floor = site.sentence.lowerBound
        if text.has("面", before: quantity.end), quantity.value < Number(5),
            SettingAside.surroundings.begins(in: text, at: quantity.end)
        {
            return Verdict(start: start, end: quantity.end, reason: .phrase, rule: "phrase.sides")
        }
        if text.has("头", before: quantity.end), text.has("两", at: start),
            !SettingAside.beasts.begins(in: text, at: quantity.end),
            !SettingAside.beasts.ends(in: text, at: start, floor: floor), site.kind(text, before: start) != .pause
        {
            return Verdict(start: start, end: quantity.end, reason: .phrase, rule: "phrase.ends")
        }
        if text.has("口", before: quantity.end),
            SettingAside.families.ends(in: text, at: start, floor: floor) || site.has("之家", text, at: quantity.end)
        {
            return Verdict(start: start, end: quantity.end, reason: .structure, rule: "structure.generations")
        }
        if text.has("里", before: quantity.end), quantity.value >= Number(8),
            !SettingAside.lengths.ends(in: text, at: start, floor: floor)
        {
            return Verdict(start: start, end: quantity.end, reason: .phrase, rule: "phrase.round")
        }
        return nil
    }

    private static let statements: WordList = [
        "建议", "意见", "要求", "主张", "倡议", "看法", "希望", "感受", "体会", "思考", "启示", "经验", "做法", "措施", "原因", "问题", "承诺", "声明",
        "说明",
        "心得", "理由", "变化", "好处", "特色", "优势", "期望", "期待", "工作要求", "具体", "意义", "内容", "注意", "提示", "不足", "共识", "认识", "安排",
        "提醒",
        "嘱托", "指示", "愿望", "诉求",
    ]
    private static let sayings: WordList = [
        "提出", "提", "讲了", "谈了", "强调", "讲", "谈", "做到", "以下", "如下", "这", "几", "作出", "做出", "归纳", "总结", "分享", "明确", "达成",
        "共", "涨",
        "跌", "升", "降", "上涨", "下跌", "收于", "注意", "有",
    ]

    /// `亮到9点`, `10点，下课铃响`, against `三点建议`: an hour where nothing tells what points are meant.
    private func pointOfTime(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard site.unit.contains(.point), let quantity = site.quantity, quantity.value < Number(25),
            quantity.qualifier == .exact || quantity.qualifier == .about || quantity.upper != nil,
            text.has("点", at: quantity.unitStart), quantity.value.exponent >= 0, !text.has("一点", at: quantity.start),
            !SettingAside.sayings.ends(in: text, at: site.run.start, floor: site.sentence.lowerBound)
        else { return nil }
        var position = quantity.end
        var scalars = 0
        while scalars < 6, site.kind(text, at: position) == .other {
            if SettingAside.statements.begins(in: text, at: position) { return nil }
            position += text.scalar(at: position).length
            scalars += 1
        }
        return Verdict(start: site.run.start, end: quantity.end, reason: .time, rule: "clock")
    }

    /// What stands before a count of places: 整治四处.
    private static let countOpeners: WordList = [
        "有", "共", "等", "建", "建成", "新建", "建设", "设立", "设置", "设有", "打造", "整治", "清理", "排查", "发现", "改造", "拆除", "完成", "新增",
        "增设", "这",
        "那", "另", "其中", "的", "、", "把", "将", "对",
    ]

    private static let seasons: WordList = ["春", "夏", "秋", "冬"]

    /// `四处寻找`, `四季花香`, `六角亭`, `值守一线`: words that hold a numeral and a measure word, and count nothing.
    private func wordOfPlace(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        guard !site.run.hasDigit, site.unit.contains(.worded), let quantity = site.quantity,
            quantity.upper == nil || text.has("线", before: quantity.end), quantity.end - site.run.start <= 9
        else { return nil }
        let isWord: Bool
        if text.has("处", before: quantity.end) {
            // 四处巡查: everywhere, before a verb that no count goes before
            isWord =
                text.has("四", at: site.run.start) && quantity.scalars == 1
                && !SettingAside.countOpeners.ends(in: text, at: site.run.start, floor: site.sentence.lowerBound)
                && isVerb(at: quantity.end, site, text)
        } else if text.has("季", before: quantity.end) {
            // 四季, 春秋两季
            isWord =
                quantity.scalars == 1
                && (text.has("四", at: site.run.start)
                    || SettingAside.seasons.ends(in: text, at: site.run.start, floor: site.sentence.lowerBound))
        } else if text.has("角", before: quantity.end) {
            // 六角亭; money told in 角 stands behind 元, or as 八毛
            isWord = quantity.scalars == 1
        } else if text.has("字", before: quantity.end) {
            isWord = text.has("十字", at: site.run.start)
        } else {
            // 一线, 二线城市, 三四线: wires and lines are counted with 条.
            isWord = !text.has("两", at: site.run.start) && quantity.value < Number(10)
        }
        guard isWord else { return nil }
        return Verdict(start: site.run.start, end: quantity.end, reason: .word, rule: "word.lexicon")
    }

    /// Whether the word that begins at a position is a verb.
    private func isVerb(at position: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        guard let word = lexicon.phrases.longestMatch(in: text, at: position, end: site.sentence.upperBound) else {
            return false
        }
        return [.verb, .verbalNoun, .adverb].contains(lexicon.entry(of: word.value).wordClass)
    }
}
