import Facts
import Metrics
import Testing

@Suite struct GrowthTests {
    private static func growth(from earlier: Number, to later: Number) -> Growth {
        Growth(from: Figure(earlier), to: Figure(later), window: .flow)
    }

    /// 7 of 300 is 2.333…, of which decimals hold more digits than a number does.
    @Test func `a quotient without end has a rate`() {
        #expect(Self.growth(from: Number(300), to: Number(307)).shownPercent == Number("2.333333333333333"))
        #expect(Self.growth(from: Number(3), to: Number(5)).shownPercent == Number("66.66666666666667"))
        #expect(Self.growth(from: Number(3), to: Number(1)).shownPercent == Number("-66.66666666666667"))
    }

    @Test func `the rate that is shown is the decimal quotient rounded`() {
        var generator = SplitMix(state: 2026)
        for _ in 0..<2000 {
            let places = Int.random(in: 0...4, using: &generator)
            func number(_ range: ClosedRange<Int>) -> Number {
                Number(coefficient: Int128(Int.random(in: range, using: &generator)), exponent: -places)
            }
            let growth = Self.growth(from: number(1...2_000_000_000), to: number(0...9_000_000))
            #expect(growth.shownPercent == growth.percent.flatMap { Number(shown: $0) })
        }
    }

    @Test func `what cannot be divided has no rate`() {
        #expect(Self.growth(from: .zero, to: Number(5)).shownPercent == nil)
        #expect(Growth(from: nil, to: Figure(Number(5)), window: .flow).shownPercent == nil)
        #expect(Growth(from: Figure(Number(3)), to: Figure(Number(5)), window: .ratio).shownPercent == nil)
    }
}
