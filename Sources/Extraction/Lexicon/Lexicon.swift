public import Scanning

/// What the extractor knows of words: their class, how usual they are, and the part that they play in the grammar.
public final class Lexicon: Sendable {
    struct Entry: Sendable, Hashable {
        var wordClass: WordClass
        /// The parts that the tables say the word plays.
        var roles: WordRoles
        /// Its roles as a token of a sentence: the same, and those that its ending tells.
        var tokenRoles: WordRoles
        var kinds: WordKinds
    }

    /// A fault in a table of words, with the line on which it stands.
    public enum Fault: Error, Sendable, Equatable {
        case table(TableError)
        case unknownClass(line: Int, name: String)
        case unknownRole(line: Int, name: String)
        case badCost(line: Int, text: String)
    }

    /// The words, each with its cost and the number of its entry in one value: a look-up into a table by words would cost
    /// more than finding the word.
    let phrases: PhraseTable
    /// What is known of words, each entry once: many words share the few that there are.
    private let entries: [Entry]
    /// The words that make a sentence one about the whole country, apart from the others: nearly every sentence is asked, and
    /// holds none.
    let nationals: PhraseTable

    /// What a character costs that no word covers: dearer than any word, so that words win.
    static let unknownCost: Int32 = 180
    /// What the name of a place costs that the lexicon lacks: as much as those of lesser cities.
    static let nameCost: Int32 = 140
    /// What a word of grammar costs that the lexicon lacks.
    private static let grammarWordCost: Int32 = 100
    /// What a word of grammar of two characters and more costs at most, so that the characters apart are no cheaper: 时长.
    private static let rareGrammarWordCost: Int32 = 125

    /// The words that Tongbao brings along.
    public static let builtIn: Lexicon = {
        // The tables are checked by the tests; a fault in them would leave no word, not a trap.
        let empty = Lexicon(phrases: PhraseTable(), entries: [], nationals: PhraseTable())
        return
            (try? Lexicon(
                lexicon: BuiltInTable.lexicon.bytes, vocabulary: BuiltInTable.vocabulary.bytes,
                words: BuiltInTable.words.bytes)) ?? empty
    }()

    private init(phrases: PhraseTable, entries: [Entry], nationals: PhraseTable) {
        self.phrases = phrases
        self.entries = entries
        self.nationals = nationals
    }

    /// Reads the tables: `lexicon` (word, cost, class), then `vocabulary` and `words` (word, class, roles), each of which
    /// overrules those before it.
    package convenience init(lexicon: [UInt8], vocabulary: [UInt8], words: [UInt8]) throws(Fault) {
        var phrases = PhraseTable(capacity: lexicon.count / 16)
        var entries = Entries()
        try Lexicon.readLexicon(lexicon, into: &phrases, &entries)
        var nationals = PhraseTable(capacity: 1024)
        try Lexicon.readWords(vocabulary, into: &phrases, &entries, &nationals)
        try Lexicon.readWords(words, into: &phrases, &entries, &nationals)
        for (word, kinds) in WordKinds.named {
            guard let value = phrases.value(of: word) else { continue }
            var entry = entries.all[Int(value >> Lexicon.costBits)]
            entry.kinds.formUnion(kinds)
            phrases.insert(Array(word.utf8).span, value: entries.word(entry, cost: Lexicon.cost(of: value)))
        }
        phrases.finish()
        nationals.finish()
        self.init(phrases: phrases, entries: entries.all, nationals: nationals)
    }

    /// What is known of a word by its value in `phrases`.
    @inline(__always)
    func entry(of word: Int32) -> Entry { entries[Int(word >> Lexicon.costBits)] }

    /// The class of the longest word that a phrase begins with.
    func opener(of phrase: String) -> WordClass? {
        let bytes = phrase.utf8Span.span
        return phrases.longestMatch(in: bytes, at: 0, end: bytes.count).map { entry(of: $0.value).wordClass }
    }

    /// What a word costs by its value in `phrases`.
    @inline(__always)
    static func cost(of word: Int32) -> Int32 { word & (1 << costBits - 1) }

    private static let costBits: Int32 = 10
    private static let highestCost: Int32 = 999

    /// Numbers entries as they come, each once.
    private struct Entries {
        private(set) var all: [Entry] = []
        private var numbers: [Entry: Int32] = [:]
        /// The last entries by what most of them differ in, which most words share; -1 for none.
        private var last: [Int32] = Array(repeating: -1, count: 256)

        mutating func word(_ entry: Entry, cost: Int32) -> Int32 {
            let kinds = UInt64(truncatingIfNeeded: entry.kinds.rawValue ^ entry.kinds.rawValue >> 64)
            let mixed = kinds ^ entry.tokenRoles.rawValue.byteSwapped ^ UInt64(entry.wordClass.rawValue)
            let place = Int((mixed &* 0x9E37_79B9_7F4A_7C15) >> 56)
            let recent = last[place]
            if recent >= 0, all[Int(recent)] == entry { return recent << costBits | cost }
            let number = numbers[entry] ?? Int32(all.count)
            if Int(number) == all.count {
                numbers[entry] = number
                all.append(entry)
            }
            last[place] = number
            return number << costBits | cost
        }
    }

    private static func entry(
        of word: Span<UInt8>, _ wordClass: WordClass, _ roles: WordRoles, _ telling: borrowing PhraseTable
    ) -> Entry {
        var entry = Entry(wordClass: wordClass, roles: roles, tokenRoles: roles, kinds: [])
        guard !word.isEmpty, telling.mayBegin(with: word.scalar(at: word.scalarStart(before: word.count)).value) else {
            return entry
        }
        entry.kinds = WordKinds.kinds(byEndingOf: word, wordClass)
        entry.tokenRoles = tokenRoles(of: word, entry)
        return entry
    }

    /// What the ending of a word tells of it where it is a token of a sentence; told once a word, not once a token.
    private static func tokenRoles(of word: Span<UInt8>, _ entry: Entry) -> WordRoles {
        var roles = entry.roles
        // 建起, 卖出, 引来: a verb with a result takes an object.
        if entry.wordClass == .verb, word.count == 6, roles.isEmpty, Lexicon.results.ends(in: word, at: word.count) {
            roles = .transitive
        }
        guard entry.wordClass == .noun, word.count >= 6 else { return roles }
        if Lexicon.people.ends(in: word, at: word.count) { roles.formUnion(.human) }
        // 执法中队, 住建局: a body that acts, by the end of its name.
        if roles.isEmpty, Lexicon.offices.ends(in: word, at: word.count) { roles = .agent }
        // 党员志愿者, 专职网格员: those who do things, by whom they are of
        if word.count >= 12, roles.isSubset(of: .human), Lexicon.helpers.ends(in: word, at: word.count) {
            roles.formUnion(.agent)
        }
        // 爱心商家, 共建单位: nor does a name for a body lose what its head is.
        if roles.isEmpty, word.count >= 9, Lexicon.firms.ends(in: word, at: word.count) { roles = .doer }
        return roles
    }

    private static let results: WordList = ["出", "起", "下", "来", "回", "走", "掉", "成", "给", "到", "入", "为", "完", "好"]
    private static let people: WordList = [
        "员", "者", "手", "民", "生", "师", "老人", "妇女", "儿童", "青年", "干部", "孩子", "邻居", "家长", "代表", "书记", "主任", "经理",
        "司机", "小哥", "业主", "店主", "户主", "房东", "专家", "教授", "队长", "组长", "楼长", "栋长", "元长", "委员", "工人", "职工", "员工", "义工",
        "社工", "嫂", "匠", "民警", "交警", "辅警", "义警", "游客", "旅客", "顾客", "乘客", "访客", "网友", "战友", "工友", "病友", "校友",
    ]
    private static let helpers: WordList = ["志愿者", "网格员", "干部", "民警", "工作人员"]
    private static let firms: WordList = ["商家", "商户", "企业", "公司", "单位", "机构"]
    private static let offices: WordList = ["队", "局", "委", "办", "厅"]
    /// The characters in which all of these and the endings of kinds end: most of a hundred thousand words end in another.
    private static let telling: PhraseTable = {
        var table = PhraseTable()
        for list in WordKinds.endings + [results, people, helpers, firms, offices] {
            for scalar in list.lastScalars { table.insert(String(scalar).utf8, value: 0) }
        }
        return table
    }()

    /// Whether the character at the position is a measure word that stands between number and noun.
    func isMeasure(_ text: Span<UInt8>, at position: Int) -> Bool {
        for word in ["个", "家", "名", "处", "座", "条", "所", "支", "户", "位"] as [StaticString]
        where text.has(word, at: position) { return true }
        return false
    }

    /// The lexicon is large and made by a script: its lines are split without a `String` for each field.
    private static func readLexicon(
        _ bytes: [UInt8], into phrases: inout PhraseTable, _ entries: inout Entries
    ) throws(Fault) {
        let span = bytes.span
        var position = 0
        var line = 0
        var headerSeen = false
        let (comma, newline) = (UInt8(ascii: ","), UInt8(ascii: "\n"))
        // Held here, and not asked for a hundred thousand times.
        let (classes, telling) = (classes, telling)
        func lineEnd(from start: Int) -> Int {
            var end = start
            while end < span.count, span[end] != newline { end += 1 }
            return end
        }
        while position < span.count {
            line += 1
            if span[position] == newline || span[position] == UInt8(ascii: "#") || !headerSeen {
                headerSeen = headerSeen || span[position] != newline && span[position] != UInt8(ascii: "#")
                position = lineEnd(from: position) + 1
                continue
            }
            // No byte is looked at twice, for there are two million.
            var first = position
            while first < span.count, span[first] != comma, span[first] != newline {
                // Most are the first of an ideograph's three.
                first += span[first] & 0xF0 == 0xE0 && span.count - first > 3 ? 3 : 1
            }
            guard first < span.count, span[first] == comma else { throw .unknownClass(line: line, name: "") }
            var cost: Int32 = 0
            var second = first + 1
            while second < span.count, span[second] != comma, span[second] != newline {
                guard span[second] >= UInt8(ascii: "0"), span[second] <= UInt8(ascii: "9"), cost <= highestCost / 10
                else {
                    throw .badCost(line: line, text: span.string(first..<lineEnd(from: second)))
                }
                cost = cost * 10 + Int32(span[second] - UInt8(ascii: "0"))
                second += 1
            }
            guard second < span.count, span[second] == comma else { throw .unknownClass(line: line, name: "") }
            var name = keySeed
            var end = second + 1
            while end < span.count, span[end] != newline {
                name = key(name, span[end])
                end += 1
            }
            guard let wordClass = classes.first(where: { $0.key == name })?.wordClass else {
                throw .unknownClass(line: line, name: span.string(second + 1..<end))
            }
            let word = span.extracting(position..<first)
            phrases.insert(word, value: entries.word(Lexicon.entry(of: word, wordClass, [], telling), cost: cost))
            position = end + 1
        }
    }

    private static let keySeed: UInt64 = 14_695_981_039_346_656_037

    /// The hash of a class's name with one byte more.
    private static func key(_ key: UInt64, _ byte: UInt8) -> UInt64 { (key ^ UInt64(byte)) &* 1_099_511_628_211 }

    /// The classes by the hashes of their names: to compare the few that there are costs less than to look one up.
    private static let classes = WordClass.allCases.map { (key: $0.name.utf8.reduce(keySeed, key), wordClass: $0) }

    private static func wordClass(of key: UInt64) -> WordClass? { classes.first { $0.key == key }?.wordClass }

    private static func readWords(
        _ bytes: [UInt8], into phrases: inout PhraseTable, _ entries: inout Entries, _ nationals: inout PhraseTable
    ) throws(Fault) {
        let table: ReadableTable
        do { table = try ReadableTable(bytes) } catch { throw .table(error) }
        // Thousands of rows share their roles with another.
        var known: [String: WordRoles] = [:]
        let telling = telling
        for row in table.rows {
            guard let wordClass = wordClass(of: row["class"].utf8.reduce(keySeed, key)) else {
                throw .unknownClass(line: row.line, name: row["class"])
            }
            var roles: WordRoles = []
            let names = row["roles"]
            if !names.isEmpty {
                if let alike = known[names] {
                    roles = alike
                } else {
                    for name in names.split(separator: " ") {
                        guard let role = WordRoles.names[String(name)] else {
                            throw .unknownRole(line: row.line, name: String(name))
                        }
                        roles.formUnion(role)
                    }
                    known[names] = roles
                }
            }
            let word = row["word"]
            let bytes = word.utf8Span.span
            let entry = Lexicon.entry(of: bytes, wordClass, roles, telling)
            if roles.contains(.national) { nationals.insert(bytes, value: 0) }
            let known = phrases.value(of: word).map { Lexicon.cost(of: $0) } ?? grammarWordCost
            let cost = bytes.count > 3 ? min(known, rareGrammarWordCost) : known
            phrases.insert(bytes, value: entries.word(entry, cost: cost))
        }
    }
}
