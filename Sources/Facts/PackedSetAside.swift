/// Numerals set aside, of very many on the disk: what each document and rule is called is kept once, and each sentence.
public struct PackedSetAside: Sendable {
    private var records = SpooledRecords(blank: Record())
    private var texts: PackedTexts
    private var sentences: PackedTexts
    private var documents = Interner<String>()
    private var rules = Interner<String>()
    private var reasons = Interner<SettingAsideReason>()
    /// Numerals whose place a record has no room for, by their positions.
    private var unpacked: [Int: SetAside] = [:]

    private struct Record: BitwiseCopyable, Sendable {
        var document: Int32 = 0
        var start: Int32 = 0
        var end: Int32 = 0
        var rule: Int32 = 0
        var text = PackedTexts.Place()
        var sentence = PackedTexts.Place()
        var reason: Int32 = 0
    }

    public init() {
        // A text lies beside its sentence.
        let spool = Spool()
        (texts, sentences) = (PackedTexts(on: spool), PackedTexts(on: spool))
    }

    public init(_ numerals: some Sequence<SetAside>) {
        self.init()
        for numeral in numerals { append(numeral) }
    }

    public mutating func append(_ numeral: SetAside) {
        let (start, end) = (Int32(exactly: numeral.range.start), Int32(exactly: numeral.range.end))
        if start == nil || end == nil { unpacked[records.count] = numeral }
        records.append(
            Record(
                document: documents.number(of: numeral.document), start: start ?? 0, end: end ?? 0,
                rule: rules.number(of: numeral.rule), text: texts.append(numeral.text),
                sentence: sentences.append(numeral.sentence), reason: reasons.number(of: numeral.reason)))
    }

    public mutating func append(contentsOf numerals: some Sequence<SetAside>) {
        for numeral in numerals { append(numeral) }
    }
}

extension PackedSetAside: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { records.count }

    /// Why the numeral is no fact, without putting it together.
    public func reason(of position: Int) -> SettingAsideReason { reasons[records[position].reason] }

    public subscript(position: Int) -> SetAside {
        let record = records[position]
        if !unpacked.isEmpty, let numeral = unpacked[position] { return numeral }
        return SetAside(
            document: documents[record.document], range: SourceRange(start: Int(record.start), end: Int(record.end)),
            text: texts[record.text], reason: reasons[record.reason], rule: rules[record.rule],
            sentence: sentences[record.sentence])
    }
}
