/// A JSON value whose members keep their order, so that a file reads in the order in which it was thought out and the
/// same report gives the same bytes.
indirect enum JSON: Sendable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    case null
    case bool(Bool)
    /// Digits as they are to stand: decimals stay exact.
    case number(String)
    case string(String)
    case array([JSON])
    case object([(String, JSON)])

    init(stringLiteral text: String) { self = .string(text) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(integerLiteral value: Int) { self = .number(String(value)) }

    /// An object without the members that are `nil`.
    static func members(_ members: [(String, JSON?)]) -> JSON {
        .object(members.compactMap { name, value in value.map { (name, $0) } })
    }

    static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

    static func optional(_ text: String?) -> JSON? { text.map { .string($0) } }

    static func integer(_ value: Int) -> JSON { .number(String(value)) }

    /// On one line.
    var compact: String {
        var text = ""
        write(to: &text, indent: nil)
        return text
    }

    /// On many lines, two spaces a level; arrays of plain values stay on one line.
    var pretty: String { pretty(atLevel: 0) }

    /// The same inside so many others.
    func pretty(atLevel level: Int) -> String {
        var text = ""
        write(to: &text, indent: level)
        return text
    }

    private func write(to text: inout String, indent: Int?) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let digits): text += digits
        case .string(let string): JSON.writeString(string, to: &text)
        case .array(let elements):
            let inner = elements.allSatisfy(\.isPlain) ? nil : indent.map { $0 + 1 }
            JSON.writeList("[", elements, "]", indent: inner, to: &text) { element, text in
                element.write(to: &text, indent: inner)
            }
        case .object(let members):
            let inner = indent.map { $0 + 1 }
            JSON.writeList("{", members, "}", indent: inner, to: &text) { member, text in
                JSON.writeString(member.0, to: &text)
                text += inner == nil ? ":" : ": "
                member.1.write(to: &text, indent: inner)
            }
        }
    }

    private var isPlain: Bool {
        switch self {
        case .null, .bool, .number, .string: true
        case .array, .object: false
        }
    }

    private static func writeList<Element>(
        _ open: String, _ elements: [Element], _ close: String, indent: Int?, to text: inout String,
        _ writeElement: (Element, inout String) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            if let indent { text += "\n" + String(repeating: "  ", count: indent) }
            writeElement(element, &text)
        }
        if let indent, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: indent - 1) }
        text += close
    }

    /// `<` is escaped too, so that the text can stand inside a script element of a page.
    private static func writeString(_ string: String, to text: inout String) {
        text += "\""
        defer { text += "\"" }
        guard needsEscapes(string) else {
            text += string
            return
        }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "<", "\u{2028}", "\u{2029}", "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    /// Whether the text may hold a character that is escaped; U+2028 and U+2029 are `E2 80 A8` and `E2 80 A9`.
    private static func needsEscapes(_ string: String) -> Bool {
        string.utf8.contains { byte in
            byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
                || byte == 0xE2
        }
    }
}
