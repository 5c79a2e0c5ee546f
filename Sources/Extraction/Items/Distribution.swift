import Facts
import Scanning
import Units

/// Figures handed out to a list: `A、B、C分别为1、2、3`.
extension SentenceReader {
    /// What the clause before counts in one list of so many members, in one unit; nil where it does not.
    private func listed(_ known: [QuantityReading], _ count: Int, before position: Int) -> [String]? {
        guard known.count >= count, known.count <= places.count else { return nil }
        let list = known.suffix(count)
        let first = known.count - count
        let units = Set(list.map { unit($0.quantity)?.name ?? "" })
        guard units.count == 1, !units.contains(""), list.allSatisfy({ $0.change == .none && !$0.item.isEmpty }),
            Set(list.map(\.item)).count == count,
            !tokens[places[first]..<places[known.count - 1]].contains(where: \.endsClause),
            tokens[places[known.count - 1]..<position].filter(\.endsClause).count == 1,
            first == 0 || tokens[places[first - 1]..<places[first]].contains(where: \.endsClause)
        else { return nil }
        return list.map(\.item)
    }

    /// 栽植乔木3.2万株、灌木15万株，已完成2.1万株、9.8万株: figures in a row behind a verb alone, as many as the clause before counts
    /// things in the same unit.
    private func listedAgain(at index: Int, left: Int, floor: Int, _ known: [QuantityReading]) -> [String]? {
        guard left > floor, known.count > 1, phrases.isVerbal(tokens[left]),
            known[known.count - 1].rule != "item.distributed",
            let name = unit(quantities[index])?.name, known.last.flatMap({ unit($0.quantity)?.name }) == name,
            case let following = listLength(from: index), following > 1,
            quantities[index..<(index + following)].allSatisfy({ unit($0)?.name == name }),
            phrases.closes(at: places[index + following - 1] + 1)
        else { return nil }
        var start = left
        while start > floor, phrases.isVerbal(tokens[start - 1]) || isLeadIn(tokens[start - 1]) { start -= 1 }
        guard start > 0, tokens[start - 1].endsClause else { return nil }
        return listed(known, following, before: start)
    }

    /// 知晓率、参与率分别达到98%和92%，较上季度提高1.5个和3个百分点: the changes of those that levels were handed out to.
    private func changesHandedOut(at index: Int, _ known: [QuantityReading]) -> [String]? {
        guard case let verb = places[index] - 1, verb > 0, tokens[verb].has(.increase) || tokens[verb].has(.decrease),
            case let following = listLength(from: index), following > 1, known.count >= following,
            // 1.5个和3个百分点
            let measure = unitDimension(of: quantities[index + following - 1]),
            SentenceReader.measures.contains(measure),
            case let levels = known.suffix(following),
            levels.allSatisfy({ $0.rule == "item.distributed" && $0.change == .none }),
            Set(levels.map(\.item)).count == following
        else { return nil }
        return levels.map(\.item)
    }

    /// How many figures stand in a row from one on, with no more than a 、 or 和 and a qualifier between.
    private func listLength(from index: Int) -> Int {
        var following = 1
        while index + following < quantities.count {
            let between = tokens[(places[index + following - 1] + 1)..<places[index + following]]
            guard between.count <= 2,
                between.allSatisfy({
                    $0.isMark(.pause) || $0.has(.and) || $0.has(.increase) || $0.has(.decrease) || $0.has(.over)
                        || $0.has(.under)
                })
            else { break }
            following += 1
        }
        return following
    }

    /// 新增就业1126人，再就业402人，分别完成年度任务的102.4%、100.5%: the whole that each of the shares in a row is taken of.
    private func wholeHandedOut(at index: Int, left: Int, floor: Int) -> Range<Int>? {
        guard left > 0, left < places[index], tokens[left].has(.de),
            SentenceReader.measures.contains(unitDimension(of: quantities[index]) ?? .count)
        else { return nil }
        var mark = left - 1
        while mark >= floor, left - mark <= 5, !tokens[mark].endsClause, !tokens[mark].has(.distribute) { mark -= 1 }
        guard mark >= floor, tokens[mark].has(.distribute) else { return nil }
        // 分别占建议、提案总数的94.8%和95%: each of its own whole
        if tokens[mark..<left].contains(where: { $0.has(.share) }) { return left..<left }
        return phrases.left(endingAt: left, floor: floor, style: .rate).modifier
    }

    /// The items of the quantities from `index` on, where 分别 hands them out.
    func distribution(
        at index: Int, left: Int, floor: Int, known: [QuantityReading], _ text: Span<UInt8>
    ) -> [String]? {
        let isMoney = unitDimension(of: quantities[index]) == .money
        if isMoney, let allowances = allowancesHandedOut(at: index, listLength(from: index), text) { return allowances }
        let isSaid = saysEach(between: left, and: places[index], text)
        // 一等奖1名、二等奖2名，分别|奖励2000元、1000元: behind 分别 a verb of all of them
        let isDoneToEach =
            !isSaid && left > 0 && left < places[index] && tokens[left - 1].has(.distribute)
            && phrases.isVerbal(tokens[left])
        guard isSaid || isDoneToEach else {
            if let whole = wholeHandedOut(at: index, left: left, floor: floor) {
                return sharesOfWhole(whole, at: index, left: left, floor: floor, known, text)
            }
            return sharesHandedOut(at: index, left: left, floor: floor, text) ?? changesHandedOut(at: index, known)
                ?? listedAgain(at: index, left: left, floor: floor, known)
        }
        let following = listLength(from: index)
        guard following >= 2 else { return nil }
        let verb = isDoneToEach && isMoney ? text.string(ofDocument: tokens[left].start..<tokens[left].end) : ""
        let measures = SentenceReader.measures.contains(unitDimension(of: quantities[index]) ?? .count)
        let list = verb.isEmpty ? listNamed(at: index, left: left, floor: floor, measures: measures, text) : 0..<0
        let phrase = wholeList(list, floor: floor, following)
        var members = members(of: phrase)
        if members.count > following, following > 2,
            case let closer = self.members(of: phrase, splitsAtAnd: false), closer.count == following
        {
            // 汽车及零配件、船舶、电工器材出口: 及 joins closer than 、
            members = closer
        }
        if phrase.isEmpty, verb.isEmpty, known.count >= following,
            known.suffix(following).allSatisfy({ $0.rule == "item.distributed" })
        {
            // A、B、C产值分别为…，同比分别增长…: the same things again
            return known.suffix(following).map(\.item)
        }
        guard members.count == 1 else { return handedOut(members, following, text) }
        return handedOut(phrase, verb, measures: measures, following, known, text)
            ?? handedOut(members, following, text)
    }

    /// Whether 分别 stands between the phrase before a figure and the figure.
    private func saysEach(between left: Int, and place: Int, _ text: Span<UInt8>) -> Bool {
        var position = place - 1
        while position > left, position >= 0 {
            if tokens[position].has(.distribute),
                text.string(ofDocument: tokens[position].start..<tokens[position].end) == "分别"
            {
                return true
            }
            position -= 1
        }
        return false
    }

    /// 产值42亿元、出口1.8亿美元，分别占…: what was counted before, each with the share that is handed out to it.
    private func sharesOfWhole(
        _ whole: Range<Int>, at index: Int, left: Int, floor: Int, _ known: [QuantityReading], _ text: Span<UInt8>
    ) -> [String]? {
        let following = listLength(from: index)
        if let parts = partsTaking(before: left, floor: floor, following, text) { return parts }
        let told = known.suffix(following)
        guard following > 1, told.count == following, Set(told.map(\.item)).count == following,
            told.allSatisfy({ !$0.item.isEmpty }),
            let measure = told.first.flatMap({ unit($0.quantity)?.dimension }),
            // 产值42亿元、出口1.8亿美元，分别占…
            told.allSatisfy({ unit($0.quantity)?.dimension == measure }),
            measure == .money || Set(told.map { unit($0.quantity)?.name }).count == 1,
            // Of three that were counted nobody knows which two.
            known.dropLast(following).last.map({
                unit($0.quantity)?.dimension != measure
                    || measure != .money
                        && unit($0.quantity)?.name != told.first.flatMap { unit($0.quantity)?.name }
            }) ?? true
        else { return nil }
        let shared = text.string(of: tokens[whole].filter { !$0.has(.light) && !$0.has(.distribute) }[...])
        let rate = isDoneOfGoal(whole, text) ? "完成率" : ""
        return told.map { $0.item + shared + rate }
    }

    /// The list right before 分别, or the one that the clause before ends with: 点单最多的是外墙保温、上下水和停车，分别占….
    private func listNamed(
        at index: Int, left: Int, floor: Int, measures: Bool, _ text: Span<UInt8>
    ) -> Range<Int> {
        var phrase =
            left >= floor
            ? phrases.left(endingAt: left, floor: floor, style: measures ? .rate : .count).item : 0..<0
        var clause = left
        while clause > floor, tokens[clause].isTime { clause -= 1 }
        if phrase.isEmpty, clause > 1, tokens[clause].endsClause, clause > floor,
            index == 0 || places[index - 1] < clause
        {
            // 点单最多的是外墙保温、上下水和停车，分别占88%、74%和69%: the list that the clause before ends with
            let list = phrases.left(endingAt: clause - 1, floor: floor, style: .count).item
            // 三个社区的空置率，年初分别是18%、21%、15%
            let isRate = measures && list.last.map { text.has("率", before: tokens[$0].end) } ?? false
            if isRate || list.contains(where: { tokens[$0].isMark(.pause) || tokens[$0].has(.and) }) { phrase = list }
        }
        if measures, let partner = tradeWith(phrase, floor: floor, text) { phrase = partner }
        // 产销量分别完成128万辆、126万辆: 分别 is no part of what it hands out
        while let last = phrase.last, tokens[last].has(.distribute) { phrase.removeLast() }
        return phrase
    }

    /// One size or rate handed out to those that were counted before, or to twins in its own name: 占比分别为70.6%、4.4%; 产销量分别完成….
    private func handedOut(
        _ phrase: Range<Int>, _ verb: String, measures: Bool, _ following: Int, _ known: [QuantityReading],
        _ text: Span<UInt8>
    ) -> [String]? {
        if phrase.allSatisfy({ tokens[$0].has(.magnitude) || tokens[$0].has(.bound) }), known.count >= following {
            // 热线11204件、来访702件，占比分别为70.6%、4.4%: handed out to what was counted before.
            let shared = text.string(of: tokens[phrase]) + verb
            return known.suffix(following).map { $0.item + shared }
        }
        guard let last = phrase.last else { return nil }
        let shared = phrases.string(phrase, text: text)
        if measures, text.has("率", before: tokens[last].end),
            let listed = listed(known, following, before: phrase.lowerBound)
        {
            // 食堂12个、照料中心9个，覆盖率分别达85%和70%: to each of the list that the clause before counts
            return listed.map { $0 + shared }
        }
        if phrase.count == 1, tokens[last].has(.member),
            let bodies = bodiesListed(known, following, before: phrase.lowerBound, text)
        {
            return bodies.map { SentenceReader.joined($0, shared) }
        }
        if following == 2, let twins = SentenceReader.twins(in: shared) { return twins }
        return Array(repeating: shared, count: following)
    }

    /// 护学队伍, 清雪队伍 of 组建护学、清雪两支队伍，成员分别为…: the bodies that stand in a list before how many they are.
    private func bodiesListed(
        _ known: [QuantityReading], _ count: Int, before position: Int, _ text: Span<UInt8>
    ) -> [String]? {
        guard let last = known.last, known.count <= places.count, last.quantity.value == Number(count),
            case let place = places[known.count - 1], place < position, place > 1, let body = last.phrase?.last,
            body > place, SentenceReader.troops.ends(in: text, at: tokens[body].end),
            case let before = tokens[..<place].suffix(NounPhrases.longest),
            let forming = before.lastIndex(where: {
                $0.endsClause || SentenceReader.bodyFormings.contains($0.start..<$0.end, of: text)
            }), !tokens[forming].endsClause, case let listed = members(of: (forming + 1)..<place), listed.count == count
        else { return nil }
        let head = phrases.string(body..<(body + 1), text: text)
        return listed.map { words in
            words.map { text.string(ofDocument: tokens[$0].start..<tokens[$0].end) }.joined() + head
        }
    }

    /// The members of a list, by their tokens; a quotation or a bracket is never split.
    private func members(of phrase: Range<Int>, splitsAtAnd: Bool = true) -> [[Int]] {
        var members: [[Int]] = [[]]
        var depth = 0
        for token in phrase {
            if tokens[token].isMark(.openQuote) || tokens[token].isMark(.openBracket) { depth += 1 }
            if tokens[token].isMark(.closeQuote) || tokens[token].isMark(.closeBracket) { depth -= 1 }
            if depth == 0, tokens[token].isMark(.pause) || splitsAtAnd && tokens[token].has(.and) {
                members.append([])
            } else {
                members[members.count - 1].append(token)
            }
        }
        return members
    }

    /// 老年人、儿童、残疾人|的数量, 纪检、组织、宣传|干部: a phrase with the members of its list that stand before it, where it holds
    /// fewer than there are figures.
    private func wholeList(_ phrase: Range<Int>, floor: Int, _ following: Int) -> Range<Int> {
        func isSeparator(_ index: Int) -> Bool { tokens[index].isMark(.pause) || tokens[index].has(.and) }
        func memberStart(endingAt end: Int) -> Int {
            var start = end
            while start > floor, end - start < 6, tokens[start - 1].kind == .word, !isSeparator(start - 1),
                tokens[start - 1].wordClass != .preposition,
                tokens[start - 1].roles.isDisjoint(with: [.stock, .causative])
            { start -= 1 }
            return start
        }
        var members = phrase.filter(isSeparator).count + 1
        guard !phrase.isEmpty, members < following else { return phrase }
        // 完工量、新|接订单量: the phrase may begin within a member
        var low = memberStart(endingAt: phrase.lowerBound)
        while members < following, low - 1 > floor, isSeparator(low - 1) {
            let start = memberStart(endingAt: low - 1)
            guard start < low - 1 else { return phrase }
            low = start
            members += 1
        }
        return members == following ? low..<phrase.upperBound : phrase
    }

    /// 造船完工量、新接订单量分别占全球的55.7%、74.1%: the list before 分别, each member of which takes a share of the same whole.
    private func partsTaking(before left: Int, floor: Int, _ following: Int, _ text: Span<UInt8>) -> [String]? {
        guard following > 1,
            let mark = (max(floor, left - 5)..<left).last(where: { tokens[$0].has(.distribute) }),
            mark > floor, mark + 1 < left, tokens[mark + 1].has(.share)
        else { return nil }
        let list = phrases.left(endingAt: mark - 1, floor: floor, style: .rate).item
        guard list.upperBound == mark else { return nil }
        return handedOut(members(of: wholeList(list, floor: floor, following)), following, text)
    }

    /// 质量、售后和价格分别占比28%、18%、15%: the list before 分别, or at the head of the clause before it, with the word for a share.
    private func sharesHandedOut(at index: Int, left: Int, floor: Int, _ text: Span<UInt8>) -> [String]? {
        guard left > floor, tokens[left].has(.magnitude), tokens[left - 1].has(.distribute),
            text.has("占比", at: tokens[left].start), case let following = listLength(from: index), following > 1
        else { return nil }
        var last = left - 2
        if last > floor, tokens[last].endsClause {
            // 服装、家电排在前三名，分别占比…
            var start = last - 1
            while start > floor, !tokens[start - 1].endsClause, !tokens[start - 1].isQuantity { start -= 1 }
            guard let pause = (start..<last).last(where: { tokens[$0].isMark(.pause) || tokens[$0].has(.and) }),
                let end = (pause + 1..<last).first(where: { tokens[$0].wordClass == .verb }), end > pause + 1
            else { return nil }
            last = end - 1
        }
        guard last >= floor else { return nil }
        let list = phrases.left(endingAt: last, floor: floor, style: .rate).item
        guard list.upperBound == last + 1 else { return nil }
        let share = text.string(ofDocument: tokens[left].start..<tokens[left].end)
        return handedOut(members(of: wholeList(list, floor: floor, following)), following, text)?.map { $0 + share }
    }

    /// The members of a list as names, each with the head that only the last one spells out; nil where there are not as many
    /// members as figures.
    private func handedOut(_ members: [[Int]], _ following: Int, _ text: Span<UInt8>) -> [String]? {
        guard members.count == following, !members.contains(where: \.isEmpty) else { return nil }
        // 邻里、家庭、物业纠纷: a head that only the last member spells out belongs to each.
        let shortest = members.dropLast().map(\.count).min() ?? 1
        let last = withoutKind(members[members.count - 1], text)
        var members = members
        members[members.count - 1] = last
        if let toward = last.firstIndex(where: { tokens[$0].has(.toward) }), toward > 0, shortest <= toward {
            // 法国、英国对我国投资: in whom each of them does it
            let head = last[toward...]
            return members.enumerated().map { offset, member in
                (offset == members.count - 1 ? last[...] : member + head)
                    .map { text.string(ofDocument: tokens[$0].start..<tokens[$0].end) }.joined()
            }
        }
        if let opener = members.first?.first, tokens[opener].has(.toward), members.count > 1 {
            // 对东盟、欧盟出口: 对 stands before each of them
            members[0].removeFirst()
            return handedOut(members, following, text)?.map {
                text.string(ofDocument: tokens[opener].start..<tokens[opener].end) + $0
            }
        }
        if members.count > 1, let ordinals = ordinals(members, last, text) { return ordinals }
        let named = last.prefix { tokens[$0].has(.placeName) }
        if members.count > 1, !named.isEmpty, named.count < last.count,
            members.dropLast().allSatisfy({ $0.allSatisfy { tokens[$0].has(.placeName) } })
        {
            // 东关街道、西关街道税收: whose each is, the place tells
            let shared = last[named.count...].map { text.string(ofDocument: tokens[$0].start..<tokens[$0].end) }
            return Array(repeating: shared.joined(), count: following)
        }
        // 养老、失业、工伤保险参保人数: a doing before the size belongs to each with it
        let holdsDoing =
            last.count > shortest + 1 && last.dropLast().dropFirst(shortest).contains { phrases.isVerbal(tokens[$0]) }
        if let size = last.last, last.count > 1, !holdsDoing, tokens[size].has(.magnitude) || tokens[size].has(.bound),
            !members.dropLast().contains(where: {
                tokens[$0[$0.count - 1]].has(.magnitude) || tokens[$0[$0.count - 1]].has(.bound)
            })
        {
            // 工程机械、汽车零部件产值: a size is that of each.
            // 城镇和农村|居民人均可支配收入: and so is whom it is an average of
            let average = last.indices.dropFirst(shortest).first { tokens[last[$0]].has(.average) }
            let from = average.map { $0 > shortest && tokens[last[$0 - 1]].has(.human) ? $0 - 1 : $0 }
            // 小学、初中、高中|在校生人数, 失业保险、工伤保险|参保人数: and so is who or what doing the size is of
            let owner = last.indices.dropLast().last.flatMap {
                $0 >= shortest && (tokens[last[$0]].has(.human) || tokens[last[$0]].wordClass == .verb) ? $0 : nil
            }
            let shared = (from ?? owner).map { Array(last[$0...]) } ?? [size]
            let head = shared.map { text.string(ofDocument: tokens[$0].start..<tokens[$0].end) }.joined()
            return members.map { member in
                let name = member.map { text.string(ofDocument: tokens[$0].start..<tokens[$0].end) }.joined()
                // 居民知晓率、参与|率: a word may hold the size already
                return name.hasSuffix(head) ? name : name + head
            }
        }
        // 项目数、投资额、受益户数分别…: each names its size itself.
        let areSizes = members.allSatisfy { member in
            member.last.map { SentenceReader.sizeEndings.ends(in: text, at: tokens[$0].end) } ?? false
        }
        let head = last.count > shortest && !areSizes ? Array(last.suffix(last.count - shortest)) : []
        return members.enumerated().map { offset, member in
            let whole = offset == members.count - 1 ? member : member + head
            return whole.map { text.string(ofDocument: tokens[$0].start..<tokens[$0].end) }.joined()
        }
    }

    /// 汽车产量, 汽车销量 of 汽车产销量: two names that one word holds.
    private static func twins(in shared: String) -> [String]? {
        guard let (whole, parts) = held.first(where: { shared.hasSuffix($0.key) }) else { return nil }
        let owner = shared.dropLast(whole.count)
        return parts.map { owner + $0 }
    }

    private static let held: KeyValuePairs = [
        "产销量": ["产量", "销量"], "产销": ["产量", "销量"], "进出口额": ["进口额", "出口额"], "进出口总额": ["进口总额", "出口总额"],
        "收支": ["收入", "支出"], "存贷款余额": ["存款余额", "贷款余额"], "出入境": ["出境", "入境"],
    ]

    /// 第一产业用电量, 第二产业用电量 of 第一、二产业用电量: all that stands behind the last ordinal is of each.
    private func ordinals(_ members: [[Int]], _ last: [Int], _ text: Span<UInt8>) -> [String]? {
        func name(_ member: [Int]) -> Substring {
            member.map { text.string(ofDocument: tokens[$0].start..<tokens[$0].end) }.joined()[...]
        }
        func isNumeral(_ character: Character) -> Bool { "第一二三四五六七八九十".contains(character) }
        guard let opener = members.first?.first, text.has("第", at: tokens[opener].start),
            members.dropLast().allSatisfy({ name($0).allSatisfy(isNumeral) }),
            case let whole = name(last), let first = whole.first, isNumeral(first),
            case let head = whole.drop(while: isNumeral), !head.isEmpty
        else { return nil }
        return members.enumerated().map { offset, member in
            let number = name(member).prefix(while: isNumeral)
            return (number.hasPrefix("第") ? "" : "第") + number + head
        }
    }

    private static let goods: WordList = ["产品", "商品", "设备", "货物", "物资", "农产品", "消费品"]

    /// 充电桩|产量 of 充电桩|等|产品|产量: the last member without what only says of which kind all of them are.
    private func withoutKind(_ member: [Int], _ text: Span<UInt8>) -> [Int] {
        guard let etc = member.firstIndex(where: { tokens[$0].has(.etc) }), etc > 0 else { return member }
        let behind = member[(etc + 1)...]
        let names = behind.prefix { SentenceReader.goods.contains(tokens[$0].start..<tokens[$0].end, of: text) }
        return Array(member[..<etc] + behind.dropFirst(names.count))
    }

    private static let sizeEndings: WordList = ["数", "额", "量", "率", "额度"]
}
