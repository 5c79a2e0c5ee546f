import Scanning

/// The words for times that have not begun, which whatever follows a text of plans looks for.
///
/// In a sentence they are tokens, and the role `plan` of Sources/Tables/words.csv tells what those of the next stage do; here
/// are those that are looked for in headings, labels and texts that no token has been made of yet. Each reader adds to them the
/// words that tell of a plan only where it looks: 今年 at the head of a vow, 下半年 in a question.
enum TimesToCome {
    /// The stage of a work that is next: 下一步，街道将优化布局.
    static let stages: [StaticString] = ["下一步", "下步", "下阶段", "下一阶段"]
    /// Those of a work, and of what is told: 接下来，社区将….
    static let nexts: [StaticString] = stages + ["接下来"]
    /// 后年 is not among them: no heading is of it.
    static let years: [StaticString] = ["明年", "来年"]
    static let months: [StaticString] = ["下月", "下个月"]
    static let weeks: [StaticString] = ["下周", "下个星期"]
    static let days: [StaticString] = ["明天", "明日"]

    /// What stands before a number of years, months or days that begin now: 往后一个月, 未来的三年.
    static let stretches: WordList = ["往后", "今后", "未来", "接下来"]
    /// Months, weeks and days that the calendar puts behind the day of publication.
    static let nearDays = WordList(weeks + months + days)
    /// Times that are to come whenever the text was written. A text without a date that says 下周 or 明天 often tells of a week that
    /// is over, in words said then.
    static let undated = WordList(years + ["后年"] + months)
}
