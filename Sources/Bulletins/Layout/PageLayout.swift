/// What stands where on a page: its articles and their parts.
struct PageLayout {
    private(set) var blocks: [Block] = []
    private(set) var articles: [Article] = []
    private(set) var title: String?

    init(_ page: Page) {
        blocks = page.lines.map { Block(kind: .paragraph, article: 1, range: $0.range) }
        articles = [Article(number: 1, headline: nil, kicker: nil, reporters: [], blocks: 0..<blocks.count)]
    }
}
