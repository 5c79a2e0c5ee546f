internal import Scanning

/// The words that tell where the name of a place ends and begins (`place-words.csv`, `place-boundaries.csv`).
struct PlaceWords: Sendable {
    /// A word that ends names of one level.
    struct Suffix: Sendable {
        let key: ShortWord
        let scalars: Int
        let level: PlaceLevel
        /// Only after a wider place: 南京市下关区.
        let isParented: Bool
        /// Only as what its clause is about: 铁匠沟游园占地…, and not 在人民公园举办….
        let isVenue: Bool
        /// A city has one, and it may bear no other name.
        var isOwnName: Bool { key == "高新区" || key == "经开区" }
        /// And so may a zone that is called after what is made there.
        var isWholeName: Bool { isOwnName || key == "航天基地" || key == "航空基地" }
        /// Scalars that deny the suffix where they follow: 村|民.
        let unless: [UInt16]
        /// What stands for the suffix in a name: 街道 for 街办.
        let standard: [UInt8]
    }

    /// What a word of up to four scalars says.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt16
        static let hard = Kinds(rawValue: 1)
        static let soft = Kinds(rawValue: 2)
        static let generic = Kinds(rawValue: 4)
        static let weak = Kinds(rawValue: 8)
        static let part = Kinds(rawValue: 16)
        static let tail = Kinds(rawValue: 32)
        static let common = Kinds(rawValue: 64)
        static let after = Kinds(rawValue: 128)
        static let region = Kinds(rawValue: 256)
        static let ending = Kinds(rawValue: 512)
        static let ordinary = Kinds(rawValue: 1024)
        static let honour = Kinds(rawValue: 2048)
        static let epithet = Kinds(rawValue: 4096)
        static let spoken = Kinds(rawValue: 8192)
    }

    static let builtIn = PlaceWords()

    /// All suffixes, the longest first.
    private(set) var suffixes: [Suffix] = []
    /// For each scalar of the basic plane with which suffixes end, the number of their group; 0 for others.
    private(set) var endings: [UInt8] = Array(repeating: 0, count: 0x10000)
    /// The suffixes by their last scalars, as positions in `suffixes`, the longest first.
    private(set) var groups: [[Int]] = [[]]
    /// 高新, 经开: what zones are called behind the short name of their city, with the suffix that completes it.
    private(set) var zoneNames: [(short: [UInt8], suffix: Int)] = []
    /// The scalars with which words begin that make a short name before them part of another: 大 of 北京|大学.
    private(set) var denying: Set<UInt32> = []
    private var offices: [(ending: [UInt8], standard: [UInt8])] = []
    private var kinds = WordTable(capacity: 16384)
    /// Endings that a full name loses to give its short one, the longest first.
    private let droppable = [
        "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "新区", "省", "市", "区", "县", "旗", "盟", "州",
    ].map { Array($0.utf8) }

    private init() {
        let boundaries = ReadableTable.rows(of: .placeBoundaries)
        for row in boundaries { insert(row["word"], .hard) }
        for row in ReadableTable.rows(of: .placeWords) {
            let word = row["word"]
            switch row["kind"] {
            case "suffix", "parented", "venue": addSuffix(row)
            case "office": offices.append((Array(word.utf8), Array(row["standard"].utf8)))
            case "soft":
                // What is listed by hand outranks the dictionary.
                insert(word, .soft)
                remove(word, .hard)
            case "generic": insert(word, .generic)
            case "weak": insert(word, .weak)
            case "part": insert(word, .part)
            case "tail": insert(word, .tail)
            case "common": insert(word, .common)
            case "after":
                insert(word, .after)
                if let first = word.unicodeScalars.first { denying.insert(first.value) }
            case "region": insert(word, .region)
            case "ending": insert(word, .ending)
            case "ordinary": insert(word, .ordinary)
            case "honour": insert(word, .honour)
            case "epithet": insert(word, .epithet)
            case "spoken": insert(word, .spoken)
            default: break
            }
        }
        suffixes.sort { $0.scalars > $1.scalars }
        for (index, suffix) in suffixes.enumerated() {
            if suffix.isOwnName {
                zoneNames.append((suffix.standard.dropLast(3), index))
            }
            let last = Int(suffix.key.last)
            if endings[last] == 0 {
                endings[last] = UInt8(groups.count)
                groups.append([])
            }
            groups[Int(endings[last])].append(index)
        }
        offices.sort { $0.ending.count > $1.ending.count }
    }

    private mutating func addSuffix(_ row: ReadableTable.Row) {
        let word = row["word"]
        guard let level = PlaceLevel(named: row["level"]), let key = Self.key(word) else { return }
        let standard = row["standard"].isEmpty ? word : row["standard"]
        suffixes.append(
            Suffix(
                key: key, scalars: word.unicodeScalars.count, level: level, isParented: row["kind"] == "parented",
                isVenue: row["kind"] == "venue",
                unless: row["unless"].unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) },
                standard: Array(standard.utf8)))
    }

    private mutating func insert(_ word: String, _ kind: Kinds) {
        guard let key = Self.key(word) else { return }
        kinds[key].formUnion(kind)
    }

    private mutating func remove(_ word: String, _ kind: Kinds) {
        guard let key = Self.key(word) else { return }
        kinds[key].subtract(kind)
    }

    /// `nil` for a word of more than four scalars or with any beyond the basic plane.
    private static func key(_ word: String) -> ShortWord? {
        let bytes = word.utf8Span.span
        return bytes.isEmpty ? nil : key(bytes, 0, bytes.count)
    }

    /// What the word of these scalars says.
    @inline(__always)
    func kinds(of key: ShortWord) -> Kinds {
        kinds.value(of: key)
    }

    /// Whether a name is also a word, so that alone it need not mean a place.
    func isCommon(_ name: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        PlaceWords.key(name, start, end).map { kinds(of: $0).contains(.common) } ?? false
    }

    private static func key(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> ShortWord? {
        guard end - start <= 12 else { return nil }
        var key = ShortWord.none
        var position = start
        while position < end {
            let (scalar, width) = bytes.scalar(at: position, end: end)
            if scalar > 0xFFFF || key.bits >> 48 != 0 { return nil }
            key = key.appending(scalar)
            position += width
        }
        return key
    }

    /// The bytes of a name's short form, a beginning of it (大同市 → 大同), where a rule gives one of two scalars or more.
    func shortLength(ofName name: Span<UInt8>) -> Int? {
        for ending in droppable where name.hasSuffix(ending) {
            let length = name.count - ending.count
            return length >= 6 ? length : nil
        }
        return nil
    }

    /// The level that a name's last word tells.
    func level(ofName name: String) -> PlaceLevel? {
        let scalars = name.unicodeScalars.suffix(4)
        return suffixes.first { suffix in
            guard scalars.count >= suffix.scalars else { return false }
            return Self.key(String(String.UnicodeScalarView(scalars.suffix(suffix.scalars)))) == suffix.key
        }?.level
    }

    /// The place's name in the name of its body: 桥北社区居委会 → 桥北社区.
    func officeRemoved(from name: String, level: PlaceLevel) -> String {
        guard level >= .street else { return name }
        let bytes = Array(name.utf8)
        for office in offices where bytes.count > office.ending.count && bytes.span.hasSuffix(office.ending) {
            return String(decoding: bytes.dropLast(office.ending.count) + office.standard, as: UTF8.self)
        }
        return name
    }
}

extension Span<UInt8> {
    fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
        guard count >= ending.count else { return false }
        for index in 0..<ending.count where self[count - ending.count + index] != ending[index] { return false }
        return true
    }
}

/// Words of up to four scalars with what they say, in an open hash table.
private struct WordTable: Sendable {
    private var keys: [ShortWord]
    private var values: [PlaceWords.Kinds]
    private var used = 0

    init(capacity: Int) {
        keys = Array(repeating: .none, count: capacity)
        values = Array(repeating: [], count: capacity)
    }

    func value(of key: ShortWord) -> PlaceWords.Kinds {
        var slot = Self.slot(of: key, in: keys.count)
        while keys[slot] != .none {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return []
    }

    subscript(key: ShortWord) -> PlaceWords.Kinds {
        get { value(of: key) }
        set {
            if (used + 1) * 2 > keys.count { grow() }
            var slot = Self.slot(of: key, in: keys.count)
            while keys[slot] != .none, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
            if keys[slot] == .none { used += 1 }
            keys[slot] = key
            values[slot] = newValue
        }
    }

    private mutating func grow() {
        let old = (keys, values)
        keys = Array(repeating: .none, count: old.0.count * 2)
        values = Array(repeating: [], count: old.0.count * 2)
        for (key, value) in zip(old.0, old.1) where key != .none {
            var slot = Self.slot(of: key, in: keys.count)
            while keys[slot] != .none { slot = (slot + 1) & (keys.count - 1) }
            keys[slot] = key
            values[slot] = value
        }
    }

    private static func slot(of key: ShortWord, in count: Int) -> Int {
        let hash = key.bits &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: hash >> 32) & (count - 1)
    }
}

extension ReadableTable {
    /// The rows of a built-in table; tests see to it that the tables read.
    fileprivate static func rows(of table: BuiltInTable) -> [Row] {
        (try? ReadableTable(table.bytes))?.rows ?? []
    }
}
