import Facts
import Scanning
import Units

/// Money: what a sum is for, and who pays it.
extension SentenceReader {
    /// What the words right behind a sum of money say that it is for: 老旧小区改造 of 改造老旧小区5个, 沟道整治 of 对沟道实施整治.
    private func purpose(behind place: Int, _ before: NounPhrases.Left, _ text: Span<UInt8>) -> String? {
        var index = place + 1
        if index + 1 < tokens.count, tokens[index].endsClause, !semicolons.contains(index),
            tokens[index + 1].kinds.contains(.fronting)
        {
            // 投资3160万元，对老旧供热管网进行改造; 投入资金42万元，把闲置锅炉房改成食堂
            index += 1
        }
        if index + 1 < tokens.count, tokens[index].endsClause, !semicolons.contains(index),
            let works = worksCarried(by: index + 1, text)
        {
            // 争取资金2300万元，完成4个老旧小区节能改造
            return works
        }
        if before.item.isEmpty, index + 1 < tokens.count, tokens[index].endsClause, !semicolons.contains(index),
            tokens[index + 1].kinds.contains(.handling), phrases.scalars(tokens[index + 1]) == 2
        {
            // 投入36万元，新建口袋公园2处
            index += 1
        }
        guard index < tokens.count, tokens[index].kind == .word else { return nil }
        if text.has("用于", at: tokens[index].start)
            || index == place + 1 && SentenceReader.supports.contains(tokens[index].start..<tokens[index].end, of: text)
        {
            return useOfMoney(behind: index, text)
        }
        if tokens[index].kinds.contains(.fronting) { return doingFronted(by: index, text) }
        if let works = worksCarried(by: index, text) { return works }
        // 投入资金12万元高标准建设驿站
        while index + 1 < tokens.count, tokens[index].kind == .word,
            [.adverb, .attributive, .adjective].contains(tokens[index].wordClass), phrases.isVerbal(tokens[index + 1])
        { index += 1 }
        if index + 1 < tokens.count, index == place + 1, tokens[index].wordClass == .verbalNoun,
            SentenceReader.sums.ends(in: text, at: tokens[index + 1].end), tokens[index + 1].kind == .word
        {
            // 投入4308万元运营|补贴保障低票价
            return text.string(of: tokens[index...(index + 1)])
        }
        guard phrases.isVerbal(tokens[index]), tokens[index].has(.transitive), !tokens[index].has(.light),
            index + 1 < tokens.count, !tokens[index + 1].has(.de), !tokens[index + 1].has(.bound)
        else { return nil }
        return workPaidFor(by: index, text)
    }

    /// 支持|综合货运枢纽建设, 用于|便民设施: what a sum is given for, with the doing that ends the clause.
    private func useOfMoney(behind index: Int, _ text: Span<UInt8>) -> String? {
        // 下达1.2亿元支持综合货运枢纽建设
        var use = phrases.right(startingAt: index + 1)
        // 支持戏曲|传承振兴
        while !use.isEmpty, use.upperBound < tokens.count, use.count < 6, phrases.isDoing(use.upperBound),
            tokens[use.upperBound..<min(use.upperBound + 3, tokens.count)].allSatisfy({
                $0.endsClause || $0.kind == .word && ($0.wordClass == .verb || $0.wordClass == .verbalNoun)
            })
        { use = use.lowerBound..<(use.upperBound + 1) }
        return use.isEmpty ? nil : phrases.string(use, text: text)
    }

    /// 打造|28处口袋公园, 建起|900平方米的法治小广场: what a verb behind a sum makes of it.
    private func workPaidFor(by index: Int, _ text: Span<UInt8>) -> String? {
        let verb = text.string(ofDocument: tokens[index].start..<tokens[index].end)
        var start = index + 1
        // 投资12万元建起900平方米的法治小广场
        if start + 1 < tokens.count, tokens[start].has(.aspect) { start += 1 }
        if start + 1 < tokens.count, tokens[start].isQuantity {
            // 打造28处口袋公园
            start += tokens[start + 1].has(.de) ? 2 : 1
        }
        var object = phrases.right(startingAt: start)
        if let last = object.last, last + 2 < tokens.count, tokens[last + 1].has(.de), tokens[last + 2].isQuantity {
            // 投入350万元改造河东片区的1.2公里背街: so much of it, behind where it is
            object = phrases.right(startingAt: last + 3)
        }
        guard let last = object.last, last + 1 == tokens.count || !tokens[last + 1].has(.de) else { return nil }
        let thing = phrases.string(object, text: text)
        if SentenceReader.sums.isEnding(of: thing) {
            // 给予5元就餐补贴, 获得8万元奖补资金: the verb tells which sum; 投入12万元发放补贴: or what is done with it
            return tokens[index].kinds.isDisjoint(with: [.handling, .raising]) && start == index + 1
                ? verb + thing : thing
        }
        // 投入1690万元办了18件实事: a verb of one character names nothing
        return phrases.scalars(tokens[index]) == 1 ? thing : thing + verb
    }

    /// 定南港扩容工程 of 投资50亿元的定南港扩容工程: what is built for a sum, up to the word for such a thing, where its first words
    /// make no phrase.
    func builtFor(_ place: Int, _ before: NounPhrases.Left, _ text: Span<UInt8>) -> String? {
        guard before.item.count == 1, let sum = before.item.first, sum + 1 == place || tokens[sum + 1].isBound,
            text.has("投资", before: tokens[sum].end), place + 2 < tokens.count, tokens[place + 1].has(.de)
        else { return nil }
        var last = place + 2
        while last < tokens.count, last - place < 12, tokens[last].kind == .word, !tokens[last].has(.de) {
            if SentenceReader.works.ends(in: text, at: tokens[last].end),
                last + 1 == tokens.count || !phrases.isNominal(tokens[last + 1]) || phrases.isVerbal(tokens[last + 1])
                    || tokens[last + 1].wordClass == .locative
            {
                return text.string(of: tokens[(place + 2)...last])
            }
            last += 1
        }
        return nil
    }

    private static let works: WordList = ["项目", "工程", "基地", "中心", "园区", "工厂", "电站", "枢纽", "产业园", "生产线", "铁路", "大桥"]

    /// Verbs of what money does for what they name.
    private static let supports: WordList = ["支持", "保障", "助力", "补助", "用作"]

    /// 河堤加固 of 实施河堤加固, 老旧小区节能改造 of 完成4个老旧小区节能改造: works that a verb which adds nothing to them carries, at the end
    /// of its clause.
    private func worksCarried(by verb: Int, _ text: Span<UInt8>) -> String? {
        guard verb + 1 < tokens.count, tokens[verb].has(.light), tokens[verb].kind == .word else { return nil }
        var end = verb + 1
        var start = end
        while end < tokens.count, end - verb < 12, !tokens[end].endsClause {
            // 完成3个小区的外墙保温改造
            if tokens[end].isQuantity || tokens[end].has(.de) { start = end + 1 }
            end += 1
        }
        guard end - 1 > start, phrases.isDoing(end - 1), tokens[end - 1].wordClass == .verbalNoun,
            !tokens[end - 1].has(.abstract),
            tokens[start..<end].allSatisfy({ $0.kind == .word && !$0.has(.light) }),
            phrases.scalars(of: start..<end) <= 10
        else { return nil }
        return text.string(of: tokens[start..<end])
    }

    /// Whether nothing but a verb of spending or a bare 资金 stands before a sum of money.
    private func spendsOnly(_ before: NounPhrases.Left, _ text: Span<UInt8>) -> Bool {
        if before.item.isEmpty { return before.verbs != nil }
        // 两部门累计下达120亿元支持…: whoever spends it, before the verb
        if let last = before.item.last, let verb = before.predicate ?? before.verbs?.first, verb > last,
            tokens[last].has(.agent) || tokens[last].has(.body) || tokens[last].has(.national)
        {
            return true
        }
        // 返乡青年李强投资60万元开办家庭农场: whoever spends it
        guard let only = before.item.last,
            before.item.count == 1
                || before.item.dropLast().contains(where: { tokens[$0].has(.human) || tokens[$0].wordClass == .person })
                || before.item.dropLast().allSatisfy({ tokens[$0].has(.agent) })
        else { return false }
        return tokens[only].has(.magnitude)
            && (["资", "资金", "投入"] as [StaticString]).contains { text.has($0, before: tokens[only].end) }
    }

    /// 投入236万元改造老旧小区, 列支20万元用于“以案定补”: takes what the money is for, where it stands behind the sum.
    func takePurpose(
        behind place: Int, _ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: inout State
    ) -> Bool {
        guard let purpose = purpose(behind: place, before, text), spendsOnly(before, text) else { return false }
        let verb = before.item.isEmpty ? before.verbs : before.item
        let fund = verb.map { phrases.string($0, text: text) }?.hasSuffix("投资") ?? false ? "投资" : "资金"
        state.reading.name(
            SentenceReader.sums.isEnding(of: purpose) ? purpose : purpose + fund, by: "item.fund",
            doubting: "the words behind the sum tell what the money is for")
        return true
    }

    /// Verbs of paying.
    static let payings: WordList = ["出", "交", "付", "掏", "花", "缴", "捐", "捐款", "凑", "自付", "自掏", "缴纳", "支付"]

    /// Verbs of putting money into something.
    static let investings: WordList = ["投资", "出资", "筹资", "垫资", "集资"]

    /// Those who pay.
    static let payers: WordList = ["个人", "家属", "公司", "企业", "社区", "街道", "单位"]

    /// What the names of sums of money end in.
    static let sums: WordList = ["费", "款", "金", "资", "钱", "税", "补贴", "津贴", "补助", "奖励", "收入", "支出"]

    /// The verb of paying behind who pays: 交 of 商户交了50元, 出 of 六楼每户出3.2万元. A sum pays nothing.
    func verbOfPaying(_ before: NounPhrases.Left, _ text: Span<UInt8>, _ state: State) -> Int? {
        guard let last = before.item.last, before.item.count <= 3, !tokens[last].has(.magnitude),
            !tokens[last].has(.attribute), !SentenceReader.sums.ends(in: text, at: tokens[last].end)
        else { return nil }
        func isPaying(_ index: Int) -> Bool {
            SentenceReader.payings.contains(tokens[index].start..<tokens[index].end, of: text)
        }
        if let verb = before.predicate ?? before.verbs?.first, verb > last, isPaying(verb) { return verb }
        // 每户 may part the verb from who pays.
        return state.reading.per == nil ? nil : (last + 1..<state.place).first(where: isPaying)
    }

    /// What is paid by the rate that 按 or 以 gives: the noun before it, where nothing but 每户, 每月 stands between it and the sum.
    func paidBy(_ place: Int, _ text: Span<UInt8>) -> Range<Int>? {
        var index = place - 1
        while index > 0, place - index < 7, !tokens[index].endsClause,
            !text.has("按", at: tokens[index].start) && !text.has("以", at: tokens[index].start)
        {
            guard
                text.has("每", at: tokens[index].start) || tokens[index].wordClass == .measure
                    || text.has("每", at: tokens[index - 1].start)
            else { return nil }
            index -= 1
        }
        guard index > 0, tokens[index].end - tokens[index].start == 3, tokens[index].wordClass == .preposition,
            SentenceReader.sums.ends(in: text, at: tokens[index - 1].end)
        else { return nil }
        let paid = phrases.left(endingAt: index - 1, floor: 0, style: .count).item
        return paid.isEmpty ? nil : paid
    }
}
