/// One JSON object on one line, its fields in the order in which they are added.
///
/// The records' field order is part of their format, and `JSONEncoder` promises none.
struct JSONLine: ~Copyable {
    private var bytes: [UInt8] = []

    /// Appends an object to bytes, which lend their room to it meanwhile.
    static func append(to bytes: inout [UInt8], _ fields: (inout JSONLine) -> Void) {
        var line = JSONLine()
        swap(&line.bytes, &bytes)
        line.append("{")
        fields(&line)
        line.append("}")
        swap(&line.bytes, &bytes)
    }

    mutating func add(_ name: StaticString, _ value: String?) {
        key(name)
        if let value { appendQuoted(value) } else { append("null") }
    }

    mutating func add(_ name: StaticString, _ value: Int?) {
        key(name)
        if let value { bytes.append(contentsOf: String(value).utf8) } else { append("null") }
    }

    mutating func add(_ name: StaticString, _ value: Number?) {
        key(name)
        if let value { bytes.append(contentsOf: value.description.utf8) } else { append("null") }
    }

    mutating func add(_ name: StaticString, _ values: [String]) {
        key(name)
        append("[")
        for (index, value) in values.enumerated() {
            if index > 0 { append(",") }
            appendQuoted(value)
        }
        append("]")
    }

    private mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func key(_ name: StaticString) {
        if bytes.last != UInt8(ascii: "{") { append(",") }
        append("\"")
        append(name)
        append("\":")
    }

    private mutating func appendQuoted(_ value: String) {
        append("\"")
        if JSONLine.isPlain(value.utf8Span.span) {
            bytes.append(contentsOf: value.utf8)
        } else {
            for scalar in value.unicodeScalars { appendEscaped(scalar) }
        }
        append("\"")
    }

    private mutating func appendEscaped(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": append("\\\"")
        case "\\": append("\\\\")
        case "\n": append("\\n")
        case "\r": append("\\r")
        case "\t": append("\\t")
        case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            append("\\u")
            for _ in digits.utf8.count..<4 { append("0") }
            bytes.append(contentsOf: digits.utf8)
        default: bytes.append(contentsOf: String(scalar).utf8)
        }
    }

    /// Whether nothing in the text is escaped, as in nearly every one: it is then copied whole.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        // One answer for all bytes rather than a way out at the first: so it runs on many of them at once.
        var found = false
        for index in text.indices {
            let byte = text[index]
            found = found || byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
        }
        if found { return false }
        // U+2028 and U+2029
        for index in text.indices.dropFirst(2) where text[index] & 0xFE == 0xA8 {
            if text[index - 1] == 0x80, text[index - 2] == 0xE2 { return false }
        }
        return true
    }
}

/// A record that is written as one line of JSON.
public protocol JSONLineRecord {
    /// Appends the record as one line of JSON, without a line end.
    func appendJSONLine(to bytes: inout [UInt8])
}

extension JSONLineRecord {
    /// The record as one line of JSON, without a line end.
    public var jsonLine: String {
        var bytes: [UInt8] = []
        appendJSONLine(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Fact: JSONLineRecord {
    /// Appends the record as one line of JSON, without a line end.
    public func appendJSONLine(to bytes: inout [UInt8]) {
        JSONLine.append(to: &bytes) { line in
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
        }
    }
}

extension SetAside: JSONLineRecord {
    /// Appends the record as one line of JSON, without a line end.
    public func appendJSONLine(to bytes: inout [UInt8]) {
        JSONLine.append(to: &bytes) { line in
            line.add("document", document)
            line.add("start", range.start)
            line.add("end", range.end)
            line.add("text", text)
            line.add("setAside", reason.rawValue)
            line.add("rule", rule)
            line.add("sentence", sentence)
        }
    }
}
