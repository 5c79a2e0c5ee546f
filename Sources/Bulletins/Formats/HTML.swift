import Scanning

/// The elements and entities of HTML that bulletins hold.
///
/// A name that is not listed is prose: `a<b>c` may be arithmetic, and `<平均>` is a label.
enum HTML {
    /// What a tag does to the text round it.
    enum Role: Int32 {
        /// nothing
        case inline
        /// bold text
        case strong
        /// begins a new line
        case line
        /// stands apart from what is before and behind
        case block
        case item
        case cell
        /// a heading of level 1 … 6
        case heading1, heading2, heading3, heading4, heading5, heading6
        /// its content is no text
        case hidden

        /// The level of a heading; 0 for other elements.
        var headingLevel: UInt8 {
            let level = rawValue - Role.heading1.rawValue + 1
            return (1...6).contains(level) ? UInt8(level) : 0
        }
    }

    /// Element names, lower and upper case, with the raw value of their role.
    static let elements: PhraseTable = {
        var table = PhraseTable(capacity: 200)
        let names: [(Role, String)] = [
            (
                .inline,
                "a abbr big center code data del em font i img ins kbd mark o:p s small span sub sup time tt u wbr"
            ),
            (.strong, "strong b"),
            (.line, "br"),
            (
                .block,
                """
                p div address article aside blockquote body caption dd dl dt figcaption figure footer form head header \
                hr html link main meta nav ol pre section source table tbody tfoot thead title tr ul video audio iframe
                """
            ),
            (.item, "li"), (.cell, "td th"),
            (.heading1, "h1"), (.heading2, "h2"), (.heading3, "h3"),
            (.heading4, "h4"), (.heading5, "h5"), (.heading6, "h6"),
            (.hidden, "script style"),
        ]
        for (role, list) in names {
            for name in list.split(separator: " ") {
                table.insert(name.utf8, value: role.rawValue)
                table.insert(name.uppercased().utf8, value: role.rawValue)
            }
        }
        return table
    }()

    /// Named entities with the scalar that each stands for.
    static let entities: PhraseTable = {
        var table = PhraseTable(capacity: 64)
        let names: [(String, Unicode.Scalar)] = [
            ("nbsp", " "), ("ensp", " "), ("emsp", "　"), ("thinsp", " "), ("amp", "&"), ("lt", "<"), ("gt", ">"),
            ("quot", "\""), ("apos", "'"), ("ldquo", "“"), ("rdquo", "”"), ("lsquo", "‘"), ("rsquo", "’"),
            ("hellip", "…"), ("mdash", "—"), ("ndash", "–"), ("middot", "·"), ("bull", "•"), ("times", "×"),
            ("divide", "÷"), ("plusmn", "±"), ("permil", "‰"), ("deg", "°"), ("yen", "¥"), ("sup2", "²"),
            ("sup3", "³"), ("frac12", "½"), ("laquo", "«"), ("raquo", "»"), ("minus", "−"), ("le", "≤"), ("ge", "≥"),
        ]
        for (name, scalar) in names { table.insert("\(name);".utf8, value: Int32(scalar.value)) }
        return table
    }()
}
