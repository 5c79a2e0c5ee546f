/// Texts one behind the other, without the room that strings of their own would take. One that is given twice in
/// succession, as the sentence of several facts is, is kept once.
struct PackedTexts: Sendable {
    private var bytes: [UInt8] = []
    /// Where each text ends.
    private var ends: [Int] = []
    private var last: String?

    /// Keeps the text and gives its number.
    mutating func append(_ text: String) -> Int32 {
        if let last, last == text, last.utf8.count == text.utf8.count { return Int32(ends.count - 1) }
        bytes.append(contentsOf: text.utf8)
        ends.append(bytes.count)
        last = text
        return Int32(ends.count - 1)
    }

    subscript(number: Int32) -> String {
        let number = Int(number)
        let start = number == 0 ? 0 : ends[number - 1]
        return String(decoding: bytes[start..<ends[number]], as: UTF8.self)
    }
}

/// Values that come again and again, each kept once and known by its number.
struct Interner<Value: Hashable & Sendable>: Sendable {
    /// The values in the order in which they first came.
    private(set) var values: [Value] = []
    private var numbers: [Value: Int32] = [:]
    /// The number of the value that came last: neighbours are often alike.
    private var last: Int32 = 0

    /// The number of the value, from 0.
    mutating func number(of value: Value) -> Int32 {
        if Int(last) < values.count, values[Int(last)] == value { return last }
        if let known = numbers[value] {
            last = known
            return known
        }
        last = Int32(values.count)
        values.append(value)
        numbers[value] = last
        return last
    }

    subscript(number: Int32) -> Value { values[Int(number)] }
}
