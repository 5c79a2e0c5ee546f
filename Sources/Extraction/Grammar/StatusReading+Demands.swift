import Facts
import Scanning
import Units

/// How people tell of what is to come without a word of planning: what a meeting asks for, what somebody has in mind, what is
/// to be added, what is forecast.
extension SentenceReader {
    /// Whether a word before a figure tells so.
    func tellsOfWill(
        _ position: Int, of index: Int, _ reading: borrowing QuantityReading, _ text: Span<UInt8>
    ) -> Bool {
        let place = places[index]
        return isDemanded(by: position, before: place, text) && !isPrice(reading)
            || isInMind(position, before: place, text)
            || isToBeAdded(by: position, before: place, text) && !isPrice(reading)
            || isForecast(by: position, before: place, text)
            || isStillNeeded(position, before: place, text)
    }

    /// What the words begin with that tell so, or that are asked for beside them: most words of a sentence begin otherwise, and
    /// are asked once.
    static let willWords = WordList(
        joining: [askings, decisions, pledges, thoughts, addings, estimates, needs])
    private static let addings: WordList = ["再", "先", "规划", "确保"]

    /// 居民按每平方米10元出资 in a plan: a price that its sentence begins with is in force, or comes to be with it. One behind what is
    /// planned, and what is paid to have people do something, is planned as that is.
    func isPriceAlone(of index: Int, _ reading: borrowing QuantityReading, _ text: Span<UInt8>) -> Bool {
        index == 0 && isPrice(reading)
            && !tokens[..<places[index]].contains { $0.kind == .word && text.has("鼓励", at: $0.start) }
    }

    /// 每户补助300元 is in force, whatever is planned.
    private func isPrice(_ reading: borrowing QuantityReading) -> Bool {
        reading.per != nil && unitDimension(of: reading.quantity) == .money
    }

    private static let askings: WordList = ["要求", "强调", "部署", "明确", "提出"]
    private static let decisions: WordList = ["决定", "答应", "承诺", "允诺", "许诺", "说好"]
    private static let issuers: WordList = [
        "会议", "会上", "会", "方案", "通知", "规划", "计划", "意见", "纪要", "文件", "书记", "主任", "区长", "市长", "镇长", "乡长", "县长", "局长", "部长",
        "负责人", "街道", "区里", "市里", "镇里", "街道办", "办事处", "工委", "党委", "政府", "居委会", "社区", "领导",
        "部门", "指挥部", "防指", "领导小组", "应急办", "防汛办", "文明办", "创建办", "整治办", "专班", "局",
    ]

    /// 会议强调，新建书屋10家; 会议决定从公益金中安排260万元; 书记要求，再备50人机动队: what a meeting, a body or its head asks for or settles.
    private func isDemanded(by position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        // 要求对登记在册的58处隐患点再过一遍: what there is
        let tellsWhich =
            tokens[place - 1].has(.de) && place > 1
            && SentenceReader.onRecord.ends(in: text, at: tokens[place - 2].end)
        guard !tellsWhich, opensDemand(position, before: place, text) else { return false }
        let isVowed = text.has("承诺", at: tokens[position].start)
        return !(position..<place).contains {
            let token = tokens[$0]
            // 要求值守人员由现在的8人增至14人: the time behind 由 is the first level's
            if token.isTime, $0 > 0, tokens[$0 - 1].has(.from) || tokens[$0 - 1].has(.comparison) { return false }
            // 承诺每年拿出租金的3%: a promise that is kept year by year; 书记强调，辖区有12个小区 asks for nothing
            // 再|过一遍筛子: no 过 of the past
            if token.has(.aspect), $0 > 0, text.has("再", at: tokens[$0 - 1].start) { return false }
            return tellsOfWhatIs(token, text) || text.has("每", at: token.start) && isVowed
                || token.has(.stock) && text.has("有", at: token.start)
        }
    }

    private static let found: WordList = [
        "发现", "收到", "收集", "接到", "受理", "查处", "查出", "现有", "仍有", "共有", "尚有", "还有", "拥有", "存在",
    ]

    /// Whether a word tells what is, or has come about.
    func tellsOfWhatIs(_ token: Token, _ text: Span<UInt8>) -> Bool {
        if case .time(let number) = token.kind { return tellsOfThePast(times[number]) || isNow(token) }
        return token.has(.done) || token.has(.aspect) || token.has(.sum)
            || token.kind == .word && SentenceReader.found.begins(in: text, at: token.start)
    }

    private static let onRecord: WordList = ["在册", "登记", "现有", "已有", "既有", "在建"]
    private static let pledges: WordList = ["军令状", "责任状"]

    /// 立下“军令状”：…: whether a pledge is named and told behind a mark.
    private func opensPledge(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        guard SentenceReader.pledges.contains(tokens[position].start..<tokens[position].end, of: text) else {
            return false
        }
        let next = position + 1 < place && tokens[position + 1].isMark(.closeQuote) ? position + 2 : position + 1
        return next < place && tokens[next].isMark(.clauseEnd)
    }

    private func opensDemand(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        if opensPledge(position, before: place, text) { return true }
        guard token.kind == .word, token.end - token.start == 6, position + 1 < place else { return false }
        let next = tokens[position + 1]
        let closes = next.isMark(.clauseEnd)
        if SentenceReader.askings.begins(in: text, at: token.start) {
            // 区里要求再备50人机动队; but 要求商户清理30余处 tells what was done
            let asksDirectly =
                text.has("要求", at: token.start) && !text.has("每", at: next.start)
                && (next.wordClass == .adverb || phrases.isVerbal(next))
            return (closes || asksDirectly) && isSaid(by: position, text)
        }
        guard SentenceReader.decisions.begins(in: text, at: token.start), !isLongPast(position, text),
            isSettled(by: position, text)
        else { return false }
        return
            (closes || next.wordClass == .adverb || next.wordClass == .preposition || next.isTime
            || next.wordClass == .time
            || phrases.isVerbal(next)) && !next.has(.de)
            && (position == 0 || !tokens[position - 1].has(.de) && tokens[position - 1].wordClass != .preposition)
    }

    private static let givenWords: WordList = ["答应", "许诺", "说好"]
    /// 居民都说好, 没答应: what is praised or refused.
    private static let noWords: WordList = ["不", "没", "没有", "未", "都", "人人", "纷纷", "起初", "连连"]
    /// Who settles what is to be done, or promises it.
    private static let settlers: WordList = [
        "会议", "会上", "大会", "街道", "社区", "工委", "党委", "支部", "居委会", "业委会", "村委会", "办事处", "公司", "企业", "物业", "村", "镇", "区里",
        "市里",
        "负责人", "书记", "主任", "方案",
    ]
    /// What is done by the decision itself.
    private static let performed: WordList = ["授予", "表彰", "取消", "批准", "同意", "任命", "上调", "下调", "提请", "追授", "撤销"]

    /// 会议决定安排260万元, 年初承诺办好10件; but 作出表彰决定，授予30人称号 and 央行决定上调利率 tell of what is done by it.
    private func isSettled(by position: Int, _ text: Span<UInt8>) -> Bool {
        if tokens[(position + 1)...].prefix(8).contains(where: {
            SentenceReader.performed.contains($0.start..<$0.end, of: text)
        }) {
            return false
        }
        // 蛋糕房答应往后再送两次: whoever gives his word
        if SentenceReader.givenWords.contains(tokens[position].start..<tokens[position].end, of: text) {
            return !SentenceReader.noWords.ends(in: text, at: tokens[position].start)
                && !(text.has("说好", at: tokens[position].start) && tokens[position + 1].isMark(.clauseEnd))
        }
        var index = position - 1
        while index >= 0, tokens[index].wordClass == .adverb || tokens[index].isTime { index -= 1 }
        guard index >= 0, !tokens[index].endsClause else { return !text.has("决定", at: tokens[position].start) }
        return SentenceReader.settlers.ends(in: text, at: tokens[index].end) || tokens[index].wordClass == .person
    }

    private static let rates: WordList = ["每天", "每日", "每周", "每月", "每晚", "每季", "每年", "每半"]
    /// Words that end with 局 and are no office: 产业布局明确.
    private static let noOffices: WordList = ["布局", "格局", "大局", "全局", "结局", "棋局", "开局"]
    private static let pastYears: WordList = ["去年", "前年"]

    /// 去年，街道决定改造6处: what was settled a year ago is done, or told of as such.
    private func isLongPast(_ position: Int, _ text: Span<UInt8>) -> Bool {
        tokens[..<position].contains { $0.isTime && SentenceReader.pastYears.begins(in: text, at: $0.start) }
    }

    /// Whether the one who asks stands before a word of asking: 会议还强调, 街道党工委书记李强要求; 责任明确 tells how things are.
    private func isSaid(by position: Int, _ text: Span<UInt8>) -> Bool {
        var index = position - 1
        while index >= 0, tokens[index].wordClass == .adverb || tokens[index].wordClass == .conjunction { index -= 1 }
        guard index >= 0 else { return false }
        if tokens[index].endsClause { return !text.has("明确", at: tokens[position].start) }
        // 按要求，每个小区组建不少于10人的小队: what holds for each
        if text.has("要求", at: tokens[position].start), position + 2 < tokens.count,
            text.has("每", at: tokens[position + 2].start), text.has("按", before: tokens[index].end),
            // 按要求，每天消杀2次: what is done day by day
            !SentenceReader.rates.begins(in: text, at: tokens[position + 2].start)
        {
            return true
        }
        // 我要求：一是…: who speaks to those that are to do it
        if text.has("我", at: tokens[index].start), text.has("要求", at: tokens[position].start) { return true }
        guard
            SentenceReader.issuers.ends(in: text, at: tokens[index].end)
                && !SentenceReader.noOffices.ends(in: text, at: tokens[index].end)
                || tokens[index].wordClass == .person
        else { return false }
        // 按照街道要求，…: what guides a doing
        return !tokens[clauseStart(of: position)..<position].contains {
            $0.wordClass == .preposition && !text.has("在", at: $0.start)
        }
    }

    /// 会议要求，每个社区组建5人小分队；入户检查300户: whether what is asked for goes on behind a semicolon.
    func isOfDemand(over semicolon: Int, _ place: Int, _ text: Span<UInt8>) -> Bool {
        guard semicolon + 1 < place, !tokens[semicolon..<place].contains(where: { tellsOfWhatIs($0, text) }) else {
            return false
        }
        return (0..<semicolon).contains {
            opensDemand($0, before: place, text)
                && (SentenceReader.askings.begins(in: text, at: tokens[$0].start)
                    || opensPledge($0, before: place, text))
        }
    }

    private static let thoughts: WordList = [
        "考虑", "初步考虑", "初步打算", "谋划", "酝酿", "有意", "有意向", "想", "还想", "希望", "盼着", "盘算", "琢磨着", "研究",
    ]
    private static let wished: WordList = ["再", "把", "在", "每", "给", "为", "将", "拿出", "对", "先"]

    /// 街道考虑增设车位30个, 初步考虑每单补3元, 我还想再拉10家店: what somebody has in mind, in the same clause.
    private func isInMind(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        guard token.kind == .word, position + 1 < place,
            SentenceReader.thoughts.contains(token.start..<token.end, of: text),
            // 目前已谋划实施项目12个
            position == 0 || !tokens[position - 1].has(.done)
        else { return false }
        let next = tokens[position + 1]
        guard next.kind == .word,
            phrases.isVerbal(next) && !next.has(.to) || SentenceReader.wished.begins(in: text, at: next.start)
        else { return false }
        // 研究把送餐纳入补贴; but 研究解决问题30个 tells what was done
        if text.has("研究", at: token.start), !text.has("把", at: next.start) { return false }
        // 想把队伍发展到50人以上 has a level in mind, 想到30个点子 has had them
        let turns = text.has("把", at: next.start)
        return !tokens[position..<place].contains {
            $0.endsClause || $0.has(.aspect) || $0.has(.done) || !turns && text.has("到", at: $0.start)
        }
    }

    private static let needs: WordList = ["还得", "还需", "还须", "尚需", "仍需", "还需要", "仍需要"]

    /// 下半年还需完成16亿元, 今年已争取到7400万元，区里还得拿出3100万元: what has still to come, in a time that is not over. 报销后仍需自付9000元
    /// tells how things are.
    private func isStillNeeded(_ position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        guard token.kind == .word, position + 1 < place,
            SentenceReader.needs.contains(token.start..<token.end, of: text)
                || text.has("还得", at: token.start) && tokens[position + 1].end == token.start + 6,
            !tokens[position..<place].contains(where: { $0.endsClause || $0.has(.aspect) || $0.has(.done) }),
            let time = tokens[..<position].last(where: \.isTime), case .time(let number) = time.kind
        else { return false }
        return isNotOver(times[number], text)
    }

    private static let noAdditions: WordList = ["再就业", "再次", "再度", "再获", "再现", "再创", "再生", "再三", "再说", "再夺", "再传"]

    /// 去年已建成2处，今年再建3处; 今年先建4个: 再 and 先 tell, in a time that is not over, of what is to be done, as 又 does of what is done.
    private func isToBeAdded(by position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        guard token.kind == .word, place - position < 12 else { return false }
        let isAgain = text.has("再", at: token.start) && !SentenceReader.noAdditions.begins(in: text, at: token.start)
        guard isAgain || text.has("先", at: token.start) && token.end - token.start == 3 else { return false }
        if token.end - token.start == 3 {
            // 今年先把1200个车位落下去
            let takes = position + 2 == place && text.has("把", at: tokens[position + 1].start)
            // 再向沿河社区增派泵车5辆: to whom may stand between
            guard takes || addsSomething(behind: position, before: place, text) else { return false }
        } else if token.end - token.start != 6 || !phrases.isVerbal(token) {
            return false
        }
        if tokens[clauseStart(of: position)..<place].contains(where: { $0.has(.aspect) || text.has("又", at: $0.start) })
        {
            return false
        }
        // 再建3处，总面积4500平方米: how big that is; but 再建3处，接待500人 tells of something else
        let clause = clauseStart(of: place)
        if clause > position, tokens[clause..<place].contains(where: { !phrases.isNominal($0) && !$0.isBound }) {
            return false
        }
        // 还能再报10台, 年产值能再添3000万元: what can come; 老人还可再减3元 is in force
        if isAgain,
            tokens[clauseStart(of: position)..<position].contains(where: {
                $0.has(.able) && text.has("能", before: $0.end)
            })
        {
            return true
        }
        // What begins the sentence, or the clause, is the time of both; 2026年要改造12处，争取三季度开工；食堂再开3家: or of the whole.
        guard let last = tokens[..<position].last(where: \.isTime), case .time(let number) = last.kind else {
            return false
        }
        if isNotOver(times[number], text) { return true }
        guard let first = tokens[..<position].first(where: \.isTime), case .time(let opener) = first.kind, isAgain,
            !tellsOfThePast(times[number])
        else { return false }
        return isNotOver(times[opener], text)
    }

    /// 再建3处, 再向沿河社区增派泵车5辆: whether a verb stands behind 再, or to whom and a verb.
    private func addsSomething(behind position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        guard position + 1 < place,
            let verb = tokens[(position + 1)..<place].first(where: { $0.wordClass != .preposition })
        else { return false }
        let isAdded =
            tokens[position + 1].wordClass == .preposition
            ? tokens[(position + 1)..<place].contains { phrases.isVerbal($0) } : phrases.isVerbal(verb)
        return isAdded && !text.has("就业", at: verb.start)
    }

    private static let running: WordList = ["今年", "下半年", "年内", "明年"]
    /// Times that are over though they end with 前, as whole words and behind how long ago it is.
    private static let bygones: WordList = ["目前", "日前", "此前", "以前", "之前", "从前", "不久前", "前不久"]
    private static let ago: WordList = ["年前", "月前", "周前", "天前", "久前"]

    /// Whether a time is one that still runs, or the end of one: 今年, 本月, 下半年, 国庆前. Who writes without a date says 今年 of the year
    /// that runs, too.
    func isNotOver(_ time: TimeExpression, _ text: Span<UInt8>) -> Bool {
        guard time.kind == .period || time.kind == .present else { return false }
        if let published, let to = time.to { return to > published.advanced(byDays: 3) }
        if time.to == nil, text.has("前", before: time.end) {
            return !SentenceReader.bygones.contains(time.start..<time.end, of: text)
                && !(time.end - time.start > 6 && SentenceReader.ago.ends(in: text, at: time.end))
        }
        return published == nil
            ? SentenceReader.running.begins(in: text, at: time.start) : text.has("今年", at: time.start)
    }

    private static let norms: WordList = ["不得少于", "不得低于", "不得小于"]
    /// What asks for a level, and may count what has been done: 转移群众不少于37户.
    private static let floors: WordList = ["不少于", "不低于", "不小于"]
    private static let wages: WordList = ["月薪", "年薪", "工资", "薪", "待遇"]

    /// 单店面积不得小于80平方米, 化解率不低于90%: what is asked for is no less; but 每周上门不少于2次 is a rule that stands.
    func isNorm(_ place: Int, _ text: Span<UInt8>) -> Bool {
        let bound = tokens[place].start
        guard case .quantity(let number) = tokens[place].kind else { return false }
        let isRate = unitDimension(of: quantities[number]) == .ratio
        guard
            SentenceReader.norms.begins(in: text, at: bound) || SentenceReader.norms.ends(in: text, at: bound)
                || isRate
                    && (SentenceReader.floors.begins(in: text, at: bound)
                        || SentenceReader.floors.ends(in: text, at: bound))
        else { return false }
        if place + 1 < tokens.count, tokens[place + 1].has(.de) { return false }
        return !tokens[clauseStart(of: place)..<place].contains {
            tellsOfWhatIs($0, text) || $0.has(.changes) || text.has("每", at: $0.start)
                || $0.kind == .word && SentenceReader.wages.begins(in: text, at: $0.start)
        }
    }

    private static let forecasts: WordList = ["预测", "预报"]
    private static let estimates: WordList = ["预报", "估计", "估算", "测算", "推算", "预测", "预估", "预判", "研判"]
    private static let abilities: WordList = ["可", "能", "将", "会", "有望", "或"]

    /// 日均客流估计达21万人次, 据测算，每年可节约12万千瓦时, 文旅部门预测，日均销售额在40万元以上: what is forecast. 损失估计30万元 is no forecast.
    private func isForecast(by position: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        let token = tokens[position]
        guard token.kind == .word, SentenceReader.estimates.begins(in: text, at: token.start), position + 1 < place,
            !tokens[position..<place].contains(where: { tellsOfWhatIs($0, text) || $0.has(.de) })
        else { return false }
        let next = tokens[position + 1]
        // 报告预测今年经济增长5.2%: what somebody forecasts of a time to come; but 较1月预测上调0.4个百分点
        if text.has("预测", at: token.start), next.isTime || next.has(.placeName),
            !tokens[clauseStart(of: position)..<position].contains(where: { $0.has(.comparison) })
        {
            return true
        }
        if SentenceReader.forecasts.begins(in: text, at: token.start), next.isMark(.clauseEnd) { return true }
        if next.has(.reach), text.has("估计", at: token.start), !next.has(.stock) { return true }
        return tokens[(position + 1)..<place].contains { word in
            word.kind == .word && SentenceReader.abilities.begins(in: text, at: word.start)
                && word.end - word.start <= 6
        }
    }

    private static let drafts: WordList = ["方案", "规划", "计划", "蓝图", "设计图", "目标", "任务", "时间表", "路线图"]
    private static let accounts: WordList = ["完成", "情况", "进展", "落实", "实现"]
    private static let approvals: WordList = [
        "通过", "敲定", "出炉", "获批", "定下", "定了", "明确", "公布", "出台", "确定", "提出", "显示", "如下", "分解",
    ]

    /// 扩容方案本月初通过评审：向南延伸280米: behind the colon stands what a plan that was passed is going to do.
    func isOfPassedPlan(_ colon: Int, before place: Int, _ text: Span<UInt8>) -> Bool {
        guard isColon(tokens[colon], text), colon + 1 < place else { return false }
        let start = clauseStart(of: colon)
        if tokens[start..<colon].contains(where: { SentenceReader.accounts.begins(in: text, at: $0.start) }) {
            return false
        }
        guard
            let plan = (start..<colon).first(where: {
                tokens[$0].kind == .word && SentenceReader.drafts.ends(in: text, at: tokens[$0].end)
            })
        else { return false }
        return (plan + 1..<colon).contains { SentenceReader.approvals.begins(in: text, at: tokens[$0].start) }
            && !tokens[colon..<place].contains { tellsOfWhatIs($0, text) }
    }
}
