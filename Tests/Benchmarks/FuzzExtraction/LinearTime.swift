import Bulletins
import Extraction
import Foundation
import Glibc

/// Inputs of one thing over and over: the time that a megabyte of it takes must be about four times that of a quarter.
enum LinearTime {
    private static let units = [
        "一", "1", "1,", "1.", "、", "“", "”", "（", "）", "《", "第", "街道", "社区", "、社区", "区", "等社区", " ", "\u{3000}", "\n",
        "年", "月", "1个、", "一个",
        "1个", "1年", "一年", "十", "半", "数", "余", "多", "的", "和", "各", "全市", "街", "村", "比", "到", "至", "1至", "1—", "-", "—",
        "%", "1%", "。",
        "1。", "，", "1，", "今年", "截至", "自", "从", "以来", "a", "<", "<p>", "<!--", "&", "&#49;", "[", "](", "*", "#", "|",
        "http://", "(",
        "字", "志愿者", "永泰街道", "永泰街道、", "平城区", "平城区1个", "个", "分别为1、", "其中1个，", "提高到1%，", "每1", "（1", "“1", "“1”", "翻",
        "分之",
        "1分之", "万", "1万", "1-", "1/", "2026-", "\u{1F600}", "\u{301}", "\r", "①", "㎡", "㎞", "本报讯（记者", "摄", "1亿元",
        "一是1个；", "123 ", "一1. 2 ", "【1】", "一等1个", "为1个", "云苑社区云苑小区", "甲乙丙云苑社区有1个。", "包括：（1）1个；", "平城区、云冈区分别1个、",
        "有1个的平城区", "改造期间1个", "美国纳什维尔", "由四川、", "进行的有1人，", "90分以上的小区", "“北纬”文创园", "“北纬公园", "有甲的1个", "华泰社区食堂。食堂1个，",
        "新增1人，分别完成任务的1%、2%",
        "1座\n", "永泰街道\n1座\n", "柳巷社区建1座。\n", "街\n", "1.甲\n", "甲：1个\n\n", "|甲|1|\n", "平城区建1座。\n", "他说1个。\n",
        "将甲1个", "其中甲1个、乙1个", "6月1日，", "下月计划\n1个\n",
    ]

    /// Prints the speed of each, and tells whether all are linear and at least `floor` MB/s.
    static func run(kilobytes: Int, floor: Double) -> Bool {
        let extractor = Extractor()
        _ = extractor.facts(in: "清理野广告50余处")
        var isLinear = true
        var slowest = Double.infinity
        for unit in units {
            let whole = megabytesPerSecond(of: unit, kilobytes * 1000, extractor)
            let quarter = megabytesPerSecond(of: unit, kilobytes * 250, extractor)
            let isFine = whole > quarter / 2 && whole >= floor
            if !isFine { isLinear = false }
            slowest = min(slowest, whole)
            let name = unit.debugDescription
            say("\(isFine ? "ok  " : "SLOW") \(name) \(tenths(whole)) MB/s, a quarter of it \(tenths(quarter)) MB/s")
        }
        say("slowest \(tenths(slowest)) MB/s")
        return isLinear
    }

    private static func megabytesPerSecond(of unit: String, _ size: Int, _ extractor: Extractor) -> Double {
        let piece = Array(unit.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + piece.count)
        while bytes.count < size { bytes += piece }
        var best = Double.infinity
        for _ in 0..<2 {
            let start = processorSeconds()
            // White space alone is refused, which is an answer too.
            if let document = try? Document(reading: bytes, path: "") {
                let extraction = extractor.extract(document)
                precondition(extraction.facts.count + extraction.setAside.count <= bytes.count)
            }
            best = min(best, processorSeconds() - start)
        }
        return Double(size) / 1e6 / best
    }

    /// Seconds of this process alone, whatever else the machine does.
    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}

/// Writes a line at once, so that it is seen whatever becomes of the process.
func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}
