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

    /// What opens a sentence that tells what is going to be done, or stands right before its verb.
    private static let announcements: WordList = [
        "下一步", "下步", "下阶段", "下一阶段", "接下来", "今后", "未来", "力争", "计划在", "计划实施", "计划用", "计划投资", "计划通过", "拟实施", "拟投资", "打算",
        "将继续", "将持续", "将进一步", "将以", "将不断", "将着力", "将大力", "将重点", "将围绕", "将聚焦", "将通过", "还将", "也将", "将在", "将按照",
        "将充分", "将全力", "将全面", "将加快", "将加强", "将加大", "将推动", "将推进", "将紧扣", "将实施", "将启动", "将开展", "将集中", "将把", "将从",
        "要推进", "要加快", "要抓好", "要办好", "要办的", "要重点", "要着力", "要大力", "要继续", "要全力", "要聚焦", "要围绕", "要以", "要完成", "要实施",
    ]
    /// What tells that something is done, how things stand, or whence they came.
    private static let accounts: WordList = [
        "目前", "截至", "截止", "已", "近年来", "今年以来", "去年以来", "以来", "此前", "据统计", "数据显示", "如今", "现在", "了", "去年",
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

    private static let points: WordList = ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"]

    private static let listings: WordList = ["名单", "清单", "具体", "其中"]

    /// 计划新建学校30所。名单：平城区4所、…: whether a sentence tells which things those are that the one before has counted.
    static func lists(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        listings.begins(in: text, at: sentence.lowerBound)
    }

    /// Whether a sentence goes on with a plan: by what the figures before it told, and by what sentences without figures
    /// told since.
    mutating func governs(_ sentence: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var position = max(end, sentence.lowerBound - Announcement.reach)
        while position < sentence.lowerBound, text[position] & 0xC0 == 0x80 { position += 1 }
        while position < sentence.lowerBound {
            if Announcement.announcements.begins(in: text, at: position) {
                (isPlan, isByFigures) = (true, false)
            } else if Announcement.accounts.begins(in: text, at: position) {
                isPlan = false
            }
            position += text.scalar(at: position).length
        }
        end = max(end, sentence.lowerBound)
        return isPlan
            && (!isByFigures || Announcement.points.begins(in: text, at: sentence.lowerBound)
                || Announcement.lists(sentence, text))
    }

    /// Notes what the last figure of a sentence is, as far as the sentence itself tells.
    mutating func note(_ status: Status?, upTo sentenceEnd: Int) {
        if let status { (isPlan, isByFigures) = (status == .planned, true) }
        end = sentenceEnd
    }
}
