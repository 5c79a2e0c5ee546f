import Scanning
import Testing

@Suite struct IdeographsTests {
    private func number(_ character: Unicode.Scalar) -> UInt32 { character.value }

    @Test func `a list holds its characters and no other`() {
        let list: Ideographs = "东西南北中、"
        for (index, character) in "东西南北中、".unicodeScalars.enumerated() {
            #expect(list.contains(character.value))
            #expect(list.index(of: character.value) == index)
            #expect(list.contains(ShortWord(bits: UInt64(character.value))))
        }
        for character in "上，a\u{E4}𠮷".unicodeScalars { #expect(!list.contains(character.value)) }
        #expect(!list.contains(0))
        #expect(!list.contains(ShortWord.none))
        #expect(!list.contains("东西" as ShortWord))
        #expect(list.scalars == "东西南北中、".unicodeScalars.map(\.value))
        #expect(!("" as Ideographs).contains(number("东")))
    }

    @Test func `a word is built as it is written`() {
        #expect(ShortWord.none.appending(number("社")).appending(number("区")) == "社区")
        #expect(("街道办事" as ShortWord).suffix(2) == "办事")
        #expect(("街道办事" as ShortWord).suffix(4) == "街道办事")
        #expect(("街道" as ShortWord).dropLast() == "街")
        #expect(("街道" as ShortWord).last == "道")
        #expect(ShortWord.none.last == 0)
        #expect(("街道办事" as ShortWord).appending(number("处")) == "道办事处")
        #expect(("社区" as ShortWord) != "区社" && ("社区" as ShortWord) != "区")
        #expect(Set<ShortWord>(["社区", "社区", "村"]).count == 2)
    }

    @Test func `numbers of scalars are compared with characters`() {
        #expect(number("等") == "等" && number("等") != "号")
        let kind =
            switch number("百") {
            case "十": 1
            case "百", "佰": 2
            default: 0
            }
        #expect(kind == 2)
        #expect(number("村").isAmong("乡村镇") && !number("县").isAmong("乡村镇"))
        #expect(number("一").isIdeograph && !number("〇").isIdeograph && !number("a").isIdeograph)
    }
}
