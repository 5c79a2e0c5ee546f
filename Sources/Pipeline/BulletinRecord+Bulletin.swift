internal import Bulletins
internal import Extraction
internal import Facts
public import LedgerStore

extension BulletinRecord {
    /// What the ledger keeps of a bulletin that was read.
    ///
    /// - Parameter extractor: version of the program that read it; a newer one's reading replaces an older one's.
    public init(_ bulletin: BulletinBatch.Bulletin, extractor: String) {
        let document = bulletin.document
        let text = String(decoding: document.source, as: UTF8.self)
        // Articles follow each other: the cursor counts the text's scalars once, not from its beginning for each of them.
        var cursor = ScalarCursor()
        let articles = document.articles.map { article in
            let blocks = document.blocks[article.blocks]
            let first = blocks.first?.range.lowerBound ?? 0
            let range = document.sourceRange(first..<(blocks.last?.range.upperBound ?? first))
            return ArticleRecord(
                number: article.number, headline: article.headline, kicker: article.kicker,
                byline: article.reporters.isEmpty ? nil : article.reporters.joined(separator: " "),
                published: document.published,
                range: SourceRange(
                    start: cursor.scalarOffset(of: range.lowerBound, in: document.source.span),
                    end: cursor.scalarOffset(of: range.upperBound, in: document.source.span)))
        }
        self.init(
            identity: BulletinIdentity(
                manifestID: document.id, title: document.title, published: document.published, path: document.path),
            path: document.path, title: document.title, published: document.published,
            region: document.region.joined(separator: " › "), source: document.bulletinSource,
            contentHash: ContentHash.sha256(document.source), extractor: extractor, text: text, articles: articles,
            facts: bulletin.extraction.facts, setAside: bulletin.extraction.setAside)
    }
}
