/// A report: what it says, in order, without a word about how a format shows it.
///
/// Rooms that know facts make it; writers render it and know nothing else, so that every format says the same.
public struct Report: Sendable, Hashable {
    public var about: About
    public var sections: [Section]
    /// Headline figures under keys that stay the same from month to month. Cards show some of them.
    public var figures: [Figure]
    /// Tables for other programs, one file each; a section may hold the same table.
    public var datasets: [Table]
    /// Texts to which figures lead.
    public var evidence: EvidenceTexts
    public var style: Style

    public init(
        about: About, sections: [Section], figures: [Figure] = [], datasets: [Table] = [], evidence: EvidenceTexts = [],
        style: Style = Style()
    ) {
        self.about = about
        self.sections = sections
        self.figures = figures
        self.datasets = datasets
        self.evidence = evidence
        self.style = style
    }

    /// All tables of the sections, in order.
    public var tables: [Table] {
        sections.flatMap(\.blocks).compactMap { block in
            if case .table(let table) = block { table } else { nil }
        }
    }

    /// The sections as a reader wants them who has no sheets to leaf through: what the report says first, the
    /// explanations (`notes`) last.
    public var sectionsForReading: [Section] {
        sections.filter { $0.key != "notes" } + sections.filter { $0.key == "notes" }
    }

    /// The table with the key, in a section or among the datasets.
    public func table(_ key: String) -> Table? {
        tables.first { $0.key == key } ?? datasets.first { $0.key == key }
    }

    public func figure(_ key: String) -> Figure? {
        figures.first { $0.key == key }
    }
}

/// What a report is about and where it comes from.
public struct About: Sendable, Hashable {
    public var title: String
    public var subtitle: String?
    public var language: Language
    /// The month reported on; `nil` where no date is known.
    public var month: YearMonth?
    /// The place reported on (`平城区`).
    public var region: String?
    /// The office that makes the report (制表机关).
    public var organisation: String?
    /// The program and its version that made the report.
    public var generator: String
    public var sources: [Source]

    /// A bulletin that the report stands on.
    public struct Source: Sendable, Hashable {
        public var name: String
        public var title: String?
        public var published: Day?

        public init(name: String, title: String? = nil, published: Day? = nil) {
            self.name = name
            self.title = title
            self.published = published
        }
    }

    public init(
        title: String, subtitle: String? = nil, language: Language = .chinese, month: YearMonth? = nil,
        region: String? = nil, organisation: String? = nil, generator: String, sources: [Source] = []
    ) {
        self.title = title
        self.subtitle = subtitle
        self.language = language
        self.month = month
        self.region = region
        self.organisation = organisation
        self.generator = generator
        self.sources = sources
    }
}

/// A part of a report: a sheet of a workbook, a chapter of a text, a section of a page.
public struct Section: Sendable, Hashable {
    /// Stable in every language and month (`overview`, `streets`, `ledger`).
    public var key: String
    public var title: String
    public var blocks: [Block]

    public init(key: String, title: String, blocks: [Block]) {
        self.key = key
        self.title = title
        self.blocks = blocks
    }
}

/// One piece of a section.
public enum Block: Sendable, Hashable {
    /// Headline figures, by their keys, as cards.
    case cards([String])
    /// What the figures say, in sentences that can be read aloud.
    case findings([Sentence])
    /// Explanations and remarks, a paragraph each.
    case paragraphs([Sentence])
    case table(Table)
    case chart(Chart)
}

/// A sentence, and what lies behind it.
public struct Sentence: Sendable, Hashable {
    public var text: String
    public var link: Link?

    public init(_ text: String, link: Link? = nil) {
        self.text = text
        self.link = link
    }
}

/// A headline figure.
public struct Figure: Sendable, Hashable {
    /// Stable from month to month (`Key.isValid`); slides and other workbooks find the figure by it.
    public var key: String
    public var label: String
    public var value: Cell
    public var unit: String
    public var format: NumberFormat
    /// The period of the figure: a month key, or the words of the bulletin (`去年`).
    public var period: String
    /// The place that the figure belongs to.
    public var place: String
    /// Change on the period before; empty with its reason where it cannot be known.
    public var change: Cell
    /// Change in per cent, or in percentage points for a rate.
    public var changeRate: Cell
    public var rank: Cell
    /// Where the figure was read, in words (`社区治理.txt，第1篇`).
    public var source: String

    public init(
        key: String, label: String, value: Cell, unit: String, format: NumberFormat = NumberFormat(), period: String,
        place: String, change: Cell = .empty(), changeRate: Cell = .empty(), rank: Cell = .empty(), source: String
    ) {
        self.key = key
        self.label = label
        self.value = value
        self.unit = unit
        self.format = format
        self.period = period
        self.place = place
        self.change = change
        self.changeRate = changeRate
        self.rank = rank
        self.source = source
    }
}

/// The look of a report, from the office's template. Formats use of it what they can.
public struct Style: Sendable, Hashable {
    /// Main colour as `RRGGBB`.
    public var accent: String
    /// Colours of chart series as `RRGGBB`, told apart in grey print and by colour-blind readers.
    public var palette: [String]
    public var headingFont: String
    public var bodyFont: String
    /// PNG or JPEG bytes of the office's logo.
    public var logo: [UInt8]?
    /// A line at the foot of each page.
    public var footer: String?

    public init(
        accent: String = "1F4E79",
        palette: [String] = ["1F4E79", "C55A11", "2E8B6F", "7F6084", "B8860B", "5B7DB1"],
        headingFont: String = "黑体", bodyFont: String = "宋体", logo: [UInt8]? = nil, footer: String? = nil
    ) {
        self.accent = accent
        self.palette = palette
        self.headingFont = headingFont
        self.bodyFont = bodyFont
        self.logo = logo
        self.footer = footer
    }
}
