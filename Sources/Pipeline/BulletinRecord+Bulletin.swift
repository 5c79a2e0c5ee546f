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
        let articles = document.articles.map { article in
            let blocks = document.blocks[article.blocks]
            let first = blocks.first?.range.lowerBound ?? 0
            let range = document.sourceRange(first..<(blocks.last?.range.upperBound ?? first))
            return ArticleRecord(
                number: article.number, headline: article.headline, kicker: article.kicker,
                byline: article.reporters.isEmpty ? nil : article.reporters.joined(separator: " "),
                published: document.published,
                range: SourceRange(
                    start: document.source[..<range.lowerBound].scalarCount,
                    end: document.source[..<range.upperBound].scalarCount))
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

extension ArraySlice<UInt8> {
    /// The number of Unicode scalars that the UTF-8 holds.
    fileprivate var scalarCount: Int { count { $0 & 0xC0 != 0x80 } }
}
