/// One JSON object on one line, its fields in the order in which they are added.
///
/// The records' field order is part of their format, and `JSONEncoder` promises none.
struct JSONLine: ~Copyable {
    /// What is written, and behind it room for more: it is asked for once a field, and not once a byte.
    private var bytes: [UInt8] = []
    private var count = 0

    /// Appends an object to bytes, which lend their room to it meanwhile.
    static func append(to bytes: inout [UInt8], _ fields: (inout JSONLine) -> Void) {
        var line = JSONLine()
        swap(&line.bytes, &bytes)
        line.count = line.bytes.count
        line.put("{")
        fields(&line)
        line.put("}")
        line.bytes.removeLast(line.bytes.count - line.count)
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
            for byte in value.description.utf8 { put(byte) }
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

    /// The room that is made for most records at once: copied, for to fill it byte by byte costs as much as to write them.
    private static let room = [UInt8](repeating: 0, count: 1024)

    /// Makes room for so many bytes more.
    @inline(__always)
    private mutating func makeRoom(for needed: Int) {
        if bytes.count - count >= needed { return }
        if needed <= JSONLine.room.count {
            bytes.append(contentsOf: JSONLine.room)
        } else {
            bytes.append(contentsOf: repeatElement(0, count: needed))
        }
    }

    private mutating func append(_ literal: StaticString) {
        let length = literal.utf8CodeUnitCount
        makeRoom(for: length)
        let start = count
        unsafe bytes.withUnsafeMutableBufferPointer { unsafe JSONLine.copy(literal, to: start, of: $0) }
        count += length
    }

    @inline(__always)
    private mutating func put(_ character: Unicode.Scalar) {
        put(UInt8(ascii: character))
    }

    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        makeRoom(for: 1)
        bytes[count] = byte
        count += 1
    }

    /// A number in decimal digits, with zeros before it up to a width.
    private mutating func append(_ number: Int, width: Int = 1) {
        if number < 0 { put("-") }
        var digits = 1
        var rest = number.magnitude / 10
        while rest > 0 {
            rest /= 10
            digits += 1
        }
        digits = max(digits, width)
        makeRoom(for: digits)
        let start = count
        count += digits
        var output = bytes.mutableSpan
        rest = number.magnitude
        for place in (start..<start + digits).reversed() {
            output[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// Begins a field: all of it is written in one access to the bytes, for there are some thirty to a record.
    private mutating func key(_ name: StaticString) {
        let length = name.utf8CodeUnitCount
        makeRoom(for: length + 4)
        let isFirst = count == 0 || bytes[count - 1] == UInt8(ascii: "{")
        let start = isFirst ? count : count + 1
        count = start + length + 3
        unsafe bytes.withUnsafeMutableBufferPointer { output in
            if !isFirst { unsafe output[start - 1] = UInt8(ascii: ",") }
            unsafe output[start] = UInt8(ascii: "\"")
            unsafe JSONLine.copy(name, to: start + 1, of: output)
            unsafe output[start + length + 1] = UInt8(ascii: "\"")
            unsafe output[start + length + 2] = UInt8(ascii: ":")
        }
    }

    /// Copies a literal whole to a place in the room that was made for it.
    @inline(__always)
    private static func copy(_ literal: StaticString, to place: Int, of output: UnsafeMutableBufferPointer<UInt8>) {
        let length = literal.utf8CodeUnitCount
        let source = unsafe UnsafeBufferPointer(start: literal.utf8Start, count: length)
        _ = unsafe output.extracting(place..<place + length).update(fromContentsOf: source)
    }

    private mutating func appendQuoted(_ value: String) {
        if appendPlain(value.utf8Span.span) { return }
        put("\"")
        for scalar in value.unicodeScalars { appendEscaped(scalar) }
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
            for _ in digits.utf8.count..<4 { put("0") }
            for byte in digits.utf8 { put(byte) }
        default: for byte in String(scalar).utf8 { put(byte) }
        }
    }

    /// Appends a text in which nothing is escaped, as nearly every one is, eight bytes at a time, in quotation marks.
    ///
    /// - Returns: whether it is such a text; else nothing is appended.
    private mutating func appendPlain(_ text: Span<UInt8>) -> Bool {
        makeRoom(for: text.count + 2)
        let start = count + 1
        var output = bytes.mutableSpan
        output[start - 1] = UInt8(ascii: "\"")
        output[start + text.count] = UInt8(ascii: "\"")
        var outputBytes = unsafe output.mutableBytes
        var position = 0
        while text.count >= 8, position < text.count {
            // Where fewer than eight are left, the last eight once more.
            position = min(position, text.count - 8)
            let word = unsafe UInt64(
                littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
            if JSONLine.holdsEscaped(word)
                || JSONLine.holds(0xE2, word) && JSONLine.holdsSeparator(text, from: position)
            {
                return false
            }
            outputBytes.storeBytes(of: word.littleEndian, toByteOffset: start + position, as: UInt64.self)
            position += 8
        }
        while position < text.count {
            let byte = text[position]
            if byte == 0xE2, JSONLine.holdsSeparator(text, from: position) { return false }
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F { return false }
            outputBytes.storeBytes(of: byte, toByteOffset: start + position, as: UInt8.self)
            position += 1
        }
        count += text.count + 2
        return true
    }

    /// Whether one of eight bytes is a control character, a quotation mark or a backslash: in Chinese hardly one is ASCII.
    @inline(__always)
    private static func holdsEscaped(_ word: UInt64) -> Bool {
        let upper: UInt64 = 0x8080_8080_8080_8080
        guard word & upper != upper else { return false }
        let isControl = (word &- 0x2020_2020_2020_2020) & ~word & upper != 0
        return isControl || holds(UInt8(ascii: "\""), word) || holds(UInt8(ascii: "\\"), word) || holds(0x7F, word)
    }

    /// Whether one of eight bytes is the given one.
    @inline(__always)
    private static func holds(_ byte: UInt8, _ word: UInt64) -> Bool {
        let difference = word ^ UInt64(byte) &* 0x0101_0101_0101_0101
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
    }

    /// Whether U+2028 or U+2029 begins in the eight bytes from a position on: E2 80 A8, E2 80 A9.
    private static func holdsSeparator(_ text: Span<UInt8>, from start: Int) -> Bool {
        (start..<min(start + 8, text.count)).contains {
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
