import Places
import Scanning
import Testing

@Suite struct RecognitionTests {
    @Test(arguments: try Case.load("mentions.tsv"))
    func `a text names its places and no others`(row: Case) {
        #expect(read(row[0]) == row[1], "\(row)")
    }

    @Test func `any bytes are searched without a trap and give ranges between scalars`() {
        let recognizer = PlaceRecognizer()
        let pieces = Array("平城区永泰街道、等社区\u{E000}a1\u{FF}村等5个镇\u{1F600}".utf8)
        var state: UInt64 = 7
        for _ in 0..<2000 {
            var bytes: [UInt8] = []
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(
                    state >> 60 == 0 ? UInt8(truncatingIfNeeded: state >> 33) : pieces[Int(state >> 33) % pieces.count])
            }
            var mentions: [PlaceMention] = []
            recognizer.appendMentions(in: bytes.span, range: 0..<bytes.count, to: &mentions)
            #expect(mentions.allSatisfy { 0 <= $0.range.lowerBound && $0.range.upperBound <= bytes.count })
        }
    }

    @Test func `mentions never overlap`() {
        let recognizer = PlaceRecognizer()
        let names = ["宁波", "镇海区", "汉中", "镇巴县", "道县", "永泰街", "道外区", "村", "社区", "、", "等", "市", "光熙苑", "县", "镇"]
        var state: UInt64 = 11
        for _ in 0..<2000 {
            var text = ""
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += names[Int(state >> 33) % names.count]
            }
            var end = 0
            for mention in recognizer.mentions(in: text) {
                #expect(mention.range.lowerBound >= end, "\(text)")
                end = mention.range.upperBound
            }
        }
    }

    @Test func `towns of the national list are known behind their county`() throws {
        let names = try ReadableTable(BuiltInTable.towns.bytes).rows.map { $0["name"] }
        #expect(names.count > 29_000)
        let reversed = names.map { Array($0.utf8.reversed()) }
        #expect(zip(reversed, reversed.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
        let recognizer = PlaceRecognizer()
        let unknown = stride(from: 0, to: names.count, by: 10).map { names[$0] }.filter { name in
            let text = "平城区" + name
            let last = recognizer.mentions(in: text).last
            return last?.range != 9..<text.utf8.count || last?.isCertain != true && last?.form != .full
        }
        // 平城|区分|水镇, 平城|区别|山镇: the county's name ends in a word.
        #expect(unknown.count < 3, "\(unknown)")
    }

    /// The names that the mentions of a text mean; `+` before one that narrows, `/` before one more of a list.
    private func read(_ text: String) -> String {
        let recognizer = PlaceRecognizer()
        let bytes = Array(text.utf8)
        var resolver = PlaceResolver(recognizer: recognizer)
        var result: [String] = []
        var node = PlaceNode.none
        for mention in recognizer.mentions(in: text) {
            node = resolver.resolve(mention, after: node, within: .none, in: bytes.span)
            let name = resolver.names(of: node).last ?? ""
            switch mention.link {
            case .none: result.append(name)
            case .narrows: result[result.count - 1] += "+" + name
            case .lists: result[result.count - 1] += "/" + name
            }
        }
        return result.isEmpty ? "-" : result.joined(separator: " ")
    }
}

@Suite struct ResolverTests {
    private func chains(_ text: String, region: String = "", gazetteer: Gazetteer = .builtIn) -> [[String]] {
        let recognizer = PlaceRecognizer(gazetteer: gazetteer)
        let bytes = Array(text.utf8)
        var resolver = PlaceResolver(recognizer: recognizer, region: region)
        var chains: [[String]] = []
        var node = PlaceNode.none
        var context = resolver.region
        for mention in recognizer.mentions(in: text) {
            node = resolver.resolve(mention, after: node, within: context, in: bytes.span)
            if mention.level <= .street { context = node }
            chains.append(resolver.names(of: node))
        }
        return chains
    }

    @Test func `a chain begins at the region`() {
        #expect(chains("永泰街道光熙苑社区", region: "平城区").last == ["平城区", "永泰街道", "光熙苑社区"])
        #expect(chains("永泰街道", region: "大同市平城区").last == ["大同市", "平城区", "永泰街道"])
    }

    @Test func `without a region it begins at the widest place of the text`() {
        #expect(chains("陕西省咸阳市推进。渭城区完成").last == ["陕西省", "咸阳市", "渭城区"])
        #expect(chains("平城区开展。永泰街道清理").last == ["平城区", "永泰街道"])
    }

    @Test func `a name once resolved is known again`() {
        let found = chains("永泰街道光熙苑社区组织；卧虎湾街道展开，光熙苑社区清理", region: "平城区")
        #expect(found.last == ["平城区", "永泰街道", "光熙苑社区"])
    }

    @Test func `the whole country begins no chain`() {
        #expect(chains("陕西省西安市", region: "全国").last == ["陕西省", "西安市"])
    }

    @Test func `of several places of one name the one near the region is meant`() {
        #expect(chains("北京市朝阳区").last == ["北京市", "朝阳区"])
        #expect(chains("朝阳区完成", region: "长春市").last == ["长春市", "朝阳区"])
    }

    @Test func `members that share a figure are one place that is none of them`() {
        let recognizer = PlaceRecognizer()
        let text = "永泰街道泰安、光熙苑等社区"
        let bytes = Array(text.utf8)
        var resolver = PlaceResolver(recognizer: recognizer, region: "平城区")
        var node = PlaceNode.none
        var members: [PlaceNode] = []
        for mention in recognizer.mentions(in: text) {
            node = resolver.resolve(mention, after: node, within: resolver.region, in: bytes.span)
            if mention.level == .community { members.append(node) }
        }
        let joined = resolver.join(members)
        #expect(resolver.names(of: joined) == ["平城区", "永泰街道", "泰安社区、光熙苑社区"])
    }
}

@Suite struct GazetteerTests {
    @Test func `the built-in table reads, without a code twice`() throws {
        let gazetteer = Gazetteer.builtIn
        #expect(gazetteer.count > 3200)
        // Regions of China and cities abroad have none.
        let codes = gazetteer.places.map { gazetteer.code(of: $0) }.filter { !$0.isEmpty }
        #expect(Set(codes).count == codes.count)
        for place in gazetteer.places where gazetteer.level(of: place) > .province {
            #expect(gazetteer.parent(of: place) != nil, "\(gazetteer.name(of: place))")
        }
    }

    @Test func `the streets of a district stand in the order of their codes`() throws {
        let gazetteer = Gazetteer.builtIn
        let district = try #require(gazetteer.place(code: "140213"))
        let streets = gazetteer.children(of: district)
        #expect(streets.count == 18)
        #expect(streets.first.map { gazetteer.name(of: $0) } == "永泰街道")
        #expect(streets.last.map { gazetteer.code(of: $0) } == "140213067")
        #expect(gazetteer.chain(of: streets[0]) == ["山西省", "大同市", "平城区", "永泰街道"])
    }

    @Test func `short names lead to their places`() {
        let gazetteer = Gazetteer.builtIn
        let names = ["内蒙古", "靖州", "靖州县", "大同", "西双版纳"].map { name in
            gazetteer.places(named: name).first.map { gazetteer.name(of: $0) } ?? ""
        }
        #expect(names == ["内蒙古自治区", "靖州苗族侗族自治县", "靖州苗族侗族自治县", "大同市", "西双版纳傣族自治州"])
    }

    @Test func `the published tables of streets and communities extend it`() throws {
        let streets =
            "code,name,areaCode,provinceCode,cityCode\r\n140213050,永泰街道办事处,140213,14,1402\r\n130629104,晾马台镇,130629,13,1306\r\n"
        let communities =
            "\u{FEFF}code,name,streetCode,provinceCode,cityCode,areaCode\n140213050001,桥北社区居委会,140213050,14,1402,140213\n"
        let gazetteer = try Gazetteer(
            extending: Gazetteer(extending: .builtIn, with: Array(streets.utf8)), with: Array(communities.utf8))
        #expect(gazetteer.count == Gazetteer.builtIn.count + 2)
        let community = try #require(gazetteer.places(named: "桥北社区").first)
        #expect(gazetteer.chain(of: community) == ["山西省", "大同市", "平城区", "永泰街道", "桥北社区"])
    }

    @Test func `an office's table may use Chinese columns and follow any order`() throws {
        let table = "名称,级别,上级\n光熙苑社区,社区,滨河街道\n滨河街道,街道,平城区\n"
        let gazetteer = try Gazetteer(extending: .builtIn, with: Array(table.utf8))
        let community = try #require(gazetteer.places(named: "光熙苑社区").first)
        #expect(gazetteer.chain(of: community).suffix(3) == ["平城区", "滨河街道", "光熙苑社区"])
    }

    @Test func `a faulty table names the line`() {
        func fault(_ table: String) -> GazetteerError? {
            do throws(GazetteerError) {
                _ = try Gazetteer(extending: .builtIn, with: Array(table.utf8))
                return nil
            } catch {
                return error
            }
        }
        #expect(fault("code,title\n1,2\n") == GazetteerError(line: 1, kind: .noNameColumn))
        #expect(fault("name,level,parent\n甲街道,街道,无此区\n") == GazetteerError(line: 2, kind: .unknownParent("无此区")))
        #expect(
            fault("name,code,level,parent\n甲区,110199,,\n甲区,120199,,\n乙街道,,街道,甲区\n")
                == GazetteerError(line: 4, kind: .ambiguousParent("甲区", codes: ["110199", "120199"])))
        #expect(fault("name,level\n甲街道,星系\n") == GazetteerError(line: 2, kind: .unknownLevel("星系")))
        #expect(fault("name\n甲乙丙\n") == GazetteerError(line: 2, kind: .noLevel("甲乙丙")))
        #expect(fault("name\n\"甲\n") == GazetteerError(line: 2, kind: .table(.init(line: 2, kind: .unterminatedQuote))))
    }
}
