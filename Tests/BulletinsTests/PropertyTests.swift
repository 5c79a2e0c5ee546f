import Facts
import Testing

@testable import Bulletins

@Suite struct PropertyTests {
    /// Pieces from which pages are put together, markup and its ruins among them.
    static let pieces = [
        "社区", "清理垃圾20吨", "，", "。", "、", "“", "”", "（", "）", "\n", "\n\n", "\r\n", "　　", " ", "\t", "<p>", "</p>",
        "<br>",
        "<strong>", "</strong>", "<", ">", "<p", "<!--", "-->", "<script>", "</script>", "&nbsp;", "&amp;", "&",
        "&#50;",
        "&#x", "[", "]", "](http://a.b/1)", "**", "### ", "# ", "本报讯（记者 王小明）", "（记者 李四）", "永泰街道", "义剪暖民心 服务润万家",
        "丁亚琴摄", "2026年4月3日", "⻄", "㎞", "\u{200B}", "é", "𠀀", "<td>", "</tr>", "一、", "来源：", "\u{2028}", "\u{FEFF}",
    ]

    @Test func `any page keeps its offsets`() throws {
        var generator = SeededGenerator(seed: 2026)
        for round in 0..<6000 {
            let count = Int.random(in: 1..<40, using: &generator)
            let page = (0..<count).compactMap { _ in PropertyTests.pieces.randomElement(using: &generator) }.joined()
            guard let document = try? read(page) else { continue }
            check(document, "round \(round): \(page.debugDescription)")
        }
    }

    @Test func `any bytes are read or refused`() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<3000 {
            let count = Int.random(in: 0..<60, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: 1...255, using: &generator) }
            guard let document = try? Document(reading: bytes, path: "a.txt") else { continue }
            check(document, "\(bytes)")
        }
    }

    private func check(_ document: Document, _ comment: String) {
        let comment = Comment(rawValue: comment)
        #expect(String(validating: document.text, as: UTF8.self) != nil, comment)
        var covered = 0
        var cursor = document.sourceCursor
        for block in document.blocks {
            #expect(covered <= block.range.lowerBound && !block.range.isEmpty, comment)
            #expect(document.text[covered..<block.range.lowerBound].allSatisfy(isSpace), comment)
            covered = block.range.upperBound
            #expect(isBoundary(block.range.lowerBound, document.text), comment)
            #expect(isBoundary(block.range.upperBound, document.text), comment)
            let source = document.sourceRange(block.range)
            #expect(
                isBoundary(source.lowerBound, document.source) && isBoundary(source.upperBound, document.source),
                comment)
            #expect(cursor.range(of: block.range) == source, comment)
            #expect((0...document.articles.count).contains(block.article), comment)
        }
        #expect(document.text[covered...].allSatisfy(isSpace), comment)
        checkMap(document, comment)
    }

    /// Every scalar of the text leads to its like in the source, in order, and outside of what was removed.
    private func checkMap(_ document: Document, _ comment: Comment) {
        var last = 0
        var position = 0
        let text = document.text
        while position < text.count {
            var end = position + 1
            while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
            let source = document.sourceRange(position..<end)
            #expect(source.lowerBound >= last && source.upperBound <= document.source.count, comment)
            last = source.lowerBound
            // A scalar of the same length was copied, unless it is white space or ⻄.
            if source.count == end - position {
                let original = document.source[source]
                let isRewritten = original.elementsEqual("⻄".utf8) || original.allSatisfy(isSpace)
                #expect(isRewritten || original.elementsEqual(text[position..<end]), comment)
            }
            position = end
        }
        for (first, second) in zip(document.removed, document.removed.dropFirst()) {
            #expect(first.upperBound <= second.lowerBound, comment)
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte <= 0x20 || [0xE3, 0x80, 0xC2, 0xA0, 0xE2, 0xA8, 0xA9].contains(byte)
    }

    private func isBoundary(_ offset: Int, _ text: [UInt8]) -> Bool {
        (0...text.count).contains(offset) && (offset == text.count || text[offset] & 0xC0 != 0x80)
    }

    @Test func `a number that a break cuts in two has one range`() throws {
        let document = try read("<p>社区为居民办事。全年累计服务居民12\n\n34人，<b>56</b>户。</p>")
        let text = String(decoding: document.text, as: UTF8.self)
        #expect(text.contains("1234人，56户"))
        let start = try #require(document.text.firstRange(of: Array("1234".utf8)))
        #expect(String(decoding: document.source[document.sourceRange(start)], as: UTF8.self) == "12\n\n34")
        let second = try #require(document.text.firstRange(of: Array("56".utf8)))
        #expect(String(decoding: document.source[document.sourceRange(second)], as: UTF8.self) == "56")
        #expect(
            document.removed.map { String(decoding: document.source[$0], as: UTF8.self) } == [
                "<p>", "<b>", "</b>", "</p>",
            ])
    }

    @Test func `scalars are counted in any order`() {
        let text = Array("清é50余𠀀处".utf8)
        var cursor = ScalarCursor()
        #expect(
            [0, 3, 5, 6, 7, 10, 14, 17, 99, 5].map { cursor.scalarOffset(of: $0, in: text.span) } == [
                0, 1, 2, 3, 4, 5, 6, 7, 7, 2,
            ])
    }

    /// Each of these takes minutes where a rule looks ahead or back without a bound.
    @Test(arguments: [
        "<", "<p ", "[", "](", "[](", "**", "&", "<!--", "<script>", "“", "\n", "、", "一", "社区\n", "（", "讯（", "本报", "#",
        "> ",
    ])
    func `a long run of one thing takes linear time`(_ piece: String) throws {
        let page = String(repeating: piece, count: 300_000 / piece.utf8.count) + "社区12个"
        let document = try read(page)
        #expect(!document.blocks.isEmpty)
    }
}
