import Places
import Scanning

/// Which mentions name no place that the text is about: firms, brands, words of grammar.
extension ReadingTools {
    private static let bodyNames: WordList = [
        "分公司", "公司", "支行", "银行", "分行", "大学", "学院", "集团", "日报", "晚报", "晨报", "早报", "商报", "新闻网", "电视台", "融媒", "年鉴",
        "新闻", "频道", "在线", "信息港",
        "生产建设兵团", "危机", "一中", "二中", "三中", "小学", "中学", "医院", "实验",
    ]

    /// 平城区分公司: a place inside the name of a firm or body is not what the text is about.
    func isPartOfName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        if ReadingTools.bodyNames.begins(in: text, at: mention.range.upperBound) { return true }
        // 平城区某公司, but 永泰街道某小区
        if text.has("某", at: mention.range.upperBound) {
            return !ReadingTools.spotsInPlaces.begins(in: text, at: mention.range.upperBound + 3)
        }
        // 西北工业集团, but 长沙引进海信集团
        if mention.form == .short, opensName(mention, endingIn: ReadingTools.groups, text) { return true }
        if mention.form == .short, isOfFirm(mention, text) || text.has("公园", at: mention.range.upperBound) {
            return true
        }
        if mention.form == .short, opensName(mention, endingIn: ReadingTools.shops, text) { return true }
        // 大同市第五小学, but 杭州第4届亚残运会
        return mention.level <= .county && text.has("第", at: mention.range.upperBound) && !isHost(mention, text)
            && !countsTurns(behind: mention.range.upperBound, text)
    }

    private static let turns: WordList = [
        "批", "次", "季度", "期", "轮", "个", "阶段", "产业", "届", "例", "场", "家", "位", "名", "条", "座", "周", "方阵", "站", "号",
    ]

    /// 胶州市|第一批55个小区, 平城区|第三季度: whether an ordinal behind a place only counts turns, and is no part of a school's
    /// or a hospital's name.
    private func countsTurns(behind end: Int, _ text: Span<UInt8>) -> Bool {
        var position = end + 3
        while position < text.count, classes[text.scalar(at: position).value].startsNumeral {
            position += text.scalar(at: position).length
        }
        return position > end + 3 && ReadingTools.turns.begins(in: text, at: position)
    }

    private static let grammar: WordList = ["有", "在", "为", "是", "的", "和", "与", "到", "向", "把", "被", "将", "对", "由", "从"]

    private static let spotsInPlaces: WordList = [
        "小区", "社区", "村", "楼", "院", "街", "路", "巷", "工地", "单元", "夫妇", "夫妻", "居民", "村民", "男子", "女子", "老人", "住户",
    ]

    private static let bodyEndings: WordList = [
        "公司", "集团", "大学", "学院", "交大", "师大", "理工", "高校", "学校", "医院", "银行", "局", "厅", "改委", "管委", "健委", "建委", "协会", "商会",
        "学会", "基金会", "研究院", "研究所", "设计院", "检察院", "法院", "博物馆", "志愿队", "服务队", "突击队", "支队", "大队", "总队", "团队", "艺术团",
        "歌舞团", "古城", "机场", "车站", "火车站", "南站", "北站", "东站", "西站", "高铁", "地铁", "景区", "体育馆", "体育场", "动物园", "植物园",
        "博物院", "图书馆", "合作社", "联合社", "农场", "牧场", "林场", "派出所", "司法所", "卫生院", "供电所", "税务所", "幼儿园", "乐团", "剧团", "剧院", "警方",
        "公安", "交警", "日报", "晚报", "电视台",
        "海关", "工会", "团市委", "妇联", "残联", "红十字会",
        "联盟", "俱乐部",
        "事务所", "中心", "交易中心", "服务中心", "管理中心", "指挥中心", "调度中心", "监测中心", "采购中心", "执法局", "监管局", "管理局", "监督局", "保障局",
    ]

    /// 太原师范学院, 山西同心爱心团队, 青岛地铁集团: whether a place opens the name of a firm, school, office or team, which
    /// goes on from it without a verb.
    func isInBodyName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        opensName(mention, endingIn: ReadingTools.bodyEndings, text)
    }

    private static let careHouses: WordList = [
        "卫生服务站", "卫生服务中心", "卫生站", "卫生室", "卫生院", "医院", "医疗", "小学", "中学", "学校", "幼儿园", "派出所",
    ]

    /// 永泰街道|卫生服务站: whether a house of health or teaching, or a police station, is called after a street; what it does is
    /// not what an article about the street would tell.
    func isCare(behind mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.level == .street && ReadingTools.careHouses.begins(in: text, at: mention.range.upperBound)
    }

    private static let groups: WordList = ["集团"]

    /// 青岛|云栖酒店负责人: houses called after their city, with whoever speaks for them.
    private static let shops: WordList = [
        "酒店负责", "酒店经理", "酒店工作", "餐厅负责", "餐厅经理", "饭店负责", "饭店经理", "店负责人", "店店长", "店经理", "店相关负责", "店工作人员", "商场负责",
        "商场经理", "广场负责", "超市负责", "超市经理", "大厦负责", "影城负责", "影城经理", "书店负责", "中心负责人介绍", "景区负责", "景区工作",
    ]

    private static let firms: WordList = ["有限公司", "有限责任公司", "股份公司", "集团公司"]

    /// 由大同市华盛农业开发有限公司投资: whether the full name of a place opens that of a firm.
    func isInFirmName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.form == .full && (.prefecture ... .county) ~= mention.level
            && opensName(mention, endingIn: ReadingTools.firms, text)
    }

    private static let cityOffices: WordList = [
        "局", "委员会", "改委", "建委", "健委", "工会", "妇联", "残联", "团委", "团市委", "总队", "支队", "法院", "检察院",
    ]

    /// 市场监管局|近日, 公安局|共: whether the name of an office ends before a verb, adverb or time.
    func isOffice(behind start: Int, _ text: Span<UInt8>) -> Bool {
        var position = start
        while position < text.count, position - start <= 36 {
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other else { return false }
            position += length
            if position < text.count, ReadingTools.cityOffices.ends(in: text, at: position, floor: start),
                let next = lexicon.phrases.longestMatch(in: text, at: position, end: min(text.count, position + 12))
            {
                return [.verb, .adverb, .time, .preposition].contains(lexicon.entry(of: next.value).wordClass)
            }
        }
        return false
    }

    private func opensName(_ mention: PlaceMention, endingIn endings: WordList, _ text: Span<UInt8>) -> Bool {
        var position = mention.range.upperBound
        // Where the word ends that was read last; 美术学|院 is cut otherwise than the name.
        var word = position
        while position < text.count, position - mention.range.upperBound <= 42 {
            if endings.begins(in: text, at: position) { return true }
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other else { return false }
            if position >= word,
                let next = lexicon.phrases.longestMatch(in: text, at: position, end: min(text.count, position + 12))
            {
                let kind = lexicon.entry(of: next.value).wordClass
                // 培 and 华 stand in names as any character does.
                if next.length > 3 || ReadingTools.grammar.begins(in: text, at: position),
                    [.verb, .preposition, .adverb, .particle, .pronoun, .conjunction, .time].contains(kind)
                {
                    return false
                }
                word = position + next.length
            }
            position += length
        }
        return false
    }

    /// 公安局 between 昆明市 and 西山分局: whether a short stretch is one name without a mark.
    func isOneName(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard !range.isEmpty, range.count <= 36 else { return false }
        var position = range.lowerBound
        while position < range.upperBound {
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other, !text.has("在", at: position) else { return false }
            position += length
        }
        return true
    }

    /// 华北地区, 长三角: what the gazetteer lists beside the divisions, without a code.
    func isRegion(_ mention: PlaceMention) -> Bool {
        guard mention.level == .province, let place = mention.place else { return false }
        return recognizer.gazetteer.code(of: place).isEmpty
    }

    private static let ports: WordList = ["国际机场", "机场", "港年", "港“", "港口"]

    /// 兰州中川国际机场, 宁波舟山港: what is told of an airport or a port is told of that, not of the place it is called after.
    func isPartOfPort(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.form == .short else { return false }
        var position = mention.range.upperBound
        while position < text.count, position - mention.range.upperBound <= 18 {
            if ReadingTools.ports.begins(in: text, at: position) { return true }
            let (scalar, length) = text.scalar(at: position)
            // 在 的
            guard classes[scalar] == .other, scalar != 0x5728, scalar != 0x7684 else { return false }
            position += length
        }
        return false
    }

    /// 青岛恒川轨道配件有限公司, 瑞康生物（青岛）：: a short name in that of a firm.
    private func isOfFirm(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        if isBracketed(mention, text) { return true }
        var position = mention.range.upperBound
        while position < text.count, position - mention.range.upperBound <= 48 {
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other else { return false }
            position += length
            if text.has("公司", before: position) { return true }
        }
        return false
    }

    /// “大庆e事办”, “北京鸭”, “山西省文明社区”: a name inside quotation marks is a word of a brand or an honour.
    func isQuotedName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.upperBound
        if mention.form == .unlisted, text.has("“", before: mention.range.lowerBound), text.has("”", at: end) {
            // 出了名的“空心村”
            return true
        }
        if mention.form == .unlisted, text.has("“", before: mention.range.lowerBound), isMotto(from: end, text) {
            return true
        }
        // “沙溪园区义警”分队: all that the marks hold without another is what something is called
        guard mention.level <= .county || mention.level == .zone && mention.form == .unlisted else { return false }
        guard mention.range.lowerBound > 0,
            classes[text.scalar(at: text.scalarStart(before: mention.range.lowerBound)).value] == .openQuote
        else { return false }
        var position = end
        while position < text.count, position - end < 36 {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .closeQuote { return true }
            if classes[scalar] != .other, !classes[scalar].startsNumeral { return false }
            position += length
        }
        return false
    }

    /// “爱聚社区，益惠万家”: whether quotation marks close behind a comma and a few words without a mark, as no speech ends.
    private func isMotto(from start: Int, _ text: Span<UInt8>) -> Bool {
        guard start < text.count, classes[text.scalar(at: start).value] == .clauseEnd else { return false }
        var position = start + text.scalar(at: start).length
        let first = position
        while position < text.count, position - first <= 30 {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar] == .closeQuote { return position > first }
            // 益惠万家 holds a numeral.
            guard ![.clauseEnd, .sentenceEnd, .pause, .digit].contains(classes[scalar]) else { return false }
            position += length
        }
        return false
    }

    /// 成立小区, 依托村, 去年社区: words of grammar before the suffix are no name; all counties and what is wider are listed,
    /// and a residential estate is a finer place than offices keep books of.
    func isNoName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        // 2023-08-25 18:06 发表于四川: where a web page was written
        if text.has("发表于", before: mention.range.lowerBound) || followsClock(mention, text) { return true }
        guard mention.form == .unlisted else { return false }
        // 大同县, which is no county any more, is called as its city is
        if mention.level == .county, text.has("县", before: mention.range.upperBound) { return false }
        if mention.level <= .county || mention.level == .estate { return true }
        // 附近的|西安国际港务区, 山西转型综改示范区: long words may stand behind the name of its city.
        let isOfCity = mention.level == .zone && recognizer.beginsWithPlace(mention.name, in: text)
        // 解放街道, 前进社区
        if recognizer.isHonour(mention.name, in: text) {
            // 建设社区食堂3处, but 建设社区把…
            if takesObject(mention, text) { return true }
            // 平安社区建设, “六无”平安社区
            return mention.link == .none
                && (ReadingTools.campaigns.begins(in: text, at: mention.range.upperBound)
                    || text.has("”", before: mention.range.lowerBound))
        }
        // 城镇, 乡镇: the name with its suffix is a word itself
        if let whole = lexicon.phrases.longestMatch(
            in: text, at: mention.range.lowerBound, end: mention.range.upperBound),
            whole.length == mention.range.count, mention.range.count <= 6, mention.range.count > mention.name.count
        {
            return true
        }
        if text.has("余名", at: mention.name.lowerBound) || isGenericUnit(mention, text) || isOfRoad(mention, text)
            || isCountedName(mention, text) || isHomeland(mention, text)
        {
            return true
        }
        if isFormerName(mention, text) { return true }
        // 由原茶山村改制而来, 这样的集体生日会社区已坚持6年
        if text.has("原", at: mention.name.lowerBound), mention.name.count > 6 { return true }
        // 翠湖社区是一个移民|搬迁社区
        if mention.link == .none, isComplement(mention.name.lowerBound, isCounted: true, text) { return true }
        // 是典型的老厂区社区
        if text.has("的", before: mention.name.lowerBound),
            mention.name.count >= 12 && !isOfCity || text.has("老", at: mention.name.lowerBound)
                || isComplement(mention.name.lowerBound, text)
        {
            return true
        }
        // 西安市|社会组织|社区工作服务中心: one long word for those who act
        if mention.name.count >= 12,
            let whole = lexicon.phrases.longestMatch(
                in: text, at: mention.name.lowerBound, end: mention.name.upperBound),
            whole.length == mention.name.count, lexicon.entry(of: whole.value).wordClass == .noun
        {
            return true
        }
        if isGrammar(mention, text) || isParticle(mention, text) { return true }
        if text.has("前", before: mention.name.upperBound) || text.has("后", before: mention.name.upperBound),
            let verb = lexicon.phrases.longestMatch(
                in: text, at: mention.name.lowerBound, end: mention.name.upperBound - 3),
            verb.length > 3, [.verb, .verbalNoun].contains(lexicon.entry(of: verb.value).wordClass)
        {
            // 改造前街道…
            return true
        }
        // 几个山区村
        if text.has("几", at: mention.name.lowerBound), lexicon.isMeasure(text, at: mention.name.lowerBound + 3) {
            return true
        }
        // 一家街道综合养老服务中心: what is counted
        if classes[text.scalar(at: mention.name.lowerBound).value].startsNumeral,
            lexicon.isMeasure(text, at: mention.name.lowerBound + 3), mention.name.count == 6,
            mention.level <= .street || text.has("社区", at: mention.name.upperBound)
        {
            return true
        }
        // 第一年社区…, 义诊进社区, 他回村
        let first = text.scalar(at: mention.name.lowerBound)
        // 万年|泉北, 百年|巷: a great number of years is only told to praise
        let isAge =
            classes[first.value].startsNumeral && text.has("年", at: mention.name.lowerBound + first.length)
            && (classes[first.value] != .hanUnit || mention.name.count <= 6)
        if isAge { return true }
        if text.has("村庄", before: mention.range.upperBound) || text.has("以来", before: mention.name.upperBound) {
            return true
        }
        // 第五届社区运动会, 输转城乡劳动力
        if text.has("第", at: mention.name.lowerBound),
            (["届", "批", "期", "轮", "次"] as [StaticString]).contains(where: {
                text.has($0, before: mention.name.upperBound)
            })
        {
            return true
        }
        if text.has("城乡", before: mention.range.upperBound) { return true }
        // 规模以上物流园区
        if text.has("以上", at: mention.name.lowerBound) { return true }
        // 一周社区事, 近几年社区…, 覆盖六成社区: a span of time or a share
        if endsInSpan(mention.name, text) { return true }
        // 200个样板村, with the measure word taken for a part of the name; 选定4个沿海社区
        if counts(at: mention.name.lowerBound, text)
            || mention.link == .none && mention.name.lowerBound > 0
                && counts(at: text.scalarStart(before: mention.name.lowerBound), text)
        {
            return true
        }
        for word in ["进", "回", "入", "到", "下"] as [StaticString] where text.has(word, before: mention.name.upperBound) {
            return true
        }
        if mention.link == .none,
            let whole = lexicon.phrases.longestMatch(
                in: text, at: mention.name.lowerBound, end: mention.name.upperBound),
            whole.length == mention.name.count
        {
            // 抓实社区队伍, 其中社区资金: one word of grammar, or a verb, is no name.
            let entry = lexicon.entry(of: whole.value)
            if [.verb, .adverb, .preposition, .conjunction, .pronoun, .time].contains(entry.wordClass)
                || entry.roles.contains(.part) || entry.roles.contains(.plan)
            {
                return true
            }
        }
        var position = mention.name.lowerBound
        while position < mention.name.upperBound {
            guard let word = lexicon.phrases.longestMatch(in: text, at: position, end: mention.name.upperBound) else {
                position += text.scalar(at: position).length
                continue
            }
            // 金牛区|一心桥里|街道
            if mention.link == .narrows, position == mention.name.lowerBound, word.length < mention.name.count,
                recognizer.isHonour(position..<position + word.length, in: text)
            {
                position += word.length
                continue
            }
            let entry = lexicon.entry(of: word.value)
            let long = word.length > 3
            // 水清沟, 朱家洼: characters one by one may mean anything.
            if long, entry.wordClass == .verb, !entry.roles.isEmpty, !isOfCity,
                !isSpotName(mention.name, behind: position + word.length, text)
            {
                return true
            }
            if long, [.preposition, .adverb, .time, .pronoun, .conjunction].contains(entry.wordClass),
                !(classes[first.value] == .hanUnit && position == mention.name.lowerBound),
                !(word.length == mention.name.count - 3 && recognizer.endsInNeighbourhood(mention.name, in: text))
            {
                return true
            }
            // 中心和社区养老服务站; 和平里 begins with the character and is a word
            if entry.wordClass == .conjunction, position == mention.name.lowerBound || word.length == 3,
                !isCalledPeace(mention, text)
            {
                // 和兴路街道：…, 和沁街道是…: no clause begins with 和, and 沁 is no name of a street.
                guard position == mention.range.lowerBound, mention.name.count > 3,
                    followsMark(position, text) || text.has("的", before: position)
                        || mention.link == .narrows && mention.name.count == 6
                else {
                    return true
                }
            }
            position += word.length
        }
        return false
    }

    private static let spots: WordList = ["路", "桥", "巷", "里", "厂", "院", "站"]

    /// 改革|路, 测绘|院: whether a name ends in a verb before one character for a road, bridge or house.
    private func isSpotName(_ name: Range<Int>, behind verb: Int, _ text: Span<UInt8>) -> Bool {
        verb + 3 == name.upperBound && ReadingTools.spots.begins(in: text, at: name.upperBound - 3)
    }

    /// 平安社区|建设, 幸福村|评选: what is made of any of them.
    private static let campaigns: WordList = ["建设", "创建", "评选", "行动", "工程", "创评", "品牌", "标准"]

    /// Whether a name is a verb as well, whose object may go on behind 街道 or 社区: it does where a noun stands there.
    private func takesObject(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.upperBound
        guard
            let verb = lexicon.phrases.longestMatch(
                in: text, at: mention.name.lowerBound, end: mention.name.upperBound),
            verb.length == mention.name.count,
            case let entry = lexicon.entry(of: verb.value), [.verb, .verbalNoun].contains(entry.wordClass),
            entry.roles.contains(.transitive), end < text.count, classes[text.scalar(at: end).value] == .other,
            !ReadingTools.speakers.begins(in: text, at: end)
        else { return false }
        guard let next = lexicon.phrases.longestMatch(in: text, at: end, end: min(text.count, end + 12)) else {
            return true
        }
        return ![.verb, .adverb, .preposition, .time].contains(lexicon.entry(of: next.value).wordClass)
    }

    private static let namings: WordList = [
        "撤销", "撤",
        "前叫", "前叫做", "原名", "原名叫", "原叫", "曾叫", "曾名", "曾用名", "前身是", "前身为", "旧称", "旧名", "俗称", "又称", "又名", "古称", "前称",
    ]

    /// 荷塘社区以前叫|渔场村: what a place was called, which it is no more.
    private func isFormerName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        if ReadingTools.namings.ends(in: text, at: mention.name.lowerBound) { return true }
        // The recognizer may have taken a part of the word into the name: 以|前叫渔场村.
        return text.has("前叫", at: mention.name.lowerBound) || text.has("原叫", at: mention.name.lowerBound)
            || text.has("曾叫", at: mention.name.lowerBound)
    }

    /// 创评村（社区）, 示范村（居）: village or community, whatever the unit is called; after no wider place it has no name.
    private func isGenericUnit(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.upperBound
        guard mention.link == .none, end < text.count, classes[text.scalar(at: end).value] == .openBracket else {
            return false
        }
        let inner = end + text.scalar(at: end).length
        guard let length = ReadingTools.units.match(in: text, at: inner, end: text.count), inner + length < text.count
        else { return false }
        return classes[text.scalar(at: inner + length).value] == .closeBracket
    }

    private static let units: WordList = ["社区", "居", "村", "镇", "乡", "街道", "街", "办", "居委会", "小区"]

    /// 何家村东侧路, 马家村路: a road, and no village.
    private func isOfRoad(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard text.has("村", before: mention.range.upperBound) else { return false }
        var end = mention.range.upperBound
        for side in ["东", "西", "南", "北", "中", "侧"] as [StaticString] where text.has(side, at: end) { end += 3 }
        guard text.has("路", at: end) else { return false }
        return !(["口", "边", "旁", "段", "社", "街"] as [StaticString]).contains { text.has($0, at: end + 3) }
    }

    /// 8|万余名社区居民, 一个老龄化社区, 首家社区食堂: a number with its measure word, and no name.
    private func isCountedName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let start = mention.name.lowerBound
        let end = mention.name.upperBound
        for word in ["余", "多", "几"] as [StaticString] {
            guard end - start >= 6, text.has(word, before: end - 3), lexicon.isMeasure(text, at: end - 3) else {
                continue
            }
            return true
        }
        let (first, length) = text.scalar(at: start)
        // 第一个, 这个, 是个, 首家
        let isOrdinal = text.has("首", at: start)
        guard isOrdinal || classes[first].startsNumeral else { return false }
        // 一个, 两名; but 三家店村, 五座楼村
        for word in ["个", "名", "位", "批", "项"] as [StaticString] where text.has(word, at: start + length) { return true }
        return isOrdinal && end - start == 6 && lexicon.isMeasure(text, at: start + length)
    }

    /// 建家乡, 回报家乡: home, and no township.
    private func isHomeland(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.level == .street, text.has("家乡", before: mention.range.upperBound), mention.name.count > 3,
            let word = lexicon.phrases.longestMatch(
                in: text, at: mention.name.lowerBound, end: mention.name.upperBound - 3)
        else { return false }
        return word.length == mention.name.count - 3
            && [.verb, .verbalNoun, .adverb, .preposition].contains(lexicon.entry(of: word.value).wordClass)
    }

    /// 柳南街道有社区9个: a word of grammar of one character is no name.
    private func isParticle(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.name.count == 3
            && ([
                "有", "各", "多", "全", "该", "本", "等", "和", "与", "的", "是", "在", "把", "对", "由", "向", "从", "为", "辖", "共", "几",
                "每",
            ]
                as [StaticString]).contains { text.has($0, at: mention.name.lowerBound) }
    }

    /// Whether a name ends in a numeral with 年, 月, 周, 天 or 成.
    private func endsInSpan(_ name: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard name.count >= 6,
            (["年", "月", "周", "天", "成"] as [StaticString]).contains(where: { text.has($0, before: name.upperBound) })
        else { return false }
        let before = classes[text.scalar(at: name.upperBound - 6).value]
        return before.startsNumeral || before == .vague
    }

    /// Whether a position opens a line or a clause.
    func followsMark(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard position > 0 else { return true }
        return classes[text.scalar(at: text.scalarStart(before: position)).value] != .other
            && !text.has("、", before: position)
    }

    /// Whether a measure word with a number before it stands at a position.
    private func counts(at position: Int, _ text: Span<UInt8>) -> Bool {
        position > 0 && lexicon.isMeasure(text, at: position)
            && classes[text.scalar(at: text.scalarStart(before: position)).value].startsNumeral
    }

    /// 是典型的工矿社区: whether 是 stands before in the clause, which says what a place is.
    ///
    /// - Parameter isCounted: whether 个 must stand between them: 是一个, 是个.
    private func isComplement(_ start: Int, isCounted: Bool = false, _ text: Span<UInt8>) -> Bool {
        var position = start
        var counts = !isCounted
        while position > 0, start - position <= 30 {
            position = text.scalarStart(before: position)
            if text.has("是", at: position) { return counts }
            if text.has("个", at: position) {
                counts = true
                continue
            }
            if counts, isCounted, text.has("一", at: position) { continue }
            guard classes[text.scalar(at: position).value] == .other else { return false }
        }
        return false
    }

    /// 2025年5月6日 18:30 云南: where a web page was written
    private func followsClock(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let end = mention.range.lowerBound
        guard mention.level <= .prefecture, end >= 4, text[end - 1] == 0x20, text[end - 4] == 0x3A else { return false }
        return [end - 2, end - 3].allSatisfy { text[$0] >= 0x30 && text[$0] <= 0x39 }
    }

    /// 2025年城镇, 是个老社区, 网格长由社区: the name begins or ends with a word of grammar.
    private func isGrammar(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        let first = mention.name.lowerBound
        let last = mention.name.upperBound
        // 2025年城镇, 全年城镇, 街道城镇: 城镇 is a word, and what stands before it is none of its name.
        if text.has("城", before: last), text.has("镇", at: last) {
            if text.has("年", at: first) || text.has("全", at: first) { return true }
            // “健康城镇、美丽乡村”
            if mention.link == .none, last - first > 6 { return true }
            if let word = lexicon.phrases.longestMatch(in: text, at: first, end: last - 3),
                word.length == last - 3 - first,
                case let entry = lexicon.entry(of: word.value), entry.wordClass != .noun || entry.roles.contains(.body)
            {
                return true
            }
        }
        for word in ["季度", "半年", "期间", "目前", "全年"] as [StaticString] where text.has(word, before: last) { return true }
        for word in ["是", "这", "那", "为", "有", "算", "各"] as [StaticString]
        where text.has(word, before: first) && lexicon.isMeasure(text, at: first) { return true }
        for word in ["由", "在", "与", "为", "把", "被", "让", "给", "向", "对", "各", "该", "和", "是"] as [StaticString]
        where text.has(word, before: last) && last - first > 3 && !isCalledPeace(mention, text) { return true }
        return false
    }

    /// 春和路街道, 永和社区: 和 is part of a name between two characters, and the end of one where nothing that could be joined
    /// to another thing stands before it.
    private func isCalledPeace(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        // 春和路街道
        if mention.name.count == 9, text.has("和", at: mention.name.lowerBound + 3) { return true }
        guard mention.name.count == 6, text.has("和", before: mention.name.upperBound) else { return false }
        return mention.link == .narrows
            || ReadingTools.wishes.contains { text.has($0, at: mention.name.lowerBound) }
    }

    /// What names wish for before 和.
    private static let wishes: [StaticString] = [
        "永", "安", "泰", "祥", "太", "义", "仁", "景", "福", "瑞", "顺", "裕", "德", "兴", "嘉", "康", "雍", "颐", "万", "丰", "宜", "致",
        "共",
    ]
}
