import Bulletins
import Scanning

/// Follows which sections of a document speak of plans: 三、下半年打算, a 工作要点 as a whole.
struct PlanDiscourse {
    /// Whether the document as a whole is a plan.
    private let document: Bool
    /// Whether the section that is read is one.
    private var section: Bool?
    /// How the line of its own began that told of what is to come.
    private var lineMark: UInt32?
    /// Whether the last label of the block that is read calls what stands behind it a target: 【目标】改造23个。【进展】….
    private var label: Bool?

    /// Whether the points that are read are those of a list which a plan announces: 今年计划实施12个项目。重点包括：1.…
    private var isListed = false
    /// The mark of the last point of that list, and whether the one before had it too.
    private var pointMark: UInt32?
    private var isMarkSettled = false
    /// Whether the article has told that a plan came out: 《三年行动方案》近日印发.
    private(set) var isIssued = false

    /// Words that make a document a plan by its headline.
    private static let planDocuments = WordList(documentWords)
    private static let documentWords: [StaticString] = [
        "工作要点", "工作计划", "工作方案", "实施方案", "行动方案", "行动计划", "工作安排", "打算", "目标任务", "工作目标", "工作思路", "发展目标", "主要目标", "任务目标",
        "倡议书", "活动方案", "预告", "计划分解", "任务分解", "工作部署", "的安排", "活动安排", "任务书", "任务单", "任务清单", "目标清单", "作战图",
    ]
    private static let planWords = WordList(
        // 冬修水利保来年丰收, 接下来的硬仗打赢了: two words that a heading of results may hold too
        documentWords + TimesToCome.stages + ["明年"] + TimesToCome.months + TimesToCome.weeks
            + ["今后", "下季度", "下半年打算", "工作预告"])
    private static let plans: WordList = ["计划", "方案", "规划"]
    private static let launches: WordList = [
        "启动", "发布", "出台", "印发", "公布", "推出", "实施", "推进", "开展", "解读", "助力", "落实", "完成", "推行", "执行", "“", "的", "，", " ",
        "！",
    ]
    /// What a list of works to be done is called: 2026年民生实事项目公示.
    private static let works: WordList = ["实事", "任务", "重点工作", "重点项目"]
    private static let lists: WordList = ["公示", "清单", "项目表", "任务表", "一览表", "候选", "公布", "出炉"]
    /// Sections of a notice that say whom and what it is about: 一、认证对象, 二、发放标准.
    private static let givens: WordList = ["对象", "标准", "范围", "条件", "依据"]
    /// 三、待遇; but 强化政策扶持 and 完善奖励机制 are to be done.
    private static let supports: WordList = ["待遇", "补贴", "奖励", "政策"]
    private static let strengthenings: WordList = ["强化", "完善", "落实", "加大", "健全", "优化", "兑现"]
    /// A notice of an activity that is to come: 关于开展…活动的通知.
    private static let notices: WordList = [
        "的通知", "通告", "的公告", "告知书", "招生公告", "招聘公告", "招募公告", "启事", "招生简章", "进行公示", "的公示",
    ]
    private static let activities: WordList = [
        "开展", "举办", "招募", "召开", "组织", "征集", "招生", "招聘", "报名", "拟", "计划", "改造",
        "关于做好", "关于抓好", "关于加强", "关于进一步", "关于切实", "关于扎实", "关于推进", "施工", "维修", "更换", "铺设", "停水", "停气", "停热", "封闭", "整修",
    ]
    /// A notice of what has come of something: 关于…完成情况的公示.
    private static let reports: WordList = ["情况", "进展", "结果", "成效"]
    private static let resultWords: WordList = [
        "底数", "家底", "总结", "完成情况", "进展", "现状", "基本情况", "概况", "回头看", "成效", "报告", "情况", "纪实", "回顾", "侧记",
    ]

    /// Labels of targets and of results.
    private static let targets = WordList(["目标", "任务", "计划", "打算", "安排"] + TimesToCome.stages)
    private static let demands: WordList = [
        "下半年要求", "下一步要求", "下步要求", "下阶段要求", "工作要求", "几点要求", "下半年重点", "明年重点", "下周看点", "下月看点", "明年看点",
    ]
    private static let outcomes: WordList = ["进展", "完成", "成效", "实绩", "结果", "现状", "进度"]

    /// What a line of its own says that announces what is to come.
    private static let comings = WordList(
        TimesToCome.nexts + TimesToCome.years + TimesToCome.months + TimesToCome.weeks + ["预告", "下一站", "下一场"])
    private static let running: WordList = ["今年", "新年", "新的一年", "新一年", "下半年", "本月", "这个月", "月"]
    private static let intended: WordList = [
        "打算", "想这样", "想干", "怎么干", "咋干", "咋办", "怎么办", "这样干", "这么干", "要办", "要做", "要干", "准备干", "目标", "安排", "新目标", "期待",
    ]
    /// How a line announces a list, that it is one of plans, and that it is none: 确定以下项目：.
    private static let followings: WordList = ["以下", "如下"]
    private static let resolves: WordList = ["确定", "拟定", "重点抓好", "重点做好", "拟实施", "计划实施", "将实施", "抓好"]
    private static let accounts: WordList = ["进展", "情况", "完成"]
    private static let measures: WordList = ["个", "人", "家", "%", "件", "次"]

    init(_ document: Document) {
        let text = document.text.span
        var planned =
            document.blocks.first { $0.kind == .headline }.map { PlanDiscourse.announces($0.range, text) } ?? false
        if !planned, document.articles.count <= 1, let title = document.title {
            // What stands over the text may be its number in a register.
            let bytes = Array(title.utf8)
            planned =
                PlanDiscourse.planDocuments.isFound(in: bytes.span, 0..<bytes.count)
                && !PlanDiscourse.resultWords.isFound(in: bytes.span, 0..<bytes.count)
        }
        self.document = planned
    }

    /// Whether a title is that of a plan, of a notice of what is to come, or of a list of works to be done.
    private static func announces(_ title: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let reportsResults = resultWords.isFound(in: text, title)
        // 老旧楼院改造计划; but 社区启动人才计划 is news
        let isPlan = plans.ends(in: text, at: title.upperBound) && !launches.isFound(in: text, title)
        return (isPlan || planDocuments.isFound(in: text, title)) && !reportsResults
            || notices.isFound(in: text, title) && activities.isFound(in: text, title)
                && !reports.isFound(in: text, title)
            || works.isFound(in: text, title) && lists.isFound(in: text, title) && !reportsResults
    }

    /// Whether a label says of the sentence that is read that it is of targets, or of results.
    var isLabelled: Bool { label != nil }

    var isPlanned: Bool { label ?? (isListed ? true : section ?? document) }

    /// Takes over what the label at the head of a sentence says of it and of those behind it: 【目标】, 年度目标：.
    ///
    /// - Parameters:
    ///   - firstClauseEnd: where the first mark stands that a label may end with.
    ///   - mayHoldTitle: whether a title may close in the sentence.
    mutating func enter(
        sentence: Range<Int>, firstClauseEnd: Int, mayHoldTitle: Bool, _ text: Span<UInt8>
    ) {
        if mayHoldTitle, !isIssued, tellsOfIssue(sentence, text) { isIssued = true }
        let isShort = firstClauseEnd - sentence.lowerBound <= PlanDiscourse.longestLabel
        guard
            let found = text.blackLabel(opening: sentence)
                ?? (isShort ? shortLabel(opening: sentence, text) : nil)
        else { return }
        if PlanDiscourse.demands.contains(found, of: text) {
            label = true
        } else if PlanDiscourse.outcomes.isFound(in: text, found) {
            label = false
        } else if PlanDiscourse.targets.isFound(in: text, found) {
            label = true
        }
    }

    /// No label before a colon is longer, in bytes.
    private static let longestLabel = 18

    private static let issues: WordList = [
        "印发", "出台", "近日印发", "近日出台", "近日发布", "近日公布", "日前印发", "日前出台", "日前发布", "正式印发", "正式出台", "正式发布", "已印发", "下发", "发布实施",
    ]
    private static let issued: WordList = ["方案》", "规划》", "计划》", "要点》"]

    /// 《老旧小区改造三年方案》近日印发。: whether a sentence tells that a plan came out.
    private func tellsOfIssue(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var end = sentence.lowerBound
        while let title = text.first("》", in: end..<sentence.upperBound) {
            end = title + 3
            if PlanDiscourse.issued.ends(in: text, at: end), PlanDiscourse.issues.begins(in: text, at: end) {
                return true
            }
        }
        return false
    }

    /// The few characters that a colon closes at the head of a sentence.
    private func shortLabel(opening sentence: Range<Int>, _ text: Span<UInt8>) -> Range<Int>? {
        var end = sentence.lowerBound
        while end < sentence.upperBound, end - sentence.lowerBound <= PlanDiscourse.longestLabel {
            let (scalar, length) = text.scalar(at: end)
            if scalar == "：" || scalar == ":" { return sentence.lowerBound..<end }
            end += length
        }
        return nil
    }

    mutating func enter(_ block: Block, _ text: Span<UInt8>) {
        if block.kind == .headline {
            isIssued = false
            lineMark = nil
        }
        label = block.kind == .paragraph && opensWithIntent(block, text) ? true : nil
        followList(block, text)
        if announcesPlans(block, text) {
            section = true
            return
        }
        switch block.kind {
        case .headline, .kicker: section = nil
        case .subheading:
            section = heading(block.range, text)
            if section != true, !holdsFigures(block.range, text) { followLine(block, text) }
        case .paragraph
        where block.range.count <= 60 && !text.has("。", before: block.range.upperBound)
            && !text.has("；", before: block.range.upperBound):
            // 04 明年，我们继续努力: a line of its own
            if isHeading(block.range, text) {
                section = heading(block.range, text)
            } else if !holdsFigures(block.range, text) {
                followLine(block, text)
            }
        case .paragraph:
            if let label = text.blackLabel(opening: block.range) {
                // 【下周安排】完成5处…: a label governs its own paragraph.
                section = PlanDiscourse.planWords.isFound(in: text, label) ? true : nil
                return
            }
            // 三、下半年打算。一是…: a heading that the paragraph runs on from.
            guard isHeading(block.range, text) else { return }
            var end = block.range.lowerBound
            while end < block.range.upperBound, end - block.range.lowerBound < 60, !text.has("。", at: end),
                !text.has("\n", at: end)
            {
                end += text.scalar(at: end).length
            }
            section = heading(block.range.lowerBound..<end, text)
        default: break
        }
    }

    /// ▍接下来？, ———— 今年想这样干 ————, 下期预告: a line of its own that tells of what is to come, up to the next that is marked as it
    /// is. “接下来咋办？” asks so in a story.
    private mutating func followLine(_ block: Block, _ text: Span<UInt8>) {
        let mark = text.scalar(at: block.range.lowerBound).value
        let tells =
            PlanDiscourse.comings.isFound(in: text, block.range)
            || PlanDiscourse.running.isFound(in: text, block.range)
                && PlanDiscourse.intended.isFound(in: text, block.range)
        if tells, mark != "“", !PlanDiscourse.resultWords.isFound(in: text, block.range) {
            section = true
            lineMark = mark
        } else if mark == lineMark, block.kind == .paragraph {
            section = nil
            lineMark = nil
        }
    }

    /// What a vow begins with: the year that runs too, which is to come as far as the vow goes, and a year in digits.
    private static let vowed = WordList(TimesToCome.nexts + TimesToCome.years + ["今年", "新的一年", "未来", "2"])
    private static let vows: WordList = ["我们将", "我们要", "我市将", "我区将", "我省将", "我县将"]

    /// 今年，我们将锚定…: a paragraph that begins with a time and what its people are going to do goes on with it.
    private func opensWithIntent(_ block: Block, _ text: Span<UInt8>) -> Bool {
        guard PlanDiscourse.vowed.begins(in: text, at: block.range.lowerBound) else { return false }
        let end = min(block.range.upperBound, block.range.lowerBound + 24)
        return (block.range.lowerBound..<end).contains { PlanDiscourse.vows.begins(in: text, at: $0) }
    }

    /// 确定以下项目：, 重点抓好以下工作：: what a list that follows is going to be.
    private func announcesPlans(_ block: Block, _ text: Span<UInt8>) -> Bool {
        guard block.kind == .paragraph,
            text.has("：", before: block.range.upperBound) || text.has(":", before: block.range.upperBound)
        else { return false }
        let start = max(block.range.lowerBound, block.range.upperBound - 90)
        var position = start
        while position < block.range.upperBound, text[position] & 0xC0 == 0x80 { position += 1 }
        let tail = position..<block.range.upperBound
        return PlanDiscourse.followings.isFound(in: text, tail)
            && PlanDiscourse.resolves.isFound(in: text, tail)
            && !PlanDiscourse.accounts.isFound(in: text, tail)
    }

    /// A list goes on through its points, up to one with another mark than two before it have: 👉加装扶手25组 👉新划车位300个 💬收到留言97条.
    private mutating func followList(_ block: Block, _ text: Span<UInt8>) {
        if isListed {
            let isPoint = block.isPoint(text) || Announcement.points.begins(in: text, at: block.range.lowerBound)
            let mark = block.mark(text)
            if !isPoint || isMarkSettled && mark != pointMark { isListed = false }
            isMarkSettled = mark == pointMark
            pointMark = mark
        }
        if announcesList(block, text) { (isListed, pointMark, isMarkSettled) = (true, nil, false) }
    }

    private static let undertakings: WordList = [
        "要办好", "要办成", "要办这", "要做这", "要干这", "要干", "准备做", "准备办", "打算办", "打算做", "将办好", "将办成", "拟办", "将实施", "要实施", "将重点",
        "要重点",
        "将抓好", "要抓好",
    ]

    private static let taskLists: WordList = ["任务书", "任务单", "任务清单", "目标清单", "作战图", "施工图", "路线图"]
    private static let issuings: WordList = [
        "晒出", "亮出", "领到", "领取", "领下", "列出", "公布", "发布", "定下", "下达", "出炉", "敲定", "排出", "画出", "绘出",
    ]

    /// 今年计划实施12个项目。重点包括：, 今年全区要办这8件事：, 街道晒出新一年的“任务书”。
    private func announcesList(_ block: Block, _ text: Span<UInt8>) -> Bool {
        let end = block.range.upperBound
        if block.kind == .paragraph, block.range.count < 360, PlanDiscourse.taskLists.isFound(in: text, block.range) {
            return PlanDiscourse.issuings.isFound(in: text, block.range)
                && !PlanDiscourse.resultWords.isFound(in: text, block.range)
        }
        if isCalledToWork(block, text) { return true }
        let isColon = text.has("：", before: end) || text.has(":", before: end)
        guard block.kind == .paragraph, isColon else { return false }
        // 现将2026年民生实事项目摘登如下：
        if PlanDiscourse.works.isFound(in: text, block.range),
            PlanDiscourse.followings.isFound(in: text, block.range),
            !PlanDiscourse.results.isFound(in: text, block.range),
            !PlanDiscourse.accounts.isFound(in: text, block.range)
        {
            return true
        }
        if PlanDiscourse.undertakings.isFound(in: text, block.range),
            !PlanDiscourse.results.isFound(in: text, block.range)
        {
            return true
        }
        guard text.has("包括：", before: end) else { return false }
        return PlanDiscourse.intents.isFound(in: text, block.range)
            && !PlanDiscourse.results.isFound(in: text, block.range)
    }

    private static let callings: WordList = ["要办", "要做", "要干", "这样干", "这么干", "这样办"]

    /// ⏳ 7月要办, 下个月怎么干: a short line of its own that says when something is going to be done.
    private func isCalledToWork(_ block: Block, _ text: Span<UInt8>) -> Bool {
        guard block.kind != .headline, block.range.count <= 45, !holdsFigures(block.range, text) else { return false }
        var end = block.range.upperBound
        for mark in ["：", ":", "！"] as [StaticString] where text.has(mark, before: end) {
            end -= mark.utf8CodeUnitCount
        }
        guard end - block.range.lowerBound > 6 else { return false }
        // 主要做法
        return PlanDiscourse.callings.ends(in: text, at: end, floor: block.range.lowerBound)
            && !text.has("主", before: end - 6)
    }

    /// What tells a list of plans from one of results in the line that announces it.
    private static let intents: WordList = ["计划", "将", "拟", "力争", "继续办好"]
    private static let results: WordList = ["已", "进展", "截至"]

    /// 三、…: a heading of the first order.
    private func isHeading(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let first = text.scalar(at: range.lowerBound)
        let mark = range.lowerBound + first.length
        return mark < range.upperBound && (NumberReader.hanDigit(first.value) != nil || first.value == "十")
            && text.has("、", at: mark)
    }

    private func holdsFigures(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        if PlanDiscourse.measures.isFound(in: text, range) { return true }
        // 30处, 200余株; but 2026年 and 7月 tell when
        return range.contains {
            (0x30...0x39).contains(text[$0]) && $0 + 1 < range.upperBound && !(0x30...0x39).contains(text[$0 + 1])
                && !PlanDiscourse.datings.begins(in: text, at: $0 + 1)
        }
    }

    private static let datings: WordList = ["年", "月", "日", "季度", "、", ".", "．", "️", "⃣", "—", "-", "至", "–", " "]

    private func heading(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool? {
        if PlanDiscourse.planWords.isFound(in: text, range) { return true }
        let isGiven =
            PlanDiscourse.resultWords.isFound(in: text, range)
            || (PlanDiscourse.givens.isFound(in: text, range)
                || PlanDiscourse.supports.isFound(in: text, range)
                    && !PlanDiscourse.strengthenings.isFound(in: text, range))
                && !PlanDiscourse.activities.isFound(in: text, range)
        return document && !isGiven ? nil : false
    }
}

extension Block {
    /// 1.…, （2）…, ③…, ●…: a point of a list.
    func isPoint(_ text: Span<UInt8>) -> Bool {
        let start = range.lowerBound
        let (first, length) = text.scalar(at: start)
        if text.has("——", at: start) { return true }
        if Block.isSymbol(first) { return true }
        if opensWithKeycap(text) { return true }
        let isBracketed = first == "（" || first == "("
        var position = isBracketed ? start + length : start
        while position < range.upperBound, position - start < 8, (0x30...0x39).contains(text[position]) {
            position += 1
        }
        guard position > start + (isBracketed ? length : 0), position < range.upperBound else { return false }
        return switch text.scalar(at: position).value {
        case ".", "．", "、", "）", ")": true
        default: false
        }
    }

    /// 1️⃣: whether a digit on a key stands at the head.
    func opensWithKeycap(_ text: Span<UInt8>) -> Bool {
        let start = range.lowerBound
        return range.count > 4 && (0x30...0x39).contains(text[start])
            && [0xFE0F, 0x20E3].contains(text.scalar(at: start + 1).value)
    }

    /// Numbers in circles, and the geometric shapes, stars, ticks, arrows and emoji that stand for them.
    static func isSymbol(_ scalar: UInt32) -> Bool {
        (0x2460...0x2473).contains(scalar) || (0x25A0...0x27BF).contains(scalar) || (0x2B00...0x2BFF).contains(scalar)
            || (0x23E9...0x23FF).contains(scalar) || (0x1F300...0x1FAFF).contains(scalar)
    }

    /// The mark of a point; all numbers are one.
    func mark(_ text: Span<UInt8>) -> UInt32 {
        let (first, _) = text.scalar(at: range.lowerBound)
        return (0x30...0x39).contains(first) || (0x2460...0x2473).contains(first) ? 0x30 : first
    }
}
