internal import Briefings
internal import Bulletins

extension Document {
    /// The articles as they stand in the bulletin, to which figures lead back; the whole bulletin where it has none.
    var sourceTexts: [SourceText] {
        var cursor = ScalarCursor()
        var texts: [SourceText] = []
        for article in articles {
            let blocks = self.blocks[article.blocks]
            guard let first = blocks.first, let last = blocks.last else { continue }
            let range = sourceRange(first.range.lowerBound..<last.range.upperBound)
            texts.append(sourceText(range, article: article.number, title: article.headline, cursor: &cursor))
        }
        if texts.isEmpty { texts.append(sourceText(0..<source.count, article: 0, title: nil, cursor: &cursor)) }
        return texts
    }

    private func sourceText(
        _ range: Range<Int>, article: Int, title: String?, cursor: inout ScalarCursor
    ) -> SourceText {
        SourceText(
            document: path, article: article, title: title ?? self.title ?? path, published: published,
            start: cursor.scalarOffset(of: range.lowerBound, in: source.span),
            text: String(decoding: source[range], as: UTF8.self))
    }
}
