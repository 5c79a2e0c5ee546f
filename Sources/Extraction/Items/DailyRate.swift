/// What something does or can do in a day or a year, by the name that a figure has: 日处理能力, 日接待量, 年产.
///
/// Such a figure is of one day or year, is added to no other, and is no part of the name of what does it (水厂日供水量).
enum DailyRate {
    private static let daily: [StaticString] = [
        "日处理", "日加工", "日产", "日供水", "日供应", "日供餐", "日发电", "日接待", "日客流", "日服务", "日办件", "日受理", "日吞吐", "日通行", "日用水", "日用电",
        "日用气",
        "日清运", "日收运", "日配送", "日销", "日成交", "日就诊", "日门诊", "日接诊", "日检测", "日分拣",
    ]
    /// Of a year's figures those that tell what can be done, and not what was.
    private static let yearly: [StaticString] = ["年产", "年供水", "年处理", "年加工", "年发电"]
    private static let names = WordList(daily + yearly)
    /// What 日 ends that does not say so: 节日客流量.
    private static let others: WordList = [
        "节日", "假日", "今日", "昨日", "当日", "首日", "末日", "次日", "周日", "双日", "工作日", "休息日", "生日", "每日", "连日", "近日", "明日", "即日",
        "集日", "开放日", "活动日",
    ]

    /// Whether an item is the name of such a rate.
    static func isNamed(in item: String) -> Bool { names.isFound(in: item) && !others.isFound(in: item) }

    /// 水厂 of 水厂日供水量: what does it, by an item that ends in the name of the rate; the item as it is where it holds none.
    static func doer(of item: String) -> String {
        guard isNamed(in: item) else { return item }
        for name in daily + yearly {
            if let range = item.firstRange(of: "\(name)") { return String(item[..<range.lowerBound]) }
        }
        return item
    }
}
