import Facts
import Scanning

extension SettingAside {
    /// `五年来`, `断流30年后`, `3天前`, `80年代`, `周三`: spans that only locate something in time.
    static let locatingSpan: Rule = { site, text in
        let run = site.run
        if site.has(["周", "星期", "礼拜"], text, before: run.start), !run.hasDigit, run.end - run.start == 3,
            site.quantity?.unit == nil
        {
            return Verdict(start: run.start, end: run.end, reason: .date, rule: "date.weekday")
        }
        if site.has(["世纪", "年代", "月份", "年级", "年度", "周年", "周岁"], text, at: run.end) {
            return Verdict(start: run.start, end: run.end, reason: .date, rule: "date.span")
        }
        guard let quantity = site.quantity,
            ["年", "个月", "天", "日", "周", "月", "个年头", "小时", "分钟", "个小时", "个星期"].contains(site.unit)
        else {
            return nil
        }
        if site.has(["这", "前", "近", "最近", "头"], text, before: run.start),
            ["天", "日", "周", "个月", "月", "年"].contains(site.unit)
        {
            // 这两天, 前三天
            return Verdict(start: quantity.start, end: quantity.end, reason: .date, rule: "date.span")
        }
        let locates = site.has(["来", "后", "前", "间", "以来", "之后", "之前", "以前", "以后", "里", "之间"], text, at: quantity.end)
        if locates || site.unit == "日" || site.unit == "月"
            || site.unit == "年" && !site.has(["服务", "培训"], text, before: run.start)
                && !site.hasNearby(["年限", "工龄", "党龄", "寿命"], text)
        {
            return Verdict(start: quantity.start, end: quantity.end, reason: .date, rule: "date.span")
        }
        return nil
    }

    /// Dates written with strokes or points: `2026-04-03`, `2026.4.3`, `4/3`.
    static let strokedDate: Rule = { site, text in
        let run = site.run
        guard run.hasDigit, site.quantity?.unit == nil else { return nil }
        let strokes: [StaticString] = ["-", "/", "."]
        let year = run.end - run.start == 4 && site.has(["20", "19"], text, at: run.start)
        if year, site.has(strokes, text, at: run.end), site.kind(text, at: run.end + 1) == .digit {
            // 2025-06-27: all of it, lest month and day read as a range
            var end = run.end
            for _ in 0..<2 where site.has(strokes, text, at: end) && site.kind(text, at: end + 1) == .digit {
                end += 1
                while site.kind(text, at: end) == .digit { end += 1 }
            }
            return Verdict(start: run.start, end: end, reason: .date, rule: "date.strokes")
        }
        if site.has(["-", "/"], text, before: run.start), site.kind(text, before: run.start - 1) == .digit,
            run.end - run.start <= 2,
            site.quantity?.upper == nil
        {
            return Verdict(start: run.start, end: run.end, reason: .date, rule: "date.strokes")
        }
        if year, site.quantity?.upper == nil {
            return Verdict(start: run.start, end: run.end, reason: .date, rule: "date.year")
        }
        return nil
    }
}
