import Facts
import Scanning
import Units

/// Who a figure is of, where the noun right before it is of a thing that the measure word does not count, or names those who
/// get what was told before.
extension SentenceReader {
    /// Measure words of bodies, people and homes, and what the names of such end in.
    private static let counters: [(unit: String, names: WordList)] = [
        (
            "家",
            [
                "企业", "公司", "单位", "商户", "店", "铺", "馆", "场所", "机构", "超市", "市场", "商场", "酒店", "厂", "院", "户", "中心", "部门",
                "银行",
            ]
        ),
        ("所", ["学校", "小学", "中学", "高中", "幼儿园", "大学", "院", "校", "所", "园", "馆", "厕", "房", "中心"]),
        ("名", ["人", "员", "者", "民", "生", "工", "老人", "儿童", "居民", "户", "师", "兵"]),
    ]

    /// Words that say that it was done to so many of those that were counted.
    private static let fittingOut: WordList = [
        "安装", "加装", "配备", "配置", "签订", "签署", "设置", "设立", "发放", "建立", "新建", "悬挂", "张贴", "更换", "办理", "落实", "领取", "装",
        "签", "办",
    ]

    /// 餐饮单位183家，已安装净化设施171家: those who were counted in the same unit, where a verb of fitting out and a thing that no
    /// such measure word counts stand before a figure.
    func fittedOut(_ before: NounPhrases.Left, _ state: State, _ text: Span<UInt8>) -> QuantityReading? {
        guard let name = unit(state.reading.quantity)?.name,
            let counter = SentenceReader.counters.first(where: { $0.unit == name }), let last = before.item.last,
            before.item.upperBound == state.place || tokens[state.place - 1].kind == .word,
            let verb = before.predicate, verb < before.item.lowerBound,
            SentenceReader.fittingOut.contains(tokens[verb].start..<tokens[verb].end, of: text),
            tokens[last].kind == .word, tokens[last].wordClass == .noun,
            tokens[last].roles.isDisjoint(with: [.human, .agent, .doer, .body, .placeName, .member]),
            tokens[last].kinds.isDisjoint(with: [.site, .body]),
            !counter.names.ends(in: text, at: tokens[last].end)
        else { return nil }
        return state.facts.last { fact in
            unit(fact.quantity)?.name == name && fact.change == .none
                && (fact.phrase?.last).map({
                    counter.names.ends(in: text, at: tokens[$0].end) || tokens[$0].has(.human)
                })
                    ?? false
        }
    }

    /// What a sum is called by its last word, longest first.
    private static let sumNames = [
        "工资待遇", "低保金", "标准", "补贴", "补助", "津贴", "奖励", "奖金", "工资", "月薪", "年薪", "薪资", "收入", "租金", "保费", "分红", "补偿", "费用",
        "资金", "投资", "出资", "月租", "待遇", "费",
    ]

    /// 低保标准720元，特困人员1080元; 平均月薪5200元，技术岗达到8000元: the sum that was named before, as that of those who stand before the
    /// next one.
    func sumShared(with before: NounPhrases.Left, _ state: State, _ text: Span<UInt8>) -> String? {
        guard unitDimension(of: state.reading.quantity) == .money, state.reading.change == .none,
            let last = before.item.last, tokens[last].kind == .word, before.item.count <= 4,
            tokens[last].has(.human) || tokens[last].has(.doer) || tokens[last].kinds.contains(.post),
            !tokens[last].has(.magnitude),
            before.predicate.map({ $0 > last && tokens[$0].has(.reach) }) ?? true,
            // 人均收入2.9万元，增长5.6%，农村居民1.9万元: a change between stands in no way
            let fact = state.facts.last(where: { $0.change == .none }),
            unitDimension(of: fact.quantity) == .money,
            let sum = SentenceReader.sumNames.first(where: { fact.item.hasSuffix($0) }),
            case let owner = phrases.string(before.item, text: text), !owner.hasSuffix(sum)
        else { return nil }
        // 居民|人均可支配收入
        if let average = fact.item.firstRange(of: "人均") { return owner + fact.item[average.lowerBound...] }
        return owner + sum
    }

    private static let coverings: WordList = ["覆盖", "惠及", "辐射", "涉及", "服务", "占用", "占据", "选取", "抽取", "抽查", "抽选"]

    /// 站点覆盖全市60%以上镇街: whether a verb of reaching out stands before a share, right behind which is what it is a share of.
    func covers(_ place: Int, _ right: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var verb = place - 1
        while verb > 0, place - verb < 5,
            tokens[verb].has(.placeName) || tokens[verb].has(.determiner) || tokens[verb].has(.over)
                || tokens[verb].has(.under) || tokens[verb].has(.about)
        { verb -= 1 }
        guard verb >= 0, tokens[verb].kind == .word,
            SentenceReader.coverings.contains(tokens[verb].start..<tokens[verb].end, of: text)
        else { return false }
        return phrases.closes(at: right.upperBound) || tokens[right.upperBound].isMark(.pause)
            || tokens[right.upperBound].has(.and)
            // 选取10%的小区|开展试点
            || tokens[right.upperBound].has(.empty)
    }

    private static let views: WordList = [
        "认为", "表示", "觉得", "希望", "愿意", "有", "没有", "赞成", "支持", "反对", "存在", "缺失", "缺少", "缺乏", "缺", "具备", "拥有", "关注", "选择",
    ]

    /// 35%的企业认为经营状态较好, 51%的企业表示有招工需求: what a share of those asked say or have tells which of them it is.
    func view(behind right: Range<Int>, _ text: Span<UInt8>) -> String? {
        var start = right.upperBound
        guard start < tokens.count, tokens[start].kind == .word,
            SentenceReader.views.contains(tokens[start].start..<tokens[start].end, of: text)
        else { return nil }
        if text.has("表示", at: tokens[start].start) { start += 1 }
        var end = start
        while end < tokens.count, tokens[end].kind == .word, !tokens[end].endsClause { end += 1 }
        guard end > start, phrases.closes(at: end) else { return nil }
        let view = text.string(of: tokens[start..<end])
        return view.unicodeScalars.count <= 14 ? view : nil
    }

    /// The body in quotation marks that so many people make up.
    func body(formedBehind place: Int, _ text: Span<UInt8>) -> String? {
        guard place + 2 < tokens.count, text.has("组成", at: tokens[place + 1].start),
            tokens[place + 2].isMark(.openQuote)
        else { return nil }
        let body = phrases.right(startingAt: place + 2)
        return body.isEmpty ? nil : phrases.string(body, text: text)
    }
}
