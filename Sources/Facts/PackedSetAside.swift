/// Numerals set aside, held in little room: some 40 bytes each and their sentences, each of which is kept once.
public struct PackedSetAside: Sendable {
    private var records: [Record] = []
    private var texts = PackedTexts()
    private var sentences = PackedTexts()
    private var documents = Interner<String>()
    private var rules = Interner<String>()
    /// Numerals whose place a record has no room for, by their positions.
    private var unpacked: [Int: SetAside] = [:]

    private struct Record: Sendable {
        let document: Int32
        let start: Int32
        let end: Int32
        let rule: Int32
        let text: Int32
        let sentence: Int32
        let reason: SettingAsideReason
    }

    public init() {}

    public init(_ numerals: some Sequence<SetAside>) {
        for numeral in numerals { append(numeral) }
    }

    public mutating func append(_ numeral: SetAside) {
        let (start, end) = (Int32(exactly: numeral.range.start), Int32(exactly: numeral.range.end))
        if start == nil || end == nil { unpacked[records.count] = numeral }
        records.append(
            Record(
                document: documents.number(of: numeral.document), start: start ?? 0, end: end ?? 0,
                rule: rules.number(of: numeral.rule), text: texts.append(numeral.text),
                sentence: sentences.append(numeral.sentence), reason: numeral.reason))
    }

    public mutating func append(contentsOf numerals: some Sequence<SetAside>) {
        for numeral in numerals { append(numeral) }
    }
}

extension PackedSetAside: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { records.count }

    public subscript(position: Int) -> SetAside {
        let record = records[position]
        if !unpacked.isEmpty, let numeral = unpacked[position] { return numeral }
        return SetAside(
            document: documents[record.document], range: SourceRange(start: Int(record.start), end: Int(record.end)),
            text: texts[record.text], reason: record.reason, rule: rules[record.rule],
            sentence: sentences[record.sentence])
    }
}
