import Metrics
import Testing

@Suite struct ByStreetTests {
    @Test func `only values of their own are kept, in the order of the streets`() {
        var values = ByStreet(repeating: 0, count: 6)
        #expect(Array(values) == [0, 0, 0, 0, 0, 0])
        values[4] = 40
        values[1] = 10
        values[4] = 44
        #expect(Array(values) == [0, 10, 0, 0, 44, 0])
        #expect(values.kept == [1, 4])
        #expect(values.keptValues == [10, 44])
        #expect(values.keeps(4) && !values.keeps(5))
        let texts = values.mapped { "\($0)支" }
        #expect(Array(texts) == ["0支", "10支", "0支", "0支", "44支", "0支"])
        #expect(texts.kept == [1, 4])
    }
}
