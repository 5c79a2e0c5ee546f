import Scanning

/// What stands where on a page: its articles and their parts.
///
/// Markup says where an article begins. On a printed page a byline does, with the headlines and the kicker before it; a
/// headline printed again belongs to the article that has it. A short line that none of this explains is a heading
/// inside the article, or a member of a list.
struct PageLayout {
    private(set) var blocks: [Block] = []
    private(set) var articles: [Article] = []
    private(set) var title: String?

    /// The article that is being read.
    private var draft = ArticleDraft()
    private var hasDraft = false
    private var numbers: [String: Int] = [:]
    /// The headings that what follows stands under, each of a higher rank than the next.
    private var open: [(rank: Int, block: Int)] = []

    init(_ page: Page) {
        let text = page.text.span
        let parts = PagePart.parts(of: page.lines, in: text)
        blocks.reserveCapacity(parts.count + parts.count / 4)
        var index = 0
        while index < parts.count {
            index = read(parts, at: index, in: text)
        }
        finishArticle()
        nameHeadlines(in: text)
    }

    /// Whether a line says who took a photograph: `丁亚琴摄`, `图片由……提供`.
    static func isCredit(_ line: Line, in text: Span<UInt8>) -> Bool {
        let range = line.range
        guard range.count <= 75, line.stops == 0, line.commas == 0 else { return false }
        if text.has("图片由", at: range.lowerBound) || text.has("（图片由", at: range.lowerBound) { return true }
        let suffix = LayoutWords.suffix(.credit, of: range, in: text)
        guard suffix > 0 else { return false }
        // 图 alone ends many words; a photographer's name with 摄 is short.
        if text.has("图", before: range.upperBound) { return suffix > 3 && range.count <= 60 }
        return range.count <= 60 && range.count > suffix
    }
}

// MARK: - Reading

extension PageLayout {
    /// Reads the part at an index, and those that belong to it; gives the index of the next one.
    private mutating func read(_ parts: [PagePart], at index: Int, in text: Span<UInt8>) -> Int {
        let part = parts[index]
        switch part.kind {
        case .title, .kicker: return readTitles(parts, at: index, in: text)
        case .heading(let level): readHeading(part, level: level, in: text)
        case .byline: readByline(part, in: text)
        case .prose: add(.paragraph, part.range)
        case .caption: add(.caption, part.range)
        case .credit: add(.credit, part.range)
        case .furniture: add(.furniture, part.range)
        }
        return index + 1
    }

    private mutating func readHeading(_ part: PagePart, level: Int, in text: Span<UInt8>) {
        let words = text.string(part.range)
        if level == 1, title == nil { title = words }
        // A bold title under a heading that has a byline and no story yet: the heading is that of the column.
        let column = draft.headline.isEmpty || draft.hasBody || level < 7 ? nil : draft.headline.joined(separator: " ")
        if !hasDraft || draft.hasBody {
            beginArticle()
        } else {
            draft.headline = []
        }
        draft.kicker = column ?? draft.kicker
        draft.headline.append(words)
        // 一、基本情况 under a title of its own level is a part of it all the same.
        let rank = level * 2 + (LineShape.beginsList(part.range, in: text) ? 1 : 0)
        open.removeAll { $0.rank >= rank }
        draft.headings = open.map(\.block)
        open.append((rank, blocks.count))
        add(.headline, part.range)
    }

    /// A byline opens an article, unless one has just been opened by its headline; at the end of a story it closes it.
    private mutating func readByline(_ part: PagePart, in text: Span<UInt8>) {
        if part.opensBody, draft.hasBody { beginArticle() }
        if !hasDraft { beginArticle() }
        draft.reporters += part.reporters.filter { !draft.reporters.contains($0) }
        draft.isClosed = !part.opensBody && draft.hasBody
        add(.byline, part.range)
    }

    /// A run of short lines: headline and kicker of the next article, headings inside this one, or a list.
    private mutating func readTitles(_ parts: [PagePart], at start: Int, in text: Span<UInt8>) -> Int {
        var end = start
        var body = start
        while body < parts.count, body - start < 24 {
            if parts[body].isTitle {
                body += 1
                end = body
            } else if parts[body].isIllustration {
                body += 1
            } else {
                break
            }
        }
        let run = start..<end
        let next = body < parts.count ? parts[body] : nil
        guard opensArticle(parts, run, before: next, in: text) else {
            readInnerTitles(parts, run, before: next, in: text)
            return end
        }
        readHeadlines(parts, run, in: text)
        return end
    }

    /// Whether a run of short lines stands over a story of its own.
    private func opensArticle(
        _ parts: [PagePart], _ run: Range<Int>, before next: PagePart?, in text: Span<UInt8>
    ) -> Bool {
        let titles = parts[run].count { $0.kind == .title }
        guard let next, titles > 0, titles <= 6 else {
            return parts[run].contains { numbers[text.string($0.range)] != nil }
        }
        if case .byline = next.kind { return next.opensBody }
        // A title over the marked-up headings of its parts.
        if case .heading = next.kind { return articles.isEmpty && !hasDraft && titles <= 3 }
        guard next.kind == .prose else { return false }
        if !hasDraft || !draft.hasBody { return titles <= 3 }
        if draft.isClosed || parts[run.lowerBound].kind == .kicker { return titles <= 3 }
        let last = parts[run.upperBound - 1].range
        let hasGap = last.contains { text[$0] == 0x20 || text.has("\u{3000}", at: $0) }
        return titles == 1 && (hasGap || draft.number > 1) && LayoutWords.prefix(.lead, of: next.range, in: text) > 0
    }

    /// The headlines of an article, its kicker before them; what was printed again goes to the article that has it.
    private mutating func readHeadlines(_ parts: [PagePart], _ run: Range<Int>, in text: Span<UInt8>) {
        var start = run.lowerBound
        for index in run where parts[index].kind == .title {
            guard let number = numbers[text.string(parts[index].range)] else { continue }
            addReprint(parts, start..<index + 1, of: number, in: text)
            start = index + 1
        }
        guard start < run.upperBound else { return }
        let section = LayoutWords.suffix(.section, of: parts[start].range, in: text)
        if section > 0, parts[start].range.count <= 18, run.upperBound - start > 1 {
            addOutside(.furniture, parts[start].range)
            start += 1
        }
        beginArticle()
        // A title in print stands over the marked-up headings below it, and under none of those above.
        if self.open.first?.rank == 0 { self.open.removeAll() }
        let isTop = self.open.isEmpty
        for index in start..<run.upperBound {
            let part = parts[index]
            let words = text.string(part.range)
            if part.isPartLabel(in: text), index + 1 == run.upperBound, !draft.headline.isEmpty {
                add(.subheading, part.range)
                continue
            }
            if isTop, part.isTitle { self.open.append((0, blocks.count)) }
            if part.kind == .kicker {
                draft.kicker = words
                draft.headline = []
                add(.kicker, part.range)
            } else {
                if part.isTitle, !draft.headline.contains(words) { draft.headline.append(words) }
                add(part.blockKind, part.range)
            }
        }
        // The body may follow many pages later; a second printing is known at once.
        for words in draft.headline { numbers[words] = draft.number }
    }

    private mutating func addReprint(_ parts: [PagePart], _ run: Range<Int>, of number: Int, in text: Span<UInt8>) {
        for index in run {
            let part = parts[index]
            if part.kind == .kicker {
                let words = text.string(part.range)
                if draft.number == number, hasDraft {
                    draft.kicker = draft.kicker ?? words
                } else if let place = articles.firstIndex(where: { $0.number == number }), articles[place].kicker == nil
                {
                    articles[place] = articles[place].with(kicker: words)
                }
            }
            blocks.append(Block(kind: part.blockKind, article: number, range: part.range))
        }
    }

    /// Headings inside an article; more than three in a row, or none with text behind it, are a list.
    private mutating func readInnerTitles(
        _ parts: [PagePart], _ run: Range<Int>, before next: PagePart?, in text: Span<UInt8>
    ) {
        let isList = run.count > 3 || next?.kind != .prose
        for index in run {
            let part = parts[index]
            let kind: Block.Kind = part.isTitle ? (isList ? .paragraph : .subheading) : part.blockKind
            add(kind, part.range)
        }
    }
}

// MARK: - Articles

extension PageLayout {
    private mutating func beginArticle() {
        // Headings without a story before the first one stay with it.
        finishArticle()
        draft = ArticleDraft(number: articles.count + 1, start: blocks.count)
        hasDraft = true
    }

    private mutating func finishArticle() {
        guard hasDraft else { return }
        articles.append(
            Article(
                number: draft.number, headline: draft.headline.isEmpty ? nil : draft.headline.joined(separator: " "),
                kicker: draft.kicker, reporters: draft.reporters, blocks: draft.start..<blocks.count,
                headings: draft.headings))
        hasDraft = false
    }

    private mutating func add(_ kind: Block.Kind, _ range: Range<Int>) {
        if kind == .paragraph || kind == .subheading {
            if !hasDraft { beginArticle() }
            draft.hasBody = true
        }
        blocks.append(Block(kind: kind, article: hasDraft ? draft.number : 0, range: range))
    }

    /// Adds a part that belongs to no article.
    private mutating func addOutside(_ kind: Block.Kind, _ range: Range<Int>) {
        blocks.append(Block(kind: kind, article: 0, range: range))
    }

    private mutating func nameHeadlines(in text: Span<UInt8>) {
        if title == nil, articles.count == 1 { title = articles[0].headline }
    }
}

extension Article {
    fileprivate func with(kicker: String) -> Article {
        Article(
            number: number, headline: headline, kicker: kicker, reporters: reporters, blocks: blocks, headings: headings
        )
    }
}

/// An article whose end has not been seen.
private struct ArticleDraft {
    var number = 0
    var start = 0
    var headline: [String] = []
    var kicker: String?
    var reporters: [String] = []
    var headings: [Int] = []
    /// whether anything of the story has been read
    var hasBody = false
    /// whether a byline has closed the story
    var isClosed = false
}
