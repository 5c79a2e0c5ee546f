import Bulletins
import Facts
import Scanning

/// Follows through a paragraph what its sentences announce is going to be done: 区政府将集中力量办好十件实事。一是新增托位600个。二是….
///
/// The points behind an announcement go on with it and don't say 将 again, and so does what follows a sentence without figures
/// that says what comes next: 下一步，街道将优化布局。新建助餐点5个。 What begins with what is done goes on; the first word
/// that tells of something done, or how things stand, ends it.
struct Announcement {
    /// Whether the words since the last figures, or those figures, tell what is going to be done.
    private var isPlan = false
    /// Whether it was figures that told so: 计划改造4个。清理杂物30车。 tells of two things, but in a list of points.
    private var isByFigures = false
    /// Up to where the text has told on which side it is.
    private var end = 0
    /// What the last figure of the sentence that is read is, as far as its own words tell or a plan goes on in it.
    private var told: Status?
    /// Whether that figure went on with the plan.
    private var isGoingOn = false

    private static let nexts = WordList(TimesToCome.nexts)
    /// What tells that something is done, how things stand, or whence they came.
    private static let accounts: WordList = [
        "目前", "截至", "截止", "已", "近年来", "以来", "此前", "据统计", "数据显示", "如今", "现在", "去年",
    ]
    /// No announcement is looked for farther back, in bytes.
    private static let reach = 900

    /// A list of points goes on with what the line before it announces; another paragraph begins anew.
    mutating func enter(_ block: Block, _ text: Span<UInt8>) {
        if block.isPoint(text) || Announcement.points.begins(in: text, at: block.range.lowerBound) { return }
        isPlan = false
        isByFigures = false
        end = block.range.lowerBound
    }

    static let points: WordList = ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"]

    private static let listings: WordList = ["名单", "清单", "具体", "其中"]

    /// 计划新建学校30所。名单：平城区4所、…: whether a sentence tells which things those are that the one before has counted.
    private func lists(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        Announcement.listings.begins(in: text, at: sentence.lowerBound)
    }

    /// Reads whether a figure goes on with a plan: the first of its sentence by the sentences before, the others with it.
    ///
    /// - Parameter isLabelled: whether a label says of the sentence that it is of targets, or of results.
    mutating func read(
        _ reading: inout QuantityReading, in sentence: Range<Int>, isLabelled: Bool, published: CalendarDate?,
        _ text: Span<UInt8>
    ) {
        guard reading.isStatusOpen, reading.status == .actual else {
            told = reading.status
            isGoingOn = false
            return
        }
        let begins =
            told == nil && !isLabelled && (reading.isBidden || lists(sentence, text)) && governs(sentence, text)
        isGoingOn = (isGoingOn || begins) && reading.mayBeToCome(published, sentence)
        if isGoingOn { reading.status = .planned }
        told = isGoingOn ? .planned : .actual
    }

    /// Notes what the sentence that was read told last.
    mutating func leave(_ sentence: Range<Int>) {
        if let told { (isPlan, isByFigures) = (told == .planned, true) }
        end = sentence.upperBound
        told = nil
        isGoingOn = false
    }

    /// Whether a sentence goes on with a plan: by what the figures before it told, and by what sentences without figures
    /// told since.
    private mutating func governs(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var position = end
        if sentence.lowerBound - end > Announcement.reach {
            // What was told so far back holds no more.
            isPlan = false
            position = sentence.lowerBound - Announcement.reach
            while position < sentence.lowerBound, text[position] & 0xC0 == 0x80 { position += 1 }
        }
        while position < sentence.lowerBound {
            let announces =
                Announcement.opensWithNext(position, text)
                || Announcement.comings.begins(in: text, at: position)
                    && Announcement.asks(position..<sentence.lowerBound, text)
                || Announcement.turns(to: position, text)
            if announces, Announcement.opensSentence(position, text) {
                (isPlan, isByFigures) = (true, false)
            } else if Announcement.accounts.begins(in: text, at: position) {
                isPlan = false
            }
            position += text.scalar(at: position).length
        }
        end = max(end, sentence.lowerBound)
        return isPlan
            && (!isByFigures || Announcement.points.begins(in: text, at: sentence.lowerBound)
                || lists(sentence, text))
    }

    /// 下一步，街道将优化布局: whether a sentence tells what comes next, before a comma. 下一步工作部署会 is a name.
    private static func opensWithNext(_ position: Int, _ text: Span<UInt8>) -> Bool {
        guard let length = nexts.match(in: text, at: position, end: text.count) else { return false }
        return text.has("，", at: position + length) || text.has(",", at: position + length)
    }

    /// What a question or a turn is about that tells of what is to come, 下半年 too, but 未来 only with how long it is: 未来社区 is a kind
    /// of neighbourhood.
    private static let comings = WordList(
        TimesToCome.nexts + TimesToCome.years + ["新的一年", "下半年", "今后", "未来五年", "未来几年", "未来三年", "未来一"])
    private static let questions: WordList = ["怎么", "咋", "如何", "什么", "啥"]

    private static let turnings: WordList = ["谈到", "谈及", "谈起", "说到", "说起", "提到", "提起", "展望", "轮到", "问及"]

    /// 谈到下一步打算，…, 展望明年，…: a word that turns to what is to come.
    private static func turns(to position: Int, _ text: Span<UInt8>) -> Bool {
        guard let length = turnings.match(in: text, at: position, end: text.count) else { return false }
        return comings.begins(in: text, at: position + length)
    }

    /// 接下来怎么走？, 下半年重点抓什么？: whether what begins with a time to come is a short question, which what follows answers.
    private static func asks(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let reach = range.lowerBound..<min(range.upperBound, range.lowerBound + 75)
        guard let end = text.first("？", in: reach) else { return false }
        let question = range.lowerBound..<end
        return text.first("。", in: question) == nil && questions.isFound(in: text, question)
    }

    private static let ends: WordList = ["。", "！", "？", "；", "\n"]

    private static func opensSentence(_ position: Int, _ text: Span<UInt8>) -> Bool {
        position == 0 || ends.ends(in: text, at: position) || text[position - 1] == 0x20
            || text.has("\u{3000}", before: position)
    }
}

extension QuantityReading {
    /// Whether the time of a figure, if it has one, does not lie behind the day of publication.
    fileprivate func mayBeToCome(_ published: CalendarDate?, _ sentence: Range<Int>) -> Bool {
        guard !isDone, !isNow else { return false }
        guard let time else { return true }
        switch time.kind {
        case .running, .sinceJanuary: return false
        case .present: return !sentence.contains(time.start)
        case .period:
            guard let published, let to = time.to else { return true }
            return to > published || to == published && time.from.map { $0 < to } ?? true
        }
    }
}
