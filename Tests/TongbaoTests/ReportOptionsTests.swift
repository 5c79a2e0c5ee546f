import Foundation
import Testing

/// What the options of `tongbao report` make of the same bulletins.
@Suite struct ReportOptionsTests {
    private let bulletins = ["Tests/TongbaoTests/Bulletins/2026-03", "Tests/TongbaoTests/Bulletins/2026-04"]

    private func report(_ options: [String], status: Int32 = 0) throws -> (folder: URL, errors: String) {
        let folder = try Program.temporaryFolder()
        let outcome = try Program.run(
            arguments: ["report"] + bulletins + ["--region", "平城区", "--quiet", "--out", folder.path] + options)
        #expect(outcome.status == status, "\(outcome.errors)")
        return (folder, outcome.errors)
    }

    private func text(_ folder: URL, _ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    @Test func `streets and indicators select`() throws {
        let (folder, _) = try report(["--streets", "永泰街道，水泊寺", "--indicators", "志愿服务队、dispute.settled"])
        let streets = try text(folder, "streets-wide.csv").split(separator: "\r\n").dropFirst()
        #expect(streets.map { $0.prefix { $0 != "," } } == ["永泰街道", "水泊寺街道"])
        let facts = try text(folder, "facts.csv").split(separator: "\r\n").dropFirst()
        #expect(!facts.isEmpty)
        #expect(facts.allSatisfy { $0.contains("志愿服务队") || $0.contains("化解") })
        #expect(!facts.contains { $0.contains("› 开源街道") })
        #expect(try text(folder, "report.txt").contains("本报告只含选定的2个街道"))
    }

    /// The names that `tongbao compare` takes, too.
    @Test(arguments: ["140213050", "永", "永泰"])
    func `a street is meant by its code, its short name or how its name begins`(name: String) throws {
        let (folder, _) = try report(["--streets", name])
        let streets = try text(folder, "streets-wide.csv").split(separator: "\r\n").dropFirst()
        #expect(streets.map { $0.prefix { $0 != "," } } == ["永泰街道"])
    }

    @Test(arguments: [
        (["--streets", "甲街道"], Int32(2), "甲街道"), (["--streets", "新"], 2, "新旺街道、新华街道"),
        (["--indicators", "没有的指标"], 2, "没有的指标"),
        (["--against", "没有的台账"], 1, "没有的台账"), (["--template", "README.md"], 1, "README.md:"),
        (["--template", "没有的模板.csv"], 1, "cannot be read"), (["--language", "fr"], 2, "fr"),
        (["--month", "2026-13"], 2, "2026-13"), (["--month", "2019-01"], 2, "2019-01"),
    ])
    func `what nobody knows is named`(options: [String], status: Int32, named: String) throws {
        #expect(try report(options, status: status).errors.contains(named))
    }

    /// What the program makes of one bulletin, without a region.
    private func report(of text: String, in folder: URL? = nil, _ options: [String]) throws -> (
        folder: URL, outcome: Program.Outcome
    ) {
        let out = try folder ?? Program.temporaryFolder()
        let bulletin = try Program.temporaryFolder().appending(path: "简报.txt")
        try Data(text.utf8).write(to: bulletin)
        let outcome = try Program.run(
            arguments: ["report", bulletin.path, "--out", out.path, "--published", "2026-03-31"] + options)
        return (out, outcome)
    }

    @Test func `a street that no table of places has is told, and stands among what is to check`() throws {
        let (folder, outcome) = try report(of: "东泉街道三月\n3月份，东泉街道排查矛盾纠纷20件。", ["--region", "平城区"])
        #expect(outcome.errors.contains("东泉街道 is in no table of places"))
        #expect(try text(folder, "to-check.csv").contains("未列街道"))
        let known = try report(of: "永泰街道三月\n3月份，永泰街道排查矛盾纠纷20件。", ["--region", "平城区"])
        #expect(!known.outcome.errors.contains("no table of places"))
        #expect(try !text(known.folder, "to-check.csv").contains("未列街道"))
    }

    @Test func `streets are those that the bulletin names where no region is known`() throws {
        let text = "三月简报\n3月份，甲水街道排查矛盾纠纷20件。乙山街道排查矛盾纠纷31件。"
        let (folder, outcome) = try report(of: text, ["--streets", "甲水"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try self.text(folder, "facts.csv").contains("20件"))
        #expect(try !self.text(folder, "facts.csv").contains("31件"))
        let unknown = try report(of: text, ["--streets", "丙街道"]).outcome
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("丙街道"))
    }

    @Test func `nothing is put side by side where no region is known`() throws {
        let (folder, _) = try report(of: "三月简报\n3月份，甲水街道排查矛盾纠纷20件。", [])
        #expect(try text(folder, "report.txt").contains("甲水街道"))
        #expect(try !text(folder, "report.txt").contains("街道对比"))
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "streets-wide.csv").path))
    }

    @Test func `no number of a person leaves the program`() throws {
        let numbers = ["140202199001011234", "13800138000", "6222021234567890123", "03525551234"]
        let text = """
            三月简报
            3月份，永泰街道为居民王建国（身份证号\(numbers[0])，电话\(numbers[1])）等12人发放救助金3.6万元。永泰街道向账户\(numbers[2])发放补贴500元，联系电话\(numbers[3])。
            """
        let (folder, outcome) = try report(of: text, ["--region", "平城区"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("1 bulletin, "))
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let written =
                name.hasSuffix(".xlsx")
                ? try Program.run("/usr/bin/unzip", arguments: ["-p", folder.appending(path: name).path]).output
                : try self.text(folder, name)
            for number in numbers { #expect(!written.contains(number), "\(number) in \(name)") }
        }
    }

    @Test func `tables of an earlier report that the new one lacks are removed, other files are not`() throws {
        let text = "三月简报\n3月份，永泰街道排查矛盾纠纷20件。"
        let (folder, _) = try report(of: text, ["--region", "平城区"])
        for name in ["ranking.csv", "summary.csv"] {
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: name).path))
        }
        try Data("我的".utf8).write(to: folder.appending(path: "mine.csv"))
        let (_, outcome) = try report(of: "简报\n甲水街道有网格20个。", in: folder, [])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!names.contains("ranking.csv") && !names.contains("summary.csv"))
        #expect(names.contains("mine.csv") && names.contains("facts.csv"))
    }

    @Test func `different things of one sentence contradict nothing`() throws {
        let text = """
            三月简报
            3月份，永泰街道清理卫生死角66处，清理小广告980张。古城街道清理小广告690张。永泰街道现有长者食堂4个、日间照料中心2个。
            """
        let (folder, _) = try report(of: text, ["--region", "平城区"])
        #expect(try !self.text(folder, "to-check.csv").contains("所报不一"))
        let figures = try self.text(folder, "streets.csv").split(separator: "\r\n")
        for (name, value) in [("清理卫生死角", "66"), ("清理小广告（张）", "980"), ("长者食堂", "4"), ("日间照料中心", "2")] {
            #expect(
                figures.contains { $0.contains("永泰街道") && $0.contains(",\(name),") && $0.contains(",实际,\(value),") })
        }
    }

    @Test func `streets go by their names without the last word`() throws {
        let places = try Program.run(arguments: ["places", "永泰"]).output
        #expect(places.contains("永泰县") && places.contains("平城区 › 永泰街道"))
    }

    @Test func `a workbook for each street that reported`() throws {
        let (folder, _) = try report(["--per-street"])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "streets").path)
        #expect(names.contains("永泰街道.xlsx"))
        #expect(!names.contains("武定街道.xlsx"))
        let sheets = try Program.run(
            "/usr/bin/unzip", arguments: ["-p", folder.appending(path: "streets/新旺街道.xlsx").path, "xl/workbook.xml"]
        ).output
        #expect(sheets.contains("社区对比"))
        let fewer = try Program.run(
            arguments: ["report"] + bulletins
                + ["--region", "平城区", "--out", folder.path, "--streets", "永泰", "--per-street"])
        let told = try #require(fewer.errors.split(separator: "\n").last)
        #expect(told.contains("not of this report") && told.contains("streets/新旺街道.xlsx"))
        #expect(!told.contains("streets/永泰街道.xlsx"))
    }

    @Test func `an office's template reaches every format`() throws {
        let template = try Program.temporaryFolder().appending(path: "office.csv")
        try Data(
            "项目,内容\n标题,{region}治理月报（{month}）\n制表机关,区委社会工作部\n表号,平统1表\n主色,#8b0000\nsection.overview,本月概况\n".utf8
        ).write(to: template)
        let (folder, _) = try report(["--template", template.path])
        let title = "平城区治理月报（2026年4月）"
        for name in ["report.txt", "report.html", "report.json"] {
            let written = try text(folder, name)
            #expect(written.contains(title), "\(name)")
            #expect(written.contains("本月概况"), "\(name)")
            #expect(written.contains("区委社会工作部"), "\(name)")
        }
        #expect(try text(folder, "report.html").contains("--accent:#8B0000"))
        let parts = try Program.run(
            "/usr/bin/unzip", arguments: ["-p", folder.appending(path: "statistics.xlsx").path]
        )
        .output
        #expect(parts.contains(title))
        #expect(parts.contains("FF8B0000"))
    }

    @Test(arguments: [["2026-03"], ["Tests/TongbaoTests/Bulletins/2026-03"]])
    func `two months, or two accounts, give what changed`(against: [String]) throws {
        let (folder, _) = try report(["--month", "2026-04", "--against"] + against)
        let written = try text(folder, "report.txt")
        #expect(written.contains("【变动情况】"))
        #expect(written.contains("个数字有变动"))
    }

    @Test func `decisions written into the sheet of doubts are read back`() throws {
        let folder = try Program.temporaryFolder()
        let (ledger, out) = (folder.appending(path: "l.sqlite").path, folder.appending(path: "out"))
        let arguments = bulletins + ["--region", "平城区", "--quiet", "--ledger", ledger, "--out", out.path]
        #expect(try Program.run(arguments: ["report", "--month", "2026-03"] + arguments).status == 0)
        let sheet = out.appending(path: "to-check.csv")
        let lines = try text(out, "to-check.csv").split(separator: "\r\n", omittingEmptySubsequences: false)
        // The column for decisions is the last one and empty.
        let decided = try #require(lines.firstIndex { $0.contains("所报不一") && $0.contains("24个") })
        var filled = lines.map(String.init)
        filled[decided] += "采信"
        try Data(filled.joined(separator: "\r\n").utf8).write(to: sheet)
        let outcome = try Program.run(arguments: [
            "ledger", "decide", "--from", sheet.path, "--by", "李某", "--on", "2026-05-01", "--ledger", ledger,
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try Program.run(arguments: ["report", "--month", "2026-03"] + arguments).status == 0)
        let rest = try text(out, "to-check.csv").split(separator: "\r\n")
        #expect(!rest.contains { $0.contains("所报不一") && $0.contains("24个") })
    }

    @Test func `a corrected bulletin replaces its own figures, and two ledgers tell the difference`() throws {
        let folder = try Program.temporaryFolder()
        func report(_ more: [String]) throws -> URL {
            let out = folder.appending(path: "out")
            let outcome = try Program.run(
                arguments: ["report", "--region", "平城区", "--month", "2026-04", "--quiet", "--out", out.path] + more)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return out
        }
        let (before, after) = (
            folder.appending(path: "before.sqlite").path, folder.appending(path: "after.sqlite").path
        )
        let first = try report(bulletins + ["--ledger", before])
        #expect(try text(first, "streets.csv").contains("2026-04,大庆路街道,140213059,化解矛盾纠纷,dispute.settled,时期数,实际,26,"))
        let corrections = bulletins + ["Tests/TongbaoTests/Bulletins/corrections"]
        let second = try report(corrections + ["--ledger", after, "--against", before])
        #expect(try text(second, "streets.csv").contains("2026-04,大庆路街道,140213059,化解矛盾纠纷,dispute.settled,时期数,实际,29,"))
        #expect(try text(second, "report.txt").contains("与before.sqlite相比，1个数字有变动：增加1个"))
    }

    @Test func `CSV files for scripts and for old office programs`() throws {
        let (plain, _) = try report(["--no-bom"])
        #expect(try Data(contentsOf: plain.appending(path: "streets.csv")).first != 0xEF)
        let (old, _) = try report(["--csv-encoding", "gb18030"])
        let header = try Data(contentsOf: old.appending(path: "streets.csv")).prefix(4)
        #expect(Array(header) == [0xD4, 0xC2, 0xB7, 0xDD], "月份 in GB 18030")
    }

    @Test func `in English only what bulletins say is Chinese`() throws {
        let (folder, _) = try report(["--language", "en", "--against", "2026-03"])
        let json = try text(folder, "report.json")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let tables = try #require(report["tables"] as? [String: [String: Any]])
        var labels: [String] = []
        // The columns of the comparison are named by what bulletins count and in which units.
        for (key, table) in tables where !["comparison", "streets-wide"].contains(key) {
            labels.append(table["title"] as? String ?? "")
            labels += table["notes"] as? [String] ?? []
            labels += (table["columns"] as? [[String: Any]] ?? []).flatMap { $0["header"] as? [String] ?? [] }
        }
        labels += (report["sections"] as? [[String: Any]] ?? []).compactMap { $0["title"] as? String }
        #expect(labels.count > 100)
        for label in labels {
            let own = label.replacing("平城区", with: "")
            #expect(!own.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(label)")
        }
    }
}
