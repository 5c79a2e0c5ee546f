/// One JSON object on one line, its fields in the order in which they are added.
///
/// The records' field order is part of their format, and `JSONEncoder` promises none.
struct JSONLine: ~Copyable {
    private var bytes: [UInt8] = []

    /// Appends an object to bytes, which lend their room to it meanwhile.
    static func append(to bytes: inout [UInt8], _ fields: (inout JSONLine) -> Void) {
        var line = JSONLine()
        swap(&line.bytes, &bytes)
        line.put("{")
        fields(&line)
        line.put("}")
        swap(&line.bytes, &bytes)
    }

    mutating func add(_ name: StaticString, _ value: String?) {
        key(name)
        if let value { appendQuoted(value) } else { append("null") }
    }

    mutating func add(_ name: StaticString, _ value: Int?) {
        key(name)
        if let value { append(value) } else { append("null") }
    }

    mutating func add(_ name: StaticString, _ value: Number?) {
        key(name)
        guard let value else { return append("null") }
        // Most figures are whole, and of few digits.
        guard value.exponent >= 0, let digits = Int(exactly: value.coefficient) else {
            bytes.append(contentsOf: value.description.utf8)
            return
        }
        append(digits)
        for _ in 0..<value.exponent { put("0") }
    }

    mutating func add(_ name: StaticString, _ value: CalendarDate?) {
        key(name)
        guard let value else { return append("null") }
        put("\"")
        append(value.year, width: 4)
        put("-")
        append(value.month, width: 2)
        put("-")
        append(value.day, width: 2)
        put("\"")
    }

    mutating func add(_ name: StaticString, _ values: [String]) {
        key(name)
        put("[")
        for (index, value) in values.enumerated() {
            if index > 0 { put(",") }
            appendQuoted(value)
        }
        put("]")
    }

    private mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// One character, which takes a fifth of what a literal takes.
    @inline(__always)
    private mutating func put(_ character: Unicode.Scalar) {
        bytes.append(UInt8(ascii: character))
    }

    /// A number in decimal digits, with zeros before it up to a width.
    private mutating func append(_ number: Int, width: Int = 1) {
        if number < 0 { put("-") }
        let start = bytes.count
        var rest = number.magnitude
        repeat {
            put("0")
            rest /= 10
        } while rest > 0 || bytes.count - start < width
        rest = number.magnitude
        for place in (start..<bytes.count).reversed() {
            bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }

    private mutating func key(_ name: StaticString) {
        if bytes.last != UInt8(ascii: "{") { put(",") }
        put("\"")
        append(name)
        put("\"")
        put(":")
    }

    private mutating func appendQuoted(_ value: String) {
        put("\"")
        let text = value.utf8Span.span
        if JSONLine.isPlain(text) {
            unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        } else {
            for scalar in value.unicodeScalars { appendEscaped(scalar) }
        }
        put("\"")
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
        var position = 0
        while text.count - position >= 8 {
            let word = unsafe UInt64(
                littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
            if holdsEscaped(word) { return false }
            if holds(0xE2, word), holdsSeparator(text, position..<position + 8) { return false }
            position += 8
        }
        for index in position..<text.count {
            let byte = text[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F { return false }
        }
        return !holdsSeparator(text, position..<text.count)
    }

    /// Whether one of eight bytes is a control character, a quotation mark or a backslash.
    private static func holdsEscaped(_ word: UInt64) -> Bool {
        let isControl = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0
        return isControl || holds(UInt8(ascii: "\""), word) || holds(UInt8(ascii: "\\"), word) || holds(0x7F, word)
    }

    /// Whether one of eight bytes is the given one.
    @inline(__always)
    private static func holds(_ byte: UInt8, _ word: UInt64) -> Bool {
        let difference = word ^ UInt64(byte) &* 0x0101_0101_0101_0101
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
    }

    /// Whether U+2028 or U+2029 begins in a range: E2 80 A8, E2 80 A9.
    private static func holdsSeparator(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.contains {
            text[$0] == 0xE2 && $0 + 2 < text.count && text[$0 + 1] == 0x80 && text[$0 + 2] & 0xFE == 0xA8
        }
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
            line.add("published", published)
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
            line.add("from", from)
            line.add("to", to)
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
