/// A numeral of the text that is no fact, with the reason why.
public struct SetAside: Sendable, Hashable {
    public var document: String
    /// Where the numeral stands in the document's decoded text.
    public var range: SourceRange
    public var text: String
    public var reason: SettingAsideReason
    /// Name of the rule that decided.
    public var rule: String
    public var sentence: String

    @inlinable
    public init(
        document: String, range: SourceRange, text: String, reason: SettingAsideReason, rule: String, sentence: String
    ) {
        self.document = document
        self.range = range
        self.text = text
        self.reason = reason
        self.rule = rule
        self.sentence = sentence
    }
}

/// Why a numeral is no fact: a closed list.
public enum SettingAsideReason: String, Sendable, Hashable, Codable, CaseIterable {
    /// a date, a year, or a span that only locates something in time
    case date
    /// a time of day
    case time
    /// 第48届, 第一批
    case ordinal
    /// part of a name: 平城区45校, 1号线, 5G
    case name
    /// a set phrase: 一站式, 一丝不苟
    case phrase
    /// a slogan: 1+N, 四化
    case slogan
    /// 一 as an article or in an adverb: 一个短视频, 一直
    case article
    /// inside a word that counts nothing: 统一, 十分
    case word
    /// numbering of lists and headings
    case numbering
    /// telephone, address, identity
    case contact
    /// document, standard or page number
    case reference
    /// a condition that selects rather than reports: 80岁以上老年人
    case condition
    /// 居第11位
    case rank
    /// levels of a structure: 四级体系
    case structure
    /// the age of a person
    case age
    /// page number, 版次, markup
    case furniture
    /// no number can be entered: 多名, 无数
    case vague
    /// not understood; goes to 待核对
    case unread
}
