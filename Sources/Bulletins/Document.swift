public import Facts

/// A bulletin that was read: its decoded text as it stood, the same text repaired, and what stands where on the page.
///
/// `source` is what the file says, `text` is what a reader of the page would read aloud: markup removed, entities
/// decoded, sentences that a column break had cut joined again. `sourceRange(_:)` leads from any place of `text` back
/// to `source`, so that every figure can be traced. All offsets of this type count UTF-8 bytes and lie on scalar
/// boundaries; `ScalarCursor` turns them into the Unicode scalars in which facts are recorded.
public struct Document: Sendable {
    /// The file's path as given.
    public let path: String
    /// The encoding in which the file was read; a guess where the file does not say.
    public let encoding: TextEncoding
    /// The decoded text as UTF-8, without a byte order mark, before any repair.
    public let source: [UInt8]
    /// The repaired text, always valid UTF-8.
    public let text: [UInt8]
    /// The articles of the page, numbered from 1; empty where the document holds nothing but furniture.
    public let articles: [Article]
    /// The parts of the page in text order, together covering all of `text` but white space.
    public let blocks: [Block]
    /// The day of publication: as given, else from the file's name, else from a dateline of the text.
    public var published: CalendarDate?
    /// The place that the document is about, widest first; empty where nobody said.
    public var region: [String]
    /// The document's title: as given, else its top heading.
    public var title: String?
    /// Who published it.
    public var bulletinSource: String?
    /// The name under which an office files the bulletin.
    public var id: String?
    /// The ranges of `source` that `text` does not hold, in order: tags, addresses of links, comments.
    public let removed: [Range<Int>]

    let map: SourceMap

    /// Reads a bulletin from the bytes of its file.
    ///
    /// Takes time linear in the number of bytes, whatever they are.
    ///
    /// - Parameters:
    ///   - path: The file's path; a date in its last component dates the bulletin unless `details` does.
    ///   - details: What is known from elsewhere, such as a line of `manifest.csv`.
    /// - Throws: `BulletinError` where the bytes are empty or no text.
    public init(
        reading bytes: [UInt8], path: String, details: BulletinDetails = BulletinDetails()
    ) throws(BulletinError) {
        let decoded = try DecodedText(bytes, path: path)
        var page = Page(decoded.text)
        page.joinBrokenSentences()
        page.joinSpacedNumbers()
        let layout = PageLayout(page)
        self.path = path
        encoding = decoded.encoding
        source = decoded.text
        text = page.text
        removed = page.removed
        map = page.map
        blocks = layout.blocks
        articles = layout.articles
        published =
            details.published ?? CalendarDate(inFileName: path)
            ?? CalendarDate(inDatelinesOf: layout.blocks, page.text.span)
        region = details.region
        title = details.title ?? layout.title
        bulletinSource = details.source
        id = details.id
    }

    /// The place in `source` of an offset of `text`.
    ///
    /// Takes time logarithmic in the number of repairs; `SourceCursor` is faster for many offsets in order.
    public func sourceOffset(_ textOffset: Int) -> Int {
        map.sourceOffset(textOffset)
    }

    /// The range of `source` that a range of `text` stands for, from its first scalar to the end of its last one.
    ///
    /// A number that a column break cut in two gives the whole range from its first digit to its last.
    public func sourceRange(_ textRange: Range<Int>) -> Range<Int> {
        map.sourceRange(textRange)
    }

    /// A cursor that leads offsets of `text` back to `source`, in constant time where they come in order.
    public var sourceCursor: SourceCursor { SourceCursor(map) }
}

/// One story of a page: headline, body, captions.
public struct Article: Sendable, Hashable {
    /// The article's number inside the document, from 1.
    public let number: Int
    /// The headline, its lines joined by a space; `nil` where the page has none.
    public let headline: String?
    /// The line over the headline that names the place (`卧虎湾街道`), or the heading of the column that the story stands in.
    public let kicker: String?
    /// The names in the byline: `本报讯（记者 段雨萌）` → 段雨萌.
    public let reporters: [String]
    /// Indices of the article's blocks in `Document.blocks`.
    public let blocks: Range<Int>
    /// Indices in `Document.blocks` of the headings that it stands under, the widest first: the report's title over one of
    /// its parts. What they say of place and time holds for the article, too, unless it says otherwise.
    public let headings: [Int]
}

/// A part of a page with one role.
public struct Block: Sendable, Hashable {
    /// What a part of a page is there for.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case headline
        /// the line over a headline, often the street that the article is about
        case kicker
        /// 本报讯（记者 段雨萌）, also in front of a paragraph on the same line
        case byline
        case paragraph
        /// a heading inside an article
        case subheading
        /// the words under a photograph
        case caption
        /// who took the photograph: 丁亚琴摄
        case credit
        /// page numbers, section labels, datelines, links to the original
        case furniture
    }

    public var kind: Kind
    /// Number of the article that the part belongs to; 0 for none.
    public var article: Int
    /// Where it stands in the document's `text`, without white space at its ends.
    public var range: Range<Int>
}
