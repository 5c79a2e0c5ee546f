import Facts
import Scanning
import Testing

@testable import Units

struct UnitTableTests {
    /// A fault would leave Tongbao without any unit.
    @Test func `the built-in table has no fault`() throws {
        let table = try UnitTable(csv: BuiltInTable.units.bytes)
        #expect(table.units == UnitTable.builtIn.units)
        #expect(table.units.count > 300)
    }

    @Test(arguments: UnitTable.builtIn.units.filter { $0.base != nil })
    func `a unit converts to one that is its own base`(unit: MeasureWord) throws {
        let name = try #require(unit.base)
        let base = try #require(UnitTable.builtIn.unit(named: name))
        #expect(base.base == base.name)
        #expect(base.factor == Number(1))
        #expect(base.dimension == unit.dimension)
        let factor = try #require(unit.factor)
        #expect(factor > .zero)
    }

    @Test(arguments: UnitTable.builtIn.units.filter { $0.base == nil })
    func `what has no base has no factor`(unit: MeasureWord) {
        #expect(unit.factor == nil)
    }

    @Test(arguments: [("人次", 0, "人次"), ("个百分点", 0, "个百分点"), ("个", 0, "个"), ("共平方米", 3, "平方米"), ("的", 0, nil)])
    func `the longest unit at a place is found`(text: String, place: Int, name: String?) {
        let bytes = Array(text.utf8)
        let match = UnitTable.builtIn.match(in: bytes.span, at: place, end: bytes.count)
        #expect(match.map { UnitTable.builtIn.units[$0.index].name } == name)
        #expect(match?.length == name?.utf8.count)
    }

    @Test(arguments: [
        ("unit,dimension,base,factor\n甲,不知,,\n", UnitTable.Fault.unknownDimension(line: 2, name: "不知")),
        ("unit,dimension,base,factor\n甲,area,乙,1x\n", .badFactor(line: 2, text: "1x")),
        ("unit,dimension,base,factor\n甲,area,,\n甲,area,,\n", .duplicate(line: 3, unit: "甲")),
        ("unit,dimension\n\"甲\n", .table(TableError(line: 2, kind: .unterminatedQuote))),
    ])
    func `a fault is told with its line`(table: String, fault: UnitTable.Fault) {
        #expect(throws: fault) { try UnitTable(csv: Array(table.utf8)) }
    }
}
