public import Facts

/// A bulletin with what counts of it, for reports.
public struct CountedBulletin: Sendable {
    public var summary: BulletinSummary
    /// The decoded text, where it was kept.
    public var text: String?
    public var articles: [ArticleRecord]
    /// The facts that nobody rejected, as people corrected them, in the order of the text.
    public var facts: [CountedFact]
    public var setAside: [SetAside]
}

/// A fact that counts.
public struct CountedFact: Sendable {
    public var fact: Fact
    /// Whether a person accepted or corrected it.
    public var isDecided: Bool
}
