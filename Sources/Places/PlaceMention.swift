/// A name of a place in a text, as byte offsets into the bytes that were searched.
public struct PlaceMention: Sendable, Hashable {
    /// How the name was known.
    public enum Form: UInt8, Sendable, Hashable {
        /// A full name of the gazetteer: 平城区.
        case full
        /// A short name of the gazetteer: 大同 for 大同市.
        case short
        /// A name that the gazetteer lacks, known by its suffix: 光熙苑社区.
        case unlisted
    }

    /// What joins the mention to the one before it.
    public enum Link: UInt8, Sendable, Hashable {
        /// Nothing: another place, or the text between says more.
        case none
        /// It stands right behind a wider place and lies in it: 平城区|永泰街道.
        case narrows
        /// It is one more of a list: 泰安、光熙苑等社区.
        case lists
    }

    /// The whole mention as it stands, a list's closing 等社区 with its last member.
    public var range: Range<Int> {
        get { Int(start)..<Int(end) }
        set { (start, end) = (UInt32(clamping: newValue.lowerBound), UInt32(clamping: newValue.upperBound)) }
    }
    /// The name without a suffix that belongs to it; all of it where the gazetteer knows the name.
    public var name: Range<Int> {
        get { Int(nameStart)..<Int(nameEnd) }
        set { (nameStart, nameEnd) = (UInt32(clamping: newValue.lowerBound), UInt32(clamping: newValue.upperBound)) }
    }
    // Four bytes each, for a document may name very many places; no text is longer than four gigabytes.
    private var start: UInt32 = 0
    private var end: UInt32 = 0
    private var nameStart: UInt32 = 0
    private var nameEnd: UInt32 = 0
    public var level: PlaceLevel
    public var form: Form
    public var link: Link
    /// Whether the name stays one whatever its words mean elsewhere: the national list of towns has it, or it is all that
    /// stands between its town and its suffix.
    public var isCertain = false
    /// The gazetteer's first place of this name; `PlaceResolver` picks among several of one name.
    public var place: PlaceID?
    /// The suffix to complete `name` with, -1 for none; a list's members share one: 泰安、光熙苑等社区.
    var suffix: Int8
    /// The entry of the gazetteer's index, -1 for an unlisted name.
    var entry: Int32

    init(
        range: Range<Int>, name: Range<Int>, level: PlaceLevel, form: Form, link: Link, place: PlaceID?, suffix: Int8,
        entry: Int32
    ) {
        self.level = level
        self.form = form
        self.link = link
        self.place = place
        self.suffix = suffix
        self.entry = entry
        self.range = range
        self.name = name
    }

    /// The mention with a name that begins elsewhere: with what stands before it taken in, or with less of it.
    public func beginning(at start: Int, link: Link) -> PlaceMention {
        var other = self
        other.range = start..<range.upperBound
        other.name = start..<name.upperBound
        other.link = link
        return other
    }

    /// The place of this mention, meant by other words elsewhere in the same text.
    public func standing(at range: Range<Int>) -> PlaceMention {
        var other = self
        other.range = range
        other.link = .none
        return other
    }
}
