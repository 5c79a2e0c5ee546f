/// One JSON object on one line, its fields in the order in which they are added.
///
/// The records' field order is part of their format, and `JSONEncoder` promises none.
struct JSONLine {
    private(set) var text = "{"

    init() { text.reserveCapacity(700) }

    mutating func add(_ name: String, _ value: String?) {
        key(name)
        if let value { appendQuoted(value) } else { text += "null" }
    }

    mutating func add(_ name: String, _ value: Int?) {
        key(name)
        text += value.map(String.init) ?? "null"
    }

    mutating func add(_ name: String, _ value: Number?) {
        key(name)
        text += value?.description ?? "null"
    }

    mutating func add(_ name: String, _ values: [String]) {
        key(name)
        text += "["
        for (index, value) in values.enumerated() {
            if index > 0 { text += "," }
            appendQuoted(value)
        }
        text += "]"
    }

    /// The finished object, without a line end.
    func closed() -> String {
        text + "}"
    }

    private mutating func key(_ name: String) {
        text += text.utf8.count > 1 ? ",\"" : "\""
        text += name
        text += "\":"
    }

    private mutating func appendQuoted(_ value: String) {
        text += "\""
        if JSONLine.isPlain(value) {
            text += value
            text += "\""
            return
        }
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    /// Whether nothing in the text is escaped, as in nearly every one: it is then copied whole.
    private static func isPlain(_ value: String) -> Bool {
        var beforeLast: UInt8 = 0
        var last: UInt8 = 0
        for byte in value.utf8 {
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F { return false }
            // U+2028 and U+2029
            if byte == 0xA8 || byte == 0xA9, last == 0x80, beforeLast == 0xE2 { return false }
            beforeLast = last
            last = byte
        }
        return true
    }
}

extension Fact {
    /// The record as one line of JSON, without a line end.
    public var jsonLine: String {
        var line = JSONLine()
        line.add("document", document)
        line.add("article", article)
        line.add("headline", headline)
        line.add("published", published?.description)
        line.add("start", range.start)
        line.add("end", range.end)
        line.add("text", text)
        line.add("value", value)
        line.add("upper", upper)
        line.add("qualifier", qualifier.rawValue)
        line.add("unit", unit)
        line.add("item", item)
        line.add("place", place)
        line.add("period", period)
        line.add("change", change.rawValue)
        line.add("status", status.rawValue)
        line.add("action", action)
        line.add("window", window.rawValue)
        line.add("from", from?.description)
        line.add("to", to?.description)
        line.add("partOf", partOf)
        line.add("equivalentTo", equivalentTo)
        line.add("per", per)
        line.add("comparison", comparison)
        line.add("dimension", dimension.rawValue)
        line.add("confidence", confidence.rawValue)
        line.add("reason", reason)
        line.add("rule", rule)
        line.add("sentence", sentence)
        return line.closed()
    }
}

extension SetAside {
    /// The record as one line of JSON, without a line end.
    public var jsonLine: String {
        var line = JSONLine()
        line.add("document", document)
        line.add("start", range.start)
        line.add("end", range.end)
        line.add("text", text)
        line.add("setAside", reason.rawValue)
        line.add("rule", rule)
        line.add("sentence", sentence)
        return line.closed()
    }
}
