import Foundation
import Testing

/// What is published for a month, of a few bulletins: the rules as a clerk meets them.
@Suite struct MonthFiguresTests {
    /// Bulletins by file name, and what the reports on them hold.
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let bulletins: [String: String]
        var options: [String] = []
        /// Parts of lines of the files named.
        var holds: [String: [String]] = [:]
        var lacks: [String: [String]] = [:]

        var testDescription: String { rule }
    }

    private static let streets = ["永泰街道", "古城街道", "新华街道"]

    static let cases = [
        Case(
            rule: "of 由A降至B the new value is the month's",
            bulletins: [
                "2026-03-31-a.txt": "永泰街道民生账单\n永泰街道信访量由41件降至36件，发案量从15起下降到11起，投诉由52件减少到23件。",
                "2026-03-31-b.txt":
                    "古城街道三月\n3月份，古城街道志愿服务队由24支发展到29支，网格由101个优化为119个，满意率由93.1%提升至95.4%。",
            ],
            holds: [
                "streets.csv": [
                    "信访量,,时期数,实际,36,", "发案量,,时期数,实际,11,", "投诉,,时期数,实际,23,", "时点数,实际,29,", "时点数,实际,119,", "比率,实际,95.4,",
                ]
            ], lacks: ["to-check.csv": ["所报不一"], "streets.csv": ["发展）", ",24,", ",101,", ",93.1,"]]),
        Case(
            rule: "what is planned to rise is as it stands now",
            bulletins: ["2026-03-31-a.txt": "永泰街道三月\n永泰街道计划将志愿服务队由24支增加到30支。"],
            holds: ["streets.csv": ["时点数,实际,24,"]]),
        Case(
            rule: "sums of the same streets are compared with the year before",
            bulletins: Dictionary(
                streets.flatMap { street in
                    [
                        ("2025-03-31-\(street).txt", "\(street)三月\n3月份，\(street)清运垃圾90吨。"),
                        ("2026-01-08-\(street).txt", "\(street)2025年总结\n2025年，\(street)清运垃圾1100吨。"),
                        ("2026-03-31-\(street).txt", "\(street)三月\n3月份，\(street)清运垃圾108吨。"),
                    ]
                }, uniquingKeysWith: { first, _ in first }),
            options: ["--month", "2026-03"],
            holds: ["report.txt": ["270  +20.0%", "3,300"]]),
        Case(
            rule: "the month is that of which bulletins speak, not that of print",
            bulletins: [
                "2026-04-02-a.txt":
                    "永泰街道三月工作简报\n3月份，永泰街道清运垃圾90吨，排查矛盾纠纷81件。\n二、为老服务\n辖区现有长者食堂4个、网格168个。",
                "2026-04-03-b.txt": "古城街道一季度通报\n一季度，古城街道清运垃圾200吨，新增停车位81个。目前，古城街道有院落6处。",
            ],
            holds: [
                "report.txt": ["2026年3月", "3月采集通报2份"],
                "streets.csv": ["2026-03,永泰街道,140213050,网格,division.grid,时点数,实际,168,"],
            ],
            lacks: ["streets.csv": ["2026-04"]]),
        Case(
            rule: "a running figure stands as it was reported, and what it grew by as a flow",
            bulletins: [
                "2026-01-31-a.txt": "永泰街道一月\n今年以来，永泰街道累计受理12345热线诉求210件。",
                "2026-02-28-a.txt": "永泰街道二月\n今年以来，永泰街道累计受理12345热线诉求360件。",
                "2026-02-28-b.txt": "古城街道二月\n今年以来，古城街道累计受理12345热线诉求310件。",
            ],
            holds: ["streets.csv": ["本年累计,实际,210,", "本年累计,实际,360,", "本年累计,实际,310,", "时期数,实际,150,"]],
            lacks: ["streets.csv": ["本年累计,实际,150,"]]),
        Case(
            rule: "a district's figure below one of its streets is to be checked",
            bulletins: [
                "2026-03-31-a.txt": "平城区三月通报\n3月份，平城区排查矛盾纠纷69件。",
                "2026-03-31-b.txt": "永泰街道三月\n3月份，永泰街道排查矛盾纠纷87件。",
            ],
            holds: [
                "to-check.csv": ["总分不符"], "report.txt": ["69件（小于所属街道所报，待核对）", "总分不符1处"],
            ]),
        Case(
            rule: "what changed adds up, and has a file of its own",
            bulletins: [
                "2026-02-28-a.txt": "永泰街道二月\n2月份，永泰街道清运垃圾80余吨，排查矛盾纠纷51件。",
                "2026-03-31-a.txt": "永泰街道三月\n3月份，永泰街道清运垃圾90吨，排查矛盾纠纷60件。",
            ],
            options: ["--month", "2026-03", "--against", "2026-02"],
            holds: [
                "report.json": ["2个数字有变动：增加1个，减少0个，新报告0个，不再报告0个，含界限数而不能相减的1个。"],
                "changes.csv": ["增加", "不同"], "datapackage.json": ["changes.csv"],
            ]),
    ]

    @Test(arguments: cases)
    func `a month's figures`(_ row: Case) throws {
        let folder = try Program.temporaryFolder()
        let input = folder.appending(path: "bulletins")
        try FileManager.default.createDirectory(at: input, withIntermediateDirectories: true)
        for (name, text) in row.bulletins { try Data(text.utf8).write(to: input.appending(path: name)) }
        let out = folder.appending(path: "out")
        let outcome = try Program.run(
            arguments: ["report", input.path, "--region", "平城区", "--quiet", "--out", out.path] + row.options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: out.appending(path: name)), as: UTF8.self)
        }
        for (name, parts) in row.holds {
            let written = try text(name)
            for part in parts { #expect(written.contains(part), "\(name)") }
        }
        for (name, parts) in row.lacks {
            let written = try text(name)
            for part in parts { #expect(!written.contains(part), "\(name)") }
        }
    }

    @Test func `the order of the files and the way into the ledger decide nothing`() throws {
        let folder = try Program.temporaryFolder()
        let files = try ["甲": 45, "乙": 46].map { name, count in
            let file = folder.appending(path: "2026-03-31-" + name + ".txt")
            try Data("永泰街道三月通报\(name)\n截至3月31日，永泰街道现有志愿服务队\(count)支。".utf8).write(to: file)
            return file.path
        }.sorted()
        var found: [String] = []
        for (number, paths) in [files, files.reversed()].enumerated() {
            for ledger in [[], ["--ledger", folder.appending(path: "\(number).sqlite").path]] {
                let out = folder.appending(path: "out\(found.count)")
                let outcome = try Program.run(
                    arguments: ["report"] + paths + ["--region", "平城区", "--quiet", "--out", out.path] + ledger)
                #expect(outcome.status == 0, "\(outcome.errors)")
                found.append(String(decoding: try Data(contentsOf: out.appending(path: "streets.csv")), as: UTF8.self))
            }
        }
        #expect(Set(found).count == 1)
        #expect(found.allSatisfy { $0.contains("时点数,实际,46,") })
    }
}
