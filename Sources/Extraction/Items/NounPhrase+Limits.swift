import Facts
import Scanning

/// Where the noun phrase behind a quantity ends: before what those counted do, are like, or have of the next figure.
extension NounPhrases {
    /// The words collected behind a quantity without those that belong to the predicate, and what is asked of them.
    private struct Named {
        let whole: Range<Int>
        /// Where the words behind the quantity begin.
        let first: Int
        let countsPeople: Bool
        let isObject: Bool
        let countsEvents: Bool

        var start: Int { whole.lowerBound }
        /// No phrase: nothing that is counted is named.
        var nothing: Range<Int> { first..<first }
    }

    /// The part of the words collected behind a quantity that names what is counted, or an empty phrase.
    ///
    /// - Parameter first: where the words behind the quantity begin.
    /// - Parameter countsPeople: whether the measure word is one of people.
    /// - Parameter isObject: whether a verb stands before the quantity, whose object the phrase is.
    /// - Parameter countsEvents: whether the measure word is one of events: 场, 次.
    func own(
        _ collected: Range<Int>, behind first: Int, countsPeople: Bool, isObject: Bool, countsEvents: Bool
    ) -> Range<Int> {
        // 300份《致全体业主的倡议书》
        if let first = collected.first, tokens[first].isMark(.openQuote), closing(of: first) == collected.last {
            return collected
        }
        if let lone = ownOfLoneWord(collected, behind: first) { return lone }
        let start = collected.lowerBound
        let whole = start..<headed(start..<strippedPredicate(collected, isObject: isObject))
        let named = Named(
            whole: whole, first: first, countsPeople: countsPeople, isObject: isObject, countsEvents: countsEvents)
        return beforeState(named, collectedUpTo: collected.upperBound) ?? beforeNextFigure(named)
            ?? beforeWhatBecame(named) ?? beforeSize(named) ?? beforeDoing(named) ?? behindClause(named)
            ?? (countsPeople ? nil : siteOfWorks(whole)) ?? whole
    }

    /// 3个|老旧小区|改造, 2条|背街小巷|综合整治: the place that the measure word counts, before what is done to it.
    private func siteOfWorks(_ collected: Range<Int>) -> Range<Int>? {
        guard collected.count > 1, let works = collected.last, isDoing(works), isVerbal(tokens[works]),
            tokens[works].kinds.contains(.handling) || scalars(tokens[works]) == 4, !tokens[works].has(.abstract),
            !collected.contains(where: { tokens[$0].isMark(.pause) || tokens[$0].has(.and) || tokens[$0].has(.de) })
        else { return nil }
        var end = works
        while end > collected.lowerBound + 1, [.attributive, .adjective].contains(tokens[end - 1].wordClass) {
            end -= 1
        }
        let site = tokens[end - 1]
        guard site.wordClass == .noun, !site.kinds.isDisjoint(with: [.site, .road, .facility]),
            // 8个院落|消防站建设: the measure word counts the wider place
            !tokens[collected.lowerBound..<end - 1].contains(where: { !$0.kinds.isDisjoint(with: [.site, .facility]) })
        else { return nil }
        return collected.lowerBound..<end
    }

    /// A word alone, before what tells whether it is a doing that is counted or one of those counted: 3次|免费理发, 有5个|规划成坡顶.
    private func ownOfLoneWord(_ collected: Range<Int>, behind first: Int) -> Range<Int>? {
        let (start, high) = (collected.lowerBound, collected.upperBound)
        if high == start + 1, tokens[start].wordClass == .attributive, high < tokens.count,
            tokens[high].wordClass == .verb, tokens[high].roles.isDisjoint(with: [.reach, .stock, .plan]),
            closes(at: high + 1)
        {
            // 换了3次免费理发: a doing that is told apart is what is counted.
            return start..<(high + 1)
        }
        if high == start + 1, tokens[start].wordClass == .adjective, scalars(tokens[start]) == 1, high < tokens.count,
            tokens[high].kind == .word, tokens[high].wordClass == .verb
        {
            // 18.6万元|全|花在车棚上: how it is done
            return first..<first
        }
        if high == start + 1, isVerbal(tokens[start]) || tokens[start].wordClass == .verbalNoun, high < tokens.count,
            tokens[high].has(.arrive) || tokens[high].has(.aspect) && scalars(tokens[high]) == 1
        {
            // 由3支发展到11支, 有5个规划成坡顶
            return first..<first
        }
        return nil
    }

    /// What those counted are like, where they are or what was done to them: 老旧楼院|拆除后, 残疾人|家中, 其中两人|伤势较重.
    private func beforeState(_ named: Named, collectedUpTo high: Int) -> Range<Int>? {
        let (whole, start) = (named.whole, named.start)
        if whole.count == 1, [.attributive, .adjective].contains(tokens[start].wordClass), high < tokens.count,
            tokens[high].has(.reach) || tokens[high].has(.stock), scalars(tokens[high]) == 1
        {
            // 9件主要为窨井盖维修
            return named.nothing
        }
        if whole.count > 1, whole.upperBound < tokens.count,
            tokens[whole.upperBound].endsClause || tokens[whole.upperBound].wordClass == .locative,
            tokens[start].wordClass == .adjective, whole.dropFirst().allSatisfy({ isVerbal(tokens[$0]) })
        {
            // 经过3个小时紧张救援，…: what was done, and nothing that is counted
            return named.nothing
        }
        if whole.count > 1, let last = whole.last, isDoing(last), last + 1 < tokens.count,
            tokens[last + 1].kinds.contains(.moment), isNominal(tokens[last - 1])
        {
            // 2个老旧楼院|拆除|后: what was done to them
            return start..<last
        }
        if whole.count > 1, let last = whole.last, tokens[last].kinds.contains(.home), isNominal(tokens[last - 1]) {
            // 走进3户残疾人|家中: where those are who are counted
            return start..<last
        }
        if named.countsPeople, whole.count == 1,
            tokens[start].wordClass == .idiom && closes(at: start + 1)
                || tokens[start].kinds.contains(.condition) && !closes(at: start + 1)
                || tokens[start].kinds.contains(.attending) && closes(at: start + 1)
        {
            // 130多人枕戈待旦, 其中两人伤势较重, 代表200人与会
            return named.nothing
        }
        return nil
    }

    /// What they get, and what is of the next figure: 2条通道|加装护栏120米, 3所小学|在校学生4200余名.
    private func beforeNextFigure(_ named: Named) -> Range<Int>? {
        let (whole, start) = (named.whole, named.start)
        if !named.isObject, whole.count > 2, whole.upperBound < tokens.count, tokens[whole.upperBound].isQuantity,
            let verb = whole.dropFirst().dropLast().last(where: { tokens[$0].kinds.contains(.handling) }),
            isVerbal(tokens[verb]), tokens[verb + 1].wordClass == .noun,
            tokens[verb + 1].roles.isDisjoint(with: [.abstract, .bound, .magnitude])
        {
            // 2条通道|加装护栏120米: what is done to them takes the next figure's thing
            return start..<verb
        }
        if named.countsPeople, whole.count == 2, tokens[start].wordClass == .attributive, closes(at: whole.upperBound),
            tokens[start + 1].wordClass == .verbalNoun, !tokens[start + 1].has(.abstract),
            tokens[start].roles.isSubset(of: .manner)
        {
            // 老人200余名|免费体检: what they get, where no noun tells who they are
            return named.nothing
        }
        if let last = whole.last, whole.count > 1, isDoing(last), !tokens[last].has(.magnitude),
            !tokens[last].has(.agent),
            last + 1 < tokens.count, tokens[last + 1].isQuantity, named.first > 1,
            case let opener = tokens[max(0, named.first - 2)], opener.has(.recipient) || opener.has(.toward)
        {
            // 为16家企业|授信1.4亿元: what is done for them has a figure of its own
            return start..<last
        }
        if let high = sizeStart(of: whole, countsPeople: named.countsPeople) { return start..<high }
        if !named.countsPeople, whole.count > 1, let last = whole.last, tokens[last].has(.human),
            last + 1 < tokens.count,
            tokens[last + 1].isQuantity
                // 三支巡逻队|队员共有45人
                || !tokens[last + 1].roles.isDisjoint(with: [.sum, .stock]) && last + 2 < tokens.count
                    && tokens[last + 2].isQuantity,
            tokens[start].wordClass == .noun, !tokens[start].has(.human),
            scalars(tokens[start]) > 1
        {
            // 3所小学|在校学生4200余名: the people are of the next figure.
            return start..<(start + 1)
        }
        return nil
    }

    /// What became of them, or what those counted do with other things: 3件工单|超期, 12个小区|面貌焕然一新, 40多位居民|自带工具铲雪.
    private func beforeWhatBecame(_ named: Named) -> Range<Int>? {
        let (whole, start) = (named.whole, named.start)
        if whole.count == 2, named.first > 1, tokens[named.first - 2].has(.stock), let last = whole.last,
            tokens[last].wordClass == .verb
                // but 有12起|噪音投诉: a doing is what such words count
                || tokens[last].wordClass == .verbalNoun && !tokens[last].has(.abstract) && !named.countsEvents,
            tokens[start].wordClass == .noun, closes(at: last + 1),
            !tokens[last].has(.transitive)
        {
            // 有3件工单超期
            return start..<last
        }
        if !named.countsPeople, named.isObject, whole.count == 3, tokens[start].kinds.contains(.ground),
            closes(at: whole.upperBound),
            isVerbal(tokens[start + 1]), tokens[start + 1].kinds.contains(.handling),
            tokens[start + 2].wordClass == .noun, !tokens[start + 2].has(.abstract), !tokens[start + 2].has(.bound),
            tokens[start + 2].kinds.isDisjoint(with: [.post, .facility, .paper, .event])
        {
            // 流转200亩土地|种植芍药: what is done with it
            return start..<(start + 1)
        }
        if whole.count > 1, let last = whole.last, tokens[last].kinds.contains(.condition), last + 1 < tokens.count,
            [.verb, .idiom, .adjective].contains(tokens[last + 1].wordClass)
        {
            // 12个小区|面貌焕然一新
            return start..<last
        }
        if whole.count >= 2, let last = whole.last, tokens[last].wordClass == .idiom,
            [.noun, .place].contains(tokens[last - 1].wordClass), closes(at: last + 1)
        {
            // 3间教室灯火通明
            return start..<last
        }
        if named.countsPeople, let people = whole.dropLast().first(where: { tokens[$0].has(.human) }),
            tokens[people + 1].wordClass == .verb || managesThings(people + 1, upTo: whole.upperBound)
                || tokens[people + 1].has(.magnitude) && people + 2 == whole.upperBound
        {
            // 40多位居民自带工具铲雪, 6名员工工资: what they do or get
            return start..<(people + 1)
        }
        return nil
    }

    /// A size or a rate that changes or is told: 9家企业|产值下滑, 其中3家|降幅超过20%.
    private func beforeSize(_ named: Named) -> Range<Int>? {
        let (whole, start) = (named.whole, named.start)
        if whole.count > 1, let last = whole.last, tokens[last].has(.magnitude), changes(behind: last) {
            // 9家企业产值下滑, 24个行业利润同比增长; 3家电信企业业务总量增长: of those who do the business
            let owner = whole.dropLast().dropFirst().last { tokens[$0].has(.doer) && tokens[$0].has(.agent) }
            return start..<(owner.map { $0 + 1 } ?? last)
        }
        if whole.count == 1, tokens[start].has(.rate), start + 1 < tokens.count,
            tokens[start + 1].has(.over) || tokens[start + 1].has(.under) || tokens[start + 1].has(.reach)
        {
            // 其中3家降幅超过20%
            return named.nothing
        }
        return nil
    }

    /// What people do, or what is done for them, with how it is done: 52名妇女|居家就业, 860名环卫工人|免费体检.
    private func beforeDoing(_ named: Named) -> Range<Int>? {
        let (whole, start) = (named.whole, named.start)
        guard named.countsPeople, whole.count > 1 else { return nil }
        // 52名妇女居家就业: what the people do is no part of who they are.
        var high = whole.upperBound
        while high > start + 1,
            isVerbal(tokens[high - 1]) || tokens[high - 1].has(.manner) || tokens[high - 1].wordClass == .idiom
        { high -= 1 }
        if high < whole.upperBound, tokens[high - 1].wordClass == .noun { return start..<high }
        // 860名环卫工人免费体检: and what is done for them, with how it is done
        if whole.count > 2, let doing = whole.last, isDoing(doing), !tokens[doing].has(.abstract),
            [.attributive, .adjective].contains(tokens[doing - 1].wordClass), tokens[doing - 2].has(.human)
        {
            return start..<(doing - 1)
        }
        return nil
    }

    /// The noun behind a clause or a second word with 的: 身体好、热心肠的|退休党员, 优秀的|退役的军人.
    private func behindClause(_ named: Named) -> Range<Int>? {
        let (whole, start) = (named.whole, named.start)
        let particles = whole.filter { tokens[$0].has(.de) }
        if named.countsPeople, particles.count > 1, particles[particles.count - 2] + 1 < whole.upperBound {
            // 3名优秀的退役的军人: of two words with 的 the nearer says what they are
            return (particles[particles.count - 2] + 1)..<whole.upperBound
        }
        // 身体好、热心肠的退休党员, 时速120公里的班列: a clause before 的 is left out.
        if let de = whole.last(where: { tokens[$0].has(.de) }), de + 1 < whole.upperBound,
            // 行动不便的老人: a short one belongs to them
            tokens[start..<de].contains(where: { $0.isMark(.pause) })
                || scalars(of: start..<de) > 4,
            tokens[start..<de].contains(where: {
                $0.isMark(.pause) || $0.wordClass == .adjective || $0.wordClass == .idiom || $0.wordClass == .verb
            })
        {
            return (de + 1)..<whole.upperBound
        }
        return nil
    }

    /// Whether a size grows or shrinks behind its name, with 同比 or an adverb at most between.
    private func changes(behind size: Int) -> Bool {
        var next = size + 1
        while next < tokens.count, next - size < 4, tokens[next].wordClass == .adverb { next += 1 }
        return next < tokens.count && !tokens[next].roles.isDisjoint(with: .changes)
    }

    /// 40名楼长|管理楼院: whether a noun of doing behind people has an object of its own at the clause's end.
    private func managesThings(_ doing: Int, upTo end: Int) -> Bool {
        guard tokens[doing].wordClass == .verbalNoun, tokens[doing].has(.transitive), doing + 1 < end, closes(at: end)
        else { return false }
        let thing = tokens[end - 1]
        // 12名少年|服务居民; but 12名老人服务志愿者 ends in those whose trade it is
        return thing.wordClass == .noun && !thing.has(.abstract) && !thing.has(.bound)
            && (!thing.has(.human) || doing + 2 == end)
            && !thing.has(.magnitude) && !tokens[end - 1].kinds.contains(.post)
    }

    /// Where a size or rate begins at the end of a phrase that is of the next figure: 7名员工|工资2.9万元, 3个小区|收缴率不到六成,
    /// 5个在建项目|总投资完成12.7亿元, 43个小区|分类设施覆盖率达到100%.
    private func sizeStart(of whole: Range<Int>, countsPeople: Bool) -> Int? {
        guard whole.count >= 2, let last = whole.last, last + 1 < tokens.count else { return nil }
        let (size, next) = (tokens[last], tokens[last + 1])
        if size.has(.magnitude) || size.has(.attribute) || size.has(.rate), next.isQuantity { return last }
        // 6个小区|收缴率85%
        if size.wordClass == .suffix, size.has(.bound), next.isQuantity, whole.count >= 3, isVerbal(tokens[last - 1]) {
            return last - 1
        }
        // Of things the first noun is counted, and all that follows is of the rate.
        if !countsPeople, size.has(.bound), next.has(.reach), whole.count >= 3 { return whole.lowerBound + 1 }
        var links: WordRoles = [.reach, .over, .under, .gap]
        if !countsPeople { links.formUnion([.light, .sum]) }
        guard size.has(.magnitude) || size.has(.bound) || !countsPeople && size.has(.attribute), next.has(links),
            last + 2 < tokens.count,
            tokens[last + 2].isQuantity
        else { return nil }
        var high = last
        while high > whole.lowerBound + 1,
            isVerbal(tokens[high - 1])
                // 5个停车场|总占地面积共计1.2万平方米
                || !countsPeople && [.attributive, .adjective, .verbalNoun, .verb].contains(tokens[high - 1].wordClass)
        { high -= 1 }
        return high
    }

    /// 6项措施|便利境外公民, 5个市|PM2.5浓度…: some nouns are whole where a predicate or another subject follows them.
    private func headed(_ range: Range<Int>) -> Int {
        guard range.count > 1 else { return range.upperBound }
        let first = tokens[range.lowerBound]
        if first.has(.whole) { return range.lowerBound + 1 }
        return range.upperBound
    }

    /// Adjectives and adverb-like words before the predicate belong to it.
    private func strippedPredicate(_ range: Range<Int>, isObject: Bool) -> Int {
        var high = range.upperBound
        // 由7名同志|组成
        if high > range.lowerBound + 1, closes(at: high), tokens[high - 1].has(.stock),
            [.verb, .verbalNoun, .noun].contains(tokens[high - 1].wordClass)
        {
            return high - 1
        }
        // 11名居民|组成“议事会”, 6个街道|试点“时间银行”
        if high > range.lowerBound + 1, high < tokens.count, tokens[high].isMark(.openQuote),
            tokens[high - 1].has(.stock) || isVerbal(tokens[high - 1]),
            tokens[high - 2].has(.human) || tokens[high - 2].has(.doer) || tokens[high - 2].has(.agent)
                || tokens[high - 2].isMark(.closeQuote)
        {
            return high - 1
        }
        // 九成店铺|营业至晚上11点
        if high > range.lowerBound + 1, high < tokens.count, tokens[high].has(.arrive), isDoing(high - 1) {
            return high - 1
        }
        // 800平方米办公用房|改造为日间照料中心, 6000平方米地块|规划为停车场
        if high > range.lowerBound + 1, high < tokens.count, tokens[high].has(.become) || tokens[high].has(.recipient),
            scalars(tokens[high]) == 1, tokens[high - 1].wordClass == .verbalNoun,
            tokens[high - 1].has(.transitive) || tokens[high - 1].kinds.contains(.design)
        {
            return high - 1
        }
        // 1公斤旧报纸|记|10分, 9个节目|连|演两个多小时: a character before a figure or a verb is of the predicate
        if high > range.lowerBound + 1, high < tokens.count, scalars(tokens[high - 1]) == 1,
            tokens[high - 1].kind == .word, tokens[high - 2].kind == .word, scalars(tokens[high - 2]) > 1,
            tokens[high].isQuantity && tokens[high - 1].kinds.contains(.worth)
                || tokens[high].wordClass == .verb && tokens[high - 1].kinds.contains(.linking)
        {
            return high - 1
        }
        // 26名未参保人员|参保: a word that goes before a noun ends none
        if closes(at: high), high > range.lowerBound + 1, tokens[high - 1].wordClass == .attributive,
            tokens[high - 2].wordClass == .noun
        {
            return high - 1
        }
        // 节目|全|由居民自编, 空房子|闲|了十年: one character before 由 or 了 is of the predicate
        if high > range.lowerBound + 1, high < tokens.count, tokens[high - 1].kind == .word,
            scalars(tokens[high - 1]) == 1,
            tokens[high].wordClass == .preposition && tokens[high - 1].wordClass == .adjective
                || tokens[high].has(.aspect) && scalars(tokens[high]) == 1 && scalars(tokens[high - 2]) > 1
        {
            return high - 1
        }
        // 14家单位|整改完毕: what was brought to its end; 锦旗|整齐地挂着
        while high > range.lowerBound + 1, high < tokens.count,
            tokens[high].kinds.contains(.finishing) && isDoing(high - 1) || tokens[high].kinds.contains(.adverbial)
        { high -= 1 }
        // 9家药店|正常营业: with no verb before the figure, one at the clause's end is what they do.
        if !isObject, high > range.lowerBound + 2, closes(at: high), isDoing(high - 1),
            tokens[high - 2].wordClass == .adjective, tokens[high - 3].wordClass == .noun
        {
            return high - 2
        }
        while high > range.lowerBound + 1, high < tokens.count,
            tokens[high - 1].wordClass == .attributive || tokens[high - 1].wordClass == .adjective,
            // 76名院坝|长|分片包户
            !tokens[high - 1].kinds.contains(.personEnd),
            // 五个方面通俗易懂: adjectives in a row are the predicate
            [.verb, .verbalNoun, .adjective].contains(tokens[high].wordClass)
                // 7个问题|主要集中在…
                || tokens[high].wordClass == .adverb && tokens[high].roles.isEmpty && high + 1 < tokens.count
                    && [.preposition, .verb].contains(tokens[high + 1].wordClass)
        {
            high -= 1
        }
        return high
    }
}
