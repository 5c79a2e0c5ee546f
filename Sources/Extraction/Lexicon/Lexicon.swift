public import Scanning

/// What the extractor knows of words: their class, how usual they are, and the part that they play in the grammar.
public final class Lexicon: Sendable {
    struct Entry: Sendable {
        var wordClass: WordClass
        /// The parts that the tables say the word plays.
        var roles: WordRoles
        /// Its roles as a token of a sentence: the same, and those that its ending tells.
        var tokenRoles: WordRoles
    }

    /// A fault in a table of words, with the line on which it stands.
    public enum Fault: Error, Sendable, Equatable {
        case table(TableError)
        case unknownClass(line: Int, name: String)
        case unknownRole(line: Int, name: String)
        case badCost(line: Int, text: String)
    }

    let phrases: PhraseTable
    let entries: [Entry]
    /// What each of them costs, which is asked for far more often than the rest.
    let costs: [Int16]
    /// The words that make a sentence one about the whole country, apart from the others: nearly every sentence is asked, and
    /// holds none.
    let nationals: PhraseTable

    /// What a character costs that no word covers: dearer than any word, so that words win.
    static let unknownCost: Int32 = 180
    /// What a word of grammar costs that the lexicon lacks.
    private static let grammarWordCost: Int16 = 100

    /// The words that Tongbao brings along.
    public static let builtIn: Lexicon = {
        // The tables are checked by the tests; a fault in them would leave no word, not a trap.
        let empty = Lexicon(phrases: PhraseTable(), entries: [], costs: [], nationals: PhraseTable())
        return (try? Lexicon(lexicon: BuiltInTable.lexicon.bytes, words: BuiltInTable.words.bytes)) ?? empty
    }()

    private init(phrases: PhraseTable, entries: [Entry], costs: [Int16], nationals: PhraseTable) {
        self.phrases = phrases
        self.entries = entries
        self.costs = costs
        self.nationals = nationals
    }

    /// Reads the two tables: `lexicon` (word, cost, class) and `words` (word, class, roles), which overrules it.
    package convenience init(lexicon: [UInt8], words: [UInt8]) throws(Fault) {
        var phrases = PhraseTable(capacity: lexicon.count / 16)
        var entries: [Entry] = []
        entries.reserveCapacity(lexicon.count / 16)
        var costs: [Int16] = []
        costs.reserveCapacity(lexicon.count / 16)
        try Lexicon.readLexicon(lexicon, into: &phrases, &entries, &costs)
        var nationals = PhraseTable(capacity: 1024)
        try Lexicon.readWords(words, into: &phrases, &entries, &costs, &nationals)
        phrases.finish()
        nationals.finish()
        self.init(phrases: phrases, entries: entries, costs: costs, nationals: nationals)
    }

    private static func entry(
        of word: Span<UInt8>, _ wordClass: WordClass, _ roles: WordRoles
    ) -> Entry {
        var entry = Entry(wordClass: wordClass, roles: roles, tokenRoles: roles)
        entry.tokenRoles = tokenRoles(of: word, entry)
        return entry
    }

    /// What the ending of a word tells of it where it is a token of a sentence; told once a word, not once a token.
    private static func tokenRoles(of word: Span<UInt8>, _ entry: Entry) -> WordRoles {
        var roles = entry.roles
        // 建起, 卖出, 引来: a verb with a result takes an object.
        if entry.wordClass == .verb, word.count == 6, roles.isEmpty {
            for ending in ["出", "起", "下", "来", "回", "走", "掉", "成"] as [StaticString]
            where word.has(ending, before: word.count) { roles = .transitive }
        }
        if entry.wordClass == .noun, word.count >= 6 {
            for ending in ["员", "者", "手", "民", "生", "师", "老人", "妇女", "儿童", "青年", "干部"] as [StaticString]
            where word.has(ending, before: word.count) { roles.formUnion(.human) }
        }
        // 执法中队, 住建局: a body that acts, by the end of its name.
        if entry.wordClass == .noun, word.count >= 6, roles.isEmpty {
            for ending in ["队", "局", "委", "办", "厅"] as [StaticString]
            where word.has(ending, before: word.count) { roles = .agent }
        }
        return roles
    }

    /// Whether the character at the position is a measure word that stands between number and noun.
    func isMeasure(_ text: Span<UInt8>, at position: Int) -> Bool {
        for word in ["个", "家", "名", "处", "座", "条", "所", "支", "户", "位"] as [StaticString]
        where text.has(word, at: position) { return true }
        return false
    }

    /// The words of the large table, the usual ones first: what a text asks for then lies close together in memory.
    private static func readLexicon(
        _ bytes: [UInt8], into phrases: inout PhraseTable, _ entries: inout [Entry], _ costs: inout [Int16]
    ) throws(Fault) {
        for line in byCost(try lines(of: bytes)) {
            let word = bytes.span.extracting(Int(line.start)..<Int(line.end))
            phrases.insert(word, value: Int32(entries.count))
            entries.append(Lexicon.entry(of: word, line.wordClass, []))
            costs.append(line.cost)
        }
    }

    /// A line of the large table: where its word stands, and what it says of it.
    private struct Line {
        var start: UInt32
        var end: UInt32
        var cost: Int16
        var wordClass: WordClass
    }

    /// The lines in the order of their costs, those of one cost in the order of the table; counted out, for there are few
    /// costs and many lines.
    private static func byCost(_ lines: [Line]) -> [Line] {
        var places = Array(repeating: 0, count: Int(highestCost) + 2)
        for line in lines { places[Int(line.cost) + 1] += 1 }
        for cost in places.indices.dropFirst() { places[cost] += places[cost - 1] }
        var sorted = lines
        for line in lines {
            sorted[places[Int(line.cost)]] = line
            places[Int(line.cost)] += 1
        }
        return sorted
    }

    private static let highestCost: Int16 = 9999

    /// The lexicon is large and made by a script: its lines are split without a `String` for each field.
    private static func lines(of bytes: [UInt8]) throws(Fault) -> [Line] {
        let span = bytes.span
        var lines: [Line] = []
        lines.reserveCapacity(bytes.count / 16)
        var classes: [UInt64: WordClass] = [:]
        for wordClass in WordClass.allCases { classes[key(Array("\(wordClass)".utf8).span)] = wordClass }
        var position = 0
        var line = 0
        var headerSeen = false
        while position < span.count {
            line += 1
            var end = position
            while end < span.count, span[end] != UInt8(ascii: "\n") { end += 1 }
            defer { position = end + 1 }
            if end == position || span[position] == UInt8(ascii: "#") { continue }
            if !headerSeen {
                headerSeen = true
                continue
            }
            var first = position
            while first < end, span[first] != UInt8(ascii: ",") { first += 1 }
            var cost: Int16 = 0
            var second = first + 1
            while second < end, span[second] != UInt8(ascii: ",") {
                guard span[second] >= UInt8(ascii: "0"), span[second] <= UInt8(ascii: "9"), cost <= highestCost / 10
                else {
                    throw .badCost(line: line, text: span.string(first..<end))
                }
                cost = cost * 10 + Int16(span[second] - UInt8(ascii: "0"))
                second += 1
            }
            guard second < end, let wordClass = classes[key(span.extracting(second + 1..<end))] else {
                throw .unknownClass(line: line, name: span.string(min(second + 1, end)..<end))
            }
            lines.append(Line(start: UInt32(position), end: UInt32(first), cost: cost, wordClass: wordClass))
        }
        return lines
    }

    private static func key(_ bytes: Span<UInt8>) -> UInt64 {
        var key: UInt64 = 14_695_981_039_346_656_037
        for index in bytes.indices { key = (key ^ UInt64(bytes[index])) &* 1_099_511_628_211 }
        return key
    }

    private static func readWords(
        _ bytes: [UInt8], into phrases: inout PhraseTable, _ entries: inout [Entry], _ costs: inout [Int16],
        _ nationals: inout PhraseTable
    ) throws(Fault) {
        let table: ReadableTable
        do { table = try ReadableTable(bytes) } catch { throw .table(error) }
        for row in table.rows {
            guard let wordClass = WordClass(name: row["class"]) else {
                throw .unknownClass(line: row.line, name: row["class"])
            }
            var roles: WordRoles = []
            for name in row["roles"].split(separator: " ") {
                guard let role = WordRoles.names[String(name)] else {
                    throw .unknownRole(line: row.line, name: String(name))
                }
                roles.formUnion(role)
            }
            let word = Array(row["word"].utf8)
            let entry = Lexicon.entry(of: word.span, wordClass, roles)
            if roles.contains(.national) { nationals.insert(word.span, value: 0) }
            if let known = phrases.value(of: row["word"]) {
                entries[Int(known)] = entry
            } else {
                phrases.insert(word.span, value: Int32(entries.count))
                entries.append(entry)
                costs.append(grammarWordCost)
            }
        }
    }
}
