internal import Briefings
internal import Bulletins
internal import Facts
internal import LedgerStore

extension Document {
    /// The articles as they stand in the bulletin, to which figures lead back; the whole bulletin where it has none.
    func sourceTexts(in store: inout TextStore) -> [SourceText] {
        var cursor = ScalarCursor()
        var texts: [SourceText] = []
        for article in articles {
            let blocks = self.blocks[article.blocks]
            guard let first = blocks.first, let last = blocks.last else { continue }
            let range = sourceRange(first.range.lowerBound..<last.range.upperBound)
            texts.append(
                sourceText(range, article: article.number, title: article.headline, cursor: &cursor, in: &store))
        }
        if texts.isEmpty {
            texts.append(sourceText(0..<source.count, article: 0, title: nil, cursor: &cursor, in: &store))
        }
        return texts
    }

    private func sourceText(
        _ range: Range<Int>, article: Int, title: String?, cursor: inout ScalarCursor, in store: inout TextStore
    ) -> SourceText {
        let text = String(decoding: source[range], as: UTF8.self)
        return SourceText(
            document: path, article: article,
            title: title ?? self.title ?? ShownTitle.title(ofText: text, path: path), published: published,
            start: cursor.scalarOffset(of: range.lowerBound, in: source.span), text: store.text(text))
    }
}

extension CountedBulletin {
    /// The articles that the ledger keeps of the bulletin; none where it keeps no text, as of figures typed by hand.
    func sourceTexts(document: String, in store: inout TextStore) -> [SourceText] {
        guard let text else { return [] }
        var cursor = TextCursor(text.unicodeScalars)
        func sourceText(_ range: Range<Int>, article: Int, title: String?, published: CalendarDate?) -> SourceText {
            let slice = cursor.slice(range)
            return SourceText(
                document: document, article: article,
                title: title ?? summary.title ?? ShownTitle.title(ofText: String(slice.prefix(200)), path: document),
                published: published, start: range.lowerBound, text: store.text(String(slice)))
        }
        let texts = articles.filter { $0.range.start < $0.range.end }.map { article in
            sourceText(
                article.range.start..<article.range.end, article: article.number, title: article.headline,
                published: article.published ?? summary.published)
        }
        guard texts.isEmpty else { return texts }
        return [sourceText(0..<text.unicodeScalars.count, article: 0, title: nil, published: summary.published)]
    }
}

/// Finds the elements at given offsets of a collection that has to be walked, from where it stood last: articles follow each
/// other, and to walk from the beginning for each of them would take a time that grows with the square of their number.
package struct TextCursor<Text: BidirectionalCollection> {
    private let text: Text
    private var index: Text.Index
    private var offset = 0

    package init(_ text: Text) {
        self.text = text
        index = text.startIndex
    }

    /// The part at these offsets, as much of it as the text holds.
    package mutating func slice(_ range: Range<Int>) -> Text.SubSequence {
        move(to: range.lowerBound)
        let start = index
        move(to: range.upperBound)
        return text[start..<index]
    }

    private mutating func move(to target: Int) {
        while offset < target, index < text.endIndex {
            text.formIndex(after: &index)
            offset += 1
        }
        while offset > target, index > text.startIndex {
            text.formIndex(before: &index)
            offset -= 1
        }
    }
}
