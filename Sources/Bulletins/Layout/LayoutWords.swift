import Scanning

/// The words of `layout.csv`, by which the parts of a page give themselves away.
enum LayoutWords {
    /// The uses of a word.
    struct Roles: OptionSet {
        let rawValue: Int32

        static let agency = Roles(rawValue: 1)
        static let reporter = Roles(rawValue: 2)
        static let footer = Roles(rawValue: 4)
        static let section = Roles(rawValue: 8)
        static let place = Roles(rawValue: 16)
        static let credit = Roles(rawValue: 32)
        static let connective = Roles(rawValue: 64)
        static let lead = Roles(rawValue: 128)
        static let day = Roles(rawValue: 256)
        static let path = Roles(rawValue: 512)
        static let office = Roles(rawValue: 1024)

        static let named: [String: Roles] = [
            "agency": .agency, "reporter": .reporter, "footer": .footer, "section": .section, "place": .place,
            "credit": .credit, "connective": .connective, "lead": .lead, "day": .day, "path": .path,
            "office": .office,
        ]
    }

    private static let table: PhraseTable = {
        let rows = (try? ReadableTable(BuiltInTable.layout.bytes))?.rows ?? []
        var table = PhraseTable(capacity: rows.count)
        for row in rows {
            let word = row["word"]
            let known = Roles(rawValue: table.value(of: word) ?? 0)
            table.insert(word.utf8, value: known.union(Roles.named[row["role"]] ?? []).rawValue)
        }
        return table
    }()

    /// The longest word of one of the roles that begins a range; its length in bytes, 0 for none.
    static func prefix(_ roles: Roles, of range: Range<Int>, in text: Span<UInt8>) -> Int {
        var length = 0
        table.forEachMatch(in: text, at: range.lowerBound, end: range.upperBound) { match in
            if !Roles(rawValue: match.value).isDisjoint(with: roles) { length = match.length }
        }
        return length
    }

    /// The longest word of one of the roles that ends a range; its length in bytes, 0 for none.
    static func suffix(_ roles: Roles, of range: Range<Int>, in text: Span<UInt8>) -> Int {
        var start = range.upperBound
        var length = 0
        // No word of the table is longer than six characters.
        for _ in 0..<6 where start > range.lowerBound {
            start = text.scalarStart(before: start)
            if let match = table.longestMatch(in: text, at: start, end: range.upperBound),
                match.length == range.upperBound - start, !Roles(rawValue: match.value).isDisjoint(with: roles)
            {
                length = match.length
            }
        }
        return length
    }
}
