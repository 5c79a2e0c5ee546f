import Pipeline
import Testing

/// A text that counts the steps by which it is walked.
private struct CountedText: BidirectionalCollection {
    final class Steps { var count = 0 }

    let text: [Int]
    let steps: Steps
    var startIndex: Int { text.startIndex }
    var endIndex: Int { text.endIndex }

    subscript(position: Int) -> Int { text[position] }

    func index(after index: Int) -> Int {
        steps.count += 1
        return index + 1
    }

    func index(before index: Int) -> Int {
        steps.count += 1
        return index - 1
    }
}

@Suite struct TextCursorTests {
    @Test func `articles one after the other are found in one walk through the text`() {
        let steps = CountedText.Steps()
        var cursor = TextCursor(CountedText(text: Array(0..<10_000), steps: steps))
        for start in stride(from: 0, to: 10_000, by: 10) {
            let slice = cursor.slice(start..<start + 8)
            #expect(slice.startIndex == start && slice.endIndex == start + 8)
        }
        #expect(steps.count < 10_000)
    }

    @Test func `parts that overlap, go back or lie outside the text are as much as it holds`() {
        var cursor = TextCursor("永泰街道有志愿服务队".unicodeScalars)
        let parts = [2..<4, 0..<4, 5..<8, 4..<5, 8..<99, 50..<60, 0..<2].map { String(cursor.slice($0)) }
        #expect(parts == ["街道", "永泰街道", "志愿服", "有", "务队", "", "永泰"])
    }
}
