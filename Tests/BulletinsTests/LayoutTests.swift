import Facts
import Foundation
import Testing

@testable import Bulletins

func read(_ text: String, path: String = "text.txt") throws -> Document {
    try Document(reading: Array(text.utf8), path: path)
}

extension Document {
    func string(_ block: Block) -> String { String(decoding: text[block.range], as: UTF8.self) }

    /// `kind article text` of every block.
    var outline: [String] { blocks.map { "\($0.kind) \($0.article) \(string($0))" } }
}

@Suite struct LayoutTests {
    @Test(arguments: try Case.load("joins.tsv")) func `broken sentences are joined, headlines and rows are not`(
        _ line: Case
    ) throws {
        let document = try read(line[0])
        #expect(document.blocks.map { document.string($0) } == line[1].components(separatedBy: " | "))
    }

    @Test(arguments: try Case.load("markup.tsv")) func `markup is not text`(_ line: Case) throws {
        let document = try read(line[0])
        let expected = (line.fields.count > 2 ? line[1] + "\t" + line[2] : line[1]).components(separatedBy: " | ")
        #expect(document.blocks.map { document.string($0) } == expected)
    }

    @Test(arguments: try Case.load("bylines.tsv")) func `bylines`(_ line: Case) throws {
        let text = Array(line[0].utf8)
        let byline = Byline(opening: 0..<text.count, in: text.span)
        #expect(byline.map { String(decoding: text[$0.range], as: UTF8.self) } ?? "-" == line[1])
        #expect((byline?.reporters ?? []).joined(separator: ",") == line[2])
    }

    @Test func `the seed page has eight articles`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../seeds/000_df05533d5b2f4a0b.txt")
        let document = try Document(reading: [UInt8](Data(contentsOf: path)), path: "seed.txt")
        let articles = document.articles.map {
            [$0.kicker ?? "-", $0.headline ?? "-", $0.reporters.joined(separator: ",")]
        }
        #expect(
            articles == [
                ["-", "党建引领 多元共治 平城区全面提升城市社区治理水平", "邱东芳"],
                ["-", "警社联动筑防线 反诈禁毒护安全", "段雨萌"],
                ["-", "新华街道东风园社区 推进移风易俗 倡导文明新风", "孙露"],
                ["-", "各学校开展主题教育活动缅怀先烈", "丁亚琴"],
                ["卧虎湾街道", "“拙”“犟”并举工作法描绘惠民“幸福图”", "邱东芳"],
                ["小南头街道悦城社区", "义剪暖民心 服务润万家", "段雨萌"],
                ["开源街道", "社区搭建桥梁 帮扶促进就业", "段雨萌"],
                ["永泰街道", "多方联动齐发力 环境治理焕新颜", "段雨萌"],
            ])
        let text = String(decoding: document.text, as: UTF8.self)
        for joined in ["等8家牵头单位及配合单位", "、开源街道、新华街道", "健全区域化党建", "传承英烈们", "充电车棚建设", "居民合理安排", "沟通能力较弱", "“地毯式”清理"] {
            #expect(text.contains(joined))
        }
        #expect(document.outline.contains("caption 4 平城区45校举办“学习清明文化 缅怀革命先烈”主题升旗仪式。"))
        #expect(document.outline.contains("credit 8 段雨萌摄"))
        #expect(document.outline.contains("furniture 0 平城头条"))
        #expect(document.blocks.count { document.string($0) == "社区搭建桥梁 帮扶促进就业" && $0.article == 7 } == 3)
        #expect(document.published == nil)
    }

    @Test func `a heading with stories under it is the kicker of the first`() throws {
        let document = try read(
            "### 快讯\n\n<p><strong>央视网消息</strong>（新闻联播）：</p><p><strong>甲市新建公园3座</strong></p>"
                + "<p>甲市新建公园3座。</p><p><strong>乙市清理河道5条</strong></p><p>乙市清理河道5条。</p>")
        #expect(document.articles.map(\.headline) == ["甲市新建公园3座", "乙市清理河道5条"])
        #expect(document.articles.map(\.kicker) == ["快讯", nil])
    }

    @Test func `short lines between paragraphs are headings of one article`() throws {
        let document = try read("区里推进治理，成效明显。\n一网格一支部\n四级组织到底\n全区建立支部12个，覆盖网格。\n")
        #expect(
            document.outline == [
                "paragraph 1 区里推进治理，成效明显。", "subheading 1 一网格一支部", "subheading 1 四级组织到底",
                "paragraph 1 全区建立支部12个，覆盖网格。",
            ])
    }

    @Test func `a byline in the middle of a line opens an article`() throws {
        let document = try read(
            "甲社区慰问老人90名。\n\n义诊进小区 健康送到家 本报讯（记者 王小明）日前，乙社区义诊12场，服务居民。")
        #expect(
            document.outline == [
                "paragraph 1 甲社区慰问老人90名。", "headline 2 义诊进小区 健康送到家", "byline 2 本报讯（记者 王小明）",
                "paragraph 2 日前，乙社区义诊12场，服务居民。",
            ])
    }

    @Test func `a sentence by itself is an article without a headline`() throws {
        let document = try read("7个党总支和18个党支部")
        #expect(document.outline == ["paragraph 1 7个党总支和18个党支部"])
        #expect(document.articles.map(\.headline) == [nil])
    }

    @Test func `a web page keeps its dateline and byline apart`() throws {
        let document = try read(
            "东湖区召开社区治理推进会\n2026-04-03 09:30 来源：东湖发布 浏览次数：1203\n近日，全区18个街道参加会议。\n"
                + "（记者 王小明 通讯员 李小红）\n责任编辑：张三\n")
        #expect(
            document.outline == [
                "headline 1 东湖区召开社区治理推进会", "furniture 1 2026-04-03 09:30 来源：东湖发布 浏览次数：1203",
                "paragraph 1 近日，全区18个街道参加会议。", "byline 1 （记者 王小明 通讯员 李小红）", "furniture 1 责任编辑：张三",
            ])
        #expect(document.articles.map(\.reporters) == [["王小明", "李小红"]])
        #expect(document.title == "东湖区召开社区治理推进会")
        #expect(document.published == CalendarDate("2026-04-03"))
    }

    @Test func `the register line over a page of disclosure dates it and is no sentence`() throws {
        let line = "索引号：xhl-2026-0036　发布机构：柳巷街道办事处　发布日期：2026-03-18　浏览次数：268　字体：【大 中 小】"
        let document = try read("\(line)\n云苑社区简介\n云苑社区辖6个小区，常住人口1.2万人。\n")
        #expect(
            document.outline == [
                "furniture 0 \(line)", "headline 1 云苑社区简介", "paragraph 1 云苑社区辖6个小区，常住人口1.2万人。",
            ])
        #expect(document.published == CalendarDate("2026-03-18"))
    }

    @Test(arguments: [
        "2026年4月3日    第6期", "2026年4月3日（总第6期）", "日期：2026-04-03", "时间：2026-4-3 来源：东湖街道", "二〇二六年四月三日",
        "2026年4月3日　区委社会工作部", "2026年4月3日 东湖街道办事处", "2026-04-03　东湖街道党工委",
    ]) func `datelines`(_ line: String) throws {
        let document = try read("东湖街道工作简报\n\(line)\n东湖街道排查纠纷12件，化解11件。\n")
        #expect(document.published == CalendarDate("2026-04-03"))
        #expect(document.title == "东湖街道工作简报")
        #expect(document.outline.contains("furniture 1 \(line)"))
    }

    @Test(arguments: ["2026年4月3日　义诊进社区", "2026年4月3日 3个社区参加评议的中心"])
    func `what went on one day is no dateline`(_ line: String) throws {
        let document = try read("东湖街道工作简报\n\(line)\n东湖街道排查纠纷12件，化解11件。\n")
        #expect(!document.outline.contains("furniture 1 \(line)"))
    }

    @Test func `when something begins is no dateline`() throws {
        let document = try read("东湖街道义诊\n时间：4月3日上午9时\n东湖街道义诊12场，服务居民。\n")
        #expect(document.published == nil)
    }

    @Test func `the menu over a web page is none of its text`() throws {
        let document = try read(
            "首页\n信息公开(218)\n街道新闻 5 条未读\n当前位置：首页 > 街道新闻\n东湖街道三月账单\n发布时间：2026-04-03 来源：东湖街道\n"
                + "东湖街道排查纠纷12件，化解11件。\n")
        #expect(document.articles.map(\.headline) == ["东湖街道三月账单"])
        #expect(document.blocks.prefix(4).allSatisfy { $0.kind == .furniture })
    }

    @Test func `parts of a report stand under its headings`() throws {
        let document = try read(
            "# 东湖街道三月情况\n\n## 一、队伍\n有网格9个。\n\n### 骨干\n有党员30名。\n\n## 二、调解\n调解12件。\n\n# 西湖街道三月情况\n调解8件。\n")
        let headings = document.articles.map { article in
            article.headings.map { document.string(document.blocks[$0]) }.joined(separator: "›")
        }
        #expect(headings == ["东湖街道三月情况", "东湖街道三月情况›一、队伍", "东湖街道三月情况", ""])
    }

    @Test func `a newsletter names the street over each story`() throws {
        let document = try read(
            "社区治理工作简报\n第12期\n区委社会工作部 2026年4月3日\n【东湖街道】\n开展“敲门行动”\n街道走访居民1200户。\n"
                + "【西湖街道】\n多元共治解难题\n街道调解纠纷38件。\n报：区委\n")
        #expect(document.articles.map(\.kicker) == ["【东湖街道】", "【西湖街道】"])
        #expect(document.articles.map(\.headline) == ["开展“敲门行动”", "多元共治解难题"])
        #expect(document.published == CalendarDate("2026-04-03"))
        #expect(document.outline.contains("furniture 1 第12期"))
    }

    @Test func `a page mixes bylines, captions and stories without a byline`() throws {
        let document = try read(
            "第03版：综合新闻\n鹿苑街道\n“小网格”撬动“大治理”\n本报记者 张晓明\n街道现有网格120个，网格员240\n名，实现全覆盖。\n"
                + "图为网格员走访居民。李明 摄\n新华街道\n义诊送健康 服务暖民心\n本报讯 4月2日，街道义诊300余人次。\n"
                + "武定街道清理楼道杂物\n近日，街道清理杂物15吨。\n")
        #expect(document.articles.map(\.kicker) == ["鹿苑街道", "新华街道", nil])
        #expect(document.articles.map(\.headline) == ["“小网格”撬动“大治理”", "义诊送健康 服务暖民心", "武定街道清理楼道杂物"])
        #expect(document.articles.map(\.reporters) == [["张晓明"], [], []])
        #expect(document.outline.contains("paragraph 1 街道现有网格120个，网格员240名，实现全覆盖。"))
        #expect(document.outline.contains("caption 1 图为网格员走访居民。李明 摄"))
    }

    @Test func `the words under a photograph are a caption, a marked item is not`() throws {
        let document = try read(
            "▲东湖街道：近日开展义诊3场。\n▲西湖街道：社区慰问老人90名。\n（图片说明：队员给孩子们上课。）\n▲7月2日，居民乘坐新装电梯。王小明摄\n")
        #expect(document.blocks.map(\.kind) == [.paragraph, .paragraph, .caption, .caption])
    }
}
