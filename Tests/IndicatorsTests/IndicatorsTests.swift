import Facts
import Foundation
import Indicators
import Testing
import Units

@Suite struct ReadingTests {
    @Test(arguments: try Case.load("reading.tsv"))
    func `a fact finds its series`(row: Case) throws {
        let fact = Fact(
            document: "公报.txt", range: SourceRange(start: 0, end: 1), text: "1", value: Number(1), unit: row[2],
            item: row[0], change: try #require(Change(rawValue: row[3])),
            status: try #require(Status(rawValue: row[4])), action: row[1] == "-" ? nil : row[1],
            window: try #require(Window(rawValue: row[5])), rule: "test", sentence: "")
        let series = Catalogue.builtIn.reading(of: fact).series
        #expect(series.title == row[6], "\(row)")
        #expect(series.indicator.unit == row[7], "\(row)")
        #expect(series.window.rawValue == row[8], "\(row)")
    }
}

@Suite struct ConversionTests {
    /// Factors such as that of 亩 have no end, and a unit of ten thousand takes decimals away.
    @Test(arguments: [
        ("3", "亩", "平方米", "2000"), ("5", "亩", "公顷", "0.333333333"), ("3", "亩", "公顷", "0.2"),
        ("1.5", "平方公里", "公顷", "150"), ("7", "平方米", "平方公里", "0.000007"), ("1", "平方米", "亩", "0.0015"),
        ("90", "分钟", "小时", "1.5"), ("1000", "公斤", "吨", "1"), ("123456789012", "平方米", "公顷", "12345678.9012"),
    ])
    func `a quantity converts to the unit of its row`(value: String, unit: String, target: String, converted: String)
        throws
    {
        let dimension = try #require(UnitTable.builtIn.unit(named: unit)).dimension.rawValue
        let table = "key,name,unit,dimension,window\nx,某量,\(target),\(dimension),stock\n"
        let catalogue = try Catalogue(Array(table.utf8))
        let fact = Fact(
            document: "公报.txt", range: SourceRange(start: 0, end: 1), text: value, value: try #require(Number(value)),
            unit: unit, item: "某量", status: .actual, window: .stock, rule: "test", sentence: "")
        let reading = catalogue.reading(of: fact)
        #expect(reading.series.indicator.unit == target)
        #expect(reading.value == Number(converted))
    }
}

@Suite struct JoinedItemTests {
    /// What a fact of the item is called after it was joined to another.
    @Test(arguments: [
        // An item with whatever predicate it has, and the row that people mean by a name that has one of its own.
        ("来电", "12345受理", "来电", "受理", "12345受理"), ("来电", "12345受理", "来电", "回访", "12345受理（回访）"),
        // The name that a table shows.
        ("来电（回访）", "12345受理", "来电", "回访", "12345受理"), ("来电（回访）", "12345受理", "来电", "分派", "来电（分派）"),
        ("来电（回访）", "来电（回复）", "来电", "回访", "来电（回复）"),
        // Brackets of the catalogue's own names are no predicate.
        ("开工比例", "开工率（按户数）", "开工比例", nil, "开工率（按户数）"),
        // An item that says its predicate itself is joined as the ledger writes it, as tables show it, and without its predicate.
        ("参加居民（参加）", "活动参与者", "参加居民", "参加", "活动参与者"), ("居民（参加）", "活动参与者", "参加居民", "参加", "活动参与者"),
        ("加装电梯", "电梯（安装）", "加装电梯", "加装", "电梯（安装）"),
        ("甲", "乙", "甲", nil, "乙"), ("甲", "甲", "甲", nil, "甲"),
    ])
    func `an item counts as the one it was joined to`(
        joined: String, to other: String, item: String, action: String?, title: String
    ) {
        let fact = Fact(
            document: "公报.txt", range: SourceRange(start: 0, end: 1), text: "1件", value: Number(1),
            unit: other.contains("率") ? "%" : "件", item: item, status: .actual, action: action, window: .flow,
            rule: "test", sentence: "")
        let catalogue = Catalogue.builtIn.joining([joined: other])
        #expect(catalogue.reading(of: fact).series.title == title)
    }
}

/// One line of a table of cases, which describes itself by its place.
struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let line: Int
    let fields: [String]

    subscript(index: Int) -> String { index < fields.count ? fields[index] : "" }

    var testDescription: String { "\(file):\(line) \(fields.joined(separator: " "))" }

    static func load(_ file: String, path: String = #filePath) throws -> [Case] {
        let url = URL(filePath: path).deletingLastPathComponent().appending(path: "Cases/\(file)")
        let lines = try String(contentsOf: url, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { index, line in
            line.isEmpty || line.hasPrefix("#")
                ? nil
                : Case(
                    file: file, line: index + 1,
                    fields: line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
        }
    }
}

@Suite struct CatalogueTests {
    @Test func `the built-in catalogue is read and has no circle and no unknown key`() {
        #expect(Catalogue.builtIn.entries.count >= 62)
        for finding in CatalogueCheck(.builtIn).findings {
            switch finding {
            case .overlap, .cycle, .unknownKey: Issue.record("\(finding)")
            case .unknownUnit: break
            }
        }
    }
}
