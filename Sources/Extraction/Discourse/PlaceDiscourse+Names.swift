import Places
import Scanning

/// Which mentions name no place that the text is about: firms, brands, words of grammar.
extension ReadingTools {
    private static let bodyNames: WordList = [
        "分公司", "公司", "支行", "银行", "分行", "大学", "学院", "集团", "日报", "晚报", "晨报", "早报", "商报", "新闻网", "电视台", "融媒", "年鉴",
        "新闻", "频道", "在线", "信息港",
        "危机", "一中", "二中", "三中", "四中", "五中", "六中", "七中", "八中", "九中", "附中", "附小", "小学", "中学", "医院", "实验",
    ]

    /// 天水|师院: what colleges are called for short behind the short name of their city.
    private static let colleges: WordList = [
        "师院", "师大", "师专", "职院", "医专", "理工", "工大", "农大", "医大", "财大", "交大",
    ]

    /// 平城区四|中队, 平城区五|中心: bodies with a number that are no schools.
    private static let numberedBodies: WordList = ["中队", "中心", "中路", "中街", "中支"]
    /// 山东农|大户, 江苏理|工类考生
    private static let noColleges: WordList = ["大户", "大棚", "工类", "工科", "工男", "大道"]

    /// 平城区分公司: a place inside the name of a firm or body is not what the text is about.
    func isPartOfName(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        if isHouseOfCounty(mention, text) || isHouseOfTown(mention, text) || isActingMedia(mention, text) {
            return false
        }
        if ReadingTools.bodyNames.begins(in: text, at: mention.range.upperBound)
            && !ReadingTools.numberedBodies.begins(in: text, at: mention.range.upperBound + 3)
            || mention.form == .short && ReadingTools.colleges.begins(in: text, at: mention.range.upperBound)
                && !ReadingTools.noColleges.begins(in: text, at: mention.range.upperBound + 3)
        {
            return true
        }
        // 平城区某公司, but 永泰街道某小区
        if text.has("某", at: mention.range.upperBound) {
            return !ReadingTools.spotsInPlaces.begins(in: text, at: mention.range.upperBound + 3)
        }
        // 西北工业集团, but 长沙引进海信集团
        if mention.form == .short, opensName(mention, endingIn: ReadingTools.groups, text) { return true }
        // 华中|科技大学
        if isRegion(mention), opensName(mention, endingIn: ReadingTools.schools, text) { return true }
        if mention.form == .short, isOfFirm(mention, text) || text.has("公园", at: mention.range.upperBound) {
            return true
        }
        if mention.form == .short, opensName(mention, endingIn: ReadingTools.shops, text) { return true }
        // 大同市第五小学, but 杭州第4届亚残运会
        return mention.level <= .county && text.has("第", at: mention.range.upperBound) && !isHost(mention, text)
            && !countsTurns(behind: mention.range.upperBound, text)
    }

    private static let houses: WordList = [
        "第", "小学", "中学", "医院", "实验", "一中", "二中", "三中", "四中", "五中", "六中", "七中", "八中", "九中", "附中", "附小",
    ]

    /// 湖南省郴州市苏仙区|第六完全小学: whether a school or hospital is called by the whole chain down to the county, so that it tells
    /// where the text is.
    private func isHouseOfCounty(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        mention.level == .county && mention.form == .full && mention.link == .narrows
            && ReadingTools.houses.begins(in: text, at: mention.range.upperBound)
    }

    /// 永泰街道|实验小学, 光熙苑社区|小学: a school or hospital that is called after a street, town or community lies there.
    private func isHouseOfTown(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        (mention.level == .street || mention.level == .community)
            && ReadingTools.houses.begins(in: text, at: mention.range.upperBound)
    }

    /// 福贡县|融媒体中心制作短视频58条: whether the newsroom of a county does something itself, and is not who reports.
    private func isActingMedia(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.level == .county, text.has("融媒体中心", at: mention.range.upperBound),
            case let end = mention.range.upperBound + 15,
            let verb = lexicon.phrases.longestMatch(in: text, at: end, end: min(text.count, end + 12)), verb.length > 3,
            !text.has("报道", at: end)
        else { return false }
        return lexicon.entry(of: verb.value).wordClass == .verb
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
    private static let schools: WordList = ["大学", "学院", "银行"]

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
        // Most names have no such word anywhere behind them, and the lexicon need not be asked.
        guard endings.isFound(in: text, position..<min(position + 43, text.count)) else { return false }
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
        return !recognizer.isCoded(place)
    }

    private static let ports: WordList = ["国际机场", "机场", "港年", "港“", "港口"]

    /// 兰州中川国际机场, 宁波舟山港: what is told of an airport or a port is told of that, not of the place it is called after.
    func isPartOfPort(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        guard mention.form == .short else { return false }
        let ports = ReadingTools.ports
        var position = mention.range.upperBound
        while position < text.count, position - mention.range.upperBound <= 18 {
            if ports.begins(in: text, at: position) { return true }
            let (scalar, length) = text.scalar(at: position)
            guard classes[scalar] == .other, scalar != "在", scalar != "的" else { return false }
            position += length
        }
        return false
    }

    /// 青岛恒川轨道配件有限公司, 瑞康生物（青岛）：: a short name in that of a firm.
    private func isOfFirm(_ mention: PlaceMention, _ text: Span<UInt8>) -> Bool {
        if isBracketed(mention, text) { return true }
        var position = mention.range.upperBound
        // 浙江|这家电子公司: one that is there
        if text.has("这", at: position) { return false }
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
}
